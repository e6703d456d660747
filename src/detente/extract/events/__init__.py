"""Events: the clauses of an article become who did what to whom, as PLOVER types."""

from detente.extract.events.finding import find_events

__all__ = ["find_events"]
