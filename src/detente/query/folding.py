"""Rows of several articles that give the same words become one item of a view.

Nothing is merged in the archive: an item keeps the ids of all its rows, and shows the fullest.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from detente.query.circumstances import circumstances
from detente.query.desk import Desk
from detente.query.groups import grouped
from detente.query.times import anchor, told_on
from detente.query.views import Act, Outlook, Saying, Side, Stand
from detente.records import Event, Forecast, Link, Meeting, Participant, Position, Statement, When

WORD = re.compile(r"\w+")
_FEWEST = 4
"""Words that a text must have to be found inside a longer one; fewer are in too many."""
_ALIKE = 0.8
"""Share of common words from which two texts of one speaker and one day are the same."""
R = TypeVar("R", Statement, Position, Forecast, Event)
G = TypeVar("G", Statement, Position, Forecast, Event, Meeting)


def fold(
    rows: Iterable[R],
    desk: Desk,
    key: Callable[[R], object],
    words: Callable[[R], str],
    linked: Iterable[tuple[str, str]] = (),
) -> list[tuple[R, ...]]:
    """Return groups of rows with an equal key whose words are the same, in order of publication.

    Rows that are linked are together whatever their words.

    Words are the same when they are equal apart from case and punctuation, when the shorter, of four
    words at least, stands in the longer, or when four in five of all their words are common.
    """
    ordered = in_order(rows, desk)
    by_key: dict[object, list[R]] = {}
    for row in ordered:
        by_key.setdefault(key(row), []).append(row)
    pairs: list[tuple[str, str]] = list(linked)
    for together in by_key.values():
        said = [(row.id, WORD.findall(words(row).casefold())) for row in together]
        sets = [frozenset(one) for _, one in said]
        pairs += [
            (said[i][0], said[j][0])
            for i, j in _may_be_same(sets)
            if same_words(said[i][1], said[j][1])
        ]
    by_id = {row.id: row for row in ordered}
    return [tuple(by_id[row] for row in group) for group in grouped(list(by_id), pairs)]


def _may_be_same(sets: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield the places of texts that may be the same by their words: a text inside another has none of
    its own, and one alike in four of five words shares these. It only rules out.

    So of two such texts the longer has one of the rarest words of the shorter, as many as it may lack
    and one: only texts under these are compared (the prefix filter of Chaudhuri, Ganti and Kaushik,
    "A primitive operator for similarity joins in data cleaning", 2006).
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(sets):
        for word in words:
            holders[word].append(at)
    empty = [at for at, words in enumerate(sets) if not words]
    yield from pairwise(empty)
    for at, words in enumerate(sets):
        lacking = len(words) - math.ceil(_ALIKE * len(words))
        rarest = sorted(words, key=lambda word: (len(holders[word]), word))[: lacking + 1]
        for other in sorted({one for word in rarest for one in holders[word]}):
            longer = (len(sets[other]), other) > (len(words), at)
            if longer and len(words & sets[other]) >= _ALIKE * len(words):
                yield at, other


def same_words(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether two texts, as words in lower case, say the same; see `fold`."""
    short, long = sorted((left, right), key=len)
    if short == long:
        return True
    if len(short) < _FEWEST:
        return False
    width = len(short)
    if any(long[at : at + width] == short for at in range(len(long) - width + 1)):
        return True
    common = len(set(short) & set(long))
    return common / len(set(short) | set(long)) >= _ALIKE


def who(participant: Participant) -> str:
    """Return what tells one participant from another: the registry's actor, else the name as written.

    Somebody whom only articles know has another id in each, so there the name decides.
    """
    actor = participant.actor_id
    if actor is None or actor.startswith("local:"):
        return participant.name.casefold()
    return actor


def sayings(
    rows: Iterable[Statement],
    desk: Desk,
    side: Callable[[Participant], Side | None],
    links: Iterable[Link] = (),
) -> list[Saying]:
    """Return statements folded, linked ones too, in order of when they were said."""
    remarks = [(link.left, link.right) for link in links if link.relation == "same-statement"]
    groups = fold(rows, desk, lambda row: who(row.speaker), lambda row: row.content, remarks)
    found = [saying_of(group, desk, side) for group in groups]
    return sorted(
        found, key=lambda item: (told_on(item.row.date, item.reported), *_place(item.row, desk))
    )


