"""What a statement is about: its own words say it, else its paragraph's, else its article's.

"It must not be a condition" names no issue; its paragraph or the headline does. Where from is kept,
so that a reader can tell a named issue from an inherited one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from detente.document import Parse
from detente.knowledge.issues import IssueMention, issue_mentions

Basis = Literal["words", "paragraph", "article"]
_MOST = 2
_CLEAR = 3


class Issues:
    """The issues of an article, looked up by place. The whole text is searched once."""

    def __init__(self, parse: Parse) -> None:
        view = parse.view
        self._parse = parse
        self._starts = [paragraph.start for paragraph in view.paragraphs]
        self._by_paragraph: dict[int, list[IssueMention]] = {}
        self._mentions = issue_mentions(view.text)
        self._places = [mention.start for mention in self._mentions]
        for mention in self._mentions:
            self._by_paragraph.setdefault(self._paragraph(mention.start), []).append(mention)
        self._article = self._dominant()

    def of(self, spans: Sequence[tuple[int, int]]) -> tuple[tuple[str, ...], Basis]:
        """Return the issues of words that stand at ranges of the view, and where they were read.

        A paragraph lends what its sentence names, else what the whole of it does, unless it names more
        than two issues; an article the one that its title or most of its mentions name. None at all is
        `((), "words")`.
        """
        if own := tuple(dict.fromkeys(self._within(spans))):
            return own, "words"
        at = spans[0][0]
        here = self._by_paragraph.get(self._paragraph(at), [])
        sent = self._parse.sent_at(at)
        near = tuple(dict.fromkeys(m.issue for m in here if sent.start <= m.start < sent.end))
        around = near or tuple(dict.fromkeys(m.issue for m in here))
        if 0 < len(around) <= _MOST:
            return around, "paragraph"
        if self._article:
            return self._article, "article"
        return (), "words"

    def _within(self, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
        for start, end in spans:
            for number in range(bisect_left(self._places, start), bisect_left(self._places, end)):
                if self._mentions[number].end <= end:
                    yield self._mentions[number].issue

    def _paragraph(self, char: int) -> int:
        return max(0, bisect_right(self._starts, char) - 1)

    def _dominant(self) -> tuple[str, ...]:
        """Return the issue of the title that the body names too, else the one of most mentions."""
        body: Counter[str] = Counter()
        title: list[str] = []
        for number, mentions in self._by_paragraph.items():
            role = self._parse.view.paragraphs[number].role
            if role in ("title", "dek"):
                title += [mention.issue for mention in mentions]
            elif role == "body":
                body.update(mention.issue for mention in mentions)
        named = [issue for issue in dict.fromkeys(title) if issue in body]
        if 0 < len(named) <= _MOST:
            return tuple(named)
        most = body.most_common(2)
        if most and most[0][1] >= _CLEAR and 2 * most[0][1] > sum(body.values()):
            return (most[0][0],)
        return ()
