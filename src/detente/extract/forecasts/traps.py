"""Which signals are no forecasts: plans, promises, demands, hopes, questions, guesses at the present.

`trap` names the first reason it finds, so that a reader of the code, and a test, can see which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.document import Dated
from detente.extract.cast import Cast
from detente.extract.forecasts import words
from detente.extract.forecasts.signals import Signal
from detente.extract.voice import TELLING, Fragment, Standing, subject, word_set
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

Reason = Literal[
    "plan", "promise", "wish", "question", "condition", "present", "past", "judgement", "content",
    "own act",
]  # fmt: skip

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
    member army navy he she they we i who two both rebel committee council commission group
    company firm bank agency ship court
    """
)


_POLITE = frozenset(
    {"like", "prefer", "love", "say", "want", "hate", "hope", "argue", "suggest", "think"}
)
"""Verbs with which "would" is a manner of speaking."""
_OFFENCES = frozenset({"act", "violation", "aggression", "provocation", "crime", "breach", "threat"})
"""What a thing "would be": a verdict on it."""
_MOVED = {
    "come": {"up", "under", "to", "around"}, "run": {"into", "out"}, "go": {"down", "up"},
    "move": {"closer", "away"}, "lead": {"to"}, "look": {"like"}, "work": {"out"}, "set": {"back"},
}  # fmt: skip
"""Particles that turn a verb of the calendar into one of happening."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a signal stands in: whose words, who speaks, and which dates are near."""

    cast: Cast
    """The article's cast."""
    fragment: Fragment | None
    """The reported words it is in; None for the outlet's own."""
    speaker: Participant | None
    """Whose claim it is, as far as the words say; None for the outlet's."""
    standing: Standing
    """What the speaker speaks as."""
    future: tuple[Dated, ...] = ()
    """Dates in the clause that lie after the article."""


def trap(signal: Signal, setting: Setting) -> Reason | None:
    """Return why a signal is no forecast; None when it is one."""
    if reason := _embedding(signal, setting):
        return reason
    cue = _cue_lemmas(setting.fragment)
    if cue & words.WISHED_CUES:
        return "wish"
    who = subject(signal.head)
    if signal.kind in ("chances", "outlook", "away", "bode"):
        return _of_an_outlook(signal, setting)
    if signal.kind == "predict":
        return _of_a_prediction(signal, setting, who)
    return (
        _of_the_present(signal, setting)
        or _of_a_judgement(signal, who)
        or _own_act(signal, setting, who)
        or _of_a_plan(signal, setting, who)
        or _of_contents(signal, who)
    )


_ENDINGS = (
    ("ied", "y"), ("ed", ""), ("d", ""), ("s", ""), ("es", ""), ("ing", ""), ("ing", "e"),
    ("ged", "g"), ("ning", "n"), ("ned", "n"), ("ging", "g"),
)  # fmt: skip


def _cue_lemmas(fragment: Fragment | None) -> set[str]:
    """Return the words of the cue with every base form they can have; it is no parse of ours."""
    if fragment is None or not fragment.statement.cue:
        return set()
    found = set()
    for word in fragment.statement.cue.lower().split():
        bare = word.strip(".,")
        found.add(bare)
        for ending, put in _ENDINGS:
            if bare.endswith(ending):
                found.add(bare[: -len(ending)] + put)
    return found


def _embedding(signal: Signal, setting: Setting) -> Reason | None:
    """Walk up from the verb as far as these words are the same voice's."""
    token = signal.head
    low = setting.fragment.first if setting.fragment else -1
    high = setting.fragment.last if setting.fragment else 1 << 30
    first = True
    while True:
        if reason := _clause_trap(token, first):
            return reason
        parent = token.head
        if parent.i == token.i or not low <= parent.i < high:
            return None
        if token.dep_ == "conj" and _has_subject(token) and parent.dep_ != "advcl":
            # A clause joined with its own subject asserts by itself what the first one may only hope.
            if parent.dep_ in ("ccomp", "xcomp") and parent.head.lemma_ in words.WISHED:
                return "wish"
        elif reason := _governed(token, parent):
            return reason
        token = parent
        first = False


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in token.lefts)


