# ruff: noqa: E501 -- tables of cases keep one case on one line
"""Heads of wire copy, of interviews and of early pages: slugs, offices, places before the day, standfirsts."""

from __future__ import annotations

import pytest

from detente.read import read_text
from detente.read.byline import credit_names, helped, signed_names
from detente.read.facts import without_online
from detente.read.printed import date_line
from detente.read.top import is_media, is_slug
from detente.records import Article
from tests.unit.read.pages import FOURTH, LEAD, SECOND, THIRD, dump, html_page, one

TITLE = "Neighbours sign a fishing truce, and now have to sell it at home"
TEXT = (LEAD, SECOND, THIRD, FOURTH)

SLUGS = [
    ("three words", "Norland-Sudia-Fish", True),
    ("a second lead", "Norland-Sudia-Fish, 2nd lead", True),
    ("two words and a lead", "Sudia-Talks, 1st Ld", True),
    ("two dashes", "BC-EU--Norland-Fish, 3rd Ld-Writethru", True),
    ("urgent", "NORLAND-SUDIA/TALKS URGENT", True),
    ("an update with its number", "Norland-talks/ UPDATE 3", False),
    ("strokes", "NORLAND/SUDIA/FISH", True),
    ("a number and a desk", "a0417 int", True),
    ("a number", "BC1204", True),
    ("a headline of two states", "Norland-Sudia talks fail", False),
    ("two states alone", "Norland-Sudia", False),
    ("a headline with a dash", "Fish war - the second round", False),
    ("a lead in a headline", "Sudia takes the lead in the talks", False),
    ("a headline of one word", "Stalemate", False),
    ("a year", "2013", False),
    ("a paragraph", "Norland-Sudia-Fish " * 6, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in SLUGS], ids=[row[0] for row in SLUGS]
)
def test_slugs(text: str, expected: bool) -> None:
    assert is_slug(text) is expected


def test_the_headline_is_under_the_slug() -> None:
    found = read_text(
        dump(
            "NORTHERN WIRE AGENCY\na0417 int",
            f"Norland-Sudia-Fish, 2nd lead\n{TITLE}",
            "By Jane Roe",
            *TEXT,
        )
    )
    assert found.title == TITLE
    assert found.authors == ("Jane Roe",)
    assert found.dek is None


def test_without_a_headline_a_slug_is_none() -> None:
    found = read_text(dump("Norland-Sudia-Fish, 2nd lead", *TEXT))
    assert found.title != "Norland-Sudia-Fish, 2nd lead"


DAYS = [
    ("a place", "Oslo, 8 June 2015", "2015-06-08"),
    ("a place of two words", "Addis Ababa, 8 June 2015", "2015-06-08"),
    ("a place with an article", "The Hague, June 8, 2015", "2015-06-08"),
    ("an author", "Jane Roe, 8 June 2015", None),
    ("a weekday in German is no place", "Freitag, 8 June 2015", None),
    ("an hour with a point, after a dash", "November 27, 2013 – 6.02am", "2013-11-27"),
    ("an hour with a colon", "November 27, 2013, 6:02pm", "2013-11-27"),
    ("a sentence", "The two met in Oslo, 8 June 2015", None),
    ("a place and a month", "Oslo, June 2015", None),
    ("no comma", "Oslo Accords 8 June 2015", None),
    ("more than a place", "Talks in Oslo fail, 8 June 2015", None),
    ("words after it", "Oslo, 8 June 2015, seen from the quay", None),
]


