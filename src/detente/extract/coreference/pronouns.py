"""He, she, him, his and her become the person they stand for, or nobody.

Ranking by recency, grammatical role, how often somebody was named, and the same role as before, in the
manner of Lappin and Leass (Computational Linguistics 20(4), 1994). A pronoun cannot be the object of a
verb whose subject it is; inside quotation marks it is not the speaker; "he said" after a quotation is
the last speaker.
"""

from __future__ import annotations

from detente.extract.coreference.scene import SPEECH, Scene, Seen
from detente.extract.mentions.spans import Span, Tokens
from detente.records import Actor

GENDERS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_WINDOW = 6
_LEAST = 0.15


def pronoun(scene: Scene, i: int, ahead: list[Span]) -> Span | None:
    """Return the span of a pronoun with whom it stands for; None where nobody fits.

    `ahead` are the names that come later in its sentence, for "At his hearing, Mr Kerry said".
    """
    tokens = scene.tokens
    gender = GENDERS[tokens.texts[i].lower()]
    coming = _coming(scene, i, gender, ahead)
    if coming is not None:
        return Span(i, i + 1, "person", "pronoun", coming, "subject of the sentence it opens", 0.75)
    ranked = _ranked(scene, i, gender)
    if not ranked:
        return None
    best, score = ranked[0]
    if score < _LEAST:
        return None
    rival = next((value for seen, value in ranked[1:] if seen.actor.id != best.actor.id), 0.0)
    sure = 0.6 + 0.35 * min(1.0, (score - rival) / score)
    if scene.gender(best.actor) is None:
        scene.genders[best.actor.id] = gender
    reason = "last person named that fits" if not best.pronoun else "goes on from a pronoun"
    return Span(i, i + 1, "person", "pronoun", best.actor, reason, round(sure, 2))


def _ranked(scene: Scene, i: int, gender: str) -> list[tuple[Seen, float]]:
    tokens = scene.tokens
    sentence = tokens.sents[i]
    quotation = scene.marks[i]
    speaker = scene.speaker_of(quotation, sentence)
    says = not quotation and tokens.deps[i] == "nsubj" and tokens.lemmas[tokens.heads[i]] in SPEECH
    barred = _barred(scene, i)
    aside = says and i > 0 and tokens.texts[i - 1] == "," and tokens.sents[i - 1] == sentence
    subject = tokens.deps[i] in ("nsubj", "nsubjpass")
    best: dict[str, tuple[Seen, float]] = {}
    for seen in reversed(scene.seen):
        gap = sentence - seen.sentence
        if gap > _WINDOW:
            break
        if not scene.in_body(seen.token) and gap > 0:
            continue
        if aside and gap == 0:
            continue
        known = scene.gender(seen.actor)
        if known not in (None, gender) or seen.token in barred:
            continue
        if speaker is not None and seen.actor.id == speaker.id:
            continue
        score = seen.weight * (1.25 if gap == 0 else 0.55**gap)
        if known is None:
            score *= 0.6
        if quotation and seen.quotation == quotation:
            score *= 1.2
        elif seen.quotation and not quotation:
            score *= 0.55
        if subject and seen.weight >= 0.85:
            score *= 1.2
        if seen.pronoun:
            score *= 1.1
        score *= 1.0 + 0.04 * min(8, scene.counts.get(seen.actor.id, 0))
        if gap == 0:
            score *= 0.9 + 0.1 * (seen.token / (i + 1))
        if says and scene.last_speaker is not None and scene.last_speaker[1].id == seen.actor.id:
            score *= 1.5
        old = best.get(seen.actor.id)
        if old is None:
            best[seen.actor.id] = (seen, score)
        else:
            keep, value = old
            best[seen.actor.id] = (keep, max(value, score) + 0.1 * min(value, score))
    return sorted(best.values(), key=lambda pair: (-pair[1], -pair[0].token))


def _barred(scene: Scene, i: int) -> frozenset[int]:
    """Mentions that share the clause of a pronoun in a way that rules out one person."""
    tokens = scene.tokens
    word = tokens.texts[i].lower()
    if word in ("himself", "herself") or tokens.deps[i] == "poss":
        return _owned(tokens, i)
    verb = tokens.heads[i]
    if tokens.deps[i] == "pobj":
        verb = tokens.heads[verb]
        while tokens.tags[verb].startswith("N") and tokens.deps[verb] in ("dobj", "pobj"):
            verb = tokens.heads[verb]
            if tokens.tags[verb] == "IN":
                verb = tokens.heads[verb]
    out = set()
    for seen in reversed(scene.seen):
        if seen.sentence != tokens.sents[i]:
            break
        up = tokens.heads[seen.token]
        if up == verb and tokens.deps[seen.token] in ("nsubj", "dobj", "dative", "nsubjpass"):
            out.add(seen.token)
        if tokens.deps[seen.token] == "conj" and tokens.heads[up] == verb:
            out.add(seen.token)
        if tokens.deps[verb] in ("xcomp", "pcomp") and _controls(tokens, seen.token, verb):
            out.add(seen.token)
    return frozenset(out)


def _owned(tokens: Tokens, i: int) -> frozenset[int]:
    """The head of "his counterpart John Kerry" is not "his"."""
    return frozenset((tokens.heads[i],)) if tokens.deps[i] == "poss" else frozenset()


def _controls(tokens: Tokens, subject: int, verb: int) -> bool:
    """Whether a subject is that of an infinitive or gerund too: "Kerry wants to meet him"."""
    if tokens.deps[subject] != "nsubj":
        return False
    up = verb
    for _ in range(4):
        up = tokens.heads[up]
        if up == tokens.heads[subject]:
            return True
        if tokens.deps[up] not in ("xcomp", "pcomp", "prep"):
            return False
    return False


def _coming(scene: Scene, i: int, gender: str, ahead: list[Span]) -> Actor | None:
    """The subject that follows a fronted phrase with the pronoun in it."""
    tokens = scene.tokens
    if tokens.deps[i] != "poss" and tokens.deps[i] != "nsubj":
        return None
    sentence = tokens.sents[i]
    for span in ahead:
        head = tokens.head_of(span.first, span.last)
        if (
            span.kind != "person"
            or span.actor is None
            or tokens.deps[head] not in ("nsubj", "nsubjpass")
        ):
            continue
        verb = tokens.heads[head]
        if tokens.deps[verb] not in ("ROOT", "conj", "ccomp") or scene.gender(span.actor) != gender:
            continue
        if not _fronted(tokens, i, verb) or scene.marks[i] != scene.marks[head]:
            continue
        earlier = [s for s in scene.seen if s.sentence == sentence and scene.gender(s.actor) == gender]
        return None if earlier else span.actor
    return None


def _fronted(tokens: Tokens, i: int, verb: int) -> bool:
    """Whether a token stands in a preposition phrase or clause before the verb's subject."""
    up = i
    for _ in range(8):
        if tokens.heads[up] == up:
            return False
        if tokens.heads[up] == verb:
            return tokens.deps[up] in ("prep", "advcl", "npadvmod", "advmod")
        up = tokens.heads[up]
    return False
