"""Phrases for several people become their members: "the two presidents", "both ministers", "the two".

The members are those named last who fit; of offices in two states ("the presidents of Chile and Peru",
"their foreign ministers") the holders at the date.
"""

from __future__ import annotations

from itertools import pairwise

from detente.extract.coreference.binding import apart
from detente.extract.coreference.members import (
    LEADERS,
    SINGULAR,
    fits,
    holder,
    main_states,
    namesakes,
    of_sex,
    same_state,
    states_after,
    states_before,
    states_of,
)
from detente.extract.coreference.scene import Scene, Seen
from detente.extract.spans import Span
from detente.knowledge.roles import office_suffixes
from detente.records import Actor

COUNTS = {"two": 2, "three": 3, "four": 4}
PLURALS = frozenset((
    "presidents", "ministers", "men", "leaders", "diplomats", "women", "chancellors", "premiers",
    "officials", "secretaries", "counterparts", "politicians", "pair", "duo", "negotiators", "man",
    "woman", "generals", "envoys", "ambassadors", "kings", "envoys", "mediators", "monarchs",
    "rivals", "foes", "statesmen", "ladies",
))  # fmt: skip
_OFFICES = frozenset(("presidents", "ministers", "chancellors", "premiers", "ladies"))
_MODIFIERS = frozenset((
    "top", "foreign", "prime", "defense", "defence", "chief", "senior", "world", "leading",
    "state", "first",
))  # fmt: skip
_BARE_BEFORE = frozenset(("the", "these", "those", "their", "both"))
_ANYBODY = frozenset(("men", "women", "generals", "man", "woman", "rivals", "foes", "pair", "duo"))
"""Plurals for two of one state as well."""
_EITHER = frozenset(("either", "neither", "each"))
_REACH = 6
_FAR = 40
_MOST = 4
_MENTIONS = 80


def group(scene: Scene, i: int) -> Span | None:
    """Return the span of a phrase for several people whose noun or number is at a token; else None.

    "The two", "both" and "either" mean the two last people named that fit. "The ministers" without a
    number are those named together last. Two of one state are never "the two ministers".
    """
    texts = scene.tokens.texts
    word = texts[i].lower()
    if word in COUNTS:
        return _number(scene, i, COUNTS[word])
    words = [word]
    first = i
    while first and texts[first - 1].lower() in _MODIFIERS:
        first -= 1
        words.insert(0, texts[first].lower())
    first, states = _states_by(scene, first)
    before = texts[first - 1].lower() if first else ""
    if states and (before in ("the", "both", "") or before in COUNTS):
        start = first - 1 - (before in COUNTS and texts[first - 2].lower() == "the")
        return _made(max(start, 0), i + 1, _of_those(scene, i, words, states, COUNTS.get(before, 2)))
    if word in ("man", "woman"):
        if before not in _EITHER:
            return None
        return _made(first - 1, i + 1, _last(scene, i, words, 2))
    if before in COUNTS and first > 1 and texts[first - 2].lower() in _BARE_BEFORE:
        return _made(first - 2, i + 1, _counted(scene, i, words, COUNTS[before], texts[first - 2]))
    if COUNTS.get(before) == 2 and _opens(scene, i):
        named = _of_heading(scene, i, words) or _named_first(scene, i, words)
        return _made(first - 1, i + 1, named)
    if before == "both" or (word in ("pair", "duo") and before == "the"):
        return _made(first - 1, i + 1, _last(scene, i, words, 2))
    if before in ("these", "those") and word in ("men", "women"):
        return _made(first - 1, i + 1, _last(scene, i, words, 2))
    if before in ("the", "their") and (
        word in _OFFICES or (word == "leaders" and states_after(scene, i) is not None)
    ):
        return _made(first - 1, i + 1, _counted(scene, i, words, 0, before))
    return None


def _states_by(scene: Scene, first: int) -> tuple[int, list[str]]:
    """The first token of a phrase whose states stand before it, and they: "the Iranian and Iraqi"."""
    states: list[str] = []
    while first and (span := scene.at.get(first - 1)) is not None and span.actor is not None:
        if span.form != "demonym" or span.actor.state is None:
            break
        states.insert(0, span.actor.state)
        first = span.first
        joined = first > 1 and scene.tokens.texts[first - 1] == "and" and (first - 2) in scene.at
        if not joined:
            break
        first -= 1
    return first, states


