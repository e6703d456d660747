# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""Words that sell access: those that say a text goes on behind a gate, and those that only sell."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.read.keywords import PITCH, PRICE, TERM, groups_in
from detente.read.phrases import spoken

_STRONG = re.compile(
    r"""
    \b(?:
      (?:keep|continue|carry\ on|resume)\ reading\ (?:this|the(?!\ main\ story)|your|for\ (?:free|just|only|£|\$|€)|with)
    | (?:keep|continue)\ reading\W{1,3}(?:subscribe|register|log|sign|create|become|please|you)
    | (?:continue|keep)\ reading\b.{0,40}\b(?:subscri|log\ in|sign\ in|sign\ up|register|account|trial)
    | (?:subscribe|register|log\ in|sign\ in|sign\ up|login)\ (?:now\ |today\ |here\ )?to \ (?:continue|keep\ reading|read\ (?:on|more|the|this|full)|unlock|view|see\ the\ (?:full|rest))
    | (?:rest|remainder|continuation)\ of\ (?:this|the|our)\ (?:article|story|piece|post|analysis|report|text|column|content|essay|interview|review|page|brief)
    | (?:articles?|story|stories|content|post|text|analysis|report|interview|piece|page|brief|briefing|essay|column|newsletter)\b[^.!?]{0,60}\b(?:is|are|continues?|goes\ on|reserved|restricted|locked|available|exclusive)\b[^.!?]{0,40} \b(?:for|to|by|from)\ (?:all\ |our\ )?(?:(?:paid|paying|premium|plus|registered|digital|logged-in|print|active)\ )*(?:subscribers\b|(?:paid|paying|premium|plus|registered|digital|logged-in)\ (?:members|clients|customers|users|readers))
    | (?:subscriber|member|premium|reader)s?\ exclusive\b
    | you(?:['’]ve|\ have)?\ (?:just\ )?(?:reached|used|read|hit|exceeded|viewed|run\ out\ of|have)\b.{0,40}\b(?:complimentary|gratis|free)\b.{0,25}\b(?:articles?|stor(?:y|ies)|reads?|previews?|limit|pieces?)
    | (?:free\ )?(?:preview|excerpt|sample)\ (?:has\ |is\ )?(?:ended|ends|over|finished)\b
    | (?:need|needs|require[sd]?|must\ have|with|through|without|using|get)\ (?:an?|your)\ (?:[\w-]+\ ){0,3}(?:subscription|account|membership|log-?in|pass)\ (?:in\ order\ )?to\ (?:view|read|access|see|continue|unlock|go\ on|finish)
    | (?:read|continue|unlock|see)\b.{0,50}\bwith\ (?:an?|your)\ (?:[\w-]+\ ){0,4}(?:subscription|membership|account|trial|pass)\b
    | access\ to\ (?:this|the\ full|the\ complete)\ (?:article|content|page|story|report|text|analysis)\ is\ (?:restricted|limited|reserved|for|only)
    | read\ (?:this|the|our)\ (?:\w+\ )?(?:article|story|piece|post|analysis|interview|report|text)\ in\ full\b
    | (?:subscribe|join|register|sign\ up|log\ in|upgrade|become\ an?\ (?:\w+\ )?(?:member|subscriber)|take\ out\ a\ subscription|buy\ a\ subscription)\b[^.!?]{0,70}\bto\ (?:finish|unlock|(?:read|access|view|see)\ (?:this|the\ (?:rest|full|whole|complete|remainder|entire)|on\b|it\b|more\ of\ (?:this|it)|in\ full))
    | only\ (?:\w+\ )?(?:members|subscribers|registered\ (?:users|readers))\ (?:can|may|have)\b
    | to\ (?:go|read|carry|keep)\ on\ (?:reading\b)?[^.!?]{0,20}(?:subscribe|take\ out|register|log\ in|sign\ (?:in|up)|become|buy|choose)\b
    | to\ (?:finish|go\ on)\ reading\b
    | (?:jetzt|hier)\ weiterlesen\b
    | weiterlesen\ mit\b
    | (?:nur|exklusiv)\ für\ (?:abonnent|mitglied|leser)
    | (?:artikel|text)\b.{0,40}\bmit\ (?:einem|ihrem)\ abo
    | (?:la\ suite|cet\ article|contenu)\b.{0,30}\b(?:réservée?s?|exclusif)\ aux?\ abonnés
    | il\ vous\ reste\b.{0,40}\bà\ lire\b
    | (?:contenido|artículo|noticia)\b.{0,20}\b(?:exclusiv[oa]|sol[oa])\ para\ (?:suscriptores|socios)
    | (?:read|view|access|see|get|unlock)\ (?:the|this)\ (?:full|whole|entire|complete|rest|remainder|premium) (?:\ (?:of|article|story|text|version|analysis|report|piece|content|post|column))
    | unlock\ (?:this|the|full|unlimited|your|premium|all)\b
    | (?:article|story|content|page|piece|report|analysis)\ is\ (?:only\ |exclusively\ |reserved\ |available\ |locked\ |free\ )* (?:for|to)\ (?:our\ |paid\ |paying\ |premium\ |registered\ |digital\ |wpr\ )*(?:subscribers|members|users|readers\ with)
    | (?:subscriber|member|premium)s?[-\ ](?:only|exclusive)\b(?!\ (?:event|newsletter|benefit))
    | (?:only|exclusively)\ (?:available\ )?(?:for|to)\ (?:our\ |paid\ |paying\ |premium\ |digital\ )*(?:subscribers|members)\b
    | (?:available|reserved)\ (?:only\ |exclusively\ )?(?:for|to)\ (?:our\ |paid\ |paying\ |premium\ |digital\ )*(?:subscribers|members)\b
    | for\ subscribers\ only\b
    | you(?:['’]ve|\ have)\ (?:reached|used|read|hit|exceeded|viewed)\b.{0,50}\b(?:limit|free\ (?:article|stor|essay|piece|read|view|text)|articles|essays|allowance)
    | you(?:['’]re|\ are)\ (?:currently\ )?(?:reading|viewing|previewing|out\ of)\b.{0,30}\b(?:preview|free\ (?:article|stor|preview)|excerpt|last)
    | to\ (?:continue|keep)\ reading\b(?!\ (?:more|about|our|other))
    | want\ to\ (?:read|keep\ reading|continue\ reading)\b
    | to\ read\ (?:this|the)\ (?:full|whole|entire|complete|rest|article|story)
    | (?:you\ )?(?:need|must|have)\ to\ (?:be\ (?:a\ subscriber|logged\ in|signed\ in)|subscribe|log\ in|register|sign\ in)\b
    | this\ is\ (?:a\ )?(?:premium|paid|subscriber|members?|locked)(?:[-\ ]only)?\ (?:article|content|story|post|page)
    | premium\ content\b
    | (?:article|story)\ (?:has\ been\ )?(?:truncated|continues\ for\ subscribers)
    | remaining\ (?:\d+\ ?%|\d+\ words|part\ of)
    | \d+\ ?%\ of\ (?:this|the)\ (?:article|story|text)\ (?:is|remains|left)
    )
    | ^\W*(?:this|the\ full)\ (?:\w+\ )?(?:article|story|content|post|text|analysis|report|interview|piece|page|brief)\ is\ (?:only\ )?(?:for|reserved\ for|available\ to)\ (?:[\w&'’.]+\ ){0,4}(?:members|subscribers|clients)\W*$
    | ^\W*exclusive(?:ly)?\ (?:for|to)\ (?:our\ )?(?:subscribers|members)\b
    | ^\W*(?:for|want|get|read|see|unlock|here(?:['’]s|\ is))\ (?:the\ )?(?:full|whole|complete|rest\ of\ the|entire)\ (?:story|picture|article|text|report|analysis|interview|piece|version)\W*(?:$|(?:subscribe|join|become|log\ in|sign\ (?:in|up)|register|buy)\b)
    | ^\W*there(?:['’]s|\ is)\ more\ (?:to|of|in)\ this\ (?:story|article|piece|report|analysis|interview)\W*$
    | ^\W*to\ (?:read|go)\ on\b
    """,
    re.VERBOSE,
)
"""Words that say that the text goes on behind a gate; in lower case, so that most places are passed over
at their first letter."""

