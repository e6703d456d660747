"""The order of the steps in which the names of one article are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from detente.document import Parse
from detente.extract.cast import Cast, Named
from detente.extract.coreference import resolve
from detente.extract.mentions.affiliations import descriptions, with_affiliations
from detente.extract.mentions.bearers import People
from detente.extract.mentions.bodies import find_bodies
from detente.extract.mentions.bounds import reference_date
from detente.extract.mentions.forms import Found, find_forms
from detente.extract.mentions.kinds import candidates, find_unlisted, judge
from detente.extract.mentions.organised import find_organised
from detente.extract.mentions.persons import find_people
from detente.extract.mentions.runs import THINGS, find_parts
from detente.extract.mentions.senses import reading
from detente.extract.mentions.shortened import find_shortened
from detente.extract.mentions.teams import find_teams
from detente.extract.spans import Span, Tokens
from detente.knowledge.names import fold_word
from detente.knowledge.registry import Registry
from detente.knowledge.registry_load import Form
from detente.records import Actor, Mention, Participant, Tenure, When, make_id

_SHORT = 3
_ACRONYM = 7
IN_GAZETTEER = "name in the gazetteer"


def find_mentions(parse: Parse, registry: Registry) -> Cast:
    """Return who is named where in an article, with the office held at its date.

    No model: one automaton pass over the words of the registry, then capitalised sequences with
    titles, first names and appositions as cues, then pronouns and office phrases. Persons whom the
    registry does not know are actors of this article alone. A capital that acts is its state; where it
    is a place the mention is a `place` without an actor. Who is not certain stays None.
    """
    tokens = Tokens.of(parse)
    found = find_forms(parse, tokens, registry)
    parts = find_parts(tokens, found, headline_sentences(parse, tokens))
    when = reference_date(parse, tokens, parts, registry)
    places = {(item.first, item.last): item.place for item in found if item.place is not None}
    kinds = judge(tokens, names := candidates(tokens, parts, found), found)
    spans, people = find_people(parse, tokens, parts, places, kinds, registry, when)
    taken = {i for span in spans for i in range(span.first, span.last)}
    bodies = find_bodies(parse, tokens, found, spans, registry, when)
    for body in bodies:
        spans = [span for span in spans if span.last <= body.first or span.first >= body.last]
        taken.update(range(body.first, body.last))
    spans += bodies
    for item in found:
        if not any(i in taken for i in range(item.first, item.last)):
            span = _as_surname(tokens, item, people) or _of_form(tokens, item, registry)
            if span is not None:
                spans.append(span)
                taken.update(range(span.first, span.last))
    spans.sort(key=lambda span: span.first)
    organised, organisations = find_organised(parse, tokens, found, spans, registry)
    spans = merged(spans, organised)
    spans = merged(spans, _of_teams(parse, tokens, found, spans))
    spans = merged(spans, find_shortened(tokens, found, spans, registry))
    others, unlisted = find_unlisted(parse, tokens, names, kinds, spans)
    spans = merged(spans, others)
    local = with_affiliations(parse, tokens, spans, tuple(people.locals.values()))
    spans = [
        span.but(actor=local[span.actor.id]) if span.actor and span.actor.id in local else span
        for span in spans
    ]
    said = descriptions(tokens, spans)
    phrases = resolve(parse, tokens, spans, registry, when, said)
    inner = [*_inside(tokens, spans, phrases), *_owners(tokens, found, spans, registry)]
    spans = _described(parse, tokens, merged(spans, phrases), registry, when)
    offices = _Offices(registry, when, people.titles)
    named = tuple(_named(parse, span, offices) for span in spans)
    inside = tuple(_named(parse, span, offices) for span in inner)
    return Cast(parse, named, (*local.values(), *organisations, *unlisted), inside)


def _described(
    parse: Parse, tokens: Tokens, spans: list[Span], registry: Registry, when: When
) -> list[Span]:
    """Give those whom the registry knows, and who held nothing then, what the article says they are:
    a chair of a society, a former minister."""
    idle = {
        span.actor.id: span.actor
        for span in spans
        if span.kind == "person" and span.actor is not None and span.actor.id in registry.actors
        and not registry.offices_on(span.actor.id, when)
    }  # fmt: skip
    if not idle:
        return spans
    known = with_affiliations(parse, tokens, spans, tuple(idle.values()))
    return [
        span.but(actor=known[span.actor.id]) if span.actor and span.actor.id in known else span
        for span in spans
    ]


def _inside(tokens: Tokens, spans: Sequence[Span], phrases: Sequence[Span]) -> list[Span]:
    """The names that an office phrase covers: "Qatar's emir" names Qatar too."""
    covered = {i for span in phrases for i in range(span.first, span.last)}
    return [
        span
        for span in spans
        if span.first in covered
        and (_is_name(span) or (span.form == "demonym" and _is_acronym(tokens.texts[span.first])))
    ]


def _owners(
    tokens: Tokens, found: Sequence[Found], spans: Sequence[Span], registry: Registry
) -> list[Span]:
    """The states in the possessive before their bodies: Cuba in "Cuba's Foreign Ministry"."""
    bodies = {span.first: span for span in spans if span.kind == "body"}
    return [
        span
        for item in found
        if item.first in bodies
        and tokens.texts[item.last : item.last + 1] in (["'s"], ["’s"])
        and item.last < bodies[item.first].last
        and (span := _of_form(tokens, item, registry)) is not None
        and _is_name(span)
    ]


def _is_name(span: Span) -> bool:
    return span.form in ("name", "surname", "metonym", "acronym")


def headline_sentences(parse: Parse, tokens: Tokens) -> frozenset[int]:
    """Return the sentences printed in headline case, where a capital says nothing of a name."""
    quiet = set()
    for number, sent in enumerate(parse.sents):
        words = [w for w in tokens.texts[sent.first : sent.last] if len(w) > _SHORT and w.isalpha()]
        capital = sum(word[0].isupper() for word in words)
        title = sent.role in ("title", "subhead", "related")
        if not title and (
            tokens.texts[sent.last - 1] == "." or _is_list(tokens, sent.first, sent.last)
        ):
            continue
        if len(words) >= (3 if title else 5) and capital >= 0.8 * len(words):
            quiet.add(number)
    return frozenset(quiet)


def _is_list(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence lists names or numbers: capitals are those of names there."""
    texts = tokens.texts[first:last]
    numbers = sum(text[0].isdigit() for text in texts)
    return texts.count(",") > 1 or numbers > 1 or "(" in texts or ";" in texts


