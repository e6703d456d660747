"""The plain tokens that extractors read answer what spaCy's own do."""

from __future__ import annotations

from typing import Any

import pytest

from detente.annotate.words import Run, Words, edges_of
from detente.document import Parse
from tests.factories import parse_of

TEXTS = {
    "joined subjects": "Kerry and Lavrov met in Berlin, where they talked for two hours.",
    "marks": '"We shall see," she said. “Nobody knows.” He left (early).',
    "relative clause": "The envoy who had refused to come, an old friend of hers, was there after all.",
    "contractions": "They won't say it’s over; the U.S. doesn't know, and Moscow's men can't tell.",
    "white space": "Two  blanks\there,\n one line and a tab.",
    "no verb": "Talks, talks, talks",
    "one word": "Yes",
    "right to left": "אמר ברג “הדרך פתוחה” ביום שלישי.",
    "outside the first plane": "The 𝔖ecretary said 👍 to the plan.",
}
PLAIN = ("text", "lower_", "tag_", "dep_", "pos_", "lemma_", "is_space", "i", "idx")
ASKED = ("is_sent_start", "whitespace_", "like_num", "is_punct", "shape_")
MANY = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


def both(text: str) -> tuple[Any, Any]:
    """Return the words of a text and spaCy's doc of them."""
    words: Any = parse_of(text).doc
    assert isinstance(words, Words)
    return words, words.spacy


@pytest.fixture(params=list(TEXTS.values()), ids=list(TEXTS))
def pair(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    return both(request.param)


@pytest.mark.parametrize("name", [*PLAIN, *ASKED])
def test_a_word_says_what_the_token_says(pair: tuple[Any, Any], name: str) -> None:
    assert [getattr(word, name) for word in pair[0]] == [getattr(token, name) for token in pair[1]]


@pytest.mark.parametrize("name", MANY)
def test_the_words_around_it_are_those_around_the_token(pair: tuple[Any, Any], name: str) -> None:
    words, doc = pair
    for word, token in zip(words, doc, strict=True):
        assert [one.i for one in getattr(word, name)] == [one.i for one in getattr(token, name)]


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_head_and_edges(pair: tuple[Any, Any], name: str) -> None:
    words, doc = pair
    assert [getattr(word, name).i for word in words] == [getattr(token, name).i for token in doc]


def test_edges_of_a_tree_with_crossed_arcs_hold_all_that_hangs_below() -> None:
    from spacy.tokens import Doc

    # "part" hangs on "what" across the verb between them; spaCy itself forgets its end here.
    heads = [2, 1, 1, 1, 5, 0, 6]
    forms = [(w, w, "NN", "dep", "NOUN", w, False) for w in "abcdefg"]
    doc = Doc(parse_of("a b").doc.spacy.vocab, words=list("abcdefg"))  # type: ignore[attr-defined]
    words = Words(doc, forms, range(0, 14, 2), heads)
    for word in words:
        below = [one.i for one in word.subtree]
        assert words.edges[word.i] == (min(below), max(below))


@pytest.mark.parametrize(
    ("heads", "edges"),
    [
        ([], []),
        ([0], [(0, 0)]),
        ([1, 1, 1], [(0, 0), (0, 2), (2, 2)]),
        ([1, 2, 3, 3], [(0, 0), (0, 1), (0, 2), (0, 3)]),
        ([0, 0, 1, 2], [(0, 3), (1, 3), (2, 3), (3, 3)]),
        ([0, 0, 2, 2], [(0, 1), (1, 1), (2, 3), (3, 3)]),
        ([3, 1, 1, 1, 3], [(0, 0), (0, 4), (2, 2), (0, 4), (4, 4)]),
    ],
    ids=["none", "one", "both sides", "to the right", "to the left", "two trees", "crossed"],
)
def test_edges_are_worked_out_from_heads(heads: list[int], edges: list[tuple[int, int]]) -> None:
    assert edges_of(heads) == edges


def test_every_run_is_the_span(pair: tuple[Any, Any]) -> None:
    words, doc = pair
    size = len(doc)
    for start in range(-2, size + 2):
        for end in range(start - 1, min(start + 6, size + 3)):
            run, span = words[start:end], doc[start:end]
            assert (run.start, run.end, run.text, len(run)) == (
                span.start, span.end, span.text, len(span)
            )  # fmt: skip
            assert [word.i for word in run] == [token.i for token in span]
            if len(run):
                assert (run.root.i, run.start_char) == (span.root.i, span.start_char)
                assert (run[0].i, run[-1].i) == (span[0].i, span[-1].i)
                assert run[1:].text == span[1:].text


def test_sentences_are_compared_by_where_they_are(pair: tuple[Any, Any]) -> None:
    words, doc = pair
    for word, token in zip(words, doc, strict=True):
        assert (word.sent.start, word.sent.end) == (token.sent.start, token.sent.end)
        assert (word.sent == words[0].sent) == (token.sent == doc[0].sent)
        assert word.sent != word
        assert hash(word.sent) == hash(Run(words, word.sent.start, word.sent.end))


def test_a_range_of_characters_widens_as_in_spacy(pair: tuple[Any, Any]) -> None:
    words, doc = pair
    for start in range(0, len(doc.text), 3):
        for mode in ("strict", "contract", "expand"):
            run = words.char_span(start, start + 5, alignment_mode=mode)
            span = doc.char_span(start, start + 5, alignment_mode=mode)
            assert (run and (run.start, run.end)) == (span and (span.start, span.end))


def test_a_word_is_one_object() -> None:
    words, _ = both(TEXTS["joined subjects"])
    assert words[0] is words[0:2][0] is words[1].doc[0]
    assert words[1].head is words[0].head or words[1].head is words[0]
    assert len({*words, *words[0].subtree, *words[2].ancestors}) == len(words)
    assert sorted([words[3], words[1]]) == [words[1], words[3]]


def test_neighbours() -> None:
    words, _ = both(TEXTS["no verb"])
    assert (words[0].nbor().text, words[2].nbor(-1).text) == (",", ",")
    for at, step in ((0, -1), (len(words) - 1, 1)):
        with pytest.raises(IndexError):
            words[at].nbor(step)


def test_a_word_is_true_and_as_long_as_its_text() -> None:
    words, _ = both(TEXTS["one word"])
    assert bool(words[0])
    assert len(words[0]) == 3
    assert str(words[0]) == repr(words[0]) == str(words[:]) == "Yes"
    assert words[1:1].text == ""


@pytest.mark.parametrize("of", ["word", "run", "words"])
def test_what_nobody_knows_is_an_attribute_error(of: str) -> None:
    words, _ = both(TEXTS["one word"])
    with pytest.raises(AttributeError):
        _ = {"word": words[0], "run": words[:], "words": words}[of].no_such_thing


def test_an_index_out_of_range_is_an_error() -> None:
    words, _ = both(TEXTS["one word"])
    for ask in (lambda: words[5], lambda: words[0:1][3], lambda: words[0:0][0]):
        with pytest.raises(IndexError):
            ask()


def test_an_empty_text_has_no_words() -> None:
    parse: Parse = parse_of("")
    assert (len(parse.doc), list(parse.doc), parse.sents) == (0, [], ())
    assert not parse.doc[0:3].text
