"""Positions on other relationships: whose side, on what, for or against; and what takes no side."""

from __future__ import annotations

import pytest

from detente.pipeline import extract
from tests.factories import parse_of

SIDES = """
Ghana rejected Ivory Coast's claim to the offshore oil field. | GHA | oil | against
Ethiopia insists that the Nile dam must be filled this summer. | ETH | environment | for
Egypt condemned the filling of the Grand Ethiopian Renaissance Dam. | EGY | environment | against
Sudan called for a ceasefire in Tigray. | SDN | ethiopia | for
Peru recalled its ambassador from Santiago over a spying case. | PER | espionage | against
Chile denied that its officers had spied on the Peruvian navy. | CHL | espionage | against
Turkey vetoed the opening of accession talks with Cyprus. | TUR | eu-integration | against
Greece opposes any change to the exclusive economic zone in the Aegean. | GRC | law-of-the-sea | against
India suspended visa-free travel with Pakistan. | IND | consular | against
Pakistan demanded an end to shelling across the Line of Control. | PAK | kashmir | for
Japan welcomed South Korea's offer on wartime labour. | JPN | history-memory | for
Seoul refused to renew the intelligence pact with Tokyo. | KOR | military-cooperation | against
Manila accused China of blocking boats near Second Thomas Shoal. | PHL | south-china-sea | against
China rejected the ruling of the tribunal on the South China Sea. | CHN | south-china-sea | against
Vietnam wants the arms embargo lifted. | VNM | arms-sales | for
Australia banned Huawei from its 5G network. | AUS | technology | against
Canada granted asylum to the dissident. | CAN | extradition | for
Saudi Arabia broke off relations with Iran. | SAU | bilateral-relations | against
Iran ratified the agreement on the Caspian Sea border. | IRN | territorial-integrity | for
Armenia accused Azerbaijan of violating the ceasefire in Nagorno-Karabakh. | ARM | karabakh | against
Azerbaijan insists that its troops must return to Karabakh. | AZE | karabakh | for
Hungary blocked sanctions against Russian oil companies. | HUN | sanctions | against
Poland wants more NATO troops on its soil. | POL | nato | for
Norway promised to help clear landmines in Colombia. | NOR | landmines | for
Brazil criticised the tariffs on steel. | BRA | trade | against
The European Union urged Serbia to recognise Kosovo. | European Union | kosovo | for
Serbia ruled out the recognition of Kosovo. | SRB | kosovo | against
Morocco rejected a referendum in Western Sahara. | MAR | western-sahara | against
Algeria supports a referendum in Western Sahara. | DZA | western-sahara | for
Lebanon called for the withdrawal of Israeli troops. | LBN | military-bases | for
Israel opposed the nuclear deal with Iran. | ISR | iran-nuclear | against
North Korea announced that it would suspend nuclear tests. | PRK | north-korea-nuclear | against
Kazakhstan signed the treaty on a nuclear free zone. | KAZ | nuclear-security | for
Ukraine demanded the return of Crimea. | UKR | crimea | for
Bulgaria cancelled the South Stream pipeline. | BGR | gas | against
Mexico condemned the border wall. | MEX | migration | against
Hungary closed its border to refugees. | HUN | migration | against
Germany praised Turkey for its help with Syrian refugees. | DEU | migration | for
Argentina imposed an embargo on ships that drill near the Falklands. | ARG | falklands | for
Britain defended the referendum in the Falkland Islands. | GBR | falklands | for
Iceland will not give in to pressure over whaling. | ISL | environment | against
Spain denied that it had closed the border with Gibraltar. | ESP | territorial-integrity | against
Qatar rejected the demands of its neighbours over the boycott. | QAT | sanctions | against
Kuwait offered to mediate in the dispute. | KWT | peace-process | for
Venezuela condemned American meddling in its elections. | VEN | election-interference | against
Cuba wants the United States to end the embargo. | CUB | sanctions | for
Colombia and Venezuela restored diplomatic relations. | COL | bilateral-relations | for
Rwanda denied that it backed the M23 rebels. | RWA | congo | against
South Africa rejected the arrest warrant of the court. | ZAF | international-justice | against
"""
NO_SIDE = """
Ghana and Ivory Coast held constructive talks on the oil field.
The Peruvian minister praised his host's cooking.
Chile expelled two officers.
The president regretted that the visit had been postponed.
Turkey is expected to oppose the accession of Cyprus.
An analyst demanded sanctions on oil.
Japan and South Korea will meet next week on wartime labour.
The resolution contains nothing on sanctions.
Kuwait has not ruled out sanctions.
Brazil invited the Argentine president for talks on trade.
Norway asked for the call.
The two ministers were said to be cautiously friendly over the dam.
"""


def sides(text: str) -> list[str]:
    """Return holder, issue and side of every position in a text, one line a row."""
    return [
        f"{one.actor.state or one.actor.name} | {one.issue.removeprefix('issue:')} | {one.polarity}"
        for one in extract(parse_of(text)).positions
    ]


@pytest.mark.parametrize("line", SIDES.strip().splitlines())
def test_a_side_taken_in_so_many_words(line: str) -> None:
    text, wanted = line.split(" | ", 1)
    assert wanted in sides(text)


@pytest.mark.parametrize("text", NO_SIDE.strip().splitlines())
def test_no_side_taken(text: str) -> None:
    assert sides(text) == []


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The leaders of Ghana, Togo and Benin agreed on a ban on trawlers.", {"GHA", "TGO", "BEN"}),
        ("Norway and Sweden condemned the annexation of Crimea.", {"NOR", "SWE"}),
        ("NAIROBI - Kenya condemned the annexation of Crimea.", {"KEN"}),
    ],
    ids=["leaders of three", "two named together", "behind a dateline"],
)
def test_each_of_several_has_a_row(text: str, states: set[str]) -> None:
    assert {one.actor.state for one in extract(parse_of(text)).positions} == states


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("France lifted the sanctions on Mali.", "against"),
        ("France imposed sanctions on Mali.", "for"),
        ("France welcomed the sanctions on Mali but was sceptical.", "mixed"),
        ("France said that sanctions on Mali must not remain a threat on paper.", "for"),
        ("France said that there must be no sanctions on Mali.", "against"),
        ("France does not dispute the sanctions on Mali.", None),
        ("France has taken no side on the sanctions on Mali.", "unclear"),
        ("France denied a report on sanctions on Mali.", None),
        ("France announced that it would end the sanctions on Mali.", "against"),
    ],
    ids=["lifted", "imposed", "half taken back", "must not stall", "must be none",
         "not disputed", "neutral", "a report denied", "will end"],
)  # fmt: skip
def test_the_side_goes_by_the_words(text: str, side: str | None) -> None:
    found = [row.rsplit(" | ", 1)[1] for row in sides(text)]
    assert found == ([side] if side else [])
