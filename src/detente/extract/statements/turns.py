"""Interviews and transcripts: each answer is a statement of whoever the turn's label names.

"Q:" and "A:", "Anna Berg:" and "The Post:", "MS. BERG:" at the start of a paragraph are labels of turns
where several of them alternate and somebody is asked. A single name before a colon is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.extract.cast import Cast
from detente.extract.statements.channel import Way
from detente.extract.statements.found import Found, contains
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import media
from detente.records import Channel

_LABEL = re.compile(
    r"(?:(?P<mark>Q|A|Question|Answer)\s?[:.]|"
    r"(?P<name>(?:[A-Z][\w.'’&-]*)(?: [A-Z][\w.'’&-]*){0,4})\s?:)(?=\s+\S)"
)
_ASKS = frozenset(["q", "question", "interviewer", "reporter", "journalist", "host", "moderator"])
_ANSWERS = frozenset(["a", "answer"])
_FIRST = frozenset(["i", "we", "you", "us", "me", "one"])
_FEWEST = 3
_INITIALS = 4
_WAYS = ("press conference", "hearing", "speech")


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of an interview."""

    start: int
    """First character of what is said, after the label."""
    end: int
    """One past its last character."""
    label: tuple[int, int]
    """Tokens of the label."""
    answers: bool
    """Whether it answers; the others ask."""
    speaker: int
    """Token that names who answers; -1 where nobody is named or it asks."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    paragraph: int
    name: str
    first: int
    last: int
    """Characters of the label, without its colon."""
    body: int
    """First character after the label."""
    who: int = -1
    """For initials the token that names in full whom they stand for; -1 for any other label."""


def turns_of(tree: Tree, cast: Cast) -> tuple[Turn, ...]:
    """Return the turns of an interview or a transcript, in order; none for any other article.

    A paragraph without a label between two turns goes on with the one before it.
    """
    labelled = _spelled(tree, cast, _labelled(tree))
    asking = _asking(tree, labelled)
    names = {item.name for item in labelled}
    if len(labelled) < _FEWEST or not asking or not names - asking:
        return ()
    guest = _guest(tree, cast, labelled, asking)
    paragraphs = tree.parse.view.paragraphs
    turns: list[Turn] = []
    for item, after in zip(labelled, [*labelled[1:], None], strict=True):
        last = after.paragraph - 1 if after is not None else item.paragraph
        while last > item.paragraph and paragraphs[last].role != "body":
            last -= 1
        first_token, last_token = tree.token_at(item.first), tree.token_before(item.last)
        answers = item.name not in asking
        speaker = -1
        if answers:
            own = max(first_token, last_token - 1)
            speaker = guest if item.name in _ANSWERS else item.who if item.who >= 0 else own
        turns.append(Turn(item.body, paragraphs[last].end, (first_token, last_token), answers, speaker))
    return tuple(turns)


def _labelled(tree: Tree) -> list[_Labelled]:
    text = tree.parse.view.text
    found = []
    for number, paragraph in enumerate(tree.parse.view.paragraphs):
        if paragraph.role not in ("body", "subhead"):
            continue  # a short question is set like a heading
        match = _LABEL.match(text, paragraph.start, paragraph.end)
        if match is None:
            continue
        name = match.group("mark") or match.group("name")
        body = match.end()
        while body < paragraph.end and text[body].isspace():
            body += 1
        found.append(_Labelled(number, name.casefold(), match.start(), match.start() + len(name), body))
    return found


def _spelled(tree: Tree, cast: Cast, labelled: Sequence[_Labelled]) -> list[_Labelled]:
    """Return the labels with initials under the name they stand for: "AB:" after "Ana Berg:".

    The name is that of another label, of the outlet, or of somebody named before the first turn.
    """
    full: dict[str, tuple[str, int]] = {}
    outlet = _outlet(tree)
    for words in range(len(outlet), 1, -1):
        name = " ".join(outlet[:words])
        full[_initials(name)] = (name, -1)
    first = tree.token_at(labelled[0].first) if labelled else 0
    for named in cast.within(0, first):
        if named.actor is not None and named.actor.kind == "person":
            name = named.actor.name.casefold()
            full.setdefault(_initials(name), (name, named.last - 1))
    for item in labelled:
        if " " in item.name and not _is_outlet(item.name, outlet):
            full[_initials(item.name)] = (item.name, tree.token_before(item.last) - 1)
    out = []
    for item in labelled:
        short = item.name.replace(".", "")
        known = full.get(short) if short.isalpha() and 1 < len(short) <= _INITIALS else None
        if known is not None:
            item = replace(item, name=known[0], who=known[1])
        out.append(item)
    return out


def _outlet(tree: Tree) -> list[str]:
    """The words of the outlet's name without "The"."""
    return (tree.parse.article.outlet or "").casefold().removeprefix("the ").split()


