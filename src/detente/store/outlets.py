"""The lines of every page, by the outlet that printed it: what tells an outlet's own lines from news.

A page costs half a kilobyte here. What an outlet repeats is counted when it is asked for, over the
pages with the smallest keys: a sample that is the same whatever the order in which pages came, and that
changes the more rarely the larger it grows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import JSON, BigInteger, Column, Index, LargeBinary, Table, Text
from sqlalchemy.engine import Connection

from detente.records import Article
from detente.store import tables
from detente.store.fields import FieldSpec, fields_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CHUNK = 500

outlet_page = Table(
    "outlet_page",
    tables.metadata,
    Column("outlet", Text, primary_key=True),
    Column("page", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Text, sa.ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    Column("lines", LargeBinary, nullable=False),
    Column("alone", JSON, nullable=False),
    Index("ix_outlet_page_article", "article"),
    sqlite_with_rowid=False,
)
"""A page: its outlet, its key (versions of one page share it), the keys of its lines as 8 bytes each in
rising order, and those fields of the article that read otherwise alone, as they read then."""


@dataclass(frozen=True, slots=True)
class Sampled:
    """The pages of an outlet that are counted."""

    pages: Mapping[int, NDArray[np.uint64]]
    """Key of a page to the keys of its lines."""
    full: bool
    """Whether there are more pages than are counted."""

    def counted(self, least: int) -> dict[int, int]:
        """Return on how many of the pages each line stands, for lines that stand on `least` or more."""
        import numpy as np

        if not self.pages:
            return {}
        keys, times = np.unique(np.concatenate(list(self.pages.values())), return_counts=True)
        often = times >= least
        return dict(zip(keys[often].tolist(), times[often].tolist(), strict=True))


def sampled(conn: Connection, outlet: str, most: int) -> Sampled:
    """Return the first pages of an outlet in the order of their keys, with what their versions hold."""
    import numpy as np

    page = outlet_page.c
    first = sa.select(page.page).where(page.outlet == outlet).distinct().order_by(page.page)
    keys = list(conn.scalars(first.limit(most + 1)).all())
    if not keys:
        return Sampled({}, False)
    counted = keys[:most]
    query = sa.select(page.page, page.lines).where(page.outlet == outlet, page.page <= counted[-1])
    found: dict[int, NDArray[np.uint64]] = {}
    for key, lines in conn.execute(query).all():
        own = _lines(lines)
        found[key] = np.union1d(found[key], own) if key in found else own
    return Sampled(found, len(keys) > most)


def pages_with(
    conn: Connection, outlet: str, keys: Iterable[int], pages: Iterable[int] = ()
) -> list[str]:
    """Return the articles of an outlet that have one of some lines, or stand on one of some pages."""
    import numpy as np

    wanted = np.fromiter(keys, dtype=np.uint64)
    also = set(pages)
    page = outlet_page.c
    query = sa.select(page.article, page.page, page.lines).where(page.outlet == outlet)
    return [
        article
        for article, key, lines in conn.execute(query.order_by(page.article)).all()
        if key in also or (len(wanted) and np.isin(_lines(lines), wanted).any())
    ]


def put_pages(conn: Connection, pages: Iterable[tuple[str, int, str, Iterable[int]]]) -> None:
    """Write (outlet, page, article, keys of its lines); an article that is there stays as it is."""
    import numpy as np

    rows = [
        {
            "outlet": outlet,
            "page": page,
            "article": article,
            "lines": np.sort(np.fromiter(keys, dtype="<u8")).tobytes(),
            "alone": {},
        }
        for outlet, page, article, keys in pages
    ]
    known: set[str] = set()
    for first in range(0, len(rows), _CHUNK):
        chunk = [row["article"] for row in rows[first : first + _CHUNK]]
        query = sa.select(outlet_page.c.article).where(outlet_page.c.article.in_(chunk))
        known.update(conn.scalars(query).all())
    # One file may hold the same article twice.
    once = {row["article"]: row for row in rows if row["article"] not in known}
    if fresh := list(once.values()):
        conn.execute(sa.insert(outlet_page), fresh)


def alone(conn: Connection, articles: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return those fields of articles that read otherwise alone, as they read then, by article."""
    found: dict[str, dict[str, Any]] = {}
    specs = _specs()
    for first in range(0, len(articles), _CHUNK):
        query = sa.select(outlet_page.c.article, outlet_page.c.alone).where(
            outlet_page.c.article.in_(articles[first : first + _CHUNK])
        )
        for article, values in conn.execute(query).all():
            found[article] = {name: specs[name].decode([value]) for name, value in values.items()}
    return found


def put_again(
    conn: Connection, found: Iterable[tuple[Article, Article]], fields: Sequence[str]
) -> None:
    """Write articles as they read beside others, given (as they read alone, as they read now)."""
    specs = _specs()
    table = tables.article
    for before, now in found:
        differing = [name for name in fields if getattr(before, name) != getattr(now, name)]
        values = {name: _plain(specs[name], getattr(now, name)) for name in fields}
        conn.execute(sa.update(table).where(table.c.id == now.id).values(values))
        kept = {name: _plain(specs[name], getattr(before, name)) for name in differing}
        page = outlet_page
        conn.execute(sa.update(page).where(page.c.article == now.id).values(alone=kept))


def _specs() -> dict[str, FieldSpec]:
    return {spec.name: spec for spec in fields_of(Article)}


def _plain(spec: FieldSpec, value: Any) -> Any:
    """Return the value of a field's one column, JSON as what it says."""
    (column,) = spec.encode(value)
    return json.loads(column) if spec.shape == "json" and column is not None else column


def _lines(data: bytes) -> NDArray[np.uint64]:
    import numpy as np

    return np.frombuffer(data, dtype="<u8").astype(np.uint64, copy=False)
