"""Candidates become statements: the model's best reading of each cue, if it is likely enough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.extract.statements.candidate import Candidate
from detente.extract.statements.features import features
from detente.extract.statements.found import Found, Span, found_of, joined
from detente.extract.statements.order import FRAMES as ORDERED
from detente.extract.statements.pleas import is_plea
from detente.extract.statements.speaker import can_speak
from detente.extract.statements.tree import Tree
from detente.extract.statements.wordings import FRAMES
from detente.knowledge.cues import CueModel, cue_words, cues_in

_NOBODY = frozenset(["this", "that", "these", "those", "there", "what", "which"])
_SURE = 0.9
_PLAIN = 0.6
_BY_ORDER = 0.7
_STAND = 0.08
"""What a stand told in a plain clause is worth beyond what the model gives it."""
_PLEAS = frozenset(
    [
        *((key, "prep:for") for key in ("press", "push", "appeal", "plead", "call", "ask")),
        ("insist", "prep:on"),
        ("object", "prep:to"),
    ]
)
"""What is a plea or a demand whoever makes it."""
_CENSURE = frozenset("condemn denounce deplore decry regret lament".split())  # noqa: SIM905
_NAMING = frozenset(["oprd", "obj+", "obj-prep:as", "prep:as"])
_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_STANDS = {
    "obj": ("blame", "praise", "refuse"),
    "prep:for": ("demand",),
    "prep:on": ("demand",),
    "prep:with": ("refuse",),
    "prep:to": ("refuse",),
    "inf": ("demand", "promise", "refuse"),
    "c-inf": ("demand", "think"),
}
"""Classes of verbs that take a stand, by the frame in which they do."""
_WITHOUT_WHOM = 0.5
"""What "of shelling the town" is worth where "the rebels of shelling the town" can be had."""
_CLOSE = 8
"""Most characters between the starts of two contents that may be the same."""
_BUCKET = 64
_RUNAWAY = 500
"""Tokens of a content beyond which its sentence is a list or a text without stops, not speech."""
_RULES = frozenset(["opinion", "what-as", "namely"]) | FRAMES


def _is_nobody(tree: Tree, speaker: int) -> bool:
    """Say whether a word points at what was told before, not at a speaker; "those who" are people."""
    if tree.word[speaker] not in _NOBODY:
        return False
    return not any(tree.kids_of(speaker, "relcl", "acl", "prep"))


def _is_runaway(cand: Candidate) -> bool:
    if cand.spans[-1][1] - cand.spans[0][0] <= _RUNAWAY:
        return False
    return sum(last - first for first, last in cand.spans) > _RUNAWAY


def _in_title(tree: Tree, cand: Candidate) -> bool:
    """Say whether an infinitive hangs on a verb of a headline: "Kerry Expected to Visit"."""
    role = tree.parse.sents[max(tree.sent[cand.cue], 0)].role
    if role == "body":
        return False
    if role in ("title", "dek", "caption") and cand.frame.startswith("inf"):
        return True
    # A heading or a caption tells; only marks or a name that says so make it a statement.
    if role not in ("title", "caption", "subhead") or cand.key in cue_words()["say"]:
        return False
    return not any(tree.quoted(first, last) for first, last in cand.spans)


def decided(tree: Tree, cands: Iterable[Candidate], model: CueModel) -> list[Found]:
    """Return the statements that the candidates of an article make, at most one a cue.

    What has no speaker is none: "was expected to" tells of no speech act.
    """
    best: dict[int, tuple[float, Candidate]] = {}
    for cand in cands:
        if cand.speaker < 0 or _is_nobody(tree, cand.speaker):
            continue
        if _is_runaway(cand):
            continue
        score = _score(tree, cand, model)
        if score < _SURE and _in_title(tree, cand):
            continue
        if score < _PLAIN and not can_speak(tree, cand.speaker):
            continue
        if cand.frame == "bare" and tree.word[max(cand.spans[0][0] - 1, 0)] == ";":
            # "..., the service said; a report spoke of more": that is the next one's.
            continue
        if cand.frame == "inv" and tree.word[cand.spans[-1][1] : cand.spans[-1][1] + 1] == [";"]:
            continue  # "The road is open; a guide would say only that": no words of the guide's
        if (
            (cand.key == "demand" and cand.frame == "obj")
            or is_plea(tree, cand)
            or _is_censure(tree, cand)
        ):
            score = max(score, _PLAIN)
        elif _is_named(tree, cand):
            score = max(score, model.threshold)
        elif _is_stand(tree, cand):
            score += _STAND
            if (cand.key, cand.frame.rstrip("+")) in _PLEAS:
                score = max(score, model.threshold)
        elif cand.key == "accuse" and cand.frame.startswith("obj-prep"):
            score *= _WITHOUT_WHOM
        if score >= model.threshold and score > best.get(cand.cue, (0.0,))[0]:
            best[cand.cue] = (score, cand)
    out = [found_of(tree, cand, score) for score, cand in best.values()]
    out = [_to_marks(tree, item) for item in out]
    return _without_doubles(out)


def _score(tree: Tree, cand: Candidate, model: CueModel) -> float:
    """How sure a reading is: by its form, by the order of words, else by the model."""
    if cand.frame in _RULES:
        return _SURE
    return _BY_ORDER if cand.frame in ORDERED else model.probability(features(tree, cand))


def _is_named(tree: Tree, cand: Candidate) -> bool:
    """Say whether a reading is sure by its form: what X called a “gift”, a warning from X that."""
    if cand.frame == "noun:that":
        return cand.via == "agent"
    if cand.frame not in _NAMING or cand.key not in cue_words()["name"] | {"describe"}:
        return False
    return any(tree.quoted(first, last) for first, last in cand.spans)


def _is_censure(tree: Tree, cand: Candidate) -> bool:
    """Say whether somebody condemns something in so many words: "They condemned any use of it".

    "Rejected as absurd the claim that" is one too: the parser hangs all of it on "as".
    """
    if cand.frame == "prep:as" and cand.key in cues_in("blame", "refuse"):
        said = tree.tag[cand.cue] in _FINITE and can_speak(tree, cand.speaker)
        return said and tree.first_of(cand.cue, "dobj") < 0
    if cand.key not in _CENSURE or cand.frame not in ("obj", "obj+") or cand.via != "subj":
        return False
    return tree.tag[cand.cue] in _FINITE and can_speak(tree, cand.speaker)


def _is_stand(tree: Tree, cand: Candidate) -> bool:
    """Say whether somebody by name takes a stand in so many words: "Oslo rejects the plan"."""
    frames = _STANDS.get(cand.frame.rstrip("+"))
    if frames is None or cand.key not in cues_in(*frames):
        return False
    if tree.tag[cand.cue] not in _FINITE and not any(
        tree.word[k] in ("has", "have", "had") for k in tree.kids_of(cand.cue, "aux")
    ):
        return False
    return tree.tag[cand.speaker][:3] in ("NNP", "PRP") or can_speak(tree, cand.speaker)


def _to_marks(tree: Tree, found: Found) -> Found:
    """Return a statement, each range of its content carried to the marks of the quotations it touches.

    A quotation that holds the cue itself is left alone: there the speaker is quoted as quoting.
    """
    own = tree.inside[found.cue]
    spans: list[Span] = []
    for start, end in found.spans:
        first, last = tree.token_at(start), tree.token_before(end)
        for at in (first, last - 1):
            number = tree.inside[at] if 0 <= at < len(tree) else -1
            if number >= 0 and number != own:
                quotation = tree.quotations[number]
                start, end = min(start, quotation.start), max(end, quotation.end)
        spans.append((start, end))
    if tuple(spans) == found.spans:
        return found
    at = tree.start[found.cue]
    kept = tuple(span for span in joined(spans) if not span[0] <= at < span[1])
    return replace(found, spans=kept) if kept else found


def _without_doubles(found: list[Found]) -> list[Found]:
    """Drop a statement whose content another, surer one has too ("went on to say that")."""
    found.sort(key=lambda item: -item.score)
    kept: list[Found] = []
    by_start: dict[int, list[tuple[int, Found]]] = {}
    for item in found:
        size = sum(b - a for a, b in item.spans)
        doubled = False
        for a, b in item.spans:
            for bucket in range((a - _CLOSE) // _BUCKET, (a + _CLOSE) // _BUCKET + 1):
                for start, other in by_start.get(bucket, ()):
                    if not -_CLOSE <= start - a <= _CLOSE:
                        continue
                    for x, y in other.spans:
                        common = min(b, y) - max(a, x)
                        if common > 0.8 * max(b - a, y - x):
                            doubled = True
        if not doubled and size:
            kept.append(item)
            for a, _ in item.spans:
                by_start.setdefault(a // _BUCKET, []).append((a, item))
    return sorted(kept, key=lambda item: item.spans)
