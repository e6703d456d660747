"""Which days a timeline has, and which sentences tell them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from evals.metrics.timelines import agreement
from evals.tasks.timeline import datewise

from detente.query.choosing import REPEATS, Entry, Told, choose

MOSCOW = date(2013, 5, 7)
CONFERENCE = "Kerry and Lavrov agreed in Moscow to call a conference on Syria."
AGAIN = "In Moscow Kerry and Lavrov had agreed that a conference on Syria be called."
WREATH = "Kerry laid a wreath at the tomb of the unknown soldier in Moscow."
SUMMIT = "Obama and Putin talked for two hours about Syria at the summit of the Group of Eight."
LATER = "Putin and Obama said at the summit that Syria needed a political settlement."
WEATHER = "The weather in the capital was unusually warm for the first week of May."


def said(
    text: str, article: str = "a", number: int = 9, after: int = 1, day: date | None = MOSCOW
) -> Told:
    return Told(article, number, (day or MOSCOW) + timedelta(after), day, text)


def days(entries: list[Entry]) -> list[date]:
    return [entry.day for entry in entries]


def test_nothing_told_is_no_timeline() -> None:
    assert choose([], days=5) == []


@pytest.mark.parametrize("text", ["Too short.", "word " * 61, "", "   "])
def test_a_sentence_too_short_or_long_never_stands(text: str) -> None:
    assert choose([said(text)], days=5) == []


@pytest.mark.parametrize("wanted", [0, 1, 2, 3, 10])
def test_no_more_days_than_asked_for(wanted: int) -> None:
    texts = zip((CONFERENCE, SUMMIT, WREATH), (0, 40, 80), strict=True)
    told = [said(text, day=MOSCOW + timedelta(after)) for text, after in texts]
    assert len(choose(told, days=wanted)) == min(wanted, 3)


def test_days_stand_in_order_of_time() -> None:
    told = [said(SUMMIT, day=MOSCOW + timedelta(41)), said(CONFERENCE)]
    assert days(choose(told, days=2)) == [MOSCOW, MOSCOW + timedelta(41)]


def test_what_is_still_told_later_makes_a_day() -> None:
    other = MOSCOW + timedelta(3)
    told = [
        *(said(CONFERENCE, article=f"n{n}", day=MOSCOW, after=n) for n in (14, 30)),
        *(said(CONFERENCE, article=f"o{n}", day=other, after=0) for n in (1, 2)),
    ]
    assert days(choose(told, days=1)) == [MOSCOW]


def test_two_articles_count_more_than_one_that_repeats_itself() -> None:
    other = MOSCOW + timedelta(3)
    told = [
        *(said(SUMMIT, article="one", number=9 + n, day=other) for n in range(3)),
        said(SUMMIT, article="two"),
        said(SUMMIT, article="three"),
    ]
    assert days(choose(told, days=1)) == [MOSCOW]


def test_a_remark_in_passing_makes_no_day() -> None:
    other = MOSCOW + timedelta(3)
    told = [
        *(said(text, article=text[:5]) for text in (CONFERENCE, AGAIN, SUMMIT, LATER)),
        said(WEATHER, article="w", day=other),
    ]
    assert days(choose(told, days=1)) == [MOSCOW]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, [MOSCOW, MOSCOW + timedelta(41)]),
        (MOSCOW + timedelta(1), None, [MOSCOW + timedelta(41)]),
        (None, MOSCOW, [MOSCOW]),
        (MOSCOW + timedelta(1), MOSCOW + timedelta(2), []),
        (MOSCOW, MOSCOW, [MOSCOW]),
    ],
)
def test_bounds_are_closed(first: date | None, last: date | None, expected: list[date]) -> None:
    told = [said(CONFERENCE), said(SUMMIT, day=MOSCOW + timedelta(41))]
    assert days(choose(told, days=9, first=first, last=last)) == expected


def test_one_sentence_says_it_once() -> None:
    told = [said(CONFERENCE, "a"), said(CONFERENCE, "b"), said(AGAIN, "c"), said(WREATH, "d")]
    (entry,) = choose(told, days=1, each=3)
    assert len({one.text for one in entry.sentences}) == len(entry.sentences) < 4
    assert 0 < REPEATS < 1


def test_a_sentence_tells_one_day_only() -> None:
    told = [said(CONFERENCE, "a"), said("Yesterday " + CONFERENCE, "b", day=MOSCOW + timedelta(1))]
    assert len(choose(told, days=5)) == 1


def test_a_reprint_changes_nothing() -> None:
    first = [
        Told("a", n, MOSCOW, MOSCOW + timedelta(n), text, origin="wire")
        for n, text in enumerate((CONFERENCE, SUMMIT, WREATH), 9)
    ]
    again = [Told("b", one.number, one.published, one.day, one.text, origin="wire") for one in first]
    plain, twice = choose(first, days=3), choose(first + again, days=3)
    assert [(one.day, one.weight) for one in plain] == [(one.day, one.weight) for one in twice]


def test_who_says_the_like_supports_it_once_an_article() -> None:
    told = [said(CONFERENCE, "a"), said(AGAIN, "b"), said(AGAIN, "b", number=12), said(WREATH, "c")]
    (entry,) = choose(told, days=1)
    assert entry.sentences[0].article in {"a", "b"}
    assert [one.article for one in entry.support] in (["b"], ["a"])


def test_a_lead_tells_of_the_day_before_it_where_the_day_is_told() -> None:
    lead = Told("a", 1, MOSCOW + timedelta(1), None, CONFERENCE)
    assert choose([lead], days=5) == []
    (entry,) = choose([lead, said(WREATH, "b")], days=5, each=2)
    assert {one.text for one in entry.sentences} == {CONFERENCE, WREATH}


def test_a_later_sentence_without_a_day_tells_of_none() -> None:
    assert choose([Told("a", 6, MOSCOW, None, CONFERENCE)], days=5) == []


def test_the_order_of_sentences_does_not_matter() -> None:
    told = [
        said(text, article=text[:6], after=n)
        for n, text in enumerate((CONFERENCE, AGAIN, WREATH, SUMMIT))
    ]
    assert choose(told, days=3, each=2) == choose(told[::-1], days=3, each=2)


def test_sentences_are_verbatim_and_weights_shares() -> None:
    told = [said(CONFERENCE), said(SUMMIT, day=MOSCOW + timedelta(41))]
    entries = choose(told, days=2)
    assert {one.text for entry in entries for one in entry.sentences} == {CONFERENCE, SUMMIT}
    assert max(entry.weight for entry in entries) == 1
    assert all(0 < entry.weight <= 1 for entry in entries)


class TestMeasure:
    """The measure by which timelines are scored, and the baseline they are compared with."""

    def test_a_timeline_agrees_with_itself(self) -> None:
        both = {MOSCOW: [CONFERENCE], MOSCOW + timedelta(41): [SUMMIT, WREATH]}
        found = agreement(both, both)
        assert (found.ar1, found.ar2, found.dates) == pytest.approx((1, 1, 1))

    @pytest.mark.parametrize("found", [{}, {MOSCOW: [WEATHER]}])
    def test_nothing_in_common_agrees_in_nothing(self, found: dict[date, list[str]]) -> None:
        score = agreement(found, {MOSCOW + timedelta(300): [SUMMIT]})
        assert (score.ar1, score.ar2, score.dates) == (0, 0, 0)

    def test_a_day_off_halves_it(self) -> None:
        score = agreement({MOSCOW + timedelta(1): [CONFERENCE]}, {MOSCOW: [CONFERENCE]})
        assert score.ar1 == pytest.approx(0.5)
        assert score.dates == 0

    def test_half_the_days(self) -> None:
        wanted = {MOSCOW: [CONFERENCE], MOSCOW + timedelta(200): [SUMMIT]}
        score = agreement({MOSCOW: [CONFERENCE]}, wanted)
        assert score.dates == pytest.approx(2 / 3)

    def test_the_baseline_takes_the_day_with_most_mentions(self) -> None:
        other = MOSCOW + timedelta(3)
        told = [said(CONFERENCE), said(SUMMIT, day=other), said(LATER, day=other)]
        found = datewise(told, 1, 2, MOSCOW, other)
        assert list(found) == [other]
        assert set(found[other]) <= {SUMMIT, LATER, CONFERENCE}
