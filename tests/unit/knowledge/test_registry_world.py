"""Who led the states of the world, and which of two offices somebody is called by."""

from __future__ import annotations

from datetime import date

import pytest

from detente.knowledge.registry import Registry, registry
from detente.knowledge.registry_load import Form, when_of
from detente.knowledge.states import states
from detente.records import Actor, Tenure, When


@pytest.mark.parametrize(
    ("office", "state", "day", "name"),
    [
        ("president", "ARG", date(1998, 10, 29), "Carlos Menem"),
        ("president", "ARG", date(2010, 5, 25), "Cristina Fernandez de Kirchner"),
        ("foreign minister", "ARG", date(1995, 1, 2), "Guido Di Tella"),
        ("president", "COL", date(2010, 7, 22), "Alvaro Uribe"),
        ("president", "COL", date(2022, 9, 1), "Gustavo Petro"),
        ("president", "VEN", date(2008, 3, 2), "Hugo Chavez"),
        ("president", "PER", date(1995, 2, 17), "Alberto Fujimori"),
        ("president", "ECU", date(2009, 1, 1), "Rafael Correa"),
        ("president", "MEX", date(2001, 9, 6), "Vicente Fox"),
        ("foreign minister", "MEX", date(2024, 4, 6), "Alicia Barcena"),
        ("foreign minister", "ECU", date(2024, 4, 6), "Gabriela Sommerfeld"),
        ("president", "CHL", date(2014, 3, 12), "Michelle Bachelet"),
        ("prime minister", "GRC", date(1999, 2, 1), "Costas Simitis"),
        ("prime minister", "GRC", date(2020, 8, 1), "Kyriakos Mitsotakis"),
        ("foreign minister", "GRC", date(1999, 9, 1), "George Papandreou"),
        ("president", "CYP", date(2004, 4, 24), "Tassos Papadopoulos"),
        ("prime minister", "SRB", date(2013, 4, 19), "Ivica Dacic"),
        ("prime minister", "XKX", date(2013, 4, 19), "Hashim Thaci"),
        ("president", "XKX", date(2013, 4, 19), "Atifete Jahjaga"),
        ("president", "SRB", date(1995, 11, 21), "Slobodan Milosevic"),
        ("president", "HRV", date(1995, 11, 21), "Franjo Tudjman"),
        ("prime minister", "HUN", date(2015, 9, 4), "Viktor Orban"),
        ("chancellor", "AUT", date(2018, 7, 1), "Sebastian Kurz"),
        ("taoiseach", "IRL", date(1998, 4, 10), "Bertie Ahern"),
        ("prime minister", "NOR", date(1993, 9, 13), "Gro Harlem Brundtland"),
        ("foreign minister", "NOR", date(1993, 9, 13), "Johan Jorgen Holst"),
        ("president", "FIN", date(2007, 7, 19), "Tarja Halonen"),
        ("president", "ARM", date(2008, 9, 6), "Serzh Sargsyan"),
        ("prime minister", "ARM", date(2020, 11, 9), "Nikol Pashinyan"),
        ("president", "AZE", date(2020, 11, 9), "Ilham Aliyev"),
        ("president", "UZB", date(2005, 5, 13), "Islam Karimov"),
        ("emir", "QAT", date(2017, 9, 8), "Tamim bin Hamad Al Thani"),
        ("emir", "KWT", date(2017, 9, 7), "Sabah Al Ahmad Al Sabah"),
        ("crown prince", "ARE", date(2018, 6, 15), "Mohammed bin Zayed Al Nahyan"),
        ("sultan", "OMN", date(2013, 8, 25), "Sultan Qaboos bin Said"),
        ("king", "MAR", date(2010, 1, 1), "King Mohammed VI"),
        ("president", "DZA", date(2021, 8, 24), "Abdelmadjid Tebboune"),
        ("prime minister", "ETH", date(2018, 7, 8), "Abiy Ahmed"),
        ("prime minister", "ETH", date(2000, 6, 18), "Meles Zenawi"),
        ("president", "ERI", date(2000, 6, 18), "Isaias Afwerki"),
        ("president", "SDN", date(2005, 1, 9), "Omar al-Bashir"),
        ("president", "RWA", date(2012, 12, 1), "Paul Kagame"),
        ("president", "COD", date(2012, 12, 1), "Joseph Kabila"),
        ("president", "ZAF", date(2008, 12, 1), "Kgalema Motlanthe"),
        ("president", "NGA", date(2014, 5, 1), "Goodluck Jonathan"),
        ("president", "PHL", date(2016, 7, 12), "Rodrigo Duterte"),
        ("foreign secretary", "PHL", date(2012, 6, 1), "Albert del Rosario"),
        ("prime minister", "VNM", date(1995, 8, 6), "Vo Van Kiet"),
        ("general secretary", "VNM", date(1995, 8, 6), "Do Muoi"),
        ("prime minister", "THA", date(2011, 2, 6), "Abhisit Vejjajiva"),
        ("prime minister", "KHM", date(2011, 2, 6), "Hun Sen"),
        ("president", "IDN", date(1999, 9, 12), "B. J. Habibie"),
        ("prime minister", "MYS", date(2018, 6, 1), "Mahathir Mohamad"),
        ("president", "TWN", date(2015, 11, 7), "Ma Ying-jeou"),
        ("prime minister", "BGD", date(2015, 6, 6), "Sheikh Hasina"),
        ("president", "LKA", date(2009, 5, 18), "Mahinda Rajapaksa"),
        ("prime minister", "NPL", date(2015, 11, 1), "K. P. Sharma Oli"),
        ("prime minister", "NZL", date(2020, 12, 1), "Jacinda Ardern"),
        ("foreign minister", "AUS", date(2020, 12, 1), "Marise Payne"),
        ("pope", "VAT", date(2014, 12, 17), "Pope Francis"),
    ],
)
def test_who_led_then(office: str, state: str, day: date, name: str) -> None:
    assert [held.actor.name for held in registry().who(office, state, day)] == [name]


