"""What an HTML page says about itself: JSON-LD, OpenGraph and meta elements, its title and links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(
    r"(?:News|Report|Analysis|Opinion|Review|Background|AskPublic|Satirical|Scholarly|Tech|Blog|Liveblog|Live|SocialMedia)?(?:Article|Posting|NewsArticle|LiveBlogPosting)$"
)
_TRAILING = re.compile(r",\s*([}\]])")
_MAX_JSON = 2_000_000


@dataclass(frozen=True, slots=True)
class Structured:
    """The statements of a page about itself; every field empty where it makes none."""

    meta: Mapping[str, str] = field(default_factory=dict)
    """First content of each meta element by its name or property, in lower case."""
    article: Mapping[str, Any] = field(default_factory=dict)
    """The JSON-LD object of the article."""
    nodes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Every JSON-LD object that has an `@id`, by it."""
    head_title: str | None = None
    """The title element."""
    h1: tuple[str, ...] = ()
    """The headings of the first level."""
    canonical: str | None = None
    """The canonical address."""
    language: str | None = None
    """ISO 639-1 code of the html element."""

    def ld_text(self, name: str) -> str | None:
        """Return a JSON-LD field of the article as text, None when it is missing or no text."""
        value = self.article.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        return clean(value) if isinstance(value, str) else None

    def ld_names(self, name: str) -> list[str]:
        """Return the names of the persons or organisations in a JSON-LD field of the article."""
        return [found for found, _ in self.ld_parties(name)]

    def ld_parties(self, name: str) -> list[tuple[str, str]]:
        """Return (name, type) of the parties in a JSON-LD field; the type is "" where not said."""
        return list(self._parties(self.article.get(name), 0))

    def _parties(self, value: object, depth: int) -> Iterator[tuple[str, str]]:
        if depth > 4:
            return
        if isinstance(value, str):
            cleaned = clean(value)
            if cleaned:
                yield cleaned, ""
        elif isinstance(value, list):
            for item in value[:20]:
                yield from self._parties(item, depth + 1)
        elif isinstance(value, Mapping):
            kind = value.get("@type")
            kind = kind[0] if isinstance(kind, list) and kind else kind
            name = value.get("name")
            if name is None and isinstance(value.get("@id"), str):
                other = self.nodes.get(value["@id"])
                if other is not None and other is not value and other.get("name") is not None:
                    yield from self._parties(other, depth + 1)
                return
            for found, _ in self._parties(name, depth + 1):
                yield found, kind if isinstance(kind, str) else ""


def clean(text: str | None) -> str | None:
    """Return a text without entities, tags and doubled spaces; None when nothing is left.

    >>> clean(" Talks &amp; <b>tea</b> ")
    'Talks & tea'
    """
    if not text:
        return None
    plain = re.sub(r"<[^<>]{1,200}>", " ", unescape(text))
    return " ".join(plain.split()) or None


def structured_of(tree: HtmlElement) -> Structured:
    """Return what a page's head and its JSON-LD say; broken JSON is passed over."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        content = element.get("content")
        if name and content and content.strip():
            meta.setdefault(name.strip().lower(), content.strip())
    canonical = next(
        (
            link.get("href")
            for link in tree.iter("link")
            if (link.get("rel") or "").lower() == "canonical"
        ),
        None,
    )
    nodes: dict[str, Mapping[str, Any]] = {}
    candidates: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for node in _nodes(_loads(script.text or "")):
                if isinstance(node.get("@id"), str):
                    nodes.setdefault(node["@id"], node)
                if _is_article(node):
                    candidates.append(node)
    titles = (element.text_content() for element in tree.iter("title"))
    language = re.match(
        r"[a-zA-Z]{2}(?=$|[-_])", (tree.get("lang") or tree.get("xml:lang") or "").strip()
    )
    return Structured(
        meta=meta,
        article=_best(candidates, canonical or meta.get("og:url")),
        nodes=nodes,
        head_title=clean(next(titles, None)),
        h1=tuple(filter(None, (clean(element.text_content()) for element in tree.iter("h1")))),
        canonical=canonical,
        language=language[0].lower() if language else None,
    )


def _loads(text: str) -> object:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    if not text or len(text) > _MAX_JSON:
        return None
    for attempt in (text, _TRAILING.sub(r"\1", re.sub(r"[\x00-\x1f]", " ", text))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for name, item in value.items():
            if isinstance(item, (Mapping, list)) and name not in (
                "itemListElement",
                "hasPart",
                "comment",
            ):
                yield from _nodes(item, depth + 1)


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in kinds)


def _best(candidates: list[Mapping[str, Any]], url: str | None) -> Mapping[str, Any]:
    """The article among several: the one of this address, else the one that says most."""

    def weight(node: Mapping[str, Any]) -> int:
        named = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
        here = bool(url) and any(isinstance(name, str) and name.split("#")[0] == url for name in named)
        fields = ("headline", "datePublished", "author", "articleBody", "publisher")
        return 10 * here + sum(node.get(name) is not None for name in fields)

    return max(candidates, key=weight) if candidates else {}
