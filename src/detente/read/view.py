"""What a reader would read of an article, with the way back to every printed character."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.document import Paragraph, View
from detente.read.glue import lost_spaces
from detente.read.markup import Piece, pieces
from detente.read.rows import key_of
from detente.records import Article, LineRole

_READ = frozenset({"title", "dek", "caption", "subhead", "body"})
_OPEN_END = re.compile(r"""(?:[.!?…:;]["'”’»)\]]*|["”»)\]])\s*$""")
_HYPHEN = re.compile(r"[a-zà-þ]-$")


@dataclass(slots=True)
class _Draft:
    """A paragraph in the making."""

    role: LineRole
    pieces: list[Piece]
    text: str
    wrapped: bool


def body_view(article: Article) -> View:
    """Return the readable text of an article: title once, dek, captions, subheads and paragraphs.

    Captions come without their credit. A paragraph that was broken in mid-sentence is joined: its
    first part ends without punctuation and the next begins in lower case. Spaces that were lost
    between words are put in where that is safe (see `detente.read.glue`). Nothing else is added and
    `Article.text` is not touched: `View.to_raw` leads back to it. An article without text gives an
    empty view.
    """
    drafts: list[_Draft] = []
    seen_title = False
    for line in article.lines:
        if line.role not in _READ:
            continue
        start, end = line.start, line.end
        if line.role == "title":
            if seen_title or not _is_the_title(article, start, end):
                continue
            seen_title = True
            start, end = _title_range(article, start, end)
        elif line.role == "caption":
            start, end = _caption_range(article, start, end)
        found = list(pieces(article.text[start:end], start))
        if not found:
            continue
        words = _words(article.text, found)
        target = _continued(drafts, line.role, line.reason, words)
        if target is None:
            drafts.append(_Draft(line.role, found, words, line.reason.endswith(WRAPPED)))
        else:
            if not _HYPHEN.search(target.text) or not words[:1].islower():
                target.pieces.append((-1, 1))
                target.text += " "
            target.pieces.extend(found)
            target.text += words
    return _assembled(article.text, drafts)


WRAPPED = ", wrapped"
"""The end of the reason of a line that goes on from the line above it."""


def _words(text: str, found: list[Piece]) -> str:
    return "".join(" " if start < 0 else text[start : start + length] for start, length in found)


def _is_the_title(article: Article, start: int, end: int) -> bool:
    """The line that holds the title as recorded; any title line when none does."""
    key = key_of(article.title or "")
    if not key or key in key_of(article.text[start:end]):
        return True
    titles = (line for line in article.lines if line.role == "title")
    return not any(key in key_of(article.text[line.start : line.end]) for line in titles)


def _title_range(article: Article, start: int, end: int) -> tuple[int, int]:
    """The headline inside its line, without the outlet's name beside it."""
    if article.title:
        at = article.text.find(article.title, start, end)
        if at >= 0:
            return at, at + len(article.title)
    return start, end


def _caption_range(article: Article, start: int, end: int) -> tuple[int, int]:
    for caption in article.captions:
        if start <= caption.start and caption.end <= end:
            return caption.start, caption.end
    return start, end


def _continued(drafts: list[_Draft], role: LineRole, reason: str, words: str) -> _Draft | None:
    """Return the paragraph that a line goes on from, None when it starts one of its own."""
    if not drafts:
        return None
    if reason.endswith(WRAPPED):
        return drafts[-1] if drafts[-1].role == role else None
    if role != "body":
        return None
    before = next((draft for draft in reversed(drafts) if draft.role == "body"), None)
    if before is None or drafts[-1].role not in ("body", "caption"):
        return None
    if _OPEN_END.search(before.text) or not words[:1].islower():
        return None
    if before.text.endswith(",") and len(before.text.split()) < 12:
        return None  # the lines of a poem stay lines
    return before if len(before.text.split()) >= 6 else None


def _assembled(raw: str, drafts: list[_Draft]) -> View:
    text: list[str] = []
    at = 0
    segments: list[tuple[int, int, int]] = []
    paragraphs: list[Paragraph] = []
    for draft in drafts:
        if text:
            text.append("\n\n")
            at += 2
        began = at
        for start, length in _parted(raw, draft.pieces):
            if start < 0:
                text.append(" ")
                at += 1
                continue
            if (
                segments
                and segments[-1][0] + segments[-1][2] == at
                and segments[-1][1] + segments[-1][2] == start
            ):
                seen, first, before = segments.pop()
                segments.append((seen, first, before + length))
            else:
                segments.append((at, start, length))
            text.append(raw[start : start + length])
            at += length
        paragraphs.append(Paragraph(began, at, draft.role))
    return View("".join(text), tuple(segments), tuple(paragraphs))


def _parted(raw: str, found: list[Piece]) -> list[Piece]:
    """Put a space in where words run together."""
    out: list[Piece] = []
    words = _words(raw, found)
    cuts = list(lost_spaces(words))
    if not cuts:
        return found
    at = 0
    for start, length in found:
        if start < 0:
            out.append((start, length))
            at += 1
            continue
        offset = 0
        for cut in cuts:
            if at + offset < cut < at + length:
                out.append((start + offset, cut - at - offset))
                out.append((-1, 1))
                offset = cut - at
            elif cut == at and out and out[-1][0] >= 0:
                out.append((-1, 1))
        out.append((start + offset, length - offset))
        at += length
    return out
