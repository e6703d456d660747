"""Sentences stay in their paragraphs; lemmas and parts of speech are those of the model's tables."""

from __future__ import annotations

import pytest

from detente.annotate import annotate_many
from tests.factories import article_of, parse_of, view_of


@pytest.mark.parametrize(
    ("sentence", "word", "lemma", "pos"),
    [
        ("The ministers met in Vienna.", "met", "meet", "VERB"),
        ("The ministers met in Vienna.", "ministers", "minister", "NOUN"),
        ("She has accused the agency of lying.", "has", "have", "AUX"),
        ("She has accused the agency of lying.", "accused", "accuse", "VERB"),
        ("She has accused the agency of lying.", "lying", "lie", "VERB"),
        ("They won't talk about the treaties.", "wo", "will", "AUX"),
        ("They won't talk about the treaties.", "n't", "not", "ADV"),
        ("They won't talk about the treaties.", "treaties", "treaty", "NOUN"),
        ("He’s leaving because Moscow wants it.", "’s", "be", "AUX"),
        ("He’s leaving because Moscow wants it.", "Moscow", "Moscow", "PROPN"),
        ("They said that the talks were over.", "that", "that", "SCONJ"),
        ("They said that the talks were over.", "were", "be", "VERB"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else None,
)
def test_lemma_and_part_of_speech(sentence: str, word: str, lemma: str, pos: str) -> None:
    token = next(token for token in parse_of(sentence).doc if token.text == word)
    assert (token.lemma_, token.pos_) == (lemma, pos)


def test_a_sentence_never_crosses_a_paragraph() -> None:
    parse = parse_of(
        ("title", "Kerry and Lavrov meet"), "a paragraph without a full stop", "Another one."
    )
    assert [parse.doc[s.first : s.last].text for s in parse.sents] == [
        "Kerry and Lavrov meet",
        "a paragraph without a full stop",
        "Another one.",
    ]
    assert [s.role for s in parse.sents] == ["title", "body", "body"]
    assert [s.paragraph for s in parse.sents] == [0, 1, 2]


@pytest.mark.parametrize(
    "first",
    [
        '"We will talk about the agenda."',
        "“We will talk about the agenda.”",
        "‘We will talk about the agenda.’",
        "»We will talk about the agenda.«",
        "„We will talk about the agenda.“",
        "(They had talked about the agenda.)",
    ],
)
def test_a_closing_mark_stays_with_the_sentence_it_closes(first: str) -> None:
    parse = parse_of(f"{first} Nobody asked her why.")
    assert [parse.doc[s.first : s.last].text for s in parse.sents] == [first, "Nobody asked her why."]


def test_many_keep_their_order_and_an_empty_view_has_no_sentences() -> None:
    articles = [article_of(f"Number {i} came to the talks.") for i in range(20)]
    articles.append(article_of(""))
    parses = list(annotate_many((article, view_of(article)) for article in articles))
    assert [parse.article.id for parse in parses] == [article.id for article in articles]
    assert parses[-1].sents == ()


def test_the_model_does_not_name_anybody() -> None:
    parse = parse_of("Sergei Lavrov met John Kerry in Berlin.")
    assert not parse.doc.ents
