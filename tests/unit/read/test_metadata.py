"""Title, authors, outlet, dates, origin and address, as the text allows and no further."""

from __future__ import annotations

import pytest

from detente.read import read_text
from detente.read.byline import byline_names, names_in
from detente.read.captions import split_credit
from detente.read.language import language_of
from detente.read.printed import clock_line, date_in_url, date_line, dates_in
from tests.unit.read.pages import BODY, LEAD, dump

TITLE = "Ministers meet over fishing dispute"

TITLES = [
    pytest.param((TITLE,), TITLE, None, id="plain"),
    pytest.param((f"# {TITLE}",), TITLE, None, id="Markdown"),
    pytest.param((TITLE, TITLE), TITLE, None, id="twice"),
    pytest.param(
        (f"Example Review | {TITLE}", TITLE), TITLE, "Example Review", id="outlet before a bar"
    ),
    pytest.param(
        (f"{TITLE} - The Example Times",), TITLE, "The Example Times", id="outlet after a dash"
    ),
    pytest.param(("Home", "Log in", TITLE), TITLE, None, id="under a menu"),
    pytest.param(
        ("**Example Weekly**", f"# {TITLE}"), TITLE, "Example Weekly", id="under a bold outlet"
    ),
    pytest.param(
        ("Can the ministers end the dispute?",),
        "Can the ministers end the dispute?",
        None,
        id="question",
    ),
]


@pytest.mark.parametrize(("top", "title", "outlet"), TITLES)
def test_title_and_outlet(top: tuple[str, ...], title: str, outlet: str | None) -> None:
    article = read_text(dump(*top, *BODY))
    assert article.title == title
    assert article.outlet == outlet


BYLINES = [
    ("By Jane Roe", ("Jane Roe",)),
    ("by Jane Roe and Ivan Petrov", ("Jane Roe", "Ivan Petrov")),
    ("By JANE ROE", ("Jane Roe",)),
    ("By Jane Roe, Staff Writer", ("Jane Roe",)),
    ("By Jane Roe in Moscow", ("Jane Roe",)),
    ("By Jane Roe | March 3, 2013", ("Jane Roe",)),
    ("By Sean O'Neil and Anna-Maria Dahl", ("Sean O'Neil", "Anna-Maria Dahl")),
    ("By Reuters", ()),
    ("By midnight the talks had failed.", None),
    ("By the time Lind arrived, Orso had left for the airport and the press had gone.", None),
    ("Lind met Orso", None),
]


@pytest.mark.parametrize(("line", "names"), BYLINES, ids=[line for line, _ in BYLINES])
def test_byline(line: str, names: tuple[str, ...] | None) -> None:
    assert byline_names(line) == names


def test_names_stop_at_the_office() -> None:
    assert names_in("Jane Roe, Senior Editor, The Example Post") == ("Jane Roe",)


DATES = [
    ("February 26, 2013", "2013-02-26"),
    ("26 February 2013", "2013-02-26"),
    ("Feb. 26, 2013", "2013-02-26"),
    ("26th of February 2013", "2013-02-26"),
    ("2013-02-26", "2013-02-26"),
    ("26.02.2013", "2013-02-26"),
    ("02/26/2013", "2013-02-26"),
    ("26/02/2013", "2013-02-26"),
    ("February 2013", "2013-02"),
]


@pytest.mark.parametrize(("words", "label"), DATES)
def test_printed_dates(words: str, label: str) -> None:
    assert [when.label() for _, when in dates_in(f"x {words} y")] == [label]


@pytest.mark.parametrize("words", ["3/4/2013", "February 30, 2013", "26 February", "in 2013", "1.2.3"])
def test_what_is_no_date(words: str) -> None:
    assert list(dates_in(words)) == []


def test_update_gives_way_to_publication() -> None:
    found = date_line("Updated May 9, 2013; published May 7, 2013")
    assert found is not None
    assert (found[0].label(), found[1]) == ("2013-05-07", False)


@pytest.mark.parametrize(
    ("line", "is_clock"),
    [("10:45 GMT", True), ("9.30 am", True), ("10:45 Lind arrives", False), ("2013", False)],
)
def test_clock(line: str, is_clock: bool) -> None:
    assert clock_line(line) is is_clock


