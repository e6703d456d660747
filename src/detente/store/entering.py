"""What the rows of articles say becomes entries (`entries`), each an item of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.records import When
from detente.records.swift import swift
from detente.store import own, tables
from detente.store.days import EVER, NEVER, anchor, number_of, told_on
from detente.store.fields import WHEN_PARTS, when_of

ALL = "all"
"""Field of the heading that every entry of a kind stands under."""
VAGUE, LATE, COMING = "vague", "late", "coming"
"""Fields of the headings of entries whose days are not those of their items; see `apart`."""
DAYS = (VAGUE, LATE, COMING)
WHOLE = ("kind", "status", *DAYS)
"""Fields of headings that may speak of the item that an entry is part of, not of its row alone."""
SEARCHED = ("article", "statement", "meeting", "position", "forecast")
"""The kinds that search finds."""
_YEARS = 3
_LONGEST = 200_000
"""Characters of a text that are searched."""
_WORD = re.compile(r"\w+")
_SENTENCES, _PLACES = 1 << 16, 1 << 8
SAID: dict[str, str] = {
    "statement": "content",
    "position": "claim",
    "forecast": "claim",
    "event": "trigger",
}
"""Kinds whose rows are one item where they say the same words, and the column of the words."""
KIND_COLUMNS: dict[str, str] = {
    "statement": "kind",
    "meeting": "form",
    "event": "type",
    "position": "polarity",
    "attitude": "polarity",
}
"""The column of each table that a row's own kind is in."""
MAIN_ROLES = {
    "statement": "speaker",
    "position": "actor",
    "forecast": "forecaster",
    "attitude": "actor",
}
"""The role of whoever speaks, stands or foretells."""
LISTED_KINDS = ("statement", "meeting", "event", "position", "forecast", "attitude")
"""The kinds of rows that have lists; articles are listed too."""


@swift
@dataclass(frozen=True, slots=True)
class Entry:
    """An entry before it has its number."""

    kind: str
    row_id: str
    article: str
    day: int
    at: int
    reported: int
    span: tuple[int, int, int, int]
    who: int | None
    words: int | None
    headings: tuple[tuple[str, str], ...]
    text: str | None
    """What search finds it by; None for what is not searched."""


@swift
@dataclass(frozen=True, slots=True)
class _Party:
    role: str
    actor: str | None
    state: str | None
    name: str


@dataclass(frozen=True, slots=True)
class _Print:
    """What an entry takes from its article."""

    outlet: str | None
    published: When
    text: str
    sentences: tuple[tuple[int, int], ...]
    title: str | None
    related: tuple[str, ...]

    @property
    def out(self) -> tuple[int, int]:
        return (number_of(self.published.start, NEVER), number_of(self.published.end))

    def words(self, sentence: int) -> str:
        """Return a sentence, by its number from 1; empty for words outside the sentences."""
        if not 1 <= sentence <= len(self.sentences):
            return ""
        start, end = self.sentences[sentence - 1]
        return self.text[start:end]

    def whole(self) -> str:
        """Return what the article says; of one that is not built yet, all that is on its page."""
        parts = [self.text[start:end] for start, end in self.sentences] or [self.text]
        return "\n".join(parts)[:_LONGEST]


def anchored(first: int, last: int) -> int:
    """Return the day that puts an article in order: its first possible one, else its last.

    >>> anchored(20130507, 20130508), anchored(0, 20130508)
    (20130507, 20130508)
    """
    return first if first != NEVER else last


def apart(
    day: int, reported: int, first: int, last: int, out_first: int, out_last: int
) -> list[tuple[str, str]]:
    """Return the headings of an entry that a period may hold though the day of its item lies outside.

    `vague` and the year: it can have happened on another day than its item's; `late` and the year: it
    can have been printed on another day than its item first was. An entry of more than three years, or
    open on a side, stands under "*". `coming`: its item is later than its print.

    >>> apart(20130507, 20130508, 20130101, 20131231, 20130508, 20130508)
    [('vague', '2013')]
    """
    found: list[tuple[str, str]] = []
    if not first == last == day:
        found += [(VAGUE, year) for year in years(first, last)]
    if not out_first == out_last == reported:
        found += [(LATE, year) for year in years(out_first, out_last)]
    return [*found, (COMING, "")] if day > out_last else found


def years(first: int, last: int) -> list[str]:
    """Return the years that two days are in or between; "*" for more than three, and where one is open.

    >>> years(20121231, 20130101), years(0, 20130101)
    (['2012', '2013'], ['*'])
    """
    since, until = first // 10_000, last // 10_000
    if first == NEVER or last == EVER or until - since > _YEARS:
        return ["*"]
    return [str(year) for year in range(since, until + 1)]


