"""Learn how likely two mentions of events are one, on gold mentions of ECB+ (its training part).

    uv run python tools/learn_event_pairs.py --mentions TRAIN --documents DOCS --out FOREST [--folds]

Pairs are those within a subtopic, of all its reports and of a few of them drawn at random, for stories
are as a rule smaller than subtopics. `--folds` prints CoNLL F1 by threshold, each fifth of the topics
scored by a forest of the others; nothing but the training part is looked at.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from evals import gold
from evals.metrics.chains import conll
from evals.tasks.coref import mention, text
from sklearn.ensemble import HistGradientBoostingClassifier

from detente.knowledge import event_pairs
from detente.link import coreference
from detente.link.event_mentions import FEATURES, EventMention, features, setting_of

FOLDS, DRAWN_BY, FEWEST, MOST = 5, 3, 2, 5
MODEL = {"max_iter": 150, "learning_rate": 0.08, "l2_regularization": 2, "max_leaf_nodes": 15,
         "min_samples_leaf": 60, "random_state": 0}  # fmt: skip
Group = Sequence[tuple[EventMention, str]]


def main() -> None:
    """Learn the forest, write it, and print what it is made of."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("mentions", "documents", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--folds", action="store_true")
    asked = parser.parse_args()
    docs = {row["id"]: row for row in gold.rows([asked.documents])}
    texts = {key: text(row) for key, row in docs.items()}
    groups: defaultdict[str, list[tuple[EventMention, str]]] = defaultdict(list)
    for number, row in enumerate(gold.rows([asked.mentions])):
        doc = docs[row["doc_id"]]
        one = mention(str(number), row, doc["sentences"])
        groups[doc["subtopic"]].append((one, row["coref_chain"]))
    drawn = random.Random(DRAWN_BY)
    topic = {name: name.removesuffix("plus") for name in groups}
    tables = {name: table(group, texts) for name, group in sorted(groups.items())}
    small = {name: table(few(group, drawn), texts) for name, group in sorted(groups.items())}
    if asked.folds:
        folds(groups, topic, tables, small)
    forest = fitted([*tables.values(), *small.values()])
    np.savez_compressed(asked.out, **forest)
    print(len(FEATURES), "features;", len(forest["roots"]), "trees;", len(forest["value"]), "nodes")


def table(group: Group, texts: dict[str, str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the features of all pairs of a group and whether they are one."""
    setting = setting_of([one for one, _ in group], texts)
    pairs = [(i, j) for i in range(len(group)) for j in range(i)]
    shared = [features(group[i][0], group[j][0], setting) for i, j in pairs]
    answers = [group[i][1] == group[j][1] for i, j in pairs]
    return np.array(shared).reshape(-1, len(FEATURES)), np.array(answers, bool)


def few(group: Group, drawn: random.Random) -> Group:
    """Return the mentions of a few reports of a group."""
    reports = sorted({one.article for one, _ in group})
    kept = set(drawn.sample(reports, min(len(reports), drawn.randint(FEWEST, MOST))))
    return [item for item in group if item[0].article in kept]


def fitted(tables: Sequence[tuple[np.ndarray, np.ndarray]]) -> dict[str, np.ndarray]:
    """Return a forest as arrays: of each node its feature (-1 in a leaf), limit, branches and value."""
    shared = np.concatenate([rows for rows, _ in tables])
    answers = np.concatenate([answers for _, answers in tables])
    model = HistGradientBoostingClassifier(**MODEL).fit(shared, answers)
    trees = [tree[0].nodes for tree in model._predictors]
    roots = np.cumsum([0, *(len(nodes) for nodes in trees[:-1])])
    nodes = np.concatenate(trees)
    offset = np.repeat(roots, [len(tree) for tree in trees])
    return {
        "roots": roots.astype(np.int32),
        "feature": np.where(nodes["is_leaf"], -1, nodes["feature_idx"]).astype(np.int16),
        "limit": nodes["num_threshold"].astype(np.float64),
        "left": (nodes["left"] + offset).astype(np.int32),
        "right": (nodes["right"] + offset).astype(np.int32),
        "value": nodes["value"].astype(np.float32),
        "base": np.array(float(np.ravel(model._baseline_prediction)[0])),
    }


def folds(groups: dict[str, list[tuple[EventMention, str]]], topic: dict[str, str],
          tables: dict[str, tuple[np.ndarray, np.ndarray]],
          small: dict[str, tuple[np.ndarray, np.ndarray]]) -> None:  # fmt: skip
    """Print CoNLL F1 of all topics by the least chance with which mentions are joined."""
    part = {name: at % FOLDS for at, name in enumerate(sorted(set(topic.values())))}
    squares: dict[str, np.ndarray] = {}
    for fold in range(FOLDS):
        others = [
            some[name] for some in (tables, small) for name in groups if part[topic[name]] != fold
        ]
        forest = fitted(others)
        for name in (name for name in groups if part[topic[name]] == fold):
            size = len(groups[name])
            square = np.eye(size)
            below = np.array([(i, j) for i in range(size) for j in range(i)]).reshape(-1, 2).T
            square[below[0], below[1]] = event_pairs.walked(forest, tables[name][0])
            squares[name] = np.maximum(square, square.T)
    wanted = {one.id: chain for group in groups.values() for one, chain in group}
    for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55):
        coreference.JOINS = least
        found = {
            groups[name][at][0].id: f"{name}/{some[0]}"
            for name, square in squares.items() for some in coreference.joined(square) for at in some
        }  # fmt: skip
        print("join", least, conll(wanted, found), flush=True)


if __name__ == "__main__":
    main()
