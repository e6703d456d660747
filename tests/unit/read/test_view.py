# ruff: noqa: E501 -- tables of cases keep one case on one line
"""The view: joined, parted, without markup, and every character of it in the raw text."""

from __future__ import annotations

import pytest

from detente.read import body_view, read_text
from detente.read.glue import lost_spaces
from detente.read.markup import pieces, readable
from tests.unit.read.pages import LEAD, SECOND, THIRD, body, dump

TITLE = "Ministers meet over fishing dispute"

GLUED = [
    ("Sudia and theUnited Nations", "Sudia and the United Nations"),
    ("vetoing twoUN resolutions", "vetoing two UN resolutions"),
    ("everyone agreeson the need", "everyone agrees on the need"),
    ("Center for Technologiesin Oslo", "Center for Technologies in Oslo"),
    ("said theRussian minister", "said the Russian minister"),
]


@pytest.mark.parametrize(("printed", "wanted"), GLUED, ids=[row[0] for row in GLUED])
def test_lost_spaces(printed: str, wanted: str) -> None:
    text = printed
    for at in reversed(list(lost_spaces(printed))):
        text = f"{text[:at]} {text[at:]}"
    assert text == wanted


INTACT = (
    "iPhone", "McDonald", "eBay", "YouTube", "Washington in May", "Boston on Friday", "a season of talks",
    "the captain of the ship", "Johnson at home", "Martin in Rome", "LinkedIn", "deGrasse", "the button of it",
    "OpenAI", "inForm@example.org", "a marathon at noon", "Houston in Texas", "reason to hope", "Lenin in Zurich",
    "Putin in Moscow", "PetroChina in talks", "the Stalin of today", "upon the hill", "into the sea",
)  # fmt: skip


@pytest.mark.parametrize("text", INTACT)
def test_whole_words_stay_whole(text: str) -> None:
    assert list(lost_spaces(text)) == []


MARKUP = [
    ("**The  Post**", "The Post"),
    ("[Jane Roe](https://example.org)", "Jane Roe"),
    ("## A heading", "A heading"),
    ("> quoted words", "quoted words"),
    ("  • an item", "an item"),
    ("spend *every* day", "spend every day"),
    ("with\xa0a lost\xa0space", "with a lost space"),
    ("as criminals . In part", "as criminals. In part"),
    ("meet with [Lind] in person", "meet with [Lind] in person"),
    ("zero\u200bwidth", "zerowidth"),
    ("5 * 3 * 2", "5 * 3 * 2"),
    ("![a picture](x.png)words", "words"),
    ("", ""),
]


@pytest.mark.parametrize(("raw", "words"), MARKUP, ids=[repr(row[0]) for row in MARKUP])
def test_readable(raw: str, words: str) -> None:
    assert readable(raw) == words
    for start, length in pieces(raw):
        assert start == -1 or 0 <= start < start + length <= len(raw)


def test_broken_paragraph_is_joined() -> None:
    text = dump(
        TITLE,
        LEAD,
        "Orso said after the morning talks with his colleague that",
        "it had been useful.",
        THIRD,
    )
    article = read_text(text)
    assert "his colleague that it had been useful." in body_view(article).text
    assert article.text == text


def test_advertisement_between_the_halves() -> None:
    parts = (
        LEAD,
        "Orso said after the morning talks with his colleague that",
        "Advertisement",
        "it had been useful.",
    )
    assert body(read_text(dump(TITLE, *parts)))[1].endswith("colleague that it had been useful.")


def test_whole_paragraphs_stay_apart() -> None:
    assert body(read_text(dump(TITLE, LEAD, SECOND, THIRD))) == [LEAD, SECOND, THIRD]


def test_title_once_and_caption_without_credit() -> None:
    article = read_text(dump(TITLE, TITLE, "The two in Oslo. (Reuters/Jane Roe)", LEAD, SECOND))
    view = body_view(article)
    found = [(part.role, view.text[part.start : part.end]) for part in view.paragraphs]
    assert found == [
        ("title", TITLE),
        ("caption", "The two in Oslo."),
        ("body", LEAD),
        ("body", SECOND),
    ]
    assert article.captions[0].credit == "Reuters/Jane Roe"


def test_every_stretch_leads_back() -> None:
    text = dump(f"# {TITLE}", "He  met **Lind** in theUnited\xa0Nations , said [Orso](#) .", LEAD)
    view = body_view(read_text(text))
    for seen, raw, length in view.segments:
        assert view.text[seen : seen + length] == text[raw : raw + length]
    at = view.text.index("United Nations,")
    start, end = view.to_raw(at, at + len("United Nations,"))
    assert text[start:end] == "United\xa0Nations ,"
