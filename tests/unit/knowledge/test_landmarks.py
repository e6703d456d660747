"""Dated summits and happenings, and how a sentence names them."""

from __future__ import annotations

import pytest

from detente.knowledge.landmarks import find_landmarks, landmarks


@pytest.mark.parametrize("item", landmarks(), ids=lambda item: f"{item.series}-{item.start}")
def test_every_landmark_ends_after_it_starts_and_soon(item: object) -> None:
    start, end = item.start, item.end  # type: ignore[attr-defined]
    assert start <= end
    if item.kind == "summit":  # type: ignore[attr-defined]
        assert (end - start).days < 10
        assert item.place  # type: ignore[attr-defined]


def test_no_series_meets_twice_at_once() -> None:
    seen = [(item.series, item.start) for item in landmarks()]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("at the G-20 summit in Cannes", "G-20 summit in Cannes", "2011-11-03"),
        ("the St. Petersburg G-20 summit", "St. Petersburg G-20 summit", "2013-09-05"),
        ("the 2012 NATO summit", "2012 NATO summit", "2012-05-20"),
        ("the G8 summit at Camp David", "G8 summit at Camp David", "2012-05-18"),
        ("after the Boston Marathon bombing", "Boston Marathon bombing", "2013-04-15"),
        ("before the fall of the Berlin Wall", "fall of the Berlin Wall", "1989-11-09"),
    ],
)
def test_named_without_doubt(text: str, words: str, start: str) -> None:
    (found,) = find_landmarks(text)
    assert text[found.start : found.end] == words
    assert found.certain
    assert found.landmarks[0].start.isoformat() == start


def test_a_series_alone_is_in_doubt() -> None:
    (found,) = find_landmarks("on the sidelines of the G-20.")
    assert not found.certain
    assert len(found.landmarks) > 10


@pytest.mark.parametrize(
    "text",
    [
        "the G-20 economies grew",
        "a meeting of G-8 foreign ministers",
        "NATO said",
        "a Cold War mentality",
        "the Berlin Wall was long",
        "APEC members",
    ],
)
def test_what_names_no_landmark(text: str) -> None:
    assert list(find_landmarks(text)) == []
