"""HTML pages rendered to plain text as tools save them: the raw material of the `lines` task.

Three renderers, since each leaves other traces: Resiliparse as a full page and as its main content
(Bevendorff 2018), and a Markdown one with links, headings and bold as browsers' clippers write them.
"""

from __future__ import annotations

import re
from typing import Any

RENDERERS = ("full", "main", "markdown")
"""Resiliparse's full page, Resiliparse's main content, the full page as Markdown."""
_BLOCK_TAGS = """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody tfoot thead
    tr ul
"""
_DROPPED_TAGS = """
    script style noscript template svg math iframe object select option head textarea input video audio
"""
_BLOCKS, _DROPPED = frozenset(_BLOCK_TAGS.split()), frozenset(_DROPPED_TAGS.split())
_LAYOUT = re.compile(r"\n{3,}")


def render(markup: str, renderer: str) -> str:
    """Return a page as one of the `RENDERERS` prints it; "" when nothing is left of it."""
    if renderer == "markdown":
        return markdown_of(markup)
    from resiliparse.extract.html2text import extract_plain_text

    main = renderer == "main"
    return str(extract_plain_text(markup, preserve_formatting=True, main_content=main, alt_texts=False))


def markdown_of(markup: str) -> str:
    """Return a full page as Markdown: one block a line, empty lines between blocks.

    >>> markdown_of("<h2>Head</h2><p>Two <b>bold</b> words, <a href='/x'>a link</a>.</p>")
    '## Head\\n\\nTwo **bold** words, [a link](/x).'
    """
    from lxml import etree, html

    if not markup.strip():
        return ""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return ""
    blocks: list[str] = []
    _walk(tree, blocks, [], "")
    return _LAYOUT.sub("\n\n", "\n\n".join(blocks))


def _walk(element: Any, blocks: list[str], words: list[str], prefix: str) -> None:
    """Add the blocks of an element and those below it; what is open when a block ends is flushed."""
    for tag, text, mark in _events(element):
        if tag == "text":
            words.append(text)
        else:
            line = " ".join("".join(words).split())
            line = re.sub(r"\[\s*\]\([^)]*\)|\*\*\s*\*\*", "", line).strip()
            if re.search(r"\w", line):
                blocks.append(prefix + line)
            words.clear()
            prefix = mark
    rest = " ".join("".join(words).split())
    if rest:
        blocks.append(prefix + rest)


def _events(root: Any) -> Any:
    """Yield ("text", words, "") and ("block", "", Markdown mark) in the order of the page."""
    stack: list[tuple[Any, str]] = [(root, "open")]
    while stack:
        element, step = stack.pop()
        if isinstance(element, str):
            yield ("block", "", "") if step == "block" else ("text", element, "")
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if step == "tail":
            yield "text", element.tail or "", ""
            continue
        if not tag or tag in _DROPPED:
            continue
        closing: list[tuple[Any, str]] = []
        if tag in _BLOCKS:
            heading = "#" * int(tag[1]) + " " if re.fullmatch(r"h[1-6]", tag) else ""
            yield "block", "", heading or ("- " if tag == "li" else "")
            closing = [("", "block")]
        elif tag == "br":
            yield "block", "", ""
        elif tag == "a" and element.get("href"):
            yield "text", "[", ""
            closing = [(f"]({element.get('href').split('?')[0].replace(' ', '%20')[:200]})", "text")]
        elif tag in ("b", "strong"):
            yield "text", "**", ""
            closing = [("**", "text")]
        stack.extend(closing)
        for child in reversed(element):
            stack.append((child, "tail"))
            stack.append((child, "open"))
        yield "text", element.text or "", ""
