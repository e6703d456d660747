"""A channel that is named holds for what the same people say next in the same report.

"They met the press at a news conference. The road would open, Berg said." Both are of the news
conference, until another channel is named or two paragraphs have passed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from detente.extract.cast import Cast
from detente.extract.statements.carriers import between, carriers_of
from detente.extract.statements.tree import Tree
from detente.records import Channel, Statement

_SPOKEN = frozenset(["press conference", "interview", "hearing", "speech"])
_HELD = _SPOKEN | frozenset(["letter", "note", "tweet", "statement", "call"])
_PLACE = frozenset(["at", "in", "during", "to", "before", "by", "with"])
_TELLS = frozenset(["say", "tell", "write", "answer", "reply", "explain"])
_GIVES = frozenset(["give", "hold", "publish", "write", "send", "tell", "address", "post"])
_FAR, _LONG = 1, 2
"""Paragraphs for which a channel holds; the second for what is spoken before many."""


@dataclass(slots=True)
class Held:
    """Who was last heard through which channel, as the statements of an article go by."""

    tree: Tree
    cast: Cast
    _last: dict[str, tuple[Channel, int]] = field(default_factory=dict)
    """The channel of each speaker, and the paragraph in which it was last used."""
    _read: int = 0
    """How many sentences have been read for what they set."""

    def given(self, row: Statement, at: int) -> Statement:
        """Return a statement, at a character of the view, with the channel that still holds for it."""
        who = row.speaker.actor_id or row.speaker.name.casefold()
        sent = self.tree.parse.sent_at(at)
        while self._read < sent.number:
            self._set(self._read)
            self._read += 1
        if not who or row.rule == "interview answer":
            return row
        if row.channel is not None:
            if row.channel.medium in _HELD:
                self._last[who] = (row.channel, sent.paragraph)
            else:
                self._last.pop(who, None)
            return row
        held, since = self._last.get(who, (None, 0))
        if held is None:
            return row
        if sent.paragraph - since > (_LONG if held.medium in _SPOKEN else _FAR):
            return row
        self._last[who] = (held, sent.paragraph)
        return replace(row, channel=held)

    def _set(self, number: int) -> None:
        """Note the channel that a sentence sets for those it names: "Berg gave a news conference"."""
        sent = self.tree.parse.sents[number]
        channel = self._setting(sent.first, sent.last)
        if channel is None:
            return
        for named in self.cast.within(sent.first, sent.last):
            if named.actor is not None and named.actor.kind == "person":
                self._last[named.actor.id] = (channel, sent.paragraph)

    def _setting(self, first: int, last: int) -> Channel | None:
        tree, carriers = self.tree, carriers_of(self.tree)
        for i in between(carriers.nouns, first + 1, last):
            medium = carriers.medium[i]
            if tree.tag[i] not in ("NN", "NNS") or medium not in _HELD:
                continue
            above = tree.head[i]
            placed = tree.dep[i] == "pobj" and tree.word[above] in _PLACE
            if placed and medium not in _SPOKEN and tree.lemma[tree.head[above]] not in _TELLS:
                continue
            if placed or (tree.dep[i] == "dobj" and tree.lemma[above] in _GIVES):
                return Channel(medium, None, tree.text(tree.left[i], i + 1))  # type: ignore[arg-type]
        return None
