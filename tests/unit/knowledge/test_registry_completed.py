"""Offices of states whose holders the registry has from one end to the other: who held them when."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from detente.knowledge.registry import registry
from detente.records import When

HELD = """
USA:treasury-secretary 1994-06-01 Lloyd Bentsen
USA:treasury-secretary 1998-08-17 Robert Rubin
USA:treasury-secretary 2003-01-15 -
USA:treasury-secretary 2011-02-25 Timothy Geithner
USA:treasury-secretary 2020-02-28 Steven Mnuchin
USA:treasury-secretary 2023-07-06 Janet Yellen
MYS:head-of-state 1998-09-01 Tuanku Ja'afar
MYS:head-of-state 2019-01-20 -
MYS:head-of-state 2020-03-01 Abdullah Ahmad Shah
BGD:head-of-state 2002-01-15 Badruddoza Chowdhury
BGD:head-of-state 2015-06-08 Abdul Hamid
SGP:head-of-state 2018-06-12 Halimah Yacob
SGP:head-of-state 2024-01-01 Tharman Shanmugaratnam
CHE:head-of-state 1999-05-01 Ruth Dreifuss
CHE:head-of-state 2014-02-20 Didier Burkhalter
CHE:head-of-state 2022-07-04 Ignazio Cassis
URY:foreign-minister 2012-01-01 Luis Almagro
URY:foreign-minister 2019-01-01 Rodolfo Nin Novoa
PRY:foreign-minister 2016-01-01 Eladio Loizaga
GHA:foreign-minister 2015-01-01 Hanna Tetteh
GHA:foreign-minister 2020-01-01 Shirley Ayorkor Botchwey
SEN:head-of-government 2006-01-01 Macky Sall
SEN:head-of-government 2021-01-01 -
SEN:foreign-minister 2014-01-01 Mankeur Ndiaye
CIV:head-of-government 2004-11-06 Seydou Diarra
CIV:head-of-government 2011-04-11 Guillaume Soro
MNG:head-of-government 1999-12-01 Rinchinnyamyn Amarjargal
MNG:head-of-government 2014-01-01 Norovyn Altankhuyag
RWA:head-of-government 2012-11-20 Pierre Habumuremyi
TZA:head-of-government 2007-01-01 Edward Lowassa
UGA:head-of-government 2013-01-01 Amama Mbabazi
MLI:head-of-government 2012-06-01 Cheick Modibo Diarra
MLI:head-of-government 2021-10-01 Choguel Kokalla Maiga
NER:head-of-government 2010-06-01 Mahamadou Danda
NER:head-of-government 2015-01-01 Brigi Rafini
CMR:head-of-government 2014-01-01 Philemon Yang
"""

SINGLE = list(dict.fromkeys(line.partition(" ")[0] for line in HELD.split("\n") if line))


@pytest.mark.parametrize("line", HELD.strip().splitlines())
def test_who_held_an_office(line):
    office, day, name = line.split(" ", 2)
    known = registry()
    when = When.day(date.fromisoformat(day))
    held = {known.actors[t.person].name for t in known.terms(office) if _on(known, t, when)}
    assert held == ({name} if name != "-" else set())


def _on(known, term, when):
    return term in known.offices_on(term.person, when)


@pytest.mark.parametrize("office", SINGLE)
def test_terms_follow_each_other(office):
    terms = registry().terms(office)
    assert len(terms) > 2
    for before, after in pairwise(sorted(terms, key=lambda t: t.start.start)):
        assert before.end.start is not None, f"{before.person} has no end"
        assert before.end.start <= after.start.end, f"{before.person} overlaps {after.person}"


@pytest.mark.parametrize("office", SINGLE)
def test_who_held_an_office_has_a_sex_and_the_state(office):
    known = registry()
    for term in known.terms(office):
        assert known.actors[term.person].gender in ("f", "m"), term.person
        assert term.state == office[:3]
