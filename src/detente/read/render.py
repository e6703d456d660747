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
    "div section article table ul ol blockquote main aside nav header footer dl form figure center"
)
_INLINE = "span b i em strong font a small big u s sub sup code q cite label"
_STEPS: dict[str, tuple[int, int]] = {
    slash + form: (step, 0) if names is _CONTAINERS else (0, step)
    for names in (_CONTAINERS, _INLINE)
    for name in names.split()
    for form in (name, name.upper(), name.title())
    for slash, step in (("", 1), ("/", -1))
}
"""What a tag adds to the nesting of block elements, and of inline elements."""
_TAG = re.compile(r"<(/?[a-zA-Z][\w:-]*)")
_WORD, _PART = re.compile(r"\w"), re.compile(r"\w+")
_REGIONS = (
    ("comments", re.compile(r"\b(?:comments?|disqus|respond|discussion|replies)\b|comment-?(?:list|form|section)")),
    ("related", re.compile(r"\b(?:related|recirc\w*|recommend\w*|read-?(?:more|next|also)|more-?(?:stories|news|from|on|in)|most-?(?:read|popular|viewed)|trending|popular|teasers?|see-?also|outbrain|taboola|latest|also-?like|promo-?list|in-?article-?links?|link-?list|further)\b")),
    ("paywall", re.compile(r"\b(?:pay-?wall|regwall|subscribe-?wall|subscriber-?(?:only|wall)|piano|meter(?:ed)?|gate(?:way)?)\b")),
    ("promo", re.compile(r"\b(?:newsletters?|promos?|subscri\w*|sign-?up|share\w*|social\w*|donat\w*|cta|call-?to-?action|toolbar|utility|callout|follow|light-?box)\b")),
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
_NAMED = frozenset({"class", "id", "role", "itemprop", "data-testid"})
_CELLS, _BOLD = frozenset({"td", "th"}), frozenset({"b", "strong"})
_HUMPS, _JOINTS = re.compile(r"(?<=[a-z])(?=[A-Z])"), re.compile(r"[_:.]+")
_STEM = 3


def _stems(pattern: str) -> set[str]:
    """The first letters of the words that a pattern of `_REGIONS` finds: three of each, or all."""
    plain = pattern.removeprefix(r"\b(?:")
    while (shorter := re.sub(r"\(\?:[^()]*\)", "", plain)) != plain:
        plain = shorter  # what is inside an alternative is not how it begins
    return {stem[:_STEM] for stem in re.findall(r"(?:^|\|)([a-z]+?)(?=[a-z]?\?|[^a-z?])", plain)}


_BY_STEM: dict[str, tuple[int, ...]] = {
    stem: tuple(rank for rank, (_, pattern) in enumerate(_REGIONS) if stem in _stems(pattern.pattern))
    for stem in set().union(*(_stems(pattern.pattern) for _, pattern in _REGIONS))
}
"""How the words begin that name a region, and the places of these in the table: a cheap first look."""
_SPANS = frozenset({"span", "time", "a", "em", "i", "small"})
_PARTS, _SOME = frozenset({"ad", "comments", "paywall", "promo", "related"}), 3
"""Regions in which no headline stands, and paragraphs that make a text."""
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
    tags = _TAG.findall(markup)
    elements = len([tag for tag in tags if tag[0] != "/"])
    if elements > MAX_ELEMENTS:
        what = f"{path}: {elements:,} HTML elements, the limit is {MAX_ELEMENTS:,}"
        raise TooLarge(what, "save the article alone, or as text")
    depth = inline = deepest = deepest_inline = 0
    for block_step, inline_step in filter(None, map(_STEPS.get, tags)):
        if block_step:
            depth = max(0, depth + block_step)
            if depth > deepest:
                deepest = depth
        else:
            inline = max(0, inline + inline_step)
            if inline > deepest_inline:
                deepest_inline = inline
    if deepest > MAX_DEPTH or deepest_inline > MAX_INLINE_DEPTH:
        level = max(deepest, deepest_inline)
        what = f"{path}: HTML elements nested {level:,} deep, the limit is {MAX_DEPTH:,}"
        raise TooLarge(what, "save the article alone, or as text")


def parse_html(markup: str, path: str) -> HtmlElement:
    """Return the tree of a page; declarations of an encoding in it are ignored.

    Its elements are all of one class: choosing one for each, as `lxml.html` does for the sake of forms
    and labels, costs more than parsing. Raises `EmptyInput` when there is no element in it.
    """
    from lxml import etree, html

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise EmptyInput(f"{path}: no HTML element in it", "check how it was saved") from error
    return tree


class _Walk:
    """A walk over a tree: the blocks so far, and the words of the block that is being read."""

    __slots__ = ("bold", "chars", "links", "out", "parts")

    def __init__(self) -> None:
        self.out: list[Block] = []
        self.parts: list[str] = []
        self.links = self.bold = self.chars = 0

    def add(self, text: str, linked: bool, bold: bool) -> None:
        """Add a stretch of text."""
        self.parts.append(text)
        if size := len(text.strip()):
            self.chars += size
            if linked:
                self.links += size
            if bold:
                self.bold += size

    def flush(self, tag: str, region: str) -> None:
        """End the block, where there are words in it."""
        parts = self.parts
        if self.chars:
            text = " ".join("".join(parts).split())
            out = self.out
            if _WORD.search(text) and not (out and out[-1].text == text):
                bold = self.bold >= self.chars * 0.9 > 0
                out.append(Block(text, tag, region, min(len(text), self.links), bold))
            self.links = self.bold = self.chars = 0
        if parts:
            parts.clear()

    def inside(self, element: HtmlElement, block: str, region: str, linked: bool, bold: bool) -> None:
        """Read what is inside an element and is not its own text, its tail left out.

        `block` and `region` are those around the children; the element may be in a link, or in bold type.
        """
        for child in element:
            tag = child.tag
            if tag == "br":
                self.flush(block, region)
            elif tag not in _DROPPED and isinstance(tag, str):
                self._child(child, tag, block, region, linked, bold)
            if text := child.tail:
                self.add(text, linked, bold)

    def _child(
        self, child: HtmlElement, tag: str, block: str, region: str, linked: bool, bold: bool
    ) -> None:
        closes = tag in _BLOCKS
        if closes:
            if self.parts:
                self.flush(block, region)
            named = _region(child, tag)
            block, region = tag, region if named in _PARTS and _whole(child) else named or region
        else:
            if tag in _CELLS:
                self.add(" ", linked, bold)
            elif tag in _SPANS:
                own = _region(child, tag)
                if own in _LINE_REGIONS and own != region and not self.parts:
                    region, closes = own, True  # an element of its own that only looks like a span
            linked = linked or tag == "a"
            bold = bold or tag in _BOLD
        if text := child.text:
            self.add(text, linked, bold)
        if len(child):
            self.inside(child, block, region, linked, bold)
        if closes and self.parts:
            self.flush(block, region)


def blocks_of(tree: HtmlElement) -> list[Block]:
    """Return the blocks of a page in order; the same words twice in a row are kept once."""
    held = list(tree.iter())  # an element that nobody holds is made anew whenever it is met
    walk = _Walk()
    if tree.text:
        walk.add(tree.text, linked=False, bold=False)
    walk.inside(tree, "body", "", linked=False, bold=False)
    walk.flush("body", "")
    del held
    return walk.out


def _whole(element: HtmlElement) -> bool:
    """Say whether an element holds a headline and a text, whatever it calls itself."""
    return element.find(".//h1") is not None and len(element.findall(".//p")) >= _SOME


def _region(element: Any, tag: str) -> str:
    """Return what an element calls itself by its tag, class, id and role; "" when nothing known."""
    if tag in _TAG_REGIONS:
        return _TAG_REGIONS[tag]
    if tag in _NAMELESS:
        return ""
    words = [value for name, value in element.items() if name in _NAMED]
    if not words:
        return ""
    named = words[0] if len(words) == 1 else " ".join(words)
    return _named(named) if len(named) <= 300 else ""


@lru_cache(maxsize=16_384)
def _named(words: str) -> str:
    """The region that classes and ids name; pages, and those of one outlet above all, repeat them."""
    first = min(map(_rank, words.split()), default=len(_REGIONS))
    return _REGIONS[first][0] if first < len(_REGIONS) else ""


@lru_cache(maxsize=16_384)
def _rank(word: str) -> int:
    """The place in the table of the first region that one class or id names; its length for none."""
    plain = _JOINTS.sub("-", _HUMPS.sub("-", word)).lower()
    ranks = {0} if "comment" in plain else set()
    for part in _PART.findall(plain):
        ranks.update(_BY_STEM.get(part[:_STEM], ()))
        ranks.update(_BY_STEM.get(part[:2], ()))
    if not ranks:
        return len(_REGIONS)
    either = f"{plain} {plain.replace('-', ' ')}"
    return next((rank for rank in sorted(ranks) if _REGIONS[rank][1].search(either)), len(_REGIONS))
