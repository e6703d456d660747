"""Articles that mean harm: script in titles, escaped markup, formulas, words that turn round."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from detente.archive.regrouping import regroup
from detente.interfaces import server
from detente.interfaces.server.showing import csv_of
from detente.interfaces.server.templating import visible
from detente.linking import StoryDesk
from detente.pipeline import encoded
from detente.records import Actor, Article, Extraction, Participant, When
from detente.store import add_articles, open_database, put, untold
from tests.factories import article_of
from tests.unit.interfaces.server.serving import Markup, served
from tests.unit.query import factories as made

TEMPLATES = Path(server.__file__).parent / "templates"
SCRIPT = "<script>alert(1)</script>"
TITLES = [
    SCRIPT,
    "&lt;script&gt;alert(2)&lt;/script&gt;",
    '"><img src=x onerror=alert(3)>',
    "' onmouseover='alert(4)",
    "</title><svg onload=alert(5)>",
    '=HYPERLINK("http://evil.example","click")',
    "{{ 7391 * 7 }}{% raw %}",
    "javascript:alert(6)",
    "a \u202egnirts desrever\u202c b \u2066isolated\u2069",
    "nul \x00 bell \x07 escape \x1b[31m delete \x7f",
    "+1 and -1 and @SUM(A1)",
]
"""Headlines, each of which is also outlet, speaker and words of its article."""
NASTY = ("<script", "<img", "<svg", "onerror=", "onload=", "\u202e", "\x00", "\x1b")


def hostile(at: int, title: str) -> Extraction:
    """An article whose every part means harm."""
    article = article_of(
        ("title", title.replace("\n", " ")),
        f"Kerry and Lavrov met in Berlin, said {title} on Tuesday.",
        f"It began with {title} and Kerry told Lavrov that {title} was over.",
        published=date(2013, 3, 1 + at), outlet=f"Outlet {title}", path=f"page-{at}.txt",
    )  # fmt: skip
    article = replace(
        article,
        title=title,
        authors=(title,),
        url="javascript:alert(7)" if at % 2 else f"https://news.example/{title}",
        dek=title,
        related=(title, "another"),
        warnings=(title,),
    )
    of = made.extraction(article)
    who = Participant(title, title, f"local:{at}", "person", "USA", title)
    return replace(
        of,
        actors=(Actor(f"local:{at}", "person", title, affiliation=title, article=article.id),),
        mentions=(
            made.mention(of, "Kerry", "person:john-kerry"),
            made.mention(of, "Lavrov", "person:sergei-lavrov"),
        ),
        meetings=(
            made.meeting(
                of, "Kerry and Lavrov met in Berlin", made.KERRY, made.LAVROV, who,
                date=When.day(date(2013, 3, 1)), occasion=title, outcome=(title,), signals=(title,),
                agenda=(title,),
            ),
        ),
        statements=(
            made.statement(of, f"that {title} was over", who, kind="direct", issues=("issue:syria",)),
        ),
        positions=(made.position(of, f"that {title} was over", made.USA, "issue:syria"),),
        forecasts=(
            made.forecast(
                of, f"that {title} was over", who, affiliation=title, condition=title,
                confidence=title, horizon=When(date(2013, 3, 1), date(2013, 6, 1), "range"),
            ),
        ),
        events=(made.event(of, "began", made.RUSSIA, made.USA),),
    )  # fmt: skip


FOUND = [hostile(at, title) for at, title in enumerate(TITLES)]
PAGES = [
    "/",
    "/relationships",
    "/r/USA-RUS",
    "/r/USA-RUS/i/syria",
    "/meetings",
    "/statements",
    "/forecasts",
    "/stories?origins=1",
    "/actors",
    "/library",
    "/library?q=Kerry",
    "/sources",
    "/review",
    *(f"/a/{of.article.id.partition(':')[2]}" for of in FOUND),
    *(f"/a/{of.article.id.partition(':')[2]}/raw" for of in FOUND),
    *(f"/m/{of.meetings[0].id.partition(':')[2]}" for of in FOUND),
    *(f"/row/{of.statements[0].id}" for of in FOUND),
    *(f"/row/{of.forecasts[0].id}" for of in FOUND),
    *(f"/r/USA-RUS?open={of.meetings[0].id}" for of in FOUND),
    *(f"/actor/local:{at}" for at in range(len(TITLES))),
    *(f"/save?item={of.statements[0].id}" for of in FOUND),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("hostile") / "a.db"
    database = open_database(path)
    with database.write() as conn:
        add_articles(conn, [of.article for of in FOUND])
        put(conn, [encoded(of) for of in FOUND], "test")
        regroup(conn, [of.article.id for of in FOUND], made.reference())
        StoryDesk().place(conn, untold(conn))
    database.close()
    with served(path) as client:
        yield client


def is_harmless(text: str) -> None:
    """Assert that a page holds no markup but its own, and nothing that is not seen."""
    page = Markup(text)
    for tag, attrs in page.tags:
        assert tag not in ("img", "iframe", "object", "embed", "base")
        assert not [name for name in attrs if name.startswith("on")], (tag, attrs)
        for name in ("href", "src", "action"):
            value = (attrs.get(name) or "").strip().casefold()
            assert not value.startswith(("javascript:", "data:", "vbscript:", "//")), (tag, attrs)
        if tag == "script":
            assert (attrs.get("src") or "").startswith("/static/")
            assert "integrity" not in attrs
    assert "\u202e" not in text
    assert "\u2066" not in text
    assert not [char for char in text if ord(char) < 32 and char not in "\n\t\r"]
    assert "51737" not in text


@pytest.mark.parametrize("path", PAGES)
def test_nothing_of_a_page_is_markup_of_an_article(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 200
    is_harmless(answer.text)


@pytest.mark.parametrize("path", PAGES[:13])
def test_no_cell_is_a_formula(desk: TestClient, path: str) -> None:
    bare, mark, query = path.partition("?")
    text = desk.get(("/desk" if bare == "/" else bare) + ".csv" + mark + query).text
    for line in csv.reader(io.StringIO(text)):
        for value in line:
            assert not value.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")), value


@pytest.mark.parametrize("path", PAGES)
def test_json_is_json(desk: TestClient, path: str) -> None:
    bare, mark, query = path.partition("?")
    answer = desk.get(("/desk" if bare == "/" else bare) + ".json" + mark + query)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    answer.json()


ASKED = [
    SCRIPT,
    '"><script>alert(1)</script>',
    "{{7*7}}",
    "' OR 1=1 --",
    "a" * 300,
    "\u202eabc",
    "%00",
    "by:" + SCRIPT,
    "((((((((((",
    "*",
    '"',
]


@pytest.mark.parametrize("words", ASKED)
def test_what_is_asked_is_never_markup(desk: TestClient, words: str) -> None:
    for path, name in [
        ("/library", "q"), ("/statements", "by"), ("/statements", "issue"), ("/meetings", "who"),
        ("/meetings", "states"), ("/actors", "q"), ("/r", "left"), ("/enter", "next"),
        ("/statements", "after"), ("/library", "outlet"), ("/review", "relation"),
    ]:  # fmt: skip
        answer = desk.get(path, params={name: words})
        assert answer.status_code < 500, (path, name)
        page = Markup(answer.text)
        scripts = page.all("script")
        assert all((attrs.get("src") or "").startswith("/static/") for attrs in scripts)
        assert "alert(1)</script>" not in answer.text.replace("&lt;/script&gt;", "")


@pytest.mark.parametrize("words", ASKED)
def test_a_path_is_never_markup(desk: TestClient, words: str) -> None:
    for start in ("/a/", "/m/", "/row/", "/actor/", "/s/", "/r/", "/c/", "/shared/", "/forecaster/"):
        answer = desk.get(start + words.replace("/", "%2F").replace("?", "%3F"))
        assert answer.status_code < 500, start
        assert SCRIPT not in answer.text


def test_an_address_that_is_no_web_address_is_no_link(desk: TestClient) -> None:
    for at, of in enumerate(FOUND):
        page = Markup(desk.get(f"/a/{of.article.id.partition(':')[2]}").text)
        external = [attrs for attrs in page.all("a") if "external" in (attrs.get("rel") or "")]
        assert len(external) == (0 if at % 2 else 1)
        assert all("noreferrer" in (attrs["rel"] or "") for attrs in external)


def test_a_collection_holds_what_was_written_in_it(desk: TestClient) -> None:
    from tests.unit.interfaces.server.serving import post

    answer = post(desk, "/save", item=FOUND[0].statements[0].id, title=SCRIPT, note=TITLES[2])
    assert answer.status_code == 303
    is_harmless(desk.get("/collections").text)
    is_harmless(desk.get("/c/script-alert-1-script").text)


_CALL = re.compile(r"(?<![\w.])_\((?![\"'])")


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.stem)
def test_words_of_data_are_not_taken_for_markup(path: Path) -> None:
    """`_()` gives markup: only words that stand in a template may go through it."""
    text = path.read_text(encoding="utf-8")
    assert _CALL.findall(text) == []
    assert "|safe" not in text
    assert "Markup" not in text
    assert "autoescape" not in text


CELLS = [
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("\n=1", "'\n=1"),
    ("  =1", "'  =1"),
    ("\N{FULLWIDTH EQUALS SIGN}1+1", "'\N{FULLWIDTH EQUALS SIGN}1+1"),
    ("\N{FULLWIDTH COMMERCIAL AT}SUM(A1)", "'\N{FULLWIDTH COMMERCIAL AT}SUM(A1)"),
    ("\u00a0=1", "'\u00a0=1"),
    ("a=1", "a=1"),
    ("", ""),
    (None, ""),
    (-1, "-1"),
    (-0.5, "-0.5"),
    (True, "true"),
    (date(2013, 2, 26), "2013-02-26"),
    ("'=1", "'=1"),
]


@pytest.mark.parametrize(("value", "shown"), CELLS)
def test_a_cell(value: object, shown: object) -> None:
    (head, row) = csv.reader(StringIO(csv_of([{"a": value, "b": "end"}]), newline=""))
    assert (head, row) == (["a", "b"], [shown, "end"])


def test_a_table_has_all_columns_in_their_order() -> None:
    rows = [{"a": 1}, {"b": "x,y", "a": 'say "no"'}, {"c": "two\nlines"}]
    lines = list(csv.reader(io.StringIO(csv_of(rows))))
    assert lines == [
        ["a", "b", "c"],
        ["1", "", ""],
        ['say "no"', "x,y", ""],
        ["", "", "two\nlines"],
    ]
    assert csv_of([]) == ""


SEEN = [
    ("plain", "plain"),
    ("tab\tand\nline", "tab\tand\nline"),
    ("a\u202eb", "ab"),
    ("\u2066a\u2069", "a"),
    ("a\u200fb", "a\u200fb"),
    ("שלום", "שלום"),
    ("a\x00b\x1bc", "abc"),
    (7, 7),
    (None, None),
]


@pytest.mark.parametrize(("value", "shown"), SEEN)
def test_what_is_not_seen_is_not_printed(value: object, shown: object) -> None:
    assert visible(value) == shown


def test_a_very_long_article_is_shown(tmp_path: Path) -> None:
    text = "Kerry met Lavrov in Berlin and nobody said why. " * 20_000
    long = article_of(("title", "Long"), text, published=date(2013, 3, 1), path="long.txt")
    of = made.extraction(long)
    database = open_database(tmp_path / "a.db")
    with database.write() as conn:
        add_articles(conn, [of.article])
        put(conn, [encoded(of)], "test")
    database.close()
    with served(tmp_path / "a.db") as client:
        answer = client.get(f"/a/{of.article.id.partition(':')[2]}")
    assert answer.status_code == 200
    assert isinstance(of.article, Article)
    assert "nobody said why" in answer.text
