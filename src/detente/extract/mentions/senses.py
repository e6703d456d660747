"""A capital, a seat of government or a state's own name is read as the one who acts, or as a place.

As the one who speaks or acts, owns, is spoken to or dealt with, a capital is its government ("Moscow
believes", "sanctions against Damascus"); after a preposition of place, as the goal of a journey or the
site of an institute it is a place ("in Moscow", "arrived in", "to leave Moscow"). A state's own name is
a place after "in" and the like, else the state.
"""

from __future__ import annotations

from detente.extract.spans import Tokens

_LOCATIVE = frozenset((
    "in", "at", "near", "around", "outside", "inside", "through", "across", "throughout", "via",
    "within", "into", "onto", "above", "over", "beyond", "off", "upon",
))  # fmt: skip
_RELATION = frozenset((
    "with", "between", "by", "against", "on", "for", "toward", "towards", "about", "without",
    "among", "under", "behind", "despite", "like", "unlike", "than", "vis-à-vis", "versus",
    "versus.", "per", "amongst", "concerning", "regarding", "except", "besides", "alongside",
))  # fmt: skip
_WAYS = frozenset((
    "bus", "distance", "ferry", "flight", "highway", "kilometer", "kilometre", "mile", "motorway",
    "pipeline", "plane", "railway", "road", "route", "train",
))  # fmt: skip
"""What runs between two towns, whoever governs them."""
_MOTION = frozenset((
    "travel", "go", "come", "fly", "visit", "return", "arrive", "trip", "head", "move", "flight",
    "journey", "drive", "tour", "depart", "leave", "send", "dispatch", "deploy", "relocate",
    "escape", "flee", "bring", "take", "invite", "journey", "pilgrimage", "road", "train", "plane",
    "way", "mile", "kilometer", "km", "train", "back", "en", "route", "north", "south", "east",
    "west", "northwest", "northeast", "southwest", "southeast", "outskirts", "suburb",
    "accompany", "shuttle", "get", "drive", "walk", "follow", "escort", "transfer", "move",
    "delegation", "first", "second", "third", "fourth", "last", "next", "latest",
))  # fmt: skip
_PLACE_OBJECT = frozenset((
    "visit", "leave", "reach", "bomb", "enter", "tour", "capture", "shell", "storm", "shake",
    "hit", "strike", "seize", "besiege", "approach", "surround", "flee", "quit", "depart",
    "overrun", "recapture", "retake", "devastate",
))  # fmt: skip
_PLACE_NOUN = frozenset((
    "airport", "street", "suburb", "mayor", "square", "center", "centre", "district", "hotel",
    "river", "resident", "university", "police", "hospital", "station", "metro", "subway", "zoo",
    "region", "area", "neighborhood", "outskirts", "museum", "stadium", "embassy", "bureau",
    "office", "correspondent", "newsroom", "time", "summer", "winter", "bombing", "talk",
    "meeting", "summit", "conference", "agreement", "accord", "treaty", "protocol", "round",
    "forum", "visit", "trip", "declaration", "process", "format", "school", "institute",
    "exchange", "bourse", "stock", "market",
))  # fmt: skip
_ALONG = frozenset(("on", "up", "down", "along", "past", "to", "from"))
_SENT = frozenset((
    "pressure", "message", "letter", "signal", "word", "reply", "offer", "criticism", "proposal",
    "guarantee", "statement", "protest", "arm", "weapon", "help", "aid", "money", "order", "news",
    "permission", "threat", "assurance", "promise", "answer", "objection", "complaint", "rebuke",
    "condemnation", "denial", "invitation", "concession", "instruction", "warning", "call", "note",
    "loan", "credit", "gas", "delivery", "missile", "independence", "distance", "departure",
))  # fmt: skip
_AGENT_NOUN = frozenset((
    "government", "official", "authority", "regime", "administration", "leadership", "diplomat",
    "leader", "policy", "politician", "spokesman", "spokeswoman", "spokesperson", "aide",
    "insider", "position", "stance", "view", "decision", "response", "reaction", "support", "ally",
    "backing", "effort", "claim", "demand", "request", "refusal", "argument", "concern",
    "interest", "foreign", "plan",
))  # fmt: skip


