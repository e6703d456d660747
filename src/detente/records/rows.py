"""Rows of one article, each with evidence: a pure function of its bytes and the pipeline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from detente.records.articles import Article
from detente.records.reference import Actor, ActorKind
from detente.records.swift import swift
from detente.records.values import Channel, Evidence, Magnitude, Participant, Place, When

Factuality = Literal[
    "happened", "ongoing", "planned", "promised", "hypothetical", "negated", "denied", "historical"
]


@swift
@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an actor, and whom it was taken to name."""

    id: str
    """`mention:` and a hash of article, range and actor."""
    article: str
    """`Article.id`."""
    sentence: int
    """Number of the sentence, from 1; -1 outside the body."""
    text: str
    """The words."""
    kind: ActorKind
    """What it names here; a capital after "in" is a `place`."""
    form: Literal["name", "surname", "title", "pronoun", "office", "metonym", "demonym", "acronym"]
    """How it names: a full name, a surname, a pronoun, an office phrase, a seat of government."""
    actor_id: str | None
    """`Actor.id`; None when nobody was found, never a guess."""
    name: str
    """The name of that actor, else the words."""
    office: str | None
    """The office the actor held at the date of the article, where it is known."""
    score: float
    """How sure the resolution is, 0 to 1."""
    reason: str
    """Why, in a few words."""
    evidence: tuple[Evidence, ...]
    """The range of the words."""
    other_reading: str | None = None
    """The reading not taken, of a word with two: the `Actor.id` of the state where the place is meant,
    `place` where a capital or seat stands for its state; None for any other word. `reason` says why."""


@swift
@dataclass(frozen=True, slots=True)
class Statement:
    """A speech act: a speaker, a cue, a content, and the channel it came through."""

    id: str
    """`statement:` and a hash of article, content range and speaker range."""
    article: str
    """`Article.id`."""
    sentence: int
    """Number of the sentence the content begins in, from 1."""
    speaker: Participant
    """Who said it; kind `unknown` when the text does not say."""
    content: str
    """What was said, in the words of the text."""
    kind: Literal["direct", "indirect", "mixed", "no_comment"]
    """Whole in quotation marks, without any, partly, or a refusal to comment."""
    cue: str | None
    """The words that make it a statement (said, accused, according to); None when there are none
    (a floating quotation)."""
    channel: Channel | None
    """How it reached the outlet; None when the text does not say."""
    addressee: Participant | None
    """To whom it was said; None when the text does not say."""
    date: When
    """When it was said."""
    issues: tuple[str, ...]
    """`Issue.id`s that it is about."""
    score: float
    """How sure the extractor is, 0 to 1."""
    rule: str
    """The rule that found it."""
    evidence: tuple[Evidence, ...]
    """Ranges of content, speaker, cue and channel, and the sentence as a whole."""
    issues_basis: Literal["words", "paragraph", "article"] = "words"
    """Where `issues` were read: in its own words, else in its sentence or paragraph, else in what the
    article is mainly about; `words` where there are none."""
    occasion: str | None = None
    """On what occasion, in the words of the text; None when its sentence does not say."""
    polarity: Literal["affirmed", "denied", "doubted"] = "affirmed"
    """How the cue stands to the content: `denied` where it negates, denies, rejects or refuses it
    ("does not believe that", "denied that"), `doubted` where it doubts or questions it or will not rule
    it out, else `affirmed`. A "not" in the content itself is the content's."""


@swift
@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when and where, as a PLOVER type."""

    id: str
    """`event:` and a hash of article, trigger range and parties."""
    article: str
    """`Article.id`."""
    sentence: int
    """Number of the sentence, from 1."""
    type: str
    """PLOVER event type: AGREE, CONSULT, ... (16 of them)."""
    mode: str | None
    """PLOVER mode, None when none applies."""
    quad: int
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    value: float
    """PLOVER's conflict-cooperation score, -10 to 10."""
    actors: tuple[Participant, ...]
    """Who did it; all who took part where nobody is the recipient."""
    recipients: tuple[Participant, ...]
    """To whom."""
    trigger: str
    """The words that name the act."""
    place: Place | None
    """Where; None when the text does not say."""
    date: When
    """When it happened or is to happen."""
    factuality: Factuality
    """Whether it happened, is planned, is denied, lies in history ..."""
    reported_by: Participant | None
    """The speaker, when the act is told in somebody's words; else None (the outlet tells it)."""
    score: float
    """How sure the coder is, 0 to 1."""
    rule: str
    """The rule or model that gave the type."""
    evidence: tuple[Evidence, ...]
    """The sentence, the trigger, the parties."""
    contexts: tuple[str, ...] = ()
    """PLOVER contexts of the sentence (military, economic, election ...); empty when none shows."""
    magnitudes: tuple[Magnitude, ...] = ()
    """What is counted of it: killed, arrested, expelled, sums; empty when the text counts nothing."""
    issues: tuple[str, ...] = ()
    """`Issue.id`s that its sentence names; empty when it names none."""


