from __future__ import annotations

from datetime import date

import pytest

from detente.document import Parse
from detente.extract.cast import Cast
from detente.extract.statements import find_statements
from tests.factories import parse_of
from tests.unit.extract.said import said, statements_of

ADDED = "“It was a long night,” Anna Berg said. “We talked till four.”"


@pytest.mark.parametrize(
    ("paragraph", "speaker", "content"),
    [
        pytest.param(
            "Anna Berg said that the road was open.", "Anna Berg", "the road was open", id="that"
        ),
        pytest.param("Anna Berg said the road was open.", "Anna Berg", "the road was open", id="bare"),
        pytest.param(
            "The road was open, Anna Berg said.", "Anna Berg", "The road was open", id="after"
        ),
        pytest.param(
            "The road was open, said Anna Berg, a geologist.",
            "Anna Berg",
            "The road was open",
            id="inverted, apposition",
        ),
        pytest.param(
            "“The road is open,” said Anna Berg, a geologist at Oslo.",
            "Anna Berg",
            "“The road is open,”",
            id="quotation, inverted",
        ),
        pytest.param(
            "The road, Anna Berg said, was open.", "Anna Berg", "The road … was open", id="parenthesis"
        ),
        pytest.param(
            "According to Anna Berg, the road was open.",
            "Anna Berg",
            "the road was open",
            id="according, first",
        ),
        pytest.param(
            "The road was open, according to Anna Berg.",
            "Anna Berg",
            "The road was open",
            id="according, last",
        ),
        pytest.param(
            "In Berg’s opinion, the road was open.", "Berg’s", "the road was open", id="opinion"
        ),
        pytest.param(
            "The minister, in the opinion of experts, hoped for a deal.",
            "experts",
            "The minister … hoped for a deal",
            id="opinion of",
        ),
        pytest.param(
            "There is “no way back from here,” in the words of Anna Berg.",
            "Anna Berg",
            "“no way back from here,”",
            id="in the words of",
        ),
        pytest.param(
            "They held what officials described as a useful meeting in Oslo.",
            "officials",
            "a useful meeting in Oslo",
            id="described as",
        ),
        pytest.param(
            "Norwegian officials have accused Sweden of hiding the report.",
            "Norwegian officials",
            "Sweden of hiding the report",
            id="accuse",
        ),
        pytest.param("Norway has called for his removal.", "Norway", "his removal", id="call for"),
        pytest.param(
            "Anna Berg expressed a hope that the road would open.",
            "Anna Berg",
            "a hope that the road would open",
            id="noun",
        ),
        pytest.param(
            "It met the caveat that was issued by Anna Berg, namely, that Norway would not yield.",
            "Anna Berg",
            "Norway would not yield",
            id="namely",
        ),
        pytest.param(
            "Sweden’s note prompted Anna Berg to remark that Norway was a friend.",
            "Anna Berg",
            "Norway was a friend",
            id="object of control",
        ),
    ],
)
def test_one_statement(paragraph: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("The so-called “reset” came to nothing.", id="scare quote"),
        pytest.param("The two met in Oslo on Tuesday and shook hands.", id="no speech"),
        pytest.param("Anna Berg flew to Oslo to see the road.", id="act"),
        pytest.param("She pressed a button marked “overload” by mistake.", id="quoted term"),
        pytest.param("The talks were expected to last for two days.", id="passive without anybody"),
        pytest.param("", id="nothing"),
        pytest.param("“”", id="empty marks"),
    ],
)
def test_no_statement(paragraph: str) -> None:
    assert said(paragraph) == []


def test_second_half_is_the_same_statement() -> None:
    [row] = statements_of(ADDED)
    assert row.kind == "direct"
    assert [e.quote for e in row.evidence if e.role == "content"] == [
        "“It was a long night,”",
        "“We talked till four.”",
    ]


def test_all_sentences_of_a_quotation_are_kept() -> None:
    [(_, content)] = said('"I am glad to be here. We know each other well," Anna Berg said.')
    assert content == '"I am glad to be here. We know each other well,"'


def test_a_floating_quotation_is_of_who_spoke_last() -> None:
    rows = statements_of("“The road is open,” Anna Berg said.", "“It will stay open all winter long.”")
    assert [(row.speaker.text, row.cue) for row in rows] == [("Anna Berg", "said"), ("Anna Berg", None)]


def test_a_quotation_never_takes_the_cue_of_the_next_paragraph() -> None:
    rows = said(
        "“The list was never touched,” said Anna Berg. “Nor was the other matter ever raised by them.”",
        "Peter Holm did not speak of the roads at a meeting in Oslo.",
    )
    assert [speaker for speaker, _ in rows] == ["Anna Berg"]


