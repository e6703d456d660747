"""A diary of official journeys becomes what it asserts: visits and the meetings on them.

Two forms are read: travels (somebody of ours goes abroad) and visits (somebody comes to us), each a row
with who, from when to when, where, and a remark in a clerk's English: "Met with President Sarne and
Foreign Minister Oyelaran; addressed the parliament." What is asserted is no evidence from an article:
it carries the file and line that it was read from, and it is right as far as the diary is.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from detente.errors import RegistryError, UnreadableInput
from detente.knowledge.places import place as listed_place
from detente.knowledge.registry import as_days, covers, registry, surname_key
from detente.knowledge.state_codes import code_of
from detente.records import Participant, Place, When, make_id

DiaryFormat = Literal["travels", "visits"]
DIARIES: tuple[DiaryFormat, ...] = ("travels", "visits")
"""The forms of diaries that can be read."""

_TITLES = (
    r"President-elect|President|Vice President|Prime Minister-designate|Prime Minister|Premier|"
    r"Deputy Prime Minister|Foreign Minister|Foreign Secretary|Defense Minister|Defence Minister|"
    r"(?:[A-Z]\w+ )?Minister|Chancellor|King|Queen|Emperor|Empress|Crown Prince|Crown Princess|Prince|"
    r"Princess|Sultan|Emir|Amir|Shah|Sheikh|Shaikh|Pope|Cardinal|Archbishop|Patriarch|"
    r"Secretary[- ]General|General Secretary|First Secretary|Secretary|Chairman|Chairwoman|"
    r"Chairperson|Speaker|Ambassador|High Representative|High Commissioner|Special Envoy|Envoy|"
    r"Marshal|Field Marshal|General|Admiral|Colonel|Commander|Governor[- ]General|Governor|Mayor|"
    r"Senator|Taoiseach|Tanaiste|Captain Regent|Grand Duke|Grand Duchess|Dr\.|Mr\.|Mrs\.|Ms\.|Lord|"
    r"Sir|Lady|Count|Director"
)
_PARTICLES = "de|la|der|den|van|von|du|da|dos|del|bin|ibn|of(?= [A-Z])|al|el|ul"
_NAME = rf"(?:(?:[A-Z]|al-|el-|d’|d')[\w.’'-]*|{_PARTICLES})"
_PERSON = re.compile(
    rf"(?:(?:former|acting|then-|interim|Acting|Former)\s+)?(?P<title>(?:{_TITLES})s?)\s+(?P<name>{_NAME}(?:\s+{_NAME})*)"
)
_CONTACT = re.compile(
    r"\b(?:[Mm]et(?:\s+\w+)?\s+with|[Mm]et|(?:[Mm]eetings?|[Ss]ummit(?:\s+meeting)?|[Tt]alks|[Dd]iscussions?|"
    r"[Cc]onferences?|[Cc]onsultations?|[Nn]egotiations?|[Aa]udiences?|[Ll]unch|[Dd]inner|[Bb]reakfast)\s+with|"
    r"[Cc]onferred\s+with|[Cc]onsulted\s+with|[Dd]iscussed\b[^.;]*?\bwith|[Bb]riefed|[Nn]egotiated\s+with)\s+"
)
_STOP = re.compile(
    r"[.;](?=\s+[A-Z]|\s*$)(?<!\bMr\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\b[A-Z]\.)|;"
    r"|,?\s+(?:and\s+(?:then\s+)?)?(?:attended|signed|addressed|visited|delivered|accompanied|participated|"
    r"toured|spoke|received|discussed|laid|opened|observed|during|while|to\s+discuss|to\s+\w+|on\s+the\s+\w+|"
    r"about|concerning|regarding|aboard|at|in|before|after|for|over)\s"
)
_PLACED = re.compile(
    r"\b(?:in|at)\s+(?:the\s+)?(?P<place>(?:[A-Z][\w.’'-]*\s?){1,4}?)(?=,|\.|;|\s+(?:and|while|[A-Z][a-z]+\s+\d)|\s*$)"
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_FORMER = {
    "korea": "KOR", "upper volta": "BFA", "dahomey": "BEN", "tanganyika": "TZA", "malaya": "MYS",
    "yemen arab republic": "YEM", "somali republic": "SOM", "khmer republic": "KHM", "burma": "MMR",
    "zimbabwe rhodesia": "ZWE", "muscat & oman": "OMN", "union of south africa": "ZAF", "ceylon": "LKA",
    "st. christopher and nevis": "KNA", "democratic republic of the congo": "COD", "zaire": "COD",
    "bosnian federation": "BIH", "korea, republic of": "KOR",
}  # fmt: skip
"""States by the names under which diaries have them."""
_DAY = re.compile(rf"\b(?P<m>{'|'.join(_MONTHS)})\s+(?P<d>[0-3]?\d)(?:\s*[–-]\s*(?P<d2>[0-3]?\d))?\b")


@dataclass(frozen=True, slots=True)
class Assertion:
    """A visit or a meeting that a diary asserts."""

    id: str
    """`assertion:` and a hash of file, line and number."""
    file: str
    """Name of the file."""
    line: int
    """Row of the file, from 1."""
    form: Literal["visit", "meeting"]
    """A journey, or whom it was for."""
    participants: tuple[Participant, ...]
    """The traveller first; of a visit also the state visited."""
    place: Place | None
    """The first town named, else the state; None where neither is known."""
    date: When
    """From the first day to the last; of a meeting the day that the remark gives, where it does."""
    words: str
    """The remark, as printed."""


def read_diary(
    rows: Iterable[Mapping[str, str]], form: DiaryFormat, file: str, host: str = "USA"
) -> Iterator[Assertion]:
    """Yield what the rows of a diary assert: for each its visit, then the meetings its remark names.

    Columns of `travels`: name, start, end, country (or country_id), locale, remarks; of `visits`:
    visitor, from, start, end, description. `host` is the state that keeps the diary. A row without
    dates or without a name gives nothing.

    >>> row = {"visitor": "President Ana Sarne", "from": "Peru", "start": "1996-05-20",
    ...        "end": "1996-05-22", "description": "Working visit. Met with President Clinton May 21."}
    >>> [(a.form, a.date.label(), len(a.participants)) for a in read_diary([row], "visits", "v.csv")]
    [('visit', '1996-05-20..1996-05-22', 2), ('meeting', '1996-05-21', 2)]
    """
    for line, row in enumerate(rows, 1):
        days = _days(row.get("start", ""), row.get("end", ""))
        read = _traveller(row, form, host)
        if days is None or read is None:
            continue
        traveller, state, words = read
        place = _place(row, form, state, words)
        yield Assertion(
            make_id("assertion", file, line, 0), file, line, "visit",
            (traveller, *_state(state)), place, days, words,
        )  # fmt: skip
        for number, (people, part) in enumerate(_met(words, state, days), 1):
            yield Assertion(
                make_id("assertion", file, line, number), file, line, "meeting",
                (traveller, *people), _placed(part) or place, _day_in(part, days), words,
            )  # fmt: skip


def read_diary_file(path: Path, form: DiaryFormat, host: str = "USA") -> Iterator[Assertion]:
    """Yield what a diary in a file asserts: CSV with a header, or JSON lines (`.jsonl`).

    Raises UnreadableInput for what cannot be opened, RegistryError for what is no such table.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"{path}: {error}", "is the path right, and the file UTF-8?") from error
    try:
        rows = (
            [json.loads(line) for line in text.splitlines() if line.strip()]
            if path.suffix.lower() == ".jsonl"
            else list(csv.DictReader(text.splitlines()))
        )
    except (ValueError, csv.Error) as error:
        raise RegistryError(
            f"{path}: {error}", "a diary is CSV with a header, or JSON lines"
        ) from error
    wanted = ("name" if form == "travels" else "visitor", "start")
    if not rows or not all(isinstance(row, dict) and set(wanted) <= set(row) for row in rows):
        raise RegistryError(
            f"{path}: no columns {' and '.join(wanted)}", f"these are the columns of {form}"
        )
    plain = ({key: str(value or "") for key, value in row.items() if key} for row in rows)
    yield from read_diary(plain, form, path.name, host)


