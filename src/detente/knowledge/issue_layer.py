"""A reader's own issues: what is laid over the built-in table of issues.

An own issue has a name, a family and terms, written as in `data/issues.tsv` (`a|b c` crosses words,
`a ~ b` asks for both near each other). One with the id of a built-in issue adds terms to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.errors import RegistryError

OWN_FAMILY = "own"
"""The family of an own issue for which none is given."""
_SHORTEST = 3
_SLUG = re.compile(r"[^a-z0-9]+")
_BREAKS = re.compile(r"[\t\n\r;]")


@dataclass(frozen=True, slots=True, order=True)
class OwnIssue:
    """An issue of a reader, or the terms that a reader adds to a built-in one."""

    id: str
    """`issue:` and a slug of the name."""
    name: str
    """The name it is shown under."""
    family: str
    """The family it belongs to."""
    terms: tuple[str, ...]
    """The words it is known by."""


def own_issue(name: str, terms: Iterable[str], family: str = "") -> OwnIssue:
    """Return a reader's issue; its name is a term of its own where no other is given.

    >>> own_issue("Sandbank Islands", ["Northern Shoals"]).id
    'issue:sandbank-islands'

    Raises RegistryError for a name without a letter and for a term that is too short, empty on a side
    of `~`, or holds a mark that parts terms.
    """
    shown = " ".join(name.split())
    slug = _SLUG.sub("-", shown.casefold()).strip("-")
    if not slug:
        raise RegistryError(
            f"issue {name!r}: there is no letter in its name", "give it a name in words"
        )
    given = tuple(dict.fromkeys(" ".join(term.split()) for term in terms)) or (shown,)
    for term in given:
        _check(term, shown)
    if _BREAKS.search(shown) or _BREAKS.search(family):
        raise RegistryError(f"issue {shown!r}: no tab and no semicolon in a name", "leave it out")
    return OwnIssue(f"issue:{slug}", shown, " ".join(family.split()) or OWN_FAMILY, given)


def _check(term: str, name: str) -> None:
    if _BREAKS.search(term):
        raise RegistryError(f"issue {name!r}: term {term!r} holds a semicolon", "give each term alone")
    sides = term.split(" ~ ")
    for side in sides if len(sides) <= 2 else [""]:
        if sum(char.isalnum() for char in side) < _SHORTEST:
            raise RegistryError(
                f"issue {name!r}: term {term!r} is too short to tell anything",
                f"write {_SHORTEST} letters at least on each side",
            )


def laid(text: str, own: Sequence[OwnIssue]) -> str:
    """Return the text of a table of issues with a reader's laid over it; see `knowledge.issues`.

    Terms of an issue that is there already are added to its line; others are lines of their own.
    """
    waiting = {one.id.removeprefix("issue:"): one for one in own}
    lines = []
    for line in text.splitlines():
        slug, tab, rest = line.partition("\t")
        if tab and not line.startswith("#") and (one := waiting.pop(slug, None)):
            rest = "; ".join((rest, *one.terms))
        lines.append(f"{slug}{tab}{rest}")
    lines += [
        "\t".join((slug, one.name, one.family, "; ".join(one.terms))) for slug, one in waiting.items()
    ]
    return "\n".join(lines) + "\n"
