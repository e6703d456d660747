"""Values as an editor writes them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.interfaces.words import (
    channel_words,
    count_words,
    flat,
    horizon_words,
    list_words,
    outlet_words,
    quoted,
    shortened,
    speaker_words,
    told_by,
    when_words,
)
from detente.query.views import Reports
from detente.records import Channel, Participant, When


def _range(start: tuple[int, int, int], end: tuple[int, int, int]) -> When:
    return When(date(*start), date(*end), "range", "stated")


@pytest.mark.parametrize(
    ("when", "words"),
    [
        pytest.param(When.day(date(2013, 2, 26)), "26 Feb 2013", id="day"),
        pytest.param(_range((2013, 9, 1), (2013, 9, 30)), "Sep 2013", id="month"),
        pytest.param(_range((2012, 2, 1), (2012, 2, 29)), "Feb 2012", id="a leap February"),
        pytest.param(_range((2013, 1, 1), (2013, 12, 31)), "2013", id="year"),
        pytest.param(_range((2013, 9, 5), (2013, 9, 6)), "5 to 6 Sep 2013", id="days"),
        pytest.param(_range((2013, 2, 25), (2013, 3, 3)), "25 Feb to 3 Mar 2013", id="two months"),
        pytest.param(_range((2012, 12, 30), (2013, 1, 2)), "30 Dec 2012 to 2 Jan 2013", id="years"),
        pytest.param(_range((2013, 3, 1), (2013, 5, 31)), "1 Mar to 31 May 2013", id="a season"),
        pytest.param(When(date(2013, 2, 11)), "on or after 11 Feb 2013", id="open end"),
        pytest.param(When(None, date(2013, 5, 9)), "by 9 May 2013", id="open start"),
        pytest.param(When(), "unknown", id="unknown"),
    ],
)
def test_when(when: When, words: str) -> None:
    assert when_words(when) == words


@given(st.dates(date(1800, 1, 1), date(2100, 1, 1)), st.integers(0, 800))
def test_a_range_names_its_years_and_is_never_more_exact_than_it_is(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    words = when_words(When(start, end, "range", "stated"))
    assert str(end.year) in words
    assert (words == when_words(When.day(start))) == (days == 0)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        pytest.param(0, "0 copies", id="none"),
        pytest.param(1, "1 copy", id="one"),
        pytest.param(2, "2 copies", id="two"),
        pytest.param(12345, "12,345 copies", id="many"),
    ],
)
def test_count(number: int, words: str) -> None:
    assert count_words(number, "copy", "copies") == words


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_list(items: list[str], words: str) -> None:
    assert list_words(items) == words


@pytest.mark.parametrize(
    ("reports", "words", "outlets"),
    [
        pytest.param(Reports(1, ("The Post",), 0, 1), "1 outlet", "The Post", id="one"),
        pytest.param(
            Reports(3, ("The Post", "The Globe"), 1, 2),
            "3 outlets, 2 origins",
            "The Post, The Globe and an unnamed outlet",
            id="one unnamed",
        ),
        pytest.param(
            Reports(2, (), 2, 2),
            "2 outlets, 2 origins",
            "2 unnamed outlets",
            id="all unnamed",
        ),
    ],
)
def test_reports(reports: Reports, words: str, outlets: str) -> None:
    assert told_by(reports) == words
    assert outlet_words(reports) == outlets


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        pytest.param(None, "", id="unknown to the text"),
        pytest.param(Channel("unknown"), "", id="unknown"),
        pytest.param(Channel("unknown", "Interfax"), "via Interfax", id="only whose"),
        pytest.param(Channel("agency", "Interfax"), "via Interfax", id="agency"),
        pytest.param(Channel("newspaper"), "via a newspaper", id="some newspaper"),
        pytest.param(Channel("tweet", "Foreign Ministry"), "in a tweet (Foreign Ministry)", id="tweet"),
        pytest.param(Channel("interview"), "in an interview", id="interview"),
        pytest.param(Channel("press conference"), "at a press conference", id="press conference"),
    ],
)
def test_channel(channel: Channel | None, words: str) -> None:
    assert channel_words(channel) == words


@pytest.mark.parametrize(
    ("participant", "words"),
    [
        pytest.param(
            Participant("Ada Sample", "she", "local:1", "person", office="Envoy"),
            "Ada Sample, Envoy",
            id="office",
        ),
        pytest.param(
            Participant("some  officials", "some officials", kind="anonymous"),
            "some officials",
            id="group",
        ),
        pytest.param(Participant("", ""), "a speaker not found", id="nobody"),
    ],
)
def test_speaker(participant: Participant, words: str) -> None:
    assert speaker_words(participant) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('"It works,"', '"It works,"', id="straight marks stay as printed"),
        pytest.param("„It works“", "„It works“", id="low marks stay as printed"),
        pytest.param("'It works'", "'It works'", id="single marks stay as printed"),
        pytest.param("It works", "“It works”", id="a part without marks of its own"),
        pytest.param("two\n lines", "“two lines”", id="lines"),
        pytest.param("“One,” … “two.”", "“One,” … “two.”", id="two parts of one quotation"),
    ],
)
def test_quoted(text: str, words: str) -> None:
    assert quoted(text) == words


MADE = When.day(date(2013, 3, 1))


@pytest.mark.parametrize(
    ("horizon", "words"),
    [
        pytest.param(When(), "", id="not said"),
        pytest.param(_range((2013, 3, 1), (2013, 6, 30)), "by 30 Jun 2013", id="from now on"),
        pytest.param(When(None, date(2013, 6, 30)), "by 30 Jun 2013", id="open start"),
        pytest.param(_range((2013, 1, 1), (2013, 12, 31)), "by 31 Dec 2013", id="this year"),
        pytest.param(_range((2013, 9, 1), (2013, 9, 30)), "Sep 2013", id="a later month"),
        pytest.param(When.day(date(2013, 9, 3)), "3 Sep 2013", id="a day"),
        pytest.param(MADE, "1 Mar 2013", id="the same day"),
        pytest.param(When(date(2013, 9, 1)), "on or after 1 Sep 2013", id="open end"),
    ],
)
def test_horizon(horizon: When, words: str) -> None:
    assert horizon_words(horizon, MADE) == words


@given(st.text("ab c", max_size=60), st.integers(5, 40))
def test_shortened_is_short_and_begins_like_the_words(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    assert flat(text).startswith(short.removesuffix(" …"))
