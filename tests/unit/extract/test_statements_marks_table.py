"""Marks, cues and frames: one bridge, one harbour master, every way to report her."""

from __future__ import annotations

import pytest

from detente.records import LineRole
from tests.unit.extract.said import told

CASES = [
    pytest.param(
        ("“The bridge is open,” said Petra Voss.",),
        [("Petra Voss", "“The bridge is open,”")],
        id="curly marks, tag after",
    ),
    pytest.param(
        ('Petra Voss said, "The bridge is open."',),
        [("Petra Voss", '"The bridge is open."')],
        id="straight marks, tag before",
    ),
    pytest.param(
        ("‘The town’s bridge isn’t open,’ Petra Voss said.",),
        [("Petra Voss", "‘The town’s bridge isn’t open,’")],
        id="single curly marks with an apostrophe inside",
    ),
    pytest.param(
        ("«The bridge is open», said Petra Voss.",),
        [("Petra Voss", "«The bridge is open»")],
        id="guillemets",
    ),
    pytest.param(
        ("„The bridge is open“, said Petra Voss.",),
        [("Petra Voss", "„The bridge is open“")],
        id="German marks",
    ),
    pytest.param(
        ("“He told me ‘never again’ and left,” Petra Voss said.",),
        [("Petra Voss", "“He told me ‘never again’ and left,”")],
        id="quotation in a quotation",
    ),
    pytest.param(
        ("‘He told me “never again” and left,’ Petra Voss said.",),
        [("Petra Voss", "‘He told me “never again” and left,’")],
        id="single marks outside, double inside",
    ),
    pytest.param(
        ("“The bridge,” Petra Voss said, “is open.”",),
        [("Petra Voss", "“The bridge,” … “is open.”")],
        id="tag in the middle",
    ),
    pytest.param(
        ("“The bridge is open,” Petra Voss said. “It will stay open.”",),
        [("Petra Voss", "“The bridge is open,” … “It will stay open.”")],
        id="second sentence after the tag",
    ),
    pytest.param(
        ("“Who closed the bridge?” asked Petra Voss.",),
        [("Petra Voss", "“Who closed the bridge?”")],
        id="question as a quotation",
    ),
    pytest.param(
        ("Petra Voss put it plainly: “The bridge is open.”",),
        [("Petra Voss", "“The bridge is open.”")],
        id="colon before the quotation",
    ),
    pytest.param(
        ("Petra Voss added — “The bridge is open.”",),
        [("Petra Voss", "“The bridge is open.”")],
        id="dash before the quotation",
    ),
    pytest.param(
        (
            "“The bridge is open,” said Petra Voss. “We waited a year for it.",
            "“Nobody thanked us for it.”",
        ),
        [
            (
                "Petra Voss",
                "“The bridge is open,” … “We waited a year for it. … “Nobody thanked us for it.”",
            )
        ],
        id="two paragraphs, first not closed",
    ),
    pytest.param(
        ("“The bridge is open,” said Petra Voss.", "“We waited a year for it.”"),
        [("Petra Voss", "“The bridge is open,”"), ("Petra Voss", "“We waited a year for it.”")],
        id="floating paragraph after a quotation",
    ),
    pytest.param(
        ("Petra Voss called the delay “a quiet scandal” on Monday.",),
        [("Petra Voss", "the delay “a quiet scandal”")],
        id="partial quotation",
    ),
    pytest.param(
        ("Petra Voss said that the bridge was open.",),
        [("Petra Voss", "the bridge was open")],
        id="that-clause",
    ),
    pytest.param(
        ("Petra Voss said the bridge was open.",),
        [("Petra Voss", "the bridge was open")],
        id="bare clause",
    ),
    pytest.param(
        ("The bridge was open, Petra Voss said.",),
        [("Petra Voss", "The bridge was open")],
        id="content first",
    ),
    pytest.param(
        ("The bridge was open, said Petra Voss, a clerk.",),
        [("Petra Voss", "The bridge was open")],
        id="content first, inverted",
    ),
    pytest.param(
        ("The bridge, Petra Voss said, was open.",),
        [("Petra Voss", "The bridge … was open")],
        id="parenthetical cue",
    ),
    pytest.param(
        ("The bridge is open, according to Petra Voss.",),
        [("Petra Voss", "The bridge is open")],
        id="according to, at the end",
    ),
    pytest.param(
        ("According to Petra Voss, the bridge is open.",),
        [("Petra Voss", "the bridge is open")],
        id="according to, at the start",
    ),
    pytest.param(
        ("In the words of Petra Voss, the bridge is a gift.",),
        [("Petra Voss", "the bridge is a gift")],
        id="in the words of",
    ),
    pytest.param(
        ("The bridge is a gift, in the view of Petra Voss.",),
        [("Petra Voss", "The bridge is a gift")],
        id="in her view",
    ),
    pytest.param(
        ("The bridge is open, per Petra Voss.",),
        [("Petra Voss", "The bridge is open")],
        id="per a name",
    ),
    pytest.param(
        ("Petra Voss accused Lisbon of closing the bridge.",),
        [("Petra Voss", "Lisbon of closing the bridge")],
        id="accuse of",
    ),
    pytest.param(
        ("Petra Voss blamed Lisbon for the delay.",),
        [("Petra Voss", "Lisbon for the delay")],
        id="blame for",
    ),
    pytest.param(
        ("Petra Voss called for an inquiry into the delay.",),
        [("Petra Voss", "an inquiry into the delay")],
        id="call for",
    ),
    pytest.param(
        ("Petra Voss called on Lisbon to open the bridge.",),
        [("Petra Voss", "Lisbon to open the bridge")],
        id="call on to",
    ),
    pytest.param(
        ("Petra Voss urged Lisbon to open the bridge.",),
        [("Petra Voss", "Lisbon to open the bridge")],
        id="urge to",
    ),
    pytest.param(
        ("Petra Voss refused to open the bridge.",),
        [("Petra Voss", "refused to open the bridge")],
        id="refuse to",
    ),
    pytest.param(
        ("Petra Voss opposed the closing of the bridge.",),
        [("Petra Voss", "the closing of the bridge")],
        id="oppose",
    ),
    pytest.param(
        ("Petra Voss praised the engineers for their patience.",),
        [("Petra Voss", "the engineers for their patience")],
        id="praise for",
    ),
    pytest.param(
        ("Petra Voss warned that the bridge would fall.",),
        [("Petra Voss", "the bridge would fall")],
        id="warn that",
    ),
    pytest.param(
        ("Petra Voss warned against closing the bridge.",),
        [("Petra Voss", "against closing the bridge")],
        id="warn against",
    ),
    pytest.param(
        ("Petra Voss insisted on a new bridge.",), [("Petra Voss", "a new bridge")], id="insist on"
    ),
    pytest.param(
        ("Petra Voss promised to open the bridge.",),
        [("Petra Voss", "to open the bridge")],
        id="promise to",
    ),
    pytest.param(
        ("Petra Voss threatened to close the bridge.",),
        [("Petra Voss", "to close the bridge")],
        id="threaten to",
    ),
    pytest.param(
        ("Petra Voss denied that the bridge was unsafe.",),
        [("Petra Voss", "denied that the bridge was unsafe")],
        id="deny that",
    ),
    pytest.param(
        ("Petra Voss does not believe that the bridge is safe.",),
        [("Petra Voss", "does not believe that the bridge is safe")],
        id="does not believe",
    ),
    pytest.param(
        ("Petra Voss expressed regret over the delay.",),
        [("Petra Voss", "regret over the delay")],
        id="express regret over",
    ),
    pytest.param(
        ("Petra Voss would like the bridge back.",),
        [("Petra Voss", "the bridge back")],
        id="would like",
    ),
    pytest.param(
        ("Petra Voss made clear that the bridge would stay open.",),
        [("Petra Voss", "the bridge would stay open")],
        id="make clear that",
    ),
    pytest.param(
        ("Petra Voss let it be known that the bridge would stay open.",),
        [("Petra Voss", "the bridge would stay open")],
        id="let it be known",
    ),
    pytest.param(
        ("The delay was, as Petra Voss put it, “a gift to the ferrymen”.",),
        [("Petra Voss", "The delay was … “a gift to the ferrymen”")],
        id="as she put it",
    ),
    pytest.param(("Petra Voss declined to comment.",), [("Petra Voss", "to comment")], id="no comment"),
    pytest.param(
        ("Petra Voss would not comment on the delay.",),
        [("Petra Voss", "on the delay")],
        id="would not comment on",
    ),
    pytest.param(
        ("Petra Voss and Tomas Lund said the bridge was open.",),
        [("Petra Voss", "the bridge was open"), ("Tomas Lund", "the bridge was open")],
        id="two speakers together",
    ),
    pytest.param(
        ("Petra Voss said the bridge was open and added that it would stay open.",),
        [("Petra Voss", "it would stay open"), ("Petra Voss", "the bridge was open")],
        id="two cues, one speaker",
    ),
    pytest.param(
        ("Petra Voss said the bridge was open, while Tomas Lund said it was shut.",),
        [("Petra Voss", "the bridge was open"), ("Tomas Lund", "it was shut")],
        id="two speakers in one sentence",
    ),
]


@pytest.mark.parametrize(("paragraphs", "statements"), CASES)
def test_who_said_what(
    paragraphs: tuple[str | tuple[LineRole, str], ...], statements: list[tuple[str, str]]
) -> None:
    assert told(*paragraphs) == statements
