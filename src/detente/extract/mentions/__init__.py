"""A parse becomes its cast: who is named where, with the office held at the article's date."""

from detente.extract.mentions.find import find_mentions

__all__ = ["find_mentions"]
