"""Text that no newspaper prints: one endless paragraph, only marks, another direction of writing."""

from __future__ import annotations

import pytest

from detente.extract.cast import Cast
from detente.extract.statements import find_statements
from detente.records import Statement
from tests.factories import parse_of


def found(*paragraphs: str) -> tuple[Statement, ...]:
    """Return the statements of paragraphs in which nobody is known."""
    parse = parse_of(*paragraphs)
    return find_statements(parse, Cast(parse, ()), ())


def test_a_paragraph_of_thousands_of_sentences_gives_a_row_each() -> None:
    rows = found(" ".join(f"Anna Berg said that road {i} was open." for i in range(1500)))

    assert len(rows) >= 1450
    assert {row.speaker.text for row in rows[:20]} == {"Anna Berg"}
    assert [row.sentence for row in rows] == sorted(row.sentence for row in rows)


def test_a_paragraph_of_hundreds_of_quotations_gives_a_row_each() -> None:
    rows = found(" ".join(f"“Road {i} is open,” said Anna Berg." for i in range(500)))

    assert len(rows) == 500
    assert all(row.content.startswith("“Road") for row in rows)


def test_a_statement_has_at_most_a_hundred_fragments() -> None:
    rows = found("“It is open,” said Anna Berg. " + " ".join("“We have seen it.”" for _ in range(400)))

    sizes = [sum(e.role == "content" for e in row.evidence) for row in rows]
    assert sizes
    assert max(sizes) == 100


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"' * 10_000, id="straight marks"),
        pytest.param("“”" * 5_000, id="empty quotations"),
        pytest.param("“" * 10_000, id="opening marks"),
        pytest.param("’ " * 5_000, id="apostrophes"),
        pytest.param("“ ‘ „ « » ” ’ " * 700, id="all kinds"),
        pytest.param("“a " * 3_000, id="never closed"),
        pytest.param("“", id="one mark"),
        pytest.param(" ", id="a space"),
    ],
)
def test_marks_without_words_are_no_statement(text: str) -> None:
    assert found(text) == ()


def test_right_to_left_text_raises_nothing_and_its_evidence_is_its_text() -> None:
    parse = parse_of("אמר “הדרך פתוחה” לכולם. " * 300, "قال «الطريق مفتوح» اليوم. " * 300)

    for row in find_statements(parse, Cast(parse, ()), ()):
        for item in row.evidence:
            assert parse.article.text[item.start : item.end] == item.quote


def test_words_without_a_stop_for_pages_are_no_content() -> None:
    rows = found("Anna Berg said that the road was open and " + "the bridge and the gate and " * 400)

    assert all(len(row.content.split()) <= 500 for row in rows)


def test_a_floating_quotation_after_a_long_paragraph_goes_to_its_last_speaker() -> None:
    first = " ".join(f"“Road {i} is open,” said Anna Berg." for i in range(50))
    rows = found(first + " “The bridge is shut,” said Ola Lund.", "“We shall mend it in the spring.”")

    assert rows[-1].content == "“We shall mend it in the spring.”"
    assert rows[-1].speaker.text == "Ola Lund"
