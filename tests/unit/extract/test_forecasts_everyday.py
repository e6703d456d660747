"""What looks like a forecast on a real page and is none, each beside a twin that is one."""

from __future__ import annotations

from datetime import date

import pytest

from detente.pipeline import extract
from tests.factories import parse_of

NONE = """
to the reader | The paper may edit your comments and not all of them will be printed.
comments | Your comments may be published on any of our pages.
a tool you need | You may need another browser to open this page.
could see | “You could see the smoke from the bridge,” a resident said.
would find | He said that they came with the boats you would find on any lake.
certain of today | The aims of the group are unclear, and it is not even certain they like the plan.
certain that, of today | It is far from certain that she knows the text.
updates | There will also be updates on the flow of aid to the town.
a ceremony | There will be a ceremony in the port on Friday.
an exchange | “There will be an exchange of ambassadors,” an official at the ministry said.
heads attend | Heads of NATO and the Arab League will also attend the talks.
among the items | Among the items on the table in Istanbul will be a paper by the team.
a speech | State television said the president would give a speech shortly.
a briefing | The minister will give a briefing on the matter in the evening.
marines return | The three marines will return to the Netherlands on Friday.
factories stop | Some factories will stop production on Monday.
would require | Defense Secretary Robert Gates said that any mission would require broad backing.
would need | Foreign Minister Alain Juppe said that the step would need a mandate.
"""
ONE = """
no comments | The envoy may edit the text and lose the trust of the rebels. | lose the trust
you will see | “You will see a war in the spring,” the analyst Anna Berg said. | war in the spring
certain to fail | It is certain that the talks will fail. | the talks will fail
certain of the future | It is certain the rebels will lose. | rebels will lose
a war | There will be a war in the spring. | war in the spring
no ceremony | There will probably be no ceremony in the port this year. | no ceremony
heads lose | Heads of the rebel groups will lose control of the port. | lose control
gives a hard time | Parliament will likely give the minister a hard time in May. | hard time
factories suffer | Some factories will suffer in the summer. | suffer
an analyst on need | Anna Berg, an analyst, said that the plan would collapse by May. | collapse
"""


def claims(text: str) -> list[str]:
    return [one.claim for one in extract(parse_of(text, published=date(2011, 6, 15))).forecasts]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(t.strip(), id=i.strip())
        for i, t in (r.split("|") for r in NONE.strip().splitlines())
    ],
)
def test_no_forecast(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param(t.strip(), p.strip(), id=i.strip())
        for i, t, p in (row.split("|") for row in ONE.strip().splitlines())
    ],
)
def test_its_twin_is_one(text: str, part: str) -> None:
    found = claims(text)
    assert len(found) == 1
    assert part in found[0]
