"""Stories: what several outlets tell, one of them, and a grid of who tells which claim."""

from __future__ import annotations

import re
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
from detente.query.refs import label
from detente.query.stories import Claim, compare, page_of_stories, story
from detente.query.views import Act, ArticleView, Encounter, Saying
from detente.records import Event, Meeting, Statement
from detente.store import load_ids

router = APIRouter()
_MOST_CLAIMS = 60
_MARKS = "\"“”„«»'‘’ ,."
_WORD = re.compile(r"\w+")


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
    label: str
    """The reference to that sentence."""
    key: tuple[str, ...]
    """What is compared: of a meeting its slots, of an act its type and whether it happened, of a remark
    its words as they are compared."""
    differs: bool = False
    """Whether it is not what most tell; of a remark, not in the words of the claim."""
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
    same: tuple[bool, ...]
    """For each column whether it has the very words of the claim."""


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
    columns = columns_of(found.story.articles)
    claims = [
        claim
        for claim in found.claims
        if len(claim.told_by) > 1 or isinstance(claim.item, Encounter) or claim.item.row.issues
    ][:_MOST_CLAIMS]
    said = {row.id: row for row in load_ids(at.conn, Statement, _rows(claims, Saying))}
    done = {row.id: row for row in load_ids(at.conn, Event, _rows(claims, Act))}
    lines = [line_of(claim, columns, {**said, **done}) for claim in claims]
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


def columns_of(articles: Sequence[ArticleView]) -> list[Column]:
    """Return the columns of a grid: articles of one origin share one."""
    by_origin: dict[str, list[ArticleView]] = {}
    for article in articles:
        by_origin.setdefault(article.origin, []).append(article)
    return [Column(origin, tuple(found)) for origin, found in by_origin.items()]


def line_of(claim: Claim, columns: Sequence[Column], said: Mapping[str, Statement | Event]) -> Line:
    """Return a claim across the columns; `said` are the rows of its remark or act by their ids."""
    cells = [_cell(claim, column, said) for column in columns]
    told = [cell.key for cell in cells if cell]
    item = claim.item
    if isinstance(item, Saying):
        usual = _compared(item.row.content)
    else:
        usual = max(told, key=told.count) if told else ()
    marked = tuple(replace(cell, differs=cell.key != usual) if cell else None for cell in cells)
    own = () if isinstance(item, Encounter) else _compared(_words_of(item.row))
    same = tuple(cell is not None and bool(own) and _compared(cell.words) == own for cell in cells)
    return Line(claim, marked, any(cell.differs for cell in marked if cell), same)


def _cell(claim: Claim, column: Column, said: Mapping[str, Statement | Event]) -> Cell | None:
    ids = {article.id for article in column.articles}
    item = claim.item
    if isinstance(item, Encounter):
        for row in item.rows:
            if row.article in ids:
                place = row.place.name if row.place else ""
                parts = (row.date.label() if row.date.known else "", place, row.status)
                label = _label(column, row.article, row.sentence)
                words = ", ".join(part for part in parts if part)
                return Cell(words, row.article, row.sentence, label, parts, row=row)
        return None
    for id in item.same:
        if (found := said.get(id)) and found.article in ids:
            words = " ".join(_words_of(found).split()).strip(_MARKS)
            key = (found.type, found.factuality) if isinstance(found, Event) else _compared(words)
            label = _label(column, found.article, found.sentence)
            return Cell(words, found.article, found.sentence, label, key)
    return None


def _words_of(row: Statement | Event) -> str:
    """Return what a row is told by: of a remark its words, of an act its sentence."""
    if isinstance(row, Statement):
        return row.content
    return next((one.quote for one in row.evidence if one.role == "row"), row.trigger)


def _compared(words: str) -> tuple[str, ...]:
    """Return words as they are compared: without case, marks and stops.

    >>> _compared("“We will NOT stop,” ") == _compared("we will not stop")
    True
    """
    return tuple(_WORD.findall(words.casefold()))


def _label(column: Column, article: str, sentence: int) -> str:
    short = next(one.short for one in column.articles if one.id == article)
    return label(short, sentence)
