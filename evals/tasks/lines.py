"""`lines`: how well the article is found in a plain-text dump of its page.

Every page of an HTML gold is rendered to text (`evals.dumps`), read as a text, and its body compared
with the gold's. Beside F1 over runs of four words there are two counts of what a reader of the text
would miss: sentences and quotations of the gold that the dump holds and the body does not.
"""

from __future__ import annotations

import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from detente.errors import InputError
from detente.read import body_view, read_text
from detente.read.memory import LineMemory, line_keys, remembered
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

    A row has `html`, and its body as `body` (text or paragraphs), `text` or `main_content`. Keys:
    `full_f1`, `main_f1`, `markdown_f1` (and `_precision`, `_recall`), `sentences_lost` and
    `quotations_lost` over all dumps, the same by renderer, `kept_all_full_f1` (the dump as it is), and
    `full_memory_f1` and its like: pages of outlets with three or more in the files, each read with the
    memory of the outlet's other pages, beside `full_alone_f1`, the same pages without.
    """
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    lost: Counter[str] = Counter()
    pages: dict[tuple[str, str], list[tuple[str, str, Article]]] = defaultdict(list)
    seconds = 0.0
    rows = 0
    for row in gold.rows(paths):
        rows += 1
        wanted = gold_of(row)
        host = host_of(row.get("url") or row.get("link") or "")
        for renderer in RENDERERS:
            dump = render(row["html"], renderer)
            began = time.process_time()
            article = article_of(dump)
            found = text_of(article) if article else ""
            seconds += time.process_time() - began
            scores[renderer].append(overlap(wanted, found))
            scores[f"kept_all_{renderer}"].append(overlap(wanted, dump))
            for kind, held, kept in missed(wanted, dump, found):
                lost[f"{renderer} {kind} held"] += held
                lost[f"{renderer} {kind} lost"] += held and not kept
            if article:
                pages[renderer, host].append((wanted, dump, article))
    remember(pages, scores, lost)
    figures: dict[str, object] = {"n": rows}
    for name, pairs in scores.items():
        f1, precision, recall = mean_f1(pairs)
        figures[f"{name}_f1"] = f1
        if not name.startswith("kept_all"):
            figures |= {f"{name}_precision": precision, f"{name}_recall": recall}
    for kind in ("sentences", "quotations"):
        read = lost[f"memory {kind} held"]
        figures[f"memory_{kind}_lost"] = _share(lost[f"memory {kind} lost"], read)
        held = {name: lost[f"{name} {kind} held"] for name in RENDERERS}
        gone = {name: lost[f"{name} {kind} lost"] for name in RENDERERS}
        figures[f"{kind}_lost"] = _share(sum(gone.values()), sum(held.values()))
        figures |= {f"{name}_{kind}_lost": _share(gone[name], held[name]) for name in RENDERERS}
        figures[f"{kind}_n"] = sum(held.values())
    figures["dumps_per_s"] = round(rows * len(RENDERERS) / seconds, 1) if seconds else 0.0
    return figures


def remember(
    pages: dict[tuple[str, str], list[tuple[str, str, Article]]],
    scores: dict[str, list[tuple[float, float]]],
    lost: Counter[str],
) -> None:
    """Score again the pages of outlets with three or more, each with the memory of the others."""
    for (renderer, _), found in pages.items():
        if len(found) < 3:
            continue
        keys = [line_keys(article) for _, _, article in found]
        seen = Counter(key for own in keys for key in own)
        for (wanted, dump, article), own in zip(found, keys, strict=True):
            others = {key: times - (key in own) for key, times in seen.items()}
            text = text_of(remembered(article, LineMemory(len(found) - 1, others)))
            scores[f"{renderer}_memory"].append(overlap(wanted, text))
            scores[f"{renderer}_alone"].append(overlap(wanted, text_of(article)))
            for kind, held, kept in missed(wanted, dump, text):
                lost[f"memory {kind} held"] += held
                lost[f"memory {kind} lost"] += held and not kept


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
