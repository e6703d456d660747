"""Make the picture of the README: what `detente record` prints, as an SVG that loads nothing.

python tools/picture.py --db detente-demo.db docs/images/record.svg
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

WIDTH = 96
PAPER = TerminalTheme(
    (251, 250, 247),
    (28, 28, 28),
    [(28, 28, 28), (160, 50, 40), (60, 110, 60), (150, 110, 0), (35, 85, 140), (110, 70, 130),
     (40, 110, 120), (110, 108, 102)],
)  # fmt: skip
"""Ink on off-white: the colours of the workbench."""


def main() -> None:
    """Write the first lines of the record as a picture."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("--db", required=True)
    parser.add_argument("--lines", type=int, default=46)
    options = parser.parse_args()
    command = [
        str(Path(sys.executable).with_name("detente")),
        "record",
        "USA",
        "RUS",
        "--db",
        options.db,
    ]
    environment = os.environ | {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    printed = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout
    lines = printed.splitlines()[: options.lines]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text.from_ansi("\n".join(lines)))
        svg = console.export_svg(title="detente record USA RUS", theme=PAPER)
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S).replace("Fira Code, ", "")
    options.target.parent.mkdir(parents=True, exist_ok=True)
    options.target.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
