"""Whether words have the form of a Chinese, Korean or Vietnamese name: family name, then syllables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.extract.mentions.runs import KOREAN

CHINESE = frozenset((
    "Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Zhao", "Huang", "Zhou", "Wu", "Xu", "Sun", "Zhu",
    "Gao", "Lin", "He", "Guo", "Ma", "Luo", "Liang", "Zheng", "Xie", "Han", "Tang", "Feng", "Dong",
    "Xiao", "Cheng", "Cao", "Yuan", "Deng", "Shen", "Zeng", "Peng", "Jiang", "Cai", "Jia", "Ding",
    "Wei", "Xue", "Ye", "Yan", "Pan", "Dai", "Xia", "Zhong", "Tian", "Ren", "Fang", "Shi", "Yao",
    "Tan", "Zou", "Xiong", "Qin", "Lei", "Hou", "Bai", "Duan", "Hao", "Kong", "Shao", "Mao", "Qian",
    "Qiao", "Ge", "Hua", "Geng", "Qiu", "Fu", "Su", "Gu", "Lu", "Yu", "Hu", "Du", "Ouyang", "Hong",
    "Song", "Cui", "Meng", "Qi", "Xi", "Zhai", "Zhuang", "Sha", "Ling", "Gong",
))  # fmt: skip
VIETNAMESE = frozenset((
    "Nguyen", "Tran", "Pham", "Phan", "Hoang", "Bui", "Duong", "Truong", "Dang", "Ngo", "Vu", "Vo",
    "Dinh", "Trinh",
))  # fmt: skip
_SYLLABLES = re.compile(
    r"(?=[A-Z])(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|hs|ts|tz)?(?:[aeiou]{1,3}|yu|eo|yeo|ya|ye|wa|wo|we)"
    r"(?:n|ng|k|h|p|l|m)?$", re.IGNORECASE)  # fmt: skip
_HALF = re.compile(r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|hs|ts|tz)?[aeiouyw]{1,3}(?:n|ng|k|h|p|l|m)?$",
                   re.IGNORECASE)  # fmt: skip
_HYPHENED = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}$")
_PINYIN = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un"
    r"|uo|a|e|i|o|u)|ai|an|ang|ao|en|er|ou)"
)
_CHINESE_GIVEN = re.compile(rf"(?=[A-Z]){_PINYIN}{{1,2}}$", re.IGNORECASE)
_SYLLABLE = re.compile(r"[A-Z][a-z]{1,5}$")


def eastern(words: Sequence[str]) -> str:
    """Return why words have that form; empty where they have not.

    Two words of pinyin after a Chinese family name, a hyphened pair of syllables after a Korean one,
    two or three short words after a Vietnamese one. A place can have the form ("Tang Hai"): what is
    known as a place is not asked here.

    >>> eastern(["Cheng", "Jingye"]), eastern(["Nguyen", "Manh", "Cam"]), eastern(["Long", "Beach"])
    ('family name and syllables', 'family name and syllables', '')
    """
    if len(words) < 2:
        return ""
    why = "family name and syllables"
    if len(words) == 2:
        if words[0] in KOREAN and _HYPHENED.match(words[1]):
            return why
        if words[0] in CHINESE and len(words[1]) > 2 and _CHINESE_GIVEN.match(words[1]):
            return why
        if _HYPHENED.match(words[1]) and _SYLLABLES.match(words[0]):
            # Tung Chee-hwa, Ma Ying-jeou: as Taiwan and Hong Kong write names.
            return why if all(_HALF.match(half) for half in words[1].split("-")) else ""
    syllables = 3 <= len(words) <= 4 and all(_SYLLABLE.match(word) for word in words[1:])
    return why if words[0] in VIETNAMESE and syllables else ""
