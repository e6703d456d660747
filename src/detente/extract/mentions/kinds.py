"""Capitalised names that no list knows become persons, places, organisations or nothing.

A linear model scores each occurrence; the occurrences of one name in an article are judged together,
and a surname with the full name it ends. See `knowledge/data/name_kinds.md` for what it learned from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from detente.document import Parse
from detente.extract.mentions.forms import Found
from detente.extract.mentions.runs import THINGS, Part
from detente.extract.mentions.traits import Candidate, senses, traits
from detente.extract.spans import Span, Tokens
from detente.knowledge.cues import media
from detente.knowledge.tables import weights
from detente.records import Actor, make_id

if TYPE_CHECKING:
    import numpy as np

Kind = Literal["person", "place", "organisation", "none"]
_WHY = "what the model sees of it in the article"
_PLACE = 0.7
_ORGANISATION = 0.65
_JOINED = 0.75
_ORGANISED = 5.0
_SITUATED = 4.0
_FIRMS = frozenset((
    "agency", "newspaper", "daily", "weekly", "magazine", "firm", "company", "group", "broadcaster",
    "channel", "organisation", "organization", "charity", "website", "portal", "carmaker",
    "airline", "bank", "brewer", "retailer", "publisher", "maker", "operator", "insurer", "lender",
    "brokerage", "consultancy", "militia", "party", "movement", "network", "bloc", "giant", "unit",
    "subsidiary", "faction", "club", "start-up", "pollster", "paper", "tabloid", "union",
))  # fmt: skip
_SITES = frozenset((
    "village", "town", "city", "province", "district", "island", "region", "county", "suburb",
    "port", "hamlet", "settlement", "republic", "oblast", "peninsula", "valley", "river", "lake",
    "neighborhood", "neighbourhood", "airport", "airbase", "checkpoint", "camp", "enclave",
    "prefecture", "governorate", "municipality", "resort", "stronghold", "crossing", "prison",
))  # fmt: skip
_CALENDAR = frozenset((
    "mr", "mrs", "ms", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
))  # fmt: skip
KINDS: tuple[Kind, ...] = ("person", "place", "organisation", "none")


@dataclass(frozen=True, slots=True)
class Judged:
    """What a name is, and how sure that is."""

    kind: Kind
    """The likeliest kind."""
    sure: float
    """Its probability, 0 to 1."""
    shares: tuple[float, ...]
    """The probability of each of `KINDS`."""


def candidates(tokens: Tokens, parts: Sequence[Part], found: Sequence[Found]) -> list[Candidate]:
    """Return the name parts, and those that stand right beside a place or state as one with it.

    "Boston Ledger" and "Dinamo Minsk" may be one name or two.
    """
    out: list[Candidate] = []
    names = {item.first: item for item in found if _is_place(item)}
    ends = {item.last: item for item in names.values()}
    for part in parts:
        if part.quiet:
            continue
        out.append(Candidate(part.first, part.last, part.words, part.title is not None))
        if part.title is not None:
            continue
        before, after = ends.get(part.first), names.get(part.last)
        if before is not None and tokens.sents[before.first] == tokens.sents[part.first]:
            words = (*tokens.texts[before.first : before.last], *part.words)
            out.append(Candidate(before.first, part.last, words, joined="place+"))
        if after is not None and tokens.sents[after.first] == tokens.sents[part.first]:
            words = (*part.words, *tokens.texts[after.first : after.last])
            out.append(Candidate(part.first, after.last, words, joined="+place"))
    return out


def judge(tokens: Tokens, names: Sequence[Candidate], found: Sequence[Found]) -> dict[str, Judged]:
    """Return what each name of an article is, by `Candidate.key`."""
    if not names:
        return {}
    model = _model()
    known = senses(found)
    sums: dict[str, np.ndarray] = {}
    counts: dict[str, int] = {}
    for one in names:
        score = model.score(traits(tokens, one, known))
        score[KINDS.index("organisation")] += _ORGANISED * _is_organised(tokens, one)
        score[KINDS.index("place")] += _SITUATED * _is_situated(tokens, one)
        sums[one.key] = sums[one.key] + score if one.key in sums else score
        counts[one.key] = counts.get(one.key, 0) + 1
    return {key: model.judged(total / counts[key] ** 0.7) for key, total in sums.items()}


def _is_organised(tokens: Tokens, one: Candidate) -> bool:
    """Whether the words say that it is an organisation: "the news agency Vestnik", an outlet's name."""
    if one.key in media()["name"]:
        return True
    if one.last < len(tokens.texts) and tokens.texts[one.last].lower() in _FIRMS:
        return len(one.words) < 3
    return _noun_before(tokens, one, _FIRMS)


