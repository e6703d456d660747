"""What a file holds before any of it is read as an article: raw pages, and addresses of pages.

Opening a file is cheap and yields `Raw` and `InputError`; reading a raw page (`articles.article_of`) is
what costs. The two are apart so that a page which cannot be read in time costs only itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from detente.errors import Skipped
from detente.read.text import Format, Given
from detente.records import UNKNOWN_DATE, When

Form = Literal["text", "html", "pdf"]
"""How the bytes of a page are read."""
FETCH = "`detente fetch` collects the pages"


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one page, not read yet, and what is known of it from outside."""

    data: bytes | str
    """The page; text that is decoded already where its container says how."""
    path: str
    """Its name in messages and in `Article.path`: `file`, `file#row`, `file#member`."""
    form: Form = "text"
    """How it is read."""
    format: Format = "text"
    """`Article.format`."""
    given: Given = field(default_factory=Given)
    """What the container says about it."""
    digest: str | None = None
    """SHA-256 that makes the id; None for that of `data`."""
    charset: str | None = None
    """The encoding that its container declares; tried where the bytes are no UTF-8."""
    cut_off: bool = False
    """Whether the container says that this copy stops early (a teaser of a feed, HTTP 402)."""
    note: str | None = None
    """A warning for the article."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address that a list names, and what the list says about the page there."""

    url: str
    """As written, without white space around it."""
    path: str
    """Where it was read: `file#entry`."""
    kind: Literal["page", "feed", "sitemap", "unknown"] = "page"
    """What should be found there."""
    title: str | None = None
    """The headline, or the name of the feed."""
    outlet: str | None = None
    """The outlet's name."""
    published: When = UNKNOWN_DATE
    """The day of publication."""


class Passed:
    """Counts what a container holds that is no article, for one message at its end."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._reasons: Counter[str] = Counter()

    def add(self, reason: str, count: int = 1) -> None:
        """Count something that was passed over; `reason` is a plural noun: "pictures"."""
        self._reasons[reason] += count

    def told(self, remedy: str = "") -> tuple[Skipped, ...]:
        """Return one message on all of them; nothing where nothing was passed over."""
        if not self._reasons:
            return ()
        number = sum(self._reasons.values())
        reasons = ", ".join(f"{reason} ({count:,})" for reason, count in self._reasons.most_common(12))
        words = "entry holds" if number == 1 else "entries hold"
        return (Skipped(f"{self._path}: {number:,} {words} no article: {reasons}", remedy),)


def listed(path: str, number: int, what: str, remedy: str = FETCH) -> Skipped:
    """Return the message for a list of addresses.

    >>> str(listed("a.opml", 2, "feed"))
    'a.opml: a list of 2 feeds, without their articles; `detente fetch` collects the pages'
    """
    ending = "" if number == 1 else "es" if what.endswith("s") else "s"
    plural = f"{number:,} {what}{ending}"
    return Skipped(f"{path}: a list of {plural}, without their articles", remedy)


def merged(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    """Return both tables as one; a value of the first that is not empty wins."""
    return {**second, **{name: value for name, value in first.items() if value not in (None, "", [])}}
