"""Posts that a page prints as such: a paragraph, and a line with name and handle under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from detente.extract.cast import Cast
from detente.extract.statements.channel import Way
from detente.extract.statements.found import Found
from detente.extract.statements.tree import Tree
from detente.records import Channel

_SIGNED = re.compile(r"\s*[—–-]{1,2}\s*(?P<name>[^()@\n]{2,60}?)\s*\(@\w{1,30}\)")
_TAGS = re.compile(r"(?:\s*(?:#\w+|https?://\S+|pic\.twitter\.com/\S+))+\s*$")


def with_tweets(tree: Tree, cast: Cast, found: Sequence[Found]) -> list[Found]:
    """Return the statements with each printed post as one of whoever signs it.

    What was found inside a post is part of it. Tags and addresses at its end are no words.
    """
    paragraphs = tree.parse.view.paragraphs
    text = tree.parse.view.text
    posts: list[Found] = []
    for above, below in pairwise(paragraphs):
        signed = _SIGNED.match(text, below.start, below.end)
        if signed is None or above.role not in ("body", "caption"):
            continue
        tags = _TAGS.search(text, above.start, above.end)
        end = tags.start() if tags else above.end
        last = tree.token_before(signed.end("name")) - 1
        if above.start < end and 0 <= last < len(tree):
            spans = ((above.start, end),)
            posts.append(Found(spans, -1, -1, -1, "", "tweet", last, 0.9, "printed post"))
    if not posts:
        return list(found)
    held = [item.spans[0] for item in posts]
    kept = [item for item in found if not any(a <= item.spans[0][0] < b for a, b in held)]
    return sorted([*kept, *posts], key=lambda item: item.spans)


def way_of_tweet(tree: Tree, found: Found) -> Way | None:
    """Return the channel of a printed post; None for any other statement."""
    if found.frame != "tweet":
        return None
    first = tree.parse.sents[max(tree.sent[found.speaker], 0)].first
    return Way(Channel("tweet", None, tree.text(first, found.speaker + 1)), first, found.speaker + 1)
