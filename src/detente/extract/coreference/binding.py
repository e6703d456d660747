"""Whom a pronoun or phrase cannot mean for its place in the clause, and whose clause it stands in.

A pronoun is not the object of a verb whose subject it is, nor what belongs to it; an infinitive has the
subject of the verb above it, or the object of a verb that asks or orders.
"""

from __future__ import annotations

from detente.extract.coreference.scene import Scene
from detente.extract.spans import Tokens

_CARRY = frozenset(("have", "bring", "take", "carry"))
_ASKING = frozenset((
    "ask", "tell", "urge", "persuade", "order", "beg", "invite", "allow", "let", "want", "advise",
    "encourage", "force", "get", "help", "press", "push", "expect", "call", "convince", "permit",
    "warn",
))  # fmt: skip
"""Verbs whose object does what the infinitive after it says."""
BESIDE = frozenset(("side", "shoulder", "elbow"))
"""Where somebody else stands: "at his side sat Rao" is not Rao's side."""


def clause_subject(scene: Scene, i: int) -> int | None:
    """The person who is the subject of the nearest clause around a token."""
    tokens = scene.tokens
    sentence = tokens.sents[i]
    subjects: dict[int, int] = {}
    heads: dict[int, int] = {}
    for seen in reversed(scene.seen):
        if seen.sentence != sentence:
            break
        if tokens.deps[seen.token] in ("nsubj", "nsubjpass"):
            subjects[tokens.heads[seen.token]] = seen.token
        heads[seen.token] = seen.token
    up = i
    while tokens.heads[up] != up:
        told = tokens.deps[up] == "relcl" and _whose_clause(tokens, up) == tokens.heads[up]
        up = tokens.heads[up]
        if told and up in heads:
            return up
        if up in subjects:
            return subjects[up]
    return None


def barred(scene: Scene, i: int) -> frozenset[int]:
    """Return the heads of mentions whose place in the clause rules out that a token means them."""
    tokens = scene.tokens
    word = tokens.texts[i].lower()
    if tokens.deps[i] == "poss":
        return _owned(scene, i)
    if word in ("himself", "herself"):
        return frozenset()
    verb = tokens.heads[i]
    if tokens.deps[i] == "nsubj" and tokens.tags[verb] == "VB" and _asked(tokens, verb) == i:
        # "would let him go": he is what the verb above acts on.
        verb = tokens.heads[verb]
    if tokens.deps[i] == "pobj":
        verb = tokens.heads[verb]
        while tokens.tags[verb].startswith("N") and tokens.deps[verb] in ("dobj", "pobj"):
            verb = tokens.heads[verb]
            if tokens.tags[verb] == "IN":
                verb = tokens.heads[verb]
    out = set()
    if word in ("him", "her") and tokens.deps[i] == "pobj" and _along(tokens, i):
        return frozenset()
    first = _first_verb(tokens, verb)
    asked = _asked(tokens, verb)
    told = _whose_clause(tokens, verb)
    for seen in reversed(scene.seen):
        if seen.sentence != tokens.sents[i]:
            break
        top = _top(tokens, seen.token)
        up = tokens.heads[top]
        if up == first and tokens.deps[top] in ("nsubj", "nsubjpass"):
            out.add(seen.token)
        if up == verb and tokens.deps[top] in ("nsubj", "dobj", "dative", "nsubjpass"):
            out.add(seen.token)
        if tokens.deps[seen.token] == "conj" and tokens.heads[tokens.heads[seen.token]] == verb:
            out.add(seen.token)
        if asked >= 0:
            if asked == seen.token:
                out.add(seen.token)
        elif _is_controlled(tokens, verb) and _controls(tokens, top, verb):
            out.add(seen.token)
        if told is not None and told in _chain(tokens, seen.token):
            out.add(seen.token)
    return frozenset(out)


def _top(tokens: Tokens, token: int) -> int:
    """The head of the phrase that a name is joined to or stands in apposition to."""
    for _ in range(6):
        if tokens.deps[token] not in ("appos", "conj") or tokens.heads[token] == token:
            break
        token = tokens.heads[token]
    return token


def _chain(tokens: Tokens, token: int) -> set[int]:
    """A token, what it is joined or apposed to, and what is apposed to it."""
    return {token, _top(tokens, token)} | {
        k
        for k in range(token + 1, min(token + 12, len(tokens.heads)))
        if tokens.heads[k] in (token, _top(tokens, token)) and tokens.deps[k] == "appos"
    }


def _whose_clause(tokens: Tokens, verb: int) -> int | None:
    """The noun whose relative clause with "who" as subject holds a verb."""
    up = verb
    for _ in range(4):
        if tokens.deps[up] == "relcl":
            who = any(tokens.heads[k] == up and tokens.deps[k] in ("nsubj", "nsubjpass") and
                      tokens.texts[k].lower() in ("who", "that")
                      for k in range(tokens.heads[up] + 1, up))  # fmt: skip
            return tokens.heads[up] if who else None
        if tokens.deps[up] not in ("xcomp", "pcomp", "prep", "conj"):
            return None
        up = tokens.heads[up]
    return None


