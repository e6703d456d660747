"""Rows are tuples that become frames."""

from __future__ import annotations

import json
from datetime import date

import pytest

from detente.records import Place, When
from detente.store import Rows
from detente.store.frames import flat
from tests.unit.store.records import sample_article, sample_extraction

EXTRACTION = sample_extraction(sample_article())


def test_rows_are_a_tuple() -> None:
    rows = Rows(EXTRACTION.meetings)
    assert isinstance(rows, tuple)
    assert rows == EXTRACTION.meetings
    assert list(rows) == [rows[0]]


def test_dicts_leave_nothing_out() -> None:
    found = Rows(EXTRACTION.meetings).to_dicts()[0]
    assert found["participants"][1]["name"] == "Boris Probe"
    assert found["date"]["start"] == "2013-05-07"
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("participants", "Ada Sample; Boris Probe"),
        ("place", "Geneva"),
        ("date", "2013-05-07"),
        ("date_start", date(2013, 5, 7)),
        ("agenda", "issue:syria; the harvest"),
        ("outcome", None),
        ("occasion", None),
        ("score", 1.0),
    ],
)
def test_columns_of_a_meeting(column: str, value: object) -> None:
    assert flat(EXTRACTION.meetings[0])[column] == value


@pytest.mark.parametrize(
    ("column", "value"),
    [("speaker", "Ada Sample"), ("speaker_state", "USA"), ("speaker_actor_id", "person:ada-sample")],
)
def test_columns_of_a_speaker(column: str, value: str) -> None:
    assert flat(EXTRACTION.statements[0])[column] == value


def test_what_has_no_rule_is_json() -> None:
    evidence = json.loads(flat(EXTRACTION.mentions[0])["evidence"])
    assert evidence[0]["quote"] == "Ada Sample"


@pytest.mark.parametrize("kind", ["meetings", "statements", "events", "positions", "forecasts"])
def test_frames_have_a_row_a_record(kind: str) -> None:
    pytest.importorskip("polars")
    pytest.importorskip("pandas")
    rows = Rows(getattr(EXTRACTION, kind) * 3)
    polars, pandas = rows.to_polars(), rows.to_pandas()
    assert polars.height == len(pandas) == 3
    assert list(polars.columns) == list(pandas.columns)


def test_dates_are_dates_in_a_frame() -> None:
    polars = pytest.importorskip("polars")
    frame = Rows(EXTRACTION.meetings).to_polars()
    assert frame.schema["date_start"] == polars.Date


def test_an_empty_list_is_an_empty_frame() -> None:
    pytest.importorskip("polars")
    assert Rows[Place]([]).to_polars().height == 0
    assert Rows[Place]([]).to_pandas().empty


def test_an_unknown_date_is_null() -> None:
    place = Rows([EXTRACTION.forecasts[0]])
    assert flat(place[0])["horizon"] == "2013-06"
    assert When().label() == "unknown"  # a label for people, which no column repeats
