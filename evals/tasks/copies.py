"""Planted near-duplicates: copies of articles with the edits that desks make; are the pairs found?

Gold are articles with `text`, `body` or `sents`. Every fourth article of at least `LEAST` words gets
one copy of each kind of edit; the others stay, for the false alarms of articles on one topic. Pairs of
the article and its copies, and of two copies of it that print the same part, are wanted. A pair is
found when `link_copies` links it, candidates being those that share hashes of their sketches, as in an
archive. Pairs of gold that are copies of each other before anything is planted are left out.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from detente.link.copies import CONTAINED, SHARED_HASHES, likely, link_copies, shingles, sketch
from detente.read import read_text
from detente.records import Article
from evals import gold

LEAST = 150
EVERY = 4
MOST = 600
SEED = 11
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\b[a-z]{5,}\b")
INTRO = (
    "This dispatch came to the desk from a partner agency late in the evening.",
    "It has been shortened in places, and the headline is ours.",
)
OUTRO = (
    "Reporting was added by our staff in the capital.",
    "The agency updates its report on the hour.",
)


def run(paths: list[Path]) -> dict[str, object]:
    """Return precision, recall and F1 of pairs, what was missed by kind of edit, and articles a second.

    Of CPU time, since other work on the machine lengthens that least.
    """
    texts = list(_texts(gold.rows(paths)))[:MOST]
    planted = list(plant(texts))
    articles = {key: _article(key, text) for key, (text, _) in planted}
    began = time.process_time()
    found = linked(list(articles.values()))
    seconds = time.process_time() - began
    by_id = {article.id: key for key, article in articles.items()}
    pairs = {tuple(sorted((by_id[left], by_id[right]))) for left, right in found}
    wanted, allowed = expected(planted, articles)
    counted = pairs - allowed
    right = len(counted & wanted)
    precision, recall = right / (len(counted) or 1), right / (len(wanted) or 1)
    kinds = dict(planted)
    missed = Counter(kinds[key][1] for pair in wanted - pairs for key in pair)
    return {
        "n": len(wanted),
        "articles": len(articles),
        "f1": round(2 * precision * recall / ((precision + recall) or 1), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "missed_by_kind": dict(sorted(missed.items())),
        "articles_per_s": round(len(articles) / seconds, 1),
    }


def linked(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Return the pairs of ids that are linked, candidates by their sketches."""
    by_id = {article.id: article for article in articles}
    by_hash: defaultdict[int, list[str]] = defaultdict(list)
    size: dict[str, int] = {}
    for article in articles:
        hashes = sketch(article)
        size[article.id] = len(hashes)
        for value in hashes:
            by_hash[value].append(article.id)
    shared = Counter[tuple[str, str]]()
    for holders in by_hash.values():
        if len(holders) > 1:
            shared.update(combinations(sorted(set(holders)), 2))
    near = sorted(
        pair for pair, n in shared.items()
        if n >= SHARED_HASHES and likely(n, size[pair[0]], size[pair[1]])
    )  # fmt: skip
    links = link_copies((by_id[left], by_id[right]) for left, right in near)
    return [(link.left, link.right) for link in links]


def plant(texts: Iterable[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield (key, (text, kind of edit)) of each article and of the copies that are planted."""
    chance = random.Random(SEED)
    for number, text in enumerate(texts):
        yield f"{number}", (text, "original")
        if number % EVERY == 0:
            for kind, edited in edits(text, chance).items():
                yield f"{number}/{kind}", (edited, kind)


def edits(text: str, chance: random.Random) -> dict[str, str]:
    """Return an article as other desks would print it, by kind of edit."""
    sentences = _SENTENCE.split(text)
    some = sentences[: max(3, len(sentences) * 3 // 5)]
    return {
        "truncated": " ".join(some),
        "agency": " ".join((*INTRO, *sentences, *OUTRO)),
        "byline": "By A Reporter in the capital. " + " ".join(sentences[1:]),
        "corrected": _WORD.sub(
            lambda found: found[0][::-1] if chance.random() < 0.02 else found[0], text
        ),
        "trimmed": " ".join(one for one in sentences if chance.random() > 0.1),
    }


def expected(
    planted: Sequence[tuple[str, tuple[str, str]]], articles: dict[str, Article]
) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Return the pairs that are wanted, and those that count neither way: copies before planting."""
    originals = [key for key, (_, kind) in planted if kind == "original"]
    before = {
        tuple(sorted(pair))
        for pair in _ids_to_keys(linked([articles[key] for key in originals]), articles)
    }
    twins = {key for pair in before for key in pair}
    wanted: set[tuple[str, ...]] = set()
    allowed = set(before)
    families: defaultdict[str, list[str]] = defaultdict(list)
    for key, _ in planted:
        families[key.split("/")[0]].append(key)
    for root, family in families.items():
        for pair in combinations(sorted(family), 2):
            (allowed if root in twins else wanted).add(pair)
    shingled = {key: shingles(article).tolist() for key, article in articles.items()}
    for root in twins:
        for key in families[root]:
            allowed |= {
                tuple(sorted((key, other)))
                for other in articles
                if _contained(shingled[key], shingled[other])
            }
    return wanted, allowed


def _contained(one: Sequence[int], other: Sequence[int]) -> bool:
    return len({*one} & {*other}) >= CONTAINED * min(len(one), len(other)) / 2 > 0


def _ids_to_keys(
    pairs: Iterable[tuple[str, str]], articles: dict[str, Article]
) -> Iterator[tuple[str, str]]:
    by_id = {article.id: key for key, article in articles.items()}
    return ((by_id[left], by_id[right]) for left, right in pairs)


def _texts(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        text = row.get("text") or row.get("body") or ""
        if row.get("sents"):
            text = " ".join(sentence[0] for sentence in row["sents"])
        if isinstance(text, list):
            text = " ".join(text)
        if len(text.split()) >= LEAST:
            yield " ".join(text.split())


def _article(key: str, text: str) -> Article:
    """Return a text as an article with one line of body; its id tells apart what reads alike."""
    return read_text(f"{text}\n\n{key}", path=key)
