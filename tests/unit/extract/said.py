"""Statements out of plain paragraphs, with the names of the registry."""

from __future__ import annotations

from datetime import date

from detente.extract.dates import find_dates
from detente.extract.mentions import find_mentions
from detente.extract.statements import find_statements
from detente.extract.statements.tree import Tree, tree_of
from detente.knowledge.registry import registry
from detente.records import LineRole, Statement
from tests.factories import parse_of


def statements_of(
    *paragraphs: str | tuple[LineRole, str], published: date | None = None
) -> tuple[Statement, ...]:
    """Return the statements of an article of these paragraphs."""
    parse = parse_of(*paragraphs, published=published)
    return find_statements(parse, find_mentions(parse, registry()), find_dates(parse))


def said(*paragraphs: str) -> list[tuple[str, str]]:
    """Return (speaker's words, content) of every statement."""
    return [(item.speaker.text, item.content) for item in statements_of(*paragraphs)]


def told(*paragraphs: str | tuple[LineRole, str]) -> list[tuple[str, str]]:
    """Return (speaker's name, content) of every statement, sorted."""
    return sorted((item.speaker.name, item.content) for item in statements_of(*paragraphs))


def tree(*paragraphs: str) -> Tree:
    """Return the tree of these paragraphs."""
    return tree_of(parse_of(*paragraphs))
