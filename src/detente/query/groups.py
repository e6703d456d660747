"""Items and the pairs that belong together become groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def grouped(items: Sequence[str], pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return the groups that pairs join items into, each in the order of the items.

    An item in no pair is a group of its own; a pair with a stranger in it joins nothing.

    >>> grouped(["a", "b", "c", "d"], [("d", "b"), ("a", "z")])
    [('a',), ('b', 'd'), ('c',)]
    """
    parent = {item: item for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for left, right in pairs:
        if left in parent and right in parent:
            parent[root(right)] = root(left)
    found: dict[str, list[str]] = {}
    for item in items:
        found.setdefault(root(item), []).append(item)
    return [tuple(group) for group in found.values()]
