"""Office phrases become their holders: "the Russian foreign minister", "his Dutch counterpart".

A phrase reaches the one who held the office at the article's date, where the phrase or the text says
of which state, and only when it is not a former, future or any holder. "The minister" alone reaches the
last person named who holds such an office. A name in apposition wins over all.
"""

from __future__ import annotations

import re
from datetime import date

from detente.extract.coreference.described import (
    apposed_before,
    at_date,
    named_holder,
    next_holder,
    of_state,
    people_before,
    plain_person,
    titled_so,
)
from detente.extract.coreference.groups import PLURALS, group
from detente.extract.coreference.scene import Scene, Seen
from detente.extract.spans import Span
from detente.knowledge.registry import as_days
from detente.knowledge.roles import is_role, office_suffixes, role_nouns, states_of_title
from detente.records import Actor, Tenure

_RELATIONAL = frozenset(("counterpart", "predecessor", "successor"))
_DEFINITE = frozenset(("the", "this", "that"))
_A = frozenset(("a", "an"))
_INDEFINITE = frozenset((
    "any", "no", "some", "every", "each", "another", "other", "many", "several", "few",
    "former", "ex",
))  # fmt: skip
_OWN = frozenset(("his", "her", "its", "their"))
_GUESTS = frozenset(("guest", "visitor"))
_PLAIN = frozenset(("man", "woman", "boy", "girl"))
_RANKS = {
    "minister": ("-minister",),
    "leader": ("head-of-state", "head-of-government", "supreme-leader"),
    "diplomat": ("foreign-minister", "ambassador", "-ambassador"),
    "envoy": ("ambassador", "-ambassador", "-envoy"),
}
_SKIPPED = frozenset((
    "new", "current", "incumbent", "outgoing", "then", "newly", "appointed", "elected",
    "long-serving", "longest-serving", "longest", "serving", "veteran", "top", "own",
))  # fmt: skip
_NEVER = frozenset((
    "former", "ex", "past", "next", "future", "any", "other", "previous", "first", "late",
    "would-be", "possible",
))  # fmt: skip
_LEFT = frozenset((
    "foreign", "prime", "defense", "defence", "vice", "deputy", "interior", "finance", "press",
    "security", "national", "chief", "top", "senior", "external", "affairs", "presidential",
    "council", "state", "general", "nuclear", "policy", "ministry", "attorney", "solicitor",
))  # fmt: skip
_WINDOW = 8
_POST = re.compile(r" (?:to|of|for) the ")


