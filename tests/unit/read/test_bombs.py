# ruff: noqa: E501 -- tables of cases keep one case on one line
"""Each bomb ends within its cap: an error, or what there is, in bounded work.

What bounds the work is counted, not timed: bytes unpacked, elements, parts. The memory that a bomb costs is
measured against what it would cost without its cap.
"""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.errors import InputError, Skipped
from detente.read import read_bytes, read_path, zips
from detente.read.limits import MAX_BYTES, MAX_RATIO
from detente.read.unpacked import Gunzip, inflated
from detente.records import Article
from tests.unit.read.samples import GDELT_EVENTS, http_response, mail, warc, warc_record, zipped

MUCH = 120_000_000
ZEROS = gzip.compress(b"\x00" * MUCH)
SPACES = gzip.compress(b" " * MUCH)
TAGS = gzip.compress(b"<html><body>" + b"<p>x</p>" * (MUCH // 8))
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">'
    + b"".join(b'<!ENTITY l%d "%s">' % (n + 1, b"&l%d;" % n * 10) for n in range(9))
    + b"]><rss><channel><item><title>&l9;</title></item></channel></rss>"
)
QUADRATIC = (
    b'<!DOCTYPE rss [<!ENTITY a "' + b"a" * 100_000 + b'">]><rss><channel><item><title>'
    + b"&a;" * 10_000 + b"</title></item></channel></rss>"
)  # fmt: skip

BOMBS: list[tuple[str, str, Callable[[], bytes], str]] = [
    ("gzip of zeros", "a.txt.gz", lambda: ZEROS, "limit|bomb"),
    ("gzip of a page", "a.html.gz", lambda: TAGS, "limit|bomb"),
    ("gzip of a table of blanks", "a.jsonl.gz", lambda: SPACES, "bomb|row"),
    ("gzip of a mailbox", "a.mbox.gz", lambda: gzip.compress(b"From a b 10:00 2013\n" + b"x" * MUCH), "bomb|MB"),
    ("gzip in gzip in gzip", "a.gz", lambda: gzip.compress(gzip.compress(ZEROS)), "archives inside"),
    ("ZIP of zeros", "a.zip", lambda: zipped({"a.txt": b"\x00" * MUCH}), "limit|bomb"),
    ("ZIP of ZIP of zeros", "a.zip", lambda: zipped({"b.zip": zipped({"a.txt": b"\x00" * MUCH})}), "limit|bomb"),
    ("ZIP of gzip of zeros", "a.zip", lambda: zipped({"a.txt.gz": ZEROS}), "limit|bomb"),
    ("WARC record, packed", "a.warc.gz", lambda: warc(warc_record(http_response(b"a" * MUCH)), packed=True), "bomb"),
    ("WARC response, coded", "a.warc", lambda: warc(warc_record(http_response(ZEROS, headers={"Content-Encoding": "gzip"}))), "unpacks"),
    ("WARC response, coded twice", "a.warc", lambda: warc(warc_record(http_response(gzip.compress(ZEROS), headers={"Content-Encoding": "gzip, gzip"}))), "unpacks|packed"),
    ("mail with a long part", "a.eml", lambda: mail("word " * 2_100_000).as_bytes(), "MB"),
    ("entities, exponential", "a.xml", lambda: ENTITIES, "DOCTYPE"),
    ("entities, quadratic", "a.xml", lambda: QUADRATIC, "DOCTYPE|line"),
    ("elements of a feed", "a.xml", lambda: b"<rss><channel>" + b"<item/>" * 700_000, "elements"),
    ("elements of a sitemap", "a.xml", lambda: b"<urlset>" + b"<url><loc>https://a.example/x</loc></url>" * 60_000, "addresses"),
    ("elements of a page", "a.html", lambda: b"<html><body>" + b"<p>x</p>" * 200_000, "elements"),
    ("nesting of a page", "a.html", lambda: b"<html><body>" + b"<div>" * 20_000, "nest|deep"),
    ("nesting of JSON", "a.jsonl", lambda: b'{"text": ' + b"[" * 200_000, "deep|object"),
    ("a list of a million addresses", "a.txt", lambda: b"https://a.example/x\n" * 300_000, "addresses"),
    ("a GDELT table of one address", "a.CSV", lambda: GDELT_EVENTS * 2_000, "addresses of a GDELT"),
    ("one line", "a.txt", lambda: b"word " * 1_000_000, "line|characters"),
    ("a PDF that is too long", "a.pdf", lambda: b"%PDF-1.7\n" + b"0" * 50_000_001, "MB"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "make", "why"), [row[1:] for row in BOMBS], ids=[row[0] for row in BOMBS]
)
def test_a_bomb_ends_within_its_cap(
    name: str, make: Callable[[], bytes], why: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    (tmp_path / "z.txt").write_text("Two ministers met in Oslo.")
    tracemalloc.start()
    try:
        found = list(read_path(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(found) == 1
    (error,) = found
    assert isinstance(error, InputError)
    assert any(part in str(error) for part in why.split("|")), str(error)
    assert name in str(error)
    assert peak < 12 * MAX_BYTES
    assert [type(item) for item in read_path(tmp_path / "z.txt")] == [Article]


def test_nothing_is_unpacked_ahead_of_what_is_asked_for() -> None:
    stream = io.BytesIO(ZEROS)
    data = Gunzip(stream, "x").read(1_000)
    assert data == b"\x00" * 1_000
    assert stream.tell() <= 65_536


def test_the_ratio_is_that_of_bytes_read_so_far() -> None:
    stream = Gunzip(io.BytesIO(ZEROS), "x")
    sizes: list[int] = []
    with pytest.raises(InputError, match="bomb"):
        sizes.extend(len(part) for part in iter(lambda: stream.read(1 << 16), b""))
    assert sum(sizes) <= MAX_BYTES + MAX_RATIO * 65_536 + (1 << 16)


def test_a_zip_of_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MAX_MEMBERS", 50)
    (error,) = read_bytes(zipped({str(n): b"" for n in range(51)}), "a.zip")
    assert isinstance(error, InputError)
    assert "more than 50 members" in error.what


def test_what_packs_well_but_is_small_is_read() -> None:
    text = b"Two ministers met in Oslo on Monday to talk about fish. " * 3_000
    (article,) = read_bytes(gzip.compress(b"\n".join([text[:90_000]])), "a.txt.gz")
    assert isinstance(article, Article)


@pytest.mark.parametrize("limit", [1, 1_000, 99_999])
def test_a_body_over_its_limit(limit: int) -> None:
    with pytest.raises(InputError):
        inflated(gzip.compress(b"ab" * 50_000), "gzip", "x", limit)


def test_a_body_at_its_limit() -> None:
    assert len(inflated(gzip.compress(b"a" * 1_000), "gzip", "x", 1_000)) == 1_000


def test_rows_of_a_bomb_do_not_hide_the_rows_before() -> None:
    good = json.dumps({"text": "Two ministers met in Oslo."}).encode() + b"\n"
    found = list(read_bytes(gzip.compress(good * 3 + b" " * MUCH), "a.jsonl.gz"))
    assert [type(item) for item in found[:3]] == [Article] * 3
    assert isinstance(found[-1], InputError)
    assert not isinstance(found[-1], Skipped)
