# ruff: noqa: E501 -- tables of cases keep one case on one line
"""What stands over the headline is the outlet's, and the headline is the headline."""

from __future__ import annotations

import pytest

from detente.read import body_view, read_text
from detente.read.masthead import as_printed, copyright_name, rubric, slogan, trail
from tests.unit.read.pages import BODY, FOURTH, LEAD, SECOND, THIRD, body, dump, roles

TITLE = "Ministers meet over fishing dispute"
SHOUTED = "NORLAND, SUDIA TALK FISH IN OSLO, SEE NO QUICK DEAL"

TRAILS = [
    ("Home / News / World", True),
    ("Home > World", True),
    ("World | Politics | Ports & Trade | Culture", True),
    ("Region · World · Opinion · Photo", True),
    ("Politik | Wirtschaft | Feuilleton", True),
    ("Oslo and Bergen / two towns", False),
    ("Fish | A history of the sea and those who live by it | Part two", False),
    ("Norland/Sudia: who gives way?", False),
    ("By Jane Roe | March 3, 2013", False),
    ("26.02.2013 | 10:15 | World", False),
    ("The sea, the boats and the gate", False),
]


@pytest.mark.parametrize(("text", "wanted"), TRAILS, ids=[text[:30] for text, _ in TRAILS])
def test_trail(text: str, wanted: bool) -> None:
    assert trail(text) is wanted


SLOGANS = [
    ("Serving the five fjords since 1887", True),
    ("Established in 1904", True),
    ("Your window on the north", True),
    ("A letter to clients · No. 12/2013 · Not for onward circulation", True),
    ("Fish catch is smallest since 2009", False),
    ("Serving as minister taught her patience, Lind says of her years in the office that she is leaving", False),
    ("Ministers meet over fishing dispute", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SLOGANS, ids=[text[:30] for text, _ in SLOGANS])
def test_slogan(text: str, wanted: bool) -> None:
    assert slogan(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("OPINION", True), ("Portrait of the week", True), ("The big interview", True), ("News analysis", True),
     ("Opinion in Oslo is divided", False), ("End of the week of talks", False)],
)  # fmt: skip
def test_rubric(text: str, wanted: bool) -> None:
    assert rubric(text) is wanted


COPYRIGHTS = [
    ("(c) Fjord Wire Agency 2013. By licence only.", "Fjord Wire Agency"),
    ("Copyright 2013 Larch County Tribune. Call the desk.", "Larch County Tribune"),
    ("© 2009-2013 The Sound Gazette", "The Sound Gazette"),
    ("© The Sound Gazette Ltd. All rights reserved.", "The Sound Gazette"),
    ("© 2013 All rights reserved", None),
    ("No copyright was claimed.", None),
]


@pytest.mark.parametrize(("text", "name"), COPYRIGHTS, ids=[text[:30] for text, _ in COPYRIGHTS])
def test_copyright_name(text: str, name: str | None) -> None:
    assert copyright_name(text) == name


MASTHEADS = [
    pytest.param(("Sound Gazette", "Home / News / World"), "Sound Gazette", id="over a breadcrumb"),
    pytest.param(("FJORD OBSERVER | English edition",), "Fjord Observer", id="with an edition after a bar"),
    pytest.param(("NORDWARTE – International Edition", "Politik | Wirtschaft | Sport"), "Nordwarte", id="with an edition after a dash"),
    pytest.param(("LARCH COUNTY TRIBUNE\nServing the valley since 1911",), "Larch County Tribune", id="over a slogan"),
    pytest.param(("[Northern Affairs Quarterly](#)", "[Essays](#) · [Books](#) · [Archive](#)"), "Northern Affairs Quarterly", id="as a link"),
    pytest.param(("Fjord Wire Agency\nWorld service",), "Fjord Wire Agency", id="of an agency"),
    pytest.param(("HAVNELYS\nRegion · World · Opinion",), "Havnelys", id="a name of no trade over sections"),
    pytest.param(("Skip to content", "World | Politics | Culture", "The Sound Ledger"), "The Sound Ledger", id="under the menu"),
]  # fmt: skip


@pytest.mark.parametrize("title", [TITLE, SHOUTED], ids=["plain", "shouted"])
@pytest.mark.parametrize(("top", "outlet"), MASTHEADS)
def test_masthead_is_the_outlet_and_not_the_title(
    top: tuple[str, ...], outlet: str, title: str
) -> None:
    article = read_text(dump(*top, title, "By Jane Roe", "March 3, 2013", *BODY))
    assert article.title == title
    assert article.outlet == outlet
    assert article.authors == ("Jane Roe",)
    assert body(article) == list(BODY)


