"""Bodies that every state has become those of one state: "the Russian government", "Foreign Ministry".

The state is named before ("Turkey's", "Syrian"), after ("of Ukraine"), or by a person at its head ("the
Obama administration"). Lower-case words without a state are nobody. A capitalised "Foreign Ministry"
without one belongs to the one state whose foreign-ministry people the sentence names, else to the
outlet's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.document import Parse
from detente.extract.mentions.forms import Found
from detente.extract.spans import Span, Tokens
from detente.knowledge.registry import Registry
from detente.records import Actor, When

_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_MODIFIERS = frozenset((
    "central", "federal", "national", "new", "current", "own", "transitional", "interim",
    "military", "civilian", "coalition",
))  # fmt: skip
_ALSO = frozenset((
    "Trade", "Cooperation", "Co-operation", "Worship", "Expatriates", "Integration", "Emigrants",
    "Tourism", "Culture", "Development", "Religion",
))  # fmt: skip
_ONE_MINISTER = "the ministry of the one minister named"
_PERSONAL = frozenset(("government", "presidency"))
_MINISTRIES = ("foreign-ministry", "defence-ministry", "interior-ministry", "finance-ministry")


def find_bodies(
    parse: Parse,
    tokens: Tokens,
    found: Sequence[Found],
    people: Sequence[Span],
    registry: Registry,
    when: When,
) -> list[Span]:
    """Return the spans of general bodies with the state they belong to, in order."""
    ends = {item.last: item for item in found if item.forms}
    starts = {item.first: item for item in found if item.forms}
    persons = {span.last: span for span in people if span.kind == "person"}
    spans: list[Span] = []
    for item in found:
        if item.body is None:
            continue
        body = item.body
        item = _with_also(tokens, item)
        owner = _before(tokens, item, ends, registry)
        if owner is None:
            owner = _after(tokens, item, starts, registry)
        if owner is not None:
            first, last, state = owner
            actor = registry.body_of(state, body)
            spans.append(Span(first, last, "body", "name", actor, "a body of that state"))
            continue
        if item.body == "security-council" and tokens.texts[item.first][0].isupper() and not item.forms:
            spans.append(_council(tokens, item, people, registry, when))
            continue
        if item.body in _PERSONAL:
            span = _of_person(tokens, item, persons, registry, when)
            if span is not None:
                spans.append(span)
                continue
        if item.body in _MINISTRIES and tokens.texts[item.first][0].isupper() and not item.forms:
            guess = _of_sentence(parse, tokens, item, people, registry, when)
            if guess is None and (near := _named_last(tokens, item, found, registry)) is not None:
                guess = near, "the state named last in the sentence"
            if guess is not None:
                actor = registry.body_of(guess[0], item.body)
                spans.append(Span(item.first, item.last, "body", "name", actor, guess[1], 0.7))
            else:
                why = "a ministry whose state is not named"
                spans.append(Span(item.first, item.last, "body", "name", None, why, 0.5))
    return spans


def _with_also(tokens: Tokens, item: Found) -> Found:
    """A ministry with what else it is for: "the Department of Foreign Affairs and Trade"."""
    texts, i = tokens.texts, item.last
    if item.body in _MINISTRIES and texts[i : i + 1] == ["and"] and set(texts[i + 1 : i + 2]) & _ALSO:
        return replace(item, last=i + 2)
    return item


def _named_last(tokens: Tokens, item: Found, found: Sequence[Found], registry: Registry) -> str | None:
    """The state whose name, people or city stands last before a ministry in its sentence."""
    for other in reversed(found):
        if other.last > item.first:
            continue
        if tokens.sents[other.first] != tokens.sents[item.first]:
            return None
        state = _state(other, registry)
        if state is not None and state.state is not None:
            return state.state
        if other.place is not None and other.place.state is not None:
            return other.place.state
    return None


def _council(
    tokens: Tokens, item: Found, people: Sequence[Span], registry: Registry, when: When
) -> Span:
    """A Security Council without a state: that of its secretary in the sentence, else the UN's."""
    actor, why = registry.actors["organisation:unsc"], "no state is named"
    for span in people:
        if span.actor is None or tokens.sents[span.first] != tokens.sents[item.first]:
            continue
        held = registry.office_on(span.actor.id, when)
        if held is not None and held.office.endswith("security-council-secretary"):
            actor, why = registry.body_of(held.state, "security-council"), "its secretary is named"
    return Span(item.first, item.last, actor.kind, "name", actor, why, 0.8)


