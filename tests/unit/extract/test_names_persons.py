# ruff: noqa: E501 (one line is one case)
"""Persons: of the registry under any spelling, of the article alone, and what is no person."""

from __future__ import annotations

import pytest

from tests.unit.extract.naming import cases, check

KNOWN = """
Sergei Lavrov arrived on Monday. | Sergei Lavrov = person:sergei-lavrov
Sergey Lavrov arrived on Monday. | Sergey Lavrov = person:sergei-lavrov
Sergej Lavrov arrived on Monday. | Sergej Lavrov = person:sergei-lavrov
Mr. Lavrov arrived on Monday. | Lavrov = person:sergei-lavrov
Mr Lavrov arrived on Monday. | Lavrov = person:sergei-lavrov
MrLavrov arrived on Monday. | MrLavrov = person:sergei-lavrov
Minister Lavrov arrived on Monday. | Lavrov = person:sergei-lavrov
Foreign Minister Lavrov arrived on Monday. | Lavrov = person:sergei-lavrov
Russian Foreign Minister Sergei Lavrov arrived. | Sergei Lavrov = person:sergei-lavrov | Russian = state:RUS
Lavrov arrived on Monday. | Lavrov = person:sergei-lavrov
Lavrov's plane was late. | Lavrov = person:sergei-lavrov
They spoke with Lavrov on Monday. | Lavrov = person:sergei-lavrov
John Kerry arrived on Monday. | John Kerry = person:john-kerry
John F. Kerry arrived on Monday. | John F. Kerry = person:john-kerry
Secretary Kerry arrived on Monday. | Kerry = person:john-kerry
Secretary of State John Kerry arrived. | John Kerry = person:john-kerry
US Secretary of State Kerry arrived. | Kerry = person:john-kerry | US = state:USA
U.S. Secretary of State John Kerry arrived. | John Kerry = person:john-kerry | U.S. = state:USA
Barack Obama signed the law. | Barack Obama = person:barack-obama
President Obama signed the law. | Obama = person:barack-obama
President Barack Obama signed the law. | Barack Obama = person:barack-obama
Mr. Obama signed the law. | Obama = person:barack-obama
The second Obama term has begun, and Obama knows it. | Obama = person:barack-obama
Vladimir Putin spoke for an hour. | Vladimir Putin = person:vladimir-putin
President Putin spoke for an hour. | Putin = person:vladimir-putin
Putin spoke for an hour. | Putin = person:vladimir-putin
Dmitry Medvedev spoke for an hour. | Dmitry Medvedev = person:dmitry-medvedev
Dmitri Medvedev spoke for an hour. | Dmitri Medvedev = person:dmitry-medvedev
Dmitriy Medvedev spoke for an hour. | Dmitriy Medvedev = person:dmitry-medvedev
Bashar Assad gave an interview. | Bashar Assad = person:bashar-al-assad
Bashar al-Assad gave an interview. | Bashar al-Assad = person:bashar-al-assad
Bashar el-Assad gave an interview. | Bashar el-Assad = person:bashar-al-assad
President Assad gave an interview. | Assad = person:bashar-al-assad
Angela Merkel opened the fair. | Angela Merkel = person:angela-merkel
Chancellor Merkel opened the fair. | Merkel = person:angela-merkel
Chancellor Angela Merkel opened the fair. | Angela Merkel = person:angela-merkel
Guido Westerwelle opened the fair. | Guido Westerwelle = person:guido-westerwelle
David Cameron opened the fair. | David Cameron = person:david-cameron
Prime Minister David Cameron opened the fair. | David Cameron = person:david-cameron
William Hague opened the fair. | William Hague = person:william-hague
Foreign Secretary William Hague opened the fair. | William Hague = person:william-hague
Francois Hollande opened the fair. | Francois Hollande = person:francois-hollande
François Hollande opened the fair. | François Hollande = person:francois-hollande
Laurent Fabius opened the fair. | Laurent Fabius = person:laurent-fabius
Jean-Marc Ayrault opened the fair. | Jean-Marc Ayrault = person:jean-marc-ayrault
Ban Ki-moon called for restraint. | Ban Ki-moon = person:ban-ki-moon
UN Secretary-General Ban Ki-moon called for restraint. | Ban Ki-moon = person:ban-ki-moon
Xi Jinping spoke in the evening. | Xi Jinping = person:xi-jinping
President Xi Jinping spoke in the evening. | Xi Jinping = person:xi-jinping
Benjamin Netanyahu spoke in the evening. | Benjamin Netanyahu = person:benjamin-netanyahu
Hillary Clinton left the office in February. | Hillary Clinton = person:hillary-clinton
Bill Clinton wrote a book. | Bill Clinton = person:bill-clinton
James Baker wrote a book. | James Baker = person:james-baker
Warren Christopher wrote a book. | Warren Christopher = person:warren-christopher
Susan Rice spoke at the United Nations. | Susan Rice = person:susan-rice
U.N. Ambassador Susan Rice spoke. | Susan Rice = person:susan-rice
Clinton and U.N. Ambassador Susan Rice spoke in turn. | Susan Rice = person:susan-rice
Joe Biden spoke in Munich. | Joe Biden = person:joe-biden
Vice President Joe Biden spoke in Munich. | Joe Biden = person:joe-biden
US vice-president Joe Biden spoke in Munich. | Joe Biden = person:joe-biden
Chuck Hagel spoke in Munich. | Chuck Hagel = person:chuck-hagel
Michael McFaul spoke to students. | Michael McFaul = person:michael-mcfaul
U.S. Ambassador Michael McFaul spoke to students. | Michael McFaul = person:michael-mcfaul
Victoria Nuland spoke to reporters. | Victoria Nuland = person:victoria-nuland
Alexander Lukashevich spoke to reporters. | Alexander Lukashevich = person:alexander-lukashevich
Aleksandr Lukashevich spoke to reporters. | Aleksandr Lukashevich = person:alexander-lukashevich
Alexander Lukashenko spoke to reporters. | Alexander Lukashenko = person:alexander-lukashenko
Dmitry Peskov spoke to reporters. | Dmitry Peskov = person:dmitry-peskov
Dmitri Peskov spoke to reporters. | Dmitri Peskov = person:dmitry-peskov
Yuri Ushakov spoke to reporters. | Yuri Ushakov = person:yuri-ushakov
Sergei Shoigu spoke to officers. | Sergei Shoigu = person:sergei-shoigu
Sergey Shoygu spoke to officers. | Sergey Shoygu = person:sergei-shoigu
Sergei Ryabkov spoke to reporters. | Sergei Ryabkov = person:sergei-ryabkov
Mikhail Bogdanov spoke to reporters. | Mikhail Bogdanov = person:mikhail-bogdanov
Walid al-Moallem spoke to reporters. | Walid al-Moallem = person:walid-al-moallem
Walid al-Moualem spoke to reporters. | Walid al-Moualem = person:walid-al-moallem
Walid Muallem spoke to reporters. | Walid Muallem = person:walid-al-moallem
Lakhdar Brahimi spoke to reporters. | Lakhdar Brahimi = person:lakhdar-brahimi
Catherine Ashton spoke to reporters. | Catherine Ashton = person:catherine-ashton
Anders Fogh Rasmussen spoke to reporters. | Anders Fogh Rasmussen = person:anders-fogh-rasmussen
Frans Timmermans spoke to reporters. | Frans Timmermans = person:frans-timmermans
Alexei Pushkov spoke to reporters. | Alexei Pushkov = person:alexei-pushkov
Alexey Pushkov spoke to reporters. | Alexey Pushkov = person:alexei-pushkov
Mikhail Margelov spoke to reporters. | Mikhail Margelov = person:mikhail-margelov
Will Barack Obama come? | Barack Obama = person:barack-obama
Did Sergei Lavrov come? | Sergei Lavrov = person:sergei-lavrov
Kerry: Sergei Lavrov was right. | Sergei Lavrov = person:sergei-lavrov
"Sergei Lavrov was right," an aide said. | Sergei Lavrov = person:sergei-lavrov
(Sergei Lavrov was not in the room.) | Sergei Lavrov = person:sergei-lavrov
"""

