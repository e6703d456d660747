"""The stories of an archive, and one laid side by side: what each outlet tells of it, and what not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.link.coreference import same_acts
from detente.query.archived import bare_desk_for, extractions, linked_rows, links_at
from detente.query.desk import Desk, Reference
from detente.query.encounters import encounters
from detente.query.ends import of_relation
from detente.query.folding import act_of, sayings
from detente.query.names import beginning
from detente.query.paging import USUAL, Cursor, Page, check_page, every, read_cursor, write_cursor
from detente.query.times import reported_by
from detente.query.views import Act, ArticleView, Encounter, Reports, Saying
from detente.records import Participant
from detente.store import redirect, split_from, split_off, tables

_CHUNK = 400
_MOSTLY = 0.5
"""Share of a remark's words from which it is little more than the remark within."""
_NEAR = 6
"""Stories that are looked at for the beginning of an id."""


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A story that was one with another until the two proved to be two happenings."""

    id: str
    """Its id."""
    title: str | None
    """The headline of its first article that has one."""
    off: bool
    """Whether it was split off the other; else the other was split off it."""


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
    parts: tuple[StoryPart, ...] = ()
    """Stories that were one with it once; who kept its id may look for either."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a story tells, and who tells it."""

    item: Encounter | Saying | Act
    """A meeting, a remark or an act, its reports together."""
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

    def read(most: int, after: str | None) -> Page[StoryView]:
        return page_of_stories(
            conn, reference, since=since, until=until, as_of=as_of, at_least=at_least, limit=most,
            after=after,
        )  # fmt: skip

    return every(read, limit)


def stories_of(
    conn: Connection,
    reference: Reference,
    articles: Sequence[str],
    *,
    as_of: date | None = None,
    at_least: int = 1,
) -> list[StoryView]:
    """Return the stories that some articles surely tell, in order of time; days and numbers as in
    `stories`."""
    link, story = tables.link.c, tables.story.c
    keys: dict[str, str] = {}
    for first in range(0, len(articles), _CHUNK):
        chosen = link.left.in_(articles[first : first + _CHUNK])
        query = sa.select(story.id, story.first).join(tables.link, link.right == story.id)
        keys |= {key: day or "" for key, day in conn.execute(query.where(chosen, of_relation("tells")))}
    ordered = sorted(((day, key) for key, day in keys.items()), key=lambda one: (not one[0], *one))
    views = _views(conn, reference, ordered, as_of)
    return [view for view in views if view is not None and view.reports.origins >= at_least]


def page_of_stories(
    conn: Connection,
    reference: Reference,
    *,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    at_least: int = 1,
    sort: Literal["day", "-day"] = "day",
    limit: int = USUAL,
    after: str | None = None,
) -> Page[StoryView]:
    """Return a page of stories by the day of their first article; see `query.paging`.

    How many there are in all is not counted: what is told by how many origins is known of each alone.
    """
    check_page(sort, limit)
    cursor = read_cursor(after, sort) if after else None
    last = (str(cursor.key[0]), str(cursor.key[1])) if cursor else None
    found: list[StoryView] = []
    keys: list[tuple[str, str]] = []
    while len(found) <= limit:
        some = _keys(conn, since, until, at_least, sort == "-day", last, limit + 1)
        for key, view in zip(some, _views(conn, reference, some, as_of), strict=True):
            if view is not None and view.reports.origins >= at_least:
                found.append(view)
                keys.append(key)
        if len(some) <= limit:
            break
        last = some[-1]
    more = write_cursor(Cursor(sort, keys[limit - 1], None)) if len(found) > limit else None
    return Page(tuple(found[:limit]), more, None)


def _keys(
    conn: Connection,
    since: date | None,
    until: date | None,
    at_least: int,
    latest: bool,
    after: tuple[str, str] | None,
    limit: int,
) -> list[tuple[str, str]]:
    """Return (first day, id) of the next stories; those without a day, which is then empty, come last,
    and first where the latest do."""
    story = tables.story.c
    wanted = [story.size >= at_least]
    wanted += [sa.or_(story.last.is_(None), story.last >= since.isoformat())] if since else []
    wanted += [sa.or_(story.first.is_(None), story.first <= until.isoformat())] if until else []
    found: list[tuple[str, str]] = []
    for undated in (True, False) if latest else (False, True):
        if after is not None and undated != (after[0] == "") and (undated == latest):
            continue
        columns = [story.id] if undated else [story.first, story.id]
        query = sa.select(story.first, story.id).where(*wanted)
        query = query.where(story.first.is_(None) if undated else story.first.is_not(None))
        if after is not None and undated == (after[0] == ""):
            key = sa.tuple_(*map(sa.literal, after[1:] if undated else after))
            here = sa.tuple_(*columns)
            query = query.where(here < key if latest else here > key)
        ordered = [column.desc() if latest else column for column in columns]
        chosen = query.order_by(*ordered).limit(limit - len(found))
        found += [(first or "", key) for first, key in conn.execute(chosen)]
        if len(found) >= limit:
            break
    return found


