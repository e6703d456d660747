"""The ledger of positions: columns, shifts, contradictions; and the record of a forecaster."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.query.desk import desk_of
from detente.query.folding import outlooks, stands
from detente.query.ledger import Book, held_on, ledger_of
from detente.query.outcomes import RANGES, chance_of, record_of
from detente.query.views import Outcome, Outlook, Stand
from detente.records import When
from tests.unit.query import factories as made

DESK = desk_of([made.post().article], (), made.reference())
ASYLUM = "granting asylum to the former contractor"


def stood(claim: str, polarity: Any, day: int, issue: str = "issue:syria", who: Any = None) -> Stand:
    actor = who or made.RUSSIA
    row = made.position(made.post(), "talks on Syria without preconditions", actor, issue)
    row = replace(row, id=f"position:{claim}{day}{polarity}", claim=claim, polarity=polarity,
                  date=When.day(date(2013, 3, day)))  # fmt: skip
    return stands([row], DESK)[0]


def books(*items: Stand) -> list[Book]:
    return ledger_of(items, ("USA", "RUS"), made.reference())


@pytest.mark.parametrize(
    ("first", "second", "shifts", "contradictions"),
    [
        pytest.param(("against", 1), ("for", 20), 1, 0, id="over time: a shift"),
        pytest.param(("against", 1), ("for", 2), 0, 1, id="at one time: a contradiction"),
        pytest.param(("against", 1), ("for", 4), 0, 1, id="three days are one time"),
        pytest.param(("against", 1), ("for", 5), 1, 0, id="four days are two"),
        pytest.param(("for", 1), ("for", 20), 0, 0, id="the same side"),
        pytest.param(("mixed", 1), ("for", 20), 0, 0, id="mixed is no side"),
        pytest.param(("unclear", 1), ("against", 20), 0, 0, id="unclear is no side"),
    ],
)
def test_opposite_sides(first: Any, second: Any, shifts: int, contradictions: int) -> None:
    (book,) = books(*(stood(ASYLUM, side, day) for side, day in (first, second)))
    assert (len(book.shifts), len(book.contradictions)) == (shifts, contradictions)


def test_another_proposal_is_no_shift() -> None:
    (book,) = books(stood(ASYLUM, "for", 1), stood("new sanctions on the bank", "against", 20))
    assert book.shifts == book.contradictions == ()


NO_SHIFTS = [
    ("only names are shared", "wants Assad to leave Syria", "Assad could have no part in Syria"),
    ("against a thing, for its end", "the embargo on spare parts",
     "an end to the embargo on spare parts"),
    ("for a thing, against lifting it", "the embargo on spare parts",
     "lifting the embargo on spare parts"),
    ("long claims that share little",
     "a conference with all neighbours and a new constitution before the vote of autumn",
     "the conference of creditors in the new palace, and a tax on foreign shipping, oil and timber"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"), [row[1:] for row in NO_SHIFTS], ids=[row[0] for row in NO_SHIFTS]
)
def test_what_is_no_shift(first: str, second: str) -> None:
    (book,) = books(stood(first, "for", 1), stood(second, "against", 20))
    assert book.shifts == book.contradictions == ()


def test_the_end_of_a_thing_on_both_days_is_a_shift() -> None:
    ended = "an end to the embargo on spare parts"
    (book,) = books(stood(ended, "for", 1), stood(ended, "against", 20))
    assert len(book.shifts) == 1


def test_a_shift_shows_both_stands_and_what_they_share() -> None:
    (book,) = books(stood(ASYLUM, "for", 20), stood(ASYLUM, "against", 1))
    (pair,) = book.shifts
    assert (pair.before.row.polarity, pair.after.row.polarity) == ("against", "for")
    assert pair.before.refs
    assert pair.after.refs
    assert {"asylum", "contractor"} <= set(pair.shared)


def test_every_issue_has_a_column_for_each_state_in_order_of_time() -> None:
    (book,) = books(stood("the draft", "for", 9), stood("the plan", "for", 2))
    assert [side.state for side in book.sides] == ["USA", "RUS"]
    assert [held_on(item).day for item in book.sides[1].stands] == [2, 9]
    assert book.sides[0].stands == ()


def test_issues_with_both_sides_go_first() -> None:
    usa = replace(made.RUSSIA, name="United States", actor_id="state:usa", state="USA")
    found = books(
        *(stood(f"the plan {day}", "for", day) for day in (1, 2, 3)),
        stood("the shield", "for", 4, "issue:missile-defence", usa),
        stood("the shield", "against", 4, "issue:missile-defence"),
    )
    assert [book.issue for book in found] == ["issue:missile-defence", "issue:syria"]


def test_other_states_have_no_column() -> None:
    other = replace(made.RUSSIA, name="France", actor_id="state:fra", state="FRA")
    assert books(stood("the plan", "for", 1, who=other)) == []


def foretold(confidence: str | None, verdict: Any) -> Outlook:
    row = made.forecast(made.post(), "no breakthrough on Syria was near", made.SAMPLE)
    (item,) = outlooks([replace(row, confidence=confidence)], DESK, When())
    came = Outcome(verdict, "meeting:1", "They met.", "same", 0.8, "machine", ()) if verdict else None
    return replace(item, outcome=came)


@pytest.mark.parametrize(
    ("told", "settled", "rate", "brier", "scored"),
    [
        pytest.param([], 0, None, None, 0, id="nothing"),
        pytest.param([("will", None)], 0, None, None, 0, id="open"),
        pytest.param([("will", "unclear")], 0, None, None, 0, id="unclear settles nothing"),
        pytest.param([("will", "came-true")], 1, 1.0, None, 0, id="a plain will has no chance"),
        pytest.param([("likely", "came-true")], 1, 1.0, 0.09, 1, id="likely and so it came"),
        pytest.param([("likely", "did-not")], 1, 0.0, 0.49, 1, id="likely and it did not"),
        pytest.param(
            [("likely", "came-true"), ("unlikely", "partly"), (None, "did-not")],
            3, 0.333, 0.076, 2, id="three",
        ),
    ],
)  # fmt: skip
def test_record_of_a_forecaster(
    told: list[Any], settled: int, rate: float | None, brier: float | None, scored: int
) -> None:
    found = record_of([foretold(*one) for one in told])
    assert (found.settled, found.hit_rate, found.brier, found.scored) == (settled, rate, brier, scored)
    assert len(found.forecasts) == len(told)


def test_words_of_likelihood_are_ranges() -> None:
    for word, (low, high) in RANGES.items():
        chance = chance_of(foretold(f"{word} indeed", None))
        assert chance is not None
        assert 0 <= low <= chance <= high <= 1
