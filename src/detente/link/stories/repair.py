"""Second thoughts: stories that turned out to be one, and stories that turned out to be two.

What was opened by two first reports in different words may prove to be one story when more arrive, and
two happenings of one kind begin as one story until each has reports enough to be told apart. A repair
looks again at stories that were just told, which bounds its work, and says what it changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from detente.link.stories.index import JOINS, MERGES, Fit, StoryIndex
from detente.link.stories.parting import may_part, parted
from detente.link.stories.scoring import VIEWS, Centroid
from detente.link.stories.telling import Telling
from detente.records import StoryChange, make_id

SPLIT = 0.5
"""Score of an article's fit to what it was split off with: that of one that only just joins."""


def merge_stories(index: StoryIndex, stories: Iterable[str]) -> list[StoryChange]:
    """Merge each of these stories, small ones first, into the one it fits best, where it fits."""
    changes: list[StoryChange] = []
    for gone in sorted(set(stories), key=lambda key: (_size(index, key), key)):
        if gone not in index.stories:
            continue
        summary = _as_telling(gone, index.stories[gone])
        least = JOINS[summary.brief] + MERGES[summary.brief]
        for _, keep in index.rank(summary, least):
            if keep != gone and not _were_split(index, keep, gone):
                changes.append(index.merge(keep, gone))
                break
    return changes


def split_stories(
    index: StoryIndex, stories: Iterable[str], reports: Callable[[str], Sequence[Telling]]
) -> tuple[list[StoryChange], list[Fit]]:
    """Split those of some stories that prove to be two, and their parts again; return the changes and
    which story the articles that were split off tell now.

    `reports` gives the reports of a story; it is asked for stories alone that may be two. The part with
    the article that opened a story keeps its id, else the larger one.
    """
    changes: list[StoryChange] = []
    fits: dict[str, Fit] = {}
    held: dict[str, Sequence[Telling]] = {}
    waiting = sorted(set(stories), reverse=True)
    while waiting:
        story = waiting.pop()
        if story not in index.stories or not may_part(index.stories[story]):
            continue
        found = parted(held.get(story) or reports(story))
        if found is None:
            continue
        stays, goes = sorted(found, key=lambda part: (not _opens(story, part), -len(part)))
        into = next((key for key in map(_story_of, goes) if key not in index.stories), None)
        if into is None:
            continue
        changes.append(index.part(story, stays, goes, into))
        for one in goes:
            fits[one.article] = Fit(one.article, into, True, SPLIT, "split off: shares too little")
        held |= {story: stays, into: goes}
        waiting += [into, story]
    return changes, list(fits.values())


def _story_of(told: Telling) -> str:
    return make_id("story", told.article)


def _opens(story: str, told: Sequence[Telling]) -> bool:
    return any(_story_of(one) == story for one in told)


def _were_split(index: StoryIndex, one: str, other: str) -> bool:
    return other in index.split.get(one, ()) or one in index.split.get(other, ())


def resolve(story: str, changes: Iterable[StoryChange]) -> str:
    """Return the story that an id stands for after changes; one that was split stands for what stayed.

    >>> log = [StoryChange("merged", "story:1", "story:2"), StoryChange("merged", "story:2", "story:3")]
    >>> resolve("story:1", log)
    'story:3'
    """
    now = story
    for change in changes:
        if change.what == "merged" and change.story == now:
            now = change.into
        elif change.what == "split" and change.into == story:
            now = story
    return now


def _as_telling(key: str, story: Centroid) -> Telling:
    """Return a story as one report, so that it can be compared with others."""
    heavy: dict[str, Mapping[str, float]] = {}
    for view in VIEWS:
        unit = story.unit(view)
        heavy[view] = dict(sorted(unit.items(), key=lambda item: (-item[1], item[0])))
    told = Telling(
        key, story.last, heavy["words"], heavy["names"], heavy["lead"],
        brief=2 * story.brief > story.size, meets=tuple(sorted(story.meets)),
    )  # fmt: skip
    return told if _apart(story) else replace(told, day=story.first)


def _apart(story: Centroid) -> bool:
    return story.last is not None and story.first is not None and (story.last - story.first).days > 0


def _size(index: StoryIndex, key: str) -> int:
    return index.stories[key].size if key in index.stories else 0
