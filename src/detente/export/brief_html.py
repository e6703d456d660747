"""A briefing as one HTML page: no script, no request, print style, notes that lead there and back."""

from __future__ import annotations

from html import escape

from detente.export.brief_notes import cited, marks, numbered
from detente.export.brief_words import Words, words
from detente.query.brief_lines import Block, Brief, Footing, Line

_STYLE = """
:root { color-scheme: light; }
body { margin: 3rem auto; max-width: 42rem; padding: 0 1.5rem; color: #1a1a1a; background: #fbfaf6;
  font: 1rem/1.5 Georgia, "Times New Roman", serif; }
h1 { font-size: 2rem; font-weight: normal; margin: 0; }
h2 { font: bold .95rem/1.4 system-ui, sans-serif; margin: 2rem 0 .4rem; border-top: 1px solid #d8d4c8;
  padding-top: .8rem; }
h3 { font: bold .9rem/1.4 system-ui, sans-serif; margin: 1rem 0 .2rem; color: #444; }
.kicker, .note, .told { font-family: system-ui, sans-serif; color: #5c5a54; font-size: .85rem; }
.kicker { margin: .4rem 0 0; }
ul { list-style: none; padding: 0; margin: 0; }
li { margin: .45rem 0; }
.lead { font: bold .85rem/1.4 system-ui, sans-serif; margin-right: .4rem; }
sup { font-size: .7rem; line-height: 0; }
a { color: inherit; text-decoration-color: #b8b3a4; }
a:target, li:target { background: #fff0b8; }
ol { font-size: .82rem; line-height: 1.45; color: #33312c; padding-left: 2rem; }
ol .where { font-family: system-ui, sans-serif; }
@media print { body { margin: 0; max-width: none; background: none; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; } li { break-inside: avoid; } }
"""


def html(brief: Brief) -> str:
    """Return a briefing as the text of an HTML file."""
    w = words(brief.language)
    numbers = numbered(brief)
    body = "".join(_block(block, numbers) for block in brief.blocks)
    if not brief.blocks:
        body = f"<p>{escape(w('nothing'))}</p>"
    notes = "".join(_note(one, number, w) for one, number in numbers.items())
    if notes:
        notes = f"<h2>{escape(w('notes'))}</h2>\n<ol>\n{notes}</ol>\n"
    return (
        f'<!DOCTYPE html>\n<html lang="{brief.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(brief.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(brief.title)}</h1>\n"
        f'<p class="kicker">{escape(w("kicker"))} · {escape(brief.subtitle)}</p>\n'
        f'{body}{notes}<p class="note">{escape(w("made"))}</p>\n</main>\n</body>\n</html>\n'
    )


def _block(block: Block, numbers: dict[Footing, int]) -> str:
    out = f"<section>\n<h2>{escape(block.heading)}</h2>\n"
    if block.note:
        out += f'<p class="note">{escape(block.note)}</p>\n'
    for part in block.parts:
        if part.heading:
            out += f"<h3>{escape(part.heading)}</h3>\n"
        out += "<ul>\n" + "".join(_line(line, numbers) for line in part.lines) + "</ul>\n"
    return out + "</section>\n"


def _line(line: Line, numbers: dict[Footing, int]) -> str:
    lead = f'<span class="lead">{escape(line.lead)}</span>' if line.lead else ""
    told = f' <span class="told">{escape(line.told)}</span>' if line.told else ""
    notes = " ".join(f'<a href="#note-{n}">{n}</a>' for n in marks(line, numbers))
    return f"<li>{lead}{escape(line.text)}{told}<sup> {notes}</sup></li>\n"


def _note(one: Footing, number: int, w: Words) -> str:
    where, title, sentence, ref = (escape(item) for item in cited(one, w))
    if one.url and one.url.startswith(("https://", "http://")):
        title = f'<a href="{escape(one.url)}" rel="noreferrer">{title}</a>'
    return (
        f'<li id="note-{number}"><span class="where">{where}</span>, {title}: {sentence} '
        f'<span class="told">{ref}</span></li>\n'
    )
