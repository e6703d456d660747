"""Text becomes what may stand in a cell or line that leaves the house: no formula, no address.

Two rules, each one function, for files, pages and the API alike.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula in Excel, LibreOffice or Google Sheets, also in the full-width forms that
spreadsheets of East Asia take for the same signs (OWASP, "CSV Injection")."""
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?", re.UNICODE)


def safe_cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet reads as a formula: an apostrophe goes before it.

    Blanks before the sign do not help it, as some programs trim them. Numbers are no texts: give them
    to the writer as they are.

    >>> safe_cell('=HYPERLINK("http://example.com")'), safe_cell("- so he said"), safe_cell("a = b")
    ('\\'=HYPERLINK("http://example.com")', "'- so he said", 'a = b')
    """
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def csv_line(values: Iterable[Any]) -> str:
    """Return values as a line of RFC 4180 without its line break; texts pass through `safe_cell`.

    None is an empty cell, a truth value `true` or `false`, a day its ISO text.

    >>> csv_line(["a, b", None, True, -1.5, date(2013, 2, 26), "@here"])
    '"a, b",,true,-1.5,2013-02-26,\\'@here'
    """
    out = io.StringIO()
    # The writer quotes a cell for the line break in it only where that ends its lines.
    csv.writer(out, lineterminator="\r\n").writerow([_cell(value) for value in values])
    return out.getvalue().removesuffix("\r\n")


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    return safe_cell(value) if isinstance(value, str) else value


def withheld(text: str) -> str:
    """Return a text with every e-mail address as asterisks, as many as it has characters.

    What an author's address is for is to be written to by readers of the page; a file that is handed on
    keeps it to itself. The length stays, so that ranges of characters keep pointing at their words.

    >>> withheld("Write to ann@example.org.")
    'Write to ***************.'
    """
    return _ADDRESS.sub(lambda found: "*" * len(found[0]), text) if "@" in text else text


def withheld_in(value: Any) -> Any:
    """Return plain data (dicts, lists, scalars) with `withheld` applied to every text in it."""
    if isinstance(value, str):
        return withheld(value)
    if isinstance(value, dict):
        return {key: withheld_in(item) for key, item in value.items()}
    if isinstance(value, list):
        return [withheld_in(item) for item in value]
    return value
