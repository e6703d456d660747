"""Sagas: what goes on over months, as chains of stories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, reading
from detente.interfaces.server.remembered import memory_of
from detente.interfaces.server.showing import Content
from detente.query.names import state_code
from detente.query.sagas import SagaView, sagas_of

router = APIRouter()
_MOST = 30
_READ = 1_000
"""Articles, those printed last, whose stories are looked at; the command looks at all."""


@page(router, "/sagas")
def listed(
    request: Request,
    states: Annotated[Sequence[str], Query()] = (),
    at_least: Annotated[int, Query(ge=1, le=50)] = 2,
    at: Reading = Depends(reading),
) -> Content:
    """List sagas, the one told of last first; `at_least` is how many stories one has."""
    codes = tuple(state_code(state) for state in states if state.strip())
    found = sagas_latest(request, at, codes, at_least)
    latest = sorted(found, key=lambda one: (str(one.last or ""), one.id), reverse=True)
    rows = [
        {
            "id": saga.id,
            "issues": "; ".join(saga.issues),
            "parties": " ".join(saga.parties),
            "day": line.first,
            "story": line.id,
            "title": line.title or "",
            "articles": line.articles,
        }
        for saga in latest
        for line in saga.stories
    ]
    shown = {
        "sagas": latest[:_MOST],
        "more": max(0, len(latest) - _MOST),
        "states": list(states),
        "at_least": at_least,
        "names": at.reference.states,
    }
    return Content("sagas.html", latest, rows, shown)


def sagas_latest(
    request: Request, at: Reading, states: tuple[str, ...] = (), at_least: int = 2
) -> list[SagaView]:
    """Return the sagas of what was printed last, kept until the archive changes."""

    def made() -> list[SagaView]:
        return sagas_of(
            at.conn, at.reference, states=states, at_least=at_least, as_of=at.as_of, most=_READ
        )

    return memory_of(request).get(("sagas", states, at_least, at.as_of), made)
