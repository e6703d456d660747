"""Acts: who does what to whom, as PLOVER types, and how real they are."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.dates import find_dates
from detente.extract.events import find_events
from detente.extract.events.acting import promised
from detente.extract.mentions import find_mentions
from detente.extract.statements import find_statements
from detente.knowledge.plover import Act
from detente.knowledge.registry import registry
from detente.records import Event
from tests.factories import parse_of

WEDNESDAY = date(2013, 5, 8)


def events(text: str, published: date | None = WEDNESDAY) -> tuple[Event, ...]:
    parse = parse_of(text, published=published)
    cast = find_mentions(parse, registry())
    dated = find_dates(parse)
    return find_events(parse, cast, dated, find_statements(parse, cast, dated))


def coded(text: str) -> set[tuple[str, str, str]]:
    return {
        (
            "+".join(sorted(p.state or p.name for p in e.actors)),
            "+".join(p.state or p.name for p in e.recipients),
            e.type,
        )
        for e in events(text)
    }


CODED = [
    ("Russia accused the United States of meddling.", ("RUS", "USA", "ACCUSE")),
    ("Lavrov condemned the United States on Tuesday.", ("RUS", "USA", "ACCUSE")),
    ("Russia expelled an American diplomat.", ("RUS", "USA", "SANCTION")),
    ("The United States imposed sanctions on Iran.", ("USA", "IRN", "SANCTION")),
    ("Israel bombed Syria on Sunday.", ("ISR", "SYR", "ASSAULT")),
    ("Russian troops attacked Georgian soldiers.", ("RUS", "GEO", "ASSAULT")),
    ("Turkey deployed troops.", ("TUR", "", "MOBILIZE")),
    ("France praised Germany.", ("FRA", "DEU", "SUPPORT")),
    ("China ordered Japan to withdraw.", ("CHN", "JPN", "REQUEST")),
    ("China demanded that Japan apologize.", ("CHN", "JPN", "REQUEST")),
    ("China said that Japan must apologize.", ("CHN", "JPN", "REQUEST")),
    ("Russia refused to support the United States.", ("RUS", "USA", "REJECT")),
    ("Russia will not support the United States.", ("RUS", "USA", "REJECT")),
    ("Israel threatened to attack Iran.", ("ISR", "IRN", "THREATEN")),
    ("Norway promised to aid Mali.", ("NOR", "MLI", "AGREE")),
    ("Norway sent aid to Mali.", ("NOR", "MLI", "AID")),
    ("Obama will visit Russia.", ("USA", "RUS", "AGREE")),
    ("Kerry visited Russia.", ("USA", "RUS", "CONSULT")),
    ("Lavrov met Kerry in Berlin.", ("RUS", "USA", "CONSULT")),
    ("Lavrov and Kerry held talks in Berlin.", ("RUS+USA", "", "CONSULT")),
    ("Iran released an American prisoner.", ("IRN", "USA", "RETREAT")),
    ("Egypt arrested an American citizen.", ("EGY", "USA", "COERCE")),
    ("The American was arrested by Egypt.", ("EGY", "USA", "COERCE")),
]


@pytest.mark.parametrize(("text", "triple"), CODED, ids=[case[0] for case in CODED])
def test_acts(text: str, triple: tuple[str, str, str]) -> None:
    assert triple in coded(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov refused to comment on the report about the United States.",
        "Lavrov said the weather in Moscow was fine.",
        "The committee praised its chairman.",
        "Russia did not attack the United States.",
        "Kerry discussed Syria.",
        "They chose Oslo, as opposed to Washington.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert coded(text) == set()


@pytest.mark.parametrize(
    "text", ["Lavrov met Kerry in Berlin.", "Lavrov and Kerry held talks in Germany."]
)
def test_the_venue_is_never_a_party(text: str) -> None:
    assert not any("DEU" in f"{a}{b}" for a, b, _ in coded(text))


def test_what_is_asked_for_is_not_done() -> None:
    assert {kind for *_, kind in coded("China pressed Japan to withdraw from Korea.")} == {"REQUEST"}


def test_a_supposition_is_marked() -> None:
    assert {e.factuality for e in events("Israel might attack Iran.")} == {"hypothetical"}


def test_an_old_act_is_historical() -> None:
    (found,) = events("Israel bombed Iraq in 1981.")
    assert (found.factuality, found.date.label()) == ("historical", "1981")


def test_an_act_in_somebodys_words_has_that_speaker() -> None:
    found = events('"Israel bombed Syria on Sunday," Lavrov said.')
    assert [e.reported_by.name for e in found if e.type == "ASSAULT" and e.reported_by] == [
        "Sergei Lavrov"
    ]


def test_evidence_holds_trigger_and_parties() -> None:
    text = "Russia accused the United States of meddling."
    (found,) = events(text)
    words = {item.role: text[item.start : item.end] for item in found.evidence}
    assert words["row"] == text
    assert words["trigger"] == found.trigger == "accused"
    assert all(item.quote == text[item.start : item.end] for item in found.evidence)


def test_without_a_date_a_past_act_is_only_bounded() -> None:
    (found,) = events("Russia accused the United States of meddling.")
    assert (found.date.start, found.date.end, found.date.basis) == (None, WEDNESDAY, "published")


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("CONSULT", "AGREE"),
        ("AID", "AGREE"),
        ("RETREAT", "AGREE"),
        ("ASSAULT", "THREATEN"),
        ("ACCUSE", "ACCUSE"),
    ],
)
def test_what_an_announced_act_counts_as(now: str, then: str) -> None:
    assert promised(Act(now, None)).type == then


def test_what_nobody_will_be_talked_into_is_not_accepted() -> None:
    assert events("Russia will not be talked into accepting a resolution of the United States.") == ()


def test_the_second_verb_shares_the_auxiliary_of_the_first() -> None:
    (event,) = events("The Syrians will up and refuse the plan of Russia.")
    assert (event.type, event.factuality) == ("REJECT", "planned")
