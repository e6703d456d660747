"""Plans, demands, promises, hopes: a hundred sentences on the future that foretell nothing."""

from __future__ import annotations

from datetime import date

import pytest

from detente.pipeline import extract
from tests.factories import parse_of

_DAY = date(2013, 8, 1)
PLANS = """
President Obama will visit Moscow in September.
Kerry will meet Lavrov in Geneva on Thursday.
The two ministers will hold talks in Brussels next week.
The foreign minister will travel to Paris on Monday.
The summit will take place in St. Petersburg on September 5.
The delegation will arrive in Berlin tomorrow.
The talks will resume in Vienna next month.
The ambassador will return to London on Friday.
The two presidents are expected to meet in June.
Merkel is scheduled to visit Ankara in October.
The treaty will be signed in Prague on Thursday.
The conference will open in Geneva in January.
Putin will receive the prime minister in Sochi on Wednesday.
The committee will discuss the draft on Tuesday.
The parliament will vote on the agreement next week.
Hollande will address the General Assembly on Monday.
The foreign ministers will sit down together in Minsk on Friday.
The secretary of state will attend the funeral in Riyadh.
The inspectors will begin their work in November.
The government will publish the report in May.
The two sides will exchange prisoners on Sunday.
NATO will hold an exercise in Poland in the autumn.
The Security Council will meet on Friday to discuss the crisis.
The Chinese president is to visit Tokyo in the spring.
The convention will enter into force on October 14.
The chancellor will present the plan in Brussels on Thursday.
The prime minister will fly to New York on Saturday.
The court will hear the case in The Hague in December.
The delegations will gather in Astana on Tuesday.
The queen will host the president at Windsor in June.
Lavrov will represent Russia at the conference.
The envoy will join the talks on Wednesday.
The ministers will be accompanied by generals.
The results will be announced on Monday.
"""
DEMANDS = """
Assad must leave, the minister said.
Russia must withdraw its troops, the foreign ministry said.
The sanctions should be lifted at once, the president said.
The ministry demanded that the ambassador be recalled by Friday.
Washington called on Moscow to hand over the man.
The minister urged Tehran to open its plants to inspectors.
Beijing insists that Tokyo apologise.
The foreign ministry asked Ankara to reopen the border next month.
The opposition wants the president to resign before the election.
The president said that the inspectors must be admitted within a week.
Israel should stop building settlements, the minister said.
The senators called for new sanctions by December.
The embassy requested that the detainees be released before Christmas.
The prime minister said that the troops should go home by the end of the year.
The government has to pay by June, the ministry said.
The Security Council demands that the fighting stop.
The ministers want the talks to begin in May.
The two sides need to show restraint, the secretary-general said.
"""
PROMISES = """
"We will answer any attack," the minister said.
"We will not hand him over," the president said.
The minister promised that the embassy would be reopened in May.
The government pledged that the prisoners would be freed by Easter.
The president vowed that the bases would be closed.
"I will sign the treaty next week," the president said.
Washington said it would send a delegation in the spring.
Moscow said it would not extradite him.
The ministry announced that visas would be issued again from July.
The chancellor assured the deputies that the money would be repaid.
The president threatened that the pipeline would be shut.
Iran offered to suspend the programme next year.
The minister agreed to meet his counterpart in Oslo.
The two governments agreed that a joint commission would be set up.
The ministry said the charter flights would be allowed from May.
The president decided that the troops would come home.
The Kremlin said the president would go to Beijing in October.
The White House said the president would not travel to Moscow.
"""
HOPES = """
The minister hopes that the talks will succeed.
The president said he hoped the dispute would be settled by autumn.
The diplomats hope that a date will be found.
The ministry wants the summit to be a success.
The opposition dreams that the sanctions will work.
"""
CONDITIONS = """
If the talks fail, the minister asked, who is to blame?
The ministers have not decided whether they will meet again.
Nobody said when the embassy would reopen.
The question is whether the parliament will ratify the treaty.
He has not said whether he will attend.
The article asks what the president will do next.
It is unclear who will lead the delegation.
They wondered whether the truce would hold.
"""
PAST = """
In 1990 nobody knew that the wall would fall.
The president, who would later resign, signed the accord.
He had said that the war would be short.
The talks were expected to last a day; they lasted three.
The plan would have cut the arsenals by half.
She could not find the letter.
The treaty that would end the war was signed in Paris.
The envoy would often wait for hours.
"""
CONTENTS = """
Under the plan, the troops would withdraw to the river.
The bill would ban exports to the region.
The agreement would give inspectors access to the sites.
The draft would oblige both sides to disarm.
The proposal would create a zone along the border.
Officials on the list may not enter the country.
The resolution would place the stocks under control.
The treaty would limit each side to 1,550 warheads.
The decree will enter into force on Monday.
"""
TABLE = [
    pytest.param(line, id=f"{name} {at}")
    for name, text in (
        ("plan", PLANS), ("demand", DEMANDS), ("promise", PROMISES), ("hope", HOPES),
        ("condition", CONDITIONS), ("past", PAST), ("content", CONTENTS),
    )
    for at, line in enumerate(text.strip().splitlines(), 1)
]  # fmt: skip


def test_there_are_a_hundred() -> None:
    assert len(TABLE) >= 100


@pytest.mark.parametrize("line", TABLE)
def test_no_forecast(line: str) -> None:
    found = extract(parse_of(line, published=_DAY))
    assert [row.claim for row in found.forecasts] == []