def _of_those(
    scene: Scene, i: int, words: list[str], states: list[str], count: int
) -> tuple[Actor, ...]:
    """Holders in two states, or the last named who ever held an office of the one state."""
    if len(states) > 1:
        held = tuple(actor for state in states if (actor := holder(scene, words, state)) is not None)
        return held if len(held) == len(states) else ()
    title = " ".join([*words[:-1], SINGULAR.get(words[-1], words[-1].removesuffix("s"))])
    kinds = set(office_suffixes(title, states[0])) | (LEADERS if words[-1] == "leaders" else set())
    found: dict[str, Actor] = {}
    never = apart(scene, i)
    for seen in reversed(scene.seen):
        if scene.tokens.sents[i] - seen.sentence > _REACH or len(found) == count:
            break
        terms = scene.registry.tenures_of(seen.actor.id)
        if seen.actor.id not in never and any(
            t.state == states[0] and t.office.partition(":")[2] in kinds for t in terms
        ):
            found[seen.actor.id] = seen.actor
    return tuple(reversed(found.values())) if len(found) == count else ()


def _opens(scene: Scene, i: int) -> bool:
    """Whether a token stands in the title, the dek or the first three sentences of the body."""
    number = scene.tokens.sents[i]
    sents = scene.parse.sents
    body = next((n for n, sent in enumerate(sents) if sent.role == "body"), 0)
    return number <= body + 2


def _of_heading(scene: Scene, i: int, words: list[str]) -> tuple[Actor, ...]:
    """The two persons whom title, dek and captions named, for "two men" of the body's first lines."""
    found = {seen.actor.id: seen.actor for seen in scene.seen if not scene.in_body(seen.token)}
    if len(found) != 2:
        return ()
    people = tuple(found.values())
    return people if scene.in_body(i) and all(fits(scene, one, words) for one in people) else ()


def _made(first: int, last: int, members: tuple[Actor, ...]) -> Span | None:
    if len(members) < 2:
        return None
    why = "the last named that fit"
    return Span(first, last, "group", "office", None, why, 0.8, members=members)


def _number(scene: Scene, i: int, count: int) -> Span | None:
    """ "The two" and "the three" without a noun: the people named together last."""
    tokens = scene.tokens
    if not i or tokens.texts[i - 1].lower() != "the" or i + 1 >= len(tokens.texts):
        return None
    if tokens.texts[i + 1][:1].isupper() and tokens.texts[i + 1].endswith("s"):
        return _made(i - 1, i + 2, namesakes(scene, tokens.texts[i + 1][:-1], count))
    tag, after = tokens.tags[i + 1], tokens.texts[i + 1].lower()
    if not (tag.startswith(("VBD", "VBP", "MD", "IN", "RB", "VBN")) or after in (",", ".", ";", "to")):
        return None
    if after in ("of", "more", "-") or (tag == "VBN" and tokens.deps[i] not in ("nsubj", "nsubjpass")):
        return None
    states = states_before(scene, i)
    last = next((s for s in reversed(scene.seen) if scene.in_body(s.token)), None)
    if states is not None and (last is None or last.sentence < states[0]):
        return None
    people = _together(scene, i, count)
    if count == 2 and not people:
        people = _of_heading(scene, i, ["pair"])
    return _made(i - 1, i + 1, people)


def _just_named(scene: Scene, i: int, count: int) -> tuple[Actor, ...]:
    """The persons of the last two sentences of the paragraph, if they are as many as is said."""
    sentence, never = scene.tokens.sents[i], apart(scene, i)
    plural = scene.tokens.texts[i].lower()
    found: dict[str, Actor] = {}
    for seen in reversed(scene.seen):
        gone = sentence - seen.sentence > 2
        if gone or scene.paragraph(seen.sentence) != scene.paragraph(sentence):
            break
        if seen.actor.id not in never:
            found[seen.actor.id] = seen.actor
    people = tuple(reversed(found.values()))
    if len(people) != count or (plural not in _ANYBODY and same_state(scene, *people[:2])):
        return ()
    return people


def _together(scene: Scene, i: int, count: int) -> tuple[Actor, ...]:
    """The people of the last few sentences; a pair joined by "and" goes before a third name."""
    tokens = scene.tokens
    sentence = tokens.sents[i]
    if count == 2 and (met := _of_the_verb_before(scene, i)):
        return met
    found: dict[str, Seen] = {}
    reached = None
    never = apart(scene, i)
    for seen in reversed(scene.seen):
        if seen.actor.id in never:
            continue
        if sentence - seen.sentence > 3 or not scene.in_body(seen.token):
            break
        if reached is not None and seen.sentence < reached:
            break
        found.setdefault(seen.actor.id, seen)
        if len(found) >= count and reached is None:
            reached = seen.sentence
    if count == 2 and len({seen.sentence for seen in found.values()}) == 2 and len(found) == 2:
        equal = _of_equal_rank(scene, i)
        if equal is not None:
            return equal
    if len(found) > count == 2:
        for seen in found.values():
            if tokens.deps[seen.token] == "conj":
                other = next((s for s in found.values() if s.token == tokens.heads[seen.token]), None)
                if other is not None:
                    return (other.actor, seen.actor)
    people = tuple(seen.actor for seen in list(found.values())[:count])
    return tuple(reversed(people)) if len(people) == count else ()


