"""Statements that touch one another are settled: who cuts whom, and which is only part of another.

No content runs on into another speaker's clause; words that a quoted speaker reports stay his; what
somebody "said he thought" is one statement; the way words came ("according to the agency") is no
part of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.extract.statements.bare import is_bare
from detente.extract.statements.broken import mended, without_day
from detente.extract.statements.candidate import trimmed
from detente.extract.statements.channel import is_medium, owner_token
from detente.extract.statements.found import Found, Span, contains
from detente.extract.statements.matrix import with_matrix
from detente.extract.statements.near import Near
from detente.extract.statements.speaker import can_speak
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import cue_words, cues_in, media

_JOINERS = frozenset(["while", "whereas", "but", "although", "though", "as", "and", "yet"])
_COUNTED = frozenset(
    """tally figure datum data survey poll study estimate statistic count census analysis report
    review forecast""".split()  # noqa: SIM905
)
_TOLD = frozenset(["that", "bare", "order-that"])
_ADDING = frozenset(["which", "who", "whose", "whom"])
_TIMES = frozenset(["after", "before", "since"])
_WHICH = frozenset(["which", "who", "whom", "that", "what"])
_AND = frozenset(["and", "but", "yet"])
_SAME = frozenset(["he", "she", "they"])
_LONG = 6
_DENY = frozenset(["deny", "doubt", "dispute", "refute"])
_ON_A_NOUN = ("blame", "praise", "refuse", "demand")
_ACTS = ("say", "demand", "blame", "praise", "promise", "refuse")
_PLATFORMS = frozenset(
    ["twitter", "facebook", "instagram", "telegram", "weibo", "television", "tv", "radio", "air"]
)
_TOLD_AT = ("press conference", "interview", "hearing", "speech", "letter", "statement")


def settled(tree: Tree, found: list[Found]) -> list[Found]:
    """Return the statements that stand, in order, their contents cut where another begins."""
    near = Near(tree, found)
    items = [item for item in found if not (_within_words(tree, item, near) or is_bare(tree, item))]
    near = near.of(items)
    items = [item for item in items if not _is_inner_thought(tree, item, near)]
    near = near.of(items)
    items = [_through_owner(tree, item) for item in items if not _is_mere_channel(tree, item, near)]
    near = near.of(items)
    items = [said for item in items if (said := _cited(tree, item, near)) is not None]
    near = near.of(items)
    items = [cut for item in items if (cut := _cut(tree, item, near)) is not None]
    near = near.of(items)
    items = [item for item in items if not _is_lesser(tree, item, near)]
    items = [without_day(tree, mended(tree, item)) for item in items]
    told = (with_matrix(tree, item, is_no_comment(tree, item)) for item in items)
    kept = [item for item in told if item is not None]
    near = near.of(kept)
    kept = [item for item in kept if not _is_denied(tree, item, near)]
    return sorted(kept, key=lambda item: item.spans)


def _is_denied(tree: Tree, item: Found, near: Near) -> bool:
    """Say whether another denies that somebody said it: "denied that she had said so".

    A statement that denies holds its own cue in its content.
    """
    if item.cue < 0 or tree.inside[item.cue] >= 0:
        return False
    at = tree.start[item.cue]
    return any(
        other.cue < item.cue
        and contains(other, at, at + 1)
        and contains(other, tree.start[other.cue], tree.end[other.cue])
        for other in near.around(item)
        if other.cue >= 0
    )


def _within_words(tree: Tree, item: Found, near: Near) -> bool:
    """Say whether a cue stands in somebody else's quoted words."""
    if item.cue < 0 or tree.inside[item.cue] < 0:
        return False
    at = tree.start[item.cue]
    quotation = tree.quotations[tree.inside[item.cue]]
    first, last = tree.token_at(quotation.start), tree.token_before(quotation.end)
    if last - first < _LONG:
        return True
    return any(other is not item for other in near.holding(at))


