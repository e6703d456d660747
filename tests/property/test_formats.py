# ruff: noqa: E501 -- tables keep one row on one line
"""Every reader, on samples that chance has damaged: articles or errors, no exception, within caps.

The number of examples is bounded by the profile, so a run in CI takes the same time every day.
"""

from __future__ import annotations

import gzip
import io
import random
import zlib

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.collect.fetching import Fetched
from detente.collect.warcs import _response_block
from detente.errors import InputError
from detente.read import Address, open_bytes, read_bytes
from detente.read.feeds import feed_of
from detente.read.formats import Kind, addresses_of, kind_of
from detente.read.inputs import Raw
from detente.read.limits import MAX_TEXT
from detente.read.listings import feeds_on_page
from detente.read.responses import dechunked, raw_of_response, response_of
from detente.read.stamps import stamped
from detente.records import Article
from tests.unit.read.samples import SAMPLES

_NAMES = sorted(SAMPLES)
_KINDS: tuple[Kind, ...] = (
    "text", "html", "jsonl", "json", "csv", "feed", "opml", "sitemap", "addresses", "warc", "mail",
    "mbox", "pdf", "zip", "gzip",
)  # fmt: skip
_TOKENS = (
    b"\x00", b"\xff\xfe", b"<", b">", b"]]>", b"<![CDATA[", b"&#xD800;", b"&lt;", b"\r\n\r\n", b"\n\nFrom ",
    b"--", b'"', b"{", b"[" * 50, b"\x1f\x8b", b"PK\x03\x04", b"Content-Length: 99999999999999\r\n",
    b"Content-Length: -1\r\n", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"ffffffff\r\n",
    b"=?utf-8?b?", b"<!DOCTYPE x [", b"<?xml version='1.0' encoding='utf-16'?>", b"%PDF-", b"endobj", b"1 0 R",
    b"\xed\xa0\x80", b"\\ud800", b"\t" * 60, b"http://", b"WARC/1.0\r\n", b"\x1b[2J", b"a" * 3_000,
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return the name and bytes of a sample after some cuts, swaps and insertions."""
    name = draw(st.sampled_from(_NAMES))
    data = bytearray(SAMPLES[name])
    chance = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(draw(st.integers(0, 6))):
        how = chance.randrange(7)
        at = chance.randrange(len(data) + 1)
        until = min(len(data), at + chance.choice((1, 3, 40, 400)))
        if how == 0:
            del data[at:]
        elif how == 1:
            del data[at:until]
        elif how == 2:
            data[at:at] = chance.choice(_TOKENS)
        elif how == 3:
            data[at:at] = data[at:until] * chance.choice((1, 2, 30))
        elif how == 4 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif how == 5:
            data[at:until] = bytes(chance.randrange(256) for _ in range(until - at))
        else:
            other = SAMPLES[chance.choice(_NAMES)]
            data[at:at] = other[: chance.randrange(len(other))]
    return name, bytes(data)


def _sound(items: list[Article | InputError]) -> None:
    for item in items:
        if isinstance(item, Article):
            assert len(item.text) <= MAX_TEXT
            assert item.path
            assert all(0 <= line.start <= line.end <= len(item.text) for line in item.lines)
        else:
            assert isinstance(item, InputError)
            assert item.what
            assert "\n" not in str(item)
            assert "\x1b" not in str(item)
            assert len(str(item)) < 1_500


@settings(max_examples=400)
@given(damaged())
def test_damaged_samples_give_articles_or_errors(sample: tuple[str, bytes]) -> None:
    name, data = sample
    first = list(read_bytes(data, name))
    _sound(first)
    assert first or not data.strip()
    second = list(read_bytes(data, name))
    assert [str(item) if isinstance(item, InputError) else item for item in first] == [
        str(item) if isinstance(item, InputError) else item for item in second
    ]


@settings(max_examples=250)
@given(damaged(), st.sampled_from(_KINDS))
def test_any_reader_takes_any_bytes(sample: tuple[str, bytes], kind: Kind) -> None:
    _sound(list(read_bytes(sample[1], sample[0], kind)))


@settings(max_examples=150)
@given(damaged())
def test_packed_and_damaged_again(sample: tuple[str, bytes]) -> None:
    name, data = sample
    packed = bytearray(gzip.compress(data, mtime=0))
    at = zlib.crc32(data) % len(packed)
    packed[at] ^= 4
    _sound(list(read_bytes(bytes(packed), f"{name}.gz")))
    _sound(list(read_bytes(bytes(packed[:at]), f"{name}.gz")))


@settings(max_examples=200)
@given(damaged())
def test_addresses_or_errors(sample: tuple[str, bytes]) -> None:
    name, data = sample
    found = list(addresses_of(io.BytesIO(data), name, name))
    assert found
    for one in found:
        if isinstance(one, Address):
            assert one.url.lower().startswith(("http://", "https://"))
            assert not any(char.isspace() for char in one.url)
        else:
            assert isinstance(one, InputError)


@given(st.binary(max_size=400))
def test_opening_is_never_an_exception(data: bytes) -> None:
    for kind in (None, *_KINDS):
        for raw in open_bytes(data, "x", kind):
            assert isinstance(raw, (Raw, InputError))
    assert kind_of(data, "x") in _KINDS


@given(st.binary(max_size=300))
def test_feeds_are_feeds_or_errors(data: bytes) -> None:
    for head in (
        b"<rss><channel><item>",
        b"<feed><entry>",
        b'{"version":"https://jsonfeed.org/version/1",',
    ):
        try:
            feed_of(head + data, "x")
        except InputError:
            continue


@given(
    st.sampled_from([200, 206, 301, 402, 403, 404, 500, 999]),
    st.lists(
        st.tuples(
            st.sampled_from(
                ["Content-Type", "Content-Encoding", "Transfer-Encoding", "X", "Content-Length"]
            ),
            st.sampled_from(
                ["text/html", "gzip", "chunked", "br, gzip", "application/pdf", "é", "-1", ""]
            ),
        ),
        max_size=5,
    ),
    st.one_of(
        st.binary(max_size=200), st.sampled_from([SAMPLES["a.html"], gzip.compress(b"<p>x</p>")])
    ),
)
def test_what_is_written_of_an_answer_is_read_again(
    status: int, headers: list[tuple[str, str]], body: bytes
) -> None:
    fetched = Fetched("https://post.example/", status, "So", tuple(headers), body)
    block = _response_block(fetched)
    again = response_of(block, "x")
    assert again.status == status
    assert again.body == body
    try:
        page = raw_of_response(again, "x", None)
    except InputError:
        return
    assert isinstance(page, (Raw, str))


@given(st.binary(max_size=200))
def test_dechunking_never_makes_bytes_up(body: bytes) -> None:
    assert len(dechunked(body)) <= len(body)


@given(st.one_of(st.text(max_size=60), st.from_regex(r"\d{1,4}[-/ ]\w{1,9}[-/ ]\d{1,4}( \d\d:\d\d)?")))
def test_stamps_are_days_or_unknown(text: str) -> None:
    when = stamped(text)
    if when.known and when.start and when.end:
        assert when.start <= when.end


@given(st.text(alphabet="<>link rel=alternate\"'type/applicationrss+xml hrf:", max_size=200))
def test_pages_with_odd_links(markup: str) -> None:
    for url in feeds_on_page("<link " + markup, "https://post.example/"):
        assert url.startswith("http")
