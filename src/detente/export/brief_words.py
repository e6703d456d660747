"""The words of a briefing in English and German: headings, dates, counts, and sentences around quotes.

What outlets printed stays in the language in which they printed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.errors import UnknownName
from detente.knowledge.german import at_in_german, german
from detente.query.times import vague
from detente.query.views import Reports
from detente.records import When

Language = Literal["en", "de"]
LANGUAGES: tuple[Language, ...] = ("en", "de")

_EN = {
    "title": "{left} and {right}",
    "kicker": "Briefing note",
    "asof": "as reported by {day}",
    "cut": "{n} cut off before the end",
    "notes": "Evidence",
    "brief": "In brief",
    "changed": "What changed",
    "meetings": "Meetings, calls and visits",
    "positions": "Where each side stands",
    "shifts": "Shifts",
    "both": "On both sides at one time",
    "forecasts": "Forecasts due",
    "disagreements": "Where reports differ",
    "called": "What it was called",
    "ahead": "Ahead",
    "positions_note": "The newest stand of each side, in the words of the reports.",
    "called_note": "Verdicts of outlets and speakers; they are no part of any score.",
    "course_lead": "Course",
    "course": (
        "{by} → {to}: {score} on average a week, on a scale from −10 (conflict) to 10 (cooperation)"
    ),
    "course_before": ", after {score} in as many days before",
    "unknown": "unknown",
    "by": "by {day}",
    "from": "from {day}",
    "to": "{start} to {end}",
    "and": "and",
    "unnamed": "an outlet not named",
    "untitled": "without a headline",
    "off": "{what} {status}",
    "off_by": "{what} {status} by {who}",
    "cancelled": "cancelled",
    "postponed": "put off",
    "declined": "declined",
    "held": "held",
    "planned": "planned",
    "sought": "sought",
    "meeting": "Meeting",
    "call": "Call",
    "visit": "Visit",
    "summit": "Summit",
    "in": " in {place}",
    "visit_in": " to {place}",
    "on": "On {what}.",
    "outcome": "Outcome: {words}",
    "words_for": "{who} speaks well of {whom}: {words}",
    "words_against": "{who} speaks against {whom}: {words}",
    "act": "{what}: {words}",
    "joint": "{left} and {right}",
    "toward": "{by} → {to}",
    "shift": "{who}: {before}, {words}; then, {after}, {then}",
    "forecast": "{who}: {words}",
    "due": ", due {day}",
    "came-true": "It came true: {words}",
    "did-not": "It did not: {words}",
    "partly": "In part: {words}",
    "unclear": "Open; near it: {words}",
    "open": "No report settles it.",
    "differ": "{about}, {slot}: {sides}",
    "side": "{value} ({outlets})",
    "against": " against ",
    "verdict": "{direction}, {who}: {words}",
    "better": "Better",
    "worse": "Worse",
    "mixed": "Both",
    "forecast_ahead": "due: {who}, {words}",
    "nothing": "Nothing on the two in this period.",
    "article": "{n} article|{n} articles",
    "outlet": "{n} outlet|{n} outlets",
    "origin": "{n} independent origin|{n} independent origins",
    "independent": "{n} independent outlets",
    "made": "Made by detente out of the articles named under Evidence.",
}
_DE = {
    "title": "{left} und {right}",
    "kicker": "Lagenotiz",
    "asof": "nach dem Stand der Berichte vom {day}",
    "cut": "{n} vor dem Ende abgeschnitten",
    "notes": "Belege",
    "brief": "Das Wichtigste",
    "changed": "Was sich geändert hat",
    "meetings": "Treffen, Telefonate und Besuche",
    "positions": "Wo beide Seiten stehen",
    "shifts": "Verschiebungen",
    "both": "Zur selben Zeit auf beiden Seiten",
    "forecasts": "Fällige Prognosen",
    "disagreements": "Wo die Berichte auseinandergehen",
    "called": "Wie es genannt wurde",
    "ahead": "Was bevorsteht",
    "positions_note": "Die jüngste Haltung jeder Seite, in den Worten der Berichte.",
    "called_note": "Urteile von Medien und Sprechern; sie gehen in keine Wertung ein.",
    "course_lead": "Verlauf",
    "course": (
        "{by} → {to}: im Wochenmittel {score} auf einer Skala von −10 (Konflikt) bis 10 (Kooperation)"
    ),
    "course_before": ", nach {score} in ebenso vielen Tagen davor",
    "unknown": "unbekannt",
    "by": "bis {day}",
    "from": "ab {day}",
    "to": "{start} bis {end}",
    "and": "und",
    "unnamed": "ein nicht genanntes Medium",
    "untitled": "ohne Überschrift",
    "off": "{what} {status}",
    "off_by": "{what} {status}, von Seiten: {who}",
    "cancelled": "abgesagt",
    "postponed": "verschoben",
    "declined": "abgelehnt",
    "held": "abgehalten",
    "planned": "geplant",
    "sought": "angestrebt",
    "meeting": "Treffen",
    "call": "Telefonat",
    "visit": "Besuch",
    "summit": "Gipfel",
    "in": " in {place}",
    "visit_in": " in {place}",
    "on": "Themen: {what}.",
    "outcome": "Ergebnis: {words}",
    "words_for": "{who} äußert sich freundlich über {whom}: {words}",
    "words_against": "{who} wendet sich gegen {whom}: {words}",
    "act": "{what}: {words}",
    "joint": "{left} und {right}",
    "toward": "{by} → {to}",
    "shift": "{who}: {before}, {words}; dann, {after}, {then}",
    "forecast": "{who}: {words}",
    "due": ", fällig {day}",
    "came-true": "Eingetreten: {words}",
    "did-not": "Nicht eingetreten: {words}",
    "partly": "Zum Teil: {words}",
    "unclear": "Offen; nahe daran: {words}",
    "open": "Kein Bericht entscheidet es.",
    "differ": "{about}, {slot}: {sides}",
    "side": "{value} ({outlets})",
    "against": " gegen ",
    "verdict": "{direction}, {who}: {words}",
    "better": "Besser",
    "worse": "Schlechter",
    "mixed": "Beides",
    "forecast_ahead": "fällig: {who}, {words}",
    "nothing": "In diesem Zeitraum nichts über die beiden.",
    "article": "{n} Artikel|{n} Artikel",
    "outlet": "{n} Medium|{n} Medien",
    "origin": "{n} unabhängige Quelle|{n} unabhängige Quellen",
    "independent": "{n} unabhängige Medien",
    "made": "Von detente erstellt aus den Artikeln, die unter Belege genannt sind.",
}
_TYPES: Mapping[str, tuple[str, str]] = {
    "AGREE": ("agreement", "Einigung"), "SUPPORT": ("support", "Unterstützung"),
    "CONCEDE": ("concession", "Zugeständnis"), "COOPERATE": ("cooperation", "Zusammenarbeit"),
    "AID": ("aid", "Hilfe"), "RETREAT": ("withdrawal or release", "Rückzug oder Freilassung"),
    "REQUEST": ("request", "Ersuchen"), "ACCUSE": ("accusation", "Vorwurf"),
    "REJECT": ("refusal", "Absage"), "THREATEN": ("threat", "Drohung"),
    "PROTEST": ("protest", "Protest"), "SANCTION": ("sanction", "Sanktion"),
    "MOBILIZE": ("mobilisation", "Mobilmachung"), "COERCE": ("coercion", "Zwangsmaßnahme"),
    "ASSAULT": ("assault", "Angriff"), "CONSULT": ("talks", "Gespräche"),
}  # fmt: skip
_SLOTS: Mapping[str, tuple[str, str]] = {
    "date": ("date", "Datum"), "place": ("place", "Ort"),
    "participants": ("who took part", "Teilnehmer"),
    "status": ("whether it was held", "ob es stattfand"), "occasion": ("occasion", "Anlass"),
    "addressee": ("to whom", "an wen"), "number": ("number", "Zahl"),
    "relations": ("the relationship", "das Verhältnis"),
}  # fmt: skip
_MONTHS: Mapping[str, Sequence[str]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "de": ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
           "Oktober", "November", "Dezember"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: Language
    """Which."""
    texts: Mapping[str, str]
    """Every text by its key."""

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its gaps filled."""
        return self.texts[key].format(**values)

    def type(self, name: str) -> str:
        """Return a PLOVER type in words."""
        return _TYPES[name][LANGUAGES.index(self.language)]

    def slot(self, name: str) -> str:
        """Return what reports differ on in words; the name itself where there are none."""
        return _SLOTS.get(name, (name, name))[LANGUAGES.index(self.language)]

    def count(self, number: int, key: str) -> str:
        """Return a number with its noun.

        >>> words("en").count(1, "outlet"), words("de").count(2, "outlet")
        ('1 outlet', '2 Medien')
        """
        one, many = self.texts[key].split("|")
        return (one if number == 1 else many).format(n=number)

    def told_by(self, reports: Reports) -> str:
        """Return who tells something, counted; nothing where it is one outlet."""
        if reports.outlet_count == reports.origins == 1:
            return ""
        if reports.outlet_count == reports.origins:
            return self("independent", n=reports.origins)
        return f"{self.count(reports.outlet_count, 'outlet')}, {self.count(reports.origins, 'origin')}"

    def name(self, text: str) -> str:
        """Return a name of the tables (of a state, body, place, issue) in this language.

        >>> words("de").name("Geneva"), words("en").name("Geneva"), words("de").name("Ann Alpha")
        ('Genf', 'Geneva', 'Ann Alpha')
        """
        return (german(text) if self.language == "de" else None) or text

    def where(self, place: str, *, to: bool = False) -> str:
        """Return where something happened, or where a visit led, as it follows a noun.

        >>> words("de").where("the Kremlin"), words("en").where("Moscow", to=True)
        (' im Kreml', ' to Moscow')
        """
        if self.language == "de":
            return f" {at_in_german(place)}"
        return self("visit_in" if to else "in", place=place)

    def names(self, items: Iterable[str]) -> str:
        """Return names as a list in a sentence."""
        return self.series([self.name(item) for item in items])

    def series(self, items: Sequence[str]) -> str:
        """Return things as a list in a sentence.

        >>> words("de").series(["Syrien", "Iran", "Kuba"])
        'Syrien, Iran und Kuba'
        """
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.texts['and']} {items[-1]}"

    def day(self, day: date, *, year: bool = True) -> str:
        """Return a day as it is written.

        >>> words("en").day(date(2013, 8, 7)), words("de").day(date(2013, 8, 7), year=False)
        ('7 Aug 2013', '7. August')
        """
        month = _MONTHS[self.language][day.month - 1]
        mark = "." if self.language == "de" else ""
        return f"{day.day}{mark} {month}" + (f" {day.year}" if year else "")

    def when(self, when: When, *, year: bool = True) -> str:
        """Return a date no more exact than it is; nothing where it is too vague to stand by a line."""
        if vague(when):
            return ""
        start, end = when.start, when.end
        if start is None or end is None:
            known = start or end
            if known is None:
                return ""
            return self("from" if start else "by", day=self.day(known, year=year))
        if start == end:
            return self.day(start, year=year)
        if when.precision == "month":
            month = _MONTHS[self.language][start.month - 1]
            return f"{month} {start.year}" if year else month
        same_year = start.year == end.year
        if same_year and start.month == end.month:
            first = f"{start.day}." if self.language == "de" else str(start.day)
        else:
            first = self.day(start, year=year and not same_year)
        return self("to", start=first, end=self.day(end, year=year))

    def score(self, score: float) -> str:
        """Return a score with its sign.

        >>> words("en").score(-1.25), words("de").score(2.5)
        ('−1.2', '+2,5')
        """
        text = f"{abs(score):.1f}"
        sign = "" if text == "0.0" else "−" if score < 0 else "+"
        return sign + (text.replace(".", ",") if self.language == "de" else text)

    def quoted(self, text: str) -> str:
        """Return words in the marks of the language, unless they carry marks of their own."""
        line = " ".join(text.split()).strip(" ,;")
        if not line:
            return line
        left, right = ("„", "“") if self.language == "de" else ("“", "”")
        # The outlet's own marks stand; one that opens and does not close is closed.
        for opens, closes in (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("‘", "’")):
            if line[0] == opens:
                return line if closes in line[1:] else line + closes
        return line if line[-1] in "”»" else f"{left}{line}{right}"


def words(language: str) -> Words:
    """Return the words of a language. Raises UnknownName for one that there is not."""
    if language == "en":
        return Words("en", _EN)
    if language == "de":
        return Words("de", _DE)
    raise UnknownName(f"no briefing in {language!r}", f"there is {' and '.join(LANGUAGES)}")
