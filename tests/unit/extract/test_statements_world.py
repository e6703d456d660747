# ruff: noqa: E501 (one line is one case)
"""Statements of other relationships: one line is one case, "text | speaker | kind | content"."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from detente.extract.mentions import find_mentions
from detente.extract.statements import find_statements
from detente.extract.statements.broken import mended, without_day
from detente.extract.statements.decide import decided
from detente.extract.statements.frames import candidates
from detente.extract.statements.tree import tree_of
from detente.extract.statements.turns import _initials
from detente.extract.statements.tweets import with_tweets
from detente.knowledge.cues import cue_model, cues
from detente.knowledge.registry import registry
from detente.records import Statement
from tests.factories import parse_of

DAY = date(2020, 12, 1)

PARTED = """
The security treaty, Indian officials repeat, applies to the islands. | Indian officials | indirect | The security treaty … applies to the islands
The border, the Eritrean ministry said, will open in May. | ministry | indirect | The border … will open in May
No date has been set, although the invitation, officials in Ankara said, had been made and accepted. | officials in Ankara | indirect | the invitation … had been made and accepted
The minister had honoured the dead, a diplomat in Bogota insisted, and had apologised for nothing. | a diplomat in Bogota | indirect | The minister had honoured the dead … and had apologised for nothing
The road was open, said Anna Berg, a geologist. | Anna Berg | indirect | The road was open
The road was open, Anna Berg said, adding that it had rained. | Anna Berg | indirect | The road was open
The road was open, Anna Berg said, while Bo Lund denied it. | Anna Berg | indirect | The road was open
He had refused to eat, the prison service said; a police report spoke of a fever. | the prison service | indirect | He had refused to eat
"""

OBJECTS = """
President Ilham Aliyev announced the reopening of the road on July 11. | Ilham Aliyev | indirect | the reopening of the road
Anna Berg welcomed the agreement on Monday. | Anna Berg | indirect | the agreement
Anna Berg rejected the proposal last week. | Anna Berg | indirect | the proposal
Kiev accused the rebels of shelling the town. | Ukraine | indirect | the rebels of shelling the town
Islamabad accused Delhi of shelling the village. | Pakistan | indirect | Delhi of shelling the village
A Conservative backbencher accused the government of fawning. | A Conservative backbencher | indirect | the government of fawning
China has demanded an end to the flights. | China | indirect | an end to the flights
The mayors demanded a referendum. | The mayors | indirect | a referendum
Anna Berg demanded an apology from Caracas. | Anna Berg | indirect | an apology
Anna Berg asked for the picture to be removed. | Anna Berg | indirect | the picture to be removed
Anna Berg called for the sanctions to end. | Anna Berg | indirect | the sanctions to end
Anna Berg declared the affair to be over. | Anna Berg | indirect | the affair to be over
Greek state television called the letter an apology. | Greek state television | indirect | the letter an apology
"""

SILENCE = """
The Chinese consulate did not respond to questions. | consulate | no_comment | did not respond to questions
Anna Berg made no statement. | Anna Berg | no_comment | made no statement
Anna Berg gave no answer. | Anna Berg | no_comment | gave no answer
Anna Berg declined to comment. | Anna Berg | no_comment | to comment
The ministry did not comment. | The ministry | no_comment | did not comment
"""

SIDES = """
The Turkish side said that the talks would go on. | Turkey | indirect | the talks would go on
According to the Greek side the atmosphere was severe. | Greece | indirect | the atmosphere was severe
The Serbian side insisted that the border was open. | Serbia | indirect | the border was open
The Indian side said: "We are ready." | India | direct | "We are ready."
North Korea has bombs. It announced that it would suspend tests. | North Korea | indirect | it would suspend tests
Colombia closed the bridge. It said that the bridge was unsafe. | Colombia | indirect | the bridge was unsafe
"""

TWEETS = """
It rained. / Now only Li can answer, and Li will not. / — Gillian Strand (@gstrand) 30 November 2020 | Gillian Strand | direct | Now only Li can answer, and Li will not.
It rained. / Zarif goes home and stays home. #Talks / — Leila Forouz (@lforouz) 24 Nov 2014 | Leila Forouz | direct | Zarif goes home and stays home.
"""


def lines(table: str) -> list[object]:
    found: list[object] = []
    for line in filter(None, table.splitlines()):
        text, who, kind, content = (part.strip() for part in line.split(" | "))
        found.append(pytest.param(text, who, kind, content, id=text[:70]))
    return found


@lru_cache(maxsize=128)
def said(text: str) -> tuple[Statement, ...]:
    parse = parse_of(*text.split(" / "), published=DAY)
    return find_statements(parse, find_mentions(parse, registry()), ())


@pytest.mark.parametrize(
    ("text", "who", "kind", "content"), lines(PARTED + OBJECTS + SILENCE + SIDES + TWEETS)
)
def test_who_said_what(text: str, who: str, kind: str, content: str) -> None:
    found = {row.content: row for row in said(text)}
    assert content in found
    row = found[content]
    assert row.kind == kind
    assert who in f"{row.speaker.name} {row.speaker.text}"


@pytest.mark.parametrize(
    "text",
    [
        "The market fell, traders shrugged, and the pound rose.",
        "It rained / on the hill / — the end",
        "A line with a dash / — and nobody signs",
        "The demand for oil fell.",
        "The letter declared nothing.",
        "It was raining. It stopped.",
    ],
)
def test_nobody_said_anything(text: str) -> None:
    assert said(text) == ()


def test_a_post_has_its_channel_and_no_other_statement_inside() -> None:
    rows = said("It rained. / Li said that it rained. / — Gillian Strand (@gstrand) 1 May 2020")
    assert [row.speaker.name for row in rows] == ["Gillian Strand"]
    assert rows[0].channel is not None
    assert rows[0].channel.medium == "tweet"
    assert rows[0].rule == "printed post"


def test_a_signature_without_words_above_is_no_post() -> None:
    parse = parse_of("— Gillian Strand (@gstrand) 1 May 2020", published=DAY)
    tree = tree_of(parse)
    assert with_tweets(tree, find_mentions(parse, registry()), []) == []


@pytest.mark.parametrize(
    ("name", "short"), [("ana maria berg", "amb"), ("simien review", "sr"), ("berg", "b"), ("", "")]
)
def test_initials(name: str, short: str) -> None:
    assert _initials(name) == short


INTERVIEW = (
    "Ana Berg teaches history in Turin. / The Post: Did you believe it? / Ana Berg: I believed the embrace. "
    "The minister said that the road would open. / TP: What was agreed? / AB: Five points. / TP: And who moved? "
    "/ AB: The president did. He wrote that the war was over. / TP: You sound tired. / AB: I am."
)


def test_the_turns_of_an_interview_with_initials() -> None:
    rows = [row for row in said(INTERVIEW) if row.rule == "interview answer"]
    assert {row.speaker.name for row in rows} == {"Ana Berg"}
    assert [row.content.split(".")[0] for row in rows] == [
        "I believed the embrace",
        "Five points",
        "The president did",
        "I am",
    ]


def test_who_is_told_in_an_answer_speaks_for_himself() -> None:
    inner = [row for row in said(INTERVIEW) if row.rule != "interview answer"]
    assert ("The minister", "the road would open") in {(r.speaker.name, r.content) for r in inner}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said that the road was open.",
        "The road was open, Anna Berg said.",
        '"The road is open," Anna Berg said, "and it will stay so."',
        "Anna Berg welcomed the road of Monday.",
        "Anna Berg praised May.",
    ],
)
def test_what_is_whole_stays_as_it_is(text: str) -> None:
    tree = tree_of(parse_of(text, published=DAY))
    for item in decided(tree, candidates(tree, cues()), cue_model()):
        assert mended(tree, item) == item
        assert without_day(tree, item) == item
