"""Events that several reports tell become one: "expelled" here, "told to leave" there.

Mentions are compared within one story (`link.event_mentions`), and a small forest of decision trees
says how likely two are one; they are then joined from the likeliest on, by the mean of all their pairs
(average linkage). What only the order of time would tell apart, the second of two strikes of one week,
is not told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from detente.knowledge.event_pairs import chances
from detente.link.event_mentions import EventMention, event_mention, features, setting_of
from detente.records import Event, Extraction, Participant, When

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

JOINS = 0.4
"""Mean chance of all pairs of two groups from which they are one event."""
SURE = 0.7
"""Chance from which two rows of reports are one act: two lines are forgiven, a false one is not."""
NEWS = timedelta(days=7)
"""Days before its printing in which an act without a day of its own took place."""


def events(mentions: Sequence[EventMention], reports: Mapping[str, str]) -> dict[str, str]:
    """Return for each mention of one story the id of the first mention of the event it is of.

    `reports` gives the text of each article by its id; one that is not there has no words.
    """
    pairs = [(i, j) for i in range(len(mentions)) for j in range(i)]
    return {
        mentions[at].id: mentions[group[0]].id
        for group in joined(_table(mentions, pairs, reports))
        for at in group
    }


def same_acts(read: Iterable[Extraction]) -> list[tuple[Event, ...]]:
    """Return the events that articles of one story tell, those together that are one, in their order.

    Contacts are left out: a meeting is a row of its own. Two events of other parties, of days that do
    not meet, or of which one is denied or planned and the other took place, are never one.
    """
    told = list(read)
    rows = [(row, one) for one in told for row in one.events if row.type != "CONSULT" and row.actors]
    mentions = [_mention(row, one) for row, one in rows]
    pairs = [(i, j) for i in range(len(rows)) for j in range(i) if _may_be_one(rows[i][0], rows[j][0])]
    table = _table(mentions, pairs, {one.article.id: one.article.text for one in told})
    table[table < SURE] = 0.0
    return [tuple(rows[at][0] for at in group) for group in joined(table)]


def _table(
    mentions: Sequence[EventMention], pairs: Sequence[tuple[int, int]], reports: Mapping[str, str]
) -> NDArray[np.float64]:
    """Return the chances of all pairs as a square; 0 for those that are not asked for."""
    import numpy as np

    table = np.eye(len(mentions))
    if pairs:
        setting = setting_of(mentions, reports)
        shared = np.array([features(mentions[i], mentions[j], setting) for i, j in pairs])
        left, right = np.array(pairs).T
        table[left, right] = table[right, left] = chances(shared)
    return table


def _mention(row: Event, one: Extraction) -> EventMention:
    start, end = one.sentences[row.sentence - 1]
    text = one.article.text[start:end]
    spans = [item for item in row.evidence if item.role == "trigger" and start <= item.start < end]
    first, last = (spans[0].start - start, spans[0].end - start) if spans else (0, 0)
    return event_mention(row.id, row.article, " ".join(text.split("\n")), first, last, row.sentence - 1)


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


def joined(chances: NDArray[np.float64]) -> list[list[int]]:
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
