"""Names of other relationships: orders of names, cut names, namesakes, names inside a longer phrase."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.coreference.posts import Post, matches
from detente.extract.mentions.eastern import eastern
from tests.unit.extract.naming import cast_of, who_is

THE_DAY = date(2018, 4, 27)


@pytest.mark.parametrize(
    ("words", "is_name"),
    [
        (["Cheng", "Jingye"], True),
        (["Zhao", "Lijian"], True),
        (["Wang", "Ping"], True),
        (["Hua", "Chunying"], True),
        (["Geng", "Shuang"], True),
        (["Park", "Soo-min"], True),
        (["Choe", "Son-hui"], True),
        (["Nguyen", "Manh", "Cam"], True),
        (["Tran", "Van", "Duc"], True),
        (["Long", "Beach"], False),
        (["Song", "Dynasty"], False),
        (["Ma", "Foi"], False),
        (["Wang", "Street"], False),
        (["Park", "Avenue"], False),
        (["Tran", "Hotel"], False),
        (["Cheng"], False),
        ([], False),
        (["Anna", "Lijian"], False),
    ],
)
def test_names_of_the_east(words: list[str], is_name: bool) -> None:
    assert bool(eastern(words)) is is_name


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Abe Shinzo spoke.", "Abe Shinzo", "person:shinzo-abe"),
        ("Shinzo Abe spoke.", "Shinzo Abe", "person:shinzo-abe"),
        ("Orban Viktor spoke.", "Orban Viktor", "person:viktor-orban"),
        ("She spoke to Geng Luwei on Monday.", "Geng Luwei", "person: Geng Luwei"),
        ("North Korea and South Korea met. The South was glad.", "South", "state:KOR"),
        ("North Korea and South Korea met. The North was glad.", "North", "state:PRK"),
        ("North Korea was angry. The South was glad.", "South", "-"),
        ("North Korea and South Korea met in the South China Sea.", "South", "-"),
        ("The European Union met. The Union was glad.", "Union", "organisation:eu"),
        ("The African Union and the European Union met. The Union was glad.", "Union", "-"),
        ("The union was glad.", "union", "-"),
        ("Brussels warned London.", "Brussels", "organisation:eu"),
        ("Belgium was angry. Brussels warned London.", "Brussels", "state:BEL"),
        ("They met in Brussels.", "Brussels", "~"),
        ("His sister Vira Savchenko wept.", "Vira Savchenko", "person: Vira Savchenko"),
        (
            "The Department of Foreign Affairs and Trade in Canberra was told.",
            "Department of Foreign Affairs and Trade",
            "body",
        ),
        ("The Aksu Tailors Guild met.", "Aksu Tailors Guild", "organisation: Aksu Tailors Guild"),
    ],
)  # fmt: skip
def test_whom_a_name_means(text: str, words: str, who: str) -> None:
    assert who_is(cast_of(text, THE_DAY), words) == who


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        (
            "Hillary Clinton is running. President Clinton spoke. Clinton smiled.",
            date(2000, 7, 26),
            "Bill Clinton",
        ),
        ("Bill Clinton spoke. Hillary Clinton spoke. Mrs. Clinton smiled.", None, "Hillary Clinton"),
        (
            "Carlos Menem came. Carlos Menem spoke. Eduardo Menem spoke. Menem smiled.",
            date(1998, 10, 29),
            "Carlos Menem",
        ),
        ("Ann Alpha came. Bo Alpha came. Alpha smiled.", None, "Bo Alpha"),
    ],
)
def test_namesakes(text: str, day: date | None, name: str) -> None:
    people = [n for n in cast_of(text, day).named if n.mention.kind == "person"]
    assert people[-1].mention.name == name


@pytest.mark.parametrize(
    ("text", "inner", "kind"),
    [
        ("Qatar's emir spoke.", "Qatar", "state"),
        ("Serbia's prime minister spoke.", "Serbia", "state"),
        ("Cuba's Foreign Ministry spoke.", "Cuba", "state"),
        ("The US secretary of state spoke.", "US", "state"),
        ("Hu Jintao left. Hu Jintao's successor spoke.", "Hu Jintao", "person"),
    ],
)
def test_a_name_inside_a_phrase_is_a_mention_too(text: str, inner: str, kind: str) -> None:
    cast = cast_of(text, date(2012, 6, 1))
    assert (inner, kind) in {(m.text, m.kind) for m in cast.mentions}
    starts = [m.evidence[0].start for m in cast.mentions]
    assert starts == sorted(starts)


def test_the_names_that_extractors_see_do_not_overlap() -> None:
    cast = cast_of("Qatar's emir and Cuba's Foreign Ministry spoke.", date(2017, 9, 8))
    taken = [i for named in cast.named for i in range(named.first, named.last)]
    assert len(taken) == len(set(taken))


@pytest.mark.parametrize(
    ("post", "words", "kinds", "fits"),
    [
        (Post(("foreign-minister",), "foreign minister", "PER", True), "minister", (), True),
        (Post(("head-of-government",), "prime minister", "PER", True), "minister", (), False),
        (Post(("head-of-government",), "prime minister", "PER", True), "pm", (), True),
        (Post(("head-of-state",), "president", "PER", True), "president", ("head-of-state",), True),
        (Post(("head-of-state",), "emir", "QAT", False), "president", ("head-of-state",), False),
        (Post(("head-of-state",), "president", "PER", False), "emir", ("head-of-state",), False),
        (Post((), "vice president", "PER", True), "president", (), False),
        (Post((), "president of the elb bank", None, True), "president", (), False),
        (Post((), "ambassador", "PER", True), "envoy", (), True),
        (Post((), "ambassador", "PER", True), "diplomat", (), True),
        (Post((), "prince", None, True), "prince", (), True),
        (Post(("crown-prince",), "crown prince", "SAU", False), "prince", (), True),
        (Post((), "secretary of state", "USA", False), "secretary", (), True),
        (Post((), "press secretary", "USA", False), "secretary", (), False),
        (Post((), "general", None, True), "general", (), True),
        (Post((), "attorney general", None, True), "general", (), False),
        (Post((), "spokesman", None, True), "spokesman", (), True),
        (Post((), "foreign ministry spokesman", None, True), "spokesman", (), True),
    ],
)
def test_what_a_post_is_called(post: Post, words: str, kinds: tuple[str, ...], fits: bool) -> None:
    assert matches(post, words, kinds, None) is fits


@pytest.mark.parametrize("state", ["CHL", "BOL"])
def test_a_post_of_another_state_does_not_fit(state: str) -> None:
    post = Post((), "envoy", "PER", told=True)
    assert not matches(post, "envoy", (), state)
    assert matches(post, "envoy", (), "PER")
