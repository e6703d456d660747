"""What is asked for, in which order, and what becomes of the answers.

    addresses -> (robots, guard, pace) -> answer -> WARC file -> read like any file -> archive
                                             |-> a list: its pages are asked for next

One request at a time. Hosts take turns, each at its own pace; an address that has to wait does not hold
up those of other hosts. Every time is a value of the clock that is given, and every wait a call of the
`sleep` that is given.
"""

from __future__ import annotations

import heapq
import io
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin, urlsplit

from detente.collect import pace
from detente.collect.fetching import Fetched, Fetcher
from detente.collect.guard import Guard, NoAnswer
from detente.collect.robots import Robots
from detente.collect.state import Place, State
from detente.collect.warcs import WarcWriter, Written
from detente.errors import FetchError, InputError
from detente.read.formats import addresses_of, kind_of
from detente.read.inputs import Address
from detente.read.limits import MAX_XML
from detente.read.listings import feeds_on_page
from detente.read.responses import Response, unpacked_body
from detente.records import Article

MAX_REDIRECTS = 5
MAX_MAPS = 3
"""Sitemaps inside sitemaps."""
_FEEDS = 3
"""Feeds of one front page: the first is that of everything, the others of comments and sections."""
_LISTS = ("feed", "sitemap", "opml", "addresses", "gzip")
Read = Callable[[bytes, str], Sequence[Article | InputError]]
"""Reads a packed WARC record: (bytes, name)."""
Keep = Callable[[str, Sequence[Article | InputError]], int]
"""Keeps what was read at an address; returns how many articles are new."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a collection is asked to do, and its hands: clock, sleep, resolver and chance."""

    folder: Path
    """Where WARC files and the journal lie."""
    agent: str
    """The `User-Agent`: who asks, and how to reach them."""
    limit: int = 200
    """Most pages taken from one list in one run."""
    since: date | None = None
    """Pages that a list dates earlier are left out."""
    guard: Guard = field(default_factory=Guard)
    """Which addresses may be asked."""
    clock: Callable[[], float] = time.time
    """Seconds since 1970."""
    sleep: Callable[[float], None] = time.sleep
    """Waits so many seconds."""
    chance: Callable[[], float] = random.random
    """A number between 0 and 1, for the jitter."""
    spacing: float = pace.SPACING
    """Seconds between two requests to one host, unless its robots.txt asks for more."""
    tell: Callable[[str], None] = lambda line: None
    """Takes a line on what is under way."""


@dataclass(slots=True)
class Report:
    """What a run did."""

    asked: int = 0
    """Requests, robots.txt and redirects among them."""
    unchanged: int = 0
    """Answers 304, and bodies that were the same as the last time."""
    new: int = 0
    """Articles that the archive did not have."""
    known: int = 0
    """Pages whose articles it had."""
    failed: list[str] = field(default_factory=list)
    """What could not be fetched or read, one line each."""
    waiting: int = 0
    """Addresses whose turn comes in a later run."""


@dataclass(slots=True)
class _Task:
    place: Place
    address: Address
    root: bool = False
    depth: int = 0
    attempts: int = 0
    ready: float = 0.0


