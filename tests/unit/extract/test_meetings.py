"""Contacts: who meets, where, when, in what form, and what became of it."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.dates import find_dates
from detente.extract.meetings import find_meetings
from detente.extract.meetings.sentences import triggers_of
from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from detente.records import Meeting
from tests.factories import parse_of

WEDNESDAY = date(2013, 5, 8)


def meetings(*paragraphs: object, published: date | None = WEDNESDAY) -> tuple[Meeting, ...]:
    parse = parse_of(*paragraphs, published=published)  # type: ignore[arg-type]
    cast = find_mentions(parse, registry())
    return find_meetings(parse, cast, find_dates(parse), ())


def one(*paragraphs: object, published: date | None = WEDNESDAY) -> Meeting:
    (found,) = meetings(*paragraphs, published=published)
    return found


def who(meeting: Meeting) -> list[str]:
    return sorted(p.name.split()[-1] for p in meeting.participants)


TOLD = [
    (
        "Lavrov met Kerry in Oslo on Tuesday.",
        ["Kerry", "Lavrov"],
        "meeting",
        "Oslo",
        "2013-05-07",
        "held",
    ),
    (
        "Lavrov and Kerry met in Oslo on Tuesday.",
        ["Kerry", "Lavrov"],
        "meeting",
        "Oslo",
        "2013-05-07",
        "held",
    ),
    (
        "Kerry met with Putin and Lavrov in Sochi.",
        ["Kerry", "Lavrov", "Putin"],
        "meeting",
        "Sochi",
        None,
        "held",
    ),
    (
        "Kerry huddled with Putin in the Kremlin on Tuesday.",
        ["Kerry", "Putin"],
        "meeting",
        "the Kremlin",
        "2013-05-07",
        "held",
    ),
    (
        "Lavrov and Kerry held talks in Vienna last week.",
        ["Kerry", "Lavrov"],
        "meeting",
        "Vienna",
        "2013-04-29..2013-05-05",
        "held",
    ),
    (
        "Talks between Lavrov and Kerry took place in Vienna.",
        ["Kerry", "Lavrov"],
        "meeting",
        "Vienna",
        None,
        "held",
    ),
    (
        "Kerry's meeting with Putin and Lavrov ran late.",
        ["Kerry", "Lavrov", "Putin"],
        "meeting",
        None,
        None,
        "held",
    ),
    (
        "Lavrov will meet Kerry in Geneva next week.",
        ["Kerry", "Lavrov"],
        "meeting",
        "Geneva",
        "2013-05-13..2013-05-19",
        "planned",
    ),
    (
        "Lavrov is scheduled to meet Kerry in Geneva next month.",
        ["Kerry", "Lavrov"],
        "meeting",
        "Geneva",
        "2013-06",
        "planned",
    ),
    (
        "Obama canceled a summit with Putin in Moscow.",
        ["Obama", "Putin"],
        "summit",
        "Moscow",
        None,
        "cancelled",
    ),
    (
        "Obama called off his meeting with Putin.",
        ["Obama", "Putin"],
        "meeting",
        None,
        None,
        "cancelled",
    ),
    (
        "Lavrov postponed his meeting with Kerry.",
        ["Kerry", "Lavrov"],
        "meeting",
        None,
        None,
        "postponed",
    ),
    ("Putin refused to meet Kerry.", ["Kerry", "Putin"], "meeting", None, None, "declined"),
    ("Kerry sought a meeting with Lavrov.", ["Kerry", "Lavrov"], "meeting", None, None, "sought"),
    ("Lavrov phoned Kerry on Monday.", ["Kerry", "Lavrov"], "call", None, "2013-05-06", "held"),
    (
        "Lavrov spoke with Kerry by phone on Monday.",
        ["Kerry", "Lavrov"],
        "call",
        None,
        "2013-05-06",
        "held",
    ),
    (
        "Lavrov and Kerry held a phone conversation on Monday.",
        ["Kerry", "Lavrov"],
        "call",
        None,
        "2013-05-06",
        "held",
    ),
    ("Kerry visited Moscow on Tuesday.", ["Kerry", "Russia"], "visit", "Moscow", "2013-05-07", "held"),
    (
        "Obama will visit Russia in September.",
        ["Obama", "Russia"],
        "visit",
        "Russia",
        "2013-09",
        "planned",
    ),
    (
        "After a meeting with Kerry in Rome, Lavrov flew home.",
        ["Kerry", "Lavrov"],
        "meeting",
        "Rome",
        None,
        "held",
    ),
    (
        "Lavrov said after talks with Kerry in Rome that he was content.",
        ["Kerry", "Lavrov"],
        "meeting",
        "Rome",
        None,
        "held",
    ),
    (
        "Obama is not scheduled to meet Putin until September.",
        ["Obama", "Putin"],
        "meeting",
        None,
        "2013-09",
        "planned",
    ),
]


@pytest.mark.parametrize(
    ("text", "people", "form", "place", "day", "status"), TOLD, ids=[case[0] for case in TOLD]
)
def test_what_one_sentence_tells(
    text: str, people: list[str], form: str, place: str | None, day: str | None, status: str
) -> None:
    found = one(text)
    assert who(found) == people
    assert (found.form, found.status) == (form, status)
    assert (found.place.name if found.place else None) == place
    if day is not None:
        assert found.date.label() == day


@pytest.mark.parametrize(
    "text",
    [
        "Meetings are useful.",
        "Lavrov has always been fond of meetings.",
        "No meeting between Lavrov and Kerry is planned.",
        "Lavrov did not meet Kerry.",
        "Lavrov might meet Kerry.",
        "If Lavrov meets Kerry, much will change.",
        "The plan met with criticism.",
        "Russia met its obligations.",
        "Kerry called Lavrov a friend.",
        "Lavrov lives in Moscow.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert meetings(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov and Kerry met in Berlin.",
        "Lavrov and Kerry held their first meeting in Berlin late Tuesday.",
        "Lavrov had talks with Kerry in Germany.",
    ],
)
def test_the_venue_is_never_a_party(text: str) -> None:
    assert who(one(text)) == ["Kerry", "Lavrov"]


def test_sentences_that_tell_the_same_meeting_are_one_row() -> None:
    found = one(
        "Lavrov met Kerry in Oslo on Tuesday.",
        "Their meeting was held behind closed doors. Kerry's talks with Lavrov in Oslo were about Syria.",  # noqa: E501
    )
    assert [e.sentence for e in found.evidence if e.role == "row"] == [1, 2, 3]
    assert "behind closed doors" in found.signals
    assert "issue:syria" in found.agenda


def test_two_places_are_two_meetings() -> None:
    found = meetings("Lavrov met Kerry in Oslo on Monday. Lavrov met Kerry in Rome on Tuesday.")
    assert [m.place.name for m in found if m.place] == ["Oslo", "Rome"]


def test_two_days_are_two_meetings() -> None:
    assert len(meetings("Lavrov met Kerry on 2 May. Lavrov met Kerry on 6 May.")) == 2


def test_a_call_is_not_the_meeting() -> None:
    found = meetings("Lavrov met Kerry in Oslo on Tuesday. Lavrov phoned Kerry on Monday.")
    assert sorted(m.form for m in found) == ["call", "meeting"]


def test_a_held_and_a_planned_meeting_stay_apart() -> None:
    found = meetings("Lavrov met Kerry on Tuesday. Lavrov will meet Kerry next month.")
    assert [m.status for m in found] == ["held", "planned"]


def test_the_sidelines_are_an_occasion_and_say_where() -> None:
    found = one(
        "Obama will meet Putin in September on the sidelines of the G-20 summit in St. Petersburg."
    )
    assert found.occasion == "the G-20 summit in St. Petersburg"
    assert found.place is not None
    assert found.place.name == "St. Petersburg"
    assert found.date.label() == "2013-09"


def test_one_of_several_meetings_is_told_by_the_next_sentence() -> None:
    found = one(
        "Kerry came to arrange two coming meetings between Obama and Putin. "
        "The first one is the G-8 summit in Northern Ireland."
    )
    assert who(found) == ["Obama", "Putin"]
    assert (found.form, found.status) == ("summit", "planned")
    assert found.date.label() == "2013-06-17..2013-06-18"


def test_a_meeting_has_day_and_place_of_the_visit_it_was_part_of() -> None:
    found = meetings("Kerry visited Moscow on 7 May. Kerry's meeting with Putin was friendly.")
    meeting = next(m for m in found if m.form == "meeting")
    assert meeting.place is not None
    assert meeting.place.name == "Moscow"
    assert (meeting.date.label(), meeting.date.basis) == ("2013-05-07", "inferred")


def test_a_caption_is_evidence_of_the_meeting_it_shows() -> None:
    found = one(("caption", "Lavrov with Kerry in Oslo on Tuesday."), "Lavrov met Kerry on Tuesday.")
    assert [e.sentence for e in found.evidence if e.role == "row"] == [1, 2]


def test_a_slow_reply_is_a_signal() -> None:
    found = one("It took Lavrov six days to reply to a phone call from Kerry.")
    assert found.form == "call"
    assert who(found) == ["Kerry", "Lavrov"]


def test_a_date_the_text_does_not_say_is_only_a_bound() -> None:
    found = one("Lavrov met Kerry in Oslo.")
    assert (found.date.start, found.date.end, found.date.basis) == (None, WEDNESDAY, "published")
    assert not one("Sergei Lavrov met John Kerry in Oslo.", published=None).date.known


def test_evidence_is_the_words_of_the_article() -> None:
    text = "Lavrov met Kerry in Oslo on Tuesday."
    for item in one(text).evidence:
        assert text[item.start : item.end] == item.quote


def test_the_same_article_gives_the_same_ids() -> None:
    text = "Lavrov met Kerry in Oslo on Tuesday."
    assert one(text).id == one(text).id


def test_the_two_are_those_named_before() -> None:
    found = one("Obama was cold towards Putin. The two met on Tuesday in Oslo.")
    assert who(found) == ["Obama", "Putin"]
    assert found.date.label() == "2013-05-07"


def test_meeting_again_is_one_more_meeting() -> None:
    found = meetings("Lavrov met Kerry in Oslo on Tuesday. They will meet again in Rome next month.")
    assert [(m.status, m.place.name) for m in found if m.place] == [
        ("held", "Oslo"),
        ("planned", "Rome"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "status"),
    [
        ("Kerry spent two hours with Putin in Sochi.", "Sochi", "held"),
        ("Kerry saw Lavrov in Rome.", "Rome", "held"),
        ("Kerry is due in Rome on Thursday for a meeting with Lavrov.", "Rome", "planned"),
        ("Kerry flew to Rome for talks with Lavrov.", "Rome", "held"),
        ("After talks with US vice-president Joe Biden in Munich, Mr Lavrov left.", "Munich", "held"),
    ],
)
def test_indirect_tellings(text: str, place: str, status: str) -> None:
    found = next(m for m in meetings(text) if m.form == "meeting")
    assert found.place is not None
    assert (found.place.name, found.status) == (place, status)


def test_the_words_of_contacts_are_the_tokens_looked_at() -> None:
    parse = parse_of("Lavrov met Kerry, flew to Oslo and kept him waiting; the talks dragged on.")
    looked_at = [parse.doc[i].lower_ for i in triggers_of(parse)]
    assert looked_at == ["met", "flew", "kept", "talks"]


@pytest.mark.parametrize(
    ("text", "people", "place", "status"),
    [
        (
            "Kerry had come from Lisbon, where he met Prime Minister David Cameron.",
            ["Cameron", "Kerry"],
            "Lisbon",
            "held",
        ),
        (
            "Lavrov and Kerry met on Tuesday on the margins of a NATO gathering in Oslo.",
            ["Kerry", "Lavrov"],
            "Oslo",
            "held",
        ),
        (
            "Obama on Tuesday called off a summit with Putin planned for September in Moscow.",
            ["Obama", "Putin"],
            "Moscow",
            "cancelled",
        ),
        (
            "Lavrov and Kerry last met on April 10 in London during talks of the Group of Eight.",
            ["Kerry", "Lavrov"],
            "London",
            "held",
        ),
        (
            "Kerry raised the matter with Lavrov in Oslo on Monday.",
            ["Kerry", "Lavrov"],
            "Oslo",
            "held",
        ),
        ("Putin kept Kerry waiting for two hours on Tuesday.", ["Kerry", "Putin"], None, "held"),
        ("Kerry and Lavrov spoke by telephone on Monday.", ["Kerry", "Lavrov"], None, "held"),
        (
            "U.S. Secretary of State John Kerry and Defense Secretary Chuck Hagel received "
            "Russian Foreign Minister Sergei Lavrov and Defence Minister Sergei Shoigu in Boston.",
            ["Hagel", "Kerry", "Lavrov", "Shoigu"],
            "Boston",
            "held",
        ),
        (
            "In Vienna the Foreign Ministry summoned a Russian diplomat over the searches.",
            ["Austria", "Russia"],
            "Vienna",
            "held",
        ),
    ],
    ids=["where", "margins", "off", "last", "raised", "waiting", "phone", "nested", "summoned"],
)
def test_what_the_rest_of_the_sentence_says(
    text: str, people: list[str], place: str | None, status: str
) -> None:
    row = next(m for m in meetings(text) if m.form != "visit")
    assert who(row) == people
    assert (row.place.name if row.place else None) == place
    assert row.status == status


def test_the_day_of_a_refusal_is_not_the_day_of_the_summit() -> None:
    row = one("Obama on Tuesday cancelled a summit with Putin.")
    assert row.status == "cancelled"
    assert row.date.precision != "day"


def test_a_journey_told_in_the_present_is_planned() -> None:
    assert one("Kerry goes on to Paris.").status == "planned"


def test_a_visit_without_a_date_is_planned() -> None:
    assert one("No date was given for a visit by Kerry to Moscow.").status == "planned"


def test_the_day_of_the_sentence_before_is_that_of_the_same_telling() -> None:
    rows = meetings("Kerry came to Moscow on May 7. He was received by Putin in the Kremlin.")
    row = next(m for m in rows if m.form == "meeting")
    assert row.date.label() == "2013-05-07"


def test_how_often_they_will_meet_is_no_meeting() -> None:
    assert meetings("Hargrave expects Kerry and Lavrov to meet six times this year.") == ()


def test_somebody_nobody_can_name_on_both_sides_is_no_row() -> None:
    assert meetings("An American president cancelled a summit with a Soviet leader.") == ()


def test_the_war_in_a_state_is_not_where_they_met() -> None:
    row = one("Kerry and Lavrov discussed the war in Syria at their first meeting.")
    assert row.place is None
