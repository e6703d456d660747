"""What in the words around a pronoun leans to one person or away from another.

"His Greek colleague" is no Greek's; "Papandreou spoke with Ecevit, who writes poems. He ..." is Ecevit;
"Rao has invited Marsh. He will go" is Marsh. Nothing here decides alone: `pronouns` weighs it.
"""

from __future__ import annotations

from detente.extract.coreference.scene import SPEECH, Scene, Seen
from detente.extract.spans import Tokens

EQUALS = frozenset(("counterpart", "colleague", "neighbour", "neighbor", "opposite"))
"""Who has the same office elsewhere: whose they are stands in the same sentence."""
_LOOKS = 12
_CHAIN = 5
_LONG = 80
_BEFORE = 6
_LENT = 0.85
_INVITED = frozenset(("invite", "summon", "call", "urge", "ask"))
_FOLLOWS = frozenset((
    "go", "come", "accept", "decline", "travel", "attend", "visit", "refuse", "agree", "arrive",
    "reply", "answer", "comply",
))  # fmt: skip
_BOUND = frozenset((
    "aide", "adviser", "advisor", "spokesman", "spokeswoman", "spokesperson", "friend", "colleague",
    "relative", "lawyer", "assistant", "cousin", "neighbour", "neighbor", "associate", "ally",
    "secretary",
))  # fmt: skip
"""Who speaks of somebody else as "he": an aide of a man."""
_DEEDS = frozenset((
    "election", "visit", "trip", "arrival", "departure", "resignation", "speech", "victory", "arrest",
    "death", "return", "appointment", "inauguration", "decision", "party", "government", "offer",
    "letter", "refusal", "proposal", "term", "office", "absence", "meeting", "talk", "announcement",
))  # fmt: skip
"""What somebody does or has, told of as a thing: "after Rao's election"."""


def not_of(scene: Scene, i: int) -> str | None:
    """Return the state that whom a pronoun means cannot be of; None where nothing says so.

    From "his Greek colleague" at the pronoun, or later in the clause whose subject it is.
    """
    tokens = scene.tokens
    if EQUALS.isdisjoint(tokens.lemmas[i : i + _LOOKS + _CHAIN]):
        return None
    if tokens.deps[i] not in ("poss", "nsubj", "nsubjpass"):
        return None
    end = min(i + 2 if tokens.deps[i] == "poss" else i + _LOOKS, len(tokens.texts) - 1)
    sentence = tokens.sents[i]
    for k in range(i, end):
        if tokens.sents[k] != sentence or (k > i and tokens.deps[k] in ("nsubj", "nsubjpass")):
            return None
        if tokens.deps[k] != "poss" or tokens.lowers[k] not in ("his", "her"):
            continue
        noun = tokens.heads[k]
        span = scene.at.get(k + 1)
        if tokens.lemmas[noun] in EQUALS and span is not None and span.form in ("demonym", "acronym"):
            return span.actor.state if span.actor is not None else None
    return None


def goes_on_with(scene: Scene, i: int) -> frozenset[int]:
    """Return the tokens of whom the sentence before told last, in a clause with "who" that ends it.

    For a pronoun that opens the next sentence as its subject: "with Ecevit, who writes poems. He". The
    noun that the clause hangs on, and what that noun belongs to: "Rao, a teacher from Lund, who sings".
    """
    tokens = scene.tokens
    sentence = tokens.sents[i]
    sent = scene.parse.sents[sentence]
    nobody: frozenset[int] = frozenset()
    if tokens.deps[i] not in ("nsubj", "nsubjpass") or i > sent.first + 1 or not sentence:
        return nobody
    if scene.paragraph(sentence - 1) != sent.paragraph:
        return nobody
    last = scene.parse.sents[sentence - 1].last - 1
    up = last - 1
    for _ in range(_LOOKS):
        above = tokens.heads[up]
        if tokens.deps[up] == "relcl":
            who = any(
                tokens.heads[k] == up
                and tokens.lowers[k] == "who"
                and tokens.deps[k] in ("nsubj", "nsubjpass")
                for k in range(above + 1, up)
            )
            return _owners(tokens, above) if who else nobody
        if above == up:
            return nobody
        up = above
    return nobody


def _owners(tokens: Tokens, noun: int) -> frozenset[int]:
    """A noun and those above it up to the name it describes."""
    found = {noun}
    while tokens.deps[noun] in ("appos", "pobj", "prep") and len(found) < _CHAIN:
        above = tokens.heads[noun]
        if tokens.deps[noun] == "prep" and not tokens.tags[above].startswith("N"):
            break
        noun = above
        found.add(noun)
    return frozenset(found)


