"""Names, dates, events and lines of an article against the layers of the own gold.

Each function takes one gold file, its offsets already those of the article's text, and returns how
many rows are right, found and wanted. Lines that the gold gives another role than text (menus,
bylines, notices) are left out on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from detente.extract.events.acting import promised
from detente.knowledge.plover import Act
from detente.knowledge.registry import registry
from detente.records import Article, Event, Extraction, Mention, Participant, When
from evals.metrics.events import merged
from evals.metrics.slots import Counts, fold, pair, same_name
from evals.tasks.states import state_of

Range = tuple[int, int]
Found = tuple[int, int, When]
"""Words that say when: their range and the days they stand for."""
Days = Callable[[str | None], tuple[date, date] | None]

READ = frozenset(["title", "dek", "caption", "subhead", "body", "dateline"])
"""Roles of the lines that the layers are annotated in."""

_NAMING = frozenset(["name", "surname", "title", "metonym", "acronym"])
_KINDS = {
    "person": "person",
    "state": "state",
    "organisation": "organisation",
    "body": "organisation",
    "place": "place",
}
_LIMIT = re.compile(
    r"(?:not\s+)?(?P<until>by|before|until|till|to)\s|(?:since|after|from)\s", re.IGNORECASE
)
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:the|mr|mrs|ms|miss|dr)\.?\s+", re.IGNORECASE)
_END = re.compile(r"(?:['’]s|['’])$")


def furniture(gold: dict[str, Any]) -> list[Range]:
    """Return the ranges of the lines that are not the text of the article."""
    return [(row["start"], row["end"]) for row in gold.get("roles", ()) if row["role"] not in READ]


def headings(gold: dict[str, Any]) -> list[Range]:
    """Return the ranges of title, dek and captions, where events and meetings are told again."""
    again = ("title", "dek", "caption")
    return [(row["start"], row["end"]) for row in gold.get("roles", ()) if row["role"] in again]


def inside(start: int, ranges: Iterable[Range]) -> bool:
    """Say whether a character lies in one of some ranges."""
    return any(first <= start < last for first, last in ranges)


def bare(start: int, words: str) -> Range:
    """Return the range of a name without article, title and possessive.

    >>> bare(10, "Mr Blair’s")
    (13, 18)
    """
    title = _TITLE.match(words)
    first = title.end() if title else 0
    last = len(words) - (len(end.group()) if (end := _END.search(words)) else 0)
    return start + first, start + max(last, first + 1)


def name_counts(gold: dict[str, Any], found: Extraction) -> dict[str, Counts]:
    """Count names by kind, and `actors`: the persons and states whose span was found, named right.

    A name counts when both ends (without title and possessive) and the kind agree; organisations and
    bodies of states are one kind. A state's own name is a state for the gold also where the program
    calls it a place ("in Japan"). Descriptions ("the Chinese government") are no names.
    """
    said = named_in(found, furniture(gold))
    wanted = {(*bare(row["start"], row["text"]), row["kind"]): row for row in gold["names"]}
    counts = {kind: Counts() for kind in ("person", "state", "organisation", "place", "actors")}
    for kind in ("person", "state", "organisation", "place"):
        one = {key for key in said if key[2] == kind}
        two = {key for key in wanted if key[2] == kind}
        counts[kind].add(len(one & two), len(one), len(two))
    for key in said.keys() & wanted.keys():
        if key[2] in ("person", "state"):
            counts["actors"].add(same_actor(wanted[key], said[key]), 1, 1)
    return counts


def named_in(found: Extraction, aside: Sequence[Range]) -> dict[tuple[int, int, str], Mention]:
    """Return the program's names by range and kind, without those in some ranges."""
    said: dict[tuple[int, int, str], Mention] = {}
    for mention in found.mentions:
        start = mention.evidence[0].start
        if mention.form in _NAMING and mention.kind in _KINDS and not inside(start, aside):
            kind = _KINDS[mention.kind]
            if kind == "place" and state_of(mention.text):
                kind = "state"
            if kind != "organisation" or not mention.text.split()[-1].islower():
                said[*bare(start, mention.text), kind] = mention
    return said


def same_actor(row: dict[str, Any], mention: Mention) -> bool:
    """Say whether a mention means the actor of the gold, by id or by name.

    The gold's `local:` says only that the registry did not know the actor when it was written.
    """
    if mention.actor_id is not None and mention.actor_id == row["actor"]:
        return True
    return same_name(row["name"], mention.name)


def missed_names(gold: dict[str, Any], found: Extraction) -> list[str]:
    """Return a line for each name of the gold that was not found, or found as another kind."""
    said = named_in(found, ())
    return [
        f"{row['text']} ({row['kind']})"
        for row in gold["names"]
        if (*bare(row["start"], row["text"]), row["kind"]) not in said
    ]


def date_counts(gold: dict[str, Any], found: Sequence[Found], days: Days) -> tuple[Counts, list[str]]:
    """Count date expressions found with the right value; `days` reads the gold's dates.

    An expression is found when the ranges overlap, and right when `same_days` says so of its value.
    """
    aside = furniture(gold)
    said = [one for one in found if not inside(one[0], aside)]
    rows = [(row, days(row["date"])) for row in gold["dates"]]

    def fits(wanted: tuple[Any, Any], one: Found) -> float:
        row, span = wanted
        near = one[0] < row["end"] and row["start"] < one[1]
        if not near or span is None:
            return float(near and not one[2].known)
        return float(same_days(span, one[2], row["text"]))

    pairs = pair(rows, said, fits)
    counts = Counts(len(pairs), len(said), len(rows))
    taken = {i for i, _ in pairs}
    return counts, [
        f"{row['text']} = {row['date']}" for i, (row, _) in enumerate(rows) if i not in taken
    ]


