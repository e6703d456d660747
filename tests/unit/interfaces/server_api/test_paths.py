"""Every path of the API: as described, with tags, for those who may read, and with its mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.unit.interfaces.server_api.serving import Served, described, errors, is_problem, served
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

POST = made.post()
ARTICLE = POST.article.id
V1 = "/api/v1"
PATHS: dict[str, str] = {
    "/articles": "/articles",
    "/statements": "/statements",
    "/meetings": "/meetings",
    "/events": "/events",
    "/positions": "/positions",
    "/forecasts": "/forecasts",
    "/articles/{id}": f"/articles/{ARTICLE}",
    "/articles/{id}/rows": f"/articles/{ARTICLE}/rows",
    "/statements/{id}": f"/statements/{POST.statements[0].id}",
    "/meetings/{id}": f"/meetings/{POST.meetings[0].id}",
    "/events/{id}": "/events/{event}",
    "/positions/{id}": f"/positions/{POST.positions[0].id}",
    "/forecasts/{id}": f"/forecasts/{POST.forecasts[0].id}",
    "/relationships/{left}/{right}": "/relationships/USA/RUS",
    "/relationships/{left}/{right}/series": "/relationships/USA/RUS/series",
    "/relationships/{left}/{right}/timeline": "/relationships/USA/RUS/timeline",
    "/relationships/{left}/{right}/disagreements": "/relationships/USA/RUS/disagreements",
    "/stories": "/stories",
    "/stories/{id}": "/stories/{story}",
    "/stories/{id}/compare": "/stories/{story}/compare",
    "/stories/{id}/disagreements": "/stories/{story}/disagreements",
    "/links": "/links",
    "/outcomes": "/outcomes",
    "/actors": "/actors",
    "/actors/{name}": "/actors/Lavrov",
    "/experts/{name}": "/experts/Ada Sample",
    "/who": "/who?q=foreign minister&state=RUS&on=2013-02-26",
    "/offices": "/offices?state=USA&state=RUS&on=2013-02-26",
    "/issues": "/issues",
    "/outlets": "/outlets",
    "/search": "/search?q=Syria",
    "/changes": "/changes",
    "/verify": "/verify",
    "/judgements": "/judgements",
    "/corrections": "/corrections",
    "/collections": "/collections",
    "/collections/{id}": "/collections/the-berlin-talks",
}
"""Every GET path that answers with JSON, and an address of it that finds something."""
FILES = {"/exports/{kind}": "/exports/statements"}
LISTS = ("articles", "statements", "meetings", "events", "positions", "forecasts")
EMPTY = {"/outcomes", "/judgements", "/corrections", "/collections/{id}"}
"""Lists that have nothing in the small archive."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(archive_at(tmp_path_factory.mktemp("api") / "made.db")) as found:
        found.writer.post(f"{V1}/collections", json={"title": "The Berlin talks"})
        yield found


@pytest.fixture(scope="module")
def document(site: Served) -> dict[str, Any]:
    return described(site.nobody)


def address(site: Served, path: str) -> str:
    """Return an address with the ids that only the archive knows filled in."""
    if "{story}" in path:
        found = site.reader.get(f"{V1}/stories").json()["items"]
        path = path.replace("{story}", next(one["id"] for one in found if len(one["articles"]) > 1))
    if "{event}" in path:
        path = path.replace("{event}", site.reader.get(f"{V1}/events").json()["items"][0]["id"])
    return V1 + path


def test_the_table_has_every_path(document: dict[str, Any]) -> None:
    gets = {path.removeprefix(V1) for path, item in document["paths"].items() if "get" in item}
    assert gets == {*PATHS, *FILES, "/healthz"}


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_is_as_described(path: str, site: Served, document: dict[str, Any]) -> None:
    answer = site.reader.get(address(site, PATHS[path]))
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    body = answer.json()
    assert errors(document, V1 + path, body) == []
    if "items" in body and path not in EMPTY:
        assert body["items"]


@pytest.mark.parametrize("path", PATHS)
def test_a_tag_saves_the_body(path: str, site: Served) -> None:
    where = address(site, PATHS[path])
    tag = site.reader.get(where).headers["etag"]
    for sent in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = site.reader.get(where, headers={"If-None-Match": sent})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    changed = site.reader.get(where, headers={"If-None-Match": '"other"'})
    assert changed.status_code == 200


@pytest.mark.parametrize("path", [*PATHS, *FILES])
def test_nobody_is_not_let_in(path: str, site: Served) -> None:
    answer = site.nobody.get(address(site, {**PATHS, **FILES}[path]))
    is_problem(answer, 401)
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", [*PATHS, *FILES])
def test_a_parameter_that_there_is_not_is_told(path: str, site: Served) -> None:
    where = address(site, {**PATHS, **FILES}[path])
    mark = "&" if "?" in where else "?"
    body = is_problem(site.reader.get(f"{where}{mark}actr=Lavrov"), 422)
    assert body["detail"].startswith("no parameter actr; ")


