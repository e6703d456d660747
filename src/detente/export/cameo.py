"""Events become a table of CAMEO-coded dyads, with the columns that users of GDELT's tables know.

A row is an ordered pair; what several do together is a row for each pair in both directions. Left out
is what did not happen: negated, denied and hypothetical acts.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from detente.export.cells import safe_cell
from detente.knowledge.cameo import cameo_of, goldstein
from detente.knowledge.coding import code_of, is_organised, sector_of
from detente.records import Article, Event, Participant

COLUMNS = (
    "GlobalEventID", "SQLDATE", "MonthYear", "Year", "Actor1Code", "Actor1Name", "Actor1CountryCode",
    "Actor1Type1Code", "Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2Type1Code",
    "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "ActionGeo_FullName", "ActionGeo_CountryCode", "DATEADDED", "SOURCEURL", "ArticleID", "Start",
    "End",
)  # fmt: skip
"""The header: GDELT 1.0's names, then the article and the range of the sentence in it."""
_UNREAL = frozenset(("negated", "denied", "hypothetical"))


def cameo_lines(events: Iterable[Event], articles: Mapping[str, Article]) -> Iterator[str]:
    """Yield the header and one line of tab-separated values for each dyad of each event."""
    yield _line(COLUMNS)
    for event in events:
        if event.factuality not in _UNREAL:
            yield from map(_line, _rows(event, articles[event.article]))


def dyads(event: Event) -> Iterator[tuple[Participant, Participant | None]]:
    """Yield who acts on whom: each actor on each recipient, else each actor on every other.

    One actor alone, on nobody that is named, gives one pair with None.
    """
    if event.recipients:
        yield from ((one, other) for one in event.actors for other in event.recipients)
    elif len(event.actors) > 1:
        yield from ((one, other) for one in event.actors for other in event.actors if one != other)
    else:
        yield from ((one, None) for one in event.actors)


def party_code(one: Participant | None) -> str:
    """Return the code of a party, state and sector together (RUSGOV); `---` for nobody.

    >>> party_code(Participant("Russian troops", "Russian troops", None, "group", "RUS"))
    'RUSMIL'
    """
    if one is None:
        return "---"
    return f"{code_of(one) or '---'}{sector_of(one) or ''}"


def _rows(event: Event, article: Article) -> Iterator[tuple[str, ...]]:
    code = cameo_of(event.type, event.mode, event.rule)
    day = event.date.start or event.date.end
    dated = (f"{day:%Y%m%d}", f"{day:%Y%m}", f"{day:%Y}") if day else ("", "", "")
    told = next(item for item in event.evidence if item.role == "row")
    published = article.published.end
    for number, (one, other) in enumerate(dyads(event), 1):
        yield (
            f"{event.id}/{number}", *dated, *_party(one), *_party(other), code, code[:3], code[:2],
            str(event.quad), str(goldstein(code)), safe_cell(event.place.name) if event.place else "",
            (event.place.state or "") if event.place else "",
            f"{published:%Y%m%d}" if published else "", safe_cell(article.url or ""), article.id,
            str(told.start), str(told.end),
        )  # fmt: skip


def _party(one: Participant | None) -> tuple[str, str, str, str]:
    if one is None:
        return "", "", "", ""
    code = code_of(one) or ""
    return (
        party_code(one),
        safe_cell(one.name),
        "" if is_organised(code) else code,
        sector_of(one) or "",
    )


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="").writerow(" ".join(c.split()) for c in cells)
    return out.getvalue()
