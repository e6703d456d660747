"""He, she, him, his and her become the person they stand for, or nobody.

Ranking by recency, grammatical role, how often somebody was named, and the same role as before, in the
manner of Lappin and Leass (Computational Linguistics 20(4), 1994). A pronoun cannot be the object of a
verb whose subject it is; inside quotation marks it is not the speaker; "he said" after a quotation is
the last speaker.
"""

from __future__ import annotations

from bisect import bisect_right

from detente.extract.coreference.binding import BESIDE, barred, clause_subject
from detente.extract.coreference.leaning import (
    EQUALS,
    goes_on_with,
    is_invited,
    is_outsider,
    is_quoted,
    is_told_subject,
    lent_weight,
    not_of,
    of_another,
)
from detente.extract.coreference.scene import SPEECH, Scene, Seen
from detente.extract.spans import Span, Tokens
from detente.knowledge.roles import is_role
from detente.records import Actor

GENDERS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_WINDOW = 6
_FAR = 15
_OFTEN = 3
_LEAST = 0.1
_LEAST_ALONE = 0.03
_AHEAD = 4.0
_OBJECTS = ("dobj", "dative", "pobj")
_MEETING = frozenset((
    "meet", "receive", "greet", "call", "telephone", "phone", "host", "welcome", "summon", "visit",
    "invite", "embrace", "congratulate",
))  # fmt: skip
"""What is done to somebody of another state."""
_ANYBODY = frozenset(("a", "an", "one", "each", "every", "any"))
_HUMANS = frozenset(("man", "woman", "person", "leader", "boy", "girl", "driver", "passenger"))
_THANK = frozenset((
    "thank", "praise", "congratulate", "blame", "criticize", "criticise", "condemn", "commend",
    "attack", "mock", "fault", "reproach", "honor", "honour", "admire", "forgive",
))  # fmt: skip


def pronoun(scene: Scene, i: int, ahead: list[Span]) -> Span | None:
    """Return the span of a pronoun with whom it stands for; None where nobody fits.

    `ahead` are the names that come later in its sentence, for "At his hearing, Mr Kerry said".
    """
    tokens = scene.tokens
    gender = GENDERS[tokens.texts[i].lower()]
    coming = _coming(scene, i, gender, ahead)
    if coming is not None:
        return Span(i, i + 1, "person", "pronoun", coming, "subject of the sentence it opens", 0.75)
    if _means_nobody_named(scene, i, gender):
        scene.unnamed = i
        return None
    coming = _told_of_later(scene, i, gender, ahead)
    if coming is not None:
        return Span(i, i + 1, "person", "pronoun", coming, "of whom the speaker tells", 0.8)
    coming = _visitor(scene, i, gender)
    if coming is not None:
        return Span(i, i + 1, "person", "pronoun", coming, "came last", 0.7)
    ranked = _ranked(scene, i, gender, ahead) or _ranked(scene, i, gender, ahead, outside=True)
    ranked = ranked or _ranked(scene, i, gender, ahead, inside=True)
    if not ranked or not _is_likely(ranked):
        main = _main_person(scene, i, gender)
        if main is None:
            return None
        return Span(i, i + 1, "person", "pronoun", main, "whom the article is about", 0.55)
    best, score = ranked[0]
    rival = next((value for seen, value in ranked[1:] if seen.actor.id != best.actor.id), 0.0)
    sure = 0.6 + 0.35 * min(1.0, (score - rival) / score)
    if scene.gender(best.actor) is None:
        scene.genders[best.actor.id] = gender
    reason = "last person named that fits" if not best.pronoun else "goes on from a pronoun"
    return Span(i, i + 1, "person", "pronoun", best.actor, reason, round(sure, 2))


def _is_likely(ranked: list[tuple[Seen, float]]) -> bool:
    """Whether the best of those ranked is good enough: of several, or far ahead of the second."""
    best = ranked[0][1]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return best >= _LEAST or (best >= _LEAST_ALONE and best >= _AHEAD * second)


