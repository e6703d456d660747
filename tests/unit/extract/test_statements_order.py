"""Words found by the order of a sentence, acts that tell nothing, and what one's own side wants."""

from __future__ import annotations

import pytest

from tests.unit.extract.said import said, told

IN_ORDER = [
    pytest.param(
        "Anna Berg wrote after the signing that the strike was over.",
        [("Anna Berg", "the strike was over")],
        id="that after a phrase of time",
    ),
    pytest.param(
        "There will be a ferry sooner or later, Berg told viewers.",
        [("Berg", "There will be a ferry sooner or later")],
        id="told viewers at the end",
    ),
    pytest.param(
        "If she wins the vote, said Lund, no one in Oslo will speak of the bridge again.",
        [("Lund", "If she wins the vote … no one in Oslo will speak of the bridge again")],
        id="a condition before the tag and the claim after it",
    ),
    pytest.param(
        "The bridge will be open by June, said Erik Lund, an engineer who knows the river, if Norway "
        "sends no ships.",
        [("Erik Lund", "The bridge will be open by June … if Norway sends no ships")],
        id="the apposition of the speaker is no part",
    ),
    pytest.param(
        "In Oslo Anna Berg, who leads the talks, had said a day earlier that Norway should wait.",
        [("Anna Berg", "Norway should wait")],
        id="a name taken into the opening place",
    ),
    pytest.param(
        "Norway has rejected Lund's demand for an apology over the picture of a sailor, and its "
        "embassy in Stockholm says that the mayor wants to draw attention away from the harbour.",
        [
            ("Norway", "Lund's demand for an apology over the picture of a sailor"),
            ("its embassy in Stockholm", "the mayor wants to draw attention away from the harbour"),
        ],
        id="a second subject taken into the object",
    ),
]


