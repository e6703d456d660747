"""Acts between states of the whole world: every event that an editor wants of a text, and no other.

One line is one case: the day of print, a text of this project about what is publicly known (paragraphs
parted by a slash), and its events as actors, recipients, type and factuality.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from detente.pipeline import extract_all
from detente.records import Event, Participant
from tests.factories import article_of

# ruff: noqa: E501 - one case a line

TOLD = [
    ("2014-07-21", "Greek workers launched a strike on Monday over their pensions.", "GRC > PROTEST happened"),
    ("2014-07-21", "Four children were killed in an Israeli strike on a school in the Gaza Strip.", "ISR > PSE ASSAULT happened"),
    ("2016-09-19", "Eighteen soldiers were killed in a Pakistani attack on a camp in India on Sunday.", "PAK > IND ASSAULT happened"),
    ("2006-07-13", "Rockets were fired from Lebanon at Israel on Wednesday.", "LBN > ISR ASSAULT happened"),
    ("2014-08-30", "Syrian rebels engaged Filipino peacekeepers in a firefight on Saturday.", "SYR > PHL ASSAULT happened"),
    ("2020-01-08", "Iran launched missiles at the American government's embassy in Baghdad.", "IRN > USA ASSAULT happened"),
    ("2017-04-07", "The United States launched air strikes on Syria on Thursday night.", "USA > SYR ASSAULT happened"),
    ("2014-07-18", "Ukraine said that pro-Russian rebels had fired at its soldiers.", "UKR > UKR ASSAULT happened"),
    ("2022-12-07", "Ukraine received tanks from Poland on Tuesday.", "POL > UKR AID happened"),
    ("2013-09-10", "Syria received assurances from Russia.", "RUS > SYR AGREE happened"),
    ("2022-03-04", "Russia expelled two British journalists.", "RUS > GBR COERCE happened"),
    ("2018-03-17", "Russia expelled 23 British diplomats.", "RUS > GBR SANCTION happened"),
    ("2020-05-20", "Israel launched cyber attacks on Iran last week.", "ISR > IRN COERCE happened"),
    ("2021-05-06", "Iran announced the release of two Kuwaiti nationals on Thursday.", "IRN > KWT RETREAT happened"),
    ("2008-11-20", "Denmark gave 200 million dollars to Iceland.", "DNK > ISL AID happened"),
    ("1998-05-14", "Japan suspended fuel supplies to India.", "JPN > IND SANCTION happened"),
    ("2003-11-23", "Georgian President Eduard Shevardnadze resigned on Sunday.", "GEO > RETREAT happened"),
    ("2020-11-20", "Georgian protesters received ministers of the Georgian government on Friday.", "GEO > GEO CONSULT happened"),
    ("2016-08-25", "The Colombian government held talks with Colombian rebels in Havana.", "COL > COL CONSULT happened"),
    ("2019-08-23", "South Korea on Thursday scrapped an intelligence pact with Japan.", "KOR > JPN SANCTION happened"),
    ("2019-08-06", "India revoked the autonomy of Kashmir, and Pakistan expelled the Indian envoy.", "PAK > IND SANCTION happened"),
    ("2019-02-27", "Indian jets bombed a camp near Balakot, and Pakistan shot down one of them a day later.", "IND > PAK ASSAULT happened; PAK > IND ASSAULT happened"),
    ("2016-01-04", "Protesters stormed the Saudi embassy in Tehran on Saturday.", "IRN > SAU PROTEST happened"),
    ("2016-01-05", "Bahrain gave Iran's diplomats two days to leave.", "BHR > IRN SANCTION happened"),
    ("2016-01-04", "Saudi Arabia cut its ties with Iran on Sunday.", "SAU > IRN SANCTION happened"),
    ("2023-03-11", "Iran and Saudi Arabia agreed on Friday to reopen their embassies within two months.", "IRN+SAU > AGREE promised"),
    ("2018-06-06", "Ethiopia accepted the ruling of the boundary commission in full.", "ETH > CONCEDE happened"),
    ("2008-03-03", "Colombian warplanes bombed a rebel camp in Ecuador on Saturday.", "COL > ECU ASSAULT happened"),
    ("2008-03-03", "Venezuela sent tanks to the Colombian border.", "VEN > COL MOBILIZE happened"),
    ("2019-02-24", "Venezuela broke off relations with Colombia on Saturday.", "VEN > COL SANCTION happened"),
    ("2008-02-18", "Kosovo declared its independence on Sunday, and Serbia recalled its ambassador from Washington.", "SRB > USA SANCTION happened"),
    ("2008-02-18", "Serbia refused to recognise Kosovo.", "SRB > XKX REJECT happened"),
    ("2011-07-27", "Kosovo sent police to two border posts, and Serbia called the raid a provocation.", "XKX > SRB MOBILIZE happened; SRB > XKX ACCUSE happened"),
    ("2011-09-10", "Egyptian demonstrators stormed the Israeli embassy in Cairo on Friday.", "EGY > ISR PROTEST happened"),
    ("2020-09-28", "Azerbaijan shelled villages in Armenia on Sunday, killing four people.", "AZE > ARM ASSAULT happened"),
    ("2020-11-10", "Armenia, Azerbaijan and Russia signed a truce that ended six weeks of war.", "ARM+AZE+RUS > RETREAT happened"),
    ("2021-05-14", "Armenia accused Azerbaijan of moving troops across the border.", "ARM > AZE ACCUSE happened"),
    ("1996-02-25", "Cuban jets shot down two American aircraft on Saturday.", "CUB > USA ASSAULT happened"),
    ("2015-07-21", "Cuba and the United States restored diplomatic relations on Monday after half a century.", "CUB+USA > SUPPORT happened"),
    ("2017-09-30", "The United States withdrew more than half of its diplomats from Cuba.", "USA > CUB SANCTION happened"),
    ("2012-06-16", "The Philippines withdrew its ships from the shoal on Friday.", "PHL > RETREAT happened"),
    ("2016-07-13", "China rejected the ruling of the tribunal and said that the Philippines had broken its word.", "CHN > REJECT happened; CHN > PHL ACCUSE happened"),
    ("2023-08-07", "The Philippines summoned the Chinese ambassador on Monday.", "PHL > CHN ACCUSE happened"),
    ("2023-08-07", "A Chinese coastguard ship fired a water cannon at a Philippine supply boat.", "CHN > PHL ASSAULT happened"),
    ("2018-03-27", "Australia expelled two Russian diplomats on Tuesday.", "AUS > RUS SANCTION happened"),
    ("2017-06-06", "Egypt, Bahrain and the Emirates closed their airspace to Qatar.", "ARE+BHR+EGY > QAT COERCE happened"),
    ("2015-11-25", "Turkey shot down a Russian bomber on Tuesday, and Vladimir Putin called it a stab in the back.", "TUR > RUS ASSAULT happened; RUS > TUR ACCUSE happened"),
    ("2015-11-29", "Russia banned the import of Turkish tomatoes from Jan. 1.", "RUS > TUR SANCTION happened"),
    ("2016-06-28", "Recep Tayyip Erdogan apologised to Vladimir Putin for the downing of the jet.", "TUR > RUS SUPPORT happened"),
    ("2018-08-11", "Canada demanded the release of two activists, and Saudi Arabia expelled the Canadian ambassador.", "CAN > SAU REQUEST happened; SAU > CAN SANCTION happened"),
    ("2018-12-11", "China arrested two Canadians a week after Canada detained the daughter of a Chinese industrialist.", "CHN > CAN COERCE happened; CAN > CHN COERCE happened"),
    ("2021-11-10", "Poland accused Belarus of driving migrants across its frontier.", "POL > BLR ACCUSE happened"),
    ("2022-01-05", "Lithuania opened an office in Taipei, and China downgraded its ties with Vilnius.", "CHN > LTU SANCTION happened"),
    ("2010-05-25", "South Korea blamed North Korea for the sinking of a corvette and stopped all trade with it.", "KOR > PRK ACCUSE happened; KOR > PRK SANCTION happened"),
    ("2010-11-24", "North Korean guns fired on a South Korean island on Tuesday, killing two marines.", "PRK > KOR ASSAULT happened"),
    ("1990-02-16", "Britain and Argentina resumed diplomatic relations on Thursday.", "ARG+GBR > SUPPORT happened"),
    ("2018-09-14", "Bolivia sued Chile at the International Court of Justice.", "BOL > CHL ACCUSE happened"),
    ("2014-01-28", "Chile and Peru promised to abide by the ruling on their sea border.", "CHL+PER > AGREE promised"),
    ("2006-10-10", "Georgia released four Russian officers whom it had arrested as spies.", "GEO > RUS RETREAT happened"),
    ("2006-10-03", "Russia cut off all air and postal links with Georgia.", "RUS > GEO SANCTION happened"),
    ("2008-08-13", "Russia ordered a halt to its offensive in Georgia on Tuesday.", "RUS > GEO RETREAT happened"),
    ("1999-08-18", "Greece sent rescue teams to Turkey after the earthquake.", "GRC > TUR AID happened"),
    ("2020-07-24", "Turkey put off the drilling near Kastellorizo, and Greece welcomed the pause.", "GRC > TUR SUPPORT happened"),
    ("2012-09-15", "Thousands of demonstrators threw bottles at the Japanese embassy in Beijing.", "CHN > JPN PROTEST happened"),
    ("2010-09-25", "Japan released the captain of the Chinese trawler.", "JPN > CHN RETREAT happened"),
    ("2010-09-25", "China demanded an apology and compensation from Japan.", "CHN > JPN REQUEST happened"),
    ("1991-07-10", "The United States lifted its sanctions against South Africa on Wednesday.", "USA > ZAF RETREAT happened"),
    ("1979-11-05", "Iranian students seized the American embassy in Tehran on Sunday.", "IRN > USA COERCE happened"),
    ("2018-05-09", "Emmanuel Macron regretted the American withdrawal from the agreement with Iran.", "FRA > USA ACCUSE happened; USA > IRN RETREAT happened"),
    ("2013-10-11", "Senator John McCain condemned the deal that Barack Obama had struck with Iran.", "USA > USA ACCUSE happened; USA > IRN SUPPORT happened"),
    ("1994-07-26", "Jordan and Israel ended their state of war on Monday.", "ISR+JOR > RETREAT happened"),
    ("2020-08-14", "The United Arab Emirates and Israel agreed to open embassies.", "ARE+ISR > AGREE promised"),
    ("2009-04-01", "Serbia never recognised Kosovo.", "SRB > XKX REJECT negated"),
]  # fmt: skip
NOT_TOLD = [
    ("2014-07-21", "Three miners were killed in a strike near Rustenburg.", ""),
    ("2014-07-21", "Four tourists were killed in an Italian town.", ""),
    ("2014-07-21", "Serbia received many letters from Russia in those years.", ""),
    ("2014-07-21", "The rockets were fired from a truck.", ""),
    ("2019-03-01", "The Georgian president met Georgian ministers.", ""),
    ("2011-09-10", "Israel flew its ambassador home after a crowd broke into the embassy in Cairo.", ""),
    ("2005-04-11", "China urged Japan to face its history.", ""),
    ("2002-04-01", "No text was signed by India and Pakistan.", ""),
    ("2002-04-01", "Two Greeks visited Turkey.", ""),
    ("2002-04-01", "India denied that its troops had crossed the line in Kashmir into Pakistan.", ""),
    ("2009-04-01", "Colombia might sue Nicaragua.", ""),
    ("2009-04-01", "If Egypt attacks Sudan, Ethiopia will be pleased.", ""),
    ("2013-04-01", "In recent years Vietnam and Cambodia have quarrelled over rice.", ""),
]  # fmt: skip
STORIES = [
    ("2008-03-05", "Colombian jets bombed a camp in Ecuador on Saturday. / Ecuador broke off relations with Colombia on Monday. / Brazil condemned the raid.", "COL > ECU ASSAULT happened; ECU > COL SANCTION happened; BRA > COL ACCUSE happened"),
    ("2018-08-11", "Saudi Arabia expelled the Canadian ambassador on Sunday. / Canada protested.", "SAU > CAN SANCTION happened; CAN > SAU ACCUSE happened"),
    ("2006-10-04", "Georgia arrested four Russian officers. / Russia cut off all trade.", "GEO > RUS COERCE happened; RUS > GEO SANCTION happened"),
    ("2015-11-26", "Turkey shot down a Russian bomber on Tuesday. / Vladimir Putin demanded an apology. / Recep Tayyip Erdogan refused to apologise.", "TUR > RUS ASSAULT happened; RUS > TUR REQUEST happened; TUR > RUS REJECT happened"),
]  # fmt: skip


def side(people: Iterable[Participant]) -> str:
    return "+".join(sorted(one.state or one.name for one in people))


def line(event: Event) -> str:
    words = (side(event.actors), ">", side(event.recipients), event.type, event.factuality)
    return " ".join(word for word in words if word)


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    """The events of every text that somebody asserts, each text its own article."""
    cases = [*TOLD, *NOT_TOLD, *STORIES]
    articles = [
        article_of(*text.split(" / "), published=date.fromisoformat(printed))
        for printed, text, _ in cases
    ]
    return {
        text: [line(e) for e in each.events if e.factuality not in ("hypothetical", "denied")]
        for (_, text, _), each in zip(cases, extract_all(articles), strict=True)
    }


def ids(cases: list[tuple[str, str, str]]) -> list[str]:
    return [text[:60] for _, text, _ in cases]


@pytest.mark.parametrize(("printed", "text", "rows"), [*TOLD, *STORIES], ids=ids([*TOLD, *STORIES]))
def test_every_act_is_found(found: dict[str, list[str]], printed: str, text: str, rows: str) -> None:
    assert sorted(found[text]) == sorted(rows.split("; "))


@pytest.mark.parametrize(("printed", "text", "rows"), NOT_TOLD, ids=ids(NOT_TOLD))
def test_nothing_is_found_where_nobody_acts(
    found: dict[str, list[str]], printed: str, text: str, rows: str
) -> None:
    assert found[text] == []
