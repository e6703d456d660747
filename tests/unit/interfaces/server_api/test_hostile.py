"""An archive of articles that mean harm: nothing executes, nothing breaks, nothing leaks."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from detente.export.kinds import BINARY, KINDS
from detente.pipeline import encoded
from detente.records import Extraction, Participant, Place
from detente.store import add_articles, open_database, put
from tests.factories import article_of
from tests.unit.interfaces.server_api.serving import Served, described, errors, served
from tests.unit.interfaces.server_api.test_feeds import items_of
from tests.unit.query import factories as made

V1 = "/api/v1"
SCRIPT = '<script>alert("x")</script>'
HARM: dict[str, str] = {
    "script": f"{SCRIPT} said no",
    "image": "<img src=x onerror=alert(1)> said no",
    "escaped": "&lt;script&gt;alert(1)&lt;/script&gt; said no",
    "formula": '=HYPERLINK("http://evil.example","x") said no',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "minus": "-2+3+cmd said no",
    "tab": "\t=1+1 said no",
    "turned": "\u202egnp.exe\u202c said no",
    "isolated": "\u2066abc\u2069 said no",
    "breaks": "one\r\nEND:VCALENDAR\r\nER  - \r\n two",
    "latex": r"\input{/etc/passwd} $x$ % said no",
    "astral": "😀🇷🇺 said no",
    "address": "mail ann@example.org said no",
    "cdata": "]]> <![CDATA[x]]> said no",
    "jinja": "{{ 7 * 7 }} {% raw %} said no",
    "sql": "'; DROP TABLE article; -- said no",
    "url": "javascript:alert(1) said no",
    "empty marks": "“” said no",
}
HUGE = "x" * 200 + " "


def hostile(number: int, words: str) -> Extraction:
    """Return an article whose every field holds the same harmful words."""
    article = article_of(
        ("title", words), f"{words} in Berlin.", published=date(2013, 2, 1 + number), outlet=words,
        path=f"{number}.txt",
    )  # fmt: skip
    article = replace(article, authors=(words,), url=words, dek=words, origin=words)
    of = made.extraction(article)
    told = f"{words} in Berlin."
    who = Participant(words, words, None, "person", "RUS", words)
    others = (who, made.KERRY)
    return replace(
        of,
        statements=(made.statement(of, told, who, issues=("issue:syria",)),),
        meetings=(
            made.meeting(of, told, *others, place=Place(words, "DEU"), date=article.published,
                         occasion=words, outcome=(words,), signals=(words,)),
        ),
        events=(made.event(of, told, who, made.KERRY, date=article.published, place=Place(words)),),
        positions=(made.position(of, told, who, "issue:syria"),),
        forecasts=(made.forecast(of, told, who, affiliation=words, confidence=words),),
        mentions=(made.mention(of, words, "person:john-kerry"),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path: Path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    found = [hostile(number, words) for number, words in enumerate(HARM.values())]
    large = article_of("Ann Alpha said no.", HUGE * 10_000, published=date(2013, 4, 1), path="huge.txt")
    found.append(made.extraction(large))
    database = open_database(path)
    with database.write() as conn:
        add_articles(conn, [of.article for of in found])
        put(conn, [encoded(of) for of in found], "test")
    database.close()
    with served(path) as at:
        yield at


LISTS = ("articles", "statements", "meetings", "events", "positions", "forecasts")


@pytest.mark.parametrize("kind", LISTS)
def test_lists_are_answered_as_described(kind: str, site: Served) -> None:
    answer = site.reader.get(f"{V1}/{kind}?limit=500" + "&include=evidence" * (kind != "articles"))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert errors(described(site.nobody), f"{V1}/{kind}", answer.json()) == []
    assert len(answer.json()["items"]) >= len(HARM) - 1
    assert "ann@example.org" not in answer.text


@pytest.mark.parametrize(
    "path", ["relationships/USA/RUS", "relationships/USA/RUS/series", "actors/Kerry"]
)
def test_other_answers_are_as_described(path: str, site: Served) -> None:
    answer = site.reader.get(f"{V1}/{path}")
    assert answer.status_code == 200
    assert "ann@example.org" not in answer.text


@pytest.mark.parametrize("words", HARM.values(), ids=list(HARM))
def test_harmful_questions_are_answered(words: str, site: Served) -> None:
    for path, name in (
        ("search", "q"), ("statements", "actor"), ("statements", "outlet"), ("statements", "issue"),
        ("meetings", "state"), ("who", "q"), ("statements", "next"), ("articles", "fields"),
    ):  # fmt: skip
        answer = site.reader.get(f"{V1}/{path}", params={name: words})
        assert answer.status_code in (200, 422), (path, name, answer.text)
        assert "json" in answer.headers["content-type"]
    for path in ("articles", "actors", "stories", "statements", "experts", "exports"):
        assert site.reader.get(f"{V1}/{path}/{quote(words, safe='')}").status_code in (200, 404)
    assert len(site.reader.get(f"{V1}/articles?limit=500").json()["items"]) == len(HARM) + 1


def test_an_outlet_of_that_name_is_found(site: Served) -> None:
    answer = site.reader.get(f"{V1}/articles", params={"outlet": HARM["script"].upper()})
    assert [one["outlet"] for one in answer.json()["items"]] == [HARM["script"]]


@pytest.mark.parametrize("kind", KINDS)
def test_cells_of_a_table_are_no_formulas(kind: str, site: Served) -> None:
    raw = site.reader.get(f"{V1}/exports/{kind}?format=csv").content.decode()
    rows = list(csv.DictReader(io.StringIO(raw, newline="")))
    if kind in (*LISTS, "mentions"):
        assert len(rows) >= len(HARM)
    for row in rows:
        for name, cell in row.items():
            assert not (cell or "").lstrip(" ").startswith(("=", "@", "\t", "\r", "\n")), (name, cell)
            if name not in ("value", "score", "sentence", "start", "end"):
                assert not (cell or "").startswith(("-", "+")) or cell == "-", (name, cell)
    assert "ann@example.org" not in raw


@pytest.mark.parametrize(
    ("kind", "form"), [(kind.name, form) for kind in KINDS.values() for form in kind.formats]
)
def test_every_export_is_written(kind: str, form: str, site: Served) -> None:
    answer = site.reader.get(f"{V1}/exports/{kind}?format={form}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.content or form == "jsonl"
    if form not in BINARY:
        text = answer.content.decode()
        assert "ann@example.org" not in text
        if form == "jsonl":
            assert all(json.loads(line) for line in text.splitlines())
        if form == "cameo":
            cells = [cell for line in text.splitlines() for cell in line.split("\t")]
            assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]
        if form == "ics":
            assert text.count("END:VCALENDAR\r\n") == 1
            assert text.count("BEGIN:VEVENT\r\n") == text.count("END:VEVENT\r\n") > 1


@pytest.mark.parametrize("where", ["/r/USA-RUS", "/articles", "/statements", "/meetings", "/events"])
@pytest.mark.parametrize("form", ["atom", "rss", "feed.json"])
def test_feeds_are_sound(where: str, form: str, site: Served) -> None:
    answer = site.reader.get(f"{where}.{form}")
    items = items_of(answer.content, form)
    assert items
    assert "ann@example.org" not in answer.text
    for item in items:
        assert not set(item["title"]) & set("\u202e\u202c\u2066\u2069\x00\r\n")
        assert item["url"].startswith("http://127.0.0.1")
    if form != "feed.json":
        assert b"<script" not in answer.content
        assert b"<img" not in answer.content


def test_a_huge_article_is_in_no_list(site: Served) -> None:
    for kind in LISTS:
        assert len(site.reader.get(f"{V1}/{kind}?limit=500").content) < 400_000
    found = site.reader.get(f"{V1}/articles?reported_from=2013-04").json()["items"]
    (one,) = found
    whole = site.reader.get(f"{V1}/articles/{one['id']}").json()
    assert len(whole["text"]) > 2_000_000


@pytest.mark.parametrize("name", ["script", "image"])
def test_what_an_error_repeats_is_no_page(name: str, site: Served) -> None:
    answer: Any = site.reader.get(f"{V1}/statements", params={"actor": HARM[name]})
    assert answer.headers["content-type"] == "application/problem+json"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
