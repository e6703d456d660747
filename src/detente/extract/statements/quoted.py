"""Quotations that no frame of the parse took: cue beside them, second halves, floating ones.

A parser often loses the way in a long quotation. The words around the marks are looked at instead:
"..., said X", "..., X said. ...", "X said: ...". What stands alone in a paragraph belongs to whoever
spoke last; a cue of the next paragraph is never taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from detente.extract.statements.found import Found, Span, contains, joined
from detente.extract.statements.introduced import (
    clause_before,
    introduced_by,
    is_title,
    subject_before,
)
from detente.extract.statements.marks import Quotation
from detente.extract.statements.near import ByCharacter
from detente.extract.statements.speaker import can_speak, speaker_of
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import Cue, cue_words

_BEFORE = frozenset([",", ":"])
_REACH = 22
_BESIDE = 3
_TAG = 10
"""Tokens after a quotation within which a verb can be its tag."""
_TAGGED = 0.8
_FRAGMENTS = 100
_SURE = 0.55
_MARKS = "“”„«»\"‟″‘’‚'‛‹›"


@dataclass(slots=True)
class _Taken:
    """The statements so far, by place, and who spoke last as the paragraphs go by."""

    tree: Tree
    items: list[Found]
    chars: ByCharacter
    by_cue: dict[int, int]
    """The first statement of each cue."""
    by_end: dict[int, int]
    """The first statement whose cue's words end before a token."""
    by_sent: dict[int, int]
    """The last statement whose cue stands in a sentence, outside marks."""
    statement: int = -1
    paragraph: int = -9

    def holder(self, start: int, end: int) -> int:
        """Return the first statement whose content holds a range; -1 where none does."""
        held = (n for n in self.chars.at(start) if contains(self.items[n], start, end))
        return min(held, default=-1)

    def beside(self, first: int) -> int:
        """Return the first statement whose cue a quotation follows; -1 where there is none."""
        ends = (self.by_end.get(end, -1) for end in range(first - _BESIDE, first + 1))
        return min((n for n in ends if n >= 0 and _beside(self.tree, self.items[n], first)), default=-1)

    def add(self, item: Found, paragraph: int) -> None:
        """Enter a new statement and remember it as the last one."""
        number = len(self.items)
        self.items.append(item)
        self.chars.add(number, item.spans)
        if item.cue >= 0:
            self.by_cue.setdefault(item.cue, number)
            self.by_end.setdefault(item.cue_last, number)
            if self.tree.inside[item.cue] < 0:
                self.by_sent[self.tree.sent[item.cue]] = number
        self.statement, self.paragraph = number, paragraph

    def lengthen(self, number: int, span: Span, paragraph: int) -> None:
        """Give a statement one more range, if it has not a part of it already."""
        item = self.items[number]
        if any(a < span[1] and span[0] < b for a, b in item.spans):
            return
        self.items[number] = replace(item, spans=joined([*item.spans, span]))
        self.chars.add(number, [span])
        self.statement, self.paragraph = number, paragraph


def with_quotations(tree: Tree, found: list[Found], cues: Mapping[tuple[str, str], Cue]) -> list[Found]:
    """Return the statements and those that the remaining quotations make, in order.

    A scare quote (few words, no sentence of its own, no cue) makes none. The time is linear in the
    text: a statement has at most a hundred fragments.
    """
    paragraphs = tree.parse.view.paragraphs
    taken = _Taken(tree, [], ByCharacter(), {}, {}, {})
    for item in sorted(found, key=lambda item: item.spans):
        taken.add(item, -9)
    taken.statement = -1
    at, bare = 0, _only_marks(tree, 0)
    for quotation in tree.quotations:
        if quotation.depth:
            continue
        before = at
        while at + 1 < len(paragraphs) and paragraphs[at + 1].start <= quotation.start:
            at += 1
        if at != before:
            bare = _only_marks(tree, at)
        _take(taken, quotation, at, bare, cues)
    return sorted(taken.items, key=lambda item: item.spans)


def _only_marks(tree: Tree, paragraph: int) -> bool:
    """Say whether a paragraph has no word outside quotation marks."""
    para = tree.parse.view.paragraphs[paragraph]
    tokens = range(tree.token_at(para.start), tree.token_before(para.end))
    return not any(tree.inside[i] < 0 and tree.word[i][:1].isalnum() for i in tokens)


