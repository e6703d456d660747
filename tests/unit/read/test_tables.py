"""Tables of articles: what a row gives, and that a corrupt one costs only itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.read import read_bytes, read_path
from detente.records import Article
from tests.unit.read.pages import LEAD, SECOND

ROW = {
    "text": LEAD,
    "title": "Ministers meet",
    "outlet": "The Example Post",
    "url": "https://example.org/talks",
    "published": "2013-02-26T10:00:00Z",
    "authors": ["Jane Roe", "John Doe"],
    "language": "en",
}


def read(tmp_path: Path, name: str, data: bytes) -> list[Article | InputError]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(read_path(path))


def test_every_field_of_a_row(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "a.jsonl", json.dumps(ROW).encode())
    assert isinstance(article, Article)
    assert (article.title, article.outlet, article.url) == (ROW["title"], ROW["outlet"], ROW["url"])
    assert article.authors == ("Jane Roe", "John Doe")
    assert (article.published.label(), article.published.basis) == ("2013-02-26", "stated")
    assert article.text == LEAD
    assert article.path.endswith("a.jsonl#1")
    assert article.format == "jsonl"
    assert article.warnings == ()


AUTHORS = [
    ("Jane Roe; John Doe", ("Jane Roe", "John Doe")),
    ("Jane Roe and John Doe", ("Jane Roe", "John Doe")),
    (["Jane Roe"], ("Jane Roe",)),
    ("", ()),
    (None, ()),
]


@pytest.mark.parametrize(("given", "names"), AUTHORS, ids=[repr(row[0]) for row in AUTHORS])
def test_authors(given: object, names: tuple[str, ...]) -> None:
    (article,) = read_bytes(json.dumps({"text": LEAD, "authors": given}).encode(), "a", "jsonl")
    assert isinstance(article, Article)
    assert article.authors == names


WARNED = [
    ({"colour": "red"}, "fields not read: colour"),
    ({"published": "soon"}, "no date"),
    ({"published": 5}, "no date"),
    ({"language": "English"}, "ISO 639-1"),
    ({"title": 7}, "`title` is no string"),
    ({"authors": {"name": "Jane"}}, "`authors`"),
]


@pytest.mark.parametrize(("more", "warning"), WARNED, ids=[str(row[0]) for row in WARNED])
def test_odd_fields_are_warned_of(more: dict[str, object], warning: str) -> None:
    (article,) = read_bytes(json.dumps({"text": LEAD, **more}).encode(), "a", "jsonl")
    assert isinstance(article, Article)
    assert any(warning in given for given in article.warnings)


CORRUPT = [
    b'{"text": oops',
    b"[1, 2]",
    b'{"title": "no text"}',
    b'{"text": 5}',
    b'{"text": "\xff\xfe"}',
    b'{"text": "a\\u0000b"}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("line", CORRUPT, ids=[repr(line[:20]) for line in CORRUPT])
def test_corrupt_json_row_costs_only_itself(line: bytes, tmp_path: Path) -> None:
    good = json.dumps({"text": LEAD}).encode()
    found = read(tmp_path, "a.jsonl", b"\n".join([good, line, good]))
    assert [isinstance(item, Article) for item in found] == [True, False, True]
    error = found[1]
    assert isinstance(error, InputError)
    assert "a.jsonl#2" in error.what
    assert "\n" not in str(error)
    assert error.remedy


CORRUPT_CSV = [
    pytest.param(b'"never closed,two', id="a quotation mark never closed"),
    pytest.param(b"one,two,three,four", id="too many fields"),
    pytest.param(b"one", id="too few fields"),
    pytest.param(b'"a"b,c', id="text after a quotation mark"),
    pytest.param(b"\xff\xfe broken,T", id="broken UTF-8"),
]


@pytest.mark.parametrize("line", CORRUPT_CSV)
def test_corrupt_csv_row_costs_only_itself(line: bytes, tmp_path: Path) -> None:
    rows = [b"text,title", f'"{LEAD}",First'.encode(), line, f'"{SECOND}",Third'.encode()]
    found = read(tmp_path, "a.csv", b"\n".join(rows) + b"\n")
    titles = [item.title if isinstance(item, Article) else None for item in found]
    assert titles == ["First", None, "Third"]
    error = found[1]
    assert isinstance(error, InputError)
    assert "a.csv#2" in error.what


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_and_fields_of_many_lines(delimiter: str, tmp_path: Path) -> None:
    text = f'"{LEAD}\n\n{SECOND}"'
    data = f"title{delimiter}text\nTalks{delimiter}{text}\n".encode()
    (article,) = read(tmp_path, "a.csv", data)
    assert isinstance(article, Article)
    assert article.text == f"{LEAD}\n\n{SECOND}"


def test_csv_without_our_fields(tmp_path: Path) -> None:
    (error,) = read(tmp_path, "a.csv", b"a,b\n1,2\n")
    assert isinstance(error, InputError)
    assert "found: a, b" in error.what


def test_json_list_and_object() -> None:
    assert len(list(read_bytes(json.dumps([ROW, ROW]).encode()))) == 2
    assert len(list(read_bytes(json.dumps(ROW, indent=1).encode()))) == 1


def test_same_row_same_id_whatever_the_order_of_its_fields() -> None:
    first = json.dumps(ROW).encode()
    second = json.dumps(dict(reversed(ROW.items()))).encode()
    (one,), (two,) = read_bytes(first, "a", "jsonl"), read_bytes(second, "b", "jsonl")
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert one.id == two.id


def test_html_in_a_row() -> None:
    row = {"html": f"<html><body><h1>Ministers meet</h1><p>{LEAD}</p><p>{SECOND}</p></body></html>"}
    (article,) = read_bytes(json.dumps(row).encode(), "a", "jsonl")
    assert isinstance(article, Article)
    assert article.title == "Ministers meet"


NO_TEXT = [
    ("a number", {"text": 1}, "no string but int"),
    ("a list", {"text": ["a"]}, "no string but list"),
    ("an html that is a number", {"html": 2}, "no string but int"),
    ("nothing", {"title": "a"}, "the row has no `text` or `html` (found: title)"),
    ("white space", {"text": "  "}, "the row has no `text` or `html` (found: text)"),
    ("white space in both", {"text": " ", "html": "\n"}, "the row has no `text` or `html`"),
    ("null", {"text": None}, "the row has no `text` or `html` (found: text)"),
]


@pytest.mark.parametrize(("row", "told"), [row[1:] for row in NO_TEXT], ids=[row[0] for row in NO_TEXT])
def test_what_is_wrong_with_the_text_of_a_row(row: dict[str, object], told: str) -> None:
    (found,) = read_bytes(f"{json.dumps(row)}\n".encode(), "rows.jsonl", "jsonl")
    assert told in str(found)
