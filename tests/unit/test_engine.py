"""The engine: same results from one process and from two; what breaks is isolated."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from detente import engine
from detente.engine import Failed, describe, limited, map_chunks


def squares(numbers: tuple[int, ...]) -> list[int]:
    return [n * n for n in numbers]


def squares_of_positive(numbers: tuple[int, ...]) -> list[int]:
    if any(n < 0 for n in numbers):
        raise ValueError("a negative\nnumber")
    return squares(numbers)


def dies_on_thirteen(numbers: tuple[int, ...]) -> list[int]:
    if 13 in numbers:
        os._exit(3)
    return squares(numbers)


def process_of(numbers: tuple[int, ...]) -> list[int]:
    return [os.getpid() for _ in numbers]


def forgets_one(numbers: tuple[int, ...]) -> list[int]:
    return squares(numbers)[: 1 if 5 in numbers else None] if len(numbers) > 1 else squares(numbers)


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("chunk", [1, 4, 100])
def test_results_come_in_order(processes: int, chunk: int) -> None:
    if processes == 2 and chunk == 1:
        pytest.skip("starting processes is slow; the others cover it")
    found = list(map_chunks(squares, range(23), processes=processes, chunk=chunk))
    assert found == [n * n for n in range(23)]


@pytest.mark.parametrize("processes", [1, 2])
def test_an_item_that_raises_fails_alone(processes: int) -> None:
    numbers = [1, 2, -3, 4, 5, 6, -7]
    found = list(map_chunks(squares_of_positive, numbers, processes=processes, chunk=4))
    failed = "ValueError: a negative number"
    assert found == [1, 4, Failed(-3, failed), 16, 25, 36, Failed(-7, failed)]


def test_an_item_that_kills_its_process_fails_alone() -> None:
    found = list(map_chunks(dies_on_thirteen, range(20), processes=2, chunk=6))
    expected: list[object] = [n * n for n in range(20)]
    expected[13] = Failed(13, "RuntimeError: the process died on it")
    assert found == expected


def test_results_that_are_missing_are_asked_for_again() -> None:
    assert list(map_chunks(forgets_one, range(8), chunk=8)) == [n * n for n in range(8)]


def test_items_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def numbers() -> object:
        for n in range(100):
            taken.append(n)
            yield n

    results = map_chunks(squares, numbers(), chunk=5)  # type: ignore[arg-type]
    assert [next(results) for _ in range(3)] == [0, 1, 4]
    assert len(taken) == 5


def test_worn_processes_are_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_CHUNKS_BEFORE_RENEWAL", 1)
    found = list(map_chunks(process_of, range(8), processes=2, chunk=1))
    assert len(set(found)) > 2  # type: ignore[arg-type]


def test_no_items_no_results() -> None:
    assert list(map_chunks(squares, [], processes=2)) == []


@pytest.mark.parametrize(("processes", "chunk"), [(0, 1), (1, 0), (-1, 1)])
def test_numbers_must_be_positive(processes: int, chunk: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        list(map_chunks(squares, [1], processes=processes, chunk=chunk))


def test_an_error_is_described_on_one_line() -> None:
    assert describe(ValueError("a\n  b")) == "ValueError: a b"


def for_ever() -> None:
    while True:
        pass


def swallows_errors() -> None:
    while True:
        with suppress(Exception):  # as careless code does
            time.sleep(1)


def bad_pattern() -> None:
    re.fullmatch(r"(?:a|a|aa)+b", "a" * 200)


@pytest.mark.parametrize("body", [for_ever, swallows_errors, bad_pattern, lambda: time.sleep(600)])
def test_a_block_that_takes_too_long_is_ended(body: Callable[[], None]) -> None:
    with pytest.raises(TimeoutError, match=r"more than 0\.05 seconds"), limited(0.05):
        body()


def test_what_ends_in_time_is_left_alone() -> None:
    with limited(60):
        done = squares((3,))
    assert done == [9]
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_an_error_inside_is_told_as_it_is() -> None:
    with pytest.raises(KeyError), limited(60):
        raise KeyError("x")
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_the_alarm_of_others_comes_back() -> None:
    rung: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda number, _: rung.append(number))
    signal.setitimer(signal.ITIMER_REAL, 500)
    try:
        with limited(60):
            pass
        left, _ = signal.getitimer(signal.ITIMER_REAL)
        assert 0 < left <= 500
        signal.raise_signal(signal.SIGALRM)
        assert rung == [signal.SIGALRM]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_other_threads_have_no_limit() -> None:
    found: list[int] = []

    def run() -> None:
        with limited(0.001):
            found.extend(squares(tuple(range(20_000))))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert len(found) == 20_000


def loops_on_thirteen(numbers: tuple[int, ...]) -> list[int]:
    found = []
    for number in numbers:
        with limited(0.05 if number == 13 else 60):
            while number == 13:
                pass
            found.append(number * number)
    return found


@pytest.mark.parametrize("processes", [1, 2])
def test_an_item_that_takes_too_long_fails_alone(processes: int) -> None:
    found = list(map_chunks(loops_on_thirteen, range(20), processes=processes, chunk=6))
    expected: list[object] = [n * n for n in range(20)]
    expected[13] = Failed(13, "TimeoutError: it took more than 0.05 seconds")
    assert found == expected
