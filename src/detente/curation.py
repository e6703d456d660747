"""What a reader does to whom an archive knows: merge, split, rename, and a registry of their own.

    with Archive.open("archive.db") as archive:
        archive.own.merge("Sergey Primerov", "Sergei Primerov")
        archive.own.import_file("holders.csv", "csv")
        archive.build()

Names are ids, full names or surnames, as everywhere. Judgements show at once and outlive every
rebuild; after an import, `build` makes anew the articles that a changed name or office stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import RegistryError, UnknownName
from detente.knowledge.diaries import DiaryFormat, read_diary_file
from detente.knowledge.issue_layer import OwnIssue, own_issue
from detente.knowledge.issues import named_issue
from detente.knowledge.registry import Registry
from detente.knowledge.registry_import import Imported, RawTerm, assemble, read_layer
from detente.knowledge.registry_layer import Layer, registry_with
from detente.link.scored import Relation
from detente.query.corrections import row_of, value_for
from detente.query.known import registry_of
from detente.query.names import actor_ids
from detente.query.opened import told_with
from detente.query.proposals import articles_of
from detente.records import Judgement, Link
from detente.store import (
    Database,
    judgements,
    own_layer,
    refresh_identities,
    shown_ids,
    tables,
)
from detente.store.correcting import Corrected, corrections
from detente.userdata import (
    Answer,
    correct,
    decide,
    drop_issue,
    drop_layer,
    forget,
    judge_different,
    judge_name,
    judge_same,
    own_issues,
    put_diary,
    put_issue,
    put_layer,
    reopen,
    take_back_last,
    tell_apart,
    touched_by,
    uncorrect,
)

_CHUNK = 500
_ONE: dict[str, Relation] = {"meeting": "same-meeting", "statement": "same-statement"}
"""The relation that says that rows of a kind are one thing."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    imported: Imported
    """What was taken over, and what was left out."""
    articles: int
    """Articles that the next build makes anew, because a changed name or office stands in them."""


