"""Role nouns and the titles of offices."""

from __future__ import annotations

import pytest

from detente.knowledge.roles import (
    is_role,
    office_suffixes,
    role_gender,
    role_nouns,
    states_of_title,
    titles,
)


@pytest.mark.parametrize(
    ("title", "state", "suffixes"),
    [
        ("Secretary of State", "USA", ("foreign-minister",)),
        ("secretary of state", None, ("foreign-minister",)),
        ("secretary of state", "GBR", ()),
        ("foreign secretary", "GBR", ("foreign-minister",)),
        ("foreign minister", "RUS", ("foreign-minister",)),
        ("Minister of  Foreign Affairs", "SYR", ("foreign-minister",)),
        ("chancellor", "DEU", ("head-of-government",)),
        ("chancellor", "GBR", ()),
        ("president", "USA", ("head-of-state",)),
        ("baker", "USA", ()),
    ],
)
def test_a_title_is_an_office_where_it_is_used(
    title: str, state: str | None, suffixes: tuple[str, ...]
) -> None:
    assert office_suffixes(title, state) == suffixes


def test_titles_of_one_state_alone() -> None:
    assert states_of_title("secretary of state") == {"USA"}
    assert states_of_title("foreign minister") == frozenset()
    assert states_of_title("baker") == frozenset()


@pytest.mark.parametrize(
    ("noun", "kind", "right"),
    [
        ("official", "anonymous", True), ("expert", "anonymous", True), ("source", "anonymous", True),
        ("treaty", "anonymous", False), ("minister", "office", True), ("professor", "profession", True),
        ("mr", "title", True), ("political", "title", False),
    ],
)  # fmt: skip
def test_classes_of_nouns(noun: str, kind: str, right: bool) -> None:
    assert is_role(noun, kind) == right  # type: ignore[arg-type]
    assert (noun in role_nouns(kind)) == right  # type: ignore[arg-type]


@pytest.mark.parametrize(("noun", "gender"), [("spokeswoman", "f"), ("king", "m"), ("minister", None)])
def test_nouns_that_say_the_sex(noun: str, gender: str | None) -> None:
    assert role_gender(noun) == gender


def test_longest_titles_come_first() -> None:
    lengths = [len(words) for words in titles()]
    assert lengths == sorted(lengths, reverse=True)
    assert all(words == words.lower() for words in titles())
