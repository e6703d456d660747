"""Learn the weights of `detente.knowledge.event_types` from sentences with two marked parties.

    python tools/learn_event_types.py --gold FILE [FILE ...] [--check] [--out FOLDER]

Gold rows hold `marked` (the sentence with <s>source</s> and <t>target</t>) and `label`, one of fifteen
types (CONCEDE and RETREAT are one, YIELD). `--check` prints five-fold accuracy, writes nothing. Needs
scikit-learn (the `dev` extra). Short sentences written for the manual's categories were tried as more
to learn from, at full and at a fifth of the weight, and did not help; they serve as a test instead.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from evals import gold
from scipy import sparse

from detente.annotate import annotate_many
from detente.document import Paragraph, Parse, View
from detente.extract.events.traits import Traits, traits
from detente.knowledge.event_types import SLOTS, TYPES, slot
from detente.records import Article, Line, make_id

_STRENGTH = 0.05
"""The C of the support vector machine; .02 to .1 give the same figures."""


def unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return a sentence without its marks, and the ranges of its source (s) and target (t).

    >>> unmarked("<s>A</s> met <t>B</t>.")
    ('A met B.', {'s': (0, 1), 't': (6, 7)})
    """
    text, spans, opened = "", {}, 0
    for part in re.split(r"(</?[st]>)", marked):
        if part in ("<s>", "<t>"):
            opened = len(text)
        elif part in ("</s>", "</t>"):
            spans.setdefault(part[2], (opened, len(text)))
        else:
            text += part
    return text, spans


def traits_of(rows: Iterable[dict[str, Any]]) -> list[Traits]:
    """Return the traits of the marked pair of every row."""
    sentences = [unmarked(row["marked"]) for row in rows]
    parses = annotate_many(_pair(text, n) for n, (text, _) in enumerate(sentences))
    return [
        traits(parse.doc, _tokens(parse, spans.get("s")), _tokens(parse, spans.get("t")))
        for parse, (_, spans) in zip(parses, sentences, strict=True)
    ]


def matrix(found: Sequence[Traits]) -> sparse.csr_matrix:
    """Return traits as rows of hashed columns, as the product weighs them."""
    rows, columns, values = [], [], []
    for row, one in enumerate(found):
        for name, strength in one.items():
            column, sign = slot(name)
            rows.append(row)
            columns.append(column)
            values.append(sign * strength)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(found), SLOTS))


def fit(found: sparse.csr_matrix, labels: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return weights (types by columns) and offsets of a linear one-against-rest machine."""
    from sklearn.svm import LinearSVC

    learned = LinearSVC(C=_STRENGTH, class_weight="balanced", random_state=0)
    learned.fit(found, [TYPES.index(label) for label in labels])
    return learned.coef_.astype(np.float32), learned.intercept_.astype(np.float32)


def folds(labels: Sequence[str], number: int = 5) -> list[np.ndarray]:
    """Return the rows of each fold: every type dealt out in turn, the same in every run."""
    dealt: list[list[int]] = [[] for _ in range(number)]
    order = sorted(
        range(len(labels)), key=lambda i: (labels[i], hashlib.blake2b(str(i).encode()).digest())
    )
    for place, row in enumerate(order):
        dealt[place % number].append(row)
    return [np.array(rows) for rows in dealt]


def crossed(found: Sequence[Traits], labels: Sequence[str]) -> list[str]:
    """Return the type that each row gets from a model that has not seen it."""
    whole = matrix(found)
    given = np.empty(len(labels), dtype=int)
    for rows in folds(labels):
        rest = np.setdiff1d(np.arange(len(labels)), rows)
        weights, offsets = fit(whole[rest], [labels[i] for i in rest])
        given[rows] = np.asarray(whole[rows] @ weights.T + offsets).argmax(1)
    return [TYPES[i] for i in given]


def pack(weights: np.ndarray, offsets: np.ndarray, learned_from: str) -> dict[str, np.ndarray]:
    """Return what is written: weights as bytes with one scale a type."""
    scale = np.abs(weights).max(1) / 127
    return {
        "weights": np.round(weights / scale[:, None]).astype(np.int8),
        "scale": scale.astype(np.float32),
        "offsets": offsets,
        "learned_from": np.array(learned_from),
    }


def _pair(text: str, number: int) -> tuple[Article, View]:
    line = Line(0, len(text), "body", "gold")
    article = Article(make_id("article", text, number), text, "gold", "text", "utf-8", (line,))
    return article, View(text, ((0, 0, len(text)),), (Paragraph(0, len(text), "body"),))


def _tokens(parse: Parse, span: tuple[int, int] | None) -> list[int]:
    if span is None:
        return []
    start, end = span
    return [t.i for t in parse.doc if t.idx < end and t.idx + len(t) > start and not t.is_space]


def main() -> None:
    """Learn, or check by five folds."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gold", nargs="+", type=Path, required=True)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("src/detente/knowledge/data"))
    options = parser.parse_args()
    rows = list(gold.rows(options.gold))
    labels = [row["label"] for row in rows]
    found = traits_of(rows)
    if options.check:
        given = crossed(found, labels)
        right = sum(a == b for a, b in zip(given, labels, strict=True))
        print(f"accuracy {right / len(labels):.4f} of {len(labels)}")
        return
    weights, offsets = fit(matrix(found), labels)
    packed = pack(weights, offsets, gold.sha256(options.gold))
    np.savez_compressed(options.out / "event_types.npz", **packed)  # type: ignore[arg-type]
    print(f"{len(labels)} sentences, {SLOTS} columns, {len(TYPES)} types")


if __name__ == "__main__":
    main()
