"""Reported words that the order of a sentence shows where its parse does not.

A small parser hangs "wrote after the signing that the war was over" on the signing, takes "There will
be a deal, Lund told viewers" for two clauses and "He will, said Lund" for one. The words around the
verb are read instead, in four orders: verb, a few words, "that" and a clause; a clause, a comma,
subject and verb at the end; a clause, a comma, verb and subject; a subject, the tag between commas and
the verb of that subject. All but the last are asked only where no clause hangs on the verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.statements.candidate import Candidate, trimmed
from detente.extract.statements.speaker import can_speak, speaker_of
from detente.extract.statements.tree import Tree

FRAMES = frozenset(["order-that", "order-tag", "order-inv", "order-mid"])
"""Frames of this module's candidates: they hold by their form."""
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_AUX = frozenset(["had", "has", "have", "also", "later", "then", "now", "repeatedly", "once", "even"])
_TELLS = frozenset(
    """say tell write add announce explain declare warn note claim insist argue confirm reveal
    testify stress repeat assert state maintain answer recall predict""".split()  # noqa: SIM905
)
_MEANWHILE = frozenset(["after", "before", "on", "upon", "while", "when"])
_FAR = 15
"""Most tokens between a verb and the "that" of its clause."""
_NAME = 8
"""Most tokens of the subject of a tag."""
_TAIL = 6
"""Most tokens after a tag's verb: whom, where and when it was told."""
_IN_NAME = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "DT", "PRP$", "POS", "CD", "VBG", "VBN"])
_IN_TAIL = _IN_NAME | frozenset(["IN", "TO", "RB", "PRP", "RBR"])
_CLAUSES = frozenset(["ccomp", "xcomp"])
_STOPS = frozenset([",", ";", ":"])


def by_order(tree: Tree, v: int) -> Iterator[Candidate]:
    """Yield the reading of a verb of speech by the order of words; none where a clause hangs on it."""
    dep = tree.dep
    if tree.tag[v] not in ("VBD", "VBZ", "VBP", "VBN") or tree.inside[v] >= 0:
        return
    if tree.lemma[v] not in _TELLS:
        return
    if tree.tag[v] in ("VBD", "VBZ") and "," in tree.word[v + 1 : v + _TAIL + 2]:
        yield from _between(tree, v)
    if (
        any(dep[k] in _CLAUSES and k > v for k in tree.kids[v])
        and speaker_of(tree, v, passive=False)[0] >= 0
    ):
        return
    first, last = tree.bounds(v)
    if last - first < 4 or tree.parse.sents[max(tree.sent[v], 0)].role != "body":
        return
    that = _that_after(tree, v, last)
    if that >= 0:
        who = _subject(tree, v, first)
        if who >= 0:
            yield from _made(tree, v, "order-that", (that + 1, _stop(tree, that, last)), who)
        return
    if tree.tag[v] in ("VBD", "VBZ") and not any(dep[k] in _CLAUSES and k < v for k in tree.kids[v]):
        yield from _tagged(tree, v, first, last)


