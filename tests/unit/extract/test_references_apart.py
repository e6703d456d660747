# ruff: noqa: E501 (one line is one case)
"""Office phrases by their parts: tense, adjectives, owners, hosts and guests, epithets, groups by state.

One line is one case, "date | text | words = name"; each kind stands beside its negative twin.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.extract.naming import cast_of

FORMER = """
2009-08-05 | Bill Clinton flew to Pyongyang. The former president dined there. | The former president = Bill Clinton
2009-08-05 | Barack Obama spoke. The former president dined there. | The former president = -
1994-06-18 | Jimmy Carter met Kim Il Sung. The former American president was glad. | The former American president = Jimmy Carter
2003-12-14 | Saddam Hussein was found. The former Iraqi president had a pistol. | The former Iraqi president = Saddam Hussein
2012-09-27 | Thabo Mbeki mediated. The former South African president called it a step. | The former South African president = Thabo Mbeki
2015-03-01 | Gerhard Schroeder spoke. The former German chancellor was glad. | The former German chancellor = Gerhard Schroeder
2015-03-01 | Angela Merkel spoke. The former German chancellor was glad. | The former German chancellor = -
2015-03-01 | Hillary Clinton spoke. The former secretary of state was glad. | The former secretary of state = Hillary Clinton
2015-03-01 | John Kerry spoke. The former secretary of state was glad. | The former secretary of state = -
2014-03-01 | Viktor Yanukovych spoke in Rostov. The ousted president was angry. | The ousted president = Viktor Yanukovych
2014-03-01 | Ana Ruiz spoke. A former ambassador had advised her. | A former ambassador = -
2014-03-01 | Ana Ruiz spoke. Former presidents advised her. | Former presidents = -
"""

COMING = """
2014-06-05 | Petro Poroshenko was in Normandy. The Ukrainian president-elect spoke. | The Ukrainian president-elect = Petro Poroshenko
2016-12-01 | Donald Trump called Tsai Ing-wen. The president-elect was praised. | The president-elect = Donald Trump
2016-12-01 | Barack Obama called Xi Jinping. The president-elect was praised. | The president-elect = -
2008-12-10 | Barack Obama named Hillary Clinton. The president-elect smiled. | The president-elect = Barack Obama
2008-12-10 | The next president will decide. Barack Obama smiled. | The next president = -
"""

OF_LATE = """
2021-08-16 | Ashraf Ghani fled on Sunday. The Afghan president spoke of bloodshed. | The Afghan president = Ashraf Ghani
2024-12-09 | Bashar al-Assad is in Moscow. The Syrian president left in silence. | The Syrian president = Bashar al-Assad
2003-11-24 | Eduard Shevardnadze resigned. The Georgian president wept. | The Georgian president = Eduard Shevardnadze
2009-06-29 | Manuel Zelaya landed in Costa Rica. The Honduran president wore pyjamas. | The Honduran president = Manuel Zelaya
2009-06-29 | Roberto Micheletti was sworn in. The Honduran president smiled. | The Honduran president = Roberto Micheletti
2018-04-28 | Kim Jong Il received Kim Dae-jung in 2000. The South Korean president came home with a paper. | The South Korean president = Kim Dae-jung
2018-04-28 | Moon Jae-in spoke. Kim Jong Il received Kim Dae-jung in 2000. The South Korean president smiled. | The South Korean president = Moon Jae-in
"""

TITLES = """
1998-02-24 | Kofi Annan came back. The secretary-general was tired. | The secretary-general = Kofi Annan
1998-02-24 | Kofi Annan met Madeleine Albright. The secretary-general was tired. | The secretary-general = Kofi Annan
2013-05-01 | Anders Fogh Rasmussen met John Kerry. The secretary general was tired. | The secretary general = Anders Fogh Rasmussen
2012-12-05 | Ban Ki-moon spoke. The U.N. chief was worried. | The U.N. chief = Ban Ki-moon
2014-09-05 | Anders Fogh Rasmussen spoke. The NATO chief was worried. | The NATO chief = Anders Fogh Rasmussen
2010-02-05 | Yukiya Amano spoke. The IAEA chief was worried. | The IAEA chief = Yukiya Amano
2022-08-03 | Nancy Pelosi landed in Taipei. The speaker of the House smiled. | The speaker of the House = Nancy Pelosi
1995-09-05 | Hillary Clinton spoke in Beijing. The First Lady smiled. | The First Lady = Hillary Clinton
1995-09-05 | Hillary Clinton spoke in Beijing. The young lady smiled. | The young lady = -
2000-06-29 | Janet Reno spoke. The attorney general had no regrets. | The attorney general = Janet Reno
2013-03-29 | Eric Holder spoke. The Russian prosecutor general did not. | The Russian prosecutor general = Yuri Chaika
2001-07-17 | Pervez Musharraf left Agra. The general was born in Delhi. | The general = Pervez Musharraf
2013-07-17 | Vladimir Putin left Agra. The general was born in Delhi. | The general = -
2016-01-14 | The embattled Ukrainian president spoke. | The embattled Ukrainian president = Petro Poroshenko
2016-01-14 | The hawkish Israeli prime minister spoke. | The hawkish Israeli prime minister = Benjamin Netanyahu
2016-01-14 | Any other Israeli prime minister would agree. | other Israeli prime minister = -
2000-03-12 | Vladimir Putin came. The acting president smiled. | The acting president = Vladimir Putin
1998-10-28 | The first Argentine president to visit came. | The first Argentine president = Carlos Menem
2013-09-28 | Hassan Rouhani was called as the Iranian president was being driven away. | the Iranian president = Hassan Rouhani
2013-09-28 | Ana Ruiz was known as the Iranian president of jokes. | the Iranian president = -
"""

PARTIES = """
2023-03-17 | Yoon Suk Yeol arrived in Tokyo. Fumio Kishida took his guest to dinner. | his guest = Yoon Suk Yeol
2023-03-17 | Yoon Suk Yeol arrived in Tokyo and met Fumio Kishida. His host smiled. | His host = Fumio Kishida
2016-08-10 | Recep Tayyip Erdogan flew to St. Petersburg. Vladimir Putin waited. His host called him a friend. | His host = Vladimir Putin
2021-04-16 | Nikos Dendias visited Mevlut Cavusoglu in Ankara. His host took him to dinner. | His host = Mevlut Cavusoglu
2023-05-06 | Bilawal Bhutto Zardari came to Goa. Subrahmanyam Jaishankar called his guest a promoter of terror. | his guest = Bilawal Bhutto Zardari
2023-05-06 | Ana Ruiz spoke. The guest left. | The guest = -
2023-05-06 | Ana Ruiz spoke. The host left. | The host = -
2004-10-05 | John Kerry spoke. George W. Bush says that his opponent is naive. | his opponent = John Kerry
2004-10-05 | John Kerry, Tony Blair and Jacques Chirac spoke. George W. Bush says that his opponent is naive. | his opponent = -
"""

EPITHETS = """
2010-06-25 | Stanley McChrystal lost his command. The general said nothing. | The general = Stanley McChrystal
2014-12-18 | Alan Gross was on a plane. The contractor had spent five years in prison. | The contractor = Alan Gross
2012-05-03 | Chen Guangcheng left the embassy. The activist was tired. | The activist = Chen Guangcheng
2019-03-02 | Abhinandan Varthaman walked across the border. The pilot smiled. | The pilot = Abhinandan Varthaman
2019-03-02 | Abhinandan Varthaman and Bo Lund walked across the border. The pilot smiled. | The pilot = -
2015-07-05 | Alan Gross resigned; the finance minister was tired. | the finance minister = Alan Gross
2022-09-01 | Raila Odinga went to court, and the Kenyan opposition leader said so. | the Kenyan opposition leader = Raila Odinga
1998-06-14 | Susan Rice carried a plan. The American envoy flew to Ouagadougou. | The American envoy = Susan Rice
1998-06-14 | Meles Zenawi carried a plan. The American envoy flew to Ouagadougou. | The American envoy = -
2001-04-12 | They lost the pilot, Wang Wei, at sea. Bo Lund spoke. The pilot was young. | The pilot = Wang Wei
2012-09-27 | The governor, Bo Lund, spoke. Ana Ruiz did not. The governor was old. | The governor = Bo Lund
"""

GROUPS = """
2018-04-28 | Kim Dae-jung went in 2000 and Roh Moo-hyun in 2007. Both South Korean presidents came home. | Both South Korean presidents = Kim Dae-jung + Roh Moo-hyun
2023-04-07 | The Iranian and Saudi foreign ministers met. | The Iranian and Saudi foreign ministers = Hossein Amir-Abdollahian + Faisal bin Farhan
1995-11-22 | Slobodan Milosevic, Alija Izetbegovic and Franjo Tudjman met. The three presidents were tired. | The three presidents = Slobodan Milosevic + Alija Izetbegovic + Franjo Tudjman
2008-11-03 | Ilham Aliyev and Serzh Sargsyan met. Dmitry Medvedev had invited the two presidents. | the two presidents = Ilham Aliyev + Serzh Sargsyan
2009-09-23 | Benjamin Netanyahu and Mahmoud Abbas came. Barack Obama told the two leaders to talk. | the two leaders = Benjamin Netanyahu + Mahmoud Abbas
2022-03-10 | Dmytro Kuleba and Sergei Lavrov met. Mevlut Cavusoglu sat between the two. | the two = Dmytro Kuleba + Sergei Lavrov
2023-04-27 | Abdel Fattah al-Burhan agreed. Mohamed Hamdan Dagalo did not. The two generals took power together. | The two generals = Abdel Fattah al-Burhan + Mohamed Hamdan Dagalo
2017-09-10 | Bill Clinton spoke and Hillary Clinton listened. The two Clintons left. | The two Clintons = Bill Clinton + Hillary Clinton
2017-09-10 | Bill Clinton spoke. The two Clintons left. | The two Clintons = -
2013-04-19 | Sergei Lavrov met Sergei Shoigu. The two ministers smiled. | The two ministers = -
2001-02-02 | Ana Ruiz doubts that the two will meet. | the two = -
"""


def _cases(table: str) -> list[object]:
    found: list[object] = []
    for line in table.strip().splitlines():
        day, text, pair = (part.strip() for part in line.split(" | "))
        words, who = (side.strip() for side in pair.split(" = "))
        case = (date.fromisoformat(day), text, words, who)
        found.append(pytest.param(*case, id=f"{day} {text[:50]}".replace(" ", "_")))
    return found


def _whom(text: str, day: date, words: str) -> str:
    """Whom the mention that begins with these words means, `-` for nobody."""
    at = text.index(words)
    for named in cast_of(text, day).named:
        start = named.mention.evidence[0].start
        if (
            text[start:].startswith(words[:12])
            and abs(start - at) < 2
            and named.mention.form != "pronoun"
        ):
            if named.members:
                return " + ".join(member.name for member in named.members)
            if named.mention.form == "office" and named.actor is not None:
                return named.actor.name
    return "-"


@pytest.mark.parametrize(
    ("day", "text", "words", "who"),
    _cases("\n".join(t.strip() for t in (FORMER, COMING, OF_LATE, TITLES, PARTIES, EPITHETS, GROUPS))),
)
def test_whom_a_phrase_means(day: date, text: str, words: str, who: str) -> None:
    assert _whom(text, day, words) == who


PRONOUNS = """
2015-01-01 | Ana Ruiz asked Mary Lund to trust her. | her = Ana Ruiz
2015-01-01 | Ana Ruiz promised Mary Lund to trust her. | her = Mary Lund
2009-11-14 | Yukio Hatoyama asked Barack Obama to trust him. | him = Yukio Hatoyama
2016-05-24 | Barack Obama stood beside Bo Lund, who had been his country's envoy. | his = Bo Lund
2010-09-25 | Seiji Maehara had said two days before that he would follow the law. | he = Seiji Maehara
2015-01-01 | "She called twice," Ana Ruiz said of Mary Lund. | She = Mary Lund
2015-01-01 | "She called twice," Ana Ruiz said of the weather. | She = -
2014-02-07 | Radoslaw Sikorski said that an ambassador had advised him to stay. | him = Radoslaw Sikorski
2015-01-25 | Raul Castro won't let a naval base stand between him and a credit card. | him = Raul Castro
2023-12-08 | Ana Ruiz gave Recep Tayyip Erdogan lunch. Kyriakos Mitsotakis received him first. | him = Recep Tayyip Erdogan
"""


@pytest.mark.parametrize(("day", "text", "words", "who"), _cases(PRONOUNS))
def test_whom_a_pronoun_means(day: date, text: str, words: str, who: str) -> None:
    found = [
        n for n in cast_of(text, day).named if n.mention.text == words and n.mention.form == "pronoun"
    ]
    assert [n.actor.name for n in found if n.actor] == ([] if who == "-" else [who])
