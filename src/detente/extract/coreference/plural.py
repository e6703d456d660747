"""They, them and their become the people named together before, where nobody else can be meant.

"Kerry and Lavrov met. They agreed ...": the pair is the subject or was just named as a group. Any other
noun in the plural that they could stand for leaves the word without an actor.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.extract.coreference.binding import apart
from detente.extract.coreference.scene import Scene
from detente.extract.spans import Span, Tokens
from detente.knowledge.roles import is_role
from detente.records import Actor

THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
_SUBJECTS = ("nsubj", "nsubjpass")
_REACH = 2
_NEAR = 40
_PEOPLE = frozenset((
    "people", "police", "both", "others", "those", "some", "many", "all", "men", "women", "children",
    "troops", "forces", "rebels", "sides", "states", "countries", "nations", "governments", "parties",
    "families", "parents", "groups", "companies", "allies", "powers",
))  # fmt: skip


def they(scene: Scene, i: int, found: Sequence[Span]) -> Span | None:
    """Return the span of "they" at a token with its members; None where that is not plain.

    `found` are the phrases resolved so far. Members are persons, or states that act.
    """
    tokens = scene.tokens
    last = _last_group(scene, i, found)
    if last is None:
        return None
    end, members, subject = last
    if not subject and tokens.deps[i] in _SUBJECTS and tokens.sents[end] == tokens.sents[i]:
        return None
    if any(_could_be_they(tokens, k) for k in range(end, i)):
        return None
    if tokens.deps[i] == "nsubjpass" and "NNS" in tokens.tags[max(0, i - _NEAR) : i]:
        return None
    if tokens.deps[i] not in (*_SUBJECTS, "poss") and "NNS" in tokens.tags[end:i]:
        return None
    return Span(
        i, i + 1, "group", "pronoun", None, "the people named together last", 0.7, members=members
    )


def _last_group(
    scene: Scene, i: int, found: Sequence[Span]
) -> tuple[int, tuple[Actor, ...], bool] | None:
    """The end of the last words for several, who they are, and whether they are a subject."""
    tokens, marks = scene.tokens, scene.marks
    object_ = tokens.deps[i] not in (*_SUBJECTS, "poss")
    never = apart(scene, i) if object_ else frozenset()
    best: tuple[int, tuple[Actor, ...], bool] | None = None
    for span in reversed(found):
        if tokens.sents[i] - tokens.sents[span.first] > _REACH:
            break
        if len(span.members) > 1 and span.last <= i and marks[span.first] == marks[i]:
            head = tokens.head_of(span.first, span.last)
            best = (span.last, span.members, tokens.deps[head] in (*_SUBJECTS, "poss"))
            break
    near = [s for s in scene.spans if s.last <= i and tokens.sents[i] - tokens.sents[s.first] <= _REACH]
    for right in reversed(near):
        if best is not None and right.last <= best[0]:
            break
        joined = _joined(scene, near, right)
        if joined is not None and marks[right.first] == marks[i]:
            if any(actor.id in never for actor in joined[1]):
                continue
            return joined
    return best


def _joined(
    scene: Scene, near: Sequence[Span], right: Span
) -> tuple[int, tuple[Actor, ...], bool] | None:
    """Two or more persons, or states, that "and" joins, the last of them at a span."""
    tokens = scene.tokens
    head = tokens.head_of(right.first, right.last)
    if tokens.deps[head] != "conj" or right.actor is None or right.kind not in ("person", "state"):
        return None
    members = [right]
    up = tokens.heads[head]
    while True:
        left = next((s for s in near if s.first <= up < s.last), None)
        if left is None or left.actor is None or left.kind != right.kind:
            return None
        members.insert(0, left)
        if tokens.deps[up] != "conj":
            break
        up = tokens.heads[up]
    if "and" not in tokens.texts[members[-2].last : right.first]:
        return None
    actors = tuple(dict.fromkeys(s.actor for s in members if s.actor is not None))
    if len(actors) < 2 or len({a.id for a in actors}) < 2:
        return None
    return right.last, actors, tokens.deps[up] in _SUBJECTS


def _could_be_they(tokens: Tokens, k: int) -> bool:
    """Whether a token is a plural that "they" could mean instead."""
    lower = tokens.texts[k].lower()
    if lower in _PEOPLE:
        return True
    if tokens.tags[k] not in ("NNS", "NNPS"):
        return False
    lemma = tokens.lemmas[k].lower()
    human = any(is_role(lemma, kind) for kind in ("office", "profession", "anonymous"))
    return human or tokens.deps[k] in _SUBJECTS or tokens.tags[k] == "NNPS"
