"""Rows become files that other programs read: PLOVER JSON lines and CAMEO tables of events."""

from detente.export.cameo import cameo_lines
from detente.export.plover import plover_lines

__all__ = ["cameo_lines", "plover_lines"]
