"""What one sentence of a report tells, in the form in which it is laid beside those of others."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from detente.link.disagreement.quantities import Quantity, quantities
from detente.link.stories.words import names, terms
from detente.records import Event, Extraction, Meeting, Statement, When

_AKIN = {
    "meet": "meet met meets meeting talk talked talks session sat sitting round spoke speak "
            "conversation conversed discussed discussion negotiated negotiations consultations "
            "conferred closeted",
    "wait": "wait waited waiting kept late delay delayed",
    "call": "call called phone telephone telephoned phoned rang ring",
    "kill": "kill killed killing dead died deaths death lives fatalities shot perished toll lives",
    "wound": "wound wounded injured injuries hurt injuring wounding",
    "arrest": "arrest arrested detained detain detaining jailed imprisoned held seized custody",
    "expel": "expel expelled expulsion expelling expulsions leave ordered declared persona ousted",
    "free": "free freed release released releasing freeing pardoned swapped exchanged",
    "displace": "flee fled displaced refugees homeless uprooted",
    "send": "send sent deploy deployed deploying dispatch dispatched massed stationed",
    "cut": "cut cuts cutting reduce reduced reduction reductions reducing slash",
    "pay": "pay paid pledge pledged grant granted lend loan aid give given promised provide",
    "vote": "vote voted votes backed abstained favour favor",
    "last": "last lasted lasting lasts",
}  # fmt: skip
_DEEDS = {word: deed for deed, words in _AKIN.items() for word in words.split()}
_LENGTHS = frozenset({"meet", "wait", "call", "last"})
"""Deeds that have a length in hours."""
_DAY = 1500.0
"""Minutes from which a length is no longer that of one conversation."""
_NO_LENGTH = re.compile(
    r"^\W*(?:ago|later|earlier|after|before|since|from now|into|to (?!\d)|old|away|"
    r"in (?:jail|prison))\b",
    re.IGNORECASE,
)
_NOT_FOR = re.compile(r"\b(?:within|in|every|than|in the|under|by|since)\s$", re.IGNORECASE)
_ALTOGETHER = re.compile(
    r"\b(?:since|so far|in all|altogether|in total|all told|this (?:year|month|decade)|"
    r"over the (?:past|last)|to date|by now|a year|per|each|every)\b",
    re.IGNORECASE,
)
"""Words that make a number the sum of many days."""
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SPENT = re.compile(r"\bspent\b.*\bwith\b", re.IGNORECASE)
_DATELINE = re.compile(r"[^\W\d_a-z][^a-z]{2,}(?:, [A-Z][\w .]+)? [-–—] ")
_SPACE = re.compile(r"\s")
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[;:]|,? (?:while|whereas|although|but|who|which|where|after|before)\b|[“”\"]")
_LEAST_TOLL = 2
_LONG = 7
"""Characters of a name, its sign included, by which a country and its people are known for one."""
_MORE = 1.2
"""How much more than "at least so many" is news."""
PEOPLE = frozenset(
    """peopl dead person men women member body bod victim soldier troop villager prisoner diplomat
    officer civilian activist protester demonstrator refuge sailor fishermen rebel militant""".split()  # noqa: SIM905
)
"""Stems of words for people: reports name the same ones differently."""
_TOLLS = frozenset({"kill", "wound", "arrest", "displace"})
"""Deeds whose number grows from report to report."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report, with what its rows say of it."""

    article: str
    """`Article.id`."""
    number: int
    """Of the sentence in its article, from 1."""
    start: int
    """Its first character, in `Article.text`."""
    text: str
    """As printed, every white-space character a blank: offsets hold."""
    origin: str
    """`Article.id` of the origin of the text; copies share it."""
    outlet: str | None
    """Who printed it."""
    published: When
    """When."""
    days: tuple[tuple[date, date], ...]
    """Days of what it tells, where its rows are dated by words of the text; empty when none is."""
    people: frozenset[str]
    """Who takes part in its rows: actors' ids and states."""
    happened: bool
    """Whether a row of it tells what took place rather than what is planned or denied."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a sentence with what is said of it."""

    sentence: Sentence
    """Where it stands."""
    quantity: Quantity
    """The number."""
    deeds: frozenset[str]
    """What was done, as a family of words: `kill`, `meet` ..."""
    names: frozenset[str]
    """Names in its clause."""
    words: frozenset[str]
    """The other stems of its clause."""
    summed: bool = False
    """Whether its clause sums up many days."""
    alone: bool = False
    """Whether its article gives no other length of the same kind of talk, or no other toll."""

    @property
    def grows(self) -> bool:
        """Whether later reports are expected to give more."""
        return bool(self.deeds & _TOLLS) and self.quantity.unit == "count"

    @property
    def toll(self) -> bool:
        """Whether it counts people to whom that befell."""
        return self.grows and self.quantity.counted in PEOPLE


