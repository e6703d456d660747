"""Name parts become persons: of the registry by folded key, else local to the article.

A full name anywhere in the article gives its surname a bearer, before and after it. A surname alone
goes to the bearer named in the article; without one, to the one person of the registry with that
surname who held an office at the date. Nobody is forced onto an entry: another first name is another
person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from detente.document import Parse
from detente.extract.mentions.bearers import (
    OPENING,
    People,
    called_so,
    can_be,
    known_alone,
    leads,
    of_its_time,
    opening,
    titled_bearer,
)
from detente.extract.mentions.bounds import titled_tenure
from detente.extract.mentions.eastern import eastern
from detente.extract.mentions.guess import looks_like_name, persons_among
from detente.extract.mentions.kinds import Judged
from detente.extract.mentions.runs import THINGS, Part
from detente.extract.mentions.told import alias_of, by_their_words, is_listed, labels, own_title
from detente.extract.spans import Span, Tokens
from detente.knowledge.names import fold, fold_word, fold_words, gender_of, is_given, same_name
from detente.knowledge.places import Toponym
from detente.knowledge.registry import Registry
from detente.knowledge.roles import is_role, role_gender
from detente.knowledge.states import states
from detente.records import Actor, When, make_id

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
_PERSON = 0.65
_OTHER = 0.6
_PLACED = frozenset(("in", "at", "near", "from", "the", "around", "outside", "across", "a", "an"))
_NO_ARAB = frozenset((
    "jabhat", "gamaa", "jamaa", "jemaah", "jamaat",
    "ahrar", "ansar", "hayat", "tahrir", "dar", "beit", "bayt", "deir", "ras", "tal",
    "tell", "wadi", "jebel", "jabal", "umm", "bab", "souq", "kafr", "ain", "ayn", "khan", "qasr",
    "shatt", "sharm", "mina", "kitaib", "kataib", "harakat", "jaish", "jaysh", "asaib", "nour",
    "harasat", "majlis", "hizb", "liwa", "failaq", "quwat", "nahr", "burj", "marj", "hosh",
    "port", "camp", "fort", "mount", "abu", "zaatari", "kuweires", "radio", "hezb", "shabab",
    "wilayat", "qalat", "king", "prince",
))  # fmt: skip
"""First words of what has an Arabic name and is nobody: Jabhat al-Nusra, Deir al-Zor."""
_PLAIN = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{2,}$")
_INITIALS = re.compile(r"(?:[A-Z]\.-?){1,3}$")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)$")


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
    ends: dict[int, Span] = {}
    parts = [own_title(tokens, part, registry) for part in parts]
    told, parts = by_their_words(tokens, parts, labels(parse, tokens))
    for part in sorted(parts, key=lambda part: part.quiet):
        span = _alias(tokens, part, ends) or _full_name(parse, tokens, part, registry, when, people)
        if span is None:
            rest.append(part)
        else:
            spans[part.first] = span
            ends[part.last] = span
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
        and not is_listed(tokens, part)
    ]
    guessed = persons_among(tokens, [part for part in likely if not _is_other(part, kinds)])
    guessed |= {fold_word(part.words[-1]) for part in likely if _is_person(part, kinds)}
    guessed |= {fold_word(part.words[-1]) for part in told if part in likely}
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
    for part in rest:
        # Named before the words that make a person of it: a title, the label of a turn.
        known = people.locals.get(fold_words(list(part.words))) if len(part.words) > 1 else None
        if part.first not in spans and known is not None:
            spans[part.first] = Span(
                part.first, part.last, "person", "name", known, "named in full elsewhere", 0.85
            )
    for span in opening(tokens, parts, spans, people):
        spans[span.first] = span
    return [spans[first] for first in sorted(spans)], people


def _alias(tokens: Tokens, part: Part, ends: Mapping[int, Span]) -> Span | None:
    """A second name of somebody, by which the article may go on calling them."""
    actor = alias_of(tokens, part, ends)
    if actor is None:
        return None
    return Span(part.first, part.last, "person", "name", actor, "another name of the one before", 0.9)


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
    opens = before in OPENING or tokens.sents[part.first - 1] != tokens.sents[part.first]
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
        cue = cue or _as_others(tokens, part, registry)
        given = is_given(words[0]) or is_given(words[0].partition("-")[0])
        given = given and not is_listed(tokens, part)
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


def _as_others(tokens: Tokens, part: Part, registry: Registry) -> str:
    """Whether a first name and a surname of people on record make up a name: "Elian Gonzalez".

    Only two plain words that are a noun phrase of their own, not in a place.
    """
    words = part.words
    if not part.quiet and 2 <= len(words) <= 4 and _arabic(words):
        return "al- before a surname"
    if len(words) != 2 or part.quiet or not all(_PLAIN.match(word) for word in words):
        return ""
    known = (registry.has_given(fold_word(words[0])), bool(registry.surnamed(fold_word(words[1]))))
    head = tokens.head_of(part.first, part.last)
    before = tokens.texts[part.first - 1].lower() if part.first else ""
    if not all(known) or tokens.deps[head] in ("compound", "amod", "nmod") or before in _PLACED:
        return ""
    return "words of names on record"


def _arabic(words: Sequence[str]) -> bool:
    """Whether a name ends in al- and a word, as "Musaad al-Aiban": not a front, a village, a house."""
    last = words[-1].lower()
    if not last.startswith(("al-", "el-", "as-", "ash-")) or words[0].lower().startswith(("al", "el")):
        return False
    first = "".join(letter for letter in words[0].lower() if letter.isalpha())
    return first not in _NO_ARAB and len(last) > 5 and not last.endswith(("islamiya", "islam"))


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
        gender = role_gender(title) or (None if eastern(name.split()) else gender_of(name))
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


def _bears(actor: Actor, key: str, sex: str | None) -> bool:
    """Whether a surname is somebody's, where the family name stands first: no "See" is Yun Byung-se."""
    words = actor.name.split()
    syllables = actor.state == "SGP" and len(words) == 3 and all(len(w) < 7 for w in words)
    first = is_family_first(actor) and actor.state != "KHM"
    if (first or syllables) and fold_word(words[0]) != key:
        return False
    return sex is None or actor.gender in (None, sex)


