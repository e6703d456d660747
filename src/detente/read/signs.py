# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""Rows become numbers: what a line model sees of each line of a page and of the lines around it.

The signs are those of shallow text features (Kohlschütter, Fankhauser and Nejdl 2010, Boilerplate
Detection using Shallow Text Features), the words a line shares with the bulk of the page, and the
rules of `phrases`, each as a number. No word of any page is in them but through a hash.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any
from zlib import crc32

from detente.read.phrases import COMMENTS, RELATED_HEAD, RELATED_LINE, phrase_of, spoken
from detente.read.pitches import is_pitch
from detente.read.printed import clock_line, date_line, relative_line
from detente.read.rows import Row, body_like

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HASHED = 1 << 14
"""Size of the table of hashed words and pairs of words."""
_TOKENS = 18
"""Words of a line that are hashed: its first and its last few."""
_WORD = re.compile(r"\w+|[^\w\s]")
_LINKED = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_CONTENT = re.compile(r"[A-Za-zÀ-ž]{5,}")
_NAME = re.compile(r"(?<=[a-z,;:)”\"] )[A-Z][a-zà-þ]{2,}")
_YOU = frozenset("you your yours we our us my".split())  # noqa: SIM905
_SMALL_WORDS = """
    the of and to in that is for with on was it as by at from his have has are be this which said not but he they
    an or who had were will been their its der die und das den von zu mit sich des auf ist im dem nicht ein eine
    als auch es le la les des et est une dans que pour qui sur au par el los del se las por un para con una
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_ROLES = ("ad", "login", "promo", "legal", "contact", "source-url", "menu")
_STOPS = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)")
_QUOTES = '“”"«»„'
_FIRST = crc32(b"\x01")
_FIRST_OF = itemgetter(0)
_LONG, _HEAD, _TAIL = 900, 450, 300
"""Characters of a text of which not every word is looked for, and of the ends that are."""
_DIGIT = re.compile(r"\d")
_BAR = re.compile(r"[|•·›»→]")


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of the rows of one page."""

    own: NDArray[np.float32]
    """One row a line, one column a sign of `NAMES`."""
    words: list[list[int]]
    """Hashes below `HASHED` of the words and pairs of words of each line."""


NAMES = (
    "words", "characters a word", "ends", "stops", "commas", "upper start", "lower start", "capitalised", "shouted",
    "digits", "small words", "quoted", "spoken", "you", "bullet", "heading", "bold", "link", "linked", "gap",
    "body-like", "question", "colon", "bar", "twice", "place", "place in letters", "from the end",
    *(f"phrase {role}" for role in _ROLES), "pitch", "comments", "related head", "related line", "date", "names",
    "shares words", "shares names", "shares title", "in bulk", "before bulk", "after bulk", "in core", "before core", "after core",
    "rows", "under title",
)  # fmt: skip
"""What the columns of `Signs.own` stand for."""
_AT = {name: number for number, name in enumerate(NAMES)}
AROUND = (
    "words",
    "ends",
    "capitalised",
    "small words",
    "link",
    "linked",
    "heading",
    "bullet",
    "body-like",
    "shares words",
    "twice",
)
"""The signs of neighbouring rows that are seen too."""
REACH = 3
"""How many rows above and below are seen."""
_NEAR, _SIGHT = 5, 12
"""How many rows to either side the two means are taken over."""
_NONE: set[str] = set()
_WIDE = ("words", "body-like", "ends", "link")
_AT_AROUND = [_AT[name] for name in AROUND if name not in ("shares words", "twice")]


