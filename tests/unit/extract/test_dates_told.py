"""Dates in sentences: which way they look, what they count from, and what is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from detente.extract.dates import find_dates, infer_published
from detente.records import Line, When
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
    ("The visit had been arranged in December.", ["2012-12"]),
    ("The visit is arranged for December.", ["2013-12"]),
    ("She was invited to Oslo for Friday.", ["2013-05-10"]),
    ("She has accepted an invitation to Oslo for early July.", ["2013-07-01..2013-07-10"]),
    ("She got the invitation in March.", ["2013-03"]),
    ("He was to open the hall in June.", ["2013-06"]),
    ("The picture shows the two ministers shaking hands on Monday.", ["2013-05-06"]),
    ("A visit is planned for the summer.", ["2013-06-21..2013-09-21"]),
    ("The truce will hold through the year.", ["2013"]),
    ("The pact will not survive the month.", ["2013-05"]),
    ("He wrote it down through the year of the war.", []),
    ("A trip in the new year was talked about.", ["2013-01"]),
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
    ("There will be no breakthrough before the summer.", ["2013-05-08..2013-06-20"]),
    ("They are not to meet until September.", ["2013-09"]),
    ("The minister goes home before Thursday's vote.", ["2013-05-09"]),
    ("It will all be over by Easter.", ["2013-05-08..2014-04-21"]),
    ("They will have forgotten the summer.", ["2013-06-21..2013-09-21"]),
    ("The summer house was sold.", []),
    ("If there is no raid before the summer, the buses will run.", ["2013-05-08..2013-06-20"]),
    ("Not before the autumn, said the clerk.", ["2013-05-08..2013-09-21"]),
    ("One recalls the summer.", ["2012-06-21..2012-09-21"]),
    ("The two armies agreed on a truce along the river from Friday.", ["2013-05-10"]),
    ("The envoy stayed there from Friday.", ["2013-05-03"]),
    ("The tour, once planned for May, is off.", ["2013-05"]),
    ("The party voted for May.", []),
    ("They will sign in two or three weeks.", ["2013-05-22..2013-05-29"]),
    ("It was the first visit in two weeks.", []),
    ("She is the highest envoy to come in more than three decades.", []),
    ("He will come within the month.", ["2013-05-08..2013-05-31"]),
    ("They will be friends again by the new year.", ["2013-05-08..2014-01-01"]),
    ("The committee meets in the new year.", ["2014-01"]),
    ("The offices will reopen at the end of the year.", ["2013-12"]),
    ("In the ninth round, on Wednesday of last week, they parted.", ["2013-05-01"]),
    ("The envoys wrote letters all summer.", ["2012-06-21..2012-09-21"]),
    ("It breaks the Vienna Convention of 1961.", []),
    ("The boycott could outlast the World Cup of 2022.", []),
    ("The treaty of 1994 still holds.", ["1994"]),
    ("Three and a half years ago they failed in Agra.", ["2009-08-08..2010-02-08"]),
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
    (["They met on 2 April and broke up. Two envoys came within a week."], ["2013-04-02", "2013-04-02..2013-04-09"]),
    (["They met on 2 April. Two envoys will come within a week."], ["2013-04-02", "2013-05-08..2013-05-15"]),
    (["They met on 2 April and stayed until the Friday."], ["2013-04-02", "2013-04-05"]),
    (["They met on 2 April and spoke again on Friday."], ["2013-04-02", "2013-05-03"]),
    (["The embassy closed in November 2011. On November 29 a crowd had come."], ["2011-11", "2011-11-29"]),
    (["The embassy closed in November 2011. On December 2 a crowd had come."], ["2011-11", "2012-12-02"]),
    (["The embassy closed in November 2011.", "On November 29 a crowd came."], ["2011-11", "2012-11-29"]),
    (["Sanctions followed on 2 April; a week later, on 11 April, a crowd came."], ["2013-04-02", "2013-04-11", "2013-04-11"]),
    (["They signed it in May 2009. The congress ratified it in the same year."], ["2009-05", "2009"]),
    (["Police came on Sunday.", "The ministry broke off relations the same night."], ["2013-05-05", "2013-05-05"]),
    (["They met on Monday and Tuesday, and on the second day they signed."], ["2013-05-06..2013-05-07", "2013-05-07..2013-05-08"]),
    (["He arrived on Monday.", "On the second day he met the activists."], ["2013-05-06", "2013-05-07"]),
    (["Since Feb. 1 he has met him twice.", "The same day another said so."], ["2013-02-01..2013-05-08", "unknown"]),
    (["They met in Oslo. Six days later they met again."], ["unknown"]),
    (["The two agreed on it in May 2011. A year later it was signed."], ["2011-05", "2012"]),
    (["In July 2001 he left the city at midnight; five months later gunmen came."], ["2001-07", "2001-12"]),
    (["They dined in 1972. That year they agreed on little."], ["1972", "1972"]),
    (["They spoke in September 2012. A handshake planned for that week failed."], ["2012-09", "2012-09"]),
    (["The senator called for an inquiry in April. The envoy warned her the same month."], ["2013-04", "2013-04"]),
    (["The party gave way on 2 April. Three weeks later two ministers came."], ["2013-04-02", "2013-04-23"]),
    (["They met on Monday. A day earlier Vajpayee had come."], ["2013-05-06", "2013-05-05"]),
    (["The call lasted a few minutes on Friday.", "They met on Monday.", "The day before the call he was out."], ["2013-05-03", "2013-05-06", "2013-05-02"]),
    (["The day before the wedding he was out."], []),
    (["On Monday the police came. They had asked two hours earlier. They left the same night."], ["2013-05-06", "2013-05-05..2013-05-06", "2013-05-06"]),
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


ABOVE = [
    ("Sunday, 10 September 2017 | Muscat 34", "2017-09-10"),
    ("[Translated from the Korean edition of 27 September 2012]", "2012-09-27"),
    ("Edition of 3 May 2011. Last edition: 2 May 2011", "unknown"),
    ("Home | World | 2017", "unknown"),
]


@pytest.mark.parametrize(("line", "expected"), ABOVE, ids=[case[0][:40] for case in ABOVE])
def test_a_day_above_the_text_dates_an_undated_page(line: str, expected: str) -> None:
    parse = parse_of("The ministers met on Friday.")
    text = f"{line}\n{parse.article.text}"
    lines = (Line(0, len(line), "promo", "under the masthead"), *parse.article.lines)
    article = replace(parse.article, text=text, lines=lines, published=When())
    parse = replace(parse, article=article)
    assert infer_published(parse, find_dates(parse)).label() == expected


def test_this_week_on_a_sunday_is_the_next_for_what_is_to_come() -> None:
    assert told("He is expected in Oslo this week.", day="2015-01-25") == ["2015-01-26..2015-02-01"]
    assert told("He went to Oslo this week.", day="2015-01-25") == ["2015-01-19..2015-01-25"]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The ministry briefs the press on Fridays.", id="a habit"),
        pytest.param("It airs Sundays at eight.", id="a habit without a preposition"),
        pytest.param("The court sits on late Wednesdays only.", id="a habit late in the day"),
    ],
)
def test_a_habit_is_no_date_and_no_error(sentence: str) -> None:
    assert told(sentence) == []
