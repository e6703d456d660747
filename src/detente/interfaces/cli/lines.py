"""One line for each kind of item: a meeting, a statement, a position, a forecast, an act."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from detente.interfaces.cli.page import (
    EVIDENCE,
    FAINT,
    LEFT,
    RIGHT,
    STRONG,
    Page,
    refs_words,
    styled,
)
from detente.interfaces.words import (
    FORMS,
    channel_words,
    flat,
    horizon_words,
    known_as,
    outlet_words,
    quoted,
    sentence,
    shortened,
    stopped,
    told_by,
    when_words,
)
from detente.query.refs import Ref
from detente.query.telling import unresolved
from detente.query.times import vague
from detente.query.views import Act, Difference, Encounter, Fate, Outlook, Saying, Stand
from detente.records import Participant, When

if TYPE_CHECKING:
    from rich.text import Text

Colour = Callable[[Participant], str]
"""The style of a participant's name: the colour of its state, or none."""
LONGEST, SHORT = 360, 170
"""Characters of somebody's words on a line, and in a short record; the rest is in the article."""
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
_SHORT_OUTCOME = 150
_FEW, _MANY = 3, 6
_FEWEST_OCCASION = 2
"""Words that say no more than that it was an occasion: a gathering."""


def no_colour(_: Participant) -> str:
    """Return no style, where no two states are told apart."""
    return ""


def colours(left: str, right: str) -> Colour:
    """Return what gives the people of two states their colours."""
    styles = {left: LEFT, right: RIGHT}

    def colour(participant: Participant) -> str:
        return styles.get(participant.state or "", "")

    return colour


def print_encounter(
    page: Page, item: Encounter, colour: Colour = no_colour, short: bool = False
) -> None:
    """Print a meeting: when, where, who, what became of it, who reports it; what on, what came of it,
    and where the reports differ."""
    parts = [*_headline(item, colour), f" · {item.status} · ", (told_by(item.reports), FAINT)]
    if notes := _notes(item, _FEW if short else _MANY):
        parts.append((f"\n{notes}", FAINT))
    page.entry(dated_words(item.date), styled(*parts), item.refs)
    for words in item.outcome[: 1 if short else None]:
        refs = _refs_of(words, item)
        told = stopped(shortened(words, _SHORT_OUTCOME if short else LONGEST))
        page.entry("", styled(("Outcome: ", FAINT), told), refs)
    for difference in item.differences:
        print_difference(page, difference)
    for fate in item.fates[: 1 if short else None]:
        page.entry("", styled(("Later: ", FAINT), _fate(fate)), fate.refs)
    for one in item.asserted[: 1 if short else None]:
        where = f", {one.place.name}" if one.place else ""
        words = f"{one.form}{where}, {one.date.label()} ({one.file}, row {one.line})"
        page.entry("", styled(("Diary: ", FAINT), words), ())


def _fate(fate: Fate) -> str:
    """Return what became of a plan in a few words: held on 7 May 2013 in Moscow."""
    day = f" {dated_words(fate.date)}" if fate.date.known else ""
    return f"{fate.status}{day}{f', {fate.place.name}' if fate.place else ''}"


def _notes(item: Encounter, most: int) -> str:
    """Return what a meeting was about and part of, and what reporters noticed."""
    notes: list[str] = []
    if item.agenda:
        notes.append(f"On {'; '.join(flat(words) for words in item.agenda[:most])}")
    if item.occasion and len(item.occasion.split()) > _FEWEST_OCCASION:
        notes.append(f"Occasion: {flat(item.occasion)}")
    if item.duration is not None:
        notes.append(f"Lasted {length_words(item.duration)}")
    if item.press is not None:
        notes.append(_PRESS[item.press])
    if item.signals:
        notes.append(f"Noticed: {'; '.join(shortened(words, 80) for words in item.signals[:most])}")
    return f"{'. '.join(notes)}." if notes else ""


def length_words(minutes: int) -> str:
    """Return a length in words: 50 min, 2 h, 3 h 30 min.

    >>> length_words(50), length_words(120), length_words(210)
    ('50 min', '2 h', '3 h 30 min')
    """
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part
    )


_PRESS = {
    "joint": "Joint press conference", "separate": "Separate press conferences",
    "one": "Press conference", "none": "No press conference",
}  # fmt: skip


def encounter_words(item: Encounter, colour: Colour = no_colour) -> Text:
    """Return where and who of a meeting, without its date."""
    return styled(*_headline(item, colour))


