"""Sides read out of whole passages: whose they are, on what, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from detente.annotate import annotate
from detente.pipeline import extract
from detente.records import Position
from tests.factories import article_of, view_of

Row = tuple[str, str, str]


def positions(*texts: str) -> tuple[Position, ...]:
    article = article_of(*texts, published=date(2014, 5, 6))
    return extract(annotate(article, view_of(article))).positions


def sides(*texts: str) -> set[Row]:
    """Return who takes which side on what: the state, else the name, the issue and the polarity."""
    return {
        (row.actor.state or row.actor.name, row.issue.removeprefix("issue:"), row.polarity)
        for row in positions(*texts)
    }


G20 = "G-20"
UNSC = "UN Security Council"
WHO = [
    ("leaders of a body", "The leaders of the G20 called for an end to the oil embargo on Iraq.",
     {(G20, "oil", "for")}),
    ("an organ of a body", "The executive board of the World Trade Organization approved the new steel "
     "tariffs.", {("World Trade Organization", "trade", "for")}),
    ("they take up the leaders", "The leaders of the G20 met in Cannes. They condemned the oil embargo "
     "on Iraq.", {(G20, "oil", "against")}),
    ("a resolution of the council", "The U.N. Security Council met on Monday. The resolution calls for "
     "a ceasefire in Libya.", {(UNSC, "libya", "for")}),
    ("they are the two before", "Chancellor Angela Merkel and President François Hollande met. "
     "They condemned the annexation of Crimea.",
     {("DEU", "crimea", "against"), ("FRA", "crimea", "against")}),
    ("two joined by and", "Turkish President Recep Tayyip Erdogan and Greek Prime Minister Antonis "
     "Samaras opposed the oil embargo on Iraq.",
     {("TUR", "oil", "against"), ("GRC", "oil", "against")}),
    ("agreed together", "Russian Foreign Minister Sergei Lavrov said that Moscow and Ankara agreed on "
     "the need for a ceasefire in Syria.", {("RUS", "syria", "for"), ("TUR", "syria", "for")}),
    ("a spokesman of the man", "U.N. Secretary-General Ban Ki-moon was alarmed by the shelling of "
     "Aleppo, his spokesman said.", {("Ban Ki-moon", "syria", "against")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in WHO], ids=[row[0] for row in WHO])
def test_whose_it_is(text: str, wanted: set[Row]) -> None:
    assert sides(text) == wanted


NOBODY = [
    ("leaders of nothing named", "The leaders of the strike called for an end to the oil embargo."),
    ("an organ of a firm", "The board of the Harbour Savings Bank approved the new steel tariffs."),
    ("they after one man", "The mayor of Tartu spoke. They condemned the oil embargo on Iraq."),
    ("they in another paragraph's stead", "They condemned the oil embargo on Iraq."),
    ("a resolution without the council", "The resolution calls for a ceasefire in Libya."),
    ("a parliament's resolution", "The U.N. Security Council met on Monday. The Riga resolution calls "
     "for a ceasefire in Libya."),
    ("the one whose case it is", "Edward Snowden called his case a setback to Russia."),
]  # fmt: skip


@pytest.mark.parametrize("text", [row[1] for row in NOBODY], ids=[row[0] for row in NOBODY])
def test_whose_it_is_not(text: str) -> None:
    assert positions(text) == ()


WORDS = [
    ("would have to", "Russian Foreign Minister Sergei Lavrov said that the rebels in Syria would have "
     "to lay down their arms.", {("RUS", "syria", "for")}),
    ("a thing harms", "Russian Foreign Minister Sergei Lavrov said that the strike undermined the "
     "peace conference on Syria.", {("RUS", "syria", "against")}),
    ("no cause for alarm", "Turkey sees no cause for alarm over the steel tariffs.",
     {("TUR", "trade", "for")}),
    ("no reason to", "Turkey sees no reason to lift the steel tariffs.", {("TUR", "trade", "against")}),
    ("nothing less than", "U.S. Secretary of State John Kerry said that on the sarin there could be no "
     "room for anything less than full disclosure.", {("USA", "chemical-weapons", "for")}),
    ("no room", "U.S. Secretary of State John Kerry said that there could be no room for sarin in a "
     "new Syria.", {("USA", "chemical-weapons", "against")}),
    ("a law by its name", "The quarrel over the U.S. Magnitsky Act went on.",
     {("USA", "magnitsky", "for")}),
    ("finding ways", "U.S. Secretary of State John Kerry said that Washington was finding ways to go "
     "on supporting the rebels in Syria.", {("USA", "syria", "for")}),
    ("wished to be rid of", "Turkey wished to be rid of the oil embargo on Iraq.",
     {("TUR", "oil", "for")}),
    ("to whom it granted", "He met the banker, to whom Ecuador granted asylum.",
     {("ECU", "extradition", "for")}),
    ("surprising that it should", "Russian Foreign Minister Sergei Lavrov said it was surprising that "
     "the sanctions on Iran should go on for another year.", {("RUS", "sanctions", "against")}),
    ("agreed that it must", "Turkey agreed that Syria must hand over its sarin.",
     {("TUR", "chemical-weapons", "for")}),
    ("alarmed", "Turkey was alarmed about the shelling of Aleppo.", {("TUR", "syria", "against")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_the_words_that_take_a_side(text: str, wanted: set[Row]) -> None:
    assert sides(text) == wanted


SIDELESS = [
    ("have yet to", "Russia and Turkey have yet to settle who comes to the conference on Syria."),
    ("all will have to wait", "Russian Foreign Minister Sergei Lavrov said that everybody would have "
     "to wait for the vote on Syria."),
    ("a flood harms", "Turkey reported that the flood damaged the bridges of Aleppo."),
    ("finding ways in general", "Turkey was finding ways to the sea of Syria."),
    ("a law of nobody", "The quarrel over the Magnitsky Act went on."),
    ("a law without a matter", "The quarrel over the U.S. Judiciary Act went on in Syria."),
    ("alarmed at what may come", "Turkey is alarmed about what might happen after NATO leaves."),
    ("where they are", "There is Kabul, where the Turks are alarmed about what NATO may do."),
    ("not alarmed", "Turkey was not alarmed about the shelling of Aleppo."),
    ("nothing was signed", "In Damascus no treaty was signed by Turkey."),
    ("go on working", "Russia left the talks on Syria. Minister Sergei Lavrov said that men should go "
     "on working."),
    ("sit together", "Russia and Turkey want to sit together again after the talks on Syria."),
    ("video conferences", "Turkey agreed to hold regular video conferences after the talks on Syria."),
    ("get along", "Russian President Vladimir Putin denied that the two do not get along, said a "
     "paper on Syria."),
    ("the play", "After the talks on Syria Turkey praised the production to its own press."),
    ("what he wants", "On Syria nobody knows what Russia wants."),
    ("refused to eat", "In Aleppo the Syrian minister refused to eat."),
    ("a visit called off", "Turkey cancels its visit to Syria.\n"),
]  # fmt: skip


@pytest.mark.parametrize("text", [row[1] for row in SIDELESS], ids=[row[0] for row in SIDELESS])
def test_words_that_take_none(text: str) -> None:
    assert positions(text) == ()


def test_backing_a_visit_s_end_is_no_side_and_backing_a_deed_is() -> None:
    backs = "On Syria, the Turkish government supported the decision."
    called_off = "President Vladimir Putin has cancelled a visit to Ankara in the quarrel over Syria."
    assert sides(called_off, backs) == set()
    deed = "President Vladimir Putin has sent arms to the government in the quarrel over Syria."
    assert ("TUR", "syria", "for") in sides(deed, backs)


def test_what_is_told_in_an_interview_counts_and_what_its_guest_thinks_does_not() -> None:
    found = sides(
        "Ilya Sobol teaches history in Tartu.",
        "Q: What is left of the talks on warheads?",
        "A: Little. Russia opposes the new sanctions on Iran. I condemn the sanctions on Iran myself.",
    )
    assert found == {("RUS", "sanctions", "against")}


def test_a_duty_keeps_the_subject_that_stands_apart_from_it() -> None:
    (row,) = positions("Turkey accepted that the government in Damascus had sarin and must give it up.")
    assert row.claim == "the government must give it up"


def test_what_is_added_after_but_is_no_part_of_the_claim() -> None:
    (row,) = positions("Turkey remains committed to a conference on Syria but has told nobody when.")
    assert row.claim == "remains committed to a conference on Syria"


LISTS = [
    ("three, each with for", "Turkey called for a conference on Syria, for patience, and for an "
     "inquiry into the sarin attack.", {"syria", "chemical-weapons"}),
    ("one aim", "Turkey called for an inquiry into the sarin attack in Syria.", {"chemical-weapons"}),
    ("whom it calls on is none", "Turkey called on Syria to agree on an inquiry into the sarin attack, "
     "and on its end.", {"chemical-weapons"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS])
def test_a_list_of_aims(text: str, wanted: set[str]) -> None:
    assert {row.issue.removeprefix("issue:") for row in positions(text)} == wanted


DATES = [
    ("of the deed", "On 2 May 2014 Turkey lifted the oil embargo on Iraq.", date(2014, 5, 2)),
    ("of another clause", "Turkey lifted the oil embargo on Iraq, which it had laid down in May 2003.",
     date(2014, 5, 6)),
    ("a length of time", "Turkey has in recent years vetoed the oil embargo on Iraq.",
     date(2014, 5, 6)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), [row[1:] for row in DATES], ids=[row[0] for row in DATES])
def test_the_day_is_that_of_the_deed(text: str, day: date) -> None:
    assert {row.date.end for row in positions(text)} == {day}
