"""`body`: how well the body of an HTML page is found, in runs of four words (AEB's measure)."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from detente.read import body_view, read_bytes
from detente.records import Article
from evals import gold
from evals.metrics.shingles import mean_f1, overlap


def run(paths: list[Path]) -> dict[str, object]:
    """Return f1, precision, recall and pages_per_s over all pages of the files.

    A row has `html`, and its body as `body` (text or paragraphs), `text` or `main_content`.
    """
    scores: list[tuple[float, float]] = []
    seconds = 0.0
    for row in gold.rows(paths):
        data = row["html"].encode("utf-8", "replace")
        began = time.process_time()
        found = body_of(data)
        seconds += time.process_time() - began
        scores.append(overlap(gold_of(row), found))
    f1, precision, recall = mean_f1(scores)
    speed = len(scores) / seconds if seconds else 0.0
    return {
        "n": len(scores),
        "f1": f1,
        "precision": precision,
        "recall": recall,
        "pages_per_s": round(speed, 1),
    }


def body_of(data: bytes) -> str:
    """Return the paragraphs and subheads that a page is read as; "" for one that is refused."""
    article = next(iter(read_bytes(data, "page", "html")))
    if not isinstance(article, Article):
        return ""
    view = body_view(article)
    wanted = (part for part in view.paragraphs if part.role in ("body", "subhead"))
    return "\n".join(view.text[part.start : part.end] for part in wanted)


def gold_of(row: Mapping[str, Any]) -> str:
    """Return the body of a row as text."""
    body = row.get("body") or row.get("text") or row.get("main_content") or ""
    return body if isinstance(body, str) else "\n".join(body)