class Collector:
    """Fetches addresses politely and hands what comes to `keep`. `close` it, or use it in a `with`."""

    def __init__(self, settings: Settings, read: Read, keep: Keep) -> None:
        self._settings = settings
        self._read = read
        self._keep = keep
        self._clock = settings.clock
        self._state = State(settings.folder)
        self._warcs = WarcWriter(settings.folder, settings.agent, self._now)
        self._fetcher = Fetcher(settings.guard, settings.agent, clock=settings.clock)
        self._robots = Robots(self._ask, settings.clock)
        self._hosts: dict[str, pace.Host] = {}
        self._queue: list[tuple[float, int, _Task]] = []
        self._turn = 0
        self._queued: set[str] = set()
        self._report = Report()

    # What is asked for

    def fetch(self, addresses: Iterable[Address]) -> Report:
        """Fetch addresses, and the pages that those which are lists name; each address once."""
        self._report = Report()
        for address in addresses:
            self._add_root(address, watched=False)
        self._run()
        return self._report

    def follow(self, addresses: Iterable[Address]) -> int:
        """Remember addresses that are to be asked again and again; return how many there are now."""
        for address in addresses:
            url = self._settings.guard.check_url(address.url)
            place = self._state.get(url) or Place(url, address.kind)
            if not place.watched:
                self._state.put(replace(place, watched=True))
        return len(self._state.watched())

    def look(self) -> Report:
        """Fetch every remembered address that is due, and the pages that are new there."""
        self._report = Report()
        for place in self._state.watched():
            if place.due <= self._clock():
                address = Address(place.url, place.url, place.kind)
                self._push(_Task(place, address, root=True))
        self._run()
        return self._report

    def next_due(self) -> float | None:
        """Return when the next remembered address is due; None when there is none."""
        watched = self._state.watched()
        return watched[0].due if watched else None

    def _add_root(self, address: Address, watched: bool) -> None:
        try:
            url = self._settings.guard.check_url(address.url)
        except FetchError as error:
            self._report.failed.append(str(error))
            return
        place = self._state.get(url) or Place(url, address.kind)
        if place.gone:
            self._report.failed.append(f"{url}: it answered 410 (gone) before and is not asked again")
            return
        self._push(_Task(place, replace(address, url=url), root=True))

    def _add_listed(self, address: Address, depth: int) -> bool:
        """Queue a page that a list names, unless it was fetched and has not changed since."""
        try:
            url = self._settings.guard.check_url(address.url)
        except FetchError as error:
            self._report.failed.append(str(error))
            return False
        since, day = self._settings.since, address.published.end
        if since and day and day < since:
            return False
        place = self._state.get(url) or Place(url, address.kind)
        listed = address.published.text or ""
        seen = place.status in (200, 203, 402, 404, 410) or place.gone
        if url in self._queued or (seen and address.kind == "page" and place.listed == listed):
            return False
        task = _Task(replace(place, listed=listed), replace(address, url=url), depth=depth)
        self._push(task)
        return True

    # The queue

    def _push(self, task: _Task) -> None:
        self._queued.add(task.place.url)
        self._turn += 1
        heapq.heappush(self._queue, (task.ready, self._turn, task))

    def _run(self) -> None:
        while self._queue:
            task = self._next()
            wait = max(task.ready, self._host(task.place.current).ready) - self._clock()
            if wait > pace.LONGEST_WAIT:
                self._postpone(task, wait)
                continue
            if wait > 0:
                self._settings.tell(f"waiting {wait:.0f} s for {_host_of(task.place.current)}")
                self._settings.sleep(wait)
            self._settings.tell(f"asking {task.place.current}")
            self._do(task)
        self._queued.clear()

    def _next(self) -> _Task:
        """Take the task that can begin first; of those that can begin now, the one that came first."""
        now = self._clock()
        first: dict[str, tuple[float, int, int]] = {}
        for at, (ready, turn, task) in enumerate(self._queue):
            name = _host_of(task.place.current)
            begins = max(ready, self._host(task.place.current).ready, now)
            if name not in first or (begins, turn) < first[name][:2]:
                first[name] = (begins, turn, at)
        at = min(first.values())[2]
        task = self._queue[at][2]
        self._queue[at] = self._queue[-1]
        self._queue.pop()
        return task

    def _postpone(self, task: _Task, wait: float) -> None:
        place = replace(task.place, due=self._clock() + wait, failures=task.place.failures + 1)
        self._state.put(place)
        self._report.waiting += 1

    def _host(self, url: str) -> pace.Host:
        name = _host_of(url)
        if name not in self._hosts:
            self._hosts[name] = pace.Host(delay=self._settings.spacing)
        return self._hosts[name]

    # One address

    def _do(self, task: _Task) -> None:
        place = task.place
        try:
            answer, written, final, permanent = self._followed(task)
        except FetchError as error:
            self._failed(task, error)
            return
        place = self._moved(place, final, permanent)
        task.place = place
        now = self._clock()
        if answer.status in pace.RETRIED:
            after = pace.retry_after(answer.header("retry-after"), self._now())
            wait = self._host(answer.url).answered(now, answer.status, after)
            self._retry(
                task, wait, f"{place.current}: the server answered {answer.status}", answer.status
            )
            return
        self._host(answer.url).answered(now, answer.status, None)
        if answer.status == 410:
            self._state.put(replace(place, gone=True, status=410, asked=now, error="gone"))
            self._report.failed.append(f"{place.url}: gone (410); it is not asked again")
        elif answer.status == 304:
            self._unchanged(task, now)
        elif answer.status in (401, 402, 403, 451) or 200 <= answer.status < 300:
            self._taken(task, answer, written, now)
        else:
            self._refused(task, answer.status, now)

    def _followed(self, task: _Task) -> tuple[Fetched, Written, str, bool]:
        """Return the answer behind at most five redirects, where it is written, the address that it
        came from, and whether every redirect on the way was permanent."""
        place = task.place
        url, permanent = place.current, True
        for hop in range(MAX_REDIRECTS + 1):
            self._settings.guard.check_url(url)
            rules = self._robots.rules(url)
            host = self._host(url)
            delay = rules.delay(self._settings.agent)
            host.delay = max(self._settings.spacing, delay or 0.0)
            if not rules.allows(url, self._settings.agent):
                why = "cannot be had" if rules.closed else "forbids it"
                raise FetchError(f"{url}: the site's robots.txt {why}", "ask the outlet for leave")
            self._wait_for(url)
            answer = self._ask(url, self._conditions(task) if hop == 0 else {})
            written = self._warcs.write(answer)
            target = answer.header("location")
            if answer.status not in (301, 302, 303, 307, 308) or not target:
                return answer, written, url, permanent and hop > 0
            permanent = permanent and answer.status in (301, 308)
            try:
                url = urljoin(url, target)
            except ValueError as error:
                raise FetchError(f"{url}: it redirects to no address", "check it") from error
        raise FetchError(f"{place.url}: more than {MAX_REDIRECTS} redirects", "check the address")

    def _conditions(self, task: _Task) -> dict[str, str]:
        place, headers = task.place, {}
        if place.etag:
            headers["If-None-Match"] = place.etag
        if place.modified:
            headers["If-Modified-Since"] = place.modified
        return headers

    def _ask(self, url: str, headers: dict[str, str] | None = None) -> Fetched:
        self._wait_for(url)
        host = self._host(url)
        host.asked(self._clock())
        self._report.asked += 1
        return self._fetcher.get(url, headers)

    def _wait_for(self, url: str) -> None:
        wait = self._host(url).ready - self._clock()
        if wait > pace.LONGEST_WAIT:
            raise FetchError(f"{url}: its site is left alone for {wait:.0f} s", "run it again later")
        if wait > 0:
            self._settings.sleep(wait)

    def _moved(self, place: Place, final: str, permanent: bool) -> Place:
        if permanent and final != place.current:
            again = place.moved + 1 if final == place.moved_to else 1
            return replace(place, moved_to=final, moved=again)
        return place

    # What becomes of it

    def _unchanged(self, task: _Task, now: float) -> None:
        self._report.unchanged += 1
        interval = pace.next_interval(task.place.interval, 0)
        self._state.put(self._scheduled(replace(task.place, failures=0, error=""), now, interval))

    def _taken(self, task: _Task, answer: Fetched, written: Written, now: float) -> None:
        digest = blake2b(answer.body, digest_size=12).hexdigest()
        place = replace(
            task.place,
            etag=answer.header("etag"),
            modified=answer.header("last-modified"),
            status=answer.status,
            failures=0,
            error="",
        )
        if digest == place.digest and answer.status == 200:
            task.place = place
            self._unchanged(task, now)
            return
        place = replace(place, digest=digest)
        try:
            body = unpacked_body(_response(answer), place.url, MAX_XML)
        except InputError:
            body = b""
        kind = kind_of(body, urlsplit(place.current).path)
        found: int | None = None
        if kind in _LISTS:
            found = self._take_list(task, body)
        elif kind == "html" and task.root and urlsplit(place.current).path in ("", "/"):
            found = self._take_front_page(task, body)
        new = self._take_page(task, written) if found is None else found
        fresh = pace.max_age(answer.header("cache-control"))
        interval = pace.next_interval(place.interval, new, fresh_for=fresh)
        settled: Literal["page", "feed"] = "page" if found is None else "feed"
        self._state.put(self._scheduled(replace(place, kind=settled), now, interval))

    def _take_list(self, task: _Task, body: bytes) -> int | None:
        """Queue what a list names and return how many of it are new; None where it is no list."""
        if task.depth > MAX_MAPS:
            self._report.failed.append(f"{task.place.url}: sitemaps inside sitemaps")
            return 0
        name = urlsplit(task.place.current).path
        found, new = False, 0
        for one in addresses_of(io.BytesIO(body), task.place.url, name):
            if isinstance(one, InputError):
                if not found:
                    return None
                self._report.failed.append(str(one))
                continue
            found = True
            if new < self._settings.limit:
                new += self._add_listed(one, task.depth + 1)
        return new

    def _take_front_page(self, task: _Task, body: bytes) -> int:
        """Queue the feeds that a front page names, else the sitemaps of its robots.txt."""
        url = task.place.current
        maps = self._robots.rules(url).sitemaps()
        feeds = feeds_on_page(body.decode("utf-8", "replace"), url) or maps
        kind: Literal["feed", "sitemap"] = "feed" if feeds is not maps else "sitemap"
        new = sum(self._add_listed(Address(one, url, kind), 1) for one in feeds[:_FEEDS])
        if not feeds:
            self._report.failed.append(f"{url}: a front page that names no feed and no sitemap")
        return new

    def _take_page(self, task: _Task, written: Written) -> int:
        items = self._read(written.record, written.label)
        told = [_with_list(item, task.address) for item in items]
        new = self._keep(task.place.url, told)
        self._report.new += new
        problems = [str(item) for item in told if isinstance(item, InputError)]
        self._report.failed += [f"{task.place.url}: {problem}" for problem in problems]
        self._report.known += not new and not problems
        return new

    def _refused(self, task: _Task, status: int, now: float) -> None:
        failures = task.place.failures + 1
        interval = pace.after_failure(task.place.interval, failures)
        place = replace(task.place, status=status, failures=failures, error=f"status {status}")
        self._state.put(self._scheduled(place, now, interval))
        self._report.failed.append(f"{task.place.url}: the server answered {status}")

    def _failed(self, task: _Task, error: FetchError) -> None:
        if isinstance(error, NoAnswer):
            self._host(task.place.current).silent(self._clock())
        self._given_up(task, str(error), 0)

    def _retry(self, task: _Task, wait: float, why: str, status: int) -> None:
        task.attempts += 1
        if task.attempts >= pace.ATTEMPTS:
            self._given_up(task, why, status)
            return
        task.ready = self._clock() + wait
        self._push(task)

    def _given_up(self, task: _Task, why: str, status: int) -> None:
        now = self._clock()
        failures = task.place.failures + 1
        interval = pace.after_failure(task.place.interval, failures)
        place = replace(task.place, status=status, failures=failures, error=why[:300])
        self._state.put(self._scheduled(place, now, interval))
        self._report.failed.append(why)
        self._keep(task.place.url, [_unfetched(why)])

    def _scheduled(self, place: Place, now: float, interval: float) -> Place:
        shift = 1 + pace.JITTER * (2 * self._settings.chance() - 1)
        due = now + min(max(interval * shift, pace.SHORTEST), pace.LONGEST)
        return replace(place, asked=now, interval=interval, due=due)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)

    def close(self) -> None:
        """Close connections, files and the journal."""
        self._fetcher.close()
        self._warcs.close()
        self._state.close()

    def __enter__(self) -> Collector:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _host_of(url: str) -> str:
    return (urlsplit(url).netloc or "").lower()


def _response(answer: Fetched) -> Response:
    headers = tuple(
        (name.lower(), value) for name, value in answer.headers if name.lower() != "transfer-encoding"
    )
    return Response(answer.status, headers, answer.body)


def _with_list(item: Article | InputError, address: Address) -> Article | InputError:
    """Fill in what only the list says of a page: its date, where the page has none."""
    if isinstance(item, Article) and not item.published.known and address.published.known:
        return replace(item, published=address.published)
    return item


def _unfetched(why: str) -> InputError:
    what, _, remedy = why.partition("; ")
    return InputError(what, remedy)
