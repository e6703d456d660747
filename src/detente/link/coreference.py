"""Events that several reports tell become one: "expelled" here, "told to leave" there.

Mentions are compared within one story: by the words that name the event, by what stands round them, by
names and by how like the reports are. A logistic regression says how likely two are one; mentions are
then joined from the likeliest on, by the mean of all their pairs (average linkage). What only the order
of time would tell apart, the second of two strikes of one week, is not told apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from detente.knowledge.word_counts import rarity
from detente.knowledge.word_vectors import near
from detente.link.disagreement.wording import Worded, likeness, worded
from detente.link.stories.words import stem
from detente.records import Event, Extraction, Participant, When

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

JOINS = 0.55
"""Mean chance of all pairs of two groups from which they are one event."""
SURE = 0.7
"""Chance from which two rows of reports are one act: two lines are forgiven, a false one is not."""
NEWS = timedelta(days=7)
"""Days before its printing in which an act without a day of its own took place."""
WEIGHTS = {
    "same": -3.45, "rare": 1.37, "near": 3.0, "near_cubed": 4.14, "cover": -1.33, "beside": 2.62,
    "same_cover": 1.46, "same_beside": -0.97, "near_cover": 0.44, "near_beside": -0.9, "names": 0.1,
    "missing": -0.43, "states": 0.18, "one_report": -0.2, "same_one_report": 0.63, "same_text": 0.7,
}  # fmt: skip
BASE = -2.87
"""Of a logistic regression on the training part of ECB+ (Cybulska and Vossen 2014, CC BY 3.0)."""
_ROUND = 30
"""Characters on either side of the words that are their surroundings."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words of a report that name something that happened."""

    id: str
    """Unlike that of any other."""
    article: str
    """`Article.id`."""
    head: str
    """The word that names it, in lower case."""
    text: str
    """The words that name it."""
    sentence: Worded
    """What else its sentence says."""
    around: Worded
    """What stands next to it."""


def event_mention(key: str, article: str, sentence: str, start: int, end: int) -> EventMention:
    """Return the words from `start` to `end` of a sentence as a mention of an event.

    >>> event_mention("1", "a", "Norway expelled two envoys.", 7, 15).head
    'expelled'
    """
    text = sentence[start:end]
    first, last = max(0, start - _ROUND), min(len(sentence), end + _ROUND)
    return EventMention(
        id=key,
        article=article,
        head=_head(text),
        text=text.casefold(),
        sentence=worded(sentence, [(start, end)]),
        around=worded(sentence, [(0, first), (start, end), (last, len(sentence))]),
    )


_LIGHT = frozenset(
    {"take", "took", "taken", "make", "made", "give", "gave", "given", "have", "had", "be"}
)


def _head(text: str) -> str:
    """Return the word that names the event: the first with meaning of its own; of many, the longest."""
    words = [word.casefold() for word in text.split() if word[:1].isalnum()]
    heavy = [word for word in words if len(word) > 3 and word not in _LIGHT]
    return (heavy or words or [text.casefold()])[0]


def events(mentions: Sequence[EventMention]) -> dict[str, str]:
    """Return for each mention of one story the id of the first mention of the event it is of."""
    import numpy as np

    chances = np.eye(len(mentions))
    for i, one in enumerate(mentions):
        for j in range(i):
            chances[i, j] = chances[j, i] = chance(one, mentions[j])
    return {mentions[at].id: mentions[group[0]].id for group in _joined(chances) for at in group}


def same_acts(read: Iterable[Extraction]) -> list[tuple[Event, ...]]:
    """Return the events that articles of one story tell, those together that are one, in their order.

    Contacts are left out: a meeting is a row of its own. Two events of other parties, of days that do
    not meet, or of which one is denied or planned and the other took place, are never one.
    """
    import numpy as np

    rows = [(row, one) for one in read for row in one.events if row.type != "CONSULT" and row.actors]
    mentions = [_mention(row, one) for row, one in rows]
    chances = np.eye(len(rows))
    for i, (row, _) in enumerate(rows):
        for j in range(i):
            if _may_be_one(row, rows[j][0]):
                found = chance(mentions[i], mentions[j])
                chances[i, j] = chances[j, i] = found if found >= SURE else 0.0
    return [tuple(rows[at][0] for at in group) for group in _joined(chances)]


def _mention(row: Event, one: Extraction) -> EventMention:
    start, end = one.sentences[row.sentence - 1]
    text = one.article.text[start:end]
    spans = [item for item in row.evidence if item.role == "trigger" and start <= item.start < end]
    first, last = (spans[0].start - start, spans[0].end - start) if spans else (0, 0)
    return event_mention(row.id, row.article, " ".join(text.split("\n")), first, last)


def _may_be_one(left: Event, right: Event) -> bool:
    sides = [
        ({who(one) for one in row.actors}, {who(one) for one in row.recipients})
        for row in (left, right)
    ]
    (did, to), (others, to_others) = sides
    if not did & others or (to and to_others and not to & to_others):
        return False
    if left.factuality != right.factuality or left.type != right.type:
        return False
    first, second = _days(left.date), _days(right.date)
    if first is None or second is None:
        return first is second
    return first[0] <= second[1] and second[0] <= first[1]


def _days(when: When) -> tuple[date, date] | None:
    """Return the days on which an event may be; one without a day of its own is news of the week."""
    if when.end is None or (when.start is None and when.basis in ("stated", "relative")):
        return None
    return (when.start or when.end - NEWS, when.end)


def who(one: Participant) -> str:
    """Return the state of a party, else its actor, else its name."""
    return one.state or one.actor_id or one.name.casefold()


def chance(left: EventMention, right: EventMention) -> float:
    """Return how likely two mentions are of one event."""
    total = BASE + sum(WEIGHTS[name] * value for name, value in features(left, right).items())
    return 1 / (1 + math.exp(-total))


def features(left: EventMention, right: EventMention) -> dict[str, float]:
    """Return what two mentions share, by name."""
    same = float(stem(left.head) == stem(right.head))
    alike = max(0.0, near(left.head, right.head)) if not same else 1.0
    whole = likeness(left.sentence, right.sentence)
    beside = likeness(left.around, right.around)
    rare = rarity(stem(left.head)) / 7 if same else 0.0
    cover, next_to = (whole.left + whole.right) / 2, (beside.left + beside.right) / 2
    report = float(left.article == right.article)
    return {
        "same": same,
        "rare": rare,
        "near": alike,
        "near_cubed": alike**3,
        "cover": cover,
        "beside": next_to,
        "same_cover": same * cover,
        "same_beside": same * next_to,
        "near_cover": alike * cover,
        "near_beside": alike * next_to,
        "names": whole.names,
        "missing": whole.missing,
        "states": whole.states,
        "one_report": report,
        "same_one_report": report * same,
        "same_text": float(left.text == right.text),
    }


def _joined(chances: NDArray[np.float64]) -> list[list[int]]:
    """Return groups of places: the two with the highest mean chance are joined while it is `JOINS`."""
    import numpy as np

    groups = [[at] for at in range(len(chances))]
    sums = chances.copy()
    while len(groups) > 1:
        sizes = np.array([len(group) for group in groups], dtype=float)
        means = np.tril(sums / np.outer(sizes, sizes), -1)
        i, j = divmod(int(means.argmax()), len(groups))
        if means[i, j] < JOINS:
            break
        groups[j] = sorted(groups[j] + groups[i])
        sums[j, :] += sums[i, :]
        sums[:, j] += sums[:, i]
        sums = np.delete(np.delete(sums, i, 0), i, 1)
        groups.pop(i)
    return groups