def signs_of(
    rows: Sequence[Row], title: int | None, headline: str | None, asked: Sequence[int] | None = None
) -> Signs:
    """Return the signs of all rows of a page; `title` is the row of the headline, None for none.

    Where the model will be asked of some rows only, `asked`, of the others only what these see of them
    (`AROUND`) is found, and nothing of rows out of their sight; the rest is 0.
    """
    import numpy as np

    out = np.zeros((len(rows), len(NAMES)), dtype=np.float32)
    if not rows:
        return Signs(out, [])
    keys = [row.key for row in rows]
    count = Counter(keys)
    running = [body_like(row) for row in rows]
    bulk = _densest(rows, running, 8.0)
    core = _densest(rows, running, 30.0)
    seen = _in_sight(len(rows), asked)
    content = [
        set(map(str.lower, _CONTENT.findall(row.text)))
        if in_sight or core[0] <= at < core[1]
        else _NONE
        for at, (row, in_sight) in enumerate(zip(rows, seen, strict=True))
    ]
    proper: dict[int, set[str]] = {}
    known, named = Counter[str](), Counter[str]()
    for index in range(core[0], core[1]):
        if running[index]:
            proper[index] = set(_NAME.findall(f". {rows[index].text}"))
            known.update(content[index])
            named.update(proper[index])
    sought = {word.lower() for word in _CONTENT.findall(headline or "")}
    twice = [count[key] > 1 for key in keys]
    inside = [int(yes and core[0] <= index < core[1]) for index, yes in enumerate(running)]
    shared = [_shared(own, known, at) for own, at in zip(content, inside, strict=True)]
    out[:, _AT["twice"]], out[:, _AT["shares words"]] = twice, shared
    full = range(len(rows)) if asked is None else asked
    less = sorted({index for index, in_sight in enumerate(seen) if in_sight}.difference(full))
    if less:
        out[np.ix_(less, _AT_AROUND)] = [_seen_around(rows[index], running[index]) for index in less]
    if full:
        by_rules, own, share = [], [], []
        for index in full:
            row = rows[index]
            own.append(_own(row, running[index]))
            by_rules.append(_by_rules(row))
            names = proper.get(index)
            if names is None:
                names = set(_NAME.findall(f". {row.text}"))
            title_words = len(content[index] & sought) / max(1, len(sought))
            share.append((_shared(names, named, inside[index]), title_words))
        out[full, : _AT["twice"]] = own
        out[full, _AT["phrase ad"] : _AT["shares words"]] = by_rules
        out[np.ix_(full, (_AT["shares names"], _AT["shares title"]))] = share
    _places(out, rows, bulk, core, title)
    hashes = [_hashes(row.text) if in_sight else [] for row, in_sight in zip(rows, seen, strict=True)]
    return Signs(out, hashes)


def _in_sight(rows: int, asked: Sequence[int] | None) -> list[bool]:
    """Say for each row whether one of those asked is near enough to see it."""
    if asked is None:
        return [True] * rows
    seen = [False] * rows
    for index in asked:
        low, high = max(0, index - _SIGHT), min(rows, index + _SIGHT + 1)
        seen[low:high] = [True] * (high - low)
    return seen


def _places(
    out: NDArray[np.float32],
    rows: Sequence[Row],
    bulk: tuple[int, int],
    core: tuple[int, int],
    title: int | None,
) -> None:
    """Fill in the signs that a row's place gives."""
    import numpy as np

    index = np.arange(len(rows))
    letters = np.concatenate([[0], np.cumsum([len(row.text) for row in rows])])
    whole = max(1, int(letters[-1]))
    out[:, _AT["place"]] = index / len(rows)
    out[:, _AT["place in letters"]] = letters[:-1] / whole
    out[:, _AT["from the end"]] = 1 - letters[1:] / whole
    for name, (start, end) in (("bulk", bulk), ("core", core)):
        out[:, _AT[f"in {name}"]] = (start <= index) & (index < end)
        out[:, _AT[f"before {name}"]] = np.log1p(np.maximum(0, start - index))
        out[:, _AT[f"after {name}"]] = np.log1p(np.maximum(0, index - end + 1))
    out[:, _AT["rows"]] = math.log1p(len(rows))
    if title is not None:
        below = index - title
        out[:, _AT["under title"]] = np.clip(np.copysign(np.log1p(np.abs(below)), below), -3.0, 3.0)


def _own(row: Row, running: bool) -> list[float]:
    text = row.text
    words = text.split()
    n = max(1, len(words))
    quoted = sum([text.count(mark) for mark in _QUOTES])
    return [
        math.log1p(len(words)),
        min(20.0, len(text) / n),
        float(row.ends),
        math.log1p(len(_STOPS.findall(text))),
        min(1.0, text.count(",") / n),
        float(text[:1].isupper()),
        float(text[:1].islower()),
        _capitals(words) / n,
        len([word for word in filter(str.isupper, words) if len(word) > 1]) / n,
        len(_DIGIT.findall(text)) / max(1, len(text)),
        _small(text) / n,
        min(3.0, float(quoted)),
        float(spoken(text)),
        min(3.0, float(sum(map(_YOU.__contains__, row.key.split())))),
        float(row.bullet),
        float(row.heading),
        float(row.bold),
        float(row.link),
        _linked(row),
        float(row.gap),
        float(running),
        float(text.endswith("?")),
        float(text.endswith(":")),
        float(_BAR.search(text) is not None),
    ]


def _seen_around(row: Row, running: bool) -> list[float]:
    """The signs of `AROUND` that a row has of its own, in that order."""
    words = row.text.split()
    n = max(1, len(words))
    return [
        math.log1p(len(words)),
        float(row.ends),
        _capitals(words) / n,
        _small(row.text) / n,
        float(row.link),
        _linked(row),
        float(row.heading),
        float(row.bullet),
        float(running),
    ]


def _capitals(words: Sequence[str]) -> int:
    return sum(map(str.isupper, map(_FIRST_OF, words)))


def _small(text: str) -> int:
    return sum(map(_SMALL.__contains__, text.lower().split()))


