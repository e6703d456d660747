"""Which addresses may be asked: public hosts, http and https, their own ports, no password in the URL.

A feed or page is written by strangers and may name `http://169.254.169.254/` or a printer. So a host is
resolved once, every address that it resolves to must be public, and the connection is made to the
address that was checked: a second look-up could answer differently (DNS rebinding). The transport does
this for every connection, and so for every hop of a redirect.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from detente.errors import FetchError, MissingExtra

if TYPE_CHECKING:
    import httpx

Resolver = Callable[[str], Iterable[str]]
"""Host name to its addresses, as text."""
PORTS = {"http": 80, "https": 443}
_SHARED = ipaddress.ip_network("100.64.0.0/10")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.ip_network("2002::/16")


def resolve(host: str) -> list[str]:
    """Return the addresses that the system's resolver knows for a host. Raises OSError."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class NoAnswer(FetchError):
    """Nothing came back: the name does not resolve, or nobody answers in time."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be asked."""

    resolver: Resolver = resolve
    """Host name to addresses."""
    loopback: bool = False
    """Whether this machine itself may be asked, on any port: for tests alone."""

    def check_url(self, url: str) -> str:
        """Return an address without its fragment, once it may be asked as far as its text shows.

        Raises FetchError for another scheme or port, a user name or password, and a host that is none.
        """
        try:
            parts = urlsplit(url.strip())
            port = parts.port
            host = parts.hostname or ""
        except ValueError as error:
            raise FetchError(f"{_short(url)}: not an address ({error})", "check it") from error
        scheme = parts.scheme.lower()
        if scheme not in PORTS:
            raise FetchError(
                f"{_short(url)}: only http and https are fetched", "save the page and add the file"
            )
        if "@" in parts.netloc:
            raise FetchError(
                f"{_short(url)}: a user name or password in the address", "give it without"
            )
        if not host or re.search(r"[\s\x00-\x20\\<>\"']", url.strip()):
            raise FetchError(f"{_short(url)}: not an address", "check it")
        if not self.loopback and port not in (None, PORTS[scheme]):
            raise FetchError(
                f"{_short(url)}: port {port}; only 80 and 443 are asked", "give another address"
            )
        literal = _ip(host)
        if literal is not None:
            self.check_ip(str(literal), host)
        return parts._replace(fragment="").geturl()

    def check_ip(self, address: str, host: str) -> str:
        """Return an address of the network when it may be connected to. Raises FetchError."""
        ip = _ip(address)
        if ip is not None and is_public(ip):
            return address
        if ip is not None and self.loopback and ip.is_loopback:
            return address
        raise FetchError(
            f"{host}: its address {address} is not public", "only public sites are fetched"
        )

    def pinned(self, host: str) -> str:
        """Return the one address to connect to for a host.

        Raises FetchError where the name does not resolve, and where any address of it is not public.
        """
        literal = _ip(host)
        try:
            found = [str(literal)] if literal is not None else list(self.resolver(host))
        except (OSError, UnicodeError) as error:
            raise NoAnswer(f"{host}: the name does not resolve", "check it, or try later") from error
        if not found:
            raise NoAnswer(f"{host}: the name does not resolve", "check it, or try later")
        checked = [self.check_ip(address, host) for address in found]
        return checked[0]


def is_public(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Say whether an address belongs to the public network, also behind IPv6's ways to write IPv4.

    >>> is_public(ipaddress.ip_address("::ffff:127.0.0.1")), is_public(ipaddress.ip_address("1.1.1.1"))
    (False, True)
    """
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is None and ip.teredo:
            return False
        if inner is not None:
            return is_public(inner)
    elif ip in _SHARED:
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the address that a host is, also as resolvers take it (`2130706433`, `0x7f.1`)."""
    bare = host.strip("[]").split("%")[0]
    try:
        return ipaddress.ip_address(bare)
    except ValueError:
        pass
    if re.fullmatch(r"(?:0[xX][0-9a-fA-F]+|\d+)(?:\.(?:0[xX][0-9a-fA-F]+|\d+)){0,3}\.?", bare):
        try:
            return ipaddress.IPv4Address(socket.inet_aton(bare.rstrip(".")))
        except OSError:
            return ipaddress.IPv4Address(0)
    return None


def _short(url: str) -> str:
    shown = "".join(char if char.isprintable() else "?" for char in url)
    return re.sub(r"//[^/@]*@", "//***@", shown)[:200]


def transport(guard: Guard) -> httpx.HTTPTransport:
    """Return a transport whose every connection goes to an address that the guard checked.

    It takes no proxy and no certificate from the environment. Raises `MissingExtra` without httpx.
    """
    try:
        import httpcore
        import httpx
    except ImportError as error:
        raise MissingExtra("no `httpx` to fetch with", "`pip install 'detente[intake]'`") from error

    class Backend(httpcore.NetworkBackend):
        """Connects to the pinned address; TLS and the Host header keep the name."""

        def __init__(self) -> None:
            self._inner = httpcore.SyncBackend()

        def connect_tcp(self, host: str, port: int, *args: Any, **more: Any) -> Any:
            return self._inner.connect_tcp(guard.pinned(host), port, *args, **more)

        def connect_unix_socket(self, *_: Any, **__: Any) -> Any:
            raise FetchError("a socket of this machine", "give an address of the web")

        def sleep(self, seconds: float) -> None:
            self._inner.sleep(seconds)

    made = httpx.HTTPTransport(trust_env=False, retries=0)
    made._pool = httpcore.ConnectionPool(
        ssl_context=httpx.create_ssl_context(trust_env=False),
        max_connections=10,
        max_keepalive_connections=5,
        keepalive_expiry=30.0,
        network_backend=Backend(),
    )
    return made
