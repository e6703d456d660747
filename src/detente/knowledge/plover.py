"""The PLOVER ontology: a code becomes its event type, a word the type of act it tells.

PLOVER (Open Event Data Alliance, manual 2.0 draft) sorts acts between political actors into sixteen
types, each with a quad class (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4
material conflict) and a score from -10 to 10. Where the manual disagrees with itself this project
reads SANCTION as quad 4, as its own section has it. Descriptions and words are ours. CAMEO's
statements and appeals (01, 02) have no type: they are statements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of act."""

    name: str
    """Its code: AGREE, CONSULT ..."""
    quad: int
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    value: float
    """Score from conflict (-10) to cooperation (10)."""
    meaning: str
    """What counts, in a few words."""
    modes: Mapping[str, float]
    """Its modes with their scores; empty when it has none."""


EVENT_TYPES: Mapping[str, EventType] = {
    kind.name: kind
    for kind in (
        EventType(
            "AGREE", 1, 2.5, "promises or arranges to cooperate; what is promised is not yet done", {}
        ),
        EventType(
            "CONSULT",
            1,
            2.5,
            "meets, talks, visits, calls, negotiates, mediates",
            {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5},
        ),
        EventType("SUPPORT", 1, 5, "praises, backs, recognises, apologises, signs or ratifies", {}),
        EventType(
            "CONCEDE", 1, 4.5, "gives way in words or rules: pardons, eases, announces a withdrawal", {}
        ),
        EventType(
            "COOPERATE",
            2,
            9.5,
            "does something together: exercises, trade, extradition, intelligence",
            {},
        ),
        EventType("AID", 2, 10, "gives money, food, arms, shelter, protection", {}),
        EventType(
            "RETREAT",
            2,
            6.5,
            "withdraws, frees, disarms, ceases fire, opens, resigns",
            {
                "withdraw": 8,
                "release": 6.5,
                "disarm": 10,
                "ceasefire": 7.5,
                "access": 6.5,
                "resign": 4.5,
            },
        ),
        EventType(
            "REQUEST",
            3,
            0,
            "asks, urges or demands",
            {"assist": 0.5, "change": -1, "yield": -1, "meet": 0},
        ),
        EventType(
            "ACCUSE",
            3,
            -3,
            "blames, criticises, complains, investigates, summons an ambassador",
            {"disapprove": -2, "investigate": -3.5, "allege": -3.5},
        ),
        EventType(
            "REJECT",
            3,
            -2,
            "refuses, vetoes, defies, calls off a meeting",
            {"assist": -1.5, "change": -2, "yield": -2, "meet": -2},
        ),
        EventType(
            "THREATEN",
            3,
            -3.5,
            "warns of or vows a hostile act",
            {
                "restrict": -3,
                "arrest": -3.5,
                "relations": -3.5,
                "expel": -3.5,
                "violence": -3.5,
                "territory": -4,
            },
        ),
        EventType(
            "PROTEST",
            4,
            -5,
            "demonstrates, strikes, boycotts, riots",
            {"demo": -5, "riot": -7, "strike": -5, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5},
        ),
        EventType(
            "SANCTION",
            4,
            -6,
            "cuts or worsens relations: sanctions, expulsions, recalls, convictions",
            {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6},
        ),
        EventType(
            "MOBILIZE",
            4,
            -5.5,
            "deploys or readies forces, tests weapons",
            {"troops": -5.5, "weapons": -6.5, "police": -5.5, "militia": -6},
        ),
        EventType(
            "COERCE",
            4,
            -7,
            "arrests, seizes, bans, deports, represses",
            {
                "seize": -7,
                "restrict": -7,
                "arrest": -7,
                "deport": -7,
                "withhold": -7,
                "cyber": -7,
                "censor": -6.5,
                "curfew": -6.5,
                "misinformation": -6.5,
                "martial-law": -7.5,
            },
        ),
        EventType(
            "ASSAULT",
            4,
            -9,
            "uses force against people or things",
            {
                "beat": -7.5,
                "crowd-control": -7.5,
                "primitive": -8,
                "abduct": -8.5,
                "torture": -8.5,
                "sexual": -8.5,
                "destroy": -8.5,
                "firearms": -9,
                "explosives": -9,
                "targeted": -9.5,
                "suicide-attack": -9.5,
                "aerial": -9.5,
                "drone": -9.5,
                "heavy-weapons": -9.5,
                "unconventional": -10,
            },
        ),
    )
}
"""The sixteen types by code."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a word tells: a type and a mode."""

    type: str
    """Code of the type."""
    mode: str | None
    """Mode; None when none applies."""
    cameo: str | None = field(default=None, compare=False)
    """CAMEO code of two to four digits, for exports; None where no word gave one."""


def is_statement(act: Act) -> bool:
    """Say whether an act is one of words alone, which PLOVER has no type for: CAMEO 01 and 02.

    >>> is_statement(Act("REQUEST", None, "020")), is_statement(Act("REQUEST", None, "100"))
    (True, False)
    """
    return act.cameo is not None and act.cameo[:2] in ("01", "02")


NO_ACT = Act("-", None)
"""What words tell that hold the verb of an act and tell none: fight corruption, provide for."""


def value_of(type_: str, mode: str | None) -> float:
    """Return the score of a type, of its mode where it has one.

    >>> value_of("ASSAULT", "aerial"), value_of("AGREE", None)
    (-9.5, 2.5)
    """
    kind = EVENT_TYPES[type_]
    return kind.modes.get(mode or "", kind.value)


@lru_cache(maxsize=1)
def acts() -> dict[tuple[str, str], Act]:
    """Return the act of every word: (lemma, "") alone, (lemma, "+of") with a particle or preposition,
    (lemma, "~noun") with an object, (lemma, "+up~noun") with both. `NO_ACT` where the words tell none.
    """  # fmt: skip
    found: dict[tuple[str, str], Act] = {}
    for act, words in _table("plover_words.tsv"):
        for entry in _entries(words):
            head, tilde, noun = entry.partition("~")
            lemma, plus, prep = head.partition("+")
            found.setdefault((lemma, plus + prep + tilde + noun), act)
    return found


@lru_cache(maxsize=1)
def act_nouns() -> dict[str, Act]:
    """Return the act that a noun tells by itself, by lemma: attack, talk, arrest, withdrawal.

    >>> act_nouns()["arrest"].type, "weather" in act_nouns()
    ('COERCE', False)
    """
    found: dict[str, Act] = {}
    for act, words in _table("plover_nouns.tsv"):
        for noun in words.split():
            found.setdefault(noun, act)
    return found


def _table(name: str) -> Iterator[tuple[Act, str]]:
    """Yield the act and the words of each line of a table."""
    text = resources.files("detente.knowledge").joinpath(f"data/{name}").read_text("utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            kind, mode, cameo, words = line.split("\t")
            yield Act(kind, mode or None, cameo or None), words


def _entries(words: str) -> list[str]:
    found: list[str] = []
    shared: str | None = None
    for word in words.split():
        if "{" in word:
            shared, word = word.split("{")
        last = word.endswith("}")
        word = word.rstrip("}")
        if word:
            found.append(f"{shared}{word}" if shared else word)
        if last:
            shared = None
    return found
