"""Who may do what: a one-time link at this machine, accounts from others, keys for programs.

The person who starts a server on their own machine gets a link that works once and sets a signed
cookie. From other machines one logs in with an account of the archive. Programs send a key as
`Authorization: Bearer`; reader programs, which mostly know only name and password, send it as the
password of Basic credentials, for feeds and calendars alone and to read. Writes by cookie need the
CSRF token of the session too: a form field `csrf` or the header `X-CSRF-Token`.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import b64decode
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from fastapi import Request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from detente.interfaces.server.guards import Buckets
from detente.interfaces.server.settings import Settings
from detente.store import Database
from detente.userdata import Scope, account_of, accounts, check_account, token_of

LASTS = 30 * 24 * 3600
"""Seconds that a session lasts."""
CSRF_FIELD, CSRF_HEADER = "csrf", "X-CSRF-Token"


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a request comes from."""

    name: str
    """Name of the account, label of the key; empty for the person at this machine."""
    scope: Scope
    """What they may do."""
    by: Literal["link", "account", "token"]
    """How they came in."""
    session: str = ""
    """What the session's CSRF token is made of; empty for keys."""


class NotLetIn(Exception):
    """A request of nobody we know (401), or of somebody who may not do this (403)."""

    def __init__(self, status: Literal[401, 403], detail: str) -> None:
        self.status = status
        self.detail = detail
        super().__init__(detail)


class Access:
    """The door of one server: links that are still good, and what cookies are signed with."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database
        self._signer = URLSafeTimedSerializer(settings.secret, salt="detente session")
        self._links: set[str] = set()
        self.tries = Buckets(settings.most_logins)
        self.cookie = f"detente_{settings.port}"

    def link(self) -> str:
        """Return an address that lets in whoever opens it first; only at this machine."""
        key = secrets.token_urlsafe(32)
        self._links.add(_digest(key))
        return f"{self._settings.address}/enter?key={key}"

    def enter(self, key: str, response: Response) -> bool:
        """Let somebody in by a link, and make the link useless; say whether it was good."""
        if not self._settings.single or _digest(key) not in self._links:
            return False
        self._links.discard(_digest(key))
        self._set(response, "")
        return True

    def log_in(self, name: str, password: str, response: Response) -> bool:
        """Let somebody in by an account; say whether name and password were right."""
        with self._database.read() as conn:
            account = check_account(conn, name, password)
        if account is None:
            return False
        self._set(response, account.name)
        return True

    def has_accounts(self) -> bool:
        """Say whether anybody could log in."""
        with self._database.read() as conn:
            return bool(accounts(conn))

    def leave(self, response: Response) -> None:
        """End the session of a browser."""
        response.delete_cookie(self.cookie, path="/", httponly=True, samesite="lax")

    def _set(self, response: Response, name: str) -> None:
        value = self._signer.dumps({"name": name, "session": secrets.token_urlsafe(16)})
        response.set_cookie(self.cookie, value, max_age=LASTS, path="/", httponly=True, samesite="lax")

    def who(self, request: Request) -> Who | None:
        """Return whom a request comes from; None for nobody we know.

        A key that is sent decides, even when it is wrong: no cookie helps it.
        """
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        if scheme.casefold() == "bearer":
            return self._of_key(key.strip())
        if scheme.casefold() == "basic" and is_feed(request.url.path):
            found = self._of_key(_password(key))
            return replace(found, scope="read") if found else None
        return self._of_cookie(request.cookies.get(self.cookie, ""))

    def _of_key(self, key: str) -> Who | None:
        with self._database.read() as conn:
            token = token_of(conn, key)
        return Who(token.label, token.scope, "token") if token else None

    def _of_cookie(self, value: str) -> Who | None:
        try:
            found = self._signer.loads(value, max_age=LASTS)
        except BadSignature:
            return None
        name, session = found["name"], found["session"]
        if not name:
            return Who("", "write", "link", session) if self._settings.single else None
        with self._database.read() as conn:
            account = account_of(conn, name)
        return Who(account.name, account.scope, "account", session) if account else None

    def csrf(self, who: Who) -> str:
        """Return the token that a write of a session must carry."""
        key = self._settings.secret.encode()
        return hmac.new(key, f"csrf {who.session}".encode(), sha256).hexdigest()

    def right_csrf(self, who: Who, sent: str) -> bool:
        """Say whether a write of a session carries its token."""
        return hmac.compare_digest(self.csrf(who).encode(), sent.encode())


def reader(request: Request) -> Who:
    """Give whom a request comes from; raises NotLetIn for nobody."""
    access: Access = request.app.state.access
    if found := access.who(request):
        request.state.who = found
        return found
    raise NotLetIn(401, "nobody is logged in, and no valid key was sent")


async def writer(request: Request) -> Who:
    """Give whom a request comes from who may write; raises NotLetIn where they may not."""
    access: Access = request.app.state.access
    who = await run_in_threadpool(reader, request)
    if who.scope != "write":
        raise NotLetIn(403, "this key or account may only read")
    if who.by != "token" and not access.right_csrf(who, await _sent_csrf(request)):
        raise NotLetIn(403, "the form is out of date; load the page again")
    return who


async def _sent_csrf(request: Request) -> str:
    if sent := request.headers.get(CSRF_HEADER):
        return sent
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        found = (await request.form()).get(CSRF_FIELD)
        return found if isinstance(found, str) else ""
    return ""


def is_feed(path: str) -> bool:
    """Say whether a path is that of a feed or calendar, which programs fetch that know no bearer keys.

    >>> is_feed("/r/USA-RUS.atom"), is_feed("/meetings.ics"), is_feed("/r/USA-RUS")
    (True, True, False)
    """
    return path.endswith((".atom", ".rss", ".feed.json", ".ics"))


def _password(sent: str) -> str:
    """Return the password of Basic credentials (RFC 7617); empty for what are none."""
    try:
        plain = b64decode(sent.strip(), validate=True).decode("utf-8")
    except ValueError:
        return ""
    return plain.partition(":")[2]


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()
