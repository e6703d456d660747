"""What a claim is about: its own words, what they take up, and what the article is about."""

from __future__ import annotations

import pytest

from detente.annotate import annotate
from detente.extract.positions.matter import Matter, Matters
from tests.factories import article_of, view_of


def matters(*texts: str, parties: tuple[str, ...] = ()) -> Matters:
    article = article_of(*texts)
    return Matters(annotate(article, view_of(article)), frozenset(parties))


def issue(claim: str, *texts: str, parties: tuple[str, ...] = (), back: bool = False,
          state: str | None = None) -> str | None:  # fmt: skip
    found = matters(*texts, claim + ".", parties=parties)
    about = Matter(claim, found.parse.sents[-1], "Ada Crale", state, None, back)
    named = found.issue_of(about)
    return named.removeprefix("issue:") if named else None


OWN = [
    ("matter before theatre", "wants Syria to give up its sarin", "chemical-weapons"),
    ("means before theatre", "wants sanctions on Syria", "sanctions"),
    ("means alone", "wants new sanctions", "sanctions"),
    ("relations", "broke off all dialogue", "bilateral-relations"),
    ("arms to a government", "delivered arms to the government in Damascus", "arms-sales"),
    ("embassy", "welcomed the new embassy", "diplomatic-presence"),
    ("flights", "demanded an end to surveillance flights", "military-incidents"),
    ("telephones", "condemned the tapping of telephones", "surveillance"),
    ("picture", "called the doctored photo an insult", "information-war"),
    ("tests", "would suspend tests", "nuclear-testing"),
    ("expulsions", "called the expulsions unjustified", "espionage"),
    ("blockade", "defended the blockade", "sanctions"),
    ("services", "praised the cooperation of the services", "intelligence-sharing"),
]


@pytest.mark.parametrize(("claim", "wanted"), [row[1:] for row in OWN], ids=[row[0] for row in OWN])
def test_the_words_of_the_claim(claim: str, wanted: str) -> None:
    assert issue(claim, "The guests arrived.") == wanted


def test_a_party_s_own_name_gives_way_to_the_means() -> None:
    claim = "will not let Pakistani soil be used for terrorism"
    assert issue(claim, "The guests arrived.", parties=("IND", "PAK")) == "terrorism"
    other = "will not let Pakistani soil be used by either side"
    assert issue(other, "The guests arrived.", parties=("USA", "RUS")) == "pakistan"


def test_the_actor_s_own_name_is_no_matter_where_the_words_point_back() -> None:
    claim = "Damascus denies it"
    assert issue(claim, "Some say that sarin was used.", back=True, state="SYR") == "chemical-weapons"


@pytest.mark.parametrize(
    ("claim", "before", "wanted"),
    [
        ("Syria must hand over a list", "The talks were about nerve agents.", "chemical-weapons"),
        ("Syria must be left in peace", "The talks were about the weather.", "syria"),
        ("Libya should disarm its militias", "Nothing else was said.", "libya"),
    ],
    ids=["who is to act is no matter", "where nothing else is", "alone"],
)
def test_the_one_who_is_to_act(claim: str, before: str, wanted: str) -> None:
    assert issue(claim, before, back=True) == wanted


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        ("cut their ties with Riyadh", "bilateral-relations"),
        ("said the two countries should look to the future", "bilateral-relations"),
        ("is not ready to build relations on an equal footing", "bilateral-relations"),
        ("slipped back into a Cold War mentality", "bilateral-relations"),
        ("wants the Spratlys", "south-china-sea"),
        ("put duties on barley", "trade"),
        ("offered to be the mediator", "peace-process"),
        ("asked for more news of the missing servicemen", "missing"),
    ],
)
def test_what_relationships_are_made_of(claim: str, wanted: str) -> None:
    assert issue(claim, "The guests arrived.") == wanted


def test_the_same_noun_before_tells_what_a_claim_takes_up() -> None:
    texts = ("Police stormed the embassy after the raid was ordered.", "It rained.", "They dined.")
    assert issue("condemned the raid", *texts, back=True) == "diplomatic-presence"


def test_a_country_named_in_passing_gives_way() -> None:
    texts = (
        "They quarrel about tariffs. The tariffs rise.",
        "Cairo and Manama signed too, and so did a third state. Nobody was surprised.",
    )
    assert issue("rejected that", *texts, back=True) == "trade"


TAKEN_UP = [
    ("such weapons", "condemned any use of such weapons", "The report names chemical weapons.",
     "chemical-weapons"),
    ("the islands", "wants officials on the islands", "The two claim the Falkland Islands.",
     "falklands"),
    ("them", "demanded them", "He asked for no new sanctions.", "sanctions"),
    ("it", "opposes it", "She wants the embargo to end.", "sanctions"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "before", "wanted"), [row[1:] for row in TAKEN_UP], ids=[row[0] for row in TAKEN_UP]
)
def test_what_words_take_up(claim: str, before: str, wanted: str) -> None:
    assert issue(claim, before, back=True) == wanted


