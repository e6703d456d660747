"""`metadata`: title, authors and day of an HTML page, against what a reader noted from the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from detente.read import read_bytes
from detente.records import Article
from evals import gold
from evals.metrics.slots import fold

_SAME = 90.0
"""Least likeness, of 100, at which two titles or two lists of names are the same."""


def run(paths: list[Path]) -> dict[str, object]:
    """Return the share of pages with the right title, authors and day, and the authors invented.

    A row has `html`, `title`, `authors` (a string or a list, empty for none) and `date` (ISO). A title
    is right when its letters are the gold's but for one in ten, authors by token-set ratio; a page
    without authors is right when none is given, else its authors count as invented. A page that is
    refused is wrong in all three.
    """
    counts = {"title": 0, "author": 0, "author_invented": 0, "date": 0}
    missed: list[str] = []
    total = 0
    for row in gold.rows(paths):
        total += 1
        article = next(iter(read_bytes(row["html"].encode("utf-8", "replace"), "page", "html")))
        if not isinstance(article, Article):
            missed.append(f"{row.get('id', total)} refused: {article}")
            continue
        wanted = authors_of(row)
        checks = {
            "title": alike(row["title"] or "", article.title or ""),
            "author": same_authors(wanted, article.authors),
            "date": same_day(row.get("date"), article),
        }
        for name, right in checks.items():
            counts[name] += right
        counts["author_invented"] += bool(article.authors and not wanted)
        wrong = {name: found_of(article, name) for name, right in checks.items() if not right}
        missed.extend(f"{row.get('id', total)} {name}: {found}" for name, found in wrong.items())
    shares = {name: counts[name] / total if total else 0.0 for name in ("title", "author", "date")}
    return {"n": total, **shares, "author_invented": counts["author_invented"], "missed": missed}


def authors_of(row: dict[str, Any]) -> list[str]:
    """Return the authors of a gold row as a list.

    >>> authors_of({"authors": "Jane Roe, John Doe"}), authors_of({"authors": ""})
    (['Jane Roe', 'John Doe'], [])
    """
    value = row.get("authors") or []
    names = value.replace(";", ",").split(",") if isinstance(value, str) else value
    return [name.strip() for name in names if name and name.strip()]


def alike(left: str, right: str) -> bool:
    """Say whether two titles are the same but for one letter in ten.

    >>> alike("Ministers meet in Oslo", "Ministers Meet in Oslo!"), alike("Ministers meet", "Oslo")
    (True, False)
    """
    from rapidfuzz import fuzz

    return fuzz.ratio(fold(left), fold(right)) >= _SAME


def same_authors(wanted: list[str], found: tuple[str, ...]) -> bool:
    """Say whether the names found are the gold's by token-set ratio, or none where it has none.

    >>> same_authors(["Jane Q. Roe"], ("Jane Roe",)), same_authors([], ("Jane Roe",))
    (True, False)
    """
    from rapidfuzz import fuzz

    if not wanted or not found:
        return not wanted and not found
    return fuzz.token_set_ratio(fold(" ".join(wanted)), fold(" ".join(found))) >= _SAME


def same_day(wanted: str | None, article: Article) -> bool:
    """Say whether an article's day is the gold's; without one in the gold none may be given."""
    when = article.published
    day = when.start.isoformat() if when.start and when.precision == "day" else None
    return day == (wanted[:10] if wanted else None)


def found_of(article: Article, name: str) -> str:
    """Return what was read where the gold has something else."""
    values = {
        "title": article.title,
        "author": ", ".join(article.authors),
        "date": article.published.label(),
    }
    return values[name] or "none"
