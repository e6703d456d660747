"""One line for each kind of item: a meeting, a statement, a position, a forecast, an act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.interfaces.cli.page import FAINT, LEFT, RIGHT, STRONG, Page, styled
from detente.interfaces.words import (
    FORMS,
    channel_words,
    flat,
    outlet_words,
    quoted,
    reports_words,
    sentence,
    shortened,
    stopped,
    when_words,
)
from detente.query.refs import Ref
from detente.query.times import vague
from detente.query.views import Act, Difference, Encounter, Outlook, Saying, Stand
from detente.records import Participant, When

Colour = Callable[[Participant], str]
"""The style of a participant's name: the colour of its state, or none."""
LONGEST = 360
"""Characters of somebody's words on a line; the rest is in the article."""
_MARKS = {"postponed": "Postponed", "cancelled": "Cancelled", "declined": "Declined"}
_PLAIN_CUES = (
    "say",
    "says",
    "said",
    "saying",
    "tell",
    "tells",
    "told",
    "write",
    "wrote",
    "added",
    "adds",
)
_BEFORE_A_NAME = ("according", "as", "by", "for", "from", "in", "per", "to")
"""First words of cues that only lead to the speaker: according to, in the words of."""
_LONGEST_ACT = 240
_LONGEST_CUE = 30
_MOST_OUTCOMES = 2


def no_colour(_: Participant) -> str:
    """Return no style, where no two states are told apart."""
    return ""


def colours(left: str, right: str) -> Colour:
    """Return what gives the people of two states their colours."""
    styles = {left: LEFT, right: RIGHT}

    def colour(participant: Participant) -> str:
        return styles.get(participant.state or "", "")

    return colour


def print_encounter(page: Page, item: Encounter, colour: Colour = no_colour) -> None:
    """Print a meeting: when, what, who, where, what on; who reports it, and where they differ."""
    parts: list[tuple[str, str] | str] = [(_headline(item), STRONG)]
    if item.place:
        parts.append(f" in {item.place.name}" if item.form != "visit" else f" to {item.place.name}")
    parts.append(": ")
    parts += _people(guests(item), colour)
    if item.occasion:
        parts.append(f"; {flat(item.occasion)}")
    parts.append(". ")
    if item.agenda:
        parts.append(f"Agenda: {'; '.join(flat(words) for words in item.agenda)}. ")
    if item.signals:
        parts.append(f"Noticed: {'; '.join(shortened(words, 80) for words in item.signals[:4])}. ")
    parts.append((f"{reports_words(item.reports)}.", FAINT))
    page.entry(when_words(item.date), styled(*parts), item.refs)
    for words in item.outcome[:_MOST_OUTCOMES]:
        refs = _refs_of(words, item)
        page.entry("", styled(("Outcome: ", FAINT), stopped(shortened(words, 240))), refs)
    for difference in item.differences:
        print_difference(page, difference)


def guests(item: Encounter) -> Sequence[Participant]:
    """Return who is named on a line: the state that a visit leads to is its place already."""
    if item.form != "visit" or item.place is None:
        return item.participants
    there = item.place.state
    found = [who for who in item.participants if who.kind != "state" or who.state != there]
    return found or item.participants


def _refs_of(words: str, item: Encounter) -> Sequence[Ref]:
    """Return the sentences that an outcome's words stand in; all of the meeting's where none has."""
    wanted = {
        (row.article, evidence.sentence)
        for row in item.rows
        for evidence in row.evidence
        if flat(words) in flat(evidence.quote)
    }
    return [ref for ref in item.refs if (ref.article, ref.sentence) in wanted] or item.refs


def _headline(item: Encounter) -> str:
    form = FORMS[item.form]
    if item.status == "held":
        return form
    if item.status in _MARKS:
        return f"{_MARKS[item.status]}: {form.lower()}"
    return f"{'Planned' if item.status == 'planned' else 'Sought'}: {form.lower()}"


def _people(people: Sequence[Participant], colour: Colour) -> list[tuple[str, str] | str]:
    parts: list[tuple[str, str] | str] = []
    for at, person in enumerate(people):
        if at:
            parts.append(" and " if at == len(people) - 1 else ", ")
        parts.append((flat(person.name), colour(person)))
    return parts or ["nobody named"]


def print_difference(page: Page, difference: Difference) -> None:
    """Print on which slot reports differ, each reading with who gives it and where."""
    page.entry("", styled((f"Reports differ on the {difference.slot}:", STRONG)))
    for reading in difference.readings:
        value = when_words(reading.when) if reading.when else flat(reading.value)
        words = styled(value, (f" ({outlet_words(reading.reports)})", FAINT))
        page.entry("", words, reading.refs, indent=4)


