"""Exports of any text: cells that no spreadsheet runs, lines that are folded, entries that are one."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.export.calendar import calendar_lines, folded
from detente.export.cells import csv_line, safe_cell, withheld
from detente.export.citations import bibtex_entries, csl_lines, name_parts, ris_entries
from detente.export.dna import counted
from detente.export.tables import csv_lines, json_lines
from detente.interfaces.server.api.plain import plain
from detente.interfaces.server.feeds import Entry, Feed, written
from detente.query.encounters import encounters
from detente.records import Article, Participant, Place, When
from tests.unit.query import factories as made

TEXTS = st.text(max_size=60) | st.sampled_from(
    ["=1", "\t@", "ann@example.org", "a\r\nb", "\u202ex", "{"]
)
WHENS = st.dates(date(1900, 1, 1), date(2100, 1, 1)).flatmap(
    lambda first: st.integers(0, 60).map(
        lambda days: When(first, date.fromordinal(first.toordinal() + days), "range", "stated")
    )
)
POST = made.post()
FOUND = made.extractions()
MET = encounters((row for of in FOUND for row in of.meetings), made.links(FOUND), made.desk(FOUND))[0]
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@given(TEXTS)
def test_no_cell_is_a_formula(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.lstrip().startswith(_DANGEROUS)
    assert cell.removeprefix("'") == text.removeprefix("'") or cell == text


@given(st.lists(TEXTS | st.none() | st.integers() | st.floats(allow_nan=False), min_size=2, max_size=6))
def test_a_line_of_csv_reads_back(values: list[Any]) -> None:
    (row,) = csv.reader(io.StringIO(csv_line(values), newline=""))
    assert len(row) == len(values)
    for cell, value in zip(row, values, strict=True):
        if isinstance(value, str):
            assert cell == safe_cell(value)


@given(TEXTS, TEXTS, TEXTS)
def test_a_table_of_csv_has_a_row_for_each_record(title: str, outlet: str, author: str) -> None:
    article = dataclasses.replace(POST.article, title=title, outlet=outlet, authors=(author,))
    rows = [(row, article) for row in POST.statements]
    text = "\r\n".join(csv_lines(type(rows[0][0]), rows, with_article=True))
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [one["id"] for one in found] == [row.id for row, _ in rows]
    assert all(one["article_title"] == safe_cell(withheld(title)) for one in found)


@given(TEXTS)
def test_withheld_keeps_the_length(text: str) -> None:
    assert len(withheld(text)) == len(text)
    assert withheld(withheld(text)) == withheld(text)


@given(st.text(max_size=300))
def test_folding_loses_nothing(line: str) -> None:
    pieces = list(folded(line))
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(len(piece.encode("utf-8", "replace")) <= 75 for piece in pieces)


@given(TEXTS, TEXTS, WHENS)
def test_a_meeting_is_one_event(place: str, name: str, when: When) -> None:
    item = dataclasses.replace(
        MET, place=Place(place), date=when, occasion=name, participants=(Participant(name, name),)
    )
    lines = list(calendar_lines([item]))
    assert all("\n" not in line and "\r" not in line for line in lines)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3), WHENS)
def test_an_article_is_one_entry(title: str, outlet: str, authors: list[str], when: When) -> None:
    article = dataclasses.replace(
        POST.article, title=title, outlet=outlet, authors=tuple(authors), published=when
    )
    (bib,) = bibtex_entries([article])
    assert bib.startswith("@")
    depth = 0
    escaped = False
    for char in bib:
        depth += 0 if escaped else (char == "{") - (char == "}")
        escaped = char == "\\" and not escaped
        assert depth >= 0
    assert depth == 0
    (ris,) = ris_entries([article])
    assert [line[:2] for line in ris.split("\r\n")].count("TY") == 1
    assert all(line[2:6] == "  - " for line in ris.split("\r\n")[:-1])
    assert len(json.loads("\n".join(csl_lines([article])))) == 1


@given(TEXTS)
def test_parts_of_a_name_hold_its_words(name: str) -> None:
    family, given_names, suffix = name_parts(name)
    if "," not in name and "@" not in name and family:
        assert sorted(f"{given_names} {family} {suffix}".split()) == sorted(name_parts(name)[0].split()
            + given_names.split() + suffix.split())  # fmt: skip


@given(st.text(max_size=80), st.data())
def test_places_in_java(text: str, data: Any) -> None:
    place = data.draw(st.integers(0, len(text)))
    stored = text.replace("\r\n", "\n").encode("utf-16-le", "surrogatepass")
    if text[max(0, place - 1) : place + 1] != "\r\n":
        before = text[:place].replace("\r\n", "\n").encode("utf-16-le", "surrogatepass")
        assert stored[: 2 * counted(text, place)] == before


@pytest.mark.parametrize("form", ["atom", "rss", "feed.json"])
@given(title=TEXTS, day=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_feed_of_any_text_is_sound(form: Any, title: str, day: date | None) -> None:
    clean = title.encode("utf-8", "replace").decode()
    item = dataclasses.replace(MET, occasion=clean, place=Place(clean))
    entry = Entry("urn:detente:x", "t", "/m/x", plain(item.occasion or ""), day, day)
    safe = dataclasses.replace(entry, text="".join(c for c in entry.text if c.isprintable()))
    raw = written(Feed("All", "http://x/", "http://x/a", "/a", (safe,)), form)
    found = json.loads(raw) if form == "feed.json" else ET.fromstring(raw)
    assert found is not None


@given(TEXTS, TEXTS)
def test_json_lines_are_lines(title: str, text: str) -> None:
    article: Article = dataclasses.replace(POST.article, title=title, text=text)
    (line,) = json_lines([(article, None)])
    assert "\n" not in line
    assert json.loads(line)["title"] == withheld(title)
