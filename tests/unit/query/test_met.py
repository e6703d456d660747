"""People whom only articles know, under a name: what is said of them, where and when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from detente.archive import Archive
from detente.query.met import Met, people_met

PAGES = {
    "one.txt": (
        "The Harbour Post",
        "12 May 2013",
        "Anna Berg, a professor at Hill College in Sample Town, said on Sunday that the talks had "
        "failed. Berg spoke to reporters in Oslo.",
    ),
    "two.txt": (
        "The Sample Wire",
        "3 June 2013",
        "“The road is long,” said Anna Berg, a professor at Hill College. Sergei Lavrov said on Monday "
        "that he was satisfied with the talks.",
    ),
    "three.txt": (
        "The Sample Wire",
        "9 June 2013",
        "Jonas Berg, a Norwegian diplomat, said on Sunday that he would wait for the ministers.",
    ),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("met")
    for name, (outlet, day, text) in PAGES.items():
        page = f"{outlet}\n\nTalks on the lake go on without a result\n\n{day}\n\n{text}\n"
        (folder / name).write_text(page, encoding="utf-8")
    with Archive.open(folder / "met.db") as made:
        made.add([folder / name for name in PAGES])
        made.build()
    return folder / "met.db"


def people(path: Path, words: str, state: str | None = None) -> list[Met]:
    with Archive.open(path, create=False) as archive, archive.reading() as conn:
        return people_met(conn, words, state)


def test_two_articles_know_one_person(archive: Path) -> None:
    (one,) = people(archive, "Anna Berg")
    assert one.articles == 2
    assert (one.first, one.last) == (date(2013, 5, 12), date(2013, 6, 3))
    assert one.names[0] == "Anna Berg"
    assert any("Hill College" in said for said in one.affiliations)
    assert one.person.startswith("local:")


def test_a_surname_finds_all_of_that_name_the_most_named_first(archive: Path) -> None:
    assert [one.name for one in people(archive, "berg")] == ["Anna Berg", "Jonas Berg"]


@pytest.mark.parametrize(
    ("words", "state"),
    [("Sergei Lavrov", None), ("Nobody", None), ("", None), ("Anna Berg", "RUS"), ("Oslo", None)],
    ids=["of the registry", "nobody", "no words", "of another state", "a place"],
)
def test_nobody(archive: Path, words: str, state: str | None) -> None:
    assert people(archive, words, state) == []
