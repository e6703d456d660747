"""What views become, and how that is described: both by one rule."""

from __future__ import annotations

import dataclasses
import json
import typing
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import jsonschema_rs
import pytest

from detente.errors import UnknownName
from detente.interfaces.server.api.openapi import PAGED, WHOLE, schemas
from detente.interfaces.server.api.plain import lays_flat, only, plain
from detente.interfaces.server.api.schemas import REF, Schemas, docs_of, fields_of
from detente.query.encounters import encounters
from detente.query.folding import acts, outlooks, sayings, stands
from detente.query.views import Act, ArticleView, Encounter, Outlook, Saying, Stand
from detente.records import Participant, When
from tests.unit.query import factories as made

FOUND = made.extractions()
DESK = made.desk(FOUND)
VIEWS: dict[str, Any] = {
    "Encounter": encounters((row for of in FOUND for row in of.meetings), made.links(FOUND), DESK)[0],
    "Saying": sayings((row for of in FOUND for row in of.statements), DESK, lambda _: None)[0],
    "Stand": stands((row for of in FOUND for row in of.positions), DESK)[0],
    "Outlook": outlooks((row for of in FOUND for row in of.forecasts), DESK, When())[0],
    "Act": acts((row for of in FOUND for row in of.events), DESK)[0],
    "ArticleView": DESK.view(FOUND[0].article.id),
    "Article": FOUND[0].article,
    "Extraction": FOUND[0],
}
TEXTS = {of.article.id: of.article.text for of in FOUND}


def wrong(name: str, value: Any) -> list[str]:
    """Return where plain data is not as the schema of a class has it."""
    made_now = json.loads(json.dumps(schemas()).replace(REF, "#/$defs/"))
    whole = {"$ref": f"#/$defs/{name}", "$defs": made_now}
    return [one.message for one in jsonschema_rs.Draft202012Validator(whole).iter_errors(value)]


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("evidence", [False, True])
def test_what_a_view_becomes_is_what_is_described(name: str, evidence: bool) -> None:
    assert wrong(name, plain(VIEWS[name], evidence=evidence)) == []


@pytest.mark.parametrize("name", VIEWS)
def test_the_description_notices_what_is_wrong(name: str) -> None:
    body = plain(VIEWS[name])
    assert wrong(name, {**body, "colour": "red"})
    for field, value in body.items():
        if isinstance(value, str):
            assert wrong(name, {**body, field: 5}), field


@pytest.mark.parametrize("name", ["Encounter", "Saying", "Stand", "Outlook", "Act"])
def test_fields_are_those_that_are_described(name: str) -> None:
    view = VIEWS[name]
    assert set(plain(view, evidence=True)) == set(fields_of(type(view)))
    assert "row" not in fields_of(type(view))
    assert "rows" not in fields_of(type(view))


@pytest.mark.parametrize("name", ["Encounter", "Saying", "Stand", "Outlook", "Act"])
def test_evidence_points_at_its_words(name: str) -> None:
    for one in plain(VIEWS[name], evidence=True)["evidence"]:
        assert TEXTS[one["article"]][one["start"] : one["end"]] == one["quote"]
        assert len(one["sha"]) == 16
    assert "evidence" not in plain(VIEWS[name])


def test_a_meeting_names_all_its_reports() -> None:
    item = VIEWS["Encounter"]
    assert plain(item)["same"] == [row.id for row in item.rows]
    articles = {one["article"] for one in plain(item, evidence=True)["evidence"]}
    assert articles == {row.article for row in item.rows}


@pytest.mark.parametrize("record", [*PAGED, *WHOLE], ids=lambda record: record.__name__)
def test_every_field_of_a_shape_is_explained(record: type) -> None:
    shape = schemas()[record.__name__]
    assert shape["description"]
    for name, field in shape["properties"].items():
        assert field.get("description"), f"{record.__name__}.{name}"


def test_every_reference_leads_somewhere() -> None:
    found = schemas()
    text = json.dumps(found)
    targets = {part.split('"')[0] for part in text.split(REF)[1:]}
    assert targets <= set(found)
    assert len(found) > 40


