"""Office phrases become their holders: "the Russian foreign minister", "his Dutch counterpart".

A phrase reaches the one who held the office at the article's date, where the phrase or the text says
of which state, and only when it is not a former, future or any holder. "The minister" alone reaches the
last person named who holds such an office. A name in apposition wins over all.
"""

from __future__ import annotations

from detente.extract.coreference.described import (
    apposed_before,
    named_holder,
    of_state,
    people_before,
    plain_person,
)
from detente.extract.coreference.groups import PLURALS, group
from detente.extract.coreference.holders import holder
from detente.extract.coreference.posts import MODIFIERS, PAST, owner_code
from detente.extract.coreference.relations import GUESTS, KIN, RELATIONAL, guest, kin, related
from detente.extract.coreference.scene import Scene, Seen
from detente.extract.spans import Span
from detente.knowledge.roles import is_role, role_nouns
from detente.records import Actor

_DEFINITE = frozenset(("the", "this", "that"))
_A = frozenset(("a", "an"))
_INDEFINITE = frozenset((
    "any", "no", "some", "every", "each", "another", "other", "many", "several", "few",
    "former", "ex",
))  # fmt: skip
_OWN = frozenset(("his", "her", "its", "their"))
_PLAIN = frozenset(("man", "woman", "boy", "girl"))
_SKIPPED = frozenset((
    "new", "current", "incumbent", "outgoing", "then", "newly", "appointed", "elected",
    "long-serving", "longest-serving", "longest", "serving", "veteran", "top", "own",
))  # fmt: skip
_NEVER = frozenset((*(PAST - {"then", "retired"}), "any", "other", "first"))
_WINDOW = 8


