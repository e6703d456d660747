"""A statement is never its own opposite: what denies, doubts or only supposes stays with the content.

`CASES` names words that, standing at the start of a content, would say what the sentence does not.
`TABLE` gives every row of a sentence, and how the speaker stands to it: `says` it; `denies` it,
with the denial in the content; leaves it `open`; takes a `stance` that the cue tells; or said
`nothing`.
"""

from __future__ import annotations

import re

import pytest

from tests.unit.extract.inversions import FIRST
from tests.unit.extract.inversions_more import SECOND
from tests.unit.extract.inversions_third import THIRD
from tests.unit.extract.said import said, statements_of

DEAD = "the treaty was dead"
IS_DEAD = "the treaty is dead"
CASES = [
    ("Oslo does not believe that the truce will hold.", "the truce will hold"),
    ("The truce does not mean that the guns will fall silent, according to Anna Berg.", "the guns"),
    ("The truce does not mean that the guns will fall silent, Anna Berg said.", "the guns"),
    ("Anna Berg denied that Norway had sent weapons.", "Norway had sent"),
    ("Anna Berg, who denies that Norway sent weapons, said talks would go on.", "Norway sent"),
    ("Norway never said that it would leave the pact.", "it would leave"),
    ("Anna Berg did not say that the talks had failed.", "the talks had failed"),
    ("It is not true that the talks failed, Anna Berg said.", "the talks failed"),
    ("Anna Berg doubts that the sanctions will work.", "the sanctions will work"),
    ("Anna Berg refused to support the resolution.", "to support"),
    ("Anna Berg declined to rule out new sanctions.", "to rule out"),
    ("Anna Berg rejected the claim that Norway had broken the treaty.", "the claim that"),
    ("Anna Berg rejected the claim that Norway had broken the treaty.", "Norway had broken"),
    ("Anna Berg criticised the claim that the treaty was dead.", DEAD),
    ('Anna Berg called the claim that Norway was isolated "nonsense."', "Norway was isolated"),
    ("If Anna Berg said that the treaty is dead, nobody would listen.", IS_DEAD),
    ("Unless Anna Berg says that the treaty is dead, it lives.", IS_DEAD),
    ("Anna Berg may say that the treaty is dead.", IS_DEAD),
    ("Anna Berg could argue that the treaty is dead.", IS_DEAD),
    ("No official said that the treaty is dead.", IS_DEAD),
    ("None of them said that the treaty is dead.", IS_DEAD),
    ("Neither side said that the talks had failed.", "the talks had failed"),
    ("Neither side has expressed any enthusiasm for the plan.", "any enthusiasm"),
    ("Nobody believes that the treaty is dead.", IS_DEAD),
    ("Few experts believe that the treaty will last.", "the treaty will last"),
    ("Anna Berg said she was not sure that the treaty would last.", "the treaty would last"),
    ("Anna Berg asked whether the treaty was dead.", DEAD),
    ("Anna Berg questioned whether the treaty was dead.", DEAD),
    ("Anna Berg said it was wrong to claim that the treaty was dead.", DEAD),
    ("Anna Berg said Peter Holm was wrong to call the treaty dead.", "the treaty dead"),
    ("Anna Berg would not say whether the treaty was dead.", DEAD),
    ("Anna Berg stopped short of saying that the treaty was dead.", DEAD),
    ("Anna Berg failed to say that the treaty was dead.", DEAD),
    ("Anna Berg is expected to say that the treaty is dead.", IS_DEAD),
    ("Anna Berg said she did not want to say that the treaty was dead.", DEAD),
    ("Far from saying that the treaty was dead, Anna Berg praised it.", DEAD),
    ("Anna Berg left without saying that the treaty was dead.", DEAD),
    ("Anna Berg did not deny that weapons were sent.", "weapons were"),
    ("Norway does not support the pipeline.", "the pipeline"),
    ("Norway has not accused Sweden of spying.", "Sweden of spying"),
    ("Norway no longer insists that the base be closed.", "the base be"),
    ("Anna Berg hardly expects that the talks will succeed.", "the talks will"),
    ("Anna Berg said nothing about the treaty.", "nothing"),
    ("Anna Berg said the minister had denied that weapons were sent.", "weapons were sent"),
    ("Anna Berg disputed that the treaty was dead.", DEAD),
    ("Anna Berg disagreed that the treaty was dead.", DEAD),
    ("Anna Berg cannot accept that the treaty is dead.", IS_DEAD),
    ("Anna Berg never promised to close the base.", "to close"),
    ("Anna Berg did not promise to close the base.", "to close"),
    ("Anna Berg vowed not to close the base.", "to close"),
    ("Anna Berg pledged that Norway would never close the base.", "close the base"),
    ("Anna Berg urged Sweden not to close the base.", "to close"),
    ("Anna Berg did not urge Sweden to close the base.", "Sweden to close"),
    ("Anna Berg said only a fool would say that the treaty was dead.", DEAD),
    ('"It would be a mistake to say the treaty is dead," Anna Berg said.', IS_DEAD),
    ('"Nobody says the treaty is dead," Anna Berg said.', IS_DEAD),
    ('"I do not think the treaty is dead," Anna Berg said.', IS_DEAD),
    ("Anna Berg is not convinced that the treaty will last.", "the treaty will last"),
    ("Anna Berg was unaware that the treaty had lapsed.", "the treaty had lapsed"),
    ("Anna Berg said she had not been told that the base would close.", "the base would"),
    ("Anna Berg does not want Norway to leave the pact.", "Norway to leave"),
    ("The report that the treaty is dead is false, Anna Berg said.", IS_DEAD),
    ("Anna Berg doubted whether the truce would hold.", "the truce would hold"),
    ("Anna Berg refused to say that the treaty was dead.", DEAD),
    ("Nothing Anna Berg said meant that the treaty was dead.", DEAD),
]


