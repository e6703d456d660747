"""Floors rise by themselves, fall only when asked, and hold for the gold they were measured on."""

from __future__ import annotations

from pathlib import Path

import pytest
from evals import floors, gold
from evals.floors import Floor

FLOOR = Floor("names", ("a.jsonl",), "00", {"f1": 0.7, "person_f1": 0.8})


@pytest.mark.parametrize(
    ("result", "problems"),
    [
        pytest.param({"f1": 0.7, "person_f1": 0.9}, 0, id="reached"),
        pytest.param({"f1": 0.6985, "person_f1": 0.8}, 0, id="within the tolerance"),
        pytest.param({"f1": 0.69, "person_f1": 0.8}, 1, id="under"),
        pytest.param({"person_f1": 0.8}, 1, id="not measured"),
        pytest.param({"f1": "high", "person_f1": 0.8}, 1, id="no number"),
    ],
)
def test_below(result: dict[str, object], problems: int) -> None:
    assert len(floors.below(FLOOR, result)) == problems


def test_raise_and_lower() -> None:
    result: dict[str, object] = {"f1": 0.65, "person_f1": 0.85}
    assert floors.raised(FLOOR, result).metrics == {"f1": 0.7, "person_f1": 0.85}
    assert floors.raised(FLOOR, result, lower=True).metrics == {"f1": 0.65, "person_f1": 0.85}


def test_save_and_load_are_inverse(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors.save([FLOOR], path)
    assert floors.load(path) == [FLOOR]


def test_pinned_floors_name_tasks_that_exist() -> None:
    from evals.__main__ import task_names

    assert {floor.task for floor in floors.load()} <= set(task_names())


def test_hash_and_rows_of_gold(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n\n{"a": 2}\n', encoding="utf-8")
    assert [row["a"] for row in gold.rows([path])] == [1, 2]
    before = gold.sha256([path])
    path.write_text('{"a": 1}\n', encoding="utf-8")
    assert gold.sha256([path]) != before
