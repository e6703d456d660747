"""What outlets tell of a meeting besides who, when and where; who met whom how often, and when."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any

import pytest
from starlette.testclient import TestClient

from detente.interfaces.server.pages.about import coverage_of
from detente.query.actor_page import known_of
from detente.query.kept import OutletLine
from detente.query.telling import latest_first
from detente.query.views import Encounter
from detente.records import Extraction, Link, Meeting, Participant, Place, When
from tests.factories import article_of
from tests.unit.interfaces.server.serving import Markup, served
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

PARIS = Place("Paris", "FRA")
MAY = made.day("2013-05-31")


def told(outlet: str, day: str, *lines: str, **more: Any) -> Extraction:
    article = article_of(
        ("title", f"What {outlet} tells"), *lines, published=date.fromisoformat(day), outlet=outlet,
        path=f"/home/ann/articles/{outlet}.txt", **more,
    )  # fmt: skip
    return made.extraction(article)


def met(of: Extraction, words: str, *people: Participant, **more: Any) -> Meeting:
    return made.meeting(of, words, *people, **more)


POST = told(
    "The Daily Example", "2013-06-01",
    "Kerry and Lavrov sat in Berlin for two hours and faced the press together.",
    "Kerry will see Putin in Moscow in July.",
    "Kerry saw Putin in Paris. Write to ann@example.org.",
)  # fmt: skip
POST = replace(
    POST,
    meetings=(
        met(POST, "sat in Berlin", made.KERRY, made.LAVROV, place=made.BERLIN, date=MAY, duration=120,
            press="joint", signals=("lasted two hours", "a joint press conference", "a handshake"),
            agenda=("issue:syria",)),
        met(POST, "will see Putin", made.KERRY, made.PUTIN, place=made.MOSCOW, status="planned",
            date=made.day("2013-07-01"), agenda=("issue:syria",)),
        met(POST, "saw Putin in Paris", made.KERRY, made.PUTIN, place=PARIS, agenda=("issue:syria",),
            press="none", signals=("no press conference",)),
    ),
)  # fmt: skip
GLOBE = told(
    "The Evening Sample", "2013-06-02", "The two ministers talked in Berlin for ninety minutes.",
    "Kerry and Lavrov had met in Rome in March.",
)  # fmt: skip
GLOBE = replace(
    GLOBE,
    meetings=(
        met(GLOBE, "talked in Berlin", made.KERRY, made.LAVROV, place=made.BERLIN, date=MAY,
            duration=90, agenda=("issue:syria",)),
        met(GLOBE, "had met in Rome", made.KERRY, made.LAVROV, date=made.day("2013-03-04"),
            agenda=("issue:syria",), signals=("for an hour", "a stroll")),
    ),
)  # fmt: skip
ONE, OTHER = POST.meetings[0], GLOBE.meetings[0]
LINKS = [Link("link:1", ONE.id, OTHER.id, "same-meeting", 0.95, "both in Berlin", "machine")]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = archive_at(tmp_path_factory.mktemp("met") / "a.db", [POST, GLOBE], LINKS)
    with served(path) as client:
        yield client


def page_of(desk: TestClient, row: Meeting, **asked: str) -> Markup:
    return Markup(desk.get(f"/m/{row.id.partition(':')[2]}", params=asked).text)


SLOTS = [
    pytest.param(ONE, "Lasted the reports differ 2 hours", id="length, on which they differ"),
    pytest.param(ONE, "Press joint press conference", id="the press"),
    pytest.param(ONE, "Noticed a handshake", id="what no slot says is left to notice"),
    pytest.param(ONE, "31 May 2013 · Berlin · held · 1 hour 30 minutes", id="a report's own length"),
    pytest.param(POST.meetings[2], "Press no press conference", id="none"),
    pytest.param(GLOBE.meetings[1], "Noticed for an hour; a stroll", id="no length, so it is noticed"),
]


@pytest.mark.parametrize(("row", "words"), SLOTS)
def test_a_slot(desk: TestClient, row: Meeting, words: str) -> None:
    assert words in page_of(desk, row).text


@pytest.mark.parametrize(
    ("row", "words"),
    [
        pytest.param(POST.meetings[2], "Lasted", id="no length is told"),
        pytest.param(POST.meetings[2], "Noticed", id="what the slot says already"),
        pytest.param(GLOBE.meetings[1], "Press ", id="the press is not told of"),
        pytest.param(POST.meetings[1], "Lasted", id="planned"),
    ],
)
def test_a_slot_that_is_not_there(desk: TestClient, row: Meeting, words: str) -> None:
    assert words not in page_of(desk, row).text


def test_in_german(desk: TestClient) -> None:
    text = page_of(desk, ONE, lang="de").text
    assert "2 Stunden" in text
    assert "gemeinsame Pressekonferenz" in text
    desk.cookies.delete("detente_language")


def test_the_drawer_says_it_too(desk: TestClient) -> None:
    text = Markup(desk.get(f"/r/USA-RUS/drawer?open={ONE.id}").text).text
    assert "2 hours · joint press conference" in text


def test_its_csv_has_a_line_for_each_report(desk: TestClient) -> None:
    rows = list(csv.DictReader(StringIO(desk.get(f"/m/{ONE.id.partition(':')[2]}.csv").text)))
    assert [(row["minutes"], row["press"]) for row in rows] == [("120", "joint"), ("90", "")]


def test_the_api_gives_both(desk: TestClient) -> None:
    item = desk.get(f"/api/v1/meetings/{ONE.id}").json()["item"]
    assert (item["duration"], item["press"]) == (120, "joint")


class TestWhoMetWhom:
    def test_reports_of_one_meeting_count_once_and_plans_not_at_all(self, desk: TestClient) -> None:
        with desk.app.state.database.read() as conn:  # type: ignore[attr-defined]
            found = known_of(conn, ["person:john-kerry"])
        assert [(one.name, one.state, one.meetings) for one in found.counterparts] == [
            ("Sergei Lavrov", "RUS", 2),
            ("Vladimir Putin", "RUS", 1),
        ]

    @pytest.mark.parametrize(
        ("as_of", "names"),
        [(date(2013, 6, 1), ["Sergei Lavrov", "Vladimir Putin"]), (date(2013, 5, 1), [])],
    )
    def test_as_of_a_day(self, desk: TestClient, as_of: date, names: list[str]) -> None:
        with desk.app.state.database.read() as conn:  # type: ignore[attr-defined]
            found = known_of(conn, ["person:john-kerry"], as_of=as_of)
        assert [one.name for one in found.counterparts] == names

    def test_on_the_page(self, desk: TestClient) -> None:
        text = Markup(desk.get("/actor/person:john-kerry").text).text
        assert "Met most Sergei Lavrov 2 Vladimir Putin 1" in text


class TestOrder:
    def test_meetings_on_an_issue_are_in_order_of_days(self, desk: TestClient) -> None:
        page = Markup(desk.get("/r/USA-RUS/i/syria").text)
        rows = [POST.meetings[1], ONE, GLOBE.meetings[1], POST.meetings[2]]
        wanted = [f"/m/{row.id.partition(':')[2]}" for row in rows]
        theirs = [link for link in dict.fromkeys(page.links) if link.startswith("/m/")]
        same = {f"/m/{OTHER.id.partition(':')[2]}": wanted[1]}
        assert [same.get(link, link) for link in theirs] == wanted

    @pytest.mark.parametrize(
        ("days", "order"),
        [
            pytest.param([], [], id="none"),
            pytest.param(["2013-05-07", "2013-05-09"], [1, 0], id="the latest first"),
            pytest.param([None, "2013-05-09"], [1, 0], id="without a day last"),
            pytest.param(["2013", "2013-05-09"], [1, 0], id="a year is no day"),
            pytest.param(["2013-05-09", "2013-05-09"], [0, 1], id="as they were on one day"),
            pytest.param(["2013-05", "2013-05-09", "2013-06-01"], [2, 0, 1], id="a month by its end"),
        ],
    )
    def test_latest_first(self, days: list[str | None], order: list[int]) -> None:
        items = [_dated(day) for day in days]
        assert latest_first(items) == [items[at] for at in order]


def _dated(text: str | None) -> Encounter:
    when = When()
    if text and len(text) == 10:
        when = made.day(text)
    elif text and len(text) == 7:
        when = When(date.fromisoformat(f"{text}-01"), date.fromisoformat(f"{text}-31"), "month")
    elif text:
        when = When(date(int(text), 1, 1), date(int(text), 12, 31), "year")
    row = replace(ONE, date=when, id=f"meeting:{text}")
    reports = made.desk([POST]).reports([POST.article.id])
    return Encounter(
        row.id, (row,), "meeting", when, None, (), (), (), "held", None, (), (), reports, ()
    )


class TestWhatLeavesTheServer:
    @pytest.mark.parametrize("end", ["", "/raw"])
    def test_no_folder_of_the_reader_s_machine(self, desk: TestClient, end: str) -> None:
        path = f"/a/{POST.article.id.partition(':')[2]}{end}"
        assert "/home/ann" not in desk.get(path).text
        body = desk.get(f"{path}.json").text
        assert "/home/ann" not in body
        assert "The Daily Example.txt" in body

    def test_no_address_in_a_file(self, desk: TestClient) -> None:
        path = f"/a/{POST.article.id.partition(':')[2]}"
        assert "ann@example.org" in desk.get(path).text
        assert "ann@example.org" not in desk.get(f"{path}.json").text


COVERED = [
    pytest.param([], (0, None, None, 0, 0, 0, 0, 0), id="nothing"),
    pytest.param(
        [OutletLine("A", 3, "2013-02-01", "2013-05-01", 1, 2, 0)],
        (1, "2013-02-01", "2013-05-01", 3, 0, 0, 1, 2),
        id="one outlet",
    ),
    pytest.param(
        [OutletLine("A", 3, "2013-02-01", "2013-05-01", 1, 2, 0),
         OutletLine("B", 4, "2012-12-31", "2013-04-30", 0, 1, 2),
         OutletLine(None, 5, None, None, 2, 0, 5)],
        (2, "2012-12-31", "2013-05-01", 12, 5, 7, 3, 3),
        id="two, and articles without one or a day",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "wanted"), COVERED)
def test_what_an_archive_covers(lines: list[OutletLine], wanted: tuple[Any, ...]) -> None:
    found = coverage_of(lines)
    assert (
        found.outlets, found.first, found.last, found.articles, found.unnamed, found.undated,
        found.cut_off, found.paywalled,
    ) == wanted  # fmt: skip


def test_about_says_what_is_covered(desk: TestClient) -> None:
    text = Markup(desk.get("/about").text).text
    assert "2 articles , 1 to 2 Jun 2013 · 2 outlets" in text.replace("articles,", "articles ,")
    assert "0 articles stop early · 0 are behind a wall · 0 do not say their day" in text
