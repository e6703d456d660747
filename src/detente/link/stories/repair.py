"""Second thoughts: stories that turned out to be one, and articles that turned out to tell another.

What was opened by two first reports in different words may prove to be one story when more arrive. A
repair looks again at the articles of some days, which bounds its work, and says what it would change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from detente.link.stories.index import JOINS, MERGES, StoryIndex
from detente.link.stories.scoring import VIEWS, Centroid
from detente.link.stories.telling import Telling
from detente.records import StoryChange


def merge_stories(index: StoryIndex, stories: Iterable[str]) -> list[StoryChange]:
    """Merge each of these stories, small ones first, into the one it fits best, where it fits."""
    changes: list[StoryChange] = []
    for gone in sorted(set(stories), key=lambda key: (_size(index, key), key)):
        if gone not in index.stories:
            continue
        summary = _as_telling(gone, index.stories[gone])
        least = JOINS[summary.brief] + MERGES[summary.brief]
        for score, keep in index.rank(summary):
            if keep != gone and score >= least:
                changes.append(index.merge(keep, gone))
                break
    return changes


def resolve(story: str, changes: Iterable[StoryChange]) -> str:
    """Return the story that an id stands for after changes.

    >>> log = [StoryChange("merged", "story:1", "story:2"), StoryChange("merged", "story:2", "story:3")]
    >>> resolve("story:1", log)
    'story:3'
    """
    for change in changes:
        if change.what == "merged" and change.story == story:
            story = change.into
    return story


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