_IMAGINED = frozenset(
    {"planned", "cancelled", "declined", "sought", "hypothetical", "negated", "denied"}
)


def sentences_told(one: Extraction, origin: str) -> list[Sentence]:
    """Return the sentences of an article with the days and people of their rows."""
    days: dict[int, set[tuple[date, date]]] = {}
    people: dict[int, set[str]] = {}
    real: dict[int, bool] = {}
    rows: Iterable[Meeting | Event | Statement] = (*one.meetings, *one.events, *one.statements)
    for row in rows:
        for number in {item.sentence for item in row.evidence if item.role == "row"}:
            real[number] = real.get(number, False) or _state(row) not in _IMAGINED
            people.setdefault(number, set()).update(_who(row))
            if row.date.start and row.date.end and row.date.basis in ("stated", "relative", "judged"):
                days.setdefault(number, set()).add((row.date.start, row.date.end))
    return [
        Sentence(
            article=one.article.id,
            number=number,
            start=start,
            text=_SPACE.sub(" ", one.article.text[start:end]),
            origin=origin,
            outlet=one.article.outlet,
            published=one.article.published,
            days=tuple(sorted(days.get(number, ()))),
            people=frozenset(people.get(number, ())),
            happened=real.get(number, True),
        )
        for number, (start, end) in enumerate(one.sentences, 1)
    ]


def _state(row: Meeting | Event | Statement) -> str:
    if isinstance(row, Meeting):
        return row.status
    return row.factuality if isinstance(row, Event) else "happened"


def _who(row: Meeting | Event | Statement) -> Iterator[str]:
    if isinstance(row, Meeting):
        parties = row.participants
    elif isinstance(row, Event):
        parties = (*row.actors, *row.recipients)
    else:
        parties = (row.speaker,)
    for one in parties:
        yield from (name for name in (one.actor_id, one.state) if name)


def amounts(sentence: Sentence) -> list[Amount]:
    """Return the numbers of a sentence, each with the deeds, names and words of its own clause.

    >>> from detente.records import When
    >>> said = Sentence("a", 1, 0, "In Ganja 12 people died; Baku blamed Yerevan.", "a", None,
    ...                 When(), (), frozenset(), True)
    >>> [(sorted(one.deeds), one.quantity.low, sorted(one.names)) for one in amounts(said)]
    [(['kill'], 12.0, ['@ganja'])]
    """
    found = []
    for quantity in quantities(sentence.text):
        clause = _clause(sentence.text, quantity)
        deeds = _deeds(clause)
        if quantity.unit == "time" and not _is_length(sentence.text, quantity, deeds):
            continue
        counted = {quantity.counted}
        found.append(
            Amount(
                sentence=sentence,
                quantity=quantity,
                deeds=deeds,
                names=frozenset(name for name in names("x " + clause) if not name[1:2].isdigit()),
                summed=bool(_ALTOGETHER.search(clause)),
                words=frozenset(terms(clause)) - counted - {name[1:] for name in names("x " + clause)},
            )
        )
    return found


def dateline_of(text: str) -> int:
    """Return how long the dateline is with which a sentence opens; 0 without one.

    >>> dateline_of("VIENNA, May 7 - Talks began."), dateline_of("Talks began.")
    (16, 0)
    """
    found = _DATELINE.match(text)
    return found.end() if found else 0


def _deeds(clause: str) -> frozenset[str]:
    deeds = {_DEEDS[word] for word in _lower(clause) if word in _DEEDS}
    return frozenset(deeds | ({"meet"} if _SPENT.search(clause) else set()))


