"""Lines on a terminal or in a file: wrapped, aligned, with colour only where somebody looks.

Three colours have a meaning: one for each of two states, and yellow for evidence.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from detente.query.refs import Ref
from detente.records import to_dict

if TYPE_CHECKING:
    from rich.text import Text

LEFT, RIGHT, EVIDENCE, FAINT, STRONG = "blue", "red", "yellow", "dim", "bold"
WIDEST = 110
"""Columns beyond which lines are hard to read."""
FILE_WIDTH = 100
"""Columns where nobody looks and COLUMNS does not say."""
LABEL = 16
"""Columns of the first column, two of them white."""
MOST_REFS = 6


class Page:
    """What a command prints for a person."""

    def __init__(self, most_refs: int = MOST_REFS) -> None:
        from rich.console import Console

        looked_at = sys.stdout.isatty()
        width = None if looked_at or os.environ.get("COLUMNS") else FILE_WIDTH
        plain = bool(os.environ.get("NO_COLOR")) or not looked_at
        self._console = Console(
            width=width,
            color_system=None if plain else "auto",
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
        )
        self.most_refs = most_refs
        self.width = max(40, min(self._console.width, WIDEST))

    def line(self, text: Text | str = "", indent: int = 0) -> None:
        """Print one paragraph, wrapped and indented."""
        self.entry("", text, indent=indent, gap=0)

    def heading(self, words: str, note: str = "") -> None:
        """Print the heading of a section after an empty line."""
        self.line()
        self.line(styled((words, STRONG), (f"  {note}" if note else "", FAINT)))

    def entry(
        self,
        label: Text | str,
        body: Text | str,
        refs: Sequence[Ref] = (),
        *,
        indent: int = 2,
        gap: int = LABEL,
    ) -> None:
        """Print a label and beside it a paragraph that ends in references."""
        from rich.text import Text

        words = body.copy() if isinstance(body, Text) else Text(body)
        if refs:
            words.append(" ")
            words.append(refs_words(refs, self.most_refs), style=EVIDENCE)
        gap = min(gap, self.width // 3)
        first = label if isinstance(label, Text) else Text(label, style=FAINT)
        left = first.wrap(self._console, max(1, gap - 2)) if gap and first.plain else [Text()]
        right = words.wrap(self._console, max(20, self.width - indent - gap))
        for at in range(max(len(left), len(right))):
            start = left[at] if at < len(left) else Text()
            rest = right[at] if at < len(right) else Text()
            start.rstrip()
            start.align("left", gap)
            row = Text(" " * indent).append_text(start).append_text(rest)
            row.rstrip()
            self._console.print(row, soft_wrap=True)


def styled(*parts: tuple[str, str] | str) -> Text:
    """Return words with their styles as one text."""
    from rich.text import Text

    return Text.assemble(*parts)


def refs_words(refs: Sequence[Ref], most: int = MOST_REFS) -> str:
    """Return references as they end a line; beyond so many, how many more there are.

    Where some are left out, each article is named before any is named twice.

    >>> refs_words([Ref("1f3a:3", "article:1f3a", 3)])
    '[1f3a:3]'
    """
    shown = list(refs)
    if len(refs) > most:
        seen: Counter[str] = Counter()
        turns: list[tuple[int, int]] = []
        for at, ref in enumerate(refs):
            turns.append((seen[ref.article], at))
            seen[ref.article] += 1
        shown = [refs[at] for at in sorted(at for _, at in sorted(turns)[:most])]
    words = " ".join(f"[{ref.label}]" for ref in shown)
    return f"{words} and {len(refs) - most} more" if len(refs) > most else words


def print_json(value: Any) -> None:
    """Print one JSON document, indented."""
    print(json.dumps(to_dict(value), ensure_ascii=False, indent=2))


def print_json_lines(values: Iterable[Any]) -> None:
    """Print one JSON object a line, each as soon as it is there."""
    for value in values:
        print(json.dumps(to_dict(value), ensure_ascii=False), flush=True)