def _views(
    conn: Connection, reference: Reference, keys: Sequence[tuple[str, str]], as_of: date | None
) -> list[StoryView | None]:
    """Return the views of stories; None where nothing of one was out by the day."""
    ids = [key for _, key in keys]
    parts = _parts(conn, ids)
    others = {other for found in parts.values() for other, _ in found}
    members: dict[str, list[str]] = {key: [] for key in (*ids, *sorted(others - set(ids)))}
    possible: dict[str, list[str]] = {key: [] for key in members}
    link = tables.link.c
    asked = list(members)
    for first in range(0, len(asked), _CHUNK):
        query = sa.select(link.relation, link.left, link.right).order_by(link.id)
        for relation, article, key in conn.execute(
            query.where(link.right.in_(asked[first : first + _CHUNK]))
        ):
            of = members if relation == "tells" else possible
            of[key].append(article)
    every_one = {one for of in (members, possible) for found in of.values() for one in found}
    desk = bare_desk_for(conn, every_one, reference)
    out = {key: _out(told, desk, as_of) for key, told in members.items()}
    beside = {
        key: [StoryPart(other, _title(out[other], desk), off) for other, off in found if out[other]]
        for key, found in parts.items()
    }
    return [_view(key, out[key], possible[key], desk, beside.get(key, ())) for key in ids]


def _parts(conn: Connection, stories: Sequence[str]) -> dict[str, list[tuple[str, bool]]]:
    """Return the stories that were one with some stories, and whether they were split off those."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for off, split in ((True, split_off(conn, stories)), (False, split_from(conn, stories))):
        for story, others in split.items():
            found.setdefault(story, []).extend((other, off) for other in sorted(others))
    return found


def story(conn: Connection, reference: Reference, name: str, *, as_of: date | None = None) -> StoryView:
    """Return one story, by its id, the beginning of its hash, or the id of a story that became it.

    Raises UnknownName where there is none, or several.
    """
    key = story_id(conn, name)
    view = _views(conn, reference, [("", key)], as_of)[0]
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
    """Return a story claim by claim: meetings, acts and remarks, who tells them and who does not.

    What the same sentences tell twice is one claim: an act within a remark is told by the remark, and
    of a remark that is mostly another's ("the paper said the minister denied it") the inner one stays.
    """
    view = story(conn, reference, name, as_of=as_of)
    ids = [article.id for article in view.articles]
    desk = bare_desk_for(conn, ids, reference)
    found = extractions(conn, ids)
    links = links_at(conn, linked_rows(found), "same-meeting", "same-statement")
    met = encounters((row for one in found for row in one.meetings), links, desk)
    rows = [row for one in found for row in one.statements]
    said = sayings(rows, desk, _no_side, links)
    done = [act_of(group, desk) for group in same_acts(found)]
    items: list[Encounter | Saying | Act] = [*met, *_innermost(said), *_unsaid(done, said)]
    claims = [_claim(item, ids) for item in items]

    def most(claim: Claim) -> tuple[int, int]:
        kind = (Encounter, Act, Saying).index(type(claim.item))
        return -len({desk.origins[key] for key in claim.told_by}), kind

    return Comparison(view, tuple(sorted(claims, key=most)))


def _innermost(said: Sequence[Saying]) -> list[Saying]:
    """Return remarks without those that are mostly somebody else's remark of the same sentences."""
    alike: dict[frozenset[tuple[str, int]], list[Saying]] = {}
    for one in said:
        alike.setdefault(_where(one), []).append(one)
    return [
        one
        for one in said
        if not any(_holds(one, other) for other in alike[_where(one)] if other is not one)
    ]


def _holds(outer: Saying, inner: Saying) -> bool:
    """Say whether a remark is little more than another, of another speaker."""
    whole, part = _words(outer.row.content), _words(inner.row.content)
    if outer.row.speaker.name == inner.row.speaker.name or len(part) >= len(whole):
        return False
    return f" {' '.join(part)} " in f" {' '.join(whole)} " and len(part) >= _MOSTLY * len(whole)


def _unsaid(done: Sequence[Act], said: Sequence[Saying]) -> list[Act]:
    """Return acts without those that a remark tells, in every sentence that tells the act."""
    told: dict[tuple[str, int], list[tuple[frozenset[tuple[str, int]], set[str]]]] = {}
    for one in said:
        where = _where(one)
        for place in where:
            told.setdefault(place, []).append((where, set(_words(one.row.content))))
    return [
        act
        for act in done
        if not any(
            _where(act) <= where and words.issuperset(_words(act.row.trigger))
            for where, words in told.get(min(_where(act), default=("", 0)), ())
        )
    ]


def _where(item: Saying | Act) -> frozenset[tuple[str, int]]:
    return frozenset((ref.article, ref.sentence) for ref in item.refs)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _no_side(_: Participant) -> None:
    return None


def _claim(item: Encounter | Saying | Act, articles: Iterable[str]) -> Claim:
    telling = {ref.article for ref in item.refs}
    order = list(articles)
    return Claim(
        item=item,
        told_by=tuple(key for key in order if key in telling),
        silent=tuple(key for key in order if key not in telling),
    )


def _out(members: Iterable[str], desk: Desk, as_of: date | None) -> list[str]:
    """Return those of some articles that were out by a day, in order of publication."""
    return [
        article
        for article in sorted(members, key=desk.order)
        if reported_by(desk.articles[article].published, as_of)
    ]


def _title(articles: Iterable[str], desk: Desk) -> str | None:
    return next((title for article in articles if (title := desk.articles[article].title)), None)


def _view(
    key: str, out: Sequence[str], possible: Iterable[str], desk: Desk, parts: Iterable[StoryPart]
) -> StoryView | None:
    """Return the view of a story by what of it was out; None where nothing was."""
    if not out:
        return None
    days = [day for article in out if (day := desk.articles[article].published.start)]
    return StoryView(
        id=key,
        title=_title(out, desk),
        first=min(days, default=None),
        last=max(days, default=None),
        articles=tuple(desk.view(article) for article in out),
        reports=desk.reports(out),
        possible=tuple(desk.view(article) for article in sorted(possible, key=desk.order)),
        parts=tuple(parts),
    )
