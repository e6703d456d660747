"""XML of feeds, sitemaps and OPML becomes a tree that no entity, nesting or size can blow up.

A DOCTYPE with an internal subset is refused before any parser sees it: entities are declared there, and
a few hundred bytes of them cost minutes ("billion laughs") or name a file of this machine (XXE). The
parser loads no DTD, resolves no entity, opens no address, and mends what is not well formed, as most
readers of feeds do.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from detente.errors import InputError, NotText, TooLarge
from detente.read.decode import decode
from detente.read.limits import MAX_XML, MAX_XML_ELEMENTS

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE\b([^>\[]*)(\[?)", re.IGNORECASE)
_DECLARED = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\b", re.IGNORECASE)
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)")
_NUMBERED = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,6})|(\d{1,7}));")
_FIVE = frozenset({"amp", "lt", "gt", "quot", "apos"})
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SAVE = "save it again, or leave it out"


def xml_tree(data: bytes, path: str) -> _Element:
    """Return the root of an XML document, mended where it is not well formed.

    Elements below a depth of 256 are left out: libxml2 stops there. Raises `TooLarge` beyond the caps
    on bytes and elements, `NotText` for what is no text, and `InputError` for a DOCTYPE with an
    internal subset and for what is no XML at all.
    """
    from lxml import etree

    if len(data) > MAX_XML:
        raise TooLarge(f"{path}: more than {MAX_XML // 1_000_000} MB of XML", "split it")
    text = xml_text(data, path)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{path}: no XML: {' '.join(str(error).split())[:120]}", _SAVE) from error
    if root is None:
        raise InputError(f"{path}: no XML", _SAVE)
    return root


def xml_text(data: bytes, path: str) -> str:
    """Return the text of an XML document that is safe to parse: checked, its named entities resolved.

    Raises as `xml_tree` does.
    """
    decoded = decode(data, path, html=True)
    text = _UNPRINTABLE.sub("", decoded.text).lstrip("\ufeff \t\r\n")
    plain = _CDATA.sub("", text)
    for found in _DOCTYPE.finditer(plain):
        if found[2]:
            raise InputError(f"{path}: a DOCTYPE with declarations of its own, which is refused", _SAVE)
    if _DECLARED.search(plain):
        raise InputError(f"{path}: declarations of a DTD, which are refused", _SAVE)
    if text.count("<") > 2 * MAX_XML_ELEMENTS:
        raise TooLarge(f"{path}: more than {MAX_XML_ELEMENTS:,} elements", "split it")
    parts = _CDATA.split(_DECLARATION.sub("", text))
    parts[::2] = [_resolved(part) for part in parts[::2]]
    joined = "".join(parts)
    if not joined.lstrip().startswith("<"):
        raise NotText(f"{path}: no XML", _SAVE)
    return joined


def _resolved(text: str) -> str:
    """Write HTML's named entities as characters, and an `&` that begins none as `&amp;`."""

    def character(found: re.Match[str]) -> str:
        name = found[1]
        if name in _FIVE:
            return found[0]
        return html5.get(f"{name};", f"&amp;{name};")

    return _BARE.sub("&amp;", _NUMBERED.sub(_numbered, _NAMED.sub(character, text)))


def _numbered(found: re.Match[str]) -> str:
    """Leave out a number that is no character : libxml2 would keep its bytes."""
    code = int(found[1], 16) if found[1] else int(found[2])
    low = code in (9, 10, 13) or 32 <= code < 0xD800
    whole = low or 0xE000 <= code < 0xFFFE or 0xFFFF < code < 0x110000
    return found[0] if whole else "\ufffd"


def local(element: _Element) -> str:
    """Return the name of an element without its namespace, in small letters."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""
