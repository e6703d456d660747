"""The pages: one module each, under the name of what it shows."""

from __future__ import annotations

from fastapi import APIRouter

from detente.interfaces.server.pages import desk, entering, relationship

router = APIRouter(include_in_schema=False)
for part in (entering.router, desk.router, relationship.router):
    router.include_router(part)