@pytest.mark.parametrize("path", [*PATHS, *FILES])
def test_a_wrong_key_is_nobody(path: str, site: Served) -> None:
    where = address(site, {**PATHS, **FILES}[path])
    is_problem(site.nobody.get(where, headers={"Authorization": "Bearer dtnt_wrong"}), 401)


@pytest.mark.parametrize("path", [path for path in PATHS if path != "/changes"])
def test_what_was_printed_later_is_left_out(path: str, site: Served) -> None:
    """Nothing of the last article (9 May 2013) is in an answer as of April."""
    last = made.later().article.id
    where = address(site, PATHS[path])
    mark = "&" if "?" in where else "?"
    answer = site.reader.get(f"{where}{mark}as_of=2013-04")
    assert answer.status_code in (200, 404)
    if path not in ("/links", "/verify", "/issues", "/outlets", "/actors"):
        assert last not in answer.text


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("sort", ["day", "-day", "reported", "-reported"])
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_to_the_end_are_the_whole(kind: str, sort: str, limit: int, site: Served) -> None:
    whole = site.reader.get(f"{V1}/{kind}?sort={sort}&limit=500").json()
    assert whole["next"] is None
    assert whole["total"] == len(whole["items"])
    found: list[Any] = []
    where: str | None = f"{V1}/{kind}?sort={sort}&limit={limit}"
    while where:
        answer = site.reader.get(where)
        body = answer.json()
        assert len(body["items"]) <= limit
        found += body["items"]
        link = answer.headers.get("link")
        assert (link is None) == (body["next"] is None)
        where = link and link.split(">")[0].lstrip("<")
        if where:
            asked = dict(parse_qsl(urlsplit(where).query))
            assert (asked["next"], asked["sort"]) == (body["next"], sort)
    assert found == whole["items"]


@pytest.mark.parametrize("path", ["stories", "links", "actors", "outlets", "changes"])
@pytest.mark.parametrize("limit", [1, 2])
def test_other_pages_to_the_end(path: str, limit: int, site: Served) -> None:
    whole = site.reader.get(f"{V1}/{path}?limit=500").json()["items"]
    word = "since" if path == "changes" else "next"
    found: list[Any] = []
    next: str | None = ""
    while next is not None:
        more = {word: next} if next else {}
        body = site.reader.get(f"{V1}/{path}", params={"limit": limit, **more}).json()
        found += body["items"]
        next = body["next"] if path != "changes" or body["more"] else None
    assert found == whole
    assert len(found) > 1


def test_asking_again_for_changes_gives_nothing_until_something_is_new(site: Served) -> None:
    first = site.reader.get(f"{V1}/changes?limit=500").json()
    assert first["more"] is False
    again = site.reader.get(f"{V1}/changes", params={"since": first["next"]}).json()
    assert (again["items"], again["next"]) == ([], first["next"])
    site.writer.post(f"{V1}/judgements/rename", json={"actor": "Putin", "name": "V. Putin"})
    news = site.reader.get(f"{V1}/changes", params={"since": first["next"]}).json()
    assert [(one["what"], one["kind"]) for one in news["items"]] == [("judgement", "name")]


@pytest.mark.parametrize("kind", LISTS)
def test_fields(kind: str, site: Served) -> None:
    whole = site.reader.get(f"{V1}/{kind}").json()["items"]
    name = next(name for name in whole[0] if name not in ("id", "article"))
    for query in (f"fields={name}", f"fields=id,{name}", f"fields=id&fields={name}"):
        items = site.reader.get(f"{V1}/{kind}?{query}").json()["items"]
        assert items == [{"id": one["id"], name: one[name]} for one in whole]


@pytest.mark.parametrize("kind", [kind for kind in LISTS if kind != "articles"])
def test_evidence(kind: str, site: Served) -> None:
    texts = {of.article.id: of.article.text for of in made.extractions()}
    plain = site.reader.get(f"{V1}/{kind}").json()["items"]
    assert all("evidence" not in one for one in plain)
    items = site.reader.get(f"{V1}/{kind}?include=evidence").json()["items"]
    assert items
    for item in items:
        assert item["evidence"]
        for one in item["evidence"]:
            assert texts[one["article"]][one["start"] : one["end"]] == one["quote"]
    short = site.reader.get(f"{V1}/{kind}?include=evidence&fields=id").json()["items"]
    assert [set(one) for one in short] == [{"id", "evidence"}] * len(items)


