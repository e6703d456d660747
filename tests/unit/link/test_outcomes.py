"""What came of forecasts: which later row settles a claim, comes near it, or says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.link.outcomes import Target, link_outcomes, stems, targets_of
from detente.records import Event, Forecast, Link, Meeting, Participant, Place, When
from tests.unit.query import factories as made

KERRY = Participant("John Kerry", "Kerry", "person:john-kerry", "person", "USA")
LAVROV = Participant("Sergei Lavrov", "Lavrov", "person:sergei-lavrov", "person", "RUS")
BOTH = frozenset({"person:john-kerry", "person:sergei-lavrov"})
MADE = When.day(date(2013, 3, 1))
JUNE = When(date(2013, 3, 1), date(2013, 6, 30), "range", "relative", "by the end of June")


def foretold(claim: str, **more: Any) -> Target:
    row = made.forecast(made.post(), "no breakthrough on Syria was near", made.SAMPLE)
    more = {"horizon": JUNE} | more
    return Target(replace(row, claim=claim, **more), MADE, BOTH, ("kerry", "lavrov"))


def met(status: Any = "held", day: date | None = date(2013, 5, 7), place: str = "Moscow") -> Meeting:
    of = made.later()
    when = When.day(day) if day else When()
    first = of.article.text.split(".")[0]
    row = made.meeting(of, first, KERRY, LAVROV)
    return replace(row, status=status, date=when, place=Place(place))


def outcome(target: Target, *rows: Meeting, told: date = date(2013, 5, 9)) -> Link | None:
    published = {row.article: When.day(told) for row in rows}
    return next(iter(link_outcomes([target], rows, (), published)), None)


@pytest.mark.parametrize(
    ("claim", "status", "verdict"),
    [
        pytest.param("Kerry and Lavrov will meet in Moscow", "held", "came-true", id="held"),
        pytest.param("Kerry and Lavrov will not meet in Moscow", "held", "did-not", id="denied, held"),
        pytest.param("Kerry and Lavrov will meet in Moscow", "cancelled", "did-not", id="cancelled"),
        pytest.param("Kerry won’t visit Lavrov in Moscow", "cancelled", "came-true", id="denied, off"),
        pytest.param("Kerry and Lavrov will meet", "held", "came-true", id="no place in the claim"),
        pytest.param("Kerry and Lavrov will meet in Geneva", "held", "unclear", id="another place"),
        pytest.param("Kerry and Lavrov will meet twice", "held", "unclear", id="the claim says more"),
        pytest.param("Kerry and Lavrov will meet in Moscow", "planned", None, id="only planned"),
        pytest.param("Kerry and Lavrov will quarrel in Moscow", "held", None, id="no meeting foretold"),
    ],
)
def test_a_meeting_settles(claim: str, status: Any, verdict: str | None) -> None:
    link = outcome(foretold(claim), met(status))
    assert (link.relation if link else None) == verdict


@pytest.mark.parametrize(
    ("day", "told", "verdict"),
    [
        pytest.param(date(2013, 5, 7), date(2013, 5, 9), "came-true", id="in time"),
        pytest.param(date(2013, 6, 30), date(2013, 7, 1), "came-true", id="on the last day"),
        pytest.param(date(2013, 7, 20), date(2013, 7, 21), "partly", id="late"),
        pytest.param(date(2014, 2, 1), date(2014, 2, 2), None, id="far too late"),
        pytest.param(date(2013, 2, 26), date(2013, 5, 9), None, id="before the forecast"),
        pytest.param(date(2013, 5, 7), date(2013, 2, 1), None, id="told before the forecast"),
        pytest.param(None, date(2013, 5, 9), "unclear", id="nobody says when"),
    ],
)
def test_the_time_decides(day: date | None, told: date, verdict: str | None) -> None:
    link = outcome(foretold("Kerry and Lavrov will meet in Moscow"), met(day=day), told=told)
    assert (link.relation if link else None) == verdict


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        pytest.param(date(2013, 5, 7), "came-true", id="in time"),
        pytest.param(date(2013, 7, 20), None, id="one man's later meeting is another"),
    ],
)
def test_who_comes_alone_comes_in_time(day: date, verdict: str | None) -> None:
    target = replace(foretold("Kerry will come to Moscow"), actors=frozenset(sorted(BOTH)[:1]))
    link = outcome(target, met(day=day), told=day)
    assert (link.relation if link else None) == verdict


def test_a_condition_leaves_the_verdict_to_the_reader() -> None:
    target = foretold("Kerry and Lavrov will meet in Moscow", condition="if Assad agrees")
    link = outcome(target, met())
    assert link
    assert link.relation == "unclear"


def test_the_link_leads_from_the_forecast_to_the_row_with_a_reason() -> None:
    target, row = foretold("Kerry and Lavrov will meet in Moscow"), met()
    link = outcome(target, row)
    assert link
    assert (link.left, link.right) == (target.forecast.id, row.id)
    assert link.reason == "held with 2 named, 2013-05-07"
    assert link.decided_by == "machine"


def test_the_order_of_the_rows_changes_nothing() -> None:
    target = foretold("Kerry and Lavrov will meet in Moscow")
    rows = [met(day=date(2013, 5, 7)), met("cancelled", date(2013, 5, 20)), met(day=date(2013, 6, 1))]
    rows = [replace(row, id=f"meeting:{at}") for at, row in enumerate(rows)]
    assert outcome(target, *rows) == outcome(target, *rows[::-1])


def test_somebody_else_settles_nothing() -> None:
    row = replace(met(), participants=(KERRY,))
    assert outcome(foretold("Kerry and Lavrov will meet in Moscow"), row) is None


def test_silence_is_no_outcome() -> None:
    assert link_outcomes([foretold("Kerry and Lavrov will meet in Moscow")], (), (), {}) == []


def acted(words: str, trigger: str, **more: Any) -> Event:
    of = made.later()
    row = made.event(of, of.article.text.split(".")[0], KERRY, LAVROV)
    shown = (replace(row.evidence[0], quote=words, role="row"),)
    return replace(row, trigger=trigger, evidence=shown, date=When.day(date(2013, 5, 7)), **more)


@pytest.mark.parametrize(
    ("words", "trigger", "more", "verdict"),
    [
        pytest.param(
            "Both parliaments ratified the disputed extradition treaty.", "ratified",
            {"factuality": "happened"}, "came-true", id="the same act",
        ),
        pytest.param(
            "Both parliaments never ratified the disputed extradition treaty.", "ratified",
            {"factuality": "happened"}, "did-not", id="the same act denied",
        ),
        pytest.param(
            "The parliaments debated the disputed extradition treaty.", "debated",
            {"factuality": "happened"}, "unclear", id="another act on the same",
        ),
        pytest.param(
            "Both parliaments ratified the disputed extradition treaty.", "ratified",
            {"factuality": "planned"}, None, id="a plan settles nothing",
        ),
        pytest.param(
            "The ministers opened an exhibition.", "opened",
            {"factuality": "happened"}, None, id="about something else",
        ),
    ],
)  # fmt: skip
def test_an_act_settles(words: str, trigger: str, more: Any, verdict: str | None) -> None:
    target = foretold("the parliaments will ratify the disputed extradition treaty")
    event = acted(words, trigger, **more)
    links = link_outcomes([target], (), [event], {event.article: When.day(date(2013, 5, 9))})
    assert [link.relation for link in links] == ([verdict] if verdict else [])


IN_JUNE = "There will be a resolution by the end of June"
IN_MAY, IN_JULY = date(2013, 5, 7), date(2013, 7, 20)


@pytest.mark.parametrize(
    ("claim", "words", "day", "verdict"),
    [
        (IN_JUNE, "The council adopted a resolution on sarin.", IN_MAY, "came-true"),
        (IN_JUNE, "A resolution on sarin in Syria was adopted.", IN_MAY, "came-true"),
        (IN_JUNE, "The council passed a resolution on sarin.", IN_JULY, "partly"),
        (IN_JUNE, "The council did not adopt a resolution on sarin.", IN_MAY, None),
        (IN_JUNE, "Envoys quarrelled over a resolution on sarin.", IN_MAY, None),
        (IN_JUNE, "The council adopted a resolution on whales.", IN_MAY, None),
        (IN_JUNE.replace("a res", "no res"), "They adopted a resolution on sarin.", IN_MAY, None),
        (IN_JUNE.replace("resolution", "thaw"), "They adopted a resolution on sarin.", IN_MAY, None),
    ],
    ids=["made", "passive", "late", "denied", "only talked about", "another matter", "foretold not",
         "no thing that is made"],
)  # fmt: skip
def test_a_thing_comes_to_be(claim: str, words: str, day: date, verdict: str | None) -> None:
    target = foretold(claim, issue="issue:chemical-weapons")
    event = replace(acted(words, "adopted", factuality="happened"), date=When.day(day))
    links = link_outcomes([target], (), [event], {event.article: When.day(date(2013, 7, 30))})
    assert [link.relation for link in links] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    "more",
    [{"issue": None}, {"horizon": When()}, {"condition": "if the winter is mild"}],
    ids=["on no issue", "without a horizon", "under a condition"],
)
def test_a_thing_settles_nothing_where_the_claim_is_open(more: Any) -> None:
    target = foretold("There will be a resolution by the end of June",
                      **({"issue": "issue:chemical-weapons"} | more))  # fmt: skip
    event = acted("The council adopted a resolution on sarin in Syria.", "adopted")
    assert link_outcomes([target], (), [event], {event.article: When.day(date(2013, 5, 9))}) == []


def test_the_targets_are_read_from_the_mentions_inside_the_claim() -> None:
    of = made.post()
    row: Forecast = of.forecasts[0]
    (target,) = targets_of([row], of.mentions, {of.article.id: MADE})
    assert target.made == MADE
    claim = [item for item in row.evidence if item.role == "content"]
    for mention in of.mentions:
        inside = any(
            part.start <= item.start and item.end <= part.end
            for part in claim
            for item in mention.evidence
        )
        assert not inside or mention.actor_id is None or mention.actor_id in target.actors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Treaties were signed", {"treat", "were", "sign"}),
        ("will be again in June", set()),
        ("", set()),
    ],
)
def test_stems(text: str, found: set[str]) -> None:
    assert stems(text) == found


def came(claim: str, *, near: tuple[str, ...] = ("Moscow",), status: Any = "held",
         day: date = date(2013, 5, 7), place: str = "Moscow") -> str | None:  # fmt: skip
    """Return the verdict of a visit on a claim of one person, with what is named right before it."""
    target = replace(foretold(claim, horizon=When()), near=frozenset(near), actors=frozenset(
        {"person:john-kerry"}), names=("kerry",))  # fmt: skip
    row = met(status, day, place)
    row = replace(row, participants=(KERRY,), form="visit")
    links = link_outcomes([target], [row], (), {row.article: When.day(day)})
    return links[0].relation if links else None


@pytest.mark.parametrize(
    ("claim", "status", "verdict"),
    [
        pytest.param("He will come", "held", "came-true", id="came"),
        pytest.param("He will not come", "held", "did-not", id="came all the same"),
        pytest.param("He won’t come", "cancelled", "came-true", id="stayed away"),
        pytest.param("He will come", "cancelled", "did-not", id="called off"),
        pytest.param("He will come", "planned", None, id="still planned"),
        pytest.param("He will come to power", "held", None, id="another coming"),
        pytest.param("A date will come up", "held", None, id="comes up"),
    ],
)
def test_where_somebody_will_come_was_said_before(claim: str, status: Any, verdict: str | None) -> None:
    assert came(claim, status=status) == verdict


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"near": ()}, id="nothing named before"),
        pytest.param({"near": ("Vienna",)}, id="another place named before"),
        pytest.param({"day": date(2013, 9, 30)}, id="half a year later"),
        pytest.param({"place": "Vienna"}, id="went elsewhere"),
    ],
)
def test_a_visit_elsewhere_or_later_settles_nothing(more: dict[str, Any]) -> None:
    assert came("He will come", **more) is None


def test_what_stands_before_a_claim_is_near_and_what_stands_in_it_is_not() -> None:
    of = made.post()
    words = "no breakthrough on Syria was near"
    row = made.forecast(of, words, made.SAMPLE)
    row = replace(row, evidence=(*row.evidence, made.evidence(of, words, "content")))
    (target,) = targets_of([row], of.mentions, {of.article.id: MADE})
    assert {"Kerry", "Lavrov"} <= target.near
    assert "Russia" not in target.near
