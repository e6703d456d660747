"""The founding articles: metadata, quotations with their speaker, meetings with their slots.

Gold is `evals/gold/seeds/seeds.json`: for each article, found by the sha256 of its bytes, ranges of
characters and short facts, none of its text. A quotation counts as right when one statement covers
four fifths of its letters and its speaker's name or words hold the name in the gold. A meeting counts
as right when one row has all the participants of the gold and no state that is only the venue, a form
and a status that fit, the place and a date inside the range. `extra_meetings` counts rows beyond the
gold, to be read by a person: not every one is wrong. A position is there when a state (or somebody by
name) stands on that side of the issue, a forecaster when a forecast is theirs or came through them, a
plan when it is a visit still to come and no forecast.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import detente
from detente.records import Extraction, Meeting, Statement

GOLD = Path(__file__).parent.parent / "gold" / "seeds" / "seeds.json"


def run(paths: list[Path]) -> dict[str, object]:
    """Return shares of right metadata, quotations and meetings over the articles of the paths."""
    gold = {item["sha256"]: item for item in json.loads(GOLD.read_text(encoding="utf-8"))}
    metadata: list[bool] = []
    quotations: list[bool] = []
    meetings: list[bool] = []
    ledgers: list[bool] = []
    extra = articles = 0
    missed: list[str] = []
    for path in paths:
        item = gold.get(hashlib.sha256(path.read_bytes()).hexdigest())
        if item is None:
            continue
        articles += 1
        found = detente.read(path)
        metadata += (checks := metadata_right(found, item)).values()
        missed += [f"{path.name[:3]} {name}" for name, right in checks.items() if not right]
        for number, quotation in enumerate(item["quotations"], 1):
            right = any(says(s, quotation, found.article.text) for s in found.statements)
            quotations.append(right)
            if not right:
                missed.append(f"{path.name[:3]} quotation {number} ({quotation['speaker']})")
        for number, slots in enumerate(item["meetings"], 1):
            right = any(fits(m, slots) for m in found.meetings)
            meetings.append(right)
            if not right:
                missed.append(f"{path.name[:3]} meeting {number} ({', '.join(slots['who'])})")
        for words, right in ledger_right(found, item).items():
            ledgers.append(right)
            if not right:
                missed.append(f"{path.name[:3]} {words}")
        extra += sum(not any(fits(m, slots) for slots in item["meetings"]) for m in found.meetings)
    return {
        "n": articles,
        "metadata": share(metadata),
        "quotations": share(quotations),
        "quotations_right": sum(quotations),
        "quotations_n": len(quotations),
        "meetings": share(meetings),
        "meetings_n": len(meetings),
        "extra_meetings": extra,
        "ledgers": share(ledgers),
        "ledgers_n": len(ledgers),
        "missed": missed,
    }


def share(checks: list[bool]) -> float:
    """Return the share of checks that hold, 0 for none."""
    return round(sum(checks) / len(checks), 4) if checks else 0.0


def metadata_right(found: Extraction, item: dict[str, Any]) -> dict[str, bool]:
    """Return for each metadata field whether it is right, or unknown where the text is silent."""
    article = found.article
    start, end = item["title"]
    published = article.published.label() if article.published.precision == "day" else None
    return {
        "title": article.title == article.text[start:end],
        "authors": list(article.authors) == item["authors"],
        "outlet": (article.outlet or "").removeprefix("The ")
        == (item["outlet"] or "").removeprefix("The "),
        "published": published == item["published"],
        "cut_off": article.cut_off == item["cut_off"],
    }


def ledger_right(found: Extraction, item: dict[str, Any]) -> dict[str, bool]:
    """Return for each position, forecaster and plan of the gold whether a row has it."""
    checks = {}
    for who, issue, side in item.get("positions", ()):
        checks[f"position {who} on {issue} {side}"] = any(
            who in (row.actor.state, row.actor.name) and (row.issue, row.polarity) == (issue, side)
            for row in found.positions
        )
    for name in item.get("forecasters", ()):
        checks[f"forecast of {name}"] = any(name in row.forecaster.name for row in found.forecasts)
    for name in item.get("reported_by", ()):
        via = (row.affiliation or "" for row in found.forecasts)
        checks[f"forecast through {name}"] = any(name in words for words in via)
    if "planned_visit" in item:
        who, month = item["planned_visit"]
        checks[f"planned visit of {who}"] = any(
            row.status == "planned"
            and row.form in ("visit", "meeting")
            and any(who in one.name for one in row.participants)
            and row.date.label().startswith(month)
            for row in found.meetings
        ) and not any(who in row.claim and "visit" in row.claim for row in found.forecasts)
    return checks


def says(statement: Statement, quotation: dict[str, Any], text: str) -> bool:
    """Say whether a statement covers a quotation and has its speaker."""
    wanted = {i for i in range(quotation["start"], quotation["end"]) if text[i].isalnum()}
    covered = {i for e in statement.evidence if e.role == "content" for i in range(e.start, e.end)}
    speaker = f"{statement.speaker.name} {statement.speaker.text}"
    return len(wanted & covered) >= 0.8 * len(wanted) and quotation["speaker"] in speaker


def fits(meeting: Meeting, slots: dict[str, Any]) -> bool:
    """Say whether a meeting row has every slot of the gold right."""
    names = [f"{p.name} {p.text}" for p in meeting.participants]
    if not all(any(who in name for name in names) for who in slots["who"]):
        return False
    if "also" in slots and not any(slots["also"].lower() in name.lower() for name in names):
        return False
    if any(p.kind == "state" for p in meeting.participants) and meeting.form == "meeting":
        return False
    if meeting.form not in slots["form"] or meeting.status not in slots["status"]:
        return False
    place = meeting.place.name if meeting.place else None
    if slots["place"] and slots["place"] not in f"{place} {meeting.occasion}":
        return slots.get("place_optional", False) and place is None
    when = meeting.date
    if "start" in slots and when.known:
        start, end = (date.fromisoformat(slots[key]) for key in ("start", "end"))
        return bool(when.start == start and when.end == end)
    if "start" in slots:
        return False
    if "month" in slots and when.start and when.end:
        return when.start.month <= slots["month"] <= when.end.month
    return True
