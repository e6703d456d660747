"""Every way a clause can report words or a stand becomes a candidate: cue, frame, content, speaker.

A candidate is only possible; `decide` says which ones hold. A cue and its frame are kept together
("accuse" with "of", "call" with "for"), as one verb reports in one frame and acts in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from detente.extract.statements.candidate import Candidate, trimmed
from detente.extract.statements.order import FRAMES as ORDERED
from detente.extract.statements.order import by_order
from detente.extract.statements.phrases import according, namely, opinion, per
from detente.extract.statements.speaker import speaker_of
from detente.extract.statements.tree import Tree
from detente.extract.statements.wordings import FRAMES, WORDED, of_saying, of_verb
from detente.knowledge.cues import Cue, cue_words, cues_in, media, reporting_words

_Make = Callable[..., None]

_WH = frozenset(["if", "whether", "what", "how", "why", "when", "where", "who", "which"])
_CUT_BY = frozenset(
    """while as although though but whereas after before amid despite and when since because""".split()  # noqa: SIM905
)
_OWN = frozenset(
    """aux auxpass neg nsubj nsubjpass csubj prt expl agent punct mark dative intj advmod
    npadvmod""".split()  # noqa: SIM905
)
_NEAR = 3
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_WHEN = frozenset(["prep", "npadvmod", "advmod", "dative"])
_ASIDE = 5
"""Most tokens of a phrase that says where or when something was said."""
_NO_OBJECT = frozenset(["press", "push", "sign", "post", "title", "file", "book", "share"])
_WHOM = frozenset(["him", "her", "them", "me", "us"])
_NO_CLAUSE = frozenset(["speak", "talk", "chat"])
_LIGHT = frozenset(
    """make express voice issue repeat reiterate have give offer raise state share hold deliver send add
    release underline convey restate sound put air bring lodge file level come join stick""".split()  # noqa: SIM905
)
_BARE_NOUNS = frozenset(
    ["word", "call", "message", "signal", "notion", "sympathy", "report", "rumor", "response"]
)
_PREPS = frozenset(
    """for of about on against with to from in as over that at upon into toward towards""".split()  # noqa: SIM905
)


_CONTENT = frozenset(["ccomp", "parataxis", "advcl", "xcomp", "dobj", "attr", "oprd", "acomp", "prep"])
_PASSIVE = frozenset(["nsubjpass", "auxpass", "agent"])
_OPENERS = frozenset(["in", "by", "per", "namely"])
_CLAUSES = frozenset(
    ["that", "bare", "inv", "wh", "paren", "according", "opinion", "what-as", "namely"]
)
_FORMS = FRAMES | ORDERED


def candidates(tree: Tree, table: Mapping[tuple[str, str], Cue] | None = None) -> Iterator[Candidate]:
    """Yield the candidates of an article in order of their cues.

    With a table, a frame other than a clause is tried only on the lemmas it was seen with. Verbs that
    report nobody's words (`cue_words.tsv`, never) and nouns that are no nouns of speech give none.
    """
    words = cue_words()
    judged = cues_in("blame", "praise", "demand", "refuse", "name")
    for cand in _all(tree, every=table is None):
        base = cand.frame.split("/")[0].rstrip("+<?")
        if base == "obj" and cand.key in _NO_OBJECT:
            continue
        if base == "bare" and cand.key in _NO_CLAUSE:
            continue
        if cand.key in words["act"] and _is_act(tree, cand, base):
            continue
        clause = base in _CLAUSES or base[:4] == "noun" or base in _FORMS
        known = cand.key in judged or (base == "inf" and cand.key in words["promise"])
        if table is None or clause or known or (cand.key, base) in table:
            yield cand


def _is_act(tree: Tree, cand: Candidate, base: str) -> bool:
    """Say whether a verb does what it says and reports no words: "vetoed the resolution"."""
    if (
        (base in _CLAUSES and base != "wh")
        or base in _FORMS
        or any(tree.quoted(a, b) for a, b in cand.spans)
    ):
        return False
    if cand.key in ("call", "like"):
        first = cand.spans[0][0]
        if cand.key == "like":
            return base == "inf"
        return tree.word[first] in ("each", "one") or _is_rung(tree, cand, base)
    if cand.key != "name":
        return True
    called = any(tree.dep[k] == "oprd" or tree.word[k] == "as" for k in tree.kids[cand.cue])
    return not called


def _is_rung(tree: Tree, cand: Candidate, base: str) -> bool:
    """Say whether somebody is rung up: "called Putin on Tuesday", and not called something."""
    obj = next((k for k in tree.kids_of(cand.cue, "dobj") if k > cand.cue), -1)
    if base != "obj" or obj < 0 or (tree.tag[obj] != "NNP" and tree.word[obj] not in _WHOM):
        return False
    last = cand.spans[-1][1]
    return all(tree.tag[i] in ("IN", "NNP", "CD", "RB", "DT", "PRP", ",") for i in range(obj, last))


def _all(tree: Tree, every: bool) -> Iterator[Candidate]:
    """Yield all readings; verbs that nobody reported with have none unless `every` is asked for."""
    words = cue_words()
    never, nouns, adjectives, say = words["never"], words["noun"], words["adjective"], words["say"]
    reporting, (lemmas, forms) = reporting_words(), _looked_at()
    tag, lemma, word, dep, kids = tree.tag, tree.lemma, tree.word, tree.dep, tree.kids
    places: Iterable[int] = range(len(tree))
    if not every:
        places = sorted({*tree.having(lemma, lemmas), *tree.having(word, forms)})
    for i in places:
        mark, stem, form = tag[i][:1], lemma[i], word[i]
        if mark == "V":
            if not kids[i] and dep[i] != "prep":
                continue
            if form == "according":
                yield from according(tree, i)
                continue
            known = stem in reporting
            if (every or known) and stem not in never:
                yield from _of_verb(tree, i, every)
            if known or stem in WORDED:
                yield from of_verb(tree, i)
                yield from of_saying(tree, i)
            if stem in say:
                yield from by_order(tree, i)
        elif form in _OPENERS:
            if form == "namely":
                yield from namely(tree, i)
            elif kids[i]:
                yield from (per if form == "per" else opinion)(tree, i)
        elif not kids[i]:
            continue
        elif mark == "J":
            if stem in adjectives and dep[i] in ("acomp", "ROOT", "conj"):
                yield from _of_verb(tree, i, every)
        elif mark == "N":
            if stem in nouns:
                yield from _of_noun(tree, i, stem)
            elif form[-3:] == "ing" and (verb := _verb_of(form)):
                yield from _of_noun(tree, i, verb)


@lru_cache(maxsize=1)
def _looked_at() -> tuple[frozenset[str], frozenset[str]]:
    """Return the lemmas and the words without one of which a token has no reading at all."""
    words = cue_words()
    lemmas = reporting_words() | WORDED | words["say"] | words["noun"] | words["adjective"]
    participles = [verb.removesuffix("e") + "ing" for verb in words["say"]]
    whole = [verb + "ing" for verb in words["say"]]
    return lemmas, _OPENERS | {"according", *participles, *whole}


def _of_verb(tree: Tree, v: int, every: bool = False) -> list[Candidate]:
    """The readings of a verb or adjective; none without a speaker, unless `every` is asked for."""
    kids, dep, word = tree.kids[v], tree.dep, tree.word
    labels = {dep[k] for k in kids}
    if labels.isdisjoint(_CONTENT) and "nsubj" not in labels:
        return []
    particle = next((k for k in kids if dep[k] == "prt"), -1) if "prt" in labels else -1
    key = tree.lemma[v] + (" " + word[particle] if particle >= 0 else "")
    passive = not labels.isdisjoint(_PASSIVE)
    if tree.tag[v] == "VBN" and not passive:
        passive = dep[v] == "acl" or "aux" not in labels
    if word[v] == "asked" and v > 1 and word[v - 1] == "," and v + 1 < len(tree):
        # "Kerry, asked whether anything could help, smiled": he is the one who was asked.
        first = tree.tag[v - 2][:3] == "NNP" or tree.tag[v - 2] == "PRP"
        passive = passive or (
            first and (word[v + 1] in _WH or word[v + 1] in ("about", "at", "in", "by"))
        )
    speaker, via = speaker_of(tree, v, passive)
    if speaker < 0 and not every:
        return []
    after = max(v, particle) + 1
    voice = "pass:" if passive else ""
    found: list[Candidate] = []

    def make(frame: str, *spans: tuple[int, int], last: int = after) -> None:
        parts = tuple([part for span in spans if (part := trimmed(tree, *span))[0] < part[1]])
        if parts:
            found.append(Candidate(v, v, max(last, v + 1), key, voice + frame, parts, speaker, via))

    obj = -1
    for k in kids:
        label = dep[k]
        if label in ("ccomp", "parataxis") or (
            label == "advcl" and tree.right[k] <= v and tree.tag[k][:1] == "V"
        ):
            _clause(tree, v, k, label, make)
        elif label == "xcomp":
            lead = word[tree.left[k]]
            frame = (
                "inf"
                if lead == "to" or any(word[x] == "to" for x in tree.kids_of(k, "aux"))
                else "xcomp"
            )
            make(frame, (tree.left[k], tree.right[k]))
            cut = _cut(tree, k, tree.left[k], tree.right[k])
            if cut < tree.right[k]:
                make(frame + "/cut", (tree.left[k], cut))
        elif label in ("dobj", "attr", "oprd", "acomp"):
            obj = k if obj < 0 and label == "dobj" else obj
            frame = "obj" if label == "dobj" else label
            if k > v:
                make(frame, (tree.left[k], tree.right[k]))
                end = _phrase_end(tree, v, k)
                if end > tree.right[k]:
                    make(frame + "+", (tree.left[k], end))
            elif label == "dobj":
                make("obj<", (tree.left[k], tree.right[k]))
        elif label == "prep" and k > v and word[k] in _PREPS:
            _prep(tree, v, k, obj, make)
    if obj >= 0:
        # "urged Russia to withdraw": the object is the one who shall act, and part of what is wanted.
        for k in kids:
            if dep[k] in ("xcomp", "advcl") and k > obj and word[tree.left[k]] == "to":
                make("obj-inf", (tree.left[k], tree.right[k]))
    if speaker >= 0 and via == "subj" and labels.isdisjoint(("ccomp", "dobj", "xcomp")):
        _parenthesis(tree, v, make)
    return found


def _clause(tree: Tree, v: int, k: int, label: str, make: _Make) -> None:
    left, right = tree.left[k], tree.right[k]
    if tree.tag[v] == "VBG":
        # "saying he had": the parser gave the clause's subject to the participle.
        left = min([left, *(tree.left[x] for x in tree.kids_of(v, "nsubj") if v < x < left)])
    frame = "inv" if k < v else "bare"
    if k > v:
        for x in tree.kids[k]:
            if x < k and tree.dep[x] == "mark" and tree.word[x] == "that":
                frame = "that"
            elif x < k and tree.word[x] in _WH:
                frame = "wh"
        if frame == "bare" and any(tree.word[x] in _WH for x in range(left, min(left + 2, k))):
            frame = "wh"
        if frame == "bare" and any(tree.word[x] == "to" for x in tree.kids_of(k, "aux")):
            frame = "c-inf"
        if label == "advcl":
            frame = "advcl"
    elif label == "advcl":
        frame = "advcl<"
    if k > v:
        # "insists it needs to change, abandon hopes": bare verbs that the parser joined to the cue.
        for x in tree.kids_of(v, "conj"):
            if x > k and tree.tag[x] == "VB" and tree.tag[v] != "VB":
                right = max(right, tree.right[x])
    spans = _without_cue(tree, v, k, left, right)
    make(frame, *spans)
    if k > v:
        cut = _cut(tree, k, left, right)
        if cut < right:
            make(frame + "/cut", (left, cut))
        # A second clause that the parser hung on the cue: "said that A, and that B".
        more = max(
            (
                tree.right[x]
                for x in tree.kids[v]
                if x > k and tree.dep[x] in ("ccomp", "conj", "advcl")
            ),
            default=0,
        )
        if more > right:
            make(frame + "/more", (left, more))
    elif left > 0:
        sent_first, _ = tree.bounds(v)
        if sent_first < left and tree.sent[sent_first] == tree.sent[v]:
            make("inv/all", (sent_first, min(right, v)))


def _without_cue(tree: Tree, v: int, k: int, left: int, right: int) -> list[tuple[int, int]]:
    """Return a clause's range without the words of the cue that stands in its middle."""
    if not left < v < right:
        return [(left, right)]
    first, last = v, v + 1
    for x in tree.kids[v]:
        if x != k and tree.dep[x] in _OWN and tree.left[x] >= left and tree.right[x] <= right:
            first, last = min(first, tree.left[x]), max(last, tree.right[x])
    return [(left, first), (last, right)]


