"""How long a page of a large archive takes, and whether any question reads a whole table.

    python benchmarks/pages.py [--articles 100000] [--folder DIR] [--rounds 5] [--lists-only]
                               [--routes-only] [--cold] [--json]

The archive is made up (`synthetic`) and kept in the folder for the next time. Measured are every list,
by the filters and orders that people use, first pages and later ones; search; related articles; and,
where `detente[server]` is installed, the pages and API lists of the workbench, through the application
itself. Each is asked `rounds` times after one time to warm up.

With `--cold` each page is also asked once in a process of its own, when the server says that it is
ready: what it costs the first one who asks. First paint is what a browser takes in before it draws: the
page, its style and its scripts, as they are sent.

Every statement that reaches the database is asked for its plan (EXPLAIN QUERY PLAN). A plan that scans
a table, or an index from end to end, of more than `LARGE` rows is a failure, and is printed.

Floors: the 95th percentile of CPU time of each case under 150 ms, and no failed plan. CPU time is what
the answer costs; time on the clock is printed beside it, and grows with whatever else the machine does.
First paint under 100 kB. The last line is a JSON object: articles, statements, cases, p95_ms, worst,
over, scans, and by route the first paint and cold time.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection

sys.path.insert(0, str(Path(__file__).resolve().parent))

from synthetic import archive_of

from detente.knowledge.registry import registry
from detente.query.articles import page_of_articles
from detente.query.events import page_of_events
from detente.query.filters import Filters
from detente.query.forecasts import page_of_forecasts
from detente.query.known import registry_of
from detente.query.meetings import page_of_meetings
from detente.query.names import actor_ids, article_id
from detente.query.positions import page_of_positions
from detente.query.reference import reference
from detente.query.related import related
from detente.query.searching import search
from detente.query.statements import page_of_statements
from detente.store import Database, counts, open_database

FLOOR_MS = 150.0
FIRST_PAINT = 100_000
"""Bytes that are transferred before a page is drawn, at most."""
LARGE = 5_000
"""Rows from which on a table is large."""
PAGES: dict[str, Callable[..., Any]] = {
    "articles": page_of_articles,
    "statements": page_of_statements,
    "meetings": page_of_meetings,
    "positions": page_of_positions,
    "forecasts": page_of_forecasts,
    "events": page_of_events,
}
KERRY = "person:john-kerry"
ASKED: dict[str, Filters] = {
    "all": Filters(),
    "a state": Filters(states=("USA",)),
    "a pair": Filters(states=("USA", "RUS")),
    "a rare pair": Filters(states=("UZB", "NOR")),
    "an actor": Filters(actors=("state:RUS",)),
    "a person": Filters(actors=(KERRY,)),
    "an issue": Filters(issue="issue:syria"),
    "a pair on an issue": Filters(states=("USA", "RUS"), issue="issue:syria"),
    "an outlet": Filters(outlet="the example post"),
    "a year": Filters(since=date(2015, 1, 1), until=date(2015, 12, 31)),
    "a month of a state": Filters(states=("USA",), since=date(2015, 3, 1), until=date(2015, 3, 31)),
    "as of a day": Filters(as_of=date(2013, 5, 9)),
    "a pair as of a day": Filters(states=("USA", "RUS"), as_of=date(2012, 5, 9)),
    "printed in a week": Filters(reported_since=date(2016, 5, 2), reported_until=date(2016, 5, 8)),
    "an outlet on an issue in a year": Filters(
        outlet="the sample wire", issue="issue:syria", since=date(2014, 1, 1), until=date(2014, 12, 31)
    ),
    "nobody": Filters(actors=("person:nobody",)),
}
QUERIES = (
    "syria", "syria said", "said", "bafo OR dana", 'by:"Barack Obama" syria',
    'issue:syria outlet:"The Example Post"',
    "state:RUS state:USA from:2014 to:2015-06", "NOT said kind:statement", "kind:meeting geneva",
    "printed-from:2016-05 printed-to:2016-05 issue:syria",
)  # fmt: skip
ROUTES = (
    "/", "/relationships", "/r/usa-rus", "/r/usa-rus?as_of=2013-05-09", "/r/ita-fra",
    "/r/usa-rus/issues",
    "/r/usa-rus/i/syria", "/r/usa-rus/timeline", "/r/usa-rus/network", "/r/usa-rus/brief", "/meetings",
    "/statements", "/forecasts", "/stories", "/sagas", "/sagas?states=USA&states=RUS", "/library",
    "/library?q=syria", "/actors", "/actor/person:john-kerry", "/sources", "/review", "/about",
    "/collections", "/api/v1/relationships/USA/RUS", "/api/v1/relationships/USA/RUS/series",
    "/api/v1/relationships/USA/RUS/timeline", "/api/v1/relationships/USA/RUS/disagreements",
    "/api/v1/articles", "/api/v1/statements", "/api/v1/meetings",
    "/api/v1/positions", "/api/v1/forecasts", "/api/v1/events", "/api/v1/stories", "/api/v1/actors",
    "/api/v1/issues", "/api/v1/outlets", "/api/v1/links", "/api/v1/outcomes",
    "/api/v1/changes", "/api/v1/search?q=syria",
    "/api/v1/statements?state=USA&state=RUS&issue=syria", "/statements?by=Kerry",
    "/a/{article}", "/a/{article}/raw", "/m/{meeting}", "/row/{statement}", "/row/{position}",
    "/row/{forecast}", "/row/{event}", "/s/{story}", "/s/{story}/compare", "/forecaster/{forecaster}",
    "/correct/{statement}", "/new?since=0", "/api/v1/articles/{article}",
    "/api/v1/articles/{article}/rows", "/api/v1/statements/{statement}",
    "/api/v1/stories/{story}/compare", "/api/v1/actors/{forecaster}", "/api/v1/experts/{forecaster}",
)  # fmt: skip
"""What is asked; `places` fills in one of each kind."""


def places(database: Database) -> dict[str, str]:
    """Return an id of each kind as routes write it; of stories one that many articles tell."""
    kinds = ("article", "meeting", "statement", "position", "forecast", "event")
    with database.read() as conn:

        def one(query: str) -> str:
            return str(conn.exec_driver_sql(query).scalar_one())

        found = {kind: one(f"SELECT id FROM {kind} ORDER BY id LIMIT 1") for kind in kinds}
        found["story"] = one("SELECT id FROM story ORDER BY last DESC, size DESC LIMIT 1")
        asked = "SELECT forecaster_actor_id FROM forecast ORDER BY id LIMIT 1"
        found["forecaster"] = one(asked)
    return {
        **found,
        **{kind: found[kind].partition(":")[2] for kind in ("article", "meeting", "story")},
    }


@dataclass(slots=True)
class Watch:
    """What the database was asked, each statement once with its parameters."""

    asked: dict[str, Any] = field(default_factory=dict)

    def listen(self, engine: sa.Engine) -> None:
        """Note every statement that an engine sends."""

        @event.listens_for(engine, "before_cursor_execute")
        def _note(conn: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
            if statement.lstrip().upper().startswith(("SELECT", "WITH")):
                self.asked.setdefault(statement, parameters)

    def scans(self, conn: Connection, large: set[str]) -> list[tuple[str, str]]:
        """Return (plan line, statement) of the plans that read a large table from end to end."""
        found = []
        for statement, parameters in list(self.asked.items()):
            plan = conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            for line in [str(row[3]) for row in plan]:
                words = line.split()
                if (
                    words[0] == "SCAN"
                    and "VIRTUAL" not in words
                    and _table(statement, words[1]) in large
                ):
                    found.append((line, statement))
        return found


def _table(statement: str, name: str) -> str:
    """Return the table that a plan names by its alias."""
    words = statement.replace("(", " ").replace(")", " ").replace(",", " ").replace('"', "").split()
    for at in range(len(words) - 2):
        if words[at + 1].upper() == "AS" and words[at + 2] == name:
            return words[at]
    return name


@dataclass(frozen=True, slots=True)
class Timed:
    """How long one case took."""

    case: str
    cpu_ms: float
    clock_ms: float


def timed(case: str, ask: Callable[[], object], rounds: int) -> Timed:
    """Return the 95th percentile of some rounds after one to warm up; of few rounds, the slowest."""
    ask()
    cpu, clock = [], []
    for _ in range(rounds):
        began, spent = time.perf_counter(), time.process_time()
        ask()
        cpu.append(1000 * (time.process_time() - spent))
        clock.append(1000 * (time.perf_counter() - began))
    at = min(rounds - 1, round(0.95 * (rounds - 1)))
    return Timed(case, round(sorted(cpu)[at], 1), round(sorted(clock)[at], 1))


def list_cases(database: Database) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield every list by every filter and order, first pages and one later."""
    known = reference(registry())
    for kind, read in PAGES.items():
        for name, asked in ASKED.items():
            for sort in ("day", "-day", "-reported"):

                def ask(
                    read: Any = read, asked: Any = asked, sort: str = sort, after: str | None = None
                ) -> Any:
                    with database.read() as conn:
                        return read(conn, known, asked, sort=sort, limit=50, after=after)

                yield f"{kind}, {name}, {sort}", ask
            page = ask()
            for _ in range(3):
                page = ask(after=page.next) if page.next else page
            if page.next:
                yield (
                    f"{kind}, {name}, {sort}, a later page",
                    lambda ask=ask, to=page.next: ask(after=to),
                )


