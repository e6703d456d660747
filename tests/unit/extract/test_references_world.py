# ruff: noqa: E501 (one line is one case)
"""Office phrases of other relationships: one line is one case, "date | text | words = name"."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.extract.naming import cast_of

HOLDERS = """
2018-07-09 | The Ethiopian prime minister agreed. | The Ethiopian prime minister = Abiy Ahmed
2000-06-18 | The Ethiopian prime minister agreed. | The Ethiopian prime minister = Meles Zenawi
2018-07-09 | The Eritrean president agreed. | The Eritrean president = Isaias Afwerki
2013-04-20 | The Serbian prime minister agreed. | The Serbian prime minister = Ivica Dacic
2013-04-20 | Kosovo's prime minister agreed. | Kosovo's prime minister = Hashim Thaci
2010-07-22 | The Colombian president agreed. | The Colombian president = Alvaro Uribe
2010-07-22 | The Venezuelan leader agreed. | The Venezuelan leader = Hugo Chavez
2020-08-12 | The Greek prime minister agreed. | The Greek prime minister = Kyriakos Mitsotakis
2020-08-12 | The Turkish president agreed. | The Turkish president = Recep Tayyip Erdogan
2015-12-25 | The Indian prime minister agreed. | The Indian prime minister = Narendra Modi
2015-12-25 | The Indian leader agreed. | The Indian leader = Narendra Modi
2015-12-25 | The Pakistani prime minister agreed. | The Pakistani prime minister = Nawaz Sharif
2016-01-03 | The Saudi foreign minister agreed. | The Saudi foreign minister = Adel al-Jubeir
2016-01-03 | The Saudi king agreed. | The Saudi king = Salman
2023-03-10 | The Iranian foreign minister agreed. | The Iranian foreign minister = Hossein Amir-Abdollahian
2017-06-05 | Qatar's emir agreed. | Qatar's emir = Tamim bin Hamad Al Thani
2017-06-05 | The emir of Qatar agreed. | The emir = Tamim bin Hamad Al Thani
2017-09-07 | Kuwait's emir agreed. | Kuwait's emir = Sabah Al Ahmad Al Sabah
2012-09-11 | The Japanese prime minister agreed. | The Japanese prime minister = Yoshihiko Noda
2014-11-10 | The Japanese premier agreed. | The Japanese premier = Shinzo Abe
2014-11-10 | The Chinese president agreed. | The Chinese president = Xi Jinping
1995-07-12 | Vietnam's prime minister agreed. | Vietnam's prime minister = Vo Van Kiet
2024-04-06 | The Ecuadorean president agreed. | The Ecuadorean president = Daniel Noboa
2024-04-06 | The Mexican foreign minister agreed. | The Mexican foreign minister = Alicia Barcena
1998-10-28 | The Argentine president agreed. | The Argentine president = Carlos Menem
2008-03-01 | Ecuador's president agreed. | Ecuador's president = Rafael Correa
2009-10-10 | The Armenian foreign minister agreed. | The Armenian foreign minister = Edward Nalbandian
2020-11-10 | The Azerbaijani president agreed. | The Azerbaijani president = Ilham Aliyev
2021-08-24 | The Algerian foreign minister agreed. | The Algerian foreign minister = Ramtane Lamamra
2021-08-24 | Morocco's king agreed. | Morocco's king = King Mohammed VI
2013-03-25 | The Cypriot president agreed. | The Cypriot president = Nicos Anastasiades
2016-07-12 | The Philippine president agreed. | The Philippine president = Rodrigo Duterte
2012-04-10 | The Philippine foreign secretary agreed. | The Philippine foreign secretary = Albert del Rosario
2011-02-06 | The Thai prime minister agreed. | The Thai prime minister = Abhisit Vejjajiva
2012-12-01 | The Rwandan president agreed. | The Rwandan president = Paul Kagame
2005-01-09 | Sudan's president agreed. | Sudan's president = Omar al-Bashir
2015-09-04 | Hungary's prime minister agreed. | Hungary's prime minister = Viktor Orban
2017-04-01 | The Irish taoiseach agreed. | The Irish taoiseach = Enda Kenny
2018-04-27 | South Korea's president agreed. | South Korea's president = Moon Jae-in
2018-04-27 | The North Korean leader agreed. | The North Korean leader = Kim Jong Un
2019-02-27 | The supreme leader of Iran agreed. | The supreme leader = Ali Khamenei
2014-12-17 | The Cuban president agreed. | The Cuban president = Raul Castro
2003-03-01 | The secretary-general of the United Nations agreed. | The secretary-general = Kofi Annan
2015-03-01 | The EU foreign policy chief agreed. | The EU foreign policy chief = Federica Mogherini
2015-03-01 | NATO's secretary general agreed. | NATO's secretary general = Jens Stoltenberg
"""

TOLD = """
2031-05-05 | Prime Minister Ann Alpha of Chile spoke. Bo Beta left. The Chilean prime minister was tired. | The Chilean prime minister = Ann Alpha
2031-05-05 | Ann Alpha, the Peruvian envoy, spoke. Bo Beta left. The envoy was tired. | The envoy = Ann Alpha
2031-05-05 | Ann Alpha, the ambassador of Peru, spoke. Bo Beta left. The ambassador was tired. | The ambassador = Ann Alpha
2031-05-05 | General Bo Beta spoke. Ann Alpha left. The general was tired. | The general = Bo Beta
2031-05-05 | Prince Bo Beta spoke. Ann Alpha left. The prince was tired. | The prince = Bo Beta
2031-05-05 | Bo Beta, the governor of Aksu, spoke. Ann Alpha left. The governor was tired. | The governor = Bo Beta
2031-05-05 | Bo Beta, the mayor of Aksu, spoke. Ann Alpha left. The mayor was tired. | The mayor = Bo Beta
2031-05-05 | Ann Alpha, a professor of law, spoke. Bo Beta left. The professor was tired. | The professor = Ann Alpha
2031-05-05 | Ann Alpha, a foreign ministry spokeswoman, spoke. Bo Beta left. The spokeswoman was tired. | The spokeswoman = Ann Alpha
2031-05-05 | Foreign Minister Ann Alpha of Peru met Foreign Minister Bo Beta of Chile. The Chilean minister was tired. | The Chilean minister = Bo Beta
2031-05-05 | Foreign Minister Ann Alpha of Peru met Foreign Minister Bo Beta of Chile. The two ministers were tired. | The two ministers = Ann Alpha + Bo Beta
2031-05-05 | President Ann Alpha of Peru met President Bo Beta of Chile. The two leaders were tired. | The two leaders = Ann Alpha + Bo Beta
2031-05-05 | President Ann Alpha of Peru met President Bo Beta of Chile. Both presidents were tired. | Both presidents = Ann Alpha + Bo Beta
2031-05-05 | Former Foreign Minister Ann Alpha spoke. The foreign minister was tired. | The foreign minister = -
2031-05-05 | Ann Alpha, a former ambassador, spoke. The ambassador was tired. | The ambassador = -
2031-05-05 | Foreign Minister Ann Alpha of Peru spoke. Her counterpart did not. Foreign Minister Bo Beta of Chile came. | Her counterpart = -
2031-05-05 | Foreign Minister Ann Alpha of Peru and Foreign Minister Bo Beta of Chile came. Alpha spoke. Her counterpart did not. | Her counterpart = Bo Beta
2031-05-05 | Foreign Minister Ann Alpha of Peru and Foreign Minister Bo Beta of Chile came. Alpha spoke. Her Chilean counterpart did not. | Her Chilean counterpart = Bo Beta
2031-05-05 | The pilot, Bo Beta, died. A letter reached the pilot's wife. | the pilot = Bo Beta
"""

RELATIONS = """
2000-07-20 | Bill Clinton is in Japan. Hillary Clinton spoke. Her husband did not. | Her husband = Bill Clinton
2015-01-25 | Raul Castro spoke. Fidel Castro is old. His brother is not. | His brother = Raul Castro
2013-02-26 | Ann Alpha and Bo Alpha came. Her brother did not speak. | Her brother = -
2017-09-07 | Donald Trump received Sheikh Sabah al-Ahmad al-Sabah. His guest spoke. | His guest = Sabah Al Ahmad Al Sabah
2013-05-07 | John Kerry arrived in Moscow. Vladimir Putin waited. The guest smiled. | The guest = John Kerry
2018-03-01 | Hailemariam Desalegn resigned. His successor was unknown. | His successor = Abiy Ahmed
2013-11-01 | Nicos Anastasiades spoke. His predecessor had not. | His predecessor = Demetris Christofias
2020-08-13 | Nikos Dendias spoke. His Turkish counterpart did not. | His Turkish counterpart = Mevlut Cavusoglu
2015-12-25 | Sushma Swaraj came. Her Pakistani counterpart did not. | Her Pakistani counterpart = -
2016-04-06 | Adel al-Jubeir spoke. His Iranian counterpart did not. | His Iranian counterpart = Mohammad Javad Zarif
"""

SEVERAL = """
2015-02-13 | The leaders of Russia, Ukraine, Germany and France agreed. The four leaders will talk. | The four leaders = Vladimir Putin + Petro Poroshenko + Angela Merkel + Francois Hollande
2015-02-13 | The leaders of Germany and France agreed. | The leaders = Angela Merkel + Francois Hollande
2018-07-09 | Abiy Ahmed embraced Isaias Afwerki. The two leaders danced. | The two leaders = Abiy Ahmed + Isaias Afwerki
2013-04-20 | Ivica Dačić and Hashim Thaçi signed. Both prime ministers smiled. | Both prime ministers = Ivica Dacic + Hashim Thaci
2014-11-24 | There was no meeting of the presidents. Barack Obama and Hassan Rouhani have never met. | the presidents = Barack Obama + Hassan Rouhani
2004-01-06 | Atal Bihari Vajpayee met Pervez Musharraf. These men failed in Agra. | These men = Atal Bihari Vajpayee + Pervez Musharraf
2010-08-10 | Juan Manuel Santos met Hugo Chavez. The two presidents shook hands. | The two presidents = Juan Manuel Santos + Hugo Chavez
"""

CROWNED = """
1998-10-29 | Argentina's president came to Britain. He was received by the Queen. | the Queen = Elizabeth II
2017-09-08 | Qatar and Saudi Arabia spoke. The emir called the crown prince. | The emir = Tamim bin Hamad Al Thani
2017-09-08 | Qatar and Saudi Arabia spoke. The emir called the crown prince. | the crown prince = Mohammed bin Salman
2017-09-08 | Qatar and Kuwait spoke. The emir smiled. | The emir = -
2014-11-10 | Germany and France spoke. The chancellor smiled. | The chancellor = Angela Merkel
"""


def lines(table: str) -> list[object]:
    found: list[object] = []
    for line in filter(None, table.splitlines()):
        day, text, pair = (part.strip() for part in line.split(" | "))
        words, name = (side.strip() for side in pair.split(" = "))
        found.append(pytest.param(date.fromisoformat(day), text, words, name, id=f"{day} {text}"[:90]))
    return found


def named(day: date, text: str, words: str) -> str:
    for one in cast_of(text, day).named:
        if one.mention.text == words and one.mention.form == "office":
            return " + ".join(m.name for m in one.members) or one.mention.name
    return "-"


@pytest.mark.parametrize(
    ("day", "text", "words", "name"), lines(HOLDERS + TOLD + RELATIONS + SEVERAL + CROWNED)
)
def test_office_phrases_of_the_world(day: date, text: str, words: str, name: str) -> None:
    assert named(day, text, words) == name


PRONOUNS = """
2013-02-26 | Anna Lund thanked Maria Holm for her patience. | her = Maria Holm
2013-02-26 | Anna Lund praised Maria Holm for her work. | her = Maria Holm
2013-02-26 | Ivo Marsh met Petr Hall. Hall, the minister, refused to accompany him. | him = Ivo Marsh
2013-02-26 | Ivo Marsh waited. Petr Hall wanted to greet him. | him = Ivo Marsh
2013-02-26 | Ivo Marsh waited. Petr Hall came to greet him. | him = Ivo Marsh
2013-02-26 | Ivo Marsh waited. The men who want to succeed him are Petr Hall and Ola Lund. | him = Ivo Marsh
2013-02-26 | Maria Holm spoke. Anna Lund declined the invitation because, she said, the guests were rude. | she = Anna Lund
2013-02-26 | Ivo Marsh came late. / Petr Hall, he said, was patient. | he = Ivo Marsh
2013-02-26 | Petr Hall left. "It rained," said Ivo Marsh. / His colleague was wet. | His = Ivo Marsh
2018-07-09 | Abiy Ahmed landed in Asmara. He embraced Isaias Afwerki. | He = Abiy Ahmed
2013-04-20 | Catherine Ashton smiled. Ivica Dacic thanked her. | her = Catherine Ashton
2015-12-25 | Narendra Modi landed in Lahore. Nawaz Sharif embraced him. | him = Narendra Modi
2010-07-22 | Alvaro Uribe accused Hugo Chavez. He broke off relations. | He = Alvaro Uribe
"""


def pronoun(day: date, text: str, words: str) -> str:
    found = [n for n in cast_of(text, day).named if n.mention.text == words]
    return found[-1].mention.name if found and found[-1].mention.form == "pronoun" else "-"


@pytest.mark.parametrize(("day", "text", "words", "name"), lines(PRONOUNS))
def test_pronouns_of_the_world(day: date, text: str, words: str, name: str) -> None:
    assert pronoun(day, text, words) == name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thomas Sam and his wife Manju Sam wept. His daughter had died.", None),
        ("Anna Lund spoke. The Indian foreign secretary did not.", date(2004, 1, 6)),
        ("Qatar and Kuwait spoke. The emir smiled.", date(2017, 9, 8)),
        ("An ambassador spoke.", date(2017, 9, 8)),
        ("Any president would do so.", date(2017, 9, 8)),
        ("The next prime minister of Greece will decide.", date(2017, 9, 8)),
    ],
)
def test_phrases_that_mean_nobody_named(text: str, day: date | None) -> None:
    office = [n for n in cast_of(text, day).named if n.mention.form == "office"]
    assert [n.mention.name for n in office if not n.mention.reason.startswith("apposition")] == []
