"""The articles of the own gold's three folders: invented where they must be, rows found by words."""

from __future__ import annotations

import csv
import itertools
import json
import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from evals.gold import files as gold_files
from evals.rendering import text_of
from evals.tasks.demo import span_of

from detente.knowledge.issues import issue
from detente.knowledge.plover import EVENT_TYPES
from detente.knowledge.registry import registry
from detente.records import Factuality, LineRole

ROOT = Path(__file__).parents[3]
GOLDS = ROOT / "evals" / "gold"
FOLDERS = {name: GOLDS / name for name in ("diplomacy", "world", "afar")}
READMES = {name: (folder / "README.md").read_text("utf-8") for name, folder in FOLDERS.items()}


def manifest(folder: Path) -> list[dict[str, str]]:
    """Return the articles that a folder lists; each row knows its folder."""
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as table:
        return [row | {"folder": folder.name} for row in csv.DictReader(table, delimiter="\t")]


MANIFEST = [row for folder in FOLDERS.values() for row in manifest(folder)]
ROWS = {row["id"]: row for row in MANIFEST}
TEXTS = {row["id"]: text_of(FOLDERS[row["folder"]] / row["file"]) for row in MANIFEST}
FILES = sorted(
    path
    for folder in FOLDERS.values()
    for path in (*folder.glob("*.json"), *folder.glob("pass1/*.json"))
)
# The second passes are kept as they were made, with their slips.
SECOND = sorted(path for folder in FOLDERS.values() for path in folder.glob("pass2/*.json"))
LAYERS = ("meetings", "statements", "positions", "forecasts", "references", "dates", "events", "names")
GOLD: dict[Path, dict[str, Any]] = {path: json.loads(path.read_text("utf-8")) for path in FILES}

INVENTED = {
    name: set(re.split(r",\s+", re.search(r"do not exist: (.*?)\.\n", readme, re.S)[1]))  # type: ignore[index]
    for name, readme in READMES.items()
}
ON_RECORD = {name: set(re.findall(r'"([^"]+)" \(', readme)) for name, readme in READMES.items()}
HE = re.compile(r"\b(?:he|she|him|his|her|himself|herself)\b(?!\w)", re.IGNORECASE)
MARKS = '“"‘„'
WITHOUT_MARKS = ("interview", "tweet")
STANDARDS = ("schema.org", "www.w3.org")  # whose addresses stand in the heads of pages

articles = pytest.mark.parametrize("row", MANIFEST, ids=lambda row: f"{row['folder']}/{row['id']}")


def test_no_article_stands_in_two_folders() -> None:
    assert len(ROWS) == len(MANIFEST)


@pytest.mark.parametrize(("name", "count"), [("diplomacy", 17), ("world", 10), ("afar", 10)])
def test_the_manifest_lists_every_article_and_no_other(name: str, count: int) -> None:
    listed = {row["file"] for row in MANIFEST if row["folder"] == name}
    assert listed == {f"articles/{path.name}" for path in (FOLDERS[name] / "articles").iterdir()}
    assert len(listed) == count


@pytest.mark.parametrize(("name", "first"), [("diplomacy", 1995), ("world", 1998), ("afar", 1995)])
def test_the_articles_span_relationships_years_and_shapes(name: str, first: int) -> None:
    rows = [row for row in MANIFEST if row["folder"] == name]
    pairs = {frozenset(row["relationship"].split("-")) for row in rows}
    years = sorted(int(row["published"][:4]) for row in rows)
    assert len(pairs) >= 9
    assert years[0] <= first
    assert years[-1] >= 2020
    assert sum(row["file"].endswith(".html") for row in rows) * 3 >= len(rows)
    assert frozenset(["USA", "RUS"]) not in pairs


@pytest.mark.parametrize("field", ["relationship", "outlet"])
def test_no_relationship_and_no_outlet_stands_in_two_folders(field: str) -> None:
    # So what is held out is about states, and in the style of outlets, that nothing was tuned on.
    seen = [
        {frozenset(row[field].split("-")) for row in MANIFEST if row["folder"] == name}
        for name in FOLDERS
    ]
    assert not any(left & right for left, right in itertools.combinations(seen, 2))


