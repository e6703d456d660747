"""CoNLL F1 of coreference, against figures worked out by hand."""

from __future__ import annotations

import pytest
from evals.metrics.chains import ceafe, conll, muc
from evals.tasks.coref import chains, mention

GOLD = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2"}
SPLIT = {"a": "x", "b": "x", "c": "y", "d": "z", "e": "z"}
ONE = dict.fromkeys(GOLD, "x")
ALONE = {key: key for key in GOLD}


def test_gold_itself_is_perfect() -> None:
    assert conll(GOLD, GOLD) == {"conll_f1": 1.0, "muc_f1": 1.0, "bcubed_f1": 1.0, "ceafe_f1": 1.0}


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [(SPLIT, 1.0, 2 / 3), (ONE, 3 / 4, 1.0), (ALONE, 0.0, 0.0)],
    ids=["split", "all in one", "each alone"],
)
def test_muc_counts_links(found: dict[str, str], precision: float, recall: float) -> None:
    score = muc(GOLD, found)
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        # {a b} against {a b c} is 4/5, {d e} is 1, {c} is left over
        (SPLIT, 1.8 / 3, 1.8 / 2),
        # the one chain is best matched with {a b c}: 6/8
        (ONE, 0.75 / 1, 0.75 / 2),
        # one of three singletons takes {a b c} (2/4), one of two {d e} (2/3)
        (ALONE, (0.5 + 2 / 3) / 5, (0.5 + 2 / 3) / 2),
    ],
    ids=["split", "all in one", "each alone"],
)
def test_ceafe_matches_chains_one_to_one(
    found: dict[str, str], precision: float, recall: float
) -> None:
    score = ceafe(GOLD, found)
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


def test_the_mean_is_of_the_three() -> None:
    figures = conll(GOLD, SPLIT)
    parts = [figures[name] for name in ("muc_f1", "bcubed_f1", "ceafe_f1")]
    assert figures["conll_f1"] == pytest.approx(sum(parts) / 3, abs=1e-4)


SENTENCES = [["Nothing", "new", "."], ["Norway", "expelled", "two", "envoys", "."]]
ROW = {"doc_id": "d", "sent_id": 1, "tokens_number": [1], "tokens_str": "expelled"}


@pytest.mark.parametrize("number", [0, 1, 2], ids=["one before", "its own", "one after"])
def test_a_mention_is_found_though_its_sentence_is_counted_one_off(number: int) -> None:
    found = mention("1", {**ROW, "sent_id": number}, SENTENCES)
    assert (found.head, found.sentence.states) == ("expelled", {"NOR"})


def test_a_mention_that_is_nowhere_stands_alone() -> None:
    found = mention("1", {**ROW, "tokens_str": "ousted"}, SENTENCES)
    assert (found.head, found.sentence.words) == ("ousted", ())


def test_chains_never_cross_groups_of_documents() -> None:
    rows = [{**ROW, "doc_id": doc} for doc in ("d", "e", "f")]
    mentions = [mention(str(at), row, SENTENCES) for at, row in enumerate(rows)]
    group = {"d": "one", "e": "one", "f": "two"}
    found = chains(mentions, group, lambda some: dict.fromkeys([one.id for one in some], "k"))
    assert found["0"] == found["1"] != found["2"]