def other_cases(database: Database) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield searches, and what one name, one id and one article lead to."""
    with database.read() as conn:
        known = registry_of(conn)
        one = page_of_articles(conn, reference(known), limit=1).items[0]
        stranger = conn.exec_driver_sql("SELECT name FROM actor LIMIT 1").scalar_one()

    def asking(work: Callable[[Connection], object]) -> Callable[[], object]:
        def ask() -> object:
            with database.read() as conn:
                return work(conn)

        return ask

    for query in QUERIES:
        for sort in ("best", "latest"):
            yield (
                f"search {query!r}, {sort}",
                asking(
                    lambda conn, query=query, sort=sort: search(
                        conn, reference(known), known, query, sort=sort, limit=20
                    )
                ),
            )
    yield "related articles", asking(lambda conn: related(conn, reference(known), one.id))
    yield "a short id", asking(lambda conn: article_id(conn, one.short))
    yield "a name", asking(lambda conn: actor_ids(stranger, known, conn))
    yield "the registry", asking(registry_of)


@contextmanager
def server_cases(
    path: Path, watch: Watch, routes: Sequence[str] = ROUTES
) -> Iterator[list[tuple[str, Callable[[], object], Callable[[str], Any]]]]:
    """Give the pages and lists of the workbench, asked through the application, and what asks."""
    try:
        from starlette.testclient import TestClient

        from detente.interfaces.server.app import create_app
        from detente.interfaces.server.settings import Settings
    except ImportError:
        yield []
        return
    address = "http://127.0.0.1:8613"
    app = create_app(Settings(db=str(path), most_requests=1_000_000, prepare=True))
    with TestClient(app, base_url=address) as client:
        app.state.preparing.ready.wait()
        client.get(app.state.access.link().removeprefix(address), follow_redirects=False)
        there = places(app.state.database)
        watch.listen(app.state.database.engine)

        def get(route: str) -> Any:
            answer = client.get(route)
            if answer.status_code != 200:
                raise RuntimeError(f"{route}: {answer.status_code} {answer.text[:300]}")
            return answer

        asked = [route.format_map(there) for route in routes]
        yield [(route, lambda route=route: get(route), get) for route in asked]


def first_paint(get: Callable[[str], Any], route: str) -> int:
    """Return how many bytes of a page, its style and its scripts are transferred."""
    answer = get(route)
    parts = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js)[^"]*)"', answer.text)
    return sum(one.num_bytes_downloaded for one in (answer, *map(get, parts)))


def cold(path: Path, route: str) -> dict[str, Any]:
    """Return what a route costs the first one who asks, in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--archive", str(path), "--first", route],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout))


