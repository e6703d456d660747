"""Which claims about the future are somebody's calendar: plans, and what a plan or treaty contains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract.forecasts import words
from detente.extract.forecasts.setting import (
    Reason,
    Setting,
    negated,
    observer,
    past_copula,
    reported_past,
)
from detente.extract.forecasts.signals import Signal
from detente.extract.voice import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGENTS = word_set(
    """
    person state body organisation group
    """
)
_AGENT_NOUNS = word_set(
    """
    minister president delegation official leader side government diplomat envoy ministry
    secretary ambassador party country team negotiator troop counterpart administration senator
    authority lawmaker parliament force expert inspector chancellor premier king state power
    nation military opposition man pair partner ally chief spokesman monitor representative
    member army navy head aide adviser advisor soldier marine sailor troop pilot policeman police
    hostage prisoner refugee worker official lawyer judge student mission school factory airline
    airport shop university hospital union voter citizen resident he she they we i who two both
    rebel committee council commission group
    company firm bank agency ship court queen emperor empress pope prince princess sheikh emir
    """
)
_TERMS = frozenset({"settlement", "term", "constitution", "accord", "ruling", "convention", "contract"})
"""What else lays down what will be done."""
_TOLD = word_set(
    """
    update exchange briefing announcement minute address lecture testimony interview evidence news
    """
)
"""What else a calendar holds, with "there will be" or "will give"."""
_MOVED = {
    "come": {"up", "under", "to", "around"}, "run": {"into", "out"}, "go": {"down", "up"},
    "move": {"closer", "away"}, "lead": {"to"}, "look": {"like"}, "work": {"out"}, "set": {"back"},
}  # fmt: skip
"""Particles that turn a verb of the calendar into one of happening."""


def of_a_plan(signal: Signal, setting: Setting, who: Token | None) -> Reason | None:
    """Return a trap for what stands in a calendar, or what a government has decided."""
    verb = signal.verb.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in signal.verb.lefts)
    if signal.kind == "may" and setting.fragment is None and signal.marks[0].lower_ == "could":
        willed = verb not in words.UNWILLED and not passive and _agent(who, setting)
        return "present" if willed and not _gathering(who) else None  # an option, not a forecast
    if signal.kind == "may" and not (past_copula(signal) and not reported_past(setting)):
        return None
    if observer(setting):
        return None
    if signal.kind == "likely" and signal.marks[0].lower_ == "expected" and negated(signal.head):
        return None  # nobody puts in a calendar what will not be: "is not expected to travel"
    if verb == "enter" and any(low.lower_ == "force" for c in signal.verb.rights for low in c.rights):
        return "plan"  # what follows by law or calendar
    hedged = _hedged(signal)
    if not hedged and not negated(signal.head) and _listed(signal, setting, who):
        return "plan"
    if passive:
        scheduled = verb in words.SCHEDULED_PASSIVE
        return (
            "plan"
            if scheduled and not (hedged and signal.kind != "likely" and not _gathering(who))
            else None
        )
    if _gathering(who) and verb in words.TAKE_PLACE and not _fate_of_talks(signal):
        return "plan" if not hedged else None
    again = verb == "see" and any(c.dep_ == "dobj" and c.lower_ == "other" for c in signal.verb.rights)
    if again:
        return "plan"  # "they will see each other in May"
    agent = _agent(who, setting) if who is not None else _named_before(signal, setting)
    if agent and verb in words.SCHEDULED and not _changed_meaning(signal):
        return "plan" if not hedged else None
    outlets = setting.fragment is None
    if agent and outlets and signal.kind in ("will", "going", "likely") and not hedged:
        return "plan" if verb not in words.UNWILLED else None
    return None


def _listed(signal: Signal, setting: Setting, who: Token | None) -> bool:
    """Say whether a clause reads out a programme: "there will also be a briefing", "will give a
    speech", "among the matters on the table will be a text"."""
    outlets = setting.fragment is None
    things = [c for c in signal.verb.rights if c.dep_ in ("attr", "dobj")]
    of_calendar = any(c.lemma_.lower() in words.GATHERINGS | _TOLD for c in things)
    if signal.verb.lemma_ == "be":
        there = who is not None and who.dep_ == "expl"
        opens = signal.head.sent[0].lower_ == "among"
        return (there and of_calendar) or (opens and outlets)
    return signal.verb.lemma_ == "give" and of_calendar and _agent(who, setting)


