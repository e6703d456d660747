"""Two actors of a sentence become the traits that tell who is for or against whom.

The traits are the words before, between and after the actors, the path of dependencies from one to the
other, the verbs above each with their objects, and what the table of acts says of those words. Names
are left out, the actors' own and all others: who somebody is must not tell whom they are against.
`knowledge/stance` weighs the traits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.knowledge.plover import act_nouns, acts, value_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Traits = dict[str, float]
_NEGATIVE = frozenset(
    (
        "not",
        "n't",
        "n’t",
        "no",
        "never",
        "without",
        "nor",
        "neither",
        "hardly",
        "refuse",
        "deny",
        "fail",
    )
)
_OBJECTS = frozenset(("dobj", "attr", "acomp", "oprd", "nsubjpass", "dative"))
QUOTES = frozenset(('"', "“", "”", "``", "''"))
"""Double quotation marks."""
_DEEPEST = 60
_KEPT = 20_000
_numbers: dict[str, bool] = {}
_MEETING = frozenset(("meet", "visit", "arrive", "travel", "fly", "phone", "telephone"))


class Line:
    """A sentence with what the traits of all its pairs are made of, each worked out once."""

    def __init__(self, sent: Doc | Span) -> None:
        self.sent = sent
        self.doc = sent[0].doc
        self.at: list[int] = []
        """Tokens that are no white space."""
        self.words: list[str] = []
        """Their lemmas, PN for a name, NUM for a number."""
        for token in sent:
            if not token.is_space:
                self.at.append(token.i)
                self.words.append("NUM" if _is_number(token) else _plain(token))
        self._chains: dict[int, list[Token]] = {}
        self._parties: dict[tuple[str, int, int], Traits] = {}
        self._quoted: frozenset[int] | None = None

    @property
    def quoted(self) -> frozenset[int]:
        """The tokens inside double quotation marks."""
        if self._quoted is None:
            inside, found = False, set()
            for token in self.sent:
                if token.text in QUOTES:
                    inside = token.text in ("“", "``") or (token.text == '"' and not inside)
                if inside:
                    found.add(token.i)
            self._quoted = frozenset(found)
        return self._quoted

    def part(self, first: int, last: int) -> list[str]:
        """Return the words from one token to before another, names in a row as one."""
        words = self.words[bisect_left(self.at, first) : bisect_left(self.at, last)]
        if "PN" not in words:
            return words
        return [word for i, word in enumerate(words) if word != "PN" or not i or words[i - 1] != "PN"]

    def chain(self, token: Token) -> list[Token]:
        """Return a token and all above it, the nearest first."""
        chain = self._chains.get(token.i)
        if chain is None:
            chain = [token]
            while chain[-1].head.i != chain[-1].i and len(chain) < _DEEPEST:
                chain.append(chain[-1].head)
            self._chains[token.i] = chain
        return chain

    def party(self, name: str, head: Token, span: frozenset[int]) -> Traits:
        """Return the traits of one actor by itself."""
        key = name, min(span), max(span)
        found = self._parties.get(key)
        if found is None:
            found = self._parties[key] = {}
            _party(self.doc, name, head, span, found)
        return found


def traits(line: Line, one: Sequence[int], other: Sequence[int]) -> Traits:
    """Return the traits, with their strength, of a pair of actors, the first named first.

    `one` and `other` are tokens in a row, not empty, of the doc; `one` begins before `other`.
    """
    found: Traits = {}
    first, second = frozenset(one), frozenset(other)
    _zones(line, first, second, found)
    above, below = _head(line, first), _head(line, second)
    _path(line.chain(above), line.chain(below), found)
    for name, head, own, else_ in (("p", above, first, second), ("q", below, second, first)):
        found.update(line.party(name, head, own))
        _verbs(name, line.chain(head), own, else_, found)
    quoted = line.quoted
    found[f"in={max(one) in quoted}{max(other) in quoted}"] = 1.0
    return found


def meeting_word(lemma: str) -> bool:
    """Say whether a verb tells a contact and by itself nothing of what either thinks.

    >>> meeting_word("meet"), meeting_word("praise")
    (True, False)
    """
    return lemma in _MEETING


def _plain(token: Token) -> str:
    return "PN" if token.pos_ == "PROPN" else token.lemma_.lower()


def _is_number(token: Token) -> bool:
    """Say whether a word that is no name is a number, asking spaCy once a form."""
    if token.pos_ == "PROPN":
        return False
    text = token.text
    known = _numbers.get(text)
    if known is None:
        if len(_numbers) >= _KEPT:
            _numbers.clear()
        known = _numbers[text] = bool(token.like_num)
    return known


def _zones(line: Line, one: frozenset[int], other: frozenset[int], found: Traits) -> None:
    """Add the words before, between and after the actors; _P and _Q stand for the actors."""
    sent = line.at
    middle = line.part(max(one) + 1, min(other))
    after = line.part(max(other) + 1, sent[-1] + 1)
    before = line.part(sent[0], min(one))
    for zone, some in (("b", before), ("m", middle), ("a", after)):
        start = f"z{zone}="
        for word in some:
            found["w=" + word] = 0.5
            found[start + word] = 1.0
    words = [*before, "_P", *middle, "_Q", *after]
    for left, right in pairwise(words):
        found[f"bg={left}_{right}"] = 0.7
    for left, right in pairwise(middle):
        found[f"mb={left}_{right}"] = 1.0
    for at in {
        i for end in (len(before), len(before) + len(middle) + 1) for i in range(end - 2, end + 1)
    }:
        if 0 <= at < len(words) - 2:
            found["tg=" + "_".join(words[at : at + 3])] = 1.0
    for side, some in (("mf", middle[:3]), ("ml", middle[-3:]), ("a3", after[:4]), ("b3", before[-4:])):
        for word in some:
            found[f"{side}={word}"] = 1.0
    if len(middle) <= 6:
        found["mid=" + "_".join(middle)] = 1.5
        for word in middle:
            found["ms=" + word] = 1.0
    size = len(middle)
    found[f"gap={min(size, 3) if size < 4 else 4 + min(size // 5, 5)}"] = 1.0
    found[f"len={min(len(words) // 8, 6)}"] = 0.7
    for zone, some in (("b", before), ("m", middle), ("a", after), ("x", ["_P", "_Q"])):
        for word in some:
            for value in _value(word):
                found[f"v{zone}={value}"] = found.get(f"v{zone}={value}", 0.0) + 0.4


@lru_cache(maxsize=8192)
def _value(lemma: str) -> tuple[str, ...]:
    """Return whether the table of acts counts a word as friendly or hostile, and which act it is."""
    act = acts().get((lemma, "")) or act_nouns().get(lemma)
    if act is None:
        return ()
    value = value_of(act.type, act.mode)
    return act.type, "+" if value > 1 else "-" if value < -1 else "0"


def _path(up: Sequence[Token], down: Sequence[Token], found: Traits) -> None:
    """Add the way from one actor up to the word they share and down to the other."""
    common = next((token for token in up if token in down), None)
    if common is None:
        found["path=none"] = 1.0
        return
    rising = up[: up.index(common)]
    falling = down[: down.index(common)][::-1]
    way = (
        "^".join(t.dep_ for t in rising)
        + "|"
        + "v".join(t.dep_ + (f":{t.lower_}" if t.dep_ == "prep" else "") for t in falling)
    )
    found[f"path={way}"] = 1.0
    found[f"plen={min(len(rising) + len(falling), 9)}"] = 1.0
    found[f"ends={rising[0].dep_ if rising else '-'}|{falling[-1].dep_ if falling else '-'}"] = 1.0
    own = common.lemma_.lower() if common.pos_ != "PROPN" else "PN"
    found[f"pathl={own}|{way}"] = 1.0
    found[f"root={own}"] = 1.2
    ends = f"{rising[-1].dep_ if rising else '-'}|{falling[0].dep_ if falling else '-'}"
    found[f"rootw={own}|{ends}"] = 1.5
    for token in (*rising[1:], *falling[:-1], common):
        lemma = token.lemma_.lower() if token.pos_ != "PROPN" else "PN"
        found[f"pl={lemma}"] = 1.2
        for value in _value(lemma):
            found[f"pv={value}"] = 1.0
            found[f"pve={value}|{ends}"] = 1.0
    for token in rising[1:]:
        found[f"up={token.lemma_.lower()}"] = 1.0
    for token in falling[:-1]:
        found[f"dn={token.lemma_.lower()}"] = 1.0
    chain = [t.lemma_.lower() for t in (*rising[1:], common, *falling[:-1]) if t.pos_ != "PROPN"]
    found["chain=" + ">".join(chain)] = 1.2
    if any(
        c.dep_ == "neg" or c.lower_ in _NEGATIVE
        for t in (common, *rising[1:], *falling)
        for c in t.children
    ):
        found["pneg"] = 1.0
        found[f"pneg={own}"] = 1.0


def _verbs(
    name: str, chain: Sequence[Token], own: frozenset[int], other: frozenset[int], found: Traits
) -> None:
    """Add the nearest verbs above an actor: themselves, their parts, the actor's role in them."""
    above = [token for token in chain if token.pos_ in ("VERB", "AUX")]
    for rank, verb in enumerate(above[:2]):
        strength = 1.0 if not rank else 0.5
        lemma = verb.lemma_.lower()
        place = chain.index(verb)
        role = chain[place - 1].dep_ if place else "self"
        found[f"{name}{rank}v={lemma}"] = 1.2 * strength
        found[f"{name}{rank}r={role}_{lemma}"] = 1.2 * strength
        for value in _value(lemma):
            found[f"{name}{rank}a={role}_{value}"] = strength
        passive = negated = False
        for child in verb.children:
            word = "_O" if child.i in other else "_S" if child.i in own else child.lemma_.lower()
            passive = passive or child.dep_ in ("nsubjpass", "auxpass")
            negated = negated or child.dep_ == "neg" or child.lower_ in _NEGATIVE
            if child.pos_ == "PROPN" and word[0] != "_":
                word = "PN"
            if child.dep_ in _OBJECTS or child.dep_ in (
                "prt",
                "prep",
                "xcomp",
                "ccomp",
                "agent",
                "advmod",
            ):
                found[f"{name}{rank}c={child.dep_}_{word}"] = strength
                found[f"{name}{rank}vc={lemma}_{word}"] = strength
        if passive:
            found[f"{name}{rank}pas={role}"] = strength
        if negated:
            found[f"{name}{rank}neg"] = strength
            found[f"{name}{rank}neg={lemma}"] = strength
        if rank == 0:
            for inner in verb.children:
                if inner.dep_ in ("xcomp", "ccomp", "advcl", "conj", "pcomp"):
                    found[f"{name}x={role}_{inner.lemma_.lower()}"] = 0.8


