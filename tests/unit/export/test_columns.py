"""Columns of a record class, and the cells of its records."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from detente.export.columns import cells_of, columns_of, file_name
from detente.export.kinds import KINDS
from detente.records import (
    Actor,
    Article,
    Channel,
    Evidence,
    Link,
    Magnitude,
    Participant,
    Place,
    Statement,
    When,
)
from tests.unit.query import factories as made

POST = made.post()


def cells(record: Any, **more: Any) -> dict[str, Any]:
    columns = columns_of(
        type(record), with_article="article" in more, with_text=more.get("with_text", False)
    )
    found = cells_of(record, more.get("article"), with_text=more.get("with_text", False))
    return dict(zip([column.name for column in columns], found, strict=True))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_has_columns_and_no_name_twice(kind: Any) -> None:
    names = [column.name for column in columns_of(kind.record, with_article=True)]
    assert names[0] == "id"
    assert len(names) == len(set(names))
    assert "source" not in names


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.table], ids=lambda k: k.name)
def test_rows_end_with_their_range_and_their_article(kind: Any) -> None:
    names = [column.name for column in columns_of(kind.record, with_article=True)]
    assert names[-7:] == [
        "start", "end", "quote", "article_title", "article_outlet", "article_published", "article_url",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("id", "text"), ("sentence", "integer"), ("speaker_actor_id", "text"), ("date", "text"),
        ("date_start", "date"), ("date_end", "date"), ("date_basis", "text"), ("score", "float"),
        ("start", "integer"), ("quote", "text"), ("channel_via", "text"), ("addressee_state", "text"),
    ],
)  # fmt: skip
def test_types_of_columns(name: str, type: str) -> None:
    assert {column.name: column.type for column in columns_of(Statement)}[name] == type


def test_a_statement() -> None:
    row = POST.statements[2]
    found = cells(row, article=POST.article)
    assert (found["speaker"], found["speaker_actor_id"], found["speaker_state"]) == (
        "Sergei Lavrov", "person:sergei-lavrov", "RUS",
    )  # fmt: skip
    assert (found["addressee"], found["channel"], found["channel_via"]) == (
        "John Kerry", "tweet", "Foreign Ministry",
    )  # fmt: skip
    assert (found["date"], found["date_start"]) == ("2013-02-26", date(2013, 2, 26))
    assert found["issues"] == "issue:syria"
    assert POST.article.text[found["start"] : found["end"]] == found["quote"]
    assert found["article_outlet"] == "The Daily Example"
    assert found["article_url"] is None


def test_nothing_is_null_and_not_a_word() -> None:
    row = dataclasses.replace(
        POST.statements[0], channel=None, addressee=None, issues=(), date=When(), speaker=made.NOBODY
    )
    found = cells(row)
    empty = (
        "speaker", "channel", "channel_via", "addressee", "addressee_actor_id", "issues", "date",
        "date_start", "date_end",
    )  # fmt: skip
    assert [found[name] for name in empty] == [None] * len(empty)
    assert found["date_basis"] == "unknown"


def test_several_participants_are_one_cell_each_of_name_id_and_state() -> None:
    found = cells(POST.meetings[0])
    assert found["participants"] == "Sergei Lavrov; John Kerry"
    assert found["participants_actor_ids"] == "person:sergei-lavrov; person:john-kerry"
    assert found["participants_states"] == "RUS; USA"
    assert (found["place"], found["place_state"]) == ("Berlin", "DEU")


def test_somebody_unknown_among_several_keeps_the_places_of_the_others() -> None:
    row = dataclasses.replace(
        POST.meetings[0], participants=(Participant("a crowd", "a crowd"), made.KERRY)
    )
    assert cells(row)["participants_states"] == "; USA"


def test_an_open_range_is_open() -> None:
    row = dataclasses.replace(POST.meetings[0], date=When(date(2013, 2, 11), None, "range", "stated"))
    found = cells(row)
    assert (found["date"], found["date_start"], found["date_end"]) == (
        "2013-02-11..", date(2013, 2, 11), None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("magnitude", "cell"),
    [
        (
            Magnitude("killed", 30.0, "persons", "at least", "over 30", 0, 7),
            "killed: at least 30 persons",
        ),
        (Magnitude("expelled", 2.0, "persons", "exactly", "two", 0, 3), "expelled: 2 persons"),
        (Magnitude("money", 1.5e6, "USD", "about", "$1.5m", 0, 5), "money: about 1500000 USD"),
    ],
)
def test_magnitudes(magnitude: Magnitude, cell: str) -> None:
    event = next(one for of in made.extractions() for one in of.events)
    assert cells(dataclasses.replace(event, magnitudes=(magnitude,)))["magnitudes"] == cell


def test_without_a_range_for_the_row_the_first_range_counts() -> None:
    row = dataclasses.replace(POST.mentions[0], evidence=(Evidence(3, 7, "abcd", "actor", 1),))
    found = cells(row)
    assert (found["start"], found["end"], found["quote"]) == (3, 7, "abcd")


def test_an_article_without_its_text_its_folder_and_its_lines() -> None:
    article = dataclasses.replace(POST.article, path="/home/ann/news/daily.txt")
    found = cells(article)
    assert found["file"] == "daily.txt"
    assert not {"text", "path", "lines", "captions"} & set(found)
    assert "/home" not in str(found)


def test_an_article_with_its_text() -> None:
    assert cells(POST.article, with_text=True)["text"] == POST.article.text


def test_addresses_are_withheld_in_every_cell() -> None:
    text = "Ann Alpha (ann@example.org) said so."
    article = dataclasses.replace(POST.article, title=text, authors=("Ann ann@example.org",), text=text)
    assert "@" not in str(cells(article, with_text=True))
    row = dataclasses.replace(POST.statements[0], content=text)
    assert "@" not in str(cells(row, article=article))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.txt", "a.txt"), ("/home/ann/a.txt", "a.txt"), (r"C:\Users\ann\a.txt", "a.txt"),
        ("list.csv#12", "list.csv#12"), ("-", "-"), ("", ""), ("https://example.org/a/b", "b"),
        ("../up/a b.html", "a b.html"),
    ],
)  # fmt: skip
def test_names_of_files(path: str, name: str) -> None:
    assert file_name(path) == name


@dataclass(frozen=True)
class Odd:
    id: str
    what: dict[str, int]


def test_a_field_that_no_rule_covers_is_an_error_at_once() -> None:
    with pytest.raises(TypeError, match=r"Odd.what: no rule says how .* becomes cells"):
        columns_of(Odd)


@pytest.mark.parametrize(
    ("record", "name", "cell"),
    [
        (Link("link:1", "a", "b", "becomes", 0.5, "why", "machine", ("c", "d")), "rivals", "c; d"),
        (Link("link:1", "a", "b", "becomes", 0.5, "why", "machine"), "rivals", None),
        (Actor("local:1", "person", "Ann", article="article:1"), "article", "article:1"),
    ],
)
def test_links_and_actors(record: Any, name: str, cell: Any) -> None:
    assert cells(record)[name] == cell


def test_places_and_channels_alone() -> None:
    row = dataclasses.replace(POST.statements[0], channel=Channel("agency", None, "Interfax"))
    assert cells(row)["channel"] == "agency"
    meeting = dataclasses.replace(POST.meetings[0], place=Place("the Kremlin"))
    assert (cells(meeting)["place"], cells(meeting)["place_state"]) == ("the Kremlin", None)


def test_the_record_of_an_article_has_a_column_for_each_field_that_is_not_left_out() -> None:
    names = {column.name for column in columns_of(Article)}
    fields = {field.name for field in dataclasses.fields(Article)}
    assert fields - names == {
        "text", "lines", "captions", "cut_off_evidence", "path", "found",
    }  # fmt: skip
