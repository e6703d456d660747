"""Values as an editor writes them: dates, counts, lists, who said it and who reports it.

Nothing here prints. The command line uses it; other interfaces say the same things the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from detente.query.views import Reports
from detente.records import Channel, Participant, When

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPACE = re.compile(r"\s+")
_MARKS = "\"“”„«»'‘’"
FORMS = {"meeting": "Meeting", "call": "Call", "visit": "Visit", "summit": "Summit"}
"""Form of a meeting to the word that begins its line."""


def day_words(day: date) -> str:
    """Return a day as an editor writes it.

    >>> day_words(date(2013, 2, 26))
    '26 Feb 2013'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def when_words(when: When) -> str:
    """Return a date no more exact than it is.

    >>> when_words(When.day(date(2013, 2, 26)))
    '26 Feb 2013'
    >>> when_words(When(date(2013, 9, 1), date(2013, 9, 30), "month"))
    'Sep 2013'
    >>> when_words(When(date(2013, 2, 11)))
    'on or after 11 Feb 2013'
    >>> when_words(When(date(2013, 9, 5), date(2013, 9, 6), "range"))
    '5 to 6 Sep 2013'
    >>> when_words(When())
    'unknown'
    """
    start, end = when.start, when.end
    if start and end:
        return _range_words(start, end)
    if start:
        return f"on or after {day_words(start)}"
    if end:
        return f"by {day_words(end)}"
    return "unknown"


def horizon_words(horizon: When, made: When) -> str:
    """Return by when a forecast must come true; nothing when it does not say.

    >>> made = When.day(date(2013, 3, 1))
    >>> horizon_words(When(date(2013, 3, 1), date(2013, 6, 30)), made)
    'by 30 Jun 2013'
    >>> horizon_words(When(date(2013, 9, 1), date(2013, 9, 30)), made)
    'Sep 2013'
    """
    if not horizon.known:
        return ""
    open_start = horizon.start is None or (made.end is not None and horizon.start <= made.end)
    if open_start and horizon.end and horizon.start != horizon.end:
        return f"by {day_words(horizon.end)}"
    return when_words(horizon)


def _range_words(start: date, end: date) -> str:
    if start == end:
        return day_words(start)
    after = end + timedelta(days=1)
    if start.day == 1 and after.day == 1:
        if (start.year, start.month) == (end.year, end.month):
            return f"{_MONTHS[start.month - 1]} {start.year}"
        if start.month == 1 and end.month == 12 and start.year == end.year:
            return str(start.year)
    if start.year != end.year:
        return f"{day_words(start)} to {day_words(end)}"
    if start.month != end.month:
        return f"{start.day} {_MONTHS[start.month - 1]} to {day_words(end)}"
    return f"{start.day} to {day_words(end)}"


def count_words(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number and its noun.

    >>> count_words(1, "outlet"), count_words(2, "copy", "copies"), count_words(1500, "article")
    ('1 outlet', '2 copies', '1,500 articles')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def list_words(items: Sequence[str]) -> str:
    """Return things as a list in a sentence.

    >>> list_words(["Syria"]), list_words(["Syria", "Iran"]), list_words(["a", "b", "c"])
    ('Syria', 'Syria and Iran', 'a, b and c')
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def told_by(reports: Reports) -> str:
    """Return who reports something, as it ends a line.

    >>> told_by(Reports(3, ("The Post", "The Globe"), 0, 1)), told_by(Reports(1, (), 1, 1))
    ('2 outlets, 1 origin', '1 outlet')
    """
    outlets = count_words(reports.outlet_count, "outlet")
    if reports.outlet_count == reports.origins == 1:
        return outlets
    return f"{outlets}, {count_words(reports.origins, 'origin')}"


def outlet_words(reports: Reports) -> str:
    """Return the outlets by name, those that do not say theirs as a number.

    >>> outlet_words(Reports(3, ("The Post",), 2, 3))
    'The Post and 2 unnamed outlets'
    """
    names = list(reports.outlets)
    if reports.unnamed:
        word = "an unnamed outlet" if reports.unnamed == 1 else f"{reports.unnamed} unnamed outlets"
        names.append(word)
    return list_words(names)


def known_as(participant: Participant) -> str:
    """Return the office somebody held then, else what the article says they are; empty for neither.

    >>> known_as(Participant("Ann Alpha", "she", affiliation="A professor at Oslo"))
    'a professor at Oslo'
    """
    words = flat(participant.office or participant.affiliation or "")
    return words[:1].lower() + words[1:] if words.startswith(("The ", "A ", "An ")) else words


def speaker_words(participant: Participant) -> str:
    """Return who speaks, with what they were then; the words of the text when nobody was found.

    >>> speaker_words(Participant("Sergei Lavrov", "he", office="Foreign Minister of Russia"))
    'Sergei Lavrov, Foreign Minister of Russia'
    """
    if participant.kind == "unknown" and participant.actor_id is None and not participant.name.strip():
        return "a speaker not found"
    return ", ".join(words for words in (flat(participant.name), known_as(participant)) if words)


def channel_words(channel: Channel | None) -> str:
    """Return how words reached the outlet; nothing when that is not known.

    >>> channel_words(Channel("tweet", "Foreign Ministry")), channel_words(Channel("interview"))
    ('in a tweet (Foreign Ministry)', 'in an interview')
    """
    if channel is None:
        return ""
    if channel.medium == "unknown":
        return f"via {flat(channel.via)}" if channel.via else ""
    if channel.medium in ("agency", "newspaper", "broadcaster"):
        return f"via {flat(channel.via)}" if channel.via else f"via {_article(channel.medium)}"
    word = {"hearing": "at", "press conference": "at", "meeting": "at"}.get(channel.medium, "in")
    via = f" ({flat(channel.via)})" if channel.via else ""
    return f"{word} {_article(channel.medium)}{via}"


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def flat(words: str) -> str:
    """Return words on one line.

    >>> flat("of  the\\nmeeting ")
    'of the meeting'
    """
    return _SPACE.sub(" ", words).strip()


def quoted(words: str) -> str:
    """Return what was said in marks on one line: in the marks that the outlet printed, else in ours.

    >>> quoted('"It works,"'), quoted("It works")
    ('"It works,"', '“It works”')
    """
    line = flat(words)
    return line if line[:1] in _MARKS or line[-1:] in _MARKS else f"“{line}”"


def sentence(words: str) -> str:
    """Return words on one line with a capital at the beginning.

    >>> sentence("experts")
    'Experts'
    """
    line = flat(words)
    return line[:1].upper() + line[1:]


def stopped(words: str) -> str:
    """Return words with a full stop, where they do not end in one.

    >>> stopped("it works"), stopped("it “works.”")
    ('it works.', 'it “works.”')
    """
    return words if words.rstrip(_MARKS)[-1:] in (".", "!", "?", "…") else f"{words}."


def shortened(words: str, most: int) -> str:
    """Return words on one line, cut at a word with an ellipsis when there are too many.

    >>> shortened("one two three four", 10)
    'one two …'
    """
    line = flat(words)
    if len(line) <= most:
        return line
    cut = line.rfind(" ", 0, most - 1)
    return line[: cut if cut > 0 else most - 2].rstrip(" ,;:") + " …"