def _is_inner_thought(tree: Tree, item: Found, near: Near) -> bool:
    """Say whether this is the "he thought" of "he said he thought"."""
    words = cue_words()
    if item.cue < 0 or item.speaker < 0:
        return False
    base = item.frame.split("/")[0].rstrip("+<?")
    thought = item.key in words["think"] or item.key in words["adjective"]
    if not thought and not base.startswith(("obj", "prep", "inf")):
        return False
    if tree.tag[item.speaker] != "PRP":
        return False
    at = tree.start[item.cue]
    reach = _LONG if thought else 4 * _LONG
    return any(
        contains(other, at, at + 1)
        and abs(other.cue - item.cue) <= reach
        and (thought or (other.key in words["say"] and not _other_he(tree, other, item)))
        for other in near.around(item)
    )


def _other_he(tree: Tree, outer: Found, inner: Found) -> bool:
    """Say whether a pronoun inside somebody's words may be somebody else: another name lies between."""
    return any(
        tree.tag[i] == "NNP" and tree.dep[i] in ("nsubj", "dobj", "pobj")
        for i in range(outer.cue + 1, inner.speaker)
    )


def _is_mere_channel(tree: Tree, item: Found, near: Near) -> bool:
    """Say whether "according to the agency" only carries what another statement tells."""
    if not item.frame.startswith("according") or not is_medium(tree, item.speaker):
        return False
    for other in near.around(item):
        if contains(item, tree.start[other.cue], tree.end[other.cue]) or _overlap(item, other):
            return True
    return False


def _overlap(left: Found, right: Found) -> bool:
    return any(a < y and x < b for a, b in left.spans for x, y in right.spans)


def _through_owner(tree: Tree, item: Found) -> Found:
    """Return "a ministry tweet says" and "the ministry's tally shows" as said by the ministry."""
    who = item.speaker
    if who < 0:
        return item
    counted = tree.tag[who] in ("NN", "NNS") and tree.lemma[who] in _COUNTED
    if (counted or is_medium(tree, who)) and (owner := owner_token(tree, who)) >= 0:
        return replace(item, speaker=owner)
    return item


def _cited(tree: Tree, item: Found, near: Near) -> Found | None:
    """Return "the paper cited officials" as what they told it; None where that is unknown."""
    if item.key not in ("cite", "quote") or not item.frame.startswith("obj"):
        return item
    whom = tree.first_of(item.cue, "dobj")
    if whom < 0 or not can_speak(tree, whom):
        return item
    for other in reversed(near.around(item, sentences_before=1)):
        if not is_medium(tree, other.speaker):
            continue
        if tree.sent[other.cue] == tree.sent[item.cue] - 1 and other.spans < item.spans:
            cue = item.cue
            return Found(other.spans, cue, cue, cue + 1, item.key, "cited", whom, item.score, "cited")
    return None


def _cut(tree: Tree, item: Found, near: Near) -> Found | None:
    """Return a statement with its content ended where another speaker's or cue's clause begins."""
    spans = list(item.spans)
    for other in near.around(item):
        if tree.inside[other.cue] >= 0 or "cited" in (item.frame, other.frame):
            continue
        if other.frame == "as-clause":
            spans = _without(spans, tree, other.cue)
            continue
        begin = _clause_start(tree, item, other)
        if begin < 0:
            begin = _swallowed(tree, item, other)
        if begin < 0:
            continue
        at = tree.start[begin]
        for number, (start, end) in enumerate(spans):
            if start < at < end and not _in_marks(tree, at):
                spans[number] = (start, tree.end[begin - 1])
    if not item.frame.startswith(("according", "opinion")):
        spans = [(start, _before_according(tree, start, end)) for start, end in spans]
    return _tidied(tree, _with_spans(item, spans))


def _without(spans: list[Span], tree: Tree, verb: int) -> list[Span]:
    """Return a content without another's aside between commas: ", as diplomats here expect,"."""
    first, last = tree.left[verb], tree.right[verb]
    if first < 1 or last >= len(tree) or tree.word[first - 1] != "," or tree.word[last] != ",":
        return spans
    out: list[Span] = []
    for start, end in spans:
        if start < tree.start[first] and tree.end[last] < end:
            out += [(start, tree.end[first - 2]), (tree.start[last + 1], end)]
        else:
            out.append((start, end))
    return out


