"""Coding events from the raw sentence: (actor, recipient, type) triples on PLOVER's gold standard.

Of each sentence the events coded with the highest score are compared, as its gold holds one event a
record. An organisation without a state counts as `IGO`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from detente.annotate import annotate_many
from detente.document import Paragraph, Parse, View
from detente.extract.dates import find_dates
from detente.extract.events import find_events
from detente.extract.mentions import find_mentions
from detente.extract.statements import find_statements
from detente.knowledge.coding import code_of
from detente.knowledge.registry import registry
from detente.records import Article, Event, Line, Participant, make_id
from evals.gold import rows
from evals.metrics.events import Triple, crossed, gold_triples, scores


def run(paths: list[Path]) -> dict[str, object]:
    """Return triple, dyad and type F1 over the rows of the files."""
    gold = list(rows(paths))
    parses = annotate_many(pair(row["text"]) for row in gold)
    coded = (triples(code(parse)) for parse in parses)
    found = [(gold_triples(row), given) for row, given in zip(gold, coded, strict=True)]
    return {"n": len(gold), **scores(found)}


def code(parse: Parse) -> tuple[Event, ...]:
    """Return the events of one parsed text."""
    cast = find_mentions(parse, registry())
    dated = find_dates(parse)
    return find_events(parse, cast, dated, find_statements(parse, cast, dated))


def triples(events: Iterable[Event]) -> set[Triple]:
    """Return the triples of the main events: those of the highest score that are not hypothetical."""
    usable = [event for event in events if event.factuality not in ("hypothetical", "denied")]
    best = max((event.score for event in usable), default=0.0)
    found: set[Triple] = set()
    for event in usable:
        if event.score >= best:
            actors = [actor for p in event.actors if (actor := side(p))]
            recipients = [actor for p in event.recipients if (actor := side(p))]
            if event.type == "PROTEST" and not recipients:
                # The gold codes a protest that names no target against the protesters' own state.
                recipients = actors[:1]
            found |= crossed(actors, recipients, event.type)
    return found


def side(participant: Participant) -> str | None:
    """Return the code of a participant: its state, IGO for an organisation, None else."""
    return code_of(participant)


def pair(text: str) -> tuple[Article, View]:
    """Return a sentence as an article of its own with its view."""
    line = Line(0, len(text), "body", "gold")
    article = Article(make_id("article", text), text, "gold", "text", "utf-8", (line,))
    return article, View(text, ((0, 0, len(text)),), (Paragraph(0, len(text), "body"),))
