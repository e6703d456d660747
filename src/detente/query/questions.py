"""What a record cannot say: copies that stop early, unknown dates and speakers, reports that differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.query.desk import Desk
from detente.query.telling import unresolved
from detente.query.times import vague
from detente.query.views import ArticleView, Encounter, Outlook, Question, QuestionKind, Saying
from detente.records import Article, When


def questions(
    articles: Sequence[ArticleView],
    met: Sequence[Encounter],
    said: Sequence[Saying],
    expected: Sequence[Outlook],
    left_out: Iterable[Article],
    period: When,
    desk: Desk,
) -> tuple[Question, ...]:
    """Return the open questions of a record: on its articles, its meetings, its words, its forecasts.

    A plan is past when its last possible day lies before the end of the period, and no linked report
    says that it was held. Whether it was held is not searched for.
    """
    found = [_differ(item, number) for item in met for number in range(len(item.differences))]
    found += [_on_article("cut-off", item, desk) for item in articles if item.cut_off]
    found += [_on_article("undated-article", item, desk) for item in articles if vague(item.published)]
    found += [_on_article("no-outlet", item, desk) for item in articles if item.outlet is None]
    found += [_on_meeting("undated-meeting", item) for item in met if not item.date.known]
    found += [_on_meeting("past-plan", item) for item in met if _past(item, period)]
    found += [
        Question("due", f"{item.row.forecaster.name}: {item.row.claim}", len(item.same), item.refs)
        for item in expected
        if item.due
    ]
    nameless = [item for item in said if unresolved(item.row.speaker)]
    if nameless:
        refs = tuple(dict.fromkeys(ref for item in nameless for ref in item.refs))
        found.append(Question("speaker", "", len(nameless), refs))
    out = sorted(left_out, key=lambda article: desk.order(article.id))
    if out:
        refs = tuple(desk.ref(article.id, 1) for article in out)
        found.append(Question("left-out", "", len(out), refs))
    return tuple(found)


def _differ(item: Encounter, number: int) -> Question:
    return Question("differ", item.id, len(item.rows), item.refs, item.differences[number])


def _on_article(kind: QuestionKind, item: ArticleView, desk: Desk) -> Question:
    article = desk.articles[item.id]
    evidence = article.cut_off_evidence if kind == "cut-off" else None
    sentence = evidence.sentence if evidence else 1
    return Question(kind, item.title or item.path, 1, (desk.ref(item.id, sentence),))


def _on_meeting(kind: QuestionKind, item: Encounter) -> Question:
    return Question(kind, item.id, len(item.rows), item.refs)


def _past(item: Encounter, period: When) -> bool:
    waiting = item.status in ("planned", "sought")
    return waiting and bool(item.date.end and period.end and item.date.end < period.end)