def _met_by(scene: Scene, i: int) -> frozenset[str] | None:
    """The states of the subject that meets or calls the object at a token; None for another verb."""
    tokens = scene.tokens
    verb = tokens.heads[i]
    if tokens.deps[i] == "pobj":
        verb = tokens.heads[verb]
    if tokens.lemmas[verb] not in _MEETING:
        return None
    for seen in reversed(scene.seen):
        if seen.sentence != tokens.sents[i]:
            break
        if tokens.heads[seen.token] == verb and tokens.deps[seen.token] == "nsubj":
            return _states(scene, seen.actor)
    return None


def _states(scene: Scene, actor: Actor) -> frozenset[str]:
    """The states somebody is in office for, else the one that is his own."""
    return scene.states_of(actor) or frozenset((actor.state,) if actor.state else ())


def _told_of_later(scene: Scene, i: int, gender: str, ahead: list[Span]) -> Actor | None:
    """Whom a quotation is about, where its cue says so: "'She called,' Ruiz said of the minister"."""
    tokens = scene.tokens
    if not scene.marks[i]:
        return None
    paragraph = scene.paragraph(tokens.sents[i])
    for span in ahead or scene.spans[bisect_right(scene.firsts, i) :][:4]:
        head = tokens.head_of(span.first, span.last)
        if tokens.sents[head] < 0 or scene.paragraph(tokens.sents[head]) != paragraph:
            break
        prep = tokens.heads[head]
        about = tokens.deps[head] == "pobj" and tokens.texts[prep].lower() in ("of", "about")
        if not about or tokens.lemmas[tokens.heads[prep]] not in SPEECH or scene.marks[head]:
            continue
        if span.actor is not None and scene.gender(span.actor) in (gender, None):
            return span.actor
    return None


def _visitor(scene: Scene, i: int, gender: str) -> Actor | None:
    """Whom "his host" belongs to: who came last."""
    tokens = scene.tokens
    if tokens.deps[i] != "poss" or tokens.lemmas[tokens.heads[i]] != "host" or scene.visitor is None:
        return None
    return scene.visitor if scene.gender(scene.visitor) in (gender, None) else None


def _main_person(scene: Scene, i: int, gender: str) -> Actor | None:
    """Whom the text so far is about, where nobody near fits: named far more often than others."""
    sentence = scene.tokens.sents[i]
    never = _never(scene, i)
    far: dict[str, Actor] = {}
    for seen in reversed(scene.seen):
        if sentence - seen.sentence > _FAR:
            break
        far[seen.actor.id] = seen.actor
    fit = [a for a in far.values() if scene.gender(a) == gender and a.id not in never]
    fit.sort(key=lambda actor: -scene.counts[actor.id])
    if not fit or scene.counts[fit[0].id] < _OFTEN:
        return None
    second = scene.counts[fit[1].id] if len(fit) > 1 else 0
    return fit[0] if scene.counts[fit[0].id] >= 1.5 * second else None


