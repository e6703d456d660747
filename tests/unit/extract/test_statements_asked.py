"""What is asked, felt, withheld; readings that the order of words shows; acts that tell nothing."""

from __future__ import annotations

import pytest

from tests.unit.extract.said import said, statements_of, told

Rows = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        pytest.param("Anna Berg appealed to both sides for calm.",
                     [("Anna Berg", "both sides for calm")], id="appealed to, for"),
        pytest.param("Peter Holm appealed to the strikers on Sunday to go back to work.",
                     [("Peter Holm", "the strikers on Sunday to go back to work")],
                     id="appealed to, to do"),
        pytest.param("The film appealed to children.", [], id="a film that pleases"),
        pytest.param("Anna Berg, who knows the road, advised him to sign nothing without a lawyer.",
                     [("Anna Berg", "him to sign nothing without a lawyer")], id="advised him to"),
        pytest.param("Anna Berg encouraged the pilots to stay at home.",
                     [("Anna Berg", "the pilots to stay at home")], id="encouraged them to"),
        pytest.param("The union issued a statement on Monday urging its members to wait.",
                     [("The union", "its members to wait")], id="a statement urging"),
        pytest.param("The wind pressed the boats to the shore.", [], id="a wind that presses"),
        pytest.param("The North undertook to mend the road before 2003.",
                     [("The North", "to mend the road before 2003")], id="undertook to"),
        pytest.param("A pledge by the government to reopen the road was welcomed.",
                     [("the government", "to reopen the road")], id="a pledge by somebody"),
        pytest.param("Anna Berg's call for a ceasefire went unheard.",
                     [("Anna Berg", "a ceasefire")], id="somebody's call for"),
        pytest.param("A call for a ceasefire went unheard.", [], id="nobody's call"),
        pytest.param("Anna Berg's call to her mother was short.", [], id="a call on the telephone"),
        pytest.param("Anna Berg's refusal to sign the treaty was no surprise.",
                     [("Anna Berg", "refusal to sign the treaty")], id="a refusal keeps its no"),
        pytest.param("Anna Berg rejected as absurd the claim that her men had crossed the river.",
                     [("Anna Berg", "rejected as absurd the claim that her men had crossed the river")],
                     id="rejected as"),
        pytest.param("Peter Holm objected to the plan.", [("Peter Holm", "the plan")],
                     id="objected to"),
        pytest.param("Peter Holm offered Anna Berg a way out on the edge of the hall.", [],
                     id="where a way out was offered"),
    ],
)  # fmt: skip
def test_pleas_and_promises(sentence: str, rows: Rows) -> None:
    assert said(sentence) == rows


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        pytest.param("The union voiced regret for the delays from March to May.",
                     [("The union", "regret for the delays from March to May")],
                     id="to its last words"),
        pytest.param("The union promised aid once the road is open.",
                     [("The union", "aid once the road is open")], id="on a condition"),
        pytest.param("Peter Holm apologised for a letter that hurt the mayor.",
                     [("Peter Holm", "a letter that hurt the mayor")], id="apologised"),
        pytest.param("Peter Holm apologised for nothing.", [], id="apologised for nothing"),
        pytest.param("Anna Berg spoke of a historic day.", [("Anna Berg", "a historic day")],
                     id="what a day was called"),
        pytest.param("Anna Berg spoke of the road.", [], id="a topic"),
        pytest.param("They condemned any use of the road.", [("They", "any use of the road")],
                     id="condemned"),
        pytest.param("The road was condemned.", [], id="by nobody"),
    ],
)  # fmt: skip
def test_what_is_felt(sentence: str, rows: Rows) -> None:
    assert said(sentence) == rows


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        pytest.param("A spokesman for the embassy would not say why.", "would not say why", id="why"),
        pytest.param(
            "Anna Berg would not discuss her plans.", "would not discuss her plans", id="plans"
        ),
        pytest.param("Anna Berg won't say who signed it.", "won't say who signed it", id="won't"),
        pytest.param("Anna Berg did not comment on the plan.", "on the plan", id="comment"),
        pytest.param("Anna Berg could not say whether the road was open.", None, id="does not know"),
        pytest.param("Anna Berg would not say that the road was shut.", None, id="denies nothing"),
        pytest.param("Why would Anna Berg not say it?", None, id="asked"),
    ],
)
def test_refusals_to_speak(sentence: str, content: str | None) -> None:
    rows = [row.content for row in statements_of(sentence) if row.kind == "no_comment"]
    assert rows == ([] if content is None else [content])


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        pytest.param("The bridge and the harbour, Anna Berg told reporters, would be closed in June.",
                     [("Anna Berg", "The bridge and the harbour … would be closed in June")],
                     id="a tag inside two subjects"),
        pytest.param("No village in the valley, an engineer of hers said, had lost its road.",
                     [("an engineer of hers", "No village in the valley … had lost its road")],
                     id="a tag inside a negative subject"),
        pytest.param("The bridge, which Anna Berg said was old, would be closed in June.",
                     [("Anna Berg", "was old")], id="no tag but a relative clause"),
        pytest.param("Anna Berg said after seeing the mayor that a great deal of work remained.",
                     [("Anna Berg", "a great deal of work remained")], id="past what she did before"),
        pytest.param("Peter Holm had told Anna Berg in the course of a talk, which both held standing, "
                     "that the purchase was illegal.",
                     [("Peter Holm", "the purchase was illegal")], id="past a relative clause"),
        pytest.param("Anna Berg warned against saying that the treaty was dead.",
                     [("Anna Berg", "against saying that the treaty was dead")],
                     id="not past what is said"),
        pytest.param("A visit was discussed on Monday, according to the aide, but was not arranged.",
                     [("the aide", "A visit was discussed on Monday … but was not arranged")],
                     id="according to, and on"),
        pytest.param("Among the closed roads, according to the ministry, is the one over the pass.",
                     [("the ministry", "Among the closed roads … is the one over the pass")],
                     id="according to, before the verb"),
        pytest.param("The road is shut, according to the ministry, which owns it.",
                     [("the ministry", "The road is shut")],
                     id="according to, a relative of the ministry"),
    ],
)  # fmt: skip
def test_both_halves_of_what_a_tag_parts(sentence: str, rows: Rows) -> None:
    assert said(sentence) == rows


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        pytest.param("Anna Berg said the road was shut, three days after Peter Holm told her that the "
                     "bridge was safe.",
                     [("Anna Berg", "the road was shut"), ("Peter Holm", "the bridge was safe")],
                     id="before when another spoke"),
        pytest.param("Anna Berg said the road was shut after the storm broke the bridge.",
                     [("Anna Berg", "the road was shut after the storm broke the bridge")],
                     id="with when nobody spoke"),
        pytest.param("Anna Berg said the road would open in May, which it never did.",
                     [("Anna Berg", "the road would open in May")], id="the outlet's own remark"),
        pytest.param("Anna Berg said the bridge, which is old, would be closed.",
                     [("Anna Berg", "the bridge, which is old, would be closed")],
                     id="a clause inside"),
        pytest.param("Anna Berg said the engineers who built the bridge had left.",
                     [("Anna Berg", "the engineers who built the bridge had left")], id="no comma"),
        pytest.param("“The road will open in May, which is late,” Anna Berg said.",
                     [("Anna Berg", "“The road will open in May, which is late,”")], id="in marks"),
    ],
)  # fmt: skip
def test_where_an_indirect_content_ends(sentence: str, rows: Rows) -> None:
    assert said(sentence) == rows


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        pytest.param("Anna Berg has accepted an invitation to Lund.", [], id="an invitation"),
        pytest.param("Anna Berg accepted responsibility for the delay.",
                     [("Anna Berg", "responsibility for the delay")], id="responsibility"),
        pytest.param("Anna Berg did not accept the explanation.",
                     [("Anna Berg", "did not accept the explanation")], id="no explanation"),
        pytest.param("The council voted to close the road.", [], id="voted"),
        pytest.param("The ministry recalled its ambassador the same day.", [], id="an ambassador"),
        pytest.param("Anna Berg recalled that the road was shut.",
                     [("Anna Berg", "the road was shut")], id="a memory"),
        pytest.param("A letter insulted Peter Holm.", [], id="a letter that insults"),
        pytest.param("Peter Holm thanked his host.", [], id="thanked"),
        pytest.param("Peter Holm thanked his host for the rescue of the boats.",
                     [("Peter Holm", "his host for the rescue of the boats")], id="thanked for"),
        pytest.param("The union allowed its members to vote.", [], id="allowed"),
        pytest.param("The union allowed that the road was bad.",
                     [("The union", "the road was bad")], id="granted"),
        pytest.param("Anna Berg continued visiting the road.", [], id="went on doing"),
        pytest.param("Anna Berg answered the door.", [], id="a door"),
        pytest.param("The union responded to the bad news by closing the road.", [], id="a reaction"),
        pytest.param("The union responded that the road was safe.",
                     [("The union", "the road was safe")], id="a reply"),
        pytest.param("Anna Berg told the agency from her bed.", [], id="a listener alone"),
        pytest.param("Anna Berg told the agency that she was well.",
                     [("Anna Berg", "she was well")], id="a listener and words"),
        pytest.param("The roads were ranked according to their age.", [], id="by age"),
        pytest.param("The road is old, according to the engineers.",
                     [("the engineers", "The road is old")], id="by the engineers"),
    ],
)  # fmt: skip
def test_acts_tell_nothing_and_words_do(sentence: str, rows: Rows) -> None:
    assert said(sentence) == rows


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        pytest.param("“I think the road will open in June,” Anna Berg said.",
                     [("Anna Berg", "“I think the road will open in June,”")], id="a speaker thinks"),
        pytest.param("I said that the road would open.", [("I", "the road would open")],
                     id="the writer said"),
    ],
)  # fmt: skip
def test_the_voice_of_the_writer(sentence: str, rows: Rows) -> None:
    assert said(sentence) == rows


