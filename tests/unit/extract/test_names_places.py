"""States and capitals in every reading, and the places of the gazetteer."""

from __future__ import annotations

import pytest

from tests.unit.extract.naming import cases, cast_of, check, written

STATES = """
Afghanistan | Afghan | Kabul | AFG
Albania | Albanian | Tirana | ALB
Algeria | Algerian | Algiers | DZA
Andorra | Andorran |  | AND
Angola | Angolan | Luanda | AGO
Antigua and Barbuda | Antiguan |  | ATG
Argentina | Argentine | Buenos Aires | ARG
Armenia | Armenian | Yerevan | ARM
Australia | Australian | Canberra | AUS
Austria | Austrian | Vienna | AUT
Azerbaijan | Azerbaijani | Baku | AZE
Bahamas | Bahamian | Nassau | BHS
Bahrain | Bahraini | Manama | BHR
Bangladesh | Bangladeshi | Dhaka | BGD
Barbados | Barbadian | Bridgetown | BRB
Belarus | Belarusian | Minsk | BLR
Belgium | Belgian | Brussels | BEL
Belize | Belizean | Belmopan | BLZ
Benin | Beninese | Porto-Novo | BEN
Bhutan | Bhutanese | Thimphu | BTN
Bolivia | Bolivian | La Paz | BOL
Bosnia and Herzegovina | Bosnian | Sarajevo | BIH
Botswana | Botswanan | Gaborone | BWA
Brazil | Brazilian | Brasilia | BRA
Brunei | Bruneian | Bandar Seri Begawan | BRN
Bulgaria | Bulgarian | Sofia | BGR
Burkina Faso | Burkinabe | Ouagadougou | BFA
Burundi | Burundian | Bujumbura | BDI
Cambodia | Cambodian | Phnom Penh | KHM
Cameroon | Cameroonian | Yaounde | CMR
Canada | Canadian | Ottawa | CAN
Cape Verde | Cape Verdean | Praia | CPV
Central African Republic |  | Bangui | CAF
Chad | Chadian | N'Djamena | TCD
Chile | Chilean |  | CHL
China | Chinese | Beijing | CHN
Colombia | Colombian | Bogota | COL
Comoros | Comoran | Moroni | COM
Republic of the Congo |  | Brazzaville | COG
Democratic Republic of the Congo | Congolese | Kinshasa | COD
Costa Rica | Costa Rican |  | CRI
Ivory Coast | Ivorian | Abidjan | CIV
Croatia | Croatian | Zagreb | HRV
Cuba | Cuban | Havana | CUB
Cyprus | Cypriot | Nicosia | CYP
Czech Republic | Czech | Prague | CZE
Denmark | Danish | Copenhagen | DNK
Djibouti | Djiboutian |  | DJI
Dominica |  | Roseau | DMA
Dominican Republic |  | Santo Domingo | DOM
Ecuador | Ecuadorian | Quito | ECU
Egypt | Egyptian | Cairo | EGY
El Salvador | Salvadoran | San Salvador | SLV
Equatorial Guinea | Equatorial Guinean | Malabo | GNQ
Eritrea | Eritrean | Asmara | ERI
Estonia | Estonian | Tallinn | EST
Eswatini | Swazi | Mbabane | SWZ
Ethiopia | Ethiopian | Addis Ababa | ETH
Fiji | Fijian | Suva | FJI
Finland | Finnish | Helsinki | FIN
France | French | Paris | FRA
Gabon | Gabonese | Libreville | GAB
Gambia | Gambian | Banjul | GMB
Georgia | Georgian | Tbilisi | GEO
Germany | German | Berlin | DEU
Ghana | Ghanaian | Accra | GHA
Greece | Greek | Athens | GRC
Grenada | Grenadian |  | GRD
Guatemala | Guatemalan | Guatemala City | GTM
Guinea | Guinean | Conakry | GIN
Guinea-Bissau |  | Bissau | GNB
Guyana | Guyanese |  | GUY
Haiti | Haitian | Port-au-Prince | HTI
Honduras | Honduran | Tegucigalpa | HND
Hungary | Hungarian | Budapest | HUN
Iceland | Icelandic | Reykjavik | ISL
India | Indian | New Delhi | IND
Indonesia | Indonesian | Jakarta | IDN
Iran | Iranian | Tehran | IRN
Iraq | Iraqi | Baghdad | IRQ
Ireland | Irish | Dublin | IRL
Israel | Israeli | Jerusalem | ISR
Italy | Italian | Rome | ITA
Jamaica | Jamaican |  | JAM
Japan | Japanese | Tokyo | JPN
Jordan | Jordanian | Amman | JOR
Kazakhstan | Kazakh | Astana | KAZ
Kenya | Kenyan | Nairobi | KEN
Kiribati |  | Tarawa | KIR
Kosovo | Kosovar | Pristina | XKX
Kuwait | Kuwaiti | Kuwait City | KWT
Kyrgyzstan | Kyrgyz | Bishkek | KGZ
Laos | Laotian | Vientiane | LAO
Latvia | Latvian | Riga | LVA
Lebanon | Lebanese | Beirut | LBN
Lesotho |  | Maseru | LSO
Liberia | Liberian | Monrovia | LBR
Libya | Libyan | Tripoli | LBY
Liechtenstein |  | Vaduz | LIE
Lithuania | Lithuanian | Vilnius | LTU
Luxembourg | Luxembourgish |  | LUX
Madagascar | Malagasy | Antananarivo | MDG
Malawi | Malawian | Lilongwe | MWI
Malaysia | Malaysian | Kuala Lumpur | MYS
Maldives | Maldivian |  | MDV
Mali | Malian | Bamako | MLI
Malta | Maltese | Valletta | MLT
Marshall Islands | Marshallese | Majuro | MHL
Mauritania | Mauritanian | Nouakchott | MRT
Mauritius | Mauritian | Port Louis | MUS
Mexico | Mexican | Mexico City | MEX
Micronesia | Micronesian | Palikir | FSM
Moldova | Moldovan | Chisinau | MDA
Monaco | Monegasque |  | MCO
Mongolia | Mongolian | Ulan Bator | MNG
Montenegro | Montenegrin | Podgorica | MNE
Morocco | Moroccan | Rabat | MAR
Mozambique | Mozambican | Maputo | MOZ
Myanmar | Burmese | Naypyidaw | MMR
Namibia | Namibian | Windhoek | NAM
Nauru | Nauruan |  | NRU
Nepal | Nepalese | Kathmandu | NPL
Netherlands | Dutch | The Hague | NLD
New Zealand | New Zealand | Wellington | NZL
Nicaragua | Nicaraguan | Managua | NIC
Niger | Nigerien | Niamey | NER
Nigeria | Nigerian | Abuja | NGA
North Korea | North Korean | Pyongyang | PRK
North Macedonia | Macedonian | Skopje | MKD
Norway | Norwegian | Oslo | NOR
Oman | Omani | Muscat | OMN
Pakistan | Pakistani | Islamabad | PAK
Palau | Palauan |  | PLW
Palestine | Palestinian | Ramallah | PSE
Panama | Panamanian | Panama City | PAN
Papua New Guinea | Papua New Guinean | Port Moresby | PNG
Paraguay | Paraguayan | Asuncion | PRY
Peru | Peruvian | Lima | PER
Philippines | Philippine | Manila | PHL
Poland | Polish | Warsaw | POL
Portugal | Portuguese | Lisbon | PRT
Qatar | Qatari | Doha | QAT
Romania | Romanian | Bucharest | ROU
Russia | Russian | Moscow | RUS
Rwanda | Rwandan | Kigali | RWA
Saint Kitts and Nevis |  | Basseterre | KNA
Saint Lucia | Saint Lucian | Castries | LCA
Saint Vincent and the Grenadines |  |  | VCT
Samoa | Samoan | Apia | WSM
San Marino |  |  | SMR
Sao Tome and Principe |  |  | STP
Saudi Arabia | Saudi | Riyadh | SAU
Senegal | Senegalese | Dakar | SEN
Serbia | Serbian | Belgrade | SRB
Seychelles |  |  | SYC
Sierra Leone | Sierra Leonean | Freetown | SLE
Singapore | Singaporean |  | SGP
Slovakia | Slovak | Bratislava | SVK
Slovenia | Slovenian | Ljubljana | SVN
Solomon Islands |  | Honiara | SLB
Somalia | Somali | Mogadishu | SOM
South Africa | South African | Pretoria | ZAF
South Korea | South Korean | Seoul | KOR
South Sudan | South Sudanese | Juba | SSD
Spain | Spanish | Madrid | ESP
Sri Lanka | Sri Lankan | Colombo | LKA
Sudan | Sudanese | Khartoum | SDN
Suriname | Surinamese | Paramaribo | SUR
Sweden | Swedish | Stockholm | SWE
Switzerland | Swiss | Bern | CHE
Syria | Syrian | Damascus | SYR
Taiwan | Taiwanese | Taipei | TWN
Tajikistan | Tajik | Dushanbe | TJK
Tanzania | Tanzanian | Dodoma | TZA
Thailand | Thai | Bangkok | THA
East Timor | East Timorese | Dili | TLS
Togo | Togolese | Lome | TGO
Tonga | Tongan |  | TON
Trinidad and Tobago | Trinidadian | Port of Spain | TTO
Tunisia | Tunisian | Tunis | TUN
Turkey | Turkish | Ankara | TUR
Turkmenistan | Turkmen | Ashgabat | TKM
Tuvalu | Tuvaluan | Funafuti | TUV
Uganda | Ugandan | Kampala | UGA
Ukraine | Ukrainian | Kiev | UKR
United Arab Emirates | Emirati | Abu Dhabi | ARE
United Kingdom | British | London | GBR
United States | U.S. | Washington | USA
Uruguay | Uruguayan | Montevideo | URY
Uzbekistan | Uzbek | Tashkent | UZB
Vanuatu | Vanuatuan |  | VUT
Vatican City |  |  | VAT
Venezuela | Venezuelan | Caracas | VEN
Vietnam | Vietnamese | Hanoi | VNM
Yemen | Yemeni | Sanaa | YEM
Zambia | Zambian | Lusaka | ZMB
Zimbabwe | Zimbabwean | Harare | ZWE
Western Sahara | Sahrawi |  | ESH
Hong Kong |  |  | HKG
Macau |  |  | MAC
Greenland | Greenlandic | Nuuk | GRL
Puerto Rico | Puerto Rican | San Juan | PRI
Bermuda | Bermudian |  | BMU
Gibraltar | Gibraltarian |  | GIB
Faroe Islands | Faroese |  | FRO
Cook Islands |  |  | COK
"""

