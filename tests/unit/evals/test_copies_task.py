"""The planting of copies, and the count of what was found of them."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from evals.tasks import copies

WORDS = [
    "ministers",
    "talked",
    "treaty",
    "missiles",
    "harbour",
    "envoy",
    "council",
    "winter",
    "letter",
    "border",
    "grain",
    "pipeline",
]


def text(seed: int, sentences: int = 40) -> str:
    chance = random.Random(seed)

    def word() -> str:
        return chance.choice(WORDS) + chance.choice("abcdefgh") * 3

    return " ".join(
        f"The {word()} of the {word()} said that {word()} and {word()} had been in the {word()}."
        for _ in range(sentences)
    )


@pytest.mark.parametrize("kind", ["truncated", "agency", "byline", "corrected", "trimmed"])
def test_every_edit_changes_the_text_and_keeps_most_of_it(kind: str) -> None:
    original = text(1)
    edited = copies.edits(original, random.Random(2))[kind]
    kept = set(original.split()) & set(edited.split())
    assert edited != original
    assert len(kept) >= 0.5 * len(set(original.split()))


def test_planted_copies_are_found_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps({"text": text(seed)}) for seed in range(8)))
    found = copies.run([path])
    assert found["n"] == 2 * 15
    assert found["precision"] == 1.0
    assert float(str(found["recall"])) >= 0.9


def test_articles_that_were_copies_before_count_neither_way(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    rows = [text(0), text(0) + " One more sentence stands here.", *(text(seed) for seed in range(1, 8))]
    path.write_text("\n".join(json.dumps({"text": row}) for row in rows))
    assert copies.run([path])["precision"] == 1.0


@pytest.mark.parametrize(
    "row", [{"text": "too short"}, {"body": ["too", "short"]}, {"sents": [["short.", None]]}, {}]
)
def test_short_texts_are_left_out(row: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in [row, *({"text": text(s)} for s in range(4))]))
    assert copies.run([path])["articles"] == 9
