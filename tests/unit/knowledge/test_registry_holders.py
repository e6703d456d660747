# ruff: noqa: E501 (one line is one case)
"""Who held an office on a day: states in dispute, envoys, heads of organisations. One line is one day."""

from __future__ import annotations

from datetime import date

import pytest

from detente.knowledge.names import fold_word
from detente.knowledge.registry import registry
from detente.knowledge.registry_load import when_of
from detente.records import When

HOLDERS = """
1994-05-01 | attorney general | USA | Janet Reno
2008-01-01 | attorney general | USA | Michael Mukasey
2019-03-01 | attorney general | USA | William Barr
2018-12-01 | attorney general | USA | -
2010-01-01 | prosecutor general | RUS | Yuri Chaika
1995-09-05 | first lady | USA | Hillary Clinton
2010-09-05 | first lady | USA | Michelle Obama
2018-06-01 | first lady | KOR | Kim Jung-sook
2019-06-01 | first lady | PRK | Ri Sol Ju
2001-07-17 | army chief | PAK | Pervez Musharraf
2007-12-01 | army chief | PAK | Ashfaq Parvez Kayani
2018-01-01 | army chief | PAK | Qamar Javed Bajwa
2023-01-01 | army chief | UKR | Valerii Zaluzhnyi
2024-03-01 | army chief | UKR | Oleksandr Syrskyi
1999-01-01 | foreign minister | VEN | Miguel Angel Burelli Rivas
2000-01-01 | foreign minister | VEN | Jose Vicente Rangel
2003-01-01 | foreign minister | VEN | Roy Chaderton
2014-10-15 | foreign minister | VEN | Rafael Ramirez
2017-07-15 | foreign minister | VEN | Samuel Moncada
2019-06-01 | vice president | VEN | Delcy Rodriguez
2015-01-01 | vice president | COL | German Vargas Lleras
2023-01-01 | vice president | COL | Francia Marquez
2008-01-01 | defence minister | COL | Juan Manuel Santos
2001-06-01 | foreign minister | PHL | Teofisto Guingona
2004-04-01 | foreign secretary | PHL | Delia Albert
2023-06-01 | vice president | PHL | Sara Duterte
2010-01-01 | defence minister | VNM | Phung Quang Thanh
1990-01-01 | prime minister | VNM | Do Muoi
1995-06-01 | prime minister | ARM | Hrant Bagratyan
2018-04-20 | prime minister | ARM | Serzh Sargsyan
2020-10-01 | defence minister | ARM | Davit Tonoyan
2020-10-01 | defence minister | AZE | Zakir Hasanov
2003-09-01 | prime minister | AZE | Ilham Aliyev
1994-01-01 | head of state | GEO | Eduard Shevardnadze
2018-01-01 | defence minister | SRB | Aleksandar Vulin
1999-03-24 | prime minister | SRB | Mirko Marjanovic
2009-12-01 | foreign minister | GRC | George Papandreou
2018-11-01 | foreign minister | GRC | Alexis Tsipras
2016-01-01 | defence minister | GRC | Panos Kammenos
2015-03-01 | finance minister | GRC | Yanis Varoufakis
2004-04-24 | Turkish Cypriot leader | CYP | Rauf Denktash
2017-01-12 | Turkish Cypriot leader | CYP | Mustafa Akinci
2020-12-01 | Turkish Cypriot leader | CYP | Ersin Tatar
2000-01-01 | prime minister | QAT | Abdullah bin Khalifa Al Thani
2017-06-05 | defence minister | QAT | Khalid bin Mohammad Al Attiyah
2000-01-01 | supreme leader | AFG | Mohammed Omar
2022-01-01 | supreme leader | AFG | Haibatullah Akhundzada
2022-01-01 | prime minister | AFG | Mohammad Hassan Akhund
2012-01-01 | foreign minister | TWN | Timothy Yang
2005-01-01 | foreign minister | TWN | Mark Chen
2016-12-01 | foreign minister | TWN | David Lee
2016-06-01 | foreign minister | MDA | Andrei Galbur
2019-08-01 | foreign minister | MDA | Nicu Popescu
2011-06-01 | president | MDA | Marian Lupu
2001-01-01 | foreign minister | LBN | Mahmoud Hammoud
2010-06-01 | foreign minister | LBN | Ali al-Shami
2006-07-20 | secretary-general | HEZBOLLAH | Hassan Nasrallah
2024-07-01 | political leader | HAMAS | Ismail Haniyeh
2005-01-01 | foreign minister | LBY | Abdel Rahman Shalgham
2011-09-01 | prime minister | LBY | Mahmoud Jibril
2020-01-01 | army chief | LBY | Khalifa Haftar
2017-01-01 | prime minister | YEM | Ahmed Obeid bin Daghr
2021-01-01 | foreign minister | KWT | Ahmad Nasser al-Mohammad Al Sabah
2004-12-01 | president | PSE | Rawhi Fattouh
2006-06-01 | foreign minister | PSE | Mahmoud Zahar
2000-01-01 | foreign minister | JOR | Abdelilah Khatib
1994-10-26 | prime minister | JOR | Abdelsalam al-Majali
1999-03-24 | vice president | SDN | Ali Osman Taha
2005-07-20 | vice president | SDN | John Garang
1996-01-01 | foreign minister | SDN | Ali Osman Taha
2002-01-01 | foreign minister | ERI | Ali Said Abdella
2009-01-01 | prime minister | KEN | Raila Odinga
2012-01-01 | foreign minister | SSD | Nhial Deng Nhial
2002-01-01 | foreign minister | PER | Diego Garcia-Sayan
2020-03-01 | foreign minister | BOL | Karen Longaric
2007-06-01 | foreign minister | ECU | Maria Fernanda Espinosa
2015-06-01 | vice president | ECU | Jorge Glas
2012-06-01 | foreign minister | NIC | Samuel Santos
2009-06-01 | foreign minister | HND | Patricia Rodas
2021-10-20 | foreign minister | JPN | Toshimitsu Motegi
2021-12-01 | foreign minister | JPN | Yoshimasa Hayashi
1998-06-14 | assistant secretary-africa | USA | -
2012-09-01 | ambassador to China | JPN | -
2020-12-01 | ambassador to Australia | CHN | Cheng Jingye
2012-05-01 | ambassador to the Philippines | CHN | Ma Keqing
2015-06-01 | High Commissioner for Human Rights | UN | Zeid Ra'ad Al Hussein
2000-06-01 | High Commissioner for Human Rights | UN | Mary Robinson
2019-06-01 | Special Envoy for Yemen | UN | Martin Griffiths
2015-06-01 | Special Representative for Libya | UN | Bernardino Leon
1998-02-24 | chief weapons inspector | UN | Richard Butler
2002-11-19 | chief weapons inspector | UN | Hans Blix
1999-06-01 | commission president | EU | Manuel Marin
2014-06-01 | parliament president | EU | Martin Schulz
2023-01-01 | parliament president | EU | Roberta Metsola
1997-06-30 | governor | HKG | Chris Patten
1999-01-01 | chief executive | HKG | Tung Chee-hwa
2019-08-01 | chief executive | HKG | Carrie Lam
2003-01-01 | Secretary General | OSCE | Jan Kubis
2001-01-01 | Director-General | OPCW | Jose Bustani
2013-01-01 | Secretary General | COUNCIL-OF-EUROPE | Thorbjorn Jagland
2022-01-06 | Secretary General | CSTO | Stanislav Zas
2009-03-05 | Prosecutor of the International Criminal Court | ICC | Luis Moreno-Ocampo
2002-01-01 | Prosecutor of the Yugoslavia tribunal | ICTY | Carla Del Ponte
2010-01-01 | President of the European Central Bank | ECB | Jean-Claude Trichet
2010-01-01 | President of the World Bank | WORLD-BANK | Robert Zoellick
2003-01-01 | High Representative | BIH | Paddy Ashdown
2023-01-01 | High Representative | BIH | Christian Schmidt
1995-07-11 | President of Republika Srpska | BIH | Radovan Karadzic
"""


