"""Claims about the future become rows: who makes them, what is claimed, by when, how surely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.document import Dated, Parse, Sent
from detente.extract.cast import Cast
from detente.extract.forecasts import words
from detente.extract.forecasts.horizon import horizon
from detente.extract.forecasts.setting import Setting, denies, negated, observer
from detente.extract.forecasts.signals import TELLTALE, Signal, signals
from detente.extract.forecasts.speakers import (
    columnist,
    free,
    in_marks,
    nobody,
    own_voice,
    quoted,
    tagged,
    thinker,
    told_by,
    turns,
)
from detente.extract.forecasts.traps import trap
from detente.extract.telltale import telling
from detente.extract.voice import (
    Fragment,
    Voices,
    affiliation,
    clause,
    closed,
    inner_speaker,
    main_issue,
    standing,
    subject,
    trimmed,
    within,
)
from detente.extract.voice import words as words_of
from detente.records import (
    Channel,
    Forecast,
    Participant,
    Statement,
    When,
    make_id,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLOSED = re.compile(r"[,.!?]’|’(?=\s)")
"""A mark that closes a quotation, and is no apostrophe."""
_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b")
_PRONOUNS = frozenset({"i", "he", "she", "it", "we", "you", "they", "who", "his", "her", "their"})
_ADDING = frozenset({"be", "do", "happen"})
"""Verbs of a clause that says more of the same: "and it will be in Geneva"."""
_INITIALS = re.compile(r"[A-Z]{2,3}")
_FEW = 16  # Tokens of a sentence that only adds a time.
_SHORT = 4
_BEFORE = 2
_SAME = frozenset({"it", "he", "she", "they"})
_COLUMN = 2  # Sentences of its own in which a column says "I".
_NEAR = 3  # Sentences back in which the same speaker still speaks of the same matter.
_SCORES = {"will": 0.8, "would": 0.6, "may": 0.65, "likely": 0.85, "going": 0.75, "chances": 0.9,
           "outlook": 0.6, "away": 0.8, "predict": 0.7, "bode": 0.8, "surprise": 0.75}  # fmt: skip


def find_forecasts(
    parse: Parse, cast: Cast, dated: Sequence[Dated], statements: Sequence[Statement]
) -> tuple[Forecast, ...]:
    """Return the claims about the future that an article makes or reports, in order.

    A forecast has a forecaster: the speaker of the statement it is in, the analysts who "expect", or
    the outlet where it speaks in its own voice (the author, where the article names just one). Plans
    ("will visit in September"), promises of one's own acts, demands ("must leave"), hopes, questions,
    conditions by themselves, and guesses at the present are none, and headlines are not read.

    In a column in the first person the author is the forecaster. A clause joined by "and" that goes on
    about the same ("and it will be in Geneva") is part of its claim.

    `horizon` is filled only from dates in the claim that lie after the day of the article.
    """
    voices = Voices(parse, statements)
    author = columnist(parse, voices)
    answering = turns(parse, cast)
    found: list[Forecast] = []
    covered = -1
    for sent, tokens in telling(parse, TELLTALE):
        for signal in signals(tokens):
            if signal.head.i < covered:
                continue
            row, last = _row(signal, sent, parse, cast, dated, voices, Own(author, answering), covered)
            if row is not None and not _restates(signal, found, sent, parse):
                found.append(row)
                covered = last
    return tuple(found)


def _restates(signal: Signal, found: Sequence[Forecast], sent: Sent, parse: Parse) -> bool:
    """Say whether a sentence tells the claim before it once more: "They may write. They won't meet."

    So where the same pronoun goes on and yes turns to no, and where a sentence opens with "Or".
    """
    if not found or sent.number - found[-1].sentence > 1:
        return False
    first = parse.doc[sent.first]
    before = parse.sents[found[-1].sentence - 1]
    if before.paragraph != sent.paragraph or before.number == sent.number:
        return False
    if first.lower_ == "or":
        return True
    who = subject(signal.head)
    if who is None or who.lower_ not in _SAME - {"it"} or who.i > sent.first + 1:
        return False
    opened = parse.doc[before.first]
    opened = opened.nbor() if opened.is_punct and opened.i + 1 < before.last else opened
    other = _NOT.search(found[-1].claim) is not None
    bare = not any(child.dep_ in ("dobj", "prep") for child in signal.head.rights)
    if not bare and found[-1].rule != "forecast:may":
        return False  # "He will come to one. He will not come to the other."
    return opened.lower_ == who.lower_ and other != negated(signal.head)


def _row(
    signal: Signal,
    sent: Sent,
    parse: Parse,
    cast: Cast,
    dated: Sequence[Dated],
    voices: Voices,
    own: Own,
    covered: int,
) -> tuple[Forecast | None, int]:
    """Return a signal's row, or None, and the token its clause ends at; it begins after `covered`."""
    fragment = voices.at(signal.marks[0].i)
    head = _whole(signal, fragment)
    first, last = clause(head)
    last = max(last, _tail(head))
    if first < covered <= head.i:
        first, last = trimmed(parse.doc, covered, last)
    parts = within(max(first, sent.first), min(last, sent.last), fragment, voices)
    if not parts:
        return None, last
    speaker = fragment.statement.speaker if fragment else None
    if speaker is not None and (not speaker.text or nobody(speaker)):
        return None, last
    answers = own.answering.get(sent.paragraph)
    if speaker is not None and answers is not None and _INITIALS.fullmatch(speaker.text):
        speaker = answers
    nested = inner_speaker(signal.head, fragment.first, fragment.last) if fragment else None
    if nested is not None and nested.lower_ not in ("i", "we"):
        speaker = cast.of(nested)
    condition = None if signal.kind == "surprise" else _condition(head, parse)
    future = horizon(parse, parts, dated, condition)
    if speaker is None and in_marks(signal, sent, parse):
        speaker = quoted(signal, sent, parse, cast, voices)
    if speaker is None and fragment is None:
        speaker = thinker(head, cast) or tagged(head, cast) or told_by(head, cast)
    outside = speaker is None and fragment is None
    if outside and sent.paragraph in own.answering:
        if own.answering[sent.paragraph] is None:
            return None, last
        speaker, outside = answers, False
    told = free(head, sent, parse, cast, voices) if outside and own.author is None else None
    if told is not None:
        speaker, outside = told, False
    if outside and own.author is not None and not _reported_elsewhere(head):
        speaker = own.author if not in_marks(signal, sent, parse) else None
    is_author = speaker is not None and speaker is own.author
    guest = speaker is not None and speaker is answers
    speaks_as = "expert" if is_author or guest else standing(speaker, cast) if speaker else "outlet"
    setting = Setting(cast, fragment, speaker, speaks_as, future, condition)
    reason = trap(signal, setting)
    if reason is not None and not (told is not None and reason == "past"):
        return None, signal.head.i + 1
    if speaker is None and (_reported_elsewhere(head) or in_marks(signal, sent, parse)):
        return None, last
    statement = fragment.statement if fragment else None
    forecaster, known_as = (
        own_voice(parse.article)
        if is_author
        else _forecaster(signal, parse, cast, speaker, statement.channel if statement else None)
    )
    if signal.kind == "predict":
        parts = closed(parse.doc, (_predicted(signal, sent),))
        statement = statement or _cued(signal, parse, voices)
    else:
        parts = closed(parse.doc, _with_subject(head, _after_colon(head, parts)))
    claim = words_of(parse, parts)
    if len(claim.split()) < (2 if observer(setting) and signal.kind == "will" else 3):
        return None, last
    first, last = parts[0][0], parts[-1][1]
    content = [parse.token_evidence(low, high, "content") for low, high in parts]
    row = Forecast(
        id=make_id("forecast", parse.article.id, content[0].start, content[-1].end, forecaster.name),
        article=parse.article.id,
        sentence=sent.number,
        forecaster=forecaster,
        affiliation=known_as,
        claim=claim,
        issue=_issue(claim, sent, parse, statement, voices),
        horizon=_due(head, parts, fragment, parse, dated, condition),
        confidence=_confidence(signal),
        condition=condition,
        statement=statement.id if statement else None,
        score=_SCORES[signal.kind] if speaker else round(_SCORES[signal.kind] - 0.1, 2),
        rule=f"forecast:{signal.kind}",
        evidence=(parse.sentence_evidence(sent), *content),
    )
    return row, last


