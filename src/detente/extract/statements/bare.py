"""Acts that look like statements and tell no content: thanks to somebody, a paper that is issued.

"Thanked the government", "praised her colleague", "gunmen attacked the parliament", "issued a statement
in which", "found the shelves empty", "a question that both would like not to be asked", "an earlier
version of this article said". What somebody is thanked *for* is content.
"""

from __future__ import annotations

from detente.extract.statements.found import Found
from detente.extract.statements.speaker import can_speak
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import media
from detente.knowledge.roles import is_role

_THANK = frozenset("thank congratulate praise honour honor salute compliment commend back".split())  # noqa: SIM905
_ISSUE = frozenset("issue release publish send write sign adopt make read circulate".split())  # noqa: SIM905
_ARMED = frozenset(
    """gunman gunmen militant rebel insurgent soldier troop fighter jet plane aircraft warplane bomber
    tank police mob crowd hacker guerrilla separatist militia army navy missile drone
    attacker""".split()  # noqa: SIM905
)
_GAP = 12
"""Most tokens from a noun to the verb of its relative clause."""
_TOPIC = frozenset(["mention", "raise", "discuss"])
_SEEM = frozenset(["feel", "seem", "look", "appear", "sound"])
_ANSWER = frozenset(["respond", "reply", "react", "refer"])
_BY_WHICH = frozenset(
    """plan score rule schedule age size need taste ability order formula criterion type principle
    custom tradition season weight height rank income""".split()  # noqa: SIM905
)
"""What things go by and nobody says: "according to plan", "ranked according to their scores"."""
_VERBS = frozenset(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"])
_HIM = frozenset(["him", "her", "them", "me", "us"])
_OWNED = frozenset(
    """responsibility blame guilt fact premise argument idea notion view claim need apology
    criticism""".split()  # noqa: SIM905
)
"""What somebody accepts by saying so; an invitation or a deal he takes."""
_PAPER = frozenset(["article", "story", "report", "page", "column"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


def is_bare(tree: Tree, item: Found) -> bool:
    """Say whether a cue with its object or clause tells no content of anybody's."""
    cue, who = item.cue, item.speaker
    if cue < 0 or who < 0:
        return False
    base = item.frame.split("/")[0].rstrip("+<?")
    if _is_this_paper(tree, who):
        return True
    quoted = any(tree.inside[tree.token_at(start)] >= 0 for start, _ in item.spans)
    if quoted:
        return False
    if base in ("obj", "obj-prep:from") and item.key == "tell":
        return _is_only_whom(tree, item)
    if base == "obj":
        return _is_bare_object(tree, item)
    if base == "prep:to" and item.key in _ANSWER:
        return True  # "responded to the news", "referring to the trial": what it was about
    if base == "xcomp" and item.key == "continue":
        return True
    if base.startswith("according"):
        return tree.lemma[who] in _BY_WHICH
    if item.key in _SEEM and tree.word[who] == "it":
        return True
    if base in ("would-like", "inf"):
        return _leaves_gap(tree, cue)
    return item.key == "find" and base == "bare" and _is_small_clause(tree, cue)


def _is_only_whom(tree: Tree, item: Found) -> bool:
    """Say whether "told" has no more than a listener: "told the agency from his bed"."""
    first, last = tree.token_at(item.spans[0][0]), tree.token_before(item.spans[-1][1])
    obj = tree.first_of(item.cue, "dobj")
    story = obj >= 0 and tree.lemma[obj] in ("story", "truth", "tale", "lie", "joke", "version")
    return not story and _VERBS.isdisjoint(tree.tag[first:last])


def _is_bare_object(tree: Tree, item: Found) -> bool:
    obj = tree.first_of(item.cue, "dobj")
    if obj < 0:
        return False
    if item.key == "thank" and tree.word[obj] not in _HIM:
        first, last = tree.token_at(item.spans[0][0]), tree.token_before(item.spans[-1][1])
        return "for" not in tree.word[first:last]
    if item.key in _THANK:
        first, last = tree.token_at(item.spans[0][0]), tree.token_before(item.spans[-1][1])
        return _is_somebody(tree, obj) and "for" not in tree.word[first:last]
    if item.key in _ISSUE:
        return tree.lemma[obj] in media()["noun"]
    if item.key == "answer":
        return tree.lemma[obj] in ("door", "phone", "telephone", "call", "question", "bell")
    if item.key in _TOPIC or item.key == "insult":
        return True
    if item.key == "accept":
        return tree.lemma[obj] not in _OWNED and not any(tree.kids_of(item.cue, "neg"))
    if item.key == "recall":
        return _is_somebody(tree, obj)
    if item.key == "attack":
        return tree.word[item.speaker].removesuffix("s") in _ARMED
    return item.key == "find"


def _is_somebody(tree: Tree, noun: int) -> bool:
    """Say whether a noun is a person, a people or a government."""
    if tree.tag[noun] in ("NNP", "PRP") or tree.word[noun] == "dead":
        return True
    lemma = tree.lemma[noun]
    people = is_role(lemma, "office") or lemma in ("government", "people", "counterpart")
    return tree.tag[noun] in ("NN", "NNS") and people and can_speak(tree, noun)


def _is_this_paper(tree: Tree, who: int) -> bool:
    """Say whether the speaker is the article itself, as a correction speaks of it."""
    return (
        tree.lemma[who] in ("correction", "version", *_PAPER)
        and any(
            tree.lemma[i] in _PAPER and tree.word[i - 1] == "this"
            for i in range(max(tree.left[who], 1), min(tree.right[who] + 1, len(tree)))
        )
    ) or (tree.word[who] == "correction" and tree.word[who + 1 : who + 2] == [":"])


def _leaves_gap(tree: Tree, cue: int) -> bool:
    """Say whether a relative "that" is what is wanted: "a question that both hope not to face"."""
    noun = tree.head[cue]
    if tree.dep[cue] != "relcl" or not 1 < cue - noun < _GAP:
        return False
    relative = tree.word[noun + 1] in ("that", "which")
    return relative and not any(tree.left[k] == noun + 1 for k in tree.kids_of(cue, "nsubj"))


def _is_small_clause(tree: Tree, cue: int) -> bool:
    """Say whether no finite verb stands in a clause: "found the shelves empty"."""
    clause = tree.first_of(cue, "ccomp", "xcomp")
    if clause >= 0 and any(tree.kids_of(clause, "xcomp", "ccomp", "advcl")):
        return False  # "finds it hard to believe that"
    return (
        clause >= 0
        and tree.tag[clause][:1] in "JN"
        and not any(tree.tag[k] in _FINITE for k in tree.kids[clause])
    )
