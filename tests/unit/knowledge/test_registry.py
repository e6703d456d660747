"""Who held which office when, and the tables that say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from detente.errors import RegistryError, UnknownName
from detente.knowledge.registry import Registry, as_days, covers, registry, surname_key
from detente.knowledge.registry_check import acting, problems, remarks
from detente.knowledge.registry_load import Form, generic_body, when_of
from detente.knowledge.states import states
from detente.records import Actor, Tenure, When


def on(year: int, month: int, day: int) -> When:
    return When.day(date(year, month, day))


def tenure(
    person: str = "person:a", start: str = "2000-01-01", end: str = "", **changes: str
) -> Tenure:
    made = Tenure(
        person, "FRA:head-of-state", "President", "FRA", when_of(start), when_of(end), "a note"
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def small(*tenures: Tenure, many: frozenset[str] = frozenset()) -> Registry:
    actors = {
        "person:a": Actor("person:a", "person", "Anna Alpha", "FRA", gender="f"),
        "person:b": Actor("person:b", "person", "Boris Beta", "FRA", gender="m"),
        "state:FRA": Actor("state:FRA", "state", "France", "FRA"),
    }
    forms = tuple(Form(actor.name, key, "name") for key, actor in actors.items())
    return Registry(actors, forms, tenures, many)


@pytest.mark.parametrize(
    ("query", "state", "day", "name", "title"),
    [
        ("foreign minister", "RUS", date(2013, 2, 26), "Sergei Lavrov", "Foreign Minister"),
        ("secretary of state", None, date(2013, 2, 26), "John Kerry", "Secretary of State"),
        ("Secretary of State", "USA", date(2013, 1, 15), "Hillary Clinton", "Secretary of State"),
        ("lavrov", None, date(2003, 1, 1), "Sergei Lavrov", "Ambassador to the United Nations"),
        ("chancellor", "DEU", date(2010, 6, 1), "Angela Merkel", "Chancellor"),
        ("prime minister", "RUS", date(2010, 1, 1), "Vladimir Putin", "Prime Minister"),
        ("president", "RUS", date(2010, 1, 1), "Dmitry Medvedev", "President"),
        ("foreign secretary", "GBR", date(2013, 3, 1), "William Hague", "Foreign Secretary"),
        ("head-of-state", "FRA", date(2000, 1, 1), "Jacques Chirac", "President"),
        ("USA:vice-president", None, date(2013, 2, 2), "Joe Biden", "Vice President"),
        ("Frans Timmermans", None, date(2013, 2, 26), "Frans Timmermans", "Foreign Minister"),
        ("secretary-general", "NATO", date(2013, 4, 23), "Anders Fogh Rasmussen", "Secretary General"),
    ],
)
def test_who_held_it_then(query: str, state: str | None, day: date, name: str, title: str) -> None:
    (held,) = registry().who(query, state, day)
    assert (held.actor.name, held.tenure and held.tenure.title) == (name, title)


def test_without_a_day_everyone_who_ever_held_it() -> None:
    names = [held.actor.name for held in registry().who("foreign minister", "RUS")]
    assert names == ["Andrei Kozyrev", "Yevgeny Primakov", "Igor Ivanov", "Sergei Lavrov"]


def test_nobody_is_nobody() -> None:
    assert registry().who("Zzyzx Qwerty") == ()
    assert registry().who("foreign minister", "AND", date(2013, 1, 1)) == ()


@pytest.mark.parametrize(
    ("person", "when", "office"),
    [
        ("person:john-kerry", on(2013, 2, 1), "USA:foreign-minister"),
        ("person:john-kerry", on(2017, 1, 20), "USA:foreign-minister"),
        ("person:john-kerry", on(2017, 1, 21), None),
        ("person:hillary-clinton", on(2013, 2, 1), "USA:foreign-minister"),
        ("person:hillary-clinton", on(2013, 2, 2), None),
        ("person:vladimir-putin", on(2012, 5, 8), "RUS:head-of-state"),
        ("person:vladimir-putin", on(2011, 1, 1), "RUS:head-of-government"),
        ("person:susan-rice", on(2013, 5, 9), "USA:un-ambassador"),
        ("person:susan-rice", on(2013, 7, 2), "USA:national-security-adviser"),
        ("person:john-kerry", When(), None),
        (
            "person:john-kerry",
            When(date(2013, 3, 1), None, "range", "inferred"),
            "USA:foreign-minister",
        ),
        ("person:nobody", on(2013, 1, 1), None),
    ],
)
def test_the_office_on_a_day(person: str, when: When, office: str | None) -> None:
    held = registry().office_on(person, when)
    assert (held.office if held else None) == office


def test_an_office_held_for_part_of_a_range_is_not_held_in_it() -> None:
    year = When(date(2013, 1, 1), date(2013, 12, 31), "year", "stated")
    assert registry().office_on("person:john-kerry", year) is None
    assert registry().office_on("person:sergei-lavrov", year) is not None


def test_both_hold_it_on_the_day_of_a_hand_over() -> None:
    holders = registry().holders("secretary of state", "USA", on(2013, 2, 1))
    assert {t.person for t in holders} == {"person:hillary-clinton", "person:john-kerry"}


def test_undated_people_are_never_in_office() -> None:
    undated = small(tenure(start=""))
    assert undated.office_on("person:a", on(2005, 1, 1)) is None
    assert undated.holders("president", "FRA", on(2005, 1, 1)) == ()


@pytest.mark.parametrize(
    "day", [date(1990, 1, 1), date(1999, 12, 31), date(2000, 1, 1), date(2006, 1, 2)]
)
def test_boundaries_of_a_term(day: date) -> None:
    known = small(tenure(start="2000-01-01", end="2006-01-01"))
    inside = date(2000, 1, 1) <= day <= date(2006, 1, 1)
    assert (known.office_on("person:a", When.day(day)) is not None) == inside


def test_a_month_or_year_counts_whole() -> None:
    term = tenure(start="2000-03", end="2004")
    for day, inside in [
        (date(2000, 2, 29), False), (date(2000, 3, 1), True), (date(2004, 12, 31), True),
        (date(2005, 1, 1), False),
    ]:  # fmt: skip
        assert covers(term, (day, day)) == inside


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Sergey Lavrov", ["person:sergei-lavrov"]),
        ("Сергей Лавров", ["person:sergei-lavrov"]),
        ("Alexey Pushkov", ["person:alexei-pushkov"]),
        ("Bashar Assad", ["person:bashar-al-assad"]),
        ("Clinton", ["person:bill-clinton", "person:hillary-clinton"]),
        ("Bill Clinton", ["person:bill-clinton"]),
        ("George Bush", ["person:george-hw-bush", "person:george-w-bush"]),
        ("the States", ["state:USA"]),
        ("Kremlin", ["state:RUS"]),
        ("NATO", ["organisation:nato"]),
        ("Sergei Markov", []),
    ],
)
def test_find(name: str, ids: list[str]) -> None:
    assert sorted(actor.id for actor in registry().find(name)) == sorted(ids)


def test_actor_by_id_and_general_bodies() -> None:
    assert registry().actor("state:RUS").name == "Russia"
    assert registry().actor("body:tur-foreign-ministry").name == "Turkish Foreign Ministry"
    assert registry().body_of("USA", "government").name == "U.S. government"
    assert generic_body(states()["GBR"], "embassy").state == "GBR"


@pytest.mark.parametrize(
    "wrong", ["person:nobody", "body:zzz-foreign-ministry", "body:fra-bakery", "x"]
)
def test_an_unknown_id_says_what_an_id_looks_like(wrong: str) -> None:
    with pytest.raises(UnknownName, match="person:john-kerry"):
        registry().actor(wrong)


def test_the_built_in_tables_do_not_contradict_themselves() -> None:
    assert registry().check() == ()
    assert len(registry().tenures) > 700


@pytest.mark.parametrize(
    ("tenures", "said"),
    [
        ([tenure("person:x")], "no such person"),
        ([tenure(start="")], "no beginning"),
        ([tenure(start="2001-01-01", end="2000-01-01")], "before it begins"),
        ([tenure(office="DEU:head-of-state")], "the key is not of FRA"),
        ([tenure(state="QQQ", office="QQQ:head-of-state")], "no state or organisation 'QQQ'"),
        ([tenure(note="")], "no note"),
        ([tenure(end="2003-05-05"), tenure("person:b", "2003-05-04")], "at once"),
        ([tenure(), tenure("person:b", "2003-05-04")], "at once"),
    ],
    ids=["person", "start", "reversed", "key", "state", "note", "overlap", "open"],
)
def test_check_finds_what_is_wrong(tenures: list[Tenure], said: str) -> None:
    found = list(problems(small().actors, tenures, frozenset()))
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(
    ("left", "right"), [("2003-05-05", "2003-05-05"), ("2003-05", "2003-05"), ("2003", "2003-06-01")]
)
def test_a_hand_over_is_no_overlap(left: str, right: str) -> None:
    tenures = [tenure(end=left), tenure("person:b", right)]
    assert list(problems(small().actors, tenures, frozenset())) == []


def test_offices_of_several_holders_may_overlap() -> None:
    tenures = [tenure(), tenure("person:b", "2001-01-01")]
    assert list(problems(small().actors, tenures, frozenset({"FRA:head-of-state"}))) == []


def test_an_actor_of_no_state_is_found() -> None:
    actors = {"person:a": Actor("person:a", "person", "A", "QQQ")}
    assert list(problems(actors, [], frozenset())) == ["person:a: no state 'QQQ'"]


@pytest.mark.parametrize(
    ("text", "label"),
    [("2013-02-26", "2013-02-26"), ("2013-02", "2013-02"), ("2013", "2013"), ("", "unknown")],
)
def test_dates_are_no_more_exact_than_written(text: str, label: str) -> None:
    assert when_of(text).label() == label


@pytest.mark.parametrize("text", ["2013-13", "2013-02-30", "soon", "2013-1-1-1"])
def test_a_wrong_date_names_its_row(text: str) -> None:
    with pytest.raises(RegistryError, match="FRA:x of y"):
        when_of(text, "FRA:x of y")


def test_as_days_and_surname_key() -> None:
    assert as_days(When()) is None
    assert as_days(When(None, date(2013, 1, 1))) == (date(2013, 1, 1), date(2013, 1, 1))
    assert surname_key("Bashar al-Assad") == surname_key("Assad")


def test_every_tenure_is_held_on_its_first_and_last_day() -> None:
    for term in registry().tenures:
        start = term.start.start
        assert start is not None
        assert covers(term, (start, start))
        assert not covers(term, (start - timedelta(days=1),) * 2)
        if term.end.end is not None:
            assert covers(term, (term.end.end, term.end.end))
            assert not covers(term, (term.end.end + timedelta(days=1),) * 2)


@pytest.mark.parametrize(
    ("tenures", "said"),
    [
        ([tenure(start="2000", end="2001"), tenure("person:b", "2004", "2006")], "nobody from 2001"),
        ([tenure(start="1990")], "since 1990, with no end"),
        ([tenure(start="2000", end="2010"), tenure(start="2002", end="2003"),
          tenure("person:b", "2010", "2014")], ""),
        ([tenure(start="2000", end="2001"), tenure("person:b", "2002", "2006")], ""),
        ([tenure(start="2012")], ""),
    ],
    ids=["gap", "open", "within", "next", "recent"],
)  # fmt: skip
def test_what_is_worth_a_look(tenures: list[Tenure], said: str) -> None:
    found = list(remarks(tenures, frozenset(), date(2020, 1, 1)))
    assert bool(found) == bool(said)
    assert not said or said in found[0]
    assert list(remarks(tenures[:1], frozenset({"FRA:head-of-state"}), date(2001, 1, 1))) == []


@pytest.mark.parametrize(
    "title", ["Acting President", "Interim President", "Caretaker President", "Chargé d'Affaires"]
)
def test_an_acting_holder_may_stand_beside_another(title: str) -> None:
    both = [tenure(), replace(tenure("person:b", "2003-05-04"), title=title)]
    assert acting(both[1])
    assert not acting(both[0])
    assert list(problems(small().actors, both, frozenset())) == []


@pytest.mark.parametrize(
    ("tenures", "said"),
    [
        ([tenure(end="2005-01-01"), tenure(start="2003-01-01", end="2006-01-01")], "at once"),
        ([tenure(end="2009-01-01"), tenure("person:b", "2001-01-01", "2002-01-01")], "at once"),
        ([tenure(state="SUN", office="SUN:head-of-state")], "ended in 1991"),
        ([tenure(state="SUN", office="SUN:head-of-state", start="1917", end="1920")], "began in 1922"),
    ],
    ids=["twice", "inside", "after-its-end", "before-its-beginning"],
)
def test_check_finds_more(tenures: list[Tenure], said: str) -> None:
    (found,) = problems(small().actors, tenures, frozenset())
    assert said in found


NEEDED = ("head-of-government", "foreign-minister", "defence-minister", "un-ambassador")
STATES = ("USA", "RUS", "CHN", "GBR", "FRA", "DEU", "UKR", "POL", "TUR", "IRN", "ISR", "EGY", "IND",
          "PAK", "JPN", "KOR", "CAN", "IRQ", "SYR", "PRK", "SAU", "AFG", "NLD", "GEO")  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_a_state_has_the_offices_that_news_names(state: str) -> None:
    known = registry()
    needed = [one for one in NEEDED if (state, one) not in {
        ("USA", "head-of-government"), ("IRN", "head-of-government"), ("AFG", "head-of-government")
    }]  # fmt: skip
    assert [one for one in needed if not known.terms(f"{state}:{one}")] == []


def test_there_are_tenures_and_ambassadors_enough() -> None:
    known = registry()
    assert len(known.tenures) > 2000
    nine = {"USA", "RUS", "CHN", "GBR", "FRA", "DEU", "UKR", "ISR", "SYR"}
    pairs = {key for key in known.held() if key[:3] in nine and key[3:].startswith(":ambassador-to-")}
    assert len({key for key in pairs if key[-3:] in nine}) >= 50
    assert {form.text for form in known.forms_of("person:sergei-lavrov")} >= {"Sergei Lavrov"}
    assert known.forms_of("person:nobody") == ()


@pytest.mark.parametrize(
    ("office", "state", "day", "name"),
    [
        ("president", "RUS", date(2000, 2, 1), "Vladimir Putin"),
        ("foreign minister", "TUR", date(2015, 9, 1), "Feridun Sinirlioglu"),
        ("foreign minister", "TUR", date(2016, 1, 1), "Mevlut Cavusoglu"),
        ("president", "GEO", date(2007, 12, 1), "Nino Burjanadze"),
        ("defense minister", "ISR", date(2019, 3, 1), "Benjamin Netanyahu"),
        ("foreign minister", "POL", date(2003, 1, 1), "Wlodzimierz Cimoszewicz"),
        ("foreign minister", "CAN", date(2007, 1, 1), "Peter MacKay"),
        ("ambassador to the united states", "RUS", date(2014, 1, 1), "Sergei Kislyak"),
        ("chief cabinet secretary", "JPN", date(2013, 1, 1), "Yoshihide Suga"),
        ("secretary of state", "USA", date(1978, 1, 1), "Cyrus Vance"),
    ],
)
def test_holders_on_a_day(office: str, state: str, day: date, name: str) -> None:
    known = registry()
    held = known.holders(office, state, When.day(day))
    assert [known.actor(one.person).name for one in held] == [name]