class Offices:
    """Asks of one scene whom an office phrase stands for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.nouns = role_nouns("office") | role_nouns("profession") | PLURALS | _GUESTS | _PLAIN
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
        if word in _GUESTS:
            return self._guest(i)
        if tokens.tags[i] in ("NNS", "NNPS") or self._before_a_name(i):
            return None
        first, last, words, state, definite, owner = self._parts(i, word)
        if first < 0:
            return None
        before = apposed_before(scene, self._by_token, first, i) if definite else None
        if before is not None:
            return Span(first, last, "person", "office", before, "apposition", 0.95)
        if tokens.texts[first].lower() in _A:
            return self._of_a_lead(i, first, last, words, state)
        named = self._apposed(i, last)
        if named is not None:
            if not definite:
                return None
            return Span(first, last, "person", "office", named, "apposition", 0.95)
        if tokens.deps[i] in ("attr", "oprd") or self._as_office(first) or not definite:
            return None
        if word in _RELATIONAL:
            actor, why = self._relational(i, word, state, owner)
        else:
            actor, why = self._holder(i, words, state)
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
                if lower in ("their", "its") and state is None and word not in _RELATIONAL:
                    state = people_before(self.scene, j)
                break
            if lower in _A:
                first = j
                break
            if span is not None:
                shown = span.actor or span.place_of
                if shown is None or span.kind == "person":
                    break
                state = state or shown.state
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
            if lower in _LEFT:
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
                shown = span.actor or span.place_of
                state = state or (shown.state if shown else None)
                first = span.first
                j = span.first - 1
                if j >= 0 and texts[j].lower() == "the":
                    first = j
                break
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
            if span is not None and span.actor is not None and span.actor.kind == "state":
                state = span.actor.state
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
                is_role(lower, "title") or lower in _LEFT or lower in ("of", "for", "-", "mr", "mr.")
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

    def _relational(
        self, i: int, word: str, state: str | None, owner: Actor | None
    ) -> tuple[Actor | None, str]:
        scene = self.scene
        if owner is None:
            return None, ""
        held = scene.registry.office_on(owner.id, scene.when)
        if held is None and word == "successor":
            held = self._last_office(owner)
        if held is None:
            return None, ""
        if word == "counterpart":
            if state is None or state == held.state:
                return None, ""
            suffix = held.office.partition(":")[2]
            terms = self._at_date(suffix, state)
            return self._one(terms), f"counterpart of {owner.name}"
        terms = sorted(
            (t for t in scene.registry.terms(held.office) if t.start.start is not None),
            key=lambda t: t.start.start or date.min,
        )
        at = next((n for n, t in enumerate(terms) if t is held), None)
        if at is None:
            return None, ""
        n = at - 1 if word == "predecessor" else at + 1
        if not 0 <= n < len(terms):
            return None, ""
        return scene.registry.actor(terms[n].person), f"{word} of {owner.name}"

    def _last_office(self, person: Actor) -> Tenure | None:
        """What somebody held last before the date."""
        days = as_days(self.scene.when)
        ended = [
            t
            for t in self.scene.registry.tenures_of(person.id)
            if days is not None and t.end.end is not None and t.end.end < days[0]
        ]
        return max(ended, key=lambda t: t.end.end or date.min, default=None)

    def _holder(self, i: int, words: str, state: str | None) -> tuple[Actor | None, str]:
        scene = self.scene
        suffixes = office_suffixes(words, state)
        only = states_of_title(words)
        if state is None and len(only) == 1:
            (state,) = only
        if state is not None:
            for suffix in suffixes:
                actor = self._one(self._at_date(suffix, state))
                if actor is not None:
                    return actor, "held the office at the date"
            return self._of_rank(words.split()[-1], state)
        seat = self._seat(i)
        if seat is not None and "head-of-state" in suffixes:
            actor = self._one(self._at_date("head-of-state", seat))
            if actor is not None:
                return actor, "the seat of government in the sentence"
        actor, why = self._last_holder(i, words, suffixes)
        if actor is None and suffixes:
            actor, why = next_holder(scene, i, suffixes, None), "named after it with that office"
        return actor, why

    def _of_rank(self, noun: str, state: str) -> tuple[Actor | None, str]:
        """The last person named of a rank in a state: "the Russian minister", "the Polish leader"."""
        ranks = _RANKS.get(noun)
        if ranks is None:
            return None, ""
        scene = self.scene
        for seen in reversed(scene.seen):
            held = scene.registry.office_on(seen.actor.id, scene.when)
            if held is not None and held.state == state:
                kind = held.office.partition(":")[2].split("-to-")[0]
                if kind in ranks or any(r[0] == "-" and kind.endswith(r) for r in ranks):
                    return seen.actor, "last person named of that rank and state"
        if noun == "leader":
            for suffix in ("supreme-leader", "head-of-state", "head-of-government"):
                terms = self._at_date(suffix, state)
                if terms and suffix == "head-of-state" and terms[0].title.lower() != "president":
                    continue
                actor = self._one(terms)
                if actor is not None:
                    return actor, "leads the state at the date"
        return None, ""

    def _seat(self, i: int) -> str | None:
        """The state whose seat of government stands in the sentence: "in the Kremlin"."""
        tokens = self.scene.tokens
        for k in range(max(0, i - 25), min(i + 12, len(tokens.texts))):
            span = self._by_token.get(k)
            if span is None or tokens.sents[k] != tokens.sents[i]:
                continue
            shown = span.actor or span.place_of
            if shown is None or shown.kind != "state" or shown.state is None:
                continue
            words = " ".join(tokens.texts[span.first : span.last])
            if words in self.scene.registry.state(shown.state).seats:
                return shown.state
        return None

    def _guest(self, i: int) -> Span | None:
        """ "The guest" is who came last."""
        scene = self.scene
        if not i or scene.tokens.texts[i - 1].lower() != "the" or scene.visitor is None:
            return None
        if scene.tokens.tags[i] not in ("NN", "NNP"):
            return None
        return Span(i - 1, i + 1, "person", "office", scene.visitor, "came last", 0.7)

    def _owner(self, span: Span | None, word: str, state: str | None) -> Actor | None:
        """Whom "his", "her" or "their" before a noun means."""
        if word == "its":
            return None
        if word == "their":
            for seen in reversed(self.scene.seen):
                held = self.scene.registry.office_on(seen.actor.id, self.scene.when)
                if held is not None and held.state != state:
                    return seen.actor
            return None
        if span is not None:
            return span.actor
        last_seen = self._last_person("f" if word == "her" else "m")
        return last_seen.actor if last_seen else None

    def _last_holder(self, i: int, words: str, suffixes: tuple[str, ...]) -> tuple[Actor | None, str]:
        """The last person named that holds such an office or is so described; not one joined to it."""
        scene = self.scene
        up = scene.tokens.heads[i] if scene.tokens.deps[i] == "conj" else -1
        noun = words.split()[-1] if words else ""
        sentence = scene.seen[-1].sentence if scene.seen else 0
        for seen in reversed(scene.seen):
            if sentence - seen.sentence > _WINDOW:
                break
            if seen.token == up:
                continue
            held = scene.registry.office_on(seen.actor.id, scene.when)
            if held is not None:
                title = _POST.split(held.title.lower())[0]
                if titled_so(held, noun) and (
                    held.office.partition(":")[2] in suffixes
                    or title.endswith(words)
                    or (len(words.split()) == 1 and noun in title.split())
                ):
                    return seen.actor, "last person named with that office"
            elif seen.actor.affiliation and noun in seen.actor.affiliation.lower().split():
                return seen.actor, "last person so described"
        return None, ""

    def _at_date(self, suffix: str, state: str) -> list[Tenure]:
        return at_date(self.scene, f"{state}:{suffix}")

    def _one(self, terms: list[Tenure]) -> Actor | None:
        """The one holder; of two on the day of a hand-over the one the article names."""
        persons = dict.fromkeys(t.person for t in terms)
        if len(persons) > 1:
            persons = dict.fromkeys(p for p in persons if p in self.scene.counts)
        if len(persons) != 1:
            return None
        return self.scene.registry.actor(next(iter(persons)))

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
        held = scene.registry.office_on(seen.actor.id, scene.when)
        if held is not None and held.state == span.actor.state:
            first = span.first - 1
            return Span(
                first, span.last, "person", "office", seen.actor, "last named of that state", 0.7
            )
    return None
