"""Items and the pairs that belong together become groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence


def grouped(
    items: Sequence[str],
    pairs: Iterable[tuple[str, str]],
    apart: Callable[[str, str], bool] = lambda left, right: False,
) -> list[tuple[str, ...]]:
    """Return the groups that pairs join items into, each in the order of the items.

    An item in no pair is a group of its own; a pair with a stranger in it joins nothing. Pairs are
    taken in order, and one that would bring two items together that are `apart` joins nothing.

    >>> grouped(["a", "b", "c", "d"], [("d", "b"), ("a", "z")])
    [('a',), ('b', 'd'), ('c',)]
    """
    parent = {item: item for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    members = {item: [item] for item in items}
    for left, right in pairs:
        if left not in parent or right not in parent:
            continue
        one, other = root(left), root(right)
        if one == other or any(apart(a, b) for a in members[one] for b in members[other]):
            continue
        parent[other] = one
        members[one] += members.pop(other)
    found: dict[str, list[str]] = {}
    for item in items:
        found.setdefault(root(item), []).append(item)
    return [tuple(group) for group in found.values()]
