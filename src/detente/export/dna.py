"""Statements become a database of the Discourse Network Analyzer: pre-coded, to be corrected there.

A statement about several issues is coded once for each, as that program knows one concept a statement;
one about none has an empty concept. Its range is that of the words that were said, its agreement what a
position read from it says on the issue. Where none was read, the program's default (agreement) stands
and the note says so: nobody should count it. Only articles with a statement are documents.
"""

from __future__ import annotations

import sqlite3
from calendar import timegm
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from detente.export.cells import withheld
from detente.export.dna_tables import (
    ATTRIBUTES,
    LONGEST,
    PASSWORD,
    SCHEMA,
    STATEMENT_TYPE,
    VARIABLES,
    password_digest,
)
from detente.export.files import whole_file
from detente.records import Article, Participant, Position, Statement

_CODER = 1
_COLOUR = (239, 208, 51)
"""In which the program marks statements of its first type."""
_AGREEMENT = {"for": 1, "against": 0}
Part = tuple[Sequence[tuple[Statement, Article]], Sequence[Position]]
"""Some statements with their articles, and the positions that were read from them."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One statement as the program knows it."""

    person: str
    """Who said it; empty where a state or body speaks, or nobody is named."""
    organization: str
    """For whom: a state, organisation or body; empty for nobody."""
    concept: str
    """The issue; empty for none."""
    agreement: bool
    """For the concept or against it."""
    note: str
    """Where it comes from, and whether the agreement was read."""
    start: int
    """First character in the document, counted as the program counts."""
    stop: int
    """One past the last."""


def write_dna(
    path: Path,
    parts: Iterable[Part],
    states: Mapping[str, str],
    issues: Mapping[str, str],
) -> int:
    """Write a database that the program opens, whole or not at all; return how many statements it has.

    `states` and `issues` give the names of codes and ids. The coder is "Admin", the password
    `dna_tables.PASSWORD`.
    """
    with whole_file(path) as part:
        part.unlink()
        conn = sqlite3.connect(part)
        try:
            with conn:
                count = _Writer(conn, states, issues).write(parts)
        finally:
            conn.close()
    return count


def coded(
    statement: Statement,
    article: Article,
    held: Iterable[Position],
    states: Mapping[str, str],
    issues: Mapping[str, str],
) -> Iterator[Coded]:
    """Yield a statement once for each issue that it, or a position read from it, is about."""
    positions = list(held)
    about = list(dict.fromkeys((*statement.issues, *(one.issue for one in positions)))) or [""]
    ranges = [one for one in statement.evidence if one.role == "content"] or list(statement.evidence)
    start, stop = min(one.start for one in ranges), max(one.end for one in ranges)
    person, organization = _speaker(statement.speaker, states)
    for issue in about:
        polarity = next((one.polarity for one in positions if one.issue == issue), None)
        agreement = _AGREEMENT.get(polarity or "")
        read = "agreement was read" if agreement is not None else "agreement was not read"
        yield Coded(
            person,
            organization,
            issues.get(issue, issue.removeprefix("issue:")),
            agreement != 0,
            f"{statement.id}; {read}" + (f" ({polarity})" if polarity else ""),
            counted(article.text, start),
            counted(article.text, stop),
        )


def counted(text: str, place: int) -> int:
    """Return a place in a text as Java counts it: in UTF-16 units, a CR LF as one.

    >>> counted("\\U0001f600 said", 2), counted("a\\r\\nb", 3)
    (3, 2)
    """
    before = text[:place]
    return len(before) + sum(char > "\uffff" for char in before) - before.count("\r\n")


def _speaker(speaker: Participant, states: Mapping[str, str]) -> tuple[str, str]:
    state = states.get(speaker.state or "", speaker.state or "")
    if speaker.kind in ("state", "organisation", "body"):
        return "", speaker.name
    return ("" if speaker.kind == "unknown" else speaker.name), state


