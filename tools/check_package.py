"""Build the wheel, install it alone into an empty environment, and let it read an article there.

A source tree hides a missing file or dependency of the package; an empty environment does not. The
dependencies are those that uv.lock pins, with their hashes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = ROOT / ".venv" / "bin" / "uv"

PAGE = """Ministers meet in Vienna

By Ada Example

March 4, 2013

Russian Foreign Minister Sergei Lavrov met U.S. Secretary of State John Kerry in Vienna on Monday.

"The talks were useful," said Ada Sample, an analyst at the Example Institute.
"""


def run(*command: str | Path, **options: object) -> str:
    """Return what a command prints; its failure is ours."""
    done = subprocess.run([str(part) for part in command], text=True, capture_output=True, **options)  # type: ignore[call-overload]
    if done.returncode:
        sys.exit(
            f"{' '.join(map(str, command))} failed ({done.returncode}):\n{done.stdout}{done.stderr}"
        )
    return str(done.stdout)


def main() -> None:
    """Exit with a message when the wheel does not work by itself."""
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        run(UV, "build", "--quiet", "--wheel", "--out-dir", there / "dist", cwd=ROOT)
        wheel = next((there / "dist").glob("*.whl"))
        pinned = run(UV, "export", "--quiet", "--locked", "--no-dev", "--no-emit-project", cwd=ROOT)
        (there / "requirements.txt").write_text(pinned, encoding="utf-8")
        environment = {
            k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))
        }
        python = there / "venv" / "bin" / "python"
        run(UV, "venv", "--quiet", "--python", sys.executable, there / "venv")
        install = (UV, "pip", "install", "--quiet", "--python", python)
        run(*install, "--require-hashes", "-r", there / "requirements.txt", cwd=ROOT, env=environment)
        run(*install, "--no-deps", wheel, cwd=there, env=environment)
        (there / "page.txt").write_text(PAGE, encoding="utf-8")
        detente = there / "venv" / "bin" / "detente"
        version = run(detente, "--version", cwd=there, env=environment).strip()
        row = json.loads(run(detente, "read", "page.txt", "--json", cwd=there, env=environment))
        names = {p["name"] for meeting in row["meetings"] for p in meeting["participants"]}
        speakers = {statement["speaker"]["name"] for statement in row["statements"]}
        if len(names) != 2 or "Ada Sample" not in speakers:
            sys.exit(f"the installed wheel read the page wrongly: met {names}, spoke {speakers}")
        size = wheel.stat().st_size
        print(f"{wheel.name} ({size / 1e6:.1f} MB) works in an empty environment: {version}")
        shutil.rmtree(there / "venv")


if __name__ == "__main__":
    main()