def _of_the_verb_before(scene: Scene, i: int) -> tuple[Actor, ...]:
    """The subject and the object of the verb that "and the two agreed" goes on from."""
    tokens = scene.tokens
    verb = tokens.heads[i]
    if tokens.deps[i] != "nsubj" or tokens.deps[verb] != "conj":
        return ()
    verb = tokens.heads[verb]
    subject = other = None
    for seen in scene.seen[-_MOST * 2 :]:
        if seen.sentence != tokens.sents[i]:
            continue
        up, dep = tokens.heads[seen.token], tokens.deps[seen.token]
        if dep == "nsubj" and up == verb:
            subject = seen.actor
        elif (dep == "dobj" and up == verb) or (
            dep == "pobj" and tokens.lowers[up] == "with" and tokens.heads[up] == verb
        ):
            other = seen.actor
    if subject is None or other is None or subject.id == other.id:
        return ()
    return subject, other


def _of_equal_rank(scene: Scene, i: int) -> tuple[Actor, ...] | None:
    """The last two people named who hold the same office in two states."""
    sentence = scene.tokens.sents[i]
    by_kind: dict[str, dict[str, tuple[float, Actor]]] = {}
    never = apart(scene, i)
    for seen in reversed(scene.seen[-_MENTIONS:]):
        if seen.actor.id in never or (seen.quotation and not scene.marks[i]):
            continue
        gap = sentence - seen.sentence
        if gap > _REACH:
            break
        score = (0.5 + seen.weight) * 0.85**gap * (1 + 0.08 * min(8, scene.counts[seen.actor.id]))
        for post in scene.posts_of(seen.actor):
            if post.state is None or not (post.kinds or post.words):
                continue
            kind = post.kinds[0] if post.kinds else post.words
            holders = by_kind.setdefault("leader" if kind in LEADERS else kind, {})
            old = holders.get(post.state)
            if old is None or old[0] < score:
                holders[post.state] = score, seen.actor
    best: tuple[float, tuple[Actor, ...]] | None = None
    for holders in by_kind.values():
        ranked = sorted(holders.values(), key=lambda pair: -pair[0])[:2]
        if len(ranked) == 2 and ranked[0][1].id != ranked[1][1].id:
            score = ranked[1][0]
            if best is None or score > best[0]:
                best = score, _in_order(scene, (ranked[0][1], ranked[1][1]))
    return best[1] if best is not None else None


def _in_order(scene: Scene, pair: tuple[Actor, Actor]) -> tuple[Actor, ...]:
    """Two persons in the order in which they were named last."""
    last = {seen.actor.id: seen.token for seen in scene.seen}
    return tuple(sorted(pair, key=lambda actor: last[actor.id]))


def _counted(scene: Scene, i: int, words: list[str], count: int, before: str) -> tuple[Actor, ...]:
    """Members of "the (two) foreign ministers": of the states named with them, else named last."""
    of = states_after(scene, i)
    if of is None and before.lower() == "their":
        nearest = states_before(scene, i)
        of = nearest[1] if nearest is not None else None
    if of is not None:
        held = tuple(actor for state in of if (actor := holder(scene, words, state)) is not None)
        return held if len(held) == len(of) else ()
    named = _last(scene, i, words, count)
    if count > 2 and not named:
        named = next((group for group in reversed(scene.groups) if len(group) == count), ())
    if count and not named:
        named = _just_named(scene, i, count)
    if len(named) >= 2 and count == 2:
        named = _of_the_article(scene, i, words, named)
    apart = len(named) == 2 == count and words[-1] == "presidents" and not _told_together(scene, named)
    if (len(named) >= 2 and not apart) or words[-1] not in _OFFICES or count > 2:
        return named
    if len(named) < 2 and (ahead := _named_first(scene, i, words)):
        return ahead
    main = main_states(scene, close=apart)
    if main is not None and words != ["ministers"]:
        held = tuple(actor for state in main if (actor := holder(scene, words, state)) is not None)
        if len(held) == len(main):
            return held
    return named if apart else ()


