"""Text becomes the dated landmarks it names: summits of a series, and happenings everybody knows.

"On the sidelines of the G-20" says when, to a reader who knows when the G-20 met. The table is this
project's own, 1985 to 2024, of dates on the public record. What it does not hold is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from typing import Literal

LandmarkKind = Literal["summit", "happening", "era", "yearly"]

_SERIES = {
    "G8": r"G-?8|Group of Eight",
    "G7": r"G-?7|Group of Seven",
    "G20": r"G-?20|Group of (?:20|Twenty)",
    "NATO": r"NATO|North Atlantic Treaty Organi[sz]ation",
    "APEC": r"APEC|Asia-Pacific Economic Cooperation",
    "BRICS": r"BRICS",
    "SCO": r"SCO|Shanghai Cooperation Organi[sz]ation",
    "OSCE": r"OSCE",
    "UNGA": r"(?:(?:UN|U\.N\.|United Nations)(?:'s|’s)? )?General Assembly",
    "MSC": r"Munich (?:Security|security) [Cc]onference|security conference in Munich",
}
_NEEDS_NO_NOUN = frozenset({"UNGA", "MSC"})
_NOUN = (
    r"(?: (?:nations|countries|economies|leaders|world leaders|heads of state)?['’‘`]?s?['’‘`]?)?"
    r"(?: (?:leader|annual|economic|world|security))?(?:['’‘`]s?)? ?(?:summits?|gathering)\b"
)
_BEFORE = re.compile(
    r"(?:\b(?P<year>(?:19|20)\d\d)\s+|\b(?P<near>last|next|this)\s+(?:year['’]s|month['’]s|week['’]s)\s+"
    r"|\b(?P<place>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)?)\s+)$"
)
_AFTER = re.compile(
    r"^,?\s*(?:(?:to be|being|which will be)\s+(?:held|hosted)\s+)?(?:this\s+year\s+|next\s+month\s+)?"
    r"(?:(?:of\s+|in\s+)?(?P<year>(?:19|20)\d\d)\s*)?"
    r"(?:(?:in|at|near)\s+(?:the\s+)?(?P<place>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}))?"
    r"(?:,?\s+(?:in\s+)?(?P<later>(?:19|20)\d\d))?"
)
_DURING = re.compile(
    r"\b(?:during|(?:end|height|start|outbreak|days|depths)\s+of|since|before|after|in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\b(?:end\s+of|since|after)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Landmark:
    """A dated summit or happening."""

    kind: LandmarkKind
    """`summit` of a series, `happening`, `era` (years long), or `yearly` (a feast)."""
    series: str
    """G8, G20, NATO ...; the name of a happening."""
    start: date
    """First day; of a yearly feast in a leap year, only month and day count."""
    end: date
    """Last day."""
    place: str | None
    """Where; None when it had no one place."""
    state: str | None
    """ISO 3166-1 alpha-3 of the place."""
    names: tuple[str, ...]
    """Other names: of the place for a summit, of the happening else."""


@dataclass(frozen=True, slots=True)
class FoundLandmark:
    """Words that name a landmark, and all that they may mean."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    landmarks: tuple[Landmark, ...]
    """What it can be, in order of dates: one where the words say which (a year, a place)."""
    certain: bool
    """Whether the words alone, without any date of reference, leave one."""


@lru_cache(maxsize=1)
def landmarks() -> tuple[Landmark, ...]:
    """Return the table."""
    text = resources.files("detente.knowledge").joinpath("data/landmarks.tsv").read_text("utf-8")
    found = []
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        series, start, end, place, state, names = line.split("\t")
        kinds: dict[str, LandmarkKind] = {"-": "happening", "ERA": "era", "YEARLY": "yearly"}
        kind = kinds.get(series, "summit")
        prefix = "2000-" if kind == "yearly" else ""
        listed = tuple(name for name in names.split("|") if name)
        found.append(
            Landmark(
                kind,
                series if kind == "summit" else listed[0],
                date.fromisoformat(prefix + start),
                date.fromisoformat(prefix + end),
                place or None,
                state or None,
                listed,
            )
        )
    return tuple(sorted(found, key=lambda item: item.start))


@lru_cache(maxsize=1)
def _tables() -> tuple[
    re.Pattern[str], dict[str, Landmark], re.Pattern[str], dict[str, tuple[Landmark, ...]]
]:
    named = {name.lower(): item for item in landmarks() if item.kind != "summit" for name in item.names}
    by_series: dict[str, tuple[Landmark, ...]] = {}
    for item in landmarks():
        if item.kind == "summit":
            by_series[item.series] = (*by_series.get(item.series, ()), item)
    # The seven leaders met as eight from 1997 to 2013; papers mix the names.
    both = tuple(sorted(by_series["G8"] + by_series["G7"], key=lambda item: item.start))
    by_series["G8"] = by_series["G7"] = both
    names = sorted(named, key=len, reverse=True)
    name_pattern = re.compile(r"\b(?:" + "|".join(re.escape(n) for n in names) + r")\b", re.IGNORECASE)
    cities = sorted({item.place for item in by_series["SUMMIT"] if item.place}, key=len, reverse=True)
    parts = [f"(?P<{key}>{pattern})" for key, pattern in _SERIES.items()]
    parts.append(r"(?P<SUMMIT>(?:" + "|".join(cities) + r"))(?= summit\b)")
    return name_pattern, named, re.compile(r"\b(?:" + "|".join(parts) + r")(?![\w-])"), by_series


