# ruff: noqa: E501 -- tables of cases keep one case on one line
"""What stands in the way of a comparison: when a report was printed, where it was written, how it counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from detente.link.disagreement.claims import claims
from detente.link.disagreement.judging import compare_amounts, compare_claims, compare_facing
from detente.link.disagreement.quantities import quantities
from detente.link.disagreement.telling import amounts, dateline_of, has_grown
from detente.link.disagreement.weighing import Weighed, _shown, facing, weigh
from detente.records import When
from tests.unit.link.test_disagreement import DAY, amount, claim, sentence

TOLLS = [
    ("The death toll rose to 135 on Friday.", 135, "dead"),
    ("The toll stands at 41, officials said.", 41, "dead"),
    ("The number of dead reached 27.", 27, "dead"),
    ("Lisbon put the number of people killed in the quarry at 17.", 17, "dead"),
    ("Tirana raised the number of its dead from the quake to 52, its government said.", 52, "dead"),
    ("The dead of Sunday's landslide number more than 240, police confirmed.", 240, "dead"),
    ("The dead now number four, a guard among them.", 4, "dead"),
    ("Their dead numbered at least 30.", 30, "dead"),
    ("The death toll is now 88.", 88, "dead"),
    ("The toll had passed 1,000 by dusk.", 1000, "dead"),
]
NO_TOLLS = [
    "The dead man was 45, a neighbour said.",
    "He was killed at 17.",
    "The dead were taken to the 12th district.",
    "The road toll is paid at the gate of bridge number four.",
    "The number of votes rose to 135.",
    "She was found dead in room 27.",
    "Shots were heard at 5.",
]


class TestTolls:
    @pytest.mark.parametrize(("text", "low", "counted"), TOLLS, ids=[row[0] for row in TOLLS])
    def test_a_number_of_dead_that_no_noun_follows(self, text: str, low: float, counted: str) -> None:
        found = [one for one in quantities(text) if one.unit == "count"]
        assert [(one.low <= low <= one.high, one.counted) for one in found] == [(True, counted)]
        assert text[found[0].start : found[0].end] == found[0].text

    @pytest.mark.parametrize("text", NO_TOLLS)
    def test_a_number_that_is_none(self, text: str) -> None:
        assert not [one for one in quantities(text) if one.counted == "dead"]

    @pytest.mark.parametrize(
        ("early", "late", "grown"),
        [
            (
                "At least 49 Armenian soldiers were killed overnight.",
                "Armenia raised the number of its dead to 135.",
                True,
            ),
            (
                "At least 49 Armenian soldiers were killed overnight.",
                "Georgia raised the number of its dead to 135.",
                False,
            ),
            ("Floods near Varna killed 66 people.", "The dead near Varna number more than 240.", True),
            ("Floods near Varna killed 66 people.", "The dead near Varna number 60.", False),
            ("Floods near Varna killed 66 people.", "The dead near Burgas number 240.", False),
            ("In Oslo 20 people were hurt by hail.", "In Oslo the death toll rose to 30.", False),
        ],
        ids=[
            "a people and its country",
            "another country",
            "the dead",
            "fewer",
            "another place",
            "hurt and dead",
        ],
    )
    def test_what_has_grown(self, early: str, late: str, grown: bool) -> None:
        assert has_grown(amount(early, "Post"), amount(late, "Globe", DAY + timedelta(days=2))) == grown

    def test_a_grown_toll_is_then_and_later(self) -> None:
        late = amount("The dead near Varna number more than 240.", "Globe", DAY + timedelta(days=3))
        pair = compare_amounts(amount("Floods near Varna killed 66 people."), late)
        assert pair is not None
        assert (pair.kind, pair.open) == ("changed", False)


DATELINES = [
    ("VIENNA - Talks began.", "VIENNA - "),
    ("VIENNA, May 7 — Talks began.", "VIENNA, May 7 — "),
    ("Vienna - Talks began.", ""),
    ("Talks began in VIENNA - at last.", ""),
    ("NATO agreed.", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "opens"), DATELINES, ids=[row[0] or "nothing" for row in DATELINES])
def test_a_dateline_is_no_part_of_what_is_told(text: str, opens: str) -> None:
    assert text[: dateline_of(text)] == opens


def test_two_numbers_share_no_place_by_their_datelines() -> None:
    left, right = (
        amounts(sentence(f"ATHENS - In {place} 12 people died."))[0] for place in ("Ganja", "Barda")
    )
    assert left.names == {"@ganja"}
    assert right.names == {"@barda"}


MONTH = When(date(2020, 10, 1), date(2020, 10, 31), "month", "stated")
SOUR = (
    "Ties between Oslo and Riga have soured, envoys said.",
    "A thaw between Oslo and Riga is under way.",
)


class TestPrinting:
    @pytest.mark.parametrize(
        ("left", "right", "kind"),
        [
            (When.day(date(2020, 10, 1)), When.day(date(2020, 10, 20)), "changed"),
            (MONTH, When.day(date(2020, 10, 20)), None),
            (MONTH, MONTH, None),
            (MONTH, When.day(date(2020, 11, 2)), None),
            (MONTH, When.day(date(2020, 11, 20)), "changed"),
            (When.day(date(2020, 9, 1)), MONTH, "changed"),
            (When(), When.day(date(2020, 10, 20)), None),
        ],
        ids=[
            "two days",
            "a month and a day of it",
            "one month",
            "the days after it",
            "weeks after it",
            "before it",
            "unknown",
        ],
    )
    def test_what_is_known_to_a_month_may_be_of_the_same_days(
        self, left: When, right: When, kind: str | None
    ) -> None:
        one, other = claim(SOUR[0], "Post", published=left), claim(SOUR[1], "Globe", published=right)
        found = compare_claims(one, other)
        assert found is not None
        assert (found.kind == "changed") == (kind == "changed")

    @pytest.mark.parametrize(
        ("speakers", "told"),
        [((None, None), True), (("Ana", None), True), (("Ana", "Ana"), True), (("Ana", "Bo"), False)],
        ids=["outlets", "one speaks", "one who changed", "two people"],
    )
    def test_two_people_at_two_times_have_changed_no_view(
        self, speakers: tuple[str | None, str | None], told: bool
    ) -> None:
        sides = [
            replace(facing(sentence(text, outlet, DAY + timedelta(days=days))), said_by=who)
            for text, outlet, days, who in zip(SOUR, ("Post", "Globe"), (0, 30), speakers, strict=True)
        ]
        found = compare_facing(sides[0], sides[1], Weighed(0.9, "judgement", "soured", "thaw"))
        assert (found is not None) == told


LEGALITY = [
    ("The strike was illegal.", [-1]),
    ("The strike was legal.", [1]),
    ("The strike was not legal, he said.", [-1]),
    ("It was a breach of the treaty.", [-1]),
    ("She asked for legal advice on the strike.", []),
    ("The legal effect of the resolution is in doubt.", []),
    ("A deputy legal adviser resigned.", []),
    ("The legal basis is thin.", []),
    ("Their legal team left.", []),
]


@pytest.mark.parametrize(("text", "signs"), LEGALITY, ids=[row[0] for row in LEGALITY])
def test_legal_judges_only_where_it_says_no_kind(text: str, signs: list[int]) -> None:
    assert [one.sign for one in claims(sentence(text)) if one.axis == "legality"] == signs


def test_a_month_is_no_name_that_two_claims_share() -> None:
    (one,) = claims(sentence("In March Oslo called the tariff illegal."))
    assert "@march" not in one.names
    assert "@oslo" in one.names


CLAUSES = [
    ("He denied that Mr. Holm was told. Nobody asked.", "He denied that Mr. Holm was told"),
    ("The U.S. envoy never left; nobody asked.", "The U.S. envoy never left"),
    ("She never left, but he did.", "She never left"),
]


@pytest.mark.parametrize(("text", "shown"), CLAUSES, ids=["a title", "letters", "a comma"])
def test_a_clause_is_shown_whole(text: str, shown: str) -> None:
    assert _shown(facing(sentence(text)), ()) == shown


def test_a_sentence_is_weighed_without_its_dateline() -> None:
    left = facing(sentence("TOKYO - Oslo and Riga signed the fish treaty."))
    right = facing(sentence("TOKYO - Nobody knew of the harvest."))
    assert weigh(left, right) is None
    assert not any("tokyo" in key for key in left.keys)
