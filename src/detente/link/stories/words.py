"""Text becomes terms: stems of its words, and the names and numbers in it.

Two reports of one happening share few whole phrases; what they share is rare words in any form, names,
and figures. Stems are cut by rule, so that "talks" and "talking" meet; a wrong stem does no harm as
long as it is the same in both. Function words and the furniture of headlines carry no term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_](?:[\w'’.&]*[^\W_])?")
_NAME = re.compile(r"(?<![\w@])(?:[^\W\d_a-zß-öø-ÿ][\w'’&]*|\d[\d.,]*\d|\d)(?![\w@])")
_NUMBER = re.compile(r"\d[\d.,]*")
_OPENS = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*\s+|[\"“‘«]\s*|\n\s*|[-–—]\s+)$")
_ENDINGS = ("ings", "ing", "ies", "ied", "edly", "ed", "es", "s", "ly")
_LEAST_STEM = 3
_LOOKBACK = 8
_STOPWORDS = """
    a about after again against all also am amid among an and any are as at be because been before
    being between both but by can could did do does down during each even few for from further get
    gets had has have he her here hers him his how i if in into is it its itself just latest let like
    live may me might more most much must my new news next no nor not now of off on once one only or
    other our out over own photo photos read report reports said same say says see set she should
    since so some still such than that the their them then there these they this those though through
    to told too under until up update updated upon us very video videos vs was watch way we were what
    when where which while who whom whose why will with would yet you your
"""
STOPWORDS = frozenset(_STOPWORDS.split())
"""Words that carry no term."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of a lower-case word, cut by rule.

    >>> stem("lawmakers"), stem("lawmaker's"), stem("talks"), stem("talking"), stem("ties")
    ('lawmaker', 'lawmaker', 'talk', 'talk', 'ties')
    """
    for genitive in ("'s", "’s"):
        word = word.removesuffix(genitive)
    if len(word) > _LEAST_STEM + 1:
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
                word = word[: -len(ending)]
                break
    if len(word) > _LEAST_STEM and word.endswith("e"):
        word = word[:-1]
    if len(word) > _LEAST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word


def terms(text: str) -> Iterator[str]:
    """Yield the stems of a text's words in order, function words left out.

    >>> list(terms("Kerry and Lavrov hold talks on U.S.-Russian ties"))
    ['kerry', 'lavrov', 'hold', 'talk', 'us', 'russian', 'ties']
    """
    for found in _WORD.finditer(text.lower()):
        word = found[0].replace(".", "")
        if (word and word not in STOPWORDS) or "." in found[0]:
            cut = stem(word)
            if cut:
                yield cut


def names(text: str) -> Iterator[str]:
    """Yield the names and numbers of a running text as terms marked with "@".

    A capital at the beginning of a sentence names nothing by itself; a word that is only ever there is
    not found. In a headline with a capital on every word all of them are.

    >>> list(names("Talks in Geneva began. Mr Kerry stayed 3 days."))
    ['@geneva', '@kerry', '@3']
    """
    for found in _NAME.finditer(text):
        word = found[0]
        if not word[0].isdigit():
            before = text[max(0, found.start() - _LOOKBACK) : found.start()]
            if found.start() == 0 or _OPENS.search(before):
                continue
            word = word.lower().replace("’", "'").removesuffix("'s")
            if word in STOPWORDS or word in _TITLES:
                continue
        yield "@" + word.replace(",", "").rstrip(".")


_TITLES = frozenset({"mr", "mrs", "ms", "dr", "sir", "monday", "tuesday", "wednesday", "thursday",
                     "friday", "saturday", "sunday"})  # fmt: skip
