"""Who is for or against whom in a sentence; `find_stances` is the one way in."""

from detente.extract.stance.finding import find_stances

__all__ = ["find_stances"]
