"""Statements in their pieces, and words in marks that nobody is said to say."""

from __future__ import annotations

import pytest

from detente.extract.dates import find_dates
from detente.extract.mentions import find_mentions
from detente.extract.statements import find_statements
from detente.knowledge.registry import registry
from detente.query.pieces import pieces_of
from detente.query.terms import terms_of
from detente.records import Statement
from tests.factories import article_of, parse_of


def said(*paragraphs: str) -> tuple[Statement, ...]:
    parse = parse_of(*paragraphs)
    return find_statements(parse, find_mentions(parse, registry()), find_dates(parse))


PIECES = [
    pytest.param(
        "“The road is open,” Ana Berg said. “It will stay open.”",
        [("direct", "“The road is open,”"), ("direct", "“It will stay open.”")],
        id="a quotation that its tag breaks",
    ),
    pytest.param(
        "The road, Ana Berg said on Monday, will stay open.",
        [("indirect", "The road"), ("indirect", "will stay open")],
        id="paraphrase that its tag breaks",
    ),
    pytest.param(
        "Ana Berg said that the road would stay open.",
        [("indirect", "the road would stay open")],
        id="one piece",
    ),
    pytest.param(
        "“The road is open,” Ana Berg said.",
        [("direct", "“The road is open,”")],
        id="one quotation",
    ),
]


@pytest.mark.parametrize(("text", "pieces"), PIECES)
def test_pieces(text: str, pieces: list[tuple[str, str]]) -> None:
    (statement,) = said(text)
    found = list(pieces_of(statement))
    assert [(one.kind, one.content) for one in found] == pieces
    for one in found:
        contents = [item for item in one.evidence if item.role == "content"]
        assert [text[item.start : item.end] for item in contents] == [one.content]
        assert (one.speaker, one.cue, one.date) == (statement.speaker, statement.cue, statement.date)
    assert len({one.id for one in found}) == len(found)


def test_a_statement_in_one_piece_is_itself() -> None:
    (statement,) = said("Ana Berg said that the road would stay open.")
    assert list(pieces_of(statement)) == [statement]


def test_pieces_are_the_same_each_time() -> None:
    (statement,) = said("“The road is open,” Ana Berg said. “It will stay open.”")
    assert list(pieces_of(statement)) == list(pieces_of(statement))


TERMS = [
    pytest.param("The “talks” ended in silence.", ["talks"], id="a scare quote"),
    pytest.param(
        "The so-called “Harbour Initiative” was dropped, and the ‘ceasefire’ did not last.",
        ["Harbour Initiative", "ceasefire"],
        id="two, in two kinds of marks",
    ),
    pytest.param("“The road is open,” Ana Berg said.", [], id="what somebody said"),
    pytest.param(
        "Ana Berg condemned what she called the ‘sensational exploitation’ of the case.",
        [],
        id="a term with a speaker",
    ),
    pytest.param(
        "Ana Berg said: “They speak of a ‘reset’ and mean nothing by it.”", [], id="within a quotation"
    ),
    pytest.param("She reads “The Long Way Home to the Sea” at night.", [], id="too long for a term"),
    pytest.param("The envoys’ talks were about the ’90s.", [], id="apostrophes"),
    pytest.param("Nothing is in marks here.", [], id="no marks"),
]


@pytest.mark.parametrize(("text", "terms"), TERMS)
def test_terms(text: str, terms: list[str]) -> None:
    article = article_of(text)
    found = list(terms_of(article, said(text)))
    assert [term.words for term in found] == terms
    for term in found:
        assert term.words in article.text[term.start : term.end]
        assert term.around == text


def test_titles_and_captions_have_no_terms() -> None:
    article = article_of(("title", "The “Reset” Is Over"), ("caption", "A “talk”"), "A “truce” held.")
    assert [term.words for term in terms_of(article, ())] == ["truce"]


def test_a_statement_over_several_terms_holds_them_all() -> None:
    text = "Ana Berg spoke of a “reset” and a “new page”. The “truce” held."
    assert [term.words for term in terms_of(article_of(text), said(text))] == ["truce"]
