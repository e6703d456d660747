"""Two names of one person are merged in the browser; the archive is built anew; they are one still."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from detente.archive import Archive, building
from tests.browser.window import Windows, serving

FIRST = """Minister sees progress
The Quay Courier
4 March 2019

BERN, March 4 - Swiss official Otto Hallwyler met Russian diplomat Vera Primakova in Bern on Monday.
"The talks on the border were useful," said Otto Hallwyler, a spokesman for the ministry. Hallwyler
said that Russia and Switzerland would meet again in April.
"""
SECOND = """Talks go on in April
The Lake Gazette
2 April 2019

GENEVA, April 2 - "We expect no treaty before the summer," said Oskar Halwiler, a spokesman for the
ministry in Bern. Halwiler said that Russia had made an offer to Switzerland.
"""


def small_archive(folder: Path) -> Path:
    for name, text in (("one.txt", FIRST), ("two.txt", SECOND)):
        (folder / name).write_text(text, "utf-8")
    with Archive.open(folder / "own.db") as archive:
        archive.add([folder / "one.txt", folder / "two.txt"])
        assert archive.build().built == 2
    return folder / "own.db"


def test_a_merge_outlives_a_rebuild(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = small_archive(tmp_path)
    with serving(db) as desk, windows.open(desk) as window:
        page = window.open("/actors?q=Ha")
        expect(page.locator("tbody .who")).to_have_count(2)
        page.get_by_role("link", name="Otto Hallwyler").click()
        page.get_by_label("The same as").fill("Oskar Halwiler")
        page.get_by_role("button", name="Merge").click()
        expect(page.locator("main")).to_contain_text("no treaty before the summer")
        page = window.open("/statements?by=Otto+Hallwyler")
        said = page.locator(".lines > li").count()

        monkeypatch.setattr(building, "PIPELINE_VERSION", "another")
        with Archive.open(db) as archive:
            assert archive.build().built == 2

        page = window.open("/statements?by=Otto+Hallwyler")
        assert page.locator(".lines > li").count() == said >= 3
        expect(page.locator("main")).to_contain_text("no treaty before the summer")
        page = window.open("/actors?q=Ha")
        page.get_by_role("link", name="Otto Hallwyler").click()
        expect(page.get_by_role("button", name="split off")).to_have_count(1)
