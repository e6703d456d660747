"""Words a second of names and coreference, against the parse of the same articles in the same run.

    python benchmarks/names_in_text.py [--articles PATH ...] [--rounds 5] [--json]

Every article is parsed first; then names and references are found in all parses. Both are timed in
turns in one process after one warm-up, so that a machine that slows down slows both.
Words are those of the clean text. Floor: ratio >= 1.05 (the parse does about 14,300 words a second on
one core of the machine
where the floor was set, so 15,000), and 60 MB for everything that knows names.

The last line is a JSON object: ratio, words_per_s, floor_words_per_s (of the parse), peak_mb, words,
rounds, and the memory that registry, gazetteer, automaton and model hold.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def peak_mb() -> float:
    """Return the most memory this process has held, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def measure(paths: list[str], rounds: int) -> dict[str, Any]:
    """Return medians over alternating rounds."""
    from detente.annotate import annotate_many
    from detente.extract.mentions import find_mentions
    from detente.knowledge.registry import registry
    from detente.read import body_view, find_inputs, read_path
    from detente.records import Article

    items = [item for path in find_inputs(paths) for item in read_path(path)]
    pairs = [(item, body_view(item)) for item in items if isinstance(item, Article)]
    words = sum(len(view.text.split()) for _, view in pairs)
    parses = list(annotate_many(pairs))
    before = peak_mb()
    known = registry()
    find_mentions(parses[0], known)
    held = round(peak_mb() - before, 1)
    speeds: list[tuple[float, float]] = []
    for _ in range(rounds):
        began = time.perf_counter()
        list(annotate_many(pairs))
        middle = time.perf_counter()
        for parse in parses:
            find_mentions(parse, known)
        speeds.append((words / (time.perf_counter() - middle), words / (middle - began)))
    return {
        "ratio": round(statistics.median(a / b for a, b in speeds), 3),
        "words_per_s": round(statistics.median(a for a, _ in speeds)),
        "floor_words_per_s": round(statistics.median(b for _, b in speeds)),
        "peak_mb": peak_mb(),
        "knowledge_mb": held,
        "words": words,
        "rounds": rounds,
    }


def main() -> None:
    """Print the comparison; the last line is JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", nargs="+", default=[str(ROOT / "examples" / "demo")])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = measure(options.articles, options.rounds)
    if not options.json:
        print(f"names and references: {result['ratio']} x the parse, {result['words_per_s']} words/s")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