def _is_outlet(name: str, outlet: Sequence[str]) -> bool:
    """Say whether a label is the outlet's name or the opening of it: "The Post" of "Post Online"."""
    words = name.removeprefix("the ").split()
    return bool(outlet) and words == list(outlet[: len(words)])


def _initials(name: str) -> str:
    """The first letters of a name's words.

    >>> _initials("ana maria berg")
    'amb'
    """
    return "".join(word[0] for word in name.split())


def _asking(tree: Tree, labelled: Sequence[_Labelled]) -> frozenset[str]:
    """Return the labels of those who ask: by their word, the outlet's name, or their questions.

    Of two who take turns the one who opens with a question and says much less asks, though he may
    go on with remarks ("It took forty years.").
    """
    text, paragraphs = tree.parse.view.text, tree.parse.view.paragraphs
    outlet = _outlet(tree)
    count: Counter[str] = Counter(item.name for item in labelled)
    asked: Counter[str] = Counter()
    length: Counter[str] = Counter()
    for item in labelled:
        words = text[item.body : paragraphs[item.paragraph].end].rstrip()
        length[item.name] += len(words)
        asked[item.name] += words.endswith(("?", "?”", '?"')) or "? " in words
    found = {
        name
        for name in count
        if name not in _ANSWERS
        and (
            name in _ASKS
            or _is_outlet(name, outlet)
            or (asked[name] * 5 >= count[name] * 3 and asked[name] >= 2)
        )
    }
    if not found and len(count) == 2 and len(labelled) > _FEWEST:
        first = labelled[0].name
        other = next(name for name in count if name != first)
        asks = asked[first] >= 2 and asked[first] > asked[other]
        if asks and 2 * length[first] * count[other] < length[other] * count[first]:
            found.add(first)
    return frozenset(found)


def _guest(tree: Tree, cast: Cast, labelled: Sequence[_Labelled], asking: frozenset[str]) -> int:
    """Return the token that names who answers under "A:": another label, else who opens the article."""
    for item in labelled:
        if item.name not in asking and item.name not in _ANSWERS:
            return tree.token_before(item.last) - 1
    first = tree.token_at(labelled[0].first)
    people = [
        named
        for named in cast.within(0, first)
        if named.actor is not None and named.actor.kind == "person"
    ]
    if not people:
        return -1
    count = Counter(named.actor.id for named in people if named.actor is not None)
    best = max(people, key=lambda named: (count[named.actor.id] if named.actor else 0, -named.first))
    return best.last - 1


def with_turns(tree: Tree, turns: Sequence[Turn], found: Sequence[Found]) -> list[Found]:
    """Return the statements with each answer as one, and without what "I" and "you" say inside it.

    What others are said to have said stays a statement of its own. "You said" in a question is said by
    the one who answers next.
    """
    if not turns:
        return list(found)
    out: list[Found] = []
    for turn in turns:
        if turn.answers and turn.speaker >= 0:
            spans = ((turn.start, turn.end),)
            out.append(Found(spans, -1, -1, -1, "", "turn", turn.speaker, 0.9, "interview answer"))
    at = 0
    for item in sorted(found, key=lambda item: item.spans):
        start = item.spans[0][0]
        while at + 1 < len(turns) and turns[at + 1].start <= start:
            at += 1
        turn = turns[at]
        if not turn.start <= start < turn.end:
            out.append(item)
            continue
        first_person = item.speaker < 0 or tree.word[item.speaker] in _FIRST
        if turn.answers:
            if item.cue >= 0 and not first_person and not turn.label[0] <= item.cue < turn.label[1]:
                out.append(item)
        elif first_person:
            guest = next((t.speaker for t in turns[at:] if t.answers), -1)
            if item.cue >= 0 and guest >= 0 and tree.word[item.speaker] == "you":
                out.append(replace(item, speaker=guest))
        else:
            out.append(item)
    return sorted(out, key=lambda item: item.spans)


def way_of_turn(tree: Tree, turns: Sequence[Turn], found: Found) -> Way | None:
    """Return the channel of an answer: an interview, or what the article's opening calls it."""
    turn = next((turn for turn in turns if contains(found, turn.start, turn.end)), None)
    if turn is None or found.frame != "turn":
        return None
    medium = "interview"
    first = tree.token_at(tree.parse.view.paragraphs[0].start)
    nouns = media()["noun"]
    for i in range(first, min(turns[0].label[0], first + 200)):
        if tree.tag[i][:1] != "N" or tree.parse.sents[max(tree.sent[i], 0)].role == "body":
            continue
        two = f"{tree.word[i - 1]} {tree.lemma[i]}" if i else ""
        if (kind := nouns.get(two) or nouns.get(tree.lemma[i])) in _WAYS:
            medium = str(kind)
            break
        if kind == "interview":
            break
    words = tree.text(*turn.label)
    return Way(Channel(medium, None, words), *turn.label)  # type: ignore[arg-type]
