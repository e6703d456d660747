"""The project's own gold: what an editor must find in its articles, slot by slot.

Gold files are those of `evals/gold/demo` and `evals/gold/diplomacy`; their format is in
`docs/reference/own-gold.md`. Articles are found below the root of the repository, and offsets are
carried over from the gold's rendering of a page to the program's. A layer that no file has gives no
figure. A meeting is right when the named participants, the place, the
date and the status are; `meetings_met` asks for participants and date alone. A statement is right when
its content overlaps the gold by 0.8 of the letters (intersection over union) and the speaker is the
same; `statements_speakers` is the share with the right person or actor of those whose content is right
(the gold names whom "he" and "the minister" mean). Positions and forecasts are found by the sentence of
their anchor; precision is not given for positions, because the gold lists only what must not be missed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from detente.annotate import annotate
from detente.document import Parse
from detente.extract.cast import Cast
from detente.extract.dates import find_dates, infer_published
from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from detente.pipeline import extract_all
from detente.read import body_view, read_path
from detente.records import (
    Article,
    Extraction,
    Forecast,
    Meeting,
    Participant,
    Position,
    Statement,
    When,
)
from evals.metrics.layers import body_counts, date_counts, event_counts, missed_names, name_counts
from evals.metrics.quotes import without_cue
from evals.metrics.slots import Counts, fold, letters, locate, overlap, pair, same_name
from evals.metrics.stands import issue_counts, position_counts
from evals.rendering import Aligned, text_of

ROOT = Path(__file__).resolve().parents[2]


def run(paths: list[Path]) -> dict[str, object]:
    """Return figures for each kind over the annotated articles, and what was missed."""
    kinds = ("meetings", "meetings_met", "statements", "speakers", "forecasts", "horizons")
    counts = {kind: Counts() for kind in kinds}
    positions, pronouns, offices, page = Counts(), Counts(), Counts(), Counts()
    sides, issues = Counts(), Counts()
    layers: dict[str, Counts] = {}
    missed: list[str] = []
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        found = extraction_of(gold["article"], gold["row"])
        text = found.article.text
        gold = moved(gold, Aligned(text_of(ROOT / gold["article"], gold["row"]), text))
        note = missed_in(path.stem, missed)
        page.add(sum(checks := page_checks(found.article, gold["page"])), len(checks), len(checks))

        wanted, rows = gold["meetings"], found.meetings
        whole = pair(wanted, rows, partial(meeting_fits, text=text))
        met = pair(wanted, rows, meeting_met)
        counts["meetings"].add(len(whole), len(rows), len(wanted))
        counts["meetings_met"].add(len(met), len(rows), len(wanted))
        note("meeting", whole, wanted, lambda w: "+".join(w["participants"]))

        said = [(w, ranges_of(w, text)) for w in gold["statements"]]
        spoken = [(s, letters(text, contents(s[0]))) for s in together(found.statements)]
        heard = pair(said, spoken, content_overlap)
        right = [(i, j) for i, j in heard if speaks(said[i][0]["speaker"], spoken[j][0])]
        counts["statements"].add(len(heard), len(spoken), len(said))
        counts["speakers"].add(len(right), len(spoken), len(said))
        note("statement", right, said, lambda w: f"{w[0]['speaker']}: {w[0]['content'][0]['first']}")

        anchors = [(w, anchor_of(w, text)) for w in gold["forecasts"]]
        told = pair(anchors, found.forecasts, forecast_fits)
        by_then = [(i, j) for i, j in told if horizon_fits(anchors[i][0], found.forecasts[j])]
        counts["horizons"].add(len(by_then), len(told), len(told))
        counts["forecasts"].add(len(told), len(found.forecasts), len(anchors))
        note("forecast", told, anchors, lambda w: f"{w[0]['forecaster']}: {w[0]['anchor']['text']}")

        held = [(w, anchor_of(w, text)) for w in gold["positions"]]
        stands = pair(held, found.positions, position_fits)
        positions.add(len(stands), len(held), len(held))
        note("position", stands, held, lambda w: f"{w[0]['actor']} on {w[0]['issue']}")
        sides.plus(position_counts(gold["positions"], list(found.positions)))
        issues.plus(issue_counts(gold["positions"], found, cast_of(found.article)))
        pronouns.add(*reference_counts(gold["references"], found, text, ("pronoun",)))
        offices.add(*reference_counts(gold["references"], found, text, ("office", "group")))
        layered(gold, found, layers, missed_in(path.stem, missed))
    return {
        "n": len(paths),
        "page": page.recall,
        "meetings_f1": counts["meetings"].f1,
        "meetings_met_f1": counts["meetings_met"].f1,
        "statements_f1": counts["statements"].f1,
        "statements_e2e": counts["speakers"].f1,
        "statements_recall": counts["statements"].recall,
        "statements_speakers": share(counts["speakers"].right, counts["statements"].right),
        "forecasts_f1": counts["forecasts"].f1,
        "forecasts_recall": counts["forecasts"].recall,
        "horizons": counts["horizons"].recall,
        "positions_recall": positions.recall,
        "positions_f1": sides.f1,
        "positions_precision": sides.precision,
        "issues_f1": issues.f1,
        "pronouns": pronouns.recall,
        "offices": offices.recall,
        **layer_figures(layers),
        "missed": missed,
    }


def share(right: int, of: int) -> float:
    """Return a share rounded to four places, 0 of nothing.

    >>> share(1, 3), share(0, 0)
    (0.3333, 0.0)
    """
    return round(right / of, 4) if of else 0.0


def missed_in(name: str, missed: list[str]) -> Any:
    """Return a function that notes which wanted rows of an article have no pair."""

    def note(kind: str, pairs: list[tuple[int, int]], wanted: list[Any], words: Any) -> None:
        taken = {i for i, _ in pairs}
        missed.extend(f"{name} {kind} {words(w)}" for i, w in enumerate(wanted) if i not in taken)

    return note


def moved(gold: dict[str, Any], aligned: Aligned) -> dict[str, Any]:
    """Return a gold with its offsets in another rendering of the page; rows whose words it lacks stay.

    The own offsets of a row without words are kept: it will be missed by its words.
    """

    def walk(value: Any) -> Any:
        if isinstance(value, list):
            return [walk(item) for item in value]
        if not isinstance(value, dict):
            return value
        row = {key: walk(item) for key, item in value.items()}
        if "start" in row and (span := aligned.range(row["start"], row["end"])):
            row["start"], row["end"] = span
        return row

    return gold if aligned.same else dict(walk(gold))


def layered(gold: dict[str, Any], found: Extraction, layers: dict[str, Counts], note: Any) -> None:
    """Add the counts of the layers that a gold has: names, dates, events, lines."""

    def add(name: str, counts: Counts) -> None:
        layers.setdefault(name, Counts()).add(counts.right, counts.found, counts.wanted)

    if "names" in gold:
        for kind, counts in name_counts(gold, found).items():
            add(f"names_{kind}", counts)
        note("name", [], missed_names(gold, found), str)
    if "dates" in gold:
        counts, lines = date_counts(gold, dates_of(found.article), span_of)
        add("dates", counts)
        note("date", [], lines, str)
    if "events" in gold:
        triples, dyads, lines = event_counts(gold, found)
        add("events", triples)
        add("events_dyad", dyads)
        note("event", [], lines, str)
    if "roles" in gold:
        add("body", body_counts(gold, found.article))


def layer_figures(layers: dict[str, Counts]) -> dict[str, float]:
    """Return F1 of each layer, and of states and organisations together; `actors` is a share."""
    figures = {f"{name}_f1": counts.f1 for name, counts in layers.items() if name != "names_actors"}
    if "names_actors" in layers:
        figures["names_actors"] = layers["names_actors"].recall
        both = Counts()
        for name in ("names_state", "names_organisation"):
            both.add(layers[name].right, layers[name].found, layers[name].wanted)
        figures["names_state_organisation_f1"] = both.f1
    return figures


def dates_of(article: Article) -> list[tuple[int, int, When]]:
    """Return where an article says when, and the days meant."""
    parse = parse_of(article)
    spans = [(one, parse.token_evidence(one.first, one.last, "date")) for one in find_dates(parse)]
    return [(words.start, words.end, one.when) for one, words in spans]


def parse_of(article: Article) -> Parse:
    """Return the parse of an article, its day bounded by the text where the page does not give it."""
    parse = annotate(article, body_view(article))
    if not article.published.known:
        article = replace(article, published=infer_published(parse, find_dates(parse)))
        parse = replace(parse, article=article)
    return parse


def cast_of(article: Article) -> Cast:
    """Return who is named where in an article."""
    return find_mentions(parse_of(article), registry())


@lru_cache(maxsize=1)
def _all(articles: tuple[str, ...]) -> dict[tuple[str, int], Extraction]:
    keys: list[tuple[str, int]] = []
    items: list[Article] = []
    for name in articles:
        for row, item in enumerate(read_path(ROOT / name), 1):
            if isinstance(item, Article):
                keys.append((name, row))
                items.append(item)
    return dict(zip(keys, extract_all(items), strict=True))


def extraction_of(article: str, row: int | None) -> Extraction:
    """Return what the product finds in one article of the demo."""
    folder = ROOT / Path(article).parent
    names = tuple(sorted(str(p.relative_to(ROOT)) for p in folder.iterdir()))
    return _all(names)[(article, row or 1)]


def page_checks(article: Article, page: dict[str, Any]) -> list[bool]:
    """Return whether each field of the page is right."""
    published = article.published.label() if article.published.known else None
    day = article.published.precision == "day"
    return [
        fold(article.title or "") == fold(page["title"] or ""),
        fold(article.outlet or "").removeprefix("the ")
        == fold(page["outlet"] or "").removeprefix("the "),
        [fold(a) for a in article.authors] == [fold(a) for a in page["authors"]],
        (published if day else None) == page["published"] or (published == page["published"]),
        article.cut_off == page["cut_off"],
    ]


def span_of(text: str | None) -> tuple[date, date] | None:
    """Return the days of a gold date: a day, a month, a year or `a..b`; None when unknown.

    >>> span_of("2013-09")
    (datetime.date(2013, 9, 1), datetime.date(2013, 9, 30))
    """
    if not text:
        return None
    left, _, right = text.partition("..")
    start, end = _days(left or right), _days(right or left)
    return start[0], end[1]


def _days(text: str) -> tuple[date, date]:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    month = parts[1] if len(parts) == 2 else None
    start = date(parts[0], month or 1, 1)
    after = date(parts[0] + (month in (None, 12)), (month or 12) % 12 + 1, 1)
    return start, after - timedelta(days=1)


def date_fits(wanted: str | None, found: When) -> bool:
    """Say whether a date lies inside the gold's, or is unknown where the gold's is."""
    span = span_of(wanted)
    if span is None:
        return found.precision != "day" or not found.known
    if found.start is None or found.end is None:
        return False
    first = date.min if wanted and wanted.startswith("..") else span[0]
    last = date.max if wanted and wanted.endswith("..") else span[1]
    return first <= found.start and found.end <= last


def takes_part(wanted: str, found: Participant) -> bool:
    """Say whether a participant is the one of the gold: by name, or by the actor of that name."""
    if same_name(wanted, f"{found.name} {found.text}"):
        return True
    return any(actor.id == found.actor_id for actor in registry().find(wanted))


def meeting_met(wanted: dict[str, Any], found: Meeting) -> float:
    """Score participants and date: 0 when a named participant is missing or the date is another."""
    if not all(any(takes_part(w, p) for p in found.participants) for w in wanted["participants"]):
        return 0.0
    people = [p for p in found.participants if p.kind != "state"]
    extra = [p for p in people if not any(takes_part(w, p) for w in wanted["participants"])]
    if len(extra) > 1 or not date_fits(wanted["date"], found.date):
        return 0.0
    return 1.0 - 0.2 * len(extra)


def meeting_fits(wanted: dict[str, Any], found: Meeting, text: str) -> float:
    """Score all slots: as `meeting_met`, with the form, the place and the status right as well."""
    score = meeting_met(wanted, found)
    place = fold(found.place.name) if found.place else ""
    gold = fold(wanted["place"] or "")
    same_place = place == gold or (place and gold and (place in gold or gold in place))
    if not score or found.status != wanted["status"] or not same_place:
        return 0.0
    if found.form != wanted["form"]:
        return 0.0
    anchor = anchor_of(wanted, text)
    near = any(anchor and e.start < anchor[1] and anchor[0] < e.end for e in found.evidence)
    return score + 0.1 * near


def anchor_of(row: dict[str, Any], text: str) -> tuple[int, int] | None:
    """Return the range of a row's anchor in the text of the article."""
    return locate(text, row["anchor"]["text"], row["anchor"]["start"])


