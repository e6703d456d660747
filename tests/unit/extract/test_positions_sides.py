"""Sides taken by asking, promising, refusing and ruling out, and issues that only the context names."""

from __future__ import annotations

import pytest

from detente.annotate import annotate
from detente.extract.mentions import find_mentions
from detente.extract.positions import find_positions
from detente.knowledge.registry import registry
from detente.records import Participant, Position
from tests.factories import article_of, view_of
from tests.unit.extract.reported import AMERICAN, EXPERT, MINISTER, Said, told


def positions(text: str, *said: Said) -> tuple[Position, ...]:
    parse, cast, statements = told(text, *said)
    return find_positions(parse, cast, (), statements, ())


OUTLETS = [
    ("called on", "Washington has called on Assad to step aside.", "USA", "syria", "for"),
    ("asked not to", "Turkey has asked Iran not to ratify the New START treaty.", "TUR",
     "strategic-arms", "against"),
    ("asked that", "Moscow has asked that Assad attend the talks.", "RUS", "syria", "for"),
    ("barred", "Russia has barred Americans from adopting orphans.", "RUS", "adoption", "against"),
    ("a law bars", "Russian law bars Americans from adopting orphans.", "RUS", "adoption", "against"),
    ("expressed concern", "Germany expressed concern over the foreign agent law.", "DEU", "ngos",
     "against"),
    ("voiced support", "France voiced support for the Syrian opposition.", "FRA", "syria", "for"),
    ("called it", "Ankara called the New START treaty a disaster.", "TUR", "strategic-arms", "against"),
    ("praised", "Ankara praised the New START treaty.", "TUR", "strategic-arms", "for"),
    ("defended", "Russia defended the adoption ban.", "RUS", "adoption", "for"),
    ("called off", "Ankara called off the ceasefire in Libya.", "TUR", "libya", "against"),
    ("sees no need", "Turkey sees no need for a missile shield.", "TUR", "missile-defence", "against"),
    ("summoned over", "Ankara summoned the envoy over the adoption ban.", "TUR", "adoption", "against"),
    ("ready for", "Damascus is ready for talks on its chemical weapons.", "SYR", "chemical-weapons",
     "for"),
    ("granted", "Russia granted asylum to Edward Snowden.", "RUS", "snowden", "for"),
    ("supplied arms", "Russia has supplied weapons to Syria.", "RUS", "arms-sales",
     "for"),
    ("would not", "Russia would not hand over Snowden.", "RUS", "snowden", "against"),
    ("neither nor", "Russia has welcomed neither the missile shield nor the radar.", "RUS",
     "missile-defence", "against"),
    ("agreed on", "Russia agreed on a plan for Syria's chemical weapons.", "RUS", "chemical-weapons",
     "for"),
    ("applied to", "Syria applied to join the Chemical Weapons Convention.", "SYR", "chemical-weapons",
     "for"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "state", "issue", "polarity"),
    [row[1:] for row in OUTLETS],
    ids=[row[0] for row in OUTLETS],
)
def test_what_the_outlet_tells(text: str, state: str, issue: str, polarity: str) -> None:
    (row,) = positions(text)
    assert (row.actor.state, row.issue, row.polarity) == (state, f"issue:{issue}", polarity)


REPORTED = [
    ("pledge", "Russia would go on helping Syria", "for"),
    ("refusal", "Russia would not abandon Syria", "against"),
    ("cannot", "the shield in Syria cannot be left out", "against"),
    ("no part", "the rebels could have no part in a Syrian government", "against"),
    ("no solution", "there is no military solution in Syria", "against"),
    ("would be", "a strike on Syria would be an act of aggression", "against"),
    ("aim", "the aim was to hold a conference on Syria", "for"),
    ("charge", "the Americans were not ready to talk about Syria", "against"),
    ("both", "both governments were deeply committed to a conference on Syria", "for"),
]


@pytest.mark.parametrize(
    ("words", "polarity"), [row[1:] for row in REPORTED], ids=[row[0] for row in REPORTED]
)
def test_what_an_official_says(words: str, polarity: str) -> None:
    (row,) = positions(f"Garin said that {words}.", Said(words, MINISTER))
    assert (row.actor.state, row.issue, row.polarity) == ("RUS", "issue:syria", polarity)