def _asked(tokens: Tokens, verb: int) -> int:
    """Who is asked or told to do what an infinitive says: its subject; -1 where nobody is."""
    up = tokens.heads[verb]
    if tokens.tags[verb] != "VB" or tokens.deps[verb] not in ("xcomp", "ccomp", "advcl"):
        return -1
    if tokens.lemmas[up] not in _ASKING or verb <= up:
        return -1
    return next((k for k in range(up + 1, verb) if tokens.deps[k] in ("dobj", "nsubj", "dative")
                 and tokens.heads[k] in (up, verb)), -1)  # fmt: skip


def _is_controlled(tokens: Tokens, verb: int) -> bool:
    """Whether a verb has the subject of the one above it: an infinitive or a gerund."""
    if tokens.deps[verb] in ("xcomp", "pcomp"):
        return True
    if tokens.deps[verb] != "advcl" or tokens.tags[verb] != "VB":
        return False
    return not any(
        tokens.tags[k] == "MD" and tokens.heads[k] == verb for k in range(max(0, verb - 3), verb)
    )


def _first_verb(tokens: Tokens, verb: int) -> int:
    """The verb whose subject a joined verb shares: "Obama called Putin and warned him"."""
    for _ in range(4):
        own = any(tokens.heads[k] == verb and tokens.deps[k] in ("nsubj", "nsubjpass")
                  for k in range(max(0, verb - 12), verb))  # fmt: skip
        if own or tokens.deps[verb] != "conj":
            return verb
        verb = tokens.heads[verb]
    return verb


def _along(tokens: Tokens, i: int) -> bool:
    """Whether "with him" is with the subject: "Kim had with him his sister"."""
    up = tokens.heads[i]
    between = tokens.texts[up].lower() == "between" and tokens.texts[i + 1 : i + 2] == ["and"]
    with_ = tokens.texts[up].lower() == "with"
    return between or (with_ and tokens.lemmas[tokens.heads[up]] in _CARRY)


def _owned(scene: Scene, i: int) -> frozenset[int]:
    """Who the owned thing is: in "Ivo Marsh, his spokesman" and "Marsh is his spokesman" not Marsh.

    Of somebody "at his side" the subject is not the owner.
    """
    tokens = scene.tokens
    noun = tokens.heads[i]
    out = {noun}
    up = tokens.heads[noun]
    if tokens.texts[i - 1] == ",":
        before = next((s.token for s in reversed(scene.seen) if s.token < i), -1)
        if before == i - 2:
            out.add(before)
        elif tokens.deps[noun] in ("appos", "conj"):
            out.add(up)
    if tokens.deps[noun] == "attr":
        out.update(s.token for s in scene.seen[-6:] if tokens.heads[s.token] == up)
    if tokens.lemmas[noun].lower() in BESIDE and tokens.deps[up] == "prep":
        subject = clause_subject(scene, i)
        if subject is not None:
            out.add(subject)
        out.add(tokens.heads[up])
    return frozenset(out)


def _controls(tokens: Tokens, subject: int, verb: int) -> bool:
    """Whether a subject is that of an infinitive or gerund too: "Kerry wants to meet him"."""
    if tokens.deps[subject] != "nsubj":
        return False
    up = verb
    for _ in range(4):
        up = tokens.heads[up]
        if up == tokens.heads[subject]:
            return True
        if tokens.deps[up] not in ("xcomp", "pcomp", "prep", "advcl"):
            return False
    return False


def apart(scene: Scene, i: int) -> frozenset[str]:
    """Return the ids of those whom a phrase for several cannot mean: who tells of them or acts.

    In "Ruiz told the two presidents" and "Ruiz doubts that the two will meet" it is not Ruiz.
    """
    tokens = scene.tokens
    above = set()
    beside = False
    told: set[int] = set()
    up = i
    for _ in range(10):
        if tokens.heads[up] == up:
            break
        if tokens.deps[up] == "relcl" and _whose_clause(tokens, up) is not None:
            told.add(tokens.heads[up])
        if tokens.deps[up] in ("conj", "advcl", "relcl", "acl"):
            beside = True
        elif tokens.deps[up] == "ccomp":
            beside = False
        up = tokens.heads[up]
        if not beside:
            above.add(up)
    never = barred(scene, i)
    found = set()
    for seen in reversed(scene.seen):
        if seen.sentence != tokens.sents[i]:
            break
        top = _top(tokens, seen.token)
        subject = tokens.deps[top] in ("nsubj", "nsubjpass") and tokens.heads[top] in above
        acts = (subject and tokens.heads[i] != top) or seen.token in never
        if acts or (told and told & _chain(tokens, seen.token)):
            found.add(seen.actor.id)
    return frozenset(found)