_WEAK = re.compile(
    r"""
    \b(?:
      (?:no|one|two|three|\d+)\ (?:free\ )?(?:articles?|stor(?:y|ies))\ (?:left|remaining)
    | already\ (?:a\ |an\ )?(?:\w+\ )?(?:subscriber|member|registered|subscribed|have\ an\ account)
    | (?:get|gain|enjoy|for|and|with)\ (?:\w+\ )?(?:and\ \w+\ )?(?:instant|full|unlimited|complete|immediate|total|all)\ (?:\w+\ )?access\b
    | (?:instant|unlimited|full)\ (?:digital\ )?access\ to\b
    | (?:start|begin|try)\ (?:your|a|our|the)\ (?:\w+[-\ ]){0,4}(?:trial|subscription|membership)
    | (?:subscribe|join|sign\ up|register|become\ a\ (?:member|subscriber))\ (?:now|today|here|online|for\ (?:free|just|only|as\ little|full|unlimited|less))\b
    | (?:an?|your|our|the|annual|monthly|digital|yearly)\ (?:\w+[-\ ]){0,3}subscription\b.{0,60}\b(?:is|to|includes|for|costs?|starts?|options?|gives|like)\b
    | (?:subscription|membership)\ (?:options?|plans?|benefits|packages?|offers?)\b
    | what\ you(?:['’]ll)?\ (?:will\ )?get\ (?:with|as|when)\b
    | (?:cancel|cancellation)\ (?:at\ )?any\ ?time\b
    | available\ to\ you\ when\ you\ subscribe
    | complete(?:ly)?\ ad[- ]free\b
    | ad-free\ (?:reading|experience|access)\b
    | (?:subscribe|subscription)\ (?:to|for)\ (?:full|unlimited|complete|all)\b
    )
    | (?:[$£€]\s?\d+(?:[.,]\d\d)?|\d+(?:[.,]\d\d)?\ ?(?:euros?|dollars|pounds))\ ?(?:per|a|/|for\ \w+)\ ?(?:the\ first\ )?(?:month|week|year|day|mo\b)
    | ^\W*(?:subscribe|join|become\ a\ (?:member|subscriber)|subscriptions?|go\ premium|upgrade(?:\ now)?|see\ (?:all\ )?(?:plans|offers|options)|choose\ (?:your|a)\ plan|view\ (?:offers|plans))\W*$
    """,
    re.VERBOSE,
)
"""Words that sell access without saying that this text is cut."""

