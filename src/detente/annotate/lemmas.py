"""Part of speech and lemma out of a Penn tag, by table and cache.

spaCy's own attribute ruler and lemmatizer cost more than its parser here; a table of tags and a
memory of forms give the same answers for what the extractors ask. Lemmas follow the exception,
index and suffix tables of WordNet's morphology (Fellbaum 1998) that the model package carries.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.annotate.words import Form

POS_OF_TAG: Mapping[str, str] = {
    "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "SCONJ", "RP": "ADP", "IN": "ADP", "TO": "PART",
    "DT": "DET", "PDT": "DET", "WDT": "PRON", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WP$": "PRON", "EX": "PRON", "CC": "CCONJ", "CD": "NUM", "POS": "PART", "UH": "INTJ", "FW": "X",
    "LS": "X", "SYM": "SYM", "XX": "X", "ADD": "X", "GW": "X", "$": "SYM", "_SP": "SPACE",
}  # fmt: skip
"""Universal part of speech of each Penn tag; what is missing is punctuation or a verb."""

_CONTRACTED = {
    "'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'s": "be", "’s": "be", "'re": "be",
    "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have", "'d": "have", "’d": "have",
    "n't": "not", "n’t": "not",
}  # fmt: skip
_WOULD = frozenset({"'d", "’d"})
_AUXILIARY_DEPS = frozenset({"aux", "auxpass"})
_BASE_TAGS = frozenset({"VB", "VBP", "NN", "JJ", "RB"})


def pos_of(tag: str, dep: str) -> str:
    """Return the universal part of speech of a token with this tag and dependency.

    >>> pos_of("VBD", "ROOT"), pos_of("VBD", "auxpass"), pos_of("IN", "mark")
    ('VERB', 'AUX', 'SCONJ')
    """
    if tag.startswith("VB"):
        return "AUX" if dep in _AUXILIARY_DEPS else "VERB"
    if dep == "mark" and tag == "IN":
        return "SCONJ"
    if tag == "TO" and dep == "prep":
        return "ADP"
    return POS_OF_TAG.get(tag, "PUNCT")


class Lemmas:
    """The lemma of a form under a tag, remembered.

    >>> Lemmas({}, {"verb": {"met": ["meet"]}}, {}).of("met", "VBD")
    'meet'
    """

    def __init__(
        self,
        index: Mapping[str, Any],
        exceptions: Mapping[str, Mapping[str, list[str]]],
        rules: Mapping[str, list[list[str]]],
    ) -> None:
        self._index = {pos: frozenset(forms) for pos, forms in index.items()}
        self._exceptions = exceptions
        self._rules = rules
        self._seen: dict[tuple[str, str], str] = {}
        self.known: dict[tuple[int, ...], tuple[tuple[int, int], Form]] = {}
        """The numbers of (form, tag, dependency) to those of part of speech and lemma and to what
        tokens alike share, for one vocabulary."""

    def of(self, form: str, tag: str) -> str:
        """Return the lemma: lower case, but for proper nouns, which stay as they are printed."""
        key = (form, tag)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._find(form, tag)
        return found

    def _find(self, form: str, tag: str) -> str:
        if tag in ("NNP", "NNPS"):
            return form
        lower = form.lower()
        if tag == "MD" and lower in _WOULD:
            return "would"
        if lower in _CONTRACTED and tag[:1] in ("V", "M", "R"):
            return _CONTRACTED[lower]
        pos = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}.get(tag[:1], "")
        if not pos or tag == "RP":
            return lower
        exceptions = self._exceptions.get(pos, {}).get(lower)
        if exceptions:
            return exceptions[0]
        if tag in _BASE_TAGS:
            return lower
        index = self._index.get(pos, frozenset())
        guess = lower
        for old, new in self._rules.get(pos, ()):
            if lower.endswith(old):
                candidate = lower[: len(lower) - len(old)] + new
                if candidate in index:
                    return candidate
                if guess == lower and candidate:
                    guess = candidate
        return lower if lower in index else guess
