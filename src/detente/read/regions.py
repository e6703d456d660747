"""Below the title: where the text ends, what interrupts it, and what stands at the foot.

The text is the default. A row leaves it by a phrase of its own (an advertisement marker, a share
bar), or because a mark has ended the text (a pitch, a comment form, a list of other articles, a note
on the author) and nothing that reads like this article comes back.
"""

from __future__ import annotations

import re

from detente.read.byline import (
    bio_name,
    byline_names,
    credit_names,
    lone_name,
    pronoun_bio,
    same_person,
)
from detente.read.captions import caption_like
from detente.read.page import Page
from detente.read.phrases import (
    COMMENTS,
    ORIGIN,
    RELATED_HEAD,
    RELATED_LINE,
    is_origin,
    phrase_of,
    said_twice,
    spoken,
)
from detente.read.pitches import is_pitch
from detente.read.printed import clock_line, date_line
from detente.read.rows import OWN, POINTER, Row, body_like
from detente.read.top import NUMBERED
from detente.records import LineRole

_YOU = re.compile(r"\b(?:you|your|yours|we|our|us|you['’]\w+|we['’]\w+)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«‘][^“”\"«»]{3,}[”\"»’]")
_PROPER = re.compile(r"(?<=[a-z,;:)”\"] )[A-Z][a-zà-þ]{2,}")
_ENDING = frozenset({"contact", "source-url"})
_VIEWS = re.compile(r"\b(?:views|opinions)\s+(?:expressed|presented|stated|are)\b", re.IGNORECASE)
_QA = re.compile(r"^(?:Q|A|Question|Answer|[A-Z][A-Z .'’-]{1,30})\s*[.:]\s")


def label_text(page: Page, body: int, authors: tuple[str, ...]) -> None:
    """Label every row from the first of the text on.

    It does not find an advertisement that reads like the article itself.
    """
    rows = page.rows
    names: set[str] = set()
    index = body
    while index < len(rows):
        row = rows[index]
        if page.labels[index] is not None:
            index += 1
            continue
        mark = _end_mark(page, index, body)
        if mark:
            region, reason = mark
            index = _label_region(page, index, region, reason, names)
            continue
        _label_one(page, index, names, authors)
        if page.role(index) is None:
            names.update(_PROPER.findall(row.text))
            page.give(
                index,
                "body",
                "running text" if body_like(row) else "the default",
                1.0 if body_like(row) else 0.6,
            )
        index += 1
    _foot(page, body, authors)
    _shouted(page, body)
    _subheads(page, body)
    _pull_quotes(page, body)


def _end_mark(page: Page, index: int, body: int) -> tuple[LineRole, str] | None:
    """Return the role and reason of the region that a row opens, None when it opens none."""
    row = page.rows[index]
    text = row.text
    if index == body:
        return None
    if is_pitch(text):
        return "paywall", "a pitch after the text"
    if row.words <= 12 and COMMENTS.match(text):
        return "menu", "readers' comments"
    if row.words <= 9 and RELATED_HEAD.match(text) and not row.text.endswith("."):
        return "related", "under a heading over links"
    phrase = phrase_of(text, row.words)
    if phrase and _own_views(text):
        return None
    if phrase and (phrase.role in _ENDING or phrase.reason == "copyright"):
        return phrase.role, phrase.reason
    if phrase and phrase.role == "login":
        return "login", phrase.reason
    return None


def _label_region(page: Page, start: int, region: LineRole, reason: str, names: set[str]) -> int:
    """Label a region from the row that opens it and return the index of the row after it."""
    rows = page.rows
    page.give(start, region, reason)
    end = len(rows)
    for index in range(start + 1, len(rows)):
        if page.labels[index] is None and _comes_back(page, index, region, names):
            end = index
            break
    for index in range(start + 1, end):
        row = rows[index]
        if page.labels[index] is not None:
            continue
        own = _own_mark(page, index)
        if own:
            region, reason = own
            page.give(index, region, reason)
            continue
        phrase = phrase_of(row.text, row.words)
        if phrase:
            page.give(index, phrase.role, phrase.reason)
        elif region in ("paywall", "related"):
            page.give(index, region, f"after: {reason}", 0.9)
        elif bio_name(row.text) or pronoun_bio(row.text):
            page.give(index, "bio", "a note on the author", 0.8)
        elif region in ("login", "menu"):
            page.give(index, region, f"after: {reason}", 0.8)
        elif not body_like(row):
            page.give(index, "menu", "a short line after the end of the text", 0.7)
        else:
            page.give(index, "promo", "after the end of the text", 0.7)
    return end


def _own_mark(page: Page, index: int) -> tuple[LineRole, str] | None:
    """A row inside a region that opens a region of its own."""
    row = page.rows[index]
    if row.words <= 12 and COMMENTS.match(row.text):
        return "menu", "readers' comments"
    if row.words <= 9 and RELATED_HEAD.match(row.text) and not row.text.endswith("."):
        return "related", "under a heading over links"
    if is_pitch(row.text):
        return "paywall", "a pitch after the text"
    return None


