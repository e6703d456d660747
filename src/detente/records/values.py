"""Values that records are made of: ids, dates, ranges of text, participants, places, channels."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any, Literal

from detente.records.swift import swift

Precision = Literal["day", "week", "month", "year", "range", "unknown"]
Basis = Literal["stated", "relative", "published", "inferred", "judged", "unknown"]
EvidenceRole = Literal["row", "speaker", "cue", "content", "channel", "actor", "trigger", "date"]


def make_id(kind: str, *parts: object) -> str:
    """Return a stable id, `kind:` and 16 hex digits, out of what makes a row that row.

    The same parts give the same id on every machine and in every run; no counter and no clock is in
    it. BLAKE2b (RFC 7693) with a digest of 8 bytes.

    >>> make_id("statement", "article:00ff", 10, 20)
    'statement:ce9caed87d3944d4'
    """
    joined = "\x1f".join(str(part) for part in parts)
    return f"{kind}:{blake2b(joined.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


@swift
@dataclass(frozen=True, slots=True)
class When:
    """A date as a closed range of days, with how exact it is and where it comes from.

    A range that is open on one side has None there (`not before 11 February`); an unknown date has
    None on both sides and the basis "unknown".

    >>> When.day(date(2013, 2, 26)).label()
    '2013-02-26'
    >>> When(date(2013, 9, 1), date(2013, 9, 30), "month", "relative", "in September").label()
    '2013-09'
    >>> When().label()
    'unknown'
    """

    start: date | None = None
    """First day it can be, inclusive; None where unknown or open."""
    end: date | None = None
    """Last day it can be, inclusive; None where unknown or open."""
    precision: Precision = "unknown"
    """How exact the range is: a day, week, month, year, another range, or unknown."""
    basis: Basis = "unknown"
    """`stated` in full in the text; `relative` to another date ("late Tuesday"); `published`: taken
    from the day of publication; `inferred` from facts in the text; `judged` by a reader, who corrected
    it; `unknown`."""
    text: str | None = None
    """The words it was read from, None when there are none."""

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a range that ends before it starts: {self.start}..{self.end}")

    @classmethod
    def day(cls, value: date, basis: Basis = "stated", text: str | None = None) -> When:
        """Return a single day."""
        return cls(value, value, "day", basis, text)

    @property
    def known(self) -> bool:
        """Whether at least one side of the range is known."""
        return self.start is not None or self.end is not None

    def overlaps(self, other: When, slack: int = 0) -> bool:
        """Say whether two ranges can be the same time, give or take `slack` days.

        An unknown range can be any time, so it overlaps everything.

        >>> When.day(date(2013, 5, 7)).overlaps(When.day(date(2013, 5, 8)))
        False
        >>> When.day(date(2013, 5, 7)).overlaps(When.day(date(2013, 5, 8)), slack=1)
        True
        """
        days = timedelta(days=slack)
        starts_late = self.start and other.end and self.start > other.end + days
        ends_early = self.end and other.start and self.end < other.start - days
        return not (starts_late or ends_early)

    def label(self) -> str:
        """Return the range as ISO text no more exact than it is: day, month, year or `a..b`."""
        if not self.known:
            return "unknown"
        if self.start and self.end:
            if self.precision == "day" and self.start == self.end:
                return self.start.isoformat()
            if self.precision == "month":
                return f"{self.start:%Y-%m}"
            if self.precision == "year":
                return f"{self.start:%Y}"
        left = self.start.isoformat() if self.start else ""
        right = self.end.isoformat() if self.end else ""
        return f"{left}..{right}"


UNKNOWN_DATE = When()
"""No date is known."""


@swift
@dataclass(frozen=True, slots=True)
class Evidence:
    """A range of an article's text that supports a row."""

    start: int
    """First character, in `Article.text`."""
    end: int
    """One past the last character."""
    quote: str
    """`Article.text[start:end]`, byte for byte as the outlet printed it."""
    role: EvidenceRole = "row"
    """What of the row the range shows; `row` is the sentence or clause as a whole."""
    sentence: int = -1
    """Number of the sentence in the article, from 1; -1 when it lies in no sentence (a caption)."""


@swift
@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in a role of a row: speaker, participant, actor, recipient, forecaster."""

    name: str
    """The fullest name known: of the registry, else of the article, else the words themselves."""
    text: str
    """The words of the article at this place ("he", "Moscow", "the Russian foreign minister")."""
    actor_id: str | None = None
    """`Actor.id`; None when nobody in particular is meant or nobody is known."""
    kind: Literal["person", "state", "organisation", "body", "group", "anonymous", "unknown"] = (
        "unknown"
    )
    """`group`: several named as one (the two presidents); `anonymous`: officials, experts,
    sources."""
    state: str | None = None
    """The state it speaks or acts for; None when for none."""
    office: str | None = None
    """The office held on the day of the row, as written ("Foreign Minister of Russia")."""
    start: int = -1
    """First character of `text` in the article; -1 when the words are not there (understood)."""
    end: int = -1
    """One past the last character; -1 when the words are not there."""
    affiliation: str | None = None
    """What the article says of somebody whom no registry knows: "a professor at Oslo"."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened."""

    name: str
    """The city, building or country as written in the registry: Berlin, the Kremlin."""
    state: str | None = None
    """ISO 3166-1 alpha-3 of the state it lies in; None when unknown."""


@dataclass(frozen=True, slots=True)
class Magnitude:
    """How many or how much an act was about, where the text states it."""

    kind: Literal[
        "killed", "injured", "arrested", "expelled", "released", "abducted", "displaced", "deployed",
        "money",
    ]  # fmt: skip
    """What is counted."""
    value: float
    """The number; of "two or three" the first."""
    unit: str
    """`persons`, or for money the currency as ISO 4217."""
    bound: Literal["exactly", "about", "at least", "at most"]
    """How the text hedges it: "more than 30" is `at least`, "some 40" is `about`."""
    text: str
    """The words of the number with what it counts."""
    start: int
    """First character of the words, in `Article.text`."""
    end: int
    """One past the last character."""


@dataclass(frozen=True, slots=True)
class Channel:
    """How words reached the outlet, apart from who said them."""

    medium: Literal[
        "tweet", "note", "statement", "press conference", "interview", "hearing", "speech",
        "agency", "newspaper", "broadcaster", "readout", "letter", "call", "meeting", "unknown",
    ]  # fmt: skip
    """What carried them."""
    via: str | None = None
    """Whose channel it was: Interfax, the Kremlin, Izvestia; None when nobody is named."""
    text: str = ""
    """The words it was read from."""


def to_dict(record: Any) -> Any:
    """Return a record as plain dicts, lists and ISO dates, ready for `json.dumps`.

    >>> to_dict(Place("Berlin", "DEU"))
    {'name': 'Berlin', 'state': 'DEU'}
    """
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {f.name: to_dict(getattr(record, f.name)) for f in dataclasses.fields(record)}
    if isinstance(record, Mapping):
        return {key: to_dict(value) for key, value in record.items()}
    if isinstance(record, (list, tuple)):
        return [to_dict(value) for value in record]
    if isinstance(record, date):
        return record.isoformat()
    return record
