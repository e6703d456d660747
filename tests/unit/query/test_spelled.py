"""A query whose words may be spelled either way."""

from __future__ import annotations

import pytest

from detente.query.language import Both, Either, Field, Not, Text, Tree, parse, positive
from detente.query.ranking import marked, score, sought
from detente.query.spelled import either_spelling


def word(*words: str, begins: bool = False) -> Text:
    return Text(words, begins)


TWO = Either((word("defence"), word("defense")))


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("", Both(())),
        ("Syria", word("Syria")),
        ("defence", TWO),
        ("-defence", Not(TWO)),
        ("Syria defence", Both((word("Syria"), TWO))),
        ("Syria OR defence", Either((word("Syria"), TWO))),
        (
            '"missile defense"',
            Either((word("missile", "defense"), word("missile", "defence"))),
        ),
        (
            '"labour programme"',
            Either(
                (
                    word("labour", "programme"),
                    word("labour", "program"),
                    word("labor", "programme"),
                    word("labor", "program"),
                )
            ),
        ),
        ('"labour defence programme"', word("labour", "defence", "programme")),
        ("defence*", word("defence", begins=True)),
        ("by:defence", Field("by", "defence", 1)),
    ],
    ids=[
        "nothing", "one spelling", "two", "without either", "beside others", "or", "a phrase",
        "two words of a phrase", "too many", "a beginning", "a field",
    ],
)  # fmt: skip
def test_both_spellings_are_asked_for(query: str, tree: Tree) -> None:
    assert either_spelling(parse(query)) == tree


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("defense", "Talks on missile defence.", ["defence"]),
        ('"missile defence"', "Missile defense, they said.", ["Missile defense"]),
        ("organisation", "The Organization for Security", ["Organization"]),
        ("U.S.", "A U.S. envoy left.", ["U.S"]),
        ('"no fly zone"', "The no-fly zone holds.", ["no-fly zone"]),
        ('"no fly zone"', "No zone to fly in.", []),
        ("U.S.", "Us and them", []),
    ],
    ids=["a word", "a phrase", "z and s", "letters", "hyphens", "not in a row", "another word"],
)
def test_what_is_marked_is_what_ranks(query: str, text: str, found: list[str]) -> None:
    wanted = sought(positive(either_spelling(parse(query))))
    assert [text[start:end] for start, end in marked(text, wanted)] == found
    assert (score(text, wanted) > 0) == bool(found)
