"""What two mentions of events share, and how likely they are one."""

from __future__ import annotations

import math

import numpy as np
import pytest

from detente.knowledge.event_pairs import chances, walked
from detente.knowledge.tables import weights
from detente.link.event_mentions import FEATURES, EventMention, event_mention, features, setting_of

BRIDGE = "Norwegian envoys left Chad by the bridge at Kousseri on 3 May with 12 trucks."
REPORTS = {
    "a": "Chad expelled the envoys. Envoys of Norway left by the bridge at Kousseri. Herders saw it.",
    "b": "Norway's envoys were expelled by Chad and crossed the bridge at Kousseri, herders said.",
    "c": "Cod is dear in Bergen. Fishermen sold cod at the quay and the price of cod rose.",
}


def mention(key: str, sentence: str, words: str, article: str = "a", number: int = 0) -> EventMention:
    start = sentence.index(words)
    return event_mention(key, article, sentence, start, start + len(words), number)


def shared(left: EventMention, right: EventMention, *others: EventMention) -> dict[str, float]:
    setting = setting_of([left, right, *others], REPORTS)
    return dict(zip(FEATURES, features(left, right, setting), strict=True))


LEFT = mention("1", BRIDGE, "left")
SHARED = [
    ("the same word", mention("2", "They left Chad.", "left", "b"), "same", 1.0),
    ("another word", mention("2", "They sold cod.", "sold", "c"), "same", 0.0),
    ("the same report", mention("2", "They sold cod.", "sold"), "one_report", 1.0),
    ("another report", mention("2", "They sold cod.", "sold", "c"), "one_report", 0.0),
    ("one sentence", mention("2", BRIDGE, "bridge"), "one_sentence", 1.0),
    ("two sentences of one report", mention("2", BRIDGE, "bridge", number=4), "one_sentence", 0.0),
    ("one number in two reports", mention("2", BRIDGE, "bridge", "b"), "one_sentence", 0.0),
    ("the same numbers", mention("2", "On 3 May 12 went.", "went", "b"), "numbers", 1.0),
    ("other numbers", mention("2", "On 4 June 9 went.", "went", "b"), "numbers", 0.0),
    ("no numbers", mention("2", "They went.", "went", "b"), "numbers", -1.0),
    ("the earlier sentence", mention("2", BRIDGE, "bridge", "b", 7), "earlier", 0.0),
    ("the later sentence", mention("2", BRIDGE, "bridge", "b", 7), "later", math.log(8)),
    ("one report with itself", mention("2", BRIDGE, "bridge"), "reports_alike", 1.0),
    ("no words of it known", mention("2", "Zzyzx qwqx.", "Zzyzx", "b"), "words_near", 0.0),
    ("so many reports", mention("2", BRIDGE, "bridge", "b"), "reports", math.log(2)),
    ("words of one mention are all the other's", mention("2", "who left", "left", "b"), "stems", 1.0),
    ("together is of two words", mention("2", "They left.", "left", "b"), "named_together", -1.0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("right", "name", "value"), [r[1:] for r in SHARED], ids=[r[0] for r in SHARED]
)
def test_what_two_mentions_share(right: EventMention, name: str, value: float) -> None:
    assert shared(LEFT, right)[name] == pytest.approx(value)


@pytest.mark.parametrize("right", [r[1] for r in SHARED], ids=[r[0] for r in SHARED])
def test_it_is_the_same_both_ways(right: EventMention) -> None:
    one, other = shared(LEFT, right), shared(right, LEFT)
    assert one == pytest.approx(other)


def test_reports_of_one_thing_are_more_alike() -> None:
    b, c = (mention(key, "They sold cod.", "sold", key) for key in "bc")
    assert shared(LEFT, b, c)["reports_alike"] > shared(LEFT, c, b)["reports_alike"]


def test_words_nearby_count_more_than_words_far_away() -> None:
    near = mention("2", "Herders left the bridge, and prices of cod in Bergen rose.", "left", "b")
    far = mention("3", "Cod in Bergen rose and prices, left out, of herders at a bridge.", "rose", "b")
    bridge = mention("4", "a bridge of herders left", "left", "b")
    assert float(near.context @ bridge.context) > float(far.context @ bridge.context)


def test_two_words_that_both_name_events_of_one_report_are_told_side_by_side() -> None:
    here = mention("2", BRIDGE, "bridge"), mention("3", BRIDGE, "trucks")
    found = shared(*here)
    assert found["named_together"] == pytest.approx(1.0)
    assert shared(here[0], mention("4", BRIDGE, "trucks", "b"))["named_together"] == 0.0


def test_a_word_that_names_two_events_of_a_report_is_told_again() -> None:
    twice = mention("2", "They left.", "left"), mention("3", "Others left.", "left", number=3)
    assert shared(*twice)["again"] == 2.0
    assert shared(LEFT, mention("2", "They left.", "left", "b"))["again"] == 1.0


def test_vectors_are_of_unit_length_or_nothing() -> None:
    for one in (LEFT, mention("2", "Zzyzx qwqx.", "Zzyzx")):
        for found in (one.meaning, one.context):
            assert float(np.linalg.norm(found)) == pytest.approx(1.0) or not found.any()


def test_a_report_that_is_not_given_has_no_words() -> None:
    setting = setting_of([LEFT, mention("2", BRIDGE, "bridge", "nowhere")], {})
    assert setting.reports == 2
    assert setting.alike["a", "nowhere"] == 0.0
    assert not setting.used


class TestForest:
    def test_every_branch_leads_further_down_and_to_a_feature_that_is_there(self) -> None:
        kept = weights("event_pairs.npz")
        inner = np.flatnonzero(kept["feature"] >= 0)
        assert (kept["left"][inner] > inner).all()
        assert (kept["right"][inner] > inner).all()
        assert kept["feature"].max() < len(FEATURES)
        assert kept["left"].max() < len(kept["value"])

    def test_a_row_is_walked_as_by_hand(self) -> None:
        forest = {
            "roots": np.array([0, 3]), "feature": np.array([1, -1, -1, -1]),
            "limit": np.array([0.5, 0, 0, 0]), "left": np.array([1, 0, 0, 0]),
            "right": np.array([2, 0, 0, 0]), "value": np.array([0, -2.0, 2.0, 0.5]),
            "base": np.array(-0.5),
        }  # fmt: skip
        found = walked(forest, np.array([[9.0, 0.5], [9.0, 0.6]]))
        assert found == pytest.approx([1 / (1 + math.exp(2)), 1 / (1 + math.exp(-2))])

    def test_no_rows_have_no_chances(self) -> None:
        assert chances(np.zeros((0, len(FEATURES)))).shape == (0,)

    def test_rows_do_not_touch_each_other(self) -> None:
        table = np.random.default_rng(1).uniform(-1, 1, (40, len(FEATURES)))
        whole = chances(table)
        assert ((whole > 0) & (whole < 1)).all()
        assert [float(chances(row[None])[0]) for row in table] == pytest.approx(whole.tolist())
