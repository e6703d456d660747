"""WARC files: responses and what else is in them, damage, the layout of Common Crawl's news sets."""

from __future__ import annotations

import gzip
import io

import pytest

from detente.errors import EmptyInput, InputError, Skipped, TooLarge, UnreadableInput
from detente.read import read_bytes
from detente.read.responses import dechunked, response_of
from detente.read.warc import Record, records_of
from detente.records import Article
from tests.unit.read.pages import LEAD
from tests.unit.read.samples import PAGE, http_response, pdf, warc, warc_record


def read(*records: bytes, packed: bool = False) -> list[Article | InputError]:
    return list(read_bytes(warc(*records, packed=packed), "crawl.warc"))


def chunked(body: bytes, size: int = 700) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


PAGES = [
    pytest.param(http_response(), id="plain"),
    pytest.param(http_response(headers={"Content-Type": "application/xhtml+xml"}), id="xhtml"),
    pytest.param(http_response(headers={"Content-Type": ""}), id="without a type"),
    pytest.param(http_response(chunked(PAGE), headers={"Transfer-Encoding": "chunked"}), id="chunks"),
    pytest.param(
        http_response(PAGE, headers={"Transfer-Encoding": "chunked"}), id="chunks joined before"
    ),
    pytest.param(
        http_response(gzip.compress(PAGE), headers={"Content-Encoding": "gzip"}), id="packed with gzip"
    ),
    pytest.param(http_response(PAGE, headers={"Content-Encoding": "gzip"}), id="unpacked before"),
    pytest.param(
        http_response(
            chunked(gzip.compress(PAGE)),
            headers={"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"},
        ),
        id="packed and in chunks",
    ),
    pytest.param(http_response(status="203 Non-Authoritative"), id="203"),
    pytest.param(
        http_response().replace(b"\r\n\r\n", b"\n\n", 1).replace(b"\r\n", b"\n"), id="bare line breaks"
    ),
]


@pytest.mark.parametrize("packed", [False, True], ids=["warc", "warc.gz"])
@pytest.mark.parametrize("block", PAGES)
def test_a_page(block: bytes, packed: bool) -> None:
    (article,) = read(warc_record(block), packed=packed)
    assert isinstance(article, Article), article
    assert article.title == "Ministers meet over fish"
    assert article.url == "https://post.example/fish"
    assert (article.path, article.format) == ("crawl.warc#3", "html")


PASSED = [
    (http_response(status="301 Moved Permanently", body=b"moved"), "redirects (301)"),
    (http_response(status="404 Not Found"), "pages not found or refused (404)"),
    (http_response(status="500 Internal Server Error"), "errors of the server (500)"),
    (http_response(b"", status="200 OK"), "empty answers"),
    (http_response(b"\x89PNG", headers={"Content-Type": "image/png"}), "files of type image/png"),
    (http_response(b"{}", headers={"Content-Type": "application/json"}), "application/json"),
    (http_response(b"<p>Access denied</p>", status="403 Forbidden"), "refused (403)"),
]


@pytest.mark.parametrize(("block", "reason"), PASSED, ids=[reason for _, reason in PASSED])
def test_what_holds_no_article_is_counted(block: bytes, reason: str) -> None:
    found = read(warc_record(block), warc_record(http_response()), warc_record(block))
    assert [type(item) for item in found] == [Article, Skipped]
    assert f"{reason}" in str(found[1])
    assert "(2)" in str(found[1])


def test_each_kind_of_record() -> None:
    found = read(
        warc_record(LEAD.encode(), "conversion", "text/plain"),
        warc_record(PAGE, "resource", "text/html"),
        warc_record(http_response(b""), "revisit"),
        warc_record(b"x", "metadata", "application/json"),
        warc_record(b"x", "strange", "text/plain"),
        warc_record(b"x", "response", "image/png"),
        warc_record(http_response(pdf([LEAD]), headers={"Content-Type": "application/pdf"})),
    )
    articles = [item for item in found if isinstance(item, Article)]
    assert [one.format for one in articles] == ["text", "html", "pdf"]
    told = str(found[-1])
    assert "pages that had not changed (1)" in told
    assert "records of type strange (1)" in told
    assert "responses of a type that is no page (image/png) (1)" in told


