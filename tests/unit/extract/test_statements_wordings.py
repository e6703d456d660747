"""Fixed wordings that report words, second acts of one speaker, and what is an act and no statement."""

from __future__ import annotations

import pytest

from tests.unit.extract.said import said, statements_of

BERG = "Anna Berg"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The coalition made known that it would wait for the road.",
            [("The coalition", "it would wait for the road")],
        ),
        (
            "Oslo let it be understood that it would decide in June.",
            [("Oslo", "it would decide in June")],
        ),
        ("Anna Berg made it clear that the road would open.", [(BERG, "the road would open")]),
        (
            "The Norwegian version is that the engineers blocked the road.",
            [("Norwegian", "the engineers blocked the road")],
        ),
        ("Anna Berg sees no cause for alarm.", [(BERG, "no cause for alarm")]),
        (
            "Anna Berg sees the delay as a relief for both sides.",
            [(BERG, "the delay as a relief for both sides")],
        ),
        ("Anna Berg saw the minister at noon.", []),
        (
            "A retired envoy held the timetable to be poetry.",
            [("A retired envoy", "the timetable to be poetry")],
        ),
        (
            "Anna Berg remains confident: the road will open in June.",
            [(BERG, "the road will open in June")],
        ),
        (
            "Anna Berg told a news conference that she had seen the road.",
            [(BERG, "she had seen the road")],
        ),
        (
            "Half of the members, by the count of Anna Berg, agreed with her.",
            [(BERG, "Half of the members … agreed with her")],
        ),
        (
            "The two ministers, she pointed out, were speaking every day.",
            [("she", "The two ministers … were speaking every day")],
        ),
        (
            "They are agreed that the list must be complete and that nothing may remain.",
            [("They", "the list must be complete and that nothing may remain")],
        ),
        ("Anna Berg expressed concern.", [(BERG, "concern")]),
        ("Anna Berg advises patience.", [(BERG, "patience")]),
        ("Anna Berg offered help with the inquiry.", [(BERG, "help with the inquiry")]),
        ("Oslo denies it.", [("Oslo", "denies it")]),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)
def test_wordings(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(who, content.removeprefix("that ")) for who, content in said(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Anna Berg said that the cut damaged the road, and defended the contract of the builders.",
            [(BERG, "the cut damaged the road"), (BERG, "the contract of the builders")],
        ),
        (
            "Anna Berg noted that Norway has built three roads, and she asked Oslo to pay for one.",
            [(BERG, "Norway has built three roads"), ("she", "Oslo to pay for one")],
        ),
        (
            "Norway, she said, kept the road open; she asked those who doubted it to come and look.",
            [("she", "Norway … kept the road open")],
        ),
        (
            "It obliges Norway to cooperate and decides that the council will impose measures.",
            [("It", "the council will impose measures")],
        ),
        (
            "The minister was harsher about Oslo: letting the road decay, she said, was a mistake.",
            [("she", "letting the road decay … was a mistake")],
        ),
        (
            "Anna Berg stressed what was missing: there was no word about the bridge.",
            [(BERG, "what was missing: there was no word about the bridge")],
        ),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)
def test_where_one_statement_ends(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(sentence)[: len(expected)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway vetoed three resolutions on the road.",
        "Norway named 18 people under the law.",
        "Norway published a list of officials.",
        "Norway and Sweden signed the agreement.",
        "The ministers agreed to keep looking for a road.",
        "The two ministers call each other by their first names.",
        "Both of them like to speak without notes.",
        "Anna Berg spoke about the road.",
        "The presidents spoke by telephone on Friday about the bridge.",
        "The newspapers write about the road.",
        "Anna Berg, asked whether anything could open the road, smiled.",
        "The council will ask the ministry how it built the road.",
    ],
)
def test_acts_and_topics_are_none(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Anna Berg said nothing.", "said nothing"),
        ("Anna Berg had no comment.", "had no comment"),
        ("Anna Berg remained silent.", "remained silent"),
        ("Anna Berg did not comment.", "did not comment"),
        ("Anna Berg did not comment beyond what Holm had said.", "beyond what Holm had said"),
        ("Anna Berg declined to comment.", "to comment"),
        ("Anna Berg did not respond.", "did not respond"),
    ],
)
def test_silence_is_a_statement_of_its_own_kind(sentence: str, content: str) -> None:
    [row] = statements_of(sentence)
    assert (row.kind, row.content) == ("no_comment", content)


@pytest.mark.parametrize(
    "sentence",
    ["Anna Berg said nothing of the road.", "Anna Berg will not comment.", "The road remained silent."],
)
def test_silence_on_one_point_is_none(sentence: str) -> None:
    assert [row for row in statements_of(sentence) if row.kind == "no_comment"] in ([],)
