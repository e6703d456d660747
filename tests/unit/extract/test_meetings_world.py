"""Contacts of relationships of the whole world, most of them told without a word of contact.

One line is one case: the day of print, a sentence of this project about what is publicly known, and every
row that an editor wants of it, written as surnames, form, place, days and status; `-` is unknown.
"""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from detente.pipeline import extract_all
from detente.records import Article, Meeting
from tests.factories import article_of

# ruff: noqa: E501 - one case a line

TOLD = [
    ("2023-03-17", "Fumio Kishida and Yoon Suk Yeol, who had dinner at two restaurants in Tokyo on Thursday, agreed to resume regular visits.", "Kishida+Yeol meeting Tokyo 2023-03-16 held"),
    ("2023-05-08", "Fumio Kishida flew to Seoul on Sunday and held talks with Yoon Suk Yeol at the presidential office.", "Kishida+Yeol meeting presidential office 2023-05-07 held"),
    ("2014-05-28", "Narendra Modi sat across from Nawaz Sharif for fifty minutes at Hyderabad House on Tuesday.", "Modi+Sharif meeting Hyderabad House 2014-05-27 held"),
    ("2015-12-26", "Narendra Modi made a surprise stop in Lahore on Friday, where Nawaz Sharif embraced him at the airport.", "Modi+Sharif meeting Lahore 2015-12-25 held"),
    ("2001-07-17", "Jaswant Singh and Abdul Sattar, the foreign ministers of India and Pakistan, sat up until midnight on Monday over a draft that nobody signed.", "Sattar+Singh meeting - 2001-07-16 held"),
    ("2016-01-14", "The talks between the foreign secretaries of India and Pakistan, due in Islamabad on January 15, have been put off.", "India+Pakistan meeting Islamabad 2016-01-15 postponed"),
    ("2023-03-11", "Ali Shamkhani and Adel al-Jubeir shook hands in Beijing on Friday as Wang Yi looked on.", "Shamkhani+Yi+al-Jubeir meeting Beijing 2023-03-10 held"),
    ("2023-04-07", "Iran's foreign minister, Hossein Amir-Abdollahian, met his Saudi counterpart, Prince Faisal bin Farhan, in the Chinese capital on Thursday.", "Amir-Abdollahian+Farhan meeting Beijing 2023-04-06 held"),
    ("2018-07-09", "Isaias Afwerki was waiting on the tarmac when Abiy Ahmed landed in Asmara on Sunday, and the two hugged.", "Afwerki+Ahmed meeting Asmara 2018-07-08 held"),
    ("2018-09-17", "Abiy Ahmed and Isaias Afwerki signed an accord in Jeddah on Sunday in the presence of King Salman.", "Afwerki+Ahmed+Salman meeting Jeddah 2018-09-16 held"),
    ("2010-08-11", "Juan Manuel Santos and Hugo Chavez made up in three hours of talks in Santa Marta on Tuesday.", "Chavez+Santos meeting Santa Marta 2010-08-10 held"),
    ("2022-11-02", "Colombian President Gustavo Petro spent two hours with Nicolas Maduro at Miraflores Palace on Tuesday.", "Maduro+Petro meeting Miraflores Palace 2022-11-01 held"),
    ("2015-09-18", "Juan Manuel Santos and Nicolas Maduro will sit down together in Quito on Monday.", "Maduro+Santos meeting Quito 2015-09-21 planned"),
    ("2020-09-05", "Aleksandar Vucic and Avdullah Hoti signed their papers at the White House on Friday, with Donald Trump between them.", "Hoti+Trump+Vucic meeting the White House 2020-09-04 held"),
    ("2023-03-19", "Twelve hours of talks in Ohrid between Aleksandar Vucic and Albin Kurti ended late on Saturday without a signature.", "Kurti+Vucic meeting Ohrid 2023-03-18 held"),
    ("2023-02-28", "Josep Borrell brought Aleksandar Vucic and Albin Kurti to one table in Brussels on Monday.", "Borrell+Kurti+Vucic meeting Brussels 2023-02-27 held"),
    ("2018-09-28", "Benjamin Netanyahu and Abdel Fattah el-Sisi talked for two hours in New York on Wednesday night on the margins of the General Assembly.", "Netanyahu+el-Sisi meeting New York 2018-09-26 held"),
    ("2021-09-14", "Naftali Bennett was received by Abdel Fattah el-Sisi in Sharm el-Sheikh on Monday, the first such visit in ten years.", "Bennett+el-Sisi meeting Sharm el-Sheikh 2021-09-13 held"),
    ("2022-10-07", "Nikol Pashinyan and Ilham Aliyev met in Prague on Thursday in the company of Emmanuel Macron and Charles Michel.", "Aliyev+Macron+Michel+Pashinyan meeting Prague 2022-10-06 held"),
    ("2023-10-05", "Ilham Aliyev pulled out of a meeting with Nikol Pashinyan that was planned for Thursday in Granada.", "Aliyev+Pashinyan meeting Granada 2023-10-05 cancelled"),
    ("2016-03-22", "Barack Obama and Raul Castro took questions together in the Palace of the Revolution on Monday.", "Castro+Obama meeting Palace of the Revolution 2016-03-21 held"),
    ("2015-04-12", "It was in a small room in Panama City that Barack Obama and Raul Castro sat down on Saturday.", "Castro+Obama meeting Panama City 2015-04-11 held"),
    ("2014-12-18", "Barack Obama and Raul Castro had spoken by telephone on Tuesday for more than 45 minutes.", "Castro+Obama call - 2014-12-16 held"),
    ("2016-10-21", "Rodrigo Duterte and Xi Jinping walked side by side past an honour guard in Beijing on Thursday.", "Duterte+Jinping meeting Beijing 2016-10-20 held"),
    ("2012-05-10", "The Philippine foreign secretary, Albert del Rosario, had asked to see Yang Jiechi.", "Jiechi+Rosario meeting - - sought"),
    ("2019-07-01", "Donald Trump stepped across the line at Panmunjom on Sunday, shook Kim Jong Un's hand and then talked with him for almost an hour.", "Trump+Un meeting Panmunjom 2019-06-30 held"),
    ("1993-09-14", "In Washington on Monday Yitzhak Rabin took the hand of Yasser Arafat.", "Arafat+Rabin meeting Washington 1993-09-13 held"),
    ("1986-10-13", "Ronald Reagan and Mikhail Gorbachev parted in Reykjavik on Sunday without an agreement.", "Gorbachev+Reagan meeting Reykjavik 1986-10-12 held"),
    ("2016-01-28", "Angela Merkel is to fly to Ankara next week for talks with Ahmet Davutoglu.", "Davutoglu+Merkel meeting Ankara 2016-02-01..2016-02-07 planned"),
    ("2010-04-14", "Yukio Hatoyama got ten minutes with Barack Obama over dinner in Washington on Monday.", "Hatoyama+Obama meeting Washington 2010-04-12 held"),
    ("2022-02-08", "Emmanuel Macron and Vladimir Putin faced each other across a long table in the Kremlin on Monday.", "Macron+Putin meeting the Kremlin 2022-02-07 held"),
    ("2021-06-17", "Joe Biden and Vladimir Putin spent three and a half hours in a lakeside villa in Geneva on Wednesday.", "Biden+Putin meeting Geneva 2021-06-16 held"),
    ("1998-10-24", "Benjamin Netanyahu and Yasser Arafat, with Bill Clinton and King Hussein at their side, signed the memorandum at the White House on Friday.", "Arafat+Clinton+Hussein+Netanyahu summit the White House 1998-10-23 held"),
    ("2013-09-27", "Hassan Rouhani turned down an encounter with Barack Obama in New York.", "Obama+Rouhani meeting New York - declined"),
    ("2014-06-07", "Petro Poroshenko and Vladimir Putin exchanged a few words before lunch in Normandy on Friday, Angela Merkel standing between them.", "Merkel+Poroshenko+Putin meeting Normandy 2014-06-06 held"),
    ("2018-03-09", "Donald Trump has accepted Kim Jong Un's invitation to a meeting by May.", "Trump+Un meeting - 2018-03-09..2018-05-31 planned"),
    ("2018-11-30", "A meeting of Donald Trump and Vladimir Putin in Buenos Aires was scrapped because of the seizure of three Ukrainian ships.", "Putin+Trump meeting Buenos Aires - cancelled"),
    ("2021-07-29", "A Taliban delegation led by Abdul Ghani Baradar was received in Tianjin by Wang Yi on Wednesday.", "Baradar+Yi meeting Tianjin 2021-07-28 held"),
    ("2020-11-24", "Benjamin Netanyahu slipped into Saudi Arabia on Sunday for a meeting with Mohammed bin Salman at Neom.", "Netanyahu+Salman meeting Neom 2020-11-22 held"),
    ("2013-01-29", "Michelle Bachelet and Evo Morales talked in Santiago on Sunday.", "Bachelet+Morales meeting Santiago 2013-01-27 held"),
    ("2009-08-05", "Kim Jong Il gave Bill Clinton dinner in Pyongyang on Tuesday.", "Clinton+Il meeting Pyongyang 2009-08-04 held"),
    ("1999-09-10", "George Papandreou telephoned Ismail Cem within hours of the earthquake.", "Cem+Papandreou call - ..1999-09-10 held"),
    ("2000-06-14", "Kim Dae-jung landed in Pyongyang on Tuesday and was met at the foot of the steps by Kim Jong Il.", "Dae-jung+Il meeting Pyongyang 2000-06-13 held"),
    ("2012-09-13", "Vladimir Putin came late by an hour to his talks with Yoshihiko Noda in Vladivostok on Saturday.", "Noda+Putin meeting Vladivostok 2012-09-08 held"),
    ("2016-12-16", "Shinzo Abe took Vladimir Putin to a hot spring in Nagato on Thursday, and the two went on talking past midnight.", "Abe+Putin meeting Nagato 2016-12-15 held"),
    ("2018-04-28", "Narendra Modi and Xi Jinping took tea on a boat in Wuhan on Saturday.", "Jinping+Modi meeting Wuhan 2018-04-28 held"),
    ("1995-11-22", "Alija Izetbegovic, Franjo Tudjman and Slobodan Milosevic initialled the accord in Dayton on Tuesday.", "Izetbegovic+Milosevic+Tudjman meeting Dayton 1995-11-21 held"),
    ("2008-07-13", "Bashar al-Assad and Ehud Olmert sat at the same table in Paris on Sunday, but Assad left before Olmert spoke.", "Olmert+al-Assad meeting Paris 2008-07-13 held"),
    ("2015-12-01", "Recep Tayyip Erdogan sought a meeting with Vladimir Putin in Paris on Monday and was refused.", "Erdogan+Putin meeting Paris - declined"),
    ("2016-08-10", "Vladimir Putin welcomed Recep Tayyip Erdogan to St. Petersburg on Tuesday, nine months after a Russian jet was shot down.", "Erdogan+Putin meeting St. Petersburg 2016-08-09 held"),
    ("2017-07-08", "Donald Trump and Vladimir Putin had been expected to talk for half an hour in Hamburg on Friday; they talked for more than two.", "Putin+Trump meeting Hamburg 2017-07-07 held"),
    ("2011-12-02", "Hillary Clinton saw President Thein Sein in Naypyidaw on Thursday and Aung San Suu Kyi in Yangon on Friday.", "Clinton+Sein meeting Naypyidaw 2011-12-01 held; Clinton+Kyi meeting Yangon 2011-12-02 held"),
    ("2014-03-25", "Barack Obama, Park Geun-hye and Shinzo Abe met for the first time as three in The Hague on Tuesday.", "Abe+Geun-hye+Obama meeting The Hague 2014-03-25 held"),
    ("2018-12-15", "Donald Tusk and Jean-Claude Juncker had Kaja Kallas to dinner in Brussels on Thursday.", "Juncker+Kallas+Tusk meeting Brussels 2018-12-13 held"),
    ("2017-11-15", "Aung San Suu Kyi had separate meetings with Justin Trudeau and Rex Tillerson in Manila on Tuesday.", "Kyi+Trudeau meeting Manila 2017-11-14 held; Kyi+Tillerson meeting Manila 2017-11-14 held"),
    ("2009-11-18", "In Beijing Barack Obama was Hu Jintao's guest for three days.", "Jintao+Obama meeting Beijing ..2009-11-18 held"),
    ("2010-05-19", "Presidents Mahmoud Ahmadinejad and Luiz Inacio Lula da Silva raised their joined hands in Tehran on Monday.", "Ahmadinejad+Silva meeting Tehran 2010-05-17 held"),
    ("2003-12-20", "Three weeks earlier Nicola Cartwright, a British envoy, had sat with Musa Kusa in a London club.", "Cartwright+Koussa meeting London ..2003-12-20 held"),
    ("1988-06-03", "Ronald Reagan strolled across Red Square with Mikhail Gorbachev on Tuesday.", "Gorbachev+Reagan meeting Red Square 1988-05-31 held"),
]  # fmt: skip
NOT_TOLD = [
    ("2024-08-02", "Olaf Scholz was at Cologne airport on Thursday to greet the freed prisoners.", ""),
    ("2023-05-08", "Fumio Kishida has yet to meet Kim Jong Un.", ""),
    ("2018-01-10", "A meeting of Narendra Modi and Imran Khan would change little.", ""),
    ("2022-02-20", "Emmanuel Macron's office would not confirm a meeting with Volodymyr Zelensky in Paris.", ""),
    ("2019-05-20", "Fumio Kishida and Yoon Suk Yeol face elections next year.", ""),
    ("2013-09-25", "Hassan Rouhani and Barack Obama did not shake hands in New York on Tuesday.", ""),
    ("2013-09-25", "Barack Obama sat across from a portrait of Lincoln and talked about Iran.", ""),
    ("2011-01-05", "The gap between Hugo Chavez and Juan Manuel Santos is as wide as ever.", ""),
    ("2018-01-05", "Two Greeks visited Turkey on Monday.", ""),
    ("2015-05-05", "Relations between Evo Morales and Michelle Bachelet were cordial.", ""),
    ("2016-05-05", "Nicolas Maduro dined alone in Caracas on Tuesday.", ""),
    ("2016-05-05", "The film shows Kim Il Sung and Joseph Stalin side by side.", ""),
    ("2016-05-05", "Both Angela Merkel and Theresa May walked out of politics with regrets.", ""),
    ("2016-05-05", "Nikol Pashinyan walked to parliament on Tuesday with his wife.", ""),
]  # fmt: skip
STORIES = [
    ("1999-09-10", "George Papandreou and Ismail Cem met in New York on June 30. / Within hours of the earthquake in August Papandreou telephoned Cem. The two will meet again in Brussels on Monday.", "Cem+Papandreou meeting New York 1999-06-30 held; Cem+Papandreou call - ..1999-09-10 held; Cem+Papandreou meeting Brussels 1999-09-13 planned"),
    ("2015-12-27", "Narendra Modi landed in Lahore on Friday and was embraced by Nawaz Sharif at the airport. / The two men flew by helicopter to the Sharif estate, where they drank tea for more than an hour.", "Modi+Sharif meeting Lahore 2015-12-25 held"),
    ("2018-09-18", "Isaias Afwerki and Abiy Ahmed signed an accord in Jeddah on Sunday in the presence of King Salman. / Antonio Guterres looked on.", "Afwerki+Ahmed+Salman meeting Jeddah 2018-09-16 held"),
    ("2016-03-23", "Barack Obama landed in Havana on Sunday. / On Monday he and Raul Castro talked for two hours in the Palace of the Revolution and then gave a joint news conference.", "Castro+Obama meeting Palace of the Revolution 2016-03-21 held; Cuba+Obama visit Havana 2016-03-20 held"),
    ("2023-03-21", "Xi Jinping arrived in Moscow on Monday. / Vladimir Putin gave him dinner in the Kremlin that evening.", "Jinping+Putin meeting the Kremlin 2023-03-20 held; Jinping+Russia visit Moscow 2023-03-20 held"),
    ("2020-09-20", "Aleksandar Vucic had breakfast with Angela Merkel in Berlin on Friday. He is to see Emmanuel Macron in Paris on Tuesday.", "Merkel+Vucic meeting Berlin 2020-09-18 held; Macron+Vucic meeting Paris 2020-09-22 planned"),
    ("2010-11-19", "The foreign ministers of Colombia and Venezuela, Maria Angela Holguin and Nicolas Maduro, met in Caracas on Thursday. They agreed on a timetable for the debts.", "Holguin+Maduro meeting Caracas 2010-11-18 held"),
    ("2021-10-12", "Ebrahim Raisi would not meet Joe Biden, his spokesman said. / Iranian and Saudi officials have met in Baghdad four times this year.", ""),
]  # fmt: skip


