"""Pronouns and office phrases reach the person they stand for, or nobody."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from tests.factories import parse_of

SPRING = date(2013, 2, 26)


def resolved(text: str, words: str, published: date | None = SPRING, nth: int = 0) -> str | None:
    cast = find_mentions(parse_of(*text.split("\n"), published=published), registry())
    found = [one for one in cast.named if one.mention.text == words]
    if nth >= len(found):
        return None
    one = found[nth]
    if one.members:
        return " + ".join(member.name for member in one.members)
    return one.actor.name if one.actor else None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Victoria Nuland spoke first. She was brief.", "She", "Victoria Nuland"),
        ("John Kerry met Angela Merkel. She smiled.", "She", "Angela Merkel"),
        ("John Kerry met Angela Merkel. He smiled.", "He", "John Kerry"),
        ("John Kerry told Sergei Lavrov that he would come to Moscow.", "he", "John Kerry"),
        ("John Kerry greeted Sergei Lavrov by slapping him on the back.", "him", "Sergei Lavrov"),
        ("After Angela Merkel took office in 2005, she kept the line.", "she", "Angela Merkel"),
        ("At his hearing, John Kerry praised the treaty.", "his", "John Kerry"),
        ("Sergei Lavrov came late.\nJohn Kerry, he said, was patient.", "he", "Sergei Lavrov"),
        ("The caveat was issued by Vladimir Putin when he took office.", "he", "Vladimir Putin"),
        ("It rained. He smiled.", "He", None),
        ("Angela Merkel spoke. He smiled.", "He", None),
    ],
)
def test_pronouns(text: str, pronoun: str, name: str | None) -> None:
    assert resolved(text, pronoun) == name


def test_the_speaker_of_a_quotation_is_not_he_inside_it() -> None:
    text = "“He must leave,” said Ivo Marsh. Bashar Assad had spoken of peace."
    assert resolved(text, "He") != "Ivo Marsh"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Russian foreign minister was not amused.", "The Russian foreign minister",
         "Sergei Lavrov"),
        ("Russia's foreign minister was not amused.", "Russia's foreign minister", "Sergei Lavrov"),
        ("The secretary of state was not amused.", "The secretary of state", "John Kerry"),
        ("The new secretary of state was not amused.", "The new secretary of state", "John Kerry"),
        ("The German chancellor was not amused.", "The German chancellor", "Angela Merkel"),
        ("Joe Biden came to Munich. The vice-president spoke.", "The vice-president", "Joe Biden"),
        ("Sergei Lavrov met his Dutch counterpart.", "his Dutch counterpart", "Frans Timmermans"),
        ("Sergei Lavrov met his Dutch counterpart, Frans Timmermans.", "his Dutch counterpart",
         "Frans Timmermans"),
        ("Sergei Lavrov and his U.S. counterpart, Secretary of State John Kerry, met.",
         "his U.S. counterpart", "John Kerry"),
        ("John Kerry spoke of Kerry's predecessor.", "Kerry's predecessor", "Hillary Clinton"),
        ("Ivo Marsh, a professor at Uppsala, came. The professor was late.", "The professor",
         "Ivo Marsh"),
        ("The former secretary of state was not amused.", "The former secretary of state", None),
        ("A foreign minister was not amused.", "A foreign minister", None),
        ("Any other secretary of state would resign.", "secretary of state", None),
        ("The minister was not amused.", "The minister", None),
        ("He travelled as secretary of state.", "secretary of state", None),
    ],
)  # fmt: skip
def test_office_phrases(text: str, words: str, name: str | None) -> None:
    assert resolved(text, words) == name


@pytest.mark.parametrize(
    ("published", "name"),
    [(date(2012, 11, 5), "Hillary Clinton"), (date(2013, 5, 7), "John Kerry"), (None, None)],
)
def test_an_office_resolves_at_the_date_or_not_at_all(published: date | None, name: str | None) -> None:
    text = "The secretary of state was not amused."
    assert resolved(text, "The secretary of state", published) == name


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Sergei Lavrov met John Kerry. The two men shook hands.", "The two men",
         "Sergei Lavrov + John Kerry"),
        ("Vladimir Putin met Barack Obama. The two presidents spoke.", "The two presidents",
         "Vladimir Putin + Barack Obama"),
        ("Sergei Lavrov met John Kerry and Vladimir Putin. The two top diplomats spoke.",
         "The two top diplomats", "Sergei Lavrov + John Kerry"),
        ("Sergei Lavrov met Frans Timmermans. Both ministers spoke.", "Both ministers",
         "Sergei Lavrov + Frans Timmermans"),
        ("Sergei Lavrov came. The two presidents spoke.", "The two presidents", None),
        ("Some presidents spoke.", "presidents", None),
    ],
)  # fmt: skip
def test_groups(text: str, words: str, names: str | None) -> None:
    assert resolved(text, words) == names