def _clause_trap(token: Token, own: bool) -> Reason | None:
    """Return the trap that a clause's own opening words make: if, whether, what, so that."""
    if token.dep_ in ("advcl", "ccomp", "pcomp", "acl", "relcl", "csubj"):
        for child in token.lefts:
            low = child.lower_
            if child.dep_ in ("mark", "advmod") and low in words.NOT_ASSERTED:
                return "question" if low == "whether" or token.dep_ == "ccomp" else "condition"
            if child.dep_ == "mark" and low == "that" and _so_that(child):
                return "wish"
            wh = child.tag_ in ("WP", "WRB", "WDT", "WP$") or any(
                part.tag_ in ("WP", "WRB", "WDT") for part in child.lefts
            )
            if token.dep_ in ("ccomp", "pcomp", "csubj") and wh and low != "that":
                return "question"
    if (
        own
        and token.dep_ == "advcl"
        and any(c.lower_ in ("so", "order") for c in token.lefts if c.dep_ == "mark")
    ):
        return "wish"
    return None


def _so_that(that: Token) -> bool:
    return that.i > 0 and that.doc[that.i - 1].lower_ in ("so", "order")


def _governed(token: Token, parent: Token) -> Reason | None:
    """Return the trap that the word above a clause makes."""
    if (
        token.dep_ in ("ccomp", "xcomp")
        and parent.lemma_ in words.WISHED
        and not _negated_raise(parent)
    ):
        return "wish"
    noun = parent.tag_[:2] == "NN"
    lemma = parent.lemma_.lower()
    if not noun or lemma not in words.WISH_NOUNS:
        return None
    of_it = token.dep_ in ("acl", "ccomp")
    that = any(c.lower_ == "that" and c.dep_ == "mark" for c in token.lefts)
    return "wish" if of_it or (token.dep_ == "relcl" and that) else None


def _negated_raise(parent: Token) -> bool:
    return parent.lemma_ in ("know", "suppose") and not any(c.dep_ == "neg" for c in parent.children)


def _negated(token: Token) -> bool:
    return any(child.dep_ == "neg" for child in token.children)


def _agent(who: Token | None, setting: Setting) -> bool:
    """Say whether a subject can keep a calendar."""
    if who is None:
        return False
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


def _past_copula(signal: Signal) -> bool:
    """Say whether "was expected", "were likely", "was going" looks back."""
    for token in (signal.head, *signal.head.children):
        if token.lemma_ == "be" and token.tag_ == "VBD":
            return True
    return signal.head.tag_ == "VBD" and signal.head.lemma_ in words.COPULAS


def _reported_past(setting: Setting) -> bool:
    """Say whether the words are an indirect report, in which past forms stand for present ones."""
    return setting.fragment is not None and setting.fragment.statement.kind != "direct"


def _of_an_outlook(signal: Signal, setting: Setting) -> Reason | None:
    if signal.head.tag_ in ("VBD", "VBN") and not _reported_past(setting):
        return "past"
    return None


def _of_a_prediction(signal: Signal, setting: Setting, who: Token | None) -> Reason | None:
    """Keep "analysts expect prices to fall"; a state that expects something of another demands it."""
    if who is None:
        return "present"
    speaker = setting.cast.of(who)
    if speaker.kind in ("state", "body") or speaker.office:
        return "wish"
    named = setting.cast.at(who.i)
    if named is None and not _forecasting_noun(who):
        return "present"
    if named is not None and named.actor is None:
        return "present"
    if signal.head.lemma_ == "doubt":
        return (
            None if signal.verb.dep_ == "ccomp" and signal.verb.tag_[:2] in ("VB", "MD") else "present"
        )
    if signal.verb.lemma_ in words.SCHEDULED:
        return "plan"
    if signal.verb.dep_ == "xcomp" and not _has_subject(signal.verb):
        return "plan"  # "they expect to sign": the forecaster's own act
    if signal.verb.dep_ == "dobj" and signal.head.lemma_ in ("expect", "project", "envisage"):
        return "plan"
    return None


