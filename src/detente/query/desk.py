"""The desk that queries work at: articles with short ids and origins, and the reference tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.query.groups import grouped
from detente.query.refs import Ref, label, shorten
from detente.query.times import anchor
from detente.query.views import ArticleView, Reports
from detente.records import Article, Evidence, Link, Participant, Row, Tenure


@dataclass(frozen=True, slots=True)
class Reference:
    """Names and states of what the tables of knowledge know, and who held which office when."""

    states: Mapping[str, str]
    """ISO 3166-1 alpha-3 to name."""
    actor_states: Mapping[str, str]
    """`Actor.id` to the state it belongs to or is."""
    actor_names: Mapping[str, str]
    """`Actor.id` to name."""
    issues: Mapping[str, str]
    """`Issue.id` to name."""
    tenures: tuple[Tenure, ...]
    """Who held which office when."""

    def issue_name(self, issue: str) -> str:
        """Return the name of an issue; the words themselves when it is none of the table."""
        return self.issues.get(issue, issue.removeprefix("issue:"))

    def state_of(self, participant: Participant) -> str | None:
        """Return the state that a participant speaks or acts for; None for none."""
        return participant.state or self.state_of_actor(participant.actor_id)

    def state_of_actor(self, actor: str | None) -> str | None:
        """Return the state of an actor; of a body that every state has, its id says which."""
        if actor is None:
            return None
        kind, _, key = actor.partition(":")
        code = key.partition("-")[0].upper()
        if kind == "body" and actor not in self.actor_states and code in self.states:
            return code
        return self.actor_states.get(actor)


@dataclass(frozen=True, slots=True)
class Desk:
    """The articles of an archive, and what every view needs to know of them."""

    articles: Mapping[str, Article]
    """`Article.id` to article."""
    short: Mapping[str, str]
    """`Article.id` to short id."""
    origins: Mapping[str, str]
    """`Article.id` to what the copies of one origin share."""
    reference: Reference
    """The tables of knowledge."""

    def ref(self, article: str, sentence: int) -> Ref:
        """Return the reference to a sentence."""
        return Ref(label(self.short[article], sentence), article, sentence)

    def refs(self, rows: Iterable[Row]) -> tuple[Ref, ...]:
        """Return the sentences that rows rest on, each once, in order of publication and text."""
        found = {(row.article, sentence) for row in rows for sentence in sentences_of(row)}
        ordered = sorted(found, key=lambda at: (*self.order(at[0]), at[1] if at[1] > 0 else 1 << 30))
        return tuple(self.ref(*at) for at in ordered)

    def order(self, article: str) -> tuple[str, str]:
        """Return what articles are put in order by: day of publication, then id."""
        return anchor(self.articles[article].published).isoformat(), article

    def reports(self, articles: Iterable[str]) -> Reports:
        """Return how many articles, outlets and independent origins there are among articles."""
        ids = sorted(set(articles), key=self.order)
        named: dict[str, str] = {}
        for key in ids:
            if outlet := self.articles[key].outlet:
                named.setdefault(outlet.casefold(), outlet)
        return Reports(
            articles=len(ids),
            outlets=tuple(named.values()),
            unnamed=sum(self.articles[key].outlet is None for key in ids),
            origins=len({self.origins[key] for key in ids}),
        )

    def view(self, key: str) -> ArticleView:
        """Return the line on an article."""
        article = self.articles[key]
        return ArticleView(
            id=key,
            short=self.short[key],
            title=article.title,
            outlet=article.outlet,
            published=article.published,
            path=article.path,
            access=article.access,
            cut_off=article.cut_off,
            origin=self.origins[key],
        )


def desk_of(articles: Sequence[Article], links: Iterable[Link], reference: Reference) -> Desk:
    """Return the desk for all articles of an archive and the links between them."""
    return Desk(
        articles={article.id: article for article in articles},
        short=shorten(article.id for article in articles),
        origins=origins_of(articles, links),
        reference=reference,
    )


def origins_of(articles: Sequence[Article], links: Iterable[Link]) -> dict[str, str]:
    """Return the origin of each article: where its words come from, as far as it can be told.

    Articles with a `same-text` link are one text. A text's origin is the agency or outlet that one of
    its copies is credited to (`Article.origin`), else the outlet that printed it first, else the id
    of that article: an unnamed outlet is nobody's copy. Texts of one origin count once.
    """
    ordered = sorted(articles, key=lambda article: (anchor(article.published), article.id))
    by_id = {article.id: article for article in ordered}
    pairs = [(link.left, link.right) for link in links if link.relation == "same-text"]
    spelled: dict[str, str] = {}
    found: dict[str, str] = {}
    for group in grouped(list(by_id), pairs):
        members = [by_id[key] for key in group]
        credited = next((item.origin for item in members if item.origin), None)
        printed = next((item.outlet for item in members if item.outlet), None)
        origin = credited or printed or group[0]
        found |= dict.fromkeys(group, spelled.setdefault(origin.casefold(), origin))
    return found


def sentences_of(row: Row) -> list[int]:
    """Return the numbers of the sentences that a row rests on, in order; never none."""
    told = {item.sentence for item in row.evidence if item.role == "row"} or {row.sentence}
    return sorted(told)


def ranges_of(row: Row, *roles: str) -> list[Evidence]:
    """Return the evidence of a row that has one of these roles, in order."""
    return [item for item in row.evidence if item.role in roles]
