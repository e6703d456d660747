"""A briefing as Markdown, HTML, PDF and Word: notes that are all there, text that is only text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.export.brief import brief_of
from detente.export.brief_docx import docx
from detente.export.brief_html import html
from detente.export.brief_markdown import escaped, markdown
from detente.export.brief_notes import cited, marks, numbered
from detente.export.brief_pdf import pdf, typst_text
from detente.export.brief_words import words
from detente.query.brief import material
from detente.query.brief_lines import Block, Brief, Footing, Line, Part
from detente.query.refs import Ref
from detente.query.views import Reports, StateView
from detente.records import When
from detente.store import open_database
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

ODD = 'A <b>bold</b> & "odd" line: *stars*, [brackets], #hash, $math$, @at, `code`, \\ and _under_'


def footing(number: int, sentence: str = "It rained.", **more: Any) -> Footing:
    fields: dict[str, Any] = {
        "outlet": "The Post", "published": made.day("2013-05-09"), "title": "Rain", "origin": "Post",
    } | more  # fmt: skip
    return Footing(Ref(f"1f3a:{number}", "article:1f3a", number), sentence, **fields)


def brief(*lines: Line, language: str = "en") -> Brief:
    blocks = (Block("changed", "What changed", (Part("", lines),), "A note."),) if lines else ()
    return Brief(
        language, StateView("USA", "United States"), StateView("RUS", "Russia"), When(), When(),
        Reports(1, ("The Post",), 0, 1), 0, "United States and Russia", "May 2013", blocks,
    )  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Brief]:
    path: Path = archive_at(tmp_path_factory.mktemp("brief") / "a.db")
    database = open_database(path, create=False)
    with database.read() as conn:
        yield brief_of(material(conn, made.reference(), "USA", "RUS"))
    database.close()


ONE = Line("It rained.", (footing(1), footing(2, "It poured.")), "7 May", "2 outlets")
TWO = Line("It rained again.", (footing(2, "It poured."), footing(3, "It stopped.")))


def test_a_sentence_has_one_number_wherever_it_is_used() -> None:
    found = brief(ONE, TWO)
    numbers = numbered(found)
    assert list(numbers.values()) == [1, 2, 3]
    assert (marks(ONE, numbers), marks(TWO, numbers)) == ([1, 2], [2, 3])


CITED: list[Any] = [
    ({}, ("The Post, 9 May 2013", "“Rain”", "“It rained.”", "[1f3a:1]")),
    ({"outlet": None}, ("an outlet not named, 9 May 2013", "“Rain”", "“It rained.”", "[1f3a:1]")),
    ({"published": When()}, ("The Post", "“Rain”", "“It rained.”", "[1f3a:1]")),
    ({"title": None}, ("The Post, 9 May 2013", "without a headline", "“It rained.”", "[1f3a:1]")),
]


@pytest.mark.parametrize(("more", "wanted"), CITED)
def test_how_a_sentence_is_cited(more: dict[str, Any], wanted: Any) -> None:
    assert cited(footing(1, **more), words("en")) == wanted


# Markdown


def test_markdown_notes_are_all_defined_and_all_used(whole: Brief) -> None:
    text = markdown(whole)
    body, _, _ = text.partition("\n[^1]: ")
    used = {int(one) for one in re.findall(r"\[\^(\d+)\]", body)}
    defined = [int(one) for one in re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)]
    assert defined == list(range(1, len(whole.notes()) + 1))
    assert used == set(defined)


def test_every_line_of_the_markdown_has_a_note(whole: Brief) -> None:
    lines = [line for line in markdown(whole).splitlines() if line.startswith("- ")]
    assert len(lines) == len(whole.lines())
    assert all(re.search(r"\[\^\d+\]$", line) for line in lines)


def test_a_line_of_markdown() -> None:
    assert "- **7 May** It rained. (2 outlets)[^1][^2]" in markdown(brief(ONE)).splitlines()


def test_markdown_of_what_is_printed_is_no_markup() -> None:
    text = markdown(brief(Line(ODD, (footing(1, ODD),))))
    assert r"\*stars\*" in text
    assert r"\<b\>" in text


def test_nothing_says_so() -> None:
    for made_of in (markdown(brief()), html(brief()), typst_text(brief())):
        assert "Nothing on the two in this period" in made_of


# HTML


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if tag == "a":
            self.links.append(values.get("href") or "")


def test_html_notes_lead_somewhere(whole: Brief) -> None:
    reader = _Reader()
    reader.feed(html(whole))
    targets = {link[1:] for link in reader.links if link.startswith("#")}
    assert targets == set(reader.ids)
    assert len(reader.ids) == len(whole.notes())


def test_html_has_no_script_and_asks_for_nothing(whole: Brief) -> None:
    reader = _Reader()
    reader.feed(html(whole))
    assert not {"script", "img", "link", "iframe"} & set(reader.tags)


def test_html_of_what_is_printed_is_text() -> None:
    text = html(brief(Line(ODD, (footing(1, "<script>alert(1)</script>"),))))
    assert "<script>" not in text
    assert "<b>bold" not in text
    assert "&lt;b&gt;bold" in text


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://example.org/a", True), ("javascript:alert(1)", False), ("data:text/html,x", False)],
)
def test_only_web_addresses_are_links(url: str, linked: bool) -> None:
    assert (f'href="{url}"' in html(brief(Line("x", (footing(1, url=url),))))) is linked


# PDF


def test_a_pdf_can_be_read(whole: Brief) -> None:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(pdf(whole)))
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "United States and Russia" in text
    assert "Meetings, calls and visits" in text
    assert "The Daily Example" in text


def test_a_pdf_of_what_is_odd() -> None:
    from pypdf import PdfReader

    made_of = brief(Line(ODD, (footing(1, ODD, title=ODD),), ODD, ODD))
    text = PdfReader(io.BytesIO(pdf(made_of))).pages[0].extract_text()
    assert "#hash" in text
    assert "$math$" in text


def test_a_note_used_twice_is_set_once() -> None:
    text = typst_text(brief(ONE, TWO))
    assert text.count("<note-2>") == 2
    assert text.count("It poured") == 1


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=60))
@settings(max_examples=8)
def test_no_text_breaks_the_setting(text: str) -> None:
    if text.strip():
        assert pdf(brief(Line(text, (footing(1, text),), text, text))).startswith(b"%PDF")


# Word


def test_a_word_file_can_be_read(whole: Brief) -> None:
    from docx import Document

    file = Document(io.BytesIO(docx(whole)))
    headings = [one.text for one in file.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings == [*(block.heading for block in whole.blocks), "Evidence"]
    bullets = [one for one in file.paragraphs if one.style and one.style.name == "List Bullet"]
    assert len(bullets) == len(whole.lines())
    assert all(one.runs[-1].font.superscript and one.runs[-1].text.strip() for one in bullets)


def test_a_word_file_of_what_xml_cannot_hold() -> None:
    from docx import Document

    file = Document(io.BytesIO(docx(brief(Line("a\x00b\x1fc", (footing(1, "d\x0be"),))))))
    assert any("abc" in one.text for one in file.paragraphs)


@given(st.text(max_size=80))
def test_escaped_markdown_has_no_bare_marks(text: str) -> None:
    bare = re.sub(r"\\.", "", escaped(text))
    assert not re.search(r"[`*_\[\]<>|#\\]", bare)
