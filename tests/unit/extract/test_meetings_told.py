"""Contacts whose parties, day or place stand elsewhere than beside the word: one line a case.

Rows as in `test_meetings_table`.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.extract.test_meetings import meetings
from tests.unit.extract.test_meetings_table import line

# ruff: noqa: E501 - one case a line

UNNAMED = [
    ("2019-02-24", "Talks on the border crossings have been suspended, Nicolas Maduro said on Saturday. Venezuela closed its border with Colombia. Colombia protested. Venezuela gave no reason.", "Colombia+Venezuela meeting - - postponed"),
    ("2016-01-05", "Saudi Arabia broke off talks with Iran on Monday.", "Arabia+Iran meeting - - postponed"),
    ("2017-09-10", "Saudi Arabia suspended all dialogue until Qatar explained itself. Kuwait and Oman waited.", "Arabia+Qatar meeting - - postponed"),
    ("2010-12-20", "A second round is to follow in Geneva within weeks. India blamed Pakistan. Pakistan blamed India. India will come.", "India+Pakistan meeting Geneva 2010-12-20..2011-02-14 planned"),
    ("2004-01-07", "India and Pakistan agreed that a composite dialogue would begin next month. India is glad. Pakistan too.", "India+Pakistan meeting - 2004-02 planned"),
    ("2012-05-02", "The coalition talks were suspended on Tuesday. Greece waits. Turkey waits.", ""),
    ("2012-05-02", "The last round went to the boxer. Greece cheered. Turkey cheered.", ""),
    ("2016-04-01", "There were hopes for a dialogue between Armenia and Azerbaijan.", ""),
    ("2016-04-01", "The two presidents created the conditions for a dialogue between Armenia and Azerbaijan.", ""),
    ("2013-09-28", "Javad Zarif called for a conference of the Gulf states.", ""),
    ("2024-04-09", "President Xiomara Castro called for a summit of the Latin American states.", ""),
    ("2013-04-20", "Jens Stoltenberg received the two delegations in Brussels on Friday. Serbia spoke of progress. Kosovo did too. Serbia signed. Kosovo signed.", "Kosovo+Serbia+Stoltenberg meeting Brussels 2013-04-19 held"),
    ("2018-09-18", "The leaders of Greece, Turkey, Bulgaria and Romania met in Varna on Monday. The four leaders plan to talk again by telephone next week.", "Erdogan+Iohannis+Radev+Tsipras summit Varna 2018-09-17 held; Erdogan+Iohannis+Radev+Tsipras call - 2018-09-24..2018-09-30 planned"),
]  # fmt: skip
SUMMONED = [
    ("2017-06-05", "The Qatari ambassador to Cairo was summoned to the Foreign Ministry on Sunday. Egypt expelled him. Qatar protested. Egypt was silent. Qatar was not.", "Egypt+Qatar meeting Foreign Ministry 2017-06-04 held"),
    ("2011-05-01", "The Serbian ambassador in Zagreb was summoned on Friday. Croatia was angry. Serbia was not. Croatia and Serbia quarrelled.", "Croatia+Serbia meeting Zagreb 2011-04-29 held"),
    ("2011-05-01", "The Serbian ambassador was summoned by the Croatian foreign minister on Friday.", "Croatia+Serbia meeting - 2011-04-29 held"),
    ("2011-05-01", "The tenant was summoned to the town hall on Friday.", ""),
]  # fmt: skip
FATES = [
    ("2013-08-13", "On August 7 Barack Obama had withdrawn from the bilateral summit with Vladimir Putin in Moscow.", "Obama+Putin summit Moscow - cancelled"),
    ("2013-09-30", "Sergei Lavrov and John Kerry met at least ten times.", ""),
    ("2013-09-30", "They listened to each other, and there was a dialogue. Serbia and Kosovo waited. Serbia slept. Kosovo slept.", ""),
    ("2013-09-30", "Naomi Feldstrom predicted that Ehud Barak and Yasser Arafat would meet again.", ""),
]  # fmt: skip
TWO_OF_THEM = [
    ("2010-05-15", "Recep Tayyip Erdogan was received by Karolos Papoulias and by George Papandreou in Athens on Friday.", "Erdogan+Papoulias meeting Athens 2010-05-14 held; Erdogan+Papandreou meeting Athens 2010-05-14 held"),
    ("2018-04-28", "Kim Jong Il received Kim Dae-jung in Pyongyang in June 2000 and Roh Moo-hyun in October 2007.", "Dae-jung+Il meeting Pyongyang 2000-06 held; Il+Moo-hyun meeting Pyongyang 2007-10 held"),
    ("2004-01-07", "Pervez Musharraf thanked his guest. Atal Bihari Vajpayee thanked him. The two met on Monday at the presidential palace.", "Musharraf+Vajpayee meeting presidential palace 2004-01-05 held"),
    ("2012-09-27", "On Wednesday Koichiro Gemba had already sat opposite another Chinese, Yang Jiechi, to discuss the islands.", "Gemba+Jiechi meeting - 2012-09-26 held"),
    ("2009-10-11", "Edward Nalbandian and Ahmet Davutoglu parted after midnight on Saturday without a text.", "Davutoglu+Nalbandian meeting - 2009-10-10 held"),
    ("2014-12-18", "Barack Obama had spoken to Raul Castro on Tuesday for nearly an hour.", "Castro+Obama meeting - 2014-12-16 held"),
    ("2014-07-01", "The moderates have agreed to meet Mahmoud Abbas later this month; Khaled Mashal has refused.", "Abbas+moderates meeting - 2014-07-01..2014-07-31 planned; Abbas+Meshaal meeting - 2014-07-01..2014-07-31 declined"),
    ("2016-03-23", "On Tuesday Barack Obama had breakfast with Raul Castro in Havana. Bruno Rodriguez declined the invitation.", "Castro+Obama meeting Havana 2016-03-22 held; Obama+Rodriguez meeting Havana 2016-03-22 declined"),
    ("2004-01-07", "Pervez Musharraf and Atal Bihari Vajpayee agreed on Monday to exchange prisoners. Monday's meeting was their third.", "Musharraf+Vajpayee meeting - 2004-01-05 held"),
    ("2004-01-07", "Pervez Musharraf and Atal Bihari Vajpayee agreed on Monday to exchange prisoners.", ""),
]  # fmt: skip
JOURNEYS = [
    ("2015-12-26", "Narendra Modi's plane landed in Lahore on Friday.", "Modi+Pakistan visit Lahore 2015-12-25 held"),
    ("2015-12-26", "Narendra Modi landed in Lahore on Friday and was embraced by Nawaz Sharif.", "Modi+Sharif meeting Lahore 2015-12-25 held"),
    ("2009-10-11", "Ahmet Davutoglu flew in to Zurich on Saturday to see Edward Nalbandian.", "Davutoglu+Nalbandian meeting Zurich 2009-10-10 held"),
    ("2001-07-18", "Pervez Musharraf left Agra on Monday without a declaration.", "India+Musharraf visit Agra 2001-07-16 held"),
    ("2013-06-25", "Edward Snowden has said nothing since he left Hong Kong.", ""),
    ("2008-06-10", "Jose Manuel Barroso spent most of a week in May shuttling between Belgrade and Pristina.", "Barroso visit - 2008-05 held"),
    ("2017-01-10", "Mevlut Cavusoglu accompanied the president to Athens on Monday.", "Cavusoglu+Greece visit Athens 2017-01-09 held"),
    ("2022-11-15", "Anthony Albanese is due in Beijing next week for a meeting of trade ministers.", "Albanese+China visit Beijing 2022-11-21..2022-11-27 planned"),
    ("2013-02-27", "John Kerry is due in Rome on Thursday for a meeting with Riad Seif.", "Kerry+Seif meeting Rome 2013-02-28 planned"),
    ("2016-01-05", "The visit of Adel al-Jubeir to Tehran, planned for Thursday, is off.", "Iran+al-Jubeir visit Tehran 2016-01-07 cancelled"),
    ("2016-01-05", "A visit to Riyadh by an Iranian trade delegation, once planned for March, has been put off.", "Arabia+delegation visit Riyadh 2016-03 postponed"),
    ("1995-08-06", "No date has been set for a visit to Washington by Nguyen Manh Cam, although the invitation had been made. They met on Monday.", "Cam+States visit Washington 1995-08-06.. planned"),
    ("2012-09-27", "Leon Panetta, who was in Tokyo on 17 September before he came to Beijing, asked for calm.", "Japan+Panetta visit Tokyo 2012-09-17 held; China+Panetta visit Beijing ..2012-09-27 held"),
]  # fmt: skip
PLACES = [
    ("2010-09-20", "At a banquet in Kerman, where he was receiving the Iraqi president, Jalal Talabani, Mahmoud Ahmadinejad spoke of friendship.", "Ahmadinejad+Talabani meeting Kerman ..2010-09-20 held"),
    ("2001-04-12", "Joseph Prueher went to the Foreign Ministry on Monday to talk to Tang Jiaxuan.", "Jiaxuan+Prueher meeting Foreign Ministry 2001-04-09 held"),
    ("2016-03-23", "On Tuesday Barack Obama had dinner with Raul Castro at the Revolution Palace.", "Castro+Obama meeting Revolution Palace 2016-03-22 held"),
    ("2001-04-12", "China agreed to let them go on Wednesday after Joseph Prueher handed a letter to Tang Jiaxuan in Beijing.", "Jiaxuan+Prueher meeting Beijing 2001-04-11 held"),
    ("2015-02-13", "Barack Obama called Vladimir Putin on Tuesday and warned him of the costs.", "Obama+Putin call - 2015-02-10 held"),
]  # fmt: skip
ALL = [*UNNAMED, *SUMMONED, *FATES, *TWO_OF_THEM, *JOURNEYS, *PLACES]


@pytest.mark.parametrize(("day", "text", "rows"), ALL, ids=[case[1][:60] for case in ALL])
def test_every_row_of_a_text(day: str, text: str, rows: str) -> None:
    found = meetings(text, published=date.fromisoformat(day))
    assert sorted(map(line, found)) == sorted(row for row in rows.split("; ") if row)


@pytest.mark.parametrize(("day", "text", "rows"), ALL, ids=[case[1][:60] for case in ALL])
def test_where_it_was_takes_no_part_unless_it_is_visited(day: str, text: str, rows: str) -> None:
    for row in meetings(text, published=date.fromisoformat(day)):
        if row.place is not None and row.form != "visit":
            assert all(row.place.name != one.name for one in row.participants)
        assert row.evidence
        assert row.date.start is None or row.date.end is None or row.date.start <= row.date.end
