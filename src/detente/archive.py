"""The archive: one object over adding articles, building their rows, and asking.

    with Archive.open("archive.db") as archive:
        archive.add(["articles/"])
        archive.build()
        record = archive.relationship("USA", "RUS")

One file (SQLite) or a `postgresql://` address. Articles are kept when they are added; their rows are
made by `build`, which does what is left to do and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from sqlalchemy import ColumnElement
from sqlalchemy.engine import Connection

from detente.adding import Adding, AddReport
from detente.curation import Curation
from detente.engine import CHUNK, Failed, map_chunks
from detente.errors import ArchiveError, EmptyInput, InputError
from detente.knowledge.registry_layer import registry_with
from detente.linking import StoryDesk, relink
from detente.pipeline import PIPELINE_VERSION, build_chunk, extract_all
from detente.query.archived import desk_for, extractions
from detente.query.articles import articles as find_articles
from detente.query.asked import day_of, filters_of
from detente.query.events import events as find_events
from detente.query.forecasts import forecasts as find_forecasts
from detente.query.known import registry_of
from detente.query.meetings import meetings as find_meetings
from detente.query.names import actor_ids, article_id, issue_id, state_code
from detente.query.positions import positions as find_positions
from detente.query.reference import reference
from detente.query.relationship import articles_on
from detente.query.relationship import relationship as find_relationship
from detente.query.searching import Found
from detente.query.searching import find as find_passages
from detente.query.statements import statements as find_statements
from detente.query.stories import Comparison, StoryView
from detente.query.stories import compare as compare_story
from detente.query.stories import stories as find_stories
from detente.query.timeline import DENSE, Day, timeline_of
from detente.query.views import Act, ArticleView, Encounter, Outlook, Relationship, Saying, Stand
from detente.read import find_inputs, read_path, read_text
from detente.records import Article, Extraction, Mention
from detente.store import (
    LINK,
    Built,
    Problem,
    Rows,
    Unread,
    add_articles,
    counts,
    drop_rows,
    failures,
    keep_failures,
    load,
    load_articles_as_read,
    note,
    open_database,
    own_layer,
    pending,
    put,
    refresh_identities,
    same_pages,
    tables,
    unlinked,
    unread,
    untold,
    verify,
)
from detente.worker import read_each

Progress = Callable[[int, int], None]
"""Called with how many are done and how many there are."""
_LINKED_AT_ONCE = 500
_WORTH_A_PROCESS = 100
"""Articles for each process: it takes seconds to start one and load the model into it."""
_LONGEST_NAME = 1024


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    built: int
    """Articles whose rows were made."""
    failed: tuple[tuple[str, str], ...]
    """(path, error) of the articles that broke a step; they have no rows."""
    links: int
    """Links that were made or made again."""


class Archive:
    """An open archive. Use it in a `with`, or call `close`.

    Wherever a state is asked for, its ISO code or name will do; an actor is an id, a full name or a
    surname; an issue an id or a name; a day a `date` or its ISO text. Names that nobody knows raise
    UnknownName with those that are near. Every list is a `Rows`.

    Lists of rows take these by name: `states` (each must take part), `actor`, `issue`, `article`,
    `since` and `until` (when it happened), `as_of` (what was printed by then), `limit`.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self._database = open_database(path, create=create)
        self._closed = False

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> Archive:
        """Return the archive at a path or `postgresql://` address, made when it is not there.

        Raises ArchiveError for a file that is damaged, of another program or of a newer detente, and
        without `create` for one that is not there.
        """
        return cls(path, create=create)

    @property
    def path(self) -> str:
        """Return the path or address it was opened with."""
        return self._database.name

    @property
    def own(self) -> Curation:
        """Return what a reader adds: merges, splits, names, a registry of their own."""
        self._check_open()
        return Curation(self._database, relink)

    def close(self) -> None:
        """Close it; closing twice does nothing."""
        if not self._closed:
            self._closed = True
            self._database.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Adding and building

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
        those that were there. The same text at the same address is one article."""
        with self._writing() as conn:
            twins = same_pages(conn, articles)
            fresh = [article for article in articles if article.id not in twins]
            new = add_articles(conn, fresh)
            keep_failures(conn, failed)
        added = set(new)
        return new, [twins.get(one.id, one.id) for one in articles if one.id not in added]

    def build(self, progress: Progress | None = None, processes: int = 1) -> BuildReport:
        """Make the rows of every article that has none of this version, and link them.

        An article that breaks a step is noted with its error, and the others go on. A build that was
        stopped at any moment goes on where it stopped. `processes` is the most that are started; a few
        articles are done in this one. More than one needs a main module that can be imported
        (`if __name__ == "__main__"`).
        """
        with self.reading() as conn:
            ids = pending(conn, PIPELINE_VERSION)
            own = own_layer(conn)
        built = 0
        failed: list[str] = []
        processes = max(1, min(processes, len(ids) // _WORTH_A_PROCESS))
        results = map_chunks(
            partial(build_chunk, own=own) if own else build_chunk,
            self._as_read(ids),
            processes=processes,
        )
        waiting: list[tuple[str, Built | str]] = []
        for done, (key, result) in enumerate(zip(ids, results, strict=True), 1):
            waiting.append((key, result.error if isinstance(result, Failed) else result))
            if len(waiting) >= CHUNK or done == len(ids):
                broken = [one for one, found in waiting if isinstance(found, str)]
                self._write(waiting)
                built += len(waiting) - len(broken)
                failed += broken
                waiting = []
                if progress:
                    progress(done, len(ids))
        links = self._link()
        with self.reading() as conn:
            told = [(path, error) for key, path, error in failures(conn) if key in set(failed)]
        return BuildReport(built, tuple(told), links)

    def _as_read(self, ids: Sequence[str]) -> Iterator[Article]:
        """Yield articles a chunk at a time, so that an archive may be larger than memory."""
        for first in range(0, len(ids), CHUNK):
            with self.reading() as conn:
                articles = load_articles_as_read(conn, ids[first : first + CHUNK])
            yield from articles

    def _write(self, results: Sequence[tuple[str, Built | str]]) -> None:
        built = [found for _, found in results if isinstance(found, Built)]
        errors = [(key, found) for key, found in results if isinstance(found, str)]
        with self._writing() as conn:
            put(conn, built, PIPELINE_VERSION)
            drop_rows(conn, [key for key, _ in errors])
            note(conn, errors, PIPELINE_VERSION)

    def _link(self) -> int:
        """Link the articles that are not linked yet to each other and to all others."""
        with self.reading() as conn:
            ids = unlinked(conn)
        made = 0
        for first in range(0, len(ids), _LINKED_AT_ONCE):
            chunk = ids[first : first + _LINKED_AT_ONCE]
            with self._writing() as conn:
                made += relink(conn, chunk)
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

    # Asking

    def relationship(
        self,
        left: str,
        right: str,
        *,
        since: date | str | None = None,
        until: date | str | None = None,
        as_of: date | str | None = None,
    ) -> Relationship:
        """Return the record of two states: offices, meetings, statements, positions, forecasts."""
        with self.reading() as conn:
            return find_relationship(
                conn,
                reference(registry_of(conn)),
                state_code(left),
                state_code(right),
                since=day_of(since),
                until=day_of(until),
                as_of=day_of(as_of),
            )

    def meetings(
        self,
        *,
        form: Literal["meeting", "call", "visit", "summit"] | None = None,
        status: Literal["held", "planned", "sought", "postponed", "cancelled", "declined"]
        | None = None,
        **asked: Any,
    ) -> Rows[Encounter]:
        """Return meetings in order of time, the reports of one meeting together."""
        with self.reading() as conn:
            filters = filters_of(conn, asked)
            return Rows(
                find_meetings(conn, reference(registry_of(conn)), filters, form=form, status=status)
            )

    def statements(
        self, *, by: str | None = None, speaker_state: str | None = None, **asked: Any
    ) -> Rows[Saying]:
        """Return who said what, in order of time; `by` is the speaker."""
        with self.reading() as conn:
            found = find_statements(
                conn,
                reference(registry_of(conn)),
                filters_of(conn, asked),
                by=actor_ids(by, registry_of(conn), conn) if by else (),
                speaker_state=state_code(speaker_state) if speaker_state else None,
            )
            return Rows(found)

    def positions(self, **asked: Any) -> Rows[Stand]:
        """Return where each stands on an issue, in order of time."""
        with self.reading() as conn:
            return Rows(find_positions(conn, reference(registry_of(conn)), filters_of(conn, asked)))

    def forecasts(self, *, due_by: date | str | None = None, **asked: Any) -> Rows[Outlook]:
        """Return what is said to come; `due_by` keeps those whose horizon has passed by then."""
        with self.reading() as conn:
            filters = filters_of(conn, asked)
            return Rows(
                find_forecasts(conn, reference(registry_of(conn)), filters, due_by=day_of(due_by))
            )

    def events(self, *, type: str | None = None, **asked: Any) -> Rows[Act]:
        """Return who did what to whom; `type` is a PLOVER event type."""
        with self.reading() as conn:
            return Rows(
                find_events(conn, reference(registry_of(conn)), filters_of(conn, asked), type=type)
            )

    def stories(self, *, at_least: int = 1, **asked: Any) -> Rows[StoryView]:
        """Return happenings with the articles that tell them, in order of time.

        `at_least` is how many independent origins must tell one; `since`, `until`, `as_of`, `limit` as
        for all lists.
        """
        days = _days(asked)
        with self.reading() as conn:
            known = reference(registry_of(conn))
            return Rows(find_stories(conn, known, at_least=at_least, **days, **asked))

    def compare(self, story: str, *, as_of: date | str | None = None) -> Comparison:
        """Return a story, by its id or the beginning of one, claim by claim: who tells it, who not."""
        with self.reading() as conn:
            return compare_story(conn, reference(registry_of(conn)), story, as_of=day_of(as_of))

    def timeline(
        self, left: str, right: str, *, issue: str | None = None, days: int = DENSE, **asked: Any
    ) -> Rows[Day]:
        """Return what happened between two states, day by day, in sentences; see `query.timeline`."""
        bounds = _days(asked)
        with self.reading() as conn:
            known = reference(registry_of(conn))
            about = issue_id(issue, known) if issue else None
            ids = articles_on(conn, known, state_code(left), state_code(right))
            desk, found = desk_for(conn, ids, known), extractions(conn, ids)
            return Rows(timeline_of(found, desk, days=days, issue=about, **bounds, **asked))

    def mentions(self, *, actor: str | None = None, article: str | None = None) -> Rows[Mention]:
        """Return where somebody is named, by article and place in the text."""
        table = tables.mention.c
        with self.reading() as conn:
            where: list[ColumnElement[bool]] = []
            if actor:
                where.append(table.actor_id.in_(actor_ids(actor, registry_of(conn), conn)))
            if article:
                where.append(table.article == article_id(conn, article))
            return Rows(load(conn, Mention, *where))

    def articles(
        self,
        *,
        outlet: str | None = None,
        as_of: date | str | None = None,
        limit: int | None = None,
    ) -> Rows[ArticleView]:
        """Return the articles in order of publication, those without a date last."""
        with self.reading() as conn:
            found = find_articles(
                conn, reference(registry_of(conn)), outlet=outlet, as_of=day_of(as_of), limit=limit
            )
            return Rows(found)

    def extraction(self, article: str) -> Extraction:
        """Return one article, given by its id or short id, with everything that it yields."""
        with self.reading() as conn:
            return extractions(conn, [article_id(conn, article)])[0]

    def search(self, words: str, **asked: Any) -> Rows[Found]:
        """Return the passages with all the words, best first; see `detente.query.searching.find`."""
        for name in ("since", "until", "as_of"):
            if name in asked:
                asked[name] = day_of(asked[name])
        with self.reading() as conn:
            if by := asked.pop("by", None):
                asked["by"] = actor_ids(by, registry_of(conn), conn)
            if article := asked.pop("article", None):
                asked["article"] = article_id(conn, article)
            return Rows(find_passages(conn, reference(registry_of(conn)), words, **asked))

    def counts(self) -> dict[str, int]:
        """Return how many rows of each kind it has."""
        with self.reading() as conn:
            return counts(conn)

    def failures(self) -> tuple[tuple[str, str, str], ...]:
        """Return (article id, path, error) of every article that has no rows because it failed."""
        with self.reading() as conn:
            return tuple(failures(conn))

    def unread(self) -> tuple[Unread, ...]:
        """Return what could not be read of the inputs that were added, and was not since."""
        with self.reading() as conn:
            return tuple(unread(conn))

    def verify(self) -> list[Problem]:
        """Read the words of every row again and return what is not there; nothing when all is sound."""
        with self.reading() as conn:
            return list(verify(conn))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give one state of the archive to read queries of `detente.query` from."""
        self._check_open()
        with self._database.read() as conn:
            yield conn

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._check_open()
        with self._database.write() as conn:
            yield conn

    def _check_open(self) -> None:
        if self._closed:
            raise ArchiveError(f"archive {self.path!r}: it is closed", "open it again")


