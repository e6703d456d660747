"""What sells access, what says that the text goes on elsewhere, and what only sounds like it."""

from __future__ import annotations

import pytest

from detente.read.pitches import METERED, is_pitch, strong_pitch, weak_pitch

GATES = (
    "Keep reading this article for free",
    "Continue reading with a Harbour Post account",
    "Subscribe to continue",
    "Log in to read the full text",
    "Sign up to read on",
    "Register now to unlock this story",
    "The rest of this article is for members.",
    "The remainder of this page is for paying readers",
    "You have reached your limit of free articles",
    "You've read your last complimentary story this month.",
    "You've run out of free stories.",
    "Your free preview has ended",
    "You need a subscription to view this article.",
    "An account is required. You must have an account to read this.",
    "This content is only available to premium users.",
    "This post is for paid subscribers",
    "This story is for Harbour Post members.",
    "Subscriber exclusive",
    "Exclusive for our subscribers",
    "Want the full story?",
    "There's more to this story",
    "Access to this article is restricted",
    "Read this analysis in full",
    "Subscribe to The Harbour Post to read this post and get the archive.",
    "Become a member for $4 a month to finish reading",
    "Only members can see the rest of this page.",
    "To go on, take out a subscription",
    "Weiterlesen mit Hafenpost Plus",
    "La suite est réservée aux abonnés",
    "Contenido exclusivo para suscriptores",
    "14 % of this article remains",
)


@pytest.mark.parametrize("line", GATES)
def test_gates(line: str) -> None:
    assert strong_pitch(line)
    assert is_pitch(line)


OFFERS = (
    "Already a subscriber?",
    "Get unlimited digital access for $1 a week",
    "Start your free trial",
    "Subscribe now for full access",
    "What you'll get with your subscription",
    "Cancel any time",
    "€4.99 per month",
    "An ad-free experience",
    "Subscribe",
    "2 free articles left",
    "See all plans",
)


@pytest.mark.parametrize("line", OFFERS)
def test_offers_do_not_say_that_the_text_is_cut(line: str) -> None:
    assert weak_pitch(line)
    assert not strong_pitch(line)
    assert is_pitch(line)


PROSE = (
    "The report is being sent to members of the council.",
    "The ministers agreed to keep talking.",
    "Lind said readers should subscribe to continue the fight for a free press.",
    "“You need a subscription to view this article,” the sign said.",
    "The story is told by members of the family.",
    "They want the full picture before they vote on Friday.",
    "The remainder of the fleet stayed in Sudia.",
    "Orso was the only member who could read the letter.",
    "Continue reading the main story",
    "He read the letter in full to the chamber.",
    "The harbour is reserved for vessels of Norland.",
    "Access to the strait is restricted in winter.",
    "The treaty is open for members of the league.",
    "In full view of the cameras they shook hands.",
    "She had run out of free days.",
)


@pytest.mark.parametrize("line", PROSE)
def test_running_text_is_no_pitch(line: str) -> None:
    assert not is_pitch(line)


@pytest.mark.parametrize(
    ("line", "metered"),
    [
        ("You have two free articles left", True),
        ("Register for free", True),
        ("This month's limit: three articles per month", True),
        ("Subscribe for 3 euros", False),
    ],
)
def test_metered(line: str, metered: bool) -> None:
    assert bool(METERED.search(line)) is metered


def test_long_rows_are_no_pitch() -> None:
    assert not is_pitch("Subscribe to continue. " * 30)
