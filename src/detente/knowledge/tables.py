"""Data files of this room become rows: tab-separated text with a header line.

Lines that begin with `#` are comments and empty lines are skipped. A cell holds one value, or several
parted by `;`.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

from detente.errors import RegistryError

if TYPE_CHECKING:
    import numpy as np


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a file in `knowledge/data` as dicts of column to cell.

    >>> next(rows("states.tsv"))["name"]
    'Afghanistan'

    Raises RegistryError when a line has another number of cells than the header.
    """
    path = resources.files("detente.knowledge") / "data" / name
    head: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not head:
            head = cells
            continue
        if len(cells) != len(head):
            raise RegistryError(
                f"{name} line {number}: {len(cells)} cells, {len(head)} expected ({', '.join(head)})",
                "part the cells by single tabs",
            )
        yield dict(zip(head, cells, strict=True))


def several(cell: str) -> tuple[str, ...]:
    """Return the values of a cell.

    >>> several("Kiev;Kyiv"), several("")
    (('Kiev', 'Kyiv'), ())
    """
    return tuple(value.strip() for value in cell.split(";") if value.strip())


def weights(name: str) -> dict[str, np.ndarray]:
    """Return the arrays of a trained model by name; each model has its card (`.md`) beside it."""
    import numpy as np

    path = resources.files("detente.knowledge") / "data" / name
    with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
        return {key: data[key] for key in data.files}
