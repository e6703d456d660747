"""A briefing as Markdown with footnotes (as Pandoc, GitHub and Obsidian read them)."""

from __future__ import annotations

import re

from detente.export.brief_notes import cited, marks, numbered
from detente.export.brief_words import words
from detente.query.brief_lines import Brief, Line

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def markdown(brief: Brief) -> str:
    """Return a briefing as the text of a Markdown file."""
    w = words(brief.language)
    numbers = numbered(brief)
    out = [f"# {escaped(brief.title)}", "", f"*{w('kicker')} · {escaped(brief.subtitle)}*", ""]
    for block in brief.blocks:
        out += [f"## {escaped(block.heading)}", ""]
        if block.note:
            out += [f"*{escaped(block.note)}*", ""]
        for part in block.parts:
            if part.heading:
                out += [f"### {escaped(part.heading)}", ""]
            out += [_line(line, marks(line, numbers)) for line in part.lines]
            out.append("")
    if not brief.blocks:
        out += [w("nothing"), ""]
    for one, number in numbers.items():
        where, title, sentence, ref = (escaped(item) for item in cited(one, w))
        out.append(f"[^{number}]: {where}, {title}: {sentence} {ref}")
    return "\n".join(out).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    r"""Return text in which nothing is Markdown.

    >>> escaped("[1f3a:2] a*b")
    '\\[1f3a:2\\] a\\*b'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _line(line: Line, numbers: list[int]) -> str:
    lead = f"**{escaped(line.lead)}** " if line.lead else ""
    told = f" ({escaped(line.told)})" if line.told else ""
    notes = "".join(f"[^{number}]" for number in numbers)
    return f"- {lead}{escaped(line.text)}{told}{notes}"
