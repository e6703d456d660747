"""A statement is never its own opposite: what denies, doubts or only supposes stays with the content.

`CASES` names words that, standing at the start of a content, would say what the sentence does not.
`TABLE` gives every row of a sentence, and how the speaker stands to it: `says` it; `denies` it,
with the denial in the content; leaves it `open`; takes a `stance` that the cue tells; or said
`nothing`.
"""

from __future__ import annotations

import re

import pytest

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


TABLE: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "Anna Berg denied that the base had been closed.",
        "denies",
        [("Anna Berg", "denied that the base had been closed")],
    ),
    (
        "Anna Berg has always denied that the base had been closed.",
        "denies",
        [("Anna Berg", "denied that the base had been closed")],
    ),
    (
        "Anna Berg flatly denied the report that the base had been closed.",
        "denies",
        [("Anna Berg", "denied the report that the base had been closed")],
    ),
    ("Anna Berg denied closing the base.", "denies", [("Anna Berg", "denied closing the base")]),
    (
        "Anna Berg denied having closed the base.",
        "denies",
        [("Anna Berg", "denied having closed the base")],
    ),
    (
        "Anna Berg never denied that the base had been closed.",
        "denies",
        [("Anna Berg", "never denied that the base had been closed")],
    ),
    (
        "Anna Berg did not deny that the base had been closed.",
        "denies",
        [("Anna Berg", "did not deny that the base had been closed")],
    ),
    (
        "Anna Berg neither confirmed nor denied that the base had been closed.",
        "denies",
        [("Anna Berg", "neither confirmed nor denied that the base had been closed")],
    ),
    (
        "Anna Berg declined to confirm that the base had been closed.",
        "open",
        [("Anna Berg", "to confirm that the base had been closed")],
    ),
    (
        "Anna Berg would not confirm that the base had been closed.",
        "denies",
        [("Anna Berg", "would not confirm that the base had been closed")],
    ),
    (
        "Anna Berg could not confirm that the base had been closed.",
        "denies",
        [("Anna Berg", "could not confirm that the base had been closed")],
    ),
    (
        "Anna Berg refused to say that the treaty was dead.",
        "open",
        [("Anna Berg", "to say that the treaty was dead")],
    ),
    (
        "Anna Berg refused to say whether the treaty was dead.",
        "open",
        [("Anna Berg", "to say whether the treaty was dead")],
    ),
    (
        "Anna Berg refused to rule out new sanctions.",
        "denies",
        [("Anna Berg", "refused to rule out new sanctions")],
    ),
    (
        "Anna Berg would not rule out new sanctions.",
        "denies",
        [("Anna Berg", "would not rule out new sanctions")],
    ),
    (
        "Anna Berg did not rule out that the treaty would lapse.",
        "denies",
        [("Anna Berg", "did not rule out that the treaty would lapse")],
    ),
    ("Anna Berg ruled out new sanctions.", "denies", [("Anna Berg", "ruled out new sanctions")]),
    (
        "Anna Berg ruled out that the treaty would lapse.",
        "denies",
        [("Anna Berg", "ruled out that the treaty would lapse")],
    ),
    ("Anna Berg stopped short of saying that the treaty was dead.", "nothing", []),
    ("Anna Berg stopped short of calling for new sanctions.", "nothing", []),
    ("Anna Berg stopped short of accusing Norway of spying.", "nothing", []),
    ("Anna Berg failed to condemn the raid.", "nothing", []),
    ("Anna Berg failed to say that the treaty was dead.", "nothing", []),
    ("Anna Berg fell short of endorsing the plan.", "nothing", []),
    ("Far from saying that the treaty was dead, Anna Berg praised it.", "nothing", []),
    (
        "Far from accusing Norway, Anna Berg thanked it for the help.",
        "says",
        [("Anna Berg", "it for the help")],
    ),
    ("Instead of saying that the treaty was dead, Anna Berg praised it.", "nothing", []),
    ("Rather than accuse Norway of spying, Anna Berg praised it.", "nothing", []),
    ("Anna Berg left without saying that the treaty was dead.", "nothing", []),
    ("Anna Berg avoided saying that the treaty was dead.", "nothing", []),
    ("Anna Berg was careful not to say that the treaty was dead.", "nothing", []),
    ("Anna Berg was reluctant to say that the treaty was dead.", "nothing", []),
    ("Anna Berg hesitated to call the treaty dead.", "nothing", []),
    (
        "Anna Berg said Peter Holm never said that the treaty was dead.",
        "denies",
        [("Anna Berg", "Peter Holm never said that the treaty was dead")],
    ),
    (
        "Anna Berg said Peter Holm had not said that the treaty was dead.",
        "denies",
        [("Anna Berg", "Peter Holm had not said that the treaty was dead")],
    ),
    (
        "Anna Berg said that nobody had claimed that the treaty was dead.",
        "denies",
        [("Anna Berg", "nobody had claimed that the treaty was dead")],
    ),
    (
        "Anna Berg said she never said that the treaty was dead.",
        "denies",
        [("Anna Berg", "she never said that the treaty was dead")],
    ),
    (
        "Anna Berg said Peter Holm was wrong to say that the treaty was dead.",
        "denies",
        [("Anna Berg", "Peter Holm was wrong to say that the treaty was dead")],
    ),
    (
        "Anna Berg said it would be wrong to say that the treaty was dead.",
        "denies",
        [("Anna Berg", "it would be wrong to say that the treaty was dead")],
    ),
    (
        "Anna Berg said it was not true that the treaty was dead.",
        "denies",
        [("Anna Berg", "it was not true that the treaty was dead")],
    ),
    (
        "Anna Berg said it was too early to say that the treaty was dead.",
        "open",
        [("Anna Berg", "it was too early to say that the treaty was dead")],
    ),
    (
        "Anna Berg said there was no proof that the treaty was dead.",
        "denies",
        [("Anna Berg", "there was no proof that the treaty was dead")],
    ),
    (
        "Anna Berg said she saw no proof that the treaty was dead.",
        "denies",
        [("Anna Berg", "she saw no proof that the treaty was dead")],
    ),
    (
        "Anna Berg said the claim that the treaty was dead was false.",
        "denies",
        [("Anna Berg", "the claim that the treaty was dead was false")],
    ),
    (
        "Anna Berg said reports that the treaty was dead were invented.",
        "denies",
        [("Anna Berg", "reports that the treaty was dead were invented")],
    ),
    (
        "Anna Berg said she doubted that the treaty was dead.",
        "denies",
        [("Anna Berg", "she doubted that the treaty was dead")],
    ),
    (
        "Anna Berg said she did not believe that the treaty was dead.",
        "denies",
        [("Anna Berg", "she did not believe that the treaty was dead")],
    ),
    (
        "Anna Berg does not believe that the treaty is dead.",
        "denies",
        [("Anna Berg", "does not believe that the treaty is dead")],
    ),
    (
        "Anna Berg does not think the treaty is dead.",
        "denies",
        [("Anna Berg", "does not think the treaty is dead")],
    ),
    (
        "Anna Berg no longer believes that the treaty is dead.",
        "denies",
        [("Anna Berg", "no longer believes that the treaty is dead")],
    ),
    (
        "Anna Berg never believed that the treaty was dead.",
        "denies",
        [("Anna Berg", "never believed that the treaty was dead")],
    ),
    (
        "Anna Berg hardly believes that the treaty is dead.",
        "denies",
        [("Anna Berg", "hardly believes that the treaty is dead")],
    ),
    (
        "Anna Berg refuses to believe that the treaty is dead.",
        "denies",
        [("Anna Berg", "refuses to believe that the treaty is dead")],
    ),
    (
        "Anna Berg finds it hard to believe that the treaty is dead.",
        "open",
        [("Anna Berg", "it hard to believe that the treaty is dead")],
    ),
    (
        "Anna Berg is not sure that the treaty is dead.",
        "denies",
        [("Anna Berg", "is not sure that the treaty is dead")],
    ),
    ("Anna Berg is not convinced that the treaty is dead.", "nothing", []),
    ("Anna Berg is far from convinced that the treaty is dead.", "nothing", []),
    (
        "Anna Berg doubts that the treaty is dead.",
        "denies",
        [("Anna Berg", "doubts that the treaty is dead")],
    ),
    (
        "Anna Berg doubts whether the treaty will last.",
        "denies",
        [("Anna Berg", "doubts whether the treaty will last")],
    ),
    (
        "Anna Berg asked whether the treaty was dead.",
        "open",
        [("Anna Berg", "whether the treaty was dead")],
    ),
    ("Anna Berg asked if the treaty was dead.", "open", [("Anna Berg", "if the treaty was dead")]),
    (
        "Anna Berg wondered whether the treaty was dead.",
        "open",
        [("Anna Berg", "whether the treaty was dead")],
    ),
    (
        "Anna Berg questioned whether the treaty was dead.",
        "open",
        [("Anna Berg", "questioned whether the treaty was dead")],
    ),
    (
        "Anna Berg disputed that the treaty was dead.",
        "denies",
        [("Anna Berg", "disputed that the treaty was dead")],
    ),
    (
        "Anna Berg rejected the claim that the treaty was dead.",
        "denies",
        [("Anna Berg", "rejected the claim that the treaty was dead")],
    ),
    (
        "Anna Berg dismissed the report that the treaty was dead.",
        "denies",
        [("Anna Berg", "dismissed the report that the treaty was dead")],
    ),
    (
        "Anna Berg dismissed as nonsense the report that the treaty was dead.",
        "denies",
        [("Anna Berg", "dismissed as nonsense the report that the treaty was dead")],
    ),
    (
        "Anna Berg rejected suggestions that the treaty was dead.",
        "denies",
        [("Anna Berg", "rejected suggestions that the treaty was dead")],
    ),
    (
        "Anna Berg rejects the view that the treaty is dead.",
        "denies",
        [("Anna Berg", "rejects the view that the treaty is dead")],
    ),
    (
        "Anna Berg ridiculed the idea that the treaty was dead.",
        "denies",
        [("Anna Berg", "ridiculed the idea that the treaty was dead")],
    ),
    (
        "Anna Berg contradicted reports that the treaty was dead.",
        "denies",
        [("Anna Berg", "contradicted reports that the treaty was dead")],
    ),
    (
        "Anna Berg warned against saying that the treaty was dead.",
        "denies",
        [("Anna Berg", "against saying that the treaty was dead")],
    ),
    (
        "Anna Berg warned against closing the base.",
        "denies",
        [("Anna Berg", "against closing the base")],
    ),
    (
        "Anna Berg cautioned against the belief that the treaty was dead.",
        "denies",
        [("Anna Berg", "against the belief that the treaty was dead")],
    ),
    ("No one said that the treaty was dead.", "nothing", []),
    ("No one in Oslo says that the treaty is dead.", "nothing", []),
    ("Nobody has said that the treaty is dead.", "nothing", []),
    ("No minister has ever claimed that the treaty was dead.", "nothing", []),
    ("Neither Anna Berg nor Peter Holm said that the treaty was dead.", "nothing", []),
    ("Neither of them said that the treaty was dead.", "nothing", []),
    ("None of the ministers believed that the treaty was dead.", "nothing", []),
    ("Few ministers believe that the treaty is dead.", "nothing", []),
    ("Hardly anyone believes that the treaty is dead.", "nothing", []),
    ("Not a single minister said that the treaty was dead.", "nothing", []),
    ("Never did Anna Berg say that the treaty was dead.", "nothing", []),
    ("At no point did Anna Berg say that the treaty was dead.", "nothing", []),
    ("Nor did Anna Berg say that the treaty was dead.", "nothing", []),
    ("Nowhere does Anna Berg say that the treaty is dead.", "nothing", []),
    ("Only a fool would say that the treaty is dead.", "nothing", []),
    ("If Anna Berg said that the treaty was dead, the talks would end.", "nothing", []),
    ("If Anna Berg says that the treaty is dead, the talks will end.", "nothing", []),
    ("Had Anna Berg said that the treaty was dead, the talks would have ended.", "nothing", []),
    ("Unless Anna Berg says that the treaty is dead, it lives.", "nothing", []),
    ("Should Anna Berg say that the treaty is dead, the talks will end.", "nothing", []),
    ("Whether Anna Berg said that the treaty was dead is unknown.", "nothing", []),
    ("It is not known whether Anna Berg said that the treaty was dead.", "nothing", []),
    ("It is unclear if Norway had promised to close the base.", "nothing", []),
    ("Anna Berg may say that the treaty is dead.", "nothing", []),
    ("Anna Berg might say that the treaty is dead.", "nothing", []),
    ("Anna Berg could say that the treaty is dead.", "nothing", []),
    ("Anna Berg should say that the treaty is dead.", "nothing", []),
    ("Anna Berg must say that the treaty is dead.", "nothing", []),
    ("Anna Berg will say on Monday that the treaty is dead.", "nothing", []),
    ("Anna Berg is expected to say that the treaty is dead.", "nothing", []),
    ("Anna Berg was expected to call for new sanctions.", "nothing", []),
    ("Anna Berg is likely to say that the treaty is dead.", "nothing", []),
    ("Anna Berg is unlikely to say that the treaty is dead.", "nothing", []),
    (
        "Anna Berg plans to say that the treaty is dead.",
        "open",
        [("Anna Berg", "to say that the treaty is dead")],
    ),
    (
        "Anna Berg wanted to say that the treaty was dead.",
        "open",
        [("Anna Berg", "to say that the treaty was dead")],
    ),
    ("Anna Berg was supposed to say that the treaty was dead.", "nothing", []),
    ("Anna Berg was about to say that the treaty was dead.", "nothing", []),
    ("Anna Berg was asked to say that the treaty was dead.", "nothing", []),
    (
        "Peter Holm asked Anna Berg to say that the treaty was dead.",
        "open",
        [("Peter Holm", "Anna Berg to say that the treaty was dead")],
    ),
    (
        "Peter Holm wants Anna Berg to say that the treaty is dead.",
        "open",
        [("Peter Holm", "Anna Berg to say that the treaty is dead")],
    ),
    (
        "Peter Holm expects Anna Berg to say that the treaty is dead.",
        "open",
        [("Peter Holm", "Anna Berg to say that the treaty is dead")],
    ),
    (
        "Peter Holm accused Anna Berg of saying that the treaty was dead.",
        "says",
        [("Peter Holm", "Anna Berg of saying that the treaty was dead")],
    ),
    (
        "Peter Holm criticised Anna Berg for saying that the treaty was dead.",
        "denies",
        [("Peter Holm", "criticised Anna Berg for saying that the treaty was dead")],
    ),
    (
        "Peter Holm mocked those who say that the treaty is dead.",
        "says",
        [
            ("Peter Holm", "those who say that the treaty is dead"),
            ("those who say that the treaty is dead", "the treaty is dead"),
        ],
    ),
    ("Anna Berg did not say that the treaty was dead.", "nothing", []),
    ("Anna Berg has not said that the treaty is dead.", "nothing", []),
    ("Anna Berg never claimed that the treaty was dead.", "nothing", []),
    (
        "Anna Berg did not accuse Norway of spying.",
        "denies",
        [("Anna Berg", "did not accuse Norway of spying")],
    ),
    (
        "Anna Berg has never accused Norway of spying.",
        "denies",
        [("Anna Berg", "has never accused Norway of spying")],
    ),
    ("Anna Berg did not call for sanctions.", "denies", [("Anna Berg", "did not call for sanctions")]),
    (
        "Anna Berg did not urge Norway to leave the pact.",
        "denies",
        [("Anna Berg", "did not urge Norway to leave the pact")],
    ),
    (
        "Anna Berg did not promise to close the base.",
        "denies",
        [("Anna Berg", "did not promise to close the base")],
    ),
    ("Anna Berg promised not to close the base.", "denies", [("Anna Berg", "not to close the base")]),
    ("Anna Berg vowed never to close the base.", "denies", [("Anna Berg", "never to close the base")]),
    (
        "Anna Berg urged Norway not to close the base.",
        "denies",
        [("Anna Berg", "Norway not to close the base")],
    ),
    (
        "Anna Berg refused to support the plan.",
        "denies",
        [("Anna Berg", "refused to support the plan")],
    ),
    ("Anna Berg does not support the plan.", "denies", [("Anna Berg", "does not support the plan")]),
    (
        "Anna Berg does not want Norway to leave the pact.",
        "denies",
        [("Anna Berg", "does not want Norway to leave the pact")],
    ),
    (
        "Anna Berg no longer demands that the base be closed.",
        "denies",
        [("Anna Berg", "no longer demands that the base be closed")],
    ),
    (
        "Anna Berg did not welcome the agreement.",
        "denies",
        [("Anna Berg", "did not welcome the agreement")],
    ),
    ("Anna Berg withdrew her claim that the treaty was dead.", "nothing", []),
    ("Anna Berg retracted a statement that the treaty was dead.", "nothing", []),
    (
        "The truce does not mean that the guns will fall silent, Anna Berg said.",
        "denies",
        [("Anna Berg", "The truce does not mean that the guns will fall silent")],
    ),
    (
        "The truce does not mean that the guns will fall silent, according to Anna Berg.",
        "denies",
        [("Anna Berg", "The truce does not mean that the guns will fall silent")],
    ),
    (
        "In Berg's opinion, the truce does not mean that the guns will fall silent.",
        "denies",
        [("Berg's", "the truce does not mean that the guns will fall silent")],
    ),
    (
        "The truce, Anna Berg said, does not mean that the guns will fall silent.",
        "denies",
        [("Anna Berg", "The truce … does not mean that the guns will fall silent")],
    ),
    (
        "It is not true that the treaty is dead, Anna Berg said.",
        "denies",
        [("Anna Berg", "It is not true that the treaty is dead")],
    ),
    (
        "It is a lie that the treaty is dead, according to Anna Berg.",
        "denies",
        [("Anna Berg", "It is a lie that the treaty is dead")],
    ),
    (
        "The report that the treaty is dead is false, Anna Berg said.",
        "denies",
        [("Anna Berg", "The report that the treaty is dead is false")],
    ),
    (
        "Nobody believes that the treaty is dead, Anna Berg said.",
        "denies",
        [("Anna Berg", "Nobody believes that the treaty is dead")],
    ),
    (
        "Without a truce, Anna Berg said, the treaty is dead.",
        "says",
        [("Anna Berg", "Without a truce … the treaty is dead")],
    ),
    (
        "The treaty is dead only if Norway leaves it, Anna Berg said.",
        "open",
        [("Anna Berg", "The treaty is dead only if Norway leaves it")],
    ),
    ("The treaty may be dead, Anna Berg said.", "open", [("Anna Berg", "The treaty may be dead")]),
    (
        '"I never said the treaty was dead," Anna Berg said.',
        "denies",
        [("Anna Berg", '"I never said the treaty was dead,"')],
    ),
    (
        '"Peter Holm never said the treaty was dead," Anna Berg said.',
        "denies",
        [("Anna Berg", '"Peter Holm never said the treaty was dead,"')],
    ),
    (
        '"It would be wrong to say the treaty is dead," said Anna Berg.',
        "denies",
        [("Anna Berg", '"It would be wrong to say the treaty is dead,"')],
    ),
    (
        '"I do not believe the treaty is dead," Anna Berg told reporters.',
        "denies",
        [("Anna Berg", '"I do not believe the treaty is dead,"')],
    ),
    (
        "Peter Holm said the treaty was dead, but Anna Berg insisted that it was alive.",
        "says",
        [("Peter Holm", "the treaty was dead"), ("Anna Berg", "it was alive")],
    ),
    (
        "Peter Holm said the treaty was dead, while Anna Berg called it alive.",
        "says",
        [("Peter Holm", "the treaty was dead"), ("Anna Berg", "it alive")],
    ),
    (
        "Peter Holm says that the treaty is dead; Anna Berg denies it.",
        "says",
        [("Peter Holm", "the treaty is dead")],
    ),
    (
        "While Peter Holm said the treaty was dead, Anna Berg disagreed.",
        "says",
        [("Peter Holm", "the treaty was dead")],
    ),
    (
        "Contrary to Peter Holm, who says the treaty is dead, Anna Berg expects it to last.",
        "says",
        [("Peter Holm", "the treaty is dead"), ("Anna Berg", "it to last")],
    ),
    (
        "Anna Berg said that Peter Holm believed that the treaty was dead.",
        "says",
        [
            ("Anna Berg", "Peter Holm believed that the treaty was dead"),
            ("Peter Holm", "the treaty was dead"),
        ],
    ),
    (
        "Anna Berg said that, although Norway had left, the treaty was not dead.",
        "denies",
        [("Anna Berg", "although Norway had left, the treaty was not dead")],
    ),
    ("Anna Berg does not want the base closed.", "nothing", []),
    ("Anna Berg has yet to say that the treaty is dead.", "nothing", []),
    (
        "Anna Berg never asked Norway to leave the pact.",
        "denies",
        [("Anna Berg", "never asked Norway to leave the pact")],
    ),
    ("Anna Berg never called for sanctions.", "denies", [("Anna Berg", "never called for sanctions")]),
    ("Anna Berg would never say that the treaty is dead.", "nothing", []),
    ("Anna Berg cannot say that the treaty is dead.", "nothing", []),
    ("Anna Berg can no longer say that the treaty is alive.", "nothing", []),
    ("Anna Berg is against closing the base.", "nothing", []),
    ("Anna Berg opposes closing the base.", "denies", [("Anna Berg", "opposes closing the base")]),
    (
        "Anna Berg opposed the plan to close the base.",
        "stance",
        [("Anna Berg", "the plan to close the base")],
    ),
    ("Anna Berg is not opposed to the plan.", "nothing", []),
    ("Anna Berg declined to comment.", "open", [("Anna Berg", "to comment")]),
    ("Anna Berg had no comment.", "denies", [("Anna Berg", "had no comment")]),
    ("Anna Berg said nothing.", "denies", [("Anna Berg", "said nothing")]),
    ("Anna Berg did not respond.", "denies", [("Anna Berg", "did not respond")]),
    (
        "Anna Berg did not comment on the report that the treaty was dead.",
        "open",
        [("Anna Berg", "on the report that the treaty was dead")],
    ),
    ("Anna Berg said nothing about the treaty.", "nothing", []),
    (
        "Peter Holm quoted Anna Berg as saying that the treaty was dead.",
        "says",
        [("Anna Berg", "the treaty was dead")],
    ),
    (
        "According to Peter Holm, Anna Berg said that the treaty was dead.",
        "says",
        [
            ("Peter Holm", "Anna Berg said that the treaty was dead"),
            ("Anna Berg", "the treaty was dead"),
        ],
    ),
    (
        "Peter Holm denied that Anna Berg had said that the treaty was dead.",
        "denies",
        [("Peter Holm", "denied that Anna Berg had said that the treaty was dead")],
    ),
    ("Peter Holm believes that Anna Berg is lying.", "says", [("Peter Holm", "Anna Berg is lying")]),
    (
        "The minister who said that the treaty was dead has resigned, Anna Berg said.",
        "says",
        [("Anna Berg", "The minister who said that the treaty was dead has resigned")],
    ),
]
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
    assert len({case[0] for case in TABLE}) == len(TABLE) >= 150
    assert min(count[sense] for sense in ("says", "denies", "open", "nothing")) >= 10