def _comes_back(page: Page, index: int, region: LineRole, names: set[str]) -> bool:
    """Say whether a row is the article again: running text that shares its names or its voices."""
    row = page.rows[index]
    text = row.text
    if row.own or row.link or not body_like(row) or phrase_of(text, row.words) or is_pitch(text):
        return False
    if bio_name(text) or pronoun_bio(text) or ORIGIN.search(text) or credit_names(text) is not None:
        return False
    quoted = bool(_QUOTED.search(text))
    if _YOU.search(_QUOTED.sub(" ", text)) and not spoken(text):
        return False
    if region == "menu":  # comments talk about the same names
        return False
    if row.bullet or (region == "related" and row.words < 12):
        return False
    shared = names & set(_PROPER.findall(f". {text}"))
    if quoted and (shared or spoken(text)):
        return True
    if region == "paywall":
        return row.words >= 18 and row.ends and bool(shared)
    return row.words >= 14 and bool(shared)


def _label_one(page: Page, index: int, names: set[str], authors: tuple[str, ...]) -> None:
    """Label a row of the text that gives itself away on its own."""
    row = page.rows[index]
    text = row.text
    if row.own:
        page.give(index, "promo", OWN, 0.95)
        return
    phrase = phrase_of(text, row.words)
    if phrase and _own_views(text):
        page.give(index, "bio", "a note on the author and whose views these are", 0.9)
        return
    if phrase and not (row.bullet and phrase.role == "menu" and page.role(index - 1) == "body"):
        page.give(index, phrase.role, phrase.reason, 1.0 if phrase.whole else 0.9)
        return
    related = RELATED_LINE.match(text)
    if related and (not row.ends or row.link or row.words < 16):
        page.give(index, "related", POINTER, 0.9)
    elif clock_line(text) or date_line(text):
        page.give(index, "date", "nothing but a date or a time", 0.9)
    elif credit_names(text) is not None and row.words <= 40:
        page.give(index, "byline", "a reporting credit", 0.9)
    elif row.words <= 40 and is_origin(text):
        page.give(index, "source-url", "says where the text first appeared", 0.9)
    elif row.words <= 12 and (byline_names(text) or ()) and not row.ends:
        page.give(index, "byline", "names after By", 0.8)
    elif not spoken(text) and caption_like(row.raw, text, row.words) and not _QA.match(text):
        page.give(index, "caption", "a credit at its end", 0.8)
    elif said_twice(text):
        page.give(index, "related", "a headline said twice, as cards of other articles do", 0.8)


def _own_views(text: str) -> bool:
    """Say whether a line says who the author is as well as whose the opinions are."""
    return bool(_VIEWS.search(text)) and bio_name(text) is not None


def _foot(page: Page, body: int, authors: tuple[str, ...]) -> None:
    """Notes on the author among the last rows of the text, and loose entries after it."""
    rows = page.rows
    texts = [index for index, _ in page.with_role("body") if index >= body]
    for index in reversed(texts[-6:]):
        if index == texts[0]:
            break
        row = rows[index]
        following = next((i for i in texts if i > index and page.role(i) == "body"), None)
        if following is not None:
            break
        name = bio_name(row.text) or None
        above = lone_name(rows[index - 1].text) if index else None
        if name and _about_author(page, index, name, above, authors, texts):
            page.replace(index, "bio", "a note on the author at the foot", 0.8)
            if above and same_person(above, name):
                page.replace(index - 1, "bio", "the author's name over the note", 0.8)
            _after_bio(page, index)
        elif pronoun_bio(row.text) and index and bio_name(rows[index - 1].text) and row.words < 40:
            page.replace(index, "bio", "goes on about the author", 0.6)
        elif lone_name(row.text) and not row.ends and index == texts[-1] and row.gap:
            page.replace(index, "byline", "a name under the text", 0.6)
            continue
        else:
            break
    # a note on the author may be followed by loose entries; ask again from each candidate
    for index in texts[-12:]:
        if page.role(index) != "body" or index == texts[0]:
            continue
        name = bio_name(rows[index].text)
        if not name:
            continue
        above = lone_name(rows[index - 1].text)
        if above and same_person(above, name):
            page.replace(index, "bio", "a note on the author under the name", 0.9)
            page.replace(index - 1, "bio", "the author's name over the note", 0.9)
            _after_bio(page, index)
            break
        if any(same_person(name, author) for author in authors):
            page.replace(index, "bio", "a note on whom the byline names", 0.9)
            _after_bio(page, index)
            break


