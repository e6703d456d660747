"""Meetings: the sentences of an article become one row a contact, with its slots and status."""

from detente.extract.meetings.finding import find_meetings

__all__ = ["find_meetings"]
