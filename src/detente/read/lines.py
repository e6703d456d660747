# ruff: noqa: E501 -- tables of roles keep one table together
"""A small model's second look at every line: how likely it is to be the article.

The rules give each line a role; the model sees the shape and the words of the line and of those
around it and corrects the rules where it is sure. It never drops what it is in doubt about: losing a
quotation is worse than keeping a line. Figures and data are in the card beside the weights
(`data/line_model.md`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from detente.read.byline import bio_name
from detente.read.page import Page
from detente.read.phrases import said_twice, spoken
from detente.read.pitches import is_pitch
from detente.read.render import Block
from detente.read.rows import OWN, Label, Row, body_like
from detente.read.signs import in_context, signs_of
from detente.records import LineRole

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_GROUPS: dict[str, int] = {
    "body": 0, "subhead": 1, "related": 2, "menu": 3, "promo": 4, "paywall": 5, "bio": 6, "caption": 7, "title": 8, "dek": 9,
    "byline": 10, "date": 10, "dateline": 10, "outlet": 10, "login": 11, "ad": 11, "contact": 12, "legal": 12, "source-url": 12,
    "blank": 12,
}  # fmt: skip
"""Column of a rule's role among the signs; roles that stand in the same places share one."""
GROUPS = 14
"""Columns that say what the rules gave: thirteen groups of roles, and how sure they were."""
NO_TEXT = "reads like no text"
"""How the reason of a line begins that the model took from the text."""
_KNOWN = 0.4
"""A page on which no line of the text reaches this is of a kind that the model has not seen."""
_DROP, _DROP_RUNNING, _DROP_SPOKEN = 0.2, 0.15, 0.05
"""Below this a line of the text is none; lower where it reads as sentences, and lower still where it
has a quotation or somebody's words."""
_KEEP, _KEEP_PHRASE, _KEEP_ALONE = 0.3, 0.7, 0.8
"""From this on a line is text that the rules took out: for its place, as what follows a
pitch, for a phrase of its own."""
_TEXT = frozenset({"body", "subhead"})
_BY_PLACE = frozenset({"related", "menu", "promo", "login", "bio"})
_PLACE = re.compile(
    r"after|a short line a|a sentence a|goes on|a note on the author at|under a heading"
)
_BY_PHRASE = frozenset({"ad", "legal", "contact", "source-url"})