METERED = re.compile(
    r"""\b(?:free\ (?:article|stor|essay|piece|account)|articles?\ (?:of\ your\ choice|left|remaining|(?:a|per|each|every|this)\ month)
    |for\ free|submitting\ your\ email|register\ (?:for\ free|to\ continue)|(?:free|monthly)\ (?:article\ )?(?:limit|allowance))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that say that some articles are free, or free against an address."""


@lru_cache(maxsize=8192)
def is_pitch(text: str) -> bool:
    """Say whether a row sells access and is nobody's words.

    >>> is_pitch("Subscribe now to keep reading"), is_pitch("They agreed to keep talking.")
    (True, False)
    """
    found = groups_in(text)
    if len(text) > 420 or not (found & PITCH or (found & PRICE and found & TERM)):
        return False
    if spoken(text):
        return False
    return strong_pitch(text) or weak_pitch(text)


def strong_pitch(text: str) -> bool:
    """Say whether words say that the text goes on behind a gate.

    >>> strong_pitch("Subscribe to keep reading"), strong_pitch("Cancel anytime")
    (True, False)
    """
    return _STRONG.search(text.lower()) is not None


def weak_pitch(text: str) -> bool:
    """Say whether words sell access without saying that this text is cut.

    >>> weak_pitch("Subscribe to keep reading"), weak_pitch("Cancel anytime")
    (False, True)
    """
    return _WEAK.search(text.lower()) is not None
