"""A PDF document becomes text: its pages in order, without the lines that repeat on every page.

It reads the text layer; a scan has none. Columns come in the order in which the file writes them. The
parser is written in Python and its time is not bounded by the size of the file, so this runs where time
and memory are (`detente.worker`).
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from dataclasses import dataclass

from detente.errors import EmptyInput, InputError, MissingExtra, NotText, TooLarge
from detente.read.limits import MAX_PAGES, MAX_PDF, MAX_TEXT

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
_ENDS = re.compile(r"""[.!?…:]["'”’»)\]]*$""")
_SURROGATES = re.compile("[\ud800-\udfff\x00]")
_ODD_TITLE = re.compile(
    r"^(?:untitled|microsoft|document\d*$|.*\.(?:docx?|pdf|indd|qxd|xml)$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a PDF document, and what it says about itself."""

    text: str
    """Its pages, an empty line between each two."""
    title: str | None
    """The title that its maker gave it, unless it is the name of a file."""
    warnings: tuple[str, ...]
    """What was left out."""


def document_of(data: bytes, path: str) -> Document:
    """Return the text of a PDF document.

    Raises `MissingExtra` without pypdf, `TooLarge` beyond the caps on bytes, pages and characters,
    `NotText` for a damaged or locked document, `EmptyInput` for one without a text layer.
    """
    try:
        import pypdf
    except ImportError as error:
        raise MissingExtra(
            f"{path}: no `pypdf` to read a PDF document", "`pip install 'detente[intake]'`"
        ) from error
    if len(data) > MAX_PDF:
        raise TooLarge(f"{path}: a PDF document over {MAX_PDF // 1_000_000} MB", "split it")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is odd in a file is told by its error
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotText(f"{path}: a PDF document that needs a password", "save it without one")
        count = len(reader.pages)
        if count > MAX_PAGES:
            raise TooLarge(f"{path}: {count:,} pages, the limit is {MAX_PAGES}", "split it")
        pages, size = [], 0
        for page in reader.pages:
            words = page.extract_text()
            size += len(words)
            if size > MAX_TEXT:
                raise TooLarge(f"{path}: more than {MAX_TEXT:,} characters", "split it")
            pages.append(words)
        title = _title(reader.metadata)
    except InputError:
        raise
    except MemoryError:
        raise
    except Exception as error:  # the parser breaks in many ways on damaged files
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise NotText(f"{path}: a damaged PDF document ({reason})", "save it again") from error
    text, left_out = _joined(pages)
    if not re.search(r"\w", text):
        raise EmptyInput(
            f"{path}: a PDF document without text, probably a scan", "recognise its text first (OCR)"
        )
    warnings = (f"{left_out} lines that repeat on the pages were left out",) if left_out else ()
    return Document(text, title, warnings)


def _title(metadata: object) -> str | None:
    title = getattr(metadata, "title", None)
    if not isinstance(title, str):
        return None
    title = " ".join(_SURROGATES.sub("", title).split())
    return title if len(title.split()) >= 2 and not _ODD_TITLE.match(title) else None


def _joined(pages: list[str]) -> tuple[str, int]:
    """Return the text of all pages, without page numbers and running heads, and how many lines those
    were. A head runs when it stands at the top or bottom of most pages, numbers in it apart."""
    parted = [
        [line.rstrip() for line in _SURROGATES.sub("", page).splitlines() if line.strip()]
        for page in pages
    ]
    seen = Counter(key for lines in parted for key in {_key(line) for line in _edges(lines)})
    running = {key for key, count in seen.items() if count >= 3 and count >= 0.6 * len(pages)}
    kept: list[list[str]] = []
    left_out = 0
    for lines in parted:
        edges = {id(line) for line in _edges(lines)}
        body = [
            line
            for line in lines
            if not (id(line) in edges and (_key(line) in running or _PAGE_NUMBER.match(line)))
        ]
        left_out += len(lines) - len(body)
        kept.append(body)
    return "\n\n".join(_paragraphs(kept)), left_out


def _paragraphs(pages: list[list[str]]) -> list[str]:
    """Join the lines of pages to paragraphs.

    A line goes on when the next word would not have fitted on it; one that does not end a sentence
    needs less than that.
    """
    widths = sorted(len(line) for lines in pages for line in lines)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    found: list[str] = []
    before = ""
    for lines in pages:
        for at, line in enumerate(lines):
            text = line.strip()
            if found and width >= 30 and _goes_on(before, text, width, within=at > 0):
                hyphen = found[-1].endswith("-") and text[:1].islower()
                found[-1] = found[-1][:-1] + text if hyphen else f"{found[-1]} {text}"
            else:
                found.append(text)
            before = line
    return found


def _goes_on(line: str, following: str, width: int, *, within: bool) -> bool:
    if _ENDS.search(line.rstrip()):
        return within and len(line) + 1 + len(following.split()[0]) > width
    return len(line) >= width * 0.7 or following[:1].islower()


def _edges(lines: list[str]) -> list[str]:
    return lines[:2] + lines[2:][-2:]


def _key(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split()).lower())
