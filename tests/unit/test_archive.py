"""The archive from outside: adding, building, asking, and what goes wrong on the way."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from detente.archive import Archive, open_archive, read
from detente.archive import building as module
from detente.errors import ArchiveError, EmptyInput, InputError, UnknownName
from detente.pipeline import build_chunk
from detente.records import Article, Link, Meeting
from detente.store import Built, Rows, load, tables
from tests.unit.store.lists import NUMBERED, lists_of

PAGES = {
    "one.txt": (
        "Talks in Oslo\n\nMarch 5, 2013\n\nRussian Foreign Minister Sergei Lavrov and U.S. Secretary "
        "of State John Kerry met in Oslo on 4 March 2013. Kerry said the talks on Syria had been "
        "useful.\n"
    ),
    "two.txt": (
        "Ministers meet\n\nMarch 6, 2013\n\nU.S. Secretary of State John Kerry met Russian Foreign "
        "Minister Sergei Lavrov in Oslo on March 4, 2013. The Syrian war was discussed. Lavrov said "
        "that Russia would not change its view.\n"
    ),
    "three.txt": (
        "A call\n\nApril 2, 2013\n\nRussian President Vladimir Putin spoke with U.S. President Barack "
        "Obama by telephone on 1 April 2013. Obama said that the talk on Iran had been frank.\n"
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (made / name).write_text(text)
    return made


@pytest.fixture(scope="module")
def built(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("built") / "a.db") as archive:
        archive.add([folder])
        archive.build()
        yield archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.db") as opened:
        yield opened


IN_ORDER_OF_ARRIVAL = {"story", "story_change"}
"""What depends on which article came first: a story has the id of the one that opened it."""


def contents(archive: Archive) -> dict[str, list[str]]:
    free = {("work", "attempts")}
    found: dict[str, list[str]] = {}
    with archive.reading() as conn:
        for name, table in tables.metadata.tables.items():
            if name in NUMBERED or name == "meta":  # numbers of changes and writes
                continue
            columns = [column for column in table.c if (name, column.name) not in free]
            found[name] = sorted(repr(tuple(row)) for row in conn.execute(sa.select(*columns)))
        return found | lists_of(conn)


def stories(archive: Archive) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    with archive.reading() as conn:
        for link in load(conn, Link, tables.link.c.relation == "tells"):
            groups.setdefault(link.right, set()).add(link.left)
    return {frozenset(group) for group in groups.values()}


class TestAdding:
    def test_what_is_new_and_what_is_known(self, archive: Archive, folder: Path) -> None:
        first = archive.add([folder / "one.txt"])
        assert (len(first.new), first.known, first.failed) == (1, (), ())
        second = archive.add([folder])
        assert len(second.new) == 2
        assert second.known == first.new
        assert archive.add([folder]).new == ()
        assert archive.counts()["article"] == 3

    def test_one_text_under_two_names_is_one_article(self, archive: Archive, tmp_path: Path) -> None:
        for name in ("a.txt", "b.txt"):
            (tmp_path / name).write_text(PAGES["one.txt"])
        report = archive.add([tmp_path / "a.txt", tmp_path / "b.txt"])
        assert len(report.new) == 1
        assert archive.counts()["article"] == 1

    def test_what_cannot_be_read_is_told_and_the_others_are_kept(
        self, archive: Archive, folder: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "empty.txt").touch()
        (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 64)
        paths = [
            tmp_path / "empty.txt",
            folder / "one.txt",
            tmp_path / "none.txt",
            tmp_path / "binary.txt",
        ]
        report = archive.add(paths)
        assert len(report.new) == 1
        assert len(report.failed) == 3
        for name, error in zip(
            ("binary", "empty", "none"), sorted(report.failed, key=str), strict=False
        ):
            assert isinstance(error, InputError), name
            assert error.remedy
        assert {name for name in ("empty", "none", "binary") if name in str(report.failed)} == {
            "empty",
            "none",
            "binary",
        }

    def test_half_a_character_is_told(self, archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
        article = read_one(PAGES["one.txt"])
        broken = dataclasses.replace(article, text=article.text[:-1] + "\ud800", id="article:2")
        monkeypatch.setattr(module, "find_inputs", lambda paths: list(paths))
        monkeypatch.setattr(module, "read_each", lambda paths: iter([(0, broken), (0, article)]))
        report = archive.add(["x"])
        assert report.new == (article.id,)
        assert "is no character" in str(report.failed[0])

    def test_progress_counts_inputs(self, archive: Archive, folder: Path) -> None:
        seen: list[tuple[int, int]] = []
        archive.add([folder], progress=lambda done, of: seen.append((done, of)))
        assert seen == [(1, 3), (2, 3), (3, 3)]

    def test_more_articles_than_a_transaction(self, archive: Archive, tmp_path: Path) -> None:
        for number in range(40):
            (tmp_path / f"{number}.txt").write_text(
                PAGES["one.txt"].replace("4 March", f"{number + 1} May")
            )
        report = archive.add([tmp_path])
        assert len(report.new) == 40
        assert len(archive.add([tmp_path]).known) == 40


def read_one(text: str) -> Article:
    return read(text).article


class TestBuilding:
    def test_rows_of_every_article(self, built: Archive) -> None:
        found = built.counts()
        assert found["article"] == 3
        assert found["meeting"] >= 2
        assert found["statement"] >= 2
        assert built.verify() == []

    def test_building_again_does_nothing(self, built: Archive) -> None:
        before = contents(built)
        report = built.build(progress=lambda *_: pytest.fail("nothing is left to do"))
        assert (report.built, report.failed, report.links) == (0, (), 0)
        assert contents(built) == before

    def test_two_reports_of_one_meeting_are_linked(self, built: Archive) -> None:
        with built.reading() as conn:
            links = load(conn, Link, tables.link.c.relation == "same-meeting")
            meetings = {row.id: row for row in load(conn, Meeting)}
        pairs = [{meetings[end].place for end in (link.left, link.right)} for link in links]
        assert [{place.name for place in pair if place} for pair in pairs] == [{"Oslo"}]

    def test_one_by_one_or_all_at_once(self, built: Archive, archive: Archive, folder: Path) -> None:
        for name in sorted(PAGES, reverse=True):
            archive.add([folder / name])
            archive.build()
        here, there = contents(archive), contents(built)
        for name in here.keys() - IN_ORDER_OF_ARRIVAL:
            told = [row for row in here[name] if "story:" not in row]
            assert told == [row for row in there[name] if "story:" not in row]
        assert stories(archive) == stories(built)

    def test_stories_are_found_again_when_an_archive_is_opened(
        self, built: Archive, folder: Path, tmp_path: Path
    ) -> None:
        for name in PAGES:
            with open_archive(tmp_path / "again.db") as archive:
                archive.add([folder / name])
                archive.build()
                found = stories(archive)
        assert found == stories(built)
        assert sorted(map(len, found)) == [1, 2]

    def test_two_processes_make_the_same_rows(
        self, built: Archive, archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "_WORTH_A_PROCESS", 1)
        monkeypatch.setattr(module, "CHUNK", 1)
        archive.add([folder])
        archive.build(processes=2)
        assert contents(archive) == contents(built)

    def test_a_few_articles_start_no_process(
        self, archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[int] = []

        def mapped(function: Any, items: Any, *, processes: int) -> Iterator[Any]:
            asked.append(processes)
            return iter(function(tuple(items)))

        monkeypatch.setattr(module, "map_chunks", mapped)
        archive.add([folder])
        archive.build(processes=8)
        assert asked == [1]

    def test_a_new_version_replaces_all_rows(
        self, archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        archive.add([folder])
        archive.build()
        before = contents(archive)
        monkeypatch.setattr(module, "PIPELINE_VERSION", "another")
        assert archive.build().built == 3
        after = contents(archive)
        assert {k: v for k, v in after.items() if k != "work"} == {
            k: v for k, v in before.items() if k != "work"
        }
        assert after["work"] != before["work"]

    def test_an_article_that_breaks_is_noted_and_tried_again(
        self, archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def breaks(articles: tuple[Article, ...]) -> list[Built | str]:
            found = build_chunk(articles)
            return [
                "ValueError: no" if "call" in one.text else done
                for one, done in zip(articles, found, strict=True)
            ]

        monkeypatch.setattr(module, "build_chunk", breaks)
        archive.add([folder])
        for _ in range(3):
            report = archive.build()
            assert [error for _, error in report.failed] == ["ValueError: no"]
            assert report.failed[0][0].endswith("three.txt")
        assert archive.counts()["statement"] >= 2
        monkeypatch.undo()
        assert archive.build().built == 0
        monkeypatch.setattr(module, "PIPELINE_VERSION", "another")
        assert archive.build().built == 3
        assert archive.failures() == ()

    def test_a_chunk_that_dies_fails_its_articles_alone(
        self, archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def dies(articles: tuple[Article, ...]) -> list[Built | str]:
            if any("call" in one.text for one in articles):
                raise MemoryError("no more")
            return build_chunk(articles)

        monkeypatch.setattr(module, "build_chunk", dies)
        archive.add([folder])
        report = archive.build()
        assert report.built == 2
        assert [error for _, error in report.failed] == ["MemoryError: no more"]
        assert archive.failures()[0][2] == "MemoryError: no more"

    def test_a_build_that_was_stopped_goes_on(
        self, built: Archive, archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        archive.add([folder])
        monkeypatch.setattr(module, "CHUNK", 1)
        with pytest.raises(KeyboardInterrupt):
            archive.build(progress=interrupt)
        assert archive.counts()["mention"] > 0
        with archive.reading() as conn:
            assert len(conn.execute(sa.select(tables.work)).all()) == 1
        assert archive.build().built == 2
        assert contents(archive) == contents(built)

    def test_links_that_were_not_made_are_made_up_for(
        self, built: Archive, archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(*_: Any) -> int:
            raise KeyboardInterrupt

        archive.add([folder])
        with monkeypatch.context() as patch:
            patch.setattr(module, "relink", interrupted)
            with pytest.raises(KeyboardInterrupt):
                archive.build()
        assert archive.counts()["link"] == 0
        assert archive.build().built == 0
        assert contents(archive) == contents(built)

    def test_copies_are_linked_once_both_are_there(self, archive: Archive, tmp_path: Path) -> None:
        words = " ".join(f"word{number % 97} and{number}" for number in range(150))
        for name, head in (("a", "First title"), ("b", "Second title")):
            (tmp_path / f"{name}.txt").write_text(
                f"{head}\n\nMarch 6, 2013\n\nThe envoys met. {words}.\n"
            )
            archive.add([tmp_path / f"{name}.txt"])
            archive.build()
        with archive.reading() as conn:
            links = load(conn, Link, tables.link.c.relation == "same-text")
        assert [link.score > 0.9 for link in links] == [True]


def interrupt(*_: int) -> None:
    raise KeyboardInterrupt


class TestAsking:
    @pytest.mark.parametrize(
        ("left", "right"), [("USA", "RUS"), ("United States", "Russia"), ("usa", "rus")]
    )
    def test_the_relationship(self, built: Archive, left: str, right: str) -> None:
        found = built.relationship(left, right)
        assert (found.left.iso, found.right.iso) == ("USA", "RUS")
        assert len(found.articles) == 3

    def test_reports_of_one_meeting_are_one(self, built: Archive) -> None:
        found = built.meetings(states=["USA", "RUS"], form="meeting")
        assert [len(one.rows) for one in found] == [2]
        assert found.to_dicts()[0]["place"]["name"] == "Oslo"

    @pytest.mark.parametrize(
        ("asked", "count"),
        [
            ({"by": "Kerry"}, 1),
            ({"speaker_state": "Russia"}, 1),
            ({"issue": "syria", "by": "Kerry"}, 1),
            ({"states": "FRA"}, 0),
            ({"since": "2014-01-01"}, 0),
            ({"until": date(2013, 1, 1)}, 0),
        ],
        ids=str,
    )
    def test_statements(self, built: Archive, asked: dict[str, Any], count: int) -> None:
        assert len(built.statements(**asked)) == count

    @pytest.mark.parametrize("kind", ["positions", "forecasts", "events", "statements", "meetings"])
    def test_every_list_is_rows(self, built: Archive, kind: str) -> None:
        found = getattr(built, kind)(limit=1)
        assert isinstance(found, Rows)
        assert len(found) <= 1

    def test_mentions(self, built: Archive) -> None:
        found = built.mentions(actor="Lavrov")
        assert {row.actor_id for row in found} == {"person:sergei-lavrov"}
        article = found[0].article
        assert {row.article for row in built.mentions(article=article)} == {article}

    def test_articles_in_order(self, built: Archive) -> None:
        names = [Path(one.path).name for one in built.articles()]
        assert names == ["one.txt", "two.txt", "three.txt"]
        assert len(built.articles(as_of="2013-03-31", limit=5)) == 2

    def test_an_article_with_all_it_yields(self, built: Archive, folder: Path) -> None:
        short = built.articles()[0].short
        stored, fresh = built.extraction(short), read(folder / "one.txt")
        assert stored.article == fresh.article
        assert set(stored.rows()) == set(fresh.rows())
        assert stored.sentences == fresh.sentences

    @pytest.mark.parametrize(
        ("words", "asked", "count"),
        [
            ("Oslo kind:article", {}, 2),
            ("telephone", {}, 1),
            ("useful", {"by": "Kerry"}, 1),
            ("useful", {"by": "Lavrov"}, 0),
            ("Oslo", {"until": "2013-03-05"}, 1),
        ],
    )
    def test_search(self, built: Archive, words: str, asked: dict[str, Any], count: int) -> None:
        assert len(built.search(words, **asked)) == count

    @pytest.mark.parametrize(
        "ask",
        [
            lambda archive: archive.relationship("USA", "Atlantis"),
            lambda archive: archive.meetings(actor="Nobody Atall"),
            lambda archive: archive.positions(issue="gardening"),
            lambda archive: archive.mentions(article="ffff"),
            lambda archive: archive.meetings(since="tomorrow"),
        ],
        ids=["state", "actor", "issue", "article", "day"],
    )
    def test_a_name_that_nobody_knows(self, built: Archive, ask: Any) -> None:
        with pytest.raises(UnknownName):
            ask(built)

    def test_a_filter_that_is_none(self, built: Archive) -> None:
        with pytest.raises(TypeError, match="no filter called colour"):
            built.meetings(colour="red")


class TestFile:
    def test_it_stays_after_closing(self, folder: Path, tmp_path: Path) -> None:
        path = tmp_path / "a.db"
        with Archive.open(path) as archive:
            archive.add([folder])
        assert [one.name for one in tmp_path.iterdir()] == ["a.db"]
        with Archive.open(path, create=False) as archive:
            assert archive.counts()["article"] == 3
            assert archive.path == str(path)

    def test_a_closed_archive_says_so(self, archive: Archive) -> None:
        archive.close()
        archive.close()
        with pytest.raises(ArchiveError, match="it is closed"):
            archive.counts()

    def test_none_is_made_unless_asked_for(self, tmp_path: Path) -> None:
        with pytest.raises(ArchiveError, match="no such file"):
            Archive.open(tmp_path / "a.db", create=False)

    def test_a_damaged_text_is_found(self, archive: Archive, folder: Path) -> None:
        archive.add([folder])
        archive.build()
        article = tables.article
        with archive._writing() as conn:
            conn.execute(
                sa.update(article)
                .where(article.c.path.endswith("one.txt"))
                .values(text=sa.func.replace(article.c.text, "Kerry", "Kenny"))
            )
        paths = {Path(problem.path).name for problem in archive.verify()}
        assert paths == {"one.txt"}


class TestReadingOne:
    def test_a_text(self) -> None:
        found = read("Sergei Lavrov met John Kerry in Oslo on 4 March 2013.")
        assert {one.name for row in found.meetings for one in row.participants} == {
            "Sergei Lavrov",
            "John Kerry",
        }

    def test_a_path(self, folder: Path) -> None:
        for given in (folder / "one.txt", str(folder / "one.txt")):
            assert read(given).article.title == "Talks in Oslo"

    @pytest.mark.parametrize("name", ["none.txt", "no/such/page.html"])
    def test_a_path_that_is_not_there(self, name: str) -> None:
        with pytest.raises(InputError, match=r"none\.txt|page\.html"):
            read(name)

    @pytest.mark.parametrize("text", ["", "  \n "])
    def test_nothing(self, text: str) -> None:
        with pytest.raises(EmptyInput):
            read(text)

    def test_several_articles_in_one_file(self, tmp_path: Path) -> None:
        path = tmp_path / "many.jsonl"
        path.write_text('{"text": "Talks were held."}\n{"text": "No talks were held."}\n')
        with pytest.raises(InputError, match="2 articles in one file"):
            read(path)
