"""On sports pages a city is a team: it stands in a table of scores, it beats and is beaten.

Only in articles that print scores. A state's own name stays the state (its team plays for it).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.document import Parse
from detente.extract.mentions.forms import Found
from detente.extract.spans import Tokens
from detente.knowledge.names import is_given

_NUMBER = re.compile(r"[-+.]?\d[\d./:*-]*$")
_NO_SCORE = re.compile(r"(?:19|20)\d\d(?:-\d\d-\d\d)?$|\d+(?:st|nd|rd|th)$")
_SCORE = re.compile(r"(?<![\d-])\d{1,3}-\d{1,3}(?![\d-])")
_PLAYED = frozenset((
    "beat", "defeat", "thrash", "edge", "rout", "outlast", "trounce", "upset", "hammer", "overcome",
    "face", "host", "lead", "trail", "score", "draw", "tie", "win", "lose", "play", "sweep", "rally",
    "down", "snap", "blank", "crush", "stun", "dismiss", "bowl", "declare", "resume", "clinch",
))  # fmt: skip
_SPORT = frozenset((
    "innings", "league", "goal", "goalkeeper", "striker", "coach", "wicket", "inning", "homer",
    "pitcher", "quarterback", "touchdown", "midfielder", "runs", "playoff", "season", "match",
    "champions", "championship", "tournament", "batsman", "referee", "halftime", "half-time",
    "standings", "soccer", "football", "baseball", "basketball", "cricket", "hockey", "rugby",
    "tennis", "golf", "athletics", "cycling", "boxing", "olympic", "rebounds", "shutout", "derby",
    "fixture", "division", "round", "cup", "scoreboard",
))  # fmt: skip
_AGAINST = frozenset(("against", "over", "for", "to", "by", "with"))
_CALENDAR = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "division", "group", "round", "page", "attendance", "total", "extras",
    "pts", "section", "article", "chapter", "channel", "game", "leg", "pool", "set", "lap", "day",
))  # fmt: skip
_NATIONS = frozenset((
    "England", "Scotland", "Wales", "Northern Ireland", "Faroe Islands", "Faroes", "Bermuda",
    "Puerto Rico", "Hong Kong", "Gibraltar", "Guam", "New Caledonia", "Tahiti", "West Indies",
))  # fmt: skip
"""What is no state and sends a team to the matches of states."""
_SMALL = frozenset(("of", "de", "and", "points", "v", "vs"))
_LONGEST = 30
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Team:
    """Tokens that name a team."""

    first: int
    """First token."""
    last: int
    """One past the last token."""
    why: str
    """What makes it one."""


def find_teams(parse: Parse, tokens: Tokens, found: Sequence[Found]) -> list[Team]:
    """Return the teams of an article that prints scores, in order; nothing for any other article."""
    lines = [line for line in _paragraphs(parse) if _is_score_line(tokens, *line)]
    if not _is_sport(parse, tokens, len(lines)):
        return []
    states = {
        i for item in found if _is_state(item) or _is_nation(tokens, item)
        for i in range(item.first, item.last)
    }  # fmt: skip
    teams: dict[int, Team] = {}
    for first, last in lines:
        for team in _in_line(tokens, first, last, states):
            teams[team.first] = team
    listed = {" ".join(tokens.texts[t.first : t.last]).lower() for t in teams.values()}
    for item in found:
        if item.first in teams or item.first in states or not _is_town(item):
            continue
        why = _plays(tokens, item, listed)
        if why:
            teams[item.first] = Team(item.first, item.last, why)
    return _apart([*teams.values(), *_plurals(tokens, found)])


def _apart(teams: list[Team]) -> list[Team]:
    """The longest of those that overlap."""
    out: list[Team] = []
    for team in sorted(teams, key=lambda one: (one.first, -one.last)):
        if not out or team.first >= out[-1].last:
            out.append(team)
    return out


def _is_state(item: Found) -> bool:
    return any(form.sense == "name" and form.actor_id[:6] == "state:" for form in item.forms)


def _is_nation(tokens: Tokens, item: Found) -> bool:
    return " ".join(tokens.texts[item.first : item.last]).title() in _NATIONS


def _is_town(item: Found) -> bool:
    return item.place is not None or any(form.sense == "capital" for form in item.forms)


def _paragraphs(parse: Parse) -> list[tuple[int, int]]:
    """The tokens of each paragraph, from its first sentence to its last."""
    ranges: dict[int, tuple[int, int]] = {}
    for sent in parse.sents:
        first = ranges.get(sent.paragraph, (sent.first, 0))[0]
        ranges[sent.paragraph] = (first, sent.last)
    return list(ranges.values())


def _is_score_line(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a paragraph is names and numbers alone."""
    if last - first > _LONGEST:
        return False
    texts = tokens.texts[first:last]
    numbers = sum(_is_count(text) for text in texts)
    small = sum(text[0].islower() and text.isalpha() and text not in _SMALL for text in texts)
    games = len(texts) >= 3 and all(text.isupper() or not text[0].isalpha() for text in texts)
    return small == 0 and (numbers > 0 or (games and "AT" in texts[1:-1]))


