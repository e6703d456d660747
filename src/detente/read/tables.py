"""Tables: JSON Lines, JSON and CSV become rows, one article a row; `rowed` makes pages of them.

| field | what it holds |
|---|---|
| `text` or `html` | the page, as text or as HTML; one of the two is needed |
| `title` | the headline |
| `outlet` | the outlet's name |
| `url` | the address |
| `published` | the day: ISO (`2013-02-26`, with or without a time) or printed (`February 26, 2013`) |
| `authors` | names: a list, or one string parted by `;` |
| `language` | ISO 639-1 code |

Other fields are ignored, with a warning. Rows of exports that other programs make under names of
their own (`exports`) are read too. A row that cannot be read is yielded as an `InputError` that names
the file and the row, and the next row is read.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from detente.errors import EmptyInput, InputError, NotText, TooLarge
from detente.read.decode import decode
from detente.read.exports import gdelt_columns, is_export_header
from detente.read.limits import MAX_BYTES, MAX_ROWS

Row = tuple[str, Mapping[str, Any]]
"""Where a row stands, `file#number`, and its fields."""
FIELDS = ("text", "html", "title", "outlet", "url", "published", "authors", "language")
"""The fields that are read, in the order of the documentation."""

ROW_REMEDY = f"give each row `text` or `html`; fields read are {', '.join(FIELDS)}"
_MB = MAX_BYTES // 1_000_000
_MAX_ROW_LINES = 5_000
_LISTS = ("articles", "items", "stories", "matches")


def rows_of_jsonl(stream: BinaryIO, path: str) -> Iterator[Row | InputError]:
    """Yield a row or an error for every line of JSON Lines; empty lines are passed over.

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


def rows_of_json(data: bytes, path: str) -> Iterator[Row | InputError]:
    """Yield the rows of JSON: one object, a list of objects, or one object a line.

    A list may stand under the names that exports give it: `articles`, `items`, `stories`, `matches`.
    """
    stripped = data.strip().removeprefix(b"\xef\xbb\xbf")
    if len(data) <= MAX_BYTES * 2 and (stripped.startswith(b"[") or stripped.endswith(b"}")):
        try:
            value = json.loads(stripped)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            inside = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
            if inside is None or {"text", "html"} & value.keys():
                yield _checked(value, f"{path}#1")
                return
            value = inside
        if isinstance(value, list) and value:
            for number, row in enumerate(value, 1):
                yield _checked(row, f"{path}#{number}")
            return
    yield from rows_of_jsonl(io.BytesIO(data), path)


def _from_json(line: bytes, path: str) -> Row | InputError:
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
    return _checked(value, path)


def one_row_a_line(head: bytes) -> bool:
    """Say whether JSON begins with a row that ends with its line, and is no list under a name.

    >>> one_row_a_line(b'{"text": "a"}\\n{"text'), one_row_a_line(b'{"articles": []}')
    (True, False)
    """
    line, found, _ = head.partition(b"\n")
    if not found and len(line) > 500_000:
        return True
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and not any(isinstance(value.get(name), list) for name in _LISTS)


def _checked(row: object, path: str) -> Row | InputError:
    if isinstance(row, Mapping):
        return path, row
    return InputError(f"{path}: the row is {type(row).__name__}, not an object with fields", ROW_REMEDY)


def csv_header(head: str) -> bool:
    """Say whether a text begins with a CSV header that names an article's text and another field."""
    if gdelt_columns(head.split("\n", 1)[0]):
        return True
    first = head.lstrip("\ufeff").split("\n", 1)[0].strip().lower()
    if len(first) > 500 or not re.search(r"[,;\t]", first):
        return False
    names = [name.strip().strip('"') for name in re.split(r"[,;\t]", first)]
    ours = bool({*names} & {"text", "html"}) and len({*names} & {*FIELDS}) >= 2
    return ours or is_export_header(names)


def rows_of_csv(source: BinaryIO | bytes, path: str) -> Iterator[Row | InputError]:
    """Yield a row or an error for every row of a CSV table with a header.

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


def _csv_rows(lines: io.TextIOWrapper, path: str) -> Iterator[Row | InputError]:
    header_line = lines.readline(MAX_BYTES)
    source = _Lines(lines)
    names = gdelt_columns(header_line)
    delimiter, quoted = max(",;\t", key=header_line.count), True
    if names:  # GDELT's own tables have no header and no quoting
        delimiter, quoted = "\t", False
        source.put_back(header_line)
        header = names
    else:
        header = _header(header_line, delimiter)
        names = [name.lower() for name in header]
    if not {"text", "html", "url"} & {*names} and not is_export_header(names):
        found = ", ".join(header[:8]) or "nothing"
        yield InputError(
            f"{path}: the CSV header has no `text`, `html` or `url` field (found: {found[:120]})",
            ROW_REMEDY,
        )
        return
    old = csv.field_size_limit(MAX_BYTES)
    number = 0
    try:
        while number < MAX_ROWS:
            number += 1
            where = f"{path}#{number}"
            source.begin()
            try:
                row = next(
                    csv.reader(
                        source,
                        delimiter=delimiter,
                        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
                        strict=True,
                    )
                )
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
            yield where, cells
    finally:
        csv.field_size_limit(old)


def _header(line: str, delimiter: str) -> list[str]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [name.strip().strip("\ufeff") for name in cells]


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

    def put_back(self, line: str) -> None:
        """Let a line be read again before all others."""
        self._again.appendleft(line)

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
