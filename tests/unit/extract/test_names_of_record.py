"""Names that a list, a form or the article makes persons: months, kings, al-, eastern names."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.mentions.eastern import eastern
from tests.unit.extract.naming import cast_of, who_is


@pytest.mark.parametrize(
    ("day", "text", "words", "who"),
    [
        ("2018-03-15", "Theresa May expelled 23 diplomats.", "Theresa May", "person:theresa-may"),
        ("2018-03-15", "Theresa May spoke. May said no more.", "May", "person:theresa-may"),
        ("2018-03-15", "Theresa May spoke. Mrs May said no more.", "May", "person:theresa-may"),
        ("2018-03-15", "Theresa May spoke. In May prices rose.", "May", "-"),
        ("2013-05-03", "They met in May. Since May little was heard.", "May", "-"),
        ("2015-11-25", "He received King Abdullah.", "Abdullah", "person:king-abdullah-ii"),
        ("2010-11-25", "Queen Abdullah came.", "Abdullah", "person: Abdullah"),
        ("2000-06-29", "Elian Gonzalez flew home.", "Elian Gonzalez", "person!"),
        ("2000-06-29", "They met at Camp Gonzalez.", "Camp Gonzalez", "-"),
        ("2023-03-11", "He saw Musaad al-Aiban in Beijing.", "Musaad al-Aiban", "person!"),
        ("2016-01-04", "They executed Nimr al-Nimr.", "Nimr al-Nimr", "person!"),
        ("2013-05-04", "They fought Jabhat al-Nusra.", "Jabhat al-Nusra", "organisation:nusra"),
        ("1997-07-01", "Tung Chee-hwa was sworn in.", "Tung Chee-hwa", "person:tung-chee-hwa"),
        ("1997-07-01", "Hung Wei-ling was sworn in.", "Hung Wei-ling", "person!"),
        ("2018-07-12", "Selamawit Worku was born in Asmara.", "Selamawit Worku", "person!"),
        ("2018-07-12", "Zewdu Worku was born in Asmara.", "Zewdu Worku", "person!"),
        ("2018-07-12", "Zewdu Worku lives there. She teaches law.", "Zewdu Worku", "person!"),
        ("2013-05-08", "Obama spoke.", "Obama", "person:barack-obama"),
        ("2013-05-08", "Mrs. Obama spoke.", "Obama", "person:michelle-obama"),
        ("", "Obama spoke.", "Obama", "person:barack-obama"),
        ("", "Mrs. Obama spoke.", "Obama", "person:michelle-obama"),
        ("", "President Trump threatened them.", "Trump", "person:donald-trump"),
        ("", "Biden defended Japan.", "Biden", "person:joe-biden"),
        ("", "Bush spoke.", "Bush", "-"),
        ("2021-09-01", "President Obama had lifted the ban.", "Obama", "person:barack-obama"),
        ("1996-04-17", "The Lord Mayor spoke.", "Lord", "-"),
        ("2013-02-26", "Sergei Lavrov met Ban Ki-moon.", "Ban Ki-moon", "person:ban-ki-moon"),
    ],
)
def test_whom_a_name_means(day: str, text: str, words: str, who: str) -> None:
    wanted = who.replace("!", f": {words}")
    assert who_is(cast_of(text, date.fromisoformat(day) if day else None), words) == wanted


@pytest.mark.parametrize("title", ["KERRY, LAVROV SEE NO WAY", "After a Long Wait Kerry Leaves"])
def test_words_of_a_title_are_no_given_names_of_the_east(title: str) -> None:
    cast = cast_of(f"{title} / John Kerry met Sergei Lavrov in Moscow.", date(2013, 5, 8))
    people = {named.mention.name for named in cast.named if named.mention.kind == "person"}
    assert people <= {"John Kerry", "Sergei Lavrov"}


@pytest.mark.parametrize(
    ("words", "is_name"),
    [
        (("Tung", "Chee-hwa"), True),
        (("Ma", "Ying-jeou"), True),
        (("Tsai", "Ing-wen"), True),
        (("Lin", "Chia-lung"), True),
        (("Strauss", "Kahn-led"), False),
        (("Grand", "Chee-hwa"), False),
        (("World", "Time-out"), False),
        (("Big", "Sit-in"), False),
    ],
)
def test_hyphened_names_of_the_east(words: tuple[str, ...], is_name: bool) -> None:
    assert bool(eastern(words)) is is_name
