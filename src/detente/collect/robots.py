"""What a site lets be fetched, by its robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from detente.collect.fetching import Fetched
from detente.collect.pace import LONGEST_DELAY
from detente.errors import FetchError, MissingExtra

MAX_ROBOTS = 512_000
"""Bytes of a robots.txt that are read; the rest is passed over (RFC 9309, section 2.5)."""
_KEPT = 86_400.0
"""Seconds for which a robots.txt is kept."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site allows."""

    parsed: Any
    """Protego's rules; None where there are none."""
    closed: bool
    """Whether nothing may be fetched, because its rules could not be had."""
    until: float
    """When they are asked for again."""

    def allows(self, url: str, agent: str) -> bool:
        """Say whether an address may be fetched."""
        if self.closed:
            return False
        return self.parsed is None or bool(self.parsed.can_fetch(url, agent))

    def delay(self, agent: str) -> float | None:
        """Return the seconds that it wants between two requests; None where it does not say."""
        value = None if self.parsed is None else self.parsed.crawl_delay(agent)
        return None if value is None or value != value else min(max(float(value), 0.0), LONGEST_DELAY)

    def sitemaps(self) -> tuple[str, ...]:
        """Return the sitemaps that it names."""
        return () if self.parsed is None else tuple(self.parsed.sitemaps)


class Robots:
    """The rules of every site that was asked."""

    def __init__(self, get: Callable[[str], Fetched], clock: Callable[[], float]) -> None:
        self._get = get
        self._clock = clock
        self._of: dict[str, Rules] = {}

    def rules(self, url: str) -> Rules:
        """Return the rules of a site, asked for when they are not known or a day old.

        A site without rules (404) allows everything; one whose rules cannot be had (no answer, 5xx)
        allows nothing until it answers.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        known = self._of.get(site)
        if known and known.until > self._clock():
            return known
        self._of[site] = found = self._fetched(site)
        return found

    def _fetched(self, site: str) -> Rules:
        try:
            import protego
        except ImportError as error:
            raise MissingExtra(
                "no `protego` to read robots.txt with", "`pip install 'detente[intake]'`"
            ) from error
        now = self._clock()
        try:
            answer = self._get(f"{site}/robots.txt")
        except FetchError:
            return Rules(None, True, now + 600)
        if 200 <= answer.status < 300:
            text = answer.body[:MAX_ROBOTS].decode("utf-8-sig", "replace")
            return Rules(protego.Protego.parse(text), False, now + _KEPT)
        if 400 <= answer.status < 500 and answer.status != 429:
            return Rules(None, False, now + _KEPT)
        return Rules(None, True, now + 600)