def _linked(row: Row) -> float:
    if "](" not in row.raw:
        return 0.0
    linked = sum(len(found) for found in _LINKED.findall(row.raw))
    return min(1.0, linked / max(1, len(row.text)))


def _by_rules(row: Row) -> list[float]:
    text, words = row.text, row.words
    phrase = phrase_of(text, words)
    role = phrase.role if phrase else None
    short = words <= 12
    dated = date_line(text) is not None or clock_line(text) or relative_line(text)
    return [
        *(float(role == name) for name in _ROLES),
        float(is_pitch(text)),
        float(short and bool(COMMENTS.match(text))),
        float(short and bool(RELATED_HEAD.match(text)) and not text.endswith(".")),
        float(bool(RELATED_LINE.match(text))),
        float(dated),
        float(2 <= words <= 5 and all(word[:1].isupper() for word in text.split())),
    ]


def _densest(rows: Sequence[Row], running: Sequence[bool], cost: float) -> tuple[int, int]:
    """The stretch of rows with the most words in sentences, a row that is none costing `cost`.

    Finn, Kushmerick and Smyth (2001), Fact or Fiction: the body is one dense stretch.
    """
    best = (0.0, 0, 0)
    start, total = 0, 0.0
    for index, row in enumerate(rows):
        good = running[index] and not row.link and not is_pitch(row.text)
        total += min(80, row.words) if good else -cost
        if total <= 0:
            start, total = index + 1, 0.0
        elif total > best[0]:
            best = (total, start, index + 1)
    return best[1], best[2]


def _shared(words: set[str], known: Counter[str], own: int) -> float:
    """The share of a line's words that the bulk of the page uses too, the line itself not counted."""
    if not words:
        return -1.0
    return len([word for word in words if known[word] > own]) / len(words)


@lru_cache(maxsize=32_768)
def _sums(token: str) -> tuple[bytes, int]:
    """A word as the second of a pair, and its checksum alone."""
    word = token.encode("utf-8", "replace")
    return b" " + word, crc32(word)


def _ends_of(text: str) -> list[str]:
    """The first and the last few words of a text, a mark between them; all of them where it is short."""
    if len(text) > _LONG:
        head, tail = _WORD.findall(text[:_HEAD]), _WORD.findall(text[-_TAIL:])
        if (
            len(head) > _TOKENS - 6 and len(tail) > 6
        ):  # the last of the head, the first of the tail are cut
            return [*head[: _TOKENS - 6], "\x02", *tail[-6:]]
    tokens = _WORD.findall(text)
    if len(tokens) > _TOKENS:
        return [*tokens[: _TOKENS - 6], "\x02", *tokens[-6:]]
    return tokens


@lru_cache(maxsize=8_192)
def _hashes(text: str) -> list[int]:
    """Hashes of a line's words and pairs of words; pages of one outlet repeat their menus."""
    tokens = _ends_of(text.lower())
    tokens = ["0" if token.isdigit() else token for token in tokens]
    found: set[int] = set()
    left = _FIRST
    for token in tokens:
        second, alone = _sums(token)
        found.add(crc32(second, left) % HASHED)  # the checksum of both words with a space
        left = alone
        found.add(left % HASHED)
    found.add(crc32(b" \x03", left) % HASHED)
    return sorted(found)


def in_context(
    own: NDArray[np.float32], lexical: NDArray[np.float32], more: Any = None
) -> NDArray[np.float32]:
    """Return each row's signs with those of its neighbours: the columns that the trees are asked of.

    `lexical` is each row's score by its words alone; `more` are further columns of a row's own.
    """
    import numpy as np

    n = len(own)
    at = _AT
    near = np.column_stack([own[:, [at[name] for name in AROUND]], lexical])
    columns = [own, lexical[:, None]]
    if more is not None:
        columns.append(more)
    padded = np.full((n + 2 * REACH, near.shape[1]), -9.0, dtype=np.float32)
    padded[REACH : REACH + n] = near
    columns += [
        padded[REACH + shift : REACH + shift + n] for shift in range(-REACH, REACH + 1) if shift
    ]
    wide = np.column_stack([own[:, [at[name] for name in _WIDE]], lexical])
    total = np.vstack([np.zeros((1, wide.shape[1]), dtype=np.float32), np.cumsum(wide, axis=0)])
    rows = np.arange(n)
    for reach in (_NEAR, _SIGHT):
        low, high = np.maximum(0, rows - reach), np.minimum(n, rows + reach + 1)
        columns.append((total[high] - total[low]) / (high - low)[:, None])
        columns.append((total[rows] - total[low]) / np.maximum(1, rows - low)[:, None])
        columns.append((total[high] - total[rows]) / np.maximum(1, high - rows)[:, None])
    return np.column_stack(columns).astype(np.float32)
