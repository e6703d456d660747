"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.errors import UnreadableInput
from detente.export.files import bytes_of, whole_file, write_pieces


def test_a_file_is_written(tmp_path: Path) -> None:
    write_pieces(tmp_path / "a.txt", ["one\r\n", "zwölf\n"])
    assert (tmp_path / "a.txt").read_bytes() == "one\r\nzwölf\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_half_a_surrogate_pair_is_a_question_mark(tmp_path: Path) -> None:
    write_pieces(tmp_path / "a.txt", ["a\ud800b"])
    assert (tmp_path / "a.txt").read_text() == "a?b"


def _breaks() -> Iterator[str]:
    yield "half"
    raise RuntimeError("the disk is full")


def test_what_was_there_stays_when_writing_breaks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    with pytest.raises(RuntimeError, match="the disk is full"):
        write_pieces(path, _breaks())
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_left_where_nothing_was(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        write_pieces(tmp_path / "a.txt", _breaks())
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_readable_as_any_new_one_is(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_pieces(tmp_path / "a.txt", ["x"])
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o644


def test_a_folder_that_is_not_there_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"cannot be written .*; name a file"):
        write_pieces(tmp_path / "none" / "a.txt", ["x"])


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnreadableInput, match="it is a folder"):
        write_pieces(tmp_path / "folder", ["x"])
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_readers_see_the_old_file_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with whole_file(path) as part:
        part.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"


def test_bytes_of_a_writer() -> None:
    assert bytes_of(lambda path: path.write_bytes(b"\x00\x01")) == b"\x00\x01"
