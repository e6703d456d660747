"""Stances become rows: whose they are, on what issue, from when, and on what they rest."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from detente.document import Dated, Parse, Sent, dated_in
from detente.extract.cast import Cast
from detente.extract.positions import words
from detente.extract.positions.allegiance import Allegiance, takes_sides
from detente.extract.positions.grammar import points_back, wants_nothing
from detente.extract.positions.matter import Matter, Matters
from detente.extract.positions.sides import Stance
from detente.extract.positions.stances import TELLTALE, stances
from detente.extract.telltale import telling
from detente.extract.voice import (
    Fragment,
    Voices,
    closed,
    inner_speaker,
    narrow_issue,
    standing,
    subject,
    within,
)
from detente.extract.voice import words as words_of
from detente.knowledge.states import states
from detente.records import Event, Evidence, Participant, Position, Statement, When, make_id

if TYPE_CHECKING:
    from spacy.tokens import Token

Basis = Literal["said", "did", "described"]
_SCORES = {"verb": 0.8, "act": 0.85, "holder": 0.85, "noun": 0.65, "ready": 0.7, "duty": 0.7,
           "verdict": 0.7, "refusal": 0.85, "view": 0.85, "pledge": 0.7,
           "limit": 0.7, "charge": 0.6, "aimed": 0.6, "law": 0.7}  # fmt: skip
_FIRST = frozenset({"we", "i", "us", "our"})
_HIS_SPOKESMAN = re.compile(r"(?:his|her) spokes\w+$", re.IGNORECASE)
_YEARS = 731
"""Days of a span that is too long to say when something was done."""
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
_UNREAL = frozenset({"negated", "denied", "hypothetical"})
_SIDES = frozenset({"government", "side", "country", "nation", "power", "state", "party", "leader"})


def find_positions(
    parse: Parse,
    cast: Cast,
    dated: Sequence[Dated],
    statements: Sequence[Statement],
    events: Sequence[Event],
) -> tuple[Position, ...]:
    """Return where actors stand on issues, in order, one row a claim.

    An actor is a state, its bodies and officials, an organisation, or a named political actor.
    Experts, newspapers and people whom nobody knows have none; nor has a state what its opponent says
    of it. Polarity is toward what stands right after the stance words: of "called for his removal"
    `for` the removal, of "vetoed a resolution" and "will not tolerate lecturing" `against` the
    resolution and the lecturing, of "X must leave" `for` the leaving. A claim that names no issue,
    and stands near none, gives no row; headlines are not read.
    """
    voices, parties = Voices(parse, statements), parties_of(cast)
    matters, sides = Matters(parse, parties), Allegiance(cast, parties)
    rows: list[tuple[Position, int, int]] = []
    for sent, tokens in telling(parse, TELLTALE):
        for stance in stances(tokens):
            for actor, fragment, cued in _holders(stance, parse, sides, voices):
                made = _row(stance, actor, fragment, cued, sent, parse, dated, voices, events, matters)
                for one in _each(made, matters) if made is not None else ():
                    _keep(one, rows)
    return tuple(row for row, _, _ in rows)


def parties_of(cast: Cast) -> frozenset[str]:
    """Return the two states that an article names most, by themselves or by whoever acts for them."""
    counts = Counter(state for named in cast.named if (state := cast.participant(named).state))
    ranked = sorted(counts, key=lambda state: (-counts[state], state))
    return frozenset(ranked[:2])


def _each(made: tuple[Position, int, int], matters: Matters) -> Iterator[tuple[Position, int, int]]:
    """Yield a row, and one more for each further matter of a list of measures."""
    yield made
    row, first, last = made
    for issue in matters.listed(row.claim, row.issue):
        content = next(e for e in row.evidence if e.role == "content")
        named = make_id("position", row.article, content.start, row.evidence[-1].end,
                        row.actor.actor_id or row.actor.name, issue)  # fmt: skip
        yield dataclasses.replace(row, id=named, issue=issue), first, last


def _keep(made: tuple[Position, int, int], rows: list[tuple[Position, int, int]]) -> None:
    """Add a row unless it lies in one of the same actor; the wider claim stands."""
    row, first, last = made
    for i, (other, low, high) in enumerate(rows):
        if (other.actor.actor_id or other.actor.name) != (row.actor.actor_id or row.actor.name):
            continue
        if (low, high) == (first, last) and other.issue != row.issue:
            continue  # a further matter of the same list
        if low <= first and last <= high:
            return
        if first <= low and high <= last:
            rows[i] = made
            return
    rows.append(made)


def _holders(
    stance: Stance, parse: Parse, sides: Allegiance, voices: Voices
) -> Iterator[tuple[Participant, Fragment | None, Statement | None]]:
    """Yield whose position it is, with the words it is in and the statement whose cue it is.

    Several where several are named together ("Britain and France had pressed for it").
    """
    cued = _cued(stance, parse, voices)
    known = [statement for statement in cued if statement.speaker.actor_id is not None]
    if known:
        told: set[str | None] = set()
        for statement in known:
            speaker = sides.of(statement.speaker)
            outer = voices.outer(stance.head.i, statement)
            if (
                outer is not None
                and direct(outer)
                and not _tells(outer.statement, sides)
                and not _may_hold(sides.of(outer.statement.speaker), None, sides)
            ):
                continue  # what an expert says of somebody
            if _may_hold(speaker, stance.who, sides):
                told.add(speaker.actor_id)
                yield speaker, outer, statement
        for name in stance.who.conjuncts if stance.who is not None and told else ():
            other = _whom(name, sides)
            beside = name.i < stance.head.i and other.actor_id not in told
            if beside and other.kind in ("state", "person") and _may_hold(other, name, sides):
                yield other, None, known[0]
        return
    heads = [stance.who]
    if stance.who is not None:
        joined = (c for c in stance.who.conjuncts if c.i < stance.head.i and c.tag_[:2] == "NN")
        heads += [*joined, *sides.behind(stance.who), *_beside(stance.who, sides)]
    fragments = voices.all_at(stance.head.i)
    for fragment in fragments or (None,):
        together = stance.head.lemma_ == "agree" and any(
            _actors(stance, head, fragment, sides) for head in heads
        )
        for head in heads:
            own = _actors(stance, head, fragment, sides)
            if together and not own and head is not None:
                own = (_whom(head, sides),)  # "he said that Moscow and Washington agreed on it"
            for actor in own:
                if _may_hold(actor, head, sides):
                    yield actor, fragment, cued[0] if cued else None
                    if fragment is not None:
                        break


def _row(
    stance: Stance,
    actor: Participant,
    fragment: Fragment | None,
    cued: Statement | None,
    sent: Sent,
    parse: Parse,
    dated: Sequence[Dated],
    voices: Voices,
    events: Sequence[Event],
    matters: Matters,
) -> tuple[Position, int, int] | None:
    if wants_nothing(stance):
        return None
    event = _event_at(stance, sent, parse, events)
    if event is not None and event.factuality in _UNREAL and stance.kind == "act":
        return None
    parts = within(max(stance.first, sent.first), min(stance.last, sent.last), fragment, voices)
    parts = (*_subject_apart(stance, sent), *closed(parse.doc, parts))
    claim = words_of(parse, parts)
    if len(claim.split()) < 2 or (stance.kind == "law" and narrow_issue(claim) is None):
        return None
    statement = cued or (fragment.statement if fragment else None)
    back = points_back(stance.head, stance.first, stance.last)
    about = Matter(claim, sent, actor.name, actor.state, statement, back)
    issue_id = matters.issue_of(about)
    if issue_id is None or (actor.kind == "person" and narrow_issue(actor.name) == issue_id):
        return None  # of what somebody thinks of his own case nothing is kept
    if matters.of_contact(stance.head):
        return None
    basis = _basis(stance, fragment, statement, actor)
    content = [parse.token_evidence(low, high, "content") for low, high in parts]
    evidence = [parse.sentence_evidence(sent), *content]
    row_words = evidence[0]
    if row_words.start <= actor.start and actor.end <= row_words.end:
        evidence.append(
            Evidence(
                actor.start,
                actor.end,
                parse.article.text[actor.start : actor.end],
                "actor",
                sent.number,
            )
        )
    row = Position(
        id=make_id("position", parse.article.id, content[0].start, content[-1].end,
                   actor.actor_id or actor.name, issue_id),
        article=parse.article.id,
        sentence=sent.number,
        actor=actor,
        issue=issue_id,
        claim=claim,
        polarity="mixed" if _doubted(stance) else stance.polarity,
        strength=_strength(stance, parts, parse),
        date=_date(
            basis,
            statement,
            event,
            _told_with(stance, dated_in(dated, parts[0][0], parts[-1][1]), parse),
            parse,
            voices.statements,
        ),
        basis=basis,
        statement=statement.id if statement and basis != "did" else None,
        score=_SCORES[stance.kind],
        rule=f"position:{stance.kind}",
        evidence=tuple(evidence),
    )  # fmt: skip
    return row, parts[0][0], parts[-1][1]


def _subject_apart(stance: Stance, sent: Sent) -> tuple[tuple[int, int], ...]:
    """Return the subject of a duty that stands apart from it: "the state had it and must lose it"."""
    if stance.kind != "duty" or stance.head.dep_ != "conj":
        return ()
    who = subject(stance.head)
    if who is None or who.tag_ in ("WDT", "WP", "EX") or not sent.first <= who.i < stance.first:
        return ()
    return ((who.left_edge.i, who.i + 1),)


def _told_with(stance: Stance, days: Sequence[Dated], parse: Parse) -> list[Dated]:
    """Return the dates of the deed itself: none of a clause about something else in the claim.

    Nor a length of time ("in recent years"), which says nothing about when it was done.
    """
    found = []
    for one in days:
        token = parse.doc[one.first]
        while token.i != stance.head.i and token.dep_ not in _CLAUSES and token.head.i != token.i:
            token = token.head
        if token.i == stance.head.i and not _vague(one.when):
            found.append(one)
    return found


def _vague(when: When) -> bool:
    """Say whether a date is a length of years, and no day on which anything was done."""
    long = when.start is not None and when.end is not None and (when.end - when.start).days > _YEARS
    return long or "recent" in (when.text or "")


def _actors(
    stance: Stance, head: Token | None, fragment: Fragment | None, sides: Allegiance
) -> tuple[Participant, ...]:
    """Return whose position it is; nobody where the words cannot be theirs.

    In reported words that is the speaker, for what "we", the speaker or the speaker's state does; what
    a speaker says of others is the speaker's opinion of them, not their position.
    """
    who = _whom(head, sides) if head is not None else None
    if fragment is None or _tells(fragment.statement, sides):
        if stance.kind in ("pledge", "charge", "aimed") or (head is not None and head.lower_ in _FIRST):
            return ()
        both = sides.several(head) if head is not None else ()
        return both or ((who,) if who is not None else ())
    speaker = sides.of(fragment.statement.speaker)
    if stance.kind == "charge" and who is not None:
        blamed = who.kind in ("state", "body", "person") and not _same_side(who, speaker)
        return (speaker,) if blamed else ()
    if stance.kind == "aimed" and who is not None:
        own = states().get(speaker.state or "")
        named = own is not None and who.name in (own.name, *own.forms)
        return (speaker,) if named or _same_side(who, speaker) else ()
    nested = inner_speaker(stance.head, fragment.first, fragment.last)
    if nested is not None and nested.lower_ not in _FIRST:
        inner = _whom(nested, sides)
        if not _same_side(inner, speaker):
            return ()
    if head is None or head.lower_ in _FIRST or _both(head):
        return (speaker,)
    if head.lower_ == "it" and speaker.kind in ("state", "body", "organisation", "group"):
        return (speaker,) if not direct(fragment) else ()
    if who is not None and who.state is None and head.lemma_.lower() == "government":
        return (speaker,) if speaker.state else ()
    if who is not None and _same_side(who, speaker):
        return (who if who.actor_id else speaker,)
    return ()


def direct(fragment: Fragment) -> bool:
    """Say whether words stand in quotation marks as they were said."""
    return fragment.statement.kind == "direct"


def _tells(statement: Statement, sides: Allegiance) -> bool:
    """Say whether somebody brings what others hold: a paper, an expert's answers in an interview.

    So does a pronoun that nobody resolved, and somebody's spokesman.
    """
    speaker = statement.speaker
    if speaker.kind == "unknown" and speaker.actor_id is None:
        return True
    if speaker.kind == "anonymous" and _HIS_SPOKESMAN.match(speaker.text):
        return True  # "... was alarmed, his spokesman said"
    if statement.channel is not None and statement.channel.medium == "interview":
        return not _may_hold(sides.of(speaker), None, sides)
    paper = speaker.kind in ("body", "organisation")
    return paper and standing(speaker, sides.cast) == "expert"


def _whom(head: Token, sides: Allegiance) -> Participant:
    """Return whom a phrase stands for, with the side that the article gives them."""
    who = sides.cast.of(head)
    if who.actor_id is not None:
        return sides.of(who)
    return sides.holder(head) or sides.it(head) or sides.counterpart(head) or sides.paper(head) or who


def _beside(head: Token, sides: Allegiance) -> Iterator[Token]:
    """Yield who is joined to a name by "and", where the parse has made one name of both."""
    for named in sides.cast.within(head.left_edge.i, head.i):
        after = head.doc[named.last]
        if after.lower_ == "and" and named.last < head.i and sides.cast.at(head.i) is not None:
            yield head.doc[named.last - 1]


def _both(head: Token) -> bool:
    """Say whether a speaker counts himself in: "both governments", "the two sides"."""
    return head.lemma_ in _SIDES and any(low.lower_ in ("both", "two") for low in head.lefts)


def _same_side(one: Participant, other: Participant) -> bool:
    if one.actor_id is not None and one.actor_id == other.actor_id:
        return True
    return one.state is not None and one.state == other.state


def _may_hold(actor: Participant, head: Token | None, sides: Allegiance) -> bool:
    """Say whether somebody has positions: a state, its people in office, a political actor."""
    if actor.kind in ("state", "organisation"):
        return True
    speaks_as = standing(actor, sides.cast)
    if actor.kind == "body":
        return speaks_as != "expert"
    if actor.kind == "person":
        held = speaks_as == "unknown" and sides.has_post(actor)
        return held or speaks_as in ("official", "political")
    noun = head is not None and head.tag_ in ("NNS", "NNPS", "NN")
    if (noun or actor.kind != "unknown") and speaks_as != "expert" and takes_sides(actor):
        return True
    if head is not None and head.lemma_ == "counterpart" and actor.state is not None:
        return True
    if actor.kind in ("anonymous", "group"):
        return actor.state is not None and speaks_as in ("official", "political")
    if head is not None and head.lemma_.lower() in words.POLITICAL_NOUNS:
        return actor.state is not None
    return False


def _cued(stance: Stance, parse: Parse, voices: Voices) -> list[Statement]:
    """Return the statements whose cue is the stance itself ("called for", "insists")."""
    start, _ = parse.view.to_raw(stance.head.idx, stance.head.idx + len(stance.head))
    return [
        statement
        for statement in voices.statements
        for evidence in statement.evidence
        if evidence.role == "cue" and evidence.start <= start < evidence.end
    ]


def _doubted(stance: Stance) -> bool:
    """Say whether praise or a welcome is taken half back in the same breath: "but was sceptical"."""
    if stance.polarity != "for" or stance.kind not in ("verb", "verdict", "ready"):
        return False
    head = stance.head
    for child in head.rights:
        turned = child.dep_ == "conj" and any(t.lower_ == "but" for t in head.doc[head.i : child.i])
        if turned and any(t.lemma_.lower() in words.DOUBTS for t in child.subtree):
            return True
    return stance.kind == "ready" and any(
        t.lower_ == "but" and t.i + 1 < len(head.doc) and head.doc[t.i + 1].lower_ == "not"
        for t in head.subtree
    )


def _event_at(stance: Stance, sent: Sent, parse: Parse, events: Sequence[Event]) -> Event | None:
    start, end = parse.view.to_raw(stance.head.idx, stance.head.idx + len(stance.head))
    for event in events:
        if event.sentence == sent.number:
            for evidence in event.evidence:
                if evidence.role == "trigger" and evidence.start < end and start < evidence.end:
                    return event
    return None


def _basis(
    stance: Stance, fragment: Fragment | None, statement: Statement | None, actor: Participant
) -> Basis:
    if fragment is not None:
        return "said"
    if stance.kind in ("act", "law"):
        return "did"
    if statement is not None and actor.kind != "state":
        return "said"
    return "described"


def _date(
    basis: Basis,
    statement: Statement | None,
    event: Event | None,
    days: Sequence[Dated],
    parse: Parse,
    said: Sequence[Statement],
) -> When:
    """Return when the actor held it: the day it was said or done, else the day of the article."""
    if basis == "did":
        if event is not None and event.date.known and not _vague(event.date):
            return event.date
        if days and days[0].when.known:
            return days[0].when
    if basis == "said" and statement is not None and statement.date.known:
        words = statement.date.text
        near = (one.content for one in said if one.sentence == statement.sentence)
        if words is None or not any(words in content for content in near):
            return statement.date  # else a day of the matter: "the communique of June 2012"
    published = parse.article.published
    return dataclasses.replace(published, basis="published") if published.known else published


def _strength(
    stance: Stance, parts: Sequence[tuple[int, int]], parse: Parse
) -> Literal["weak", "plain", "strong"]:
    tokens = [*stance.head.children, stance.head]
    tokens += [low for child in stance.head.children if child.dep_ == "attr" for low in child.lefts]
    found = {token.lemma_.lower() for token in tokens} | {token.lower_ for token in tokens}
    if found & words.WEAK:
        return "weak"
    if stance.strong or found & words.STRONG:
        return "strong"
    complements = {c.lemma_.lower() for c in stance.head.children if c.dep_ in ("acomp", "attr")}
    return "strong" if complements & words.STRONG else "plain"