def test_a_quotation_over_two_paragraphs_is_one_statement() -> None:
    [row] = statements_of(
        "“The road is open,” Anna Berg said. “It was shut in May.", "“It was opened in June.”"
    )
    assert len([e for e in row.evidence if e.role == "content"]) == 3


def test_words_reported_by_one_who_is_quoted_stay_his() -> None:
    rows = said("“Berg, for example, stated that both sides want calm in the region,” said Peter Holm.")
    assert [speaker for speaker, _ in rows] == ["Peter Holm"]


def test_said_he_thought_is_one_statement() -> None:
    rows = said("Peter Holm said he thought the road would open in May.")
    assert rows == [("Peter Holm", "he thought the road would open in May")]


def test_a_participle_of_the_same_speaker_is_a_statement_of_its_own() -> None:
    rows = said(
        "Peter Holm said no change was to be expected, however, saying the war had become too bitter."
    )
    assert rows == [
        ("Peter Holm", "no change was to be expected"),
        ("Peter Holm", "the war had become too bitter"),
    ]


def test_a_refusal_to_comment_and_its_reason_are_two() -> None:
    rows = statements_of("Peter Holm refused to comment on the report, noting that it was “very thin.”")
    assert [(row.kind, row.cue) for row in rows] == [("no_comment", "refused"), ("mixed", "noting")]


def test_a_participle_that_the_tagger_takes_for_a_noun_is_a_cue() -> None:
    rows = said(
        "At a hearing, Anna Berg recognised the same noting that ‘it would be naive to sit still.’"
    )
    assert rows == [("Anna Berg", "‘it would be naive to sit still.’")]


def test_two_speakers_make_two_rows_of_the_same_words() -> None:
    rows = said("Norway and Sweden said that the road was open.")
    assert [content for _, content in rows] == ["the road was open"] * 2
    assert {speaker for speaker, _ in rows} == {"Norway", "Sweden"}


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        pytest.param("“The road is open,” Anna Berg said.", "direct", id="direct"),
        pytest.param("Anna Berg said the road was “wide open” again.", "mixed", id="mixed"),
        pytest.param("Anna Berg said the road was open.", "indirect", id="indirect"),
        pytest.param("Anna Berg refused to comment on the report.", "no_comment", id="refused"),
        pytest.param("Anna Berg declined to comment.", "no_comment", id="declined"),
    ],
)
def test_kind(paragraph: str, kind: str) -> None:
    assert [row.kind for row in statements_of(paragraph)] == [kind]


@pytest.mark.parametrize(
    ("paragraph", "medium", "via"),
    [
        pytest.param(
            "The road was open, Interfax reported.", "agency", "Interfax", id="agency reports"
        ),
        pytest.param(
            "“The road is open,” Anna Berg told Izvestia.", "newspaper", "Izvestia", id="told a paper"
        ),
        pytest.param(
            "Anna Berg said the road was open, according to a Foreign Ministry tweet.",
            "tweet",
            "Foreign Ministry",
            id="tweet",
        ),
        pytest.param(
            "According to a note posted on the Kremlin’s website, Putin indicated he would go.",
            "note",
            "Kremlin",
            id="note",
        ),
        pytest.param("Anna Berg tweeted that the road was open.", "tweet", None, id="tweeted"),
        pytest.param(
            "Anna Berg said at a press conference that the road was open.",
            "press conference",
            None,
            id="press",
        ),
        pytest.param(
            "At her confirmation hearing, Anna Berg said the road was open.",
            "hearing",
            None,
            id="hearing",
        ),
        pytest.param(
            "Anna Berg said in a statement that the road was open.", "statement", None, id="statement"
        ),
        pytest.param(
            "Anna Berg said in an interview with CNN that the road was open.",
            "interview",
            "CNN",
            id="interview",
        ),
    ],
)
def test_channel(paragraph: str, medium: str, via: str | None) -> None:
    [row] = statements_of(paragraph)
    assert row.channel is not None
    assert (row.channel.medium, row.channel.via) == (medium, via)
    assert any(e.role == "channel" for e in row.evidence)


def test_a_channel_is_never_the_speaker_where_somebody_speaks() -> None:
    [row] = statements_of(
        '"I am glad to be here," Anna Berg said, addressing Putin, according to the news agency.'
    )
    assert row.speaker.text == "Anna Berg"
    assert row.channel is not None
    assert row.channel.medium == "agency"
    assert row.addressee is not None
    assert row.addressee.text == "Putin"


