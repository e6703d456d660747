"""Who takes part in a contact: those named beside its noun, those understood, the two named before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.document import Dated, Parse, Sent
from detente.extract.cast import Cast
from detente.extract.clauses import (
    SUBJECTS,
    agent_of,
    is_passive,
    listed_states,
    objects,
    parties,
    unique,
)
from detente.extract.meetings.doers import SPANS, doer_of
from detente.extract.meetings.words import (
    NOUNS,
    TIME_PREPS,
    Form,
)
from detente.knowledge.registry import registry
from detente.records import Participant, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Context:
    """What every rule reads."""

    parse: Parse
    """The article."""
    cast: Cast
    """Who is named where."""
    dated: Sequence[Dated]
    """Its dates."""
    statements: Sequence[Statement]
    """Its statements: for "I" and "we"."""


_OFFICIALS = frozenset(
    ("minister", "secretary", "official", "diplomat", "president", "leader", "negotiator",
     "delegation", "expert", "representative", "envoy", "chief", "general", "premier", "scientist")
)  # fmt: skip
_KIN = frozenset(
    ("father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "uncle", "cousin",
     "predecessor", "successor", "rival", "host", "guest", "friend", "ally")
)  # fmt: skip
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_CROWDS = frozenset(
    ("defender", "campaigner", "survivor", "businessman", "activist", "lawyer", "writer", "student",
     "dissident", "prisoner", "moderate", "separatist", "islander", "lawmaker", "senator", "survivor",
     "relative", "veteran", "bishop", "rabbi", "scholar", "scientist", "journalist", "parent")
)  # fmt: skip
_LEADERS = re.compile(
    r"(?:President|Prime Minister|Chancellor|King|Queen|Emir|Premier|General Secretary|Crown Prince)\b"
)
_FOREIGN = re.compile(
    r"(?:Foreign Minister|Minister of Foreign Affairs|Foreign Secretary|Secretary of State)\b"
)
_LED = frozenset(("delegation", "team", "mission", "party", "group", "side"))
_SIDES = frozenset(("side", "delegation", "country", "government", "capital"))


def beside(context: Context, noun: Token, govern: Token | None, form: Form) -> list[Participant]:
    """Return who is named beside the noun: its possessor, those after with, between, of; A-B talks."""
    heads: list[Token | None] = []
    for child in noun.children:
        if child.dep_ == "poss":
            heads.append(child)
        elif child.dep_ in ("compound", "nmod", "amod", "npadvmod") and child.i < noun.i:
            pair = _pair(context, child, noun)
            heads += pair
        elif child.dep_ == "relcl":
            subject = next((c for c in child.children if c.dep_ in SUBJECTS), None)
            if subject is not None and subject.tag_ not in ("WDT", "WP"):
                heads.append(subject)
            heads += list(objects(child, "with", "between"))
        elif child.dep_ == "acl":
            heads += list(objects(child, "with", "between"))
    preps = ["with", "between", "among"]
    preps += ["from", "to"] if form == "call" else []
    preps += ["of", "by"] if form in ("meeting", "summit") else ["by"]
    heads += list(objects(noun, *preps))
    for token in noun.children:
        if token.dep_ == "prep":
            for inner in token.children:
                if inner.dep_ == "pobj" and inner.pos_ == "PROPN":
                    heads += list(objects(inner, "with", "between"))
        if token.dep_ in ("appos", "conj") and token.lemma_ in NOUNS:
            heads += list(objects(token, "with", "between"))
    if govern is not None:
        heads += list(objects(govern, "with", "between"))
        for child in govern.children:
            if child.dep_ in ("prep", "npadvmod") and child.i > noun.i:
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        heads += list(objects(inner, "with"))
    return parties_of(context, heads)


def _pair(context: Context, child: Token, noun: Token) -> list[Token | None]:
    """Return two names joined by a hyphen before a noun: the Kerry-Putin meeting, US-Russia talks."""
    doc = context.parse.doc
    first = child.left_edge.i
    names = [i for i in range(first, noun.i) if context.cast.at(i) is not None]
    starts: list[Token | None] = []
    seen = set()
    for i in names:
        named = context.cast.at(i)
        if named is not None and named.first not in seen:
            seen.add(named.first)
            starts.append(doc[named.last - 1])
    if len(starts) == 2 and starts[0] is not None and starts[1] is not None:
        between = doc[starts[0].i + 1 : starts[1].i].text.strip()
        if between in ("-", "–", "—", "/", ""):
            return starts
    return []


def pair_before(context: Context, noun: Token, sent: Sent) -> list[Participant]:
    """Return the last two people joined by "and" before "their" in the sentence."""
    for i in range(noun.i - 1, sent.first - 1, -1):
        token = context.parse.doc[i]
        if any(child.dep_ == "conj" for child in token.rights):
            people = [p for p in parties_of(context, [token]) if p.kind == "person"]
            if len(people) == 2:
                return people
    return []


def understood(context: Context, noun: Token, verb: Token, governed: bool) -> list[Participant]:
    """Return who takes part as the subject: X held a meeting with Y; X said after talks with Y."""
    if not governed:
        at = noun
        if at.dep_ == "conj":
            at = at.head
        if at.dep_ == "pobj" and at.head.lower_ == "of" and at.head.head.lemma_ in SPANS:
            at = at.head.head  # after three days of talks
        if at.dep_ not in ("pobj", "pcomp") or at.head.lower_ not in TIME_PREPS:
            if not (
                at.dep_ == "pobj"
                and at.head.lower_ == "to"
                and at.head.head.lemma_ in ("reply", "return")
            ):
                return []
        elif at.head.dep_ not in ("prep", "mark", "advmod", "pcomp") and at.head.tag_ not in (
            "VBG",
            "IN",
        ):
            return []
    if verb.lower_ == "following" and verb.head.pos_ == "VERB":
        verb = verb.head
    if is_passive(verb) and governed:
        agent = agent_of(verb)
        return parties_of(context, [agent] if agent is not None else [])
    return parties_of(context, [doer_of(verb)])


def is_two(subject: Token) -> bool:
    """Say whether a subject means two: they, the two, both, the two presidents, the two men."""
    return subject.lower_ in ("two", "both", "pair", "they") or any(
        c.lower_ in ("two", "both") for c in subject.children
    )


def two_before(context: Context, sent: Sent) -> list[Participant]:
    """Return the two people named last before "the two", in the sentence or two before it."""
    for back in (1, 2, 3):
        sents = context.parse.sents[max(0, sent.number - 1 - back) : sent.number - 1]
        sents = tuple(s for s in sents if s.role == "body")
        tokens = [context.parse.doc[i] for s in sents for i in range(s.first, s.last)]
        named = parties_of(context, [t for t in tokens if context.cast.at(t.i)])
        people = unique(p for p in named if p.kind == "person" and p.actor_id)
        if len(people) == 2:
            return people
        if len(people) > 2:
            return []
    return []


def they(context: Context, sent: Sent, pronoun: Token) -> list[Participant]:
    """Return the people that "they" means: several named as one before it, else before it."""
    for i in range(pronoun.i - 1, sent.first - 1, -1):
        token = context.parse.doc[i]
        named = context.cast.at(i)
        if (named is not None and len(named.members) >= 2) or any(
            child.dep_ == "conj" for child in token.rights
        ):
            people = [p for p in parties_of(context, [token]) if p.kind == "person" and p.actor_id]
            if len(people) >= 2:
                return people
    return two_before(context, sent)


def several_before(context: Context, sent: Sent, subject: Token) -> list[Participant]:
    """Return whom "the four leaders" means: as many, joined by "and", the last so told before."""
    count = next((_COUNTS[c.lower_] for c in subject.children if c.lower_ in _COUNTS), 0)
    if count == 0:
        return []
    for before in reversed(context.parse.sents[: sent.number - 1]):
        if before.role not in ("body", "title", "dek"):
            continue
        for token in context.parse.doc[before.first : before.last]:
            if token.dep_ == "conj" or not any(c.dep_ == "conj" for c in token.rights):
                continue
            first = token.head if token.dep_ == "appos" else token
            joined = [*dict.fromkeys((first, token)), *_chain(token)]
            if len(joined) != count:
                continue
            head = first.head.head if first.head.lower_ == "of" else None
            named = parties_of(context, [head if head is not None else token])
            if len([p for p in named if p.actor_id]) == count:
                return named
    return []


def _chain(token: Token) -> list[Token]:
    found: list[Token] = []
    for child in token.rights:
        if child.dep_ == "conj":
            found += [child, *_chain(child)]
    return found


def are_people(participants: Sequence[Participant]) -> bool:
    """Say whether these are people known by name, and some at all."""
    return bool(participants) and all(p.kind == "person" and p.actor_id for p in participants)


def parties_of(context: Context, heads: Sequence[Token | None]) -> list[Participant]:
    """Return the actors that phrases stand for, as `clauses.parties` has them.

    "American and Russian officials" are their states; "activists, among them X" is also X; a state
    that only owns what follows ("Britain's envoy") is none.
    """
    found: list[Participant] = []
    for head in heads:
        if head is None:
            continue
        named = (
            _states_of(context, head)
            or _apposed(context, head)
            or parties([head], context.parse, context.cast, context.statements)
        )
        if led := _led_by(context, head):
            named = led
        if others := [*listed_states(head, context.cast), *_listed_people(context, head)]:
            named = [*named, *parties(others, context.parse, context.cast, context.statements)]
        for child in head.children:
            if child.dep_ == "appos":  # the president, X, and the minister, Y
                joined = [c for c in child.conjuncts if c.i > child.i]
                named = [*named, *parties(joined, context.parse, context.cast, context.statements)]
        both = any(c.lower_ in ("two", "both") for c in head.children)
        if both and head.lemma_ in _SIDES and not any(p.actor_id for p in named):
            named = two_states(context)
        if not any(p.actor_id for p in named) and head.tag_ == "NNS" and head.lemma_ in _CROWDS:
            crowd = context.cast.of(head)
            words = context.parse.doc[head.left_edge.i : head.i + 1].text
            named = [replace(crowd, kind="group", name=words)]
        if head.tag_ in ("NNS", "NNPS"):
            named = [*named, *_among_them(context, head)]
        found += named
    text = context.parse.article.text
    owners = [p for p in found if p.kind == "state" and text[p.end : p.end + 2] in ("'s", "’s")]
    return unique(p for p in found if p not in owners)


def _listed_people(context: Context, head: Token) -> list[Token]:
    """Return the people that the parser takes for appositions of the first: "X, Y and Z signed"."""
    first = context.cast.at(head.i)
    if first is None or first.actor is None or first.actor.kind != "person":
        return []
    found = []
    for child in head.rights:
        other = context.cast.at(child.i) if child.dep_ == "appos" else None
        if other is None or other.actor is None or other.actor.kind != "person":
            continue
        rest = child.conjuncts
        if other.actor.id != first.actor.id and rest and child.pos_ == "PROPN":
            found += [child, *rest]
    return found


def _led_by(context: Context, head: Token) -> list[Participant]:
    """Return who leads an unnamed party: a delegation led by X, a team under X."""
    if head.lemma_ not in _LED or context.cast.at(head.i) is not None:
        return []
    chiefs = [
        agent
        for child in head.children
        if child.dep_ == "acl" and child.lemma_ in ("lead", "head")
        for agent in (agent_of(child),)
    ]
    chiefs += list(objects(head, "under"))
    found = parties([c for c in chiefs if c is not None], context.parse, context.cast, ())
    return [p for p in found if p.kind == "person" and p.actor_id]


def _apposed(context: Context, head: Token) -> list[Participant]:
    """Return the person whom a nation or a tie announces: "another American, X", "his father, X"."""
    named = context.cast.at(head.i)
    nation = named is not None and named.mention.form == "demonym"
    if not (nation or head.lemma_ in _KIN) or head.tag_ in ("NNS", "NNPS"):
        return []
    people = [c for c in head.children if c.dep_ == "appos" and context.cast.of(c).kind == "person"]
    found = parties(people[:1], context.parse, context.cast, context.statements)
    code = named.actor.state if nation and named is not None and named.actor is not None else None
    return [replace(p, state=p.state or code) for p in found]


def _states_of(context: Context, head: Token) -> list[Participant]:
    """Return the states of officials without a name: "the foreign ministers of A and B"."""
    if head.tag_ != "NNS" or head.lemma_ not in _OFFICIALS:
        return []
    named = context.cast.at(head.i)
    if named is not None and (named.members or named.actor):
        return []
    found = []
    for token in _phrase_of(head):
        here = context.cast.at(token.i)
        if here is None or here.actor is None:
            continue
        if here.actor.kind == "state":
            found += [p for p in [state_at(context, token, here.actor.state)] if p is not None]
        elif here.actor.kind == "organisation":
            found.append(context.cast.participant(here))
    states = unique(found)
    if len(states) < 2:
        return []
    return _holders(context, head, states) or states


def _holders(context: Context, head: Token, states: Sequence[Participant]) -> list[Participant]:
    """Return the people the article names for "the leaders of A and B": all of them, or none."""
    kind = _LEADERS if head.lemma_ in ("leader", "president") else None
    if head.lemma_ == "minister" and any(c.lower_ == "foreign" for c in head.children):
        kind = _FOREIGN
    if kind is None:
        return []
    found = []
    for state in states:
        one = named_for(context, state.state, kind)
        if one is None:
            return []
        found.append(one)
    return found


def named_for(context: Context, state: str | None, office: re.Pattern[str]) -> Participant | None:
    """Return the first person of the article who holds an office of a kind for a state."""
    for named in context.cast.named:
        if named.actor is not None and named.actor.kind == "person" and state is not None:
            one = context.cast.participant(named)
            if one.state == state and office.match(one.office or ""):
                return one
    return None


def two_states(context: Context) -> list[Participant]:
    """Return the two states an article is about, for "the two sides"; none where a third is near."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for named in context.cast.named:
        if named.actor is not None and named.mention.kind != "place":
            code = context.cast.participant(named).state
            if code is not None:
                counts[code] += 1
                first.setdefault(code, named.first)
    top = counts.most_common(3)
    if len(top) < 2 or (len(top) == 3 and top[2][1] * 2 > top[1][1]):
        return []
    doc = context.parse.doc
    found = [state_at(context, doc[first[code]], code) for code, _ in top[:2]]
    return [one for one in found if one is not None]


