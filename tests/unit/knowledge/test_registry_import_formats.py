"""Office holders in the files of other projects, each format as it is published."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.errors import RegistryError
from detente.knowledge.registry import registry
from detente.knowledge.registry_import import read_layer
from detente.knowledge.registry_layer import layered
from tests.unit.knowledge.test_registry_import import read, told

LAVROV = "person:sergei-lavrov"
VILLY = "person:villy-sample"
HEAD = "person,office,title,state,start,end\n"


def entity(key: str, schema: str, **properties: Any) -> str:
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return json.dumps({"id": key, "schema": schema, "properties": listed})


FTM = [
    entity("o1", "Occupancy", holder="p1", post="j1", startDate="2001-05-07", endDate="2004"),
    entity("o2", "Occupancy", holder="p1", post="j1", startDate="2001-05-07"),
    entity("j1", "Position", name="Foreign Minister", country="dk"),
    entity("p1", "Person", name=["Ann Alpha", "Anna Alpha"], gender="female", country="dk"),
    entity(
        "b1", "PublicBody", name="Danish Lighthouse Board", country="dk", alias=["Lighthouse Board"]
    ),
    entity("c1", "Company", name="Some Company"),
]


def test_follow_the_money_in_any_order(tmp_path: Path) -> None:
    for lines in (FTM, FTM[::-1]):
        found = read(tmp_path, "\n".join(lines), "ftm")
        assert told(found) == [
            ("person:ann-alpha", "DNK:foreign-minister", "Foreign Minister", "2001-05-07", "2004")
        ]
        kinds = {actor.id: actor.kind for actor in found.layer.actors}
        assert kinds == {"person:ann-alpha": "person", "body:dnk-danish-lighthouse-board": "body"}
    whole = layered(registry(), found.layer)
    assert [one.id for one in whole.find("Lighthouse Board")] == ["body:dnk-danish-lighthouse-board"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (entity("o3", "Occupancy", holder="p9", post="j1", startDate="2001"), "no entity 'p9'"),
        (entity("o3", "Occupancy", holder="p1", startDate="2001"), "without holder or post"),
        ("{no json", "no JSON"),
        ("[1, 2]", "no JSON object"),
        (entity("p1", "Position", name="Twice"), "id 'p1' is a Person and a Position"),
    ],
    ids=["holder", "post", "json", "list", "id"],
)
def test_follow_the_money_that_is_wrong(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(RegistryError, match=said):
        read(tmp_path, "\n".join([*FTM, line]), "ftm")
    assert len(read(tmp_path, "\n".join([*FTM, line]), "ftm", keep_going=True).layer.tenures) == 1


def claim(value: Any, **qualifiers: Any) -> dict[str, Any]:
    def snak(one: Any) -> dict[str, Any]:
        return {"snaktype": "value", "datavalue": {"value": one}}

    return {
        "mainsnak": snak(value),
        "rank": "normal",
        "qualifiers": {name: [snak(one)] for name, one in qualifiers.items()},
    }


def item(key: str, label: str, **claims: Any) -> str:
    return json.dumps({"id": key, "labels": {"en": {"value": label}}, "claims": claims})


WIKIDATA = [
    "[",
    item(
        "Q1", "Ann Alpha",
        P39=[claim({"id": "Q2"}, P580={"time": "+2001-05-07T00:00:00Z", "precision": 11},
                   P582={"time": "+2004-00-00T00:00:00Z", "precision": 9})],
        P21=[claim({"id": "Q6581072"})], P27=[claim({"id": "Q3"})],
    ) + ",",
    item("Q2", "Minister of Foreign Affairs", P1001=[claim({"id": "Q3"})]) + ",",
    item("Q3", "Denmark", P298=[claim("DNK")]),
    "]",
]  # fmt: skip


def test_a_dump_of_wikidata_in_any_order(tmp_path: Path) -> None:
    for lines in (WIKIDATA, WIKIDATA[::-1]):
        found = read(tmp_path, "\n".join(lines), "wikidata", "dump.json")
        assert told(found) == [
            (
                "person:ann-alpha",
                "DNK:foreign-minister",
                "Minister of Foreign Affairs",
                "2001-05-07",
                "2004",
            )
        ]
        assert found.layer.actors[0].gender == "f"
        assert found.layer.actors[0].state == "DNK"


def test_a_position_without_a_name_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="position Q2 is not in the file"):
        read(tmp_path, WIKIDATA[1], "wikidata", "dump.json")


def test_chiefs_of_mission_in_rows(tmp_path: Path) -> None:
    base = {"kind": "missions-countries", "office_id": "denmark", "receiver": "denmark",
            "person_id": "a",
            "title": "Ambassador Extraordinary and Plenipotentiary", "person": "Ann Alpha"}  # fmt: skip
    rows = [
        base | {"appointed": "2001-01-01", "started": "2001-03-01", "ended": "2004-01-01"},
        base | {"person_id": "b", "person": "Bo Beta", "appointed": "2005-01-01", "started": "",
                "ended": ""},
        base | {"kind": "principal", "office_id": "secretary", "title": "Secretary of State",
                "person_id": "c", "person": "Cy Gamma", "appointed": "1905-01-01", "started": "",
                "ended": "1906-01-01"},
    ]  # fmt: skip
    found = read(tmp_path, "\n".join(map(json.dumps, rows)), "pocom", "rows.jsonl")
    assert told(found) == [
        (
            "person:ann-alpha",
            "USA:ambassador-to-DNK",
            "Ambassador to Denmark",
            "2001-03-01",
            "2004-01-01",
        ),
        ("person:cy-gamma", "USA:foreign-minister", "Secretary of State", "1905-01-01", "1906-01-01"),
    ]
    assert found.undated == 1


def pocom(folder: Path, *, doctype: str = "") -> Path:
    def node(name: str, inner: str) -> str:
        return f"<{name}>{inner}</{name}>"

    def dated(name: str, day: str) -> str:
        return node(name, node("date", day) + "<note/>")

    person = node("id", "alpha-ann") + node(
        "persName", node("surname", "Alpha") + node("forename", "Ann")
    )
    (folder / "people" / "a").mkdir(parents=True)
    (folder / "people" / "a" / "alpha-ann.xml").write_text(node("person", person))
    chief_of = (
        node("id", "dk-1") + node("person-id", "alpha-ann") + node("role-title-id", "ambassador-e-p")
    )
    chief_of += (
        dated("appointed", "2001-01-01") + dated("started", "2001-03-01") + dated("ended", "2004-01-01")
    )
    mission = node(
        "country-mission", node("territory-id", "denmark") + node("chiefs", node("chief", chief_of))
    )
    (folder / "missions-countries").mkdir()
    (folder / "missions-countries" / "denmark.xml").write_text(doctype + mission)
    secretary = (
        node("id", "s-1")
        + node("person-id", "alpha-ann")
        + dated("started", "1990")
        + dated("ended", "1991")
    )
    office = node("id", "secretary") + node("names", node("singular", "Secretary of Lighthouses"))
    office += node("principals", node("principal", secretary))
    (folder / "positions-principals").mkdir()
    (folder / "positions-principals" / "secretary.xml").write_text(node("principal-position", office))
    return folder


def test_the_xml_of_chiefs_of_mission(tmp_path: Path) -> None:
    folder = pocom(tmp_path)
    ambassador = (
        "person:ann-alpha",
        "USA:ambassador-to-DNK",
        "Ambassador to Denmark",
        "2001-03-01",
        "2004-01-01",
    )
    found = read_layer(folder, "pocom", registry())
    assert told(found) == [
        (
            "person:ann-alpha",
            "USA:secretary-of-lighthouses",
            "Secretary of Lighthouses",
            "1990",
            "1991",
        ),
        ambassador,
    ]
    one = read_layer(folder / "missions-countries" / "denmark.xml", "pocom", registry())
    assert told(one) == [ambassador]


def test_xml_with_entities_or_without_its_people_is_refused(tmp_path: Path) -> None:
    folder = pocom(tmp_path, doctype='<!DOCTYPE a [<!ENTITY b "c">]>')
    with pytest.raises(RegistryError, match=r"denmark\.xml: declares entities"):
        read_layer(folder, "pocom", registry())
    (folder / "people" / "a" / "alpha-ann.xml").unlink()
    with pytest.raises(RegistryError, match="no file of 'alpha-ann' in people"):
        read_layer(folder, "pocom", registry())
    (folder / "missions-countries" / "denmark.xml").write_text("<open>")
    with pytest.raises(RegistryError, match="no XML"):
        read_layer(folder, "pocom", registry())


YAML = """
- id:
    bioguide: A000001
  name:
    first: Ann
    middle: Q.
    last: Alpha
  bio:
    gender: F
  terms:
  - type: rep
    start: '1995-01-04'
    end: '1997-01-03'
  - type: rep
    start: '1997-01-07'
    end: '1999-01-03'
  - type: sen
    start: '2001-01-03'
    end: '2007-01-03'