def _about_author(
    page: Page, index: int, name: str, above: str | None, authors: tuple[str, ...], texts: list[int]
) -> bool:
    """A note is about the author when the byline names the person, or the name stands over it, or
    nobody of that name is in the article."""
    if any(same_person(name, author) for author in authors) or (above and same_person(above, name)):
        return True
    last = name.split()[-1].lower()
    earlier = (page.rows[i].text.lower() for i in texts if i < index)
    return not any(re.search(rf"\b{re.escape(last)}\b", text) for text in earlier)


def _after_bio(page: Page, index: int) -> None:
    """What follows a note on the author is no text, unless somebody is quoted in it."""
    for at in range(index + 1, len(page.rows)):
        row = page.rows[at]
        if page.role(at) not in ("body", None):
            continue
        if pronoun_bio(row.text) or bio_name(row.text):
            page.replace(at, "bio", "goes on about the author", 0.7)
        elif body_like(row) and not _YOU.search(row.text):
            if row.words > 30 or spoken(row.text):
                return  # running text again: keep it and all below
            page.replace(at, "promo", "after the note on the author", 0.6)
        else:
            page.replace(at, "menu", "after the note on the author", 0.7)


def _shouted(page: Page, body: int) -> None:
    """Headlines in capitals between paragraphs that are not: links to other articles."""
    texts = [index for index, _ in page.with_role("body") if index >= body]
    if sum(body_like(page.rows[index]) for index in texts) < 3:
        return
    found = [index for index in texts if _headline_in_capitals(page.rows[index])]
    for index in found if len(found) * 4 <= len(texts) * 3 else ():
        page.replace(index, "related", "a headline in capitals between paragraphs", 0.7)


def _headline_in_capitals(row: Row) -> bool:
    text = row.text
    if row.words < 6 or row.ends or text.endswith((":", ",", ";")) or spoken(text):
        return False
    return text.upper() == text and sum(char.isalpha() for char in text) > len(text) * 0.6


def _subheads(page: Page, body: int) -> None:
    """Headings inside the text: marked ones, and short lines between two paragraphs."""
    rows = page.rows
    texts = [index for index, _ in page.with_role("body") if index >= body]
    longs = sum(body_like(rows[index]) for index in texts)
    _numbered(page, texts)
    if longs < 3 or longs * 2 < len(texts):
        return  # a poem, a list or a transcript has short lines of its own
    for index in texts:
        row = rows[index]
        if row.heading and row.words <= 20:
            page.replace(index, "subhead", "a heading in the text", 0.9)
            continue
        alone = row.gap and index + 1 < len(rows) and rows[index + 1].gap
        plain = not row.bullet and not row.text.endswith(
            (".", ",", ":", ";", "”", '"', "’", "—", "–", "-", "…")
        )
        cased = row.text[:1].isupper() and not _QA.match(row.text)
        if alone and plain and cased and row.words <= 9 and index > body:
            before = next((i for i in reversed(texts) if i < index), None)
            after = next((i for i in texts if i > index), None)
            if before is None or after is None or not body_like(rows[after]):
                continue
            if (
                rows[before].ends
                and not rows[after].text[:1].islower()
                and not _QUOTED.search(row.text)
            ):
                page.replace(index, "subhead", "a short line between paragraphs", 0.7)


def _numbered(page: Page, texts: list[int]) -> None:
    """Short numbered lines that stand alone are headings when there are several, from 1 on."""
    heads = [
        index
        for index in texts
        if NUMBERED.match(page.rows[index].text)
        and page.rows[index].words <= 9
        and not page.rows[index].ends
        and page.rows[index].gap
        and index + 1 < len(page.rows)
        and page.rows[index + 1].gap
    ]
    numbers = [int(re.findall(r"\d+", page.rows[index].text)[0]) for index in heads]
    if len(heads) > 1 and numbers == list(range(1, len(heads) + 1)):
        for index in heads:
            page.replace(index, "subhead", "a numbered heading", 0.8)


def _pull_quotes(page: Page, body: int) -> None:
    """A line that repeats a stretch of a longer paragraph is a pull quote, not said twice."""
    texts = [(index, row.key) for index, row in page.with_role("body", "subhead") if index >= body]
    if len(texts) < 4 or len(texts) > 2_000:
        return
    whole = "\n".join(f" {key} " for _, key in texts)
    seen: set[str] = set()
    for index, key in texts:
        words = len(key.split())
        if words >= 12 and key in seen:
            page.replace(index, "promo", "repeats a paragraph above", 0.7)
        elif 5 <= words <= 45 and whole.count(f" {key} ") > 1 and _inside_longer(key, texts, index):
            page.replace(index, "promo", "a pull quote: repeats words of a paragraph", 0.8)
        seen.add(key)


def _inside_longer(key: str, texts: list[tuple[int, str]], index: int) -> bool:
    return any(
        len(other) > len(key) * 1.2 and f" {key} " in f" {other} " for at, other in texts if at != index
    )
