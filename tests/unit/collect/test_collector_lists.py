"""Lists of addresses, watching feeds, and going on where a run stopped."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from detente.collect import Collector
from tests.unit.collect.pages import XML, feed, story
from tests.unit.collect.site import START, Answer, Asked, Kept, Site, collector, page
from tests.unit.read.pages import LEAD, html_page


class TestLists:
    def test_a_sitemap_of_sitemaps_packed_and_plain(self, site: Site, web: Collector) -> None:
        def pages(*paths: str) -> bytes:
            urls = "".join(f"<url><loc>{site.url(path)}</loc></url>" for path in paths)
            return (
                f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>".encode()
            )

        maps = "".join(
            f"<sitemap><loc>{site.url(path)}</loc></sitemap>" for path in ("/1.xml", "/2.xml.gz")
        )
        root = site.on("/map.xml", Answer(body=f"<sitemapindex>{maps}</sitemapindex>".encode()))
        site.on("/1.xml", Answer(headers={"Content-Type": "text/xml"}, body=pages("/a")))
        packed = {"Content-Type": "application/x-gzip"}
        site.on("/2.xml.gz", Answer(headers=packed, body=gzip.compress(pages("/b", "/a"))))
        site.on("/a", Answer(body=story("A")))
        site.on("/b", Answer(body=story("B")))
        assert web.fetch([page(root)]).new == 2
        assert sorted(site.paths()) == ["/1.xml", "/2.xml.gz", "/a", "/b", "/map.xml"]

    def test_a_sitemap_that_lists_itself_ends(self, site: Site, web: Collector) -> None:
        body = "<sitemapindex><sitemap><loc>{}</loc></sitemap></sitemapindex>"
        url = site.url("/map.xml")
        site.on("/map.xml", Answer(body=body.format(url).encode()))
        web.fetch([page(url)])
        assert site.paths() == ["/map.xml"]

    def test_a_front_page_leads_to_its_feed(self, site: Site, web: Collector) -> None:
        head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
        url = site.on("/", Answer(body=html_page(f"<p>{LEAD}</p>", head)))
        site.on("/feed", Answer(headers=XML, body=feed(site, "/one")))
        site.on("/one", Answer(body=story("One")))
        assert web.fetch([page(url)]).new == 1
        assert site.paths() == ["/", "/feed", "/one"]

    def test_a_front_page_leads_to_the_sitemap_of_its_rules(self, site: Site, web: Collector) -> None:
        site.on("/robots.txt", Answer(body=f"Sitemap: {site.url('/map.xml')}\n".encode()))
        url = site.on("/", Answer(body=html_page(f"<p>{LEAD}</p>")))
        body = f"<urlset><url><loc>{site.url('/one')}</loc></url></urlset>".encode()
        site.on("/map.xml", Answer(body=body))
        site.on("/one", Answer(body=story("One")))
        assert web.fetch([page(url)]).new == 1

    def test_a_front_page_that_leads_nowhere(self, site: Site, web: Collector) -> None:
        report = web.fetch([page(site.on("/", Answer(body=html_page(f"<p>{LEAD}</p>"))))])
        assert "names no feed" in report.failed[0]

    def test_no_more_pages_than_asked_for(self, site: Site, tmp_path: Path, kept: Kept) -> None:
        paths = [f"/{n}" for n in range(8)]
        url = site.on("/feed", Answer(headers=XML, body=feed(site, *paths)))
        for path in paths:
            site.on(path, Answer(body=story(path)))
        with collector(site, tmp_path, kept, limit=3) as web:
            web.fetch([page(url)])
            assert site.paths() == ["/feed", "/0", "/1", "/2"]

    def test_pages_that_a_list_dates_too_early(self, site: Site, tmp_path: Path, kept: Kept) -> None:
        url = site.on("/feed", Answer(headers=XML, body=feed(site, "/one")))
        with collector(site, tmp_path, kept, since=date(2013, 2, 27)) as web:
            web.fetch([page(url)])
        assert site.paths() == ["/feed"]

    def test_a_feed_with_a_doctype_of_its_own_is_refused(
        self, site: Site, web: Collector, kept: Kept
    ) -> None:
        bomb = b'<!DOCTYPE x [<!ENTITY a "b">]><rss><channel><title>&a;</title></channel></rss>'
        web.fetch([page(site.on("/feed", Answer(headers=XML, body=bomb)))])
        assert kept.articles == []
        assert len(kept.errors) == 1


class TestWatching:
    def test_a_feed_is_asked_when_it_is_due_and_no_earlier(self, site: Site, web: Collector) -> None:
        url = site.on("/feed", Answer(headers=XML, body=feed(site, "/one")))
        site.on("/one", Answer(body=story("One")))
        assert web.follow([page(url)]) == 1
        assert web.look().new == 1
        asked = len(site.log)
        web.look()
        assert len(site.log) == asked
        due = web.next_due()
        assert due is not None
        assert due - START == pytest.approx(1_800, abs=60)
        site.clock.now = due
        assert web.look().unchanged == 1

    def test_it_is_asked_less_often_while_nothing_is_new(self, site: Site, web: Collector) -> None:
        url = site.on("/feed", Answer(headers=XML, body=feed(site)))
        web.follow([page(url)])
        gaps = []
        for _ in range(12):
            before = site.clock.now
            web.look()
            site.clock.now = web.next_due() or 0
            gaps.append(site.clock.now - before)
        assert gaps == sorted(gaps)
        assert gaps[-1] == pytest.approx(86_400, abs=60)

    def test_and_more_often_while_there_is_news(self, site: Site, web: Collector) -> None:
        count = iter(range(1_000))

        def answer(_: Asked) -> Answer:
            path = f"/{next(count)}"
            site.on(path, Answer(body=story(path)))
            return Answer(headers=XML, body=feed(site, path))

        web.follow([page(site.on("/feed", answer))])
        gaps = []
        for _ in range(4):
            web.look()
            gaps.append((web.next_due() or 0) - site.clock.now)
            site.clock.now = web.next_due() or 0
        assert gaps[0] > gaps[-1]
        assert gaps[-1] == pytest.approx(900, abs=60)

    def test_a_feed_that_fails_is_asked_less_and_less(self, site: Site, web: Collector) -> None:
        web.follow([page(site.on("/feed", Answer(404)))])
        gaps = []
        for _ in range(6):
            web.look()
            gaps.append((web.next_due() or 0) - site.clock.now)
            site.clock.now = web.next_due() or 0
        assert gaps == sorted(gaps)
        assert gaps[-1] > 80_000

    def test_what_says_that_it_stays_fresh_is_left_alone(self, site: Site, web: Collector) -> None:
        headers = {**XML, "Cache-Control": "max-age=20000"}
        web.follow([page(site.on("/feed", Answer(headers=headers, body=feed(site))))])
        web.look()
        assert (web.next_due() or 0) - START >= 20_000

    def test_chance_spreads_the_next_look(self, site: Site, tmp_path: Path, kept: Kept) -> None:
        url = site.on("/feed", Answer(headers=XML, body=feed(site)))
        due = []
        for share in (0.0, 1.0):
            folder = tmp_path / str(share)
            with collector(site, folder, kept) as web:
                web._settings = replace(web._settings, chance=lambda share=share: share)
                web.follow([page(url)])
                begun = site.clock.now
                web.look()
                due.append((web.next_due() or 0) - begun)
        assert due[0] == pytest.approx(0.9 * 5_400, abs=30)
        assert due[1] == pytest.approx(1.1 * 5_400, abs=30)

    def test_a_gone_feed_is_no_longer_watched(self, site: Site, web: Collector) -> None:
        web.follow([page(site.on("/feed", Answer(410)))])
        web.look()
        assert web.next_due() is None


def test_a_run_goes_on_where_the_last_one_stopped(site: Site, tmp_path: Path, kept: Kept) -> None:
    body = feed(site, "/one", "/two")
    tag = {**XML, "ETag": '"f1"'}
    url = site.on("/feed", Answer(headers=tag, body=body))
    site.on("/one", Answer(body=story("One")))
    site.on("/two", [Answer(404), Answer(body=story("Two"))])
    with collector(site, tmp_path, kept) as web:
        web.follow([page(url)])
        web.look()
        due = web.next_due()
    with collector(site, tmp_path, kept) as web:
        assert web.next_due() == due
        site.clock.now = due or 0
        web.look()
    last = [asked for asked in site.log if asked.path == "/feed"][-1]
    assert last.headers["If-None-Match"] == '"f1"'
    assert site.paths().count("/one") == 1
    assert len(list(tmp_path.glob("*.warc.gz"))) == 2
