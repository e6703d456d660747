"""Fixed wordings that report words with verbs that report nothing by themselves.

"made known that", "let it be understood that", "the American version is that", "sees no cause for",
"sees it as", "held the timetable to be", "as the minister made clear", "remains confident: ...",
"told a press conference that". Each is sure by its form, so the model is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.statements.candidate import Candidate, is_person, one, trimmed
from detente.extract.statements.felt import felt
from detente.extract.statements.pleas import asked_for, pleaded
from detente.extract.statements.silence import silent
from detente.extract.statements.speaker import speaker_of
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import cue_words, cues_in, media

FRAMES = frozenset(
    """known is-that sees sees-as holds-as as-clause colon told-that agreed no-comment pointed felt
    denied asked-for pleaded declared would-like as-put judged""".split()  # noqa: SIM905
)
"""Frames of this module's candidates: they hold by their form."""
_MAKE = frozenset(["make", "let"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_TIME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday day week month year morning evening
    afternoon night breath time hour today yesterday note""".split()  # noqa: SIM905
)
_AUDIENCE = frozenset(
    """conference briefing reporter journalist parliament committee council forum audience meeting
    lawmaker hearing session congress senate rally crowd viewer listener colleague
    correspondent""".split()  # noqa: SIM905
)


_LEAST = 4
"""Tokens from a noun on that a clause with "that" has at the least."""
_PARTICLED = frozenset(["point", "go", "make", "spell"])
_SILENT = frozenset(
    """say have make offer give comment reply respond answer remain keep stay draw disclose reveal
    discuss confirm specify elaborate""".split()  # noqa: SIM905
)
_ASKS = frozenset(("ask", "call", "push", "press", "plead", "beg", "appeal", "wait", "hope"))
_OFFERS = frozenset(
    """express voice convey offer advise counsel urge pledge promise deny rule extend apologise
    apologize""".split()  # noqa: SIM905
)
_JUDGE = ("blame", "praise", "refuse")
_LIKE = frozenset(("like", "love", "prefer"))
_HUNG = frozenset(("advcl", "prep", "acl", "relcl", "ccomp", "pcomp"))
_COPULAS = frozenset(("be", "remain", "become", "stay"))
_HOLD = frozenset(("hold", "judge", "deem", "believe"))
WORDED = (
    _MAKE
    | _PARTICLED
    | _SILENT
    | _ASKS
    | _OFFERS
    | _COPULAS
    | _HOLD
    | _LIKE
    | {"see", "agree", "pronounce"}
)
"""Verbs of these wordings; any other verb has a reading here only if it is one of reporting."""


def of_verb(tree: Tree, v: int) -> Iterator[Candidate]:
    """Yield the readings of a verb that reports only in one of these wordings."""
    lemma = tree.lemma[v]
    if lemma in _MAKE:
        yield from _made_known(tree, v)
    elif lemma == "see":
        yield from _sees(tree, v)
    elif lemma in _HOLD:
        yield from _holds(tree, v)
    elif lemma in _COPULAS:
        yield from _is_that(tree, v)
        yield from _confident(tree, v)


def of_saying(tree: Tree, v: int) -> Iterator[Candidate]:
    """Yield the readings of a verb of speech that a parser hides ("told a hearing that")."""
    lemma = tree.lemma[v]
    if lemma in cue_words()["say"]:
        yield from _told_that(tree, v)
    if tree.dep[v] in _HUNG and tree.word[tree.left[v]] == "as":
        yield from _as_clause(tree, v)
    if lemma in _PARTICLED:
        yield from _pointed(tree, v)
    if lemma in _SILENT:
        yield from silent(tree, v)
    if lemma in _OFFERS:
        yield from felt(tree, v)
    if tree.word[v] == "agreed":
        yield from _agreed(tree, v)
    if lemma in _ASKS:
        yield from asked_for(tree, v)
        yield from pleaded(tree, v)
    if lemma in ("declare", "pronounce"):
        yield from _declared(tree, v)
    if tree.tag[v] == "VBN" and lemma in cues_in(*_JUDGE):
        yield from _judged_by(tree, v)
    if lemma in _LIKE:
        yield from _would_like(tree, v)


def _made_known(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "made known that", "made it clear that", "let it be known that"."""
    words = cue_words()["known"]
    _, last = tree.bounds(v)
    for i in range(v + 1, min(last, v + 6)):
        if tree.word[i] not in words:
            if tree.tag[i][:1] in "VN" and tree.word[i] != "be":
                return
            continue
        clear = tree.word[i] in ("clear", "plain") and _clause_follows(tree, i + 1, last)
        if clear or (i + 1 < last and tree.word[i + 1] in ("that", "to")):
            at = i + 1
            while at < min(last, i + 8) and tree.word[at] != "that" and not clear:
                at += 1
            if at >= min(last, i + 8):
                return
            speaker, _ = speaker_of(tree, v, passive=False)
            if speaker < 0 and tree.dep[v] in ("acl", "relcl"):
                speaker = tree.head[v]
            key = f"{tree.lemma[v]} {tree.word[i]}"
            yield from one(tree, v, i + 1, key, "known", (at, _stop(tree, at, last)), speaker)
        return


def _clause_follows(tree: Tree, at: int, last: int) -> bool:
    """Say whether a clause without "that" begins at a token: "made it clear he was committed"."""
    if at + 2 >= last or tree.tag[at] not in ("PRP", "NNP", "DT", "EX"):
        return False
    return any(tree.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(at + 1, min(last, at + 5)))


def _stop(tree: Tree, at: int, last: int) -> int:
    """Return where a clause that opens with "that" ends: at its sentence's end or a semicolon."""
    for i in range(at, last):
        if tree.word[i] == ";" and tree.inside[i] < 0:
            return i
    return last


def _is_that(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "The American version is that ...", "Moscow's position was that ..."."""
    subject = tree.first_of(v, "nsubj")
    _, last = tree.bounds(v)
    if subject < 0 or tree.lemma[subject] not in cue_words()["version"]:
        return
    if v + 1 >= last or tree.word[v + 1] != "that":
        return
    speaker = tree.first_of(subject, "poss")
    if speaker < 0:
        speaker = next(
            (k for k in tree.kids_of(subject, "amod", "compound", "nmod") if _nationality(tree, k)), -1
        )
    if speaker < 0:
        for of in tree.kids_of(subject, "prep"):
            if tree.word[of] in ("of", "in"):
                speaker = next(tree.kids_of(of, "pobj"), speaker)
    yield from one(
        tree,
        subject,
        subject + 1,
        tree.lemma[subject],
        "is-that",
        (v + 1, _stop(tree, v + 1, last)),
        speaker,
    )


def _nationality(tree: Tree, token: int) -> bool:
    text = tree.parse.view.text
    return text[tree.start[token]].isupper() and token != tree.bounds(token)[0]


def _confident(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "She remains confident: the road will open."."""
    sure = next(
        (
            k
            for k in tree.kids_of(v, "acomp", "attr", "oprd")
            if tree.lemma[k] in cue_words()["adjective"]
        ),
        -1,
    )
    if sure < 0:
        return
    subject = tree.first_of(v, "nsubj")
    _, last = tree.bounds(v)
    colon = next((i for i in range(sure + 1, min(last, sure + 6)) if tree.word[i] == ":"), -1)
    if colon < 0 or colon + 3 >= last or tree.inside[colon + 1] >= 0 or not is_person(tree, subject):
        return
    yield from one(tree, sure, sure + 1, tree.lemma[sure], "colon", (colon + 1, last), subject)


def _sees(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "sees no cause for alarm", "sees it as a relief": a judgement, not a look at something."""
    speaker, _ = speaker_of(tree, v, passive=False)
    if not is_person(tree, speaker) or any(tree.kids_of(v, "aux", "neg")):
        return
    if tree.parse.sents[max(tree.sent[v], 0)].role in ("title", "subhead", "caption"):
        return
    obj = next((k for k in tree.kids_of(v, "dobj") if k > v), -1)
    if obj < 0:
        return
    as_ = next((k for k in tree.kids_of(v, "prep") if k > obj and tree.word[k] == "as"), -1)
    if as_ < 0:
        as_ = next((k for k in tree.kids_of(obj, "prep") if tree.word[k] == "as"), -1)
    _, last = tree.bounds(v)
    if as_ >= 0:
        end = max(tree.right[as_], tree.right[obj])
        yield from one(tree, v, v + 1, "see", "sees-as", (tree.left[obj], end), speaker)
    elif tree.lemma[obj] in cue_words()["seen"]:
        end = tree.right[obj]
        for k in tree.kids_of(v, "prep"):
            if k == end:
                end = tree.right[k]
        if end < last and tree.inside[end] >= 0:
            end = min(last, tree.token_before(tree.quotations[tree.inside[end]].end))
        yield from one(tree, v, v + 1, "see", "sees", (tree.left[obj], end), speaker)


def _holds(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "held the timetable to be poetry"."""
    speaker, _ = speaker_of(tree, v, passive=False)
    obj = next((k for k in tree.kids_of(v, "dobj") if k > v), -1)
    if obj < 0 or not is_person(tree, speaker):
        return
    end = tree.right[obj]
    if tree.text(end, min(len(tree), end + 2)) != "to be":
        return
    verb = next((k for k in tree.kids_of(v, "advcl", "xcomp", "ccomp") if k > obj), -1)
    last = max(tree.right[verb] if verb >= 0 else 0, end + 2)
    yield from one(tree, v, v + 1, tree.lemma[v], "holds-as", (tree.left[obj], last), speaker)


def _told_that(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "told a press conference that", "said the same day that": a clause hung on the noun."""
    kids, dep = tree.kids[v], tree.dep
    if "ccomp" in [dep[k] for k in kids]:
        return
    for k in tree.kids_of(v, "advcl"):
        at = tree.left[k]
        if v < at <= v + 2 and (tree.word[at] == "that" or tree.text(at, at + 2) == "only that"):
            # "would say only that the two did not speak": the parser takes the clause for an adverbial.
            speaker, _ = speaker_of(tree, v, passive=False)
            yield from one(tree, v, v + 1, tree.lemma[v], "told-that", (at, tree.right[k]), speaker)
            return
    for k in kids:
        if k < v or tree.right[k] - k < _LEAST:
            continue
        noun = k if dep[k] in ("dobj", "npadvmod", "dative") else -1
        if dep[k] == "prep":
            noun = tree.first_of(k, "pobj")
        if noun < 0 or not _listens(tree, noun):
            continue
        for clause in tree.kids_of(noun, "relcl", "acl", "ccomp"):
            first = tree.left[clause]
            subject = next((x for x in tree.kids[clause] if dep[x] in _SUBJECTS), -1)
            if clause > noun and tree.word[first] == "that" and subject > first:
                speaker, _ = speaker_of(tree, v, passive=False)
                span = (first, tree.right[clause])
                yield from one(tree, v, v + 1, tree.lemma[v], "told-that", span, speaker)
                return


def _listens(tree: Tree, noun: int) -> bool:
    lemma = tree.lemma[noun]
    return lemma in _TIME or lemma in _AUDIENCE or lemma in media()["noun"] or tree.tag[noun] == "NNP"


def _as_clause(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "The road will open, as the minister expects, in June."."""
    subject = tree.first_of(v, "nsubj")
    first = tree.left[v]
    if subject < 0 or subject > v or not is_person(tree, subject):
        return
    if tree.lemma[v] not in cues_in("say", "think", "as"):
        return
    tail = [
        k for k in tree.kids[v] if k > v and tree.dep[k] not in ("punct", "acomp", "oprd", "advmod")
    ]
    sent_first, sent_last = tree.bounds(v)
    end = max([v + 1, *(tree.right[k] for k in tree.kids_of(v, "acomp", "oprd") if k > v)])
    if tree.lemma[v] == "put" and tree.word[v + 1] == "it" and v + 2 < sent_last:
        yield from _put_it(tree, v, subject, first)
        return
    if tail or first <= sent_first or tree.word[first - 1] != ",":
        return
    if end < sent_last and tree.word[end] not in (",", ".", ";"):
        return
    begin = sent_first
    for i in range(first - 2, sent_first, -1):
        if tree.word[i] in (";", ":"):
            begin = i + 1
            break
    if tree.word[begin] in ("if", "when", "once", "unless"):
        begin += 1
    yield from one(tree, v, end, tree.lemma[v], "as-clause", (begin, first), subject)


def _put_it(tree: Tree, v: int, subject: int, first: int) -> Iterator[Candidate]:
    """ "The delay was, as the minister put it, a gift.": all the sentence but the aside."""
    sent_first, sent_last = tree.bounds(v)
    end = v + 2
    if tree.word[end] not in (",", ":"):
        return
    spans = ((sent_first, first), (end, sent_last))
    parts = tuple(part for part in (trimmed(tree, *span) for span in spans) if part[0] < part[1])
    if parts:
        yield Candidate(v, v, end, "put it", "as-put", parts, subject, "subj")


def _pointed(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "The two, he pointed out, speak daily.": a verb with its particle between commas."""
    first, last = tree.bounds(v)
    out = v + 1
    if out + 2 >= last or tree.dep[out] not in ("prt", "advmod") or tree.tag[out] not in ("RP", "RB"):
        return
    subject = tree.first_of(v, "nsubj")
    if not first < subject < v:
        return
    begin = tree.left[subject]
    if tree.word[begin - 1] != "," or tree.word[out + 1] != ",":
        return
    parts = tuple(trimmed(tree, *span) for span in ((first, begin), (out + 1, last)))
    if all(a < b for a, b in parts):
        yield Candidate(
            v, v, out + 1, f"{tree.lemma[v]} {tree.word[out]}", "pointed", parts, subject, "subj"
        )


def _agreed(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "They are agreed that the list must be complete, and that ..."."""
    subject = tree.first_of(v, "nsubjpass", "nsubj")
    auxiliary = any(tree.lemma[k] == "be" for k in tree.kids_of(v, "auxpass", "aux"))
    _, last = tree.bounds(v)
    if auxiliary and subject >= 0 and v + 2 < last and tree.word[v + 1] == "that":
        yield from one(tree, v, v + 1, "agree", "agreed", (v + 1, _stop(tree, v + 1, last)), subject)


def _declared(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "declared the affair to be over"."""
    speaker, _ = speaker_of(tree, v, passive=False)
    if not is_person(tree, speaker):
        return
    for k in tree.kids_of(v, "ccomp", "xcomp"):
        to = any(tree.word[x] == "to" for x in tree.kids_of(k, "aux"))
        if k > v and to and tree.left[k] == v + 1 and any(tree.kids_of(k, "nsubj")):
            yield from one(tree, v, v + 1, tree.lemma[v], "declared", (v + 1, tree.right[k]), speaker)


def _judged_by(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "The plan was condemned by the minister as a waste.": the subject is what is judged."""
    subject = tree.first_of(v, "nsubjpass")
    who, via = speaker_of(tree, v, passive=True)
    if via != "agent" or subject < 0 or tree.tag[subject][:2] != "NN" or not is_person(tree, who):
        return
    spans = [(tree.left[subject], tree.right[subject])]
    spans += [(k, tree.right[k]) for k in tree.kids_of(v, "prep") if tree.word[k] in ("as", "for")]
    parts = tuple(part for part in (trimmed(tree, *span) for span in spans) if part[0] < part[1])
    yield Candidate(v, v, v + 1, tree.lemma[v], "judged", parts, who, via)


def _would_like(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "would like the flights back", "would like to see an end to it"."""
    would = any(tree.word[k] in ("would", "'d", "’d") for k in tree.kids_of(v, "aux"))
    speaker = tree.first_of(v, "nsubj")
    if not would or any(tree.kids_of(v, "neg")) or not is_person(tree, speaker):
        return
    wanted = [k for k in tree.kids_of(v, "dobj", "xcomp", "ccomp", "advmod", "prep") if k > v]
    if wanted and tree.dep[wanted[0]] in ("dobj", "xcomp", "ccomp"):
        span = (tree.left[wanted[0]], max(tree.right[k] for k in wanted))
        yield from one(tree, v, v + 1, f"would {tree.lemma[v]}", "would-like", span, speaker)
