# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""Which language a text is in, by its script and its commonest words.

Simple and honest: twelve European languages by function words, the others by script. The method is
that of Cavnar and Trenkle (1994) cut down to whole words.
"""

from __future__ import annotations

import re
from collections import Counter

_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is for with on was it as by at from his have has are be this which said not but he they",
        "de": "der die und das den von zu mit sich des auf ist im dem nicht ein eine als auch es an werden aus hat dass nach wird bei",
        "fr": "le la les des et est une dans que pour qui sur au par avec ne pas du il sont aux ce plus cette été mais ont",
        "es": "el la de que los del se las por un para con una su al es lo como más pero sus ha fue este entre está son",
        "it": "il di che la per un non una sono del si con della dei nel alla anche le gli da ha più delle ma come stato",
        "pt": "o que do da em para com não uma os no se na por mais as dos como mas ao ele das à seu foi são está pela",
        "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door naar uit maar werd heeft",
        "sv": "och att det som en på är av för med den till inte har om ett var de jag men från vid kan så efter ska",
        "pl": "w i na się z do nie że jest o to jak po za od przez dla są tym ale który ze być oraz także jego",
        "tr": "ve bir bu için ile da de olarak olan çok daha en gibi sonra kadar ama ne değil var göre iki ise dedi",
        "ro": "și în de la cu o pe nu un care este din a să mai că pentru au fost sunt sau dar prin după",
        "cs": "a v se na že je s z do o k i jako za by ale pro který jsou od po bylo podle také ve není",
    }.items()
}
_SCRIPTS = (
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_FOREIGN = re.compile(r"[\u0370-\u1fff\u3040-\ud7af]")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 3_000
NAMES = {
    "english": "en", "russian": "ru", "german": "de", "french": "fr", "spanish": "es", "ukrainian": "uk",
    "chinese": "zh", "arabic": "ar", "polish": "pl", "italian": "it", "japanese": "ja", "turkish": "tr",
    "persian": "fa", "farsi": "fa", "hebrew": "he", "portuguese": "pt", "dutch": "nl", "korean": "ko",
    "czech": "cs", "hungarian": "hu", "swedish": "sv", "finnish": "fi", "norwegian": "no", "danish": "da",
    "greek": "el", "romanian": "ro", "bulgarian": "bg", "serbian": "sr", "georgian": "ka", "armenian": "hy",
    "hindi": "hi", "urdu": "ur", "latvian": "lv", "lithuanian": "lt", "estonian": "et", "belarusian": "be",
}  # fmt: skip
"""Name of a language in English to its ISO 639-1 code."""


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, `und` when nothing tells it.

    Short texts of names only are `en` when they are plain ASCII, since nothing speaks against it.

    >>> language_of("Der Minister ist nach Moskau gereist und hat mit dem Kollegen gesprochen.")
    'de'
    """
    sample = text[:_SAMPLE]
    if not any(char.isalpha() for char in sample):
        return "und"
    if not sample.isascii() and _FOREIGN.search(sample):
        letters = sum(char.isalpha() for char in sample)
        for code, script in _SCRIPTS:
            share = len(script.findall(sample)) / max(1, letters)
            if share > (0.08 if code == "ja" else 0.3):
                return _refined(code, sample)
    words = Counter(_WORD.findall(sample.lower()))
    total = max(1, sum(words.values()))
    scores = {code: sum(words[word] for word in known) / total for code, known in _WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    if total < 15 and sample.isascii() and (scores["en"] > 0 or scores[best] < 0.4):
        return "en"
    if scores[best] >= 0.08:
        return best
    if scores["en"] > 0.04 and scores["en"] >= scores[best]:
        return "en"
    return "en" if total < 30 and sample.isascii() else "und"


def _refined(code: str, sample: str) -> str:
    if code == "zh" and re.search(r"[\u3040-\u30ff]", sample):
        return "ja"
    if code == "ru":
        if re.search(r"[іїєґІЇЄҐ]", sample):
            return "be" if re.search(r"[ўЎ]", sample) else "uk"
        if re.search(r"[ђјљњћџЈЉЊ]", sample):
            return "sr"
        if "ъ" in sample and not re.search(r"[ыэЫЭ]", sample):
            return "bg"
    if code == "ar" and re.search(r"[پچژگ]", sample):
        return "fa"
    return code
