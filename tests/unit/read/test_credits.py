# ruff: noqa: E501 -- tables of cases keep one case on one line
"""Who wrote it, when, and whose copy it was first: credits in all the forms that outlets print."""

from __future__ import annotations

import pytest

from detente.read import read_text
from detente.read.byline import agency_of, closing_credit, signed_name, talkers
from detente.read.facts import same_outlet
from detente.read.printed import relative_line, yearless, yearless_line
from tests.unit.read.pages import BODY, FOURTH, LEAD, SECOND, THIRD, body, dump

TITLE = "Ministers meet over fishing dispute"
MASTHEAD = "Sound Gazette\nHome / News / World"

SIGNED = [
    ("Jane Roe-Smith, diplomatic correspondent", "Jane Roe-Smith"),
    ("Jane Roe in St Petersburg", "Jane Roe"),
    ("Jane Roe, Foreign Editor", "Jane Roe"),
    ("Jane Roe in The Hague and Oslo", "Jane Roe"),
    ("Jane Roe in trouble", None),
    ("Lind meets Orso in Oslo", None),
    ("Jane Roe, the minister, resigns", None),
]


@pytest.mark.parametrize(("line", "name"), SIGNED, ids=[line for line, _ in SIGNED])
def test_signed(line: str, name: str | None) -> None:
    assert signed_name(line) == name


BETWEEN = [
    pytest.param(("Jane Roe-Smith, diplomatic correspondent", "Tuesday 5 March 2013 07.12"), id="name and office"),
    pytest.param(("Jane Roe-Smith in Enniskillen", "Tuesday 5 March 2013 07.12"), id="name and place"),
    pytest.param(("Jane Roe-Smith", "5 March 2013"), id="bare name over the date"),
    pytest.param(("5 March 2013", "Jane Roe-Smith"), id="bare name under the date"),
    pytest.param(("By JANE ROE-SMITH", "Gazette Oslo Bureau", "5 March 2013"), id="name and bureau"),
    pytest.param(("Will anybody give way? It is not likely. By Jane Roe-Smith, Oslo", "5 March 2013"), id="end of the standfirst"),
    pytest.param(("Will anybody give way? An analysis by Jane Roe-Smith, Oslo", "5 March 2013"), id="an analysis by"),
]  # fmt: skip


@pytest.mark.parametrize("lines", BETWEEN)
def test_author_between_title_and_text(lines: tuple[str, ...]) -> None:
    article = read_text(dump(MASTHEAD, TITLE, *lines, *BODY))
    assert article.title == TITLE
    assert article.authors == ("Jane Roe-Smith",)
    assert article.published.label() == "2013-03-05"
    assert body(article) == list(BODY)


def test_standfirst_is_kept_without_its_credit() -> None:
    dek = "Will anybody give way? An analysis by Jane Roe, Oslo"
    article = read_text(dump(MASTHEAD, TITLE, dek, "5 March 2013", *BODY))
    assert article.dek == "Will anybody give way?"


def test_closing_credit_needs_a_sentence_before_it() -> None:
    assert closing_credit("A walk by Jane Roe, Oslo") is None


def test_interviewer_is_whom_nobody_speaks_of() -> None:
    dek = "Professor Tova Lind talks to Jane Roe about the sea"
    caption = "Tova Lind in her office. Photo by Ivan Holm"
    article = read_text(dump(MASTHEAD, '"The sea has no plan"', dek, caption, *BODY))
    assert article.authors == ("Jane Roe",)
    assert talkers("Lind talks to Orso about the sea") is None


YEARLESS = [
    ("OSLO, April 23 (Fjord Wire) -", (2013,), "2013-04-23"),
    ("BERGEN/OSLO, Sept 10 (Fjord Wire) -", (2011, 2013), "2013-09-10"),
    ("Tuesday 7 May", (2012, 2013), "2013-05-07"),
    ("Tue, May 7", (2013, 2014), "2013-05-07"),
    ("Tuesday 7 May", (2012,), None),
    ("February 30", (2013,), None),
    ("OSLO -", (2013,), None),
    ("April 23", (), None),
]


@pytest.mark.parametrize(
    ("text", "years", "label"), YEARLESS, ids=[f"{row[0]} {row[1]}" for row in YEARLESS]
)
def test_day_without_a_year(text: str, years: tuple[int, ...], label: str | None) -> None:
    when = yearless(text, years)
    assert (when.label() if when else None) == label
    assert when is None or when.basis == "inferred"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Tuesday 7 May, 18.40", True), ("May 7", True), ("Posted May 7", True), ("On May 7 Lind left", False), ("Tuesday", False)],
)  # fmt: skip
def test_yearless_line(text: str, wanted: bool) -> None:
    assert yearless_line(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Posted 2 days ago", True), ("3 hours ago", True), ("Updated yesterday", True), ("Two days ago Lind left", False)],
)  # fmt: skip
def test_relative_line(text: str, wanted: bool) -> None:
    assert relative_line(text) is wanted


def test_relative_day_stays_unknown() -> None:
    article = read_text(dump(MASTHEAD, "Posted 2 days ago", TITLE, "By Jane Roe", *BODY))
    assert article.title == TITLE
    assert not article.published.known
    assert body(article) == list(BODY)


