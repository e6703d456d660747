"""Who holds the office that a phrase names: of the state it says, else the likeliest of those named.

The registry knows holders at the date; what the article calls somebody counts as much, so that "the
Ruritanian premier" reaches a person of whom only the article knows. Where two could be meant and
nothing tells them apart, nobody is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from detente.extract.coreference.binding import barred
from detente.extract.coreference.described import at_date, next_holder
from detente.extract.coreference.posts import CALLED, PARTISAN, Post, matches, owner_code
from detente.extract.coreference.scene import Scene
from detente.knowledge.registry import as_days
from detente.knowledge.roles import office_suffixes, states_of_title
from detente.records import Actor, Tenure

Answer = tuple[Actor | None, str]
NOBODY: Answer = (None, "")

_RANKS = {
    "minister": ("-minister",),
    "leader": ("head-of-state", "head-of-government", "supreme-leader", "party-leader"),
    "diplomat": (
        "foreign-minister",
        "ambassador",
        "-ambassador",
        "deputy-foreign-minister",
        "foreign-policy-chief",
        "high-representative",
    ),
    "envoy": ("ambassador", "-ambassador", "-envoy"),
}
_LEADING = ("supreme-leader", "head-of-state", "head-of-government")
_CEREMONIAL = frozenset(("IND", "ISR", "DEU", "ITA", "IRL", "AUT", "PAK", "GRC", "ETH", "BGD", "SGP"))
"""States whose president does not lead them: "the Indian leader" is the prime minister."""
_WINDOW = 40
_NEAR = 12
_SOON = 200
"""Days before a term in which its holder is elected or designated to it."""
_MOST = 120
"""Most mentions looked back at."""
_DECAY = 0.82
_TOLD = 1.4
_BESIDE = 1.5
_GONE = 0.4
_APART = 0.6
"""How much less likely is whom the text calls so with the state: "the Serbian president" before."""
"""How much likelier is whom the article itself calls so than whom the registry alone does."""


def holder(scene: Scene, i: int, words: str, state: str | None, *, but: Actor | None = None) -> Answer:
    """Return whom an office phrase with its noun at a token means, and why.

    `but` is who owns the phrase ("his minister") and is not meant. Nobody where nobody fits.
    """
    suffixes = office_suffixes(words, state)
    if state is not None:
        found = _of_state(scene, i, words, suffixes, state, but)
        if found[0] is not None:
            scene.called.setdefault(words, set()).add(found[0].id)
        return found
    state = _only_state(scene, words)
    if state is not None:
        return _of_state(scene, i, words, suffixes, state, but)
    seat = _seat(scene, i)
    if seat is not None and "head-of-state" in suffixes:
        actor = one(scene, at_date(scene, f"{seat}:head-of-state"))
        if actor is not None:
            return actor, "the seat of government in the sentence"
    apart = scene.called.get(words, set())
    actor = likeliest(scene, i, lambda post: matches(post, words, suffixes, None), but, apart)
    if actor is not None:
        return actor, "last person named with that office"
    if suffixes or " " in words or words in ("ambassador", "envoy"):
        actor = next_holder(scene, i, words, suffixes)
        if actor is not None:
            return actor, "named after it with that office"
        return _of_the_states_told(scene, words, suffixes, but)
    return NOBODY


def likeliest(
    scene: Scene,
    i: int,
    fits: Callable[[Post], bool],
    but: Actor | None = None,
    apart: Collection[str] = (),
) -> Actor | None:
    """Return the person before a token with a post that fits: near, prominent and often named.

    Not one joined to the phrase, nor the subject whose object it is.
    """
    tokens = scene.tokens
    never = barred(scene, i)
    up = tokens.heads[i] if tokens.deps[i] in ("conj", "appos") else -1
    joined = next((seen.actor.id for seen in scene.seen[-4:] if seen.token == up), None)
    sex = _sex_shown(scene, i)
    sentence = tokens.sents[i]
    beside = _states_beside(scene, i)
    scores: dict[str, float] = {}
    people: dict[str, Actor] = {}
    for seen in reversed(scene.seen[-_MOST:]):
        gap = sentence - seen.sentence
        if gap > _WINDOW:
            break
        actor = seen.actor
        if actor is but or seen.token in never or actor.id == joined:
            continue
        if sex is not None and scene.gender(actor) not in (None, sex):
            continue
        fitting = [post for post in scene.posts_of(actor) if fits(post)]
        if not fitting:
            continue
        score = (0.5 + seen.weight) * _DECAY**gap * (1 + 0.08 * min(8, scene.counts.get(actor.id, 0)))
        if not scene.in_body(seen.token):
            score *= 0.5
        if actor.id in apart:
            score *= _APART
        if actor.id in scene.gone:
            score *= _GONE
        if any(post.told for post in fitting):
            score *= _TOLD
        if any(post.state in beside for post in fitting) and seen.sentence != sentence:
            score *= _BESIDE
        scores[actor.id] = max(score, scores.get(actor.id, 0.0)) + 0.1 * min(
            score, scores.get(actor.id, 0.0)
        )
        people[actor.id] = actor
    if not scores:
        return None
    return people[max(scores, key=lambda key: scores[key])]


def _sex_shown(scene: Scene, i: int) -> str | None:
    """The sex that a possessive shows: "the minister and her counterpart"."""
    texts = scene.tokens.texts
    if i + 2 < len(texts) and texts[i + 1].lower() in ("and", "nor", "or"):
        return {"his": "m", "her": "f"}.get(texts[i + 2].lower())
    return None


def _states_beside(scene: Scene, i: int) -> frozenset[str]:
    """The states of the person named last in the sentence of a token: a minister has a president."""
    if not scene.seen or scene.seen[-1].sentence != scene.tokens.sents[i]:
        return frozenset()
    return scene.states_of(scene.seen[-1].actor)


def one(scene: Scene, terms: Sequence[Tenure]) -> Actor | None:
    """Return the one holder of some terms; of two on the day of a hand-over the one named."""
    persons = dict.fromkeys(t.person for t in terms)
    if len(persons) > 1:
        persons = dict.fromkeys(p for p in persons if p in scene.posts)
    if len(persons) != 1:
        return None
    return scene.registry.actor(next(iter(persons)))


def told_holder(scene: Scene, words: str, suffixes: Sequence[str], state: str) -> Actor | None:
    """Return the one person whom the article itself calls by an office of a state."""
    found = {
        key
        for key, posts in scene.posts.items()
        if any(p.told and p.state == state and matches(p, words, suffixes, state) for p in posts)
    }
    return scene.person(found.pop()) if len(found) == 1 else None


def _of_state(
    scene: Scene, i: int, words: str, suffixes: Sequence[str], state: str, but: Actor | None
) -> Answer:
    """The holder of an office of a state: at the date, as the article calls him, or of that rank."""
    for suffix in suffixes:
        terms = at_date(scene, f"{state}:{suffix}")
        if suffix == "head-of-state" and words.rpartition(" ")[2] in CALLED:
            terms = [t for t in terms if words.rpartition(" ")[2] in t.title.lower()]
        actor = one(scene, terms)
        if actor is not None and actor is not but:
            told = told_holder(scene, words, suffixes, state)
            if told is not None and told is not actor and actor.id not in scene.posts:
                return told, "called so in the article"
            then = earlier_holder(scene, i, f"{state}:{suffix}", actor)
            if then is not None and then is not but:
                return then, "held the office at the time told of"
            return actor, "held the office at the date"
    actor = likeliest(
        scene, i, lambda post: post.state == state and matches(post, words, suffixes, state), but
    )
    if actor is not None:
        return actor, "last person named with that office of the state"
    actor = told_holder(scene, words, suffixes, state)
    if actor is not None and actor is not but:
        return actor, "called so in the article"
    return _of_rank(scene, i, words, state, but)


def earlier_holder(scene: Scene, i: int, office: str, now: Actor) -> Actor | None:
    """Return who held an office before its holder of the day, where the text tells of that time.

    Somebody named in the sentences just before, while the holder of the day was not yet named: "Kim
    Jong Il received Kim Dae-jung in 2000. The South Korean president ...", or one who left of late.
    """
    if scene.counts.get(now.id):
        return None
    sentence = scene.tokens.sents[i]
    for seen in reversed(scene.seen[-_NEAR:]):
        if sentence - seen.sentence > 3:
            return None
        if any(t.office == office for t in scene.registry.tenures_of(seen.actor.id)):
            late = any(post.kinds == (office.partition(":")[2],) for post in scene.posts_of(seen.actor))
            return seen.actor if late or now.id not in scene.posts else None
    return None


def former_holder(
    scene: Scene, i: int, words: str, suffixes: Sequence[str], state: str | None
) -> Answer:
    """Return the person named last before a token who once held such an office and does no more."""
    sentence = scene.tokens.sents[i]
    never = barred(scene, i)
    for seen in reversed(scene.seen[-_MOST:]):
        if sentence - seen.sentence > _WINDOW:
            break
        now = scene.registry.offices_on(seen.actor.id, scene.when)
        if seen.token in never or any(t.office.partition(":")[2] in suffixes for t in now):
            continue
        for term in scene.registry.tenures_of(seen.actor.id):
            kind = term.office.partition(":")[2]
            of = state in (None, term.state)
            if of and (kind in suffixes or (words == "leader" and kind in _LEADING)):
                return seen.actor, "once held the office"
    return NOBODY


def coming_holder(
    scene: Scene, i: int, words: str, suffixes: Sequence[str], state: str | None
) -> Answer:
    """Return the person named before a token who was to take such an office: "the president-elect"."""
    days = as_days(scene.when)
    if days is None:
        return NOBODY
    sentence = scene.tokens.sents[i]
    for seen in reversed(scene.seen[-_MOST:]):
        if sentence - seen.sentence > _WINDOW:
            break
        for term in scene.registry.tenures_of(seen.actor.id):
            start = term.start.end
            soon = start is not None and 0 <= (start - days[0]).days <= _SOON
            if soon and state in (None, term.state) and term.office.partition(":")[2] in suffixes:
                return seen.actor, "about to take the office"
    return NOBODY


def _of_rank(scene: Scene, i: int, words: str, state: str, but: Actor | None) -> Answer:
    """The last person named of a rank in a state: "the Russian minister", "the Polish leader"."""
    noun = words.rpartition(" ")[2]
    ranks = _RANKS.get(noun) if not set(words.split()) & PARTISAN else None
    if ranks is None:
        return NOBODY
    actor = likeliest(scene, i, lambda post: post.state == state and _of_kind(post, ranks), but)
    if actor is not None:
        return actor, "last person named of that rank and state"
    if noun == "leader" == words and (actor := leader_of(scene, state)) is not None:
        return actor, "leads the state at the date"
    return NOBODY


def leader_of(scene: Scene, state: str) -> Actor | None:
    """Return who leads a state at the date: president, ruling monarch or prime minister."""
    for suffix in _LEADING:
        terms = at_date(scene, f"{state}:{suffix}")
        if terms and suffix == "head-of-state":
            rules = terms[0].title in ("Emir", "Sultan") or state in ("SAU", "JOR", "MAR", "BHR")
            if state in _CEREMONIAL or not (terms[0].title == "President" or rules):
                continue
        actor = one(scene, terms)
        if actor is not None:
            return actor
    return None


def _of_kind(post: Post, ranks: Sequence[str]) -> bool:
    kinds = [kind.split("-to-")[0] for kind in post.kinds]
    return any(kind in ranks or any(r[0] == "-" and kind.endswith(r) for r in ranks) for kind in kinds)


def _of_the_states_told(scene: Scene, words: str, suffixes: Sequence[str], but: Actor | None) -> Answer:
    """The holder in the one state of the article that has such an office: "the Queen", "the emir"."""
    noun = words.rpartition(" ")[2]
    if words != "supreme leader" and (
        noun not in CALLED or noun in ("president", "premier", "general")
    ):
        return NOBODY
    states = {owner_code(s) for s in scene.spans if s.kind in ("state", "place")}
    if words == "supreme leader":
        states |= {s.actor.state for s in scene.spans if s.actor is not None}
    found: dict[str, None] = {}
    for state in states:
        if state is None:
            continue
        for suffix in suffixes:
            for term in at_date(scene, f"{state}:{suffix}"):
                if noun in term.title.lower():
                    found[term.person] = None
    if len(found) != 1:
        return NOBODY
    actor = scene.registry.actor(next(iter(found)))
    if but is not None and actor.id == but.id:
        return NOBODY
    return actor, "the one of that title in the states of the article"


def _only_state(scene: Scene, words: str) -> str | None:
    """The state in which alone a title is used; of several the one that the article names."""
    only = states_of_title(words)
    if len(only) > 1:
        named = {s.actor.state for s in scene.spans if s.actor is not None}
        only = only & frozenset(state for state in named if state is not None)
    return next(iter(only)) if len(only) == 1 else None


def _seat(scene: Scene, i: int) -> str | None:
    """The state whose seat of government stands in the sentence: "in the Kremlin"."""
    tokens = scene.tokens
    for span in scene.spans:
        if span.first < i - 25 or tokens.sents[span.first] != tokens.sents[i]:
            continue
        if span.first > i + 12:
            break
        shown = span.actor or span.place_of
        if shown is None or shown.kind != "state" or shown.state is None:
            continue
        words = " ".join(tokens.texts[span.first : span.last])
        if words in scene.registry.state(shown.state).seats:
            return shown.state
    return None
