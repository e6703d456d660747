"""What stands beside a meeting: what became of a plan, and what diaries assert."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from detente.archive import Archive
from detente.errors import RegistryError, UnreadableInput
from detente.knowledge.diaries import read_diary_file
from detente.query.views import Encounter
from detente.records import Link
from detente.store import open_database, put_links
from detente.store.diaries import assertions_between

PLAN = """The Harbour Gazette
John Kerry to visit Moscow

May 2, 2013

John Kerry is to visit Moscow on May 7. He said so on Thursday in Washington to reporters.
"""
HELD = """The Quay Courier
John Kerry in Moscow

May 8, 2013

John Kerry visited Moscow on May 7. He met Sergei Lavrov in Moscow on Tuesday and they spoke for hours.
"""
HEADED = """The Quay Courier
Two presidents

{day}, 2013

{text}
"""
TRIPS = """name,start,end,country,locale,remarks
John Kerry,2013-05-07,2013-05-08,Russia,Moscow,"Met with Foreign Minister Lavrov on May 7."
John Kerry,2013-05-09,2013-05-10,Italy,Rome,Working visit.
John Kerry,2011-05-07,2011-05-08,Russia,Moscow,Private visit.
"""


@pytest.fixture(scope="module")
def archive_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("beside")
    for name, text in (("plan.txt", PLAN), ("held.txt", HELD)):
        (folder / name).write_text(text, "utf-8")
    (folder / "trips.csv").write_text(TRIPS, "utf-8")
    with Archive.open(folder / "a.db") as archive:
        archive.add([folder / "plan.txt", folder / "held.txt"])
        archive.build()
    return folder


def listed(folder: Path) -> list[Encounter]:
    with Archive.open(folder / "a.db") as archive:
        return list(archive.meetings(states=["USA"]))


def by(found: list[Encounter], form: str, status: str) -> Encounter:
    return next(item for item in found if (item.form, item.status) == (form, status))


def test_a_diary_asserts_a_visit_and_a_meeting_and_changes_no_row(archive_file: Path) -> None:
    before = [(item.id, item.status, item.date) for item in listed(archive_file)]
    assert not any(item.asserted for item in listed(archive_file))
    with Archive.open(archive_file / "a.db") as archive:
        assert archive.own.import_diary(archive_file / "trips.csv", "travels") == 4
    after = listed(archive_file)
    assert [(item.id, item.status, item.date) for item in after] == before
    meeting = by(after, "meeting", "held")
    assert [(one.form, one.file, one.line) for one in meeting.asserted] == [
        ("visit", "trips.csv", 1),
        ("meeting", "trips.csv", 1),
    ]
    visit = next(item for item in after if item.form == "visit")
    assert [one.form for one in visit.asserted] == ["visit"]
    assert visit.asserted[0].words == "Met with Foreign Minister Lavrov on May 7."


def test_a_second_import_takes_the_place_of_the_first(archive_file: Path) -> None:
    with Archive.open(archive_file / "a.db") as archive:
        for _ in range(2):
            assert archive.own.import_diary(archive_file / "trips.csv", "travels") == 4
        with archive.reading() as conn:
            found = assertions_between(conn, date(2000, 1, 1), date(2020, 1, 1))
    assert [(one.line, one.form) for one in found] == [
        (1, "visit"),
        (1, "meeting"),
        (2, "visit"),
        (3, "visit"),
    ]
    assert found[0].place is not None
    assert (found[0].place.name, found[0].place.state, found[0].date.label()) == (
        "Moscow",
        "RUS",
        "2013-05-07..2013-05-08",
    )


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.csv", "who,when\nx,y\n", "no columns name and start"),
        ("a.csv", "", "no columns name and start"),
        ("a.jsonl", "{oh\n", "Expecting"),
        ("a.jsonl", "[1]\n", "no columns name and start"),
    ],
)
def test_a_file_that_is_no_diary_is_refused(tmp_path: Path, name: str, text: str, words: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(RegistryError, match=words):
        list(read_diary_file(tmp_path / name, "travels"))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput):
        list(read_diary_file(tmp_path / "none.csv", "visits"))


def test_json_lines_are_read_as_tables(tmp_path: Path) -> None:
    (tmp_path / "v.jsonl").write_text(
        '{"visitor": "President Ana Sarne", "from": "Peru", "start": "1996-05-20", "end": null}\n',
        "utf-8",
    )
    (found,) = read_diary_file(tmp_path / "v.jsonl", "visits")
    assert (found.form, found.date.label(), found.participants[1].state) == (
        "visit",
        "1996-05-20",
        "USA",
    )


def test_what_became_of_a_plan_is_beside_it_and_not_beside_what_was_held(tmp_path: Path) -> None:
    plan = HEADED.format(
        day="July 2", text="Barack Obama is to meet Vladimir Putin in Moscow in September. He said so."
    )
    other = HEADED.format(
        day="August 8", text="Barack Obama met Vladimir Putin in Lima on Wednesday. Nobody said why."
    )
    (tmp_path / "plan.txt").write_text(plan, "utf-8")
    (tmp_path / "other.txt").write_text(other, "utf-8")
    with Archive.open(tmp_path / "a.db") as archive:
        archive.add([tmp_path / "plan.txt", tmp_path / "other.txt"])
        archive.build()
        first, second = (by(list(archive.meetings()), "meeting", one) for one in ("planned", "held"))
    assert not first.fates
    database = open_database(tmp_path / "a.db")
    with database.write() as conn:
        link = Link("link:1", first.id, second.id, "becomes", 0.9, "told so", "machine")
        put_links(conn, [link])
    database.close()
    with Archive.open(tmp_path / "a.db") as archive:
        first, second = (by(list(archive.meetings()), "meeting", one) for one in ("planned", "held"))
    (fate,) = first.fates
    assert (fate.relation, fate.status, fate.date.label()) == ("becomes", "held", "2013-08-07")
    assert fate.place is not None
    assert fate.place.name == "Lima"
    assert fate.refs == second.refs
    assert second.fates == ()
