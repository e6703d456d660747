# ruff: noqa: E501 (one line is one case)
"""Who acts and whose place it is, over many relationships: "text | words = who | words = who"."""

from __future__ import annotations

import pytest

from tests.unit.extract.naming import cases, check

STATES = """
Ankara rejected the Greek claim. | Ankara = state:TUR
Tbilisi asked Moscow for an answer. | Tbilisi = state:GEO | Moscow = state:RUS
Islamabad and New Delhi agreed on a hotline. | Islamabad = state:PAK | New Delhi = state:IND
Addis Ababa accused Asmara of lying. | Addis Ababa = state:ETH | Asmara = state:ERI
Talks between Athens and Ankara failed. | Athens = state:GRC | Ankara = state:TUR
The dispute between Tbilisi and Moscow is old. | Tbilisi = state:GEO | Moscow = state:RUS
Relations between Rabat and Algiers are frozen. | Rabat = state:MAR | Algiers = state:DZA
Pyongyang fired a missile. | Pyongyang = state:PRK
Seoul protested to Tokyo. | Seoul = state:KOR | Tokyo = state:JPN
Caracas recalled its envoy from Bogota. | Caracas = state:VEN
Belgrade refuses to recognise Pristina. | Belgrade = state:SRB
Tehran denied the report. | Tehran = state:IRN
Riyadh cut its ties with Tehran. | Riyadh = state:SAU | Tehran = state:IRN
Hanoi told Beijing to withdraw the rig. | Hanoi = state:VNM | Beijing = state:CHN
Manila took Beijing to court. | Manila = state:PHL | Beijing = state:CHN
Yerevan answered Baku within an hour. | Yerevan = state:ARM | Baku = state:AZE
Kyiv thanked Warsaw. | Kyiv = state:UKR | Warsaw = state:POL
Khartoum expelled the envoy. | Khartoum = state:SDN
Lima awaits the verdict. | Lima = state:PER
"""

PLACES = """
The two met in Ankara. | Ankara = ~
The talks in Geneva ended. | Geneva = ~
She was born near Tehran. | Tehran = ~
They flew to Addis Ababa on Monday. | Addis Ababa = ~
The conference was held at a hotel in Doha. | Doha = ~
A bomb went off in Baghdad. | Baghdad = ~
He taught law at a school in Seoul. | Seoul = ~
The train from Belgrade to Sofia was late. | Belgrade = ~ | Sofia = ~
The road between Tbilisi and Yerevan is closed by snow. | Tbilisi = ~ | Yerevan = ~
The flight between Athens and Ankara was late. | Athens = ~ | Ankara = ~
A train between Warsaw and Kyiv was stopped. | Warsaw = ~ | Kyiv = ~
"""

PEOPLES = """
The Turks walked out. | Turks = state:TUR
The Armenians signed it. | Armenians = state:ARM
The Ethiopians and the Eritreans sat apart. | Ethiopians = state:ETH | Eritreans = state:ERI
The Greek government fell. | Greek government = body:grc-government
The Indian government waited. | Indian government = body:ind-government
The government of Peru was told. | government of Peru = body:per-government
Japan's Foreign Ministry was told. | Foreign Ministry = body:jpn-foreign-ministry
The Iranian Foreign Ministry was told. | Iranian Foreign Ministry = body:irn-foreign-ministry
Georgia applied to join NATO. | Georgia = state:GEO
The Ivory Coast closed its border with Ghana. | Ivory Coast = state:CIV | Ghana = state:GHA
South Sudan accused Sudan of bombing it. | South Sudan = state:SSD | Sudan = state:SDN
North Korea answered South Korea. | North Korea = state:PRK | South Korea = state:KOR
The Democratic Republic of Congo protested to Rwanda. | Democratic Republic of Congo = state:COD | Rwanda = state:RWA
Guinea-Bissau is not Guinea. | Guinea-Bissau = state:GNB | Guinea = state:GIN
The Dominican Republic turned back people from Haiti. | Dominican Republic = state:DOM
Niger expelled the envoy of Nigeria. | Niger = state:NER | Nigeria = state:NGA
The U.K. and the UAE signed a treaty. | U.K. = state:GBR | UAE = state:ARE
Papua New Guinea asked Australia for help. | Papua New Guinea = state:PNG | Australia = state:AUS
Bosnia and Herzegovina and Croatia met. | Bosnia and Herzegovina = state:BIH | Croatia = state:HRV
"""

NOBODY = """
Turkey was served at the dinner. | dinner = -
The china was broken. | china = -
It was a hungry summer. | hungry = -
A Georgian house in Bath was sold. | house = -
He spoke with polish. | polish = -
In May they march. | May = - | march = -
Will they come? | Will = -
The Secretary was out. | Secretary = -
On Tuesday it rained. | Tuesday = -
The Treaty of Westphalia was read aloud. | Treaty = -
"""


@pytest.mark.parametrize(("text", "wanted"), cases(STATES))
def test_a_capital_that_acts_is_its_state(text: str, wanted: tuple[tuple[str, str], ...]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(PLACES))
def test_a_capital_where_something_happens_is_a_place(
    text: str, wanted: tuple[tuple[str, str], ...]
) -> None:
    check(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(PEOPLES))
def test_states_their_peoples_and_bodies(text: str, wanted: tuple[tuple[str, str], ...]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(NOBODY))
def test_words_that_name_nobody(text: str, wanted: tuple[tuple[str, str], ...]) -> None:
    check(text, wanted)
