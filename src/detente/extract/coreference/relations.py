"""People told by whom they belong to: counterpart, predecessor, colleague, brother, guest.

"His Dutch counterpart" holds the same office in the Netherlands; "his counterpart" alone is the one
person named of the same office in another state. "Her husband" and "his brother" are named in the
article with the same surname. "The guest" came last.
"""

from __future__ import annotations

from datetime import date

from detente.extract.coreference.described import at_date
from detente.extract.coreference.holders import NOBODY, Answer, leader_of, one
from detente.extract.coreference.posts import Post
from detente.extract.coreference.scene import Scene
from detente.extract.spans import Span
from detente.knowledge.names import fold
from detente.knowledge.registry import as_days
from detente.records import Actor, Tenure

RELATIONAL = frozenset((
    "counterpart", "predecessor", "successor", "colleague", "neighbour", "neighbor",
))  # fmt: skip
KIN = {
    "brother": "m", "sister": "f", "husband": "m", "wife": "f", "father": "m", "mother": "f",
    "son": "m", "daughter": "f", "uncle": "m", "nephew": "m", "niece": "f", "cousin": "",
    "widow": "f", "grandson": "m", "grandfather": "m",
}  # fmt: skip
PARTIES = frozenset(("guest", "visitor", "host"))
RIVALS = frozenset(("opponent", "rival", "challenger"))
_WINDOW = 10
_HOME = 4


def related(scene: Scene, word: str, state: str | None, owner: Actor | None) -> Answer:
    """Return who is somebody's counterpart, predecessor, successor or colleague, and why."""
    if owner is None:
        return NOBODY
    if word not in ("predecessor", "successor"):
        return _equal(scene, word, state, owner)
    held = scene.registry.office_on(owner.id, scene.when)
    if held is None and word == "successor":
        held = _last_office(scene, owner)
    if held is None:
        return NOBODY
    terms = sorted(
        (t for t in scene.registry.terms(held.office) if t.start.start is not None),
        key=lambda t: t.start.start or date.min,
    )
    at = next((n for n, t in enumerate(terms) if t is held), None)
    if at is None:
        return NOBODY
    n = at - 1 if word == "predecessor" else at + 1
    if not 0 <= n < len(terms) or terms[n].person == owner.id:
        return NOBODY
    return scene.registry.actor(terms[n].person), f"{word} of {owner.name}"


def _equal(scene: Scene, word: str, state: str | None, owner: Actor) -> Answer:
    """Who holds the same office: in the state that is said, else the one other person named so."""
    why = f"{word} of {owner.name}"
    for post in scene.posts_of(owner):
        if state is not None and state == post.state and word == "counterpart":
            return NOBODY
        if state is not None:
            for kind in post.kinds:
                actor = one(scene, at_date(scene, f"{state}:{kind}"))
                if actor is not None and actor is not owner:
                    return actor, why
        found = _named_equal(scene, post, state, owner, same_state=word == "colleague")
        if found is not None:
            return found, why
    if state is not None and word == "counterpart" and scene.seen:
        now = scene.seen[-1].sentence
        near = [s.actor for s in scene.seen if now - s.sentence <= 3 and s.actor.state == state]
        if near and near[-1].id != owner.id:
            return near[-1], why
    return NOBODY


def _named_equal(
    scene: Scene, post: Post, state: str | None, owner: Actor, *, same_state: bool
) -> Actor | None:
    """The last person named with the same post, of the state that is said or of another."""
    sentence = scene.seen[-1].sentence if scene.seen else 0
    for seen in reversed(scene.seen[-12 * _WINDOW :]):
        if sentence - seen.sentence > 4 * _WINDOW:
            return None
        if seen.actor.id == owner.id:
            continue
        for other in scene.posts_of(seen.actor):
            same = set(other.kinds) & set(post.kinds) or other.words == post.words
            if state is not None:
                fits = other.state == state
            elif same_state:
                fits = other.state == post.state
            else:
                fits = other.state is not None and other.state != post.state
            if same and fits:
                return seen.actor
    return None


def _last_office(scene: Scene, person: Actor) -> Tenure | None:
    """What somebody held last before the date."""
    days = as_days(scene.when)
    ended = [
        t
        for t in scene.registry.tenures_of(person.id)
        if days is not None and t.end.end is not None and t.end.end < days[0]
    ]
    return max(ended, key=lambda t: t.end.end or date.min, default=None)


