"""Cells that no spreadsheet runs, and addresses that stay at home."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest

from detente.export.cells import csv_line, safe_cell, withheld, withheld_in

FORMULAS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠A1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example")', "  =1", "\u00a0=1",
    "-2+3+cmd|' /C calc'!A0", "=", "-", "- a dash",
]  # fmt: skip
HARMLESS = ["", " ", "a=b", "1-1", "Kerry met Lavrov.", "'=1", '"=1"', "a@example", "3", "–1", "—", "•"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_becomes_text(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_stays(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_safe_twice(text: str) -> None:
    assert safe_cell(safe_cell(text)) == safe_cell(text)


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ([], ""),
        ([None], '""'),
        ([None, None], ","),
        ([1, -1, -1.5], "1,-1,-1.5"),
        ([True, False], "true,false"),
        ([date(2013, 2, 26)], "2013-02-26"),
        (["a,b", 'say "no"'], '"a,b","say ""no"""'),
        (["one\ntwo"], '"one\ntwo"'),
        (["=1,2"], '"\'=1,2"'),
    ],
)
def test_a_line(values: list[Any], line: str) -> None:
    assert csv_line(values) == line


@pytest.mark.parametrize("text", [*FORMULAS, *HARMLESS, 'a\r\nb "c", d', "مرحبا", "\u202eabc"])
def test_a_line_reads_back(text: str) -> None:
    (row,) = csv.reader(io.StringIO(csv_line([text, "end"]), newline=""))
    assert row == [safe_cell(text), "end"]


ADDRESSES = [
    ("ann@example.org", "***************"),
    ("Write to ann@example.org.", "Write to ***************."),
    ("<ann.b+c@mail.example.co.uk>", "<**************************>"),
    ("a@b and c@d", "*** and ***"),
    ("müller@beispiel.example", "***********************"),
    ("mailto:ann@example.org?subject=x", "mailto:***************?subject=x"),
    ("o'brien@example.org", "*******************"),
]
NO_ADDRESSES = [
    "@handle",
    "at 5 @ noon",
    "a@",
    "",
    "Kerry @ Lavrov",
    "price @10 each".replace("@", "@ "),
]


@pytest.mark.parametrize(("text", "left"), ADDRESSES)
def test_an_address_is_withheld(text: str, left: str) -> None:
    assert withheld(text) == left
    assert len(withheld(text)) == len(text)


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_is_no_address_stays(text: str) -> None:
    assert withheld(text) == text


def test_withheld_goes_into_nested_data_and_leaves_the_rest() -> None:
    before = {"a": ["x@y.example", {"b": "x@y.example", "n": 1}], "c": None, "d": True, "e": 0.5}
    assert withheld_in(before) == {
        "a": ["***********", {"b": "***********", "n": 1}], "c": None, "d": True, "e": 0.5,
    }  # fmt: skip
    assert before["a"][0] == "x@y.example"  # type: ignore[index]


def test_many_at_signs_take_no_time_to_speak_of() -> None:
    text = "@" * 50_000 + "a@" * 50_000
    assert len(withheld(text)) == len(text)
