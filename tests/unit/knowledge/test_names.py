"""Spellings of one name are one; names that differ in more stay apart."""

from __future__ import annotations

import pytest

from detente.knowledge.names import fold, fold_word, gender_of, is_given, same_name

SAME = [
    ("Sergei Lavrov", "Sergey Lavrov"), ("Sergei Lavrov", "Sergej Lavrov"),
    ("Sergei Lavrov", "Сергей Лавров"), ("Fyodor Lukyanov", "Fedor Lukyanov"),
    ("Fyodor Lukyanov", "Fedor Lukianov"), ("Alexei Pushkov", "Alexey Pushkov"),
    ("Alexei Pushkov", "Aleksei Pushkov"), ("Alexei Pushkov", "Aleksey Pushkov"),
    ("Bashar al-Assad", "Bashar Assad"), ("Bashar al-Assad", "Bashar el-Assad"),
    ("Dmitry Medvedev", "Dmitri Medvedev"), ("Dmitry Medvedev", "Dmitriy Medvedev"),
    ("Gennady Zyuganov", "Gennadi Ziuganov"), ("Yevgeny Primakov", "Evgeny Primakov"),
    ("Vladimir Zhirinovsky", "Vladimir Zhirinovskiy"),
    ("Vladimir Zhirinovsky", "Vladimir Zhirinovskii"),
    ("Mohammed Morsi", "Mohamed Morsi"), ("Ahmet Davutoglu", "Ahmet Davutoğlu"),
    ("George W. Bush", "George Bush"), ("John F. Kerry", "John Kerry"),
    ("Bill Clinton", "William Clinton"),
    ("Dr. Fyodor Lukyanov", "Fyodor Lukyanov"), ("Vitaly Churkin", "Vitali Churkin"),
    ("Yuri Ushakov", "Yury Ushakov"), ("Joe Biden", "Joseph Biden"),
]  # fmt: skip
OTHER = [
    ("Alexander Lukashevich", "Alexander Lukashenko"), ("Bill Clinton", "Hillary Clinton"),
    ("Sergei Lavrov", "Alexei Lavrov"), ("Susan Rice", "Condoleezza Rice"),
    ("Sergei Ivanov", "Igor Ivanov"),
    ("Fyodor Lukyanov", "Anatoly Lukyanov"), ("Lavrov", "Sergei Lavrov"), ("", ""),
    ("Vladimir Putin", "Vladimir Pushkin"), ("George H.W. Bush", "George W. Bush"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), SAME)
def test_spellings_of_one_name(left: str, right: str) -> None:
    assert same_name(left, right)
    assert same_name(right, left)


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_other_names(left: str, right: str) -> None:
    assert not same_name(left, right)
    assert not same_name(right, left)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("John Kerry", "m"), ("Hillary Clinton", None), ("Victoria Nuland", "f"),
        ("Frans Timmermans", "m"),
        ("Lyudmila Alexeyeva", "f"), ("Xyz Petrova", "f"), ("Xyz Petrov", "m"), ("Lavrov", None),
        ("Jean-Marc Ayrault", "m"), ("Xyz Smith", None),
    ],
)  # fmt: skip
def test_sex_by_first_name_or_ending(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


def test_first_names_in_any_spelling() -> None:
    assert is_given("Sergey")
    assert is_given("Aleksei")
    assert not is_given("Kremlin")


def test_titles_and_articles_are_dropped() -> None:
    assert fold("Mr. Lavrov") == fold("Lavrov") == fold_word("Lavrov")
    assert fold("Mahmoud al-Hamza") == fold("Mahmoud Hamza")
