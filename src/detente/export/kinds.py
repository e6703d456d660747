"""What can be exported, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from detente.errors import UnknownName
from detente.query.whole import NamedActor, StoryLine
from detente.records import Article, Judgement, Link
from detente.store.tables import ROW_KINDS

Format = Literal[
    "csv", "jsonl", "parquet", "bibtex", "ris", "csl-json", "ics", "plover", "cameo", "dna"
]
FORMATS: tuple[str, ...] = get_args(Format)
TABLES: tuple[Format, ...] = ("csv", "jsonl", "parquet")
"""Formats that every kind has."""
BINARY = frozenset(("parquet", "dna"))
"""Formats that are no text."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of what an archive holds."""

    name: str
    """Its plural: statements."""
    record: type
    """The class of its records."""
    table: str | None
    """Name of its table where it is read from one article; None for what is of no one article."""
    own: tuple[Format, ...] = ()
    """Formats that it alone has."""

    @property
    def one(self) -> str:
        """Return its name in the singular."""
        return "story" if self.name == "stories" else self.name.removesuffix("s")

    @property
    def formats(self) -> tuple[Format, ...]:
        """Return the formats it can be written in; the first is the usual one."""
        return (*self.own, *TABLES) if self.name == "events" else (*TABLES, *self.own)


_OWN: dict[str, tuple[Format, ...]] = {
    "meeting": ("ics",),
    "statement": ("dna",),
    "event": ("plover", "cameo"),
}
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("articles", Article, None, ("bibtex", "ris", "csl-json")),
        *(Kind(f"{table}s", record, table, _OWN.get(table, ())) for table, record in ROW_KINDS.items()),
        Kind("actors", NamedActor, None),
        Kind("stories", StoryLine, None),
        Kind("links", Link, None),
        Kind("judgements", Judgement, None),
    )
}
"""Every kind by its name."""
MEDIA: dict[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
    "bibtex": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "csl-json": "application/vnd.citationstyles.csl+json",
    "ics": "text/calendar; charset=utf-8",
    "plover": "application/x-ndjson",
    "cameo": "text/tab-separated-values; charset=utf-8",
    "dna": "application/vnd.sqlite3",
}
"""Media type of each format."""
ENDINGS: dict[str, str] = {
    "csv": "csv", "jsonl": "jsonl", "parquet": "parquet", "bibtex": "bib", "ris": "ris",
    "csl-json": "json", "ics": "ics", "plover": "jsonl", "cameo": "tsv", "dna": "dna",
}  # fmt: skip
"""How the name of a file of each format ends."""


def kind_named(name: str) -> Kind:
    """Return a kind by its name; raises UnknownName with those that there are."""
    if found := KINDS.get(name):
        return found
    raise UnknownName(f"no kind {name!r} to export", f"kinds are {', '.join(KINDS)}")


def checked_format(kind: Kind, format: str | None) -> Format:
    """Return a format that a kind can be written in, the usual one where none is named.

    Raises UnknownName with those that it can.

    >>> checked_format(KINDS["events"], None), checked_format(KINDS["meetings"], "ics")
    ('plover', 'ics')
    """
    wanted = format or kind.formats[0]
    if found := next((one for one in kind.formats if one == wanted), None):
        return found
    have = ", ".join(kind.formats)
    with_it = [one.name for one in KINDS.values() if wanted in one.formats]
    if with_it:
        raise UnknownName(
            f"{kind.name} cannot be written as {wanted!r}",
            f"formats of {kind.name} are {have}; {wanted} is for {', '.join(with_it)}",
        )
    raise UnknownName(f"no format {wanted!r}", f"formats of {kind.name} are {have}")