def lent_weight(scene: Scene, seen: Seen) -> float:
    """Return how prominent somebody is whose deed is told: of "Rao's election" more than an owner.

    Only for an owner and for "the visit by Rao"; of any other role it is the weight already known.
    """
    tokens = scene.tokens
    dep, up = tokens.deps[seen.token], tokens.heads[seen.token]
    if seen.pronoun or dep not in ("poss", "pobj"):
        return seen.weight
    if dep == "pobj":
        if tokens.lowers[up] != "by":
            return seen.weight
        up = tokens.heads[up]
    return _LENT if tokens.lemmas[up] in _DEEDS else seen.weight


def is_invited(scene: Scene, i: int, seen: Seen) -> bool:
    """Say whether a pronoun's verb answers what somebody was asked: "invited Rao. He will go"."""
    tokens = scene.tokens
    if tokens.deps[i] != "nsubj" or tokens.lemmas[tokens.heads[i]] not in _FOLLOWS:
        return False
    asked = tokens.deps[seen.token] == "dobj" and tokens.lemmas[tokens.heads[seen.token]] in _INVITED
    return asked and tokens.sents[i] - seen.sentence == 1


def of_another(tokens: Tokens, i: int, noun: int) -> bool:
    """Say whether who speaks is bound to whom the pronoun means: "an aide says that he will go"."""
    verb = tokens.heads[noun]
    if tokens.lemmas[noun].lower() not in _BOUND or tokens.lemmas[verb] not in SPEECH:
        return False
    up = i
    for _ in range(6):
        above = tokens.heads[up]
        if above == verb:
            return tokens.deps[up] == "ccomp"
        if above == up:
            return False
        up = above
    return False


def is_outsider(scene: Scene, i: int) -> bool:
    """Say whether a pronoun stands in words of a speaker, in a paragraph that names nobody else before.

    Such a speaker talks of whom the whole article is about, not of whom it named last.
    """
    tokens = scene.tokens
    number = scene.marks[i]
    if not number:
        return False
    sents = scene.parse.sents
    first = tokens.sents[i]
    while first and sents[first - 1].paragraph == sents[first].paragraph:
        first -= 1
    speaker = scene.speaker_of(number, tokens.sents[i])
    return all(
        seen.actor is speaker or seen.quotation
        for seen in scene.seen[-_CHAIN:]
        if seen.sentence >= first
    )


def is_quoted(tokens: Tokens, token: int, i: int) -> bool:
    """Say whether a name stands in the words that "he says" breaks: "Rao, he says, is tired"."""
    if i - token > _LONG or ":" in tokens.texts[token:i]:
        return False
    if ":" in tokens.texts[max(0, token - _BEFORE) : token]:
        return tokens.sents[i] - tokens.sents[max(0, token - _BEFORE)] <= 1
    said = tokens.heads[i]
    spoken = {k for k in range(token, i) if tokens.heads[k] == said and tokens.deps[k] == "ccomp"}
    if tokens.deps[said] in ("parataxis", "ccomp", "advcl", "dep", "conj", "relcl"):
        spoken.add(tokens.heads[said])
    if not spoken:
        return True
    up = token
    for _ in range(12):
        if up in spoken:
            return True
        if tokens.heads[up] == up or up == said:
            return False
        above = tokens.heads[up]
        if tokens.deps[up] in ("advcl", "ROOT") and above not in spoken:
            return False
        up = above
    return False


def is_told_subject(scene: Scene, token: int, i: int) -> bool:
    """Say whether a name is the subject of the words told: "Rao had protested, he told reporters".

    Not where a colon parts it from somebody who tells: "Lund was angry: Rao had slept, he said".
    """
    tokens = scene.tokens
    first = token
    while first and tokens.sents[first - 1] == tokens.sents[token]:
        first -= 1
    if first and tokens.texts[first - 1] == ":":
        first = scene.parse.sents[tokens.sents[first - 1]].first
    if ":" in tokens.texts[first:token]:
        colon = tokens.texts.index(":", first)
        if any(first <= seen.token < colon for seen in scene.seen):
            return False
    verb, said = tokens.heads[token], tokens.heads[i]
    told = tokens.heads[verb] == said and tokens.deps[verb] == "ccomp"
    return tokens.deps[token] == "nsubj" and verb < i and (told or tokens.heads[said] == verb)
