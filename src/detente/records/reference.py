"""Reference: who and what is in the world, apart from any one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.records.values import When

ActorKind = Literal["person", "state", "organisation", "body", "group", "place"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation or body in the world, or a person only one article knows."""

    id: str
    """`state:USA`, `person:sergei-lavrov`, `body:usa-state-department`, `organisation:nato` for
    what the registry knows; `local:` and a hash for somebody known from one article alone."""
    kind: ActorKind
    """What kind of actor it is."""
    name: str
    """The name it is shown under."""
    state: str | None = None
    """ISO 3166-1 alpha-3 of the state it belongs to or is; None when there is none or it is not
    known."""
    affiliation: str | None = None
    """What an article says of somebody the registry does not know ("a professor at ..."); else
    None."""
    gender: Literal["f", "m"] | None = None
    """For pronouns; None when unknown or when it is not a person."""
    article: str | None = None
    """The article that a `local:` actor comes from; None for the registry's."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held an office from when to when."""

    person: str
    """`Actor.id` of the holder."""
    office: str
    """Key of the office, such as `USA:foreign-minister`."""
    title: str
    """The office as it is written: Secretary of State."""
    state: str
    """ISO 3166-1 alpha-3; for an office of an organisation its key."""
    start: When
    """The first day in office."""
    end: When
    """The last day in office, inclusive; unknown while the tenure goes on."""
    note: str
    """What kind of public record it rests on."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter between states."""

    id: str
    """`issue:syria`."""
    name: str
    """The name it is shown under."""
    family: str
    """The family it belongs to: conflict, arms control, trade, human rights ..."""
