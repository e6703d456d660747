"""Spans of persons, places and organisations against CoNLL-2003: micro F1 and that of persons.

The set is measured on, never trained on. A span counts when both ends and the type agree; the fourth
type of the set (peoples, events) is left out on both sides. Documents are set as plain text, a sentence
a paragraph, so that the tokens of the gold are found again by their characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from detente.extract.cast import Named
from detente.extract.mentions import find_mentions
from detente.extract.mentions.persons import state_names
from detente.knowledge.registry import registry
from evals import gold
from evals.texts import parse_paragraphs

Span = tuple[int, int, str]
TYPES = ("PER", "LOC", "ORG")


def run(paths: list[Path]) -> dict[str, object]:
    """Return the F1 of all three types together and of each."""
    counts = {kind: [0, 0, 0] for kind in TYPES}
    for row in gold.rows(paths):
        for sentences in documents(row["text"]):
            paragraphs = [" ".join(word for word, _ in sentence) for sentence in sentences]
            wanted = set(gold_spans(sentences))
            found = set(found_spans(paragraphs))
            for kind in TYPES:
                a, b = ({s for s in spans if s[2] == kind} for spans in (wanted, found))
                counts[kind][0] += len(a & b)
                counts[kind][1] += len(b)
                counts[kind][2] += len(a)
    total = [sum(column) for column in zip(*counts.values(), strict=True)]
    return {
        "n": total[2],
        "f1": f1(*total),
        "person_f1": f1(*counts["PER"]),
        "place_f1": f1(*counts["LOC"]),
        "organisation_f1": f1(*counts["ORG"]),
    }


def f1(right: int, said: int, wanted: int) -> float:
    """Return the harmonic mean of precision and recall, rounded to four places."""
    return round(2 * right / (said + wanted), 4) if said + wanted else 0.0


def documents(text: str) -> Iterator[list[list[tuple[str, str]]]]:
    """Yield each document of four-column text as sentences of (word, tag)."""
    sentences: list[list[tuple[str, str]]] = []
    sentence: list[tuple[str, str]] = []
    for line in [*text.splitlines(), "", "-DOCSTART-"]:
        cells = line.split()
        if cells and not line.startswith("-DOCSTART-"):
            sentence.append((cells[0], cells[-1]))
            continue
        if sentence:
            sentences.append(sentence)
            sentence = []
        if cells and sentences:
            yield sentences
            sentences = []


def gold_spans(sentences: list[list[tuple[str, str]]]) -> Iterator[Span]:
    """Yield the character spans of the gold's tags; both IOB schemes are read."""
    at = 0
    for sentence in sentences:
        open_span: Span | None = None
        for word, tag in sentence:
            kind = tag[2:] if tag != "O" else ""
            if open_span is not None and (kind != open_span[2] or tag.startswith("B-")):
                yield open_span
                open_span = None
            if kind in TYPES:
                start = open_span[0] if open_span is not None else at
                open_span = (start, at + len(word), kind)
            at += len(word) + 1
        if open_span is not None:
            yield open_span
        at += 1


def found_spans(paragraphs: list[str]) -> Iterator[Span]:
    """Yield the character spans of the cast's names, without pronouns, phrases and peoples."""
    cast = find_mentions(parse_paragraphs(paragraphs), registry())
    for named in cast.named:
        kind = type_of(named)
        if kind is not None:
            last = cast.parse.doc[named.last - 1]
            yield cast.parse.doc[named.first].idx, last.idx + len(last), kind


def type_of(named: Named) -> str | None:
    """Return the gold's type of a mention; None for what it does not count.

    "The Israeli government" is a body here and no name there: its last word is not capitalised. A
    state's own name is one before a noun as well ("U.S. troops").
    """
    if named.mention.form in ("pronoun", "office"):
        return None
    if named.mention.form == "demonym" and named.mention.text not in state_names():
        return None
    if named.mention.kind == "body" and named.mention.text.split()[-1][0].islower():
        return None
    kinds = {"person": "PER", "place": "LOC", "state": "LOC", "organisation": "ORG", "body": "ORG"}
    return kinds.get(named.mention.kind)
