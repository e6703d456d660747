"""The record of two states as pages of an editor's notebook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.interfaces.cli.lines import (
    LONGEST,
    SHORT,
    Colour,
    colours,
    encounter_words,
    print_act,
    print_encounter,
    print_outlook,
    print_saying,
    print_stand,
    published_words,
    said_words,
    speaker_parts,
)
from detente.interfaces.cli.page import (
    EVIDENCE,
    FAINT,
    LABEL,
    LEFT,
    RIGHT,
    STRONG,
    Page,
    refs_words,
    styled,
)
from detente.interfaces.cli.questions_page import print_questions
from detente.interfaces.words import count_words, day_words, shortened, told_by, when_words
from detente.query.refs import Ref
from detente.query.telling import (
    expert,
    rank_issue,
    told_acts,
    told_meetings,
    told_outlooks,
    told_sayings,
    told_stands,
    undated_meetings,
    undated_stands,
)
from detente.query.views import (
    Act,
    ArticleView,
    Encounter,
    Holder,
    IssueSayings,
    OfficeView,
    Outlook,
    Relationship,
    Saying,
    Stand,
    StateView,
)

if TYPE_CHECKING:
    from rich.text import Text


@dataclass(frozen=True, slots=True)
class Most:
    """How many items a short record shows under each heading."""

    meetings: int = 9
    """Meetings and summits."""
    contacts: int = 5
    """Calls and visits."""
    acts: int = 3
    """Measures."""
    stands: int = 4
    """Issues on which it says where each side stands."""
    issues: int = 5
    """Issues under statements."""
    statements: int = 2
    """Statements on one issue."""
    earlier: int = 3
    """Days of earlier positions of one side on one issue."""
    forecasts: int = 4
    """Forecasts."""
    experts: int = 4
    """Experts by name."""
    articles: int = 8
    """Articles."""


MOST = Most()
REFS = 3
"""References at the end of a line of a short record."""
_ALSO = 6
"""Issues that are only named."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a record is printed."""

    record: Relationship
    """The record."""
    most: Most | None
    """How much of it; None for all."""
    where: str
    """The options that lead to the same archive: `--db desk.db`; empty for the usual one."""

    @property
    def colour(self) -> Colour:
        """Return the colours of the two states."""
        return colours(self.record.left.iso, self.record.right.iso)

    @property
    def introduced(self) -> frozenset[str]:
        """Return who is named with the office at the top of the page."""
        return frozenset(holder.name for item in self.record.offices for holder in item.holders)

    @property
    def longest(self) -> int:
        """Return how many characters of somebody's words stand on a line."""
        return SHORT if self.most else LONGEST

    @property
    def rest(self) -> str:
        """Return the command that prints all of the record."""
        return self.command(f"record {self.record.left.iso} {self.record.right.iso} --all")

    def command(self, words: str, days: bool = True) -> str:
        """Return a command on the same archive, and about the same days."""
        record = self.record
        asked = (("from", record.since), ("to", record.until), ("as-of", record.as_of)) if days else ()
        options = "".join(f" --{name} {day.isoformat()}" for name, day in asked if day)
        return f"`detente {words}{options}{' ' if self.where else ''}{self.where}`"


def print_record(page: Page, record: Relationship, most: Most | None = None, where: str = "") -> None:
    """Print a record, in short the rows that tell most; each cut names what prints the rest."""
    look = Look(record, most, where)
    _header(page, record)
    if not record.articles:
        page.line()
        page.line("Nothing in the archive concerns these two states in this period.")
        return
    _offices(page, record)
    pair = f"{record.left.iso} {record.right.iso}"
    meetings, contacts = look.command(f"meetings {pair}"), look.rest
    _meetings(page, "Meetings", record.meetings, look, most.meetings if most else None, meetings)
    _meetings(
        page, "Calls and visits", record.contacts, look, most.contacts if most else None, contacts
    )
    _acts(page, look)
    _positions(page, look)
    _statements(page, look)
    _forecasts(page, look)
    print_questions(page, record, short=most is not None)
    _articles(page, look)


