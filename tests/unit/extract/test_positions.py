"""Where each stands: whose position, on what, for or against, and what is nobody's."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from detente.annotate import annotate
from detente.extract.positions import find_positions
from detente.records import Event, Evidence, Participant, Position, When, make_id
from tests.factories import article_of, view_of
from tests.unit.extract.reported import (
    AMERICAN,
    ANALYSTS,
    EXPERT,
    MINISTER,
    NEWSPAPER,
    OFFICIALS,
    REBEL,
    Said,
    told,
)


def positions(text: str, *said: Said) -> tuple[Position, ...]:
    parse, cast, statements = told(text, *said)
    return find_positions(parse, cast, (), statements, ())


DESCRIBED = [
    (
        "calls for",
        "The U.S. has called for the removal of Assad.",
        "USA",
        "syria",
        "for",
        "has called for the removal of Assad",
    ),
    (
        "ally of",
        "Russia has been a firm ally of Assad.",
        "RUS",
        "syria",
        "for",
        "a firm ally of Assad",
    ),
    (
        "opposes",
        "Russia opposes NATO enlargement.",
        "RUS",
        "nato-enlargement",
        "against",
        "opposes NATO enlargement",
    ),
    (
        "supports",
        "Turkey supports the Syrian rebels.",
        "TUR",
        "syria",
        "for",
        "supports the Syrian rebels",
    ),
    (
        "rejects",
        "Iran rejects sanctions on its nuclear programme.",
        "IRN",
        "iran-nuclear",
        "against",
        "rejects sanctions on its nuclear programme",
    ),
    (
        "does not support",
        "Germany does not support an invasion of Iraq.",
        "DEU",
        "iraq",
        "against",
        "does not support an invasion of Iraq",
    ),
    (
        "will not accept",
        "China will not accept the independence of Taiwan.",
        "CHN",
        "taiwan",
        "against",
        "China will not accept the independence of Taiwan",
    ),
    (
        "will never recognise",
        "Serbia will never recognise Kosovo.",
        "SRB",
        "kosovo",
        "against",
        "Serbia will never recognise Kosovo",
    ),
    (
        "insists on",
        "Japan insists on the return of the Kuril Islands.",
        "JPN",
        "kurils",
        "for",
        "insists on the return of the Kuril Islands",
    ),
    (
        "insists that",
        "Moscow insists that the missile defence system should be scrapped.",
        "RUS",
        "missile-defence",
        "for",
        "the missile defence system should be scrapped",
    ),
    (
        "believes a verdict",
        "Moscow believes that the Magnitsky Act is unacceptable.",
        "RUS",
        "magnitsky",
        "against",
        "the Magnitsky Act is unacceptable",
    ),
    (
        "made plain its view",
        "Moscow has made plain its view that the war in Iraq is a mistake.",
        "RUS",
        "iraq",
        "against",
        "the war in Iraq is a mistake",
    ),
    (
        "plans for",
        "U.S. plans for a missile defence system have soured the talks.",
        "USA",
        "missile-defence",
        "for",
        "U.S. plans for a missile defence system",
    ),
    (
        "opposition to",
        "Russia's opposition to the Iraq war is well known.",
        "RUS",
        "iraq",
        "against",
        "Russia's opposition to the Iraq war",
    ),
    (
        "objects to",
        "Beijing objects to arms sales to Taiwan.",
        "CHN",
        "arms-sales",
        "against",
        "objects to arms sales to Taiwan",
    ),
    ("wants to", "Ukraine wants to join NATO.", "UKR", "nato-enlargement", "for", "wants to join NATO"),
    (
        "ready to",
        "Pyongyang is ready to give up its nuclear tests.",
        "PRK",
        "north-korea-nuclear",
        "for",
        "is ready to give up its nuclear tests",
    ),
    (
        "not prepared to",
        "Israel is not prepared to leave the West Bank.",
        "ISR",
        "israel-palestine",
        "against",
        "is not prepared to leave the West Bank",
    ),
    ("in favour of", "France is in favour of a ceasefire in Mali.", "FRA", "mali-sahel", "for", None),
    (
        "condemned",
        "Poland condemned the annexation of Crimea.",
        "POL",
        "crimea",
        "against",
        "condemned the annexation of Crimea",
    ),
    (
        "passive",
        "The annexation of Crimea was condemned by Poland.",
        "POL",
        "crimea",
        "against",
        "The annexation of Crimea was condemned by Poland",
    ),
    (
        "refuses to",
        "Ecuador refused to hand over Snowden.",
        "ECU",
        "snowden",
        "against",
        "refused to hand over Snowden",
    ),
    ("dug in", "On Syria, Russia has dug in its heels.", "RUS", "syria", "against", None),
]


@pytest.mark.parametrize(
    ("text", "state", "issue", "polarity", "claim"),
    [row[1:] for row in DESCRIBED],
    ids=[row[0] for row in DESCRIBED],
)
def test_the_outlet_describes(
    text: str, state: str, issue: str, polarity: str, claim: str | None
) -> None:
    (row,) = positions(text)
    assert (row.actor.state, row.issue, row.polarity) == (state, f"issue:{issue}", polarity)
    assert claim is None or row.claim == claim
    assert row.statement is None


DONE = [
    ("vetoed", "Russia vetoed a resolution on Syria.", "RUS", "syria", "against"),
    (
        "banned",
        "Moscow banned the adoption of Russian children by Americans.",
        "RUS",
        "adoption",
        "against",
    ),
    (
        "decision to ban",
        "Russia's decision to ban adoptions angered Washington.",
        "RUS",
        "adoption",
        "against",
    ),
    ("ratified", "The U.S. Senate ratified the New START treaty.", "USA", "strategic-arms", "for"),
    (
        "participle",
        "Russia has helped Assad, vetoing a resolution on Syria.",
        "RUS",
        "syria",
        "against",
    ),
]


@pytest.mark.parametrize(
    ("text", "state", "issue", "polarity"), [row[1:] for row in DONE], ids=[row[0] for row in DONE]
)
def test_an_act_takes_a_side(text: str, state: str, issue: str, polarity: str) -> None:
    (row,) = positions(text)
    assert (row.actor.state, row.issue, row.polarity, row.basis) == (
        state,
        f"issue:{issue}",
        polarity,
        "did",
    )


SAID = [
    ("must", "Assad must leave", REBEL, "for", "strong"),
    ("must not", "the West must not arm the rebels in Syria", MINISTER, "against", "strong"),
    ("should", "Washington should lift the sanctions on Iran", MINISTER, "for", "plain"),
    ("needs to", "the US needs to change its tune on Syria", MINISTER, "for", "plain"),
    (
        "we will not accept",
        "we will not accept a no-fly zone over Syria",
        MINISTER,
        "against",
        "strong",
    ),
    ("own state will not", "Russia will not tolerate any lecturing", MINISTER, "against", "strong"),
    ("we are for", "We are for a peace process in Syria, but without Assad", REBEL, "for", "plain"),
    ("we oppose", "we oppose the expansion of NATO", MINISTER, "against", "plain"),
    ("unacceptable", "the Magnitsky Act is unacceptable", MINISTER, "against", "strong"),
    ("not justified", "the use of force in Libya is not justified", OFFICIALS, "against", "plain"),
    ("we support", "we strongly support the independence of Kosovo", AMERICAN, "for", "strong"),
]


@pytest.mark.parametrize(
    ("words", "by", "polarity", "strength"), [row[1:] for row in SAID], ids=[row[0] for row in SAID]
)
def test_an_actor_says(words: str, by: Participant, polarity: str, strength: str) -> None:
    (row,) = positions(f'"{words}," {by.name} said.', Said(words, by, kind="direct"))
    assert row.actor == by or row.actor.state == by.state
    assert (row.polarity, row.strength, row.basis) == (polarity, strength, "said")
    assert words.endswith(row.claim)
    assert len(words) - len(row.claim) <= len("we ")
    assert row.statement is not None


NOBODYS = [
    ("an expert's advice", "the US must leave Syria alone", EXPERT),
    ("an expert's verdict", "the Magnitsky Act is a mistake", EXPERT),
    ("analysts", "NATO should stop its enlargement", ANALYSTS),
    ("a newspaper", "the sanctions on Iran must end", NEWSPAPER),
    ("an expert on what a state will not take", "Russia will not accept the removal of Assad", EXPERT),
    ("an opponent's word on another", "Russia wants talks on Syria without conditions", REBEL),
    ("an opponent's word on a refusal", "Russia refuses to stop its arms for Syria", AMERICAN),
]


@pytest.mark.parametrize(("words", "by"), [row[1:] for row in NOBODYS], ids=[row[0] for row in NOBODYS])
def test_these_words_are_no_actors_position(words: str, by: Participant) -> None:
    assert positions(f"{by.name} said that {words}.", Said(words, by)) == ()


NO_POSITION = [
    ("a question", "Does Russia support Assad?"),
    ("a condition", "If Russia supports Assad, the war in Syria will go on."),
    ("whether", "Nobody knows whether Russia supports Assad."),
    ("would", "Russia would support a deal on Syria."),
    ("could", "China could back sanctions on Iran."),
    ("a signal", "It was taken as a signal that Russia wants to leave Syria."),
    ("refused to comment", "Russia refused to comment on Syria."),
    ("an infinitive", "The plan to support Assad is old."),
    ("no issue", "Russia opposes the plan."),
    ("a meeting", "Kerry met Lavrov in Berlin to discuss Syria."),
    ("without support", "The war in Syria went on without U.S. support for the rebels."),
    ("a person nobody knows", "Nils Oberg supports the Syrian rebels."),
    ("a thing", "The weather supports the theory of climate change."),
    ("should be noted", "It should be noted that Russia has a base in Syria."),
    ("a future act", "Obama will sign the treaty on missile defence in Prague."),
    ("what should have been", "Moscow should have known about the drills in Crimea."),
    ("hope of another", "Diplomats hope that Russia supports a truce in Syria."),
]


@pytest.mark.parametrize("text", [row[1] for row in NO_POSITION], ids=[row[0] for row in NO_POSITION])
def test_no_position(text: str) -> None:
    assert positions(text) == ()


def test_two_sides_in_a_sentence() -> None:
    rows = positions(
        "Russia has been a firm ally of Assad, "
        "whereas the U.S. has called for his departure from Syria."
    )
    assert [(row.actor.state, row.polarity, row.strength) for row in rows] == [
        ("RUS", "for", "strong"),
        ("USA", "for", "plain"),
    ]
    assert [row.claim for row in rows] == [
        "a firm ally of Assad",
        "has called for his departure from Syria",
    ]


def test_the_object_of_a_relative_clause_stands_before_it() -> None:
    (row,) = positions(
        "The ban on adoption is a reply to the Magnitsky Act, which Barack Obama signed."
    )
    assert (row.actor.name, row.issue, row.polarity) == ("Barack Obama", "issue:magnitsky", "for")


def test_joined_stances_are_two_claims() -> None:
    rows = positions("Russia supports Assad and rejects sanctions on Iran.")
    assert [(row.issue, row.polarity, row.claim) for row in rows] == [
        ("issue:syria", "for", "supports Assad"),
        ("issue:sanctions", "against", "rejects sanctions on Iran"),
    ]


def test_a_stance_that_is_a_cue_belongs_to_its_speaker() -> None:
    words = "being indifferent to the death of a boy adopted from Russia"
    text = f"Russian officials have accused the U.S. government of {words}."
    (row,) = positions(text, Said(words, OFFICIALS, "accused"))
    assert (row.actor.state, row.issue, row.polarity) == ("RUS", "issue:adoption", "against")
    assert row.claim == f"have accused the U.S. government of {words}"
    assert row.statement is not None


def test_the_issue_may_stand_in_the_sentence_before() -> None:
    words = "Everything depends on Assad. We are for peace. He must leave"
    rows = positions(f'"{words}," Dib said.', Said(words, REBEL, kind="direct"))
    assert rows[-1].claim == "He must leave"
    assert rows[-1].issue == "issue:syria"


def test_a_means_of_its_own_goes_before_a_country() -> None:
    (row,) = positions("France backs sanctions against Damascus.")
    assert row.issue == "issue:sanctions"


def test_date_of_the_article_is_marked_as_such() -> None:
    (row,) = positions("Russia opposes the expansion of NATO.")
    assert row.date.start == date(2013, 2, 26)
    assert row.date.basis == "published"


def _veto(parse_text: str, factuality: str) -> tuple[Position, ...]:
    parse, cast, _ = told(parse_text)
    start = parse_text.index("vetoed")
    event = Event(
        id=make_id("event", start),
        article=parse.article.id,
        sentence=1,
        type="REJECT",
        mode=None,
        quad=3,
        value=-5.0,
        actors=(),
        recipients=(),
        trigger="vetoed",
        place=None,
        date=When.day(date(2012, 2, 4)),
        factuality=factuality,
        reported_by=None,  # type: ignore[arg-type]
        score=1.0,
        rule="made for a test",
        evidence=(Evidence(start, start + 6, "vetoed", "trigger", 1),),
    )
    return find_positions(parse, cast, (), (), (event,))


def test_an_act_has_the_date_of_its_event() -> None:
    (row,) = _veto("Russia vetoed a resolution on Syria.", "happened")
    assert row.date == When.day(date(2012, 2, 4))


@pytest.mark.parametrize("factuality", ["denied", "hypothetical", "negated"])
def test_an_act_that_did_not_happen_takes_no_side(factuality: str) -> None:
    assert _veto("Russia vetoed a resolution on Syria.", factuality) == ()


def test_headlines_are_not_read() -> None:
    article = article_of(("title", "Russia opposes the expansion of NATO"), "Nothing else.")
    parse = annotate(article, view_of(article))
    _, cast, _ = told("Nothing.")
    assert find_positions(parse, dataclasses.replace(cast, parse=parse, named=()), (), (), ()) == ()


def test_rows_show_their_words() -> None:
    parse, cast, _ = told("Russia supports Assad, and Turkey supports the Syrian rebels.")
    rows = find_positions(parse, cast, (), (), ())
    assert len({row.id for row in rows}) == len(rows) == 2
    for row in rows:
        assert [evidence.role for evidence in row.evidence] == ["row", "content", "actor"]
        for evidence in row.evidence:
            assert parse.article.text[evidence.start : evidence.end] == evidence.quote
    assert rows == find_positions(parse, cast, (), (), ())