def test_a_person_may_be_the_matter() -> None:
    text = "Edward Snowden sat at the airport. Washington asked for his extradition."
    assert issue("would not hand him over", text, back=True) == "snowden"


ARTICLE = (
    "The Senkaku islands lie between the two. China calls the Senkaku islands its own. "
    "Nobody lives on the Senkaku islands.",
    "The ministers met in New York.",
    "They parted early.",
)


def test_a_claim_without_a_matter_is_about_the_article() -> None:
    assert issue("asked for restraint", *ARTICLE) == "east-china-sea"


def test_an_article_that_names_an_issue_in_passing_is_not_about_it() -> None:
    assert issue("castigated the guests", "Syria keeps sarin.", "They parted early.") is None


def test_no_issue_anywhere_is_none() -> None:
    assert issue("castigated the guests", "The guests arrived.", back=True) is None


def test_the_main_issue_is_a_matter_before_a_means() -> None:
    found = matters("Sanctions, sanctions and sanctions.", "Sanctions again.", "Sarin was found.")
    assert found.main == "issue:chemical-weapons"


def test_the_main_issue_is_not_the_name_of_a_party() -> None:
    texts = ("Pakistan and India met.", "Pakistan was host.", "They spoke of Kashmir.")
    assert matters(*texts, parties=("IND", "PAK")).main == "issue:kashmir"
    assert matters(*texts).main == "issue:pakistan"


def test_an_article_without_issues_is_about_none() -> None:
    assert matters("The guests arrived.").main is None


@pytest.mark.parametrize(
    ("claim", "first", "wanted"),
    [
        ("help with arms deliveries, with food aid and with gas supplies", "arms-sales",
         ("humanitarian-aid", "gas")),
        ("asked for gas supplies and adoptions", "gas", ("adoption",)),
        ("wants gas supplies for the nuclear power plant", "gas", ()),
        ("barred adoptions, a law passed in answer to gas supplies", "adoption", ()),
        ("a state that banned adoptions and cut gas supplies", "adoption", ()),
        ("wants gas supplies", "oil", ()),
    ],
    ids=["three", "two", "no list", "an aside", "in a relative clause", "not named"],
)  # fmt: skip
def test_a_list_of_measures(claim: str, first: str, wanted: tuple[str, ...]) -> None:
    found = matters("The guests arrived.").listed(claim, f"issue:{first}")
    assert tuple(one.removeprefix("issue:") for one in found) == wanted


PLACES = [
    ("a topic with on", "agreed to help", "On adoptions, Crale agreed to help.", "adoption"),
    ("a topic before a colon", "wants a third less", "Warheads: she wants a third less.",
     "strategic-arms"),
    ("the topic of the sentence before", "agreed to help", "On adoptions, he had asked her. Crale "
     "agreed to help.", "adoption"),
    ("a title names no matter", "is ready to talk", "The missile shield came up. Ada Crale, the envoy "
     "to NATO, is ready to talk.", "missile-defence"),
    ("a leader of a movement", "rejected it", "The inspectors want the sarin. Ada Crale, a leader of "
     "the Free Syrian Army, rejected it.", "chemical-weapons"),
    ("them are the sentence before", "rejected them", "New sanctions on Iran were drawn up. Crale "
     "rejected them.", "sanctions"),
    ("the man whose case it is", "will not send the man back", "Snowden sat in Moscow. Snowden waited. "
     "She will not send the man back.", "snowden"),
    ("a reason is no matter", "wants him extradited for poisoning Litvinenko",
     "She wants him extradited for poisoning Litvinenko.", "extradition"),
    ("which government", "should not reward a government which has banned adoptions",
     "One should not reward a government which has banned adoptions.", "bilateral-relations"),
    ("settling the dispute", "offered to settle the dispute", "Crale offered to settle the dispute.",
     "bilateral-relations"),
    ("sovereignty over what is claimed", "takes a view on sovereignty", "The Senkaku were bought. She "
     "takes a view on sovereignty.", "east-china-sea"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "text", "wanted"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES]
)
def test_where_a_claim_is_told_what_it_is_about(claim: str, text: str, wanted: str) -> None:
    found = matters(text)
    back = not any(word in claim for word in ("adoptions", "sovereignty", "Litvinenko"))
    named = found.issue_of(Matter(claim, found.parse.sents[-1], "Ada Crale", None, None, back))
    assert (named or "").removeprefix("issue:") == wanted


def test_means_named_often_go_before_a_matter_named_once() -> None:
    tariffs = "Tariffs rose. " * 7
    assert matters(tariffs, "Sarin was found.").main == "issue:trade"
    assert matters("Tariffs rose.", "Sarin was found.").main == "issue:chemical-weapons"


@pytest.mark.parametrize(
    ("sentences", "wanted"), [(5, "missile-defence"), (12, "adoption")], ids=["near", "far"]
)
def test_the_matter_last_named_stands_in_where_nothing_nearer_does(sentences: int, wanted: str) -> None:
    far = "The guests sat down. " * sentences
    told = ("Adoptions were on the table.", "The missile shield came up.", far)
    assert issue("is ready to talk", *told, back=True) == wanted
