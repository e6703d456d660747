"""Dates, counts and who reports what, as an editor writes them in the language of the interface.

The English forms are those of `interfaces.words`; here the words come out of a catalogue. What outlets
wrote and people said is never touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from gettext import NullTranslations

from babel.core import Locale, get_global
from babel.dates import format_date

from detente.export.brief_words import words as brief_words
from detente.interfaces.words import flat
from detente.knowledge.german import german, office_in_german
from detente.knowledge.registry import registry
from detente.query.times import vague
from detente.query.views import Reports, StateView
from detente.records import Channel, Participant, Place, When

_PATTERNS = {
    "en": {"day": "d MMM y", "short": "d MMM", "month": "MMM y", "number": "d"},
    "de": {"day": "d. MMM y", "short": "d. MMM", "month": "MMM y", "number": "d."},
}


ROWS = {
    "article": ("article", "articles"),
    "meeting": ("meeting", "meetings"),
    "statement": ("statement", "statements"),
    "position": ("position", "positions"),
    "forecast": ("forecast", "forecasts"),
    "event": ("event", "events"),
}
"""What one row of a kind is called, and several."""
PRESS = {
    "joint": "joint press conference",
    "separate": "separate press conferences",
    "one": "press conference",
    "none": "no press conference",
}
"""How the press was met to words of the catalogue."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str
    """Its code."""
    catalogue: NullTranslations
    """Its words."""

    def day(self, day: date | str | None) -> str:
        """Return a day; ISO text is read, nothing is unknown."""
        if day is None:
            return self._("unknown")
        found = date.fromisoformat(day[:10]) if isinstance(day, str) else day
        return self._date(found, "day")

    def days(self, first: date | str | None, last: date | str | None) -> str:
        """Return the days from one to another: "14 to 16 Sep 2013"; one day where they are the same."""
        if not first or not last or str(first)[:10] == str(last)[:10]:
            return self.day(first or last)
        ends = (date.fromisoformat(str(one)[:10]) for one in (first, last))
        return self._between(*ends)

    def short_day(self, day: date) -> str:
        """Return a day without its year."""
        return self._date(day, "short")

    def month(self, day: date) -> str:
        """Return a month and its year."""
        return self._date(day, "month")

    def month_of(self, text: str) -> str:
        """Return a month given as ISO text (2013-05)."""
        return self.month(date.fromisoformat(f"{text}-01"))

    def tick(self, day: date) -> str:
        """Return what stands under a tick of an axis: a month, in January with its year."""
        return _written(day, "MMM y" if day.month == 1 else "MMM", self.language)

    def when(self, when: When) -> str:
        """Return a date no more exact than it is."""
        start, end = when.start, when.end
        if start and end:
            return self._range(start, end)
        if start:
            return self._("on or after %(day)s") % {"day": self.day(start)}
        if end:
            return self._("by %(day)s") % {"day": self.day(end)}
        return self._("unknown")

    def published(self, when: When) -> str:
        """Return the date of an article; one that may be more than two months wide is none."""
        return self._("undated") if vague(when) else self.when(when)

    def said(self, when: When, reported: When) -> str:
        """Return the date of words; where the text gives none, the day of the report in brackets."""
        if not vague(when):
            return self.when(when)
        return self._("undated") if vague(reported) else f"({self.when(reported)})"

    def horizon(self, horizon: When, made: When) -> str:
        """Return by when a forecast must come true; nothing when it does not say."""
        if not horizon.known:
            return ""
        open_start = horizon.start is None or (made.end is not None and horizon.start <= made.end)
        if open_start and horizon.end and horizon.start != horizon.end:
            return self._("by %(day)s") % {"day": self.day(horizon.end)}
        return self.when(horizon)

    def count(self, number: int, one: str, many: str) -> str:
        """Return a number and its noun."""
        return f"{number:,} {self.catalogue.ngettext(one, many, number)}"

    def counted(self, kind: str, number: int) -> str:
        """Return how many rows of a kind there are."""
        return self.count(number, *ROWS[kind])

    def kinds(self, kind: str) -> str:
        """Return what rows of a kind are called, many of them."""
        return self.catalogue.ngettext(*ROWS[kind], 2)

    def moment(self, made: str) -> str:
        """Return a time given as ISO text in UTC, to the minute."""
        return f"{self.day(made)}, {made[11:16]} UTC"

    def slot(self, value: object) -> str:
        """Return what a slot of a row holds."""
        match value:
            case When():
                return self.when(value)
            case Place():
                return self.place(value)
            case Participant():
                return self.speaker(value)
            case tuple() if value:
                return self.listed([self.slot(one) for one in value])
            case str() if value:
                return self.word(value)
            case _:
                return self._("unknown")

    def told_by(self, reports: Reports) -> str:
        """Return who reports something: outlets, and independent origins where there are others."""
        outlets = self.count(reports.outlet_count, "outlet", "outlets")
        if reports.outlet_count == reports.origins == 1:
            return outlets
        return f"{outlets}, {self.count(reports.origins, 'origin', 'origins')}"

    def outlets(self, reports: Reports) -> str:
        """Return the outlets by name, those that do not say theirs as a number."""
        names = list(reports.outlets)
        if reports.unnamed == 1:
            names.append(self._("an unnamed outlet"))
        elif reports.unnamed:
            names.append(self._("%(n)s unnamed outlets") % {"n": reports.unnamed})
        return self.listed(names)

    def listed(self, items: Sequence[str]) -> str:
        """Return things as a list in a sentence."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self._('and')} {items[-1]}"

    def speaker(self, participant: Participant) -> str:
        """Return who speaks; the words of the text when nobody was found."""
        nobody = participant.kind == "unknown" and participant.actor_id is None
        if nobody and not participant.name.strip():
            return self._("Speaker not found")
        if participant.actor_id and participant.actor_id.startswith("state:"):
            return self.state(participant.actor_id.removeprefix("state:"), participant.name)
        line = flat(participant.name)
        if participant.kind in ("organisation", "body"):
            line = self.name(line)
        return line[:1].upper() + line[1:]

    def name(self, name: str) -> str:
        """Return the name of a body, place, state, office or issue of the tables in this language."""
        return (german(name) if self.language == "de" else None) or name

    def word(self, text: str) -> str:
        """Return a word of the data: of the catalogue, else a name of the tables, else as it is."""
        found = self._(text)
        return found if found != text else self.name(text)

    def place(self, place: Place) -> str:
        """Return the name of a place."""
        return (german(place.name, "place") if self.language == "de" else None) or self.name(place.name)

    def act(self, type: str) -> str:
        """Return a type of acts (PLOVER) as a word."""
        return brief_words(self.language).type(type)

    def office(self, text: str, actor_id: str | None = None) -> str:
        """Return an office as rows write it; of an actor of the registry in their gender."""
        if self.language != "de":
            return flat(text)
        known = registry().actors.get(actor_id or "")
        return office_in_german(flat(text), known.gender if known else None)

    def state(self, iso: str, name: str) -> str:
        """Return the name of a state in this language; a state that is no more keeps its own."""
        if self.language == "en":
            return name
        codes = get_global("territory_aliases").get(iso, ())
        territories = Locale(self.language).territories
        return next((territories[code] for code in codes if code in territories), name)

    def state_name(self, view: StateView) -> str:
        """Return the name of one of the two states of a record."""
        return self.state(view.iso, view.name)

    def lasted(self, minutes: int) -> str:
        """Return a length in hours and minutes."""
        hours, rest = divmod(minutes, 60)
        told = [self.count(hours, "hour", "hours")] if hours else []
        told += [self.count(rest, "minute", "minutes")] if rest or not hours else []
        return " ".join(told)

    def press(self, press: str) -> str:
        """Return how the press was met after a meeting."""
        return self._(PRESS[press])

    def channel(self, channel: Channel | None) -> str:
        """Return how words reached the outlet; nothing when that is not known."""
        if channel is None:
            return ""
        medium = "" if channel.medium == "unknown" else self._(channel.medium)
        return ", ".join(part for part in (medium, flat(channel.via or "")) if part)

    def _(self, words: str) -> str:
        return self.catalogue.gettext(words)

    def _date(self, day: date, form: str) -> str:
        return _written(day, _PATTERNS[self.language][form], self.language)

    def _range(self, start: date, end: date) -> str:
        if start == end:
            return self.day(start)
        after = end + timedelta(days=1)
        if start.day == 1 and after.day == 1:
            if (start.year, start.month) == (end.year, end.month):
                return self.month(start)
            if start.month == 1 and end.month == 12 and start.year == end.year:
                return str(start.year)
        return self._between(start, end)

    def _between(self, start: date, end: date) -> str:
        first = self.day(start) if start.year != end.year else self.short_day(start)
        if (start.year, start.month) == (end.year, end.month):
            first = self._date(start, "number")
        return self._("%(first)s to %(last)s") % {"first": first, "last": self.day(end)}


@lru_cache(maxsize=8_192)
def _written(day: date, pattern: str, language: str) -> str:
    """Return a day by a pattern; a page writes the same few days hundreds of times."""
    return format_date(day, pattern, locale=language)
