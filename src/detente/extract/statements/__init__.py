"""The statements of an article: who said what, in whose words, through which channel."""

from detente.extract.statements.rows import find_statements

__all__ = ["find_statements"]
