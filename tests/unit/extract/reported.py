"""Small records for the tests of positions and forecasts: an article with what is reported in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.document import Dated, Parse
from detente.extract.cast import Cast
from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from detente.records import Evidence, Participant, Statement, When, make_id
from tests.factories import parse_of

EXPERT = Participant("Ilya Sobol", "Sobol, a professor in Tartu", "local:sobol", "person")
ANALYSTS = Participant("analysts", "analysts", None, "anonymous")
MINISTER = Participant(
    "Anton Garin", "Garin", "person:anton-garin", "person", "RUS", "Foreign Minister of Russia"
)
AMERICAN = Participant(
    "Ruth Calder", "Calder", "person:ruth-calder", "person", "USA", "Secretary of State"
)
REBEL = Participant("Omar Dib", "Dib, a member of the opposition council", "local:dib", "person")
OFFICIALS = Participant("Russian officials", "Russian officials", None, "anonymous", "RUS")
NEWSPAPER = Participant("Kommersant", "Kommersant", "body:rus-kommersant", "body", "RUS")


@dataclass(frozen=True)
class Said:
    """What somebody is reported to say in the text, and by which words."""

    words: str
    by: Participant
    cue: str = "said"
    kind: Literal["direct", "indirect", "mixed"] = "indirect"


def told(
    text: str, *said: Said, published: date | None = date(2013, 2, 26)
) -> tuple[Parse, Cast, tuple[Statement, ...]]:
    """Return the parse of one paragraph, its cast, and the statements in it."""
    parse = parse_of(text, published=published)
    return parse, find_mentions(parse, registry()), tuple(_statement(parse, item) for item in said)


def _statement(parse: Parse, said: Said) -> Statement:
    text = parse.article.text
    start = text.index(said.words)
    end = start + len(said.words)
    number = parse.sent_at(start).number
    evidence = [Evidence(start, end, said.words, "content", number)]
    if said.cue in text:
        at = text.index(said.cue)
        evidence.append(Evidence(at, at + len(said.cue), said.cue, "cue", number))
    return Statement(
        id=make_id("statement", parse.article.id, start, end, said.by.name),
        article=parse.article.id,
        sentence=number,
        speaker=said.by,
        content=said.words,
        kind=said.kind,
        cue=said.cue,
        channel=None,
        addressee=None,
        date=When(),
        issues=(),
        score=1.0,
        rule="made for a test",
        evidence=tuple(evidence),
    )


def dated(parse: Parse, words: str, when: When) -> Sequence[Dated]:
    """Return the date that these words of the article stand for."""
    start = parse.article.text.index(words)
    span = parse.doc.char_span(start, start + len(words), alignment_mode="expand")
    assert span is not None
    return (Dated(span.start, span.end, when),)
