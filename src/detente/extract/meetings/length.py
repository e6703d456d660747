"""How long a contact lasted and how it met the press, from the sentences that tell it.

"For nearly two hours" is 120 minutes; a wait, a flight and "three hours later" are no length of a talk,
nor are days ("after three days of talks"), which its date has.
"""

from __future__ import annotations

import re
from typing import Literal

Press = Literal["joint", "separate", "one", "none"]

_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_NUMBERS = {word: number for number, word in enumerate(_COUNTED.split(), 1)}
_NUMBERS |= {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "ninety": 90, "forty-five": 45}
_N = r"(?P<n>\d+(?:\.\d+)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_UNIT = r"(?P<u>hours?|minutes?)"
_ABOUT = (
    r"(?:(?:about|around|some|nearly|almost|roughly|over|just|only|under|at least|up to|more than"
    r"|less than|well over|close to|barely|a mere)\s+)*"
)
_FRACTION = r"half\s+an\s+hour|three[- ]quarters\s+of\s+an\s+hour|(?:a\s+)?quarter\s+of\s+an\s+hour"
_REST = r"\s+and\s+(?:a\s+(?P<late>half)|(?P<more>\d+|\w+)\s+minutes)"
_SPAN = re.compile(
    rf"\b(?:{_ABOUT}(?P<fraction>{_FRACTION})|"
    rf"{_N}(?:\s+and\s+a\s+(?P<half>half))?[- ]{_UNIT}(?:{_REST})?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?:\bfor|\blast(?:ed|ing|s)|\bspen(?:t|d|ding)|\btook|\bafter|\bgot|\bran|\bsome|\bthen)\s+{_ABOUT}$|^{_ABOUT}$",
    re.IGNORECASE,
)
_OF_TALK = re.compile(
    r"^(?:\s+|-)?(?:of\s+)?(?:\w+\s+){0,2}?(?:talk|meeting|conversation|call|session|dinner|lunch|breakfast"
    r"|discussion|negotiation|bargaining|encounter|summit|audience|haggling|tete)",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"^\s+(?:\w+\s+){0,3}?(?:with|alone|together|behind|over|in private)\b", re.IGNORECASE
)
_NOT = re.compile(
    r"^\s+(?:later|earlier|ago|before|after|late|away|long\s+wait|wait|of\s+(?:waiting|delay|flight|sleep))"
    r"|^\s+(?:flight|drive|wait|delay)\b",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"\b(?:wait\w*|delay\w*|late|kept|within|in|every|slept|sleep\w*|flew|flight)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_CONFERENCE = r"(?:press|news)\s+(?:conference|briefing)"
_PRESS_WORDS: tuple[tuple[str, Press], ...] = (
    (
        r"\b(?:no|without an?|(?:cancelled|canceled|dropped|skipped) (?:the|their))\s+"
        rf"(?:joint\s+|planned\s+)?{_CONFERENCE}",
        "none",
    ),
    (
        r"\b(?:took|taking|answered|answering)\s+no\s+questions"
        r"|without\s+(?:taking|answering)\s+(?:any\s+)?questions",
        "none",
    ),
    (
        rf"\bseparate\s+(?:{_CONFERENCE}s|(?:press|news)\s+appearances)"
        r"|\b(?:press|reporters|journalists)\s+separately",
        "separate",
    ),
    (
        rf"\bjoint\s+(?:{_CONFERENCE}|(?:press\s+)?appearance)\b|\btook\s+questions\s+together"
        rf"|\bfaced\s+(?:the\s+)?(?:press|reporters)\s+together|\b{_CONFERENCE}\s+(?:together|with\s+(?:his|her))"
        rf"|\btheir\s+{_CONFERENCE}",
        "joint",
    ),
    (rf"\b{_CONFERENCE}\b", "one"),
)
_PRESS = tuple((re.compile(words, re.IGNORECASE), value) for words, value in _PRESS_WORDS)


def minutes_in(text: str, near: int = 0) -> int | None:
    """Return how many minutes a contact lasted by a sentence; None where it does not say.

    Of two lengths the one nearest to the offset `near` counts.

    >>> minutes_in("They talked for nearly two hours in Oslo.")
    120
    >>> minutes_in("He was kept waiting for three hours.")
    >>> minutes_in("After three and a half hours of talks they parted.")
    210
    """
    found = length_at(text, near)
    return None if found is None else found[1]


def length_at(text: str, near: int = 0) -> tuple[int, int] | None:
    """Return where a sentence tells a length, and its minutes; the one nearest to `near`, or None.

    >>> length_at("They talked for an hour.")
    (16, 60)
    """
    plain = text.replace("\xa0", " ")
    found = []
    for match in _SPAN.finditer(plain):
        before, after = plain[: match.start()], plain[match.end() :]
        if _NOT.match(after) or _WAITS.search(before[-40:]):
            continue
        close = before[-40:]
        told = _TOLD.search(close) is not None and bool(close.strip())
        if told or _OF_TALK.match(after) or _WITH.match(after):
            found.append((abs(match.start() - near), match.start(), _minutes(match)))
    return min(found)[1:] if found else None


def _minutes(match: re.Match[str]) -> int:
    if fraction := match["fraction"]:
        words = fraction.lower()
        return 45 if words.startswith("three") else 15 if "quarter" in words else 30
    number = match["n"].lower()
    value = float(_NUMBERS.get(number, 0) or number)
    if match["half"] or match["late"]:
        value += 0.5
    if match["u"].lower().startswith("minute"):
        return round(value)
    more = (match["more"] or "").lower()
    return round(value * 60) + (int(more) if more.isdigit() else _NUMBERS.get(more, 0))


def press_in(text: str) -> Press | None:
    """Return how the press was met by a text: jointly, apart, by one side, not at all; else None.

    >>> press_in("The two gave a joint news conference."), press_in("There was no press conference.")
    ('joint', 'none')
    """
    plain = text.replace("\xa0", " ")
    return next((value for pattern, value in _PRESS if pattern.search(plain)), None)