LOCAL = """
Pavel Orlov, a professor in Omsk, smiled. | Pavel Orlov = person!
Pavel Orlov smiled. Later Orlov left. | Orlov = person: Pavel Orlov
Orlov smiled. / Pavel Orlov, a lawyer, left later. | Orlov = person: Pavel Orlov
Mr. Orlov smiled. / Pavel Orlov, a lawyer, left later. | Orlov = person: Pavel Orlov
Ellen Marsh and Ivo Marsh came. Ellen Marsh sat down. Marsh spoke. | Marsh = person: Ellen Marsh
Dr. Ellen Marsh came. | Ellen Marsh = person!
Professor Stefan Holm said it was too early. | Stefan Holm = person!
STEFAN Holm is a professor. | STEFAN Holm = person: Stefan Holm
Lt. Col. Pavel Orlov gave the order. | Pavel Orlov = person!
Colonel Lund gave the order. | Lund = person!
Gen. Omar Said gave the order. | Omar Said = person!
General Omar Said gave the order. | Omar Said = person!
Capt. Anna Lund gave the order. | Anna Lund = person!
Cardinal Luis Ortega blessed the crowd. | Luis Ortega = person!
Coach Luis Ortega praised the team. | Luis Ortega = person!
Governor Luis Ortega praised the police. | Luis Ortega = person!
Sheriff Luis Ortega praised the police. | Luis Ortega = person!
Captain Luis Ortega praised the crew. | Luis Ortega = person!
Deputy Foreign Minister Luis Ortega praised the pact. | Luis Ortega = person!
Defense Minister Luis Ortega praised the pact. | Luis Ortega = person!
Interior Minister Luis Ortega praised the pact. | Luis Ortega = person!
Opposition leader Luis Ortega praised the pact. | Luis Ortega = person!
Prosecutor Luis Ortega opened the case. | Luis Ortega = person!
Judge Luis Ortega opened the case. | Luis Ortega = person!
Lawyer Luis Ortega opened the case. | Luis Ortega = person!
Mayor Luis Ortega opened the bridge. | Luis Ortega = person!
Ambassador Luis Ortega opened the bridge. | Luis Ortega = person!
Senator Luis Ortega opened the bridge. | Luis Ortega = person!
Sen. Luis Ortega opened the bridge. | Luis Ortega = person!
Rep. Luis Ortega opened the bridge. | Luis Ortega = person!
Sheikh Omar Said opened the mosque. | Omar Said = person!
Prince Omar Said opened the mosque. | Omar Said = person!
Imam Omar Said opened the mosque. | Omar Said = person!
Rabbi David Stern opened the school. | David Stern = person!
Baroness Anna Lund opened the school. | Anna Lund = person!
Sir Peter Lund opened the school. | Peter Lund = person!
Lady Anna Lund opened the school. | Anna Lund = person!
Ms. Lund opened the school. | Lund = person!
Mrs Lund opened the school. | Lund = person!
Miss Lund opened the school. | Lund = person!
J. Marsh opened the school. | J. Marsh = person!
J.R. Marsh opened the school. | J.R. Marsh = person!
Peter van der Lund opened the school. | Peter van der Lund = person!
Luis de la Vega opened the school. | Luis de la Vega = person!
Maria da Silva opened the school. | Maria da Silva = person!
Omar bin Hamad opened the school. | Omar bin Hamad = person!
Omar bin Hamad Al Harthi opened the school. | Omar bin Hamad Al Harthi = person!
Mahmoud al-Harthi opened the school. | Mahmoud al-Harthi = person!
Jean-Luc Moreau opened the school. | Jean-Luc Moreau = person!
Anne-Marie Moreau opened the school. | Anne-Marie Moreau = person!
Kim Dong-hun opened the school. | Kim Dong-hun = person!
Park Soo-min opened the school. | Park Soo-min = person!
Queen Elizabeth II opened the school. | Elizabeth II = person:elizabeth-ii
Neil Jordan, a director, smiled. | Neil Jordan = person!
Neil Jordan, a director, smiled. Later Jordan left. | Jordan = person: Neil Jordan
Jack London wrote it. | Jack London = person!
Chelsea Manning wrote it. | Chelsea Manning = person:bradley-manning
Jordan Smith wrote it. | Jordan Smith = person!
Chad Kelly wrote it. | Chad Kelly = person!
Mr. Lincoln left. | Lincoln = person!
Amneh Qasbani, who lives in Aleppo, wept. | Amneh Qasbani = person!
Zarko Belic, 54, said he would stay. | Zarko Belic = person!
Zarko Belic said he would stay. | Zarko Belic = person!
"We stay," said Zarko Belic. | Zarko Belic = person!
"We stay," Zarko Belic told reporters. | Zarko Belic = person!
According to Zarko Belic, a baker, the road is closed. | Zarko Belic = person!
Alexei Lavrov, a banker, resigned. | Alexei Lavrov = person!
Alexei Lavrov, a banker, resigned. Lavrov was tired. | Lavrov = person: Alexei Lavrov
Robert Kerry, a plumber, sat down. Kerry smiled. | Kerry = person: Robert Kerry
Anna Putin, a teacher, sat down. Putin smiled. | Putin = person: Anna Putin
"""

