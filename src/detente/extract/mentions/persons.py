"""Name parts become persons: of the registry by folded key, else local to the article.

A full name anywhere in the article gives its surname a bearer, before and after it. A surname alone
goes to the bearer named in the article; without one, to the one person of the registry with that
surname who held an office at the date. Nobody is forced onto an entry: another first name is another
person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from detente.document import Parse
from detente.extract.mentions.bounds import titled_tenure
from detente.extract.mentions.eastern import eastern
from detente.extract.mentions.guess import looks_like_name, persons_among
from detente.extract.mentions.kinds import Judged
from detente.extract.mentions.runs import THINGS, Part
from detente.extract.spans import Span, Tokens
from detente.knowledge.names import fold, fold_word, fold_words, gender_of, is_given, same_name
from detente.knowledge.places import Toponym
from detente.knowledge.registry import Registry, as_days
from detente.knowledge.roles import is_role, office_suffixes, role_gender
from detente.knowledge.states import states
from detente.records import Actor, Tenure, When, make_id

_FAMILY_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN", "VNM", "HKG", "KHM"))
_EITHER_ORDER = frozenset(("JPN", "HUN", "CHN", "KOR", "TWN", "VNM"))
_GOVERNMENT = frozenset(("administration", "government", "regime", "cabinet"))
_SPEECH = frozenset((
    "say", "tell", "add", "argue", "note", "believe", "think", "insist", "warn", "stress", "claim",
    "explain", "deny", "admit", "acknowledge", "declare", "suggest", "predict", "reply", "answer",
    "complain", "write", "quip", "ask", "recall", "concede", "remark", "joke",
))  # fmt: skip
_ORGANISED = frozenset((
    "committee", "institute", "council", "party", "ministry", "university", "bank", "corp",
    "corp.", "inc", "inc.", "group", "center", "centre", "association", "foundation", "agency",
    "commission", "court", "department", "office", "union", "federation", "league", "fund",
    "organization", "organisation", "company", "co.", "co", "ltd", "ltd.", "plc", "society",
    "academy", "service", "army", "forces", "force", "command", "congress", "assembly",
    "parliament", "movement", "front", "alliance", "coalition", "times", "post", "news", "journal",
    "daily", "herald", "tribune", "press", "radio", "television", "network", "airlines", "airways",
    "motors", "industries", "systems", "technologies", "international", "brigade", "brigades",
    "police", "guard", "guards", "college", "school", "hospital", "church", "club", "united",
    "forum", "initiative", "board", "authority", "bureau", "administration", "house", "senate",
    "conference", "partnership", "trust", "museum", "campaign",
))  # fmt: skip
_ARABIC = frozenset(("al", "bin", "ibn", "bint", "el", "abu"))
_RECENT_YEARS = 12
_PERSON = 0.65
_OTHER = 0.6
_INITIALS = re.compile(r"(?:[A-Z]\.-?){1,3}$")
_RANKS = frozenset((
    "col.", "col", "colonel", "gen.", "gen", "general", "maj.", "major", "capt.", "captain", "lt.",
    "lieutenant", "sgt.", "adm.", "admiral", "professor", "prof.", "prof", "dr.", "dr", "judge",
    "justice", "father", "cardinal", "rabbi", "imam", "coach", "inspector", "detective", "sheriff",
))  # fmt: skip
"""Titles that say of a surname that it is not the minister's of that name."""
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)$")
_OPENING = frozenset((":", '"', "“", "‘", "''", "``"))


@dataclass(slots=True)
class People:
    """The persons named in full in an article, and whom a surname then stands for."""

    bearers: dict[str, list[tuple[int, Actor]]] = field(default_factory=dict)
    """Folded surname: (token, actor) of each full name and of each title that says who is meant."""
    given: dict[str, Actor] = field(default_factory=dict)
    """Folded first name: the first person of that name named in full."""
    locals: dict[str, Actor] = field(default_factory=dict)
    """Folded full name: a person only this article knows."""
    titles: dict[str, Tenure] = field(default_factory=dict)
    """Actor id: the tenure that a title before the name says."""

    def bearer(self, key: str, token: int) -> Actor | None:
        """Return whom a surname at a token means: of several bearers the one named most in full.

        Of two named equally often it is the one named last before it, else the next.
        """
        named = self.bearers.get(key)
        if not named:
            return None
        counts: dict[str, int] = {}
        for _, actor in named:
            counts[actor.id] = counts.get(actor.id, 0) + 1
        most = max(counts.values())
        named = [pair for pair in named if counts[pair[1].id] == most]
        before = [pair for pair in named if pair[0] <= token]
        return (
            max(before, key=lambda pair: pair[0])[1]
            if before
            else min(named, key=lambda pair: pair[0])[1]
        )


