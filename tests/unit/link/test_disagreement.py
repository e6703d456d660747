# ruff: noqa: E501 -- tables of cases keep one case on one line
"""Sentences of two reports side by side: what is a conflict, what a judgement, what came later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from detente.knowledge.opposites import axes, poles
from detente.link.disagreement.claims import Claim, claims
from detente.link.disagreement.judging import compare_amounts, compare_claims, differences
from detente.link.disagreement.telling import Amount, Sentence, amounts
from detente.pipeline import extract_all
from detente.records import When
from tests.factories import article_of

DAY = date(2020, 10, 11)


def sentence(text: str, outlet: str = "Post", day: date | None = DAY, **more: object) -> Sentence:
    """Return a sentence of an outlet's article of a day; each outlet is an origin of its own."""
    when = When(day, day, "day", "stated") if day else When()
    values: dict[str, object] = {
        "article": f"article:{outlet}:{day}",
        "number": 1,
        "start": 0,
        "text": text,
        "origin": f"article:{outlet}",
        "outlet": outlet,
        "published": when,
        "days": (),
        "people": frozenset(),
        "happened": True,
    }
    return Sentence(**{**values, **more})  # type: ignore[arg-type]


def amount(text: str, outlet: str = "Post", day: date | None = DAY) -> Amount:
    (one,) = amounts(sentence(text, outlet, day))
    return one


def claim(text: str, outlet: str = "Post", day: date | None = DAY, **more: object) -> Claim:
    (one,) = claims(sentence(text, outlet, day, **more))
    return one


NUMBERS = [
    ("the same toll", "In Ganja 12 people died.", "12 people were killed in Ganja.", None),
    ("two tolls", "In Ganja 12 people died.", "In Ganja 14 people were killed.", "conflict"),
    ("a hedged toll", "At least 12 people died in Ganja.", "In Ganja 14 people died.", None),
    ("two places", "In Ganja 12 people died.", "In Barda 14 people were killed.", None),
    ("two deeds", "In Ganja 12 people died.", "In Ganja 14 people were wounded.", None),
    ("two things", "In Ganja 12 people died.", "In Ganja 14 homes were lost.", None),
    (
        "two lengths",
        "The talks in Doha lasted an hour.",
        "In Doha they talked for three hours.",
        "conflict",
    ),
    ("one length", "The talks in Doha lasted an hour.", "In Doha they talked for 60 minutes.", None),
    (
        "a wait and a talk",
        "In Doha she waited for an hour.",
        "In Doha they talked for three hours.",
        None,
    ),
    (
        "not a length",
        "Three days after the talks in Doha he left.",
        "The Doha talks took an hour.",
        None,
    ),
    (
        "expulsions",
        "Norway expelled four Serbian diplomats.",
        "Norway ordered six Serbian diplomats to leave.",
        "conflict",
    ),
    (
        "who expelled whom",
        "Norway expelled four Danish diplomats.",
        "Serbia ordered six Greek diplomats to leave.",
        None,
    ),
    (
        "sums",
        "Norway pledged $4 million to Malawi.",
        "Norway pledged $9 million to Malawi.",
        "conflict",
    ),
    (
        "currencies",
        "Norway pledged $4 million to Malawi.",
        "Norway pledged €9 million to Malawi.",
        None,
    ),
]


@pytest.mark.parametrize(
    ("left", "right", "kind"), [row[1:] for row in NUMBERS], ids=[r[0] for r in NUMBERS]
)
def test_two_numbers_conflict_only_where_they_measure_one_thing(
    left: str, right: str, kind: str | None
) -> None:
    found_left, found_right = amounts(sentence(left, "Post")), amounts(sentence(right, "Globe"))
    pairs = [compare_amounts(a, b) for a in found_left for b in found_right]
    assert [pair.kind for pair in pairs if pair] == ([kind] if kind else [])


def test_a_growing_toll_is_then_and_later() -> None:
    left = amount("In Ganja 12 people died.", "Post")
    right = amount("In Ganja 14 people died.", "Globe", DAY + timedelta(1))
    pair = compare_amounts(left, right)
    assert pair
    assert (pair.kind, pair.open) == ("changed", False)


