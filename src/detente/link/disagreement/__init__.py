"""Where reports of one happening cannot all be right, and what only changed between them."""

from detente.link.disagreement.judging import Pair, Reading, differences

__all__ = ["Pair", "Reading", "differences"]
