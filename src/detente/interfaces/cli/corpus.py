"""Where the demo corpus lies: in the wheel, or in the checkout that this is run from."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from detente.errors import UnreadableInput


def demo_files() -> list[Path]:
    """Return the files of the demo corpus, sorted.

    Raises UnreadableInput when this installation came without it.
    """
    package = Path(str(files("detente")))
    places = [package / "examples" / "demo", package.parent.parent / "examples" / "demo"]
    return _files_in(places)


def _files_in(places: Sequence[Path]) -> list[Path]:
    for folder in places:
        found = sorted(path for path in folder.glob("*") if path.is_file())
        if found:
            return found
    raise UnreadableInput(
        f"the demo corpus is not at {' nor at '.join(map(str, places))}",
        "install detente from its wheel, or run it from a checkout",
    )
