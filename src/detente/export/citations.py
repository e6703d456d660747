"""Articles become entries of a bibliography: BibTeX, RIS and CSL-JSON.

What the page does not say is left out, never filled in: an article without a date has none, one
without an author begins with its title. A date that is no single day is given as exactly as it is
known. Addresses of authors are no part of an entry.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from detente.export.cells import withheld
from detente.records import Article, When

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTICLES = frozenset(("al", "bin", "da", "de", "del", "della", "der", "di", "dos", "du", "ibn", "la",
                        "le", "ten", "ter", "van", "von", "zu"))  # fmt: skip
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_NO_PERSON = re.compile(
    r"\b(?:staff|reporters?|agenc(?:y|ies)|news|press|editors?|editorial|desk|bureau|correspondents?"
    r"|service|team|board|institute|cent(?:er|re)|council|university)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
"""Control characters, and those that turn the direction of what follows them."""


def bibtex_entries(articles: Iterable[Article]) -> Iterator[str]:
    """Yield a BibTeX entry for each article: `@article` in its outlet, `@misc` where none is known.

    Keys are made of the first author or the outlet, the year and the beginning of the article's hash,
    so that they stay when articles are added.
    """
    for article in articles:
        fields = [("title", f"{{{_latex(article.title)}}}" if article.title else None)]
        authors = " and ".join(_bibtex_name(name) for name in article.authors)
        fields.append(("author", authors or None))
        fields.append(("journal" if article.outlet else "howpublished", _latex(article.outlet)))
        year, month, day = _date(article.published)
        fields.append(("year", year))
        fields.append(("month", _MONTHS[int(month) - 1] if month else None))
        fields.append(("day", str(int(day)) if day else None))
        fields.append(("url", _url(article.url)))
        fields.append(("language", article.language))
        fields.append(("note", _latex(_note(article))))
        kind = "article" if article.outlet else "misc"
        lines = [f"@{kind}{{{key_of(article)},"]
        for name, value in fields:
            if value:
                lines.append(f"  {name} = {value if name == 'month' else '{' + value + '}'},")
        yield "\n".join([*lines, "}"]) + "\n"


def ris_entries(articles: Iterable[Article]) -> Iterator[str]:
    """Yield a RIS entry for each article, its lines parted by CR LF as the format has them."""
    for article in articles:
        year, month, day = _date(article.published)
        date = f"{year}/{month}/{day}/" if year else ""
        tags: list[tuple[str, str | None]] = [("TY", "NEWS"), ("ID", key_of(article))]
        tags += [
            ("AU", ", ".join(part for part in name_parts(name) if part)) for name in article.authors
        ]
        tags += [
            ("TI", article.title),
            ("T2", article.outlet),
            ("PY", year or None),
            ("DA", date or None),
            ("LA", article.language),
            ("UR", article.url),
            ("N1", _note(article)),
        ]
        lines = [f"{tag}  - {_line(value)}" for tag, value in tags if value]
        yield "\r\n".join([*lines, "ER  - ", ""])


def csl_items(articles: Iterable[Article]) -> Iterator[dict[str, Any]]:
    """Yield each article as an item of CSL-JSON, type `article-newspaper`."""
    for article in articles:
        item: dict[str, Any] = {
            "id": key_of(article),
            "type": "article-newspaper",
            "title": article.title and _line(article.title),
            "author": [_csl_name(name) for name in article.authors],
            "container-title": article.outlet and _line(article.outlet),
            "issued": _issued(article.published),
            "URL": _url(article.url),
            "language": article.language,
            "note": _note(article),
        }
        yield {key: value for key, value in item.items() if value}


def csl_lines(articles: Iterable[Article]) -> Iterator[str]:
    """Yield a CSL-JSON array line by line, one item a line."""
    waiting = None
    yield "["
    for item in csl_items(articles):
        if waiting is not None:
            yield f"  {waiting},"
        waiting = json.dumps(item, ensure_ascii=False)
    if waiting is not None:
        yield f"  {waiting}"
    yield "]"


def key_of(article: Article) -> str:
    """Return the key under which an article is cited: name, year and eight digits of its hash.

    >>> from detente.records import Article
    >>> key_of(Article("article:0123456789abcdef", "", "x", "text", "utf-8", (), outlet="Le Monde"))
    'LeMondeND01234567'
    """
    name = name_parts(article.authors[0])[0] if article.authors else article.outlet or "anonymous"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    word = "".join(char for char in plain if char.isalnum()) or "anonymous"
    return f"{word}{_date(article.published)[0] or 'ND'}{article.id.partition(':')[2][:8]}"


def name_parts(name: str) -> tuple[str, str, str]:
    """Return family name, given names and suffix of an author; of no person the name as a whole.

    An address that stands with the name is left out. The order of names is that of English print: of
    Chinese or Hungarian names the family name is found only where the outlet puts it last.

    >>> name_parts("Ann van der Berg Jr."), name_parts("Daily Example Staff"), name_parts("Plato")
    (('van der Berg', 'Ann', 'Jr.'), ('Daily Example Staff', '', ''), ('Plato', '', ''))
    """
    name = " ".join(word for word in _line(name).split() if "***" not in word)
    if "," in name:
        family, _, given = (part.strip() for part in name.partition(","))
        return (family, given, "")
    words = name.split()
    if len(words) < 2 or _NO_PERSON.search(name):
        return (name, "", "")
    suffix = words.pop() if words[-1].strip(".").lower() in _SUFFIXES and len(words) > 2 else ""
    first = len(words) - 1
    while first > 1 and words[first - 1].lower().partition("-")[0] in _PARTICLES:
        first -= 1
    return (" ".join(words[first:]), " ".join(words[:first]), suffix)


def _bibtex_name(name: str) -> str:
    family, given, suffix = (_latex(part) or "" for part in name_parts(name))
    if not given:
        return f"{{{family}}}"
    return ", ".join(part for part in (family, suffix, given) if part)


def _csl_name(name: str) -> dict[str, str]:
    family, given, suffix = name_parts(name)
    if not given:
        return {"literal": family}
    return {"family": family, "given": given} | ({"suffix": suffix} if suffix else {})


def _date(when: When) -> tuple[str, str, str]:
    """Return year, month and day as far as one each is known for sure; empty where it is not."""
    first, last = when.start, when.end
    if not first or not last or first.year != last.year:
        return ("", "", "")
    year = f"{first.year:04}"
    if first.month != last.month:
        return (year, "", "")
    return (year, f"{first.month:02}", f"{first.day:02}" if first == last else "")


def _issued(when: When) -> dict[str, Any] | None:
    known = [int(part) for part in _date(when) if part]
    if known:
        return {"date-parts": [known]}
    if when.start and when.end:
        return {"date-parts": [[one.year, one.month, one.day] for one in (when.start, when.end)]}
    return None


def _note(article: Article) -> str | None:
    parts = [
        f"credited to {_line(article.origin)}" if article.origin else "",
        f"translated from {article.translated_from}" if article.translated_from else "",
        "this copy is cut off" if article.cut_off else "",
    ]
    return "; ".join(part for part in parts if part) or None


def _url(url: str | None) -> str | None:
    """Return an address as it may stand in an entry; none that is no web address."""
    if not url or not re.match(r"https?://", url):
        return None
    return re.sub(r"[\s{}\\]", lambda found: f"%{ord(found[0]):02X}", url)


def _line(text: str) -> str:
    return withheld(" ".join(_SIGNS.sub(" ", text).split()))


def _latex(text: str | None) -> str | None:
    return "".join(_LATEX.get(char, char) for char in _line(text)) if text else None
