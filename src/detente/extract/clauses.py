"""Who does it, where and when: what a clause says around a verb or a noun. It is no extractor itself.

Meetings and events both ask. The answers follow the dependencies, with the places where the parser
is known to go wrong (a date hung on a city, a phrase hung on the verb and not on its noun) allowed for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.document import Dated, Parse, Sent, dated_in
from detente.extract.cast import Cast
from detente.knowledge.places import place as listed_place
from detente.knowledge.states import states
from detente.records import UNKNOWN_DATE, Participant, Place, Statement, When

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
_PLACE_PREPS = frozenset(("in", "at", "near", "inside", "outside"))
_FIRST_PERSON = frozenset(("i", "we", "me", "us", "my", "our"))
_SAYING = frozenset(
    ("say", "tell", "announce", "report", "add", "write", "state", "note", "declare", "confirm", "warn")
)
_ROLE_NOUNS = frozenset(
    (
        "counterpart", "minister", "president", "premier", "chancellor", "secretary", "ambassador",
        "envoy", "official", "officials", "representative", "delegation", "delegate", "leader",
        "diplomat", "negotiator", "activist", "advocate", "organization", "organisation", "group",
        "opposition", "lawmaker", "senator", "deputy", "adviser", "advisor", "aide", "spokesman",
        "spokeswoman", "king", "queen", "emir", "prince", "pope", "general", "commander", "chief",
        "head", "chairman", "chairwoman", "chair", "director", "member", "mediator", "inspector",
        "dissident", "journalist", "businessman", "executive", "student", "rebel", "ally", "partner",
        "government", "parliament", "congress", "senate", "army", "military", "police", "troop",
        "force", "administration", "authority", "ministry", "council", "commission", "union", "state",
        "country", "nation", "side", "party", "governor", "mayor", "monarch", "sultan", "colleague",
        "host", "guest", "visitor", "scientist", "scholar", "expert", "veteran", "family", "relative",
        "NGO", "NGOs", "community", "clergy", "patriarch", "bishop", "worker", "protester", "militant",
    )
)  # fmt: skip


def verb_above(token: Token, stop: Token | None = None) -> Token | None:
    """Return the nearest verb above a token, `stop` if that comes first; None when there is none."""
    at = token
    while at.head.i != at.i:
        at = at.head
        if (stop is not None and at.i == stop.i) or at.pos_ in ("VERB", "AUX"):
            return at
    return None


def subject_of(verb: Token) -> Token | None:
    """Return the head of the phrase that does what a verb says, up the clause if it is understood.

    "X flew to Y to meet Z": X meets. The antecedent stands for "who"; of "it took X six days to
    reply" X replies.
    """
    at = verb
    for _ in range(6):
        for child in at.children:
            if child.dep_ in SUBJECTS:
                if child.tag_ in ("WDT", "WP") or (child.lower_ == "that" and at.dep_ == "relcl"):
                    return at.head if at.dep_ == "relcl" else _clefted(at)
                if child.is_upper and len(child) > 2 and _has_nearer(child, at):
                    continue  # a dateline glued to the sentence
                if child.lower_ == "it" and at.lemma_ == "take":
                    return next((c for c in at.children if c.dep_ in ("dobj", "dative")), None)
                return child
        if (before := _misread_subject(at)) is not None:
            return before
        if (
            at.dep_ == "acl"
            and at.tag_ == "VBG"
            and (at.head.pos_ == "PROPN" or at.head.lemma_ in _ROLE_NOUNS)
        ):
            return at.head
        if at.dep_ in ("xcomp", "conj", "advcl", "pcomp", "ccomp", "acl", "prep", "dep"):
            above = at.head if at.head.pos_ in ("VERB", "AUX") else verb_above(at)
            if above is None or above.i == at.i:
                return None
            at = above
            continue
        return None
    return None


def _clefted(verb: Token) -> Token | None:
    """Return who does it by "It was X, however, who did it"; None where the clause is no cleft."""
    above = verb.head
    if verb.dep_ not in ("ccomp", "advcl") or above.lemma_ != "be" or above.i > verb.i:
        return None
    if not any(c.lower_ == "it" and c.dep_ == "nsubj" for c in above.lefts):
        return None
    return next((c for c in above.rights if c.dep_ == "attr" and c.i < verb.i), None)


def _has_nearer(subject: Token, verb: Token) -> bool:
    """Say whether another subject stands between one and its verb."""
    return any(c.dep_ in SUBJECTS and subject.i < c.i < verb.i for c in verb.children)


def _misread_subject(verb: Token) -> Token | None:
    """Return a name right before a finite verb without subject: "in September Obama will visit".

    The parser takes such a name for the end of the phrase before it.
    """
    auxiliaries = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg")]
    if verb.tag_ not in ("VBD", "VBZ", "VBP") and not any(
        c.tag_ in ("MD", "VBD", "VBZ") for c in auxiliaries
    ):
        return None
    first = min([verb.i, *(c.i for c in auxiliaries)])
    if first == 0:
        return None
    before = verb.doc[first - 1]
    if (
        before.pos_ == "PROPN"
        and before.dep_ in ("pobj", "npadvmod", "appos")
        and before.sent == verb.sent
    ):
        return before
    return None


def agent_of(verb: Token) -> Token | None:
    """Return the head of the phrase after "by" of a verb in the passive; None when there is none."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    """Say whether a verb is in the passive, also one that shares the auxiliary of the verb before it.

    "Had been detained and released": both.
    """
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.dep_ != "conj" or verb.tag_ not in ("VBN", "VBD") or verb.head.i == verb.i:
        return False
    own = any(c.dep_ in ("nsubj", "aux", "dobj") for c in verb.children)
    return not own and verb.head.tag_ == "VBN" and is_passive(verb.head)


def is_negated(verb: Token) -> bool:
    """Say whether a verb is negated by "not", "never" or "no longer"."""
    return any(c.dep_ == "neg" or c.lower_ in ("never", "neither") for c in verb.children)


def objects(token: Token, *preps: str) -> Iterator[Token]:
    """Yield the heads of the phrases after the prepositions of a token, in order."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in preps:
            for grandchild in child.children:
                if grandchild.dep_ in ("pobj", "pcomp"):
                    yield grandchild


