"""The language of search: what a query becomes, and what is said of one that cannot be understood."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import QueryError
from detente.query.language import FIELDS, Both, Either, Field, Not, Text, Tree, parse, positive


def word(*words: str, begins: bool = False) -> Text:
    return Text(words, begins)


A, B, C = word("a"), word("b"), word("c")


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        pytest.param("", Both(()), id="nothing"),
        pytest.param("   ", Both(()), id="blanks"),
        pytest.param("a", A, id="a word"),
        pytest.param("a b", Both((A, B)), id="words"),
        pytest.param("a AND b", Both((A, B)), id="and"),
        pytest.param("a OR b", Either((A, B)), id="or"),
        pytest.param("a b OR c", Either((Both((A, B)), C)), id="and binds closer"),
        pytest.param("a (b OR c)", Both((A, Either((B, C)))), id="brackets"),
        pytest.param("(a)", A, id="needless brackets"),
        pytest.param("((a) OR (b c))", Either((A, Both((B, C)))), id="brackets in brackets"),
        pytest.param("NOT a", Not(A), id="not"),
        pytest.param("-a", Not(A), id="minus"),
        pytest.param("a -b", Both((A, Not(B))), id="without"),
        pytest.param("a NOT (b OR c)", Both((A, Not(Either((B, C))))), id="without several"),
        pytest.param("NOT NOT a", A, id="not not"),
        pytest.param('"a b"', word("a", "b"), id="a phrase"),
        pytest.param('-"a b"', Not(word("a", "b")), id="without a phrase"),
        pytest.param("a*", word("a", begins=True), id="a beginning"),
        pytest.param("U.S.-Russia", word("U", "S", "Russia"), id="signs part words"),
        pytest.param("a and b", Both((A, B)), id="a small and is no word"),
        pytest.param("a or b", Either((A, B)), id="a small or"),
        pytest.param("a b or c", Either((Both((A, B)), C)), id="a small or binds no closer"),
        pytest.param("by:x or (b)", Either((Field("by", "x", 1), B)), id="or between other things"),
        pytest.param("a Or b", Both((A, B)), id="an or that opens a sentence"),
        pytest.param("or a", A, id="an or before nothing"),
        pytest.param("a or", A, id="an or after nothing"),
        pytest.param("a not b", Both((A, word("not"), B)), id="a small not is a word"),
        pytest.param('"or"', word("or"), id="a quoted or"),
        pytest.param("the who", Both((word("the"), word("who"))), id="small words alone"),
        pytest.param("who", word("who"), id="a small word alone"),
        pytest.param("WHO b", Both((word("WHO"), B)), id="letters of a name"),
        pytest.param("talks in Geneva", Both((word("talks"), word("Geneva"))), id="small words"),
        pytest.param('"talks in Geneva"', word("talks", "in", "Geneva"), id="small words of a phrase"),
        pytest.param("a -in", Both((A, Not(word("in")))), id="without a small word"),
        pytest.param("in by:x", Field("by", "x", 4), id="a small word and a field"),
        pytest.param("the*", word("the", begins=True), id="a small beginning"),
        pytest.param("(who said) OR b", Either((word("said"), B)), id="small words in brackets"),
        pytest.param("speaker:x", Field("by", "x", 1), id="another name of by"),
        pytest.param("after:2013", Field("from", "2013", 1), id="another name of from"),
        pytest.param("before:2013", Field("to", "2013", 1), id="another name of to"),
        pytest.param("on:2013-05", Field("date", "2013-05", 1), id="another name of date"),
        pytest.param("Country:x", Field("state", "x", 1), id="another name in capitals"),
        pytest.param('"AND"', word("AND"), id="an operator as a word"),
        pytest.param("10:30", word("10", "30"), id="a time is no field"),
        pytest.param("https://example.org", word("https", "example", "org"), id="an address is none"),
        pytest.param("by:Lavrov", Field("by", "Lavrov", 1), id="a field"),
        pytest.param('a by:"John Kerry"', Both((A, Field("by", "John Kerry", 3))), id="a long value"),
        pytest.param("BY:Lavrov", Field("by", "Lavrov", 1), id="a field in capitals"),
        pytest.param("-issue:syria", Not(Field("issue", "syria", 2)), id="without a field"),
        pytest.param("printed-from:2013-05", Field("printed-from", "2013-05", 1), id="a day"),
        pytest.param("well-known", word("well", "known"), id="a hyphen inside"),
        pytest.param("Genève", word("Genève"), id="accents"),
    ],
)
def test_what_a_query_becomes(query: str, tree: Tree) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("a AND", 'at character 6 a word, a "phrase", a field: or ( was expected, not the end'),
        ("a OR", "at character 5 a word"),
        ("OR a", "at character 1 a word"),
        ("a AND OR b", "at character 7 a word"),
        ("(a", "at character 3 ) was expected: one ( was opened at character 1, not the end"),
        ("(a OR (b)", "at character 10 ) was expected: one ( was opened at character 1"),
        ("a)", "at character 2 the end or an operator was expected, not ')'"),
        ("()", "at character 2 a word"),
        ("NOT", "at character 4 a word"),
        ('"a b', "at character 5 the other quotation mark was expected: one was opened at character 1"),
        ('""', "at character 1 a phrase with a word was expected"),
        ("a ?!", "at character 3 a word"),
        ("talker:Lavrov", "at character 1 there is no field 'talker'; fields are actor, by"),
        ("a by:", "at character 6 a value for by: was expected; by: is who says"),
        ('by:" "', "at character 4 a value for by: was expected"),
        ("(" * 60 + "a", "no more than 40 brackets"),
        ("a" * 3000, "a search of 3000 characters"),
        ("-", "at character 1 a word"),
    ],
)
def test_what_cannot_be_understood(query: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("query", "words"),
    [("a NOT b", ["a"]), ('a OR ("c d" -e)', ["a", "c d"]), ("by:x", []), ("NOT (a b)", []), ("", [])],
)
def test_what_is_ranked(query: str, words: list[str]) -> None:
    assert [" ".join(text.words) for text in positive(parse(query))] == words


def test_every_field_is_explained() -> None:
    for name in FIELDS:
        assert parse(f"{name}:x") == Field(name, "x", 1)


@given(st.text(alphabet='ab ()"-*:ORAND', max_size=30))
def test_every_query_is_a_tree_or_an_error_with_its_character(query: str) -> None:
    said = "at character 1"
    try:
        parse(query)
    except QueryError as error:
        said = error.what
    assert re.search(r"at character \d+", said)
