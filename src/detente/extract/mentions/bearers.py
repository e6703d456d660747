"""Whom a surname stands for: the persons named in full in an article, and the registry's in office.

Of two of one name it is the one named most often in full, the one whose title says so, or nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from detente.extract.mentions.runs import Part
from detente.extract.spans import Span, Tokens
from detente.knowledge.names import fold_word
from detente.knowledge.registry import Registry, as_days
from detente.knowledge.roles import office_suffixes, role_gender
from detente.records import Actor, Tenure, When

_NAME_LETTERS = 3
_LONG = 4
_RECENT_YEARS = 12
_RANKS = frozenset((
    "col.", "col", "colonel", "gen.", "gen", "general", "maj.", "major", "capt.", "captain", "lt.",
    "lieutenant", "sgt.", "adm.", "admiral", "professor", "prof.", "prof", "dr.", "dr", "judge",
    "justice", "father", "cardinal", "rabbi", "imam", "coach", "inspector", "detective", "sheriff",
))  # fmt: skip
"""Titles that say of a surname that it is not the minister's of that name."""
_CROWNS = frozenset(("king", "queen", "emir", "sultan", "pope", "emperor"))
"""Titles that only who bears them is called by: "King Abdullah" is no minister."""
_LESSER = ("envoy", "senator", "-president", "-director", "-chief", "commissioner", "prosecutor")
"""Offices whose holders no article calls by the surname alone before it has said who they are."""
_LADIES = frozenset(("mrs.", "mrs", "ms.", "ms", "lady", "madame", "mme"))
OPENING = frozenset((":", '"', "“", "‘", "''", "``"))
"""Tokens after which the next one opens a sentence or a quotation."""


@dataclass(slots=True)
class People:
    """The persons named in full in an article, and whom a surname then stands for."""

    bearers: dict[str, list[tuple[int, Actor]]] = field(default_factory=dict)
    """Folded surname: (token, actor) of each full name and of each title that says who is meant."""
    given: dict[str, Actor] = field(default_factory=dict)
    """Folded first name: the first person of that name named in full."""
    locals: dict[str, Actor] = field(default_factory=dict)
    """Folded full name: a person only this article knows."""
    titles: dict[str, Tenure] = field(default_factory=dict)
    """Actor id: the tenure that a title before the name says."""

    def bearer(self, key: str, token: int) -> Actor | None:
        """Return whom a surname at a token means: of several bearers the one named most in full.

        Of two named equally often it is the one named last before it, else the next.
        """
        named = self.bearers.get(key)
        if not named:
            return None
        counts: dict[str, int] = {}
        for _, actor in named:
            counts[actor.id] = counts.get(actor.id, 0) + 1
        most = max(counts.values())
        named = [pair for pair in named if counts[pair[1].id] == most]
        before = [pair for pair in named if pair[0] <= token]
        return (
            max(before, key=lambda pair: pair[0])[1]
            if before
            else min(named, key=lambda pair: pair[0])[1]
        )


def opening(
    tokens: Tokens, parts: Sequence[Part], spans: Mapping[int, Span], people: People
) -> list[Span]:
    """Return the names that open a sentence and that the tagger took for another word.

    Surnames and first names of those named in full in the article alone, and only right before a
    verb: "Rice prices rose" names nobody.
    """
    known = {i for part in parts for i in range(part.first, part.last)}
    known.update(i for span in spans.values() for i in range(span.first, span.last))
    found = []
    for i, text in enumerate(tokens.texts):
        if i in known or len(text) < _NAME_LETTERS or not text[0].isupper() or tokens.sents[i] < 0:
            continue
        opens = not i or tokens.sents[i - 1] != tokens.sents[i] or tokens.texts[i - 1] in OPENING
        verb = i + 1 < len(tokens.texts) and tokens.tags[i + 1] in ("VBZ", "VBD", "MD", "VBP")
        if not opens or not verb:
            continue
        key = fold_word(text)
        actor = people.bearer(key, i) or people.given.get(key)
        if actor is not None:
            why = "surname of a full name in the text"
            found.append(Span(i, i + 1, "person", "surname", actor, why, 0.85))
    return found


