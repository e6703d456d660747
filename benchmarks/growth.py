"""Whether an article costs the same however large the archive is: to put into its story, and to find.

    python benchmarks/growth.py [--sizes 1000 10000 100000] [--search 1000 10000] [--folder DIR]
                                [--plot docs/images/growth.svg] [--json]

Stories: made-up articles (`synthetic`), `A_DAY` a day, go one by one into the index of open stories;
after each `AT_ONCE` of them the stories just told are merged and split, and those long past forgotten,
as in a build. Before the first tenth `WARM` articles fill the weeks in which stories are open, since an
archive begins only once. Measured is the CPU time an article in each tenth of the run, that of
splitting apart, and the resident memory at its end. Floor: the last tenth takes at most 1.5 times as
long an article as the first. Search: the queries of `pages` on archives of these sizes, kept in the
folder; 50th and 95th percentile of CPU time.

The last line is a JSON object: for each size us_per_article by tenth, us_splitting by tenth (within
it), ratio, resident_mb, open_stories, and how many were merged and split; and p50_ms and p95_ms of
search.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))

from synthetic import FIRST, archive_of, happenings, vocabulary

from detente.link.stories import StoryIndex, Telling, merge_stories, split_stories
from detente.link.stories.telling import MOST, weighed
from detente.link.stories.words import terms

A_DAY = 60
WARM = 2_500
_SENTENCES, _DRAWN, _REPEATED = 8, 12, 4
"""Sentences of an article, and words of any kind and of the happening's own in each."""
AT_ONCE = 500
"""Articles between two repairs; a build takes as many in one transaction."""
_SIZES = (1_000, 10_000, 100_000)


