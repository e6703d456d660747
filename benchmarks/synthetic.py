"""A made-up archive of any size: who, what and when follow fixed chances, and no text is anybody's.

Happenings follow each other over ten years; one to six outlets report each, some by copying. An article
has a headline, ten sentences that each hold a statement, and meetings, positions, events and forecasts
at about the rates that the pipeline finds in news. Actors, states and issues are those of the registry,
a few of them in most of the articles; other words are syllables, as frequent as words are (Zipf).

The same number of articles is the same archive, whatever the machine.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

from sqlalchemy.engine import Connection

from detente.archive.regrouping import regroup
from detente.knowledge.issues import all_issues
from detente.knowledge.registry import registry
from detente.query.reference import reference
from detente.records import (
    Actor,
    Article,
    Event,
    Evidence,
    Extraction,
    Forecast,
    Line,
    Link,
    Meeting,
    Mention,
    Participant,
    Place,
    Position,
    Statement,
    When,
    make_id,
)
from detente.store import (
    Built,
    add_articles,
    encode,
    note,
    open_database,
    put,
    put_links,
    put_stories,
    tables,
)
from detente.store.database import Database

FIRST = date(2010, 1, 1)
YEARS = 10
STATEMENTS = 10
"""Statements of an article."""
WRITTEN = 10_000
"""Articles that are written as a build writes them; see `archive_of`."""
_AT_ONCE = 250
_HEX = "0123456789abcdef"
_ID = re.compile(r"\b[a-z]+:[0-9a-f]{16}\b")
_WITHOUT_ROWID = ("evidence", "participant", "row_issue", "work")
_COPIED = (
    "statement", "meeting", "event", "position", "forecast", "mention", "actor", "link", "story",
    "telling", "evidence", "participant", "row_issue", "work",
)  # fmt: skip
_MOVED = (
    "id", "article", "row_id", "left", "right", "statement", "actor_id", "speaker", "actor", "actors",
    "recipients", "participants", "forecaster", "addressee", "reported_by",
)  # fmt: skip
"""Columns that ids stand in."""
_SYLLABLES = [
    a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "il", "os")
]
# fmt: off
_STATES = [
    "USA", "RUS", "CHN", "DEU", "FRA", "GBR", "UKR", "POL", "TUR", "IRN", "ISR", "SYR", "JPN", "KOR",
    "PRK", "IND", "PAK", "SAU", "EGY", "BRA", "ITA", "ESP", "NLD", "SWE", "FIN", "NOR", "DNK", "CZE",
    "HUN", "ROU", "GRC", "SRB", "GEO", "ARM", "AZE", "KAZ", "UZB", "VNM", "AUS", "CAN",
]
# fmt: on
_OUTLETS = [
    f"The {name} {kind}"
    for kind in ("Post", "Wire", "Herald", "Review")
    for name in (
        "Example",
        "Sample",
        "Northern",
        "Harbour",
        "Morning",
        "Evening",
        "Continental",
        "Border",
        "Capital",
        "Island",
    )
]  # fmt: skip
_CITIES = [("Geneva", "CHE"), ("Vienna", "AUT"), ("Astana", "KAZ"), ("Doha", "QAT"), ("Oslo", "NOR")]


@dataclass(frozen=True, slots=True)
class _Happening:
    """What some articles report."""

    number: int
    day: date
    states: tuple[str, str]
    people: tuple[Participant, ...]
    issue: str
    words: tuple[str, ...]
    remark: str
    reports: int


@lru_cache(maxsize=1)
def vocabulary(size: int = 30_000) -> tuple[list[str], list[float]]:
    """Return made-up words and the running sum of how frequent each is."""
    rng = random.Random(1)
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(rng.choices(_SYLLABLES, k=rng.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(words), list(accumulate(1 / (rank + 8) for rank in range(size)))


@lru_cache(maxsize=1)
def people() -> dict[str, list[Participant]]:
    """Return persons and the state itself by state: of the registry, up to a dozen of each."""
    known = registry()
    found: dict[str, list[Participant]] = {code: [] for code in _STATES}
    for key, actor in sorted(known.actors.items()):
        some = found.get(actor.state or "")
        if some is not None and len(some) < 12 and actor.kind == "person":
            some.append(Participant(actor.name, actor.name.split()[-1], key, "person", actor.state))
    names = reference(known).states
    for code, some in found.items():
        some.append(Participant(names[code], names[code], f"state:{code}", "state", code))
    return found


def happenings(articles: int) -> Iterator[_Happening]:
    """Yield happenings in order of days until so many articles report them."""
    rng = random.Random(2)
    words, sums = vocabulary()
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(_STATES))))
    issues = [issue.id for issue in all_issues()]
    issue_weights = list(accumulate(1 / (rank + 4) for rank in range(len(issues))))
    told = number = 0
    while told < articles:
        reports = min(rng.choice((1, 1, 1, 1, 2, 2, 3, 4, 6)), articles - told)
        left, right = rng.choices(_STATES, cum_weights=weights, k=2)
        sides = people()[left], people()[right if right != left else rng.choice(_STATES)]
        yield _Happening(
            number=number,
            day=FIRST + timedelta(days=told * 365 * YEARS // articles),
            states=(left, right),
            people=tuple(side[min(int(rng.expovariate(0.4)), len(side) - 1)] for side in sides),
            issue=rng.choices(issues, cum_weights=issue_weights)[0],
            words=tuple(rng.choices(words[400:], k=16)),
            remark=" ".join(rng.choices(words, cum_weights=sums, k=14)),
            reports=reports,
        )
        told += reports
        number += 1


def extractions(articles: int) -> Iterator[tuple[list[Extraction], list[Link]]]:
    """Yield the articles of each happening with their rows, and the links between them."""
    for happening in happenings(articles):
        rng = random.Random(happening.number)
        found = [_article(happening, report, rng) for report in range(happening.reports)]
        yield found, _links(found)


def _sentence(happening: _Happening, rng: random.Random, length: int) -> str:
    words, sums = vocabulary()
    plain = rng.choices(words, cum_weights=sums, k=length)
    for at in rng.sample(range(length), k=3):
        plain[at] = rng.choice(happening.words)
    return " ".join(plain)


def _article(happening: _Happening, report: int, rng: random.Random) -> Extraction:
    left, right = happening.people
    told = happening.issue.removeprefix("issue:").replace("-", " ")
    day = happening.day + timedelta(days=rng.choice((0, 0, 1)))
    spoken: list[tuple[Participant, str]] = []
    title = f"{left.text} and {right.text} on {told}: {' '.join(happening.words[:3])}"
    sentences = [title]
    for number in range(STATEMENTS):
        speaker = (left, right, _stranger(rng))[rng.choice((0, 0, 1, 1, 2))]
        content = happening.remark if number == 0 else _sentence(happening, rng, rng.randint(9, 18))
        spoken.append((speaker, content))
        sentences.append(f"{speaker.name} said {content} over {told}.")
    sentences.append(f"{left.name} met {right.name} in {rng.choice(_CITIES)[0]} over {told}.")
    text = "\n".join(sentences)
    spans = []
    at = 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    article = Article(
        id=make_id("article", happening.number, report, text),
        text=text,
        path=f"made/{happening.number}-{report}.txt",
        format="text",
        encoding="utf-8",
        lines=tuple(Line(a, b, "body" if n else "title", "made") for n, (a, b) in enumerate(spans)),
        title=title,
        outlet=_OUTLETS[(happening.number * 7 + report) % len(_OUTLETS)],
        published=When.day(day),
    )
    return _rows(Extraction(article, tuple(spans)), happening, spoken, day, rng)


def _stranger(rng: random.Random) -> Participant:
    """Return somebody whom only one article knows."""
    words, _ = vocabulary()
    name = f"{rng.choice(words).title()} {rng.choice(words).title()}"
    return Participant(name, name, f"local:{rng.getrandbits(64):016x}", "person")


def _rows(
    of: Extraction,
    happening: _Happening,
    spoken: Sequence[tuple[Participant, str]],
    day: date,
    rng: random.Random,
) -> Extraction:
    article, (left, right) = of.article, happening.people
    when = When.day(day)

    def row(kind: str, sentence: int, *parts: object) -> tuple[str, Evidence]:
        start, end = of.sentences[sentence - 1]
        key = make_id(kind, article.id, sentence, *parts)
        return key, Evidence(start, end, article.text[start:end], "row", sentence)

    statements, strangers = [], {}
    for number, (speaker, content) in enumerate(spoken, 2):
        key, whole = row("statement", number)
        start = article.text.index(content, whole.start)
        told = Evidence(start, start + len(content), content, "content", number)
        issues = (happening.issue,) if rng.random() < 0.6 else ()
        statements.append(
            Statement(
                key, article.id, number, speaker, content, rng.choice(("direct", "indirect")), "said",
                None, None, when, issues, 0.9, "made", (whole, told),
            )
        )  # fmt: skip
        if speaker.actor_id and speaker.actor_id.startswith("local:"):
            strangers[speaker.actor_id] = Actor(
                speaker.actor_id, "person", speaker.name, None, article=article.id
            )
    last = len(of.sentences)
    meetings = []
    if rng.random() < 0.4:
        key, whole = row("meeting", last)
        exact = rng.random() < 0.8
        month = When(day.replace(day=1), day, "month", "stated")
        meetings.append(
            Meeting(
                key, article.id, last, (left, right),
                rng.choice(("meeting", "meeting", "call", "visit")),
                Place(*rng.choice(_CITIES)), When.day(happening.day) if exact else month,
                (happening.issue,), (), rng.choice(("held", "held", "planned", "cancelled")), None, (),
                0.9, "made", (whole,),
            )
        )  # fmt: skip
    positions = []
    for number in range(rng.choice((0, 1, 2, 3))):
        key, whole = row("position", number + 2)
        side = happening.people[number % 2]
        positions.append(
            Position(
                key, article.id, number + 2, side, happening.issue, spoken[number][1],
                rng.choice(("for", "against")), "plain", when, "said", None, 0.8, "made", (whole,),
            )
        )  # fmt: skip
    key, whole = row("event", last)
    events = (
        Event(
            key, article.id, last, rng.choice(("CONSULT", "ACCUSE", "SANCTION", "AID")), None, 1, 1.0,
            (left,), (right,), "met", None, when, "happened", None, 0.8, "made",
            (whole, Evidence(whole.start, whole.start + 3, whole.quote[:3], "trigger", last)),
        ),
    )  # fmt: skip
    forecasts = []
    if rng.random() < 0.5:
        key, whole = row("forecast", 3)
        ends = day + timedelta(days=rng.randint(10, 400))
        forecasts.append(
            Forecast(
                key, article.id, 3, rng.choice((left, right)), None, spoken[1][1], happening.issue,
                When(day, ends, "range", "stated"), None, None, None, 0.8, "made", (whole,),
            )
        )  # fmt: skip
    mentions = []
    for number, one in enumerate((left, right)):
        start = article.text.index(one.text)
        mentions.append(
            Mention(
                make_id("mention", article.id, number), article.id, 1, one.text,
                one.kind if one.kind != "unknown" else "person", "name", one.actor_id, one.name, None,
                1.0, "made", (Evidence(start, start + len(one.text), one.text, "row", 1),),
            )
        )  # fmt: skip
    return replace(
        of,
        actors=tuple(strangers.values()),
        mentions=tuple(mentions),
        statements=tuple(statements),
        meetings=tuple(meetings),
        positions=tuple(positions),
        events=events,
        forecasts=tuple(forecasts),
    )


def _links(found: Sequence[Extraction]) -> list[Link]:
    """Return what relates the reports of one happening: its story, its meeting, its remark."""
    story = make_id("story", found[0].article.id)
    links = [_link(of.article.id, story, "tells") for of in found]
    for one, other in pairwise(found):
        links += [_link(a.id, b.id, "same-meeting") for a in one.meetings for b in other.meetings]
        links.append(_link(one.statements[0].id, other.statements[0].id, "same-statement"))
    if len(found) > 3:
        links.append(_link(found[0].article.id, found[1].article.id, "same-text"))
    return links


def _link(left: str, right: str, relation: str) -> Link:
    key = make_id("link", left, right, relation)
    return Link(key, left, right, relation, 0.9, "made", "machine")  # type: ignore[arg-type]


def archive_of(articles: int, folder: Path) -> Path:
    """Return the archive of so many made-up articles in a folder; made there when it is not yet.

    Up to `WRITTEN` of them are written as a build writes them. Of more, the rest are copies of those
    under other ids, made by the database: a tenth of the time, and to lists and indexes other articles.
    """
    path = folder / f"made-{articles}.db"
    if not path.exists():
        unfinished = folder / f"making-{articles}.db"
        for old in folder.glob(f"{unfinished.name}*"):
            old.unlink()
        database = open_database(unfinished)
        fill(database, min(articles, WRITTEN))
        with database.read() as conn:
            rows = {
                name: conn.exec_driver_sql(f"SELECT max(rowid) FROM {name}").scalar_one()
                for name in ("article", "entry", *_COPIED)
                if name not in _WITHOUT_ROWID
            }
        for number in range(1, -(-articles // WRITTEN)):
            copy(database, number, rows)
        database.close()
        unfinished.rename(path)
    return path


def copy(database: Database, number: int, rows: dict[str, int]) -> None:
    """Write the articles that were written first again under other ids, with all that they yield.

    `rows` is the last of them in each table. The hash of an id is turned by the number of the copy.
    """
    with database.write() as conn:
        driver = conn.connection.driver_connection
        assert driver is not None
        driver.create_function("moved", 1, _mover(number), deterministic=True)
        for name in ("article", *_COPIED):
            columns = [column.name for column in tables.metadata.tables[name].c]
            taken = ", ".join(
                f'moved("{one}")' if _holds_ids(name, one) else f'"{one}"' for one in columns
            )
            names = ", ".join(f'"{one}"' for one in columns)
            where = f"rowid <= {rows.get(name)}"
            if name in _WITHOUT_ROWID:
                where = f"article IN (SELECT id FROM article WHERE rowid <= {rows['article']})"
            conn.exec_driver_sql(
                f"INSERT OR IGNORE INTO {name} ({names}) SELECT {taken} FROM {name} WHERE {where}"
            )
        conn.exec_driver_sql(
            "INSERT OR IGNORE INTO called SELECT word, moved(actor) FROM called "
            f"WHERE actor IN (SELECT id FROM actor WHERE rowid <= {rows['actor']})"
        )
        _copy_lists(conn, rows["entry"], number)


def _holds_ids(table: str, column: str) -> bool:
    return (column in _MOVED or column.endswith("_actor_id")) and (table, column) != ("link", "rivals")


def _mover(number: int) -> Callable[[str | None], str | None]:
    """Return the function that gives every id in a text another hash, the same for each copy."""
    turn, more = number % 16, number // 16
    digits = str.maketrans(_HEX, _HEX[turn:] + _HEX[:turn])

    def one(found: re.Match[str]) -> str:
        kind, _, key = found[0].rpartition(":")
        return f"{kind}:{key[more:].translate(digits)}{key[:more]}"

    return lambda text: text and _ID.sub(one, text)


def _copy_lists(conn: Connection, last: int, number: int) -> None:
    """Copy the entries and where they are listed; their places among those of a day are others."""
    by, mask = last * number, (number * 0x9E3779B1 & 0xFFFFFFFF) << 24
    at, own = (f"(({one} | {mask}) - ({one} & {mask}))" for one in ('"at"', "own_at"))
    conn.exec_driver_sql(
        f"INSERT INTO entry SELECT n + {by}, kind, moved(row_id), moved(article), head + {by}, day, "
        f"{at}, reported, own_day, {own}, first, last, out_first, out_last, who, words, headings "
        f"FROM entry WHERE n <= {last}"
    )
    conn.exec_driver_sql(
        f"INSERT INTO listed SELECT heading, day, {at}, head + {by}, n + {by}, reported "
        f"FROM listed WHERE n <= {last}"
    )
    for name, key in (("searched", "n"), ("searched_text", "rowid")):
        conn.exec_driver_sql(
            f"INSERT INTO {name} ({key}, words, marks) SELECT n + {by}, words, marks "
            f"FROM searched WHERE n <= {last}"
        )


def fill(database: Database, articles: int) -> None:
    """Write made-up articles into an open database, as a build and its links would."""
    waiting: list[Extraction] = []
    links: list[Link] = []
    for found, related in extractions(articles):
        waiting += found
        links += related
        if len(waiting) >= _AT_ONCE:
            _write(database, waiting, links)
            waiting, links = [], []
    _write(database, waiting, links)


def _write(database: Database, found: Sequence[Extraction], links: Sequence[Link]) -> None:
    ids = [of.article.id for of in found]
    with database.write() as conn:
        add_articles(conn, [of.article for of in found])
        put(conn, [_built(of) for of in found], "made")
        put_links(conn, [link for link in links if link.relation != "tells"])
        put_stories(conn, [link for link in links if link.relation == "tells"])
        note(conn, [(key, None) for key in ids], "made", "link")
        regroup(conn, ids, reference())


def _built(of: Extraction) -> Built:
    """Return an article as it is written; what it tells is its day alone, its story is given."""
    built = encode(of)
    day = of.article.published.start
    built.batch["telling"] = [(of.article.id, day.isoformat() if day else None, "{}")]
    return built
