"""What in a sentence can stand against another: denials, days, places, occasions, ranks, judgements.

Each sign is read from the words of one sentence. Whether two sentences differ on it, and whether they
are of one thing at all, is for `weighing`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from detente.knowledge.places import gazetteer
from detente.knowledge.valence import valence
from detente.link.stories.words import STOPWORDS

_NO = re.compile(
    r"\b(?:no|not|never|neither|nor|nothing|none|nobody|nowhere|cannot|hardly|no one|"
    r"lacks?|lacked|far from|instead of)\b|n['’]t\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"\b(?:refus\w+|reject\w+|denied that|denies that|declin\w+|boycott\w*|stay\w* away|fail\w* to|"
    r"turned (?:down|back|away)|ruled? out|called off|cancel\w*|scrapped|dropped|abandoned|"
    r"fell through|postponed|put off|absent|missing from)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:(?<!not )(?<!the )only(?! (?:then|after|when|if|once|at|as|recently|later|in|on|about|first|"
    r"begun|just))|alone|no more(?! than)|no others?|nowhere else|nothing else|nobody else|not one|"
    r"not a single|"
    r"just (?:one|two|three|four|between)|exclusively|no outsiders?)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:and|but) (?:not(?! all)|nobody|none|never)\b|, not(?! all)\b|"
    r"\bnot (?:before|earlier|until|at|in|on|the|to|by)\b"
    r"|\brather than\b|\binstead\b|\bnever\b|\bnot (?:one|a) \w+|\bnothing (?:at all|was)\b|\bwrong\b"
    r"|\bit (?:was|is) [^.,;]{2,40} (?:that|who|which|when)\b|\bno (?:such|more)\b",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\b(?:call(?:ed|ing)? off|cancel\w*|postponed|put off|scrapped|dropped|abandoned|fell through|"
    r"did not (?:take place|meet|happen|come|run|land|arrive|go)|"
    r"not (?:held|take place|received|in force)|will not take place|"
    r"never (?:set out|met|took place|happened|arrived|landed|came)|"
    r"no \w+ \w+ (?:was|were) (?:received|held)|still waiting|turned away|found the gates|"
    r"neither \w+ \w+ came|let the \w+ (?:\w+ )?pass|there was no|not a single|was never|set foot)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|shall|is to|are to|is due|are due|planned|plans? to|scheduled|expected to|wants? to|"
    r"intends?|tomorrow|next (?:week|month|year|round))\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:corrections?|no longer|any ?more|now|meanwhile|again|so far|as yet|not yet|risen|rose to|"
    r"has since|have since|moved from|given up|after all|still had|originally|at first|first of many|"
    r"in the meantime|by now|was to have|had (?:been )?(?:planned|announced|said|spoken)|instead of)\b",
    re.IGNORECASE,
)
_SETTINGS = {
    "press": "press conference,reporters,journalists,briefing,news conference",
    "parliament": "parliament,lawmakers,deputies,senate,assembly,congress,debate in",
    "interview": "interview,television studio,radio interview,on television,on the radio,studio",
    "meal": "dinner,lunch,breakfast,banquet,supper,tea,cook",
    "session": "session,plenary,round table,around the table,at the table,negotiating table",
    "private": "privately,private,walking,corridor,on the way,beach,garden,just between,face to face,"
    "aside",
    "letter": "letter,note,written,telegram,tweet,message",
    "call": "telephone,phone,hotline",
    "speech": "speech,address,rally,lecture,toast,recruits,crowd",
    "journey": "flight,plane,train,airport,on board,aboard",
    "match": "match,game,stadium,concert,reception,funeral,ceremony",
}
_SETTING = re.compile(
    "|".join(
        rf"(?P<{kind}>\b(?:{'|'.join(map(re.escape, words.split(',')))})\b)"
        for kind, words in _SETTINGS.items()
    ),
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?:remark\w*|words|warn\w*|offer\w*|threat\w*|insult\w*|promise\w*|said|told|spoke\w*|"
    r"mention\w*|brought up|came up|raised|utter\w*|announce\w*|demand\w*|proposal|proposed|made)\b",
    re.IGNORECASE,
)
_RANKS = {
    "head": r"president|king|emir|emperor|sultan|prime minister|chancellor|premier|crown prince|sheikh|"
    r"head of (?:state|government)",
    "minister": r"(?:foreign|defen[cs]e|finance|interior|trade|oil) (?:minister|secretary)|"
    r"chief diplomat|"
    r"secretary of state|(?<!prime )(?<!deputy )(?<!junior )minister(?!s? of state)",
    "deputy": r"(?:deputy|junior|vice)[- ](?:\w+ )?(?:minister|president|secretary|chancellor)|"
    r"minister of state|state secretary|undersecretary",
    "officials": r"officials|civil servants|advisers|experts|civilians?|lawyers",
    "soldiers": r"generals?|officers?|commander|colonel|in uniform|soldiers",
    "relatives": r"brother|wife|son|nephew|daughter",
}
_RANK = re.compile(
    "|".join(rf"(?P<{kind}>\b(?:{words})\b)" for kind, words in _RANKS.items()), re.IGNORECASE
)
_LEADS = re.compile(
    r"\b(?:led|leads|lead|headed|heads|head of the group|at the head|in charge|chaired|attended|came|"
    r"walked|spoke for|signed|present|took part|was between|who talked|shook|met|belonged|included|"
    r"instead of|sat|composed|consisted|sent|represented|accompanied|alone)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?P<week>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"\b(?P<of>\d{1,2}) (?P<month>January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b"
)
_AT = re.compile(
    r"\b(?i:in|at|near|off|to|aboard|from|via)\s+(?:the\s+)?((?:[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+){0,2})"
)
_TOLD = re.compile(r"[A-Za-z][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a sentence that says something of it."""

    start: int
    """First character, in the sentence."""
    end: int
    """One past the last."""
    value: str
    """What it says."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What a sentence says that another may say otherwise."""

    denials: tuple[Mark, ...]
    """What it negates or tells as refused: for each the clause that the negation is in."""
    only: bool
    """Whether it says that there was nothing besides."""
    contrast: bool
    """Whether it sets right what might be thought: "it was X that", "and not Y", "not before"."""
    off: bool
    """Whether it tells that something did not take place."""
    planned: bool
    """Whether it tells of what is to come."""
    later: bool
    """Whether it says itself that things have changed."""
    days: tuple[Mark, ...]
    """Days of the week and dates."""
    places: tuple[Mark, ...]
    """Places where, each once."""
    settings: tuple[Mark, ...]
    """Occasions by kind: `press`, `meal`, `parliament` ..."""
    ranks: tuple[Mark, ...]
    """Who acts, by rank; empty where nobody leads, attends or comes."""
    verdicts: tuple[Mark, ...]
    """Words that judge: `good` or `bad`, negation reckoned with."""


