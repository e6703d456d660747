"""The own gold of stories: its table is whole, and differences from it are told in words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from evals.tasks.happenings import article_of, differing, origins, read_rows

ROOT = Path(__file__).resolve().parents[3]
ROWS = read_rows(ROOT / "evals" / "gold" / "stories" / "pass1.tsv")


def test_every_article_is_there_once() -> None:
    counted = Counter((row["article"], row["row"]) for row in ROWS)
    assert set(counted.values()) == {1}
    assert all((ROOT / article).is_file() for article, _ in counted)


def test_a_happening_is_in_one_saga() -> None:
    sagas: dict[str, set[str]] = {}
    for row in ROWS:
        sagas.setdefault(row["happening"], set()).add(row["saga"])
    assert {len(found) for found in sagas.values()} == {1}


def test_articles_of_one_text_tell_one_happening() -> None:
    told: dict[str, set[str]] = {}
    for row in ROWS:
        if row["origin"]:
            told.setdefault(row["origin"], set()).add(row["happening"])
    assert told
    assert {len(found) for found in told.values()} == {1}


@pytest.mark.parametrize("row", [0, 1, 2, 3])
def test_an_article_of_many_in_a_file_is_found_by_its_row(row: int) -> None:
    found = article_of("examples/demo/2013-08-northern-wire.jsonl", row)
    assert found.outlet == "Northern Wire Agency"
    assert found.title


GOLD = {
    "a": {"article": "x/one.txt", "happening": "flood", "origin": "wire"},
    "b": {"article": "x/two.txt", "happening": "flood", "origin": "wire"},
    "c": {"article": "x/three.txt", "happening": "vote", "origin": ""},
    "d": {"article": "x/four.txt", "happening": "vote", "origin": ""},
}


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ({"a": "1", "b": "1", "c": "2", "d": "2"}, []),
        ({"a": "1", "b": "3", "c": "2", "d": "2"}, ["apart: one and two"]),
        (
            {"a": "1", "b": "1", "c": "1", "d": "2"},
            ["apart: three and four", "together: one and three", "together: two and three"],
        ),
    ],
    ids=["as gold", "parted", "joined wrongly"],
)
def test_differences_are_told_by_the_names_of_files(found: dict[str, str], words: list[str]) -> None:
    assert differing(GOLD, found) == words


def test_copies_are_articles_of_one_origin() -> None:
    assert origins(GOLD) == {("a", "b")}
