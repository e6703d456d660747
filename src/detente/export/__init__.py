"""Rows become files that other programs read: tables, bibliographies, calendars, codings, event data.

`export(archive, kind, format, out)` is all of it; the modules are one format each.
"""

from detente.export.cameo import cameo_lines
from detente.export.exporting import export
from detente.export.plover import plover_lines

__all__ = ["cameo_lines", "export", "plover_lines"]
