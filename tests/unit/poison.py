"""Readers for the tests of the worker: what they do is told by the words of the page."""

from __future__ import annotations

import os
import signal
import sys
import time

from detente.errors import InputError
from detente.read import Raw, article_of
from detente.records import Article


def read(raw: Raw) -> Article | InputError:
    """Read a page, unless it tells what else to do."""
    words = raw.data if isinstance(raw.data, bytes) else raw.data.encode()
    if b"POISON hang" in words:
        time.sleep(600)
    if b"POISON loop" in words:
        while True:
            pass
    if b"POISON memory" in words:
        return read(raw) if len(bytearray(8_000_000_000)) else article_of(raw)
    if b"POISON crash" in words:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"POISON exit" in words:
        os._exit(3)
    if b"POISON error" in words:
        raise KeyError("no such thing")
    if b"POISON recursion" in words:
        return read(raw)
    if b"POISON print" in words:
        sys.stdout.write("a library prints on standard output")
        sys.stdout.flush()
        os.write(1, b"and writes to it")
    return article_of(raw)
