"""Articles are kept, their rows are made, and the rows are linked: what is left to do and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy.engine import Connection

from detente.adding import Adding, AddReport
from detente.archive.beside import read_beside
from detente.archive.regrouping import regroup
from detente.archive.session import Session
from detente.curation import Curation
from detente.engine import CHUNK, Failed, map_chunks
from detente.errors import InputError
from detente.knowledge.registry_layer import registry_with
from detente.linking import StoryDesk, relink
from detente.pipeline import PIPELINE_VERSION, build_chunk
from detente.query.known import registry_of
from detente.query.reference import reference
from detente.read import find_inputs
from detente.records import Article
from detente.steady import steady
from detente.store import (
    LINK,
    Built,
    add_articles,
    drop_rows,
    failures,
    keep_failures,
    load_articles_as_read,
    note,
    own_layer,
    pending,
    put,
    refresh_identities,
    same_pages,
    unlinked,
    untold,
)
from detente.store.shelf import Shelf
from detente.worker import read_each

Progress = Callable[[int, int], None]
"""Called with how many are done and how many there are."""
_LINKED_AT_ONCE = 500
_WRITTEN_AT_ONCE = 4 * CHUNK
"""Articles a transaction: what a stop loses, against what each transaction costs beside its rows."""
_WORTH_A_PROCESS = 100
"""Articles for each process: it takes seconds to start one and load the model into it."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    built: int
    """Articles whose rows were made."""
    failed: tuple[tuple[str, str], ...]
    """(path, error) of the articles that broke a step; they have no rows."""
    links: int
    """Links that were made or made again."""


def compare(conn: Connection, articles: Sequence[str]) -> int:
    """Link the rows of some articles afresh, show as one what is one, and return the links made."""
    shelf = Shelf(conn)
    made = relink(conn, articles, shelf)
    regroup(conn, articles, reference(registry_of(conn)), shelf)
    return made


class Building(Session):
    """What an archive does to articles."""

    @property
    def own(self) -> Curation:
        """Return what a reader adds: merges, splits, names, a registry of their own."""
        self._check_open()
        return Curation(self._database, compare)

    def add(self, paths: Iterable[str | Path], progress: Progress | None = None) -> AddReport:
        """Read files, folders or "-" and keep their articles; rows are made by `build`.

        Never raises for an input that cannot be read, in time and memory (`detente.worker`): it is in
        the report and in `unread`, the others are kept.
        """
        inputs = find_inputs([str(path) for path in paths])
        adding = Adding(self.keep)
        done = 0
        for at, item in read_each(inputs):
            for number in range(done, at):
                adding.finished(inputs[number])
                if progress:
                    progress(number + 1, len(inputs))
            done = at
            adding.take(inputs[at], item)
        for number in range(done, len(inputs)):
            adding.finished(inputs[number])
            if progress:
                progress(number + 1, len(inputs))
        return adding.report()

    def add_read(self, name: str, items: Iterable[Article | InputError]) -> AddReport:
        """Keep what was read already; `name` is the path or address that it came from."""
        adding = Adding(self.keep)
        for item in items:
            adding.take(name, item)
        adding.finished(name)
        return adding.report()

    def keep(
        self, articles: Sequence[Article], failed: Mapping[str, Sequence[InputError]]
    ) -> tuple[list[str], list[str]]:
        """Write articles, and what could not be read of which input; return the ids that are new and
        those that were there. The same text at the same address is one article. Each reads beside the
        other pages of its outlet (`archive.beside`)."""
        with self._writing() as conn:
            twins = same_pages(conn, articles)
            fresh = [article for article in articles if article.id not in twins]
            new = add_articles(conn, fresh)
            keep_failures(conn, failed)
            added = set(new)
            read_beside(conn, [article for article in fresh if article.id in added])
        return new, [twins.get(one.id, one.id) for one in articles if one.id not in added]

    def build(self, progress: Progress | None = None, processes: int = 1) -> BuildReport:
        """Make the rows of every article that has none of this version, and link them.

        An article that breaks a step is noted with its error, and the others go on. A build that was
        stopped at any moment goes on where it stopped. `processes` is the most that are started; a few
        articles are done in this one. More than one needs a main module that can be imported
        (`if __name__ == "__main__"`).
        """
        with steady():
            return self._build(progress, processes)

    def _build(self, progress: Progress | None, processes: int) -> BuildReport:
        with self.reading() as conn:
            ids = pending(conn, PIPELINE_VERSION)
            own = own_layer(conn)
        failed: list[str] = []
        processes = max(1, min(processes, len(ids) // _WORTH_A_PROCESS))
        results = map_chunks(
            partial(build_chunk, own=own) if own else build_chunk,
            self._as_read(ids),
            processes=processes,
        )
        waiting: list[tuple[str, Built | str]] = []
        try:
            for done, (key, result) in enumerate(zip(ids, results, strict=True), 1):
                waiting.append((key, result.error if isinstance(result, Failed) else result))
                if len(waiting) >= _WRITTEN_AT_ONCE:
                    ready, waiting = waiting, []
                    failed += self._write(ready)
                if progress and done % CHUNK == 0:
                    progress(done, len(ids))
        finally:
            # Whoever stops a build keeps what it has made.
            failed += self._write(waiting)
        if progress and len(ids) % CHUNK:
            progress(len(ids), len(ids))
        links = self._link()
        with self.reading() as conn:
            told = [(path, error) for key, path, error in failures(conn) if key in set(failed)]
        return BuildReport(len(ids) - len(failed), tuple(told), links)

    def _as_read(self, ids: Sequence[str]) -> Iterator[Article]:
        """Yield articles a chunk at a time, so that an archive may be larger than memory."""
        for first in range(0, len(ids), CHUNK):
            with self.reading() as conn:
                articles = load_articles_as_read(conn, ids[first : first + CHUNK])
            yield from articles

    def _write(self, results: Sequence[tuple[str, Built | str]]) -> list[str]:
        """Write what articles yielded, and return those of them that broke a step."""
        if not results:
            return []
        built = [found for _, found in results if isinstance(found, Built)]
        errors = [(key, found) for key, found in results if isinstance(found, str)]
        with self._writing() as conn:
            put(conn, built, PIPELINE_VERSION)
            drop_rows(conn, [key for key, _ in errors])
            note(conn, errors, PIPELINE_VERSION)
        return [key for key, _ in errors]

    def _link(self) -> int:
        """Link the articles that are not linked yet to each other and to all others."""
        with self.reading() as conn:
            ids = unlinked(conn)
        made = 0
        for first in range(0, len(ids), _LINKED_AT_ONCE):
            chunk = ids[first : first + _LINKED_AT_ONCE]
            with self._writing() as conn:
                made += compare(conn, chunk)
                note(conn, [(key, None) for key in chunk], PIPELINE_VERSION, LINK)
        made += self._tell()
        if ids:
            with self._writing() as conn:
                refresh_identities(conn, registry_with(own_layer(conn)))
        return made

    def _tell(self) -> int:
        """Put the articles that tell no story yet into stories, in order of their days."""
        with self.reading() as conn:
            ids = untold(conn)
        made, desk = 0, StoryDesk()
        for first in range(0, len(ids), _LINKED_AT_ONCE):
            with self._writing() as conn:
                made += desk.place(conn, ids[first : first + _LINKED_AT_ONCE])
        return made