def asked_first(path: Path, route: str) -> dict[str, Any]:
    """Ask a route once, when the server is ready."""
    with server_cases(path, Watch(), (route,)) as cases:
        began, spent = time.perf_counter(), time.process_time()
        cases[0][1]()
        cpu, clock = time.process_time() - spent, time.perf_counter() - began
        return {
            "route": route,
            "cpu_ms": round(1000 * cpu, 1),
            "clock_ms": round(1000 * clock, 1),
            "first_paint": first_paint(cases[0][2], route),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--lists-only", action="store_true")
    parser.add_argument("--routes-only", action="store_true")
    parser.add_argument("--cold", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--archive", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--first", help=argparse.SUPPRESS)
    given = parser.parse_args()
    path = given.archive or archive_of(given.articles, given.folder)
    if given.first:
        print(json.dumps(asked_first(path, given.first)))
        return
    database = open_database(path, create=False)
    watch = Watch()
    watch.listen(database.engine)
    with database.read() as conn:
        rows = counts(conn)
        names = [
            row[0] for row in conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        large = {
            name
            for name in names
            if not name.startswith("searched_text")
            and conn.exec_driver_sql(
                f'SELECT count(*) FROM (SELECT 1 FROM "{name}" LIMIT {LARGE + 1})'
            ).scalar_one()
            > LARGE
        }
    watch.asked.clear()
    found: list[Timed] = []
    if not given.routes_only:
        found += [timed(case, ask, given.rounds) for case, ask in list_cases(database)]
        found += [timed(case, ask, given.rounds) for case, ask in other_cases(database)]
    failed: list[str] = []
    paints: dict[str, int] = {}
    if not given.lists_only:
        with server_cases(path, watch) as cases:
            for case, ask, get in cases:
                try:
                    found.append(timed(case, ask, max(2, given.rounds // 2)))
                    if not case.startswith("/api/"):
                        paints[case] = first_paint(get, case)
                except RuntimeError as error:
                    failed.append(str(error))
    firsts = [cold(path, route) for route in ROUTES] if given.cold else []
    with database.read() as conn:
        scans = watch.scans(conn, large)
    database.close()
    found.sort(key=lambda one: -one.cpu_ms)
    over = [one for one in found if one.cpu_ms > FLOOR_MS]
    if not given.json:
        for one in found[:40]:
            print(f"{one.cpu_ms:9.1f} ms CPU {one.clock_ms:9.1f} ms  {one.case}")
        for line, statement in scans:
            print(f"SCAN  {line}\n      {' '.join(statement.split())[:400]}")
        for line in failed:
            print(f"FAILED {line}")
        for one in firsts:
            print(f"{one['cpu_ms']:9.1f} ms CPU {one['clock_ms']:9.1f} ms  cold {one['route']}")
    ordered = sorted(one.cpu_ms for one in found)
    print(
        json.dumps(
            {
                "articles": rows["article"],
                "statements": rows["statement"],
                "cases": len(found),
                "p50_ms": ordered[len(ordered) // 2],
                "p95_ms": ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))],
                "worst": {one.case: one.cpu_ms for one in found[:5]},
                "over": len(over),
                "scans": len(scans),
                "failed": len(failed),
                "first_paint": max(paints.values(), default=0),
                "heavy": {route: size for route, size in paints.items() if size > FIRST_PAINT},
                "cold_ms": {one["route"]: one["cpu_ms"] for one in firsts},
            }
        )
    )


if __name__ == "__main__":
    main()