@dataclass(frozen=True, slots=True)
class Own:
    """Whose an article's own words are."""

    author: Participant | None
    """The author of a column in the first person; None for any other article."""
    answering: dict[int, Participant | None]
    """Who answers in a paragraph of an interview, None where its outlet asks; empty for others."""


def _due(
    head: Token,
    parts: tuple[tuple[int, int], ...],
    fragment: Fragment | None,
    parse: Parse,
    dated: Sequence[Dated],
    condition: str | None,
) -> When:
    """Return the horizon of a claim, else of the clause that "and" joins it to."""
    found = horizon(parse, parts, dated, condition)
    if found.text is None and (other := _beside(parts, fragment, parse)) is not None:
        return horizon(parse, (other,), dated, condition, ahead=True)
    before = head.head
    inside = fragment is None or fragment.first <= before.i
    if found.text is None and head.dep_ == "conj" and before.tag_[:2] in ("VB", "MD") and inside:
        future = any(low.lower_ in words.WILL | words.WOULD for low in before.lefts)
        return horizon(parse, (clause(before),), dated, condition) if future else found
    return found


def _beside(
    parts: tuple[tuple[int, int], ...], fragment: Fragment | None, parse: Parse
) -> tuple[int, int] | None:
    """Return the sentence beside a claim that says by when: "There will be no vote. Not this year."

    After it a sentence without a verb, in the same paragraph; before it any, where the claim itself is
    cut short ("It will not", "He will").
    """
    first, last = parts[0][0], parts[-1][1]
    sent = parse.sent_of(first)
    doc = parse.doc
    if sent.number < len(parse.sents):
        after = parse.sents[sent.number]
        bare = not any(token.tag_[:2] in ("VB", "MD") for token in doc[after.first : after.last])
        bare = bare or _says_when(doc[after.first : after.last])
        if bare and after.paragraph == sent.paragraph and after.last - after.first <= _FEW:
            return after.first, after.last
    short = last - first <= _SHORT and not any(t.tag_[:2] == "VB" for t in doc[first:last])
    if short and sent.number > 1:
        before = parse.sents[sent.number - _BEFORE]
        return before.first, before.last
    return None


