"""Where forecasters, or those who report them, look back on a forecast and say how it went.

"Hargrave had forecast a hallway conversation. 'They sat, so I'm half right.'" settles a forecast
better than any row about the matter itself, for it names both. The verdict is the report's, by its own
words; where it only recalls the forecast, the two sentences are put before the reader as `unclear`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from detente.records import Forecast, Statement

Verdict = Literal["came-true", "did-not", "partly", "unclear"]

_SAID = r"(?:foretold|predicted|forecast|forecasted|expected|said|bet|warned|promised)"
_RECALLS = re.compile(
    rf"\b(?:as (?:he|she|they|i|we) (?:had )?{_SAID}|(?:who|he|she|they|i|had) (?:had )?"
    r"(?:foretold|predicted|forecast|forecasted|bet)|who had expected|had expected|"
    r"whose (?:forecast|prediction)|(?:his|her|their|my) (?:forecast|prediction|bet)|"
    r"(?:i|he|she) (?:had )?said (?:so )?(?:in|last|back in|before)\b|"
    r"(?:in|last) \w+ (?:he|she|i) (?:had )?said|"
    r"(?:was|were|am|been|be|i'm|i’m) (?:half |partly |not )?(?:right|wrong)|"
    r"(?:i|he|she) had (?:him|her|them|it) \w+ing|my mistake)\b",
    re.IGNORECASE,
)
"""What makes of a statement a look back on one's own words."""
_BOTH = re.compile(rf"\b{_SAID} (?:both|all three|all of it)\b", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:half|partly|nearly|almost) right\b", re.IGNORECASE)
_WRONG = re.compile(
    r"\b(?:(?:was|were|am|be|been|i'm|i’m|and|but) wrong|my mistake|ran out|"
    r"lost (?:my|his|her|the) bet|did not (?:happen|come)|it (?:will|did|has) not|came to nothing)\b",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"\b(?:as (?:he|she|they|i|we) (?:had )?(?:foretold|predicted|forecast|expected)|"
    r"(?:was|were|am|be|been|i'm|i’m|and|but) (?:\w+ )?right|came true|has come true|there it is)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|n't|n’t|hardly)(?: \w+)? (?:right|wrong)\b", re.IGNORECASE)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_NAMED = "|".join(_MONTHS)
_DAY = re.compile(
    rf"\b(?:(?P<month>{_NAMED}) (?P<day>\d\d?)|(?P<day2>\d\d?) (?P<month2>{_NAMED}))\b", re.IGNORECASE
)
_ON = 2  # Sentences in which the same speaker goes on about it.
_SHARED = 2
_LONG = 200
_AFTER = timedelta(days=45)
_BEFORE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class LookBack:
    """A statement that recalls what its speaker foretold."""

    statement: Statement
    """The statement."""
    words: str
    """Its sentence, the speaker's before it and those in which the speaker goes on."""
    told: date
    """The day its article was printed."""

    def matter(self) -> str:
        """Return the words without those that recall and judge: what the forecast was on."""
        return _matter(self.words)


@lru_cache(maxsize=1024)
def _matter(words: str) -> str:
    for phrase in (_PARTLY, _WRONG, _RIGHT, _RECALLS):
        words = phrase.sub(" ", words)
    return words


def who(forecaster: Forecast | Statement) -> str:
    """Return by what a forecaster is known across articles: the registry's id, else the name."""
    one = forecaster.forecaster if isinstance(forecaster, Forecast) else forecaster.speaker
    known = one.actor_id if one.actor_id and not one.actor_id.startswith("local:") else None
    return known or one.name.lower()


