"""Tables of articles: JSON Lines, JSON and CSV, one article a row.

| field | what it holds |
|---|---|
| `text` or `html` | the page, as text or as HTML; one of the two is needed |
| `title` | the headline |
| `outlet` | the outlet's name |
| `url` | the address |
| `published` | the day: ISO (`2013-02-26`, with or without a time) or printed (`February 26, 2013`) |
| `authors` | names: a list, or one string parted by `;` |
| `language` | ISO 639-1 code |

Other fields are ignored, with a warning. A row that cannot be read is yielded as an `InputError`
that names the file and the row, and the next row is read.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any, BinaryIO

from detente.errors import EmptyInput, InputError, NotText, TooLarge
from detente.read.decode import decode
from detente.read.html import article_of_html
from detente.read.limits import MAX_BYTES, MAX_ROWS
from detente.read.printed import dates_in
from detente.read.text import Format, Given, article_of_text
from detente.records import UNKNOWN_DATE, Article, When

FIELDS = ("text", "html", "title", "outlet", "url", "published", "authors", "language")
"""The fields that are read, in the order of the documentation."""

_REMEDY = f"give each row `text` or `html`; fields read are {', '.join(FIELDS)}"
_MB = MAX_BYTES // 1_000_000
_MAX_ROW_LINES = 5_000


def articles_of_jsonl(stream: BinaryIO, path: str) -> Iterator[Article | InputError]:
    """Yield an article or an error for every line of JSON Lines; empty lines are passed over.

    Memory is bounded by the longest line taken, not by the file.
    """
    number = 0
    seen = False
    while number < MAX_ROWS:
        line = stream.readline(MAX_BYTES + 1)
        if not line:
            break
        number += 1
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            yield TooLarge(f"{path}#{number}: the row is over {_MB} MB", "split the article")
            seen = True
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        seen = True
        yield _from_json(line, f"{path}#{number}")
    if not seen:
        yield EmptyInput(f"{path}: the table has no row", "leave it out, or check how it was saved")


def articles_of_json(data: bytes, path: str) -> Iterator[Article | InputError]:
    """Yield the articles of JSON: one object, a list of objects, or one object a line."""
    stripped = data.strip().removeprefix(b"\xef\xbb\xbf")
    if len(data) <= MAX_BYTES * 2 and (stripped.startswith(b"[") or stripped.endswith(b"}")):
        try:
            value = json.loads(stripped)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            yield _from_row(value, f"{path}#1", "jsonl")
            return
        if isinstance(value, list) and value:
            for number, row in enumerate(value, 1):
                yield _from_row(row, f"{path}#{number}", "jsonl")
            return
    yield from articles_of_jsonl(io.BytesIO(data), path)


def _from_json(line: bytes, path: str) -> Article | InputError:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return NotText(
            f"{path}: broken UTF-8 at byte {error.start} of the row", "save the table as UTF-8"
        )
    except ValueError as error:
        reason = str(error).splitlines()[0]
        return InputError(f"{path}: not a JSON object: {reason}", "correct or remove this row")
    except RecursionError:
        return TooLarge(f"{path}: JSON nested too deep", "correct or remove this row")
    return _from_row(value, path, "jsonl")


def csv_header(head: str) -> bool:
    """Say whether a text begins with a CSV header that names an article's text and another field."""
    first = head.lstrip("\ufeff").split("\n", 1)[0].strip().lower()
    if len(first) > 500 or not re.search(r"[,;\t]", first):
        return False
    names = {name.strip().strip('"') for name in re.split(r"[,;\t]", first)}
    return bool(names & {"text", "html"}) and len(names & set(FIELDS)) >= 2


