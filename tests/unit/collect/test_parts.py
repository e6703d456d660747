"""The parts of a collection: pace, rules, journal, WARC files."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from detente.collect import pace
from detente.collect.fetching import Fetched
from detente.collect.robots import Robots
from detente.collect.state import Place, State
from detente.collect.warcs import WarcWriter
from detente.errors import FetchError
from detente.read import read_bytes
from detente.records import Article
from tests.unit.read.samples import PAGE

NOW = datetime(2013, 2, 26, 10, 0, tzinfo=UTC)
URL = "https://post.example/fish?a=1"


class TestPace:
    @pytest.mark.parametrize(
        ("value", "seconds"),
        [
            ("0", 0.0),
            (" 120 ", 120.0),
            ("Tue, 26 Feb 2013 10:02:00 GMT", 120.0),
            ("Tue, 26 Feb 2013 12:02:00 +0200", 120.0),
            ("Tue, 26 Feb 2013 09:00:00 GMT", 0.0),
            ("soon", None),
            ("-5", None),
            ("", None),
            ("1e9", None),
        ],
    )
    def test_retry_after(self, value: str, seconds: float | None) -> None:
        assert pace.retry_after(value, NOW) == seconds

    @pytest.mark.parametrize(
        ("value", "seconds"),
        [
            ("max-age=60", 60.0),
            ("public, MAX-AGE = 60", 60.0),
            ('max-age="60"', 60.0),
            ("s-maxage=60", 0.0),
            ("no-store", 0.0),
            ("max-age=-1", 0.0),
            ("", 0.0),
        ],
    )
    def test_max_age(self, value: str, seconds: float) -> None:
        assert pace.max_age(value) == seconds

    def test_back_off_doubles_and_ends_with_an_answer(self) -> None:
        host = pace.Host()
        waits = [host.answered(0.0, 429, None) for _ in range(9)]
        assert waits[:4] == [30, 60, 120, 240]
        assert waits[-1] == pace.LONGEST_BACK_OFF
        assert host.ready == pace.LONGEST_BACK_OFF
        host.answered(0.0, 200, None)
        assert host.answered(0.0, 429, None) == 30

    def test_an_error_of_one_page_does_not_hold_up_the_host(self) -> None:
        host = pace.Host()
        assert host.answered(0.0, 500, None) == 30
        assert host.ready == 0.0

    def test_retry_after_is_bounded_on_both_sides(self) -> None:
        host = pace.Host()
        assert host.answered(0.0, 503, 1e9) == pace.LONGEST_RETRY_AFTER
        assert pace.Host().answered(0.0, 503, 0.0) == pace.SPACING

    def test_a_silent_host_is_left_alone(self) -> None:
        host = pace.Host()
        host.silent(100.0)
        assert host.ready == 700.0

    @pytest.mark.parametrize("new", [0, 1, 50])
    @pytest.mark.parametrize("interval", [0.0, 1.0, 900.0, 5_000.0, 86_400.0, 1e9])
    def test_intervals_stay_between_a_quarter_of_an_hour_and_a_day(
        self, interval: float, new: int
    ) -> None:
        assert 900 <= pace.next_interval(interval, new) <= 86_400
        assert 900 <= pace.after_failure(interval, new + 1) <= 86_400


class TestRobots:
    @staticmethod
    def robots(answers: dict[str, Fetched | FetchError], clock: list[float]) -> Robots:
        def get(url: str) -> Fetched:
            found = answers[url]
            if isinstance(found, FetchError):
                raise found
            return found

        return Robots(get, lambda: clock[0])

    @staticmethod
    def answer(body: bytes, status: int = 200) -> Fetched:
        return Fetched("https://post.example/robots.txt", status, "", (), body)

    @pytest.mark.parametrize(
        ("rules", "path", "allowed"),
        [
            (b"User-agent: *\nDisallow: /", "/fish", False),
            (b"User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
            (b"User-agent: *\nDisallow: /*.pdf$", "/x.pdf", False),
            (b"User-agent: *\nDisallow: /*.pdf$", "/x.pdf?y", True),
            (b"User-agent: detente\nDisallow: /\n\nUser-agent: *\nAllow: /", "/fish", False),
            (b"User-agent: other\nDisallow: /", "/fish", True),
            (b"\xef\xbb\xbfUser-agent: *\nDisallow: /fish", "/fish", False),
            (b"<html>not found</html>", "/fish", True),
            (b"\xff\xfe\x00", "/fish", True),
            (b"", "/fish", True),
        ],
    )
    def test_rules(self, rules: bytes, path: str, allowed: bool) -> None:
        robots = self.robots({"https://post.example/robots.txt": self.answer(rules)}, [0.0])
        url = f"https://post.example{path}"
        assert robots.rules(url).allows(url, "detente/0.1 (+x)") is allowed

    @pytest.mark.parametrize(
        ("rules", "delay"),
        [
            (b"User-agent: *\nCrawl-delay: 7", 7.0),
            (b"User-agent: *\nCrawl-delay: 0.5", 0.5),
            (b"User-agent: *\nCrawl-delay: 86400", pace.LONGEST_DELAY),
            (b"User-agent: *\nCrawl-delay: soon", None),
            (b"User-agent: *\nCrawl-delay: -3", 0.0),
            (b"User-agent: *\nDisallow:", None),
        ],
    )
    def test_delays(self, rules: bytes, delay: float | None) -> None:
        robots = self.robots({"https://post.example/robots.txt": self.answer(rules)}, [0.0])
        found = robots.rules(URL).delay("detente/0.1")
        assert found == delay or (delay == 0.0 and found is None)

    def test_a_site_that_does_not_answer_is_closed_for_ten_minutes(self) -> None:
        clock, site = [0.0], "https://post.example/robots.txt"
        answers: dict[str, Fetched | FetchError] = {site: FetchError("no answer")}
        robots = self.robots(answers, clock)
        assert not robots.rules(URL).allows(URL, "x")
        answers[site] = self.answer(b"")
        assert not robots.rules(URL).allows(URL, "x")
        clock[0] = 601.0
        assert robots.rules(URL).allows(URL, "x")

    def test_http_and_https_have_their_own(self) -> None:
        robots = self.robots(
            {
                "https://post.example/robots.txt": self.answer(b"User-agent: *\nDisallow: /"),
                "http://post.example/robots.txt": self.answer(b""),
            },
            [0.0],
        )
        assert not robots.rules("https://post.example/x").allows("https://post.example/x", "a")
        assert robots.rules("http://post.example/x").allows("http://post.example/x", "a")


class TestState:
    def test_what_is_put_is_there_in_the_next_run(self, tmp_path: Path) -> None:
        place = Place(
            URL, "feed", True, '"e"', "Tue", "d", "l", 1.5, 2.5, 900.0, 304, 1, False, "m", 2, "x"
        )
        state = State(tmp_path)
        state.put(Place("https://a.example/"))
        state.put(place)
        state.close()
        again = State(tmp_path)
        assert again.get(URL) == place
        assert len(again) == 2
        assert again.watched() == [place]
        again.close()

    def test_the_last_line_wins_and_old_ones_go(self, tmp_path: Path) -> None:
        state = State(tmp_path)
        for status in range(300):
            state.put(Place(URL, status=status))
        state.close()
        journal = tmp_path / "collection.jsonl"
        assert len(journal.read_text().splitlines()) == 300
        again = State(tmp_path)
        assert (found := again.get(URL)) is not None
        assert found.status == 299
        again.close()
        assert len(journal.read_text().splitlines()) == 1

    @pytest.mark.parametrize(
        "line",
        [
            b'{"url": "https://b.example/", "etag',
            b"\x00\xff\n",
            b"[]\n",
            b'"x"\n',
            b'{"kind": "feed"}\n',
            b'{"url": 5}\n',
            b"\n",
        ],
    )
    def test_a_line_that_is_damaged_costs_only_itself(self, tmp_path: Path, line: bytes) -> None:
        good = json.dumps({"url": URL, "status": 200}).encode() + b"\n"
        (tmp_path / "collection.jsonl").write_bytes(good + line)
        state = State(tmp_path)
        assert len(state) == 1
        assert state.get(URL) == Place(URL, status=200)
        state.close()

    def test_fields_of_another_version_are_left_out(self, tmp_path: Path) -> None:
        row = {"url": URL, "status": "many", "colour": "red", "due": 5, "failures": 2}
        (tmp_path / "collection.jsonl").write_text(json.dumps(row) + "\n")
        state = State(tmp_path)
        assert state.get(URL) == Place(URL, due=5, failures=2)
        state.close()

    def test_what_is_due_first_comes_first_and_what_is_gone_never(self, tmp_path: Path) -> None:
        state = State(tmp_path)
        for number, due in enumerate((30.0, 10.0, 20.0)):
            state.put(Place(f"https://{number}.example/", watched=True, due=due))
        state.put(Place("https://gone.example/", watched=True, gone=True))
        state.put(Place("https://page.example/"))
        assert [place.due for place in state.watched()] == [10.0, 20.0, 30.0]
        state.close()

    @pytest.mark.parametrize(
        ("moved", "current"),
        [(0, "https://old.example/"), (1, "https://old.example/"), (2, URL), (9, URL)],
    )
    def test_a_move_is_believed_the_second_time(self, moved: int, current: str) -> None:
        assert Place("https://old.example/", moved_to=URL, moved=moved).current == current

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(FetchError, match="cannot be written"):
            State(tmp_path / "file")


class TestWarcs:
    @staticmethod
    def fetched(body: bytes = PAGE, **more: str) -> Fetched:
        headers = (("Content-Type", "text/html"), ("Transfer-Encoding", "chunked"), ("X", "a\r\nb"))
        return Fetched(URL, 200, "OK", headers, body, more.get("truncated"), (("User-Agent", "me"),))

    @staticmethod
    def writer(folder: Path, **more: int) -> WarcWriter:
        return WarcWriter(folder, "me/1", lambda: NOW, **more)

    def test_a_record_lies_where_it_is_said_to(self, tmp_path: Path) -> None:
        writer = self.writer(tmp_path)
        first, second = writer.write(self.fetched()), writer.write(self.fetched(b"<p>Other</p>"))
        writer.close()
        data = first.path.read_bytes()
        for written in (first, second):
            assert data[written.offset : written.offset + len(written.record)] == written.record
        assert b"Other" in gzip.decompress(second.record)
        assert first.label == f"{first.path}@{first.offset}"

    def test_a_record_is_read_as_a_file_is(self, tmp_path: Path) -> None:
        written = self.writer(tmp_path).write(self.fetched())
        (article,) = read_bytes(written.record, written.label)
        assert isinstance(article, Article)
        assert article.url == URL
        assert article.path == f"{written.label}#1"

    def test_what_is_written_is_what_warcio_reads(self, tmp_path: Path) -> None:
        pytest.importorskip("warcio")
        from warcio.archiveiterator import ArchiveIterator

        writer = self.writer(tmp_path)
        written = writer.write(self.fetched())
        writer.close()
        with written.path.open("rb") as file:
            found = []
            for record in ArchiveIterator(file, check_digests="raise"):
                found.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI")))
                if record.rec_type == "response":
                    assert record.content_stream().read() == PAGE
                    assert record.http_headers.get_statuscode() == "200"
                elif record.rec_type == "request":
                    assert record.http_headers.get_header("User-Agent") == "me"
                    assert record.http_headers.statusline == "/fish?a=1 HTTP/1.1"
        assert found == [("warcinfo", None), ("request", URL), ("response", URL)]

    def test_the_same_run_writes_the_same_bytes(self, tmp_path: Path) -> None:
        files = []
        for name in ("a", "b"):
            (tmp_path / name).mkdir()
            writer = self.writer(tmp_path / name)
            files.append(writer.write(self.fetched()).path)
            writer.close()
        assert files[0].read_bytes() == files[1].read_bytes()

    def test_each_run_has_its_own_file_and_none_is_written_over(self, tmp_path: Path) -> None:
        names = []
        for _ in range(3):
            writer = self.writer(tmp_path)
            names.append(writer.write(self.fetched()).path.name)
            writer.close()
        assert names == [f"detente-20130226-0000{number}.warc.gz" for number in (1, 2, 3)]

    def test_a_long_run_has_several(self, tmp_path: Path) -> None:
        writer = self.writer(tmp_path, max_file=2_000)
        paths = {writer.write(self.fetched(PAGE + b"%d" % number)).path for number in range(6)}
        writer.close()
        assert len(paths) > 1
        for path in paths:
            assert gzip.decompress(path.read_bytes()).startswith(b"WARC/1.1\r\nWARC-Type: warcinfo")

    def test_headers_cannot_end_the_head(self, tmp_path: Path) -> None:
        block = gzip.decompress(self.writer(tmp_path).write(self.fetched()).record)
        assert b"X: a  b\r\n" in block
        assert b"Transfer-Encoding" not in block

    def test_a_body_that_was_cut_is_marked(self, tmp_path: Path) -> None:
        record = self.writer(tmp_path).write(self.fetched(truncated="length")).record
        assert b"WARC-Truncated: length\r\n" in gzip.decompress(record)

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FetchError, match="cannot be written"):
            self.writer(tmp_path / "none").write(self.fetched())