def find_people(
    parse: Parse,
    tokens: Tokens,
    parts: Sequence[Part],
    places: Mapping[tuple[int, int], Toponym],
    kinds: Mapping[str, Judged],
    registry: Registry,
    when: When,
) -> tuple[list[Span], People]:
    """Return the spans that name persons and organisations among name parts, and who was found.

    `places` are the tokens that name a place of the gazetteer; only a title, a full name elsewhere or,
    for a city that is a surname as well, what the article says of it makes a person of one. `kinds` is
    what the model takes each name for.
    """
    people = People()
    spans: dict[int, Span] = {}
    rest: list[Part] = []
    for part in sorted(parts, key=lambda part: part.quiet):
        span = _full_name(parse, tokens, part, registry, when, people)
        if span is None:
            rest.append(part)
        else:
            spans[part.first] = span
    rest = [
        part
        for part in rest
        if (place := places.get((part.first, part.last))) is None
        or (
            len(part.words) == 1 and (part.title or people.bearer(fold_word(part.words[0]), part.first))
        )
        or not place.sure
    ]
    likely = [
        part
        for part in rest
        if looks_like_name(part.words)
        and not part.quiet
        and not _is_thing(tokens, part)
        and not _opens_title(parse, tokens, part)
    ]
    guessed = persons_among(tokens, [part for part in likely if not _is_other(part, kinds)])
    guessed |= {fold_word(part.words[-1]) for part in likely if _is_person(part, kinds)}
    for part in [part for part in rest if len(part.words) > 1 and not part.quiet]:
        if (
            fold_word(part.words[-1]) in guessed
            and not _organised(part.words)
            and not _is_thing(tokens, part)
        ):
            actor = _local(parse, part, " ".join(part.words), people, tokens)
            _remember(people, actor, part.words, part.first)
            spans[part.first] = Span(
                part.first, part.last, "person", "name", actor, "what the article says of it", 0.75
            )
    for part in rest:
        if part.first in spans:
            continue
        span = _short_name(parse, tokens, part, registry, when, people, guessed)
        if span is not None:
            spans[part.first] = span
    return [spans[first] for first in sorted(spans)], people


def _opens_title(parse: Parse, tokens: Tokens, part: Part) -> bool:
    """Whether a single word opens a title, where any word has a capital."""
    sent = parse.sents[tokens.sents[part.first]]
    return sent.role in ("title", "subhead") and part.first == sent.first and len(part.words) == 1


def _is_person(part: Part, kinds: Mapping[str, Judged]) -> bool:
    """Whether the model takes a name for a person's."""
    found = kinds.get(" ".join(part.words).lower())
    return found is not None and found.kind == "person" and found.sure >= _PERSON


def _is_other(part: Part, kinds: Mapping[str, Judged]) -> bool:
    """Whether the model is sure that a name is that of a place or an organisation."""
    found = kinds.get(" ".join(part.words).lower())
    return found is not None and found.kind in ("place", "organisation") and found.sure >= _OTHER


def _full_name(
    parse: Parse, tokens: Tokens, part: Part, registry: Registry, when: When, people: People
) -> Span | None:
    words = part.words
    if len(words) < 2:
        return None
    actor = _of_registry(registry, words, when)
    before = tokens.texts[part.first - 1] if part.first else ":"
    opens = before in _OPENING or tokens.sents[part.first - 1] != tokens.sents[part.first]
    if actor is None and len(words) > 2 and opens and _of_registry(registry, words[1:], when):
        # "Will Barack Obama come?": the first word is no name.
        rest = Part(part.first + 1, part.last, words[1:], part.title, part.quiet)
        return _full_name(parse, tokens, rest, registry, when, people)
    if actor is None and part.quiet:
        actor = people.locals.get(fold_words(list(words)))
        if actor is None:
            return None
    if actor is None and words[-1].lower() in _ORGANISED:
        return None
    reason, cue = "full name in the registry", ""
    if actor is None:
        cue = _initials(words) or _nation_follows(tokens, part) or eastern(words)
        given = is_given(words[0]) or is_given(words[0].partition("-")[0])
        if not (given or cue or (part.title and not _organised_title(tokens, part))):
            return None
        most = 6 if _ARABIC & {word.lower() for word in words} else 4
        if len(words) > most or any(word.lower() in _ORGANISED for word in words[1:]):
            return None
        if _is_thing(tokens, part):
            return None
        actor = _local(parse, part, " ".join(words), people, tokens)
        reason = "full name after a title"
        if given:
            reason = "full name after a first name"
        elif cue:
            reason = cue
    _remember(people, actor, words, part.first)
    tenure = titled_tenure(tokens, part, registry)
    if tenure is not None:
        people.titles.setdefault(tenure.person, tenure)
    return Span(part.first, part.last, "person", "name", actor, reason, 0.97)


