# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""Captions: the words under a picture and the credit after them."""

from __future__ import annotations

import re

from detente.read.byline import agency_of, lone_name

_AGENCY = (
    r"(?:AP|A\.P\.|AFP|Reuters|REUTERS|Getty(?:\s+Images)?|dpa|DPA|EPA|epa|RIA\s+Novosti|ITAR-TASS|TASS|Itar-Tass|Xinhua|Sputnik"
    r"|Associated\s+Press|Agence\s+France[- ]Presse|Press\s+Association|PA|UPI|Corbis|Alamy|Shutterstock|iStock|Flickr|Wikimedia(?:\s+Commons)?"
    r"|Creative\s+Commons|Bloomberg|Interfax|Kommersant|Anadolu(?:\s+Agency)?|AA|Kyodo|Yonhap|ANSA|EFE|ZUMA(?:\s+Press)?|Pool|Handout|Rex(?:\s+Features)?|Unsplash|Imago|IMAGO|Magnum|Polaris|Keystone|Ukrinform|NurPhoto|Photoshot|Vostock|PhotoXPress|Demotix|AP\s+Photo|State\s+Department|White\s+House|U\.?N\.?|UN\s+Photo|MT)"
)
_WORD = re.compile(
    r"\b(?:photos?|photographs?|pictures?|images?|credits?|courtesy|foto|via|file|archive|illustration|graphic|source)\b",
    re.I,
)
_LABEL = r"(?:photos?|photographs?|pictures?|images?|(?:photo|image|picture)\s+(?:credit|by|courtesy)|credit|courtesy(?:\s+of)?|foto|illustration|graphic)"
_CREDITS = tuple(
    re.compile(form)
    for form in (
        # in brackets at the end
        rf"\s*(?P<whole>[(\[]\s*(?:(?i:{_LABEL}(?:\s*(?:by|of))?)\s*[:/]?\s*)?(?P<credit>[^()\[\]]{{2,90}}?)\s*[)\]])\s*\.?$",
        # a label, a name and perhaps an agency
        r"(?:^|(?<=[.!?”\"’)])|\s[|–—-])\s*(?P<whole>(?i:photos?(?:graph(?:er|s)?)?|pictures?|images?|(?:photo|image|picture)\s+credit|credit|illustration|graphic)\s*(?::|(?i:by|courtesy(?:\s+of)?|via)\s)\s*(?P<credit>[^.:]{2,80}(?:\.[A-Za-z]{2,4})?))\.?$",
        # a name and an agency, or an agency alone, after the sentence
        rf"(?:(?<=[.!?”\"’)])|\s[|–—-])\s*(?P<whole>(?P<credit>(?:(?:[A-Z][\w'’.-]+\s+){{1,4}}?[/|,–—-]\s*)?{_AGENCY}(?:\s*(?:/|\||,|via|-)\s*[\w .'’&-]{{2,50}})?))\.?$",
        # a name and an agency's initials after the sentence
        r"(?<=[.!?”\"’)])\s+(?P<whole>(?P<credit>(?:[A-ZÀ-Þ][\w'’.-]+\s+){1,3}[A-ZÀ-Þ][\w'’-]+\s?/\s?(?:[A-Z]{2,8}|[A-Z]\w+(?:\s[A-Z]\w+)?)))\.?$",
        # a name after a bar
        r"\s\|\s*(?P<whole>(?P<credit>[A-Z][\w .'’/&-]{2,60}))$",
        # courtesy of somebody
        r"(?:(?<=[.!?”\"’)])|^)\s*(?P<whole>(?i:courtesy(?:\s+of)?)\s+(?P<credit>[\w .,'’/&-]{2,80}))$",
    )
)  # fmt: skip
_TAIL = 220
"""No credit is longer than this."""
_NAME_AND_AGENCY = _CREDITS[3]
_BOLD_NAME = re.compile(r"\s*(?:\*\*|__)(?P<credit>[^*_]{3,60})(?:\*\*|__)\s*$")
_FILE = re.compile(
    r"^\W*(?:FILE(?:\s+PHOTO)?\s*[-–—:]|In\s+this\s+(?:\w+\s+){0,4}(?:photo|picture|image)\b|(?:Photo|Image|Picture|Caption|Foto)\s*:\s*\S)"
)
_AGENCY_CREDIT = re.compile(rf"\b{_AGENCY}\b")


def split_credit(text: str, *, markup: bool = False) -> tuple[str, str | None]:
    """Return the words of a caption and its credit; the credit is None when there is none.

    With `markup` a name in bold type at the end counts as a credit.

    >>> split_credit("Two ministers shake hands. (AP Photo/Jane Roe)")
    ('Two ministers shake hands.', 'AP Photo/Jane Roe')
    >>> split_credit("The ministers in Berlin. Photo: John Doe / dpa")
    ('The ministers in Berlin.', 'John Doe / dpa')
    """
    if markup and text.rstrip().endswith(("**", "__")):
        bold = _BOLD_NAME.search(text)
        if bold and bold.start() and (lone_name(bold["credit"]) or is_credit(bold["credit"])):
            return text[: bold.start()].rstrip(), bold["credit"].strip()
    for form in _CREDITS:
        found = form.search(text, max(0, len(text) - _TAIL))
        if found and (
            is_credit(found["credit"]) or _WORD.search(found["whole"]) or form is _NAME_AND_AGENCY
        ):
            return text[: found.start()].rstrip(" |–—-"), found["credit"].strip(" .*_")
    return text, None


def is_credit(text: str) -> bool:
    """Say whether words name an agency, or a person and an agency.

    >>> is_credit("RIA Novosti/Jane Roe"), is_credit("who had resigned")
    (True, False)
    """
    if len(text) > 90:
        return False
    return bool(_AGENCY_CREDIT.search(text)) and (
        "/" in text
        or "via" in text
        or bool(agency_of(text))
        or bool(_AGENCY_CREDIT.fullmatch(text.strip(" .")))
        or bool(_WORD.search(text))
        or bool(
            re.fullmatch(rf"(?:[A-Z][\w'’.-]+\s*){{1,4}}[,|–—-]?\s*{_AGENCY}(?:\W+\w+){{0,3}}", text)
        )
    )


def caption_like(raw: str, text: str, words: int) -> bool:
    """Say whether a line is a caption: short, and with a credit at its end or a picture's label.

    It does not find a caption that carries neither.
    """
    if words > 70 or words < 1 or len(raw) > 700:
        return False
    if _FILE.match(text) and words <= 60:
        return True
    if words > 50:
        return False
    return split_credit(raw, markup=True)[1] is not None or is_credit(text)
