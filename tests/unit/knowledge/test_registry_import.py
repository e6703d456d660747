"""Files of office holders: each format read, each way to be wrong named; everybody here is invented
but for a few holders of public office."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from detente.errors import RegistryError, UnreadableInput
from detente.knowledge.names import fold
from detente.knowledge.registry import registry
from detente.knowledge.registry_export import as_csv, as_ftm, as_jsonl
from detente.knowledge.registry_import import FORMATS, Imported, assembling, read_layer, terms
from detente.knowledge.registry_import.assembling import slug
from detente.knowledge.registry_import.tables import chief, gender
from detente.knowledge.registry_import.terms import iso
from detente.knowledge.registry_layer import Layer, layered, without
from detente.knowledge.registry_load import when_of
from detente.knowledge.state_codes import code_of, two_letters
from detente.records import Tenure, When

LAVROV = "person:sergei-lavrov"
VILLY = "person:villy-sample"
HEAD = "person,office,title,state,start,end\n"


def read(
    folder: Path, content: str | bytes, format: str = "csv", name: str = "", **more: Any
) -> Imported:
    path = folder / (name or f"file.{'json' if format == 'ftm' else 'csv'}")
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_layer(path, format, registry(), **more)


def told(found: Imported) -> list[tuple[str, str, str, str, str]]:
    return [(t.person, t.office, t.title, t.start.label(), t.end.label()) for t in found.layer.tenures]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "Villy Sample,foreign-minister,,DNK,2011-10-03,2013-12-12",
            (VILLY, "DNK:foreign-minister", "Foreign minister", "2011-10-03", "2013-12-12"),
        ),
        (
            "Villy Sample,,Foreign Minister,Denmark,2011-10,",
            (VILLY, "DNK:foreign-minister", "Foreign Minister", "2011-10", "unknown"),
        ),
        (
            "Villy Sample,,Minister of Foreign Affairs of Denmark,,2011,2013",
            (VILLY, "DNK:foreign-minister", "Minister of Foreign Affairs of Denmark", "2011", "2013"),
        ),
        (
            "Villy Sample,DNK:un-ambassador,,,2011,2013",
            (VILLY, "DNK:un-ambassador", "Un ambassador", "2011", "2013"),
        ),
        (
            "Villy Sample,,Ambassador to the United Nations,dk,2011,2013",
            (VILLY, "DNK:un-ambassador", "Ambassador to the United Nations", "2011", "2013"),
        ),
        (
            "Villy Sample,,Ambassador to Russia,DNK,2011,2013",
            (VILLY, "DNK:ambassador-to-RUS", "Ambassador to Russia", "2011", "2013"),
        ),
        (
            "Villy Sample,,Minister of Lighthouses,DNK,2011,2013",
            (VILLY, "DNK:minister-of-lighthouses", "Minister of Lighthouses", "2011", "2013"),
        ),
        (
            "Sergey Lavrov,,Minister of Foreign Affairs,Russian Federation,2004-03-09,",
            (
                LAVROV,
                "RUS:foreign-minister",
                "Minister of Foreign Affairs",
                "2004-03-09",
                "unknown",
            ),
        ),
        (
            "Сергей Лавров,foreign-minister,,RUS,2004-03-09,",
            (LAVROV, "RUS:foreign-minister", "Foreign minister", "2004-03-09", "unknown"),
        ),
        (
            "John Kerry,head-of-state,,DNK,1801,1802",
            ("person:john-kerry-2", "DNK:head-of-state", "Head of state", "1801", "1802"),
        ),
        (
            "Jana Sample,,Secretary General,NATO,2090,2094",
            ("person:jana-sample", "NATO:secretary-general", "Secretary General", "2090", "2094"),
        ),
    ],
    ids=["key", "title", "state-in-title", "whole-key", "un", "host", "new-office", "known",
         "cyrillic", "namesake-of-another-age", "organisation"],
)  # fmt: skip
def test_a_row_of_our_csv(tmp_path: Path, row: str, expected: tuple[str, ...]) -> None:
    assert told(read(tmp_path, HEAD + row)) == [expected]


@pytest.mark.parametrize(
    ("rows", "line", "reason"),
    [
        (["Ann Alpha,foreign-minister,,DNK,2013-05-01,2012-01-01"], "line 2", "before it begins"),
        (["Ann Alpha,x,,Atlantis,2013,"], "line 2", "no state or organisation 'Atlantis'"),
        (["Ann Alpha,foreign-minister,,,2013,"], "line 2", "no state for"),
        (["Ann Alpha,foreign-minister,,DNK,soon,"], "line 2", "'soon' is no date"),
        (["Ann Alpha,foreign-minister,,DNK,2013-02-30,"], "line 2", "is no date"),
        ([",foreign-minister,,DNK,2013,"], "line 2", "no name of a person"),
        (["...,foreign-minister,,DNK,2013,"], "line 2", "is no name"),
        (["Ann Alpha,foreign-minister,,DNK"], "line 2", "4 cells, 6 columns"),
        (["Ann Alpha,DEU:foreign-minister,,DNK,2013,"], "line 2", "is none of DNK"),
        (["Ann Alpha,head-of-state,,DNK,2013,"] * 2, "line 3", "the same term as at line 2"),
        (
            ["Ann Alpha,head-of-state,,DNK,2013,2015", "Ann Alpha,head-of-state,,DNK,2013,2016"],
            "line 3",
            "ends 2016, and 2015 at line 2",
        ),
        (['"Ann Alpha,foreign-minister,,DNK,2013,'], "line 2", "no csv"),
    ],
    ids=["reversed", "state", "no-state", "date", "day", "nobody", "dots", "cells", "office",
         "twice", "two-ends", "quote"],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, rows: list[str], line: str, reason: str
) -> None:
    good = "Berta Beta,defence-minister,,DNK,2001,2002"
    content = HEAD + "\n".join(rows) + "\n"
    with pytest.raises(RegistryError, match=r"nothing was imported") as caught:
        read(tmp_path, content)
    assert f"{line}: " in str(caught.value)
    assert reason in str(caught.value)
    if reason != "no csv":
        kept = read(tmp_path, f"{content}{good}\n", keep_going=True)
        assert "person:berta-beta" in {t.person for t in kept.layer.tenures}
        assert reason in str(kept.faults[0])


@pytest.mark.parametrize(
    ("content", "format", "said"),
    [
        ("name,from\nAnn,2001\n", "csv", "no column person, start, office or title"),
        ("person,office,start,party\nAnn,x,2001,y\n", "csv", "no such column: party"),
        ("position,holder\nx,y\n", "holders-csv", "no column person, start, end"),
        ("personLabel,since\nx,y\n", "wikidata", "no column positionlabel"),
        ("", "csv", "no person and no term"),
        (HEAD, "csv", "no person and no term"),
        (b"\xff\xfe\x00", "csv", "line 1: byte 1 is not UTF-8"),
        ('{"id": "x"}\n', "ftm", "no person and no term"),
        ("{", "popolo", "no JSON"),
        ("[]", "popolo", "no memberships"),
    ],
    ids=["columns", "strange", "holders", "query", "empty", "head-alone", "binary", "entity",
         "json", "list"],
)  # fmt: skip
def test_a_file_of_another_kind(tmp_path: Path, content: str | bytes, format: str, said: str) -> None:
    with pytest.raises(RegistryError, match=said):
        read(tmp_path, content, format)


def test_an_id_of_two_people_is_a_fault(tmp_path: Path) -> None:
    content = "person,person_id,office,state,start\nAnn Alpha,p1,x,DNK,2001\nBo Beta,p1,y,DNK,2002\n"
    with pytest.raises(RegistryError, match="line 3: id 'p1' is 'Ann Alpha' and 'Bo Beta'"):
        read(tmp_path, content)


def test_namesakes_with_ids_of_their_own_are_two(tmp_path: Path) -> None:
    content = "person,person_id,office,state,start\nAnn Alpha,p1,x,DNK,2001\nAnn Alpha,p2,y,DNK,2002\n"
    people = {t.person for t in read(tmp_path, content).layer.tenures}
    assert people == {"person:ann-alpha", "person:ann-alpha-2"}


def test_a_term_without_a_beginning_is_left_out_and_its_person_is_not(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "Ann Alpha,foreign-minister,,AND,,2003\n")
    assert (found.undated, found.layer.tenures) == (1, ())
    assert [actor.name for actor in found.layer.actors] == ["Ann Alpha"]
    assert (
        layered(registry(), found.layer).holders("foreign minister", "AND", When.day(date(2002, 1, 1)))
        == ()
    )


def test_a_format_a_state_and_a_path_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="formats are csv, holders-csv"):
        read(tmp_path, HEAD, "xls")
    with pytest.raises(RegistryError, match="no state 'Mars'"):
        read(tmp_path, HEAD, state="Mars")
    with pytest.raises(UnreadableInput, match="No such file"):
        read_layer(tmp_path / "none.csv", "csv", registry())
    with pytest.raises(UnreadableInput, match="it is a folder"):
        read_layer(tmp_path, "csv", registry())


class Endless(io.RawIOBase):
    """A file of a gigabyte that is never in memory: the same row with another number."""

    def __init__(self, row: str, size: int) -> None:
        self.row, self.left, self.number, self.most = row, size, 0, 0

    def readline(self, size: int | None = -1) -> bytes:  # type: ignore[override]
        if self.left <= 0:
            return b""
        self.number += 1
        line = (HEAD if self.number == 1 else self.row.replace("#", str(self.number))).encode()
        self.left -= len(line)
        return line


def test_a_file_of_a_gigabyte_is_refused_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assembling, "MAX_TERMS", 50)
    file = Endless("Ann Alpha,office-#,,DNK,2001,2002\n", 1 << 30)
    items = FORMATS["csv"](file, "big.csv")  # type: ignore[arg-type]
    with pytest.raises(RegistryError, match="line 52: more than 50 terms"):
        assembling.assemble(items, registry(), "big.csv")
    assert file.number < 60


def test_faults_of_a_large_file_stop_it_early() -> None:
    file = Endless("Ann Alpha,office-#,,Atlantis,2001,2002\n", 1 << 30)
    with pytest.raises(RegistryError, match="line 11"):
        assembling.assemble(FORMATS["csv"](file, "big.csv"), registry(), "big.csv")  # type: ignore[arg-type]
    assert file.number < 20


def test_a_line_without_an_end_is_not_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terms, "MAX_LINE", 1000)
    with pytest.raises(RegistryError, match="line 1: longer than 1000 bytes"):
        read(tmp_path, "x" * 5000)
    monkeypatch.setattr(terms, "MAX_WHOLE", 1000)
    with pytest.raises(RegistryError, match="read as a whole"):
        read(tmp_path, "x" * 5000, "popolo")


def test_a_list_of_holders(tmp_path: Path) -> None:
    content = (
        "position,person,personID,start,end,gender,DOB\n"
        "Minister of Foreign Affairs,Ann Alpha,Q1,2001-05-07,2004,female,1950\n"
        "Minister of Foreign Affairs,Ann Alpha,Q1,2001-05-07,,female,1950\n"
        "Prime Minister,Bo Beta,Q2,2001,2004-11,male,\n"
    )
    found = read(tmp_path, content, "holders-csv", state="DNK")
    assert told(found) == [
        (
            "person:ann-alpha",
            "DNK:foreign-minister",
            "Minister of Foreign Affairs",
            "2001-05-07",
            "2004",
        ),
        ("person:bo-beta", "DNK:head-of-government", "Prime Minister", "2001", "2004-11"),
    ]
    assert [actor.gender for actor in found.layer.actors] == ["f", "m"]


def test_a_query_result(tmp_path: Path) -> None:
    content = (
        "item,itemLabel,positionLabel,start,end,countryLabel,genderLabel,altLabel\n"
        "http://www.wikidata.org/entity/Q1,Ann Alpha,foreign minister,2001-05-07T00:00:00Z,,Denmark,"
        "female,Anna Alpha|A. Alpha\n"
    )
    found = read(tmp_path, content, "wikidata")
    assert told(found)[0][1:4] == ("DNK:foreign-minister", "foreign minister", "2001-05-07")
    assert {form.text for form in found.layer.forms} == {"Ann Alpha", "Anna Alpha", "A. Alpha"}


def term(start: str, end: str = "", person: str = "person:a") -> Tenure:
    return Tenure(
        person, "DNK:head-of-state", "President", "DNK", when_of(start), when_of(end), "a note"
    )


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        (term("2001", "2003"), term("2001-05-01", "2003-04-01"), False),
        (term("2001-01-01", "2003-01-01"), term("2003-01-01", "2005-01-01"), True),
        (term("2001", ""), term("2001-05-01", "2003-04-01"), False),
        (term("2001", "2003"), term("2004", "2005"), True),
        (term("2001", "2003"), term("2001", "2003", "person:b"), True),
        (term("", "2003"), term("2001", "2003"), False),
        (term("", "2003"), term("2004", "2005"), True),
    ],
    ids=["more-exact", "next-term", "closed", "later", "another", "undated", "undated-apart"],
)
def test_a_newer_term_replaces_what_it_tells_again(old: Tenure, new: Tenure, kept: bool) -> None:
    assert without([old], [new]) == ([old] if kept else [])


def test_layers_are_equal_by_what_they_hold(tmp_path: Path) -> None:
    row = HEAD + "Ann Alpha,foreign-minister,,DNK,2001,2003\n"
    one, two = read(tmp_path, row).layer, read(tmp_path, row).layer
    assert one == two
    assert hash(one) == hash(two)
    assert one != Layer()
    assert not Layer()
    assert one.and_then(two).tenures == one.tenures
    assert layered(registry(), Layer()) is registry()


def test_an_export_can_be_imported_again(tmp_path: Path) -> None:
    known = registry()
    some = tuple(
        t for t in known.tenures if t.office in ("RUS:foreign-minister", "CHN:foreign-minister")
    )
    again = read(tmp_path, "\n".join(as_csv(known, some)))
    assert {(t.person, t.office, t.start, t.end) for t in again.layer.tenures} == {
        (t.person, t.office, t.start, t.end) for t in some
    }
    assert again.persons == 0
    ftm = read(tmp_path, "\n".join(as_ftm(known, some)), "ftm")
    assert {(t.person, t.office, t.start, t.end) for t in ftm.layer.tenures} == {
        (t.person, t.office, t.start, t.end) for t in some
    }
    rows = [json.loads(line) for line in as_jsonl(known, some)]
    assert {row["name"] for row in rows} >= {"Sergei Lavrov", "Wang Yi"}
    assert rows[0].keys() == {"person", "name", "office", "title", "state", "start", "end", "note"}


@pytest.mark.parametrize(
    ("text", "code"),
    [("rus", "RUS"), ("ru", "RUS"), ("U.S.", "USA"), ("the Netherlands", "NLD"), ("gb", "GBR"),
     ("suhh", "SUN"), ("yucs", "YUG"), ("czech republic", "CZE"), ("", None), ("xx", None)],
)  # fmt: skip
def test_states_by_any_code(text: str, code: str | None) -> None:
    assert code_of(text) == code


def test_two_letters_lead_back() -> None:
    for code in ("USA", "RUS", "SUN", "GBR", "KOR", "PRK", "DDR"):
        assert code_of(two_letters(code) or "") == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2004-3-9", "2004-03-09"), ("+1815-01-01T00:00:00Z", "1815-01-01"), ("2004-00-00", "2004"),
     ("", ""), ("spring", "spring"), ("2004-05-xx", "2004-05-xx")],
)  # fmt: skip
def test_dates_of_other_files(text: str, expected: str) -> None:
    assert iso(text) == expected


@pytest.mark.parametrize(
    ("rank", "host", "kind", "office"),
    [
        ("Chargé d’Affaires ad interim", "denmark", "missions-countries", "charge-daffaires-in-DNK"),
        ("Ambassador", "two-sicilies", "missions-countries", "ambassador-to-two-sicilies"),
        ("representative-to-oecd", "representative-to-oecd", "missions-orgs", "representative-to-oecd"),
        (
            "Chargé d’Affaires ad interim",
            "representative-to-oecd",
            "missions-orgs",
            "acting-representative-to-oecd",
        ),
    ],
)
def test_offices_of_chiefs(rank: str, host: str, kind: str, office: str) -> None:
    assert chief(rank, host, kind)[1] == office


def test_small_words() -> None:
    assert [gender(one) for one in ("F", "male", "", "x")] == ["f", "m", None, None]
    assert slug("!!!") == "unnamed"
    assert fold("Ann Alpha") == "an alpha"