_OPENERS = frozenset("the this that these those and but for you your our read see more all new".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class LineModel:
    """Weights of hashed words and a forest of boosted trees, as arrays; scikit-learn made them."""

    words: NDArray[np.float32]
    """Weight of each hashed word."""
    bias: float
    """What is added to their sum."""
    roots: NDArray[np.int32]
    """The first node of each tree; the nodes of all trees are numbered through."""
    feature: NDArray[np.int32]
    """The column that a node asks of."""
    threshold: NDArray[np.float32]
    """A row goes left when its value is not above it."""
    child: NDArray[np.int32]
    """Two a node: the one on its left and the one on its right; a leaf leads back to itself."""
    value: NDArray[np.float32]
    """What a leaf adds."""
    base: float
    """Where the sum begins."""
    depth: int
    """Steps from a root to the deepest leaf."""

    def lexical(self, words: list[list[int]]) -> NDArray[np.float32]:
        """Return the score of each line by its hashed words."""
        import numpy as np

        sizes = np.asarray([len(hashes) for hashes in words])
        filled = sizes > 0
        out = np.full(len(words), self.bias, dtype=np.float32)
        if filled.any():
            every = self.words[np.concatenate([hashes for hashes in words if hashes]).astype(np.int64)]
            starts = np.concatenate([[0], np.cumsum(sizes[filled])[:-1]])
            out[filled] += np.add.reduceat(every, starts)
        return out

    def likely(self, columns: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return how likely each row of columns is text, 0 to 1."""
        import numpy as np

        wide = columns.shape[1]
        flat = np.ascontiguousarray(columns, dtype=np.float32).ravel()
        start = np.arange(len(columns), dtype=np.int32)[:, None] * wide
        node = np.repeat(self.roots[None, :], len(columns), axis=0)
        for _ in range(self.depth):
            higher = flat.take(start + self.feature.take(node)) > self.threshold.take(node)
            node = self.child.take(2 * node + higher)
        total = self.base + self.value.take(node).sum(axis=1)
        return np.asarray(1.0 / (1.0 + np.exp(-total)), dtype=np.float32)


@lru_cache(maxsize=2)
def model_named(name: str) -> LineModel:
    """Return the shipped model of this name, read once."""
    import numpy as np

    with resources.files("detente.read").joinpath(f"data/{name}.npz").open("rb") as file:
        held = np.load(file, allow_pickle=False)
        leaf = held["feature"] < 0
        trees, nodes = leaf.shape
        roots = np.arange(trees, dtype=np.int32) * nodes
        itself = np.broadcast_to(np.arange(nodes), leaf.shape)
        sides = [np.where(leaf, itself, held[side]) + roots[:, None] for side in ("left", "right")]
        return LineModel(
            words=held["words"].astype(np.float32),
            bias=float(held["bias"]),
            roots=roots,
            feature=np.where(leaf, 0, held["feature"]).astype(np.int32).ravel(),
            threshold=held["threshold"].astype(np.float32).ravel(),
            child=np.stack(sides, axis=-1).astype(np.int32).ravel(),
            value=held["value"].astype(np.float32).ravel(),
            base=float(held["base"]),
            depth=int(held["depth"]),
        )


def ruled(page: Page) -> NDArray[np.float32]:
    """Return what the rules say of each row as columns: a group of roles, and how sure."""
    import numpy as np

    out = np.zeros((len(page.rows), GROUPS), dtype=np.float32)
    for index, label in enumerate(page.labels):
        out[index, _GROUPS[label.role] if label else 0] = 1.0
        out[index, GROUPS - 1] = label.score if label else 0.5
    return out


def likelihoods(page: Page, title: int | None, headline: str | None) -> list[float]:
    """Return for each row of a labelled page how likely it is the article's text, 0 to 1."""
    if not page.rows:
        return []
    model = model_named("line_model")
    signs = signs_of(page.rows, title, headline)
    columns = in_context(signs.own, model.lexical(signs.words), ruled(page))
    return [float(value) for value in model.likely(columns)]


def review(page: Page, title: int | None, headline: str | None) -> None:
    """Correct the roles that rules gave to the rows of a page where the model is sure.

    A row of the text that reads like none becomes `menu` or `promo`; a row that was left out becomes
    text again when the model is sure, the surer the firmer the rule was.
    """
    scores = likelihoods(page, title, headline)
    if not any(score >= _KNOWN for score in scores):
        return  # no line looks like an article to the model: the rules stand
    names = set().union(
        *(_capitals(row.text) for row, score in zip(page.rows, scores, strict=True) if score > 0.5)
    )
    for index, score in enumerate(scores):
        label = page.labels[index] or Label("body", "the default", 0.5)
        row = page.rows[index]
        if label.role in ("body", "subhead"):
            careful = spoken(row.text) or (row.ends and row.words <= 6 and names & _capitals(row.text))
            running = row.ends and not row.link and body_like(row)
            least = _DROP_SPOKEN if careful else _DROP_RUNNING if running else _DROP
            if score < least and not bio_name(row.text):
                page.replace(index, _no_text(row), f"{NO_TEXT} (line model)", 1 - score)
        elif row.words >= 4 and score >= _least(label, row) and not is_pitch(row.text):
            page.replace(index, "body", "reads like the text (line model)", score)


def _no_text(row: Row) -> LineRole:
    """The role of a row that reads like no text: a pointer to an article, a sentence, or an entry."""
    if row.link and row.words >= 5:
        return "related"
    return "promo" if body_like(row) else "menu"


def _capitals(text: str) -> set[str]:
    return {word for word in re.findall(r"[A-ZÀ-Þ][a-zà-þ]{2,}", text) if word.lower() not in _OPENERS}


def _least(label: Label, row: Row) -> float:
    """How likely text a line of another role must be to become text; over 1 where it never does."""
    if "repeats" in label.reason or label.reason == OWN:
        return 2.0
    if label.role == "paywall":
        return _KEEP_PHRASE
    if (label.role == "bio" and bio_name(row.text)) or said_twice(row.text):
        return _KEEP_ALONE
    if label.role in _BY_PLACE:
        return _KEEP if _PLACE.match(label.reason) else _KEEP_ALONE
    return _KEEP_ALONE if label.role in _BY_PHRASE else 2.0


_BLOCK_DROP, _BLOCK_DROP_SPOKEN, _BLOCK_KEEP = 0.2, 0.05, 0.35
"""The same bounds for the blocks of an HTML page, of which markup and an extractor tell more."""


_SURE = 0.8
"""How sure a rule is, at least, that goes by a block's own words."""
_PARAGRAPH = 60
"""Words from which on a paragraph is taken from the text only when the model is very sure."""
_ASKED = 4
"""Words of a block that the model is asked of."""


def review_blocks(
    page: Page, title: int | None, headline: str | None, columns: NDArray[np.float32]
) -> None:
    """Correct the roles of the rows of an HTML page where the model of blocks is sure.

    `columns` are those of `block_columns`, made when the rules had spoken.
    """
    model = model_named("block_model")
    asked = [
        index
        for index, row in enumerate(page.rows)
        if row.words >= _ASKED and (page.role(index) in _TEXT or page.role(index) in _BY_PLACE)
    ]
    signs = signs_of(page.rows, title, headline, asked)
    scores = model.likely(in_context(signs.own, model.lexical(signs.words), columns)[asked])
    if not (scores >= _KNOWN).any():
        return
    for index, score in zip(asked, map(float, scores), strict=True):
        row, label = page.rows[index], page.labels[index]
        if label is None:
            continue
        if label.role in ("body", "subhead"):
            careful = spoken(row.text) or (row.words >= _PARAGRAPH and row.ends and not row.link)
            if score < (_BLOCK_DROP_SPOKEN if careful else _BLOCK_DROP):
                page.replace(index, _no_text(row), f"{NO_TEXT} (block model)", 1 - score)
        elif (
            label.role in _BY_PLACE and score >= _least_of_block(label, row) and not is_pitch(row.text)
        ):
            page.replace(index, "body", "reads like the text (block model)", score)


def _least_of_block(label: Label, row: Row) -> float:
    """How likely text a block of another role must be to become text; over 1 where it never does: where
    its own words told the rule, or it is a link in capitals."""
    return 2.0 if label.score >= _SURE or (row.link and row.text.isupper()) else _BLOCK_KEEP


_TAGS = ("p", "li", "div", "blockquote", "td", "figcaption", "h1", "h2", "h3", "section", "article")
_REGIONS = (
    "comments", "related", "paywall", "promo", "ad", "byline", "bio", "date", "dek", "caption", "menu", "legal",
)  # fmt: skip


def block_columns(page: Page, blocks: Sequence[Block], chosen: Sequence[bool]) -> NDArray[np.float32]:
    """Return what the rules, the markup and the extractor say of each row of an HTML page."""
    import numpy as np

    out = np.zeros((len(blocks), len(_TAGS) + len(_REGIONS) + 2), dtype=np.float32)
    for index, block in enumerate(blocks):
        if block.tag in _TAGS:
            out[index, _TAGS.index(block.tag)] = 1.0
        if block.region in _REGIONS:
            out[index, len(_TAGS) + _REGIONS.index(block.region)] = 1.0
        out[index, -2] = block.links / max(1, len(block.text))
        out[index, -1] = float(chosen[index])
    return np.column_stack([ruled(page), out])
