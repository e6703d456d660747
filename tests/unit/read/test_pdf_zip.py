"""PDF documents, ZIP archives, gzip: what comes out of them, under which name, and damage."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from detente.errors import EmptyInput, InputError, NotText, Skipped, TooLarge, UnreadableInput
from detente.read import read_bytes, read_path
from detente.read.pdf import document_of
from detente.read.unpacked import inflated
from detente.records import Article
from tests.unit.read.pages import BODY, LEAD, SECOND, THIRD
from tests.unit.read.samples import PAGE, SAMPLES, mail, pdf, rss, rss_item, wrapped, zipped


def articles(data: bytes, name: str) -> list[Article]:
    return [item for item in read_bytes(data, name) if isinstance(item, Article)]


class TestPdf:
    def test_paragraphs_are_joined_from_their_lines(self) -> None:
        found = document_of(pdf([*wrapped(LEAD), *wrapped(SECOND)], wrapped(THIRD)), "a.pdf")
        assert found.text.split("\n\n") == [LEAD, SECOND, THIRD]
        assert found.title == "Ministers meet over fish"

    def test_a_paragraph_goes_on_on_the_next_page(self) -> None:
        lines = wrapped(f"{LEAD} {SECOND}")
        found = document_of(pdf(["The talks are over.", *lines[:2]], lines[2:]), "a.pdf")
        assert found.text.split("\n\n")[-1] == f"{LEAD} {SECOND}"

    def test_running_heads_and_page_numbers_are_left_out(self) -> None:
        pages = [
            ["The Example Post", f"{number}", *wrapped(f"{part} So many ships."), f"Page {number} of 3"]
            for number, part in enumerate((LEAD, SECOND, THIRD), 1)
        ]
        found = document_of(pdf(*pages), "a.pdf")
        assert "Example Post" not in found.text
        assert "Page" not in found.text
        assert found.text.count("ships") == 3
        assert "9 lines" in found.warnings[0]

    def test_a_hyphen_at_the_end_of_a_line(self) -> None:
        found = document_of(
            pdf(["The foreign ministers of Norland and Sudia met for nego-", "tiations."]), "a"
        )
        assert "negotiations." in found.text

    @pytest.mark.parametrize("title", ["untitled", "note.docx", "Microsoft Word - x", "One", None])
    def test_titles_that_are_none(self, title: str | None) -> None:
        assert document_of(pdf([LEAD], title=title), "a.pdf").title is None

    def test_an_article(self) -> None:
        (article,) = articles(pdf(*(wrapped(part) for part in BODY)), "report.pdf")
        assert (article.format, article.encoding) == ("pdf", "pdf")
        assert article.title == "Ministers meet over fish"
        assert LEAD in article.text

    @pytest.mark.parametrize(
        ("data", "kind", "why"),
        [
            (pdf([]), EmptyInput, "scan"),
            (pdf(), EmptyInput, "scan"),
            (b"%PDF-1.4 nothing", NotText, "damaged"),
            (pdf([LEAD])[:300], NotText, "damaged"),
            (pdf(*[[LEAD]] * 301), TooLarge, "pages"),
            (b"%PDF-1.4" + b" " * 50_000_001, TooLarge, "MB"),
        ],
        ids=["no text", "no page", "no document", "half", "too many pages", "too long"],
    )
    def test_refused(self, data: bytes, kind: type[InputError], why: str) -> None:
        (error,) = read_bytes(data, "a.pdf")
        assert type(error) is kind
        assert why in str(error)

    def test_one_that_is_locked(self) -> None:
        pypdf = pytest.importorskip("pypdf")
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([LEAD])))
        writer.encrypt("secret", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        (error,) = read_bytes(out.getvalue(), "a.pdf")
        assert isinstance(error, NotText)
        assert "password" in str(error)


class TestZip:
    def test_members_are_read_in_their_formats(self) -> None:
        data = zipped(
            {
                "one.txt": "\n\n".join(BODY).encode(),
                "pages/two.html": PAGE,
                "feed.xml": rss(rss_item()),
                "box.eml": mail().as_bytes(),
                "more.jsonl": SAMPLES["a.jsonl"],
                "packed.txt.gz": gzip.compress(LEAD.encode()),
                "inner.zip": zipped({"three.txt": LEAD.encode()}),
                "photo.jpg": b"\xff\xd8\xff",
                ".hidden": b"x",
                "__MACOSX/._one.txt": b"x",
                "folder/": b"",
            }
        )
        found = list(read_bytes(data, "a.zip"))
        paths = [item.path.removeprefix("a.zip#") for item in found if isinstance(item, Article)]
        assert paths == [
            "one.txt",
            "pages/two.html",
            "feed.xml#1",
            "box.eml",
            "more.jsonl#1",
            "more.jsonl#2",
            "packed.txt.gz",
            "inner.zip#three.txt",
        ]
        (skipped,) = [item for item in found if not isinstance(item, Article)]
        assert isinstance(skipped, Skipped)
        assert ".jpg files (1)" in skipped.what

    @pytest.mark.parametrize(
        "name", ["../../etc/passwd", "/etc/passwd", "C:\\Windows\\x.txt", "a\nb.txt", "\x1b[2Jx.txt"]
    )
    def test_names_are_labels_and_never_paths(self, name: str, tmp_path: Path) -> None:
        path = tmp_path / "a.zip"
        path.write_bytes(zipped({name: LEAD.encode()}))
        (article,) = read_path(path)
        assert isinstance(article, Article)
        assert article.text == LEAD
        assert "\n" not in article.path
        assert "\x1b" not in article.path
        assert [child.name for child in tmp_path.iterdir()] == ["a.zip"]

    def test_a_link_is_not_followed(self) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            info = zipfile.ZipInfo("link.txt")
            info.external_attr = 0o120777 << 16
            archive.writestr(info, "/etc/passwd")
        (skipped,) = read_bytes(buffer.getvalue(), "a.zip")
        assert isinstance(skipped, Skipped)
        assert "links (1)" in skipped.what

    def test_a_damaged_member_costs_only_itself(self) -> None:
        data = bytearray(zipped({"a.txt": (LEAD * 20).encode(), "b.txt": SECOND.encode()}))
        at = data.index(b"a.txt") + 12
        data[at : at + 8] = b"\xff" * 8
        found = list(read_bytes(bytes(data), "a.zip"))
        assert isinstance(found[0], InputError)
        assert "a.zip#a.txt" in found[0].what
        assert isinstance(found[1], Article)

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (zipped({}), "empty"),
            (zipped({"a.txt": LEAD.encode()})[:-30], "damaged"),
            (b"PK\x03\x04", "damaged"),
            (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "office"),
            (zipped({"mimetype": b"application/epub+zip"}), "office"),
            (zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": b"x"})})}), "archives inside"),
        ],
        ids=["empty", "cut", "head", "docx", "epub", "three deep"],
    )
    def test_refused(self, data: bytes, why: str) -> None:
        (error,) = read_bytes(data, "a.zip")
        assert isinstance(error, InputError)
        assert why in str(error)


class TestGzip:
    @pytest.mark.parametrize(
        "name", ["a.txt", "a.html", "a.jsonl", "a.csv", "rss.xml", "a.warc", "a.mbox", "a.pdf"]
    )
    def test_any_format_may_be_packed(self, name: str) -> None:
        plain = [type(item) for item in read_bytes(SAMPLES[name], name)]
        packed = list(read_bytes(gzip.compress(SAMPLES[name]), f"{name}.gz"))
        assert [type(item) for item in packed] == plain

    def test_members_one_after_the_other_and_padding(self) -> None:
        data = gzip.compress(LEAD.encode()) + gzip.compress(b"\n\n" + SECOND.encode()) + b"\x00" * 600
        (article,) = read_bytes(data, "a.txt.gz")
        assert isinstance(article, Article)
        assert article.text == f"{LEAD}\n\n{SECOND}"

    @pytest.mark.parametrize(
        "data",
        [gzip.compress(LEAD.encode())[:-9], b"\x1f\x8b\x08garbage", gzip.compress(b"x" * 9_000)[:30]],
        ids=["cut", "garbage", "head"],
    )
    def test_damaged(self, data: bytes) -> None:
        (error,) = read_bytes(data, "a.txt.gz")
        assert isinstance(error, UnreadableInput)

    def test_twice_packed_and_no_more(self) -> None:
        twice = gzip.compress(gzip.compress(LEAD.encode()))
        assert len(articles(twice, "a.gz")) == 1
        (error,) = read_bytes(gzip.compress(twice), "a.gz")
        assert isinstance(error, TooLarge)


@pytest.mark.parametrize("coding", ["gzip", "X-GZIP", "deflate", "raw deflate", "br", "identity", ""])
def test_content_codings(coding: str) -> None:
    import zlib

    if coding == "br":
        brotli = pytest.importorskip("brotli")
        data = brotli.compress(PAGE)
    elif coding == "raw deflate":
        data, coding = zlib.compress(PAGE)[2:-4], "deflate"
    else:
        data = {"gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress}.get(
            coding.lower(), bytes
        )(PAGE)
    assert inflated(data, coding, "x", 1_000_000) == PAGE


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "compress", "aes128gcm"])
def test_codings_that_are_broken_or_unknown(coding: str) -> None:
    if coding == "br":
        pytest.importorskip("brotli")
    with pytest.raises(UnreadableInput):
        inflated(b"\xff\xfe no such data", coding, "x", 1_000)
