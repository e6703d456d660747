"""A collector over a scripted site, as tests of collections begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.collect import Collector
from tests.unit.collect.site import START, Clock, Kept, Site, collector


@pytest.fixture(scope="module")
def running() -> Iterator[Site]:
    site = Site(Clock())
    yield site
    site.close()


@pytest.fixture
def site(running: Site) -> Site:
    running.clock.now = START
    running.clock.slept = []
    running.log.clear()
    running.scripts.clear()
    running.times.clear()
    return running


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def web(site: Site, tmp_path: Path, kept: Kept) -> Iterator[Collector]:
    with collector(site, tmp_path, kept) as made:
        yield made
