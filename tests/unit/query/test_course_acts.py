"""Which rows tell one act of the course and which tell two: a table of pairs, whatever their order."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from detente.query.course_deeds import Deed, deeds_of
from tests.unit.query.course import (
    GERMANY,
    KERRY,
    LAVROV,
    OBAMA,
    PUTIN,
    RUSSIA,
    RYABKOV,
    USA,
    act,
    article,
    felt,
    told,
)

POST, GLOBE = article("Post", "2013-05-09"), article("Globe", "2013-05-10")
LATE, LAST = article("Late", "2013-05-20"), article("Last", "2013-05-30")
UNDATED = article("Undated", None)
ARTICLES = [POST, GLOBE, LATE, LAST, UNDATED]
SEVENTH = "2013-05-07"


def deeds(*rows: Any) -> list[Deed]:
    return list(deeds_of(told(*rows, of=ARTICLES).course(), "USA", "RUS").deeds)


def sanction(where: Any = POST, by: Any = USA, to: Any = RUSSIA, on: Any = SEVENTH, **more: Any) -> Any:
    return act(where, more.pop("type_", "SANCTION"), by, to, on, **more)


PAIRS: list[Any] = [
    pytest.param(sanction(GLOBE), 1, id="another outlet, the same day"),
    pytest.param(sanction(GLOBE, on="2013-05-08"), 1, id="a day later"),
    pytest.param(sanction(GLOBE, on="2013-05-06"), 1, id="a day before"),
    pytest.param(sanction(GLOBE, on="2013-05-09"), 2, id="two days later"),
    pytest.param(sanction(GLOBE, on="2013-05-05"), 2, id="two days before"),
    pytest.param(sanction(GLOBE, by=OBAMA), 1, id="a person acts where only the state was named"),
    pytest.param(sanction(GLOBE, by=KERRY), 1, id="whoever it is"),
    pytest.param(sanction(GLOBE, to=PUTIN), 1, id="toward a person of the other"),
    pytest.param(sanction(GLOBE, to=(GERMANY, RUSSIA)), 1, id="a third beside the other"),
    pytest.param(sanction(GLOBE, type_="ACCUSE"), 2, id="another type"),
    pytest.param(sanction(GLOBE, by=RUSSIA, to=USA), 2, id="the other way"),
    pytest.param(
        sanction(GLOBE, by=RUSSIA, to=USA, on="2013-05-08"), 2, id="an answer of the next day"
    ),
    pytest.param(sanction(GLOBE, to=GERMANY), 1, id="toward a third: no deed at all"),
    pytest.param(sanction(GLOBE, by=GERMANY), 1, id="by a third: none"),
    pytest.param(sanction(GLOBE, factuality="denied"), 1, id="denied: none"),
    pytest.param(sanction(GLOBE, factuality="hypothetical"), 1, id="hypothetical: none"),
    pytest.param(sanction(GLOBE, factuality="negated"), 1, id="negated: none"),
    pytest.param(sanction(GLOBE, factuality="planned"), 1, id="planned: none"),
    pytest.param(sanction(GLOBE, factuality="ongoing"), 1, id="ongoing: the same"),
    pytest.param(sanction(GLOBE, mode="embargo"), 1, id="told more closely"),
    pytest.param(sanction(GLOBE, issues=("issue:syria",)), 1, id="on an issue, that day"),
    pytest.param(sanction(GLOBE, trigger="punished"), 1, id="in other words, that day"),
    pytest.param(sanction(GLOBE, on=None), 1, id="without a day, in the same words"),
    pytest.param(sanction(LATE, on=None), 1, id="looking back thirteen days"),
    pytest.param(sanction(LAST, on=None), 2, id="looking back too far"),
    pytest.param(sanction(LATE, on=None, trigger="embargoed"), 2, id="looking back in other words"),
    pytest.param(
        sanction(LATE, on=None, issues=("issue:syria",)), 2, id="looking back on an issue of its own"
    ),
    pytest.param(sanction(LATE, on="2013-05-19"), 2, id="a later day of its own"),
    pytest.param(sanction(UNDATED, on=None), 1, id="no day anywhere: not placed"),
    pytest.param(sanction(UNDATED), 1, id="its own day in an article without one"),
    pytest.param(felt(GLOBE, OBAMA, RUSSIA), 2, id="words by somebody named, the next day"),
    pytest.param(felt(POST, RYABKOV, USA, sentence=2), 2, id="words of the other side"),
    pytest.param(felt(LATE, USA, RUSSIA), 2, id="words of another week"),
    pytest.param(felt(POST, USA, RUSSIA, "for", sentence=2), 2, id="friendly words are no sanction"),
    pytest.param(felt(POST, USA, RUSSIA), 1, id="hostile words of its own sentence"),
]


@pytest.mark.parametrize(("second", "count"), PAIRS)
def test_one_act_or_two(second: Any, count: int) -> None:
    first = sanction()
    both = deeds(first, second)
    assert len(both) == count
    assert deeds(second, first) == both
    assert first.id in {row for deed in both for row in deed.rows}


@pytest.mark.parametrize(("second", "count"), PAIRS)
def test_the_other_state_is_its_mirror(second: Any, count: int) -> None:
    rows = told(sanction(), second, of=ARTICLES).course()
    there, back = deeds_of(rows, "USA", "RUS"), deeds_of(rows, "RUS", "USA")
    assert there.unplaced == back.unplaced
    turned = {"left": "right", "right": "left"}
    assert [(one.day, one.value, one.rows) for one in there.deeds] == [
        (one.day, one.value, one.rows) for one in back.deeds
    ]
    assert [sorted(turned[side] for side in one.sides) for one in there.deeds] == [
        sorted(one.sides) for one in back.deeds
    ]


MUTUAL: list[Any] = [
    pytest.param("AGREE", (KERRY, LAVROV), (), 1, id="both agree"),
    pytest.param("SUPPORT", (USA, RUSSIA), (), 1, id="both states"),
    pytest.param("AGREE", (KERRY, OBAMA), (), 0, id="two of one side"),
    pytest.param("AGREE", (KERRY, GERMANY), (), 0, id="one with a third"),
    pytest.param("AGREE", (KERRY, LAVROV, GERMANY), (), 1, id="three"),
    pytest.param("ACCUSE", (KERRY, LAVROV), GERMANY, 1, id="both blame a third"),
    pytest.param("CONSULT", (KERRY, LAVROV), (), 0, id="talks are contacts"),
    pytest.param("CONSULT", KERRY, LAVROV, 0, id="one calls the other: a contact"),
]


@pytest.mark.parametrize(("type_", "by", "to", "count"), MUTUAL)
def test_what_both_do(type_: str, by: Any, to: Any, count: int) -> None:
    found = deeds(act(POST, type_, by, to, SEVENTH))
    assert len(found) == count
    assert all(sorted(one.sides) == ["left", "right"] for one in found)


FACTS: list[Any] = [
    (type_, factuality, counts)
    for type_ in ("AGREE", "CONCEDE", "THREATEN", "SANCTION", "ASSAULT", "ACCUSE", "REQUEST")
    for factuality, counts in {
        "happened": True,
        "ongoing": True,
        "promised": type_ in ("AGREE", "CONCEDE", "THREATEN"),
        "planned": False,
        "negated": False,
        "denied": False,
        "hypothetical": False,
        "historical": False,
    }.items()
]


@pytest.mark.parametrize(("type_", "factuality", "counts"), FACTS)
def test_what_did_not_happen_counts_only_where_promising_is_the_act(
    type_: str, factuality: str, counts: bool
) -> None:
    found = deeds(act(POST, type_, USA, RUSSIA, SEVENTH, factuality=factuality))
    assert len(found) == counts


THREE = [
    sanction(),
    sanction(GLOBE, on="2013-05-08", issues=("issue:syria",)),
    sanction(LATE, on=None, trigger="sanctioned"),
    felt(POST, LAVROV, USA, sentence=3),
]


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=str)
def test_the_order_of_rows_changes_nothing(order: tuple[int, ...]) -> None:
    assert deeds(*(THREE[at] for at in order)) == deeds(*THREE)
