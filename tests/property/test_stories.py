"""Whatever is read, every article has one story, and the order within a day does not matter."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.link.stories import StoryIndex, Telling, merge_stories, split_stories, telling
from detente.link.stories.parting import FEWEST, in_order, parted
from detente.link.stories.words import names, terms
from tests.unit.link.happenings import GDYNIA, VARNA, reports

WORDS = [
    "kerry",
    "Lavrov",
    "Syria",
    "Duma",
    "ban",
    "quake",
    "Geneva",
    "G-8",
    "12",
    "talks",
    "the",
    "vote",
]
TITLES = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
DAYS = st.none() | st.integers(0, 60).map(lambda days: date(2013, 2, 1) + timedelta(days))


@st.composite
def tellings(draw: st.DrawFn) -> list[Telling]:
    drawn = draw(st.lists(st.tuples(TITLES, DAYS), max_size=12))
    return [telling(f"article:{n}", title, day=day) for n, (title, day) in enumerate(drawn)]


@given(tellings())
@settings(max_examples=60, deadline=None)
def test_every_article_has_one_story_and_no_order_changes_it(told: list[Telling]) -> None:
    ways = []
    for order in (told, told[::-1]):
        fits = [one for found in StoryIndex().assign(order) for one in found]
        assert sorted(one.article for one in fits if one.sure) == sorted(one.article for one in told)
        ways.append({one.article: one.story for one in fits if one.sure})
    assert ways[0] == ways[1]


@given(tellings())
@settings(max_examples=30, deadline=None)
def test_a_repair_loses_no_article(told: list[Telling]) -> None:
    index = StoryIndex()
    list(index.assign(told))
    merge_stories(index, list(index.stories))
    assert sum(story.size for story in index.stories.values()) == len(told)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_has_terms_without_blanks(text: str) -> None:
    assert all(term and " " not in term for term in (*terms(text), *names(text)))


@given(TITLES, TITLES, DAYS)
@settings(max_examples=100, deadline=None)
def test_weights_are_at_most_one(title: str, body: str, day: date | None) -> None:
    told = telling("article:1", title, [body], day=day)
    for view in (told.words, told.names, told.lead):
        assert all(0 < weight <= 1 + 1e-9 for weight in view.values())


@given(tellings(), st.sampled_from([-3.0, -1.5, 0.0, 1.0]))
@settings(max_examples=60, deadline=None)
def test_what_is_ruled_out_early_would_not_have_fitted(told: list[Telling], least: float) -> None:
    index = StoryIndex()
    for one in told:
        whole = [found for found in index.rank(one) if found[0] >= least]
        assert index.rank(one, least) == whole
        index.place(one)


MIXED = st.permutations((*reports("g", GDYNIA, 6), *reports("v", VARNA, 6))).flatmap(
    lambda told: st.integers(0, len(told)).map(lambda many: told[:many])
)


@given(MIXED, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_parts_hold_every_report_once_in_whatever_order(told: list[Telling], random: Random) -> None:
    found = parted(told)
    shuffled = list(told)
    random.shuffle(shuffled)
    assert parted(shuffled) == found
    if found:
        assert all(len(part) > 1 for part in found)
        assert len(told) >= FEWEST
        ids = [one.article for part in found for one in part]
        assert sorted(ids) == sorted(one.article for one in told)


@given(MIXED)
@settings(max_examples=30, deadline=None)
def test_a_repair_settles_and_loses_no_article(told: list[Telling]) -> None:
    index, tells = StoryIndex(), dict[str, list[Telling]]()
    for found, one in zip(index.assign(told), in_order(told), strict=True):
        tells.setdefault(found[0].story, []).append(one)
    changes, fits = split_stories(index, list(tells), tells.__getitem__)
    goes = {fit.article: fit.story for fit in fits}
    now: dict[str, list[Telling]] = {}
    for story, some in tells.items():
        for one in some:
            now.setdefault(goes.get(one.article, story), []).append(one)
    assert {story: len(some) for story, some in now.items()} == {
        story: centroid.size for story, centroid in index.stories.items()
    }
    assert len(changes) == len(now) - len(tells)
    assert split_stories(index, list(now), now.__getitem__) == ([], [])
    assert merge_stories(index, [change.into for change in changes]) == []
