"""What a person does: to the evidence, to a citation, through the review, back, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.window import PHONE, Desk, Window, Windows


@pytest.fixture
def window(windows: Windows, desk: Desk) -> Iterator[Window]:
    with windows.open(desk) as found:
        yield found


def lit(page: Page) -> str:
    """Return the sentence that the address of an article points at."""
    number = page.url.partition("#s")[2]
    assert number, page.url
    sentence = page.locator(f"#s{number}")
    expect(sentence).to_be_in_viewport()
    colour = "one => getComputedStyle(one).backgroundColor"
    assert sentence.evaluate(colour) != page.locator("main").evaluate(colour)
    return " ".join(sentence.inner_text().split())


def test_from_the_first_run_to_the_evidence_in_four_clicks(window: Window) -> None:
    page = window.open("/")
    clicks = [
        page.locator("main a[href*='/r/USA-RUS']").first,
        page.locator(".chart a[data-open^='meeting:'] circle.held").last,
        page.locator("#drawer .evidence").first,
    ]
    for one in clicks:
        one.click()
        page.wait_for_load_state()
    assert len(clicks) <= 4
    assert re.match(r"/a/[0-9a-f]+#s\d+$", window.path), window.path
    assert len(lit(page).split()) > 5


def test_a_search_leads_to_a_quotation_and_its_citation(window: Window) -> None:
    page = window.open("/")
    window.press("/")
    page.keyboard.type('"chemical weapons" by:Lavrov')
    window.press("Enter")
    page.wait_for_url("**/library?q=*")
    line = page.locator(".lines > li").first
    expect(line.locator("mark").first).to_contain_text(re.compile("chemical|weapons", re.I))
    words = line.locator(".words").inner_text()
    window.press("j", "c")
    expect(page.locator("#said")).to_have_text("Copied")
    cited = window.copied()
    assert " ".join(words.split())[:40] in " ".join(cited.split())
    assert re.search(r"\(.+, \d{1,2} \w{3} 2013\) \[[0-9a-f]+:\d+\]$", cited), cited
    window.press("o")
    page.wait_for_url("**/a/*#s*")
    quoted = cited.rpartition(" (")[0].strip(" “”.")
    assert " ".join(quoted.split()[-6:]) in lit(page)


def asked(page: Page) -> str:
    return str(page.locator("#proposal input[name=link]").get_attribute("value"))


def counted(page: Page) -> tuple[int, int]:
    found = re.search(r"([\d,]+) waits?\D+([\d,]+) decided", page.locator("main").inner_text())
    assert found is not None
    return int(found[1].replace(",", "")), int(found[2].replace(",", ""))


def test_review_by_keys_and_the_way_back(windows: Windows, own_desk: Desk) -> None:
    with windows.open(own_desk) as window:
        page = window.open("/review")
        waiting, done = counted(page)
        seen = []
        for key in "ynh":
            seen.append(asked(page))
            with page.expect_navigation():
                window.press(key)
        assert len(set(seen)) == 3
        assert asked(page) not in seen
        assert counted(page) == (waiting - 3, done + 3)
        for link in reversed(seen):
            with page.expect_navigation():
                window.press("u")
            assert asked(page) == link
        assert counted(page) == (waiting, done)


def test_back_and_forward_keep_what_was_open(window: Window) -> None:
    page = window.open("/r/USA-RUS?from=2013-02&to=2013-06")
    first = page.url
    marks = page.locator(".chart a[data-open^='meeting:'] circle.held")
    marks.nth(0).click()
    expect(page.locator("#drawer h2").first).to_be_visible()
    one = page.locator("#drawer h2").first.inner_text()
    second = page.url
    marks.nth(2).click()
    expect(page.locator("#drawer h2").first).not_to_have_text(one)
    page.locator("#drawer .evidence").first.click()
    page.wait_for_url("**/a/*")
    page.go_back()
    expect(page.locator("#drawer h2").first).not_to_have_text(one)
    page.go_back()
    expect(page.locator("#drawer h2").first).to_have_text(one)
    assert page.url == second
    page.go_back()
    expect(page.locator("#drawer h2")).to_have_count(0)
    assert page.url == first
    page.go_forward()
    expect(page.locator("#drawer h2").first).to_have_text(one)


MAIN = ["/", "/relationships", "/r/USA-RUS", "/r/USA-RUS/i/syria", "/meetings", "/statements",
        "/forecasts", "/stories", "/library?q=Syria", "/review", "/collections", "/about"]  # fmt: skip


def test_without_scripts_every_main_page_can_be_read(windows: Windows, desk: Desk) -> None:
    with windows.open(desk, java_script_enabled=False) as window:
        for path in MAIN:
            page = window.open(path)
            assert len(page.locator("main").inner_text().split()) > 10, path
        page = window.open("/r/USA-RUS")
        page.locator(".twin summary").click()
        page.locator(".twin a[href*='open=meeting']").first.click()
        expect(page.locator("#drawer .evidence").first).to_be_visible()
        page.locator("#drawer .evidence").first.click()
        assert "#s" in page.url


def test_without_scripts_the_forms_work(windows: Windows, own_desk: Desk) -> None:
    with windows.open(own_desk, java_script_enabled=False) as window:
        page = window.open("/review")
        waiting, done = counted(page)
        page.get_by_role("button", name="Yes").click()
        assert counted(page) == (waiting - 1, done + 1)
        page.get_by_role("button", name="Undo the last").click()
        assert counted(page) == (waiting, done)
        page.locator("#find").fill("Snowden")
        page.locator("#find").press("Enter")
        assert page.locator(".lines > li").count() > 0
        page.locator(".lines a[data-verb=s]").first.click()
        page.get_by_label("or a new one").fill("For the desk")
        page.get_by_role("button", name="Save").click()
        page = window.open("/collections")
        page.get_by_role("link", name="For the desk").click()
        expect(page.locator("main")).to_contain_text("Snowden")


def test_in_german(window: Window) -> None:
    page = window.open("/r/USA-RUS")
    page.get_by_role("link", name="DE", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("h1")).to_have_text(re.compile("Vereinigte Staaten.*Russland", re.S))
    page.get_by_role("link", name="Bibliothek").click()
    expect(page.locator("h1")).to_have_text("Bibliothek")
    window.press("?")
    expect(page.locator("dialog")).to_contain_text("Tasten")


def test_on_a_phone_the_drawer_is_read_first(windows: Windows, desk: Desk) -> None:
    with windows.open(desk, viewport=PHONE, has_touch=True) as window:
        page = window.open("/r/USA-RUS")
        page.locator(".twin summary").click()
        page.locator(".twin a[data-open^='meeting:']").first.click()
        expect(page.locator("#drawer .evidence").first).to_be_in_viewport()
        assert window.overflow() <= 0


PLACES = {"r": "/relationships", "l": "/library", "s": "/statements", "f": "/forecasts", "d": "/"}


@pytest.mark.parametrize("key", PLACES)
def test_g_goes_to(window: Window, key: str) -> None:
    page = window.open("/about")
    with page.expect_navigation():
        window.press("g", key)
    assert window.path == PLACES[key]


def test_keys_of_a_list(window: Window) -> None:
    page = window.open("/statements?states=RUS")
    at = page.locator(".lines > li.at, tr.at")
    lines = page.locator("[data-line]")
    window.press("j", "j")
    expect(lines.nth(1)).to_have_class(re.compile(r"\bat\b"))
    window.press("k")
    expect(lines.nth(0)).to_have_class(re.compile(r"\bat\b"))
    assert at.count() == 1
    with page.expect_navigation():
        window.press("o")
    assert window.path.startswith(("/row/statement", "/a/"))
    page.go_back()
    window.press("j")
    with page.expect_navigation():
        window.press("e")
    assert lit(page)


DRAWER: dict[str, Callable[[str], bool]] = {
    "o": lambda path: path.startswith("/a/"),
    "e": lambda path: path.startswith("/a/") and "#s" in path,
    "s": lambda path: path.startswith("/save?item=meeting"),
}


@pytest.mark.parametrize("key", DRAWER)
def test_keys_of_the_drawer(window: Window, key: str) -> None:
    page = window.open("/r/USA-RUS")
    page.locator(".chart a[data-open^='meeting:'] circle.held").first.click()
    expect(page.locator("#drawer .evidence").first).to_be_visible()
    with page.expect_navigation():
        window.press(key)
    assert DRAWER[key](window.path), window.path


def test_help_and_the_search_field(window: Window) -> None:
    page = window.open("/meetings")
    window.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    window.press("Escape")
    expect(page.locator("dialog#keys")).to_be_hidden()
    window.press("/")
    expect(page.locator("#find")).to_be_focused()
    window.press("j", "?")
    expect(page.locator("#find")).to_have_value("j?")
    window.press("Escape")
    expect(page.locator("#find")).not_to_be_focused()


def test_the_network_can_be_moved_about_in(window: Window) -> None:
    page = window.open("/r/USA-RUS/network")
    picture, stage = page.locator("svg.network"), page.locator(".stage")
    expect(picture).to_be_visible()
    expect(stage).to_be_hidden()
    button = page.get_by_role("button", name="Move about in it")
    button.click()
    page.wait_for_selector(".stage[data-nodes]")
    names = {
        name.strip()
        for column in (1, 3)
        for name in page.locator(f"tbody td:nth-child({column})").all_inner_texts()
    }
    assert stage.get_attribute("data-nodes") == str(len(names))
    assert stage.locator("canvas").count() > 3
    expect(picture).to_be_hidden()
    assert window.faults() == []
    button.click()
    expect(picture).to_be_visible()
    expect(stage).to_be_hidden()
    # A browser without a graphics card says so; nothing else may be said.
    window.complaints[:] = [one for one in window.complaints if "GL Driver Message" not in one]


def test_without_scripts_the_network_is_a_picture_and_a_table(windows: Windows, desk: Desk) -> None:
    with windows.open(desk, java_script_enabled=False) as window:
        page = window.open("/r/USA-RUS/network")
        expect(page.locator("svg.network")).to_be_visible()
        expect(page.locator("table")).to_be_visible()
        assert page.get_by_role("button", name="Move about in it").count() == 0
