"""Values that records are made of: ids, dates, dictionaries, and the documentation of every field."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import json
import pickle
from datetime import date

import pytest

import detente.records as records
from detente import errors
from detente.records import Evidence, Participant, Place, When, make_id, to_dict

DAY = date(2013, 5, 7)


@pytest.mark.parametrize(
    ("when", "label"),
    [
        pytest.param(When.day(DAY), "2013-05-07", id="day"),
        pytest.param(
            When(date(2013, 9, 1), date(2013, 9, 30), "month", "relative"), "2013-09", id="month"
        ),
        pytest.param(When(date(2012, 1, 1), date(2012, 12, 31), "year", "relative"), "2012", id="year"),
        pytest.param(
            When(DAY, date(2013, 5, 8), "range", "stated"), "2013-05-07..2013-05-08", id="range"
        ),
        pytest.param(When(DAY, None, "range", "inferred"), "2013-05-07..", id="open end"),
        pytest.param(When(None, DAY, "range", "inferred"), "..2013-05-07", id="open start"),
        pytest.param(When(), "unknown", id="unknown"),
        pytest.param(When(None, None, "day", "relative", "Tuesday"), "unknown", id="unresolved words"),
    ],
)
def test_label_is_no_more_exact_than_the_date(when: When, label: str) -> None:
    assert when.label() == label


@pytest.mark.parametrize(
    ("left", "right", "slack", "expected"),
    [
        pytest.param(When.day(DAY), When.day(DAY), 0, True, id="same day"),
        pytest.param(When.day(DAY), When.day(date(2013, 5, 9)), 1, False, id="beyond the slack"),
        pytest.param(When.day(DAY), When.day(date(2013, 5, 9)), 2, True, id="within the slack"),
        pytest.param(
            When(date(2013, 5, 1), date(2013, 5, 31), "month"), When.day(DAY), 0, True, id="in month"
        ),
        pytest.param(
            When(date(2013, 6, 1), None, "range"), When.day(DAY), 0, False, id="before an open range"
        ),
        pytest.param(When(), When.day(DAY), 0, True, id="unknown can be any time"),
    ],
)
def test_overlap(left: When, right: When, slack: int, expected: bool) -> None:
    assert left.overlaps(right, slack) is expected
    assert right.overlaps(left, slack) is expected


def test_a_date_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        When(DAY, date(2013, 5, 6), "range", "stated")


def test_ids_part_what_is_joined_differently() -> None:
    assert make_id("event", "a", "bc") != make_id("event", "ab", "c")
    assert make_id("event", "a") != make_id("meeting", "a")
    assert make_id("event", "a", 1).startswith("event:")
    assert len(make_id("event", "a", 1)) == len("event:") + 16


def test_to_dict_is_json() -> None:
    row = Participant(
        "John Kerry", "Kerry", "person:john-kerry", "person", "USA", "Secretary of State", 1, 6
    )
    data = to_dict({"who": (row,), "when": When.day(DAY), "where": Place("Berlin", "DEU")})
    assert json.loads(json.dumps(data)) == data
    assert data["when"]["start"] == "2013-05-07"
    assert data["who"][0]["office"] == "Secretary of State"


def _dataclasses() -> list[type]:
    found = [getattr(records, name) for name in records.__all__]
    return [c for c in found if isinstance(c, type) and dataclasses.is_dataclass(c)]


@pytest.mark.parametrize("cls", _dataclasses(), ids=lambda c: c.__name__)
def test_every_record_is_frozen_slotted_and_explained(cls: type) -> None:
    assert cls.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert (
        not hasattr(cls(*[None] * 0) if not dataclasses.fields(cls) else cls, "__dict__")
        or cls.__slots__
    )
    tree = ast.parse(inspect.getsource(cls)).body[0]
    assert isinstance(tree, ast.ClassDef)
    fields = [i for i, node in enumerate(tree.body) if isinstance(node, ast.AnnAssign)]
    assert fields
    for i in fields:
        after = tree.body[i + 1] if i + 1 < len(tree.body) else None
        explained = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
        assert explained, f"{cls.__name__}.{tree.body[i].target.id} is not explained"  # type: ignore[attr-defined]


def test_all_exports_exist_once() -> None:
    assert len(records.__all__) == len(set(records.__all__))
    assert all(hasattr(records, name) for name in records.__all__)
    assert isinstance(Evidence(0, 1, "a"), Evidence)


def _error_classes() -> list[type[errors.DetenteError]]:
    return [
        c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, errors.DetenteError)
    ]


@pytest.mark.parametrize("cls", _error_classes(), ids=lambda c: c.__name__)
def test_errors_keep_what_and_remedy_across_processes(cls: type[errors.DetenteError]) -> None:
    error = cls("a.txt: empty", "give a file with text")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.what, again.remedy) == (cls, error.what, error.remedy)
    assert str(error) == "a.txt: empty; give a file with text"


def test_the_tree_in_the_docstring_names_every_error() -> None:
    assert errors.__doc__ is not None
    for cls in _error_classes():
        assert cls.__name__ in errors.__doc__
