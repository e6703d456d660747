"""The stories of an archive, and one laid side by side: what each outlet tells of it, and what not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.archived import desk_for, extractions, same_meeting, same_statement
from detente.query.desk import Desk, Reference
from detente.query.encounters import encounters
from detente.query.folding import sayings
from detente.query.names import beginning
from detente.query.times import reported_by
from detente.query.views import ArticleView, Encounter, Reports, Saying
from detente.records import Link, Participant
from detente.store import load, redirect, tables

_NEAR = 6
"""Stories that are looked at for the beginning of an id."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """A happening, and the articles that tell it."""

    id: str
    """`story:` and the hash of the article that opened it."""
    title: str | None
    """The headline of its first article that has one."""
    first: date | None
    """Day of its first article; None when no day is known."""
    last: date | None
    """Day of its last article."""
    articles: tuple[ArticleView, ...]
    """The articles that tell it, in order of publication."""
    reports: Reports
    """How many articles, outlets and independent origins."""
    possible: tuple[ArticleView, ...]
    """Articles that may tell it too: nobody has decided."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a story tells, and who tells it."""

    item: Encounter | Saying
    """A meeting or a remark, its reports together."""
    told_by: tuple[str, ...]
    """`Article.id` of the articles that tell it, in order of publication."""
    silent: tuple[str, ...]
    """Those of the story that do not; they may have had no room for it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A story claim by claim."""

    story: StoryView
    """The story."""
    claims: tuple[Claim, ...]
    """What at least one article tells, what most origins tell first."""


def stories(
    conn: Connection,
    reference: Reference,
    *,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    at_least: int = 1,
    limit: int | None = None,
) -> list[StoryView]:
    """Return stories in order of time, those without a day last.

    `at_least` is how many independent origins must tell it; `as_of` leaves out what was printed later.
    """
    members, possible = _links(conn, "tells"), _links(conn, "may-tell")
    desk = desk_for(conn, {article for found in members.values() for article in found}, reference)
    views = [
        view
        for key, found in members.items()
        if (view := _view(key, found, possible.get(key, ()), desk, as_of))
    ]
    within = [
        view
        for view in views
        if view.reports.origins >= at_least
        and (since is None or view.last is None or view.last >= since)
        and (until is None or view.first is None or view.first <= until)
    ]
    return sorted(within, key=lambda view: (view.first or date.max, view.id))[:limit]


def story(conn: Connection, reference: Reference, name: str, *, as_of: date | None = None) -> StoryView:
    """Return one story, by its id, the beginning of its hash, or the id of a story that became it.

    Raises UnknownName where there is none, or several.
    """
    key = story_id(conn, name)
    members, possible = _links(conn, "tells", key), _links(conn, "may-tell", key)
    desk = desk_for(conn, (*members[key], *possible.get(key, ())), reference)
    view = _view(key, members[key], possible.get(key, ()), desk, as_of)
    if view is None:
        raise UnknownName(f"nothing of {key} was printed by {as_of}", "ask as of a later day")
    return view


def story_id(conn: Connection, name: str) -> str:
    """Return the id of the story that a name stands for; see `story`."""
    key = name if name.startswith("story:") else f"story:{name}"
    now = redirect(conn, key)
    found = list(conn.scalars(beginning(tables.story.c.id, now).limit(_NEAR)))
    if now in found:
        return now
    if len(found) == 1:
        return str(found[0])
    some = f"; there are {', '.join(sorted(found)[:5])}" if found else ""
    raise UnknownName(f"no story {name!r}{some}", "`detente stories` lists them with their ids")


def compare(
    conn: Connection, reference: Reference, name: str, *, as_of: date | None = None
) -> Comparison:
    """Return a story claim by claim: its meetings and remarks with who tells them and who is silent."""
    view = story(conn, reference, name, as_of=as_of)
    ids = [article.id for article in view.articles]
    desk = desk_for(conn, ids, reference)
    found = extractions(conn, ids)
    met = encounters((row for one in found for row in one.meetings), same_meeting(conn), desk)
    rows = [row for one in found for row in one.statements]
    said = sayings(rows, desk, _no_side, same_statement(conn))
    items: list[Encounter | Saying] = [*met, *said]
    claims = [_claim(item, ids) for item in items]

    def most(claim: Claim) -> tuple[int, bool]:
        return -len({desk.origins[key] for key in claim.told_by}), isinstance(claim.item, Saying)

    return Comparison(view, tuple(sorted(claims, key=most)))


def _no_side(_: Participant) -> None:
    return None


def _claim(item: Encounter | Saying, articles: Iterable[str]) -> Claim:
    telling = {ref.article for ref in item.refs}
    order = list(articles)
    return Claim(
        item=item,
        told_by=tuple(key for key in order if key in telling),
        silent=tuple(key for key in order if key not in telling),
    )


def _links(conn: Connection, relation: str, story: str | None = None) -> dict[str, list[str]]:
    """Return the articles at the left end of a relation by the story at its right end."""
    where = [tables.link.c.relation == relation]
    if story:
        where.append(tables.link.c.right == story)
    found: dict[str, list[str]] = {story: []} if story else {}
    for link in load(conn, Link, *where):
        found.setdefault(link.right, []).append(link.left)
    return found


def _view(
    key: str, members: Iterable[str], possible: Iterable[str], desk: Desk, as_of: date | None
) -> StoryView | None:
    """Return the view of a story; None where nothing of it was out by the day."""
    out = [
        article
        for article in sorted(members, key=desk.order)
        if reported_by(desk.articles[article].published, as_of)
    ]
    if not out:
        return None
    days = [day for article in out if (day := desk.articles[article].published.start)]
    titles = [title for article in out if (title := desk.articles[article].title)]
    return StoryView(
        id=key,
        title=titles[0] if titles else None,
        first=min(days, default=None),
        last=max(days, default=None),
        articles=tuple(desk.view(article) for article in out),
        reports=desk.reports(out),
        possible=tuple(desk.view(article) for article in sorted(possible, key=desk.order)),
    )
