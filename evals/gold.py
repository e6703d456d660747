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


def sha256(paths: Iterable[Path]) -> str:
    """Return one hash over the bytes of all files, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()
