"""An office phrase is taken apart: its title, its state, its owner, and whether it means one person.

"The former Iraqi president" is the title president, of Iraq, in the past; "his U.S. counterpart" has an
owner; "the speaker of the House" a title of five words; "a minister" means nobody in particular.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from detente.extract.coreference.described import REALMS, people_before, realm_state
from detente.extract.coreference.posts import MODIFIERS, PAST, owner_code
from detente.extract.coreference.scene import Scene
from detente.extract.spans import Span
from detente.knowledge.roles import office_suffixes
from detente.records import Actor

A = frozenset(("a", "an"))
_DEFINITE = frozenset(("the", "this", "that"))
_OWN = frozenset(("his", "her", "its", "their", "our"))
_INDEFINITE = frozenset((
    "any", "no", "some", "every", "each", "another", "other", "many", "several", "few", "such",
    "what", "which", "whose",
))  # fmt: skip
_FORMER = frozenset((
    "former", "ex", "ousted", "deposed", "toppled", "fallen", "overthrown", "one-time", "onetime",
    "erstwhile",
))  # fmt: skip
_COMING = frozenset(("elect", "designate", "incoming"))
_NEVER = frozenset((
    *(PAST - _FORMER - _COMING - {"then", "retired", "late"}), "other", "first", "second", "third",
    "potential", "likely", "eventual", "aspiring", "prospective", "typical", "average", "ideal", "only",
    "right", "wrong", "same", "different", "last", "best", "single",
))  # fmt: skip
_HYPHENS = frozenset(("-", "‐", "‑"))
_ADJECTIVES = ("JJ", "VBN", "VBG", "JJS", "JJR", "RB", "CD", "AFX")
_GENERALS = frozenset(
    ("secretary", "director", "attorney", "consul", "governor", "inspector", "prosecutor")
)
_FIRST = frozenset(("deputy", "vice", "lady", "secretary", "minister"))
"""Words that "first" makes a title of."""
_OF_OFFICES = frozenset(("state", "defense", "defence", "staff"))
_OF = 7
"""Most words after "of" that belong to a title."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of an office phrase."""

    first: int
    """First token."""
    last: int
    """One past the last token."""
    words: str
    """The title in lower case."""
    state: str | None
    """The state or organisation that it says, or None."""
    definite: bool
    """Whether it means one person: "the", an owner, a state in the possessive."""
    owner: Actor | None = None
    """Whose it is: "his" counterpart."""
    tense: str = ""
    """`former` or `coming` where the office is not held at the date; else empty."""


