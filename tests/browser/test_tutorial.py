"""The tutorial of the workbench, step by step; and its pictures."""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.window import Desk, Window, Windows

HOME = Path(__file__).parents[2]
TUTORIAL = HOME / "docs" / "tutorial" / "workbench.md"
IMAGES = HOME / "docs" / "images"
MOST_BYTES = 250_000
WASHINGTON = ".chart a[data-open^='meeting:'][aria-label*='Washington'][aria-label*='9 Aug 2013']"


def see(window: Window) -> None:
    page = window.open("/")
    expect(page.locator("main")).to_contain_text(re.compile("United States.*Russia", re.S))
    window.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    window.press("Escape")


def open_relationship(window: Window) -> None:
    window.page.locator("main a[href='/r/USA-RUS']").first.click()
    expect(window.page.locator("h1")).to_have_text(re.compile("United States.*and.*Russia", re.S))
    expect(window.page.locator(".chart")).to_contain_text("Measures")


def follow(window: Window) -> None:
    window.page.locator(WASHINGTON).locator("circle").first.click()
    expect(window.page.locator("#drawer h2").first).to_contain_text("Washington, 9 Aug 2013")
    assert "open=meeting" in window.path


def evidence(window: Window) -> None:
    words = " ".join(window.page.locator("#drawer .evidence").first.inner_text().split())
    window.page.locator("#drawer .evidence").first.click()
    window.page.wait_for_url("**/a/*#s*")
    lit = window.page.locator(f"#s{window.path.partition('#s')[2]}")
    expect(lit).to_be_in_viewport()
    assert words.strip("…")[:40] in " ".join(lit.inner_text().split())


def compare(window: Window) -> None:
    window.page.get_by_role("link", name="Compare outlets").click()
    expect(window.page.locator("table.grid thead th")).not_to_have_count(0)
    assert window.page.locator("table.grid thead th").count() >= 3
    assert window.page.locator("table.grid .tells").count() >= 4


def syria(window: Window) -> None:
    page = window.open("/r/USA-RUS")
    page.locator("table.stands").get_by_role("link", name="Syria", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Syria")
    assert page.locator(".refs .ref").count() > 5


def find(window: Window) -> None:
    window.press("/")
    window.page.keyboard.type('"chemical weapons" by:Lavrov')
    window.press("Enter")
    window.page.wait_for_url("**/library?q=*")
    expect(window.page.locator(".lines mark").first).to_be_visible()


def cite(window: Window) -> None:
    words = window.page.locator(".lines > li .words").first.inner_text()
    window.press("j", "c")
    expect(window.page.locator("#said")).to_have_text("Copied")
    assert window.copied().startswith(" ".join(words.split())[:30])
    assert re.search(r"\[[0-9a-f]+:\d+\]$", window.copied())


def question(page: Page) -> str | None:
    return page.locator("#proposal input[name=link]").get_attribute("value")


def judge(window: Window) -> None:
    with window.page.expect_navigation():
        window.press("g", "v")
    window.page.evaluate("link => sessionStorage.setItem('asked', link)", question(window.page))
    with window.page.expect_navigation():
        window.press("y")
    expect(window.page.locator("main")).to_contain_text("1 decided")


def take_back(window: Window) -> None:
    with window.page.expect_navigation():
        window.press("u")
    expect(window.page.locator("main")).to_contain_text("0 decided")
    assert question(window.page) == window.page.evaluate("sessionStorage.getItem('asked')")


def correct(window: Window) -> None:
    with window.page.expect_navigation():
        window.press("g", "s")
    window.press("j")
    with window.page.expect_navigation():
        window.press("o")
    with window.page.expect_navigation():
        window.press("x")
    field = window.page.locator("#date input[name=value]")
    field.fill("2013-05-07")
    with window.page.expect_navigation():
        field.press("Enter")
    expect(window.page.locator("#date .value")).to_have_text("7 May 2013")
    with window.page.expect_navigation():
        window.press("u")
    expect(window.page.locator("#date")).not_to_contain_text("read from the article")


def days(window: Window) -> None:
    page = window.open("/r/USA-RUS")
    page.get_by_role("link", name="Timeline", exact=True).click()
    page.wait_for_url("**/r/USA-RUS/timeline")
    usual = page.locator(".timeline > li").count()
    page.get_by_role("link", name="many", exact=True).click()
    page.wait_for_url("**density=many*")
    assert page.locator(".timeline > li").count() > usual > 5


STEPS: dict[str, Callable[[Window], None]] = {
    "See what the archive tells of.": see,
    "Open United States and Russia.": open_relationship,
    "Follow the course to August.": follow,
    "Open the evidence.": evidence,
    "Compare the outlets.": compare,
    "See what moved on Syria.": syria,
    "Find what somebody said.": find,
    "Copy a citation.": cite,
    "Judge a proposal.": judge,
    "Take it back.": take_back,
    "Correct a slot.": correct,
    "Read the days.": days,
}
PICTURES = {
    "relationship": "open_relationship follow",
    "reader": "open_relationship follow evidence",
    "compare": "open_relationship follow evidence compare",
    "issue": "syria",
    "review": "judge take_back",
    "timeline": "days",
}
"""The steps after the desk that lead to each picture."""


def told() -> list[str]:
    return re.findall(r"^\d+\. \*\*(.+?)\*\*", TUTORIAL.read_text("utf-8"), re.M)


def test_the_tutorial_names_every_step_once() -> None:
    assert told() == list(STEPS)


def test_the_steps_lead_where_the_tutorial_says(windows: Windows, own_desk: Desk) -> None:
    with windows.open(own_desk) as window:
        for name in told():
            STEPS[name](window)


def size_of(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_lie_in_the_docs(name: str) -> None:
    """UPDATE_PICTURES=1 takes them anew before this is asked."""
    picture = (IMAGES / f"workbench-{name}.png").read_bytes()
    assert size_of(picture) == (1280, 860)
    assert len(picture) < MOST_BYTES
    assert f"../images/workbench-{name}.png" in TUTORIAL.read_text("utf-8")


@pytest.mark.skipif(not os.environ.get("UPDATE_PICTURES"), reason="set UPDATE_PICTURES=1")
@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_taken(windows: Windows, own_desk: Desk, name: str) -> None:
    with windows.open(own_desk) as window:
        see(window)
        for step in PICTURES[name].split():
            globals()[step](window)
        window.page.mouse.move(5, 5)
        window.page.screenshot(path=IMAGES / f"workbench-{name}.png")


def test_as_of_the_day_before_the_meeting_was_planned(windows: Windows, desk: Desk) -> None:
    with windows.open(desk) as window:
        page = window.open("/r/USA-RUS?as_of=2013-08-08")
        expect(page.locator(f"{WASHINGTON}[aria-label$='planned']")).to_have_count(1)
