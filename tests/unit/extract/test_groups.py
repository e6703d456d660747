"""Phrases for several people, ranks, guests and nationalities reach the people they mean."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.cast import Cast
from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from tests.factories import parse_of

AUTUMN = date(2013, 9, 10)


def cast_of(text: str, published: date | None = AUTUMN) -> Cast:
    return find_mentions(parse_of(*text.split("\n"), published=published), registry())


def meant(text: str, words: str, published: date | None = AUTUMN) -> str | None:
    for one in cast_of(text, published).named:
        if one.mention.text == words:
            members = sorted(member.name for member in one.members)
            return " + ".join(members) or (one.actor.name if one.actor else None)
    return None


KERRY_LAVROV = "John Kerry + Sergei Lavrov"
PRESIDENTS = "Barack Obama + Vladimir Putin"


@pytest.mark.parametrize(
    ("text", "words", "members"),
    [
        ("John Kerry met Sergei Lavrov. The two shook hands.", "The two", KERRY_LAVROV),
        ("John Kerry met Sergei Lavrov. The two ministers shook hands.", "The two ministers",
         KERRY_LAVROV),
        ("John Kerry met Sergei Lavrov. The two men shook hands.", "The two men", KERRY_LAVROV),
        ("John Kerry met Sergei Lavrov. The ministers shook hands.", "The ministers", KERRY_LAVROV),
        ("John Kerry met Sergei Lavrov. Both ministers smiled.", "Both ministers", KERRY_LAVROV),
        ("John Kerry met Sergei Lavrov. Neither man smiled.", "Neither man", KERRY_LAVROV),
        ("Barack Obama met Vladimir Putin. The presidents smiled.", "The presidents", PRESIDENTS),
        ("Barack Obama met Vladimir Putin. The two leaders smiled.", "The two leaders", PRESIDENTS),
        ("The presidents of the United States and Russia spoke on Friday.", "The presidents",
         PRESIDENTS),
        ("The foreign ministers of the United States and Russia spoke.", "The foreign ministers",
         KERRY_LAVROV),
        ("The United States and Russia are in touch, their foreign ministers said.",
         "their foreign ministers", KERRY_LAVROV),
        ("John Kerry and Sergei Lavrov met Lakhdar Brahimi. The three talked.", "The three",
         "John Kerry + Lakhdar Brahimi + Sergei Lavrov"),
        ("Sergei Lavrov and Sergei Shoigu saw John Kerry and Chuck Hagel. The four talked.",
         "The four", "Chuck Hagel + John Kerry + Sergei Lavrov + Sergei Shoigu"),
        ("John Kerry met Sergei Lavrov. The two sides agreed.", "The two", None),
        ("John Kerry met Sergei Lavrov. The two countries agreed.", "The two", None),
        ("Russia and China signed it. The two will trade more.", "The two", None),
        ("The two smiled.", "The two", None),
        ("Sergei Lavrov met Sergei Shoigu. The two ministers smiled.", "The two ministers", None),
    ],
)  # fmt: skip
def test_groups(text: str, words: str, members: str | None) -> None:
    assert meant(text, words) == members


def test_a_group_is_named_by_its_members() -> None:
    cast = cast_of("John Kerry met Sergei Lavrov. The two ministers shook hands.")
    one = next(n for n in cast.named if n.mention.text == "The two ministers")
    assert one.mention.name == "John Kerry and Sergei Lavrov"
    assert one.mention.actor_id is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Sergei Lavrov was late. The Russian minister smiled.", "The Russian minister",
         "Sergei Lavrov"),
        ("Vladimir Putin was late. The Russian leader smiled.", "The Russian leader",
         "Vladimir Putin"),
        ("The Russian leader smiled.", "The Russian leader", "Vladimir Putin"),
        ("The Russian minister smiled.", "The Russian minister", None),
        ("Angela Merkel was late. The Russian minister smiled.", "The Russian minister", None),
        ("Barack Obama was late. Vladimir Putin said that the American waited.", "the American",
         "Barack Obama"),
        ("Barack Obama was late. The American plan failed.", "The American", None),
        ("John Kerry arrived on Monday. In the evening the guest dined.", "the guest", "John Kerry"),
        ("In the evening the guest dined.", "the guest", None),
        ("He was received in the Kremlin by the president.", "the president", "Vladimir Putin"),
        ("Yuri Ushakov spoke. He hoped that the president would reply.", "the president", None),
        ("They were joined by their French counterpart, Laurent Fabius.", "their French counterpart",
         "Laurent Fabius"),
        ("Its spokesman, Jay Carney, was harsh.", "Its spokesman", "Jay Carney"),
        ("Hillary Clinton was blunt. Her successor is not.", "Her successor", "John Kerry"),
    ],
)  # fmt: skip
def test_ranks_and_roles(text: str, words: str, name: str | None) -> None:
    assert meant(text, words) == name


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ivo Marsh, his spokesman, was silent. Vladimir Putin smiled.", "his", None),
        ("Vladimir Putin was silent. Dmitry Peskov, his spokesman, was not.", "his",
         "Vladimir Putin"),
        ("John Kerry was blunt. Sergei Lavrov, at his side, was not.", "his", "John Kerry"),
        ("Edward Snowden waits. He is free, Vladimir Putin said.", "He", "Edward Snowden"),
        ("John Kerry spoke. He was calm.\nForeign Minister Sergei Lavrov was sharper. He wept.",
         "He", "John Kerry"),
        ("An adviser takes it home with him.", "him", None),
        ("Vladimir Putin smiled. One retired ambassador said he was tired.", "he", None),
        ("Gesine Althoff, of the Elb Institute, disagrees. She is tired.", "She", "Gesine Althoff"),
        ("A waitress named Katya smiled. She was tired.", "She", "Katya"),
    ],
)  # fmt: skip
def test_pronouns(text: str, pronoun: str, name: str | None) -> None:
    assert meant(text, pronoun) == name


def test_the_one_interviewed_is_never_he() -> None:
    text = (
        "Boris Tyulenin talks to us.\nQ: Will Barack Obama come?\nA: No.\nQ: Why?\nA: He has no time."
    )
    assert meant(text, "He") == "Barack Obama"


@pytest.mark.parametrize("words", ["You", "They", "We", "It"])
def test_an_unresolved_pronoun_is_no_person(words: str) -> None:
    cast = cast_of(f"{words} said so on Monday.")
    head = next(token for token in cast.parse.doc if token.text == words)
    assert cast.of(head).kind == "unknown"
    assert cast.of(head).actor_id is None


@pytest.mark.parametrize(
    "text",
    [
        "Third, the plan must be paid for, he said.",
        "The Magnitsky Act, a law of Congress, said so.",
        "The Levant Papers said so on Monday.",
        "Quiet Channels, the journal, said so.",
    ],
    ids=["ordinal", "act", "papers", "channels"],
)
def test_things_are_no_persons(text: str) -> None:
    found = [n.mention.text for n in cast_of(text).named
             if n.mention.kind == "person" and n.mention.form != "pronoun"]  # fmt: skip
    assert found == []


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("On Monday Snowden waited in Moscow.", "Snowden", "person:edward-snowden"),
        ("The MrSnowden case is old. Mr Snowden waits.", "Snowden", "person:edward-snowden"),
        ("U.N. Ambassador Susan Rice spoke.", "Susan Rice", "person:susan-rice"),
        ("Senator John McCain spoke.", "John McCain", "person:john-mccain"),
        ("The Security Council voted.", "Security Council", "organisation:unsc"),
        ("Nikolai Patrushev, secretary of the Security Council, spoke.", "Security Council",
         "body:rus-security-council"),
    ],
)  # fmt: skip
def test_names(text: str, words: str, actor: str) -> None:
    found = {n.actor.id for n in cast_of(text).named if n.actor and n.mention.text == words}
    assert actor in found


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("They met in Northern Ireland on Monday.", "state:IRL"),
        ("Fires burn in New Mexico this week.", "state:MEX"),
        ("Ships cross the South China Sea daily.", "state:CHN"),
    ],
    ids=["northern-ireland", "new-mexico", "south-china-sea"],
)
def test_a_place_that_holds_the_name_of_a_state_is_not_it(text: str, state: str) -> None:
    name = registry().actor(state).name
    assert [n.mention.text for n in cast_of(text).named if n.mention.text == name] == []
    assert state not in {n.actor.id for n in cast_of(text).named if n.actor}


@pytest.mark.parametrize(
    ("paragraphs", "members"),
    [
        pytest.param(
            (
                "The two presidents met on Monday evening by a lake.",
                "Putin told reporters that they had not agreed. Obama spoke for a minute.",
            ),
            {"Vladimir Putin", "Barack Obama"},
            id="named after the phrase",
        ),
        pytest.param(
            (
                "The two presidents met on Monday evening by a lake.",
                "Putin told reporters that they had not agreed. Obama and Hollande were silent.",
            ),
            set(),
            id="a third president leaves it open",
        ),
    ],
)
def test_two_presidents_of_a_lead_are_those_named_next(
    paragraphs: tuple[str, ...], members: set[str]
) -> None:
    parse = parse_of(*paragraphs, published=date(2013, 6, 18))
    cast = find_mentions(parse, registry())
    found = {member.name for named in cast.named for member in named.members}
    assert found == members


@pytest.mark.parametrize("rank", ["third secretary", "press secretary", "first secretary"])
def test_a_secretary_of_an_embassy_is_no_foreign_minister(rank: str) -> None:
    text = (
        "Moscow expelled an American diplomat, and the foreign ministers met as planned.\n"
        f"Alan Marsh, a {rank} at the US embassy, was led away. "
        "Foreign Minister Sergei Lavrov flew to meet Secretary of State John Kerry."
    )
    assert meant(text, "the foreign ministers") in (KERRY_LAVROV, None)
