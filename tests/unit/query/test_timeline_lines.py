"""Which sentence tells a day: one of its time before one that looks back, no caption."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from detente.query.choosing import FRESH, Told, choose
from detente.query.desk import desk_of
from detente.query.timeline import _captions, timeline_of
from detente.records import Extraction, Meeting, Participant, When
from tests.factories import article_of
from tests.unit.query import factories as made

DAY = date(2013, 5, 7)
SOON = "Kerry and Lavrov agreed in Moscow to call a conference on Syria."
BACK = "Kerry and Lavrov had agreed in Moscow on a conference on Syria, Iran and much else on May 7."


@pytest.mark.parametrize(
    ("after", "late", "text"),
    [
        (FRESH + 1, 1.0, BACK),
        (FRESH + 1, 0.5, SOON),
        (FRESH, 0.5, BACK),
        (1, 0.5, BACK),
    ],
    ids=["all alike", "at the time first", "still of the time", "two of the time"],
)
def test_what_looks_back_yields_to_what_was_printed_at_the_time(
    after: int, late: float, text: str
) -> None:
    told = [
        Told("a", 1, DAY + timedelta(1), DAY, SOON),
        *(Told(f"b{n}", 1, DAY + timedelta(after), DAY, BACK, "b") for n in range(3)),
    ]
    (entry,) = choose(told, days=1, late=late)
    assert entry.sentences[0].text == text


def test_what_alone_tells_a_day_tells_it_however_late() -> None:
    (entry,) = choose([Told("b", 1, DAY + timedelta(400), DAY, BACK)], days=3, late=0.1)
    assert entry.sentences[0].text == BACK


CAPTION = "John Kerry and Sergei Lavrov at their news conference in Moscow on Tuesday."


def read(*paragraphs: str | tuple[str, str]) -> Extraction:
    """Return an article of the day after, every line a sentence."""
    article = article_of(*paragraphs, published=DAY + timedelta(1), path="a.txt")
    return Extraction(article, tuple((line.start, line.end) for line in article.lines))


def days_of(*paragraphs: str | tuple[str, str], told: tuple[int, ...]) -> list[str]:
    """Return the lines of a timeline out of an article whose sentences `told` tell of a meeting."""
    of = read(*paragraphs)
    people = tuple(
        Participant(name, name, f"person:{name.lower()}", "person", state)
        for name, state in (("Kerry", "USA"), ("Lavrov", "RUS"))
    )
    meetings = tuple(
        Meeting(
            f"meeting:{number}", of.article.id, number, people, "meeting", None, When.day(DAY), (), (),
            "held", None, (), 0.9, "made",
            (made.evidence(of, of.article.text[slice(*of.sentences[number - 1])]),),
        )
        for number in told
    )  # fmt: skip
    of = replace(of, meetings=meetings)
    found = timeline_of([of], desk_of([of.article], (), made.reference()), days=5)
    return [line.text for day in found if day.day == DAY for line in day.lines]


def test_a_caption_tells_no_day_that_a_sentence_tells() -> None:
    lines = days_of(("title", "Talks"), ("caption", CAPTION), SOON, told=(2, 3))
    assert lines == [SOON]


def test_a_caption_alone_tells_a_day() -> None:
    lines = days_of(("title", "Talks"), ("caption", CAPTION), "Nothing else was said.", told=(2,))
    assert lines == [CAPTION]


def test_which_sentences_are_captions() -> None:
    of = read(("title", "Talks"), ("caption", CAPTION), SOON)
    assert [of.article.text[slice(*of.sentences[n - 1])] for n in _captions(of)] == [CAPTION]
    assert _captions(read(("title", "Talks"), SOON)) == frozenset()
