"""Spellings of a person's name become one key, and a first name becomes a gender.

Names of Russian, Ukrainian, Arabic and Chinese people are spelled by many rules in English print:
Sergei, Sergey and Sergej; Fyodor and Fedor; Lukyanov and Lukianov; Assad and al-Assad. Folding takes
the rules back (the tables of BGN/PCGN, ISO 9 and plain newspaper use): what they part is one again,
and names that differ in more than spelling stay apart (Lukashevich and Lukashenko).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from detente.knowledge.tables import rows

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_LATIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
_CLASSES = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"^ye", "e"),
        (r"^yo|^io", "e"),
        (r"(?<=[bcdfghklmnpqrstvwxz])[yj]o", "e"),
        (r"ks", "x"),
        (r"tch", "ch"),
        (r"sch(?=[aeiouy])", "sh"),
        (r"dzh", "j"),
        (r"kh", "h"),
        (r"ou", "u"),
        (r"off$", "ov"),
        (r"ff", "f"),
        (r"eff$", "ev"),
        (r"(?:skiy|skij|skii|skyy|sky|skyi|skyj|ski)$", "ski"),
        (r"y[aeou]|j(?=[aou])", lambda m: "i" + m.group()[1:]),
        (r"[eai](?:y|j|i)(?=[^aeiou]|$)", lambda m: {"e": "ei", "a": "ai", "i": "i"}[m.group()[0]]),
        (r"(?:iy|yi|ii|ij)$", "i"),
        (r"y", "i"),
        (r"(?<=[aeou])i(?=[ei])", ""),
        (r"ie", "e"),
        (r"(.)\1+", r"\1"),
    )
)
_PARTICLES = frozenset((
    "al", "el", "ash", "as", "ad", "an", "ar", "at", "az", "ul", "ur",
))  # fmt: skip
_JOINED_ARTICLE = re.compile(r"^(?:al|el|ash|as|ad|an|ar|at|az)[-‐'’](?=\w{3})", re.IGNORECASE)
_TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
    "baroness", "sheikh", "ayatollah", "general", "gen", "col", "colonel", "president", "senator",
    "sen",
))  # fmt: skip
_DROPPED = str.maketrans("", "", "'’ʼ`ʹʺ.·-‐‑–")


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return the key of one word of a name: lower case, no marks, one spelling of each sound.

    >>> fold_word("Sergey") == fold_word("Sergei") == fold_word("Сергей")
    True
    >>> fold_word("Lukashevich") == fold_word("Lukashenko")
    False
    """
    word = _JOINED_ARTICLE.sub("", word)
    text = unicodedata.normalize("NFKD", word.lower())
    text = "".join(_CYRILLIC.get(c, _LATIN.get(c, c)) for c in unicodedata.normalize("NFC", text))
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).translate(_DROPPED)
    for pattern, to in _CLASSES:
        text = pattern.sub(to, text)
    return text


def fold(name: str) -> str:
    """Return the key of a name: its words folded, without titles and articles.

    >>> fold("Bashar al-Assad") == fold("Bashar Assad")
    True
    >>> fold("Mr. Fyodor Lukyanov") == fold("Fedor Lukianov")
    True
    """
    kept = []
    for word in name.replace("-", "- ").replace("‐", "- ").split():
        bare = word.strip("-‐.,'’").lower()
        if bare and bare not in _PARTICLES and bare not in _TITLES:
            kept.append(fold_word(word))
    return " ".join(part for part in kept if part)


def fold_words(words: Sequence[str]) -> str:
    """Return the key of a name that is already parted into words."""
    return fold(" ".join(words))


def same_name(left: str, right: str) -> bool:
    """Say whether two names are spellings of one: the same words under the rules, initials allowed.

    One may leave out or shorten middle names; a surname alone is not the same as a full name.

    >>> same_name("Sergei Lavrov", "Сергей Лавров"), same_name("Bill Clinton", "Hillary Clinton")
    (True, False)
    """
    a, b = fold(left).split(), fold(right).split()
    if a == b:
        return bool(a)
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    if not _same_given(a[0], b[0]):
        return False
    middle_a, middle_b = a[1:-1], b[1:-1]
    if not middle_a or not middle_b:
        return True
    return all(_same_given(x, y) for x, y in zip(middle_a, middle_b, strict=False))


def _same_given(left: str, right: str) -> bool:
    if left == right:
        return True
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return _nicknames().get(left, left) == _nicknames().get(right, right)


@lru_cache(maxsize=1)
def _given() -> dict[str, tuple[str, str]]:
    """First names by folded form: (gender, folded full form of a nickname)."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows("names_given.tsv"):
        for name in row["names"].split():
            found.setdefault(fold_word(name), (row["gender"], fold_word(row["of"] or name)))
    return found


@lru_cache(maxsize=1)
def _nicknames() -> dict[str, str]:
    return {name: full for name, (_, full) in _given().items()}


def is_given(word: str) -> bool:
    """Say whether a word is a first name that the list knows.

    >>> is_given("Sergey"), is_given("Minister")
    (True, False)
    """
    return fold_word(word) in _given()


def gender_of(name: str) -> str | None:
    """Return `f` or `m` for a full name by its first name, else by a Slavic ending; None if unsure.

    >>> gender_of("Lyudmila Alexeyeva"), gender_of("Pavel Bayev"), gender_of("Lavrov")
    ('f', 'm', None)
    """
    words = name.split()
    if len(words) < 2:
        return None
    found = _given().get(fold_word(words[0])) or _given().get(fold_word(words[0].split("-")[0]))
    if found and found[0] in ("f", "m"):
        return found[0]
    last = words[-1].lower()
    if last.endswith(("ova", "eva", "ina", "skaya", "skaia", "ska")):
        return "f"
    if last.endswith(("ov", "ev", "sky", "skiy", "skii", "vich")):
        return "m"
    return None
