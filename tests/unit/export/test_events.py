"""Events as PLOVER JSON lines and CAMEO tables."""

from __future__ import annotations

import csv
import dataclasses
import json
from datetime import date

import pytest

from detente.export import cameo_lines, plover_lines
from detente.export.cameo import COLUMNS, dyads, party_code
from detente.knowledge.cameo import cameo_of
from detente.knowledge.coding import code_of, sector_of
from detente.records import Event, Evidence, Participant, Place, When
from tests.factories import article_of

TEXT = "Russia expelled two British diplomats in Moscow on Monday."
ARTICLE = article_of(TEXT, published=date(2013, 5, 8))
RUSSIA = Participant("Russia", "Russia", "state:RUS", "state", "RUS", None, 0, 6)
DIPLOMATS = Participant("two British diplomats", "two British diplomats", None, "anonymous", "GBR")
EVENT = Event(
    "event:1", ARTICLE.id, 1, "SANCTION", "expel", 4, -5.5, (RUSSIA,), (DIPLOMATS,), "expelled",
    Place("Moscow", "RUS"), When.day(date(2013, 5, 6)), "happened", None, 0.9, "expel",
    (Evidence(0, len(TEXT), TEXT, "row", 1),), ("diplomatic",),
)  # fmt: skip


def changed(**fields: object) -> Event:
    return dataclasses.replace(EVENT, **fields)  # type: ignore[arg-type]


def record(event: Event) -> dict[str, object]:
    (line,) = plover_lines([event], {ARTICLE.id: ARTICLE})
    return dict(json.loads(line))


def table(*events: Event) -> list[dict[str, str]]:
    return list(csv.DictReader(cameo_lines(events, {ARTICLE.id: ARTICLE}), delimiter="\t"))


def test_a_record_points_to_its_characters() -> None:
    found = record(EVENT)
    where = found["text_info"]
    assert isinstance(where, dict)
    assert ARTICLE.text[where["start"] : where["end"]] == found["text"] == TEXT


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("event", ["SANCTION"]),
        ("mode", ["expel"]),
        ("context", ["diplomatic"]),
        ("date", "2013-05-06"),
        ("comment", None),
        ("quad_code", 4),
        ("event_scale", -5.5),
        ("event_text", ["expelled"]),
        ("event_loc", {"name": "Moscow", "state": "RUS"}),
        ("coder", "detente: expel"),
    ],
)
def test_fields_of_a_record(key: str, value: object) -> None:
    assert record(EVENT)[key] == value


@pytest.mark.parametrize(
    ("factuality", "modes"),
    [
        ("happened", ["expel"]),
        ("ongoing", ["expel"]),
        ("planned", ["expel", "future"]),
        ("promised", ["expel", "future"]),
        ("hypothetical", ["expel", "hypothetical"]),
        ("negated", ["expel", "negation"]),
        ("denied", ["expel", "negation"]),
        ("historical", ["expel", "historical"]),
    ],
)
def test_how_real_an_act_is_stands_among_the_modes(factuality: str, modes: list[str]) -> None:
    assert record(changed(factuality=factuality))["mode"] == modes


def test_a_vague_date_is_its_first_day_with_the_range_beside_it() -> None:
    vague = When(date(2013, 5, 1), date(2013, 5, 31), "month", "stated")
    found = record(changed(date=vague))
    assert (found["date"], found["comment"]) == ("2013-05-01", "2013-05")


def test_an_unknown_date_is_null() -> None:
    assert record(changed(date=When()))["date"] is None


def test_a_table_has_the_columns_of_its_header() -> None:
    (row,) = table(EVENT)
    assert tuple(row) == COLUMNS
    assert (row["Actor1Code"], row["Actor2Code"], row["EventCode"]) == ("RUS", "GBRGOV", "166")
    assert (row["SQLDATE"], row["EventRootCode"], row["GoldsteinScale"]) == ("20130506", "16", "-4.0")
    assert ARTICLE.text[int(row["Start"]) : int(row["End"])] == TEXT


@pytest.mark.parametrize("factuality", ["negated", "denied", "hypothetical"])
def test_what_did_not_happen_is_in_no_table(factuality: str) -> None:
    assert table(changed(factuality=factuality)) == []


