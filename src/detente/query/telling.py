"""Which rows tell most: what a short page shows of a record, and what it only counts.

Nothing here judges whether a row is right. A row whose speaker the text does not resolve ("they",
"the text") is never chosen; it is counted among the open questions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from detente.query.folding import who
from detente.query.times import told_on, vague
from detente.query.views import Act, Encounter, IssueSayings, IssueStands, Outlook, Saying, Stand
from detente.records import Participant

T = TypeVar("T")
_PRONOUNS = frozenset(
    [
        "he", "her", "his", "i", "it", "its", "my", "our", "she", "such", "that", "their", "these",
        "they", "this", "those", "we", "who", "you", "your",
    ]
)  # fmt: skip
"""First words that mean nobody outside their own text."""
_ALONE = frozenset(
    ["all", "anybody", "anyone", "both", "each", "many", "most", "neither", "one", "others", "some"]
)
"""Words that mean nobody when no noun follows: some, both of them."""
_FEWEST_WORDS = 4
"""Words below which what was said is a fragment."""


def unresolved(participant: Participant) -> bool:
    """Say whether the text does not tell who it is: an unknown, or a pronoun for a name.

    >>> unresolved(Participant("they", "they")), unresolved(Participant("Russia", "it", "state:RUS"))
    (True, False)
    """
    if participant.actor_id is not None:
        return False
    words = participant.name.casefold().split()
    if participant.kind == "unknown" or not words or words[0] in _PRONOUNS:
        return True
    return words[0] in _ALONE and (len(words) == 1 or words[1] == "of")


def named(participant: Participant) -> bool:
    """Say whether it is an actor of the registry, or has a full name of its own.

    >>> named(Participant("Ada Sample", "she", "local:1", "person"))
    True
    >>> named(Participant("an envoy", "an envoy", None, "anonymous"))
    False
    """
    actor = participant.actor_id
    if actor is None:
        return False
    if not actor.startswith("local:") or participant.kind != "person":
        return True
    return sum(word[:1].isupper() for word in participant.name.split()) > 1


def expert(item: Saying) -> bool:
    """Say whether a speaker is a person of no office and of neither side, whom only articles know."""
    speaker = item.row.speaker
    known = speaker.actor_id is not None and not speaker.actor_id.startswith("local:")
    return speaker.kind == "person" and item.side is None and not speaker.office and not known


def told_meetings(items: Sequence[Encounter], most: int | None) -> list[Encounter]:
    """Return the meetings that tell most, in their order: dated, and with somebody named."""
    return best(dated_meetings(items), most, _rank_meeting)


def dated_meetings(items: Sequence[Encounter]) -> list[Encounter]:
    """Return the meetings with somebody named whose date is known within two months."""
    return [item for item in items if not vague(item.date) and _somebody(item)]


def undated_meetings(items: Sequence[Encounter]) -> list[Encounter]:
    """Return the meetings with somebody named of which it is not known when they are."""
    return [item for item in items if vague(item.date) and _somebody(item)]


def latest_first(items: Sequence[Encounter]) -> list[Encounter]:
    """Return meetings by their last day, the latest first; those of which it is not known last."""

    def key(item: Encounter) -> tuple[bool, int]:
        day = item.date.end or item.date.start
        return vague(item.date), -day.toordinal() if day else 0

    return sorted(items, key=key)


def _somebody(item: Encounter) -> bool:
    return any(named(who) for who in item.participants)


def _rank_meeting(item: Encounter) -> tuple[bool, int, int, bool]:
    """Dates known on both sides first, then most origins, most people by name, most said of it."""
    people = sum(named(who) and who.kind == "person" for who in item.participants)
    exact = item.date.start is not None and item.date.end is not None
    return (not exact, -item.reports.origins, -people, not item.agenda)


def told_sayings(group: IssueSayings, most: int) -> list[Saying]:
    """Return the statements on an issue that tell most, in their order.

    Of the officials of the two states in turn, so that both are heard; third parties where those say
    less than is asked for; experts never. Of one sentence and of one speaker's words on one day only
    the best, as long as there are others.
    """
    heard = [item for item in group.sayings if not unresolved(item.row.speaker) and not expert(item)]
    heard = [item for item in heard if item.side or item.row.speaker.actor_id]
    ranked = sorted(heard, key=_rank_saying)
    apart = _once(ranked, lambda item: item.refs[0])
    sides: dict[str | None, list[Saying]] = {"left": [], "right": [], None: []}
    for item in _spread(apart):
        sides[item.side].append(item)
    both = [item for side in ("left", "right") for item in enumerate(sides[side])]
    turns = [item for _, item in sorted(both, key=lambda at: at[0])]
    chosen = {item.row.id for item in [*turns, *sides[None]][:most]}
    return [item for item in group.sayings if item.row.id in chosen]


def _rank_saying(item: Saying) -> tuple[bool, bool, bool, int, int, bool, float]:
    """The two sides, words that stand alone, with a date, most origins, who, in marks, the surest."""
    row = item.row
    person = row.speaker.actor_id is not None and row.speaker.kind == "person"
    who_first = 0 if person else 1 if row.speaker.actor_id is not None else 2
    undated = vague(row.date) and vague(item.reported)
    said_in_marks = row.kind != "indirect"
    return (
        item.side is None,
        _bare(row.content),
        undated,
        -item.reports.origins,
        who_first,
        not said_in_marks,
        -row.score,
    )


def _bare(words: str) -> bool:
    """Say whether words mean little out of their place: too few, or about "it" or "them"."""
    said = words.casefold().replace("\u2019", "'").strip("\"\u201c\u201e\u2018' ").split()
    return len(said) < _FEWEST_WORDS or said[0].partition("'")[0] in _PRONOUNS


def _once(items: Sequence[T], key: Callable[[T], object]) -> list[T]:
    """Return the first item of each key."""
    found: dict[object, T] = {}
    for item in items:
        found.setdefault(key(item), item)
    return list(found.values())


def _spread(items: Sequence[Saying]) -> list[Saying]:
    """Put the first words of each speaker before the second words of any."""
    said: Counter[str] = Counter()
    turns: list[tuple[int, Saying]] = []
    for item in items:
        key = who(item.row.speaker)
        turns.append((said[key], item))
        said[key] += 1
    return [item for _, item in sorted(turns, key=lambda turn: turn[0])]


def told_stands(items: Sequence[Stand]) -> list[Stand]:
    """Return the positions of one side, the newest first; undated and unresolved ones are left out.

    Of one day, what most origins tell comes first, then what the state itself says.
    """
    found = [item for item in items if not unresolved(item.row.actor) and _stood(item)]
    return sorted(
        found,
        key=lambda item: (
            -told_on(item.row.date, item.reported).toordinal(),
            _bare(item.row.claim),
            -item.reports.origins,
            item.row.actor.kind != "state",
        ),
    )


def undated_stands(items: Sequence[Stand]) -> list[Stand]:
    """Return the positions of one side that cannot be put in order of time."""
    return [item for item in items if not unresolved(item.row.actor) and not _stood(item)]


def _stood(item: Stand) -> bool:
    return not (vague(item.row.date) and vague(item.reported))


def rank_issue(item: IssueStands) -> tuple[bool, int, int]:
    """Issues on which both sides stand somewhere come first, then those with most origins and rows."""
    stands = [*item.left, *item.right]
    origins = max((stand.reports.origins for stand in stands), default=0)
    return (not (item.left and item.right), -len(stands), -origins)


def told_outlooks(items: Sequence[Outlook], most: int) -> list[Outlook]:
    """Return the forecasts that tell most, in their order: of somebody named, with a horizon.

    Each forecaster's first comes before any second.
    """
    found = sorted((item for item in items if named(item.row.forecaster)), key=_rank_outlook)
    said: Counter[str] = Counter()
    turns: list[tuple[tuple[bool, bool, int], Outlook]] = []
    for item in found:
        key = who(item.row.forecaster)
        turns.append(((item.row.horizon.end is None, _bare(item.row.claim), said[key]), item))
        said[key] += 1
    ordered = [item for _, item in sorted(turns, key=lambda turn: turn[0])]
    chosen = {item.row.id for item in ordered[:most]}
    return [item for item in items if item.row.id in chosen]


def _rank_outlook(item: Outlook) -> tuple[bool, bool, bool, int, bool, float]:
    row = item.row
    origins = item.reports.origins
    nobody = row.forecaster.kind != "person"
    return (row.horizon.end is None, _bare(row.claim), nobody, -origins, row.issue is None, -row.score)


def told_acts(items: Sequence[Act], most: int) -> list[Act]:
    """Return the acts that tell most, in their order: of somebody named, then by origins."""
    found = [item for item in items if any(named(who) for who in item.row.actors)]
    return best(found, most, lambda item: (-item.reports.origins, -item.row.score))


def best(items: Sequence[T], most: int | None, rank: Callable[[T], Any]) -> list[T]:
    """Return the items of the lowest rank in their own order; all where there is no limit.

    >>> best([3, 1, 2], 2, lambda number: number)
    [1, 2]
    """
    chosen = sorted(range(len(items)), key=lambda at: rank(items[at]))[:most]
    return [items[at] for at in sorted(chosen)]
