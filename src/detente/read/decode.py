"""Bytes become text: a byte-order mark, what the page declares, UTF-8, else a Windows code page.

UTF-8 that is broken is refused rather than patched: a replaced byte inside a name or a quotation
would be printed as the outlet's words. Only HTML pages, which browsers patch too, may hold a few.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from detente.errors import NotText

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"{\\rtf", "an RTF document"),
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_CONTROL = bytes({*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)})
_HIGH = re.compile(r"[^\x00-\x7f]")
_PUNCTUATION = frozenset("“”‘’„‚–—…•·«»€£¥©®™°§¶†¿¡½¼¾²³¹ªº‹›\xa0\xad")
_ODD_LETTERS = frozenset("ÿþðÞÐ×÷ƒˆ˜¤¦¨¬¯¸±¹µ")
_ALONE = frozenset("àáèéêìíòóôöùúûäüåøæÀÁÈÉÊÖÄÜÅØÆ")
_TRIED = "UTF-8 and the Windows code pages were tried"
_SAVE_AS = "save it as UTF-8 text or HTML"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that gave it, and what was odd."""

    text: str
    """The text without its byte-order mark; line breaks as they were."""
    encoding: str
    """Name of the codec: utf-8, cp1252, utf-16, ..."""
    warnings: tuple[str, ...] = ()
    """One sentence each."""


def decode(data: bytes, path: str, *, html: bool = False) -> Decoded:
    """Return the text of these bytes.

    It does not guess among the many national code pages: what is no UTF-8, declares nothing and is
    neither plausible cp1252 nor Russian is refused.

    Raises `NotText` for binary data and for broken UTF-8.

    >>> decode("Göteborg".encode("cp1252"), "a.txt").encoding
    'cp1252'
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise NotText(f"{path}: this is {kind}, not text", _SAVE_AS)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _broken(path, encoding, error.start) from error
            return _checked(text, encoding.removesuffix("-sig"), path)
    wide = _wide_encoding(data)
    if wide:
        try:
            return _checked(data.decode(wide), wide, path)
        except UnicodeDecodeError as error:
            raise _broken(path, wide, error.start) from error
    head = data[:100_000]
    control = len(head) - len(head.translate(None, _CONTROL))
    if control > (0 if b"\x00" in data else len(head) // 100):
        raise NotText(f"{path}: binary data (control bytes), not text", _SAVE_AS)
    if b"\x00" in data:
        raise NotText(f"{path}: NUL byte at {data.index(0)}: binary data, not text", _SAVE_AS)
    try:
        return _checked(data.decode("utf-8"), "utf-8", path)
    except UnicodeDecodeError as error:
        return _not_utf8(data, path, error.start, html=html)


def _checked(text: str, encoding: str, path: str) -> Decoded:
    """Refuse NULs inside wide encodings; flag replacement characters that are already in the text."""
    if "\x00" in text:
        raise NotText(f"{path}: NUL character at {text.index(chr(0))}: binary data", _SAVE_AS)
    lost = text.count("�")
    if lost:
        share = f"{lost} replacement characters ({lost / len(text):.2%} of the text)"
        return Decoded(text, encoding, (f"{share}: characters were lost before this copy was made",))
    return Decoded(text, encoding)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    head = data[:2000]
    if len(head) < 8 or b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _not_utf8(data: bytes, path: str, at: int, *, html: bool) -> Decoded:
    declared = _declared(data) if html else None
    if declared:
        try:
            return _checked(data.decode(declared), declared, path)
        except (UnicodeDecodeError, NotText):
            pass
    lenient = data.decode("utf-8", "replace")
    bad = lenient.count("�")
    good = len(_HIGH.findall(lenient)) - bad
    truncated = lenient.endswith("�") and bad == 1
    if good > bad or truncated or (good and not _plausible_western(data)):
        if html and bad <= max(3, len(lenient) // 1000):
            warning = f"{bad} broken bytes replaced: the page is not valid UTF-8"
            return Decoded(lenient, "utf-8", (warning,))
        raise _broken(path, "utf-8", at)
    if _plausible_western(data):
        return Decoded(data.decode("cp1252"), "cp1252", ("not UTF-8: read as cp1252",))
    russian = _russian(data)
    if russian:
        return Decoded(data.decode(russian), russian, (f"not UTF-8: read as {russian}",))
    raise _broken(path, "utf-8", at)


def _broken(path: str, encoding: str, at: int) -> NotText:
    what = f"{path}: broken {encoding.upper()} at byte {at}, and {_TRIED}"
    return NotText(what, "save it again as UTF-8, or convert it with `iconv`")


def _declared(data: bytes) -> str | None:
    """Return the codec that the page's head names, when Python knows it."""
    found = _CHARSET.search(data[:4096])
    if not found:
        return None
    name = found[1].decode("ascii")
    if name.lower() in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        name = "cp1252"  # what browsers do (WHATWG Encoding Standard, section 4.2)
    try:
        codec = codecs.lookup(name)
        b"".decode(codec.name)
    except (LookupError, ValueError):
        return None
    return codec.name if codec.name not in ("utf-8", "idna", "punycode") else None


def _plausible_western(data: bytes) -> bool:
    """Say whether the high bytes, as cp1252, stand where accented letters and quotes stand."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    seen = bad = 0
    for found in _HIGH.finditer(text):
        seen += 1
        char, at = found[0], found.start()
        if char in _PUNCTUATION:
            continue
        left, right = text[at - 1 : at], text[at + 1 : at + 2]
        beside_word = left.isalpha() or right.isalpha()
        shouted = char.isupper() and left.isalpha() and left.islower()
        if char in _ODD_LETTERS or shouted or not (beside_word or char in _ALONE):
            bad += 1
    return seen > 0 and bad <= seen * 0.05 and seen <= len(text) * 0.25


def _russian(data: bytes) -> str | None:
    """Return cp1251 or KOI8-R when the bytes read as mostly lower-case Cyrillic in one of them."""
    best = None
    for encoding in ("cp1251", "koi8-r"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        low = sum("а" <= char <= "я" for char in text)
        letters = sum(char.isalpha() for char in text)
        if letters and low > letters * 0.6 and (best is None or low > best[0]):
            best = (low, encoding)
    return best[1] if best else None
