"""Who is for or against whom: sentences of our own, one line a case."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from detente.document import Parse
from detente.extract.stance import find_stances
from detente.extract.stance.traits import Line, meeting_word, traits
from detente.knowledge.stance import (
    NEUTRAL,
    TraitRows,
    learned_from,
    may_tell,
    stance_of,
    stances_of,
)
from detente.knowledge.stance_columns import (
    DIMENSIONS,
    GROUPS,
    SLOTS,
    columns,
    joined,
    seen_from,
    turned,
    vectors,
)
from detente.knowledge.tables import weights
from detente.pipeline import extract
from detente.records import Attitude, When
from tests.factories import parse_of
from tests.unit.extract.naming import cast_of

FOR_AND_AGAINST = """
Kerry accused Russia of arming Assad. | Kerry - Russia
Russia was accused by the United States of arming Assad. | United States - Russia
Russia condemned the United States over the strike. | Russia - United States
Putin criticised Obama for the ban. | Putin - Obama
Russia blamed NATO for the crisis. | Russia - NATO
Iran denounced Israel. | Iran - Israel
Obama rejected Putin's proposal. | Obama - Putin
Lavrov praised Kerry for his patience. | Lavrov + Kerry
Kerry was praised by Lavrov for his patience. | Lavrov + Kerry
Obama thanked Putin for his help. | Obama + Putin
Germany backs France. | Germany + France
Hollande welcomed Cameron's proposal. | Hollande + Cameron
China praised Russia. | China + Russia
The United States supports Ukraine against Russia. | United States + Ukraine
"""
NOTHING = """
Pushkov said that both Kerry and Lavrov were patient men.
Lavrov met Kerry in Berlin on Tuesday.
Obama and Putin spoke by phone on Monday.
Lavrov did not criticise Kerry.
“Kerry attacked Lavrov without reason,” the envoy said.
Kerry arrived in Berlin.
Putin governs Russia.
It rained.
"""


def stances(text: str) -> tuple[Attitude, ...]:
    cast = cast_of(text)
    return find_stances(cast.parse, cast)


def pairs(text: str) -> list[str]:
    return [
        f"{s.actor.text} {'+' if s.polarity == 'for' else '-'} {s.toward.text}" for s in stances(text)
    ]


@pytest.mark.parametrize("line", FOR_AND_AGAINST.strip().splitlines())
def test_a_stance_has_a_holder_an_object_and_a_sign(line: str) -> None:
    text, wanted = line.split(" | ")
    assert wanted in pairs(text)


@pytest.mark.parametrize("line", FOR_AND_AGAINST.strip().splitlines())
def test_no_row_says_the_contrary(line: str) -> None:
    text, wanted = line.split(" | ")
    flipped = wanted.replace(" + ", " * ").replace(" - ", " + ").replace(" * ", " - ")
    assert flipped not in pairs(text)


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_no_stance(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Russia", "China"), ("Kerry", "Lavrov"), ("Germany", "France"), ("Iran", "Israel")],
)
@pytest.mark.parametrize(
    ("verb", "sign"), [("praised", "for"), ("condemned", "against"), ("criticised", "against")]
)
def test_swapping_the_actors_swaps_the_row(one: str, other: str, verb: str, sign: str) -> None:
    """Names are no traits: who stands where must be all that tells holder from object."""
    there = [(s.actor.text, s.toward.text, s.polarity) for s in stances(f"{one} {verb} {other}.")]
    back = [(s.actor.text, s.toward.text, s.polarity) for s in stances(f"{other} {verb} {one}.")]
    assert there == [(one, other, sign)]
    assert back == [(other, one, sign)]


def test_the_evidence_is_the_sentence() -> None:
    (row,) = stances("It rained. / China praised Russia. / It rained again.")
    assert [one.quote for one in row.evidence] == ["China praised Russia.", "China", "Russia"]
    assert row.score > 0
    assert row.sentence == row.evidence[0].sentence


def test_a_pair_is_one_row_a_sentence() -> None:
    found = stances("Russia accused Washington, and Russia accused the United States again.")
    assert len({row.id for row in found}) == len(found)
    assert len({(row.actor.actor_id, row.toward.actor_id) for row in found}) == len(found)


def test_the_issues_are_those_of_the_sentence() -> None:
    (row,) = stances("It rained. / Russia condemned the United States over Syria.")
    assert row.issues == ("issue:syria",)


def test_words_of_the_actors_own_carry_their_day() -> None:
    parse = parse_of(
        "Sergei Lavrov accused the United States on Monday of arming the rebels.",
        published=date(2013, 5, 9),
    )
    found = extract(parse)
    said = {one.id: one for one in found.statements}
    own = [row for row in found.attitudes if row.statement]
    assert own
    for row in own:
        day = said[row.statement or ""].date
        assert row.date == (day if day.known else parse.article.published)
    assert all(row.actor.actor_id == said[row.statement or ""].speaker.actor_id for row in own)


def test_what_the_outlet_tells_has_the_day_of_the_article() -> None:
    parse = parse_of("China praised Russia.", published=date(2013, 5, 9))
    (row,) = extract(parse).attitudes
    assert row.statement is None
    assert row.date == When.day(date(2013, 5, 9))


def test_a_list_of_many_names_is_not_asked_about() -> None:
    text = "Russia, China, Iran, Israel, France, Germany, Italy, Spain and Poland condemned Syria."
    assert stances(text) == ()


def _traits_between(parse: Parse, one: str, other: str) -> dict[str, float]:
    at = {token.text: token.i for token in parse.doc}
    return traits(Line(parse.doc), [at[one]], [at[other]])


def test_traits_hold_no_names() -> None:
    found = _traits_between(parse_of("Kerry and Hagel praised Lavrov."), "Kerry", "Lavrov")
    assert not [
        name for name in found if any(who in name.lower() for who in ("kerry", "hagel", "lavrov"))
    ]
    assert "root=praise" in found


def test_traits_are_the_same_for_other_names() -> None:
    one = _traits_between(parse_of("China praised Russia."), "China", "Russia")
    assert one == _traits_between(parse_of("France praised Germany."), "France", "Germany")


def test_quotation_marks_around_one_actor_are_a_trait() -> None:
    found = _traits_between(parse_of("China said “Russia is right”."), "China", "Russia")
    assert found["in=FalseTrue"] == 1.0


def test_columns_have_one_length_and_stay_in_range() -> None:
    found, values = columns({"root=praise": 2.0, "gap=1": 1.0})
    assert all(0 <= column < SLOTS for column in found)
    assert sum(value * value for value in values) == pytest.approx(64.0)


def test_no_traits_are_neutral() -> None:
    assert stance_of({})[0] == NEUTRAL


def test_the_model_names_what_it_was_learned_from() -> None:
    assert len(learned_from()) == 64


@pytest.mark.parametrize(("word", "is_one"), [("meet", True), ("visit", True), ("praise", False)])
def test_words_of_contact(word: str, is_one: bool) -> None:
    assert meeting_word(word) is is_one


@pytest.mark.parametrize(
    ("text", "looked_at"),
    [
        ("Kerry accused Russia of arming Assad.", True),
        ("Lavrov praised Kerry for his patience.", True),
        ("Lavrov landed with Kerry in Berlin on Tuesday.", False),
    ],
    ids=["blame", "praise", "a journey"],
)
def test_the_gate_reads_words_alone(text: str, looked_at: bool) -> None:
    assert may_tell(Line(parse_of(text).doc).words) is looked_at


def test_the_second_actor_sees_what_the_first_does_with_the_roles_changed() -> None:
    found = {"p0v=blame": 1.0, "q0r=dobj_blame": 2.0, "zm=blame": 1.0, "w=blame": 0.5}
    first, second = seen_from(found, True), seen_from(found, False)
    assert first["~h0v=blame"] == second["~t0v=blame"] == 1.0
    assert first["~t0r=dobj_blame"] == second["~h0r=dobj_blame"] == 2.0
    assert first["~w=blame"] == second["~w=blame"] == 0.5
    assert "~Fzm=blame" in first
    assert "~Szm=blame" in second


def test_vectors_are_of_unit_length_or_nothing() -> None:
    found = vectors({"p0v=blame": 1.0, "q0v=praise": 1.0}).reshape(-1, DIMENSIONS)
    sizes = [round(float((row * row).sum()), 3) for row in found]
    assert (sizes.count(1.0), sizes.count(0.0)) == (2, len(sizes) - 2)
    about = turned(vectors({"p0v=blame": 1.0})).reshape(-1, DIMENSIONS)
    other = vectors({"q0v=blame": 1.0}).reshape(-1, DIMENSIONS)
    assert (about == other).all()


def test_no_pair_gives_nothing() -> None:
    assert stances_of([]) == []


def scores_by_hashing(pair: dict[str, float]) -> np.ndarray:
    """Return the scores of the five classes as the card tells them, without any row kept."""
    packed = weights("stance_model.npz")

    def given(machine: str, found: dict[str, float], meant: np.ndarray) -> np.ndarray:
        at, values = columns(found)
        table = packed[machine + "weights"].astype(float)
        whole = table[:, at] @ np.array(values) + table[:, SLOTS:] @ meant
        return (whole * packed[machine + "scale"] + packed[machine + "offsets"])[None]

    meant = vectors(pair)
    first = given("role_", seen_from(pair, True), meant)
    second = given("role_", seen_from(pair, False), turned(meant))
    return joined(given("", pair, meant), first, second)[0]


@pytest.mark.parametrize(
    "pair",
    [
        {},
        {"root=praise": 1.2},
        {"p0v=blame": 1.2, "q0r=dobj_blame": 1.2, "zm=blame": 1.0, "w=blame": 0.5},
        {"pl=accuse": 1.2, "root=accuse": 1.2, "ms=accuse": 1.0, "px=dobj_arm": 0.8, "gap=1": 1.0},
        {"qpos=PROPN": 1.0, "qk=poss_PN": 0.8, "pneg": 1.0, "pneg=trust": 1.0, "plen=4": 1.0},
        {"bg=zzyzx_qwv": 0.7, "w=zzyzx": 0.5, "za=zzyzx": 1.0},
    ],
    ids=["none", "one", "both actors", "words with vectors", "one actor", "words never seen"],
)
def test_rows_give_what_hashing_gives(pair: dict[str, float]) -> None:
    rows = TraitRows(weights("stance_model.npz"))
    for _ in range(2):
        assert rows.scores(pair) == pytest.approx(scores_by_hashing(pair), abs=1e-4)


def test_a_full_table_of_rows_starts_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.knowledge.stance._KEPT", 8)
    rows = TraitRows(weights("stance_model.npz"))
    asked = [{f"w={word}{i}": 0.5 for word in "abc"} for i in range(9)]
    for pair in (*asked, *asked):
        assert rows.scores(pair) == pytest.approx(scores_by_hashing(pair), abs=1e-4)


def test_every_group_of_words_is_turned_into_its_like() -> None:
    marked = np.repeat(np.arange(len(GROUPS), dtype=np.float32), DIMENSIONS)[None]
    about = turned(marked)[0].reshape(-1, DIMENSIONS)[:, 0].astype(int)
    swapped = [start.translate(str.maketrans("pqabPQ", "qpbaQP")) for start in GROUPS]
    for at, to in enumerate(about):
        assert GROUPS[to] in (swapped[at], GROUPS[at])
    assert (turned(turned(marked)) == marked).all()
