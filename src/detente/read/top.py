# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""The top of a page: the title among menus and slogans, and what stands between it and the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.read.byline import agency_of, byline_names, lone_name, name_list, signed_names
from detente.read.captions import caption_like
from detente.read.masthead import Masthead, masthead_of, slogan
from detente.read.page import Page
from detente.read.phrases import RELATED_HEAD, is_origin, phrase_of
from detente.read.pitches import is_pitch
from detente.read.printed import clock_line, date_line, relative_line, yearless_line
from detente.read.rows import Row, body_like, key_of

_DESK = re.compile(
    r"\b(?:bureau|news\s+service|newsroom|news\s+desk|foreign\s+desk)\s*$", re.IGNORECASE
)
NUMBERED = re.compile(r"^\W*\d{1,2}[.)]\s+[A-ZÀ-Þ]")
"""A numbered heading or item."""
_REACH = 60
"""How many rows a title may stand below the top."""
_SUBJECT = re.compile(
    r"^\W*(?:subject|subj|re|betreff|headline|title)\s*:\s*(?P<words>\S.*\S)\s*$", re.IGNORECASE
)
_JOINT = re.compile(r"[a-zà-þ]{3}[A-Z][a-zà-þ]|[a-zà-þ]{3}[A-Z]{2}")
"""Where entries of a menu were run together."""
_AGO_FIRST = re.compile(r"^\W*\d+\s?(?:m|h|d|min|mins|hr|hrs|hours?|minutes?|days?)\s+ago")
_TURN = re.compile(r"^\W*(?:Q|Question)\s*[.:]\s")
_MEMO = re.compile(r"^\W*(?:to|cc|bcc|from|date|sent|an|von)\s*:\s*\S", re.IGNORECASE)
"""Lines of the head of a note or a letter."""
_BAR = re.compile(r"\s+(?:\||»|::|•|·|—|–|-)\s+")
_SLUG = re.compile(
    r"^\W*(?=\S*[-–/]\S)(?:[A-Z][\w.&]*[-–/]{1,2}){1,6}[A-Z\d][\w.]*(?P<take>(?:,?\s+(?:\d+(?:st|nd|rd|th)|first|second|third|new|final|top|eds?"
    r"|lead|ld|ld-writethru|writethru|urgent|update\s*\d*|correct(?:ion|ed)|wrap(?:up)?|roundup|add|alert|snap|scheduled|factbox|take\s*\d*)\b)+)?\W*$",
    re.IGNORECASE,
)
"""What agencies name a story by while it grows: "Example-Border-Talks, 2nd lead"."""
_WIRE_NUMBER = re.compile(r"^\W*[A-Za-z]{1,3}\d{3,5}(?:\s+[a-z]{1,3}){0,3}\W*$")
_MEDIA = re.compile(
    r"\b(?:Times|Post|News|Herald|Tribune|Review|Journal|Gazette|Guardian|Telegraph|Today|Monitor|Daily|Weekly|Agency"
    r"|Press|Chronicle|Observer|Standard|Independent|Star|Globe|Mail|Express|Broadcasting|Radio|Television|TV|Magazine"
    r"|Online|Courier|Bulletin|Dispatch|Examiner|Inquirer|Sun|Mirror|Echo|Record|Report|Affairs|Wire|Network|Ledger"
    r"|Register|Sentinel|Argus|Voice|Zeitung|Quarterly|Economist|Politico|Reuters|BBC|CNN|NPR|RT|Line|Outlook|Prism)\b",
    re.IGNORECASE,
)
DATELINE = re.compile(
    r"""^\W*(?P<place>[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’/ -]{2,40}(?:,\s*[A-Z][\w. ]{1,25}){0,2}|[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,2}(?:,\s*[A-Z][\w. ]{1,20})?)
    (?P<day>\s*,?\s*\(?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:\s*,?\s*\d{4})?|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{4})?)\)?)?
    \s*,?\s*(?:(?P<agency>[(\[/][^()\[\]/]{2,40}[)\]/])\s*,?\s*)?(?P<day2>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2})?\s*(?P<dash>--|—|–|-{1,2}|:|/|(?<=[A-ZÀ-Þ]{3})\.(?=\s+[A-ZÀ-Þ“"]))\s*""",
    re.VERBOSE,
)  # fmt: skip
"""A dateline at the start of a paragraph: place, day, agency and a dash."""


