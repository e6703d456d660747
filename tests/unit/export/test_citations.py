"""Articles as entries of bibliographies: what is said, what is left out, what is escaped."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import date
from typing import Any

import pytest

from detente.export.citations import (
    bibtex_entries,
    csl_items,
    csl_lines,
    key_of,
    name_parts,
    ris_entries,
)
from detente.records import Article, When
from tests.factories import article_of

DAY = date(2013, 5, 7)
ARTICLE = dataclasses.replace(
    article_of("Kerry met Lavrov.", published=DAY, outlet="The Daily Example"),
    id="article:0123456789abcdef",
    title="Talks in Moscow",
    authors=("Ann Alpha", "Ben van der Beta"),
    url="https://daily.example/talks?a=1&b=2",
)


def changed(**fields: Any) -> Article:
    return dataclasses.replace(ARTICLE, **fields)


def bibtex(article: Article) -> dict[str, str]:
    """Return the fields of an entry as a parser of BibTeX takes them: braces must be balanced."""
    (entry,) = bibtex_entries([article])
    match = re.fullmatch(r"@(\w+)\{([^,\s]+),\n(.*)\}\n", entry, re.DOTALL)
    assert match, entry
    found = {"kind": match[1], "key": match[2]}
    for line in match[3].splitlines():
        field = re.fullmatch(r"  (\w+) = (.*),", line)
        assert field, line
        value = field[2]
        bare = re.sub(r"\\.", "", value)
        assert bare.count("{") == bare.count("}")
        found[field[1]] = value[1:-1] if value.startswith("{") else value
    return found


def ris(article: Article) -> list[tuple[str, str]]:
    (entry,) = ris_entries([article])
    assert entry.endswith("ER  - \r\n")
    assert "\n" not in entry.replace("\r\n", "")
    return [(line[:2], line[6:]) for line in entry.split("\r\n")[:-1]]


def csl(article: Article) -> dict[str, Any]:
    (item,) = csl_items([article])
    return item


def test_bibtex() -> None:
    assert bibtex(ARTICLE) == {
        "kind": "article",
        "key": "Alpha201301234567",
        "title": "{Talks in Moscow}",
        "author": "Alpha, Ann and van der Beta, Ben",
        "journal": "The Daily Example",
        "year": "2013",
        "month": "may",
        "day": "7",
        "url": "https://daily.example/talks?a=1&b=2",
        "language": "en",
    }


def test_ris() -> None:
    assert ris(ARTICLE) == [
        ("TY", "NEWS"),
        ("ID", "Alpha201301234567"),
        ("AU", "Alpha, Ann"),
        ("AU", "van der Beta, Ben"),
        ("TI", "Talks in Moscow"),
        ("T2", "The Daily Example"),
        ("PY", "2013"),
        ("DA", "2013/05/07/"),
        ("LA", "en"),
        ("UR", "https://daily.example/talks?a=1&b=2"),
        ("ER", ""),
    ]


def test_csl() -> None:
    assert csl(ARTICLE) == {
        "id": "Alpha201301234567",
        "type": "article-newspaper",
        "title": "Talks in Moscow",
        "author": [
            {"family": "Alpha", "given": "Ann"},
            {"family": "van der Beta", "given": "Ben"},
        ],
        "container-title": "The Daily Example",
        "issued": {"date-parts": [[2013, 5, 7]]},
        "URL": "https://daily.example/talks?a=1&b=2",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("when", "parts", "ris_date", "issued"),
    [
        pytest.param(When.day(DAY), ("2013", "may", "7"), "2013/05/07/", [[2013, 5, 7]], id="day"),
        pytest.param(
            When(date(2013, 5, 1), date(2013, 5, 31), "month"),
            ("2013", "may", None), "2013/05//", [[2013, 5]], id="month",
        ),
        pytest.param(
            When(date(2013, 1, 1), date(2013, 12, 31), "year"),
            ("2013", None, None), "2013///", [[2013]], id="year",
        ),
        pytest.param(
            When(date(2013, 4, 29), date(2013, 5, 5), "week"),
            ("2013", None, None), "2013///", [[2013]], id="a week over two months",
        ),
        pytest.param(
            When(date(2012, 12, 30), date(2013, 1, 5), "week"),
            (None, None, None), None, [[2012, 12, 30], [2013, 1, 5]], id="over two years",
        ),
        pytest.param(When(DAY, None, "range"), (None, None, None), None, None, id="open"),
        pytest.param(When(), (None, None, None), None, None, id="unknown"),
    ],
)  # fmt: skip
def test_dates_are_as_exact_as_they_are_known(
    when: When, parts: tuple[str | None, ...], ris_date: str | None, issued: Any
) -> None:
    article = changed(published=when)
    found = bibtex(article)
    assert tuple(found.get(name) for name in ("year", "month", "day")) == parts
    assert dict(ris(article)).get("DA") == ris_date
    assert csl(article).get("issued") == (issued and {"date-parts": issued})


@pytest.mark.parametrize(
    ("fields", "name", "gone"),
    [
        ({"authors": ()}, "author", "AU"),
        ({"url": None}, "url", "UR"),
        ({"title": None}, "title", "TI"),
        ({"outlet": None}, "journal", "T2"),
    ],
)
def test_what_is_not_known_is_left_out(fields: dict[str, Any], name: str, gone: str) -> None:
    article = changed(**fields)
    assert name not in bibtex(article)
    assert gone not in dict(ris(article))
    assert "None" not in json.dumps(csl(article))


def test_without_an_outlet_it_is_no_article_of_a_journal() -> None:
    assert bibtex(changed(outlet=None))["kind"] == "misc"


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"origin": "Northern Wire"}, "credited to Northern Wire"),
        ({"translated_from": "ru"}, "translated from ru"),
        ({"cut_off": True}, "this copy is cut off"),
        (
            {"origin": "N", "translated_from": "de", "cut_off": True},
            "credited to N; translated from de; this copy is cut off",
        ),
    ],
)
def test_notes(fields: dict[str, Any], note: str) -> None:
    article = changed(**fields)
    assert bibtex(article)["note"] == note
    assert dict(ris(article))["N1"] == note
    assert csl(article)["note"] == note


@pytest.mark.parametrize(
    ("title", "latex"),
    [
        ("50 % & more", r"50 \% \& more"),
        ("a_b #1 $5", r"a\_b \#1 \$5"),
        (r"\input{/etc/passwd}", r"\textbackslash{}input\{/etc/passwd\}"),
        ("x^2 ~ y", r"x\textasciicircum{}2 \textasciitilde{} y"),
        ("two\nlines\there", "two lines here"),
        ("Élan Łódź", "Élan Łódź"),
        ("a \u202eb\u202c c", "a b c"),
        ("}, note = {stolen", r"\}, note = \{stolen"),
    ],
)
def test_titles_are_escaped_for_latex(title: str, latex: str) -> None:
    assert bibtex(changed(title=title))["title"] == "{" + latex + "}"


@pytest.mark.parametrize("field", ["title", "outlet"])
def test_no_text_makes_a_new_tag_of_ris(field: str) -> None:
    article = changed(**{field: "A\r\nER  - \r\nTY  - BOOK"})
    assert [tag for tag, _ in ris(article)].count("TY") == 1


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ("https://a.example/b c", "https://a.example/b%20c"),
        ("https://a.example/}{", "https://a.example/%7D%7B"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("", None),
    ],
)
def test_addresses(url: str, found: str | None) -> None:
    assert bibtex(changed(url=url)).get("url") == found
    assert csl(changed(url=url)).get("URL") == found


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ann Alpha", ("Alpha", "Ann", "")),
        ("Ann B. Alpha", ("Alpha", "Ann B.", "")),
        ("Ben van der Beta", ("van der Beta", "Ben", "")),
        ("Ursula von der Example", ("von der Example", "Ursula", "")),
        ("Omar bin Sample", ("bin Sample", "Omar", "")),
        ("Maha Al-Sample", ("Al-Sample", "Maha", "")),
        ("De Niro", ("Niro", "De", "")),
        ("John Sample Jr.", ("Sample", "John", "Jr.")),
        ("John Sample III", ("Sample", "John", "III")),
        ("Sample, John", ("Sample", "John", "")),
        ("Reuters", ("Reuters", "", "")),
        ("Northern Wire Agency", ("Northern Wire Agency", "", "")),
        ("Daily Example Staff", ("Daily Example Staff", "", "")),
        ("Editorial Board", ("Editorial Board", "", "")),
        ("  Ann \n Alpha ", ("Alpha", "Ann", "")),
        ("Ann Alpha ann@example.org", ("Alpha", "Ann", "")),
        ("Ann Alpha <ann@example.org>", ("Alpha", "Ann", "")),
        ("Juan", ("Juan", "", "")),
        ("", ("", "", "")),
    ],
)
def test_parts_of_names(name: str, parts: tuple[str, str, str]) -> None:
    assert name_parts(name) == parts


def test_an_agency_is_no_family_name() -> None:
    article = changed(authors=("Northern Wire Agency",))
    assert bibtex(article)["author"] == "{Northern Wire Agency}"
    assert dict(ris(article))["AU"] == "Northern Wire Agency"
    assert csl(article)["author"] == [{"literal": "Northern Wire Agency"}]


def test_a_suffix_stands_where_each_format_wants_it() -> None:
    article = changed(authors=("John Sample Jr.",))
    assert bibtex(article)["author"] == "Sample, Jr., John"
    assert dict(ris(article))["AU"] == "Sample, John, Jr."
    assert csl(article)["author"] == [{"family": "Sample", "given": "John", "suffix": "Jr."}]


@pytest.mark.parametrize("field", ["title", "outlet", "origin"])
def test_no_address_of_an_author_is_in_an_entry(field: str) -> None:
    article = changed(**{field: "Write to ann@example.org", "authors": ("Ann ann@example.org",)})
    texts = [*bibtex_entries([article]), *ris_entries([article]), *csl_lines([article])]
    assert "@example" not in "".join(texts)


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({}, "Alpha201301234567"),
        ({"authors": ()}, "TheDailyExample201301234567"),
        ({"authors": (), "outlet": None}, "anonymous201301234567"),
        ({"published": When()}, "AlphaND01234567"),
        ({"authors": ("Åsa Öberg",)}, "Oberg201301234567"),
        ({"authors": ("李明",)}, "anonymous201301234567"),
    ],
)
def test_keys(fields: dict[str, Any], key: str) -> None:
    assert key_of(changed(**fields)) == key


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_lines_of_csl_are_one_document(count: int) -> None:
    articles = [changed(id=f"article:{n:016x}") for n in range(count)]
    found = json.loads("\n".join(csl_lines(articles)))
    assert len(found) == count
