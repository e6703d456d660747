"""The issue a claim is about: its own words first, then what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from detente.document import Parse, Sent
from detente.extract.voice import is_broad, is_theatre, narrow_issue, word_set
from detente.knowledge.issues import issue_mentions, issues_in
from detente.knowledge.states import states
from detente.records import Statement

_ITS = re.compile(r"\bits\b")
"""Stands for the actor: "Iran rejects sanctions on its nuclear programme"."""
_NEAR = 1
_FAR = 4
"""Sentences back in which the matter of a claim may have been named; more where it points back."""
_RELATION = re.compile(
    r"\b(?:visits?|invitations?|relationship|relations|summit|equal|equals|equal footing|stop in|"
    r"reconciliation|all dialogue|ties with|broke off|break off|severed|normali[sz]ation)\b"
)
"""What the relationship as a whole is made of."""
_SETTINGS = frozenset(
    f"issue:{name}"
    for name in ("nato", "un-security-council", "european-security", "g8-g20", "peace-process")
)
"""Settings that say less than what the sentences before are about."""
_INTERNAL = frozenset(
    f"issue:{name}"
    for name in word_set(
        "afghanistan iraq libya egypt tunisia bahrain sudan mali-sahel somalia congo ethiopia pakistan "
        "central-african-republic myanmar venezuela cuba haiti kyrgyzstan belarus lebanon yemen"
    )
)
"""Countries with a conflict of their own: where one is a party, its name says who and not what."""
_TAKEN_UP = re.compile(r"\b(?:the|such|these|those|this|that) ([a-z]{4,})\b")
"""A noun that may stand for a longer name before it: "such weapons", "the islands"."""
_RELATIONS = "issue:bilateral-relations"
_IT = re.compile(r"\b(?:it|them|these|those)\b")
"""Takes up a thing: "demanded them"."""
_HIM = re.compile(r"\b(?:him|her|whom)\b")
"""Takes up a person, who may be the matter: "would not hand him over"."""
_TITLE, _LEAD = 4, 2
"""How often a mention in the title, and in the first sentences, counts."""
_FIRST = 2
_MANY = 4
_CLOSE = 3
_ABOUT = 3
"""Mentions of its main issue that make of an article one about it, whatever a claim in it names."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A claim with what is needed to tell what it is about."""

    claim: str
    """Its words."""
    sent: Sent
    """Its sentence."""
    name: str = ""
    """Whose it is."""
    state: str | None = None
    """The state whose side that is; None when none is known."""
    statement: Statement | None = None
    """The statement it stands in; None for the outlet's own words."""
    back: bool = False
    """Whether its words take up what went before ("it", "the decision")."""


