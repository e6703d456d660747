"""Looking back on forecasts: what recalls one, which one, and how it says that it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.link.lookbacks import look_backs, recalls, verdict, who
from detente.link.outcomes import Target, link_outcomes, stems
from detente.records import Evidence, Forecast, Link, Participant, Statement, When
from tests.unit.query import factories as made

SOBOL = Participant("Ilya Sobol", "Sobol", "local:sobol-1", "person")
OTHER = Participant("Mara Teel", "Teel", "local:teel", "person")
MADE = date(2013, 3, 4)
JUNE = When(date(2013, 6, 1), date(2013, 6, 30), "month", "relative", "June")


def foretold(claim: str = "the conference will open in Geneva", **more: Any) -> Forecast:
    row = made.forecast(made.post(), "no breakthrough on Syria was near", made.SAMPLE)
    return replace(row, claim=claim, forecaster=SOBOL, **({"horizon": JUNE} | more))


def said(sentence: str, at: int = 1, speaker: Participant = SOBOL, article: str = "article:later"
         ) -> Statement:  # fmt: skip
    row = made.statement(made.later(), made.later().article.text.split(".")[0], made.SAMPLE)
    words = (Evidence(0, 1, sentence, "row", at),)
    return replace(row, id=f"statement:{at}{speaker.name}", article=article, sentence=at,
                   speaker=speaker, content=sentence, evidence=words)  # fmt: skip


def outcome(row: Forecast, *statements: Statement, told: date = date(2013, 6, 20)) -> Link | None:
    target = Target(row, When.day(MADE), frozenset())
    published = {one.article: When.day(told) for one in statements}
    return next(iter(link_outcomes([target], (), (), published, statements)), None)


VERDICTS = [
    ("as he foretold", "The conference, as he foretold, opened in Geneva", "came-true"),
    ("right", "I was right about the conference in Geneva, he said", "came-true"),
    ("it is there", "Sobol, who had forecast it, said of the conference in Geneva: there it is",
     "came-true"),
    ("wrong", "I was wrong about the conference in Geneva, said Sobol", "did-not"),
    ("mistake", "It was my mistake to expect a conference in Geneva", "did-not"),
    ("ran out", "His forecast of a conference in Geneva ran out on Monday", "did-not"),
    ("half", "I was half right about the conference in Geneva, he said", "partly"),
    ("only recalled", "In March he said that the conference would open in Geneva", "unclear"),
    ("expected", "Sobol, who had expected a conference in Geneva, smiled", "unclear"),
    ("both", "I was right about the conference in Geneva and wrong about the guests", "unclear"),
    ("not wrong", "I was not wrong about the conference in Geneva", "unclear"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "wanted"), [row[1:] for row in VERDICTS], ids=[row[0] for row in VERDICTS]
)
def test_a_look_back_settles(sentence: str, wanted: str) -> None:
    link = outcome(foretold(), said(sentence))
    assert link is not None
    assert (link.relation, link.right) == (wanted, "statement:1Ilya Sobol")


NO_LOOK_BACK = [
    ("a new forecast", "The conference in Geneva will open in autumn, he said"),
    ("a report", "He said that the conference in Geneva was late"),
    ("about something else", "I was wrong about the harvest, said Sobol"),
]


@pytest.mark.parametrize(
    "sentence", [row[1] for row in NO_LOOK_BACK], ids=[row[0] for row in NO_LOOK_BACK]
)
def test_what_does_not_look_back(sentence: str) -> None:
    assert outcome(foretold(), said(sentence)) is None


def test_another_s_look_back_is_not_one_s_own() -> None:
    assert outcome(foretold(), said("I was wrong about the conference in Geneva", 1, OTHER)) is None


def test_the_speaker_goes_on_in_the_next_sentence() -> None:
    link = outcome(
        foretold(),
        said("In March he said that the conference would open in Geneva", 4),
        said("It was my mistake", 5),
    )
    assert link is not None
    assert link.relation == "did-not"


def test_what_somebody_else_says_next_is_not_it() -> None:
    link = outcome(
        foretold(),
        said("In March he said that the conference would open in Geneva", 4),
        said("It was my mistake", 5, OTHER),
    )
    assert link is not None
    assert link.relation == "unclear"


def test_it_must_be_told_after_the_forecast() -> None:
    sentence = "I was wrong about the conference in Geneva"
    assert outcome(foretold(), said(sentence), told=MADE) is None
    assert outcome(foretold(), said(sentence), told=date(2013, 3, 5)) is not None


def test_an_undated_article_settles_nothing() -> None:
    row = said("I was wrong about the conference in Geneva")
    target = Target(foretold(), When.day(MADE), frozenset())
    assert link_outcomes([target], (), (), {row.article: When()}, [row]) == []


def test_the_very_day_needs_no_shared_word() -> None:
    link = outcome(foretold(), said("said Sobol, whose forecast of March 4 ran out on Thursday"))
    assert link is not None
    assert (link.relation, link.reason[:20]) == ("did-not", "recalled by its day,")
    assert (
        outcome(foretold(), said("said Sobol, whose forecast of March 5 ran out on Thursday")) is None
    )


@pytest.mark.parametrize(
    ("sentence", "told", "horizon", "wanted"),
    [
        pytest.param("In March he said so of Geneva; I was wrong", date(2013, 9, 30), When(), "unclear",
                     id="the month alone is not sure"),
        pytest.param("He was wrong on Geneva", date(2013, 6, 20), JUNE, "did-not", id="falls due"),
        pytest.param("He was wrong on Geneva", date(2013, 4, 1), JUNE, None, id="long before"),
        pytest.param("He was wrong on Geneva", date(2013, 9, 30), JUNE, None, id="long after"),
        pytest.param("He was wrong on Geneva", date(2013, 6, 20),
                     When(date(2013, 1, 1), date(2013, 12, 31), "year"), None, id="a whole year"),
    ],
)  # fmt: skip
def test_one_shared_word_needs_a_time(
    sentence: str, told: date, horizon: When, wanted: str | None
) -> None:
    link = outcome(replace(foretold(), horizon=horizon), said(sentence), told=told)
    assert (link.relation if link else None) == wanted


def test_a_look_back_goes_before_a_row_about_the_matter() -> None:
    link = outcome(
        foretold(),
        said("Sobol, who had expected a conference in Geneva, smiled", 1),
        said("I was wrong about the conference in Geneva", 9, article="article:last"),
    )
    assert link is not None
    assert link.relation == "did-not"


def test_the_registry_s_people_are_known_by_their_id() -> None:
    known = replace(SOBOL, actor_id="person:x", name="Another Spelling")
    assert who(replace(foretold(), forecaster=known)) == "person:x"
    assert who(foretold()) == "ilya sobol"


def test_last_week_and_last_month_point_at_the_day() -> None:
    row = foretold("a conference", horizon=When())
    for words, told, points in (
        ("who predicted last month a conference", date(2013, 4, 20), True),
        ("who predicted last month a conference", date(2013, 6, 20), False),
        ("who predicted last week a conference", date(2013, 3, 11), True),
        ("who predicted last week a conference", date(2013, 3, 25), False),
    ):
        (back,) = look_backs([said(words)], {"article:later": told})[who(row)]
        why = recalls(back, row, MADE, stems(row.claim), stems(back.matter()))
        assert (why is not None) is points, words


def test_verdicts_are_read_off_the_words() -> None:
    assert verdict("there it is, as she predicted") == "came-true"
    assert verdict("the talks began") == "unclear"


BOTH = "The paper is there and I was right, said Sobol, who had forecast both of Geneva"


def both(words: str, *, other: str = "no whales will sing", **more: Any) -> dict[str, str]:
    """Return the verdicts on a claim that a look back shares words with, and on another beside it."""
    first = foretold("a paper will lie in Geneva")
    second = replace(foretold(other), id="forecast:other", **more)
    targets = [Target(row, When.day(MADE), frozenset()) for row in (first, second)]
    back = said(words)
    days = {back.article: When.day(date(2013, 6, 20))}
    return {
        {first.id: "first", second.id: "second"}[link.left]: link.relation
        for link in link_outcomes(targets, (), (), days, (back,))
    }


def test_who_had_forecast_both_settles_both() -> None:
    assert both(BOTH) == {"first": "came-true", "second": "came-true"}


@pytest.mark.parametrize(
    ("words", "more"),
    [
        pytest.param(BOTH.replace("both of", "it of"), {}, id="recalls one"),
        pytest.param(BOTH, {"sentence": 9}, id="made in another sentence"),
        pytest.param(BOTH, {"article": "article:other"}, id="made in another article"),
        pytest.param(BOTH, {"forecaster": OTHER}, id="made by another"),
    ],
)
def test_what_is_no_second_claim_stays_open(words: str, more: dict[str, Any]) -> None:
    assert both(words, **more) == {"first": "came-true"}


def test_both_without_a_verdict_settle_nothing_beside() -> None:
    found = both("Sobol, who had forecast both, smiled over a paper that lay in Geneva")
    assert found.get("first") == "unclear"
    assert "second" not in found
