"""British and American spellings, both ways."""

from __future__ import annotations

import pytest

from detente.knowledge.spelling import other_spelling

PAIRS = [
    ("defence", "defense"), ("defences", "defenses"), ("offence", "offense"), ("licence", "license"),
    ("programme", "program"), ("programmes", "programs"), ("centre", "center"), ("centres", "centers"),
    ("theatre", "theater"), ("kilometres", "kilometers"), ("labour", "labor"), ("harbour", "harbor"),
    ("neighbouring", "neighboring"), ("favourable", "favorable"), ("colours", "colors"),
    ("travelled", "traveled"), ("travelling", "traveling"), ("cancelled", "canceled"),
    ("signalled", "signaled"), ("organisation", "organization"), ("organisations", "organizations"),
    ("organised", "organized"), ("recognise", "recognize"), ("recognises", "recognizes"),
    ("criticised", "criticized"), ("criticising", "criticizing"), ("normalisation", "normalization"),
    ("judgement", "judgment"), ("manoeuvres", "maneuvers"), ("sceptics", "skeptics"),
    ("analyse", "analyze"), ("paralysed", "paralyzed"), ("grey", "gray"),
]  # fmt: skip


@pytest.mark.parametrize(("british", "american"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_either_is_the_other_of_its_other(british: str, american: str) -> None:
    assert other_spelling(british) == american
    assert other_spelling(american) == british
    assert other_spelling(american.title()) == british


@pytest.mark.parametrize(
    "word",
    ["tour", "four", "hour", "your", "minor", "actor", "rise", "size", "prize", "wise", "fence",
     "sense", "cancel", "cancels", "travel", "fuels", "label", "channels", "called", "killed", "member",
     "letter", "september", "order", "missile", "kerry", "2013", ""],
)  # fmt: skip
def test_words_that_are_spelled_alike(word: str) -> None:
    assert other_spelling(word) is None
