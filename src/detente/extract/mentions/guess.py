"""Capitalised names that no list knows: are they persons? The whole article votes.

What speaks for a person: being the subject of a verb that people do, an age after the name, "who" after
it, a role in apposition, a kin or mind noun that it owns, a surname that stands alone elsewhere. One
sign in an article is enough where none speaks against it; a locative before it, or an article, does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.extract.mentions.runs import Part
from detente.extract.spans import Tokens
from detente.knowledge.names import fold_word, is_given
from detente.knowledge.roles import is_role

_HUMAN_VERBS = frozenset((
    "say", "tell", "think", "believe", "want", "explain", "ask", "add", "argue", "note", "insist",
    "feel", "know", "hope", "meet", "speak", "talk", "write", "smile", "laugh", "die", "live",
    "marry", "bear", "resign", "arrive", "travel", "visit", "return", "decide", "try", "refuse",
    "agree", "deny", "admit", "accuse", "vow", "describe", "claim", "recall", "remember", "quip",
    "joke", "love", "like", "hate", "study", "teach", "serve", "work", "win", "beat", "score",
    "lead", "finish", "lose", "play", "hit", "take", "defeat", "retire", "join", "praise",
    "criticise", "criticize", "thank", "warn", "suggest", "testify", "plead", "confess",
    "apologise", "apologize", "appear", "stand", "sit", "walk", "run", "disagree", "doubt", "expect",
    "learn", "regret", "complain", "predict", "concede", "reply", "smoke", "recognise",
))  # fmt: skip
_UNDERGONE = frozenset((
    "bear", "swear", "arrest", "jail", "kidnap", "behead", "extradite", "pardon", "indict", "bury",
))  # fmt: skip
"""What happens to people only: "was born", "was sworn in"."""
_SPEECH = frozenset(("say", "tell", "think", "believe", "explain", "add", "argue", "insist", "feel"))
_OWNED = frozenset((
    "wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "parent",
    "friend", "lawyer", "career", "death", "life", "face", "voice", "hand", "head", "eye", "mind",
    "visit", "speech", "remark", "comment", "resignation", "term", "predecessor", "successor",
    "goal", "century", "family", "house", "home", "opinion", "view", "word", "trial", "arrest",
    "birthday", "spokesman", "aide", "party",
))  # fmt: skip
_LOCATIVE = frozenset(
    ("in", "at", "near", "around", "throughout", "outside", "inside", "across", "via")
)
_AGAINST = -1.0


def persons_among(tokens: Tokens, parts: Iterable[Part]) -> set[str]:
    """Return the folded last words of name parts that the article's own signs make persons.

    A single word that is no first name needs a sign that only people give, or two signs.
    """
    votes: dict[str, float] = {}
    counts: dict[str, int] = {}
    sure: set[str] = set()
    alone: set[str] = set()
    full: set[str] = set()
    for part in parts:
        key = fold_word(part.words[-1])
        sign, strong = _sign(tokens, part)
        votes[key] = votes.get(key, 0.0) + sign
        counts[key] = counts.get(key, 0) + 1
        (alone if len(part.words) == 1 else full).add(key)
        if strong or is_given(part.words[0]):
            sure.add(key)
    for key in alone & full:
        votes[key] += 0.6
    return {
        key
        for key, vote in votes.items()
        if vote >= 1.0 and (key in full or key in sure or counts[key] > 1)
    }


def _sign(tokens: Tokens, part: Part) -> tuple[float, bool]:
    """How much one occurrence speaks for a person, and whether only people do that."""
    texts = tokens.texts
    head = tokens.head_of(part.first, part.last)
    dep, up = tokens.deps[head], tokens.heads[head]
    before = texts[part.first - 1].lower() if part.first else ""
    score, strong = 0.0, False
    if len(part.words) == 1 and is_given(part.words[0]):
        score += 0.7
    if before in ("named", "called") and part.first > 1 and tokens.tags[part.first - 2] == "NN":
        score += 1.0
        strong = True
    if before == "to" and part.first > 1 and texts[part.first - 2].lower() == "according":
        score += 1.0 if len(part.words) > 1 else 0.3
        strong = len(part.words) > 1
    if before in _LOCATIVE or before in ("the", "a", "an", "this", "these"):
        score += _AGAINST
    if dep in ("compound", "amod") and up >= part.last:
        score -= 0.4
    if dep in ("nsubj",) and tokens.lemmas[up] in _HUMAN_VERBS:
        score += 1.0
        strong = tokens.lemmas[up] in _SPEECH
    elif dep == "nsubjpass" and tokens.lemmas[up] in _UNDERGONE:
        score += 1.0
        strong = len(part.words) > 1
    elif dep in ("nsubj", "nsubjpass") and len(part.words) > 1 and _goes_on_as_person(tokens, part):
        score += 1.0
        strong = True
    elif dep in ("nsubj", "nsubjpass", "appos"):
        score += 0.25
    elif dep == "poss" and tokens.lemmas[up].lower() in _OWNED:
        score += 1.0
    if part.last + 1 < len(texts):
        after, next_one = texts[part.last], texts[part.last + 1]
        who = after.lower() == "who" or (after == "," and next_one.lower() == "who")
        aged = after in (",", "(") and next_one.isdigit() and len(next_one) == 2
        of = after == "," and next_one.lower() == "of" and len(part.words) == 2
        told = who or aged or of or (after == "," and _role_follows(tokens, part.last + 1))
        # "a teacher from Lund, who sang": a single word after "from" is no person for that.
        if told and not (len(part.words) == 1 and (before == "from" or before in _LOCATIVE)):
            score += 1.0
            strong = True
    return score, strong


def _goes_on_as_person(tokens: Tokens, part: Part) -> bool:
    """Whether the next sentence opens with he or she, and nobody else is named between."""
    sent = tokens.sents[part.first]
    j, count = part.last, len(tokens.texts)
    while j < count and tokens.sents[j] in (sent, -1):
        if tokens.tags[j] == "NNP" and tokens.deps[j] in ("nsubj", "dobj", "conj", "poss"):
            return False
        j += 1
    return j < count and tokens.sents[j] == sent + 1 and tokens.texts[j] in ("He", "She")


def _role_follows(tokens: Tokens, first: int) -> bool:
    for j in range(first, min(first + 6, len(tokens.texts))):
        if tokens.texts[j] in (",", ".", ";") or tokens.tags[j].startswith("V"):
            return False
        lemma = tokens.lemmas[j].lower()
        if is_role(lemma, "office") or is_role(lemma, "profession"):
            return True
    return False


def looks_like_name(words: Sequence[str]) -> bool:
    """Say whether words are of the shape of a person's name: two to four, none all in capitals.

    >>> looks_like_name(("Amneh", "Jafari")), looks_like_name(("NATO", "HQ"))
    (True, False)
    """
    return 1 <= len(words) <= 4 and all(
        (word[:1].isupper() and not (word.isupper() and len(word) > 2)) or word[:1].islower()
        for word in words
    )