def _of_the_article(
    scene: Scene, i: int, words: list[str], named: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """The two whom the title names, where the two named last met before it all: "had received"."""
    pair = _of_title(scene)
    ids = {actor.id for actor in named}
    if len(pair) != 2 or not ids & {actor.id for actor in pair} or ids == {a.id for a in pair}:
        return named
    if not _is_background(scene, scene.tokens.sents[scene.seen[-1].token]):
        return named
    seen = {s.actor.id: s for s in scene.seen}
    fits = all(actor.id in seen and fits(scene, actor, words) for actor in pair)
    return pair if fits else named


def _of_title(scene: Scene) -> tuple[Actor, ...]:
    """The persons whom the title names."""
    sents = scene.parse.sents
    found: dict[str, Actor] = {}
    for span in scene.spans:
        number = scene.tokens.sents[span.first]
        if number >= 0 and sents[number].role == "title" and span.kind == "person" and span.actor:
            found[span.actor.id] = span.actor
    return tuple(found.values())


def _is_background(scene: Scene, number: int) -> bool:
    """Whether a sentence tells what went before: its verb is in the past perfect."""
    tokens, sent = scene.tokens, scene.parse.sents[number]
    for k in range(sent.first, sent.last):
        if tokens.lemmas[k] == "have" and tokens.texts[k].lower() in ("had", "'d", "’d"):
            verb = tokens.heads[k]
            if tokens.deps[k] == "aux" and tokens.deps[verb] == "ROOT":
                return True
    return False


def _told_together(scene: Scene, named: tuple[Actor, ...]) -> bool:
    """Whether two persons were named in sentences next to each other."""
    places = [[s.sentence for s in scene.seen if s.actor.id == actor.id] for actor in named]
    return any(abs(a - b) <= 1 for a in places[0] for b in places[1])


def _named_first(scene: Scene, i: int, words: list[str]) -> tuple[Actor, ...]:
    """Who "the two presidents" of a lead are: the first two named after it, if one a state fits.

    A third holder of such an office among the names of the next sentences leaves it open.
    """
    tokens = scene.tokens
    by_state: dict[str, Actor] = {}
    reach = _REACH if scene.in_body(i) else 2 * _REACH
    for left, right in pairwise(s for s in scene.spans if s.kind == "person" and s.first > i):
        named = left.actor is not None and fits(scene, left.actor, words)
        if tokens.sents[right.first] - tokens.sents[i] > reach:
            break
        joined = "and" in tokens.texts[left.last : right.first] and right.first - left.last < 8
        if joined and _are_pair(scene, (left, right), words):
            return tuple(s.actor for s in (left, right) if s.actor is not None)
        if named:
            break
    for span in scene.spans:
        if span.first < i or span.actor is None or span.kind != "person":
            continue
        if tokens.sents[span.first] - tokens.sents[i] > reach:
            break
        states = states_of(scene, span.actor)
        if states and fits(scene, span.actor, words):
            by_state.setdefault(states[0], span.actor)
    return tuple(by_state.values()) if len(by_state) == 2 else ()


def _are_pair(scene: Scene, spans: tuple[Span, Span], words: list[str]) -> bool:
    """Whether two persons hold offices of two states that a plural names."""
    actors = [span.actor for span in spans if span.actor is not None]
    if len(actors) < 2 or same_state(scene, actors[0], actors[1], unknown=True):
        return False
    return all(fits(scene, actor, words) for actor in actors)


def _last(scene: Scene, i: int, words: list[str], count: int) -> tuple[Actor, ...]:
    """The last people named that fit; without a count all that were named close together."""
    last = scene.groups[-1] if scene.groups else ()
    if len(last) == count and words[-1] in _ANYBODY and scene.tokens.sents[i] - scene.grouped <= 2:
        never = apart(scene, i)
        if all(a.id not in never and fits(scene, a, words) for a in last):
            return last
    if count == 2 and words[-1] in ("men", "women", "man", "woman", "pair"):
        equal = _of_equal_rank(scene, i)
        if equal is not None and all(of_sex(scene, actor, words[-1]) for actor in equal):
            return equal
    sentence = scene.tokens.sents[i]
    far = words[-1] in _OFFICES or (words[-1] == "leaders" and count == 2)
    reach = _FAR if far else _REACH
    found: dict[str, Seen] = {}
    nearest = None
    never = apart(scene, i)
    for seen in reversed(scene.seen):
        if seen.actor.id in never or (seen.quotation and not scene.marks[i]):
            continue
        if sentence - seen.sentence > reach or len(found) == (count or _MOST):
            break
        if nearest is not None and nearest - seen.sentence > 1 and len(found) >= 2 and not count:
            break
        if seen.actor.id in found or not fits(scene, seen.actor, words):
            continue
        free = words[-1] in _ANYBODY
        if (
            count == 2
            and found
            and not free
            and same_state(scene, seen.actor, next(iter(found.values())).actor)
        ):
            continue
        found[seen.actor.id] = seen
        nearest = seen.sentence if nearest is None else nearest
    people = [seen.actor for seen in found.values()]
    if not count and len(people) == 3:
        people = people[:2]
    if count and len(people) != count:
        return ()
    if not count and len(people) == 2 and same_state(scene, people[0], people[1]):
        return ()
    return tuple(reversed(people))
