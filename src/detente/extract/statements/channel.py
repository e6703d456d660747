"""The way words came, kept apart from who spoke: a tweet, an agency, a press conference.

Also whom they were said to. Both are looked for in the sentence of the cue, outside the words said.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.extract.statements.carriers import Carriers, between, carriers_of
from detente.extract.statements.found import Found, contains
from detente.extract.statements.near import FAR
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import cue_words, media
from detente.records import Channel

_IN = frozenset(
    ["in", "at", "on", "during", "by", "via", "through", "over", "after", "following", "to", "with"]
)
_PLACED = frozenset(["meeting", "call"])
_TELL = frozenset(
    ["tell", "assure", "inform", "notify", "remind", "warn", "reassure", "advise", "promise", "brief"]
)
_SAY_TO = frozenset(["say", "explain", "write", "complain", "speak", "suggest", "propose", "stress"])
_REPORTERS = frozenset(["correspondent", "reporter", "journalist"])
_HEARD = frozenset(["press conference", "hearing", "speech", "interview"])
_NAME_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Way:
    """A channel and the tokens it was read from."""

    channel: Channel
    """Medium, owner and words."""
    first: int
    """First token of the words; -1 where the cue itself says it ("tweeted")."""
    last: int
    """One past the last token."""


def way_of(tree: Tree, found: Found) -> Way | None:
    """Return how the words of a statement reached the outlet; None when its sentence does not say."""
    if found.cue < 0:
        return None
    if found.key == "tweet":
        return Way(Channel("tweet", None, tree.word[found.cue]), found.cue, found.cue + 1)
    first, last = tree.bounds(found.cue)
    first, last = max(first, found.cue - FAR), min(last, found.cue + FAR)
    carriers = carriers_of(tree)
    outlet = _outlet(tree, found, carriers, first, last)
    best: Way | None = None
    for i in between(carriers.nouns, first, last):
        if _outside(tree, found, i):
            way = _noun(tree, found, i, carriers.medium[i])
            if way is not None and (best is None or _rank(way, found) < _rank(best, found)):
                best = way
    if outlet is None or (best is not None and best.channel.via is not None):
        return best
    if best is not None and best.channel.medium not in ("agency", "newspaper", "broadcaster"):
        channel = Channel(best.channel.medium, outlet.channel.via, best.channel.text)
        return Way(channel, best.first, best.last)
    return outlet


def _rank(way: Way, found: Found) -> tuple[bool, int]:
    return (way.channel.medium in _PLACED, abs(way.first - found.cue))


def _outside(tree: Tree, found: Found, i: int) -> bool:
    """Say whether a token is none of what was said."""
    return tree.inside[i] < 0 and not contains(found, tree.start[i], tree.end[i])


def _noun(tree: Tree, found: Found, i: int, medium: str) -> Way | None:
    """Return the channel that a common noun names, if it stands where a channel stands."""
    above = tree.head[i]
    told = tree.dep[i] == "nsubj" and above == found.cue and found.frame == "cited"
    spoken = found.speaker == i or told
    heard = tree.dep[i] == "dobj" and above == found.cue and tree.lemma[above] in _TELL
    if not spoken and not heard:
        if tree.dep[i] not in ("pobj", "conj") or tree.word[above] not in _IN:
            return None
        if medium in _PLACED and tree.word[above] not in ("at", "during", "in", "by", "over"):
            return None
        if not _belongs(tree, above, found.cue) and not _of_speaker(tree, above, found.speaker):
            return None
    elif medium in _PLACED or (heard and medium not in _HEARD):
        return None
    first, last = tree.left[i], i + 1 if heard else min(tree.right[i], i + 9)
    owner = _owner(tree, i, last)
    return Way(Channel(medium, owner, tree.text(first, last)), first, last)  # type: ignore[arg-type]


def _of_speaker(tree: Tree, prep: int, speaker: int) -> bool:
    """Say whether a phrase says where the speaker was: "Holm, who spoke at a briefing, said"."""
    verb = tree.head[prep]
    return speaker >= 0 and tree.dep[verb] in ("relcl", "acl") and tree.head[verb] == speaker


def _belongs(tree: Tree, prep: int, cue: int) -> bool:
    """Say whether a preposition's phrase says how or where a cue's words were spoken."""
    at = prep
    for _ in range(6):
        head = tree.head[at]
        if head == cue or tree.word[head] == "according":
            return True
        if head == at or tree.tag[head][:1] == "N":
            return head != at and tree.dep[head] == "dobj" and tree.head[head] == cue
        if tree.tag[head][:1] == "V" and tree.dep[head] not in ("advcl", "xcomp", "conj", "acl"):
            return cue in tree.kids[head] or tree.head[cue] == head
        at = head
    return False


def _owner(tree: Tree, noun: int, last: int) -> str | None:
    """Return whose a tweet, note or statement is: "a Foreign Ministry tweet", "the Kremlin's site"."""
    names = [k for k in tree.kids_of(noun, "compound", "poss", "nmod") if tree.tag[k][:3] == "NNP"]
    if names:
        head = names[-1]
        return tree.text(tree.left[head], head + 1)
    nouns = media()["noun"]
    for i in range(noun + 1, last):
        if tree.tag[i][:3] == "NNP" and tree.dep[i] == "poss" and tree.lemma[tree.head[i]] in nouns:
            first = i
            while first - 1 > noun and tree.tag[first - 1][:3] == "NNP":
                first -= 1
            return tree.text(first, i + 1)
    return None


def _outlet(tree: Tree, found: Found, carriers: Carriers, begin: int, end: int) -> Way | None:
    for i in between(carriers.named, begin, end):
        if not _outside(tree, found, i):
            continue
        medium, last = carriers.outlets[i]
        head = last - 1
        while tree.head[head] != head and i <= tree.head[head] < last:
            head = tree.head[head]
        if _carries(tree, found, head):
            name = tree.text(i, last)
            return Way(Channel(medium, name, name), i, last)  # type: ignore[arg-type]
    return None


def _carries(tree: Tree, found: Found, head: int) -> bool:
    """Say whether an outlet stands as the one that was told, reported or quoted the words."""
    if head == found.speaker:
        return True
    label, above = tree.dep[head], tree.head[head]
    if label in ("dobj", "dative", "appos") and tree.lemma[above] in ("tell", "inform", "brief"):
        return True
    if label in ("nsubj", "pobj") and tree.lemma[above] in ("report", "quote", "cite", "say", "write"):
        return True
    if label in ("pobj", "poss", "compound", "appos"):
        if tree.word[above] in ("to", "with", "by", "on", "in", "for", "via"):
            return True
        return tree.lemma[above] in media()["noun"] or tree.lemma[above] in _REPORTERS
    return False


def addressee_of(tree: Tree, found: Found) -> int:
    """Return the head of the phrase for whom words were said to; -1 where the sentence names nobody."""
    cue = found.cue
    if cue < 0:
        return -1
    first, last = tree.bounds(cue)
    for i in between(carriers_of(tree).addressing, max(first, cue - FAR), min(last, cue + FAR)):
        return next((k for k in tree.kids_of(i, "dobj") if _somebody(tree, k)), -1)
    if found.key in _TELL:
        for kid in tree.kids_of(cue, "dobj", "dative", "nsubj"):
            if kid > cue and kid != found.speaker and _somebody(tree, kid):
                return kid
        return -1
    if found.key in cue_words()["demand"]:
        asked = list(tree.kids_of(cue, "dobj", "dative"))
        if found.key == "call":
            asked = [k for prep in tree.kids_of(cue, "prep") for k in tree.kids_of(prep, "pobj")
                     if tree.word[prep] in ("on", "upon")]  # fmt: skip
        return next((k for k in asked if k > cue and _somebody(tree, k)), -1)
    if found.key in _SAY_TO:
        for prep in tree.kids_of(cue, "prep", "dative"):
            if tree.word[prep] == "to":
                for kid in tree.kids_of(prep, "pobj"):
                    if _somebody(tree, kid):
                        return kid
    return -1


def _somebody(tree: Tree, noun: int) -> bool:
    outlets = carriers_of(tree).outlets
    if tree.left[noun] in outlets or noun in outlets:
        return False
    return tree.tag[noun] in ("NNP", "NNPS", "PRP") or tree.lemma[noun] in _PEOPLE


_PEOPLE = frozenset(
    """reporter journalist lawmaker parliament senator ambassador minister counterpart president
    official audience delegate deputy diplomat colleague leader press committee""".split()  # noqa: SIM905
)


def is_medium(tree: Tree, speaker: int) -> bool:
    """Say whether a speaker's phrase is only what carried the words: a tweet, a note, the agency."""
    if speaker < 0:
        return False
    lemma = tree.lemma[speaker]
    if tree.tag[speaker][:2] == "NN" and tree.tag[speaker][:3] != "NNP":
        return lemma in media()["noun"] and media()["noun"][lemma] not in _PLACED
    outlets = carriers_of(tree).outlets
    return any(
        i in outlets and outlets[i][1] == speaker + 1
        for i in range(max(tree.left[speaker], speaker - _NAME_LENGTH), speaker + 1)
    )


def owner_token(tree: Tree, noun: int) -> int:
    """Return the head of the name that owns a medium ("a Foreign Ministry tweet"); -1 for none."""
    names = [k for k in tree.kids_of(noun, "compound", "poss", "nmod") if tree.tag[k][:3] == "NNP"]
    if names:
        return names[-1]
    by = (k for k in tree.kids_of(noun, "prep") if tree.word[k] in ("by", "from"))
    return next((k for prep in by for k in tree.kids_of(prep, "pobj")), -1)
