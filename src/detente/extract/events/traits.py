"""Two parties of a sentence become the traits that tell what one does to the other.

The traits are words before, between and after the parties, the path of dependencies from one to the
other, the verbs above each with their objects and complements, and what the table of words says of
them. The parties themselves are left out but for common nouns ("the ambassador"): what counts is what
is done. `knowledge/event_types` weighs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.extract.events.acting import read
from detente.extract.events.listing import act_of
from detente.knowledge.plover import act_nouns

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Traits = dict[str, float]
_NEGATIVE = frozenset(("not", "n't", "no", "never", "without", "nor", "neither"))
_SMALL = frozenset(("prt", "prep", "advmod", "mark"))
_OBJECTS = frozenset(("dobj", "attr", "acomp", "oprd", "nsubjpass", "dative"))
_NEAR = 1.5
"""How much a word near the pair counts."""
_OF_SOURCE = 0.5
"""How much it counts who acts: what is done counts more."""
_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "conj", "pcomp"))


def traits(sent: Doc | Span, source: Sequence[int], target: Sequence[int]) -> Traits:
    """Return the traits, with their strength, of what the tokens `source` do to the tokens `target`.

    Either may be empty: somebody who is not named. `sent` is a sentence of a doc, or a doc of one.
    """
    found: Traits = {}
    one, other = frozenset(source), frozenset(target)
    doc = sent[0].doc
    above, below = _head(doc, one), _head(doc, other)
    _words(sent, one, other, found)
    of_source, of_target = _verbs_over(above), _verbs_over(below)
    if of_source:
        _source_verbs(of_source, one, other, found)
    if of_target and of_target[0] not in of_source[:1]:
        _describe(of_target[0], "t", one, other, found)
        if len(of_target) > 1 and of_target[1] not in of_source[:1]:
            _describe(of_target[1], "tt", one, other, found, 0.5)
    found[f"same={bool(of_source and of_target and of_source[0] == of_target[0])}"] = 1.0
    if above is not None and below is not None:
        _path(above, below, found)
    for name, head, span in (("hs", above, one), ("ht", below, other)):
        _party(doc, name, head, span, found)
    found[f"order={min(one, default=0) < min(other, default=0)}"] = 1.0
    for token in sent:
        if token.pos_ == "VERB" and (act := act_of(token)):
            found[f"any={act[0].type}"] = 0.7
    return found


def _words(sent: Doc | Span, one: frozenset[int], other: frozenset[int], found: Traits) -> None:
    edges = [i for span in (one, other) if span for i in (min(span), max(span))]
    low, high = min(edges, default=0), max(edges, default=sent[-1].i + 1 if len(sent) else 0)
    line: list[str] = []
    for token in sent:
        i = token.i
        if i in one or i in other:
            if i in (min(one, default=-1), min(other, default=-1)):
                line.append("_S" if i in one else "_T")
            continue
        word = token.lemma_.lower() if token.pos_ != "PROPN" else "PN"
        line.append(word)
        zone = "b" if i < low else "a" if i > high else "m"
        found[f"w={word}"] = 0.5
        found[f"z{zone}={word}"] = 1.0
        if low - 3 <= i <= high + 8:
            found[f"n={word}"] = _NEAR
            noun = act_nouns().get(word)
            if noun is not None and token.pos_ == "NOUN":
                found[f"noun={noun.type}"] = 0.7
    line = [word for word in line if word != "PN"]
    for left, right in pairwise(line):
        found[f"bg={left}_{right}"] = 1.0
    for first, second, third in zip(line, line[1:], line[2:], strict=False):
        if "_S" in (first, second, third) or "_T" in (first, second, third):
            found[f"tg={first}_{second}_{third}"] = 1.0


def _source_verbs(
    verbs: Sequence[Token], one: frozenset[int], other: frozenset[int], found: Traits
) -> None:
    _describe(verbs[0], "s", one, other, found)
    chain = [verbs[0]]
    while len(chain) < 4:
        inner = next(iter(_complements(chain[-1])), None)
        if inner is None or inner in chain:
            break
        chain.append(inner)
        _describe(inner, f"c{len(chain) - 1}", one, other, found, 0.8)
    found["chain=" + ">".join(verb.lemma_.lower() for verb in chain)] = 1.0
    if len(verbs) > 1:
        _describe(verbs[1], "u", one, other, found, 0.6)


def _complements(verb: Token) -> Iterable[Token]:
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and child.pos_ in ("VERB", "AUX"):
            yield child
    for child in verb.children:
        if child.dep_ in ("prep", "dobj", "acomp"):
            for grandchild in child.children:
                if grandchild.dep_ in ("pcomp", "acl", "xcomp") and grandchild.pos_ == "VERB":
                    yield grandchild


def _describe(
    verb: Token,
    tag: str,
    one: frozenset[int],
    other: frozenset[int],
    found: Traits,
    weight: float = 1.0,
) -> None:
    """Add what a verb says: itself, its auxiliaries, particles, objects, clauses, and its act."""
    lemma = verb.lemma_.lower()
    found[f"{tag}v={lemma}"] = 1.5 * weight
    negated = False
    for child in verb.children:
        word = child.lemma_.lower()
        if child.lower_ in _NEGATIVE or child.dep_ == "neg":
            negated = True
        if child.dep_ in ("aux", "auxpass"):
            found[f"{tag}aux={child.lower_}"] = 1.0
        elif child.dep_ in _SMALL:
            found[f"{tag}vp={lemma}_{word}"] = 1.0
            if child.dep_ == "prep":
                for noun in child.children:
                    if noun.pos_ != "PROPN" and noun.i not in one:
                        found[f"{tag}po={noun.lemma_.lower()}"] = 1.0
                        found[f"{tag}vpo={lemma}_{word}_{noun.lemma_.lower()}"] = 1.0
        elif child.dep_ in _OBJECTS:
            _object(child, tag, lemma, one, other, found, weight)
        elif child.dep_ in _CLAUSES:
            found[f"{tag}c={child.dep_}_{word}"] = 1.0
            found[f"{tag}vc={lemma}_{word}"] = 1.0
        if child.dep_ in ("nsubjpass", "auxpass"):
            found[f"{tag}pas"] = 1.0
    if negated:
        found[f"{tag}neg"] = 1.0
        found[f"{tag}negv={lemma}"] = 1.0
    act = act_of(verb)
    if act is not None:
        found[f"{tag}lex={act[0].type}"] = 1.5 * weight
        if negated:
            found[f"{tag}lexneg={act[0].type}"] = 1.5 * weight
        if act[0].mode:
            found[f"{tag}lexm={act[0].type}_{act[0].mode}"] = 1.0
        if act[0].cameo:
            found[f"{tag}cam={act[0].cameo}"] = 1.0
    counted = read(verb)
    if counted is not None:
        found[f"{tag}read={counted.act.type}"] = 1.5 * weight
        found[f"{tag}real={counted.factuality}_{counted.base.type}"] = weight


def _object(
    noun: Token,
    tag: str,
    verb: str,
    one: frozenset[int],
    other: frozenset[int],
    found: Traits,
    weight: float,
) -> None:
    word = "_T" if noun.i in other else "_S" if noun.i in one else noun.lemma_.lower()
    if noun.i in other and noun.pos_ != "PROPN":
        found[f"{tag}oT={noun.lemma_.lower()}"] = 1.0
    found[f"{tag}o={word}"] = 1.3 * weight
    found[f"{tag}vo={verb}_{word}"] = 1.3 * weight
    told = act_nouns().get(noun.lemma_)
    if told is not None:
        found[f"{tag}on={told.type}"] = weight
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod") and child.pos_ != "PROPN":
            found[f"{tag}om={child.lemma_.lower()}"] = 1.0
        if child.dep_ == "prep":
            found[f"{tag}op={word}_{child.lower_}"] = 1.0


def _path(above: Token, below: Token, found: Traits) -> None:
    """Add the way from one party up to the verb they share and down to the other."""
    up, down = _chain(above), _chain(below)
    common = next((token for token in up if token in down), None)
    if common is None:
        return
    rising = up[: up.index(common)]
    falling = down[: down.index(common)][::-1]
    way = (
        "^".join(t.dep_ for t in rising)
        + "|"
        + "v".join(t.dep_ + (f":{t.lower_}" if t.dep_ == "prep" else "") for t in falling)
    )
    found[f"path={way}"] = 1.0
    found[f"pathl={common.lemma_.lower()}|{way}"] = 1.0
    for token in (*rising[1:], *falling[:-1], common):
        found[f"pl={token.lemma_.lower()}"] = 1.2
        if token.pos_ in ("VERB", "AUX") and (act := act_of(token)):
            found[f"pllex={act[0].type}"] = 1.0
        elif token.pos_ == "NOUN" and (noun := act_nouns().get(token.lemma_)):
            found[f"pllex={noun.type}"] = 1.0
    for token in falling[:-1]:
        found[f"dn={token.lemma_.lower()}"] = 1.0


def _party(doc: Doc, name: str, head: Token | None, span: frozenset[int], found: Traits) -> None:
    if head is None:
        found[f"{name}=none"] = 1.0
        return
    much = _OF_SOURCE if name == "hs" else 1.0
    found[f"{name}={head.lemma_.lower()}"] = much
    found[f"{name}pos={head.pos_}"] = much
    found[f"{name}dep={head.dep_}"] = much
    found[f"{name}tag={head.tag_}"] = much
    for i in span:
        if doc[i].pos_ != "PROPN":
            found[f"{name}w={doc[i].lemma_.lower()}"] = 0.7 * much
        if noun := act_nouns().get(doc[i].lemma_):
            found[f"{name}n={noun.type}"] = 0.7 * much


def _head(doc: Doc, span: frozenset[int]) -> Token | None:
    """Return the token of a span that lies highest in the tree; None for an empty span."""
    tops = [doc[i] for i in sorted(span) if doc[i].head.i not in span or doc[i].head.i == i]
    return min(tops, key=lambda token: len(_chain(token)), default=None)


def _chain(token: Token) -> list[Token]:
    chain = [token]
    while chain[-1].head.i != chain[-1].i and len(chain) < 60:
        chain.append(chain[-1].head)
    return chain


def _verbs_over(token: Token | None) -> list[Token]:
    return [] if token is None else [t for t in _chain(token) if t.pos_ in ("VERB", "AUX")]
