"""Claims about the future: who makes them, in which words, and what is none."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from detente.document import Parse
from detente.extract.forecasts import find_forecasts
from detente.records import Forecast, Participant, When
from tests.factories import article_of, parse_of, view_of
from tests.unit.extract.reported import (
    AMERICAN,
    ANALYSTS,
    EXPERT,
    MINISTER,
    NEWSPAPER,
    Said,
    dated,
    told,
)


def forecasts(text: str, *said: Said) -> tuple[Forecast, ...]:
    parse, cast, statements = told(text, *said)
    return find_forecasts(parse, cast, (), statements)


REPORTED = [
    ("will", "Moscow will have the upper hand in the talks", "will"),
    ("will not", "the new minister will not change the course of the reset", "will not"),
    ("will, another's act", "Washington will never accept the annexation of Crimea", "will never"),
    ("will likely", "the dialogue on missile defence will likely resume", "will likely"),
    ("may", "the two sides may exchange declarations on missile defence", "may"),
    ("might", "the sanctions might hurt the rouble", "might"),
    ("could, passive", "a deal could be struck on chemical weapons", "could"),
    ("could be more", "their cooperation could be more successful than it was", "could"),
    ("would, backshifted", "the embargo would hurt both countries", "would"),
    ("likely to", "the talks on Syria are likely to fail", "likely"),
    ("unlikely to", "the Senate is unlikely to ratify the treaty", "unlikely"),
    ("bound to", "relations with Moscow are bound to worsen", "bound"),
    ("expected to", "oil prices are expected to fall", "expected"),
    ("to be expected", "no breakthroughs were to be expected", "expected"),
    ("going to", "the crisis is going to deepen", "going"),
    ("chances not great", "the chances of a compromise are not very great", "chances not great"),
    ("little chance", "there is little chance of a compromise", "little chance"),
    ("little hope", "there was little hope for better relations", "little hope"),
    ("prospects", "prospects for a new treaty look bleak", "prospects bleak"),
    ("bodes well", "the thaw bodes well for trade", "bodes well"),
    ("time off", "a full agreement is probably some time off", "probably some time off"),
    ("years away", "Georgia's entry into NATO is years away", "years away"),
    ("promising", "the other areas of the relationship look promising", "promising"),
]


@pytest.mark.parametrize(
    ("claim", "confidence"), [row[1:] for row in REPORTED], ids=[r[0] for r in REPORTED]
)
def test_an_expert_foretells(claim: str, confidence: str) -> None:
    (row,) = forecasts(f"Ilya Sobol, a professor in Tartu, said that {claim}.", Said(claim, EXPERT))
    assert row.claim == claim
    assert row.confidence == confidence
    assert row.forecaster == EXPERT
    assert row.statement is not None


def test_affiliation_is_what_the_article_says() -> None:
    text = "Marek Wolny, a professor at the Warsaw School of Strategy, said that the reset will fail."
    parse, cast, _ = told(text)
    speaker = next(cast.participant(named) for named in cast.named if "Wolny" in named.mention.text)
    _, _, statements = told(text, Said("the reset will fail", speaker))
    (row,) = find_forecasts(parse, cast, (), statements)
    assert row.affiliation == "a professor at the Warsaw School of Strategy"


OWN_VOICE = [
    ("prospects", "The prospects for a renewal of cooperation do not look good."),
    ("will of a thing", "Kind words will not change the fact that the two sides disagree on Syria."),
    (
        "relations expected to be",
        "They began a relationship expected to be stronger than the last one.",
    ),
    ("likely", "The dispute over missile defence is likely to drag on."),
    ("a gathering's fate", "The talks on Syria will fail without Iran."),
    ("unlikely that", "It is unlikely that the treaty will be ratified."),
]


@pytest.mark.parametrize("text", [row[1] for row in OWN_VOICE], ids=[row[0] for row in OWN_VOICE])
def test_the_outlet_foretells_in_its_own_voice(text: str) -> None:
    (row,) = forecasts(text)
    assert row.forecaster.name == "The Example Post"
    assert row.forecaster.kind == "organisation"
    assert row.statement is None


def test_the_author_foretells_where_one_signs() -> None:
    parse = parse_of("The prospects for a renewal of cooperation do not look good.")
    signed = Parse(
        dataclasses.replace(parse.article, authors=("Nils Berg",)), parse.view, parse.doc, parse.sents
    )
    _, cast, _ = told("Nothing.")
    (row,) = find_forecasts(signed, dataclasses.replace(cast, parse=signed, named=()), (), ())
    assert (row.forecaster.name, row.forecaster.kind) == ("Nils Berg", "person")
    assert row.affiliation == "The Example Post"


PLANS = [
    "In September Mr Obama will visit Russia.",
    "Obama will visit Russia in September, where he will hold meetings with Putin.",
    "John Kerry will meet Sergei Lavrov in Berlin on Tuesday.",
    "The foreign ministers will discuss Syria in Geneva.",
    "The G-8 summit will be held in Northern Ireland in June.",
    "The talks will begin on Monday.",
    "The conference is expected to open in Geneva next month.",
    "Their meeting was to take place behind closed doors.",
    "The two diplomats were expected to discuss the civil war in Syria.",
    "The meeting was expected to focus on Syria.",
    "Kerry is scheduled to travel to Moscow in May.",
    "The treaty will be signed in Prague next week.",
    "The Senate will vote on the treaty on Friday.",
    "The delegation is due to arrive on Sunday.",
    "Russia will host the summit in St. Petersburg.",
    "The president plans to attend the ceremony.",
    "The minister is going to address the General Assembly.",
    "The United States will withdraw its troops from Afghanistan next year.",
    "Moscow will send humanitarian aid to Syria.",
    "The two sides will continue the talks in Vienna.",
    "The envoy will return to Damascus this week.",
    "The inspectors will leave on Saturday.",
    "The Duma will consider the bill on adoption in the autumn.",
    "The exercise will last a week and will involve 5,000 troops.",
    "Talks will resume in Almaty in April.",
    "Lavrov is set to fly to Sochi.",
    "A press conference will follow the talks.",
    "The ambassador will present his credentials on Thursday.",
    "Also on the agenda was likely to be the adoption of Russian children.",
    "Putin is to meet Erdogan in Istanbul.",
]
DEMANDS = [
    "Assad must leave.",
    "Russia should stop arming Damascus.",
    "The US needs to change its tune on Syria.",
    "Both sides have to make concessions on missile defence.",
    "Washington ought to lift the sanctions.",
    "Iran must never acquire nuclear weapons.",
    "The sides should return to the table.",
    "Moscow has called for the removal of the missiles.",
    "The West demands that Russia withdraw from Crimea.",
    "Lavrov urged Kerry to stop the bombing.",
    "The Council wants Damascus to open its borders.",
    "The ministers insisted that the sanctions be lifted.",
]
HOPES = [
    "Any hope that the appointment would bring closer ties is being dashed.",
    "Moscow hopes that the new secretary will be easier to work with.",
    "He expressed a hope that the work would pave the way for better relations.",
    "Washington promised that it would reduce its arsenal.",
    "The president vowed that Iran would not get the bomb.",
    "The minister pledged that Russia would deliver the missiles.",
    "She wished that relations would improve.",
    "The aim is that both sides will be able to inspect the sites.",
    "They agreed that inspectors would visit the site.",
    "The decision that troops will stay was taken in March.",
    "Kerry threatened that the US would strike.",
]
QUESTIONS = [
    "Will the reset survive?",
    "Nobody knows whether the reset will survive.",
    "It is unclear if Moscow will agree.",
    "The Russians are alarmed about what might happen after NATO leaves.",
    "The question is how the Senate will vote.",
    "Who will lead the talks is not known.",
]
PRESENT_OR_PAST = [
    "In part that may be because the bombing has focused minds.",
    "The gesture might be read as a sign that Norway wants a calmer border.",
    "The attack may have been the work of rebels.",
    "The negotiators could not agree on a text in 2011.",
    "In 2009 he took an office that he would hold for four years.",
    "The minister could have been warned earlier.",
    "He could only watch as the talks failed.",
    "The plan would cut the number of warheads by a third.",
    "It would be naive to ignore the dispute.",
    "This will be important if the reset is to endure.",
    "The system, which it says would protect allies, is disputed.",
    "It will be up to the two ministers to keep the programme alive.",
    "There is no program for a new reset.",
    "The ministers, as far as one may judge by their faces, were tired of Syria.",
    "No Russian leader could hand over such a man.",
    "Russia could veto the resolution on Syria.",
]
NOT_FORECASTS = [
    *(("plan", text) for text in PLANS),
    *(("demand", text) for text in DEMANDS),
    *(("hope or promise", text) for text in HOPES),
    *(("question", text) for text in QUESTIONS),
    *(("present or past", text) for text in PRESENT_OR_PAST),
]


@pytest.mark.parametrize(
    ("trap", "text"), NOT_FORECASTS, ids=[f"{t}: {x[:40]}" for t, x in NOT_FORECASTS]
)
def test_the_outlet_does_not_foretell(trap: str, text: str) -> None:
    assert forecasts(text) == (), trap


OWN_ACTS = [
    ("of oneself", "We will talk about Syria", "direct"),
    ("of one's state", "Russia will not accept any pressure on Damascus", "indirect"),
    ("of one's government", "Moscow will respond to the Magnitsky Act", "indirect"),
    ("of our side", "Our diplomats will stay in Damascus", "direct"),
    ("have opportunities", "We will have opportunities to meet this year", "direct"),
    ("I", "I will work with my colleague on adoption", "direct"),
    ("would like", "we would like to find some way to cooperate", "direct"),
]


@pytest.mark.parametrize(
    ("words", "kind"), [row[1:] for row in OWN_ACTS], ids=[row[0] for row in OWN_ACTS]
)
def test_an_officials_own_act_is_a_promise(words: str, kind: str) -> None:
    said = Said(words, MINISTER, kind=kind)  # type: ignore[arg-type]
    assert forecasts(f"{words}, Garin said.", said) == ()


@pytest.mark.parametrize(
    "words",
    [
        "a strike on Syria would be an act of aggression",
        "the other nuclear powers would have to take part",
    ],
)
def test_an_officials_verdict_or_condition_is_no_forecast(words: str) -> None:
    assert forecasts(f"Garin said that {words}.", Said(words, MINISTER)) == ()


def test_words_in_marks_that_nobody_is_found_to_say_are_not_the_outlets() -> None:
    assert forecasts('Of the conference he spoke with caution: "The treaty will fail."') == ()


def test_an_official_foretells_of_others() -> None:
    words = "the American sanctions will fail"
    (row,) = forecasts(f"Garin said that {words}.", Said(words, MINISTER))
    assert row.forecaster == MINISTER


def test_the_same_words_of_a_state_are_a_forecast_by_an_observer() -> None:
    words = "Russia will not accept any pressure on Damascus"
    (row,) = forecasts(f'"{words}," Sobol said.', Said(words, EXPERT, kind="direct"))
    assert row.issue == "issue:syria"


def test_a_newspaper_of_a_state_is_an_observer() -> None:
    words = "the two sides may exchange declarations on missile defence"
    (row,) = forecasts(f"Kommersant reported that {words}.", Said(words, NEWSPAPER, "reported"))
    assert row.forecaster.name == "Kommersant"


def test_an_observer_who_says_we_sees() -> None:
    words = "We will likely see a renewal of dialogue about missile defence"
    (row,) = forecasts(f'"{words}," said Sobol.', Said(words, EXPERT, kind="direct"))
    assert row.confidence == "will likely"


HOPED = ["hoped", "promised", "pledged", "threatened", "announced", "demanded", "vowed"]


@pytest.mark.parametrize("cue", HOPED)
def test_what_is_hoped_promised_or_announced_is_no_forecast(cue: str) -> None:
    words = "the embargo would be eased"
    assert forecasts(f"Sobol {cue} that {words}.", Said(words, EXPERT, cue)) == ()


NEGATED = [
    ("does not mean", "The accord does not mean that Damascus will obey it"),
    ("does not think", "he does not think that Syria will listen"),
]


@pytest.mark.parametrize("words", [row[1] for row in NEGATED], ids=[row[0] for row in NEGATED])
def test_a_claim_keeps_the_words_that_take_it_back(words: str) -> None:
    (row,) = forecasts(f"{words}, Sobol said.", Said(words, EXPERT))
    assert row.claim == words


TWO_SPEAKERS = [
    (
        "While Sobol said the talks on Syria will fail, Garin said the sanctions will be lifted.",
        (("the talks on Syria will fail", EXPERT), ("the sanctions will be lifted", MINISTER)),
    ),
    (
        "The talks on Syria will fail, Sobol said, but Calder thinks that Moscow will give way.",
        (("The talks on Syria will fail", EXPERT), ("Moscow will give way", AMERICAN)),
    ),
    (
        "Analysts say the treaty could collapse; Garin says NATO will regret it.",
        (("the treaty could collapse", ANALYSTS), ("NATO will regret it", MINISTER)),
    ),
]


@pytest.mark.parametrize(("text", "claims"), TWO_SPEAKERS)
def test_two_speakers_in_a_sentence_keep_their_own_claims(
    text: str, claims: tuple[tuple[str, Participant], ...]
) -> None:
    rows = forecasts(text, *(Said(words, by) for words, by in claims))
    assert [(row.claim, row.forecaster) for row in rows] == list(claims)


def test_a_claim_joined_to_a_promise_is_cut_off_from_it() -> None:
    words = "We will go on meeting about Syria, but the chances of a compromise are not great"
    (row,) = forecasts(f'"{words}," says Sobol.', Said(words, EXPERT, "says", "direct"))
    assert row.claim == "the chances of a compromise are not great"
    assert row.issue == "issue:syria"


def test_the_subject_before_the_attribution_belongs_to_the_claim() -> None:
    parse, cast, first = told(
        "The envoy, Sobol said, will have to come up with new ideas on Cyprus.",
        Said("The envoy", EXPERT),
    )
    _, _, second = told(
        "The envoy, Sobol said, will have to come up with new ideas on Cyprus.",
        Said("will have to come up with new ideas on Cyprus", EXPERT),
    )
    both = dataclasses.replace(second[0], evidence=(*first[0].evidence, *second[0].evidence))
    (row,) = find_forecasts(parse, cast, (), (both,))
    assert row.claim == "The envoy will have to come up with new ideas on Cyprus"


CONDITIONS = [
    ("If Iran stays away, the talks on Syria will fail", "If Iran stays away"),
    ("the talks on Syria will fail unless Iran joins", "unless Iran joins"),
    ("the talks on Syria will succeed once Iran joins", "once Iran joins"),
    ("the talks on Syria will fail", None),
]


@pytest.mark.parametrize(("words", "condition"), CONDITIONS)
def test_condition(words: str, condition: str | None) -> None:
    (row,) = forecasts(f'"{words}," Sobol said.', Said(words, EXPERT, kind="direct"))
    assert row.condition == condition


def test_horizon_is_a_date_in_the_claim_after_the_article() -> None:
    words = "the embargo will collapse by June"
    parse, cast, statements = told(f"Sobol said that {words}.", Said(words, EXPERT))
    june = When(date(2013, 6, 1), date(2013, 6, 30), "month", "relative", "by June")
    (row,) = find_forecasts(parse, cast, dated(parse, "by June", june), statements)
    assert (row.horizon.end, row.horizon.text) == (june.end, june.text)
    assert row.horizon.start == parse.article.published.start


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("since 2009", When(date(2009, 1, 1), None, "range", "stated", "since 2009")),
        ("in 2012", When(date(2012, 1, 1), date(2012, 12, 31), "year", "stated", "in 2012")),
    ],
)
def test_a_past_date_is_no_horizon(words: str, when: When) -> None:
    claim = f"the embargo imposed {words} will collapse"
    parse, cast, statements = told(f"Sobol said that {claim}.", Said(claim, EXPERT))
    (row,) = find_forecasts(parse, cast, dated(parse, words, when), statements)
    assert not row.horizon.known


def test_no_date_no_horizon() -> None:
    (row,) = forecasts("The prospects for a new treaty look dim.")
    assert row.horizon == When()


def test_analysts_who_expect() -> None:
    (row,) = forecasts("Analysts expect the talks on Cyprus to fail.")
    assert row.forecaster.kind == "anonymous"
    assert row.claim == "the talks on Cyprus to fail"
    assert row.issue == "issue:cyprus"


@pytest.mark.parametrize(
    "text",
    [
        "Moscow expects Washington to lift the sanctions.",
        "Washington expects an answer on Syria.",
        "Analysts expect a report on Monday.",
        "Analysts expect the two ministers to meet in June.",
    ],
)
def test_expecting_that_is_a_demand_or_a_plan(text: str) -> None:
    assert forecasts(text) == ()


def test_headlines_are_not_read() -> None:
    article = article_of(("title", "Ministers expected to see eye to eye"), "Nothing else.")
    from detente.annotate import annotate

    parse = annotate(article, view_of(article))
    _, cast, _ = told("Nothing.")
    assert find_forecasts(parse, dataclasses.replace(cast, parse=parse, named=()), (), ()) == ()


def test_rows_show_their_words() -> None:
    words = "the embargo will hurt both sides, and the talks on Syria could collapse"
    parse, cast, statements = told(f"Sobol said that {words}.", Said(words, EXPERT))
    rows = find_forecasts(parse, cast, (), statements)
    assert len(rows) == 2
    assert len({row.id for row in rows}) == 2
    for row in rows:
        assert {evidence.role for evidence in row.evidence} == {"row", "content"}
        for evidence in row.evidence:
            assert parse.article.text[evidence.start : evidence.end] == evidence.quote
        assert rows == find_forecasts(parse, cast, (), statements)
