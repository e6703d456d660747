"""The head of a text file becomes fields: front matter, or the head of a reader service's copy.

Notes and clippings in Markdown begin with fields between two lines of `---`; copies made by reader
services begin with `Title:`, `URL Source:` and `Published Time:` before `Markdown Content:`. Both are
about the page and no part of it. Only simple fields are read (a value a line, lists, quotation marks);
a file whose head is anything else is left as it is, whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

MOST = 20_000
"""Characters within which a head must end."""
_FENCE = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.+)$")
_COPY = re.compile(
    r"\A\ufeff?Title: .{1,500}\r?\n(?:.{0,2000}\r?\n){1,20}?Markdown Content:[ \t]*\r?\n"
)
_LINKED = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)
_NAMES = {
    "title": "title", "headline": "title",
    "outlet": "outlet", "site": "outlet", "site_name": "outlet", "sitename": "outlet",
    "publication": "outlet", "publisher": "outlet", "newspaper": "outlet", "website": "outlet",
    "source": "source", "url": "url", "link": "url", "source_url": "url", "url_source": "url",
    "canonical": "url", "permalink": "url",
    "date": "published", "published": "published", "published_at": "published",
    "published_time": "published", "pubdate": "published", "date_published": "published",
    "author": "authors", "authors": "authors", "byline": "authors",
    "language": "language", "lang": "language",
}  # fmt: skip


def head_of(text: str) -> tuple[dict[str, Any], str] | None:
    """Return the fields of a text's head, by our names, and the text after it; None where it has none.

    A head without any field that we know is no head: a text may begin with a rule.

    >>> head_of("---\\ntitle: A visit\\nauthor: [Ada Sample, Bo Lind]\\n---\\nThey met.\\n")
    ({'title': 'A visit', 'authors': ['Ada Sample', 'Bo Lind']}, 'They met.\\n')
    >>> head_of("They met.") is None
    True
    """
    begins = text[: MOST + 10]
    if match := _FENCE.match(begins):
        fields = dict(_ours(_fields(match[1])))
    elif match := _COPY.match(begins):
        fields = dict(_ours(_fields(match[0])))
    else:
        return None
    return (fields, text[match.end() :]) if fields else None


def _fields(head: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the fields of a head with their values, in order."""
    name, values = "", list[str]()
    for line in head.splitlines():
        if item := _ITEM.match(line):
            values.append(_bare(item[1]))
        elif field := _FIELD.match(line):
            if name:
                yield name, values
            name, values = field[1], _values((field[2] or "").strip())
    if name:
        yield name, values


def _values(text: str) -> list[str]:
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        return [_bare(one) for one in text[1:-1].split(",") if one.strip()]
    return [_bare(text)] if text else []


def _bare(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    return _LINKED.sub(r"\1", text).strip()


def _ours(fields: Iterator[tuple[str, list[str]]]) -> Iterator[tuple[str, Any]]:
    """Yield known fields by our names; `source` is an address or an outlet, as its value says."""
    seen: set[str] = set()
    for name, values in fields:
        ours = _NAMES.get(re.sub(r"[ .-]+", "_", name.strip().lower()))
        values = [value for value in values if value]
        if ours is None or not values:
            continue
        if ours == "source":
            ours = "url" if _ADDRESS.match(values[0]) else "outlet"
        if ours not in seen:
            seen.add(ours)
            yield ours, values if ours == "authors" else values[0]
