"""A parse becomes statements: candidates, decisions, quotations, then the rows with their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from detente.document import Dated, Parse
from detente.extract.cast import Cast
from detente.extract.statements.decide import decided
from detente.extract.statements.found import Found
from detente.extract.statements.frames import candidates
from detente.extract.statements.quoted import with_quotations
from detente.extract.statements.settle import is_no_comment, settled
from detente.extract.statements.tree import Tree, tree_of
from detente.knowledge.cues import cue_model, cues
from detente.records import UNKNOWN_DATE, Evidence, Participant, Statement, make_id


def find_statements(parse: Parse, cast: Cast, dated: Sequence[Dated]) -> tuple[Statement, ...]:
    """Return the statements of an article, in the order of their content.

    Scare quotes, and passives that name nobody ("was expected to"), are no statements.
    """
    if not parse.sents:
        return ()
    tree = tree_of(parse)
    found = decided(tree, candidates(tree, cues()), cue_model())
    found = settled(tree, with_quotations(tree, found, cues()))
    return tuple(_row(tree, cast, dated, item) for item in found)


def _row(tree: Tree, cast: Cast, dated: Sequence[Dated], found: Found) -> Statement:
    parse = tree.parse
    content = [parse.evidence(start, end, "content") for start, end in found.spans]
    speaker = cast.of(parse.doc[found.speaker]) if found.speaker >= 0 else Participant("unknown", "")
    sent = parse.sent_at(found.spans[0][0])
    evidence: list[Evidence] = [parse.sentence_evidence(sent), *content]
    if speaker.start >= 0:
        quote = parse.article.text[speaker.start : speaker.end]
        evidence.append(Evidence(speaker.start, speaker.end, quote, "speaker", sent.number))
    cue = None
    if found.cue >= 0:
        evidence.append(parse.token_evidence(found.cue_first, found.cue_last, "cue"))
        cue = tree.text(found.cue_first, found.cue_last)
    text = " … ".join(parse.view.text[start:end] for start, end in found.spans)
    return Statement(
        id=make_id("statement", parse.article.id, content[0].start, content[-1].end, speaker.start),
        article=parse.article.id,
        sentence=sent.number,
        speaker=speaker,
        content=text,
        kind=_kind(tree, found),
        cue=cue,
        channel=None,
        addressee=None,
        date=UNKNOWN_DATE,
        issues=(),
        score=round(found.score, 3),
        rule=found.rule,
        evidence=tuple(evidence),
    )


def _kind(tree: Tree, found: Found) -> Literal["direct", "indirect", "mixed", "no_comment"]:
    if is_no_comment(tree, found):
        return "no_comment"
    total = quoted = 0
    for start, end in found.spans:
        for i in range(tree.token_at(start), tree.token_before(end)):
            if tree.word[i][:1].isalnum():
                total += 1
                quoted += tree.inside[i] >= 0
    if quoted == total and total:
        return "direct"
    return "mixed" if quoted else "indirect"
