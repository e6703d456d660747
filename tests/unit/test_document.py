"""The view's map back to the raw text, and the parse's evidence."""

from __future__ import annotations

import pytest

from detente.document import Dated, View, dated_in
from detente.records import UNKNOWN_DATE
from tests.factories import article_of, parse_of, view_of

GLUED = View("the United States", ((0, 10, 3), (4, 13, 13)), ())
"""View of the raw text `..........theUnited States` with a space put in after "the"."""


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 3, (10, 13), id="before the space put in"),
        pytest.param(4, 10, (13, 19), id="after it"),
        pytest.param(0, 10, (10, 19), id="across it"),
        pytest.param(0, 4, (10, 13), id="ending with it"),
        pytest.param(3, 10, (13, 19), id="beginning with it"),
        pytest.param(16, 17, (25, 26), id="last character"),
    ],
)
def test_ranges_of_the_view_go_back_to_the_raw_text(
    start: int, end: int, expected: tuple[int, int]
) -> None:
    assert GLUED.to_raw(start, end) == expected


def test_evidence_is_the_words_of_the_article() -> None:
    parse = parse_of("Ann Smith met Bob Jones in Vienna.", "They talked for hours. Nobody signed.")
    assert [sent.number for sent in parse.sents] == [1, 2, 3]
    for sent, (start, end) in zip(parse.sents, parse.raw_sentences(), strict=True):
        evidence = parse.sentence_evidence(sent)
        assert (evidence.start, evidence.end) == (start, end)
        assert evidence.quote == parse.article.text[start:end]
        assert evidence.sentence == sent.number
    words = parse.token_evidence(0, 2, "speaker")
    assert (words.quote, words.role) == ("Ann Smith", "speaker")


def test_sentence_of_a_token_and_of_a_character() -> None:
    parse = parse_of("One came. Two left.", "Three stayed.")
    for sent in parse.sents:
        assert {parse.sent_of(i).number for i in range(sent.first, sent.last)} == {sent.number}
        assert parse.sent_at(sent.start) is sent
        assert parse.sent_at(sent.end - 1) is sent


def test_dates_between_tokens() -> None:
    dated = [Dated(2, 4, UNKNOWN_DATE), Dated(7, 9, UNKNOWN_DATE)]
    assert dated_in(dated, 0, 4) == dated[:1]
    assert dated_in(dated, 3, 9) == dated[1:]
    assert dated_in(dated, 4, 7) == []


def test_the_factory_makes_whole_articles() -> None:
    article = article_of(("title", "A headline"), "A paragraph.")
    assert article.title == "A headline"
    assert [p.role for p in view_of(article).paragraphs] == ["title", "body"]
