"""An article and its rows as a digest to read: what it is, whom it names, what it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from detente.interfaces.cli.lines import (
    LONGEST,
    no_colour,
    print_act,
    print_encounter,
    print_outlook,
    print_stand,
    print_words,
    speaker_parts,
)
from detente.interfaces.cli.page import FAINT, STRONG, Page, styled
from detente.interfaces.words import count_words, flat, list_words, shortened, when_words
from detente.query.desk import Desk
from detente.query.encounters import encounters
from detente.query.folding import acts, outlooks, sayings, stands, who
from detente.query.telling import unresolved
from detente.query.views import ArticleView, Saying, Stand
from detente.records import (
    Article,
    Attitude,
    Event,
    Extraction,
    Forecast,
    Meeting,
    Mention,
    Participant,
    Place,
    Position,
    Row,
    Statement,
    When,
    to_dict,
)

_MOST_NAMES = 14
_KINDS = {"person": "People", "state": "States", "body": "Bodies", "organisation": "Organisations"}


def print_digest(page: Page, extraction: Extraction, desk: Desk) -> None:
    """Print an article and everything that it yields."""
    article = extraction.article
    print_article_header(page, desk.view(article.id))
    _print_details(page, article, desk)
    _print_names(page, extraction)
    if met := encounters(extraction.meetings, (), desk):
        page.heading("Meetings, calls and visits")
        for item in met:
            print_encounter(page, item)
    if extraction.statements:
        page.heading("Statements")
        _print_statements(page, sayings(extraction.statements, desk, lambda _: None))
    if extraction.positions:
        page.heading("Positions")
        by_issue: dict[str, list[Stand]] = {}
        for held in stands(extraction.positions, desk):
            by_issue.setdefault(held.row.issue, []).append(held)
        for issue, found in by_issue.items():
            page.line(styled((desk.reference.issue_name(issue), STRONG)), indent=2)
            for held in found:
                print_stand(page, held, dated=False)
    if extraction.forecasts:
        page.heading("Forecasts")
        for expected in outlooks(extraction.forecasts, desk, When()):
            print_outlook(page, expected, dated=False)
    if extraction.events:
        page.heading("Events")
        for act in acts(extraction.events, desk):
            print_act(page, act, under_its_article=True)


def _print_statements(page: Page, found: Sequence[Saying]) -> None:
    """Print statements under their speakers, the one who speaks first in the text first."""
    by_speaker: dict[str, list[Saying]] = {}
    for said in sorted(found, key=_begin):
        key = "" if unresolved(said.row.speaker) else who(said.row.speaker)
        by_speaker.setdefault(key, []).append(said)
    for key, together in by_speaker.items():
        speaker = max((said.row.speaker for said in together), key=lambda item: item.office or "")
        words = speaker_parts(speaker, no_colour) if key else [("Speaker not resolved", FAINT)]
        page.line(styled(*words), indent=2)
        for said in together:
            print_words(page, said)


def _begin(item: Saying) -> int:
    """Return where in the article the words of a statement begin."""
    spans = item.row.evidence
    return min([span.start for span in spans if span.role == "content"] or [spans[0].start])


def print_article_header(page: Page, view: ArticleView) -> None:
    """Print title, outlet, date and what is missing of an article."""
    page.line(styled((flat(view.title or "(no title)"), STRONG), (f"  [{view.short}]", "yellow")))
    parts = [view.outlet or "outlet not named", when_words(view.published)]
    if view.published.basis not in ("stated", "unknown"):
        parts[-1] += f" ({view.published.basis})"
    if view.access != "unknown":
        parts.append(view.access)
    if view.cut_off:
        parts.append("cut off before its end")
    page.line(styled((" · ".join(parts), FAINT)))


def _print_details(page: Page, article: Article, desk: Desk) -> None:
    if article.authors:
        page.line(styled((f"By {list_words(list(article.authors))}", FAINT)))
    if article.origin:
        page.line(styled((f"Credited to {article.origin}", FAINT)))
    if article.cut_off_evidence:
        evidence = article.cut_off_evidence
        words = styled(("Cut off: ", STRONG), f"“{flat(evidence.quote)}”")
        page.entry("", words, (desk.ref(article.id, evidence.sentence),), indent=0, gap=0)
    for caption in article.captions:
        credit = f" ({caption.credit})" if caption.credit else ""
        page.line(styled((f"Caption: {flat(caption.text)}{credit}", FAINT)))
    for warning in article.warnings:
        page.line(styled((f"Note: {warning}", FAINT)))


def _print_names(page: Page, extraction: Extraction) -> None:
    """Print who is named, the one named most first, with the office held then."""
    counts: dict[str, Counter[str]] = {}
    offices: dict[str, str] = {}
    for mention in extraction.mentions:
        if mention.kind in _KINDS and mention.actor_id:
            counts.setdefault(mention.kind, Counter())[mention.name] += 1
            if mention.office:
                offices.setdefault(mention.name, mention.office)
    if counts:
        page.line()
    for kind, label in _KINDS.items():
        if named := counts.get(kind):
            shown = [
                f"{name} ({offices[name]})" if name in offices else name
                for name, _ in named.most_common(_MOST_NAMES)
            ]
            rest = len(named) - len(shown)
            more = f" and {rest} more" if rest > 0 else ""
            page.entry(label, f"{', '.join(shown)}{more}", indent=0, gap=16)


_UNPRINTED = ("id", "article", "sentence", "evidence", "polarity")
"""Fields that say nothing to a reader; they are in the data."""


def kind_counts(rows: Sequence[Row]) -> str:
    """Return how many rows of each kind there are, as a line."""
    counts = Counter(row.id.partition(":")[0] for row in rows)
    return " · ".join(count_words(count, kind) for kind, count in counts.items())


def print_row_line(page: Page, row: Row) -> None:
    """Print a row in one line: its kind, what it says, and the id under which `show` opens it."""
    kind = row.id.partition(":")[0]
    page.entry(kind, styled(shortened(_row_words(row), LONGEST), (f" {row.id}", FAINT)))


def _row_words(row: Row) -> str:
    match row:
        case Statement():
            return f"{_name(row.speaker)}: {row.content}"
        case Position():
            return f"{_name(row.actor)} on {row.issue.removeprefix('issue:')}: {row.claim}"
        case Forecast():
            return f"{_name(row.forecaster)}: {row.claim}"
        case Meeting():
            place = f"{row.place.name} · " if row.place else ""
            people = ", ".join(_name(item) for item in row.participants)
            return f"{place}{people} · {row.status}"
        case Event():
            parties = ", ".join(_name(item) for item in row.actors)
            to = ", ".join(_name(item) for item in row.recipients)
            return f"{parties}{' to ' if to else ''}{to} ({row.type.lower()}): {row.trigger}"
        case Attitude():
            return f"{_name(row.actor)} {row.polarity} {_name(row.toward)}"
        case Mention():
            return f"{row.name}: {row.text}"


def _name(participant: Participant) -> str:
    return flat(participant.name) or "speaker not found"


def print_row(page: Page, row: Row) -> None:
    """Print the fields of a row, one a line; what is unknown is said to be."""
    for name in row.__slots__:
        if name in _UNPRINTED:
            continue
        page.entry(name, _value(getattr(row, name)), indent=4)


def _value(value: Any) -> str:
    if value is None or value == ():
        return "unknown" if value is None else "none"
    if isinstance(value, When):
        return when_words(value) + (f" ({value.basis})" if value.known else "")
    if isinstance(value, Participant):
        office = f", {value.office}" if value.office else ""
        words = f" “{flat(value.text)}”" if value.text != value.name else ""
        return f"{flat(value.name)}{office} ({value.actor_id or value.kind}){words}"
    if isinstance(value, Place):
        return f"{value.name} ({value.state})" if value.state else value.name
    if isinstance(value, tuple):
        return "; ".join(_value(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}"
    plain = to_dict(value)
    if isinstance(plain, dict):
        return ", ".join(f"{key} {item}" for key, item in plain.items() if item)
    return flat(str(plain))
