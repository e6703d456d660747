"""What a reader writes: verdicts and their undoing, splits, merges, collections, follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from detente.archive import Archive
from detente.archive.regrouping import regroup
from detente.linking import StoryDesk, relink
from detente.pipeline import PIPELINE_VERSION, encoded
from detente.records import Link
from detente.store import LINK, add_articles, load, note, open_database, put, untold
from tests.unit.interfaces.server.serving import Markup, post, served, stranger
from tests.unit.query import factories as made

FOUND = made.extractions()
BERLIN = FOUND[0].meetings[0].id
GLOBE = FOUND[1].meetings[0].id
REPRINT = FOUND[2].meetings[0].id
STATEMENT = FOUND[0].statements[2].id


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    """A server over the small archive, its rows taken to be of today's pipeline and linked by it."""
    database = open_database(tmp_path / "a.db")
    with database.write() as conn:
        add_articles(conn, [of.article for of in FOUND])
        put(conn, [encoded(of) for of in FOUND], PIPELINE_VERSION)
        relink(conn, [of.article.id for of in FOUND])
        regroup(conn, [of.article.id for of in FOUND], made.reference())
        note(conn, [(of.article.id, None) for of in FOUND], PIPELINE_VERSION, LINK)
        StoryDesk().place(conn, untold(conn))
    database.close()
    with served(tmp_path / "a.db") as client:
        yield client


def archive_of(client: TestClient) -> Archive:
    found: Archive = client.app.state.archive  # type: ignore[attr-defined]
    return found


def links(client: TestClient) -> dict[str, tuple[str, str, float]]:
    """Return every link by its id: relation, who decided it, how sure."""
    with client.app.state.database.read() as conn:  # type: ignore[attr-defined]
        return {one.id: (one.relation, one.decided_by, one.score) for one in load(conn, Link)}


def asked(client: TestClient, relation: str = "") -> str | None:
    """Return the id of the link that is asked about."""
    page = Markup(client.get("/review", params={"relation": relation}).text)
    found = [attrs["value"] for attrs in page.all("input") if attrs.get("name") == "link"]
    return found[0] if found else None


def origins(client: TestClient, meeting: str) -> int:
    """Return how many reports a meeting has."""
    body = client.get(f"/m/{meeting.partition(':')[2]}.json").json()
    return len(body["item"]["rows"])


class TestReview:
    def test_proposals_come_one_after_another(self, desk: TestClient) -> None:
        seen: list[str] = []
        waiting = sum(desk.get("/review.json").json()["waiting"].values())
        while link := asked(desk):
            assert link not in seen
            seen.append(link)
            assert post(desk, "/review", link=link, answer="unsure").status_code == 303
        assert len(seen) == waiting > 1
        assert "Nothing waits for a verdict." in desk.get("/review").text

    @pytest.mark.parametrize("answer", ["yes", "no", "unsure"])
    def test_a_verdict_and_its_undoing(self, desk: TestClient, answer: str) -> None:
        before = links(desk)
        link = asked(desk)
        assert link is not None
        post(desk, "/review", link=link, answer=answer)
        after = links(desk)
        if answer == "yes":
            assert after[link] == (before[link][0], "reader", 1.0)
        elif answer == "no":
            assert link not in after
        else:
            assert after[link] == before[link]
        assert asked(desk) != link
        assert post(desk, "/review/undo").status_code == 303
        assert links(desk) == before
        assert asked(desk) == link

    def test_verdicts_are_undone_in_their_order(self, desk: TestClient) -> None:
        given = []
        for answer in ("no", "yes"):
            link = asked(desk)
            given.append(link)
            post(desk, "/review", link=link, answer=answer)
        post(desk, "/review/undo")
        assert asked(desk) == given[1]
        post(desk, "/review/undo")
        assert asked(desk) == given[0]
        post(desk, "/review/undo")
        assert asked(desk) == given[0]

    def test_a_no_holds_when_links_are_made_again(self, desk: TestClient) -> None:
        assert origins(desk, BERLIN) == 3
        for link, (relation, _, _) in links(desk).items():
            if relation == "same-meeting":
                post(desk, "/review", link=link, answer="no")
        assert origins(desk, BERLIN) == 1
        archive_of(desk).build()
        assert origins(desk, BERLIN) == 1
        assert "same-meeting" not in {relation for relation, _, _ in links(desk).values()}

    def test_a_yes_is_left_alone_by_a_build(self, desk: TestClient) -> None:
        link = next(id for id, one in links(desk).items() if one[0] == "same-meeting")
        post(desk, "/review", link=link, answer="yes")
        archive_of(desk).build()
        assert links(desk)[link] == ("same-meeting", "reader", 1.0)

    def test_one_relation_may_be_asked_about(self, desk: TestClient) -> None:
        link = asked(desk, "may-tell")
        assert link is not None
        assert links(desk)[link][0] == "may-tell"
        answer = post(desk, "/review", link=link, answer="unsure", relation="may-tell")
        assert answer.headers["location"] == "/review?relation=may-tell"
        assert post(desk, "/review/undo", relation="//x").headers["location"] == "/review"

    @pytest.mark.parametrize(
        ("fields", "status"),
        [
            ({"link": "link:none", "answer": "yes"}, 404),
            ({"link": "link:none", "answer": "maybe"}, 422),
            ({"answer": "yes"}, 422),
            ({"link": "", "answer": "no"}, 422),
        ],
    )
    def test_what_is_no_verdict(self, desk: TestClient, fields: dict[str, str], status: int) -> None:
        assert post(desk, "/review", **fields).status_code == status

    def test_undo_without_a_verdict_does_nothing(self, desk: TestClient) -> None:
        before = links(desk)
        assert post(desk, "/review/undo").status_code == 303
        assert links(desk) == before

    def test_progress_is_shown(self, desk: TestClient) -> None:
        post(desk, "/review", link=asked(desk), answer="yes")
        page = Markup(desk.get("/review").text)
        assert "1 decided" in page.text
        assert page.all("progress")[0]["value"] == "1"
        assert desk.get("/review.json").json()["reviewed"] == {"yes": 1}


