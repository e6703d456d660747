"""The scores of coded events."""

from __future__ import annotations

import pytest
from evals.metrics.events import crossed, gold_triples, merged, scores


@pytest.mark.parametrize(
    ("actors", "recipients", "triples"),
    [
        (["A"], ["B"], {("A", "B", "AID")}),
        (["A", "B"], ["C"], {("A", "C", "AID"), ("B", "C", "AID")}),
        (["A", "B"], [], {("A", "B", "AID"), ("B", "A", "AID")}),
        (["A"], [], {("A", "---", "AID")}),
        ([], [], set()),
        (["A", "A"], [], set()),
    ],
)
def test_crossed(actors: list[str], recipients: list[str], triples: set[tuple[str, str, str]]) -> None:
    assert crossed(actors, recipients, "AID") == triples


def test_conceding_and_retreating_are_one_type() -> None:
    assert merged("CONCEDE") == merged("RETREAT") != merged("AGREE")


def test_a_bare_word_is_no_list_of_actors() -> None:
    row = {"source": [{"code": "TURGOV"}], "target": "diplomatic", "label": "ACCUSE"}
    assert gold_triples(row) == {("TUR", "---", "ACCUSE")}


def test_scores_count_sets_sentence_by_sentence() -> None:
    gold = {("A", "B", "AID")}
    found = scores([(gold, gold), (gold, {("A", "B", "ACCUSE")}), (gold, set())])
    assert found["triple_f1"] == 0.4
    assert found["dyad_f1"] == 0.8
    assert found["triple_p"] == 0.5
    assert found["triple_r"] == 0.3333


def test_nothing_given_is_zero() -> None:
    assert scores([({("A", "B", "AID")}, set())])["triple_f1"] == 0
