"""Who and what an archive names: actors, outlets, issues, stories and links, a page at a time.

Actors, outlets and issues are read off the headings that articles are listed under, so that nothing is
counted over the whole archive: of what many articles name, only that they are many is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.knowledge.issues import all_issues, laid_over
from detente.knowledge.registry import Registry
from detente.link.outcomes import OUTCOMES
from detente.query.desk import Reference
from detente.query.paging import USUAL, Cursor, Page, read_cursor, write_cursor
from detente.query.whole import StoryLine, story_lines
from detente.records import Actor, Issue, Judgement, Link, Tenure
from detente.store import judgements, load, load_ids, own, same_as, tables
from detente.store.entries import entry, heading, listed

MANY = 1000
"""Articles up to which they are counted."""
OUTCOME = "outcome"
"""What asks for the links of all outcomes of forecasts."""
_FORMS = 20
_LATEST = "-last"


@dataclass(frozen=True, slots=True)
class ActorLine:
    """Somebody whom articles name, in one line."""

    id: str
    """`Actor.id`."""
    name: str
    """The name it is shown under."""
    kind: str
    """person, state, organisation, body, group or place."""
    state: str | None
    """ISO 3166-1 alpha-3; None for none."""
    affiliation: str | None
    """What an article says of somebody the registry does not know."""
    shown_as: str
    """Id of the actor that it is shown as: itself, unless a reader or a link says they are one."""
    articles: int | None
    """How many articles name it; None for more than a thousand."""


@dataclass(frozen=True, slots=True)
class Called:
    """A form under which somebody is named."""

    text: str
    """The words."""
    times: int
    """How often."""


@dataclass(frozen=True, slots=True)
class ActorView:
    """Somebody, opened."""

    actor: ActorLine
    """The line on them."""
    same: tuple[str, ...]
    """Ids of all that are shown as one with them, their own among them."""
    called: tuple[Called, ...]
    """How articles name them, most used first; pronouns are left out."""
    tenures: tuple[Tenure, ...]
    """Offices held, as the registry knows them, in order of time."""


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet of the archive."""

    id: str
    """`outlet:` and its name in small letters."""
    name: str
    """Its name as an article gives it."""
    articles: int | None
    """How many articles; None for more than a thousand."""


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue, and how much the archive has on it."""

    id: str
    """`Issue.id`."""
    name: str
    """The name it is shown under."""
    family: str
    """The family it belongs to."""
    articles: int | None
    """How many articles have a row on it; None for more than a thousand."""


def page_of_actors(
    conn: Connection, reference: Reference, *, limit: int = USUAL, after: str | None = None
) -> Page[ActorLine]:
    """Return a page of those whom articles name, in order of their ids."""
    ids, numbers, more = _values(conn, "actor", limit, after)
    return Page(tuple(_actor_lines(conn, reference, ids, numbers)), more, None)


def actor_view(
    conn: Connection, reference: Reference, known: Registry, ids: Sequence[str]
) -> ActorView:
    """Return somebody, given by ids that are one (`names.actor_ids`), opened."""
    same = same_as(conn, ids)
    shown = conn.execute(
        sa.select(own.identity.c.canonical).where(own.identity.c.actor.in_(same)).limit(1)
    ).scalar()
    first = shown or same[0]
    mention = tables.mention.c
    times = sa.func.count().label("times")
    query = (
        sa.select(mention.text, times)
        .where(mention.actor_id.in_(same), mention.form != "pronoun")
        .group_by(mention.text)
        .order_by(sa.desc(times), mention.text)
        .limit(_FORMS)
    )
    called = tuple(Called(row.text, row.times) for row in conn.execute(query))
    value = heading.c
    of = {
        row.value: row.id
        for row in conn.execute(
            sa.select(value.value, value.id).where(
                value.kind == "article", value.field == "actor", value.value.in_(same)
            )
        )
    }
    (line,) = _actor_lines(conn, reference, [first], of)
    tenures = [term for one in same for term in known.tenures_of(one)]
    ordered = sorted(tenures, key=lambda term: (term.start.start or date.min, term.office))
    return ActorView(line, tuple(same), called, tuple(ordered))


def page_of_outlets(
    conn: Connection, *, limit: int = USUAL, after: str | None = None
) -> Page[OutletLine]:
    """Return a page of the outlets that articles name, in order of their names."""
    values, numbers, more = _values(conn, "outlet", limit, after)
    found = []
    for value in values:
        number = numbers[value]
        article = tables.article.c
        query = (
            sa.select(article.outlet)
            .join(entry, entry.c.article == article.id)
            .join(listed, listed.c.n == entry.c.n)
            .where(listed.c.heading == number)
            .limit(1)
        )
        name = conn.execute(query).scalar()
        if name is not None:
            found.append(OutletLine(f"outlet:{value}", name, _articles_under(conn, number)))
    return Page(tuple(found), more, None)


def issue_lines(conn: Connection, known: Registry) -> list[IssueLine]:
    """Return every issue, a reader's own among them, with articles or without, by name."""
    value = heading.c
    query = sa.select(value.value, value.id).where(value.kind == "article", value.field == "issue")
    numbers = {row.value: row.id for row in conn.execute(query)}
    with laid_over(known.issues):
        ordered = sorted(all_issues(), key=lambda one: one.name)
    return [_issue_line(conn, one, numbers) for one in ordered]


