# ruff: noqa: E501 (one line is one case)
"""Acts between states of many relationships: one line is one case, "text | who > whom | type | factuality"."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.dates import find_dates
from detente.extract.events import find_events
from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from detente.records import Event, Participant
from tests.factories import parse_of

TOLD = """
Armenia accused Estonia of shelling a village. | ARM > EST | ACCUSE | happened
Azerbaijan was accused by Armenia of burning a school. | ARM > AZE | ACCUSE | happened
Venezuela expelled the Colombian ambassador on Monday. | VEN > COL | SANCTION | happened
The Colombian ambassador was expelled by Venezuela. | VEN > COL | SANCTION | happened
Turkey imposed sanctions on Greece. | TUR > GRC | SANCTION | happened
India banned imports from Pakistan. | IND > PAK | SANCTION | happened
Morocco broke off relations with Algeria. | MAR > DZA | SANCTION | happened
Peru recalled its ambassador from Chile. | PER > CHL | SANCTION | happened
Ethiopia threatened to attack Eritrea. | ETH > ERI | THREATEN | happened
Vietnam warned China of serious consequences. | VNM > CHN | THREATEN | happened
Israel bombed a depot in Lebanon. | ISR > LBN | ASSAULT | happened
Sudanese forces attacked Chad. | SDN > TCD | ASSAULT | happened
Iran seized a British tanker. | IRN > GBR | COERCE | happened
Japan praised South Korea for its patience. | JPN > KOR | SUPPORT | happened
Canada apologised to Japan. | CAN > JPN | SUPPORT | happened
Norway gave aid to Nepal. | NOR > NPL | AID | happened
Kuwait lent Jordan ten million dollars. | KWT > JOR | AID | happened
Brazil and Argentina signed a treaty on trade. | ARG+BRA > | SUPPORT | happened
Egypt rejected the Ethiopian proposal. | EGY > ETH | REJECT | happened
Cyprus refused to recognise Turkey. | CYP > TUR | REJECT | happened
Malaysia agreed to help Indonesia. | MYS > IDN | AGREE | promised
Finland promised to support Estonia. | FIN > EST | AGREE | promised
Serbia demanded an apology from Croatia. | SRB > HRV | REQUEST | happened
Rwanda denied that Rwandan troops had attacked Burundi. | RWA > BDI | ASSAULT | denied
Hungary would attack Romania if it dared. | HUN > ROU | ASSAULT | hypothetical
Bolivia is planning to sue Chile. | BOL > CHL | ACCUSE | promised
Tunisia released two Libyan pilots. | TUN > LBY | RETREAT | happened
Azerbaijan withdrew its troops from Armenia. | AZE > ARM | RETREAT | happened
Ukraine deployed troops near Moldova. | UKR > MDA | MOBILIZE | happened
Syria and Jordan held joint exercises. | JOR+SYR > | COOPERATE | happened
Cuba and Spain restored diplomatic relations. | CUB+ESP > | SUPPORT | happened
Qatar sued the United Arab Emirates at a court in The Hague. | QAT > ARE | ACCUSE | happened
Saudi Arabia lifted its blockade of Qatar. | SAU > QAT | RETREAT | happened
Thailand closed its border with Cambodia. | THA > KHM | COERCE | happened
Georgia condemned the Russian attack. | GEO > RUS | ACCUSE | happened
Nepal criticised India over the map. | NPL > IND | ACCUSE | happened
Lithuania blamed Belarus for the crisis. | LTU > BLR | ACCUSE | happened
"""

NOTHING = """
Armenia and Azerbaijan are neighbours.
The ambassador of Colombia in Venezuela likes chess.
An Indian won a race in Pakistan.
Turkey lies between Greece and Syria.
The attack of the flu reached Norway and Sweden.
The weather in Japan was worse than in Korea.
Brazil beat Argentina 2-0 on Sunday.
France defeated Croatia in the final of the World Cup.
Peru exports copper to China.
Many Greeks visit Turkey in the summer.
Thousands of Britons visited Spain last year.
Millions of Chinese travelled to Thailand.
Poland urged Latvia to pay.
Kenya did not accuse Somalia of piracy.
Spain never attacked Morocco.
India thrashed Bangladesh by six wickets.
France beat Croatia 4–2.
Japan beat Cameroon to win a place in the semi-final.
Ghana stunned Uruguay at the Africa Cup.
The Chinese restaurant in Hanoi was attacked by a critic.
Poland is larger than Germany thought.
A storm struck Cuba and Haiti.
The Ethiopian plane landed in Eritrea with a broken wheel.
The firm fired its office in Canada.
The book on Iran sold well in Iraq.
"""


def _cases(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in table.strip().splitlines()]


def _side(people: tuple[Participant, ...]) -> str:
    return "+".join(sorted(one.state or one.name for one in people))


def _line(event: Event) -> tuple[str, str, str]:
    sides = f"{_side(event.actors)} > {_side(event.recipients)}".strip()
    return sides, event.type, event.factuality


def _events(texts: list[str]) -> dict[str, list[tuple[str, str, str]]]:
    """Return the events of sentences that are read as the paragraphs of one article."""
    parse = parse_of(*texts, published=date(2014, 6, 20))
    cast = find_mentions(parse, registry())
    found: dict[str, list[tuple[str, str, str]]] = {text: [] for text in texts}
    for event in find_events(parse, cast, find_dates(parse), ()):
        row = next(one for one in event.evidence if one.role == "row")
        text = next(text for text in texts if row.quote in text)
        found[text].append(_line(event))
    return found


CASES = _cases(TOLD)
NEVER = [case[0] for case in _cases(NOTHING)]


@pytest.fixture(scope="module")
def events() -> dict[str, list[tuple[str, str, str]]]:
    return _events([*(case[0] for case in CASES), *NEVER])


@pytest.mark.parametrize("case", CASES, ids=[case[0][:50] for case in CASES])
def test_who_did_what_to_whom(
    events: dict[str, list[tuple[str, str, str]]], case: tuple[str, ...]
) -> None:
    text, *wanted = case
    assert tuple(wanted) in events[text]


@pytest.mark.parametrize("text", NEVER, ids=[text[:50] for text in NEVER])
def test_no_act_between_states(events: dict[str, list[tuple[str, str, str]]], text: str) -> None:
    assert [line for line in events[text] if line[0].partition(" > ")[2]] == []


WAR = [
    "Turkish police beat a Dutch reporter on Sunday.",
    "Israeli soldiers beat two Egyptian drivers at the border.",
]


@pytest.mark.parametrize("text", WAR)
def test_a_beating_is_no_match(text: str) -> None:
    (found,) = _events([text])[text]
    assert found[1:] == ("ASSAULT", "happened")