def _forecasting_noun(who: Token) -> bool:
    return who.lemma_.lower() in ("analyst", "expert", "observer", "economist", "diplomat", "watcher",
                                  "pundit", "commentator", "official", "specialist", "scholar",
                                  "forecaster", "trader", "researcher", "few", "many", "most", "some",
                                  "newspaper", "paper", "report")  # fmt: skip


def _of_the_present(signal: Signal, setting: Setting) -> Reason | None:
    """Return a trap where a modal guesses at what is, or looks back at what was."""
    verb, head = signal.verb, signal.head
    if signal.kind in ("likely", "going") and _past_copula(signal) and not _reported_past(setting):
        return "past"
    if signal.kind == "would" and setting.fragment is None:
        return "past"
    if signal.kind == "would" and verb.lemma_ in _POLITE:
        return "wish"
    if signal.kind != "may":
        return None
    who = subject(head)
    if who is not None and (who.lower_ == "one" or any(c.lower_ == "no" for c in who.lefts)):
        return "present"  # "as far as one may judge"; "no leader could give him up"
    could = signal.marks[0].lower_ == "could"
    if could and (_negated(head) and not _comparative(head)):
        return "past"
    only = any(child.lower_ == "only" for child in head.lefts)
    if could and setting.fragment is None and (only or _past_neighbour(head)):
        return "past"
    if any(c.dep_ == "auxpass" for c in head.lefts) and verb.lemma_ in words.READ_AS:
        return "judgement"
    if verb.lemma_ == "be" and _because(head):
        return "present"
    if any(c.lower_ == "well" for c in head.lefts) and verb.lemma_ in words.STATIVE:
        return "present"
    passive = any(c.dep_ == "auxpass" for c in head.lefts)
    if verb.lemma_ in words.STATIVE and not passive:
        later = bool(setting.future) or _comparative(head) or _later(head)
        if not later and not any(c.dep_ == "xcomp" for c in head.rights):
            return "present"
        if verb.lemma_ not in ("be", "have", "include", "involve", "need", "depend"):
            return "present"
    return None


def _because(head: Token) -> bool:
    """Say whether "because" follows: "that may be because ..." explains what is."""
    return any(
        child.lower_ == "because" or child.left_edge.lower_ == "because" for child in head.rights
    )


def _past_neighbour(head: Token) -> bool:
    """Say whether a joined or governing verb of the outlet is in the past: "so that he could see"."""
    parent = head.head
    return head.dep_ in ("advcl", "ccomp", "xcomp", "relcl", "acl") and parent.tag_ in ("VBD", "VBN")


def _comparative(head: Token) -> bool:
    return any(
        token.tag_ in ("JJR", "RBR") or token.lower_ == "more"
        for child in head.rights
        if child.dep_ in ("acomp", "attr", "advmod", "dobj", "prep")
        for token in child.subtree
        if token.i - head.i < 8
    )


def _later(head: Token) -> bool:
    return any(
        token.lower_ in words.LATER
        for child in head.children
        if child.dep_ in ("advmod", "npadvmod", "prep", "advcl", "attr", "acomp")
        for token in child.subtree
    )


def _of_a_judgement(signal: Signal, who: Token | None) -> Reason | None:
    """Return a trap for what is judged: "it would be naive", "this will be important"."""
    if signal.head.lemma_ != "be" or signal.verb.i != signal.head.i:
        return None
    complement = next(
        (c for c in signal.head.rights if c.dep_ in ("acomp", "attr", "prep", "advmod")), None
    )
    if complement is None:
        return None
    if complement.lower_ == "up" or (
        complement.lower_ in ("in", "of", "for") and complement.dep_ == "prep"
    ):
        inner = next(iter(complement.rights), None)
        up = complement.lower_ == "up" or (
            inner is not None and inner.lemma_ in ("order", "use", "interest")
        )
        return "judgement" if up else None
    if signal.kind == "would" and complement.lemma_.lower() in _OFFENCES:
        return "judgement"
    vague = who is None or who.lower_ in ("it", "this", "that", "which", "there", "what", "i", "we")
    if complement.lemma_.lower() in words.EVALUATIVE and vague:
        return "judgement"
    return None


