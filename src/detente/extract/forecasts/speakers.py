"""Who speaks where no statement says so: columnists, guests of an interview, thinkers, the quoted."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from detente.document import Parse, Sent
from detente.extract.cast import Cast
from detente.extract.forecasts import words
from detente.extract.forecasts.signals import Signal
from detente.extract.voice import TELLING, Voices, standing
from detente.records import Article, Participant, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLOSED = re.compile(r"[,.!?]’|’(?=\s)")
"""A mark that closes a quotation, and is no apostrophe."""
_PRONOUNS = frozenset({"i", "he", "she", "it", "we", "you", "they", "who", "his", "her", "their"})
_COLUMN = 2  # Sentences of its own in which a column says "I".
_NEAR = 3  # Sentences back in which the same speaker still speaks of the same matter.
_NAME = r"[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|de|van|von|al|bin))+"
_BY = re.compile(
    r"\b(?:column|essay|commentary|opinion|comment|analysis|viewpoint|guest article) by "
    rf"(?P<name>{_NAME})"
)
"""A line that signs a piece: "A column by Ada Crale"."""
_HEAD = 1500  # Characters at the top of an article in which a line may sign it.
_TURN = re.compile(rf"(?P<who>[A-Z]{{1,3}}|{_NAME}): ")
"""A label that opens a turn of an interview: "Ada Crale: ", "AC: "."""
_OWN = frozenset({"i", "we"})
_SECOND = 2
_SET_BACK = frozenset({"would", "could", "might"})
"""Modals as they stand in a report of what was said."""
_WAGERS = frozenset({"bet", "wager"})
_MANY_TURNS = 4
_ASKER_AND_GUEST = 2


def columnist(parse: Parse, voices: Voices) -> Participant | None:
    """Return the author of a column: an article whose own voice says "I", outside all quotations."""
    said = 0
    for sent in parse.sents:
        if sent.role == "body":
            for token in parse.doc[sent.first : sent.last]:
                if token.text == "I" and token.tag_ == "PRP" and voices.at(token.i) is None:
                    said += not marked(parse, sent, token.idx)
                    break
    return own_voice(parse.article)[0] if said >= _COLUMN else None


def in_marks(signal: Signal, sent: Sent, parse: Parse) -> bool:
    """Say whether a signal stands in quotation marks, so that it is not the outlet's own voice."""
    return marked(parse, sent, signal.marks[0].idx)


def marked(parse: Parse, sent: Sent, at: int) -> bool:
    """Say whether a character of a sentence stands in quotation marks opened in its paragraph."""
    paragraph = parse.view.paragraphs[sent.paragraph]
    before = parse.view.text[paragraph.start : at]
    if "„" in before:
        return before.count("„") > before.count("“")
    if "‘" in before and not _CLOSED.search(before, before.rindex("‘")):
        return True
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def nobody(speaker: Participant) -> bool:
    """Say whether a speaker is a pronoun that nobody has resolved: no forecaster for a reader."""
    return speaker.actor_id is None and speaker.text.lower() in _PRONOUNS


def thinker(head: Token, cast: Cast) -> Participant | None:
    """Return whose thought the outlet tells: "she remains confident: it will open", "he predicted"."""
    asides = (child for child in head.children if child.dep_ in ("parataxis", "ccomp"))
    above = (head.head,) if head.dep_ in ("ccomp", "parataxis") else ()
    above = (*above, *(verb for verb in head.ancestors if verb.lemma_ in _WAGERS))
    for verb in (head, *asides, *above):
        sure = any(child.lemma_.lower() in words.SURE for child in verb.rights)
        if sure or verb.lemma_ in words.THINKING:
            for child in verb.lefts:
                whom = cast.of(child) if child.dep_ == "nsubj" else None
                if whom is not None and whom.kind == "person" and whom.actor_id is not None:
                    return whom
    return None


def told_by(head: Token, cast: Cast) -> Participant | None:
    """Return who "said ... that" of a claim that no statement covers; None where nobody did."""
    for verb in head.ancestors:
        who = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        if verb.i < head.i and verb.lemma_ in TELLING and who is not None and who.lower_ not in _OWN:
            return cast.of(who)
    return None


def free(head: Token, sent: Sent, parse: Parse, cast: Cast, voices: Voices) -> Participant | None:
    """Return whose words an outlet goes on telling without saying so: "The court would take longer."

    In free indirect speech a sentence without a cue follows, in its paragraph, on what a person said
    in the sentence before, and nobody else is its subject's speaker; its verb is set back ("would",
    "could", "might") or follows a tag in the present ("..., she believes").
    """
    modal = next((low.lower_ for low in head.lefts if low.tag_ == "MD"), "")
    if sent.number < _SECOND:
        return None
    before = parse.sents[sent.number - _SECOND]
    if before.paragraph != sent.paragraph or before.role != "body":
        return None
    said = [one for one in voices.statements if one.sentence == before.number]
    if not said:
        earlier = parse.doc[before.first].sent
        root = next((token for token in earlier if token.dep_ == "ROOT"), None)
        again = root is not None and modal in _SET_BACK and sent.number > _SECOND
        return free(root, before, parse, cast, voices) if again and root is not None else None
    speaker = said[-1].speaker
    present = (said[-1].cue or "").split()[-1:] and (said[-1].cue or "").split()[-1].endswith("s")
    goes_on = modal in _SET_BACK or (modal in words.WILL and present and said[-1].kind != "direct")
    person = speaker.kind == "person" and standing(speaker, cast) != "official"
    return speaker if goes_on and person else None


