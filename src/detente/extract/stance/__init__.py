"""Who is for or against whom in a sentence; `find_stances` is the one way in."""

from detente.extract.stance.finding import Stance, find_stances

__all__ = ["Stance", "find_stances"]