def _cut(tree: Tree, k: int, left: int, right: int) -> int:
    """Return where a clause ends if what follows its last comma belongs to the cue instead."""
    best = right
    for x in tree.kids[k]:
        if x > k and tree.dep[x] in ("advcl", "conj", "prep", "npadvmod", "cc"):
            at = tree.left[x]
            if (at - 1 > k and tree.word[at - 1] in (",", "—", "–", "--", ";")) or (
                tree.dep[x] == "advcl" and tree.word[at] in _CUT_BY and at > k
            ):
                best = min(best, at)
    return best


def _phrase_end(tree: Tree, v: int, obj: int) -> int:
    """Return one past the last token of what follows an object and belongs to the same verb."""
    end = tree.right[obj]
    for x in tree.kids[v]:
        if x > obj and tree.dep[x] in (
            "prep",
            "oprd",
            "xcomp",
            "advcl",
            "acomp",
            "ccomp",
            "dative",
            "acl",
        ):
            if tree.word[tree.left[x]] == "without":
                break
            again = tree.word[x] == tree.word[obj] and tree.dep[x] == "prep"
            if tree.left[x] > end and tree.word[tree.left[x] - 1] in (",", "—", ";") and not again:
                break
            end = max(end, tree.right[x])
    return end


def _prep(tree: Tree, v: int, k: int, obj: int, make: _Make) -> None:
    name = "prep:" + {"upon": "on"}.get(tree.word[k], tree.word[k])
    inner = [x for x in tree.kids[k] if x > k]
    if not inner:
        return
    first = min(tree.left[x] for x in inner)
    last = max(tree.right[x] for x in inner)
    if tree.word[k] == "as":
        first = k
    for noun in tree.kids_of(k, "pobj"):
        # "said in a statement that ...": the clause hangs on the noun, the cue is the verb.
        if tree.lemma[noun] in media()["noun"] and tree.lemma[v] in cue_words()["say"]:
            for x in tree.kids_of(noun, "acl", "relcl", "ccomp", "appos"):
                if x > noun and tree.word[tree.left[x]] == "that":
                    make("that", (tree.left[x], tree.right[x]), last=v + 1)
    if name == "prep:as" and any(tree.word[x] == "what" for x in tree.kids[v] if x < v):
        make("what-as", (first, _phrase_end(tree, v, k)), last=v + 1)
    near = k + 1 if k - v <= _NEAR else v + 1
    make(name, (first, last), last=near)
    end = _phrase_end(tree, v, k)
    if end > last:
        make(name + "+", (first, end), last=near)
    if obj >= 0 and obj < k:
        make("obj-" + name, (first, last), last=near)