@pytest.mark.parametrize("words", [row[1] for row in REPORTED], ids=[row[0] for row in REPORTED])
def test_an_expert_holds_none_of_them(words: str) -> None:
    assert positions(f"Sobol said that {words}.", Said(words, EXPERT)) == ()


NONE = [
    "Russia described the talks on Syria as constructive.",
    "The United States called the conversation on Syria candid and constructive.",
    ("asked whether", "Washington asked whether Assad would leave."),
    ("asked about", "Ankara asked about Syria."),
    ("agreed to meet", "Moscow and Washington agreed to meet on Syria."),
    ("offered no comment", "Moscow offered no comment on Syria."),
    ("at odds for years", "Moscow and Washington have been at odds over Syria for two years."),
    ("sees a chance", "Ankara sees a chance of peace in Syria."),
    ("called without verdict", "Ankara called the Syrian president a neighbour."),
    ("granted an interview", "Assad granted an interview on Syria."),
    ("outlet's pledge", "Russia will help Syria."),
    ("more willing", "Ankara was more willing to talk when Syria was calm."),
]


@pytest.mark.parametrize("text", [row[1] for row in NONE], ids=[row[0] for row in NONE])
def test_what_takes_no_side(text: str) -> None:
    assert positions(text) == ()


def test_two_who_press_together_are_two_rows() -> None:
    rows = positions("Britain and France had pressed for an end to the arms embargo.")
    assert [row.actor.state for row in rows] == ["GBR", "FRA"]
    assert len({row.claim for row in rows}) == 1


def test_two_who_say_it_together_are_two_rows() -> None:
    words = "Russia and the United States would try to end the war in Syria"
    rows = positions(
        f"Garin and Calder said that {words}.", Said(words, MINISTER), Said(words, AMERICAN)
    )
    assert {row.actor.state for row in rows} == {"RUS", "USA"}


def test_a_claim_ends_where_something_else_is_said() -> None:
    (row,) = positions("Turkey rejected the plan for Syria and said that it was late.")
    assert row.claim == "rejected the plan for Syria"


def test_words_before_the_verb_that_are_not_its_own_stay_out() -> None:
    (row,) = positions(
        "A month ago in Rome Chancellor Angela Merkel proposed to cut deployed warheads."
    )
    assert row.claim == "proposed to cut deployed warheads"


def paragraphs(*texts: str) -> tuple[Position, ...]:
    article = article_of(*texts)
    parse = annotate(article, view_of(article))
    return find_positions(parse, find_mentions(parse, registry()), (), (), ())


CONTEXT = [
    ("sentence before", ("Syria keeps sarin. Turkey welcomed the plan.",), "chemical-weapons"),
    ("paragraph before", ("Syria keeps sarin.", "Turkey welcomed the plan."), "chemical-weapons"),
    ("pronoun", ("Some say that Syria used sarin. Damascus denies it.",), "chemical-weapons"),
    (
        "not one's own country",
        ("The sarin must go, said the guests.", "Syria's government welcomed the plan."),
        "chemical-weapons",
    ),
]


@pytest.mark.parametrize(
    ("texts", "issue"), [row[1:] for row in CONTEXT], ids=[row[0] for row in CONTEXT]
)
def test_what_the_words_take_up(texts: tuple[str, ...], issue: str) -> None:
    rows = paragraphs(*texts)
    assert rows[-1].issue == f"issue:{issue}"


@pytest.mark.parametrize(
    "texts",
    [
        ("Syria keeps sarin.", "Turkey castigated Anton Garin."),
        ("Syria keeps sarin.", "Turkey wants a letter with eight signatures."),
    ],
    ids=["a name", "something new"],
)
def test_words_that_point_nowhere_take_up_nothing(texts: tuple[str, ...]) -> None:
    assert paragraphs(*texts) == ()


def test_leaders_of_a_body_stand_for_it() -> None:
    rows = positions("The leaders of NATO called for an end to the war in Syria.")
    assert [row.actor.name for row in rows] in (["NATO"], ["North Atlantic Treaty Organization"])


def test_nobody_unknown_has_a_position() -> None:
    who = Participant("She", "She", None, "unknown")
    words = "Syria must give up its sarin"
    assert positions(f"She said that {words}.", Said(words, who)) == ()
