"""What a first visitor would wait for is made ready when a server starts: templates, names, the desk.

The record and the course of a relationship are kept until the archive changes (`remembered`); those of
the relationships on the desk are made beside the first requests, one after the other, then the desk,
the sagas, and what is counted over whole tables. When somebody has written to the archive and it has
been left alone for a moment, all this is made anew: who judges ten proposals in a row waits for none.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Event, Thread

from fastapi import FastAPI, Request

from detente.errors import DetenteError
from detente.interfaces.server.access import Who
from detente.interfaces.server.language import LANGUAGES
from detente.interfaces.server.pages.about import counts_of, outlets_of
from detente.interfaces.server.pages.desk import desk_of, on_the_desk
from detente.interfaces.server.pages.relationship import course_of, latest_of
from detente.interfaces.server.pages.sagas import sagas_latest
from detente.interfaces.server.reading import Reading
from detente.interfaces.server.templating import environment
from detente.query.known import registry_of
from detente.query.reference import reference
from detente.store import Database

PAUSE = 3.0
"""Seconds between two looks at the archive; a change must be as old before all is made again."""


class Preparing:
    """Makes things ready in a thread of its own; `ready` is set when it is done or was stopped.

    `made_for` is the state of the archive that things were made ready for last.
    """

    def __init__(self, app: FastAPI, pause: float = PAUSE) -> None:
        self._app = app
        self._pause = pause
        self._stopped = Event()
        self.ready = Event()
        self.made_for = ""
        self._thread = Thread(target=self._run, name="preparing", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after what is being made; nothing is read any more when this returns."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        database: Database = self._app.state.database
        try:
            self._templates()
            self._attempt(database)
        finally:
            self.ready.set()
        seen = self.made_for
        while not self._stopped.wait(self._pause):
            with suppress(DetenteError):
                now = database.state()
                if now == seen != self.made_for:
                    self._attempt(database)
                seen = now

    def _attempt(self, database: Database) -> None:
        with suppress(DetenteError):  # Whoever asks for it is told; a server that cannot still answers.
            now = database.state()
            self._made(database)
            self.made_for = now

    def _templates(self) -> None:
        for language in LANGUAGES:
            made = environment(language)
            for name in made.list_templates():
                if self._stopped.is_set():
                    return
                made.get_template(name)

    def _made(self, database: Database) -> None:
        request = Request({"type": "http", "app": self._app, "headers": [], "query_string": b""})
        with database.read() as conn:
            known = registry_of(conn)
            at = Reading(conn, reference(known), known, None, Who("", "read", "link"))
            for pair in on_the_desk(request, at):
                if self._stopped.is_set():
                    return
                latest_of(request, at, pair, None, None)
                course_of(request, at, pair, None, None)
            for made in (desk_of, sagas_latest, counts_of, outlets_of):
                if self._stopped.is_set():
                    return
                made(request, at)