@pytest.mark.parametrize(
    "status", ["402 Payment Required", "403 Forbidden", "401 Unauthorized", "451 No"]
)
def test_a_page_that_is_refused_may_stop_early(status: str) -> None:
    body = PAGE.replace(b"</article>", f"<p>{LEAD}</p>".encode() * 2 + b"</article>")
    (article,) = read(warc_record(http_response(body, status)))
    assert isinstance(article, Article)
    assert article.cut_off
    assert (article.access == "paywalled") == status.startswith("402")


def test_a_page_that_the_crawler_cut() -> None:
    (article,) = read(warc_record(http_response(), more="WARC-Truncated: length\r\n"))
    assert isinstance(article, Article)
    assert article.cut_off


def test_a_file_that_stops_in_the_middle() -> None:
    data = warc(warc_record(http_response()), warc_record(http_response()))
    found = list(read_bytes(data[:-800], "crawl.warc"))
    assert isinstance(found[0], Article)
    last = found[-1]
    assert isinstance(last, Article)
    assert last.cut_off


def test_a_packed_file_that_stops_in_the_middle() -> None:
    data = warc(warc_record(http_response()), warc_record(http_response()), packed=True)
    found = list(read_bytes(data[:-50], "crawl.warc.gz"))
    assert isinstance(found[0], Article)
    assert any(isinstance(item, UnreadableInput) and "stops" in str(item) for item in found)


def test_damage_between_records_costs_nothing_else() -> None:
    good = warc_record(http_response())
    found = read(good, b"garbage\r\n" * 30, good.replace(b"fish", b"nets"))
    assert [type(item) for item in found] == [Article, UnreadableInput, Article]


def test_a_record_without_its_length() -> None:
    bad = warc_record(http_response()).replace(b"Content-Length: ", b"Content-Lost: ", 1)
    found = read(bad, warc_record(http_response()))
    assert any("without its length" in str(item) for item in found)
    assert isinstance(found[-1], Article)


def test_a_length_that_lies_costs_no_memory() -> None:
    (article,) = read(warc_record(http_response(), length=10**14))
    assert isinstance(article, Article)
    assert article.cut_off


def test_a_file_without_pages() -> None:
    (error,) = read()
    assert isinstance(error, EmptyInput)


def test_a_response_that_is_none() -> None:
    (error,) = read(warc_record(b"nothing like HTTP"))
    assert isinstance(error, UnreadableInput)
    assert "crawl.warc#3" in error.what


def test_a_page_over_the_cap() -> None:
    (error,) = read(warc_record(http_response(b"<p>x</p>" * 2_000_000)))
    assert isinstance(error, (TooLarge, InputError))


def test_records_have_their_headers_and_blocks() -> None:
    stream = io.BytesIO(warc(warc_record(http_response())))
    records = [record for record in records_of(stream, "x") if isinstance(record, Record)]
    assert [record.kind for record in records] == ["warcinfo", "request", "response"]
    assert records[2].url == "https://post.example/fish"
    assert records[2].block == http_response()
    assert records[0].block == b""  # notes of the crawler are not kept


@pytest.mark.parametrize(
    ("body", "joined"),
    [
        (b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", b"abcde"),
        (b"3;ext=1\r\nabc\r\n0\r\n\r\n", b"abc"),
        (b"5\r\nabc", b"abc"),
        (b"abc", b"abc"),
        (b"", b""),
        (b"ffffffff\r\nabc", b"abc"),
        (b"3\r\nabcX", b"abc"),
    ],
)
def test_chunks(body: bytes, joined: bytes) -> None:
    assert dechunked(body) == joined


def test_headers_of_a_response() -> None:
    found = response_of(b"HTTP/1.1 200 OK\r\nA: 1\r\na:  2 \r\nbroken\r\n\r\nbody", "x")
    assert (found.status, found.header("a"), found.header("b"), found.body) == (200, "2", "", b"body")


def test_what_warcio_writes_is_read() -> None:
    warcio = pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    assert warcio
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            "https://post.example/fish", "response", payload=io.BytesIO(PAGE), http_headers=head
        )
    )
    (article,) = read_bytes(out.getvalue(), "crawl.warc.gz")
    assert isinstance(article, Article)
    assert article.title == "Ministers meet over fish"
