# ruff: noqa: E501 -- tables of cases keep one case on one line
"""Names of authors out of the lines that outlets print, glued, listed and shouted."""

from __future__ import annotations

import json

import pytest

from detente.read.byline import byline_names, names_in
from tests.unit.read.pages import BODY, html_page, one

LINES = [
    ("By Jane Roe", ("Jane Roe",)),
    ("By Jane Q. Roe and Ivan Holm", ("Jane Q. Roe", "Ivan Holm")),
    ("By JANE ROE and IVAN HOLM in Oslo", ("Jane Roe", "Ivan Holm")),
    ("ByJane Roe", ("Jane Roe",)),
    ("BYJane Roe", ("Jane Roe",)),
    ("By Jane Roe, Ivan Holm, Tova Lind, +55 more", ("Jane Roe", "Ivan Holm", "Tova Lind")),
    ("By Jane Roe, Harbour Staff Writer", ("Jane Roe",)),
    ("By Jane Roe | March 3, 2013", ("Jane Roe",)),
    ("By Jane RoePublished: March 3, 2013", ("Jane Roe",)),
    ("Written by Jane Roe", ("Jane Roe",)),
    ("By our correspondent", ()),
    ("By The Associated Press", ()),
    ("ByThe Associated Press", ()),
    ("By Reuters", ()),
    ("By midnight the talks had failed.", None),
    ("Byron York was there", None),
    ("Bystanders Watch As Ships Leave", None),
    ("By the way", None),
]


@pytest.mark.parametrize(("line", "names"), LINES, ids=[row[0] for row in LINES])
def test_byline(line: str, names: tuple[str, ...] | None) -> None:
    assert byline_names(line) == names


LISTS = [
    ("Jane Roe Senior Writer", ("Jane Roe",)),
    ("Jane Roe Editor", ("Jane Roe",)),
    ("Jane Roe HARBOUR NEWS NETWORK", ("Jane Roe",)),
    ("Jane RoePublished: March 3, 2013", ("Jane Roe",)),
    ("HARBOUR.example NewsRoom", ()),
    ("Jane McDonald and Ivan O'Hara", ("Jane McDonald", "Ivan O'Hara")),
    ("Ludwig van Holm", ("Ludwig van Holm",)),
    ("Jane", ()),
    ("", ()),
]


@pytest.mark.parametrize(("line", "names"), LISTS, ids=[repr(row[0]) for row in LISTS])
def test_names_in(line: str, names: tuple[str, ...]) -> None:
    assert names_in(line) == names


TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
HEAD = "<h1>Ministers meet over fish</h1>"


def ld(*names: str, kind: str = "Person") -> str:
    authors = [{"@type": kind, "name": name} for name in names]
    node = {"@type": "NewsArticle", "headline": "Ministers meet over fish", "author": authors}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


PAGES = [
    pytest.param(ld("Jane Roe", "Ivan Holm"), HEAD, ("Jane Roe", "Ivan Holm"), id="declared"),
    pytest.param(ld("Harbour Post", kind="Organization"), f"{HEAD}<div class='author'>ByJane Roe</div>", ("Jane Roe",), id="an organisation is declared, a person printed"),
    pytest.param(ld(", Harbour Daily Reporter"), f"{HEAD}<div class='byline'>Jane Roe HARBOUR NEWS NETWORK</div>", ("Jane Roe",), id="an office is declared without its name"),
    pytest.param("", f"{HEAD}<span class='byline'>By Jane Roe</span>", ("Jane Roe",), id="printed"),
    pytest.param("", f"{HEAD}<figure class='picture-credit'>By Jane Roe, Ivan Holm, +3 more</figure>", ("Jane Roe", "Ivan Holm"), id="printed in a part that calls itself a credit"),
    pytest.param("", f"{HEAD}<p class='author'>Jane Roe and Ivan Holm, Harbour Times - Mar 3, 2013 3:06 pm UTC</p>", ("Jane Roe", "Ivan Holm"), id="with outlet, day and hour"),
    pytest.param("", f"{HEAD}<p class='byline'>ByThe Associated Press</p>", (), id="an agency is no author"),
    pytest.param("", HEAD, (), id="nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "top", "names"), PAGES)
def test_authors_of_a_page(head: str, top: str, names: tuple[str, ...]) -> None:
    assert one(html_page(f"{top}{TEXT}", head), "a.html").authors == names


def test_authors_of_teasers_are_not_the_authors() -> None:
    teaser = "<div class='teaser'><a href='/x'>A ferry came late</a><span class='byline'>By Ivan Holm</span></div>"
    article = one(html_page(f"{HEAD}<div class='byline'>By Jane Roe</div>{TEXT}{teaser * 3}"), "a.html")
    assert article.authors == ("Jane Roe",)
