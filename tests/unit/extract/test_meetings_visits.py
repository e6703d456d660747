"""Visits and contacts that no verb of travel tells, and their twins that tell of none.

One line is one case, as in `test_meetings_world`: the day of print, a sentence of this project about
what is publicly known or made up for it, and every row that an editor wants.
"""

from __future__ import annotations

import pytest

from detente.pipeline import extract_all
from detente.records import Meeting
from tests.unit.extract.test_meetings_world import article, line

# ruff: noqa: E501 - one case a line

INVITED = [
    ("2017-05-20", "King Salman has invited Emmanuel Macron to Jeddah.", "Arabia+Macron visit Jeddah 2017-05-20.. sought"),
    ("2019-03-12", "Giuseppe Conte invited Xi Jinping to visit Rome this month.", "Italy+Jinping visit Rome 2019-03-12.. sought"),
    ("2016-11-15", "Shinzo Abe was invited to Moscow by Vladimir Putin.", "Abe+Russia visit Moscow 2016-11-15.. sought"),
    ("2014-06-01", "Petro Poroshenko has accepted an invitation to Warsaw.", "Poland+Poroshenko visit Warsaw 2014-06-01.. planned"),
    ("2014-01-21", "Petro Poroshenko has accepted an invitation to Warsaw for early March.", "Poland+Poroshenko visit Warsaw 2014-03-01..2014-03-10 planned"),
    ("2021-05-02", "Emmanuel Macron turned down an invitation to Minsk.", "Belarus+Macron visit Minsk - declined"),
    ("2018-01-03", "Moon Jae-in did not accept an invitation to Pyongyang.", "Jae-in+Korea visit Pyongyang - declined"),
    ("2019-06-02", "Angela Merkel received an invitation to visit Tbilisi.", "Georgia+Merkel visit Tbilisi 2019-06-02.. sought"),
    ("2019-06-02", "Donald Tusk issued an invitation to Volodymyr Zelensky to visit Brussels.", "Belgium+Zelensky visit Brussels 2019-06-02.. sought"),
]  # fmt: skip
WENT = [
    ("2022-11-10", "Xi Jinping is the first Chinese president to visit Riyadh since Hu Jintao in 2009.", "Arabia+Jinping visit Riyadh ..2022-11-10 held; Arabia+Jintao visit Riyadh 2009 held"),
    ("2016-03-21", "Barack Obama is the first president of the United States to visit Cuba since Calvin Coolidge in 1928.", "Cuba+Obama visit Cuba ..2016-03-21 held; Coolidge+Cuba visit Cuba 1928 held"),
    ("2018-12-02", "Justin Trudeau attended the inauguration in Mexico City on Saturday.", "Mexico+Trudeau visit Mexico City 2018-12-01 held"),
    ("2013-04-18", "Stephen Harper attended the funeral in London on Wednesday.", "Harper+Kingdom visit London 2013-04-17 held"),
    ("2023-05-07", "Anthony Albanese attended the coronation in London on Saturday.", "Albanese+Kingdom visit London 2023-05-06 held"),
    ("2021-02-03", "A visit by Joko Widodo to Canberra is not on the calendar yet.", "Australia+Widodo visit Canberra 2021-02-03.. planned"),
    ("2021-02-03", "A visit by Joko Widodo to Canberra is on the agenda.", "Australia+Widodo visit Canberra 2021-02-03.. planned"),
    ("2009-11-12", "Barack Obama landed in Tokyo on Thursday. Hillary Clinton, who accompanied Obama, said nothing.", "Japan+Obama visit Tokyo 2009-11-12 held; Clinton+Japan visit Tokyo 2009-11-12 held"),
    ("2009-11-12", "Barack Obama landed in Tokyo on Thursday. He was accompanied by Hillary Clinton.", "Japan+Obama visit Tokyo 2009-11-12 held; Clinton+Japan visit Tokyo 2009-11-12 held"),
    ("2021-11-08", "A mission that Liz Truss, the British trade secretary, was to lead to Tokyo next month has been postponed.", "Japan+Truss visit Tokyo 2021-12 postponed"),
    ("2021-11-08", "Penny Mordaunt, the British trade minister, led a delegation to Seoul last week.", "Korea+Mordaunt visit Seoul 2021-11-01..2021-11-07 held"),
    ("2018-04-27", "MQ: The envoy, Chung Eui-yong, came to Washington in March.", "Eui-yong+States visit Washington 2018-03 held"),
]  # fmt: skip
TOGETHER = [
    ("2018-09-25", "Emmanuel Macron and Hassan Rouhani kept apart on Monday. The two presidents spoke briefly on the sidelines instead.", "Macron+Rouhani meeting - 2018-09-24 held"),
    ("2019-06-30", "Theresa May and Vladimir Putin talked on the margins of the summit in Osaka on Friday.", "May+Putin meeting Osaka 2019-06-28 held"),
    ("2012-03-13", "George Osborne and Wolfgang Schaeuble sat down at a round table in the Finance Ministry on Monday.", "Osborne+Schaeuble meeting Finance Ministry 2012-03-12 held"),
    ("2017-10-06", "It was King Salman, however, who received Sergei Lavrov in Riyadh on Wednesday.", "Lavrov+Salman meeting Riyadh 2017-10-04 held"),
    ("2018-06-13", "The photograph shows Kim Jong Un and Donald Trump shaking hands in Singapore on Tuesday.", "Trump+Un meeting Singapore 2018-06-12 held"),
    ("2014-03-06", "John Kerry saw the ministers of Ukraine and Britain separately in Paris on Wednesday.", "Kerry+Ukraine meeting Paris 2014-03-05 held; Kerry+Kingdom meeting Paris 2014-03-05 held"),
    ("2016-08-10", "Boris Johnson met Sergei Lavrov on Tuesday. They will see each other again in Geneva on August 26.", "Johnson+Lavrov meeting - 2016-08-09 held; Johnson+Lavrov meeting Geneva 2016-08-26 planned"),
    ("2016-09-05", "Haider al-Abadi and Recep Tayyip Erdogan prepared the text in Ankara on Sunday.", "Erdogan+al-Abadi meeting Ankara 2016-09-04 held"),
]  # fmt: skip
OFFERED = [
    ("2011-07-23", "Sergei Lavrov would be willing to meet John Kerry in Geneva.", "Kerry+Lavrov meeting Geneva 2011-07-23.. sought"),
    ("2011-07-23", "Libya is ready to hold more talks with the United States.", "Libya+States meeting - 2011-07-23.. sought"),
    ("2011-07-23", "Sergei Lavrov was willing to help and met John Kerry in Geneva on Friday.", "Kerry+Lavrov meeting Geneva 2011-07-22 held"),
    ("2023-09-20", "India summoned Canada's high commissioner, Cameron Trask, on Tuesday.", "Canada+India meeting - 2023-09-19 held"),
]  # fmt: skip
NOBODY = [
    ("2011-07-23", "Robert Mugabe enjoys immunity for visits to the Vatican.", ""),
    ("2017-05-20", "King Salman has invited Emmanuel Macron to think again.", ""),
    ("2017-05-20", "The Elysee has invited bids for the new wing.", ""),
    ("2017-05-20", "Keir Maddock, a baker, travelled to London overnight.", ""),
    ("2014-06-01", "Petro Poroshenko has not received an invitation to Warsaw.", ""),
    ("2014-06-01", "If Angela Merkel is invited to Kyiv, she will go.", ""),
    ("2014-06-01", "Donald Tusk did not invite Vladimir Putin to Brussels.", ""),
    ("2013-04-18", "Stephen Harper attended the funeral in Ottawa on Wednesday.", ""),
    ("2013-04-18", "Stephen Harper attended school in Toronto.", ""),
    ("2013-04-18", "Liz Truss led the polls in London.", ""),
    ("2013-04-18", "Liz Truss led a team of bakers.", ""),
    ("2021-02-03", "A visit by Joko Widodo to Canberra was not on the agenda.", ""),
    ("2019-03-12", "The museum shows Kim Jong Un shaking his fist.", ""),
    ("2009-11-12", "Hillary Clinton was accompanied by her dog.", ""),
    ("2019-03-12", "The two ministers spoke briefly of the telephone affair.", ""),
    ("2020-03-02", "It was Donald Trump, however, who won.", ""),
]  # fmt: skip
LENT = [
    ("2016-03-23", "Barack Obama landed in Havana on Sunday. / He and Raul Castro walked through the old town on Monday.", "Castro+Obama meeting Havana 2016-03-21 held; Cuba+Obama visit Havana 2016-03-20 held"),
    ("2014-03-06", "John Kerry received Sergei Lavrov and Arseniy Yatsenyuk in Paris on Wednesday.", "Kerry+Lavrov+Yatsenyuk meeting Paris 2014-03-05 held"),
]  # fmt: skip
AROUND = [
    ("2015-08-24", "TEHRAN, Aug 24 - Britain opened its embassy again on Sunday. / Philip Hammond held talks with Mohammad Javad Zarif and flew home.", "Hammond+Zarif meeting Tehran 2015-08-23 held"),
    ("2015-08-24", "TEHRAN, Aug 24 - Britain opened its embassy again on Sunday. / Philip Hammond had held talks with Mohammad Javad Zarif.", "Hammond+Zarif meeting - ..2015-08-24 held"),
    ("2015-08-24", "TEHRAN, Aug 24 - Britain opened its embassy again on Sunday. / Philip Hammond also held talks with Mohammad Javad Zarif.", "Hammond+Zarif meeting - ..2015-08-24 held"),
    ("2019-03-02", "HANOI, March 2 - The hotels are empty. / Mike Pompeo, who was here in February, saw nobody.", "Pompeo+Vietnam visit Hanoi 2019-02 held"),
    ("2012-09-20", "LIMA, Sept 20 - Sebastian Pinera and Ollanta Humala sat in one room. / In January 2001 Ricardo Lagos had met Alberto Fujimori.", "Humala+Pinera meeting Lima 2012-09-20 held; Fujimori+Lagos meeting - 2001-01 held"),
]  # fmt: skip
CASES = [*INVITED, *WENT, *TOGETHER, *OFFERED, *NOBODY, *LENT, *AROUND]


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Meeting, ...]]:
    """The meetings of every text, each its own article."""
    articles = [article(printed, text) for printed, text, _ in CASES]
    return {
        text: each.meetings for (_, text, _), each in zip(CASES, extract_all(articles), strict=True)
    }


@pytest.mark.parametrize(("printed", "text", "rows"), CASES, ids=[text[:70] for _, text, _ in CASES])
def test_what_is_told_without_a_journey(
    found: dict[str, tuple[Meeting, ...]], printed: str, text: str, rows: str
) -> None:
    assert sorted(map(line, found[text])) == sorted(row for row in rows.split("; ") if row)
