"""What an archive is asked: each read takes names, days and limits in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement

from detente.archive.session import Session
from detente.query.archived import desk_for, extractions
from detente.query.articles import articles as find_articles
from detente.query.asked import day_of, filters_of
from detente.query.events import events as find_events
from detente.query.forecasts import forecasts as find_forecasts
from detente.query.hits import Found, SearchKind
from detente.query.known import registry_of
from detente.query.meetings import meetings as find_meetings
from detente.query.names import actor_ids, article_id, issue_id, state_code
from detente.query.positions import positions as find_positions
from detente.query.reference import reference
from detente.query.related import Related
from detente.query.related import related as find_related
from detente.query.relationship import articles_on
from detente.query.relationship import relationship as find_relationship
from detente.query.searching import KINDS, SearchSort
from detente.query.searching import find as find_words
from detente.query.statements import statements as find_statements
from detente.query.stories import Comparison, StoryView
from detente.query.stories import compare as compare_story
from detente.query.stories import stories as find_stories
from detente.query.timeline import DENSE, Day, timeline_of
from detente.query.views import Act, ArticleView, Encounter, Outlook, Relationship, Saying, Stand
from detente.records import Extraction, Mention
from detente.store import Problem, Rows, Unread, counts, failures, load, tables, unread, verify


class Asking(Session):
    """What an archive answers; nothing here writes."""

    def relationship(
        self,
        left: str,
        right: str,
        *,
        since: date | str | None = None,
        until: date | str | None = None,
        as_of: date | str | None = None,
    ) -> Relationship:
        """Return the record of two states: offices, meetings, statements, positions, forecasts."""
        with self.reading() as conn:
            return find_relationship(
                conn,
                reference(registry_of(conn)),
                state_code(left),
                state_code(right),
                since=day_of(since),
                until=day_of(until),
                as_of=day_of(as_of),
            )

    def meetings(
        self,
        *,
        form: Literal["meeting", "call", "visit", "summit"] | None = None,
        status: Literal["held", "planned", "sought", "postponed", "cancelled", "declined"]
        | None = None,
        **asked: Any,
    ) -> Rows[Encounter]:
        """Return meetings in order of time, the reports of one meeting together."""
        with self.reading() as conn:
            filters = filters_of(conn, asked)
            return Rows(
                find_meetings(conn, reference(registry_of(conn)), filters, form=form, status=status)
            )

    def statements(
        self, *, by: str | None = None, speaker_state: str | None = None, **asked: Any
    ) -> Rows[Saying]:
        """Return who said what, in order of time; `by` is the speaker."""
        with self.reading() as conn:
            found = find_statements(
                conn,
                reference(registry_of(conn)),
                filters_of(conn, asked),
                by=actor_ids(by, registry_of(conn), conn) if by else (),
                speaker_state=state_code(speaker_state) if speaker_state else None,
            )
            return Rows(found)

    def positions(self, **asked: Any) -> Rows[Stand]:
        """Return where each stands on an issue, in order of time."""
        with self.reading() as conn:
            return Rows(find_positions(conn, reference(registry_of(conn)), filters_of(conn, asked)))

    def forecasts(self, *, due_by: date | str | None = None, **asked: Any) -> Rows[Outlook]:
        """Return what is said to come; `due_by` keeps those whose horizon has passed by then."""
        with self.reading() as conn:
            filters = filters_of(conn, asked)
            return Rows(
                find_forecasts(conn, reference(registry_of(conn)), filters, due_by=day_of(due_by))
            )

    def events(self, *, type: str | None = None, **asked: Any) -> Rows[Act]:
        """Return who did what to whom; `type` is a PLOVER event type."""
        with self.reading() as conn:
            return Rows(
                find_events(conn, reference(registry_of(conn)), filters_of(conn, asked), type=type)
            )

    def stories(self, *, at_least: int = 1, **asked: Any) -> Rows[StoryView]:
        """Return happenings with the articles that tell them, in order of time.

        `at_least` is how many independent origins must tell one; `since`, `until`, `as_of`, `limit` as
        for all lists.
        """
        days = _days(asked)
        with self.reading() as conn:
            known = reference(registry_of(conn))
            return Rows(find_stories(conn, known, at_least=at_least, **days, **asked))

    def compare(self, story: str, *, as_of: date | str | None = None) -> Comparison:
        """Return a story, by its id or the beginning of one, claim by claim: who tells it, who not."""
        with self.reading() as conn:
            return compare_story(conn, reference(registry_of(conn)), story, as_of=day_of(as_of))

    def timeline(
        self, left: str, right: str, *, issue: str | None = None, days: int = DENSE, **asked: Any
    ) -> Rows[Day]:
        """Return what happened between two states, day by day, in sentences; see `query.timeline`."""
        bounds = _days(asked)
        with self.reading() as conn:
            known = reference(registry_of(conn))
            about = issue_id(issue, known) if issue else None
            ids = articles_on(conn, known, state_code(left), state_code(right))
            desk, found = desk_for(conn, ids, known), extractions(conn, ids)
            return Rows(timeline_of(found, desk, days=days, issue=about, **bounds, **asked))

    def mentions(self, *, actor: str | None = None, article: str | None = None) -> Rows[Mention]:
        """Return where somebody is named, by article and place in the text."""
        table = tables.mention.c
        with self.reading() as conn:
            where: list[ColumnElement[bool]] = []
            if actor:
                where.append(table.actor_id.in_(actor_ids(actor, registry_of(conn), conn)))
            if article:
                where.append(table.article == article_id(conn, article))
            return Rows(load(conn, Mention, *where))

    def articles(
        self,
        *,
        outlet: str | None = None,
        as_of: date | str | None = None,
        limit: int | None = None,
    ) -> Rows[ArticleView]:
        """Return the articles in order of publication, those without a date last."""
        with self.reading() as conn:
            found = find_articles(
                conn, reference(registry_of(conn)), outlet=outlet, as_of=day_of(as_of), limit=limit
            )
            return Rows(found)

    def extraction(self, article: str) -> Extraction:
        """Return one article, given by its id or short id, with everything that it yields."""
        with self.reading() as conn:
            return extractions(conn, [article_id(conn, article)])[0]

    def search(
        self,
        words: str,
        *,
        kinds: Sequence[SearchKind] = KINDS,
        sort: SearchSort = "best",
        **asked: Any,
    ) -> Rows[Found]:
        """Return what fulfils a query, 20 unless `limit` says otherwise; see `query.language`.

        Filters are those of all lists, `by` and `outlet` among them.
        """
        with self.reading() as conn:
            known = registry_of(conn)
            filters = filters_of(conn, asked)
            return Rows(
                find_words(conn, reference(known), known, words, filters, kinds=kinds, sort=sort)
            )

    def related(self, article: str, *, as_of: date | str | None = None, limit: int = 12) -> Related:
        """Return the articles that belong beside one, given by its id or short id, and why."""
        with self.reading() as conn:
            known = reference(registry_of(conn))
            key = article_id(conn, article)
            return find_related(conn, known, key, as_of=day_of(as_of), limit=limit)

    def counts(self) -> dict[str, int]:
        """Return how many rows of each kind it has."""
        with self.reading() as conn:
            return counts(conn)

    def failures(self) -> tuple[tuple[str, str, str], ...]:
        """Return (article id, path, error) of every article that has no rows because it failed."""
        with self.reading() as conn:
            return tuple(failures(conn))

    def unread(self) -> tuple[Unread, ...]:
        """Return what could not be read of the inputs that were added, and was not since."""
        with self.reading() as conn:
            return tuple(unread(conn))

    def verify(self) -> list[Problem]:
        """Read the words of every row again and return what is not there; nothing when all is sound."""
        with self.reading() as conn:
            return list(verify(conn))


def _days(asked: dict[str, Any]) -> dict[str, Any]:
    """Take the bounds in time out of what was asked for, and return them as days."""
    return {name: day_of(asked.pop(name, None)) for name in ("since", "until", "as_of")}
