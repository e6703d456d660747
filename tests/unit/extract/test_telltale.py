"""Which sentences and tokens are worth a look."""

from __future__ import annotations

import pytest

from detente.annotate import annotate
from detente.extract.telltale import Telltale, telling
from tests.factories import article_of, parse_of, view_of

WHAT = Telltale(frozenset({"MD"}), frozenset({"go"}), frozenset({"soon"}))
CASES = [
    ("tag", "They must rest.", ["must"]),
    ("lemma in another form", "They went home.", ["went"]),
    ("capital", "Soon they rest.", ["Soon"]),
    ("several, in order", "Soon they must go.", ["Soon", "must", "go"]),
    ("none", "They rest.", []),
    ("a question", "Must they go?", []),
    ("a question in marks", '"Must they go?"', []),
]


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_telling(text: str, words: list[str]) -> None:
    assert [token.text for _, tokens in telling(parse_of(text), WHAT) for token in tokens] == words


def test_only_the_sentence_that_tells() -> None:
    found = list(telling(parse_of("They rest. They must go. They rest."), WHAT))
    assert [sent.number for sent, _ in found] == [2]


def test_a_headline_is_not_read() -> None:
    article = article_of(("title", "They must go"), "They rest.")
    assert list(telling(annotate(article, view_of(article)), WHAT)) == []
