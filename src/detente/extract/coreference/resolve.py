"""The order in which an article is read for pronouns and office phrases: once, from left to right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from detente.document import Parse
from detente.extract.coreference.first import first_persons
from detente.extract.coreference.groups import COUNTS, group
from detente.extract.coreference.offices import Offices, national
from detente.extract.coreference.plural import THEY, they
from detente.extract.coreference.posts import Range
from detente.extract.coreference.pronouns import GENDERS, pronoun
from detente.extract.coreference.scene import SPEECH, Scene
from detente.extract.spans import Span, Tokens
from detente.knowledge.registry import Registry
from detente.records import When


def resolve(
    parse: Parse,
    tokens: Tokens,
    spans: list[Span],
    registry: Registry,
    when: When,
    said: Mapping[int, Sequence[Range]] = MappingProxyType({}),
) -> list[Span]:
    """Return the spans of pronouns and phrases that stand for a person or several, in order.

    He and she, "the Russian foreign minister", "his Dutch counterpart", "Kerry's predecessor", "the two
    presidents"; they, where people were named together; I inside a quotation. It and we are left alone;
    what nobody certainly fits has no actor or no span. `said` gives for the first token of a name the
    tokens of the titles and appositions by it.
    """
    scene = Scene.of(parse, tokens, spans, registry, when, said)
    _find_speakers(scene)
    starts = {span.first: span for span in spans}
    ends = [span for span in spans if span.kind == "person"]
    offices = Offices(scene)
    found: list[Span] = []
    at = 0
    i, count = 0, len(tokens.texts)
    while i < count:
        span = starts.get(i)
        if span is not None:
            if span.kind == "person" and span.actor is not None:
                scene.add(span, span.actor, pronoun=False)
            elif span.form == "demonym" and (one := national(scene, span)) is not None:
                found.append(one)
                scene.add(one, one.actor, pronoun=True)  # type: ignore[arg-type]
            i = span.last
            continue
        lower = tokens.lowers[i]
        made: Span | None = None
        if lower in GENDERS and tokens.sents[i] >= 0:
            while at < len(ends) and ends[at].first <= i:
                at += 1
            sent = parse.sents[tokens.sents[i]]
            ahead = [span for span in ends[at : at + 4] if span.first < sent.last]
            made = pronoun(scene, i, ahead)
        elif lower in offices.nouns:
            made = offices.phrase(i)
        elif lower in COUNTS and tokens.sents[i] >= 0:
            made = group(scene, i)
        elif lower in THEY and tokens.sents[i] >= 0:
            made = they(scene, i, found)
        if made is not None:
            found.append(made)
            if made.members:
                scene.groups.append(made.members)
                scene.grouped = tokens.sents[i]
            if made.form != "pronoun" or made.actor is not None:
                offices.know(made)
            if made.actor is not None and made.kind == "person":
                scene.add(made, made.actor, pronoun=True)
            i = made.last
            continue
        i += 1
    found += first_persons(scene, found)
    return sorted(found, key=lambda one: one.first)


def _find_speakers(scene: Scene) -> None:
    """Give each quotation the person who is the subject of a verb of speech in its sentence."""
    tokens, marks = scene.tokens, scene.marks
    said: dict[int, list[Span]] = {}
    for span in scene.spans:
        if span.kind != "person" or span.actor is None:
            continue
        head = tokens.head_of(span.first, span.last)
        if marks[head] or tokens.deps[head] != "nsubj":
            continue
        if tokens.lemmas[tokens.heads[head]] in SPEECH:
            said.setdefault(tokens.sents[head], []).append(span)
    for i, number in enumerate(marks):
        if number and number not in scene.speakers and tokens.sents[i] in said:
            actor = said[tokens.sents[i]][0].actor
            if actor is not None:
                scene.speakers[number] = actor