def title_key(title: str) -> str:
    """Return a headline as it is compared: its words in lower case; empty where it has none.

    >>> title_key("Kerry, Lavrov:  'Useful' talks")
    'kerry lavrov useful talks'
    """
    return " ".join(_WORD.findall(title.casefold()))


def entries_of(conn: Connection, articles: Sequence[str]) -> list[Entry]:
    """Return the entries of articles and of their rows, as the archive shows who takes part in them."""
    prints = _prints(conn, articles)
    parties = _parties(conn, articles)
    issues: defaultdict[str, list[str]] = defaultdict(list)
    about = tables.row_issue.c
    for row_id, issue in conn.execute(
        sa.select(about.row_id, about.issue).where(about.article.in_(articles))
    ).all():
        issues[row_id].append(issue)
    found: list[Entry] = []
    for kind in LISTED_KINDS:
        found += _of_kind(conn, kind, articles, prints, parties, issues)
    return sorted(_of_articles(conn, prints, found) + found, key=lambda one: (one.at, one.row_id))


def _prints(conn: Connection, articles: Sequence[str]) -> dict[str, _Print]:
    article = tables.article.c
    columns = [article[f"published_{part}"] for part in WHEN_PARTS]
    told = (article.outlet, article.text, article.sentences, article.title, article.related)
    query = sa.select(article.id, *told, *columns).where(article.id.in_(articles))
    return {
        key: _Print(
            outlet=outlet,
            published=when_of(parts),
            text=text,
            sentences=tuple((start, end) for start, end in sentences),
            title=title,
            related=tuple(related),
        )
        for key, outlet, text, sentences, title, related, *parts in conn.execute(query).all()
    }


def _parties(conn: Connection, articles: Sequence[str]) -> dict[str, list[_Party]]:
    """Return who takes part in which row, as the archive shows them."""
    part, shown = tables.participant.c, own.identity.c
    query = (
        sa.select(
            part.row_id,
            part.role,
            sa.func.coalesce(shown.canonical, part.actor_id),
            sa.func.coalesce(part.state, shown.state),
            sa.func.coalesce(shown.name, part.name),
        )
        .select_from(tables.participant.outerjoin(own.identity, shown.actor == part.actor_id))
        .where(part.article.in_(articles))
        .order_by(part.row_id, part.role, part.n)
    )
    found: defaultdict[str, list[_Party]] = defaultdict(list)
    for row_id, *party in conn.execute(query).all():
        found[row_id].append(_Party(*party))
    return found


def _of_kind(
    conn: Connection,
    kind: str,
    articles: Sequence[str],
    prints: Mapping[str, _Print],
    parties: Mapping[str, list[_Party]],
    issues: Mapping[str, list[str]],
) -> list[Entry]:
    table = tables.metadata.tables[kind].c
    dated = "date_start" in table
    extra = [table[name] for name in (KIND_COLUMNS.get(kind), SAID.get(kind)) if name]
    status = [table.status] if kind == "meeting" else []
    dates = [table[f"date_{part}"] for part in WHEN_PARTS] if dated else []
    query = sa.select(table.id, table.article, table.sentence, *extra, *status, *dates)
    query = query.where(table.article.in_(articles)).order_by(table.article, table.sentence, table.id)
    found = []
    ordinals: defaultdict[tuple[str, int], int] = defaultdict(int)
    for row_id, article, sentence, *rest in conn.execute(query).all():
        when = when_of(rest[-len(WHEN_PARTS) :]) if dated else When()
        printed = prints[article]
        ordinal = ordinals[article, sentence]
        ordinals[article, sentence] += 1
        those = parties.get(row_id, [])
        pairs = [(ALL, ""), *_asked_by(kind, those, printed)]
        pairs += [("issue", issue) for issue in issues.get(row_id, ())]
        pairs += [("kind", rest[0])] if kind in KIND_COLUMNS else []
        pairs += [("status", rest[1])] if kind == "meeting" else []
        day = number_of(_day(kind, when, printed.published))
        happened = when if when.known else printed.published
        span = (number_of(happened.start, NEVER), number_of(happened.end), *printed.out)
        pairs += apart(day, anchored(*printed.out), *span)
        who = _who(kind, those)
        said = rest[1 if kind in KIND_COLUMNS else 0] if kind in SAID else None
        same = _same(kind, said or "", issues.get(row_id, ()))
        same += [str(rest[0]), str(day)] if kind == "event" else []
        found.append(
            Entry(
                kind=kind,
                row_id=row_id,
                article=article,
                day=day,
                at=_at(article, sentence, ordinal),
                reported=anchored(*printed.out),
                span=span,
                who=_hash(who, *issues.get(row_id, ())) if kind == "position" else _hash(who),
                words=None if said is None else _hash(who, *same),
                headings=tuple(dict.fromkeys(pairs)),
                text=_searched(kind, said or printed.words(sentence), those),
            )
        )
    return found


