# ruff: noqa: E501 -- tables of words keep one group on one line
"""Which groups of words a row has, found in one pass: the cheap first look before any pattern is tried.

A pattern over a whole row costs a hundred times what this does, and nine rows in ten have no word that it
asks for.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_GROUPS: dict[str, tuple[str, ...]] = {
    "verbs": ("said", "says", "told", "added", "argued", "wrote", "asked", "warned", "noted"),
    "origin": ("original", "first ", "printed", "publish", "posted", "reproduced", "transla", "appeared", "available in", "article in", "text in", "version in"),
    "pitch": (
    "subscri", "regist", "log in", "logged in", "login", "sign in", "signed in", "sign up", "continue reading", "keep reading",
    "resume reading", "on reading", "re reading", "currently reading", "rest of", "the full", "this full", "the whole",
    "this whole", "the entire", "this entire", "the complete", "this complete", "the rest", "the remainder", "this remainder",
    "unlock", "a member", "for members", "to members", "our members", "paid members", "paying members", "digital members",
    "members-", "members only", "member-", "member only", "membership", "locked", "for users", "to users", "our users",
    "readers with", "premium", "article left", "articles left", "story left", "stories left", "article remaining",
    "articles remaining", "story remaining", "stories remaining", "preview", "viewing", "excerpt", "to read", "to go on",
    "truncated", "remaining", "% of", "% left", "access", "trial", "already", "join now", "join today", "join here", "join online",
    "join for", "you get", "ll get", "will get", "cancel any", "cancel at any", "cancellation", "ad-free", "ad free",
    "you've", "you’ve", "you have", "out of", "remainder of", "continuation of", "exclusive", "paying", "restricted", "in full", "to finish",
    "more to this", "more in this", "only members", "weiterlesen", "für abonnent", "für mitglied", "mit einem abo", "mit ihrem abo", "abonnés",
    "il vous reste", "suscriptores", "socios", "clients", "account", "go on reading",
        "members", "join", "become", "premium", "upgrade", "see plans", "see offers", "see options", "see all ", "choose your plan", "choose a plan", "view offers", "view plans",
    ),
    "price": ("$", "£", "€", "euro", "dollars", "pounds"),
    "term": ("month", "week", "year", "day", "/mo", " mo"),
    "advertisement marker": ("ad", "sponsor", "promoted", "paid", "continue", "scroll", "skip", "close", "newsletter"),
    "log-in": ("log", "sign", "create", "regist", "not", "forgot", "lost", "reset", "change", "account", "profile", "subscription", "preferences", "user", "password", "mail", "remember", "new ", "welcome"),
    "an address": ("http", "www.", "url", "link", "original", "source"),
    "reading time": ("min", "view", "read", "comment", "listen", "play", "audio"),
    "reader's lists": ("added to", "add ", "your list", "your playlist", "bookmark", "set your"),
    "newsletter or app": ("sign", "subscri", "join", "regist", "mail", "inbox", "phone", "thank", " app", "newsletter", "briefing", "digest", "podcast"),
    "call to readers": ("support", "donat", "help", "member", "contribut", "funded", "reader", "have a", "do you", "got a", "you think", "tell us", "let us", "join", "take our", "was this", "spotted", "noticed", "found", "did you", "listen", "watch", "download", "play", "stream", "your", "patron"),
    "cookies and consent": ("cookie", "privacy", "terms", "consent", "your", "tracking", "agree", "got it", "accept", "reject", "options", "preferences", "settings", "do not sell"),
    "copyright": ("©", "(c)", "copyright", "rights", "not be", "cannot be", "terms", "disclaim", "imprint", "impressum", "legal", "site map", "sitemap", "kontakt", "datenschutz", "agb", "über uns", "mentions", "aviso", "redaktion", "nous contacter", "contacto", "privacy", "accessib", "about us", "contact", "career", "advertise", "correct", "permission", "licen", "help", "faq", "site index", "press office", "newsroom", "views", "opinions", "reflect", "represent", "this article", "this story", "this content", "this material"),
    "how to reach the author": ("@", "contact", "reach", "mail", "write", "follow", "tweet", "twitter", "tel", "phone", "facebook", "instagram", "send", "submit"),
}  # fmt: skip
"""Groups of words in lower case by name; those of a phrase have its reason for a name."""
_BITS = {name: 2 << number for number, name in enumerate(_GROUPS)}
ALWAYS = 1
"""The bit that every row has."""
VERBS, ORIGIN_WORDS, PITCH, PRICE, TERM = (
    _BITS[name] for name in ("verbs", "origin", "pitch", "price", "term")
)
"""Bits of groups: verbs of speech; of a note on where a text comes from; of what sells access, of a
price and of the time it is for."""


def group_of(name: str) -> int:
    """Return the bit of a group; `ALWAYS` where there is none of this name.

    >>> group_of("verbs") == VERBS, group_of("navigation") == ALWAYS
    (True, True)
    """
    return _BITS.get(name, ALWAYS)


def words_of(group: int) -> tuple[str, ...]:
    """Return the words of a group."""
    return next(_GROUPS[name] for name, bit in _BITS.items() if bit == group)


@lru_cache(maxsize=16_384)
def groups_in(text: str) -> int:
    """Return the bits of the groups of which a text has a word, be it inside another, and `ALWAYS`.

    >>> groups_in("They said no") & VERBS > 0, groups_in("Aforesaid") & VERBS > 0, groups_in("Oslo")
    (True, True, 1)
    """
    automaton, bits = _automaton()
    found = ALWAYS
    for number, _, _ in automaton.find_matches_as_indexes(text.lower(), overlapping=True):
        found |= bits[number]
    return found


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, tuple[int, ...]]:
    from ahocorasick_rs import AhoCorasick

    bits: dict[str, int] = {}
    for name, words in _GROUPS.items():
        for word in words:
            bits[word] = bits.get(word, 0) | _BITS[name]
    return AhoCorasick(list(bits)), tuple(bits.values())