@pytest.mark.parametrize(
    ("actors", "recipients", "pairs"),
    [
        (1, 1, 1),
        (2, 1, 2),
        (2, 2, 4),
        (2, 0, 2),
        (3, 0, 6),
        (1, 0, 1),
    ],
)
def test_dyads(actors: int, recipients: int, pairs: int) -> None:
    crowd = tuple(Participant(str(n), str(n), None, "state", "USA") for n in range(5))
    event = changed(actors=crowd[:actors], recipients=crowd[3 : 3 + recipients])
    assert len(list(dyads(event))) == len(table(event)) == pairs


CODES = [
    (Participant("Russia", "Russia", "state:RUS", "state", "RUS"), "RUS", None),
    (Participant("x", "Russian troops", None, "group", "RUS"), "RUS", "MIL"),
    (Participant("x", "Turkish police", None, "group", "TUR"), "TUR", "COP"),
    (Participant("x", "Syrian rebels", None, "group", "SYR"), "SYR", "REB"),
    (Participant("x", "Afghan refugees", None, "group", "AFG"), "AFG", "REF"),
    (Participant("x", "a Tunisian court", None, "unknown", "TUN"), "TUN", "JUD"),
    (Participant("x", "Ukrainian lawmakers", None, "group", "UKR"), "UKR", "LEG"),
    (Participant("x", "the opposition leader", None, "anonymous", "VEN"), "VEN", "OPP"),
    (Participant("x", "he", "person:x", "person", "USA", "Secretary of State"), "USA", "GOV"),
    (Participant("Hamas", "Hamas", "organisation:hamas", "organisation"), "PSE", "REB"),
    (Participant("Taliban", "Taliban", "organisation:taliban", "organisation"), "AFG", "REB"),
    (Participant("al-Qaeda", "x", "organisation:al-qaeda", "organisation"), "IMG", "UAF"),
    (Participant("Amnesty", "x", "organisation:amnesty", "organisation"), "NGO", "CVL"),
    (Participant("EU", "European Union", "organisation:eu", "organisation"), "IGO", None),
    (Participant("x", "UN troops", "organisation:un", "organisation"), "IGO", "MIL"),
    (Participant("Some League", "Some League", None, "organisation"), None, None),
    (Participant("a man", "a man"), None, "CVL"),
]


@pytest.mark.parametrize(
    ("one", "code", "sector"), CODES, ids=[f"{c[0].name} {c[0].text}" for c in CODES]
)
def test_code_and_sector(one: Participant, code: str | None, sector: str | None) -> None:
    assert (code_of(one), sector_of(one)) == (code, sector)


def test_nobody_is_three_dashes() -> None:
    assert party_code(None) == "---"


CAMEO = [
    (("SANCTION", "expel", "expel"), "166"),
    (("CONSULT", None, "hold talk"), "046"),
    (("CONSULT", None, "hold meeting"), "040"),
    (("AGREE", None, "seek to deepen partnership"), "031"),
    (("AID", None, "give tank"), "072"),
    (("ASSAULT", None, "launch missile"), "194"),
    (("ASSAULT", "aerial", "launch airstrike"), "195"),
    (("CONSULT", "visit", "noun visit"), "042"),
    (("AGREE", None, "future visit"), "036"),
    (("AGREE", None, "promise to help"), "033"),
    (("AGREE", None, "future release"), "035"),
    (("THREATEN", None, "threaten to attack"), "138"),
    (("THREATEN", None, "pledge to expel"), "131"),
    (("REJECT", None, "not give aid"), "122"),
    (("REJECT", None, "refuse to"), "120"),
    (("COOPERATE", None, "joint exercise"), "062"),
    (("ASSAULT", None, "model pulverise"), "190"),
    (("COERCE", "curfew", "impose curfew"), "1723"),
    (("RETREAT", "ceasefire", "declare ceasefire"), "0871"),
    (("ACCUSE", "disapprove", "summon ambassador"), "114"),
]


@pytest.mark.parametrize(("told", "code"), CAMEO, ids=[case[0][2] for case in CAMEO])
def test_cameo(told: tuple[str, str | None, str], code: str) -> None:
    assert cameo_of(*told) == code