@dataclass(frozen=True, slots=True)
class Top:
    """What the top of a page says."""

    title: int | None
    """Index of the row that is the title; None when there is none."""
    words: str | None
    """The title without the outlet's name."""
    outlet: str | None
    """The outlet that stands beside the title; None when there is none."""
    body: int
    """Index of the first row of the text itself."""


def label_top(page: Page, given_title: str | None = None) -> Top:
    """Label everything above the text and return the title, the outlet beside it, and where the
    text starts.

    A page that starts with running text has no title. A kicker ("World", "Analysis") is a menu row.
    """
    rows = page.rows
    reach = _reach(rows)
    head = masthead_of(rows, reach)
    title, words, outlet = _title(rows, reach, head, given_title)
    first = 0 if title is None else title + 1
    body = _body_start(rows, first)
    if title is not None:
        key = key_of(words or "")
        for index in range(min(len(rows), body)):
            if index == title:
                page.give(index, "title", "the headline")
            elif key and (rows[index].key == key or _beside(rows[index], words or "")):
                page.give(index, "title", "the headline again")
        for index in range(title):
            if index in head.roles:
                page.give(index, *head.roles[index], 0.9)
            _label_above(page, index)
    for index in range(first, body):
        if index in head.roles and not rows[index].bold:
            page.give(index, *head.roles[index], 0.8)
        _label_between(page, index, first, body)
    _dek(page, first, body)
    return Top(title, words, outlet or head.name, _after_dek(page, first, body))


def _reach(rows: list[Row]) -> int:
    """Nothing below the first running text is a title."""
    for index, row in enumerate(rows[:_REACH]):
        if body_like(row) and row.words > 30 and not _chrome(row):
            return index
    return min(len(rows), _REACH)


def _title(
    rows: list[Row], reach: int, head: Masthead, given: str | None
) -> tuple[int | None, str | None, str | None]:
    keys = [row.key for row in rows[:reach]]
    best: tuple[float, int, str, str | None] | None = None
    plain = 0
    for index in range(reach):
        row = rows[index]
        if not (1 if row.heading == 1 else 2) <= row.words <= 32 or _no_title(row):
            continue
        if index in head.roles:
            continue
        words, outlet = _parted(row, keys, index)
        subject = _SUBJECT.match(row.text)
        key = key_of(words)
        score = 0.0
        if given and key == key_of(given):
            score += 6
        score += 3 * (row.heading == 1) + 1 * (row.heading == 2)
        score += 2.5 * (
            keys.count(key) > 1
            or any(_beside(other, words) for other in rows[:reach] if other is not row)
        )
        score += 1.0 * (outlet is not None)
        score += 1.0 * (4 <= row.words <= 22)
        score -= 2.5 * (row.ends and not row.text.rstrip("\"'”’").endswith(("?", "!")))
        score -= 1.5 * row.bullet + 1.0 * (row.words < 3)
        if subject:
            words = subject["words"]
            score += 4
        first = plain == 0 and (index == 0 or row.words >= 4 or _over_text(rows, index))
        score += 1.0 * (first and not row.ends and not row.bullet)
        plain += not row.bullet
        score -= 0.04 * index
        if best is None or score > best[0]:
            best = (score, index, words, outlet)
    if best is None or best[0] < 0:
        return None, None, None
    score, index, words, outlet = best
    for later in range(index + 1, reach):  # the last of several stands over the text
        if keys[later] == key_of(words):
            index = later
    for other in rows[:reach]:
        outlet = outlet or (None if _SUBJECT.match(other.text) else _name_beside(other, words))
    if not _stands_alone(rows, index) and score < 2:
        return None, None, None
    return index, words, outlet


def _over_text(rows: list[Row], index: int) -> bool:
    """Say whether a byline, a date or running text stands right under a row."""
    if index + 1 >= len(rows):
        return False
    under = rows[index + 1]
    return under.words >= 8 or byline_names(under.text) is not None or bool(date_line(under.text))


