# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""Who wrote it: names out of bylines, reporting credits and the notes on authors at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.read.printed import dates_in

_PARTICLE = r"(?:de|del|della|der|den|di|da|dos|du|van|von|zu|ter|ten|bin|ibn|al|el|la|le|y|e|and)"
_WORD = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯІЇЄ][\w'’.-]*|[A-Z]\.)"
_NAME = rf"{_WORD}(?:[ -](?:{_PARTICLE}[ -])*(?:al-|el-|d['’]|O['’])?{_WORD}){{0,4}}"
_FULL_NAME = re.compile(_NAME)
_BY = re.compile(
    r"""^\W*(?:(?:(?:an?|the|our|this)\s+)?(?:\w+\s+)?(?:published|posted|written|reported|story|report|text|words|analysis|commentary|opinion|interview|edited|exclusive|article|review|essay|column|guest\ post)\s*(?:,\s*)?by\b:?
    |(?:interview|text|words|report|reporting|story|column|analysis)\s*:
    |by\b\s*:?|(?-i:[Bb]y|BY)(?=(?-i:[A-Z][a-z'’.]+(?:\s|-)))|authors?\s*:|author\b|from\s+our\s+correspondent)\s*(?P<rest>\S.*)$""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(
    r"^\W*(?:(?:additional\s+)?(?:reporting|writing|edited|editing|reported|compiled|written)\s+(?:\w+\s+){0,3}by\s*:?|with\s+(?:files|reporting|reports)\s+(?:from|by))\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_HELPED = re.compile(r"^\W*(?:additional|with\s+(?:files|report))", re.IGNORECASE)
_CUT = re.compile(
    r"""\s*(?:\||/|•|·|—|–|\s-\s|;|\(|<|@\w|\b\w+@|\bin\s+[A-Z]|\bfor\s+(?:the\s+)?[A-Z]|\bat\s+[A-Z]|\bof\s+the\s+[A-Z]|\bof\s+[A-Z]|\bwith\s+agenc|\bis\s+an?\b
    |\b(?:published|posted|updated|translated|photo(?:graph)?s?|illustrations?|special\s+to|contributing|staff|senior|chief|correspondent|reporter|editor|writer|columnist|bureau|diplomatic|political|foreign|moscow\s+correspondent|follow|about|more\s+by)\b
    |\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_CUT_CASED = re.compile(r"\s(?:in|for|at|of)\s+(?:the\s+)?(?=[A-Z])|\s(?:with|is|was|has)\s")
_AGENCIES = {
    "reuters": "Reuters", "ap": "AP", "associated press": "Associated Press", "afp": "AFP",
    "the associated press": "Associated Press", "agence france-presse": "AFP", "agence france presse": "AFP",
    "itar-tass": "ITAR-TASS", "tass": "TASS", "ria novosti": "RIA Novosti", "interfax": "Interfax",
    "xinhua": "Xinhua", "dpa": "dpa", "upi": "UPI", "united press international": "UPI",
    "bloomberg": "Bloomberg", "bloomberg news": "Bloomberg", "ani": "ANI", "pti": "PTI", "ians": "IANS",
    "kyodo": "Kyodo", "kyodo news": "Kyodo", "yonhap": "Yonhap", "anadolu": "Anadolu Agency", "efe": "EFE",
    "anadolu agency": "Anadolu Agency", "ansa": "ANSA", "cp": "The Canadian Press", "aap": "AAP",
    "the canadian press": "The Canadian Press", "canadian press": "The Canadian Press", "irna": "IRNA",
    "press association": "PA", "pa media": "PA", "pa": "PA", "sputnik": "Sputnik", "cnn": "CNN",
    "ap news": "AP", "reuters staff": "Reuters", "afp news": "AFP", "mehr": "Mehr", "unn": "UNN", "sana": "SANA",
    "ukrinform": "Ukrinform", "belta": "BelTA", "tanjug": "Tanjug", "apa": "APA", "ptinews": "PTI",
}  # fmt: skip
_AGENCY_FORM = re.compile(
    r"(?:(?:[Bb]y|BY|[Tt]he|THE)\s+)*(?P<name>(?:[A-Z][\w.'’&-]*\s+){1,4}(?i:(?:news\s+|press\s+|telegraph\s+|wire\s+)?agency|newswire|wire|(?:news|wire|press)\s+service|press\s+association|presseagentur))"
)
"""A news agency by the form of its name."""
_NOBODY = frozenset(
    [
        "staff",
        "editor",
        "editors",
        "editorial",
        "admin",
        "administrator",
        "newsroom",
        "desk",
        "agencies",
        "team",
        "board",
        "news",
        "correspondent",
        "reporter",
        "reporters",
        "author",
        "authors",
        "guest",
        "contributor",
        "contributors",
        "webmaster",
        "web",
        "online",
        "report",
        "analysis",
        "by",
        "opinion",
        "world",
        "politics",
        "published",
        "posted",
        "updated",
        "share",
        "email",
        "print",
        "unknown",
        "anonymous",
        "none",
    ]
)
_NO_NAME = _NOBODY | {"corps", "pool", "joint"}
_ROLES = (
    r"(?i:professor|fellow|correspondent|director|editor|writer|author|columnist|analyst|contributor|researcher"
    r"|journalist|reporter|lecturer|scholar|historian|economist|scientist|consultant|adviser|advisor|chair(?:man|woman)?"
    r"|president|founder|ambassador|diplomat|student|associate|expert|commentator|head|producer|broadcaster|blogger|critic"
    r"|specialist|novelist|fellows|founding|former|freelance|senior|assistant|deputy|managing|visiting|research|adjunct|emeritus)"
)
_BIO = re.compile(
    rf"^\W*(?:(?:about\s+the\s+authors?\W+)?(?:Dr\.?|Prof(?:essor|\.)?|Mr\.?|Ms\.?|Mrs\.?|Sir|Amb(?:assador|\.)?)?\s*)"
    rf"(?P<name>{_NAME}),?\s+(?:\([^)]*\)\s+)?"
    rf"(?:(?:is|was|are)\s+(?:(?:an?|the|our|currently|now)\s+)*(?:[\w'’&,-]+\s+){{0,6}}?{_ROLES}s?\b"
    r"|(?:writes|covers|reports|teaches|works|has\s+(?:covered|reported|written)|serves|served|joined|reported|contributed)\b"
    r".{0,40}\b(?:for|on|at|from|as|about|to)\b)",
    re.UNICODE,
)
_PRONOUN_BIO = re.compile(
    r"^\W*(?:he|she|they|the\s+(?:author|writer|reporter))\s+(?:is|was|are|has|have|writes|covers|trained|teaches|tweets|can|lives|worked|served|joined|holds|speciali[sz]es)\b",
    re.IGNORECASE,
)


_OFFICE = r"(?i:(?:[\w-]+\s+){0,4}(?:correspondent|reporter|editor|writer|columnist|analyst|contributor|bureau\s+chief|commentator|bureau)(?:\s+(?:in|for|at)\s+[\w .]{2,30})?)"
_SIGNED = re.compile(
    rf"^\W*(?P<name>{_NAME})(?:,\s+{_OFFICE}|\s+{_OFFICE}|,?\s+(?:in|at)\s+(?:the\s+)?(?:[A-Z][\w.'’-]*)(?:[ ,]+(?:and\s+)?[A-Z][\w.'’-]*){{0,3}})\W*$"
)
_CLOSING = re.compile(
    rf"(?:(?<=[.!?])|(?<=[.!?][”\"’]))\s+(?P<credit>(?:(?:An?|Our)\s+(?:\w+\s+){{1,3}}|(?:Analysis|Report|Commentary|Text|Interview)\s+|From\s+)?[Bb]y\s+(?P<names>{_NAME}(?:(?:,| and| &)\s+{_NAME})?)(?:,\s*[A-Z][\w. -]+?|\s+in\s+[A-Z][\w. -]+?)?)\.?$"
)
_TALK = re.compile(
    rf"^\W*(?:The\s+\w+\s+|Our\s+\w+\s+)?(?P<one>(?:(?:Professor|Prof\.?|Dr\.?|Sir|Ambassador)\s+)?{_NAME})\s+(?:talks|talked|speaks|spoke|is\s+interviewed|interviewed|in\s+conversation|talking)\s+(?:to|with|by)?\s*(?P<two>(?:(?:Professor|Prof\.?|Dr\.?|Sir|Ambassador)\s+)?{_NAME})(?=\s+(?:about|on|of|in|for|at)\b|\W*$)"
)


_GLUED_BY = re.compile(r"^\W*(?:By|BY)(?=[A-Z][a-z'’.]+\s)")
_STAMP = re.compile(r"(?<=[a-zà-þ])(?=(?:Published|Posted|Updated|Last)\b)")
"""Where markup glues the name to what stands beside it."""
_AND_OTHERS = re.compile(r",?\s*\+\s*\d+\s+more\b.*$")
_SHOUTED = re.compile(r"(?<=[a-zà-þ.])\s+(?=[A-Z]{3,}(?:\s|$))")
"""An outlet in capitals after a name in mixed case."""


def byline_names(text: str) -> tuple[str, ...] | None:
    """Return the authors that a byline names, () for one that names only an agency or a desk.

    None when the text is no byline. Offices, addresses and dates after the names are left out.

    >>> byline_names("By Jane Q. Roe and Ivan Petrov, Staff Writers | March 3, 2013")
    ('Jane Q. Roe', 'Ivan Petrov')
    >>> byline_names("By midnight the talks had failed.") is None
    True
    """
    if len(text) > 200:
        return None
    found = _BY.match(text)
    if not found:
        return None
    rest = found["rest"]
    if text.rstrip().endswith(".") and len(text.split()) > 9:
        return None
    first = rest.split()[0].strip(",.:")
    if not (first[:1].isupper() or first.lower() in ("the", "our", "staff", "a") or first.isupper()):
        return None
    if text[:1].islower() and not first[:1].isupper():
        return None
    names = names_in(rest)
    if names or agency_of(rest) or {word.strip(",.").lower() for word in rest.split()} & _NOBODY:
        return names
    return None


def names_in(text: str) -> tuple[str, ...]:
    """Return the personal names of a list such as "Jane Roe, John Doe and Ivan Petrov in Moscow".

    A single word is no personal name here; agencies and desks are left out.

    >>> names_in("JANE ROE and JOHN DOE in Berlin")
    ('Jane Roe', 'John Doe')
    """
    text = _STAMP.sub(" | ", _AND_OTHERS.sub("", _GLUED_BY.sub("", text)))
    for at, when in dates_in(text):
        text = text[:at] + " | " + text[at + len(when.text or "") :]
        break
    names: list[str] = []
    for part in re.split(r",|;|&|\band\b|\bwith\b|\||•|·|/|\s[-–—]\s", text):
        cut = _CUT_CASED.search(f" {part}")
        words = (part if not cut else f" {part}"[: cut.start()]).strip(" .:*_\t")
        words = _SHOUTED.split(words)[0]
        words = re.sub(r"^(?:by|By|BY|Dr\.?|Mr\.?|Ms\.?|Prof\.?)\s+", "", words)
        words = _CUT.split(words)[0].strip(" .,:") if _CUT.search(words) else words
        if _is_name(words):
            name = _cased(words)
            if name not in names:
                names.append(name)
        elif names:
            break  # what follows the names is an office or a place
    return tuple(names)


def _is_name(words: str) -> bool:
    parts = words.split()
    if not 2 <= len(parts) <= 6 or agency_of(words) or any(char.isdigit() for char in words):
        return False
    if any(part.strip(".").lower() in _NO_NAME for part in parts):
        return False
    if re.search(r"\w\.\w{2,}|[a-z][A-Z][a-z]+$", words) and not re.search(
        r"\b(?:Mc|Mac|De|La|Le|Van|O['’])[A-Z]\w+$", words
    ):
        return False  # an address, or words run together
    return bool(_FULL_NAME.fullmatch(words))


def _cased(name: str) -> str:
    if not name.isupper():
        return " ".join(name.split())
    parts = [part if "." in part else part.capitalize() for part in name.split()]
    return re.sub(r"(?<=[-'’])[a-zà-þ]", lambda found: found[0].upper(), " ".join(parts))


def agency_of(text: str) -> str | None:
    """Return the news agency that a credit consists of or names after a slash; None for none.

    >>> agency_of("Associated Press writer"), agency_of("Jane Roe")
    ('Associated Press', None)
    """
    plain = re.sub(r"^(?:by|the)\s+|\s+(?:writer|staff|correspondent|news agency|contributor)s?\b.*$", "",
                   text.strip(" .()[]*"), flags=re.IGNORECASE).strip().lower()  # fmt: skip
    if plain in _AGENCIES:
        return _AGENCIES[plain]
    for part in re.split(r"[/,|–—]|\s-\s|\band\b", plain):
        if part.strip() in _AGENCIES and part.strip() not in ("pa", "cp", "cnn"):
            return _AGENCIES[part.strip()]
    if len(text) < 60:
        for part in re.split(r"[/|–—()]|\s-\s", text):
            named = _AGENCY_FORM.fullmatch(part.strip(" .[]*"))
            if named:
                return named["name"]
    return None


def credit_names(text: str) -> tuple[str, ...] | None:
    """Return the names of a "Reporting by X; editing by Y" line (reporters only); None for others.

    >>> credit_names("(Reporting by Jane Roe; Editing by John Doe)")
    ('Jane Roe',)
    """
    found = _CREDIT.match(text)
    if not found or len(text) > 300:
        return None
    if re.match(r"\W*(?:edit|compil)", text, re.IGNORECASE):
        return ()
    return names_in(
        re.split(r";|\bediting\b|\bwriting\b", found["rest"], flags=re.IGNORECASE)[0].rstrip(") .")
    )


def helped(text: str) -> bool:
    """Say whether a credit names those who helped, and not those who wrote.

    >>> helped("(Additional reporting by Jane Roe)"), helped("With files from John Doe")
    (True, True)
    >>> helped("Reporting by Jane Roe")
    False
    """
    return bool(_HELPED.match(text))


def lone_name(text: str) -> str | None:
    """Return the name that a line consists of, with its title of address left out; None for others.

    >>> lone_name("Professor Jane Roe")
    'Jane Roe'
    """
    plain = re.sub(
        r"^(?:Professor|Prof\.?|Dr\.?|Sir|Mr\.?|Ms\.?|Mrs\.?|Ambassador)\s+", "", text.strip(" .:*")
    )
    words = plain.split()
    return _cased(plain) if 2 <= len(words) <= 4 and _is_name(plain) else None


def name_list(text: str) -> tuple[str, ...]:
    """Return the names of a line that consists of several, without "By"; none for other lines.

    >>> name_list("Jane Roe and John Doe"), name_list("Oslo and Bergen"), name_list("Jane Roe")
    (('Jane Roe', 'John Doe'), (), ())
    """
    parts = re.split(r"\s+and\s+|\s+&\s+|,\s+(?:and\s+)?|\s+/\s+", text.strip(" .:*"))
    if not 2 <= len(parts) <= 5:
        return ()
    names = [lone_name(part) for part in parts]
    return tuple(name for name in names if name) if all(names) else ()


def bio_name(text: str) -> str | None:
    """Return whom a note on the author is about ("Jane Roe is a fellow at ..."); None for others.

    The note alone does not prove it: a paragraph about anybody reads the same, so the caller asks
    where it stands and whether the article speaks of that person.

    >>> bio_name("JANE Roe is Professor at the University of Somewhere.")
    'JANE Roe'
    """
    if len(text) > 900:
        return None
    found = _BIO.match(text)
    return found["name"].strip() if found and len(found["name"].split()) >= 2 else None


def pronoun_bio(text: str) -> bool:
    """Say whether a line goes on about the author ("She covers ...")."""
    return len(text) < 500 and bool(_PRONOUN_BIO.match(text))


def signed_name(text: str) -> str | None:
    """Return the name of a line that is a name and an office or a place, without "By"; None for others.

    The line alone does not prove it ("Jane Roe in Oslo" may be a headline): the caller asks where it
    stands.

    >>> signed_name("Jane Roe-Smith, diplomatic correspondent"), signed_name("Jane Roe in St Petersburg")
    ('Jane Roe-Smith', 'Jane Roe')
    >>> signed_name("Jane Roe in trouble") is None
    True
    """
    if len(text) > 90 or text.endswith((".", "?", "!")):
        return None
    found = _SIGNED.match(text)
    return lone_name(found["name"]) if found else None


def signed_names(text: str) -> tuple[str, ...]:
    """Return the names of a line in which each has an office or a place; () for other lines.

    >>> signed_names("Jane Roe in Oslo and John Doe in Surrey, B.C.")
    ('Jane Roe', 'John Doe')
    >>> signed_names("Jane Roe in Oslo and the rest of us")
    ()
    """
    line = re.sub(r"(?<=\b[A-Z]\.[A-Z])\.$", "", text.rstrip())
    names = [signed_name(part) for part in re.split(r",?\s+and\s+", line)]
    return tuple(name for name in names if name) if all(names) else ()


def closing_credit(text: str) -> tuple[int, tuple[str, ...]] | None:
    """Return where the credit at the end of a standfirst begins, and its names; None without one.

    >>> closing_credit("Will anybody come? An analysis by Jane Roe, Oslo")
    (19, ('Jane Roe',))
    """
    found = _CLOSING.search(text)
    names = names_in(found["names"]) if found else ()
    return (found.start("credit"), names) if found and names else None


def talkers(text: str) -> tuple[str, str] | None:
    """Return the two persons of "X talks to Y about ..."; None for other lines.

    >>> talkers("Professor Jane Roe talks to Ivan Petrov about the sea")
    ('Jane Roe', 'Ivan Petrov')
    """
    found = _TALK.match(text)
    one = lone_name(found["one"]) if found else None
    two = lone_name(found["two"]) if found else None
    return (one, two) if one and two else None


def same_person(left: str, right: str) -> bool:
    """Say whether two names share their first and last words, whatever the case."""
    one, two = left.lower().split(), right.lower().split()
    return bool(one and two) and one[-1] == two[-1] and one[0].strip(".")[:1] == two[0].strip(".")[:1]


def unique_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names without those that repeat an earlier one in another form."""
    kept: list[str] = []
    for name in names:
        if not any(same_person(name, other) for other in kept):
            kept.append(name)
    return tuple(kept)
