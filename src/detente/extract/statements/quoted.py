"""Quotations that no frame of the parse took: cue beside them, second halves, floating ones.

A parser often loses the way in a long quotation. The words around the marks are looked at instead:
"..., said X", "..., X said. ...", "X said: ...". What stands alone in a paragraph belongs to whoever
spoke last; a cue of the next paragraph is never taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from detente.extract.statements.found import Found, joined
from detente.extract.statements.marks import Quotation
from detente.extract.statements.speaker import speaker_of
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import Cue

_REACH = 22
_SURE = 0.55


@dataclass(slots=True)
class _Memory:
    """Who spoke last, as the paragraphs go by."""

    statement: int = -1
    paragraph: int = -9


def with_quotations(tree: Tree, found: list[Found], cues: Mapping[tuple[str, str], Cue]) -> list[Found]:
    """Return the statements and those that the remaining quotations make, in order.

    A scare quote (few words, no sentence of its own, no cue) makes none.
    """
    paragraphs = tree.parse.view.paragraphs
    items = sorted(found, key=lambda item: item.spans)
    at = 0
    memory = _Memory()
    for number, quotation in enumerate(tree.quotations):
        if quotation.depth:
            continue
        while at + 1 < len(paragraphs) and paragraphs[at + 1].start <= quotation.start:
            at += 1
        _take(tree, items, number, quotation, at, memory, cues)
    return sorted(items, key=lambda item: item.spans)


def _take(
    tree: Tree,
    items: list[Found],
    number: int,
    quotation: Quotation,
    paragraph: int,
    memory: _Memory,
    cues: Mapping[tuple[str, str], Cue],
) -> None:
    start, end = quotation.start, quotation.end
    holder = next(
        (i for i, item in enumerate(items) if any(a <= start and end <= b for a, b in item.spans)), -1
    )
    if holder >= 0:
        memory.statement, memory.paragraph = holder, paragraph
        return
    first, last = tree.token_at(start), tree.token_before(end)
    words = [i for i in range(first, last) if tree.word[i][:1].isalnum()]
    if not words:
        return
    para = tree.parse.view.paragraphs[paragraph]
    whole = _is_sentence(tree, quotation, words)
    same = next(
        (i for i, item in enumerate(items) if item.cue >= 0 and _beside(tree, item, quotation)), -1
    )
    if quotation.continued and memory.statement >= 0 and memory.paragraph >= paragraph - 1:
        same = memory.statement
    cue = -1
    if same < 0:
        cue = _cue_beside(tree, first, last, quotation, cues, whole)
    if cue >= 0:
        known = next((i for i, item in enumerate(items) if item.cue == cue), -1)
        if known >= 0:
            same = known
        else:
            speaker = _speaker_beside(tree, cue, first, last)
            items.append(
                Found(
                    ((start, end),),
                    cue,
                    cue,
                    cue + 1,
                    tree.lemma[cue],
                    "marks",
                    speaker,
                    0.8,
                    "cue beside marks",
                )
            )
            memory.statement, memory.paragraph = len(items) - 1, paragraph
            return
    if same < 0 and whole and memory.statement >= 0 and memory.paragraph == paragraph:
        same = memory.statement
    if same >= 0:
        item = items[same]
        if not any(a < end and start < b for a, b in item.spans):
            items[same] = replace(item, spans=joined([*item.spans, (start, end)]))
            memory.statement, memory.paragraph = same, paragraph
        return
    if not whole:
        return
    alone = not any(
        tree.inside[i] < 0 and tree.word[i][:1].isalnum()
        for i in range(tree.token_at(para.start), tree.token_before(para.end))
    )
    if alone and memory.statement >= 0 and paragraph - memory.paragraph <= 2:
        speaker = items[memory.statement].speaker
        items.append(
            Found(((start, end),), -1, -1, -1, "", "floating", speaker, 0.6, "floating quotation")
        )
        memory.statement, memory.paragraph = len(items) - 1, paragraph


def _is_sentence(tree: Tree, quotation: Quotation, words: list[int]) -> bool:
    text = tree.parse.view.text
    closing = text[quotation.end - 2 : quotation.end - 1]
    outside = text[quotation.end : quotation.end + 1]
    ends = closing in ".,!?…" or (
        outside in ".," and text[quotation.start + 1 : quotation.start + 2].isupper()
    )
    has_verb = any(tree.tag[i][:1] == "V" or tree.tag[i] == "MD" for i in words)
    if closing in ".!?…" and text[quotation.start + 1 : quotation.start + 2].isupper():
        return len(words) >= 2
    return (ends and has_verb and len(words) >= 4) or (has_verb and len(words) >= 8)


def _beside(tree: Tree, item: Found, quotation: Quotation) -> bool:
    """Say whether a quotation follows a statement's cue in its sentence, all but at once."""
    first = tree.token_at(quotation.start)
    sent_last = tree.bounds(item.cue)[1]
    if tree.inside[item.cue] >= 0:
        return False
    if first >= item.cue_last and first <= sent_last:
        between = range(item.cue_last, first)
        return len(between) <= 3 and not any(tree.tag[i][:1] in "VN" for i in between)
    return False


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
    closing = text[quotation.end - 2 : quotation.end - 1]
    best, best_score = -1, _SURE if whole else 0.75
    if last < len(tree) and closing not in ".":
        stop = min(len(tree), last + _REACH, _paragraph_end(tree, last))
        for i in range(last, stop):
            if tree.inside[i] >= 0 or tree.word[i] in (".", ";") or tree.tag[i] == "_SP":
                break
            score = _speech(tree, i, cues) - 0.02 * (i - last)
            if score > best_score:
                best, best_score = i, score
    begin = max(0, first - _REACH, _paragraph_start(tree, first))
    for i in range(first - 1, begin - 1, -1):
        if tree.inside[i] >= 0 or (tree.word[i] in (".", "?", "!") and tree.tag[i] == "."):
            break
        score = _speech(tree, i, cues) - 0.02 * (first - 1 - i)
        if score > best_score:
            best, best_score = i, score
    return best


def _speech(tree: Tree, i: int, cues: Mapping[tuple[str, str], Cue]) -> float:
    """Return how often a verb's clause reports words, 0 for what is no verb."""
    if tree.tag[i][:1] != "V":
        return 0.0
    best = 0.0
    for frame in ("inv", "bare", "that"):
        cue = cues.get((tree.lemma[i], frame))
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
    sent = max(tree.sent[token], 0)
    paragraph = sents[sent].paragraph
    while sent + 1 < len(sents) and sents[sent + 1].paragraph == paragraph:
        sent += 1
    return sents[sent].last


def _paragraph_start(tree: Tree, token: int) -> int:
    sents = tree.parse.sents
    sent = max(tree.sent[token], 0)
    paragraph = sents[sent].paragraph
    while sent > 0 and sents[sent - 1].paragraph == paragraph:
        sent -= 1
    return sents[sent].first
