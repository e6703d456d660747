"""Every error that detente raises on purpose, as one tree.

    DetenteError
    |-- InputError            one input could not be read; the others of its batch go on
    |   |-- UnreadableInput   no permission, not there, not a file
    |   |-- NotText           binary, or broken beyond decoding
    |   |-- TooLarge          over a size, line or nesting limit
    |   |-- EmptyInput        nothing in it that could be an article
    |   |-- Skipped             no article by its nature: a list of addresses, a picture, a redirect
    |   |-- Poison              reading it took too much time or memory, or broke the reader
    |   `-- MissingExtra        its format needs a package that is not installed
    |-- FetchError            an address could not be fetched, or may not be
    |-- ArchiveError          the archive file: missing, corrupt, newer than this program
    |-- UnknownName           a state, actor, article or row that nobody knows
    |   `-- QueryError          a search that cannot be understood, with the character where
    |-- RegistryError         a knowledge table that contradicts itself
    `-- EvidenceError         a row whose words are not where it says they are

A message says what was tried, on what, what exists, and what to do: `what` and `remedy` are kept
apart so that an interface can print both on one line.
"""

from __future__ import annotations


class DetenteError(Exception):
    """The root: `what` went wrong and on what, `remedy` says what the reader can do about it.

    >>> str(DetenteError("archive 'x.db': no such file", "run `detente init x.db`"))
    "archive 'x.db': no such file; run `detente init x.db`"
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        self.what = what
        self.remedy = remedy
        super().__init__(f"{what}; {remedy}" if remedy else what)

    def __reduce__(self) -> tuple[type[DetenteError], tuple[str, str]]:
        """Keep both parts when an error crosses a process boundary."""
        return (type(self), (self.what, self.remedy))


class InputError(DetenteError):
    """One input could not be read; a batch reports it and goes on with the others."""


class UnreadableInput(InputError):
    """The path is not there, is not a file, or may not be opened."""


class NotText(InputError):
    """The bytes are no text in any encoding that news is written in."""


class TooLarge(InputError):
    """The input is over a limit on bytes, line length, elements or nesting."""


class EmptyInput(InputError):
    """There is no text in the input that could be an article."""


class Skipped(InputError):
    """The input is no article by its nature: a list of addresses, a picture, a redirect.

    It is named, and does not count as a failure.
    """


class Poison(InputError):
    """Reading the input took more time or memory than one article may, or broke the reader."""


class MissingExtra(InputError):
    """The format needs a package that is not installed; the remedy names the extra."""


class FetchError(DetenteError):
    """An address could not be fetched, or may not be; a collection goes on with the others."""


class ArchiveError(DetenteError):
    """The archive file is missing, corrupt, or written by a newer detente."""


class UnknownName(DetenteError):
    """A state, actor, article or row was asked for that nobody knows."""


class QueryError(UnknownName):
    """A search cannot be understood; it says at which character, and what was expected there."""


class RegistryError(DetenteError):
    """A table of knowledge contradicts itself or names something that is not there."""


class EvidenceError(DetenteError):
    """The words of a row are not where the row says they are."""