@pytest.mark.parametrize(
    ("person", "day", "office"),
    [
        ("benjamin-netanyahu", date(2013, 5, 1), "ISR:head-of-government"),
        ("benjamin-netanyahu", date(2015, 6, 1), "ISR:head-of-government"),
        ("benjamin-netanyahu", date(1998, 5, 1), "ISR:head-of-government"),
        ("benjamin-netanyahu", date(2002, 12, 1), "ISR:foreign-minister"),
        ("mohammed-bin-salman", date(2017, 9, 8), "SAU:crown-prince"),
        ("xi-jinping", date(2014, 1, 1), "CHN:head-of-state"),
        ("aung-san-suu-kyi", date(2018, 1, 1), "MMR:state-counsellor"),
        ("hashim-thaci", date(2015, 6, 1), "XKX:foreign-minister"),
        ("hailemariam-desalegn", date(2011, 6, 1), "ETH:foreign-minister"),
        ("hailemariam-desalegn", date(2014, 6, 1), "ETH:head-of-government"),
        ("sabah-al-ahmad-al-sabah", date(2004, 6, 1), "KWT:head-of-government"),
        ("sabah-al-ahmad-al-sabah", date(2017, 9, 7), "KWT:head-of-state"),
    ],
)
def test_the_office_somebody_is_called_by(person: str, day: date, office: str) -> None:
    held = registry().office_on(f"person:{person}", When.day(day))
    assert held is not None
    assert held.office == office


def small(*terms: tuple[str, str, str]) -> Registry:
    actor = Actor("person:a", "person", "Ana Alpha", "FRA", gender="f")
    rows = tuple(
        Tenure("person:a", f"FRA:{kind}", kind, "FRA", when_of(start), when_of(end), "a note")
        for kind, start, end in terms
    )
    return Registry({"person:a": actor}, (Form("Ana Alpha", "person:a", "name"),), rows)


@pytest.mark.parametrize(
    ("terms", "day", "kinds"),
    [
        ([("foreign-minister", "2001", "2003"), ("head-of-government", "2001", "2004")],
         date(2002, 6, 1), ["head-of-government", "foreign-minister"]),
        ([("foreign-minister", "2001-06-02", ""), ("head-of-government", "1999", "2001-06")],
         date(2001, 6, 20), ["foreign-minister", "head-of-government"]),
        ([("foreign-minister", "2001-06-02", ""), ("head-of-government", "1999", "2001-06")],
         date(2001, 5, 20), ["head-of-government"]),
        ([("ambassador-to-USA", "2001-01-01", ""), ("un-ambassador", "2002-01-01", "")],
         date(2003, 1, 1), ["un-ambassador", "ambassador-to-USA"]),
        ([("head-of-state", "", "2003")], date(2002, 1, 1), []),
    ],
    ids=["the higher", "the one that is sure", "before the change", "the later", "no beginning"],
)  # fmt: skip
def test_of_two_offices_the_one_called_by_is_first(
    terms: list[tuple[str, str, str]], day: date, kinds: list[str]
) -> None:
    held = small(*terms).offices_on("person:a", When.day(day))
    assert [tenure.title for tenure in held] == kinds


def test_no_office_without_a_date() -> None:
    assert registry().offices_on("person:john-kerry", When()) == ()


def test_nearly_every_state_of_today_has_somebody_who_leads_it() -> None:
    tenures = registry().tenures
    led = {t.state for t in tenures if t.office.endswith(("head-of-state", "head-of-government"))}
    today = {code for code, state in states().items() if not state.last_year}
    assert len(today & led) >= 165


def test_many_states_have_their_foreign_ministers() -> None:
    states_with = {t.state for t in registry().tenures if t.office.endswith("foreign-minister")}
    assert len(states_with) >= 110


@pytest.mark.parametrize("wide", ["Cardinal", "Foreign Secretary", "Chief Adviser"])
def test_a_title_of_its_own_is_kept(wide: str) -> None:
    assert any(t.title.startswith(wide) for t in registry().tenures)
