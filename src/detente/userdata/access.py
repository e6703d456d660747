"""Who may enter from another machine, and keys for programs: accounts and tokens of one archive.

Passwords are kept as salted scrypt hashes (RFC 7914), keys as their SHA-256: a key is 256 random bits,
so that nothing slower is needed.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import scrypt, sha256
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.store import kept

Scope = Literal["read", "write"]
"""What a key or an account may do; who may write may read."""
PREFIX = "dtnt_"
"""How every key begins, so that one is known where it should not be."""
SHORTEST = 10
"""Characters of a password."""
_COST, _BLOCK, _MEMORY = 2**15, 8, 64 * 1024 * 1024
"""N and r of scrypt: 32 MiB and some tenths of a second for each guess."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may log in."""

    name: str
    """The name they log in with."""
    scope: Scope
    """What they may do."""
    made: str
    """When it was made, UTC, as ISO text."""


@dataclass(frozen=True, slots=True)
class Token:
    """A key of a program; the key itself is shown once, when it is made, and kept nowhere."""

    id: str
    """Under which it is listed and revoked: eight digits."""
    label: str
    """What it is for, in the words of who made it."""
    scope: Scope
    """What it may do."""
    made: str
    """When it was made, UTC, as ISO text."""


def accounts(conn: Connection) -> list[Account]:
    """Return who may log in, by name."""
    table = kept.account
    rows = conn.execute(sa.select(table.c.name, table.c.scope, table.c.made).order_by(table.c.name))
    return [Account(row.name, row.scope, row.made) for row in rows]


def account_of(conn: Connection, name: str) -> Account | None:
    """Return the account of this name; None when there is none (any more)."""
    table = kept.account.c
    row = conn.execute(
        sa.select(table.name, table.scope, table.made).where(table.name == name)
    ).one_or_none()
    return Account(row.name, row.scope, row.made) if row else None


def put_account(conn: Connection, name: str, password: str, scope: Scope = "write") -> Account:
    """Make an account, or give one another password and scope.

    Raises UnknownName for an empty name and for a password of fewer than ten characters.
    """
    name = name.strip()
    if not name or len(name) > 80 or not name.isprintable():
        raise UnknownName(f"{name!r} cannot be the name of an account", "write one to eighty letters")
    if len(password) < SHORTEST:
        raise UnknownName("the password is too short", f"it needs {SHORTEST} characters at least")
    remove_account(conn, name)
    made = _now()
    row = {"name": name, "secret": _hashed(password), "scope": scope, "made": made}
    conn.execute(sa.insert(kept.account), [row])
    return Account(name, scope, made)


def remove_account(conn: Connection, name: str) -> bool:
    """Delete an account; say whether there was one."""
    return bool(conn.execute(sa.delete(kept.account).where(kept.account.c.name == name)).rowcount)


def check_account(conn: Connection, name: str, password: str) -> Account | None:
    """Return the account that a name and password open; None when either is wrong.

    A name that nobody has takes as long as one that somebody has.
    """
    table = kept.account
    row = conn.execute(sa.select(table).where(table.c.name == name)).one_or_none()
    if not _is_right(password, row.secret if row else _NOBODY) or row is None:
        return None
    return Account(row.name, row.scope, row.made)


def make_token(conn: Connection, label: str, scope: Scope) -> tuple[Token, str]:
    """Make a key and return it with what is kept of it; the key cannot be had again."""
    key = PREFIX + secrets.token_urlsafe(32)
    made = Token(secrets.token_hex(4), " ".join(label.split()), scope, _now())
    row = {
        "id": made.id,
        "digest": _digest(key),
        "label": made.label,
        "scope": scope,
        "made": made.made,
    }
    conn.execute(sa.insert(kept.token), [row])
    return made, key


def token_of(conn: Connection, key: str) -> Token | None:
    """Return the token of a key; None when it was never given or is revoked."""
    table = kept.token
    row = conn.execute(sa.select(table).where(table.c.digest == _digest(key))).one_or_none()
    return Token(row.id, row.label, row.scope, row.made) if row else None


def tokens(conn: Connection) -> list[Token]:
    """Return all tokens in the order in which they were made."""
    table = kept.token
    rows = conn.execute(sa.select(table).order_by(table.c.made, table.c.id))
    return [Token(row.id, row.label, row.scope, row.made) for row in rows]


def revoke_token(conn: Connection, id: str) -> bool:
    """Delete a token by its id; say whether there was one."""
    return bool(conn.execute(sa.delete(kept.token).where(kept.token.c.id == id)).rowcount)


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def _hashed(password: str) -> str:
    salt = secrets.token_bytes(16)
    return f"{b64encode(salt).decode()}${b64encode(_scrypt(password, salt)).decode()}"


def _is_right(password: str, kept_as: str) -> bool:
    salt, _, found = kept_as.partition("$")
    return hmac.compare_digest(_scrypt(password, b64decode(salt)), b64decode(found))


def _scrypt(password: str, salt: bytes) -> bytes:
    return scrypt(password.encode(), salt=salt, n=_COST, r=_BLOCK, p=1, maxmem=_MEMORY, dklen=32)


_NOBODY = f"{b64encode(bytes(16)).decode()}${b64encode(bytes(32)).decode()}"
"""A hash that no password has."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
