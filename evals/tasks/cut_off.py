"""`cut-off`: whether a copy that stops early is told from a whole article that sells access below it.

Cases are made of the pages of an HTML gold, one a page, the kind chosen by a hash of its id:

- `gate`: the dump of the page, its text stopped after some paragraphs, a gate of another outlet there;
- `stub`: the text stopped in mid-sentence, with "Read more" or its like below;
- `promo`: the whole dump, with a newsletter box found on another outlet's page under the text;
- `footer`: the whole dump, with an invented outlet's soft pitch under the text;
- `page`: the HTML page as it is. Pages of which somebody saw that the copy itself is cut are listed in
  `evals/gold/cut_off/pages.json`; the others are whole.

Gates, soft pitches and stubs are in `evals/gold/cut_off/pitches.json`: words of our own.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from detente.errors import InputError
from detente.read import read_bytes, read_text
from detente.read.body import kept
from detente.read.render import Block
from detente.records import Article
from evals import gold
from evals.dumps import render
from evals.tasks.body import gold_of
from evals.tasks.lines import host_of

_FOLDER = Path(__file__).parent.parent / "gold" / "cut_off"
_KINDS = ("gate", "stub", "promo", "footer", "page")
_CUT = frozenset({"gate", "stub"})
_PROMO = re.compile(r"newsletter|subscri|membership|donat", re.IGNORECASE)
_ENOUGH = 8
"""Lines of text that a page has at least to be cut."""


@dataclass(frozen=True, slots=True)
class Case:
    """One copy and whether it is cut off."""

    key: str
    kind: str
    cut: bool
    text: str
    html: bool = False


def run(paths: list[Path]) -> dict[str, object]:
    """Return precision and recall of the flag, the share that is right by kind, and the wrong ones."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    flagged = hits = cuts = 0
    wrong: list[str] = []
    for case in cases(list(gold.rows(paths))):
        said = flag_of(case)
        seen[case.kind] += 1
        right[case.kind] += said == case.cut
        flagged += said
        cuts += case.cut
        hits += said and case.cut
        if said != case.cut:
            wrong.append(f"{case.key} {case.kind}: {'cut' if said else 'whole'}")
    return {
        "n": sum(seen.values()),
        "cut_n": cuts,
        "precision": hits / flagged if flagged else 0.0,
        "recall": hits / cuts if cuts else 0.0,
        **{f"{kind}_right": round(right[kind] / seen[kind], 4) for kind in _KINDS if seen[kind]},
        "wrong": wrong,
    }


def flag_of(case: Case) -> bool:
    """Return whether a case is read as cut off; a refused one is not."""
    try:
        if case.html:
            article = next(iter(read_bytes(case.text.encode("utf-8", "replace"), "page", "html")))
        else:
            article = read_text(case.text)
    except InputError:
        return False
    return isinstance(article, Article) and article.cut_off


def cases(rows: list[dict[str, Any]]) -> list[Case]:
    """Return a case of every page that allows one; the same pages give the same cases."""
    words = json.loads((_FOLDER / "pitches.json").read_text(encoding="utf-8"))
    known = json.loads((_FOLDER / "pages.json").read_text(encoding="utf-8"))
    promos = [(host, text) for row in rows for host, text in promos_of(row)]
    made = []
    for row in rows:
        key = str(row.get("id") or row.get("url"))
        host = host_of(row.get("url") or row.get("link") or "")
        number = crc32(key.encode())
        if key in known["cut"]:
            made.append(Case(key, "page", True, row["html"], html=True))
            continue
        kind = _KINDS[number % len(_KINDS)]
        if kind == "page":
            if key not in known["unclear"]:
                made.append(Case(key, "page", False, row["html"], html=True))
            continue
        others = [text for other, text in promos if other != host]
        text = dump_of(row, kind, number // len(_KINDS), words, others)
        if text:
            made.append(Case(key, kind, kind in _CUT, text))
    return made


def dump_of(
    row: dict[str, Any], kind: str, number: int, words: dict[str, Any], promos: list[str]
) -> str:
    """Return a dump of a page with the words of a kind of case in it; "" for a page too short."""
    lines = [line for line in render(row["html"], "main").splitlines() if line.strip()]
    if not lines:
        return ""
    body = kept([Block(line, "p", "", 0) for line in lines], gold_of(row))
    at = [index for index, yes in enumerate(body) if yes and len(lines[index].split()) > 8]
    if len(at) < _ENOUGH:
        return ""
    below = lines[at[-1] + 1 :]
    if kind == "promo":
        box = [promos[number % len(promos)]] if promos else []
        return "\n\n".join([*lines[: at[-1] + 1], *box, *below])
    if kind == "footer":
        pitch = words["footers"][number % len(words["footers"])]
        return "\n\n".join([*lines[: at[-1] + 1], *pitch, *below])
    stop = at[2 + number % (len(at) // 2 - 1)]
    if kind == "gate":
        gate = words["gates"][number % len(words["gates"])]
        return "\n\n".join([*lines[: stop + 1], *gate, *below])
    stub = words["stubs"][number % len(words["stubs"])]
    half = lines[stop].split()
    broken = " ".join(half[: max(4, len(half) * 2 // 3)]).rstrip(".,;:!?”\"'") + "..."
    return "\n\n".join([*lines[:stop], broken, stub, *below])


def promos_of(row: dict[str, Any]) -> list[tuple[str, str]]:
    """Return (host, words) of the boxes of a page that call themselves newsletter or subscription."""
    from lxml import html

    host = host_of(row.get("url") or row.get("link") or "")
    tree = html.fromstring(row["html"].encode("utf-8", "replace"))
    found: dict[str, None] = {}
    for element in tree.iter("div", "section", "aside"):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _PROMO.search(named) and element.find(".//script") is None:
            words = " ".join(element.text_content().split())
            if 6 <= len(words.split()) <= 60:
                found[words] = None
    return [(host, words) for words in list(found)[:3]]
