"""What a short page shows first, and what it never shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.query.concern import Pair
from detente.query.encounters import encounters
from detente.query.folding import outlooks, sayings, stands
from detente.query.telling import (
    expert,
    named,
    told_meetings,
    told_outlooks,
    told_sayings,
    told_stands,
    undated_meetings,
    undated_stands,
    unresolved,
)
from detente.query.views import IssueSayings
from detente.records import Extraction, Participant, When
from tests.factories import article_of
from tests.unit.query import factories as made

OFFICIALS = Participant("Some Russian officials", "Some Russian officials", None, "anonymous", "RUS")
ENVOY = Participant(
    "Lena Probe", "Lena Probe", "person:lena-probe", "person", "DEU", "Envoy of Germany"
)


@pytest.mark.parametrize(
    ("participant", "answer"),
    [
        pytest.param(Participant("", ""), True, id="nobody"),
        pytest.param(Participant("They", "They"), True, id="a pronoun"),
        pytest.param(
            Participant("She", "She", None, "person"), True, id="a pronoun taken for a person"
        ),
        pytest.param(Participant("those who think so", "those", None, "anonymous"), True, id="those"),
        pytest.param(Participant("some", "some", None, "anonymous"), True, id="some alone"),
        pytest.param(Participant("both of them", "both", None, "group"), True, id="both of them"),
        pytest.param(Participant("the text", "the text"), True, id="an unknown"),
        pytest.param(OFFICIALS, False, id="some with a noun"),
        pytest.param(replace(made.RUSSIA, text="it"), False, id="a pronoun that is resolved"),
        pytest.param(made.SAMPLE, False, id="somebody of an article"),
    ],
)
def test_unresolved(participant: Participant, answer: bool) -> None:
    assert unresolved(participant) is answer


@pytest.mark.parametrize(
    ("participant", "answer"),
    [
        pytest.param(made.KERRY, True, id="a person of the registry"),
        pytest.param(made.USA, True, id="a state"),
        pytest.param(made.SAMPLE, True, id="a full name"),
        pytest.param(Participant("Third", "Third", "local:1", "person"), False, id="one word"),
        pytest.param(Participant("an envoy", "an envoy", None, "anonymous"), False, id="a description"),
        pytest.param(Participant("", ""), False, id="nobody"),
    ],
)
def test_named(participant: Participant, answer: bool) -> None:
    assert named(participant) is answer


LINES = (
    "Kerry spoke plainly of the plan on the first day.",
    "Kerry spoke again of the plan on the second day.",
    "Lavrov spoke drily of the plan before the press.",
    "Lena Probe praised the plan on behalf of Germany.",
    "Ada Sample doubted the plan in a long interview.",
    "They dismissed the plan without a single reason.",
    "It was a plan of some kind for the future.",
    "Some Russian officials disliked the plan from the start.",
    "Moscow would never again agree to such a plan.",
)


def _article(published: date | None = date(2013, 3, 1)) -> Extraction:
    return made.extraction(article_of(*LINES, published=published, outlet="The Daily Example"))


def _group(*told: tuple[int, Participant, str]) -> tuple[IssueSayings, Extraction]:
    of = _article()
    rows = [made.statement(of, LINES[at], speaker, kind=kind) for at, speaker, kind in told]
    side = Pair("USA", "RUS", made.reference()).side
    found = sayings(rows, made.desk([of]), side)
    return IssueSayings("issue:syria", "Syria", tuple(found)), of


def _speakers(most: int, *told: tuple[int, Participant, str]) -> list[str]:
    return [item.row.content for item in told_sayings(_group(*told)[0], most)]


@pytest.mark.parametrize(
    ("told", "most", "shown"),
    [
        pytest.param(
            [(0, made.KERRY, "indirect"), (1, made.KERRY, "indirect"), (2, made.LAVROV, "indirect")],
            2, [0, 2], id="both sides are heard",
        ),
        pytest.param(
            [(0, made.KERRY, "indirect"), (1, made.KERRY, "direct")], 1, [1], id="direct words first"
        ),
        pytest.param(
            [(3, ENVOY, "direct"), (0, made.KERRY, "indirect")], 1, [0], id="third parties after"
        ),
        pytest.param(
            [(3, ENVOY, "direct"), (0, made.KERRY, "indirect")], 2, [0, 3], id="third parties last"
        ),
        pytest.param(
            [(4, made.SAMPLE, "direct"), (0, made.KERRY, "indirect")], 3, [0], id="no experts"
        ),
        pytest.param(
            [(5, Participant("They", "They"), "direct"), (7, OFFICIALS, "indirect")], 3, [7],
            id="no pronouns",
        ),
        pytest.param(
            [(6, made.KERRY, "indirect"), (0, made.KERRY, "indirect")], 1, [0],
            id="words that stand alone before words about it",
        ),
        pytest.param(
            [(7, OFFICIALS, "indirect"), (8, made.RUSSIA, "indirect"), (2, made.LAVROV, "indirect")],
            2, [2, 8], id="people, then the state, then unnamed officials",
        ),
    ],
)  # fmt: skip
def test_sayings(told: list[tuple[int, Participant, str]], most: int, shown: list[int]) -> None:
    assert _speakers(most, *told) == [LINES[at] for at in shown]


def test_of_one_sentence_one_saying_is_shown() -> None:
    of = _article()
    rows = [
        made.statement(of, "Kerry spoke plainly of the plan", made.KERRY),
        made.statement(of, "plan on the first day.", made.USA),
    ]
    found = sayings(rows, made.desk([of]), Pair("USA", "RUS", made.reference()).side)
    assert len(found) == 2
    assert len(told_sayings(IssueSayings("issue:syria", "Syria", tuple(found)), 3)) == 1


def test_what_more_origins_tell_comes_first() -> None:
    first, second = _article(), _article(date(2013, 3, 2))
    second = replace(
        second,
        article=replace(second.article, id="article:00000000000000ff", outlet="The Globe Sample"),
    )
    rows = [
        made.statement(first, LINES[0], made.KERRY, score=0.99),
        made.statement(first, LINES[1], made.KERRY, score=0.5),
        made.statement(second, LINES[1], made.KERRY, score=0.5),
    ]
    side = Pair("USA", "RUS", made.reference()).side
    found = sayings(rows, made.desk([first, second]), side)
    (best,) = told_sayings(IssueSayings("issue:syria", "Syria", tuple(found)), 1)
    assert best.row.content == LINES[1]


def test_experts_are_people_of_no_office_and_neither_side() -> None:
    group, _ = _group((4, made.SAMPLE, "direct"), (0, made.KERRY, "direct"), (3, ENVOY, "direct"))
    assert [item.row.speaker.name for item in group.sayings if expert(item)] == ["Ada Sample"]


AN_ENVOY = Participant("an envoy", "an envoy", None, "anonymous", "USA")
A_MINISTER = Participant("a minister", "a minister", None, "anonymous", "RUS")


def _met(*told: tuple[int, tuple[Participant, ...], When]) -> list[Any]:
    of = _article()
    rows = [made.meeting(of, LINES[at], *people, date=when) for at, people, when in told]
    return encounters(rows, (), made.desk([of]))


MARCH = When(date(2013, 3, 1), date(2013, 3, 31), "month")
YEAR = When(date(2013, 1, 1), date(2013, 12, 31), "year")
TWO = (made.KERRY, made.LAVROV)


def test_meetings_are_dated_and_of_somebody_named() -> None:
    met = _met(
        (0, TWO, MARCH), (1, TWO, When()), (2, TWO, YEAR), (3, (AN_ENVOY, A_MINISTER), MARCH)
    )  # fmt: skip
    assert [item.date for item in told_meetings(met, None)] == [MARCH]
    assert {item.date for item in undated_meetings(met)} == {When(), YEAR}


def test_meetings_that_are_chosen_stay_in_order_of_time() -> None:
    vague = When(date(2013, 2, 1), None)
    met = _met(
        (0, (made.RUSSIA, made.USA), made.day("2013-03-01")),
        (1, TWO, made.day("2013-03-02")),
        (2, TWO, vague),
        (3, TWO, made.day("2013-03-04")),
    )
    chosen = told_meetings(met, 3)
    assert [item.date.label() for item in chosen] == ["2013-03-01", "2013-03-02", "2013-03-04"]
    assert [item.date.label() for item in told_meetings(met, 1)] == ["2013-03-02"]


def test_where_a_side_stands_is_what_it_said_last() -> None:
    of = _article(None)
    days = [made.day("2013-03-01"), When(), made.day("2013-05-01"), made.day("2013-04-01")]
    rows = [
        made.position(of, LINES[at], made.RUSSIA, "issue:syria", date=when)
        for at, when in enumerate(days)
    ]
    rows.append(made.position(of, LINES[5], Participant("They", "They"), "issue:syria", date=days[0]))
    held = stands(rows, made.desk([of]))
    newest = [item.row.date.label() for item in told_stands(held)]
    assert newest == ["2013-05-01", "2013-04-01", "2013-03-01"]
    assert [item.row.date for item in undated_stands(held)] == [When()]


def test_forecasts_of_somebody_named_with_a_horizon_and_each_forecaster_in_turn() -> None:
    of = _article()
    due = When(date(2013, 3, 1), date(2013, 6, 30), "range")
    rows = [
        made.forecast(of, LINES[0], made.SAMPLE, horizon=due, score=0.9),
        made.forecast(of, LINES[1], made.SAMPLE, horizon=due, score=0.8),
        made.forecast(of, LINES[2], made.LAVROV, horizon=due, score=0.1),
        made.forecast(of, LINES[3], ENVOY, score=1.0),
        made.forecast(of, LINES[5], Participant("They", "They"), horizon=due, score=1.0),
    ]
    found = outlooks(rows, made.desk([of]), When())
    assert [item.row.claim for item in told_outlooks(found, 2)] == [LINES[0], LINES[2]]
    assert [item.row.claim for item in told_outlooks(found, 9)] == [LINES[at] for at in (0, 1, 2, 3)]
