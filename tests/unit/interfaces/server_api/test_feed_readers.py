"""Reader programs know only a name and a password: a key opens feeds and calendars alone."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

import pytest

from detente.interfaces.server.access import is_feed
from detente.userdata import make_token, revoke_token
from tests.unit.interfaces.server_api.serving import Served, served
from tests.unit.query.archives import archive_at

FEEDS = [
    "/r/USA-RUS.atom", "/r/USA-RUS.rss", "/r/USA-RUS.feed.json", "/r/USA-RUS.ics", "/meetings.ics",
    "/statements.atom?state=RUS", "/search.rss?q=Syria", "/articles.feed.json",
]  # fmt: skip
CLOSED = ["/", "/desk.json", "/r/USA-RUS", "/r/USA-RUS.json", "/statements.csv", "/api/v1/statements"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(archive_at(tmp_path_factory.mktemp("readers") / "made.db")) as found:
        yield found


@pytest.fixture(scope="module")
def key(site: Served) -> str:
    with site.app.state.database.write() as conn:
        return make_token(conn, "a reader", "write")[1]


def basic(name: str, password: str) -> dict[str, str]:
    sent = b64encode(f"{name}:{password}".encode()).decode()
    return {"Authorization": f"Basic {sent}"}


@pytest.mark.parametrize("path", FEEDS)
def test_a_key_as_password_opens_a_feed(path: str, site: Served, key: str) -> None:
    answer = site.nobody.get(path, headers=basic("anybody", key))
    assert answer.status_code == 200
    assert answer.content == site.reader.get(path).content


@pytest.mark.parametrize("path", FEEDS)
def test_a_reader_is_asked_for_name_and_password(path: str, site: Served) -> None:
    answer = site.nobody.get(path, follow_redirects=False)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Basic realm=")


@pytest.mark.parametrize("path", CLOSED)
def test_it_opens_nothing_else(path: str, site: Served, key: str) -> None:
    answer = site.nobody.get(path, headers=basic("anybody", key), follow_redirects=False)
    assert answer.status_code in (303, 401)
    assert "Basic" not in answer.headers.get("www-authenticate", "")


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param("Basic", id="nothing"),
        pytest.param("Basic !!!", id="no base64"),
        pytest.param("Basic " + b64encode(b"no colon").decode(), id="no password"),
        pytest.param("Basic " + b64encode(b"a:").decode(), id="empty password"),
        pytest.param("Basic " + b64encode(b"a:\xff\xfe").decode(), id="no text"),
        pytest.param("Basic " + b64encode(b"a:dtnt_wrong").decode(), id="wrong key"),
        pytest.param("Digest username=a", id="another scheme"),
    ],
)
def test_what_is_no_key_opens_nothing(sent: str, site: Served) -> None:
    answer = site.nobody.get(FEEDS[0], headers={"Authorization": sent}, follow_redirects=False)
    assert answer.status_code == 401


def test_a_key_as_name_opens_nothing(site: Served, key: str) -> None:
    assert site.nobody.get(FEEDS[0], headers=basic(key, "")).status_code == 401


def test_a_key_in_the_address_opens_nothing(site: Served, key: str) -> None:
    for name in ("key", "token", "access_token"):
        answer = site.nobody.get("/r/USA-RUS.atom", params={name: key}, follow_redirects=False)
        assert answer.status_code in (401, 422)


def test_a_revoked_key_opens_no_feed(site: Served) -> None:
    with site.app.state.database.write() as conn:
        token, key = make_token(conn, "another", "read")
    assert site.nobody.get(FEEDS[0], headers=basic("a", key)).status_code == 200
    with site.app.state.database.write() as conn:
        revoke_token(conn, token.id)
    assert site.nobody.get(FEEDS[0], headers=basic("a", key)).status_code == 401


@pytest.mark.parametrize(
    ("path", "feed"),
    [
        ("/r/USA-RUS.atom", True), ("/r/USA-RUS.rss", True), ("/x.feed.json", True),
        ("/meetings.ics", True), ("/meetings.json", False), ("/meetings.csv", False),
        ("/api/v1/meetings", False), ("/", False), ("/a.atom/raw", False),
    ],
)  # fmt: skip
def test_which_paths_are_feeds(path: str, feed: bool) -> None:
    assert is_feed(path) is feed
