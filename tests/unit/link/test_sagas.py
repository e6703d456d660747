"""Happenings in chains: the same matter between the same parties, and what breaks a chain."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.link.sagas import REACH, Happening, Saga, sagas

START = date(2013, 2, 26)
BOTH = frozenset({"state:USA", "state:RUS"})


def told(
    name: str,
    days: int,
    issues: dict[str, float] | None = None,
    parties: frozenset[str] = BOTH,
    back: frozenset[str] = frozenset(),
) -> Happening:
    """Return a happening so many days after the start; about Syria where nothing is said."""
    first = START + timedelta(days)
    about = {"issue:syria": 1.0} if issues is None else issues
    return Happening(f"story:{name}", first, first + timedelta(1), about, parties, back)


def chains(*happenings: Happening) -> list[list[str]]:
    return [[story.removeprefix("story:") for story in saga.stories] for saga in sagas(happenings)]


SYRIA, SNOWDEN = {"issue:syria": 1.0}, {"issue:snowden": 1.0}
CASES = [
    ("one matter", [told("a", 0), told("b", 60)], [["a", "b"]]),
    ("two matters", [told("a", 0), told("b", 60, SNOWDEN)], [["a"], ["b"]]),
    ("two in turn", [told("a", 0), told("b", 9, SNOWDEN), told("c", 20)], [["a", "c"], ["b"]]),
    ("too long a silence", [told("a", 0), told("b", REACH.days + 5)], [["a"], ["b"]]),
    ("a chain may last", [told("a", 0), told("b", 150), told("c", 300)], [["a", "b", "c"]]),
    (
        "other parties",
        [told("a", 0), told("b", 9, SYRIA, frozenset({"state:FRA", "state:TUR"}))],
        [["a"], ["b"]],
    ),
    (
        "one party in common",
        [told("a", 0), told("b", 9, SYRIA, frozenset({"state:USA", "state:TUR"}))],
        [["a"], ["b"]],
    ),
    (
        "a third party more",
        [told("a", 0), told("b", 9, SYRIA, BOTH | {"state:TUR"})],
        [["a", "b"]],
    ),
    (
        "a forum is no matter",
        [told("a", 0, {"issue:g8-g20": 1.0}), told("b", 9, {"issue:g8-g20": 1.0})],
        [["a"], ["b"]],
    ),
    (
        "a forum beside a matter",
        [told("a", 0), told("b", 9, {"issue:g8-g20": 0.7, "issue:syria": 0.3})],
        [["a", "b"]],
    ),
    (
        "a matter in passing",
        [told("a", 0), told("b", 9, {"issue:snowden": 0.8, "issue:syria": 0.2})],
        [["a"], ["b"]],
    ),
    (
        "in passing, and it points back",
        [
            told("a", 0),
            told("b", 9, {"issue:snowden": 0.6, "issue:syria": 0.4}, BOTH, frozenset({"story:a"})),
        ],
        [["a", "b"]],
    ),
    (
        "pointing back is not enough",
        [told("a", 0), told("b", 9, SNOWDEN, BOTH, frozenset({"story:a"}))],
        [["a"], ["b"]],
    ),
    ("no issue at all", [told("a", 0, {}), told("b", 9, {})], [["a"], ["b"]]),
    ("none", [], []),
]


@pytest.mark.parametrize(
    ("happenings", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_chains(happenings: list[Happening], expected: list[list[str]]) -> None:
    assert chains(*happenings) == expected
    assert chains(*reversed(happenings)) == expected


def test_a_happening_without_a_day_stands_alone() -> None:
    undated = Happening("story:x", None, None, SYRIA, BOTH)
    assert sorted(chains(told("a", 0), undated)) == [["a"], ["x"]]


def test_a_saga_says_what_it_is_about_and_between_whom() -> None:
    (one,) = sagas([told("a", 0), told("b", 9, {"issue:syria": 0.8, "issue:arms-sales": 0.2})])
    assert one.issues == ("issue:syria", "issue:arms-sales")
    assert set(one.parties) == BOTH
    assert (one.first, one.last) == (START, START + timedelta(10))


def test_the_id_is_that_of_its_first_story_and_stays() -> None:
    (before,) = sagas([told("a", 0), told("b", 9)])
    (after,) = sagas([told("a", 0), told("b", 9), told("c", 30)])
    assert before.id == after.id
    assert before.id.startswith("saga:")


@st.composite
def happenings(draw: st.DrawFn) -> list[Happening]:
    count = draw(st.integers(0, 12))
    issues = st.dictionaries(
        st.sampled_from(["issue:syria", "issue:snowden", "issue:g8-g20"]), st.floats(0.1, 1), max_size=3
    )
    parties = st.sets(st.sampled_from(["state:USA", "state:RUS", "state:FRA"]), max_size=3)
    return [
        told(str(n), draw(st.integers(0, 900)), draw(issues), frozenset(draw(parties)))
        for n in range(count)
    ]


@given(happenings(), st.randoms())
def test_each_happening_is_in_one_saga_and_order_does_not_matter(found, random) -> None:  # type: ignore[no-untyped-def]
    made = sagas(found)
    every = [story for saga in made for story in saga.stories]
    assert sorted(every) == sorted(one.story for one in found)
    shuffled = list(found)
    random.shuffle(shuffled)
    assert sagas(shuffled) == made


@given(happenings())
def test_what_comes_later_moves_nothing(found: list[Happening]) -> None:
    ordered = sorted(found, key=lambda one: (one.first or date.max, one.story))
    half = ordered[: len(ordered) // 2]

    def start(made: list[Saga]) -> dict[str, str]:
        return {story: saga.id for saga in made for story in saga.stories}

    later, earlier = start(sagas(ordered)), start(sagas(half))
    assert {story: later[story] for story in earlier} == earlier
