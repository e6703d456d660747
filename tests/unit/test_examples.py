"""The demo corpus and its gold: complete, invented where it must be, and anchored in its own words."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from detente.knowledge.issues import issue

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "examples" / "demo"
GOLD = ROOT / "evals" / "gold" / "demo"

# Outlets and agencies that exist. Some may be named in a text (the letter in the New York Times, an
# interview in Kommersant); none may be the outlet of an article.
REAL_OUTLETS = (
    "moscow times", "world politics review", "world review", "christian science monitor", "minnpost",
    "russia beyond", "new york times", "washington post", "wall street journal", "financial times",
    "guardian", "telegraph", "independent", "the times", "bbc", "cnn", "reuters", "associated press",
    "afp", "agence france-presse", "bloomberg", "interfax", "itar-tass", "tass", "ria novosti",
    "izvestia", "kommersant", "vedomosti", "novaya gazeta", "rossiyskaya gazeta", "pravda", "rt",
    "foreign affairs", "foreign policy", "the economist", "spiegel", "die welt", "die zeit",
    "le monde", "el pais", "baltic times", "al jazeera", "politico", "usa today", "xinhua", "dpa",
)  # fmt: skip

# Words that may stand in quotation marks beside the name of a real person: short and on the public
# record; and "Twenty", the Russian nickname of the G-20.
ON_RECORD = {"professional pragmatists.", "bored kid", "Cold War mentality.", "Twenty"}

REAL_PERSONS = (
    "Kerry|Lavrov|Putin|Obama|Hagel|Shoigu|Shoygu|Ushakov|Nuland|Carney|Lukashevich|Ryabkov|McCain|"
    "Schumer|Pushkov|Clinton|Cameron|Fabius|Westerwelle|Netanyahu|Rasmussen|Medvedev|Harper|Letta|"
    "Sellstrom|Idriss|Churkin|Power|Hague|Brahimi|Ban|Patrushev|Donilon|Peskov|Astakhov|Kucherena|"
    "McFaul|Gatilov|Bogdanov|Sherman|Ford|Snowden|Fogle"
)


class _Words(HTMLParser):
    """The text of a page without scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.skip = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skip = tag in {"script", "style", "title"}

    def handle_data(self, data: str) -> None:
        if not self.skip:
            self.parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.skip = False


def _texts() -> dict[str, str]:
    """Return the text of every article by file name, rows of tables as `name#row`."""
    found: dict[str, str] = {}
    for path in sorted(DEMO.iterdir()):
        raw = path.read_bytes().decode("utf-8")
        if path.suffix == ".jsonl":
            for number, line in enumerate(raw.splitlines(), 1):
                found[f"{path.name}#{number}"] = json.loads(line)["text"]
        elif path.suffix == ".csv":
            for number, row in enumerate(csv.DictReader(raw.splitlines(keepends=True)), 1):
                found[f"{path.name}#{number}"] = row["text"]
        elif path.suffix == ".html":
            words = _Words()
            words.feed(raw)
            found[path.name] = " ".join(words.parts)
        else:
            found[path.name] = raw
    return found


TEXTS = _texts()
GOLD_FILES = sorted(GOLD.glob("*.json"))


def _table_rows() -> list[dict[str, Any]]:
    lines = (DEMO / "2013-08-northern-wire.jsonl").read_text("utf-8").splitlines()
    with (DEMO / "2013-08-larkfield-tribune.csv").open(encoding="utf-8", newline="") as table:
        return [json.loads(line) for line in lines] + list(csv.DictReader(table))


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def _text_of(gold: dict[str, Any]) -> str:
    name = Path(gold["article"]).name
    return TEXTS[f"{name}#{gold['row']}" if gold["row"] else name]


def test_there_are_enough_articles_in_every_shape() -> None:
    assert len(TEXTS) >= 24
    shapes = {Path(name.partition("#")[0]).suffix for name in TEXTS}
    assert shapes == {".txt", ".md", ".html", ".jsonl", ".csv"}
    assert sum(name.endswith(".html") for name in TEXTS) >= 5


@pytest.mark.parametrize("name", TEXTS)
def test_an_article_has_the_length_of_one(name: str) -> None:
    words = len(TEXTS[name].split())
    assert 350 <= words <= 900, f"{name}: {words} words"


def test_the_readme_lists_every_file_and_no_other() -> None:
    listed = set(re.findall(r"^\| (\S+\.(?:txt|md|html|jsonl|csv)) \|", _readme(), re.M))
    assert listed == {path.name for path in DEMO.iterdir()}


def _readme() -> str:
    return (DEMO.parent / "CORPUS.md").read_text("utf-8")


@pytest.mark.parametrize("name", [n for n in TEXTS if "#" not in n and not n.endswith(".html")])
def test_the_outlet_on_a_page_is_not_a_real_one(name: str) -> None:
    # The outlet of a page dump stands in its first lines or in its copyright line.
    head = TEXTS[name].lower()[:160]
    assert not [real for real in REAL_OUTLETS if re.search(rf"\b{re.escape(real)}\b", head)]


