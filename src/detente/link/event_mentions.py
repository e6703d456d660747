"""Words of a report that name an event, and what two of them share.

Compared are the words themselves and their meaning, what stands round them and in their sentence, where
in the report they are, and how the reports of the group use them: a word that most reports use names
what the story is about, one that a single report uses twice may name two things.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.word_counts import rarity
from detente.knowledge.word_vectors import near, vector
from detente.link.disagreement.wording import Worded, likeness, worded
from detente.link.stories.words import STOPWORDS, stem, terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

FEATURES = (
    "same", "rare", "near", "near_cubed", "cover", "beside", "same_cover", "same_beside", "near_cover",
    "near_beside", "names", "missing", "states", "one_report", "same_one_report", "same_text",
    "one_sentence", "earlier", "later", "reports_alike", "stems", "words_near", "context",
    "named_least", "named_most", "used_least", "used_most", "again", "reports", "numbers",
    "common_least", "common_most", "named_together", "used_together",
)  # fmt: skip
"""What two mentions share, in this order: see `features`."""
_ROUND = 30
"""Characters on either side of the words that are their surroundings."""
_FADES = 3
"""Words away at which a word of the context counts half."""
_LIGHT = frozenset(
    {"take", "took", "taken", "make", "made", "give", "gave", "given", "have", "had", "be"}
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBER = re.compile(r"(?<![\w.,])\d[\w.,:]*")
_NONE = -1.0
"""What stands for a share of nothing."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words of a report that name something that happened."""

    id: str
    """Unlike that of any other."""
    article: str
    """`Article.id`."""
    number: int
    """Number of its sentence in the report, from 0."""
    head: str
    """The word that names it, in lower case."""
    text: str
    """The words that name it."""
    sentence: Worded
    """What else its sentence says."""
    around: Worded
    """What stands next to it."""
    meaning: Vector
    """Mean vector of its words, of unit length; zeros where none is known."""
    context: Vector
    """The same of the sentence's other words, those near it before those far away."""
    numbers: frozenset[str]
    """Numbers of its sentence."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The reports that mentions are compared within."""

    reports: int
    """How many."""
    alike: Mapping[tuple[str, str], float]
    """Cosine of each two reports, their words weighed by how few of the reports use them."""
    used: Mapping[str, frozenset[str]]
    """The reports that use a stem."""
    named: Mapping[str, frozenset[str]]
    """The reports in which a stem names an event."""
    times: Mapping[tuple[str, str], int]
    """How often a stem names an event in a report."""


def event_mention(
    key: str, article: str, sentence: str, start: int, end: int, number: int = 0
) -> EventMention:
    """Return the words from `start` to `end` of a sentence as a mention of an event.

    >>> event_mention("1", "a", "Norway expelled two envoys.", 7, 15).head
    'expelled'
    """
    text = sentence[start:end]
    first, last = max(0, start - _ROUND), min(len(sentence), end + _ROUND)
    return EventMention(
        id=key,
        article=article,
        number=number,
        head=_head(text),
        text=text.casefold(),
        sentence=worded(sentence, [(start, end)]),
        around=worded(sentence, [(0, first), (start, end), (last, len(sentence))]),
        meaning=_mean((word, 1.0) for word in _WORD.findall(text.lower())),
        context=_mean(_weighed_round(sentence.lower(), start, end)),
        numbers=frozenset(_NUMBER.findall(sentence)),
    )


def setting_of(mentions: Sequence[EventMention], reports: Mapping[str, str]) -> Setting:
    """Return the reports of some mentions as a setting; `reports` gives their texts by id."""
    counts = {key: Counter(terms(reports.get(key, ""))) for key in {one.article for one in mentions}}
    used, named = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for key, counted in counts.items():
        for term in counted:
            used[term].add(key)
    times: Counter[tuple[str, str]] = Counter()
    for one in mentions:
        named[stem(one.head)].add(one.article)
        times[stem(one.head), one.article] += 1
    return Setting(
        reports=len(counts),
        alike=_alike(counts, used),
        used={term: frozenset(keys) for term, keys in used.items()},
        named={term: frozenset(keys) for term, keys in named.items()},
        times=times,
    )


