from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.extract.statements.marks import find_quotations

_PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", "«", "»", "„", " ", ", ", ". ", "s", "he", "Oslo", "\u05d0", "90s"]
)
_PARAGRAPHS = st.lists(st.lists(_PIECES, max_size=25).map("".join), max_size=5)


def _laid_out(paragraphs: list[str]) -> tuple[str, list[tuple[int, int]]]:
    spans = []
    at = 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return "\n\n".join(paragraphs), spans


@given(_PARAGRAPHS)
def test_every_quotation_lies_in_one_paragraph_and_begins_with_a_mark(paragraphs: list[str]) -> None:
    text, spans = _laid_out(paragraphs)
    for q in find_quotations(text, spans):
        assert any(a <= q.start < q.end <= b for a, b in spans)
        assert text[q.start] in "“”\"‘’'«»„"
        assert q.end - q.start >= 2


@given(_PARAGRAPHS)
def test_quotations_nest_and_never_cross(paragraphs: list[str]) -> None:
    found = find_quotations(*_laid_out(paragraphs))
    assert list(found) == sorted(found, key=lambda q: (q.start, -q.end))
    for left in found:
        for right in found:
            apart = left.end <= right.start or right.end <= left.start
            within = left.start <= right.start and right.end <= left.end
            around = right.start <= left.start and left.end <= right.end
            assert apart or within or around


@given(_PARAGRAPHS)
def test_depth_counts_what_is_around(paragraphs: list[str]) -> None:
    found = find_quotations(*_laid_out(paragraphs))
    for q in found:
        around = sum(o.start <= q.start and q.end <= o.end and o is not q for o in found)
        assert q.depth == around


@given(_PARAGRAPHS, _PARAGRAPHS)
def test_a_closed_paragraph_before_changes_nothing_after(before: list[str], after: list[str]) -> None:
    """Marks are read paragraph by paragraph: a plain paragraph between parts two texts wholly."""
    plain = ["Nothing is quoted here."]
    text, spans = _laid_out([*before, *plain, *after])
    shift = len(_laid_out([*before, *plain])[0]) + 2 if after else 0
    whole = {
        (q.start - shift, q.end - shift, q.depth)
        for q in find_quotations(text, spans)
        if q.start >= shift
    }
    alone = {(q.start, q.end, q.depth) for q in find_quotations(*_laid_out(after))}
    assert not after or whole == alone


@given(st.text(alphabet="abc ,.", min_size=1, max_size=40))
def test_words_in_marks_are_found_whole(words: str) -> None:
    inner = "x" + words.strip() + "x"
    text = f"He said “{inner}” here."
    assert [text[q.start : q.end] for q in find_quotations(text, [(0, len(text))])] == [f"“{inner}”"]