def _is_situated(tokens: Tokens, one: Candidate) -> bool:
    """Whether the words say that it is a place: "the village of Lipovo", "in Lipovo province"."""
    if one.last < len(tokens.texts) and tokens.texts[one.last].lower() in _SITES:
        return not one.titled
    first = one.first
    of = first > 1 and tokens.texts[first - 1] == "of" and tokens.texts[first - 2].lower() in _SITES
    return of or _noun_before(tokens, one, _SITES)


def _noun_before(tokens: Tokens, one: Candidate, nouns: frozenset[str]) -> bool:
    """Whether a noun stands right before a name, or before a comma that parts them."""
    i = one.first - 1
    if i < 0 or tokens.sents[i] != tokens.sents[one.first]:
        return False
    if tokens.texts[i] == "," and i:
        head = tokens.head_of(one.first, one.last)
        return tokens.deps[head] == "appos" and tokens.texts[i - 1].lower() in nouns
    return tokens.texts[i].lower() in nouns


def find_unlisted(
    parse: Parse,
    tokens: Tokens,
    names: Sequence[Candidate],
    kinds: Mapping[str, Judged],
    spans: Sequence[Span],
) -> tuple[list[Span], list[Actor]]:
    """Return the places and organisations among names that nothing else was found for.

    A name that stands beside a place is one with it where the model is sure ("Boston Ledger").
    """
    taken = {i: span for span in spans for i in range(span.first, span.last)}
    out: list[Span] = []
    actors: dict[str, Actor] = {}
    reached = -1
    for one in sorted(names, key=lambda name: (name.first, -name.last)):
        if one.first < reached or one.titled or one.key in _CALENDAR or _is_thing(one):
            continue
        found = kinds[one.key]
        over = [taken[i] for i in range(one.first, one.last) if i in taken]
        if over and not (one.joined and all(span.kind in ("place", "state") for span in over)):
            continue
        if found.kind == "place" and found.sure >= _PLACE and not one.joined:
            out.append(Span(one.first, one.last, "place", "name", None, _WHY, _score(found)))
        elif found.kind == "organisation" and found.sure >= (_JOINED if one.joined else _ORGANISATION):
            name = parse.doc[one.first : one.last].text
            actor = actors.setdefault(one.key, Actor(
                make_id("local", parse.article.id, name), "organisation", name,
                article=parse.article.id,
            ))  # fmt: skip
            out.append(Span(one.first, one.last, "organisation", "name", actor, _WHY, _score(found)))
        else:
            continue
        reached = one.last
    return out, list(actors.values())


def _is_thing(one: Candidate) -> bool:
    """Whether the last word is a treaty, a prize or the like, or a type with a number ("S-300")."""
    return one.words[-1].lower() in THINGS or any(c.isdigit() for c in one.words[-1])


def _score(found: Judged) -> float:
    return round(0.8 * found.sure, 2)


def _is_place(item: Found) -> bool:
    if item.forms:
        return any(
            form.sense in ("name", "capital") and form.actor_id[:6] == "state:" for form in item.forms
        )
    return item.place is not None


@dataclass(frozen=True, slots=True)
class _Model:
    table: np.ndarray
    scale: float
    bias: np.ndarray

    def score(self, slots: list[int]) -> np.ndarray:
        """The score of each kind, for one occurrence."""
        total: np.ndarray = self.table[slots].sum(axis=0) * self.scale + self.bias
        return total

    def judged(self, score: np.ndarray) -> Judged:
        """The likeliest kind of a score."""
        import numpy as np

        shares = np.exp(score - score.max())
        shares /= shares.sum()
        best = int(shares.argmax())
        return Judged(KINDS[best], float(shares[best]), tuple(float(x) for x in shares))


@lru_cache(maxsize=1)
def _model() -> _Model:
    loaded = weights("name_kinds.npz")
    return _Model(loaded["table"].astype("float32"), float(loaded["scale"][0]), loaded["bias"])
