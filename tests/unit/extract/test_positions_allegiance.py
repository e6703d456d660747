"""For which state somebody speaks whom only the article knows, and what groups may hold."""

from __future__ import annotations

import pytest

from detente.annotate import annotate
from detente.extract.mentions import find_mentions
from detente.extract.positions.allegiance import Allegiance
from detente.extract.positions.finding import find_positions, parties_of
from detente.extract.voice import affiliation
from detente.knowledge.registry import registry
from detente.pipeline import extract
from detente.records import Position
from tests.factories import article_of, view_of

SETTING = "Kenya and Tanzania argue about the lake."


def allegiance(*texts: str) -> dict[str, str | None]:
    article = article_of(*texts)
    cast = find_mentions(annotate(article, view_of(article)), registry())
    sides = Allegiance(cast, parties_of(cast))
    people = [cast.participant(named) for named in cast.named]
    return {one.name: sides.of(one).state for one in people if one.kind == "person"}


def positions(*texts: str) -> tuple[Position, ...]:
    article = article_of(*texts)
    return extract(annotate(article, view_of(article))).positions


STATES = [
    ("adjective in the title", "Kenyan Foreign Minister Joram Wekesa spoke.", "Joram Wekesa", "KEN"),
    ("of a state", "President Joram Wekesa of Kenya spoke.", "Joram Wekesa", "KEN"),
    ("apposition after", "Joram Wekesa, the chief Kenyan negotiator, spoke.", "Joram Wekesa", "KEN"),
    ("apposition before", "Her Kenyan colleague, Joram Wekesa, was cooler.", "Joram Wekesa", "KEN"),
    ("its minister", "Tanzania agreed. Its foreign minister, Neema Mushi, signed.", "Neema Mushi",
     "TZA"),
    ("a professor", "Kenyan professor Joram Wekesa spoke.", "Joram Wekesa", None),
    ("formerly", "Former Kenyan president Joram Wekesa spoke.", "Joram Wekesa", None),
    ("ambassador to", "The ambassador to Kenya, Joram Wekesa, spoke.", "Joram Wekesa", None),
    ("no title", "Joram Wekesa lives in Kenya.", "Joram Wekesa", None),
    ("secretary of a club", "Kenya agreed. Its secretary, Joram Wekesa, confirmed it.", "Joram Wekesa",
     None),
    ("rebels", "The Kenyan rebel leader Joram Wekesa spoke.", "Joram Wekesa", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "state"), [row[1:] for row in STATES], ids=[row[0] for row in STATES]
)
def test_the_state_somebody_speaks_for(text: str, name: str, state: str | None) -> None:
    assert allegiance(SETTING, text)[name] == state


def test_a_counterpart_is_of_the_other_of_two_states() -> None:
    found = allegiance(
        "Kenya and Tanzania argue about the lake. The Kenyan foreign minister, Joram Wekesa, received "
        "the press in Nairobi. His counterpart, Paul Mushi, stayed at home."
    )
    assert (found["Joram Wekesa"], found["Paul Mushi"]) == ("KEN", "TZA")


def test_senators_are_of_the_one_state_that_has_them() -> None:
    found = allegiance("The United States and Vietnam may trade. Senator Ada Crale opposed it.")
    assert found["Ada Crale"] == "USA"
    found = allegiance("The United States and Canada may trade. Senator Ada Crale opposed it.")
    assert found["Ada Crale"] is None


def test_a_minister_speaks_for_what_his_state_wants() -> None:
    rows = positions(
        "Kenya and Tanzania met. Kenyan Foreign Minister Joram Wekesa said that Kenya wanted a trade "
        "agreement as soon as possible."
    )
    assert [(row.actor.state, row.issue, row.polarity) for row in rows] == [
        ("KEN", "issue:trade", "for")
    ]


GROUPS = [
    ("parties", "The religious parties opposed the free trade agreement.", "The religious parties"),
    ("separatists", "The separatists rejected the ceasefire.", "The separatists"),
    ("mayors", "Their mayors reject the peace plan.", "Their mayors"),
    ("lawmakers", "Republicans in Congress oppose the free trade agreement.",
     "Republicans in Congress"),
    ("several states", "The Arab states rejected the peace plan.", "The Arab states"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), [row[1:] for row in GROUPS], ids=[row[0] for row in GROUPS])
def test_groups_take_sides(text: str, name: str) -> None:
    assert [row.actor.name for row in positions(text)] == [name]


@pytest.mark.parametrize(
    "text",
    ["The neighbours rejected the ceasefire.", "Some passengers opposed the free trade agreement.",
     "Readers welcomed the peace plan."],
    ids=["neighbours", "passengers", "readers"],
)  # fmt: skip
def test_bystanders_do_not(text: str) -> None:
    assert positions(text) == ()


def test_both_sides_are_the_two_states_of_an_article() -> None:
    rows = positions(
        "Kenya and Tanzania met in Kampala. Kenya is larger. Tanzania is calmer. Both sides rejected "
        "the free trade agreement."
    )
    assert {row.actor.state for row in rows} == {"KEN", "TZA"}
    assert {row.polarity for row in rows} == {"against"}


def test_both_sides_of_a_third_state_are_not() -> None:
    rows = positions(
        "Kenya and Tanzania met. Kenya is larger. Both Congolese sides rejected the peace plan."
    )
    assert not {row.actor.state for row in rows} & {"KEN", "TZA"}


def test_it_takes_up_the_state_before() -> None:
    rows = positions("Tanzania answered late. It announced that it would lift the oil embargo.")
    assert [(row.actor.state, row.polarity) for row in rows] == [("TZA", "against")]


def test_it_takes_up_nothing_that_is_no_actor() -> None:
    assert positions("The harvest was late. It opposed the free trade agreement.") == ()


def test_an_office_without_a_name_is_its_one_holder() -> None:
    rows = positions(
        "Kenya and Oman met. Emir Hamid Al Salem of Oman listened. The emir welcomed the peace plan."
    )
    assert [row.actor.name for row in rows] == ["Hamid Al Salem"]


def test_what_a_paper_brings_is_told_of_others() -> None:
    article = article_of("Turkey rejects the peace plan.")
    parse = annotate(article, view_of(article))
    rows = find_positions(parse, find_mentions(parse, registry()), (), (), ())
    assert [(row.actor.state, row.basis) for row in rows] == [("TUR", "described")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Joram Wekesa, a friend of the minister, left.", "a friend of the minister",
                     id="an apposition"),
        pytest.param("If it rains, said Joram Wekesa, no one in Nairobi will speak of it.", None,
                     id="a clause behind who says it"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_name(text: str, wanted: str | None) -> None:
    article = article_of(SETTING, text)
    cast = find_mentions(annotate(article, view_of(article)), registry())
    (one,) = {cast.participant(named) for named in cast.named if named.mention.kind == "person"}
    assert affiliation(one, cast) == wanted
