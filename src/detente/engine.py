"""A function over chunks is mapped over a batch: in this process, or over several.

    map_chunks(extract, articles, processes=2)

The function takes a tuple of items and returns a list with one result an item. It must be a function
of a module, because worker processes are started afresh (`spawn`: no lock or thread of this process is
copied into them) and import it. Results come in the order of the items and do not depend on the
number of processes; only a few chunks are under way at a time, so a batch may be larger than memory.

A chunk that fails, or that takes its process down with it, is tried again by halves, until the one
item that breaks it stands alone; that one comes back as a `Failed`, all others as results.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from detente.steady import stay_steady

Item = TypeVar("Item")
Result = TypeVar("Result")
CHUNK = 16
"""Items a chunk: enough for the parser to batch, few enough that a stop loses little."""
_IN_FLIGHT = 2
"""Chunks under way for each process: one at work, one waiting."""
_CHUNKS_BEFORE_RENEWAL = 200
"""After so many chunks for each process the pool is renewed, so that what a library does not give
back cannot pile up."""


@dataclass(frozen=True, slots=True)
class Failed(Generic[Item]):
    """An item for which the function gave no result."""

    item: Item
    """The item."""
    error: str
    """Class and message of the error, or that the process died."""


Chunk = tuple[Item, ...]
Function = Callable[[Chunk[Item]], list[Result]]


def map_chunks(
    function: Function[Item, Result],
    items: Iterable[Item],
    *,
    processes: int = 1,
    chunk: int = CHUNK,
) -> Iterator[Result | Failed[Item]]:
    """Yield one result, or `Failed`, for each item, in order.

    One process means this one. Raises ValueError when `processes` or `chunk` is not positive.

    >>> list(map_chunks(lambda numbers: [1 / n for n in numbers], [1, 2, 0, 4], chunk=3))
    [1.0, 0.5, Failed(item=0, error='ZeroDivisionError: division by zero'), 0.25]
    """
    if processes < 1 or chunk < 1:
        raise ValueError(f"processes and chunk must be at least 1, not {processes} and {chunk}")
    chunks = _chunked(items, chunk)
    if processes == 1:
        for one in chunks:
            yield from _in_process(function, one)
    else:
        yield from _over_processes(function, chunks, processes)


class _Alarm(BaseException):
    """Rung inside a function; no exception, so that nothing in between takes it for one of its own."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TimeoutError from a block of code that has taken so many seconds.

    The limit holds in the main thread of a process, where the system has alarms: in the processes of a
    pool, and in a command. In other threads, and on Windows, there is none. A call of compiled code is
    ended first; a pattern (`re`) stops at once. Inside such a block only the limit of the inner one
    holds.

    >>> with limited(60):
    ...     done = sum(range(10))
    >>> done
    45
    """
    main = threading.current_thread() is threading.main_thread()
    if not (main and hasattr(signal, "setitimer")):
        yield
        return

    def ring(_number: int, _frame: object) -> None:
        raise _Alarm

    handler = signal.signal(signal.SIGALRM, ring)
    left, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    began = time.monotonic()
    try:
        yield
    except _Alarm:
        raise TimeoutError(f"it took more than {seconds:g} seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if left:  # the alarm that was set before rings at its time, or at once
            spent = time.monotonic() - began
            signal.setitimer(signal.ITIMER_REAL, max(0.001, left - spent))


def _chunked(items: Iterable[Item], size: int) -> Iterator[Chunk[Item]]:
    rest = iter(items)
    while one := tuple(islice(rest, size)):
        yield one


def _in_process(
    function: Function[Item, Result], chunk: Chunk[Item]
) -> Iterator[Result | Failed[Item]]:
    try:
        found = _checked(function(chunk), chunk)
    except Exception as error:  # noqa: BLE001 - whatever breaks on one item is told as its failure
        if len(chunk) == 1:
            yield Failed(chunk[0], describe(error))
            return
        for half in _halves(chunk):
            yield from _in_process(function, half)
    else:
        yield from found


def describe(error: BaseException) -> str:
    """Return the class and message of an error, on one line.

    >>> describe(KeyError("x"))
    "KeyError: 'x'"
    """
    return f"{type(error).__name__}: {' '.join(str(error).split())}"


def _checked(results: list[Result], chunk: Chunk[Item]) -> list[Result]:
    if len(results) != len(chunk):
        raise ValueError(f"{len(results)} results for {len(chunk)} items")
    return results


def _halves(chunk: Chunk[Item]) -> tuple[Chunk[Item], Chunk[Item]]:
    middle = len(chunk) // 2
    return chunk[:middle], chunk[middle:]


def _over_processes(
    function: Function[Item, Result], chunks: Iterator[Chunk[Item]], processes: int
) -> Iterator[Result | Failed[Item]]:
    pool = _Pool(processes)
    flying: deque[tuple[Chunk[Item], Future[list[Result]]]] = deque()
    done = 0
    try:
        while True:
            worn = done >= _CHUNKS_BEFORE_RENEWAL * processes
            while not worn and len(flying) < processes * _IN_FLIGHT:
                if (one := next(chunks, None)) is None:
                    break
                flying.append((one, pool.submit(function, one)))
            if worn and not flying:
                pool.renew()
                done = 0
                continue
            if not flying:
                return
            chunk, future = flying.popleft()
            try:
                found = _checked(future.result(), chunk)
            except BrokenExecutor:
                # Any chunk under way may be the one that killed its process: each is tried alone.
                suspects = [chunk, *(other for other, _ in flying)]
                flying.clear()
                pool.renew()
                for suspect in suspects:
                    yield from _alone(function, suspect, pool)
            except Exception as error:  # noqa: BLE001 - told as the failure of one item
                yield from _split(function, chunk, pool, error)
            else:
                yield from found
            done += 1
    finally:
        pool.close()


def _alone(
    function: Function[Item, Result], chunk: Chunk[Item], pool: _Pool
) -> Iterator[Result | Failed[Item]]:
    """Yield the results of one chunk while nothing else is under way."""
    try:
        found = _checked(pool.submit(function, chunk).result(), chunk)
    except BrokenExecutor:
        pool.renew()
        yield from _split(function, chunk, pool, RuntimeError("the process died on it"))
    except Exception as error:  # noqa: BLE001 - told as the failure of one item
        yield from _split(function, chunk, pool, error)
    else:
        yield from found


def _split(
    function: Function[Item, Result], chunk: Chunk[Item], pool: _Pool, error: Exception
) -> Iterator[Result | Failed[Item]]:
    if len(chunk) == 1:
        yield Failed(chunk[0], describe(error))
        return
    for half in _halves(chunk):
        yield from _alone(function, half, pool)


class _Pool:
    """Worker processes that can be replaced."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._processes, context, initializer=stay_steady)

    def submit(self, function: Function[Item, Result], chunk: Chunk[Item]) -> Future[list[Result]]:
        try:
            return self._executor.submit(function, chunk)
        except BrokenExecutor:
            broken: Future[list[Result]] = Future()
            broken.set_exception(BrokenExecutor("a process of the pool died"))
            return broken

    def renew(self) -> None:
        self.close()
        self._executor = self._start()

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)
