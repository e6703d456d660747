"""The tasks on text dumps and on cut copies: renderings, what counts as lost, how cases are made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evals.dumps import RENDERERS, markdown_of, render
from evals.tasks import cut_off, lines

FIRST = (
    "The foreign ministers of Norland and Sudia met in Oslo on Monday to discuss the fishing dispute."
)
QUOTED = "“We are not there yet, but we are closer than we were,” Lind told reporters on the quay."
MORE = [
    f"Diplomats from {place} described the mood in the room as cautious but not cold that evening."
    for place in ("Norland", "Sudia", "Oslo", "Bergen", "Tromsø", "Bodø", "Moss", "Hamar", "Voss")
]
BODY = [FIRST, QUOTED, *MORE]
BOX = "<div class='newsletter'>Get our letter on the four seas every morning at six</div>"


def page(body: list[str], more: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    menu = "<nav><ul><li><a href='/n'>News</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
    return f"<html><body>{menu}<article><h1>Ministers meet</h1>{text}</article>{more}</body></html>"


def row(number: int, more: str = "") -> dict[str, object]:
    url = f"https://post{number}.example/a"
    return {"id": f"page {number}", "url": url, "body": BODY, "html": page(BODY, more)}


@pytest.mark.parametrize("renderer", RENDERERS)
def test_every_renderer_keeps_the_text(renderer: str) -> None:
    dump = render(page(BODY), renderer)
    assert all(paragraph in dump for paragraph in BODY)


MARKDOWN = [
    ("<h3>Head</h3><p>One</p>", "### Head\n\nOne"),
    ("<p>One<br>two</p>", "One\n\ntwo"),
    ("<p><a href='/x y'>one</a></p>", "[one](/x%20y)"),
    ("<p><a name='x'>one</a></p>", "one"),
    ("<ul><li>one</li><li>two</li></ul>", "- one\n\n- two"),
    ("<p>one<script>two()</script></p>", "one"),
    ("<p><b></b><a href='/x'></a>one</p>", "one"),
    ("", ""),
]


@pytest.mark.parametrize(("markup", "text"), MARKDOWN, ids=[row[0] or "nothing" for row in MARKDOWN])
def test_markdown(markup: str, text: str) -> None:
    assert markdown_of(markup) == text


def test_what_is_lost() -> None:
    dump = "\n\n".join(["Menu", *BODY])
    found = list(lines.missed("\n".join(BODY), dump, FIRST))
    sentences = [(held, kept) for kind, held, kept in found if kind == "sentences"]
    assert len(sentences) == len(BODY)
    assert all(held for held, _ in sentences)
    assert sum(kept for _, kept in sentences) == 1
    assert [(held, kept) for kind, held, kept in found if kind == "quotations"] == [(True, False)]


def test_what_the_dump_does_not_hold_is_not_lost() -> None:
    assert not any(held for _, held, _ in lines.missed(FIRST, "Menu", "Menu"))


def test_scores_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(json.dumps(row(number)) for number in range(3)), encoding="utf-8")
    figures = lines.run([path])
    assert figures["n"] == 3
    assert figures["sentences_lost"] == 0.0
    assert float(str(figures["full_f1"])) > float(str(figures["kept_all_full_f1"])) - 0.01
    assert figures["full_f1"] == figures["full_alone_f1"]  # three outlets with one page each
    assert figures["beside_n"] == 0


LINKS = "<p>Ferries and fish of the week</p><p>The quay at six in the morning</p>"


def test_pages_of_an_outlet_are_read_beside_each_other(tmp_path: Path) -> None:
    rows = []
    for number in range(4):
        body = [f"{text} It was day {number} of the talks." for text in BODY]
        html = page(body, LINKS)
        rows.append({"url": f"https://post.example/{number}", "body": body, "html": html})
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    figures = {name: value for name, value in lines.run([path]).items() if isinstance(value, float)}
    assert figures["full_precision"] > figures["full_alone_precision"]
    assert figures["full_beside_precision"] == figures["full_precision"]
    assert figures["sentences_lost"] == figures["quotations_lost"] == 0.0


def test_a_standfirst_is_read_though_it_is_no_body(tmp_path: Path) -> None:
    dek = "Two neighbours who quarrelled about fish for a century try it once more in the north"
    html = page(BODY).replace("</h1>", f"</h1><h2>{dek}</h2><p>By Jane Roe</p>")
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({"body": [dek + ".", *BODY], "html": html}), encoding="utf-8")
    figures = lines.run([path])
    assert figures["markdown_sentences_lost"] == pytest.approx(1 / 12, abs=0.001)
    assert figures["markdown_sentences_unread"] == 0.0


def test_cases_are_the_same_again_and_of_every_kind() -> None:
    rows = [row(number, BOX) for number in range(60)]
    first, second = cut_off.cases(rows), cut_off.cases(rows)
    assert first == second
    assert {case.kind for case in first} == {"gate", "stub", "promo", "footer", "page"}
    for case in first:
        assert case.cut == (case.kind in ("gate", "stub"))
        assert (MORE[-1] in case.text) != case.cut
        assert case.html == (case.kind == "page")


def test_boxes_come_from_other_outlets() -> None:
    assert cut_off.promos_of(row(1, BOX)) == [
        ("post1.example", "Get our letter on the four seas every morning at six")
    ]
    assert cut_off.promos_of(row(1)) == []


def test_short_pages_make_no_case() -> None:
    short = {"id": "short", "url": "", "body": BODY[:2], "html": page(BODY[:2])}
    assert cut_off.dump_of(short, "gate", 0, {"gates": [["Subscribe to read on"]]}, []) == ""


@pytest.mark.parametrize(
    ("text", "cut"), [("Subscribe to continue reading", True), ("Follow us on the quay", False)]
)
def test_flag(text: str, cut: bool) -> None:
    dump = "\n\n".join(["Ministers meet", *BODY[:6], text])
    assert cut_off.flag_of(cut_off.Case("a", "gate", cut, dump)) is cut