GROWN = [
    ("people, then dead", "In Ganja at least 12 people died.", "In Ganja 35 people are dead.", "changed"),
    ("soldiers", "In Barda 49 soldiers were killed.", "Barda counts 135 dead soldiers killed.", "changed"),
    ("other days named", "In Ganja 12 people died on Monday.", "By Thursday 35 people had died in Ganja.", "changed"),
    ("lives lost", "In Ganja 12 people were killed.", "In Ganja 30 people lost their lives.", "changed"),
    ("the hurt and the dead", "In Ganja 12 people were wounded.", "In Ganja 35 people died.", None),
    ("another place", "In Ganja 12 people died on Monday.", "On Thursday 35 people died in Barda.", None),
    ("one man", "In Ganja one man was killed on Monday.", "In Ganja 35 men were killed by Friday.", None),
    ("no people", "In Ganja 12 cows died on Monday.", "By Friday 35 cows had died in Ganja.", None),
    ("hardly more than was sure", "In Ganja at least 30 people died.", "In Ganja 32 people died.", None),
    ("fewer", "In Ganja 35 people died on Monday.", "By Thursday 12 people had died in Ganja.", None),
]  # fmt: skip


@pytest.mark.parametrize(("early", "late", "kind"), [r[1:] for r in GROWN], ids=[r[0] for r in GROWN])
def test_a_later_and_larger_count_of_the_same_people_has_grown(
    early: str, late: str, kind: str | None
) -> None:
    found = [
        compare_amounts(a, b)
        for a in amounts(sentence(early, "Post"))
        for b in amounts(sentence(late, "Globe", DAY + timedelta(3)))
    ]
    assert [pair.kind for pair in found if pair] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("outlet", "days", "kind"),
    [("Globe", 1, "changed"), ("Post", 1, "update"), ("Globe", 0, "conflict")],
    ids=["another outlet", "the same one", "the same day"],
)
def test_whose_grown_count_it_is(outlet: str, days: int, kind: str) -> None:
    left = amount("In Ganja 12 people died.", "Post")
    right = amount("In Ganja 35 people died.", outlet, DAY + timedelta(days))
    pair = compare_amounts(left, right)
    assert pair
    assert pair.kind == kind


def test_a_toll_does_not_shrink_by_itself() -> None:
    left = amount("In Ganja 14 people died.", "Post")
    right = amount("In Ganja 12 people died.", "Globe", DAY + timedelta(1))
    pair = compare_amounts(left, right)
    assert pair
    assert pair.kind == "conflict"


def test_a_later_number_of_the_same_outlet_is_an_update() -> None:
    left = amount("The talks in Doha lasted an hour.", "Post")
    right = amount("The talks in Doha lasted three hours.", "Post", DAY + timedelta(1))
    pair = compare_amounts(left, right)
    assert pair
    assert (pair.kind, pair.open) == ("update", False)


def test_numbers_of_two_days_are_not_compared() -> None:
    earlier, later = ((DAY, DAY),), ((DAY + timedelta(3), DAY + timedelta(3)),)
    (left,) = amounts(sentence("In Ganja 12 people died.", days=earlier))
    (right,) = amounts(sentence("In Ganja 14 people died.", "Globe", days=later))
    assert compare_amounts(left, right) is None


SIDES = [
    ("The talks were constructive.", [("outcome", 1)]),
    ("The talks were fruitless.", [("outcome", -1)]),
    ("The talks made no progress.", [("outcome", -1)]),
    ("The talks did not fail.", [("outcome", 1)]),
    ("Without any progress the talks ended.", [("outcome", -1)]),
    ("They hoped for progress in the talks.", []),
    ("It is not known whether the talks will be productive.", []),
    ("If the talks fail, war will come.", []),
    ("Was the meeting a success?", []),
    ("Tehran refused to sign.", [("accept", -1)]),
    ("Tehran agreed to sign.", [("accept", 1)]),
    ("Tehran has not agreed to sign.", [("accept", -1)]),
    ("Tehran is likely to refuse.", []),
    ("Oslo boycotted the conference.", [("attend", -1)]),
    ("Oslo took part in the conference.", [("attend", 1)]),
    ("Oslo would take part in the conference.", []),
    ("It denied the report.", [("confirm", -1)]),
    ("It confirmed the report.", [("confirm", 1)]),
    ("Not only was it productive, it was short.", [("outcome", 1)]),
    ("One side called it a success, the other a failure.", []),
    ("Her successor is young.", []),
    ("The New START treaty was signed.", []),
    ("The mood was frosty.", [("warmth", -1)]),
]


@pytest.mark.parametrize(("text", "expected"), SIDES, ids=[row[0] for row in SIDES])
def test_a_sentence_takes_the_sides_that_it_asserts(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(one.axis, one.sign) for one in claims(sentence(text))] == expected


