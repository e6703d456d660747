"""A parse becomes statements: candidates, decisions, quotations, then the rows with their evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Literal

from detente.document import Dated, Parse
from detente.extract.cast import Cast
from detente.extract.statements.about import Issues
from detente.extract.statements.channel import addressee_of, way_of
from detente.extract.statements.decide import decided
from detente.extract.statements.found import Found
from detente.extract.statements.frames import candidates
from detente.extract.statements.held import Held
from detente.extract.statements.matrix import polarity_of
from detente.extract.statements.near import FAR, ByCharacter
from detente.extract.statements.occasion import occasion_of
from detente.extract.statements.own_side import without_own_side
from detente.extract.statements.quoted import with_quotations
from detente.extract.statements.recalled import Recalled
from detente.extract.statements.settle import is_no_comment, settled
from detente.extract.statements.speaker import DATES
from detente.extract.statements.tree import Tree, tree_of
from detente.extract.statements.turns import Turn, turns_of, way_of_turn, with_turns
from detente.extract.statements.tweets import way_of_tweet, with_tweets
from detente.knowledge.cues import cue_model, cue_words, cues
from detente.records import UNKNOWN_DATE, Evidence, Participant, Statement, When, make_id

_MANY = 3
_BACK = 3
"""Sentences back to which "both" may point."""
_SELF = frozenset(["himself", "herself", "themselves", "itself"])
_HEADINGS = frozenset(["title", "dek", "caption", "subhead"])
_ERA = 366
"""Days beyond which a date is no day of speaking: "in recent years"."""
_first = attrgetter("first")
_NEUTER = frozenset(["it", "its", "itself"])
_PAPERS = frozenset(
    """resolution framework agreement deal accord document text treaty communique declaration statement
    report draft plan letter law bill memorandum protocol""".split()  # noqa: SIM905
)
"""What speaks in a report without being anybody: "The resolution was adopted. It decides that"."""


def find_statements(parse: Parse, cast: Cast, dated: Sequence[Dated]) -> tuple[Statement, ...]:
    """Return the statements of an article, in the order of their content.

    Scare quotes, and passives that name nobody ("was expected to"), are no statements.
    """
    if not parse.sents:
        return ()
    tree = tree_of(parse)
    found = decided(tree, candidates(tree, cues()), cue_model())
    found = settled(tree, with_quotations(tree, found, cues()))
    found = with_tweets(tree, cast, found)
    turns = turns_of(tree, cast)
    found = [
        item
        for item in with_turns(tree, turns, found)
        if not (_in_own_voice(tree, item) or _in_heading(tree, item))
    ]
    dates = sorted(dated, key=lambda item: item.first)
    about = Issues(parse)
    rows: list[Statement] = []
    held = Held(tree, cast)
    free = _free(tree, dates, found)
    recalled = Recalled(tree)
    spoken = [(item, recalled.given(_speakers(tree, cast, item), item.speaker)) for item in found]
    for item, speakers in without_own_side(tree, spoken):
        for row in _rows(tree, cast, free, item, turns, about, speakers):
            rows.append(held.given(_with_same_channel(row, rows), item.spans[0][0]))
    return tuple(rows)


def _free(tree: Tree, dates: Sequence[Dated], found: Sequence[Found]) -> list[Dated]:
    """Return the dates that can say when something was said: outside all words told, and no era."""
    told = ByCharacter(found)
    out = []
    for item in dates:
        at, when = tree.start[item.first], item.when
        if not when.known or tree.inside[item.first] >= 0:
            continue
        if when.start is None or when.end is None or (when.end - when.start).days > _ERA:
            continue
        if not any(a <= at < b for n in told.at(at) for a, b in found[n].spans):
            out.append(item)
    return out


def _with_same_channel(row: Statement, before: Sequence[Statement]) -> Statement:
    """Give what a paper "cited" somebody for the channel of what it tells."""
    if not before:
        return row
    last = before[-1]
    if row.rule == "cited" and last.channel is not None:
        return replace(row, channel=last.channel)
    return row


def _in_heading(tree: Tree, found: Found) -> bool:
    """Say whether a statement stands in a headline or a caption, which tell what the body tells."""
    return tree.parse.sent_at(found.spans[0][0]).role in _HEADINGS


def _in_own_voice(tree: Tree, found: Found) -> bool:
    """Say whether "I think" or "we hope" is the author's: who signs and writes so says no statement.

    "I said" tells of an act and is one.
    """
    signed = bool(tree.parse.article.authors)
    if not signed or found.speaker < 0 or found.cue < 0 or tree.inside[found.cue] >= 0:
        return False
    return tree.word[found.speaker] in ("i", "we", "you") and found.key not in cue_words()["say"]


def _rows(
    tree: Tree,
    cast: Cast,
    dated: Sequence[Dated],
    found: Found,
    turns: Sequence[Turn],
    about: Issues,
    speakers: Sequence[Participant],
) -> Iterator[Statement]:
    """Yield a statement for each speaker: "Clinton and Rice said" is said by both."""
    parse = tree.parse
    way = way_of_turn(tree, turns, found) or way_of_tweet(tree, found) or way_of(tree, found)
    to = addressee_of(tree, found)
    content = tuple(parse.evidence(start, end, "content") for start, end in found.spans)
    text = " … ".join(" ".join(parse.view.text[start:end].split()) for start, end in found.spans)
    sent = parse.sent_at(found.spans[0][0])
    rest: list[Evidence] = []
    if found.cue >= 0:
        cue = tree.start[found.cue_first], tree.end[found.cue_last - 1]
        rest.append(parse.evidence(*cue, "cue"))
    if way is not None:
        rest.append(parse.evidence(tree.start[way.first], tree.end[way.last - 1], "channel"))
    place = (content[0].start, content[-1].end)
    issues, basis = about.of(found.spans)
    occasion = occasion_of(tree, found)
    kind = _kind(tree, found)
    polarity = polarity_of(tree, found, kind == "no_comment")
    places: set[int] = set()
    for number, speaker in enumerate(speakers):
        evidence = [parse.sentence_evidence(sent), *content]
        if speaker.start >= 0:
            quote = parse.article.text[speaker.start : speaker.end]
            number = parse.sent_of(found.speaker).number
            evidence.append(Evidence(speaker.start, speaker.end, quote, "speaker", number))
        # "They said" of two is two rows with one place: the second counts itself.
        again = (number,) if speaker.start in places else ()
        places.add(speaker.start)
        yield Statement(
            id=make_id("statement", parse.article.id, *place, speaker.start, found.cue, *again),
            article=parse.article.id,
            sentence=sent.number,
            speaker=speaker,
            content=text,
            kind=kind,
            cue=tree.text(found.cue_first, found.cue_last) if found.cue >= 0 else None,
            channel=way.channel if way else None,
            addressee=cast.of(parse.doc[to]) if to >= 0 else None,
            date=_date(tree, dated, found),
            issues=issues,
            issues_basis=basis,
            occasion=occasion,
            polarity=polarity,
            score=round(found.score, 3),
            rule=found.rule,
            evidence=(*evidence, *rest),
        )


def _speakers(tree: Tree, cast: Cast, found: Found) -> tuple[Participant, ...]:
    if found.speaker < 0:
        return (Participant("unknown", ""),)
    head = tree.parse.doc[found.speaker]
    if tree.word[found.speaker] in ("those", "these") and tree.right[found.speaker] > found.speaker + 1:
        last = tree.right[found.speaker]
        words = tree.text(found.speaker, last)
        span = tree.parse.token_evidence(found.speaker, last)
        return (Participant(words, words, kind="anonymous", start=span.start, end=span.end),)
    if tree.word[found.speaker] in _NEUTER and (whose := _neuter(tree, cast, found.speaker)):
        return (whose,)
    speakers = tuple(_without_date(one) for one in cast.expand(head))
    if len(speakers) == 1 and speakers[0].text.casefold() in _SELF:
        speakers = (cast.of(head),)  # "The minister himself": the minister
    if tree.word[found.speaker] == "both" and speakers[0].actor_id is None:
        speakers = _both(tree, cast, found.speaker) or speakers
    if len(speakers) > 1:
        speakers = tuple(one for one in speakers if not _in_content(tree, found, one))
    return speakers if len(speakers) <= _MANY else speakers[:1]


def _both(tree: Tree, cast: Cast, pronoun: int) -> tuple[Participant, ...]:
    """Return the two persons whom the sentences before a bare "both" name; none for any others."""
    if tree.right[pronoun] > pronoun + 1:
        return ()
    number = tree.sent[pronoun]
    found: dict[str, Participant] = {}
    for sent in reversed(tree.parse.sents[max(0, number - _BACK) : number]):
        if sent.role != "body" or len(found) > 1:
            break
        for named in cast.within(sent.first, sent.last):
            if named.actor is not None and named.actor.kind == "person":
                found.setdefault(named.actor.id, cast.of(tree.parse.doc[named.last - 1]))
    if len(found) != 2:
        return ()
    span = tree.parse.token_evidence(pronoun, pronoun + 1)
    return tuple(
        replace(one, text=span.quote, start=span.start, end=span.end) for one in found.values()
    )


def _without_date(one: Participant) -> Participant:
    """Return an unknown speaker without the day or month that the parser took for a first name."""
    day, _, rest = one.text.partition(" ")
    if one.actor_id is not None or one.text != one.name or not rest[:1].isupper():
        return one
    if day.lower() not in DATES:
        return one
    return replace(one, name=rest, text=rest, start=one.start + len(day) + 1)


def _in_content(tree: Tree, found: Found, one: Participant) -> bool:
    """Say whether somebody joined to the speaker by the parser stands in what was said."""
    to_raw = tree.parse.view.to_raw
    places = (to_raw(start, end) for start, end in found.spans)
    own = tree.start[found.speaker]
    return one.start != to_raw(own, own + 1)[0] and any(a <= one.start < b for a, b in places)


def _neuter(tree: Tree, cast: Cast, pronoun: int) -> Participant | None:
    """Return the state or body that "it" or "its" stands for, else None.

    The subject before the pronoun in its sentence, else the first one named: "U.S. plans, which it says
    ..."; of an "it" that opens its sentence the subject of the sentence before.
    """
    known = cast.of(tree.parse.doc[pronoun])
    if known.actor_id is not None:
        return None
    first, _ = tree.bounds(pronoun)
    named = [
        (tree.dep[i] != "nsubj", i)
        for i in range(max(first, pronoun - FAR), pronoun)
        if tree.tag[i][:3] == "NNP"
        and (name := cast.at(i)) is not None
        and name.actor is not None
        and name.actor.kind in ("state", "organisation", "body")
    ]
    if not named:
        named = _subject_before(tree, cast, pronoun)
    if not named:
        return None
    whose = cast.of(tree.parse.doc[min(named)[1]])
    span = tree.parse.token_evidence(pronoun, pronoun + 1)
    return replace(whose, text=span.quote, start=span.start, end=span.end)


def _subject_before(tree: Tree, cast: Cast, pronoun: int) -> list[tuple[bool, int]]:
    """The state or body that is the subject of the sentence before, in the same paragraph."""
    number = tree.sent[pronoun]
    sents = tree.parse.sents
    if tree.dep[pronoun] != "nsubj" or number < 1 or pronoun > sents[number].first + 4:
        return []
    before = sents[number - 1]
    if before.paragraph != sents[number].paragraph or before.last - before.first > FAR:
        return []
    for i in range(before.first, before.last):
        name = cast.at(i)
        if tree.dep[i] in ("nsubj", "nsubjpass") and tree.dep[tree.head[i]] == "ROOT":
            known = name is not None and name.actor is not None
            organised = known and name.mention.kind in ("state", "organisation", "body")  # type: ignore[union-attr]
            return [(False, i)] if organised or tree.lemma[i] in _PAPERS else []
    return []


def _date(tree: Tree, dated: Sequence[Dated], found: Found) -> When:
    """Return the day that the cue's own sentence gives, outside what was said.

    A cue in the present tense ("says") is of the day of publication; else it is unknown.
    """
    if found.cue < 0:
        return UNKNOWN_DATE
    first, last = tree.bounds(found.cue)
    begin = bisect_left(dated, max(first, found.cue - FAR), key=_first)
    end = bisect_left(dated, min(last, found.cue + FAR), begin, key=_first)
    near = [item for item in dated[begin:end] if item.last <= last]
    if near:
        return min(near, key=lambda item: abs(item.first - found.cue)).when
    published = tree.parse.article.published
    if tree.tag[found.cue] in ("VBZ", "VBP") and published.known:
        return replace(published, basis="published", text=None)
    return UNKNOWN_DATE


def _kind(tree: Tree, found: Found) -> Literal["direct", "indirect", "mixed", "no_comment"]:
    if is_no_comment(tree, found):
        return "no_comment"
    if found.frame in ("turn", "tweet"):
        return "direct"
    total = quoted = 0
    for start, end in found.spans:
        first, last = tree.token_at(start), tree.token_before(end)
        if max(tree.inside[first:last], default=-1) < 0:
            total += 1
            continue
        for i in range(first, last):
            if tree.word[i][:1].isalnum():
                total += 1
                quoted += tree.inside[i] >= 0
    if quoted == total and total:
        return "direct"
    return "mixed" if quoted else "indirect"
