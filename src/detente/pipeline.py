"""The order of the steps from an article to its rows, as plain functions; nothing else."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from detente.annotate import annotate_many
from detente.document import Parse
from detente.engine import CHUNK, describe, limited
from detente.extract.dates import find_dates, infer_published
from detente.extract.events import find_events
from detente.extract.forecasts import find_forecasts
from detente.extract.meetings import find_meetings
from detente.extract.mentions import find_mentions
from detente.extract.positions import find_positions
from detente.extract.stance import find_stances
from detente.extract.statements import find_statements
from detente.knowledge.issues import laid_over
from detente.knowledge.registry import Registry, registry
from detente.knowledge.registry_layer import Layer, registry_with
from detente.link import sketch
from detente.link.stories import Telling, meeting_keys, telling
from detente.read import body_view
from detente.records import Article, Extraction
from detente.store import Built, encode

PIPELINE_VERSION = "1"
"""Rows are a function of the article and this; a build replaces rows of another version."""
LANGUAGES = ("en",)
"""Languages whose articles yield rows; those of others are kept and searchable by title and path."""


_SECONDS, _CHARACTERS_A_SECOND = 20.0, 1_000
"""The time that the rows of a text may take: so much, and a second for so many characters; an ordinary
one takes a hundredth of it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that broke a step: it yields no rows, the others of its batch do."""

    article: Article
    """The article."""
    error: str
    """Class and message of the error."""


def extract_each(articles: Iterable[Article]) -> Iterator[Extraction | Failure]:
    """Yield what each article yields, or how it failed, in order; no error stops a batch.

    An article in a language that is not read yields an extraction without rows and sentences.
    """
    rest = iter(articles)
    while chunk := tuple(islice(rest, CHUNK)):
        yield from _extract_chunk(chunk, registry())


def extract_all(articles: Iterable[Article]) -> Iterator[Extraction]:
    """Yield what each article yields, in order.

    Raises RuntimeError, which names the article, at the first that breaks a step.
    """
    for found in extract_each(articles):
        if isinstance(found, Failure):
            raise RuntimeError(f"article {found.article.path!r}: {found.error}")
        yield found


def extract(parse: Parse, known: Registry | None = None) -> Extraction:
    """Return everything that one parsed article yields, with a registry or the built-in one."""
    parse = _dated(parse)
    cast = find_mentions(parse, known or registry())
    dated = find_dates(parse)
    statements = find_statements(parse, cast, dated)
    meetings = find_meetings(parse, cast, dated, statements)
    events = find_events(parse, cast, dated, statements, meetings)
    return Extraction(
        article=parse.article,
        sentences=parse.raw_sentences(),
        actors=cast.actors,
        mentions=cast.mentions,
        statements=statements,
        meetings=meetings,
        events=events,
        positions=find_positions(parse, cast, dated, statements, events),
        forecasts=find_forecasts(parse, cast, dated, statements),
        attitudes=find_stances(parse, cast, statements),
    )


def build_chunk(articles: tuple[Article, ...], own: Layer | None = None) -> list[Built | str]:
    """Return the encoded rows of each article, or the error that it failed with.

    `own` is the reader's registry, laid over the built-in one.
    This is what worker processes run: rows travel as plain values, not as spaCy's documents.
    """
    built: list[Built | str] = []
    known = registry_with(own) if own else registry()
    with laid_over(own.issues if own else ()):
        for found in _extract_chunk(articles, known):
            if isinstance(found, Failure):
                built.append(found.error)
                continue
            try:
                with limited(_seconds((found.article,))):
                    built.append(encoded(found))
            except Exception as error:  # noqa: BLE001 - a row that contradicts its article fails it alone
                built.append(describe(error))
    return built


def encoded(found: Extraction) -> Built:
    """Return what an article yielded as it is written, with what copies and stories are found by.

    Raises EvidenceError when a row's words are not there.
    """
    one = encode(found)
    one.batch["sketch"] = [(value, found.article.id) for value in sketch(found.article)]
    article, day, terms = told(found).values()
    one.batch["telling"] = [(article, day, json.dumps(terms, ensure_ascii=False))]
    return one


def told(found: Extraction) -> Telling:
    """Return an article as stories compare it."""
    article = found.article
    return telling(
        article.id,
        article.title or "",
        (article.text[start:end] for start, end in found.sentences),
        day=article.published.start,
        url=article.url or "",
        meets=meeting_keys(found.meetings, article.published.start, article.published.end),
        until=article.published.end,
    )


def _dated(parse: Parse) -> Parse:
    """Bound the day of publication by the text, where the page does not give it."""
    if parse.article.published.known:
        return parse
    published = infer_published(parse, find_dates(parse))
    return dataclasses.replace(parse, article=dataclasses.replace(parse.article, published=published))


def _extract_chunk(articles: tuple[Article, ...], known: Registry) -> Iterator[Extraction | Failure]:
    for article, parse in zip(articles, _parses(articles), strict=True):
        if parse is None:
            yield Extraction(article)
            continue
        if isinstance(parse, str):
            yield Failure(article, parse)
            continue
        try:
            with limited(_seconds((article,))):
                found = extract(parse, known)
        except Exception as error:  # noqa: BLE001 - a defect on one article must not stop a batch
            yield Failure(article, describe(error))
        else:
            yield found


def _seconds(articles: Iterable[Article]) -> float:
    """How long the rows of some articles may take."""
    return _SECONDS + sum(len(article.text) for article in articles) / _CHARACTERS_A_SECOND


def _parses(articles: tuple[Article, ...]) -> list[Parse | str | None]:
    """Return the parse of each article, the error it failed with, or None for another language."""
    read = [article for article in articles if article.language in LANGUAGES]
    try:
        with limited(_seconds(read)):
            parses = iter(list(annotate_many([(article, body_view(article)) for article in read])))
    except Exception as error:  # noqa: BLE001 - found out one by one below
        if len(articles) == 1:
            return [describe(error)]
        return [parse for article in articles for parse in _parses((article,))]
    return [next(parses) if article.language in LANGUAGES else None for article in articles]
