"""Inputs are read in a process of their own, which has so much time an article and so much memory.

    with reading(["page.html", "news.warc.gz"]) as found:
        for path, item in found: ...

HTML, PDF and mail are parsed by libraries whose time and memory nobody bounds. Here they run in a child
process under a limit of memory (RLIMIT_AS); the parent waits so many seconds for each article and then
kills the child. What was being read comes back as `Poison`, with the reason, and a fresh child goes on
with the next entry of the same file: an input costs itself and nothing else.

The child is not a sandbox: it bounds what an input costs, not what a broken parser could be made to do.
It is this program started again with `python -c`, so that a script without `if __name__ ==
"__main__"` may use it. One child is kept for the next call and ends with this process.
"""

from __future__ import annotations

import atexit
import gc
import os
import pickle
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import Any, BinaryIO, cast

from detente.errors import InputError, Poison
from detente.read import Raw, article_of, open_bytes, open_path
from detente.read.names import shown
from detente.records import Article

SECONDS = 60.0
"""How long one article may take; a long one takes well under a second."""
MEMORY = 2_000_000_000
"""Bytes of address space of a child: an article needs a few million, the libraries 400."""
_AFTER = 2_000
"""Articles after which a child is replaced: what a library does not give back cannot pile up."""
_OPENING = 10
"""An archive may hold so many times more than an article before the first page in it."""
_STDIN = 200_000_000
_SIZE = struct.Struct("!Q")
_REMEDY = "leave it out, and please report it as a defect if it is an ordinary page"