def _party(doc: Doc, name: str, head: Token, span: frozenset[int], found: Traits) -> None:
    found[f"{name}pos={head.pos_}"] = 1.0
    found[f"{name}dep={head.dep_}"] = 1.0
    found[f"{name}tag={head.tag_}"] = 1.0
    found[f"{name}n={min(len(span), 4)}"] = 0.5
    if head.pos_ != "PROPN":
        found[f"{name}h={head.lemma_.lower()}"] = 1.0
    mother = head.head
    if mother.i != head.i:
        word = mother.lemma_.lower() if mother.pos_ != "PROPN" else "PN"
        found[f"{name}m={head.dep_}_{word}"] = 1.0
    for child in head.children:
        if child.i not in span:
            word = child.lemma_.lower() if child.pos_ != "PROPN" else "PN"
            found[f"{name}k={child.dep_}_{word}"] = 0.8
    last = max(span)
    if last + 1 < len(doc) and doc[last + 1].tag_ == "POS":
        found[f"{name}poss"] = 1.0
        for later in doc[last + 2 : last + 4]:
            found[f"{name}po={later.lemma_.lower()}"] = 1.0


def _head(line: Line, span: frozenset[int]) -> Token:
    """Return the token of a span that lies highest in the tree."""
    doc = line.doc
    tops = [doc[i] for i in sorted(span) if doc[i].head.i not in span or doc[i].head.i == i]
    return min(tops or [doc[min(span)]], key=lambda token: len(line.chain(token)))
