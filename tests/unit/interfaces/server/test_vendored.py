"""What others wrote stands as they published it, with its licence beside it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from detente.interfaces import server

HOME = Path(server.__file__).parent
VENDOR = HOME / "static" / "vendor"
PUBLISHED = {
    "htmx-4.0.1.min.js": "a0abb04f2f45a1f89d1d4844023245537e5e6014c87b144553e0607b4cc32130",
    "sigma-3.0.3.min.js": "58e30383ab428f832068d9d16a5215c65ba12430d438ed091c5703f398de9e16",
    "graphology-0.26.0.umd.min.js": "dc337efa23903f61e064c8e7e7f93a429e6855dccfc2458802b4ed30c621c087",
}
"""SHA-256 of each file as its npm package of that version has it."""


@pytest.mark.parametrize(("name", "digest"), PUBLISHED.items())
def test_a_file_is_as_published(name: str, digest: str) -> None:
    assert sha256((VENDOR / name).read_bytes()).hexdigest() == digest


def test_no_file_is_forgotten() -> None:
    assert {path.name for path in VENDOR.glob("*.js")} == set(PUBLISHED)


@pytest.mark.parametrize("name", PUBLISHED)
def test_its_licence_lies_beside_it(name: str) -> None:
    stem = name.removesuffix(".js").removesuffix(".min").removesuffix(".umd")
    words = (VENDOR / f"{stem}.LICENSE").read_text("utf-8")
    assert "free of charge" in words or "without" in words
    assert len(words) > 300


@pytest.mark.parametrize("name", PUBLISHED)
def test_each_is_used_and_by_its_version(name: str) -> None:
    templates = "".join(path.read_text("utf-8") for path in (HOME / "templates").glob("*.html"))
    assert f"static('vendor/{name}')" in templates


@pytest.mark.parametrize("script", ["detente.js", "network.js"])
def test_our_scripts_make_no_code_of_text(script: str) -> None:
    text = (HOME / "static" / script).read_text("utf-8")
    assert not [word for word in ("eval(", "new Function", "document.write", "http://") if word in text]


def test_nothing_is_asked_of_another_server() -> None:
    for path in [*(HOME / "templates").glob("*.html"), *(HOME / "static").glob("*.*")]:
        text = path.read_text("utf-8")
        found = [word for word in ('src="http', "src='http", "url(http", "@import") if word in text]
        assert not found, path.name