class Offices:
    """Asks of one scene whom an office phrase stands for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.nouns = (
            role_nouns("office") | role_nouns("profession") | PLURALS | GUESTS | _PLAIN | KIN.keys()
        )
        self._by_token = {i: span for span in scene.spans for i in range(span.first, span.last)}

    def know(self, span: Span) -> None:
        """Take in a pronoun that was resolved: the owner in "her successor"."""
        if span.form == "pronoun":
            self._by_token[span.first] = span

    def phrase(self, i: int) -> Span | None:
        """Return the span of the phrase whose noun is at a token; None where it names nobody."""
        scene = self.scene
        tokens = scene.tokens
        if tokens.sents[i] < 0 or not tokens.tags[i].startswith("NN"):
            return None
        word = tokens.texts[i].lower()
        if word in _PLAIN and (plain := plain_person(scene, i)) is not None:
            return plain
        if word in PLURALS:
            return group(scene, i)
        if word in GUESTS:
            owned = self._by_token.get(i - 1)
            return guest(scene, i, owned.actor if owned else None, owned)
        if tokens.tags[i] in ("NNS", "NNPS") or self._before_a_name(i):
            return None
        first, last, words, state, definite, owner = self._parts(i, word)
        if first < 0:
            return None
        before = apposed_before(scene, self._by_token, first, i) if definite else None
        if before is not None and self._of_sex(before, word):
            return Span(first, last, "person", "office", before, "apposition", 0.95)
        if tokens.texts[first].lower() in _A:
            return self._of_a_lead(i, first, last, words, state)
        named = self._apposed(i, last)
        if named is not None:
            if not definite or not self._of_sex(named, word):
                return None
            return Span(first, last, "person", "office", named, "apposition", 0.95)
        if tokens.deps[i] in ("attr", "oprd") or self._as_office(first) or not definite:
            return None
        if word in KIN:
            actor, why = kin(scene, i, owner)
        elif word in RELATIONAL:
            actor, why = related(scene, word, state, owner)
        else:
            if owner is not None and state is None:
                state = self._state_of(owner)
            actor, why = holder(scene, i, words, state, but=owner)
        if actor is None:
            return None
        return Span(first, last, "person", "office", actor, why, 0.85)

    def _parts(self, i: int, word: str) -> tuple[int, int, str, str | None, bool, Actor | None]:
        """First and last token, title in lower case, state, whether definite, and the possessor."""
        tokens = self.scene.tokens
        texts, sent = tokens.texts, tokens.sents[i]
        words = [word]
        state: str | None = None
        definite = False
        owner: Actor | None = None
        first = i
        j = i - 1
        while j >= 0 and tokens.sents[j] == sent:
            lower = texts[j].lower()
            span = self._by_token.get(j)
            if lower in _OWN:
                definite = True
                first = j
                owner = self._owner(span, lower, state)
                if lower in ("their", "its") and state is None and word not in RELATIONAL:
                    state = people_before(self.scene, j)
                break
            if lower in _A:
                first = j
                break
            if span is not None:
                shown = span.actor or span.place_of
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
            if lower in MODIFIERS:
                words.insert(0, lower)
            elif lower in ("-", "‐"):
                pass
            elif lower in ("'s", "’s", "'", "’"):
                span = self._by_token.get(j - 1)
                if span is None:
                    return -1, 0, "", None, False, None
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
                lower == "first"
                and texts[i + 1 : i + 2] == ["to"]
                and tokens.tags[i + 2 : i + 3] == ["VB"]
            ):
                pass
            elif lower in _NEVER or lower in _INDEFINITE:
                return -1, 0, "", None, False, None
            elif lower in _SKIPPED:
                pass
            elif lower in _DEFINITE:
                definite = True
                first = j
                break
            else:
                break
            first = j
            j -= 1
        last = i + 1
        count = len(texts)
        if last + 1 < count and texts[last].lower() == "of" and texts[last + 1].lower() in (
            "state", "defense", "defence", "foreign",
        ):  # fmt: skip
            words += ["of", texts[last + 1].lower()]
            last += 2
            if last < count and texts[last].lower() == "affairs":
                words.append("affairs")
                last += 1
        if state is None and last + 1 < count and texts[last].lower() in ("of", "for"):
            k = last + 1 + (texts[last + 1].lower() == "the")
            span = self._by_token.get(k)
            if span is not None and span.kind in ("state", "organisation", "place"):
                state = owner_code(span)
        return first, last, " ".join(words).replace("- ", ""), state, definite, owner

    def _of_a_lead(self, i: int, first: int, last: int, words: str, state: str | None) -> Span | None:
        """ "An American secretary of state" of the first sentences: the one the article names."""
        scene = self.scene
        body = next((n for n, sent in enumerate(scene.parse.sents) if sent.role == "body"), 0)
        if state is None or scene.tokens.sents[i] > body + 1:
            return None
        actor = named_holder(scene, of_state(words, state, scene))
        if actor is None:
            return None
        return Span(first, last, "person", "office", actor, "named in the article", 0.7)

    def _before_a_name(self, i: int) -> bool:
        """Whether the noun is a title right before a name: "Secretary of State John Kerry"."""
        tokens = self.scene.tokens
        j = i + 1
        count = len(tokens.texts)
        while j < count and j < i + 4 and tokens.texts[j].lower() in (
            "of", "for", "state", "defense", "defence", "foreign", "affairs", "-", "general",
        ):  # fmt: skip
            j += 1
        span = self._by_token.get(j)
        return span is not None and span.first == j and span.kind == "person"

    def _apposed(self, i: int, last: int) -> Actor | None:
        """The person named right after a comma: "his Dutch counterpart, Frans Timmermans"."""
        tokens = self.scene.tokens
        count = len(tokens.texts)
        j = last
        for _ in range(14):
            if j >= count or tokens.sents[j] != tokens.sents[i]:
                return None
            if tokens.texts[j] == ",":
                break
            if tokens.tags[j].startswith("V"):
                return None
            j += 1
        else:
            return None
        j += 1
        while j < count and j < last + 22:
            span = self._by_token.get(j)
            if span is not None and span.kind == "person":
                break
            lower = tokens.texts[j].lower()
            if span is None and not (
                is_role(lower, "title")
                or lower in MODIFIERS
                or lower in ("of", "for", "-", "mr", "mr.")
            ):
                return None
            j = span.last if span is not None else j + 1
        span = self._by_token.get(j)
        if span is None or span.kind != "person" or span.actor is None:
            return None
        head = tokens.head_of(span.first, span.last)
        if tokens.deps[head] == "appos" or span.last >= count:
            return span.actor
        closed = (
            tokens.texts[span.last] in (",", ".", ";", ")", "'s", "’s")
            or tokens.tags[span.last] == "IN"
        )
        listed = tokens.texts[span.last] == "," and tokens.deps[head] == "conj"
        subject = tokens.deps[head] in ("nsubj", "nsubjpass") and tokens.deps[i] not in (
            "nsubj",
            "nsubjpass",
        )
        verb = tokens.tags[span.last].startswith(("V", "M"))
        if subject and verb:
            return span.actor
        return span.actor if closed and not listed and not subject else None

    def _as_office(self, first: int) -> bool:
        tokens = self.scene.tokens
        return first > 0 and tokens.texts[first - 1].lower() in ("as", "become", "became", "like")

    def _of_sex(self, actor: Actor, word: str) -> bool:
        """Whether somebody can be called a brother, a mother: of another word anybody can."""
        sex = self.scene.gender(actor)
        return not KIN.get(word) or sex in (None, KIN[word])

    def _state_of(self, owner: Actor) -> str | None:
        """The state for which somebody is in office; None where nobody says."""
        posts = self.scene.posts_of(owner)
        return next((post.state for post in posts if post.state is not None), owner.state)

    def _owner(self, span: Span | None, word: str, state: str | None) -> Actor | None:
        """Whom "his", "her" or "their" before a noun means."""
        if word == "its":
            return None
        if word == "their":
            for seen in reversed(self.scene.seen):
                if any(post.state not in (None, state) for post in self.scene.posts_of(seen.actor)):
                    return seen.actor
            return None
        if span is not None:
            return span.actor
        last_seen = self._last_person("f" if word == "her" else "m")
        return last_seen.actor if last_seen else None

    def _last_person(self, gender: str) -> Seen | None:
        scene = self.scene
        for seen in reversed(scene.seen):
            if scene.gender(seen.actor) in (gender, None):
                return seen
        return None


def national(scene: Scene, span: Span) -> Span | None:
    """Return a span for "the American" as a noun: the last person named of that state.

    Only in the singular with the article, and only for somebody in office for the state.
    """
    tokens = scene.tokens
    i = span.last - 1
    if span.actor is None or not span.first or tokens.texts[span.first - 1].lower() != "the":
        return None
    if tokens.deps[i] not in ("nsubj", "nsubjpass", "dobj", "pobj") or tokens.texts[i][-1] in "hse":
        return None
    if i + 1 < len(tokens.texts) and tokens.tags[i + 1].startswith(("NN", "JJ", "HYPH", "CD")):
        return None
    sentence = tokens.sents[i]
    for seen in reversed(scene.seen):
        if sentence - seen.sentence > _WINDOW:
            break
        if any(post.state == span.actor.state for post in scene.posts_of(seen.actor)):
            first = span.first - 1
            return Span(
                first, span.last, "person", "office", seen.actor, "last named of that state", 0.7
            )
    return None
