"""Text becomes the issues it is about: one pass over a table of terms.

The table is `data/issues.tsv`; its first lines say how it is written. A term is found whole words
only, hyphens and spaces counting as the same. Where one term lies inside another the longer one
stands ("the Iranian nuclear programme" is no mention of nuclear energy), and a decoy ("Atlanta,
Georgia") takes the place of the term it holds. Finding terms is Aho and Corasick's automaton
(Communications of the ACM 18(6), 1975), one over the text as printed and one over it in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import product
from typing import TYPE_CHECKING

from detente.errors import RegistryError, UnknownName
from detente.knowledge.issue_layer import OwnIssue, laid
from detente.records import Issue

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_DECOY = "-"
_PREFIX = "issue:"
_LONG = 2000
"""Characters beyond which what a text names is not remembered."""
_MAX_WORDS_APART = 7
_SPACES = "-\u2010\u2011\u2013\u00a0\n"
_QUOTES = {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'}
_SAME = str.maketrans(dict.fromkeys(_SPACES, " ") | _QUOTES)
_SPELLINGS = (("defence", "defense"), ("programme", "program"))
_BREAK = re.compile(r"[!?;]|[a-z\d)]{2}[.:][\"'”’]?\s|\n\s*\n")
_CAPITALS_FROM = 5
_OWN: ContextVar[tuple[OwnIssue, ...]] = ContextVar("the reader's issues", default=())


@dataclass(frozen=True, slots=True)
class IssueMention:
    """Characters of a text that name an issue."""

    start: int
    """First character."""
    end: int
    """One past the last character."""
    issue: str
    """`Issue.id`."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sides of words that name an issue only together, near each other."""

    issue: str
    left: frozenset[str]
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Table:
    """The data file, read and compiled."""

    issues: dict[str, Issue]
    terms: dict[str, tuple[str, ...]]
    exact: AhoCorasick
    exact_ids: tuple[str, ...]
    lower: AhoCorasick
    lower_ids: tuple[str, ...]
    pairs: tuple[_Pair, ...]
    words: dict[str, tuple[tuple[int, int], ...]]


@contextmanager
def laid_over(own: Sequence[OwnIssue]) -> Iterator[None]:
    """Lay a reader's issues over the table for as long as a `with` lasts.

    >>> from detente.knowledge.issue_layer import own_issue
    >>> with laid_over([own_issue("Sandbank Islands", ["Northern Shoals"])]):
    ...     issues_in("They spoke of the Northern Shoals.")
    ('issue:sandbank-islands',)
    """
    token = _OWN.set(tuple(sorted(own)))
    try:
        yield
    finally:
        _OWN.reset(token)


def spellings(term: str) -> tuple[str, ...]:
    """Return the ways in which a term of the table is written, each word of a pair alone.

    >>> spellings("arms|missile shield")
    ('arms shield', 'arms shields', 'missile shield', 'missile shields')
    """
    if " ~ " in term:
        return tuple(word for side in term.split(" ~ ") for word in side.split("|"))
    return tuple(dict.fromkeys(form for single in _crossed(term) for form in _forms(single)))


def all_issues() -> tuple[Issue, ...]:
    """Return every issue of the table, in the order of the file: family by family."""
    return tuple(_table().issues.values())


def issue(issue_id: str) -> Issue:
    """Return the issue with this id; raises UnknownName, which lists the nearest ids.

    >>> issue("issue:missile-defence").name
    'Missile defence'
    """
    found = _table().issues.get(issue_id)
    if found is None:
        near = _near(issue_id, list(_table().issues))
        raise UnknownName(f"issue {issue_id!r}: no such issue", _did_you_mean(near))
    return found


def find_issue(name: str) -> Issue:
    """Return the issue a person names by id, slug, name or one of its terms, in any case.

    Spelling, hyphens and case do not matter; a term counts where it names one issue alone. Nothing is
    guessed: a name that matches nothing raises UnknownName with the nearest names there are.

    >>> find_issue("missile defense").id, find_issue("Damascus").id, find_issue("issue:syria").id
    ('issue:missile-defence', 'issue:syria', 'issue:syria')
    """
    wanted = _plain(name.removeprefix(_PREFIX))
    found = _names().get(wanted)
    if found is None:
        found = _plain_terms().get(wanted, ())
    if len(found) == 1:
        return _table().issues[found[0]]
    if found:
        ids = ", ".join(found)
        raise UnknownName(f"issue {name!r}: names several issues", f"say one of {ids}")
    labels = [label for item in all_issues() for label in (item.name, item.id)]
    raise UnknownName(f"issue {name!r}: no such issue", _did_you_mean(_near(name, labels)))


def named_issue(name: str) -> Issue | None:
    """Return the issue of an id, slug or name, spelling and case apart; None where there is none.

    >>> named_issue("missile defense").id, named_issue("Damascus")
    ('issue:missile-defence', None)
    """
    found = _names().get(_plain(name.removeprefix(_PREFIX)), ())
    return _table().issues[found[0]] if len(found) == 1 else None