@pytest.mark.parametrize("path", sorted(DEMO.glob("*.html")), ids=lambda path: path.name)
def test_the_outlet_of_a_page_with_metadata_is_not_a_real_one(path: Path) -> None:
    raw = path.read_text("utf-8")
    site = re.search(r'og:site_name" content="([^"]+)"', raw)
    assert site is not None
    assert site[1].lower().removeprefix("the ") not in REAL_OUTLETS
    data = json.loads(re.search(r"ld\+json\">\s*(.*?)\s*</script>", raw, re.S)[1])  # type: ignore[index]
    assert data["publisher"]["name"] == site[1]
    assert data["headline"] in raw


@pytest.mark.parametrize("row", _table_rows(), ids=lambda row: row["title"][:30])
def test_a_row_of_a_table_has_its_fields(row: dict[str, Any]) -> None:
    assert all(row[field] for field in ("title", "outlet", "authors", "published", "url", "text"))
    assert date.fromisoformat(row["published"]).year == 2013
    assert row["outlet"].lower() not in REAL_OUTLETS


@pytest.mark.parametrize("path", sorted(DEMO.iterdir()), ids=lambda path: path.name)
def test_every_address_is_invented(path: Path) -> None:
    hosts = re.findall(r"(?:https?://|@)([a-z0-9.-]+\.[a-z]+)", path.read_text("utf-8"))
    allowed = ("schema.org",)
    assert [h for h in hosts if not h.endswith(".example") and h not in allowed] == []


def test_reprints_repeat_the_agency_text() -> None:
    agency = TEXTS["2013-02-27-northern-wire-berlin.txt"]
    body = agency[agency.index("U.S. Secretary") : agency.index("(Reporting by")].strip()
    assert body in TEXTS["2013-02-27-harbour-city-courier-berlin.txt"]
    shortened = TEXTS["2013-02-28-larkfield-tribune-berlin.txt"]
    shared = [p for p in body.split("\n\n") if p in shortened]
    assert len(shared) >= 9


@pytest.mark.parametrize(
    ("name", "pitch"),
    [
        ("2013-03-01-pacific-foreign-review-reset.md", "## Continue reading"),
        ("2013-06-05-pacific-foreign-review-s300.md", "Register to read"),
    ],
    ids=["subscription", "registration"],
)
def test_a_cut_off_article_stops_inside_a_sentence(name: str, pitch: str) -> None:
    before = TEXTS[name].partition(pitch)[0].rstrip()
    assert before[-1].isalpha()


def test_the_two_slips_are_where_the_readme_says() -> None:
    courier = TEXTS["2013-06-19-harbour-city-courier-lough-erne.txt"]
    assert "met on Tuesday, 18 June" in courier
    assert date(2013, 6, 17).strftime("%A") == "Monday"
    ledger = TEXTS["2013-06-18-baltic-ledger-lough-erne.html"]
    assert "met on Monday evening" in ledger
    pacific = TEXTS["2013-08-13-pacific-foreign-review-two-plus-two.md"]
    assert re.search(r"The night before, on a late-night television program.*bored kid", pacific)
    wire = TEXTS["2013-08-northern-wire.jsonl#3"]
    assert re.search(r"news conference on the same afternoon.*bored kid", wire, re.S)


@pytest.mark.parametrize("name", TEXTS)
def test_weekdays_fit_their_dates(name: str) -> None:
    wrong = []
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    months = {m: i for i, m in enumerate(("January", "February", "March", "April", "May", "June",
              "July", "August", "September", "October", "November", "December"), 1)}  # fmt: skip
    names = "|".join(months)
    for found in re.finditer(
        rf"\b({days}),? (?:(\d{{1,2}}) ({names})|({names}) (\d{{1,2}}))\b", TEXTS[name]
    ):
        day = int(found[2] or found[5])
        if f"{date(2013, months[found[3] or found[4]], day):%A}" != found[1]:
            wrong.append(found[0])
    assert wrong == []


@pytest.mark.parametrize("name", TEXTS)
def test_no_words_of_a_real_person_are_invented(name: str) -> None:
    quoted = re.compile(r"[“\"‘„]([^”\"’“]+?)[”\"“]|‘([^‘]+?)’(?=[\s,.])")
    strange = []
    for line in TEXTS[name].split("\n"):
        for found in quoted.finditer(line):
            before = line[max(0, found.start() - 70) : found.start()]
            after = line[found.end() : found.end() + 40]
            named_before = re.search(rf"\b(?:{REAL_PERSONS})\b[^.]*$", before)
            named_after = re.match(rf"\W*(?:said|says|told)?[^.]{{0,12}}\b(?:{REAL_PERSONS})\b", after)
            if named_before or named_after:
                strange.append(found[1] or found[2])
    assert set(strange) <= ON_RECORD


