"""What a server is told when it starts."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address

from detente.errors import DetenteError

LOOPBACK = "127.0.0.1"
PORT = 8613
"""Where nobody says another: no service is registered with this number."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one server runs; nothing of it changes while it does."""

    db: str
    """Path or `postgresql://` address of the archive; it must be there."""
    host: str = LOOPBACK
    """Address it listens on."""
    port: int = PORT
    """Port it listens on."""
    names: tuple[str, ...] = ()
    """Names that browsers may call it by, besides its address: `desk.example.org`, with the port where
    it is not the usual one."""
    allow_remote: bool = False
    """Whether it may listen where other machines reach it; then an account is needed."""
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    """What cookies are signed with; another one ends every session."""
    prepare: bool = False
    """Whether templates and the relationships on the desk are made ready when it starts."""
    most_bytes: int = 12 * 1024 * 1024
    """The largest body of a request."""
    most_requests: int = 600
    """Requests that one client may make a minute; static files do not count."""
    most_logins: int = 10
    """Wrong passwords and links from one address a minute."""

    def __post_init__(self) -> None:
        if not is_loopback(self.host) and not self.allow_remote:
            raise DetenteError(
                f"{self.host} can be reached from other machines, and nothing was started",
                "add --allow-remote, or leave --host out",
            )

    @property
    def single(self) -> bool:
        """Whether it serves one person at this machine, who enters by a link instead of a password."""
        return not self.allow_remote

    @property
    def hosts(self) -> frozenset[str]:
        """Return the values of `Host` that are answered; another one is a page of somebody else that
        had its name pointed here (DNS rebinding)."""
        local = ("127.0.0.1", "localhost", "[::1]") if self.single or is_loopback(self.host) else ()
        at = {f"{name}:{self.port}" for name in local}
        if not is_loopback(self.host) and not ip_address(self.host).is_unspecified:
            at.add(f"{_bracketed(self.host)}:{self.port}")
        return frozenset(at) | {name.casefold() for name in self.names}

    @property
    def address(self) -> str:
        """Return the address to open in a browser at this machine."""
        shown = "127.0.0.1" if ip_address(self.host).is_unspecified else self.host
        return f"http://{_bracketed(shown)}:{self.port}"


def is_loopback(host: str) -> bool:
    """Say whether only this machine reaches an address; raises DetenteError for what is no address.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError as error:
        raise DetenteError(f"{host!r} is no address", "write one such as 127.0.0.1") from error


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