def titled_bearer(
    tokens: Tokens, part: Part, key: str, registry: Registry, when: When, people: People
) -> Actor | None:
    """Return whom a surname means with its title: "Mrs. Clinton" is not Bill.

    The title counts where two bear the name; who is found by it bears the surname from there on.
    """
    bearer = people.bearer(key, part.first)
    if part.title is None or bearer is None:
        return bearer
    words = [text.lower() for text in tokens.texts[part.title[0] : part.title[1]]]
    sex = role_gender(words[-1])
    if sex is not None and bearer.gender not in (None, sex):
        others = [actor for _, actor in people.bearers[key] if actor.gender == sex]
        return others[-1] if others else bearer
    suffixes = office_suffixes(" ".join(words))
    if not suffixes or _has_office(registry, bearer.id, suffixes, when):
        return bearer
    holders = [i for i in registry.surnamed(key) if _has_office(registry, i, suffixes, when)]
    if len(holders) != 1:
        return bearer
    actor = registry.actors[holders[0]]
    people.bearers[key].append((part.first, actor))
    return actor


def _has_office(registry: Registry, person: str, suffixes: Sequence[str], when: When) -> bool:
    return any(t.office.partition(":")[2] in suffixes for t in registry.offices_on(person, when))


def leads(registry: Registry, person: str, when: When) -> bool:
    """Say whether somebody holds an office whose holder a headline names by surname alone."""
    held = registry.office_on(person, when)
    kinds = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister")
    return held is not None and held.office.endswith(kinds)


def can_be(tokens: Tokens, part: Part, held: Tenure | None) -> bool:
    """Say whether a surname alone can mean the holder of an office.

    Not after a rank or degree that the office is not called by; an ambassador, envoy or senator only
    where the article speaks of one.
    """
    if held is None:
        return False
    if part.title is not None:
        words = {text.lower() for text in tokens.texts[part.title[0] : part.title[1]]}
        own = set(held.title.lower().split())
        if words & _RANKS and not words & own:
            return False
        if words & _CROWNS and not words & own:
            return False
    kind = held.office.partition(":")[2]
    if kind == "first-lady":
        return part.title is not None and tokens.texts[part.title[1] - 1].lower() in _LADIES
    if kind.startswith("ambassador"):
        return bool({"ambassador", "envoy", "embassy"} & {lemma.lower() for lemma in tokens.lemmas})
    if kind.startswith("assistant-secretary") or kind.endswith(_LESSER):
        words = {word for word in held.title.lower().split() if len(word) > _LONG}
        return part.title is not None or bool(words & {lemma.lower() for lemma in tokens.lemmas})
    return True


def called_so(tokens: Tokens, part: Part, registry: Registry, person: str) -> bool:
    """Say whether a surname alone can mean somebody by any office they ever held: no first lady."""
    terms = registry.tenures_of(person)
    return not terms or any(can_be(tokens, part, term) for term in terms)


def of_its_time(registry: Registry, ids: Sequence[str], when: When) -> list[str]:
    """Return the persons who were in office some years around a date, and those of no office at all."""
    days = as_days(when)
    if days is None:
        return list(ids)
    year = days[0].year
    return [
        i
        for i in ids
        if not (terms := registry.tenures_of(i))
        or any(
            t.start.start is not None and abs(t.start.start.year - year) <= _RECENT_YEARS for t in terms
        )
    ]


def known_alone(registry: Registry, ids: Sequence[str], when: When, *, guessed: bool) -> Actor | None:
    """Return the one bearer of a surname who is out of office: a known private person, or one of late.

    Where the date is unknown, whoever ever was in office counts.
    """
    days = as_days(when)
    if days is None:
        left = [i for i in ids if guessed or not registry.tenures_of(i)]
    else:
        year = days[0].year
        left = []
        for i in ids:
            terms = registry.tenures_of(i)
            ends = [t.end.end.year for t in terms if t.end.end is not None and t.end.end < days[0]]
            if not terms or (guessed and ends and year - max(ends) <= _RECENT_YEARS):
                left.append(i)
    return registry.actors[left[0]] if len(left) == 1 == len(ids) else None
