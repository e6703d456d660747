"""A raw page becomes an article: decoded, read in its form, with what its container says about it."""

from __future__ import annotations

import codecs
from dataclasses import replace
from hashlib import sha256

from detente.errors import EmptyInput, InputError, TooLarge
from detente.read.decode import Decoded, decode
from detente.read.html import article_of_html
from detente.read.inputs import Raw
from detente.read.limits import MAX_BYTES
from detente.read.pdf import document_of
from detente.read.text import Given, article_of_text
from detente.records import Article


def article_of(raw: Raw) -> Article | InputError:
    """Return the article of a raw page, or what is wrong with it. Never raises `InputError`."""
    try:
        article = _article(raw)
    except InputError as error:
        return error
    warnings = (*article.warnings, raw.note) if raw.note else article.warnings
    access = article.access if article.access != "unknown" else raw.given.access
    cut_off = article.cut_off or raw.cut_off
    return replace(article, access=access, cut_off=cut_off, warnings=warnings)


def _article(raw: Raw) -> Article:
    digest = raw.digest or _digest(raw.data)
    if raw.form == "pdf" and isinstance(raw.data, bytes):
        document = document_of(raw.data, raw.path)
        given = _with(raw.given, document.warnings)
        if document.title and not given.title:
            given = replace(given, title=document.title)
        return article_of_text(document.text, raw.path, digest, raw.format, "pdf", given)
    decoded = _decoded(raw)
    make = article_of_html if raw.form == "html" else article_of_text
    given = _with(raw.given, decoded.warnings)
    return make(decoded.text, raw.path, digest, raw.format, decoded.encoding, given)


def _decoded(raw: Raw) -> Decoded:
    if isinstance(raw.data, str):
        return Decoded(raw.data, "utf-8")
    if not raw.data.strip():
        raise EmptyInput(f"{raw.path}: the input is empty", "leave it out, or check how it was saved")
    if len(raw.data) > MAX_BYTES:
        what = f"{raw.path}: more than {MAX_BYTES // 1_000_000} MB, the limit for one article"
        raise TooLarge(what, "split it, or give a table (.jsonl, .csv) with one article a row")
    if raw.charset and (found := _declared(raw.data, raw.charset)):
        return found
    return decode(raw.data, raw.path, html=raw.form == "html")


def _declared(data: bytes, charset: str) -> Decoded | None:
    """Decode by what the container declares, where the bytes are no UTF-8: servers often declare a code
    page for pages in UTF-8, and never the other way round by accident."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return None
    name = "cp1252" if charset in ("iso-8859-1", "latin1", "latin-1", "us-ascii") else charset
    try:
        codec = codecs.lookup(name).name
        text = data.decode(codec)
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if "\x00" in text or not isinstance(text, str) else Decoded(text, codec)


def _with(given: Given, warnings: tuple[str, ...]) -> Given:
    return replace(given, warnings=(*given.warnings, *warnings)) if warnings else given


def _digest(data: bytes | str) -> str:
    return sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).hexdigest()