def _between(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "The road and the bridge, Lund told viewers, would be closed.": what the tag parts."""
    first, last = tree.bounds(v)
    end = next((i for i in range(v + 1, min(last, v + _TAIL + 2)) if tree.word[i] == ","), -1)
    if end < 0 or end + 2 >= last or tree.tag[end + 1] not in _FINITE or tree.quoted(first, end + 2):
        return
    begin = next((i for i in range(v - 1, max(first, v - _NAME), -1)
                  if tree.tag[i] not in _IN_NAME and tree.tag[i] != "PRP"
                  and tree.word[i] not in ("of", "in", "from", "at")), first)  # fmt: skip
    if begin <= first or tree.word[begin] != "," or begin == v - 1:
        return
    if any(tree.tag[i] not in _IN_TAIL for i in range(v + 1, end)):
        return
    who = tree.first_of(v, "nsubj")
    who = who if begin < who < v else v - 1
    before = range(first, begin)
    if not can_speak(tree, who) or any(
        tree.tag[i] in _FINITE or tree.word[i] in _STOPS for i in before
    ):
        return
    if tree.word[first] in ("who", "which", "and", "but", "while", "as", "when"):
        return
    spans = (trimmed(tree, first, begin), trimmed(tree, end + 1, _stop(tree, end + 1, last)))
    if all(a < b for a, b in spans):
        yield Candidate(v, v, v + 1, tree.lemma[v], "order-mid", spans, who, "subj")


def _made(tree: Tree, v: int, frame: str, span: tuple[int, int], who: int) -> Iterator[Candidate]:
    a, b = trimmed(tree, *span)
    if a < b:
        yield Candidate(v, v, v + 1, tree.lemma[v], frame, ((a, b),), who, "subj")


def _stop(tree: Tree, at: int, last: int) -> int:
    return next((i for i in range(at, last) if tree.word[i] == ";" and tree.inside[i] < 0), last)


def _that_after(tree: Tree, v: int, last: int) -> int:
    """The "that" of a clause behind a verb and words that say when, where and to whom; -1 for none."""
    far, i = v + _FAR, v
    while (i := i + 1) < min(last - 3, far):
        if tree.inside[i] >= 0 or tree.word[i] in (";", ":"):
            return -1
        if tree.word[i] == "," and tree.tag[i + 1] in ("WDT", "WP"):
            # "told her in a talk, which both held standing, that": past the relative clause
            close = next((k for k in range(i + 1, min(last - 3, i + _FAR)) if tree.word[k] == ","), -1)
            if close < 0 or tree.word[close + 1] != "that":
                return -1
            far, i = close + 2, close
            continue
        if tree.tag[i] == "VBG" and tree.word[i - 1] in _MEANWHILE:
            continue  # "said after seeing her that"
        if tree.tag[i][:1] in "VM":
            return -1
        if tree.word[i] == "that" and (i > v + 1 or tree.tag[i] == "IN"):
            return i if _opens_clause(tree, i, last) else -1
    return -1


def _opens_clause(tree: Tree, that: int, last: int) -> bool:
    """Say whether "that" is followed by a subject and a finite verb, and is no relative itself."""
    nouns = 0
    for i in range(that + 1, min(last, that + 14)):
        if tree.tag[i] in _FINITE:
            return nouns > 0
        if tree.tag[i][:2] in ("NN", "PR", "EX") or tree.tag[i] in ("CD", "DT"):
            nouns += 1
        elif tree.word[i] in _STOPS:
            return False
    return False


def _subject(tree: Tree, v: int, first: int) -> int:
    """The subject of a verb, by its parse, else the name that a comma or the opening leaves to it."""
    who, _ = speaker_of(tree, v, passive=False)
    if who >= 0:
        return who if first <= who < v and can_speak(tree, who) else -1
    begin = v
    while begin > first and (tree.word[begin - 1] in _AUX or tree.tag[begin - 1] == "RB"):
        begin -= 1
    if begin > first + 3 and tree.word[begin - 1] == ",":
        # "In Oslo Anna Berg, who leads the talks, had said that": past what stands between commas.
        opening = next((i for i in range(begin - 2, first, -1) if tree.word[i] == ","), first)
        begin = opening
    head = begin - 1
    if head < first or tree.tag[head] not in ("NN", "NNP", "NNS", "PRP"):
        return -1
    for _ in range(3):  # "its embassy in Oslo says that": the embassy
        noun = tree.head[tree.head[head]]
        if tree.dep[head] != "pobj" or tree.tag[noun][:1] != "N" or not first <= noun < head:
            break
        head = noun
    return head if can_speak(tree, head) else -1


def _tagged(tree: Tree, v: int, first: int, last: int) -> Iterator[Candidate]:
    """ "There will be a deal, Lund told viewers.", "He will, said Lund, an editor."."""
    comma = v - 1
    frame = "order-inv"
    if tree.word[comma] == "," and tree.lemma[v] == "tell":
        return  # whom, not who: ", told the paper"
    if tree.word[comma] != ",":
        comma = next((i for i in range(v - 1, max(first, v - _NAME) - 1, -1)
                      if tree.tag[i] not in _IN_NAME and tree.tag[i] != "PRP"), -1)  # fmt: skip
        frame = "order-tag"
        if comma < 0 or tree.word[comma] != ",":
            return
    if comma <= first + 1 or tree.inside[comma - 1] >= 0:
        return
    if not any(tree.tag[i] in _FINITE for i in range(first, comma)):
        return
    begin = next((i + 1 for i in range(comma - 1, first, -1) if tree.word[i] in (";", ":")), first)
    if tree.word[begin] in ("who", "which", "and", "but", "while", "as") or _cues(tree, begin, comma):
        return
    if frame == "order-inv":
        who = _after(tree, v, last)
        if who >= 0:
            yield from _made(tree, v, frame, (begin, comma), who)
        return
    who = v - 1
    if tree.tag[who] not in ("NNP", "NN", "NNS", "PRP") or not can_speak(tree, who):
        return
    end = next((i for i in range(v + 1, last) if tree.word[i] in (".", ";")), last)
    if end - v - 1 > _TAIL or any(tree.tag[i] not in _IN_TAIL for i in range(v + 1, end)):
        return
    yield from _made(tree, v, frame, (begin, comma), who)


def _after(tree: Tree, v: int, last: int) -> int:
    """The head of the name right behind a verb, closed by a comma or the end; -1 for none."""
    end = next((i for i in range(v + 1, min(last, v + _NAME)) if tree.tag[i] not in _IN_NAME), -1)
    if end <= v + 1 or tree.word[end] not in (",", ".", ";", "in", "of", "on"):
        return -1
    head = end - 1
    return head if tree.tag[head] in ("NNP", "NN", "NNS") and can_speak(tree, head) else -1


def _cues(tree: Tree, begin: int, comma: int) -> bool:
    """Say whether the clause before a tag has a subject "who" or a verb of its own tag at its end."""
    return tree.word[comma - 1] in ("said", "says", "added") or tree.word[begin] == "when"