def find_landmarks(text: str) -> Iterator[FoundLandmark]:
    """Yield the landmarks that a sentence names, in order; nothing for a series without "summit".

    A meeting of the G-8's foreign ministers is not its summit, and "G-20 countries" is no date.

    >>> [found.landmarks[0].place for found in find_landmarks("at the G-20 summit in Cannes")]
    ['Cannes']
    >>> list(find_landmarks("the G-20 economies grew"))
    []
    """
    name_pattern, named, series_pattern, by_series = _tables()
    for match in series_pattern.finditer(text):
        series = match.lastgroup or ""
        noun = re.compile(_NOUN).match(text, match.end())
        bare = series in _NEEDS_NO_NOUN or _is_occasion(text, match)
        if noun is None and not bare:
            continue
        end = noun.end() if noun else match.end()
        yield _narrow(text, match.start(), end, by_series[series], match.group(0))
    for match in name_pattern.finditer(text):
        item = named[match.group(0).lower()]
        if item.kind == "era" and not _DURING.search(text[: match.start()]):
            continue
        if item.kind == "era" and _ENDED.search(text[: match.start()]):
            # "The end of the Cold War" is its last two years, not all of it.
            item = replace(item, start=max(item.start, item.end - timedelta(days=730)))
        yield FoundLandmark(match.start(), match.end(), (item,), item.kind != "yearly")


def summits_at(text: str) -> tuple[Landmark, ...]:
    """Return the summits of a text's places where only summits are: Camp David, Lough Erne, Cannes.

    Of a place that is in the table more than once, all of its summits.

    >>> [found.series for found in summits_at("as they agreed at Lough Erne")]
    ['G8']
    """
    pattern, by_place = _summit_places()
    names = dict.fromkeys(match.group(0) for match in pattern.finditer(text))
    return tuple(item for name in names for item in by_place[name])


def summit_around(name: str, day: date, days: int) -> Landmark | None:
    """Return the summit of a format that was held on a day or ended at most so many days before it.

    >>> summit_around("the G-20", date(2013, 9, 7), 3).place
    'St. Petersburg'
    """
    _, _, series_pattern, by_series = _tables()
    for match in series_pattern.finditer(name):
        for item in by_series[match.lastgroup or ""]:
            if item.start <= day and (day - item.end).days <= days:
                return item
    return None


def summits_on(text: str, day: date) -> tuple[Landmark, ...]:
    """Return the summits that were held on a day, of the formats that a text names in any words.

    >>> [found.place for found in summits_on("what the leaders of the G8 said", date(2013, 6, 18))]
    ['Lough Erne']
    """
    _, _, series_pattern, by_series = _tables()
    names = dict.fromkeys(match.lastgroup or "" for match in series_pattern.finditer(text))
    return tuple(
        item for name in names for item in by_series.get(name, ()) if item.start <= day <= item.end
    )


@lru_cache(maxsize=1)
def _summit_places() -> tuple[re.Pattern[str], dict[str, tuple[Landmark, ...]]]:
    by_place: dict[str, tuple[Landmark, ...]] = {}
    for item in landmarks():
        if item.kind == "summit" and item.place:
            by_place[item.place] = (*by_place.get(item.place, ()), item)
    names = sorted(by_place, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(n) for n in names) + r")\b"), by_place


def _is_occasion(text: str, match: re.Match[str]) -> bool:
    """Say whether "the G-20" alone stands for its summit: on the sidelines of, at the, during the."""
    if match.lastgroup in ("NATO", "OSCE", "SUMMIT"):
        return False
    before = re.search(r"(?:sidelines of|margins of|at|during|ahead of)\s+(?:the|this year['’]s)\s+"
                       r"(?:[A-Z][\w.]+\s+){0,2}$", text[: match.start()])  # fmt: skip
    after = re.match(r"\s*(?:$|[,.;)]|in\b|and\b|next\b|this\b|on\b|later\b)", text[match.end() :])
    return bool(before and after)


def _narrow(text: str, start: int, end: int, found: tuple[Landmark, ...], name: str) -> FoundLandmark:
    """Keep what a year or a place beside the name allows, and take those words in."""
    before = _BEFORE.search(text[:start])
    after = _AFTER.match(text[end:])
    years = {
        int(year)
        for m in (before, after)
        if m
        for key in ("year", "later")
        if (year := m.groupdict().get(key))
    }
    certain = False
    if years and (kept := tuple(item for item in found if item.start.year in years)):
        found, certain = kept, len(kept) == 1
        if before and before.group("year"):
            start = before.start()
    for m in (before, after):
        place = m.group("place") if m else None
        kept = tuple(item for item in found if place and _is_place(item, place))
        if m and kept:
            found, certain = kept, len(kept) == 1
            if m is before:
                start = before.start("place")
            else:
                end += m.end("place") if m.start("place") < 9 else 0
    if name.split(" ")[0] in {item.place for item in found}:
        found = tuple(item for item in found if item.place == name.split(" ")[0]) or found
        certain = len(found) == 1
    return FoundLandmark(start, end, found, certain)


def _is_place(item: Landmark, place: str) -> bool:
    words = place.replace("’", "'").replace("Saint ", "St. ").replace("St ", "St. ").lower()
    words = words.removesuffix("'s").rstrip(".")
    return any(
        known and (words == known.lower() or words.endswith(" " + known.lower()))
        for known in (item.place, *item.names)
    )
