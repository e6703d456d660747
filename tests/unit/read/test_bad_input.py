# ruff: noqa: E501 -- tables of cases keep one case on one line
"""Each bad input is one line that names it and says what to do; the others are read."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from detente.errors import EmptyInput, InputError, NotText, TooLarge, UnreadableInput
from detente.read import find_inputs, read_bytes, read_path
from detente.read.decode import decode
from detente.records import Article
from tests.unit.read.pages import LEAD, html_page, one

BAD = [
    pytest.param(b"", EmptyInput, id="empty"),
    pytest.param(b" \n\t\r\n", EmptyInput, id="white space"),
    pytest.param(b"... --- ...", EmptyInput, id="no word"),
    pytest.param(bytes(range(256)) * 40, NotText, id="every byte"),
    pytest.param(b"Ministers met\x00in Oslo.", NotText, id="NUL byte"),
    pytest.param(b"%PDF-1.4 Ministers met", NotText, id="PDF"),
    pytest.param(b"PK\x03\x04 Ministers met", NotText, id="ZIP"),
    pytest.param("“Yes” – he said – ".encode() + b"\xe2\x80 and \xff", NotText, id="broken UTF-8"),
    pytest.param("Göteborg “yes”".encode()[:-1], NotText, id="UTF-8 cut in a character"),
    pytest.param(b"Ministers met \xff\xfe\xfa in Oslo", NotText, id="bytes of no code page"),
    pytest.param(b"word " * 10_000_000, TooLarge, id="a line of 50 MB"),
    pytest.param(b"word " * 50_000, TooLarge, id="a line of 250 kB"),
    pytest.param(b"a word\n" * 60_000, TooLarge, id="too many lines"),
    pytest.param(b"<html><body>" + b"<p>x</p>" * 200_000, TooLarge, id="200,000 elements"),
    pytest.param(b"<html><body>" + b"<div>" * 20_000 + b"deep", TooLarge, id="20,000 nested div"),
    pytest.param(b"<html><body>" + b"<b>x" * 20_000, TooLarge, id="20,000 nested b"),
    pytest.param(b"<html><body>" + b"<!--" * 100_000, EmptyInput, id="comments without end"),
    pytest.param(b"<html><head></head><body></body></html>", EmptyInput, id="HTML without text"),
]


@pytest.mark.parametrize(("data", "kind"), BAD)
def test_bad_input(data: bytes, kind: type[InputError], tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text(LEAD, encoding="utf-8")
    first, second = (found for path in (bad, good) for found in read_path(path))
    assert type(first) is kind
    assert "bad.txt" in first.what
    assert first.remedy
    assert "\n" not in str(first)
    assert len(str(first)) < 400
    assert isinstance(second, Article)


def test_missing_path_and_special_file(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", "/dev/null", "bad\x00name.txt"):
        (found,) = read_path(path)
        assert isinstance(found, UnreadableInput)


def test_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    (tmp_path / "good.txt").write_text(LEAD, encoding="utf-8")
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    paths = find_inputs([tmp_path])
    assert paths == [str(tmp_path / "good.txt"), str(locked)]
    found = [item for path in paths for item in read_path(path)]
    assert isinstance(found[0], Article)
    assert isinstance(found[1], UnreadableInput)
    assert "locked" in found[1].what
    assert "no permission" in found[1].what


def test_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(LEAD, encoding="utf-8")

    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (found,) = read_path(path)
    assert isinstance(found, UnreadableInput)
    assert "secret.txt: no permission" in found.what


def test_find_inputs_opens_folders_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.md", ".hidden.txt", "picture.jpg", "noise.bin"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    names = [Path(path).name for path in find_inputs([tmp_path, "-", "gone.txt", tmp_path / "b.txt"])]
    assert names == ["a.html", "b.txt", "noise.bin", "c.md", "-", "gone.txt"]


def test_empty_folder(tmp_path: Path) -> None:
    (found,) = read_path(tmp_path)
    assert isinstance(found, EmptyInput)


def test_line_break_in_a_name_stays_on_one_line() -> None:
    (found,) = read_bytes(b"", "two\nlines.txt")
    assert "\n" not in str(found)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(LEAD.encode())

    monkeypatch.setattr("sys.stdin", Stdin())
    (found,) = read_path("-")
    assert isinstance(found, Article)
    assert found.path == "-"


ENCODINGS = [
    ("utf-8", "utf-8"),
    ("utf-8-sig", "utf-8"),
    ("utf-16", "utf-16"),
    ("utf-16-le", "utf-16-le"),
    ("cp1252", "cp1252"),
]


@pytest.mark.parametrize(("written", "read"), ENCODINGS)
def test_encodings(written: str, read: str) -> None:
    text = "The minister said “no” in Göteborg – twice – and “maybe” in Malmö."
    found = decode(text.encode(written), "a.txt")
    assert (found.text, found.encoding) == (text, read)


def test_russian_code_page() -> None:
    text = "Министр сказал, что переговоры были полезны для обеих сторон."
    assert decode(text.encode("cp1251"), "a.txt").text == text
    assert decode(text.encode("koi8-r"), "a.txt").text == text


def test_lost_characters_are_flagged() -> None:
    article = one(f"{LEAD} He said \ufffdno\ufffd.".encode())
    assert any("replacement characters" in warning for warning in article.warnings)


def test_declared_encoding_of_a_page() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Министры встретились в Осло.</p></body></html>'
    article = one(page.encode("cp1251"), "a.html")
    assert "Министры" in article.text
    assert article.encoding == "cp1251"


def test_markup_of_an_attack_is_plain_text() -> None:
    article = one(html_page(f"<p>{LEAD}</p><script>alert(1)</script>"), "a.html")
    assert "alert" not in article.text
