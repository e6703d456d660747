"""What stands over the headline: the outlet's name, its edition and slogan, the ways through its site.

An outlet's name is known by the words of its trade ("Courier", "Zeitung"), by the copyright line, by
the address or by what stands right under it. Nothing here knows an outlet by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from detente.read.phrases import phrase_of
from detente.read.printed import date_line
from detente.read.rows import Row, key_of
from detente.records import LineRole

_MARKS = "|›»>·•→/\\"
_PARTS = re.compile(r"\s*[|›»>·•→]\s*|\s+[/\\]\s+|\s+::\s+")
_DOORS = re.compile(
    r"^(?:home(?:\s?page)?|start(?:seite)?|accueil|inicio|news|world|politics|opinion|business|international|nation|culture|главная|новости)$",
    re.IGNORECASE,
)
_EDITION_WORDS = 4
_EDITION = re.compile(
    r"\b(?:edition|ausgabe|édition|edición|english|international|online|on-?line|web\s?site|world\s+service|e-?paper|digital|archive|homepage)\b",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"^\W*(?:you\s+are\s+(?:here|in|reading)|your\s+location|location|path|sie\s+sind\s+hier|filed\s+under|section)\s*:\s*",
    re.IGNORECASE,
)
_EDGE = re.compile(r"\s+[|–—:·•/-]\s+|\s*[|·•]\s*")
_TRADE = re.compile(
    r"""(?:\b(?:Times|Post|News|Herald|Tribune|Review|Journal|Gazette|Guardian|Telegraph|Today|Monitor|Daily|Weekly|Agency|Press|Chronicle|Observer
    |Standard|Independent|Globe|Mail|Express|Broadcasting|Radio|Television|TV|Magazine|Online|Courier|Bulletin|Dispatch|Examiner|Inquirer|Mirror|Echo
    |Wire|Network|Ledger|Register|Sentinel|Argus|Zeitung|Quarterly|Briefing|Messenger|Mercury|Advertiser|Intelligencer|Reporter|Leader|Citizen|Digest
    |Newswire|Nachrichten|Anzeiger|Tageblatt|Kurier|Rundschau|Presse|Bote)|\w{3,}(?:zeitung|blatt|nachrichten))$
    |^(?:the\s+)?(?:Times|Voice|Journal|Review|Radio|Echo|Tribune|Herald)\s+(?:of|Free)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SLOGAN = re.compile(
    r"""^\W*(?:proudly\s+)?(?:serving|informing)\s+.{3,60}$|\b(?:est\.?|established|founded)\s+(?:in\s+)?(?:1[6-9]|20)\d\d\b
    |\bsince\s+1[6-9]\d\d\W*$|^\W*(?:the\s+)?voice\s+of\s+.{3,40}$|^\W*all\s+the\s+news\b|^\W*your\s+(?:\w+\s+){0,3}(?:guide|news|home|paper|window|voice)\b
    |\b(?:independent|trusted|nonpartisan|non-profit|nonprofit)\s+(?:\w+\s+)?(?:news|journalism|reporting|analysis|voice)\W*$
    |\bnot\s+for\s+(?:onward\s+|further\s+)?(?:circulation|distribution|redistribution|publication|citation)\b|\bfor\s+(?:subscribers|clients|members|internal\s+use)\s+only\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ISSUE = re.compile(r"\b(?:No|Nr|Vol|Issue|Volume|Number)\b\.?\s*\d+", re.IGNORECASE)
_RUBRIC = re.compile(
    r"""^\W*(?:(?:the\s+)?(?:\w+\s+){1,2}of\s+the\s+(?:week|day|month|year|hour)|(?:the\s+)?(?:weekend|big|long|daily|weekly|sunday|monday|tuesday|wednesday|thursday|friday|saturday)\s+(?:read|story|interview|essay|profile|lunch|question|conversation|column|talk|debate)
    |(?:the\s+)?(?:interview|opinions?|analysis|essays?|columns?|comment(?:ary)?|editorial|viewpoint|op-?ed|exclusive|special\s+report|guest\s+(?:post|essay|column|comment)|long\s+read
    |from\s+the\s+archives?|in\s+depth|explainer|briefing|feature|perspectives?|world\s+view|debate|dossier|reportage|news\s+analysis|review|leader|letters?(?:\s+to\s+the\s+editor)?))\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_SMALL = frozenset("of the and for on in & de der die das des du la le el y und et del von to".split())  # noqa: SIM905
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b)\s*(?:©\s*|\([cC]\)\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?,?\s*(?:by\s+)?(?P<name>[^.|,©]{3,60})"
)
_AFTER_NAME = re.compile(
    r"\s+(?:All\b|Company\b|Publishing\b|Publications\b|Corporation\b|Inc\b|Ltd\b|LLC\b|GmbH\b|AG\b|(?:19|20)\d\d).*$|\s*[,;:(–—-]\s.*$"
)
_NO_OUTLET = re.compile(
    r"\b(?:Log|Sign|Register|Subscribe|Home|Menu|Search|Newsletter|Archive|Articles?|All|Terms|Policy|Unlimited|Digital|Premium|Premier|Full|Continue|Your|Our|This|You|Inc|Any)\b"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_ADDRESS = re.compile(r"(?:https?://|@|\bwww\.)([\w-]+(?:\.[\w-]+)+)")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The rows over the headline that belong to the outlet, and its name as printed."""

    roles: dict[int, tuple[LineRole, str]]
    """Row to its role and the rule that gave it."""
    name: str | None
    """The outlet's name; None when no row gives it."""


def trail(text: str) -> bool:
    """Say whether a line is a breadcrumb or a row of sections.

    >>> trail("Home / News / World"), trail("Politik | Wirtschaft | Feuilleton"), trail("Either/or")
    (True, True, False)
    """
    if len(text) > 160 or not any(mark in text for mark in _MARKS):
        return False
    plain = _HERE.sub("", text).strip(" |›»>·•→/\\")
    if plain.endswith((".", "?", "!", ",")) or ":" in plain:
        return False
    parts = [part for part in _PARTS.split(plain) if part]
    words = [len(part.split()) for part in parts]
    if len(parts) < 2 or max(words) > 4 or any(part[:1].isdigit() for part in parts):
        return False
    if len(parts) == 2:
        return bool(_DOORS.match(parts[0])) and max(words) <= 2
    return sum(words) <= 2.5 * len(parts) and (
        all(part[:1].isupper() or not part[:1].isalpha() for part in parts)
    )


def rubric(text: str) -> bool:
    """Say whether a line only names the part of the paper that a piece stands in.

    >>> rubric("Conversation of the week"), rubric("OPINION"), rubric("Opinion is divided")
    (True, True, False)
    """
    return len(text) < 60 and bool(_RUBRIC.match(text))


def slogan(text: str) -> bool:
    """Say whether a line is an outlet's slogan or a note on whom an issue is for.

    >>> slogan("Serving the four counties since 1911"), slogan("Growth is slowest since 2009")
    (True, False)
    """
    if len(text) > 120:
        return False
    return bool(_SLOGAN.search(text) or (_ISSUE.search(text) and _EDGE.search(text)))


def copyright_name(text: str) -> str | None:
    """Return whom a copyright line names; None when it names nobody.

    >>> copyright_name("(c) Example Wire Agency 2013. Redistribution by licence only.")
    'Example Wire Agency'
    """
    found = _COPYRIGHT.search(text)
    if not found or not found["name"].strip()[:1].isupper():
        return None
    name = _AFTER_NAME.sub("", found["name"].strip()).strip()
    return name if len(name) > 1 and not _YEAR.match(name) and not _NO_OUTLET.search(name) else None


def pitched_name(name: str) -> str | None:
    """Return a name that a pitch sells access to, None when it is no outlet's."""
    name = re.sub(r"\s+(?:and|of|for|on|the)$", "", name.strip(" .'’"))
    return name if len(name.split()) <= 6 and not _NO_OUTLET.search(name) else None


def years_of(texts: Iterable[str]) -> list[int]:
    """Return the years printed in some lines, in order."""
    return [int(year) for text in texts for year in _YEAR.findall(text)]


def _tight(name: str) -> str:
    return key_of(name).removeprefix("the ").replace(" ", "")


def _name_like(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 6 or any(char in ',:;?!"“”' for char in text) or text.endswith("."):
        return False
    return words[0][:1].isupper() and all(
        word[:1].isupper() or word.lower() in _SMALL for word in words
    )


def masthead_of(rows: list[Row], reach: int) -> Masthead:
    """Return which of the first rows are the outlet's own and what it is called.

    It does not find a name without a word of the trade that neither the copyright line nor an
    address repeats, and under which no slogan or row of sections stands.
    """
    known = _names_elsewhere(rows)
    gaps = sum(row.gap for row in rows) > len(rows) / 2
    roles: dict[int, tuple[LineRole, str]] = {}
    name: str | None = None
    last = -2
    for index in range(reach):
        row = rows[index]
        text = row.text
        if trail(text):
            roles[index] = ("menu", "a row of sections")
        elif slogan(text):
            roles[index] = ("promo", "the outlet's slogan")
        elif rubric(text) and row.heading != 1:
            roles[index] = ("menu", "the part of the paper")
        elif name is None and row.heading != 1 and (found := _name_of(rows, index, roles, known)):
            name = found
            roles[index] = ("outlet", "the masthead")
            last = index
        elif name and _tight(text) == _tight(name):
            roles[index] = ("outlet", "the masthead again")
        elif date_line(text):
            last = index if index == last + 1 else last
        elif gaps and index == last + 1 and not row.gap and row.words <= 12 and not row.heading:
            roles[index] = ("promo", "under the masthead")
            last = index
        if index in roles and index == last + 1 and not row.gap:
            last = index
    return Masthead(roles, name)


def _name_of(
    rows: list[Row], index: int, roles: dict[int, tuple[LineRole, str]], known: frozenset[str]
) -> str | None:
    row = rows[index]
    edge = _EDGE.search(row.text)
    if edge:
        left, right = row.text[: edge.start()], row.text[edge.end() :]
        if _name_like(left) and len(right.split()) <= 5 and _EDITION.search(right):
            return left
        return None
    if not _name_like(row.text):
        return None
    if _tight(row.text) in known:
        return row.text
    first = all(at in roles or _passed_over(rows[at]) for at in range(index))
    if not first or row.words < 1:
        return None
    under = rows[index + 1] if index + 1 < len(rows) else None
    if _TRADE.search(row.text) and row.words >= 2 and under is not None:
        return row.text
    if under is None or index > 3:
        return None
    edition = len(under.text.split()) <= _EDITION_WORDS and bool(_EDITION.search(under.text))
    over = not under.gap and (trail(under.text) or slogan(under.text) or edition)
    return row.text if over or (row.link and index == 0 and row.words >= 2) else None


def _passed_over(row: Row) -> bool:
    return row.words <= 2 or row.bullet or phrase_of(row.text, row.words) is not None


def _names_elsewhere(rows: list[Row]) -> frozenset[str]:
    """Names, without spaces, that the copyright lines and addresses of a page give."""
    names: set[str] = set()
    for row in rows:
        text = row.text
        if "©" in text or "(c)" in text or "(C)" in text or "opyright" in text:
            name = copyright_name(text)
            if name:
                names.add(_tight(name))
        if row.words <= 30 and ("@" in text or "http" in text or "www." in text):
            for host in _ADDRESS.findall(text.lower()):
                names.update(_tight(part.replace("-", " ")) for part in host.split(".")[:-1])
    return frozenset(name for name in names if len(name) > 3)


def as_printed(name: str, text: str) -> str:
    """Return an outlet's name in mixed case when the page prints it so, or when it shouts it.

    Short words in capitals stay: they may be initials.

    >>> as_printed("NORTHERN POST", "He told the Northern Post so."), as_printed("NDR NEWS OF OSLO", "")
    ('Northern Post', 'NDR News of Oslo')
    """
    name = " ".join(name.split()).strip(" :|")
    if not name.isupper() or (len(name) <= 4 and " " not in name):
        return name
    words = r"\s+".join(re.escape(word) for word in name.split())
    for found in re.finditer(rf"\b{words}\b", text, re.IGNORECASE):
        if not found[0].isupper() and found[0][:1].isupper():
            return " ".join(found[0].split())
    small = frozenset({"OF", "THE", "AND", "FOR", "ON", "IN"})
    parts = []
    for number, word in enumerate(name.split()):
        if number and word in small:
            parts.append(word.lower())
        else:
            vowels = len(re.findall(r"[AEIOUYÄÖÜ]", word))
            parts.append(word if (len(word) <= 3 and vowels == 0) or len(word) <= 2 else _title(word))
    return " ".join(parts)


def _title(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)
