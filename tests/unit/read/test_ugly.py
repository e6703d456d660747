"""Every line of an ugly page has its role, whether the lines stand apart or close together."""

from __future__ import annotations

import pytest

from detente.read import body_view, read_text
from detente.records import Article
from tests.unit.read.ugly import UGLY

LINES = [
    pytest.param(name, number, id=f"{name}: {line.partition('|')[2][:40]}")
    for name, lines in UGLY.items()
    for number, line in enumerate(lines)
]


def page(name: str) -> tuple[list[str], list[str], Article]:
    """Return the texts and the roles wanted of a page, and the article that it is read as."""
    wanted, texts = zip(*(line.split("|", 1) for line in UGLY[name]), strict=True)
    return list(texts), list(wanted), read_text("\n\n".join(texts))


def roles(article: Article, texts: list[str]) -> list[str]:
    """Return the role of each text, in order; `a+b` where it was parted."""
    found = []
    at = 0
    for text in texts:
        start = article.text.index(text, at)
        at = start + len(text)
        found.append("+".join(one.role for one in article.lines if start <= one.start < at))
    return found


@pytest.mark.parametrize(("name", "number"), LINES)
def test_role(name: str, number: int) -> None:
    texts, wanted, article = page(name)
    found = roles(article, texts)[number]
    assert found == wanted[number] or found in wanted[number].split("/")


@pytest.mark.parametrize("name", list(UGLY))
def test_the_text_is_whole_and_nothing_else(name: str) -> None:
    texts, wanted, article = page(name)
    view = body_view(article)
    body = [view.text[one.start : one.end] for one in view.paragraphs if one.role == "body"]
    sure = [text for text, role in zip(texts, wanted, strict=True) if role == "body"]
    assert [text for text in sure if not any(text in paragraph for paragraph in body)] == []
    assert len(body) == sum("body" in role for role in wanted)


@pytest.mark.parametrize("name", list(UGLY))
def test_every_character_is_in_a_line(name: str) -> None:
    _, _, article = page(name)
    kept = " ".join(article.text[one.start : one.end] for one in article.lines)
    assert kept.split() == article.text.split()
    assert all(one.reason and 0 <= one.score <= 1 for one in article.lines)


CUT = {"a paywall in the middle and offers below", "a French site's gate"}


@pytest.mark.parametrize("name", list(UGLY))
def test_only_gated_pages_are_cut_off(name: str) -> None:
    assert page(name)[2].cut_off is (name in CUT)