def test_name_of_no_trade_that_the_address_repeats() -> None:
    text = dump("Havn Lys", TITLE, "By Jane Roe", *BODY, "https://www.havn-lys.example/2013/05/07/fish")
    article = read_text(text)
    assert (article.title, article.outlet) == (TITLE, "Havn Lys")
    assert article.published.label() == "2013-05-07"


def test_rubric_over_a_title_in_quotation_marks() -> None:
    title = '"The sea has no plan for us"'
    article = read_text(
        dump(
            "FJORD OBSERVER | English edition",
            "Portrait of the week",
            title,
            "A day on the quay with the fishermen of Norland and their boats",
            "Photo by Jane Roe",
            *BODY,
        )
    )
    assert article.title == title


def test_title_under_the_date() -> None:
    article = read_text(
        dump("LARCH COUNTY TRIBUNE", "• Local\n• Sports", "Posted: Thursday, May 9, 2013", TITLE, *BODY)
    )
    assert article.title == TITLE
    assert article.published.label() == "2013-05-09"


def test_copyright_alone_names_the_outlet() -> None:
    article = read_text(dump(TITLE, *BODY, "(c) Fjord Wire Agency 2013. By licence only."))
    assert (article.title, article.outlet) == (TITLE, "Fjord Wire Agency")


def test_head_of_a_note() -> None:
    article = read_text(
        dump(
            "HARBOUR BRIEFING\nA letter to clients · No. 12/2013 · Not for onward circulation",
            f"To: All desks\nFrom: Jane Roe, senior analyst\nDate: 3 May 2013\nSubject: {TITLE}",
            "1. What happened", LEAD, SECOND, "2. What comes next", THIRD, FOURTH,
        )
    )  # fmt: skip
    assert article.title == TITLE
    assert article.outlet == "Harbour Briefing"
    assert article.authors == ("Jane Roe",)
    assert article.published.label() == "2013-05-03"
    assert body(article) == [LEAD, SECOND, THIRD, FOURTH]
    view = body_view(article)
    heads = [view.text[part.start : part.end] for part in view.paragraphs if part.role == "subhead"]
    assert heads == ["1. What happened", "2. What comes next"]


PRINTED = [
    ("FJORD OBSERVER", "", "Fjord Observer"),
    ("VOICE OF THE FJORD", "", "Voice of the Fjord"),
    ("NDR", "", "NDR"),
    ("SUNDMØREPOSTEN", "Lind told the SundmørePosten that", "SundmørePosten"),
    ("The Sound Ledger", "THE SOUND LEDGER", "The Sound Ledger"),
]


@pytest.mark.parametrize(("name", "text", "wanted"), PRINTED, ids=[row[0] for row in PRINTED])
def test_as_printed(name: str, text: str, wanted: str) -> None:
    assert as_printed(name, text) == wanted


FURNITURE = [
    ("Share: VK | Odnoklassniki | Facebook", "promo"),
    ("Kontakt | Impressum | Datenschutz", "legal"),
    ("Terms | Privacy | Contact the newsroom: desk@sound-gazette.example", "legal"),
    ("Mehr zum Thema", "related"),
    ("Lire aussi", "related"),
    ("Comments (14)", "menu"),
    ("To change your settings or unsubscribe, write to us", "promo"),
]


@pytest.mark.parametrize(("line", "role"), FURNITURE, ids=[line for line, _ in FURNITURE])
def test_furniture_at_the_foot(line: str, role: str) -> None:
    found = roles(dump(TITLE, *BODY, line))
    assert found[line] == role
    assert all(found[paragraph] == "body" for paragraph in BODY)


def test_links_under_a_foreign_head() -> None:
    text = dump(
        TITLE, *BODY, "Mehr zum Thema\nWer fängt den Fisch?\nOslo und die Boote", "Kontakt | Impressum"
    )
    article = read_text(text)
    assert article.related == ("Wer fängt den Fisch?", "Oslo und die Boote")
    assert body(article) == list(BODY)


def test_author_and_opinions_are_a_bio() -> None:
    note = "Petra Nowak is a professor at the Fjord School of Law. The opinions expressed here are her own."
    assert roles(dump(TITLE, "By Petra Nowak", *BODY, note))[note] == "bio"


CAPTIONS = [
    ("Lind and Orso at the fortress shortly before midnight. Jane Roe/FWA", "Jane Roe/FWA"),
    ("*The quay in Oslo on Monday. Photograph: Jane Roe*", "Jane Roe"),
]


@pytest.mark.parametrize(("line", "credit"), CAPTIONS, ids=[credit for _, credit in CAPTIONS])
def test_captions(line: str, credit: str) -> None:
    article = read_text(dump(TITLE, "By John Doe", line, *BODY))
    assert [caption.credit for caption in article.captions] == [credit]
    assert body(article) == list(BODY)