FILTERS: list[tuple[str, Any]] = [
    ("meetings?state=USA&state=RUS", lambda one: one["date"]["start"] != "2013-05-01"),
    ("meetings?form=visit", lambda one: one["form"] == "visit"),
    ("meetings?status=planned", lambda one: one["status"] == "planned"),
    ("meetings?actor=Putin", lambda one: "Putin" in str(one["participants"])),
    ("meetings?from=2013-05", lambda one: (one["date"]["start"] or "9") >= "2013-05"),
    ("meetings?to=2013-03", lambda one: one["date"]["start"] < "2013-04"),
    ("statements?by=Ada Sample", lambda one: one["speaker"]["name"] == "Ada Sample"),
    ("statements?by=Lavrov&by=Kerry", lambda one: one["speaker"]["state"] in ("RUS", "USA")),
    ("statements?by_state=RUS", lambda one: one["speaker"]["state"] == "RUS"),
    ("statements?kind=direct", lambda one: one["kind"] == "direct"),
    ("statements?issue=syria", lambda one: "issue:syria" in one["issues"]),
    ("statements?issue=Syria&state=Russia", lambda one: "Lavrov" in one["speaker"]["name"]),
    (f"statements?article={ARTICLE}", lambda one: one["article"] == ARTICLE),
    ("positions?polarity=against", lambda one: one["polarity"] == "against"),
    ("positions?by_state=USA", lambda one: one["actor"]["state"] == "USA"),
    ("events?type=SANCTION", lambda one: one["type"] == "SANCTION"),
    ("forecasts?due_from=2013-03&due_to=2013-03", lambda one: one["horizon"]["end"] == "2013-03-31"),
    ("articles?outlet=the globe sample", lambda one: one["outlet"] == "The Globe Sample"),
    ("articles?reported_to=2013-02-26", lambda one: (one["published"]["start"] or "") <= "2013-02-26"),
    ("articles?actor=person:vladimir-putin", lambda one: one["title"].startswith("Kerry talks")),
    ("links?relation=same-meeting", lambda one: one["relation"] == "same-meeting"),
    (f"links?of={ARTICLE}", lambda one: ARTICLE in (one["left"], one["right"])),
    ("search?q=Syria&kind=statement", lambda one: one["kind"] == "statement"),
    ("search?q=crisis&by=Lavrov", lambda one: one["who"]["name"] == "Sergei Lavrov"),
]


@pytest.mark.parametrize(("path", "holds"), FILTERS, ids=[path for path, _ in FILTERS])
def test_filters(path: str, holds: Any, site: Served) -> None:
    items = site.reader.get(f"{V1}/{path}").json()["items"]
    assert items
    assert all(holds(one) for one in items)


MISTAKES: list[tuple[str, str]] = [
    ("statements?state=Atlantis", "no state 'Atlantis'"),
    ("statements?actor=Nobody Whatever", "nobody called 'Nobody Whatever'"),
    ("statements?by=Nobody Whatever", "nobody called"),
    ("statements?by_state=Atlantis", "no state"),
    ("statements?issue=cheese", "no issue 'cheese'"),
    ("statements?article=ffff", "no article 'ffff'"),
    ("statements?from=yesterday", "from: "),
    ("statements?to=2013-02-30", "to: "),
    ("statements?as_of=13/2/2013", "as_of: "),
    ("statements?from=2013-05&to=2013-04", "a period begins before it ends"),
    ("statements?reported_from=2013-05&reported_to=2013-04", "a period begins"),
    ("forecasts?due_from=2013-05&due_to=2013-04", "a period begins"),
    ("relationships/USA/RUS?from=2013-05&to=2013-04", "a period begins"),
    ("relationships/USA/RUS/series?from=2013-05&to=2013-04", "a period begins"),
    ("relationships/USA/RUS/timeline?from=2013-05&to=2013-04", "a period begins"),
    ("relationships/USA/RUS/disagreements?from=2013-05&to=2013-04", "a period begins"),
    ("exports/statements?from=2013-05&to=2013-04", "a period begins"),
    ("search?q=x&from=2013-05&to=2013-04", "a period begins"),
    ("statements?sort=size", "sort: "),
    ("statements?limit=0", "limit: "),
    ("statements?limit=501", "limit: "),
    ("statements?limit=many", "limit: "),
    ("statements?next=x", "no place in a list"),
    ("statements?next=" + "A" * 2001, "next: "),
    ("statements?fields=colour", "no field colour; fields are "),
    ("statements?include=all", "include"),
    ("statements?kind=loud", "kind: "),
    ("meetings?form=party", "form: "),
    ("meetings?status=happy", "status: "),
    ("events?type=QUARREL", "types are AGREE"),
    ("positions?polarity=maybe", "polarity: "),
    ("forecasts?due_to=soon", "due_to: "),
    ("articles/" + ARTICLE + "?fields=colour", "no field colour"),
    ("links?relation=likes", "relation: "),
    ("search", "q: "),
    ("search?q=by:", "at character"),
    ("search?q=" + "x" * 1001, "q: "),
    ("who", "q: "),
    ("who?q=minister of cheese", "no office and no person"),
    ("offices", "state: "),
    ("offices?state=Atlantis", "no state"),
    ("changes?since=x", "no place in a list"),
    ("verify?article=ffff", "no article"),
    ("relationships/USA/RUS/timeline?days=0", "days: "),
    ("relationships/USA/RUS/timeline?issue=cheese", "no issue"),
    ("relationships/USA/RUS/series?issue=cheese", "no issue"),
    ("exports/statements?format=xls", "no format 'xls'"),
    ("exports/articles?format=dna", "dna is for statements"),
    ("exports/statements?state=Atlantis", "no state"),
    ("stories?next=x", "no place in a list"),
]


