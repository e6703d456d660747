# ruff: noqa: E501 -- tables of cases keep one case on one line
"""Page dumps in the shapes they come in: menus on top, pitches in the middle, boxes at the foot."""

from __future__ import annotations

import pytest

from detente.read import read_text
from tests.unit.read.pages import BODY, FOURTH, LEAD, SECOND, THIRD, body, dump

TITLE = "Ministers meet over fishing dispute"
LAST = "The next round is to be held in Sudia in the spring, both ministries said in a statement."
MENU = "  • Home\n  • World\n  • Politics\n  • Opinion\n  • Sport\n  • Weather"
FOOT = "Terms of use\nPrivacy policy\n© 2013 The Example Post. All rights reserved."


class Shape:
    """A dump and what must be read of it."""

    def __init__(self, text: str, *, cut: bool = False, authors: tuple[str, ...] = (), day: str | None = None, last: str = FOURTH) -> None:  # fmt: skip
        self.text, self.cut, self.authors, self.day, self.last = text, cut, authors, day, last


SHAPES = {
    "bare": Shape(dump(TITLE, *BODY)),
    "doubled title": Shape(dump(TITLE, TITLE, *BODY)),
    "title with the outlet": Shape(dump(f"{TITLE} | The Example Post", TITLE, *BODY)),
    "outlet before the title": Shape(dump(f"The Example Post | {TITLE}", TITLE, *BODY)),
    "menu on top": Shape(dump(MENU, TITLE, *BODY)),
    "menu and log-in on top": Shape(dump("Log in\nRegister", MENU, TITLE, *BODY)),
    "cookie banner on top": Shape(dump("We use cookies to improve your experience on our website.", "Accept all", TITLE, *BODY)),
    "byline and day": Shape(dump(TITLE, "By Jane Roe", "February 26, 2013", *BODY), authors=("Jane Roe",), day="2013-02-26"),
    "day over the title": Shape(dump("February 26, 2013", TITLE, *BODY), day="2013-02-26"),
    "byline with the hour": Shape(dump(TITLE, "By Jane Roe, 26 February 2013, 10:15 GMT", *BODY), authors=("Jane Roe",), day="2013-02-26"),
    "Markdown": Shape(dump(f"# {TITLE}", "By [Jane Roe](#)", "**February 26, 2013**", *BODY), authors=("Jane Roe",), day="2013-02-26"),
    "share bar": Shape(dump(TITLE, "Share on Facebook\nShare on Twitter\nPrint", *BODY)),
    "advertisement in the middle": Shape(dump(TITLE, LEAD, "Advertisement", SECOND, "Article continues after advertisement", THIRD, FOURTH)),
    "related link in the middle": Shape(dump(TITLE, LEAD, SECOND, "Read more: What the fishermen of Sudia want", THIRD, FOURTH)),
    "newsletter box in the middle": Shape(dump(TITLE, LEAD, "Sign up for our newsletter and get the news in your inbox.", SECOND, THIRD, FOURTH)),
    "caption on top": Shape(dump(TITLE, "The two ministers in Oslo. (Photo: Jane Roe/Fjord Wire)", *BODY)),
    "related list at the foot": Shape(dump(TITLE, *BODY, "Related articles", "Ferries late again after ice in the sound", "Five things to know about the herring")),
    "comments at the foot": Shape(dump(TITLE, *BODY, "Leave a comment", "Your email address will not be published.")),
    "legal lines at the foot": Shape(dump(TITLE, *BODY, FOOT)),
    "note on the author": Shape(dump(TITLE, *BODY, "Jane Roe is a fellow at the Institute of Northern Studies."), authors=("Jane Roe",)),
    "soft pitch at the foot": Shape(dump(TITLE, *BODY, LAST, "Jane Roe is a fellow at the Institute of Northern Studies.", "Subscribe", FOOT), authors=("Jane Roe",), last=LAST),
    "gate": Shape(dump(TITLE, LEAD, SECOND, "Keep reading for free!", "Already a subscriber? Log in here."), cut=True, last=SECOND),
    "gate and foot": Shape(dump(TITLE, LEAD, SECOND, "You have reached your limit of free articles.", "Subscribe from $1", FOOT), cut=True, last=SECOND),
    "gate with a price": Shape(dump(TITLE, LEAD, SECOND, "To read on, subscribe for 4.99 a month", "Log in"), cut=True, last=SECOND),
    "gate in German": Shape(dump(TITLE, LEAD, SECOND, "Jetzt weiterlesen mit Hafenpost Plus", "Sie haben bereits ein Abo? Anmelden"), cut=True, last=SECOND),
    "half a sentence": Shape(dump(TITLE, LEAD, "Minister Tova Lind said after the talks that Norland was ready...", "Read more"), cut=True, last="Minister Tova Lind said after the talks that Norland was ready..."),
    "counted characters": Shape(dump(TITLE, LEAD, "Minister Tova Lind said after the talks that Nor… [+2310 chars]"), cut=True, last="Minister Tova Lind said after the talks that Nor… [+2310 chars]"),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_title_and_ends_of_the_text(shape: Shape) -> None:
    article = read_text(shape.text)
    assert article.title == TITLE
    assert body(article)[0] == LEAD
    assert body(article)[-1] == shape.last


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_cut_off(shape: Shape) -> None:
    article = read_text(shape.text)
    assert article.cut_off is shape.cut
    assert (article.cut_off_evidence is not None) is shape.cut


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_author_and_day(shape: Shape) -> None:
    article = read_text(shape.text)
    assert article.authors == shape.authors
    assert (article.published.label() if article.published.known else None) == shape.day


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_no_quotation_is_lost(shape: Shape) -> None:
    if "closer than we were" in shape.text:
        assert "“We are not there yet,” Lind told reporters." in "\n".join(body(read_text(shape.text)))


ENDINGS = [
    pytest.param("Subscribe to The Example Post from $1 a week", False, id="a button with a price under a long text"),
    pytest.param("Continue reading the main story", False, id="a link past a box"),
    pytest.param("2 free articles left", False, id="a counter"),
    pytest.param("Sign up for our daily letter", False, id="a newsletter"),
    pytest.param("Download our app", False, id="an app"),
    pytest.param("Support our journalism from $5 a month", False, id="a gift"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "cut"), ENDINGS)
def test_whole_articles_with_an_offer_below(line: str, cut: bool) -> None:
    long = [
        f"{paragraph} That was in week {number} of the talks."
        for number, paragraph in enumerate(BODY * 3)
    ]
    assert read_text(dump(TITLE, *long, line, FOOT)).cut_off is cut


def test_gate_inside_a_whole_article_cuts_nothing() -> None:
    text = dump(TITLE, LEAD, "Subscribe to continue reading", SECOND, THIRD, FOURTH, LAST, *BODY)
    assert not read_text(text).cut_off


def test_boxes_that_read_like_text_below_a_gate() -> None:
    box = "The Institute of Northern Studies brings together scholars of the four seas in one house."
    article = read_text(dump(TITLE, *BODY, "Subscribe to continue reading this article", box))
    assert article.cut_off
