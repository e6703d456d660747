"""Capitalised sequences become parts: titles before a name, and the words of the name itself.

"Russian Foreign Minister Sergei Lavrov" is a form of the registry (Russian), a title (Foreign
Minister) and a name (Sergei Lavrov); "Kerry-Putin" is two names, "Jean-Marc Ayrault" one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.extract.mentions.forms import Found
from detente.extract.spans import Tokens
from detente.knowledge.names import is_given
from detente.knowledge.roles import role_nouns
from detente.records.swift import swift

_BRIDGES = frozenset((
    "de", "van", "der", "von", "bin", "al", "el", "ibn", "da", "di", "la", "le", "du", "den",
    "ter", "zu", "dos", "del", "della", "bint", "ul", "ur", "ten", "te", "abu",
))  # fmt: skip
_HYPHENS = frozenset("-‐‑")
_TITLE_MODIFIERS = frozenset((
    "foreign", "prime", "defense", "defence", "deputy", "vice", "first", "interior", "finance",
    "state", "secretary", "assistant", "under", "acting", "press", "national", "security",
    "interim", "opposition", "party", "trade", "economy", "health", "education", "energy",
    "justice", "agriculture", "home", "external", "affairs", "federal", "supreme", "special",
    "presidential", "parliamentary", "committee", "parliament", "permanent", "chief", "executive",
    "senior", "junior", "speaker", "former", "retired", "late", "outgoing", "incoming", "then",
    "ex", "us", "political", "attorney", "human", "rights", "air", "police", "army", "navy",
    "military", "fellow", "research", "managing", "editor", "news", "team", "oil", "culture",
    "transport", "labour", "labor", "welfare", "environment", "commerce", "industry",
    "information", "interior", "social", "democratic", "lt.", "gen.", "brig.", "brigadier", "rear",
    "field", "staff", "grand", "chief-of-staff", "crown", "commissioner",
))  # fmt: skip
KOREAN = frozenset((
    "Kim", "Park", "Lee", "Moon", "Roh", "Ban", "Yoon", "Chung", "Kang", "Song", "Yun", "Cho",
    "Choe", "Choi", "Han", "Jang", "Ri", "Pak", "Paek", "Kwon", "Hong", "Jeong", "Shin", "Oh",
    "Im", "Lim", "Yi", "Ahn", "Hwang", "Suh", "Chun", "Jo", "Jon", "So", "Thae", "Hyon", "No",
    "Chang",
))  # fmt: skip
THINGS = frozenset((
    "act", "list", "law", "bill", "plan", "doctrine", "papers", "channels", "policy", "affair",
    "gets", "says", "case", "report", "treaty", "agreement", "accord", "accords", "protocol",
    "declaration", "war", "crisis", "summit", "talks", "deal", "visit", "cup", "open", "prize",
    "award", "street", "square", "avenue", "road", "river", "lake", "mountain", "island", "islands",
    "airport", "hotel", "day", "week", "games", "championship", "league", "festival", "marathon",
    "massacre", "bombing", "symposium", "rally", "classic", "trophy", "convention", "charter",
    "constitution", "resolution", "memorandum", "pact", "exercise", "exercises", "operation",
    "strategy", "budget", "index", "draft", "era", "review", "affairs", "security", "defence",
    "defense", "studies", "rights", "magazine",
))  # fmt: skip
"""Last words of what is named like somebody and is nobody."""
_NOT_NAMES = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "i", "first", "second", "third", "fourth", "fifth", "you", "we", "they",
    "he", "she", "it", "some", "christmas", "easter", "ramadan", "correction", "updated", "photo",
    "both", "neither", "either", "today", "yesterday", "tomorrow", "meanwhile", "however", "gmt", "bst",
    "utc", "est", "edt", "pst", "pdt", "cet", "cest", "msk", "et",
    "ist", "jst", "kst", "hkt", "aest", "aedt",
))  # fmt: skip
_PORTFOLIO = 5
"""What an office is for is told in fewer words than this."""
_MONTHS_TOO = frozenset(("may", "june", "april"))
"""Months that are names of people too: "Theresa May", "Mrs May"."""
_JOINED = frozenset((
    "based", "led", "run", "born", "backed", "style", "owned", "type", "like", "era", "held", "wide",
    "made", "bound", "free", "only", "elect", "area", "watch", "ruled", "to", "bred", "day",
))  # fmt: skip
_NUMERALS = frozenset(
    ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "XI", "XII", "XVI", "XXIII")
)
_OPENERS = frozenset(("MD", "CC", "WP", "WRB", "WDT", "IN"))
"""Tags of the words that open a question or sentence: "Will Rao come?" names Rao."""
_PROPER = frozenset(("NNP", "NNPS"))
_GLUED = re.compile(r"(?:Mr|Mrs|Ms|Dr)[.]?(?=[A-Z][a-z]{2})")


@swift
@dataclass(frozen=True, slots=True)
class Part:
    """The words of one name in a capitalised sequence."""

    first: int
    """First token."""
    last: int
    """One past the last token."""
    words: tuple[str, ...]
    """The words, hyphenated ones joined."""
    title: tuple[int, int] | None
    """Tokens of the title right before it; None without one."""
    quiet: bool = False
    """Whether it stands in headline case, where only names known otherwise count."""


def find_parts(tokens: Tokens, found: Sequence[Found], quiet: frozenset[int]) -> list[Part]:
    """Return the name parts of every capitalised sequence, in order.

    `quiet` are the sentences printed in headline case, where a capital says nothing: their parts are
    one word, or two after a first name.
    """
    covered: dict[int, Found] = {}
    for item in found:
        if item.forms or item.body or (item.place is not None and item.last - item.first > 1):
            covered.update(dict.fromkeys(range(item.first, item.last), item))
    parts: list[Part] = []
    texts, sents = tokens.texts, tokens.sents
    roles = role_nouns("title")
    titles = roles | _TITLE_MODIFIERS
    i, count = 0, len(texts)
    title: tuple[int, int] | None = None
    while i < count:
        text = texts[i]
        inside = covered.get(i)
        if inside is not None and not _starts_a_name(tokens, i, inside, covered):
            i = inside.last
            continue
        lower = tokens.lowers[i]
        if lower in titles and sents[i] >= 0:
            start = i
            i = _title_end(tokens, i, titles, covered)
            said = any(texts[k].lower() in roles for k in range(start, i))
            title = (start, i) if said else None
            if not said and texts[start][0].isupper():
                i = start
            else:
                continue
        if text[0].isupper() and (
            _is_name_word(tokens, i)
            or (lower in _MONTHS_TOO and _is_no_month(tokens, i, title))
            or _is_im(tokens, i)
        ):
            last, words = _name_end(tokens, i, covered, titles)
            if sents[i] in quiet:
                last = i + 2 if len(words) > 1 and last > i + 1 and is_given(text) else i + 1
                words = words[: last - i]
            used = title if title is not None and title[1] == i else None
            if (glued := _GLUED.match(words[0])) is not None:
                words[0] = words[0][glued.end() :]
                used = (i, i + 1)
            parts.append(Part(i, last, tuple(words), used, sents[i] in quiet))
            i = last
            title = None
            continue
        i += 1
    return parts


def _starts_a_name(tokens: Tokens, i: int, inside: Found, covered: dict[int, Found]) -> bool:
    """A form that is also a first name, before another capitalised word: Jordan Smith, Chad Kelly."""
    after = inside.last
    if inside.last - inside.first != 1 or after >= len(tokens.texts) or after in covered:
        return False
    return (
        is_given(tokens.texts[i])
        and tokens.texts[after][0].isupper()
        and tokens.tags[after] in _PROPER
        and tokens.texts[after].lower() not in role_nouns("title")
    )


def _title_end(tokens: Tokens, i: int, titles: frozenset[str], covered: dict[int, Found]) -> int:
    """One past the title that starts at a token: "Secretary of State", "Minister for Europe"."""
    texts, count = tokens.texts, len(tokens.texts)
    j = i + 1
    while j < count and tokens.sents[j] == tokens.sents[i]:
        lower = texts[j].lower()
        if (
            lower in titles
            or texts[j] in _HYPHENS
            or (lower == "." and f"{texts[j - 1].lower()}." in titles and j == i + 1)
        ):
            j += 1
        elif (
            lower in ("of", "for", "to", "the", "and")
            and j + 1 < count
            and (texts[j + 1].lower() in titles or texts[j + 1].lower() in ("the", "affairs"))
        ):
            j += 2
        elif lower == "for" and (end := _portfolio_end(tokens, j + 1, titles)):
            j = end
        else:
            break
    while j > i + 1 and texts[j - 1].lower() in ("of", "for", "to", "the", "and"):
        j -= 1
    return j


def _portfolio_end(tokens: Tokens, i: int, titles: frozenset[str]) -> int:
    """Where a name follows what somebody is in charge of, the token it starts at; else 0.

    "Under Secretary of State for Management Patrick Kennedy", not "spokesman for Patrick Kennedy".
    """
    texts = tokens.texts
    for j in range(i, min(i + _PORTFOLIO, len(texts) - 1)):
        text = texts[j]
        if is_given(text) and texts[j + 1][0].isupper() and text[0].isupper():
            return j if j > i else 0
        if tokens.sents[j] != tokens.sents[i] or text.lower() in titles - _TITLE_MODIFIERS:
            return 0
        if not (text[0].isupper() or (text == "and" and j > i)):
            return 0
    return 0


def _is_name_word(tokens: Tokens, i: int) -> bool:
    text = tokens.texts[i]
    if not any(c.isalpha() for c in text) or text.lower() in _NOT_NAMES:
        return False
    if tokens.tags[i] == "IN" and is_given(text):
        return True
    if tokens.tags[i] in _OPENERS and (not i or tokens.sents[i - 1] != tokens.sents[i] or
                                       tokens.texts[i - 1] == ":"):  # fmt: skip
        return False
    if tokens.tags[i] in _PROPER:
        return True
    if i and tokens.sents[i - 1] == tokens.sents[i] and tokens.texts[i - 1] not in "\"“‘('[":
        return len(text) > 1 or text != "A"
    return is_given(text) and i + 1 < len(tokens.texts) and tokens.texts[i + 1][0].isupper()


def _is_no_month(tokens: Tokens, i: int, title: tuple[int, int] | None) -> bool:
    """Whether a month is somebody: after a title, or before a verb as its subject ("May said")."""
    if title is not None and title[1] == i:
        return True
    verb = tokens.tags[i + 1 : i + 2] in (["VBD"], ["VBZ"])
    return verb and tokens.tags[i] == "NNP" and tokens.deps[i] == "nsubj"


def _name_end(
    tokens: Tokens, i: int, covered: dict[int, Found], titles: frozenset[str]
) -> tuple[int, list[str]]:
    """One past the name that starts at a token, and its words."""
    texts, count = tokens.texts, len(tokens.texts)
    words = [texts[i]]
    j = i + 1
    if words[0] == "I":
        words, j = ["Im"], i + 2
    while j < count and (tokens.sents[j] == tokens.sents[j - 1] or _runs_on(tokens, j)):
        text = texts[j]
        if text in _HYPHENS and j + 1 < count and _touches(tokens, j):
            joined = _hyphenated(tokens, i, j, covered)
            if not joined:
                break
            words[-1] += "-" + texts[j + 1]
            j += 2
        elif j in covered and len(words) == 1 and _is_surname_too(tokens, i, j, covered):
            words.append(text)
            j += 1
        elif text in _NUMERALS and words[-1].isalpha() and tokens.texts[j - 1] not in _NUMERALS:
            words.append(text)
            return j + 1, words
        elif (
            text[0].isupper()
            and j not in covered
            and (_is_name_word(tokens, j) or (text.lower() in _MONTHS_TOO and is_given(words[0])))
        ):
            if (
                text.lower() in titles
                and text.lower()
                not in (
                    "may",
                    "king",
                    "prince",
                    "judge",
                    "major",
                    "us",
                )
                and not _is_surname_after_all(tokens, j, words)
            ):
                break
            words.append(text)
            j += 1
        elif (
            text.lower() in _BRIDGES
            and j + 1 < count
            and (
                texts[j + 1][0].isupper()
                or texts[j + 1].lower() in _BRIDGES
                or texts[j + 1] in _HYPHENS
            )
        ):
            words.append(text)
            j += 1
            if j < count and texts[j] in _HYPHENS and j + 1 < count:
                words[-1] += "-" + texts[j + 1]
                j += 2
        else:
            break
    return j, words


def _is_im(tokens: Tokens, i: int) -> bool:
    """Whether a token and the next are the family name Im, which the tokenizer parts as "I" and "m"."""
    if tokens.texts[i] != "I" or tokens.texts[i + 1 : i + 2] != ["m"] or i + 2 >= len(tokens.texts):
        return False
    return tokens.starts[i + 1] == tokens.starts[i] + 1 and tokens.texts[i + 2][0].isupper()


def _runs_on(tokens: Tokens, j: int) -> bool:
    """Whether the parser began a sentence inside a name: "Zine El | Abidine Ben Ali"."""
    begins = tokens.sents[j] == tokens.sents[j - 1] + 1 and tokens.sents[j - 1] >= 0
    before = tokens.texts[j - 1]
    return begins and before.lower() in _BRIDGES and tokens.texts[j][0].isupper()


def _is_surname_after_all(tokens: Tokens, j: int, words: Sequence[str]) -> bool:
    """Whether a title ends a name: "Julie Bishop is", "Khaled bin Sultan"."""
    named = words[-1].lower() in _BRIDGES or (len(words) == 1 and is_given(words[0]))
    after = tokens.texts[j + 1] if j + 1 < len(tokens.texts) else ""
    return named and not after[:1].isupper() and tokens.tags[j] in _PROPER


def _is_surname_too(tokens: Tokens, first: int, j: int, covered: dict[int, Found]) -> bool:
    """A form right after a first name, as in Neil Jordan or Jack London, is a surname."""
    item = covered[j]
    return (
        item.last - item.first == 1
        and tokens.tags[first] in _PROPER
        and is_given(tokens.texts[first])
        and any(form.sense in ("name", "capital") for form in item.forms)
        and not tokens.texts[j].isupper()
    )


def _touches(tokens: Tokens, hyphen: int) -> bool:
    """Whether a hyphen has no space on either side."""
    starts, texts = tokens.starts, tokens.texts
    return (
        starts[hyphen] == starts[hyphen - 1] + len(texts[hyphen - 1])
        and starts[hyphen + 1] == starts[hyphen] + 1
    )


def _hyphenated(tokens: Tokens, first: int, hyphen: int, covered: dict[int, Found]) -> bool:
    """Whether a hyphen joins one name: Jean-Marc, Ki-moon, al-Assad; not Kerry-Putin, NATO-run."""
    before, after = tokens.texts[hyphen - 1], tokens.texts[hyphen + 1]
    if hyphen + 1 in covered:
        return False
    if before.lower() in _BRIDGES or (
        after in ("ul", "ur", "al", "el", "ud", "e") and tokens.texts[hyphen + 2 : hyphen + 3] == ["-"]
    ):
        return True
    if after[0].isupper():
        return is_given(before) or (hyphen - 1 > first and is_given(tokens.texts[first]))
    if hyphen - 1 == first or not after.isalpha():
        return False
    short = all(len(text) <= 6 for text in (*tokens.texts[first:hyphen], after))
    return tokens.texts[first] in KOREAN or (short and after not in _JOINED)
