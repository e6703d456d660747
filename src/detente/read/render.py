# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""An HTML page becomes blocks of text, each with where it stands on the page.

A block is what a browser would show as a line of its own: a paragraph, a heading, a list item. Scripts,
styles, forms' own words and hidden templates are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from detente.errors import EmptyInput, TooLarge
from detente.read.limits import MAX_DEPTH, MAX_ELEMENTS, MAX_HTML, MAX_INLINE_DEPTH

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "select",
        "option",
        "datalist",
        "head",
        "textarea",
        "button",
        "input",
        "video",
        "audio",
        "map",
        "area",
        "link",
        "meta",
        "source",
        "track",
        "param",
        "picture",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "caption",
        "legend",
        "amp-img",
    ]
)
_CONTAINERS = (
    "div|section|article|table|ul|ol|blockquote|main|aside|nav|header|footer|dl|form|figure|center"
)
_INLINE = "span|b|i|em|strong|font|a|small|big|u|s|sub|sup|code|q|cite|label"
_TAG = re.compile(r"<[a-zA-Z]")
_NESTING = re.compile(rf"<(/?)(?:({_CONTAINERS})|({_INLINE}))(?=[\s>/])", re.IGNORECASE)
_WORD = re.compile(r"\w")
_REGIONS = (
    ("comments", re.compile(r"\b(?:comments?|disqus|respond|discussion|replies)\b|comment-?(?:list|form|section)")),
    ("related", re.compile(r"\b(?:related|recirc\w*|recommend\w*|read-?(?:more|next|also)|more-?(?:stories|news|from|on|in)|most-?(?:read|popular|viewed)|trending|popular|teasers?|see-?also|outbrain|taboola|latest|also-?like|promo-?list|in-?article-?links?|link-?list|further)\b")),
    ("paywall", re.compile(r"\b(?:pay-?wall|regwall|subscribe-?wall|subscriber-?(?:only|wall)|piano|meter(?:ed)?|gate(?:way)?)\b")),
    ("promo", re.compile(r"\b(?:newsletters?|promos?|subscri\w*|sign-?up|share\w*|social\w*|donat\w*|cta|call-?to-?action|toolbar|utility|callout|follow)\b")),
    ("ad", re.compile(r"\b(?:ads?|advert\w*|sponsor\w*|dfp|ad-?slot|ad-?unit|commercial)\b")),
    ("byline", re.compile(r"\b(?:by-?lines?|authors?|contributor|writer)\b")),
    ("bio", re.compile(r"\b(?:author-?(?:bio|box|info|description)|bio|about-?(?:the-?)?author|contributor-?bio)\b")),
    ("date", re.compile(r"\b(?:date\w*|time\w*|published|updated|timestamp)\b")),
    ("dek", re.compile(r"\b(?:dek|standfirst|sub-?(?:title|head(?:line)?)|summary|intro|abstract|lead-?text|excerpt|deck|article-?description)\b")),
    ("caption", re.compile(r"\b(?:captions?|wp-caption\w*|photo-?(?:credit|caption)|image-?(?:caption|credit|meta)|credits?|figcaption|media-?(?:caption|credit)|picture-?(?:caption|credit))\b")),
    ("menu", re.compile(r"\b(?:nav\w*|menu\w*|breadcrumbs?|tags?|categor\w*|topics?|skip\w*|pagination|pager|masthead|site-?(?:header|nav))\b")),
    ("legal", re.compile(r"\b(?:footer|copyright|cookies?|consent|gdpr|legal|disclaimer)\b")),
)  # fmt: skip
_NAMELESS = frozenset({"body", "html", "main", "article", "h1", "h2", "td"})
_NAMED = ("class", "id", "role", "itemprop", "data-testid")
_ANY_REGION = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _REGIONS))
_HUMPS, _JOINTS = re.compile(r"(?<=[a-z])(?=[A-Z])"), re.compile(r"[_:.]+")
_SPANS = frozenset({"span", "time", "a", "em", "i", "small"})
_LINE_REGIONS = frozenset({"byline", "date", "caption", "ad", "menu", "promo"})
_TAG_REGIONS = {
    "nav": "menu",
    "footer": "legal",
    "aside": "related",
    "figcaption": "caption",
    "form": "promo",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a rendered page."""

    text: str
    """Its words, white space collapsed."""
    tag: str
    """The block element it stands in: p, h1, li, figcaption, td, div ..."""
    region: str
    """What the elements around it call themselves: menu, related, caption, byline ...; "" for none."""
    links: int
    """Characters that are link text."""
    bold: bool = False
    """Whether all of it is bold."""


def check_html(markup: str, path: str) -> None:
    """Refuse pages that would make a parser slow: too long, too many elements, nested too deep.

    Raises `TooLarge`, `EmptyInput`.
    """
    if not markup.strip():
        raise EmptyInput(f"{path}: the page is empty", "leave it out, or check how it was saved")
    if len(markup) > MAX_HTML:
        what = f"{path}: {len(markup):,} characters of HTML, the limit is {MAX_HTML:,}"
        raise TooLarge(what, "save the article alone, or as text")
    elements = len(_TAG.findall(markup))
    if elements > MAX_ELEMENTS:
        what = f"{path}: {elements:,} HTML elements, the limit is {MAX_ELEMENTS:,}"
        raise TooLarge(what, "save the article alone, or as text")
    depth = inline = deepest = deepest_inline = 0
    for closing, container, _ in _NESTING.findall(markup):
        step = -1 if closing else 1
        if container:
            depth = max(0, depth + step)
            deepest = max(deepest, depth)
        else:
            inline = max(0, inline + step)
            deepest_inline = max(deepest_inline, inline)
    if deepest > MAX_DEPTH or deepest_inline > MAX_INLINE_DEPTH:
        level = max(deepest, deepest_inline)
        what = f"{path}: HTML elements nested {level:,} deep, the limit is {MAX_DEPTH:,}"
        raise TooLarge(what, "save the article alone, or as text")


def parse_html(markup: str, path: str) -> HtmlElement:
    """Return the tree of a page; declarations of an encoding in it are ignored.

    Raises `EmptyInput` when there is no element in it.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise EmptyInput(f"{path}: no HTML element in it", "check how it was saved") from error
    return tree


class _Line:
    """The words of the block that is being read."""

    __slots__ = ("bold", "chars", "links", "out", "parts")

    def __init__(self) -> None:
        self.out: list[Block] = []
        self.parts: list[str] = []
        self.links = self.bold = self.chars = 0

    def add(self, text: str, linked: bool, bold: bool) -> None:
        """Add a stretch of text."""
        self.parts.append(text)
        size = len(text.strip())
        self.chars += size
        if linked:
            self.links += size
        if bold:
            self.bold += size

    def flush(self, tag: str, region: str) -> None:
        """End the block, where there are words in it."""
        if not self.parts:
            return
        text = " ".join("".join(self.parts).split())
        if text and _WORD.search(text):
            out = self.out
            if not out or out[-1].text != text:
                bold = self.bold >= self.chars * 0.9 > 0
                out.append(Block(text, tag, region, min(len(text), self.links), bold))
        self.parts.clear()
        self.links = self.bold = self.chars = 0


def blocks_of(tree: HtmlElement) -> list[Block]:
    """Return the blocks of a page in order; the same words twice in a row are kept once."""
    from lxml import etree

    held = list(tree.iter())  # an element that nobody holds is made anew whenever it is met
    line = _Line()
    # where an element stands: (tag of its block, region, inside a link, inside bold, closes a block)
    around: list[tuple[str, str, bool, bool, bool]] = [("body", "", False, False, False)]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "end":
            block, region, _, _, closes = around.pop()
            if closes:
                line.flush(block, region)
            if (text := element.tail) and element is not tree:
                _, _, linked, bold, _ = around[-1]
                line.add(text, linked, bold)
            continue
        block, region, linked, bold, _ = around[-1]
        if tag in _DROPPED or not isinstance(tag, str):
            around.append((block, region, linked, bold, False))
            walk.skip_subtree()
            continue
        if tag == "br":
            line.flush(block, region)
            around.append((block, region, linked, bold, False))
            walk.skip_subtree()
            continue
        if tag in ("td", "th"):
            line.add(" ", linked, bold)
        closes = tag in _BLOCKS
        if closes:
            line.flush(block, region)
            block, region = tag, _region(element, tag) or region
        else:
            own = _region(element, tag) if tag in _SPANS else ""
            if own in _LINE_REGIONS and own != region and not line.parts:
                region, closes = own, True  # an element of its own that only looks like a span
            linked = linked or tag == "a"
            bold = bold or tag in ("b", "strong")
        around.append((block, region, linked, bold, closes))
        if text := element.text:
            line.add(text, linked, bold)
    line.flush("body", "")
    del held
    return line.out


def _region(element: Any, tag: str) -> str:
    """Return what an element calls itself by its tag, class, id and role; "" when nothing known."""
    if tag in _TAG_REGIONS:
        return _TAG_REGIONS[tag]
    if tag in _NAMELESS:
        return ""
    named = element.attrib
    if not named:
        return ""
    words = " ".join([value for name in _NAMED if (value := named.get(name))])
    return _named(words) if words and len(words) <= 300 else ""


@lru_cache(maxsize=16_384)
def _named(words: str) -> str:
    """The region that classes and ids name; pages, and those of one outlet above all, repeat them."""
    plain = _JOINTS.sub("-", _HUMPS.sub("-", words)).lower()
    parts = " ".join(part for word in plain.split() for part in (word, word.replace("-", " ")))
    if not _ANY_REGION.search(parts):
        return ""
    return next((name for name, pattern in _REGIONS if pattern.search(parts)), "")
