"""The server as one application: an archive, its pages and API, behind the guards."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from detente.archive import Archive
from detente.interfaces.server import api, feeds_routes, pages
from detente.interfaces.server.access import Access
from detente.interfaces.server.guards import Bounded, Headed, KnownHost, Paced
from detente.interfaces.server.preparing import Preparing
from detente.interfaces.server.problems import answer_errors
from detente.interfaces.server.remembered import Memory
from detente.interfaces.server.settings import Settings
from detente.store import open_database


def create_app(settings: Settings) -> FastAPI:
    """Return the application over an archive that is there; raises ArchiveError where it is not.

    `app.state` holds `settings`, `database` (for reading), `archive` (for writing), `access`,
    `memory` and `preparing`.
    """
    database = open_database(settings.db, create=False)
    archive = Archive.open(settings.db, create=False)

    @asynccontextmanager
    async def closing(_: FastAPI) -> AsyncIterator[None]:
        if settings.prepare:
            app.state.preparing.start()
        yield
        app.state.preparing.stop()
        archive.close()
        database.close()

    app = FastAPI(
        title="detente",
        version=version("detente"),
        summary="The record of a relationship between states, each line with its sentence.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=closing,
    )
    app.state.settings = settings
    app.state.database = database
    app.state.archive = archive
    app.state.access = Access(settings, database)
    app.state.memory = Memory(database.state)
    app.state.preparing = Preparing(app)
    answer_errors(app)
    app.include_router(api.router)
    app.include_router(feeds_routes.router)
    app.include_router(pages.router)
    static = str(files(__package__).joinpath("static"))
    # Only what holds no secret is packed: what a page holds beside its tokens is partly the asker's.
    app.mount("/static", GZipMiddleware(StaticFiles(directory=static)), name="static")
    # The last one added is the first to see a request.
    app.add_middleware(Bounded, most=settings.most_bytes)
    app.add_middleware(Paced, most=settings.most_requests)
    app.add_middleware(KnownHost, hosts=settings.hosts)
    app.add_middleware(Headed)
    return app
