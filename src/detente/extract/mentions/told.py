"""Names that the words beside them make persons, where neither list nor verb does.

"Her mother, Sakie, said", "A former consul, Teodora Vara, is", "Ahmed Vara, called Abu Ala", and the
labels of an interview: who answers as "ABM" is Amal Bint Mansour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.document import Parse
from detente.extract.mentions.affiliations import phrase_before
from detente.extract.mentions.runs import Part
from detente.extract.spans import Span, Tokens
from detente.knowledge.names import fold_words
from detente.knowledge.registry import Registry
from detente.knowledge.roles import is_role
from detente.records import Actor

_KIN = frozenset((
    "mother", "father", "wife", "husband", "son", "daughter", "brother", "sister", "uncle", "aunt",
    "cousin", "nephew", "niece", "widow", "grandson", "granddaughter", "grandmother", "grandfather",
    "fiancé", "fiancée", "girlfriend", "boyfriend", "partner", "stepson", "stepdaughter", "twin",
))  # fmt: skip
_OWNERS = frozenset(("his", "her", "their", "my", "our", "whose", "'s", "’s", "'", "’"))
_CALLED = frozenset(("called", "alias", "nicknamed", "dubbed", "aka"))
_KNOWN = frozenset(("better", "also", "widely", "usually", "commonly", "formerly"))
_OWN_NAME = frozenset(("sheikh", "sheik", "sheikha", "begum", "imam", "daw"))
"""Titles that are the first word of some people's names: "Sheikh Hasina"."""
_LABEL = 4
_TURNS = 3
_NEAR = 8


def labels(parse: Parse, tokens: Tokens) -> dict[int, str]:
    """Return the initials that open the turns of an interview, by token; empty for any other text.

    "ABM: Nobody did" opens a turn; fewer than three such paragraphs make no interview.
    """
    if parse.view.text.count(":") < _TURNS:
        return {}
    found: dict[int, str] = {}
    paragraph = -1
    for sent in parse.sents:
        if sent.paragraph == paragraph:
            continue
        paragraph = sent.paragraph
        i = sent.first
        text = tokens.texts[i].replace(".", "")
        if tokens.texts[i + 1 : i + 2] == [":"] and text.isupper() and 2 <= len(text) <= _LABEL:
            found[i] = text
    return found if len(found) >= _TURNS else {}


def by_their_words(
    tokens: Tokens, parts: Sequence[Part], turns: Mapping[int, str]
) -> tuple[list[Part], list[Part]]:
    """Return the parts that words beside them make persons, and all but the labels of turns.

    A single word needs a kinsman before it and a comma on either side; two words or more a role, or
    the initials of a label other than the first, which is that of who asks.
    """
    asks = next(iter(turns.values()), "")
    initials = set(turns.values()) - {asks}
    rest = [part for part in parts if part.first not in turns]
    found = []
    for part in rest:
        letters = "".join(word[0] for word in part.words)
        if (len(letters) > 1 and letters in initials) or _apposed(tokens, part):
            found.append(part)
    return found, rest


def _apposed(tokens: Tokens, part: Part) -> bool:
    """Whether a name stands in apposition to a kinsman or a role before it."""
    first = part.first
    if first < 2 or tokens.texts[first - 1] != "," or tokens.sents[first - 2] != tokens.sents[first]:
        return False
    noun = tokens.lowers[first - 2]
    after = tokens.texts[part.last] if part.last < len(tokens.texts) else ""
    if noun in _KIN:
        owner = first - 3
        while owner > 0 and tokens.tags[owner] in ("JJ", "JJR", "JJS", "CD", "NN", "HYPH"):
            owner -= 1
        return after in (",", ".") and owner >= 0 and tokens.lowers[owner] in _OWNERS
    if len(part.words) < 2 or after not in (",", "."):
        return False
    if not any(_is_role(tokens, k) for k in range(max(0, first - _NEAR), first - 1)):
        return False
    said = phrase_before(tokens, part.first, part.last)
    if said is None:
        return False
    # "the home of the professor, Villa Vara" is no professor.
    of = next((k for k in range(*said) if tokens.tags[k] == "IN"), said[1])
    return any(_is_role(tokens, k) for k in range(said[0], of))


def _is_role(tokens: Tokens, k: int) -> bool:
    lemma = tokens.lemmas[k].lower()
    return is_role(lemma, "office") or is_role(lemma, "profession")


def alias_of(tokens: Tokens, part: Part, ends: Mapping[int, Span]) -> Actor | None:
    """Return who a second name means: "Ahmed Vara, called Abu Ala" and "Omar Vara, known as Abu Ali".

    `ends` are the names of persons by the token after them.
    """
    i = part.first - 1
    if i < 1:
        return None
    if tokens.lowers[i] == "as" and tokens.lowers[i - 1] == "known":
        i -= 2
        i -= i > 0 and tokens.lowers[i] in _KNOWN
    elif tokens.lowers[i] in _CALLED:
        i -= 1
    else:
        return None
    span = ends.get(i)
    return span.actor if span is not None and tokens.texts[i] in (",", "(", "-", "–", "—") else None


def own_title(tokens: Tokens, part: Part, registry: Registry) -> Part:
    """Return a name with the title before it where that is its first word on record: Sheikh Hasina."""
    if part.title is None or part.title[1] != part.first:
        return part
    title = tokens.texts[part.first - 1]
    if title.lower() not in _OWN_NAME or len(part.words) > 2:
        return part
    words = (title, *part.words)
    known = registry.named(fold_words(list(part.words)))
    if not any(registry.actors[i].name.split()[0].lower() in _OWN_NAME for i in known):
        return part
    return Part(part.first - 1, part.last, words, None, part.quiet)


def is_listed(tokens: Tokens, part: Part) -> bool:
    """Say whether "Al Khoms" stands among things listed, as towns are: no man of the first name Al."""
    if part.words[0].lower() not in ("al", "el") or part.title is not None:
        return False
    before = tokens.texts[part.first - 1] if part.first else ""
    listed = before == "," and part.first > 1 and tokens.tags[part.first - 2] in ("NNP", "NNPS")
    return listed or tokens.tags[part.first - 1 : part.first] == ["IN"]
