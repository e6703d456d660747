"""The other side of a relationship, where an act leaves it out: "Mexico broke off relations"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from detente.extract.cast import Cast
from detente.knowledge.states import states
from detente.records import Participant

_LEAST = 0.25
"""Share of the naming of states that each of two must have for an article to be about both."""
_BACK = 2
"""How many sentences back an act is answered."""
_FAR = 12
"""How many sentences back a deed is still the raid, the attack."""
_HOSTILE = frozenset(("ASSAULT", "COERCE"))
_TALK = frozenset(("CONSULT", "COOPERATE", "AGREE"))
"""Types that nobody answers by refusing, blaming or punishing."""
_NAMINGS = 4
"""How often each is named at least."""


class Counterparts:
    """The two states that an article is about, if it is about two.

    Counted is who is named, persons and bodies for their states; places are not.
    """

    def __init__(self, cast: Cast) -> None:
        named: Counter[str] = Counter()
        for one in cast.named:
            if one.actor is None or one.mention.kind == "place":
                continue
            code = one.state or one.actor.state
            if code:
                named[code] += 1
        first = named.most_common(3)
        whole = sum(named.values())
        pair = [code for code, count in first[:2] if count >= max(_NAMINGS, _LEAST * whole)]
        third = first[2][1] if len(first) > 2 else 0
        sure = len(pair) == 2 and first[1][1] > 1.5 * third
        top = first[0] if first else ("", 0)
        self._center = top[0] if top[1] >= max(_NAMINGS, _LEAST * whole) else None
        self._pair = pair if sure else []
        self._other = {pair[0]: pair[1], pair[1]: pair[0]} if sure else {}

    def of(self, actors: list[Participant]) -> list[Participant]:
        """Return the other of the two states as a party that is understood; none for a third's act."""
        codes = {p.state for p in actors}
        if len(codes) != 1:
            return []
        code = self._other.get(codes.pop() or "")
        return [_understood(code)] if code is not None else []

    def center(self, actors: list[Participant]) -> list[Participant]:
        """Return the state that an article is most about, for what several others do together."""
        codes = {p.state for p in actors}
        if len(codes) < 2 or None in codes or self._center is None or self._center in codes:
            return []
        return [_understood(self._center)]

    def both(self, actors: list[Participant]) -> list[Participant]:
        """Return the two states as understood, for a third's word on their accord; none for theirs."""
        codes = {p.state for p in actors}
        if codes & set(self._pair):
            return []
        return [_understood(code) for code in self._pair]


class Lately:
    """Who did what to whom in the sentences just read, for acts whose other side is left unsaid."""

    def __init__(self) -> None:
        self._told: list[tuple[int, str, frozenset[str], frozenset[str]]] = []

    def add(
        self,
        sentence: int,
        type_: str,
        actors: Iterable[Participant],
        recipients: Iterable[Participant],
    ) -> None:
        """Remember an act of a sentence; who has no state is not remembered."""
        sides = [frozenset(p.state for p in side if p.state) for side in (actors, recipients)]
        self._told.append((sentence, type_, sides[0], sides[1]))

    def answered(self, actors: Iterable[Participant], sentence: int, type_: str) -> list[Participant]:
        """Return whose act an act answers: of the last on those who act, two sentences back at most.

        "Z expelled an envoy of Y. Y protested": at Z.
        """
        mine = {p.state for p in actors}
        for number, told, who, whom in reversed(self._told):
            if sentence - number > _BACK:
                return []
            if told in _TALK and type_ != "SUPPORT":
                continue
            if mine & whom and not mine & who:
                return [_understood(code) for code in sorted(who)]
        return []

    def blamed(self, actors: Iterable[Participant], sentence: int) -> list[Participant]:
        """Return who did the last hostile deed that somebody else's "condemned the raid" can mean."""
        mine = {p.state for p in actors}
        for number, type_, who, _ in reversed(self._told):
            if sentence - number > _FAR:
                return []
            if type_ in _HOSTILE and who and not mine & who:
                return [_understood(code) for code in sorted(who)]
        return []


def _understood(code: str) -> Participant:
    name = states()[code].name if code in states() else code
    return Participant(name=name, text="", actor_id=f"state:{code}", kind="state", state=code)