class TestSplit:
    def test_a_report_is_split_off(self, desk: TestClient) -> None:
        answer = post(desk, f"/m/{BERLIN.partition(':')[2]}/split", row=GLOBE)
        assert answer.headers["location"] == f"/m/{GLOBE.partition(':')[2]}"
        assert (origins(desk, BERLIN), origins(desk, GLOBE)) == (2, 1)
        page = Markup(desk.get(f"/m/{GLOBE.partition(':')[2]}").text)
        assert "Reported by 1 outlet" in page.text
        assert "split off" not in page.text

    def test_the_lists_know_it(self, desk: TestClient) -> None:
        before = desk.get("/meetings.json").json()["total"]
        post(desk, f"/m/{BERLIN.partition(':')[2]}/split", row=REPRINT)
        assert desk.get("/meetings.json").json()["total"] == before + 1

    def test_it_is_undone(self, desk: TestClient) -> None:
        post(desk, f"/m/{BERLIN.partition(':')[2]}/split", row=GLOBE)
        post(desk, "/review/undo")
        assert origins(desk, BERLIN) == 3

    def test_what_is_alone_already_stays(self, desk: TestClient) -> None:
        row = FOUND[3].meetings[0].id
        assert post(desk, f"/m/{row.partition(':')[2]}/split", row=row).status_code == 303
        assert origins(desk, row) == 1


class TestWhoIsWho:
    def test_two_are_merged_and_split_again(self, desk: TestClient) -> None:
        def statements() -> int:
            body = desk.get("/actor/local:ada.json").json()
            return len(body["statements"]["items"])

        alone = statements()
        assert post(desk, "/actor/local:ada/merge", other="local:ada-2").status_code == 303
        merged = statements()
        assert merged >= alone
        assert "local:ada-2" in desk.get("/actor/local:ada").text
        archive_of(desk).build()
        assert statements() == merged
        assert post(desk, "/actor/local:ada/split", other="local:ada-2").status_code == 303
        assert "local:ada-2" not in desk.get("/actor/local:ada").text

    def test_one_is_renamed_and_back(self, desk: TestClient) -> None:
        path = "/actor/person:sergei-lavrov"
        assert post(desk, f"{path}/rename", name="Sergey Renamed").status_code == 303
        assert Markup(desk.get(path).text).text.startswith("Sergey Renamed")
        post(desk, f"{path}/rename", name="")
        assert Markup(desk.get(path).text).text.startswith("Sergei Lavrov")

    @pytest.mark.parametrize(
        ("path", "other"),
        [
            ("/actor/person:sergei-lavrov/merge", "person:nobody"),
            ("/actor/person:sergei-lavrov/merge", "person:sergei-lavrov"),
            ("/actor/person:nobody/merge", "person:sergei-lavrov"),
            ("/actor/person:sergei-lavrov/split", "person:sergei-lavrov"),
        ],
    )
    def test_who_cannot_be_merged(self, desk: TestClient, path: str, other: str) -> None:
        assert post(desk, path, other=other).status_code == 404