def is_actor(participant: Participant, head: Token) -> bool:
    """Say whether a phrase can take part in an act: somebody known, or a role ("his counterpart")."""
    if participant.actor_id is not None:
        return participant.kind != "unknown" or head.pos_ == "PROPN"
    if head.pos_ == "PRON":
        return False
    return head.lemma_ in _ROLE_NOUNS or head.lower_ in _ROLE_NOUNS or participant.kind == "group"


def speaker_of(token: Token, parse: Parse, statements: Sequence[Statement]) -> Participant | None:
    """Return the speaker in whose statement a token stands; None when the outlet tells it."""
    start, _ = parse.view.to_raw(token.idx, token.idx + len(token))
    return speaker_at(start, statements)


def speaker_at(start: int, statements: Sequence[Statement]) -> Participant | None:
    """Return the speaker in whose statement an offset of the raw text lies; None for the outlet."""
    best: tuple[int, Participant] | None = None
    for statement in statements:
        for item in statement.evidence:
            if item.role == "content" and item.start <= start < item.end:
                size = item.end - item.start
                if best is None or size < best[0]:
                    best = (size, statement.speaker)
    return best[1] if best else None


def parties(
    heads: Iterable[Token | None], parse: Parse, cast: Cast, statements: Sequence[Statement]
) -> list[Participant]:
    """Return the actors that phrases stand for, joined phrases parted, each once, in order.

    "I" and "we" in somebody's words are the speaker.
    """
    found: list[Participant] = []
    for head in heads:
        if head is None:
            continue
        for token in (*_joined_before(head, cast), head, *_joined(head)):
            if token.lower_ in _FIRST_PERSON:
                speaker = speaker_of(token, parse, statements)
                person = replace(speaker, text=token.text) if speaker else None
                if person is None or not speaker or speaker.actor_id is None:
                    continue
                start, end = parse.view.to_raw(token.idx, token.idx + len(token))
                found.append(replace(person, start=start, end=end))
                continue
            named = cast.at(token.i)
            if named is not None and named.members:
                found += named.members
                continue
            if token.lower_ in ("capital", "city", "town"):
                continue
            participant = cast.of(token)
            if is_actor(participant, token) and not _is_venue(cast, token):
                found.append(participant)
    return unique(found)


