"""He, she, him, his and her with a named antecedent: is it the right person?

Gold is GUM's news: a CoNLL-U file (`dep`) for the text and its proper nouns, and OntoGUM's chains over
the same tokens (`ontogum`). A pronoun counts when its chain has a mention with a proper noun of its own
before it; it is right when the person it was taken for is named by such a mention. `attempted` is the
share for which anybody was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from evals import gold
from evals.texts import parse_paragraphs

PRONOUNS = frozenset(("he", "she", "him", "his", "her"))
_MARK = re.compile(r"\((\d+)\)|\((\d+)|(\d+)\)")


@dataclass(frozen=True, slots=True)
class Word:
    """A token of the gold: its characters in the text, and whether it is a proper noun."""

    text: str
    start: int
    end: int
    proper: bool


def run(paths: list[Path]) -> dict[str, object]:
    """Return accuracy over all such pronouns, and over those attempted."""
    right = tried = total = 0
    for row in gold.rows(paths):
        paragraphs, words, published = read_dep(row["dep"])
        cast = find_mentions(parse_paragraphs(paragraphs, published), registry())
        starts = {cast.parse.doc[named.first].idx: named for named in cast.named}
        names: dict[str, list[tuple[int, int]]] = {}
        for named in cast.named:
            if named.actor is not None and named.mention.form != "pronoun":
                last = cast.parse.doc[named.last - 1]
                span = (cast.parse.doc[named.first].idx, last.idx + len(last))
                names.setdefault(named.actor.id, []).append(span)
        for at, antecedents in pronouns(words, chains(row["ontogum"])):
            total += 1
            found = starts.get(words[at].start)
            if found is None or found.actor is None:
                continue
            tried += 1
            ranges = names.get(found.actor.id, [])
            right += any(
                s < words[i].end and words[i].start < e for i in antecedents for s, e in ranges
            )
    return {
        "n": total,
        "accuracy": round(right / total, 4) if total else 0.0,
        "attempted": round(right / tried, 4) if tried else 0.0,
        "attempted_share": round(tried / total, 4) if total else 0.0,
    }


def read_dep(text: str) -> tuple[list[str], list[Word], date | None]:
    """Return paragraphs, tokens and the date of a CoNLL-U document."""
    paragraphs: list[str] = []
    words: list[Word] = []
    published = None
    offset = 0
    for block in text.split("\n\n"):
        sentence = next((line[9:] for line in block.splitlines() if line.startswith("# text = ")), None)
        found = re.search(r"# meta::dateCreated = (\d{4})-(\d\d)-(\d\d)", block)
        if found:
            published = date(*(int(part) for part in found.groups()))
        if sentence is None:
            continue
        if not paragraphs or "# newpar" in block:
            offset += 2 if paragraphs else 0
            paragraphs.append(sentence)
        else:
            offset += 1
            paragraphs[-1] += " " + sentence
        at = 0
        for line in block.splitlines():
            cells = line.split("\t")
            if len(cells) < 4 or not cells[0].isdigit():
                continue
            at = max(at, sentence.find(cells[1], at))
            words.append(Word(cells[1], offset + at, offset + at + len(cells[1]), cells[3] == "PROPN"))
            at += len(cells[1])
        offset += len(sentence)
    return paragraphs, words, published


def chains(conll: str) -> list[tuple[int, int, int]]:
    """Return the mentions of OntoGUM's columns as (chain, first token, last token)."""
    found: list[tuple[int, int, int]] = []
    open_at: dict[int, list[int]] = {}
    rows = [line.split("\t") for line in conll.splitlines() if line and line[0].isdigit()]
    for number, cells in enumerate(rows):
        for single, opened, closed in _MARK.findall(cells[-1]):
            if single:
                found.append((int(single), number, number))
            elif opened:
                open_at.setdefault(int(opened), []).append(number)
            elif closed and open_at.get(int(closed)):
                found.append((int(closed), open_at[int(closed)].pop(), number))
    return found


def pronouns(
    words: list[Word], mentions: list[tuple[int, int, int]]
) -> Iterator[tuple[int, list[int]]]:
    """Yield each pronoun's token and the proper nouns that are its chain's own, named before it."""
    by_chain: dict[int, list[tuple[int, int]]] = {}
    for chain, first, last in mentions:
        by_chain.setdefault(chain, []).append((first, last))
    for chain, first, last in mentions:
        if first != last or first >= len(words) or words[first].text.lower() not in PRONOUNS:
            continue
        others = [(c, s, e) for c, s, e in mentions if c != chain]
        proper: list[int] = []
        for begin, end in by_chain[chain]:
            if begin >= first:
                continue
            inner = {
                i for _, s, e in others if begin <= s and e <= end and (s, e) != (begin, end)
                for i in range(s, e + 1)
            }  # fmt: skip
            proper += [i for i in range(begin, end + 1) if i not in inner and words[i].proper]
        if proper:
            yield first, proper
