"""What statements cost beyond the parse, and that hard texts cost no more than their length.

    python benchmarks/statements.py [--articles PATH ...] [--rounds 5] [--json]

Cost: CPU seconds of the statements of all articles, over those of their parse, in turns in one process,
so that a machine that slows down slows both; the median of the rounds. From it the cost of an article
of 700 words on a machine that parses 14,300 words a second (`ms_per_700_words`; to reach: 5).

Growth: texts that break other tools (an odd number of marks, marks alone, one endless paragraph, text
from right to left) in two sizes, the second four times the first. `growth` is the largest ratio of
their times over four: about 1 is linear, 4 is quadratic. The parse is not counted.

The last line is a JSON object.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from detente.annotate import annotate, annotate_many
from detente.document import Parse
from detente.extract.dates import find_dates
from detente.extract.mentions import find_mentions
from detente.extract.statements import find_statements
from detente.knowledge.registry import registry
from detente.read import body_view, find_inputs, read_path, read_text
from detente.records import Article

ROOT = Path(__file__).resolve().parent.parent
NOMINAL = 14_300
"""Words a second of the parse on an idle core of the machine that the target was set on."""
SENTENCE = 'Anna Berg said that the road was open, and "we shall see," she added. '
HARD: dict[str, Callable[[int], str]] = {
    "odd marks": lambda size: SENTENCE * (size // len(SENTENCE)) + '"Then',
    "only marks": lambda size: "Berg " + '" ' * (size // 40),
    "one paragraph": lambda size: SENTENCE * (size // len(SENTENCE)),
    "one sentence": lambda size: "said Berg, " * (size // 11),
    "right to left": lambda size: "אמר ברג “הדרך פתוחה” ביום שלישי. " * (size // 33),
}
SMALL, LARGE = 20_000, 80_000


def measure(paths: list[str], rounds: int) -> dict[str, Any]:
    """Return the ratio of statements to parse, its cost at the nominal speed, and the growth."""
    items = (item for path in find_inputs(paths) for item in read_path(path))
    pairs = [(item, body_view(item)) for item in items if isinstance(item, Article)]
    words = sum(len(view.text.split()) for _, view in pairs)
    find_all(list(annotate_many(pairs[:1])))
    ratios = []
    for _ in range(rounds):
        began = time.process_time()
        parses = list(annotate_many(pairs))
        parsed = time.process_time() - began
        ratios.append(find_all(parses) / parsed)
    ratio = statistics.median(ratios)
    return {
        "ratio": round(ratio, 4),
        "ms_per_700_words": round(1000 * ratio * 700 / NOMINAL, 2),
        "articles": len(pairs),
        "words": words,
        "growth": {name: round(growth(make), 2) for name, make in HARD.items()},
    }


def find_all(parses: list[Parse]) -> float:
    """Return the CPU seconds of finding the statements of parsed articles."""
    ready = [(parse, find_mentions(parse, registry()), find_dates(parse)) for parse in parses]
    began = time.process_time()
    for parse, cast, dated in ready:
        find_statements(parse, cast, dated)
    return time.process_time() - began


def growth(make: Callable[[int], str]) -> float:
    """Return how much longer a text four times as long takes, over four."""
    times = []
    for size in (SMALL, LARGE):
        article = read_text(make(size))
        parse = annotate(article, body_view(article))
        times.append(min(find_all([parse]) for _ in range(3)))
    return times[1] / max(times[0], 1e-3) / (LARGE / SMALL)


def main() -> None:
    """Print the measurement; the last line is JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", nargs="+", default=[str(ROOT / "examples" / "demo")])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = measure(options.articles, options.rounds)
    if not options.json:
        share, cost = result["ratio"], result["ms_per_700_words"]
        print(f"statements cost {share:.1%} of the parse, {cost} ms an article of 700 words")
        print("growth:", *(f"{name} {value}" for name, value in result["growth"].items()), sep="\n  ")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
