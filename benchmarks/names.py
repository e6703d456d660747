"""Microseconds of processor time to compare two names, against Jaro-Winkler and Levenshtein.

    python benchmarks/names.py [--rounds 5] [--json]

The pairs are those of the test table. Each round compares every pair once with empty caches and once
more; both are told, the first as `cold_us`. Floor: cold 50 microseconds a pair. Accuracy of a plain
comparison at its best threshold is told beside ours, so that speed is not bought with errors.

The last line is a JSON object: cold_us, warm_us, accuracy, pairs, and accuracy and microseconds of the
plain comparisons.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz.distance import JaroWinkler, Levenshtein

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.unit.knowledge.name_pairs import OTHER, SAME

from detente.knowledge import names

PAIRS = [(a, b, True) for _, a, b in SAME] + [(a, b, False) for _, a, b in OTHER]


def microseconds(compare: Callable[[str, str], object]) -> float:
    """Return the time of one comparison, on average over all pairs."""
    began = time.process_time()
    for left, right, _ in PAIRS:
        compare(left, right)
    return (time.process_time() - began) / len(PAIRS) * 1e6


def forget() -> None:
    """Empty the caches of names, not the tables of rules."""
    for cached in (names.fold_word, names._parts, names._sound):
        cached.cache_clear()


def best_accuracy(similar: Callable[[str, str], float]) -> float:
    """Return the accuracy of a similarity at the threshold that suits these pairs best."""
    scored = [(similar(a.lower(), b.lower()), same) for a, b, same in PAIRS]
    thresholds = {score for score, _ in scored}
    return max(
        sum((score >= threshold) == same for score, same in scored) / len(scored)
        for threshold in thresholds
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="print nothing but the JSON object")
    options = parser.parse_args()
    names.same_name("Ann Alpha", "Anna Alpha")
    cold, warm = [], []
    for _ in range(options.rounds):
        forget()
        cold.append(microseconds(names.same_name))
        warm.append(microseconds(names.same_name))
    right = sum(names.same_name(a, b) == same for a, b, same in PAIRS)
    found = {
        "pairs": len(PAIRS),
        "accuracy": round(right / len(PAIRS), 4),
        "cold_us": round(statistics.median(cold), 2),
        "warm_us": round(statistics.median(warm), 2),
        "jaro_winkler_accuracy": round(best_accuracy(JaroWinkler.similarity), 4),
        "levenshtein_accuracy": round(best_accuracy(Levenshtein.normalized_similarity), 4),
        "levenshtein_us": round(microseconds(Levenshtein.normalized_similarity), 2),
    }
    if not options.json:
        for name, value in found.items():
            print(f"{name:>22}  {value}")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
