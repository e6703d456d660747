"""The cast of an article: which tokens name which actor, and whom a noun phrase stands for.

`extract.mentions` makes it; every other extractor asks it. It is no extractor itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from detente.document import Parse, subtree
from detente.records import Actor, Mention, Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

ParticipantKind = Literal["person", "state", "organisation", "body", "group", "anonymous", "unknown"]


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
    """The actor; None when nobody was found."""


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
    _by_token: dict[int, Named] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_token = {i: named for named in self.named for i in range(named.first, named.last)}
        object.__setattr__(self, "_by_token", by_token)

    def at(self, token: int) -> Named | None:
        """Return who is named by the token of this index; None when nobody is."""
        return self._by_token.get(token)

    def of(self, head: Token) -> Participant:
        """Return whom the noun phrase headed by a token stands for.

        A name at the head, else in apposition to it, else the phrase itself, whose kind is then
        `anonymous` (officials, experts), `group`, or `unknown`.
        """
        named = self.at(head.i) or self._apposed(head)
        if named is not None and named.actor is not None:
            return self.participant(named)
        first, last = subtree(head)
        return self._described(head, first, last)

    def expand(self, head: Token) -> tuple[Participant, ...]:
        """Return the phrase headed by a token and every phrase joined to it, in order."""
        return tuple(self.of(token) for token in (head, *conjuncts(head)))

    def participant(self, named: Named) -> Participant:
        """Return a mention as a participant of a row."""
        mention, actor = named.mention, named.actor
        kind: ParticipantKind = "unknown"
        if actor is not None and actor.kind != "place":
            kind = actor.kind
        span = mention.evidence[0]
        return Participant(
            name=actor.name if actor else mention.text,
            text=mention.text,
            actor_id=actor.id if actor else None,
            kind=kind,
            state=actor.state if actor else None,
            office=mention.office,
            start=span.start,
            end=span.end,
        )

    def _apposed(self, head: Token) -> Named | None:
        for child in head.children:
            if child.dep_ in ("appos", "compound", "nmod") and (named := self.at(child.i)):
                return named
        return None

    def _described(self, head: Token, first: int, last: int) -> Participant:
        evidence = self.parse.token_evidence(first, last)
        text = self.parse.doc[first:last].text
        return Participant(name=text, text=text, start=evidence.start, end=evidence.end)


def conjuncts(head: Token) -> Sequence[Token]:
    """Return the tokens joined to a head by "and", in order, the head not among them."""
    found: list[Token] = []
    for child in head.rights:
        if child.dep_ == "conj":
            found += [child, *conjuncts(child)]
    return found
