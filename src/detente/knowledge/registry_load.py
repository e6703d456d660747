"""The tables of knowledge become actors, tenures and the words that name actors.

Three kinds of organised actor come out beside states and persons: international organisations and
movements, bodies of a state (ministries, chambers, agencies, newspapers), and, for every state, its
foreign ministry, defence ministry, government and parliament under their plain names.
"""

from __future__ import annotations

import calendar
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.errors import RegistryError
from detente.knowledge.states import State, states
from detente.knowledge.tables import rows, several
from detente.records import Actor, Tenure, When

FormSense = Literal["name", "demonym", "people", "capital", "seat", "acronym"]


@dataclass(frozen=True, slots=True)
class Form:
    """Words that name an actor, and in what sense."""

    text: str
    """The words as printed; capitals matter."""
    actor_id: str
    """`Actor.id`."""
    sense: FormSense
    """A name, an adjective of a state, its people, its capital, a seat of its government."""


GENERIC_BODIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("foreign-ministry", "Foreign Ministry", (
        "foreign ministry", "ministry of foreign affairs", "foreign affairs ministry", "foreign office",
        "department of foreign affairs", "external affairs ministry",
    )),
    ("defence-ministry", "Defense Ministry", (
        "defense ministry", "defence ministry", "ministry of defense", "ministry of defence",
    )),
    ("interior-ministry", "Interior Ministry", ("interior ministry", "ministry of the interior",
        "ministry of internal affairs")),
    ("finance-ministry", "Finance Ministry", ("finance ministry", "ministry of finance")),
    ("government", "government", (
        "government", "administration", "cabinet", "authorities", "regime", "leadership",
    )),
    ("parliament", "parliament",
        ("parliament", "legislature", "national assembly", "senate", "congress")),
    ("security-council", "Security Council", ("security council",)),
    ("presidency", "presidency", ("presidency", "presidential administration", "presidential office")),
    ("embassy", "Embassy", ("embassy", "consulate")),
    ("central-bank", "Central Bank", ("central bank", "national bank")),
    ("military", "military",
        ("army", "military", "armed forces", "air force", "navy", "general staff")),
    ("supreme-court", "Supreme Court", ("supreme court", "constitutional court")),
)  # fmt: skip
"""Bodies that every state has: key, name, words in lower case."""


def when_of(text: str, name: str = "") -> When:
    """Return a day, month or year out of ISO text; unknown out of none.

    >>> when_of("2013-02").label(), when_of("").label()
    ('2013-02', 'unknown')

    Raises RegistryError when the text is no date.
    """
    if not text:
        return When()
    try:
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 3:
            return When.day(date(*parts))
        if len(parts) == 2:
            year, month = parts
            last = calendar.monthrange(year, month)[1]
            return When(date(year, month, 1), date(year, month, last), "month", "stated")
        if len(parts) == 1:
            return When(date(parts[0], 1, 1), date(parts[0], 12, 31), "year", "stated")
    except ValueError:
        pass
    raise RegistryError(
        f"{name or 'a tenure'}: {text!r} is no date", "write YYYY, YYYY-MM or YYYY-MM-DD"
    )


def load_tenures() -> Iterator[Tenure]:
    """Yield the tenures of `tenures.tsv` in order."""
    for row in rows("tenures.tsv"):
        name = f"{row['office']} of {row['person']}"
        yield Tenure(
            person=f"person:{row['person']}",
            office=row["office"],
            title=row["title"],
            state=row["state"],
            start=when_of(row["start"], name),
            end=when_of(row["end"], name),
            note=row["note"],
        )


def load_actors() -> Iterator[tuple[Actor, tuple[Form, ...]]]:
    """Yield every actor with the words that name it; persons by full names only."""
    for state in states().values():
        yield _of_state(state)
    for row in rows("organisations.tsv"):
        actor = Actor(f"organisation:{row['key'].lower()}", "organisation", row["name"])
        yield actor, _forms(actor, (row["name"], *several(row["forms"])))
    for row in rows("bodies.tsv"):
        actor = Actor(f"body:{row['id']}", "body", row["name"], row["state"])
        yield actor, _forms(actor, (row["name"], *several(row["forms"])))
    for row in rows("persons.tsv"):
        gender = _gender(row)
        actor = Actor(f"person:{row['id']}", "person", row["name"], row["state"] or None, gender=gender)
        yield (
            actor,
            tuple(Form(text, actor.id, "name") for text in (row["name"], *several(row["forms"]))),
        )


def generic_body(state: State, key: str) -> Actor:
    """Return a body that every state has, of one state: "Russian Foreign Ministry".

    >>> generic_body(states()["TUR"], "foreign-ministry").name
    'Turkish Foreign Ministry'
    """
    name = next(name for known, name, _ in GENERIC_BODIES if known == key)
    owner = state.adjectives[0] if state.adjectives else state.name
    return Actor(f"body:{state.code.lower()}-{key}", "body", f"{owner} {name}", state.code)


def _of_state(state: State) -> tuple[Actor, tuple[Form, ...]]:
    actor = Actor(f"state:{state.code}", "state", state.name, state.code)
    found: dict[tuple[str, FormSense], Form] = {}

    def add(texts: tuple[str, ...], sense: FormSense) -> None:
        for text in texts:
            found.setdefault((text, sense), Form(text, actor.id, sense))

    add((state.name, *state.forms), "name")
    add(state.people, "people")
    add(state.adjectives, "demonym")
    add(state.capitals, "capital")
    add(state.seats, "seat")
    texts = {form.text for form in found.values()}
    return actor, tuple(form for form in found.values() if not _has_bare(form.text, texts))


def _has_bare(text: str, known: Container[str]) -> bool:
    """Whether a form is another with the article before it."""
    return text[:4] in ("the ", "The ") and text[4:] in known


def _gender(row: dict[str, str]) -> Literal["f", "m"] | None:
    match row["gender"]:
        case "f":
            return "f"
        case "m":
            return "m"
        case "":
            return None
    raise RegistryError(f"persons.tsv: {row['id']}: gender {row['gender']!r}", "write f, m or nothing")


def _forms(actor: Actor, texts: tuple[str, ...]) -> tuple[Form, ...]:
    return tuple(Form(text, actor.id, _sense(text)) for text in texts if not _has_bare(text, texts))


def _sense(text: str) -> FormSense:
    return "acronym" if text.isupper() and len(text) <= 8 else "name"