def _named_before(signal: Signal, setting: Setting) -> bool:
    """Say whether a name stands right before "will" where the parse gives the verb no subject."""
    at = signal.marks[0].i - 1
    return at >= 0 and (setting.cast.at(at) is not None or signal.marks[0].nbor(-1).tag_ == "NNP")


def _fate_of_talks(signal: Signal) -> bool:
    """Say whether "will be" of a gathering judges it: "the talks will be hard"."""
    if signal.verb.lemma_ != "be":
        return signal.verb.lemma_ == "end" and any(c.lower_ == "in" for c in signal.verb.rights)
    return any(c.dep_ in ("acomp", "attr") for c in signal.verb.rights)


def _changed_meaning(signal: Signal) -> bool:
    """Say whether a particle turns a calendar verb into a happening: "come to accept", "run into"."""
    verb = signal.verb
    particle = {c.lower_ for c in verb.rights if c.dep_ in ("prt", "prep")}
    if verb.lemma_ == "continue":  # "will continue to drift apart"
        return any(child.dep_ == "xcomp" for child in verb.rights)
    if verb.lemma_ == "come" and "to" in particle:  # "will come to accept", not "to the capital"
        return False
    if verb.lemma_ == "come" and any(child.dep_ == "xcomp" for child in verb.rights):
        return True
    return bool(particle & _MOVED.get(verb.lemma_, set()))


def of_contents(signal: Signal, who: Token | None) -> Reason | None:
    """Return a trap for what a plan or a treaty contains."""
    if who is None or signal.kind not in ("would", "may"):
        return None
    proposal = who.lemma_.lower() in words.PROPOSALS or (
        who.lower_ in ("it", "which", "that") and who.dep_ == "nsubj" and signal.head.dep_ == "relcl"
        and signal.head.head.lemma_.lower() in words.PROPOSALS
    )  # fmt: skip
    if proposal and signal.verb.lemma_ not in words.FATE and not _takes_time(signal):
        return "content"
    return None


def of_terms(signal: Signal) -> Reason | None:
    """Return a trap for what an agreement lays down: "Under the deal the border will be marked"."""
    for verb in {signal.head.i: signal.head, signal.verb.i: signal.verb}.values():
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ == "under":
                laid = any(low.lemma_.lower() in words.PROPOSALS | _TERMS for low in child.rights)
                return "content" if laid else None
    return None


def _takes_time(signal: Signal) -> bool:
    """Say whether it is how long a thing takes: "an agreement could take months"."""
    return signal.verb.lemma_ in ("take", "last") and any(
        low.lemma_ in ("day", "week", "month", "year", "decade", "time", "generation")
        for low in signal.verb.subtree
    )


def _hedged(signal: Signal) -> bool:
    """Say whether the clause hedges: a calendar does not say "probably"."""
    if signal.kind == "may":
        return True
    if signal.kind == "likely":
        return signal.marks[0].lower_ in (
            "likely",
            "unlikely",
            "bound",
            "doomed",
            "certain",
            "destined",
        )
    return any(
        child.lower_ in ("likely", "probably", "perhaps", "inevitably", "never", "hardly", "eventually")
        for child in (*signal.head.children, *signal.verb.children)
    )


def _agent(who: Token | None, setting: Setting) -> bool:
    """Say whether a subject can keep a calendar."""
    if who is None:
        return False
    if who.tag_ == "CD":
        return True
    if who.lemma_.lower() in _AGENT_NOUNS or who.lower_ in _AGENT_NOUNS:
        return True
    named = setting.cast.at(who.i)
    if named is not None:
        return named.mention.kind in _AGENTS or named.actor is not None
    if who.tag_ in ("NNP", "NNPS"):
        return True
    return setting.cast.of(who).kind in _AGENTS


def _gathering(who: Token | None) -> bool:
    if who is None:
        return False
    if who.lemma_.lower() in words.GATHERINGS or who.lower_ == "talks":
        return True
    return who.lower_ in ("it", "which", "that", "this") and who.dep_ in ("nsubj", "nsubjpass")