def saying_of(
    group: Sequence[Statement], desk: Desk, side: Callable[[Participant], Side | None]
) -> Saying:
    """Return statements that are one remark as one, whatever their order."""
    rows = in_order(group, desk)
    fullest = max(rows, key=lambda row: (len(row.content), row.id))
    return Saying(
        row=fullest,
        same=tuple(row.id for row in rows),
        side=side(fullest.speaker),
        reported=_published(rows, desk),
        reports=desk.reports(row.article for row in rows),
        refs=desk.refs(rows),
        differences=circumstances(rows, desk),
    )


def stands(rows: Iterable[Position], desk: Desk) -> list[Stand]:
    """Return positions folded, in order of when they were held."""
    groups = fold(rows, desk, lambda row: (who(row.actor), row.issue), lambda row: row.claim)
    found = [stand_of(group, desk) for group in groups]
    return sorted(
        found, key=lambda item: (told_on(item.row.date, item.reported), *_place(item.row, desk))
    )


def stand_of(group: Sequence[Position], desk: Desk) -> Stand:
    """Return positions that are one claim of one actor as one, whatever their order."""
    rows = in_order(group, desk)
    return Stand(
        row=max(rows, key=lambda row: (len(row.claim), row.id)),
        same=tuple(row.id for row in rows),
        reported=_published(rows, desk),
        reports=desk.reports(row.article for row in rows),
        refs=desk.refs(rows),
    )


def outlooks(rows: Iterable[Forecast], desk: Desk, until: When) -> list[Outlook]:
    """Return forecasts folded, in order of publication; `until` ends what the record knows."""
    groups = fold(rows, desk, lambda row: who(row.forecaster), lambda row: row.claim)
    found = [outlook_of(group, desk, until) for group in groups]
    return sorted(found, key=lambda item: (anchor(item.made), *_place(item.row, desk)))


def outlook_of(group: Sequence[Forecast], desk: Desk, until: When) -> Outlook:
    """Return forecasts that are one claim of one forecaster as one, whatever their order."""
    rows = in_order(group, desk)
    fullest = max(rows, key=lambda row: (len(row.claim), row.id))
    return Outlook(
        row=fullest,
        same=tuple(row.id for row in rows),
        made=_published(rows, desk),
        due=bool(fullest.horizon.end and until.end and fullest.horizon.end < until.end),
        reports=desk.reports(row.article for row in rows),
        refs=desk.refs(rows),
    )


def acts(rows: Iterable[Event], desk: Desk) -> list[Act]:
    """Return events folded by type and parties with the same trigger, in order of time."""
    groups = fold(rows, desk, _parties, lambda row: row.trigger)
    found = [act_of(group, desk) for group in groups]
    return sorted(
        found, key=lambda item: (told_on(item.row.date, item.reported), *_place(item.row, desk))
    )


def act_of(group: Sequence[Event], desk: Desk) -> Act:
    """Return events that are one act as one, whatever their order."""
    rows = in_order(group, desk)
    return Act(
        row=min(rows, key=lambda row: (not row.date.known, row.id)),
        same=tuple(row.id for row in rows),
        reported=_published(rows, desk),
        reports=desk.reports(row.article for row in rows),
        refs=desk.refs(rows),
    )


def in_order(rows: Iterable[G], desk: Desk) -> list[G]:
    """Return rows by the publication of their articles, and then by their place in the text."""
    return sorted(rows, key=lambda row: (*desk.order(row.article), row.sentence, row.id))


def _parties(row: Event) -> object:
    return (
        row.type,
        frozenset(who(item) for item in row.actors),
        frozenset(who(item) for item in row.recipients),
    )


def _published(group: Sequence[R], desk: Desk) -> When:
    return desk.articles[group[0].article].published


def _place(row: R, desk: Desk) -> tuple[str, str, int, str]:
    return (*desk.order(row.article), row.sentence, row.id)
