"""I, me and my inside a quotation become its speaker.

The speaker is who says it in the sentence of the quotation, named or as a pronoun; of a quotation that
goes on in the same paragraph without a verb of its own, who spoke before it. A quotation whose speaker
nobody named leaves the words without an actor. In the turns of an interview the first person is the one
who gives it.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.extract.coreference.scene import SPEECH, Scene
from detente.extract.spans import Span
from detente.records import Actor

_FIRST = frozenset(("i", "me", "my", "myself", "mine"))


def first_persons(scene: Scene, found: Sequence[Span]) -> list[Span]:
    """Return the spans of the first person inside quotations, in order.

    `found` are the pronouns and phrases resolved so far: "he said" gives a quotation its speaker.
    """
    tokens, marks = scene.tokens, scene.marks
    wanted = [i for i, lower in enumerate(tokens.lowers) if lower in _FIRST and marks[i]]
    if not wanted:
        return []
    speakers = _speakers(scene, found)
    out = []
    for i in wanted:
        actor = speakers.get(marks[i])
        if actor is not None:
            why = "speaker of the quotation"
            out.append(Span(i, i + 1, "person", "pronoun", actor, why, 0.85))
    return out


def _speakers(scene: Scene, found: Sequence[Span]) -> dict[int, Actor]:
    """The speaker of each quotation that has one."""
    tokens, marks = scene.tokens, scene.marks
    said: dict[int, Actor] = {}
    spans = sorted([*scene.spans, *found], key=lambda span: span.first)
    for span in spans:
        if span.kind != "person" or span.actor is None:
            continue
        head = tokens.head_of(span.first, span.last)
        if marks[head] or tokens.deps[head] != "nsubj":
            continue
        if tokens.lemmas[tokens.heads[head]] in SPEECH:
            said.setdefault(tokens.sents[head], span.actor)
    sentences: dict[int, list[int]] = {}
    for i, number in enumerate(marks):
        if number and tokens.sents[i] >= 0:
            of = sentences.setdefault(number, [])
            if not of or of[-1] != tokens.sents[i]:
                of.append(tokens.sents[i])
    out: dict[int, Actor] = {}
    last: tuple[int, Actor] | None = None
    for number in sorted(sentences):
        own = next((said[s] for s in sentences[number] if s in said), None)
        paragraph = scene.paragraph(sentences[number][0])
        if own is None and last is not None and last[0] == paragraph:
            own = last[1]
        if own is not None:
            out[number] = own
            last = (paragraph, own)
    return out
