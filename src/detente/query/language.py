"""What a reader types into a search becomes a tree of conditions. It is the same everywhere.

    missile defence                 both words, anywhere in the same thing
    "missile defence"  sanction*    a phrase; the beginning of a word
    Syria AND (talks OR summit)     AND may be left out and binds closer than OR
    Syria NOT Assad, Syria -Assad   without
    by:Lavrov issue:syria           fields; a value of several words stands in quotation marks
    from:2013-02 to:2013-05-07      when it happened; printed-from: and printed-to: when it was printed

AND and NOT are in capitals; "or" between two things is OR in any letters. Other small words ("in",
"of", "who") are asked for in quotation marks or alone, else left out. Nothing here knows names: what
fields hold is resolved by `searching`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from detente.errors import QueryError

FIELDS: Final[dict[str, str]] = {
    "actor": "who takes part or is named",
    "by": "who says, holds or foretells it",
    "state": "a state that takes part or is named",
    "issue": "what it is about",
    "outlet": "who printed it",
    "kind": "article, statement, meeting, position or forecast",
    "from": "the first day on which it happened",
    "to": "the last day",
    "date": "the day, month or year in which it happened",
    "printed-from": "the first day of print",
    "printed-to": "the last day of print",
}
"""The fields, and what each asks for."""
ALSO: Final[dict[str, str]] = {
    "speaker": "by",
    "country": "state",
    "after": "from",
    "since": "from",
    "before": "to",
    "until": "to",
    "on": "date",
}
"""Other names of fields, as readers write them."""
_SMALL = """
    an and are as at be by did do for from had has have he her his how in is it its of on or she that
    the their them they this to was were what when where which who whom whose why with
"""
_LIGHT = frozenset(_SMALL.split())
"""Words that say nothing beside others."""
_DEEPEST = 40
_LONGEST = 2_000
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r'\s*(?:(?P<mark>[()])|(?P<minus>-)(?=[^\s)-])|(?P<quote>")|(?P<word>[^\s()"]+))')
_FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z_-]*):(?P<value>.*)", re.DOTALL)
_OPERATORS = ("AND", "OR", "NOT")
_ENDS, _BEGINS = ("text", "field", ")"), ("text", "field", "(", "-", "NOT")
"""With what something to look for ends and begins."""
_WANTED = 'a word, a "phrase", a field: or ( was expected'


@dataclass(frozen=True, slots=True)
class Text:
    """Words in a row."""

    words: tuple[str, ...]
    """The words."""
    begins: bool
    """Whether the last is the beginning of one."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a field."""

    name: str
    """One of `FIELDS`."""
    value: str
    """As it was written."""
    at: int
    """Character of the query at which it begins, from 1."""


@dataclass(frozen=True, slots=True)
class Both:
    """All of several conditions; with none of them everything."""

    parts: tuple[Tree, ...]
    """The conditions."""


@dataclass(frozen=True, slots=True)
class Either:
    """One of several conditions."""

    parts: tuple[Tree, ...]
    """The conditions."""


@dataclass(frozen=True, slots=True)
class Not:
    """What does not fulfil a condition."""

    part: Tree
    """The condition."""


Tree = Text | Field | Both | Either | Not


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int
    begins: bool = False
    light: bool = False
    """Whether it is a small word that stands in no quotation marks."""


def parse(query: str) -> Tree:
    """Return the conditions of a query; an empty one asks for nothing, which everything fulfils.

    >>> parse("missile -Syria")
    Both(parts=(Text(words=('missile',), begins=False), Not(part=Text(words=('Syria',), begins=False))))

    Raises QueryError with the character at which it cannot go on, and what was expected there.
    """
    if len(query) > _LONGEST:
        raise QueryError(f"a search of {len(query)} characters", f"write at most {_LONGEST}")
    reader = _Reader(query, _tokens(query))
    if reader.peek().kind == "end":
        return Both(())
    tree = reader.either(0)
    if (left := reader.peek()).kind != "end":
        raise _wrong(query, left, "the end or an operator was expected")
    return tree


def positive(tree: Tree) -> list[Text]:
    """Return the words that a query wants to be there, in their order: what is ranked and marked.

    >>> [text.words for text in positive(parse('a NOT b OR "c d"'))]
    [('a',), ('c', 'd')]
    """
    if isinstance(tree, Text):
        return [tree]
    if isinstance(tree, Both | Either):
        return [text for part in tree.parts for text in positive(part)]
    return []


def _wrong(query: str, token: _Token, expected: str) -> QueryError:
    found = "the end" if token.kind == "end" else repr(token.text)
    return QueryError(
        f"search {query!r}: at character {token.at} {expected}, not {found}",
        "put words that hold signs or operators into quotation marks",
    )


