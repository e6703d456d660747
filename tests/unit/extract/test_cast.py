"""Whom a noun phrase stands for."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.cast import Cast
from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from detente.records import Participant
from tests.factories import parse_of

SPRING = date(2013, 2, 26)


def cast_of(text: str) -> Cast:
    return find_mentions(parse_of(text, published=SPRING), registry())


def subject(text: str, verb: str) -> tuple[Participant, ...]:
    cast = cast_of(text)
    for token in cast.parse.doc:
        if token.text == verb:
            for child in token.lefts:
                if child.dep_ in ("nsubj", "nsubjpass"):
                    return cast.expand(child)
    raise AssertionError(f"no subject of {verb}")


@pytest.mark.parametrize(
    ("text", "verb", "names"),
    [
        ("Sergei Lavrov and his American counterpart, Secretary of State John Kerry, held talks.",
         "held", ["Sergei Lavrov", "John Kerry"]),
        ("Sergei Lavrov and John Kerry held talks.", "held", ["Sergei Lavrov", "John Kerry"]),
        ("Moscow and Washington agreed.", "agreed", ["Russia", "United States"]),
        ("The Americans agreed.", "agreed", ["United States"]),
        ("Vladimir Putin met Barack Obama. The two presidents spoke.", "spoke",
         ["Vladimir Putin", "Barack Obama"]),
    ],
)  # fmt: skip
def test_expand(text: str, verb: str, names: list[str]) -> None:
    assert [one.name for one in subject(text, verb)] == names


@pytest.mark.parametrize(
    ("text", "verb", "kind", "state", "name"),
    [
        ("Russian officials accused them.", "accused", "anonymous", "RUS", "Russian officials"),
        ("US officials accused them.", "accused", "anonymous", "USA", "US officials"),
        ("Experts accused them.", "accused", "anonymous", None, "Experts"),
        ("Officials from both countries agreed.", "agreed", "anonymous", None,
         "Officials from both countries"),
        ("A spokesman for committee head Mikhail Margelov refused.", "refused", "anonymous", "RUS",
         "A spokesman for committee head Mikhail Margelov"),
        ("The Syrian opposition refused.", "refused", "group", "SYR", "The Syrian opposition"),
        ("Greek fishermen too refused.", "refused", "unknown", "GRC", "Greek fishermen"),
        ("The Kurdish rebels themselves refused.", "refused", "group", None, "The Kurdish rebels"),
        ("The negotiators together refused.", "refused", "anonymous", None, "The negotiators"),
        ("John Kerry's advocacy helped.", "helped", "unknown", None, None),
        ("The U.S. government refused.", "refused", "body", "USA", "U.S. government"),
        ("Moscow refused.", "refused", "state", "RUS", "Russia"),
        ("John Kerry refused.", "refused", "person", "USA", "John Kerry"),
    ],
)  # fmt: skip
def test_of(text: str, verb: str, kind: str, state: str | None, name: str | None) -> None:
    (one,) = subject(text, verb)
    assert one.kind == kind
    if name is not None:
        assert (one.state, one.name) == (state, name)
    else:
        assert one.actor_id is None


def test_a_relative_pronoun_is_its_antecedent() -> None:
    (one,) = subject("The call came from Sergei Lavrov, who refused to talk.", "refused")
    assert (one.actor_id, one.text) == ("person:sergei-lavrov", "who")


def test_a_participant_carries_office_and_place_in_the_text() -> None:
    text = "Later John Kerry refused."
    (one,) = subject(text, "refused")
    assert one.office == "Secretary of State of the United States"
    assert text[one.start : one.end] == one.text == "John Kerry"


def test_at_and_within() -> None:
    cast = cast_of("John Kerry met Sergei Lavrov.")
    assert cast.at(0) is cast.at(1)
    assert cast.at(2) is None
    assert [one.mention.name for one in cast.within(0, 6)] == ["John Kerry", "Sergei Lavrov"]
    assert cast.within(2, 3) == ()


@pytest.mark.parametrize(
    ("text", "verb", "affiliation", "office"),
    [
        ("Henrik Vold, a professor at the Bergen School, warned of delays. Vold refused.", "refused",
         "a professor at the Bergen School", None),
        ("Sergei Lavrov refused.", "refused", None, "Foreign Minister of Russia"),
        ("Sergei Lavrov, a keen rafter and diplomat, refused.", "refused", None,
         "Foreign Minister of Russia"),
        ("Henry Kissinger, a former secretary of state, refused.", "refused",
         "a former secretary of state", None),
        ("Henry Kissinger, a former secretary of state, arrived. Kissinger refused.", "refused",
         "a former secretary of state", None),
        ("Henrik Vold refused.", "refused", None, None),
        ("Norway refused.", "refused", None, None),
    ],
    ids=[
        "said by the article", "an office is enough", "an office goes first",
        "known and no longer in office", "said once", "nothing said", "a state",
    ],
)  # fmt: skip
def test_whom_no_registry_knows_is_what_the_article_says(
    text: str, verb: str, affiliation: str | None, office: str | None
) -> None:
    (one,) = subject(text, verb)
    assert (one.affiliation, one.office) == (affiliation, office)


def test_words_behind_the_last_name_of_a_phrase_are_not_part_of_it() -> None:
    cast = cast_of("Ann Alpha did not meet the Danish human rights organisations either.")
    word = next(token for token in cast.parse.doc if token.text == "organisations")
    (one,) = cast.expand(word)
    assert one.text.removeprefix("the ") == "Danish human rights organisations"