def _ranked(
    scene: Scene,
    i: int,
    gender: str,
    ahead: list[Span],
    *,
    outside: bool = False,
    inside: bool = False,
) -> list[tuple[Seen, float]]:
    """The persons who may be meant with their scores, the best first.

    `outside` lets in those named in title, dek and captions, for a text that opens with a pronoun;
    `inside` those named in the words that "he says" breaks, as in "Rao, he says, is tired".
    """
    tokens = scene.tokens
    sentence = tokens.sents[i]
    paragraph = scene.paragraph(sentence)
    quotation = scene.marks[i]
    excluded = barred(scene, i)
    never = _never(scene, i) | {seen.actor.id for seen in scene.seen[-12:] if seen.token in excluded}
    later = _speaks_later(scene, i, ahead)
    thanked = _thanked(tokens, i)
    opens = _opens_after_speech(scene, i)
    says = not quotation and _says(tokens, i)
    aside = says and i > 0 and tokens.texts[i - 1] == "," and tokens.sents[i - 1] == sentence
    own_words = aside and _spoke_before(scene, i, gender)
    subject = tokens.deps[i] in ("nsubj", "nsubjpass")
    own = clause_subject(scene, i)
    object_ = tokens.deps[i] in _OBJECTS
    foreign = not_of(scene, i)
    swapped = subject and own is not None and _is_swapped(scene, i, own)
    told_last = goes_on_with(scene, i)
    outsider = is_outsider(scene, i)
    equal = tokens.deps[i] == "poss" and tokens.lemmas[tokens.heads[i]] in EQUALS
    turn = paragraph in scene.turns
    fellow = _met_by(scene, i) if object_ else None
    goes_on = subject and not quotation and _after_quotation(scene, i)
    best: dict[str, tuple[Seen, float]] = {}
    fresh = False
    for seen in reversed(scene.seen):
        gap = sentence - seen.sentence
        if gap > (2 * _WINDOW if outsider or turn else _WINDOW):
            break
        if not outside and not scene.in_body(seen.token) and gap > 0:
            continue
        quoted = aside and not inside and gap == 0 and is_quoted(tokens, seen.token, i)
        if quoted and (own_words or not is_told_subject(scene, seen.token, i)):
            continue
        if says and gap == 0 and seen.quotation:
            continue
        known = scene.gender(seen.actor)
        if known not in (None, gender) or seen.actor.id in never:
            continue
        if foreign is not None and foreign in _states(scene, seen.actor):
            continue
        where = scene.paragraph(seen.sentence)
        here = where == paragraph or (turn and where == paragraph - 1)
        role = 0.9 if seen.token in told_last else lent_weight(scene, seen)
        score = role * (1.25 if gap == 0 else (0.8 if outsider else 0.55) ** gap)
        fresh = fresh or (here and not seen.quotation)
        if known is None:
            score *= 0.6
        if not here and not outsider:
            score *= 0.8
        if quotation and seen.quotation == quotation:
            score *= 1.2
        elif seen.quotation and not quotation:
            score *= 0.55
        if subject and role >= 0.85:
            score *= 1.2
        if gap == 1 and here and role >= 1.0 and not seen.quotation:
            score *= 1.3
        if seen.token in told_last:
            score *= 1.5
        if swapped and seen.pronoun and gap == 0 and tokens.deps[seen.token] in _OBJECTS:
            score *= 2.0
        if gap == 1 and subject and is_invited(scene, i, seen):
            score *= 3.0
        if object_ and own is not None and gap == 0 and own < seen.token < tokens.heads[i]:
            score *= 1.8
        if seen.pronoun:
            score *= 1.1
        if own is not None and seen.token == own and not swapped:
            told = tokens.deps[own] not in ("nsubj", "nsubjpass", "conj", "appos")
            score *= 2.5 if told else 1.3 if subject else 1.5
        if object_ and seen.pronoun and tokens.deps[seen.token] in _OBJECTS:
            score *= 1.25
        if fellow is not None and _states(scene, seen.actor) & fellow:
            score *= 0.5
        if equal and gap == 0:
            score *= 2.0
        if seen.actor.id == later:
            score *= 0.4
        if seen.token == thanked:
            score *= 4.0
        score *= 1.0 + (0.12 if outsider else 0.04) * min(8, scene.counts.get(seen.actor.id, 0))
        if gap == 0:
            score *= 0.9 + 0.1 * (seen.token / (i + 1))
        if says and scene.last_speaker is not None and scene.last_speaker[1].id == seen.actor.id:
            near = scene.paragraph(scene.last_speaker[0]) == paragraph
            just = near and sentence - scene.last_speaker[0] <= 1
            score *= 2.2 if just else 1.5 if near or not fresh else 1.0
        elif goes_on and scene.last_speaker is not None and scene.last_speaker[1].id == seen.actor.id:
            score *= 3.0
        if opens and scene.last_speaker is not None and scene.last_speaker[1].id == seen.actor.id:
            score *= 1.6
        old = best.get(seen.actor.id)
        if old is None:
            best[seen.actor.id] = (seen, score)
        else:
            keep, value = old
            best[seen.actor.id] = (keep, max(value, score) + 0.1 * min(value, score))
    return sorted(best.values(), key=lambda pair: (-pair[1], -pair[0].token))


