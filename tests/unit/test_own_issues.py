"""A reader's issues in an archive: what they touch, that they outlive rebuilds, what is proposed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from detente.archive import Archive
from detente.errors import RegistryError, UnknownName
from detente.query.issue_proposals import Proposal, propose_issues
from detente.query.reference import reference
from detente.store import open_database
from detente.userdata import own_issues
from tests.factories import article_of
from tests.unit.interfaces.factories import data, run

DAY = date(2013, 5, 7)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db") as made:
        made.add_read(
            "examples",
            [
                article_of(
                    "Sergei Lavrov said on Tuesday that Russia and the United States must settle the "
                    "grain quota.",
                    "The grain quota hurts farmers, John Kerry said.",
                    published=DAY, outlet="The Daily Example",
                ),
                article_of(
                    "Russia and the United States talked about the grain quota, John Kerry said.",
                    published=DAY, outlet="The Globe Sample",
                ),
                article_of(
                    "Sergei Lavrov said that Syria needs talks.", published=DAY, outlet="The Sun Sample"
                ),
            ],
        )  # fmt: skip
        made.build()
        yield made


def test_only_touched_articles_are_built_anew(archive: Archive) -> None:
    made, touched = archive.own.add_issue("Grain", ["grain quota"])
    assert (made.id, touched) == ("issue:grain", 2)
    assert archive.build().built == 2
    assert archive.build().built == 0


def test_rows_are_on_the_own_issue_after_the_build(archive: Archive) -> None:
    assert not [one for one in archive.statements() if "issue:grain" in one.row.issues]
    archive.own.add_issue("Grain", ["grain quota"])
    archive.build()
    found = archive.statements(issue="Grain")
    assert {one.row.speaker.name for one in found} == {"Sergei Lavrov", "John Kerry"}
    assert all("issue:grain" in one.row.issues for one in found)


def test_it_outlives_a_rebuild_and_an_opening(archive: Archive, tmp_path: Path) -> None:
    archive.own.add_issue("Grain", ["grain quota"])
    archive.build()
    archive.close()
    with Archive.open(tmp_path / "a.db") as again:
        again.add_read(
            "more",
            [article_of("The grain quota stays, Sergei Lavrov said.", published=DAY, outlet="The New")],
        )
        again.build()
        assert [one.name for one in again.own.issues()] == ["Grain"]
        assert {one.reports.outlets[0] for one in again.statements(issue="grain")} >= {"The New"}


def test_removed_it_is_gone_from_the_rows(archive: Archive) -> None:
    archive.own.add_issue("Grain", ["grain quota"])
    archive.build()
    assert archive.own.remove_issue("grain") == 2
    archive.build()
    assert archive.own.issues() == ()
    with pytest.raises(UnknownName):
        archive.statements(issue="grain")


def test_terms_for_a_built_in_issue(archive: Archive) -> None:
    made, touched = archive.own.add_issue("syria", ["grain quota"])
    assert (made.id, made.name, touched) == ("issue:syria", "Syria", 2)
    archive.build()
    assert len(archive.statements(issue="syria")) > 1


def test_new_terms_touch_what_held_the_old_ones_too(archive: Archive) -> None:
    archive.own.add_issue("Grain", ["grain quota"])
    archive.build()
    _, touched = archive.own.add_issue("Grain", ["wheat quota"])
    assert touched == 2
    archive.build()
    assert len(archive.statements(issue="grain")) == 0


@pytest.mark.parametrize("name", ["Syria", "missile-defence"])
def test_a_built_in_issue_needs_terms(archive: Archive, name: str) -> None:
    with pytest.raises(RegistryError, match="already"):
        archive.own.add_issue(name)


def test_what_is_not_there_cannot_be_removed(archive: Archive) -> None:
    with pytest.raises(UnknownName, match="none"):
        archive.own.remove_issue("grain")


def test_clearing_the_registry_leaves_issues_alone(archive: Archive) -> None:
    archive.own.add_issue("Grain", ["grain quota"])
    archive.own.clear()
    assert [one.name for one in archive.own.issues()] == ["Grain"]


# Proposals


def proposals(archive: Archive, **asked: int) -> list[Proposal]:
    database = open_database(archive.path, create=False)
    with database.read() as conn:
        found = propose_issues(conn, reference(), "USA", "RUS", own=own_issues(conn), **asked)
    database.close()
    return found


def test_a_phrase_that_recurs_near_both_is_proposed(archive: Archive) -> None:
    (one,) = proposals(archive)
    assert (one.phrase, one.articles, one.origins) == ("grain quota", 2, 2)
    assert len({ref.article for ref in one.refs}) == 2


def test_what_an_issue_covers_is_not(archive: Archive) -> None:
    archive.own.add_issue("Grain", ["grain quota"])
    assert proposals(archive) == []


def test_nor_what_too_few_have(archive: Archive) -> None:
    assert proposals(archive, at_least=3) == []


def test_nor_who_meets_and_names(archive: Archive) -> None:
    words = " ".join(one.phrase for one in proposals(archive, at_least=1)).casefold()
    assert "lavrov" not in words
    assert "kerry" not in words


# On the command line


def test_issues_on_the_command_line(archive: Archive, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    archive.close()
    assert "grain quota" in run("issues", "propose", "USA", "RUS", "--db", db).stdout
    added = run("issues", "add", "Grain", "--term", "grain quota", "--db", db)
    assert "Grain (grain): grain quota" in added.stdout
    assert "2 articles to be made anew" in added.stderr
    (mine,) = data("issues", "list", "--mine", "--db", db)
    assert (mine["id"], mine["family"], mine["mine"]) == ("issue:grain", "own", True)
    assert "yours" in run("issues", "list", "--db", db).stdout
    assert data("issues", "remove", "grain", "--db", db) == {"articles": 2}
    assert data("issues", "list", "--mine", "--db", db) == []


def test_built_in_issues_are_listed_without_an_archive(tmp_path: Path) -> None:
    found = data("issues", "list", "--db", tmp_path / "none.db")
    assert len(found) > 100
    assert not any(one["mine"] for one in found)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["issues", "remove", "nosuch"], "nosuch"),
        (["issues", "add", "Syria"], "already"),
        (["issues", "add", "Grain", "--term", "x"], "too short"),
        (["issues", "propose", "USA", "Nowhereland"], "Nowhereland"),
    ],
)
def test_what_cannot_be_done_is_one_line(archive: Archive, command: list[str], said: str) -> None:
    result = run(*command, "--db", archive.path)
    assert result.exit_code == 1
    assert said in result.stderr
