"""Whose words a token is in, and what stretch of text a clause is. It is no extractor itself.

Positions and forecasts both ask: does the outlet say this or somebody it reports, who is that, and
which words make the clause that can be printed by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from detente.document import Parse
from detente.extract.cast import Cast
from detente.knowledge.issues import all_issues, issues_in
from detente.knowledge.tables import rows
from detente.records import Participant, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Standing = Literal["official", "political", "expert", "outlet", "unknown"]

_EXPERT = re.compile(
    r"\b(?:professors?|analysts?|experts?|researchers?|research|institute|cent(?:er|re)|think[- ]tank|"
    r"fellow|scholars?|columnist|editor|journalist|political scientist|observers?|historian|"
    r"economists?|university|commentators?|pundits?|lecturer|academic|author|former|ex-\w+|"
    r"strategists?|watchers?|foundation|endowment|academy|newspaper|daily|news|"
    r"council (?:on|for) (?:foreign|defen[cs]e|security)[\w ]*)\b",
    re.IGNORECASE,
)
_PUBLIC_AGENCY = re.compile(
    r"aid\b|nasa|aeoi|defense|atomic|committee|chamber|council|cooperation|rossotrud|space",
    re.IGNORECASE,
)
_POLITICAL = re.compile(
    r"\b(?:party|opposition|council|coalition|movement|parliament|senator|deputy|lawmaker|minister|"
    r"president|spokes\w+|ambassador|envoy|government|ministry|congress\w*|chancellor|leader|rebels?|"
    r"secretary|commission\w*|committee|faction|union|regime|officials?|diplomats?|governor|king|"
    r"prime|premier|duma|senate|kremlin|white house|general|admiral|commander|authorit\w+)\b",
    re.IGNORECASE,
)


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set.

    >>> sorted(word_set("may might could"))
    ['could', 'may', 'might']
    """
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Fragment:
    """Tokens of one unbroken stretch of what a statement says."""

    first: int
    """First token."""
    last: int
    """One past the last token."""
    statement: Statement
    """The statement."""
    earlier: bool = False
    """Whether it was made before what the article tells ("had said")."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Which tokens of an article are whose words: of which statement, or the outlet's own."""

    parse: Parse
    """The article's parse."""
    statements: Sequence[Statement]
    """Its statements."""
    _fragments: tuple[Fragment, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        locate = Locator(self.parse)
        found = []
        for statement in self.statements:
            earlier = _earlier(statement, locate, self.parse)
            for evidence in statement.evidence:
                if evidence.role == "content" and evidence.sentence > 0:
                    first, last = locate.tokens(evidence.start, evidence.end)
                    if first < last:
                        found.append(Fragment(first, last, statement, earlier))
        found.sort(key=lambda fragment: (fragment.first, fragment.last))
        object.__setattr__(self, "_fragments", tuple(found))

    def at(self, token: int) -> Fragment | None:
        """Return the smallest stretch of reported words that holds a token; None: the outlet's."""
        best: Fragment | None = None
        for fragment in self._fragments:
            if fragment.first > token:
                break
            if token < fragment.last and (
                best is None or fragment.last - fragment.first <= best.last - best.first
            ):
                best = fragment
        return best

    def all_at(self, token: int) -> tuple[Fragment, ...]:
        """Return the smallest stretch that holds a token once for each speaker it is given to."""
        best = self.at(token)
        if best is None:
            return ()
        return tuple(
            item for item in self._fragments if (item.first, item.last) == (best.first, best.last)
        )

    def outer(self, token: int, statement: Statement) -> Fragment | None:
        """Return the smallest stretch around a token whose speaker differs from a statement's.

        None where there is none: "describing it as ... and pledging that ..." is one speaker's.
        """
        fragment = self.at(token)
        same = fragment is not None and fragment.statement.speaker.name == statement.speaker.name
        return None if same else fragment

    def fragments(self, statement: Statement) -> tuple[Fragment, ...]:
        """Return every stretch of a statement, in order."""
        return tuple(item for item in self._fragments if item.statement is statement)


def _earlier(statement: Statement, locate: Locator, parse: Parse) -> bool:
    """Say whether "had" goes before the cue of a statement."""
    for evidence in statement.evidence:
        if evidence.role == "cue":
            first, last = locate.tokens(evidence.start, evidence.end)
            for token in parse.doc[first:last]:
                if any(child.lower_ == "had" and child.dep_ == "aux" for child in token.children):
                    return True
    return False


class Locator:
    """The way from the raw text back to tokens: what `View.to_raw` does, the other way round."""

    def __init__(self, parse: Parse) -> None:
        self._segments = sorted((raw, seen, length) for seen, raw, length in parse.view.segments)
        self._raws = [raw for raw, _, _ in self._segments]
        self._starts: list[int] = parse.doc.to_array("IDX").tolist()

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens `[first, last)` that a range of the raw text touches."""
        if not self._segments or start >= end:
            return 0, 0
        seen_start, seen_end = self._seen(start), self._seen(end - 1) + 1
        first = max(0, bisect_right(self._starts, seen_start) - 1)
        return first, max(first, bisect_left(self._starts, seen_end))

    def _seen(self, at: int) -> int:
        i = max(0, bisect_right(self._raws, at) - 1)
        raw, seen, length = self._segments[i]
        return seen + min(max(0, at - raw), max(0, length - 1))


def standing(speaker: Participant, cast: Cast) -> Standing:
    """Return what somebody speaks as: an official of a state, a political actor, or an expert.

    A former minister, a professor and the head of an institute are experts whatever state they are
    of; so are newspapers. A name that nobody knows is `unknown`; somebody of the registry out of
    office is `political`.
    """
    if speaker.kind == "body" and (speaker.actor_id or "").removeprefix("body:") in _media():
        return "expert"
    if speaker.kind in ("state", "body") and speaker.state:
        return "official"
    if speaker.office:
        return "official"
    described = f"{speaker.text} {affiliation(speaker, cast) or ''}"
    if _EXPERT.search(described):
        return "expert"
    if speaker.kind == "organisation":
        return "political"
    if _POLITICAL.search(described):
        return "official" if speaker.state and speaker.kind != "person" else "political"
    registered = speaker.kind == "person" and (speaker.actor_id or "").startswith("person:")
    return "political" if registered else "unknown"


@lru_cache(maxsize=1)
def _media() -> frozenset[str]:
    """Return the keys of the registry's newspapers, broadcasters and news agencies."""
    return frozenset(
        row["id"]
        for row in rows("bodies.tsv")
        if row["kind"] in ("newspaper", "broadcaster")
        or (row["kind"] == "agency" and not _PUBLIC_AGENCY.search(f"{row['id']} {row['name']}"))
    )


def affiliation(speaker: Participant, cast: Cast) -> str | None:
    """Return what the article says somebody is: of a person it alone knows, or in apposition.

    "Ilya Sobol, a professor in Tartu, thinks" gives "a professor in Tartu". None when it says
    nothing; the office of somebody the registry knows is on the participant, not here.
    """
    for actor in cast.actors:
        if actor.id == speaker.actor_id and actor.affiliation:
            return actor.affiliation
    if speaker.actor_id is None:
        return None
    for named in cast.named:
        same = named.actor is not None and named.actor.id == speaker.actor_id
        if same and (said := _apposition(cast.parse, named.first, named.last)):
            return said
    return None


def _apposition(parse: Parse, first: int, last: int) -> str | None:
    """Return the phrase in apposition to a name, up to the comma that closes it."""
    doc = parse.doc
    sent = parse.sent_of(last - 1)
    if last + 1 >= sent.last or doc[last].text != ",":
        return None
    for token in doc[first:last]:
        for child in token.children:
            if child.dep_ == "appos" and child.i > last:
                start = child.left_edge.i
                end = start
                while end < sent.last and (doc[end].text != "," or end < child.i):
                    end += 1
                said = any(t.tag_ == "MD" and t.head.dep_ != "relcl" for t in doc[start:end])
                return None if said or start > last + 1 else doc[start:end].text.strip(" .")
    return None


def clause(head: Token, drop: frozenset[int] = frozenset()) -> tuple[int, int]:
    """Return the tokens `[first, last)` of the clause a verb heads, without clauses joined to it.

    A clause joined by "and" or "but" stays where it has no subject of its own. Marks, conjunctions and
    punctuation at the edges are cut off; what is in `drop` (indices of heads) is left out with all
    below it.
    """
    first, last = head.left_edge.i, head.right_edge.i + 1
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.dep_ in ("conj", "parataxis") and (child.i in drop or _own_clause(child)):
                if child.i > head.i:
                    last = min(last, _before(child))
                else:
                    first = max(first, child.right_edge.i + 1)
            elif child.i in drop or _aside(child):
                if child.i > head.i:
                    last = min(last, child.left_edge.i)
                else:
                    first = max(first, child.right_edge.i + 1)
            elif child.dep_ == "conj":
                stack.append(child)
    return trimmed(head.doc, first, last)


def _own_clause(token: Token) -> bool:
    return token.dep_ == "parataxis" or any(
        child.dep_ in ("nsubj", "nsubjpass", "expl") for child in token.lefts
    )


def _aside(child: Token) -> bool:
    """Say whether a clause is a reporter's aside: ", saying the war had become too complex"."""
    return child.dep_ == "advcl" and child.lower_ in _SAYING


def _before(conj: Token) -> int:
    """Return the token where the clause before a joined clause ends: before "and" and its comma."""
    at = conj.left_edge.i
    doc = conj.doc
    while at - 1 > conj.head.i and doc[at - 1].text.lower() in (
        ",",
        "and",
        "but",
        "or",
        ";",
        "so",
        "-",
        "–",
    ):
        at -= 1
    return at


_BROAD = word_set(
    """
    issue:sanctions issue:peace-process issue:regime-change issue:terrorism issue:peacekeeping
    issue:humanitarian-aid issue:un-security-council issue:bilateral-relations issue:nato
    issue:g8-g20 issue:internal-affairs issue:military-cooperation issue:human-rights
    issue:military-bases issue:diplomatic-presence issue:territorial-integrity issue:arab-spring
    issue:international-justice issue:extradition issue:investment issue:multipolarity
    """
)
"""Means and settings of a matter, rather than a matter."""
_ADDED = re.compile(r"[,–—-] (?:where|which|who|while|as)\b")
"""Opens a clause that adds to what a claim is about."""
_EDGE_LEFT = word_set(
    """
    and but or that , ; : so - – — yet while because since although though as whereas however
    """
)
_EDGE_RIGHT = frozenset(
    {".", ",", ";", ":", "-", "–", "—", "!", "and", "but", "or", "while", "(", "however"}
)
_SAYING = frozenset(
    {"saying", "adding", "noting", "citing", "arguing", "telling", "explaining", "stressing"}
)
_QUOTES = frozenset({'"', "„", "“", "”", "‘", "’", "'", "''", "``"})


def trimmed(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Return a range of tokens without conjunctions and punctuation at its edges."""
    while first < last and (
        (
            doc[first].text.lower() in _EDGE_LEFT
            and doc[first].dep_ != "nsubj"
            and doc[first].dep_ != "det"
        )
        or doc[first].text in _QUOTES
        or doc[first].is_space
    ):
        first += 1
    while first < last and (
        doc[last - 1].lower_ in _EDGE_RIGHT
        or doc[last - 1].is_space
        or (doc[last - 1].text in _QUOTES and not _opened(doc, first, last - 1))
    ):
        last -= 1
    return first, last


def _opened(doc: Doc, first: int, last: int) -> bool:
    """Say whether a closing mark closes one that opened within the range."""
    return sum(token.text in _QUOTES for token in doc[first:last]) % 2 == 1


def within(
    first: int, last: int, fragment: Fragment | None, voices: Voices
) -> tuple[tuple[int, int], ...]:
    """Return the parts of a range that are words of a statement; all of it when it is the outlet's."""
    if fragment is None:
        return ((first, last),)
    doc = voices.parse.doc
    parts: list[tuple[int, int]] = []
    for other in voices.fragments(fragment.statement):
        low, high = trimmed(doc, max(first, other.first), min(last, other.last))
        if low < high and (not parts or low >= parts[-1][1]):
            parts.append((low, high))
    return tuple(parts)


def closed(doc: Doc, parts: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return parts whose last one takes in the mark that closes a quotation opened in it."""
    if not parts:
        return ()
    first, last = parts[-1]
    marks = sum(token.text in ('"', "„", "“", "”", "‘") for token in doc[first:last])
    single = any(token.text == "‘" for token in doc[first:last])
    if marks % 2 == 1:
        for at in range(last, min(last + 2, len(doc))):
            if doc[at].text in ('"', "”", "“") or (single and doc[at].text == "’"):
                return (*parts[:-1], (first, at + 1))
    return tuple(parts)


@lru_cache(maxsize=512)  # The same sentence is asked for every claim near it.
def narrow_issue(place: str) -> str | None:
    """Return the narrowest issue that a text names; None where it names a setting alone or nothing.

    A matter of its own (adoption, chemical weapons) goes before the country it is about, unless it
    comes up in a clause that only adds to it (", where ..."); a means or a setting (sanctions, a
    peace conference, NATO, the relationship as a whole) is not narrow.

    >>> narrow_issue("place Syria's chemical weapons under control"), narrow_issue("new sanctions")
    ('issue:chemical-weapons', None)
    """
    theatre: str | None = None
    main = _ADDED.split(place, maxsplit=1)[0]
    for text in (main, place) if len(main) < len(place) else (place,):
        for found in issues_in(text):
            if found in _BROAD:
                continue
            if found not in _theatres():
                return found
            theatre = theatre or found
        if theatre:
            return theatre
    return None


def is_theatre(issue_id: str) -> bool:
    """Say whether an issue goes by the name of a country or region.

    >>> is_theatre("issue:syria"), is_theatre("issue:adoption")
    (True, False)
    """
    return issue_id in _theatres()


def is_broad(issue_id: str) -> bool:
    """Say whether an issue is a means or a setting of a matter rather than a matter.

    >>> is_broad("issue:sanctions"), is_broad("issue:adoption")
    (True, False)
    """
    return issue_id in _BROAD


def broad_issue(place: str) -> str | None:
    """Return the first issue that a text names, be it a means or a setting; None where none.

    >>> broad_issue("new sanctions")
    'issue:sanctions'
    """
    return next(iter(issues_in(place)), None)


def main_issue(*places: str) -> str | None:
    """Return the issue that a claim is about, from the nearest of several texts that names one.

    A narrow matter goes before a means or a setting, even where the means stands first.

    >>> main_issue("sanctions against Damascus"), main_issue("new sanctions", "on Iraq")
    ('issue:syria', 'issue:sanctions')
    """
    for place in places:
        if place and (found := narrow_issue(place) or broad_issue(place)):
            return found
    return None


@lru_cache(maxsize=1)
def _theatres() -> frozenset[str]:
    """Return the issues that go by the name of a country or region."""
    return frozenset(item.id for item in all_issues() if item.family in ("conflict", "territory"))


def words(parse: Parse, parts: Sequence[tuple[int, int]]) -> str:
    """Return parts of a text as one line, what lay between them left out."""
    doc = parse.doc
    pieces = [doc[first:last].text for first, last in parts]
    return " ".join(" ".join(pieces).split())


TELLING = word_set(
    """
    say tell indicate note argue believe think claim suggest predict warn insist write add maintain
    stress declare admit acknowledge concede contend assert conclude reckon doubt fear
    """
)
"""Verbs whose clause is what their subject says or thinks."""


def inner_speaker(head: Token, first: int, last: int) -> Token | None:
    """Return the subject of the nearest "X says that" above a verb, within a range of tokens.

    A quotation may itself report: of "Minister A says B will fail" that is A.
    """
    token = head
    while token.head.i != token.i and first <= token.head.i < last:
        parent = token.head
        if token.dep_ == "ccomp" and parent.lemma_ in TELLING:
            for child in parent.children:
                if child.dep_ == "nsubj":
                    return child
        token = parent
    return None


def subject(head: Token) -> Token | None:
    """Return the subject of a verb: its own, or of the verb it is joined to or completes."""
    seen = 0
    token = head
    while seen < 6:
        for child in token.children:
            if child.dep_ == "expl" or (child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i):
                return child
        for child in token.rights:  # "says the minister", "is a shield"
            if child.dep_ == "nsubj":
                return child
        if token.dep_ in ("conj", "xcomp", "auxpass", "aux") and token.head.i != token.i:
            token = token.head
            seen += 1
            continue
        if token.dep_ in ("relcl", "acl"):
            return token.head
        return None
    return None
