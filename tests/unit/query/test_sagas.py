"""Sagas read out of an archive file: counts by SQL, days, parties, what was printed by a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from detente.interfaces.cli.asking import asking
from detente.query.sagas import SagaView, sagas_of
from tests.unit.query.archives import archive_at


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_at(tmp_path_factory.mktemp("sagas") / "a.db")


def found(db: Path, **asked: object) -> list[SagaView]:
    with asking(db) as archive:
        return sagas_of(archive.conn, archive.reference, **asked)  # type: ignore[arg-type]


def test_every_story_is_in_one_saga(db: Path) -> None:
    every = found(db, at_least=1)
    stories = [story.id for saga in every for story in saga.stories]
    assert len(stories) == len(set(stories)) > 1
    assert all(story.articles > 0 for saga in every for story in saga.stories)
    assert all(saga.id.startswith("saga:") for saga in every)


def test_issues_and_parties_are_named(db: Path) -> None:
    syria = next(saga for saga in found(db, at_least=1) if "Syria" in saga.issues)
    assert {"USA", "RUS"} <= set(syria.parties)
    assert syria.first == date(2013, 2, 26)


NARROWED = [
    ({"states": ("USA", "RUS")}, True),
    ({"states": ("USA", "JPN")}, False),
    ({"at_least": 99}, False),
    ({"as_of": date(2013, 3, 1)}, True),
    ({"as_of": date(2012, 3, 1)}, False),
]


@pytest.mark.parametrize(("asked", "some"), NARROWED, ids=[str(row[0]) for row in NARROWED])
def test_what_is_asked_narrows(db: Path, asked: dict[str, object], some: bool) -> None:
    assert bool(found(db, **({"at_least": 1} | asked))) is some


def test_as_of_shows_what_was_printed(db: Path) -> None:
    early = {
        story.id for saga in found(db, at_least=1, as_of=date(2013, 3, 1)) for story in saga.stories
    }
    every = {story.id for saga in found(db, at_least=1) for story in saga.stories}
    assert early < every
