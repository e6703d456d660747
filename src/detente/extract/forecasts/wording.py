"""Wordings of "will" and "may" that foretell nothing: permissions, refusals, what only follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.extract.forecasts import words
from detente.extract.forecasts.setting import Reason, Setting, negated, observer
from detente.extract.forecasts.signals import Signal
from detente.extract.voice import subject, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONTHS = word_set(
    """
    january february march april may june july august september october november december
    spring summer autumn winter
    """
)
_ALLOWED = word_set("stay come go leave enter return remain visit keep apply travel live work cross")
"""What an official lets somebody do: "he may stay if he stops"."""
_PEOPLE = frozenset({"he", "she", "they", "who", "it"})
_PAST_IF = re.compile(r"^if\b", re.IGNORECASE)


_ARRANGED = re.compile(
    r"\b(?:that is|it is|this is|as) (?:announced|arranged|agreed|scheduled)\b", re.I
)
"""Says of what is to come that it stands in a calendar, whoever speaks."""


def of_the_wording(signal: Signal, setting: Setting) -> Reason | None:
    """Return why a wording is no forecast, whoever speaks; None where it may be one."""
    head = signal.head
    said = setting.fragment.statement if setting.fragment else None
    if said is not None and said.kind == "no_comment":
        return "present"
    if head.tag_ == "MD" and not observer(setting):
        return "present"  # "He will, said the minister": a promise or a rumour
    if _ARRANGED.search(head.sent.text):
        return "plan"
    before = head.doc[max(0, head.left_edge.i - 2) : head.i]
    if head.dep_ != "ROOT" and any(token.lower_ == "whether" for token in before):
        return "question"  # "has not said when, or whether, it will ..."
    if said is not None and _recalled(said.cue, setting):
        return "past"
    if head.dep_ == "relcl" and _refusing(signal):
        return "present"
    if signal.kind == "would" and said is not None and said.kind == "direct" and _irreal(head):
        return "condition"
    if signal.kind in ("will", "would") and setting.standing == "official" and _warned(setting):
        return "promise"
    bare = not any(child.dep_ in ("dobj", "prep", "advcl") for child in signal.verb.rights)
    if _says_nothing(signal, setting):
        return "content"
    if signal.kind == "will" and signal.verb.lemma_ == "do" and bare and setting.future.text is None:
        return "judgement"  # "any excuse will do"
    if signal.kind == "would" and signal.verb.lemma_ == "matter" and setting.future.text is None:
        return "judgement"
    if signal.kind == "would" and head.lemma_ == "have" and signal.verb.i != head.i:
        return "wish" if said is not None and said.kind == "direct" else None
    if setting.fragment is None and setting.speaker is None and _follows(head):
        return "content"
    if signal.kind == "may":
        return _of_may(signal, setting)
    return None


def _says_nothing(signal: Signal, setting: Setting) -> bool:
    """Say whether a clause holds no claim of its own: "They may do it", "September will come".

    It takes up another ("that is likely", "there never will be"), names what always comes, or only
    says which thing is meant ("the words that will stay").
    """
    head, who = signal.head, subject(signal.head)
    when = setting.future.text is not None
    if signal.kind == "likely" and signal.verb.i == head.i and who is not None:
        whole = any(c.dep_ in ("xcomp", "ccomp") for c in head.rights)
        return who.lower_ in ("that", "this", "which") and not whole
    objects = [c.lower_ for c in signal.verb.rights if c.dep_ == "dobj"]
    if signal.verb.lemma_ == "do" and objects in (["it"], ["so"], ["that"]) and not when:
        return True
    if signal.verb.lemma_ == "find" and any(c.lower_ == "out" for c in signal.verb.rights):
        return True
    there = who is not None and who.dep_ == "expl"
    if there and head.lemma_ == "be" and not any(c.dep_ in ("attr", "nsubj") for c in head.rights):
        return True
    if who is not None and who.lower_ in _MONTHS and signal.verb.lemma_ == "come":
        return True
    if who is not None and who.lower_ in ("nobody", "none") and signal.marks[0].lower_ == "could":
        return True
    if head.dep_ == "relcl" and signal.kind in ("will", "would", "may") and not when:
        noun = head.head
        exists = any(low.dep_ == "expl" for low in noun.head.lefts)
        loose = head.left_edge.i > 0 and head.doc[head.left_edge.i - 1].text == ","
        bet = any(one.lemma_ in ("bet", "wager") for one in head.ancestors)
        that = any(low.lower_ in ("that", "which") for low in head.lefts)
        return that and not (exists or loose or bet)
    return False


def _of_may(signal: Signal, setting: Setting) -> Reason | None:
    head, mark = signal.head, signal.marks[0].lower_
    if mark == "may" and head.dep_ == "relcl" and negated(head):
        return "wish"  # "officials who may not enter it"
    barred = setting.fragment is None and negated(head) and signal.verb.lemma_ in _ALLOWED
    if mark == "may" and barred:
        return "wish"  # "officials on the list may not enter the country"
    who = subject(head)
    official = setting.standing in ("official", "political")
    let = who is not None and who.lower_ in _PEOPLE and signal.verb.lemma_ in _ALLOWED
    if mark == "may" and official and let:
        return "wish"
    if mark == "may" and _among_duties(head):
        return "wish"  # "that inspectors must begin and nothing may remain"
    if mark == "could" and official and head.dep_ in ("ccomp", "advcl"):
        so = any(low.lower_ == "so" for low in (*head.head.children, *head.head.lefts))
        return "present" if so else None  # "so strong that it could bring down walls"
    return None


def _recalled(cue: str | None, setting: Setting) -> bool:
    """Say whether a month in the past dates the words: "In May she said that it would open"."""
    if not cue or setting.fragment is None:
        return False
    statement = setting.fragment.statement
    published = setting.cast.parse.article.published
    when = statement.date
    if when.end is not None and published.start is not None and when.basis in ("stated", "relative"):
        return (published.start - when.end).days > _LONG_AGO
    doc = setting.cast.parse.doc
    for token in doc[max(0, setting.fragment.first - 6) : setting.fragment.first]:
        if token.tag_ in ("VBD", "VBN") and token.lower_ in cue.lower().split():
            for prep in token.children:
                if prep.dep_ == "prep" and prep.lower_ == "in":
                    return any(low.lower_ in _MONTHS for low in prep.children)
    return False


_LONG_AGO = 13
"""Days after which an article recalls what somebody said rather than reports it."""


def _refusing(signal: Signal) -> bool:
    """Say whether "who won't" tells a trait: "a man who won't look at you"."""
    mark = signal.marks[0].lower_
    who = any(child.lower_ == "who" for child in signal.head.lefts)
    definite = any(low.lower_ in ("the", "this") for low in signal.head.head.lefts)
    trait = mark in words.WILL | words.WOULD and negated(signal.head)
    return who and trait and not definite


def _irreal(head: Token) -> bool:
    """Say whether an if-clause in the past makes it unreal: "would apologise if we had something"."""
    for child in head.children:
        if child.dep_ == "advcl" and _PAST_IF.match(child.left_edge.text):
            return child.tag_ == "VBD" or any(
                low.tag_ == "VBD" for low in child.lefts if low.dep_ in ("aux", "auxpass")
            )
    return False


def _warned(setting: Setting) -> bool:
    """Say whether an official warns of what follows if something is not done: a threat."""
    cue = (setting.fragment.statement.cue or "").lower() if setting.fragment else ""
    return setting.condition is not None and cue.startswith(("warn", "threat"))


def _follows(head: Token) -> bool:
    """Say whether the outlet tells what something means: "which means that they will be free to"."""
    return head.dep_ == "ccomp" and head.head.lemma_ == "mean"


def _among_duties(head: Token) -> bool:
    joined = [head.head] if head.dep_ == "conj" else []
    joined += [child for child in head.children if child.dep_ == "conj"]
    if joined and joined[0].dep_ == "conj":
        joined.append(joined[0].head)
    return any(low.lower_ == "must" for verb in joined for low in verb.lefts)
