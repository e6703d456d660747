"""Who is named where: names, surnames, capitals, bodies, organisations, affiliations."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.cast import Cast, Named
from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from tests.factories import parse_of

SPRING = date(2013, 2, 26)


def cast_of(*paragraphs: str, published: date | None = SPRING) -> Cast:
    return find_mentions(parse_of(*paragraphs, published=published), registry())


def named(cast: Cast, text: str, nth: int = 0) -> Named | None:
    found = [one for one in cast.named if one.mention.text == text]
    return found[nth] if nth < len(found) else None


def actor_at(cast: Cast, text: str, nth: int = 0) -> str | None:
    found = named(cast, text, nth)
    return found.actor.id if found is not None and found.actor is not None else None


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Sergey Lavrov arrived on Monday.", "Sergey Lavrov", "person:sergei-lavrov"),
        ("Foreign Minister Sergei Lavrov arrived.", "Sergei Lavrov", "person:sergei-lavrov"),
        ("Bashar Assad gave an interview.", "Bashar Assad", "person:bashar-al-assad"),
        ("Bashar al-Assad gave an interview.", "Bashar al-Assad", "person:bashar-al-assad"),
        ("Mr. Lavrov arrived on Monday.", "Lavrov", "person:sergei-lavrov"),
        ("President Obama signed the law.", "Obama", "person:barack-obama"),
        ("Jean-Marc Ayrault resigned.", "Jean-Marc Ayrault", "person:jean-marc-ayrault"),
        ("Ban Ki-moon called for restraint.", "Ban Ki-moon", "person:ban-ki-moon"),
        ("Xi Jinping spoke in the evening.", "Xi Jinping", "person:xi-jinping"),
        ("The Russians walked out.", "Russians", "state:RUS"),
        ("The States and Russia disagree.", "States", None),
        ("Closer ties between Russia and the States are unlikely.", "the States", "state:USA"),
        ("The G-8 will discuss it.", "G-8", "organisation:g8"),
        ("Interfax reported it first.", "Interfax", "body:rus-interfax"),
        ("The State Duma passed the bill.", "State Duma", "body:rus-state-duma"),
        ("The U.S. government was told.", "U.S. government", "body:usa-government"),
        ("The Syrian government was told.", "Syrian government", "body:syr-government"),
        (
            "Turkey's Foreign Ministry was told.",
            "Foreign Ministry",
            "body:tur-foreign-ministry",
        ),
        ("The government of Ukraine was told.", "government of Ukraine", "body:ukr-government"),
        ("The Obama administration was told.", "Obama administration", "body:usa-government"),
    ],
)
def test_names_reach_their_actor(text: str, words: str, actor: str | None) -> None:
    assert actor_at(cast_of(text), words) == actor


@pytest.mark.parametrize(
    ("text", "words", "reading"),
    [
        ("Moscow believes that the plan has failed.", "Moscow", "RUS"),
        ("The talks took place in Moscow.", "Moscow", None),
        ("He left for talks with Moscow on grain.", "Moscow", "RUS"),
        ("The sanctions against Damascus went on.", "Damascus", "SYR"),
        ("Kerry arrived for a first visit to Moscow.", "Moscow", None),
        ("He works at an institute in Oslo.", "Oslo", None),
        ("The agreement of Moscow and Washington surprised everyone.", "Washington", "USA"),
        ("The agreement of Moscow and Washington surprised everyone.", "Moscow", "RUS"),
        ("The delegation will visit Beijing.", "Beijing", None),
        ("They met in Berlin, as opposed to Washington.", "Washington", None),
        ("The Kremlin declined to answer.", "Kremlin", "RUS"),
        ("They sat in the Kremlin for hours.", "Kremlin", None),
        ("Downing Street welcomed the news.", "Downing Street", "GBR"),
    ],
)
def test_a_capital_acts_or_is_a_place(text: str, words: str, reading: str | None) -> None:
    found = named(cast_of(text), words)
    assert found is not None
    assert (found.actor.state if found.actor else None) == reading
    assert found.mention.kind == ("place" if reading is None else "state")
    assert found.mention.reason
    if reading is not None:
        assert found.mention.form == "metonym"


def test_a_state_after_in_is_a_place() -> None:
    found = named(cast_of("The war in Syria goes on."), "Syria")
    assert found is not None
    assert (found.mention.kind, found.actor) == ("place", None)


def test_two_states_in_one_word() -> None:
    found = named(cast_of("A U.S.-Russian commission was founded."), "U.S.-Russian")
    assert found is not None
    assert [member.state for member in found.members] == ["USA", "RUS"]
    assert found.mention.kind == "group"


def test_a_surname_goes_to_the_full_name_wherever_it_stands() -> None:
    cast = cast_of("Petrenko opened the session.", "Later Olena Petrenko, a lawyer, took questions.")
    first, full = actor_at(cast, "Petrenko"), actor_at(cast, "Olena Petrenko")
    assert first == full
    assert first is not None
    assert first.startswith("local:")


def test_another_first_name_is_another_person() -> None:
    cast = cast_of("Alexei Lavrov, a banker, resigned. Lavrov said he was tired.")
    assert actor_at(cast, "Alexei Lavrov") != "person:sergei-lavrov"
    assert actor_at(cast, "Lavrov") == actor_at(cast, "Alexei Lavrov")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("President Bill Clinton spoke first. Clinton was brief.", "person:bill-clinton"),
        ("Hillary Clinton spoke first. Clinton was brief.", "person:hillary-clinton"),
    ],
)
def test_clinton_is_the_one_named_in_full(text: str, actor: str) -> None:
    assert actor_at(cast_of(text), "Clinton") == actor


@pytest.mark.parametrize(
    ("published", "actor"),
    [(date(1991, 6, 1), "person:george-hw-bush"), (date(2004, 6, 1), "person:george-w-bush")],
)
def test_bush_is_the_one_in_office(published: date, actor: str) -> None:
    assert actor_at(cast_of("President Bush flew to Geneva.", published=published), "Bush") == actor


@pytest.mark.parametrize(
    ("text", "name", "affiliation"),
    [
        ("Ivo Marsh, a professor at the Peace Institute in Oslo, disagrees.", "Ivo Marsh",
         "a professor at the Peace Institute in Oslo"),
        ("It was too late, said Dmitry Belov, former Russian deputy trade minister.", "Dmitry Belov",
         "former Russian deputy trade minister"),
        ("Political analyst Ivo Marsh disagrees.", "Ivo Marsh", "Political analyst"),
        ("The chairman of the council, Ivo Marsh, disagrees.", "Ivo Marsh",
         "The chairman of the council"),
    ],
)  # fmt: skip
def test_affiliation(text: str, name: str, affiliation: str) -> None:
    (actor,) = [actor for actor in cast_of(text).actors if actor.kind == "person"]
    assert (actor.name, actor.affiliation) == (name, affiliation)
    assert actor.article is not None


def test_the_office_is_that_of_the_date() -> None:
    for published, office in [
        (date(2003, 1, 10), "Russian Ambassador to the United Nations"),
        (SPRING, "Foreign Minister of Russia"),
    ]:
        found = named(cast_of("Sergei Lavrov spoke.", published=published), "Sergei Lavrov")
        assert found is not None
        assert found.mention.office == office


def test_no_office_without_a_date() -> None:
    found = named(cast_of("Sergei Lavrov spoke.", published=None), "Sergei Lavrov")
    assert found is not None
    assert found.mention.office is None


def test_titles_give_bounds_where_the_date_is_not_known() -> None:
    cast = cast_of("Secretary of State John Kerry met Sergei Lavrov.", published=None)
    lavrov = named(cast, "Sergei Lavrov")
    assert lavrov is not None
    assert lavrov.mention.office == "Foreign Minister of Russia"


def test_an_officer_of_an_organisation_acts_for_no_state() -> None:
    found = named(cast_of("Ban Ki-moon called for restraint."), "Ban Ki-moon")
    assert found is not None
    assert found.state is None


def test_names_inside_an_organisation_are_part_of_it() -> None:
    cast = cast_of("Ivo Marsh, chair of the Moscow Helsinki Group, was there.")
    assert actor_at(cast, "Moscow") is None
    found = named(cast, "Moscow Helsinki Group")
    assert found is not None
    assert found.mention.kind == "organisation"


def test_a_surname_that_is_a_country() -> None:
    cast = cast_of("Neil Jordan made a film. Jordan said he liked it.")
    assert actor_at(cast, "Jordan") == actor_at(cast, "Neil Jordan")


def test_headline_case_makes_no_names() -> None:
    cast = find_mentions(
        parse_of(("title", "Kerry Meeting With Lavrov Possible Soon"), "John Kerry met Sergei Lavrov.",
                 published=SPRING),
        registry(),
    )  # fmt: skip
    texts = [one.mention.text for one in cast.named if one.mention.kind == "person"]
    assert texts == ["Kerry", "Lavrov", "John Kerry", "Sergei Lavrov"]


def test_mentions_never_overlap_and_quote_the_text() -> None:
    cast = cast_of(
        "The U.S. secretary of state told Moscow's Foreign Ministry that John Kerry would come."
    )
    for left, right in zip(cast.named, cast.named[1:], strict=False):
        assert left.last <= right.first
    for one in cast.named:
        span = one.mention.evidence[0]
        assert cast.parse.article.text[span.start : span.end] == span.quote == one.mention.text


def test_nothing_in_nothing() -> None:
    assert cast_of("It rained all day.").named == ()
    assert cast_of("").named == ()
