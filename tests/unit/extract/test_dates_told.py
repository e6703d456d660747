"""Dates in sentences: which way they look, what they count from, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.dates import find_dates
from detente.records import When
from tests.factories import parse_of

# ruff: noqa: E501 - one case a line


def told(*paragraphs: str, day: str | None = "2013-05-08") -> list[str]:
    published = date.fromisoformat(day) if day else None
    return [label(item.when) for item in find_dates(parse_of(*paragraphs, published=published))]


def label(when: When) -> str:
    return f"{when.start}..{when.end}" if when.precision == "week" else when.label()


DIRECTION = [
    ("They called off a summit planned for early September.", ["2013-09-01..2013-09-10"]),
    ("The vote, which had been set for Friday, was put off.", ["2013-05-10"]),
    ("The talks were postponed until June.", ["2013-06"]),
    ("The minister is due in Oslo in July.", ["2013-07"]),
    ("They still expected a conference in June.", ["2013-06"]),
    ("They spoke of the meetings in June and September.", ["2013-06", "2013-09"]),
    ("They spoke of the elections in March.", ["2013-03"]),
    ("The treaty was signed in September.", ["2012-09"]),
    ("The treaty will be signed in September.", ["2013-09"]),
    ("The minister arrived on Sunday.", ["2013-05-05"]),
    ("The minister will arrive on Sunday.", ["2013-05-12"]),
    ("The minister said he would arrive on Sunday.", ["2013-05-12"]),
    ("Since Saturday two states share a calendar.", ["2013-05-04..2013-05-08"]),
    ("It has not rained since March.", ["2013-03-01..2013-05-08"]),
    ("They agreed to remove the arsenal by the middle of 2014.", ["2013-05-08..2014-08-31"]),
    ("There will be no breakthrough before the summer.", ["2013-05-08..2013-05-31"]),
    ("They are not to meet until September.", ["2013-09"]),
    ("The minister goes home before Thursday's vote.", ["2013-05-09"]),
    ("It will all be over by Easter.", ["2013-05-08..2014-04-21"]),
    ("They will have forgotten the summer.", ["2013-06-01..2013-08-31"]),
    ("The summer house was sold.", []),
    ("It was the third attack in a month, said the mayor.", []),
    ("It happened for the third time in a month.", ["2013-04-08..2013-05-08"]),
]  # fmt: skip
ANCHORS = [
    (["The envoy left on 2 March. Six days later he was back."], ["2013-03-02", "2013-03-08"]),
    (["They met on Monday.", "The union's ministers met on the same day."], ["2013-05-06", "2013-05-06"]),
    (["They met on Monday. That evening they dined."], ["2013-05-06", "2013-05-06"]),
    (["They met on Monday. The next morning they left."], ["2013-05-06", "2013-05-07"]),
    (["They met on Monday.", "In the morning the guest had laid a wreath."], ["2013-05-06", "2013-05-06"]),
    (["In the morning he reads."], []),
    (["They met on Monday and Tuesday, and on the second day they signed."], ["2013-05-06..2013-05-07", "2013-05-07..2013-05-08"]),
    (["He arrived on Monday.", "On the second day he met the activists."], ["2013-05-06", "2013-05-07"]),
    (["Since Feb. 1 he has met him twice.", "The same day another said so."], ["2013-02-01..2013-05-08", "unknown"]),
    (["They met in Oslo. Six days later they met again."], ["unknown"]),
    (["The two agreed on it in May 2011. A year later it was signed."], ["2011-05", "unknown"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "labels"), DIRECTION, ids=[case[0][:50] for case in DIRECTION])
def test_which_way_a_date_looks(text: str, labels: list[str]) -> None:
    assert told(text) == labels


@pytest.mark.parametrize(("text", "labels"), ANCHORS, ids=[case[0][-1][:50] for case in ANCHORS])
def test_what_a_date_counts_from(text: list[str], labels: list[str]) -> None:
    assert told(*text) == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("It was agreed on at Lough Erne on June 17.", ["2013-06-17"]),
        ("It was agreed on at Camp David on May 18.", ["2012-05-18"]),
        ("It was agreed on in Oslo on June 17.", ["unknown"]),
        ("They met on Tuesday.", ["unknown"]),
        ("It lasted from 1 May 2004 until 3 May 2004.", ["2004-05-01", "2004-05-03"]),
    ],
    ids=["a summit's place gives the year", "another", "a town gives none", "weekday", "stated"],
)  # fmt: skip
def test_dates_of_a_page_without_one(text: str, labels: list[str]) -> None:
    assert told(text, day=None) == labels


@pytest.mark.parametrize(
    "text",
    [
        "The talks lasted for three days.",
        "He heads a two-day conference.",
        "Resolution 1973 was adopted by ten members.",
        "The Boeing 747 landed.",
        "There were 2,011 soldiers.",
        "It may be so.",
        "They march on.",
        "The fall of the government came late.",
        "He said so once and for all.",
        "In the evening he usually walks.",
    ],
)
def test_what_is_no_date_in_a_sentence(text: str) -> None:
    assert told(text) == []