def _days(asked: dict[str, Any]) -> dict[str, Any]:
    """Take the bounds in time out of what was asked for, and return them as days."""
    return {name: day_of(asked.pop(name, None)) for name in ("since", "until", "as_of")}


def open_archive(path: str | Path, *, create: bool = True) -> Archive:
    """Return the archive at a path or `postgresql://` address, made when it is not there.

    The same as `Archive.open`; it is `detente.open`.
    """
    return Archive(path, create=create)


def read(what: str | Path) -> Extraction:
    """Return what one article yields, given as its text or as the path of a file; no archive is made.

    A `Path`, and a text of one line that is the name of a file, is read from the disk; every other
    text is the article itself. Raises InputError when it cannot be read, and when a file holds several
    articles, and RuntimeError, which names it, when a step breaks on it.

        detente.read("Ms Example met Mr Sample in Geneva on Monday.").meetings[0].place
    """
    if isinstance(what, Path) or _is_path(what):
        items = list(read_path(what))
        if len(items) != 1:
            raise InputError(
                f"{what}: {len(items)} articles in one file",
                "add it to an archive, which takes them all",
            )
        item = items[0]
        if isinstance(item, InputError):
            raise item
    elif what.strip():
        item = read_text(what)
    else:
        raise EmptyInput("the text is empty", "give the text of an article or the path of a file")
    return next(extract_all([item]))


def _is_path(text: str) -> bool:
    """Say whether a text names a file; one that looks like a name without blanks is taken for one."""
    if "\n" in text or len(text) > _LONGEST_NAME or not text.strip():
        return False
    looks_like_one = " " not in text and ("/" in text or "." in text.strip("."))
    return looks_like_one or Path(text).is_file()