def _says_when(sent: Span) -> bool:
    """Say whether a short sentence only tells when: "That comes in October."."""
    said = [token for token in sent if not token.is_punct and not token.is_quote]
    opened = len(said) >= _SHORT and said[0].lower_ in ("that", "this", "it")
    return opened and said[1].lemma_ in ("come", "happen", "follow") and said[2].tag_ == "IN"


def _tail(head: Token) -> int:
    """Return where a claim ends that "and" takes on: "they will settle, and they will do it in May"."""
    for child in head.rights:
        who = next((low for low in child.lefts if low.dep_ in ("nsubj", "nsubjpass")), None)
        goes_on = child.dep_ == "conj" and who is not None and who.lower_ in _SAME
        future = any(low.lower_ in words.WILL | words.WOULD for low in child.lefts)
        joined = any(low.dep_ == "cc" and low.lower_ == "and" for low in head.rights)
        same = child.lemma_ in _ADDING or child.lemma_ == head.lemma_
        same = same or any(low.dep_ == "expl" for low in head.lefts)  # "there will be a call, and it"
        if goes_on and future and joined and same and not denies(child):
            return clause(child)[1]
    return 0


def _after_colon(head: Token, parts: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Leave out what leads up to a claim: "He spoke with caution: "It will be put off."."""
    first, last = parts[0]
    for i in range(head.i - 1, first, -1):
        if head.doc[i].text == ":":
            first, last = trimmed(head.doc, i + 1, last)
            return ((first, last), *parts[1:]) if first < last else parts
    return parts


def _with_subject(head: Token, parts: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Put the subject back where an attribution cut it off: "Novak, he said, will ..."."""
    who = subject(head)
    if who is None or who.i >= parts[0][0] or head.i < parts[0][0]:
        return parts
    first, last = trimmed(head.doc, who.left_edge.i, who.right_edge.i + 1)
    return ((first, last), *parts) if first < last <= parts[0][0] else parts


def _whole(signal: Signal, fragment: Fragment | None) -> Token:
    """Return the verb of the clause to print: of a relative clause under "there are", that one.

    So for a clause that its governing verb takes back: "does not mean that Syria will listen".
    """
    head = signal.head
    if (
        signal.kind == "likely"
        and head.i == signal.marks[0].i
        and head.dep_ in ("acl", "relcl", "amod")
    ):
        return head.head
    while head.dep_ == "conj" and head.head.tag_[:2] in ("VB", "MD") and not _has_subject(head):
        head = head.head
    inside = fragment is None or fragment.first <= head.head.i < fragment.last
    if head.dep_ == "ccomp" and inside:
        parent = head.head
        negated = any(child.dep_ == "neg" for child in parent.children)
        if (negated and parent.lemma_ in words.NOT_MEANT) or parent.lemma_ == "doubt":
            return parent
    if head.dep_ == "relcl":
        noun = head.head
        verb = noun.head
        for _ in range(4):  # "a lot of small compromises that ...": up to the noun under the verb
            if verb.tag_[:2] == "VB" or verb.i == noun.i:
                break
            noun, verb = verb, verb.head
        there = any(child.dep_ == "expl" for child in verb.lefts)
        return verb if there else head.head
    return head


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in token.lefts)


def _reported_elsewhere(head: Token) -> bool:
    """Say whether an outlet's clause is the leftover of somebody's words ("..., she said")."""
    for child in (*head.children, head.head):
        if any(low.lower_ == "i" for low in child.lefts):
            continue  # "he will go, I think": the author's own
        if child.dep_ == "parataxis" or (head.dep_ == "ccomp" and child.i == head.head.i):
            said = child.lemma_ in ("say", "tell", "add", "argue", "note", "think", "believe", "warn",
                                    "claim", "predict", "write", "insist", "suggest")  # fmt: skip
            if said:
                return True
    return False


def _forecaster(
    signal: Signal, parse: Parse, cast: Cast, speaker: Participant | None, channel: Channel | None
) -> tuple[Participant, str | None]:
    """Return who says so and what the article says that they are.

    Officials and sources without a name go by the newspaper or agency that brought their words.
    """
    if signal.kind == "predict":
        from_verb = _subject_of(signal, cast, speaker)
        if from_verb is not None:
            return from_verb, affiliation(from_verb, cast)
    if speaker is not None:
        via = channel.via if channel is not None and speaker.kind == "anonymous" else None
        return speaker, affiliation(speaker, cast) or via
    return own_voice(parse.article)


def _subject_of(signal: Signal, cast: Cast, speaker: Participant | None) -> Participant | None:
    for child in signal.head.lefts:
        if child.dep_ == "nsubj":
            whom = cast.of(child)
            if speaker is not None and child.tag_ == "PRP" and whom.actor_id is None:
                return speaker
            if whom.kind == "unknown" and _plain_plural(child):
                return Participant(
                    whom.name, whom.text, None, "anonymous", start=whom.start, end=whom.end
                )
            return whom
    return None


def _plain_plural(token: Token) -> bool:
    return token.tag_ == "NNS"


def _predicted(signal: Signal, sent: Sent) -> tuple[int, int]:
    low, high = signal.head.i + 1, min(sent.last, signal.head.right_edge.i + 1)
    if negated(signal.head):  # "does not expect a summit"
        low = min(child.i for child in signal.head.lefts if child.dep_ in ("aux", "neg"))
    for verb in (signal.head, signal.verb):
        for child in verb.rights:
            if child.dep_ == "conj" and child.i > signal.verb.i and _by_itself(child, verb):
                high = min(high, child.left_edge.i)
    return trimmed(signal.head.doc, low, high)


def _by_itself(joined: Token, verb: Token) -> bool:
    """Say whether a clause is a prediction of its own: "and that B will ...", "but would not ..."."""
    future = any(low.tag_ == "MD" for low in joined.lefts) or joined.lemma_ in words.PREDICT
    but = any(low.dep_ == "cc" and low.lower_ == "but" for low in verb.rights)
    return future and (_has_subject(joined) or but)


def _cued(signal: Signal, parse: Parse, voices: Voices) -> Statement | None:
    """Return the statement whose cue is the predicting verb."""
    start, _ = parse.view.to_raw(signal.head.idx, signal.head.idx + len(signal.head))
    for statement in voices.statements:
        for evidence in statement.evidence:
            if evidence.role == "cue" and evidence.start <= start < evidence.end:
                return statement
    return None


def _confidence(signal: Signal) -> str | None:
    """Return the words for how likely, in the order of the text, with their "not"."""
    found = list(signal.marks)
    for verb in {signal.head.i: signal.head, signal.verb.i: signal.verb}.values():
        for child in verb.children:
            hedge = child.dep_ == "advmod" and child.lower_ in words.HEDGES
            if child.dep_ == "neg" or hedge:
                found.append(child)
    found = sorted({token.i: token for token in found}.values(), key=lambda token: token.i)
    return " ".join(token.text for token in found).replace(" n't", "n't").replace(" n’t", "n’t")


def _condition(head: Token, parse: Parse) -> str | None:
    """Return the clause that opens with "if", "unless", "once", "provided"."""
    for verb in (head, *(c for c in head.children if c.dep_ in ("ccomp", "xcomp", "conj"))):
        for child in verb.children:
            if child.dep_ not in ("advcl", "prep", "ccomp"):
                continue
            start = child.left_edge
            if start.lower_ == "only":
                start = start.nbor()
            opened = start.lower_ in words.CONDITIONS and start.dep_ in (
                "mark",
                "advmod",
                "aux",
                "prep",
            )
            opened = opened and (start.lower_ != "until" or child.dep_ == "advcl")
            if opened and (start.lower_ != "should" or start.i < verb.i):
                first, last = trimmed(parse.doc, start.i, child.right_edge.i + 1)
                return " ".join(parse.doc[first:last].text.split())
    return None


def _issue(
    claim: str, sent: Sent, parse: Parse, statement: Statement | None, voices: Voices
) -> str | None:
    """Return the issue of the claim, else of its sentence, its statement, or what came before.

    Before is the same paragraph, and what the same speaker said just before.
    """
    text = parse.view.text
    paragraph = parse.view.paragraphs[sent.paragraph]
    places = [claim, text[sent.start : sent.end]]
    if statement:
        places.append(statement.content)
    places.append(text[paragraph.start : sent.start])
    if statement:
        places += [
            other.content
            for other in reversed(voices.statements)
            if other.speaker.name == statement.speaker.name
            and sent.number - _NEAR <= other.sentence < sent.number
        ]
    return main_issue(*places)
