"""Files of office holders become a layer over the registry: `read_layer(path, "csv")`.

`terms` says what a file gives, `tables`, `entities` and `documents` read the formats, `assembling`
finds out who and which office is meant. A file that is wrong in one place gives nothing, unless told to
keep going.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

from detente.errors import RegistryError, UnreadableInput
from detente.knowledge.registry import Registry
from detente.knowledge.registry_import.assembling import Imported, assemble
from detente.knowledge.registry_import.documents import congress, pocom, pocom_folder, popolo
from detente.knowledge.registry_import.entities import ftm, wikidata
from detente.knowledge.registry_import.tables import OWN_COLUMNS, holders_csv, own_csv, query_csv
from detente.knowledge.registry_import.terms import Fault, Item, RawTerm
from detente.knowledge.state_codes import code_of

__all__ = ["FORMATS", "OWN_COLUMNS", "Fault", "Imported", "RawTerm", "assemble", "read_layer"]

_Reader = Callable[[BinaryIO, str], Iterable[Item]]


def _wikidata(file: BinaryIO, name: str) -> Iterable[Item]:
    return query_csv(file, name) if Path(name).suffix.lower() == ".csv" else wikidata(file, name)


FORMATS: Mapping[str, _Reader] = {
    "csv": own_csv,
    "holders-csv": holders_csv,
    "wikidata": _wikidata,
    "ftm": ftm,
    "pocom": pocom,
    "congress": congress,
    "popolo": popolo,
}
"""How each format is read."""
_REPEATING = ("ftm", "wikidata", "pocom", "holders-csv")
"""Formats that tell one term twice as a matter of course."""


def read_layer(
    path: Path, format: str, base: Registry, *, state: str = "", keep_going: bool = False
) -> Imported:
    """Return what a file adds to a registry.

    `state` is the state of offices for which the file gives none. Raises UnreadableInput for what
    cannot be opened, and RegistryError, with line and reason, for an unknown format, for what is wrong
    in the file, and for a file that is too large to be a registry.
    """
    name = str(path)
    if format not in FORMATS:
        raise RegistryError(f"no format {format!r}", f"formats are {', '.join(FORMATS)}")
    if state and code_of(state) is None:
        raise RegistryError(f"no state {state!r}", "write its name or its ISO code, such as RUS")
    repeats = format in _REPEATING
    try:
        if path.is_dir():
            if format != "pocom":
                raise UnreadableInput(f"{name}: it is a folder", "name a file")
            items: Iterable[Item] = pocom_folder(path)
            return assemble(items, base, name, state=state, keep_going=keep_going, repeats=repeats)
        with path.open("rb") as file:
            items = FORMATS[format](file, name)
            return assemble(items, base, name, state=state, keep_going=keep_going, repeats=repeats)
    except OSError as error:
        told = errno.errorcode.get(error.errno or 0, "")
        raise UnreadableInput(f"{name}: {error.strerror or told}", "is the path right?") from error