class Curation:
    """The reader's judgements and registry in one archive; see `Archive.own`."""

    def __init__(self, database: Database, relink: Callable[[Connection, Sequence[str]], int]) -> None:
        self._database = database
        self._relink = relink

    def registry(self) -> Registry:
        """Return the registry as this archive knows it."""
        with self._database.read() as conn:
            return registry_of(conn)

    def layer(self) -> Layer:
        """Return the reader's registry alone."""
        with self._database.read() as conn:
            return own_layer(conn)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return every judgement in the order in which they were made."""
        with self._database.read() as conn:
            return tuple(judgements(conn))

    def merge(self, kept: str, other: str) -> tuple[Judgement, ...]:
        """Judge that two names are of one actor, who is shown as the first.

        Raises UnknownName for a name that nobody or several have, and for two that are one.
        """
        with self._database.write() as conn:
            first, second = self._ids(conn, kept), self._ids(conn, other)
            made = judge_same(conn, _kept_first(conn, first, kept), second)
            self._settle(conn, (*first, *second))
        return tuple(made)

    def split(self, left: str, right: str) -> tuple[Judgement, ...]:
        """Judge that two are not one; a merge of them, by a reader or the machine, is undone.

        Raises UnknownName for a name that nobody or several have. Where two of one name were merged,
        each must be named by its id.
        """
        with self._database.write() as conn:
            first, second = self._alone(conn, left), self._alone(conn, right)
            made = judge_different(conn, first, second)
            self._settle(conn, (*first, *second))
        return tuple(made)

    def decide(self, link: str, answer: Answer) -> Link:
        """Write a verdict on a link that the machine proposes, and return the link as it was.

        Raises UnknownName for a link that is not there.
        """
        with self._database.write() as conn:
            before = decide(conn, link, answer)
            self._again(conn, articles_of(conn, before))
        return before

    def split_off(self, row: str) -> int:
        """Judge that a meeting or remark is none of those it is shown with; return how many they are.

        Raises UnknownName for a row of another kind.
        """
        relation = _ONE.get(row.partition(":")[0])
        if relation is None:
            raise UnknownName(f"{row!r} is no report of something", "name a meeting or a statement")
        with self._database.write() as conn:
            others = told_with(conn, row)
            before = tell_apart(conn, row, others, relation)
            self._again(conn, {article for link in before for article in articles_of(conn, link)})
        return len(others)

    def take_back(self) -> tuple[Link, ...]:
        """Take back the last verdict on links; return the links, none when there was no verdict."""
        with self._database.write() as conn:
            before = take_back_last(conn)
            self._again(conn, {article for link in before for article in articles_of(conn, link)})
        return tuple(before)

    def correct(self, row: str, slot: str, text: str, by: str = "") -> Corrected:
        """Judge what one slot of a row is: `correct("meeting:0f3a", "date", "2013-05-07")`.

        The row says so from now on, in every list and link, until `uncorrect`; `by` is who judged.
        Raises UnknownName for a row or slot that is not there, and for a text that names nothing.
        """
        with self._database.write() as conn:
            known = registry_of(conn)
            found = row_of(conn, row)
            made = correct(conn, found, slot, value_for(conn, known, found, slot, text), by)
            self._again(conn, [found.article])
        return made

    def uncorrect(self, row: str, slot: str) -> Corrected:
        """Take back what a slot was corrected to: it says again what was read; return what it was.

        Raises UnknownName for a slot that nobody corrected.
        """
        with self._database.write() as conn:
            was = uncorrect(conn, row, slot)
            if was.there:
                self._again(conn, [was.article])
        return was

    def corrections(self, row: str | None = None) -> tuple[Corrected, ...]:
        """Return what was corrected, of one row or of all, in the order in which it was."""
        with self._database.read() as conn:
            return tuple(corrections(conn, None if row is None else [row]))

    def _again(self, conn: Connection, articles: Iterable[str]) -> None:
        """Show a verdict: who is who, and what is one item of a list."""
        refresh_identities(conn, registry_with(own_layer(conn)))
        self._relink(conn, sorted(articles))

    def rename(self, actor: str, name: str) -> tuple[Judgement, ...]:
        """Judge under which name an actor is shown; an empty name brings back the former one."""
        with self._database.write() as conn:
            shown = shown_ids(conn)
            ids = dict.fromkeys(shown.get(one, one) for one in self._ids(conn, actor))
            made = judge_name(conn, tuple(ids), name)
            refresh_identities(conn, registry_with(own_layer(conn)))
        return tuple(made)

    def undo(self, judged: str) -> Judgement:
        """Take a judgement back, given by its id, and return what it was.

        Raises UnknownName where there is none.
        """
        with self._database.write() as conn:
            was = next((one for one in judgements(conn) if one.id == judged), None)
            if was is None:
                raise UnknownName(f"no judgement {judged!r}", "their list has the ids")
            forget(conn, [judged])
            self._settle(conn, tuple(filter(None, (was.left, was.right))))
        return was

    def import_file(
        self, path: str | Path, format: str, *, state: str = "", keep_going: bool = False
    ) -> ImportReport:
        """Lay a file of office holders over the registry: all of it, or nothing.

        Raises RegistryError with line and reason for what is wrong in it; with `keep_going` what is
        wrong is left out and told in the report.
        """
        with self._database.read() as conn:
            base = registry_with(own_layer(conn))
        found = read_layer(Path(path), format, base, state=state, keep_going=keep_going)
        return self._lay(found)

    def import_diary(self, path: str | Path, form: DiaryFormat, *, host: str = "USA") -> int:
        """Lay an official diary (CSV or JSON lines) beside the meetings; return what it asserts.

        It takes the place of what a file of that name asserted before. `host` is the state that keeps
        the diary. No article is made anew. Raises RegistryError for a file without its columns.
        """
        file = Path(path)
        found = list(read_diary_file(file, form, host))
        with self._database.write() as conn:
            return put_diary(conn, file.name, found)

    def add(
        self,
        person: str,
        office: str,
        state: str,
        start: str,
        end: str = "",
        *,
        title: str = "",
        names: Iterable[str] = (),
        note: str = "added by the reader",
    ) -> ImportReport:
        """Add one term in office; days are ISO text of any precision.

        `office` is a key (`foreign-minister`) or a title. Raises RegistryError when it is wrong.
        """
        with self._database.read() as conn:
            base = registry_with(own_layer(conn))
        known = bool(base.offices(f"{state}:{office}", state)) or "-" in office
        term = RawTerm(
            where="the term",
            person=person,
            title=title or ("" if known else office),
            state=state,
            start=start,
            end=end,
            office=office if known else "",
            forms=tuple(names),
            note=note,
        )
        return self._lay(assemble([term], base, "registry add"))

    def clear(self) -> int:
        """Delete the reader's registry; return how many articles the next build makes anew."""
        with self._database.write() as conn:
            known = registry_with(own_layer(conn))
            stale = touched_by(conn, drop_layer(conn), known)
            reopen(conn, stale)
            refresh_identities(conn, registry_with(Layer()))
        return len(stale)

    def issues(self) -> tuple[OwnIssue, ...]:
        """Return the reader's own issues, and the terms added to built-in ones."""
        with self._database.read() as conn:
            return tuple(own_issues(conn))

    def add_issue(self, name: str, terms: Iterable[str] = (), family: str = "") -> tuple[OwnIssue, int]:
        """Add an issue, or terms to a built-in one of that name or id; return it, and how many articles
        the next build makes anew.

        Terms are written as in the built-in table: `a|b c`, `a ~ b`. One of its name that was there is
        replaced. Raises RegistryError for a name or a term that tells nothing.
        """
        terms = tuple(terms)
        known = named_issue(name)
        if known is not None and not terms:
            raise RegistryError(f"{known.name} is an issue already", "give the terms to add to it")
        made = own_issue(known.name if known else name, terms, known.family if known else family)
        if known is not None:
            made = replace(made, id=known.id)
        with self._database.write() as conn:
            return made, put_issue(conn, made)

    def remove_issue(self, name: str) -> int:
        """Remove an own issue, by name or id; return how many articles the next build makes anew."""
        with self._database.write() as conn:
            mine = own_issues(conn)
            plain = name.casefold().strip()
            found = [one.id for one in mine if plain in (one.name.casefold(), one.id, one.id[6:])]
            return drop_issue(conn, found[0] if found else name)

    def _lay(self, found: Imported) -> ImportReport:
        with self._database.write() as conn:
            put_layer(conn, found.layer)
            known = registry_with(own_layer(conn))
            stale = touched_by(conn, found.layer, known)
            reopen(conn, stale)
            refresh_identities(conn, known)
        return ImportReport(found, len(stale))

    def _settle(self, conn: Connection, actors: Sequence[str]) -> None:
        """Show the judgement, and compare what the actors took part in with all else again."""
        refresh_identities(conn, registry_with(own_layer(conn)))
        part = tables.participant.c
        local = sorted(one for one in actors if one.startswith("local:"))
        articles: set[str] = set()
        for first in range(0, len(local), _CHUNK):
            chunk = local[first : first + _CHUNK]
            articles |= set(
                conn.scalars(sa.select(part.article).where(part.actor_id.in_(chunk)).distinct())
            )
        if articles:
            self._relink(conn, sorted(articles))
            refresh_identities(conn, registry_with(own_layer(conn)))

    @staticmethod
    def _ids(conn: Connection, name: str) -> tuple[str, ...]:
        return actor_ids(name, registry_of(conn), conn)

    @classmethod
    def _alone(cls, conn: Connection, name: str) -> tuple[str, ...]:
        """Return the ids of a name without those it was merged with; an id is itself alone."""
        if name.startswith(("local:", "person:", "state:", "organisation:", "body:")):
            cls._ids(conn, name)
            return (name,)
        found = registry_with(own_layer(conn)).find(name)
        if len(found) == 1:
            return (found[0].id,)
        words = name.casefold().split()
        actor = tables.actor.c
        local = [
            row.id
            for row in conn.execute(sa.select(actor.id, actor.name))
            if row.name.casefold().split() == words
        ]
        return tuple(local) or cls._ids(conn, name)


def _kept_first(conn: Connection, ids: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Put first whom the reader means to keep: the id they wrote, else one of the very name."""
    if name in ids:
        return (name, *(one for one in ids if one != name))
    actor = tables.actor.c
    query = sa.select(actor.id).where(actor.id.in_(ids), sa.func.lower(actor.name) == name.lower())
    named = set(conn.scalars(query))
    registered = [one for one in ids if not one.startswith("local:")]
    first = next(iter(registered), None) or next((one for one in ids if one in named), None)
    if first is None:
        if not ids:
            raise UnknownName(f"nobody called {name!r}", "write a full name or an id")
        first = ids[0]
    return (first, *(one for one in ids if one != first))
