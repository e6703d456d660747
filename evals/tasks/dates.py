"""`dates`: the day an HTML page was published, and how far a date called certain can be trusted."""

from __future__ import annotations

from pathlib import Path

from detente.errors import InputError
from detente.read.published import published_of
from detente.read.render import blocks_of, check_html, parse_html
from detente.read.structured import structured_of
from detente.records import UNKNOWN_DATE, When
from evals import gold


def run(paths: list[Path]) -> dict[str, object]:
    """Return accuracy over all pages, the share of pages whose date is stated as certain, and the
    precision of those.

    A row has `html`, `date` (ISO) and perhaps `url`. A date is certain when its basis is `stated`; a
    page that is read without a day counts as wrong, unless the gold has none either.
    """
    right = certain = certain_right = total = 0
    for row in gold.rows(paths):
        total += 1
        when = published(row["html"], row.get("url"))
        day = when.start.isoformat() if when.start and when.precision == "day" else None
        wanted = row["date"][:10] if isinstance(row["date"], str) else None
        hit = day == wanted
        right += hit
        if day and when.basis == "stated":
            certain += 1
            certain_right += hit
    return {
        "n": total,
        "accuracy": right / total if total else 0.0,
        "certain_share": certain / total if total else 0.0,
        "certain_precision": certain_right / certain if certain else 0.0,
    }


def published(html: str, url: str | None) -> When:
    """Return the date that a page is read with; unknown for a page that is refused."""
    try:
        check_html(html, "page")
        tree = parse_html(html, "page")
    except InputError:
        return UNKNOWN_DATE
    about = structured_of(tree)
    return published_of(tree, about, url or about.canonical, html, blocks_of(tree))[0]
