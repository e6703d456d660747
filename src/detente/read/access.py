"""Whether this copy stops before the article does, and the words that show it.

A pitch alone proves nothing: free articles carry one in their footer. A copy is cut off when words
say that the rest lies behind a gate and no text follows, or when a pitch follows a text that is
short or stops in mid-sentence. A text that has ended as texts end (a note on the author, a list of
other articles, a copyright line before the pitch) is whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.read.page import Page
from detente.read.pitches import METERED, strong_pitch, weak_pitch
from detente.records import Access

_LITTLE, _TAIL = 120, 0.6
"""Words, and share of the words above a gate, of boxes that read like text below it."""
_SHORT = 220
"""Words below which a text before a pitch is taken for a teaser."""
_TEASER = re.compile(
    r"^\W*(?:(?:(?:subscribe|log\s?in|sign\s?(?:in|up)|register)\s+to\s+)?(?:read|see|view|continue|keep)\s+(?:more(?!\s+(?:stories|articles|news|like|from|about|of\s+our)\b)|on|reading|(?:the\s+)?full\s+(?:article|story|text))\b.{0,40}|continued\b.{0,30})\W*$",
    re.IGNORECASE,
)
_SELLS = re.compile(r"\b(?:subscri|member|regist|log\s?in|sign\s?in)", re.IGNORECASE)
_CHARS = re.compile(r"\[\s*\+\s*\d+\s+chars\s*\]\s*$")
_DONE = frozenset({"bio", "contact", "related", "source-url", "legal", "byline"})


@dataclass(frozen=True, slots=True)
class Gate:
    """What a page says about who may read it."""

    access: Access
    """Whether the outlet lets everyone read it."""
    cut_off: bool
    """Whether this copy stops early."""
    row: int | None = None
    """Index of the row whose words show it; None when it is not cut off."""


def gate_of(page: Page) -> Gate:
    """Return whether the text of a labelled page is cut off, and by which row one can tell.

    It does not notice a copy that stops at the end of a sentence without a word about it.
    """
    texts = [index for index, _ in page.with_role("body", "subhead")]
    if not texts:
        strong = [i for i, row in page.with_role("paywall") if strong_pitch(row.text)]
        return Gate("paywalled", True, strong[0]) if strong else Gate("unknown", False)
    if _CHARS.search(page.rows[texts[-1]].text):
        return Gate("unknown", True, texts[-1])
    last = _end_of_text(page, texts)
    words = sum(page.rows[index].words for index in texts if index <= last)
    stopped = _stops_short(page, last)
    pitches = [(i, row.text) for i, row in page.with_role("paywall", "login", "promo") if i > last]
    strong = [i for i, text in pitches if strong_pitch(text)]
    weak = [i for i, text in pitches if weak_pitch(text)]
    if not strong and not weak:
        teaser = next(
            (i for i in range(last, min(last + 3, len(page.rows))) if _TEASER.match(page.rows[i].text)),
            None,
        )
        if teaser is not None and stopped and not _on_a_card(page, last):
            return Gate(
                "paywalled" if _SELLS.search(page.rows[teaser].text) else "unknown", True, teaser
            )
        return Gate("unknown", False)
    first = min(strong + weak)
    ended = any(page.role(index) in _DONE for index in range(last + 1, first))
    metered = any(METERED.search(text) for _, text in pitches)
    if strong and (not ended or stopped):
        return Gate("metered" if metered else "paywalled", True, strong[0])
    if weak and stopped and any(_TEASER.match(page.rows[i].text) for i in range(last, weak[0])):
        ended = False  # "Continue reading" under half a sentence
    if weak and not ended:
        button = page.rows[weak[0]].words <= 3 and len(weak) == 1
        if words < _SHORT or (stopped and not button):
            return Gate("metered" if metered else "paywalled", True, weak[0])
    return Gate("unknown", False)


def _end_of_text(page: Page, texts: list[int]) -> int:
    """The last row before a gate: what stands below one may still read like the text.

    A gate is a row that says the text goes on elsewhere, or "Read more" under half a sentence. Where
    much text comes after it, it was a box inside a whole article.
    """
    words = [page.rows[index].words for index in texts]
    total = sum(words)
    before = 0
    for number, index in enumerate(texts[:-1]):
        before += words[number]
        after = total - before
        if after > max(_LITTLE, _TAIL * before) or before < 30:
            continue
        following = range(index + 1, min(index + 3, len(page.rows)))
        gate = any(page.role(at) == "paywall" and strong_pitch(page.rows[at].text) for at in following)
        stub = _dots(page.rows[index].text) and any(
            _TEASER.match(page.rows[at].text) for at in following
        )
        if gate or stub:
            return index
    return texts[-1]


def _on_a_card(page: Page, last: int) -> bool:
    """Say whether the last row of text stands under the headline of another article: its own "Read
    more" then leads there."""
    return last > 0 and page.role(last - 1) == "related"


def _dots(text: str) -> bool:
    return bool(re.search(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$", text.rstrip()))


def _stops_short(page: Page, last: int) -> bool:
    """Say whether the last row of the text ends in mid-sentence or with dots."""
    row = page.rows[last]
    text = row.text.rstrip()
    if _dots(text):
        return True
    return row.words >= 8 and not row.ends and not text.endswith((":", ")"))
