"""What came of forecasts, read out of an archive: the machine's links, a reader's before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.link.outcomes import OUTCOMES
from detente.query.archived import bare_desk_for
from detente.query.desk import Desk, Reference
from detente.query.ends import of_relation
from detente.query.views import Outcome, Outlook
from detente.records import Event, Link, Meeting, Statement
from detente.store import load, load_ids, own, tables

_CHUNK = 300
_CHANCES = {
    "certain": 1.0, "certainly": 0.98, "sure": 0.95, "inevitable": 0.98, "definitely": 0.97,
    "likely": 0.7, "probably": 0.7, "probable": 0.7, "unlikely": 0.25, "hardly": 0.15,
    "doubt": 0.25, "perhaps": 0.5, "possibly": 0.4, "maybe": 0.5, "may": 0.5, "might": 0.4,
    "could": 0.45, "never": 0.03, "bound": 0.9, "doomed": 0.95, "expected": 0.75,
}  # fmt: skip
"""The chance a word of likelihood stands for: the middle of `RANGES`."""
RANGES: dict[str, tuple[float, float]] = {
    word: (max(0.0, round(middle - 0.15, 2)), min(1.0, round(middle + 0.15, 2)))
    for word, middle in _CHANCES.items()
}
"""Words of likelihood as a stated range. Medians follow Kent, Words of Estimative Probability (1964),
and the survey of Mauboussin, Harvard Business Review, 3 July 2018 ("likely" and "probably" .7, "might"
.4, "unlikely" .25); readers differ by about .15 to either side, which is the range."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a forecaster has said would come, and what came of it."""

    forecasts: tuple[Outlook, ...]
    """Every forecast in the order in which it was made, with its outcome and its sentences."""
    settled: int
    """How many came true, came partly true or did not."""
    came_true: int
    """How many of them came true."""
    hit_rate: float | None
    """`came_true` over `settled`; None where nothing is settled."""
    brier: float | None
    """Mean squared difference between the chance that the words give and what came (Brier, Monthly
    Weather Review 78, 1950), 0 is best; None where no settled forecast gives a chance."""
    scored: int
    """How many forecasts the Brier score is the mean of."""
    left_out: int = 0
    """Earlier forecasts that this does not rest on, where only the latest were asked for."""


def with_outcomes(conn: Connection, items: Sequence[Outlook], reference: Reference) -> list[Outlook]:
    """Return forecasts with what came of them; those that nothing settles stay as they are.

    A reader's judgement that a report is not about a forecast takes the machine's verdict away, one
    that it is makes it certain.
    """
    ids = sorted({one for item in items for one in item.same})
    links: dict[str, Link] = {}
    for first in range(0, len(ids), _CHUNK):
        chosen = tables.link.c.left.in_(ids[first : first + _CHUNK])
        for link in load(conn, Link, of_relation(*OUTCOMES), chosen):
            old = links.get(link.left)
            if old is None or _rank(link) > _rank(old):
                links[link.left] = link
    judged = _judged(conn)
    kept: dict[str, Link] = {}
    for key, link in links.items():
        verdict = judged.get(frozenset((link.left, link.right)))
        if verdict != "different":
            kept[key] = replace(link, decided_by="reader", score=1.0) if verdict == "same" else link
    ends = sorted({link.right for link in kept.values()})
    rows: dict[str, Meeting | Event | Statement] = {}
    rows |= {row.id: row for row in load_ids(conn, Meeting, ends)}
    rows |= {row.id: row for row in load_ids(conn, Event, ends)}
    rows |= {row.id: row for row in load_ids(conn, Statement, ends)}
    desk = bare_desk_for(conn, (row.article for row in rows.values()), reference)
    done = []
    for item in items:
        settles = next((kept[one] for one in item.same if one in kept), None)
        done.append(replace(item, outcome=_outcome(settles, rows, desk)) if settles else item)
    return done


def record_of(items: Sequence[Outlook]) -> Record:
    """Return the record of one forecaster's forecasts; `unclear` and open ones settle nothing."""
    settled = [item for item in items if item.outcome and item.outcome.verdict != "unclear"]
    hits = [item for item in settled if item.outcome and item.outcome.verdict == "came-true"]
    scored = [(chance, item in hits) for item in settled if (chance := chance_of(item)) is not None]
    return Record(
        forecasts=tuple(items),
        settled=len(settled),
        came_true=len(hits),
        hit_rate=round(len(hits) / len(settled), 3) if settled else None,
        brier=round(sum((p - hit) ** 2 for p, hit in scored) / len(scored), 3) if scored else None,
        scored=len(scored),
    )


def chance_of(item: Outlook) -> float | None:
    """Return the chance that the claim comes true by the forecaster's own words; None for none.

    A plain "will" gives none: how sure somebody is who does not say so is nobody's to fill in.
    """
    words = (item.row.confidence or "").lower().split()
    return next((_CHANCES[word] for word in words if word in _CHANCES), None)


def _rank(link: Link) -> tuple[bool, float, str]:
    return link.decided_by == "reader", link.score, link.id


def _judged(conn: Connection) -> dict[frozenset[str], str]:
    table = own.judgement.c
    query = sa.select(table.left, table.right, table.verdict).where(table.right.is_not(None))
    return {frozenset((left, right)): verdict for left, right, verdict in conn.execute(query)}


def _outcome(link: Link, rows: dict[str, Meeting | Event | Statement], desk: Desk) -> Outcome | None:
    row = rows.get(link.right)
    verdict = next((one for one in OUTCOMES if one == link.relation), None)
    if row is None or verdict is None:
        return None
    return Outcome(
        verdict=verdict,
        row=row.id,
        words=_words(row),
        reason=link.reason,
        score=link.score,
        decided_by=link.decided_by,
        refs=desk.refs([row]),
    )


def _words(row: Meeting | Event | Statement) -> str:
    """Return the sentence of a row; of a statement that goes on for several all that was said."""
    sentence = next((item.quote for item in row.evidence if item.role == "row"), "")
    if isinstance(row, Statement) and row.content not in sentence:
        return row.content
    return sentence
