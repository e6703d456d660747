"""Speed of the intake of HTML pages against trafilatura alone on the same pages, in one run.

    python benchmarks/intake.py GOLD [--pages N] [--json]

Ends with one JSON object: `ratio` (ours over trafilatura's pages a second of CPU), `pages_per_s`,
`floor_pages_per_s` (trafilatura in its precision mode) and `dumps_per_s` (the rendered pages read as
text). CPU seconds of one process, so that other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from evals import gold
from evals.dumps import render

from detente.errors import InputError
from detente.read import read_bytes, read_text


def main() -> None:
    """Time both over the first pages of a gold file and print the figures."""
    import trafilatura

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    pages = [
        row["html"] for row, _ in zip(gold.rows([options.gold]), range(options.pages), strict=False)
    ]
    data = [page.encode("utf-8", "replace") for page in pages]
    for warm in (data[0], b"<html><body><p>A page without a date, on 4 May.</p></body></html>"):
        list(read_bytes(warm, "page", "html"))  # imports and tables are not counted
    floor = ours = 0.0
    for page, raw in zip(pages, data, strict=True):  # in turns: both meet the same load
        began = time.process_time()
        trafilatura.extract(page, favor_precision=True, include_comments=False)
        floor += time.process_time() - began
        began = time.process_time()
        list(read_bytes(raw, "page", "html"))
        ours += time.process_time() - began
    dumps = [render(page, "full") for page in pages]
    began = time.process_time()
    for dump in dumps:
        try:
            read_text(dump)
        except InputError:
            continue
    text = time.process_time() - began
    figures = {
        "pages": len(pages),
        "ratio": round(floor / ours, 3),
        "pages_per_s": round(len(pages) / ours, 1),
        "floor_pages_per_s": round(len(pages) / floor, 1),
        "dumps_per_s": round(len(dumps) / text, 1),
    }
    if not options.json:
        for name, value in figures.items():
            print(f"{name:>18}  {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