@pytest.mark.parametrize(
    ("url", "label"),
    [
        ("https://example.org/2013/02/26/talks-a21898", "2013-02-26"),
        ("https://example.org/2013/feb/26/talks", "2013-02-26"),
        ("https://example.org/news/20130226-talks", "2013-02-26"),
        ("https://example.org/2013/02/talks", "2013-02"),
        ("https://example.org/talks-21898", "unknown"),
        ("https://example.org/2013/13/45/talks", "unknown"),
    ],
)
def test_date_in_url(url: str, label: str) -> None:
    assert date_in_url(url).label() == label


def test_date_stated_wins_over_the_address() -> None:
    text = dump(TITLE, "May 9, 2013", *BODY, "Original url: https://example.org/2013/05/08/talks")
    article = read_text(text)
    assert article.published.label() == "2013-05-09"
    assert article.published.basis == "stated"
    assert article.url == "https://example.org/2013/05/08/talks"


def test_date_of_the_address_is_inferred() -> None:
    article = read_text(dump(TITLE, *BODY, "https://example.org/2013/05/08/talks"))
    assert (article.published.label(), article.published.basis) == ("2013-05-08", "inferred")


def test_dates_in_the_text_are_not_the_day_of_publication() -> None:
    article = read_text(dump(TITLE, LEAD, "The first round was held on January 29, 2013, in Bergen."))
    assert not article.published.known


ORIGINS = [
    ("This article was originally published in Russian in Vestnik.", "Vestnik", "ru"),
    ("This article first appeared in The Other Gazette.", "The Other Gazette", None),
    ("Reprinted with permission from The Other Gazette.", "The Other Gazette", None),
    ("Translated from the German by John Doe.", None, "de"),
]


@pytest.mark.parametrize(("line", "origin", "language"), ORIGINS, ids=[row[0] for row in ORIGINS])
def test_origin(line: str, origin: str | None, language: str | None) -> None:
    article = read_text(dump(TITLE, *BODY, line))
    assert (article.origin, article.translated_from) == (origin, language)


CREDITS = [
    ("Two ministers. (AP Photo/Jane Roe)", "Two ministers.", "AP Photo/Jane Roe"),
    ("Two ministers (photo: dpa)", "Two ministers", "dpa"),
    ("Two ministers. [RIA Novosti/Jane Roe]", "Two ministers.", "RIA Novosti/Jane Roe"),
    ("Two ministers. Photo: John Doe", "Two ministers.", "John Doe"),
    ("Two ministers. **Jane Roe**", "Two ministers.", "Jane Roe"),
    ("Two ministers met (and parted).", "Two ministers met (and parted).", None),
    ("Lind (right) and Orso (left)", "Lind (right) and Orso (left)", None),
]


@pytest.mark.parametrize(("raw", "words", "credit"), CREDITS, ids=[row[0] for row in CREDITS])
def test_credit(raw: str, words: str, credit: str | None) -> None:
    assert split_credit(raw, markup=True) == (words, credit)


LANGUAGES = [
    ("The two sides said that the talks in the capital had been useful to both of them.", "en"),
    ("Die beiden Seiten sagten, dass die Gespräche in der Hauptstadt nützlich waren.", "de"),
    ("Les deux parties ont dit que les discussions dans la capitale ont été utiles.", "fr"),
    ("Стороны заявили, что переговоры в столице были полезны для обеих стран.", "ru"),
    ("Сторони заявили, що переговори в столиці були корисні для обох країн і їхніх людей.", "uk"),
    ("两国外长星期一在奥斯陆会谈", "zh"),
    ("Ministers met in Oslo.", "en"),
    ("12345", "und"),
    ("¼", "und"),
]


@pytest.mark.parametrize(("text", "code"), LANGUAGES, ids=[text[:12] for text, _ in LANGUAGES])
def test_language(text: str, code: str) -> None:
    assert language_of(text) == code


def test_foreign_text_is_flagged() -> None:
    article = read_text(
        "Die beiden Seiten sagten, dass die Gespräche in der Hauptstadt nützlich waren."
    )
    assert any("not English" in warning for warning in article.warnings)