@articles
class TestArticles:
    def test_it_is_named_after_its_day(self, row: dict[str, str]) -> None:
        assert row["id"].startswith(row["published"])
        assert Path(row["file"]).stem == row["id"]
        date.fromisoformat(row["published"])

    def test_its_states_are_known(self, row: dict[str, str]) -> None:
        for code in row["relationship"].split("-"):
            assert f"state:{code}" in registry().actors

    def test_it_has_the_length_of_an_article(self, row: dict[str, str]) -> None:
        assert 450 <= len(TEXTS[row["id"]].split()) <= 900

    def test_its_outlet_is_on_the_page(self, row: dict[str, str]) -> None:
        raw = (FOLDERS[row["folder"]] / row["file"]).read_text("utf-8")
        assert row["outlet"].lower() in raw.lower()

    def test_every_address_is_invented(self, row: dict[str, str]) -> None:
        raw = (FOLDERS[row["folder"]] / row["file"]).read_text("utf-8")
        hosts = re.findall(r"(?:https?://|\w@)([a-z0-9.-]+\.[a-z]+)", raw)
        assert [h for h in hosts if not h.endswith(".example") and h not in STANDARDS] == []

    def test_weekdays_fit_their_dates(self, row: dict[str, str]) -> None:
        names = "January February March April May June July August September October November December"
        months = {name: number for number, name in enumerate(names.split(), 1)}
        days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
        one = "|".join(months)
        pattern = rf"\b({days}),? (?:(\d{{1,2}}) ({one})|({one}) (\d{{1,2}})),? (\d{{4}})\b"
        for found in re.finditer(pattern, TEXTS[row["id"]]):
            number, month = int(found[2] or found[5]), months[found[3] or found[4]]
            assert f"{date(int(found[6]), month, number):%A}" == found[1], found[0]

    @pytest.mark.parametrize("folder", ["pass1", "pass2", "."])
    def test_it_has_both_passes_and_the_settled_rows(self, row: dict[str, str], folder: str) -> None:
        assert (FOLDERS[row["folder"]] / folder / f"{row['id']}.json").is_file()

    def test_the_settled_rows_are_what_is_scored(self, row: dict[str, str]) -> None:
        folder = FOLDERS[row["folder"]]
        assert folder / f"{row['id']}.json" in gold_files([folder])
        assert not any(path.parent.name.startswith("pass") for path in gold_files([folder]))

    @pytest.mark.parametrize("layer", LAYERS)
    def test_a_settled_layer_has_two_passes_or_says_that_it_has_one(
        self, row: dict[str, str], layer: str
    ) -> None:
        folder, name = FOLDERS[row["folder"]], f"{row['id']}.json"
        second = json.loads((folder / "pass2" / name).read_text("utf-8"))
        settled = GOLD[folder / name]
        assert (layer in settled["first_pass"]) == (layer not in second)
        if layer in settled["first_pass"]:
            assert settled[layer] == GOLD[folder / "pass1" / name][layer]

    @pytest.mark.parametrize("layer", LAYERS)
    def test_no_settled_row_is_listed_twice(self, row: dict[str, str], layer: str) -> None:
        settled = GOLD[FOLDERS[row["folder"]] / f"{row['id']}.json"]
        rows = [json.dumps(one, sort_keys=True) for one in settled[layer]]
        assert len(rows) == len(set(rows))


def runs(text: str, words: int = 9) -> set[tuple[str, ...]]:
    """Return every run of so many words."""
    found = re.findall(r"\w+", text.lower())
    return set(zip(*(found[i:] for i in range(words)), strict=False))


def test_no_two_articles_share_a_sentence() -> None:
    demo = [p.read_text("utf-8") for p in (ROOT / "examples" / "demo").iterdir()]
    others = set().union(*(runs(text) for text in demo))
    for left, right in itertools.combinations(TEXTS, 2):
        assert not runs(TEXTS[left]) & runs(TEXTS[right]), (left, right)
    assert not any(runs(text) & others for text in TEXTS.values())


