"""What relations between any two states are about, and what only shares a word with it."""

from __future__ import annotations

import pytest

from detente.knowledge.issues import issues_in
from detente.pipeline import extract
from tests.factories import parse_of

FILED = """
territorial-integrity | The two presidents signed a boundary treaty.
territorial-integrity | Surveyors will mark the border along the river.
territorial-integrity | The arbiters gave their ruling on the frontier.
environment | They quarrel over the filling of the dam.
environment | Tajikistan wants a share of the river for irrigation and hydropower.
environment | The trawler had no fishing licence.
eu-integration | Ankara wants to be a candidate of the European Union.
missing | Families in Niigata ask about the abductions.
missing | Agents of Pyongyang had abducted two students.
missile-technology | It promised a moratorium on missile tests.
north-korea-nuclear | Inspectors never saw the North's nuclear sites.
surveillance | The service had tapped the telephone of the chancellor.
surveillance | The spying affair is over.
terrorism | The neighbour is a safe haven for them.
terrorism | Caracas does not shelter guerrillas.
trade | Trade between the neighbours has fallen.
trade | They blocked trucks with onions; importers complain.
military-bases | It lets American troops use the bases.
drugs | They will work together against drugs.
investment | Dhaka asked for a line of credit.
investment | Zambia owes ten billions of debt.
iran-nuclear | The six powers reached an accord.
migration | Joint patrols against people smugglers are frozen.
migration | The navy has orders to stop the boats.
extradition | The fugitive asked for safe passage.
religion | Its pilgrims were kept from the Hajj.
minorities | Budapest complained about the minority schools.
military-incidents | A drone entered the airspace of Estonia.
consular | Delhi suspended visas for students.
espionage | A deserter crossed the line.
energy-security | The power lines to Vilnius were cut.
culture-exchange | The towns are sister cities.
law-of-the-sea | Ships wait in the shipping lanes of the strait.
food-trade | Jakarta stopped cattle exports from Darwin.
history-memory | Tokyo voiced remorse for the past.
technology | The export controls on chips remain.
internal-affairs | They meddled in our business, he said.
diplomatic-presence | Students stormed the compound.
sport | Athletes will stay away from the Sochi Olympics.
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split(" | ")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("issue", "text"), rows(FILED), ids=[t for _, t in rows(FILED)])
def test_terms_of_any_two_states(issue: str, text: str) -> None:
    assert f"issue:{issue}" in issues_in(text)


OTHERS = """
sport | The presidents met in Sochi.
environment | He was damned with faint praise.
drugs | The hospital ran out of drugs.
investment | The actor was on loan to the theatre.
eu-integration | The candidate of the ruling party won.
surveillance | She picked up the telephone.
missing | The judge was kidnapped by a gang.
territorial-integrity | The border collie barked.
terrorism | The bay is a safe harbour.
"""


@pytest.mark.parametrize(("issue", "text"), rows(OTHERS), ids=[t for _, t in rows(OTHERS)])
def test_what_only_shares_a_word(issue: str, text: str) -> None:
    assert f"issue:{issue}" not in issues_in(text)


SIDES = """
Greece dropped its veto on Turkish membership of the European Union. | GRC | eu-integration | for
The European Union accepted Albania as an EU candidate. | European Union | eu-integration | for
Jakarta halted joint exercises and patrols against people smugglers. | IDN | migration | against
Caracas froze trade with its neighbour. | VEN | trade | against
Washington insists that sanctions stay until the North gives up nuclear arms. | USA | sanctions | for
"""


@pytest.mark.parametrize(
    ("text", "who", "issue", "polarity"), rows(SIDES), ids=[row[0][:30] for row in rows(SIDES)]
)
def test_sides_taken(text: str, who: str, issue: str, polarity: str) -> None:
    found = extract(parse_of(text)).positions
    assert (who, f"issue:{issue}", polarity) in {
        (name, row.issue, row.polarity) for row in found for name in (row.actor.state, row.actor.name)
    }


NO_SIDE = [
    "Greece did not drop its veto on Turkish membership of the European Union.",
    "Greece dropped a box of leaflets on membership of the European Union.",
]


@pytest.mark.parametrize("text", NO_SIDE)
def test_what_drops_no_obstacle_is_no_approval(text: str) -> None:
    assert not [row for row in extract(parse_of(text)).positions if row.polarity == "for"]


SOUTH = (
    "Japan and North Korea signed a paper in Pyongyang on Tuesday. Prime Minister Junichiro Koizumi "
    "flew home to Tokyo. North Korea had invited Japan for years. Kim Dae-jung, the president of South "
    "Korea, welcomed the outcome."
)
DAM = (
    "Egypt and Ethiopia quarrel over the dam. The dam stands on the Blue Nile. Cairo wants a water "
    "treaty, and the dam filling slowed. Ethiopia fills the reservoir. Russia welcomed the dialogue."
)


@pytest.mark.parametrize(
    ("text", "issue"),
    [(SOUTH, "bilateral-relations"), (DAM, "environment")],
    ids=["no matter of its own", "an article about a dam"],
)
def test_what_an_outcome_without_a_matter_is_about(text: str, issue: str) -> None:
    (row,) = [r for r in extract(parse_of(text)).positions if r.claim.startswith("welcomed")]
    assert row.issue == f"issue:{issue}"
