"""Train the models that give every line of a page a second look, from HTML pages with known bodies.

    uv run --with scikit-learn python tools/train_lines.py text|html --gold FILE ... [--pseudo FILE ...]
        --apart FILE ... [--write]

Every page of `--gold` is rendered as in `evals.dumps` (text) or read as HTML, ruled by the rules of
`detente.read`, and its lines aligned with the gold's body. Pages of `--pseudo` have no gold: of these,
English ones are used on which Trafilatura and Readability agree (F1 of four-word runs over .93).
Outlets of the files given as `--apart` are left out of the training; the figures printed are on these
files. Only weights of hashed words and thresholds of trees are written.

Words are scored first, out of fold, by logistic regression; boosted trees (scikit-learn's histogram
gradient boosting) then see that score, the shape of the line and of its neighbours, and the rules.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import scipy.sparse as sparse
from evals import gold
from evals.dumps import RENDERERS, render
from evals.metrics.shingles import mean_f1, overlap
from evals.tasks.body import gold_of
from evals.tasks.lines import host_of, missed
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from detente.errors import InputError
from detente.read.body import extracted, kept
from detente.read.html import ruled_page
from detente.read.language import language_of
from detente.read.lines import ruled
from detente.read.render import Block
from detente.read.signs import HASHED, in_context, signs_of
from detente.read.text import ruled_text

DATA = Path(__file__).parents[1] / "src" / "detente" / "read" / "data"
FOLDS = 3


@dataclass(slots=True)
class Case:
    """One rendering of one page, with the labels its gold gives."""

    key: str
    host: str
    kind: str
    texts: list[str]
    own: Any
    words: list[list[int]]
    more: Any
    label: Any
    size: Any
    lexical: Any = None

    def columns(self) -> Any:
        return in_context(self.own, self.lexical, self.more)


def cases(form: str, paths: list[Path], *, pseudo: bool = False) -> Iterator[Case]:
    """Yield every rendering of every page of the files."""
    for row in gold.rows(paths):
        body = agreed(row["html"]) if pseudo else gold_of(row)
        if not body:
            continue
        key = str(row.get("id") or row["url"])
        host = host_of(row.get("url") or row.get("link") or "")
        for kind in RENDERERS if form == "text" else ("html",):
            try:
                if form == "text":
                    page, top = ruled_text(render(row["html"], kind), "page")
                    title, headline, more = top.title, top.words, ruled(page)
                else:
                    page, title, headline, more = ruled_page(row["html"], "page")
            except InputError:
                continue
            if len(page.rows) < 3:
                continue
            texts = [line.text for line in page.rows]
            signs = signs_of(page.rows, title, headline)
            label = np.array(kept([Block(text, "p", "", 0) for text in texts], body))
            size = np.array([line.words for line in page.rows])
            yield Case(key, host, kind, texts, signs.own, signs.words, more, label, size)


def agreed(markup: str) -> str:
    """Return the body of an English page on which two extractors agree; "" for others."""
    from lxml import html
    from readability import Document

    logging.disable(logging.CRITICAL)
    main = extracted(markup, news=True)
    if len(main.split()) < 150 or language_of(main) != "en":
        return ""
    try:
        other = html.fromstring(Document(markup).summary()).text_content()
    except Exception:  # noqa: BLE001 (any page that breaks it is left out)
        return ""
    precision, recall = overlap(main, other)
    return main if precision + recall and 2 * precision * recall / (precision + recall) > 0.93 else ""


def matrix(chosen: list[Case]) -> Any:
    """Return the hashed words of all lines as a sparse matrix."""
    rows, columns, at = [], [], 0
    for case in chosen:
        for words in case.words:
            rows += [at] * len(words)
            columns += words
            at += 1
    ones = np.ones(len(rows), dtype=np.float32)
    return sparse.csr_matrix((ones, (rows, columns)), shape=(at, HASHED))


def weight(size: Any) -> Any:
    return np.clip(size, 3, 60) ** 0.8


def words_model(chosen: list[Case]) -> Any:
    label = np.concatenate([case.label for case in chosen])
    sizes = weight(np.concatenate([case.size for case in chosen]))
    model = LogisticRegression(C=0.1, max_iter=60, solver="liblinear", tol=1e-3)
    return model.fit(matrix(chosen), label, sample_weight=sizes)


def train(learn: list[Case]) -> tuple[Any, Any]:
    """Return the model of words and the trees; the trees see scores of words out of fold only."""
    fold = {host: crc32(host.encode()) % FOLDS for host in {case.host for case in learn}}
    for number in range(FOLDS):
        model = words_model([case for case in learn if fold[case.host] != number])
        for case in learn:
            if fold[case.host] == number:
                case.lexical = model.decision_function(matrix([case])).astype(np.float32)
    columns, label, sizes = [], [], []
    for case in learn:
        near = np.convolve(np.pad(case.label.astype(float), 3), np.ones(7), "valid") > 0
        hard = near | (case.size > 9) | (case.more[:, 0] > 0)
        draw = np.random.default_rng(len(case.texts)).random(len(case.texts)) < 0.25
        some = hard | draw  # the many easy lines of menus: one in four, with four times the weight
        columns.append(case.columns()[some])
        label.append(case.label[some])
        sizes.append(weight(case.size[some]) * np.where(hard, 1.0, 4.0)[some])
    trees = HistGradientBoostingClassifier(
        max_iter=250, learning_rate=0.07, max_leaf_nodes=24, min_samples_leaf=60,
        l2_regularization=2.0, max_features=0.5, random_state=0,
    )  # fmt: skip
    trees.fit(np.vstack(columns), np.concatenate(label), sample_weight=np.concatenate(sizes))
    return words_model(learn), trees


def arrays(model: Any, trees: Any) -> dict[str, Any]:
    """Return both models as the arrays that `detente.read.lines` reads."""
    grown = [made[0].nodes for made in trees._predictors]
    most = max(map(len, grown))
    held = {
        "feature": np.full((len(grown), most), -1, dtype=np.int16),
        "threshold": np.zeros((len(grown), most), dtype=np.float32),
        "left": np.zeros((len(grown), most), dtype=np.int16),
        "right": np.zeros((len(grown), most), dtype=np.int16),
        "value": np.zeros((len(grown), most), dtype=np.float32),
    }
    for number, nodes in enumerate(grown):
        n = len(nodes)
        leaf = nodes["is_leaf"].astype(bool)
        held["feature"][number, :n] = np.where(leaf, -1, nodes["feature_idx"])
        held["threshold"][number, :n] = np.where(leaf, 0, nodes["num_threshold"])
        held["left"][number, :n] = nodes["left"]
        held["right"][number, :n] = nodes["right"]
        held["value"][number, :n] = nodes["value"]
    held["words"] = model.coef_[0].astype(np.float16)
    held["bias"] = np.float32(model.intercept_[0])
    held["base"] = np.float32(trees._baseline_prediction.ravel()[0])
    held["depth"] = np.int16(max(int(nodes["depth"].max()) for nodes in grown) + 1)
    return held


def report(model: Any, trees: Any, path: Path, apart: list[Case]) -> None:
    """Print F1 and what is lost by threshold for each rendering of a file."""
    wanted = {str(row.get("id") or row["url"]): gold_of(row) for row in gold.rows([path])}
    for case in apart:
        case.lexical = model.decision_function(matrix([case])).astype(np.float32)
    for kind in dict.fromkeys(case.kind for case in apart):
        chosen = [case for case in apart if case.kind == kind]
        scores = [trees.predict_proba(case.columns())[:, 1] for case in chosen]
        for least in (0.1, 0.15, 0.2, 0.3, 0.5):
            found = [
                "\n".join(t for t, s in zip(case.texts, score, strict=True) if s >= least)
                for case, score in zip(chosen, scores, strict=True)
            ]
            f1, precision, recall = mean_f1(
                overlap(wanted[c.key], text) for c, text in zip(chosen, found, strict=True)
            )
            held = gone = 0
            for case, text in zip(chosen, found, strict=True):
                for name, there, here in missed(wanted[case.key], "\n".join(case.texts), text):
                    held += there and name == "sentences"
                    gone += there and name == "sentences" and not here
            print(
                f"{path.stem} {kind} {least}: F1 {f1:.3f} P {precision:.3f} R {recall:.3f}"
                f" sentences lost {gone / max(1, held):.4f}",
                flush=True,
            )


def main() -> None:
    """Train, report, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("form", choices=["text", "html"])
    parser.add_argument("--gold", nargs="+", type=Path, required=True)
    parser.add_argument("--pseudo", nargs="*", type=Path, default=[])
    parser.add_argument("--apart", nargs="*", type=Path, default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    apart = {path: list(cases(options.form, [path])) for path in options.apart}
    hosts = {case.host for found in apart.values() for case in found}
    learn = list(cases(options.form, options.gold))
    learn += cases(options.form, options.pseudo, pseudo=True)
    learn = [
        case
        for case in learn
        if case.host not in hosts
        and (case.kind in ("main", "html") or crc32(f"{case.key}{case.kind}".encode()) % 3)
    ]
    print(f"{len(learn)} renderings, {sum(len(case.texts) for case in learn)} lines", flush=True)
    model, trees = train(learn)
    for path, found in apart.items():
        report(model, trees, path, found)
    if options.write:
        DATA.mkdir(exist_ok=True)
        name = "line_model" if options.form == "text" else "block_model"
        np.savez_compressed(DATA / f"{name}.npz", **arrays(model, trees))
        print(f"{name}.npz: {(DATA / f'{name}.npz').stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
