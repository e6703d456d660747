"""Offsets carried from one rendering of a page to another keep their words."""

from __future__ import annotations

from evals.rendering import Aligned, plain
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.lists(
    st.sampled_from(["He", "met", "Rice", "in", "Kyiv", "on", "Monday", "no"]), max_size=30
)
GAPS = st.sampled_from([" ", "\n", "  ", "\n\n"])


@given(WORDS, WORDS, GAPS, st.data())
def test_words_after_a_menu_keep_their_words(
    words: list[str], menu: list[str], gap: str, data: st.DataObject
) -> None:
    left = " ".join(words)
    right = "\n".join(f"{word}_menu" for word in menu) + "\n" + gap.join(words)
    aligned = Aligned(left, right)
    if not words:
        assert aligned.range(0, 0) is None or left == right
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start = len(" ".join(words[:first])) + (first > 0)
    end = len(" ".join(words[: last + 1]))
    span = aligned.range(start, end)
    assert span is not None
    assert right[slice(*span)].split() == left[start:end].split()


@given(st.text(alphabet="ab <>&/p\n\"'", max_size=60))
def test_any_page_is_rendered(page: str) -> None:
    lines = plain(page)
    assert "\n\n" not in lines
    assert all(line == line.strip() for line in lines.splitlines())


@given(st.text(max_size=40), st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_range_stays_inside_the_other_text(left: str, right: str, one: int, two: int) -> None:
    start, end = min(one, two, len(left)), min(max(one, two), len(left))
    span = Aligned(left, right).range(start, end)
    assert span is None or 0 <= span[0] <= span[1] <= len(right)
