"""What the queries answer with: frozen views over records, each item with its references.

A view repeats no rule: how rows were chosen, folded and ordered is said where it is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.query.refs import Ref
from detente.records import (
    Event,
    Forecast,
    Meeting,
    Participant,
    Place,
    Position,
    Statement,
    When,
)

Side = Literal["left", "right"]
Form = Literal["meeting", "call", "visit", "summit"]
Status = Literal["held", "planned", "sought", "postponed", "cancelled", "declined"]


@dataclass(frozen=True, slots=True)
class Reports:
    """Who reports something: articles, outlets, and origins that do not copy each other."""

    articles: int
    """How many articles."""
    outlets: tuple[str, ...]
    """Names of the outlets that are known, in order of publication."""
    unnamed: int
    """How many articles do not say their outlet; each counts as an outlet of its own."""
    origins: int
    """How many independent origins: copies of one text, and texts of one outlet or agency, are one."""

    @property
    def outlet_count(self) -> int:
        """Return the number of outlets, those without a name included."""
        return len(self.outlets) + self.unnamed


@dataclass(frozen=True, slots=True)
class StateView:
    """One of the two states."""

    iso: str
    """ISO 3166-1 alpha-3."""
    name: str
    """The name it is shown under."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One line on an article."""

    id: str
    """`Article.id`."""
    short: str
    """Shortest unique prefix of its hash."""
    title: str | None
    """The headline; None when there is none."""
    outlet: str | None
    """The outlet; None when unknown."""
    published: When
    """When it was published."""
    path: str
    """Where it was read from."""
    access: str
    """free, metered, paywalled or unknown."""
    cut_off: bool
    """Whether the copy stops before the article does."""
    origin: str
    """What the copies of one origin share: an outlet, an agency, or the id of the first article."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office, during the part of the tenure that lies in the period."""

    person: str
    """`Actor.id`."""
    name: str
    """The name."""
    title: str
    """The office as it is written."""
    start: date | None
    """First day in office; None when unknown."""
    end: date | None
    """Last day in office; None while it goes on or when unknown."""
    began_within: bool
    """Whether the tenure began after the first day of the period."""
    ended_within: bool
    """Whether the tenure ended before the last day of the period."""


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office of one of the states, and who held it in the period."""

    state: str
    """ISO 3166-1 alpha-3."""
    office: str
    """Key of the office: `USA:foreign-minister`."""
    title: str
    """The office as it is written."""
    holders: tuple[Holder, ...]
    """Holders in the order of time."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One value that some reports give where others give another."""

    value: str
    """The value: a place, an ISO date, a status, an occasion."""
    when: When | None
    """The date itself, where the readings are dates; else None."""
    reports: Reports
    """Who gives it."""
    refs: tuple[Ref, ...]
    """Where they do."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot on which the reports of one meeting cannot all be right."""

    slot: Literal[
        "date", "place", "participants", "status", "occasion", "channel", "addressee", "words"
    ]
    """What they differ on."""
    readings: tuple[Reading, ...]
    """The values, the one that most origins give first."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What a later report says of a meeting that was planned, sought or put off."""

    relation: str
    """`becomes` where it was held or set anew, `cancelled-by` where it was called off."""
    status: Status
    """What the later report makes of it."""
    date: When
    """When, by that report."""
    place: Place | None
    """Where, by that report; None when it does not say."""
    refs: tuple[Ref, ...]
    """Its sentences."""


@dataclass(frozen=True, slots=True)
class Asserted:
    """A visit or a meeting that an imported diary asserts: a witness beside the articles."""

    file: str
    """Name of the diary's file."""
    line: int
    """Row of the file, from 1."""
    form: str
    """visit or meeting."""
    date: When
    """From the first day to the last."""
    place: Place | None
    """Where; None where the diary does not say."""
    words: str
    """The remark, as printed."""


@dataclass(frozen=True, slots=True)
class Encounter:
    """One meeting, call or visit, as all linked reports tell it together."""

    id: str
    """`Meeting.id` of the report that says most."""
    rows: tuple[Meeting, ...]
    """The reports, one row an article, in order of publication."""
    form: Form
    """The form that most reports give."""
    date: When
    """The most exact date that does not contradict what most origins say."""
    place: Place | None
    """The place that most origins give; None when nobody does."""
    participants: tuple[Participant, ...]
    """Everybody whom a report names, the one whom most name first within each state."""
    agenda: tuple[str, ...]
    """Names of issues and words for other matters, the one that most reports give first."""
    outcome: tuple[str, ...]
    """What came of it, in the words of the texts."""
    status: Status
    """`held` once a report says so, else what the latest report says."""
    occasion: str | None
    """What it was part of; None when nobody says so."""
    signals: tuple[str, ...]
    """What reporters noticed."""
    differences: tuple[Difference, ...]
    """Where the reports cannot all be right."""
    reports: Reports
    """Who reports it."""
    refs: tuple[Ref, ...]
    """Every sentence that tells it."""
    fates: tuple[Fate, ...] = ()
    """What became of it by later reports, where it was a plan; filled in by the list of meetings."""
    asserted: tuple[Asserted, ...] = ()
    """What imported diaries assert of it; filled in by the list of meetings."""
    duration: int | None = None
    """Minutes that it lasted, as most origins say; None when nobody does."""
    press: Literal["joint", "separate", "one", "none"] | None = None
    """How the press was met, as most origins say; None when nobody does."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement, with the rows of other articles that give the same words of the same speaker."""

    row: Statement
    """The fullest of the rows."""
    same: tuple[str, ...]
    """`Statement.id`s of all rows, in order of publication."""
    side: Side | None
    """Whose side the speaker is of; None for others."""
    reported: When
    """When the first of its articles was published."""
    reports: Reports
    """Who reports it."""
    refs: tuple[Ref, ...]
    """Where."""
    differences: tuple[Difference, ...] = ()
    """What the reports say differently of its circumstances: day, channel, addressee, words."""


