"""A small archive of hand-made records: four outlets on one spring, no parser needed.

Every paragraph is a sentence. Rows take their evidence from words that must be in the text.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from detente.query.desk import Desk, Reference, desk_of
from detente.records import (
    Actor,
    Article,
    Channel,
    Event,
    Evidence,
    Extraction,
    Forecast,
    Link,
    Meeting,
    Mention,
    Participant,
    Place,
    Position,
    Statement,
    Tenure,
    When,
    make_id,
)
from tests.factories import article_of

KERRY = Participant("John Kerry", "Kerry", "person:john-kerry", "person", "USA", "Secretary of State")
LAVROV = Participant(
    "Sergei Lavrov", "Lavrov", "person:sergei-lavrov", "person", "RUS", "Foreign Minister"
)
PUTIN = Participant("Vladimir Putin", "Putin", "person:vladimir-putin", "person", "RUS", "President")
USA = Participant("United States", "Washington", "state:USA", "state", "USA")
RUSSIA = Participant("Russia", "Moscow", "state:RUS", "state", "RUS")
SAMPLE = Participant("Ada Sample", "Ada Sample", "local:ada", "person")
SAMPLE_ELSEWHERE = Participant("Ada Sample", "Ada Sample", "local:ada-2", "person")
NOBODY = Participant("", "", kind="unknown")

BERLIN, MOSCOW = Place("Berlin", "DEU"), Place("Moscow", "RUS")


def day(text: str) -> When:
    return When.day(date.fromisoformat(text))


def reference() -> Reference:
    """Two states, four people, one hand-over on 1 February 2013."""

    secretary = ("USA:foreign-minister", "Secretary of State")

    def tenure(person: str, office: str, title: str, start: str, end: str | None) -> Tenure:
        last = day(end) if end else When()
        return Tenure(f"person:{person}", office, title, office[:3], day(start), last, "made up")

    return Reference(
        states={"USA": "United States", "RUS": "Russia", "DEU": "Germany", "FRA": "France"},
        actor_states={
            "state:USA": "USA", "state:RUS": "RUS", "state:DEU": "DEU", "person:john-kerry": "USA",
            "person:sergei-lavrov": "RUS", "person:vladimir-putin": "RUS",
        },
        actor_names={
            "person:john-kerry": "John Kerry", "person:hillary-clinton": "Hillary Clinton",
            "person:sergei-lavrov": "Sergei Lavrov", "person:barack-obama": "Barack Obama",
        },
        issues={"issue:syria": "Syria", "issue:missile-defence": "Missile defence"},
        tenures=(
            tenure("barack-obama", "USA:head-of-state", "President", "2009-01-20", "2017-01-20"),
            tenure("barack-obama", "USA:head-of-government", "President", "2009-01-20", "2017-01-20"),
            tenure("hillary-clinton", *secretary, "2009-01-21", "2013-02-01"),
            tenure("john-kerry", *secretary, "2013-02-01", "2017-01-20"),
            tenure("sergei-lavrov", "RUS:foreign-minister", "Foreign Minister", "2004-03-09", None),
        ),
    )  # fmt: skip


def extraction(article: Article) -> Extraction:
    """Return an extraction without rows: a sentence for every line that is body, title or dek."""
    lines = [line for line in article.lines if line.role in ("title", "dek", "body")]
    return Extraction(article, tuple((line.start, line.end) for line in lines))


def evidence(of: Extraction, words: str, role: Any = "row") -> Evidence:
    """Return the first place of words in the article, with its sentence."""
    start = of.article.text.index(words)
    end = start + len(words)
    sentence = next((n for n, (a, b) in enumerate(of.sentences, 1) if a <= start < b), -1)
    return Evidence(start, end, words, role, sentence)


def whole(of: Extraction, words: str) -> Evidence:
    """Return the sentence that words stand in."""
    found = evidence(of, words)
    start, end = of.sentences[found.sentence - 1]
    return Evidence(start, end, of.article.text[start:end], "row", found.sentence)


def mention(of: Extraction, words: str, actor_id: str | None, kind: Any = "person") -> Mention:
    found = evidence(of, words)
    return Mention(
        make_id("mention", of.article.id, found.start, actor_id), of.article.id, found.sentence,
        words, kind, "name", actor_id, words, None, 1.0, "made up", (found,),
    )  # fmt: skip


def meeting(of: Extraction, words: str, *people: Participant, **more: Any) -> Meeting:
    row = whole(of, words)
    fields: dict[str, Any] = {
        "form": "meeting", "place": None, "date": When(), "agenda": (), "outcome": (),
        "status": "held", "occasion": None, "signals": (), "score": 0.9, "rule": "made up",
    } | more  # fmt: skip
    key = make_id("meeting", of.article.id, row.start, *(person.name for person in people))
    return Meeting(key, of.article.id, row.sentence, people, evidence=(row,), **fields)


def statement(of: Extraction, words: str, speaker: Participant, **more: Any) -> Statement:
    row, content = whole(of, words), evidence(of, words, "content")
    fields: dict[str, Any] = {
        "kind": "indirect", "cue": "said", "channel": None, "addressee": None,
        "date": of.article.published, "issues": (), "score": 0.9, "rule": "made up",
    } | more  # fmt: skip
    key = make_id("statement", of.article.id, content.start, speaker.name)
    return Statement(
        key, of.article.id, row.sentence, speaker, words, evidence=(row, content), **fields
    )


def position(of: Extraction, words: str, actor: Participant, issue: str, **more: Any) -> Position:
    row = whole(of, words)
    fields: dict[str, Any] = {
        "polarity": "for", "strength": "plain", "date": of.article.published, "basis": "described",
        "statement": None, "score": 0.8, "rule": "made up",
    } | more  # fmt: skip
    key = make_id("position", of.article.id, row.start, actor.name, issue)
    return Position(key, of.article.id, row.sentence, actor, issue, words, evidence=(row,), **fields)


def forecast(of: Extraction, words: str, forecaster: Participant, **more: Any) -> Forecast:
    row = whole(of, words)
    fields: dict[str, Any] = {
        "affiliation": None, "issue": None, "horizon": When(), "confidence": None,
        "condition": None, "statement": None, "score": 0.8, "rule": "made up",
    } | more  # fmt: skip
    key = make_id("forecast", of.article.id, row.start, forecaster.name)
    return Forecast(
        key, of.article.id, row.sentence, forecaster, claim=words, evidence=(row,), **fields
    )


def event(of: Extraction, words: str, actor: Participant, to: Participant, **more: Any) -> Event:
    row, trigger = whole(of, words), evidence(of, words, "trigger")
    fields: dict[str, Any] = {
        "type": "SANCTION", "mode": None, "quad": 4, "value": -6.0, "place": None,
        "date": When(), "factuality": "happened", "reported_by": None, "score": 0.8, "rule": "made up",
    } | more  # fmt: skip
    key = make_id("event", of.article.id, row.start, actor.name, to.name)
    return Event(
        key, of.article.id, row.sentence, actors=(actor,), recipients=(to,), trigger=words,
        evidence=(row, trigger), **fields,
    )  # fmt: skip


def link(left: str, right: str, relation: Any = "same-meeting") -> Link:
    return Link(make_id("link", left, right), left, right, relation, 0.9, "made up", "machine")


def post() -> Extraction:
    """The Daily Example of 26 February: the Berlin meeting, and what was said before it."""
    article = article_of(
        ("title", "Kerry and Lavrov meet in Berlin"),
        "Kerry and Lavrov held their first meeting in Berlin on Tuesday.",
        "Analyst Ada Sample of the Example Institute said no breakthrough on Syria was near.",
        "Russia wants talks on Syria without preconditions, and the United States wants Assad to go.",
        '"The mood is better," said Ada Sample.',
        "Lavrov told Kerry that the Syrian crisis was acute.",
        published=date(2013, 2, 26), outlet="The Daily Example", path="daily.txt",
    )  # fmt: skip
    of = extraction(article)
    return replace(
        of,
        actors=(Actor("local:ada", "person", "Ada Sample", article=of.article.id),),
        mentions=(
            mention(of, "Kerry", "person:john-kerry"),
            mention(of, "Lavrov", "person:sergei-lavrov"),
            mention(of, "Russia", "state:RUS", "state"),
            mention(of, "United States", "state:USA", "state"),
        ),
        meetings=(
            meeting(
                of, "first meeting in Berlin", LAVROV, KERRY, place=BERLIN, date=day("2013-02-26"),
                agenda=("issue:syria",), signals=("shook hands",),
            ),
        ),
        statements=(
            statement(
                of, "no breakthrough on Syria was near", SAMPLE, issues=("issue:syria",)
            ),
            statement(of, '"The mood is better,"', SAMPLE, kind="direct"),
            statement(
                of, "that the Syrian crisis was acute", LAVROV, cue="told", addressee=KERRY,
                issues=("issue:syria",), channel=Channel("tweet", "Foreign Ministry", "tweet"),
            ),
        ),
        positions=(
            position(of, "talks on Syria without preconditions", RUSSIA, "issue:syria"),
            position(of, "Assad to go", USA, "issue:syria", polarity="against", strength="strong"),
        ),
        forecasts=(
            forecast(
                of, "no breakthrough on Syria was near", SAMPLE, affiliation="Example Institute",
                issue="issue:syria", horizon=When(date(2013, 3, 1), date(2013, 3, 31), "month"),
            ),
        ),
    )  # fmt: skip


def globe() -> Extraction:
    """The Globe Sample of 27 February: the same meeting on another day; its copy is cut off."""
    article = article_of(
        ("title", "A first talk for Kerry and Lavrov"),
        "U.S. Secretary of State Kerry and Russian Foreign Minister Lavrov met on Wednesday in Berlin.",
        "No breakthrough on Syria was near, said analyst Ada Sample.",
        "Kerry will visit Moscow in May, said an official.",
        "Subscribe to read the rest.",
        published=date(2013, 2, 27), outlet="The Globe Sample", path="globe.txt",
    )  # fmt: skip
    of = extraction(article)
    of = replace(
        of,
        article=replace(
            article, cut_off=True, cut_off_evidence=evidence(of, "Subscribe to read the rest.")
        ),
    )
    return replace(
        of,
        actors=(Actor("local:ada-2", "person", "Ada Sample", article=of.article.id),),
        mentions=(
            mention(of, "Kerry", "person:john-kerry"),
            mention(of, "Lavrov", "person:sergei-lavrov"),
        ),
        meetings=(
            meeting(of, "met on Wednesday", KERRY, LAVROV, place=BERLIN, date=day("2013-02-27")),
            meeting(
                of, "Kerry will visit Moscow in May", KERRY, form="visit", place=MOSCOW,
                status="planned", date=When(date(2013, 5, 1), date(2013, 5, 31), "month"),
            ),
        ),
        statements=(
            statement(
                of, "No breakthrough on Syria was near", SAMPLE_ELSEWHERE, issues=("issue:syria",)
            ),
            statement(of, "Kerry will visit Moscow in May", NOBODY),
        ),
    )  # fmt: skip


def reprint() -> Extraction:
    """A reprint of the Daily Example without the name of an outlet, and without a date."""
    article = article_of(
        ("title", "Ministers meet in Berlin"),
        "Kerry and Lavrov held their first meeting in Berlin on Tuesday, as Russia and the U.S. argue.",
        published=None, outlet=None, path="reprint.txt",
    )  # fmt: skip
    of = extraction(article)
    return replace(
        of,
        mentions=(
            mention(of, "Kerry", "person:john-kerry"),
            mention(of, "Lavrov", "person:sergei-lavrov"),
            mention(of, "Russia", "state:RUS", "state"),
            mention(of, "U.S.", "state:USA", "state"),
        ),
        meetings=(meeting(of, "first meeting in Berlin", KERRY, LAVROV, place=BERLIN),),
    )


def later() -> Extraction:
    """The Evening Sample of 9 May: the Moscow meeting and an act."""
    article = article_of(
        ("title", "Kerry talks to Putin in Moscow"),
        "Kerry met Putin in the Kremlin on Tuesday on the sidelines of nothing at all.",
        "Russia had banned adoptions by citizens of the United States.",
        "Kerry said the two states shared interests in Syria.",
        published=date(2013, 5, 9), outlet="The Evening Sample", path="evening.txt",
    )  # fmt: skip
    of = extraction(article)
    return replace(
        of,
        mentions=(
            mention(of, "Kerry", "person:john-kerry"),
            mention(of, "Putin", "person:vladimir-putin"),
            mention(of, "Russia", "state:RUS", "state"),
            mention(of, "United States", "state:USA", "state"),
        ),
        meetings=(
            meeting(of, "met Putin in the Kremlin", KERRY, PUTIN, place=MOSCOW, date=day("2013-05-07")),
        ),
        statements=(
            statement(
                of, "the two states shared interests in Syria", KERRY, issues=("issue:syria",),
                channel=Channel("press conference"),
            ),
        ),
        events=(event(of, "banned adoptions", RUSSIA, USA),),
    )  # fmt: skip


def other() -> Extraction:
    """An article about Germany and France in which the two states are named only in passing."""
    article = article_of(
        ("title", "Paris and Berlin agree on a budget"),
        "The ministers of France and Germany agreed, said Ada Sample.",
        "Neither Russia nor the United States was mentioned much.",
        published=date(2013, 3, 10), outlet="The Globe Sample", path="budget.txt",
    )  # fmt: skip
    of = extraction(article)
    return replace(
        of,
        mentions=(
            mention(of, "Russia", "state:RUS", "state"),
            mention(of, "United States", "state:USA", "state"),
        ),
        statements=(statement(of, "The ministers of France and Germany agreed", SAMPLE),),
    )


def extractions() -> list[Extraction]:
    return [post(), globe(), reprint(), later(), other()]


def links(found: list[Extraction]) -> list[Link]:
    """Return the links: the three reports of Berlin are one meeting, the reprint is a copy."""
    first, second, copy = (of.meetings[0].id for of in found[:3])
    return [
        link(first, second),
        link(first, copy),
        link(found[0].article.id, found[2].article.id, "same-text"),
    ]


def desk(found: list[Extraction] | None = None) -> Desk:
    found = extractions() if found is None else found
    return desk_of([of.article for of in found], links(found) if len(found) > 2 else (), reference())
