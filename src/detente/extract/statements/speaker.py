"""The head of the phrase that says who speaks, reached from the verb that reports.

The subject of the verb, else that of the verb it is joined to, depends on or describes; the agent of a
passive; the noun that a participle or a relative clause hangs on.
"""

from __future__ import annotations

from functools import lru_cache

from detente.extract.statements.tree import Tree
from detente.knowledge.cues import speaking_nouns

_REFLEXIVE = frozenset(["himself", "herself", "themselves", "itself"])
_RELATIVE = frozenset(["who", "which", "that"])


def speaker_of(tree: Tree, verb: int, passive: bool) -> tuple[int, str]:
    """Return the head of the speaker's phrase and how it was reached; (-1, "none") where none is.

    The subject of a passive is the one spoken of, never the speaker.
    """
    if passive:
        for agent in tree.kids_of(verb, "agent"):
            for inner in tree.kids_of(agent, "pobj"):
                return inner, "agent"
        for prep in tree.kids_of(verb, "prep"):
            if tree.word[prep] == "by":
                for inner in tree.kids_of(prep, "pobj"):
                    return inner, "agent"
        return -1, "none"
    if tree.tag[verb] == "VB" and (who := _prompted(tree, verb)) >= 0:
        return who, "control"
    if tree.lemma[verb] in ("quote", "cite") and (who := _told_as_saying(tree, verb)) >= 0:
        return who, "quoted as"
    via, below, loose = "subj", verb, False
    for _ in range(8):
        subject = tree.first_of(verb, "nsubj")
        if 0 <= subject < verb - 1 and tree.word[subject + 1] == ":":
            # "AB: The opposition says that": a label is no subject
            subject = next((k for k in tree.kids_of(verb, "nsubj") if k > subject), subject)
        if subject > verb and tree.tag[verb] == "VBG":
            subject = -1  # "saying he had": the clause's own
        if subject < 0 and via != "subj":
            subject = tree.first_of(verb, "nsubjpass")
        if subject < 0:
            subject = _after_date(tree, verb)
        if subject > 0 and tree.word[subject] in _REFLEXIVE and tree.tag[subject - 1][:2] == "NN":
            subject -= 1  # "The minister himself has said": the minister
        if subject >= 0 and (via == "subj" or can_speak(tree, subject)):
            return _antecedent(tree, verb, _nearer(tree, verb, subject)), via
        if subject < 0 and below != verb and (who := _controller(tree, verb, below)) >= 0:
            return who, "control"
        below = verb
        # A participle after a comma has the subject of the clause: "met him, saying ...".
        loose = loose or (tree.tag[verb] == "VBG" and verb > 0 and tree.word[verb - 1] == ",")
        if tree.first_of(verb, "expl", "csubj") >= 0:
            return -1, "none"
        label, above = tree.dep[verb], tree.head[verb]
        if above == verb:
            break
        if label == "conj" and (who := _beside_tag(tree, verb, above)) >= 0:
            return who, "conj"
        if label == "conj" and (upper := _outer(tree, verb, above)) >= 0:
            via, verb = "conj", upper
            continue
        if label in ("acl", "relcl") and tree.tag[above][:1] in "NP":
            if _is_told(tree, above, verb):
                via, verb = "acl", tree.head[above]
                continue
            if can_speak(tree, above) and not (loose and tree.dep[above] in ("pobj", "dobj", "appos")):
                return _whose(tree, above), "acl"
            clause = _clause_of(tree, above)
            if clause < 0:
                return (above, "acl") if tree.tag[above][:2] == "NN" else (-1, "none")
            via, verb = "acl", clause
            continue
        if label in ("conj", "advcl", "xcomp", "pcomp", "prep", "acomp", "ccomp", "dep", "parataxis"):
            if via == "subj":
                via = label
            if label == "pcomp" and (who := _quoted_as(tree, above)) >= 0:
                return who, "quoted as"
            if label == "xcomp" and (who := _controller(tree, above, verb)) >= 0:
                return who, "control"
            verb = above
            continue
        break
    return -1, "none"


