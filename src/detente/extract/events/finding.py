"""A parse becomes its events: acts of verbs, their parties, place, date and how real they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from detente.document import Dated, Parse, Sent
from detente.extract.cast import Cast
from detente.extract.clauses import (
    agent_of,
    date_of,
    is_passive,
    key_of,
    place_of,
    places_under,
    speaker_of,
    subject_of,
)
from detente.extract.events.acting import WISHES, Found, promised, quad, read, should
from detente.extract.events.contacts import with_contacts
from detente.extract.events.counting import (
    depth,
    is_mutual,
    is_own,
    is_settled,
    is_wished,
    leads_elsewhere,
    needs_other,
    of_deed,
    of_posts,
    on_a_border,
    on_own_land,
    points_back,
)
from detente.extract.events.defied import defying
from detente.extract.events.domestic import (
    OF_OPPONENTS,
    opponents,
    other_clause,
    whose_government,
    with_crowds,
)
from detente.extract.events.guessing import guessed
from detente.extract.events.judging import judged, praised
from detente.extract.events.listing import GETS, givers
from detente.extract.events.magnitude import magnitudes
from detente.extract.events.nominal import Nominal, nominal
from detente.extract.events.pairing import Pairs, is_reduced
from detente.extract.events.phrases import SAYING
from detente.extract.events.private import is_private
from detente.extract.tense import tense_at
from detente.knowledge.contexts import contexts_of
from detente.knowledge.issues import issues_in
from detente.knowledge.plover import Act, act_nouns, is_statement, value_of
from detente.records import (
    Event,
    Evidence,
    Factuality,
    Meeting,
    Participant,
    Place,
    Statement,
    When,
    make_id,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_MENDS = re.compile(r"\W*Correction\b|[^.]*\bearlier version of this (?:article|story)\b")
"""A correction tells what was wrong."""
_BODY = frozenset(("body", "title", "dek", "subhead"))
_OUTWARD = frozenset(("SUPPORT", "AID", "CONSULT", "COOPERATE", "MOBILIZE"))
"""Types in which nobody is his own aim."""
_AIMED = frozenset(("SUPPORT", "ACCUSE", "REQUEST", "AID", "ASSAULT"))
"""Types that are no event, but a statement, without somebody they are aimed at."""
_TERRITORIAL = frozenset(
    ("COERCE", "CONCEDE", "MOBILIZE", "ASSAULT", "PROTEST", "RETREAT", "AID", "SANCTION", "THREATEN")
)
"""Types of acts that fall on whoever lives in the place where they are done."""
_POLICED = frozenset(("COERCE", "ACCUSE", "SANCTION"))
"""Types of acts that the authorities of a place do, where nobody else is named."""
_ANSWERS = frozenset(
    ("ACCUSE", "REJECT", "SANCTION", "REQUEST", "THREATEN", "ASSAULT", "MOBILIZE", "SUPPORT")
)
"""Types of what is done in answer to another clause of the sentence."""
_OFFICIAL = frozenset(("state", "organisation", "body"))
_COMPLAINT = Act("ACCUSE", "disapprove", "114")
_JOINT = frozenset(("054", "057", "0871", "062", "061", "0312", "036"))
"""CAMEO codes of what several do together without a recipient: they sign, they restore ties."""
_BILATERAL = frozenset(("054", "057", "161"))
"""CAMEO codes of what is done between two, where nobody says by whom."""
_DOMESTIC = frozenset(
    ("COERCE", "PROTEST", "CONCEDE", "RETREAT", "REQUEST", "ASSAULT", "SANCTION", "REJECT", "ACCUSE")
)
_TWO_SIDED = frozenset(
    ("ACCUSE", "REJECT", "SANCTION", "REQUEST", "THREATEN", "RETREAT", "CONCEDE", "AGREE", "SUPPORT")
)
"""Types whose other side may be left unsaid where an article is about two states."""
_KINDLY = frozenset(("AGREE", "SUPPORT"))
"""Those of them that are often done to somebody else, whom the sentence does not name as a state."""
_GUESS_SCORE = 0.5
"""How sure an act is whose type the model gave."""
_VERBS = (100, 87)
"""VERB and AUX as `spacy.symbols` numbers them."""
_NOUN = 92
"""NOUN, likewise."""
_LEAST = 0.4
"""Acts that are less sure are not kept."""
_NOUN_SCORE = 0.55
"""How sure an act is that only a noun tells."""


@dataclass(frozen=True, slots=True)
class _Coded:
    found: Found
    """The act; its `verb` is the word that tells it, a noun too."""
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    score: float


def find_events(
    parse: Parse,
    cast: Cast,
    dated: Sequence[Dated],
    statements: Sequence[Statement],
    meetings: Sequence[Meeting] = (),
) -> tuple[Event, ...]:
    """Return who did what to whom, an event a verb that tells an act between political actors.

    The article's meetings, where given, are events too, and go before what verbs tell of them.

    Plain statements and appeals are no events but statements. Kept is only what has an actor and a
    party tied to a state or an international organisation; a venue is neither. An act that is only
    announced has the type that PLOVER gives the announcement (a planned visit is AGREE, a threatened
    strike THREATEN); one in somebody's words has that speaker in `reported_by`. Acts told by nouns
    alone ("the bombing of") are not found.
    """
    pairs = Pairs(parse, cast, statements)
    events: list[Event] = []
    kinds = parse.doc.to_array("POS").tolist()
    lemmas = parse.doc.to_array("LEMMA").tolist()
    strings = parse.doc.vocab.strings
    tell = {strings[noun] for noun in act_nouns() if noun in strings}
    seen: set[tuple[object, ...]] = set()
    told: set[tuple[str, frozenset[str]]] = set()
    for sent in parse.sents:
        if sent.role not in _BODY or _MENDS.match(parse.view.text, sent.start):
            continue
        within = range(sent.first, sent.last)
        words = (
            [i for i in within if kinds[i] in _VERBS],
            [i for i in within if kinds[i] == _NOUN and lemmas[i] in tell],
        )
        if not words[0] and not words[1]:
            continue
        for coded in _of_sentence(pairs, parse, words):
            event = _row(coded, parse, cast, dated, statements, sent)
            if event.score < _LEAST:
                continue
            who = (event.type, codes(event.actors) | codes(event.recipients))
            if event.rule.startswith("noun ") and who in told:
                continue
            told.add(who)
            pairs.lately.add(sent.number, event.type, event.actors, event.recipients)
            key = (
                event.type, frozenset(key_of(p) for p in event.actors),
                frozenset(key_of(p) for p in event.recipients), event.date.label(), event.trigger,
            )  # fmt: skip
            if key not in seen:
                seen.add(key)
                events.append(event)
    return tuple(with_contacts(parse, events, meetings, statements, pairs.counterparts))


def codes(participants: Iterable[Participant]) -> frozenset[str]:
    """Return the states of participants, the names of those that have none."""
    return frozenset(p.state or p.name for p in participants)


def _of_sentence(pairs: Pairs, parse: Parse, words: tuple[list[int], list[int]]) -> list[_Coded]:
    """Return the acts of a sentence's verbs and of its nouns that tell one, given by their tokens."""
    found: list[_Coded] = []
    consumed: set[int] = set()
    doc = parse.doc
    verbs, nouns = words
    for i in verbs:
        verb = doc[i]
        if i in consumed or verb.dep_ in ("aux", "auxpass") or is_private(verb):
            continue
        act = read(verb)
        clause = verb.head if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" else verb
        if clause.dep_ == "ccomp" and should(verb) and clause.head.lemma_ in SAYING:
            base = Act("REQUEST", None, "100")
            coded = _demanded(pairs, act or Found(verb, base, base, "happened", "should"))
            if coded is not None:
                found.append(coded)
            continue
        if act is None and verb.lemma_ in WISHES:
            for child in verb.children:
                consumed |= _told_by(child) if child.dep_ == "xcomp" else set()
        if (blame := judged(verb, pairs)) is not None:
            base = Act("ACCUSE", "disapprove", "111")
            told_as = Found(verb, base, base, "happened", f"blame {verb.lemma_}")
            found.append(_Coded(told_as, tuple(blame[0]), tuple(blame[1]), _NOUN_SCORE))
            continue
        if act is None and (praise := praised(verb, pairs)) is not None:
            base = Act("SUPPORT", None, "051")
            told_as = Found(verb, base, base, "happened", f"praise {verb.lemma_}")
            found.append(_Coded(told_as, tuple(praise[0]), tuple(praise[1]), _NOUN_SCORE))
            continue
        if act is None:
            if (guess := guessed(verb, pairs)) is not None:
                found.append(_Coded(guess[0], tuple(guess[1]), tuple(guess[2]), _GUESS_SCORE))
            continue
        if act.inner is not None:
            consumed |= _told_by(act.inner)
        if act.act.type == "REQUEST":
            for child in verb.children:
                if child.dep_ in ("xcomp", "ccomp", "advcl") and child.tag_ == "VB":
                    consumed |= _told_by(child)
        if is_statement(act.act):
            continue
        coded = _parties(pairs, act)
        if (defied := defying(act, pairs)) is not None:
            refusal, whose = defied
            objecting = {key_of(p) for p in whose}
            if coded is not None:
                aided = tuple(p for p in coded.recipients if key_of(p) not in objecting)
                found.append(replace(coded, found=refusal, recipients=whose))
                coded = replace(coded, recipients=aided) if aided else None
        if coded is not None:
            found.append(coded)
    for i in nouns:
        if (told := nominal(doc[i], pairs)) is None:
            continue
        if not any(_same(told, other) for other in found):
            rule = f"noun {told.noun.lemma_}"
            act = Found(told.noun, told.act, told.act, _reality(told.noun), rule)
            found.append(_Coded(act, told.actors, told.recipients, _NOUN_SCORE))
    return found


