"""The text that offsets of the own gold count in, and how they reach another rendering."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evals import gold
from evals.rendering import Aligned, plain, text_of


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo\n"),
        ("<p>A <b>bold</b> <i>claim</i>, he said</p>", "A bold claim, he said\n"),
        ("<p>Brown&rsquo;s &#8220;no&#8221;</p>", "Brown’s “no”\n"),
        ("One<br>Two", "One\nTwo\n"),
        ("<ul><li><a href='/'>Home</a></li><li>World</li></ul>", "Home\nWorld\n"),
        ("<nav><a>Home</a> <a>World</a></nav>", "Home World\n"),
        ("<html><head><title>T</title></head><body><p>B</p></body></html>", "B\n"),
        ("<style>p {}</style><script>if (a < b) {}</script><p>B</p>", "B\n"),
        ("<p>  wide \n  and   broken </p>", "wide and broken\n"),
        ("<table><tr><td>left</td><td>right</td></tr></table>", "left\nright\n"),
        ("<p>never closed <p>next", "never closed\nnext\n"),
        ("<!-- a note --><p>B</p>", "B\n"),
        ("", ""),
    ],
)
def test_a_page_is_rendered_as_plain_lines(page: str, text: str) -> None:
    assert plain(page) == text


def test_a_file_that_is_not_a_page_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"<b>no  page</b>\r\n")
    assert text_of(path) == "<b>no  page</b>\r\n"


def test_rows_of_tables_are_counted_from_one(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text("".join(json.dumps({"text": t}) + "\n" for t in ("first", "second")), "utf-8")
    table = tmp_path / "a.csv"
    table.write_text('title,text\nA,"one, two"\nB,three\n', "utf-8")
    assert [text_of(lines, 1), text_of(lines, 2)] == ["first", "second"]
    assert [text_of(table, 1), text_of(table, 2)] == ["one, two", "three"]


@pytest.mark.parametrize(
    ("left", "right", "words", "there"),
    [
        ("a b c", "a b c", "b c", "b c"),
        ("Home\nHe said no.\n", "He said no.", "He said", "He said"),
        ("He said no.", "Menu\n\nHe  said\nno.", "said no", "said\nno"),
        ("the minister met the minister", "X the minister met the minister", "met", "met"),
        ("one two three", "one 2 three", "two three", "three"),
        ("Blair's office", "Blair's office ", "Blair", "Blair"),
    ],
)
def test_a_range_is_carried_over_by_its_words(left: str, right: str, words: str, there: str) -> None:
    start = left.index(words)
    span = Aligned(left, right).range(start, start + len(words))
    assert span is not None
    assert right[slice(*span)] == there


def test_a_part_of_a_word_stays_a_part() -> None:
    assert Aligned("pre-war talks", "x pre-war talks").range(0, 3) == (2, 5)
    assert Aligned("Kyiv", "in Kyiv").range(1, 3) == (4, 6)


def test_words_that_the_other_text_lacks_have_no_range() -> None:
    assert Aligned("cookies here\nThe text", "The text").range(0, 7) is None
    assert Aligned("", "anything").range(0, 0) is None


def test_the_second_of_two_equal_words_is_not_taken_for_the_first() -> None:
    left, right = "Rice met him. Rice left.", "Menu Rice\nRice met him. Rice left."
    span = Aligned(left, right).range(left.rindex("Rice"), left.rindex("Rice") + 4)
    assert span == (right.rindex("Rice"), right.rindex("Rice") + 4)


class TestFiles:
    def test_a_folder_stands_for_its_json_files(self, tmp_path: Path) -> None:
        for name in ("b.json", "a.json", "note.txt"):
            (tmp_path / name).write_text("{}")
        assert gold.files([tmp_path]) == [tmp_path / "a.json", tmp_path / "b.json"]

    def test_a_folder_without_any_stands_for_its_first_pass(self, tmp_path: Path) -> None:
        (tmp_path / "pass1").mkdir()
        (tmp_path / "pass1" / "a.json").write_text("{}")
        assert gold.files([tmp_path]) == [tmp_path / "pass1" / "a.json"]

    def test_settled_files_come_before_the_first_pass(self, tmp_path: Path) -> None:
        (tmp_path / "pass1").mkdir()
        (tmp_path / "pass1" / "a.json").write_text("{}")
        (tmp_path / "a.json").write_text("{}")
        assert gold.files([tmp_path]) == [tmp_path / "a.json"]

    def test_files_stay_as_they_are(self, tmp_path: Path) -> None:
        assert gold.files([tmp_path / "x.jsonl.xz"]) == [tmp_path / "x.jsonl.xz"]
