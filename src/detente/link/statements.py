"""Reports of one remark in several articles become links: the same words, a part, other wording.

The same speaker is asked for. Words are compared as they are: all the same (`verbatim`), a long run of
them in both (`partial`), most words of content by their stems (`wording`: a translation or a
retelling), or a word that hardly anybody uses and that a report puts in marks (`coined`). A denial
against an assertion and other numbers are a veto on other wording; so is a day of speaking that cannot
be the same. The very same words told of another day or channel are still linked, and the reason says
so: outlets place one remark on different occasions, and a reader must see it.

Nothing is told of remarks more than two months apart in print, and a stock phrase of few words
("no comment") is no remark. Runs of shared words are measured as in R. Clough and others, "METER:
measuring text reuse" (ACL 2002).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from detente.knowledge.word_counts import rarity
from detente.link.actors import folded_name
from detente.link.scored import scored_link
from detente.link.stories.words import stem
from detente.records import Link, Statement, When

WINDOW = 60
"""Days between two prints beyond which the same words are another occasion."""
RETOLD = 10
"""Days between two prints within which other wording can be one remark."""
LEAST = 4
"""Words of content below which nothing is compared."""
RUN = 5
"""Words in a row that make a part."""
ALIKE = 0.6
"""Share of common stems among all from which other wording is one remark."""
RARE = 7.5
"""Rarity (`knowledge.word_counts`) from which a word that is put in marks tells one remark."""
_MARKED = re.compile(r"[“\"'‘«„]([^\W\d_][^“”\"'‘’«»„]{4,40})[”\"'’»“]")
_SHORT_MARKED = 4
_CROWD = 200
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL = frozenset(
    """a an the and or but of in on at to for from by with as that this these those it its he she they
    his her their him them we our us i my you your is are was were be been being has have had do does
    did will would can could may might shall should there which who whom what when where if than then so
    also such into over about up out not no never nor""".split()  # noqa: SIM905
)
_DENIES = frozenset(
    """not no never nor neither nobody nothing without cannot can't won't don't doesn't didn't isn't
    aren't wasn't weren't wouldn't couldn't shouldn't deny denies denied reject rejects rejected refuse
    refuses refused doubt doubts doubted""".split()  # noqa: SIM905
)
_STEM = 6
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ISE = re.compile(r"i[sz](?:e|ed|es|ing|ation)$")


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with what is compared, worked out once."""

    row: Statement
    speaker: str
    words: tuple[str, ...]
    stems: frozenset[str]
    numbers: frozenset[str]
    denies: bool
    printed: When
    rare: frozenset[str]
    """Stems that hardly anybody uses."""
    marked: frozenset[str]
    """Those of them in marks of their own."""


def link_statements(
    statements: Iterable[Statement], published: Mapping[str, When] | None = None
) -> list[Link]:
    """Return a `same-statement` link for each two reports, of different articles, of one remark.

    `published` is the day of each article by its id; an article without one is compared with all.
    Links come in order of their ids and depend on no order of reading.
    """
    by_speaker: dict[str, list[_Said]] = defaultdict(list)
    for row in statements:
        item = _said(row, published or {})
        if item.speaker and len(item.stems) >= LEAST and row.kind != "no_comment":
            by_speaker[item.speaker].append(item)
    found: dict[tuple[str, str], Link] = {}
    for speaker in sorted(by_speaker):
        for left, right in _near(by_speaker[speaker]):
            if score := _compared(left, right):
                link = scored_link(left.row.id, right.row.id, "same-statement", *score)
                found[link.left, link.right] = link
    return sorted(found.values(), key=lambda link: link.id)


def _said(row: Statement, published: Mapping[str, When]) -> _Said:
    words = tuple(_WORD.findall(row.content.casefold().replace("’", "'")))
    content = [word for word in words if word not in _SMALL]
    return _Said(
        row=row,
        speaker=_speaker(row),
        words=words,
        stems=frozenset(word[:_STEM] for word in content),
        numbers=frozenset(word for word in words if word[0].isdigit()),
        denies=sum(word in _DENIES for word in words) % 2 == 1,
        printed=published.get(row.article, When()),
        rare=(rare := _rare(row.content)),
        marked=rare & _marked(row.content),
    )


def _rare(text: str) -> frozenset[str]:
    """Return the stems of words that hardly anybody uses: "re-Sovietize", spelt either way."""
    return frozenset(one for one in map(_spelt, _HYPHENED.findall(text.casefold())) if _is_rare(one))