def _told_by(inner: Token) -> set[int]:
    """Return the verbs of what is asked, promised or refused: none of it is done yet."""
    found = {inner.i}
    for child in inner.children:
        if child.dep_ in ("conj", "xcomp", "prep", "pcomp", "dobj", "advcl", "ccomp"):
            found |= _told_by(child) if child.pos_ != "NOUN" else set()
    return found


def _same(told: Nominal, other: _Coded) -> bool:
    """Say whether a verb of the sentence tells the act of a noun: they held talks."""
    return other.found.base.type == told.act.type and (
        other.found.verb.i == told.noun.head.i
        or {p.state for p in told.actors} <= {p.state for p in (*other.actors, *other.recipients)}
    )


def _reality(noun: Token) -> Factuality:
    return "planned" if tense_at(noun) == "future" else "happened"


def _parties(pairs: Pairs, found: Found) -> _Coded | None:
    verb, act = found.verb, found.act
    actors = pairs.actors(verb) or _by_place(pairs, found) or opponents(pairs, verb, act.type)
    if not actors:
        return None
    main = verb.lemma_ == "protest" and verb.dep_ in ("ROOT", "conj", "ccomp")
    words_only = all(p.kind in _OFFICIAL for p in actors) or (
        all(p.kind in _OFFICIAL or p.office for p in actors) and pairs.counterparts.of(actors)
    )
    if act.type == "PROTEST" and main and words_only:
        found = replace(found, act=_COMPLAINT, base=_COMPLAINT)  # a state protests in words
        act = _COMPLAINT
    if verb.lemma_ in GETS and found.rule.startswith("give "):
        recipients = actors
        actors = [p for giver in givers(verb) for p in pairs.linked(giver)]
        if not actors or {key_of(p) for p in actors} & {key_of(p) for p in recipients}:
            return None
    else:
        recipients = _recipients(pairs, found, actors)
        if act.type == "ASSAULT" and is_passive(verb) and agent_of(verb) is None:
            # Four children killed in an Israeli raid on Gaza are not Israel's.
            mine = {p.state for p in actors}
            recipients = [p for p in recipients if p.state not in mine] or pairs.struck(verb)
    sentence = pairs.parse.sent_of(verb.i).number
    mine_too = {p.state for p in actors}
    troops = "MOBILIZE" in (act.type, found.base.type)
    own = ("state", "group", "anonymous", "unknown") if troops else ("state",)
    abroad = [p for p in recipients if p.kind not in own or p.state not in mine_too]
    if of_posts(verb):
        abroad = [p for p in abroad if p.state not in mine_too]
    if abroad or act.type in _OUTWARD or troops or act.type == "REQUEST" or of_posts(verb):
        # Who defends the interests of his own state does nothing to it.
        recipients = abroad
    if recipients and act.type not in _DOMESTIC and on_own_land(actors, recipients):
        return None
    at_home = recipients and {p.state for p in recipients} == mine_too != {None}
    if act.type == "CONSULT" and at_home and not with_crowds(verb):
        return None
    if act.mode == "withdraw" and act.type == "RETREAT":
        recipients = [p for p in recipients if not is_own(p, mine_too)]
    on_land = act.type in _TERRITORIAL and found.base.type in _TERRITORIAL
    if not recipients and (on_land or act.mode in ("investigate", "assist")):
        recipients = pairs.territory(verb, found.inner)
        if act.type in _OUTWARD:
            recipients = [p for p in recipients if p.state not in mine_too]
    if not recipients and act.type in _ANSWERS:
        recipients = other_clause(pairs, verb, actors)
    if not recipients and act.type in OF_OPPONENTS and is_settled(found):
        recipients = whose_government(pairs, verb, actors, sentence)
    if not recipients and act.type == "REQUEST":
        recipients = pairs.counterparts.center(actors)
    two_sided = act.type in _TWO_SIDED or (act.type == "MOBILIZE" and on_a_border(verb))
    two_sided = two_sided and is_settled(found) and not is_wished(found)
    if not recipients and len(actors) == 1 and two_sided:
        recipients = pairs.lately.answered(actors, sentence, act.type)
        if not (act.type in _KINDLY and leads_elsewhere(found, pairs.parse)):
            recipients = recipients or pairs.counterparts.of(actors)
        if not recipients and act.type == "SUPPORT" and of_deed(found.verb):
            recipients = pairs.counterparts.both(actors)
    together = len(actors) > 1 and (is_mutual(found) or act.cameo in _JOINT)
    if (act.type in _AIMED or is_wished(found)) and not recipients and not together:
        return None
    if not recipients and not together and needs_other(found):
        return None
    if not recipients and len(actors) < 2 and found.factuality == "hypothetical":
        return None
    if act.type == "AGREE" and not recipients and not together and verb.dep_ in ("advcl", "acl"):
        return None
    said = any(p.text for p in recipients) or len(actors) > 1
    score = 0.8 - 0.1 * depth(verb) + (0.1 if said else 0.0)
    return _Coded(found, tuple(actors), tuple(recipients), round(max(0.2, min(0.95, score)), 2))