class TestCollections:
    def make(self, desk: TestClient, title: str = "Syria in spring") -> str:
        answer = post(desk, "/collections", title=title)
        location: str = answer.headers["location"]
        return location

    def items(self, desk: TestClient, path: str) -> list[str]:
        body = desk.get(f"{path}.json").json()
        return [one["item"] for one in body["items"]]

    def test_something_is_saved_on_the_way(self, desk: TestClient) -> None:
        answer = post(desk, "/save", item=STATEMENT, title="Syria", note="to quote", back="/statements")
        assert answer.headers["location"] == "/statements"
        page = Markup(desk.get("/c/syria").text)
        assert "that the Syrian crisis was acute" in page.text
        assert "to quote" in page.text

    def test_a_title_gives_the_address(self, desk: TestClient) -> None:
        assert self.make(desk) == "/c/syria-in-spring"
        assert self.make(desk) == "/c/syria-in-spring-2"
        assert self.make(desk, "Ångström & Co.") == "/c/ngstr-m-co"
        assert self.make(desk, "Ярмарка") == "/c/list"

    @pytest.mark.parametrize("item", [STATEMENT, BERLIN, FOUND[0].article.id, "local:ada", "state:RUS"])
    def test_anything_with_a_page_can_be_kept(self, desk: TestClient, item: str) -> None:
        path = self.make(desk)
        post(desk, "/save", item=item, into="syria-in-spring")
        assert self.items(desk, path) == [item]
        assert desk.get(path).status_code == 200

    def test_saving_twice_keeps_one(self, desk: TestClient) -> None:
        path = self.make(desk)
        for words in ("first", "second"):
            post(desk, "/save", item=STATEMENT, into="syria-in-spring", note=words)
        assert self.items(desk, path) == [STATEMENT]
        assert "second" in desk.get(path).text

    def test_the_order_is_the_readers(self, desk: TestClient) -> None:
        path = self.make(desk)
        wanted = [STATEMENT, BERLIN, FOUND[0].article.id]
        for item in wanted:
            post(desk, "/save", item=item, into="syria-in-spring")
        post(desk, path, what="up", item=wanted[2])
        assert self.items(desk, path) == [wanted[0], wanted[2], wanted[1]]
        post(desk, path, what="down", item=wanted[0])
        assert self.items(desk, path) == [wanted[2], wanted[0], wanted[1]]
        post(desk, path, what="up", item=wanted[2])
        assert self.items(desk, path) == [wanted[2], wanted[0], wanted[1]]
        post(desk, path, what="drop", item=wanted[0])
        assert self.items(desk, path) == [wanted[2], wanted[1]]

    def test_a_link_opens_it_to_others_until_it_is_closed(self, desk: TestClient) -> None:
        path = self.make(desk)
        post(desk, "/save", item=STATEMENT, into="syria-in-spring")
        post(desk, path, what="share")
        links = [link for link in Markup(desk.get(path).text).links if link.startswith("/shared/")]
        shared = links[0]
        nobody = stranger(desk)
        page = Markup(nobody.get(shared).text)
        assert "that the Syrian crisis was acute" in page.text
        assert page.all("form") == []
        assert [link for link in page.links if link != "/"] == ["#main"]
        assert nobody.get(path, follow_redirects=False).status_code == 303
        assert nobody.get(f"/row/{STATEMENT}", follow_redirects=False).status_code == 303
        post(desk, path, what="close")
        assert nobody.get(shared).status_code == 404
        post(desk, path, what="share")
        assert nobody.get(shared).status_code == 404

    def test_it_is_renamed_and_deleted(self, desk: TestClient) -> None:
        path = self.make(desk)
        post(desk, path, what="title", title="Spring", note="what was said")
        assert "what was said" in desk.get(path).text
        assert post(desk, path, what="delete").headers["location"] == "/collections"
        assert desk.get(path).status_code == 404

    @pytest.mark.parametrize(
        ("path", "fields", "status"),
        [
            ("/collections", {"title": "  "}, 404),
            ("/save", {"item": STATEMENT}, 404),
            ("/save", {"item": STATEMENT, "into": "none"}, 404),
            ("/save", {"item": "nonsense", "title": "x"}, 404),
            ("/c/none", {"what": "delete"}, 404),
        ],
    )
    def test_what_cannot_be_kept(
        self, desk: TestClient, path: str, fields: dict[str, str], status: int
    ) -> None:
        assert post(desk, path, **fields).status_code == status

    def test_nobody_is_sent_away_after_saving(self, desk: TestClient) -> None:
        answer = post(desk, "/save", item=STATEMENT, title="x", back="https://evil.example/")
        assert answer.headers["location"] == "/"


class TestFollow:
    def follow(self, desk: TestClient, item: str, on: Any = "true") -> int:
        status: int = post(desk, "/follow", item=item, on=on, back="/relationships").status_code
        return status

    def test_what_is_followed_is_on_the_desk(self, desk: TestClient) -> None:
        assert self.follow(desk, "fra-deu") == 303
        page = Markup(desk.get("/").text)
        assert "France and Germany" in page.text
        assert "that the archive tells most of" not in page.text
        assert self.follow(desk, "FRA-DEU", "false") == 303
        assert "that the archive tells most of" in desk.get("/").text

    @pytest.mark.parametrize("item", ["FRA", "FRA-FRA", "FRA-Atlantis", ""])
    def test_what_is_no_relationship(self, desk: TestClient, item: str) -> None:
        assert self.follow(desk, item) in (404, 422)
