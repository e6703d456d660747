"""The HTTP API under /api/v1: one module a group of paths, over the same queries as the pages."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from detente.interfaces.server.api import (
    across,
    correcting,
    handing,
    judging,
    keeping,
    lists,
    openapi,
    people,
    tools,
)
from detente.interfaces.server.api.asking import known_only

_v1 = APIRouter(prefix="/api/v1", dependencies=[Depends(known_only)])
for part in (lists, across, people, tools, judging, correcting, keeping, handing):
    _v1.include_router(part.router)
router = APIRouter()
router.include_router(openapi.router)
router.include_router(tools.health)
router.include_router(_v1)
