"""Pinned floors: today's figures, below which quality must not fall unnoticed.

`floors.json` holds, for each task, the gold file it was measured on (below the gold folder), the
file's sha256 and the lowest figure allowed for each metric. A file whose hash differs is another
gold, so its floor does not apply. A floor rises with `floors --raise`; it is lowered only with the
explicit flag `--lower TASK`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 0.002
"""A float metric may differ this much (in fractions; 100 times it in percent) between machines."""


@dataclass(frozen=True, slots=True)
class Floor:
    """What one task must reach on one gold."""

    task: str
    gold: tuple[str, ...]
    sha256: str
    metrics: dict[str, float]

    def paths(self, folder: Path) -> list[Path]:
        """Return the gold files below a folder; files of the repository's own gold are found first."""
        here = Path(__file__).parent
        return [here / name if (here / name).exists() else folder / name for name in self.gold]


def load(path: Path = FLOORS) -> list[Floor]:
    """Return the floors of a file."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return [
        Floor(item["task"], tuple(item["gold"]), item["sha256"], dict(item["metrics"])) for item in data
    ]


def save(floors: list[Floor], path: Path = FLOORS) -> None:
    """Write floors in order of task and gold, one metric a line, so that a change shows in a diff."""
    data = [
        {"task": f.task, "gold": list(f.gold), "sha256": f.sha256, "metrics": f.metrics}
        for f in sorted(floors, key=lambda f: (f.task, f.gold))
    ]
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def below(floor: Floor, result: dict[str, object]) -> list[str]:
    """Return one sentence for each metric of a result that lies under its floor.

    >>> below(Floor("names", (), "", {"f1": 0.7}), {"f1": 0.65})
    ['names: f1 is 0.65, its floor is 0.7']
    """
    problems = []
    for name, least in floor.metrics.items():
        value = result.get(name)
        slack = TOLERANCE * (100 if least > 1 else 1)
        if not isinstance(value, (int, float)) or value < least - slack:
            problems.append(f"{floor.task}: {name} is {value}, its floor is {least}")
    return problems


def raised(floor: Floor, result: dict[str, object], *, lower: bool = False) -> Floor:
    """Return the floor at the result's figures where those are higher; lower ones only if asked."""
    metrics = {}
    for name, least in floor.metrics.items():
        value = result.get(name)
        new = round(float(value), 4) if isinstance(value, (int, float)) else least
        metrics[name] = new if lower else max(least, new)
    return Floor(floor.task, floor.gold, floor.sha256, metrics)
