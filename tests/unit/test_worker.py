"""The worker: what hangs, eats memory or dies costs itself, and everything else is read."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.archive import Archive
from detente.archive import building as archive_module
from detente.errors import InputError, NotText, Poison, Skipped
from detente.read import read_path
from detente.records import Article
from detente.worker import Limits, Reader, Task, read_each, read_whole
from tests.unit.read.pages import LEAD, SECOND
from tests.unit.read.samples import OPML, SAMPLES, zipped

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """Return a reader whose child obeys the words of a page."""
    with Reader(Limits(seconds=4.0, memory=1_500_000_000), "tests.unit.poison:read") as made:
        yield made


POISONS = [
    ("hang", "more than 4 seconds"),
    ("loop", "more than 4 seconds"),
    ("memory", "more memory"),
    ("crash", "signal 11"),
    ("exit", "exit code 3"),
    ("error", "KeyError"),
    ("recursion", "RecursionError"),
]


@pytest.mark.parametrize(("what", "why"), POISONS, ids=[what for what, _ in POISONS])
def test_a_poison_article_costs_only_itself(
    reader: Reader, tmp_path: Path, what: str, why: str
) -> None:
    path = tmp_path / "table.jsonl"
    rows = [{"text": LEAD}, {"text": f"POISON {what}"}, {"text": SECOND}]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    first, bad, last = reader.read(Task(str(path)))
    assert isinstance(first, Article)
    assert isinstance(bad, Poison)
    assert f"{path}#2: " in bad.what
    assert why in bad.what
    assert bad.remedy
    assert isinstance(last, Article)
    assert last.text == SECOND


def test_two_poisons_and_the_last_of_a_file(reader: Reader) -> None:
    members = {"a.txt": b"POISON exit", "b.txt": LEAD.encode(), "c.txt": b"POISON crash"}
    found = list(reader.read(Task("a.zip", zipped(members))))
    assert [type(item) for item in found] == [Poison, Article, Poison]


def test_what_a_library_prints_does_not_get_between(reader: Reader) -> None:
    (article,) = reader.read(Task("-", b"POISON print. " + LEAD.encode()))
    assert isinstance(article, Article)


def test_the_same_as_without_a_worker(tmp_path: Path) -> None:
    for name, data in SAMPLES.items():
        (tmp_path / name).write_bytes(data)
    paths = sorted(str(path) for path in tmp_path.iterdir())
    apart = [(at, item) for at, item in read_each(paths)]
    here = [(at, item) for at, path in enumerate(paths) for item in read_path(path)]
    assert len(apart) == len(here) > 25
    for (at, one), (place, two) in zip(apart, here, strict=True):
        assert at == place
        assert type(one) is type(two)
        assert one == two if isinstance(one, Article) else str(one) == str(two)


def test_relative_paths_and_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(LEAD)
    monkeypatch.chdir(tmp_path)
    assert [item.path for _, item in read_each(["in"]) if isinstance(item, Article)] == ["in/a.txt"]
    (tmp_path / "b.txt").write_text(SECOND)
    assert [item.path for _, item in read_each(["b.txt"]) if isinstance(item, Article)] == ["b.txt"]


def test_bytes() -> None:
    (article,) = read_whole(LEAD.encode(), "page")
    assert isinstance(article, Article)
    (error,) = read_whole(b"", "page")
    assert isinstance(error, InputError)


def test_a_reader_that_is_left_in_the_middle_is_not_used_again() -> None:
    rows = "\n".join(json.dumps({"text": f"{LEAD} {n}"}) for n in range(50)).encode()
    for _ in range(3):
        reading = Reader().read(Task("t.jsonl", rows))
        assert isinstance(next(reading), Article)
        reading.close()  # type: ignore[attr-defined]
    (article,) = read_whole(SECOND.encode(), "page")
    assert isinstance(article, Article)
    assert article.text == SECOND


def test_a_script_without_a_main_guard_may_use_it(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(LEAD)
    script = tmp_path / "script.py"
    script.write_text(
        f"import detente\nwith detente.open({str(tmp_path / 'a.db')!r}) as archive:\n"
        f"    print(len(archive.add([{str(page)!r}]).new))\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.stdout == "1\n", done.stderr
    assert done.stderr == ""


@pytest.mark.parametrize("error", [Poison("a", "b"), NotText("x: y", "z"), Skipped("s")])
def test_errors_cross_the_pipe(error: InputError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.what, again.remedy) == (type(error), error.what, error.remedy)


class TestFailures:
    """What could not be read is a row of the archive until it is read."""

    @pytest.fixture
    def archive(self, tmp_path: Path) -> Iterator[Archive]:
        with Archive.open(tmp_path / "a.db") as opened:
            yield opened

    def test_a_poison_is_a_row_and_the_batch_goes_on(
        self, archive: Archive, reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name, text in (("a", LEAD), ("b", "POISON hang"), ("c", SECOND)):
            (tmp_path / f"{name}.html").write_text(f"<html><body><p>{text}</p></body></html>")
        paths = [str(tmp_path / f"{name}.html") for name in "abc"]

        def read_in_turn(given: list[str]) -> Iterator[tuple[int, Article | InputError]]:
            for at, path in enumerate(given):
                for item in reader.read(Task(path)):
                    yield at, item

        monkeypatch.setattr(archive_module, "read_each", read_in_turn)
        report = archive.add(paths)
        assert len(report.new) == 2
        (failed,) = report.failed
        assert isinstance(failed, Poison)
        (row,) = archive.unread()
        assert (row.input, row.kind) == (paths[1], "Poison")
        assert "more than 4 seconds" in row.what
        assert archive.build().built == 2

    def test_a_row_goes_when_the_input_is_read(self, archive: Archive, tmp_path: Path) -> None:
        page, other = tmp_path / "a.txt", tmp_path / "b.txt"
        page.write_bytes(b"\x00\x01")
        other.write_bytes(b"")
        archive.add([page, other])
        assert [row.kind for row in archive.unread()] == ["NotText", "EmptyInput"]
        page.write_text(LEAD)
        archive.add([page])
        assert [row.input for row in archive.unread()] == [str(other)]

    def test_each_entry_of_an_input_is_a_row(self, archive: Archive, tmp_path: Path) -> None:
        table = tmp_path / "t.jsonl"
        table.write_text('{"text": 5}\n{"text": "Two ministers met."}\n{oops\n')
        archive.add([table])
        rows = archive.unread()
        assert [row.what.split(":")[0] for row in rows] == [f"{table}#1", f"{table}#3"]
        assert {row.input for row in rows} == {str(table)}

    def test_what_is_skipped_is_no_failure(self, archive: Archive, tmp_path: Path) -> None:
        (tmp_path / "a.opml").write_bytes(OPML)
        report = archive.add([tmp_path / "a.opml"])
        assert (report.failed, len(report.skipped)) == ((), 1)
        assert archive.unread() == ()

    def test_a_name_that_no_database_keeps(self, archive: Archive, tmp_path: Path) -> None:
        path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
        Path(path).write_bytes(b"")
        archive.add([path])
        assert len(archive.unread()) == 1

    def test_the_same_text_at_the_same_address_is_one_article(self, archive: Archive) -> None:
        page = (
            "<html><body><!-- {} --><article><h1>Talks</h1><p>{}</p><p>{}</p></article></body></html>"
        )
        rows = [
            {"html": page.format(token, LEAD, SECOND), "url": "https://post.example/x"}
            for token in ("a", "b")
        ]
        items = [read_whole(json.dumps(row).encode(), "t.jsonl")[0] for row in rows]
        first = archive.add_read("one", items[:1])
        second = archive.add_read("two", items[1:])
        assert (len(first.new), len(second.new)) == (1, 0)
        assert second.known == first.new
        both = archive.add_read("three", items)
        assert both.new == ()

    def test_other_addresses_or_texts_are_others(self, archive: Archive) -> None:
        rows = [
            {"text": LEAD, "url": "https://post.example/x"},
            {"text": LEAD, "url": "https://sudia.example/x"},
            {"text": SECOND, "url": "https://post.example/x"},
            {"text": LEAD},
        ]
        items = [read_whole(json.dumps(row).encode(), "t.jsonl")[0] for row in rows]
        assert len(archive.add_read("rows", items).new) == 4
