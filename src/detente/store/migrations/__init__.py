"""Numbered steps from an empty database to the tables of today, as SQL files beside this module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_MARK = "--: "


@dataclass(frozen=True, slots=True)
class Migration:
    """One step."""

    number: int
    """From 1, without a gap."""
    name: str
    """Name of the file without its ending."""
    text: str
    """The SQL as it lies in the file."""

    def statements(self, dialect: str) -> Iterator[str]:
        """Yield the statements for a database, "sqlite" or "postgresql", in order.

        >>> step = Migration(1, "x", "A;\\n--: sqlite\\nB;\\n--: all\\nC WITHOUT ROWID;")
        >>> list(step.statements("sqlite")), list(step.statements("postgresql"))
        (['A', 'B', 'C WITHOUT ROWID'], ['A', 'C'])
        """
        wanted = True
        lines: list[str] = []
        for line in self.text.splitlines():
            if line.startswith(_MARK):
                wanted = line.removeprefix(_MARK).strip() in ("all", dialect)
            elif wanted and line.strip() and not line.startswith("--"):
                lines.append(line)
                if line.endswith(";"):
                    statement = "\n".join(lines).removesuffix(";")
                    lines = []
                    yield statement if dialect == "sqlite" else statement.replace(" WITHOUT ROWID", "")


@lru_cache(maxsize=1)
def migrations() -> tuple[Migration, ...]:
    """Return every migration in order of its number."""
    found = sorted(
        (entry for entry in files(__name__).iterdir() if entry.name.endswith(".sql")),
        key=lambda entry: entry.name,
    )
    return tuple(
        Migration(int(entry.name[:4]), entry.name.removesuffix(".sql"), entry.read_text("utf-8"))
        for entry in found
    )


def newest() -> int:
    """Return the number of the last migration, which is the schema this program writes."""
    return migrations()[-1].number
