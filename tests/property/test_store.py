"""Saving and loading is the identity for every kind of record."""

from __future__ import annotations

import dataclasses
import typing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.records import (
    Actor,
    Article,
    Event,
    Evidence,
    Extraction,
    Forecast,
    Line,
    Link,
    Meeting,
    Mention,
    Position,
    Statement,
    When,
)
from detente.store import add_articles, encode, load, open_database, put, put_links, verify
from detente.store.rows import codec_of
from detente.store.tables import RECORDS

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
BODY = 'Ada Sample met Boris Probe — «in Genève» \U0001f54a on\r\n7 May 2013.\x00 She "spoke".'
KINDS = {
    "mentions": Mention,
    "statements": Statement,
    "meetings": Meeting,
    "events": Event,
    "positions": Position,
    "forecasts": Forecast,
}


@st.composite
def whens(draw: st.DrawFn) -> When:
    days = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    start: date | None = draw(st.sampled_from([days[0], None]))
    end: date | None = draw(st.sampled_from([days[1], None]))
    precision = draw(st.sampled_from(["day", "week", "month", "year", "range", "unknown"]))
    basis = draw(st.sampled_from(["stated", "relative", "published", "inferred", "unknown"]))
    return When(start, end, precision, basis, draw(st.none() | TEXTS))


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    start = draw(st.integers(0, len(BODY) - 1))
    end = draw(st.integers(start + 1, len(BODY)))
    role = draw(st.sampled_from(["row", "content", "speaker", "date"]))
    return Evidence(start, end, BODY[start:end], role, draw(st.integers(-1, 5)))


st.register_type_strategy(When, whens())
st.register_type_strategy(Evidence, evidences())
st.register_type_strategy(str, TEXTS)
st.register_type_strategy(int, st.integers(-(2**31), 2**31 - 1))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def records(kind: type, **fixed: Any) -> st.SearchStrategy[Any]:
    """Return records of a class with every field drawn by its type, but for those given."""
    hints = typing.get_type_hints(kind)
    drawn = {
        field.name: st.just(fixed[field.name])
        if field.name in fixed
        else st.from_type(hints[field.name])
        for field in dataclasses.fields(kind)
    }
    if "evidence" in drawn:
        drawn["evidence"] = st.lists(evidences(), min_size=1, max_size=3).map(tuple)
    return st.builds(kind, **drawn)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    line = Line(0, len(BODY), "body", "made for a test")
    article: Article = draw(records(Article, id="article:1", text=BODY, lines=(line,)))
    rows: dict[str, Any] = {}
    for name, kind in KINDS.items():
        count = draw(st.integers(0, 2))
        rows[name] = tuple(
            draw(records(kind, id=f"{name}:{n}", article="article:1", sentence=n)) for n in range(count)
        )
    actors = tuple(draw(records(Actor, id=f"local:{n}", article="article:1")) for n in range(2))
    return Extraction(article, ((0, 9), (9, len(BODY))), actors, **rows)


@given(extractions())
@settings(max_examples=25)
def test_what_an_article_yields_comes_back(extraction: Extraction) -> None:
    with TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "a.db")
        with database.write() as conn:
            add_articles(conn, [extraction.article])
            put(conn, [encode(extraction)], "1")
        with database.read() as conn:
            assert load(conn, Article) == [extraction.article]
            for name, kind in KINDS.items():
                found = {row.id: row for row in load(conn, kind)}
                assert found == {row.id: row for row in getattr(extraction, name)}
            assert {one.id: one for one in load(conn, Actor)} == {
                one.id: one for one in extraction.actors
            }
            lost = [problem for problem in verify(conn) if "does not say" not in problem.what]
            assert lost == []
        database.close()


@given(st.lists(records(Link), unique_by=lambda link: link.id, max_size=4))
@settings(max_examples=20)
def test_links_come_back(links: list[Link]) -> None:
    with TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "a.db")
        with database.write() as conn:
            put_links(conn, links)
            assert {link.id: link for link in load(conn, Link)} == {link.id: link for link in links}
        database.close()


@given(st.data(), st.sampled_from(sorted(RECORDS, key=lambda kind: kind.__name__)))
def test_a_record_has_as_many_values_as_columns(data: st.DataObject, kind: type) -> None:
    codec = codec_of(kind)
    record = data.draw(records(kind))
    values = codec.encode(record)
    assert len(values) == len(codec.columns)
    assert all(value is None or isinstance(value, (str, int, float)) for value in values)