def terms_of(issue_id: str) -> tuple[str, ...]:
    """Return the terms an issue is known by, as the data file writes them."""
    return _table().terms[issue(issue_id).id]


def issues_in(text: str) -> tuple[str, ...]:
    """Return the ids of the issues that a text names, in the order they first appear, each once.

    Does not tell what the text is mainly about, and finds no issue that goes by a pronoun.

    >>> issues_in("They spoke of Assad, the anti-missile shield and boys adopted by U.S. couples.")
    ('issue:syria', 'issue:missile-defence', 'issue:adoption')
    >>> issues_in("The talks START on Monday; New START was not named in Atlanta, Georgia.")
    ('issue:strategic-arms',)
    """
    return tuple(dict.fromkeys(mention.issue for mention in issue_mentions(text)))


def issue_mentions(text: str) -> tuple[IssueMention, ...]:
    """Return where a text names which issue, in order; ranges of different issues may overlap."""
    if len(text) > _LONG:
        return _mentions(text)
    return _remembered(_OWN.get(), text)


@lru_cache(maxsize=4096)
def _remembered(_own: tuple[OwnIssue, ...], text: str) -> tuple[IssueMention, ...]:
    """Return what a short text names; several extractors ask of the same clause."""
    return _mentions(text)


def _mentions(text: str) -> tuple[IssueMention, ...]:
    table = _table()
    folded = text.translate(_SAME)
    lowered = folded.lower()
    if len(lowered) != len(folded):  # A few letters have a longer lower case; offsets must hold.
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in folded)
    hits: list[IssueMention] = []
    sides: list[tuple[int, int, int, int]] = []
    for start, end, key in _whole_words(table.exact, folded):
        _sort_hit(table, table.exact_ids[key], start, end, hits, sides)
    for start, end, key in _whole_words(table.lower, lowered):
        _sort_hit(table, table.lower_ids[key], start, end, hits, sides)
    kept = _longest(hits)
    decoys = [hit for hit in kept if hit.issue == _DECOY]
    found = [hit for hit in kept if hit.issue != _DECOY]
    found += _paired(table, text, sides, decoys)
    return tuple(_outer(found))


def _outer(found: list[IssueMention]) -> Iterator[IssueMention]:
    """Yield, in order, what lies in no longer mention of the same issue."""
    reach: dict[str, int] = {}
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end, hit.issue)):
        if hit.end > reach.get(hit.issue, -1):
            reach[hit.issue] = hit.end
            yield hit


def _whole_words(automaton: AhoCorasick, text: str) -> Iterator[tuple[int, int, int]]:
    for key, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if start and text[start].isalnum() and text[start - 1].isalnum():
            continue
        if end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            continue
        yield start, end, key


def _sort_hit(
    table: _Table,
    key: str,
    start: int,
    end: int,
    hits: list[IssueMention],
    sides: list[tuple[int, int, int, int]],
) -> None:
    """Put a match among the hits, or among the sides of pairs, or (a word that is both) in both."""
    if key.startswith("~"):
        sides += [(pair, side, start, end) for pair, side in table.words[key]]
    else:
        hits.append(IssueMention(start, end, key))


def _longest(hits: list[IssueMention]) -> list[IssueMention]:
    """Drop what lies inside a longer hit; of two that overlap, both stay."""
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[IssueMention] = []
    reach: IssueMention | None = None
    for hit in hits:
        inside = reach is not None and hit.end <= reach.end
        if inside and reach is not None and (hit.start, hit.end) != (reach.start, reach.end):
            continue
        kept.append(hit)
        if reach is None or hit.end > reach.end:
            reach = hit
    return kept


def _paired(
    table: _Table, text: str, sides: list[tuple[int, int, int, int]], decoys: list[IssueMention]
) -> Iterator[IssueMention]:
    """Yield each left word of a pair with the nearest right word of the same sentence."""
    by_pair: dict[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
    for pair, side, start, end in sides:
        if not any(decoy.start <= start and end <= decoy.end for decoy in decoys):
            by_pair.setdefault(pair, ([], []))[side].append((start, end))
    for pair, (lefts, rights) in by_pair.items():
        for left in lefts:
            for right in rights:
                start, end = min(left[0], right[0]), max(left[1], right[1])
                gap = min(left[1], right[1])
                between = text[
                    max(0, gap - 2) : max(gap, left[0], right[0])
                ]  # With two letters to see a full stop by.
                near = between.count(" ") <= _MAX_WORDS_APART + 1
                if left != right and near and not _BREAK.search(between):
                    yield IssueMention(start, end, table.pairs[pair].issue)


def _plain(name: str) -> str:
    """Return a name without case, hyphens and the spelling of the day."""
    folded = name.translate(_SAME).lower().strip()
    for british, american in _SPELLINGS:
        folded = folded.replace(british, american)
    return " ".join(folded.replace("\u2014", " ").split())


def _names() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for item in all_issues():
        for label in (item.id.removeprefix(_PREFIX), item.name):
            key = _plain(label)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), item.id)))
    return found


