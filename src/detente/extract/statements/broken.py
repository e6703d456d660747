"""Words that a cue breaks are put together again, and what belongs to the telling is left out.

"The talks, Alpha said on Monday, have been suspended" is told whole, both halves of it; in "Alpha
announced the plan on Monday" the day belongs to the verb and not to the plan.
"""

from __future__ import annotations

from dataclasses import replace

from detente.extract.statements.candidate import trimmed
from detente.extract.statements.found import Found
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import cue_words

_FRAMES = ("inv", "bare", "paren", "inv/all", "paren<", "c-inf", "order-inv", "order-tag")
_APART = frozenset((
    "while", "whereas", "adding", "after", "when", "who", "which", "whose", "as", "before", "saying",
    "noting", "citing", "according", "although", "though", "echoing", "speaking", "referring",
))  # fmt: skip
_OTHERS = frozenset(("while", "whereas", "adding"))
_BEFORE = frozenset(("although", "though", "while", "because", "since", "but", "and", "whereas"))
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today january february march
    april may june july august september october november december""".split()  # noqa: SIM905
)
_LAST = frozenset(("last", "this", "earlier", "next"))
_SPANS = frozenset(("week", "month", "year", "night", "summer", "autumn", "spring", "winter"))
_LONGEST = 300
"""Tokens of a sentence beyond which it is a list or a text without stops."""
_ASIDE = 7
"""Most tokens of a cue's clause after its verb and subject: "said on Monday in Oslo"."""


def mended(tree: Tree, item: Found) -> Found:
    """Return a statement with both halves of the words that its cue parts; others as they are."""
    base = item.frame.rstrip("?+")
    if item.cue < 0 or item.speaker < 0 or base not in _FRAMES or tree.inside[item.cue] >= 0:
        return item
    words = cue_words()
    said = item.key in words["say"] or item.key in words["think"] or item.key == "repeat"
    if not said and not base.startswith("paren"):
        return item
    clause = _aside(tree, item)
    if clause is None:
        return item
    begin, end = clause
    first, last = tree.bounds(item.cue)
    if item.speaker > item.cue and (end := _past_apposition(tree, item.speaker, end)) + 2 >= last:
        return item
    if last - first > _LONGEST:
        return item
    if _quoted(tree, begin - 2) or _quoted(tree, end + 1):
        return item
    if tree.word[end + 1] in _OTHERS:
        # ", Berg said, while Lund denied it": what follows is not what she said.
        before = tuple(span for span in item.spans if span[0] < tree.start[begin])
        return replace(item, spans=before) if before else item
    another = tree.tag[end + 1] in ("VBG", "WDT", "WP") and tree.word[end + 1] != "being"
    if another or tree.word[end + 1] in _APART:
        return item
    for i in range(begin - 2, first, -1):
        if tree.word[i] in (";", ":") and tree.inside[i] < 0:
            first = i + 1
            break
    stop = next((i for i in range(end + 1, last) if tree.word[i] == ";"), last)
    left = trimmed(tree, _clause_left(tree, first, begin - 1, end + 1), begin - 1)
    right = trimmed(tree, end + 1, stop)
    if left[0] >= left[1] or right[0] >= right[1]:
        return item
    if tree.quoted(left[0], right[1]):
        return item
    told = any(tree.tag[i] in _FINITE for i in range(*right))
    if not told and (item.speaker > item.cue or tree.tag[right[0]] not in ("IN", "TO")):
        return item  # what follows says who speaks: "said Ana Berg, a geologist"
    spans = tuple((tree.start[a], tree.end[b - 1]) for a, b in (left, right))
    return replace(item, spans=spans)


def _aside(tree: Tree, item: Found) -> tuple[int, int] | None:
    """The clause of a cue between two commas: its first token, and the comma that closes it."""
    first, last = tree.bounds(item.cue)
    subject = item.speaker
    if not first <= subject < last:
        return None
    begin = min(tree.left[subject] if subject < item.cue else item.cue, item.cue)
    begin = max(begin, first)
    end = max(item.cue, subject) + 1
    if subject > item.cue:
        end = max(end, _phrase_end(tree, subject, last))
    if begin <= first + 1 or tree.word[begin - 1] != ",":
        return None
    for i in range(end, min(end + _ASIDE, last - 1)):
        if tree.word[i] == ",":
            return (begin, i) if i + 2 < last else None
        if tree.tag[i][:1] == "V" or tree.tag[i] in ("MD", ".", ":", "CC"):
            return None
    return None


def _past_apposition(tree: Tree, noun: int, comma: int) -> int:
    """The comma that closes what is apposed to a name: "said Berg, an editor who knows him, if"."""
    for k in tree.kids_of(noun, "appos", "relcl"):
        end = tree.right[k]
        if tree.left[k] == comma + 1 and end < len(tree) and tree.tag[end] not in _FINITE:
            return end if tree.word[end] == "," else len(tree)
    return comma


def _phrase_end(tree: Tree, noun: int, last: int) -> int:
    """One past a subject that follows its verb, without what is apposed to it."""
    end = noun + 1
    for k in tree.kids[noun]:
        if k > noun and tree.dep[k] in ("prep", "flat", "nummod") and tree.left[k] == end:
            end = min(tree.right[k], last)
    return end


def _clause_left(tree: Tree, first: int, stop: int, after: int) -> int:
    """Where the parted clause begins: at its subject, where its verb comes after the cue."""
    if tree.tag[after] not in _FINITE and tree.word[after] not in ("not", "n't", "never"):
        return first
    for i in range(stop - 1, first, -1):
        if tree.word[i] in _BEFORE and (tree.word[i - 1] == "," or tree.dep[i] == "mark"):
            return i + 1
    return first


def _quoted(tree: Tree, token: int) -> bool:
    return 0 <= token < len(tree) and tree.inside[token] >= 0


def without_day(tree: Tree, item: Found) -> Found:
    """Return an object as content without the day at its end: "announced the plan on Monday"."""
    base = item.frame.split("/")[0].rstrip("+<?")
    if item.cue < 0 or base not in ("obj", "attr", "oprd") or not item.spans:
        return item
    start, end = item.spans[-1]
    first, last = tree.token_at(start), tree.token_before(end)
    if first <= item.cue or last - first < 3 or tree.inside[last - 1] >= 0:
        return item
    at = _day_at(tree, first, last)
    if at <= first + 1:
        return item
    return replace(item, spans=(*item.spans[:-1], (start, tree.end[at - 1])))


def _day_at(tree: Tree, first: int, last: int) -> int:
    """The token at which closing words for a day begin; -1 where there are none."""
    i = last - 1
    while i > first and (tree.tag[i] == "CD" or tree.word[i] == ","):
        i -= 1
    if tree.word[i] in _DAYS and (i < last - 1 or tree.word[i] not in ("may", "march")):
        before = tree.word[i - 1]
        if before in ("on", "in", "late", "early"):
            return i - 1
        return (
            i if before not in ("of", "for", "by", "since", "until", "from", "'s", "’s", "the") else -1
        )
    if tree.word[i] in _SPANS and tree.word[i - 1] in _LAST and i == last - 1:
        return i - 1
    return -1