def _before_according(tree: Tree, start: int, end: int) -> int:
    """Return where a content ends without a closing ", according to ..." outside its marks."""
    first, last = tree.token_at(start), tree.token_before(end)
    for i in range(last - 2, first + 1, -1):
        if tree.word[i] == "according" and tree.word[i + 1] == "to" and tree.inside[i] < 0:
            head = next(tree.kids_of(i + 1, "pobj"), i + 1)
            if max(tree.right[head], i + 3) >= last - 1:
                return tree.end[i - 1]
    return end


def _in_marks(tree: Tree, at: int) -> bool:
    token = tree.token_at(at)
    return token < len(tree) and tree.inside[token] >= 0


def _clause_start(tree: Tree, item: Found, other: Found) -> int:
    """Return the first token of another cue's clause if it ends this statement's content, else -1."""
    if other.frame.startswith(("according", "opinion")):
        first = other.cue
        end = max((b for _, b in other.spans), default=0)
        return first if end <= tree.start[first] + 1 and first > item.cue else -1
    if other.cue < item.cue:
        return -1
    clause = _hung_clause(tree, other.cue)
    if clause < 0:
        return -1
    begin = tree.left[clause]
    joint = begin - (begin > 0 and tree.word[begin - 1] in _AND)
    before = tree.word[joint - 1] if joint else ""
    subject = tree.first_of(clause, "nsubj")
    if item.frame.startswith("according") and item.cue == tree.bounds(item.cue)[0]:
        return begin if tree.word[begin] in ("while", "whereas") else -1
    if tree.dep[clause] == "relcl":
        # ", which officials later identified as Norway": the outlet's own words.
        return begin - 1 if before == "," and other.speaker == subject >= 0 else -1
    if subject < 0:
        # A participle after a comma: ", saying the war has become too complex".
        if tree.tag[clause] == "VBG" and before == "," and other.speaker == item.speaker:
            while begin - 3 > item.cue and tree.word[begin - 2] in ("however", "though"):
                begin -= 2
            return begin - 1
        if tree.tag[clause] == "VBG" and joint < begin and clause == other.cue:
            # "saying the road was shut and warning that it would fall"
            return joint if other.speaker == item.speaker and tree.tag[item.cue] == "VBG" else -1
        # A second verb of the same speaker: ", and repeated that talks should begin".
        own = tree.tag[clause] in ("VBD", "VBZ", "VBP") and clause == other.cue
        if own and before in (",", ";") and other.speaker == item.speaker:
            return joint - 1
        if own and joint < begin and other.speaker == item.speaker and other.key in cue_words()["say"]:
            return joint  # "said the bridge was open and added that it would stay so"
        return -1
    if tree.tag[subject] == "PRP":
        # "; he asked those who ...", ", and she called for ...": a new act of the same speaker.
        if before not in (",", ";") or (before == "," and joint == begin):
            return -1
        return joint - 1 if tree.word[subject] in _SAME else -1
    if other.speaker != subject:
        return -1
    opens = tree.word[begin]
    if opens == "that" and tree.tag[begin] == "IN":
        return -1  # "said that the road was open, and that others hoped so": still her words
    if opens in ("while", "whereas") or (tree.word[begin - 1] == "," and opens in _JOINERS):
        return begin
    # ", while Ambassador X has condemned": the joiner may hang on the comma side of the clause.
    if tree.word[begin - 1] in ("while", "whereas"):
        return begin - 1
    if before in (",", ";") and joint < begin:
        return joint - 1
    if before == "," and tree.dep[clause] == "advcl":
        # "said the road was shut, three days after Berg told them so"
        return begin - 1 if any(tree.word[k] in _TIMES for k in tree.kids_of(clause, "mark")) else -1
    return -1


def _swallowed(tree: Tree, item: Found, other: Found) -> int:
    """Return where the subject of another cue begins that the parser took into an object, else -1.

    "Norway rejected the demand for an apology, and its embassy says that ...".
    """
    who = other.speaker
    if not item.frame.startswith("obj") or not item.cue < who < other.cue or who == item.speaker:
        return -1
    begin = tree.left[who] - 1
    joint = begin > 1 and tree.word[begin] in _AND and tree.word[begin - 1] == ","
    return begin if joint and tree.right[who] == other.cue else -1


