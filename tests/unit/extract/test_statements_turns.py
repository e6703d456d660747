"""Interviews and transcripts; channels that hold on; issues that a statement inherits."""

from __future__ import annotations

import pytest

from detente.extract.dates import find_dates
from detente.extract.mentions import find_mentions
from detente.extract.statements import find_statements
from detente.knowledge.registry import registry
from detente.records import Statement
from tests.factories import parse_of
from tests.unit.extract.said import said, statements_of

INTRO = "Anna Berg talks to us about the road."
Q1 = "Q: Will the road open in June?"
A1 = "A: It will. The engineers have told us that the bridge is safe."
Q2 = "Q: You said that it would open in May. What happened?"
A2 = "A: I was wrong."


def answers(*paragraphs: str) -> list[Statement]:
    return [row for row in statements_of(*paragraphs) if row.rule == "interview answer"]


@pytest.mark.parametrize(
    ("paragraphs", "speakers"),
    [
        pytest.param((INTRO, Q1, A1, Q2, A2), ["Anna Berg"] * 2, id="Q and A"),
        pytest.param(
            ("The Example Post: Will it open?", "Anna Berg: It will.", "The Example Post: When?",
             "Anna Berg: In June."),
            ["Anna Berg"] * 2, id="outlet and name",
        ),
        pytest.param(
            ("Question: Will it open?", "Anna Berg: It will.", "Question: When?", "Answer: In June."),
            ["Anna Berg"] * 2, id="long labels, a name at first",
        ),
        pytest.param(
            ("Q. Will it open?", "MS. BERG: It will.", "Q. When?", "MS. BERG: In June."),
            ["BERG"] * 2, id="a transcript",
        ),
        pytest.param(
            ("Anna Berg: It will open.", "Peter Holm: It will not."), [], id="two names, nobody asks"
        ),
        pytest.param(
            ("Peter Holm: Will it open?", "Anna Berg: It will, once the engineers have been here.",
             "Peter Holm: It took a year.", "Anna Berg: It took us two years to find the money.",
             "Peter Holm: And then?", "Anna Berg: Then we shall drive over it, all of us, on one day."),
            ["Anna Berg"] * 3, id="who opens with a question and says less asks, remarks and all",
        ),
        pytest.param(
            ("Peter Holm: Will it open?", "Anna Berg: No.", "Peter Holm: It took a year, and will take "
             "another.", "Anna Berg: Who knows?"),
            [], id="two who talk as much as one another",
        ),
        pytest.param(("Moscow: The road is open.", "It was closed."), [], id="a dateline"),
        pytest.param((Q1, A1, Q2, A2), [], id="nobody to name"),
    ],
)  # fmt: skip
def test_answers_have_a_speaker(paragraphs: tuple[str, ...], speakers: list[str]) -> None:
    assert [row.speaker.text for row in answers(*paragraphs)] == speakers


@pytest.mark.parametrize(
    ("outlet", "asks", "again"),
    [
        pytest.param(
            "Example Post Online", "Example Post", "EP", id="the opening of the outlet's name"
        ),
        pytest.param("The Example Post", "The Example Post", "EP", id="all of it"),
        pytest.param("Lund Weekly", "Example Post", "EP", id="another's name, who only asks"),
    ],
)
def test_initials_of_the_outlet_ask(outlet: str, asks: str, again: str) -> None:
    parse = parse_of(
        INTRO,
        ("subhead", f"{asks}: Will it open?"),
        "Anna Berg: It will, once the engineers have been here and have seen to the bridge.",
        f"{again}: Is it wide?",
        "AB: It is as wide as the old one was, and it has a lane for those who walk.",
        f"{again}: It took a year?",
        "AB: It took us two years to find the money and one to find somebody to build it.",
        outlet=outlet,
    )
    rows = find_statements(parse, find_mentions(parse, registry()), find_dates(parse))
    found = [(row.speaker.name, row.kind) for row in rows if row.rule == "interview answer"]
    assert found == [("Anna Berg", "direct")] * 3


def test_an_answer_is_direct_and_whole() -> None:
    first, second = answers(INTRO, Q1, A1, Q2, A2)
    assert first.content == A1.removeprefix("A: ")
    assert second.content == "I was wrong."
    assert first.kind == "direct"
    assert first.channel is not None
    assert first.channel.medium == "interview"
    assert first.cue is None


def test_what_others_are_said_to_have_said_stays() -> None:
    found = said(INTRO, Q1, A1, Q2, A2)
    assert ("The engineers", "the bridge is safe") in found
    assert not [content for who, content in found if who == "I"]


def test_you_said_is_said_by_the_one_who_is_asked() -> None:
    assert ("Anna Berg", "it would open in May") in said(INTRO, Q1, A1, Q2, A2)


def test_a_paragraph_between_two_turns_goes_on() -> None:
    first, _ = answers(INTRO, Q1, A1, "And it will be wide.", Q2, A2)
    assert first.content.endswith("And it will be wide.")


@pytest.mark.parametrize(
    ("paragraphs", "media"),
    [
        pytest.param(
            ("Anna Berg said at a news conference that the road would open. Berg said it was wide.",),
            ["press conference", "press conference"], id="the next sentence",
        ),
        pytest.param(
            ("Anna Berg gave a news conference in Oslo. Berg said that the road was wide.",),
            ["press conference"], id="set by a sentence that tells nothing",
        ),
        pytest.param(
            ("Anna Berg, who spoke at a news conference, said that the road was wide.",),
            ["press conference"], id="where the speaker was",
        ),
        pytest.param(
            ("Anna Berg said in an interview that the road was wide. Peter Holm said it was long.",),
            ["interview", None], id="not for somebody else",
        ),
        pytest.param(
            ("Anna Berg said in an e-mail that it was wide.", "The road was built.", "It is long.",
             "Berg said that it was long."),
            ["letter", None], id="not three paragraphs on",
        ),
        pytest.param(
            ("“It is wide,” said Anna Berg of the Centre for Foreign Policy in Oslo.",), [None],
            id="an institute with the name of a paper",
        ),
    ],
)  # fmt: skip
def test_channels_hold(paragraphs: tuple[str, ...], media: list[str | None]) -> None:
    rows = statements_of(*paragraphs)
    assert [row.channel.medium if row.channel else None for row in rows] == media


@pytest.mark.parametrize(
    ("paragraphs", "issues", "basis"),
    [
        pytest.param(
            ("Anna Berg said that Syria needed talks.",), ("issue:syria",), "words", id="own words"
        ),
        pytest.param(
            ("The ministers met on Syria. Anna Berg said that it was too early.",), ("issue:syria",),
            "paragraph", id="its paragraph",
        ),
        pytest.param(
            ("Syria came first. Syria was hard. On Syria they stayed apart.",
             "Anna Berg said that it was too early."),
            ("issue:syria",), "article", id="what the article is about",
        ),
        pytest.param(("Anna Berg said that it was too early.",), (), "words", id="none"),
        pytest.param(
            ("They spoke of Syria, of missile defence and of adoptions. Berg said that it was early.",),
            None, "paragraph", id="a sentence before with three: the nearest or none",
        ),
    ],
)  # fmt: skip
def test_issues_are_inherited(
    paragraphs: tuple[str, ...], issues: tuple[str, ...] | None, basis: str
) -> None:
    row = statements_of(*paragraphs)[-1]
    if issues is None:
        assert row.issues == ()
    else:
        assert (row.issues, row.issues_basis) == (issues, basis)