def test_weekday_picks_the_year_from_the_text() -> None:
    later = THIRD.replace("since the winter", "since the winter of 2012, long before 2013")
    article = read_text(dump(TITLE, "Tuesday 7 May", LEAD, SECOND, later))
    assert (article.published.label(), article.published.basis) == ("2013-05-07", "inferred")


def test_day_without_a_weekday_takes_no_year_from_the_text() -> None:
    later = THIRD.replace("since the winter", "since the winter of 2012")
    assert not read_text(dump(TITLE, "May 7", LEAD, SECOND, later)).published.known


OWN = [
    pytest.param("OSLO, April 23 (Fjord Wire) - ", id="hyphen"),
    pytest.param("OSLO, April 23 (Fjord Wire) — ", id="dash"),
    pytest.param("BERGEN/OSLO, April 23 (Fjord Wire) - ", id="two places"),
]


@pytest.mark.parametrize("dateline", OWN)
def test_agency_s_own_copy(dateline: str) -> None:
    credit = "(Reporting by Jane Roe; editing by John Doe)"
    article = read_text(
        dump("Fjord Wire Agency\nWorld service", "LIND, ORSO MEET IN OSLO, SEE NO QUICK DEAL", "By Jane Roe",
             f"{dateline}{LEAD}", SECOND, THIRD, credit, "(c) Fjord Wire Agency 2013. By licence only.")
    )  # fmt: skip
    assert article.title == "LIND, ORSO MEET IN OSLO, SEE NO QUICK DEAL"
    assert (article.outlet, article.origin) == ("Fjord Wire Agency", None)
    assert (article.published.label(), article.published.basis) == ("2013-04-23", "inferred")
    assert article.authors == ("Jane Roe",)
    assert body(article) == [LEAD, SECOND, THIRD]


REPRINTS = [
    pytest.param(("Fjord Wire Agency", "Wednesday 24 April 2013"), LEAD, id="credit over the date"),
    pytest.param(("By JANE ROE\nFjord Wire Agency", "24 April 2013"), f"OSLO — {LEAD}", id="credit under the byline"),
    pytest.param(("By Jane Roe / Fjord Wire Agency", "24 April 2013"), LEAD, id="credit beside the byline"),
    pytest.param(("24 April 2013",), f"OSLO, April 23 (Fjord Wire Agency) - {LEAD}", id="dateline"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "lead"), REPRINTS)
def test_reprint(lines: tuple[str, ...], lead: str) -> None:
    article = read_text(dump(MASTHEAD, TITLE, *lines, lead, SECOND, THIRD, FOURTH))
    assert (article.outlet, article.origin) == ("Sound Gazette", "Fjord Wire Agency")
    assert article.published.label() == "2013-04-24"
    assert body(article) == [LEAD, SECOND, THIRD, FOURTH]


def test_origin_is_the_fullest_name_on_the_page() -> None:
    note = "The Fjord Wire Agency is not responsible for changes."
    lead = f"OSLO, April 23 (Fjord Wire) - {LEAD}"
    article = read_text(
        dump(MASTHEAD, TITLE, "24 April 2013", lead, SECOND, THIRD, f"© Sound Gazette 2013. {note}")
    )
    assert article.origin == "Fjord Wire Agency"


def test_translation_names_where_it_first_appeared() -> None:
    note = "Translated from the Russian. The original appeared in Severny Listok on 9 May."
    article = read_text(dump(MASTHEAD, TITLE, note, "Jane Roe", "9 May 2013", *BODY))
    assert (article.origin, article.translated_from) == ("Severny Listok", "ru")
    assert article.authors == ("Jane Roe",)
    assert article.dek is None


AGENCIES = [
    ("Fjord Wire Agency", "Fjord Wire Agency"),
    ("By Fjord News Agency", "Fjord News Agency"),
    ("Jane Roe / Fjord Wire", "Fjord Wire"),
    ("(AP)", "AP"),
    ("Jane Roe", None),
    ("The agency of the sea", None),
    (
        "Lind met the head of the Fjord Fishing Agency in Oslo on Monday to talk about nets and boats",
        None,
    ),
]


@pytest.mark.parametrize(("text", "name"), AGENCIES, ids=[text[:30] for text, _ in AGENCIES])
def test_agency(text: str, name: str | None) -> None:
    assert agency_of(text) == name


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [("Fjord Wire", "The Fjord Wire Agency", True), ("FWA", "Fjord Wire Agency", True),
     ("Sound Gazette", "Fjord Wire", False), ("Fjord Wire", "Fjordland Wire", False)],
)  # fmt: skip
def test_same_outlet(left: str, right: str, same: bool) -> None:
    assert same_outlet(left, right) is same


DATELINES = [
    ("BERGEN. ", True),
    ("BERGEN - ", True),
    ("OSLO/BERGEN, Sept. 10 (Fjord Wire) - ", True),
    ("NATO. ", False),
    ("ICES-", False),
]


@pytest.mark.parametrize(("words", "parted"), DATELINES, ids=[words for words, _ in DATELINES])
def test_datelines(words: str, parted: bool) -> None:
    article = read_text(dump(TITLE, "By Jane Roe", f"{words}{LEAD}", SECOND, THIRD))
    assert (body(article)[0] == LEAD) is parted


def test_turns_of_a_talk_are_no_datelines() -> None:
    turns = [f"HOLMSEN. {LEAD}", f"DAHLBERG. {SECOND}", f"HOLMSEN. {THIRD}"]
    assert body(read_text(dump(TITLE, "By Jane Roe", *turns))) == turns
