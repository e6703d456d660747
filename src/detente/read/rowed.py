"""Rows of tables become raw pages, or addresses where they name a page and hold none of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from detente.errors import EmptyInput, InputError, NotText, TooLarge
from detente.read.exports import Renamed, renamed
from detente.read.inputs import FETCH, Address, Passed, Raw
from detente.read.limits import MAX_BYTES, MAX_ENTRIES
from detente.read.stamps import stamped
from detente.read.tables import FIELDS, ROW_REMEDY, Row
from detente.read.text import Format, Given
from detente.records import UNKNOWN_DATE, When

_MB = MAX_BYTES // 1_000_000
_ABSTRACT = "only the abstract of a citation, not the article"


def raws_of_rows(
    rows: Iterable[Row | InputError], path: str, format: Format
) -> Iterator[Raw | InputError]:
    """Yield a raw page for each row that holds one, an error for each that should, and one message on
    the rows of exports that name a page and hold nothing of it."""
    passed = Passed(path)
    for row in rows:
        if isinstance(row, InputError):
            yield row
            continue
        where, fields = row
        found = renamed(fields)
        if reason := _without_text(fields, found):
            passed.add(reason)
            continue
        try:
            if found:
                kind: Format = "citation" if found.export == "citation" else format
                yield _raw(found.row, fields, where, kind, ())
            else:
                yield _raw(fields, fields, where, format, _not_read(fields))
        except InputError as error:
            yield error
    yield from passed.told(FETCH)


def addresses_of_rows(rows: Iterable[Row | InputError], path: str) -> Iterator[Address | InputError]:
    """Yield the address of each row that names one, each once."""
    seen: set[str] = set()
    for row in rows:
        if isinstance(row, InputError):
            yield row
            continue
        where, fields = row
        found = renamed(fields)
        names = found.row if found else fields
        url = names.get("url")
        if not isinstance(url, str) or not re.match(r"https?://\S+$", url.strip(), re.IGNORECASE):
            continue
        url = url.strip()
        if url in seen:
            continue
        seen.add(url)
        if len(seen) > MAX_ENTRIES:
            yield TooLarge(f"{path}: more than {MAX_ENTRIES:,} addresses", "split it")
            return
        title, outlet = (_string(names, name, []) for name in ("title", "outlet"))
        yield Address(url, where, "page", title, outlet, stamped(names.get("published")))


def _without_text(fields: Mapping[str, Any], found: Renamed | None) -> str | None:
    """Return what a row is that names a page and holds nothing of it; None for other rows."""
    row = found.row if found else fields
    if row.get("text") or row.get("html"):
        return None
    if found:
        if found.export == "citation":
            return "citations without abstract"
        return f"addresses of a {found.export} export"
    return "addresses without text" if re.match(r"https?://\S", str(row.get("url", ""))) else None


def _not_read(row: Mapping[str, Any]) -> tuple[str, ...]:
    unknown = sorted(str(name) for name in row if str(name) not in FIELDS)
    return (f"fields not read: {', '.join(unknown)[:200]}",) if unknown else ()


def _raw(
    row: Mapping[str, Any],
    whole: Mapping[str, Any],
    path: str,
    format: Format,
    odd: tuple[str, ...],
) -> Raw:
    page, is_html = row.get("text"), False
    if not isinstance(page, str) or not page.strip():
        page, is_html = row.get("html"), True
    if page is None and row.get("text") not in (None, ""):
        page = row["text"]  # a number, a list: what is said below of what is no string
    if page is None or page == "" or (isinstance(page, str) and not page.strip()):
        names = ", ".join(map(str, whole)) or "nothing"
        raise EmptyInput(f"{path}: the row has no `text` or `html` (found: {names[:120]})", ROW_REMEDY)
    if not isinstance(page, str):
        raise InputError(f"{path}: `text` or `html` is no string but {type(page).__name__}", ROW_REMEDY)
    if len(page) > MAX_BYTES:
        raise TooLarge(f"{path}: the article is over {_MB} MB", "split it")
    if "\x00" in page:
        raise NotText(f"{path}: NUL character in the text: binary data", "correct or remove this row")
    given = given_by(row, odd)
    canonical = json.dumps(whole, ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str)
    digest = sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
    page = page.encode("utf-8", "replace").decode("utf-8")
    cited = format == "citation"
    return Raw(
        page,
        path,
        "html" if is_html else "text",
        format,
        given,
        digest,
        cut_off=cited,
        note=_ABSTRACT if cited else None,
    )


def given_by(row: Mapping[str, Any], odd: Iterable[str] = ()) -> Given:
    """Return what fields by our names say of an article; a value that cannot be read is a warning.

    >>> given_by({"title": "A  visit", "authors": "Ada Sample and Bo Lind"}).authors
    ('Ada Sample', 'Bo Lind')
    """
    warnings = list(odd)
    return Given(
        title=_string(row, "title", warnings),
        outlet=_string(row, "outlet", warnings),
        url=_string(row, "url", warnings),
        published=_published(row.get("published"), warnings),
        authors=_authors(row.get("authors"), warnings),
        language=_language(row, warnings),
        warnings=tuple(warnings),
    )


def _string(row: Mapping[str, Any], name: str, warnings: list[str]) -> str | None:
    value = row.get(name)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        warnings.append(f"`{name}` is no string but {type(value).__name__}: not read")
        return None
    return " ".join(value.split())


def _language(row: Mapping[str, Any], warnings: list[str]) -> str | None:
    value = _string(row, "language", warnings)
    if value is None:
        return None
    code = re.match(r"^([a-z]{2})(?:[-_]\w+)*$", value.lower())
    if code is None:
        warnings.append(f"`language` is no ISO 639-1 code: {value[:40]!r}")
    return code[1] if code else None


def _authors(value: object, warnings: list[str]) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        value = re.split(r"\s*;\s*", value) if ";" in value else re.split(r"\s*,\s*|\s+and\s+", value)
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        warnings.append("`authors` is neither a string nor a list of strings: not read")
        return ()
    return tuple(dict.fromkeys(" ".join(name.split()) for name in value if name.strip()))


def _published(value: object, warnings: list[str]) -> When:
    if value is None or value == "":
        return UNKNOWN_DATE
    when = stamped(value) if isinstance(value, str) else UNKNOWN_DATE
    if not when.known:
        warnings.append(f"`published` is no date: {str(value)[:40]!r}")
    return when
