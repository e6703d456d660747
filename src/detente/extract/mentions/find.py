"""The order of the steps in which the names of one article are found."""

from __future__ import annotations

from collections.abc import Sequence

from detente.document import Parse
from detente.extract.cast import Cast, Named
from detente.extract.mentions.forms import Found, find_forms
from detente.extract.mentions.persons import find_people
from detente.extract.mentions.runs import find_parts
from detente.extract.mentions.senses import reading
from detente.extract.mentions.spans import Span, Tokens
from detente.knowledge.registry import Registry
from detente.knowledge.registry_load import Form
from detente.records import Actor, Mention, When, make_id


def find_mentions(parse: Parse, registry: Registry) -> Cast:
    """Return who is named where in an article, with the office held at its date.

    No model: one automaton pass over the words of the registry, then capitalised sequences with
    titles, first names and appositions as cues, then pronouns and office phrases. Persons whom the
    registry does not know are actors of this article alone. A capital that acts is its state; where it
    is a place the mention is a `place` without an actor. Who is not certain stays None.
    """
    when = parse.article.published
    tokens = Tokens.of(parse)
    found = find_forms(parse, tokens, registry)
    parts = find_parts(tokens, found, frozenset())
    spans, people = find_people(parse, tokens, parts, registry, when)
    taken = {i for span in spans for i in range(span.first, span.last)}
    for item in found:
        if not any(i in taken for i in range(item.first, item.last)):
            span = _of_form(tokens, item, registry, found)
            if span is not None:
                spans.append(span)
                taken.update(range(span.first, span.last))
    spans.sort(key=lambda span: span.first)
    named = tuple(_named(parse, span, registry, when) for span in spans)
    return Cast(parse, named, tuple(people.locals.values()))


def _of_form(tokens: Tokens, item: Found, registry: Registry, found: Sequence[Found]) -> Span | None:
    if not item.forms:
        return None
    form = _choose(item.forms)
    actor = registry.actors[form.actor_id]
    if actor.kind != "state":
        how = "acronym" if form.sense == "acronym" else "name"
        return Span(item.first, item.last, actor.kind, how, actor, "name in the registry")  # type: ignore[arg-type]
    if form.sense == "demonym" and not _is_adjective(tokens, item):
        sense = next((f.sense for f in item.forms if f.sense in ("name", "people")), "demonym")
    else:
        sense = form.sense
    if sense in ("demonym", "people"):
        return Span(
            item.first, item.last, "state", "demonym", actor, "adjective or people of the state"
        )
    read, why = reading(tokens, item.first, item.last, sense)
    if read == "place":
        return Span(item.first, item.last, "place", "name", None, why, place_of=actor)
    metonym = sense in ("capital", "seat")
    return Span(item.first, item.last, "state", "metonym" if metonym else "name", actor, why)


def _choose(forms: Sequence[Form]) -> Form:
    order = ("name", "acronym", "people", "demonym", "seat", "capital")
    return min(forms, key=lambda form: order.index(form.sense))


def _is_adjective(tokens: Tokens, item: Found) -> bool:
    return tokens.deps[item.last - 1] in ("amod", "compound", "nmod")


def _named(parse: Parse, span: Span, registry: Registry, when: When) -> Named:
    evidence = parse.token_evidence(span.first, span.last, "actor")
    actor: Actor | None = span.actor
    office = None
    if actor is not None and actor.kind == "person":
        tenure = registry.office_on(actor.id, when)
        office = office_text(tenure.title, tenure.state, registry) if tenure else None
    sent = parse.sent_of(span.first)
    shown = actor or span.place_of
    mention = Mention(
        id=make_id(
            "mention", parse.article.id, evidence.start, evidence.end, shown.id if shown else ""
        ),
        article=parse.article.id,
        sentence=sent.number,
        text=parse.doc[span.first : span.last].text,
        kind=span.kind,
        form=span.form,
        actor_id=actor.id if actor else None,
        name=actor.name if actor else parse.doc[span.first : span.last].text,
        office=office,
        score=span.score,
        reason=span.reason,
        evidence=(evidence,),
    )
    return Named(span.first, span.last, mention, actor)


def office_text(title: str, state: str, registry: Registry) -> str:
    """Return an office as it is written out: "Secretary of State of the United States"."""
    owner = registry.actors.get(f"state:{state}") or registry.actors.get(
        f"organisation:{state.lower()}"
    )
    name = owner.name if owner else state
    return f"{title}, {name}"