@pytest.mark.parametrize(("text", "day"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_lines_that_are_a_day(text: str, day: str | None) -> None:
    found = date_line(text)
    assert (found[0].label() if found else None) == day


SIGNED = [
    ("one and an office", "Jane Roe, political editor", ("Jane Roe",)),
    ("one and a place", "Jane Roe in Oslo", ("Jane Roe",)),
    ("two and two places", "Jane Roe in Oslo and John Doe in Sudia City", ("Jane Roe", "John Doe")),
    (
        "a place with initials",
        "Jane Roe in Oslo and John Doe in Surrey, B.C.",
        ("Jane Roe", "John Doe"),
    ),
    ("a comma before and", "Jane Roe in Oslo, and John Doe in Graz", ("Jane Roe", "John Doe")),
    ("one of them is nobody", "Jane Roe in Oslo and nobody in Graz", ()),
    ("a headline", "Roe in Oslo and Doe in trouble", ()),
    ("a sentence", "Jane Roe lives in Oslo and John Doe in Graz.", ()),
    ("nothing", "", ()),
]


@pytest.mark.parametrize(("text", "names"), [row[1:] for row in SIGNED], ids=[row[0] for row in SIGNED])
def test_names_with_offices_and_places(text: str, names: tuple[str, ...]) -> None:
    assert signed_names(text) == names


CREDITS = [
    ("additional", "(Additional reporting by Jane Roe in Lima)", ("Jane Roe",), True),
    ("files", "With files from Jane Roe", ("Jane Roe",), True),
    ("reporting from", "With reporting from Jane Roe and John Doe", ("Jane Roe", "John Doe"), True),
    ("the writer's", "Reporting by Jane Roe", ("Jane Roe",), False),
    ("no credit", "With files under his arm he left the room", None, True),
    ("a sentence", "Additional ships were sent on Monday", None, True),
]


@pytest.mark.parametrize(
    ("text", "names", "help_"), [row[1:] for row in CREDITS], ids=[row[0] for row in CREDITS]
)
def test_credits(text: str, names: tuple[str, ...] | None, help_: bool) -> None:
    assert credit_names(text) == names
    if names:
        assert helped(text) is help_


def test_who_helped_is_no_author_beside_the_author() -> None:
    found = read_text(dump(TITLE, "By Jane Roe", *TEXT, "(Additional reporting by John Doe in Sudia)"))
    assert found.authors == ("Jane Roe",)


def test_who_helped_is_named_where_nobody_else_is() -> None:
    found = read_text(dump(TITLE, *TEXT, "(Additional reporting by John Doe in Sudia)"))
    assert found.authors == ("John Doe",)


NAMES = [
    ("The Example Post Online", "The Example Post"),
    ("Monsoon Review Online", "Monsoon Review"),
    ("MONSOON REVIEW ONLINE", "MONSOON REVIEW"),
    ("Example Online", "Example Online"),
    ("Online", "Online"),
    ("The Online Post", "The Online Post"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_an_edition_on_the_web_is_the_paper(name: str, expected: str) -> None:
    assert without_online(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("The Example Post", True), ("Graz Courier", True), ("Politics", False), ("", False)],
)
def test_names_of_papers(name: str, expected: bool) -> None:
    assert is_media(name) is expected


def early(head: str, under: str, title: str = TITLE, metadata: str = "") -> Article:
    """An HTML page whose head is plain paragraphs, as an extractor takes them for text."""
    text = "".join(f"<p>{line}</p>" for line in (*TEXT, *TEXT[::-1]))
    page = f"<article><p>{head}</p><h1>{title}</h1>{under}{text}</article>"
    return one(
        html_page(page, f"<title>The Fjord Record Online: {title}</title>{metadata}"), "page.html"
    )


def role_of(article: Article, words: str) -> str:
    return next(line.role for line in article.lines if article.text[line.start : line.end] == words)


DEK = "Lind asks Orso to co-operate; allies choose their words"
UNDER = [
    ("a byline", f"<p>{DEK}</p><p>By Jane Roe</p>", "dek"),
    ("a day", f"<p>{DEK}</p><p>Published Sept. 22, 2003 at 5:00 a.m.</p>", "dek"),
    (
        "two names and places",
        f"<p>{DEK}</p><p>Jane Roe in Oslo and John Doe in Surrey, B.C.</p>",
        "dek",
    ),
    (
        "a caption",
        f"<p>{DEK}</p><figure><img src=a.jpg><figcaption>The quay in May</figcaption></figure>",
        "dek",
    ),
    ("the text at once", f"<p>{DEK}</p>", "body"),
    ("a sentence", f"<p>{DEK} on Monday in the capital of Sudia.</p><p>By Jane Roe</p>", None),
]


@pytest.mark.parametrize(("under", "role"), [row[1:] for row in UNDER], ids=[row[0] for row in UNDER])
def test_a_standfirst_is_parted_from_the_text(under: str, role: str | None) -> None:
    found = early("WORLD", under)
    if role:
        assert role_of(found, DEK) == role
    assert (found.dek == DEK) is (role == "dek")


def test_the_section_over_the_headline_is_no_text() -> None:
    assert role_of(early("WORLD", "<p>By Jane Roe</p>"), "WORLD") == "menu"


def test_the_outlet_beside_the_headline_in_the_title_element() -> None:
    found = early("WORLD", "<p>By Jane Roe</p>")
    assert found.outlet == "The Fjord Record"
    assert {one.name: one.how for one in found.found}["outlet"] == "the title element"


AUTHORS = [
    (
        "a second one with a place",
        "<p>Jane Roe in Oslo and John Doe in Surrey, B.C.</p>",
        ("Jane Roe", "John Doe"),
    ),
    ("a second one after By", "<p>By Jane Roe and John Doe</p>", ("Jane Roe", "John Doe")),
    ("a place after the name", "<p>By Jane Roe, Addis Ababa</p>", ("Jane Roe",)),
    ("somebody else", "<p>By John Doe and Mia Moe</p>", ("Jane Roe",)),
    ("the same", "<p>By Jane Roe</p>", ("Jane Roe",)),
]


@pytest.mark.parametrize(
    ("byline", "names"), [row[1:] for row in AUTHORS], ids=[row[0] for row in AUTHORS]
)
def test_the_byline_names_more_than_the_metadata(byline: str, names: tuple[str, ...]) -> None:
    found = early("WORLD", byline, metadata='<meta name="author" content="Jane Roe">')
    assert found.authors == names


def test_what_is_under_an_advertisements_mark_is_one() -> None:
    page = f"<p>By Jane Roe</p><p>{LEAD}</p><p>ADVERTISEMENT</p><p>Linden Boats - 0% until spring</p>"
    assert role_of(early("WORLD", page), "Linden Boats - 0% until spring") == "ad"


def test_a_paragraph_under_an_advertisements_mark_is_text() -> None:
    page = f"<p>By Jane Roe</p><p>{LEAD}</p><p>ADVERTISEMENT</p><p>Nobody in Oslo had expected it.</p>"
    assert role_of(early("WORLD", page), "Nobody in Oslo had expected it.") == "body"
