"""`detente fetch`, `watch` and `add` on formats of every kind, from outside."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.collect import Guard
from detente.interfaces.cli import collecting
from tests.unit.collect.site import Answer, Clock, Site, resolver
from tests.unit.interfaces.factories import data, run
from tests.unit.read.samples import OPML, PAGE, SAMPLES, SITEMAP, rss

CONTACT = ["--contact", "desk@example.org"]


@pytest.fixture(scope="module")
def running() -> Iterator[Site]:
    made = Site(Clock())
    yield made
    made.close()


@pytest.fixture
def site(running: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    running.log.clear()
    running.scripts.clear()
    running.times.clear()
    monkeypatch.setattr(collecting, "GUARD", Guard(resolver, loopback=True))
    monkeypatch.setattr(collecting, "SPACING", 0.0)
    monkeypatch.delenv("DETENTE_CONTACT", raising=False)
    return running


def feed(site: Site) -> str:
    item = f"<title>Fish</title><link>{site.on('/fish', Answer(body=PAGE))}</link>"
    return site.on("/feed", Answer(headers={"Content-Type": "application/rss+xml"}, body=rss(item)))


def test_fetch_a_page(site: Site, tmp_path: Path) -> None:
    db = tmp_path / "desk.db"
    result = run("fetch", site.on("/fish", Answer(body=PAGE)), *CONTACT, "--db", db)
    assert result.exit_code == 0, result.stderr
    assert "2 requests: 1 article added" in result.stderr
    assert "1 article built" in result.stderr
    assert len(data("show", "--db", db)) == 1
    assert [path.suffix for path in sorted((tmp_path / "desk-web").iterdir())] == [".jsonl", ".gz"]
    assert re.fullmatch(
        r"detente/\d+\.\d+\.\d+ \(\+desk@example\.org\)", site.log[0].headers["User-Agent"]
    )


def test_what_was_fetched_makes_the_archive_again(site: Site, tmp_path: Path) -> None:
    web = tmp_path / "web"
    run("fetch", feed(site), *CONTACT, "--no-build", "--folder", web, "--db", tmp_path / "a.db")
    result = run("add", web, "--no-build", "--db", tmp_path / "b.db")
    assert "1 article added" in result.stderr
    first, second = (data("show", "--db", tmp_path / name) for name in ("a.db", "b.db"))
    assert [row["title"] for row in first] == [row["title"] for row in second]


def test_fetching_twice_adds_nothing(site: Site, tmp_path: Path) -> None:
    args = ["fetch", feed(site), *CONTACT, "--no-build", "--db", str(tmp_path / "a.db")]
    assert "1 article added" in run(*args).stderr
    again = run(*args)
    assert again.exit_code == 0
    assert "0 articles added, 0 there already, 1 unchanged" in again.stderr
    assert site.paths().count("/fish") == 1


def test_a_file_that_lists_addresses(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"# mine\n{site.on('/fish', Answer(body=PAGE))}\n{site.url('/none')}\n")
    result = run("fetch", path, *CONTACT, "--no-build", "--db", tmp_path / "a.db")
    assert result.exit_code == 1
    assert "1 article added" in result.stderr
    assert "the server answered 404" in result.stderr


BAD = [
    (["http://10.0.0.1/"], "not public"),
    (["file:///etc/passwd"], "only http"),
    (["/nowhere/list.opml"], "no such file"),
    (["http://user:hunter2@post.example/"], "user name"),
]


@pytest.mark.parametrize(("what", "why"), BAD, ids=[what[0] for what, _ in BAD])
def test_what_cannot_be_fetched(site: Site, tmp_path: Path, what: list[str], why: str) -> None:
    result = run("fetch", *what, *CONTACT, "--no-build", "--db", tmp_path / "a.db")
    assert result.exit_code == 1
    assert why in result.stderr
    assert "hunter2" not in result.stderr
    assert site.log == []


def test_somebody_must_ask(site: Site, tmp_path: Path) -> None:
    result = run("fetch", site.url("/fish"), "--db", tmp_path / "a.db")
    assert result.exit_code == 1
    assert "DETENTE_CONTACT" in result.stderr
    assert site.log == []
    env = {"DETENTE_CONTACT": "desk@example.org"}
    site.on("/fish", Answer(body=PAGE))
    args = ["fetch", site.url("/fish"), "--no-build", "--db", str(tmp_path / "a.db")]
    assert run(*args, env=env).exit_code == 0


def test_what_failed_is_named_by_doctor(site: Site, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    run("fetch", site.on("/fish", Answer(body=b"")), *CONTACT, "--no-build", "--db", db)
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    run("add", tmp_path / "bad.txt", "--no-build", "--db", db)
    checks = {check["name"]: check for check in data("doctor", "--db", db)["checks"]}
    assert checks["inputs"]["ok"]
    assert "bad.txt" in checks["inputs"]["detail"]


def test_watch_says_how_things_stand(site: Site, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    result = run("watch", feed(site), *CONTACT, "--rounds", "1", "--db", db)
    assert result.exit_code == 0, result.stderr
    line = next(line for line in result.stderr.splitlines() if "watching" in line)
    assert re.fullmatch(
        r"\d\d:\d\d watching 1 address: 3 requests, 1 article new, 0 unchanged, 0 failed; "
        r"next at \d\d \w{3} \d\d:\d\d",
        line,
    )
    assert len(data("show", "--db", db)) == 1


def test_watch_remembers_what_is_watched(site: Site, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    run("watch", feed(site), *CONTACT, "--rounds", "1", "--db", db)
    result = run("watch", *CONTACT, "--rounds", "1", "--db", db)
    assert "watching 1 address: 0 requests" in result.stderr


def test_nothing_to_watch(site: Site, tmp_path: Path) -> None:
    result = run("watch", *CONTACT, "--rounds", "1", "--db", tmp_path / "a.db")
    assert result.exit_code == 1
    assert "nothing to watch" in result.stderr


def test_a_watch_is_stopped_by_sigterm(running: Site, tmp_path: Path) -> None:
    code = (
        "from detente.interfaces.cli import collecting, main\n"
        "from tests.unit.collect.site import Guard, resolver\n"
        "collecting.GUARD = Guard(resolver, loopback=True)\n"
        "collecting.SPACING = 0.0\n"
        "main()\n"
    )
    running.scripts.clear()
    address = feed(running)
    args = ["watch", address, *CONTACT, "--db", str(tmp_path / "a.db")]
    root = Path(__file__).resolve().parents[3]
    process = subprocess.Popen(
        [sys.executable, "-c", code, *args],
        stderr=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert process.stderr
    for line in process.stderr:
        if "watching" in line:
            break
    time.sleep(0.2)
    process.send_signal(signal.SIGTERM)
    rest = process.communicate(timeout=30)[1]
    assert process.returncode == 130
    assert "interrupted; what was finished is kept" in rest


def test_add_names_what_it_skipped_and_why(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, content in SAMPLES.items():
        (tmp_path / "in" / name).write_bytes(content)
    result = run("add", tmp_path / "in", "--no-build", "--db", tmp_path / "a.db")
    assert result.exit_code == 0, result.stderr
    lines = [line for line in result.stderr.splitlines() if line.startswith("skipped: ")]
    for name in ("list.opml", "sitemap.xml", "urls.txt", "mediacloud.csv", "gdelt.json", "events.csv"):
        assert any(name in line and "detente fetch" in line for line in lines), name
    assert f"{len(lines)} skipped" in result.stderr


@pytest.mark.parametrize(("name", "content"), [("a.opml", OPML), ("a.xml", SITEMAP)])
def test_a_list_alone_is_no_failure(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    result = run("add", tmp_path / name, "--no-build", "--db", tmp_path / "a.db")
    assert result.exit_code == 0
    assert "0 articles added, 1 skipped." in result.stderr


def test_read_takes_the_same_formats(tmp_path: Path) -> None:
    for name in ("a.pdf", "list.opml"):
        (tmp_path / name).write_bytes(SAMPLES[name])
    result = run("read", tmp_path / "a.pdf", tmp_path / "list.opml", "--json")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert "skipped: " in result.stderr
