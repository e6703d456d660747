"""A reader's own registry: what is laid over the built-in one.

A layer holds actors, names and tenures. Where it speaks of an actor the built-in registry knows, it
adds names; where it gives a term that the built-in one has otherwise (the same person in the same
office at a time in common), its own replaces that. It removes nothing else.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from hashlib import blake2b

from detente.knowledge.issue_layer import OwnIssue
from detente.knowledge.registry import Registry, registry
from detente.knowledge.registry_load import Form
from detente.records import Actor, Tenure


@dataclass(frozen=True, eq=False)
class Layer:
    """Actors, names and tenures of a reader; two layers with the same content are equal.

    Without slots, because its fingerprint is made once and kept.
    """

    actors: tuple[Actor, ...] = ()
    """Actors the built-in registry does not have, or has otherwise."""
    forms: tuple[Form, ...] = ()
    """Words that name actors, of either registry."""
    tenures: tuple[Tenure, ...] = ()
    """Who held which office when."""
    many: frozenset[str] = frozenset()
    """Offices that several people hold at a time."""
    issues: tuple[OwnIssue, ...] = ()
    """The reader's own issues."""

    @cached_property
    def fingerprint(self) -> str:
        """Return a hash of the content, by which built articles know what they were built with."""
        content = repr((self.actors, self.forms, self.tenures, sorted(self.many), self.issues))
        return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    def __bool__(self) -> bool:
        return bool(self.actors or self.forms or self.tenures or self.issues)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Layer) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def and_then(self, later: Layer) -> Layer:
        """Return both layers as one; of the same actor, name or term the later is kept.

        >>> one = Layer(actors=(Actor("person:a", "person", "Ann Alpha"),))
        >>> two = Layer(actors=(Actor("person:a", "person", "Anna Alpha"),))
        >>> [actor.name for actor in one.and_then(two).actors]
        ['Anna Alpha']
        """
        actors = {actor.id: actor for actor in (*self.actors, *later.actors)}
        forms = dict.fromkeys((*self.forms, *later.forms))
        kept = without(self.tenures, later.tenures)
        issues = {one.id: one for one in (*self.issues, *later.issues)}
        return Layer(
            tuple(actors.values()),
            tuple(forms),
            (*kept, *later.tenures),
            self.many | later.many,
            tuple(issues.values()),
        )


def without(tenures: Iterable[Tenure], newer: Iterable[Tenure]) -> list[Tenure]:
    """Return the tenures that no newer one replaces: same person, same office, a day in common.

    A term without a beginning is replaced by one with the same end.
    """
    spoken: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in newer:
        spoken[tenure.person, tenure.office].append(tenure)
    return [
        tenure
        for tenure in tenures
        if not any(_meet(tenure, other) for other in spoken.get((tenure.person, tenure.office), ()))
    ]


def _meet(left: Tenure, right: Tenure) -> bool:
    if left.start.start is None or right.start.start is None:
        return left.end.end == right.end.end
    left_end, right_end = left.end.end or date.max, right.end.end or date.max
    # Two terms that only touch (re-elected on the day the first ended) are two.
    apart = left_end <= right.start.start or right_end <= left.start.start
    return not apart or (left.start.start, left_end) == (right.start.start, right_end)


def layered(base: Registry, layer: Layer) -> Registry:
    """Return a registry with a layer over it."""
    if not layer:
        return base
    actors = dict(base.actors)
    for actor in layer.actors:
        known = actors.get(actor.id)
        actors[actor.id] = _filled(actor, known) if known else actor
    forms = tuple(dict.fromkeys((*base.forms, *layer.forms)))
    tenures = (*without(base.tenures, layer.tenures), *layer.tenures)
    issues = (*base.issues, *layer.issues)
    return Registry(actors, forms, tenures, base.many | layer.many, issues)


def _filled(actor: Actor, known: Actor) -> Actor:
    """What a layer leaves open stays as it was known."""
    return dataclasses.replace(
        actor, state=actor.state or known.state, gender=actor.gender or known.gender
    )


@lru_cache(maxsize=4)
def registry_with(layer: Layer) -> Registry:
    """Return the built-in registry with a layer over it, made once a process for each layer."""
    return layered(registry(), layer)


def judged(base: Registry, same: Mapping[str, str], names: Mapping[str, str]) -> Registry:
    """Return a registry as a reader judged it.

    `same` maps the id of an actor to that of the actor it is; `names` the id of an actor to the name
    it is shown under. An actor that is another gives it its names and offices and is no more.
    """
    same = {gone: kept for gone, kept in same.items() if gone in base.actors and kept in base.actors}
    names = {key: name for key, name in names.items() if key in base.actors}
    if not same and not names:
        return base
    actors = {
        key: dataclasses.replace(actor, name=names[key]) if key in names else actor
        for key, actor in base.actors.items()
        if key not in same
    }
    forms = [
        dataclasses.replace(form, actor_id=same.get(form.actor_id, form.actor_id))
        for form in base.forms
    ]
    forms += [Form(name, key, "name") for key, name in names.items() if key in actors]
    tenures = tuple(
        dataclasses.replace(t, person=same[t.person]) if t.person in same else t for t in base.tenures
    )
    return Registry(actors, tuple(dict.fromkeys(forms)), tenures, base.many, base.issues)