def kin(scene: Scene, i: int, owner: Actor | None) -> Answer:
    """Return who in the article is somebody's brother or wife: of one surname and the right sex.

    Only people of whom more is known than that ("her husband" where Bill Clinton is named). Two who
    could be are nobody. Those named later count where nobody was before.
    """
    word = scene.tokens.texts[i].lower()
    if owner is None or word not in KIN:
        return NOBODY
    surname = fold(owner.name).split()[-1:]
    before: dict[str, Actor] = {}
    later: dict[str, Actor] = {}
    for span in scene.spans:
        actor = span.actor
        if span.kind != "person" or actor is None or actor.id == owner.id:
            continue
        if fold(actor.name).split()[-1:] != surname or not _is_public(scene, actor):
            continue
        if KIN[word] and scene.gender(actor) not in (KIN[word], None):
            continue
        (before if span.first < i else later)[actor.id] = actor
    found = before or later
    if len(found) != 1:
        return NOBODY
    return next(iter(found.values())), f"{word} of {owner.name}"


def _is_public(scene: Scene, actor: Actor) -> bool:
    """Whether the registry knows somebody, or the article gives them a post."""
    return actor.article is None or bool(scene.posts_of(actor))


def party(scene: Scene, i: int, owner: Actor | None) -> Span | None:
    """Return the span of "the guest" or "his host": who came last, and who received him.

    The guest is who travelled in the sentences before; the host who received somebody, else the last
    person named who is in office for another state. Nobody is his own guest or host.
    """
    tokens = scene.tokens
    before = tokens.texts[i - 1].lower() if i else ""
    if before not in ("the", "his", "her", "their") or tokens.tags[i] not in ("NN", "NNP"):
        return None
    word = tokens.texts[i].lower()
    if before != "the" and owner is None and before != "their":
        return None
    actor = _host(scene, i, owner) if word == "host" else _guest(scene, i, owner)
    if actor is None or (owner is not None and owner.id == actor.id):
        return None
    why = "received somebody" if word == "host" else "came last"
    return Span(i - 1, i + 1, "person", "office", actor, why, 0.7)


def _guest(scene: Scene, i: int, owner: Actor | None) -> Actor | None:
    if scene.visitor is not None and (owner is None or owner.id != scene.visitor.id):
        return scene.visitor
    return _of_another_state(scene, i, owner) if owner is not None else None


def _host(scene: Scene, i: int, owner: Actor | None) -> Actor | None:
    visitor = owner or scene.visitor
    if scene.host is not None and (visitor is None or scene.host.id != visitor.id):
        return scene.host
    home = _at_home(scene, i)
    if visitor is None or (home is not None and home.id != visitor.id):
        return home
    return _of_another_state(scene, i, visitor)


def _at_home(scene: Scene, i: int) -> Actor | None:
    """The leader, named in the article, of the state that it is reported from.

    The state of the place that opens the body; else the one whose places the sentences around name.
    """
    states = _dateline(scene) or {
        span.place_of.state
        for span in scene.spans
        if span.kind == "place" and span.place_of is not None
        and abs(scene.tokens.sents[span.first] - scene.tokens.sents[i]) <= _HOME
    }  # fmt: skip
    if len(states) != 1 or (state := states.pop()) is None:
        return None
    leader = leader_of(scene, state)
    return leader if leader is not None and leader.id in scene.posts else None


def _dateline(scene: Scene) -> set[str | None]:
    """The state of the place in capitals that opens the body: "BRASILIA, Oct 26 -"."""
    for span in scene.spans:
        number = scene.tokens.sents[span.first]
        if number < 0 or scene.parse.sents[number].role not in ("body", "dateline"):
            continue
        placed = span.kind == "place" and span.place_of is not None
        opens = span.first - scene.parse.sents[number].first <= 1
        if placed and opens and scene.tokens.texts[span.first].isupper() and span.place_of is not None:
            return {span.place_of.state}
        return set()
    return set()


def _of_another_state(scene: Scene, i: int, actor: Actor) -> Actor | None:
    """The last person named in office for another state than somebody's, named later if none was."""
    sentence = scene.tokens.sents[i]
    own = {post.state for post in scene.posts_of(actor)} or {actor.state}
    for seen in reversed(scene.seen):
        if sentence - seen.sentence > _WINDOW:
            break
        if seen.actor.id != actor.id and any(p.state not in own for p in scene.posts_of(seen.actor)):
            return seen.actor
    for span in scene.spans:
        if span.first > i and span.kind == "person" and span.actor is not None:
            if scene.tokens.sents[span.first] - sentence > 1:
                break
            if any(post.state not in own for post in scene.posts_of(span.actor)):
                return span.actor
    return None


def opponent(scene: Scene, i: int, owner: Actor | None) -> Answer:
    """Return the other of two persons: whom "his rival" means where only one more was just named."""
    if owner is None:
        return NOBODY
    sentence = scene.tokens.sents[i]
    near = {s.actor.id: s.actor for s in scene.seen[-_WINDOW:] if sentence - s.sentence <= 2}
    near.pop(owner.id, None)
    if len(near) != 1:
        return NOBODY
    return next(iter(near.values())), f"the other beside {owner.name}"