def _before(
    tokens: Tokens, item: Found, ends: dict[int, Found], registry: Registry
) -> tuple[int, int, str] | None:
    j = item.first
    while j and tokens.texts[j - 1].lower() in _MODIFIERS:
        j -= 1
    possessive = j and tokens.texts[j - 1] in _POSSESSIVE
    if possessive:
        j -= 1
    form = ends.get(j)
    if form is None or tokens.sents[form.first] != tokens.sents[item.first]:
        return None
    actor = _state(form, registry)
    if actor is None or actor.state is None:
        return None
    senses = {f.sense for f in form.forms}
    if not possessive and not senses & {"demonym", "seat"} and "capital" in senses:
        return None
    if not possessive and senses == {"name"}:
        return None
    return form.first, item.last, actor.state


def _after(
    tokens: Tokens, item: Found, starts: dict[int, Found], registry: Registry
) -> tuple[int, int, str] | None:
    """The state after "of": "the government of Ukraine"."""
    j = item.last
    if j + 1 >= len(tokens.texts) or tokens.texts[j].lower() != "of":
        return None
    form = starts.get(j + 1) or starts.get(j + 2) if tokens.texts[j + 1] == "the" else starts.get(j + 1)
    if form is None:
        return None
    actor = _state(form, registry)
    if actor is None or actor.state is None or not {f.sense for f in form.forms} & {"name"}:
        return None
    return item.first, form.last, actor.state


def _state(form: Found, registry: Registry) -> Actor | None:
    for candidate in form.forms:
        actor = registry.actors[candidate.actor_id]
        if actor.kind == "state":
            return actor
    return None


def _of_person(
    tokens: Tokens, item: Found, persons: dict[int, Span], registry: Registry, when: When
) -> Span | None:
    """The government of the head of state or government named before it: "the Assad regime"."""
    j = item.first
    if j and tokens.texts[j - 1] in _POSSESSIVE:
        j -= 1
    span = persons.get(j)
    if span is None or span.actor is None:
        return None
    actor = span.actor
    terms = [
        t
        for t in registry.tenures_of(actor.id)
        if t.office.endswith(("head-of-state", "head-of-government"))
    ]
    if not terms:
        return None
    if j == item.first:
        body = registry.body_of(terms[-1].state, "government")
        return Span(span.first, item.last, "body", "name", body, f"government of {actor.name}")
    return None


def _of_sentence(
    parse: Parse,
    tokens: Tokens,
    item: Found,
    people: Sequence[Span],
    registry: Registry,
    when: When,
) -> tuple[str, str] | None:
    key = {"foreign-ministry": "foreign-minister", "defence-ministry": "defence-minister"}.get(
        item.body or "", ""
    )
    sentence = tokens.sents[item.first]
    near: dict[str, None] = {}
    for span in people:
        if span.actor is None or abs(tokens.sents[span.first] - sentence) > 1:
            continue
        held = registry.office_on(span.actor.id, when)
        if held is not None and held.office.endswith(key) and key:
            head = tokens.head_of(span.first, span.last)
            if tokens.deps[head] == "nsubj" or not near:
                near[held.state] = None
                if tokens.deps[head] == "nsubj":
                    return held.state, _ONE_MINISTER
    if len(near) == 1:
        return next(iter(near)), _ONE_MINISTER
    if parse.article.outlet:
        for actor in registry.find(parse.article.outlet):
            if actor.kind == "body" and actor.state:
                return actor.state, "the outlet's own state"
    return None
