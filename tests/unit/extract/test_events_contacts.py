"""Meetings as events, words of blame, and what a third says of two."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.dates import find_dates
from detente.extract.events import find_events
from detente.extract.meetings import find_meetings
from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from detente.records import Event
from tests.factories import parse_of

# ruff: noqa: E501 - one case a line


def events(*paragraphs: str, day: str = "2018-06-20") -> tuple[Event, ...]:
    parse = parse_of(*paragraphs, published=date.fromisoformat(day))
    cast = find_mentions(parse, registry())
    dated = find_dates(parse)
    return find_events(parse, cast, dated, (), find_meetings(parse, cast, dated, ()))


def line(event: Event) -> str:
    sides = (
        "+".join(sorted(p.state or p.name for p in side)) for side in (event.actors, event.recipients)
    )
    return f"{event.type} {' > '.join(sides)} {event.factuality}"


CONTACTS = [
    ("2018-06-20", ["Emmanuel Macron met Angela Merkel near Berlin on Tuesday."], ["CONSULT FRA > DEU happened"]),
    ("2018-06-20", ["Emmanuel Macron is to meet Angela Merkel near Berlin on Friday."], ["AGREE FRA > DEU planned"]),
    ("2018-06-20", ["Emmanuel Macron visited Ankara on Tuesday."], ["CONSULT FRA > TUR happened"]),
    ("2010-09-20", ["At a banquet in Kerman, where he was receiving Jalal Talabani and Hamid Karzai, Mahmoud Ahmadinejad spoke of friendship."], ["CONSULT IRN > AFG+IRQ ongoing"]),
    ("2010-05-15", ["Recep Tayyip Erdogan met Karolos Papoulias in Athens in May 2004."], ["CONSULT TUR > GRC historical"]),
    ("2011-05-01", ["The Serbian ambassador was summoned by the Croatian foreign minister on Friday."], ["ACCUSE HRV > SRB happened"]),
    ("2016-01-05", ["A visit to Riyadh by an Iranian trade delegation, once planned for March, has been put off."], ["REJECT IRN > SAU happened"]),
    ("2016-03-23", ["On Tuesday Barack Obama had breakfast with Raul Castro in Havana. Bruno Rodriguez declined the invitation."], ["CONSULT CUB+USA >  happened", "REJECT CUB > USA happened"]),
    ("2015-12-26", ["Narendra Modi landed in Lahore on Friday and was embraced by Nawaz Sharif."], ["CONSULT IND+PAK >  happened"]),
    ("2018-06-20", ["Emmanuel Macron said that he wanted to meet Angela Merkel."], ["AGREE FRA > DEU promised"]),
    ("2018-06-20", ["Qatar cut its ties with Egypt and accused it of lying."], ["SANCTION QAT > EGY happened", "ACCUSE QAT > EGY happened"]),
    ("2018-06-20", ["Leon Panetta, who was in Tokyo on 4 June before he came to Beijing on 6 June, was tired."], ["CONSULT USA > JPN happened", "CONSULT USA > CHN happened"]),
    ("2018-06-20", ["Correction: An earlier version of this article said that Emmanuel Macron visited Ankara in May."], []),
]  # fmt: skip
TWO = "Serbia and Kosovo quarrelled. Serbia sulked. Kosovo sulked. Serbia and Kosovo waited. Serbia slept. Kosovo slept."
BLAME = [
    ("Serbia called the arrest a violation of the accord.", "ACCUSE SRB > XKX happened"),
    ("Kosovo described the raid as unacceptable.", "ACCUSE XKX > SRB happened"),
    ("Serbia said that the arrest was illegal and invalid.", "ACCUSE SRB > XKX happened"),
    ("Serbia said that the arrest was not acceptable.", "ACCUSE SRB > XKX happened"),
    ("Serbia said that the arrest was acceptable.", ""),
    ("Serbia said that the arrest was not illegal.", ""),
    ("Serbia called the accord a step.", ""),
    ("China welcomed the declaration.", "SUPPORT CHN > SRB+XKX happened"),
    ("China welcomed the spring.", ""),
    ("Serbia does not recognise Kosovo.", "REJECT SRB > XKX negated"),
    ("Kosovo did not accept the explanation.", "REJECT XKX > SRB negated"),
    ("Serbia stopped issuing visas to officials from Kosovo.", "SANCTION SRB > XKX happened"),
    ("Serbia would suspend co-operation with Kosovo.", "THREATEN SRB > XKX planned"),
    ("Serbia denied that Serbian troops had attacked Kosovo.", "ASSAULT SRB > XKX denied"),
    ("Serbia put duties on the steel of Kosovo.", "SANCTION SRB > XKX happened"),
    ("Serbia urged Kosovo to free the men.", ""),
    ("Serbia asked Kosovo for a call.", ""),
    ("Serbia wants Kosovo to free the men.", ""),
    ("Serbia demanded that Kosovo free the men.", "REQUEST SRB > XKX happened"),
    ("Serbia had apologised for nothing.", ""),
    ("Serbia wants to fight it as the one who made peace.", ""),
    ("Serbia would help Kosovo if it had money.", ""),
    ("Serbia waits until Kosovo has freed the men.", ""),
    ("It may be that Serbia will help Kosovo.", ""),
    ("Relations were restored in the spring.", "SUPPORT SRB+XKX >  happened"),
    ("Serbia suspended all talks on Monday.", "REJECT SRB > XKX happened"),
    ("Serbia spoke of the task of attacking Kosovo.", ""),
    ("Serbia vowed to free the prisoners of Kosovo.", "AGREE SRB > XKX promised"),
    ("Serbia spoke with pessimism over holding talks with Kosovo.", ""),
    ("A deal allowing Serbia to enter Kosovo was praised.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "rows"), CONTACTS, ids=[case[1][0][:60] for case in CONTACTS])
def test_contacts_are_events(day: str, text: list[str], rows: list[str]) -> None:
    assert [line(event) for event in events(*text, day=day)] == rows


@pytest.mark.parametrize(("text", "row"), BLAME, ids=[case[0][:60] for case in BLAME])
def test_what_two_states_say_and_a_third_says_of_them(text: str, row: str) -> None:
    told = [event for event in events(TWO, text) if event.evidence[0].quote.startswith(text[:12])]
    found = [line(event) for event in told if event.factuality != "hypothetical"]
    assert found == ([row] if row else [])


def test_an_event_of_a_meeting_has_its_words_place_and_day() -> None:
    (event,) = events(
        "Ahmet Davutoglu and Edward Nalbandian parted in Zurich on Tuesday without a text."
    )
    assert (event.trigger, event.place and event.place.name, event.date.label()) == (
        "parted",
        "Zurich",
        "2018-06-19",
    )
    assert {e.role for e in event.evidence} == {"row", "trigger", "actor"}
    assert event.rule == "meeting verb part"


def test_a_meeting_told_in_several_sentences_is_one_event() -> None:
    found = events(
        "Emmanuel Macron met Angela Merkel in Berlin on Tuesday.",
        "Merkel met Macron for an hour on Tuesday.",
    )
    assert [line(event) for event in found] == ["CONSULT FRA > DEU happened"]


def test_without_meetings_verbs_tell_contacts() -> None:
    parse = parse_of(
        "Emmanuel Macron met Angela Merkel in Berlin on Tuesday.", published=date(2018, 6, 20)
    )
    cast = find_mentions(parse, registry())
    assert [line(e) for e in find_events(parse, cast, find_dates(parse), ())] == [
        "CONSULT FRA > DEU happened"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of France and Turkey met in Ankara two days after the cancellation of a summit of Emmanuel Macron and Recep Tayyip Erdogan.",
        "Trade has grown since the suspension of talks between France and Turkey.",
        "Despite the postponement of a meeting between Emmanuel Macron and Recep Tayyip Erdogan, tourists keep coming.",
    ],
    ids=["after", "since", "despite"],
)
def test_a_contact_whose_end_only_dates_another_is_no_refusal_of_both(text: str) -> None:
    assert not [event for event in events(text) if event.type == "REJECT"]
