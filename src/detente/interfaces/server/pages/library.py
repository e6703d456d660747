"""The library: search with highlights and facets, and without words all articles."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query

from detente.errors import QueryError
from detente.interfaces.server.lists import LIMIT
from detente.interfaces.server.page import page
from detente.interfaces.server.reading import FirstDay, LastDay, Reading, reading
from detente.interfaces.server.rows import article_row
from detente.interfaces.server.showing import Content
from detente.query.articles import page_of_articles
from detente.query.hits import FACETS, Facet, Found, SearchKind
from detente.query.searching import KINDS, SearchSort, search

router = APIRouter()


@page(router, "/library")
def library(
    q: Annotated[str, Query(max_length=300)] = "",
    kind: Annotated[SearchKind | Literal[""], Query()] = "",
    actor: str = "",
    by: str = "",
    state: str = "",
    issue: str = "",
    outlet: str = "",
    since: Annotated[FirstDay, Query(alias="from")] = None,
    until: Annotated[LastDay, Query(alias="to")] = None,
    sort: SearchSort = "best",
    limit: Annotated[int, Query(ge=1, le=200)] = LIMIT,
    after: str | None = None,
    at: Reading = Depends(reading),
) -> Content:
    """Search everything by its words; without words list articles, the latest first."""
    chosen = {"kind": kind, "actor": actor, "state": state, "issue": issue, "outlet": outlet}
    shown = {"q": q, "by": by, "since": since, "until": until, "sort": sort, "chosen": chosen}
    filters = at.filters(
        states=(state,),
        actor=actor,
        by=by,
        issue=issue,
        outlet=outlet,
        reported_since=since,
        reported_until=until,
    )
    if not q.strip():
        listed = page_of_articles(
            at.conn, at.reference, filters, sort="-day", limit=limit, after=after or None
        )
        rows = [article_row(one) for one in listed.items]
        more: dict[str, Any] = {"page": listed, "found": None, "complaint": ""}
        return Content("library.html", listed, rows, {**shown, **more})
    kinds = (kind,) if kind else KINDS
    try:
        found = search(
            at.conn,
            at.reference,
            at.registry,
            q,
            filters,
            kinds=kinds,
            sort=sort,
            limit=limit,
            after=after or None,
        )
    except QueryError as error:
        more = {"page": None, "found": None, "complaint": str(error)}
        return Content("library.html", {"error": str(error)}, [], {**shown, **more}, status=422)
    more = {
        "found": found,
        "page": found,
        "facets": _by_field(found.facets),
        "pieces": {one.id: pieces_of(one) for one in found.items},
        "complaint": "",
    }
    rows = [
        {
            "kind": one.kind,
            "id": one.id,
            "ref": one.ref.label,
            "words": one.text,
            "who": one.who.name if one.who else "",
            "outlet": one.article.outlet or "",
            "published": one.article.published.label(),
            "title": one.article.title or "",
        }
        for one in found.items
    ]
    return Content("library.html", found, rows, {**shown, **more})


def pieces_of(found: Found) -> list[tuple[str, bool]]:
    """Return the words of a hit as pieces, each with whether it answers."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for start, stop in found.marks:
        if start > end:
            pieces.append((found.text[end:start], False))
        pieces.append((found.text[start:stop], True))
        end = stop
    return [*pieces, (found.text[end:], False)] if end < len(found.text) else pieces


def _by_field(facets: tuple[Facet, ...]) -> list[tuple[str, list[Facet]]]:
    return [
        (field, found) for field in FACETS if (found := [one for one in facets if one.field == field])
    ]