def _hung_clause(tree: Tree, verb: int) -> int:
    """Return the adverbial or joined clause that a verb heads or stands in."""
    at = verb
    for _ in range(4):
        if tree.dep[at] in ("advcl", "conj", "parataxis", "dep", "relcl"):
            return at
        if tree.head[at] == at or tree.dep[at] not in ("xcomp", "ccomp", "aux", "pcomp", "prep"):
            return -1
        at = tree.head[at]
    return -1


def _tidied(tree: Tree, item: Found) -> Found | None:
    """Return a statement without fragments of no words and without a stray relative; None if empty."""
    spans: list[Span] = []
    for start, end in item.spans:
        first, last = trimmed(tree, tree.token_at(start), tree.token_before(end))
        if first >= last:
            continue
        begin, stop = tree.start[first], tree.end[last - 1]
        if end > stop and tree.inside[last - 1] >= 0:
            stop = max(stop, min(end, tree.quotations[tree.inside[last - 1]].end))
        if last - first == 1 and tree.word[first] in _WHICH:
            continue
        spans.append((begin, stop))
    if not spans:
        return None
    base = item.frame.split("/")[0].rstrip("+<")
    if base.startswith("obj"):
        spans[-1] = (spans[-1][0], _before_channel(tree, *spans[-1]))
    spans[-1] = (spans[-1][0], _before_new_act(tree, item, *spans[-1]))
    if base in _TOLD:
        spans[-1] = (spans[-1][0], _before_relative(tree, *spans[-1]))
    if base == "obj":
        spans[-1] = (spans[-1][0], _before_quotation(tree, *spans[-1]))
    if base in ("obj", "wh", "acomp") and spans[-1][0] > tree.start[item.cue]:
        spans[-1] = (spans[-1][0], _past_colon(tree, spans[-1][1]))
    if len(spans) == 1 and base in ("obj", "wh", "prep:to"):
        first, last = tree.token_at(spans[0][0]), tree.token_before(spans[0][1])
        if last - first == 1 and _is_plain(tree, item, first):
            return _with_spans(item, spans)
        if last - first < 2 or all(
            tree.word[i] in ("the", "much", "same", "it", "that", "so") for i in range(first, last)
        ):
            return None
    return _with_spans(item, spans)


def _with_spans(item: Found, spans: list[Span]) -> Found:
    changed = tuple(spans)
    return item if changed == item.spans else replace(item, spans=changed)


def _is_plain(tree: Tree, item: Found, word: int) -> bool:
    """Say whether one word is enough: "denies it", "expressed concern"."""
    if tree.word[word] in ("it", "them", "this", "that"):
        return item.key in _DENY
    words = cue_words()
    if tree.tag[word] in ("NN", "NNS") and item.key in cues_in(*_ON_A_NOUN):
        return tree.word[word] not in _SAME
    felt = tree.lemma[word] in words["noun"] or tree.lemma[word] in words["felt"]
    return felt and item.key in ("express", "voice", "advise", "urge", "counsel", "offer", "promise")


def _before_channel(tree: Tree, start: int, end: int) -> int:
    """Return where an object ends without "at a news conference", which says how it was told."""
    first, last = tree.token_at(start), tree.token_before(end)
    nouns = media()["noun"]
    for i in range(first + 1, last):
        if tree.word[i] not in ("at", "in", "during", "on") or tree.inside[i] >= 0:
            continue
        if tree.word[i] == "on" and i + 2 == last and tree.word[i + 1] in _PLATFORMS:
            return tree.end[i - 1]
        noun = tree.first_of(i, "pobj")
        if noun < 0:
            continue
        two = f"{tree.word[noun - 1]} {tree.lemma[noun]}"
        if (nouns.get(two) or nouns.get(tree.lemma[noun])) in _TOLD_AT and tree.right[i] >= last:
            return tree.end[i - 1]
    return end


