"""What the article says of people whom the registry does not know, and what each kind rests on."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.mentions import find_mentions
from detente.extract.mentions.kinds import candidates, judge
from detente.extract.mentions.runs import find_parts
from detente.extract.mentions.traits import SLOTS, shape, slot
from detente.extract.spans import Tokens
from detente.knowledge.registry import registry
from detente.records import When
from tests.factories import parse_of
from tests.unit.extract.naming import cast_of

SAID = [
    ("Pavel Orlov, a professor at Larch University, smiled.", "a professor at Larch University"),
    ("Pavel Orlov, professor of history, smiled.", "professor of history"),
    ("Pavel Orlov, the head of the Larch Council, smiled.", "the head of the Larch Council"),
    ("Pavel Orlov, head of the Larch Council, smiled.", "head of the Larch Council"),
    ("Pavel Orlov, chair of the Larch Group, smiled.", "chair of the Larch Group"),
    ("Pavel Orlov, a lawyer, smiled.", "a lawyer"),
    ("Pavel Orlov, a political analyst, smiled.", "a political analyst"),
    ("Pavel Orlov, a former adviser to the court, smiled.", "a former adviser to the court"),
    ("Pavel Orlov, former deputy foreign minister, smiled.", "former deputy foreign minister"),
    (
        "Pavel Orlov, deputy director of the Larch Centre, smiled.",
        "deputy director of the Larch Centre",
    ),
    ("Pavel Orlov, editor of the Larch Papers in Omsk, smiled.", "editor of the Larch Papers in Omsk"),
    ("Pavel Orlov, an economist in Omsk, smiled.", "an economist in Omsk"),
    ("Pavel Orlov, a senior fellow at the Larch Forum, smiled.", "a senior fellow at the Larch Forum"),
    ("Pavel Orlov, a member of the Larch Party, smiled.", "a member of the Larch Party"),
    ("Pavel Orlov, a retired colonel, smiled.", "a retired colonel"),
    ("Pavel Orlov, a spokesman for the union, smiled.", "a spokesman for the union"),
    ("Pavel Orlov is a professor at Larch University.", "a professor at Larch University"),
    ("Pavel Orlov was a lawyer in Omsk.", "a lawyer in Omsk"),
    ("The chairman of the council, Pavel Orlov, smiled.", "The chairman of the council"),
    ("“It is over,” said Pavel Orlov, a lawyer in Omsk.", "a lawyer in Omsk"),
    ("“It is over,” said Pavel Orlov, head of the Larch Council.", "head of the Larch Council"),
    ("Pavel Orlov smiled.", None),
    ("Pavel Orlov, 54, smiled.", None),
    ("Pavel Orlov, Ana Ruiz and Ivo Marsh smiled.", None),
    ("Pavel Orlov, who lives in Omsk, smiled.", None),
    ("Pavel Orlov's lawyer smiled.", None),
    ("Pavel Orlov met a lawyer.", None),
    ("Pavel Orlov, during his tenure as foreign minister, smiled.", None),
    ("Pavel Orlov, after a year as chairman of the council, smiled.", None),
    ("Pavel Orlov, in his time as mayor of Omsk, smiled.", None),
    ("Pavel Orlov, before he was a lawyer, smiled.", None),
    ("Pavel Orlov, then the mayor of Omsk, smiled.", "then the mayor of Omsk"),
]


@pytest.mark.parametrize(("text", "said"), SAID, ids=[row[0][:60] for row in SAID])
def test_the_affiliation_that_the_article_gives(text: str, said: str | None) -> None:
    (orlov,) = [actor for actor in cast_of(text).actors if actor.name == "Pavel Orlov"]
    assert orlov.affiliation == said


def test_a_person_of_the_registry_is_never_of_the_article() -> None:
    cast = cast_of("Sergei Lavrov, a professor at Larch University, smiled.")
    assert [actor.name for actor in cast.actors if actor.kind == "person"] == []


HEADLINES = [
    ("KERRY AND LAVROV MEET AGAIN IN GENEVA", {"John Kerry", "Sergei Lavrov"}),
    ("Kerry and Lavrov Meet Again in Geneva", {"John Kerry", "Sergei Lavrov"}),
    ("Lavrov Says U.S. Needs to Learn Respect", {"Sergei Lavrov"}),
    ("No Kerry Meeting With Lavrov on Agenda Yet", {"John Kerry", "Sergei Lavrov"}),
    ("Obama Stays Away From a Summit in Moscow", {"Barack Obama"}),
    ("Putin's Letter to Obama Remains Unanswered", {"Vladimir Putin", "Barack Obama"}),
    ("Wigs, a map and a third secretary", set()),
    ("Long Wait at the Gate Ends With Nothing", set()),
    ("Framework Found, Chemical Arms Possible", set()),
    ("Subscribe to Our Evening Newsletter Today", set()),
]


@pytest.mark.parametrize(("title", "people"), HEADLINES, ids=[row[0] for row in HEADLINES])
def test_a_headline_names_only_whom_others_know(title: str, people: set[str]) -> None:
    cast = find_mentions(parse_of(("title", title), published=date(2013, 2, 26)), registry())
    assert {n.actor.name for n in cast.named if n.actor and n.actor.kind == "person"} == people


VOTES = [
    ("Zorva said it would close the plant. The firm Zorva employs ninety.", "zorva", "organisation"),
    ("They reached the village of Zorva. Zorva was quiet.", "zorva", "place"),
    ("The news agency Zorva reported it.", "zorva", "organisation"),
    ("They fought in Zorva province.", "zorva", "place"),
    ("Zorva, 54, told reporters that he would stay.", "zorva", "person"),
]


@pytest.mark.parametrize(("text", "key", "kind"), VOTES, ids=[row[0][:50] for row in VOTES])
def test_occurrences_are_judged_together(text: str, key: str, kind: str) -> None:
    tokens = Tokens.of(parse_of(text))
    names = candidates(tokens, find_parts(tokens, [], frozenset()), [])
    judged = judge(tokens, names, [])[key]
    assert judged.kind == kind
    assert abs(sum(judged.shares) - 1.0) < 1e-5
    assert judged.sure == max(judged.shares)


def test_nothing_is_judged_in_a_text_without_names() -> None:
    assert judge(Tokens.of(parse_of("it rained.")), [], []) == {}


@pytest.mark.parametrize(
    ("word", "shaped"),
    [("Kerry", "Xx"), ("NATO", "XX"), ("J.", "X."), ("McCain", "XxX"), ("S-300", "X-0"), ("al", "x")],
)
def test_shapes(word: str, shaped: str) -> None:
    assert shape(word)[: len(shaped)] == shaped


def test_slots_are_the_same_in_every_process() -> None:
    assert (slot("w=kerry"), slot("bias")) == (slot("w=kerry"), slot("bias"))
    assert 0 <= slot("w=kerry") < SLOTS


OFFICES = {
    "head-of-state": "president",
    "foreign-minister": "foreign minister",
    "defence-minister": "defense minister",
    "head-of-government": "prime minister",
}


def spoken() -> list[object]:
    """One phrase a state and office: that of whoever held it longest, on a day in the middle."""
    known = registry()
    found = {}
    for tenure in known.tenures:
        state, _, kind = tenure.office.partition(":")
        noun = OFFICES.get(kind)
        start, end = tenure.start.start, tenure.end.end
        if noun is None or start is None or end is None or noun not in tenure.title.lower():
            continue
        adjectives = known.state(state).adjectives if f"state:{state}" in known.actors else ()
        middle = date.fromordinal((start.toordinal() + end.toordinal()) // 2)
        if adjectives and (end - start).days > 400:
            held = [t for t in known.terms(tenure.office) if t.person != tenure.person]
            clear = all(
                (t.end.end or date.max) < middle or (t.start.start or date.min) > middle for t in held
            )
            if clear:
                phrase = f"The {adjectives[0]} {noun}"
                name = known.actor(tenure.person).name
                found[tenure.office] = pytest.param(phrase, middle, name, id=tenure.office)
    return list(found.values())


@pytest.mark.parametrize(("phrase", "day", "name"), spoken())
def test_every_state_s_officials_are_reached_by_their_phrase(phrase: str, day: date, name: str) -> None:
    cast = cast_of(f"{phrase} was not amused.", day)
    assert [n.mention.name for n in cast.named if n.mention.text == phrase] == [name]
    assert registry().office_on(cast.named[-1].actor.id, When.day(day)) is not None  # type: ignore[union-attr]
