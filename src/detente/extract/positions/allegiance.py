"""For which state somebody speaks whom the registry does not place, and what groups may take sides.

A person's state is read from what stands around the name in this article: "Her Serbian colleague, X",
"X of Lithuania", "its foreign minister, X", "his counterpart, X" between two states, "Senator X" where
one of the two has senators. Nothing is guessed from names, places of speaking or the outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from detente.extract.cast import Cast, Named
from detente.extract.positions import words
from detente.extract.voice import affiliation, standing, word_set
from detente.knowledge.states import states
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_POST = re.compile(
    r"\b(?:presidents?|prime minister|\w*ministers?|premier|chancellor|senators?|king|queen|emir|"
    r"prince|sultan|ambassador|envoy|negotiator|spokes\w+|general|governor|mayor|deputy|lawmaker|secretary|"
    r"chief|leader|counterpart|colleague|opposite number|diplomat|commander|speaker|"
    r"congress(?:man|woman)|member of parliament|mp|adviser|leads|heads|chairs|chargé)\b",
    re.IGNORECASE,
)
"""What somebody is called who may take a side."""
_NO_POST = re.compile(
    r"\b(?:former|retired|ex-\w+|late|professor|analyst|editor|expert|scholar|fellow|author|"
    r"historian|teache[rs]+|reporter|correspondent|columnist|son|brother|sister|cousin|widow|"
    r"wife|husband|aide)\b",
    re.IGNORECASE,
)
_NO_STATE = re.compile(
    r"\b(?:rebels?|separatists?|insurgents?|guerrillas?|exiled?|dissident|free \w+ army|coalition|"
    r"national council|militia|european|union|united nations|nato)\b",
    re.IGNORECASE,
)
"""What somebody serves who serves no state, or several."""
_GOVERNING = re.compile(
    r"\b(?:president|\w*minister|premier|chancellor|king|queen|emir|ambassador|envoy|negotiator)\b",
    re.IGNORECASE,
)
"""Posts of which "its" says that they are a state's, and not a club's."""
_BOTH_POST = re.compile(r"\b(?:counterpart|colleague|opposite number)\b", re.IGNORECASE)
_SENATES = word_set(
    "USA CAN AUS MEX ARG BRA CHL COL PHL FRA ITA ESP POL NLD BEL IRL CZE ROU KEN NGA PAK THA"
)
"""States whose legislators are called senators."""
_AWAY = frozenset({"to", "in", "at", "near", "with", "from", "against", "on", "over", "about"})
"""Prepositions before a state that is not whom somebody serves: "the ambassador to Russia"."""
_REACH_LEFT, _REACH_RIGHT = 6, 14
_PAIR = 2
_UNTITLED = ("VB", "VBD", "VBG", "VBN", "MD", "TO")
_ITS = frozenset({"its", "their"})
_THEIRS = frozenset({"his", "her"})
_SIDES = frozenset({"side", "government", "country", "state", "nation", "capital", "party", "leader"})
_BOTH = frozenset({"both", "two"})
_LEADERS = frozenset({"leader", "minister", "member", "head", "representative", "president"})
_ORGANS = frozenset({"council", "board", "assembly", "secretariat", "bureau", "commission"})
_PAPERS = frozenset({"resolution", "communique", "communiqué", "declaration", "document"})
_JOINT = frozenset({"organisation", "body"})
_LAWS = frozenset({"law", "decree", "legislation", "court", "statute"})
_COUNCIL = "organisation:unsc"


@dataclass(frozen=True)
class Allegiance:
    """Who of an article stands for whom."""

    cast: Cast
    """The article's cast."""
    parties: frozenset[str]
    """The two states that it is about; fewer where it names fewer."""

    def of(self, actor: Participant) -> Participant:
        """Return a person with the state that the article gives them; others as they are."""
        if actor.state is not None or actor.kind != "person" or actor.actor_id is None:
            return actor
        state = self._states.get(actor.actor_id)
        return replace(actor, state=state) if state else actor

    def has_post(self, actor: Participant) -> bool:
        """Say whether the article calls somebody by a post that takes sides: a title, "who leads"."""
        return actor.actor_id in self._called and _post(self._called[actor.actor_id])

    def several(self, head: Token) -> tuple[Participant, ...]:
        """Return the two states that "both sides" and "the two countries" stand for; else nobody.

        Only where the article is about two; a group that says whose it is ("both Korean sides") is
        left as it is. "They" are the two of the sentence before, where its subject names two.
        """
        both = any(low.lower_ in _BOTH for low in head.lefts)
        if head.lower_ == "they":
            return self._they(head)
        owned = any(self.cast.at(low.i) is not None for low in head.lefts if low.lower_ not in _BOTH)
        known = head.lemma_.lower() in _SIDES or self._shared(head)
        if len(self.parties) != _PAIR or not known or not both or owned:
            return ()
        words_ = self.cast.of(head)
        found: dict[str, Participant] = {}
        for named in self.cast.named:
            one = self.cast.participant(named)
            if one.kind == "state" and one.state in self.parties:
                here = replace(one, text=words_.text, start=words_.start, end=words_.end)
                found.setdefault(one.state, here)
        return tuple(found.values()) if len(found) == _PAIR else ()

    def _shared(self, head: Token) -> bool:
        """Say whether the two states share a name that a plural stands for: "the two Koreas"."""
        name = head.text.removesuffix("s")
        plural = head.text[:1].isupper() and name != head.text
        return plural and all(
            state in states() and states()[state].name.endswith(f" {name}") for state in self.parties
        )

    def holder(self, head: Token) -> Participant | None:
        """Return whom an office without a name means: "the emir", where one of the article is."""
        lemma = head.lemma_.lower()
        definite = any(low.lower_ == "the" for low in head.lefts)
        if not definite or not _POST.fullmatch(lemma) or head.tag_ != "NN":
            return None
        called = [key for key, text in self._called.items() if re.search(rf"\b{lemma}\b", text.lower())]
        if len(called) != 1:
            return None
        evidence = self.cast.parse.token_evidence(head.left_edge.i, head.i + 1)
        for named in self.cast.named:
            if named.actor is not None and named.actor.id == called[0]:
                one = self.cast.participant(named)
                return self.of(
                    replace(one, text=evidence.quote, start=evidence.start, end=evidence.end)
                )
        return None

    def it(self, head: Token) -> Participant | None:
        """Return the state or body that "it" takes up from the subject of the sentence before.

        "They" takes up those who act for one: "The leaders of the G8 met. They condemned ...".
        """
        if head.lower_ not in ("it", "they") or head.dep_ != "nsubj":
            return None
        child = self._subject_before(head)
        one = self._meant(child, plural=head.lower_ == "they") if child is not None else None
        if one is None or one.kind not in ("state", "body", "organisation"):
            return None
        here = self.cast.parse.token_evidence(head.i, head.i + 1)
        return replace(one, text=head.text, start=here.start, end=here.end)

    def _subject_before(self, head: Token) -> Token | None:
        """Return the subject of the sentence before in the paragraph, for a word that opens one."""
        sent = self.cast.parse.sent_of(head.i)
        if sent.number < _PAIR or head.i > sent.first + 1:
            return None
        before = self.cast.parse.sents[sent.number - _PAIR]
        if before.paragraph != sent.paragraph:
            return None
        for token in self.cast.parse.doc[before.first : before.last]:
            if token.dep_ == "ROOT":
                return next((c for c in token.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        return None

    def _they(self, head: Token) -> tuple[Participant, ...]:
        """Return the two whom the subject of the sentence before joins, where "they" opens the next."""
        child = self._subject_before(head)
        named = [] if child is None else [child, *child.conjuncts]
        found = [self.of(one) for one in map(self.cast.of, named) if one.actor_id is not None]
        here = self.cast.parse.token_evidence(head.i, head.i + 1)
        made = tuple(replace(one, text=head.text, start=here.start, end=here.end) for one in found)
        return made if len(made) == _PAIR else ()

    def _meant(self, subject: Token, *, plural: bool) -> Participant | None:
        """Return whom a subject stands for that "it" takes up, or "they" where it is plural."""
        if not plural:
            return self.cast.of(subject)
        acting = [self.cast.of(low) for low in self.behind(subject)]
        return acting[0] if subject.tag_ == "NNS" and len(acting) == 1 else None

    def behind(self, head: Token) -> Iterator[Token]:
        """Yield the name in a phrase that acts for it: "the leaders of the G8", "Russian law"."""
        lemma = head.lemma_.lower()
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of" and lemma in _LEADERS | _ORGANS | _PAPERS:
                for low in child.rights:
                    named = low.tag_ in ("NNP", "NNPS") and lemma in _LEADERS
                    known = (self.cast.of(low).actor_id or "").split(":")[0]
                    if named or known in _JOINT:
                        yield from (low, *low.conjuncts)
            elif child.dep_ == "appos" and head.tag_ == "NNS" and child.tag_ == "NNP":
                yield from (child, *child.conjuncts)
            elif child.dep_ in ("amod", "compound", "poss") and lemma in _LAWS:
                yield from (child,) if child.text[:1].isupper() else ()

    def paper(self, head: Token) -> Participant | None:
        """Return the Security Council for "the resolution" of an article that names the council."""
        lefts = [low.lower_ for low in head.lefts if low.dep_ != "advmod"]
        if head.lemma_ != "resolution" or not lefts or set(lefts) - {"the", "this", "u.n.", "un"}:
            return None
        evidence = self.cast.parse.token_evidence(head.left_edge.i, head.i + 1)
        for named in self.cast.named:
            if named.actor is not None and named.actor.id == _COUNCIL:
                one = self.cast.participant(named)
                return replace(one, text=evidence.quote, start=evidence.start, end=evidence.end)
        return None

    def counterpart(self, head: Token) -> Participant | None:
        """Return "his counterpart" as somebody of the other of two states, where no name follows."""
        if head.lemma_.lower() != "counterpart" or len(self.parties) != _PAIR:
            return None
        for low in head.lefts:
            other = self.cast.at(low.i) if low.dep_ == "poss" else None
            state = self.of(self.cast.participant(other)).state if other is not None else None
            if state in self.parties:
                rest = next(iter(self.parties - {state}))
                return replace(self.cast.of(head), state=rest, kind="anonymous")
        return None

    @cached_property
    def _persons(self) -> dict[str, list[Named]]:
        found: dict[str, list[Named]] = {}
        for named in self.cast.named:
            if named.actor is not None and named.actor.kind == "person":
                found.setdefault(named.actor.id, []).append(named)
        return found

    @cached_property
    def _called(self) -> dict[str, str]:
        """What each person is called: the words before and after the name, joined."""
        found = {}
        for key, mentions in self._persons.items():
            said = [affiliation(self.cast.participant(mentions[0]), self.cast) or ""]
            for named in mentions:
                said += [self._text(*self._before(named)), self._text(*self._after(named))]
            found[key] = " | ".join(part for part in said if part)
        return found

    @cached_property
    def _states(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for key, mentions in self._persons.items():
            one = self.cast.participant(mentions[0])
            placed = one.state is not None or one.office or standing(one, self.cast) == "expert"
            if placed or not self.has_post(one):
                continue
            if state := self._named_with(mentions) or self._legislator(key):
                found[key] = state
        known = dict(found)
        for key, mentions in self._persons.items():
            if mentions and (state := self.cast.participant(mentions[0]).state):
                known[key] = state
        for key, other in self._counterparts():
            for left, right in ((key, other), (other, key)):
                if left not in known and known.get(right) in self.parties and self._called.get(left):
                    rest = self.parties - {known[right]}
                    if len(self.parties) == _PAIR and _post(self._called[left]):
                        found[left] = known[left] = next(iter(rest))
        return found

    def _named_with(self, mentions: list[Named]) -> str | None:
        """Return the one state that stands in a title or an apposition of somebody."""
        for named in mentions:
            states: dict[str, None] = {}
            for first, last in (self._before(named), self._after(named)):
                said = self._text(first, last)
                if _NO_STATE.search(said) or not (_post(said) or self._of_state(named, first)):
                    continue
                for i in range(first, last):
                    away = i > first and self._token(i - 1).lower_ in _AWAY
                    if not away and (state := self._state_at(i)) is not None:
                        states[state] = None
                owner = self._owner(first, last)
                if owner is not None:
                    states[owner] = None
            if len(states) == 1:
                return next(iter(states))
        return None

    def _state_at(self, i: int) -> str | None:
        """Return the state that a token names, or whose adjective it is."""
        other = self.cast.at(i)
        one = self.cast.participant(other) if other is not None else None
        if one is not None and one.kind in ("state", "body") and one.state:
            return one.state
        return _adjectives().get(self._token(i).text)

    def _of_state(self, named: Named, first: int) -> bool:
        """Say whether "of" leads from a name to a state, after a title: "President X of Lithuania"."""
        return first == named.last and self._token(first).lower_ == "of"

    def _owner(self, first: int, last: int) -> str | None:
        """Return the state that "its" stands for in a title: the one named before as a subject."""
        its = next((i for i in range(first, last) if self._token(i).lower_ in _ITS), None)
        if its is None or not _GOVERNING.search(self._text(first, last)):
            return None
        sent = self.cast.parse.sent_of(its)
        before = self.cast.parse.sents[sent.number - 2] if sent.number > 1 else sent
        spans = [(sent.first, its), (before.first, before.last)]
        for low, high in spans:
            close = [
                (named, one)
                for named in self.cast.within(low, high)
                if (one := self.cast.participant(named)).state and one.kind in ("state", "body")
            ]
            doing = [one for named, one in close if self._does(named)]
            if doing or close:
                return (doing or [one for _, one in close])[-1].state
        return None

    def _does(self, named: Named) -> bool:
        head = self.cast.parse.doc[named.first : named.last].root
        while head.dep_ in ("poss", "compound", "amod") and head.head.i != head.i:
            head = head.head
        return head.dep_ in ("nsubj", "nsubjpass")

    def _legislator(self, key: str) -> str | None:
        found = self.parties & _SENATES
        senator = re.search(r"\bsenators?\b", self._called[key], re.IGNORECASE)
        return next(iter(found)) if senator and len(found) == 1 else None

    def _counterparts(self) -> Iterator[tuple[str, str]]:
        """Yield who is called whose counterpart: "His counterpart, X" with whom "his" means."""
        for key, mentions in self._persons.items():
            for named in mentions:
                for first, last in (self._before(named), self._after(named)):
                    if not _BOTH_POST.search(self._text(first, last)):
                        continue
                    for i in range(first, last):
                        other = self.cast.at(i)
                        if self._token(i).lower_ in _THEIRS and other is not None and other.actor:
                            yield key, other.actor.id

    def _before(self, named: Named) -> tuple[int, int]:
        """Return the tokens of a title before a name, also of "His counterpart, X"."""
        sent = self.cast.parse.sent_of(named.first)
        last = named.first
        if last > sent.first and self._token(last - 1).text == ",":
            last -= 1
        first = last
        while first > max(sent.first, last - _REACH_LEFT):
            token = self._token(first - 1)
            ends = token.tag_[:2] in ("VB", "MD", "IN", "CC", "WP") or token.is_punct
            if ends and token.lower_ != "of":
                break
            first -= 1
        if last < named.first and not _POST.search(self._text(first, last)):
            return named.first, named.first  # the comma of a list
        return first, last

    def _after(self, named: Named) -> tuple[int, int]:
        """Return the tokens of an apposition, of "who leads ..." or of "of STATE" after a name."""
        sent = self.cast.parse.sent_of(named.first)
        first = named.last
        if first >= sent.last:
            return first, first
        opening = self._token(first)
        if opening.lower_ == "of":
            return first, min(first + 3, sent.last)
        if opening.text != ",":
            return first, first
        last = first + 1
        if last < sent.last and self._token(last).tag_ in _UNTITLED:
            return first, first
        who = last < sent.last and self._token(last).lower_ == "who"
        while last < min(sent.last, first + _REACH_RIGHT):
            token = self._token(last)
            if token.text == "," or (token.tag_ in ("VBD", "VBZ", "MD") and not who):
                break
            last += 1
        return first + 1, last

    def _token(self, i: int) -> Token:
        return self.cast.parse.doc[i]

    def _text(self, first: int, last: int) -> str:
        return str(self.cast.parse.doc[first:last].text) if first < last else ""


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    return {word: one.code for one in states().values() if not one.last_year for word in one.adjectives}


def _post(text: str) -> bool:
    return bool(_POST.search(text)) and not _NO_POST.search(text)


def takes_sides(actor: Participant) -> bool:
    """Say whether words name a group that takes sides without being a state's: rebels, parties.

    One noun of them does, at the head or before a preposition: "the religious parties", "Republicans
    in Congress", "the opposition".
    """
    said = re.split(r" (?:in|of|from|at|with|who|that)\b", actor.text.lower(), maxsplit=1)[0]
    last = said.split()[-1] if said.split() else ""
    forms = {last, last.removesuffix("s"), last.removesuffix("ies") + "y"}
    return bool(forms & words.SIDES_OF_THEIR_OWN)
