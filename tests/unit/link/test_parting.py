"""A story of two happenings of one kind falls apart; one of a single happening never does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from detente.link.stories import StoryIndex, Telling, merge_stories, resolve, split_stories, telling
from detente.link.stories.parting import FEWEST, MOST, in_order, may_part, parted, sides
from detente.link.stories.scoring import Centroid
from detente.records import StoryChange, make_id
from tests.unit.link.happenings import DAY, GDYNIA, VARNA, reports

MET = (f"{DAY}/Gdynia@POL/aksoy+solheim",)


def story_of(told: Sequence[Telling]) -> Centroid:
    story = Centroid()
    for one in told:
        story.add(one)
    return story


def named(told: Sequence[Telling]) -> set[str]:
    return {one.article.removeprefix("article:")[0] for one in told}


def one_story(*told: Telling) -> tuple[StoryIndex, str, dict[str, list[Telling]]]:
    """Return an index in which all reports are one story, that of the first; its id; its reports."""
    index, key = StoryIndex(), make_id("story", told[0].article)
    for one in told:
        index.add(key, one)
    return index, key, {key: list(told)}


BOTH = (*reports("g", GDYNIA, 6), *reports("v", VARNA, 6))


class TestParted:
    @pytest.mark.parametrize(
        ("gdynia", "varna"), [(6, 6), (4, 6), (6, 4), (9, 6)], ids=lambda many: str(many)
    )
    def test_two_happenings_of_one_kind_are_told_apart(self, gdynia: int, varna: int) -> None:
        found = parted([*reports("g", GDYNIA, gdynia), *reports("v", VARNA, varna)])
        assert found is not None
        assert sorted((sorted(named(part)), len(part)) for part in found) == [
            (["g"], gdynia),
            (["v"], varna),
        ]

    @pytest.mark.parametrize(
        ("gdynia", "varna"),
        [(6, 0), (0, 6), (12, 0), (12, 1), (2, 2), (0, 0), (1, 0)],
        ids=["one", "another", "many of one", "a single stray", "too few", "none", "a single one"],
    )
    def test_what_is_one_stays_whole(self, gdynia: int, varna: int) -> None:
        assert parted([*reports("g", GDYNIA, gdynia), *reports("v", VARNA, varna)]) is None

    def test_the_order_of_reports_does_not_matter(self) -> None:
        assert parted(BOTH) == parted(BOTH[::-1]) == parted([*BOTH[6:], *BOTH[:6]])

    def test_each_part_is_in_order_of_days_and_ids(self) -> None:
        for part in parted(BOTH) or ():
            assert part == in_order(part)

    def test_reports_of_one_meeting_are_never_parted(self) -> None:
        met = [*reports("g", GDYNIA, 6, meets=MET), *reports("v", VARNA, 6, meets=MET)]
        assert parted(met) is None

    def test_reports_of_two_meetings_are(self) -> None:
        other = (f"{DAY + timedelta(20)}/Varna@BGR/aksoy+solheim",)
        assert parted([*reports("g", GDYNIA, 6, meets=MET), *reports("v", VARNA, 6, meets=other)])

    def test_reports_without_a_day_are_parted_by_words_alone(self) -> None:
        found = parted([*reports("g", GDYNIA, 6, day=None), *reports("v", VARNA, 6, day=None)])
        assert found is not None
        assert [len(part) for part in found] == [6, 6]

    def test_addresses_in_the_text_are_no_words(self) -> None:
        site = "https www example com html index php"
        told = [
            telling(f"article:{n}", "Break-in at consulate", [*GDYNIA[:4], site if n % 2 else ""])
            for n in range(8)
        ]
        assert parted(told) is None

    def test_equal_reports_have_no_two_sides(self) -> None:
        assert sides([replace(BOTH[0], article=f"article:{n}") for n in range(6)]) is None

    def test_reports_without_words_have_none(self) -> None:
        assert sides([telling(f"article:{n}", "") for n in range(6)]) is None


class TestMayPart:
    @pytest.mark.parametrize(
        ("told", "expected"),
        [
            (BOTH, True),
            (BOTH[: FEWEST - 1], False),
            (reports("g", GDYNIA, 30) + reports("v", VARNA, MOST - 29), False),
            ([replace(one, brief=True) for one in BOTH], False),
            ([replace(BOTH[0], article=f"article:{n}") for n in range(9)], False),
            ([], False),
        ],
        ids=["two happenings", "few", "too many", "headlines", "one text", "nothing"],
    )
    def test_only_loose_stories_are_looked_at(self, told: Sequence[Telling], expected: bool) -> None:
        assert may_part(story_of(told)) is expected


class TestSplitting:
    def test_the_part_with_the_opening_article_keeps_the_id(self) -> None:
        for first, stays in ((BOTH, "g"), (BOTH[::-1], "v")):
            index, key, tells = one_story(*first)
            changes, fits = split_stories(index, [key], tells.__getitem__)
            assert [(one.what, one.story) for one in changes] == [("split", key)]
            assert {fit.story for fit in fits} == {changes[0].into}
            assert {fit.article.removeprefix("article:")[0] for fit in fits} == {"g", "v"} - {stays}
            assert set(index.stories) == {key, changes[0].into}

    def test_without_it_the_larger_part_does(self) -> None:
        told = [*reports("g", GDYNIA, 4), *reports("v", VARNA, 6)]
        index = StoryIndex()
        for one in told:
            index.add("story:old", one)
        _, fits = split_stories(index, ["story:old"], lambda _: told)
        assert {fit.article.removeprefix("article:")[0] for fit in fits} == {"g"}

    def test_the_new_story_is_named_after_its_first_article(self) -> None:
        index, key, tells = one_story(*BOTH)
        changes, _ = split_stories(index, [key], tells.__getitem__)
        assert changes[0].into == make_id("story", in_order(BOTH[6:])[0].article)

    def test_no_id_of_an_open_story_is_given_again(self) -> None:
        index, key, tells = one_story(*BOTH)
        taken = make_id("story", in_order(BOTH[6:])[0].article)
        index.add(taken, telling("article:x", "Otters return to the river Ouse"))
        changes, _ = split_stories(index, [key], tells.__getitem__)
        assert changes[0].into not in (taken, key)

    def test_later_reports_join_their_own_part(self) -> None:
        index, key, tells = one_story(*BOTH)
        changes, _ = split_stories(index, [key], tells.__getitem__)
        late = reports("g", GDYNIA, 8)[-1], reports("v", VARNA, 8)[-1]
        assert [index.place(one)[0].story for one in late] == [key, changes[0].into]

    def test_what_was_split_is_not_merged_again(self) -> None:
        index, key, tells = one_story(*BOTH)
        changes, _ = split_stories(index, [key], tells.__getitem__)
        for _ in range(3):
            assert merge_stories(index, list(index.stories)) == []
        assert set(index.stories) == {key, changes[0].into}

    def test_nor_with_what_the_other_was_merged_into(self) -> None:
        index, key, tells = one_story(*BOTH)
        off = split_stories(index, [key], tells.__getitem__)[0][0].into
        index.add("story:third", reports("v", VARNA, 7)[-1])
        index.merge("story:third", off)
        assert index.split[key] == {"story:third"}
        assert merge_stories(index, list(index.stories)) == []

    def test_without_that_memory_it_would_be(self) -> None:
        index, key, tells = one_story(*BOTH)
        split_stories(index, [key], tells.__getitem__)
        index.split.clear()
        assert merge_stories(index, list(index.stories))

    def test_reports_are_asked_for_only_where_needed(self) -> None:
        index, _, _ = one_story(*reports("g", GDYNIA, 3))
        assert split_stories(index, list(index.stories), _refused) == ([], [])

    def test_a_story_whose_reports_are_withheld_stays(self) -> None:
        index, key, _ = one_story(*BOTH)
        assert split_stories(index, [key], lambda _: ()) == ([], [])
        assert index.stories[key].size == len(BOTH)

    def test_a_forgotten_story_is_passed_over(self) -> None:
        index, _, _ = one_story(*BOTH)
        assert split_stories(index, ["story:unknown"], _refused) == ([], [])

    def test_a_closed_story_is_forgotten_with_what_was_split_off_it(self) -> None:
        index, key, tells = one_story(*BOTH)
        split_stories(index, [key], tells.__getitem__)
        index.close(DAY + timedelta(90))
        assert not index.stories
        assert not index.split


def _refused(story: str) -> Sequence[Telling]:
    raise AssertionError(f"{story} need not be read")


@pytest.mark.parametrize(
    ("story", "expected"),
    [("a", "a"), ("b", "b"), ("c", "d"), ("e", "e"), ("f", "d"), ("unknown", "unknown")],
    ids=["was split", "was split off", "merged", "merged and split off again", "twice", "unknown"],
)
def test_ids_stand_for_what_became_of_them(story: str, expected: str) -> None:
    log = [
        StoryChange("opened", "a", "article:1"),
        StoryChange("split", "a", "b"),
        StoryChange("merged", "f", "c"),
        StoryChange("merged", "c", "d"),
        StoryChange("merged", "e", "d"),
        StoryChange("split", "d", "e"),
    ]
    assert resolve(story, log) == expected
