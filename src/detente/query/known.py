"""The registry as one archive knows it: the built-in one, the reader's over it, and judgements."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy.engine import Connection

from detente.knowledge.registry import Registry
from detente.knowledge.registry_layer import Layer, judged, registry_with
from detente.store import own_layer, shown_ids, shown_names

_REGISTRY = ("person:", "state:", "organisation:", "body:")


def registry_of(conn: Connection) -> Registry:
    """Return the registry with the reader's own, merges and names; the built-in one where none is."""
    same = {one: kept for one, kept in shown_ids(conn).items() if one.startswith(_REGISTRY)}
    names = {one: name for one, name in shown_names(conn).items() if one.startswith(_REGISTRY)}
    return _made(own_layer(conn), tuple(sorted(same.items())), tuple(sorted(names.items())))


@lru_cache(maxsize=4)
def _made(
    layer: Layer, same: tuple[tuple[str, str], ...], names: tuple[tuple[str, str], ...]
) -> Registry:
    return judged(registry_with(layer), dict(same), dict(names))
