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

MAX_XML = 10_000_000
"""Bytes of one feed, sitemap or OPML file."""

MAX_XML_ELEMENTS = 300_000
"""Elements of one feed, sitemap or OPML file; a sitemap lists 50,000 pages at most."""

MAX_ENTRIES = 50_000
"""Entries of one feed, sitemap, OPML file or list of addresses."""

MAX_MAIL = 25_000_000
"""Bytes of one e-mail with its attachments."""

MAX_PARTS = 200
"""Parts of one e-mail, at every depth."""

MAX_PDF = 50_000_000
"""Bytes of one PDF document."""

MAX_PAGES = 300
"""Pages of one PDF document."""

MAX_MEMBERS = 100_000
"""Members of one ZIP archive."""

MAX_NESTING = 2
"""ZIP archives and compressed files inside each other."""

MAX_RATIO = 200
"""Bytes that one compressed byte may become, beyond the first `MAX_BYTES`. Pages pack 3 to 20 to one, a
bomb a thousand to one."""

MAX_UNPACKED = 64_000_000_000
"""Bytes that one compressed file may become, read as a stream."""
