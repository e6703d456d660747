"""What watchers say of others' calendars, whose thoughts are told, quotations begun elsewhere."""

from __future__ import annotations

import dataclasses

import pytest

from detente.extract.forecasts import find_forecasts
from detente.records import Forecast, Participant
from tests.unit.extract.reported import EXPERT, MINISTER, Said, told


def forecasts(text: str, *said: Said) -> tuple[Forecast, ...]:
    parse, cast, statements = told(text, *said)
    return find_forecasts(parse, cast, (), statements)


CALENDAR = [
    ("come", "The president will come to Tartu"),
    ("will not come", "The president will not come to Tartu"),
    ("passive", "The treaty will be signed before the summer"),
    ("gathering", "The conference will open in Geneva"),
    ("publish", "Moscow will publish the list within a week"),
    ("shall hear", "We shall hear of a date before the summer"),
    ("there may be", "There may be a date for the conference"),
]


@pytest.mark.parametrize("words", [row[1] for row in CALENDAR], ids=[row[0] for row in CALENDAR])
def test_a_watcher_foretells_what_others_plan(words: str) -> None:
    (row,) = forecasts(f'"{words}," Ilya Sobol said.', Said(words, EXPERT, kind="direct"))
    assert (row.claim, row.forecaster.name) == (words, "Ilya Sobol")


@pytest.mark.parametrize(
    "words", [row[1] for row in CALENDAR[:5]], ids=[row[0] for row in CALENDAR[:5]]
)
def test_a_minister_announces_it(words: str) -> None:
    assert forecasts(f'"{words}," Garin said.', Said(words, MINISTER, kind="direct")) == ()


OWN_WORDS = [
    ("I expect", "I expect the conference to open in June", "the conference to open in June"),
    ("I should expect", "I should expect somebody to build a ladder", "somebody to build a ladder"),
    ("expect a thing", "I expect a serious paper on arms", "a serious paper on arms"),
    (
        "surprised",
        "I would be surprised if either side had a date",
        "I would be surprised if either side had a date",
    ),
    ("do not see", "I do not see him leaving in July", "I do not see him leaving in July"),
    ("be relieved", "Congress would be relieved by a delay", "Congress would be relieved by a delay"),
]


@pytest.mark.parametrize(
    ("words", "claim"), [row[1:] for row in OWN_WORDS], ids=[row[0] for row in OWN_WORDS]
)
def test_a_watcher_in_the_first_person(words: str, claim: str) -> None:
    (row,) = forecasts(f'"{words}," Ilya Sobol said.', Said(words, EXPERT, kind="direct"))
    assert (row.claim, row.forecaster.name) == (claim, "Ilya Sobol")


NONE = [
    ("recalled", "Sobol had said that the talks would fail.", "the talks would fail", EXPERT, "said"),
    (
        "recalled by oneself",
        "Sobol said: I said in May that there would be a date.",
        "I said in May that there would be a date",
        EXPERT,
        "said:",
    ),
    (
        "assured",
        "Garin said that the prisoner will not be harmed.",
        "the prisoner will not be harmed",
        MINISTER,
        "said",
    ),
    (
        "threat",
        "Garin said that if Damascus cheated, the Security Council would impose sanctions.",
        "if Damascus cheated, the Security Council would impose sanctions",
        MINISTER,
        "said",
    ),
    (
        "forbidden",
        "Garin said that Americans may not enter the country.",
        "Americans may not enter the country",
        MINISTER,
        "said",
    ),
    (
        "duty",
        "Garin said that any breach would have to be proved.",
        "any breach would have to be proved",
        MINISTER,
        "said",
    ),
    (
        "a document",
        "The text said that the matter will go to the council.",
        "the matter will go to the council",
        Participant("the framework", "the framework", None, "unknown"),
        "said",
    ),
    (
        "an unresolved pronoun",
        "She said that the talks would fail.",
        "the talks would fail",
        Participant("She", "She", None, "unknown"),
        "said",
    ),
]


@pytest.mark.parametrize(
    ("text", "words", "who", "cue"), [row[1:] for row in NONE], ids=[row[0] for row in NONE]
)
def test_no_forecast(text: str, words: str, who: Participant, cue: str) -> None:
    assert forecasts(text, Said(words, who, cue)) == ()


OUTLETS_OWN = [
    ("law", "The convention will enter into force in October."),
    ("whoever", "Whoever has seen it will call that bold."),
    ("had seemed", "The war had seemed certain to spread."),
    ("the four", "The four will talk about Syria."),
    ("come to a place", "The president will still come to Tartu."),
    ("hint", "They read it for a hint that Moscow might drop Assad."),
]


@pytest.mark.parametrize("text", [row[1] for row in OUTLETS_OWN], ids=[row[0] for row in OUTLETS_OWN])
def test_the_outlet_foretells_nothing(text: str) -> None:
    assert forecasts(text) == ()


THOUGHTS = [
    ("does not think", "Sergei Lavrov does not think that the talks will be short.", "short"),
    ("confident", "Sergei Lavrov remains confident: the talks will be short.", "short"),
]


@pytest.mark.parametrize(
    ("text", "end"), [row[1:] for row in THOUGHTS], ids=[row[0] for row in THOUGHTS]
)
def test_whose_thought_the_outlet_tells(text: str, end: str) -> None:
    (row,) = forecasts(text)
    assert row.forecaster.name == "Sergei Lavrov"
    assert row.claim.endswith(end)
    assert ":" not in row.claim


def test_a_quotation_opened_by_a_colon_is_its_openers() -> None:
    (row,) = forecasts(
        'Of the talks Sergei Lavrov spoke with caution: "They will fail at least twice."'
    )
    assert (row.forecaster.name, row.claim) == ("Sergei Lavrov", "They will fail at least twice")


def test_a_quotation_goes_on_with_the_last_speaker() -> None:
    words = "Nobody is in a hurry"
    text = f'"{words}," Sobol said. "The talks will fail within a year."'
    (row,) = forecasts(text, Said(words, EXPERT, kind="direct"))
    assert (row.forecaster.name, row.claim) == ("Ilya Sobol", "The talks will fail within a year")


def test_a_quotation_after_another_name_is_nobodys() -> None:
    words = "Nobody is in a hurry"
    text = f'"{words}," Sobol said. Sergei Lavrov smiled. "The talks will fail."'
    named = dataclasses.replace(EXPERT, actor_id=None)
    assert forecasts(text, Said(words, named, kind="direct")) == ()


@pytest.mark.parametrize(
    ("opened", "closed"), [("“", "”"), ('"', '"'), ("„", "“")], ids=["curly", "plain", "german"]
)
def test_a_mark_inside_a_claim_is_closed(opened: str, closed: str) -> None:
    words = f"the list will fail {opened}with holes in it{closed}"
    (row,) = forecasts(f"Sobol said that {words}.", Said(words, EXPERT, kind="mixed"))
    assert row.claim == words


ELLIPSES = [
    ("joined", "now only Vargo can answer, and Vargo won’t", 1),
    ("said again", "he will be asked whether he met them, and every visitor will", 1),
    ("able", "now only Vargo can answer, and Vargo can", 0),
    ("a duty", "now only Vargo can answer, and Vargo must", 0),
]


@pytest.mark.parametrize(
    ("words", "count"), [row[1:] for row in ELLIPSES], ids=[row[0] for row in ELLIPSES]
)
def test_a_claim_may_end_with_its_modal(words: str, count: int) -> None:
    found = forecasts(f'"{words}," Ilya Sobol said.', Said(words, EXPERT, kind="direct"))
    assert len(found) == count
