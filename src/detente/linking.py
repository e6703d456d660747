"""What relates the rows of many articles, made afresh for some: the one second pass over an archive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.link import (
    folded_name,
    is_vague,
    link_actors,
    link_copies,
    link_fates,
    link_meetings,
    link_statements,
    scored_link,
)
from detente.link.copies import SHARED_HASHES
from detente.link.outcomes import OUTCOMES, link_outcomes, targets_of
from detente.link.scored import Relation
from detente.link.statements import WINDOW as REMARKS
from detente.link.stories import Fit, StoryIndex, Telling, merge_stories
from detente.link.stories.scoring import WINDOW
from detente.records import Actor, Article, Event, Forecast, Link, Meeting, Mention, StoryChange
from detente.store import (
    alike,
    load,
    load_ids,
    meetings_beside,
    meetings_of,
    published_of,
    put_stories,
    replace_links,
    stories_between,
    tables,
    tellings,
)
from detente.store.remarks import statements_beside, statements_of

_CHUNK = 300


def relink(conn: Connection, articles: Sequence[str]) -> int:
    """Make the links of some articles' rows, and of the vague rows beside them, afresh."""
    pairs = alike(conn, articles, SHARED_HASHES)
    texts = {one.id: one for one in load_ids(conn, Article, {key for pair in pairs for key in pair})}
    copies = link_copies((texts[left], texts[right]) for left, right in pairs)
    made = replace_links(conn, "same-text", copies, articles)

    actors, ours = load(conn, Actor), set(articles)
    names = {folded_name(actor.name) for actor in actors if actor.article in ours}
    named = [actor for actor in actors if folded_name(actor.name) in names]
    made += replace_links(conn, "same-actor", link_actors(named), {actor.id for actor in named})

    fresh = set(meetings_of(conn, articles))
    beside = meetings_beside(conn, fresh)
    vague = {row.id for row in beside if is_vague(row)}
    rows = meetings_beside(conn, vague | fresh) if vague - fresh else beside
    published = published_of(conn, {row.article for row in rows})
    met = link_meetings(rows, published)
    made += replace_links(conn, "same-meeting", met, fresh | vague)
    for relation in ("becomes", "cancelled-by"):
        fates = [link for link in link_fates(rows, met, published) if link.relation == relation]
        made += replace_links(conn, relation, fates, fresh | vague)

    said = statements_beside(conn, articles, REMARKS)
    published = published_of(conn, {row.article for row in said})
    remarks = link_statements(said, published)
    made += replace_links(conn, "same-statement", remarks, statements_of(conn, articles))
    return made + _foretold(conn, articles)


def _foretold(conn: Connection, articles: Sequence[str]) -> int:
    """Make the outcomes afresh of forecasts that these articles make, or that they may settle."""
    forecast = tables.forecast.c
    days = published_of(conn, articles).values()
    until = max((day.end for day in days if day.end), default=None)
    printed = sa.select(tables.article.c.id)
    if until and len(days) == sum(day.end is not None for day in days):
        printed = printed.where(tables.article.c.published_start <= until.isoformat())
    rows = load(conn, Forecast, forecast.article.in_(printed))
    if not rows:
        return 0
    of = sorted({row.article for row in rows})
    mentions = [
        one
        for first in range(0, len(of), _CHUNK)
        for one in load(conn, Mention, tables.mention.c.article.in_(of[first : first + _CHUNK]))
    ]
    meetings, events = load(conn, Meeting), load(conn, Event)
    told = {row.article for row in rows} | {row.article for row in meetings}
    published = published_of(conn, told | {row.article for row in events})
    links = link_outcomes(targets_of(rows, mentions, published), meetings, events, published)
    ends = {row.id for row in rows}
    return sum(
        replace_links(conn, verdict, [link for link in links if link.relation == verdict], ends)
        for verdict in OUTCOMES
    )


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
        return len(fits)

    def _open(self, conn: Connection, told: Sequence[Telling]) -> None:
        """Take in the stories that were told at the time of these articles; forget those long past."""
        days = sorted(one.day for one in told if one.day)
        around = timedelta(days=WINDOW)
        first, last = (days[0] - around, days[-1] + around) if days else (None, None)
        if first:
            self._index.close(first)
        for story, members in stories_between(conn, first, last).items():
            if story not in self._index.stories:
                for row in tellings(conn, members):
                    self._index.add(story, Telling.of(*row))


def _link_of(fit: Fit) -> Link:
    relation: Relation = "tells" if fit.sure else "may-tell"
    return scored_link(fit.article, fit.story, relation, fit.score, fit.reason)
