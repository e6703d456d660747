"""What the model sees of a candidate: a handful of names, each true or absent.

Lemmas, frames and labels only; no word of the content but its first, and no name of anybody.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from detente.extract.statements.candidate import Candidate
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import cue_words

_PRONOUNS = frozenset(
    ["he", "she", "they", "it", "i", "we", "you", "who", "this", "that", "these", "those", "one"]
)
_MODALS = frozenset(
    """would will may might could can should must ll d to did do does""".split()  # noqa: SIM905
)
_OF_CUE = frozenset(
    """aux neg ccomp xcomp dobj dative prt agent auxpass mark""".split()  # noqa: SIM905
)
_OPEN = frozenset(["NNP", "NNPS", "NN", "CD", "JJ"])
_HUNG = frozenset(["xcomp", "conj", "advcl", "pcomp", "acl", "ccomp"])
_BEFORE = frozenset([",", ":", "“", '"', "—", "^", "that", "to", "of", "for"])
_VERBS = frozenset(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"])
_FAR = 12
_AFTER = frozenset(["that", "and", "but", "as", "while", "after"])
_LENGTHS = (1, 2, 3, 4, 6, 8, 12, 18, 28, 45)


@lru_cache(maxsize=1)
def _classes() -> dict[str, tuple[str, ...]]:
    """Return the classes of each reviewed verb."""
    words = cue_words()
    found: dict[str, tuple[str, ...]] = {}
    for name in ("say", "blame", "praise", "demand", "promise", "refuse", "think", "name"):
        for word in words[name]:
            found[word] = (*found.get(word, ()), name)
    return found


def features(tree: Tree, cand: Candidate) -> tuple[tuple[str, ...], ...]:
    """Return the names of what is true of a candidate, in groups, in a fixed order.

    What many candidates share (the cue and its frame, the speaker's word, ...) is one group, made once.
    """
    v, who, frame = cand.cue, cand.speaker, cand.frame
    base = frame.split("/")[0].rstrip("+<?")
    tag, dep, word, inside = tree.tag, tree.dep, tree.word, tree.inside
    kids = [
        (label, word[kid] if label == "aux" else "", kid < v)
        for kid in tree.kids[v]
        if (label := dep[kid]) in _OF_CUE
    ]
    first, last = cand.spans[0][0], cand.spans[-1][1]
    count = quoted = 0
    has_verb = False
    for a, b in cand.spans:
        count += b - a
        has_verb = has_verb or not _VERBS.isdisjoint(tag[a:b])
        if max(part := inside[a:b]) >= 0:
            quoted += len(part) - part.count(-1)
    sent_first, sent_last = tree.bounds(v)
    before = word[first - 1] if first > sent_first else "^"
    after = word[last] if last < sent_last else "$"
    head = tree.head[v]
    return (
        _of_cue(frame, base, cand.key, tag[v], dep[v], cand.via),
        _of_speaker(
            base,
            "" if who < 0 else word[who] if word[who] in _PRONOUNS else tag[who],
            tree.lemma[who] if who >= 0 and tag[who] in ("NN", "NNS") else "",
            abs(who - v) > _FAR,
            who >= 0 > inside[v] and inside[who] >= 0,
        ),
        _of_kids(base, tuple(kids)),
        _of_size(base, bisect_left(_LENGTHS, count), len(cand.spans)),
        _of_opening(base, tag[first], word[first] if tag[first] not in _OPEN else "name"),
        _of_marks(base, cand.key, *_marks(tree, cand, count, quoted)),
        _of_place(
            base,
            first <= sent_first + 1,
            last >= sent_last - 2,
            before if before in _BEFORE else "",
            after if after in _AFTER or not after.isalnum() else "w",
            has_verb,
            tree.parse.sents[max(tree.sent[v], 0)].role,
            f"{tree.lemma[head]}|{dep[v]}" if head != v and dep[v] in _HUNG else "",
        ),
    )


def _marks(tree: Tree, cand: Candidate, count: int, quoted: int) -> tuple[str, bool, str]:
    """How much of a content stands in marks, whether the cue does, and in which marks."""
    own = tree.inside[cand.cue]
    if not quoted:
        return "no", own >= 0, ""
    share = "all" if quoted == count else "most" if quoted * 2 > count else "some"
    numbers = [tree.inside[i] for a, b in cand.spans for i in range(a, b)]
    many = share == "all" and numbers[0] != numbers[-1]
    return share, own >= 0, "own" if own in numbers else "many" if many else ""


@lru_cache(maxsize=16_384)
def _of_cue(frame: str, base: str, key: str, tag: str, dep: str, via: str) -> tuple[str, ...]:
    out = [
        "bias", f"f={frame}", f"k={key}", f"kf={key}|{frame}", f"kb={key}|{base}", f"t={tag}|{base}",
        f"d={dep}|{base}", f"via={via}|{base}", f"vk={via}|{key}",
    ]  # fmt: skip
    for name in _classes().get(key.split(" ")[0], ()):
        out += [f"c={name}|{base}", f"c={name}|{frame}"]
    return tuple(out)


@lru_cache(maxsize=16_384)
def _of_speaker(base: str, sort: str, lemma: str, far: bool, quoted: bool) -> tuple[str, ...]:
    if not sort:
        return (f"who=none|{base}",)
    out = [f"who={sort}|{base}", f"wl={lemma or sort}", "who=far" if far else "who=near"]
    return (*out, "who=quoted") if quoted else tuple(out)


@lru_cache(maxsize=16_384)
def _of_kids(base: str, kids: tuple[tuple[str, str, bool], ...]) -> tuple[str, ...]:
    out: list[str] = []
    for label, aux, before in kids:
        if label == "aux":
            out.append(f"aux={aux}")
            if aux in _MODALS:
                out.append(f"aux={aux}|{base}")
        elif label == "neg":
            out += ["neg", f"neg|{base}"]
        else:
            out.append(f"has={label}|{base}")
            if label == "ccomp":
                out.append("cc=" + ("before" if before else "after") + f"|{base}")
    return tuple(out)


@lru_cache(maxsize=4096)
def _of_size(base: str, size: int, parts: int) -> tuple[str, ...]:
    return f"n={size}", f"n={size}|{base}", f"p={parts}|{base}"


@lru_cache(maxsize=16_384)
def _of_opening(base: str, tag: str, word: str) -> tuple[str, ...]:
    return f"w1={tag}|{base}", f"w1={word}"


@lru_cache(maxsize=16_384)
def _of_marks(base: str, key: str, share: str, cue_quoted: bool, which: str) -> tuple[str, ...]:
    if share == "no":
        return (f"q=no|{base}", "v=quoted", f"v=quoted|{base}") if cue_quoted else (f"q=no|{base}",)
    out = (f"q={share}|{base}", f"q={share}")
    if which == "own":
        return (*out, "q=own", f"q=own|{base}")
    return (*out, "q=many" if which == "many" else f"qk={share}|{key}")


@lru_cache(maxsize=16_384)
def _of_place(
    base: str, opens: bool, closes: bool, before: str, after: str, verb: bool, role: str, up: str
) -> tuple[str, ...]:
    out = [f"at=start|{base}"] if opens else []
    if closes:
        out.append(f"at=end|{base}")
    if before:
        out.append(f"b={before}|{base}")
    out.append(f"a={after}|{base}")
    if not verb:
        out.append(f"noverb|{base}")
    if role != "body":
        out.append(f"role={role}")
    if up:
        out.append(f"up={up}")
    return tuple(out)
