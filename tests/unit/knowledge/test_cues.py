from __future__ import annotations

import pytest

from detente.knowledge.cues import (
    Cue,
    CueModel,
    cue_model,
    cue_words,
    cues,
    media,
    reporting_words,
    speaking_nouns,
)


@pytest.mark.parametrize(
    ("lemma", "frame"),
    [
        ("say", "inv"),
        ("say", "that"),
        ("accuse", "prep:of"),
        ("call", "prep:for"),
        ("refuse", "inf"),
        ("condemn", "obj"),
    ],
)
def test_cues_that_every_article_has(lemma: str, frame: str) -> None:
    cue = cues()[lemma, frame]
    assert cue.held > 0
    assert 0.3 < cue.precision <= 1.0


@pytest.mark.parametrize("lemma", ["meet", "travel", "shake", "walk"])
def test_acts_are_no_cues(lemma: str) -> None:
    assert (lemma, "obj") not in cues()


def test_every_cue_was_seen_at_least_as_often_as_it_held() -> None:
    assert all(0 < cue.held <= cue.seen for cue in cues().values())


def test_precision_of_a_rare_cue_is_drawn_to_the_mean() -> None:
    assert Cue("aver", "that", 1, 1).precision < Cue("aver", "that", 100, 100).precision


@pytest.mark.parametrize(
    ("groups", "probability"),
    [
        pytest.param([("bias",)], 0.5, id="even"),
        pytest.param([("bias", "up")], 1 / (1 + 2.718281828459045**-2), id="up"),
        pytest.param([("bias",), ("up",)], 1 / (1 + 2.718281828459045**-2), id="up, in two groups"),
        pytest.param([("unknown",)], 0.5, id="unknown names count nothing"),
        pytest.param([("huge",)], 1.0, id="no overflow"),
        pytest.param([], 0.5, id="no group"),
    ],
)
def test_probability(groups: list[tuple[str, ...]], probability: float) -> None:
    model = CueModel({"bias": 0.0, "up": 2.0, "huge": 1e9}, 0.5)
    assert model.probability(groups) == pytest.approx(probability)
    assert model.probability(groups) == pytest.approx(probability), "remembered sums are the same"


@pytest.mark.parametrize(
    ("word", "reports"),
    [
        pytest.param("say", True, id="a verb of speech"),
        pytest.param("point", True, id="the verb of a verb with a particle"),
        pytest.param("condemn", True, id="a verb of blame"),
        pytest.param("conceal", True, id="a verb of not saying"),
        pytest.param("walk", False, id="a verb that never reports"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_words_that_report(word: str, reports: bool) -> None:
    assert (word in reporting_words()) is reports


def test_the_shipped_model_holds_no_text() -> None:
    model = cue_model()
    assert 0 < model.threshold < 1
    assert "bias" in model.weights
    assert max(len(name) for name in model.weights) < 60
    assert all(abs(weight) < 50 for weight in model.weights.values())


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("say", "underline"),
        ("blame", "castigate"),
        ("never", "become"),
        ("noun", "caveat"),
        ("comment", "comment"),
    ],
)
def test_classes_of_words(name: str, word: str) -> None:
    assert word in cue_words()[name]


def test_what_never_reports_is_no_verb_of_saying() -> None:
    words = cue_words()
    spoken = words["say"] | words["blame"] | words["praise"] | words["name"]
    assert not words["never"] & spoken


@pytest.mark.parametrize(
    ("kind", "word", "medium"),
    [
        ("noun", "tweet", "tweet"),
        ("noun", "news agency", "agency"),
        ("name", "izvestia", "newspaper"),
        ("name", "cnn", "broadcaster"),
    ],
)
def test_media(kind: str, word: str, medium: str) -> None:
    assert media()[kind][word] == medium


def test_who_speaks() -> None:
    nouns = speaking_nouns()
    assert min(nouns[noun] for noun in ("spokesman", "official", "expert", "diplomat")) > 0.1
    assert "breakthrough" not in nouns
