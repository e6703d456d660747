"""Install Debian's Chromium for the browser tests, where it is missing and may be installed.

    python tools/install_chromium.py

Only root on a system with `apt-get` installs anything. Whatever comes of it, one line says so and the
exit code is 0: without a browser those tests are skipped, and everything else is tested.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""What the programs are called, in the order in which they are tried."""
_SECONDS = 600

Run = Callable[[Sequence[str]], str]
"""Runs a command; returns why it failed, or nothing."""


def chromium() -> str | None:
    """Return the path of a Chromium: `DETENTE_CHROMIUM` where it is set, else what is on the path."""
    if named := os.environ.get("DETENTE_CHROMIUM"):
        return shutil.which(named)
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None)


def run(command: Sequence[str]) -> str:
    """Run a command; return the last line of what it said when it failed, or nothing."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, env=env, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return ""
    said = (done.stderr or done.stdout).strip().splitlines()
    return said[-1] if said else f"exit code {done.returncode}"


def install(run: Run = run, *, root: bool, apt: bool) -> str:
    """Install Chromium where it is missing; return the line that says what came of it."""
    if path := chromium():
        return f"chromium: {path}"
    skipped = "the browser tests will be skipped"
    if named := os.environ.get("DETENTE_CHROMIUM"):
        return f"chromium: DETENTE_CHROMIUM names {named!r}, which is no program; {skipped}"
    if not apt:
        return f"chromium: not found, and there is no apt-get here; {skipped}"
    if not root:
        return f"chromium: not found; `apt-get install chromium` as root installs it; {skipped}"
    failed = run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])
    if failed:
        failed = run(["apt-get", "update", "-qq"]) or run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        )
    path = chromium()
    if failed or not path:
        return f"chromium: could not be installed ({failed or 'nothing came'}); {skipped}"
    return f"chromium: installed, {path}"


if __name__ == "__main__":
    print(install(root=os.geteuid() == 0, apt=shutil.which("apt-get") is not None))
