"""Comparing positions and issues: who stands where on what, and what a claim is filed under."""

from __future__ import annotations

from typing import Any

from detente.extract.cast import Cast
from detente.extract.positions.finding import parties_of
from detente.extract.positions.grammar import points_back
from detente.extract.positions.matter import Matter, Matters
from detente.extract.voice import Locator, Voices
from detente.knowledge.registry import registry
from detente.records import Extraction, Position
from evals.metrics.slots import Counts, locate, same_name


def holds(wanted: dict[str, Any], found: Position) -> bool:
    """Say whether a position is that of the gold's actor: by name, or by the state he stands for."""
    if wanted["state"] and found.actor.state == wanted["state"]:
        return True
    names = [wanted["actor"]] if isinstance(wanted["actor"], str) else wanted["actor"]
    return any(
        same_name(name, found.actor.name)
        or any(actor.id == found.actor.actor_id for actor in registry().find(name))
        for name in names
    )


def position_counts(wanted: list[dict[str, Any]], found: list[Position]) -> Counts:
    """Return right, found and wanted positions of an article, one an actor, an issue and a polarity.

    A second row of the same actor, issue and side says nothing new and is not counted, nor is one of
    the same state on the same side as a row that the gold has: the gold names one of them, mostly the
    official where a program has the state too.
    """
    rows = {(one.actor.actor_id or one.actor.name, one.issue, one.polarity): one for one in found}

    def fits(row: dict[str, Any], one: Position) -> bool:
        return holds(row, one) and (one.issue, one.polarity) == (row["issue"], row["polarity"])

    right, wrong = 0, 0
    open_rows = list(wanted)
    for one in rows.values():
        row = next((row for row in open_rows if fits(row, one)), None)
        if row is not None:
            right += 1
            open_rows.remove(row)
        elif not any(fits(row, one) for row in wanted):
            wrong += 1
    return Counts(right, right + wrong, len(wanted))


def issue_counts(wanted: list[dict[str, Any]], found: Extraction, cast: Cast) -> Counts:
    """Return how many of the gold's claims are filed under the gold's issue, given their words.

    The words of the anchor go in with the actor of the gold and the statement they stand in; whether
    the program sees a position there does not matter here.
    """
    parse = cast.parse
    locator, voices = Locator(parse), Voices(parse, found.statements)
    matters = Matters(parse, parties_of(cast))
    counts = Counts(0, 0, len(wanted))
    text = found.article.text
    for row in wanted:
        anchor = locate(text, row["anchor"]["text"], row["anchor"]["start"])
        if anchor is None:
            continue
        first, last = locator.tokens(*anchor)
        sent = parse.sent_of(first)
        fragment = voices.at(last - 1)
        head = parse.doc[first:last].root
        name = row["actor"] if isinstance(row["actor"], str) else row["actor"][0]
        about = Matter(
            claim=row["anchor"]["text"],
            sent=sent,
            name=name,
            state=row["state"],
            statement=fragment.statement if fragment else None,
            back=points_back(head, first, last),
        )
        issue = matters.issue_of(about)
        counts.add(int(issue == row["issue"]), int(issue is not None), 0)
    return counts
