"""Words that British and American papers spell differently: "defence" and "defense", "centre"."""

from __future__ import annotations

import re

_BEGIN = """
    defenc defens; offenc offens; licenc licens; pretenc pretens; programme program; centre center;
    theatre theater; metre meter; kilometre kilometer; fibre fiber; calibre caliber; sabre saber;
    honour honor; labour labor; favour favor; harbour harbor; colour color; behaviour behavior;
    neighbour neighbor; armour armor; rumour rumor; endeavour endeavor; humour humor; vapour vapor;
    travell travel; cancell cancel; labell label; fuell fuel; signall signal; counsell counsel;
    modell model; quarrell quarrel; channell channel; marshall marshal; judgement judgment;
    acknowledgement acknowledgment; grey gray; manoeuvre maneuver; aluminium aluminum; sulphur sulfur;
    sceptic skeptic; analys analyz; paralys paralyz; plough plow; fulfil fulfill; enrol enroll;
    instalment installment; cheque check; mould mold; ageing aging; artefact artifact
"""
_PAIRS = [tuple(pair.split()) for pair in _BEGIN.split(";")]
_STARTS = sorted(((here, there) for pair in _PAIRS for here, there in (pair, pair[::-1])),
                 key=lambda pair: -len(pair[0]))  # fmt: skip
_ISE = re.compile(r"(?<=[a-z]{3}i)([sz])(?=(?:e[drs]?|ers|ing|ingly|ations?|ational)$)")
_CONSONANT = re.compile(r"(?:travel|cancel|label|fuel|signal|counsel|model|quarrel|channel|marshal)s?$")


def other_spelling(word: str) -> str | None:
    """Return a word in lower case as it is spelled on the other side of the Atlantic; None for most.

    What is no word ("exercize") may come of a rule; names of people and places are not known.

    >>> other_spelling("Defense"), other_spelling("organisations"), other_spelling("programme")
    ('defence', 'organizations', 'program')
    >>> other_spelling("Geneva") is None
    True
    """
    word = word.lower()
    if _ISE.search(word):
        return _ISE.sub(lambda found: "z" if found[1] == "s" else "s", word)
    if _CONSONANT.match(word):
        return None
    start = next((pair for pair in _STARTS if word.startswith(pair[0])), None)
    return start[1] + word.removeprefix(start[0]) if start else None
