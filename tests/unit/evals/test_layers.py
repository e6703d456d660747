"""Names, dates, events and lines against the own gold."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from evals.metrics.layers import (
    bare,
    body_counts,
    date_counts,
    event_counts,
    event_fits,
    furniture,
    missed_names,
    name_counts,
    same_days,
    same_party,
)
from evals.metrics.slots import Counts
from evals.rendering import Aligned
from evals.tasks.demo import horizon_fits, layer_figures, moved, span_of

from detente.records import (
    ActorKind,
    Event,
    Evidence,
    Extraction,
    Factuality,
    Forecast,
    Mention,
    Participant,
    When,
)
from tests.factories import article_of

TEXT = "Tony Blair met Guido Di Tella in London on Monday. Mr Blair praised Argentina."


def mention(words: str, kind: ActorKind, nth: int = 0, form: str = "name", **more: Any) -> Mention:
    at = row_of(words, nth)
    evidence = (Evidence(at["start"], at["end"], words, "row", 1),)
    name, actor = more.get("name", words), more.get("actor")
    return Mention("mention:1", "article:1", 1, words, kind, form, actor, name, None, 1.0, "", evidence)  # type: ignore[arg-type]


def event(
    words: str, kind: str, actor: str, recipient: str, factuality: Factuality = "happened"
) -> Event:
    at = row_of(words)
    told = (Evidence(at["start"], at["end"], words, "row", 1),)
    one, two = (Participant(state, state, None, "state", state) for state in (actor, recipient))
    return Event("event:1", "article:1", 1, kind, None, 1, 0.0, (one,), (two,), words, None, When(),
                 factuality, None, 1.0, "", told)  # fmt: skip


@pytest.fixture
def found() -> Extraction:
    return Extraction(
        article_of(TEXT),
        mentions=(
            mention("Tony Blair", "person", actor="person:tony-blair"),
            mention("Guido Di Tella", "person"),
            mention("London", "place"),
            mention("Mr Blair", "person", form="title", name="Tony Blair"),
            mention("Argentina", "state"),
            mention("met", "person", form="pronoun"),
        ),
        events=(
            event("Tony Blair met Guido Di Tella", "CONSULT", "GBR", "ARG"),
            event("Mr Blair praised Argentina", "SUPPORT", "GBR", "ARG"),
        ),
    )


def row_of(words: str, nth: int = 0, text: str = TEXT, **more: Any) -> dict[str, Any]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words, **more}


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Blair", "Blair"),
        ("Mr Blair", "Blair"),
        ("Mr. Blair", "Blair"),
        ("Mrs. Clinton", "Clinton"),
        ("the United States", "United States"),
        ("The Lodge", "Lodge"),
        ("Blair’s", "Blair"),
        ("Philippines'", "Philippines"),
        ("Theo", "Theo"),
        ("Drake", "Drake"),
        ("Missouri", "Missouri"),
        ("the", "the"),
    ],
)
def test_a_name_is_compared_without_title_and_possessive(words: str, kept: str) -> None:
    start, end = bare(7, words)
    assert words[start - 7 : end - 7] == kept


class TestNames:
    def test_both_ends_and_the_kind_must_agree(self, found: Extraction) -> None:
        names = [
            row_of("Tony Blair", kind="person", name="Tony Blair", actor=None),
            row_of("Blair", 1, kind="person", name="Tony Blair", actor=None),
            row_of("Argentina", kind="organisation", name="Argentina", actor=None),
            row_of("Di Tella", kind="person", name="Guido Di Tella", actor=None),
        ]
        counts = name_counts({"names": names}, found)
        assert counts["person"].right == 2
        assert counts["person"].wanted == 3
        assert counts["organisation"].right == 0
        assert counts["actors"] == Counts(2, 2, 2)

    def test_an_actor_of_another_name_is_wrong(self, found: Extraction) -> None:
        names = [row_of("Tony Blair", kind="person", name="Cherie Blair", actor="local:cherie")]
        assert name_counts({"names": names}, found)["actors"] == Counts(0, 1, 1)

    def test_the_same_id_is_right_under_another_name(self, found: Extraction) -> None:
        actor = "person:tony-blair"
        names = [row_of("Tony Blair", kind="person", name="The Prime Minister", actor=actor)]
        assert name_counts({"names": names}, found)["actors"].right == 1

    def test_names_in_furniture_count_on_neither_side(self, found: Extraction) -> None:
        byline = [{"start": 0, "end": 10, "role": "byline"}]
        gold = {"names": [], "roles": byline}
        with_all, without = name_counts({"names": []}, found), name_counts(gold, found)
        assert with_all["person"].found == without["person"].found + 1

    def test_a_name_that_was_missed_is_told_with_its_kind(self, found: Extraction) -> None:
        names = [
            row_of("Tony Blair", kind="person", name="Tony Blair", actor=None),
            row_of("Monday", kind="place", name="Monday", actor=None),
        ]
        assert missed_names({"names": names}, found) == ["Monday (place)"]


def when(start: str, end: str | None = None, text: str | None = None) -> When:
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    return When(first, last, "day" if first == last else "range", "relative", text)


@pytest.mark.parametrize(
    ("wanted", "found", "words", "right"),
    [
        ("2007-07-19", when("2007-07-19"), "yesterday", True),
        ("2007-07-19", when("2007-07-18"), "yesterday", False),
        ("2007-07-19", when("2007-07-18", "2007-07-19"), "Thursday night", False),
        ("2007-07-19", When(), "yesterday", False),
        ("2007-07", when("2007-07-01", "2007-07-31"), "July", True),
        ("2007-07", when("2007-07-19"), "July", False),
        ("2007-07", when("2007-01-01", "2007-12-31"), "July", False),
        ("1998", when("1998-01-01", "1998-12-31"), "last year", True),
        ("2007-07-16..2007-07-22", when("2007-07-15", "2007-07-21"), "last week", True),
        ("2007-07-16..2007-07-22", when("2007-07-09", "2007-07-15"), "last week", False),
        ("2007-07-16..2007-07-22", when("2007-07-18"), "last week", False),
        ("2007-09-23..2007-12-21", when("2007-09-01", "2007-11-30"), "the autumn", True),
        ("2007-09-23..2007-12-21", when("2006-09-01", "2006-11-30"), "the autumn", False),
        ("2007-09-23..2007-12-21", when("2007-09-01", "2007-11-30"), "a quarter", False),
        ("2007-12", when("2007-07-20", "2007-12-31", "by the end of the year"), "", True),
        ("2007-12", when("2007-07-20", "2007-10-31", "by the end of the year"), "", False),
        ("2014", when("2012-09-27", "2013-12-31", "before 2014"), "2014", True),
        ("1994", when("1994-01-01", "1998-10-29", "since 1994"), "1994", True),
        ("1994", when("1995-01-05", "1998-10-29", "since 1994"), "1994", False),
        ("2024-04-10", when("2024-04-09", "2024-04-10", "by Wednesday"), "Wednesday", True),
        ("2024-04-10", when("2024-03-27", "2024-04-03", "by Wednesday"), "Wednesday", False),
    ],
)
def test_a_date_is_right_when_its_days_are(wanted: str, found: When, words: str, right: bool) -> None:
    span = span_of(wanted)
    assert span is not None
    assert same_days(span, found, words) is right

    def test_a_state_that_is_a_place_is_a_state_and_a_capital_is_not(self, found: Extraction) -> None:
        there = dataclasses.replace(found, mentions=(mention("Argentina", "place"),))
        counts = name_counts(
            {"names": [row_of("Argentina", kind="state", name="Argentina", actor=None)]}, there
        )
        assert (counts["state"].right, counts["place"].found) == (1, 0)
        london = dataclasses.replace(found, mentions=(mention("London", "place"),))
        assert name_counts({"names": []}, london)["place"].found == 1

    def test_a_description_is_no_name(self, found: Extraction) -> None:
        body = dataclasses.replace(
            found, mentions=(mention("on Monday", "body"), mention("praised", "body"))
        )
        assert name_counts({"names": []}, body)["organisation"].found == 1


class TestDates:
    def test_found_twice_counts_once(self) -> None:
        gold = {"dates": [row_of("Monday", date="1998-10-26", precision="day")]}
        at = TEXT.index("Monday")
        twice = [(at, at + 6, when("1998-10-26")), (at - 3, at + 6, when("1998-10-26"))]
        counts, missed = date_counts(gold, twice, span_of)
        assert counts == Counts(1, 2, 1)
        assert missed == []

    def test_a_wrong_value_is_missed_and_told(self) -> None:
        gold = {"dates": [row_of("Monday", date="1998-10-26", precision="day")]}
        at = TEXT.index("Monday")
        counts, missed = date_counts(gold, [(at, at + 6, when("1998-11-02"))], span_of)
        assert counts == Counts(0, 1, 1)
        assert missed == ["Monday = 1998-10-26"]

    def test_an_unknown_date_must_be_unknown(self) -> None:
        gold = {"dates": [row_of("Monday", date=None, precision="unknown")]}
        at = TEXT.index("Monday")
        assert date_counts(gold, [(at, at + 6, When())], span_of)[0].right == 1
        assert date_counts(gold, [(at, at + 6, when("1998-10-26"))], span_of)[0].right == 0

    def test_dates_in_furniture_are_left_out(self) -> None:
        gold = {"dates": [], "roles": [{"start": 0, "end": len(TEXT), "role": "date"}]}
        at = TEXT.index("Monday")
        assert date_counts(gold, [(at, at + 6, when("1998-10-26"))], span_of)[0].found == 0


@pytest.mark.parametrize(
    ("wanted", "party", "same"),
    [
        ("GBR", ("GBR", "Tony Blair Blair"), True),
        ("GBR", ("ARG", "Guido Di Tella"), False),
        ("GBR", (None, "Mr Gbr"), False),
        ("NATO", (None, "NATO"), True),
        ("European Union", (None, "the European Union"), True),
        ("mayors", (None, "Their mayors"), True),
        ("Boris Berezovsky", ("RUS", "Berezovsky Berezovsky"), True),
        ("Six powers", ("IRN", "Iran"), False),
    ],
)
def test_a_party_is_a_state_by_code_or_somebody_by_name(
    wanted: str, party: tuple[str | None, str], same: bool
) -> None:
    assert same_party(wanted, party) is same


def event_of(words: str, **more: Any) -> dict[str, Any]:
    row = row_of(words, actors=["GBR"], recipients=["ARG"], type="SUPPORT", factuality="happened")
    return {**row, **more}


class TestEvents:
    def test_type_and_parties_make_a_triple(self, found: Extraction) -> None:
        praise = event_of("praised Argentina")
        triples, dyads, missed = event_counts({"events": [praise]}, found)
        assert (triples.right, dyads.right, missed) == (1, 1, [])

    def test_another_type_leaves_the_dyad(self, found: Extraction) -> None:
        blame = event_of("praised Argentina", type="ACCUSE")
        triples, dyads, missed = event_counts({"events": [blame]}, found)
        assert (triples.right, dyads.right) == (0, 1)
        assert missed == ["ACCUSE GBR > ARG: praised Argentina"]

    def test_the_direction_counts_for_praise_and_not_for_a_meeting(self, found: Extraction) -> None:
        back = event_of("praised Argentina", actors=["ARG"], recipients=["GBR"])
        met = event_of("met Guido", actors=["ARG"], recipients=["GBR"], type="CONSULT")
        triples, _, missed = event_counts({"events": [back, met]}, found)
        assert triples.right == 1
        assert missed == ["SUPPORT ARG > GBR: praised Argentina"]

    def test_another_place_is_another_event(self, found: Extraction) -> None:
        praise = next(e for e in found.events if e.type == "SUPPORT")
        row = {**event_of("Tony Blair met"), "type": "SUPPORT"}
        assert event_fits(row, praise, typed=True) == 0.0

    def test_headings_and_hypothetical_events_are_not_counted(self, found: Extraction) -> None:
        title = {"start": 0, "end": TEXT.index(".") + 1, "role": "title"}
        every, _, _ = event_counts({"events": []}, found)
        body, _, _ = event_counts({"events": [], "roles": [title]}, found)
        assert body.found < every.found
        maybe = tuple(dataclasses.replace(e, factuality="hypothetical") for e in found.events)
        none, _, _ = event_counts({"events": []}, dataclasses.replace(found, events=maybe))
        assert none.found == 0


class TestLines:
    def test_lines_without_a_role_are_body(self, found: Extraction) -> None:
        counts = body_counts({"roles": []}, found.article)
        assert counts.right == counts.found == counts.wanted > 0

    def test_a_notice_taken_for_body_costs_precision(self, found: Extraction) -> None:
        notice = row_of("Mr Blair praised Argentina", role="promo")
        counts = body_counts({"roles": [notice]}, found.article)
        assert counts.precision < 1.0
        assert counts.recall == 1.0

    def test_furniture_is_what_is_not_read(self) -> None:
        roles = [{"start": i, "end": i + 1, "role": r} for i, r in enumerate(["title", "menu", "ad"])]
        assert furniture({"roles": roles}) == [(1, 2), (2, 3)]


class TestTask:
    def test_offsets_are_moved_in_every_layer(self) -> None:
        own, other = "Menu\nBlair left.\n", "Blair left."
        gold = {
            "meetings": [{"anchor": {"start": 5, "end": 10, "text": "Blair"}}],
            "names": [{"start": 5, "end": 10, "text": "Blair"}],
            "page": {"title": "x"},
        }
        there = moved(gold, Aligned(own, other))
        assert there["meetings"][0]["anchor"]["start"] == 0
        assert (there["names"][0]["start"], there["names"][0]["end"]) == (0, 5)
        assert gold["names"][0]["start"] == 5  # the gold itself is left alone

    def test_a_gold_of_the_same_text_is_not_copied(self) -> None:
        gold: dict[str, Any] = {"names": []}
        assert moved(gold, Aligned("same", "same")) is gold

    def test_states_and_organisations_are_added_up(self) -> None:
        layers = {
            "names_state": Counts(1, 1, 1),
            "names_organisation": Counts(0, 1, 1),
            "names_actors": Counts(1, 2, 2),
        }
        figures = layer_figures(layers)
        assert figures["names_state_organisation_f1"] == 0.5
        assert figures["names_actors"] == 0.5

    def test_a_layer_that_no_file_has_gives_no_figure(self) -> None:
        assert layer_figures({}) == {}

    @pytest.mark.parametrize(
        ("horizon", "found", "fits"),
        [
            (None, When(), True),
            (None, when("2014-01-01"), False),
            ("..2014-12-31", When(), False),
            ("..2014-12-31", when("2014-04-01", "2014-12-31"), True),
            ("..2014-12-25", when("2014-04-01", "2014-12-24"), True),
            ("..2014-12-25", when("2014-04-01", "2014-12-31"), False),
            ("2014-06", when("2014-06-01", "2014-06-30"), True),
            ("2014-06", when("2014-07-01", "2014-07-31"), False),
        ],
    )
    def test_a_forecast_falls_due_on_the_last_day(
        self, horizon: str | None, found: When, fits: bool
    ) -> None:
        seer = Participant("Ann Lee", "Ann Lee")
        one = Forecast("forecast:1", "article:1", 1, seer, None, "it fails", None, found, None, None,
                       None, 1.0, "", ())  # fmt: skip
        assert horizon_fits({"horizon": horizon}, one) is fits
