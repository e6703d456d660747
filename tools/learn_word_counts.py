"""Count in how many news articles each term is used, and write the table that `rarity` reads.

    uv run python tools/learn_word_counts.py GOLD_FOLDER [--write]

Counted are the bodies of `quotes/polnear-train`, `intake/wcxb-dev`, `intake/naeb-a` and every third
article of the `stories/t17-*` topics. Kept are counts by hash of the term, never a word or a sentence.
"""

from __future__ import annotations

import argparse
from array import array
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import numpy as np
from evals import gold

from detente.knowledge.word_counts import step_of
from detente.link.stories.words import names, terms

DATA = Path(__file__).parents[1] / "src" / "detente" / "knowledge" / "data"
BUCKETS = 1 << 16
SEEN_AGAIN = 2
EVERY = 3
TEXT_FIELDS = {
    "quotes/polnear-train": "text",
    "intake/wcxb-dev": "main_content",
    "intake/naeb-a": "text",
}


def main() -> None:
    """Count, say how many, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    counted: Counter[str] = Counter()
    articles = 0
    for text in texts(asked.gold):
        articles += 1
        counted.update({*terms(text), *names(text)})
    buckets = [0] * BUCKETS
    for term, count in counted.items():
        if count >= SEEN_AGAIN:
            buckets[crc32(term.encode("utf-8", "surrogatepass")) & (BUCKETS - 1)] += count
    print(f"{articles} articles, {len(counted)} terms, {sum(map(bool, buckets))} buckets in use")
    if asked.write:
        steps = np.frombuffer(array("B", map(step_of, buckets)), dtype=np.uint8)
        np.savez_compressed(DATA / "word_counts.npz", articles=np.int64(articles), steps=steps)


def texts(folder: Path) -> Iterator[str]:
    """Yield the texts that are counted."""
    for name, field in TEXT_FIELDS.items():
        for row in gold.rows([folder / f"{name}.jsonl.xz"]):
            yield row.get(field) or ""
    for path in sorted((folder / "stories").glob("t17-*.jsonl.xz")):
        told = [row for row in gold.rows([path]) if row["kind"] == "article"]
        for row in told[::EVERY]:
            yield " ".join(sentence[0] for sentence in row["sents"])


if __name__ == "__main__":
    main()
