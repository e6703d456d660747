"""What the model sees of a candidate: a handful of names, each true or absent.

Lemmas, frames and labels only; no word of the content but its first, and no name of anybody.
"""

from __future__ import annotations

from functools import lru_cache

from detente.extract.statements.candidate import Candidate
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import cue_words

_PRONOUNS = frozenset(
    ["he", "she", "they", "it", "i", "we", "you", "who", "this", "that", "these", "those", "one"]
)
_MODALS = frozenset(["would", "will", "may", "might", "could", "can", "should", "must", "ll", "d"])
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


def features(tree: Tree, cand: Candidate) -> list[str]:
    """Return the names of what is true of a candidate, in a fixed order."""
    v = cand.cue
    frame, key = cand.frame, cand.key
    base = frame.split("/")[0].rstrip("+<?")
    tag, dep = tree.tag[v], tree.dep[v]
    out = [
        "bias",
        f"f={frame}",
        f"k={key}",
        f"kf={key}|{frame}",
        f"kb={key}|{base}",
        f"t={tag}|{base}",
        f"d={dep}|{base}",
        f"via={cand.via}|{base}",
    ]
    out.append(f"vk={cand.via}|{key}")
    for name in _classes().get(key.split(" ")[0], ()):
        out += [f"c={name}|{base}", f"c={name}|{frame}"]
    who = cand.speaker
    if who < 0:
        out.append(f"who=none|{base}")
    else:
        word = tree.word[who]
        sort = word if word in _PRONOUNS else tree.tag[who]
        out += [
            f"who={sort}|{base}",
            f"wl={tree.lemma[who] if tree.tag[who][:3] in ('NN', 'NNS') else sort}",
        ]
        out.append("who=far" if abs(who - v) > 12 else "who=near")
        if tree.inside[who] >= 0 and tree.inside[v] < 0:
            out.append("who=quoted")
    for kid in tree.kids[v]:
        label = tree.dep[kid]
        if label == "aux":
            aux = tree.word[kid]
            out.append(f"aux={aux}")
            if aux in _MODALS or aux in ("to", "did", "do", "does"):
                out.append(f"aux={aux}|{base}")
        elif label == "neg":
            out += ["neg", f"neg|{base}"]
        elif label in ("ccomp", "xcomp", "dobj", "dative", "prt", "agent", "auxpass", "mark"):
            out.append(f"has={label}|{base}")
            if label == "ccomp":
                out.append("cc=" + ("before" if kid < v else "after") + f"|{base}")
    first, last = cand.spans[0][0], cand.spans[-1][1]
    count = sum(b - a for a, b in cand.spans)
    size = sum(count > bound for bound in _LENGTHS)
    out += [f"n={size}", f"n={size}|{base}", f"p={len(cand.spans)}|{base}"]
    out.append(f"w1={tree.tag[first]}|{base}")
    out.append(
        f"w1={tree.word[first]}"
        if tree.tag[first] not in ("NNP", "NNPS", "NN", "CD", "JJ")
        else "w1=name"
    )
    quoted = [tree.inside[i] for a, b in cand.spans for i in range(a, b)]
    inside = sum(q >= 0 for q in quoted)
    if inside:
        share = "all" if inside == len(quoted) else "most" if inside * 2 > len(quoted) else "some"
        out += [f"q={share}|{base}", f"q={share}"]
        if tree.inside[v] in quoted:
            out += ["q=own", f"q=own|{base}"]
        elif share == "all" and quoted[0] != quoted[-1]:
            out.append("q=many")
        else:
            out += [f"qk={share}|{key}"]
    else:
        out.append(f"q=no|{base}")
        if tree.inside[v] >= 0:
            out += ["v=quoted", f"v=quoted|{base}"]
    sent_first, sent_last = tree.bounds(v)
    if first <= sent_first + 1:
        out.append(f"at=start|{base}")
    if last >= sent_last - 2:
        out.append(f"at=end|{base}")
    before = tree.word[first - 1] if first > sent_first else "^"
    after = tree.word[last] if last < sent_last else "$"
    if before in (",", ":", "“", '"', "—", "^", "that", "to", "of", "for"):
        out.append(f"b={before}|{base}")
    keep = not after.isalnum() or after in _AFTER
    out.append(f"a={after if keep else 'w'}|{base}")
    if not any(
        tree.tag[i][:1] == "V" or tree.tag[i] == "MD" for a, b in cand.spans for i in range(a, b)
    ):
        out.append(f"noverb|{base}")
    role = tree.parse.sents[max(tree.sent[v], 0)].role
    if role != "body":
        out.append(f"role={role}")
    head = tree.head[v]
    if head != v and dep in ("xcomp", "conj", "advcl", "pcomp", "acl", "ccomp"):
        out.append(f"up={tree.lemma[head]}|{dep}")
    return out
