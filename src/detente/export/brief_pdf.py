"""A briefing as a PDF, set by typst: an A4 page, real footnotes, page numbers."""

from __future__ import annotations

import re

from detente.errors import MissingExtra
from detente.export.brief_notes import cited, marks, numbered
from detente.export.brief_words import Words, words
from detente.query.brief_lines import Brief, Footing, Line

_SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~=+\-/\"'])")
_HEAD = """\
#set document(title: "{title}")
#set page(paper: "a4", margin: (x: 24mm, top: 22mm, bottom: 24mm), numbering: "1 / 1",
  footer-descent: 40%)
#set text(font: ("Libertinus Serif", "New Computer Modern"), size: 10.5pt, lang: "{language}",
  fill: rgb("#1a1a1a"))
#set par(leading: 0.62em, spacing: 0.8em)
#set footnote.entry(separator: line(length: 20%, stroke: 0.4pt + rgb("#8a867a")), gap: 0.45em)
#show footnote.entry: set text(size: 7.4pt, fill: rgb("#3a3833"))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, sticky: true,
  text(size: 11pt, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 1em, below: 0.5em, sticky: true,
  text(size: 10pt, weight: "bold", fill: rgb("#4a4740"), it.body))
#let told(it) = text(size: 8.5pt, fill: rgb("#6a675e"), it)
#let entry(lead, body) = block(breakable: true, spacing: 0.75em,
  grid(columns: (25mm, 1fr), column-gutter: 3mm,
    text(size: 9pt, weight: "bold", lead), body))
#let plain(body) = block(breakable: true, spacing: 0.75em, body)
"""


def pdf(brief: Brief) -> bytes:
    """Return a briefing as the bytes of a PDF file.

    Raises MissingExtra, which names it, where typst is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtra("a PDF needs typst", "install `detente[exports]`") from error
    return bytes(typst.compile(typst_text(brief).encode("utf-8")))


def typst_text(brief: Brief) -> str:
    """Return the text of the typst file that a briefing is set from."""
    w = words(brief.language)
    numbers = numbered(brief)
    seen: set[int] = set()
    title = brief.title.replace("\\", "\\\\").replace('"', '\\"')
    out = [_HEAD.replace("{title}", title).replace("{language}", brief.language)]
    out.append(f"#text(size: 20pt)[{escaped(brief.title)}]\n")
    out.append(f"#told[{escaped(w('kicker'))} · {escaped(brief.subtitle)}]\n")
    for block in brief.blocks:
        out.append(f"== {escaped(block.heading)}\n")
        if block.note:
            out.append(f"#told[{escaped(block.note)}]\n")
        for part in block.parts:
            if part.heading:
                out.append(f"=== {escaped(part.heading)}\n")
            led = any(line.lead for line in part.lines)
            out += [_line(line, numbers, seen, w, led) for line in part.lines]
    if not brief.blocks:
        out.append(escaped(w("nothing")))
    return "\n".join(out) + "\n"


def escaped(text: str) -> str:
    r"""Return text in which nothing is typst markup.

    >>> escaped("[a] #b")
    '\\[a\\] \\#b'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _line(line: Line, numbers: dict[Footing, int], seen: set[int], w: Words, led: bool) -> str:
    by_number = {numbers[one]: one for one in line.evidence}
    notes = "#super[, ]".join(_note(by_number[n], n, seen, w) for n in marks(line, numbers))
    told = f" #told[({escaped(line.told)})]" if line.told else ""
    body = f"{escaped(line.text)}{told}{notes}"
    return f"#entry[{escaped(line.lead)}][{body}]\n" if led else f"#plain[{body}]\n"


def _note(one: Footing, number: int, seen: set[int], w: Words) -> str:
    if number in seen:
        return f"#footnote(<note-{number}>)"
    seen.add(number)
    where, title, sentence, ref = (escaped(item) for item in cited(one, w))
    return f"#footnote[{where}, {title}: {sentence} #told[{ref}]]<note-{number}>"
