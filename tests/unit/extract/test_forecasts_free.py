"""Free indirect speech, claims told twice, and clauses that hold no claim of their own."""

from __future__ import annotations

from datetime import date

import pytest

from detente.pipeline import extract
from tests.factories import parse_of

_DAY = date(2019, 3, 4)
_EXPERT = "Marta Wolny, who teaches law at the Harbour Institute, said the court was slow."


def told(text: str) -> list[tuple[str, str]]:
    """Return forecaster and claim of each forecast of a paragraph."""
    found = extract(parse_of(*text.split("\n\n"), published=_DAY))
    return [(one.forecaster.name, one.claim) for one in found.forecasts]


FREE = [
    ("would", "The judges would reject the appeal.", "The judges would reject the appeal"),
    ("could", "There could be a hearing within a month.", "There could be a hearing within a month"),
    ("might", "Peru might withdraw its ships by May.", "Peru might withdraw its ships by May"),
]


@pytest.mark.parametrize(("text", "claim"), [r[1:] for r in FREE], ids=[r[0] for r in FREE])
def test_an_expert_s_words_go_on_without_a_cue(text: str, claim: str) -> None:
    assert told(f"{_EXPERT} {text}") == [("Marta Wolny", claim)]


def test_they_go_on_over_two_sentences() -> None:
    rows = told(f"{_EXPERT} The judges would take months. They would reject the appeal in the end.")
    assert [who for who, _ in rows] == ["Marta Wolny", "Marta Wolny"]


@pytest.mark.parametrize(
    "text",
    [
        "The court met in May. The judges would reject the appeal.",
        "German Chancellor Angela Merkel said the court was slow. The judges would reject the appeal.",
    ],
    ids=["nobody speaks", "an official's plans"],
)
def test_nobody_else_s_words_do(text: str) -> None:
    assert told(text) == []


def test_a_new_paragraph_ends_them() -> None:
    assert told(f"{_EXPERT}\n\nThe judges would reject the appeal.") == []


def test_the_future_after_a_tag_in_the_present() -> None:
    text = (
        "Relations will not be restored this year, Marta Wolny believes. "
        "The next government will hardly be the first to call."
    )
    assert [who for who, _ in told(text)] == ["Marta Wolny", "Marta Wolny"]


def test_a_tag_inside_the_claim() -> None:
    text = "If the vote is lost, said Marta Wolny, nobody in Lima will speak of the treaty again."
    ((who, claim),) = told(text)
    assert who == "Marta Wolny"
    assert "nobody in Lima will speak of the treaty again" in claim


TWICE = [
    ("yes and no", '"They may exchange letters. They will not exchange visits," said Marta Wolny.', 1),
    ("or", '"The games will not be held. Or they will be held abroad," said Marta Wolny.', 1),
    (
        "two claims",
        '"They may exchange letters. The fishermen will return in May," said Marta Wolny.',
        2,
    ),
    ("two times", '"They will sue by May. They will win by June," said Marta Wolny.', 2),
]


@pytest.mark.parametrize(("text", "number"), [r[1:] for r in TWICE], ids=[r[0] for r in TWICE])
def test_a_claim_told_twice_is_one(text: str, number: int) -> None:
    assert len(told(text)) == number


def test_what_there_will_be_and_how_is_one_claim() -> None:
    ((_, claim),) = told(
        '"There will be a second letter, and it will take until the summer," said Marta Wolny.'
    )
    assert claim == "There will be a second letter, and it will take until the summer"


EMPTY = [
    ("do it", '"They may do it," said Marta Wolny.'),
    ("takes up", '"That is more likely than not," said Marta Wolny.'),
    ("always comes", '"September will come," said Marta Wolny.'),
    ("finds out", '"She will find that out," said Marta Wolny.'),
    ("nobody could", '"Nobody could settle it without the fishermen," said Marta Wolny.'),
    ("which is meant", "Marta Wolny recalled the words that will stay."),
    ("a way that", "They look for a way that would not affect the sovereignty of any state."),
    ("there never will", "Lima says there is no secret channel and there never will be."),
    ("a risk of old", "Marta Wolny said there had been a real risk that the man would flee."),
]


@pytest.mark.parametrize("text", [r[1] for r in EMPTY], ids=[r[0] for r in EMPTY])
def test_no_claim_of_its_own(text: str) -> None:
    assert told(text) == []


def test_a_conference_that_will_begin_has_a_day() -> None:
    rows = told('"There will be a conference that will begin in June," said Marta Wolny.')
    assert len(rows) == 1


WAGERED = [
    ("bet", "Marta Wolny bet her brother a lunch that no ship would sail before the summer."),
    ("expects them to", "Marta Wolny expects the fishermen to ask for the islands back."),
]


@pytest.mark.parametrize("text", [r[1] for r in WAGERED], ids=[r[0] for r in WAGERED])
def test_a_wager_and_an_expectation(text: str) -> None:
    assert [who for who, _ in told(text)] == ["Marta Wolny"]
