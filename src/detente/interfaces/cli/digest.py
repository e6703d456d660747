"""An article and its rows as a digest to read: what it is, whom it names, what it holds."""

from __future__ import annotations

from collections import Counter
from typing import Any

from detente.interfaces.cli.lines import (
    print_act,
    print_encounter,
    print_outlook,
    print_saying,
    print_stand,
)
from detente.interfaces.cli.page import FAINT, STRONG, Page, styled
from detente.interfaces.words import flat, list_words, when_words
from detente.query.desk import Desk
from detente.query.encounters import encounters
from detente.query.folding import acts, outlooks, sayings, stands
from detente.query.views import ArticleView
from detente.records import Article, Extraction, Participant, Place, Row, When, to_dict

_MOST_NAMES = 14
_KINDS = {"person": "People", "state": "States", "body": "Bodies", "organisation": "Organisations"}


def print_digest(page: Page, extraction: Extraction, desk: Desk) -> None:
    """Print an article and everything that it yields."""
    article = extraction.article
    print_article_header(page, desk.view(article.id))
    _print_details(page, article, desk)
    _print_names(page, extraction)
    if found := encounters(extraction.meetings, (), desk):
        page.heading("Meetings, calls and visits")
        for met in found:
            print_encounter(page, met)
    if extraction.statements:
        page.heading("Statements")
        for said in sayings(extraction.statements, desk, lambda _: None):
            print_saying(page, said)
    if extraction.positions:
        page.heading("Positions")
        for held in stands(extraction.positions, desk):
            print_stand(page, held)
    if extraction.forecasts:
        page.heading("Forecasts")
        for expected in outlooks(extraction.forecasts, desk, When()):
            print_outlook(page, expected)
    if extraction.events:
        page.heading("Events")
        for act in acts(extraction.events, desk):
            print_act(page, act)


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


def print_row(page: Page, row: Row) -> None:
    """Print the fields of a row, one a line; what is unknown is said to be."""
    for name in row.__slots__:
        if name in ("id", "article", "sentence", "evidence"):
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
