"""Learn the table of cues and the model that decides between readings from articles with attributions.

    uv run --with scikit-learn python tools/learn_cues.py GOLD [--write] [--folds N]

GOLD is the training half of PolNeAR as JSON lines (`id, text, attrs`). Only counts, lemmas and weights
are written (`cues.tsv`, `cue_model.npz`), never a sentence. Nouns that speak (`cue_speakers.tsv`) are
printed for review and not written. Folds are by article; the figures printed are of held-out articles.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from evals import gold

from detente.annotate import annotate_many
from detente.document import Parse, View
from detente.extract.statements.candidate import Candidate
from detente.extract.statements.features import features
from detente.extract.statements.frames import candidates
from detente.extract.statements.tree import Tree, tree_of
from detente.knowledge.cues import Cue
from detente.read import body_view, read_text

DATA = Path(__file__).parents[1] / "src" / "detente" / "knowledge" / "data"
ENOUGH = 0.8
MIN_HELD, MIN_SHARE, MIN_FEATURE = 2, 0.15, 4
STRENGTH, SMALLEST, THRESHOLD = 0.15, 0.02, 0.35
HEADER = """\
# Cue lemmas by frame: lemma, frame, how often it was seen, how often that reported words or a stand.
# Counted by tools/learn_cues.py on the training half of PolNeAR (Newell, Margolin, Ruths: An
# Attribution Relations Corpus for Political News, LREC 2018; MIT by its package), no text of it kept.
# Frames: that, bare, wh = kinds of clause; inv = content first; inf = infinitive; obj = object;
# prep:X = after a preposition; pass: = passive; noun:X = what follows a noun; according. Reviewed.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate of one article with what the gold says of it."""

    article: int
    cand: Candidate
    names: list[str]
    best: float
    holds: bool


def main() -> None:
    """Learn, report, and write the tables where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    rows = list(gold.rows([args.gold]))
    trees = [tree_of(parse) for parse in parsed(rows)]
    table = cue_table(examples(rows, trees, None))
    learnt = examples(rows, trees, table)
    print(f"{len(table)} cues, {len(learnt)} candidates, {sum(e.holds for e in learnt)} hold")
    cross_validate(learnt, args.folds)
    print("nouns that speak:", *(f"{n}:{h}/{s}" for n, s, h in speakers(rows, trees)[:400]))
    if args.write:
        write_table(table)
        write_model(learnt)


def parsed(rows: Iterable[dict[str, Any]]) -> Iterable[Parse]:
    """Yield each row's parse, as the product makes it."""

    def pairs() -> Iterable[tuple[Any, View]]:
        for row in rows:
            article = read_text(row["text"])
            yield article, body_view(article)

    return annotate_many(pairs())


def examples(
    rows: Sequence[dict[str, Any]], trees: Sequence[Tree], table: dict[tuple[str, str], Cue] | None
) -> list[Example]:
    """Return every candidate of every article with its features and whether the gold has it."""
    out: list[Example] = []
    for number, (row, tree) in enumerate(zip(rows, trees, strict=True)):
        text = row["text"]
        wanted = [_letters(text, *piece) for piece in _pieces(text, row["attrs"])]
        for cand in candidates(tree, table):
            if table is not None and cand.speaker < 0:
                continue
            shares = []
            for a, b in cand.spans:
                start, end = tree.parse.view.to_raw(tree.start[a], tree.end[b - 1])
                got = _letters(text, start, end)
                shares.append(
                    max((len(got & w) / len(got | w) for w in wanted if got & w), default=0.0)
                )
            best, worst = max(shares), min(shares)
            names = [name for group in features(tree, cand) for name in group]
            out.append(Example(number, cand, names, best, worst >= ENOUGH))
    return out


def cue_table(found: Iterable[Example]) -> dict[tuple[str, str], Cue]:
    """Return the cues that held often enough; each cue counts once, by its best reading."""
    best: dict[tuple[int, int, str, str], float] = {}
    for item in found:
        cand = item.cand
        frame = cand.frame.split("/")[0].rstrip("+<?")
        key = (item.article, cand.cue, cand.key, frame)
        best[key] = max(best.get(key, 0.0), item.best)
    seen: Counter[tuple[str, str]] = Counter()
    held: Counter[tuple[str, str]] = Counter()
    for (_, _, key, frame), share in best.items():
        seen[key, frame] += 1
        held[key, frame] += share >= ENOUGH
    return {
        (key, frame): Cue(key, frame, count, held[key, frame])
        for (key, frame), count in sorted(seen.items())
        if held[key, frame] >= MIN_HELD
        and held[key, frame] / count >= MIN_SHARE
        and re.fullmatch(r"[a-z-]+( [a-z]+)?", key)
        and not key.startswith("in ")
    }