@dataclass(frozen=True)
class Matters:
    """The issues of one article: what it is about, and how to tell what a claim in it is about."""

    parse: Parse
    """The article's parse."""
    parties: frozenset[str] = field(default=frozenset())
    """The states between which it is told: their own names say who, and not what."""

    @cached_property
    def lead(self) -> tuple[str, ...]:
        """The title, the dek and the first sentence."""
        parse, text = self.parse, self.parse.view.text
        found = [text[p.start : p.end] for p in parse.view.paragraphs if p.role in ("title", "dek")]
        return (*found, *[text[s.start : s.end] for s in parse.sents if s.role == "body"][:1])

    @cached_property
    def main(self) -> str | None:
        """The issue that the article names most, title and first sentences before the rest.

        Means and settings (sanctions, a summit) count only where it names nothing else, and the
        country of a party last of all.
        """
        counts = self._counts
        weak = (_RELATIONS, *_SETTINGS)
        ranked = sorted(
            counts,
            key=lambda one: (one in self._who, is_broad(one) or one in weak, -counts[one], one),
        )
        return ranked[0] if ranked else None

    @cached_property
    def _who(self) -> frozenset[str]:
        """The issues that only go by the name of a party."""
        return _homes(self.parties) & _INTERNAL

    @cached_property
    def _counts(self) -> Counter[str]:
        text, counts = self.parse.view.text, Counter[str]()
        for paragraph in self.parse.view.paragraphs:
            if paragraph.role in ("title", "dek"):
                for found in issues_in(text[paragraph.start : paragraph.end]):
                    counts[found] += _TITLE
        body = [sent for sent in self.parse.sents if sent.role == "body"]
        for at, sent in enumerate(body):
            for found in issues_in(text[sent.start : sent.end]):
                counts[found] += _LEAD if at < _FIRST else 1
        return counts

    def issue_of(self, about: Matter) -> str | None:
        """Return the issue of the claim, else of what its pronouns and phrases take up.

        The claim itself goes first, then its sentence, its statement and the sentences before, the
        nearest first, then title and dek; the last two only for words that point back ("the
        inspections", "it"). What the lead is about goes before the country that a nearer sentence
        names; the actor's own country counts last, for it mostly says who speaks ("Syria's foreign
        minister"). A claim that names nothing, or something new in an article that goes on about one
        issue, is about what the article is about. None where neither says so.
        """
        claim = _ITS.sub(f"{about.name}'s", about.claim)
        own = self._own(claim, about.state, about.back)
        case = own is not None and is_broad(own) and _HIM.search(claim) is not None
        if own is not None and own not in _SETTINGS and not case:
            return own
        if taken := self._taken_up(claim, about.sent):
            return taken
        back, sent = about.back, about.sent
        text = self.parse.view.text
        near = [text[sent.start : sent.end]]
        if about.statement is not None:
            near.append(about.statement.content)
        reach = _FAR if back else _NEAR
        for other in reversed(self.parse.sents[max(0, sent.number - 1 - reach) : sent.number - 1]):
            here = other.paragraph == sent.paragraph
            if other.role == "body" and (here or (back and own is None)):
                near.append(text[other.start : other.end])
        if own is None and _IT.search(claim) and (m := self._means(near[:_CLOSE], about.state)):
            return m
        places = [*near, *self.lead] if back and own is None else near
        found = self._nearest(places, about.state)
        if found is None and own is None:
            said = (one for place in near for one in issues_in(place))
            found = next((one for one in said if one not in self._who), None)
        if found is None and own is None and not back and self._counts[self.main or ""] < _ABOUT:
            return None
        return found or own or self.main

    def _own(self, claim: str, state: str | None, back: bool) -> str | None:
        """Return the issue that the words of a claim name by themselves.

        A means (sanctions, extradition, terrorism) goes before a country that is a party itself.
        """
        narrow = narrow_issue(claim)
        if narrow is not None and not is_theatre(narrow):
            return narrow
        means = next((one for one in issues_in(claim) if is_broad(one)), None)
        if means is None and _RELATION.search(claim):
            means = _RELATIONS
        if narrow in self._who | _homes((state,) if state else ()) and (
            back or means not in (None, *_SETTINGS)
        ):
            return means  # "Pakistan will not shelter terrorism", "Damascus denies it"
        return narrow or means

    def _taken_up(self, claim: str, sent: Sent) -> str | None:
        """Return the issue whose longer name a noun of the claim stands for ("such weapons")."""
        nouns = {_bare(noun) for noun in _TAKEN_UP.findall(claim)}
        if not nouns:
            return None
        before = self.parse.view.text[: sent.end]
        for hit in reversed(issue_mentions(before)):
            words = before[hit.start : hit.end].lower().split()
            if len(words) > 1 and _bare(words[-1]) in nouns and not is_broad(hit.issue):
                return hit.issue
        return None

    def _means(self, near: Sequence[str], state: str | None) -> str | None:
        """Return the means that the nearest text names, where it names no matter: "demanded them"."""
        home = self._who | _homes((state,) if state else ())
        for place in near:
            named = [one for one in issues_in(place) if one not in home and one not in _SETTINGS]
            if named:
                return named[0] if all(is_broad(one) for one in named) else None
        return None

    def _nearest(self, near: Sequence[str], state: str | None) -> str | None:
        """Return the narrow issue of the nearest text; of a country, what the lead says of it."""
        home = self._who | _homes((state,) if state else ())
        found = [item for place in near if (item := narrow_issue(place))]
        if not found:
            return None
        passing = {one for one in _INTERNAL if self._counts[one] <= _LEAD and one != self.main}
        away = [item for item in found if item not in home and item not in passing]
        if not away:
            return None if found[0] in _INTERNAL else found[0]
        if is_theatre(away[0]):
            about = {narrow_issue(place) for place in self.lead}
            for item in away[1:]:
                if item in about and not is_theatre(item):
                    return item
            if self.main and self._counts[away[0]] * _MANY <= self._counts[self.main]:
                return self.main  # a country named in passing
        return away[0]


def _homes(codes: Iterable[str]) -> frozenset[str]:
    """Return the issues that go by the names of some states."""
    found = (narrow_issue(states()[code].name) for code in codes if code in states())
    return frozenset(item for item in found if item is not None)


def _bare(noun: str) -> str:
    return noun.strip(".,;:’'\"”").removesuffix("s")
