"""The article reader's paragraphs: every word once, marks where rows rest, cards where they begin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.interfaces.server import margins
from detente.interfaces.server.margins import KINDS, Block, blocks_of
from detente.records import Caption, Extraction
from tests.unit.query import factories as made

FOUND = made.extractions()


def text_of(block: Block) -> str:
    return " ".join("".join(piece.text for piece in one.pieces) for one in block.sentences)


@pytest.mark.parametrize("of", FOUND, ids=lambda of: of.article.path)
class TestEvery:
    def test_every_sentence_is_there_once(self, of: Extraction) -> None:
        blocks = blocks_of(of)
        numbers = [one.number for block in blocks for one in block.sentences if one.number]
        assert sorted(numbers) == list(range(1, len(of.sentences) + 1))

    def test_the_words_are_those_of_the_page(self, of: Extraction) -> None:
        for block in blocks_of(of):
            for one in block.sentences:
                if one.number:
                    start, end = of.sentences[one.number - 1]
                    said = "".join(piece.text for piece in one.pieces)
                    assert said.split() == of.article.text[start:end].split()

    def test_every_row_is_marked_and_has_a_card(self, of: Extraction) -> None:
        blocks = blocks_of(of)
        marked = {id for b in blocks for one in b.sentences for p in one.pieces for id in p.rows}
        carded = [row.id for block in blocks for row in block.cards]
        wanted = {row.id for row in of.rows() if row.id.partition(":")[0] in KINDS}
        assert marked == wanted
        assert sorted(carded) == sorted(wanted)

    def test_marks_are_the_words_of_the_row(self, of: Extraction) -> None:
        pieces = [p for b in blocks_of(of) for one in b.sentences for p in one.pieces]
        for row in of.statements:
            said = "".join(piece.text for piece in pieces if row.id in piece.rows)
            assert " ".join(row.content.split()) in " ".join(said.split())


def test_roles_of_paragraphs() -> None:
    roles = [block.role for block in blocks_of(FOUND[0])]
    assert roles[0] == "title"
    assert set(roles[1:]) == {"body"}


def test_overlapping_marks_share_the_words() -> None:
    blocks = blocks_of(FOUND[0])
    shared = [
        piece
        for block in blocks
        for one in block.sentences
        for piece in one.pieces
        if len(piece.rows) > 1
    ]
    assert shared
    for piece in shared:
        order = [KINDS.index(id.partition(":")[0]) for id in piece.rows]
        assert order == sorted(order)
        assert piece.kind == piece.rows[0].partition(":")[0]


def test_plain_words_have_no_kind() -> None:
    plain = [
        piece
        for block in blocks_of(FOUND[4])
        for one in block.sentences
        for piece in one.pieces
        if not piece.rows
    ]
    assert plain
    assert {piece.kind for piece in plain} == {""}


def test_an_article_that_is_not_built_is_its_paragraphs() -> None:
    bare = Extraction(FOUND[0].article)
    blocks = blocks_of(bare)
    assert [one.number for block in blocks for one in block.sentences] == [0] * len(blocks)
    assert "The mood is better" in " ".join(text_of(block) for block in blocks)
    assert all(block.cards == () for block in blocks)


def test_an_article_without_text_has_no_paragraph() -> None:
    article = replace(FOUND[0].article, text="", lines=(), captions=())
    assert blocks_of(Extraction(article)) == []


def test_blanks_become_one() -> None:
    from tests.factories import article_of

    of = made.extraction(article_of("Two   words\tand  more."))
    assert text_of(blocks_of(of)[0]) == "Two words and more."


def test_a_caption_is_a_block_of_its_own() -> None:
    from tests.factories import article_of

    article = article_of("The talks began.", ("caption", "Ministers shake hands"))
    assert isinstance(article.captions, tuple)
    assert all(isinstance(one, Caption) for one in article.captions)
    roles = [block.role for block in blocks_of(made.extraction(article))]
    assert "caption" in roles


def test_blanks_between_two_marks_are_no_link_of_their_own() -> None:
    """A remark, a blank inside a longer position, a remark: three links would be one with no name."""
    text = FOUND[0].article.text
    start, end = FOUND[0].sentences[1]
    words = text[start:end].split()
    first = text.index(words[0], start) + len(words[0])
    second = text.index(words[1], first)
    marks = [
        (start, first, "statement:1"),
        (second, end, "statement:2"),
        (start, end, "position:1"),
    ]
    pieces = margins._pieces(FOUND[0].article, start, end, marks)
    assert [piece.rows for piece in pieces] == [
        ("statement:1", "position:1"),
        ("statement:2", "position:1"),
    ]
    assert pieces[0].text == f"{words[0]} "


def test_no_link_is_without_words() -> None:
    for found in FOUND:
        for block in blocks_of(found):
            for one in block.sentences:
                assert [piece for piece in one.pieces if piece.rows and not piece.text.strip()] == []
