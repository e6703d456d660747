"""Sides that announcements, breaks, charges and verdicts take, and wordings that take none."""

from __future__ import annotations

import pytest

from detente.extract.positions import find_positions
from detente.records import Position
from tests.unit.extract.reported import EXPERT, MINISTER, Said, told


def positions(text: str, *said: Said) -> tuple[Position, ...]:
    parse, cast, statements = told(text, *said)
    return find_positions(parse, cast, (), statements, ())


TOLD = [
    ("announced a deed", "Turkey announced the resumption of trade talks.", "for"),
    ("announced it will end", "Turkey announced that it would lift the oil embargo.", "against"),
    ("announced it will", "Turkey announced that it would ratify the trade agreement.", "for"),
    ("announced it will not end", "Turkey announced that it would not lift the oil embargo.", "for"),
    ("announced it will not", "Turkey announced that it would not ratify the trade deal.", "against"),
    ("broke off", "Turkey broke off diplomatic relations with Syria.", "against"),
    ("cut ties", "Turkey cut ties with the Taliban in Kabul.", "against"),
    ("recalled", "Turkey recalled its ambassador from Damascus.", "against"),
    ("threatened to block", "Turkey has threatened to block the oil embargo.", "against"),
    ("hoped for", "Turkey hoped for an oil embargo.", "for"),
    ("would like", "Turkey would like the trade talks back.", "for"),
    ("no position", "Turkey takes no position on the annexation of Crimea.", "unclear"),
    ("insists that it stay", "Turkey insists that sanctions stay in place.", "for"),
    ("insists that it be lifted", "Turkey insists that the embargo be lifted.", "for"),
    ("described as", "Turkey described the trade deal as completely unjustified.", "against"),
    ("described as good", "Turkey described the trade deal as a milestone.", "for"),
    ("promised", "Turkey has promised to withdraw its troops from Syria.", "for"),
    ("nothing to negotiate", "Turkey has nothing to negotiate on Crimea.", "against"),
    ("over objections", "The parliament in Riga met over Turkish objections to the oil embargo.",
     "against"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "polarity"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD])
def test_what_the_outlet_tells(text: str, polarity: str) -> None:
    rows = positions(text)
    assert [(row.actor.state, row.polarity) for row in rows] == [("TUR", polarity)]


NONE = [
    ("announced a date", "Turkey announced a date for the trade talks."),
    ("announced what others do", "Turkey announced that the oil embargo would end."),
    ("announced a meeting", "Turkey announced that it would discuss the oil embargo."),
    ("broke a record", "Turkey broke its record in oil imports."),
    ("cut a price", "Turkey cut its oil price."),
    ("recalled an event", "Turkey recalled the annexation of Crimea."),
    ("promised to help", "Turkey promised to help."),
    ("threatened a deed", "Turkey threatened a neighbour of Syria."),
    ("described plainly", "Turkey described the trade deal as a document of forty pages."),
    ("takes a side", "Turkey takes the train to Crimea."),
    ("something to negotiate", "Turkey has little to negotiate on Crimea."),
]


@pytest.mark.parametrize("text", [row[1] for row in NONE], ids=[row[0] for row in NONE])
def test_what_takes_no_side(text: str) -> None:
    assert positions(text) == ()


SAID = [
    ("charge", "Turkey had violated the ceasefire in Syria", "against"),
    ("broken word", "Turkey had broken its promise on Syria", "against"),
    ("weak", "the Syrian peace plan was weak", "against"),
    ("repugnant", "the picture from Syria was repugnant", "against"),
    ("a farce", "the Syrian conference was a farce", "against"),
    ("not negotiable", "the demands on Syria were not negotiable", "against"),
    ("a relief", "the Syrian truce was a relief", "for"),
    ("own deed", "Russia would carry out the Syrian agreement", "for"),
    ("own act against", "Russia would suspend cooperation on Syria", "against"),
    ("would be willing", "Russia would be willing to mediate in Syria", "for"),
    ("attend", "Russia would attend the conference on Syria", "for"),
    ("aimed at us", "the missiles in Syria are aimed at Russia", "against"),
]


@pytest.mark.parametrize(("words", "polarity"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_what_an_official_says(words: str, polarity: str) -> None:
    rows = positions(f"Garin said that {words}.", Said(words, MINISTER))
    assert {(row.actor.state, row.polarity) for row in rows} == {("RUS", polarity)}


@pytest.mark.parametrize("words", [row[1] for row in SAID], ids=[row[0] for row in SAID])
def test_an_expert_holds_none_of_them(words: str) -> None:
    assert positions(f"Sobol said that {words}.", Said(words, EXPERT)) == ()


NOT_SAID = [
    ("not at us", "the missiles in Syria are not aimed at Russia"),
    ("at others", "the missiles in Syria are aimed at Turkey"),
    ("others' deed", "Turkey would carry out the Syrian agreement"),
    ("own violation", "Russia had violated the airspace of Syria"),
    ("willing if", "Turkey would be willing to mediate in Syria if it were asked"),
]


@pytest.mark.parametrize("words", [row[1] for row in NOT_SAID], ids=[row[0] for row in NOT_SAID])
def test_what_an_official_says_without_a_side(words: str) -> None:
    assert positions(f"Garin said that {words}.", Said(words, MINISTER)) == ()


EMPTY = [
    ("one", "Turkey does not want one, said papers on Syria."),
    ("nothing", "Turkey demanded nothing of Syria."),
    ("agreed on nothing", "Turkey agreed on nothing that has held in Syria."),
    ("ready to move", "Turkey is ready to move ahead, papers on Syria say."),
    ("void promise", "Turkey vowed to go on."),
]


@pytest.mark.parametrize("text", [row[1] for row in EMPTY], ids=[row[0] for row in EMPTY])
def test_a_side_needs_what_is_wanted(text: str) -> None:
    assert positions(text) == ()


FULL = [
    ("it", "Syria has an oil embargo. Turkey wants it.", "for"),
    ("them", "There are sanctions on Syria. Turkey opposes them.", "against"),
    ("ready to talk", "Turkey is ready to talk about Syria.", "for"),
    ("ready to go to", "Turkey is ready to go to a conference on Syria.", "for"),
]


@pytest.mark.parametrize(("text", "polarity"), [row[1:] for row in FULL], ids=[row[0] for row in FULL])
def test_a_pronoun_names_it(text: str, polarity: str) -> None:
    assert [row.polarity for row in positions(text)] == [polarity]


def test_what_is_broken_off_is_done_and_not_described() -> None:
    (row,) = positions("Turkey broke off diplomatic relations with Syria.")
    assert (row.basis, row.rule) == ("did", "position:act")


def test_a_government_in_its_minister_s_words_is_his_state() -> None:
    words = "the government rejected the Syrian peace plan"
    (row,) = positions(f"Garin said that {words}.", Said(words, MINISTER))
    assert row.actor.state == "RUS"
