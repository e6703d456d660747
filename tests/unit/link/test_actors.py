"""Which persons of several articles are one; everybody here is invented."""

from __future__ import annotations

from typing import Any

import pytest

from detente.link import link_actors
from detente.link.actors import folded_name
from detente.records import Actor


def actor(article: str, name: str, affiliation: str | None = None, **more: Any) -> Actor:
    more.setdefault("kind", "person")
    return Actor(f"local:{article}{name}", name=name, affiliation=affiliation, article=article, **more)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Primerov", "Sergei Primerov"),
        ("Alexey Primerov", "Alexei Primerov"),
        ("Aleksey Primerov", "Alexei Primerov"),
        ("Yury Obraztsov", "Yuri Obraztsov"),
        ("Dmitry Obraztsov", "Dmitriy Obraztsov"),
        ("Mikhail Obraztsov", "Mihail Obraztsov"),
        ("Yelena Primerova", "Elena Primerova"),
        ("Fyodor Primerov", "Fedor Primerov"),
        ("Semyon Primerov", "Semen Primerov"),
        ("Wladimir Primerow", "Vladimir Primerov"),
        ("Jörg Müßler", "Jorg Mussler"),
        ("Ana O'Example", "Ana OExample"),
        ("Ana B. Example", "Ana Example"),
        ("Jean-Marc Exemple", "Jean Marc Exemple"),
        ("Philipp Sample", "Filip Sample"),
        ("Anatoly Primersky", "Anatoliy Primerskiy"),
    ],
)
def test_ways_of_writing_one_name(one: str, other: str) -> None:
    assert folded_name(one) == folded_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Example", "Ann Example"),
        ("Ivan Primerov", "Ivan Primerova"),
        ("Igor Primerov", "Ivan Primerov"),
        ("Ana Example", "Ana Sample"),
        ("Ivan Primerov", "Ivan Petrovich Primerov"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    assert folded_name(one) != folded_name(other)


@pytest.mark.parametrize(
    ("left", "right", "score"),
    [
        pytest.param(
            actor("a", "Ann Example", "a professor at the Harbour Institute"),
            actor("b", "Ann Example", "Harbour Institute"),
            0.95,
            id="same name, same house",
        ),
        pytest.param(
            actor("a", "Ann Example", "Harbour Institute"),
            actor("b", "Ann Example"),
            0.8,
            id="one house unknown",
        ),
        pytest.param(
            actor("a", "Ann Example", "a professor of law at Hill College"),
            actor("b", "Ann Example", "the head of a trade union"),
            None,
            id="houses with no word in common",
        ),
        pytest.param(
            actor("a", "Ann Example", "a senior fellow"),
            actor("b", "Ann Example", "a senior analyst"),
            None,
            id="plain words are no house",
        ),
        pytest.param(
            actor("a", "Ann Example", "a professor at the Harbour Institute in Bergen"),
            actor("b", "Ann Example", "the Norwegian scholar"),
            0.8,
            id="only a country said of one",
        ),
        pytest.param(
            actor("a", "Ann Example", "a professor at the Harbour Institute, Sweden"),
            actor("b", "Ann Example", "the Norwegian scholar"),
            None,
            id="two countries said",
        ),
        pytest.param(
            actor("a", "Ann Example", "a Norwegian professor at Hill College"),
            actor("b", "Ann Example", "head of the Harbour Institute"),
            None,
            id="two houses, one country",
        ),
        pytest.param(
            actor("a", "Ann Example", state="USA"),
            actor("b", "Ann Example", state="GBR"),
            None,
            id="two states",
        ),
        pytest.param(
            actor("a", "Kim Example", gender="f"),
            actor("b", "Kim Example", gender="m"),
            None,
            id="she and he",
        ),
        pytest.param(actor("a", "Example"), actor("b", "Example"), None, id="a surname alone"),
        pytest.param(actor("a", "A. Example"), actor("b", "A. Example"), None, id="an initial"),
        pytest.param(
            actor("a", "Ann Example"), actor("a", "Anne Example"), None, id="two of one article"
        ),
        pytest.param(
            actor("a", "Harbour Institute", kind="organisation"),
            actor("b", "Harbour Institute", kind="organisation"),
            None,
            id="no persons",
        ),
    ],
)
def test_two_actors(left: Actor, right: Actor, score: float | None) -> None:
    found = [link.score for link in link_actors([left, right])]
    assert found == ([] if score is None else [score])
    assert found == [link.score for link in link_actors([right, left])]


def test_registry_actors_are_never_linked() -> None:
    known = Actor("person:ann-example", "person", "Ann Example")
    assert link_actors([known, actor("a", "Ann Example")]) == []


def test_a_reason_tells_another_spelling() -> None:
    link = link_actors([actor("a", "Sergey Primerov", "Hill College"), actor("b", "Sergei Primerov")])[
        0
    ]
    assert link.reason.startswith("the same name, written otherwise")
    assert link.relation == "same-actor"


def test_each_is_linked_to_the_one_of_whom_most_is_said() -> None:
    actors = [actor(key, "Ann Example") for key in "abc"]
    known = actor("z", "Ann Example", "Harbour Institute")
    links = link_actors([*actors, known])
    assert len(links) == 3
    assert all(known.id in (link.left, link.right) for link in links)


def test_where_two_are_told_apart_a_bare_name_is_neither() -> None:
    two = [actor("a", "Ann Example", "Harbour Institute"), actor("b", "Ann Example", "Hill College")]
    assert link_actors([*two, actor("c", "Ann Example")]) == []
    more = actor("d", "Ann Example", "Hill College in Sample Town")
    assert len(link_actors([*two, more])) == 1


def test_others_that_would_have_fitted_are_rivals() -> None:
    two = [actor("a", "Ann Example", "Harbour Institute"), actor("b", "Ann Example", "Hill College")]
    both = actor("c", "Ann Example", "Hill Harbour")
    (link,) = link_actors([*two, both])
    ends = {link.left, link.right}
    assert both.id in ends
    assert {*ends, *link.rivals} == {one.id for one in (*two, both)}
    assert all(not one.rivals for one in link_actors([two[0], actor("d", "Ann Example")]))