def _says(tokens: Tokens, i: int) -> bool:
    """Whether a pronoun is the subject of a verb of speech: "he said", not "expect him to say"."""
    return (
        tokens.deps[i] == "nsubj"
        and tokens.lowers[i] in ("he", "she")
        and tokens.lemmas[tokens.heads[i]] in SPEECH
    )


def _is_swapped(scene: Scene, i: int, own: int) -> bool:
    """Whether "and he" goes on with the object of the clause before: "Rao left him, and he wept"."""
    tokens = scene.tokens
    verb = tokens.heads[i]
    if tokens.deps[verb] != "conj" or tokens.lowers[i - 1] != "and":
        return False
    subject = next((seen.actor.id for seen in reversed(scene.seen) if seen.token == own), None)
    return any(
        seen.pronoun and own < seen.token < i and tokens.deps[seen.token] in _OBJECTS
        and seen.actor.id != subject
        for seen in scene.seen[-4:]
    )  # fmt: skip


def _spoke_before(scene: Scene, i: int, gender: str) -> bool:
    """Whether somebody of a sex spoke just before: "Rao is tired, he says" is said by another then."""
    if scene.last_speaker is None:
        return False
    said, actor = scene.last_speaker
    near = scene.tokens.sents[i] - said <= _WINDOW // 2
    return near and scene.gender(actor) in (gender, None)


def _after_quotation(scene: Scene, i: int) -> bool:
    """Whether the pronoun opens a sentence right after words of the paragraph's speaker."""
    tokens = scene.tokens
    sent = scene.parse.sents[tokens.sents[i]]
    before = sent.first - 1
    while before >= 0 and not tokens.texts[before].strip("\"”“’' \n"):
        before -= 1
    if i > sent.first + 1 or before < 0 or not scene.marks[before] or scene.last_speaker is None:
        return False
    return scene.paragraph(scene.last_speaker[0]) == sent.paragraph


def _opens_after_speech(scene: Scene, i: int) -> bool:
    """Whether the pronoun opens a paragraph after one that ends with somebody's words."""
    sent = scene.parse.sents[scene.tokens.sents[i]]
    if i > sent.first + 1 or scene.marks[i] or scene.last_speaker is None or not sent.first:
        return False
    said = scene.last_speaker[0]
    last = scene.tokens.sents[sent.first - 1]
    return scene.paragraph(said) == sent.paragraph - 1 and said >= max(last, 0) - 1


def _thanked(tokens: Tokens, i: int) -> int | None:
    """Who is thanked or blamed for "her" patience: the object of the verb, not its subject."""
    if tokens.deps[i] != "poss":
        return None
    prep = tokens.heads[tokens.heads[i]]
    verb = tokens.heads[prep]
    if tokens.texts[prep].lower() not in ("for", "on", "over") or tokens.lemmas[verb] not in _THANK:
        return None
    found = (k for k in range(verb + 1, prep) if tokens.heads[k] == verb and tokens.deps[k] == "dobj")
    return next(found, None)


