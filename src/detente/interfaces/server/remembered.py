"""What is costly to read is kept until the archive changes: a few records of a few relationships."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from fastapi import Request

T = TypeVar("T")
_MOST = 64


class Memory:
    """Values by key, each for one state of the archive; the longest unused are forgotten."""

    def __init__(self, state: Callable[[], str], most: int = _MOST) -> None:
        self._state = state
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[str, object]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is kept under a key for the archive as it is now, else make it."""
        now = self._state()
        with self._lock:
            found = self._kept.get(key)
            if found and found[0] == now:
                self._kept.move_to_end(key)
                return cast(T, found[1])
        made = make()
        with self._lock:
            self._kept[key] = (now, made)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made

    def forget(self) -> None:
        """Keep nothing of what was made so far."""
        with self._lock:
            self._kept.clear()


def memory_of(request: Request) -> Memory:
    """Return the memory of the application that answers a request."""
    memory: Memory = request.app.state.memory
    return memory
