# ruff: noqa: E501 -- tables of cases keep one case on one line
"""Every line that is not the article gets the role of what it is, and the article loses nothing."""

from __future__ import annotations

import pytest

from detente.read import read_text
from tests.unit.read.pages import BODY, FOURTH, LEAD, SECOND, THIRD, body, dump, roles

TITLE = "Ministers meet over fishing dispute"

BELOW_TITLE = [
    ("By Jane Roe", "byline"),
    ("By [Jane Roe](#)", "byline"),
    ("By JANE ROE and JOHN DOE", "byline"),
    ("Written by Jane Roe, Staff Writer", "byline"),
    ("February 26, 2013", "date"),
    ("Tuesday, 26 February 2013 10:15 GMT", "date"),
    ("Published: 26.02.2013", "date"),
    ("Last updated on May 7th, 2013 at 21:04", "date"),
    ("**The Example Post**", "outlet"),
    ("Lind and Orso shake hands in Oslo. (AP Photo/Jane Roe)", "caption"),
    ("Lind and Orso in Oslo on Monday. Photo: John Doe / dpa", "caption"),
    ("The two ministers at the fortress. [Reuters/Jane Roe]", "caption"),
    ("Share on Facebook", "promo"),
    ("Share this article", "promo"),
    ("Advertisement", "ad"),
    ("5 min read", "menu"),
    ("Log in", "login"),
]


@pytest.mark.parametrize(("line", "role"), BELOW_TITLE, ids=[line for line, _ in BELOW_TITLE])
def test_lines_under_the_title(line: str, role: str) -> None:
    found = roles(dump(TITLE, line, *BODY))
    assert found[line] == role
    assert found[TITLE] == "title"
    assert all(found[paragraph] == "body" for paragraph in BODY)


INSIDE = [
    ("Advertisement", "ad"),
    ("Article continues below", "ad"),
    ("ADVERTISEMENT - Continue reading below", "ad"),
    ("Story continues after advertisement", "ad"),
    ("Read more: What the fishermen of Sudia want", "related"),
    ("RELATED: Five things to know about the fishing dispute", "related"),
    ("Sign up for our daily newsletter and get the news in your inbox", "promo"),
    ("Share on Twitter", "promo"),
    ("Tweet", "promo"),
    ("10:45 GMT", "date"),
    ("Orso arrives at the fortress in Oslo. (Jane Roe/AFP)", "caption"),
    ("We use cookies to give you the best experience on our website.", "legal"),
    ("Follow us on Facebook and Twitter", "promo"),
]


@pytest.mark.parametrize(("line", "role"), INSIDE, ids=[line for line, _ in INSIDE])
def test_lines_inside_the_text_do_not_end_it(line: str, role: str) -> None:
    found = roles(dump(TITLE, LEAD, SECOND, line, THIRD, FOURTH))
    assert found[line] == role
    assert found[THIRD] == "body"
    assert found[FOURTH] == "body"


FOOT = [
    ("Contact the author at j.roe@example.org", "contact"),
    ("Related articles:", "related"),
    ("More on this story", "related"),
    ("© 2013 The Example Post. All rights reserved.", "legal"),
    ("Leave a comment", "menu"),
    ("12 Comments", "menu"),
    ("Original url: https://example.org/2013/02/26/talks", "source-url"),
    ("(Reporting by Jane Roe; Editing by John Doe)", "byline"),
    ("This article was originally published in The Other Gazette.", "source-url"),
    ("The views expressed are those of the author and do not reflect those of this paper.", "legal"),
    ("Subscribe now for full access to The Example Post", "paywall"),
    ("Jane Roe is a senior fellow at the Institute of Northern Studies.", "bio"),
]


@pytest.mark.parametrize(("line", "role"), FOOT, ids=[line for line, _ in FOOT])
def test_lines_at_the_foot(line: str, role: str) -> None:
    found = roles(dump(TITLE, *BODY, line))
    assert found[line] == role
    assert all(found[paragraph] == "body" for paragraph in BODY)