@pytest.mark.parametrize("line", HOLDERS.strip().splitlines(), ids=lambda line: line.replace(" ", "_"))
def test_who_held_an_office(line: str) -> None:
    day, office, state, name = (part.strip() for part in line.split(" | "))
    known = registry()
    held = known.holders(office, state, When.day(date.fromisoformat(day)))
    assert [known.actor(term.person).name for term in held] == ([] if name == "-" else [name])


CALLED = """
Hemedti | Mohamed Hamdan Dagalo
Mullah Omar | Mohammed Omar
Qasem Soleimani | Qassem Soleimani
Luis Moreno Ocampo | Luis Moreno-Ocampo
Khaled Mashal | Khaled Meshaal
Abdulmalik al-Houthi | Abdul-Malik al-Houthi
Sviatlana Tsikhanouskaya | Svetlana Tikhanovskaya
Valery Zaluzhny | Valerii Zaluzhnyi
King Abdullah II | King Abdullah II
"""


@pytest.mark.parametrize("line", CALLED.strip().splitlines())
def test_other_spellings_find_the_same_person(line: str) -> None:
    form, name = (part.strip() for part in line.split(" | "))
    assert [actor.name for actor in registry().find(form)] == [name]


def test_first_names_and_kings_are_found_by_the_name_they_are_called_by() -> None:
    known = registry()
    assert "person:isaias-afwerki" in known.surnamed("isaias")
    assert "person:king-abdullah-ii" in known.surnamed(fold_word("abdullah"))
    assert known.has_given("vladimir")
    assert not known.has_given("king")


def test_every_tenure_has_a_precision_and_a_note() -> None:
    for term in registry().tenures:
        assert term.note
        assert term.start.precision in ("day", "month", "year"), term
        assert not term.end.known or term.end.precision in ("day", "month", "year"), term


def test_no_term_begins_after_its_end_nor_before_the_person_is_known() -> None:
    known = registry()
    assert not known.check()
    assert all(term.person in known.actors for term in known.tenures)
    assert when_of("2013-02").precision == "month"