def ranges_of(row: dict[str, Any], text: str) -> frozenset[int]:
    """Return the letters of a gold statement's content, found by its first and last words."""
    ranges = []
    for part in row["content"]:
        first = locate(text, part["first"], part["start"])
        if first is None:
            continue
        length = part["end"] - part["start"]
        last = locate(text, part["last"], first[0] + length - len(part["last"]))
        ranges.append((first[0], max(first[1], last[1] if last else 0)))
    return letters(text, ranges)


def contents(statement: Statement) -> list[tuple[int, int]]:
    """Return the ranges of a statement's content without its cue.

    A cue that denies ("does not think") stands in the content of the program, so that no statement
    reads as its opposite; in the gold it does not. Of a refusal to comment the refusal is the content.
    """
    if statement.kind == "no_comment":
        told = [(e.start, e.end) for e in statement.evidence if e.role in ("content", "cue")]
        return [(min(a for a, _ in told), max(b for _, b in told))]
    return without_cue(statement)


def together(statements: Sequence[Statement]) -> list[tuple[Statement, ...]]:
    """Return what several said together ("Kerry and Lavrov said") as one."""
    groups: dict[object, list[Statement]] = {}
    for statement in statements:
        spans = tuple((e.start, e.end) for e in statement.evidence if e.role in ("content", "cue"))
        groups.setdefault(spans, []).append(statement)
    return [tuple(group) for group in groups.values()]