def _joined(head: Token) -> Iterator[Token]:
    for child in head.rights:
        if child.dep_ == "conj":
            yield child
            yield from _joined(child)


def listed_states(head: Token, cast: Cast) -> Iterator[Token]:
    """Yield the states that the parser takes for appositions of the first: "A, B, C and D"."""
    first = cast.at(head.i)
    if first is None or first.mention.kind != "state":
        return
    for child in head.rights:
        named = cast.at(child.i) if child.dep_ == "appos" else None
        if named is not None and named.mention.kind == "state":
            yield child
            yield from _joined(child)


def _joined_before(head: Token, cast: Cast) -> Iterator[Token]:
    """Yield the person before "and" whom the parser hangs on the second one."""
    for child in head.lefts:
        if child.dep_ in ("nmod", "compound") and any(c.dep_ == "cc" for c in child.rights):
            named = cast.at(child.i)
            if named is not None and named.last == child.i + 1 and cast.of(child).kind == "person":
                yield child


def _is_venue(cast: Cast, token: Token) -> bool:
    named = cast.at(token.i)
    return named is not None and named.mention.kind == "place"


def unique(participants: Iterable[Participant]) -> list[Participant]:
    """Return participants with one of each actor, the first kept."""
    seen: set[str] = set()
    kept = []
    for participant in participants:
        key = key_of(participant)
        if key not in seen:
            seen.add(key)
            kept.append(participant)
    return kept


def key_of(participant: Participant) -> str:
    """Return what makes two participants the same: the actor, else the words."""
    return participant.actor_id or participant.name.lower()


def place_at(token: Token, cast: Cast) -> Place | None:
    """Return the place named by the phrase headed by a token: of the list of venues, or a state."""
    if token.pos_ not in ("PROPN", "NOUN", "ADJ", "NUM"):
        return None
    doc = token.doc
    first = token.i
    while first > 0 and doc[first - 1].head.i == token.i and doc[first - 1].pos_ in ("PROPN", "ADJ"):
        first -= 1
    last = token.i + 1
    for start in range(max(0, first - 1), token.i + 1):
        found = listed_place(doc[start:last].text)
        if found is not None and token.pos_ == "PROPN":
            return found
    named = cast.at(token.i)
    if named is None or named.mention.form == "demonym":
        return None
    for name in (named.mention.name, named.mention.text):
        code = _state_names().get(name.lower().removeprefix("the "))
        if code is not None:
            return Place(states()[code].name, code)
    return None


def named_place(token: Token, cast: Cast) -> Place | None:
    """Return a place by its name alone, one that no list holds; its state is not known."""
    named = cast.at(token.i)
    if named is None or named.mention.kind != "place" or token.pos_ != "PROPN":
        return None
    return Place(named.mention.name, None)


@lru_cache(maxsize=1)
def _state_names() -> dict[str, str]:
    """Return the code of every state by its names in lower case, without seats and capitals."""
    return {
        name.lower().removeprefix("the "): state.code
        for state in states().values()
        for name in (state.name, *state.forms)
    }


def places_under(token: Token, cast: Cast, preps: frozenset[str] = _PLACE_PREPS) -> Iterator[Place]:
    """Yield the places after "in", "at" and the like that hang on a token or a phrase joined to it."""
    for child in token.children:
        if child.dep_ in ("prep", "advmod") and child.lower_ in preps:
            for grandchild in child.children:
                if grandchild.dep_ in ("pobj", "pcomp"):
                    for each in (grandchild, *_joined(grandchild)):
                        found = place_at(each, cast) or named_place(each, cast)
                        if found:
                            yield found
                        else:
                            yield from places_under(each, cast, preps)
        elif child.dep_ in ("pobj", "npadvmod"):
            yield from places_under(child, cast, preps)


