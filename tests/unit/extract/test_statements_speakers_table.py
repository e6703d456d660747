"""Speakers and channels: one road, and everybody who may be said to speak of it."""

from __future__ import annotations

import pytest

from detente.records import LineRole
from tests.unit.extract.said import told

CASES = [
    pytest.param(
        ("The road is shut and nobody told us. #harbour", "— Petra Voss (@pvoss) May 3, 2019"),
        [("Petra Voss", "The road is shut and nobody told us.")],
        id="printed tweet",
    ),
    pytest.param(
        ("“The road is shut,” Petra Voss tweeted.",),
        [("Petra Voss", "“The road is shut,”")],
        id="tweeted",
    ),
    pytest.param(
        ("Petra Voss wrote on Twitter that the road was shut.",),
        [("Petra Voss", "the road was shut")],
        id="wrote on Twitter",
    ),
    pytest.param(
        ("The road is shut, according to a tweet by the harbour office.",),
        [("the harbour office", "The road is shut")],
        id="according to a tweet of an office",
    ),
    pytest.param(
        ("Petra Voss stressed in the call that the road must open, according to a readout.",),
        [("Petra Voss", "the road must open")],
        id="readout",
    ),
    pytest.param(
        ("The readout said the two had agreed to talk again.",),
        [("The readout", "the two had agreed to talk again")],
        id="readout speaks",
    ),
    pytest.param(
        ("A spokesman for the harbour office said the road was shut.",),
        [("A spokesman for the harbour office", "the road was shut")],
        id="spokesman without a name",
    ),
    pytest.param(
        ("The office's spokeswoman, Petra Voss, said the road was shut.",),
        [("Petra Voss", "the road was shut")],
        id="spokeswoman with a name",
    ),
    pytest.param(
        ("Officials from Norway and Sweden said the road was shut.",),
        [("Officials from Norway and Sweden", "the road was shut")],
        id="officials of two states",
    ),
    pytest.param(
        ("A person familiar with the talks said the road was shut.",),
        [("A person familiar with the talks", "the road was shut")],
        id="anonymous source",
    ),
    pytest.param(
        ("Western diplomats say the road will open.",),
        [("Western diplomats", "the road will open")],
        id="diplomats",
    ),
    pytest.param(
        ("The road will open, according to analysts.",),
        [("analysts", "The road will open")],
        id="analysts, according to",
    ),
    pytest.param(
        ("“The road is shut,” Interfax quoted Petra Voss as saying.",),
        [("Petra Voss", "“The road is shut,”")],
        id="agency quoting an office",
    ),
    pytest.param(
        ("The road is shut, Interfax reported, citing the harbour office.",),
        [("Interfax", "The road is shut")],
        id="agency cites",
    ),
    pytest.param(
        ("Petra Voss told the Harbour Courier that the road was shut.",),
        [("Petra Voss", "the road was shut")],
        id="told an outlet",
    ),
    pytest.param(
        ("In an interview with the Harbour Courier, Petra Voss said the road was shut.",),
        [("Petra Voss", "the road was shut")],
        id="in an interview with",
    ),
    pytest.param(
        ("Petra Voss told a hearing in Oslo that the road was shut.",),
        [("Petra Voss", "the road was shut")],
        id="at a hearing",
    ),
    pytest.param(
        ("“The road is shut,” Petra Voss said at a news conference in Oslo.",),
        [("Petra Voss", "“The road is shut,”")],
        id="at a news conference",
    ),
    pytest.param(
        ("The harbour office said in a statement that the road was shut.",),
        [("The harbour office", "the road was shut")],
        id="in a statement",
    ),
    pytest.param(
        ("Petra Voss wrote in a letter to the council that the road was shut.",),
        [("Petra Voss", "the road was shut")],
        id="in a letter",
    ),
    pytest.param(
        ("Petra Voss, the harbour master, who has seen three storms, said the road was shut.",),
        [("Petra Voss", "the road was shut")],
        id="relative clause after an apposition",
    ),
    pytest.param(
        ("The plan was condemned by Petra Voss as a waste.",),
        [("Petra Voss", "The plan … a waste")],
        id="passive with an agent",
    ),
    pytest.param(
        ("Petra Voss described the plan as a waste.",),
        [("Petra Voss", "the plan as a waste")],
        id="described as",
    ),
    pytest.param(
        ("Petra Voss dismissed the plan as a waste.",),
        [("Petra Voss", "the plan as a waste")],
        id="dismissed as",
    ),
    pytest.param(
        ("Petra Voss repeated her claim that the road was shut.",),
        [("Petra Voss", "her claim that the road was shut")],
        id="noun: the claim of",
    ),
    pytest.param(
        ("A warning from Petra Voss that the road would fall was ignored.",),
        [("Petra Voss", "the road would fall")],
        id="noun: a warning from",
    ),
    pytest.param(
        ("Petra Voss set out her view that the road should go.",),
        [("Petra Voss", "the road should go")],
        id="noun: her view that",
    ),
    pytest.param(
        ("The plan is what Petra Voss called a “gift to nobody”.",),
        [("Petra Voss", "a “gift to nobody”")],
        id="what she called",
    ),
    pytest.param(
        ("Petra Voss asked whether the road would open.",),
        [("Petra Voss", "whether the road would open")],
        id="question with whether",
    ),
    pytest.param(
        ("Petra Voss wondered why the road was shut.",),
        [("Petra Voss", "why the road was shut")],
        id="wondered why",
    ),
    pytest.param(
        ("Petra Voss left the hall, saying the road was shut.",),
        [("Petra Voss", "the road was shut")],
        id="participle",
    ),
    pytest.param(
        ("Petra Voss left the hall, saying the road was shut and warning that it would fall.",),
        [("Petra Voss", "it would fall"), ("Petra Voss", "the road was shut")],
        id="two participles",
    ),
    pytest.param(
        ("“The road is shut,” Petra Voss said, adding that it would fall.",),
        [("Petra Voss", "it would fall"), ("Petra Voss", "“The road is shut,”")],
        id="adding that",
    ),
    pytest.param(
        ("Petra Voss said that Tomas Lund had told her that the road was shut.",),
        [
            ("Petra Voss", "Tomas Lund had told her that the road was shut"),
            ("Tomas Lund", "the road was shut"),
        ],
        id="reported inside reported",
    ),
    pytest.param(
        ("Petra Voss came late. She said the road was shut.",),
        [("Petra Voss", "the road was shut")],
        id="pronoun in the next sentence",
    ),
    pytest.param(
        ("Petra Voss met Tomas Lund. He said the road was shut. She disagreed.",),
        [("Tomas Lund", "the road was shut")],
        id="he and she",
    ),
    pytest.param(
        ("Norway said the road was shut.",), [("Norway", "the road was shut")], id="state as a speaker"
    ),
    pytest.param(
        ("Lisbon denied that it had shut the road.",),
        [("Portugal", "denied that it had shut the road")],
        id="capital as a speaker",
    ),
    pytest.param(
        ("The Norwegian foreign ministry said the road was shut.",),
        [("Norwegian Foreign Ministry", "the road was shut")],
        id="ministry as a speaker",
    ),
    pytest.param(
        ("The treaty says that the road must stay open.",),
        [("The treaty", "the road must stay open")],
        id="document as a speaker",
    ),
    pytest.param(
        ("A survey found that most drivers wanted the road back.",),
        [("A survey", "most drivers wanted the road back")],
        id="poll as a speaker",
    ),
    pytest.param(
        ("Petra Voss wants to open the road.",), [("Petra Voss", "to open the road")], id="wants to"
    ),
    pytest.param(
        ("Petra Voss wants Norway to open the road.",),
        [("Petra Voss", "Norway to open the road")],
        id="wants somebody to",
    ),
    pytest.param(
        ("Petra Voss expects the road to open.",), [("Petra Voss", "the road to open")], id="expects"
    ),
    pytest.param(
        ("Petra Voss hopes that the road will open.",),
        [("Petra Voss", "the road will open")],
        id="hopes that",
    ),
    pytest.param(
        ("Petra Voss fears that the road will fall.",),
        [("Petra Voss", "the road will fall")],
        id="fears",
    ),
    pytest.param(
        ("Petra Voss is confident that the road will hold.",),
        [("Petra Voss", "the road will hold")],
        id="is confident that",
    ),
    pytest.param(
        ("Petra Voss was unsure whether the road would hold.",),
        [("Petra Voss", "was unsure whether the road would hold")],
        id="was not sure whether",
    ),
    pytest.param(
        ("Petra Voss agreed that the road was unsafe.",),
        [("Petra Voss", "the road was unsafe")],
        id="agreed that",
    ),
    pytest.param(
        ("Petra Voss conceded that the road had been shut too long.",),
        [("Petra Voss", "the road had been shut too long")],
        id="conceded that",
    ),
]


@pytest.mark.parametrize(("paragraphs", "statements"), CASES)
def test_who_said_what(
    paragraphs: tuple[str | tuple[LineRole, str], ...], statements: list[tuple[str, str]]
) -> None:
    assert told(*paragraphs) == statements