@pytest.mark.parametrize(("text", "expected"), IN_ORDER)
def test_the_order_of_words_is_read_where_the_parse_fails(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = said(text)
    for row in expected:
        assert row in found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lund responded to a report that the bridge was shut.", id="to a report that"),
        pytest.param("The old bridge, Lund told the engineer.", id="no clause before the tag"),
        pytest.param("Lund told a story of the ferry that had sunk in May.", id="a relative clause"),
        pytest.param("Lund writes in the house that his father built.", id="a house that was built"),
    ],
)
def test_the_order_of_words_makes_no_statement_of(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        pytest.param(
            "Lund said that thousands of boats lay at Bergen, a port town, and that the crews expected "
            "them to sail.",
            "Lund",
            "thousands of boats lay at Bergen, a port town, and that the crews expected them to sail",
            id="and that goes on",
        ),
        pytest.param(
            "Berg said only that Lund had made it clear he remained committed to the treaty.",
            "Lund",
            "he remained committed to the treaty",
            id="made it clear without that",
        ),
    ],
)
def test_a_clause_goes_on_where_its_sentence_does(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(text)


TELLS_NOTHING = [
    pytest.param("Anna Berg thanked the government.", id="thanks to a government"),
    pytest.param("The president congratulated both prime ministers.", id="congratulations to people"),
    pytest.param("The president honoured the dead.", id="honours for the dead"),
    pytest.param("Gunmen attacked the parliament.", id="gunmen attack a building"),
    pytest.param("Rebels attacked the convoy near the river.", id="rebels attack a convoy"),
    pytest.param("The ministry issued a statement.", id="a statement is issued"),
    pytest.param("Three years ago, or so it feels, the talks failed in Oslo.", id="so it feels"),
    pytest.param(
        "Correction: An earlier version of this article said that Berg visited Oslo in 2006.",
        id="the article about itself",
    ),
    pytest.param("Berg mentioned the bridge.", id="a topic alone"),
    pytest.param("The ministry found the shelves empty.", id="found something so"),
    pytest.param("Hardly a government disagrees with the ruling.", id="hardly a government"),
    pytest.param(
        "It is a question that both governments would like not to be asked.", id="a wish with a gap"
    ),
]


@pytest.mark.parametrize("text", TELLS_NOTHING)
def test_an_act_without_content_is_no_statement(text: str) -> None:
    assert said(text) == []


TELLS = [
    pytest.param(
        "Anna Berg thanked the government for its patience.", "Anna Berg", "patience", id="thanks for"
    ),
    pytest.param("The president praised the treaty.", "The president", "the treaty", id="a treaty"),
    pytest.param(
        "Lund attacked the plan for the harbour.", "Lund", "the plan for the harbour", id="a plan"
    ),
    pytest.param(
        "Both governments would like the flights to go on.",
        "Both governments",
        "the flights to go on",
        id="a wish without a gap",
    ),
    pytest.param(
        "A report said that the bridge was unsafe.", "A report", "the bridge was unsafe", id="a report"
    ),
    pytest.param(
        "The inquiry found that the bridge was unsafe.",
        "The inquiry",
        "the bridge was unsafe",
        id="found that",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content"), TELLS)
def test_its_twin_with_content_is_one(text: str, speaker: str, content: str) -> None:
    assert any(who == speaker and words.endswith(content) for who, words in said(text))


OWN = [
    pytest.param(
        "Sergei Lavrov said that Russia wanted the conference to be held in May.",
        [("Sergei Lavrov", "Russia wanted the conference to be held in May")],
        id="his state",
    ),
    pytest.param(
        "Anna Berg said her government welcomed the initiative.",
        [("Anna Berg", "her government welcomed the initiative")],
        id="her government",
    ),
    pytest.param(
        "Lund said that both sides wanted the road to be opened.",
        [("Lund", "both sides wanted the road to be opened")],
        id="both sides",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_what_is_told_of_ones_own_side_is_one_statement(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        pytest.param(
            "Sergei Lavrov said that Turkey wanted the conference to be held in May.",
            ("Turkey", "the conference to be held in May"),
            id="another state",
        ),
        pytest.param(
            "Anna Berg said that Norway had warned that the road was unsafe.",
            ("Norway", "the road was unsafe"),
            id="what the state said before",
        ),
    ],
)
def test_what_others_want_is_theirs_too(text: str, inner: tuple[str, str]) -> None:
    assert inner in told(text)


def test_a_promise_in_a_paper_is_its_writers() -> None:
    found = said(
        "The three delegations issued a statement in which both leaders promised to go on talking."
    )
    assert ("both leaders", "to go on talking") in found


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        pytest.param("His office would not be drawn.", "His office", "would not be drawn", id="drawn"),
        pytest.param(
            "The Norwegian side made no comment on the breakfast.",
            "The Norwegian side",
            "made no comment on the breakfast",
            id="no comment on",
        ),
    ],
)
def test_a_refusal_to_comment_is_told_with_its_object(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(text)


def test_a_quarrel_is_no_refusal_to_comment() -> None:
    assert said("Anna Berg praised the treaty. She did not answer him.")[1:] == []


def test_a_tag_after_a_semicolon_leaves_the_clause_before_it() -> None:
    found = said("The road is open to lorries; a guide would say only that the bridge is safe.")
    assert found == [("a guide", "the bridge is safe")]


def test_a_tag_with_a_day_has_both_halves() -> None:
    found = said("Norway does not want the bridge, Lund repeated yesterday, and it never will.")
    assert found == [("Lund", "Norway does not want the bridge … and it never will")]


def test_a_subject_taken_into_an_object_ends_it() -> None:
    found = said(
        "Norway rejected Lund's demand for an apology, and its embassy in Oslo says that he knows why."
    )
    assert found[0] == ("Norway", "Lund's demand for an apology")


PAPERS = [
    pytest.param(
        "The resolution was adopted on Friday. It decides that the council will meet.",
        "The resolution",
        id="passive subject",
    ),
    pytest.param(
        "The agreement runs to ten pages. It says that the bridge must open.",
        "The agreement",
        id="active",
    ),
]


@pytest.mark.parametrize(("text", "name"), PAPERS)
def test_it_is_the_paper_of_the_sentence_before(text: str, name: str) -> None:
    assert told(text)[-1][0] == name


def test_it_is_no_thing_that_cannot_speak() -> None:
    assert told("The bridge was shut on Friday. It says that the ferry goes on.")[-1][0] == "It"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("On Tuesday Varga said that the road was open.", "Varga", id="a weekday"),
        pytest.param("In March Varga said that the road was open.", "Varga", id="a month"),
        pytest.param(
            "On Tuesday Anna Varga said that the road was open.", "Anna Varga", id="full name"
        ),
    ],
)
def test_a_day_is_no_first_name(text: str, name: str) -> None:
    assert told(text) == [(name, "the road was open")]
