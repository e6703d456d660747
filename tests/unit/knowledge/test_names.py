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


SPELLINGS = [
    ("Sergei Marov", "Sergey Marov"),
    ("Sergei Tyulenin", "Sergey Tyulenin"),
    ("Sergei Belov", "Sergey Belov"),
    ("Sergei Tyulenin", "Sergej Tyulenin"),
    ("Sergei Belov", "Sergej Belov"),
    ("Sergei Zhukov", "Sergej Zhukov"),
    ("Sergei Belov", "Сергей Белов"),
    ("Sergei Zhukov", "Сергей Жуков"),
    ("Sergei Lukyanov", "Сергей Лукьянов"),
    ("Alexei Tyulenin", "Alexey Tyulenin"),
    ("Alexei Belov", "Alexey Belov"),
    ("Alexei Zhukov", "Alexey Zhukov"),
    ("Alexei Belov", "Aleksei Belov"),
    ("Alexei Zhukov", "Aleksei Zhukov"),
    ("Alexei Lukyanov", "Aleksei Lukyanov"),
    ("Alexei Zhukov", "Aleksey Zhukov"),
    ("Alexei Lukyanov", "Aleksey Lukyanov"),
    ("Alexei Marov", "Aleksey Marov"),
    ("Alexei Lukyanov", "Алексей Лукьянов"),
    ("Alexei Marov", "Алексей Маров"),
    ("Alexei Tyulenin", "Алексей Тюленин"),
    ("Dmitry Belov", "Dmitri Belov"),
    ("Dmitry Zhukov", "Dmitri Zhukov"),
    ("Dmitry Lukyanov", "Dmitri Lukyanov"),
    ("Dmitry Zhukov", "Dmitriy Zhukov"),
    ("Dmitry Lukyanov", "Dmitriy Lukyanov"),
    ("Dmitry Marov", "Dmitriy Marov"),
    ("Dmitry Lukyanov", "Дмитрий Лукьянов"),
    ("Dmitry Marov", "Дмитрий Маров"),
    ("Dmitry Tyulenin", "Дмитрий Тюленин"),
    ("Yuri Zhukov", "Yury Zhukov"),
    ("Yuri Lukyanov", "Yury Lukyanov"),
    ("Yuri Marov", "Yury Marov"),
    ("Yuri Lukyanov", "Yuriy Lukyanov"),
    ("Yuri Marov", "Yuriy Marov"),
    ("Yuri Tyulenin", "Yuriy Tyulenin"),
    ("Yuri Marov", "Юрий Маров"),
    ("Yuri Tyulenin", "Юрий Тюленин"),
    ("Yuri Belov", "Юрий Белов"),
    ("Vitaly Lukyanov", "Vitali Lukyanov"),
    ("Vitaly Marov", "Vitali Marov"),
    ("Vitaly Tyulenin", "Vitali Tyulenin"),
    ("Vitaly Marov", "Vitaliy Marov"),
    ("Vitaly Tyulenin", "Vitaliy Tyulenin"),
    ("Vitaly Belov", "Vitaliy Belov"),
    ("Vitaly Tyulenin", "Виталий Тюленин"),
    ("Vitaly Belov", "Виталий Белов"),
    ("Vitaly Zhukov", "Виталий Жуков"),
    ("Gennady Marov", "Gennadi Marov"),
    ("Gennady Tyulenin", "Gennadi Tyulenin"),
    ("Gennady Belov", "Gennadi Belov"),
    ("Gennady Tyulenin", "Gennadiy Tyulenin"),
    ("Gennady Belov", "Gennadiy Belov"),
    ("Gennady Zhukov", "Gennadiy Zhukov"),
    ("Gennady Belov", "Геннадий Белов"),
    ("Gennady Zhukov", "Геннадий Жуков"),
    ("Gennady Lukyanov", "Геннадий Лукьянов"),
    ("Mikhail Belov", "Михаил Белов"),
    ("Mikhail Zhukov", "Михаил Жуков"),
    ("Mikhail Lukyanov", "Михаил Лукьянов"),
    ("Nikolai Belov", "Nikolay Belov"),
    ("Nikolai Zhukov", "Nikolay Zhukov"),
    ("Nikolai Lukyanov", "Nikolay Lukyanov"),
    ("Nikolai Zhukov", "Nikolaj Zhukov"),
    ("Nikolai Lukyanov", "Nikolaj Lukyanov"),
    ("Nikolai Marov", "Nikolaj Marov"),
    ("Nikolai Lukyanov", "Николай Лукьянов"),
    ("Nikolai Marov", "Николай Маров"),
    ("Nikolai Tyulenin", "Николай Тюленин"),
    ("Andrei Zhukov", "Andrey Zhukov"),
    ("Andrei Lukyanov", "Andrey Lukyanov"),
    ("Andrei Marov", "Andrey Marov"),
    ("Andrei Lukyanov", "Andrej Lukyanov"),
    ("Andrei Marov", "Andrej Marov"),
    ("Andrei Tyulenin", "Andrej Tyulenin"),
    ("Andrei Marov", "Андрей Маров"),
    ("Andrei Tyulenin", "Андрей Тюленин"),
    ("Andrei Belov", "Андрей Белов"),
    ("Anatoly Lukyanov", "Anatoli Lukyanov"),
    ("Anatoly Marov", "Anatoli Marov"),
    ("Anatoly Tyulenin", "Anatoli Tyulenin"),
    ("Anatoly Marov", "Anatoliy Marov"),
    ("Anatoly Tyulenin", "Anatoliy Tyulenin"),
    ("Anatoly Belov", "Anatoliy Belov"),
    ("Anatoly Tyulenin", "Анатолий Тюленин"),
    ("Anatoly Belov", "Анатолий Белов"),
    ("Anatoly Zhukov", "Анатолий Жуков"),
    ("Yevgeny Marov", "Evgeny Marov"),
    ("Yevgeny Tyulenin", "Evgeny Tyulenin"),
    ("Yevgeny Belov", "Evgeny Belov"),
    ("Yevgeny Tyulenin", "Yevgeni Tyulenin"),
    ("Yevgeny Belov", "Yevgeni Belov"),
    ("Yevgeny Zhukov", "Yevgeni Zhukov"),
    ("Yevgeny Belov", "Evgeniy Belov"),
    ("Yevgeny Zhukov", "Evgeniy Zhukov"),
    ("Yevgeny Lukyanov", "Evgeniy Lukyanov"),
    ("Valery Tyulenin", "Valeri Tyulenin"),
    ("Valery Belov", "Valeri Belov"),
    ("Valery Zhukov", "Valeri Zhukov"),
    ("Valery Belov", "Valeriy Belov"),
    ("Valery Zhukov", "Valeriy Zhukov"),
    ("Valery Lukyanov", "Valeriy Lukyanov"),
    ("Vasily Belov", "Vasili Belov"),
    ("Vasily Zhukov", "Vasili Zhukov"),
    ("Vasily Lukyanov", "Vasili Lukyanov"),
    ("Vasily Zhukov", "Vasiliy Zhukov"),
    ("Vasily Lukyanov", "Vasiliy Lukyanov"),
    ("Vasily Marov", "Vasiliy Marov"),
    ("Grigory Zhukov", "Grigori Zhukov"),
    ("Grigory Lukyanov", "Grigori Lukyanov"),
    ("Grigory Marov", "Grigori Marov"),
    ("Grigory Lukyanov", "Grigoriy Lukyanov"),
    ("Grigory Marov", "Grigoriy Marov"),
    ("Grigory Tyulenin", "Grigoriy Tyulenin"),
]
APART = [
    ("Sergei Marov", "Andrei Marov"),
    ("Dmitry Marov", "Yuri Marov"),
    ("Nikolai Marov", "Mikhail Marov"),
    ("Anna Marov", "Ivan Marov"),
    ("Viktor Marov", "Viktoria Marov"),
    ("Oleg Marov", "Olga Marov"),
    ("Pavel Marov", "Peter Marov"),
    ("Alexei Marov", "Alexander Marov"),
    ("Vitaly Marov", "Valery Marov"),
    ("Grigory Marov", "Gennady Marov"),
    ("Sergei Belov", "Andrei Belov"),
    ("Dmitry Belov", "Yuri Belov"),
    ("Nikolai Belov", "Mikhail Belov"),
    ("Anna Belov", "Ivan Belov"),
    ("Viktor Belov", "Viktoria Belov"),
    ("Oleg Belov", "Olga Belov"),
    ("Pavel Belov", "Peter Belov"),
    ("Alexei Belov", "Alexander Belov"),
    ("Vitaly Belov", "Valery Belov"),
    ("Grigory Belov", "Gennady Belov"),
    ("Ivan Petrov", "Ivan Petrenko"),
    ("Ivan Petrov", "Ivan Petrovsky"),
    ("Ivan Ivanov", "Ivan Ivanovich"),
    ("Ivan Marov", "Ivan Maronov"),
    ("Ivan Belov", "Ivan Belyakov"),
    ("Ivan Lukyanov", "Ivan Lukashenko"),
    ("Ivan Zhukov", "Ivan Zhukovsky"),
    ("Ivan Sidorov", "Ivan Sidorenko"),
    ("Ivan Kozlov", "Ivan Kozak"),
    ("Ivan Orlov", "Ivan Orlovsky"),
]


@pytest.mark.parametrize(("left", "right"), SPELLINGS)
def test_rules_of_transliteration_give_one_name(left: str, right: str) -> None:
    assert same_name(left, right)
    assert fold(left) == fold(right)


@pytest.mark.parametrize(("left", "right"), APART)
def test_other_people_stay_apart(left: str, right: str) -> None:
    assert not same_name(left, right)
    assert not same_name(right, left)


GIVEN = {
    "f": ["Gesine", "Tamara", "Ellen", "Yelena", "Katya", "Victoria", "Ilze", "Ingrid", "Marlies",
          "Nabila", "Annegret", "Ursula", "Tzipi", "Federica", "Oksana", "Zhanna", "Agnieszka"],
    "m": ["Rami", "Henrik", "Lakhdar", "Salim", "Gleb", "Tamerlan", "Dzhokhar", "Oleg", "Guido",
          "Toomas", "Urmas", "Radoslaw", "Mevlut", "Shinzo", "Recep", "Walid"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "gender"), [(name, gender) for gender, names in GIVEN.items() for name in names]
)
def test_first_names_give_the_gender(name: str, gender: str) -> None:
    # A surname that ends in no Slavic way leaves it to the first name.
    assert gender_of(f"{name} Brook") == gender
