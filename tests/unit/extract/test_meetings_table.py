"""Contacts of many relationships, 1995 to 2024: one line a case, with every row that it must give.

A row is written as surnames in order of the alphabet, form, place, days, status; `-` is unknown. The
days of a report without a date are those before its print (`..day`) or after it (`day..`).
"""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from detente.records import Meeting
from tests.unit.extract.test_meetings import meetings

# ruff: noqa: E501 - one case a line

VERBS = [
    ("2018-06-20", "Emmanuel Macron met Angela Merkel near Berlin on Tuesday.", "Macron+Merkel meeting Berlin 2018-06-19 held"),
    ("2018-06-20", "Angela Merkel received Emmanuel Macron at the chancellery in Berlin on Tuesday.", "Macron+Merkel meeting Berlin 2018-06-19 held"),
    ("2014-11-12", "Xi Jinping hosted Barack Obama in Beijing on Tuesday.", "Jinping+Obama meeting Beijing 2014-11-11 held"),
    ("2014-11-12", "Barack Obama was received by Xi Jinping in Beijing on Tuesday.", "Jinping+Obama meeting Beijing 2014-11-11 held"),
    ("2015-03-20", "John Kerry and Mohammad Javad Zarif negotiated in Lausanne on Thursday.", "Kerry+Zarif meeting Lausanne 2015-03-19 held"),
    ("2015-03-20", "Kerry sat down with Zarif in Lausanne on Thursday.", "Kerry+Zarif meeting Lausanne 2015-03-19 held"),
    ("2015-03-20", "Kerry spent four hours with Zarif in Lausanne on Thursday.", "Kerry+Zarif meeting Lausanne 2015-03-19 held"),
    ("2015-03-20", "Kerry and Zarif saw each other in Lausanne on Thursday.", "Kerry+Zarif meeting Lausanne 2015-03-19 held"),
    ("2013-09-28", "Barack Obama telephoned Hassan Rouhani on Friday.", "Obama+Rouhani call - 2013-09-27 held"),
    ("2013-09-28", "Obama called Rouhani on Friday.", "Obama+Rouhani call - 2013-09-27 held"),
    ("2013-09-28", "Obama and Rouhani spoke by telephone on Friday.", "Obama+Rouhani call - 2013-09-27 held"),
    ("2013-09-28", "Obama spoke with Rouhani by phone on Friday.", "Obama+Rouhani call - 2013-09-27 held"),
    ("2013-09-28", "Obama spoke to Rouhani on Friday.", "Obama+Rouhani call - 2013-09-27 held"),
    ("2015-04-12", "Obama talked with Raul Castro in Panama City on Saturday.", "Castro+Obama meeting Panama City 2015-04-11 held"),
    ("2010-12-12", "Hillary Clinton talked to Sergei Lavrov in Munich for an hour on Saturday.", "Clinton+Lavrov meeting Munich 2010-12-11 held"),
    ("2016-03-22", "Obama stood beside Raul Castro in Havana on Monday.", "Castro+Obama meeting Havana 2016-03-21 held"),
    ("2016-03-22", "Obama and Castro appeared side by side in Havana on Monday.", "Castro+Obama meeting Havana 2016-03-21 held"),
    ("2003-02-06", "Colin Powell handed a letter to Igor Ivanov in New York on Wednesday.", "Ivanov+Powell meeting New York 2003-02-05 held"),
    ("2007-05-16", "Vladimir Putin kept Condoleezza Rice waiting for an hour in Moscow on Tuesday.", "Putin+Rice meeting Moscow 2007-05-15 held"),
    ("2019-02-28", "Donald Trump dined with Kim Jong Un in Hanoi on Wednesday.", "Trump+Un meeting Hanoi 2019-02-27 held"),
    ("2000-07-12", "Bill Clinton brought Ehud Barak and Yasser Arafat together at Camp David on Tuesday.", "Arafat+Barak+Clinton meeting Camp David 2000-07-11 held"),
    ("2012-09-12", "Hu Jintao told Yoshihiko Noda in Vladivostok on Sunday that the purchase was illegal.", "Jintao+Noda meeting Vladivostok 2012-09-09 held"),
    ("2015-02-13", "Merkel and Hollande met on Thursday in Minsk and were later joined by Petro Poroshenko.", "Hollande+Merkel meeting Minsk 2015-02-12 held; Hollande+Merkel+Poroshenko meeting Minsk 2015-02-12 held"),
    ("2013-05-10", "Kerry spent an hour with Putin and then two hours with Lavrov on Tuesday.", "Kerry+Putin meeting - 2013-05-07 held; Kerry+Lavrov meeting - 2013-05-07 held"),
    ("2018-07-10", "Abiy Ahmed was embraced by Isaias Afwerki in Asmara on Sunday.", "Afwerki+Ahmed meeting Asmara 2018-07-08 held"),
]  # fmt: skip
NOUNS = [
    ("2018-06-20", "Talks between Macron and Merkel took place in Berlin on Tuesday.", "Macron+Merkel meeting Berlin 2018-06-19 held"),
    ("2018-06-20", "Macron said after talks with Merkel in Berlin on Tuesday that much remained to be done.", "Macron+Merkel meeting Berlin 2018-06-19 held"),
    ("2018-06-20", "The meeting of Macron and Merkel in Berlin on Tuesday lasted three hours.", "Macron+Merkel meeting Berlin 2018-06-19 held"),
    ("2001-07-18", "Pervez Musharraf and Atal Bihari Vajpayee ended their talks in Agra on Monday.", "Musharraf+Vajpayee meeting Agra 2001-07-16 held"),
    ("2018-06-13", "Donald Trump held a summit with Kim Jong Un in Singapore on Tuesday.", "Trump+Un summit Singapore 2018-06-12 held"),
    ("2021-12-08", "Joe Biden had a video call with Putin on Tuesday.", "Biden+Putin call - 2021-12-07 held"),
    ("2021-12-08", "A phone call between Biden and Putin on Tuesday brought no agreement.", "Biden+Putin call - 2021-12-07 held"),
    ("2013-09-15", "Kerry and Lavrov agreed on Saturday in Geneva on a plan after three days of talks.", "Kerry+Lavrov meeting Geneva 2013-09-12..2013-09-14 held"),
    ("2013-05-09", "Hollande spoke of the meetings of Merkel and Putin in June and September.", "Merkel+Putin meeting - 2013-06 planned; Merkel+Putin meeting - 2013-09 planned"),
    ("1999-03-01", "Madeleine Albright and Igor Ivanov held talks in Moscow and Paris.", "Albright+Ivanov meeting Moscow ..1999-03-01 held; Albright+Ivanov meeting Paris ..1999-03-01 held"),
    ("2009-07-08", "Obama had breakfast with Putin outside Moscow on Tuesday.", "Obama+Putin meeting Moscow 2009-07-07 held"),
    ("2022-11-15", "Biden's meeting with Xi Jinping in Bali on Monday lasted three hours.", "Biden+Jinping meeting Bali 2022-11-14 held"),
]  # fmt: skip
STATUS = [
    ("2013-04-23", "Kerry is expected in the Russian capital in the first half of May.", "Kerry+Russia visit Moscow 2013-05-01..2013-05-15 planned"),
    ("2013-08-08", "Obama called off a summit with Putin planned for early September in Moscow.", "Obama+Putin summit Moscow 2013-09-01..2013-09-10 cancelled"),
    ("2013-09-08", "The summit with Putin in Moscow, which Obama cancelled in August, went unmourned.", "Obama+Putin summit Moscow - cancelled"),
    ("2018-05-25", "Donald Trump canceled his summit with Kim Jong Un on Thursday.", "Trump+Un summit - - cancelled"),
    ("2018-05-12", "Donald Trump will meet Kim Jong Un in Singapore on June 12.", "Trump+Un meeting Singapore 2018-06-12 planned"),
    ("2014-02-20", "Merkel postponed her meeting with Erdogan.", "Erdogan+Merkel meeting - - postponed"),
    ("2014-02-20", "Merkel declined a meeting with Erdogan in Berlin.", "Erdogan+Merkel meeting Berlin - declined"),
    ("2022-02-20", "Volodymyr Zelenskyy proposed a meeting with Putin.", "Putin+Zelensky meeting - - sought"),
    ("2013-08-08", "Sergei Lavrov and Sergei Shoigu arrive in Washington on Friday to see John Kerry and Chuck Hagel.", "Hagel+Kerry+Lavrov+Shoigu meeting Washington 2013-08-09 planned"),
    ("2013-06-01", "The presidents of France and Germany said nothing of whether Hollande and Merkel might meet.", ""),
    ("2013-06-01", "Hollande did not meet Merkel in Paris.", ""),
    ("2013-06-01", "If Hollande meets Merkel in Paris, much will be said.", ""),
    ("2013-06-01", "Will Hollande meet Merkel in Paris?", ""),
    ("2013-06-01", "Correction: an earlier version of this article said that Hollande met Merkel in Paris.", ""),
    ("2013-09-16", "At the end of September Kerry and Lavrov want to sit together again in New York.", "Kerry+Lavrov meeting New York 2013-09-21..2013-09-30 planned"),
    ("2013-06-01", "Kerry agreed on the need to convene the conference with Lavrov.", ""),
]  # fmt: skip
VISITS = [
    ("2016-03-22", "Barack Obama visited Cuba on Monday.", "Cuba+Obama visit Cuba 2016-03-21 held"),
    ("2001-04-12", "Bush is due in Shanghai in October.", "Bush+China visit Shanghai 2001-10 planned"),
    ("2018-07-12", "On Monday Antonio Guterres was in Addis Ababa.", "Ethiopia+Guterres visit Addis Ababa 2018-07-09 held"),
    ("2012-09-20", "Leon Panetta was in Tokyo on Monday.", "Japan+Panetta visit Tokyo 2012-09-17 held"),
    ("1999-02-22", "Vajpayee rode a bus to Lahore on Saturday.", "Pakistan+Vajpayee visit Lahore 1999-02-20 held"),
    ("2013-05-10", "Kerry arrived in Moscow on Tuesday for a two-day visit.", "Kerry+Russia visit Moscow 2013-05-07 held"),
    ("2013-05-10", "The letter will be taken to Washington later this month by Nikolai Patrushev.", "Patrushev+States visit Washington 2013-05-10..2013-05-31 planned"),
    ("2019-10-02", "Moon Jae-in will fly to Washington next month.", "Jae-in+States visit Washington 2019-11 planned"),
    ("2000-07-26", "Yasser Arafat stopped in Egypt on Tuesday to see Hosni Mubarak.", "Arafat+Mubarak meeting Egypt 2000-07-25 held"),
    ("2013-05-10", "Putin flew to Sochi on Tuesday.", ""),
]  # fmt: skip
BODIES = [
    ("2013-09-28", "The United Nations Security Council voted late on Friday to require Syria to give up its weapons.", "Council meeting - 2013-09-27 held"),
    ("2024-04-09", "The Organization of American States met in Washington on Tuesday over the raid.", "States meeting Washington 2024-04-09 held"),
    ("2013-05-28", "European Union foreign ministers failed on Monday in Brussels to agree on the embargo.", "Union meeting Brussels 2013-05-27 held"),
    ("2013-08-07", "Obama will still attend the G20 summit in St Petersburg on Sept. 5 and 6.", "G-20+Obama summit St. Petersburg 2013-09-05..2013-09-06 planned"),
    ("2013-06-19", "The leaders of the G8 called for a peace conference on Syria.", "G-8 summit Lough Erne 2013-06-17..2013-06-18 held"),
    ("2013-06-19", "The European Union regrets the decision.", ""),
    ("2013-06-19", "NATO is concerned about the exercises.", ""),
    ("2013-04-23", "Kerry and Lavrov met on Tuesday on the sidelines of a NATO gathering in Brussels.", "Kerry+Lavrov meeting Brussels 2013-04-23 held"),
]  # fmt: skip
SIDES = [
    ("2013-08-09", "The defence chiefs of the United States and Russia met in Washington on Friday.", "Russia+States meeting Washington 2013-08-09 held"),
    ("2013-08-09", "The foreign ministers of the United States and Russia met in Washington on Friday. John Kerry received Sergei Lavrov.", "Kerry+Lavrov meeting Washington 2013-08-09 held"),
    ("2013-08-09", "American and Russian officials are to prepare it at a meeting in The Hague before the end of August.", "Russia+States meeting The Hague 2013-08-09..2013-08-31 planned"),
    ("2001-04-12", "Chinese officials and American officials were firm, said American and Chinese reports. The two sides are to meet on April 18.", "China+States meeting - 2001-04-18 planned"),
    ("2015-02-13", "The leaders of Russia, Ukraine, Germany and France held talks in Minsk on Thursday.", "Hollande+Merkel+Poroshenko+Putin summit Minsk 2015-02-12 held"),
    ("2013-10-25", "Yesterday Foreign Minister Guido Westerwelle summoned the American ambassador.", "Germany+States meeting - 2013-10-24 held"),
    ("2013-05-08", "On Tuesday Kerry met with activists, among them Lyudmila Alexeyeva.", "Alexeyeva+Kerry+activists meeting - 2013-05-07 held"),
    ("2007-07-20", "Putin was receiving the Finnish president, Tarja Halonen, and the Hungarian prime minister, Ferenc Gyurcsany.", "Gyurcsany+Halonen+Putin meeting - ..2007-07-20 held"),
    ("2013-09-16", "Laurent Fabius received John Kerry and Britain's William Hague in Paris on Monday.", "Fabius+Hague+Kerry meeting Paris 2013-09-16 held"),
]  # fmt: skip
HALLS = [
    ("2013-08-09", "Kerry received Lavrov at the State Department on Friday.", "Kerry+Lavrov meeting State Department 2013-08-09 held"),
    ("2018-04-28", "Moon Jae-in met Kim Jong Un at the Peace House on Friday.", "Jae-in+Un meeting Peace House 2018-04-27 held"),
    ("2013-06-18", "Putin met David Cameron in Downing Street on Sunday.", "Cameron+Putin meeting 10 Downing Street 2013-06-16 held"),
    ("2014-11-24", "Kerry met Zarif at the Palais Coburg in Vienna on Sunday.", "Kerry+Zarif meeting Palais Coburg 2014-11-23 held"),
    ("2017-09-10", "Donald Trump received Emmanuel Macron at the White House on Thursday.", "Macron+Trump meeting the White House 2017-09-07 held"),
]  # fmt: skip
ALL = [*VERBS, *NOUNS, *STATUS, *VISITS, *BODIES, *SIDES, *HALLS]


