"""What is costly to read is kept until the archive changes: a few records of a few relationships."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from fastapi import Request

from detente.interfaces.server.reading import stamp

T = TypeVar("T")
_MOST = 24


class Memory:
    """Values by key, each for one state of the archive; the longest unused are forgotten."""

    def __init__(self, db: str, most: int = _MOST) -> None:
        self._db = db
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[str, object]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is kept under a key, else make it; never kept where changes cannot be seen."""
        now = stamp(self._db)
        with self._lock:
            found = self._kept.get(key)
            if found and now and found[0] == now:
                self._kept.move_to_end(key)
                return cast(T, found[1])
        made = make()
        if now:
            with self._lock:
                self._kept[key] = (now, made)
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return made


def memory_of(request: Request) -> Memory:
    """Return the memory of the application that answers a request."""
    memory: Memory = request.app.state.memory
    return memory
