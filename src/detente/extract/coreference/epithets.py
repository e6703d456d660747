"""A description without an office on record becomes whom the text was just speaking of.

"Stanley McChrystal lost his command. The general ..." is McChrystal, whatever is known of him; "the
contractor" the one person just named who holds no office. Two who could be are nobody.
"""

from __future__ import annotations

from detente.extract.coreference.binding import barred
from detente.extract.coreference.holders import NOBODY, Answer
from detente.extract.coreference.posts import MODIFIERS, PARTISAN
from detente.extract.coreference.scene import Scene
from detente.knowledge.roles import office_suffixes, role_gender
from detente.records import Actor

EPITHETS = frozenset((
    "general", "admiral", "colonel", "captain", "cleric", "activist", "dissident", "contractor",
    "pilot",
    "mediator", "negotiator", "envoy", "diplomat", "inspector", "prosecutor", "judge", "lawyer",
    "journalist", "reporter", "writer", "novelist", "scholar", "professor", "scientist", "physicist",
    "analyst", "candidate", "senator", "lawmaker", "congressman", "congresswoman", "commander",
    "fugitive", "defector", "leaker", "hostage", "prisoner", "businessman", "businesswoman",
    "billionaire", "tycoon", "oligarch", "banker", "financier", "spy", "warlord", "archbishop",
    "bishop", "rabbi", "imam", "engineer", "doctor", "economist", "historian", "soldier",
    "whistleblower",
    "blogger", "lieutenant", "marshal", "politician", "strongman", "autocrat", "dictator", "veteran",
    "premier-designate", "governor", "mayor", "monarch",
))  # fmt: skip
"""Nouns for what somebody is by profession or rank."""
_OF_A_MATTER = frozenset(("minister", "secretary", "commissioner", "commander", "chief"))
"""Nouns of offices that are not on record: "the finance minister"."""
_KEPT = frozenset((
    "foreign-minister", "defence-minister", "head-of-government", "head-of-state",
    "deputy-prime-minister",
    "deputy-foreign-minister", "secretary-general", "director-general", "high-representative",
))  # fmt: skip
"""Offices of which the registry has the holders: nobody else is called so."""
_HEADS = frozenset(("head", "chief", "director", "chairman", "chairwoman", "leader", "deputy"))
_FEW = 6
_REACH = 2
_SUBJECT = 0.8
_LEADING = frozenset(("head-of-state", "head-of-government", "foreign-minister", "supreme-leader"))
"""Offices whose holders nobody calls the general or the envoy."""


def epithet(scene: Scene, i: int, words: str, state: str | None) -> Answer:
    """Return the one person just named whom a description can mean; nobody where two can be.

    Only who has no office at the date and is not called something else, of the state that is said, in
    this paragraph and at most two sentences back.
    """
    modifiers, _, noun = words.rpartition(" ")
    partisan = noun == "leader" and bool(modifiers) and (
        bool(set(words.split()) & PARTISAN) or not set(modifiers.split()) & MODIFIERS
    )  # fmt: skip
    ministry = (
        bool(modifiers) and noun in _OF_A_MATTER and not set(office_suffixes(words, state)) & _KEPT
    )
    plain = noun in EPITHETS and modifiers in ("", "chief", "former", "senior", "opposition", "peace")
    if not (partisan or ministry or plain):
        return _just_told(scene, i, words, state)
    tokens = scene.tokens
    sentence, paragraph = tokens.sents[i], scene.paragraph(tokens.sents[i])
    never = barred(scene, i)
    fit: dict[str, Actor] = {}
    of_state: dict[str, Actor] = {}
    found: dict[str, Actor] = {}
    nearest = sentence
    reach = 2 * _REACH if state is not None else _REACH
    for seen in reversed(scene.seen):
        if sentence - seen.sentence > reach or scene.paragraph(seen.sentence) != paragraph:
            break
        actor = seen.actor
        if ministry and (sentence - seen.sentence > 1 or seen.weight < _SUBJECT):
            continue
        if seen.token in never or scene.marks[seen.token] != scene.marks[i]:
            continue
        if role_gender(noun) not in (None, scene.gender(actor) or role_gender(noun)):
            continue
        if any(post.told and not post.words.endswith(noun) for post in scene.posts_of(actor)):
            continue
        if any(set(post.kinds) & _LEADING for post in scene.posts_of(actor)):
            continue
        if found and seen.sentence < nearest:
            break
        if state is not None and actor.state not in ((state,) if ministry else (None, state)):
            continue
        fit[actor.id] = actor
        nearest = min(nearest, seen.sentence)
        if state is not None and actor.state == state:
            of_state[actor.id] = actor
        found = of_state or fit
    if len(found) != 1:
        return NOBODY
    return next(iter(found.values())), "whom the text was speaking of"


def _just_told(scene: Scene, i: int, words: str, state: str | None) -> Answer:
    """The one person of the sentence before, its subject, whom "the head of the delegation" takes up.

    Only where such a description opens the sentence as its subject, and nobody else was named.
    """
    tokens = scene.tokens
    sentence = tokens.sents[i]
    sent = scene.parse.sents[sentence]
    heads = words in _HEADS and tokens.lowers[i + 1 : i + 2] == ["of"]
    if not heads or tokens.deps[i] != "nsubj" or i > sent.first + 1 or not sentence:
        return NOBODY
    if scene.paragraph(sentence - 1) != sent.paragraph:
        return NOBODY
    before = [seen for seen in scene.seen[-_FEW:] if seen.sentence == sentence - 1]
    people = {seen.actor.id for seen in before}
    if len(people) != 1 or before[0].weight < _SUBJECT or scene.marks[before[0].token]:
        return NOBODY
    actor = before[0].actor
    posts = scene.posts_of(actor)
    if any(set(post.kinds) & _LEADING for post in posts) or state not in (None, actor.state):
        return NOBODY
    return actor, "whom the text was speaking of"