def _parenthesis(tree: Tree, v: int, make: _Make) -> None:
    """A short clause with a subject and a verb, set off from the rest of its sentence by commas."""
    if any(tree.tag[x] in ("WP", "WDT") for x in tree.kids_of(v, "nsubj")):
        return  # "Berg, who spoke at a news conference, said"
    group = [x for x in tree.kids[v] if tree.dep[x] in _OWN]
    begin = min([v, *(tree.left[x] for x in group if tree.dep[x] in ("nsubj", "aux", "neg"))])
    end = max([v + 1, *(tree.right[x] for x in group if tree.dep[x] == "nsubj")])
    sent_first, sent_last = tree.bounds(v)
    for x in tree.kids[v]:
        # ", Berg said on Monday,": where and when it was said goes with the cue.
        if tree.left[x] == end and tree.dep[x] in _WHEN and tree.right[x] - end <= _ASIDE:
            end = tree.right[x]
    if end - begin > 14 or not (sent_first <= begin and end <= sent_last):
        return
    for i in range(begin - 2, sent_first, -1):
        # "He was harsher on Oslo: leaving, he said, was a mistake": what is said begins at the colon.
        if tree.word[i] in (":", ";") and tree.inside[i] < 0:
            sent_first = i + 1
            break
    for i in range(begin - 2, sent_first + 1, -1):
        # "No date was set, and the road, she said, is shut": only the second clause is hers.
        if tree.tag[i] in _FINITE:
            break
        if tree.word[i] in ("and", "but") and tree.word[i - 1] == ",":
            if any(tree.tag[x] in _FINITE for x in range(sent_first, i)):
                sent_first = i + 1
            break
    before = begin > sent_first and tree.word[begin - 1] in (",", "”", '"', "’", "—", "–", "--", "'")
    after = end < sent_last and tree.word[end] in (",", ".", ":", "—")
    if before and after:
        if end + 2 < sent_last and tree.word[end] == ",":
            make("paren", (sent_first, begin), (end, sent_last))
        make("paren<", (sent_first, begin))


