"""Capitalised sequences that end in a word for an organisation become one organisation.

"Peace Research Institute", "Moscow Helsinki Group", "Russian Council on Foreign and Defense Policy":
the capital or people inside the name is neither a state nor a place then. What the registry knows under
the whole name stays what it is there.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.document import Parse
from detente.extract.mentions.forms import Found
from detente.extract.spans import Span, Tokens
from detente.knowledge.registry import Registry
from detente.knowledge.roles import is_role
from detente.records import Actor, make_id

HEADS = frozenset((
    "committee", "institute", "council", "party", "university", "bank", "corp", "corp.", "inc",
    "inc.", "group", "center", "centre", "association", "foundation", "agency", "commission",
    "union", "federation", "league", "fund", "organization", "organisation", "society", "academy",
    "company", "co.", "ltd", "ltd.", "plc", "service", "command", "alliance", "coalition",
    "initiative", "board", "bureau", "authority", "college", "museum", "trust", "movement",
    "front", "brigade", "brigades", "airlines", "airways", "motors", "endowment", "project",
    "watch", "monitor", "observatory", "tribunal", "consortium", "chamber", "network", "studies",
    "forum", "school", "program", "programme", "circle", "guild", "confederation", "directorate",
    "secretariat", "syndicate", "caucus", "section",
))  # fmt: skip
_JOINERS = frozenset(("of", "for", "on", "and", "&", "against"))
_LEFT_LIMIT = 6
_RIGHT_LIMIT = 9


def find_organised(
    parse: Parse, tokens: Tokens, found: Sequence[Found], people: Sequence[Span], registry: Registry
) -> tuple[list[Span], list[Actor]]:
    """Return the organisations that the registry does not know, and an actor for each."""
    texts, sents = tokens.texts, tokens.sents
    persons = {i for span in people if span.kind == "person" for i in range(span.first, span.last)}
    settled = {
        i
        for span in people
        if span.kind in ("body", "organisation") and span.actor is not None
        for i in range(span.first, span.last)
    }
    known: dict[int, Found] = {}
    for item in found:
        if item.forms or (item.place is not None and item.last - item.first > 1):
            known.update(dict.fromkeys(range(item.first, item.last), item))
    spans: list[Span] = []
    actors: dict[str, Actor] = {}
    reached = 0
    for i, text in enumerate(texts):
        if not text[0].isupper() or text.lower() not in HEADS or sents[i] < 0 or i < reached:
            continue
        if i in persons or (i in settled and not _is_longer(tokens, i, known)):
            continue
        if i in known and known[i].last - known[i].first > 1 and not _is_longer(tokens, i, known):
            continue
        if tokens.tags[i] not in ("NNP", "NNPS", "NN"):
            continue
        first, named = _left(tokens, i, persons, known)
        last = _right(tokens, i + 1, persons)
        if (first == i and last == i + 1) or (not named and last == i + 1):
            continue
        name = parse.doc[first:last].text
        state = _state(first, i, known, registry)
        actor = actors.setdefault(
            name,
            Actor(
                make_id("local", parse.article.id, name), "organisation", name, state,
                article=parse.article.id,
            ),
        )  # fmt: skip
        spans.append(Span(first, last, "organisation", "name", actor, "words of an organisation", 0.75))
        reached = last
    return spans, list(actors.values())


def _is_longer(tokens: Tokens, i: int, known: dict[int, Found]) -> bool:
    """Whether a name of the registry is the end of a longer one: the Liberal Democratic Party."""
    item = known.get(i)
    if item is None or item.body is not None or not any(f.sense == "name" for f in item.forms):
        return False
    before = item.first - 1
    if item.last - item.first != 2 or before < 0 or tokens.sents[before] != tokens.sents[i]:
        return False
    text = tokens.texts[before]
    proper = tokens.tags[before] in ("NNP", "JJ") and text[0].isupper() and before not in known
    return proper and text.lower() != "the" and not is_role(text.lower(), "title")


def _left(tokens: Tokens, i: int, persons: set[int], known: dict[int, Found]) -> tuple[int, bool]:
    """The first token of the name, and whether a word of its own stands before the head."""
    first, named = i, False
    j = i - 1
    while j >= 0 and i - j <= _LEFT_LIMIT and tokens.sents[j] == tokens.sents[i] and j not in persons:
        text = tokens.texts[j]
        if text[0].isupper() and text.lower() != "the" and not is_role(text.lower(), "title"):
            first, named = j, True
            j -= 1
        elif text in ("&", "-") or (
            text == "and" and j and tokens.texts[j - 1][0].isupper() and first < i
        ):
            if not tokens.texts[j - 1][0].isupper() or j - 1 in persons or j - 1 in known:
                break
            j -= 1
        else:
            break
    while first < i and first in known and known[first].first < first:
        first = known[first].first
    if first in known and named and tokens.texts[first + 1] in ("'s", "’s"):
        first += 2
    return first, named


def _right(tokens: Tokens, i: int, persons: set[int]) -> int:
    """One past "of ...", "for ... and ...", "on ..." after the head."""
    last, count = i, len(tokens.texts)
    j = i
    while j < count and j - i < _RIGHT_LIMIT and tokens.sents[j] == tokens.sents[i - 1]:
        lower = tokens.texts[j].lower()
        if j in persons:
            break
        if lower in _JOINERS or (lower == "the" and j > i):
            if j == i and lower == "and":
                break
            j += 1
        elif tokens.texts[j][0].isupper() and j > i:
            j += 1
            last = j
        else:
            break
    return last


def _state(first: int, head: int, known: dict[int, Found], registry: Registry) -> str | None:
    """The state whose adjective opens the name."""
    item = known.get(first)
    if item is None or item.last > head:
        return None
    for form in item.forms:
        if form.sense == "demonym":
            return registry.actors[form.actor_id].state
    return None
