"""What the two states are written about together, and no issue covers: noun phrases that recur.

A phrase is a noun with the nouns and adjectives before it, in a sentence that names both states or
stands beside one that does. It counts once an independent origin. Names of actors are no matters, and
what a term of an issue covers is known already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.annotate import annotate_many
from detente.document import Paragraph, View
from detente.knowledge.issue_layer import OwnIssue
from detente.knowledge.issues import issue_mentions, laid_over
from detente.knowledge.word_counts import rarity
from detente.query.archived import desk_for
from detente.query.desk import Desk, Reference
from detente.query.refs import Ref
from detente.query.relationship import articles_on
from detente.query.sentences import sentences_in
from detente.records import Article
from detente.store import tables

_CHUNK = 300
MOST_SENTENCES = 4000
"""Sentences that are read at most, the newest articles first."""
_LONGEST, _SHORTEST_WORD = 4, 3
_REFS = 5
_COMMON_WORDS = (
    "talk talks meeting meetings summit visit trip call relation relations relationship country "
    "countries government governments official officials president minister ministers foreign "
    "secretary state states side sides capital week month year day time today yesterday statement "
    "news conference press agency spokesman spokeswoman reporter reporters people man men woman "
    "women world issue issues question problem thing way part number case word words position "
    "leader leaders ministry house end decision answer reason fact point work plan step night "
    "morning evening hour hours minute head view newspaper article interview journalist diplomat "
    "diplomats source sources first last new next recent american russian sentence table room "
    "door story line list afternoon fellow scholar analyst expert experts professor director "
    "researcher institute senior former same other own long good great late early following "
    "previous several many "
)
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words that alone or together are no matter: who meets, when, and how it is reported."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A phrase that may be an issue."""

    phrase: str
    """The words as they are printed most."""
    articles: int
    """How many articles have it near both states."""
    origins: int
    """How many independent origins they are of."""
    score: float
    """How much it recurs and how rare its words are otherwise; comparable within one answer."""
    refs: tuple[Ref, ...]
    """Where, a few of them: one an article first."""


def propose_issues(
    conn: Connection,
    reference: Reference,
    left: str,
    right: str,
    *,
    own: Sequence[OwnIssue] = (),
    at_least: int = 2,
    limit: int = 20,
) -> list[Proposal]:
    """Return phrases that recur near both states and that no issue covers, best first.

    `own` are the reader's issues, which cover what they name; `at_least` is how many independent
    origins must have a phrase. A matter that always goes by one common word ("gas") is not proposed.
    """
    chosen = articles_on(conn, reference, left, right)
    desk = desk_for(conn, chosen, reference)
    order = sorted(chosen, key=desk.order, reverse=True)
    near = _near_both(conn, reference, order, {left, right})
    told: dict[str, dict[tuple[str, int], str]] = {}
    for (article, number), phrase in _phrases(_texts(conn, near), own):
        told.setdefault(phrase.casefold(), {})[article, number] = phrase
    found = [one for places in told.values() if (one := _proposal(places, desk)).origins >= at_least]
    found.sort(key=lambda one: (-one.score, one.phrase))
    return _apart(found)[:limit]


def _near_both(
    conn: Connection, reference: Reference, articles: Sequence[str], pair: set[str]
) -> list[tuple[str, int]]:
    """Return the sentences that name both states, and those beside them, by article and number."""
    mention = tables.mention.c
    found: list[tuple[str, int]] = []
    for first in range(0, len(articles), _CHUNK):
        chunk = articles[first : first + _CHUNK]
        named: dict[str, dict[int, set[str]]] = {}
        query = sa.select(mention.article, mention.sentence, mention.actor_id).where(
            mention.article.in_(chunk), mention.actor_id.is_not(None)
        )
        for article, number, actor in conn.execute(query):
            if (state := reference.state_of_actor(actor)) in pair:
                named.setdefault(article, {}).setdefault(number, set()).add(state or "")
        for article in chunk:
            numbers = {n for n, states in named.get(article, {}).items() if n > 0 and states == pair}
            numbers |= {n + 1 for n in numbers} | {n - 1 for n in numbers if n > 1}
            found += [(article, number) for number in sorted(numbers)]
        if len(found) >= MOST_SENTENCES:
            break
    return found[:MOST_SENTENCES]