@pytest.mark.parametrize("name", FOLDERS)
def test_the_readme_names_nobody_in_vain(name: str) -> None:
    every = "\n".join(TEXTS[row["id"]] for row in MANIFEST if row["folder"] == name)
    assert [person for person in INVENTED[name] if person not in every] == []
    assert [words for words in ON_RECORD[name] if words.lower() not in every.lower()] == []
    assert len(ON_RECORD[name]) >= 3


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GOLDS)))
class TestGold:
    def test_it_belongs_to_its_article(self, path: Path) -> None:
        gold = GOLD[path]
        row = ROWS[path.stem]
        assert gold["article"] == f"evals/gold/{row['folder']}/{row['file']}"
        assert gold["page"]["outlet"] == row["outlet"]
        assert gold["page"]["published"] == row["published"]
        assert gold["page"]["title"] in TEXTS[path.stem]
        wanted = {"pass1": 1}.get(path.parent.name, "settled")
        assert gold["pass"] == wanted
        assert all(author.lower() in TEXTS[path.stem].lower() for author in gold["page"]["authors"])

    def test_every_range_holds_its_words(self, path: Path) -> None:
        gold, text = GOLD[path], TEXTS[path.stem]
        layers = ("names", "dates", "events", "references")
        rows = [row for layer in layers for row in gold[layer]]
        rows += [row["anchor"] for kind in ("meetings", "positions", "forecasts") for row in gold[kind]]
        for row in rows:
            assert 0 <= row["start"] < row["end"] <= len(text)
            assert text[row["start"] : row["end"]] == row["text"]
            assert row["text"] == row["text"].strip() != ""

    def test_a_range_begins_and_ends_with_a_word(self, path: Path) -> None:
        text = TEXTS[path.stem]
        for layer in ("names", "dates", "references"):
            for row in GOLD[path][layer]:
                around = text[row["start"] - 1 : row["end"] + 1]
                assert not re.match(r"\w\w", around), row
                assert not re.search(r"\w\w\Z", around), row

    def test_names_do_not_overlap(self, path: Path) -> None:
        spans = sorted((row["start"], row["end"]) for row in GOLD[path]["names"])
        assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))

    def test_every_actor_is_known_or_marked_local(self, path: Path) -> None:
        for row in GOLD[path]["names"]:
            assert row["kind"] in {"person", "state", "organisation", "place"}
            if row["kind"] == "place":
                assert row["actor"] is None
            elif not row["actor"].startswith("local:"):
                actor = registry().actor(row["actor"])
                kinds = {"organisation", "body"} if row["kind"] == "organisation" else {row["kind"]}
                assert actor.kind in kinds
            else:
                assert row["kind"] != "state"

    def test_one_actor_has_one_name(self, path: Path) -> None:
        names: dict[str, set[str]] = {}
        for row in GOLD[path]["names"]:
            if row["actor"]:
                names.setdefault(row["actor"], set()).add(row["name"])
        assert [one for one in names.values() if len(one) > 1] == []

    def test_statements_begin_and_end_as_told(self, path: Path) -> None:
        text = TEXTS[path.stem]
        for row in GOLD[path]["statements"]:
            last = -1
            assert row["kind"] in {"direct", "indirect", "mixed", "no_comment"}
            assert row["content"]
            for part in row["content"]:
                words = text[part["start"] : part["end"]].split()
                assert words[:5] == part["first"].split()
                assert words[-5:] == part["last"].split()
                assert part["start"] > last
                last = part["end"]

    def test_direct_statements_stand_in_marks_and_indirect_ones_do_not(self, path: Path) -> None:
        text = TEXTS[path.stem]
        for row in GOLD[path]["statements"]:
            marked = [text[part["start"] - 1] in MARKS for part in row["content"]]
            if row["kind"] == "direct" and row["channel"] not in WITHOUT_MARKS:
                assert all(marked), row
            elif row["kind"] in ("indirect", "no_comment"):
                assert not any(marked), row
            elif row["kind"] == "mixed":
                words = [text[part["start"] : part["end"]] for part in row["content"]]
                assert any(marked) or any(mark in word for word in words for mark in MARKS), row

    def test_nobody_who_exists_is_quoted_beyond_the_record(self, path: Path) -> None:
        text, folder = TEXTS[path.stem], ROWS[path.stem]["folder"]
        named = {row["name"] for row in GOLD[path]["names"] if row["kind"] in ("person", "state")}
        for row in GOLD[path]["statements"]:
            speakers = row["speaker"] if isinstance(row["speaker"], list) else [row["speaker"]]
            if row["kind"] not in ("direct", "mixed") or not set(speakers) & (named - INVENTED[folder]):
                continue
            for part in row["content"]:
                inside = text[part["start"] : part["end"]]
                quoted = re.findall(r"[“\"‘„]([^”\"’“]+)[”\"’“]", inside)
                words = quoted or [inside]
                assert {word.strip(".,") for word in words} <= ON_RECORD[folder], row

    def test_pronouns_are_complete_in_the_article(self, path: Path) -> None:
        gold, text = GOLD[path], TEXTS[path.stem]
        aside = [
            (row["start"], row["end"]) for row in gold["roles"]
            if row["role"] not in ("title", "dek", "caption", "subhead", "body")
        ]  # fmt: skip
        found = {
            match.span() for match in HE.finditer(text)
            if not any(start <= match.start() < end for start, end in aside)
        }  # fmt: skip
        ours = {(r["start"], r["end"]) for r in gold["references"] if r["kind"] == "pronoun"}
        assert found == ours

    def test_references_name_whom_they_mean(self, path: Path) -> None:
        for row in GOLD[path]["references"]:
            assert row["kind"] in {"pronoun", "office", "group"}
            assert isinstance(row["name"], list) == (row["kind"] == "group")
            assert row["name"] or row["kind"] == "pronoun"

    def test_a_pronoun_agrees_with_itself(self, path: Path) -> None:
        # Whoever is "she" in one place is not "he" in another of the same article.
        genders: dict[str, set[bool]] = {}
        for row in GOLD[path]["references"]:
            if row["kind"] == "pronoun" and row["name"]:
                she = row["text"].lower() in ("she", "her", "herself")
                genders.setdefault(row["name"], set()).add(she)
        assert [name for name, both in genders.items() if len(both) > 1] == []

    def test_dates_are_days_months_years_or_ranges(self, path: Path) -> None:
        for row in GOLD[path]["dates"]:
            span = span_of(row["date"])
            assert (span is None) == (row["precision"] == "unknown")
            assert row["precision"] in {"day", "month", "year", "range", "unknown"}
            if span is not None:
                assert span[0] <= span[1]
                assert (row["precision"] == "day") == (span[0] == span[1])
        for row in (*GOLD[path]["meetings"], *GOLD[path]["forecasts"]):
            span_of(row.get("date") or row.get("horizon"))

    def test_dated_weekdays_fall_on_their_day(self, path: Path) -> None:
        days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
        for row in GOLD[path]["dates"]:
            found = re.search(days, row["text"])
            if found and row["precision"] == "day":
                assert f"{date.fromisoformat(row['date']):%A}" == found[0], row

    def test_events_have_parties_and_a_type(self, path: Path) -> None:
        for row in GOLD[path]["events"]:
            assert row["type"] in EVENT_TYPES
            assert row["factuality"] in get_args(Factuality)
            assert row["actors"]
            for party in (*row["actors"], *row["recipients"]):
                assert party.strip()
                if len(party) == 3 and party.isupper() and party != "OAS":
                    assert f"state:{party}" in registry().actors, party

    def test_meetings_and_positions_use_the_words_of_the_records(self, path: Path) -> None:
        for row in GOLD[path]["meetings"]:
            assert row["participants"]
            assert row["form"] in {"meeting", "call", "visit", "summit"}
            assert row["status"] in {
                "held", "planned", "sought", "postponed", "cancelled", "declined"
            }  # fmt: skip
            assert (row["date"] is None) == (row["precision"] == "unknown")
        for row in GOLD[path]["positions"]:
            assert issue(row["issue"]).id == row["issue"]
            assert row["polarity"] in {"for", "against", "mixed", "unclear"}
            assert row["state"] is None or f"state:{row['state']}" in registry().actors

    def test_roles_are_whole_lines(self, path: Path) -> None:
        text = TEXTS[path.stem]
        for row in GOLD[path]["roles"]:
            assert row["role"] in get_args(LineRole)
            assert row["start"] == 0 or text[row["start"] - 1] == "\n"
            assert row["end"] == len(text) or text[row["end"]] == "\n"
            assert text[row["start"] : row["end"]].startswith(row["first"].split()[0])
        assert [row["role"] for row in GOLD[path]["roles"]].count("title") == 1


@pytest.mark.parametrize("path", SECOND, ids=lambda path: str(path.relative_to(GOLDS)))
class TestSecondPass:
    def test_it_says_which_pass_it_is(self, path: Path) -> None:
        second = json.loads(path.read_text("utf-8"))
        assert second["pass"] == 2
        assert second["article"] == GOLD[path.parents[1] / path.name]["article"]
        assert set(LAYERS) - {"names"} <= second.keys()

    def test_every_range_holds_its_words(self, path: Path) -> None:
        second, text = json.loads(path.read_text("utf-8")), TEXTS[path.stem]
        ranges = [
            row for layer in ("names", "dates", "events", "references") for row in second.get(layer, [])
        ]
        ranges += [
            row["anchor"] for kind in ("meetings", "positions", "forecasts") for row in second[kind]
        ]
        assert [row for row in ranges if text[row["start"] : row["end"]] != row["text"]] == []
        for part in (part for row in second["statements"] for part in row["content"]):
            words = text[part["start"] : part["end"]].split()
            assert (words[:5], words[-5:]) == (part["first"].split(), part["last"].split())
