# ruff: noqa: E501 -- tables of cases keep one case on one line
"""A copy is cut off when words show it; a free article with a pitch in its footer is not."""

from __future__ import annotations

import pytest

from detente.read import read_text
from tests.unit.read.pages import BODY, FOURTH, LEAD, SECOND, THIRD, body, dump

TITLE = "Ministers meet over fishing dispute"
LONG = tuple(
    f"On {day} it was said again. {part}" for day in ("Monday", "Sunday", "Friday") for part in BODY
)

CUT = [
    pytest.param((LEAD, SECOND), ("Keep reading for free!", "Get access with your email."), id="keep reading"),
    pytest.param((LEAD,), ("To continue reading, subscribe now.",), id="to continue"),
    pytest.param((LEAD, SECOND), ("This article is for subscribers only.",), id="subscribers only"),
    pytest.param((LEAD,), ("Subscribe to unlock this article",), id="unlock"),
    pytest.param((LEAD,), ("You have reached your limit of free articles.",), id="limit"),
    pytest.param((LEAD,), ("Already a subscriber? Log in",), id="log-in after a teaser"),
    pytest.param((*LONG, "The two ministers then turned to the question of who should"),
                 ("Start your free trial today",), id="stops in mid-sentence"),
    pytest.param(LONG, ("Get instant access to the rest of this report.",), id="rest of a long one"),
    pytest.param((LEAD, "Minister Lind said on the quay that her country would..."), ("Subscribe to read more",), id="read more under half a sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pitch"), CUT)
def test_cut_off(text: tuple[str, ...], pitch: tuple[str, ...]) -> None:
    article = read_text(dump(TITLE, *text, *pitch))
    assert article.cut_off
    assert article.cut_off_evidence is not None
    evidence = article.cut_off_evidence
    assert article.text[evidence.start : evidence.end] == evidence.quote
    assert evidence.quote in pitch
    assert article.access in ("paywalled", "metered")
    assert body(article)[0] == text[0]


WHOLE = [
    pytest.param(LONG, (), id="no pitch"),
    pytest.param(LONG, ("Already a subscriber? Log in",), id="log-in in the footer"),
    pytest.param(LONG, ("Sign up for our daily newsletter and get the news in your inbox",), id="newsletter"),
    pytest.param(LONG, ("Subscribe now for unlimited access from $1 a week.",), id="offer in the footer"),
    pytest.param(BODY, ("Contact the author at j.roe@example.org", "Subscribe to continue reading"),
                 id="pitch under the end"),
    pytest.param(BODY, ("© 2013 The Example Post", "Become a member today"), id="pitch under the copyright"),
    pytest.param(BODY, ("Support our journalism. Donate today.",), id="donations"),
    pytest.param((*LONG, "The minister then left the room by the door at the"),
                 ("Read more stories like this one in our magazine",), id="more stories, not more of this"),
    pytest.param((*LONG, "The minister then left the room by the door at the"),
                 ("Read more news from Norland",), id="more news"),
    pytest.param(LONG, ("More in Norland", "Ferries late again for a third day",
                 "The ferries between the islands were late again on Thursday because of ice in the...", "Read More"),
                 id="read more on a card of another article"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "foot"), WHOLE)
def test_whole(text: tuple[str, ...], foot: tuple[str, ...]) -> None:
    article = read_text(dump(TITLE, *text, *foot))
    assert not article.cut_off
    assert article.cut_off_evidence is None


def test_overlay_inside_a_whole_text_does_not_cut_it() -> None:
    article = read_text(dump(TITLE, LEAD, "Subscribe to continue reading", SECOND, THIRD, FOURTH))
    assert not article.cut_off
    assert SECOND in body(article)


def test_pitch_bullets_are_no_text() -> None:
    pitch = (
        "Keep reading for free!",
        "What you get:",
        "• Daily articles by Norland and Sudia experts.",
    )
    assert body(read_text(dump(TITLE, LEAD, SECOND, *pitch))) == [LEAD, SECOND]


def test_outlet_of_the_pitch() -> None:
    pitch = "What you’ll get with a full subscription to Northern Affairs Review:"
    article = read_text(dump(TITLE, LEAD, SECOND, "Keep reading for free!", pitch))
    assert article.outlet == "Northern Affairs Review"
