"""Collect: addresses become WARC records on this disk, which are then read like any other file.

The only room that uses the network. Every response is written to a WARC file before anything looks at
it; `collector` decides what is asked for and when, `fetching` asks, `guard` says which addresses of the
network may be asked at all, `state` remembers between runs. Clock, sleep, resolver and chance come from
outside.
"""

from detente.collect.collector import Collector, Report, Settings
from detente.collect.fetching import Fetched, Fetcher
from detente.collect.guard import Guard
from detente.collect.state import Place, State

__all__ = ["Collector", "Fetched", "Fetcher", "Guard", "Place", "Report", "Settings", "State"]
