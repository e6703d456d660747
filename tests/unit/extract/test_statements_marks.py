from __future__ import annotations

import pytest

from detente.extract.statements.marks import Quotation, find_quotations


def quoted(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    return [text[q.start : q.end] for q in quotations(*paragraphs)]


def quotations(*paragraphs: str) -> tuple[Quotation, ...]:
    spans = []
    at = 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return find_quotations("\n\n".join(paragraphs), spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("She spoke of a “fresh start” today.", ["“fresh start”"], id="curly"),
        pytest.param('She spoke of a "fresh start" today.', ['"fresh start"'], id="straight"),
        pytest.param("She spoke of a ‘fresh start’ today.", ["‘fresh start’"], id="single curly"),
        pytest.param("She spoke of a 'fresh start' today.", ["'fresh start'"], id="single straight"),
        pytest.param("She spoke of a «fresh start» today.", ["«fresh start»"], id="guillemets"),
        pytest.param("She spoke of a „fresh start“ today.", ["„fresh start“"], id="low and high"),
        pytest.param("She spoke of a „fresh start” today.", ["„fresh start”"], id="low and right"),
        pytest.param('It sent a “signal" to all.', ['“signal"'], id="curly closed by straight"),
        pytest.param(
            'It puts "trade first.” Then it went.', ['"trade first.”'], id="straight by curly"
        ),
        pytest.param("It was a “slip“ of the pen.", ["“slip“"], id="opening mark that closes"),
        pytest.param("The ministers’ talks went on.", [], id="plural possessive"),
        pytest.param("The ministers' talks went on.", [], id="plural possessive, straight"),
        pytest.param("It's Berlin's turn, isn't it?", [], id="apostrophes"),
        pytest.param("Back in the ’90s and the '80s.", [], id="decades"),
        pytest.param("Rock 'n' roll and give 'em hell.", [], id="elisions"),
        pytest.param(
            "‘The ministers’ talks went well,’ he said.",
            ["‘The ministers’ talks went well,’"],
            id="possessive in single marks",
        ),
        pytest.param(
            "‘We’ll see what Oslo’s answer is,’ she said.",
            ["‘We’ll see what Oslo’s answer is,’"],
            id="contraction inside",
        ),
        pytest.param("A ‘reset’ in the states’ relations.", ["‘reset’"], id="mark, then possessive"),
        pytest.param(
            "‘One’ and ‘two’ and ‘three’.", ["‘One’", "‘two’", "‘three’"], id="three in a row"
        ),
        pytest.param('"First," she said. "Second."', ['"First,"', '"Second."'], id="two halves"),
        pytest.param('An odd " mark alone.', [], id="stray straight mark"),
        pytest.param("An odd ” mark alone.", [], id="stray closing mark"),
        pytest.param("The 6' wall and the 3\" pipe.", [], id="feet and inches"),
        pytest.param('("Yes")—"no"', ['"Yes"', '"no"'], id="brackets and a dash"),
        pytest.param(
            "” … it began so,” he said.", ["” … it began so,”"], id="closing mark for an opening one"
        ),
        pytest.param("""It was all '' and "" and nothing.""", [], id="empty marks"),
    ],
)
def test_marks_of_one_paragraph(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“They call it a ‘fresh start’ here,” she said.", [0, 1], id="single in double"),
        pytest.param("‘They call it a “fresh start” here,’ she said.", [0, 1], id="double in single"),
        pytest.param("“One “two” three,” she said.", [0, 1], id="double in double"),
        pytest.param("“One,” she said, “and two.”", [0, 0], id="side by side"),
    ],
)
def test_depth(text: str, expected: list[int]) -> None:
    assert [q.depth for q in quotations(text)] == expected


def test_a_stray_mark_spoils_nothing_beyond_its_paragraph() -> None:
    assert quoted('A stray " here.', 'She said "yes" there.', 'He said "no" too.') == ['"yes"', '"no"']


def test_a_quotation_runs_over_paragraphs() -> None:
    first, second = quotations("“It began in May.", "“It ended in June,” she said.")
    assert (first.closed, first.continued) == (False, False)
    assert (second.closed, second.continued) == (True, True)


def test_a_quotation_of_three_paragraphs_whose_last_never_closes() -> None:
    found = quotations("“It began in May.", "“It went on in June.", "“It ended in July.")
    assert [(q.closed, q.continued) for q in found] == [(False, False), (False, True), (True, True)]


def test_an_open_mark_without_a_second_paragraph_is_dropped() -> None:
    assert quoted("“It began in May, he said.", "Nothing followed.") == []


def test_a_run_of_open_quotations_stops_at_a_plain_paragraph() -> None:
    assert quoted("“It began in May.", "“It ended,” she said.", "Then ”nothing.") == [
        "“It began in May.",
        "“It ended,”",
    ]


def test_marks_in_no_paragraph_are_not_seen() -> None:
    assert find_quotations('"yes"', []) == ()


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "’", "'", "«", "»", "„"])
def test_only_marks(mark: str) -> None:
    text = mark * 10_000
    for q in find_quotations(text, [(0, len(text))]):
        assert 0 <= q.start < q.end <= len(text)
