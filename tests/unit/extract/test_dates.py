"""Expressions of time and the ranges they stand for, seen from Wednesday, 8 May 2013."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from detente.document import Dated
from detente.extract.dates import find_dates, infer_published, resolve
from detente.records import UNKNOWN_DATE, When
from tests.factories import parse_of

WEDNESDAY = date(2013, 5, 8)
SEEN = When.day(WEDNESDAY)

STATED = [
    ("7 May 2013", "2013-05-07"),
    ("May 9, 2013", "2013-05-09"),
    ("May 9 2013", "2013-05-09"),
    ("29 January 2013", "2013-01-29"),
    ("the 29th of January, 2013", "2013-01-29"),
    ("January 29th, 2013", "2013-01-29"),
    ("Jan. 29, 2013", "2013-01-29"),
    ("Sept. 5, 2013", "2013-09-05"),
    ("Tuesday, 7 May 2013", "2013-05-07"),
    ("Tuesday, May 7, 2013", "2013-05-07"),
    ("2013-05-07", "2013-05-07"),
    ("7.5.2013", "2013-05-07"),
    ("25/12/2012", "2012-12-25"),
    ("12/25/2012", "2012-12-25"),
    ("07/05/2013", "2013-05-07..2013-07-05"),
    ("5-6 September 2013", "2013-09-05..2013-09-06"),
    ("September 5-6, 2013", "2013-09-05..2013-09-06"),
    ("September 5 to 6, 2013", "2013-09-05..2013-09-06"),
    ("30 June to 2 July 2013", "2013-06-30..2013-07-02"),
    ("June 30 - July 2, 2013", "2013-06-30..2013-07-02"),
    ("September 2013", "2013-09"),
    ("in September of 2013", "2013-09"),
    ("Sept. 2013", "2013-09"),
    ("early September 2013", "2013-09-01..2013-09-10"),
    ("late September 2013", "2013-09-21..2013-09-30"),
    ("at the end of June 2012", "2012-06-21..2012-06-30"),
    ("June-July 2012", "2012-06-01..2012-07-31"),
    ("November 2012 to February 2013", "2012-11-01..2013-02-28"),
    ("in 2009", "2009"),
    ("the 2011 Duma elections", "2011"),
    ("early 2012", "2012-01-01..2012-04-30"),
    ("mid-2012", "2012-05-01..2012-08-31"),
    ("late 2012", "2012-09-01..2012-12-31"),
    ("the end of 2012", "2012-12"),
    ("the first half of 2012", "2012-01-01..2012-06-30"),
    ("the second half of 2012", "2012-07-01..2012-12-31"),
    ("the second quarter of 2012", "2012-04-01..2012-06-30"),
    ("the winter of 2011-12", "2011-12-21..2012-03-19"),
    ("the summer of 2012", "2012-06-21..2012-09-21"),
    ("spring 2012", "2012-03-20..2012-06-20"),
    ("autumn of 2011", "2011-09-22..2011-12-20"),
    ("the fall of 2011", "2011-09-22..2011-12-20"),
    ("the winter of 2012", "2011-12-21..2013-03-19"),
    ("2011-12", "2011-01-01..2012-12-31"),
    ("2009-2013", "2009-01-01..2013-12-31"),
    ("1999-2001", "1999-01-01..2001-12-31"),
    ("between 2009 and 2012", "2009-01-01..2012-12-31"),
    ("from 2009 to 2012", "2009-01-01..2012-12-31"),
    ("the 1990s", "1990-01-01..1999-12-31"),
    ("in the late 1980s", "1986-09-01..1989-12-31"),
    ("the '90s", "1990-01-01..1999-12-31"),
    ("the nineties", "1990-01-01..1999-12-31"),
    ("the 19th century", "1801-01-01..1900-12-31"),
]
RELATIVE = [
    ("7 May", "past", "2013-05-07"),
    ("7 May", "future", "2014-05-07"),
    ("9 May", None, "2013-05-09"),
    ("May 9", "future", "2013-05-09"),
    ("Dec. 14", "past", "2012-12-14"),
    ("14 December", "future", "2013-12-14"),
    ("on the 4th of July", "future", "2013-07-04"),
    ("5 to 6 September", "future", "2013-09-05..2013-09-06"),
    ("September 5-6", "future", "2013-09-05..2013-09-06"),
    ("Tuesday, May 7", None, "2013-05-07"),
    ("late Tuesday", "past", "2013-05-07"),
    ("on Tuesday", "future", "2013-05-14"),
    ("Tuesday morning", "past", "2013-05-07"),
    ("on Wednesday", "past", "2013-05-08"),
    ("on Wednesday", "future", "2013-05-08"),
    ("on Thursday", "past", "2013-05-02"),
    ("on Thursday", "future", "2013-05-09"),
    ("on Monday", "past", "2013-05-06"),
    ("Monday", None, "2013-05-06"),
    ("on Sunday", "future", "2013-05-12"),
    ("last Wednesday", None, "2013-05-01"),
    ("next Wednesday", None, "2013-05-15"),
    ("next Friday", None, "2013-05-10"),
    ("this Friday", None, "2013-05-10"),
    ("this coming Friday", None, "2013-05-10"),
    ("this past Friday", None, "2013-05-03"),
    ("yesterday", None, "2013-05-07"),
    ("today", None, "2013-05-08"),
    ("tonight", None, "2013-05-08"),
    ("this morning", None, "2013-05-08"),
    ("earlier today", None, "2013-05-08"),
    ("tomorrow", None, "2013-05-09"),
    ("last night", None, "2013-05-07"),
    ("the day before yesterday", None, "2013-05-06"),
    ("the day after tomorrow", None, "2013-05-10"),
    ("last week", None, "2013-04-29..2013-05-05"),
    ("this week", None, "2013-05-06..2013-05-12"),
    ("next week", None, "2013-05-13..2013-05-19"),
    ("earlier this week", None, "2013-05-06..2013-05-08"),
    ("later this week", None, "2013-05-08..2013-05-12"),
    ("last month", None, "2013-04"),
    ("this month", None, "2013-05"),
    ("next month", None, "2013-06"),
    ("earlier this month", None, "2013-05-01..2013-05-08"),
    ("later this month", None, "2013-05-08..2013-05-31"),
    ("late last month", None, "2013-04-21..2013-04-30"),
    ("early next month", None, "2013-06-01..2013-06-10"),
    ("last year", None, "2012"),
    ("this year", None, "2013"),
    ("next year", None, "2014"),
    ("earlier this year", None, "2013-01-01..2013-05-08"),
    ("later this year", None, "2013-05-08..2013-12-31"),
    ("later in the year", None, "2013-05-08..2013-12-31"),
    ("early last year", None, "2012-01-01..2012-04-30"),
    ("late last year", None, "2012-09-01..2012-12-31"),
    ("at the end of last year", None, "2012-12"),
    ("the end of the year", None, "2013-12"),
    ("by year's end", None, "2013-05-08..2013-12-31"),
    ("this decade", None, "2010-01-01..2019-12-31"),
    ("last decade", None, "2000-01-01..2009-12-31"),
    ("last century", None, "1901-01-01..2000-12-31"),
    ("in September", "future", "2013-09"),
    ("in September", "past", "2012-09"),
    ("in May", "past", "2013-05"),
    ("in May", "future", "2013-05"),
    ("since March", None, "2013-03-01..2013-05-08"),
    ("last September", None, "2012-09"),
    ("last March", None, "2013-03"),
    ("next March", None, "2014-03"),
    ("this June", None, "2013-06"),
    ("September last year", None, "2012-09"),
    ("June of next year", None, "2014-06"),
    ("mid-June", "future", "2013-06-11..2013-06-20"),
    ("late April", "past", "2013-04-21..2013-04-30"),
    ("this spring", None, "2013-03-20..2013-06-20"),
    ("last summer", None, "2012-06-21..2012-09-21"),
    ("last winter", None, "2012-12-21..2013-03-19"),
    ("next summer", None, "2013-06-21..2013-09-21"),
    ("in the autumn", "future", "2013-09-22..2013-12-20"),
    ("in the spring", "past", "2013-03-20..2013-06-20"),
    ("over the weekend", "past", "2013-05-04..2013-05-05"),
    ("last weekend", None, "2013-05-04..2013-05-05"),
    ("this weekend", None, "2013-05-11..2013-05-12"),
    ("two days ago", None, "2013-05-06"),
    ("two weeks ago", None, "2013-04-22..2013-04-28"),
    ("a week ago", None, "2013-04-29..2013-05-05"),
    ("two months ago", None, "2013-03"),
    ("a month ago", None, "2013-04"),
    ("two years ago", None, "2011"),
    ("a year ago", None, "2012"),
    ("20 years ago", None, "1993"),
    ("more than two years ago", None, "2010-05-08..2011-05-08"),
    ("less than a month ago", None, "2013-04-08..2013-05-08"),
    ("a few months ago", None, "2012-12-08..2013-03-08"),
    ("several years ago", None, "2005-05-08..2010-05-08"),
    ("a couple of weeks ago", None, "2013-04-17..2013-04-24"),
    ("in two days", "future", "2013-05-10"),
    ("in a month's time", None, "2013-05-24..2013-06-23"),
    ("in just over a month's time", None, "2013-06-08..2013-06-28"),
    ("within three months", None, "2013-05-08..2013-08-08"),
    ("two years from now", None, "2014-11-06..2015-11-07"),
    ("in the coming days", None, "2013-05-08..2013-05-22"),
    ("in coming months", None, "2013-05-08..2014-05-08"),
    ("in the coming weeks", None, "2013-05-08..2013-07-03"),
    ("in recent days", None, "2013-04-24..2013-05-08"),
    ("in recent months", None, "2012-05-08..2013-05-08"),
    ("over the past year", None, "2012-05-08..2013-05-08"),
    ("over the past two years", None, "2011-05-08..2013-05-08"),
    ("in the next six months", None, "2013-05-08..2013-11-08"),
    ("since 2009", None, "2009-01-01..2013-05-08"),
    ("by September", "future", "2013-05-08..2013-09-30"),
    ("six days later", None, "2013-05-14"),
    ("two weeks before", None, "2013-04-24"),
    ("the next day", None, "2013-05-09"),
    ("the previous day", None, "2013-05-07"),
    ("the following week", None, "2013-05-13..2013-05-19"),
    ("that year", None, "2013"),
    ("the same day", None, "2013-05-08"),
    ("Victory Day", None, "2013-05-09"),
    ("New Year's Eve", "past", "2012-12-31"),
    ("on the sidelines of the G-20", "future", "2013-09-05..2013-09-06"),
    ("on the sidelines of the G-20", "past", "2012-06-18..2012-06-19"),
    ("the St. Petersburg G-20 summit", None, "2013-09-05..2013-09-06"),
    ("the G-8 summit in Northern Ireland", None, "2013-06-17..2013-06-18"),
    ("the NATO summit in Chicago", None, "2012-05-20..2012-05-21"),
    ("the Boston Marathon bombing", None, "2013-04-15"),
    ("the collapse of the Soviet Union", None, "1991-12-08..1991-12-26"),
    ("the end of the Cold War", None, "1989-12-26..1991-12-26"),
    ("the Helsinki summit", "past", "1997-03-20..1997-03-21"),
]
NO_DATE = [
    "for more than two years",
    "a two-day visit",
    "for several hours",
    "Resolution 2118",
    "2,013 people",
    "2013 troops",
    "$2009",
    "may",
    "march on the capital",
    "the second half",
    "a decade-long war",
    "spring into action",
    "G-20 countries",
    "Cold War thinking",
    "once in a while",
    "May will speak",
]


@pytest.mark.parametrize(("text", "label"), STATED, ids=[case[0] for case in STATED])
def test_stated_dates_need_no_reference(text: str, label: str) -> None:
    found = resolve(text, UNKNOWN_DATE)
    assert (found.label(), found.basis) == (label, "stated")


@pytest.mark.parametrize(("text", "tense", "label"), RELATIVE, ids=[f"{c[0]}-{c[1]}" for c in RELATIVE])
def test_relative_dates(text: str, tense: str | None, label: str) -> None:
    found = resolve(text, SEEN, tense)  # type: ignore[arg-type]
    assert (
        found.label() == label if found.precision != "week" else f"{found.start}..{found.end}" == label
    )


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date(text: str) -> None:
    assert not resolve(text, SEEN, "past").known


def test_the_tables_hold_enough() -> None:
    assert len(STATED) + len(RELATIVE) + len(NO_DATE) >= 150


@pytest.mark.parametrize(
    "text",
    ["late Tuesday", "last week", "two years ago", "in September", "yesterday", "six days later"],
)
def test_relative_without_reference_keeps_its_words(text: str) -> None:
    found = resolve(text, UNKNOWN_DATE, "past")
    assert not found.known
    assert found.text
    assert found.text in text


@pytest.mark.parametrize(
    ("text", "reference", "label"),
    [
        ("yesterday", When(date(2013, 5, 1), date(2013, 5, 31), "month"), "2013-04-30..2013-05-30"),
        ("last month", When(date(2013, 5, 1), date(2013, 5, 17), "range"), "2013-04"),
        ("on Tuesday", When(date(2013, 5, 1), date(2013, 5, 17), "range"), "2013-04-30..2013-05-14"),
        ("last year", When(date(2013, 2, 11), None, "range"), "2012-01-01.."),
        ("next year", When(None, date(2013, 2, 11), "range"), "..2014-12-31"),
    ],
)
def test_a_reference_may_be_a_range(text: str, reference: When, label: str) -> None:
    assert resolve(text, reference, "past").label() == label


def found_in(text: str, published: date | None = WEDNESDAY) -> list[str]:
    return [item.when.label() for item in find_dates(parse_of(text, published=published))]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The two ministers met late Tuesday in Oslo.", ["2013-05-07"]),
        ("The two ministers will meet on Tuesday in Oslo.", ["2013-05-14"]),
        ("He is expected to fly to Oslo on Friday.", ["2013-05-10"]),
        ("He flew to Oslo on Friday.", ["2013-05-03"]),
        ("They signed the pact in September.", ["2012-09"]),
        ("They are to sign the pact in September.", ["2013-09"]),
        ("On 9 May 2013 the parade took place.", ["2013-05-09"]),
        ("It has been a worry for more than two years.", []),
        ("Russia today is a different country.", []),
        ("The minister said today that he would go.", ["2013-05-08"]),
        ("The envoy left on 2 May. Six days later he was back.", ["2013-05-02", "2013-05-08"]),
        ("He returned to Oslo for the first time since 2009.", ["2009-01-01..2013-05-08"]),
    ],
    ids=lambda value: str(value)[:40],
)
def test_dates_of_a_text(text: str, labels: list[str]) -> None:
    assert found_in(text) == labels


def test_a_caption_tells_the_past_in_the_present() -> None:
    parse = parse_of(
        ("caption", "The minister greets his guest in Oslo on Tuesday."), published=WEDNESDAY
    )
    assert [item.when.label() for item in find_dates(parse)] == ["2013-05-07"]


def test_non_breaking_spaces_are_spaces() -> None:
    assert found_in("The\xa0Boston Marathon\xa0bombing changed that.") == ["2013-04-15"]


def test_dates_do_not_overlap_and_lie_in_order() -> None:
    parse = parse_of(
        "On Tuesday, 7 May 2013, and on 8 May, they met; last week they did not.", published=WEDNESDAY
    )
    dated = find_dates(parse)
    assert len(dated) == 3
    assert all(a.last <= b.first for a, b in pairwise(dated))


def inferred(*paragraphs: str) -> When:
    parse = parse_of(*paragraphs)
    dated: tuple[Dated, ...] = find_dates(parse)
    return infer_published(parse, dated)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The test took place on February 11, 2013.", "2013-02-11.."),
        ("Last month's Boston Marathon bombing changed the tone.", "2013-05"),
        ("The G-20 summit in Cannes will be held in two weeks' time.", "2011-10-16..2011-10-24"),
        ("The talks will begin on 3 June 2013.", "..2013-06-03"),
        ("Nothing here has a date.", "unknown"),
        ("They met on Tuesday.", "unknown"),
    ],
    ids=["past day", "last month's", "weeks ahead", "future day", "nothing", "weekday"],
)
def test_bounds_on_publication(text: str, label: str) -> None:
    found = inferred(text)
    assert found.label() == label
    assert found.basis == ("inferred" if found.known else "unknown")


def test_bounds_never_cross() -> None:
    found = inferred("It happened on 9 May 2013.", "It will happen on 2 January 2012.")
    assert found.start == date(2013, 5, 9)
    assert found.end is None
