"""Who is on the scene: the persons named so far, with their sex, place and grammatical role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from detente.document import Parse
from detente.extract.coreference.posts import Post, Range, known, posts_of
from detente.extract.coreference.quoted import quotations
from detente.extract.spans import Span, Tokens
from detente.knowledge.registry import Registry
from detente.records import Actor, When
from detente.records.swift import swift

SPEECH = frozenset((
    "say", "tell", "add", "argue", "note", "believe", "think", "insist", "warn", "stress", "claim",
    "explain", "deny", "admit", "acknowledge", "declare", "suggest", "predict", "reply", "answer",
    "complain", "write", "quip", "ask", "recall", "concede", "remark", "joke", "state", "announce",
    "continue", "conclude", "observe", "underline", "underscore", "emphasize", "emphasise",
    "express", "call", "comment", "reiterate", "assert", "maintain", "caution", "report", "lament",
    "praise", "voice", "tweet", "respond", "recognise", "recognize",
))  # fmt: skip
_ARRIVALS = frozenset(("arrive", "land", "visit", "fly", "come", "travel", "cross"))
_RECEIVED = frozenset(("receive", "host", "welcome", "greet"))
_LEFT = frozenset(("resign", "quit", "dismiss", "sack", "oust", "depose", "die"))
_NEAR = 14
_MAIN = 3
"""How much more often somebody is named whom the text is about."""
_LABELS = frozenset(("q", "a", "question", "answer"))
_OUTSIDE = frozenset(("title", "dek", "caption", "subhead"))


@swift
@dataclass(frozen=True, slots=True)
class Seen:
    """A mention of a person that a later word may stand for."""

    token: int
    """Head token of the mention."""
    first: int
    """First token."""
    actor: Actor
    """Who."""
    sentence: int
    """Index of the sentence."""
    quotation: int
    """Number of the quotation it stands in; 0 outside."""
    weight: float
    """How prominent the grammatical role is, 0 to 1."""
    pronoun: bool
    """Whether it was a pronoun or phrase, not a name."""


@dataclass(slots=True)
class Scene:
    """The state of reading one article from its first token to its last."""

    parse: Parse
    """The article."""
    tokens: Tokens
    """Its tokens."""
    registry: Registry
    """Who is known."""
    when: When
    """The date of the article, or bounds for it."""
    spans: list[Span]
    """The names, in order."""
    marks: list[int]
    """The quotation of each token."""
    posts: dict[str, tuple[Post, ...]]
    """What everybody named is, by actor id: by the registry at the date and by the article."""
    seen: list[Seen] = field(default_factory=list)
    """The persons mentioned so far, in order."""
    counts: dict[str, int] = field(default_factory=dict)
    """How often each was named so far."""
    genders: dict[str, str] = field(default_factory=dict)
    """Sex of the persons for whom neither list nor registry says it, as a pronoun showed it."""
    speakers: dict[int, Actor] = field(default_factory=dict)
    """Speaker of each quotation, where a verb of speech stands by it."""
    last_speaker: tuple[int, Actor] | None = None
    """Sentence and person of the last verb of speech outside quotations."""
    groups: list[tuple[Actor, ...]] = field(default_factory=list)
    """The members of each phrase for several people, in order."""
    grouped: int = -1
    """The sentence of the last of them."""
    called: dict[str, set[str]] = field(default_factory=dict)
    """Who was called by a noun with their state before it, by the noun: "the Serbian president"."""
    visitor: Actor | None = None
    """Who came last: "the guest" is this person."""
    host: Actor | None = None
    """Who received somebody last: "the host" is this person."""
    gone: set[str] = field(default_factory=set)
    """Who resigned or was dismissed: "the minister" is another then."""
    unnamed: int = -1
    """The last token that means somebody without a name, as "one retired ambassador" does."""
    at: dict[int, Span] = field(default_factory=dict)
    """The name that each token is part of."""
    firsts: list[int] = field(default_factory=list)
    """The first token of each name."""
    turns: frozenset[int] = frozenset()
    """Paragraphs that are a turn of an interview."""
    interviewed: Actor | None = None
    """Who gives the interview: "you" and "I" in its turns, never "he" or "she"."""

    @classmethod
    def of(
        cls,
        parse: Parse,
        tokens: Tokens,
        spans: list[Span],
        registry: Registry,
        when: When,
        said: Mapping[int, Sequence[Range]],
    ) -> Scene:
        """Return the scene before its first token."""
        posts = posts_of(tokens, spans, said, registry, when)
        scene = cls(parse, tokens, registry, when, spans, quotations(parse, tokens), posts)
        scene.firsts = [span.first for span in spans]
        scene.at = {i: span for span in spans for i in range(span.first, span.last)}
        scene.turns, scene.interviewed = interview(parse, tokens, spans)
        return scene

    def paragraph(self, sentence: int) -> int:
        """Return the paragraph of a sentence."""
        return self.parse.sents[sentence].paragraph

    def posts_of(self, actor: Actor) -> tuple[Post, ...]:
        """Return what somebody is; of one whom only a phrase means the registry alone says it."""
        found = self.posts.get(actor.id)
        if found is None:
            terms = known(self.registry, actor, self.when)
            found = tuple(Post.of(term) for term in terms)
            self.posts[actor.id] = found
        return found

    def states_of(self, actor: Actor) -> frozenset[str]:
        """Return the states somebody is in office for."""
        return frozenset(post.state for post in self.posts_of(actor) if post.state is not None)

    def person(self, actor_id: str) -> Actor | None:
        """Return the person of an id who is named in the article; else None."""
        return next((s.actor for s in self.spans if s.actor and s.actor.id == actor_id), None)

    def gender(self, actor: Actor) -> str | None:
        """Return the sex of a person, as the registry, the name or a pronoun before showed it."""
        return actor.gender or self.genders.get(actor.id)

    def add(self, span: Span, actor: Actor, *, pronoun: bool) -> None:
        """Put a mention of a person on the scene."""
        tokens = self.tokens
        head = tokens.head_of(span.first, span.last)
        sentence = tokens.sents[head]
        self.seen.append(
            Seen(head, span.first, actor, sentence, self.marks[head], weight(tokens, head), pronoun)
        )
        self.counts[actor.id] = self.counts.get(actor.id, 0) + 1
        verb = tokens.heads[head]
        if not self.marks[head] and tokens.deps[head] == "nsubj" and tokens.lemmas[verb] in SPEECH:
            self.last_speaker = (sentence, actor)
        if tokens.deps[head] == "nsubj" and self._comes(verb):
            self._arrives(actor)
        if tokens.lemmas[verb] in _LEFT and tokens.deps[head] in ("nsubj", "nsubjpass"):
            self.gone.add(actor.id)
        if tokens.lemmas[verb] in _RECEIVED:
            if tokens.deps[head] in ("dobj", "nsubjpass"):
                self.visitor = actor
            elif tokens.deps[head] == "nsubj":
                self.host = actor

    def _comes(self, verb: int) -> bool:
        """Whether somebody "arrived", or "is the first minister to visit"."""
        tokens = self.tokens
        if tokens.lemmas[verb] != "be":
            return tokens.lemmas[verb] in _ARRIVALS
        return any(
            tokens.lemmas[k] in ("visit", "travel") and tokens.lowers[k - 1] == "to"
            and tokens.deps[k] in ("relcl", "acl", "xcomp")
            for k in range(verb + 2, min(verb + _NEAR, len(tokens.texts)))
            if tokens.sents[k] == tokens.sents[verb]
        )  # fmt: skip

    def _arrives(self, actor: Actor) -> None:
        """Take somebody for the visitor, unless the text is far more about the one who is it."""
        known = self.counts.get(self.visitor.id, 0) if self.visitor is not None else 0
        if known < _MAIN * self.counts.get(actor.id, 0):
            self.visitor = actor

    def speaker_of(self, quotation: int, sentence: int) -> Actor | None:
        """Return who speaks in a quotation: by its own verb, else the last speaker of the paragraph."""
        if not quotation:
            return None
        known = self.speakers.get(quotation)
        if known is not None or self.last_speaker is None:
            return known
        said, actor = self.last_speaker
        sents = self.parse.sents
        near = sentence - said <= 3 and sents[said].paragraph == sents[sentence].paragraph
        return actor if near else None

    def in_body(self, token: int) -> bool:
        """Say whether a token stands in a paragraph of the body, not in a title or caption."""
        sentence = self.tokens.sents[token]
        return sentence >= 0 and self.parse.sents[sentence].role not in _OUTSIDE


def interview(parse: Parse, tokens: Tokens, spans: list[Span]) -> tuple[frozenset[int], Actor | None]:
    """Return the turns of an interview ("Q: ...", "Ana Ruiz: ..."), by paragraph, and who gives it.

    Three turns at least make an interview. It is given by the person whose name is a label, else by the
    first person named in the article.
    """
    starts = {span.first: span for span in spans if span.kind == "person" and span.actor is not None}
    turns: list[int] = []
    labels: list[Actor] = []
    for number, sent in enumerate(parse.sents):
        if number and parse.sents[number - 1].paragraph == sent.paragraph:
            continue
        colon = next((i for i in range(sent.first, min(sent.first + 6, sent.last))
                      if tokens.texts[i] == ":"), None)  # fmt: skip
        if colon is None:
            continue
        span = starts.get(sent.first)
        named = span is not None and span.last == colon
        title = all(tokens.texts[i][0].isupper() for i in range(sent.first, colon))
        if named and span is not None and span.actor is not None:
            labels.append(span.actor)
        if named or (colon == sent.first + 1 and tokens.texts[sent.first].lower() in _LABELS) or title:
            turns.append(sent.paragraph)
    if len(turns) < 3:
        return frozenset(), None
    who = max(labels, key=labels.count) if labels else None
    if who is None:
        first = min(starts, default=None)
        who = starts[first].actor if first is not None else None
    return frozenset(turns), who


def weight(tokens: Tokens, head: int) -> float:
    """Return how prominent the grammatical role of a token is: subjects first, owners last."""
    dep = tokens.deps[head]
    if dep in ("appos", "conj"):
        up = tokens.heads[head]
        return (
            weight(tokens, up) * 0.9 if up != head and tokens.deps[up] not in ("appos", "conj") else 0.5
        )
    if dep in ("nsubj", "nsubjpass"):
        verb = tokens.heads[head]
        return 1.0 if tokens.deps[verb] in ("ROOT", "conj", "ccomp") else 0.85
    if dep in ("dobj", "dative", "agent"):
        return 0.6
    if dep == "pobj":
        return 0.9 if tokens.deps[tokens.heads[head]] == "agent" else 0.4
    if dep in ("poss", "compound"):
        return 0.35
    return 0.5
