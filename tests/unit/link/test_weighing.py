# ruff: noqa: E501 -- tables of cases keep one case on one line
"""Two sentences of two reports weighed: can both hold?"""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from detente.knowledge.tables import weights
from detente.link.disagreement.judging import compare_facing, differences
from detente.link.disagreement.weighing import (
    FEATURES,
    Facing,
    facing,
    features,
    shares,
    sits,
    turned,
    weigh,
)
from detente.pipeline import extract_all
from detente.records import Extraction
from tests.factories import article_of
from tests.unit.link.test_disagreement import DAY, sentence

SURE = 0.6
"""The chance from which two short reports are shown as differing."""


def ready(text: str, outlet: str = "Post", **more: object) -> Facing:
    return facing(sentence(text, outlet, **more))  # type: ignore[arg-type]


DIFFER = [
    ("held or called off", "The Zambian and the Malawian minister met in Lusaka on Thursday and spoke of maize.", "Thursday's meeting of the Malawian and the Zambian minister in Lusaka was called off.", "status"),
    ("came or not", "The Zambian delegation arrived in Lilongwe on Sunday for the talks on maize.", "No Zambian delegation came to Lilongwe on Sunday for the talks on maize.", "opposite"),
    ("asked or not", "Malawi asked for the talks on maize on Friday.", "Malawi never asked for the talks on maize, an aide insisted on Friday.", "opposite"),
    ("who led", "The Malawian president led the delegation to the maize talks on Monday.", "A deputy minister led Malawi's delegation to the maize talks on Monday.", "participants"),
    ("where", "The maize talks of Zambia and Malawi opened in Lusaka on Tuesday.", "Zambia's maize talks with Malawi opened in Nairobi on Tuesday.", "place"),
    ("where it was said", "Envoy Oda Mbewe made the remark on maize at a press conference on Monday.", "Envoy Oda Mbewe made her remark on maize at a private dinner on Monday.", "occasion"),
    ("which day, insisting", "Zambia and Malawi signed the maize accord in Lusaka on Friday.", "It was on Saturday, and not before, that Malawi and Zambia signed the maize accord in Lusaka.", "date"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "slot"), [r[1:] for r in DIFFER], ids=[r[0] for r in DIFFER])
def test_sentences_that_cannot_both_hold_are_weighed_heavily(left: str, right: str, slot: str) -> None:
    found = weigh(ready(left), ready(right, "Globe"))
    assert found
    assert found.slot == slot
    assert found.chance >= SURE


AGREE = [
    ("the same in other words", "The Zambian and the Malawian minister met in Lusaka on Thursday.", "In Lusaka the ministers of Malawi and Zambia held talks on Thursday."),
    ("two days", "The Zambian minister came to Lilongwe on Monday.", "The Zambian minister did not come to Lilongwe on Friday."),
    ("two matters", "Zambia called off the maize talks.", "Fishermen on the lake caught more than ever."),
    ("a length in two units", "The maize talks in Lusaka took two hours on Thursday.", "Thursday's maize talks in Lusaka took 120 minutes."),
    ("nothing to differ on", "Zambia praised the maize accord.", "The maize accord was welcomed by Zambia."),
    ("empty", "", "The maize talks in Lusaka took two hours."),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), [r[1:] for r in AGREE], ids=[r[0] for r in AGREE])
def test_sentences_that_can_both_hold_are_not(left: str, right: str) -> None:
    found = weigh(ready(left), ready(right, "Globe"))
    assert found is None or found.chance < SURE


@pytest.mark.parametrize(
    ("left", "right"), [row[1:3] for row in (*DIFFER, *AGREE)], ids=[r[0] for r in (*DIFFER, *AGREE)]
)
def test_every_feature_is_there_and_a_number(left: str, right: str) -> None:
    one, other = ready(left), ready(right, "Globe")
    if one.words.words and other.words.words:
        found = features(one, other)
        assert tuple(found) == FEATURES
        assert all(np.isfinite(value) for value in found.values())


def test_the_weights_are_of_these_features() -> None:
    kept = weights("difference_model.npz")
    assert {kept[name].shape for name in ("mean", "scale", "weights")} == {(len(FEATURES),)}
    assert (kept["scale"] > 0).all()


def found_of(**values: float) -> dict[str, float]:
    return dict.fromkeys(FEATURES, 0.0) | {"mass": 1.0} | values


SITS = [
    ("no sign", {}, False),
    ("a denial that the other speaks of", {"denied": 0.5}, True),
    ("a denial of something else", {"denied": 0.1}, False),
    ("too little shared", {"mass": 0.1, "off": 1.0}, False),
    ("called off", {"off": 0.5}, True),
    ("another day", {"off": 0.5, "other_day": 1.0}, False),
    ("another day, insisting", {"day": 0.5, "other_day": 1.0}, True),
    ("numbers that agree", {"number": 0.5, "fits": 1.0}, False),
    ("numbers that agree, and a place that does not", {"place": 0.5, "fits": 1.0}, True),
]  # fmt: skip


@pytest.mark.parametrize(("values", "wanted"), [r[1:] for r in SITS], ids=[r[0] for r in SITS])
def test_only_sentences_of_one_thing_with_a_sign_are_weighed(
    values: dict[str, float], wanted: bool
) -> None:
    assert sits(found_of(**values)) is wanted


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("Zambia sells maize.", "Lusaka is dry.", True),
        ("Zambia sells maize.", "Maize is dear.", True),
        ("Zambia sells maize.", "Chad buys rice.", False),
    ],
)
def test_sentences_share_a_state_or_a_word(left: str, right: str, wanted: bool) -> None:
    assert shares(ready(left), ready(right)) is wanted


