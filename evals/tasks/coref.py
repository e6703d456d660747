"""Gold mentions of events become events: coreference across documents, after our own stories.

Gold are lines of `doc_id, sent_id, tokens_number, tokens_str, coref_chain` (ECB+), and the documents
they are in (`id, topic, subtopic, sentences`), in a second file or in `ecbplus-docs.jsonl.xz` beside
the first. Which documents tell one story is found by the product (`conll_f1`); with gold subtopics
instead it is `subtopic_f1`. Beside each stands what the same stem alone would give.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from detente.link.coreference import events
from detente.link.event_mentions import EventMention, event_mention
from detente.link.stories.words import stem
from evals import gold
from evals.metrics.chains import conll
from evals.tasks.stories import SHUFFLED_BY, document, stream

DOCUMENTS = "ecbplus-docs.jsonl.xz"


def run(paths: list[Path]) -> dict[str, object]:
    """Return CoNLL F1 and its parts with stories of our own, and with gold subtopics."""
    rows = list(gold.rows(paths))
    docs = {row["id"]: row for row in rows if "sentences" in row}
    if not docs:
        docs = {row["id"]: row for row in gold.rows([paths[0].with_name(DOCUMENTS)])}
    wanted: dict[str, str] = {}
    mentions = []
    for number, row in enumerate(row for row in rows if "coref_chain" in row):
        wanted[str(number)] = row["coref_chain"]
        mentions.append(mention(str(number), row, docs[row["doc_id"]]["sentences"]))
    order = sorted(docs)
    random.Random(SHUFFLED_BY).shuffle(order)
    story = stream([document(docs[key]) for key in order])
    subtopic = {key: row["subtopic"] for key, row in docs.items()}
    texts = {key: text(row) for key, row in docs.items()}

    def linked(some: list[EventMention]) -> Mapping[str, str]:
        return events(some, texts)

    ours = conll(wanted, chains(mentions, story, linked))
    given = conll(wanted, chains(mentions, subtopic, linked))
    return {
        "n": len(mentions),
        **ours,
        "subtopic_f1": given["conll_f1"],
        "stem_f1": conll(wanted, chains(mentions, story, _by_stem))["conll_f1"],
        "stem_subtopic_f1": conll(wanted, chains(mentions, subtopic, _by_stem))["conll_f1"],
    }


def mention(key: str, row: Mapping[str, Any], sentences: list[list[str]]) -> EventMention:
    """Return a mention of gold; its sentence may be counted one off; without one its words are all."""
    places = row["tokens_number"]
    for number in (row["sent_id"], row["sent_id"] + 1, row["sent_id"] - 1):
        if 0 <= number < len(sentences) and max(places) < len(sentences[number]):
            words = sentences[number]
            if " ".join(words[place] for place in places) == row["tokens_str"]:
                start = sum(len(word) + 1 for word in words[: places[0]])
                end = sum(len(word) + 1 for word in words[: places[-1] + 1]) - 1
                return event_mention(key, row["doc_id"], " ".join(words), start, end, number)
    words = row["tokens_str"]
    return event_mention(key, row["doc_id"], words, 0, len(words), row["sent_id"])


def text(row: Mapping[str, Any]) -> str:
    """Return the whole text of a document."""
    return " ".join(" ".join(sentence) for sentence in row["sentences"])


def chains(
    mentions: Iterable[EventMention],
    group: Mapping[str, str],
    linked: Callable[[list[EventMention]], Mapping[str, str]],
) -> dict[str, str]:
    """Return the chain of each mention, those of each group of documents by themselves."""
    apart: defaultdict[str, list[EventMention]] = defaultdict(list)
    for one in mentions:
        apart[group[one.article]].append(one)
    return {
        key: f"{name}/{chain}" for name, some in apart.items() for key, chain in linked(some).items()
    }


def _by_stem(mentions: list[EventMention]) -> dict[str, str]:
    return {one.id: stem(one.head) for one in mentions}