def _stands_alone(rows: list[Row], index: int) -> bool:
    """A title is followed by something, and is no line of a poem or a list."""
    if index + 1 >= len(rows):
        return False
    text = rows[index].text
    return not text.endswith((",", ";")) and (text[:1].isupper() or not text[:1].isalpha())


def _no_title(row: Row) -> bool:
    text = row.text
    if date_line(text) or clock_line(text) or byline_names(text) is not None or _chrome(row):
        return True
    if relative_line(text) or yearless_line(text) or is_origin(text) or _MEMO.match(text):
        return True
    if _AGO_FIRST.match(text) or len(_JOINT.findall(text)) > 1 or is_slug(text):
        return True
    if agency_of(text) and row.words <= 5 and row.heading != 1:
        return True
    if caption_like(row.raw, text, row.words) and not row.heading:
        return True
    return bool(DATELINE.match(text) and row.words > 14 and row.ends)


def is_media(name: str) -> bool:
    """Say whether a name has a word in it by which papers and stations call themselves.

    >>> is_media("The Example Post"), is_media("World news in brief")
    (True, True)
    >>> is_media("Politics")
    False
    """
    return bool(_MEDIA.search(name))


def is_slug(text: str) -> bool:
    """Say whether a line is an agency's working name or number of a story, and no headline of it.

    >>> is_slug("Sudia-Norland-Fish, 2nd lead"), is_slug("a0417 int"), is_slug("Sudia-Norland talks")
    (True, True, False)
    """
    if len(text) > 70:
        return False
    found = _SLUG.match(text)
    joints = len(re.findall(r"[-–/]+", text)) if found else 0
    return bool(found and (found["take"] or joints > 1)) or bool(_WIRE_NUMBER.match(text))


def _chrome(row: Row) -> bool:
    head = row.words <= 14 and RELATED_HEAD.match(row.text)
    return bool(head or phrase_of(row.text, row.words) or is_pitch(row.text))


def _parted(row: Row, keys: list[str], index: int) -> tuple[str, str | None]:
    """Part "Outlet | Title" and "Title - Outlet"; the outlet is the part that reads as a name."""
    parts = _BAR.split(row.text)
    if len(parts) < 2:
        return row.text, None
    others = {key for at, key in enumerate(keys) if at != index}
    for part in (parts[0], parts[-1]):  # a part that stands alone elsewhere is the title
        if key_of(part) in others and len(part.split()) >= 3:
            rest = parts[-1] if part is parts[0] else parts[0]
            return part, rest if len(rest.split()) <= 6 else None
    for name, at in ((parts[-1], -1), (parts[0], 0)):
        bar = "|" in row.text or "»" in row.text or "::" in row.text
        media = bool(_MEDIA.search(name)) and name[:1].isupper() and name == name.strip()
        if len(name.split()) <= 5 and (media or (bar and name[:1].isupper())):
            cut = row.text.rindex(name) if at == -1 else len(name)
            rest = row.text[:cut] if at == -1 else row.text[cut:]
            rest = rest.strip(" |»:•·—–-")
            if len(rest.split()) >= 3:
                return rest, name
    return row.text, None


def split_outlet(title: str, outlet: str | None) -> str:
    """Return a title without the outlet's name at its end or its start.

    >>> split_outlet("Ministers meet in Oslo | The Example Post", None)
    'Ministers meet in Oslo'
    """
    parts = _BAR.split(title)
    if len(parts) < 2:
        return title
    name = key_of(outlet or "")
    for last in (True, False):
        part = parts[-1] if last else parts[0]
        same = bool(name) and (key_of(part) == name or key_of(part) in name or name in key_of(part))
        named = len(part.split()) <= 5 and bool(_MEDIA.search(part)) and part[:1].isupper()
        host = re.fullmatch(r"[\w-]+\.(?:com|org|net|co\.uk|de|ru|info|eu)", part.strip().lower())
        if same or named or host:
            rest = title[: title.rindex(part)] if last else title[len(part) :]
            rest = rest.strip(" |»:•·—–-")
            if len(rest.split()) >= 2:
                return split_outlet(rest, outlet) if last else rest
    return title


def _beside(row: Row, title: str) -> bool:
    """Say whether a row is the title with a name on one side."""
    return _name_beside(row, title) is not None


