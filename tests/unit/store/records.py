"""Makers of rows for the tests of the store: an article of known words and one row of each kind."""

from __future__ import annotations

from datetime import date

from detente.records import (
    Actor,
    Article,
    Channel,
    Event,
    Evidence,
    Extraction,
    Forecast,
    Meeting,
    Mention,
    Participant,
    Place,
    Position,
    Statement,
    When,
    make_id,
)
from tests.factories import article_of

FIRST = "Minister Ada Sample met Boris Probe in Geneva on 7 May 2013."
SECOND = 'She said the talks on Syria were "useful" and may go on in June.'


def sample_article(number: int = 1, *, path: str | None = None) -> Article:
    """Return an article of two sentences; its number is part of the text."""
    return article_of(
        ("title", f"Talks number {number}"),
        f"{FIRST} {SECOND}",
        published=date(2013, 5, 8),
        path=path or f"sample-{number}.txt",
    )


def evidence_of(article: Article, words: str, role: str = "row", sentence: int = 1) -> Evidence:
    """Return the evidence for the first place of some words."""
    start = article.text.index(words)
    return Evidence(start, start + len(words), words, role, sentence)  # type: ignore[arg-type]


def person(article: Article, name: str, words: str, *, state: str | None = None) -> Participant:
    """Return a person of the article."""
    start = article.text.index(words)
    key = f"person:{name.lower().replace(' ', '-')}"
    return Participant(name, words, key, "person", state, None, start, start + len(words))


def sample_extraction(article: Article) -> Extraction:
    """Return one row of each kind for an article of `sample_article`."""
    key = article.id
    ada = person(article, "Ada Sample", "Ada Sample", state="USA")
    boris = person(article, "Boris Probe", "Boris Probe", state="RUS")
    first, second = evidence_of(article, FIRST), evidence_of(article, SECOND, sentence=2)
    content = evidence_of(article, 'the talks on Syria were "useful"', "content", 2)
    day = When.day(date(2013, 5, 7), text="7 May 2013")
    statement = Statement(
        id=make_id("statement", key, content.start),
        article=key,
        sentence=2,
        speaker=ada,
        content=content.quote,
        kind="mixed",
        cue="said",
        channel=Channel("interview", "The Example Post", "told this paper"),
        addressee=None,
        date=day,
        issues=("issue:syria",),
        score=0.9,
        rule="subject-cue",
        evidence=(second, content, evidence_of(article, "She", "speaker", 2)),
    )
    meeting = Meeting(
        id=make_id("meeting", key, first.start),
        article=key,
        sentence=1,
        participants=(ada, boris),
        form="meeting",
        place=Place("Geneva", "CHE"),
        date=day,
        agenda=("issue:syria", "the harvest"),
        outcome=(),
        status="held",
        occasion=None,
        signals=(),
        score=1.0,
        rule="met",
        evidence=(first,),
    )
    event = Event(
        id=make_id("event", key, first.start),
        article=key,
        sentence=1,
        type="CONSULT",
        mode="visit",
        quad=1,
        value=1.5,
        actors=(ada, boris),
        recipients=(),
        trigger="met",
        place=Place("Geneva", "CHE"),
        date=day,
        factuality="happened",
        reported_by=None,
        score=1.0,
        rule="met",
        evidence=(first, evidence_of(article, "met", "trigger")),
    )
    position = Position(
        id=make_id("position", key, content.start),
        article=key,
        sentence=2,
        actor=ada,
        issue="issue:syria",
        claim="the talks",
        polarity="for",
        strength="plain",
        date=day,
        basis="said",
        statement=statement.id,
        score=0.8,
        rule="useful",
        evidence=(second,),
    )
    forecast = Forecast(
        id=make_id("forecast", key, second.start),
        article=key,
        sentence=2,
        forecaster=ada,
        affiliation=None,
        claim="go on in June",
        issue=None,
        horizon=When(date(2013, 6, 1), date(2013, 6, 30), "month", "relative", "in June"),
        confidence="may",
        condition=None,
        statement=statement.id,
        score=0.7,
        rule="may",
        evidence=(second, evidence_of(article, "go on in June", "content", 2)),
    )
    words = evidence_of(article, "Ada Sample")
    mention = Mention(
        id=make_id("mention", key, words.start),
        article=key,
        sentence=1,
        text="Ada Sample",
        kind="person",
        form="name",
        actor_id=ada.actor_id,
        name="Ada Sample",
        office="Minister",
        score=1.0,
        reason="title before it",
        evidence=(words,),
    )
    local = Actor(make_id("local", key, "Boris Probe"), "person", "Boris Probe", "RUS", article=key)
    ranges = ((first.start, first.end), (second.start, second.end))
    return Extraction(
        article=article,
        sentences=ranges,
        actors=(local,),
        mentions=(mention,),
        statements=(statement,),
        meetings=(meeting,),
        events=(event,),
        positions=(position,),
        forecasts=(forecast,),
    )
