"""Dates: words become ranges of days with their precision and basis.

`resolve` reads one expression, `find_dates` all of a parse, `infer_published` bounds the day of
publication where the page states none.
"""

from detente.extract.dates.finding import find_dates, resolve
from detente.extract.dates.published import infer_published

__all__ = ["find_dates", "infer_published", "resolve"]