def merged(spans: Sequence[Span], longer: Sequence[Span]) -> list[Span]:
    """Return both lists as one in order of tokens; a longer span takes the place of what it covers.

    >>> merged([], [])
    []
    """
    taken = {i for span in longer for i in range(span.first, span.last)}
    kept = [span for span in spans if not any(i in taken for i in range(span.first, span.last))]
    return sorted([*kept, *longer], key=lambda span: (span.first, -span.last))


def _as_surname(tokens: Tokens, item: Found, people: People) -> Span | None:
    """A form that is the surname of somebody named in full in the article (Neil Jordan)."""
    if item.last - item.first != 1 or not people.bearers:
        return None
    bearer = people.bearer(fold_word(tokens.texts[item.first]), item.first)
    if bearer is None or any(form.sense == "demonym" for form in item.forms):
        return None
    why = "surname of a full name in the text"
    return Span(item.first, item.last, "person", "surname", bearer, why, 0.85)


def _of_form(tokens: Tokens, item: Found, registry: Registry) -> Span | None:
    if not item.forms:
        return _of_place(tokens, item, registry)
    form = _choose(item.forms)
    actor = registry.actors[form.actor_id]
    if item.last - item.first == 1 and "-" in tokens.texts[item.first]:
        pair = _pair(tokens.texts[item.first], registry)
        if pair:
            why = "two states in one word"
            return Span(item.first, item.last, "group", "demonym", None, why, members=pair)
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
    if _is_adjective(tokens, item) and any(f.sense == "demonym" for f in item.forms):
        return Span(item.first, item.last, "state", "demonym", actor, why)
    return Span(item.first, item.last, "state", "metonym" if metonym else "name", actor, why)


def _of_teams(
    parse: Parse, tokens: Tokens, found: Sequence[Found], spans: Sequence[Span]
) -> list[Span]:
    """The teams of a sports page, where nobody is named in full and no state is."""
    fixed = {i for s in spans if s.kind == "person" and s.form == "name" and s.last - s.first > 1
             for i in range(s.first, s.last)}  # fmt: skip
    return [
        Span(team.first, team.last, "organisation", "name", None, team.why, 0.7)
        for team in find_teams(parse, tokens, found)
        if not any(i in fixed for i in range(team.first, team.last))
    ]


def _of_place(tokens: Tokens, item: Found, registry: Registry) -> Span | None:
    """A name of the gazetteer, where it is not part of another name ("the Gulf War")."""
    after = tokens.texts[item.last] if item.last < len(tokens.texts) else ""
    if item.place is None or (after[:1].isupper() and after.lower() in THINGS):
        return None
    state = registry.actors.get(f"state:{item.place.state}")
    return Span(item.first, item.last, "place", "name", None, IN_GAZETTEER, 0.8, place_of=state)


def _pair(word: str, registry: Registry) -> tuple[Actor, ...]:
    """The two states of a word such as U.S.-Russian; empty for any other."""
    halves = word.split("-")
    found = [_state_of_word(half, registry) for half in halves]
    pair = tuple(actor for actor in found if actor is not None)
    return pair if len(halves) == 2 and len(pair) == 2 and pair[0].id != pair[1].id else ()


