"""Which rows concern two states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from detente.query.concern import Concern, Pair
from detente.records import Actor, Extraction, Participant, Place
from tests.factories import article_of
from tests.unit.query import factories as made

PAIR = Pair("USA", "RUS", made.reference())
ENVOY = Participant("Jean Sample", "Jean Sample", "local:jean", "person", "FRA")


def _article(*named: tuple[str, str], title: str | None = None, body: str = "") -> Extraction:
    """Return an article in which actors are named by words of its text, in order."""
    words = body or "Kerry and Lavrov talk. Russia and Washington wait. Jean Sample hopes."
    parts: list[Any] = [("title", title), words] if title else [words]
    of = made.extraction(article_of(*parts))
    return replace(of, mentions=tuple(made.mention(of, text, actor) for text, actor in named))


KERRY, LAVROV = ("Kerry", "person:john-kerry"), ("Lavrov", "person:sergei-lavrov")
RUSSIA, WASHINGTON = ("Russia", "state:RUS"), ("Washington", "state:USA")
ABOUT = _article(KERRY, LAVROV, RUSSIA, WASHINGTON)
PASSING = _article(KERRY, LAVROV)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(ABOUT, True, id="both twice, through their people too"),
        pytest.param(PASSING, False, id="both once"),
        pytest.param(_article(KERRY, WASHINGTON, LAVROV), False, id="one of them once"),
        pytest.param(_article(KERRY, LAVROV, title="Kerry sees Lavrov"), True, id="both in the title"),
        pytest.param(_article(KERRY, WASHINGTON), False, id="one state only"),
        pytest.param(_article(), False, id="nobody"),
    ],
)
def test_about_the_pair(of: Extraction, expected: bool) -> None:
    assert Concern(of, PAIR).about_pair is expected


def test_people_whom_only_the_article_knows_count_for_their_state() -> None:
    of = _article(KERRY, ("Jean Sample", "local:jean"), WASHINGTON, ("Lavrov", "local:jean"))
    of = replace(of, actors=(Actor("local:jean", "person", "Jean Sample", "RUS"),))
    assert Concern(of, PAIR).about_pair


@pytest.mark.parametrize(
    ("people", "more", "expected"),
    [
        pytest.param((made.KERRY, made.LAVROV), {}, True, id="both sides"),
        pytest.param((made.KERRY, made.LAVROV, ENVOY), {}, True, id="and a third"),
        pytest.param((made.KERRY, ENVOY), {}, False, id="one side and a third"),
        pytest.param((made.KERRY,), {"form": "visit", "place": made.MOSCOW}, True, id="a visit there"),
        pytest.param(
            (made.KERRY,), {"form": "visit", "place": made.BERLIN}, False, id="a visit elsewhere"
        ),
        pytest.param(
            (made.KERRY,), {"form": "visit", "place": Place("Boston", "USA")}, False, id="at home"
        ),
        pytest.param((ENVOY,), {"form": "visit", "place": made.MOSCOW}, False, id="a third's visit"),
        pytest.param((made.KERRY,), {"place": made.MOSCOW}, False, id="no visit, one side"),
        pytest.param((), {}, False, id="nobody"),
    ],
)
def test_meetings(people: tuple[Participant, ...], more: dict[str, Any], expected: bool) -> None:
    row = made.meeting(PASSING, "Kerry and Lavrov talk", *people, **more)
    assert bool(Concern(replace(PASSING, meetings=(row,)), PAIR).meetings()) is expected


SPOKEN = "The deal is near. Kerry hopes."


@pytest.mark.parametrize(
    ("about", "speaker", "words", "to", "expected"),
    [
        pytest.param(True, made.KERRY, "deal", None, True, id="about: a side"),
        pytest.param(True, made.SAMPLE, "deal", None, True, id="about: an expert of no state"),
        pytest.param(True, made.NOBODY, "deal", None, True, id="about: a speaker not found"),
        pytest.param(True, ENVOY, "deal", None, False, id="about: a third who names neither"),
        pytest.param(True, ENVOY, "Kerry hopes", None, True, id="about: a third who names one"),
        pytest.param(False, made.LAVROV, "deal", None, False, id="else: a side alone"),
        pytest.param(False, made.LAVROV, "Kerry hopes", None, True, id="else: a side names the other"),
        pytest.param(False, made.KERRY, "Kerry hopes", None, False, id="else: a side names itself"),
        pytest.param(False, made.LAVROV, "deal", made.KERRY, True, id="else: to the other"),
        pytest.param(False, made.SAMPLE, "Kerry hopes", None, False, id="else: an expert"),
    ],
)
def test_statements(
    about: bool, speaker: Participant, words: str, to: Participant | None, expected: bool
) -> None:
    title = "Washington and Russia" if about else "Paris waits"
    of = made.extraction(article_of(("title", title), "The deal is near.", "Kerry hopes."))
    named = [KERRY, *((WASHINGTON, RUSSIA) if about else ())]
    of = replace(of, mentions=tuple(made.mention(of, text, actor) for text, actor in named))
    row = made.statement(of, words, speaker, addressee=to)
    assert bool(Concern(replace(of, statements=(row,)), PAIR).statements()) is expected


@pytest.mark.parametrize("of", [pytest.param(ABOUT, id="about"), pytest.param(PASSING, id="passing")])
def test_positions_and_forecasts_need_the_article_to_be_about_the_pair(of: Extraction) -> None:
    of = replace(
        of,
        positions=(
            made.position(of, "Russia and Washington wait", made.RUSSIA, "issue:syria"),
            made.position(of, "Jean Sample hopes", ENVOY, "issue:syria"),
        ),
        forecasts=(made.forecast(of, "Jean Sample hopes", ENVOY),),
    )
    concern = Concern(of, PAIR)
    assert [row.actor for row in concern.positions()] == ([made.RUSSIA] if of.mentions[2:] else [])
    # The factory's text is one sentence, in which both sides are named: the forecast joins them.
    assert len(concern.forecasts()) == 1


@pytest.mark.parametrize(
    ("actor", "to", "expected"),
    [
        pytest.param(made.RUSSIA, made.USA, True, id="one to the other"),
        pytest.param(made.USA, made.LAVROV, True, id="to one of its people"),
        pytest.param(made.USA, made.KERRY, False, id="at home"),
        pytest.param(ENVOY, made.RUSSIA, False, id="a third"),
        pytest.param(made.RUSSIA, ENVOY, False, id="to a third"),
    ],
)
def test_acts(actor: Participant, to: Participant, expected: bool) -> None:
    row = made.event(PASSING, "talk", actor, to)
    assert bool(Concern(replace(PASSING, events=(row,)), PAIR).acts()) is expected


def test_an_act_of_both_on_one_is_of_neither_on_the_other() -> None:
    row = made.event(PASSING, "talk", made.KERRY, made.RUSSIA)
    row = replace(row, actors=(made.KERRY, made.LAVROV))
    assert Concern(replace(PASSING, events=(row,)), PAIR).acts() == []
