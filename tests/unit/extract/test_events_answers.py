"""Acts whose other side is understood, praise and protest in words, and what is only needed or asked.

One line is one case, as in `test_events_world`: the day of print, a text of this project about what is
publicly known or made up for it, and every event that an editor wants.
"""

from __future__ import annotations

from datetime import date

import pytest

from detente.pipeline import extract_all
from tests.factories import article_of
from tests.unit.extract.test_events_world import line

# ruff: noqa: E501 - one case a line

_TWO = "Canada and India are at odds. / India wants an answer, and Canada has none for India. / Justin Trudeau and Narendra Modi lead Canada and India. / "
"""An article about two states, so that the other one is understood."""
UNDERSTOOD = [
    ("2023-09-22", "Canada recalled its ambassador on Monday.", "CAN > IND SANCTION happened"),
    ("2023-09-22", "India closed its consulate in Toronto on Monday.", "IND > CAN SANCTION happened"),
    ("2023-09-22", "Justin Trudeau called the letter a good step.", "CAN > IND SUPPORT happened"),
    ("2023-09-22", "Narendra Modi described the answer as constructive.", "IND > CAN SUPPORT happened"),
    ("2023-09-22", "Narendra Modi called the answer shameful.", "IND > CAN ACCUSE happened"),
    ("2023-09-22", "Narendra Modi did not call the answer a good one.", ""),
    ("2023-09-22", "Narendra Modi protested strongly on Monday.", "IND > CAN ACCUSE happened"),
    ("2023-09-22", "France welcomed the dialogue on Monday.", "FRA > CAN+IND SUPPORT happened"),
    ("2023-09-22", "Narendra Modi recognised much the same on Monday.", ""),
    ("2023-09-22", "Narendra Modi has planned visits to allies in Western Europe.", "IND > AGREE happened"),
    ("2023-09-22", "“Justin Trudeau expressed sympathy for us all,” said Wilma Tern, a baker.", ""),
    ("2023-09-22", "Canada accepted the apology on Monday.", "CAN > IND SUPPORT happened"),
]  # fmt: skip
ALONE = [
    ("2011-07-24", "Sudan put its troops on the border with Chad on alert.", "SDN > TCD MOBILIZE happened"),
    ("2011-07-24", "The United States is to send extra troops.", "USA > THREATEN planned"),
    ("2011-07-24", "Libya needs to allow American ships into its ports.", ""),
    ("2011-07-24", "Libya expelled American envoys rather than allowing them to stay.", "LBY > USA SANCTION happened"),
    ("2011-07-24", "Muammar Gaddafi rejected American demands he quit.", "LBY > USA REJECT happened"),
    ("2011-07-24", "Haitians search for their relatives.", ""),
    ("1998-10-27", "Alberto Fujimori and Jamil Mahuad signed the treaty on Monday, watched by Brazil's president.", "ECU+PER > SUPPORT happened"),
    ("2023-09-20", "India summoned Canada's high commissioner, Cameron Trask, on Tuesday.", "IND > CAN ACCUSE happened"),
    ("2011-07-24", "Libya is ready to hold talks with the United States.", "LBY > USA AGREE promised"),
]  # fmt: skip


def told(cases: list[tuple[str, str, str]], before: str) -> list[list[str]]:
    """Return the events of the last paragraph of every case, each its own article."""
    articles = [
        article_of(*(before + text).split(" / "), published=date.fromisoformat(printed))
        for printed, text, _ in cases
    ]
    last = max(len((before + text).split(" / ")) for _, text, _ in cases)
    return [
        [
            line(e)
            for e in each.events
            if e.sentence >= last and e.factuality not in ("hypothetical", "denied")
        ]
        for each in extract_all(articles)
    ]


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    """The events of every case by its text."""
    both = [
        *zip(UNDERSTOOD, told(UNDERSTOOD, _TWO), strict=True),
        *zip(ALONE, told(ALONE, ""), strict=True),
    ]
    return {text: rows for (_, text, _), rows in both}


@pytest.mark.parametrize(
    ("text", "rows"), [(text, rows) for _, text, rows in [*UNDERSTOOD, *ALONE]],
    ids=[text[:60] for _, text, _ in [*UNDERSTOOD, *ALONE]],
)  # fmt: skip
def test_an_act_and_whom_it_is_aimed_at(found: dict[str, list[str]], text: str, rows: str) -> None:
    assert sorted(found[text]) == sorted(row for row in rows.split("; ") if row)
