"""Dates, meetings and events of an article against its parse: what share of the parse's time they take.

    python benchmarks/events.py [--articles PATH ...] [--rounds 5] [--json]

Both are measured in one process on the same articles, taking turns, in seconds of processor time, so
that a busy machine slows both alike; the figures are medians. The floor is the parse: spaCy's small
model with tags and dependencies, as `detente.annotate` runs it. Dates and meetings together are to
take at most 0.15 of it, with the events 0.25.

The last line is a JSON object: ratio (floor time by own time: how many times faster than the parse),
share_of_parse, words_per_s of the three, floor_words_per_s of the parse, peak_mb, and the milliseconds
for 800 tokens of each.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from detente.annotate import annotate_many
from detente.extract.dates import find_dates
from detente.extract.events import find_events
from detente.extract.meetings import find_meetings
from detente.extract.mentions import find_mentions
from detente.extract.statements import find_statements
from detente.knowledge.registry import registry
from detente.read import body_view, find_inputs, read_path
from detente.records import Article

ROOT = Path(__file__).resolve().parent.parent


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that a piece of work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def measure(paths: list[str], rounds: int) -> dict[str, Any]:
    """Return the figures over all articles below the paths."""
    articles = [
        item for path in find_inputs(paths) for item in read_path(path) if isinstance(item, Article)
    ]
    pairs = [(item, body_view(item)) for item in articles if item.language in (None, "en")]
    parses = list(annotate_many(pairs))
    made, met = [], []
    for parse in parses:
        cast, dated = find_mentions(parse, registry()), find_dates(parse)
        said = find_statements(parse, cast, dated)
        made.append((parse, cast, dated, said))
        met.append((parse, cast, dated, said, find_meetings(parse, cast, dated, said)))
    tokens = sum(len(parse.doc) for parse in parses)
    words = sum(len(view.text.split()) for _, view in pairs)
    times: dict[str, list[float]] = {"parse": [], "dates": [], "meetings": [], "events": []}
    for _ in range(rounds):
        times["parse"].append(seconds(lambda: list(annotate_many(pairs))))
        times["dates"].append(seconds(lambda: [find_dates(parse) for parse in parses]))
        times["meetings"].append(seconds(lambda: [find_meetings(*one) for one in made]))
        times["events"].append(seconds(lambda: [find_events(*one) for one in met]))
    middle = {name: statistics.median(found) for name, found in times.items()}
    own = middle["dates"] + middle["meetings"] + middle["events"]
    return {
        "ratio": round(middle["parse"] / own, 2),
        "share_of_parse": round(own / middle["parse"], 3),
        "words_per_s": round(words / own),
        "floor_words_per_s": round(words / middle["parse"]),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "ms_per_800_tokens": {
            name: round(found * 1000 * 800 / tokens, 2) for name, found in middle.items()
        },
        "words": words,
        "rounds": rounds,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", nargs="+", default=[str(ROOT / "examples" / "demo")])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = measure(asked.articles, asked.rounds)
    if not asked.json:
        for name, value in found.items():
            print(f"{name:>18}  {value}")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
