"""Phrases that name a speaker without a verb: "according to X", "in X's opinion", "in X's words"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.statements.candidate import Candidate, trimmed
from detente.extract.statements.speaker import can_speak
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import cue_words


def according(tree: Tree, i: int) -> Iterator[Candidate]:
    """Yield the readings of "according to": the whole sentence, its clause, what is before it."""
    to = i + 1
    if to >= len(tree) or tree.word[to] != "to":
        return
    speaker = -1
    for prep in (to, i):
        speaker = next(tree.kids_of(prep, "pobj"), speaker)
    if speaker < 0:
        return
    yield from _around(
        tree, i, to + 1, _end_of_name(tree, i, speaker), "according to", "according", speaker
    )


def per(tree: Tree, i: int) -> Iterator[Candidate]:
    """Yield the readings of "per" with a name or a body: ", per the ministry"; none of "per person"."""
    speaker = tree.first_of(i, "pobj")
    if speaker < 0 or not can_speak(tree, speaker):
        return
    named = tree.tag[speaker][:3] == "NNP"
    if named or tree.word[i + 1] in ("the", "a", "an", "its", "his", "her"):
        end = _end_of_name(tree, i, speaker)
        yield from _around(tree, i, i + 1, end, "per", "according", speaker)


def opinion(tree: Tree, i: int) -> Iterator[Candidate]:
    """Yield the readings of "in X's opinion" or "in the words of X" at the token "in"."""
    noun = tree.first_of(i, "pobj")
    if noun < 0 or tree.lemma[noun] not in cue_words()["by" if tree.word[i] == "by" else "opinion"]:
        return
    speaker = tree.first_of(noun, "poss")
    end = noun + 1
    if speaker < 0:
        of = next((x for x in tree.kids_of(noun, "prep") if tree.word[x] == "of"), -1)
        speaker = tree.first_of(of, "pobj") if of >= 0 else -1
        end = tree.right[speaker] if speaker >= 0 else end
    if speaker < 0 or tree.word[speaker] == "other":
        return
    sent_first, sent_last = tree.bounds(i)
    quoted = tree.inside[i - 2] if i - 2 >= sent_first and tree.word[i - 1] == "," else -1
    quoted = tree.inside[i - 1] if quoted < 0 and i > sent_first else quoted
    if quoted >= 0 and tree.inside[i] < 0:
        first = tree.token_at(tree.quotations[quoted].start)
        parts: tuple[tuple[int, int], ...] = ((first, max(first + 1, i)),)
    else:
        parts = ((sent_first, i), (end, sent_last))
    trimmed_parts = tuple((a, b) for a, b in (trimmed(tree, *span) for span in parts) if a < b)
    if trimmed_parts:
        key = f"{tree.word[i]} {tree.lemma[noun]}"
        yield Candidate(i, i, noun + 1, key, "opinion", trimmed_parts, speaker, "subj")


def namely(tree: Tree, i: int) -> Iterator[Candidate]:
    """Yield what follows "namely, that" as the content of the noun of speech before it."""
    first, last = tree.bounds(i)
    begin = i + 1
    while begin < last and tree.word[begin] == ",":
        begin += 1
    if begin >= last or tree.word[begin] != "that":
        return
    nouns = cue_words()["noun"]
    noun = next(
        (x for x in range(i - 1, first - 1, -1) if tree.lemma[x] in nouns and tree.tag[x][:1] == "N"),
        -1,
    )
    if noun < 0:
        return
    speaker = tree.first_of(noun, "poss")
    for clause in tree.kids_of(noun, "relcl", "acl"):
        if speaker < 0:
            for agent in tree.kids_of(clause, "agent"):
                speaker = next(tree.kids_of(agent, "pobj"), speaker)
            if speaker < 0:
                speaker = tree.first_of(clause, "nsubj")
    if speaker < 0 and tree.dep[noun] == "dobj":
        speaker = tree.first_of(tree.head[noun], "nsubj")
    a, b = trimmed(tree, begin + 1, last)
    if speaker >= 0 and a < b:
        yield Candidate(noun, noun, noun + 1, tree.lemma[noun], "namely", ((a, b),), speaker, "agent")


def _around(
    tree: Tree, i: int, cue_last: int, end: int, key: str, frame: str, speaker: int
) -> Iterator[Candidate]:
    sent_first, sent_last = tree.bounds(i)
    above = tree.head[i]
    while tree.dep[above] in ("prep", "pobj", "advmod", "npadvmod") and tree.head[above] != above:
        above = tree.head[above]
    left, right = tree.left[above], tree.right[above]
    readings = (
        (frame, ((sent_first, i), (end, sent_last))),
        (f"{frame}/clause", ((max(left, sent_first), i), (end, min(right, sent_last)))),
        (f"{frame}<", ((sent_first, i),)),
        (f"{frame}/clause<", ((max(left, sent_first), i),)),
    )
    seen = set()
    for name, spans in readings[: 2 if _goes_on(tree, end, sent_last) else None]:
        parts = tuple((a, b) for a, b in (trimmed(tree, *span) for span in spans) if a < b)
        if parts and parts not in seen:
            seen.add(parts)
            yield Candidate(i, i, cue_last, key, name, parts, speaker, "subj")


def _goes_on(tree: Tree, end: int, last: int) -> bool:
    """Say whether the clause goes on behind the phrase: ", according to the ministry, is safe"."""
    if end + 2 >= last or tree.word[end] != ",":
        return False
    at = end + 1 + (tree.word[end + 1] in ("but", "and"))
    return tree.tag[at] in ("VBD", "VBZ", "VBP", "MD")


def _end_of_name(tree: Tree, i: int, speaker: int) -> int:
    """Return where the phrase that names the speaker ends.

    A phrase that opens its sentence can swallow the subject after it; the clause then has none, and
    the phrase ends at its last comma.
    """
    end = tree.right[speaker]
    above = tree.head[i]
    if (
        above > i
        and tree.tag[above][:1] == "V"
        and not any(tree.kids_of(above, "nsubj", "nsubjpass", "expl", "csubj"))
    ):
        for at in range(min(end, above) - 1, speaker, -1):
            if tree.word[at] == "," and at + 1 < end and tree.tag[at + 1] not in ("WDT", "WP", "VBG"):
                return at + 1
    return max(end, speaker + 1)