def _verb_of(word: str) -> str:
    """Return the verb of saying that a word in -ing is a participle of, "" for none."""
    say = cue_words()["say"]
    return next((stem for stem in (word[:-3], word[:-3] + "e") if stem in say), "")


def _of_noun(tree: Tree, n: int, key: str) -> Iterator[Candidate]:
    if tree.dep[n] == "pobj" and tree.word[tree.head[n]] == "in" and key in cue_words()["opinion"]:
        return
    speaker, via = -1, "none"
    for x in tree.kids[n]:
        if tree.dep[x] == "poss":
            speaker, via = x, "poss"
    for x in tree.kids[n]:
        label = tree.dep[x]
        if x < n:
            continue
        frame = ""
        first, last = tree.left[x], tree.right[x]
        if label in ("acl", "relcl", "ccomp", "appos"):
            marks = [
                m for m in tree.kids[x] if m < x and tree.dep[m] in ("mark", "nsubj", "aux", "dobj")
            ]
            if tree.word[first] == "that" and tree.tag[first] == "IN":
                # A participle that the tagger took for a noun ("noting that") is a verb after all.
                frame = "noun:that" if key == tree.lemma[n] else "that"
            elif label == "relcl" and tree.word[first] == "that":
                frame = "noun:that?"
            elif any(tree.word[m] == "to" for m in marks) and label in ("acl", "relcl"):
                frame = "noun:to"
        elif key in _BARE_NOUNS and not (key == "call" and speaker >= 0 and tree.word[x] == "for"):
            continue
        elif label == "prep" and tree.word[x] in (
            "of",
            "for",
            "on",
            "against",
            "to",
            "about",
            "from",
            "by",
        ):
            frame = "noun:" + tree.word[x]
            first = x + 1
            if tree.word[x] == "by" or (tree.word[x] == "from" and speaker < 0):
                inner = tree.first_of(x, "pobj")
                if inner >= 0 and speaker < 0:
                    speaker, via = inner, "agent"
                continue
        if not frame:
            continue
        who, how = speaker, via
        if who < 0:
            who, how = _holder(tree, n) if key == tree.lemma[n] else _subject_above(tree, n)
        a, b = trimmed(tree, first, last)
        if a < b:
            yield Candidate(n, n, n + 1, key, frame, ((a, b),), who, how)


def _subject_above(tree: Tree, n: int) -> tuple[int, str]:
    """Return the subject of the clause that a word hangs in."""
    above = tree.head[n]
    if above == n or tree.tag[above][:1] != "V":
        return -1, "none"
    return speaker_of(tree, above, passive=False)


def _holder(tree: Tree, n: int) -> tuple[int, str]:
    """Return who holds what a noun names: "Lavrov voiced hope that", "a warning from Kerry that"."""
    for x in tree.kids_of(n, "prep"):
        if tree.word[x] in ("from", "by", "of", "among"):
            inner = tree.first_of(x, "pobj")
            if inner >= 0 and tree.word[x] != "of":
                return inner, "agent"
    above = tree.head[n]
    if tree.dep[n] in ("dobj", "attr") and tree.lemma[above] in _LIGHT:
        return speaker_of(tree, above, passive=False)
    if tree.dep[n] == "pobj" and tree.lemma[tree.head[above]] in _LIGHT:
        return speaker_of(tree, tree.head[above], passive=False)
    return -1, "none"
