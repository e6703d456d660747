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
from detente.knowledge.stance_columns import SLOTS, columns, joined, seen_from, turned, vectors
from detente.records import Article, Line, make_id

_STRENGTH = 0.015
_WEIGHTS = {0: 1.0, 1: 2.0, 2: 4.0, 3: 1.5, 4: 3.0}
"""How much a row of each class counts; set by hand, since the rarer classes are few."""
_ROLE_STRENGTH = 0.02
_ROLE_WEIGHTS = {0: 1.0, 1: 2.5, 2: 2.0}
"""The same for the model that asks of one actor: nothing, for, against."""
_LEAD = 1.4
"""The lead from which on the product makes a row."""
_GATE_STRENGTH, _GATE_LEAST = 0.2, -0.1
"""How few words the gate keeps, and the least sum that passes it, set by reading what it lost."""
Range = tuple[int, int]
Model = dict[str, tuple[np.ndarray, np.ndarray]]
"""Weights and offsets of the two models."""


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


def fit(whole: Sequence[sparse.csr_matrix], labels: Sequence[int]) -> Model:
    """Return both models: weights (classes by columns) and offsets of linear machines.

    `whole` are the rows as they stand, as the first actor sees them, and as the second does.
    """
    from sklearn.svm import LinearSVC

    own = LinearSVC(C=_STRENGTH, class_weight=_WEIGHTS, random_state=0).fit(whole[0], labels)
    given = np.array(labels)
    of_first = np.select([given == 1, given == 3], [1, 2])
    of_second = np.select([given == 2, given == 4], [1, 2])
    role = LinearSVC(C=_ROLE_STRENGTH, class_weight=_ROLE_WEIGHTS, random_state=0)
    role.fit(sparse.vstack(whole[1:]), np.concatenate([of_first, of_second]))
    return {
        "": (own.coef_.astype(np.float32), own.intercept_.astype(np.float32)),
        "role_": (role.coef_.astype(np.float32), role.intercept_.astype(np.float32)),
    }


def seen(found: Sequence[Traits]) -> list[sparse.csr_matrix]:
    """Return the rows as they stand, as the first actor sees them and as the second does."""
    meant = np.stack([vectors(one) for one in found])
    sides = [found, [seen_from(one, True) for one in found], [seen_from(one, False) for one in found]]
    dense = [meant, meant, turned(meant)]
    return [
        sparse.hstack([matrix(s), sparse.csr_matrix(d)]).tocsr()
        for s, d in zip(sides, dense, strict=True)
    ]


def given_by(model: Model, whole: Sequence[sparse.csr_matrix]) -> np.ndarray:
    """Return the scores of the five classes, a row a pair."""
    own, first, second = (
        np.asarray(rows @ model[name][0].T + model[name][1])
        for name, rows in zip(("", "role_", "role_"), whole, strict=True)
    )
    return joined(own, first, second)


def crossed(found: Sequence[Traits], labels: Sequence[int], number: int = 5) -> list[int]:
    """Return the class that each row gets from a model that has not seen it."""
    whole, given = seen(found), np.empty(len(labels), dtype=int)
    order = np.lexsort((np.arange(len(labels)), labels))
    for fold in range(number):
        rows = np.sort(order[fold::number])
        rest = np.setdiff1d(order, rows)
        model = fit([one[rest] for one in whole], [labels[i] for i in rest])
        given[rows] = given_by(model, [one[rows] for one in whole]).argmax(1)
    return [int(one) for one in given]


def gate(found: Sequence[Traits], scores: np.ndarray) -> dict[str, np.ndarray]:
    """Return the words that tell the rows which the models call a stance with a clear lead.

    A sentence whose words sum to no more than the least is not looked at.
    """
    from sklearn.linear_model import LogisticRegression

    order = np.sort(scores, axis=1)
    clear = (scores.argmax(1) != 0) & (order[:, -1] - order[:, -2] >= _LEAD)
    words = sorted({name[2:] for one in found for name in one if name.startswith("w=")})
    at = {word: i for i, word in enumerate(words)}
    places = [[at[name[2:]] for name in one if name.startswith("w=")] for one in found]
    ends = np.cumsum([0] + [len(one) for one in places]).astype(np.int32)
    rows = sparse.csr_matrix(
        (np.ones(ends[-1]), np.concatenate(places).astype(np.int32), ends),
        shape=(len(found), len(words)),
    )
    learned = LogisticRegression(C=_GATE_STRENGTH, l1_ratio=1.0, solver="liblinear", random_state=0)
    learned.fit(rows, clear)
    kept = np.flatnonzero(learned.coef_[0])
    sums = np.asarray(rows[:, kept] @ learned.coef_[0][kept])
    passed = sums > _GATE_LEAST
    print(
        f"gate: {len(kept)} words; passes {passed.mean():.3f}, of clear ones {passed[clear].mean():.3f}"
    )
    return {
        "gate_words": np.frombuffer("\n".join(words[i] for i in kept).encode(), dtype=np.uint8),
        "gate": learned.coef_[0][kept].astype(np.float32),
        "gate_least": np.float32(_GATE_LEAST),
    }


def pack(model: Model, learned_from: str) -> dict[str, np.ndarray]:
    """Return what is written: weights as bytes with one scale a class."""
    packed = {"learned_from": np.array(learned_from)}
    for name, (weights, offsets) in model.items():
        scale = np.abs(weights).max(1) / 127
        packed[name + "weights"] = np.round(weights / scale[:, None]).astype(np.int8)
        packed[name + "scale"] = scale.astype(np.float32)
        packed[name + "offsets"] = offsets
    return packed


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
    whole = seen(found)
    model = fit(whole, labels)
    packed = pack(model, gold.sha256(options.gold)) | gate(found, given_by(model, whole))
    np.savez_compressed(options.out / "stance_model.npz", **packed)  # type: ignore[arg-type]
    print(f"{len(labels)} sentences, {SLOTS} columns")


if __name__ == "__main__":
    main()