def _phrase_of(head: Token) -> list[Token]:
    """Return the tokens of a phrase without the clauses that hang on it."""
    found, stack = [], [head]
    while stack:
        token = stack.pop()
        found.append(token)
        stack += [
            c
            for c in token.children
            if c.dep_ in ("amod", "nmod", "compound", "conj", "prep", "pobj", "appos")
        ]
    return sorted(found, key=lambda token: token.i)


def _among_them(context: Context, head: Token) -> list[Participant]:
    """Return the people named after "among them", "including" behind a plural."""
    doc = context.parse.doc
    end = context.parse.sent_of(head.i).last
    for i in range(head.i + 1, min(end, head.i + 12)):
        words = doc[i : i + 2].text.lower()
        if words == "among them" or words.startswith(("including ", "such as")):
            people = []
            for j in range(i + 1, min(end, i + 14)):
                if doc[j].pos_ in ("VERB", "AUX") and doc[j].lower_ != "including":
                    break
                named = context.cast.at(j)
                if named is not None and named.last == j + 1:
                    people += [p for p in [context.cast.participant(named)] if p.kind == "person"]
            return people
    return []


def state_at(context: Context, token: Token, code: str | None) -> Participant | None:
    """Return the state of a code as a participant, named by a token; None without a code."""
    if code is None:
        return None
    start, end = context.parse.view.to_raw(token.idx, token.idx + len(token))
    return Participant(
        name=registry().actor(f"state:{code}").name, text=token.text, actor_id=f"state:{code}",
        kind="state", state=code, start=start, end=end,
    )  # fmt: skip


def text_of(context: Context, sent: Sent) -> str:
    """Return the words of a sentence."""
    return context.parse.view.text[sent.start : sent.end]