def _initials(words: Sequence[str]) -> str:
    """Whether a name opens with initials: "G. Marsh", "J.R.R. Marsh"."""
    rest = words[1:]
    plain = all(word[:1].isupper() and len(word) > 2 for word in rest[-1:])
    return "surname after initials" if _INITIALS.match(words[0]) and plain else ""


def _nation_follows(tokens: Tokens, part: Part) -> str:
    """Whether a list of results gives a nation after the name: "2. Ana Ruiz ( Spain ) 15:05"."""
    i, texts = part.last, tokens.texts
    if i + 2 >= len(texts) or texts[i] != "(" or texts[i + 2] != ")" or len(part.words) > 3:
        return ""
    inside = texts[i + 1]
    known = inside in state_names() or _ORDINAL.match(inside)
    plain = all(word[0].isupper() and not word.isupper() for word in part.words)
    return "a nation or minute in brackets after it" if known and plain else ""


@lru_cache(maxsize=1)
def state_names() -> frozenset[str]:
    """Return the names of all states."""
    return frozenset(name for state in states().values() for name in (state.name, *state.forms))


def _of_registry(registry: Registry, words: Sequence[str], when: When) -> Actor | None:
    """The one person of a full name; of several, the one in office at the date."""
    ids = [i for i in registry.named(fold_words(list(words))) if registry.actors[i].kind == "person"]
    if not ids and len(words) > 2:
        plain = [words[0], *(w for w in words[1:-1] if len(w.strip(".")) > 1), words[-1]]
        if len(plain) < len(words):
            key = fold_words(plain)
            ids = [i for i in registry.named(key) if registry.actors[i].kind == "person"]
    if not ids and len(words) == 2:
        # Abe Shinzo for Shinzo Abe: the order of the language.
        key = fold_words([words[1], words[0]])
        turned = [i for i in registry.named(key) if registry.actors[i].kind == "person"]
        ids = [i for i in turned if registry.actors[i].state in _EITHER_ORDER]
    if not ids and len(words) == 2:
        # Aleksandr for Alexander, Bill for William: one surname, forms of one first name.
        name = " ".join(words)
        bearers = registry.surnamed(fold_word(words[-1]))
        ids = [i for i in bearers if same_name(registry.actors[i].name, name)]
    if len(ids) > 1:
        ids = [i for i in ids if registry.office_on(i, when)] or ids[:0]
    return registry.actors[ids[0]] if len(ids) == 1 else None


def _local(parse: Parse, part: Part, name: str, people: People, tokens: Tokens) -> Actor:
    key = fold(name)
    known = people.locals.get(key)
    if known is None:
        title = tokens.texts[part.title[1] - 1].lower() if part.title else ""
        gender = role_gender(title) or gender_of(name)
        known = Actor(
            make_id("local", parse.article.id, key), "person", _tidy(name),
            gender="f" if gender == "f" else "m" if gender == "m" else None,
            article=parse.article.id,
        )  # fmt: skip
        people.locals[key] = known
    return known


def _tidy(name: str) -> str:
    """A name printed in capitals in part ("STEFAN Hedlund") in plain case."""
    return " ".join(
        word.capitalize() if word.isupper() and len(word) > 3 and "." not in word else word
        for word in name.split()
    )


def _remember(people: People, actor: Actor, words: Sequence[str], token: int) -> None:
    surname = words[0] if actor.state in _FAMILY_FIRST and len(words) > 1 else words[-1]
    if actor.state in _FAMILY_FIRST and actor.article is None and not is_family_first(actor):
        surname = words[-1]
    people.bearers.setdefault(fold_word(surname), []).append((token, actor))
    if surname is words[-1] and len(words) > 1:
        people.given.setdefault(fold_word(words[0]), actor)