def _take(
    taken: _Taken,
    quotation: Quotation,
    paragraph: int,
    bare: bool,
    cues: Mapping[tuple[str, str], Cue],
) -> None:
    tree = taken.tree
    span = start, end = quotation.start, quotation.end
    holder = taken.holder(start, end)
    if holder >= 0:
        taken.statement, taken.paragraph = holder, paragraph
        return
    first, last = tree.token_at(start), tree.token_before(end)
    words = [i for i in range(first, last) if tree.word[i][:1].isalnum()]
    if not words:
        return
    if is_title(tree, first, words):
        return
    whole = _is_sentence(tree, quotation, words)
    same = taken.beside(first)
    if quotation.continued and taken.statement >= 0 and taken.paragraph >= paragraph - 1:
        same = taken.statement
    cue = -1
    if same < 0:
        cue = _cue_beside(tree, first, last, quotation, cues, whole)
    if cue >= 0:
        same = taken.by_cue.get(cue, -1)
        if same < 0:
            span = (tree.start[clause_before(tree, cue, first)], end)
            speaker = _speaker_beside(tree, cue, first, last)
            key = tree.lemma[cue]
            taken.add(
                Found((span,), cue, cue, cue + 1, key, "marks", speaker, 0.8, "cue beside marks"),
                paragraph,
            )
            return
    if same < 0 and whole:
        if taken.statement >= 0 and taken.paragraph == paragraph and not _told_between(taken, first):
            same = taken.statement
        elif (who := introduced_by(tree, first)) >= 0 or (who := _speaker_before(taken, first)) >= 0:
            taken.add(
                Found((span,), -1, -1, -1, "", "floating", who, 0.6, "quotation after a sentence"),
                paragraph,
            )
            return
    if same >= 0 and len(taken.items[same].spans) < _FRAGMENTS:
        taken.lengthen(same, span, paragraph)
        return
    if whole and bare and taken.statement >= 0 and paragraph - taken.paragraph <= 2:
        speaker = taken.items[taken.statement].speaker
        taken.add(
            Found((span,), -1, -1, -1, "", "floating", speaker, 0.6, "floating quotation"), paragraph
        )


def _told_between(taken: _Taken, first: int) -> bool:
    """Say whether a sentence of the outlet's own parts a quotation from the last statement."""
    tree, item = taken.tree, taken.items[taken.statement]
    end = tree.token_before(item.spans[-1][1]) - 1
    last = max(end, item.cue) if item.cue < first else end
    return tree.sent[first] - tree.sent[last] > 1 and any(
        tree.inside[i] < 0 and tree.word[i][:1].isalnum() for i in range(tree.bounds(last)[1], first)
    )


def _speaker_before(taken: _Taken, first: int) -> int:
    """Return who speaks in the sentence before a quotation, else whom it is about; -1 for nobody."""
    tree = taken.tree
    at = tree.sent[first] - 1
    number = taken.by_sent.get(at, -1)
    if number >= 0 and tree.parse.sents[at].paragraph == tree.parse.sents[tree.sent[first]].paragraph:
        item = taken.items[number]
        if item.speaker >= 0 and tree.word[item.speaker] not in ("it", "they"):
            return item.speaker
    return subject_before(tree, first)


def _is_sentence(tree: Tree, quotation: Quotation, words: list[int]) -> bool:
    text = tree.parse.view.text
    inner = text[quotation.start : quotation.end].strip(_MARKS)
    opens, closing = inner[:1].isupper(), inner[-1:]
    outside = text[quotation.end : quotation.end + 1]
    ends = closing in ".,!?…" or (outside in ".," and opens)
    has_verb = any(tree.tag[i][:1] == "V" or tree.tag[i] == "MD" for i in words)
    if closing in ".!?…" and opens:
        return len(words) >= 2
    return (ends and has_verb and len(words) >= 4) or (has_verb and len(words) >= 8)


def _beside(tree: Tree, item: Found, first: int) -> bool:
    """Say whether a quotation follows a statement's cue in its sentence, all but at once."""
    if tree.inside[item.cue] >= 0 or not item.cue_last <= first <= tree.bounds(item.cue)[1]:
        return False
    return not any(tree.tag[i][:1] in "VN" for i in range(item.cue_last, first))