def _name_beside(row: Row, title: str) -> str | None:
    text = row.text
    if title and title in text and text != title:
        rest = text.replace(title, "", 1).strip()
        name = rest.strip(" |»:•·—–-")
        if name and rest != name and len(name.split()) <= 6:
            return name
    return None


def _body_start(rows: list[Row], first: int) -> int:
    for index in range(first, len(rows)):
        row = rows[index]
        if _header(row):
            continue
        if body_like(row) or row.text.endswith(",") or row.text.startswith(("Q:", "A:")):
            return index
        if NUMBERED.match(row.text) and row.words <= 9:
            return index
        if row.text[:1].islower() and row.words > 2 and index > first:
            return index
    return first if first < len(rows) and not any(map(body_like, rows[first:])) else len(rows)


def _header(row: Row) -> bool:
    """Say whether a row belongs to the head of the page whatever it reads like."""
    text = row.text
    if _chrome(row) or date_line(text) or byline_names(text) is not None:
        return True
    if relative_line(text) or is_origin(text) or _MEMO.match(text) or _SUBJECT.match(text):
        return True
    return bool(_names(text)) or caption_like(row.raw, text, row.words)


def _names(text: str) -> bool:
    """Say whether a line consists of one name or several."""
    return bool(lone_name(text) or name_list(text))


def _label_above(page: Page, index: int) -> None:
    """Rows above the title are no text: menu entries when short, slogans when they are sentences."""
    row = page.rows[index]
    text = row.text
    if _label_known(page, index):
        return
    if row.bold and row.words <= 6:
        page.give(index, "outlet", "a bold name above the title", 0.7)
    elif row.words <= 7 and _MEDIA.search(text) and not row.ends and text[:1].isupper():
        page.give(index, "outlet", "a name above the title", 0.6)
    elif row.ends or row.words > 12:
        page.give(index, "promo", "a sentence above the title", 0.7)
    else:
        page.give(index, "menu", "a short line above the title", 0.8)


def _label_known(page: Page, index: int) -> bool:
    """Label a row by what it is wherever it stands; say whether a rule knew it."""
    row = page.rows[index]
    text = row.text
    names = byline_names(text)
    if names is not None:
        page.give(index, "byline", "names after By")
        return True
    if date_line(text) or yearless_line(text) or relative_line(text):
        page.give(index, "date", "nothing but a date")
        return True
    if row.words <= 40 and is_origin(text):
        page.give(index, "source-url", "says where the text first appeared", 0.9)
        return True
    if is_slug(text):
        page.give(index, "menu", "an agency's working name or number", 0.9)
        return True
    memo = _MEMO.match(text)
    if memo:
        page.give(
            index, "byline" if memo[0].lower().startswith("from") else "menu", "the head of a note"
        )
        return True
    if slogan(text):
        page.give(index, "promo", "the outlet's slogan", 0.8)
        return True
    phrase = phrase_of(text, row.words)
    if phrase:
        page.give(index, phrase.role, phrase.reason, 1.0 if phrase.whole else 0.9)
        return True
    if is_pitch(text):
        page.give(index, "paywall", "sells access", 0.9)
        return True
    if RELATED_HEAD.match(text):
        page.give(index, "menu", "a heading over links", 0.8)
        return True
    return False


def _label_between(page: Page, index: int, first: int, body: int) -> None:
    """Rows between the title and the text."""
    row = page.rows[index]
    text = row.text
    raw_bold = row.bold and row.words <= 6
    if _label_known(page, index):
        return
    if caption_like(row.raw, text, row.words):
        page.give(index, "caption", "a credit at its end", 0.9)
    elif agency_of(text) and row.words <= 5:
        page.give(index, "byline", "a news agency", 0.9)
    elif bureau(text) and _over_or_under(page, index, first, body):
        page.give(index, "byline", "the bureau it comes from", 0.8)
    elif raw_bold and (_MEDIA.search(text) or not lone_name(text)):
        page.give(index, "outlet", "a bold name above the text", 0.9)
    elif not row.ends and row.words <= 6 and _MEDIA.search(text) and text[:1].isupper():
        page.give(index, "outlet", "a name above the text", 0.7)
    elif signed_names(text) and _over_or_under(page, index, first, body):
        page.give(index, "byline", "a name with an office or a place", 0.8)
    elif _names(text) and _near_date_or_office(page, index, first, body):
        page.give(index, "byline", "a name beside the date or an office", 0.8)
    elif name_list(text) and not row.heading:
        page.give(index, "byline", "several names over the text", 0.8)
    elif _office(text) and index and page.role(index - 1) == "byline":
        page.give(index, "byline", "the author's office", 0.8)
    elif row.words <= 4 and not row.ends and index + 1 < len(page.rows):
        page.give(index, "menu", "a short line above the text", 0.6)


