"""The parse as lists: dependents, edges, look-ups by word; statements looked up by place."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.extract.statements.decide import decided
from detente.extract.statements.frames import candidates
from detente.extract.statements.marks import find_quotations
from detente.extract.statements.near import Near
from detente.extract.statements.tree import _edges, _kids
from detente.knowledge.cues import cue_model, cue_words, cues, cues_in
from tests.unit.extract.said import tree

TEXT = "Anna Berg said that “the road” was open. Peter Holm denied it."


def under(heads: list[int], token: int) -> set[int]:
    """Return a token and all below it, by following the heads of each."""
    found = {token}
    for i in range(len(heads)):
        at, steps = i, 0
        while heads[at] != at and steps <= len(heads):
            if at == token:
                break
            at, steps = heads[at], steps + 1
        if at == token:
            found.add(i)
    return found


@st.composite
def forests(draw: st.DrawFn) -> list[int]:
    """Heads of a few trees, branches that cross among them."""
    order = draw(st.permutations(range(draw(st.integers(1, 12)))))
    heads = list(range(len(order)))
    for place, token in enumerate(order[1:], 1):
        heads[token] = draw(st.sampled_from([token, *order[:place]]))
    return heads


@given(forests())
def test_edges_are_those_of_all_that_hangs_below(heads: list[int]) -> None:
    left, right = _edges(np.array(heads, dtype="int64"))
    for token in range(len(heads)):
        below = under(heads, token)
        assert (left[token], right[token]) == (min(below), max(below) + 1)


@given(forests())
def test_dependents_stand_in_order_under_their_head_alone(heads: list[int]) -> None:
    kids = _kids(np.array(heads, dtype="int64"))
    assert kids == [[i for i, head in enumerate(heads) if head == at != i] for at in range(len(heads))]


def test_a_long_chain_has_the_edges_of_its_ends() -> None:
    size = 3000
    heads = np.array([0, *range(size - 1)], dtype="int64")
    left, right = _edges(heads)
    assert left == list(range(size))
    assert set(right) == {size}


def test_words_are_found_in_order() -> None:
    one = tree(TEXT)
    assert [one.word[i] for i in one.having(one.word, frozenset(["road", "anna", "moon"]))] == [
        "anna",
        "road",
    ]
    assert one.having(one.lemma, frozenset()) == []


def test_the_first_dependent_with_a_label() -> None:
    one = tree(TEXT)
    said = one.word.index("said")
    assert one.word[one.first_of(said, "nsubj")] == "berg"
    assert one.first_of(said, "agent") == -1
    assert one.first_of(said, "agent", "nsubj") == next(one.kids_of(said, "nsubj", "agent"))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("anna", "that", False, id="before the marks"),
        pytest.param("that", "was", True, id="over them"),
        pytest.param("road", "road", False, id="nothing at all"),
        pytest.param("was", "denied", False, id="behind them"),
    ],
)
def test_whether_some_tokens_are_quoted(first: str, last: str, expected: bool) -> None:
    one = tree(TEXT)
    assert one.quoted(one.word.index(first), one.word.index(last)) is expected


def test_statements_by_place_are_made_anew_only_where_they_changed() -> None:
    one = tree(TEXT)
    found = decided(one, candidates(one, cues()), cue_model())
    assert len(found) == 2
    near = Near(one, found)
    assert near.of(list(found)) is near
    assert near.of(found[:1]) is not near
    assert near.of(found[:1]).around(found[1]) == []


def test_classes_of_cues_together() -> None:
    both = cues_in("blame", "praise")
    assert both == cue_words()["blame"] | cue_words()["praise"]
    assert cues_in("blame", "praise") is both
    assert cues_in() == frozenset()


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(["No marks.", "A “fresh” start."], ["“fresh”"], id="behind one without marks"),
        pytest.param(["A “fresh” start.", "No marks.", "A “new” one."], ["“fresh”", "“new”"],
                     id="around"),
        pytest.param(["“It goes on.", "No marks here.", "“It ends.”"], ["“It ends.”"],
                     id="no quotation runs over a paragraph without marks"),
        pytest.param(["“It goes on.", "“And ends.”"], ["“It goes on.", "“And ends.”"], id="it runs on"),
        pytest.param(["", "“One.”", ""], ["“One.”"], id="empty paragraphs"),
    ],
)  # fmt: skip
def test_paragraphs_without_marks_are_passed_over(paragraphs: list[str], expected: list[str]) -> None:
    text, spans = "\n\n".join(paragraphs), []
    at = 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    assert [text[q.start : q.end] for q in find_quotations(text, spans)] == expected
