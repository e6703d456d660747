"""On what occasion something was said: adjuncts of the words that tell the saying, nothing else."""

from __future__ import annotations

import pytest

from tests.unit.extract.said import statements_of

OCCASIONS = [
    ("Anna Berg said during a meeting in Oslo that the treaty was dead.", "during a meeting in Oslo"),
    ("Anna Berg said at a rally in Bergen that the treaty was dead.", "at a rally in Bergen"),
    (
        "In her last speech as minister, Anna Berg said the treaty was dead.",
        "In her last speech as minister",
    ),
    ("At the end of her term, Anna Berg said the treaty was dead.", "At the end of her term"),
    ("On the eve of the summit, Anna Berg said the treaty was dead.", "On the eve of the summit"),
    ("Anna Berg told lawmakers at a hearing that the treaty was dead.", "at a hearing"),
    ("Anna Berg said in an interview that the treaty was dead.", "in an interview"),
    ("In one of her last speeches, Anna Berg accused Oslo of cheating.", "In one of her last speeches"),
    (
        "Anna Berg warned on the sidelines of the summit that time was short.",
        "on the sidelines of the summit",
    ),
    ("Before the talks Anna Berg said that time was short.", "Before the talks"),
]


@pytest.mark.parametrize(("text", "occasion"), OCCASIONS, ids=[row[0] for row in OCCASIONS])
def test_the_occasion_is_told_in_the_words_of_the_text(text: str, occasion: str) -> None:
    found = [row.occasion for row in statements_of(text)]
    assert found == [occasion]


NONE = [
    "Anna Berg said that the treaty was dead.",
    "Anna Berg said that the talks in Oslo had failed.",
    "Anna Berg said she would meet Peter Holm at a summit.",
    "Anna Berg said in Oslo that the treaty was dead.",
    "Anna Berg said on Tuesday that the treaty was dead.",
    "Anna Berg said in a statement that the treaty was dead.",
    "Anna Berg said that during the talks nothing was agreed.",
    "“We will talk at the summit,” Anna Berg said.",
    "After the meeting broke up in anger, Anna Berg said the treaty was dead.",
]


@pytest.mark.parametrize("text", NONE, ids=NONE)
def test_what_is_said_is_no_occasion_of_saying_it(text: str) -> None:
    assert [row.occasion for row in statements_of(text)] == [None]
