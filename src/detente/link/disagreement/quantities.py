"""The numbers of a sentence, as ranges with what they count, to be laid beside those of other reports.

A number that a text hedges is a range: "close to three hours" and "more than two hours" do not
contradict each other, "an hour" and "an hour and three-quarters" do. What names something rather than
counts it (a year, a day of a month, a clock, Resolution 2118, S-300, the age of a child) is left out.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from detente.link.stories.words import stem

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: float(at) for at, word in enumerate(_ONES.split())} | {
    word: 10.0 * at for at, word in enumerate(_TENS.split(), 2)
}
_SCALES = {"dozen": 12.0, "score": 20.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "m": 1e6,
           "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}  # fmt: skip
_UNITS: dict[str, tuple[str, float]] = {
    "second": ("time", 1 / 60), "minute": ("time", 1.0), "hour": ("time", 60.0),
    "day": ("time", 1440.0), "week": ("time", 10080.0), "month": ("time", 43800.0),
    "year": ("time", 525600.0),
    "decade": ("time", 5256000.0),
    "percent": ("percent", 1.0), "per cent": ("percent", 1.0), "%": ("percent", 1.0),
    "tonne": ("mass", 1000.0), "ton": ("mass", 1000.0), "kilogram": ("mass", 1.0),
    "kilogramme": ("mass", 1.0), "kg": ("mass", 1.0), "kilo": ("mass", 1.0),
    "kilometre": ("length", 1.0), "kilometer": ("length", 1.0), "km": ("length", 1.0),
    "mile": ("length", 1.609), "metre": ("length", 0.001), "meter": ("length", 0.001),
}  # fmt: skip
_MONEY = {"$": "USD", "us$": "USD", "dollar": "USD", "€": "EUR", "euro": "EUR", "£": "GBP",
          "pound": "GBP",
          "rouble": "RUB", "ruble": "RUB", "¥": "JPY", "yen": "JPY", "yuan": "CNY", "rupee": "INR",
          "franc": "CHF", "lira": "TRY", "won": "KRW", "shekel": "ILS", "rial": "IRR"}  # fmt: skip
_LEAST, _MOST, _ABOUT, _SHORT = "least", "most", "about", "short"
_HEDGES = {
    "at least": _LEAST, "more than": _LEAST, "over": _LEAST, "no fewer than": _LEAST,
    "upwards of": _LEAST, "no less than": _LEAST, "just over": _LEAST, "well over": _LEAST,
    "a little over": _LEAST,
    "up to": _MOST, "at most": _MOST, "as many as": _MOST, "fewer than": _MOST, "less than": _MOST,
    "no more than": _MOST, "under": _MOST, "not more than": _MOST, "as much as": _MOST,
    "nearly": _SHORT, "almost": _SHORT, "close to": _SHORT, "just under": _SHORT,
    "just short of": _SHORT, "about": _ABOUT, "around": _ABOUT, "some": _ABOUT, "roughly": _ABOUT,
    "approximately": _ABOUT,
    "an estimated": _ABOUT, "estimated": _ABOUT, "perhaps": _ABOUT, "or so": _ABOUT,
}  # fmt: skip
_SLACK = {_ABOUT: 0.25, _SHORT: 0.2}
"""Share of a number by which "about" and "nearly" may miss it."""
_ROUND = 0.06
"""Share by which a round number of a hundred or more may miss the exact one."""
_MONTHS = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|August|"
    r"September|October|November|December)\b\.?"
)
_DIGITS = r"\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER_WORDS = "|".join(sorted((*_WORDS,), key=len, reverse=True))
_SCALE_WORDS = "hundred|thousand|million|billion|trillion|dozen"
_SIMPLE = rf"(?:{_DIGITS}|(?:{_NUMBER_WORDS})(?:[- ](?:{_NUMBER_WORDS}))?)"
_VALUE = (
    rf"(?P<sign>US\$|[$€£¥])?(?P<main>{_SIMPLE}(?:[ -](?:{_SCALE_WORDS}|bn|mn|m)\b)*|"
    rf"an?\b(?=[ -](?:half|quarter|{_SCALE_WORDS}|(?:{'|'.join(u for u in _UNITS if len(u) > 2)})\b)))"
)
_FIND = re.compile(
    rf"(?<![\w.,/:–-])(?P<money>{_VALUE})"
    rf"(?P<and>[ -]and[ -]a[ -](?:half|quarter)|[ -]and[ -]three[ -]quarters)?"
    rf"(?P<to>(?:-|–| to | or )(?={_SIMPLE})(?P<top>{_SIMPLE}))?"
    rf"(?![\w]|[:.,/]\d)",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?:(?:toll|number of [\w' ]{0,30}?\b(?:dead|deaths|killed|fatalities|victims))\b[^.;:]{0,60}?"
    r"\b(?:to|at|of|is|was|now|reached|passed|exceed(?:s|ed)|(?:stands|stood) at)"
    r"|\b(?:the|its|their) (?:dead|deaths|fatalities)\b[^.;:]{0,60}?"
    r"\b(?:number(?:s|ed)?|counted|reached|passed|to)) $",
    re.IGNORECASE,
)
"""What stands before a number of dead that no noun follows: "the toll rose to 135"."""
_AFTER = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|%|[.,;:!?()“”\"]")
_NAMED = re.compile(
    rf"(?:\b(?!(?:The|A|An|In|At|On|For|Some|About|Nearly|More|Over|Only|But|And|Of|After|With|Both|"
    rf"Another|Around|Almost|Up|Its?|His|Her|Their|All|Other|By|Last|Next|Past|From|To|When|Then|"
    rf"Least|Most|Than|Under|Killing|Killed|Roughly|Within|Nobody)\b)"
    rf"[A-Z][\w.]*[ -]|{_MONTHS} |\bNo\. ?|\b(?:article|resolution|section|chapter|phase|page|room|"
    rf"flight|group|channel|number) )$"
)
_PLACE = re.compile(
    r"^(?!Resolution|Article|Flight|Group|Boeing|Airbus|Channel|Route|Highway|No)[A-Z][a-z]+ $"
)
_MANY = re.compile(r"^ (?:[a-z]+ )?(?:[a-z]{3,}s|people|men|women|children)\b")
_DAY_OF_MONTH = re.compile(
    rf"^(?:st|nd|rd|th)?(?:,? (?:of )?{_MONTHS}|(?:-| and | to )\d{{1,2}} {_MONTHS})"
)
_CLOCK = re.compile(r"^ ?(?:a\.?m\b|p\.?m\b|o['’]clock|hrs\b|GMT\b)", re.IGNORECASE)
_AGE = re.compile(r"^[ -]years?[ -](?:old|of age)", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:the|these|those|both|its|his|her|their|our|your|my)[ ]$", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:last|next|past|first)[ ]$", re.IGNORECASE)
_FEW = 10
"""Up to here "the five members" names a body rather than counts it."""
_MOVED = re.compile(
    r"\b(?:hand|hands|handed|handing|turn|turns|turned|turning|take|takes|took|taken|taking|bring|brought|"
    r"go|goes|went|give|gives|gave|given|won|win)(?: \w+)? over\s$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:half|part|quarter|third|thirds|most|much|all|rest|end|minutes?|hours?) of(?: the)?\s$", re.I
)
_PART_OF_ONE = re.compile(r"^[ -](?:third|quarter|half|halve|fifth|tenth)s?\b", re.IGNORECASE)
_AND_PART = re.compile(r"\s(?:and a half|and a quarter|and three[- ]quarters)\b", re.IGNORECASE)
_BETWEEN = re.compile(rf"\b(?:between|from) ({_SIMPLE}) (?:and|to)\s$", re.IGNORECASE)
_LIGHT = frozenset(
    [
        "of",
        "the",
        "a",
        "an",
        "other",
        "more",
        "new",
        "further",
        "additional",
        "american",
        "russian",
        "former",
        "senior",
        "such",
        "different",
        "some",
        "long",
        "full",
        "whole",
        "first",
        "full-time",
        "entire",
    ]
)
_NO_NOUN = frozenset(
    [
        "in",
        "on",
        "at",
        "by",
        "for",
        "to",
        "from",
        "with",
        "and",
        "or",
        "but",
        "that",
        "which",
        "who",
        "when",
        "while",
        "were",
        "was",
        "is",
        "are",
        "be",
        "been",
        "have",
        "has",
        "had",
        "will",
        "would",
        "could",
        "said",
        "says",
        "as",
        "than",
        "after",
        "before",
        "since",
        "until",
        "during",
        "into",
        "over",
        "between",
        "among",
        "not",
        "it",
        "he",
        "she",
        "they",
        "we",
        "you",
        "i",
        "about",
        "against",
        "because",
        "if",
        "there",
        "where",
    ]
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a sentence."""

    text: str
    """Its words with what it counts, hedges included."""
    low: float
    """The least that the words allow, in `unit`."""
    high: float
    """The most; infinity after "more than"."""
    unit: str
    """`time` (minutes), `percent`, `mass` (kg), `length` (km), `money:` with the currency, `count`."""
    counted: str
    """Stem of the noun that is counted; empty for a unit."""
    start: int
    """First character, in the sentence."""
    end: int
    """One past the last character."""

    def fits(self, other: Quantity) -> bool:
        """Say whether both can be true of one thing."""
        return self.low <= other.high and other.low <= self.high