def _headline(item: Encounter, colour: Colour) -> list[tuple[str, str] | str]:
    place = item.place.name if item.place else ""
    if item.form == "visit":
        what = f"Visit to {place}" if place else "Visit"
    elif item.form == "meeting":
        what = place
    else:
        what = f"{FORMS[item.form]}, {place}" if place else FORMS[item.form]
    parts: list[tuple[str, str] | str] = [(what, STRONG), " · "] if what else []
    return [*parts, *_people(guests(item), colour)]


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


def _people(people: Sequence[Participant], colour: Colour) -> list[tuple[str, str] | str]:
    parts: list[tuple[str, str] | str] = []
    for person in people:
        parts += [", "] if parts else []
        parts.append((flat(person.name), colour(person)))
    return parts or ["nobody named"]


def print_difference(page: Page, difference: Difference) -> None:
    """Print on which slot reports differ, each reading with who gives it and where."""
    parts: list[tuple[str, str] | str] = [(f"The reports differ on the {difference.slot}: ", STRONG)]
    for at, reading in enumerate(difference.readings):
        value = when_words(reading.when) if reading.when else flat(reading.value)
        parts += ["; "] if at else []
        parts += [value, (f" ({outlet_words(reading.reports)})", FAINT)]
        parts += [" ", (refs_words(reading.refs, page.most_refs), EVIDENCE)]
    page.entry("", styled(*parts))


def print_saying(
    page: Page,
    item: Saying,
    colour: Colour = no_colour,
    introduced: Collection[str] = (),
    longest: int = LONGEST,
) -> None:
    """Print a statement: when, who in which office, the words, to whom, through what.

    Somebody introduced before on the page is named without the office.
    """
    parts = speaker_parts(item.row.speaker, colour, introduced)
    page.entry(
        said_words(item.row.date, item.reported), _saying(parts, item, colour, longest), item.refs
    )


def print_words(page: Page, item: Saying) -> None:
    """Print a statement without its speaker and the day of the report, for a list under both."""
    text = _saying([], item, no_colour, LONGEST)
    _under_its_article(page, text, item.row.date, item)


def _under_its_article(
    page: Page, text: Text, when: When, item: Saying | Stand | Act, indent: int = 4
) -> None:
    """Print an item whose article stands above it; its date only where it is another."""
    if not vague(when) and (when.start, when.end) != (item.reported.start, item.reported.end):
        text.append(f" · {when_words(when)}", style=FAINT)
    page.entry("", text, item.refs, indent=indent, gap=0)


def _saying(parts: list[tuple[str, str] | str], item: Saying, colour: Colour, longest: int) -> Text:
    row = item.row
    refused = row.kind == "no_comment"
    said = row.content if row.kind == "direct" else row.content.removeprefix("that ")
    cue = "would not comment" if refused else _cue(row.cue)
    own = flat(row.cue or "").casefold()
    if own and row.kind != "direct" and flat(said).casefold().startswith(own):
        cue = ""  # a denial keeps its cue in its words: "does not believe that ..."
    to: list[tuple[str, str] | str] = []
    if row.addressee and not unresolved(row.addressee):
        to = ["to ", (flat(row.addressee.name), colour(row.addressee))]
    for words in ([*to] if to else [], [cue] if cue else []):
        parts += [", ", *words] if words and parts else words
    if row.kind == "direct":
        said = quoted(said)
    if refused and said.startswith("to comment "):
        parts.append(" ")
        said = said.removeprefix("to comment ")
    else:
        parts += [": "] if parts else []
    parts.append(shortened(said, longest))
    itself = row.channel is not None and row.channel.via == row.speaker.name
    if (channel := channel_words(row.channel)) and not itself:
        parts.append((f" · {channel}", FAINT))
    if item.reports.outlet_count > 1:
        parts.append((f" · {told_by(item.reports)}", FAINT))
    for difference in item.differences:
        if difference.slot != "words":
            values = " or ".join(flat(reading.value) for reading in difference.readings)
            parts.append((f" · {difference.slot}: {values}", FAINT))
    return styled(*parts)


def _cue(cue: str | None) -> str:
    """Return a cue that says more than that something was said, as it follows the speaker."""
    words = flat(cue or "")
    first = words.casefold().partition(" ")[0]
    if len(words) > _LONGEST_CUE or first in ("", *_PLAIN_CUES, *_BEFORE_A_NAME):
        return ""
    return words


def speaker_parts(
    speaker: Participant, colour: Colour, introduced: Collection[str] = ()
) -> list[tuple[str, str] | str]:
    """Return who speaks, in the colour of the side, with the office held then."""
    if speaker.kind == "unknown" and speaker.actor_id is None and not speaker.name.strip():
        return [("Speaker not found", FAINT)]
    name: list[tuple[str, str] | str] = [(sentence(speaker.name), colour(speaker) or STRONG)]
    what = "" if speaker.name in introduced else known_as(speaker)
    return [*name, f", {what}"] if what else name