@pytest.mark.parametrize(
    ("paragraphs", "rows"),
    [
        pytest.param(("Anna Berg met Peter Holm in Lund. Both promised that the road would open.",),
                     [("Anna Berg", "the road would open"), ("Peter Holm", "the road would open")],
                     id="both of two"),
        pytest.param(("Anna Berg came by train. Peter Holm came by car. Both said it was late.",),
                     [("Anna Berg", "it was late"), ("Peter Holm", "it was late")],
                     id="one a sentence"),
        pytest.param(("Anna Berg met Peter Holm in Lund. Clara Moe came with them. "
                      "Both promised that the road would open.",),
                     [("Both", "the road would open")], id="both of three"),
        pytest.param(("Both said it was late.",), [("Both", "it was late")], id="both of none"),
        pytest.param(("The minister himself has said that the road is open.",),
                     [("The minister", "the road is open")], id="the minister himself"),
        pytest.param(("The road cost four million, according to the Harbour Board's tally.",),
                     [("Harbour Board", "The road cost four million")], id="whose tally it is"),
        pytest.param(("Anna Berg on Channel Five: “The road is open and we shall drive.”",),
                     [("Anna Berg", "“The road is open and we shall drive.”")],
                     id="not where she spoke"),
    ],
)  # fmt: skip
def test_who_speaks(paragraphs: tuple[str, ...], rows: Rows) -> None:
    assert told(*paragraphs) == rows


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        pytest.param("''The bridge has a special bond,'' said Anna Berg, 24. ''This one is mine.''",
                     [("Anna Berg", "''The bridge has a special bond,'' … ''This one is mine.''")],
                     id="doubled single marks"),
        pytest.param("She boomed, “The road is ours.”", [("She", "“The road is ours.”")],
                     id="any verb before a sentence in marks"),
        pytest.param("The door creaked, “The End of Roads” on it.", [], id="a door says nothing"),
        pytest.param("As the paper pointed out, “The road has been shut since May.”",
                     [("the paper", "“The road has been shut since May.”")], id="with its particle"),
        pytest.param("Anna Berg wrote in her book, “The Long Road.”", [], id="the title of a book"),
    ],
)  # fmt: skip
def test_quotations_beside_their_verb(sentence: str, rows: Rows) -> None:
    assert said(sentence) == rows
