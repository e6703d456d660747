"""Whatever is read, every article has one story, and the order within a day does not matter."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.link.stories import StoryIndex, Telling, merge_stories, telling
from detente.link.stories.words import names, terms

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