def quantities(sentence: str) -> list[Quantity]:
    """Return the numbers of a sentence that count or measure something, in order.

    Does not find "several", "dozens" and "a few", which no number contradicts; nor numbers that name.

    >>> [(one.text, one.low, one.high, one.unit) for one in quantities("They spoke about two hours.")]
    [('about two hours', 90.0, 150.0, 'time')]
    >>> quantities("Resolution 2118 was passed on 27 September 2013.")
    []
    """
    found: list[Quantity] = []
    for match in _FIND.finditer(sentence):
        if found and match.start() < found[-1].end:
            continue
        one = _quantity(sentence, match)
        if one is not None:
            found.append(_joined(found.pop(), one, sentence) if _goes_on(found, one, sentence) else one)
    return found


def _quantity(sentence: str, match: re.Match[str]) -> Quantity | None:
    before, after = sentence[: match.start()], sentence[match.end() :]
    dead = bool(_TOLL.search(before.removesuffix(before[len(before) - _hedge(before)[1] :])))
    if _names_something(match, before, after) and not (dead and before.endswith("number ")):
        return None
    value = _value(match["main"])
    if _MOVED.search(before):
        before = ""
    if match["and"]:
        value += 0.75 if "three" in match["and"] else 0.25 if "quarter" in match["and"] else 0.5
    top = _value(match["top"]) if match["top"] else value
    if between := _BETWEEN.search(before):
        value, before = _value(between[1]), before[: between.start()]
    unit, scale, counted, width = _counted(after, match["sign"])
    if unit is None and dead:
        unit, counted = "count", "dead"
    if unit is None:
        return None
    if match["main"].casefold() in ("a", "an") and unit == "count":
        return None
    hedge, reach = _hedge(before)
    if more := _AND_PART.match(after[width:]):
        part = 0.75 if "three" in more[0] else 0.25 if "quarter" in more[0] else 0.5
        value, top, width = value + part, top + part, width + more.end()
    if re.match(r"\sor (?:so|more)\b", after[width:]):
        hedge = _LEAST if after[width:].startswith(" or more") else _ABOUT
        width += 8 if hedge == _LEAST else 6
    low, high = _range(value, max(top, value), hedge, unit)
    start, end = match.start() - reach, match.end() + width
    return Quantity(sentence[start:end], low * scale, high * scale, unit, counted, start, end)


