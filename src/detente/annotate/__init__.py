"""Annotate: a view becomes a parse. Tokens, sentences, tags and dependencies; names are not its job."""

from detente.annotate.parse import annotate, annotate_many

__all__ = ["annotate", "annotate_many"]