TEXT = [
    pytest.param("Q: What did Sudia offer?", id="question of an interview"),
    pytest.param("A: Nothing that we had not heard before.", id="answer of an interview"),
    pytest.param("“Shame.”", id="a quotation of one word"),
    pytest.param(
        "He told supporters to sign up for the newsletter of the party.", id="talk of signing up"
    ),
    pytest.param("“You must subscribe to read this article in full,” Orso joked.", id="a quoted pitch"),
    pytest.param("• An end to night fishing within twelve miles of the coast", id="item of a list"),
    pytest.param(
        "Lind said the rest of the article of the treaty was not in dispute.", id="article of a treaty"
    ),
    pytest.param(
        "The deputy minister, who is a professor of law, declined to comment.", id="a professor"
    ),
    pytest.param(
        "Cookies, coffee and a handshake: that was the whole meeting.", id="cookies on a plate"
    ),
    pytest.param("On May 7, 2013, the two sides broke off the talks.", id="a sentence with a date"),
]


@pytest.mark.parametrize("line", TEXT)
def test_what_only_looks_like_boilerplate_stays(line: str) -> None:
    assert roles(dump(TITLE, LEAD, SECOND, line, THIRD, FOURTH))[line] == "body"


def test_menu_above_the_title_is_no_text() -> None:
    lines = ("Skip to content", "Menu", "News", "World", "Sign in", "Subscribe")
    article = read_text(dump(*lines, f"{TITLE} | The Example Post", TITLE, "By Jane Roe", *BODY))
    assert article.title == TITLE
    assert article.outlet == "The Example Post"
    assert body(article) == list(BODY)


def test_related_list_ends_with_the_next_paragraph() -> None:
    links = ("- [Fishermen block the port](#)", "- [What is at stake in Oslo](#)")
    text = dump(TITLE, LEAD, "## Related articles", "\n".join(links), SECOND, THIRD, FOURTH)
    article = read_text(text)
    assert article.related == ("Fishermen block the port", "What is at stake in Oslo")
    assert body(article) == list(BODY)


def test_readers_comments_are_not_the_text() -> None:
    comment = "Lind is a disgrace and Oslo should never have let Orso into the country at all."
    article = read_text(dump(TITLE, *BODY, "3 Comments", "angry_fisher", comment))
    assert body(article) == list(BODY)


def test_pull_quote_is_not_read_twice() -> None:
    pulled = "But we are closer than we were."
    found = roles(dump(TITLE, LEAD, SECOND, pulled, THIRD, FOURTH))
    assert found[pulled] == "promo"
    assert found[FOURTH] == "body"


def test_subheads() -> None:
    found = roles(dump(TITLE, LEAD, SECOND, "A cautious mood", THIRD, "## What next", FOURTH))
    assert found["A cautious mood"] == "subhead"
    assert found["## What next"] == "subhead"


def test_bio_under_the_name_of_its_author() -> None:
    note = "PETRA Nowak is Professor at the School of Law in Graz. She trained as an economist."
    article = read_text(dump(TITLE, *BODY, "Professor Petra Nowak", note, "close Item added to list"))
    assert article.authors == ("Petra Nowak",)
    assert body(article) == list(BODY)


def test_person_of_the_article_is_no_bio() -> None:
    line = "Tova Lind is a former fellow of the Institute of Northern Studies."
    assert roles(dump(TITLE, *BODY, line))[line] == "body"


def test_poem_keeps_its_lines() -> None:
    lines = ("The sea is grey,", "the boats are late,", "and nobody comes", "to the iron gate.")
    text = "Harbour song\n\n" + "\n".join(lines)
    article = read_text(text)
    assert "the boats are late," in "\n".join(body(article))


def test_one_line() -> None:
    article = read_text(LEAD)
    assert article.title is None
    assert body(article) == [LEAD]


def test_dek_that_the_text_starts_anew_from() -> None:
    dek = "Foreign Minister Tova Lind sought to calm her neighbours. But fishing remains a problem."
    lead = "Foreign Minister Tova Lind spent four hours with her colleague in Oslo on Monday, officials said."
    article = read_text(dump(TITLE, dek, lead, SECOND, THIRD))
    assert article.dek == dek
    assert body(article)[0] == lead


def test_dateline_is_parted_from_its_paragraph() -> None:
    article = read_text(dump(TITLE, f"OSLO, Feb 26 (Reuters) - {LEAD}", SECOND, THIRD))
    assert article.outlet == "Reuters"
    assert body(article)[0] == LEAD
    assert [line.role for line in article.lines if line.role == "dateline"] == ["dateline"]


def test_wrapped_text_is_read_by_paragraph() -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(part, 70) for part in (*BODY, LEAD.replace("Oslo", "Bergen")))
    article = read_text(f"{TITLE}\n\nBy Jane Roe\n\n{wrapped}")
    assert body(article)[:4] == list(BODY)
    assert article.authors == ("Jane Roe",)