def _recipients(pairs: Pairs, found: Found, actors: list[Participant]) -> list[Participant]:
    """Return on whom an act falls: named as object, as host, as one's own people, or deep inside."""
    verb, act = found.verb, found.act
    mine = {key_of(p) for p in actors}
    if found.base.mode == "visit":
        goes = found.inner if found.inner is not None and act != found.base else verb
        hosted = found.base.cameo == "043"
        recipients = pairs.partners(goes) if hosted else pairs.hosts(goes) or pairs.partners(goes)
    elif is_mutual(found):
        recipients = pairs.partners(verb)
        if not recipients and found.inner is not None:
            recipients = pairs.partners(found.inner)
    else:
        recipients = pairs.recipients(verb, found.inner, act.type == "REQUEST")
    recipients = [p for p in recipients if key_of(p) not in mine]
    home = actors[0].state
    if not recipients and act.type in _DOMESTIC and home and pairs.states_in(verb) <= {home, ""}:
        loose = pairs.loose(verb) or (pairs.loose(found.inner) if found.inner is not None else [])
        recipients = [replace(p, state=home) for p in loose if key_of(p) not in mine]
    named = found.base.mode == "visit" or verb.lemma_ == "warn"
    if not recipients and verb.dep_ == "conj" and points_back(verb) and verb.head.pos_ == "VERB":
        before = pairs.recipients(verb.head, None, False)  # cut their ties with Y and accused it
        recipients = [p for p in before if key_of(p) not in mine]
    joint = act.cameo in _JOINT and len({p.state for p in actors}) > 1
    if not recipients and not is_mutual(found) and not named and not joint:
        recipients = pairs.anywhere(verb, mine)
    return recipients


