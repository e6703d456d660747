"""Learn the weights of `detente.knowledge.stance` from sentences with two marked actors.

    python tools/learn_stance.py --gold FILE [FILE ...] [--check] [--out FOLDER]

Gold rows hold `text` (the sentence, both actors in square brackets), `p` and `q` (their words) and
`label`: 0 neutral, 1 p for q, 2 q for p, 3 p against q, 4 q against p. `--check` prints five-fold
figures and writes nothing. Needs scikit-learn (the `dev` extra).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from evals import gold
from scipy import sparse

from detente.annotate import annotate_many
from detente.document import Paragraph, Parse, View
from detente.extract.stance.traits import Line as Sentence
from detente.extract.stance.traits import Traits, traits
from detente.knowledge.stance import SLOTS, columns
from detente.records import Article, Line, make_id

_STRENGTH = 0.015
_WEIGHTS = {0: 1.0, 1: 2.0, 2: 4.0, 3: 1.5, 4: 3.0}
"""How much a row of each class counts; set by hand, since the rarer classes are few."""
Range = tuple[int, int]


def unmarked(text: str, p: str, q: str) -> tuple[str, Range, Range] | None:
    """Return a sentence without the brackets and the ranges of its actors; None where one is missing.

    >>> unmarked("[A] met [B]s.", "A", "B")
    ('A met Bs.', (0, 1), (6, 7))
    """
    start = text.find(f"[{p}]")
    again = text.find(f"[{q}]", start + len(p) + 2)
    if start < 0 or again < 0:
        return None
    end, last = start + len(p) + 2, again + len(q) + 2
    bare = text[:start] + p + text[end:again] + q + text[last:]
    return bare, (start, start + len(p)), (again - 2, again - 2 + len(q))


def traits_of(rows: Iterable[dict[str, Any]]) -> list[Traits]:
    """Return the traits of the marked pair of every row; none where its marks are broken."""
    sentences = [unmarked(row["text"], row["p"], row["q"]) for row in rows]
    parses = annotate_many(_pair(one[0] if one else "", n) for n, one in enumerate(sentences))
    return [
        _traits(parse, one[1], one[2]) if one else {}
        for parse, one in zip(parses, sentences, strict=True)
    ]


def _traits(parse: Parse, first: Range, second: Range) -> Traits:
    one, other = _tokens(parse, first), _tokens(parse, second)
    other = [i for i in other if i not in one]
    return traits(Sentence(parse.doc), one, other) if one and other else {}


def matrix(found: Sequence[Traits]) -> sparse.csr_matrix:
    """Return traits as rows of hashed columns, as the product weighs them."""
    places: list[int] = []
    values: list[float] = []
    ends = [0]
    for one in found:
        where, what = columns(one)
        places.extend(where)
        values.extend(what)
        ends.append(len(places))
    return sparse.csr_matrix((values, places, ends), shape=(len(found), SLOTS))


def fit(found: sparse.csr_matrix, labels: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """Return weights (classes by columns) and offsets of a linear one-against-rest machine."""
    from sklearn.svm import LinearSVC

    learned = LinearSVC(C=_STRENGTH, class_weight=_WEIGHTS, random_state=0)
    learned.fit(found, labels)
    return learned.coef_.astype(np.float32), learned.intercept_.astype(np.float32)


def crossed(found: Sequence[Traits], labels: Sequence[int], number: int = 5) -> list[int]:
    """Return the class that each row gets from a model that has not seen it."""
    whole, given = matrix(found), np.empty(len(labels), dtype=int)
    order = np.lexsort((np.arange(len(labels)), labels))
    for fold in range(number):
        rows = np.sort(order[fold::number])
        rest = np.setdiff1d(order, rows)
        weights, offsets = fit(whole[rest], [labels[i] for i in rest])
        given[rows] = np.asarray(whole[rows] @ weights.T + offsets).argmax(1)
    return [int(one) for one in given]


def pack(weights: np.ndarray, offsets: np.ndarray, learned_from: str) -> dict[str, np.ndarray]:
    """Return what is written: weights as bytes with one scale a class."""
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


def _tokens(parse: Parse, span: Range) -> list[int]:
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
    labels = [int(row["label"]) for row in rows]
    found = traits_of(rows)
    if options.check:
        right = sum(a == b for a, b in zip(crossed(found, labels), labels, strict=True))
        print(f"accuracy {right / len(labels):.4f} of {len(labels)}")
        return
    packed = pack(*fit(matrix(found), labels), gold.sha256(options.gold))
    np.savez_compressed(options.out / "stance_model.npz", **packed)  # type: ignore[arg-type]
    print(f"{len(labels)} sentences, {SLOTS} columns")


if __name__ == "__main__":
    main()