def is_family_first(actor: Actor) -> bool:
    """Whether a person's family name stands first, as in Xi Jinping."""
    return actor.state in _FAMILY_FIRST


def _organised_title(tokens: Tokens, part: Part) -> bool:
    """Whether the words before are no title of a person after all ("Director General")."""
    return part.title is None or tokens.texts[part.title[1] - 1].lower() in ("state", "affairs", "us")


def _short_name(
    parse: Parse,
    tokens: Tokens,
    part: Part,
    registry: Registry,
    when: When,
    people: People,
    guessed: set[str],
) -> Span | None:
    words = part.words
    if len(words) == 1 or (len(words) == 2 and words[0].lower() in ("al", "el")):
        return _surname(parse, tokens, part, registry, when, people, guessed)
    if words[-1].lower() in _ORGANISED or any(word.lower() in _ORGANISED for word in words):
        return Span(
            part.first, part.last, "organisation", "name", None, "words of an organisation", 0.6
        )
    bearer = people.bearer(fold_word(words[-1]), part.first)
    if bearer is not None and fold_words(list(words)) == fold(bearer.name):
        return Span(part.first, part.last, "person", "name", bearer, "named in full elsewhere", 0.9)
    if part.quiet:
        return None
    before = tokens.texts[part.first - 1].lower() if part.first else ""
    if before == "the" or _is_thing(tokens, part):
        return None
    if _speaks(tokens, part) or _apposed_role(tokens, part):
        actor = _local(parse, part, " ".join(words), people, tokens)
        _remember(people, actor, words, part.first)
        return Span(
            part.first, part.last, "person", "name", actor, "full name with a role or speech", 0.8
        )
    return None


def _surname(
    parse: Parse,
    tokens: Tokens,
    part: Part,
    registry: Registry,
    when: When,
    people: People,
    guessed: set[str],
) -> Span | None:
    word = part.words[-1]
    key = fold_word(word)
    bearer = _titled_bearer(tokens, part, key, registry, when, people)
    form: Literal["title", "surname"] = "title" if part.title else "surname"
    if bearer is not None:
        return Span(
            part.first, part.last, "person", form, bearer, "surname of a full name in the text", 0.95
        )
    ids = registry.surnamed(key)
    if not ids:
        ids = tuple(i for i in registry.named(key) if registry.actors[i].kind == "person")
    before = tokens.texts[part.first - 1].lower() if part.first else ""
    if before == "the" and part.title is None and tokens.deps[part.first] != "compound":
        return None
    in_office = [i for i in ids if _can_be(tokens, part, registry.office_on(i, when))]
    known_well = part.quiet and any(_leads(registry, i, when) for i in in_office)
    if len(in_office) == 1 and (part.title or key in guessed or known_well or _plain(tokens, part)):
        actor = registry.actors[in_office[0]]
        reason = "the one person of that surname in office at the date"
        return Span(part.first, part.last, "person", form, actor, reason, 0.85)
    known = _known_alone(registry, ids, when, guessed=key in guessed or part.title is not None)
    if known is not None and (part.title or _plain(tokens, part)):
        reason = "the one person of that surname in the registry"
        return Span(part.first, part.last, "person", form, known, reason, 0.7)
    if part.quiet or _is_thing(tokens, part):
        return None
    if len(ids) > 1 and part.title is None:
        # Two of the registry bear it and nothing says which: nobody is made up.
        return None
    first = people.given.get(key)
    if first is not None:
        return Span(part.first, part.last, "person", "name", first, "first name of a full name", 0.8)
    if key in guessed and looks_like_name(part.words) and word.lower() not in _ORGANISED:
        actor = _local(parse, part, word, people, tokens)
        return Span(part.first, part.last, "person", form, actor, "what the article says of it", 0.6)
    if part.title is not None and not _organised_title(tokens, part) and word.lower() not in _ORGANISED:
        actor = _local(parse, part, word, people, tokens)
        return Span(part.first, part.last, "person", form, actor, "surname after a title", 0.6)
    return None


