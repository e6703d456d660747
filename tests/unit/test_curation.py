"""A reader's verdicts and registry: they show at once, win over the machine and outlive rebuilds.

The people, outlets and words are invented, but for one foreign minister in a sentence of our own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from detente.archive import Archive
from detente.errors import ArchiveError, RegistryError, UnknownName
from detente.store import open_database, own_layer, tables
from detente.store.own import _Groups
from detente.userdata import forget, touched_by

ARTICLES = {
    "a.txt": """Harbour Courier
12 March 2013

Marta Primer, a lecturer at Hill College, said on Tuesday that the talks in Oslo would fail.
"They will fail," Primer said.
""",
    "b.txt": """Ledger of the Bay
14 March 2013

Martha Prymer, a lecturer at Hill College, said on Thursday that she expected a treaty.
""",
    "c.txt": """Northern Gazette
15 March 2013

The Bhutanese foreign minister met Sergei Lavrov in Oslo on 11 March 2013.
""",
    "d.txt": """Southern Gazette
16 March 2013

Fishermen of the bay mended their nets on Friday, the harbour master said.
""",
}
HOLDER = "person,office,state,start,end\nVilly Sample,foreign-minister,BTN,2011-10-03,2013-12-12\n"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Archive.open(tmp_path / "a.db") as opened:
        opened.add([tmp_path / name for name in ARTICLES])
        opened.build()
        yield opened


def speakers(archive: Archive) -> set[str]:
    return {
        saying.row.speaker.name for saying in archive.statements() if "Pr" in saying.row.speaker.name
    }


def rebuild(archive: Archive) -> None:
    """Make every row anew, as a new version of the pipeline would."""
    with sqlite3.connect(archive.path) as conn:
        conn.execute("DELETE FROM work")
    assert archive.build().built == len(ARTICLES)


def met(archive: Archive) -> set[str]:
    return {one.name for encounter in archive.meetings() for one in encounter.participants}


def test_merged_people_are_one_in_every_list_and_after_a_rebuild(archive: Archive) -> None:
    assert speakers(archive) == {"Marta Primer", "Martha Prymer"}
    archive.own.merge("Marta Primer", "Martha Prymer")
    for _ in range(2):
        assert speakers(archive) == {"Marta Primer"}
        assert len(archive.statements(by="Prymer")) == len(archive.statements(by="Primer")) >= 2
        assert {m.actor_id for m in archive.mentions(actor="Martha Prymer")} == {
            m.actor_id for m in archive.mentions(actor="Marta Primer")
        }
        rebuild(archive)
    assert [one.verdict for one in archive.own.judgements()] == ["same"]


def test_the_first_of_two_is_the_one_that_is_shown(archive: Archive) -> None:
    archive.own.merge("Martha Prymer", "Marta Primer")
    assert speakers(archive) == {"Martha Prymer"}


def test_a_split_undoes_a_merge_and_a_merge_a_split(archive: Archive) -> None:
    archive.own.merge("Marta Primer", "Martha Prymer")
    archive.own.split("Marta Primer", "Martha Prymer")
    rebuild(archive)
    assert speakers(archive) == {"Marta Primer", "Martha Prymer"}
    archive.own.merge("Marta Primer", "Martha Prymer")
    assert speakers(archive) == {"Marta Primer"}
    assert len(archive.own.judgements()) == 1


def test_a_split_wins_over_the_machine(tmp_path: Path) -> None:
    text = "\n\nAnn Example, a lecturer at Hill College, said on Tuesday that talks would fail.\n"
    for name, head in (
        ("a.txt", "Harbour Courier\n12 March 2013"),
        ("b.txt", "Bay Ledger\n13 March 2013"),
    ):
        (tmp_path / name).write_text(f"{head}{text.replace('fail', name)}", encoding="utf-8")
    with Archive.open(tmp_path / "a.db") as archive:
        archive.add([tmp_path / "a.txt", tmp_path / "b.txt"])
        archive.build()
        ids = {m.actor_id for m in archive.mentions(actor="Ann Example")}
        assert len(ids) == 1, "the machine links the two"
        with open_database(archive.path).read() as conn:
            actor = tables.actor.c
            query = sa.select(actor.id).where(actor.name == "Ann Example").order_by(actor.id)
            first, second = conn.scalars(query)
        archive.own.split(first, second)
        assert len({m.actor_id for m in archive.mentions()} & {first, second}) == 2
        rebuilt = sqlite3.connect(archive.path)
        rebuilt.execute("DELETE FROM work")
        rebuilt.commit()
        rebuilt.close()
        archive.build()
        assert len({m.actor_id for m in archive.mentions()} & {first, second}) == 2


def test_a_local_person_can_be_one_of_the_registry(archive: Archive) -> None:
    archive.own.merge("Angela Merkel", "Marta Primer")
    (merkel, *_) = [s.row.speaker for s in archive.statements(by="Merkel")]
    assert (merkel.actor_id, merkel.name, merkel.state) == (
        "person:angela-merkel",
        "Angela Merkel",
        "DEU",
    )
    assert len(archive.statements(speaker_state="DEU")) == len(archive.statements(by="Primer")) > 0
    assert {s.row.speaker.name for s in archive.statements(states=["DEU"])} == {"Angela Merkel"}


def test_a_new_name_shows_everywhere_and_the_old_one_finds(archive: Archive) -> None:
    archive.own.rename("Lavrov", "Sergey V. Lavrov")
    archive.own.rename("Marta Primer", "Dr Marta Primer")
    for _ in range(2):
        assert "Sergey V. Lavrov" in met(archive)
        assert "Dr Marta Primer" in speakers(archive)
        assert archive.own.registry().actor("person:sergei-lavrov").name == "Sergey V. Lavrov"
        record = archive.relationship("RUS", "DNK", since="2013-01-01", until="2013-12-31")
        holders = {h.name for office in record.offices for h in office.holders}
        assert "Sergey V. Lavrov" in holders
        assert (
            len(archive.statements(by="Marta Primer"))
            == len(archive.statements(by="Dr Marta Primer"))
            > 0
        )
        rebuild(archive)
    archive.own.rename("Lavrov", "")
    assert "Sergei Lavrov" in met(archive)


def test_a_name_given_to_two_that_are_split_stays_with_the_first(archive: Archive) -> None:
    archive.own.merge("Marta Primer", "Martha Prymer")
    archive.own.rename("Primer", "Professor Primer")
    assert speakers(archive) == {"Professor Primer"}
    archive.own.split("Marta Primer", "Martha Prymer")
    assert speakers(archive) == {"Professor Primer", "Martha Prymer"}


@pytest.mark.parametrize(
    ("verb", "names", "said"),
    [
        ("merge", ("Marta Primer", "Zzyzx Qwerty"), "nobody called 'Zzyzx Qwerty'"),
        ("merge", ("Marta Primmer", "Lavrov"), "near it: Marta Primer"),
        ("merge", ("Lavrov", "person:sergei-lavrov"), "one with itself"),
        ("merge", ("Clinton", "Lavrov"), "is the name of 2"),
        ("split", ("Lavrov", "Lavrov"), "is among both"),
        ("split", ("local:0000", "Lavrov"), "nobody called 'local:0000'"),
        ("rename", ("person:nobody", "Somebody"), "nobody called 'person:nobody'"),
    ],
)
def test_names_that_nobody_has(archive: Archive, verb: str, names: tuple[str, str], said: str) -> None:
    with pytest.raises(UnknownName, match=said):
        getattr(archive.own, verb)(*names)
    assert archive.own.judgements() == ()


def test_a_verdict_can_be_forgotten(archive: Archive) -> None:
    made = archive.own.merge("Marta Primer", "Martha Prymer")
    database = open_database(archive.path)
    with database.write() as conn:
        assert forget(conn, [one.id for one in made]) == len(made)
    database.close()
    assert archive.own.judgements() == ()


def test_two_of_the_registry_are_one(archive: Archive) -> None:
    archive.own.merge("person:sergei-lavrov", "person:igor-ivanov")
    known = archive.own.registry()
    offices = {t.office for t in known.tenures_of("person:sergei-lavrov")}
    assert {"RUS:foreign-minister", "RUS:un-ambassador", "RUS:security-council-secretary"} <= offices
    assert [actor.id for actor in known.find("Igor Ivanov")] == ["person:sergei-lavrov"]


class TestLayer:
    def test_only_articles_with_a_changed_name_or_office_are_made_anew(
        self, archive: Archive, tmp_path: Path
    ) -> None:
        (tmp_path / "h.csv").write_text(HOLDER, encoding="utf-8")
        assert "Villy Sample" not in met(archive)
        report = archive.own.import_file(tmp_path / "h.csv", "csv")
        assert (report.articles, report.imported.persons) == (1, 1)
        assert archive.build().built == 1
        assert met(archive) >= {"Villy Sample", "Sergei Lavrov"}
        assert archive.build().built == 0

    def test_a_name_touches_the_articles_that_print_it(self, archive: Archive) -> None:
        report = archive.own.add("Marta Primer", "minister of nets", "NOR", "2012", "2014")
        assert report.articles == 1
        archive.build()
        (primer, *_) = [s.row.speaker for s in archive.statements(by="Primer")]
        assert (primer.actor_id, primer.state) == ("person:marta-primer", "NOR")

    def test_a_wrong_file_changes_nothing(self, archive: Archive, tmp_path: Path) -> None:
        (tmp_path / "h.csv").write_text(
            HOLDER + "Bo Beta,foreign-minister,BTN,2013,2011\n", encoding="utf-8"
        )
        with pytest.raises(RegistryError, match="line 3: ends 2011"):
            archive.own.import_file(tmp_path / "h.csv", "csv")
        assert not archive.own.layer()
        assert archive.build().built == 0
        report = archive.own.import_file(tmp_path / "h.csv", "csv", keep_going=True)
        assert len(report.imported.layer.tenures) == len(archive.own.layer().tenures) == 1

    def test_a_stop_in_the_middle_leaves_no_half_of_it(
        self, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stop(*_: object) -> list[str]:
            raise KeyboardInterrupt

        (tmp_path / "h.csv").write_text(HOLDER, encoding="utf-8")
        monkeypatch.setattr("detente.curation.touched_by", stop)
        with pytest.raises(KeyboardInterrupt):
            archive.own.import_file(tmp_path / "h.csv", "csv")
        assert not archive.own.layer()

    def test_imported_twice_is_imported_once(self, archive: Archive, tmp_path: Path) -> None:
        (tmp_path / "h.csv").write_text(HOLDER, encoding="utf-8")
        archive.own.import_file(tmp_path / "h.csv", "csv")
        once = archive.own.layer()
        report = archive.own.import_file(tmp_path / "h.csv", "csv")
        assert (report.imported.persons, report.imported.known) == (0, 1)
        assert archive.own.layer() == once

    def test_a_later_row_closes_a_term(self, archive: Archive) -> None:
        archive.own.add("Villy Sample", "foreign-minister", "BTN", "2011-10-03")
        archive.own.add("Villy Sample", "foreign-minister", "BTN", "2011-10-03", "2013-12-12")
        (tenure,) = archive.own.layer().tenures
        assert tenure.end.label() == "2013-12-12"
        assert tenure.note == "added by the reader"

    def test_it_is_the_archives_own_and_outlives_it(self, archive: Archive, tmp_path: Path) -> None:
        archive.own.add("Villy Sample", "foreign-minister", "BTN", "2011", names=["Willy Sample"])
        with Archive.open(archive.path) as again:
            assert again.own.registry().find("Willy Sample")[0].name == "Villy Sample"
        with Archive.open(tmp_path / "other.db") as other:
            assert other.own.registry().find("Willy Sample") == ()

    def test_cleared_it_is_as_it_was(self, archive: Archive) -> None:
        archive.own.add("Villy Sample", "foreign-minister", "BTN", "2011", "2014")
        archive.build()
        assert archive.own.clear() == 1
        archive.build()
        assert "Villy Sample" not in met(archive)
        assert not archive.own.layer()

    def test_articles_without_the_words_are_not_touched(self, archive: Archive) -> None:
        archive.own.add("Nobody Printed", "foreign-minister", "PER", "2011", "2014")
        database = open_database(archive.path)
        with database.read() as conn:
            assert touched_by(conn, own_layer(conn), archive.own.registry()) == []
        database.close()

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            (("Ann Alpha", "foreign-minister", "ATL", "2011"), "no state or organisation 'ATL'"),
            (("Ann Alpha", "foreign-minister", "BTN", "2011", "2010"), "before it begins"),
            (("", "foreign-minister", "BTN", "2011"), "no name of a person"),
            (("Ann Alpha", "foreign-minister", "BTN", "never"), "is no date"),
        ],
    )
    def test_what_cannot_be_added(self, archive: Archive, given: tuple[str, ...], said: str) -> None:
        with pytest.raises(RegistryError, match=said):
            archive.own.add(*given)
        assert not archive.own.layer()


def test_a_closed_archive_takes_no_verdict(archive: Archive) -> None:
    archive.close()
    with pytest.raises(ArchiveError, match="it is closed"):
        archive.own.merge("a", "b")


@pytest.mark.parametrize(
    ("apart", "joins", "expected"),
    [
        ([], [("a", "b"), ("b", "c")], [{"a", "b", "c"}]),
        ([("a", "c")], [("a", "b"), ("b", "c")], [{"a", "b"}]),
        ([("a", "c")], [("b", "c"), ("a", "b")], [{"b", "c"}]),
        ([("a", "d")], [("a", "b"), ("c", "d"), ("b", "c")], [{"a", "b"}, {"c", "d"}]),
        ([], [("a", "b"), ("b", "a")], [{"a", "b"}]),
        ([("a", "b")], [("a", "b")], []),
    ],
    ids=["chain", "apart", "first-wins", "whole-groups", "again", "pair"],
)
def test_groups_keep_apart_whom_the_reader_told_apart(
    apart: list[tuple[str, str]], joins: list[tuple[str, str]], expected: list[set[str]]
) -> None:
    groups = _Groups({frozenset(pair) for pair in apart})
    for pair in joins:
        groups.join(*pair)
    found = {frozenset(group) for group in groups.members().values()}
    assert found == {frozenset(group) for group in expected}
