"""What a reader types becomes ids: a state, an actor, an issue, an article. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.knowledge.registry import Registry
from detente.knowledge.states import states
from detente.query.desk import Reference
from detente.query.refs import parse_ref
from detente.records import Actor
from detente.store import same_as, tables
from detente.store.calling import called_nearly, called_so, plain_name, surname
from detente.store.entries import heading

_NEAR = 4
_MANY = 100
_ARTICLES = ("the", "le", "la", "el", "der", "die", "das", "il")
_TOLD_IN = ("article", "statement", "meeting", "position", "forecast", "event")


def state_code(text: str) -> str:
    """Return the ISO 3166-1 alpha-3 code of a state, given as code or by one of its names.

    >>> state_code("rus"), state_code("Russia"), state_code("U.S.")
    ('RUS', 'RUS', 'USA')

    Raises UnknownName with the nearest names. A state that is no more is found by its code or name.
    """
    known = states()
    if text.upper() in known:
        return text.upper()
    named: dict[str, str] = {}
    for code, state in known.items():
        for form in (state.name, *state.forms):
            named.setdefault(_plain(form), code)
    if found := named.get(_plain(text)):
        return found
    codes = [code for code in known if len(text) > 1 and code.startswith(text.upper())]
    codes = codes or [named[name] for name in _near(_plain(text), named)]
    near = [f"{known[code].name} ({code})" for code in codes[:_NEAR]]
    raise _unknown(f"no state {text!r}", near, "write its name or its ISO code, such as USA")


def issue_id(text: str, reference: Reference) -> str:
    """Return the id of an issue, given as `issue:syria`, `syria` or by its name.

    Raises UnknownName with the nearest issues.
    """
    key = f"issue:{_plain(text).removeprefix('issue:').replace(' ', '-')}"
    if key in reference.issues:
        return key
    named = {_plain(name): issue for issue, name in reference.issues.items()}
    if found := named.get(_plain(text)):
        return found
    keys = {issue.removeprefix("issue:"): issue for issue in reference.issues}
    if holding := [key for key in sorted(keys) if key.startswith(_plain(text).replace(" ", "-"))]:
        raise _unknown(f"no issue {text!r}", holding[:_NEAR], "")
    near = _near(_plain(text).replace(" ", "-"), keys) or _near(_plain(text), named)
    raise _unknown(f"no issue {text!r}", near, "`detente positions` lists issues of the archive")


def actor_ids(text: str, registry: Registry, conn: Connection | None = None) -> tuple[str, ...]:
    """Return the ids of the actors that an id, a full name in any spelling, or a surname stands for.

    With a connection, people whom only articles of that archive know are found too; somebody whom two
    articles know has an id from each. Of several people of the registry who are called so, those are
    meant whom the archive speaks of. Raises UnknownName with the nearest names, and when the name is
    still that of several.
    """
    shown = same_as(conn, (text,)) if conn is not None else (text,)
    if text in registry.actors or len(shown) > 1 or (conn is not None and _is_local(conn, text)):
        return shown
    known = registry.find(text)
    if len(known) > 1 and conn is not None:
        known = tuple(_spoken_of(conn, known)) or known
    if len(known) > 1:
        raise UnknownName(
            f"{text!r} is the name of {len(known)}: {', '.join(sorted(actor.name for actor in known))}",
            "write the full name",
        )
    found = [actor.id for actor in known]
    if conn is not None:
        found += called_so(conn, text)
    if found:
        return same_as(conn, found) if conn is not None else tuple(dict.fromkeys(found))
    wanted = plain_name(text)
    names = {plain_name(actor.name): actor.name for actor in registry.actors.values()}
    names |= {word: word.title() for word in (called_nearly(conn, text) if conn is not None else ())}
    surnames = {surname(name): name for name in names.values()}
    near = [names[name] for name in _near(wanted, names)]
    near = near or [surnames[name] for name in _near(wanted, surnames)]
    raise _unknown(f"nobody called {text!r}", near, "write a full name, a surname or an id")


def names_taken(text: str, ids: Sequence[str], registry: Registry) -> str:
    """Return the names of the actors of the registry that a text was taken for, written otherwise.

    "" where the text is an id, or where it is one of the names, or their words, of each: "Kerry" is no
    guess for John Kerry, "Kery" is one.
    """
    wanted = plain_name(text).split()
    actors = [registry.actors[one] for one in ids if one in registry.actors and one != text]
    for actor in actors:
        names = (actor.name, *(form.text for form in registry.forms_of(actor.id)))
        words = {word for name in names for word in plain_name(name).split()}
        if words.issuperset(wanted):
            return ""
    return ", ".join(sorted(actor.name for actor in actors))


def _spoken_of(conn: Connection, actors: Sequence[Actor]) -> list[Actor]:
    """Return those of some actors who take part in any row of the archive."""
    query = sa.select(heading.c.value).where(
        heading.c.kind.in_(_TOLD_IN),
        heading.c.field == "actor",
        heading.c.value.in_([actor.id for actor in actors]),
    )
    told = set(conn.scalars(query))
    return [actor for actor in actors if actor.id in told]


def outlets_called(conn: Connection, text: str, kinds: Sequence[str]) -> tuple[str, ...]:
    """Return the outlets that a name stands for, in lower case: the whole name, with or without its
    article, else every outlet with these words in its name.

    Raises UnknownName with some outlets of the archive where none is called so.
    """
    wanted = _outlet(text)
    value = heading.c.value
    some = sa.select(value).where(heading.c.kind.in_(kinds), heading.c.field == "outlet").distinct()
    whole = (text.casefold(), wanted, *(f"{article} {wanted}" for article in _ARTICLES))
    if found := sorted(conn.scalars(some.where(value.in_(whole)))):
        return tuple(found)
    every = sorted(conn.scalars(some))
    if found := [name for name in every if f" {wanted} " in f" {_outlet(name)} "]:
        return tuple(found)
    near = _near(wanted, every) or every[:_NEAR]
    raise _unknown(f"no outlet {text!r}", near, "no article of the archive names its outlet")


def _outlet(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _is_local(conn: Connection, text: str) -> bool:
    actor = tables.actor.c.id
    return conn.scalar(sa.select(actor).where(actor == text)) is not None


def article_id(conn: Connection, text: str) -> str:
    """Return the id of the article that a short id, a reference or a full id names.

    Raises UnknownName when there is none, and when the prefix is that of several.
    """
    parsed = parse_ref(text)
    prefix = parsed[0] if parsed else text
    found = list(conn.scalars(beginning(tables.article.c.id, f"article:{prefix}").limit(_MANY)))
    if parsed and len(found) == 1:
        return str(found[0])
    if parsed and found:
        raise UnknownName(
            f"{text!r} is the beginning of {_how_many(found)} articles: "
            f"{', '.join(sorted(found)[:_NEAR])}",
            "write more digits",
        )
    raise UnknownName(f"no article {text!r} in the archive", "`detente show` without an id lists them")


def beginning(column: sa.ColumnElement[str], prefix: str) -> sa.Select[Any]:
    """Return the selection of the ids that begin so, by their index; their digits come before "g"."""
    return sa.select(column).where(column >= prefix, column < prefix + "g")


def _how_many(found: Sequence[str]) -> str:
    return str(len(found)) if len(found) < _MANY else f"at least {len(found)}"


def _plain(text: str) -> str:
    return " ".join(text.replace(".", "").replace("-", " ").casefold().split())


def _near(text: str, names: Iterable[str]) -> list[str]:
    return get_close_matches(text, list(names), _NEAR, 0.7)


def _unknown(what: str, near: list[str], remedy: str) -> UnknownName:
    return UnknownName(what, f"near it: {', '.join(near)}" if near else remedy)
