"""What came into the record since a reader saw it last: the rows themselves, article by article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request

from detente.interfaces.server.page import page
from detente.interfaces.server.pages.desk import MOST_NUMBER
from detente.interfaces.server.reading import Reading, reading
from detente.interfaces.server.showing import Content
from detente.query.arrivals import KINDS, arrived
from detente.query.names import state_code

router = APIRouter()
Kind = Literal["article", "meeting", "statement", "position", "forecast", "event", ""]
Number = Annotated[int, Query(ge=0, le=MOST_NUMBER)]


@page(router, "/new")
def new(
    request: Request,
    since: Number = 0,
    states: Annotated[Sequence[str], Query()] = (),
    kind: Annotated[Kind, Query()] = "",
    after: Number = 0,
    at: Reading = Depends(reading),
) -> Content:
    """List what came in after the change of a number, in the order in which it came."""
    codes = tuple(state_code(state) for state in states if state.strip())
    found = arrived(
        at.conn,
        at.reference,
        since,
        states=codes,
        kind=kind or None,
        as_of=at.as_of,
        after=after,
    )
    rows = [
        {
            "n": one.n,
            "id": one.id,
            "kind": one.kind,
            "article": one.article.id,
            "outlet": one.article.outlet or "",
            "published": one.article.published.label(),
            "sentence": one.ref.sentence if one.ref else "",
            "words": one.words,
        }
        for one in found.items
    ]
    told = [
        [list(same) for _, same in groupby(group, key=lambda one: one.ref)]
        for _, group in groupby(found.items, key=lambda one: one.article.id)
    ]
    shown = {
        "page": found,
        "told": told,
        "since": since,
        "states": codes,
        "names": at.reference.states,
        "kind": kind,
        "kinds": KINDS,
    }
    return Content("new.html", found, rows, shown)
