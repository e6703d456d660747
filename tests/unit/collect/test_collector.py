"""A whole collection against a scripted site: what is asked, how often, and what comes of it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from detente.collect import Collector
from detente.read import read_path
from detente.records import Article
from tests.unit.collect.pages import XML, feed, story
from tests.unit.collect.site import START, Answer, Asked, Kept, Site, collector, page
from tests.unit.read.pages import LEAD, html_page
from tests.unit.read.samples import PAGE, PARAGRAPHS


def test_a_page_is_asked_once_and_written_before_it_is_read(
    site: Site, web: Collector, kept: Kept, tmp_path: Path
) -> None:
    url = site.on("/fish", Answer(body=PAGE))
    report = web.fetch([page(url)])
    assert (report.new, report.failed) == (1, [])
    assert site.paths(robots=True) == ["/robots.txt", "/fish"]
    (article,) = kept.articles
    assert article.url == url
    assert article.title == "Ministers meet over fish"
    web.close()
    (file,) = tmp_path.glob("*.warc.gz")
    again = [item for item in read_path(file) if isinstance(item, Article)]
    assert [one.text for one in again if one.title] == [article.text]


def test_who_asks_is_told_and_nothing_else(site: Site, web: Collector) -> None:
    web.fetch([page(site.on("/fish", Answer(headers={"Set-Cookie": "id=7; Path=/"}, body=PAGE)))])
    web.fetch([page(site.on("/nets", Answer(body=story("Nets"))))])
    for asked in site.log:
        assert asked.headers["User-Agent"] == "detente-test/1 (+mailto:desk@example.org)"
        assert "Cookie" not in asked.headers
        assert "Referer" not in asked.headers
        assert "Authorization" not in asked.headers


def test_the_pages_of_a_feed_and_their_dates(site: Site, web: Collector, kept: Kept) -> None:
    url = site.on("/feed", Answer(headers=XML, body=feed(site, "/one", "/two")))
    site.on("/one", Answer(body=story("One")))
    site.on("/two", Answer(body=story("Two")))
    report = web.fetch([page(url)])
    assert report.new == 2
    assert site.paths() == ["/feed", "/one", "/two"]
    assert {one.published.label() for one in kept.articles} == {"2013-02-26"}


def test_requests_to_one_host_are_five_seconds_apart(site: Site, web: Collector) -> None:
    url = site.on("/feed", Answer(headers=XML, body=feed(site, "/one", "/two", "/three")))
    for name in ("one", "two", "three"):
        site.on(f"/{name}", Answer(body=story(name)))
    web.fetch([page(url)])
    times = [asked.at for asked in site.log]
    assert [later - earlier for earlier, later in pairwise(times)] == [5.0] * 4


def test_hosts_take_turns_while_one_waits(site: Site, web: Collector) -> None:
    urls = [site.on(f"/{n}", Answer(body=story(str(n)))) for n in range(3)]
    others = [site.on(f"/{n}", Answer(body=story(f"b{n}")), "sudia.example") for n in range(3)]
    web.fetch([page(url) for url in urls + others])
    starts: dict[str, list[float]] = {}
    for asked in site.log:
        starts.setdefault(asked.host, []).append(asked.at)
    for times in starts.values():
        gaps = [later - earlier for earlier, later in pairwise(times)]
        assert all(gap >= 5.0 for gap in gaps)
    assert len(site.log) == 8
    assert site.clock.now - START < 25  # both hosts in the time of one


class TestRobots:
    def test_what_it_forbids_is_not_asked(self, site: Site, web: Collector, kept: Kept) -> None:
        site.on("/robots.txt", Answer(body=b"User-agent: *\nDisallow: /private/\n"))
        url = site.on("/private/fish", Answer(body=PAGE))
        report = web.fetch([page(url), page(site.on("/open", Answer(body=PAGE)))])
        assert site.paths() == ["/open"]
        assert "robots.txt forbids it" in report.failed[0]
        assert len(kept.errors) == 1

    def test_rules_for_us_win_over_rules_for_all(self, site: Site, web: Collector) -> None:
        rules = b"User-agent: *\nDisallow:\n\nUser-agent: detente-test\nDisallow: /\n"
        site.on("/robots.txt", Answer(body=rules))
        report = web.fetch([page(site.on("/fish", Answer(body=PAGE)))])
        assert site.paths() == []
        assert len(report.failed) == 1

    def test_its_crawl_delay_is_kept_to(self, site: Site, web: Collector) -> None:
        site.on("/robots.txt", Answer(body=b"User-agent: *\nCrawl-delay: 20\n"))
        web.fetch([page(site.on(f"/{n}", Answer(body=story(str(n))))) for n in range(3)])
        times = [asked.at for asked in site.log if asked.path != "/robots.txt"]
        assert [later - earlier for earlier, later in pairwise(times)] == [20, 20]

    @pytest.mark.parametrize("status", [500, 503, 429])
    def test_a_site_whose_rules_cannot_be_had_is_left_alone(
        self, site: Site, web: Collector, status: int
    ) -> None:
        site.on("/robots.txt", Answer(status))
        report = web.fetch([page(site.on("/fish", Answer(body=PAGE)))])
        assert site.paths() == []
        assert "robots.txt cannot be had" in report.failed[0]

    @pytest.mark.parametrize("status", [401, 403, 404, 410])
    def test_a_site_without_rules_allows_all(self, site: Site, web: Collector, status: int) -> None:
        site.on("/robots.txt", Answer(status))
        assert web.fetch([page(site.on("/fish", Answer(body=PAGE)))]).new == 1

    def test_it_is_asked_for_once_a_day(self, site: Site, web: Collector) -> None:
        url = site.on("/fish", Answer(body=PAGE))
        web.fetch([page(url)])
        web.fetch([page(url)])
        assert site.paths(robots=True).count("/robots.txt") == 1
        site.clock.now += 90_000
        web.fetch([page(url)])
        assert site.paths(robots=True).count("/robots.txt") == 2


class TestConditions:
    def test_what_has_not_changed_is_not_read_again(
        self, site: Site, web: Collector, kept: Kept
    ) -> None:
        def answer(asked: Asked) -> Answer:
            if asked.headers.get("If-None-Match") == '"v1"':
                return Answer(304)
            stamp = "Tue, 26 Feb 2013 09:00:00 GMT"
            return Answer(headers={"ETag": '"v1"', "Last-Modified": stamp}, body=PAGE)

        url = site.on("/fish", answer)
        assert web.fetch([page(url)]).new == 1
        report = web.fetch([page(url)])
        assert (report.new, report.unchanged) == (0, 1)
        last = site.log[-1].headers
        assert last["If-None-Match"] == '"v1"'
        assert last["If-Modified-Since"] == "Tue, 26 Feb 2013 09:00:00 GMT"
        assert len(kept.articles) == 1

    def test_a_server_that_ignores_conditions(self, site: Site, web: Collector) -> None:
        url = site.on("/fish", Answer(headers={"ETag": '"v1"'}, body=PAGE))
        web.fetch([page(url)])
        assert web.fetch([page(url)]).unchanged == 1

    def test_an_updated_article_is_read_again(self, site: Site, web: Collector, kept: Kept) -> None:
        url = site.on("/fish", [Answer(body=story("Fish")), Answer(body=story("Fish", "Now " + LEAD))])
        assert web.fetch([page(url)]).new == 1
        assert web.fetch([page(url)]).new == 1
        first, second = kept.articles
        assert first.url == second.url
        assert first.id != second.id

    def test_a_listed_page_is_asked_again_when_its_list_says_that_it_changed(
        self, site: Site, web: Collector
    ) -> None:
        later = feed(site, "/one", stamp="Wed, 27 Feb 2013 08:00:00 GMT")
        first = feed(site, "/one")
        url = site.on("/feed", [Answer(headers=XML, body=body) for body in (first, first, later)])
        site.on("/one", Answer(body=story("One")))
        web.fetch([page(url)])
        web.fetch([page(url)])
        assert site.paths().count("/one") == 1
        web.fetch([page(url)])
        assert site.paths().count("/one") == 2


class TestTrouble:
    def test_429_with_retry_after(self, site: Site, web: Collector) -> None:
        slow = Answer(429, {"Retry-After": "90"})
        url = site.on("/fish", [slow, Answer(body=PAGE)])
        assert web.fetch([page(url)]).new == 1
        first, second = (asked.at for asked in site.log if asked.path == "/fish")
        assert second - first == 90

    def test_429_holds_up_the_whole_host(self, site: Site, web: Collector) -> None:
        urls = [
            site.on("/a", [Answer(429, {"Retry-After": "60"}), Answer(body=story("A"))]),
            site.on("/b", Answer(body=story("B"))),
        ]
        assert web.fetch([page(url) for url in urls]).new == 2
        times = {asked.path: asked.at for asked in site.log}
        first = next(asked.at for asked in site.log if asked.path == "/a")
        assert times["/b"] >= first + 60

    def test_a_retry_after_as_a_date(self, site: Site, web: Collector) -> None:
        later = "Tue, 26 Feb 2013 10:03:20 GMT"
        url = site.on("/fish", [Answer(503, {"Retry-After": later}), Answer(body=PAGE)])
        assert web.fetch([page(url)]).new == 1
        assert site.log[-1].at == START + 200

    def test_one_that_is_too_long_is_left_for_a_later_run(self, site: Site, web: Collector) -> None:
        url = site.on("/fish", [Answer(429, {"Retry-After": "7200"}), Answer(body=PAGE)])
        report = web.fetch([page(url)])
        assert (report.new, report.waiting) == (0, 1)
        assert max(site.clock.slept) <= 300

    @pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, 522, 524])
    def test_classes_that_are_tried_again(self, site: Site, web: Collector, status: int) -> None:
        url = site.on("/fish", [Answer(status), Answer(status), Answer(body=PAGE)])
        assert web.fetch([page(url)]).new == 1
        assert site.paths() == ["/fish"] * 3

    @pytest.mark.parametrize("status", [400, 404, 405, 418, 501, 505])
    def test_classes_that_are_not(self, site: Site, web: Collector, status: int) -> None:
        report = web.fetch([page(site.on("/fish", Answer(status)))])
        assert site.paths() == ["/fish"]
        assert f"answered {status}" in report.failed[0]

    def test_three_times_and_no_more(self, site: Site, web: Collector, kept: Kept) -> None:
        report = web.fetch([page(site.on("/fish", Answer(500)))])
        assert site.paths() == ["/fish"] * 3
        assert len(report.failed) == 1
        assert "answered 500" in str(kept.errors[0])

    def test_gone_is_not_asked_again(self, site: Site, web: Collector) -> None:
        url = site.on("/fish", Answer(410))
        web.fetch([page(url)])
        report = web.fetch([page(url)])
        assert site.paths() == ["/fish"]
        assert "gone" in report.failed[0]

    def test_nobody_answers(self, web: Collector) -> None:
        report = web.fetch([page("http://post.example:9/fish")])
        assert len(report.failed) == 1

    def test_a_name_that_does_not_resolve(self, web: Collector) -> None:
        report = web.fetch([page("http://nowhere.test/fish")])
        assert len(report.failed) == 1


class TestRedirects:
    def test_a_chain_of_five(self, site: Site, web: Collector, kept: Kept) -> None:
        for hop in range(5):
            site.on(f"/{hop}", Answer(302, {"Location": f"/{hop + 1}"}))
        site.on("/5", Answer(body=PAGE))
        assert web.fetch([page(site.url("/0"))]).new == 1
        assert kept.articles[0].url == site.url("/5")

    def test_a_chain_of_six_and_a_loop(self, site: Site, web: Collector) -> None:
        for hop in range(6):
            site.on(f"/{hop}", Answer(302, {"Location": f"/{hop + 1}"}))
        site.on("/6", Answer(body=PAGE))
        site.on("/loop", Answer(301, {"Location": "/loop"}))
        report = web.fetch([page(site.url("/0")), page(site.url("/loop"))])
        assert report.new == 0
        assert all("more than 5 redirects" in problem for problem in report.failed)
        assert site.paths().count("/loop") == 6
        assert "/6" not in site.paths()

    @pytest.mark.parametrize(
        "target",
        [
            "http://10.0.0.8/",
            "http://169.254.169.254/latest/meta-data/",
            "ftp://post.example/fish",
            "file:///etc/passwd",
            "http://user:secret@post.example/fish",
            "http://[::ffff:10.0.0.1]/",
            "http://private.test/",
        ],
    )
    def test_each_hop_is_checked(self, site: Site, web: Collector, target: str) -> None:
        report = web.fetch([page(site.on("/fish", Answer(302, {"Location": target})))])
        assert report.new == 0
        assert len(report.failed) == 1
        assert site.paths() == ["/fish"]
        assert "secret" not in report.failed[0]

    def test_to_another_host_by_its_own_rules(self, site: Site, web: Collector) -> None:
        site.on("/robots.txt", Answer(body=b"User-agent: *\nDisallow: /\n"), "sudia.example")
        target = site.on("/fish", Answer(body=PAGE), "sudia.example")
        report = web.fetch([page(site.on("/go", Answer(302, {"Location": target})))])
        assert "forbids" in report.failed[0]

    def test_a_move_for_good_is_believed_the_second_time(self, site: Site, web: Collector) -> None:
        body = feed(site)
        old = site.on("/old", Answer(301, {"Location": "/new"}))
        site.on("/new", Answer(headers=XML, body=body + b"<!-- 1 -->"))
        for _ in range(3):
            web.fetch([page(old)])
        assert site.paths() == ["/old", "/new", "/old", "/new", "/new"]

    def test_a_move_for_now_is_not(self, site: Site, web: Collector) -> None:
        old = site.on("/old", Answer(302, {"Location": "/new"}))
        site.on("/new", Answer(headers=XML, body=feed(site)))
        for _ in range(3):
            web.fetch([page(old)])
        assert site.paths() == ["/old", "/new"] * 3


class TestBodies:
    def test_a_slow_drip_is_cut_off(self, site: Site, web: Collector, tmp_path: Path) -> None:
        def drip() -> None:
            site.clock.now += 30

        url = site.on("/fish", Answer(parts=(b"<p>drop</p>" for _ in range(10_000)), before=drip))
        web.fetch([page(url)])
        web.close()
        (file,) = tmp_path.glob("*.warc.gz")
        assert b"WARC-Truncated: time" in gzip.decompress(file.read_bytes())
        assert site.clock.now - START < 10_000 * 30

    def test_an_endless_body_is_cut_off(self, site: Site, tmp_path: Path, kept: Kept) -> None:
        def endless() -> Iterator[bytes]:
            while True:
                yield b"<p>" + b"more words " * 5_000 + b"</p>"

        with collector(site, tmp_path, kept) as web:
            web._fetcher._max_body = 500_000
            web.fetch([page(site.on("/fish", Answer(parts=endless())))])
        (file,) = tmp_path.glob("*.warc.gz")
        assert b"WARC-Truncated: length" in gzip.decompress(file.read_bytes())
        assert file.stat().st_size < 100_000

    def test_a_gzip_bomb_is_an_error(self, site: Site, web: Collector, kept: Kept) -> None:
        packed = gzip.compress(b"a" * 50_000_000)
        url = site.on("/fish", Answer(headers={"Content-Encoding": "gzip"}, body=packed))
        report = web.fetch([page(url)])
        assert report.new == 0
        assert "unpacks to more" in str(kept.errors[0])

    def test_a_packed_page(self, site: Site, web: Collector) -> None:
        packed = gzip.compress(PAGE)
        url = site.on("/fish", Answer(headers={"Content-Encoding": "gzip"}, body=packed))
        assert web.fetch([page(url)]).new == 1

    @pytest.mark.parametrize(
        ("declared", "written"),
        [("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("windows-1251", "utf-8"), ("x-none", "utf-8")],
    )
    def test_a_wrong_charset(
        self, site: Site, web: Collector, kept: Kept, declared: str, written: str
    ) -> None:
        body = story("Talks in Malmö", "The minister said “no” in Göteborg – twice. " + LEAD)
        body = body.decode().encode(written)
        headers = {"Content-Type": f"text/html; charset={declared}"}
        web.fetch([page(site.on("/fish", Answer(headers=headers, body=body)))])
        assert "“no” in Göteborg – twice" in kept.articles[0].text

    def test_a_page_for_those_who_pay(self, site: Site, web: Collector, kept: Kept) -> None:
        page_of_402 = html_page(f"<article><h1>Fish</h1>{PARAGRAPHS}</article>")
        report = web.fetch([page(site.on("/fish", Answer(402, body=page_of_402)))])
        assert report.new == 1
        (article,) = kept.articles
        assert article.cut_off
        assert article.access == "paywalled"
        assert any("402" in warning for warning in article.warnings)

    def test_a_picture_is_no_article(self, site: Site, web: Collector, kept: Kept) -> None:
        url = site.on("/x.png", Answer(headers={"Content-Type": "image/png"}, body=b"\x89PNG\r\n"))
        assert web.fetch([page(url)]).new == 0
        assert "image/png" in str(kept.errors[0])