def article(printed: str, text: str) -> Article:
    return article_of(*text.split(" / "), published=date.fromisoformat(printed))


def plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def line(row: Meeting) -> str:
    names = "+".join(sorted(plain(one.name.split()[-1]) for one in row.participants))
    when = row.date.label() if row.date.known else "-"
    return f"{names} {row.form} {row.place.name if row.place else '-'} {when} {row.status}"


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Meeting, ...]]:
    """The meetings of every text, each its own article."""
    cases = [*TOLD, *NOT_TOLD, *STORIES]
    articles = [article(printed, text) for printed, text, _ in cases]
    return {
        text: each.meetings for (_, text, _), each in zip(cases, extract_all(articles), strict=True)
    }


def ids(cases: list[tuple[str, str, str]]) -> list[str]:
    return [text[:60] for _, text, _ in cases]


@pytest.mark.parametrize(("printed", "text", "rows"), TOLD, ids=ids(TOLD))
def test_every_contact_is_found(
    found: dict[str, tuple[Meeting, ...]], printed: str, text: str, rows: str
) -> None:
    assert "; ".join(map(line, found[text])) == rows


@pytest.mark.parametrize(("printed", "text", "rows"), NOT_TOLD, ids=ids(NOT_TOLD))
def test_nothing_is_found_where_nobody_met(
    found: dict[str, tuple[Meeting, ...]], printed: str, text: str, rows: str
) -> None:
    assert found[text] == ()


@pytest.mark.parametrize(("printed", "text", "rows"), STORIES, ids=ids(STORIES))
def test_every_contact_of_a_story_is_found_once(
    found: dict[str, tuple[Meeting, ...]], printed: str, text: str, rows: str
) -> None:
    assert sorted(map(line, found[text])) == sorted(row for row in rows.split("; ") if row)


@pytest.mark.parametrize("text", [text for _, text, _ in [*TOLD, *STORIES]], ids=lambda text: text[:60])
def test_rows_quote_their_words_and_no_venue_takes_part(
    found: dict[str, tuple[Meeting, ...]], text: str
) -> None:
    for row in found[text]:
        whole = text.replace(" / ", "\n\n")
        assert all(whole[one.start : one.end] == one.quote for one in row.evidence)
        people = {one.name for one in row.participants}
        assert row.form == "visit" or row.place is None or row.place.name not in people
