"""Other coders of political events beside ours, on the same sentences.

    python tools/peers_events.py --gold FOLDER

Run here, in one go and on one file, the type of a given pair: our traits against a TF-IDF baseline
(words and pairs of words, the parties marked, the same linear machine), both in the same five folds.
Printed beside our coding of raw sentences are figures that were measured once elsewhere: PETRARCH2
and UniversalPetrarch cannot be installed from a package index, and their trees were converted for the
purpose, so they are lower bounds. Needs scikit-learn (the `dev` extra). The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import numpy as np
from evals import gold
from evals.tasks import events as coding
from evals.tasks.event_types import macro, quad
from tools.learn_event_types import crossed, folds, traits_of

from detente.knowledge.event_types import TYPES

ELSEWHERE = (
    ("PETRARCH2", "triple .306, dyad .490", "trees of spaCy converted: at most .37 with its own"),
    (
        "UniversalPetrarch",
        "triple .192, dyad .322",
        "trees of spaCy converted: at most .30 with its own",
    ),
)
"""Coder, micro F1 on the 322 sentences of PLOVER's gold standard, condition."""
OWN_SUITE = (
    "UniversalPetrarch on its own 243 records, as its README has it: precision .790, recall .681"
)
"""Figures that its authors published, on sentences and trees of their own."""


def baseline(marked: list[str], labels: list[str]) -> list[str]:
    """Return the type that TF-IDF and a linear machine give each row, in the folds of ours."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    texts = [
        re.sub(r"<t>.*?</t>", " targetparty ", re.sub(r"<s>.*?</s>", " sourceparty ", one))
        for one in marked
    ]
    given = np.empty(len(labels), dtype=object)
    for rows in folds(labels):
        rest = np.setdiff1d(np.arange(len(labels)), rows)
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
        learned = LinearSVC(class_weight="balanced", random_state=0)
        learned.fit(words.fit_transform([texts[i] for i in rest]), [labels[i] for i in rest])
        given[rows] = learned.predict(words.transform([texts[i] for i in rows]))
    return [str(one) for one in given]


def figures(wanted: list[str], given: list[str]) -> dict[str, float]:
    """Return accuracy, macro-F1 and the accuracy of quads."""
    pairs = list(zip(wanted, given, strict=True))
    return {
        "accuracy": round(sum(a == b for a, b in pairs) / len(pairs), 4),
        "macro_f1": round(macro(wanted, given), 4),
        "quad_accuracy": round(sum(quad(a) == quad(b) for a, b in pairs) / len(pairs), 4),
    }


def main() -> None:
    """Print both comparisons."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds events/")
    folder = parser.parse_args().gold / "events"
    result: dict[str, object] = {}
    pairs, sentences = folder / "plv-train.jsonl.xz", folder / "plover-gsr.jsonl.xz"
    if pairs.exists():
        rows = list(gold.rows([pairs]))
        labels = [row["label"] for row in rows]
        assert set(labels) <= set(TYPES)
        result["types"] = {
            "detente": figures(labels, crossed(traits_of(rows), labels)),
            "tf_idf": figures(labels, baseline([row["marked"] for row in rows], labels)),
        }
        print(f"type of a given pair, five folds of {len(rows)} rows")
        for name, found in dict(result["types"]).items():  # type: ignore[call-overload]
            print(f"  {name:<18} {found}")
    if sentences.exists():
        ours = coding.run([sentences])
        result["coding"] = {key: ours[key] for key in ("triple_f1", "dyad_f1", "type_f1")}
        print(f"from the raw sentence, {ours['n']} rows of PLOVER's gold standard (micro F1)")
        print(f"  {'detente':<18} {result['coding']}")
        for name, told, condition in ELSEWHERE:
            print(f"  {name:<18} {told}   lower bound, not run here: {condition}")
        print(f"  {OWN_SUITE}")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