def plain(name: str) -> str:
    """Return a name without accents: how the registry writes it is no matter of these tables."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def line(row: Meeting) -> str:
    """Write a row as the tables do."""
    names = "+".join(sorted(plain(p.name.split()[-1]) for p in row.participants))
    date_ = row.date.label() if row.date.known else "-"
    return f"{names} {row.form} {row.place.name if row.place else '-'} {date_} {row.status}"


@pytest.mark.parametrize(("published", "text", "rows"), ALL, ids=[case[1][:60] for case in ALL])
def test_every_row_of_a_text(published: str, text: str, rows: str) -> None:
    found = meetings(text, published=date.fromisoformat(published))
    assert "; ".join(line(row) for row in found) == rows


AROUND = [
    ("2018-06-20", ["Emmanuel Macron met Angela Merkel in Berlin on Tuesday.", "The two shook hands for the cameras."], "Macron+Merkel meeting Berlin 2018-06-19 held"),
    ("2018-06-20", ["Emmanuel Macron and Angela Merkel came to Berlin.", "They met on Tuesday."], "Macron+Merkel meeting - 2018-06-19 held"),
    ("2013-04-16", ["Sergei Lavrov and John Kerry met in Berlin in February.", "They are to meet again next week in Brussels."], "Kerry+Lavrov meeting Berlin 2013-02 held; Kerry+Lavrov meeting Brussels 2013-04-22..2013-04-28 planned"),
    ("2013-05-09", ["John Kerry visited Moscow on Tuesday.", "He also saw Sergei Lavrov."], "Kerry+Russia visit Moscow 2013-05-07 held; Kerry+Lavrov meeting Moscow 2013-05-07 held"),
    ("2013-08-09", ["John Kerry and Chuck Hagel received Sergei Lavrov and Sergei Shoigu in Washington on Friday.", "Shoigu and Hagel also talked separately."], "Hagel+Kerry+Lavrov+Shoigu meeting Washington 2013-08-09 held; Hagel+Shoigu meeting Washington 2013-08-09 held"),
    ("2013-09-16", ["In Paris one hears more caution. There the French foreign minister, Laurent Fabius, received John Kerry on Monday."], "Fabius+Kerry meeting Paris 2013-09-16 held"),
    ("2013-05-09", ["John Kerry met Vladimir Putin in the Kremlin on Tuesday.", "It was his first visit to Moscow as secretary."], "Kerry+Putin meeting the Kremlin 2013-05-07 held; Kerry+Russia visit Moscow 2013-05-07 held"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("published", "told", "rows"), AROUND, ids=[case[1][-1][:50] for case in AROUND]
)
def test_what_the_sentences_around_say(published: str, told: list[str], rows: str) -> None:
    found = meetings(*told, published=date.fromisoformat(published))
    assert "; ".join(line(row) for row in found) == rows


CAPTIONS = [
    ("John Kerry and Sergei Lavrov at their news conference in Moscow on Tuesday.", "Kerry+Lavrov meeting Moscow 2013-05-07 held"),
    ("John Kerry and Sergei Lavrov in Moscow.", ""),
    ("John Kerry in Moscow on Tuesday.", ""),
    ("Tourists on Red Square in Moscow on Tuesday.", ""),
    ("Sergei Lavrov and Sergei Shoigu in Moscow on Tuesday.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "rows"), CAPTIONS, ids=[case[0][:40] for case in CAPTIONS])
def test_what_a_caption_shows(words: str, rows: str) -> None:
    found = meetings(("caption", words), published=date(2013, 5, 8))
    assert "; ".join(line(row) for row in found) == rows


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("The two shook hands.", "shook hands"),
        ("The talks lasted three hours.", "lasted three hours"),
        ("The two spoke behind closed doors.", "behind closed doors"),
        ("The two then gave a joint press conference.", "joint press conference"),
    ],
)
def test_what_reporters_notice(words: str, signal: str) -> None:
    (row,) = meetings(
        f"John Kerry met Sergei Lavrov in Oslo on Tuesday. {words}", published=date(2013, 5, 8)
    )
    assert signal in row.signals


@pytest.mark.parametrize(("published", "text", "rows"), ALL, ids=[case[1][:60] for case in ALL])
def test_every_row_has_its_words_and_no_venue_takes_part(published: str, text: str, rows: str) -> None:
    for row in meetings(text, published=date.fromisoformat(published)):
        assert row.evidence
        assert all(text[e.start : e.end] == e.quote for e in row.evidence)
        assert row.place is None or row.place.name not in {
            p.name for p in row.participants if row.form != "visit"
        }