def _names_something(match: re.Match[str], before: str, after: str) -> bool:
    """Say whether a number is a name, a day, a clock, a year or an age, or is merely "the two"."""
    text = match["main"]
    if match["sign"]:
        return False
    named = _NAMED.search(before)
    if named and not (_PLACE.search(named[0]) and _MANY.match(after)):
        return True
    if _DAY_OF_MONTH.match(after) or _CLOCK.match(after) or _AGE.match(after):
        return True
    if text.isdigit() and len(text) == 4 and 1800 <= int(text) <= 2100:
        return not re.match(r"\s(?!and\b|or\b|to\b|in\b|the\b)[a-z]+s\b", after) or bool(
            re.search(
                r"\b(?:in|since|of|until|by|from|to|during|before|after)\s$", before, re.IGNORECASE
            )
        )
    if _SPAN.search(before) or _SHARE.search(before) or _PART_OF_ONE.match(after):
        return True
    if text.casefold() == "one" and not re.match(
        r"[ -](?:minute|hour|day|week|month|year|million)", after
    ):
        return True
    few = _value(text) <= _FEW and not re.match(r"[ -](?:minute|hour)", after)
    return few and bool(_DETERMINED.search(before))


def _value(words: str) -> float:
    """Return the number that words or digits say.

    >>> _value("two hundred"), _value("1,000"), _value("twenty-five"), _value("2.5 million")
    (200.0, 1000.0, 25.0, 2500000.0)
    """
    total, current = 0.0, 0.0
    for word in re.split(r"[ -]", words.casefold()):
        if word in _WORDS:
            current += _WORDS[word]
        elif word in ("a", "an"):
            current += 1.0
        elif word in _SCALES:
            current = max(current, 1.0) * _SCALES[word]
        else:
            current += float(re.sub(r"[,\u202f\u00a0]", "", word))
    return total + current


