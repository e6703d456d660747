"""German names of what the tables name in English: offices, bodies, places, issues, states.

What is not in the table keeps its English name: names of newspapers and of most cities are the same.
Words of an article are never translated.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from detente.knowledge.state_names import state_name
from detente.knowledge.states import states
from detente.knowledge.tables import rows

Kind = Literal["office", "organisation", "body", "place", "issue"]
_OF: dict[str, str] = {
    "Vereinigte Staaten": "der Vereinigten Staaten",
    "Vereinigte Arabische Emirate": "der Vereinigten Arabischen Emirate",
    "Vereinigte Arabische Republik": "der Vereinigten Arabischen Republik",
    "Vereinigtes Königreich": "des Vereinigten Königreichs",
    "Zentralafrikanische Republik": "der Zentralafrikanischen Republik",
    "Demokratische Republik Kongo": "der Demokratischen Republik Kongo",
    "Dominikanische Republik": "der Dominikanischen Republik",
    "Marshallinseln": "der Marshallinseln",
    "Kosovo": "des Kosovo",
}
"""Names that are declined by more than an article or an ending."""
_FEMININE = frozenset({
    "Mongolei", "Slowakei", "Schweiz", "Türkei", "Ukraine", "Sowjetunion", "Tschechoslowakei",
    "Republik Kongo", "Republik Moldau",
})  # fmt: skip
_MASCULINE = frozenset({
    "Iran", "Irak", "Libanon", "Sudan", "Südsudan", "Jemen", "Südjemen", "Tschad", "Vatikan",
})  # fmt: skip
_PLURAL = frozenset({
    "Bahamas", "Komoren", "Malediven", "Niederlande", "Philippinen", "Salomonen", "Seychellen",
    "Cookinseln",
})  # fmt: skip
_DATIVE = {
    "Vereinigte Staaten": "in den Vereinigten Staaten",
    "Vereinigte Arabische Emirate": "in den Vereinigten Arabischen Emiraten",
    "Vereinigtes Königreich": "im Vereinigten Königreich",
    "Marshallinseln": "auf den Marshallinseln",
    "Niederlande": "in den Niederlanden",
    "Philippinen": "auf den Philippinen",
    "Vatikan": "beim Heiligen Stuhl",
    "Kosovo": "im Kosovo",
}
_AT = {
    "Kreml": "im Kreml",
    "Weißes Haus": "im Weißen Haus",
    "Krim": "auf der Krim",
    "Westjordanland": "im Westjordanland",
    "Gazastreifen": "im Gazastreifen",
    "Golanhöhen": "auf den Golanhöhen",
    "Naher Osten": "im Nahen Osten",
    "Arktis": "in der Arktis",
    "Schwarzes Meer": "am Schwarzen Meer",
    "Donbass": "im Donbass",
    "Kreta": "auf Kreta",
    "Korfu": "auf Korfu",
    "Rhodos": "auf Rhodos",
    "Sachalin": "auf Sachalin",
}
"""Where something is that is not "in" a place."""
_NO_ENDING = ("s", "ß", "x", "z")


def german(name: str, kind: Kind | None = None) -> str | None:
    """Return the German name of something the tables name in English; None where it has none.

    Without a kind, of any, states among them.

    >>> german("Geneva"), german("European Union", "organisation"), german("Geneva", "issue")
    ('Genf', 'Europäische Union', None)
    """
    if kind is not None:
        found = _names().get((kind, name))
        return found[0] if found else None
    if name in _codes():
        return state_name(_codes()[name], "de")
    return next((found[0] for one in _KINDS if (found := _names().get((one, name)))), None)


def office_in_german(text: str, gender: str | None = None) -> str:
    """Return an office as rows write it in German; one that the table does not know stays English.

    >>> office_in_german("Foreign Minister of Russia"), office_in_german("Secretary of State", "f")
    ('Außenminister Russlands', 'Außenministerin')
    >>> office_in_german("U.S. Ambassador to Russia")
    'Botschafter der Vereinigten Staaten in Russland'
    >>> office_in_german("a professor at Hill College")
    'a professor at Hill College'
    """
    plain = " ".join(text.split())
    if found := _office(plain, gender):
        return found
    words = plain.split(" of ")
    for at in range(1, len(words)):
        title, owner = " of ".join(words[:at]), " of ".join(words[at:])
        if (known := _office(title, gender)) and (whose := _whose(owner)):
            return f"{known} {whose}"
    head, to, there = plain.partition("Ambassador to ")
    if not to:
        return text
    adjective, owner = head.strip(), ""
    if adjective:
        owner = _by_adjective().get(adjective, "")
        if not owner:
            return text
    there, of, said_of = there.partition(" of ")
    if of:
        owner = _codes().get(said_of.removeprefix("the "), owner)
    ambassador = _office("Ambassador", gender) or "Botschafter"
    where = _where(there.removeprefix("the "))
    return f"{ambassador}{f' {_of_state(owner)}' if owner else ''} {where}" if where else text


def at_in_german(place: str) -> str:
    """Return where something happened, with its preposition.

    >>> at_in_german("Geneva"), at_in_german("the Kremlin"), at_in_german("Turkey")
    ('in Genf', 'im Kreml', 'in der Türkei')
    """
    name = german(place, "place")
    if name is None:
        return _where(place.removeprefix("the ")) or f"in {place}"
    return _AT.get(name, f"in {name}")


def _office(title: str, gender: str | None) -> str | None:
    found = _names().get(("office", title))
    return None if found is None else found[-1] if gender == "f" else found[0]


def _whose(owner: str) -> str | None:
    """Return the owner of an office in the genitive."""
    name = owner.removeprefix("the ")
    if name in _codes():
        return _of_state(_codes()[name])
    body = german(name, "organisation") or german(name, "body")
    return f"({body})" if body else f"({name})" if name.isupper() else None


def _of_state(code: str) -> str:
    """Return a state in the genitive.

    >>> _of_state("RUS"), _of_state("IRN"), _of_state("UKR"), _of_state("LAO")
    ('Russlands', 'des Iran', 'der Ukraine', 'von Laos')
    """
    name = state_name(code, "de")
    if name in _OF:
        return _OF[name]
    if name in _FEMININE or name in _PLURAL:
        return f"der {name}"
    if name in _MASCULINE:
        return f"des {name}"
    return f"von {name}" if name.endswith(_NO_ENDING) else f"{name}s"


def _where(name: str) -> str | None:
    """Return where an ambassador is sent: to a state, or to the United Nations or NATO."""
    if found := _names().get(("office", f"Ambassador to {name}")) or _names().get(
        ("office", f"Ambassador to the {name}")
    ):
        return found[0].partition(" ")[2]
    if name not in _codes():
        return None
    german_name = state_name(_codes()[name], "de")
    if german_name in _DATIVE:
        return _DATIVE[german_name]
    if german_name in _MASCULINE:
        return f"im {german_name}"
    if german_name in _FEMININE or german_name in _OF:
        return f"in {_of_state(_codes()[name])}"
    if german_name in _PLURAL:
        return f"auf den {german_name}"
    return f"in {german_name}"


_KINDS: tuple[Kind, ...] = ("issue", "organisation", "body", "place", "office")


@lru_cache(maxsize=1)
def _names() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(row["kind"], row["name"]): tuple(row["german"].split("|")) for row in rows("names_de.tsv")}


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {state.name: code for code, state in states().items()}


@lru_cache(maxsize=1)
def _by_adjective() -> dict[str, str]:
    found = {adjective: code for code, state in states().items() for adjective in state.adjectives[:1]}
    return {**found, "U.S.": "USA", "American": "USA"}
