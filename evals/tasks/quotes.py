"""`quotes`: attributions of PolNeAR's kind: content and speaker, whole and in fragments, in percent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from detente.annotate import annotate_many
from detente.extract.dates import find_dates
from detente.extract.mentions import find_mentions
from detente.extract.statements import find_statements
from detente.knowledge.registry import registry
from detente.read import body_view, read_text
from detente.records import Statement
from evals import gold
from evals.metrics.quotes import Attribution, fragments, items, without_cue


def run(paths: list[Path]) -> dict[str, object]:
    """Return the F1 scores of the product's statements against the attributions of each row.

    A row has `text` and `attrs`, each with lists of [start, end] for `cue`, `source` and `content`.
    Every text goes the product's own way: what reading takes for a menu yields nothing.
    """
    rows = list(gold.rows(paths))
    articles = [
        (row["text"], [_of_gold(attr) for attr in row["attrs"]], found)
        for row, found in zip(rows, attributions(row["text"] for row in rows), strict=True)
    ]
    whole, pieces = items(articles), fragments(articles)
    return {
        "n": len(rows),
        "frag_ov80": pieces.overlap,
        "frag_e2e": pieces.end_to_end,
        "frag_direct": fragments(articles, direct=True).overlap,
        "item_ov80": whole.overlap,
        "item_e2e": whole.end_to_end,
    }


def attributions(texts: Iterable[str]) -> Iterator[list[Attribution]]:
    """Yield what the product finds in each text, in order."""
    articles = [read_text(text) for text in texts]
    for parse in annotate_many((article, body_view(article)) for article in articles):
        found = find_statements(parse, find_mentions(parse, registry()), find_dates(parse))
        yield merged(found)


def merged(statements: Iterable[Statement]) -> list[Attribution]:
    """Return statements as attributions: what two speakers said together is one with both names."""
    sources: dict[tuple[tuple[int, int], ...], list[tuple[int, int]]] = {}
    for statement in statements:
        content = tuple(without_cue(statement))
        sources.setdefault(content, []).extend(_ranges(statement, "speaker"))
    return [Attribution(content, tuple(source)) for content, source in sources.items()]


def _ranges(statement: Statement, role: str) -> tuple[tuple[int, int], ...]:
    return tuple((e.start, e.end) for e in statement.evidence if e.role == role)


def _of_gold(attr: dict[str, Any]) -> Attribution:
    return Attribution(
        tuple((start, end) for start, end in attr["content"]),
        tuple((start, end) for start, end in attr["source"]),
    )
