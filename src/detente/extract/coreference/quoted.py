"""Tokens inside quotation marks are marked, with the number of the quotation they stand in."""

from __future__ import annotations

from detente.document import Parse
from detente.extract.spans import Tokens

_OPEN = {"“": "”", "«": "»", "„": "“", "‘": "’"}
_DOUBLE = frozenset(('"', "''", "``"))


def quotations(parse: Parse, tokens: Tokens) -> list[int]:
    """Return for each token the number of its quotation, from 1; 0 outside.

    Marks pair within a paragraph; one left open ends with it. A curly single mark opens a quotation
    only at the start of a word, so that apostrophes are none.
    """
    marks = [0] * len(tokens.texts)
    text = parse.view.text
    number = 0
    closing: str | None = None
    paragraph = -1
    for i, word in enumerate(tokens.texts):
        sent = tokens.sents[i]
        if sent >= 0 and parse.sents[sent].paragraph != paragraph:
            paragraph = parse.sents[sent].paragraph
            closing = None
        if closing is None:
            if word in _DOUBLE:
                closing, number = '"', number + 1
            elif word[0] in _OPEN and not (word[0] == "‘" and len(word) > 1 and word[1:2] == "s"):
                closing, number = _OPEN[word[0]], number + 1
        elif (
            (closing == '"' and word in _DOUBLE)
            or word == closing
            or (len(word) > 1 and word.endswith(closing) and closing != '"')
        ):
            if closing == "’" and _apostrophe(text, tokens.starts[i]):
                marks[i] = number
                continue
            closing = None
        else:
            marks[i] = number
    return marks


def _apostrophe(text: str, at: int) -> bool:
    """Whether a mark between letters is an apostrophe."""
    after = text[at + 1 : at + 2]
    return bool(after.isalpha())