@dataclass(frozen=True, slots=True)
class IssueSayings:
    """Statements on one issue."""

    issue: str | None
    """`Issue.id`; None for what is about no issue in particular."""
    name: str
    """The name of the issue."""
    sayings: tuple[Saying, ...]
    """In order of time."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A position, with the rows of other articles that give the same claim."""

    row: Position
    """The fullest of the rows."""
    same: tuple[str, ...]
    """`Position.id`s of all rows, in order of publication."""
    reported: When
    """When the first of its articles was published."""
    reports: Reports
    """Who reports it."""
    refs: tuple[Ref, ...]
    """Where."""


@dataclass(frozen=True, slots=True)
class IssueStands:
    """Where the two sides stand on one issue."""

    issue: str
    """`Issue.id`."""
    name: str
    """The name of the issue."""
    left: tuple[Stand, ...]
    """Positions of the first state and its people, in order of time."""
    right: tuple[Stand, ...]
    """Positions of the second."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a later report shows of a forecast."""

    verdict: Literal["came-true", "did-not", "partly", "unclear"]
    """`unclear` is a report near the claim that a reader has to decide on."""
    row: str
    """Id of the row that shows it."""
    words: str
    """Its sentence."""
    reason: str
    """Why they belong together."""
    score: float
    """How sure, 0 to 1."""
    decided_by: Literal["machine", "reader"]
    """A reader's verdict wins."""
    refs: tuple[Ref, ...]
    """Where the report stands."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Why no outcome of a forecast is known."""

    known_until: date | None
    """The last day on which an article of the archive was surely printed."""
    due: date | None
    """The last day of its horizon; None where the claim names none."""
    issue: str | None
    """The issue it is on."""
    sought: tuple[str, ...]
    """What later rows were looked for in vain: a meeting of whom, an act in which words."""
    why: str
    """In one line."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """A forecast, with the rows of other articles that give the same claim."""

    row: Forecast
    """The fullest of the rows."""
    same: tuple[str, ...]
    """`Forecast.id`s of all rows, in order of publication."""
    made: When
    """When the first of its articles was published."""
    due: bool
    """Whether its horizon lies before the end of the record."""
    reports: Reports
    """Who reports it."""
    refs: tuple[Ref, ...]
    """Where."""
    outcome: Outcome | None = None
    """What came of it, as far as a later report shows; None while it is open."""
    waiting: Waiting | None = None
    """Why it is open; None where a report shows an outcome, or nobody asked."""


@dataclass(frozen=True, slots=True)
class Act:
    """What one state did to the other, with the rows of other articles that tell the same."""

    row: Event
    """The fullest of the rows."""
    same: tuple[str, ...]
    """`Event.id`s of all rows, in order of publication."""
    reported: When
    """When the first of its articles was published."""
    reports: Reports
    """Who reports it."""
    refs: tuple[Ref, ...]
    """Where."""


QuestionKind = Literal[
    "cut-off", "undated-article", "no-outlet", "differ", "undated-meeting", "past-plan", "due",
    "speaker", "left-out",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the record cannot say, or on which its reports differ."""

    kind: QuestionKind
    """`cut-off`: the copy stops early; `undated-article`, `no-outlet`: the page does not say
    (a date that may be more than two months wide is none);
    `differ`: reports of a meeting contradict each other; `undated-meeting`; `past-plan`: planned for
    a day that has passed, and nobody reports it held; `due`: a forecast whose horizon has passed;
    `speaker`: words whose speaker was not found; `left-out`: articles that may be later than the
    as-of day."""
    subject: str
    """What it is about, in words: a title, a meeting, a claim."""
    count: int
    """How many rows or articles it stands for."""
    refs: tuple[Ref, ...]
    """Where to look."""
    difference: Difference | None = None
    """The readings, for `differ`; else None."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """The record of two states: what the articles of a period hold on them."""

    left: StateView
    """The first state."""
    right: StateView
    """The second."""
    since: date | None
    """First day asked for; None when open."""
    until: date | None
    """Last day asked for; None when open."""
    as_of: date | None
    """Only articles out by this day are used; None for all."""
    period: When
    """What the record covers: the days asked for, else from the first to the last publication."""
    articles: tuple[ArticleView, ...]
    """The articles that it rests on, in order of publication."""
    reports: Reports
    """Articles, outlets and independent origins of the whole."""
    cut_off: int
    """How many of the articles are cut off."""
    offices: tuple[OfficeView, ...]
    """Head of state, head of government and foreign minister of both."""
    meetings: tuple[Encounter, ...]
    """Meetings and summits in order of time."""
    contacts: tuple[Encounter, ...]
    """Calls and visits in order of time."""
    acts: tuple[Act, ...]
    """Acts of one state on the other that are no talk, in order of time."""
    statements: tuple[IssueSayings, ...]
    """Statements by issue, the issue with most of them first, those on none last."""
    positions: tuple[IssueStands, ...]
    """Positions by issue, the issue with most of them first."""
    forecasts: tuple[Outlook, ...]
    """Forecasts in the order in which they were made."""
    questions: tuple[Question, ...]
    """What stays open."""