PLACES = """
They met in Geneva on Monday. | Geneva = ~
They met in St. Petersburg on Monday. | St. Petersburg = ~
They met in St Petersburg on Monday. | St Petersburg = ~
They met in Saint Petersburg on Monday. | Saint Petersburg = ~
They met in Munich on Monday. | Munich = ~
They met in Istanbul on Monday. | Istanbul = ~
They met in New York on Monday. | New York = ~
They met in Hong Kong on Monday. | Hong Kong = ~
They met in Sochi on Monday. | Sochi = ~
They met in Camp David on Monday. | Camp David = ~
They met at Lough Erne on Monday. | Lough Erne = ~
They met in Northern Ireland on Monday. | Northern Ireland = ~
They met in New Mexico on Monday. | New Mexico = ~
They met in Siberia on Monday. | Siberia = ~
They met in Crimea on Monday. | Crimea = ~
They met in Chechnya on Monday. | Chechnya = ~
They met in the Donbas on Monday. | Donbas = ~
They met in Kashmir on Monday. | Kashmir = ~
They met in the West Bank on Monday. | West Bank = ~
They met in the Gaza Strip on Monday. | Gaza Strip = ~
They met in the Golan Heights on Monday. | Golan Heights = ~
They met in Aleppo on Monday. | Aleppo = ~
They met in Homs on Monday. | Homs = ~
They met in Fallujah on Monday. | Fallujah = ~
They met in Benghazi on Monday. | Benghazi = ~
They met in Darfur on Monday. | Darfur = ~
They met in Tibet on Monday. | Tibet = ~
They met in Xinjiang on Monday. | Xinjiang = ~
They met in Panmunjom on Monday. | Panmunjom = ~
They met in Okinawa on Monday. | Okinawa = ~
They met in Bavaria on Monday. | Bavaria = ~
They met in Catalonia on Monday. | Catalonia = ~
They met in Scotland on Monday. | Scotland = ~
They met in California on Monday. | California = ~
They met in Texas on Monday. | Texas = ~
They met in Quebec on Monday. | Quebec = ~
They met in Boston on Monday. | Boston = ~
They met in Chicago on Monday. | Chicago = ~
They met in Los Angeles on Monday. | Los Angeles = ~
They met in Sheffield on Monday. | Sheffield = ~
They met in Dortmund on Monday. | Dortmund = ~
They met in Yekaterinburg on Monday. | Yekaterinburg = ~
They met in Kharkiv on Monday. | Kharkiv = ~
They met in Nagorno-Karabakh on Monday. | Nagorno-Karabakh = ~
They met in South Ossetia on Monday. | South Ossetia = ~
They met in Transnistria on Monday. | Transnistria = ~
They met in Latin America on Monday. | Latin America = ~
They met in Eastern Europe on Monday. | Eastern Europe = ~
They met in eastern Europe on Monday. | eastern Europe = ~
They met in the Middle East on Monday. | Middle East = ~
They met in Central Asia on Monday. | Central Asia = ~
They met in Africa on Monday. | Africa = ~
They met on the Black Sea on Monday. | Black Sea = ~
They sailed through the Strait of Hormuz. | Strait of Hormuz = ~
They sailed through the South China Sea. | South China Sea = ~ | China = -
They sailed up the Nile. | Nile = ~
They sailed through the Suez Canal. | Suez Canal = ~
The village of Lipovka was burnt. | Lipovka = ~
The town of Qasrin was burnt. | Qasrin = ~
The Gulf War was over. | Gulf = -
He ran in the Boston Marathon. | Boston = -
BOSTON - The trial began. | BOSTON = ~
MOSCOW (Reuters) - The trial began. | MOSCOW = ~
MOSCOW — The trial began. | MOSCOW = ~
MINSK, Belarus - The trial began. | MINSK = ~
MUSCAT: The trial began. | MUSCAT = ~
"""

