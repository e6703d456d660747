"""Pronouns that the cast leaves open stand for whoever spoke just before: "An aide ... He said".

Coreference knows names; a speaker without one (an envoy, her mother, the resolution, the two ministers
together) is known here alone, as the one whose words were told last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from detente.extract.statements.tree import Tree
from detente.records import Participant

_NEAR = 3
"""Sentences back to which a speaker is remembered."""
_ONE = frozenset(["he", "she"])
_PERSONAL = frozenset(["unknown", "anonymous", "person"])
_PRONOUNS = frozenset("i we you he she it they who this that those these one none all some".split())  # noqa: SIM905


@dataclass(slots=True)
class Recalled:
    """Who spoke last as the statements of an article go by."""

    tree: Tree
    _last: tuple[Participant, ...] = ()
    _head: int = -1
    """Head of the phrase that named them."""
    _sentence: int = field(default=-9)

    def given(self, speakers: Sequence[Participant], head: int) -> tuple[Participant, ...]:
        """Return the speakers of a statement, an open pronoun replaced by whoever it stands for.

        `head` is the token that heads the phrase for them; -1 where nobody is named.
        """
        found = tuple(speakers)
        if head < 0:
            return found
        word, sentence = self.tree.word[head], self.tree.sent[head]
        is_open = len(found) == 1 and found[0].actor_id is None
        if is_open and sentence - self._sentence <= _NEAR and self._fits(word):
            one = found[0]
            found = tuple(
                replace(last, text=one.text, start=one.start, end=one.end) for last in self._last
            )
        if word not in _PRONOUNS or found[0].actor_id is not None or found != tuple(speakers):
            self._last, self._sentence = found, sentence
            if word not in _PRONOUNS:
                self._head = head
        return found

    def _fits(self, word: str) -> bool:
        """Say whether a pronoun can stand for those who spoke last, none of whom has a name."""
        if not self._last or self._head < 0:
            return False
        tag, several = self.tree.tag[self._head], len(self._last) > 1
        if word == "they":
            return several or (tag == "NNS" and self._last[0].actor_id is None)
        if several or self._last[0].actor_id is not None or tag != "NN":
            return False
        if word == "it":
            return self._last[0].kind in ("unknown", "organisation", "body")
        return word in _ONE and self._last[0].kind in _PERSONAL