def test_classes_of_one_name_have_shapes_of_their_own() -> None:
    found = schemas()
    assert "role" in found["Line"]["properties"] or "role" in found["ArticlesLine"]["properties"]
    assert found["Line"] != found.get("ArticlesLine", found.get("TimelineLine"))


@pytest.mark.parametrize(
    ("view", "flat"),
    [
        (Saying, True),
        (Stand, True),
        (Act, True),
        (Outlook, True),
        (Encounter, False),
        (ArticleView, False),
    ],
)
def test_what_is_laid_flat(view: type, flat: bool) -> None:
    assert lays_flat(view) is flat


@dataclass(frozen=True)
class Sample:
    """A sample.

    More of it.
    """

    id: str
    """Its id."""
    when: date | None
    """Its day
    in lines."""
    kind: Literal["a", "b"] | None
    many: tuple[int, ...]
    two: tuple[int, str]
    either: int | str
    anything: Any


@pytest.mark.parametrize(
    ("field", "schema"),
    [
        ("id", {"type": "string", "description": "Its id."}),
        ("when", {"type": ["string", "null"], "format": "date", "description": "Its day in lines."}),
        ("kind", {"type": ["string", "null"], "enum": ["a", "b", None]}),
        ("many", {"type": "array", "items": {"type": "integer"}}),
        (
            "two",
            {
                "type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}],
                "minItems": 2, "maxItems": 2,
            },
        ),
        ("either", {"anyOf": [{"type": "integer"}, {"type": "string"}]}),
        ("anything", {}),
    ],
)  # fmt: skip
def test_types_become_schemas(field: str, schema: Any) -> None:
    assert Schemas().properties(Sample)[field] == schema


def test_a_shape_begins_with_its_first_paragraph() -> None:
    shape = Schemas().of(Sample)
    assert (shape["description"], shape["required"]) == ("A sample.", ["id"])


def test_docs_of_fields() -> None:
    assert docs_of(Sample) == {"id": "Its id.", "when": "Its day in lines."}


@dataclass(frozen=True)
class Odd:
    what: dict[str, int]


def test_a_type_that_no_rule_covers_is_an_error() -> None:
    with pytest.raises(TypeError, match="no rule says"):
        Schemas().properties(Odd)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (date(2013, 2, 26), "2013-02-26"),
        (("a", 1, None, True, 0.5), ["a", 1, None, True, 0.5]),
        ({"a": ("b",)}, {"a": ["b"]}),
        ("mail ann@example.org", "mail ***************"),
        (Participant("Ann", "Ann"), {
            "name": "Ann", "text": "Ann", "actor_id": None, "kind": "unknown", "state": None,
            "office": None, "start": -1, "end": -1, "affiliation": None,
        }),
    ],
)  # fmt: skip
def test_plain(value: Any, found: Any) -> None:
    assert plain(value) == found


def test_folders_of_this_machine_are_left_out() -> None:
    article = dataclasses.replace(FOUND[0].article, path="/home/ann/secret/a.txt")
    assert plain(article)["path"] == "a.txt"


ITEMS = [{"id": "1", "a": 1, "b": 2}, {"id": "2", "a": 3}]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ((), ITEMS),
        (("a",), [{"id": "1", "a": 1}, {"id": "2", "a": 3}]),
        (("b", "id"), [{"id": "1", "b": 2}, {"id": "2"}]),
    ],
)
def test_only(fields: tuple[str, ...], found: Any) -> None:
    assert only(ITEMS, fields, ("id", "a", "b")) == found


def test_a_field_that_there_is_not() -> None:
    with pytest.raises(UnknownName, match="no field c, d; fields are a, b, id"):
        only(ITEMS, ("a", "c", "d"), ("id", "a", "b"))


def test_hints_of_all_shapes_resolve() -> None:
    for record in (*PAGED, *WHOLE):
        assert typing.get_type_hints(record)
