"""Whom a description means that no office and state alone decide: by what stands beside it, or comes.

"Ana Ruiz, the Chilean scholar" is Ana Ruiz; "the foreign minister" of a lead that has named nobody is
the one named after it; "their attorney general" is that of the people named last; "the young man" the
last man named who holds no office.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.extract.coreference.posts import matches
from detente.extract.coreference.scene import Scene
from detente.extract.spans import Span
from detente.knowledge.registry import as_days, covers
from detente.knowledge.roles import office_suffixes
from detente.records import Actor, Tenure

_AHEAD = 8
_CLOSES = 14
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BACK = 2
_TITLES = frozenset((
    "emir", "king", "queen", "sultan", "emperor", "pope", "chancellor", "taoiseach", "prince",
    "shah", "ayatollah", "president", "premier",
))  # fmt: skip
_ANY: frozenset[str] = frozenset()
REALMS = {
    "country": _ANY, "nation": _ANY, "republic": _ANY, "island": _ANY,
    "kingdom": frozenset((
        "SAU", "JOR", "MAR", "BHR", "THA", "GBR", "ESP", "NLD", "BEL", "SWE", "NOR", "DNK", "KHM",
        "BTN", "SWZ", "LSO", "TON", "NPL",
    )),
    "emirate": frozenset(("QAT", "KWT", "ARE")),
    "sultanate": frozenset(("OMN", "BRN")),
}  # fmt: skip
"""Nouns for a state just named, and the states that can be called so; empty for any."""
_PLAIN = {"man": "m", "woman": "f", "boy": "m", "girl": "f"}
_AGES = frozenset(("young", "old", "younger", "older", "elderly"))


def apposed_before(scene: Scene, by_token: Mapping[int, Span], first: int, noun: int) -> Actor | None:
    """Return the person named right before the comma that a phrase stands after.

    `first` is the first token of the phrase, `noun` its head. "A, the head of B, and C" gives A.
    """
    tokens = scene.tokens
    if first < 2 or tokens.texts[first - 1] != "," or tokens.sents[first - 2] != tokens.sents[first]:
        return None
    span = by_token.get(first - 2)
    if span is None or span.kind != "person" or span.actor is None:
        return None
    apposed = tokens.deps[noun] == "appos" and span.first <= tokens.heads[noun] < span.last
    return span.actor if apposed or _closed(scene, first, noun) else None


def _closed(scene: Scene, first: int, noun: int) -> bool:
    """Whether a phrase between commas ends in a comma before a verb: "A, the head of B, said"."""
    tokens = scene.tokens
    if tokens.texts[noun + 1 : noun + 2] in (["'s"], ["’s"]):
        return False
    for k in range(noun + 1, min(noun + _CLOSES, len(tokens.texts) - 1)):
        if tokens.tags[k] in _FINITE or tokens.texts[k] in (".", ";", ":"):
            return False
        if tokens.texts[k] == ",":
            verb = tokens.tags[k + 1] in _FINITE
            return verb and tokens.texts[first].lower() in ("the", "his", "her", "its", "their")
    return False


def next_holder(scene: Scene, i: int, words: str, suffixes: tuple[str, ...]) -> Actor | None:
    """Return the person named after a token who holds such an office; None if two of them do.

    For a text that opens with the office and names its holder later.
    """
    tokens = scene.tokens
    found: dict[str, Actor] = {}
    for span in scene.spans:
        if span.first < i or span.actor is None or span.kind != "person":
            continue
        if tokens.sents[span.first] - tokens.sents[i] > _AHEAD:
            break
        if any(matches(post, words, suffixes, None) for post in scene.posts_of(span.actor)):
            found[span.actor.id] = span.actor
    return next(iter(found.values())) if len(found) == 1 else None


def titled_so(held: Tenure, noun: str) -> bool:
    """Say whether an office can be called by a noun: an emir or a chancellor is called nothing else.

    A president is never "the emir", though both are heads of state.
    """
    return noun not in _TITLES or noun in held.title.lower()


def named_holder(scene: Scene, terms: list[Tenure]) -> Actor | None:
    """Return the one holder of a term who is named in the article, before or after."""
    persons = {span.actor.id for span in scene.spans if span.actor is not None}
    held = {term.person for term in terms if term.person in persons}
    return scene.registry.actor(held.pop()) if len(held) == 1 else None


def at_date(scene: Scene, office: str) -> list[Tenure]:
    """Return the terms of an office that ran through all of the article's date."""
    days = as_days(scene.when)
    if days is None:
        return []
    first, last = (days[0], days[0]), (days[1], days[1])
    return [t for t in scene.registry.terms(office) if covers(t, first) and covers(t, last)]


def people_before(scene: Scene, i: int) -> str | None:
    """Return the state whose people or government "their" and "its" mean: the one named last.

    Looks back two sentences, and at a state that acts or its people, not at a place.
    """
    tokens = scene.tokens
    for span in reversed(scene.spans):
        if span.first >= i:
            continue
        if tokens.sents[i] - tokens.sents[span.first] > _BACK:
            return None
        if span.kind == "body" and span.actor is not None:
            return span.actor.state
        if span.kind != "state" or span.actor is None:
            continue
        last = span.last - 1
        if span.form == "demonym" and tokens.deps[last] in ("amod", "compound", "nmod"):
            continue
        return span.actor.state
    return None


def realm_state(scene: Scene, i: int, realm: str) -> str | None:
    """Return the state that "the kingdom" or "the country" at a token means; None if two could be.

    The one state named before it in its sentence, else in the two sentences before; of a kingdom, an
    emirate and a sultanate the one that is ruled so.
    """
    tokens = scene.tokens
    sentence = tokens.sents[i]
    ruled = REALMS[realm]
    for reach in range(_BACK + 1):
        named = {
            shown.state
            for span in scene.spans
            if span.first < i and tokens.sents[span.first] == sentence - reach
            and span.kind in ("state", "place", "body")
            and (shown := span.actor or span.place_of) is not None
            and shown.state is not None and (not ruled or shown.state in ruled)
        }  # fmt: skip
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def plain_person(scene: Scene, i: int) -> Span | None:
    """Return the span of "the young man" with the last man named who holds no office; else None."""
    tokens = scene.tokens
    sex = _PLAIN.get(tokens.texts[i].lower())
    if sex is None or i < 2 or tokens.texts[i - 1].lower() not in _AGES:
        return None
    if tokens.texts[i - 2].lower() not in ("the", "this", "that"):
        return None
    for seen in reversed(scene.seen):
        if tokens.sents[i] - seen.sentence > _AHEAD:
            return None
        free = scene.registry.office_on(seen.actor.id, scene.when) is None
        if free and scene.gender(seen.actor) in (sex, None) and seen.actor is not scene.interviewed:
            why = "last person named who holds no office"
            return Span(i - 2, i + 1, "person", "office", seen.actor, why, 0.6)
    return None


def of_state(words: str, state: str, scene: Scene) -> list[Tenure]:
    """Return who held the office of a title in a state at the article's date."""
    return [
        term for suffix in office_suffixes(words, state) for term in at_date(scene, f"{state}:{suffix}")
    ]
