"""What can be seen of a capitalised name: its words, those around it, its place in the sentence.

The names of features are hashed (Weinberger and others, ICML 2009), so that the model that reads them
holds no list of words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from detente.extract.mentions.forms import Found
from detente.extract.spans import Tokens
from detente.knowledge.names import is_given
from detente.knowledge.places import gazetteer
from detente.knowledge.roles import is_role

SLOTS = 1 << 15
_DIGITS = re.compile(r"\d")
_SCORE = re.compile(r"\d+(?:-\d+)+$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens that may be one name."""

    first: int
    """First token."""
    last: int
    """One past the last token."""
    words: tuple[str, ...]
    """Its words, hyphenated ones joined."""
    titled: bool = False
    """Whether a title of a person stands right before it."""
    joined: str = ""
    """`place+` or `+place` where a known place is part of it, which it may swallow; else empty."""

    @property
    def key(self) -> str:
        """The words in lower case: occurrences of one key are judged together."""
        return " ".join(self.words).lower()


@lru_cache(maxsize=65536)
def slot(name: str) -> int:
    """Return the slot of a feature's name."""
    return crc32(name.encode()) % SLOTS


def senses(found: Sequence[Found]) -> dict[int, str]:
    """Return what the words of the registry and the gazetteer are, by token."""
    known: dict[int, str] = {}
    for item in found:
        if item.forms:
            kinds = {form.sense for form in item.forms}
            state = any(form.actor_id.startswith("state:") for form in item.forms)
            if not state:
                name = "body"
            elif "demonym" in kinds or "people" in kinds:
                name = "demonym"
            else:
                name = "capital" if kinds & {"capital", "seat"} else "state"
        elif item.body is not None:
            name = "body"
        else:
            name = "place"
        known.update(dict.fromkeys(range(item.first, item.last), name))
    return known


@lru_cache(maxsize=16384)
def shape(word: str) -> str:
    """Return the shape of a word: Xx, X., XX, XxXx, x, 0.

    >>> shape("Kerry"), shape("J."), shape("NATO"), shape("McCain")
    ('Xx', 'X.', 'XX', 'XxXx')
    """
    out = ""
    for c in word:
        kind = "X" if c.isupper() else "x" if c.islower() else "0" if c.isdigit() else c
        if not out.endswith(kind) or (kind == "X" and out == "X"):
            out += kind
    return out[:6]


def _around(tokens: Tokens, i: int, known: Mapping[int, str]) -> str:
    """A word next to a name, with names and numbers as their kind."""
    if i < 0 or i >= len(tokens.texts):
        return "END"
    sense = known.get(i)
    if sense is not None:
        return f"<{sense}>"
    text = tokens.texts[i]
    if _DIGITS.search(text):
        return "<score>" if _SCORE.match(text) else "<0>"
    if text[0].isupper() and tokens.tags[i].startswith("NNP"):
        return "<given>" if is_given(text) else "<role>" if is_role(text.lower(), "title") else "<Xx>"
    return text.lower()


def traits(tokens: Tokens, one: Candidate, known: Mapping[int, str]) -> list[int]:
    """Return the slots of what is true of a candidate where it stands."""
    words, first, last = one.words, one.first, one.last
    lower = [word.lower() for word in words]
    head = tokens.head_of(first, last)
    dep, up = tokens.deps[head], tokens.heads[head]
    lemma = tokens.lemmas[up].lower() if up != head else "ROOT"
    sent = tokens.sents[first]
    before = _around(tokens, first - 1, known) if first and tokens.sents[first - 1] == sent else "START"
    second = _around(tokens, first - 2, known) if first > 1 else "START"
    after = _around(tokens, last, known)
    next_one = _around(tokens, last + 1, known)
    count = min(len(words), 4)
    out = ["bias", f"n={count}", f"j={one.joined}"]
    out += [f"w={word}" for word in lower]
    out += [f"w0={lower[0]}", f"w1={lower[-1]}", f"s={'_'.join(shape(w) for w in words[:4])}"]
    tail = lower[-1]
    out += [
        f"s2={tail[-2:]}",
        f"s3={tail[-3:]}",
        f"s4={tail[-4:]}",
        f"p3={tail[:3]}",
        f"n1={count == 1}",
    ]
    given = is_given(words[0])
    out += [f"g={given}|{count}", f"g1={count > 1 and is_given(words[-1])}"]
    if one.titled:
        out.append("titled")
    toponym = gazetteer().get(" ".join(words)) or gazetteer().get(" ".join(words).title())
    if toponym is not None:
        out.append(f"gaz={toponym.sure}")
    if count > 1 and lower[-1].capitalize() in gazetteer():
        out.append("gaz1")
    out += [f"b={before}", f"b2={second}|{before}", f"a={after}", f"a2={after}|{next_one}"]
    out += [f"b={before}|{given}|{count}", f"a={after}|{given}|{count}", f"ba={before}|{after}"]
    out += [f"d={dep}", f"dl={dep}|{lemma}", f"d1={dep}|{count}"]
    if dep in ("pobj", "conj", "appos", "compound") and up != head:
        top = tokens.heads[up]
        out.append(f"dd={dep}|{lemma}|{tokens.deps[up]}|{tokens.lemmas[top].lower()}")
        if tokens.tags[up].startswith("NNP"):
            out.append(f"dk={dep}|{known.get(up, 'Xx')}")
    return [slot(name) for name in out]