def _before_relative(tree: Tree, start: int, end: int) -> int:
    """Return where an indirect content ends without the outlet's own remark on its last noun.

    "said the border would open in May, which it never did": what "which" and "who" add behind a comma
    at the end is told by the outlet more often than by the speaker.
    """
    first, last = tree.token_at(start), tree.token_before(end)
    for i in range(last - 2, first + 3, -1):
        if tree.word[i] not in _ADDING or tree.word[i - 1] != "," or tree.inside[i] >= 0:
            continue
        verb = tree.head[i]
        while tree.dep[verb] != "relcl" and tree.head[verb] != verb:
            verb = tree.head[verb]
        whole = tree.left[verb] == i and tree.right[verb] >= last
        if tree.dep[verb] == "relcl" and whole and tree.head[verb] > first:
            return tree.end[i - 2]
    return end


def _before_new_act(tree: Tree, item: Found, start: int, end: int) -> int:
    """Return where a content ends before "; he asked ...", a new act of whoever spoke."""
    first, last = tree.token_at(start), tree.token_before(end)
    for i in range(max(first + 3, item.cue + 1 if first < item.cue else 0), last - 3):
        if tree.word[i] != ";" or tree.inside[i] >= 0 or tree.word[i + 1] not in ("he", "she"):
            continue
        for verb in (i + 2, i + 3):
            if tree.tag[verb] == "VBD" and tree.lemma[verb] in cues_in(*_ACTS):
                return tree.end[i - 1]
    return end


def _before_quotation(tree: Tree, start: int, end: int) -> int:
    """Return where an object ends that a colon and whole sentences in marks follow."""
    first, last = tree.token_at(start), tree.token_before(end)
    for i in range(first + 1, last - 3):
        if tree.word[i] == ":" and tree.inside[i] < 0 <= tree.inside[i + 1]:
            quotation = tree.quotations[tree.inside[i + 1]]
            closing = tree.parse.view.text[quotation.end - 2 : quotation.end - 1]
            return tree.end[i - 1] if closing in (".", "!", "?") else end
    return end


def _past_colon(tree: Tree, end: int) -> int:
    """Return where a content ends that a colon goes on with: "stressed what was missing: ..."."""
    at = tree.token_before(end)
    if at + 4 >= len(tree) or tree.word[at] != ":" or tree.sent[at] != tree.sent[at - 1]:
        return end
    _, last = tree.bounds(at)
    rest = range(at + 1, last)
    if any(tree.inside[i] >= 0 for i in rest) or not any(tree.tag[i][:1] == "V" for i in rest):
        return end
    _, stop = trimmed(tree, at + 1, last)
    return tree.end[stop - 1]


def _is_lesser(tree: Tree, item: Found, near: Near) -> bool:
    """Say whether another statement already tells what this one does."""
    return any(_covers(tree, other, item) for other in near.around(item))


def _covers(tree: Tree, other: Found, item: Found) -> bool:
    if other.cue < 0 or item.cue < 0 or tree.sent[other.cue] != tree.sent[item.cue]:
        return False
    if (
        is_no_comment(tree, other)
        and item.cue > other.cue
        and contains(other, tree.start[item.cue], tree.end[item.cue])
    ):
        return True
    if other.frame == "opinion" and (item.key in cue_words()["think"] or item.frame == "sees"):
        return contains(other, tree.start[item.cue], tree.end[item.cue])
    same = other.speaker == item.speaker
    if not same or not all(contains(other, *span) for span in item.spans):
        return False
    if other.spans == item.spans:
        return (other.score, -other.cue) > (item.score, -item.cue)
    # "expressed a hope that": the verb's object holds the noun's clause.
    return item.frame.startswith("noun") or item.cue == other.cue


def is_no_comment(tree: Tree, item: Found) -> bool:
    """Say whether a statement is a refusal to comment."""
    if item.cue < 0:
        return False
    if item.frame == "no-comment":
        return True
    words = cue_words()
    if item.key not in words["comment-verb"] and item.key != "comment":
        return False
    negated = any(tree.kids_of(item.cue, "neg"))
    if item.key in words["comment-verb"] or negated:
        for verb in _below(tree, item.cue):
            if tree.lemma[verb] in words["comment"] and (tree.dep[verb] == "xcomp" or negated):
                return item.key in words["comment-verb"]
    return item.key == "comment" and negated


def _below(tree: Tree, cue: int) -> Iterator[int]:
    yield from tree.kids_of(cue, "xcomp", "ccomp")