def _heading(page: Page, words: str, shown: int, of: int, command: str) -> None:
    """Print a heading; where not all is shown, how many there are and which command prints them."""
    page.heading(words, f"{shown} of {of}: {command}" if shown < of else "")


def _header(page: Page, record: Relationship) -> None:
    title = styled(
        (record.left.name, f"{STRONG} {LEFT}"),
        (" and ", STRONG),
        (record.right.name, f"{STRONG} {RIGHT}"),
    )
    page.line(title)
    reports = record.reports
    outlets = count_words(reports.outlet_count, "outlet")
    if reports.unnamed:
        outlets += f" ({reports.unnamed} not named)"
    parts = [
        when_words(record.period) if record.period.known else "period unknown",
        count_words(reports.articles, "article"),
        outlets,
        count_words(reports.origins, "independent origin"),
    ]
    if record.cut_off:
        parts.append(f"{record.cut_off} cut off")
    if record.as_of:
        parts.append(f"as reported by {day_words(record.as_of)}")
    page.line(" · ".join(parts))


def _offices(page: Page, record: Relationship) -> None:
    if not record.offices:
        return
    page.heading("Offices held at the time", "from the registry")
    width = max(len(state.name) for state, _ in _sides(record)) + 2
    for state, style in _sides(record):
        offices = [office for office in record.offices if office.state == state.iso]
        if offices:
            words = "; ".join(_office(office) for office in offices)
            page.entry(styled((state.name, style)), words, gap=max(width, LABEL))


def _office(office: OfficeView) -> str:
    """Return an office and who held it: one name, or several with their days."""
    return f"{office.title} {', '.join(_holder(item, office) for item in office.holders)}"


def _sides(record: Relationship) -> tuple[tuple[StateView, str], tuple[StateView, str]]:
    return (record.left, LEFT), (record.right, RIGHT)


def _holder(holder: Holder, office: OfficeView) -> str:
    words = holder.name
    if holder.title != office.title:
        words += f" ({holder.title})"
    if holder.began_within and holder.start:
        words += f" from {day_words(holder.start)}"
    if holder.ended_within and holder.end:
        words += f" until {day_words(holder.end)}"
    return words


def _meetings(
    page: Page, words: str, found: Sequence[Encounter], look: Look, most: int | None, command: str
) -> None:
    """Print meetings in order of time; in short those with a date, and the others on one line."""
    if not found:
        return
    undated = undated_meetings(found) if look.most else []
    shown = told_meetings(found, most) if look.most else found
    # A meeting without a date is not cut: it is on the last line.
    _heading(page, words, len(shown) + len(undated), len(found), command)
    for item in shown:
        print_encounter(page, item, look.colour, look.most is not None)
    if undated:
        page.entry("undated", _undated(undated))


def _undated(found: Sequence[Encounter]) -> Text:
    """Return meetings without a date in one line, those of the same people together."""
    groups: dict[object, tuple[str, list[Ref]]] = {}
    for item in found:
        people = frozenset(person.name for person in item.participants)
        key = (item.form, item.place, people, item.status)
        words = f"{encounter_words(item).plain} ({item.status})"
        groups.setdefault(key, (words, []))[1].extend(item.refs[:1])
    parts: list[tuple[str, str] | str] = []
    for words, refs in groups.values():
        parts += ["; "] if parts else []
        parts += [f"{words} ", (refs_words(refs), EVIDENCE)]
    return styled(*parts)


def _acts(page: Page, look: Look) -> None:
    acts = look.record.acts
    if not acts:
        return
    shown = told_acts(acts, look.most.acts) if look.most else acts
    if shown:
        _heading(page, "Measures", len(shown), len(acts), look.rest)
    for item in shown:
        print_act(page, item, look.colour)