def _plain_terms() -> dict[str, tuple[str, ...]]:
    return _plain_terms_of(_OWN.get())


@lru_cache(maxsize=4)
def _plain_terms_of(own: tuple[OwnIssue, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for issue_id, terms in _made(own).terms.items():
        for term in terms:
            for single in _crossed(term) if " ~ " not in term else ():
                key = _plain(single)
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), issue_id)))
    return found


def _near(name: str, labels: Sequence[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    ranked = process.extract(name, labels, scorer=fuzz.WRatio, processor=str.lower, limit=3)
    return [label for label, score, _ in ranked if score >= 50]


def _did_you_mean(near: list[str]) -> str:
    every = f"there are {len(all_issues())} issues"
    return f"did you mean {' or '.join(near)}? ({every})" if near else every


def _table() -> _Table:
    """Return the table as it is now: the built-in one, and what is laid over it."""
    return _made(_OWN.get())


@lru_cache(maxsize=4)
def _made(own: tuple[OwnIssue, ...]) -> _Table:
    """Read and compile the data file, once a process for each of the last few layers."""
    text = resources.files("detente.knowledge").joinpath("data/issues.tsv").read_text("utf-8")
    return _compile(laid(text, own) if own else text)


def _compile(text: str) -> _Table:
    """Compile the text of a data file; raises RegistryError that names the line."""
    from ahocorasick_rs import AhoCorasick

    issues: dict[str, Issue] = {}
    terms: dict[str, tuple[str, ...]] = {}
    exact: dict[tuple[str, str], None] = {}
    lower: dict[tuple[str, str], None] = {}
    pairs: list[_Pair] = []
    words: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 4:
            raise RegistryError(
                f"issues.tsv line {number}: {len(fields)} fields", "write four, with tabs"
            )
        slug, name, family, listed = fields
        issue_id = slug if slug == _DECOY else _PREFIX + slug
        if issue_id in issues:
            raise RegistryError(
                f"issues.tsv line {number}: {slug!r} stands twice", "join the two lines"
            )
        own = tuple(term for term in (part.strip() for part in listed.split("; ")) if term)
        if slug != _DECOY:
            issues[issue_id] = Issue(issue_id, name, family)
            terms[issue_id] = own
        for term in own:
            if " ~ " in term:
                left, right = (frozenset(side.split("|")) for side in term.split(" ~ "))
                pairs.append(_Pair(issue_id, left, right))
                for side, group in enumerate((left, right)):
                    for word in group:
                        words.setdefault("~" + word, []).append((len(pairs) - 1, side))
            else:
                for single in _crossed(term):
                    _add_term(single, issue_id, exact, lower)
    for key in words:
        word = key[1:].translate(_SAME)
        target = lower if word == word.lower() else exact
        target[(word, key)] = None
    return _Table(
        issues=issues,
        terms=terms,
        exact=AhoCorasick([form for form, _ in exact]),
        exact_ids=tuple(key for _, key in exact),
        lower=AhoCorasick([form for form, _ in lower]),
        lower_ids=tuple(key for _, key in lower),
        pairs=tuple(pairs),
        words={key: tuple(value) for key, value in words.items()},
    )


def _crossed(term: str) -> Iterator[str]:
    """Yield each choice of `a|b c|d`; a term without a bar is its own only choice."""
    if "|" not in term:
        yield term
        return
    for words in product(*(part.split("|") for part in term.split(" "))):
        yield " ".join(words).replace("_", " ")


def _add_term(
    term: str, issue_id: str, exact: dict[tuple[str, str], None], lower: dict[tuple[str, str], None]
) -> None:
    folded = term.translate(_SAME)
    for form in _forms(folded):
        if form != form.lower():
            exact[(form, issue_id)] = None
            if len(form) >= _CAPITALS_FROM:
                exact[(form.upper(), issue_id)] = None
        else:
            lower[(form, issue_id)] = None


def _forms(term: str) -> Iterator[str]:
    """Yield a term, its American spelling, and the plural of a common word or a demonym."""
    spellings = [term]
    for british, american in _SPELLINGS:
        spellings += [form.replace(british, american) for form in spellings if british in form]
    for form in spellings:
        yield form
        if form == form.lower() and form[-1].isalpha() and form[-1] != "s":
            yield form[:-1] + "ies" if form[-1] == "y" and form[-2] not in "aeo" else form + "s"
        elif form.isalpha() and form[1:].islower() and form.endswith(("an", "i")):
            yield form + "s"  # "the Syrians", "the Iraqis"
