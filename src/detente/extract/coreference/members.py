"""Who can be one of several: by the noun, by the states that stand beside it, by the office held.

"The presidents of Chile and Peru" are two holders; "the leaders" people who lead; "the two Clintons"
the bearers of one name.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from detente.extract.coreference.holders import leader_of
from detente.extract.coreference.posts import Post, matches
from detente.extract.coreference.scene import Scene
from detente.knowledge.names import fold_word
from detente.knowledge.registry import as_days, covers, surname_key
from detente.knowledge.roles import office_suffixes
from detente.records import Actor

SINGULAR = {
    "presidents": "president", "ministers": "minister", "chancellors": "chancellor",
    "premiers": "prime minister", "secretaries": "secretary", "diplomats": "diplomat",
    "men": "man", "women": "woman", "ladies": "lady",
}  # fmt: skip
_DIPLOMATS = frozenset(("foreign-minister", "un-ambassador", "deputy-foreign-minister", "ambassador"))
LEADERS = frozenset(("head-of-state", "head-of-government", "supreme-leader"))


def namesakes(scene: Scene, surname: str, count: int) -> tuple[Actor, ...]:
    """The persons of one surname whom the article names: "the two Clintons"."""
    key = fold_word(surname)
    found = {
        span.actor.id: span.actor
        for span in scene.spans
        if span.kind == "person" and span.actor is not None and surname_key(span.actor.name) == key
    }
    return tuple(found.values()) if len(found) == count else ()


def states_of(scene: Scene, actor: Actor) -> list[str]:
    """The states and organisations somebody is in office for."""
    return [post.state for post in scene.posts_of(actor) if post.state is not None]


def same_state(scene: Scene, one: Actor, two: Actor, *, unknown: bool = False) -> bool:
    """Whether two are in office for one state; `unknown` is the answer where that is not known."""
    left, right = states_of(scene, one), states_of(scene, two)
    return unknown if not left or not right else left[0] == right[0]


def states_after(scene: Scene, i: int) -> tuple[str, ...] | None:
    """The states in "of Chile and Peru", "of Chile, Peru and the Bolivians" right after a noun."""
    tokens = scene.tokens
    if i + 1 >= len(tokens.texts) or tokens.texts[i + 1].lower() != "of":
        return None
    found: list[str] = []
    at = i + 2
    for span in scene.spans:
        if span.first < at or tokens.sents[span.first] != tokens.sents[i]:
            continue
        between = [text.lower() for text in tokens.texts[at : span.first]]
        if set(between) - {",", "and", "the"} or span.kind not in ("state", "place"):
            break
        shown = span.actor or span.place_of
        if shown is None or shown.state is None:
            break
        found.append(shown.state)
        at = span.last
        if "and" in between:
            return tuple(found) if len(found) > 1 else None
    return None


def states_before(scene: Scene, i: int) -> tuple[int, tuple[str, str]] | None:
    """The sentence and the states of the last pair "Chile and Peru" at most one sentence back."""
    tokens = scene.tokens
    sentence = tokens.sents[i]
    near = [
        s
        for s in scene.spans
        if s.first < i
        and s.kind == "state"
        and s.actor is not None
        and sentence - tokens.sents[s.first] <= 1
    ]
    for left, right in reversed(list(pairwise(near))):
        between = tokens.texts[left.last : right.first]
        if "and" not in between or len(between) > 2 or left.actor is None or right.actor is None:
            continue
        a, b = left.actor.state, right.actor.state
        if a and b and a != b:
            return tokens.sents[right.first], (a, b)
    return None


def main_states(scene: Scene, *, close: bool = False) -> tuple[str, str] | None:
    """The two states that an article is about: named far more often than any third.

    With `close` more often is enough, and who acts for a state counts as well.
    """
    counts = Counter(
        s.actor.state
        for s in scene.spans
        if s.actor is not None
        and s.actor.state
        and (s.kind == "state" or (close and s.kind == "person"))
    )
    ranked = [*counts.most_common(3), ("", 0)]
    factor = 1.01 if close else 2.0
    if len(ranked) < 3 or ranked[1][1] < 3 or ranked[2][1] * factor > ranked[1][1]:
        return None
    return str(ranked[0][0]), str(ranked[1][0])


def holder(scene: Scene, words: list[str], state: str) -> Actor | None:
    """Who held the office of a plural ("foreign ministers") in a state through the date."""
    days = as_days(scene.when)
    if days is None:
        return None
    if words[-1] == "leaders":
        return leader_of(scene, state)
    title = " ".join([*words[:-1], SINGULAR.get(words[-1], words[-1])])
    for suffix in office_suffixes(title, state) or office_suffixes(title):
        persons = {
            t.person
            for t in scene.registry.terms(f"{state}:{suffix}")
            if covers(t, (days[0], days[0])) and covers(t, (days[1], days[1]))
        }
        if len(persons) == 1:
            return scene.registry.actor(persons.pop())
    return None


def of_sex(scene: Scene, actor: Actor, word: str) -> bool:
    """Whether a person is one of "men" or "women"; of a "pair" anybody is."""
    return word == "pair" or scene.gender(actor) == ("m" if word in ("men", "man") else "f")


def fits(scene: Scene, actor: Actor, words: list[str]) -> bool:
    """Whether a plural ("foreign ministers", "leaders", "women") can be said of somebody."""
    word = words[-1]
    if word in ("men", "women", "man", "woman"):
        return of_sex(scene, actor, word)
    if word in ("pair", "duo", "counterparts", "politicians", "negotiators"):
        return True
    return any(_is_one(post, words) for post in scene.posts_of(actor))


def _is_one(post: Post, words: list[str]) -> bool:
    word = words[-1]
    if word == "leaders":
        return bool(set(post.kinds) & LEADERS) or post.words == "leader"
    if word in ("diplomats", "officials"):
        return any(kind.split("-to-")[0] in _DIPLOMATS for kind in post.kinds)
    singular = SINGULAR.get(word) or word.removesuffix("s")
    title = " ".join([*words[:-1], singular])
    if matches(post, title, office_suffixes(title, post.state), None):
        return True
    return word == "ministers" and len(words) == 1 and any(k.endswith("minister") for k in post.kinds)
