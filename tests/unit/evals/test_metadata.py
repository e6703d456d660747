"""The figures of `metadata` count what they say."""

from __future__ import annotations

import json
from pathlib import Path

from evals.tasks.metadata import run

from tests.unit.read.pages import BODY, html_page

TITLE = "Ministers meet over fishing dispute"
PAGE = html_page(
    f"<h1>{TITLE}</h1>" + "".join(f"<p>{part}</p>" for part in BODY),
    '<meta name="author" content="Jane Roe">'
    '<meta property="article:published_time" content="2013-05-07">',
).decode()


def gold_file(folder: Path, *rows: dict[str, str]) -> Path:
    """Write gold rows of the same page."""
    path = folder / "gold.jsonl"
    path.write_text("\n".join(json.dumps({"html": PAGE, **row}) for row in rows), encoding="utf-8")
    return path


def test_figures(tmp_path: Path) -> None:
    right = {"title": TITLE.upper(), "authors": "Jane Q. Roe", "date": "2013-05-07T10:00"}
    invented = {"title": "Another headline", "authors": "", "date": "2013-05-08"}
    found = run([gold_file(tmp_path, right, invented)])
    assert (found["n"], found["title"], found["author"], found["date"]) == (2, 0.5, 0.5, 0.5)
    assert found["author_invented"] == 1
    assert len(found["missed"]) == 3  # type: ignore[arg-type]