def read_phrase(
    scene: Scene,
    by_token: Mapping[int, Span],
    i: int,
    owner_of: Callable[[Span | None, str, str | None], Actor | None],
    *,
    relational: bool,
) -> Phrase | None:
    """Return the parts of the phrase whose noun is at a token; None where it means nobody certain.

    `owner_of` says whom a possessive pronoun before the noun means; `relational` that the noun is a
    counterpart or successor, whose state is not that of "their".
    """
    tokens = scene.tokens
    texts, sent = tokens.texts, tokens.sents[i]
    words = [texts[i].lower()]
    state: str | None = None
    definite = False
    owner: Actor | None = None
    tense = ""
    first = i
    j = i - 1
    while j >= 0 and tokens.sents[j] == sent:
        lower = texts[j].lower()
        span = by_token.get(j)
        if lower in _OWN:
            definite = True
            first = j
            if lower == "our":
                owner = scene.speaker_of(scene.marks[j], sent)
                state = state or (owner.state if owner is not None else None) or _where(scene, j)
                if owner is None or state is None:
                    return None
                break
            owner = owner_of(span, lower, state)
            if lower in ("their", "its") and state is None and not relational:
                state = people_before(scene, j)
            break
        if lower in A:
            first = j
            break
        if span is not None:
            shown = span.actor or span.place_of
            if shown is None and lower in MODIFIERS:
                words.insert(0, lower)
                first = j
                j -= 1
                continue
            if shown is None or span.kind == "person":
                break
            state = state or owner_code(span)
            if span.kind == "body":
                words.insert(0, " ".join(texts[span.first : span.last]).lower())
            first = j = span.first
            if (
                (j and texts[j].lower() == "the")
                or (span.form in ("name", "metonym") and texts[span.last] in ("'s", "’s"))
                or texts[j].lower() == "the"
            ):
                definite = True
            j -= 1
            continue
        if lower == "first" and words[0] not in _FIRST:
            if texts[i + 1 : i + 2] != ["to"] or tokens.tags[i + 2 : i + 3] != ["VB"]:
                return None
        elif lower in MODIFIERS:
            words.insert(0, lower)
        elif lower in ("'s", "’s", "'", "’"):
            span = by_token.get(j - 1)
            if span is None:
                realm = texts[j - 1].lower() if j > 1 else ""
                if realm not in REALMS or texts[j - 2].lower() not in _DEFINITE:
                    return None
                state = state or realm_state(scene, j - 1, realm)
                if state is None:
                    return None
                definite, first = True, j - 2
                break
            definite = True
            if span.kind == "person" and span.actor is not None:
                owner = span.actor
                first = span.first
                break
            state = state or owner_code(span)
            first = span.first
            j = span.first - 1
            if j >= 0 and texts[j].lower() == "the":
                first = j
            break
        elif (
            lower == "first" and texts[i + 1 : i + 2] == ["to"] and tokens.tags[i + 2 : i + 3] == ["VB"]
        ):
            pass
        elif lower in _FORMER:
            tense = "former"
        elif lower in _COMING:
            tense = "coming"
        elif lower in _NEVER or lower in _INDEFINITE:
            return None
        elif lower in _DEFINITE:
            definite = True
            first = j
            break
        elif words == ["leader"] and texts[j][0].isupper() and j > scene.parse.sents[sent].first:
            # "the Conservative leader": of a party, a creed, a people.
            words.insert(0, lower)
        elif lower not in _HYPHENS and not tokens.tags[j].startswith(_ADJECTIVES):
            break
        first = j
        j -= 1
    last, coming = _tail(scene, i, words)
    if state is None and last + 1 < len(texts) and texts[last].lower() in ("of", "for"):
        k = last + 1 + (texts[last + 1].lower() == "the")
        span = by_token.get(k)
        if span is not None and span.kind in ("state", "organisation", "place"):
            state = owner_code(span)
    title = " ".join(words).replace("- ", "")
    definite = definite or _is_headline(scene, i, first, last)
    return Phrase(first, last, title, state, definite, owner, "coming" if coming else tense)


def _is_headline(scene: Scene, i: int, first: int, last: int) -> bool:
    """Whether a headline names an office without an article: "PM's letter", "Kenyan President says".

    A title with a capital that opens a title, a dek, a caption or an item of a list, before a verb or
    in the possessive.
    """
    tokens = scene.tokens
    texts, sent = tokens.texts, scene.parse.sents[tokens.sents[i]]
    if not texts[i][0].isupper() or last >= len(texts):
        return False
    if sent.role == "body" and texts[sent.last - 1] in (".", "?", "!", ":", '"', "”"):
        return False
    opens = first <= sent.first or not any(text[0].isalnum() for text in texts[sent.first : first])
    verb = tokens.tags[last].startswith("VB") or tokens.tags[last] == "MD"
    return opens and (verb or texts[last] in ("'s", "’s"))


def _where(scene: Scene, i: int) -> str | None:
    """The state of the place or state named last before a token in its paragraph."""
    for k in range(i - 1, max(-1, i - 60), -1):
        span = scene.at.get(k)
        if span is not None and span.kind in ("place", "state"):
            sent = scene.tokens.sents[k]
            near = sent >= 0 and scene.paragraph(sent) == scene.paragraph(scene.tokens.sents[i])
            return owner_code(span) if near else None
    return None


def _tail(scene: Scene, i: int, words: list[str]) -> tuple[int, bool]:
    """One past what belongs to the title after its noun, which is added to the words.

    "General" of a secretary, "-elect" (said by the second value), and "of state", "of the House".
    """
    tokens = scene.tokens
    texts, count = tokens.texts, len(tokens.texts)
    last = i + 1
    joined = last + 1 < count and texts[last] in _HYPHENS
    after = texts[last + joined].lower() if last + joined < count else ""
    if joined and after in _COMING:
        return last + 2, True
    if after == "general" and words[-1] in _GENERALS:
        words[-1] += "-general" if joined or words[-1] in ("secretary", "director") else " general"
        last += 1 + joined
    if last < count and texts[last].lower() == "of":
        for end in range(min(count, last + _OF), last + 1, -1):
            more = [text.lower() for text in texts[last:end]]
            if office_suffixes(" ".join([*words, *more])):
                words += more
                return end, False
        if texts[last + 1 : last + 2] and texts[last + 1].lower() in _OF_OFFICES:
            words += ["of", texts[last + 1].lower()]
            last += 2
    return last, False
