"""What stands before a quotation: the clause it goes on with, who is introduced by a colon, a title.

"said the premier “would say anything”" quotes half a clause; "From the report: “...”" names its
speaker before the colon, also at the end of the paragraph above; "on the “Morning Hour”" is a title.
"""

from __future__ import annotations

from detente.extract.statements.speaker import can_speak
from detente.extract.statements.tree import Tree

_OPENING = frozenset([",", ":", "—", "–", "--", "-"])
_SMALL = frozenset(["the", "of", "and", "a", "an", "in", "on", "for", "to", "with", "at", "by", "or"])
_TITLED = frozenset(
    ["on", "'s", "’s", "in", "the", "of", "show", "book", "film", "song", "play", "called"]
)
_SHOWS = frozenset(
    """tell show program programme podcast newsletter magazine series film movie book novel song album
    documentary column""".split()  # noqa: SIM905
)
_BEARERS = frozenset("hat cap shirt t-shirt banner flag sign badge sticker jacket poster mug".split())  # noqa: SIM905
_LONGEST_TITLE = 7
_PLACES = frozenset(["on", "at", "in", "to", "via"])
_LABEL = 10
"""Most tokens of a label before a colon."""


def is_title(tree: Tree, first: int, words: list[int]) -> bool:
    """Say whether a quotation is the name of a show or a book: "on the “Morning Hour,”".

    Every word but small ones begins with a capital, and what is before it announces no words.
    """
    text = tree.parse.view.text
    if not 1 <= len(words) <= _LONGEST_TITLE or first < 1:
        return False
    if not all(text[tree.start[i]].isupper() or tree.word[i] in _SMALL for i in words):
        return False
    if len(words) == 1:
        return tree.word[first - 1] in ("'s", "’s") and text[tree.end[words[0]]] in ",.”\"’'"
    after = words[-1] + 1
    while after < len(tree) and tree.inside[after] >= 0:
        after += 1
    worn = after < len(tree) and tree.lemma[after] in _BEARERS
    if tree.word[first - 1] == "," and tree.lemma[first - 2] in _SHOWS:
        return True
    return worn or tree.word[first - 1] in _TITLED or tree.lemma[first - 1] in _SHOWS


def clause_before(tree: Tree, cue: int, first: int) -> int:
    """Return the token at which the words begin that a quotation goes on with; itself where it is all.

    In "said that Berg “would say anything”" they begin at "Berg".
    """
    if not cue < first - 1 or tree.word[first - 1] in _OPENING or first - cue > _LABEL:
        return first
    if tree.word[cue + 1] == "that" and tree.tag[cue + 1] == "IN":
        return cue + 2
    for i in range(cue + 1, first):
        if tree.dep[i] in ("nsubj", "nsubjpass") and tree.left[i] > cue:
            return tree.left[i]
    return first


def introduced_by(tree: Tree, first: int) -> int:
    """Return who is named before the colon that opens a quotation; -1 where no colon does.

    The subject of a sentence that ends in it ("She called them on it:"), else a label ("From the
    report:", "Ana Berg and Jon Roth:"), in the same paragraph or at the end of the one before.
    """
    at = first - 1
    while at >= 0 and tree.tag[at] in ("_SP", "``"):
        at -= 1
    if at < 1 or tree.word[at] != ":" or tree.inside[at] >= 0:
        return -1
    sents = tree.parse.sents
    here, there = sents[max(tree.sent[at], 0)], sents[max(tree.sent[first], 0)]
    if not 0 <= there.paragraph - here.paragraph <= 1:
        return -1
    who = _subject(tree, here.first, at)
    return who if who >= 0 else _label(tree, here.first, at)


def _subject(tree: Tree, begin: int, end: int) -> int:
    for verb in range(end - 1, begin - 1, -1):
        if tree.tag[verb][:1] == "V" and tree.dep[verb] in ("ROOT", "conj"):
            who = tree.first_of(verb, "nsubj")
            if begin <= who < end and tree.inside[who] < 0 and _somebody(tree, who):
                return who
    return -1


def _somebody(tree: Tree, who: int) -> bool:
    if tree.tag[who] in ("NN", "NNS"):
        return can_speak(tree, who)
    return tree.tag[who] in ("NNP", "NNPS") or tree.word[who] in ("he", "she", "they")


def _label(tree: Tree, begin: int, colon: int) -> int:
    """The head of a name or noun of speech that is all there is before a colon."""
    first = colon
    while (
        first > begin
        and colon - first < _LABEL
        and tree.word[first - 1] not in ("-", "–", "—", ".", ",")
    ):
        first -= 1
    words = range(first, colon)
    if not words or any(tree.tag[i][:1] == "V" or tree.inside[i] >= 0 for i in words):
        return -1
    if first > begin and colon - first >= _LABEL:
        return -1
    head = _named_at(tree, first, colon)
    named = tree.tag[head] == "NNP"
    told = tree.tag[head] in ("NN", "NNS") and can_speak(tree, head)
    return head if named or told else -1


def _named_at(tree: Tree, first: int, colon: int) -> int:
    """The head of a label: "Ana Berg on Channel Five:" is Ana Berg, where she spoke is not."""
    at = next((i for i in range(first + 1, colon) if tree.word[i] in _PLACES), colon)
    return at - 1 if at < colon and tree.tag[at - 1] == "NNP" else colon - 1


def subject_before(tree: Tree, first: int) -> int:
    """Return the person whom the sentence before a quotation is about; -1 where it is about none.

    "Berg sees it otherwise. “The road is open.”" and "Berg spoke with care: “...”".
    """
    begin, _ = tree.bounds(first)
    at = first - 1
    while at >= 0 and tree.tag[at] in ("_SP", ":", "``", "''"):
        at -= 1
    if at < 0:
        return -1
    here, there = tree.parse.sents[tree.sent[at]], tree.parse.sents[tree.sent[first]]
    if here.paragraph != there.paragraph:
        return -1
    if tree.inside[at] >= 0 or (tree.word[at] == "," and at >= begin):
        return -1
    start, end = tree.bounds(at)
    for verb in range(start, min(end, first)):
        root = tree.dep[verb] == "ROOT" or tree.dep[verb] in ("relcl", "ccomp")
        if root and tree.tag[verb][:1] == "V":
            who = tree.first_of(verb, "nsubj")
            named = who >= 0 and (tree.tag[who] == "NNP" or tree.word[who] in ("he", "she"))
            return who if named and tree.inside[who] < 0 else -1
    return -1