def _is_sport(parse: Parse, tokens: Tokens, lines: int) -> bool:
    """Whether an article prints scores: tables of them, or scores in an article on a game."""
    words = {lemma.lower() for lemma in tokens.lemmas} & _SPORT
    if lines >= 1 and words:
        return True
    scores = len(_SCORE.findall(parse.view.text))
    return len(words) >= 2 and (scores >= 1 or len(words) >= 3)


def _in_line(tokens: Tokens, first: int, end: int, states: set[int]) -> list[Team]:
    """The names right before a number, or before AT, in a line of scores."""
    texts = tokens.texts
    out: list[Team] = []
    i = first
    while i < end:
        if not texts[i][0].isupper() or texts[i] == "AT":
            i += 1
            continue
        last = i + 1
        while last < end and last - i < _NAMED and _goes_on(texts[last]) and texts[last] != "AT":
            last += 1
        after = texts[last] if last < end else ""
        before = texts[i - 1] if i > first else ""
        counted = _is_count(after)
        game = after == "AT"
        ranked = before.endswith(".") or before in ("-", "(", "c", "b", ",", "&", ":", ";")
        name = texts[i:last]
        plain = not (len(name) > 1 and (is_given(name[0]) or name[0].endswith("."))) or game
        long = len(name[0]) > 1 or len(name) > 1
        dated = name[0].lower() in _CALENDAR
        if (counted or game) and not (ranked or dated) and i not in states and plain and long:
            out.append(Team(i, last, "stands in a table of scores"))
        i = last
    return out


def _is_count(text: str) -> bool:
    """Whether a token is a score or a number of points, not a year, a time or a bowler's figures."""
    return (
        bool(_NUMBER.match(text)) and not _NO_SCORE.match(text)
        and ":" not in text and text.count("-") < 3
    )  # fmt: skip


def _goes_on(text: str) -> bool:
    return text[0].isupper() or text in ("of", "de", "&", "'s")


def _plays(tokens: Tokens, item: Found, listed: set[str]) -> str:
    """Why a city is a team where it stands; empty where it is the city."""
    head = tokens.head_of(item.first, item.last)
    dep, up = tokens.deps[head], tokens.heads[head]
    lemma = tokens.lemmas[up].lower()
    if dep in ("nsubj", "dobj", "nsubjpass") and lemma in _PLAYED:
        return f"{'subject' if dep != 'dobj' else 'object'} of {lemma} on a sports page"
    words = " ".join(tokens.texts[item.first : item.last]).lower()
    following = tokens.texts[item.last] if item.last < len(tokens.texts) else ""
    if _is_count(following) and dep != "pobj":
        return "before a score on a sports page"
    if words in listed:
        if dep == "pobj" and tokens.texts[up].lower() not in _AGAINST:
            return ""
        before = tokens.texts[item.first - 1].lower() if item.first else ""
        if before in ("in", "at", "near", "from") or _NO_SCORE.match(following) or following == ",":
            return ""
        return "a team of the table of scores"
    if dep == "pobj" and lemma in ("against", "over"):
        return f"after {lemma} on a sports page"
    return ""


def _plurals(tokens: Tokens, found: Sequence[Found]) -> list[Team]:
    """Names in the plural on a sports page: "the Orchard Hawks", "Minsk Bisons"."""
    towns = {item.last: item for item in found if _is_town(item)}
    known = {i for item in found if item.forms for i in range(item.first, item.last)}
    out = []
    for i, tag in enumerate(tokens.tags):
        if tag != "NNPS" or not tokens.texts[i].endswith(("s", "S", "x")) or i in known:
            continue
        first = i
        while first and tokens.texts[first - 1][0].isupper() and first - 1 not in known and (
            tokens.tags[first - 1] in ("NNP", "JJ") and tokens.sents[first - 1] == tokens.sents[i]
            and first not in towns
        ):  # fmt: skip
            first -= 1
        if first in towns:
            first = towns[first].first
        elif not first or tokens.texts[first - 1].lower() != "the":
            continue
        if tokens.texts[first].lower() == "the":
            first += 1
        if first <= i and not tokens.texts[i].lower().endswith(
            ("games", "olympics", "series", "finals")
        ):
            out.append(Team(first, i + 1, "a name in the plural on a sports page"))
    return out
