"""How often: the space between two requests to a host, and between two looks at a list.

The numbers are those that crawlers of news keep to (Media Cloud's fetcher: five seconds a host, half a
minute after a 429, ten minutes after a connection that fails).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

SPACING = 5.0
"""Seconds between the starts of two requests to one host."""
LONGEST_DELAY = 120.0
"""The longest `Crawl-delay` that is kept to; a longer one is kept to as this."""
FIRST_BACK_OFF = 30.0
"""Seconds after the first answer that asks to wait; doubled at each further one."""
LONGEST_BACK_OFF = 3_600.0
LONGEST_WAIT = 300.0
"""An address that has to wait longer is left for a later run."""
DOWN = 600.0
"""Seconds for which a host that does not answer is left alone."""
LONGEST_RETRY_AFTER = 86_400.0
RETRIED = frozenset({408, 429, 500, 502, 503, 504, 522, 524})
"""Statuses after which the same address is asked again."""
SLOW_DOWN = frozenset({429, 503})
"""Statuses after which the whole host is left alone for a while."""
ATTEMPTS = 3
"""Requests for one address in one run, redirects apart."""

SHORTEST = 900.0
"""Seconds between two looks at a list: a quarter of an hour at least."""
LONGEST = 86_400.0
"""A day at most."""
FIRST = 3_600.0
"""An hour for a list whose pace is not known yet."""
JITTER = 0.1
"""Share of an interval by which a look may be early or late, so that not all come at once."""


@dataclass(slots=True)
class Host:
    """When a host may be asked again. Times are those of the collector's clock."""

    ready: float = 0.0
    """The earliest start of the next request."""
    delay: float = SPACING
    """Seconds between two starts."""
    trouble: int = 0
    """Answers in a row that asked to wait."""

    def asked(self, now: float) -> None:
        """Note that a request begins."""
        self.ready = max(self.ready, now + self.delay)

    def answered(self, now: float, status: int, retry_after: float | None) -> float:
        """Note an answer and return the seconds to wait before the same address is asked again."""
        if status not in RETRIED:
            self.trouble = 0
            return 0.0
        wait = min(FIRST_BACK_OFF * 2.0**self.trouble, LONGEST_BACK_OFF)
        if retry_after is not None:
            wait = min(max(retry_after, self.delay), LONGEST_RETRY_AFTER)
        if status in SLOW_DOWN:
            self.trouble += 1
            self.ready = max(self.ready, now + wait)
        return wait

    def silent(self, now: float) -> float:
        """Note a request without an answer and return the seconds for which the host is left alone."""
        self.ready = max(self.ready, now + DOWN)
        return DOWN


def retry_after(value: str, now: datetime) -> float | None:
    """Return the seconds that a `Retry-After` asks for; None where it says nothing.

    >>> retry_after("120", datetime(2013, 2, 26, tzinfo=UTC))
    120.0
    """
    text = value.strip()
    if re.fullmatch(r"\d{1,9}", text):
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())


def max_age(cache_control: str) -> float:
    """Return the seconds for which an answer says that it stays fresh; 0 where it says nothing.

    >>> max_age("public, max-age=1800")
    1800.0
    """
    found = re.search(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", cache_control, re.IGNORECASE)
    return float(found[1]) if found else 0.0


def next_interval(interval: float, new: int, *, fresh_for: float = 0.0) -> float:
    """Return the seconds until a list is asked again: fewer after news, more after none.

    >>> next_interval(3600, 5), next_interval(3600, 0), next_interval(0, 1), next_interval(80000, 0)
    (1800.0, 5400.0, 1800.0, 86400.0)
    """
    base = interval or FIRST
    return min(max(base * (0.5 if new else 1.5), SHORTEST, fresh_for), LONGEST)


def after_failure(interval: float, failures: int) -> float:
    """Return the seconds until a list that fails is asked again: twice as many each time.

    >>> after_failure(3600, 1), after_failure(3600, 2), after_failure(3600, 9)
    (3600.0, 7200.0, 86400.0)
    """
    return min(max(interval or FIRST, SHORTEST) * 2.0 ** (min(failures, 12) - 1), LONGEST)
