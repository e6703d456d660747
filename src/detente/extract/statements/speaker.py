"""The head of the phrase that says who speaks, reached from the verb that reports.

The subject of the verb, else that of the verb it is joined to, depends on or describes; the agent of a
passive; the noun that a participle or a relative clause hangs on.
"""

from __future__ import annotations

from detente.extract.statements.tree import Tree

_RELATIVE = frozenset("who which that".split())


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
    via = "subj"
    seen = 0
    while seen < 6:
        seen += 1
        subject = next(tree.kids_of(verb, "nsubj"), -1)
        if subject >= 0:
            return _antecedent(tree, verb, subject), via
        if next(tree.kids_of(verb, "nsubjpass"), -1) >= 0 and via != "subj":
            return next(tree.kids_of(verb, "nsubjpass")), via
        if next(tree.kids_of(verb, "expl", "csubj"), -1) >= 0:
            return -1, "none"
        label, above = tree.dep[verb], tree.head[verb]
        if above == verb:
            break
        if label in ("acl", "relcl") and tree.tag[above][:1] in "NP":
            return above, "acl"
        if label in ("conj", "advcl", "xcomp", "pcomp", "prep", "acomp", "ccomp", "dep", "parataxis"):
            if via == "subj":
                via = label
            verb = above
            continue
        break
    return -1, "none"


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """Return the noun a relative pronoun stands for; any other subject as it is."""
    if tree.word[subject] in _RELATIVE and tree.tag[subject] in ("WP", "WDT"):
        clause = verb
        for _ in range(4):
            if tree.dep[clause] == "relcl":
                return tree.head[clause]
            if tree.head[clause] == clause:
                break
            clause = tree.head[clause]
    return subject
