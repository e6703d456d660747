"""Phrases for two people at once become their members: "the two presidents", "both ministers"."""

from __future__ import annotations

from detente.extract.coreference.scene import Scene, Seen
from detente.extract.mentions.spans import Span
from detente.knowledge.roles import office_suffixes
from detente.records import Actor

_SINGULAR = {
    "presidents": "president", "ministers": "minister", "chancellors": "chancellor",
    "premiers": "prime minister", "secretaries": "secretary", "diplomats": "diplomat",
}  # fmt: skip
_DIPLOMATS = frozenset(("foreign-minister", "un-ambassador", "deputy-foreign-minister", "ambassador"))
_LEADERS = frozenset(("head-of-state", "head-of-government", "supreme-leader"))
_MODIFIERS = frozenset((
    "top", "foreign", "prime", "defense", "defence", "chief", "senior", "world", "leading",
    "state",
))  # fmt: skip
_REACH = 6


def group(scene: Scene, i: int) -> Span | None:
    """Return the span of a phrase for two people whose noun is at a token; None for any other.

    "The two" or "both" must stand before it. The members are the two last people named who hold such
    an office at the date; for "men", "leaders" or "the pair" the two last named that fit.
    """
    tokens = scene.tokens
    texts = tokens.texts
    word = texts[i].lower()
    first = i
    words = [word]
    j = i - 1
    while j >= 0 and texts[j].lower() in _MODIFIERS:
        words.insert(0, texts[j].lower())
        j -= 1
    if j >= 0 and texts[j].lower() == "two":
        first = j - 1 if j and texts[j - 1].lower() == "the" else j
        if first == j:
            return None
    elif (j >= 0 and texts[j].lower() == "both") or (
        word in ("pair", "duo") and j >= 0 and texts[j].lower() == "the"
    ):
        first = j
    else:
        return None
    members = _members(scene, i, words)
    if len(members) != 2:
        return None
    return Span(
        first, i + 1, "group", "office", None, "the two last named that fit", 0.8, members=members
    )


def _members(scene: Scene, i: int, words: list[str]) -> tuple[Actor, ...]:
    sentence = scene.tokens.sents[i]
    found: dict[str, Actor] = {}
    for seen in reversed(scene.seen):
        if sentence - seen.sentence > _REACH or len(found) == 2:
            break
        if seen.actor.id not in found and _fits(scene, seen, words):
            if found and _same_state(scene, seen, next(iter(found.values()))):
                continue
            found[seen.actor.id] = seen.actor
    return tuple(reversed(found.values()))


def _same_state(scene: Scene, seen: Seen, other: Actor) -> bool:
    left = scene.registry.office_on(seen.actor.id, scene.when)
    right = scene.registry.office_on(other.id, scene.when)
    return left is not None and right is not None and left.state == right.state


def _fits(scene: Scene, seen: Seen, words: list[str]) -> bool:
    word = words[-1]
    gender = scene.gender(seen.actor)
    if word in ("men", "women"):
        return gender == ("m" if word == "men" else "f")
    if word in ("pair", "duo", "counterparts", "politicians", "negotiators"):
        return True
    held = scene.registry.office_on(seen.actor.id, scene.when)
    if held is None:
        return False
    kind = held.office.partition(":")[2]
    if word == "leaders":
        return kind in _LEADERS
    if word in ("diplomats", "officials"):
        return kind.split("-to-")[0] in _DIPLOMATS
    title = " ".join([*words[:-1], _SINGULAR.get(word, word)])
    if kind in office_suffixes(title):
        return True
    return word == "ministers" and len(words) == 1 and kind.endswith("minister")