def reading(tokens: Tokens, first: int, last: int, sense: str) -> tuple[str, str]:
    """Return `state` or `place` for the tokens, and why.

    `sense` is that of the form: a `name` of a state, a `capital` or a `seat`.
    """
    head = tokens.head_of(first, last)
    return _by_role(tokens, head, first, last, sense, 0)


def _by_role(
    tokens: Tokens, head: int, first: int, last: int, sense: str, depth: int
) -> tuple[str, str]:
    dep, up = tokens.deps[head], tokens.heads[head]
    word = tokens.lemmas[up].lower()
    if sense != "name" and _is_dateline(tokens, first, last):
        return "place", "dateline"
    if dep in ("conj", "appos") and up != head and depth < 4 and tokens.tags[up].startswith("N"):
        return _by_role(tokens, up, up, up + 1, sense, depth + 1)
    if dep == "pobj" or tokens.deps[up] == "prep":
        return _after(tokens, up, word, sense)
    if dep in ("nsubj", "agent", "csubj", "expl"):
        return "state", "subject"
    if dep == "nsubjpass":
        return ("state", "subject") if sense != "capital" else ("state", "subject of a passive")
    if dep in ("dobj", "dative", "iobj", "obj"):
        if word in _PLACE_OBJECT:
            return "place", f"object of {word}"
        return "state", f"object of {word}"
    if dep == "poss":
        if sense == "capital" and word in _PLACE_NOUN:
            return "place", f"owner of {word}"
        return "state", "possessor"
    if dep in ("compound", "amod", "nmod"):
        if sense == "capital" and word not in _AGENT_NOUN:
            return "place", f"part of {word}"
        return "state", f"part of {word}"
    if sense == "capital" and dep in ("npadvmod", "advmod", "dep", "ROOT", "punct"):
        return ("state", "no locative") if dep == "ROOT" else ("place", "adverbial")
    return "state", "no locative"


def _after(tokens: Tokens, at: int, word: str, sense: str) -> tuple[str, str]:
    """The reading after the preposition at a token."""
    governor = tokens.heads[at]
    above = tokens.lemmas[governor].lower()
    if word in _LOCATIVE or (sense == "seat" and word in _ALONG and _is_street(tokens, at)):
        return "place", f"after {word}"
    if word == "to" and above in ("opposed", "oppose") and tokens.texts[governor - 1].lower() == "as":
        return "place", "as opposed to"
    if word in ("to", "from"):
        if above in _MOTION:
            return "place", f"{above} {word}"
        thing = tokens.tags[governor].startswith("N") and tokens.tags[governor][:3] != "NNP"
        if word == "from" and sense == "capital" and thing and above not in _SENT | _AGENT_NOUN:
            return "place", f"{above} from"
        return "state", f"after {word}"
    if word == "of":
        if sense == "capital" and above in (
            "city",
            "north",
            "south",
            "east",
            "west",
            "outskirts",
            "suburb",
            "center",
            "centre",
            "street",
            "university",
            "capital",
            "part",
            "outside",
            "port",
            "mayor",
            "mile",
        ):
            return "place", f"{above} of"
        return "state", "after of"
    if word == "between" and sense == "capital" and above in _WAYS:
        return "place", f"{above} between"
    if word in _RELATION:
        return "state", f"after {word}"
    return "state", f"after {word}"


def _is_street(tokens: Tokens, at: int) -> bool:
    """Whether a street or square follows a preposition: "on Smolenskaya Square"."""
    return any(text in ("Street", "Square") for text in tokens.texts[at + 1 : at + 4])


def _is_dateline(tokens: Tokens, first: int, last: int) -> bool:
    """A city in capitals or plain at the start of a sentence, before a bracket, dash or date."""
    if first and tokens.sents[first - 1] == tokens.sents[first] and tokens.sents[first] >= 0:
        return False
    after = tokens.texts[last] if last < len(tokens.texts) else ""
    if after in ("(", "—", "–", "--", "-", ":") and tokens.texts[first].isupper():
        return True
    if after == "," and tokens.texts[first].isupper() and len(tokens.texts[first]) > 3:
        return any(text in ("(", "—", "–", "--", "-") for text in tokens.texts[last : last + 8])
    return (
        after in ("(", "—", "–", "--")
        and last < len(tokens.texts) - 1
        and (after != "(" or tokens.texts[last + 1] in ("Reuters", "AP", "AFP", "CNN", "Xinhua", "RIA"))
    )