READINGS = """
Moscow believes that the plan has failed. | Moscow = state:RUS
Moscow's patience has run out. | Moscow = state:RUS
The patience of Moscow has run out. | Moscow = state:RUS
Relations with Moscow are bad. | Moscow = state:RUS
The sanctions against Moscow went on. | Moscow = state:RUS
The talks between Moscow and Washington failed. | Moscow = state:RUS | Washington = state:USA
The plan was rejected by Moscow. | Moscow = state:RUS
They accused Moscow of lying. | Moscow = state:RUS
They asked Moscow for help. | Moscow = state:RUS
A message from Moscow arrived. | Moscow = state:RUS
The pressure on Moscow grew. | Moscow = state:RUS
Unlike Moscow, they voted for it. | Moscow = state:RUS
The talks took place in Moscow. | Moscow = ~
The talks took place near Moscow. | Moscow = ~
The talks took place outside Moscow. | Moscow = ~
They flew to Moscow. | Moscow = ~
They returned from Moscow. | Moscow = ~
They arrived at noon from Moscow. | Moscow = ~
They left Moscow at noon. | Moscow = ~
They visited Moscow in May. | Moscow = ~
He was on a visit to Moscow. | Moscow = ~
The trip to Moscow was long. | Moscow = ~
The mayor of Moscow resigned. | Moscow = ~
A Moscow suburb burnt. | Moscow = ~
The Moscow airport was closed. | Moscow = ~
A Moscow court sentenced him. | Moscow = ~
They bombed Damascus at night. | Damascus = ~
They shelled Damascus at night. | Damascus = ~
The noodles from Pyongyang were cold. | Pyongyang = ~
The Kremlin declined to answer. | Kremlin = state:RUS
The Kremlin's answer was short. | Kremlin = state:RUS
They sat in the Kremlin for hours. | Kremlin = ~
The White House declined to answer. | White House = state:USA
They sat in the White House for hours. | White House = ~
Downing Street welcomed the news. | Downing Street = state:GBR
They stood in Downing Street. | Downing Street = ~
Smolenskaya Square welcomed the news. | Smolenskaya Square = state:RUS
The ministry stands on Smolenskaya Square. | Smolenskaya Square = ~
Foggy Bottom welcomed the news. | Foggy Bottom = state:USA
The Elysee welcomed the news. | Elysee = state:FRA
Beijing and Tokyo recalled their envoys. | Beijing = state:CHN | Tokyo = state:JPN
They met in Berlin, as opposed to Washington. | Berlin = ~ | Washington = ~
Tehran, Ankara and Baghdad agreed. | Tehran = state:IRN | Ankara = state:TUR | Baghdad = state:IRQ
"""