def test_the_table_of_opposites_is_sound() -> None:
    assert set(axes().values()) == {"act", "judgement"}
    assert len(axes()) >= 10
    for text in ("agreed", "refused", "constructive", "fruitless", "thaw", "rift"):
        (one,) = poles(text)
        assert (one.start, one.end) == (0, len(text))


AGAINST = [
    (
        "two judgements of one talk",
        ("The talks in Doha between Oman and Chad were productive.", DAY),
        ("The Doha talks between Oman and Chad were fruitless.", DAY),
        "polarity",
    ),
    (
        "two talks",
        ("The talks in Doha were productive.", DAY),
        ("The talks in Lima were fruitless.", DAY),
        None,
    ),
    (
        "the same side",
        ("The talks in Doha were productive.", DAY),
        ("The Doha talks were a success.", DAY),
        None,
    ),
    (
        "another month",
        ("Relations between Oman and Chad saw a thaw.", DAY),
        ("Between Oman and Chad a new chill was felt.", DAY + timedelta(60)),
        "changed",
    ),
    (
        "what somebody did",
        ("Chad agreed to attend the Doha conference on water rights.", DAY),
        ("Chad refused to attend the Doha conference on water rights.", DAY),
        "polarity",
    ),
    (
        "two conferences",
        ("Chad agreed to open the Doha conference on water rights.", DAY),
        ("Chad refused to sign a loan with a Lima bank.", DAY),
        None,
    ),
]


@pytest.mark.parametrize(
    ("left", "right", "kind"), [r[1:] for r in AGAINST], ids=[r[0] for r in AGAINST]
)
def test_two_sides_are_compared_where_they_are_of_one_matter(
    left: tuple[str, date], right: tuple[str, date], kind: str | None
) -> None:
    a = claims(sentence(left[0], "Post", left[1]))
    b = claims(sentence(right[0], "Globe", right[1]))
    found = {pair.kind for x in a for y in b if (pair := compare_claims(x, y))}
    assert found == ({kind} if kind else set())


def test_copies_and_mirrors() -> None:
    left = claim("The talks in Doha between Oman and Chad were productive.", "Post")
    right = claim("The Doha talks between Oman and Chad were fruitless.", "Globe")
    one, other = compare_claims(left, right), compare_claims(right, left)
    assert one
    assert other
    assert one.kind == other.kind
    assert {one.left.text, one.right.text} == {"productive", "fruitless"}


APART = [
    ("a sum of months", "Four Norse soldiers died on Sunday near Narvik.", "Since May 150 Norse soldiers died near Narvik."),
    ("a call and a meeting", "In Doha they talked for six hours on Friday.", "In Doha they talked by telephone for an hour on Friday."),
    ("two days of a week", "In Doha they talked for an hour on Monday.", "In Doha they talked for three hours on Wednesday."),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_numbers_of_two_things_are_not_compared(left: str, right: str) -> None:
    pairs = [
        compare_amounts(a, b)
        for a in amounts(sentence(left, "Post"))
        for b in amounts(sentence(right, "Globe"))
    ]
    assert [pair for pair in pairs if pair] == []


def test_two_who_tell_a_fact_differently_are_no_two_minds() -> None:
    left, _ = claims(sentence("Chad agreed to attend the Doha conference on water rights.", "Post"))
    right, _ = claims(sentence("Chad refused to attend the Doha conference on water rights.", "Globe"))
    pair = compare_claims(replace(left, holder="a"), replace(right, holder="b"))
    assert pair
    assert pair.kind == "polarity"


ONLY_TOLLS = [
    ("the only tolls", "At least 80 people had been killed by early Thursday.", "More than 170 people lost their lives in Pemba.", {"changed"}),
    ("another toll beside it", "At least 80 people were killed at the port. In the hills 9 people died.", "More than 170 people lost their lives in Pemba.", set()),
    ("two places", "At least 80 people were killed in Kigali.", "More than 170 people lost their lives in Pemba.", set()),
    ("things are no toll", "At least 80 people had been killed, and two hotels were burnt by killers.", "More than 170 people lost their lives in Pemba.", {"changed"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("early", "late", "kinds"), [r[1:] for r in ONLY_TOLLS], ids=[r[0] for r in ONLY_TOLLS]
)
def test_the_only_tolls_of_two_reports_are_of_one_thing(early: str, late: str, kinds: set[str]) -> None:
    read = list(
        extract_all(
            article_of(text, published=DAY + timedelta(3 * at), outlet=f"Outlet {at}", path=f"{at}.txt")
            for at, text in enumerate((early, late))
        )
    )
    found = differences(read, {one.article.id: one.article.id for one in read})
    assert {pair.kind for pair in found if pair.slot == "number"} == kinds
