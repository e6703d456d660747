"""A briefing: no line without its sentences, two languages, and only what was printed by the day."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Connection

from detente.errors import EvidenceError, UnknownName
from detente.export.brief import brief_of, shortened
from detente.export.brief_words import LANGUAGES, words
from detente.query.brief import material
from detente.query.brief_lines import Brief, Evidenced, Footing, Line
from detente.query.refs import Ref
from detente.query.views import Reports
from detente.records import Article, When
from detente.store import load, open_database
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

FOOTING = Footing(
    Ref("1f3a:2", "article:1f3a", 2), "It rained.", "The Post", When(), "Rain", "The Post"
)
DAY = date(2013, 5, 7)


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = archive_at(tmp_path_factory.mktemp("brief") / "a.db")
    database = open_database(path, create=False)
    with database.read() as found:
        yield found
    database.close()


def brief(conn: Connection, language: str = "en", **asked: Any) -> Brief:
    asked = {"since": date(2013, 2, 1), "until": date(2013, 5, 31)} | asked
    return brief_of(material(conn, made.reference(), "USA", "RUS", **asked), language)


# A line without evidence cannot be made


@pytest.mark.parametrize("evidence", [(), []])
def test_a_line_without_evidence_cannot_be_made(evidence: Any) -> None:
    with pytest.raises(EvidenceError, match="without evidence"):
        Line("Relations improved.", evidence)


def test_the_type_says_so_too() -> None:
    """One footing and more: an empty tuple is no value of the type."""
    hint = typing.get_type_hints(Line)["evidence"]
    assert str(hint) == str(Evidenced)
    first, *rest = typing.get_args(hint)
    assert first is Footing
    assert len(rest) == 1


def test_evidence_cannot_be_taken_away() -> None:
    line = Line("It rained.", (FOOTING,))
    with pytest.raises(EvidenceError):
        replace(line, evidence=())


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_line_cannot_be_made(text: str) -> None:
    with pytest.raises(EvidenceError):
        Line(text, (FOOTING,))


@pytest.mark.parametrize("sentence", ["", " \n "])
def test_nor_a_footing_without_words(sentence: str) -> None:
    with pytest.raises(EvidenceError, match="1f3a:2"):
        replace(FOOTING, sentence=sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_rests_on_words_that_stand_there(conn: Connection, language: str) -> None:
    texts = {one.id: " ".join(one.text.split()) for one in load(conn, Article)}
    lines = brief(conn, language).lines()
    assert len(lines) > 5
    for line in lines:
        assert line.evidence
        for one in line.evidence:
            assert one.sentence in texts[one.ref.article]


def test_footings_are_of_different_origins_first(conn: Connection) -> None:
    berlin = next(line for line in brief(conn).lines() if "Berlin" in line.text)
    assert len({one.origin for one in berlin.evidence[:2]}) == 2


# Sections


def test_the_sections_in_their_order(conn: Connection) -> None:
    kinds = [block.kind for block in brief(conn).blocks]
    order = ["brief", "changed", "meetings", "positions", "shifts", "forecasts", "disagreements",
             "called", "ahead"]  # fmt: skip
    assert kinds == sorted(kinds, key=order.index)
    assert {"brief", "changed", "meetings", "positions"} <= set(kinds)


def test_no_section_is_empty(conn: Connection) -> None:
    for block in brief(conn).blocks:
        assert block.parts
        assert all(part.lines for part in block.parts)


def section(found: Brief, kind: str) -> list[Line]:
    return [
        line
        for block in found.blocks
        if block.kind == kind
        for part in block.parts
        for line in part.lines
    ]


def test_a_meeting_with_place_people_and_matters(conn: Connection) -> None:
    berlin = section(brief(conn), "meetings")[0]
    assert berlin.text.startswith("Meeting in Berlin: ")
    assert "Sergei Lavrov" in berlin.text
    assert "On Syria." in berlin.text
    assert berlin.lead == "26 Feb"
    assert berlin.told == "2 independent outlets"


def test_an_act_is_quoted(conn: Connection) -> None:
    (act,) = section(brief(conn), "changed")
    assert act.text.startswith("Russia → United States, sanction: “Russia had banned adoptions")
    assert act.lead == "9 May"


def test_positions_stand_side_by_side(conn: Connection) -> None:
    found = brief(conn)
    block = next(block for block in found.blocks if block.kind == "positions")
    assert [part.heading for part in block.parts] == ["Syria"]
    assert [line.lead for line in block.parts[0].lines] == ["United States", "Russia"]
    assert "“talks on Syria without preconditions”" in block.parts[0].lines[1].text


def test_a_forecast_that_fell_due(conn: Connection) -> None:
    (line,) = section(brief(conn), "forecasts")
    assert "Ada Sample (Example Institute)" in line.text
    assert line.text.endswith("No report settles it.")


def test_reports_that_differ_name_both_sides(conn: Connection) -> None:
    found = section(brief(conn), "disagreements")
    assert any("26 Feb 2013 (The Daily Example) against 27 Feb 2013" in line.text for line in found)
    assert all(len(line.evidence) > 1 for line in found)


def test_what_lies_ahead_lies_after_the_period(conn: Connection) -> None:
    (line,) = section(brief(conn, until=date(2013, 3, 31)), "ahead")
    assert "Visit to Moscow" in line.text
    assert line.text.endswith("planned.")
    assert line.lead == "May"


def test_what_was_printed_later_is_not_known(conn: Connection) -> None:
    march = brief(conn, until=date(2013, 3, 31))
    assert not [
        one for one in march.notes() if one.published.start and one.published.start > date(2013, 3, 31)
    ]
    later = brief(conn, until=date(2013, 3, 31), as_of=date(2013, 5, 31))
    assert later.as_of == When.day(date(2013, 5, 31))
    assert later.reports.articles >= march.reports.articles


def test_the_course_is_compared_with_the_days_before(conn: Connection) -> None:
    found = brief(conn, since=date(2013, 4, 1), until=date(2013, 5, 31))
    lines = [line for line in section(found, "brief") if line.lead == "Course"]
    assert len(lines) == 2
    assert "United States → Russia: +2.5 on average a week" in lines[0].text
    assert "after +2.5 in as many days before" in lines[0].text
    assert "Russia → United States: −1.8" in lines[1].text


def test_an_archive_that_has_nothing(conn: Connection) -> None:
    found = brief(conn, since=date(2001, 1, 1), until=date(2001, 2, 1))
    assert found.blocks == ()
    assert found.notes() == []


def test_two_states_are_asked_for(conn: Connection) -> None:
    with pytest.raises(UnknownName):
        material(conn, made.reference(), "USA", "USA")


# Words


def test_both_languages_say_the_same_lines(conn: Connection) -> None:
    english, german = brief(conn, "en"), brief(conn, "de")
    assert [block.kind for block in english.blocks] == [block.kind for block in german.blocks]
    assert english.notes() == german.notes()
    assert len(english.lines()) == len(german.lines())


def test_german_words(conn: Connection) -> None:
    found = brief(conn, "de")
    assert found.title == "Vereinigte Staaten und Russland"
    assert [block.heading for block in found.blocks][:2] == ["Das Wichtigste", "Was sich geändert hat"]
    assert section(found, "meetings")[0].text.startswith("Treffen in Berlin: ")
    assert section(found, "meetings")[0].lead == "26. Februar"
    assert "unabhängige" in found.subtitle


ENGLISH = re.compile(
    r"\b(?:Syria|Russia|United States|Moscow|Geneva|Foreign Minister|Secretary of State|and|with|the)\b"
)
"""Words that a German briefing has no reason to say, but in a quotation."""
_QUOTED = re.compile("\N{DOUBLE LOW-9 QUOTATION MARK}.*?\N{LEFT DOUBLE QUOTATION MARK}", re.S)


def test_a_german_briefing_is_german_outside_of_quotations(conn: Connection) -> None:
    found = brief(conn, "de")
    told = [found.title, found.subtitle]
    for block in found.blocks:
        told += [block.heading, block.note]
        for part in block.parts:
            told.append(part.heading)
            told += [f"{line.lead} {line.text}" for line in part.lines]
    said = [_QUOTED.sub("", text) for text in told]
    assert [text for text in said if ENGLISH.search(text)] == []
    assert any("Moskau" in text for text in said)
    assert any("Syrien" in text for text in said)


@pytest.mark.parametrize(
    ("place", "to", "english", "german"),
    [
        ("Moscow", False, " in Moscow", " in Moskau"),
        ("Moscow", True, " to Moscow", " in Moskau"),
        ("the Kremlin", False, " in the Kremlin", " im Kreml"),
        ("Turkey", True, " to Turkey", " in der Türkei"),
        ("Lower Primerovo", False, " in Lower Primerovo", " in Lower Primerovo"),
    ],
)
def test_where_it_was(place: str, to: bool, english: str, german: str) -> None:
    assert (words("en").where(place, to=to), words("de").where(place, to=to)) == (english, german)


@pytest.mark.parametrize(
    ("names", "english", "german"),
    [
        ((), "", ""),
        (("Russia",), "Russia", "Russland"),
        (("Russia", "Ann Alpha"), "Russia and Ann Alpha", "Russland und Ann Alpha"),
        (("Syria", "Missile defence", "fish"), "Syria, Missile defence and fish",
         "Syrien, Raketenabwehr und fish"),
    ],
)  # fmt: skip
def test_names_in_a_sentence(names: tuple[str, ...], english: str, german: str) -> None:
    assert (words("en").names(names), words("de").names(names)) == (english, german)


def test_every_text_is_there_in_every_language_with_the_same_gaps() -> None:
    tables = [words(language).texts for language in LANGUAGES]
    assert tables[0].keys() == tables[1].keys()
    for key in tables[0]:
        gaps = [set(re.findall(r"{(\w+)}", table[key])) for table in tables]
        assert gaps[0] == gaps[1], key


def test_a_language_that_there_is_not() -> None:
    with pytest.raises(UnknownName, match="'fr'"):
        words("fr")


WHENS: list[Any] = [
    (When.day(DAY), "7 May 2013", "7. Mai 2013"),
    (When(date(2013, 9, 5), date(2013, 9, 6), "range"), "5 to 6 Sep 2013", "5. bis 6. September 2013"),
    (When(date(2013, 7, 29), date(2013, 8, 4), "range"), "29 Jul to 4 Aug 2013",
     "29. Juli bis 4. August 2013"),
    (When(date(2013, 5, 1), date(2013, 5, 31), "month"), "May 2013", "Mai 2013"),
    (When(date(2013, 12, 30), date(2014, 1, 2), "range"), "30 Dec 2013 to 2 Jan 2014",
     "30. Dezember 2013 bis 2. Januar 2014"),
    (When(None, DAY), "by 7 May 2013", "bis 7. Mai 2013"),
    (When(DAY, None), "from 7 May 2013", "ab 7. Mai 2013"),
    (When(date(2013, 1, 1), date(2013, 12, 31), "year"), "", ""),
    (When(), "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("when", "english", "german"), WHENS)
def test_dates(when: When, english: str, german: str) -> None:
    assert (words("en").when(when), words("de").when(when)) == (english, german)


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("so it is", "“so it is”", "„so it is“"),
        ("“so it is”", "“so it is”", "“so it is”"),
        ("“so it is", "“so it is”", "“so it is”"),
        ('"so", he said', '"so", he said', '"so", he said'),
        ("„so ist es“", "„so ist es“", "„so ist es“"),
        ("  two\n words, ", "“two words”", "„two words“"),
        ("", "", ""),
    ],
)
def test_quotation_marks(text: str, english: str, german: str) -> None:
    assert (words("en").quoted(text), words("de").quoted(text)) == (english, german)


@pytest.mark.parametrize(
    ("reports", "english"),
    [
        (Reports(1, ("Post",), 0, 1), ""),
        (Reports(3, ("Post", "Globe"), 1, 3), "3 independent outlets"),
        (Reports(3, ("Post", "Globe", "Sun"), 0, 1), "3 outlets, 1 independent origin"),
    ],
)
def test_origins_are_counted(reports: Reports, english: str) -> None:
    assert words("en").told_by(reports) == english


@pytest.mark.parametrize(("text", "most"), [("one two three", 8), ("x" * 50, 10), ("a b", 99)])
def test_shortened_is_short(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most