def tellings(articles: int) -> Iterator[Telling]:
    """Yield what made-up articles tell, in order of days.

    Their terms are drawn, as often as words occur, and weighed as those of an article are; no text is
    written or read, so that a million take minutes.
    """
    words, sums = vocabulary()
    stems = [next(terms(word), word) for word in words]
    shares = np.asarray(sums) / sums[-1]
    rng = np.random.default_rng(5)
    number = 0
    for happening in happenings(articles):
        own = [next(terms(word), word) for word in happening.words]
        people = [term for one in happening.people for term in terms(one.text)]
        title = [*people, *own[:4]]
        called = weighed(Counter([f"@{term}" for term in (*people, *own[4:8])]), MOST["names"])
        drawn = np.searchsorted(shares, rng.random((happening.reports, _SENTENCES * _DRAWN)))
        repeated = rng.integers(len(own), size=(happening.reports, _SENTENCES * _REPEATED))
        for report in range(happening.reports):
            told = [stems[at] for at in drawn[report]]
            again = [own[at] for at in repeated[report]]
            lead = Counter([*title, *told[: 2 * _DRAWN], *again[: 2 * _REPEATED]])
            yield Telling(
                article=f"article:{happening.number:08x}{report:08x}",
                day=FIRST + timedelta(days=number // A_DAY),
                words=weighed(Counter([*title, *told, *again]), MOST["words"]),
                names=called,
                lead=weighed(lead, MOST["lead"]),
                brief=False,
            )
            number += 1


@dataclass(slots=True)
class _Desk:
    """Open stories with the reports of each, as an archive keeps them."""

    index: StoryIndex = field(default_factory=StoryIndex)
    reports: dict[str, list[Telling]] = field(default_factory=dict)
    changes: Counter[str] = field(default_factory=Counter)

    def place(self, articles: Sequence[Telling]) -> float:
        """Put articles into stories and repair those; return the CPU time that splitting took of it."""
        days = [told.day for told in articles if told.day]
        for gone in self.index.close(min(days)):
            del self.reports[gone]
        touched = set()
        for told in articles:
            story = self.index.place(told)[0].story
            self.reports.setdefault(story, []).append(told)
            touched.add(story)
        for change in merge_stories(self.index, touched):
            self.reports[change.into] += self.reports.pop(change.story)
            self.changes["merged"] += 1
        began = time.process_time()
        changes, fits = split_stories(self.index, touched, self.reports.__getitem__)
        spent = time.process_time() - began
        self.changes["split"] += len(changes)
        self._move({fit.article: fit.story for fit in fits}, [change.story for change in changes])
        return spent

    def _move(self, to: Mapping[str, str], parted: Iterable[str]) -> None:
        for story in set(parted) | set(to.values()):
            for told in self.reports.pop(story, ()):
                self.reports.setdefault(to.get(told.article, story), []).append(told)


def measure_stories(articles: int) -> dict[str, Any]:
    """Return what an article costs in each tenth of a run; run in a process of its own."""
    desk = _Desk()
    told = tellings(articles + WARM)
    for first in range(0, WARM, AT_ONCE):
        desk.place(list(islice(told, min(AT_ONCE, WARM - first))))
    spent, splitting = [0.0] * 10, [0.0] * 10
    tenth = max(1, articles // 10)
    step = min(AT_ONCE, tenth)
    for number in range(0, articles, step):
        some = list(islice(told, min(step, articles - number)))
        at = min(9, number // tenth)
        began = time.process_time()
        splitting[at] += desk.place(some)
        spent[at] += time.process_time() - began
        if (number + step) % tenth == 0:
            print(f"tenth {at + 1}: {1e6 * spent[at] / tenth:.1f} us an article", file=sys.stderr)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    by_tenth = [round(1e6 * seconds / tenth, 1) for seconds in spent]
    return {
        "articles": articles,
        "us_per_article": by_tenth,
        "us_splitting": [round(1e6 * seconds / tenth, 1) for seconds in splitting],
        "ratio": round(by_tenth[-1] / by_tenth[0], 2),
        "resident_mb": round(held, 1),
        "open_stories": len(desk.index.stories),
        "merged": desk.changes["merged"],
        "split": desk.changes["split"],
    }


def measure_search(articles: int, folder: Path, rounds: int = 3) -> dict[str, Any]:
    """Return how long searches take on an archive of a size."""
    from pages import QUERIES, timed

    from detente.query.known import registry_of
    from detente.query.reference import reference
    from detente.query.searching import search
    from detente.store import open_database

    database = open_database(archive_of(articles, folder), create=False)
    spent = []
    with database.read() as conn:
        known = registry_of(conn)
        about = reference(known)
        for query in QUERIES:
            ask = lambda query=query: search(conn, about, known, query, limit=20)  # noqa: E731
            spent.append(timed(query, ask, rounds).cpu_ms)
    database.close()
    spent.sort()
    return {
        "articles": articles,
        "p50_ms": spent[len(spent) // 2],
        "p95_ms": spent[min(len(spent) - 1, int(0.95 * len(spent)))],
    }


def plot(stories: Sequence[dict[str, Any]], path: Path) -> None:
    """Write the time an article by tenths of each run as a picture, without any library."""
    width, height, left, top = 640, 300, 60, 24
    most = max(max(one["us_per_article"]) for one in stories) * 1.15
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12" role="img" '
        'aria-label="Time to put an article into its story, by tenths of a run">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
        f'<text x="{left}" y="16">Microseconds an article, by tenths of the run</text>',
    ]
    base, right = height - 40, width - 110
    for part in range(5):
        y = base - part * (base - top) / 4
        parts.append(f'<line x1="{left}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{most * part / 4:.0f}</text>'
        )
    for number, (one, colour) in enumerate(zip(stories, _COLOURS, strict=False)):
        points = [
            (left + 20 + at * (right - left - 40) / 9, base - value / most * (base - top))
            for at, value in enumerate(one["us_per_article"])
        ]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{line}"/>')
        y = top + 20 + 18 * number
        parts.append(f'<text x="{right + 8}" y="{y}" fill="{colour}">{one["articles"]:,}</text>')
    for at in range(10):
        x = left + 20 + at * (right - left - 40) / 9
        parts.append(f'<text x="{x:.1f}" y="{base + 18}" text-anchor="middle">{at + 1}</text>')
    parts.append(f'<text x="{right + 8}" y="{top + 4}">articles</text></svg>')
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


_COLOURS = ("#1b6ca8", "#b5521b", "#3b7d3b", "#7a3b8f", "#555555")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=list(_SIZES))
    parser.add_argument("--search", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure_stories(given.one)))
        return
    stories = []
    for size in given.sizes:
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(size)],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        stories.append(json.loads(done.stdout))
        if not given.json:
            print(stories[-1])
    found = [measure_search(size, given.folder) for size in given.search]
    if given.plot:
        plot(stories, given.plot)
    print(json.dumps({"stories": stories, "search": found}))


if __name__ == "__main__":
    main()
