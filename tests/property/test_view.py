"""Properties of a view: whatever was put in, a range goes back to words it shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.document import View

PIECES = st.lists(
    st.tuples(st.text("abc ", min_size=1, max_size=6), st.integers(0, 3), st.text("|", max_size=2)),
    min_size=1,
    max_size=8,
)
"""(words taken over, characters skipped in the raw text before them, what was put in after them)"""


@given(PIECES, st.data())
def test_every_range_shows_its_words(pieces: list[tuple[str, int, str]], data: st.DataObject) -> None:
    raw = text = ""
    segments = []
    for words, skipped, put_in in pieces:
        raw += "#" * skipped
        segments.append((len(text), len(raw), len(words)))
        raw += words
        text += words + put_in
    view = View(text, tuple(segments), ())
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = text[start:end].replace("|", "")
    if shown:
        raw_start, raw_end = view.to_raw(start, end)
        assert 0 <= raw_start < raw_end <= len(raw)
        assert raw[raw_start:raw_end].replace("#", "") == shown
