"""Learn the weights by which two sentences of two reports are laid beside each other as a difference.

    uv run python tools/learn_differences.py evals/gold/pairs_training/pairs.tsv [--write]

Pairs that conflict are examples, those that agree or can both hold are none, and so are chance pairs of
sentences from two of them. Pairs that tell of then and later teach nothing: they differ as conflicts
do.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from evals.tasks.pairs import CONFLICT, article
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from detente.link.disagreement.telling import sentences_told
from detente.link.disagreement.weighing import FEATURES, Facing, facing, features, sits
from detente.pipeline import extract_all
from detente.records import Extraction

DATA = Path(__file__).parents[1] / "src" / "detente" / "knowledge" / "data"
PRINTED = date(2009, 3, 8)
CHANCE = 300
SPOKEN = 0.6
SAID = (", a delegate said.", ", an official said.", ", the ministry said.", ", said mayor Ona Brask.",
        ", according to a diplomat.", ", said the teacher Ilo Marend.")  # fmt: skip
"""Put after reports without a speaker, so that who speaks tells nothing of whether they agree."""
SEED = 3


def main() -> None:
    """Learn, print weights and figures of a tenfold cross-validation, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    examples, answers = [], []
    for left, right, answer in labelled(asked.pairs):
        found = features(left, right)
        if sits(found):
            examples.append([found[name] for name in FEATURES])
            answers.append(answer)
    table, wanted = np.array(examples), np.array(answers)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.05, max_iter=3000))
    chances = cross_val_predict(model, table, wanted, cv=10, method="predict_proba")[:, 1]
    for least in (0.5, 0.6, 0.7, 0.8):
        flagged = chances >= least
        print(f"{least}: precision {wanted[flagged].mean():.3f}, recall {flagged[wanted].mean():.3f}")
    model.fit(table, wanted)
    scaler, learned = model[0], model[1]
    for name, weight in sorted(
        zip(FEATURES, learned.coef_[0], strict=True), key=lambda one: -abs(one[1])
    ):
        print(f"  {name:14} {weight:+.2f}")
    if asked.write:
        np.savez_compressed(
            DATA / "difference_model.npz",
            mean=scaler.mean_,
            scale=scaler.scale_,
            weights=learned.coef_[0],
            base=learned.intercept_[0],
        )


def labelled(path: Path) -> Iterator[tuple[Facing, Facing, bool]]:
    """Yield pairs of sentences and whether they conflict."""
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    pages = []
    chance = random.Random(SEED)
    for number, row in enumerate(rows):
        later = PRINTED + timedelta(days=int(row["days"]))
        for side, day in (("left", PRINTED), ("right", later)):
            text = row[side]
            if "said" not in text and "according" not in text and chance.random() < SPOKEN:
                text = text.removesuffix(".") + chance.choice(SAID)
            told = {"text": text, "outlet": f"{side} gazette", "published": day.isoformat()}
            pages.append(article(told, f"{number}/{side}"))
    read = {one.article.id: one for one in extract_all(pages)}
    sides = [ready(read[page.id]) for page in pages]
    for row, lefts, rights in zip(rows, sides[::2], sides[1::2], strict=True):
        if row["label"] != "changed":
            for left in lefts:
                for right in rights:
                    yield left, right, row["label"] in CONFLICT
    for _ in range(CHANCE):
        one, other = chance.sample(range(len(rows)), 2)
        yield sides[2 * one][0], sides[2 * other + 1][0], False


def ready(one: Extraction) -> list[Facing]:
    """Return the sentences of an article made ready."""
    return [facing(told, one.statements) for told in sentences_told(one, one.article.id)]


if __name__ == "__main__":
    main()
