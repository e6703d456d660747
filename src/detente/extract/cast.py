"""The cast of an article: which tokens name which actor, and whom a noun phrase stands for.

`extract.mentions` makes it; every other extractor asks it. It is no extractor itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from detente.document import Parse, subtree
from detente.knowledge.roles import is_role
from detente.records import Actor, Mention, Participant
from detente.records.swift import swift

if TYPE_CHECKING:
    from spacy.tokens import Token

ParticipantKind = Literal["person", "state", "organisation", "body", "group", "anonymous", "unknown"]

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_GROUPS = frozenset((
    "opposition", "rebel", "side", "party", "faction", "government", "camp", "bloc", "delegation",
    "team", "country", "nation", "power", "state", "ally", "force", "militant", "insurgent",
    "separatist", "fighter", "group", "coalition", "negotiator", "group", "movement", "west",
    "east", "lawmaker", "administration", "capital", "neighbour", "neighbor", "superpower",
))  # fmt: skip
_CARRIED = ("amod", "compound", "nmod", "poss", "nummod")
_FOR = frozenset(("for", "from", "of", "at", "in", "with", "to"))
_BESIDE = frozenset((
    "either", "too", "also", "alone", "alike", "neither", "themselves", "himself", "herself", "itself",
    "together", "though", "already", "again", "well",
))  # fmt: skip
"""Words behind a phrase that say how it takes part, not who it is."""
_MEMBERS = 4


@swift
@dataclass(frozen=True, slots=True)
class Named:
    """Tokens that name somebody, the row made of them, and the actor where one was found."""

    first: int
    """First token."""
    last: int
    """One past the last token."""
    mention: Mention
    """The row; `mention.kind` is `place` where a capital or a state is a place."""
    actor: Actor | None
    """The actor; None when nobody was found, or when it is a place."""
    members: tuple[Participant, ...] = ()
    """Who is meant, one by one, where the words name several ("the two presidents"); else empty."""
    state: str | None = None
    """The state it acts for on that day, None when for none: of a UN envoy none, whatever the
    passport."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named where in one article.

    `at` asks by token; `of` says whom the noun phrase headed by a token stands for; `expand` does so
    for a phrase and all that is joined to it by "and".
    """

    parse: Parse
    """The article's parse."""
    named: tuple[Named, ...]
    """Every mention, in order of tokens; none overlaps another."""
    actors: tuple[Actor, ...] = ()
    """People whom only this article knows."""
    inside: tuple[Named, ...] = ()
    """Names inside a longer mention, which stands for them in rows: Qatar in "Qatar's emir"."""
    _by_token: dict[int, Named] = field(init=False, repr=False, compare=False)
    _lasts: list[int] = field(init=False, repr=False, compare=False)
    _made: dict[int, tuple[Named, Participant]] = field(init=False, repr=False, compare=False)
    _told: dict[int, Participant] = field(init=False, repr=False, compare=False)
    _together: dict[int, tuple[Participant, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_token = {i: named for named in self.named for i in range(named.first, named.last)}
        object.__setattr__(self, "_by_token", by_token)
        object.__setattr__(self, "_lasts", [named.last for named in self.named])
        for memory in ("_made", "_told", "_together"):
            object.__setattr__(self, memory, {})

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention, those inside another one included, in order of where they begin."""
        rows = (named.mention for named in (*self.named, *self.inside))
        return tuple(sorted(rows, key=lambda row: (row.evidence[0].start, row.evidence[0].end)))

    def at(self, token: int) -> Named | None:
        """Return who is named by the token of this index; None when nobody is."""
        return self._by_token.get(token)

    def within(self, first: int, last: int) -> tuple[Named, ...]:
        """Return who is named between two tokens, in order."""
        begin = end = bisect_right(self._lasts, first)
        while end < len(self.named) and self.named[end].first < last:
            end += 1
        return self.named[begin:end]

    def of(self, head: Token) -> Participant:
        """Return whom the noun phrase headed by a token stands for.

        A name, pronoun or office phrase at the head that somebody was found for; else a name in
        apposition to it; for "who" and "which" their antecedent; else the phrase itself, whose kind is
        `anonymous` (officials, experts, a spokesman), `group` (the opposition, a side) or `unknown`.
        What belongs to somebody ("Kerry's speech") is not that somebody. Answers are remembered: each
        extractor asks of the same heads again.
        """
        told = self._told.get(head.i)
        if told is None:
            told = self._told[head.i] = self._of(head)
        return told

    def _of(self, head: Token) -> Participant:
        named = self._resolved(head) or self._apposed(head)
        if named is not None:
            return self.participant(named)
        antecedent = _antecedent(head)
        if antecedent is not None:
            found = self.of(antecedent)
            evidence = self.parse.token_evidence(head.i, head.i + 1)
            return replace(found, text=head.text, start=evidence.start, end=evidence.end)
        first, last = _phrase(head)
        side = self._side(head)
        if side is not None:
            evidence = self.parse.token_evidence(first, last)
            text = self.parse.doc[first:last].text
            return replace(side, text=text, start=evidence.start, end=evidence.end)
        return self._described(head, first, last)

    def _side(self, head: Token) -> Participant | None:
        """The state of "the Chinese side", which is its government."""
        if head.lower_ != "side":
            return None
        owners = [named for named in self._owners(head) if named.actor is not None]
        if len(owners) != 1 or owners[0].mention.form not in ("demonym", "acronym"):
            return None
        return self.participant(owners[0])

    def expand(self, head: Token) -> tuple[Participant, ...]:
        """Return the phrase headed by a token and every phrase joined to it, in order.

        Nobody is returned twice, nor is a title or an apposition beside the person it belongs to; a
        group whose members are known ("the two presidents") is returned as its members.
        """
        together = self._together.get(head.i)
        if together is None:
            together = self._together[head.i] = self._expanded(head)
        return together

    def _expanded(self, head: Token) -> tuple[Participant, ...]:
        found: list[Participant] = []
        previous: Token | None = None
        for token in (*_joined_before(head), head, *conjuncts(head)):
            named = self._resolved(token)
            members = named.members if named is not None else ()
            for one in members or (self.of(token),):
                if one.actor_id is not None and any(one.actor_id == old.actor_id for old in found):
                    continue
                if (
                    one.actor_id is None
                    and previous is not None
                    and self._is_description(token, previous)
                ):
                    continue
                if found and found[-1].actor_id is None and self._describes(found[-1], token, previous):
                    found.pop()
                found.append(one)
            previous = token
        return tuple(found)

    def participant(self, named: Named) -> Participant:
        """Return a mention as a participant of a row; of a place the kind is `unknown`."""
        made = self._made.get(named.first)
        if made is None or made[0] is not named:
            made = self._made[named.first] = named, self._participant(named)
        return made[1]

    def _participant(self, named: Named) -> Participant:
        mention, actor = named.mention, named.actor
        kind: ParticipantKind = "unknown"
        if actor is not None and actor.kind != "place":
            kind = actor.kind
        elif named.members:
            kind = "group"
        elif mention.kind != "place" and mention.kind != "person":
            kind = mention.kind
        span = mention.evidence[0]
        return Participant(
            name=actor.name if actor else mention.name,
            text=mention.text,
            actor_id=actor.id if actor else None,
            kind=kind,
            state=named.state if actor is not None and actor.kind == "person" else _state_of(actor),
            office=mention.office,
            start=span.start,
            end=span.end,
            affiliation=actor.affiliation if actor else None,
        )

    def _resolved(self, head: Token) -> Named | None:
        """Who is named at a token, where somebody was found for it."""
        named = self.at(head.i)
        if named is None or (named.actor is None and not named.members):
            return None
        return named

    def _apposed(self, head: Token) -> Named | None:
        """A person apposed to a noun that says a role: "his Dutch counterpart, Frans Timmermans"."""
        if not (is_role(head.lemma_.lower(), "office") or is_role(head.lemma_.lower(), "profession")):
            return None
        if head.tag_ in ("NNS", "NNPS"):
            return None
        for child in head.children:
            if child.dep_ == "appos" and (named := self.at(child.i)) and _is_person(named):
                return named
        return None

    def _described(self, head: Token, first: int, last: int) -> Participant:
        while last - 1 > head.i and self.parse.doc[last - 1].lower_ in _BESIDE:
            last -= 1
        evidence = self.parse.token_evidence(first, last)
        text = self.parse.doc[first:last].text
        named = self.at(head.i)
        kind = self._kind(head)
        state = None if named is not None and named.mention.kind == "place" else self._state(head)
        return Participant(
            name=text, text=text, kind=kind, state=state, start=evidence.start, end=evidence.end
        )

    def _kind(self, head: Token) -> ParticipantKind:
        named = self.at(head.i)
        if named is not None and named.mention.kind in ("organisation", "body"):
            return named.mention.kind
        lemma = head.lemma_.lower()
        if is_role(lemma, "anonymous"):
            return "anonymous"
        if lemma in _GROUPS:
            return "group"
        return "unknown"

    def _state(self, head: Token) -> str | None:
        """The one state that a phrase names before its head or after "for", "from" or "of"."""
        states = {named.actor.state: None for named in self._owners(head) if named.actor is not None}
        found = [state for state in states if state is not None]
        return found[0] if len(found) == 1 else None

    def _owners(self, head: Token) -> Iterator[Named]:
        for child in head.children:
            if child.dep_ in _CARRIED and (named := self.at(child.i)):
                yield named
            elif child.dep_ in ("compound", "amod", "nmod"):
                for below in child.children:
                    if below.dep_ in ("amod", "compound", "nmod") and (named := self.at(below.i)):
                        yield named
            elif child.dep_ == "prep" and child.lower_ in _FOR:
                for below in child.children:
                    if below.dep_ == "pobj" and (named := self.at(below.i)):
                        yield named
                    elif below.dep_ == "pobj":
                        yield from self._owners(below)

    def _is_description(self, token: Token, previous: Token) -> bool:
        """Whether a conjunct only says who the one before it is: "Lavrov, the foreign minister"."""
        lemma = token.lemma_.lower()
        role = is_role(lemma, "office") or is_role(lemma, "profession")
        return role and not any(child.dep_ == "cc" for child in previous.children)

    def _describes(self, last: Participant, token: Token, previous: Token | None) -> bool:
        """Whether the phrase before is the title of this name: "his counterpart, Secretary X"."""
        named = self._resolved(token)
        if named is None or previous is None or not _is_person(named):
            return False
        lemma = previous.lemma_.lower()
        role = is_role(lemma, "office") or is_role(lemma, "profession")
        single = previous.tag_ in ("NN", "NNP")
        return role and single and not any(child.dep_ == "cc" for child in previous.children)


def conjuncts(head: Token) -> Sequence[Token]:
    """Return the tokens joined to a head by "and", in order, the head not among them."""
    found: list[Token] = []
    for child in head.rights:
        if child.dep_ == "conj":
            found += [child, *conjuncts(child)]
    return found


def _joined_before(head: Token) -> list[Token]:
    """A first name of two that the parser hung on the second: "Ana Berg and Tomas Lund said"."""
    return [
        child
        for child in head.lefts
        if child.dep_ == "nmod"
        and child.tag_ == "NNP"
        and any(below.dep_ == "cc" and below.lower_ == "and" for below in child.rights)
    ]


def _is_person(named: Named) -> bool:
    return named.actor is not None and named.actor.kind == "person"


def _state_of(actor: Actor | None) -> str | None:
    return actor.state if actor is not None else None


def _antecedent(head: Token) -> Token | None:
    """The noun that a relative pronoun stands for: the one its clause modifies."""
    if head.lower_ not in _RELATIVE or head.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return None
    token = head
    for _ in range(_MEMBERS):
        token = token.head
        if token.dep_ == "relcl":
            return token.head
    return None


def _phrase(head: Token) -> tuple[int, int]:
    """The tokens of a noun phrase without its relative clauses, conjuncts and appositions."""
    first, last = subtree(head)
    for child in head.rights:
        if child.dep_ in ("relcl", "conj", "cc", "appos", "punct", "acl", "advcl", "parataxis"):
            edge = child.left_edge.i
            last = min(last, max(edge, head.i + 1))
            break
    for i in range(head.i + 1, last - 1):
        # "aides of Lund, who said": the parser hung the clause on Lund.
        if head.doc[i].text == "," and head.doc[i + 1].lower_ in _RELATIVE:
            return first, i
    return first, last
