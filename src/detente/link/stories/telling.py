"""An article as stories compare it: which terms it uses, how much each weighs, and what meets in it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from detente.knowledge.word_counts import rarity
from detente.link.stories.words import names, terms
from detente.records import Meeting

Weights = Mapping[str, float]
"""Terms and their weights; the squares add up to one, or there is none."""

MOST = {"words": 60, "names": 40, "lead": 30}
"""Heaviest terms that are kept of each view."""
LEAD_SENTENCES = 2
NEWS = 3
"""Days for which a meeting is news."""
HEADLINE_ONLY = 25
"""An article of fewer words is a headline: it is compared by that alone."""
VAGUE = timedelta(days=31)
"""How far apart the first and the last possible day of publication may lie to be of use."""
MEETING_VAGUE = timedelta(days=15)
"""How far apart those of a meeting may."""
_SLUG_WORDS = 4
_LONG_NUMBER = 4
_HOST = re.compile(r"^[a-z][a-z0-9+.-]*://[^/]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article tells, as terms."""

    article: str
    """`Article.id`."""
    day: date | None
    """Day of publication; the first possible one where only a bound is known; None when unknown."""
    words: Weights
    """Stems of all its words."""
    names: Weights
    """Names and numbers of its body; empty for a headline."""
    lead: Weights
    """Terms of its headline and first sentences."""
    brief: bool
    """Whether there is a headline and no more."""
    meets: tuple[str, ...] = ()
    """`day/place/party+party` of each meeting it tells: see `meeting_keys`."""
    until: date | None = None
    """The last possible day of publication, where that is known to a few weeks but not to the day."""

    def values(self) -> tuple[str, str | None, dict[str, Any]]:
        """Return article, day and all the rest as JSON takes it; weights to four places."""
        views = {"words": self.words, "names": self.names, "lead": self.lead}
        rest: dict[str, Any] = {
            view: {term: round(weight, 4) for term, weight in weights.items()}
            for view, weights in views.items()
        }
        day = self.day.isoformat() if self.day else None
        if self.until:
            rest["until"] = self.until.isoformat()
        return self.article, day, rest | {"brief": self.brief, "meets": list(self.meets)}

    @classmethod
    def of(cls, article: str, day: str | None, rest: Mapping[str, Any]) -> Telling:
        """Return what `values` was made of, its weights to four places."""
        return cls(
            article=article,
            day=date.fromisoformat(day) if day else None,
            words=rest["words"],
            names=rest["names"],
            lead=rest["lead"],
            brief=rest["brief"],
            meets=tuple(rest["meets"]),
            until=date.fromisoformat(rest["until"]) if "until" in rest else None,
        )


def telling(
    article: str,
    title: str,
    sentences: Iterable[str] = (),
    *,
    day: date | None = None,
    url: str = "",
    meets: tuple[str, ...] = (),
    until: date | None = None,
) -> Telling:
    """Return an article as stories compare it, out of its headline, sentences and address.

    The address counts where its path repeats or extends the headline, as those of news sites do.

    >>> told = telling("article:1", "Kerry meets Lavrov in Berlin")
    >>> told.brief, sorted(told.words)
    (True, ['berlin', 'kerry', 'lavrov', 'meet'])
    """
    rest = iter(sentences)
    lead = " . ".join((title, *islice(rest, LEAD_SENTENCES)))
    body = " ".join(rest)
    head = list(terms(title))
    every = Counter(terms(lead))
    every.update(terms(body))
    brief = every.total() < HEADLINE_ONLY
    every.update(term for term in slug_terms(url) if term not in every)
    called = Counter[str]() if brief else Counter((*names(lead), *names(body)))
    return Telling(
        article=article,
        day=day,
        words=weighed(every, MOST["words"]),
        names=weighed(called, MOST["names"]),
        lead=weighed(Counter(head if brief else terms(lead)), MOST["lead"]),
        brief=brief,
        meets=meets,
        until=until if day and until and timedelta(0) < until - day <= VAGUE else None,
    )


def meeting_keys(meetings: Iterable[Meeting], day: date | None, until: date | None) -> tuple[str, ...]:
    """Return `day/place/party+party` of each meeting that is dated to two weeks and has two parties.

    A day that is not certain is `first..last`; a place is followed by `@` and its state where that is
    known. Parties are the persons where two are named, else the states. Only meetings that are news on
    the day of publication (`day`, or between it and `until`) count; an earlier one is told as
    background, a later one as a plan. Where only the first possible day is known none counts: that day
    may be the one of a meeting that is told as background.
    """
    if day and until is None:
        return ()
    keys = set()
    for row in meetings:
        people = {one.actor_id for one in row.participants if one.kind == "person" and one.actor_id}
        states = {one.state for one in row.participants if one.state}
        parties = people if len(people) > 1 else states
        start, end = row.date.start, row.date.end
        if len(parties) < 2 or start is None or end is None or end - start > MEETING_VAGUE:
            continue
        if day and until and ((end - day).days < -NEWS or (start - until).days > 1):
            continue
        when = str(start) if start == end else f"{start}..{end}"
        keys.add(f"{when}/{_place(row)}/{'+'.join(sorted(map(str, parties)))}")
    return tuple(sorted(keys))


def _place(row: Meeting) -> str:
    if row.place is None:
        return ""
    name = row.place.name.replace("/", " ").replace("@", " ")
    return f"{name}@{row.place.state}" if row.place.state else name


def weighed(counted: Counter[str], most: int) -> Weights:
    """Return the heaviest terms with their weights: (1 + log count) times rarity, at unit length.

    Salton and Buckley, "Term-weighting approaches in automatic text retrieval" (1988).

    >>> weighed(Counter(), 5)
    {}
    """
    raw = {term: (1 + math.log(count)) * rarity(term) for term, count in counted.items()}
    kept = sorted(raw, key=lambda term: (-raw[term], term))[:most]
    length = math.sqrt(sum(raw[term] ** 2 for term in kept))
    return {term: raw[term] / length for term in kept} if length else {}


def slug_terms(url: str) -> list[str]:
    """Return the terms of the wordiest part of an address; none where no part reads as a headline.

    >>> slug_terms("http://example.org/world/2013/kerry-meets-lavrov-in-berlin-20130226.html")
    ['kerry', 'meet', 'lavrov', 'berlin']
    """
    parts = re.split(r"[/?&=]", _HOST.sub("", url))
    wordy = max(parts, key=lambda part: len(re.findall(r"[A-Za-z]{3,}", part)), default="")
    found = re.findall(r"[A-Za-z]+|\d+", re.sub(r"\.[a-z]{3,5}$", "", wordy))
    if sum(len(word) > 2 for word in found) < _SLUG_WORDS:
        return []
    return list(
        terms(" ".join(word for word in found if not (word.isdigit() and len(word) > _LONG_NUMBER)))
    )
