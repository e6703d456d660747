"""Numbers of a clause become the magnitude of an act: killed, arrested, expelled, sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from detente.document import Parse
from detente.extract.events.phrases import conjuncts, is_body
from detente.records import Magnitude

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal[
    "killed",
    "injured",
    "arrested",
    "expelled",
    "released",
    "abducted",
    "displaced",
    "deployed",
    "money",
]
Bound = Literal["exactly", "about", "at least", "at most"]
_KINDS: dict[str, Kind] = {
    "kill": "killed", "murder": "killed", "massacre": "killed", "execute": "killed", "shoot": "killed",
    "slaughter": "killed", "die": "killed", "wound": "injured", "injure": "injured",
    "arrest": "arrested", "detain": "arrested", "jail": "arrested", "imprison": "arrested",
    "expel": "expelled", "deport": "expelled", "release": "released", "free": "released",
    "pardon": "released", "kidnap": "abducted", "abduct": "abducted", "displace": "displaced",
    "deploy": "deployed", "send": "deployed", "dispatch": "deployed", "mobilize": "deployed",
    "mobilise": "deployed",
}  # fmt: skip
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_WORDS = {word: float(number) for number, word in enumerate(_UNITS.split())} | {
    "a": 1.0, "an": 1.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0,
    "eighty": 80.0, "ninety": 90.0, "dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6,
    "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
_SCALES = ("dozen", "hundred", "thousand", "million", "billion", "trillion")
_FORCES = frozenset(
    ("troop", "soldier", "peacekeeper", "marine", "policeman", "officer", "observer", "force")
)
_CURRENCIES = {
    "$": "USD", "us$": "USD", "dollar": "USD", "€": "EUR", "euro": "EUR", "£": "GBP", "pound": "GBP",
    "¥": "JPY", "yen": "JPY", "rouble": "RUB", "ruble": "RUB", "yuan": "CNY", "rupee": "INR",
    "franc": "CHF", "c$": "CAD", "a$": "AUD",
}  # fmt: skip
_HEDGES: tuple[tuple[str, Bound], ...] = (
    ("at least", "at least"), ("more than", "at least"), ("over", "at least"), ("no fewer", "at least"),
    ("up to", "at most"), ("at most", "at most"), ("fewer than", "at most"), ("less than", "at most"),
    ("nearly", "about"), ("almost", "about"), ("about", "about"), ("some", "about"),
    ("around", "about"), ("roughly", "about"), ("approximately", "about"),
)  # fmt: skip
_PLAIN = re.compile(r"\d[\d,]*(?:\.\d+)?$")


def magnitudes(trigger: Token, parse: Parse) -> tuple[Magnitude, ...]:
    """Return what the clause of a verb counts, in order; empty when it counts nothing.

    People are counted where the verb says what was done to them ("expelled four diplomats", "killing
    at least 30"), money wherever the clause names a sum. "Dozens" and "hundreds" are no number.
    """
    found: list[Magnitude] = []
    for verb in _clause(trigger):
        kind = _KINDS.get(verb.lemma_)
        if kind is not None:
            for head in _counted(verb):
                if one := _people(head, kind, parse):
                    found.append(one)
    found += _money(trigger, parse)
    unique = {(one.start, one.kind): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: one.start))


def _clause(trigger: Token) -> Iterator[Token]:
    """Yield a verb, and what is told with it: "opened fire, killing two and wounding five"."""
    yield trigger
    for child in trigger.children:
        if child.dep_ in ("advcl", "conj", "xcomp") and child.pos_ == "VERB":
            yield from _clause(child)


def _counted(verb: Token) -> Iterator[Token]:
    wanted = ("nsubj", "nsubjpass") if verb.lemma_ == "die" else ("dobj", "nsubjpass")
    for child in verb.children:
        if child.dep_ in wanted:
            yield child
            yield from conjuncts(child)


def _people(head: Token, kind: Kind, parse: Parse) -> Magnitude | None:
    if kind == "deployed" and head.lemma_ not in _FORCES:
        return None
    first = next((c for c in head.children if c.dep_ == "nummod"), None)
    if first is None and head.pos_ == "NUM":
        first = head
    if first is None or not (is_body(head) or head.pos_ in ("NUM", "NOUN", "PROPN")):
        return None
    value = _value(first)
    if value is None or value != int(value):
        return None
    low = min([first.left_edge.i, head.left_edge.i])
    return _made(kind, value, "persons", parse, min(low, first.i), max(head.i, first.i) + 1, first)


def _money(trigger: Token, parse: Parse) -> Iterator[Magnitude]:
    for token in trigger.subtree:
        unit = _CURRENCIES.get(token.lower_) or _CURRENCIES.get(token.lemma_.lower())
        if unit is None:
            continue
        number = next((c for c in token.children if c.pos_ == "NUM"), None)
        if number is None and token.head.pos_ == "NUM":
            number = token.head
        if number is None or (value := _value(number)) is None:
            continue
        ends = (token.i, number.i, number.left_edge.i)
        last = max(token.i, number.i, *(c.i for c in number.children if c.pos_ == "NUM"))
        yield _made("money", value, unit, parse, min(ends), last + 1, number)


def _made(
    kind: Kind, value: float, unit: str, parse: Parse, first: int, last: int, number: Token
) -> Magnitude:
    evidence = parse.token_evidence(first, last)
    before = parse.doc[max(0, first - 2) : number.i + 1].text.lower()
    bound: Bound = next((b for words, b in _HEDGES if re.search(rf"\b{words}\b", before)), "exactly")
    return Magnitude(kind, value, unit, bound, evidence.quote, evidence.start, evidence.end)


def _value(number: Token) -> float | None:
    """Return the number that a token and those under it spell: "1.5 billion", "two hundred"."""
    parts = [c for c in number.children if c.pos_ == "NUM" and c.dep_ in ("compound", "nummod")]
    words = [t.lower_ for t in sorted([*parts, number], key=lambda t: t.i)]
    whole: float | None = None
    for word in words:
        if _PLAIN.match(word):
            whole = float(word.replace(",", ""))
        elif word in _SCALES:
            whole = (whole or 1.0) * _WORDS[word]
        elif word in _WORDS:
            whole = (whole or 0.0) + _WORDS[word]
        else:
            return None
    return whole
