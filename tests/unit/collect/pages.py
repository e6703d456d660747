"""Pages and feeds of the scripted site."""

from __future__ import annotations

from tests.unit.collect.site import Site
from tests.unit.read.pages import LEAD, SECOND, THIRD, html_page
from tests.unit.read.samples import rss

XML = {"Content-Type": "application/rss+xml"}


def story(title: str, words: str = LEAD) -> bytes:
    """Return a page with a text of its own."""
    return html_page(
        f"<article><h1>{title}</h1><p>{words}</p><p>{SECOND}</p><p>{THIRD}</p></article>",
        f"<title>{title}</title>",
    )


def feed(site: Site, *paths: str, stamp: str = "Tue, 26 Feb 2013 10:15:00 GMT") -> bytes:
    """Return a feed that links to these paths."""
    return rss(
        *(
            f"<title>{path}</title><link>{site.url(path)}</link><pubDate>{stamp}</pubDate>"
            for path in paths
        )
    )
