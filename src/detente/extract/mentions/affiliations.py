"""People whom the registry does not know are given what the article says of them.

"Ada Sample, a professor at the Institute of Peace in Oslo", "Alexander Panov, former Russian
deputy foreign minister", "The chairman of the council, Fedor Lukyanov", "Professor Stefan Hedlund".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.document import Parse
from detente.extract.spans import Span, Tokens
from detente.knowledge.names import fold
from detente.knowledge.roles import is_role
from detente.records import Actor

_STOP_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "VB"))
_STOP_WORDS = frozenset((
    ";", ":", "—", "–", "--", "(", ")", "who", "which", "that", "said", "says", '"', "”", "“", "’",
    "‘",
))  # fmt: skip
_LIMIT = 26
_OF_TIME = frozenset(("IN", "TO", "RB", "WRB", "CC", "PRP", "EX", "RP"))
"""Tags that open no noun phrase: "during her tenure as", "in her time as minister"."""
_ONCE = frozenset(("then", "once", "formerly", "now", "currently", "of"))
"""Words that may stand before what somebody is or was: "then the foreign minister"."""


def with_affiliations(
    parse: Parse, tokens: Tokens, spans: Sequence[Span], actors: Sequence[Actor]
) -> dict[str, Actor]:
    """Return the local persons by id, each with the first description that stands by its name."""
    known = {actor.id: actor for actor in actors}
    for span in spans:
        actor = span.actor
        if actor is None or actor.id not in known or known[actor.id].affiliation:
            continue
        said = _said_of(parse, tokens, span)
        if said:
            known[actor.id] = replace(known[actor.id], affiliation=said)
    return known


def descriptions(tokens: Tokens, spans: Sequence[Span]) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return the tokens of what stands by each name of a person, by the name's first token.

    The title or the phrase before it, and the apposition after it.
    """
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    for span in spans:
        if span.kind == "person" and span.actor is not None:
            both = (phrase_before(tokens, span.first, span.last), _after(tokens, span))
            found[span.first] = tuple(words for words in both if words is not None)
    return found


def _said_of(parse: Parse, tokens: Tokens, span: Span) -> str | None:
    found = _after(tokens, span) or phrase_before(tokens, span.first, span.last)
    if found is None:
        return None
    words = parse.doc[found[0] : found[1]].text
    return None if fold(words) == "" else words


def _after(tokens: Tokens, span: Span) -> tuple[int, int] | None:
    """What follows a name: an apposition, or what somebody "is" or "was"."""
    texts = tokens.texts
    after = span.last
    if after + 1 < len(texts) and texts[after] == "," and tokens.tags[after + 1][0] != "V":
        found = _phrase(tokens, after + 1, span)
        if found is not None:
            return found
    if (
        after + 2 < len(texts)
        and texts[after] in ("is", "was")
        and tokens.deps[after] in ("ROOT", "ccomp")
    ):
        start = after + 1
        found = _phrase(tokens, start, span)
        if found is not None and tokens.tags[start] in ("DT", "NN", "NNP", "JJ"):
            return found
    return None


def _phrase(tokens: Tokens, first: int, span: Span) -> tuple[int, int] | None:
    """The noun phrase with a role that starts at a token, up to the comma or verb that ends it.

    None where the words say when or how, not what somebody is: ", during her tenure as minister".
    """
    if tokens.tags[first] in _OF_TIME and tokens.texts[first].lower() not in _ONCE:
        return None
    sent = tokens.sents[span.first]
    last, role = first, False
    while last < len(tokens.texts) and tokens.sents[last] == sent and last < first + _LIMIT:
        text, tag = tokens.texts[last], tokens.tags[last]
        lower = text.lower()
        if text == ",":
            if role and last + 2 < len(tokens.texts) and _goes_on(tokens, last):
                last += 1
                continue
            break
        if lower in _STOP_WORDS or (tag in _STOP_TAGS and lower not in ("us", "s")):
            break
        if text == "." and last + 1 < len(tokens.texts) and tokens.sents[last + 1] != sent:
            break
        if tokens.deps[last] in ("nsubj", "nsubjpass") and not role and last > first + 1:
            return None
        lemma = tokens.lemmas[last].lower()
        role = role or is_role(lemma, "office") or is_role(lemma, "profession")
        if not role and last - first > 8:
            return None
        last += 1
    while last > first and tokens.texts[last - 1] in (".", ",", "and", "but"):
        last -= 1
    if not role or last <= first:
        return None
    return first, last


def _goes_on(tokens: Tokens, comma: int) -> bool:
    """Whether a place of the phrase follows a comma: "Uppsala University, Sweden"."""
    return tokens.tags[comma + 1] in ("NNP",) and tokens.texts[comma + 2] in (",", ".")


def phrase_before(tokens: Tokens, begin: int, end: int) -> tuple[int, int] | None:
    """Return the tokens right before a name: a title, or a phrase that it is the apposition of.

    The name is the tokens from `begin` up to `end`; None where nothing before it says a role.
    """
    texts, sent = tokens.texts, tokens.sents[begin]
    j = begin - 1
    comma = j >= 0 and texts[j] == ","
    if comma:
        j -= 1
    stop = j
    role = False
    while j >= 0 and tokens.sents[j] == sent and stop - j < _LIMIT:
        text, tag = texts[j], tokens.tags[j]
        if (
            text == ","
            or text.lower() in _STOP_WORDS
            or tag in _STOP_TAGS
            or (tag == "CC" and not comma)
        ):
            break
        if not comma and tag == "IN":
            break
        lemma = tokens.lemmas[j].lower()
        role = role or is_role(lemma, "office") or is_role(lemma, "profession")
        j -= 1
    first = j + 1
    if (
        not role
        or first > stop
        or (
            comma
            and tokens.deps[tokens.head_of(begin, end)] == "nsubj"
            and tokens.texts[first].lower() not in ("the", "a", "an")
        )
    ):
        return None
    if comma and not _names_a_role_early(tokens, first, stop):
        return None
    return first, stop + 1


def _names_a_role_early(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the role is the head of the phrase, not something inside it."""
    head = tokens.head_of(first, stop + 1)
    lemma = tokens.lemmas[head].lower()
    return is_role(lemma, "office") or is_role(lemma, "profession")
