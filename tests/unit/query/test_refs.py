"""Short ids and references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.query.refs import label, parse_ref, shorten

HASHES = st.lists(st.text("0123456789abcdef", min_size=16, max_size=16), unique=True, max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1f3a:12", ("1f3a", 12), id="plain"),
        pytest.param("[1f3a:12]", ("1f3a", 12), id="brackets"),
        pytest.param("1F3A", ("1f3a", None), id="capital digits, article only"),
        pytest.param("article:1f3a55:3", ("1f3a55", 3), id="kind and sentence"),
        pytest.param("1f3a:page", ("1f3a", -1), id="words outside the sentences"),
        pytest.param("meeting:1f3a", None, id="a row is no reference"),
        pytest.param("lavrov", None, id="a name is no reference"),
        pytest.param("1f3a:", None, id="no number"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_parse_ref(text: str, expected: tuple[str, int | None] | None) -> None:
    assert parse_ref(text) == expected


@given(HASHES)
def test_a_short_id_is_a_prefix_of_one_id_only_and_no_longer_than_needed(hashes: list[str]) -> None:
    ids = [f"article:{digits}" for digits in hashes]
    short = shorten(ids)
    for key, prefix in short.items():
        assert [other for other in ids if other.startswith(f"article:{prefix}")] == [key]
        one_less = f"article:{prefix[:-1]}"
        assert len(prefix) == 4 or sum(other.startswith(one_less) for other in ids) > 1


@given(HASHES.filter(bool), st.integers(1, 999))
def test_a_label_reads_back(hashes: list[str], sentence: int) -> None:
    short = shorten([f"article:{hashes[0]}"])[f"article:{hashes[0]}"]
    assert parse_ref(f"[{label(short, sentence)}]") == (short, sentence)
    assert parse_ref(label(short, -1)) == (short, -1)


def test_no_articles_have_no_short_ids() -> None:
    assert shorten([]) == {}