- id:
    bioguide: B000001
  name: {first: Bo, last: Beta}
  terms:
  - {type: viceprez, start: '1950-01-20', end: '1953-01-20'}
"""


def test_legislators_in_yaml_and_json(tmp_path: Path) -> None:
    import srsly  # type: ignore[import-untyped]

    expected = [
        ("person:ann-alpha", "USA:representative", "Representative", "1995-01-04", "1999-01-03"),
        ("person:ann-alpha", "USA:senator", "Senator", "2001-01-03", "2007-01-03"),
        ("person:bo-beta", "USA:vice-president", "Vice President", "1950-01-20", "1953-01-20"),
    ]
    assert told(read(tmp_path, YAML, "congress", "legislators.yaml")) == expected
    as_json = json.dumps(srsly.yaml_loads(YAML))
    assert told(read(tmp_path, as_json, "congress", "legislators.json")) == expected
    with pytest.raises(RegistryError, match="line 2: no name or no terms"):
        read(tmp_path, "\n- id:\n    bioguide: A1\n", "congress", "legislators.yaml")


def test_a_popolo_document(tmp_path: Path) -> None:
    document = {
        "persons": [
            {
                "id": "p1",
                "name": "Ann Alpha",
                "gender": "female",
                "other_names": [{"name": "A. B. Alpha"}],
            }
        ],
        "organizations": [{"id": "o1", "name": "Folketing"}],
        "posts": [{"id": "j1", "label": "Prime Minister"}],
        "events": [{"id": "t1", "start_date": "2001", "end_date": "2005"}],
        "memberships": [
            {"person_id": "p1", "organization_id": "o1", "legislative_period_id": "t1"},
            {"person_id": "p1", "post_id": "j1", "start_date": "2006-01-01"},
        ],
    }
    found = read(tmp_path, json.dumps(document), "popolo", state="DNK")
    assert told(found) == [
        ("person:ann-alpha", "DNK:member-of-folketing", "Member of Folketing", "2001", "2005"),
        ("person:ann-alpha", "DNK:head-of-government", "Prime Minister", "2006-01-01", "unknown"),
    ]
    document["memberships"][0]["person_id"] = "p9"
    with pytest.raises(RegistryError, match="membership 1: no person 'p9'"):
        read(tmp_path, json.dumps(document), "popolo", state="DNK")