def print_saying(page: Page, item: Saying, colour: Colour = no_colour) -> None:
    """Print a statement: when, who in which office, the words, to whom, through what."""
    row = item.row
    parts = speaker_parts(row.speaker, colour)
    if row.addressee:
        parts += [", to ", (flat(row.addressee.name), colour(row.addressee))]
    if row.kind == "no_comment":
        parts.append(" would not comment: ")
    else:
        parts.append(f"{_cue(row.cue)}: ")
    words = row.content if row.kind == "direct" else row.content.removeprefix("that ")
    parts.append(shortened(quoted(words, row.kind == "direct"), LONGEST))
    if channel := channel_words(row.channel):
        parts.append((f", {channel}", FAINT))
    if item.reports.outlet_count > 1:
        parts.append((f". {reports_words(item.reports)}", FAINT))
    page.entry(said_words(row.date, item.reported), styled(*parts), item.refs)


def _cue(cue: str | None) -> str:
    """Return a cue that says more than that something was said, as it follows the speaker."""
    words = flat(cue or "")
    first = words.casefold().partition(" ")[0]
    if len(words) > _LONGEST_CUE or first in ("", *_PLAIN_CUES, *_BEFORE_A_NAME):
        return ""
    return f", {words}"


def speaker_parts(speaker: Participant, colour: Colour) -> list[tuple[str, str] | str]:
    """Return who speaks, in the colour of the side, with the office held then."""
    if speaker.kind == "unknown" and speaker.actor_id is None and not speaker.name.strip():
        return [("Speaker not found", FAINT)]
    name: list[tuple[str, str] | str] = [(sentence(speaker.name), colour(speaker) or STRONG)]
    return [*name, f", {flat(speaker.office)}"] if speaker.office else name


def print_stand(page: Page, item: Stand, colour: Colour = no_colour) -> None:
    """Print a position: when, whose, which way and how firmly, in which words."""
    row = item.row
    parts = speaker_parts(row.actor, colour)
    notes: list[str] = [row.polarity] if row.polarity in ("for", "against", "mixed") else []
    notes += [row.strength] if row.strength != "plain" else []
    if notes:
        parts.append((f" ({', '.join(notes)})", FAINT))
    parts.append(f": {shortened(row.claim, LONGEST)}")
    if item.reports.outlet_count > 1:
        parts.append((f". {reports_words(item.reports)}", FAINT))
    page.entry(said_words(row.date, item.reported), styled(*parts), item.refs)


def print_outlook(page: Page, item: Outlook, colour: Colour = no_colour) -> None:
    """Print a forecast: who and what they are, the claim, how likely, on what condition, by when."""
    row = item.row
    parts = speaker_parts(row.forecaster, colour)
    if row.affiliation and not row.forecaster.office:
        parts.append(f", {_after_a_comma(row.affiliation)}")
    parts.append(f": {stopped(shortened(row.claim, LONGEST))}")
    notes = []
    if row.confidence and row.confidence.casefold() not in row.claim.casefold():
        notes.append(f"how likely: {flat(row.confidence)}")
    if row.condition and row.condition.casefold() not in row.claim.casefold():
        notes.append(f"condition: {shortened(row.condition, 160)}")
    notes.append(f"horizon: {when_words(row.horizon)}{', now past' if item.due else ''}")
    parts.append((f" {sentence('; '.join(notes))}.", FAINT))
    if item.reports.outlet_count > 1:
        parts.append((f" {reports_words(item.reports)}.", FAINT))
    page.entry(said_words(item.made, item.made), styled(*parts), item.refs)


def print_act(page: Page, item: Act, colour: Colour = no_colour) -> None:
    """Print an act: when, who to whom, what PLOVER calls it, and the sentence that tells it."""
    row = item.row
    parts = _people(row.actors, colour)
    if row.recipients:
        parts += [" to ", *_people(row.recipients, colour)]
    kind = row.type.lower() + (f", {row.mode}" if row.mode else "")
    parts.append((f" ({kind}; {row.factuality})", FAINT))
    told = next((item.quote for item in row.evidence if item.role == "row"), row.trigger)
    parts.append(f": {stopped(shortened(told, _LONGEST_ACT))}")
    if item.reports.outlet_count > 1:
        parts.append((f" {reports_words(item.reports)}.", FAINT))
    page.entry(said_words(row.date, item.reported), styled(*parts), item.refs)


def _after_a_comma(words: str) -> str:
    line = flat(words)
    return line[:1].lower() + line[1:] if line.startswith(("The ", "A ", "An ")) else line


def published_words(when: When) -> str:
    """Return the date of an article; one that may be more than two months wide is none."""
    return "undated" if vague(when) else when_words(when)


def said_words(when: When, reported: When) -> str:
    """Return the date of words; where the text gives none, the day they were reported in brackets."""
    if not vague(when):
        return when_words(when)
    return "undated" if vague(reported) else f"({when_words(reported)})"
