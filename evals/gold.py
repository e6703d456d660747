"""Reading gold: one JSON object a line, plain or xz, and the hash that pins a floor to it."""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def rows(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield the JSON object of every line of every file, in order."""
    for path in paths:
        opener = lzma.open if path.suffix == ".xz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield json.loads(line)


def files(paths: Iterable[Path]) -> list[Path]:
    """Return gold files; a folder stands for its JSON files, or else for those of its first pass."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.glob("*.json")) or sorted((path / "pass1").glob("*.json"))
        found.extend(inside if path.is_dir() else [path])
    return found


def sha256(paths: Iterable[Path]) -> str:
    """Return one hash over the bytes of all files, in the order given; a folder's by their names."""
    digest = hashlib.sha256()
    for path in files(paths):
        digest.update(path.read_bytes())
    return digest.hexdigest()