def _counted(after: str, sign: str | None) -> tuple[str | None, float, str, int]:
    """Return unit, factor, stem of the noun and how far its words reach; no unit where none follows."""
    if sign:
        return f"money:{_MONEY[sign.casefold()]}", 1.0, "", 0
    nouns: list[tuple[str, int]] = []
    for match in _AFTER.finditer(after):
        word = match.group().casefold()
        if not nouns and match.start() > 1:
            break
        if not (word[0].isalpha() or word == "%") or word in _NO_NOUN or len(nouns) == 4:
            break
        first = word.split("-")[0]
        plain = first.rstrip("s") if first not in _UNITS else first
        if plain in _UNITS and not (nouns and plain in ("second",)):
            unit, factor = _UNITS[plain]
            return unit, factor, "", match.end()
        if plain == "per" and re.match(r"\scent\b", after[match.end() :]):
            return "percent", 1.0, "", match.end() + 5
        if (money := _MONEY.get(plain)) and not nouns:
            return f"money:{money}", 1.0, "", match.end()
        nouns.append((word, match.end()))
        if (word.endswith("s") and not word.endswith("ss")) or word in (
            "people",
            "men",
            "women",
            "children",
        ):
            break
    heavy = [(word, end) for word, end in nouns if word not in _LIGHT]
    if not heavy:
        return None, 1.0, "", 0
    word, end = next(
        ((w, e) for w, e in heavy if w.endswith("s") or w in ("people", "men", "women", "children")),
        heavy[0],
    )
    return "count", 1.0, stem(word), end


def _hedge(before: str) -> tuple[str | None, int]:
    """Return how the words before a number hedge it, and how many characters they take."""
    tail = before[-24:].casefold()
    for words in sorted(_HEDGES, key=len, reverse=True):
        if re.search(rf"(?:^|\W){words}\s$", tail):
            return _HEDGES[words], len(words) + 1
    return None, 0


def _range(value: float, top: float, hedge: str | None, unit: str) -> tuple[float, float]:
    if hedge == _LEAST:
        return value, math.inf
    if hedge == _MOST:
        return 0.0, top
    if hedge in _SLACK:
        return value * (1 - _SLACK[hedge]), top * (1 + (_SLACK[hedge] if hedge == _ABOUT else 0.0))
    slack = _ROUND if unit in ("time", "money", "mass", "length") or _is_round(value) else 0.0
    return value * (1 - slack), top * (1 + slack)


def _is_round(value: float) -> bool:
    return value >= 100 and value % 10 ** (math.floor(math.log10(value))) == 0


def _goes_on(found: list[Quantity], one: Quantity, sentence: str) -> bool:
    """Say whether a smaller unit of time goes on the number before: "an hour and 45 minutes"."""
    if not found or one.unit != "time" or found[-1].unit != "time":
        return False
    return sentence[found[-1].end : one.start] in (" and ", ", ", " ") and one.high < found[-1].high


def _joined(left: Quantity, right: Quantity, sentence: str) -> Quantity:
    low, high = left.low + right.low, left.high + right.high
    return Quantity(sentence[left.start : right.end], low, high, "time", "", left.start, right.end)