DATES = frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday""".split()  # noqa: SIM905
)
"""Months and days of the week, which a parser takes for first names."""


def _after_date(tree: Tree, verb: int) -> int:
    """Return the subject that a parser took into the date before it; -1 where there is none.

    "In August Ronald Pofalla declared": the month is read as his first name.
    """
    if tree.tag[verb] not in ("VBD", "VBZ", "VBP"):
        return -1
    for prep in tree.kids_of(verb, "prep"):
        at = prep
        while prep < verb and (inner := tree.first_of(at, "pobj", "prep")) >= 0:
            at = inner
        first = next((k for k in tree.kids_of(at, "compound") if tree.word[k] in DATES), -1)
        if at != prep and first >= 0 and tree.tag[at] == "NNP" and at < verb:
            return at
    return -1


def _is_told(tree: Tree, noun: int, verb: int) -> bool:
    """Say whether a participle after a listener is the teller's: "wrote to supporters saying"."""
    above = tree.head[noun]
    if (
        tree.tag[verb] != "VBG"
        or tree.dep[noun] not in ("dobj", "dative")
        or tree.tag[above][:1] != "V"
    ):
        return False
    return tree.lemma[verb] == "say" and tree.lemma[above] in _MESSAGES


_MESSAGES = frozenset(
    """email e-mail text call phone cable wire telephone address tell write inform message brief warn
    assure""".split()  # noqa: SIM905
)


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """Return the noun a relative pronoun stands for; any other subject as it is."""
    if tree.word[subject] in _RELATIVE and tree.tag[subject] in ("WP", "WDT"):
        clause = verb
        for _ in range(4):
            if tree.dep[clause] == "relcl":
                noun = tree.head[clause]
                return _whose(tree, _somebody_of(tree, noun) if tree.word[subject] == "who" else noun)
            if tree.head[clause] == clause:
                break
            clause = tree.head[clause]
    return subject


def _somebody_of(tree: Tree, noun: int) -> int:
    """Return who a relative clause is about where the parser hung it on a place.

    "Berg, a professor at the school in Lund, who forecast": no town forecasts.
    """
    at = noun
    for _ in range(4):
        prep = tree.head[at]
        if tree.dep[at] != "pobj" or tree.word[prep] not in _AT or tree.tag[tree.head[prep]][:1] != "N":
            break
        at = tree.head[prep]
    return at if at != noun and (tree.tag[at] == "NNP" or can_speak(tree, at)) else noun


_AT = frozenset(["in", "at", "from", "of"])


def _nearer(tree: Tree, verb: int, subject: int) -> int:
    """Return the speaker of an aside that the parser took for an apposition: "Oslo, an envoy said,"."""
    if tree.word[verb + 1 : verb + 2] != [","]:
        return subject
    last = verb - 1
    near = next((k for k in tree.kids_of(subject, "appos") if tree.right[k] == verb), -1)
    if near < 0 or tree.word[last] == "," or tree.word[tree.left[near] - 1] != ",":
        return subject
    return near if can_speak(tree, near) else subject


def _beside_tag(tree: Tree, verb: int, teller: int) -> int:
    """Return the subject of what a tag tells, where it is that of a verb behind the tag too; else -1.

    "Oslo is worried, an aide said, and wants the talks to go on": Oslo wants.
    """
    told = tree.first_of(teller, "ccomp")
    finite = tree.tag[verb] in ("VBZ", "VBP") and tree.tag[teller] == "VBD"
    if not finite or not 0 <= told < teller < verb or tree.tag[told] in ("VBD", "VBN"):
        return -1
    commas = tree.word[verb - 2] == "," and tree.word[verb - 1] in ("and", "but")
    who = tree.first_of(told, "nsubj")
    return who if commas and who >= 0 and can_speak(tree, who) else -1


def _outer(tree: Tree, verb: int, above: int) -> int:
    """Return the verb that a finite verb is joined to where the parser joined it too low; else -1.

    "It obliges them to cooperate and decides that": not to the infinitive. "She said both sides wanted
    peace, and repeated that": after a comma not to the clause of what was said.
    """
    if tree.tag[verb] not in ("VBD", "VBZ", "VBP") or any(tree.kids_of(verb, "aux", "nsubj")):
        return -1
    at = above
    if tree.tag[above] == "VB":
        for _ in range(4):
            if tree.head[at] == at or tree.tag[at] in ("VBD", "VBZ", "VBP"):
                break
            at = tree.head[at]
        return at if at != above and tree.tag[at] == tree.tag[verb] else -1
    if tree.tag[verb] != "VBD" or tree.dep[above] != "ccomp" or above > verb:
        return -1
    teller = tree.head[above]
    comma = verb > 1 and tree.word[verb - 1] in ("and", "but") and tree.word[verb - 2] == ","
    if comma and teller < above and tree.tag[teller] == "VBD" and tree.lemma[teller] in _TELLERS:
        return teller
    return -1


