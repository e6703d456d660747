"""No page and no list of the API asks a question whose cost is that of a whole table.

What a page asks is caught, and SQLite is asked how it would answer. The plans of an archive of three
articles are those of one of a million: nothing counts its tables for the planner.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from tests.unit.interfaces.server.serving import served
from tests.unit.query.archives import archive_at

GROWS = {
    "actor", "article", "attitude", "called", "entry", "event", "evidence", "forecast", "gone", "link",
    "listed", "meeting", "mention", "participant", "position", "row_issue", "searched", "sketch",
    "statement", "story", "story_change", "telling", "work",
}  # fmt: skip
"""Tables that grow with the archive. The others hold what a reader keeps, or one row for each value of
a field (`heading`), input that could not be read, or migration."""
PAGES = (
    "/", "/relationships", "/r/usa-rus", "/r/usa-rus?as_of=2013-05-09", "/r/usa-rus?from=2013-02-01",
    "/r/usa-rus/issues", "/r/usa-rus/i/syria", "/r/usa-rus/network", "/r/usa-rus/timeline",
    "/r/usa-rus/brief", "/r/usa-rus/brief?from=2013-02-01&to=2013-06-30", "/meetings",
    "/meetings?state=USA", "/statements", "/statements?by=Kerry", "/forecasts", "/stories", "/sagas",
    "/sagas?states=USA&states=RUS", "/library", "/library?q=syria", "/library?q=said+NOT+syria",
    "/actors", "/actor/person:john-kerry", "/actor/state:RUS", "/review", "/collections", "/keys",
    "/new?since=0", "/a/{article}", "/a/{article}/raw", "/m/{meeting}", "/row/{statement}",
    "/row/{position}", "/row/{forecast}", "/row/{event}", "/correct/{statement}", "/s/{story}",
    "/s/{story}/compare", "/forecaster/{forecaster}", "/save?item={statement}",
    "/r/usa-rus/drawer?open=meeting:{meeting}",
)  # fmt: skip
LISTS = (
    "articles", "statements", "meetings", "positions", "forecasts", "events", "stories", "actors",
    "issues", "links", "outcomes", "changes", "search?q=syria",
    "statements?state=USA&state=RUS&issue=syria",
    "statements?sort=-reported&as_of=2013-05-09", "relationships/USA/RUS",
    "relationships/USA/RUS/series", "relationships/USA/RUS/timeline",
    "relationships/USA/RUS/disagreements", "articles/{article}", "articles/{article}/rows",
    "statements/{statement}", "meetings/meeting:{meeting}", "positions/{position}",
    "forecasts/{forecast}", "events/{event}", "stories/{story}", "stories/{story}/compare",
    "stories/{story}/disagreements", "actors/lavrov", "experts/lavrov", "offices?state=RUS",
    "links?relation=tells", "links?of={statement}", "who?q=foreign+minister&state=RUS", "outlets",
    "judgements", "corrections", "collections", "verify?article={article}",
)  # fmt: skip
COUNTED = {"/about": "count(*)", "/sources": "GROUP BY article.outlet"}
"""Pages that count whole tables: once for each state of the archive, before anybody asks
(`preparing`)."""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(archive_at(tmp_path_factory.mktemp("plans") / "a.db")) as client:
        yield client


def asked(client: TestClient, path: str) -> list[tuple[str, Any]]:
    """Return what a page asks the database: statements with their parameters."""
    engine = client.app.state.database.engine  # type: ignore[attr-defined]
    client.app.state.memory.forget()  # type: ignore[attr-defined]
    sent: list[tuple[str, Any]] = []

    def note(conn: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            sent.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        answer = client.get(path)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert answer.status_code == 200, answer.text[:300]
    assert sent
    return sent


def places(client: TestClient) -> dict[str, str]:
    """Return an id of each kind, as paths write it."""
    with client.app.state.database.read() as conn:  # type: ignore[attr-defined]
        found = {
            kind: str(conn.exec_driver_sql(f"SELECT min(id) FROM {kind}").scalar())
            for kind in ("article", "meeting", "statement", "position", "forecast", "event")
        }
        found["story"] = str(conn.exec_driver_sql("SELECT id FROM story ORDER BY size DESC").scalar())
        asked = "SELECT min(forecaster_actor_id) FROM forecast"
        found["forecaster"] = str(conn.exec_driver_sql(asked).scalar())
    bare = {kind: found[kind].partition(":")[2] for kind in ("article", "meeting", "story")}
    return {**found, **bare}


def scans(client: TestClient, statement: str, parameters: Any) -> list[str]:
    """Return the lines of a plan that read a table that grows, or an index of one, from end to end.

    Links are of a dozen relations: who looks them up by one alone reads a good part of them.
    """
    with client.app.state.database.read() as conn:  # type: ignore[attr-defined]
        plan = conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        lines = [str(row[3]) for row in plan]
    found = []
    for line in lines:
        words = line.split()
        whole = words[0] == "SCAN" and "VIRTUAL" not in words
        of_one_relation = words[0] == "SEARCH" and line.endswith("(relation=?)")
        if (whole and table_of(statement, words[1]) in GROWS) or of_one_relation:
            found.append(line)
    return found


def table_of(statement: str, name: str) -> str:
    """Return the table that a plan names by its alias."""
    words = statement.replace("(", " ").replace(")", " ").replace(",", " ").replace('"', "").split()
    for at in range(len(words) - 2):
        if words[at + 1].upper() == "AS" and words[at + 2] == name:
            return words[at]
    return name


def is_bounded(statement: str, line: str) -> bool:
    """Say whether a walk along an index stops early: it has an order of its own and a limit."""
    return "USING" in line and "LIMIT" in statement.upper() and "count(" not in statement


@pytest.mark.parametrize("path", [*PAGES, *(f"/api/v1/{path}" for path in LISTS)])
def test_no_table_that_grows_is_read_from_end_to_end(client: TestClient, path: str) -> None:
    found = [
        (line, " ".join(statement.split()))
        for statement, parameters in asked(client, path.format_map(places(client)))
        for line in scans(client, statement, parameters)
        if not is_bounded(statement, line)
    ]
    assert not found


@pytest.mark.parametrize(("path", "words"), COUNTED.items())
def test_what_counts_whole_tables_is_named_here(client: TestClient, path: str, words: str) -> None:
    found = [
        statement
        for statement, parameters in asked(client, path)
        if scans(client, statement, parameters)
    ]
    assert found
    assert all(words in statement for statement in found)


@pytest.mark.parametrize(
    ("statement", "scanned"),
    [
        ("SELECT id FROM statement WHERE content = 'x'", True),
        ("SELECT s.id FROM statement AS s WHERE s.content = 'x'", True),
        ("SELECT id FROM statement WHERE id = 'x'", False),
        ("SELECT count(*) FROM article", True),
        ("SELECT value FROM meta", False),
        ("SELECT l.left FROM link AS l WHERE l.relation = 'tells' AND l.right IN ('x', 'y')", True),
        ("SELECT l.left FROM link AS l WHERE l.relation || '' = 'tells' AND l.right = 'x'", False),
        ("SELECT a.id FROM article AS a JOIN link AS l ON l.left = a.id WHERE l.right = 'x'", False),
    ],
)
def test_a_scan_is_seen(client: TestClient, statement: str, scanned: bool) -> None:
    """Without this the test above could not fail."""
    assert bool(scans(client, statement, ())) == scanned


@pytest.mark.parametrize(
    ("statement", "line", "bounded"),
    [
        ("SELECT id FROM article ORDER BY published_start LIMIT 9", "SCAN article USING INDEX x", True),
        ("SELECT id FROM article ORDER BY published_start", "SCAN article USING INDEX x", False),
        ("SELECT id FROM article WHERE title = 'x' LIMIT 9", "SCAN article", False),
        ("SELECT count(*) FROM article LIMIT 1", "SCAN article USING INDEX x", False),
    ],
)
def test_a_walk_that_stops_early_is_no_scan(statement: str, line: str, bounded: bool) -> None:
    assert is_bounded(statement, line) is bounded


@pytest.mark.parametrize("path", [path for path in PAGES if "?" not in path])
def test_a_page_is_less_than_a_hundred_kilobytes_with_its_style_and_scripts(
    client: TestClient, path: str
) -> None:
    answer = client.get(path.format_map(places(client)))
    parts = {
        word.split('"')[0]
        for mark in ('href="', 'src="')
        for word in answer.text.split(mark)[1:]
        if word.startswith("/static/") and (".css" in word or ".js" in word.split('"')[0])
    }
    assert len(parts) >= 3
    sent = [client.get(part) for part in parts]
    assert all(one.headers["content-encoding"] == "gzip" for one in sent)
    assert sum(one.num_bytes_downloaded for one in (answer, *sent)) < 100_000
