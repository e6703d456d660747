"""Makers of the rows of a course: who did what on which day in which article, without any text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from detente.knowledge.plover import EVENT_TYPES, value_of
from detente.query.course_rows import CourseRows
from detente.query.desk import Reference, desk_of
from detente.records import (
    Article,
    Attitude,
    Event,
    Link,
    Meeting,
    Participant,
    Place,
    Tenure,
    When,
    make_id,
)
from tests.factories import article_of
from tests.unit.query import factories as made

OBAMA = Participant("Barack Obama", "Obama", "person:barack-obama", "person", "USA", "President")
KERRY, LAVROV, PUTIN, USA, RUSSIA = made.KERRY, made.LAVROV, made.PUTIN, made.USA, made.RUSSIA
GERMANY = Participant("Germany", "Berlin", "state:DEU", "state", "DEU")
CLINTON = Participant("Hillary Clinton", "Clinton", "person:hillary-clinton", "person", "USA")
RYABKOV = Participant("Sergei Ryabkov", "Ryabkov", "person:sergei-ryabkov", "person", "RUS", "Deputy")
ENVOYS = Participant("Russian diplomats", "Russian diplomats", None, "anonymous", "RUS")
PEOPLE = Participant("Russian civil society", "civil society", None, "group", "RUS")


def named(one: Participant) -> Participant:
    """Return a participant whose words stand in the text."""
    return replace(one, start=7, end=7 + len(one.text)) if one.start < 0 else one


def understood(one: Participant) -> Participant:
    """Return a participant whom the text does not name."""
    return replace(one, start=-1, end=-1, text="")


def reference() -> Reference:
    """The reference of the other tests, and Putin as head of state."""
    known = made.reference()
    term = Tenure(
        "person:vladimir-putin", "RUS:head-of-state", "President", "RUS",
        made.day("2012-05-07"), When(), "made up",
    )  # fmt: skip
    return replace(
        known,
        actor_states={**known.actor_states, "person:barack-obama": "USA"},
        tenures=(*known.tenures, term),
    )


def article(name: str, published: str | None, outlet: str | None = None) -> Article:
    """Return an article; its name is its id and its outlet unless one is given."""
    when = date.fromisoformat(published) if published else None
    one = article_of(f"Words of {name}.", published=when, outlet=outlet or name, path=name)
    return replace(one, id=f"article:{name}")


def when_of(text: str | When | None) -> When:
    """Return a day, a range `a..b`, or an unknown date."""
    if isinstance(text, When) or text is None:
        return text or When()
    first, _, last = text.partition("..")
    if not last:
        return made.day(first)
    return When(date.fromisoformat(first), date.fromisoformat(last), "range", "stated")


def act(
    where: Article, type_: str, by: Any, to: Any = (), on: str | When | None = None, **more: Any
) -> Event:
    """Return an event; one actor or several, none or several recipients."""
    actors, recipients = _several(by), _several(to)
    mode = more.pop("mode", None)
    fields: dict[str, Any] = {
        "trigger": type_.lower(), "place": None, "factuality": "happened", "reported_by": None,
        "score": 0.8, "rule": "made up", "evidence": (), "sentence": 1, "issues": (),
    } | more  # fmt: skip
    key = make_id("event", where.id, type_, mode, fields["trigger"], fields["sentence"], on,
                  *(p.name for p in actors), "to", *(p.name for p in recipients))  # fmt: skip
    quad, value = EVENT_TYPES[type_].quad, value_of(type_, mode)
    fields = {"quad": quad, "value": value, "date": when_of(on)} | fields
    return Event(key, where.id, type=type_, mode=mode, actors=actors, recipients=recipients, **fields)


def met(where: Article, *people: Participant, on: str | When | None = None, **more: Any) -> Meeting:
    """Return a meeting, held unless it is said otherwise."""
    fields: dict[str, Any] = {
        "form": "meeting", "place": None, "agenda": (), "outcome": (), "status": "held",
        "occasion": None, "signals": (), "score": 0.9, "rule": "made up", "evidence": (),
        "sentence": 1,
    } | more  # fmt: skip
    key = make_id("meeting", where.id, fields["form"], fields["status"], on,
                  fields["sentence"], *(p.name for p in people))  # fmt: skip
    return Meeting(key, where.id, participants=people, date=when_of(on), **fields)


def felt(
    where: Article, actor: Participant, toward: Participant, polarity: Any = "against", **more: Any
) -> Attitude:
    """Return an attitude, of the day of its article unless another is given."""
    fields: dict[str, Any] = {
        "sentence": 1, "date": where.published, "issues": (), "statement": None, "score": 1.0,
        "rule": "made up", "evidence": (),
    } | more  # fmt: skip
    key = make_id("attitude", where.id, fields["sentence"], actor.name, toward.name, polarity)
    return Attitude(key, where.id, actor=actor, toward=toward, polarity=polarity, **fields)


def _several(who: Any) -> tuple[Participant, ...]:
    return tuple(
        named(one) if one.text else one for one in ((who,) if isinstance(who, Participant) else who)
    )


@dataclass(slots=True)
class Told:
    """Rows and their articles, put together as the archive gives them."""

    articles: list[Article]
    rows: list[Event | Meeting | Attitude]
    links: list[Link] = field(default_factory=list)

    def course(self) -> CourseRows:
        """Return the rows of a course."""
        desk = desk_of(self.articles, self.links, reference())
        return CourseRows(
            tuple(row for row in self.rows if isinstance(row, Event)),
            tuple(row for row in self.rows if isinstance(row, Meeting)),
            tuple(row for row in self.rows if isinstance(row, Attitude)),
            tuple(self.links),
            desk,
        )


def told(*rows: Event | Meeting | Attitude, of: list[Article], links: Any = ()) -> Told:
    """Return rows with their articles and the links between them."""
    return Told(list(of), list(rows), list(links))


def link(left: Any, right: Any, relation: Any = "same-meeting") -> Link:
    """Return a link of two rows or articles."""
    return Link(make_id("link", left.id, right.id, relation), left.id, right.id, relation, 0.9, "",
                "machine")  # fmt: skip


MOSCOW, BERLIN = Place("Moscow", "RUS"), Place("Berlin", "DEU")