_TELLERS = frozenset(
    """say tell add note state announce explain stress insist claim argue warn suggest declare confirm
    acknowledge maintain write report recall assert""".split()  # noqa: SIM905
)


def _whose(tree: Tree, noun: int) -> int:
    """Return the name that a noun stands beside: "Holm, the scholar who saw it" is Holm."""
    above = tree.head[noun]
    if tree.dep[noun] == "appos" and tree.tag[above] == "NNP" and tree.tag[noun] == "NN":
        return above
    return noun


_NEUTER = frozenset(["this", "that", "these", "those", "there", "which", "what"])


def can_speak(tree: Tree, noun: int) -> bool:
    """Say whether the head of a phrase is one who can speak: a name, a pronoun, a noun of people."""
    tag = tree.tag[noun]
    if tree.word[noun] in _NEUTER:
        return False
    if tag in ("NN", "NNS"):
        return speaking_nouns().get(tree.lemma[noun], 0.0) >= _SPEAKS or _is_name(tree, noun)
    return True


def _is_name(tree: Tree, noun: int) -> bool:
    """Say whether a word that was tagged as a noun is a name elsewhere in the article."""
    text = tree.parse.view.text
    if not text[tree.start[noun]].isupper() or text[tree.start[noun] : tree.end[noun]].isupper():
        return False
    return tree.word[noun] in _names(tree)


@lru_cache(maxsize=1)
def _names(tree: Tree) -> frozenset[str]:
    """The words that end a name in an article: the last tree's are remembered."""
    count = len(tree)
    return frozenset(
        tree.word[i]
        for i in tree.having(tree.tag, _NAME)
        if i + 1 == count or tree.tag[i + 1] not in _NAME
    )


_NAME = frozenset(["NNP"])


_SPEAKS = 0.06
_CONTROL = frozenset(
    [
        "prompt",
        "lead",
        "force",
        "cause",
        "compel",
        "drive",
        "push",
        "move",
        "oblige",
        "provoke",
        "spur",
        "urge",
        "ask",
        "tell",
        "order",
    ]
)


def _controller(tree: Tree, verb: int, below: int) -> int:
    """Return the object that does what an infinitive says ("prompted her to remark"); -1 if none."""
    if tree.lemma[verb] not in _CONTROL:
        return -1
    return next((x for x in tree.kids_of(verb, "dobj") if x < below), -1)


def _prompted(tree: Tree, verb: int) -> int:
    """Return the object of a verb of control before "to remark", wherever the parser hung it."""
    if not any(tree.word[x] == "to" for x in tree.kids_of(verb, "aux")):
        return -1
    first, _ = tree.bounds(verb)
    for x in range(verb - 2, max(first, verb - 14) - 1, -1):
        if tree.lemma[x] in _CONTROL and tree.tag[x][:1] == "V":
            return next((k for k in tree.kids_of(x, "dobj") if x < k < verb), -1)
    return -1


def _told_as_saying(tree: Tree, verb: int) -> int:
    """Return whom an outlet "quoted as saying" something, seen from the verb; -1 if nobody."""
    for prep in tree.kids_of(verb, "prep"):
        if tree.word[prep] == "as" and tree.word[prep + 1 : prep + 2] == ["saying"]:
            return _quoted_as(tree, prep)
    return -1


def _quoted_as(tree: Tree, prep: int) -> int:
    """Return whom an outlet quotes: "Interfax quoted Lavrov as saying"; -1 if nobody."""
    verb = tree.head[prep]
    if tree.word[prep] != "as" or tree.lemma[verb] not in ("quote", "cite", "report"):
        return -1
    return tree.first_of(verb, "dobj", "nsubjpass")


def _clause_of(tree: Tree, noun: int) -> int:
    """Return the verb of the clause that a noun phrase belongs to; -1 where there is none."""
    at = noun
    for _ in range(12):
        if tree.tag[at][:1] == "V":
            return at
        if tree.head[at] == at:
            return -1
        at = tree.head[at]
    return -1
