"""Whether two phrases name one occasion: "the G-8 summit" and "talks at the G-8" do."""

from __future__ import annotations

_LIGHT = frozenset(
    """the a an of on at in for during before after his her their its sidelines summit meeting meetings
    gathering talks conference session event as with""".split()  # noqa: SIM905
)
"""Words of an occasion that do not tell it from another."""


def akin(left: str, right: str) -> bool:
    """Say whether two occasions can be one: what tells each is in the other.

    >>> akin("the G-8 summit in Britain", "sidelines of the G8"), akin("Easter", "May Day")
    (True, False)
    """
    a, b = (set(words.casefold().replace("-", "").split()) - _LIGHT for words in (left, right))
    return not a or not b or a <= b or b <= a
