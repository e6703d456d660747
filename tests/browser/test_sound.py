"""Every page: nothing axe objects to, in light and dark; no sideways scroll on a phone; no error."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.browser.window import PHONE, WIDE, Desk, Window, Windows

PAGES = {
    "desk": "/",
    "desk with what is new": "/?since=0",
    "new": "/new?since=0",
    "new of a relationship": "/new?since=0&states=USA&states=RUS&kind=meeting",
    "nothing new": "/new?since=99999999",
    "relationships": "/relationships",
    "relationship": "/r/USA-RUS",
    "relationship of a month": "/r/USA-RUS?from=2013-08&to=2013-08",
    "relationship as of a day": "/r/USA-RUS?as_of=2013-05-31",
    "relationship without articles": "/r/FRA-MLT",
    "drawer, meeting": "/r/USA-RUS?open={meeting}",
    "drawer, week": "/r/USA-RUS?open=week:2013-05-06",
    "drawer, statement": "/r/USA-RUS?open={statement}",
    "issues": "/r/USA-RUS/issues",
    "issue": "/r/USA-RUS/i/syria",
    "network": "/r/USA-RUS/network",
    "timeline": "/r/USA-RUS/timeline",
    "timeline, every day": "/r/USA-RUS/timeline?density=all",
    "timeline without days": "/r/FRA-MLT/timeline",
    "correct a meeting": "/correct/{meeting}",
    "correct a statement": "/correct/{statement}",
    "correct an act": "/correct/{event}",
    "brief": "/r/USA-RUS/brief?from=2013-08&to=2013-09",
    "meetings": "/meetings?states=USA&states=RUS",
    "meeting": "/m/{meeting_key}",
    "statements": "/statements?states=RUS",
    "statement": "/row/{statement}",
    "position": "/row/{position}",
    "forecast": "/row/{forecast}",
    "event": "/row/{event}",
    "forecasts": "/forecasts",
    "forecaster": "/forecaster/{forecaster}",
    "stories": "/stories",
    "sagas": "/sagas",
    "story": "/s/{story}",
    "compare": "/s/{story}/compare",
    "article": "/a/{article}",
    "article cut off": "/a/{cut_off}",
    "raw": "/a/{article}/raw",
    "actors": "/actors",
    "actor": "/actor/person:sergei-lavrov",
    "state": "/actor/state:RUS",
    "library": "/library",
    "search": "/library?q=Syria",
    "search without result": "/library?q=zeppelin",
    "review": "/review",
    "collections": "/collections",
    "save": "/save?item={statement}",
    "sources": "/sources",
    "about": "/about",
    "keys": "/keys",
}


def places(db: Path) -> dict[str, str]:
    """Return ids of the demo that the paths name: one of each kind."""
    asked = {
        "meeting": "select id from meeting where place is not null and status = 'held' order by id",
        "statement": "select id from statement where kind = 'direct' order by id",
        "position": "select id from position order by id",
        "forecast": "select id from forecast order by id",
        "event": "select id from event order by id",
        "article": "select id from article where cut_off = 0 and language = 'en' order by path",
        "story": "select id from story order by size desc, id",
        "forecaster": "select forecaster_actor_id from forecast "
        "where forecaster_actor_id like 'local:%' order by 1",
        "cut_off": "select id from article where cut_off = 1 order by path",
    }
    with closing(sqlite3.connect(db)) as conn:
        found = {name: conn.execute(query).fetchone()[0] for name, query in asked.items()}
    bare = {name: found[name].partition(":")[2] for name in ("article", "cut_off", "story")}
    return {**found, **bare, "meeting_key": found["meeting"].partition(":")[2]}


@pytest.fixture(scope="module")
def window(windows: Windows, desk: Desk) -> Iterator[Window]:
    with windows.open(desk) as found:
        yield found


@pytest.fixture(scope="module")
def ids(desk: Desk) -> dict[str, str]:
    return places(desk.db)


@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
def test_a_page_is_sound(window: Window, ids: dict[str, str], path: str) -> None:
    before = len(window.complaints)
    window.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    window.page.emulate_media(color_scheme="light")
    window.open(path.format_map(ids))
    assert window.faults() == []
    window.page.emulate_media(color_scheme="dark")
    assert window.faults("color-contrast", "link-in-text-block") == []
    window.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert window.overflow() <= 0
    assert window.complaints[before:] == []
