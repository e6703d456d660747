"""Names cut to one word that only the rest of the article explains: "the North", "the Union".

"The North" and "the South" are the two Koreas where the article names both; "the Union" is the European
one and "the Alliance" NATO where the article names it and no other of that kind. Brussels that speaks
or acts is the European Union, unless the article is about Belgium.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.extract.mentions.forms import Found
from detente.extract.spans import Span, Tokens
from detente.knowledge.registry import Registry

_KOREAS = {"North": "state:PRK", "South": "state:KOR"}
_UNIONS = {
    "Union": ("organisation:eu", ("union",)),
    "Alliance": ("organisation:nato", ("alliance", "north atlantic treaty organization")),
}
_EU = "organisation:eu"


def find_shortened(
    tokens: Tokens, found: Sequence[Found], spans: Sequence[Span], registry: Registry
) -> list[Span]:
    """Return the spans of such words, and of Brussels where it is the Union."""
    named: dict[str, int] = {}
    for item in found:
        for actor_id in {form.actor_id for form in item.forms}:
            named[actor_id] = named.get(actor_id, 0) + 1
    taken = {i for span in spans for i in range(span.first, span.last)}
    out: list[Span] = []
    koreas = all(key in named for key in _KOREAS.values())
    for i, text in enumerate(tokens.texts):
        if i in taken or (text not in _KOREAS and text not in _UNIONS) or not _alone(tokens, i):
            continue
        if text in _KOREAS and koreas:
            actor = registry.actors[_KOREAS[text]]
            out.append(Span(i, i + 1, "state", "name", actor, "the two Koreas are named", 0.85))
        elif text in _UNIONS and _is_only(_UNIONS[text], named, registry):
            actor = registry.actors[_UNIONS[text][0]]
            why = "the one of that name in the article"
            out.append(Span(i, i + 1, "organisation", "name", actor, why, 0.8))
    if "state:BEL" in named and not _belgium(found):
        out += [
            span.but(kind="organisation", form="metonym", actor=registry.actors[_EU], place_of=None)
            for span in spans
            if span.kind == "state"
            and span.form == "metonym"
            and tokens.texts[span.first] == "Brussels"
        ]
    return out


def _alone(tokens: Tokens, i: int) -> bool:
    """Whether a word follows "the" and is no part of a longer name."""
    if not i or tokens.texts[i - 1].lower() != "the" or not tokens.tags[i].startswith("NN"):
        return False
    after = tokens.texts[i + 1] if i + 1 < len(tokens.texts) else "."
    return not after[0].isupper() and after not in ("-", "‐", "of")


def _is_only(wanted: tuple[str, tuple[str, ...]], named: dict[str, int], registry: Registry) -> bool:
    """Whether an actor is named and no other whose name has the word."""
    actor_id, words = wanted
    others = [key for key in named if key != actor_id and key in registry.actors]
    return actor_id in named and not any(
        word in registry.actors[key].name.lower() for key in others for word in words
    )


def _belgium(found: Sequence[Found]) -> bool:
    """Whether Belgium is named by anything but its capital."""
    return any(
        form.actor_id == "state:BEL" and form.sense != "capital"
        for item in found
        for form in item.forms
    )
