"""Quotations that stand apart from their cue, and headings that only tell."""

from __future__ import annotations

import pytest

from tests.unit.extract.said import said

FIRST = "“We have a date,” Anna Berg said."


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            ("Anna Berg sees it otherwise. “The road is open to everybody now.”",),
            [("Anna Berg", "“The road is open to everybody now.”")],
            id="after a sentence about one person",
        ),
        pytest.param(
            ("Berg spoke with care: “The date is not yet a meeting.”",),
            [("Berg", "“The date is not yet a meeting.”")],
            id="after a colon",
        ),
        pytest.param(
            (f"{FIRST} “That is more than we had.”",),
            [("Anna Berg", "“We have a date,” … “That is more than we had.”")],
            id="second half stays with the first",
        ),
    ],
)
def test_a_quotation_without_a_cue_goes_to_whom_the_text_is_about(
    paragraphs: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert said(*paragraphs) == expected


def test_a_quotation_is_not_joined_across_a_sentence_of_the_outlet() -> None:
    found = said(
        f"{FIRST} The ferry left at noon with both delegations aboard. “Nobody waved at them.”"
    )
    assert ("Anna Berg", "“We have a date,”") in found
    assert not any("waved" in content and "date" in content for _, content in found)


@pytest.mark.parametrize("role", ["title", "subhead", "caption"])
@pytest.mark.parametrize(
    ("words", "statements"),
    [
        pytest.param("Hagel and Shoigu Expected to Meet Again", 0, id="expected to"),
        pytest.param("Shoigu showing the hall to his Finnish guest in Sochi", 0, id="showing the way"),
        pytest.param("Lavrov says talks were useful", 0, id="a verb of saying"),
    ],
)
def test_a_heading_or_caption_tells_and_does_not_speak(role: str, words: str, statements: int) -> None:
    assert len(said((role, words))) == statements  # type: ignore[arg-type]
