# ruff: noqa: E501 (one line is one case)
"""Pronouns, office phrases and groups: one line is one case, "date | text | words = name"."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.extract.naming import cast_of

OFFICES = """
2013-02-26 | The Russian foreign minister agreed. | The Russian foreign minister = Sergei Lavrov
2003-02-26 | The Russian foreign minister agreed. | The Russian foreign minister = Igor Ivanov
1997-02-26 | The Russian foreign minister agreed. | The Russian foreign minister = Yevgeny Primakov
1995-02-26 | The Russian foreign minister agreed. | The Russian foreign minister = Andrei Kozyrev
2013-02-26 | Russia's foreign minister agreed. | Russia's foreign minister = Sergei Lavrov
2013-02-26 | The foreign minister of Russia agreed. | The foreign minister = Sergei Lavrov
2013-02-26 | Russia's top diplomat agreed. | Russia's top diplomat = Sergei Lavrov
2013-02-26 | The Russian president agreed. | The Russian president = Vladimir Putin
2010-02-26 | The Russian president agreed. | The Russian president = Dmitry Medvedev
1995-02-26 | The Russian president agreed. | The Russian president = Boris Yeltsin
2013-02-26 | The Russian prime minister agreed. | The Russian prime minister = Dmitry Medvedev
2010-02-26 | The Russian prime minister agreed. | The Russian prime minister = Vladimir Putin
2013-02-26 | The Russian defense minister agreed. | The Russian defense minister = Sergei Shoigu
2010-02-26 | The Russian defense minister agreed. | The Russian defense minister = Anatoly Serdyukov
2013-02-26 | The secretary of state agreed. | The secretary of state = John Kerry
2012-02-26 | The secretary of state agreed. | The secretary of state = Hillary Clinton
2008-02-26 | The secretary of state agreed. | The secretary of state = Condoleezza Rice
2003-02-26 | The secretary of state agreed. | The secretary of state = Colin Powell
1999-02-26 | The secretary of state agreed. | The secretary of state = Madeleine Albright
1995-02-26 | The secretary of state agreed. | The secretary of state = Warren Christopher
1991-02-26 | The secretary of state agreed. | The secretary of state = James Baker
2018-02-26 | The secretary of state agreed. | The secretary of state = Rex Tillerson
2019-02-26 | The secretary of state agreed. | The secretary of state = Mike Pompeo
2022-02-26 | The secretary of state agreed. | The secretary of state = Antony Blinken
2013-02-26 | The US secretary of state agreed. | The US secretary of state = John Kerry
2013-02-26 | The American secretary of state agreed. | The American secretary of state = John Kerry
2013-02-26 | The new secretary of state agreed. | The new secretary of state = John Kerry
2013-02-26 | The American president agreed. | The American president = Barack Obama
2007-02-26 | The American president agreed. | The American president = George W. Bush
1999-02-26 | The American president agreed. | The American president = Bill Clinton
2017-02-26 | The American president agreed. | The American president = Donald Trump
2022-02-26 | The American president agreed. | The American president = Joe Biden
2013-03-26 | The US defense secretary agreed. | The US defense secretary = Chuck Hagel
2013-02-27 | The US vice president agreed. | The US vice president = Joe Biden
2013-02-26 | The German chancellor agreed. | The German chancellor = Angela Merkel
2003-02-26 | The German chancellor agreed. | The German chancellor = Gerhard Schroeder
1995-02-26 | The German chancellor agreed. | The German chancellor = Helmut Kohl
2022-02-26 | The German chancellor agreed. | The German chancellor = Olaf Scholz
2013-02-26 | The German foreign minister agreed. | The German foreign minister = Guido Westerwelle
2015-02-26 | The German foreign minister agreed. | The German foreign minister = Frank-Walter Steinmeier
2003-02-26 | The German foreign minister agreed. | The German foreign minister = Joschka Fischer
2013-02-26 | The French president agreed. | The French president = Francois Hollande
2010-02-26 | The French president agreed. | The French president = Nicolas Sarkozy
2003-02-26 | The French president agreed. | The French president = Jacques Chirac
1994-02-26 | The French president agreed. | The French president = Francois Mitterrand
2018-02-26 | The French president agreed. | The French president = Emmanuel Macron
2013-02-26 | The French foreign minister agreed. | The French foreign minister = Laurent Fabius
2003-02-26 | The French foreign minister agreed. | The French foreign minister = Dominique de Villepin
2013-02-26 | The British prime minister agreed. | The British prime minister = David Cameron
2003-02-26 | The British prime minister agreed. | The British prime minister = Tony Blair
2009-02-26 | The British prime minister agreed. | The British prime minister = Gordon Brown
1994-02-26 | The British prime minister agreed. | The British prime minister = John Major
2017-02-26 | The British prime minister agreed. | The British prime minister = Theresa May
2020-02-26 | The British prime minister agreed. | The British prime minister = Boris Johnson
2013-02-26 | The British foreign secretary agreed. | The British foreign secretary = William Hague
2003-02-26 | The British foreign secretary agreed. | The British foreign secretary = Jack Straw
1999-02-26 | The British foreign secretary agreed. | The British foreign secretary = Robin Cook
2008-02-26 | The British foreign secretary agreed. | The British foreign secretary = David Miliband
2015-02-26 | The British foreign secretary agreed. | The British foreign secretary = Philip Hammond
2013-04-26 | The Chinese president agreed. | The Chinese president = Xi Jinping
2010-02-26 | The Chinese president agreed. | The Chinese president = Hu Jintao
1999-02-26 | The Chinese president agreed. | The Chinese president = Jiang Zemin
2013-02-26 | The Israeli prime minister agreed. | The Israeli prime minister = Benjamin Netanyahu
2007-02-26 | The Israeli prime minister agreed. | The Israeli prime minister = Ehud Olmert
2003-02-26 | The Israeli prime minister agreed. | The Israeli prime minister = Ariel Sharon
2000-02-26 | The Israeli prime minister agreed. | The Israeli prime minister = Ehud Barak
1995-02-26 | The Israeli prime minister agreed. | The Israeli prime minister = Yitzhak Rabin
2013-02-26 | The Syrian president agreed. | The Syrian president = Bashar al-Assad
1995-02-26 | The Syrian president agreed. | The Syrian president = Hafez al-Assad
2013-02-26 | The Syrian foreign minister agreed. | The Syrian foreign minister = Walid al-Moallem
2013-02-26 | The Ukrainian president agreed. | The Ukrainian president = Viktor Yanukovych
2007-02-26 | The Ukrainian president agreed. | The Ukrainian president = Viktor Yushchenko
1999-02-26 | The Ukrainian president agreed. | The Ukrainian president = Leonid Kuchma
2016-02-26 | The Ukrainian president agreed. | The Ukrainian president = Petro Poroshenko
2022-02-26 | The Ukrainian president agreed. | The Ukrainian president = Volodymyr Zelensky
2013-02-26 | The Iranian president agreed. | The Iranian president = Mahmoud Ahmadinejad
2015-02-26 | The Iranian president agreed. | The Iranian president = Hassan Rouhani
2000-02-26 | The Iranian president agreed. | The Iranian president = Mohammad Khatami
2015-02-26 | The Iranian foreign minister agreed. | The Iranian foreign minister = Mohammad Javad Zarif
2013-02-26 | The Turkish prime minister agreed. | The Turkish prime minister = Recep Tayyip Erdogan
2013-02-26 | The Turkish foreign minister agreed. | The Turkish foreign minister = Ahmet Davutoglu
2016-02-26 | The Indian prime minister agreed. | The Indian prime minister = Narendra Modi
2013-02-26 | The Indian prime minister agreed. | The Indian prime minister = Manmohan Singh
2001-02-26 | The Indian prime minister agreed. | The Indian prime minister = Atal Bihari Vajpayee
2013-02-26 | The Japanese prime minister agreed. | The Japanese prime minister = Shinzo Abe
2004-02-26 | The Japanese prime minister agreed. | The Japanese prime minister = Junichiro Koizumi
2013-02-26 | The Dutch foreign minister agreed. | The Dutch foreign minister = Frans Timmermans
2013-02-26 | Her successor as secretary came late. | Her successor = -
2013-02-26 | The former secretary of state agreed. | The former secretary of state = -
2013-02-26 | The next secretary of state will agree. | The next secretary of state = -
2013-02-26 | Any secretary of state would agree. | Any secretary of state = -
2013-02-26 | A foreign minister agreed. | A foreign minister = -
2013-02-26 | He served as secretary of state. | secretary of state = -
2013-02-26 | John Kerry met his Russian counterpart. | his Russian counterpart = Sergei Lavrov
2013-02-26 | John Kerry met his German counterpart. | his German counterpart = Guido Westerwelle
2013-02-26 | John Kerry met his British counterpart. | his British counterpart = William Hague
2013-02-26 | Sergei Lavrov met his U.S. counterpart. | his U.S. counterpart = John Kerry
2013-02-26 | Sergei Lavrov met his French counterpart. | his French counterpart = Laurent Fabius
2013-02-26 | Barack Obama met his Russian counterpart. | his Russian counterpart = Vladimir Putin
2013-02-26 | Vladimir Putin met his French counterpart. | his French counterpart = Francois Hollande
2013-02-26 | Angela Merkel met her British counterpart. | her British counterpart = David Cameron
2013-02-26 | Kerry's predecessor wrote a book. | Kerry's predecessor = Hillary Clinton
2013-02-26 | John Kerry's predecessor wrote a book. | John Kerry's predecessor = Hillary Clinton
2013-02-26 | Obama's predecessor wrote a book. | Obama's predecessor = George W. Bush
2013-02-26 | Hillary Clinton smiled. Her successor agreed. | Her successor = John Kerry
2013-02-26 | Hillary Clinton's successor agreed. | Hillary Clinton's successor = John Kerry
2013-02-26 | Sergei Lavrov came. The minister was tired. | The minister = Sergei Lavrov
2013-02-26 | Sergei Lavrov came. The foreign minister was tired. | The foreign minister = Sergei Lavrov
2013-02-26 | John Kerry came. The secretary was tired. | The secretary = John Kerry
2013-02-26 | Barack Obama came. The president was tired. | The president = Barack Obama
2013-02-26 | Angela Merkel came. The chancellor was tired. | The chancellor = Angela Merkel
2013-02-26 | Michael McFaul came. The ambassador was tired. | The ambassador = Michael McFaul
2013-02-26 | Pavel Orlov, a professor in Omsk, came. The professor was tired. | The professor = Pavel Orlov
2013-02-26 | Pavel Orlov, a lawyer in Omsk, came. The lawyer was tired. | The lawyer = Pavel Orlov
2013-02-26 | Pavel Orlov, the Norwegian scholar who sold it, was tired. | the Norwegian scholar = Pavel Orlov
2013-02-26 | Pavel Orlov sat in the dock. The young man was tired. | The young man = Pavel Orlov
2013-02-26 | Anna Lund sat in the dock. The young woman was tired. | The young woman = Anna Lund
2013-02-26 | An American secretary of state has gone home. John Kerry flew at noon. | An American secretary of state = John Kerry
2013-02-26 | An American secretary of state has gone home. | An American secretary of state = -
2013-02-26 | The Americans agreed. Their secretary of state smiled. | Their secretary of state = John Kerry
2013-02-26 | The Russians agreed. Their foreign minister smiled. | Their foreign minister = Sergei Lavrov
2013-02-26 | The foreign minister met nobody. Sergei Lavrov was tired. | The foreign minister = Sergei Lavrov
2013-02-26 | Barack Obama came. The emir was tired. | The emir = -
2013-02-26 | Barack Obama came. The king was tired. | The king = -
2013-02-26 | Barack Obama came. The chancellor was tired. | The chancellor = -
2013-02-26 | Sergei Lavrov came. The American was tired. | The American = -
2013-02-26 | John Kerry came. The American was tired. | The American = John Kerry
"""

GROUPS = """
2013-06-18 | Barack Obama met Vladimir Putin. The two presidents smiled. | The two presidents = Barack Obama + Vladimir Putin
2013-06-18 | Barack Obama met Vladimir Putin. Both presidents smiled. | Both presidents = Barack Obama + Vladimir Putin
2013-06-18 | Barack Obama met Vladimir Putin. Both leaders smiled. | Both leaders = Barack Obama + Vladimir Putin
2013-06-18 | Barack Obama met Vladimir Putin. The two men smiled. | The two men = Barack Obama + Vladimir Putin
2013-06-18 | Barack Obama met Vladimir Putin. The two smiled. | The two = Barack Obama + Vladimir Putin
2013-06-18 | Barack Obama met Vladimir Putin. Neither man smiled. | Neither man = Barack Obama + Vladimir Putin
2013-06-18 | John Kerry met Sergei Lavrov. The two ministers smiled. | The two ministers = John Kerry + Sergei Lavrov
2013-06-18 | John Kerry met Sergei Lavrov. Both foreign ministers smiled. | Both foreign ministers = John Kerry + Sergei Lavrov
2013-06-18 | John Kerry met Sergei Lavrov. The two top diplomats smiled. | The two top diplomats = John Kerry + Sergei Lavrov
2013-06-18 | The presidents of Russia and France smiled. | The presidents = Vladimir Putin + Francois Hollande
2013-06-18 | The foreign ministers of Russia and France smiled. | The foreign ministers = Sergei Lavrov + Laurent Fabius
2013-06-18 | The presidents of Russia, France and Ukraine smiled. | The presidents = Vladimir Putin + Francois Hollande + Viktor Yanukovych
2013-06-18 | Two presidents will meet. Barack Obama and Vladimir Putin agreed on it. | Two presidents = Barack Obama + Vladimir Putin
2013-06-18 | The two presidents will meet. Obama agreed. Putin agreed. | The two presidents = Barack Obama + Vladimir Putin
2013-06-18 | The two presidents will meet. Obama, Putin and Hollande agreed. | The two presidents = -
2013-06-18 | The two chairs were empty. | The two = -
2013-06-18 | Two ministers resigned. | Two ministers = -
"""

PRONOUNS = """
2013-02-26 | Sergei Lavrov came. He was tired. | He = Sergei Lavrov
2013-02-26 | Angela Merkel came. She was tired. | She = Angela Merkel
2013-02-26 | John Kerry met Angela Merkel. She was tired. | She = Angela Merkel
2013-02-26 | John Kerry met Angela Merkel. He was tired. | He = John Kerry
2013-02-26 | John Kerry met Sergei Lavrov. He was tired. | He = John Kerry
2013-02-26 | John Kerry came, and his aides came too. | his = John Kerry
2013-02-26 | Angela Merkel came, and her aides came too. | her = Angela Merkel
2013-02-26 | Angela Merkel came. He was tired. | He = -
2013-02-26 | It rained. He was tired. | He = -
2013-02-26 | A driver waited. He was tired. | He = -
2013-02-26 | Sergei Lavrov came. One ambassador said he was tired. | he = -
2013-02-26 | An official who met Sergei Lavrov liked him. | him = Sergei Lavrov
2013-02-26 | Barack Obama called Vladimir Putin and warned him. | him = Vladimir Putin
2013-02-26 | John Kerry took Sergei Lavrov by the arm and led him out. | him = Sergei Lavrov
2013-02-26 | John Kerry had with him his sister. | him = John Kerry
2013-02-26 | John Kerry greeted Sergei Lavrov by slapping him on the back. | him = Sergei Lavrov
2013-02-26 | John Kerry told Sergei Lavrov that he would come. | he = John Kerry
2013-02-26 | At his hearing, John Kerry praised the treaty. | his = John Kerry
2013-02-26 | After Angela Merkel took office in 2005, she kept the line. | she = Angela Merkel
2013-02-26 | Anna Harbot keeps a shop and heard of it, she says, from the wireless. | she = Anna Harbot
2013-02-26 | Sergei Lavrov came late. / John Kerry, he said, was patient. | he = Sergei Lavrov
2013-02-26 | Anna Lund said: "Angela Merkel waited." She expects rain. | She = Anna Lund
2013-02-26 | John Kerry and Sergei Lavrov met. They agreed. | They = John Kerry + Sergei Lavrov
2013-02-26 | John Kerry and Sergei Lavrov met. Nobody saw them. | them = John Kerry + Sergei Lavrov
2013-02-26 | John Kerry and Sergei Lavrov held their first meeting. | their = John Kerry + Sergei Lavrov
2013-02-26 | John Kerry met Sergei Lavrov. The two ministers sat down, and they agreed. | they = John Kerry + Sergei Lavrov
2013-02-26 | Russia and France agreed. They will sign in May. | They = Russia + France
2013-02-26 | Moscow and Washington agreed. They will sign in May. | They = Russia + United States
2013-02-26 | John Kerry and Sergei Lavrov met. The rebels said they would fight. | they = -
2013-02-26 | John Kerry and Sergei Lavrov met. Officials said they were tired. | they = -
2013-02-26 | They were tired. | They = -
2013-02-26 | The talks failed. They were long. | They = -
2013-02-26 | "I was tired," Anna Lund said. | I = Anna Lund
2013-02-26 | "I was tired," said Anna Lund. "My feet hurt." | My = Anna Lund
2013-02-26 | Anna Lund came. "I was tired," she said. | I = Anna Lund
2013-02-26 | Anna Lund came. She said: "I was tired. It rained on me." | me = Anna Lund
2013-02-26 | "I was tired," a driver said. | I = -
2013-02-26 | I was tired, and Anna Lund said so. | I = -
"""


def lines(table: str) -> list[object]:
    """The parameters (text, words, name, date) of a table."""
    found: list[object] = []
    for line in table.strip().splitlines():
        day, text, pair = (part.strip() for part in line.split(" | "))
        words, _, name = pair.partition(" = ")
        found.append(pytest.param(text, words, name, date.fromisoformat(day), id=f"{day} {text}"[:90]))
    return found


def meant(text: str, words: str, day: date) -> str:
    """Whom the last mention of these words means; `-` when nobody."""
    found = [n for n in cast_of(text, day).named if n.mention.text == words]
    if not found:
        return "-"
    if found[-1].members:
        return " + ".join(member.name for member in found[-1].members)
    return found[-1].actor.name if found[-1].actor else "-"


@pytest.mark.parametrize(("text", "words", "name", "day"), lines(OFFICES))
def test_office_phrases(text: str, words: str, name: str, day: date) -> None:
    assert meant(text, words, day) == name


@pytest.mark.parametrize(("text", "words", "name", "day"), lines(GROUPS))
def test_groups(text: str, words: str, name: str, day: date) -> None:
    assert meant(text, words, day) == name


@pytest.mark.parametrize(("text", "words", "name", "day"), lines(PRONOUNS))
def test_pronouns(text: str, words: str, name: str, day: date) -> None:
    assert meant(text, words, day) == name
