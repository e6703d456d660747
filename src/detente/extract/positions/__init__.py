"""Where each actor stands on an issue; `find_positions` is the one way in."""

from detente.extract.positions.finding import find_positions

__all__ = ["find_positions"]