@swift
@dataclass(frozen=True, slots=True)
class Meeting:
    """A contact between actors: one meeting, call, visit or summit, as one article tells it."""

    id: str
    """`meeting:` and a hash of article, first range, form and participants."""
    article: str
    """`Article.id`."""
    sentence: int
    """Number of the first sentence that tells it, from 1; -1 for a caption."""
    participants: tuple[Participant, ...]
    """Who meets, at least two where the text names two. Never the venue."""
    form: Literal["meeting", "call", "visit", "summit"]
    """A visit is to a state; a summit is of heads of state or government or of a format."""
    place: Place | None
    """Where; None when the text does not say."""
    date: When
    """When."""
    agenda: tuple[str, ...]
    """`Issue.id`s or the words for what it was about."""
    outcome: tuple[str, ...]
    """What came of it, in the words of the text."""
    status: Literal["held", "planned", "sought", "postponed", "cancelled", "declined"]
    """What became of it as this article tells it."""
    occasion: str | None
    """What it was part of: the sidelines of the G-20 summit; None when of nothing."""
    signals: tuple[str, ...]
    """What reporters notice: a handshake, a call returned after six days."""
    score: float
    """How sure the extractor is, 0 to 1."""
    rule: str
    """The rule that found it."""
    evidence: tuple[Evidence, ...]
    """Every sentence of the article that tells it."""
    duration: int | None = None
    """Minutes that it lasted, rounded or bounded as the text has them; None when it does not say."""
    press: Literal["joint", "separate", "one", "none"] | None = None
    """Press conference: of both, of each, of one or of nobody known, none; None when not told of."""


@swift
@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands on an issue, at a date."""

    id: str
    """`position:` and a hash of article, range, actor and issue."""
    article: str
    """`Article.id`."""
    sentence: int
    """Number of the sentence, from 1."""
    actor: Participant
    """Whose position it is."""
    issue: str
    """`Issue.id`."""
    claim: str
    """What is wanted, refused or held, in the words of the text."""
    polarity: Literal["for", "against", "mixed", "unclear"]
    """Toward what stands right after the words of stance: "called for his removal" is `for`,
    "vetoed the resolution" is `against`. It is not toward the issue."""
    strength: Literal["weak", "plain", "strong"]
    """How firmly: may consider, wants, will never."""
    date: When
    """When the actor held it."""
    basis: Literal["said", "did", "described"]
    """In a statement of the actor, by an act, or by the outlet's own description."""
    statement: str | None
    """`Statement.id` it was read from, also where only its cue shows the position ("opposes");
    None when it was read from no statement."""
    score: float
    """How sure the extractor is, 0 to 1."""
    rule: str
    """The rule that found it."""
    evidence: tuple[Evidence, ...]
    """The sentence and the words of the claim."""


@dataclass(frozen=True, slots=True)
class Attitude:
    """One actor is for or against another, as one sentence tells it. It is not toward a matter."""

    id: str
    """`attitude:` and a hash of article, sentence and both actors."""
    article: str
    """`Article.id`."""
    sentence: int
    """Number of the sentence, from 1."""
    actor: Participant
    """Who is for or against."""
    toward: Participant
    """Whom that is about."""
    polarity: Literal["for", "against"]
    """`for`: praises, backs, thanks; `against`: accuses, blames, condemns."""
    date: When
    """When it was shown: the day of the statement it is read from, else that of publication."""
    issues: tuple[str, ...]
    """`Issue.id`s that the sentence names."""
    statement: str | None
    """`Statement.id` of the actor's own words in that sentence; None when the outlet tells it."""
    score: float
    """By how much this reading leads the next one; 0 is a draw, no probability."""
    rule: str
    """The rule or model that found it."""
    evidence: tuple[Evidence, ...]
    """The sentence, and the words for both."""


@swift
@dataclass(frozen=True, slots=True)
class Forecast:
    """A claim about the future by a named forecaster or the outlet; never a plan or a demand."""

    id: str
    """`forecast:` and a hash of article, range and forecaster."""
    article: str
    """`Article.id`."""
    sentence: int
    """Number of the sentence, from 1."""
    forecaster: Participant
    """Who says so. Where the article says it in its own voice: its author when exactly one signs, else
    the outlet."""
    affiliation: str | None
    """What the article says the forecaster is; None when it does not."""
    claim: str
    """What is to happen, in the words of the text."""
    issue: str | None
    """`Issue.id`; None when it is about none."""
    horizon: When
    """By when; unknown when the text does not say. Never filled in."""
    confidence: str | None
    """The words for how likely ("probably", "could"); None when there are none."""
    condition: str | None
    """The condition ("if ..."); None when there is none."""
    statement: str | None
    """`Statement.id` it was read from; None when it is the outlet's own."""
    score: float
    """How sure the extractor is, 0 to 1."""
    rule: str
    """The rule that found it."""
    evidence: tuple[Evidence, ...]
    """The sentence and the words of the claim."""


Row = Mention | Statement | Event | Meeting | Position | Forecast | Attitude
"""A row of one article, with evidence."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one article yields, in the order it stands in the text."""

    article: Article
    """The article."""
    sentences: tuple[tuple[int, int], ...] = ()
    """Range of each sentence in `Article.text`; sentence n of a row is `sentences[n - 1]`."""
    actors: tuple[Actor, ...] = ()
    """People whom only this article knows."""
    mentions: tuple[Mention, ...] = ()
    """Who is named where."""
    statements: tuple[Statement, ...] = ()
    """Who said what."""
    meetings: tuple[Meeting, ...] = ()
    """Who met whom."""
    events: tuple[Event, ...] = ()
    """Who did what to whom."""
    positions: tuple[Position, ...] = ()
    """Where each stands."""
    forecasts: tuple[Forecast, ...] = ()
    """What is said to come."""
    attitudes: tuple[Attitude, ...] = ()
    """Who is for or against whom."""

    def rows(self) -> Iterable[Row]:
        """Yield every row with evidence, kind by kind."""
        yield from self.mentions
        yield from self.statements
        yield from self.meetings
        yield from self.events
        yield from self.positions
        yield from self.forecasts
        yield from self.attitudes
