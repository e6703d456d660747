"""The engine: same results from one process and from two; what breaks is isolated."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest

from detente import engine
from detente.engine import Failed, describe, map_chunks


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


def doubled(numbers: tuple[int, ...], prepared: list[int] | None = None) -> list[int]:
    return [2 * n for n in numbers] if prepared is None else prepared


def doubles(numbers: tuple[int, ...]) -> list[int]:
    return [2 * n for n in numbers]


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 3, 4, 5, 23])
def test_what_is_prepared_changes_no_result(processes: int, count: int) -> None:
    if processes == 2 and count != 5:
        pytest.skip("starting processes is slow; one covers it")
    found = map_chunks(doubled, range(count), processes=processes, chunk=4, prepare=doubles)
    assert list(found) == doubles(tuple(range(count)))


def test_the_next_chunk_is_prepared_in_a_thread_while_this_one_is_at_work() -> None:
    here = threading.get_ident()
    began = {4: threading.Event()}
    threads: set[int] = set()

    def prepare(numbers: tuple[int, ...]) -> list[int]:
        threads.add(threading.get_ident())
        began.setdefault(numbers[0], threading.Event()).set()
        return doubles(numbers)

    def work(numbers: tuple[int, ...], prepared: list[int]) -> list[int]:
        if numbers[0] == 0:
            assert began[4].wait(10)
        return prepared

    assert list(map_chunks(work, range(8), chunk=4, prepare=prepare)) == doubles(tuple(range(8)))
    assert threads
    assert here not in threads


def test_one_chunk_starts_no_thread() -> None:
    def prepare(_: tuple[int, ...]) -> list[int]:
        raise AssertionError

    assert list(map_chunks(doubled, range(4), chunk=4, prepare=prepare)) == [0, 2, 4, 6]


def test_no_more_than_the_next_chunk_is_prepared() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for n in range(100):
            taken.append(n)
            yield n

    results = map_chunks(doubled, numbers(), chunk=5, prepare=doubles)
    assert [next(results) for _ in range(5)] == [0, 2, 4, 6, 8]
    assert len(taken) == 10
    results.close()  # type: ignore[attr-defined]


def test_a_chunk_that_cannot_be_prepared_is_left_to_the_function() -> None:
    def prepare(numbers: tuple[int, ...]) -> list[int]:
        if 6 in numbers:
            raise MemoryError("no more")
        return doubles(numbers)

    assert list(map_chunks(doubled, range(12), chunk=4, prepare=prepare)) == doubles(tuple(range(12)))


def test_an_item_fails_alone_where_its_chunk_was_prepared() -> None:
    def work(numbers: tuple[int, ...], prepared: list[int] | None = None) -> list[int]:
        if 6 in numbers:
            raise ValueError("six")
        return doubled(numbers, prepared)

    found = list(map_chunks(work, range(12), chunk=4, prepare=doubles))
    assert found[6] == Failed(6, "ValueError: six")
    assert [one for one in found if not isinstance(one, Failed)] == [2 * n for n in range(12) if n != 6]


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
