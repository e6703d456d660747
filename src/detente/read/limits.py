"""Caps on what is read, so that no input can cost more than a bounded time and memory.

An article is a few kilobytes; the caps lie far above any real page and far below what makes a parser
slow (extraction grows faster than linearly with elements and nesting).
"""

from __future__ import annotations

MAX_BYTES = 10_000_000
"""Bytes of one text or HTML file, and of one row of a table."""

MAX_TEXT = 500_000
"""Characters of one article's text; the annotator takes less than a million."""

MAX_LINE = 100_000
"""Characters of one line of a text."""

MAX_LINES = 50_000
"""Lines of one text."""

MAX_HTML = 5_000_000
"""Characters of one HTML page."""

MAX_ELEMENTS = 25_000
"""Elements of one HTML page."""

MAX_DEPTH = 250
"""Nesting of block elements of one HTML page; libxml2 stops at 256."""

MAX_INLINE_DEPTH = 1_500
"""Nesting of inline elements, which old pages often leave unclosed."""

MAX_ROWS = 5_000_000
"""Rows of one table."""