def _titled_bearer(
    tokens: Tokens, part: Part, key: str, registry: Registry, when: When, people: People
) -> Actor | None:
    """Whom a surname means with its title: "President Clinton" is not Hillary, "Mrs. Clinton" not Bill.

    The title counts where two bear the name; who is found by it bears the surname from there on.
    """
    bearer = people.bearer(key, part.first)
    if part.title is None or bearer is None:
        return bearer
    words = [text.lower() for text in tokens.texts[part.title[0] : part.title[1]]]
    sex = role_gender(words[-1])
    if sex is not None and bearer.gender not in (None, sex):
        others = [actor for _, actor in people.bearers[key] if actor.gender == sex]
        return others[-1] if others else bearer
    suffixes = office_suffixes(" ".join(words))
    if not suffixes or _has_office(registry, bearer.id, suffixes, when):
        return bearer
    holders = [i for i in registry.surnamed(key) if _has_office(registry, i, suffixes, when)]
    if len(holders) != 1:
        return bearer
    actor = registry.actors[holders[0]]
    people.bearers[key].append((part.first, actor))
    return actor


def _has_office(registry: Registry, person: str, suffixes: Sequence[str], when: When) -> bool:
    return any(t.office.partition(":")[2] in suffixes for t in registry.offices_on(person, when))


def _leads(registry: Registry, person: str, when: When) -> bool:
    """Whether somebody holds an office whose holder a headline names by surname alone."""
    held = registry.office_on(person, when)
    kinds = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister")
    return held is not None and held.office.endswith(kinds)


def _can_be(tokens: Tokens, part: Part, held: Tenure | None) -> bool:
    """Whether a surname alone can mean the holder of an office.

    Not after a rank or degree that the office is not called by; an ambassador only where the article
    speaks of one.
    """
    if held is None:
        return False
    if part.title is not None:
        words = {text.lower() for text in tokens.texts[part.title[0] : part.title[1]]}
        if words & _RANKS and not words & set(held.title.lower().split()):
            return False
    kind = held.office.partition(":")[2]
    if kind.startswith("ambassador"):
        return bool({"ambassador", "envoy", "embassy"} & {lemma.lower() for lemma in tokens.lemmas})
    return True


def _known_alone(registry: Registry, ids: Sequence[str], when: When, *, guessed: bool) -> Actor | None:
    """The one bearer of a surname who is out of office: a known private person, or one of late.

    Where the date is unknown, whoever ever was in office counts.
    """
    days = as_days(when)
    if days is None:
        left = [i for i in ids if guessed or not registry.tenures_of(i)]
    else:
        year = days[0].year
        left = []
        for i in ids:
            terms = registry.tenures_of(i)
            ends = [t.end.end.year for t in terms if t.end.end is not None and t.end.end < days[0]]
            if not terms or (guessed and ends and year - max(ends) <= _RECENT_YEARS):
                left.append(i)
    return registry.actors[left[0]] if len(left) == 1 == len(ids) else None


def _is_thing(tokens: Tokens, part: Part) -> bool:
    """Whether the last word is a thing or several people: Magnitsky Act, Levant Papers, Chechens."""
    if part.title is not None and len(part.words) == 1:
        return False
    last = part.words[-1].lower()
    plural = tokens.tags[part.last - 1] in ("NNPS", "NNS") and last.endswith("s")
    return last in THINGS or (plural and not is_given(part.words[0]))


def _organised(words: Sequence[str]) -> bool:
    return any(word.lower() in _ORGANISED for word in words)


def _plain(tokens: Tokens, part: Part) -> bool:
    """Whether a single word stands as a noun phrase of its own, not inside a longer name."""
    if tokens.tags[part.first] not in ("NNP", "NNPS"):
        return False
    up = tokens.heads[part.first]
    return tokens.deps[part.first] != "compound" or tokens.lemmas[up].lower() in _GOVERNMENT


def _speaks(tokens: Tokens, part: Part) -> bool:
    head = tokens.head_of(part.first, part.last)
    verb = tokens.heads[head]
    return tokens.deps[head] in ("nsubj", "dobj") and tokens.lemmas[verb] in _SPEECH


def _apposed_role(tokens: Tokens, part: Part) -> bool:
    """Whether a role follows: "X, head of", "X, a professor at", "X, former foreign minister"."""
    i, count = part.last, len(tokens.texts)
    if i >= count or tokens.texts[i] != ",":
        return False
    for j in range(i + 1, min(i + 7, count)):
        if tokens.texts[j] in (",", ".", ";"):
            return False
        lemma = tokens.lemmas[j].lower()
        if is_role(lemma, "office") or is_role(lemma, "profession"):
            return True
    return False
