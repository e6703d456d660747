"""Rules for parts of a day that count from the last day told: that morning, the night before."""

from __future__ import annotations

from datetime import timedelta

from detente.extract.dates.absolute import Match
from detente.extract.dates.spans import Reading, day_span
from detente.extract.dates.words import ORDINALS
from detente.extract.tense import Tense


def part_of_day(_match: Match, _tense: Tense | None) -> Reading:
    """Return how to read "that morning": the day itself."""
    return Reading(on_day=day_span, anchored=True)


def next_part_of_day(_match: Match, _tense: Tense | None) -> Reading:
    """Return how to read "the next morning": the day after."""
    return Reading(on_day=lambda day: day_span(day + timedelta(days=1)), anchored=True)


def nth_day(match: Match, _tense: Tense | None) -> Reading:
    """Return how to read "on the second day": of what began on the last day told."""
    count = ORDINALS[match["n"].lower()] - 1
    return Reading(on_day=lambda day: day_span(day + timedelta(days=count)), anchored=True)


def night_before(_match: Match, _tense: Tense | None) -> Reading:
    """Return how to read "the night before": the day before."""
    return Reading(on_day=lambda day: day_span(day - timedelta(days=1)), anchored=True)
