"""Stories: what several outlets tell, one of them, and a grid of who tells which claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from detente.interfaces.server.lists import LIMIT
from detente.interfaces.server.page import page
from detente.interfaces.server.reading import FirstDay, LastDay, Reading, reading
from detente.interfaces.server.rows import article_row, row_of
from detente.interfaces.server.showing import Content
from detente.query.disagreements import disagreements
from detente.query.stories import Claim, compare, page_of_stories, story
from detente.query.views import Act, ArticleView, Encounter, Saying
from detente.records import Event, Meeting, Statement
from detente.store import load_ids

router = APIRouter()
_MOST_CLAIMS = 60


@dataclass(frozen=True, slots=True)
class Column:
    """One origin of a story: articles whose words come from one place."""

    origin: str
    """What they share."""
    articles: tuple[ArticleView, ...]
    """The articles, in order of publication."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one origin tells of a claim."""

    words: str
    """Its words, or its slots of a meeting; empty where it is silent."""
    article: str
    """The article they are in."""
    sentence: int
    """Number of the sentence."""
    differs: bool
    """Whether it is not what most tell."""
    row: Meeting | None = None
    """Of a meeting the slots as it tells them; None of words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A claim across the columns."""

    claim: Claim
    """The claim."""
    cells: tuple[Cell | None, ...]
    """A cell for each column; None where it is silent."""
    differs: bool
    """Whether any of its cells does."""


@page(router, "/stories")
def listed(
    since: Annotated[FirstDay, Query(alias="from")] = None,
    until: Annotated[LastDay, Query(alias="to")] = None,
    origins: Annotated[int, Query(ge=1, le=50)] = 2,
    limit: Annotated[int, Query(ge=1, le=200)] = LIMIT,
    after: str | None = None,
    at: Reading = Depends(reading),
) -> Content:
    """List stories, the latest first; `origins` is how many must tell one."""
    found = page_of_stories(
        at.conn,
        at.reference,
        since=since,
        until=until,
        as_of=at.as_of,
        at_least=origins,
        sort="-day",
        limit=limit,
        after=after or None,
    )
    rows = [
        {
            "id": one.id,
            "title": one.title or "",
            "first": one.first,
            "last": one.last,
            "articles": one.reports.articles,
            "outlets": one.reports.outlet_count,
            "origins": one.reports.origins,
        }
        for one in found.items
    ]
    shown = {"page": found, "since": since, "until": until, "origins": origins}
    return Content("stories.html", found, rows, shown)


@page(router, "/s/{key}")
def one(key: str, at: Reading = Depends(reading)) -> Content:
    """Show a story: its articles and what their reports differ on."""
    found = story(at.conn, at.reference, f"story:{key}", as_of=at.as_of)
    differing = disagreements(at.conn, at.reference, story_name=found.id, as_of=at.as_of)
    rows = [article_row(one) for one in found.articles]
    return Content("story.html", found, rows, {"story": found, "differing": differing})


@page(router, "/s/{key}/compare")
def compared(key: str, at: Reading = Depends(reading)) -> Content:
    """Lay the outlets of a story side by side, claim by claim."""
    found = compare(at.conn, at.reference, f"story:{key}", as_of=at.as_of)
    columns = _columns(found.story.articles)
    claims = [
        claim
        for claim in found.claims
        if len(claim.told_by) > 1 or isinstance(claim.item, Encounter) or claim.item.row.issues
    ][:_MOST_CLAIMS]
    said = {row.id: row for row in load_ids(at.conn, Statement, _rows(claims, Saying))}
    done = {row.id: row for row in load_ids(at.conn, Event, _rows(claims, Act))}
    lines = [_line(claim, columns, {**said, **done}) for claim in claims]
    rows = [
        {
            **row_of(line.claim.item),
            **{
                (one.articles[0].outlet or one.articles[0].short): cell.words if cell else ""
                for one, cell in zip(columns, line.cells, strict=True)
            },
        }
        for line in lines
    ]
    differing = disagreements(at.conn, at.reference, story_name=found.story.id, as_of=at.as_of)
    shown = {
        "story": found.story,
        "columns": columns,
        "lines": lines,
        "more": len(found.claims) - len(claims),
        "differing": differing,
    }
    return Content("compare.html", found, rows, shown)


def _rows(claims: Sequence[Claim], kind: type[Saying] | type[Act]) -> list[str]:
    return [id for one in claims if isinstance(one.item, kind) for id in one.item.same]


def _columns(articles: Sequence[ArticleView]) -> list[Column]:
    by_origin: dict[str, list[ArticleView]] = {}
    for article in articles:
        by_origin.setdefault(article.origin, []).append(article)
    return [Column(origin, tuple(found)) for origin, found in by_origin.items()]


def _line(claim: Claim, columns: Sequence[Column], said: Mapping[str, Statement | Event]) -> Line:
    cells = [_cell(claim, column, said) for column in columns]
    told = [cell.words.casefold() for cell in cells if cell]
    usual = max(set(told), key=told.count) if told else ""
    marked = tuple(
        replace(cell, differs=cell.words.casefold() != usual) if cell else None for cell in cells
    )
    return Line(claim, marked, any(cell.differs for cell in marked if cell))


def _cell(claim: Claim, column: Column, said: Mapping[str, Statement | Event]) -> Cell | None:
    ids = {article.id for article in column.articles}
    item = claim.item
    if isinstance(item, Encounter):
        for row in item.rows:
            if row.article in ids:
                place = row.place.name if row.place else ""
                parts = (row.date.label() if row.date.known else "", place, row.status)
                words = ", ".join(part for part in parts if part)
                return Cell(words, row.article, row.sentence, False, row)
        return None
    for id in item.same:
        if (found := said.get(id)) and found.article in ids:
            content = found.trigger if isinstance(found, Event) else found.content
            words = " ".join(content.split()).strip("\"“”„«»'‘’ ,.")
            return Cell(words, found.article, found.sentence, False)
    return None
