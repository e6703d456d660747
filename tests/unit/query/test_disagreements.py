# ruff: noqa: E501 -- articles of a made-up world, one string a paragraph
"""What reports of a small invented world differ on, read from text to difference."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from detente.archive import open_archive
from detente.errors import UnknownName
from detente.interfaces.cli.asking import Asking, asking
from detente.query.course_verdicts import Assessment
from detente.query.disagreements import Disagreement, disagreements, moods
from detente.query.occasions import akin
from detente.query.views import ArticleView, Reports
from detente.records import When

ARTICLES = {
    "post": (
        "The Oslo Post",
        "2020-10-11",
        "Ministers of Norway and Serbia talk in Doha",
        "DOHA - The foreign ministers of Norway and Serbia met in Doha on Sunday to talk about the "
        "port of Narvik. The talks in Doha lasted an hour, officials said.\n\n"
        "Norway expelled four Serbian diplomats last week over the port of Narvik.\n\n"
        "Dragana Vukas, a spokeswoman of the Serbian ministry, described the talks in Doha as productive. "
        "“The port is ours to share,” she said at a rally in Belgrade.",
    ),
    "globe": (
        "The Bergen Globe",
        "2020-10-11",
        "Norway and Serbia: ministers meet in Doha on Narvik port",
        "DOHA - Foreign ministers of Serbia and Norway met in Doha on Sunday about the port of Narvik. "
        "In Doha they talked for three hours.\n\n"
        "Last week Norway expelled six Serbian diplomats over the port of Narvik.\n\n"
        "Knut Lunde, a spokesman of the Norwegian ministry, described the talks in Doha as fruitless. "
        "“The port is ours to share,” Dragana Vukas said at a hearing in Oslo.",
    ),
    "reprint": (
        "The Molde Reprint",
        "2020-10-12",
        "Ministers of Norway and Serbia talk in Doha",
        "DOHA - The foreign ministers of Norway and Serbia met in Doha on Sunday to talk about the "
        "port of Narvik. The talks in Doha lasted an hour, officials said.\n\n"
        "Norway expelled four Serbian diplomats last week over the port of Narvik.\n\n"
        "Dragana Vukas, a spokeswoman of the Serbian ministry, described the talks in Doha as productive. "
        "“The port is ours to share,” she said at a rally in Belgrade.",
    ),
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    lines = [
        {"outlet": outlet, "published": day, "title": title, "text": body}
        for outlet, day, title, body in ARTICLES.values()
    ]
    pages = folder / "pages.jsonl"
    pages.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    path = folder / "a.db"
    with open_archive(path) as archive:
        archive.add([pages])
        archive.build()
    return path


@pytest.fixture
def open_(db: Path) -> Iterator[Asking]:
    with asking(db) as one:
        yield one


def found(open_: Asking, **asked: object) -> list[Disagreement]:
    return disagreements(open_.conn, open_.reference, **asked)  # type: ignore[arg-type]


def sides(one: Disagreement) -> set[str]:
    return {view.value for view in one.views}


SLOTS = [
    ("number", "slot", {"an hour", "three hours"}),
    ("number", "slot", {"four Serbian diplomats", "six Serbian diplomats"}),
    ("outcome", "assessment", {"productive", "fruitless"}),
    ("occasion", "slot", {"at a rally in Belgrade", "at a hearing in Oslo"}),
]


@pytest.mark.parametrize(("slot", "kind", "values"), SLOTS, ids=[str(sorted(row[2])) for row in SLOTS])
def test_each_planted_difference_is_found_once(
    open_: Asking, slot: str, kind: str, values: set[str]
) -> None:
    hits = [one for one in found(open_) if one.slot == slot and sides(one) == values]
    assert [one.kind for one in hits] == [kind]
    assert hits[0].open
    assert {view.origins for view in hits[0].views} == {1}


def test_nothing_else_is_found_and_copies_never_differ(open_: Asking) -> None:
    assert len(found(open_)) == len(SLOTS)
    for one in found(open_):
        outlets = {name for view in one.views for name in view.outlets}
        assert outlets & {"The Bergen Globe"}
        assert outlets - {"The Bergen Globe"}


def test_holders_of_judgements_are_named(open_: Asking) -> None:
    (one,) = (item for item in found(open_) if item.kind == "assessment")
    assert {view.said_by for view in one.views} == {"Dragana Vukas", "Knut Lunde"}


def test_each_side_opens_its_sentence(open_: Asking) -> None:
    for one in found(open_):
        for view in one.views:
            assert view.refs
            assert all(ref.sentence > 0 for ref in view.refs)


def test_ids_are_stable_and_each_its_own(open_: Asking) -> None:
    first, second = found(open_), found(open_)
    assert [one.id for one in first] == [one.id for one in second]
    assert len({one.id for one in first}) == len(first)


def test_kinds_limit_story_and_days_narrow(open_: Asking) -> None:
    every = found(open_)
    assert {one.kind for one in found(open_, kinds=("assessment",))} == {"assessment"}
    assert found(open_, limit=2) == every[:2]
    story = next(one.story for one in every if one.story)
    assert found(open_, story_name=story)
    assert found(open_, until=date(2019, 1, 1)) == []
    assert found(open_, as_of=date(2020, 10, 1)) == []
    with pytest.raises(UnknownName):
        found(open_, story_name="story:ffffffff")


def test_states_narrow(open_: Asking) -> None:
    assert found(open_, states=("NOR", "SRB"))
    assert found(open_, states=("JPN", "CHN")) == []


def verdict(direction: str, day: str, speaker: str | None = None, words: str = "") -> Assessment:
    when = When(date.fromisoformat(day), date.fromisoformat(day), "day", "stated")
    name = f"article:{speaker}{day}"
    article = ArticleView(name, name[-4:], None, f"Outlet {day}", when, "p", "free", False, name)
    return Assessment(
        direction=direction,  # type: ignore[arg-type]
        words=("thaw",),
        sentence=words or f"{direction} on {day}",
        speaker=speaker,
        statement=None,
        authors=(),
        article=article,
        reported=when,
        reports=Reports(1, (f"Outlet {day}",), 0, 1),
        refs=(),
    )


MOODS = [
    ("months apart", [("worse", "2013-02-11"), ("better", "2013-05-07")], ["changed"]),
    ("the same way", [("worse", "2013-02-11"), ("worse", "2013-05-07")], []),
    ("two at once", [("worse", "2013-02-11"), ("better", "2013-02-12")], ["assessment"]),
    ("mixed is no side", [("worse", "2013-02-11"), ("mixed", "2013-05-07")], []),
    (
        "there and back",
        [("worse", "2013-02-11"), ("better", "2013-05-07"), ("worse", "2013-08-07")],
        ["changed", "changed"],
    ),
    ("speakers at once", [("worse", "2013-02-11", "A"), ("better", "2013-02-12", "B")], ["assessment"]),
    ("speakers months apart", [("worse", "2013-02-11", "A"), ("better", "2013-05-07", "B")], []),
    ("one speaker at once", [("worse", "2013-02-11", "A"), ("better", "2013-02-12", "A")], []),
    (
        "what is hoped",
        [("worse", "2013-02-11"), ("better", "2013-05-07", None, "They hoped for a thaw.")],
        [],
    ),
]


@pytest.mark.parametrize(("told", "kinds"), [row[1:] for row in MOODS], ids=[row[0] for row in MOODS])
def test_verdicts_stand_against_the_next_one(told: list[tuple[str, ...]], kinds: list[str]) -> None:
    made = moods([verdict(*one) for one in told], "A and B")
    assert [one.kind for one in made] == kinds
    assert [one.kind for one in moods([verdict(*one) for one in reversed(told)], "A and B")] == kinds
    for one in made:
        days = [view.first for view in one.views]
        assert days == sorted(day for day in days if day)


def test_a_verdict_without_a_day_is_left_out() -> None:
    undated = replace(verdict("better", "2013-05-07"), reported=When())
    assert moods([verdict("worse", "2013-02-11"), undated], "A and B") == []


AKIN = [
    ("the G-8 summit in Northern Ireland", "the Group of Eight summit", True),
    ("the G20 summit", "the Group of Twenty", True),
    ("on the sidelines of the G8", "during the G-8 meeting", True),
    ("at a rally in Belgrade", "at a hearing in Oslo", False),
    ("the G-8 summit", "the G-20 summit", False),
    ("the G-8 summit in Northern Ireland", "the G8 in Lough Erne", True),
    ("the NATO council in Brussels", "a NATO gathering", True),
    ("the opening of the port of Narvik", "the closing of the port of Molde", False),
    ("a meeting", "talks in Berlin", True),
    ("At the end of her time as secretary", "during a final meeting", False),
]


@pytest.mark.parametrize(("left", "right", "same"), AKIN, ids=[f"{a} / {b}" for a, b, _ in AKIN])
def test_two_names_of_one_occasion(left: str, right: str, same: bool) -> None:
    assert akin(left, right) is same
    assert akin(right, left) is same
