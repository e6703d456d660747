"""What everybody in an article is or holds there: by the registry at the date, and by its own words.

"Prime Minister Ann Alpha of Ruritania" and "Bo Beta, the Ruritanian envoy," give an office to people
whom no registry knows, so that "the Ruritanian prime minister" and "the envoy" find them. What somebody
was or may become ("former", "would-be") is no post.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.extract.spans import Span, Tokens
from detente.knowledge.registry import Registry, as_days, rank_of
from detente.knowledge.roles import is_role, office_suffixes
from detente.records import Actor, Tenure, When

Range = tuple[int, int]

PAST = frozenset((
    "former", "ex", "ex-", "past", "next", "future", "previous", "late", "would-be", "possible",
    "then", "onetime", "retired", "designate", "elect", "-elect", "president-elect", "candidate",
))  # fmt: skip
MODIFIERS = frozenset((
    "foreign", "prime", "defense", "defence", "vice", "deputy", "interior", "finance", "press",
    "security", "national", "chief", "top", "senior", "external", "affairs", "presidential",
    "council", "state", "general", "nuclear", "policy", "ministry", "attorney", "solicitor",
    "crown", "information", "supreme", "secretary", "trade", "economy", "first", "party",
    "opposition", "rebel", "separatist", "guerrilla", "militant", "acting", "justice", "human",
    "rights", "field", "militia", "commission", "interim", "culture", "agriculture", "home",
    "energy", "health", "education", "oil", "weapons", "peace", "treasury", "transport", "labour",
    "labor", "industry", "environment", "planning", "water", "irrigation", "tourism", "commerce",
    "immigration", "housing", "communications", "aviation", "fisheries", "budget", "intelligence",
))  # fmt: skip
"""Words before a noun that say which office it is."""
PARTISAN = frozenset((
    "opposition", "rebel", "separatist", "guerrilla", "militant", "party", "student", "union", "tribal",
    "religious", "spiritual", "militia", "insurgent", "protest", "exile", "exiled", "secessionist",
))  # fmt: skip
"""Words before "leader" that say that he leads no state."""
CALLED = frozenset((
    "emir", "king", "queen", "sultan", "emperor", "pope", "chancellor", "taoiseach", "prince",
    "princess", "shah", "ayatollah", "president", "premier", "general", "marshal", "colonel",
))  # fmt: skip
"""Heads of state and officers who are called by nothing but their own title."""
_LIKE = {
    "envoy": ("ambassador", "envoy", "representative"),
    "diplomat": ("ambassador", "envoy", "diplomat", "consul"),
    "pm": ("prime minister",),
    "premier": ("premier", "prime minister"),
    "spokesman": ("spokesman", "spokesperson"),
    "spokeswoman": ("spokeswoman", "spokesperson"),
    "adviser": ("adviser", "advisor", "aide"),
    "aide": ("adviser", "advisor", "aide"),
    "chairman": ("chairman", "chair"),
}
_VAGUE = frozenset((
    "chief", "head", "secretary", "chair", "counterpart", "predecessor", "successor", "colleague",
    "rival", "opponent", "nominee", "boss", "member",
))  # fmt: skip
_MATTERS = frozenset((
    "treasury", "transport", "labour", "labor", "industry", "environment", "commerce", "energy",
    "trade", "health", "education", "agriculture", "housing", "interior", "defence", "defense", "home",
    "justice", "press", "budget", "intelligence",
))  # fmt: skip
"""What makes one office of a secretary or a chief: "the treasury secretary"."""
_OF_LATE = 14
"""Days after the end of a term in which a report still calls somebody by it."""
_RANKS = frozenset((
    "first", "second", "third", "press", "private", "personal", "permanent", "executive", "honorary",
    "consular", "embassy",
))  # fmt: skip
"""Words that make a secretary somebody else than the Secretary of State."""
_TO = frozenset(("of", "to", "for", "at", "in", "with", "on", "from"))


@dataclass(frozen=True, slots=True)
class Post:
    """An office or a role of somebody."""

    kinds: tuple[str, ...]
    """Kinds of office that the title names (`foreign-minister`); empty for a mere role."""
    words: str
    """The title in lower case."""
    state: str | None
    """The state it is of, or the organisation; None where that is not said."""
    told: bool
    """Whether the article says so; False for what the registry alone knows."""

    @classmethod
    def of(cls, term: Tenure) -> Post:
        """Return the post of a tenure: "ambassador" of an ambassador to somewhere."""
        words = term.title.lower().split()
        at = next((n for n, word in enumerate(words) if word in ("to", "for") and n), len(words))
        return cls((term.office.partition(":")[2],), " ".join(words[:at]), term.state, told=False)


def posts_of(
    tokens: Tokens,
    spans: Sequence[Span],
    said: Mapping[int, Sequence[Range]],
    registry: Registry,
    when: When,
) -> dict[str, tuple[Post, ...]]:
    """Return the posts of every person named, by actor id.

    `said` gives for the first token of a name the tokens of titles and appositions by it.
    """
    by_token = {i: span for span in spans for i in range(span.first, span.last)}
    found: dict[str, list[Post]] = {}
    for span in spans:
        if span.kind != "person" or span.actor is None:
            continue
        if span.actor.id not in found:
            found[span.actor.id] = [Post.of(term) for term in known(registry, span.actor, when)]
        for words in said.get(span.first, ()):
            for post in _read(tokens, by_token, words, span):
                if post not in found[span.actor.id] and not _is_over(post, span.actor, registry, when):
                    found[span.actor.id].append(post)
    return {key: tuple(posts) for key, posts in found.items()}


def known(registry: Registry, actor: Actor, when: When) -> tuple[Tenure, ...]:
    """Return the offices of a person at a date, else just before; without a date the highest."""
    if as_days(when) is not None:
        return registry.offices_on(actor.id, when) or left_of_late(registry, actor, when)
    terms = registry.tenures_of(actor.id)
    best = min(
        terms, key=lambda t: (rank_of(t), -(t.start.start or date.min).toordinal()), default=None
    )
    return (best,) if best is not None else ()


def left_of_late(registry: Registry, actor: Actor, when: When) -> tuple[Tenure, ...]:
    """Return what somebody held until a few days before a date: who fled is "the president" still."""
    days = as_days(when)
    if days is None:
        return ()
    return tuple(
        term
        for term in registry.tenures_of(actor.id)
        if term.end.start is not None and 0 <= (days[0] - term.end.start).days <= _OF_LATE
    )


def _is_over(post: Post, actor: Actor, registry: Registry, when: When) -> bool:
    """Whether the registry knows that somebody held an office at another time, or of another state."""
    if actor.article is not None:
        return False
    if post.state is not None and actor.state is not None and post.kinds and post.state != actor.state:
        return not any(t.state == post.state for t in registry.tenures_of(actor.id))
    if as_days(when) is None:
        return False
    now = {t.office.partition(":")[2] for t in registry.offices_on(actor.id, when)}
    ever = {t.office.partition(":")[2] for t in registry.tenures_of(actor.id)}
    return bool(set(post.kinds) & ever) and not set(post.kinds) & now


def matches(post: Post, words: str, kinds: Sequence[str], state: str | None) -> bool:
    """Say whether a post is what a phrase calls it.

    >>> matches(Post(("foreign-minister",), "foreign minister", "RUS", False), "minister", (), None)
    True
    >>> matches(Post(("head-of-government",), "prime minister", "RUS", False), "minister", (), None)
    False
    """
    if state is not None and post.state is not None and state != post.state:
        return False
    noun = words.rpartition(" ")[2] if " of " not in words else words.split()[0]
    own = post.words.split()
    if words == "general" and "army-chief" in post.kinds:
        return True
    if kinds and set(kinds) & set(post.kinds):
        return noun not in CALLED or noun in own or noun == "premier"
    if words == post.words or (
        " of " in post.words and words == post.words.split(" of ")[0] != "president"
    ):
        return True
    if " " in words:
        return post.words.endswith(f" {words}") or post.words.startswith(f"{words} ")
    return any(_called(own, name, one_word=True) for name in _LIKE.get(words, (words,)))


def _called(own: Sequence[str], name: str, *, one_word: bool) -> bool:
    """Whether a title is shortened to a noun: "secretary of state" to "secretary"."""
    if " " in name:
        return list(own) == name.split()
    if name not in own:
        return False
    if name == "president":
        return list(own) == [name]
    if name in ("general", "prince", "secretary"):
        return own[0] == name or (name == "prince" and own[0] == "crown")
    return not (name == "minister" and own[:1] == ["prime"]) and one_word


def _read(tokens: Tokens, by_token: Mapping[int, Span], words: Range, name: Span) -> Iterator[Post]:
    """The post that a title or an apposition says: its first noun of a role, and the state by it."""
    first, last = words
    lower = [tokens.texts[k].lower() for k in range(first, last)]
    at = next((n for n in range(len(lower)) if _is_head(tokens, lower, first, n)), None)
    if at is None or set(lower[: at + 2]) & PAST:
        return
    start = at
    while start and (lower[start - 1] in MODIFIERS or lower[start - 1] in ("-", "‐")):
        start -= 1
    if start and lower[at] in ("secretary", "consul") and lower[start - 1] in _RANKS:
        start -= 1
    title = [word for word in lower[start : at + 1] if word not in ("-", "‐")]
    if lower[at + 1 : at + 2] == ["of"] and lower[at + 2 : at + 3]:
        if lower[at + 2] in ("state", "defense", "defence", "staff"):
            title += lower[at + 1 : at + 3]
        elif lower[at + 2 : at + 4] == ["foreign", "affairs"]:
            title = ["foreign", *title]
    state = _state(tokens, by_token, first, last)
    if state is None:
        state = _state_after(tokens, by_token, max(last, name.last))
    if state is None and name.actor is not None:
        state = name.actor.state
    if (
        lower[at + 1 : at + 2] == ["of"]
        and len(title) == 1
        and not _of_a_state(by_token, first + at + 2)
    ):
        title += lower[at + 1 : at + 5]
    text = " ".join(title)
    kinds = office_suffixes(text, state)
    if kinds or title[-1] not in _VAGUE or set(title) & _MATTERS:
        yield Post(kinds, text, state, told=True)


def _is_head(tokens: Tokens, lower: Sequence[str], first: int, n: int) -> bool:
    """Whether a word is the noun of the role, not the owner or a part of the title of another."""
    if not any(is_role(lower[n], kind) for kind in ("office", "profession", "title")):
        return False
    if tokens.tags[first + n] in ("NNS", "NNPS"):
        return False
    after = lower[n + 1] if n + 1 < len(lower) else ""
    if after in ("'s", "’s", "'", "’") or any(word in _TO for word in lower[:n]):
        return False
    return not (after and (is_role(after, "office") or (after in MODIFIERS and n + 2 < len(lower))))


def _of_a_state(by_token: Mapping[int, Span], at: int) -> bool:
    """Whether a state stands after "of" or "of the"."""
    near = (by_token.get(at), by_token.get(at + 1))
    return any(span is not None and span.kind in ("state", "place") for span in near)


def _state(tokens: Tokens, by_token: Mapping[int, Span], first: int, last: int) -> str | None:
    """The one state or organisation that stands in some tokens."""
    found = {
        code
        for k in range(first, last)
        if (span := by_token.get(k)) is not None and (code := owner_code(span)) is not None
    }
    return found.pop() if len(found) == 1 else None


def owner_code(span: Span) -> str | None:
    """Return the state a span names or is of, for an organisation its key; None for a person."""
    shown = span.actor or span.place_of
    if shown is None or span.kind == "person":
        return None
    if shown.kind == "organisation":
        return shown.id.partition(":")[2].upper()
    return shown.state


def _state_after(tokens: Tokens, by_token: Mapping[int, Span], at: int) -> str | None:
    """The state of "Prime Minister Ann Alpha of Ruritania"."""
    if at + 1 >= len(tokens.texts) or tokens.texts[at].lower() != "of":
        return None
    span = by_token.get(at + 1 + (tokens.texts[at + 1].lower() == "the"))
    return owner_code(span) if span is not None and span.kind in ("state", "place") else None
