"""Where and when contacts were: several places, several days, what was only arranged elsewhere.

One line is one case: the day of print, a text of this project about what is publicly known (paragraphs
parted by a slash), and every row that an editor wants of it; negative twins want none, or another.
"""

from __future__ import annotations

import pytest

from detente.pipeline import extract_all
from tests.unit.extract.test_meetings_world import article, line

# ruff: noqa: E501 - one case a line

CASES = [
    (
        "2013-09-12",
        "In the end Barack Obama would not come to Moscow.",
        "Obama+Russia visit Moscow - declined",
    ),
    ("2021-10-12", "Ebrahim Raisi would not meet Joe Biden, his spokesman said.", ""),
    (
        "2015-06-12",
        "Angela Merkel received Petro Poroshenko in Berlin on Monday. / On Wednesday she received Francois Hollande there.",
        "Merkel+Poroshenko meeting Berlin 2015-06-08 held; Hollande+Merkel meeting Berlin 2015-06-10 held",
    ),
    (
        "2013-04-30",
        "John Kerry and Sergei Lavrov have met in Berlin, London, Paris and Brussels since January.",
        "Kerry+Lavrov meeting Berlin 2013-01-01..2013-04-30 held; Kerry+Lavrov meeting London 2013-01-01..2013-04-30 held; Kerry+Lavrov meeting Paris 2013-01-01..2013-04-30 held; Kerry+Lavrov meeting Brussels 2013-01-01..2013-04-30 held",
    ),
    (
        "2013-06-26",
        "What becomes of the September summit of Barack Obama and Vladimir Putin, agreed on at Lough Erne on June 17, is open.",
        "Obama+Putin summit - 2013-09 planned; Obama+Putin meeting Lough Erne 2013-06-17 held",
    ),
    (
        "2014-02-20",
        "The meeting of Viktor Yanukovych and Vladimir Putin in Sochi, announced in Kiev on Monday, has been called off.",
        "Putin+Yanukovych meeting Sochi - cancelled",
    ),
    (
        "2013-09-15",
        "John Kerry and Sergei Lavrov met in Geneva on 13 September. / They met again on 14 September and announced an accord.",
        "Kerry+Lavrov meeting Geneva 2013-09-13..2013-09-14 held",
    ),
    (
        "2013-09-15",
        "John Kerry and Sergei Lavrov met in Geneva on 10 September. / They met again in Paris on 14 September.",
        "Kerry+Lavrov meeting Geneva 2013-09-10 held; Kerry+Lavrov meeting Paris 2013-09-14 held",
    ),
    (
        "2004-01-07",
        "In Srinagar the mood is bad: Pervez Musharraf will meet Atal Bihari Vajpayee later this month.",
        "Musharraf+Vajpayee meeting - 2004-01-07..2004-01-31 planned",
    ),
    (
        "2004-01-20",
        "In Srinagar, Pervez Musharraf will meet Atal Bihari Vajpayee later this month.",
        "Musharraf+Vajpayee meeting Srinagar 2004-01-20..2004-01-31 planned",
    ),
    (
        "2015-02-13",
        "MINSK, Belarus - Vladimir Putin and Petro Poroshenko agreed on Thursday on a cease-fire after talks that went on through the night.",
        "Poroshenko+Putin meeting Minsk 2015-02-11..2015-02-12 held",
    ),
    (
        "2013-04-16",
        "Vladimir Putin has asked that Barack Obama come to Moscow in September.",
        "Obama+Russia visit Moscow 2013-09 sought",
    ),
    (
        "2019-03-01",
        "The summit is off, and so are the talks between Donald Trump and Kim Jong Un on sanctions.",
        "Trump+Un meeting - - cancelled",
    ),
    (
        "2012-03-02",
        "John Kerry and Sergei Lavrov talked in Paris on Monday. / They met there again the next day.",
        "Kerry+Lavrov meeting Paris 2012-02-27..2012-02-28 held",
    ),
    (
        "2004-01-07",
        "Pervez Musharraf met Atal Bihari Vajpayee in Islamabad on Monday. / A day earlier Vajpayee had sat with Pakistan's prime minister, Zafarullah Khan Jamali, for the first time.",
        "Musharraf+Vajpayee meeting Islamabad 2004-01-05 held; Jamali+Vajpayee meeting Islamabad 2004-01-04 held",
    ),
    (
        "2004-01-07",
        "Pervez Musharraf met Atal Bihari Vajpayee in Islamabad on Monday. / Three weeks earlier Vajpayee had sat with Tony Blair for an hour.",
        "Musharraf+Vajpayee meeting Islamabad 2004-01-05 held; Blair+Vajpayee meeting - 2003-12-15 held",
    ),
    (
        "2017-09-10",
        "Donald Trump received the emir of Kuwait, Sabah Al-Ahmad Al-Jaber Al-Sabah, in Washington on Thursday. / Sabah Khalid Al Sabah, Kuwait's foreign minister, accompanied the emir to Washington.",
        "Sabah+Trump meeting Washington 2017-09-07 held; Sabah+States visit Washington 2017-09-07 held",
    ),
    (
        "2013-07-20",
        "Edward Snowden has spent a month at Sheremetyevo airport. / He met with Sergei Lavrov at the airport on Monday.",
        "Lavrov+Snowden meeting Sheremetyevo airport 2013-07-15 held",
    ),
    (
        "2014-11-24",
        "Prince Saud al-Faisal saw John Kerry on Sunday; they met on board his aircraft at the airport.",
        "Kerry+al-Faisal meeting - 2014-11-23 held",
    ),
    (
        "2015-01-25",
        "Roberta Jacobson and Josefina Vidal talked for hours on Thursday. / They had talked since the morning in the Convention Palace.",
        "Jacobson+Vidal meeting Convention Palace 2015-01-22 held",
    ),
    (
        "2013-10-02",
        "A meeting between Barack Obama and Hassan Rouhani, planned for New York last week, did not take place.",
        "Obama+Rouhani meeting New York 2013-09-23..2013-09-29 cancelled",
    ),
    (
        "2013-10-02",
        "A meeting between Barack Obama and Hassan Rouhani took place in New York last week.",
        "Obama+Rouhani meeting New York 2013-09-23..2013-09-29 held",
    ),
    (
        "2013-10-25",
        "Angela Merkel and Francois Hollande, who met on Thursday before the summit of the European Union in Brussels, said little.",
        "Hollande+Merkel meeting Brussels 2013-10-24 held",
    ),
    (
        "2015-02-13",
        "The leaders of the European Union met in Brussels on Thursday.",
        "Union summit Brussels 2015-02-12 held",
    ),
    (
        "2018-04-28",
        "Moon Jae-in and Kim Jong Un talked at the Peace House on Friday. / The summit was the third between the two Koreas.",
        "Jae-in+Un summit Peace House 2018-04-27 held",
    ),
    (
        "2018-04-28",
        "Moon Jae-in and Kim Jong Un talked at the Peace House on Friday. / A summit with Donald Trump is to follow.",
        "Jae-in+Un meeting Peace House 2018-04-27 held",
    ),
    (
        "2013-09-28",
        "The executive council of the Organisation for the Prohibition of Chemical Weapons adopted the plan in The Hague on Friday.",
        "Weapons meeting The Hague 2013-09-27 held",
    ),
    ("2013-10-25", "John Emerson, the American ambassador, has been in Berlin since August.", ""),
    (
        "2013-10-25",
        "Barack Obama and Angela Merkel stood side by side in Berlin in June.",
        "Merkel+Obama meeting Berlin 2013-06 held",
    ),
]


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    """The meetings of every text, each its own article."""
    articles = [article(printed, text) for printed, text, _ in CASES]
    rows = extract_all(articles)
    return {text: sorted(map(line, e.meetings)) for (_, text, _), e in zip(CASES, rows, strict=True)}


@pytest.mark.parametrize(("printed", "text", "rows"), CASES, ids=[case[1][:70] for case in CASES])
def test_every_contact_has_its_place_and_days(
    found: dict[str, list[str]], printed: str, text: str, rows: str
) -> None:
    assert found[text] == sorted(row for row in rows.split("; ") if row)