@pytest.mark.parametrize(("sentence", "opposite"), CASES, ids=[case[0][:60] for case in CASES])
def test_no_content_begins_with_the_opposite(sentence: str, opposite: str) -> None:
    for speaker, content in said(sentence):
        assert not content.strip('"“” ').startswith(opposite), (speaker, content)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The truce does not mean that the guns will fall silent, according to Anna Berg.",
            [("Anna Berg", "The truce does not mean that the guns will fall silent")],
        ),
        (
            "Anna Berg denied that Norway had sent weapons.",
            [("Anna Berg", "denied that Norway had sent weapons")],
        ),
        (
            "Oslo does not believe that the truce will hold.",
            [("Oslo", "does not believe that the truce will hold")],
        ),
        (
            "Anna Berg said the deal will not end the war.",
            [("Anna Berg", "the deal will not end the war")],
        ),
        (
            "Norway said the talks had begun, while Ambassador Peter Holm condemned the raid.",
            [("Norway", "the talks had begun"), ("Peter Holm", "the raid")],
        ),
        (
            "Critics say the treaty is dead, but Anna Berg insists that it is alive.",
            [("Critics", "the treaty is dead"), ("Anna Berg", "it is alive")],
        ),
        (
            "Anna Berg said that, although the talks had failed, the treaty was alive.",
            [("Anna Berg", "although the talks had failed, the treaty was alive")],
        ),
        ("Anna Berg did not say that the talks had failed.", []),
        ("No official said that the treaty is dead.", []),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_the_whole_of_what_was_said(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(sentence) == expected


def test_a_denied_claim_keeps_its_cue() -> None:
    [row] = statements_of("Anna Berg denied that Norway had sent weapons.")
    assert row.cue == "denied"
    assert row.kind == "indirect"


TABLE = [*FIRST, *SECOND, *THIRD]
DENIAL = re.compile(
    r"\b(not|never|no|nobody|neither|nothing|den(y|ies|ied)|doubt\w*|disput\w+|reject\w+|dismiss\w+|"
    r"ridicul\w+|contradict\w+|refuse[sd]?|ruled? out|against|opposes|false|lie|invented|wrong|hardly|"
    r"without|criticised|too early)\b"
)
OPEN = re.compile(
    r"\b(whether|if|may|only|to say|to confirm|to comment|hard to|comment|respond|on the report)\b"
)


@pytest.mark.parametrize(
    ("sentence", "sense", "expected"), TABLE, ids=[f"{case[1]}: {case[0][:70]}" for case in TABLE]
)
def test_what_is_said_and_what_is_not(
    sentence: str, sense: str, expected: list[tuple[str, str]]
) -> None:
    found = said(sentence)
    assert found == expected
    contents = " ".join(content for _, content in found).casefold()
    if sense == "denies":
        assert DENIAL.search(contents)
    elif sense == "open":
        assert OPEN.search(contents)
    else:
        assert bool(found) == (sense != "nothing")


def test_the_table_is_large_and_of_every_sense() -> None:
    count = {sense: sum(case[1] == sense for case in TABLE) for _, sense, _ in TABLE}
    assert len({case[0] for case in TABLE}) == len(TABLE) >= 240
    assert min(count[sense] for sense in ("says", "denies", "open", "nothing")) >= 10
