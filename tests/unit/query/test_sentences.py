"""Sentences cut from articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.query.sentences import sentences_in
from detente.records import Article
from detente.store import load, open_database
from tests.unit.query.archives import archive_at


@pytest.mark.parametrize("many", [0, 1, 3])
def test_sentences_stand_in_their_articles(tmp_path: Path, many: int) -> None:
    database = open_database(archive_at(tmp_path / "a.db"), create=False)
    with database.read() as conn:
        articles = load(conn, Article)[:many]
        found = sentences_in(conn, (one.id for one in articles))
        assert sentences_in(conn, ["article:unknown"]) == {}
    database.close()
    assert {article for article, _ in found} == {one.id for one in articles}
    for one in articles:
        numbers = [number for article, number in found if article == one.id]
        assert numbers == list(range(1, len(numbers) + 1))
        assert all(found[one.id, number] in " ".join(one.text.split()) for number in numbers)
