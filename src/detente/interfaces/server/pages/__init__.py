"""The pages: one module each, under the name of what it shows."""

from __future__ import annotations

from fastapi import APIRouter

from detente.interfaces.server.pages import (
    actors,
    article,
    desk,
    entering,
    forecasts,
    issue,
    meetings,
    relationship,
    row,
    statements,
    stories,
)

router = APIRouter(include_in_schema=False)
for part in (
    entering,
    desk,
    relationship,
    issue,
    article,
    row,
    meetings,
    statements,
    forecasts,
    stories,
    actors,
):
    router.include_router(part.router)
