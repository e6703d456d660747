"""Forms of reports: interviews, live pages, asides and labels, and what is no statement."""

from __future__ import annotations

import pytest

from detente.records import LineRole
from tests.unit.extract.said import told

# ruff: noqa: E501 - one case a line

CASES = [
    pytest.param(
        (
            "Q: Is the road shut?",
            "A: It is shut, and it will stay shut.",
            "Q: Who shut it, Ms Voss?",
            "A: The council did.",
            "Q: Will it open?",
            "A: Not this year.",
        ),
        [],
        id="interview, Q and A",
    ),
    pytest.param(
        (
            "The Harbour Courier spoke to Petra Voss, the harbour master.",
            "Harbour Courier: Is the road shut?",
            "Petra Voss: It is shut, and it will stay shut.",
            "Harbour Courier: Who shut it?",
            "Petra Voss: The council did.",
        ),
        [("Petra Voss", "It is shut, and it will stay shut."), ("Petra Voss", "The council did.")],
        id="interview with names",
    ),
    pytest.param(
        (
            "10.42",
            "The ministers have arrived at the harbour hotel.",
            "11.05",
            "“We are not in a hurry,” says Petra Voss, the harbour master, on the steps.",
        ),
        [("Petra Voss", "“We are not in a hurry,”")],
        id="live blog",
    ),
    pytest.param(
        (
            "OSLO, May 3 (Northern Wire) - The road will remain closed until autumn, the harbour master Petra Voss declared on Friday.",
        ),
        [("Petra Voss", "The road will remain closed until autumn")],
        id="translated agency copy",
    ),
    pytest.param(
        ("The road, Petra Voss stressed, will remain closed.",),
        [("Petra Voss", "The road … will remain closed")],
        id="translated: stressed",
    ),
    pytest.param(
        ("Petra Voss underlined that the road would remain closed.",),
        [("Petra Voss", "the road would remain closed")],
        id="translated: underlined that",
    ),
    pytest.param(
        ("Petra Voss noted, in particular, that the road was old.",),
        [("Petra Voss", "the road was old")],
        id="translated: noted in particular",
    ),
    pytest.param(
        ("In her words, Petra Voss saw no alternative. “There is no other road.”",),
        [("Petra Voss", "Petra Voss saw no alternative"), ("Petra Voss", "“There is no other road.”")],
        id="translated: in her words",
    ),
    pytest.param((("title", "Voss Says Road Will Open"),), [], id="headline is no speech"),
    pytest.param((("caption", "Petra Voss, left, at the harbour"),), [], id="caption is no speech"),
    pytest.param(("Read more. Share this. Subscribe now.",), [], id="menu words are no speech"),
    pytest.param(("The “talks” ended in silence.",), [], id="scare quotes"),
    pytest.param(("The so-called “Harbour Initiative” was dropped.",), [], id="so-called"),
    pytest.param(
        ("He likes the show “Harbour Lights” and the song “Open Road”.",), [], id="title of a show"
    ),
    pytest.param(
        ("“The road is shut,” Petra Voss said on Channel Four's “Morning Harbour,” on Friday.",),
        [("Petra Voss", "“The road is shut,”")],
        id="title of a show beside a speaker",
    ),
    pytest.param(
        ("The ministers’ talks in the ’90s were about the town’s road.",),
        [],
        id="apostrophes are no marks",
    ),
    pytest.param(("The road is expected to open in May.",), [], id="expected to, by nobody"),
    pytest.param(("The road is said to be safe.",), [], id="said to be, by nobody"),
    pytest.param(
        ("The two sides signed the agreement in May.",), [], id="agreed on a deal, told by the outlet"
    ),
    pytest.param(("Petra Voss called Tomas Lund on Tuesday.",), [], id="called on the telephone"),
    pytest.param(
        ("The council vetoed the resolution and approved the budget.",),
        [],
        id="agreement of verbs that act",
    ),
    pytest.param(
        ("Petra Voss called for a new road to be built, for an inquiry, and for a public apology.",),
        [("Petra Voss", "a new road to be built, for an inquiry, and for a public apology")],
        id="list of demands",
    ),
    pytest.param(
        ("If it rains, as diplomats expect, the road will fall, Petra Voss said.",),
        [("Petra Voss", "If it rains … the road will fall"), ("diplomats", "it rains")],
        id="aside of others",
    ),
    pytest.param(
        (
            "“It is late,” said Petra Voss, a professor at the school in Lund, who warned in March that the road would fall.",
        ),
        [("Petra Voss", "the road would fall"), ("Petra Voss", "“It is late,”")],
        id="relative clause on a place",
    ),
    pytest.param(
        ("No date was set, and Lisbon, an envoy said, “has had enough of us.”",),
        [("an envoy", "Lisbon … “has had enough of us.”")],
        id="aside read as an apposition",
    ),
    pytest.param(
        ("In August Petra Voss declared the affair to be over.",),
        [("Petra Voss", "the affair to be over")],
        id="month before the name",
    ),
    pytest.param(
        ("A friend of the family would say only that the road was shut.",),
        [("A friend of the family", "the road was shut")],
        id="would say only",
    ),
    pytest.param(
        ("“They never asked us,” the minister fumed on Tuesday.",),
        [("the minister", "“They never asked us,”")],
        id="any verb as a tag",
    ),
    pytest.param(
        ("“The road is shut,” she will say on Monday, according to a copy of the speech.",),
        [("she", "“The road is shut,”")],
        id="words that will be spoken",
    ),
    pytest.param(
        ("The senator wrote to supporters saying: “The road is ours.”",),
        [("The senator", "“The road is ours.”")],
        id="participle after a listener",
    ),
    pytest.param(
        ("Petra Voss was clear:", "“The road is shut. It will stay shut.”"),
        [("Petra Voss", "“The road is shut. It will stay shut.”")],
        id="colon at the end of a paragraph",
    ),
    pytest.param(
        ("From the report: “In general the older roads were safer. The others tended to crack.”",),
        [("the report", "“In general the older roads were safer. The others tended to crack.”")],
        id="label before a quotation",
    ),
    pytest.param(
        ("A junior diplomat said it was quiet. “We have chairs,” she said.",),
        [("A junior diplomat", "it was quiet"), ("A junior diplomat", "“We have chairs,”")],
        id="open pronoun after a nameless speaker",
    ),
    pytest.param(
        ("Petra Voss and Tomas Lund said the list was late. They said that work must begin.",),
        [
            ("Petra Voss", "the list was late"),
            ("Petra Voss", "work must begin"),
            ("Tomas Lund", "the list was late"),
            ("Tomas Lund", "work must begin"),
        ],
        id="they after two",
    ),
    pytest.param(
        ("The resolution demands access to all roads. It says the council will act.",),
        [("The resolution", "access to all roads"), ("The resolution", "the council will act")],
        id="it after a document",
    ),
    pytest.param(
        ("Petra Voss defended the closure on Twitter.",),
        [("Petra Voss", "the closure")],
        id="channel at the end of an object",
    ),
    pytest.param(
        ("Petra Voss said the road was shut; Tomas Lund said it was open.",),
        [("Petra Voss", "the road was shut"), ("Tomas Lund", "it was open")],
        id="semicolon between two speakers",
    ),
    pytest.param(
        ("Petra Voss said the road was shut, but Tomas Lund insisted it was open.",),
        [("Petra Voss", "the road was shut"), ("Tomas Lund", "it was open")],
        id="but between two speakers",
    ),
    pytest.param(
        ("“The road is shut,” said Petra Voss.", "Tomas Lund said the road was open."),
        [("Petra Voss", "“The road is shut,”"), ("Tomas Lund", "the road was open")],
        id="cue in the next paragraph is not taken",
    ),
    pytest.param(
        ("Petra Voss spoke first.", "The hall was cold.", "The road was shut in May."),
        [],
        id="no speaker across a paragraph of the outlet's",
    ),
    pytest.param(
        ("Petra Voss did not say that the road was shut.",), [], id="negated speech is no statement"
    ),
    pytest.param(("Petra Voss was asked to say that the road was shut.",), [], id="only asked to say"),
    pytest.param(
        ("If Petra Voss says that the road is shut, nobody will drive.",),
        [],
        id="conditional speech is none",
    ),
    pytest.param(
        ("Petra Voss neither confirmed nor denied that the road was shut.",),
        [("Petra Voss", "neither confirmed nor denied that the road was shut")],
        id="neither confirmed nor denied",
    ),
    pytest.param(
        ("Petra Voss denied that the road was shut, and rejected the report.",),
        [("Petra Voss", "denied that the road was shut"), ("Petra Voss", "the report")],
        id="two denials",
    ),
    pytest.param(
        ("“Is it open?” she asked. “Is it safe?”",),
        [("she", "“Is it open?” … “Is it safe?”")],
        id="quotation that is a question and a tag",
    ),
    pytest.param(
        ("Petra Voss is not impressed. “Another road nobody needs.”",),
        [("Petra Voss", "“Another road nobody needs.”")],
        id="floating partial quotation",
    ),
    pytest.param(
        ("Tomas Lund's spokesman said he would not resign.",),
        [("Tomas Lund's spokesman", "he would not resign")],
        id="nested: spokesman of a named man",
    ),
    pytest.param(
        ("The former harbour master Petra Voss told Reuters the road was finished.",),
        [("Petra Voss", "the road was finished")],
        id="former office",
    ),
    pytest.param(
        ("One adviser, who asked not to be named, said the road was finished.",),
        [("One adviser", "the road was finished")],
        id="unnamed adviser",
    ),
]


@pytest.mark.parametrize(("paragraphs", "statements"), CASES)
def test_who_said_what(
    paragraphs: tuple[str | tuple[LineRole, str], ...], statements: list[tuple[str, str]]
) -> None:
    assert told(*paragraphs) == statements