def test_gold_covers_at_least_twelve_articles() -> None:
    assert len(GOLD_FILES) >= 12
    assert len({_load(path)["article"] for path in GOLD_FILES}) >= 12


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda path: path.stem)
class TestGold:
    def test_it_belongs_to_its_article(self, path: Path) -> None:
        gold = _load(path)
        assert (ROOT / gold["article"]).is_file()
        stem = path.stem.removesuffix(f"-{gold['row']}") if gold["row"] else path.stem
        assert Path(gold["article"]).stem == stem
        assert gold["pass"] in {1, 2, "settled"}

    def test_its_anchors_are_words_of_the_text(self, path: Path) -> None:
        gold = _load(path)
        text = _text_of(gold)
        for kind in ("meetings", "positions", "forecasts"):
            for row in gold[kind]:
                anchor = row["anchor"]
                assert text[anchor["start"] : anchor["end"]] == anchor["text"]
                assert anchor["text"].strip()

    def test_its_statements_begin_and_end_as_told(self, path: Path) -> None:
        gold = _load(path)
        text = _text_of(gold)
        for statement in gold["statements"]:
            last_end = -1
            assert statement["content"]
            for fragment in statement["content"]:
                words = text[fragment["start"] : fragment["end"]].split()
                assert words[:5] == fragment["first"].split()
                assert words[-5:] == fragment["last"].split()
                assert fragment["start"] > last_end
                last_end = fragment["end"]

    def test_direct_statements_stand_in_marks_and_indirect_ones_do_not(self, path: Path) -> None:
        gold = _load(path)
        text = _text_of(gold)
        for statement in gold["statements"]:
            marked = [text[fragment["start"] - 1] in '“"‘„' for fragment in statement["content"]]
            # The answers of an interview are verbatim without marks.
            if statement["kind"] == "direct" and statement["channel"] != "interview":
                assert all(marked), statement
            elif statement["kind"] == "indirect":
                assert not any(marked), statement

    def test_pronouns_are_complete_inside_the_body(self, path: Path) -> None:
        gold = _load(path)
        text = _text_of(gold)
        ranges = {(r["start"], r["end"]) for r in gold["references"] if r["kind"] == "pronoun"}
        for start, end in ranges:
            assert text[start:end].lower() in {
                "he", "she", "him", "his", "her", "himself", "herself"
            }  # fmt: skip
        found = re.finditer(r"\b(?:he|she|him|his|her|himself|herself)\b(?!\w)", text, re.I)
        missing = [m.start() for m in found if m.span() not in ranges]
        # What is left out stands in a list of links or the note about the author under the article.
        under = ("Read more", "The opinions expressed here")
        assert all(any(words in text[:start] for words in under) for start in missing)

    def test_references_are_words_of_the_text(self, path: Path) -> None:
        gold = _load(path)
        text = _text_of(gold)
        for row in gold["references"]:
            assert text[row["start"] : row["end"]] == row["text"]
            assert row["kind"] in {"pronoun", "office", "group"}
            assert isinstance(row["name"], list) == (row["kind"] == "group")

    def test_its_values_are_those_of_the_records(self, path: Path) -> None:
        gold = _load(path)
        for meeting in gold["meetings"]:
            assert meeting["participants"]
            assert meeting["form"] in {"meeting", "call", "visit", "summit"}
            assert meeting["status"] in {
                "held", "planned", "sought", "postponed", "cancelled", "declined"
            }  # fmt: skip
            assert (meeting["date"] is None) == (meeting["precision"] == "unknown")
            _check_range(meeting["date"])
        for position in gold["positions"]:
            assert issue(position["issue"]).id == position["issue"]
            assert position["polarity"] in {"for", "against", "mixed", "unclear"}
        for statement in gold["statements"]:
            assert statement["kind"] in {"direct", "indirect", "mixed", "no_comment"}
            assert statement["speaker"]
        for forecast in gold["forecasts"]:
            assert forecast["forecaster"]
            _check_range(forecast["horizon"])

    def test_its_page_fits_the_text(self, path: Path) -> None:
        gold = _load(path)
        text = _text_of(gold)
        page = gold["page"]
        if gold["row"]:
            row = next(row for row in _table_rows() if row["title"] == page["title"])
            assert row["outlet"] == page["outlet"]
            assert row["published"] == page["published"]
            return
        assert page["title"] in text
        if page["outlet"]:
            assert page["outlet"].lower() in text.lower()
        for author in page["authors"]:
            assert author.lower() in text.lower()


def _check_range(value: str | None) -> None:
    """Raise where a date of the gold is neither a day, a month nor an ordered range."""
    if value is None:
        return
    sides = [side for side in value.split("..") if side]
    days = [date.fromisoformat(side if len(side) == 10 else f"{side}-01") for side in sides]
    assert 1 <= len(days) <= 2
    assert days == sorted(days)