@lru_cache(maxsize=512)
def _state_of_word(word: str, registry: Registry) -> Actor | None:
    for form in registry.forms:
        if form.text == word and form.actor_id.startswith("state:"):
            return registry.actors[form.actor_id]
    return None


def _choose(forms: Sequence[Form]) -> Form:
    order = ("name", "acronym", "people", "demonym", "seat", "capital")
    return min(forms, key=lambda form: order.index(form.sense))


def _is_adjective(tokens: Tokens, item: Found) -> bool:
    return tokens.deps[item.last - 1] in ("amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class _Offices:
    """Which office somebody held when the article was written."""

    registry: Registry
    when: When
    titles: Mapping[str, Tenure]

    def of(self, actor: Actor | None) -> Tenure | None:
        """By the date; where that is not known to the day, by the title that stands by the name."""
        if actor is None or actor.kind != "person":
            return None
        held = self.registry.office_on(actor.id, self.when)
        if self.when.precision != "day" and actor.id in self.titles:
            return self.titles[actor.id]
        return held


def _named(parse: Parse, span: Span, offices: _Offices) -> Named:
    registry = offices.registry
    first = span.first
    if span.kind == "body":
        # "Cuba's Foreign Ministry": the name is that of the ministry.
        owned = (i + 1 for i in range(first, span.last - 1) if parse.doc[i].tag_ == "POS")
        first = next((i for i in owned if parse.doc[i].text[0].isupper()), first)
    evidence = parse.token_evidence(first, span.last, "actor")
    text = parse.doc[first : span.last].text
    actor: Actor | None = span.actor
    tenure = offices.of(actor)
    members = tuple(_member(one, offices) for one in span.members)
    sent = parse.sent_of(span.first)
    shown = actor or span.place_of
    mention = Mention(
        id=make_id(
            "mention", parse.article.id, evidence.start, evidence.end, shown.id if shown else ""
        ),
        article=parse.article.id,
        sentence=sent.number,
        text=text,
        kind=span.kind,
        form="acronym" if span.form == "demonym" and _is_acronym(text) else span.form,
        actor_id=actor.id if actor else None,
        name=actor.name if actor else " and ".join(member.name for member in members) or text,
        office=office_text(tenure, registry) if tenure else None,
        score=span.score,
        reason=span.reason,
        evidence=(evidence,),
        other_reading=_other_reading(span),
    )
    return Named(span.first, span.last, mention, actor, members, _acts_for(actor, tenure, registry))


def _is_acronym(text: str) -> bool:
    """Whether an adjective of a state is its name in letters: "U.S. officials"."""
    return len(text) > 1 and text.replace(".", "").isupper() and len(text) < _ACRONYM


def _other_reading(span: Span) -> str | None:
    """The reading that was not taken: the state of a place, the place of a capital that acts."""
    if span.kind == "place" and span.place_of is not None and span.form == "name":
        return span.place_of.id if span.reason != IN_GAZETTEER else None
    return "place" if span.form == "metonym" else None


def _member(actor: Actor, offices: _Offices) -> Participant:
    """A person of a group, as a participant whose own words are not in the text."""
    tenure = offices.of(actor)
    registry = offices.registry
    return Participant(
        name=actor.name,
        text=actor.name,
        actor_id=actor.id,
        kind="person" if actor.kind == "person" else "state",
        state=_acts_for(actor, tenure, registry),
        office=office_text(tenure, registry) if tenure else None,
    )


def _acts_for(actor: Actor | None, tenure: Tenure | None, registry: Registry) -> str | None:
    """The state somebody acts for: that of the office, which for an organisation's is none."""
    if tenure is not None:
        return tenure.state if f"state:{tenure.state}" in registry.actors else None
    return actor.state if actor is not None else None


def office_text(tenure: Tenure, registry: Registry) -> str:
    """Return an office as it is shown: "Foreign Minister of Russia", "U.S. Ambassador to Russia"."""
    owner = registry.actors.get(f"state:{tenure.state}") or registry.actors.get(
        f"organisation:{tenure.state.lower()}"
    )
    name = owner.name if owner else tenure.state
    if name.partition(" ")[0] in _WITH_ARTICLE:
        name = f"the {name}"
    title = tenure.title
    if owner is None or title.startswith(("head ", "chairman ")) or owner.name in title:
        return title
    if " to the president" in title.lower():
        return f"{title} of {name}"
    if " to " in title:
        states = registry.state(tenure.state)
        return f"{states.adjectives[0] if states.adjectives else states.name} {title}"
    return f"{title} of {name}"


_WITH_ARTICLE = frozenset(
    ("United", "Netherlands", "Philippines", "Soviet", "Czech", "European", "Arab")
)