def _sex_of_title(tokens: Tokens, part: Part) -> str | None:
    """The sex that a title says: "Mrs. Obama"."""
    return role_gender(tokens.texts[part.title[1] - 1].lower()) if part.title else None


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
    bearer = titled_bearer(tokens, part, key, registry, when, people)
    form: Literal["title", "surname"] = "title" if part.title else "surname"
    if bearer is not None:
        return Span(
            part.first, part.last, "person", form, bearer, "surname of a full name in the text", 0.95
        )
    ids: Sequence[str] = registry.surnamed(key)
    if not ids:
        ids = [i for i in registry.named(key) if registry.actors[i].kind == "person"]
    before = tokens.texts[part.first - 1].lower() if part.first else ""
    if before == "the" and part.title is None and tokens.deps[part.first] != "compound":
        return None
    in_office = [i for i in ids if can_be(tokens, part, registry.office_on(i, when))]
    sex = _sex_of_title(tokens, part)
    in_office = [i for i in in_office if _bears(registry.actors[i], key, sex)]
    first = people.given.get(key)
    if first is not None and not any(leads(registry, i, when) for i in in_office) and not part.quiet:
        return Span(part.first, part.last, "person", "name", first, "first name of a full name", 0.8)
    if len(in_office) > 1 and part.title is None and not part.quiet:
        in_office = [i for i in in_office if leads(registry, i, when)]
    known_well = part.quiet and any(leads(registry, i, when) for i in in_office)
    if len(in_office) == 1 and (part.title or key in guessed or known_well or _plain(tokens, part)):
        actor = registry.actors[in_office[0]]
        reason = "the one person of that surname in office at the date"
        return Span(part.first, part.last, "person", form, actor, reason, 0.85)
    ids = [
        i
        for i in ids
        if called_so(tokens, part, registry, i)
        and sex in (None, registry.actors[i].gender)
        and _bears(registry.actors[i], key, sex)
    ]
    known = known_alone(registry, ids, when, guessed=key in guessed or part.title is not None)
    if known is not None and (part.title or _plain(tokens, part)):
        reason = "the one person of that surname in the registry"
        return Span(part.first, part.last, "person", form, known, reason, 0.7)
    if part.quiet or _is_thing(tokens, part):
        return None
    if len(ids) > 1 and part.title is None and len(of_its_time(registry, ids, when)) > 1:
        # Two of the registry bear it and nothing says which: nobody is made up.
        return None
    if key in guessed and looks_like_name(part.words) and word.lower() not in _ORGANISED:
        actor = _local(parse, part, word, people, tokens)
        return Span(part.first, part.last, "person", form, actor, "what the article says of it", 0.6)
    if part.title is not None and not _organised_title(tokens, part) and word.lower() not in _ORGANISED:
        actor = _local(parse, part, word, people, tokens)
        return Span(part.first, part.last, "person", form, actor, "surname after a title", 0.6)
    return None


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