def page_of_stories(
    conn: Connection, *, limit: int = USUAL, after: str | None = None, as_of: date | None = None
) -> Page[StoryLine]:
    """Return a page of stories, the one with the latest article first, those without a day last.

    `as_of` leaves out what was printed later: articles, and stories that have none then.
    """
    story = tables.story.c
    day, key = _key(after, _LATEST, 2) if after else (None, "")
    query = sa.select(story.id, story.first, story.last)
    if as_of is not None:
        query = query.where(story.first <= as_of.isoformat())
    found: list[Any] = []
    if day != "":
        dated = query.where(story.last.is_not(None))
        if day is not None:
            dated = dated.where(
                story.last <= day, sa.or_(story.last < day, sa.and_(story.last == day, story.id > key))
            )
        found += conn.execute(dated.order_by(sa.desc(story.last), story.id).limit(limit + 1))
        key = ""
    if len(found) <= limit:
        undated = query.where(story.last.is_(None), story.id > key)
        found += conn.execute(undated.order_by(story.id).limit(limit + 1 - len(found)))
    shown = found[:limit]
    more = None
    if len(found) > limit:
        more = write_cursor(Cursor(_LATEST, (shown[-1].last or "", shown[-1].id), None))
    return Page(tuple(story_lines(conn, shown, as_of)), more, None)


def page_of_links(
    conn: Connection,
    *,
    relation: str | None = None,
    of: str | None = None,
    limit: int = USUAL,
    after: str | None = None,
) -> Page[Link]:
    """Return a page of links in order of their ids: of one relation, or with one end.

    `relation` may be "outcome", for those between forecasts and what came of them.
    """
    link = tables.link.c
    where = [link.id > (_key(after, "id", 1)[0] if after else "")]
    if of:
        where.append(sa.or_(link.left == of, link.right == of))
    # Each relation is a walk of its own along the index, so that no page sorts all of them.
    asked = OUTCOMES if relation == OUTCOME else (relation,)
    found = [
        one
        for of_one in asked
        for one in load(
            conn,
            Link,
            *where,
            *([link.relation == of_one] if of_one else []),
            order_by=(link.id,),
            limit=limit + 1,
        )
    ]
    found.sort(key=lambda one: one.id)
    more = write_cursor(Cursor("id", (found[limit - 1].id,), None)) if len(found) > limit else None
    return Page(tuple(found[:limit]), more, None)


def page_of_judgements(
    conn: Connection, *, limit: int = USUAL, after: str | None = None
) -> Page[Judgement]:
    """Return a page of judgements in the order in which they were made."""
    made = judgements(conn)
    start = 0
    if after:
        time, key = _key(after, "made", 2)
        start = next((n for n, one in enumerate(made) if (one.made, one.id) > (time, key)), len(made))
    shown = made[start : start + limit]
    more = None
    if start + limit < len(made):
        more = write_cursor(Cursor("made", (shown[-1].made, shown[-1].id), None))
    return Page(tuple(shown), more, len(made))


def _key(after: str, order: str, parts: int) -> tuple[str, ...]:
    """Return the key that a place to go on holds; raises UnknownName for one of another list."""
    key = read_cursor(after, order).key
    if len(key) != parts or not all(isinstance(part, str) for part in key):
        read_cursor("", order)
    return tuple(str(part) for part in key)


def _values(
    conn: Connection, field: str, limit: int, after: str | None
) -> tuple[list[str], dict[str, int], str | None]:
    """Return the next values that articles are listed under, with their numbers, and where to go on."""
    value = heading.c
    query = sa.select(value.value, value.id).where(value.kind == "article", value.field == field)
    if after:
        query = query.where(value.value > _key(after, field, 1)[0])
    rows = list(conn.execute(query.order_by(value.value).limit(limit + 1)))
    shown = rows[:limit]
    more = write_cursor(Cursor(field, (shown[-1].value,), None)) if len(rows) > limit else None
    return [row.value for row in shown], {row.value: row.id for row in shown}, more


def _articles_under(conn: Connection, number: int | None) -> int | None:
    if number is None:
        return 0
    some = sa.select(sa.literal(1)).where(listed.c.heading == number).limit(MANY + 1).subquery()
    count = int(conn.execute(sa.select(sa.func.count()).select_from(some)).scalar_one())
    return None if count > MANY else count


def _issue_line(conn: Connection, one: Issue, numbers: dict[str, int]) -> IssueLine:
    return IssueLine(one.id, one.name, one.family, _articles_under(conn, numbers.get(one.id)))


def _actor_lines(
    conn: Connection, reference: Reference, ids: Sequence[str], numbers: dict[str, int]
) -> list[ActorLine]:
    local = {one.id: one for one in load_ids(conn, Actor, ids)}
    query = sa.select(own.identity).where(own.identity.c.actor.in_(ids))
    shown = {row.actor: row for row in conn.execute(query)}
    found = []
    for one in ids:
        known, judged = local.get(one), shown.get(one)
        name = reference.actor_names.get(one) or (known.name if known else one)
        found.append(
            ActorLine(
                id=one,
                name=judged.name if judged else name,
                kind=known.kind if known else one.partition(":")[0],
                state=reference.state_of_actor(one) or (known.state if known else None),
                affiliation=known.affiliation if known else None,
                shown_as=judged.canonical if judged else one,
                articles=_articles_under(conn, numbers.get(one)),
            )
        )
    return found