def _searched(kind: str, words: str, those: Iterable[_Party]) -> str | None:
    """Return the words of a row on one line, and under it the names of who takes part, as shown."""
    if kind not in SEARCHED:
        return None
    said = " ".join(words.split())[:_LONGEST]
    return "\n".join([said, *dict.fromkeys(one.name for one in those)])


def _same(kind: str, said: str, issues: Iterable[str]) -> list[str]:
    words = _WORD.findall(said.casefold())
    return [*issues, "|", *words] if kind == "position" else words


def _day(kind: str, when: When, published: When) -> date:
    """A meeting is never put at the day on which somebody wrote of it."""
    return anchor(when) if kind == "meeting" else told_on(when, published)


def _at(article: str, sentence: int, ordinal: int) -> int:
    """Return the place of a row among all rows of a day: by article, sentence and order within it."""
    digits = article.rpartition(":")[2][:9]
    number = int(digits, 16) if digits and all(c in "0123456789abcdef" for c in digits) else 0
    at = min(max(sentence, 0), _SENTENCES - 1)
    return (number * _SENTENCES + at) * _PLACES + min(ordinal, _PLACES - 1)


def _asked_by(kind: str, those: Iterable[_Party], printed: _Print) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for party in those:
        main = party.role == MAIN_ROLES.get(kind)
        if party.actor:
            found.append(("actor", party.actor))
            found += [("by", party.actor)] if main else []
        if party.state:
            found.append(("state", party.state))
            found += [("by_state", party.state)] if main else []
    return [*found, *_printed_by(printed)]


def _printed_by(printed: _Print) -> list[tuple[str, str]]:
    return [("outlet", printed.outlet.casefold())] if printed.outlet else []


def _who(kind: str, those: Sequence[_Party]) -> tuple[str, ...]:
    """Return what rows that say the same must have in common: who, and of an act who to whom."""
    if kind == "event":
        roles = ("actors", "recipients")
        return tuple(
            f"{role}={'+'.join(sorted({_name(one) for one in those if one.role == role}))}"
            for role in roles
        )
    main = MAIN_ROLES.get(kind)
    return tuple(_name(one) for one in those if one.role == main)


def _name(party: _Party) -> str:
    """Return what tells one participant from another: of those whom only articles know, the name."""
    if party.actor is None or party.actor.startswith("local:"):
        return party.name.casefold()
    return party.actor


def _hash(who: tuple[str, ...], *words: str) -> int:
    text = "\x1f".join([*who, "\x1e", *words])
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def _of_articles(conn: Connection, prints: Mapping[str, _Print], rows: Iterable[Entry]) -> list[Entry]:
    """Return the entries of articles: asked by outlet, by whom they name, and by what their rows are
    about."""
    told: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for one in rows:
        told[one.article] |= dict.fromkeys(
            pair for pair in one.headings if pair[0] in ("state", "issue", "actor")
        )
    named, shown = tables.mention.c, own.identity.c
    query = (
        sa.select(named.article, sa.func.coalesce(shown.canonical, named.actor_id))
        .select_from(tables.mention.outerjoin(own.identity, shown.actor == named.actor_id))
        .where(named.article.in_(list(prints)), named.actor_id.is_not(None))
        .distinct()
    )
    for article, actor in conn.execute(query).all():
        told[article]["actor", actor] = None
        if actor.startswith("state:"):
            told[article]["state", actor.partition(":")[2]] = None
    found = []
    for key, printed in prints.items():
        first, last = printed.out
        day = anchored(first, last)
        span = (first, last, first, last)
        pairs = [(ALL, ""), *_printed_by(printed), *sorted(told.get(key, ()))]
        pairs += [("title", title)] if (title := title_key(printed.title or "")) else []
        pairs += [("cites", title) for title in map(title_key, printed.related) if title]
        pairs += apart(day, day, *span)
        found.append(
            Entry(
                kind="article",
                row_id=key,
                article=key,
                day=day,
                at=_at(key, 0, 0),
                reported=day,
                span=span,
                who=None,
                words=None,
                headings=tuple(dict.fromkeys(pairs)),
                text=printed.whole(),
            )
        )
    return found