def _tokens(query: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while (match := _TOKEN.match(query, at)) is not None:
        begin = match.start(match.lastgroup or 0)
        at = match.end()
        if match["mark"] or match["minus"]:
            found.append(_Token(match[match.lastgroup or 0], match[match.lastgroup or 0], begin + 1))
        elif match["quote"]:
            text, at = _quoted(query, begin)
            found.append(_phrase(query, text, begin))
        else:
            token, at = _word(query, match["word"], begin, at)
            found.append(token)
    found.append(_Token("end", "", len(query) + 1))
    return [_or(*some) for some in zip([None, *found], found, [*found[1:], None], strict=False)]


def _or(before: _Token | None, token: _Token, after: _Token | None) -> _Token:
    """Return the operator that a small "or" between two things is."""
    between = before and before.kind in _ENDS and after and after.kind in _BEGINS
    if token.light and token.text == "or" and between:
        return _Token("OR", token.text, token.at)
    return token


def _quoted(query: str, begin: int) -> tuple[str, int]:
    """Return what stands in quotation marks from a place on, and where it ends."""
    end = query.find('"', begin + 1)
    if end < 0:
        raise QueryError(
            f"search {query!r}: at character {len(query) + 1} the other quotation mark was expected: "
            f"one was opened at character {begin + 1}",
            "close it, or leave it out",
        )
    return query[begin + 1 : end], end + 1


def _phrase(query: str, text: str, begin: int) -> _Token:
    if not _WORD.search(text):
        raise _wrong(query, _Token("text", f'"{text}"', begin + 1), "a phrase with a word was expected")
    return _Token("text", text, begin + 1)


def _word(query: str, word: str, begin: int, at: int) -> tuple[_Token, int]:
    """Return a word, an operator, or a field with its value."""
    if word in _OPERATORS:
        return _Token(word, word, begin + 1), at
    match = _FIELD.fullmatch(word)
    if match is None or match["value"].startswith("//"):
        if not _WORD.search(word):
            raise _wrong(query, _Token("text", word, begin + 1), _WANTED)
        light = word.lower() in _LIGHT and not (word.isupper() and len(word) > 1)
        return _Token("text", word.rstrip("*"), begin + 1, word.endswith("*"), light), at
    name, value = match["name"].lower(), match["value"]
    name = ALSO.get(name, name)
    if name not in FIELDS:
        raise QueryError(
            f"search {query!r}: at character {begin + 1} there is no field {name!r}",
            f"fields are {', '.join(FIELDS)}; put words with a colon into quotation marks",
        )
    if not value and query[at : at + 1] == '"':
        value, at = _quoted(query, at)
    if not value.strip():
        raise QueryError(
            f"search {query!r}: at character {begin + len(name) + 2} a value for {name}: was expected",
            f"{name}: is {FIELDS[name]}",
        )
    return _Token("field", f"{name}:{value.strip()}", begin + 1), at


class _Reader:
    """Reads tokens by the grammar: OR of ANDs of things that may be negated."""

    def __init__(self, query: str, tokens: list[_Token]) -> None:
        self._query = query
        self._tokens = tokens
        self._next = 0

    def peek(self) -> _Token:
        """Return the next token."""
        return self._tokens[self._next]

    def take(self) -> _Token:
        """Return the next token and go on."""
        token = self.peek()
        self._next += 1
        return token

    def either(self, depth: int) -> Tree:
        """Read conditions of which one is enough."""
        if depth > _DEEPEST:
            raise _wrong(self._query, self.peek(), f"no more than {_DEEPEST} brackets were expected")
        parts = [self.both(depth)]
        while self.peek().kind == "OR":
            self.take()
            parts.append(self.both(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def both(self, depth: int) -> Tree:
        """Read conditions that must all hold."""
        parts: list[Tree] = []
        heavy: list[Tree] = []
        while not parts or self.peek().kind not in ("OR", ")", "end"):
            if parts and self.peek().kind == "AND":
                self.take()
            light = self.peek().light
            parts.append(self.one(depth))
            heavy += [] if light else [parts[-1]]
        parts = heavy or parts
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def one(self, depth: int) -> Tree:
        """Read one condition, which may be negated."""
        negated = False
        while self.peek().kind in ("NOT", "-"):
            negated = not negated
            self.take()
        found = self.plain(depth)
        return Not(found) if negated else found

    def plain(self, depth: int) -> Tree:
        """Read words, a field, or what stands in brackets."""
        token = self.take()
        if token.kind == "text":
            return Text(tuple(_WORD.findall(token.text)), token.begins)
        if token.kind == "field":
            name, _, value = token.text.partition(":")
            return Field(name, value, token.at)
        if token.kind != "(":
            raise _wrong(self._query, token, _WANTED)
        found = self.either(depth + 1)
        if (end := self.take()).kind != ")":
            raise _wrong(self._query, end, f") was expected: one ( was opened at character {token.at}")
        return found