def print_stand(
    page: Page, item: Stand, colour: Colour = no_colour, issue: str = "", dated: bool = True
) -> None:
    """Print a position: when, whose, on what when that is not said above it, and in which words."""
    parts = [*speaker_parts(item.row.actor, colour), f" on {issue}" if issue else ""]
    parts.append(f": {shortened(item.row.claim, LONGEST)}")
    if item.reports.outlet_count > 1:
        parts.append((f" · {told_by(item.reports)}", FAINT))
    if dated:
        page.entry(said_words(item.row.date, item.reported), styled(*parts), item.refs)
    else:
        _under_its_article(page, styled(*parts), item.row.date, item)


def print_outlook(
    page: Page,
    item: Outlook,
    colour: Colour = no_colour,
    introduced: Collection[str] = (),
    longest: int = LONGEST,
    dated: bool = True,
) -> None:
    """Print a forecast: who and what they are, the claim, how likely, on what condition, by when."""
    row = item.row
    parts = speaker_parts(row.forecaster, colour, introduced)
    if row.affiliation and not (row.forecaster.office or row.forecaster.affiliation):
        parts.append(f", {_after_a_comma(row.affiliation)}")
    parts.append(f": {stopped(shortened(row.claim, longest))}")
    notes = []
    if row.confidence and row.confidence.casefold() not in row.claim.casefold():
        notes.append(f"how likely: {flat(row.confidence)}")
    if row.condition and row.condition.casefold() not in row.claim.casefold():
        notes.append(f"condition: {shortened(row.condition, 160)}")
    if horizon := horizon_words(row.horizon, item.made):
        notes.append(f"due {horizon}{', now past' if item.due else ''}")
    if notes:
        parts.append((f" {sentence('; '.join(notes))}.", FAINT))
    if item.reports.outlet_count > 1:
        parts.append((f" · {told_by(item.reports)}", FAINT))
    if dated:
        page.entry(said_words(item.made, item.made), styled(*parts), item.refs)
    else:
        page.entry("", styled(*parts), item.refs, indent=2, gap=0)
    if came := item.outcome:
        told = stopped(shortened(came.words, longest))
        by = "" if came.decided_by == "machine" else ", a reader's verdict"
        head = (f"{came.verdict.replace('-', ' ').capitalize()}{by} ({flat(came.reason)}): ", FAINT)
        page.entry("", styled(head, told), came.refs, indent=4, gap=0)


def print_open_outlook(page: Page, item: Outlook, colour: Colour = no_colour) -> None:
    """Print a forecast, and where nothing settles it why: how far the archive knows, what it sought."""
    print_outlook(page, item, colour)
    if waits := item.waiting:
        until = (
            f"; it knows until {when_words(When.day(waits.known_until))}" if waits.known_until else ""
        )
        looked = f". Looked for: {'; '.join(waits.sought)}" if waits.sought else ""
        page.entry("", styled((f"Open: {waits.why}{until}{looked}.", FAINT)), (), indent=4, gap=0)


def print_act(
    page: Page, item: Act, colour: Colour = no_colour, under_its_article: bool = False
) -> None:
    """Print an act: when, who to whom, and the sentence that tells it.

    Under its article also what PLOVER calls it, for there acts of all types stand side by side.
    """
    row = item.row
    parts = _people(row.actors, colour)
    if row.recipients:
        parts += [" to ", *_people(row.recipients, colour)]
    if under_its_article:
        factuality = f", {row.factuality}" if row.factuality != "happened" else ""
        parts.append((f" ({row.type.lower()}{factuality})", FAINT))
    told = next((item.quote for item in row.evidence if item.role == "row"), row.trigger)
    parts.append(f": {stopped(shortened(told, _LONGEST_ACT))}")
    if item.reports.outlet_count > 1:
        parts.append((f" · {told_by(item.reports)}", FAINT))
    if under_its_article:
        _under_its_article(page, styled(*parts), row.date, item, indent=2)
    else:
        page.entry(said_words(row.date, item.reported), styled(*parts), item.refs)


def _after_a_comma(words: str) -> str:
    line = flat(words)
    return line[:1].lower() + line[1:] if line.startswith(("The ", "A ", "An ")) else line


def dated_words(when: When) -> str:
    """Return the date of a meeting; one that is not known at all is undated."""
    return when_words(when) if when.known else "undated"


def published_words(when: When) -> str:
    """Return the date of an article; one that may be more than two months wide is none."""
    return "undated" if vague(when) else when_words(when)


def said_words(when: When, reported: When) -> str:
    """Return the date of words; where the text gives none, the day they were reported in brackets."""
    if not vague(when):
        return when_words(when)
    return "undated" if vague(reported) else f"({when_words(reported)})"