def _never(scene: Scene, i: int) -> frozenset[str]:
    """Who cannot be the third person there: the speaker of the quotation, the one interviewed."""
    sentence = scene.tokens.sents[i]
    found = set()
    speaker = scene.speaker_of(scene.marks[i], sentence)
    if speaker is not None:
        found.add(speaker.id)
    if scene.interviewed is not None and scene.paragraph(sentence) in scene.turns:
        found.add(scene.interviewed.id)
    noun = scene.tokens.heads[i]
    if scene.tokens.deps[i] == "poss" and scene.tokens.lemmas[noun] in ("guest", "visitor"):
        found.update([scene.visitor.id] if scene.visitor is not None else ())
    return frozenset(found)


def _speaks_later(scene: Scene, i: int, ahead: list[Span]) -> str | None:
    """Who speaks later in the sentence: in "He was free, Mr Marsh said" he is seldom Marsh."""
    tokens = scene.tokens
    for span in ahead:
        head = tokens.head_of(span.first, span.last)
        verb = tokens.heads[head]
        if span.actor is None or tokens.deps[head] != "nsubj" or tokens.lemmas[verb] not in SPEECH:
            continue
        if tokens.texts[span.first - 1] in (",", "Mr.", "Mr", "Ms.", "Mrs.") and not scene.marks[i]:
            return span.actor.id
    return None


def _means_nobody_named(scene: Scene, i: int, gender: str) -> bool:
    """Whether somebody without a name was mentioned last: "an adviser takes it home with him".

    Looks back through the sentence, and from a subject to that of the sentence before.
    """
    tokens = scene.tokens
    sentence = tokens.sents[i]
    stop = max(
        (s.token for s in scene.seen[-8:] if scene.gender(s.actor) in (gender, None)), default=-1
    )
    nobody = scene.unnamed >= 0 and scene.marks[scene.unnamed] == scene.marks[i]
    if nobody and scene.seen and scene.seen[-1].token < scene.unnamed:
        here = tokens.sents[scene.unnamed]
        if sentence - here <= 1 and scene.paragraph(here) == scene.paragraph(sentence):
            return True
    subject = tokens.deps[i] in ("nsubj", "nsubjpass")
    for k in range(i - 1, stop, -1):
        gap = sentence - tokens.sents[k]
        if tokens.sents[k] < 0 or gap > (1 if subject else 0):
            break
        if gap and scene.paragraph(tokens.sents[k]) != scene.paragraph(sentence):
            break
        if scene.marks[k] != scene.marks[i] or tokens.tags[k] != "NN":
            continue
        if not gap and _told_of(tokens, i, k):
            continue
        if tokens.heads[k] == tokens.heads[i] and not subject:
            continue
        if tokens.deps[k] != "nsubj" or not _human(tokens.lemmas[k].lower()):
            continue
        if not gap and of_another(tokens, i, k):
            continue
        j = k - 1
        while j > 0 and tokens.tags[j] in ("JJ", "NN", "NNP", "VBN", "VBG", "HYPH", "RB"):
            j -= 1
        if tokens.texts[j].lower() in _ANYBODY:
            return True
    return False


def _told_of(tokens: Tokens, i: int, noun: int) -> bool:
    """Whether a pronoun stands in the relative clause of a noun: "an official who met him"."""
    up = i
    for _ in range(12):
        above = tokens.heads[up]
        if above == noun and tokens.deps[up] == "relcl":
            return True
        if above == up:
            return False
        up = above
    return False


def _human(lemma: str) -> bool:
    """Whether a noun is said of people."""
    return (
        lemma in _HUMANS
        or is_role(lemma, "office")
        or is_role(lemma, "profession")
        or is_role(lemma, "anonymous")
    )


def _coming(scene: Scene, i: int, gender: str, ahead: list[Span]) -> Actor | None:
    """The subject that follows a fronted phrase with the pronoun in it."""
    tokens = scene.tokens
    if tokens.deps[i] != "poss" and tokens.deps[i] != "nsubj":
        return None
    if tokens.deps[i] == "poss" and tokens.lemmas[tokens.heads[i]].lower() in BESIDE:
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