def quoted(signal: Signal, sent: Sent, parse: Parse, cast: Cast, voices: Voices) -> Participant | None:
    """Return who speaks in marks that no statement covers: whoever opens them, else whoever spoke last.

    "Of the talks Sobol spoke with caution: "They will be put off." opens them with a colon. The last
    speaker goes on only where nobody else is named in between.
    """
    doc = parse.doc
    start = parse.view.paragraphs[sent.paragraph].start
    mark = next(
        (
            i
            for i in range(signal.marks[0].i, -1, -1)
            if doc[i].text in ("“", '"', "„", "‘") and doc[i].idx >= start
        ),
        None,
    )
    if mark is None:
        return None
    opening = parse.sent_of(mark)
    if mark > opening.first and doc[mark - 1].text == ":":
        for token in doc[opening.first : mark]:
            if token.dep_ == "nsubj" and cast.of(token).kind == "person":
                return cast.of(token)
        return None
    last: Statement | None = None
    for statement in voices.statements:
        if sent.number - _NEAR <= statement.sentence < sent.number:
            last = statement
    if last is None or last.speaker.actor_id is None or last.speaker.kind != "person":
        return None
    here = [named.actor for named in cast.named if opening.first <= named.first < mark]
    return last.speaker if not here else None


def own_voice(article: Article) -> tuple[Participant, str | None]:
    """Return the author, with the outlet as affiliation, or the outlet where not one name signs.

    A line at the top that says whose column it is ("A column by Ada Crale") signs it too.
    """
    signed = _BY.search(article.text[:_HEAD])
    if len(article.authors) == 1 or (signed is not None and not article.authors):
        name = article.authors[0] if article.authors or signed is None else signed["name"]
        return Participant(name=name, text=name, kind="person"), article.outlet
    name = article.outlet or "the article"
    return Participant(name=name, text=name, kind="organisation" if article.outlet else "unknown"), None


def turns(parse: Parse, cast: Cast) -> dict[int, Participant | None]:
    """Return who answers in each paragraph of an interview, None where its outlet asks.

    Turns open with a label, a name in full the first time and its initials after that. Whoever has more
    question marks asks; an article with fewer than four turns of two is no interview.
    """
    text, labels = parse.view.text, {}
    for at, paragraph in enumerate(parse.view.paragraphs):
        if paragraph.role == "body" and (found := _TURN.match(text, paragraph.start, paragraph.end)):
            labels[at] = found["who"]
    names = {"".join(word[0] for word in name.split()): name for name in labels.values() if " " in name}
    speaking = {at: names.get(label, label) for at, label in labels.items()}
    if len(labels) < _MANY_TURNS or len(set(speaking.values())) != _ASKER_AND_GUEST:
        return {}
    asked = Counter(
        who
        for at, who in speaking.items()
        if "?" in text[parse.view.paragraphs[at].start : parse.view.paragraphs[at].end].split("\n")[0]
    )
    if not asked:
        return {}
    asks = max(asked, key=lambda who: asked[who])
    found_: dict[int, Participant | None] = {}
    now: str | None = None
    for at, paragraph in enumerate(parse.view.paragraphs):
        now = speaking.get(at, now)
        if now is not None and paragraph.role == "body":
            found_[at] = None if now == asks else _named(now, cast)
    return found_


def _named(name: str, cast: Cast) -> Participant:
    for named in cast.named:
        one = cast.participant(named)
        if one.kind == "person" and one.name == name:
            return one
    return Participant(name=name, text=name, kind="person")


def tagged(head: Token, cast: Cast) -> Participant | None:
    """Return who is named after a claim: "in January, Halmos believes", "He will, said Ge Rong"."""
    doc = head.doc
    for verb in doc[head.sent.start + 1 : head.i]:
        aside = verb.lemma_ in TELLING and verb.tag_[:2] == "VB" and doc[verb.i - 1].text == ","
        named = cast.at(verb.i + 1) if aside else None
        if named is not None and named.last < head.i and doc[named.last].text == ",":
            one = cast.participant(named)
            if one.kind == "person" and one.actor_id is not None:
                return one  # "If he wins, said Larrea, no one will speak of it"
    for verb in head.sent:
        if verb.i <= head.i or verb.lemma_ not in TELLING or verb.tag_[:2] != "VB":
            continue
        who = next((c for c in verb.children if c.dep_ == "nsubj" and c.i > head.i), None)
        if who is None:
            continue
        opens = min(who.left_edge.i, verb.i)
        if verb.i + 1 < len(head.doc) and head.doc[verb.i + 1].lower_ == "so":
            continue  # "he has said so often enough" says nothing of this claim
        comma = opens > 0 and head.doc[opens - 1].text in (",", "”", "“", '"', "’")
        one = cast.of(who)
        if comma and one.kind == "person" and one.actor_id is not None:
            return one
    return None
