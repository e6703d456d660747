"""A participant becomes the code and sector of event data: ISO alpha-3, GOV, MIL, REB ...

PLOVER (manual 2.0 draft) codes an actor by the state it belongs to and by its sector; organisations
of states are IGO, others NGO, armed movements without a land of their own IMG. An armed movement that
belongs to one land has that land's code.
"""

from __future__ import annotations

from functools import lru_cache

from detente.knowledge.tables import rows, several
from detente.records import Participant

_ORGANISED = frozenset(("IGO", "NGO", "IMG"))


@lru_cache(maxsize=1)
def _movements() -> dict[str, tuple[str, str]]:
    """Return code and sector of each organisation that is no organisation of states, by actor id."""
    return {row["id"]: (row["code"], row["sector"]) for row in rows("coding_movements.tsv")}


@lru_cache(maxsize=1)
def _sectors() -> dict[str, str]:
    """Return the sector of each noun and title, in lower case."""
    return {word: row["sector"] for row in rows("coding_sectors.tsv") for word in several(row["words"])}


def code_of(participant: Participant) -> str | None:
    """Return the code of a participant: a state, IGO, NGO or IMG; None when it belongs to none.

    >>> code_of(Participant("Hamas", "Hamas", "organisation:hamas", "organisation"))
    'PSE'
    >>> code_of(Participant("European Union", "EU", "organisation:eu", "organisation"))
    'IGO'
    """
    known = _movements().get(participant.actor_id or "")
    if known is not None:
        return known[0]
    if participant.state:
        return participant.state
    if participant.kind == "organisation" and participant.actor_id:
        return "IGO"
    return None


def sector_of(participant: Participant) -> str | None:
    """Return the sector of a participant; None for a state as such and where no word tells.

    The last word of the office or of the phrase that is listed decides: of "army chief" and "chief of
    the army" the army, of "opposition leader" the opposition.

    >>> sector_of(Participant("Russian troops", "Russian troops", None, "group", "RUS"))
    'MIL'
    >>> sector_of(Participant("Russia", "Russia", "state:RUS", "state", "RUS")) is None
    True
    """
    known = _movements().get(participant.actor_id or "")
    if known is not None:
        return known[1] or None
    if participant.kind in ("state", "organisation") and participant.actor_id:
        text = participant.text.lower()
        return "MIL" if any(word in text for word in ("troop", "peacekeep", "forces")) else None
    if participant.office:
        return _by_words(participant.office) or "GOV"
    found = _by_words(participant.text) or _by_words(participant.name)
    if found is None and (participant.actor_id or "").startswith("person:"):
        return "GOV"  # The registry holds those who hold office.
    return found


def _by_words(text: str) -> str | None:
    table = _sectors()
    words = [word.strip(".,'’\"()") for word in text.lower().replace("-", " ").split()]
    found: str | None = None
    for i, word in enumerate(words):
        if word == "national" and i + 1 < len(words):
            continue  # "national security adviser", and no national of a state
        if word in ("of", "from", "in", "for", "at") and found:
            break
        sector = (
            table.get(word) or table.get(word.removesuffix("s")) or table.get(word.removesuffix("es"))
        )
        if sector and (found in (None, "GOV") or sector != "GOV"):
            found = sector
    return found


def is_organised(code: str) -> bool:
    """Say whether a code stands for organisations and not for a state.

    >>> is_organised("IGO"), is_organised("RUS")
    (True, False)
    """
    return code in _ORGANISED
