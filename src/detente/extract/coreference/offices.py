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
    plain_person,
)
from detente.extract.coreference.epithets import EPITHETS, epithet
from detente.extract.coreference.groups import PLURALS, group
from detente.extract.coreference.holders import coming_holder, former_holder, holder
from detente.extract.coreference.phrases import A, Phrase, read_phrase
from detente.extract.coreference.posts import MODIFIERS, Post
from detente.extract.coreference.relations import (
    KIN,
    PARTIES,
    RELATIONAL,
    RIVALS,
    kin,
    opponent,
    party,
    related,
)
from detente.extract.coreference.scene import Scene, Seen
from detente.extract.spans import Span
from detente.knowledge.roles import is_role, office_suffixes, role_gender, role_nouns
from detente.records import Actor

_PLAIN = frozenset(("man", "woman", "boy", "girl"))
_WINDOW = 8


class Offices:
    """Asks of one scene whom an office phrase stands for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.nouns = (
            role_nouns("office")
            | role_nouns("profession")
            | PLURALS
            | PARTIES
            | RELATIONAL
            | RIVALS
            | EPITHETS
            | {"lady"}
            | _PLAIN
            | KIN.keys()
        )
        self._by_token = {i: span for span in scene.spans for i in range(span.first, span.last)}

    def know(self, span: Span) -> None:
        """Take in a pronoun that was resolved: the owner in "her successor"."""
        if span.form == "pronoun":
            self._by_token[span.first] = span

    def _see_sex(self, actor: Actor, word: str) -> None:
        """Note that "her father, Shigeru" is a man, where neither name nor registry says so."""
        sex = role_gender(word)
        if sex and self.scene.gender(actor) is None:
            self.scene.genders[actor.id] = sex

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
        if word in PARTIES and not self._is_apposed(i):
            owned = self._by_token.get(i - 1)
            return party(scene, i, owned.actor if owned else None)
        if tokens.tags[i] in ("NNS", "NNPS") or self._before_a_name(i):
            return None
        read = read_phrase(scene, self._by_token, i, self._owner, relational=word in RELATIONAL)
        if read is None or (word == "lady" and read.words != "first lady"):
            return None
        first, last, words, state = read.first, read.last, read.words, read.state
        definite, owner = read.definite, read.owner
        before = apposed_before(scene, self._by_token, first, i) if definite else None
        if before is not None and self._of_sex(before, word):
            self._tell(before, read)
            self._see_sex(before, word)
            return Span(first, last, "person", "office", before, "apposition", 0.95)
        if tokens.texts[first].lower() in A:
            return self._of_a_lead(i, first, last, words, state)
        named = self._apposed(i, last)
        if named is not None:
            if not definite or not self._of_sex(named, word):
                return None
            self._tell(named, read)
            self._see_sex(named, word)
            return Span(first, last, "person", "office", named, "apposition", 0.95)
        if tokens.deps[i] in ("attr", "oprd") or self._as_office(first) or not definite:
            return None
        if word in KIN:
            actor, why = kin(scene, i, owner)
        elif word in RELATIONAL:
            actor, why = related(scene, word, state, owner)
        elif word in RIVALS:
            actor, why = opponent(scene, i, owner)
        elif read.tense:
            find = former_holder if read.tense == "former" else coming_holder
            actor, why = find(scene, i, words, office_suffixes(words, state), state)
        else:
            if owner is not None and state is None:
                state = self._state_of(owner)
            actor, why = holder(scene, i, words, state, but=owner)
            if actor is None and owner is None:
                actor, why = epithet(scene, i, words, state)
        if actor is None:
            return None
        return Span(first, last, "person", "office", actor, why, 0.85)

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
        if tokens.texts[last : last + 1] in (["'s"], ["’s"], ["'"], ["’"]):
            return None
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

    def _tell(self, actor: Actor, read: Phrase) -> None:
        """Keep what an apposition calls somebody: "the Chinese pilot, Wang Wei" is the pilot later."""
        words, state, texts = read.words, read.state, self.scene.tokens.texts
        if state is None and texts[read.last : read.last + 1] == ["of"]:
            return
        if actor.article is None or words.rpartition(" ")[2] in (RELATIONAL | RIVALS | KIN.keys()):
            return
        posts = self.scene.posts_of(actor)
        if not any(post.words == words for post in posts):
            told = Post(office_suffixes(words, state), words, state, told=True)
            self.scene.posts[actor.id] = (*posts, told)

    def _is_apposed(self, i: int) -> bool:
        """Whether a noun stands in apposition to a person named right before it: "Ruiz, their host"."""
        tokens = self.scene.tokens
        span = self._by_token.get(i - 3) if i > 2 and tokens.texts[i - 2] == "," else None
        return span is not None and span.kind == "person" and tokens.texts[i + 1 : i + 2] == [","]

    def _as_office(self, first: int) -> bool:
        tokens = self.scene.tokens
        before = tokens.texts[first - 1].lower() if first else ""
        if before == "as" and tokens.deps[first - 1] == "mark":
            return False
        return before in ("as", "become", "became", "like")

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
    if (
        tokens.deps[i] not in ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
        or tokens.texts[i][-1] in "hse"
    ):
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