def _own_act(signal: Signal, setting: Setting, who: Token | None) -> Reason | None:
    """Return a trap where somebody speaks of what they themselves, or their state, will do."""
    speaker = setting.speaker
    if setting.fragment is None or speaker is None or who is None:
        return None
    low = who.lower_
    if low in ("i", "we", "me", "us", "ourselves"):
        seeing = low == "we" and signal.verb.lemma_ in words.SEEING and setting.standing != "official"
        return None if seeing else "promise"
    if any(child.lower_ in ("our", "my") for child in who.lefts) and setting.standing in (
        "official",
        "political",
    ):
        return "promise"
    if (
        signal.head.dep_ == "conj"
        and signal.head.head.lemma_ in TELLING
        and not _has_subject(signal.head)
    ):
        return "own act"  # "indicated that he was not interested and would wait"
    whom = setting.cast.of(who)
    if _same(whom, speaker):
        return "own act"
    indirect = setting.fragment.statement.kind != "direct"
    if low in ("he", "she") and indirect and whom.actor_id is None:
        return "own act"
    if low in ("they",) and indirect and speaker.kind in ("anonymous", "group", "unknown", "body"):
        return "own act"
    bound = signal.head.lemma_ == "have" and signal.verb.i != signal.head.i
    if bound and setting.standing == "official" and signal.kind == "would":
        return "wish"  # "other powers would have to take part", says who wants them to
    own_state = speaker.state is not None and whom.state == speaker.state
    if own_state and setting.standing == "official":
        return "promise"
    return None


def _same(one: Participant, other: Participant) -> bool:
    if one.actor_id is not None:
        return one.actor_id == other.actor_id
    return one.kind != "unknown" and one.name == other.name


def _of_a_plan(signal: Signal, setting: Setting, who: Token | None) -> Reason | None:
    """Return a trap for what stands in a calendar, or what a government has decided."""
    verb = signal.verb.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in signal.verb.lefts)
    if signal.kind == "may" and setting.fragment is None and signal.marks[0].lower_ == "could":
        willed = verb not in words.UNWILLED and not passive and _agent(who, setting)
        return "present" if willed and not _gathering(who) else None  # an option, not a forecast
    if signal.kind == "may" and not (_past_copula(signal) and not _reported_past(setting)):
        return None
    hedged = _hedged(signal)
    if passive:
        scheduled = verb in words.SCHEDULED_PASSIVE
        return (
            "plan"
            if scheduled and not (hedged and signal.kind != "likely" and not _gathering(who))
            else None
        )
    if _gathering(who) and verb in words.TAKE_PLACE and not _fate_of_talks(signal):
        return "plan" if not hedged else None
    agent = _agent(who, setting) if who is not None else _named_before(signal, setting)
    if agent and verb in words.SCHEDULED and not _changed_meaning(signal):
        return "plan" if not hedged else None
    outlets = setting.fragment is None
    if agent and outlets and signal.kind in ("will", "going", "likely") and not hedged:
        return "plan" if verb not in words.UNWILLED else None
    return None


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
    return bool(particle & _MOVED.get(verb.lemma_, set()))


def _of_contents(signal: Signal, who: Token | None) -> Reason | None:
    """Return a trap for what a plan or a treaty contains."""
    if who is None or signal.kind not in ("would", "may"):
        return None
    proposal = who.lemma_.lower() in words.PROPOSALS or (
        who.lower_ in ("it", "which", "that") and who.dep_ == "nsubj" and signal.head.dep_ == "relcl"
        and signal.head.head.lemma_.lower() in words.PROPOSALS
    )  # fmt: skip
    if proposal and signal.verb.lemma_ not in words.FATE:
        return "content"
    return None