def content_overlap(wanted: tuple[Any, frozenset[int]], found: tuple[Any, frozenset[int]]) -> float:
    """Return the overlap of two contents, 0 under 0.8."""
    score = overlap(wanted[1], found[1])
    return score if score >= 0.8 else 0.0


def listed(value: str | list[str]) -> list[str]:
    """Return names as a list, one or several."""
    return [value] if isinstance(value, str) else value


def speaks(wanted: str | list[str], statements: Sequence[Statement]) -> bool:
    """Say whether all who speak are the gold's, by name or by the registry's actor.

    Of several whom the gold names one is enough.
    """
    return all(any(is_speaker(name, one) for name in listed(wanted)) for one in statements)


def is_speaker(name: str, statement: Statement) -> bool:
    """Say whether a name is the speaker's, or the registry's for the same actor."""
    if same_name(name, speaker_of(statement)):
        return True
    known = statement.speaker.actor_id
    return known is not None and any(actor.id == known for actor in registry().find(name))


def speaker_of(statement: Statement) -> str:
    """Return a speaker's name and words."""
    speaker = statement.speaker
    return (
        speaker.name if fold(speaker.text) in fold(speaker.name) else f"{speaker.name} {speaker.text}"
    )


def forecast_fits(wanted: tuple[Any, Any], found: Forecast) -> float:
    """Score a forecast: its evidence overlaps the anchor, and the forecaster is the same.

    Of two in one sentence the one goes first whose own words hold the anchor.
    """
    row, anchor = wanted
    if anchor is None or not any(e.start < anchor[1] and anchor[0] < e.end for e in found.evidence):
        return 0.0
    name = f"{found.forecaster.name} {found.forecaster.text}"
    outlet = row["forecaster"] == "outlet" and found.statement is None
    if not (outlet or any(same_name(n, name) for n in listed(row["forecaster"]))):
        return 0.0
    own = any(e.start < anchor[1] and anchor[0] < e.end for e in found.evidence if e.role == "content")
    return 1.0 if own else 0.5