def articles_of_csv(source: BinaryIO | bytes, path: str) -> Iterator[Article | InputError]:
    """Yield an article or an error for every row of a CSV table with a header.

    The delimiter is the comma, semicolon or tab that the header uses most.
    """
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    head = stream.read(MAX_BYTES // 10)
    if not head.strip():
        yield EmptyInput(f"{path}: the table is empty", "leave it out, or check how it was saved")
        return
    try:
        encoding = decode(_whole_characters(head), path).encoding
    except InputError as error:
        if b"\x00" in head or not csv_header(head[:2000].decode("utf-8", "replace")):
            yield error
            return
        encoding = "utf-8"  # some row is broken; each is asked on its own
    stream.seek(0)
    codec = "utf-8-sig" if encoding == "utf-8" else encoding
    lines = io.TextIOWrapper(stream, encoding=codec, errors="surrogateescape", newline="")
    try:
        yield from _csv_rows(lines, path)
    finally:
        lines.detach()


def _whole_characters(head: bytes) -> bytes:
    """Drop the bytes after the last line break, where a character may have been cut in two."""
    cut = head.rfind(b"\n")
    return head[: cut + 1] if cut > 0 and len(head) >= MAX_BYTES // 10 else head


def _csv_rows(lines: io.TextIOWrapper, path: str) -> Iterator[Article | InputError]:
    header_line = lines.readline(MAX_BYTES)
    delimiter = max(",;\t", key=header_line.count)
    header = [
        name.strip().strip("\ufeff")
        for name in next(csv.reader([header_line], delimiter=delimiter), [])
    ]
    names = [name.lower() for name in header]
    if not {"text", "html"} & set(names):
        found = ", ".join(header[:8]) or "nothing"
        yield InputError(
            f"{path}: the CSV header has no `text` or `html` field (found: {found[:120]})", _REMEDY
        )
        return
    old = csv.field_size_limit(MAX_BYTES)
    source = _Lines(lines)
    number = 0
    try:
        while number < MAX_ROWS:
            number += 1
            where = f"{path}#{number}"
            source.begin()
            try:
                row = next(csv.reader(source, delimiter=delimiter, strict=True))
            except StopIteration:
                break
            except csv.Error as error:
                source.take_back()
                yield InputError(
                    f"{where}: corrupt CSV row: {error}", "correct the quoting of this row"
                )
                continue
            if not any(cell.strip() for cell in row):
                number -= 1
                continue
            if len(row) != len(names):
                source.take_back()
                what = f"{where}: {len(row)} fields where the header has {len(names)}"
                yield InputError(what, "correct the quoting of this row")
                continue
            if any("\udc80" <= char <= "\udcff" for cell in row for char in cell):
                yield NotText(f"{where}: broken UTF-8 in this row", "save the table as UTF-8")
                continue
            cells = {name: cell for name, cell in zip(names, row, strict=True) if cell.strip()}
            yield _from_row(cells, where, "csv")
    finally:
        csv.field_size_limit(old)


class _Lines:
    """The lines of a table, of which those of a corrupt row but its first can be read again.

    A quotation mark that is never closed makes a CSV reader take every row below for one field.
    """

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self._stream = stream
        self._again: deque[str] = deque()
        self._taken: list[str] = []

    def begin(self) -> None:
        """Forget the lines of the row before."""
        self._taken = []

    def take_back(self) -> None:
        """Let the lines of this row be read again, all but its first."""
        self._again.extendleft(reversed(self._taken[1:]))

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self._taken) > _MAX_ROW_LINES:
            raise StopIteration
        line = self._again.popleft() if self._again else self._stream.readline(MAX_BYTES)
        if not line:
            raise StopIteration
        self._taken.append(line)
        return line


def _from_row(row: object, path: str, form: Format) -> Article | InputError:
    if not isinstance(row, Mapping):
        return InputError(
            f"{path}: the row is {type(row).__name__}, not an object with fields", _REMEDY
        )
    try:
        return _article(row, path, form)
    except InputError as error:
        return error


def _article(row: Mapping[str, Any], path: str, form: Format) -> Article:
    page, is_html = row.get("text"), False
    if not isinstance(page, str) or not page.strip():
        page, is_html = row.get("html"), True
    if page is None or page == "":
        names = ", ".join(map(str, row)) or "nothing"
        raise EmptyInput(f"{path}: the row has no `text` or `html` (found: {names[:120]})", _REMEDY)
    if not isinstance(page, str):
        raise InputError(f"{path}: `text` or `html` is no string but {type(page).__name__}", _REMEDY)
    if len(page) > MAX_BYTES:
        raise TooLarge(f"{path}: the article is over {_MB} MB", "split it")
    if "\x00" in page:
        raise NotText(f"{path}: NUL character in the text: binary data", "correct or remove this row")
    warnings: list[str] = []
    unknown = sorted(str(name) for name in row if str(name) not in FIELDS)
    if unknown:
        warnings.append(f"fields not read: {', '.join(unknown)[:200]}")
    given = Given(
        title=_string(row, "title", warnings),
        outlet=_string(row, "outlet", warnings),
        url=_string(row, "url", warnings),
        published=_published(row.get("published"), warnings),
        authors=_authors(row.get("authors"), warnings),
        language=_language(row, warnings),
        warnings=tuple(warnings),
    )
    canonical = json.dumps(row, ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str)
    digest = sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
    page = page.encode("utf-8", "replace").decode("utf-8")
    make = article_of_html if is_html else article_of_text
    return make(page, path, digest, form, "utf-8", given)


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
    if isinstance(value, str):
        try:
            return When.day(
                datetime.fromisoformat(value.strip().replace("Z", "+00:00")).date(), "stated", value
            )
        except ValueError:
            for _, when in dates_in(value):
                return when
    warnings.append(f"`published` is no date: {str(value)[:40]!r}")
    return UNKNOWN_DATE
