"""Every kind in every format it has, from the function and from the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from detente.archive import Archive
from detente.errors import MissingExtra, UnknownName
from detente.export import export
from detente.export.columns import columns_of
from detente.export.kinds import BINARY, ENDINGS, FORMATS, KINDS, MEDIA, checked_format, kind_named
from detente.export.tables import write_parquet
from detente.records import Article
from tests.unit.interfaces.factories import run
from tests.unit.query.archives import archive_at

PAIRS = [(kind.name, form) for kind in KINDS.values() for form in kind.formats]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_at(tmp_path_factory.mktemp("export") / "made.db")


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with Archive.open(path, create=False) as found:
        yield found


def table(text: Any) -> list[dict[str, str]]:
    assert isinstance(text, str)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def objects(text: Any) -> list[dict[str, Any]]:
    assert isinstance(text, str)
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize(("kind", "form"), PAIRS)
def test_a_kind_in_a_format(kind: str, form: str, path: Path, archive: Archive, tmp_path: Path) -> None:
    """The file, the text and the command line all give the same."""
    one, two = tmp_path / "one", tmp_path / "two"
    count = export(archive, kind, form, one)
    result = run("export", kind, "--format", form, "--out", two, "--db", path)
    assert result.exit_code == 0, result.stderr
    assert result.stderr.startswith(f"{count} ")
    if form != "dna":
        assert one.read_bytes() == two.read_bytes()
    if form in BINARY:
        with pytest.raises(UnknownName, match="is no text"):
            export(archive, kind, form)
    else:
        assert export(archive, kind, form) == one.read_bytes().decode()


@pytest.mark.parametrize("kind", KINDS)
def test_the_three_tables_of_a_kind_hold_the_same_rows(
    kind: str, archive: Archive, tmp_path: Path
) -> None:
    count = export(archive, kind, "parquet", tmp_path / "a.parquet")
    frame = pq.read_table(tmp_path / "a.parquet")
    rows, lines = table(export(archive, kind, "csv")), objects(export(archive, kind, "jsonl"))
    ids = [row["id"] for row in rows]
    assert frame.num_rows == count == len(rows) == len(lines)
    assert frame.column("id").to_pylist() == ids == [line["id"] for line in lines]
    record = KINDS[kind].record
    columns = columns_of(record, with_article=KINDS[kind].table is not None)
    names = [column.name for column in columns]
    assert frame.column_names == names + (["text"] if record is Article else [])
    if rows:
        assert list(rows[0]) == names


@pytest.mark.parametrize(
    "kind", ["articles", "mentions", "statements", "meetings", "positions", "events"]
)
def test_there_are_rows(kind: str, archive: Archive) -> None:
    assert table(export(archive, kind, "csv"))


def test_columns_of_parquet_are_typed(archive: Archive, tmp_path: Path) -> None:
    export(archive, "statements", "parquet", tmp_path / "a.parquet")
    types = {field.name: str(field.type) for field in pq.read_schema(tmp_path / "a.parquet")}
    assert types["date_start"] == "date32[day]"
    assert (types["score"], types["sentence"], types["speaker"]) == ("double", "int64", "string")


def test_ranges_of_a_table_point_at_the_words_of_the_articles(archive: Archive) -> None:
    texts = {one["id"]: one["text"] for one in objects(export(archive, "articles", "jsonl"))}
    rows = table(export(archive, "statements", "csv"))
    for row in rows:
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["quote"]


def test_rows_come_in_the_order_of_publication(archive: Archive) -> None:
    days = [row["published_start"] for row in table(export(archive, "articles", "csv"))]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days[: len(known)] == known


@pytest.mark.parametrize(
    ("asked", "kind", "holds"),
    [
        ({"states": ["USA", "RUS"]}, "meetings", lambda row: "RUS" in row["participants_states"]),
        ({"actor": "Lavrov"}, "statements", lambda row: "Lavrov" in row["speaker"] + row["addressee"]),
        ({"issue": "syria"}, "statements", lambda row: "issue:syria" in row["issues"]),
        (
            {"since": "2013-02-27"},
            "articles",
            lambda row: (row["published_end"] or "9") >= "2013-02-27",
        ),
        ({"until": "2013-02-26"}, "articles", lambda row: row["published_start"] <= "2013-02-26"),
        ({"as_of": "2013-02-26"}, "statements", lambda row: row["article_published"] <= "2013-02-26"),
    ],
)
def test_filters(asked: dict[str, Any], kind: str, holds: Any, archive: Archive) -> None:
    every, some = table(export(archive, kind, "csv")), table(export(archive, kind, "csv", **asked))
    assert 0 < len(some) < len(every)
    assert all(holds(row) for row in some)


@pytest.mark.parametrize("kind", ["articles", "statements", "links", "stories", "actors"])
@pytest.mark.parametrize("limit", [1, 2])
def test_a_limit(kind: str, limit: int, archive: Archive) -> None:
    every = table(export(archive, kind, "csv"))
    assert table(export(archive, kind, "csv", limit=limit)) == every[:limit]


def test_one_article(archive: Archive) -> None:
    chosen = table(export(archive, "articles", "csv"))[0]["id"]
    rows = table(export(archive, "statements", "csv", article=chosen))
    assert {row["article"] for row in rows} == {chosen}
    assert [row["id"] for row in table(export(archive, "articles", "csv", article=chosen))] == [chosen]


def test_judgements_are_exported(tmp_path: Path) -> None:
    with Archive.open(archive_at(tmp_path / "own.db")) as archive:
        archive.own.rename("Lavrov", "S. Lavrov")
        rows = table(export(archive, "judgements", "csv"))
        assert [(row["verdict"], row["name"]) for row in rows] == [("name", "S. Lavrov")]
        assert "S. Lavrov" in {row["speaker"] for row in table(export(archive, "statements", "csv"))}
        assert "S. Lavrov" in {row["name"] for row in table(export(archive, "actors", "csv"))}


def test_actors_are_counted(archive: Archive) -> None:
    mentions = table(export(archive, "mentions", "csv"))
    (lavrov,) = [
        row for row in table(export(archive, "actors", "csv")) if row["id"] == "person:sergei-lavrov"
    ]
    named = [row for row in mentions if row["actor_id"] == lavrov["id"]]
    assert int(lavrov["mentions"]) == len(named)
    assert int(lavrov["articles"]) == len({row["article"] for row in named})
    assert (lavrov["state"], lavrov["kind"]) == ("RUS", "person")


def test_stories_name_their_articles(archive: Archive) -> None:
    ids = {row["id"] for row in table(export(archive, "articles", "csv"))}
    rows = table(export(archive, "stories", "csv"))
    assert rows
    told = [key for row in rows for key in row["articles"].split("; ")]
    assert set(told) <= ids
    assert len(told) == len(set(told))


def test_meetings_of_a_calendar_are_folded(archive: Archive) -> None:
    text = export(archive, "meetings", "ics")
    assert isinstance(text, str)
    told = [row for row in table(export(archive, "meetings", "csv")) if row["place"] == "Berlin"]
    assert (len(told), text.count("LOCATION:Berlin")) == (3, 1)


@pytest.mark.parametrize(
    ("kind", "form", "words"),
    [
        ("articels", "csv", "no kind 'articels' to export; kinds are articles"),
        ("articles", "xls", "no format 'xls'; formats of articles are csv, jsonl"),
        ("articles", "ics", "articles cannot be written as 'ics'; .* ics is for meetings"),
        ("events", "dna", "events cannot be written as 'dna'; .* dna is for statements"),
        ("links", "bibtex", "bibtex is for articles"),
    ],
)
def test_what_there_is_not(kind: str, form: str, words: str, path: Path, archive: Archive) -> None:
    with pytest.raises(UnknownName, match=words):
        export(archive, kind, form)
    result = run("export", kind, "-f", form, "--db", path)
    assert result.exit_code == 1
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("kind", "usual"), [("events", "plover"), ("articles", "csv"), ("statements", "csv")]
)
def test_the_usual_format(kind: str, usual: str) -> None:
    assert checked_format(kind_named(kind), None) == usual


def test_every_format_has_a_media_type_an_ending_and_a_kind() -> None:
    assert set(FORMATS) == set(MEDIA) == set(ENDINGS) == {form for _, form in PAIRS}


@pytest.mark.parametrize(
    ("kind", "one"), [("stories", "story"), ("links", "link"), ("mentions", "mention")]
)
def test_singulars(kind: str, one: str) -> None:
    assert KINDS[kind].one == one


class TestCommand:
    def test_to_standard_output(self, path: Path) -> None:
        result = run("export", "statements", "USA", "RUS", "--issue", "syria", "--db", path)
        assert result.exit_code == 0
        assert {row["issues"] for row in table(result.stdout)} == {"issue:syria"}
        assert result.stderr == ""

    def test_parquet_to_a_pipe(self, path: Path, tmp_path: Path) -> None:
        result = run("export", "links", "-f", "parquet", "--db", path)
        (tmp_path / "a").write_bytes(result.stdout_bytes)
        assert pq.read_table(tmp_path / "a").num_rows == 10

    def test_one_and_several(self, path: Path, tmp_path: Path) -> None:
        out = tmp_path / "a.csv"
        assert (
            run("export", "stories", "--limit", "1", "-o", out, "--db", path).stderr
            == f"1 story in {out}.\n"
        )
        assert run("export", "links", "-o", out, "--db", path).stderr == f"10 links in {out}.\n"

    def test_events_of_a_type(self, path: Path) -> None:
        every = run("export", "events", "-f", "csv", "--db", path).stdout
        some = run("export", "events", "-f", "csv", "--type", "sanction", "--db", path).stdout
        none = run("export", "events", "-f", "csv", "--type", "aid", "--db", path).stdout
        assert {row["type"] for row in table(some)} == {"SANCTION"}
        assert (len(table(every)) >= len(table(some)) > 0, table(none)) == (True, [])

    @pytest.mark.parametrize(
        ("args", "words"),
        [
            (["events", "--type", "quarrel"], "no event type 'quarrel'; types of events are"),
            (["meetings", "--type", "CONSULT"], "meetings have no event type"),
            (["meetings", "Atlantis"], "no state 'Atlantis'"),
            (["meetings", "--issue", "cheese"], "no issue 'cheese'"),
            (["meetings", "--with", "Nobody Whatever"], "nobody called"),
            (["meetings", "--out", "none/there.csv"], "cannot be written"),
        ],
    )
    def test_mistakes(self, args: list[str], words: str, path: Path) -> None:
        result = run("export", *args, "--db", path)
        assert (result.exit_code, result.stdout) == (1, "")
        assert words in " ".join(result.stderr.split())

    def test_an_empty_cameo_table_has_its_header(self, path: Path) -> None:
        text = run("export", "events", "-f", "cameo", "--type", "AID", "--db", path).stdout
        assert text.startswith("GlobalEventID\t")
        assert text.count("\n") == 1


def test_without_pyarrow_the_extra_is_named(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"install `detente\[exports\]`"):
        write_parquet(tmp_path / "a", Article, [], with_article=False)
    assert list(tmp_path.iterdir()) == []
