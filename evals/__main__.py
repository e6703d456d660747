"""Score the product against gold.

    python -m evals TASK --gold FILE [FILE ...] [--json]    one task; the last line is a JSON object
    python -m evals TASK --gold FOLDER -v                   each row that was missed, by article
    python -m evals check --gold FOLDER                     every pinned floor whose gold is present
    python -m evals raise --gold FOLDER [--lower TASK]      move the floors to today's figures

A task is a module of `evals.tasks`. Exit code 0; 1 when a figure lies under its floor; 2 for usage.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
import time
from pathlib import Path

from evals import floors, gold, tasks

_UNTOLD = frozenset(("gold_sha256", "missed", "wrong"))
"""What `check` does not print: the rows that were missed, some of which nobody is to tune for."""


def task_names() -> list[str]:
    """Return the names of all tasks."""
    return sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(tasks.__path__))


def score(task: str, paths: list[Path]) -> dict[str, object]:
    """Return a task's figures on gold files, with `task`, `n`, `gold_sha256` and `seconds`."""
    module = importlib.import_module(f"evals.tasks.{task.replace('-', '_')}")
    paths = gold.files(paths)
    began = time.perf_counter()
    figures = module.run(paths)
    seconds = round(time.perf_counter() - began, 2)
    return {"task": task, **figures, "gold_sha256": gold.sha256(paths), "seconds": seconds}


def check(folder: Path) -> int:
    """Score every floor whose gold is present; say which were skipped; return the exit code."""
    problems: list[str] = []
    measured = 0
    for floor in floors.load():
        paths = floor.paths(folder)
        missing = [path for path in paths if not path.exists()]
        if missing:
            print(f"skipped {floor.task}: no {missing[0].name} below {folder}")
            continue
        if gold.sha256(paths) != floor.sha256:
            print(f"skipped {floor.task}: {paths[0].name} is not the gold its floor was measured on")
            continue
        result = score(floor.task, paths)
        measured += 1
        problems += below if (below := floors.below(floor, result)) else []
        print(json.dumps({k: v for k, v in result.items() if k not in _UNTOLD}))
    for problem in problems:
        print(f"under its floor: {problem}", file=sys.stderr)
    print(f"{measured} floors measured, {len(problems)} figures under them")
    return 1 if problems else 0


def move(folder: Path, lower: str | None) -> int:
    """Move each floor up to today's figures, and one task's down when asked."""
    moved = []
    for floor in floors.load():
        paths = floor.paths(folder)
        if all(path.exists() for path in paths):
            pinned = floors.Floor(floor.task, floor.gold, gold.sha256(paths), floor.metrics)
            result = score(floor.task, paths)
            print(json.dumps(result))
            floor = floors.raised(pinned, result, lower=lower == floor.task)
        moved.append(floor)
    floors.save(moved)
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__.split("\n")[0])
    parser.add_argument("task", choices=[*task_names(), "check", "raise"])
    parser.add_argument("--gold", nargs="+", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="print nothing but the JSON object")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed")
    parser.add_argument("--lower", help="with raise: the one task whose floors may fall")
    options = parser.parse_args(arguments)
    if options.task == "check":
        return check(options.gold[0])
    if options.task == "raise":
        return move(options.gold[0], options.lower)
    absent = [str(path) for path in options.gold if not path.exists()]
    if absent:
        print(f"evals {options.task}: no gold at {', '.join(absent)}", file=sys.stderr)
        return 2
    result = score(options.task, gold.files(options.gold))
    missed = result.get("missed")
    if options.verbose and isinstance(missed, list):
        print(*missed, sep="\n")
    if not options.json:
        for name, value in result.items():
            if name != "missed":
                print(f"{name:>27}  {value}")
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
