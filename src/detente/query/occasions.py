"""Whether two phrases name one occasion: "the G-8 summit" and "talks at the G-8" do."""

from __future__ import annotations

import re

_SIZES = {"seven": "7", "eight": "8", "twenty": "20"}
_GROUP = re.compile(r"\bgroup of (seven|eight|twenty|7|8|20)\b")
_LIGHT = frozenset(
    """the a an of on at in for during before after his her their its sidelines summit meeting meetings
    gathering talks conference session event as with""".split()  # noqa: SIM905
)
"""Words of an occasion that do not tell it from another."""
_FORUMS = frozenset(
    """g7 g8 g20 nato asean apec osce opcw opec brics imf quad saarc mercosur davos""".split()  # noqa: SIM905
)
"""What meets once in a while: two reports that name it mean one of its meetings."""


def akin(left: str, right: str) -> bool:
    """Say whether two occasions can be one: what tells each is in the other, or both name one forum.

    >>> akin("the G-8 summit in Britain", "sidelines of the G8"), akin("Easter", "May Day")
    (True, False)
    """
    a, b = (set(_group(words.casefold()).split()) - _LIGHT for words in (left, right))
    return not a or not b or a <= b or b <= a or bool(a & b & _FORUMS)


def _group(words: str) -> str:
    """Return words with each group of states in its short form: "Group of Eight", "G-8" become g8."""
    return _GROUP.sub(lambda found: "g" + _SIZES.get(found[1], found[1]), words).replace("-", "")