def rows(table: str) -> list[object]:
    """The parameters of the table of states: name, adjective, capital, code."""
    found: list[object] = []
    for line in table.strip().splitlines():
        name, adjective, capital, code = (part.strip() for part in line.split("|"))
        found.append(pytest.param(name, adjective, capital, f"state:{code}", id=code))
    return found


@pytest.mark.parametrize(("name", "adjective", "capital", "state"), rows(STATES))
def test_every_state_by_name_adjective_and_capital(
    name: str, adjective: str, capital: str, state: str
) -> None:
    cast = cast_of(
        f"They spoke with {name} about it. / The war in {name} went on. / "
        f"The {adjective} envoy rose. / "
        f"The envoys met in {capital} on Monday."
    )
    by_paragraph = {}
    for named in cast.named:
        if named.mention.text in (name, adjective, capital):
            by_paragraph[cast.parse.sent_of(named.first).paragraph] = written(named)
    wanted = {0: state, 1: "~"}
    wanted |= {2: state} if adjective else {}
    wanted |= {3: "~"} if capital else {}
    assert {key: by_paragraph.get(key) for key in wanted} == wanted


@pytest.mark.parametrize(("text", "wanted"), cases(PLACES))
def test_places_of_the_gazetteer(text: str, wanted: tuple[tuple[str, str], ...]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(READINGS))
def test_capitals_and_seats_act_or_are_places(text: str, wanted: tuple[tuple[str, str], ...]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        ("Moscow believes it.", "Moscow", "place"),
        ("They met in Moscow.", "Moscow", "state:RUS"),
        ("The war in Syria goes on.", "Syria", "state:SYR"),
        ("Russia believes it.", "Russia", None),
        ("They met in Boston.", "Boston", None),
        ("Sergei Lavrov believes it.", "Sergei Lavrov", None),
    ],
)
def test_the_other_reading_is_kept(text: str, words: str, other: str | None) -> None:
    (mention,) = [n.mention for n in cast_of(text).named if n.mention.text == words]
    assert mention.other_reading == other
    assert mention.reason
