"""Articles are put into stories, chunk by chunk, out of an archive and into it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.engine import Connection

from detente.link import scored_link
from detente.link.scored import Relation
from detente.link.stories import Fit, StoryIndex, Telling, merge_stories, split_stories
from detente.link.stories.scoring import WINDOW
from detente.records import Link, StoryChange
from detente.store import left_to_the_machine, put_stories, split_off, stories_between, tellings


class StoryDesk:
    """Puts articles into stories, chunk by chunk; opens the stories of their time out of the archive.

    One desk for one run: after a transaction that was rolled back it must not be used again.
    """

    def __init__(self) -> None:
        self._index = StoryIndex()

    def place(self, conn: Connection, articles: Sequence[str]) -> int:
        """Put articles that tell no story yet into theirs, and return how many links that made."""
        told = [Telling.of(*row) for row in tellings(conn, articles)]
        self._open(conn, told)
        fits = [fit for found in self._index.assign(told) for fit in found]
        opened = [StoryChange("opened", fit.story, fit.article) for fit in fits if fit.opens]
        merged = merge_stories(self._index, {fit.story for fit in fits if fit.sure})
        put_stories(conn, [_link_of(fit) for fit in fits], [*opened, *merged])
        self._split(conn, {fit.story for fit in fits if fit.sure})
        return len(fits)

    def _split(self, conn: Connection, stories: set[str]) -> None:
        """Split those of some stories that prove to be two."""

        def reports(story: str) -> list[Telling]:
            return [Telling.of(*row) for row in tellings(conn, left_to_the_machine(conn, story))]

        changes, fits = split_stories(self._index, stories, reports)
        if changes:
            put_stories(conn, [_link_of(fit) for fit in fits], changes)

    def _open(self, conn: Connection, told: Sequence[Telling]) -> None:
        """Take in the stories that were told at the time of these articles; forget those long past."""
        days = sorted(one.day for one in told if one.day)
        around = timedelta(days=WINDOW)
        first, last = (days[0] - around, days[-1] + around) if days else (None, None)
        if first:
            self._index.close(first)
        fresh = []
        for story, members in stories_between(conn, first, last).items():
            if story not in self._index.stories:
                fresh.append(story)
                for row in tellings(conn, members):
                    self._index.add(story, Telling.of(*row))
        for story, off in split_off(conn, fresh).items():
            self._index.split[story] = off


def _link_of(fit: Fit) -> Link:
    relation: Relation = "tells" if fit.sure else "may-tell"
    return scored_link(fit.article, fit.story, relation, fit.score, fit.reason)
