"""Events that several reports tell: which are one."""

from __future__ import annotations

from datetime import date

import pytest

from detente.knowledge.event_pairs import chances
from detente.link.coreference import events, same_acts
from detente.link.event_mentions import EventMention, event_mention, features, setting_of
from detente.pipeline import extract_all
from tests.factories import article_of

DAY = date(2020, 10, 12)


def mention(key: str, sentence: str, words: str, article: str = "") -> EventMention:
    start = sentence.index(words)
    return event_mention(key, article or key, sentence, start, start + len(words))


def chance(left: EventMention, right: EventMention) -> float:
    import numpy as np

    setting = setting_of([left, right], {})
    return float(chances(np.array([features(left, right, setting)]))[0])


HEADS = [
    ("Norway expelled two envoys.", "expelled", "expelled"),
    ("They took part in it.", "took part", "part"),
    ("A decision was made.", "made", "made"),
    ("The Attack came at dawn.", "Attack", "attack"),
    ("The call-up came.", "call-up", "call-up"),
]


@pytest.mark.parametrize(("sentence", "words", "head"), HEADS, ids=[row[1] for row in HEADS])
def test_the_head_is_the_word_that_names_it(sentence: str, words: str, head: str) -> None:
    assert mention("1", sentence, words).head == head


def test_the_words_themselves_are_no_part_of_what_is_around() -> None:
    found = mention("1", "Norway expelled two envoys of Chad.", "expelled")
    assert "expelled" not in {word.key for word in found.sentence.words}
    assert {word.key for word in found.sentence.words} == {"=NOR", "envoys", "=TCD"}


LIKELIER = [
    (
        "the same words",
        ("Norway expelled two envoys of Chad.", "expelled"),
        ("Norway expelled envoys of Chad in May.", "expelled"),
        ("Norway sold fish to Chad.", "sold"),
    ),
    (
        "other words of one meaning",
        ("Norway expelled two envoys of Chad.", "expelled"),
        ("The expulsion of the Chadian envoys by Norway was no surprise.", "expulsion"),
        ("Norway sold fish to Chad.", "sold"),
    ),
    (
        "the same word of the same thing",
        ("Rebels attacked the port of Bosaso.", "attacked"),
        ("The port of Bosaso was attacked by rebels.", "attacked"),
        ("A minister attacked the price of bread.", "attacked"),
    ),
]


@pytest.mark.parametrize(
    ("one", "same", "other"), [row[1:] for row in LIKELIER], ids=[row[0] for row in LIKELIER]
)
def test_mentions_of_one_event_are_likelier_one(
    one: tuple[str, str], same: tuple[str, str], other: tuple[str, str]
) -> None:
    left = mention("1", *one)
    assert chance(left, mention("2", *same)) > chance(left, mention("3", *other))


def test_a_chance_goes_both_ways() -> None:
    left, right = mention("1", *LIKELIER[0][1]), mention("2", *LIKELIER[0][2])
    assert chance(left, right) == pytest.approx(chance(right, left))


def test_mentions_become_the_events_they_are_of() -> None:
    told = [
        mention("1", "Norway expelled two envoys of Chad.", "expelled"),
        mention("2", "Norway has expelled two envoys of Chad.", "expelled"),
        mention("3", "Norway sold fish to Chad.", "sold"),
    ]
    assert events(told, {}) == {"1": "1", "2": "1", "3": "3"}


def test_no_mentions_are_no_events() -> None:
    assert events([], {}) == {}
    assert same_acts([]) == []


def acts(*texts: str) -> list[set[str]]:
    articles = [
        article_of(text, published=DAY, outlet=f"Outlet {at}", path=f"{at}.txt")
        for at, text in enumerate(texts)
    ]
    read = list(extract_all(articles))
    paths = {one.article.id: one.article.path for one in read}
    return [{paths[row.article] for row in group} for group in same_acts(read)]


def test_one_act_of_two_reports_is_together() -> None:
    found = acts(
        "Norway expelled four diplomats of Chad over a spying case.",
        "Norway has expelled four Chadian diplomats over the spying case.",
    )
    assert {"0.txt", "1.txt"} in found


NOT_ONE = [
    (
        "other parties",
        "Norway expelled four diplomats of Chad.",
        "Peru expelled four diplomats of Cuba.",
    ),
    ("other acts", "Norway expelled four diplomats of Chad.", "Norway gave Chad four ships."),
    (
        "denied",
        "Norway expelled four diplomats of Chad.",
        "Norway did not expel four diplomats of Chad.",
    ),
    (
        "other days",
        "Norway expelled four diplomats of Chad on 3 May 2020.",
        "Norway expelled four diplomats of Chad on 9 August 2020.",
    ),
]


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in NOT_ONE], ids=[r[0] for r in NOT_ONE])
def test_acts_that_cannot_be_one_stay_apart(left: str, right: str) -> None:
    assert all(len(group) == 1 for group in acts(left, right))


def test_contacts_are_rows_of_their_own() -> None:
    text = "The foreign ministers of Norway and Chad met in Oslo on Monday."
    assert acts(text, text.replace("met", "talked")) == []
