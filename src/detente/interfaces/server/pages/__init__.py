"""The pages: one module each, under the name of what it shows."""

from __future__ import annotations

from fastapi import APIRouter

from detente.interfaces.server.pages import (
    about,
    actors,
    article,
    brief,
    collections,
    correcting,
    desk,
    entering,
    forecasts,
    issue,
    library,
    meetings,
    network,
    new,
    relationship,
    review,
    row,
    sagas,
    statements,
    stories,
    timeline,
)

router = APIRouter(include_in_schema=False)
for part in (
    about,
    actors,
    article,
    brief,
    collections,
    correcting,
    desk,
    entering,
    forecasts,
    issue,
    library,
    meetings,
    network,
    new,
    relationship,
    review,
    row,
    sagas,
    statements,
    stories,
    timeline,
):
    router.include_router(part.router)
