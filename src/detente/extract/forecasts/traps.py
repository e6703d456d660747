"""Which signals are no forecasts: plans, promises, demands, hopes, questions, guesses at the present.

`trap` names the first reason it finds, so that a reader of the code, and a test, can see which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract.forecasts import words
from detente.extract.forecasts.everyday import of_the_reader, of_what_it_takes
from detente.extract.forecasts.plans import of_a_plan, of_contents, of_terms
from detente.extract.forecasts.setting import (
    Reason,
    Setting,
    has_subject,
    negated,
    observer,
    past_copula,
    reported_past,
)
from detente.extract.forecasts.signals import Signal
from detente.extract.forecasts.wording import of_the_wording
from detente.extract.voice import TELLING, Fragment, standing, subject
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_POLITE = frozenset(
    {"like", "prefer", "love", "say", "want", "hate", "hope", "argue", "suggest", "think"}
)
"""Verbs with which "would" is a manner of speaking."""
_OFFENCES = frozenset({"act", "violation", "aggression", "provocation", "crime", "breach", "threat"})
"""What a thing "would be": a verdict on it."""


def trap(signal: Signal, setting: Setting) -> Reason | None:
    """Return why a signal is no forecast; None when it is one."""
    if reason := _embedding(signal, setting):
        return reason
    cue = _cue_lemmas(setting.fragment)
    if cue & words.WISHED_CUES:
        return "wish"
    if setting.fragment is not None and _recalled(setting.fragment):
        return "past"
    if setting.speaker is not None and _document(setting.speaker):
        return "content"
    if reason := of_the_wording(signal, setting):
        return reason
    who = subject(signal.head)
    if reason := of_the_reader(signal, setting, who) or of_what_it_takes(signal, setting):
        return reason
    if signal.kind in ("chances", "outlook", "away", "bode"):
        return _of_an_outlook(signal, setting)
    if signal.kind == "surprise":
        return None if setting.speaker and setting.standing != "official" else "own act"
    if signal.kind == "predict":
        return _of_a_prediction(signal, setting, who)
    return (
        _of_the_present(signal, setting)
        or _of_a_judgement(signal, who)
        or _own_act(signal, setting, who)
        or of_terms(signal)
        or of_a_plan(signal, setting, who)
        or of_contents(signal, who)
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
        if parent.i == token.i or not low <= parent.i < high or _cut_off(token, parent):
            return None
        if token.dep_ == "conj" and has_subject(token) and parent.dep_ != "advcl":
            # A clause joined with its own subject asserts by itself what the first one may only hope.
            if parent.dep_ in ("ccomp", "xcomp") and parent.head.lemma_ in words.WISHED:
                return "wish"
        elif reason := _governed(token, parent):
            return reason
        token = parent
        first = False


def _cut_off(token: Token, parent: Token) -> bool:
    """Say whether a colon parts a clause from what follows: "It will fail: Oslo wants it."."""
    return any(part.text in (":", ";") for part in token.doc[token.i : parent.i])


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
    mine = any(child.lower_ in ("i", "we") for child in parent.lefts)
    if mine and token.dep_ == "ccomp" and parent.tag_ == "VBD" and parent.lemma_ in words.RECALLED:
        return "past"
    noun = parent.tag_[:2] == "NN"
    lemma = parent.lemma_.lower()
    if noun and lemma in words.CHANCES and any(c.lower_ == "had" for c in parent.head.lefts):
        return "past"  # "there had been a risk that he would flee"
    if not noun or lemma not in words.WISH_NOUNS:
        return None
    of_it = token.dep_ in ("acl", "ccomp")
    that = any(c.lower_ == "that" and c.dep_ == "mark" for c in token.lefts)
    return "wish" if of_it or (token.dep_ == "relcl" and that) else None


def _negated_raise(parent: Token) -> bool:
    return parent.lemma_ in ("know", "suppose") and not any(c.dep_ == "neg" for c in parent.children)


def _of_an_outlook(signal: Signal, setting: Setting) -> Reason | None:
    had = any(low.dep_ == "aux" and low.lower_ == "had" for low in signal.head.lefts)
    if had or (signal.head.tag_ in ("VBD", "VBN") and not reported_past(setting)):
        return "past"
    return None


def _of_a_prediction(signal: Signal, setting: Setting, who: Token | None) -> Reason | None:
    """Keep "analysts expect prices to fall"; a state that expects something of another demands it."""
    if who is None:
        return "present"
    speaker = setting.cast.of(who)
    watching = observer(setting) and who.lower_ in ("i", "we", "he", "she", "they")
    if not watching:
        if speaker.kind in ("state", "body") or speaker.office:
            return "wish"
        named = setting.cast.at(who.i)
        if named is None and not _forecasting_noun(who):
            return "present"
        if named is not None and named.actor is None:
            return "present"
    alone = speaker.kind == "person" and standing(speaker, setting.cast) in ("expert", "unknown")
    watching = watching or alone
    if signal.head.lemma_ == "doubt":
        return (
            None if signal.verb.dep_ == "ccomp" and signal.verb.tag_[:2] in ("VB", "MD") else "present"
        )
    asking = who.lemma_.lower() in _WATCHERS and signal.verb.lemma_ in _NOT_ANNOUNCED
    if signal.verb.lemma_ in words.SCHEDULED and not (watching or asking):
        return "plan"
    seeing = signal.verb.lemma_ in ("see", "meet", "live") and negated(signal.head)
    seeing = seeing and not any(
        c.dep_ == "dobj" and (c.tag_ == "PRP" or any(low.lower_ == "one" for low in c.subtree))
        for c in signal.verb.rights
    )  # "I do not expect to see a second one"
    whom = any(c.dep_ == "dobj" and c.i < signal.verb.i for c in signal.head.rights)
    if signal.verb.dep_ == "xcomp" and not has_subject(signal.verb) and not (seeing or whom):
        return "plan"  # "they expect to sign": the forecaster's own act
    if signal.verb.dep_ == "dobj" and signal.head.lemma_ in ("expect", "project", "envisage"):
        return None if watching and signal.head.lemma_ == "expect" else "plan"
    return None


_WATCHERS = frozenset(
    {"analyst", "expert", "observer", "economist", "watcher", "pundit", "commentator", "scholar",
     "researcher", "diplomat", "specialist", "trader", "forecaster"}
)  # fmt: skip
"""Who watch what others do."""
_NOT_ANNOUNCED = frozenset(("ask", "seek", "raise", "offer", "propose", "cut", "leave", "pay", "try"))
"""What stands in no calendar beforehand: "diplomats expect him to ask for the base"."""


def _forecasting_noun(who: Token) -> bool:
    return who.lemma_.lower() in ("analyst", "expert", "observer", "economist", "diplomat", "watcher",
                                  "pundit", "commentator", "official", "specialist", "scholar",
                                  "forecaster", "trader", "researcher", "few", "many", "most", "some",
                                  "newspaper", "paper", "report")  # fmt: skip


def _of_the_present(signal: Signal, setting: Setting) -> Reason | None:
    """Return a trap where a modal guesses at what is, or looks back at what was."""
    verb, head = signal.verb, signal.head
    if head.sent[0].lower_ in ("whoever", "whatever"):
        return "present"  # "whoever has seen it will agree"
    if signal.kind in ("likely", "going") and past_copula(signal) and not reported_past(setting):
        return "past"
    wagered = setting.speaker is not None and any(one.lemma_ == "bet" for one in head.ancestors)
    if signal.kind == "would" and setting.fragment is None and not wagered:
        return "past"
    if signal.kind == "would" and verb.lemma_ in _POLITE:
        return "wish"
    if signal.kind != "may":
        return None
    who = subject(head)
    if who is not None and (who.lower_ == "one" or any(c.lower_ == "no" for c in who.lefts)):
        return "present"  # "as far as one may judge"; "no leader could give him up"
    there = who is not None and who.dep_ == "expl" and setting.fragment is not None
    if there and verb.lemma_ == "be" and observer(setting):
        return None  # "there may be a date"
    forbids = setting.speaker is not None and setting.standing == "official" and negated(head)
    if forbids and signal.marks[0].lower_ == "may":
        return "wish"  # "he may not enter", says who forbids it
    could = signal.marks[0].lower_ == "could"
    if could and head.dep_ == "relcl" and not any(c.dep_ == "auxpass" for c in head.lefts):
        return "present"  # "much on which they could work together"
    if could and (negated(head) and not _comparative(head)):
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
        later = setting.future.text is not None or _comparative(head) or _later(head)
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
    if setting.fragment is None and setting.standing == "expert" and who is not None:
        return "promise" if who.lower_ in ("i", "we") else None  # the author of a column
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
        and not has_subject(signal.head)
    ):
        return "own act"  # "indicated that he was not interested and would wait"
    joined = signal.head.dep_ == "conj" and not has_subject(signal.head)
    if joined and signal.head.head.lemma_ in ("want", "wish", "intend", "plan", "promise", "hope"):
        return "promise"  # "said that Minsk wanted a treaty and would go on asking"
    whom = setting.cast.of(who)
    if _same(whom, speaker):
        return "own act"
    indirect = setting.fragment.statement.kind != "direct"
    if low in ("he", "she") and indirect and whom.actor_id is None:
        return "own act"
    if low == "it" and indirect and speaker.kind in ("group", "organisation", "body", "state"):
        return "own act"
    if low in ("they",) and indirect and speaker.kind in ("anonymous", "group", "unknown", "body"):
        return "own act"
    bound = signal.head.lemma_ == "have" and signal.verb.i != signal.head.i
    if bound and setting.standing == "official" and signal.kind == "would":
        return "wish"  # "other powers would have to take part", says who wants them to
    passive = any(c.dep_ == "auxpass" for c in signal.head.lefts)
    reported = signal.kind == "would" and signal.verb.lemma_ not in words.FATE
    arranged = passive and (negated(signal.head) or reported)
    if setting.standing in ("official", "political") and arranged and signal.kind in ("will", "would"):
        return "promise"  # "he will not be harmed", "weapons would be pulled back"
    if setting.standing == "official" and signal.kind in ("will", "would") and _threat(signal, whom):
        return "promise"
    own_state = speaker.state is not None and whom.state == speaker.state
    if own_state and setting.standing == "official":
        return "promise"
    return None


def _threat(signal: Signal, whom: Participant) -> bool:
    """Say whether a state or body is to act if something is not done: a threat, not a forecast."""
    if whom.kind not in ("state", "body", "organisation") or signal.verb.lemma_ in words.UNWILLED:
        return False
    return any(
        child.dep_ == "advcl" and any(low.lower_ in ("if", "unless") for low in child.lefts)
        for child in signal.head.children
    )


def _document(speaker: Participant) -> bool:
    """Say whether a treaty or a plan speaks: what it says is what it contains."""
    last = speaker.text.lower().rsplit(" ", 1)[-1]
    return speaker.actor_id is None and last.rstrip("s") in words.PROPOSALS


def _recalled(fragment: Fragment) -> bool:
    """Say whether the statement is one that the article only recalls: "had said that it would"."""
    cue = (fragment.statement.cue or "").lower().split()
    return cue[:1] == ["had"] or fragment.earlier


def _same(one: Participant, other: Participant) -> bool:
    if one.actor_id is not None:
        return one.actor_id == other.actor_id
    return one.kind != "unknown" and one.name == other.name
