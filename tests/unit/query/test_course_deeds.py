"""What counts in the course of a relationship, whose it is, on which day, and how often."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from detente.query.course_deeds import WORDS, Deed, deeds_of
from detente.records import Participant, When
from tests.unit.query.course import (
    CLINTON,
    ENVOYS,
    GERMANY,
    KERRY,
    LAVROV,
    OBAMA,
    PEOPLE,
    PUTIN,
    RUSSIA,
    RYABKOV,
    USA,
    act,
    article,
    felt,
    link,
    told,
    understood,
)

POST = article("Post", "2013-05-09")
GLOBE = article("Globe", "2013-05-10")
LATE = article("Late", "2013-05-20")
UNDATED = article("Undated", None)
PUBLISHED = When(None, date(2013, 5, 9), "range", "published")
ARTICLES = [POST, GLOBE, LATE, UNDATED]


def deeds(*rows: Any, links: Any = ()) -> list[Deed]:
    return list(deeds_of(told(*rows, of=ARTICLES, links=links).course(), "USA", "RUS").deeds)


def one(*rows: Any, links: Any = ()) -> Deed:
    (deed,) = deeds(*rows, links=links)
    return deed


SIDES: list[Any] = [
    pytest.param(USA, RUSSIA, ("left",), id="one state toward the other"),
    pytest.param(RUSSIA, USA, ("right",), id="the other way"),
    pytest.param(LAVROV, KERRY, ("right",), id="people in office act for their states"),
    pytest.param(ENVOYS, USA, ("right",), id="diplomats without a name do"),
    pytest.param(RYABKOV, USA, ("right",), id="whom the row gives an office does"),
    pytest.param((KERRY, LAVROV), (), ("left", "right"), id="both together: of both"),
    pytest.param((KERRY, LAVROV), GERMANY, ("left", "right"), id="both toward a third"),
    pytest.param(USA, (GERMANY, RUSSIA), ("left",), id="a third beside the other"),
    pytest.param(PEOPLE, USA, (), id="civil society acts for no state"),
    pytest.param(CLINTON, RUSSIA, (), id="a minister out of office does not"),
    pytest.param(GERMANY, RUSSIA, (), id="a third state is no side"),
    pytest.param(USA, GERMANY, (), id="nor is what is done to one"),
    pytest.param(RUSSIA, PEOPLE, (), id="what a state does to its own people is not toward the other"),
]


@pytest.mark.parametrize(("by", "to", "wanted"), SIDES)
def test_whose_deed_it_is(by: Any, to: Any, wanted: tuple[str, ...]) -> None:
    found = deeds(act(POST, "SANCTION", by, to, "2013-05-07"))
    assert [deed.sides for deed in found] == ([wanted] if wanted else [])


def test_who_was_in_office_on_the_day_acts_for_the_state() -> None:
    early = act(POST, "ACCUSE", CLINTON, RUSSIA, "2013-01-10")
    assert one(early).sides == ("left",)


COUNTED: list[Any] = [
    pytest.param("SANCTION", {}, -6.0, id="an act that happened"),
    pytest.param("COERCE", {"factuality": "ongoing"}, -7.0, id="one that goes on"),
    pytest.param("REJECT", {"mode": "meet"}, -2.0, id="the score of its mode"),
    pytest.param("AGREE", {"factuality": "promised"}, 2.5, id="a promise is an act"),
    pytest.param("THREATEN", {"factuality": "promised"}, -3.5, id="so is a threat"),
    pytest.param("ACCUSE", {"factuality": "promised"}, None, id="blame that is only promised is none"),
    pytest.param("AID", {"factuality": "promised"}, None, id="nor is help"),
    pytest.param("SANCTION", {"factuality": "planned"}, None, id="planned"),
    pytest.param("SANCTION", {"factuality": "hypothetical"}, None, id="hypothetical"),
    pytest.param("SANCTION", {"factuality": "negated"}, None, id="negated"),
    pytest.param("SANCTION", {"factuality": "denied"}, None, id="denied"),
    pytest.param("SANCTION", {"factuality": "historical"}, None, id="history"),
    pytest.param("CONSULT", {}, None, id="talks are contacts, told by meetings"),
]


@pytest.mark.parametrize(("type_", "more", "value"), COUNTED)
def test_what_counts(type_: str, more: dict[str, Any], value: float | None) -> None:
    found = deeds(act(POST, type_, USA, RUSSIA, "2013-05-07", **more))
    assert [deed.value for deed in found] == ([] if value is None else [value])


@pytest.mark.parametrize(
    ("type_", "counts"),
    [("SUPPORT", False), ("AID", False), ("COOPERATE", False), ("CONCEDE", False), ("AGREE", False),
     ("ACCUSE", True), ("REJECT", True), ("SANCTION", True)],
)  # fmt: skip
def test_help_and_praise_need_the_other_named(type_: str, counts: bool) -> None:
    """ "He defended the checks" is no praise of the other state, which nobody named."""
    row = act(POST, type_, PUTIN, understood(USA), "2013-05-07")
    assert bool(deeds(row)) is counts


DAYS: list[Any] = [
    pytest.param(POST, "2013-05-07", "2013-05-07", "own", id="the day the text gives"),
    pytest.param(POST, "2013-05-06..2013-05-08", "2013-05-08", "own", id="the last of a few"),
    pytest.param(POST, "2013-06-17", "2013-05-09", "own", id="agreed for a day to come: by its report"),
    pytest.param(POST, None, "2013-05-09", "report", id="no day: that of the report"),
    pytest.param(POST, PUBLISHED, "2013-05-09", "report", id="happened by the report: the same"),
    pytest.param(POST, "2013-04-01..2013-04-30", None, "", id="a month is in no week"),
    pytest.param(UNDATED, None, None, "", id="neither text nor page gives a day"),
    pytest.param(UNDATED, "2013-05-07", "2013-05-07", "own", id="the text does, the page does not"),
]


@pytest.mark.parametrize(("where", "on", "day", "dated"), DAYS)
def test_on_which_day_it_counts(where: Any, on: Any, day: str | None, dated: str) -> None:
    rows = told(act(where, "AGREE", (KERRY, LAVROV), (), on), of=ARTICLES).course()
    found = deeds_of(rows, "USA", "RUS")
    assert [(deed.day.isoformat(), deed.dated) for deed in found.deeds] == (
        [(day, dated)] if day else []
    )
    assert found.unplaced == (0 if day else 1)


ONCE: list[Any] = [
    pytest.param(("2013-05-07", {}), ("2013-05-07", {}), 1, id="told twice"),
    pytest.param(("2013-05-07", {}), ("2013-05-08", {}), 1, id="a day apart"),
    pytest.param(("2013-05-06", {}), ("2013-05-08", {}), 2, id="two days apart"),
    pytest.param(("2013-05-07", {}), ("2013-05-07", {"by": OBAMA}), 2, id="another person"),
    pytest.param(("2013-05-07", {}), ("2013-05-07", {"by": USA}), 1, id="the state for its minister"),
    pytest.param(("2013-05-07", {}), ("2013-05-07", {"type_": "REJECT"}), 2, id="another type"),
    pytest.param(("2013-05-07", {}), ("2013-05-07", {"trigger": "blamed"}), 1, id="another verb"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "count"), ONCE)
def test_an_act_is_one_however_many_tell_it(left: Any, right: Any, count: int) -> None:
    rows = []
    for where, (on, more) in ((POST, left), (GLOBE, right)):
        more = dict(more)
        rows.append(act(where, more.pop("type_", "ACCUSE"), more.pop("by", KERRY), RUSSIA, on, **more))
    assert len(deeds(*rows)) == count


LOOKING_BACK: list[Any] = [
    pytest.param({"issues": ("issue:syria",)}, {"issues": ("issue:syria",)}, 1, id="issue and verb"),
    pytest.param({}, {}, 1, id="the verb, where none names an issue"),
    pytest.param({"issues": ("issue:syria",)}, {"issues": ("issue:adoption",)}, 2, id="another issue"),
    pytest.param({"issues": ("issue:syria",)}, {"issues": ("issue:syria",), "trigger": "hit"}, 2,
                 id="another verb"),
    pytest.param({"issues": ("issue:syria",)}, {}, 2, id="only one names an issue"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "count"), LOOKING_BACK)
def test_a_report_without_a_day_may_look_back(first: Any, second: Any, count: int) -> None:
    rows = (
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07", **first),
        act(LATE, "SANCTION", USA, RUSSIA, None, **second),
    )
    assert len(deeds(*rows)) == count


def test_it_does_not_look_back_for_ever() -> None:
    much_later = article("Much later", "2013-07-01")
    rows = (
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07"),
        act(much_later, "SANCTION", USA, RUSSIA),
    )
    found = deeds_of(told(*rows, of=[*ARTICLES, much_later]).course(), "USA", "RUS")
    assert len(found.deeds) == 2


def test_a_day_of_its_own_is_never_a_look_back() -> None:
    rows = (
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07"),
        act(LATE, "SANCTION", USA, RUSSIA, "2013-05-17"),
    )
    assert [deed.day.day for deed in deeds(*rows)] == [7, 17]


def test_a_deed_keeps_every_row_and_counts_origins() -> None:
    rows = (
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07"),
        act(GLOBE, "SANCTION", USA, RUSSIA, "2013-05-07"),
    )
    deed = one(*rows)
    assert set(deed.rows) == {row.id for row in rows}
    assert (deed.reports.outlet_count, deed.reports.origins) == (2, 2)
    assert [ref.article for ref in deed.refs] == ["article:Post", "article:Globe"]


def test_a_copy_adds_an_outlet_and_no_origin() -> None:
    rows = (
        act(POST, "SANCTION", USA, RUSSIA, None),
        act(GLOBE, "SANCTION", USA, RUSSIA, None),
    )
    deed = one(*rows, links=[link(POST, GLOBE, "same-text")])
    assert (deed.reports.outlet_count, deed.reports.origins) == (2, 1)
    assert deed.day == date(2013, 5, 9)


def test_what_only_a_later_copy_has_counts() -> None:
    rows = (
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07"),
        act(GLOBE, "REJECT", RUSSIA, USA, "2013-05-09"),
    )
    assert len(deeds(*rows, links=[link(POST, GLOBE, "same-text")])) == 2


def test_the_score_is_that_of_most_origins() -> None:
    third = article("Third", "2013-05-11")
    rows = (
        act(POST, "ACCUSE", KERRY, RUSSIA, "2013-05-07", mode="allege"),
        act(GLOBE, "ACCUSE", KERRY, RUSSIA, "2013-05-07", mode="disapprove"),
        act(third, "ACCUSE", KERRY, RUSSIA, "2013-05-07", mode="disapprove"),
    )
    (deed,) = deeds_of(told(*rows, of=[*ARTICLES, third]).course(), "USA", "RUS").deeds
    assert (deed.mode, deed.value) == ("disapprove", -2.0)


def test_of_two_codings_told_equally_often_the_milder_counts() -> None:
    rows = (
        act(POST, "ACCUSE", KERRY, RUSSIA, "2013-05-07", mode="allege"),
        act(GLOBE, "ACCUSE", KERRY, RUSSIA, "2013-05-07", mode="disapprove"),
    )
    assert one(*rows).value == -2.0


WORDS_OF: list[Any] = [
    pytest.param(LAVROV, USA, "against", ("right", "ACCUSE", -WORDS), id="blame"),
    pytest.param(KERRY, LAVROV, "for", ("left", "SUPPORT", WORDS), id="praise"),
    pytest.param(CLINTON, RUSSIA, "against", None, id="of nobody in office"),
    pytest.param(GERMANY, RUSSIA, "against", None, id="of a third"),
    pytest.param(LAVROV, PUTIN, "for", None, id="within one side"),
    pytest.param(LAVROV, GERMANY, "against", None, id="toward a third"),
]


@pytest.mark.parametrize(("actor", "toward", "polarity", "wanted"), WORDS_OF)
def test_words_toward_the_other(
    actor: Participant, toward: Participant, polarity: str, wanted: Any
) -> None:
    found = [(d.sides[0], d.type, d.value) for d in deeds(felt(POST, actor, toward, polarity))]
    assert found == ([wanted] if wanted else [])


def test_words_of_a_sentence_whose_act_counts_are_not_counted_again() -> None:
    rows = (
        act(POST, "ACCUSE", LAVROV, USA, "2013-05-08", sentence=3),
        felt(POST, LAVROV, USA, sentence=3),
    )
    assert one(*rows).kind == "act"


def test_words_join_the_act_of_that_day_by_the_same_person() -> None:
    deed = one(
        act(POST, "ACCUSE", LAVROV, USA, "2013-05-09"),
        felt(GLOBE, LAVROV, USA, sentence=4),
    )
    assert (deed.kind, deed.reports.origins) == ("act", 2)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(felt(GLOBE, PUTIN, USA), id="of another person"),
        pytest.param(felt(GLOBE, LAVROV, USA, "for"), id="of the other sign"),
        pytest.param(felt(LATE, LAVROV, USA), id="of another week"),
    ],
)
def test_other_words_do_not_join_it(row: Any) -> None:
    assert len(deeds(act(POST, "ACCUSE", LAVROV, USA, "2013-05-09"), row)) == 2


def test_the_same_words_told_twice_are_one() -> None:
    deed = one(felt(POST, LAVROV, USA, sentence=2), felt(GLOBE, LAVROV, USA, sentence=5))
    assert (deed.kind, len(deed.rows)) == ("words", 2)


def test_deeds_come_in_order_of_days() -> None:
    rows = [act(LATE, "SANCTION", USA, RUSSIA, f"2013-0{month}-05") for month in (5, 2, 4)]
    assert [deed.day.month for deed in deeds(*rows)] == [2, 4, 5]


def test_issues_are_those_of_all_reports() -> None:
    deed = one(
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07", issues=("issue:syria",)),
        act(GLOBE, "SANCTION", USA, RUSSIA, "2013-05-07", issues=("issue:adoption",)),
    )
    assert deed.issues == ("issue:adoption", "issue:syria")
