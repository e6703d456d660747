"""One text or file becomes what it yields; no archive is made."""

from __future__ import annotations

from pathlib import Path

from detente.errors import EmptyInput, InputError
from detente.pipeline import extract_all
from detente.read import read_path, read_text
from detente.records import Extraction

_LONGEST_NAME = 1024


def read(what: str | Path) -> Extraction:
    """Return what one article yields, given as its text or as the path of a file; no archive is made.

    A `Path`, and a text of one line that is the name of a file, is read from the disk; every other
    text is the article itself. Raises InputError when it cannot be read, and when a file holds several
    articles, and RuntimeError, which names it, when a step breaks on it.

        detente.read("Ms Example met Mr Sample in Geneva on Monday.").meetings[0].place
    """
    if isinstance(what, Path) or _is_path(what):
        items = list(read_path(what))
        if len(items) != 1:
            raise InputError(
                f"{what}: {len(items)} articles in one file",
                "add it to an archive, which takes them all",
            )
        item = items[0]
        if isinstance(item, InputError):
            raise item
    elif what.strip():
        item = read_text(what)
    else:
        raise EmptyInput("the text is empty", "give the text of an article or the path of a file")
    return next(extract_all([item]))


def _is_path(text: str) -> bool:
    """Say whether a text names a file; one that looks like a name without blanks is taken for one."""
    if "\n" in text or len(text) > _LONGEST_NAME or not text.strip():
        return False
    looks_like_one = " " not in text and ("/" in text or "." in text.strip("."))
    return looks_like_one or Path(text).is_file()
