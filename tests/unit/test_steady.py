"""A steady run leaves the interpreter as it found it, however it ends."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Iterator

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from detente.steady import stay_steady, steady


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def threads() -> set[int]:
    """Return how many threads each pool of this process may use."""
    np.ones((2, 2)) @ np.ones((2, 2))
    return {pool["num_threads"] for pool in threadpool_info()}


def test_collector_and_threads_are_quiet_within_and_as_before_after() -> None:
    before, pools = gc.get_threshold(), threads()
    with steady():
        assert gc.get_threshold()[0] > before[0]
        assert threads() == {1}
        assert gc.get_freeze_count() > 0
    assert (gc.get_threshold(), threads(), gc.get_freeze_count()) == (before, pools, 0)


def test_an_error_leaves_everything_as_before() -> None:
    before = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), steady():
        1 / 0  # noqa: B018
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_runs_within_each_other_end_with_the_outer_one() -> None:
    before = gc.get_threshold()
    with steady():
        inside = gc.get_threshold()
        with steady():
            assert gc.get_threshold() == inside
        assert gc.get_threshold() == inside
        assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == before


@pytest.mark.parametrize("enabled", [True, False])
def test_a_collector_that_is_off_stays_off(enabled: bool) -> None:
    was = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with steady():
            assert gc.isenabled() is enabled
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was else gc.disable)()


def test_cycles_are_still_found() -> None:
    class Knot:
        pass

    with steady():
        for _ in range(250_000):
            knot = Knot()
            knot.self = knot  # type: ignore[attr-defined]
        del knot
        alive = sum(isinstance(one, Knot) for one in gc.get_objects())
    assert alive < 150_000


def _settled() -> tuple[bool, set[int]]:
    before = gc.get_threshold()
    stay_steady()
    gc.collect()
    return gc.get_threshold() > before, threads()


def test_a_worker_process_stays_quiet() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_settled) == (True, {1})