def people_in(words: str) -> list[tuple[str, str]]:
    """Return (title, name) of everybody whom a remark says was met, in order.

    >>> people_in("Met with President Walesa and attended a service for Prime Minister Paderewski.")
    [('President', 'Walesa')]
    >>> people_in("Audience with Pope Paul VI. Met with Kings Hussein and Faisal.")
    [('Pope', 'Paul VI'), ('King', 'Hussein'), ('King', 'Faisal')]
    """
    return [person for part in _parts(words) for person in _named(part)]


def _parts(words: str) -> Iterator[str]:
    """Yield what follows each word of contact, as far as the list of people goes."""
    text = " ".join(words.replace("\xa0", " ").split())
    at = 0
    while match := _CONTACT.search(text, at):
        end = match.end()
        # The list goes on past "in" or "for" only where another titled name follows at once.
        stop = _STOP.search(text, end)
        last = stop.start() if stop else len(text)
        yield text[end:last]
        at = max(last, end)


def _named(part: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    for match in _PERSON.finditer(part):
        title = match["title"]
        name = match["name"].removesuffix("’s").removesuffix("'s").rstrip(".,’'")
        name = re.sub(r"\s+(?:of|de|la|der|den|van|von|du|da|dos|del|bin|ibn|al|el|ul)$", "", name)
        if title.endswith("s") and title not in ("Mrs.", "Ms."):
            title = title[:-1]
            found.append((title, name))
            # "Kings Hussein and Faisal", "Prime Ministers Rabin, Peres, and Barak"
            rest = re.match(
                rf"(?:(?:,| and|, and)\s+(?!(?:{_TITLES})\b){_NAME}(?:\s+{_NAME})*)+",
                part[match.end() :],
            )
            for other in re.split(r",\s*(?:and\s+)?|\s+and\s+", rest.group(0)) if rest else ():
                if other.strip():
                    found.append((title, other.strip()))
        elif match.start() >= at:
            found.append((title, name))
        at = match.end()
    return found


def _met(words: str, state: str | None, days: When) -> Iterator[tuple[list[Participant], str]]:
    text = " ".join(words.replace("\xa0", " ").split())
    for part in _parts(words):
        people = [_person(title, name, state, days) for title, name in _named(part)]
        start = text.find(part)
        sentence = re.split(r"[.;](?=\s|$)", text[start:])[0]
        if people:
            yield people, sentence


def _person(title: str, name: str, state: str | None, days: When) -> Participant:
    """Return somebody met; the actor is filled in where one of that name held office in the state."""
    known = None
    span = as_days(days)
    ids = {
        tenure.person
        for actor_id in registry().surnamed(surname_key(name))
        for tenure in registry().tenures_of(actor_id)
        if span is not None and tenure.state in (state, "USA") and covers(tenure, span)
    }
    if len(ids) == 1:
        known = registry().actor(ids.pop())
    return Participant(
        name=known.name if known else name,
        text=f"{title} {name}",
        actor_id=known.id if known else None,
        kind="person",
        state=known.state if known else state,
        office=None,
    )


def _traveller(
    row: Mapping[str, str], form: DiaryFormat, host: str
) -> tuple[Participant, str | None, str] | None:
    if form == "travels":
        name, home = row.get("name", ""), host
        state = code_of(row.get("country_id", "")) or _code(row.get("country", ""))
        words = row.get("remarks") or ""
    else:
        match = _PERSON.match(row.get("visitor", ""))
        name = match["name"] if match else row.get("visitor", "")
        home, state = _code(row.get("from", "")) or "", host
        words = row.get("description") or ""
    if not name.strip():
        return None
    found = registry().find(name)
    actor = found[0] if len(found) == 1 else None
    person = Participant(
        name=actor.name if actor else name, text=name, actor_id=actor.id if actor else None,
        kind="person", state=home or None,
    )  # fmt: skip
    return person, state, words


def _code(country: str) -> str | None:
    """Return the state of a name as diaries write it: with a later name in brackets, turned round."""
    bare = re.sub(r"\s*\(.*?\)", "", country).strip()
    for name in (bare, bare.partition(",")[0]):
        if found := (_FORMER.get(name.lower()) or code_of(name)):
            return found
    return None


def _state(code: str | None) -> tuple[Participant, ...]:
    if code is None:
        return ()
    actor = registry().actor(f"state:{code}")
    return (Participant(actor.name, actor.name, actor.id, "state", code),)


def _days(start: str, end: str) -> When | None:
    try:
        first = date.fromisoformat(start)
        last = date.fromisoformat(end) if end else first
    except ValueError:
        return None
    if last < first:
        return None
    return When(first, last, "day" if first == last else "range", "stated", f"{start}..{end}")


def _place(row: Mapping[str, str], form: DiaryFormat, state: str | None, words: str) -> Place | None:
    if form == "travels":
        town = re.split(r",(?!\s*(?:D\.F|D\.C)\b)|;", row.get("locale", "") or "")[0].strip()
        if town:
            return Place(town, state)
    elif (found := _placed(words)) is not None:
        return found
    return Place(registry().actor(f"state:{state}").name, state) if state else None


def _placed(words: str) -> Place | None:
    for match in _PLACED.finditer(words):
        name = match["place"].strip()
        if (found := listed_place(name)) is not None:
            return found
    return None


def _day_in(words: str, days: When) -> When:
    """Return the day that a remark gives to a meeting, if it lies within the visit; else the visit."""
    match = _DAY.search(words)
    if match is None or days.start is None or days.end is None:
        return days
    month = _MONTHS.index(match["m"]) + 1
    for year in {days.start.year, days.end.year}:
        try:
            first = date(year, month, int(match["d"]))
            last = date(year, month, int(match["d2"] or match["d"]))
        except ValueError:
            continue
        if days.start <= first <= last <= days.end:
            return When(first, last, "day" if first == last else "range", "stated", match.group(0))
    return days