class _Writer:
    """Writes documents and statements; entities and attributes get their numbers when first met."""

    def __init__(
        self, conn: sqlite3.Connection, states: Mapping[str, str], issues: Mapping[str, str]
    ) -> None:
        self.conn = conn
        self.states = states
        self.issues = issues
        self.entities: dict[tuple[int, str], int] = {}
        self.documents: dict[str, int] = {}
        self.statements = 0

    def write(self, parts: Iterable[Part]) -> int:
        self._prepare()
        for statements, positions in parts:
            held: dict[str, list[Position]] = {}
            for position in positions:
                held.setdefault(position.statement or "", []).append(position)
            for statement, article in statements:
                read = held.get(statement.id, ())
                for one in coded(statement, article, read, self.states, self.issues):
                    self._statement(one, self._document(article), statement.speaker)
        return self.statements

    def _prepare(self) -> None:
        for table in SCHEMA:
            self.conn.execute(table)
        admin = (_CODER, "Admin", 255, 255, 0, _digest())
        self.conn.execute(
            "INSERT INTO CODERS (ID, Name, Red, Green, Blue, Password) VALUES (?, ?, ?, ?, ?, ?)", admin
        )
        self.conn.executemany(
            "INSERT INTO SETTINGS VALUES (?, ?)", [("version", "3.0"), ("date", "2022-06-12")]
        )
        kind = (STATEMENT_TYPE, "DNA Statement", *_COLOUR)
        self.conn.execute("INSERT INTO STATEMENTTYPES VALUES (?, ?, ?, ?, ?)", kind)
        for name, (number, data) in VARIABLES.items():
            self.conn.execute(
                "INSERT INTO VARIABLES VALUES (?, ?, ?, ?)", (number, name, data, STATEMENT_TYPE)
            )
            if data == "short text":
                self.conn.executemany(
                    "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)",
                    [(number, attribute) for attribute in ATTRIBUTES],
                )

    def _document(self, article: Article) -> int:
        if (found := self.documents.get(article.id)) is not None:
            return found
        number = self.documents[article.id] = len(self.documents) + 1
        day = article.published.start or article.published.end
        notes = [article.id, article.url or "", "" if day else "the day of publication is not known"]
        self.conn.execute(
            "INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Author, Source, Notes, Date)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                _short(article.title or article.id),
                _stored(withheld(article.text).replace("\r\n", "\n")),
                _CODER,
                _short("; ".join(article.authors)),
                _short(article.outlet or ""),
                _stored(withheld("; ".join(note for note in notes if note))),
                timegm(day.timetuple()) if day else 0,
            ),
        )
        return number

    def _statement(self, one: Coded, document: int, speaker: Participant) -> None:
        self.statements += 1
        number = self.statements
        self.conn.execute(
            "INSERT INTO STATEMENTS VALUES (?, ?, ?, ?, ?, ?)",
            (number, STATEMENT_TYPE, document, one.start, one.stop, _CODER),
        )
        for name in ("person", "organization", "concept"):
            office = speaker.office or "" if name == "person" else ""
            entity = self._entity(VARIABLES[name][0], _short(getattr(one, name)), office)
            self.conn.execute(
                "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)",
                (number, VARIABLES[name][0], entity),
            )
        self.conn.execute(
            "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)",
            (number, VARIABLES["agreement"][0], int(one.agreement)),
        )
        self.conn.execute(
            "INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (?, ?, ?)",
            (number, VARIABLES["note"][0], one.note),
        )

    def _entity(self, variable: int, value: str, kind: str) -> int:
        """Return the number of a person, organisation or concept; `kind` is the first seen office."""
        if (found := self.entities.get((variable, value))) is not None:
            return found
        number = self.entities[variable, value] = len(self.entities) + 1
        self.conn.execute(
            "INSERT INTO ENTITIES (ID, VariableId, Value) VALUES (?, ?, ?)", (number, variable, value)
        )
        values = (number, _short(kind), "", "")
        query = (
            "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) SELECT ?, ID, "
            "CASE AttributeVariable WHEN 'Type' THEN ? WHEN 'Alias' THEN ? ELSE ? END "
            "FROM ATTRIBUTEVARIABLES WHERE VariableId = ?"
        )
        self.conn.execute(query, (*values, variable))
        return number


@lru_cache(maxsize=1)
def _digest() -> str:
    return password_digest(PASSWORD)


def _short(text: str) -> str:
    """Return a text on one line, as short as a name or title may be."""
    line = _stored(withheld(" ".join(text.split())))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _stored(text: str) -> str:
    return text.replace("\x00", " ").encode("utf-8", "replace").decode()
