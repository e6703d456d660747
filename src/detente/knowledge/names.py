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
_LATIN: dict[str, str] = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
}
_LETTERS = str.maketrans({**_LATIN, **_CYRILLIC})
_CLASSES = tuple(
    (needed, re.compile(pattern), to)
    for needed, pattern, to in (
        ("ye", r"^ye", "e"),
        ("o", r"^yo|^io", "e"),
        ("o", r"(?<=[bcdfghklmnpqrstvwxz])[yj]o", "e"),
        ("ks", r"ks", "x"),
        ("tch", r"tch", "ch"),
        ("sch", r"sch(?=[aeiouy])", "sh"),
        ("dzh", r"dzh", "j"),
        ("kh", r"kh", "h"),
        ("ou", r"ou", "u"),
        ("off", r"off$", "ov"),
        ("ff", r"ff", "f"),
        ("eff", r"eff$", "ev"),
        ("sk", r"(?:skiy|skij|skii|skyy|sky|skyi|skyj|ski)$", "ski"),
        ("y", r"y[aeou]", lambda m: "i" + m.group()[1:]),
        ("j", r"j(?=[aou])", "i"),
        ("", r"[eai](?:y|j|i)(?=[^aeiou]|$)", lambda m: {"e": "ei", "a": "ai", "i": "i"}[m.group()[0]]),
        ("i", r"(?:iy|yi|ii|ij)$", "i"),
        ("y", r"y", "i"),
        ("i", r"(?<=[aeou])i(?=[ei])", ""),
        ("ie", r"ie", "e"),
        ("", r"(.)\1+", r"\1"),
    )
)
"""Letters without which a rule cannot apply, the rule, what it gives."""
_PARTICLES = frozenset((
    "al", "el", "ash", "as", "ad", "an", "ar", "at", "az", "ul", "ur",
))  # fmt: skip
_JOINED_ARTICLE = re.compile(r"^(?:al|el|ash|as|ad|an|ar|at|az)[-‐'’](?=\w{3})", re.IGNORECASE)
_TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
    "baroness", "sheikh", "ayatollah", "general", "gen", "col", "colonel", "president", "senator",
    "sen",
))  # fmt: skip
_JOINED_INITIALS = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z])")
_CAMEL_ARTICLE = re.compile(r"\b(?:El|Al)(?=[A-Z][a-z])")
_ABD = re.compile(r"\bAbd(?:[- ]?(?:al|el|ul|Al|El|Ul))?[- ](?=[A-Z])|\bAbd(?:el|ul|al)(?=[a-z]{3})")
_GERMAN = re.compile(r"tsh|ow$|owa$|ew$|ewa$|^wl|scht")
_GERMAN_LETTERS = (
    ("schtsh", "9"), ("tsh", "8"), ("ch", "h"), ("z", "ts"), ("w", "v"), ("8", "ch"), ("9", "shch"),
)  # fmt: skip
_S_AS_Z = re.compile(r"^s(?=[aeiou])")
_LOOSE = (
    ("w", "v"), ("ph", "f"), ("ck", "k"), ("gh", "q"), ("q", "k"), ("dh", "d"), ("ts", "z"),
    ("ue", "u"), ("ae", "a"), ("ie", "e"), ("ai", "ei"), ("ca", "ka"), ("co", "ko"),
    ("cu", "ku"), ("ct", "kt"),
)  # fmt: skip
_LOOSE_VOWELS = str.maketrans("eo", "iu")
_SHORT = 3
_INITIALS = {"j": "i", "y": "i", "w": "v"}
_BEFORE_SURNAME = frozenset(("van", "vun", "di", "da", "bin", "li", "la", "dil", "du", "zu", "tin"))
"""Particles as they are compared, after which a surname goes on."""
_EAST_ASIAN = frozenset((
    "kim", "li", "park", "pak", "chui", "chung", "mun", "ban", "cho", "chu", "iun", "iuun", "kang",
    "vang", "iang", "zhang", "chin", "liu", "hu", "xi", "zhu", "zhou", "vu", "hui", "abi", "asu",
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
    if "-" in word or not word.isascii() or "'" in word:
        word = _JOINED_ARTICLE.sub("", word)
    text = word.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFKD", text)).translate(_LETTERS)
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    text = text.translate(_DROPPED)
    for needed, pattern, to in _CLASSES:
        if needed in text:
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

    One may leave out or shorten middle names or a first of several, stand the surname before
    ("Lavrov, Sergei", Kishida Fumio), and part a given name otherwise (Jin-ping). A surname alone is
    not the same as a full name. Names that differ in more than spelling, and by one vowel more than
    e for i and o for u, stay apart; whether two bearers of one name are one person is not asked.

    >>> same_name("Sergei Lavrov", "Сергей Лавров"), same_name("Bill Clinton", "Hillary Clinton")
    (True, False)
    >>> same_name("Ban Ki-moon", "Ki-moon Ban"), same_name("Warren Christopher", "Christopher Warren")
    (True, False)
    """
    a, b = _parts(left), _parts(right)
    if len(a) < 2 or len(b) < 2:
        return bool(a) and a == b
    if _same_order(a, b):
        return True
    return sorted(a) == sorted(b) and any(_same_order(a, one) for one in _turned(b))


@lru_cache(maxsize=65536)
def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared, the surname last."""
    if name.count(",") == 1:
        last, _, first = name.partition(",")
        name = f"{first} {last}"
    if "." in name:
        name = _JOINED_INITIALS.sub(". ", name)
    if "El" in name or "Al" in name:
        name = _CAMEL_ARTICLE.sub("", name)
    if "Abd" in name:
        name = _ABD.sub("Abd", name)
    words = name.split()
    capital = [word for word in words if len(word) > 2 and word.isupper()]
    if len(capital) == 1 and words[0] == capital[0] and len(words) > 1:
        # A surname in capitals is one wherever it stands.
        name = " ".join((*words[1:], words[0]))
    return tuple(_sound(word) for word in fold(name).split())


def _same_order(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if a == b or "".join(a) == "".join(b):
        return True
    if a[-1] != b[-1] and not _joined_ends(a, b):
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if 2 <= len(short) < len(long) and long[-len(short) :] == short and short[0] not in _BEFORE_SURNAME:
        return True
    if not _same_given(a[0], b[0]):
        return False
    middle_a, middle_b = a[1:-1], b[1:-1]
    if not middle_a or not middle_b:
        return True
    return all(_same_given(x, y) for x, y in zip(middle_a, middle_b, strict=False))


def _joined_ends(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one writes as one word what the other parts, at the end: Shui-bian and Shuibian."""
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return len(short) >= 2 and "".join(long[len(short) - 1 :]) == short[-1]


def _turned(name: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return a name with its surname at the other end, where one of its ends is surely no surname."""
    first, last = is_given_key(name[0]), is_given_key(name[-1])
    if first and last and not {name[0], name[-1]} & _EAST_ASIAN:
        return ()
    if first != last or {name[0], name[-1]} & _EAST_ASIAN:
        return ((*name[1:], name[0]), (name[-1], *name[:-1]))
    return ()


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """Return the key of a folded word under looser rules, those of other languages' newspapers."""
    if word in (same := _one_word()):
        return same[word]
    if ("w" in word or "sh" in word or "sch" in word) and _GERMAN.search(word):
        for old, to in _GERMAN_LETTERS:
            word = word.replace(old, to)
        word = _S_AS_Z.sub("z", word)
    for old, to in _LOOSE:
        word = word.replace(old, to)
    if word.startswith("je"):
        word = word[1:]
    if "oe" in word[:-1]:
        word = word[:-1].replace("oe", "o") + word[-1]
    if word.endswith(("chov", "chova")):
        word = word.replace("chov", "chev")
    elif word.endswith("enka"):
        word = f"{word[:-1]}o"
    elif word.endswith(("ne", "ve")):
        word = word[:-1]
    elif word.endswith("ei") and len(word) > _SHORT:
        word = f"{word[:-2]}i"
    return word.translate(_LOOSE_VOWELS)


@lru_cache(maxsize=1)
def _one_word() -> dict[str, str]:
    """Folded words that are one name in several languages, by the first of each line."""
    found: dict[str, str] = {}
    for row in rows("names_same.tsv"):
        words = [fold_word(word) for word in row["names"].split()]
        for word in words:
            found.setdefault(word, words[0])
    return found


def _same_given(left: str, right: str) -> bool:
    if left == right:
        return True
    if len(left) == 1 or len(right) == 1:
        return _INITIALS.get(left[0], left[0]) == _INITIALS.get(right[0], right[0])
    names = _sounded_nicknames()
    return names.get(left, left) == names.get(right, right)


@lru_cache(maxsize=1)
def _sounded_nicknames() -> dict[str, str]:
    known = _nicknames().items()
    found: dict[str, str] = {}
    # A nickname comes before a name of its own that only sounds like it.
    for name, full in sorted(known, key=lambda item: item[0] == item[1]):
        found.setdefault(_sound(name), _sound(full))
    return found


@lru_cache(maxsize=1)
def _sounded_given() -> frozenset[str]:
    return frozenset(map(_sound, _given()))


def is_given_key(key: str) -> bool:
    """Say whether the key of a word, as `same_name` compares it, is that of a known first name."""
    return key in _sounded_given()


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