def paired(left: str, right: str, days: int, outlet: str = "Globe") -> str | None:
    one = ready(left)
    other = facing(sentence(right, outlet, DAY + timedelta(days)))
    found = weigh(one, other)
    assert found
    pair = compare_facing(one, other, found)
    return pair and pair.kind


CALLED = ("The Zambian and the Malawian minister met in Lusaka and spoke of maize.", "The meeting of the Malawian and the Zambian minister in Lusaka was called off.")  # fmt: skip
PLANNED = ("The Zambian and the Malawian minister will meet in Lusaka and speak of maize.", CALLED[1])
TIMES = [
    ("the same day", CALLED, 0, "Globe", "conflict"),
    ("the next day", CALLED, 1, "Globe", "conflict"),
    ("weeks later", CALLED, 20, "Globe", "changed"),
    ("planned, then called off", PLANNED, 1, "Globe", "changed"),
    ("the same outlet later", CALLED, 1, "Post", "update"),
]


@pytest.mark.parametrize(
    ("texts", "days", "outlet", "kind"), [r[1:] for r in TIMES], ids=[r[0] for r in TIMES]
)
def test_what_time_explains_is_no_conflict(
    texts: tuple[str, str], days: int, outlet: str, kind: str
) -> None:
    assert paired(*texts, days, outlet) == kind


STALLS = ("red", "big", "old", "new", "low", "far", "dry", "hot", "wet", "tall", "blue", "green")


def reports(*texts: str) -> list[Extraction]:
    articles = (
        article_of(text, published=DAY, outlet=f"Outlet {at}", path=f"{at}.txt")
        for at, text in enumerate(texts)
    )
    return list(extract_all(articles))


def test_a_sentence_stands_against_one_of_another_report_only() -> None:
    left = "The Zambian and the Malawian minister met in Lusaka on Thursday and spoke of maize."
    right = "Thursday's meeting of the Malawian and the Zambian minister in Lusaka was called off. The Malawian and the Zambian minister did not meet in Lusaka on Thursday."
    found = differences(reports(left, right), {})
    assert len([pair for pair in found if pair.slot in ("status", "opposite")]) == 1


def test_of_long_reports_more_is_asked() -> None:
    left = "The Zambian and the Malawian minister met in Lusaka on Thursday and spoke of maize."
    right = "Thursday's meeting of the Malawian and the Zambian minister in Lusaka was called off."
    chatter = " ".join(f"Market stall number {word} sold tea and rice to the crowd." for word in STALLS)
    assert differences(reports(left, right), {})
    assert not differences(
        reports(f"{left} {chatter}", f"{right} {chatter}".replace("tea", "salt")), {}
    )


def test_copies_are_never_laid_side_by_side() -> None:
    read = reports(DIFFER[0][1], DIFFER[0][2])
    same = {one.article.id: "article:one" for one in read}
    assert not differences(read, same)


TURNS = [
    ("no longer", "Zambia insists on a customs union with Malawi for maize and tobacco.", "Zambia no longer insists on a customs union with Malawi for maize and tobacco.", True),
    ("after all", "Malawi will leave the tobacco accord with Zambia and Mozambique.", "Malawi stays in the tobacco accord with Zambia and Mozambique after all.", True),
    ("called off", "The maize exercise of Zambian and Malawian troops at Chipata begins on Tuesday.", "The maize exercise of Malawian and Zambian troops at Chipata has been cancelled.", True),
    ("planned, then done", "The Zambian and Malawian troops at Chipata will begin the maize exercise.", "The Zambian and Malawian troops at Chipata began the maize exercise.", False),
    ("now alone", "Zambian and Malawian troops at Chipata train with the tobacco police.", "Zambian and Malawian troops at Chipata now train with the tobacco police.", False),
    ("again alone", "Zambian and Malawian ministers met at Chipata over tobacco.", "Zambian and Malawian ministers met again at Chipata over tobacco.", False),
    ("another thing", "Zambia insists on a customs union with Malawi.", "Peru no longer buys herring of Norway.", False),
    ("nothing", "", "Zambia no longer insists.", False),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "told"), [r[1:] for r in TURNS], ids=[r[0] for r in TURNS])
def test_what_turned_is_told_by_its_words(left: str, right: str, told: bool) -> None:
    assert (turned(ready(left), ready(right, "Globe")) is not None) is told


@pytest.mark.parametrize(
    ("days", "expected"), [(0, set()), (3, set()), (30, {"changed"})], ids=["one day", "few", "a month"]
)
def test_a_turn_is_then_and_later_only_when_time_has_passed(days: int, expected: set[str]) -> None:
    texts = next(row[1:3] for row in TURNS if row[0] == "after all")
    read = list(
        extract_all(
            article_of(
                text, published=DAY + timedelta(days * at), outlet=f"Outlet {at}", path=f"{at}.txt"
            )
            for at, text in enumerate(texts)
        )
    )
    origins = {one.article.id: one.article.id for one in read}
    assert {pair.kind for pair in differences(read, origins)} - {"conflict", "polarity"} == expected
