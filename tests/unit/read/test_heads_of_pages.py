# ruff: noqa: E501 -- tables of cases keep one case on one line
"""What stands between the name of an outlet and the text, in the forms that papers of the world use."""

from __future__ import annotations

import pytest

from detente.read import read_text
from detente.read.byline import byline_names, name_list
from detente.read.masthead import copyright_name, rubric, trail
from detente.read.printed import date_line
from detente.records import Article

BODY = (
    "The ministers of Norway and Serbia met in the old customs house on Thursday and talked for two "
    "hours about the port, which both of them want to run and neither of them can pay for.",
    "Nobody in the town expected much of it. The fishermen had put up a sign that asked the guests to "
    "buy something, and one of the delegations bought a rope.",
)
DEK = "The port has two owners and no harbour master. A day on the quay with those who wait for both"


def page(*rows: str) -> Article:
    return read_text("\n\n".join((*rows, *BODY)))


UNSIGNED = [
    ("one and an office", ("Rosalind Thorne\nDiplomatic correspondent\n29 October 1998",), ("Rosalind Thorne",)),
    ("two over a date", ("Imogen Carr and Piers Dunn\nFriday July 20, 2007",), ("Imogen Carr", "Piers Dunn")),
    ("two, a picture under them", ("Hamdan Zeid and Priscilla Rod", "[Image: The quay last year. Post archive]"), ("Hamdan Zeid", "Priscilla Rod")),
    ("a column", ("A column by Jutta Vierheim\nFriday, 25 October 2013",), ("Jutta Vierheim",)),
    ("our weekly column", ("Our column by Jutta Vierheim",), ("Jutta Vierheim",)),
    ("an interviewer", ("Interview: Dawit Wolde", "Thursday, 12 July 2018"), ("Dawit Wolde",)),
    ("a pool beside a name", ("By Gu Haerin, Joint Press Corps",), ("Gu Haerin",)),
    ("nobody", ("Friday July 20, 2007",), ()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "authors"), [row[1:] for row in UNSIGNED], ids=[r[0] for r in UNSIGNED]
)
def test_authors_without_a_by(rows: tuple[str, ...], authors: tuple[str, ...]) -> None:
    found = page("Fjord Post\nHome | World | Money | Sport", "A port with two owners", DEK, *rows)
    assert found.title == "A port with two owners"
    assert found.authors == authors
    assert [found.text[line.start : line.end] for line in found.lines if line.role == "body"] == list(
        BODY
    )


TOPS = [
    ("a path", "You are here: News > UK politics > Foreign affairs"),
    ("a path in German", "Sie sind hier: Politik > Ausland > Europa"),
    ("a rubric", "The Thursday Conversation"),
    ("a section", "Home > North"),
]


@pytest.mark.parametrize("row", [row[1] for row in TOPS], ids=[row[0] for row in TOPS])
def test_ways_and_rubrics_are_no_titles(row: str) -> None:
    found = page("Fjord Post\nHome | World | Money", row, "A port with two owners", "20 July 2007")
    assert found.title == "A port with two owners"


DATES = [
    ("Sunday, 10 September 2017 | Muscat 34°", "2017-09-10"),
    ("Sunday, 10 September 2017 | Oslo -4°C", "2017-09-10"),
    ("10 September 2017, Port Louis 27 °C", "2017-09-10"),
]


@pytest.mark.parametrize(("row", "day"), DATES)
def test_a_date_beside_the_weather(row: str, day: str) -> None:
    found = date_line(row)
    assert found
    assert found[0].label() == day
    assert page(f"Fjord Post\n{row}", "A port with two owners", DEK).published.label() == day


def test_the_edition_that_was_translated_dates_a_page() -> None:
    found = page(
        "FJORD SHIMPO\nEnglish edition",
        "[Translated from the Japanese edition of 27 September 2012]",
        "A port with two owners",
        "By Tokuda Natsu",
    )
    assert found.outlet == "Fjord Shimpo"
    assert found.published.label() == "2012-09-27"
    assert found.authors == ("Tokuda Natsu",)


LISTS = [
    ("Jane Roe and John Doe", ("Jane Roe", "John Doe")),
    ("Jane Roe, John Doe and Ann Lee", ("Jane Roe", "John Doe", "Ann Lee")),
    ("Jane Roe & John Doe", ("Jane Roe", "John Doe")),
    ("Jane Roe", ()),
    ("Oslo and Bergen", ()),
    ("Jane Roe and friends", ()),
    ("The United States and Russia", ()),
]


@pytest.mark.parametrize(("line", "names"), LISTS, ids=[row[0] for row in LISTS])
def test_lines_of_names(line: str, names: tuple[str, ...]) -> None:
    assert name_list(line) == names


BYLINES = [
    ("A column by Jane Roe", ("Jane Roe",)),
    ("An analysis by Jane Roe, Oslo", ("Jane Roe",)),
    ("Interview: Jane Roe", ("Jane Roe",)),
    ("Text: Jane Roe", ("Jane Roe",)),
    ("The offer by Jane Roe was refused by the whole council on Tuesday.", None),
    ("A step by step guide", None),
    ("By the Harbour Pool, a Deal on Cod", None),
]


@pytest.mark.parametrize(("line", "names"), BYLINES, ids=[row[0] for row in BYLINES])
def test_bylines_with_a_word_before_by(line: str, names: tuple[str, ...] | None) -> None:
    assert byline_names(line) == names


def test_names_of_companies_are_those_of_their_papers() -> None:
    assert copyright_name("© 2000 The Fjord Standard Company") == "The Fjord Standard"
    assert copyright_name("© 2000 Fjord Publishing") == "Fjord"


@pytest.mark.parametrize("line", ["You are here: Port", "Either: or", "You are here"])
def test_what_is_no_trail(line: str) -> None:
    assert not trail(line)


@pytest.mark.parametrize("line", ["The Friday Interview", "The weekly talk", "Monday debate"])
def test_rubrics(line: str) -> None:
    assert rubric(line)
