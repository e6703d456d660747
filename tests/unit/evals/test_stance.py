"""The figures of the stance task and the reading of its marks."""

from __future__ import annotations

import pytest
from evals.tasks.stance import f1s
from tools.learn_stance import unmarked


@pytest.mark.parametrize(
    ("text", "p", "q", "wanted"),
    [
        ("[A] met [B].", "A", "B", ("A met B.", "A", "B")),
        ("The [Liberal]s met [us]ers.", "Liberal", "us", ("The Liberals met users.", "Liberal", "us")),
        ("[A] met [A].", "A", "A", ("A met A.", "A", "A")),
    ],
)
def test_marks_come_off(text: str, p: str, q: str, wanted: tuple[str, str, str]) -> None:
    found = unmarked(text, p, q)
    assert found is not None
    bare, (a, b), (c, d) = found
    assert (bare, bare[a:b], bare[c:d]) == wanted
    assert a < c


@pytest.mark.parametrize("text", ["A met [B].", "[A] met B.", "[B] met [A]."])
def test_broken_marks_give_none(text: str) -> None:
    assert unmarked(text, "A", "B") is None


def test_f1_of_each_class() -> None:
    assert f1s([0, 0, 1, 3], [0, 1, 1, 0]) == [0.5, pytest.approx(2 / 3), 0.0, 0.0, 0.0]