Opener = Callable[[Any], Iterator[Raw | InputError]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article may cost."""

    seconds: float = SECONDS
    """Wall-clock time."""
    memory: int = MEMORY
    """Bytes of address space of the child; 0 for no limit."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file, or the bytes of one, to be read."""

    label: str
    """Its name in messages."""
    data: bytes | None = None
    """Its bytes; None for those of the file with the name `label`."""
    kind: str | None = None
    """Its format, where it is known."""


class Reader:
    """Reads inputs in a child process. One at a time; `close` it, or use it in a `with`."""

    def __init__(self, limits: Limits | None = None, article_of: str = "") -> None:
        """`article_of` names another function to read a raw page with, `module:name`; for tests."""
        self.limits = limits or Limits()
        self._function = article_of
        self._child: _Child | None = None

    def read(self, task: Task) -> Iterator[Article | InputError]:
        """Yield what a file holds, as `detente.read.read_path` does, each entry within the limits."""
        done = 0
        while True:
            child = self._started()
            child.send(("read", str(Path.cwd()), task, done))
            failure: str | None = None
            label: str | None = None
            while True:
                opening = label is None
                message = child.receive(self.limits.seconds * (_OPENING if opening else 1))
                if isinstance(message, str):
                    failure = message
                    break
                what, value = message
                if what == "end":
                    return
                if what == "begin":
                    label = value
                    continue
                done += 1
                child.articles += 1
                label = None
                yield value
            self.close(kill=True)
            yield Poison(f"{label or shown(task.label)}: {failure}", _REMEDY)
            if label is None:
                return  # it broke while it was opened: its entries cannot be told apart
            done += 1

    def _started(self) -> _Child:
        if self._child and self._child.articles >= _AFTER:
            self.close()
        if self._child is None:
            self._child = _Child(self.limits, self._function)
        return self._child

    def close(self, *, kill: bool = False) -> None:
        """End the child; closing twice does nothing."""
        child, self._child = self._child, None
        if child:
            child.end(kill=kill)

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Child:
    """The process at the other end of two pipes. Messages are pickles with their length before them."""

    def __init__(self, limits: Limits, function: str) -> None:
        code = (
            f"import sys; sys.path[:] = {sys.path!r}; from detente.worker import serve; "
            f"serve({limits.memory!r}, {function!r})"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,  # Ctrl-C is for the parent, which then ends the child
        )
        self._selector = DefaultSelector()
        self._selector.register(cast(BinaryIO, self._process.stdout), EVENT_READ)
        self._buffer = bytearray()
        self.articles = 0

    def send(self, message: object) -> None:
        stdin = cast(BinaryIO, self._process.stdin)
        data = pickle.dumps(message)
        with suppress(BrokenPipeError):  # a child that is gone is found out when it is asked
            view = memoryview(_SIZE.pack(len(data)) + data)
            while view:
                view = view[stdin.write(view) :]

    def receive(self, seconds: float) -> tuple[str, Any] | str:
        """Return the next message, or why there is none."""
        until = time.monotonic() + seconds
        size: int | None = None
        while True:
            if size is None and len(self._buffer) >= _SIZE.size:
                size = _SIZE.unpack(self._buffer[: _SIZE.size])[0]
            if size is not None and len(self._buffer) >= _SIZE.size + size:
                data = bytes(self._buffer[_SIZE.size : _SIZE.size + size])
                del self._buffer[: _SIZE.size + size]
                return cast("tuple[str, Any]", pickle.loads(data))
            left = until - time.monotonic()
            if left <= 0 or not self._selector.select(left):
                return f"reading it took more than {seconds:g} seconds"
            part = os.read(cast(BinaryIO, self._process.stdout).fileno(), 1 << 20)
            if not part:
                return self._gone()
            self._buffer += part

    def _gone(self) -> str:
        with suppress(subprocess.TimeoutExpired):
            code = self._process.wait(5)
            if code == _OUT_OF_MEMORY:
                return "reading it took more memory than one article may"
            return f"the reader died on it ({'signal' if code < 0 else 'exit code'} {abs(code)})"
        return "the reader died on it"

    def end(self, *, kill: bool) -> None:
        self._selector.close()
        process = self._process
        if kill:
            process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


_IDLE: list[Reader] = []
_LOCK = threading.Lock()


def read_each(paths: Sequence[str]) -> Iterator[tuple[int, Article | InputError]]:
    """Yield (index of its path, article or what is wrong) for everything that paths hold, in order.

    "-" is standard input. The child that reads is shared: it is started when first needed.
    """
    reader = _borrowed()
    sound = False
    try:
        for index, path in enumerate(paths):
            task = Task(path, sys.stdin.buffer.read(_STDIN)) if path == "-" else Task(path)
            for item in reader.read(task):
                yield index, item
        sound = True
    finally:
        _given_back(reader, sound)


def read_whole(data: bytes, label: str, kind: str | None = None) -> list[Article | InputError]:
    """Return what the bytes of a file hold."""
    reader = _borrowed()
    sound = False
    try:
        found = list(reader.read(Task(label, data, kind)))
        sound = True
        return found
    finally:
        _given_back(reader, sound)


def _borrowed() -> Reader:
    with _LOCK:
        return _IDLE.pop() if _IDLE else Reader()


def _given_back(reader: Reader, sound: bool) -> None:
    """Keep one reader for the next call; one that was left in the middle of a file is ended."""
    if not sound:
        reader.close(kill=True)
    with _LOCK:
        if _IDLE:
            reader.close()
        else:
            _IDLE.append(reader)


@atexit.register
def _close_idle() -> None:
    while _IDLE:
        _IDLE.pop().close(kill=True)


# The child's side

_OUT_OF_MEMORY = 77
_COLLECTED = (50_000, 20, 20)
"""How many new objects the child's collector of circles waits for: one article makes so many, and a
look through all of them at every 700 costs a twentieth of the time."""


def serve(memory: int, function: str) -> None:
    """Read what comes in on standard input until it ends; this is what the child runs."""
    stdin, stdout = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the messages
    read_one = _function(function) if function else article_of
    _limit(memory)
    gc.set_threshold(*_COLLECTED)  # trees and rows go when they are let go: few are in a circle
    while head := stdin.read(_SIZE.size):
        _, folder, task, skip = pickle.loads(stdin.read(_SIZE.unpack(head)[0]))
        with suppress(OSError):
            os.chdir(folder)
        try:
            _serve_one(task, skip, read_one, lambda what, value: _send(stdout, what, value))
        except MemoryError:
            os._exit(_OUT_OF_MEMORY)
        except BrokenPipeError:
            return
        _send(stdout, "end", None)


def _serve_one(
    task: Task,
    skip: int,
    read_one: Callable[[Raw], Article | InputError],
    send: Callable[[str, object], None],
) -> None:
    raws = open_path(task.label) if task.data is None else open_bytes(task.data, task.label, task.kind)  # type: ignore[arg-type]
    for number, raw in enumerate(_sound(raws, task.label)):
        if number < skip:
            continue
        if isinstance(raw, InputError):
            send("item", raw)
            continue
        send("begin", raw.path)
        try:
            item = read_one(raw)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a defect of a reader costs one article
            item = _broken(raw.path, error)
        send("item", item)


def _sound(raws: Iterator[Raw | InputError], label: str) -> Iterator[Raw | InputError]:
    """Yield raw pages; a defect of the format's reader is told instead of the rest of the file."""
    try:
        yield from raws
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        yield _broken(shown(label), error)


def _broken(label: str, error: Exception) -> Poison:
    reason = f"{type(error).__name__}: {' '.join(str(error).split())}"[:200]
    return Poison(f"{label}: it broke the reader ({reason})", _REMEDY)


def _send(stream: BinaryIO, what: str, value: object) -> None:
    data = pickle.dumps((what, value))
    stream.write(_SIZE.pack(len(data)) + data)
    stream.flush()


def _limit(memory: int) -> None:
    if not memory:
        return
    try:
        import resource
    except ImportError:  # Windows has no such limit; that of time holds there too
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _function(name: str) -> Callable[[Raw], Article | InputError]:
    from importlib import import_module

    module, _, attribute = name.partition(":")
    return cast("Callable[[Raw], Article | InputError]", getattr(import_module(module), attribute))