def _is_length(text: str, quantity: Quantity, deeds: frozenset[str]) -> bool:
    """Say whether a time is how long something lasted: not when it was, and not a length of life."""
    if _NO_LENGTH.match(text[quantity.end :]) or _NOT_FOR.search(text[: quantity.start]):
        return False
    return bool(deeds & _LENGTHS) and quantity.low < _DAY


def _lower(text: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(text))


def _clause(text: str, quantity: Quantity) -> str:
    """Return the clause round a number: up to the next break on either side."""
    opens = dateline_of(text)
    start = max((m.end() for m in _BREAK.finditer(text, 0, quantity.start)), default=opens)
    after = _BREAK.search(text, quantity.end)
    return text[start : after.start() if after else len(text)]


def same_measure(left: Amount, right: Amount) -> bool:
    """Say whether two numbers measure the same thing, as far as their words tell.

    The same unit or noun and the same deed, no two different names, no two different days.
    """
    a, b = left.quantity, right.quantity
    if a.unit != b.unit or not _one_noun(left, right) or not one_day(left.sentence, right.sentence):
        return False
    if left.names and right.names and not left.names & right.names:
        return False
    if left.summed != right.summed or ("call" in left.deeds) != ("call" in right.deeds):
        return False
    if left.deeds and right.deeds:
        if not left.deeds & right.deeds:
            return False
    elif left.deeds or right.deeds:
        return False
    shared = left.words & right.words
    if a.unit == "time":
        return bool(left.deeds & right.deeds & _LENGTHS) and bool(
            left.names & right.names or _together(left, right)
        )
    if left.deeds:
        return (a.unit == "count" or a.unit.startswith("money")) and (
            bool(left.names & right.names) or len(shared) >= 2
        )
    fewer = min(len(left.words), len(right.words))
    return len(shared) >= 3 and len(shared) >= 0.4 * fewer


def has_grown(left: Amount, right: Amount) -> bool:
    """Say whether the later of two numbers is a grown count of the same people: dead, hurt, driven out.

    Reports of other days name other days (on which it was said), so that these tell nothing; the place
    or two words of what befell them must be shared, or each must be the only toll of its report.
    """
    a, b = left.quantity, right.quantity
    if not (left.toll and right.toll and left.deeds & right.deeds & _TOLLS):
        return False
    if b.low <= (a.high if a.high < math.inf else a.low * _MORE):
        return False
    if a.low < _LEAST_TOLL:
        return False
    if left.alone and right.alone and not (left.names and right.names):
        return True
    return _share_a_name(left.names, right.names) or len(left.words & right.words) >= 2


def _share_a_name(left: frozenset[str], right: frozenset[str]) -> bool:
    """Say whether two clauses name one place; "Armenia" and "Armenian" are of one."""
    long = {name[:_LONG] for name in left if len(name) >= _LONG}
    return bool(left & right) or any(name[:_LONG] in long for name in right if len(name) >= _LONG)


def _together(left: Amount, right: Amount) -> bool:
    if len(left.sentence.people & right.sentence.people) > 1:
        return True
    days = _weekdays(left.sentence) & _weekdays(right.sentence)
    return left.alone and right.alone and bool(days)


def same_weekday(left: Sentence, right: Sentence) -> bool:
    """Say whether two sentences name one day of the week."""
    return bool(_weekdays(left) & _weekdays(right))


def _weekdays(sentence: Sentence) -> frozenset[str]:
    return frozenset(_WEEKDAY.findall(sentence.text))


def _one_noun(left: Amount, right: Amount) -> bool:
    a, b = left.quantity.counted, right.quantity.counted
    return a == b or {a, b} <= {"peopl", "person", "dead"}


def one_day(left: Sentence, right: Sentence) -> bool:
    """Say whether two sentences can tell of one day: an undated one can tell of any."""
    named = _weekdays(left), _weekdays(right)
    if all(named) and not named[0] & named[1]:
        return False
    if not left.days or not right.days:
        return True
    return any(a[0] <= b[1] and b[0] <= a[1] for a in left.days for b in right.days)
