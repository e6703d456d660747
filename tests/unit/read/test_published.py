# ruff: noqa: E501 -- tables of cases keep one case on one line
"""The day an HTML page was published: declared, in its address, printed, and what they say together."""

from __future__ import annotations

import json
from datetime import date

import pytest

from detente.read.published import day_of
from tests.unit.read.pages import BODY, html_page, one

TITLE = "Ministers meet over fish"
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def ld(**fields: object) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def canonical(path: str) -> str:
    return f'<link rel="canonical" href="https://post.example/{path}">'


def under(words: str) -> str:
    """A page that prints these words under its headline."""
    return f"<h1>{TITLE}</h1><div class='date'>{words}</div>{TEXT}"


PLAIN = f"<h1>{TITLE}</h1>{TEXT}"
DAYS = [
    pytest.param(ld(datePublished="2013-02-26T10:00:00Z"), PLAIN, "2013-02-26", "stated", id="JSON-LD"),
    pytest.param(meta("article:published_time", "2013-02-26"), PLAIN, "2013-02-26", "stated", id="OpenGraph"),
    pytest.param(meta("dc.date.issued", "20130226"), PLAIN, "2013-02-26", "stated", id="Dublin Core, compact"),
    pytest.param(meta("date", "February 26, 2013"), PLAIN, "2013-02-26", "stated", id="in words"),
    pytest.param(canonical("2013/02/26/talks"), PLAIN, "2013-02-26", "stated", id="address"),
    pytest.param(canonical("2013/02/talks"), PLAIN, "2013-02", "inferred", id="month in the address"),
    pytest.param("", under("Published 26 February 2013"), "2013-02-26", "stated", id="printed under the headline"),
    pytest.param("", under("26.02.2013"), "2013-02-26", "stated", id="printed with dots"),
    pytest.param("", f"<h1>{TITLE}</h1><time datetime='2013-02-26'>26 Feb</time>{TEXT}", "2013-02-26", "stated", id="one time element"),
    pytest.param(ld(datePublished="2013-02-26T23:30:00-05:00"), PLAIN, "2013-02-26", "stated", id="day of the zone it is declared in"),
    pytest.param(ld(datePublished="2013-02-27T03:30:00Z"), under("26 February 2013, 10:30 pm"), "2013-02-26", "stated", id="universal time, local day printed"),
    pytest.param(ld(datePublished="2013-02-26T22:10:00Z"), under("27 February 2013, 9:10 am"), "2013-02-27", "stated", id="universal time, the outlet east of it"),
    pytest.param(ld(datePublished="2013-02-27T01:00:00Z") + canonical("2013/02/26/talks"), PLAIN, "2013-02-26", "stated", id="universal time, local day in the address"),
    pytest.param(ld(datePublished="2013-02-27T07:30:00-05:00") + canonical("2013-02-26-talks"), PLAIN, "2013-02-27", "stated", id="a zone of its own beats the address"),
    pytest.param(ld(datePublished="2013-02-26", dateModified="2013-05-09"), PLAIN, "2013-02-26", "inferred", id="changed weeks later"),
    pytest.param(ld(datePublished="2013-02-26", dateModified="2013-05-09"), under("Updated 9 May 2013"), "2013-05-09", "inferred", id="only the change is printed"),
    pytest.param(ld(datePublished="2013-02-26", dateModified="2013-05-09") + canonical("2013/02/26/talks"), under("26 February 2013"), "2013-02-26", "stated", id="changed, but two agree on the day"),
    pytest.param(ld(datePublished="2004-01-01"), under("26 February 2013"), "2013-02-26", "inferred", id="a first of January that a system filled in"),
    pytest.param(ld(datePublished="2013-02-26") + meta("article:published_time", "2013-03-20"), PLAIN, "2013-02-26", "inferred", id="two declarations differ"),
    pytest.param("", f"<h1>{TITLE}</h1>" + "<p>By Jane Roe</p>" * 9 + f"<p>26 February 2013</p>{TEXT}", "2013-02-26", "stated", id="the only day on the page, further below"),
    pytest.param("", f"<h1>{TITLE}</h1>" + "".join(f"<p>Entry {n}</p>" for n in range(9)) + f"<p>26 February 2013</p>{TEXT}<p>Fish: 3 May 2012</p>", "2013-02-26", "inferred", id="another day stands elsewhere"),
    pytest.param("", f"<p>26 February 2013</p>{TEXT}", "2013-02-26", "stated", id="the only day, without a heading"),
    pytest.param(ld(datePublished="soon") + meta("pubdate", "2013-02-26"), PLAIN, "2013-02-26", "stated", id="a broken declaration is passed over"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "inner", "label", "basis"), DAYS)
def test_day(head: str, inner: str, label: str, basis: str) -> None:
    article = one(html_page(inner, head), "a.html")
    assert (article.published.label(), article.published.basis) == (label, basis)


def test_dates_of_other_articles_do_not_count() -> None:
    teasers = "".join(
        f"<div class='teaser'><time datetime='2016-02-{day}'>2016</time> A ferry came late</div>"
        for day in (11, 12, 13)
    )
    article = one(html_page(under("26 February 2013") + teasers), "a.html")
    assert (article.published.label(), article.published.basis) == ("2013-02-26", "inferred")


VALUES = [
    ("2013-02-26", date(2013, 2, 26)),
    ("2013-02-26T23:30:00-05:00", date(2013, 2, 26)),
    ("20130226", date(2013, 2, 26)),
    ("1361836800", date(2013, 2, 26)),
    ("1361836800000", date(2013, 2, 26)),
    ("26 Feb 2013 10:00", date(2013, 2, 26)),
    ("1970-01-01", None),
    ("2013-02-31", None),
    ("3/4/2013", None),
    ("2013", None),
    ("", None),
    (None, None),
    (20130226, None),
]


@pytest.mark.parametrize(("value", "wanted"), VALUES, ids=[repr(row[0]) for row in VALUES])
def test_day_of(value: object, wanted: date | None) -> None:
    assert day_of(value) == wanted