def same_days(span: tuple[date, date], found: When, words: str = "") -> bool:
    """Say whether a found date is a range of days: the same, or at least half of it and no day more.

    Two days of slack are given at the ends of a range, three weeks at those of a season, which some
    count by the sun and some by months, none where the gold is a single day. Words with a limit before
    them ("by May", "since Thursday") are right when that limit is, a day more or less for a day.

    >>> june = date(2013, 6, 1), date(2013, 6, 30)
    >>> same_days(june, When(date(2013, 6, 10), date(2013, 6, 30), "range"))
    True
    >>> same_days(june, When(date(2013, 2, 1), date(2013, 6, 30), "range", text="by June"))
    True
    >>> same_days(june, When.day(date(2013, 6, 30)))
    False
    """
    if found.start is None or found.end is None:
        return False
    if (found.start, found.end) == span:
        return True
    exact = span[0] == span[1]
    slack = timedelta(days=22 if _SEASON.search(words) else 1 if exact else 2)
    if (limit := _LIMIT.match(found.text or "")) is not None:
        if limit["until"]:
            return span[0] - slack <= found.end <= span[1] + slack
        return span[0] - slack <= found.start <= span[1] + slack
    if found.start < span[0] - slack or span[1] + slack < found.end or exact:
        return False
    return (found.end - found.start).days * 2 >= (span[1] - span[0]).days


def event_counts(gold: dict[str, Any], found: Extraction) -> tuple[Counts, Counts, list[str]]:
    """Count events with type and parties right, and those whose parties alone are; and the missed.

    An event is near when one of its ranges overlaps the anchor. What the program calls hypothetical
    or denied is not counted: the gold leaves out acts that exist in a forecast or a condition only, and
    denials. Rows of the
    gold marked `appeal` are statements and not wanted; an event made of one is one too many.
    """
    aside = furniture(gold)
    said = [
        event
        for event in found.events
        if event.factuality not in ("hypothetical", "denied")
        and not inside(event.evidence[0].start, aside + headings(gold))
    ]
    rows = [row for row in gold["events"] if not row.get("appeal")]
    triples = pair(rows, said, lambda row, event: event_fits(row, event, typed=True))
    dyads = pair(rows, said, lambda row, event: event_fits(row, event, typed=False))
    taken = {i for i, _ in triples}
    lines = [
        f"{row['type']} {'+'.join(row['actors'])} > {'+'.join(row['recipients'])}: {row['text']}"
        for i, row in enumerate(rows)
        if i not in taken
    ]
    return (
        Counts(len(triples), len(said), len(rows)),
        Counts(len(dyads), len(said), len(rows)),
        lines,
    )


def event_fits(row: dict[str, Any], event: Event, *, typed: bool) -> float:
    """Score an event: 0 when it is elsewhere, of another type or between others.

    Who consults or agrees with whom has no direction; an act of two on nobody has none either. CONCEDE
    and RETREAT are one type, as in the public sets; an act that lies ahead may have its own type, as
    the gold writes it, or that of its announcement, as PLOVER counts it.
    """
    if typed and merged(event.type) not in _types(row):
        return 0.0
    if not any(e.start < row["end"] and row["start"] < e.end for e in event.evidence):
        return 0.0
    told = 1.5 if event.factuality == row["factuality"] else 1.0
    actors, recipients = parties(event.actors), parties(event.recipients)
    mutual = row["type"] in ("CONSULT", "AGREE") or not row["recipients"]
    if mutual:
        same = all(
            any(same_party(w, p) for p in (*actors, *recipients))
            for w in (*row["actors"], *row["recipients"])
        )
        return told if same else 0.0
    forth = all(any(same_party(w, p) for p in actors) for w in row["actors"])
    back = all(any(same_party(w, p) for p in recipients) for w in row["recipients"])
    if not (forth and back):
        return 0.0
    return told


def _types(row: dict[str, Any]) -> set[str]:
    """Return the types that a row may have, CONCEDE and RETREAT as one.

    >>> sorted(_types({"type": "AID", "factuality": "promised"}))
    ['AGREE', 'AID']
    """
    own = {merged(row["type"])}
    if row["factuality"] in ("planned", "promised"):
        own.add(merged(promised(Act(row["type"], None)).type))
    return own


def parties(participants: Sequence[Participant]) -> list[tuple[str | None, str]]:
    """Return state and name of each participant."""
    return [(p.state, f"{p.name} {p.text}") for p in participants]


def same_party(wanted: str, party: tuple[str | None, str]) -> bool:
    """Say whether a party is the gold's: a code is that of the state it acts for, else its name.

    >>> same_party("RUS", ("RUS", "Sergei Lavrov")), same_party("NATO", (None, "NATO NATO"))
    (True, True)
    """
    state, name = party
    if len(wanted) == 3 and wanted.isupper() and f"state:{wanted}" in registry().actors:
        return state == wanted
    return same_name(wanted, name) or fold(wanted) in fold(name)


def body_counts(gold: dict[str, Any], article: Article) -> Counts:
    """Count the letters of the body and its subheads; lines without a role in the gold are body."""
    text = article.text
    other = [
        (row["start"], row["end"]) for row in gold["roles"] if row["role"] not in ("body", "subhead")
    ]
    left_out = {i for start, end in other for i in range(start, end)}
    wanted = frozenset(i for i in range(len(text)) if text[i].isalnum() and i not in left_out)
    said = frozenset(
        i
        for line in article.lines
        if line.role in ("body", "subhead")
        for i in range(line.start, line.end)
        if text[i].isalnum()
    )
    return Counts(len(wanted & said), len(said), len(wanted))
