# ruff: noqa: E501 -- reports are kept on one line
"""Acts of a story laid side by side: which outlets tell them, which are silent."""

from __future__ import annotations

from pathlib import Path

import pytest

import detente
from detente.query.stories import Comparison
from detente.query.views import Act

PAGES = {
    "fjord-post": (
        "Norway expels four diplomats of Chad",
        "Norway expelled four diplomats of Chad over the spying case on Monday. Chad said that it would answer in "
        "kind. The four diplomats have to leave Oslo within a week.",
    ),
    "lake-courier": (
        "Four diplomats of Chad have to leave Norway",
        "Norway has expelled four Chadian diplomats over the spying case on Monday. The four diplomats have to leave "
        "Oslo within a week, and Chad will answer in kind.",
    ),
    "oslo-sun": (
        "Spying case: Chad's four diplomats to go",
        "The four diplomats of Chad have to leave Oslo within a week in the spying case. Nobody answered the bell of "
        "the embassy of Chad on Monday.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    folder: Path = tmp_path_factory.mktemp("acts")
    for name, (title, body) in PAGES.items():
        (folder / f"{name}.txt").write_text(
            f"{title}\n\n{name.title()}\n12 October 2020\n\n{body}\n", encoding="utf-8"
        )
    with detente.open(folder / "a.db") as archive:
        archive.add([str(folder / f"{name}.txt") for name in PAGES])
        archive.build()
        largest = max(archive.stories(), key=lambda view: len(view.articles))
        return archive.compare(largest.id)


def expulsions(compared: Comparison) -> list[tuple[set[str], set[str]]]:
    paths = {one.id: Path(one.path).stem for one in compared.story.articles}
    return [
        ({paths[key] for key in claim.told_by}, {paths[key] for key in claim.silent})
        for claim in compared.claims
        if isinstance(claim.item, Act) and claim.item.row.trigger.startswith("expel")
    ]


def test_the_three_reports_are_one_story(compared: Comparison) -> None:
    assert len(compared.story.articles) == len(PAGES)


def test_an_act_that_two_tell_is_one_claim(compared: Comparison) -> None:
    told = [both for both, _ in expulsions(compared)]
    assert {"fjord-post", "lake-courier"} in told


def test_who_does_not_tell_an_act_is_silent_on_it(compared: Comparison) -> None:
    assert any("oslo-sun" in silent for _, silent in expulsions(compared))


def test_no_act_is_told_and_not_told_by_one_article(compared: Comparison) -> None:
    assert all(not told & silent for told, silent in expulsions(compared))