def _cue_beside(
    tree: Tree,
    first: int,
    last: int,
    quotation: Quotation,
    cues: Mapping[tuple[str, str], Cue],
    whole: bool,
) -> int:
    """Return the token of the verb beside a quotation that reports it, -1 where there is none."""
    text = tree.parse.view.text
    closing = text[quotation.start : quotation.end].rstrip(_MARKS)[-1:]
    best, best_score = -1, _SURE if whole else 0.75
    tagged = whole or closing in ",?!" or tree.word[last : last + 1] == [","]
    if tagged and last < len(tree) and closing not in ".":
        stop = min(len(tree), last + _REACH, _paragraph_end(tree, last))
        for i in range(last, stop):
            if tree.inside[i] >= 0 or tree.word[i] in (".", ";") or tree.tag[i] == "_SP":
                break
            score = _speech(tree, i, cues) - 0.02 * (i - last)
            if closing in ",?!" and i - last < _TAG and _is_tag(tree, i, last):
                score = max(score, _TAGGED)
            if score > best_score:
                best, best_score = i, score
    begin = max(0, first - _REACH, _paragraph_start(tree, first))
    for i in range(first - 1, begin - 1, -1):
        if tree.inside[i] >= 0 or (tree.word[i] in (".", "?", "!") and tree.tag[i] == "."):
            break
        score = _speech(tree, i, cues) - 0.02 * (first - 1 - i)
        if whole and i == first - 2 and tree.word[first - 1] in _BEFORE and _is_lead(tree, i):
            score = max(score, _TAGGED)
        if score > best_score:
            best, best_score = i, score
    return best


def _is_tag(tree: Tree, verb: int, last: int) -> bool:
    """Say whether a verb can only be there to tell who speaks: "“Never,” the envoy fumed."."""
    if tree.tag[verb] not in ("VBD", "VBZ") or tree.lemma[verb] in cue_words()["never"]:
        return False
    subject = tree.first_of(verb, "nsubj")
    if verb == last and subject < 0:  # "“Why?” asked the boy"
        return tree.lemma[verb] in cue_words()["say"] or tree.lemma[verb] == "ask"
    if subject < last or any(k > verb for k in tree.kids_of(verb, "dobj", "attr", "acomp", "agent")):
        return False
    return _speaks(tree, subject) and tree.left[subject] in (last, verb + 1)


def _is_lead(tree: Tree, verb: int) -> bool:
    """Say whether a verb right before a quotation tells who speaks: "She boomed, “It is ours.”"."""
    if tree.tag[verb] not in ("VBD", "VBZ") or tree.lemma[verb] in cue_words()["never"]:
        return False
    who, _ = speaker_of(tree, verb, passive=False)
    return 0 <= who < verb and _speaks(tree, who)


def _speaks(tree: Tree, who: int) -> bool:
    return tree.tag[who] in ("NNP", "PRP") or can_speak(tree, who)


def _speech(tree: Tree, i: int, cues: Mapping[tuple[str, str], Cue]) -> float:
    """Return how often a verb's clause reports words, 0 for what is no verb."""
    if tree.tag[i][:1] != "V":
        return 0.0
    if any(tree.word[k] in ("if", "unless", "when") for k in tree.kids_of(i, "mark", "advmod")):
        return 0.0
    best, key = 0.0, tree.lemma[i]
    if (particle := tree.first_of(i, "prt")) >= 0 and cues.get((f"{key} {tree.word[particle]}", "inv")):
        key = f"{key} {tree.word[particle]}"
    for frame in ("inv", "bare", "that"):
        cue = cues.get((key, frame))
        if cue is not None and cue.seen >= 3:
            best = max(best, cue.precision)
    return best


def _speaker_beside(tree: Tree, cue: int, first: int, last: int) -> int:
    speaker, _ = speaker_of(tree, cue, passive=False)
    if speaker >= 0 and not first <= speaker < last:
        return speaker
    # The parse failed: the nearest noun phrase on the other side of the cue, then on this side.
    after = range(cue + 1, min(len(tree), cue + 8))
    before = range(cue - 1, max(-1, cue - 10), -1)
    for ways in (after, before):
        for i in ways:
            if tree.inside[i] >= 0 or tree.word[i] in (",", ".", ":"):
                break
            if tree.tag[i] in ("NNP", "NNPS", "NN", "NNS") and (
                i + 1 >= len(tree) or tree.tag[i + 1][:2] != "NN"
            ):
                return i
            if tree.tag[i] == "PRP":
                return i
    return -1


def _paragraph_end(tree: Tree, token: int) -> int:
    sents = tree.parse.sents
    paragraph = tree.parse.view.paragraphs[sents[max(tree.sent[token], 0)].paragraph]
    return tree.token_before(paragraph.end)


def _paragraph_start(tree: Tree, token: int) -> int:
    sents = tree.parse.sents
    paragraph = tree.parse.view.paragraphs[sents[max(tree.sent[token], 0)].paragraph]
    return tree.token_at(paragraph.start)
