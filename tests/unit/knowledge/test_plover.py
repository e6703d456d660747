"""The ontology: types, quads, scores, and the words of acts."""

from __future__ import annotations

import pytest

from detente.knowledge.plover import EVENT_TYPES, NO_ACT, act_nouns, acts, value_of


def test_there_are_sixteen_types() -> None:
    assert len(EVENT_TYPES) == 16


@pytest.mark.parametrize(
    ("quad", "types"),
    [
        (1, {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"}),
        (2, {"COOPERATE", "AID", "RETREAT"}),
        (3, {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}),
        (4, {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}),
    ],
)
def test_quads(quad: int, types: set[str]) -> None:
    assert {kind.name for kind in EVENT_TYPES.values() if kind.quad == quad} == types


@pytest.mark.parametrize("kind", EVENT_TYPES.values(), ids=lambda kind: kind.name)
def test_scores_have_the_sign_of_their_quad(kind: object) -> None:
    values = [kind.value, *kind.modes.values()]  # type: ignore[attr-defined]
    assert all(-10 <= value <= 10 for value in values)
    if kind.quad in (1, 2):  # type: ignore[attr-defined]
        assert min(values) > 0
    if kind.quad == 4:  # type: ignore[attr-defined]
        assert max(values) < 0


def test_every_word_has_a_known_type_and_mode() -> None:
    for act in (*acts().values(), *act_nouns().values()):
        assert act.type in EVENT_TYPES or act == NO_ACT
        assert act.mode is None or act.mode in EVENT_TYPES[act.type].modes
        assert act.cameo is None or act.cameo.isdigit()


def test_there_are_several_hundred_words() -> None:
    assert len(acts()) > 800


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (("meet", ""), "CONSULT"),
        (("cut", "+off~aid"), "SANCTION"),
        (("call", "+for"), "REQUEST"),
        (("sign", "~treaty"), "SUPPORT"),
        (("lift", "~sanction"), "RETREAT"),
        (("cancel", "~summit"), "REJECT"),
        (("summon", "~ambassador"), "ACCUSE"),
        (("impose", "~sanction"), "SANCTION"),
        (("impose", "~curfew"), "COERCE"),
        (("launch", "~offensive"), "ASSAULT"),
    ],
)
def test_words(key: tuple[str, str], kind: str) -> None:
    assert acts()[key].type == kind


def test_a_mode_has_its_own_score() -> None:
    assert value_of("RETREAT", "disarm") == 10
    assert value_of("RETREAT", None) == value_of("RETREAT", "unheard-of") == 6.5
