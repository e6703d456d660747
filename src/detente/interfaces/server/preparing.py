"""What a first visitor would wait for is made ready when a server starts: templates, names, the desk.

The record and the course of a relationship are kept until the archive changes (`remembered`); those of
the relationships on the desk are made beside the first requests, one after the other, and then what is
counted over whole tables.
"""

from __future__ import annotations

from threading import Event, Thread

from fastapi import FastAPI, Request

from detente.errors import DetenteError
from detente.interfaces.server.access import Who
from detente.interfaces.server.language import LANGUAGES
from detente.interfaces.server.pages.about import counts_of, outlets_of
from detente.interfaces.server.pages.desk import on_the_desk
from detente.interfaces.server.pages.relationship import course_of, latest_of
from detente.interfaces.server.reading import Reading
from detente.interfaces.server.templating import environment
from detente.query.known import registry_of
from detente.query.reference import reference
from detente.store import Database


class Preparing:
    """Makes things ready in a thread of its own; `ready` is set when it is done or was stopped."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._stopped = Event()
        self.ready = Event()
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
        try:
            self._templates()
            self._relationships()
        except DetenteError:
            pass  # Whoever asks for it is told; a server that cannot prepare still answers.
        finally:
            self.ready.set()

    def _templates(self) -> None:
        for language in LANGUAGES:
            made = environment(language)
            for name in made.list_templates():
                if self._stopped.is_set():
                    return
                made.get_template(name)

    def _relationships(self) -> None:
        database: Database = self._app.state.database
        request = Request({"type": "http", "app": self._app, "headers": [], "query_string": b""})
        with database.read() as conn:
            known = registry_of(conn)
            at = Reading(conn, reference(known), known, None, Who("", "read", "link"))
            for pair in on_the_desk(request, at):
                if self._stopped.is_set():
                    return
                latest_of(request, at, pair, None, None)
                course_of(request, at, pair, None, None)
            for count in (counts_of, outlets_of):
                if not self._stopped.is_set():
                    count(request, at)
