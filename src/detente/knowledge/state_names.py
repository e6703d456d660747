"""The name of a state in a language of the interface, and as it stands in a sentence."""

from __future__ import annotations

from functools import lru_cache

from detente.knowledge.states import states
from detente.knowledge.tables import rows

_ARTICLE = ("United ", "Netherlands", "Philippines", "Czech Republic", "Dominican Republic", "Bahamas",
            "Gambia", "Maldives", "Soviet Union", "Central African Republic", "Democratic Republic",
            "Republic of", "Seychelles", "Comoros", "Marshall Islands", "Solomon Islands")  # fmt: skip
"""How English names begin that take an article in a sentence."""


def state_name(code: str, language: str = "en") -> str:
    """Return the name of a state, the English one where a language has none; of no state the code.

    >>> state_name("USA"), state_name("RUS", "de"), state_name("XYZ")
    ('United States', 'Russland', 'XYZ')
    """
    if language == "de" and (name := _german().get(code)):
        return name
    return states()[code].name if code in states() else code


def in_a_sentence(code: str) -> str:
    """Return the English name of a state as it stands in a sentence.

    >>> in_a_sentence("USA"), in_a_sentence("RUS")
    ('the United States', 'Russia')
    """
    name = state_name(code)
    return f"the {name}" if name.startswith(_ARTICLE) else name


@lru_cache(maxsize=1)
def _german() -> dict[str, str]:
    return {row["state"]: row["name"] for row in rows("states_de.tsv")}
