"""What is new since the last visit, to its evidence; a slot corrected by keys and taken back; the days
of a timeline."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

from playwright.sync_api import expect

from tests.browser.window import Desk, Windows


def one_of(desk: Desk, query: str) -> str:
    with closing(sqlite3.connect(desk.db)) as conn:
        return str(conn.execute(query).fetchone()[0])


def test_what_is_new_leads_to_its_rows_and_their_evidence(windows: Windows, own_desk: Desk) -> None:
    with windows.open(own_desk) as window:
        page = window.open("/")
        expect(page.locator("#new")).to_have_count(0)
        with closing(sqlite3.connect(own_desk.db)) as conn, conn:
            conn.execute("update visit set seen = 300, seen_at = '2026-01-01T09:30:00+00:00'")
        page = window.open("/")
        expect(page.locator("#new")).to_contain_text("New since your last visit")
        expect(page.locator("#new")).to_contain_text("1 Jan 2026, 09:30 UTC")
        line = page.locator(".counts li").first
        told = {
            kind: int(number.replace(",", ""))
            for number, kind in re.findall(r"(\d[\d,]*) (\w+)", line.locator(".soft").inner_text())
        }
        line.locator("a").click()
        page.wait_for_url("**/new?since=300&states=*")
        page.locator(".choices a", has_text="meetings").click()
        page.wait_for_url("**kind=meeting*")
        links = page.locator(".arrived .day a")
        assert links.count() == min(told.get("meetings", told.get("meeting", 0)), 60)
        page.locator(".arrived .evidence").first.click()
        page.wait_for_url(re.compile(r"/(m|row)/"))


def test_a_slot_is_corrected_by_keys_and_taken_back(windows: Windows, own_desk: Desk) -> None:
    row = one_of(own_desk, "select id from statement where kind = 'direct' order by id")
    with windows.open(own_desk) as window:
        page = window.open(f"/row/{row}")
        before = page.locator("main h1").inner_text()
        with page.expect_navigation():
            window.press("x")
        assert window.path == f"/correct/{row}"
        field = page.locator("#date input[name=value]")
        field.fill("2011-11-11")
        with page.expect_navigation():
            field.press("Enter")
        expect(page.locator("#date .value")).to_have_text("11 Nov 2011")
        expect(page.locator("#date")).to_contain_text("read from the article")
        page = window.open(f"/row/{row}")
        expect(page.locator("main h1")).to_contain_text("11 Nov 2011")
        expect(page.locator(".corrected")).to_contain_text("corrected")
        with page.expect_navigation():
            window.press("x")
        with page.expect_navigation():
            window.press("u")
        expect(page.locator("#date")).not_to_contain_text("read from the article")
        page = window.open(f"/row/{row}")
        assert page.locator("main h1").inner_text() == before
        expect(page.locator(".corrected")).to_have_count(0)


def test_a_slot_is_corrected_without_scripts(windows: Windows, own_desk: Desk) -> None:
    row = one_of(own_desk, "select id from meeting where place is not null order by id")
    with windows.open(own_desk, java_script_enabled=False) as window:
        page = window.open(f"/correct/{row}")
        page.locator("#place input[name=value]").fill("Bergen")
        page.locator("#place button", has_text="Correct").click()
        expect(page.locator("#place .value")).to_have_text("Bergen")
        page.locator("#place button", has_text="take back").click()
        expect(page.locator("#place .value")).not_to_have_text("Bergen")


def test_a_mark_of_the_timeline_leads_to_its_day(windows: Windows, desk: Desk) -> None:
    with windows.open(desk) as window:
        page = window.open("/r/USA-RUS")
        page.locator("a.button", has_text="Timeline").click()
        page.wait_for_url("**/r/USA-RUS/timeline")
        mark = page.locator(".chart.days a").last
        day = str(mark.get_attribute("href"))
        mark.focus()
        window.press("Enter")
        expect(page.locator(day)).to_be_in_viewport()
        page.locator(f"{day} .evidence").first.click()
        page.wait_for_url("**/a/*#s*")
