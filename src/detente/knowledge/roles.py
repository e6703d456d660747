"""Words for people by what they do: offices, professions, the unnamed, titles before a name.

"Secretary of state" is an office whose key depends on the state (`USA:foreign-minister`); "officials"
and "experts" are people nobody names; "Professor" and "Mr" stand before a name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from detente.knowledge.tables import rows, several

RoleClass = Literal["office", "profession", "anonymous", "title"]
_ANY = ""


@lru_cache(maxsize=1)
def _roles() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in rows("roles.tsv"):
        found.setdefault(row["class"], {})[row["noun"]] = row["gender"]
    return found


def is_role(lemma: str, kind: RoleClass) -> bool:
    """Say whether a noun, as a lower-case lemma, is of a class.

    >>> is_role("official", "anonymous"), is_role("minister", "office"), is_role("treaty", "office")
    (True, True, False)
    """
    return lemma in _roles()[kind]


def role_nouns(kind: RoleClass) -> frozenset[str]:
    """Return every noun of a class, in lower case."""
    return frozenset(_roles()[kind])


def role_gender(lemma: str) -> str | None:
    """Return `f` or `m` where the noun itself says it (spokeswoman, king); else None."""
    for table in _roles().values():
        if table.get(lemma):
            return table[lemma]
    return None


@lru_cache(maxsize=1)
def _titles() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Office titles in lower case: (suffix of the key, the states it is said in, empty for all)."""
    found: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for row in rows("offices.tsv"):
        for title in several(row["titles"]):
            words, _, where = title.partition("@")
            entry = (row["office"], frozenset(where.split(",")) if where else frozenset())
            found[words] = (*found.get(words, ()), entry)
    return found


def office_suffixes(title: str, state: str | None = None) -> tuple[str, ...]:
    """Return the kinds of office that a title names, in the given state or anywhere.

    A title that only some states use is not taken for an office of another.

    >>> office_suffixes("Secretary of State", "USA"), office_suffixes("foreign minister", "RUS")
    (('foreign-minister',), ('foreign-minister',))
    >>> office_suffixes("secretary of state", "RUS")
    ()
    """
    entries = _titles().get(" ".join(title.lower().split()), ())
    chosen = [suffix for suffix, where in entries if not where or state is None or state in where]
    return tuple(dict.fromkeys(chosen))


def office_titles(suffix: str, state: str) -> tuple[str, ...]:
    """Return the titles, in lower case, under which an office is known in a state.

    >>> "foreign secretary" in office_titles("foreign-minister", "GBR")
    True
    >>> "foreign secretary" in office_titles("foreign-minister", "RUS")
    False
    """
    return tuple(
        words
        for words, entries in _titles().items()
        if any(key == suffix and (not where or state in where) for key, where in entries)
    )


def states_of_title(title: str) -> frozenset[str]:
    """Return the states in which alone a title is used ("secretary of state": the USA); else empty."""
    entries = _titles().get(" ".join(title.lower().split()), ())
    if not entries or any(not where for _, where in entries):
        return frozenset()
    return frozenset().union(*(where for _, where in entries))


def titles() -> tuple[str, ...]:
    """Return every title of an office in lower case, the longest first."""
    return tuple(sorted(_titles(), key=lambda words: (-len(words), words)))
