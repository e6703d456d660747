"""The languages of the interface: which one is taken, and that every word of it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from detente.interfaces import server
from detente.interfaces.server.language import LANGUAGES, accepted, translations
from detente.interfaces.server.words import PRESS, Words
from detente.knowledge.german import german
from detente.knowledge.issues import all_issues
from detente.knowledge.plover import EVENT_TYPES
from detente.query.views import Reports, StateView
from detente.records import Channel, Participant, Place, When

HOME = Path(server.__file__).parent
OPTIONS = {
    "extensions": "jinja2.ext.i18n,jinja2.ext.do,jinja2.ext.loopcontrols",
    "newstyle_gettext": "true",
}
KEYWORDS: dict[str, Any] = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "count": (2, 3)}
DATA = [
    "held", "planned", "sought", "postponed", "cancelled", "declined", "date", "place",
    "participants", "status", "occasion", "channel", "addressee", "for", "against", "mixed",
    "unclear", "weak", "strong", "said", "did", "described", "stated", "relative", "published",
    "inferred", "came-true", "did-not", "partly", "direct", "indirect", "no_comment", "free",
    "metered", "paywalled", "unknown", "title", "dek", "byline", "dateline", "body", "subhead",
    "caption", "related", "menu", "login", "paywall", "promo", "bio", "contact", "ad", "source-url",
    "legal", "tweet", "interview", "hearing", "speech", "agency", "newspaper", "broadcaster",
    "letter", "call", "meeting", "statement", "person", "state", "organisation", "group", "happened",
    "ongoing", "promised", "hypothetical", "negated", "denied", "historical", "yes", "no", "unsure",
    "same-actor", "same-meeting", "same-statement", "same-text", "may-tell", "becomes",
    "cancelled-by", "article", "position", "forecast", "judged", "speaker", "actors", "recipients",
    "actor", "forecaster", "horizon", "correct", "authors", "outlet", "url", "access", "language",
    *PRESS.values(), "its commonest words", "the headline on the page", "beside the headline",
    "a byline", "printed at the headline", "printed on the page", "printed without its year",
    "the heading, declared too", "declared", "given with the page", "the standfirst",
    "a note on the author", "a pitch", "the page's metadata", "the canonical link", "the masthead",
]  # fmt: skip
"""Words that are values of records and stand on a page."""


def messages() -> Iterator[tuple[str, Any]]:
    """Yield what the templates and `words` say, with the file."""
    for path in sorted((HOME / "templates").glob("*.html")):
        found = extract("jinja2.ext:babel_extract", BytesIO(path.read_bytes()), KEYWORDS, (), OPTIONS)
        for _, message, _, context in found:
            yield path.name, (context, message) if context else message
    with (HOME / "words.py").open("rb") as file:
        for _, message, _, context in extract("python", file, KEYWORDS):
            yield "words.py", (context, message) if context else message


SAID = sorted({(str(message), message) for _, message in messages()}, key=lambda one: one[0])


def catalogue(language: str) -> Any:
    return read_po(BytesIO((HOME / "locales" / f"{language}.po").read_bytes()), locale=language)


def test_messages_are_found() -> None:
    assert len(SAID) > 280


@pytest.mark.parametrize("message", [one for _, one in SAID], ids=[name[:60] for name, _ in SAID])
def test_every_word_is_in_german(message: Any) -> None:
    known = catalogue("de")
    context = None
    if isinstance(message, tuple) and message[0] in ("addressee", "day"):
        context, message = message
    key = message[0] if isinstance(message, tuple) else message
    found = known.get(key, context)
    assert found is not None, f"{message!r} is not in de.po"
    words = found.string if isinstance(found.string, tuple) else (found.string,)
    assert all(words), f"{message!r} has no German words"
    if isinstance(message, tuple):
        assert len(words) == 2, f"{message!r} has no plural"


@pytest.mark.parametrize("word", DATA)
def test_every_value_is_in_german(word: str) -> None:
    assert translations("de").gettext(word) != word


@pytest.mark.parametrize("name", [issue.name for issue in all_issues()])
def test_every_issue_is_in_german(name: str) -> None:
    assert german(name, "issue")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_what_is_filled_in_is_the_same_in_every_language(language: str) -> None:
    for message in catalogue(language):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings:
            wanted = {part for one in ids for part in _places(one)}
            assert set(_places(string)) <= wanted, message.id


def _places(text: str) -> list[str]:
    return [part.partition(")")[0] for part in text.split("%(")[1:]]


ACCEPTED = [
    ("", "en"),
    ("de", "de"),
    ("de-CH", "de"),
    ("en-GB,en;q=0.9,de;q=0.8", "en"),
    ("fr,de;q=0.8,en;q=0.7", "de"),
    ("fr, en;q=0.2, de;q=0.3", "de"),
    ("ru", "en"),
    ("*", "en"),
    (";;;,q=", "en"),
    ("de;q=nonsense", "en"),
    ("DE", "de"),
    ("a" * 5000, "en"),
]


@pytest.mark.parametrize(("header", "language"), ACCEPTED)
def test_the_language_a_browser_likes_best(header: str, language: str) -> None:
    assert accepted(header) == language


EN, DE = (Words(language, translations(language)) for language in ("en", "de"))
LENGTHS = [
    (0, "0 minutes", "0 Minuten"),
    (1, "1 minute", "1 Minute"),
    (20, "20 minutes", "20 Minuten"),
    (60, "1 hour", "1 Stunde"),
    (61, "1 hour 1 minute", "1 Stunde 1 Minute"),
    (105, "1 hour 45 minutes", "1 Stunde 45 Minuten"),
    (120, "2 hours", "2 Stunden"),
    (1500, "25 hours", "25 Stunden"),
]


@pytest.mark.parametrize(("minutes", "english", "german_words"), LENGTHS)
def test_how_long_a_meeting_lasted(minutes: int, english: str, german_words: str) -> None:
    assert (EN.lasted(minutes), DE.lasted(minutes)) == (english, german_words)


PRESSES = [
    ("joint", "joint press conference", "gemeinsame Pressekonferenz"),
    ("separate", "separate press conferences", "getrennte Pressekonferenzen"),
    ("one", "press conference", "Pressekonferenz"),
    ("none", "no press conference", "keine Pressekonferenz"),
]


@pytest.mark.parametrize(("value", "english", "german_words"), PRESSES)
def test_how_the_press_was_met(value: str, english: str, german_words: str) -> None:
    assert (EN.press(value), DE.press(value)) == (english, german_words)


MAY = date(2013, 5, 7)
DAYS = [
    (When.day(MAY), "7 May 2013", "7. Mai 2013"),
    (When(date(2013, 5, 1), date(2013, 5, 31)), "May 2013", "Mai 2013"),
    (When(date(2013, 1, 1), date(2013, 12, 31)), "2013", "2013"),
    (When(date(2013, 5, 7), date(2013, 5, 9)), "7 to 9 May 2013", "7. bis 9. Mai 2013"),
    (When(date(2013, 5, 7), date(2013, 6, 9)), "7 May to 9 Jun 2013", "7. Mai bis 9. Juni 2013"),
    (
        When(date(2012, 12, 30), date(2013, 1, 2)),
        "30 Dec 2012 to 2 Jan 2013", "30. Dez. 2012 bis 2. Jan. 2013",
    ),
    (When(MAY), "on or after 7 May 2013", "ab 7. Mai 2013"),
    (When(None, MAY), "by 7 May 2013", "bis 7. Mai 2013"),
    (When(), "unknown", "unbekannt"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "english", "german"), DAYS, ids=[one[1] for one in DAYS])
def test_a_date(when: When, english: str, german: str) -> None:
    assert (EN.when(when), DE.when(when)) == (english, german)


REPORTS = [
    (Reports(1, ("The Post",), 0, 1), "1 outlet", "1 Medium"),
    (Reports(3, ("The Post", "The Globe"), 0, 1), "2 outlets, 1 origin", "2 Medien, 1 Quelle"),
    (Reports(2, (), 2, 2), "2 outlets, 2 origins", "2 Medien, 2 Quellen"),
]


@pytest.mark.parametrize(("reports", "english", "german"), REPORTS)
def test_who_reports_it(reports: Reports, english: str, german: str) -> None:
    assert (EN.told_by(reports), DE.told_by(reports)) == (english, german)


OUTLETS = [
    (Reports(1, ("The Post",), 0, 1), "The Post", "The Post"),
    (
        Reports(2, ("The Post",), 1, 2),
        "The Post and an unnamed outlet", "The Post und ein ungenanntes Medium",
    ),
    (Reports(3, ("A", "B"), 2, 3), "A, B and 2 unnamed outlets", "A, B und 2 ungenannte Medien"),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "english", "german"), OUTLETS)
def test_the_outlets_by_name(reports: Reports, english: str, german: str) -> None:
    assert (EN.outlets(reports), DE.outlets(reports)) == (english, german)


SPEAKERS = [
    (Participant("", "", kind="unknown"), "Speaker not found", "Sprecher nicht gefunden"),
    (Participant("an  official", "an official"), "An official", "An official"),
    (Participant("Russia", "Moscow", "state:RUS", "state", "RUS"), "Russia", "Russland"),
    (Participant("Soviet Union", "x", "state:SUN", "state", "SUN"), "Soviet Union", "Soviet Union"),
    (Participant("Ada Sample", "she", "local:1", "person"), "Ada Sample", "Ada Sample"),
]


@pytest.mark.parametrize(("who", "english", "german"), SPEAKERS)
def test_a_speaker(who: Participant, english: str, german: str) -> None:
    assert EN.speaker(who) == english
    assert DE.speaker(who) == german or who.actor_id == "state:SUN"


CHANNELS = [
    (None, "", ""),
    (Channel("unknown"), "", ""),
    (Channel("unknown", "Interfax"), "Interfax", "Interfax"),
    (Channel("tweet"), "tweet", "Tweet"),
    (Channel("letter", "the Kremlin"), "letter, the Kremlin", "Brief, the Kremlin"),
]


@pytest.mark.parametrize(("channel", "english", "german"), CHANNELS)
def test_a_channel(channel: Channel | None, english: str, german: str) -> None:
    assert (EN.channel(channel), DE.channel(channel)) == (english, german)


HORIZONS = [
    (When(), When.day(MAY), ""),
    (When(MAY, date(2013, 6, 30)), When.day(MAY), "by 30 Jun 2013"),
    (When(date(2013, 9, 1), date(2013, 9, 30)), When.day(MAY), "Sep 2013"),
    (When(None, date(2013, 9, 30)), When.day(MAY), "by 30 Sep 2013"),
]


@pytest.mark.parametrize(("horizon", "made", "words"), HORIZONS)
def test_a_horizon(horizon: When, made: When, words: str) -> None:
    assert EN.horizon(horizon, made) == words


SPOKEN = [
    (When.day(MAY), When(), "7 May 2013"),
    (When(), When.day(MAY), "(7 May 2013)"),
    (When(), When(), "undated"),
    (When(date(2012, 1, 1), date(2013, 1, 1)), When.day(MAY), "(7 May 2013)"),
]


@pytest.mark.parametrize(("when", "reported", "words"), SPOKEN)
def test_the_day_of_words(when: When, reported: When, words: str) -> None:
    assert EN.said(when, reported) == words


STATES = [("RUS", "Russland"), ("USA", "Vereinigte Staaten"), ("CHN", "China"), ("PRU", "Prussia")]


@pytest.mark.parametrize(("iso", "german"), STATES)
def test_a_state(iso: str, german: str) -> None:
    assert DE.state_name(StateView(iso, "Prussia")) == german
    assert EN.state_name(StateView(iso, "As it is")) == "As it is"


@pytest.mark.parametrize(
    ("day", "english", "german"),
    [(date(2013, 1, 1), "Jan 2013", "Jan. 2013"), (date(2013, 5, 1), "May", "Mai")],
)
def test_a_tick(day: date, english: str, german: str) -> None:
    assert (EN.tick(day), DE.tick(day)) == (english, german)


@pytest.mark.parametrize(
    ("day", "words"),
    [(None, "unknown"), ("2013-05-07", "7 May 2013"), (MAY, "7 May 2013")],
)
def test_a_day(day: Any, words: str) -> None:
    assert EN.day(day) == words


def participant(name: str, kind: str, actor_id: str | None = None, state: str | None = None) -> Any:
    return Participant(name, name, actor_id, kind, state)  # type: ignore[arg-type]


SLOTS: list[tuple[Any, str, str]] = [
    (When.day(MAY), "7 May 2013", "7. Mai 2013"),
    (When(), "unknown", "unbekannt"),
    (None, "unknown", "unbekannt"),
    ("", "unknown", "unbekannt"),
    ((), "unknown", "unbekannt"),
    ("held", "held", "fand statt"),
    (Place("Moscow", "RUS"), "Moscow", "Moskau"),
    (Place("Russia", "RUS"), "Russia", "Russland"),
    (Place("Lower Primerovo"), "Lower Primerovo", "Lower Primerovo"),
    (participant("Russia", "state", "state:RUS", "RUS"), "Russia", "Russland"),
    (participant("United Nations", "organisation", "organisation:un"), "United Nations",
     "Vereinte Nationen"),
    (participant("Ann Alpha", "person"), "Ann Alpha", "Ann Alpha"),
    ((participant("Ann Alpha", "person"), participant("Russia", "state", "state:RUS", "RUS")),
     "Ann Alpha and Russia", "Ann Alpha und Russland"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "english", "german_words"),
    [
        pytest.param(
            date(2013, 9, 14), date(2013, 9, 16), "14 to 16 Sep 2013", "14. bis 16. Sept. 2013",
            id="within a month",
        ),
        pytest.param(
            "2013-02-26", "2013-09-30", "26 Feb to 30 Sep 2013", "26. Feb. bis 30. Sept. 2013",
            id="within a year",
        ),
        pytest.param(
            date(2012, 12, 30), "2013-01-02", "30 Dec 2012 to 2 Jan 2013",
            "30. Dez. 2012 bis 2. Jan. 2013", id="two years",
        ),
        pytest.param("2013-05-01", "2013-05-31", "1 to 31 May 2013", "1. bis 31. Mai 2013", id="all"),
        pytest.param("2013-05-01", date(2013, 5, 1), "1 May 2013", "1. Mai 2013", id="one day"),
        pytest.param("2013-05-01T10:00", None, "1 May 2013", "1. Mai 2013", id="no last"),
        pytest.param(None, date(2013, 5, 1), "1 May 2013", "1. Mai 2013", id="no first"),
        pytest.param(None, None, "unknown", "unbekannt", id="neither"),
    ],
)  # fmt: skip
def test_from_a_day_to_a_day(first: Any, last: Any, english: str, german_words: str) -> None:
    assert (EN.days(first, last), DE.days(first, last)) == (english, german_words)


@pytest.mark.parametrize(("value", "english", "german_words"), SLOTS)
def test_what_a_slot_holds(value: Any, english: str, german_words: str) -> None:
    assert (EN.slot(value), DE.slot(value)) == (english, german_words)


@pytest.mark.parametrize(
    ("text", "english", "german_words"),
    [
        ("held", "held", "fand statt"),
        ("came-true", "came true", "traf ein"),
        ("Syria", "Syria", "Syrien"),
        ("Missile defence", "Missile defence", "Raketenabwehr"),
        ("Geneva", "Geneva", "Genf"),
        ("European Union", "European Union", "Europäische Union"),
        ("U.S. State Department", "U.S. State Department", "US-Außenministerium"),
        ("Ann Alpha", "Ann Alpha", "Ann Alpha"),
        ("<b>", "<b>", "<b>"),
    ],
)
def test_a_word_of_the_data(text: str, english: str, german_words: str) -> None:
    assert (EN.word(text), DE.word(text)) == (english, german_words)


@pytest.mark.parametrize(
    ("text", "actor", "german_words"),
    [
        ("Foreign Minister of Russia", "person:sergei-lavrov", "Außenminister Russlands"),
        ("Secretary of State of the United States", "person:hillary-clinton",
         "Außenministerin der Vereinigten Staaten"),
        ("Secretary of State of the United States", "person:john-kerry",
         "Außenminister der Vereinigten Staaten"),
        ("Secretary of State", None, "Außenminister"),
        ("a lecturer at  Hill College", "local:1", "a lecturer at Hill College"),
    ],
)  # fmt: skip
def test_an_office_in_the_gender_of_its_holder(text: str, actor: str | None, german_words: str) -> None:
    assert DE.office(text, actor) == german_words
    assert EN.office(text, actor) == " ".join(text.split())


@pytest.mark.parametrize(
    ("kind", "number", "english", "german_words"),
    [
        ("article", 1, "1 article", "1 Artikel"),
        ("statement", 1, "1 statement", "1 Äußerung"),
        ("statement", 1200, "1,200 statements", "1,200 Äußerungen"),
        ("meeting", 2, "2 meetings", "2 Treffen"),
        ("event", 1, "1 event", "1 Ereignis"),
        ("event", 0, "0 events", "0 Ereignisse"),
        ("forecast", 3, "3 forecasts", "3 Vorhersagen"),
        ("position", 3, "3 positions", "3 Haltungen"),
    ],
)
def test_rows_are_counted(kind: str, number: int, english: str, german_words: str) -> None:
    assert (EN.counted(kind, number), DE.counted(kind, number)) == (english, german_words)
    assert EN.kinds(kind) == EN.counted(kind, 2).partition(" ")[2]


def test_a_moment() -> None:
    made = "2026-03-01T09:05:59.123456+00:00"
    assert (EN.moment(made), DE.moment(made)) == ("1 Mar 2026, 09:05 UTC", "1. März 2026, 09:05 UTC")


@pytest.mark.parametrize("kind", sorted(EVENT_TYPES))
def test_every_type_of_act_is_a_word(kind: str) -> None:
    assert EN.act(kind) != kind
    assert DE.act(kind) != kind
    assert DE.act(kind)[0].isupper()


RULING = re.compile(
    r"\b(?:gegenüber|mit|von|zu|aus|bei|nach|in|an|auf|für|durch|gegen|ohne|um|zwischen|seit|wegen)"
    r" %\((?:by|whom|place|who|state|name)\)s"
)
"""A German preposition before a name that is put in as it stands: "in Vereinigte Staaten"."""


@pytest.mark.parametrize(
    ("message", "wrong"),
    [
        pytest.param("%(by)s gegenüber %(whom)s", True, id="dative"),
        pytest.param("Treffen in %(place)s", True, id="in"),
        pytest.param("%(by)s → %(whom)s", False, id="arrow"),
        pytest.param("Treffen: %(place)s", False, id="colon"),
        pytest.param("in %(num)s Tagen", False, id="a number has no case"),
    ],
)
def test_what_rules_a_case(message: str, wrong: bool) -> None:
    assert bool(RULING.search(message)) is wrong


def test_no_german_preposition_stands_before_a_name_that_does_not_bend() -> None:
    told = [one.string for one in catalogue("de") if isinstance(one.string, str)]
    assert len(told) > 280
    assert [one for one in told if RULING.search(one) and "von %(who)s" not in one] == []
