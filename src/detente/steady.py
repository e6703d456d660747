"""A long run of work without what the interpreter and its libraries do on the side.

    with steady():
        build()

Two things cost a build a tenth of its time and more, and give it nothing:

- The collector of cycles looks through every object again and again, the language model and the
  registry among them. While a run lasts, what was there before it is left out of that search
  (`gc.freeze`), and it comes after a hundred thousand new objects, not seven hundred.
- NumPy spreads each small product of matrices over all cores, and they wait for each other: on a
  machine that does anything else, or beside a second worker process, that is slower than one thread.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = (100_000, 20, 50)
"""New objects after which each generation is searched."""


@contextmanager
def steady() -> Iterator[None]:
    """Keep the collector and NumPy's threads quiet for a run of work; leave both as they were.

    Memory stays bounded: cycles are still found, later, those from before the run when it is over. Runs
    may lie within each other. A collector that the caller switched off stays off.

    >>> before = gc.get_threshold()
    >>> with steady():
    ...     gc.get_threshold() == before
    False
    >>> gc.get_threshold() == before
    True
    """
    from threadpoolctl import threadpool_limits

    before = gc.get_threshold()
    if before == _OBJECTS:
        yield
        return
    gc.freeze()
    gc.set_threshold(*_OBJECTS)
    try:
        with threadpool_limits(1):
            yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def stay_steady() -> None:
    """Keep the collector and NumPy's threads quiet to the end of this process: for worker processes."""
    from threadpoolctl import threadpool_limits

    gc.set_threshold(*_OBJECTS)
    threadpool_limits(1)  # holds until it is told to restore
