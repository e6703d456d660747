"""What belongs beside an article, why, and in which order; what is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Connection

from detente.pipeline import encoded
from detente.query.related import BESIDE, Related, related
from detente.records import Extraction
from detente.store import add_articles, open_database, put
from tests.factories import article_of
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

KNOWN = made.reference()
POST, GLOBE, REPRINT, LATER, OTHER = made.extractions()
NAMES = {of.article.id: of.article.path.partition(".")[0] for of in made.extractions()}


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = open_database(archive_at(tmp_path_factory.mktemp("a") / "a.db"), create=False)
    with database.read() as connection:
        yield connection
    database.close()


ALL: list[Any] = [
    (POST, {"globe", "reprint"}),
    (GLOBE, {"daily", "reprint"}),
    (REPRINT, {"daily", "globe"}),
]


@pytest.mark.parametrize(("of", "wanted"), ALL, ids=[of.article.path for of, _ in ALL])
def test_those_of_one_story_or_people_stand_beside_it(
    conn: Connection, of: Extraction, wanted: set[str]
) -> None:
    found = related(conn, KNOWN, of.article.id)
    assert found.article.id == of.article.id
    assert {NAMES[one.article.id] for one in found.neighbours} & {"daily", "globe", "reprint"} <= wanted
    assert of.article.id not in {one.article.id for one in found.neighbours}


@pytest.mark.parametrize("of", [POST, GLOBE, REPRINT, LATER, OTHER], ids=lambda of: of.article.path)
@pytest.mark.parametrize("limit", [0, 1, 2, 12])
def test_the_first_so_many_of_all(conn: Connection, of: Extraction, limit: int) -> None:
    whole = related(conn, KNOWN, of.article.id).neighbours
    assert related(conn, KNOWN, of.article.id, limit=limit).neighbours == whole[:limit]
    scores = [one.score for one in whole]
    assert scores == sorted(scores, reverse=True)
    assert all(one.reasons for one in whole)


@pytest.mark.parametrize("day", [date(2013, 2, 26), date(2013, 2, 27), date(2013, 5, 9)])
def test_nothing_that_was_printed_later(conn: Connection, day: date) -> None:
    found = related(conn, KNOWN, POST.article.id, as_of=day)
    for one in found.neighbours:
        assert one.article.published.end is not None
        assert one.article.published.end <= day


def cited(name: str, *titles: str, on: date | None = date(2013, 3, 1), actor: str = "") -> Extraction:
    """Return an article that points to others by their titles and names Kerry on Syria."""
    article = article_of(
        ("title", f"Report {name}"), f"Kerry spoke of Syria in {name}.", published=on, outlet=name
    )
    of = made.extraction(replace(article, related=titles))
    if not actor:
        return of
    who = replace(made.KERRY, actor_id=actor)
    said = made.statement(of, "Kerry spoke of Syria", who, issues=("issue:syria",))
    return replace(of, mentions=(made.mention(of, "Kerry", actor),), statements=(said,))


def beside(tmp_path: Path, *found: Extraction, **asked: Any) -> Related:
    """Return what belongs beside the first of these."""
    database = open_database(tmp_path / "b.db")
    with database.write() as conn:
        add_articles(conn, [of.article for of in found])
        put(conn, [encoded(of) for of in found], "test")
    with database.read() as conn:
        answer = related(conn, KNOWN, found[0].article.id, **asked)
    database.close()
    return answer


TITLES: list[Any] = [
    pytest.param(["Report B"], ["B"], [], id="the title as printed"),
    pytest.param(["report b"], ["B"], [], id="in another case"),
    pytest.param(["  Report   B "], ["B"], [], id="with other blanks"),
    pytest.param(["Report Z"], [], ["Report Z"], id="of nothing here: wanted"),
    pytest.param(["Report B", "Report Z"], ["B"], ["Report Z"], id="one here, one wanted"),
    pytest.param(["Report Z", "Report Z"], [], ["Report Z"], id="twice is once"),
    pytest.param(["Report C", "Report B"], ["B", "C"], [], id="two"),
    pytest.param(["Report"], [], ["Report"], id="half a title is none"),
    pytest.param([], [], [], id="none"),
]


@pytest.mark.parametrize(("titles", "names", "wanted"), TITLES)
def test_titles_that_an_article_points_to(
    tmp_path: Path, titles: list[str], names: list[str], wanted: list[str]
) -> None:
    found = beside(tmp_path, cited("A", *titles), cited("B"), cited("C"))
    assert sorted(one.article.outlet or "" for one in found.neighbours) == names
    assert list(found.wanted) == wanted
    assert {why.because for one in found.neighbours for why in one.reasons} <= {"cites"}


@pytest.mark.parametrize("back", [(), ("Report A",)])
def test_an_article_that_points_here_stands_beside_it(tmp_path: Path, back: tuple[str, ...]) -> None:
    found = beside(tmp_path, cited("A"), cited("B", *back))
    assert [why.because for one in found.neighbours for why in one.reasons] == ["cited-by"] * len(back)


def test_an_article_that_points_to_itself_is_not_beside_itself(tmp_path: Path) -> None:
    assert beside(tmp_path, cited("A", "Report A"), cited("B")).neighbours == ()


def test_two_that_point_to_each_other_are_one_neighbour_with_two_reasons(tmp_path: Path) -> None:
    (one,) = beside(tmp_path, cited("A", "Report B"), cited("B", "Report A")).neighbours
    assert [why.because for why in one.reasons] == ["cites", "cited-by"]


DAY = date(2013, 3, 1)
PEOPLE: list[Any] = [
    pytest.param("person:john-kerry", DAY, True, id="the same day"),
    pytest.param("person:john-kerry", date.fromordinal(DAY.toordinal() + BESIDE), True, id="last day"),
    pytest.param("person:john-kerry", date.fromordinal(DAY.toordinal() - BESIDE), True, id="first"),
    pytest.param("person:john-kerry", date.fromordinal(DAY.toordinal() + BESIDE + 1), False, id="late"),
    pytest.param(
        "person:john-kerry", date.fromordinal(DAY.toordinal() - BESIDE - 1), False, id="early"
    ),
    pytest.param("person:barack-obama", DAY, False, id="another person"),
    pytest.param("", DAY, False, id="nobody"),
]


@pytest.mark.parametrize(("actor", "on", "there"), PEOPLE)
def test_the_same_people_on_the_same_issue_near_in_time(
    tmp_path: Path, actor: str, on: date, there: bool
) -> None:
    first = cited("A", actor="person:john-kerry")
    found = beside(tmp_path, first, cited("B", on=on, actor=actor))
    assert len(found.neighbours) == there
    for one in found.neighbours:
        (why,) = one.reasons
        assert (why.because, sorted(why.words.split(", "))) == ("people", ["John Kerry", "Syria"])


def test_a_state_alone_puts_nothing_beside(tmp_path: Path) -> None:
    found = beside(tmp_path, cited("A", actor="state:USA"), cited("B", actor="state:USA"))
    assert found.neighbours == ()


@pytest.mark.parametrize(("first", "second"), [(None, DAY), (DAY, None), (None, None)])
def test_people_without_a_day_stand_beside_nothing(tmp_path: Path, first: Any, second: Any) -> None:
    kerry = "person:john-kerry"
    found = beside(tmp_path, cited("A", on=first, actor=kerry), cited("B", on=second, actor=kerry))
    assert found.neighbours == ()


def test_a_citation_goes_before_names(tmp_path: Path) -> None:
    kerry = "person:john-kerry"
    found = beside(tmp_path, cited("A", "Report B", actor=kerry), cited("C", actor=kerry), cited("B"))
    assert [one.article.outlet for one in found.neighbours] == ["B", "C"]


@pytest.mark.parametrize(("day", "names"), [(2, ["B"]), (4, ["B", "C"]), (1, [])])
def test_as_of(tmp_path: Path, day: int, names: list[str]) -> None:
    found = beside(
        tmp_path, cited("A", "Report B", "Report C"), cited("B", on=date(2013, 3, 2)),
        cited("C", on=date(2013, 3, 4)), as_of=date(2013, 3, day),
    )  # fmt: skip
    assert sorted(one.article.outlet or "" for one in found.neighbours) == names
