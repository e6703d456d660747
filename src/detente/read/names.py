"""Names of inputs as they are shown in messages."""

from __future__ import annotations


def shown(path: str) -> str:
    """Return a path that fits into one line of a message: control characters are escaped.

    >>> shown("a\\nb.txt")
    'a\\\\nb.txt'
    """
    text = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