def features(left: EventMention, right: EventMention, setting: Setting) -> tuple[float, ...]:
    """Return what two mentions share, in the order of `FEATURES`; the same both ways.

    Shares are from 0 to 1, and -1 where there is nothing to share.
    """
    one, other = stem(left.head), stem(right.head)
    same = float(one == other)
    alike = max(0.0, near(left.head, right.head)) if not same else 1.0
    whole = likeness(left.sentence, right.sentence)
    beside = likeness(left.around, right.around)
    cover, next_to = (whole.left + whole.right) / 2, (beside.left + beside.right) / 2
    report = float(left.article == right.article)
    earlier, later = sorted(math.log1p(mention.number) for mention in (left, right))
    named = sorted(len(setting.named.get(word, ())) / setting.reports for word in (one, other))
    used = sorted(len(setting.used.get(word, ())) / setting.reports for word in (one, other))
    common = sorted(rarity(word) for word in (one, other))
    again = max(setting.times.get((word, mention.article), 1) for word, mention in
                ((one, left), (other, right)))  # fmt: skip
    return (
        same, rarity(one) / 7 if same else 0.0, alike, alike**3, cover, next_to, same * cover,
        same * next_to, alike * cover, alike * next_to, whole.names, whole.missing, whole.states,
        report, report * same, float(left.text == right.text),
        report * (left.number == right.number), earlier, later,
        setting.alike.get((left.article, right.article), 1.0),
        _share(_stems(left.text), _stems(right.text)), float(left.meaning @ right.meaning),
        float(left.context @ right.context), *named, *used, float(again), math.log(setting.reports),
        _share(left.numbers, right.numbers), *common, *_together(one, other, setting),
    )  # fmt: skip


def _together(one: str, other: str, setting: Setting) -> tuple[float, float]:
    """Return the share of reports in which both words name an event, and of those using one word the
    share that use both: what is told side by side is two things."""
    if one == other:
        return _NONE, _NONE
    named = setting.named.get(one, frozenset()) & setting.named.get(other, frozenset())
    ways = [
        len(setting.named.get(a, frozenset()) & setting.used.get(b, frozenset()))
        / max(1, len(setting.named.get(a, ())))
        for a, b in ((one, other), (other, one))
    ]
    return len(named) / setting.reports, sum(ways) / 2


def _head(text: str) -> str:
    """Return the word that names the event: the first with meaning of its own; of many, the longest."""
    words = [word.casefold() for word in text.split() if word[:1].isalnum()]
    heavy = [word for word in words if len(word) > 3 and word not in _LIGHT]
    return (heavy or words or [text.casefold()])[0]


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split() if word[:1].isalnum())


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    fewer = min(len(left), len(right))
    return len(left & right) / fewer if fewer else _NONE


def _weighed_round(sentence: str, start: int, end: int) -> Iterable[tuple[str, float]]:
    """Yield the other words of a sentence with their weights: rarity, fading with the distance."""
    found = list(_WORD.finditer(sentence))
    first = sum(match.start() < start for match in found)
    last = first + sum(start <= match.start() < end for match in found) - 1
    for at, match in enumerate(found):
        if not first <= at <= last and match[0] not in STOPWORDS:
            away = first - at if at < first else at - last
            yield match[0], rarity(stem(match[0])) / (1 + away / _FADES)


def _mean(words: Iterable[tuple[str, float]]) -> Vector:
    import numpy as np

    found = np.zeros(64)
    for word, weight in words:
        if (known := vector(word)) is not None:
            found += known * weight
    length = float(np.linalg.norm(found))
    return found / length if length else found


def _alike(
    counts: Mapping[str, Counter[str]], used: Mapping[str, set[str]]
) -> dict[tuple[str, str], float]:
    units = {}
    for key, counted in counts.items():
        raw = {
            term: (1 + math.log(times)) * rarity(term) * math.log((len(counts) + 1) / len(used[term]))
            for term, times in counted.items()
        }
        length = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
        units[key] = {term: weight / length for term, weight in raw.items()}
    return {
        (one, other): 1.0 if one == other else
        math.fsum(weight * theirs.get(term, 0.0) for term, weight in ours.items())
        for one, ours in units.items() for other, theirs in units.items()
    }  # fmt: skip