def _positions(page: Page, look: Look) -> None:
    """Print by issue where each side stands: the newest in its words, the earlier ones by their day."""
    found = look.record.positions
    if not found:
        return
    ranked = sorted(found, key=rank_issue) if look.most else list(found)
    shown = ranked[: look.most.stands] if look.most else ranked
    names = [item.name for item in ranked[len(shown) :]]
    page.heading("Where each side stands")
    for issue in shown:
        page.line(styled((issue.name, STRONG)), indent=2)
        for (state, style), stands in zip(_sides(look.record), (issue.left, issue.right), strict=True):
            if look.most:
                _newest(page, stands, styled((state.name, style)), look)
            elif stands:
                page.line(styled((state.name, style)), indent=2)
                for item in [*told_stands(stands), *_others(stands)]:
                    print_stand(page, item, look.colour)
    if names:
        words = f"Also on {_some_of(names)}: {look.command('positions')}"
        page.line(styled((words, FAINT)), indent=2)


def _some_of(names: Sequence[str]) -> str:
    """Return the first names of a list, and how many more there are."""
    rest = len(names) - _ALSO
    return ", ".join(names[:_ALSO]) + (f" and {count_words(rest, 'more issue')}" if rest > 0 else "")


def _others(stands: Sequence[Stand]) -> list[Stand]:
    told = {item.row.id for item in told_stands(stands)}
    return [item for item in stands if item.row.id not in told]


def _newest(page: Page, stands: Sequence[Stand], label: Text, look: Look) -> None:
    """Print the newest position of a side, and the days of the others."""
    dated, undated = told_stands(stands), undated_stands(stands)
    ordered = dated or undated
    if not ordered or look.most is None:
        return
    first = ordered[0]
    words: list[tuple[str, str] | str] = []
    if first.row.actor.kind != "state":
        words += [*speaker_parts(first.row.actor, look.colour, look.introduced), ": "]
    words.append(shortened(first.row.claim, SHORT))
    if dated:
        words.append((f" · {_day(first)}", FAINT))
    if first.reports.outlet_count > 1:
        words.append((f" · {told_by(first.reports)}", FAINT))
    page.entry(label, styled(*words), first.refs, indent=4, gap=SIDE)
    if others := _other_days(dated[1:], undated if dated else undated[1:], first, look.most):
        page.entry("", styled(*others), indent=4, gap=SIDE)


def _other_days(
    dated: Sequence[Stand], undated: Sequence[Stand], newest: Stand, most: Most
) -> list[tuple[str, str] | str]:
    """Return the days and references of the positions before the newest, and of those without a day."""
    days: dict[str, list[Ref]] = {}
    for item in dated:
        days.setdefault(_day(item), []).extend(item.refs[:1])
    same = [ref for ref in days.pop(_day(newest), []) if ref not in newest.refs]
    shown = list(days.items())[: most.earlier]
    groups = [("", "the same day ", same)] if same else []
    for at, (day, refs) in enumerate(shown):
        groups.append((", ", f"{day} ", refs) if at else ("; ", f"earlier: {day} ", refs))
    rest = [item.refs[0] for item in undated]
    groups += [("; ", "undated ", rest)] if rest else []
    parts: list[tuple[str, str] | str] = []
    for between, words, refs in groups:
        parts += [between if parts else "", words]
        parts.append((refs_words(list(dict.fromkeys(refs)), REFS), EVIDENCE))
    if len(days) > len(shown):
        parts.append(f"; {len(days) - len(shown)} more days")
    return parts


def _day(item: Stand) -> str:
    """Return the day of a position: its own, else that of the report."""
    return said_words(item.row.date, item.reported).strip("()")


SIDE = 17
"""Columns of the name of a state beside its positions."""