def look_backs(statements: Iterable[Statement], days: dict[str, date]) -> dict[str, list[LookBack]]:
    """Return by speaker the statements that recall a forecast; those of undated articles are none."""
    spoken: dict[tuple[str, str], list[Statement]] = {}
    for row in statements:
        spoken.setdefault((row.article, who(row)), []).append(row)
    found: dict[str, list[LookBack]] = {}
    for (article, speaker), rows in spoken.items():
        if article not in days:
            continue
        rows.sort(key=lambda row: (row.sentence, row.id))
        for row in rows:
            if not _RECALLS.search(_sentence(row)):
                continue
            near = [_sentence(one) for one in rows if -1 <= one.sentence - row.sentence <= _ON]
            words = " ".join(dict.fromkeys(near))
            found.setdefault(speaker, []).append(LookBack(row, words, days[article]))
    return found


def _sentence(row: Statement) -> str:
    said = next((item.quote for item in row.evidence if item.role == "row"), "")
    return said if row.content in said else f"{said} {row.content}"


def recalls(
    back: LookBack, row: Forecast, made: date, claim: frozenset[str], told: frozenset[str]
) -> tuple[str, bool] | None:
    """Return why a look back is on this forecast, and whether surely; None where it is on another.

    `claim` and `told` are the words of both that carry their meaning. It shares two of them, or one
    and points at the month in which the forecast was made, or comes as the horizon falls due; or it
    names the very day ("whose forecast of August 22"). The month alone does not make it sure.
    """
    shared = claim & told
    points = _points_at(back, made)
    if points == "day":
        return "recalled by its day", True
    words = ", ".join(sorted(shared))
    falls_due = _falls_due(row, back.told)
    if len(shared) >= _SHARED:
        return f"recalled, shares {words}", True
    if shared and falls_due:
        return f"recalled as it falls due, shares {words}", True
    return (f"recalled by its {points}, shares {words}", False) if shared and points else None


def _falls_due(row: Forecast, told: date) -> bool:
    """Say whether the horizon of a forecast lies about a day: not a whole year around it."""
    due, start = row.horizon.end, row.horizon.start
    if due is None or (start is not None and (due - start).days > _LONG):
        return False
    return (start or due) - _BEFORE <= told <= due + _AFTER


def _points_at(back: LookBack, made: date) -> str | None:
    """Return "day" or "month" where a look back names the day or month a forecast was made in."""
    for match in _DAY.finditer(back.words):
        month = (match["month"] or match["month2"]).lower()
        if (_MONTHS.index(month) + 1, int(match["day"] or match["day2"])) == (made.month, made.day):
            return "day"
    low = back.words.lower()
    named = re.search(rf"\b(?:in|last|back in) {_MONTHS[made.month - 1]}\b", low)
    if named and (back.told - made).days < 330:
        return "month"
    before = back.told.replace(day=1) - timedelta(days=1)
    if "last month" in low and (made.year, made.month) == (before.year, before.month):
        return "month"
    week = back.told - timedelta(days=back.told.weekday())
    return "week" if "last week" in low and week - timedelta(days=7) <= made < week else None


@lru_cache(maxsize=1024)
def verdict(words: str) -> Verdict:
    """Return what a look back says came of the forecast, by its own words.

    >>> verdict("They sat, so I'm half right"), verdict("I was wrong about the paper")
    ('partly', 'did-not')
    >>> verdict("He had forecast it in May")
    'unclear'
    """
    if _DENIED.search(words):
        return "unclear"
    if _PARTLY.search(words):
        return "partly"
    wrong, right = bool(_WRONG.search(words)), bool(_RIGHT.search(words))
    if wrong == right:
        return "unclear"
    return "did-not" if wrong else "came-true"


def recalls_both(words: str) -> bool:
    """Say whether words recall two claims at once: "who had forecast both"."""
    return _BOTH.search(words) is not None


def names_a_day(words: str) -> bool:
    """Say whether words name a day, by which a forecast may be known that shares no word with them."""
    return _DAY.search(words) is not None


def best(backs: Sequence[LookBack]) -> list[LookBack]:
    """Return look backs with those that give a verdict first, then the earliest."""
    return sorted(
        backs, key=lambda back: (verdict(back.words) == "unclear", back.told, back.statement.id)
    )
