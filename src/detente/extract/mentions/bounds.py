"""When an article does not say when it was printed, the offices in it give bounds.

"Secretary of State John Kerry" was written while he was that; the days all such pairs of office and
name have in common are the bounds. Former and future offices say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from detente.document import Parse
from detente.extract.mentions.runs import Part
from detente.extract.spans import Tokens
from detente.knowledge.names import fold_words
from detente.knowledge.registry import Registry
from detente.knowledge.roles import office_suffixes
from detente.records import Tenure, When

_NOT_NOW = frozenset(["former", "ex", "then", "late", "next", "future", "as"])


def reference_date(parse: Parse, tokens: Tokens, parts: Sequence[Part], registry: Registry) -> When:
    """Return the article's date, else the bounds that its titles give; unknown without any.

    A pair that has no day in common with those before it (a president of long ago) is passed over.
    """
    if parse.article.published.known:
        return parse.article.published
    latest = _latest_date(parse.view.text)
    if latest is not None:
        return When(latest, None, "range", "inferred")
    low, high = date.min, date.max
    for part in parts:
        tenure = titled_tenure(tokens, part, registry)
        if tenure is None or tenure.start.start is None:
            continue
        start, end = tenure.start.start, tenure.end.end or date.max
        if max(low, start) <= min(high, end):
            low, high = max(low, start), min(high, end)
    if low == date.min:
        return When()
    return When(low, None if high == date.max else high, "range", "inferred")


def _latest_date(text: str) -> date | None:
    """The latest day that the text writes out in full: it was printed then or later."""
    found = []
    for month, day, day2, month2, year in _FULL.findall(text):
        try:
            number = _MONTHS.index((month or month2)[:3].lower()) + 1
            found.append(date(int(year), number, int(day or day2)))
        except ValueError:
            continue
    return max(found, default=None)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[.]?"
_FULL = re.compile(rf"(?:({_MONTH}) (\d{{1,2}})|(\d{{1,2}}) ({_MONTH})),? (\d{{4}})\b")


def titled_tenure(tokens: Tokens, part: Part, registry: Registry) -> Tenure | None:
    """Return the one tenure that a title and the full name after it say; None if none or several."""
    if part.title is None or len(part.words) < 2:
        return None
    first, last = part.title
    if (first and tokens.texts[first - 1].lower() in _NOT_NOW) or tokens.texts[
        first
    ].lower() in _NOT_NOW:
        return None
    words = [text.lower() for text in tokens.texts[first:last] if text not in ("-", "‐")]
    if first and tokens.texts[first - 1].lower() in ("u.n.", "un", "nato"):
        words.insert(0, tokens.texts[first - 1].lower())
    found: list[Tenure] = []
    for person in registry.named(fold_words(list(part.words))):
        for tenure in registry.tenures_of(person):
            suffixes = office_suffixes(" ".join(words), tenure.state)
            if not suffixes:
                suffixes = office_suffixes(" ".join(words[-3:]), tenure.state)
            if tenure.office.partition(":")[2] in suffixes:
                found.append(tenure)
    return found[0] if len(found) == 1 else None
