"""One slot of a row corrected by a reader: it shows everywhere, outlives rebuilds, and is taken back.

The people, outlets and words are invented, but for the ministers in a sentence of our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from detente.archive import Archive
from detente.errors import UnknownName
from detente.query.changes import changes
from detente.records import Participant, Place, When
from detente.store import kept, load_ids, tables
from detente.store.correcting import SLOTS, choices, plain_of, value_of
from detente.store.fields import fields_of
from detente.store.writing import LINK

ARTICLES = {
    "a.txt": """Northern Gazette
14 March 2013

U.S. Secretary of State John Kerry met Russian Foreign Minister Sergei Lavrov in Oslo on 11 March 2013.
"The harbour talks were useful," Lavrov said on Tuesday.
Edda Invented, a lecturer at Hill College, predicted that a treaty would be signed by June.
""",
    "b.txt": """Harbour Courier
15 March 2013

John Kerry and Sergei Lavrov met in Oslo on 11 March 2013, the State Department said.
Russia expelled two U.S. diplomats on Wednesday.
The United States opposes the harbour treaty, Kerry said.
""",
}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Archive.open(tmp_path / "a.db") as opened:
        opened.add([tmp_path / name for name in ARTICLES])
        opened.build()
        yield opened


def ids_of(archive: Archive, kind: str) -> list[str]:
    with archive.reading() as conn:
        table = tables.metadata.tables[kind].c
        return list(conn.scalars(sa.select(table.id).order_by(table.article, table.sentence)))


def meeting_in(archive: Archive, outlet: str) -> str:
    with archive.reading() as conn:
        meeting, article = tables.meeting.c, tables.article.c
        query = sa.select(meeting.id).join(tables.article, article.id == meeting.article)
        return str(conn.scalars(query.where(article.outlet == outlet)).one())


def again(archive: Archive) -> None:
    """Make every row anew, as after a change of the pipeline."""
    with archive._writing() as conn:
        conn.execute(sa.delete(tables.work))
    archive.build()


def slot(archive: Archive, row: str, name: str) -> Any:
    with archive.reading() as conn:
        found = load_ids(conn, tables.ROW_KINDS[row.partition(":")[0]], [row])[0]
        return getattr(found, name)


@pytest.mark.parametrize(
    ("kind", "name", "text", "shown"),
    [
        pytest.param("meeting", "date", "2013-03-12", "2013-03-12", id="day of a meeting"),
        pytest.param("meeting", "date", "2013-03", "2013-03", id="month"),
        pytest.param("meeting", "date", "2013", "2013", id="year"),
        pytest.param(
            "meeting", "date", "2013-03-12..2013-03-13", "2013-03-12..2013-03-13", id="two days"
        ),
        pytest.param("meeting", "date", "unknown", "unknown", id="no day"),
        pytest.param("meeting", "place", "Bergen", "Bergen", id="place"),
        pytest.param("meeting", "place", "kremlin", "the Kremlin", id="hall as the registry writes it"),
        pytest.param("meeting", "place", "unknown", "None", id="no place"),
        pytest.param("meeting", "form", "Call", "call", id="form"),
        pytest.param("meeting", "status", "planned", "planned", id="status"),
        pytest.param(
            "meeting", "participants", "John Kerry; Norway", "John Kerry+Norway", id="participants"
        ),
        pytest.param("statement", "speaker", "John Kerry", "John Kerry", id="speaker"),
        pytest.param("statement", "speaker", "Edda Invented", "Edda Invented", id="of one article"),
        pytest.param("statement", "addressee", "NATO", "NATO", id="body spoken to"),
        pytest.param("statement", "addressee", "-", "None", id="spoken to nobody"),
        pytest.param("statement", "date", "2013-03-11", "2013-03-11", id="day of words"),
        pytest.param("event", "actors", "Norway", "Norway", id="who acted"),
        pytest.param("event", "recipients", "", "", id="nobody it was done to"),
        pytest.param("event", "place", "Moscow", "Moscow", id="place of an act"),
        pytest.param("position", "actor", "Russia", "Russia", id="whose position"),
        pytest.param("forecast", "forecaster", "John Kerry", "John Kerry", id="who foretells"),
        pytest.param("forecast", "horizon", "2013-09", "2013-09", id="horizon"),
    ],
)  # fmt: skip
def test_a_slot_says_what_the_reader_says(
    archive: Archive, kind: str, name: str, text: str, shown: str
) -> None:
    row = ids_of(archive, kind)[0]
    before = slot(archive, row, name)
    made = archive.own.correct(row, name, text, "anna")
    assert written(slot(archive, row, name)) == shown
    assert (made.row, made.slot, made.by, made.was) == (row, name, "anna", before)
    again(archive)
    assert written(slot(archive, row, name)) == shown
    was = archive.own.uncorrect(row, name)
    assert written(was.value) == shown
    assert slot(archive, row, name) == before
    assert archive.own.corrections() == ()
    again(archive)
    assert slot(archive, row, name) == before


def written(value: Any) -> str:
    """Return a slot as a word."""
    match value:
        case When():
            return value.label()
        case Place() | Participant():
            return value.name
        case tuple():
            return "+".join(one.name for one in value)
        case _:
            return str(value)


@pytest.mark.parametrize(
    ("kind", "name", "text", "what"),
    [
        pytest.param("meeting", "weather", "fair", "slots are date, place", id="no such slot"),
        pytest.param("meeting", "date", "Tuesday", "is no date", id="weekday"),
        pytest.param("meeting", "date", "2013-02-30", "is no date", id="day that is none"),
        pytest.param("meeting", "date", "2013-05..2013-04", "before it starts", id="backward range"),
        pytest.param("meeting", "date", "..", "is no date", id="range of nothing"),
        pytest.param("meeting", "form", "party", "one of meeting, call", id="form that is none"),
        pytest.param("meeting", "form", "unknown", "cannot be empty", id="form of nothing"),
        pytest.param("meeting", "participants", " ; ", "names nobody", id="nobody in particular"),
        pytest.param("meeting", "participants", "-", "cannot be empty", id="meeting of nobody"),
        pytest.param("meeting", "place", "x" * 200, "no name of a place", id="text for a place"),
        pytest.param("statement", "speaker", "Nobody Atall", "nobody called", id="not in the article"),
        pytest.param("statement", "speaker", "Kerry; Lavrov", "names 2", id="two speakers"),
        pytest.param("statement", "speaker", "unknown", "cannot be empty", id="words of nobody"),
    ],
)
def test_what_says_nothing_of_a_slot_is_refused(
    archive: Archive, kind: str, name: str, text: str, what: str
) -> None:
    row = ids_of(archive, kind)[0]
    with pytest.raises(UnknownName, match=what):
        archive.own.correct(row, name, text)
    assert archive.own.corrections() == ()


@pytest.mark.parametrize("row", ["meeting:00", "mention:00", "attitude:00", "nonsense", ""])
def test_rows_that_are_not_there_or_have_no_slots_are_refused(archive: Archive, row: str) -> None:
    with pytest.raises(UnknownName, match="no row"):
        archive.own.correct(row, "date", "2013")


def test_what_nobody_corrected_is_not_taken_back(archive: Archive) -> None:
    row = ids_of(archive, "meeting")[0]
    with pytest.raises(UnknownName, match="nothing of it is corrected"):
        archive.own.uncorrect(row, "date")
    archive.own.correct(row, "place", "Bergen")
    with pytest.raises(UnknownName, match="corrected is place"):
        archive.own.uncorrect(row, "date")


def test_a_second_correction_takes_the_place_of_the_first_and_knows_what_was_read(
    archive: Archive,
) -> None:
    row = ids_of(archive, "meeting")[0]
    read = slot(archive, row, "place")
    archive.own.correct(row, "place", "Bergen", "anna")
    archive.own.correct(row, "place", "Tromso", "ben")
    (only,) = archive.own.corrections(row)
    assert (only.value.name, only.was, only.by) == ("Tromso", read, "ben")
    archive.own.uncorrect(row, "place")
    assert slot(archive, row, "place") == read


def test_several_slots_are_corrected_apart(archive: Archive) -> None:
    row = ids_of(archive, "meeting")[0]
    for name, text in (("place", "Bergen"), ("date", "2013-03-12"), ("form", "call")):
        archive.own.correct(row, name, text)
    assert [one.slot for one in archive.own.corrections(row)] == ["place", "date", "form"]
    archive.own.uncorrect(row, "date")
    again(archive)
    assert slot(archive, row, "date").start == date(2013, 3, 11)
    assert slot(archive, row, "form") == "call"


def test_lists_find_a_row_by_what_it_was_corrected_to(archive: Archive) -> None:
    said = ids_of(archive, "statement")[0]
    assert not list(archive.statements(actor="NATO"))
    archive.own.correct(said, "speaker", "NATO")
    assert [one.row.id for one in archive.statements(actor="NATO")] == [said]
    archive.own.uncorrect(said, "speaker")
    assert not list(archive.statements(actor="NATO"))


def test_a_meeting_moved_to_another_day_stands_apart_and_comes_back(archive: Archive) -> None:
    met = [one for one in archive.meetings(states=["USA", "RUS"]) if len(one.rows) == 2]
    assert len(met) == 1
    row = meeting_in(archive, "Harbour Courier")
    archive.own.correct(row, "date", "2012-06-01")
    days = sorted(one.date.label() for one in archive.meetings(states=["USA", "RUS"]))
    assert days == ["2012-06-01", "2013-03-11"]
    assert not archive.meetings(states=["USA", "RUS"], since="2012-05-01", until="2012-05-31")
    assert archive.meetings(states=["USA", "RUS"], since="2012-06-01", until="2012-06-30")
    archive.own.uncorrect(row, "date")
    assert [len(one.rows) for one in archive.meetings(states=["USA", "RUS"])] == [2]


def test_who_was_there_is_who_is_asked_for(archive: Archive) -> None:
    row = meeting_in(archive, "Harbour Courier")
    archive.own.correct(row, "participants", "Norway; Sergei Lavrov")
    found = {one.id for one in archive.meetings(states=["NOR"])}
    assert found
    with archive.reading() as conn:
        part = tables.participant.c
        query = sa.select(part.name, part.state).where(part.row_id == row).order_by(part.n)
        assert [tuple(one) for one in conn.execute(query)] == [
            ("Norway", "NOR"), ("Sergei Lavrov", "RUS"),
        ]  # fmt: skip


def test_an_office_comes_from_the_day_of_the_row(archive: Archive) -> None:
    row = ids_of(archive, "statement")[0]
    archive.own.correct(row, "speaker", "John Kerry")
    assert slot(archive, row, "speaker").office == "Secretary of State of the United States"


def test_somebody_only_the_article_names_keeps_the_words_there(archive: Archive) -> None:
    row = ids_of(archive, "position")[0]
    archive.own.correct(row, "actor", "State Department said")
    found = slot(archive, row, "actor")
    with archive.reading() as conn:
        text = conn.scalar(
            sa.select(tables.article.c.text)
            .join(tables.position, tables.position.c.article == tables.article.c.id)
            .where(tables.position.c.id == row)
        )
    assert text is not None
    assert text[found.start : found.end] == "State Department said"
    assert found.actor_id is None


def test_a_row_with_another_id_is_found_by_its_words(archive: Archive) -> None:
    row = ids_of(archive, "statement")[0]
    archive.own.correct(row, "date", "2013-03-01")
    with archive._writing() as conn:
        conn.execute(sa.update(kept.correction).values(row_id="statement:older"))
    again(archive)
    (found,) = archive.own.corrections()
    assert (found.row, found.there) == (row, True)
    assert slot(archive, row, "date").label() == "2013-03-01"


def test_a_correction_of_a_row_that_is_no_more_waits(archive: Archive) -> None:
    row = ids_of(archive, "statement")[0]
    archive.own.correct(row, "date", "2013-03-01")
    with archive._writing() as conn:
        conn.execute(
            sa.update(kept.correction).values(row_id="statement:older", start=900_000, end=900_001)
        )
    again(archive)
    (found,) = archive.own.corrections()
    assert not found.there
    assert slot(archive, row, "date").label() != "2013-03-01"
    was = archive.own.uncorrect("statement:older", "date")
    assert was.slot == "date"


def test_all_is_sound_with_corrections(archive: Archive) -> None:
    for kind, name, text in (
        ("meeting", "participants", "Norway; Russia"), ("statement", "speaker", "Edda Invented"),
        ("event", "place", "Bergen"), ("forecast", "horizon", "2014"),
    ):  # fmt: skip
        archive.own.correct(ids_of(archive, kind)[0], name, text)
    assert list(archive.verify()) == []


def test_a_correction_counts_as_no_new_row(archive: Archive) -> None:
    with archive.reading() as conn:
        place = changes(conn).next
    archive.own.correct(meeting_in(archive, "Harbour Courier"), "place", "Bergen")
    with archive.reading() as conn:
        found = changes(conn, since=place)
    assert [(one.what, one.kind) for one in found.items] == [("judgement", "correct")]
    assert found.items[0].id.startswith("correction:")


def test_linking_again_leaves_it(archive: Archive) -> None:
    row = meeting_in(archive, "Harbour Courier")
    archive.own.correct(row, "place", "Bergen")
    with archive._writing() as conn:
        conn.execute(sa.delete(tables.work).where(tables.work.c.stage == LINK))
    archive.build()
    assert slot(archive, row, "place").name == "Bergen"


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, slots in SLOTS.items() for name in slots]
)
def test_every_slot_is_a_field_of_its_kind(kind: str, name: str) -> None:
    fields = {one.name: one for one in fields_of(tables.ROW_KINDS[kind])}
    shape = SLOTS[kind][name]
    assert fields[name].participants == (shape in ("person", "people"))
    assert fields[name].shape == "when" if shape == "when" else fields[name].shape != "when"
    assert bool(choices(kind, name)) == (shape in ("choice",)) or shape in ("person", "place", "people")


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("meeting", "date", When.day(date(2013, 3, 11), "judged")),
        ("meeting", "date", When()),
        ("meeting", "place", Place("Bergen", "NOR")),
        ("event", "place", None),
        ("meeting", "participants", (Participant("A", "a"), Participant("B", "b", state="NOR"))),
        ("event", "recipients", ()),
        ("statement", "speaker", Participant("A", "a", "person:a", "person")),
        ("statement", "addressee", None),
        ("meeting", "form", "call"),
    ],
)
def test_what_is_kept_of_a_slot_is_read_again(kind: str, name: str, value: Any) -> None:
    assert value_of(kind, name, plain_of(kind, name, value)) == value