def _office(text: str) -> bool:
    office = r"\b(?:correspondent|reporter|editor|writer|bureau|columnist|analyst|contributor|staff|fellow|professor|author)\b"
    return len(text.split()) <= 10 and bool(re.search(office, text, re.IGNORECASE))


def bureau(text: str) -> bool:
    """Say whether a line names the bureau or the desk that a piece comes from."""
    return len(text.split()) <= 5 and bool(_DESK.search(text)) and text[:1].isupper()


def _over_or_under(page: Page, index: int, first: int, body: int) -> bool:
    """Say whether a row stands by a date or a byline, or right over the text."""
    if _near_date_or_office(page, index, first, body) or index == body - 1:
        return True
    return page.role(index - 1) == "byline"


def _near_date_or_office(page: Page, index: int, first: int, body: int) -> bool:
    for other in (index - 1, index + 1):
        if first <= other < min(body, len(page.rows)):
            text = page.rows[other].text
            if (
                date_line(text)
                or relative_line(text)
                or yearless_line(text)
                or _office(text)
                or clock_line(text)
                or agency_of(text)
            ):
                return True
    return False


def _dek(page: Page, first: int, body: int) -> None:
    """The sentence under the title, when something parts it from the text or the text starts anew."""
    rows = page.rows
    if first >= len(rows) or first == 0:
        return
    at = first
    while at < len(rows) and page.role(at) in ("title", "menu", "promo", "login", "ad") and at < body:
        at += 1
    if at >= len(rows) or page.labels[at] is not None:
        return
    row = rows[at]
    if not 5 <= row.words <= 55 or row.text.startswith(("“", '"', "‘")) or DATELINE.match(row.text):
        return
    if at < body:
        page.give(at, "dek", "a line between the title and the text", 0.8)
        return
    following = next(
        (i for i in range(at + 1, len(rows)) if not (_header(rows[i]) or _office(rows[i].text))), None
    )
    if following is None or not body_like(rows[following]):
        return
    parted = any(
        byline_names(rows[i].text) is not None
        or _names(rows[i].text)
        or date_line(rows[i].text)
        or caption_like(rows[i].raw, rows[i].text, rows[i].words)
        for i in range(at + 1, following)
    )
    if parted or row.heading or (row.bold and row.words >= 6):
        page.give(at, "dek", "a sentence above the byline, date or picture", 0.9)
    elif row.words < 40 and _TURN.match(rows[following].text):
        page.give(at, "dek", "a sentence over the first question", 0.8)
    elif _starts_anew(row.text, rows[following].text) or (
        DATELINE.match(rows[following].text) and row.words < 40
    ):
        page.give(at, "dek", "the text under it starts anew", 0.7)


def _starts_anew(upper: str, lower: str) -> bool:
    """Say whether two paragraphs both introduce somebody in full ("Secretary of State John Kerry")."""
    names = re.findall(r"(?:[A-Z][\w.'’-]+(?:\s+(?:of|the|for)\s+|\s+)){2,}[A-Z][\w'’-]+", upper)
    return any(
        len(name.split()) >= 3 and " ".join(name.split()) in " ".join(lower.split()) for name in names
    )


def _after_dek(page: Page, first: int, body: int) -> int:
    """Return where the text starts once the dek and what follows it are labelled."""
    rows = page.rows
    deks = [index for index in range(first, min(len(rows), body + 1)) if page.role(index) == "dek"]
    if not deks or deks[-1] < body:
        return body
    start = _body_start(rows, deks[-1] + 1)
    for index in range(deks[-1] + 1, start):
        _label_between(page, index, first, start)
    return start
