"""With the spans given: is it a state, and which?

Gold is AIDA's development part: articles with spans linked to Wikidata. A label counts as a state when
the registry knows its entity's name as that of a state; labels whose entity is a sports team or club
are left out. A span is taken for a state where the cast names one by its own name or its people; a
capital, even where it stands for its government, is a city in this gold and so is none.
"""

from __future__ import annotations

import re
from pathlib import Path

from detente.extract.cast import Cast
from detente.extract.mentions import find_mentions
from detente.knowledge.names import fold
from detente.knowledge.registry import registry
from evals import gold
from evals.texts import parse_paragraphs

_SPORT = re.compile(r"\b(?:team|F\.?C\.?|A\.?C\.?|S\.?C\.?|club)(?:\b|$)", re.IGNORECASE)


def run(paths: list[Path]) -> dict[str, object]:
    """Return precision and recall of state links over the labels of all articles."""
    right = said = wanted = labels = 0
    for row in gold.rows(paths):
        cast = find_mentions(parse_paragraphs([row["text"]]), registry())
        for label in row["labels"]:
            if _SPORT.search(label["name"]):
                continue
            labels += 1
            meant = state_of(label["name"])
            found = state_at(cast, *label["span"])
            wanted += meant is not None
            said += found is not None
            right += found is not None and found == meant
    return {
        "n": labels,
        "states": wanted,
        "precision": round(right / said, 4) if said else 0.0,
        "recall": round(right / wanted, 4) if wanted else 0.0,
    }


def state_of(name: str) -> str | None:
    """Return the code of the state that an entity of this name is; None when it is none."""
    bare = name.replace("United States of America", "United States").removeprefix("The ")
    for actor in registry().find(bare):
        if actor.kind == "state" and not is_capital(bare, actor.id):
            return actor.state
    return None


def is_capital(name: str, actor_id: str) -> bool:
    """Say whether a name is only that of a state's capital or seat of government."""
    key = fold(name)
    forms = (form for form in registry().forms if form.actor_id == actor_id)
    senses = {form.sense for form in forms if fold(form.text) == key}
    return bool(senses) and senses <= {"capital", "seat"}


def state_at(cast: Cast, start: int, end: int) -> str | None:
    """Return the state that the cast names, by its own name or people, at characters of the text.

    "German" inside "German government" names the state there.
    """
    span = cast.parse.doc.char_span(start, end, alignment_mode="expand")
    named = cast.at(span.start) if span is not None else None
    if span is None or named is None or named.mention.form == "metonym" or named.last < span.end:
        return None
    if named.actor is not None:
        if named.actor.kind == "state":
            return named.actor.state
        inside = named.actor.kind == "body" and named.first == span.start
        return state_of_words(span.text) if inside and named.last > span.end else None
    return state_of_words(named.mention.text) if named.mention.kind == "place" else None


def state_of_words(words: str) -> str | None:
    """Return the state whose name or adjective the words are."""
    for form in registry().forms:
        if form.text == words and form.sense in ("name", "demonym") and form.actor_id[:6] == "state:":
            return form.actor_id[6:]
    return state_of(words)