def _statements(page: Page, look: Look) -> None:
    groups = [group for group in look.record.statements if group.issue]
    others = [group for group in look.record.statements if not group.issue]
    if not groups and not others:
        return
    told = [
        (group, _told(group, look, look.most.statements if look.most else None)) for group in groups
    ]
    told = [(group, shown) for group, shown in told if shown]
    first = told[: look.most.issues] if look.most else told
    shown_all = len(first) == len(groups) and all(len(s) == len(g.sayings) for g, s in first)
    command = look.command("statements --issue ISSUE")
    page.heading("Statements by issue", "" if shown_all else f"all on one: {command}")
    for group, shown in first:
        _sayings(page, group, shown, look)
    left = {group.issue for group, _ in first}
    also = [f"{group.name} {len(group.sayings)}" for group in groups if group.issue not in left]
    if also:
        page.line(styled((f"Also on {_some_of(also)}", FAINT)), indent=2)
    for group in others:
        _sayings(page, group, _told(group, look, 2 if look.most else None), look)
    _experts(page, look)


def _told(group: IssueSayings, look: Look, most: int | None) -> Sequence[Saying]:
    return group.sayings if most is None else told_sayings(group, most)


def _sayings(page: Page, group: IssueSayings, shown: Sequence[Saying], look: Look) -> None:
    count = str(len(group.sayings))
    if len(shown) < len(group.sayings):
        count = f"{len(shown)} of {count}" + ("" if group.issue else f": {look.rest}")
    page.line(styled((group.name, STRONG), (f"  {count}", FAINT)), indent=2)
    for item in shown:
        print_saying(page, item, look.colour, look.introduced, look.longest)


def _experts(page: Page, look: Look) -> None:
    """Print who of no office speaks, by name and number, for a short record does not quote them."""
    if look.most is None:
        return
    said = Counter(
        item.row.speaker.name
        for group in look.record.statements
        for item in group.sayings
        if expert(item)
    )
    if said:
        names = [f"{name} {count}" for name, count in said.most_common(look.most.experts)]
        rest = len(said) - len(names)
        words = ", ".join(names) + (f" and {rest} more" if rest else "")
        command = look.command('statements --by "NAME"')
        page.line(
            styled(("Experts and others", STRONG), f"  {words}", (f": {command}", FAINT)), indent=2
        )


def _forecasts(page: Page, look: Look) -> None:
    found = look.record.forecasts
    if not found:
        return
    shown = told_outlooks(found, look.most.forecasts) if look.most else found
    _heading(page, "Forecasts", len(shown), len(found), look.command("forecasts"))
    for item in shown:
        print_outlook(page, item, look.colour, look.introduced, look.longest)


def _articles(page: Page, look: Look) -> None:
    """Print what was read, one line each; in short those that most of the record rests on."""
    found = look.record.articles
    shown = list(found)
    if look.most and len(found) > look.most.articles:
        used = _used(look.record)
        ranked = sorted(found, key=lambda item: -used[item.id])[: look.most.articles]
        shown = [item for item in found if item in ranked]
    _heading(page, "Articles read", len(shown), len(found), look.command("show", days=False))
    for item in shown:
        label = published_words(item.published)
        outlet = f" · {item.outlet or 'outlet not named'}"
        notes = _notes(item, look.record)
        end = f" [{item.short}]"
        room = page.width - 2 - LABEL - len(outlet) - len(notes) - len(end)
        title = shortened(item.title or "(no title)", max(24, room))
        page.entry(label, styled(title, (outlet, FAINT), (notes, FAINT), (end, EVIDENCE)))


def _used(record: Relationship) -> Counter[str]:
    """Return how many items of a record rest on each article."""
    items: list[Encounter | Saying | Stand | Outlook | Act] = [
        *record.meetings,
        *record.contacts,
        *(item for group in record.statements for item in group.sayings),
        *(item for group in record.positions for item in (*group.left, *group.right)),
        *record.forecasts,
        *record.acts,
    ]
    return Counter(article for item in items for article in {ref.article for ref in item.refs})


def _notes(item: ArticleView, record: Relationship) -> str:
    notes = ""
    if item.origin.casefold() not in ((item.outlet or "").casefold(), item.id):
        origin = next(
            (other.short for other in record.articles if other.id == item.origin), item.origin
        )
        notes += f", from {origin}"
    return notes + (", cut off" if item.cut_off else "")
