"""What the steps of finding mentions hand to each other: tokens as plain lists, and spans of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from detente.document import Parse
from detente.records import Actor, ActorKind
from detente.records.swift import swift

MentionForm = Literal["name", "surname", "title", "pronoun", "office", "metonym", "demonym", "acronym"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a parse as plain lists: reading them many times is cheap."""

    texts: list[str]
    """The words."""
    tags: list[str]
    """Penn tags."""
    deps: list[str]
    """Dependency labels."""
    heads: list[int]
    """Index of each token's head; its own at a root."""
    lemmas: list[str]
    """Lemmas."""
    lowers: list[str]
    """The words in lower case."""
    starts: list[int]
    """First character of each token, in the view."""
    sents: list[int]
    """Index of each token's sentence in `Parse.sents`; -1 for white space between."""

    @classmethod
    def of(cls, parse: Parse) -> Tokens:
        """Return the tokens of a parse."""
        doc = parse.doc
        sents = [-1] * len(doc)
        for number, sent in enumerate(parse.sents):
            for i in range(sent.first, sent.last):
                sents[i] = number
        rows = [(t.text, t.tag_, t.dep_, t.head.i, t.lemma_, t.lower_, t.idx) for t in doc]
        if not rows:
            return cls([], [], [], [], [], [], [], sents)
        columns = (list(column) for column in zip(*rows, strict=True))
        return cls(*columns, sents)  # type: ignore[call-arg]

    def head_of(self, first: int, last: int) -> int:
        """Return the token of a range whose head lies outside it; the last one if several do."""
        heads = self.heads
        for i in range(last - 1, first - 1, -1):
            if not first <= heads[i] < last or heads[i] == i:
                return i
        return last - 1


@swift
@dataclass(frozen=True, slots=True)
class Span:
    """Tokens that name somebody, as known so far."""

    first: int
    """First token."""
    last: int
    """One past the last token."""
    kind: ActorKind
    """What it names here."""
    form: MentionForm
    """How it names."""
    actor: Actor | None
    """Whom; None when nobody was found, or for a place."""
    reason: str
    """Why, in a few words."""
    score: float = 0.9
    """How sure, 0 to 1."""
    office: str | None = None
    """The office held at the date."""
    members: tuple[Actor, ...] = ()
    """Who is meant one by one, where the words name several."""
    place_of: Actor | None = None
    """For a place the state that it is or whose capital it is."""

    def but(self, **changes: object) -> Span:
        """Return the span with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]
