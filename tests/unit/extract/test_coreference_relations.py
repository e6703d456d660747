# ruff: noqa: E501 (one line is one case)
"""Pronouns and second names over many relationships: "date | text | words = name"; a dash is nobody."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.extract.naming import cast_of

TABLE = """
2018-07-09 | Abiy Ahmed flew to Asmara. He stayed two days. | He = Abiy Ahmed
2018-07-09 | Abiy Ahmed embraced Isaias Afwerki. The two laughed. | The two = Abiy Ahmed + Isaias Afwerki
2015-12-25 | Narendra Modi landed in Lahore. Modi stayed for two hours. | Modi = Narendra Modi
2015-12-25 | Narendra Modi called Nawaz Sharif. He thanked him. | He = Narendra Modi | him = Nawaz Sharif
2015-12-25 | Sushma Swaraj met Sartaj Aziz. She smiled. | She = Sushma Swaraj
2015-12-25 | Sushma Swaraj met Sartaj Aziz. He did not. | He = Sartaj Aziz
2010-08-10 | Juan Manuel Santos met Hugo Chavez in Santa Marta. Santos praised the talks. | Santos = Juan Manuel Santos
2010-08-10 | Juan Manuel Santos met Hugo Chavez in Santa Marta. Chavez praised the talks. | Chavez = Hugo Chavez
2013-04-20 | Ivica Dacic met Hashim Thaci in Brussels. Dacic was tired. | Dacic = Ivica Dacic
2020-08-12 | Kyriakos Mitsotakis called Angela Merkel. She listened. | She = Angela Merkel
2020-08-12 | Kyriakos Mitsotakis called Angela Merkel. He was angry. | He = Kyriakos Mitsotakis
2020-08-12 | Mr. Mitsotakis spoke first. Mr. Erdogan answered. | Mitsotakis = Kyriakos Mitsotakis | Erdogan = Recep Tayyip Erdogan
2018-04-27 | Moon Jae-in welcomed Kim Jong Un. Moon offered tea. | Moon = Moon Jae-in
2018-04-27 | Moon Jae-in welcomed Kim Jong Un. Kim drank it. | Kim = Kim Jong Un
2014-11-10 | Shinzo Abe shook the hand of Xi Jinping. Xi looked away. | Xi = Xi Jinping
2014-11-10 | Shinzo Abe shook the hand of Xi Jinping. Abe looked glad. | Abe = Shinzo Abe
2014-12-17 | Raul Castro praised Barack Obama. He thanked the pope. | He = Raul Castro
2016-01-03 | Adel al-Jubeir spoke in Riyadh. Jubeir named no date. | Jubeir = Adel al-Jubeir
2016-01-03 | Adel al-Jubeir spoke in Riyadh. Al-Jubeir named no date. | Al-Jubeir = Adel al-Jubeir
2009-10-10 | Edward Nalbandian signed, and Ahmet Davutoglu did so after him. | him = Edward Nalbandian
2009-10-10 | In his speech, Ahmet Davutoglu thanked Hillary Clinton. | his = Ahmet Davutoglu
2009-10-10 | In her speech, Hillary Clinton thanked Ahmet Davutoglu. | her = Hillary Clinton
2017-06-05 | The report was long. He read it. | He = -
2017-06-05 | The ship sank. She was old. | She = -
2017-06-05 | Greece and Turkey met. He was glad. | He = -
2015-12-25 | Sushma Swaraj spoke. He was glad. | He = -
2015-12-25 | Nawaz Sharif spoke. She was glad. | She = -
"""


def _cases() -> list[object]:
    found: list[object] = []
    for line in TABLE.strip().splitlines():
        day, text, *pairs = (part.strip() for part in line.split(" | "))
        wanted = dict(pair.split(" = ") for pair in pairs)
        found.append(
            pytest.param(date.fromisoformat(day), text, wanted, id=line[:90].replace(" ", "_"))
        )
    return found


def _name(text: str, day: date, words: str) -> str:
    """Return whom the last mention of these words stands for."""
    found = [one for one in cast_of(text, day).named if one.mention.text == words]
    if not found:
        return "-"
    if found[-1].members:
        return " + ".join(member.name for member in found[-1].members)
    return found[-1].actor.name if found[-1].actor else "-"


@pytest.mark.parametrize(("day", "text", "wanted"), _cases())
def test_whom_a_word_stands_for(day: date, text: str, wanted: dict[str, str]) -> None:
    assert {words: _name(text, day, words) for words in wanted} == wanted


OFFICES = """
2018-07-09 | Abiy Ahmed arrived. | Abiy Ahmed = Prime Minister of Ethiopia
2015-12-25 | Narendra Modi arrived. | Narendra Modi = Prime Minister of India
2010-08-10 | Juan Manuel Santos arrived. | Juan Manuel Santos = President of Colombia
2009-08-10 | Juan Manuel Santos arrived. | Juan Manuel Santos = -
2014-11-10 | Shinzo Abe arrived. | Shinzo Abe = Prime Minister of Japan
2010-11-10 | Shinzo Abe arrived. | Shinzo Abe = -
2018-04-27 | Moon Jae-in arrived. | Moon Jae-in = President of South Korea
2009-10-10 | Edward Nalbandian arrived. | Edward Nalbandian = Foreign Minister of Armenia
2019-10-10 | Edward Nalbandian arrived. | Edward Nalbandian = -
"""


def _offices() -> list[object]:
    found: list[object] = []
    for line in OFFICES.strip().splitlines():
        day, text, pair = (part.strip() for part in line.split(" | "))
        name, office = pair.split(" = ")
        found.append(pytest.param(date.fromisoformat(day), text, name, office, id=f"{name}, {day}"))
    return found


@pytest.mark.parametrize(("day", "text", "name", "office"), _offices())
def test_the_office_is_that_of_the_day(day: date, text: str, name: str, office: str) -> None:
    (found,) = [one for one in cast_of(text, day).named if one.mention.text == name]
    assert (found.mention.office or "-") == office
