"""The project's own gold of stories at two levels, and of copies: what an archive makes of them.

Gold are lines of `article, row, happening, saga, origin`, parted by tabs (`evals/gold/stories`): a path
below the root of the repository, its row where a file holds several articles, the happening it tells
(days), the saga that belongs to (months), and a name that articles of one text share. An archive is
built of all of them in a folder that is thrown away, as a reader would, and asked for its stories,
sagas and copies.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

import detente
from detente.query.reference import reference
from detente.query.sagas import sagas_of
from detente.read import read_path
from detente.records import Article, Link
from detente.store import load, tables
from evals.metrics.clusters import bcubed, pairwise
from evals.tasks.demo import ROOT


def run(paths: list[Path]) -> dict[str, object]:
    """Return BCubed and pairwise F1 of happenings, BCubed F1 of sagas, and F1 of pairs of copies."""
    rows = [row for path in paths for row in read_rows(path)]
    articles = {article_of(row["article"], int(row["row"])).id: row for row in rows}
    with tempfile.TemporaryDirectory() as folder:
        stories, sagas, copies = told(Path(folder) / "gold.db", {row["article"] for row in rows})
    happening = {key: row["happening"] for key, row in articles.items()}
    saga = {key: row["saga"] for key, row in articles.items()}
    found = {key: stories.get(key, key) for key in articles}
    chained = {key: sagas.get(found[key], found[key]) for key in articles}
    whole = bcubed(happening, found)
    months = bcubed(saga, chained)
    wanted = origins(articles)
    return {
        "n": len(articles),
        "bcubed_f1": round(whole.f1, 4),
        "bcubed_p": round(whole.precision, 4),
        "bcubed_r": round(whole.recall, 4),
        "pairwise_f1": round(pairwise(happening, found).f1, 4),
        "sagas_f1": round(months.f1, 4),
        "sagas_p": round(months.precision, 4),
        "sagas_r": round(months.recall, 4),
        "copies_f1": round(2 * len(wanted & copies) / ((len(wanted) + len(copies)) or 1), 4),
        "wrong": differing(articles, found),
    }


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table of gold."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def article_of(path: str, row: int) -> Article:
    """Return one article of a file below the root of the repository."""
    return list(read_path(ROOT / path))[row]


def told(db: Path, paths: Iterable[str]) -> tuple[dict[str, str], dict[str, str], set[tuple[str, ...]]]:
    """Return the story of each article, the saga of each story, and the pairs of copies."""
    with detente.open(db) as archive:
        archive.add([str(ROOT / path) for path in sorted(paths)])
        archive.build()
        stories = {one.id: view.id for view in archive.stories() for one in view.articles}
        with archive.reading() as conn:
            chains = sagas_of(conn, reference(), at_least=1)
            links = load(conn, Link, tables.link.c.relation == "same-text")
    sagas = {line.id: chain.id for chain in chains for line in chain.stories}
    return stories, sagas, {tuple(sorted((link.left, link.right))) for link in links}


def origins(articles: Mapping[str, Mapping[str, str]]) -> set[tuple[str, ...]]:
    """Return the pairs of articles that print one text."""
    return {
        tuple(sorted(pair))
        for pair in combinations(articles, 2)
        if articles[pair[0]]["origin"] and articles[pair[0]]["origin"] == articles[pair[1]]["origin"]
    }


def differing(articles: Mapping[str, Mapping[str, str]], found: Mapping[str, str]) -> list[str]:
    """Return in words which articles are of one happening in only one of gold and archive."""
    out = []
    for left, right in combinations(articles, 2):
        gold = articles[left]["happening"] == articles[right]["happening"]
        if gold != (found[left] == found[right]):
            names = " and ".join(Path(articles[key]["article"]).stem for key in (left, right))
            out.append(f"{'apart' if gold else 'together'}: {names}")
    return sorted(out)