def _by_place(pairs: Pairs, found: Found) -> list[Participant]:
    """Return the state where somebody was arrested, tried or banned by nobody that is named."""
    unsaid = is_passive(found.verb) and agent_of(found.verb) is None
    if found.base.type == "ASSAULT":
        whose = pairs.strikers(found.verb) if unsaid or is_reduced(found.verb) else []
        if whose := whose or pairs.attackers(found.verb):
            return whose
    if unsaid and found.base.cameo in _BILATERAL:
        return pairs.counterparts.both([])  # relations were restored: of the two
    if unsaid and found.base.type in _POLICED:
        return pairs.territory(found.verb)
    return []


def _demanded(pairs: Pairs, found: Found) -> _Coded | None:
    """X said that Y must stop: a REQUEST of X to Y."""
    above = found.verb.head if found.verb.dep_ == "ccomp" else found.verb.head.head
    actors = pairs.linked(subject_of(above))
    own = {p.state for p in actors}
    recipients = [
        p for p in pairs.linked(subject_of(found.verb)) if p.kind != "state" or p.state not in own
    ]
    if not actors or not recipients or {key_of(p) for p in actors} & {key_of(p) for p in recipients}:
        return None
    asked = replace(found, act=Act("REQUEST", None), factuality="happened", rule="said that should")
    return _Coded(asked, tuple(actors), tuple(recipients), 0.7)


