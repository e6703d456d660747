"""What the cue itself says no to is kept with the content, so that no statement becomes its opposite.

"He does not believe that it will hold" holds "does not believe that it will hold"; "denied that it had
sent them" holds "denied that ..."; what somebody did not say, or may say, is no statement at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from detente.extract.statements.found import Found, joined
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import cue_words, cues_in

_DENY = frozenset(
    """deny doubt dispute refute disbelieve question disagree contest contradict rebut reject dismiss
    disown disavow ridicule""".split()  # noqa: SIM905
) | {"rule out"}
_AGAINST = _DENY | frozenset(
    ["criticise", "criticize", "condemn", "denounce", "decry", "oppose", "attack"]
)
_REFUSE = frozenset(["refuse", "decline", "fail", "hesitate", "neglect", "forget", "cease", "stop"])
_UNSAID = _REFUSE | frozenset(
    """want wish hope intend plan expect unable wrong mistake error reluctant likely unlikely ready
    supposed schedule about avoid suppose premature short instead far prevent keep easy hard
    absurd""".split()  # noqa: SIM905
)
_WITHOUT = frozenset(["without", "from", "instead", "against", "before"])
_UNSURE = frozenset(
    ["unsure", "uncertain", "unaware", "unconvinced", "doubtful", "sceptical", "skeptical", "opposed"]
)
_DOUBT = frozenset(["doubt", "question", "wonder", "doubtful", "sceptical", "skeptical", "unconvinced"])
_AGAINST_IT = frozenset(
    """deny dispute refute disbelieve contest contradict rebut reject dismiss disown disavow rebuff
    refuse decline oppose object veto exclude opposed disagree denial rejection refusal
    opposition""".split()  # noqa: SIM905
) | {"rule out"}
_STILL_SAID = frozenset(
    ["rule out", "exclude", "deny", "confirm", "acknowledge", "admit", "concede", "hide", "conceal"]
)
_NOBODY = frozenset(["neither", "no", "none", "nobody", "nothing", "few", "anybody", "anyone"])
_NEVER = frozenset(["never", "hardly", "scarcely", "nowhere", "nor", "longer", "barely"])
_SCARCE = frozenset(["even", "hardly", "scarcely", "barely"])
_HARDLY = re.compile(r"\b(hardly|scarcely|barely) (a|an|any)\b")
_ADVERBS = frozenset(["advmod", "preconj", "cc"])
_GROUP = ("aux", "auxpass", "neg", "advmod")
_NAYS = frozenset(["refusal", "denial", "rejection", "disavowal", "opposition", "objection", "doubt"])
"""Nouns that say no: "his refusal to sign" holds the refusal, as "refused to sign" does."""
_MAYBE = frozenset(["may", "might", "could", "should", "must"])
_ASKS = frozenset(["ask", "urge", "tell", "order", "want", "expect", "invite", "press", "beg", "call"])
_CLOSE = 3
_TALK = frozenset(["talk", "speak", "write", "ask", "chat", "lecture", "joke", "complain"])
_ACTS = ("name", "demand", "promise", "blame", "praise")
_CLAUSES = ("that", "bare", "wh", "inf", "xcomp", "c-inf", "noun", "denied")


def polarity_of(tree: Tree, found: Found, no_comment: bool) -> Literal["affirmed", "denied", "doubted"]:
    """Return how the cue of a statement stands to its content; see `Statement.polarity`."""
    if found.cue < 0 or no_comment:
        return "affirmed"
    negated = tree.tag[found.cue][:1] in "VJ" and (
        _negation(tree, found.cue) >= 0 or _no_speaker(tree, found)
    )
    if found.key in _DOUBT:
        return "affirmed" if negated else "doubted"  # "nobody doubts that" affirms
    if found.key in ("hide", "conceal"):
        return "affirmed"  # who does not hide it says it; who hides it has said nothing
    if found.key in _AGAINST_IT:
        return "doubted" if negated else "denied"
    return "denied" if negated else "affirmed"


def with_matrix(tree: Tree, found: Found, no_comment: bool) -> Found | None:
    """Return a statement whose content keeps what its cue denies; None where nothing was said."""
    if found.cue >= 0 and found.key in _NAYS and found.frame.startswith("noun:"):
        begin, end = tree.start[found.cue], found.spans[-1][1]
        return replace(found, spans=((begin, end),)) if begin < found.spans[0][0] else found
    if found.cue < 0 or no_comment or tree.tag[found.cue][:1] not in "VJ":
        return found
    if found.speaker >= 0 and tree.word[found.speaker] in ("anybody", "anyone"):
        return None
    words = cue_words()
    said = found.key in words["say"] and found.key not in _STILL_SAID
    first = _negation(tree, found.cue)
    act = said or found.key in cues_in(*_ACTS)
    if act and _is_unsaid(tree, found.cue):
        return None
    if _is_hypothetical(tree, found) or _is_of_another(tree, found):
        return None
    if _is_asked(tree, found.cue) or _is_topic(tree, found):
        return None
    if act and found.key not in _STILL_SAID and _is_to_come(tree, found):
        return None
    if said and (first >= 0 or _is_supposed(tree, found)):
        return None
    if first < 0 and _no_speaker(tree, found):
        return None
    base = found.frame.split("/")[0].split(":")[0].rstrip("+<?")
    if first < 0 and _turns(tree, found, base):
        first = found.cue
        if tree.tag[first][:1] == "J" and tree.tag[tree.head[first]][:1] == "V":
            first = tree.head[first]
    opens = tree.word[tree.token_at(found.spans[0][0])]
    if base == "obj" and (opens == "neither" or (said and opens == "nothing")):
        return None
    if first < 0:
        return _with_against(tree, found) if found.frame.startswith("prep:against") else found
    after = [span for span in found.spans if span[0] > tree.start[found.cue]]
    if len(after) != len(found.spans):
        return None if said else found
    group = (tree.start[first], tree.end[found.cue])
    rest = (tree.start[found.cue], after[0][1])
    begins = first if first < found.cue_first else found.cue_first
    return replace(found, spans=joined([group, rest, *after[1:]]), cue_first=begins)


def _turns(tree: Tree, found: Found, base: str) -> bool:
    """Say whether a cue turns what follows it into its opposite."""
    if base in _CLAUSES and (found.key in _DENY or found.key in _UNSURE):
        return True
    if base == "xcomp" and found.key in _AGAINST:
        return True
    if found.frame.startswith("prep:as") and found.key in _AGAINST:
        return True  # "rejected as absurd the claim that"
    if base == "inf" and found.key in _REFUSE:
        return True
    first, last = tree.token_at(found.spans[0][0]), tree.token_before(found.spans[-1][1])
    if base == "obj" and found.key in _DENY and last - first == 1:
        return True  # "denies it": the pronoun alone would say it
    return base == "obj" and found.key in _AGAINST and _has_claim(tree, first, last)


def _has_claim(tree: Tree, first: int, last: int) -> bool:
    """Say whether a noun phrase tells a claim: "the report that Norway had sent weapons"."""
    return any(
        tree.word[i] == "that" and tree.tag[i] == "IN" and tree.dep[i] == "mark"
        for i in range(first, min(last, first + 6))
    )


def _with_against(tree: Tree, found: Found) -> Found:
    """Return "warned against closing it" with its "against"."""
    start, end = found.spans[0]
    at = tree.token_at(start) - 1
    if at < 0 or tree.word[at] != "against":
        return found
    last = max(found.cue_last, at + 1) if at - found.cue <= _CLOSE else found.cue_last
    return replace(found, spans=((tree.start[at], end), *found.spans[1:]), cue_last=last)


def _is_hypothetical(tree: Tree, found: Found) -> bool:
    """Say whether a cue is no act: "had she said", "it is too early to say", "to refuse to believe"."""
    cue = found.cue
    auxiliary = tree.first_of(cue, "aux")
    if (
        auxiliary >= 0
        and tree.word[auxiliary] in ("had", "should", "were")
        and auxiliary < tree.first_of(cue, "nsubj")
    ):
        return tree.word[auxiliary - 1] in (",", ";", "and", "but") or auxiliary == tree.bounds(cue)[0]
    above = tree.head[cue]
    if tree.tag[cue] == "VB" and tree.dep[cue] in ("xcomp", "advcl", "acl", "ccomp"):
        if found.speaker >= 0 and tree.word[found.speaker] == "it" and found.speaker < above:
            return True
        if tree.lemma[above] in _REFUSE and tree.dep[cue] == "xcomp":
            return True
    return False


def _is_of_another(tree: Tree, found: Found) -> bool:
    """Say whether somebody is only asked or accused of saying it: "accused her of saying that"."""
    cue, at = found.cue, tree.head[found.cue]
    if tree.tag[cue] == "VBG" and tree.dep[cue] == "pcomp" and tree.word[at] in ("of", "for"):
        return tree.lemma[tree.head[at]] in cues_in("blame", "praise")
    if tree.tag[cue] != "VB" or not any(tree.word[k] == "to" for k in tree.kids_of(cue, "aux")):
        return False
    first, _ = tree.bounds(cue)
    for verb in range(cue - 2, max(first, cue - 10) - 1, -1):
        if tree.tag[verb][:1] == "V" and tree.lemma[verb] in _ASKS:
            asked = any(first <= k < cue for k in tree.kids_of(verb, "dobj", "nsubjpass"))
            return asked or tree.head[cue] == verb
        if tree.tag[verb][:1] == "V":
            return False
    return False


def _is_asked(tree: Tree, cue: int) -> bool:
    """Say whether a cue stands in a question or condition: "asked whether they consider ..."."""
    return any(
        tree.dep[k] == "mark" and tree.word[k] in ("if", "unless", "whether") for k in tree.kids[cue]
    )


def _is_topic(tree: Tree, found: Found) -> bool:
    """Say whether only the topic of a talk is told: "spoke about trade", "told us how it was"."""
    base = found.frame.split("/")[0].rstrip("+<?")
    first, last = tree.token_at(found.spans[0][0]), tree.token_before(found.spans[-1][1])
    if tree.quoted(first, last):
        return False
    if base == "prep:of" and found.key == "speak" and tree.word[first] in ("a", "an"):
        # "spoke of a historic day" tells what it was called; "spoke of trade" a topic
        return not any(tree.tag[i][:2] == "JJ" for i in range(first + 1, min(first + 3, last)))
    if base.startswith(("prep:", "obj-prep:")):
        return found.key in _TALK and base.rpartition(":")[2] in ("about", "of", "on", "to")
    return base == "wh" and found.key == "tell" and tree.word[first] in ("how", "what")


def _is_to_come(tree: Tree, found: Found) -> bool:
    """Say whether words are only to be spoken: "will tell the council", outside all marks.

    Whole sentences in marks are there already: "“The road is open,” she will say on Monday".
    """
    cue = found.cue
    if tree.inside[cue] >= 0 or tree.tag[cue] != "VB":
        return False
    first = tree.token_at(found.spans[0][0])
    if (
        first < cue
        and tree.inside[first] >= 0
        and tree.inside[tree.token_before(found.spans[0][1]) - 1] >= 0
    ):
        return False
    if "only" in tree.word[max(cue - 1, 0) : cue + 2]:
        return False  # "would say only that": and said it
    first_person = any(tree.word[k] in ("i", "we") for k in tree.kids_of(cue, "nsubj"))
    return not first_person and any(
        tree.word[k] in ("will", "shall", "'ll", "’ll", "would") for k in tree.kids_of(cue, "aux")
    )


def _is_unsaid(tree: Tree, cue: int) -> bool:
    """Say whether a cue only might have been spoken: "failed to say", "it is wrong to claim"."""
    if tree.tag[cue] not in ("VB", "VBG") or tree.dep[cue] not in (
        "xcomp",
        "advcl",
        "pcomp",
        "acl",
        "ccomp",
    ):
        return False
    before = tree.word[cue - 1] if cue else ""
    if before == "to" and cue > 1 and tree.word[cue - 2] == "yet":
        return True
    if (
        before in ("of", "than")
        and cue > 1
        and tree.word[cue - 2] in ("instead", "short", "far", "rather")
    ):
        return True
    if tree.tag[cue] == "VBG" and tree.dep[cue] in ("advcl", "acl"):
        return False  # "refused to comment, noting that": the participle stands by itself
    at = cue
    for _ in range(3):
        above = tree.head[at]
        if above == at:
            return False
        if tree.lemma[above] in _UNSAID or tree.word[above] in _WITHOUT:
            return True
        if any(tree.kids_of(above, "neg")) and tree.tag[above][:1] == "V":
            return True
        if any(tree.lemma[k] in _UNSAID for k in tree.kids_of(above, "acomp", "attr") if k < cue):
            return True
        if tree.dep[above] not in ("xcomp", "pcomp", "prep", "acomp", "attr", "advmod"):
            return False
        at = above
    return False


def _negation(tree: Tree, cue: int) -> int:
    """Return the first token of a negated verb group; -1 where the cue is not negated."""
    if tree.tag[cue][:1] == "J":
        copula = tree.head[cue]
        return copula if tree.tag[copula][:1] == "V" and any(tree.kids_of(copula, "neg")) else -1
    negated, subject = False, -1
    turned: list[int] = []
    for k in tree.kids[cue]:
        label = tree.dep[k]
        if label == "neg":
            negated = True
        elif label == "nsubj":
            subject = k if subject < 0 else subject
        elif label == "aux":
            turned.append(k)
        elif k < cue and label in _ADVERBS and tree.word[k] in _NEVER:
            negated = True
    neither = _neither(tree, cue)
    if neither >= 0:
        return neither
    if negated:
        group = [tree.left[k] for k in tree.kids_of(cue, *_GROUP) if k < cue]
        return min(group, default=cue)
    if turned and turned[0] < subject:
        begin, _ = tree.bounds(cue)
        if any(tree.word[i] in _NEVER or tree.word[i] == "no" for i in range(begin, turned[0])):
            return begin  # "Never did she say", "At no point has he claimed"
    return -1


def _neither(tree: Tree, cue: int) -> int:
    """Return the "neither" of "neither confirmed nor denied"; -1 where there is none."""
    near = tree.word[max(cue - 6, 0) : cue]
    if "neither" not in near:
        return -1
    begin, _ = tree.bounds(cue)
    for i in range(cue - 1, max(begin, cue - 6) - 1, -1):
        if tree.word[i] == "neither":
            return i
        if tree.word[i] not in ("nor", "has", "have", "had") and tree.tag[i][:1] not in "VR":
            break
    return -1


def _is_supposed(tree: Tree, found: Found) -> bool:
    """Say whether a cue is only thought of: "may say", "if he says", "only a fool would say"."""
    common = found.speaker >= 0 and tree.tag[found.speaker] in ("NN", "NNS")
    for kid in tree.kids[found.cue]:
        if tree.dep[kid] == "aux" and tree.word[kid] in _MAYBE:
            return True
        if tree.dep[kid] == "aux" and tree.word[kid] == "would" and common:
            near = tree.word[max(kid, 1) - 1 : found.cue + 2]
            return "only" not in near and "not" not in near
        if tree.dep[kid] == "mark" and tree.word[kid] in ("if", "unless", "whether"):
            return True
    return False


def _no_speaker(tree: Tree, found: Found) -> bool:
    """Say whether the subject is nobody: "neither side", "no official", "none of them"."""
    who = found.speaker
    if who < 0:
        return False
    begin = max(tree.left[who] - 2, 0)
    if not _SCARCE.isdisjoint(tree.word[begin : who + 1]):
        opens = tree.text(begin, who + 1).casefold()
        if opens.startswith("not even") or _HARDLY.search(opens):
            return True
    return tree.word[who] in _NOBODY or any(
        (tree.word[k] in _NOBODY and tree.dep[k] in ("det", "preconj", "neg", "amod"))
        or (tree.word[k] == "not" and k < who)
        for k in tree.kids[who]
    )