def horizon_fits(wanted: dict[str, Any], found: Forecast) -> bool:
    """Say whether a forecast falls due on the day that the gold gives, or a day beside it."""
    span = span_of(wanted["horizon"])
    if span is None or found.horizon.end is None:
        return span is None and not found.horizon.known
    return abs((found.horizon.end - span[1]).days) <= 1


def position_fits(wanted: tuple[Any, Any], found: Position) -> float:
    """Score a position: the same issue and state (or actor) near the anchor; polarity adds to it."""
    row, anchor = wanted
    same = (
        found.actor.state == row["state"]
        if row["state"]
        else any(same_name(n, found.actor.name) for n in listed(row["actor"]))
    )
    near = anchor and any(e.start < anchor[1] and anchor[0] < e.end for e in found.evidence)
    if not (same and near and found.issue == row["issue"]):
        return 0.0
    return 1.0 if found.polarity == row["polarity"] else 0.5


def reference_counts(
    rows: list[dict[str, Any]], found: Extraction, text: str, kinds: tuple[str, ...]
) -> tuple[int, int, int]:
    """Return right, attempted and all references of some kinds that the gold gives a name.

    Of a group every member must be named. A possessive pronoun that opens an office phrase ("his
    counterpart") is a reference of its own.
    """
    pronouns = "pronoun" in kinds
    by_start = {m.evidence[0].start: m for m in found.mentions if (m.form == "pronoun") == pronouns}
    right = attempted = wanted = 0
    for row in rows:
        if row["kind"] not in kinds or not row["name"]:
            continue
        if text[row["start"] : row["end"]] != row["text"]:
            continue
        wanted += 1
        mention = by_start.get(row["start"])
        if mention is not None and (mention.actor_id or mention.name != mention.text):
            attempted += 1
            right += all(same_name(n, mention.name) for n in listed(row["name"]))
    return right, attempted, wanted
