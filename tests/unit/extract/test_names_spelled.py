"""Names as agencies and papers spell them, years in and out of office, and what stands before them."""

from __future__ import annotations

from datetime import date

import pytest

from detente.pipeline import extract
from tests.factories import parse_of

SPELLED = """
2011 | muammar-gaddafi | Moammar Gadhafi; Muammar Gadhafi; Muammar Qaddafi; Moamer Kadhafi
2012 | bashar-al-assad | Bashar Assad; Bashar al-Assad; Bashar el-Assad
2022 | volodymyr-zelensky | Volodymyr Zelensky; Volodymyr Zelenskyy; Volodymyr Zelenskiy
2008 | yulia-tymoshenko | Yulia Tymoshenko; Yuliya Tymoshenko; Yulia Timoshenko
2012 | viktor-yanukovych | Viktor Yanukovych; Viktor Yanukovich; Victor Yanukovych
2006 | alexander-lukashenko | Alexander Lukashenko; Aleksandr Lukashenko; Alyaksandr Lukashenka
2008 | mikheil-saakashvili | Mikheil Saakashvili; Mikhail Saakashvili
2005 | nursultan-nazarbayev | Nursultan Nazarbayev; Nursultan Nazarbaev
1999 | heydar-aliyev | Heydar Aliyev; Heidar Aliyev; Geidar Aliyev
2010 | ilham-aliyev | Ilham Aliyev; Ilham Aliev; Ilkham Aliyev
2011 | serzh-sargsyan | Serzh Sargsyan; Serzh Sarkisian; Serge Sarkisian
2002 | mohammad-khatami | Mohammad Khatami; Mohammed Khatami; Muhammad Khatami
2015 | hassan-rouhani | Hassan Rouhani; Hassan Rohani; Hasan Rouhani
2013 | mohamed-morsi | Mohamed Morsi; Mohammed Morsi; Mohamed Mursi
2015 | abdel-fattah-el-sisi | Abdel Fattah el-Sisi; Abdul Fattah al-Sisi; Abdel Fattah al-Sissi
2006 | mohamed-elbaradei | Mohamed ElBaradei; Mohammed ElBaradei; Mohamed el-Baradei
2004 | ayad-allawi | Ayad Allawi; Iyad Allawi
2008 | nouri-al-maliki | Nouri al-Maliki; Nuri al-Maliki; Nouri Maliki
2010 | moussa-koussa | Moussa Koussa; Musa Kusa; Mussa Koussa
2010 | mahinda-rajapaksa | Mahinda Rajapaksa; Mahinda Rajapakse
1998 | mahathir-mohamad | Mahathir Mohamad; Mahathir bin Mohamad
2004 | pervez-musharraf | Pervez Musharraf; Pervaiz Musharraf
2006 | luiz-inacio-lula-da-silva | Luiz Inacio Lula da Silva; Luiz Inácio Lula da Silva; Lula da Silva
2008 | manmohan-singh | Manmohan Singh; Man Mohan Singh
2010 | avigdor-lieberman | Avigdor Lieberman; Avigdor Liberman
1998 | slobodan-milosevic | Slobodan Milosevic; Slobodan Milošević
2003 | gerhard-schroeder | Gerhard Schroeder; Gerhard Schröder
"""

CASES = [
    pytest.param(int(year), f"person:{key}", name.strip(), id=name.strip())
    for year, key, names in (
        [part.strip() for part in line.split("|")] for line in SPELLED.strip().splitlines()
    )
    for name in names.split(";")
]


def people(text: str, year: int = 2011) -> list[tuple[str, str | None]]:
    found = extract(parse_of(text, published=date(year, 6, 15)))
    return [(one.text, one.actor_id) for one in found.mentions if one.kind == "person"]


@pytest.mark.parametrize(("year", "actor", "name"), CASES)
def test_one_person_however_spelled(year: int, actor: str, name: str) -> None:
    text = f"In the evening the delegation called on {name} and left again before midnight."
    assert (name, actor) in people(text, year)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The letter came at the request of House Speaker John Boehner on Monday.", "John Boehner"),
        ("Then the Parliament Speaker Ali Larijani spoke to the press.", "Ali Larijani"),
        (
            "Under Secretary of State for Management Patricia Kellner told reporters of it.",
            "Patricia Kellner",
        ),
        (
            "The envoys heard the Assistant Secretary for Near Eastern Affairs Janet Osterman.",
            "Janet Osterman",
        ),
        (
            "Minister for Trade and Industry Peter Harling opened the fair in the spring.",
            "Peter Harling",
        ),
        ("On Thursday at 14.33 GMT George Osborne rose to speak.", "George Osborne"),
        ("At 9 a.m. EST Janet Osterman rose to speak.", "Janet Osterman"),
    ],
    ids=["speaker", "of a parliament", "for one", "for two words", "for two fields", "GMT", "EST"],
)
def test_what_an_office_is_for_and_the_hour_are_no_part_of_a_name(text: str, name: str) -> None:
    assert name in [found for found, _ in people(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A spokesman for Janet Osterman said so on Monday.", "Janet Osterman"),
        ("The minister for Europe said that Janet Osterman was late.", "Janet Osterman"),
        ("They voted for Janet Osterman and for Peter Harling.", "Peter Harling"),
    ],
    ids=["spokesman for", "clause between", "no office"],
)
def test_a_name_after_for_is_a_name(text: str, name: str) -> None:
    assert name in [found for found, _ in people(text)]


@pytest.mark.parametrize(
    ("year", "actor"),
    [(1991, "person:george-hw-bush"), (2005, "person:george-w-bush")],
    ids=["the father", "the son"],
)
def test_a_name_of_two_is_that_of_the_one_in_office(year: int, actor: str) -> None:
    assert ("George Bush", actor) in people("He said that George Bush would not go there.", year)


def test_kinship_tells_the_sex() -> None:
    text = "On Monday Anna Berg was found in Kobe. Her father, Shigeru, wept. He then left the hall."
    found = extract(parse_of(text, published=date(2011, 6, 15)))
    assert ("He", "Shigeru") in [(one.text, one.name) for one in found.mentions]


def test_a_daughter_is_not_her_own_father() -> None:
    text = "Her father, Shigeru, wept in the hall. Her mother, Anna Berg, said that she would wait."
    found = extract(parse_of(text, published=date(2011, 6, 15)))
    meant = [one.name for one in found.mentions if one.text in ("Her", "she")]
    assert "Shigeru" not in meant