def _texts(
    conn: Connection, places: Sequence[tuple[str, int]]
) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield the sentences at places with what they say; names of actors in them are blanked out."""
    texts = sentences_in(conn, {article for article, _ in places})
    names: dict[tuple[str, int], set[str]] = {}
    mention = tables.mention.c
    articles = sorted({article for article, _ in places})
    for first in range(0, len(articles), _CHUNK):
        query = sa.select(mention.article, mention.sentence, mention.text).where(
            mention.article.in_(articles[first : first + _CHUNK]), mention.form != "pronoun"
        )
        for article, number, text in conn.execute(query):
            names.setdefault((article, number), set()).add(" ".join(text.split()))
    for place in places:
        if text := texts.get(place):
            for name in sorted(names.get(place, ()), key=len, reverse=True):
                text = text.replace(name, "·" * len(name))
            yield place, text


def _phrases(
    texts: Iterable[tuple[tuple[str, int], str]], own: Sequence[OwnIssue]
) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield the noun phrases of sentences that no term of an issue covers."""
    places, pairs = [], []
    for place, text in texts:
        article = Article(place[0], text, "", "text", "", ())
        places.append(place)
        pairs.append((article, View(text, ((0, 0, len(text)),), (Paragraph(0, len(text), "body"),))))
    with laid_over(own):
        for place, parse in zip(places, annotate_many(pairs), strict=True):
            covered = [(one.start, one.end) for one in issue_mentions(parse.view.text)]
            for first, last in _runs([(token.tag_, token.text) for token in parse.doc]):
                start = parse.doc[first].idx
                end = parse.doc[last - 1].idx + len(parse.doc[last - 1])
                if not any(a < end and start < b for a, b in covered):
                    yield place, parse.view.text[start:end]


def _runs(tagged: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Yield runs of two to four adjectives and nouns that end in a noun and tell something."""
    at = 0
    while at < len(tagged):
        end = at
        while end < len(tagged) and _may_stand(*tagged[end]):
            end += 1
        last = end
        while last > at and not tagged[last - 1][0].startswith("NN"):
            last -= 1
        first = max(at, last - _LONGEST)
        if last - first > 1 and _tells([word for _, word in tagged[first:last]]):
            yield first, last
        at = max(end, at + 1)


def _may_stand(tag: str, word: str) -> bool:
    return tag in ("JJ", "NN", "NNS", "NNP", "NNPS") and "·" not in word and word[:1].isalpha()


def _tells(words: Sequence[str]) -> bool:
    """Say whether some word of a phrase, and its last one, are none of the common ones."""
    plain = [word.casefold() for word in words]
    rare = [word for word in plain if word not in _COMMON and len(word) >= _SHORTEST_WORD]
    return len(rare) > 1 or (len(rare) == 1 and plain[-1] not in _COMMON)


def _proposal(places: dict[tuple[str, int], str], desk: Desk) -> Proposal:
    articles = {article for article, _ in places}
    origins = len({desk.origins[article] for article in articles})
    phrase = max(sorted(set(places.values())), key=list(places.values()).count)
    ordered = sorted(places, key=lambda at: (*desk.order(at[0]), at[1]))
    firsts = list({article: (article, number) for article, number in reversed(ordered)}.values())
    shown = sorted(firsts, key=lambda at: desk.order(at[0]))[:_REFS]
    return Proposal(
        phrase=phrase,
        articles=len(articles),
        origins=origins,
        score=round(origins * _rare(phrase), 2),
        refs=tuple(desk.ref(article, number) for article, number in shown),
    )


def _rare(phrase: str) -> float:
    """Return how rare the words of a phrase are, on average."""
    words = [word.casefold() for word in phrase.split()]
    return sum(rarity(word) for word in words) / len(words)


def _apart(found: Sequence[Proposal]) -> list[Proposal]:
    """Leave out phrases that lie in a better one, or hold one."""
    kept: list[Proposal] = []
    for one in found:
        words = f" {one.phrase.casefold()} "
        if not any(
            f" {k.phrase.casefold()} " in words or words in f" {k.phrase.casefold()} " for k in kept
        ):
            kept.append(one)
    return kept
