"""Items of every kind as flat rows: what a CSV of a page has, the same columns on each."""

from __future__ import annotations

from typing import Any

from detente.query.refs import Ref
from detente.query.views import Act, ArticleView, Encounter, Outlook, Saying, Stand
from detente.records import Participant

Row = dict[str, Any]


def row_of(item: Encounter | Saying | Stand | Outlook | Act) -> Row:
    """Return one item as a flat row."""
    if isinstance(item, Encounter):
        return meeting_row(item)
    if isinstance(item, Saying):
        return statement_row(item)
    if isinstance(item, Stand):
        return position_row(item)
    return forecast_row(item) if isinstance(item, Outlook) else act_row(item)


def meeting_row(item: Encounter) -> Row:
    """Return a meeting as a flat row."""
    return {
        "kind": item.form,
        "id": item.id,
        "date": item.date.label(),
        "who": _names(item.participants),
        "to": "",
        "words": "; ".join(item.outcome),
        "issues": "; ".join(item.agenda),
        "place": item.place.name if item.place else "",
        "status": item.status,
        **_told(item.reports.articles, item.reports.outlet_count, item.reports.origins, item.refs),
    }


def statement_row(item: Saying) -> Row:
    """Return a statement as a flat row."""
    row = item.row
    return {
        "kind": "statement",
        "id": row.id,
        "date": row.date.label(),
        "who": row.speaker.name,
        "to": row.addressee.name if row.addressee else "",
        "words": row.content,
        "issues": "; ".join(row.issues),
        "place": "",
        "status": row.kind,
        **_told(item.reports.articles, item.reports.outlet_count, item.reports.origins, item.refs),
    }


def position_row(item: Stand) -> Row:
    """Return a position as a flat row."""
    row = item.row
    return {
        "kind": "position",
        "id": row.id,
        "date": row.date.label(),
        "who": row.actor.name,
        "to": "",
        "words": row.claim,
        "issues": row.issue,
        "place": "",
        "status": row.polarity,
        **_told(item.reports.articles, item.reports.outlet_count, item.reports.origins, item.refs),
    }


def forecast_row(item: Outlook) -> Row:
    """Return a forecast as a flat row; its date is that of its horizon."""
    row = item.row
    verdict = item.outcome.verdict if item.outcome else "due" if item.due else "open"
    return {
        "kind": "forecast",
        "id": row.id,
        "date": row.horizon.label(),
        "who": row.forecaster.name,
        "to": "",
        "words": row.claim,
        "issues": row.issue or "",
        "place": "",
        "status": verdict,
        **_told(item.reports.articles, item.reports.outlet_count, item.reports.origins, item.refs),
    }


def act_row(item: Act) -> Row:
    """Return an act as a flat row."""
    row = item.row
    return {
        "kind": row.type.lower(),
        "id": row.id,
        "date": row.date.label(),
        "who": _names(row.actors),
        "to": _names(row.recipients),
        "words": next((one.quote for one in row.evidence if one.role == "row"), row.trigger),
        "issues": "",
        "place": row.place.name if row.place else "",
        "status": row.factuality,
        **_told(item.reports.articles, item.reports.outlet_count, item.reports.origins, item.refs),
    }


def article_row(item: ArticleView) -> Row:
    """Return an article as a flat row."""
    return {
        "id": item.id,
        "title": item.title or "",
        "outlet": item.outlet or "",
        "published": item.published.label(),
        "access": item.access,
        "cut_off": item.cut_off,
        "origin": item.origin,
    }


def _names(people: tuple[Participant, ...]) -> str:
    return "; ".join(one.name for one in people)


def _told(articles: int, outlets: int, origins: int, refs: tuple[Ref, ...]) -> Row:
    return {
        "articles": articles,
        "outlets": outlets,
        "origins": origins,
        "evidence": " ".join(one.label for one in refs),
    }