def test_whom_a_paper_cites_spoke_to_the_paper() -> None:
    rows = statements_of(
        "Kommersant reported that the two sides may sign a treaty. "
        "The magazine cited officials from both ministries as sources for the figure."
    )
    last = rows[-1]
    assert last.speaker.kind == "anonymous"
    assert last.content == "the two sides may sign a treaty"
    assert last.channel is not None
    assert last.channel.via == "Kommersant"


def test_what_was_written_next_stands_in_the_same_note() -> None:
    rows = statements_of(
        "According to a note posted on the Kremlin’s website, Putin indicated that the road was open.",
        "“I hope to see it for myself soon,” Putin wrote.",
    )
    assert [row.channel and row.channel.medium for row in rows] == ["note", "note"]


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        pytest.param("Kerry told Putin that the road was open.", "Putin", id="told"),
        pytest.param("Kerry said to Putin that the road was open.", "Putin", id="said to"),
        pytest.param("Kerry told Izvestia that the road was open.", None, id="a paper is a channel"),
        pytest.param("Kerry said that the road was open.", None, id="nobody"),
    ],
)
def test_addressee(paragraph: str, name: str | None) -> None:
    [row] = statements_of(paragraph)
    assert (row.addressee.text if row.addressee else None) == name


@pytest.mark.parametrize(
    ("paragraph", "label"),
    [
        pytest.param("On 3 May 2013, Anna Berg said the road was open.", "2013-05-03", id="stated"),
        pytest.param(
            "Anna Berg said the road would open on 9 May 2013.", "unknown", id="inside the words"
        ),
        pytest.param("Anna Berg says the road is open.", "2013-05-10", id="present tense"),
        pytest.param("Anna Berg said the road was open.", "unknown", id="past tense"),
    ],
)
def test_when_it_was_said(paragraph: str, label: str) -> None:
    [row] = statements_of(paragraph, published=date(2013, 5, 10))
    assert row.date.label() == label


def test_issues_are_those_of_the_words() -> None:
    [row] = statements_of("Anna Berg said the war in Syria must end.")
    assert "issue:syria" in row.issues


def test_a_neuter_pronoun_is_the_state_of_its_sentence() -> None:
    rows = statements_of(
        "Russian plans for a base, which Russia has repeated it says is a shield, went on."
    )
    assert all(row.speaker.actor_id in (None, "state:RUS") for row in rows)


def test_those_who_attended_are_people_without_names() -> None:
    [row] = statements_of("According to those who attended, Kerry listened to everybody there.")
    assert (row.speaker.kind, row.speaker.name) == ("anonymous", "those who attended")


def _parse(*paragraphs: str) -> Parse:
    return parse_of(*paragraphs)


def test_without_a_cast_the_speaker_is_the_words() -> None:
    parse = _parse("Anna Berg said the road was open.")
    [row] = find_statements(parse, Cast(parse, ()), ())
    assert row.speaker.name == "Anna Berg"
    assert row.speaker.actor_id is None


def test_evidence_is_what_the_row_claims() -> None:
    parse = _parse("Some words first.", ADDED, "Oslo has called for calm, Interfax reported.")
    text = parse.article.text
    for row in find_statements(parse, Cast(parse, ()), ()):
        assert row.evidence[0].role == "row"
        assert {"content", "speaker", "cue"} <= {e.role for e in row.evidence}
        for item in row.evidence:
            assert text[item.start : item.end] == item.quote


def test_the_same_article_gives_the_same_rows() -> None:
    assert statements_of(ADDED) == statements_of(ADDED)


def test_ids_differ() -> None:
    rows = statements_of(
        ADDED, "Norway and Sweden said that the road was open.", "Kerry told Putin it was open."
    )
    assert len({row.id for row in rows}) == len(rows)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"' * 10_001, id="only marks"),
        pytest.param("“a” " * 3_000, id="thousands of scare quotes"),
        pytest.param('An odd " mark. ' * 200, id="stray marks"),
        pytest.param(
            "\u05e9\u05dc\u05d5\u05dd “\u05e2\u05d5\u05dc\u05dd” \u05d0\u05de\u05e8", id="right to left"
        ),
        pytest.param("said " * 500, id="only cues"),
        pytest.param("He said that " * 300, id="nested"),
    ],
)
def test_odd_input_gives_rows_or_none(text: str) -> None:
    parse = _parse(text)
    for row in find_statements(parse, Cast(parse, ()), ()):
        assert row.content