def fit(found: Sequence[Example]) -> tuple[Any, Any]:
    """Return the vectorizer and the logistic model of these candidates."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = CountVectorizer(analyzer=_unique, min_df=MIN_FEATURE, binary=True)
    matrix = vectorizer.fit_transform([item.names for item in found])
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    return vectorizer, model.fit(matrix, np.array([item.holds for item in found]))


def cross_validate(found: Sequence[Example], folds: int) -> None:
    """Print precision and recall of the best reading of each cue on held-out articles."""
    taken = right = total = 0
    for fold in range(folds):
        train = [item for item in found if item.article % folds != fold]
        test = [item for item in found if item.article % folds == fold]
        vectorizer, model = fit(train)
        chances = model.predict_proba(vectorizer.transform([item.names for item in test]))[:, 1]
        best: dict[tuple[int, int], tuple[float, bool]] = {}
        could: set[tuple[int, int]] = set()
        for item, chance in zip(test, chances, strict=True):
            key = (item.article, item.cand.cue)
            if item.holds:
                could.add(key)
            if chance >= THRESHOLD and chance > best.get(key, (0.0, False))[0]:
                best[key] = (float(chance), item.holds)
        taken += len(best)
        right += sum(holds for _, holds in best.values())
        total += len(could)
    print(f"{folds} folds: precision {right / taken:.3f}, recall of reachable cues {right / total:.3f}")


def speakers(rows: Sequence[dict[str, Any]], trees: Sequence[Tree]) -> list[tuple[str, int, int]]:
    """Return common nouns that stand as subject, agent or owner: noun, times seen, times a source."""
    seen: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for row, tree in zip(rows, trees, strict=True):
        heads: set[int] = set()
        for start, end in (span for attr in row["attrs"] for span in attr["source"]):
            inside = [
                i
                for i in range(len(tree))
                if start <= tree.parse.view.to_raw(tree.start[i], tree.end[i])[0] < end
            ]
            heads.update(i for i in inside if tree.head[i] not in inside or tree.head[i] == i)
        for i in range(len(tree)):
            if tree.tag[i] in ("NN", "NNS") and tree.dep[i] in ("nsubj", "poss", "nsubjpass"):
                seen[tree.lemma[i]] += 1
                held[tree.lemma[i]] += i in heads
    return [
        (noun, count, held[noun])
        for noun, count in seen.most_common()
        if count >= 3 and held[noun] / count >= MIN_SHARE
    ]


def write_table(table: dict[tuple[str, str], Cue]) -> None:
    """Write `cues.tsv`."""
    lines = (f"{cue.lemma}\t{cue.frame}\t{cue.seen}\t{cue.held}\n" for cue in table.values())
    (DATA / "cues.tsv").write_text(HEADER + "".join(lines), "utf-8")


def write_model(found: Sequence[Example]) -> None:
    """Write `cue_model.npz`: names as UTF-8 lines, weights in half precision, the threshold."""
    vectorizer, model = fit(found)
    names = vectorizer.get_feature_names_out()
    weights = model.coef_[0].copy()
    weights[list(names).index("bias")] += model.intercept_[0]
    keep = np.abs(weights) > SMALLEST
    np.savez_compressed(
        DATA / "cue_model.npz",
        names=np.frombuffer("\n".join(names[keep]).encode(), dtype=np.uint8),
        weights=weights[keep].astype(np.float16),
        threshold=np.float32(THRESHOLD),
    )


def _unique(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _letters(text: str, start: int, end: int) -> frozenset[int]:
    if that := re.match(r"[\s,]*that\s+", text[start:end]):
        start += that.end()
    return frozenset(i for i in range(start, min(end, len(text))) if text[i].isalnum())


def _pieces(text: str, attrs: Iterable[dict[str, Any]]) -> Iterable[tuple[int, int]]:
    for attr in attrs:
        for start, end in attr["content"]:
            for line in re.finditer(r"[^\n]+", text[start:end]):
                yield start + line.start(), start + line.end()


if __name__ == "__main__":
    main()
