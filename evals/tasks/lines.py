"""`lines`: how well the article is found in a plain-text dump of its page.

Every page of an HTML gold is rendered to text (`evals.dumps`), read as a text, and its body compared
with the gold's. Beside F1 over runs of four words there are two counts of what a reader of the text
would miss: sentences and quotations of the gold that the dump holds and the body does not.
"""

from __future__ import annotations

import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from detente.errors import InputError
from detente.read import body_view, read_text
from detente.read.again import read_again
from detente.read.memory import LEAST, line_keys, memory_of
from detente.records import Article
from evals import gold
from evals.dumps import RENDERERS, render
from evals.metrics.shingles import mean_f1, overlap
from evals.tasks.body import gold_of

_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’»)]*\s+(?=[\"'“‘«(]*[A-ZÀ-Þ0-9])|\n+")
_QUOTATION = re.compile(r"“([^“”]{15,400})”|(?<!\w)\"([^\"\n]{15,400})\"(?!\w)")
_WORD = re.compile(r"\w+")
_RUN = 4


def run(paths: list[Path]) -> dict[str, object]:
    """Return F1, precision and recall by renderer, the shares lost, and the speed.

    A row has `html`, and its body as `body` (text or paragraphs), `text` or `main_content`. An archive
    reads a page beside the other pages of its outlet, and so does this: the dumps of the files are the
    outlet's pages, each read with the memory of the others (`detente.read.again`); no gold is looked
    at. Keys: `full_f1`, `main_f1`, `markdown_f1` (and `_precision`, `_recall`), `sentences_lost` and
    `quotations_lost` over all dumps (those that are not in the body), `sentences_unread` (those that
    are in no line that is read at all: a standfirst is read, and no body), the same by renderer, and
    `kept_all_full_f1` (the dump as it is). `required_sentences_lost` and its like leave out the
    paragraphs that the gold calls optional: fundus-evaluation puts those in brackets which an extractor
    may keep or not (standfirsts, credits, notes of the outlet), and its own scores count them either
    way. `full_alone_f1` and its like are the same pages each read
    alone, `full_beside_f1` those only of which the files have two other pages, `beside_n` how many.
    """
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    lost: Counter[str] = Counter()
    dumps: dict[tuple[str, str], list[Dump]] = defaultdict(list)
    seconds = 0.0
    rows = 0
    for row in gold.rows(paths):
        rows += 1
        wanted = gold_of(row)
        host = host_of(row.get("url") or row.get("link") or "") or f"row {rows}"
        for renderer in RENDERERS:
            text = render(row["html"], renderer)
            began = time.process_time()
            article = article_of(text)
            seconds += time.process_time() - began
            scores[f"kept_all_{renderer}"].append(overlap(wanted, text))
            dumps[renderer, host].append(Dump(wanted, required_of(row), text, article))
    for (renderer, _), pages in dumps.items():
        seconds += score(renderer, pages, scores, lost)
    figures: dict[str, object] = {"n": rows, "beside_n": len(scores["full_beside"])}
    for name, pairs in scores.items():
        f1, precision, recall = mean_f1(pairs)
        figures[f"{name}_f1"] = f1
        if not name.startswith("kept_all"):
            figures |= {f"{name}_precision": precision, f"{name}_recall": recall}
    for kind in ("sentences", "quotations"):
        held = {name: lost[f"{name} {kind} held"] for name in RENDERERS}
        must = sum(lost[f"{name} {kind} required"] for name in RENDERERS)
        missing = sum(lost[f"{name} {kind} required_lost"] for name in RENDERERS)
        figures[f"required_{kind}_lost"] = _share(missing, must)
        for way in ("lost", "unread", "alone_lost"):
            gone = {name: lost[f"{name} {kind} {way}"] for name in RENDERERS}
            figures[f"{kind}_{way}"] = _share(sum(gone.values()), sum(held.values()))
            figures |= {f"{name}_{kind}_{way}": _share(gone[name], held[name]) for name in RENDERERS}
        figures[f"{kind}_n"] = sum(held.values())
    figures["dumps_per_s"] = round(rows * len(RENDERERS) / seconds, 1) if seconds else 0.0
    return figures


@dataclass(frozen=True, slots=True)
class Dump:
    """A rendered page, its gold body, what of that is required, and the article it is read as alone;
    None if refused."""

    wanted: str
    required: str
    text: str
    article: Article | None


def required_of(row: Mapping[str, Any]) -> str:
    """Return the body of a row without the paragraphs that an extractor may keep or not.

    >>> required_of({"body": ["[A standfirst.]", "They met.", "[One of them] left."]})
    'They met.\\n[One of them] left.'
    """
    body = row.get("body")
    if not isinstance(body, list):
        return gold_of(row)
    return "\n".join(part for part in body if not (part.startswith("[") and part.endswith("]")))


def score(
    renderer: str,
    pages: list[Dump],
    scores: dict[str, list[tuple[float, float]]],
    lost: Counter[str],
) -> float:
    """Score the pages of one outlet, beside each other and alone; return the seconds of reading."""
    began = time.process_time()
    memory = memory_of(line_keys(page.article) for page in pages if page.article)
    again = [
        page.article and read_again(page.article, memory, line_keys(page.article)) for page in pages
    ]
    seconds = time.process_time() - began
    for page, article in zip(pages, again, strict=True):
        found = text_of(article) if article else ""
        alone = text_of(page.article) if page.article else ""
        scores[renderer].append(overlap(page.wanted, found))
        scores[f"{renderer}_alone"].append(overlap(page.wanted, alone))
        if len(pages) > LEAST:
            scores[f"{renderer}_beside"].append(scores[renderer][-1])
        read = body_view(article).text if article else ""
        for kind, held, kept in missed(page.required, page.text, found):
            lost[f"{renderer} {kind} required"] += held
            lost[f"{renderer} {kind} required_lost"] += held and not kept
        for text, way in ((found, "lost"), (read, "unread"), (alone, "alone_lost")):
            for kind, held, kept in missed(page.wanted, page.text, text):
                lost[f"{renderer} {kind} held"] += held and way == "lost"
                lost[f"{renderer} {kind} {way}"] += held and not kept
    return seconds


def article_of(dump: str) -> Article | None:
    """Return the article that a dump is read as; None for one that is refused."""
    try:
        return read_text(dump)
    except InputError:
        return None


def text_of(article: Article) -> str:
    """Return the paragraphs and subheads of an article, one a line."""
    view = body_view(article)
    wanted = (part for part in view.paragraphs if part.role in ("body", "subhead"))
    return "\n".join(view.text[part.start : part.end] for part in wanted)


def missed(wanted: str, dump: str, found: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield (sentences or quotations, whether the dump holds it, whether the body has it).

    >>> list(missed("They met in Oslo on Monday.", "Menu. They met in Oslo on Monday.", "Menu."))
    [('sentences', True, False)]
    """
    there, kept = _runs(dump), _runs(found)
    for sentence in _SENTENCE.split(wanted):
        runs = _runs(sentence)
        if len(runs) >= 2:
            yield "sentences", _inside(runs, there, 0.9), _inside(runs, kept, 0.5)
    for match in _QUOTATION.finditer(wanted):
        runs = _runs(match[1] or match[2])
        if runs:
            yield "quotations", _inside(runs, there, 0.9), _inside(runs, kept, 0.5)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def _inside(runs: set[tuple[str, ...]], other: set[tuple[str, ...]], least: float) -> bool:
    return len(runs & other) >= least * len(runs)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def host_of(url: str) -> str:
    """Return the host of an address without `www`, to tell outlets apart."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
