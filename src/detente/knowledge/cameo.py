"""A coded act becomes its CAMEO code: the older scheme, for those whose tools read it.

CAMEO (Schrodt 2012) has twenty roots with up to four digits. The table of words gives the code of
the words that fired; what is only promised or threatened has the code of the promise or the threat.
Goldstein values are those of the roots as ICEWS publishes them.
"""

from __future__ import annotations

from functools import lru_cache

from detente.knowledge.plover import act_nouns, acts

_OF_TYPE: dict[tuple[str, str | None], str] = {
    ("AGREE", None): "030", ("CONSULT", None): "040", ("CONSULT", "visit"): "042",
    ("CONSULT", "phone"): "041", ("CONSULT", "third-party"): "045", ("SUPPORT", None): "051",
    ("CONCEDE", None): "080", ("COOPERATE", None): "060", ("AID", None): "070",
    ("RETREAT", None): "080", ("RETREAT", "withdraw"): "0874", ("RETREAT", "release"): "0841",
    ("RETREAT", "disarm"): "0873", ("RETREAT", "ceasefire"): "0871", ("RETREAT", "access"): "085",
    ("RETREAT", "resign"): "0831", ("REQUEST", None): "100", ("ACCUSE", None): "110",
    ("ACCUSE", "disapprove"): "111", ("ACCUSE", "allege"): "112", ("ACCUSE", "investigate"): "090",
    ("REJECT", None): "120", ("REJECT", "meet"): "125", ("THREATEN", None): "130",
    ("PROTEST", None): "140", ("SANCTION", None): "160", ("MOBILIZE", None): "150",
    ("COERCE", None): "170", ("ASSAULT", None): "190",
}  # fmt: skip
_PROMISED: dict[str, str] = {
    "CONSULT": "036", "SUPPORT": "032", "COOPERATE": "031", "AID": "033", "RETREAT": "035",
    "CONCEDE": "035",
}  # fmt: skip
_THREATENED: dict[str, str] = {
    "SANCTION": "131", "COERCE": "137", "ASSAULT": "138", "PROTEST": "133", "MOBILIZE": "138",
    "REJECT": "134",
}  # fmt: skip
_REFUSED: dict[str, str] = {
    "AID": "122", "COOPERATE": "121", "CONSULT": "125", "SUPPORT": "120", "AGREE": "120",
    "RETREAT": "123", "CONCEDE": "124",
}  # fmt: skip
_GOLDSTEIN = {
    "01": 0.0, "02": 3.0, "03": 4.0, "04": 1.0, "05": 3.5, "06": 6.0, "07": 7.0, "08": 5.0, "09": -2.0,
    "10": -5.0, "11": -2.0, "12": -4.0, "13": -6.0, "14": -6.5, "15": -7.2, "16": -4.0, "17": -7.0,
    "18": -9.0, "19": -10.0, "20": -10.0,
}  # fmt: skip


def cameo_of(type_: str, mode: str | None, rule: str) -> str:
    """Return the CAMEO code of an event from its type, mode and the rule that gave the type.

    >>> cameo_of("SANCTION", "expel", "expel"), cameo_of("AGREE", None, "future visit")
    ('166', '036')
    >>> cameo_of("THREATEN", None, "threaten to attack"), cameo_of("ASSAULT", None, "model x")
    ('138', '190')
    """
    base, code = _told(rule)
    inner, digits = _told(rule.split(" to ", 1)[1]) if " to " in rule else (base, code)
    for kind, table in (("AGREE", _PROMISED), ("THREATEN", _THREATENED), ("REJECT", _REFUSED)):
        if type_ == kind and inner in table:
            return table[inner]
    for typed, told in ((base, code), (inner, digits)):
        if typed == type_ and told is not None:
            return told
    return _OF_TYPE.get((type_, mode)) or _OF_TYPE[(type_, None)]


def goldstein(code: str) -> float:
    """Return the conflict-cooperation value of a code's root, -10 to 10.

    >>> goldstein("0871"), goldstein("190")
    (5.0, -10.0)
    """
    return _GOLDSTEIN[code[:2]]


@lru_cache(maxsize=1024)
def _told(rule: str) -> tuple[str | None, str | None]:
    """Return type and code of the words of a rule; None where the table has none."""
    words = [w for w in rule.split() if w not in ("future", "not", "said", "that", "should")]
    if words[:1] == ["noun"]:
        noun = act_nouns().get(words[1])
        return (noun.type, noun.cameo) if noun else (None, None)
    if words[:1] == ["joint"]:
        return "COOPERATE", "062"
    if not words or words[0] == "model":
        return None, None
    lemma, rest = words[0], words[1:]
    keys = [f"+{rest[0]}~{rest[1]}"] if len(rest) > 1 else []
    keys += [f"~{rest[-1]}", f"+{rest[0]}"] if rest else []
    for key in (*keys, ""):
        if (act := acts().get((lemma, key))) is not None:
            return act.type, act.cameo
    noun = act_nouns().get(rest[-1]) if rest else None
    return (noun.type, noun.cameo) if noun else (None, None)