def _venue(verb: Token, cast: Cast) -> Place | None:
    """Return where an act took place; what was talked about ("the war in Syria") is no place."""
    if verb.lemma_ in ("discuss", "negotiate", "sign", "condemn", "criticize", "criticise"):
        return next(places_under(verb, cast), None)
    return place_of(verb, None, cast)


def _had(verb: Token) -> bool:
    """Say whether a verb lies before the time that is told: they had agreed."""
    return verb.tag_ == "VBN" and any(
        c.dep_ == "aux" and c.lower_ in ("had", "'d") for c in verb.children
    )


def _ahead(when: When, published: When) -> bool:
    """Say whether a date lies, at least in part, after the day of publication."""
    if when.end is None or published.end is None or when.basis == "published":
        return False
    return when.end > published.end


def _row(
    coded: _Coded,
    parse: Parse,
    cast: Cast,
    dated: Sequence[Dated],
    statements: Sequence[Statement],
    sent: Sent,
) -> Event:
    found = coded.found
    verb, act = found.verb, found.act
    when = date_of(verb, verb, parse, sent, dated)
    factuality = found.factuality
    published = parse.article.published
    if when.known and when.end and published.start and when.end < published.start - timedelta(days=366):
        factuality = "historical" if factuality in ("happened", "ongoing") else factuality
    if factuality == "happened" and _ahead(when, published) and tense_at(verb, sent.role) != "past":
        factuality, act = "planned", promised(found.act)
    told = factuality == "happened" and tense_at(verb, sent.role) == "past"
    if told and not when.known and published.end:
        # "Had accused" lies before what is told, on no day that the text gives.
        when = When(None, published.end, "range", "inferred" if _had(verb) else "published")
    trigger = parse.token_evidence(verb.i, verb.i + 1, "trigger")
    named = [Evidence(p.start, p.end, parse.article.text[p.start : p.end], "actor", sent.number)
             for p in (*coded.actors, *coded.recipients) if p.start >= 0]  # fmt: skip
    return Event(
        id=make_id(
            "event", parse.article.id, trigger.start, act.type,
            *(key_of(p) for p in coded.actors), "to", *(key_of(p) for p in coded.recipients),
        ),
        article=parse.article.id,
        sentence=sent.number,
        type=act.type,
        mode=act.mode,
        quad=quad(act.type),
        value=value_of(act.type, act.mode),
        actors=coded.actors,
        recipients=coded.recipients,
        trigger=trigger.quote,
        place=_venue(verb, cast),
        date=when,
        factuality=factuality,
        reported_by=speaker_of(verb, parse, statements),
        score=coded.score,
        rule=found.rule,
        evidence=(parse.sentence_evidence(sent), trigger, *named),
        contexts=contexts_of([t.lemma_.lower() for t in parse.doc[sent.first : sent.last]]),
        magnitudes=magnitudes(verb, parse),
        issues=issues_in(parse.view.text[sent.start : sent.end]),
    )  # fmt: skip