@pytest.mark.parametrize(("path", "words"), MISTAKES, ids=[path[:60] for path, _ in MISTAKES])
def test_mistakes_are_problems(path: str, words: str, site: Served) -> None:
    body = is_problem(site.reader.get(f"{V1}/{path}"), 422)
    assert words in body["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "articles/ffff", "articles/ffff/rows", "articles/not an id", "statements/ffff", "meetings/x",
        "statements/meeting:0000000000000000", "stories/none", "stories/none/compare",
        "stories/none/disagreements", "actors/Nobody Whatever", "experts/Nobody Whatever",
        "relationships/USA/Atlantis", "relationships/Atlantis/USA/series", "relationships/USA/USA",
        "relationships/USA/Atlantis/timeline", "exports/articels", "nothing",
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_problem(path: str, site: Served) -> None:
    is_problem(site.reader.get(f"{V1}/{path}"), 404)


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "statements"), ("DELETE", "articles"), ("PUT", "judgements"), ("PATCH", "search?q=x")],
)
def test_methods_that_there_are_not(method: str, path: str, site: Served) -> None:
    answer = site.writer.request(method, f"{V1}/{path}")
    is_problem(answer, 405)
    assert "GET" in answer.headers["allow"]


def test_health_is_open_and_tells_nothing_of_the_archive(site: Served, document: Any) -> None:
    answer = site.nobody.get("/healthz")
    assert answer.status_code == 200
    assert errors(document, "/healthz", answer.json()) == []
    assert str(site.db) not in answer.text
    assert document["paths"]["/healthz"]["get"]["security"] == []


@pytest.mark.parametrize("path", ["/openapi.json", "/api/v1/openapi.json"])
def test_the_description_is_open(path: str, site: Served) -> None:
    answer = site.nobody.get(path)
    assert answer.json()["openapi"].startswith("3.1")


def test_no_answer_names_a_folder_of_this_machine(site: Served) -> None:
    for path in PATHS:
        assert str(site.db.parent) not in site.reader.get(address(site, PATHS[path])).text


def test_one_thing_has_all_its_reports(site: Served) -> None:
    body = site.reader.get(f"{V1}/meetings/{POST.meetings[0].id}").json()
    assert len(body["item"]["same"]) == len(body["tellings"]) == 3
    assert body["item"]["differences"][0]["slot"] == "date"
    short = POST.meetings[0].id.partition(":")[2]
    assert site.reader.get(f"{V1}/meetings/{short}").json() == body


def test_an_article_by_its_short_id(site: Served) -> None:
    whole = site.reader.get(f"{V1}/articles/{ARTICLE}").json()
    short = ARTICLE.partition(":")[2][:6]
    assert site.reader.get(f"{V1}/articles/{short}").json() == whole
    assert whole["text"] == POST.article.text
    part = site.reader.get(f"{V1}/articles/{short}?fields=title").json()
    assert part == {"id": ARTICLE, "title": whole["title"]}


def test_an_article_that_was_not_out_yet(site: Served) -> None:
    later = made.later().article.id
    assert site.reader.get(f"{V1}/articles/{later}").status_code == 200
    is_problem(site.reader.get(f"{V1}/articles/{later}?as_of=2013-03"), 404)


@pytest.mark.parametrize("path", ["/r/USA-RUS", "/r/USA-RUS.json"])
def test_a_page_of_a_period_that_ends_before_it_begins(path: str, site: Served) -> None:
    assert site.reader.get(f"{path}?from=2013-05&to=2013-04").status_code == 404


def test_too_many_requests_are_told_when_to_come_back(tmp_path: Any) -> None:
    with served(archive_at(tmp_path / "made.db"), most_requests=3) as few:
        answers = [few.reader.get(f"{V1}/issues") for _ in range(5)]
    is_problem(answers[-1], 429)
    assert int(answers[-1].headers["retry-after"]) > 0
