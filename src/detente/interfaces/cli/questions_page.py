"""The open questions of a record: what it cannot say, and what its reports contradict."""

from __future__ import annotations

from collections.abc import Sequence

from detente.interfaces.cli.lines import guests
from detente.interfaces.cli.page import EVIDENCE, FAINT, Page, refs_words, styled
from detente.interfaces.words import count_words, flat, list_words, shortened, when_words
from detente.query.views import Encounter, Question, QuestionKind, Relationship

_HEADS: dict[QuestionKind, str] = {
    "differ": "The reports differ",
    "cut-off": "Cut off before the end",
    "undated-article": "No date of publication",
    "no-outlet": "Outlet not named",
    "undated-meeting": "No date of the meeting",
    "past-plan": "Planned, and no linked report that it was held",
    "due": "Forecasts past their horizon, outcome not recorded",
    "speaker": "Speaker not resolved",
    "left-out": "Left out, for it may be later",
}
"""What each kind of open question is headed by, in the order in which they are printed."""
_NOUNS: dict[QuestionKind, str] = {
    "differ": "point",
    "undated-meeting": "meeting",
    "past-plan": "meeting",
    "due": "forecast",
    "speaker": "statement",
}
"""What is counted; articles where nothing else is said."""
_SPELLED, _FEW = 2, 3
"""Questions of a kind that are spelled out in short, and references of each."""


def print_questions(page: Page, record: Relationship, short: bool) -> None:
    """Print the open questions by kind; in short a line a kind, with a count where there are many."""
    if not record.questions:
        return
    page.heading("Open questions")
    met = {item.id: item for item in (*record.meetings, *record.contacts)}
    for kind, words in _HEADS.items():
        found = [question for question in record.questions if question.kind == kind]
        if not found:
            continue
        if short:
            _in_short(page, words, found, met)
            continue
        page.line(styled((words, FAINT)), indent=2)
        for question in found:
            page.entry("", _question(question, met), question.refs, indent=4, gap=0)


def _in_short(page: Page, words: str, found: Sequence[Question], met: dict[str, Encounter]) -> None:
    head = (f"{words}: ", FAINT)
    if len(found) <= _SPELLED:
        parts: list[tuple[str, str] | str] = [head]
        for question in found:
            parts += ["; "] if len(parts) > 1 else []
            parts += [_question(question, met), " ", (refs_words(question.refs, _FEW), EVIDENCE)]
        page.line(styled(*parts), indent=2)
        return
    refs = list(dict.fromkeys(ref for question in found for ref in question.refs[:1]))
    count = count_words(len(found), _NOUNS.get(found[0].kind, "article"))
    page.line(styled(head, f"{count} ", (refs_words(refs), EVIDENCE)), indent=2)


def _question(question: Question, met: dict[str, Encounter]) -> str:
    if question.kind == "differ" and question.difference:
        readings = [
            when_words(item.when) if item.when else flat(item.value)
            for item in question.difference.readings
        ]
        subject = _meeting(met[question.subject], question.difference.slot)
        return f"on the {question.difference.slot} of {subject}: {' or '.join(readings)}"
    if question.kind == "speaker":
        return count_words(question.count, "statement")
    if question.kind == "left-out":
        return count_words(question.count, "article")
    if question.subject in met:
        return _meeting(met[question.subject])
    return shortened(question.subject, 160)


def _meeting(item: Encounter, but: str = "") -> str:
    """Return a meeting as a few words, without the slot that is in question."""
    people = list_words([flat(person.name) for person in guests(item)])
    place = when = ""
    if item.place and but != "place":
        place = f" {'to' if item.form == 'visit' else 'in'} {item.place.name}"
    if item.date.known and but != "date":
        when = f", {when_words(item.date)}"
    return f"the {item.form} of {people}{place}{when}"