def place_of(trigger: Token, verb: Token | None, cast: Cast) -> Place | None:
    """Return where an act took place: the first place under its noun, then under its verb.

    A place under a person ("the talks with his counterpart in Berlin") counts; one in another clause
    does not.
    """
    for token in (trigger, verb):
        if token is None:
            continue
        found = next(places_under(token, cast), None)
        if found:
            return found
        for child in token.children:
            if (
                child.dep_ in ("dobj", "prep", "nsubj", "attr", "agent", "nsubjpass")
                and child.i != trigger.i
            ):
                if child.dep_ in SUBJECTS and token is verb:
                    continue
                deeper = [child]
                if child.dep_ in ("prep", "agent"):
                    deeper = [c for c in child.children if c.dep_ == "pobj"]
                for phrase in deeper:
                    for each in (phrase, *_joined(phrase)):
                        if found := next(places_under(each, cast), None):
                            return found
    return None


def date_of(
    trigger: Token, verb: Token | None, parse: Parse, sent: Sent, dated: Sequence[Dated]
) -> When:
    """Return when an act took place: the date on its noun, then on its verb, then on the clause above.

    A date that belongs to another noun ("the 2011 elections") or another clause is not taken; one
    stated or counted goes before one known from a landmark. Unknown when none is left.
    """
    best: tuple[int, int, Dated] | None = None
    for item in dated_in(dated, sent.first, sent.last):
        if item.when.text and item.when.text.lower().startswith("since"):
            continue
        level = _level(trigger, verb, item, parse)
        if level is None:
            continue
        if item.when.basis == "inferred" and item.when.precision != "month":
            level += 5
        distance = abs(item.first - trigger.i)
        if best is None or (level, distance) < best[:2]:
            best = (level, distance, item)
    if best is None and verb is not None and verb.dep_ in ("relcl", "advcl", "conj"):
        return only_date(sent.first, trigger.i, dated, parse)
    return best[2].when if best else UNKNOWN_DATE


def only_date(first: int, last: int, dated: Sequence[Dated], parse: Parse) -> When:
    """Return the one date that the tokens state, for a clause which says none of its own.

    "In September X will visit Y, where he will meet Z." Not the day on which something was said.
    """
    usable = [
        item
        for item in dated_in(dated, first, last)
        if item.when.basis in ("stated", "relative")
        and not (item.when.text or "").lower().startswith("since")
    ]
    if len(usable) != 1:
        return UNKNOWN_DATE
    root = parse.doc[usable[0].first : usable[0].last].root
    above = verb_above(root)
    said = above is not None and (above.lemma_ in _SAYING or _is_purpose(above))
    noun = root.head.pos_ == "NOUN" and root.dep_ in ("compound", "nummod", "poss")
    return UNKNOWN_DATE if said or noun else usable[0].when


def _is_purpose(verb: Token) -> bool:
    """Say whether a clause only says what for: cut it short to return on Sunday."""
    return verb.dep_ == "advcl" and verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


def _level(trigger: Token, verb: Token | None, item: Dated, parse: Parse) -> int | None:
    span = parse.doc[item.first : item.last]
    inside = range(item.first, item.last)
    at = span.root
    if trigger.i in inside:
        return 0
    for _ in range(15):
        if at.head.i == at.i:
            return None
        at = at.head
        if at.i == trigger.i:
            return 0
        if verb is not None and at.i == verb.i:
            return 1
        if at.pos_ in ("VERB", "AUX"):
            heads = {trigger.i, verb.i if verb is not None else trigger.i}
            when = at.dep_ == "advcl" and at.head.i in heads and at.i < at.head.i
            if when and any(c.lower_ in ("when", "as", "while") for c in at.children):
                return 2  # when X left on Tuesday, Y and Z were
            return 2 if verb is not None and _is_under(verb, at) else None
        if at.pos_ == "NOUN" and at.i not in inside:
            if at.lower_ in (
                "time",
                "visit",
                "trip",
                "day",
                "morning",
                "afternoon",
                "evening",
                "point",
                "stage",
                "part",
            ):
                continue
            return None
    return None


def _is_under(token: Token, above: Token) -> bool:
    """Say whether a clause hangs under another so closely that they share their day."""
    at = token
    for _ in range(4):
        if at.head.i == at.i:
            return False
        if at.dep_ == "ccomp" and at.head.lemma_ not in ("report", "confirm"):
            return False
        at = at.head
        if at.i == above.i:
            return True
    return False
