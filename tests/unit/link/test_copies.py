"""Which articles print one text."""

from __future__ import annotations

import dataclasses
import random

import pytest

from detente.link import link_copies, shingles, sketch
from detente.link.copies import likely
from detente.records import Article
from tests.factories import article_of

WORDS = [
    f"{a}{b}{c}" for a in ("ba", "ce", "di", "fo", "gu") for b in ("lan", "mer", "tos") for c in "aeiou"
]


def text(seed: int, length: int = 400) -> str:
    """Words without sense, always the same for a seed."""
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(length))


def article(*paragraphs: str | tuple[str, str], key: str = "a", **more: object) -> Article:
    made = article_of(*paragraphs)  # type: ignore[arg-type]
    return dataclasses.replace(made, id=f"article:{key}", **more)  # type: ignore[arg-type]


BASE = text(1)


@pytest.mark.parametrize(
    ("other", "linked"),
    [
        (BASE, True),
        (BASE.upper().replace(" ", ",  "), True),
        (BASE.replace("balana", "xxxx", 3), True),
        (" ".join(BASE.split()[:150]), True),
        (f"{text(2, 300)} {BASE}", True),
        (f"{text(3)} {' '.join(BASE.split()[:60])}", False),
        (text(4), False),
        (" ".join(reversed(BASE.split())), False),
        ("", False),
    ],
    ids=[
        "the same",
        "case and signs",
        "edited",
        "cut short",
        "inside a longer one",
        "a quoted paragraph",
        "another text",
        "the same words in another order",
        "empty",
    ],
)
def test_two_texts(other: str, linked: bool) -> None:
    pair = article(BASE, key="a"), article(other, key="b")
    assert bool(link_copies([pair])) is linked
    assert bool(link_copies([pair[::-1]])) is linked


def test_a_short_text_is_no_copy() -> None:
    short = text(5, 20)
    assert link_copies([(article(short, key="a"), article(short, key="b"))]) == []


def test_a_menu_in_common_is_no_copy() -> None:
    menu = ("menu", text(6, 300))
    assert link_copies([(article(menu, text(7), key="a"), article(menu, text(8), key="b"))]) == []


def test_another_language_is_no_copy() -> None:
    pair = article(BASE, key="a"), article(BASE, key="b", language="fr")
    assert link_copies([pair]) == []


def test_the_reason_and_the_score() -> None:
    whole, part = article(BASE, key="a"), article(" ".join(BASE.split()[:150]), key="b")
    same = link_copies([(whole, article(BASE, key="c"))])[0]
    assert (same.score, same.reason) == (1.0, "100% of their runs of 5 words are the same")
    cut = link_copies([(whole, part)])[0]
    assert cut.reason == "100% of the shorter text stands in the longer"
    assert (cut.left, cut.right, cut.relation) == ("article:a", "article:b", "same-text")


def test_no_article_is_its_own_copy() -> None:
    one = article(BASE)
    assert link_copies([(one, one)]) == []


@pytest.mark.parametrize(("length", "count"), [(0, 0), (4, 0), (5, 1), (6, 2), (400, 396)])
def test_number_of_shingles(length: int, count: int) -> None:
    words = " ".join(f"w{n}" for n in range(length))
    assert len(shingles(article(words or " "))) == count


def test_a_sketch_is_a_fraction_in_order() -> None:
    found = sketch(article(text(9, 3000)))
    assert list(found) == sorted(found)
    assert 100 < len(found) <= 256
    assert all(-(2**63) <= value < 2**63 for value in found)


@pytest.mark.parametrize("kept", [400, 250, 150])
def test_sketches_of_copies_share_hashes(kept: int) -> None:
    part = " ".join(BASE.split()[:kept])
    common = set(sketch(article(BASE))) & set(sketch(article(part)))
    assert len(common) >= 2


def test_sketches_of_other_texts_share_none() -> None:
    assert not set(sketch(article(text(10)))) & set(sketch(article(text(11))))


LIKELY = [
    ("one hash is a phrase", 1, 4, 4, False),
    ("two of few", 2, 4, 4, True),
    ("all of many", 60, 60, 60, True),
    ("two of many", 2, 60, 60, False),
    ("a third of many", 20, 60, 60, False),
    ("half of some: a bad sample of two thirds", 15, 30, 30, True),
    ("a short text inside a long one", 9, 10, 200, True),
    ("a phrase of a short text", 2, 12, 200, False),
    ("samples that were cut short", 60, 256, 256, True),
    ("too few of samples that were cut short", 40, 256, 256, False),
    ("none", 0, 0, 0, False),
]


@pytest.mark.parametrize(
    ("shared", "left", "right", "wanted"), [row[1:] for row in LIKELY], ids=[row[0] for row in LIKELY]
)
def test_candidates_share_what_a_sample_of_one_text_would(
    shared: int, left: int, right: int, wanted: bool
) -> None:
    assert likely(shared, left, right) is wanted
    assert likely(shared, right, left) is wanted


@pytest.mark.parametrize("marks", ["“%s”", "— %s …", "«%s»", "%s\u00a0"])
def test_marks_beyond_ascii_do_not_count(marks: str) -> None:
    words = "the two ministers met in the old customs house by the lake on a rainy day"
    assert shingles(article_of(marks % words)).tolist() == shingles(article_of(words)).tolist()


def by_hand(words: list[str]) -> list[int]:
    """The hashes of runs of five words, one byte after the other."""
    whole, base = 1 << 64, 0x100000001B3

    def mixed(value: int) -> int:
        value = (value ^ value >> 29) * 0xBF58476D1CE4E5B9 % whole
        return value ^ value >> 32

    hashes = [
        mixed(sum((byte + 1) * pow(base, at, whole) for at, byte in enumerate(word.encode())) % whole)
        for word in words
    ]
    runs = [hashes[at : at + 5] for at in range(len(words) - 4)]
    found = {mixed(sum(one * base ** (4 - n) for n, one in enumerate(run)) % whole) for run in runs}
    return sorted(one - whole if one >> 63 else one for one in found)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("One two three four five", "one two three four five"),
        ("one, two; three - four/five six", "one two three four five six"),
        ("“One” two—three… four 5’s six", "one two three four 5 s six"),
        ("Łódź, Gdańsk und Köln: drei Städte, één", "łódź gdańsk und köln drei städte één"),
        ("a_b c_d e_f g_h i_j", "a_b c_d e_f g_h i_j"),
        ("п’ять слів у рядку, п’ять слів у рядку", "п ять слів у рядку п ять слів у рядку"),
        ("one\u00a0two\u2009three\u200bfour five six", "one two three four five six"),
        ("x² y½ z③ four five", "x² y½ z③ four five"),
        ("one two three four", "one two three four"),
    ],
    ids=["plain", "signs", "curly", "letters", "underscores", "Cyrillic", "blanks", "digits", "short"],
)
def test_shingles_are_those_made_by_hand(told: str, words: str) -> None:
    assert shingles(article(told)).tolist() == by_hand(words.split())