def _marked(text: str) -> frozenset[str]:
    """Return the stems of words in marks of their own, a few words at most."""
    found = (match[1] for match in _MARKED.finditer(text.casefold()))
    short = (words for words in found if len(words.split()) <= _SHORT_MARKED)
    return frozenset(_spelt(word) for words in short for word in _HYPHENED.findall(words))


def _spelt(word: str) -> str:
    return _ISE.sub("iz", word.replace("-", ""))


def _is_rare(word: str) -> bool:
    return len(word) > _STEM and rarity(stem(word)) >= RARE


def _speaker(row: Statement) -> str:
    """Registry ids hold everywhere; a local one in its article only, so the name stands for it."""
    one = row.speaker
    if one.actor_id and not one.actor_id.startswith("local:"):
        return one.actor_id
    return " ".join(folded_name(one.name)) if one.kind != "unknown" or one.actor_id else ""


def _near(items: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Yield the pairs of one speaker that share enough stems, printed near each other, each once.

    A stem that very many of his statements have tells nothing and brings no pair together.
    """
    ordered = sorted(items, key=lambda item: item.row.id)
    postings: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(ordered):
        for word in item.stems:
            postings[word].append(number)
    coined: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(ordered):
        for word in item.rare:
            coined[word].append(number)
    for number, item in enumerate(ordered):
        common: Counter[int] = Counter()
        for word in item.stems:
            if len(postings[word]) <= _CROWD:
                common.update(other for other in postings[word] if other > number)
        same = {other for word in item.rare for other in coined[word] if other > number}
        for other in sorted(common | Counter(same)):
            that = ordered[other]
            enough = other in same or 2 * common[other] >= min(len(item.stems), len(that.stems))
            apart = item.row.article != that.row.article
            if enough and apart and item.printed.overlaps(that.printed, WINDOW):
                yield item, that


def _compared(left: _Said, right: _Said) -> tuple[float, str] | None:
    """Return how sure it is that two reports are of one remark, and why; None for two remarks."""
    short, long = sorted((left.words, right.words), key=len)
    run = _longest(short, long)
    shared = len(left.stems & right.stems)
    whole = shared / len(left.stems | right.stems)
    part = shared / min(len(left.stems), len(right.stems))
    sample = " ".join(short[run[0] : run[0] + min(run[1], 8)])
    if short == long:
        score, reason = (1.0 if len(short) >= RUN + 1 else 0.85), f"verbatim: {sample!r}"
    elif run[1] == len(short) and run[1] >= RUN:
        score, reason = 0.95, f"partial: the whole of the shorter stands in the longer: {sample!r}"
    elif run[1] >= RUN and 5 * run[1] >= 3 * len(short):
        score, reason = 0.6 + 0.3 * run[1] / len(short), f"partial: {run[1]} words in a row: {sample!r}"
    elif (whole >= ALIKE or (part >= 0.8 and whole >= 0.4)) and _may_be_retold(left, right):
        words = ", ".join(sorted(left.stems & right.stems)[:6])
        score, reason = 0.5 + 0.4 * whole, f"wording: {shared} words of content in common ({words})"
    elif word := min(left.rare & right.rare & (left.marked | right.marked), default=None):
        score, reason = 0.7, f"coined: {word!r}"
    else:
        return None
    if left.denies != right.denies and short != long:
        return None
    return score, "; ".join([reason, *_differing(left.row, right.row)])


def _may_be_retold(left: _Said, right: _Said) -> bool:
    a, b = left.row.date, right.row.date
    near = left.printed.overlaps(right.printed, RETOLD)
    return near and a.overlaps(b, 1) and left.numbers == right.numbers


def _longest(short: Sequence[str], long: Sequence[str]) -> tuple[int, int]:
    """Return where the longest run of words in both begins in the shorter, and its length."""
    match = SequenceMatcher(None, short, long, autojunk=False).find_longest_match()
    return match.a, match.size


def _differing(left: Statement, right: Statement) -> list[str]:
    """Return what two reports of one remark say differently of its circumstances."""
    found = []
    told = left.date.basis != "published" != right.date.basis
    if told and left.date.known and right.date.known and not left.date.overlaps(right.date):
        found.append(f"on {left.date.label()} against {right.date.label()}")
    if left.channel and right.channel and left.channel.medium != right.channel.medium:
        found.append(f"{left.channel.medium} against {right.channel.medium}")
    to = [row.addressee.name for row in (left, right) if row.addressee is not None]
    if len(to) == 2 and folded_name(to[0]) != folded_name(to[1]):
        found.append(f"to {to[0]} against {to[1]}")
    return found
