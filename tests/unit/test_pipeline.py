"""The order of the steps: every kind of row from one article, and one bad article stops nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest

from detente import pipeline
from detente.document import Parse
from detente.pipeline import Failure, build_chunk, extract_all, extract_each
from detente.records import Article, Extraction, Mention
from detente.store import Built
from tests.factories import article_of

TALKS = (
    "The first sentence says where: Sergei Lavrov met John Kerry in Oslo on 4 March 2013. Kerry said "
    "the talks on Syria had been useful."
)


def talks(number: int = 1, **more: Any) -> Article:
    """Return an article of two sentences, another for each number."""
    made = article_of(f"{TALKS} Talk number {number} ended.", published=date(2013, 3, 5))
    return dataclasses.replace(made, path=f"{number}.txt", **more)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return next(extract_all([talks()]))


@pytest.mark.parametrize("kind", ["mentions", "statements", "meetings"])
def test_an_article_yields_rows(extraction: Extraction, kind: str) -> None:
    assert getattr(extraction, kind)


def test_rows_name_their_article_and_a_sentence(extraction: Extraction) -> None:
    for row in extraction.rows():
        assert row.article == extraction.article.id
        assert row.sentence == -1 or 1 <= row.sentence <= len(extraction.sentences)


def test_every_row_has_its_words(extraction: Extraction) -> None:
    text = extraction.article.text
    for row in extraction.rows():
        roles = {item.role for item in row.evidence}
        assert "row" in roles or (isinstance(row, Mention) and roles), row
        assert all(text[item.start : item.end] == item.quote for item in row.evidence)


def test_no_two_rows_have_one_id(extraction: Extraction) -> None:
    ids = [row.id for row in extraction.rows()]
    assert len(ids) == len(set(ids))


def test_sentences_are_ranges_of_the_raw_text(extraction: Extraction) -> None:
    words = [extraction.article.text[start:end] for start, end in extraction.sentences]
    assert words[0].startswith("The first sentence")
    assert words[-1] == "Talk number 1 ended."


def test_the_same_article_yields_the_same_rows(extraction: Extraction) -> None:
    others = [talks(2), talks(), talks(3)]
    assert list(extract_all(others))[1] == extraction


def test_more_articles_than_a_chunk_come_in_order() -> None:
    articles = [article_of(f"Line {n}.", path=f"{n}.txt") for n in range(40)]
    assert [one.article.path for one in extract_all(articles)] == [f"{n}.txt" for n in range(40)]


def test_an_unknown_day_of_publication_is_bounded_by_the_text() -> None:
    found = next(extract_all([dataclasses.replace(article_of(TALKS), path="x")]))
    assert found.article.published.start == date(2013, 3, 4)
    assert found.article.published.basis == "inferred"


def test_a_known_day_of_publication_is_left_alone(extraction: Extraction) -> None:
    assert extraction.article.published == talks().published


def test_another_language_yields_no_rows() -> None:
    article = talks(language="ru")
    assert next(extract_each([article, talks(2)])) == Extraction(article)


def test_an_article_without_words_yields_nothing() -> None:
    empty = article_of(("menu", "Log in"))
    found = next(extract_all([empty]))
    assert list(found.rows()) == []


def breaking(original: Any) -> Any:
    """Return a step that breaks on the article of path 2.txt."""

    def step(parse: Parse, *args: Any) -> Any:
        if parse.article.path == "2.txt":
            raise ZeroDivisionError("by nothing\nat all")
        return original(parse, *args)

    return step


@pytest.mark.parametrize(
    "step",
    [
        "find_mentions",
        "find_dates",
        "find_statements",
        "find_events",
        "find_meetings",
        "find_positions",
    ],
)
def test_a_step_that_breaks_on_one_article(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, step, breaking(getattr(pipeline, step)))
    articles = [talks(n) for n in (1, 2, 3)]
    first, second, third = extract_each(articles)
    assert isinstance(first, Extraction)
    assert second == Failure(articles[1], "ZeroDivisionError: by nothing at all")
    assert isinstance(third, Extraction)


@pytest.mark.parametrize("step", ["body_view", "annotate_many"])
def test_a_parse_that_breaks_on_one_article(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    original = getattr(pipeline, step)

    def view(article: Article) -> Any:
        return breaking(lambda parse: original(parse.article))(Parse_(article))

    def parses(pairs: Iterable[tuple[Article, Any]]) -> Iterator[Parse]:
        for parse in original(pairs):
            yield breaking(lambda one: one)(parse)

    monkeypatch.setattr(pipeline, step, view if step == "body_view" else parses)
    found = list(extract_each([talks(n) for n in (1, 2, 3)]))
    assert [isinstance(one, Failure) for one in found] == [False, True, False]


@dataclasses.dataclass
class Parse_:  # noqa: N801 - stands for a Parse of which only the article is read
    article: Article


def hanging(original: Any) -> Any:
    """Return a step that never ends on the article of path 2.txt."""

    def step(parse: Parse, *args: Any) -> Any:
        while parse.article.path == "2.txt":
            pass
        return original(parse, *args)

    return step


@pytest.mark.parametrize("step", ["find_mentions", "find_events"])
def test_a_step_that_never_ends_on_one_article(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, step, hanging(getattr(pipeline, step)))
    monkeypatch.setattr(pipeline, "_SECONDS", 0.1)
    monkeypatch.setattr(pipeline, "_CHARACTERS_A_SECOND", 30)
    first, second, third = build_chunk(tuple(talks(n) for n in (1, 2, 3)))
    assert isinstance(first, Built)
    assert isinstance(second, str)
    assert second.startswith("TimeoutError: it took more than")
    assert isinstance(third, Built)


def test_a_long_text_may_take_longer() -> None:
    short, long = talks(1), dataclasses.replace(talks(2), text="word " * 40_000)
    assert pipeline._seconds((long,)) > 2 * pipeline._seconds((short,))
    assert pipeline._seconds((short, long)) > pipeline._seconds((long,))


def test_extract_all_names_the_article_that_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "find_events", breaking(pipeline.find_events))
    with pytest.raises(RuntimeError, match=r"article '2\.txt': ZeroDivisionError"):
        list(extract_all([talks(1), talks(2)]))


def test_a_chunk_is_encoded() -> None:
    built, other = build_chunk((talks(), talks(2)))
    assert isinstance(built, Built)
    assert built.article == talks().id
    assert built.batch["statement"]
    assert built.batch["sketch"] == [] or len(built.batch["sketch"][0]) == 2
    assert isinstance(other, Built)


def test_a_row_without_its_words_fails_its_article_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    original = pipeline.find_statements

    def wrong(parse: Parse, *args: Any) -> Any:
        found = original(parse, *args)
        if parse.article.path != "2.txt":
            return found
        return tuple(dataclasses.replace(one, evidence=()) for one in found)

    monkeypatch.setattr(pipeline, "find_statements", wrong)
    first, second, third = build_chunk(tuple(talks(n) for n in (1, 2, 3)))
    assert isinstance(first, Built)
    assert isinstance(second, str)
    assert second.startswith("EvidenceError: statement:")
    assert isinstance(third, Built)
