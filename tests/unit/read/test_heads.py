"""Heads of text files: front matter and the heads of reader services' copies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.read import read_bytes
from detente.read.heads import head_of
from detente.records import Article

BODY = (
    "OSLO - The ministers of Norway and Serbia met in Oslo on Tuesday to talk about the port.\n\n"
    "They said afterwards that the talks would go on in Belgrade next month, and left.\n"
)
HEADS = [
    ("plain", "---\ntitle: A visit\n---\n", {"title": "A visit"}),
    ("quoted", '---\ntitle: "A visit: day two"\n---\n', {"title": "A visit: day two"}),
    ("single", "---\ntitle: 'A visit'\n---\n", {"title": "A visit"}),
    ("a colon within", "---\ntitle: Oslo: a visit\n---\n", {"title": "Oslo: a visit"}),
    ("dots end it", "---\ntitle: A visit\n...\n", {"title": "A visit"}),
    ("windows", "---\r\ntitle: A visit\r\n---\r\n", {"title": "A visit"}),
    ("a mark before", "\ufeff---\ntitle: A visit\n---\n", {"title": "A visit"}),
    ("a site", "---\nsite: The Oslo Post\n---\n", {"outlet": "The Oslo Post"}),
    ("a publication", "---\nPublication: The Oslo Post\n---\n", {"outlet": "The Oslo Post"}),
    ("an address", "---\nsource: https://post.example/a\n---\n", {"url": "https://post.example/a"}),
    ("an outlet as source", "---\nsource: The Oslo Post\n---\n", {"outlet": "The Oslo Post"}),
    ("a day", "---\ndate: 2020-10-11\n---\n", {"published": "2020-10-11"}),
    ("one author", "---\nauthor: Ada Sample\n---\n", {"authors": ["Ada Sample"]}),
    ("a list", "---\nauthors: [Ada Sample, Bo Lind]\n---\n", {"authors": ["Ada Sample", "Bo Lind"]}),
    (
        "lines",
        "---\nauthor:\n  - Ada Sample\n  - Bo Lind\n---\n",
        {"authors": ["Ada Sample", "Bo Lind"]},
    ),
    ("links of notes", '---\nauthor:\n  - "[[Ada Sample]]"\n---\n', {"authors": ["Ada Sample"]}),
    ("unknown fields", "---\ntags: [a, b]\ntitle: A visit\ncssclass: x\n---\n", {"title": "A visit"}),
    ("the first wins", "---\ntitle: One\nheadline: Two\n---\n", {"title": "One"}),
    ("an empty value", "---\ntitle:\nlang: en\n---\n", {"language": "en"}),
    (
        "a reader's copy",
        "Title: A visit\n\nURL Source: https://post.example/a\n\nPublished Time: 2020-10-11\n\n"
        "Markdown Content:\n",
        {"title": "A visit", "url": "https://post.example/a", "published": "2020-10-11"},
    ),
]


@pytest.mark.parametrize(("head", "fields"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS])
def test_a_head_is_read_and_is_no_part_of_the_text(head: str, fields: dict[str, object]) -> None:
    assert head_of(head + BODY) == (fields, BODY)


LEFT = [
    ("no head", BODY),
    ("a rule", "---\n" + BODY),
    ("two rules round a paragraph", "---\nThe ministers met in Oslo.\n---\n" + BODY),
    ("no field of ours", "---\ntags: [a, b]\n---\n" + BODY),
    ("not closed", "---\ntitle: A visit\n" + BODY),
    ("not at the start", "By Ada\n---\ntitle: A visit\n---\n" + BODY),
    ("a title alone", "Title: A visit\n\n" + BODY),
    ("very long", "---\n" + "x: y\n" * 10_000 + "title: A\n---\n" + BODY),
]


@pytest.mark.parametrize("text", [row[1] for row in LEFT], ids=[row[0] for row in LEFT])
def test_anything_else_is_left_whole(text: str) -> None:
    assert head_of(text) is None


def article(data: bytes) -> Article:
    (one,) = read_bytes(data, "note.md")
    assert isinstance(one, Article)
    return one


def test_the_article_knows_what_its_head_says() -> None:
    head = (
        "---\ntitle: Ministers meet\nsite: The Oslo Post\nauthor: Ada Sample\ndate: 2020-10-11\n"
        "source: https://post.example/a\n---\n"
    )
    one = article((head + BODY).encode())
    assert (one.title, one.outlet) == ("Ministers meet", "The Oslo Post")
    assert one.authors == ("Ada Sample",)
    assert one.published.start == date(2020, 10, 11)
    assert one.url == "https://post.example/a"
    assert "title:" not in one.text
    assert "---" not in one.text


def test_two_heads_of_one_body_are_two_articles() -> None:
    one, other = (article(f"---\nsite: {name}\n---\n{BODY}".encode()) for name in ("Post", "Globe"))
    assert one.id != other.id
    assert one.text == other.text


def test_a_day_that_is_none_is_a_warning() -> None:
    one = article(f"---\ntitle: A visit\ndate: soon\n---\n{BODY}".encode())
    assert any("no date" in warning for warning in one.warnings)


def test_a_head_alone_is_read_as_text(tmp_path: Path) -> None:
    (one,) = read_bytes(b"---\ntitle: A visit\n---\n", str(tmp_path / "note.md"))
    assert isinstance(one, Article | Exception)


@given(st.text(max_size=400))
def test_any_text_has_a_head_or_none_and_loses_nothing(text: str) -> None:
    found = head_of(text)
    if found is not None:
        assert text.endswith(found[1])


@given(st.text(alphabet="-:\n []\"'ab", max_size=200))
def test_odd_heads_never_fail(text: str) -> None:
    found = head_of("---\n" + text + "\ntitle: A\n---\nbody")
    if found is not None:
        assert found[1].endswith("body")
