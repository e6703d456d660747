"""A text four times as long costs an extractor no more than a little over four times the calls.

Calls are counted, not seconds: the count is the same on every machine and under every load.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from types import FrameType
from typing import Any, NamedTuple

import pytest

from detente.document import Dated, Parse
from detente.extract.cast import Cast
from detente.extract.dates import find_dates
from detente.extract.events import find_events
from detente.extract.forecasts import find_forecasts
from detente.extract.meetings import find_meetings
from detente.extract.mentions import find_mentions
from detente.extract.positions import find_positions
from detente.extract.stance import find_stances
from detente.extract.statements import find_statements
from detente.knowledge.registry import registry
from detente.pipeline import extract
from detente.records import Event, Meeting, Statement
from tests.factories import parse_of

PARAGRAPHS = (
    "Sergei Lavrov met John Kerry in Berlin on Tuesday, and the two spoke of Syria for two hours.",
    "Russia accused the United States of arming the rebels, the foreign ministry said on Friday.",
    "Kerry is likely to travel to Moscow next week, officials said; the talks could last two days.",
    "Washington wants sanctions on Iran to stay, but Moscow rejects them, as it did last year.",
)
SHORT, TIMES = 4, 4
MOST = 1.3
"""How much more than the length the calls may grow: what is asked of neighbours, and sorting."""


class Read(NamedTuple):
    """A text with what the extractors that come first found in it."""

    parse: Parse
    cast: Cast
    dated: tuple[Dated, ...]
    said: tuple[Statement, ...]
    met: tuple[Meeting, ...]
    done: tuple[Event, ...]


@lru_cache(maxsize=2)
def read(times: int) -> Read:
    parse = parse_of(" / ".join(PARAGRAPHS * (SHORT * times)), published=date(2013, 5, 9))
    found = extract(parse)
    cast = find_mentions(parse, registry())
    return Read(parse, cast, find_dates(parse), found.statements, found.meetings, found.events)


STEPS: dict[str, Callable[[Read], object]] = {
    "names": lambda it: find_mentions(it.parse, registry()),
    "dates": lambda it: find_dates(it.parse),
    "statements": lambda it: find_statements(it.parse, it.cast, it.dated),
    "meetings": lambda it: find_meetings(it.parse, it.cast, it.dated, it.said),
    "events": lambda it: find_events(it.parse, it.cast, it.dated, it.said, it.met),
    "positions": lambda it: find_positions(it.parse, it.cast, it.dated, it.said, it.done),
    "forecasts": lambda it: find_forecasts(it.parse, it.cast, it.dated, it.said),
    "attitudes": lambda it: find_stances(it.parse, it.cast, it.said),
}


def calls(step: Callable[[Read], object], it: Read) -> int:
    """Return how many functions a step calls, those written in C among them; caches are warm."""
    step(it)
    count = 0

    def seen(_frame: FrameType, event: str, _arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    gc.disable()  # a collection calls what others hang on it: Hypothesis times it with four calls
    sys.setprofile(seen)
    try:
        step(it)
    finally:
        sys.setprofile(before)
        gc.enable()
    return count


@pytest.mark.parametrize("name", STEPS)
def test_calls_grow_with_the_length(name: str) -> None:
    short, long = calls(STEPS[name], read(1)), calls(STEPS[name], read(TIMES))
    assert short > 100
    assert long <= MOST * TIMES * short


@pytest.mark.parametrize("name", STEPS)
def test_a_step_looked_at_again_costs_the_same(name: str) -> None:
    """The count is no accident of a cache: without this the test above could not fail."""
    first, again = calls(STEPS[name], read(1)), calls(STEPS[name], read(1))
    assert first == again


def test_a_collection_is_not_counted() -> None:
    """A suite that ran before leaves much to collect, and a callback on it is no call of a step."""

    def told(phase: str, _info: dict[str, int]) -> None:
        len(phase)

    def step(_it: Read) -> object:
        return [[] for _ in range(100_000)]

    alone = calls(step, read(1))
    gc.callbacks.append(told)
    try:
        assert calls(step, read(1)) == alone
    finally:
        gc.callbacks.remove(told)
