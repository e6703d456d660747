"""One remark in several articles: which reports are linked, which are not, and what the reason says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from detente.link import link_statements
from detente.records import Channel, Evidence, Link, Participant, Statement, When, make_id

BERG = Participant("Anna Berg", "Berg", "person:berg", "person", "NOR")
HOLM = Participant("Peter Holm", "Holm", "person:holm", "person", "SWE")
LOCAL = Participant("Sergey Mironenkov", "Mironenkov", "local:1", "person")
ELSEWHERE = Participant("Sergei Mironenkov", "he", "local:2", "person")
NOBODY = Participant("unknown", "")
ROAD = "the northern road will open for lorries in the second week of June"
DAY = date(2013, 5, 8)


def saying(article: str, content: str, speaker: Participant = BERG, **slots: Any) -> Statement:
    return Statement(
        id=make_id("statement", article, content, speaker.name),
        article=f"article:{article}",
        sentence=1,
        speaker=speaker,
        content=content,
        kind=slots.get("kind", "indirect"),
        cue="said",
        channel=slots.get("channel"),
        addressee=slots.get("addressee"),
        date=slots.get("date", When()),
        issues=(),
        score=0.9,
        rule="test",
        evidence=(Evidence(0, 1, "x", "content", 1),),
    )


def linked(*rows: Statement, days: dict[str, int] | None = None) -> list[Link]:
    published = {
        f"article:{key}": When.day(DAY + timedelta(days=after)) for key, after in (days or {}).items()
    }
    return link_statements(rows, published)


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        pytest.param(ROAD, ROAD, "verbatim", id="the same words"),
        pytest.param(f"“{ROAD.capitalize()},”", ROAD, "verbatim", id="marks and capitals"),
        pytest.param(
            "the northern road will open for lorries", ROAD, "partial", id="the beginning alone"
        ),
        pytest.param(
            "by then the northern road will open for lorries in the second week", ROAD, "partial",
            id="a long run in both",
        ),
        pytest.param(
            "lorries will use the reopened northern road from June on, in its second week", ROAD,
            "wording", id="told in other words",
        ),
        pytest.param(
            "the ministers’ talks were useful and frank", "the ministers' talks were useful and frank",
            "verbatim", id="apostrophes of two shapes",
        ),
    ],
)  # fmt: skip
def test_reports_of_one_remark_are_linked(left: str, right: str, how: str) -> None:
    [link] = linked(saying("a", left), saying("b", right), days={"a": 0, "b": 1})
    assert link.relation == "same-statement"
    assert link.reason.startswith(how)
    assert 0.5 <= link.score <= 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(saying("a", ROAD), saying("a", ROAD), id="one article"),
        pytest.param(saying("a", ROAD), saying("b", ROAD, HOLM), id="two speakers"),
        pytest.param(saying("a", ROAD, NOBODY), saying("b", ROAD, NOBODY), id="nobody named"),
        pytest.param(saying("a", "no comment"), saying("b", "no comment"), id="a stock phrase"),
        pytest.param(
            saying("a", ROAD, kind="no_comment"), saying("b", ROAD, kind="no_comment"), id="silence"
        ),
        pytest.param(
            saying("a", ROAD),
            saying("b", "the northern road will not open for lorries in the second week of June"),
            id="a denial against an assertion",
        ),
        pytest.param(
            saying("a", "some 400 soldiers crossed the northern border near the village"),
            saying("b", "near the village some 900 soldiers crossed the northern border"),
            id="other numbers",
        ),
        pytest.param(
            saying("a", "lorries use the northern road", date=When.day(DAY)),
            saying("b", "the northern road, lorries use it", date=When.day(DAY + timedelta(days=9))),
            id="other wording of another day",
        ),
        pytest.param(
            saying("a", ROAD), saying("b", "the harbour will be dredged before the winter"),
            id="another matter",
        ),
    ],
)  # fmt: skip
def test_other_remarks_are_not(one: Statement, other: Statement) -> None:
    assert linked(one, other, days={"a": 0, "b": 1}) == []


@pytest.mark.parametrize(
    ("days", "count"),
    [({"a": 0, "b": 59}, 1), ({"a": 0, "b": 61}, 0), ({"a": 0}, 1), ({}, 1)],
    ids=["near", "months apart", "one without a date", "none with one"],
)
def test_the_same_words_long_after_are_another_occasion(days: dict[str, int], count: int) -> None:
    assert len(linked(saying("a", ROAD), saying("b", ROAD), days=days)) == count


def test_other_wording_must_be_printed_at_once() -> None:
    told = "lorries will use the reopened northern road from June on, in its second week"
    assert linked(saying("a", ROAD), saying("b", told), days={"a": 0, "b": 25}) == []


@pytest.mark.parametrize(
    ("slots", "others", "words"),
    [
        pytest.param(
            {"date": When.day(DAY)}, {"date": When.day(DAY + timedelta(days=4))},
            ("2013-05-08", "2013-05-12"), id="days",
        ),
        pytest.param(
            {"channel": Channel("interview")}, {"channel": Channel("press conference")},
            ("interview", "press conference"), id="channels",
        ),
        pytest.param(
            {"addressee": HOLM}, {"addressee": LOCAL},
            ("Peter Holm", "Sergey Mironenkov"), id="whom to",
        ),
    ],
)  # fmt: skip
def test_the_reason_says_what_differs(
    slots: dict[str, Any], others: dict[str, Any], words: tuple[str, str]
) -> None:
    [link] = linked(saying("a", ROAD, **slots), saying("b", ROAD, **others))
    told = link.reason.rpartition("; ")[2]
    assert " against " in told
    assert all(word in told for word in words)


def test_the_day_of_print_is_no_difference() -> None:
    one = saying("a", ROAD, date=When.day(DAY, basis="published"))
    other = saying("b", ROAD, date=When.day(DAY + timedelta(days=4), basis="published"))
    [link] = linked(one, other)
    assert "against" not in link.reason


def test_a_person_whom_only_articles_know_goes_by_the_name() -> None:
    assert len(linked(saying("a", ROAD, LOCAL), saying("b", ROAD, ELSEWHERE))) == 1


def test_three_reports_are_three_links_in_any_order() -> None:
    rows = [saying(key, ROAD) for key in "abc"]
    assert len(linked(*rows)) == 3
    assert linked(*rows) == linked(*reversed(rows))


def test_a_speaker_of_very_many_remarks_is_compared_by_rare_words() -> None:
    rows = [saying(f"n{i}", f"the committee meets in hall {i} at the harbour") for i in range(260)]
    found = linked(*rows, saying("a", ROAD), saying("b", ROAD))
    assert [link.reason.split(":")[0] for link in found if "northern" in link.reason] == ["verbatim"]
