"""Score the intake beside its peers on one HTML gold, in one run.

    python tools/peers_intake.py GOLD [--environment FOLDER] [--json]

Makes an environment of its own (trafilatura, readability-lxml, resiliparse, newspaper4k, and this
package), runs every extractor over the same pages there and prints F1, precision and recall over runs
of four words, pages a second of CPU, and pages that came out empty. No extractor may use the network:
newspaper4k would fetch pictures, so that is switched off.
"""

from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = (
    "trafilatura>=2.3,<3",
    "readability-lxml>=0.8.4",
    "resiliparse>=2.0",
    "newspaper4k>=0.9.3",
    "lxml_html_clean",
)
Extract = Callable[[str], str]


def main() -> int:
    """Set the environment up when called from outside it; score when called from inside."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--environment", type=Path, default=ROOT / ".venv" / "peers" / "intake")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return compare(options.gold, as_json=options.json)
    python = options.environment / "bin" / "python"
    stamp = options.environment / "ready"
    if not stamp.exists():
        venv.create(options.environment, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--upgrade", "pip"], check=True)
        subprocess.run([*pip, *PACKAGES, str(ROOT)], check=True)
        stamp.write_text("\n".join(PACKAGES), encoding="utf-8")
    more = ["--json"] if options.json else []
    command = [str(python), str(Path(__file__)), str(options.gold), "--inside", *more]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def extractors() -> dict[str, Extract]:
    """Return ours and the peers' as functions of a page; each fails as an empty text."""
    import trafilatura
    from evals.tasks.body import body_of
    from newspaper import Article, Config
    from readability import Document
    from resiliparse.extract.html2text import extract_plain_text

    config = Config()
    config.fetch_images = False
    config.language = "en"

    def newspaper(page: str) -> str:
        article = Article(url="https://example.org/", config=config)
        article.download(input_html=page)
        article.parse()
        return str(article.text)

    def readability(page: str) -> str:
        return str(extract_plain_text(Document(page).summary(), preserve_formatting=True))

    def precise(page: str) -> str:
        return trafilatura.extract(page, favor_precision=True, include_comments=False) or ""

    return {
        "detente": lambda page: body_of(page.encode("utf-8", "replace")),
        "trafilatura precision": precise,
        "trafilatura": lambda page: trafilatura.extract(page, include_comments=False) or "",
        "readability-lxml": readability,
        "newspaper4k": newspaper,
        "resiliparse": lambda page: str(extract_plain_text(page, main_content=True, alt_texts=False)),
    }


def compare(path: Path, *, as_json: bool) -> int:
    """Score every extractor on the pages of a file and print a table, the best F1 first."""
    sys.path.insert(0, str(ROOT))
    from evals import gold
    from evals.metrics.shingles import mean_f1, overlap
    from evals.tasks.body import gold_of

    logging.disable(logging.CRITICAL)
    pages = [(row["html"], gold_of(row)) for row in gold.rows([path])]
    results = []
    for name, extract in extractors().items():
        began = time.process_time()
        found = [safely(extract, page) for page, _ in pages]
        seconds = time.process_time() - began
        wanted = [body for _, body in pages]
        f1, precision, recall = mean_f1(overlap(w, f) for w, f in zip(wanted, found, strict=True))
        results.append(
            {
                "extractor": name,
                "f1": round(f1, 4),
                "precision": round(precision, 4),
                "recall": round(recall, 4),
                "pages_per_s": round(len(pages) / seconds, 1) if seconds else 0.0,
                "empty": sum(not text.strip() for text in found),
            }
        )
    results.sort(key=lambda result: -result["f1"])
    if not as_json:
        for result in results:
            print("  ".join(f"{key} {value}" for key, value in result.items()))
    print(json.dumps({"gold": path.name, "n": len(pages), "results": results}))
    return 0


def safely(extract: Extract, page: str) -> str:
    """Return what an extractor finds on a page; "" when it fails."""
    try:
        return extract(page)
    except Exception:  # noqa: BLE001 (a peer's failure is a page it did not read)
        return ""


if __name__ == "__main__":
    sys.exit(main())
