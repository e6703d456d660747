"""Learn the weights by which an article fits a story, and sweep the thresholds, on gold streams.

    uv run python tools/learn_stories.py --headlines UCI --documents ECB [--sweep]

Headlines are learned on the first half of the file, documents on every second topic; figures are of the
other part. The weights printed are copied into `link/stories/scoring.py` by hand: there are twelve.
Those by which a story falls apart, learned on true stories and pairs made one, go into `parting.py`.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from evals import gold
from evals.tasks import stories as task
from sklearn.linear_model import LogisticRegression

from detente.link.stories import Telling, index, parting, scoring
from detente.link.stories.scoring import Centroid, likenesses

SAMPLES, SAMPLED_BY = 8, 1
"""Samples of each story and pair from which is learned how a story falls apart."""
Labelled = Sequence[tuple[Telling, str]]


def main() -> None:
    """Learn both, print weights and figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--headlines", type=Path, required=True)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--sweep", action="store_true")
    asked = parser.parse_args()
    for brief, (learned, held) in {
        True: headlines(asked.headlines), False: documents(asked.documents)
    }.items():  # fmt: skip
        weights, base = fitted(learned)
        print("BRIEF" if brief else "WHOLE", tuple(round(w, 2) for w in weights), round(base, 2))
        setattr(scoring, "BRIEF" if brief else "WHOLE", weights)
        setattr(scoring, "BRIEF_BASE" if brief else "WHOLE_BASE", base)
        if not brief:
            weights, base = parting_weights(learned)
            print("PARTS", tuple(round(w, 2) for w in weights), round(base, 2))
            parting.WEIGHTS, parting.BASE = weights, base  # type: ignore[assignment, misc]
        if asked.sweep:
            for least in (-2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5):
                for merges in (0.0, 0.5, 1.0, 1.5, 9.0):
                    index.JOINS[brief] = least
                    index.MERGES[brief] = merges
                    shown = [
                        (round(float(str(f["bcubed_f1"])), 3), f["stories"], f["stories_gold"])
                        for f in map(task.figures, (learned, held))
                    ]
                    print(
                        f"  join {least} merge +{merges}: learned on {shown[0]}, held out {shown[1]}",
                        flush=True,
                    )


def headlines(path: Path) -> tuple[Labelled, Labelled]:
    """Return the halves of a stream of headlines."""
    rows = sorted(gold.rows([path]), key=lambda row: int(row["TIMESTAMP"]))
    told = [(task.headline(row), row["STORY"]) for row in rows]
    return told[: len(told) // 2], told[len(told) // 2 :]


def documents(path: Path) -> tuple[Labelled, Labelled]:
    """Return the documents of every second topic, and the others, in an order drawn once."""
    rows = list(gold.rows([path]))
    random.Random(task.SHUFFLED_BY).shuffle(rows)
    told = [((task.document(row), row["subtopic"]), int(row["topic"]) % 2) for row in rows]
    return [one for one, odd in told if odd], [one for one, odd in told if not odd]


def fitted(told: Labelled) -> tuple[tuple[float, ...], float]:
    """Return weights and base of the regression: does an article tell a story it shares terms with?"""
    stories: dict[str, Centroid] = {}
    holders: defaultdict[str, set[str]] = defaultdict(set)
    examples, answers = [], []
    for one, true in told:
        heavy = list(one.words)[: index.LOOKED_UP[one.brief]]
        for story in sorted(set().union(*(holders[term] for term in heavy))):
            examples.append(likenesses(one, stories[story]))
            answers.append(story == true)
        stories.setdefault(true, Centroid()).add(one)
        for term in heavy:
            holders[term].add(true)
    model = LogisticRegression(C=10, max_iter=1000).fit(np.array(examples), answers)
    return tuple(map(float, model.coef_[0])), float(model.intercept_[0])


def parting_weights(learned: Labelled) -> tuple[tuple[float, ...], float]:
    """Return weights and base of the regression: are some reports of one story, or of two of a topic?

    Whole stories and samples of them are one; samples of two stories of one topic are two.
    """
    stories: defaultdict[str, list[Telling]] = defaultdict(list)
    for told, story in learned:
        stories[story].append(told)
    drawn, examples, answers = random.Random(SAMPLED_BY), [], []
    for story, others in ((key, f"{key}plus") for key in sorted(stories) if f"{key}plus" in stories):
        one, other = stories[story], stories[others]
        for _ in range(SAMPLES):
            several = [
                (drawn.sample(some, drawn.randint((len(some) + 1) // 2, len(some))), False)
                for some in (one, other)
            ]
            pair = [*drawn.sample(one, drawn.randint(2, len(one))),
                    *drawn.sample(other, drawn.randint(2, len(other)))]  # fmt: skip
            for told, two in (*several, (pair, True)):
                looked = parting.sides(told) if len(told) >= parting.FEWEST else None
                if looked:
                    examples.append(looked[1])
                    answers.append(two)
    model = LogisticRegression(C=3, max_iter=2000).fit(np.array(examples), answers)
    return tuple(map(float, model.coef_[0])), float(model.intercept_[0])


if __name__ == "__main__":
    main()