_DATELINE = re.compile(r"[^\W\d_a-z][^a-z]{2,}(?:, [A-Z][\w .]+)? [-–—] ")


def signs(text: str, hidden: Iterable[tuple[int, int]] = ()) -> Signs:
    """Return the signs of a sentence; `hidden` ranges tell who says it and carry none but days.

    >>> found = signs("He said on Friday that the dinner in Vienna was a flop.")
    >>> [one.value for one in (*found.days, *found.places, *found.settings, *found.verdicts)]
    ['Fri', 'Vienna', 'meal', 'bad']
    """
    blanks = tuple(hidden)

    def seen(at: int) -> bool:
        return not any(a <= at < b for a, b in blanks)

    settings = [m for m in _SETTING.finditer(text) if seen(m.start())] if _SPEECH.search(text) else []
    ranks = [m for m in _RANK.finditer(text) if seen(m.start())] if _LEADS.search(text) else []
    return Signs(
        denials=tuple(_denials(text, seen)),
        only=bool(_ONLY.search(text)),
        contrast=bool(_CONTRAST.search(text)),
        off=bool(_OFF.search(text)),
        planned=bool(_PLANNED.search(text)),
        later=bool(_LATER.search(text)),
        days=tuple(Mark(m.start(), m.end(), _day(m)) for m in _DAY.finditer(text)),
        places=tuple(_places(text, seen)),
        settings=tuple(Mark(m.start(), m.end(), m.lastgroup or "") for m in settings),
        ranks=tuple(Mark(m.start(), m.end(), m.lastgroup or "") for m in ranks),
        verdicts=tuple(_verdicts(text, seen)),
    )


def _day(match: re.Match[str]) -> str:
    return match["week"] or f"{match['of']} {match['month']}"


_BREAK = re.compile(r"[;:.?!]|, (?:and|but|while|which|who|as|because|though|since|for)\b|\bbut\b|,\s")


def _denials(text: str, seen: Callable[[int], bool]) -> Iterator[Mark]:
    for pattern in (_NO, _TURNED):
        for found in pattern.finditer(text):
            if not seen(found.start()):
                continue
            after = _BREAK.search(text, found.end())
            before = [m.end() for m in _BREAK.finditer(text, 0, found.start())]
            start = before[-1] if before else 0
            yield Mark(start, after.start() if after else len(text), found[0])


def _places(text: str, seen: Callable[[int], bool]) -> Iterator[Mark]:
    known: set[str] = set()
    for found in _AT.finditer(text):
        words = found[1].removesuffix("'s").removesuffix("’s")
        for size in range(len(words.split()), 0, -1):
            name = " ".join(words.split()[:size])
            if name in gazetteer() and name not in known and seen(found.start(1)):
                known.add(name)
                yield Mark(found.start(1), found.start(1) + len(name), name)
                break


def _verdicts(text: str, seen: Callable[[int], bool]) -> Iterator[Mark]:
    for found in _TOLD.finditer(text):
        word = found[0].lower()
        if (
            found[0][0].isupper()
            and found.start() > 0
            and text[found.start() - 1] == " "
            and (not re.search(r"[.!?\"“”]\s*$", text[: found.start()]))
        ):
            continue
        side = 0 if word in STOPWORDS else valence(word)
        if re.match(r"(?i)\s+war\b|\s+with\b", text[found.end() :]) and word in ("cold", "lie"):
            continue
        if not side or not seen(found.start()):
            continue
        before = text[max(0, found.start() - 40) : found.start()]
        tail = re.split(r"[,;:.]", before)[-1]
        if _NO.search(" ".join(tail.split()[-4:])) and not re.search(
            r"\bnot (?:only|just)\b", tail, re.I
        ):
            side = -side
        yield Mark(found.start(), found.end(), "good" if side > 0 else "bad")
