"""What was read of many inputs is gathered, written some at a time, and reported.

An archive takes articles in transactions of a few, so that what was read before a stop is kept; an
input that could not be read is noted, and noted as read when it is added again and was mended.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from detente.errors import InputError, NotText, Skipped
from detente.records import Article

Keep = Callable[
    [Sequence[Article], Mapping[str, Sequence[InputError]]], tuple[Sequence[str], Sequence[str]]
]
"""Writes articles, and the errors of inputs that were read to their end; returns the ids of the
articles that are new and of those that were there."""
_AT_ONCE = 64
"""Articles of one transaction: what comes together from an outlet is read beside each other once."""
_CHARACTERS_AT_ONCE = 4_000_000
"""What the articles of one transaction hold, so that books do not fill the memory."""
_FAILURES_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of the inputs that were added."""

    new: tuple[str, ...]
    """Ids of the articles that were not in the archive."""
    known: tuple[str, ...]
    """Ids of the articles that were there already."""
    failed: tuple[InputError, ...]
    """Why an input, or an entry of one, could not be read; each names it and a remedy."""
    skipped: tuple[Skipped, ...] = ()
    """What is no article by its nature: lists of addresses, pictures, redirects."""


class Adding:
    """What is gathered while inputs are read; written some articles at a time."""

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        self._waiting: list[Article] = []
        self._characters = 0
        self._of_input: dict[str, list[InputError]] = {}
        self._finished: dict[str, list[InputError]] = {}
        self._new: list[str] = []
        self._known: list[str] = []
        self._failed: list[InputError] = []
        self._skipped: list[Skipped] = []

    def take(self, name: str, item: Article | InputError) -> None:
        """Take in what was read of an input."""
        problem = item if isinstance(item, InputError) else _unstorable(item)
        if isinstance(problem, Skipped):
            self._skipped.append(problem)
        elif problem is not None:
            self._failed.append(problem)
            self._of_input.setdefault(name, []).append(problem)
        elif isinstance(item, Article):
            self._waiting.append(item)
            self._characters += len(item.text)
        if len(self._waiting) >= _AT_ONCE or self._characters >= _CHARACTERS_AT_ONCE:
            self._write()

    def finished(self, name: str) -> None:
        """Note that an input was read to its end."""
        self._finished[name] = self._of_input.pop(name, [])
        if len(self._finished) >= _FAILURES_AT_ONCE:
            self._write()

    def report(self) -> AddReport:
        """Write what is left and return what became of all."""
        self._write()
        known = tuple(dict.fromkeys(self._known))
        return AddReport(tuple(self._new), known, tuple(self._failed), tuple(self._skipped))

    def _write(self) -> None:
        if self._waiting or self._finished:
            new, known = self._keep(self._waiting, self._finished)
            self._new += new
            self._known += known
            self._waiting, self._finished, self._characters = [], {}, 0


def _unstorable(article: Article) -> InputError | None:
    """Return why an article cannot be kept: half a character of UTF-16 has no UTF-8."""
    try:
        article.text.encode("utf-8")
    except UnicodeEncodeError as error:
        return NotText(
            f"{article.path}: character {error.start} is no character", "save it again as UTF-8"
        )
    return None
