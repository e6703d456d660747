"""A briefing as a Word file: headings as styles, numbers in the text, the evidence at the end."""

from __future__ import annotations

import io
import re
from typing import Any

from detente.errors import MissingExtra
from detente.export.brief_notes import cited, marks, numbered
from detente.export.brief_words import words
from detente.query.brief_lines import Brief, Footing, Line

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_GREY = (0x5C, 0x5A, 0x54)


def docx(brief: Brief) -> bytes:
    """Return a briefing as the bytes of a .docx file.

    python-docx 1.2 writes no footnotes, so the notes stand at the end under their numbers. Raises
    MissingExtra, which names it, where python-docx is not installed.
    """
    try:
        from docx import Document
        from docx.shared import Mm, Pt
    except ImportError as error:
        raise MissingExtra("a Word file needs python-docx", "install `detente[exports]`") from error
    w = words(brief.language)
    numbers = numbered(brief)
    file = Document()
    file.core_properties.title = _clean(brief.title)
    file.core_properties.author = "detente"
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "Georgia", Pt(10.5)
    file.add_heading(_clean(brief.title), level=0)
    _grey(file.add_paragraph(), f"{w('kicker')} · {brief.subtitle}")
    for block in brief.blocks:
        file.add_heading(_clean(block.heading), level=1)
        if block.note:
            _grey(file.add_paragraph(), block.note)
        for part in block.parts:
            if part.heading:
                file.add_heading(_clean(part.heading), level=2)
            for line in part.lines:
                _line(file.add_paragraph(style="List Bullet"), line, numbers)
    if not brief.blocks:
        file.add_paragraph(w("nothing"))
    if numbers:
        file.add_heading(_clean(w("notes")), level=1)
    for one, number in numbers.items():
        paragraph = file.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        where, title, sentence, ref = cited(one, w)
        run = paragraph.add_run(f"{number}  ")
        run.bold = True
        for text, grey in ((f"{where}, {title}: {sentence} ", False), (ref, True)):
            run = paragraph.add_run(_clean(text))
            run.font.size = Pt(8.5)
            if grey:
                _colour(run)
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _line(paragraph: Any, line: Line, numbers: dict[Footing, int]) -> None:
    if line.lead:
        paragraph.add_run(f"{_clean(line.lead)}  ").bold = True
    paragraph.add_run(_clean(line.text))
    if line.told:
        _grey(paragraph, f" ({line.told})")
    run = paragraph.add_run(" " + ", ".join(str(number) for number in marks(line, numbers)))
    run.font.superscript = True


def _grey(paragraph: Any, text: str) -> None:
    _colour(paragraph.add_run(_clean(text)))


def _colour(run: Any) -> None:
    from docx.shared import Pt, RGBColor

    run.font.size = Pt(8.5)
    run.font.color.rgb = RGBColor(*_GREY)


def _clean(text: str) -> str:
    """Return text without characters that XML cannot hold."""
    return _CONTROL.sub("", text)
