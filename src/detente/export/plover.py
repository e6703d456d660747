"""Events become PLOVER records, one JSON object a line, each with the characters it was read from.

The form is that of PLOVER's manual (2.0 draft): `id`, `date`, `event`, `actor`, `recipient`, `mode`,
`context`, `event_loc`, `event_text`, `quad_code`, `event_scale`, `text`, `text_info`, `cite_info`,
`coder`. Its four auxiliary modes (historical, future, hypothetical, negation) stand among the modes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from detente.knowledge.coding import code_of, sector_of
from detente.records import Article, Event, Factuality, Participant, to_dict

_AUXILIARY: dict[Factuality, str] = {
    "planned": "future", "promised": "future", "hypothetical": "hypothetical",
    "negated": "negation", "denied": "negation", "historical": "historical",
}  # fmt: skip


def plover_lines(events: Iterable[Event], articles: Mapping[str, Article]) -> Iterator[str]:
    """Yield one PLOVER record for each event, in order.

    `text_info.start` and `end` are the half-open range of the sentence in `Article.text`, `sequence`
    its number; `event_text` the words of the trigger. A date that is no single day is its first day,
    with the range in `comment`; null where none is known.
    """
    for event in events:
        yield json.dumps(record(event, articles[event.article]), ensure_ascii=False)


def record(event: Event, article: Article) -> dict[str, Any]:
    """Return an event as a PLOVER record."""
    told = next(item for item in event.evidence if item.role == "row")
    day = event.date.start or event.date.end
    auxiliary = _AUXILIARY.get(event.factuality)
    modes = [mode for mode in (event.mode, auxiliary) if mode]
    return {
        "id": event.id,
        "date": day.isoformat() if day else None,
        "event": [event.type],
        "mode": modes,
        "context": list(event.contexts),
        "actor": [_party(one) for one in event.actors],
        "recipient": [_party(one) for one in event.recipients],
        "quad_code": event.quad,
        "event_scale": event.value,
        "event_loc": to_dict(event.place) if event.place else None,
        "event_text": [event.trigger],
        "magnitude": [to_dict(one) for one in event.magnitudes],
        "text": told.quote,
        "text_info": {"sequence": event.sentence, "start": told.start, "end": told.end},
        "cite_info": {
            "article": article.id,
            "outlet": article.outlet,
            "title": article.title,
            "url": article.url,
            "published": article.published.label(),
        },
        "reported_by": event.reported_by.name if event.reported_by else None,
        "coder": f"detente: {event.rule}",
        "confidence": event.score,
        "comment": None if event.date.precision == "day" else event.date.label(),
    }


def _party(one: Participant) -> dict[str, Any]:
    return {
        "code": code_of(one),
        "sector": sector_of(one),
        "entity_text": one.text or None,
        "name": one.name,
        "identifier_id": one.actor_id,
        "office": one.office,
    }
