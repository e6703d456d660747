"""Which addresses may be asked, and that the connection goes to the address that was checked."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator

import pytest

from detente.collect.fetching import Fetcher
from detente.collect.guard import Guard, NoAnswer, is_public, transport
from detente.errors import FetchError
from tests.unit.collect.site import Answer, Clock, Site, resolver

PUBLIC = ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
PRIVATE = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "2001:0:53aa:64c:0:0:80ff:fffe",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "ff02::1",
    "2001:db8::1",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
    assert Guard(lambda host: [address]).pinned("post.example") == address


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))
    with pytest.raises(FetchError, match="not public"):
        Guard(lambda host: [address]).pinned("post.example")


def test_one_address_that_is_not_public_is_enough() -> None:
    with pytest.raises(FetchError, match="not public"):
        Guard(lambda host: ["1.1.1.1", "10.0.0.1"]).pinned("post.example")


REFUSED = [
    ("ftp://post.example/x", "only http"),
    ("file:///etc/passwd", "only http"),
    ("gopher://post.example/", "only http"),
    ("javascript:alert(1)", "only http"),
    ("//post.example/x", "only http"),
    ("post.example/x", "only http"),
    ("http://user@post.example/", "user name"),
    ("http://user:hunter2@post.example/", "user name"),
    ("http://post.example:22/", "port 22"),
    ("http://post.example:443/", "port 443"),
    ("https://post.example:80/", "port 80"),
    ("https://post.example:8443/", "port 8443"),
    ("http://post.example:99999/", "not an address"),
    ("http://", "not an address"),
    ("http:///x", "not an address"),
    ("http://post.example/a b", "not an address"),
    ("http://post.example\\@10.0.0.1/", "user name"),
    ("http://post.example/\r\nX: y", "not an address"),
    ("http://[::1/", "not an address"),
    ("http://127.0.0.1/", "not public"),
    ("http://2130706433/", "not public"),
    ("http://0x7f000001/", "not public"),
    ("http://0177.0.0.1/", "not public"),
    ("http://127.1/", "not public"),
    ("http://[::1]/", "not public"),
    ("http://[::ffff:7f00:1]/", "not public"),
    ("http://169.254.169.254/latest", "not public"),
    ("http://999.999.999.999/", "not public"),
]


@pytest.mark.parametrize(("url", "why"), REFUSED, ids=[url for url, _ in REFUSED])
def test_addresses_that_are_refused(url: str, why: str) -> None:
    asked: list[str] = []

    def never(host: str) -> list[str]:
        asked.append(host)
        return ["1.1.1.1"]

    with pytest.raises(FetchError, match=why) as caught:
        Guard(never).check_url(url)
    assert asked == []
    assert "hunter2" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://post.example/a#part", "https://post.example/a"),
        (" http://post.example:80/a?b=c ", "http://post.example:80/a?b=c"),
        ("HTTPS://post.example/a", "https://post.example/a"),
        ("http://1.1.1.1/", "http://1.1.1.1/"),
    ],
)
def test_addresses_that_are_not_refused(url: str, kept: str) -> None:
    assert Guard(lambda host: []).check_url(url) == kept


def test_this_machine_only_by_a_flag() -> None:
    with pytest.raises(FetchError):
        Guard(resolver).pinned("post.example")
    assert Guard(resolver, loopback=True).pinned("post.example") == "127.0.0.1"
    with pytest.raises(FetchError):  # the flag is for this machine, not for its neighbours
        Guard(lambda host: ["10.0.0.1"], loopback=True).pinned("post.example")


@pytest.mark.parametrize("found", [[], OSError("no"), UnicodeError("label too long")], ids=str)
def test_names_that_do_not_resolve(found: list[str] | Exception) -> None:
    def resolve(host: str) -> list[str]:
        if isinstance(found, Exception):
            raise found
        return found

    with pytest.raises(NoAnswer, match="does not resolve"):
        Guard(resolve).pinned("post.example")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    made = Site(Clock())
    yield made
    made.close()


def test_a_name_is_resolved_once_and_the_connection_goes_there(site: Site) -> None:
    """A resolver that answers differently the second time (DNS rebinding) gets no second time."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    asked: list[str] = []

    def rebinding(host: str) -> list[str]:
        asked.append(host)
        return next(answers)

    url = site.on("/fish", Answer(body=b"<p>Fish</p>"))
    with Fetcher(Guard(rebinding, loopback=True), "test") as fetcher:
        assert fetcher.get(url).body == b"<p>Fish</p>"
    assert asked == ["post.example"]


def test_the_host_header_keeps_the_name(site: Site) -> None:
    url = site.on("/fish", Answer(body=b"x"), "sudia.example")
    with Fetcher(Guard(resolver, loopback=True), "test") as fetcher:
        fetcher.get(url)
    assert site.log[-1].host == "sudia.example"


def test_no_proxy_of_the_environment(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://10.0.0.1:3128")
    monkeypatch.setenv("NO_PROXY", "")
    url = site.on("/fish", Answer(body=b"x"))
    with Fetcher(Guard(resolver, loopback=True), "test") as fetcher:
        assert fetcher.get(url).status == 200


def test_the_pool_that_is_replaced_is_still_there() -> None:
    """`httpx.HTTPTransport` keeps its connections in `_pool`; we put one there that is guarded."""
    import httpcore
    import httpx

    assert isinstance(httpx.HTTPTransport(trust_env=False)._pool, httpcore.ConnectionPool)
    made = transport(Guard())
    assert type(made._pool._network_backend).__name__ == "Backend"


def test_no_socket_of_this_machine() -> None:
    backend = transport(Guard())._pool._network_backend
    with pytest.raises(FetchError):
        backend.connect_unix_socket("/run/docker.sock")


def test_a_redirect_is_an_answer_and_not_followed(site: Site) -> None:
    url = site.on("/go", Answer(302, {"Location": "http://10.0.0.1/"}))
    with Fetcher(Guard(resolver, loopback=True), "test") as fetcher:
        answer = fetcher.get(url)
    assert (answer.status, answer.header("location")) == (302, "http://10.0.0.1/")