NOBODY = """
The Magnitsky Act was passed in December. | Magnitsky Act = - | Magnitsky = -
The Nunn-Lugar Treaty has run out. | Nunn-Lugar Treaty = -
The Geneva Convention was quoted. | Geneva Convention = -
The Chemical Weapons Convention was quoted. | Chemical Weapons Convention = -
Some say that it is over. | Some = -
Christmas is over. | Christmas = -
On Christmas they rested. | Christmas = -
Correction: The bridge is long. | Correction = -
Who moved? And who stayed? | And = - | Who = -
Will it work? | Will = -
He said he would, But the rest did not. | But = -
On Monday it rained. | Monday = -
In August it rained. | August = -
It may rain in May. | May = -
The S-300 is a missile. | S-300 = -
He is the head of the Chancellery. | Chancellery = ~
She met the leader of the North. | North = -
He spoke for the general secretary of the Communist League. | Communist = -
They watched the Line of Control. | Line = -
The Chechens went home. | Chechens = -
The Republicans voted against it. | Republicans = -
Wigs and maps lay on the table. | Wigs = -
I said no. | I = -
The Senate said no, and Subscribe was printed below. | Subscribe = -
Mr and Mrs said nothing. | Mrs = -
"""


@pytest.mark.parametrize(("text", "wanted"), cases(KNOWN))
def test_persons_of_the_registry(text: str, wanted: tuple[tuple[str, str], ...]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(LOCAL))
def test_persons_of_the_article_alone(text: str, wanted: tuple[tuple[str, str], ...]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(NOBODY))
def test_what_is_no_person(text: str, wanted: tuple[tuple[str, str], ...]) -> None:
    check(text, wanted)
