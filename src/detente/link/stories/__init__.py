"""Articles that tell the same happening become a story, one by one as they arrive.

words.py      text -> terms              telling.py   article -> weighted terms
scoring.py    article, story -> fit      index.py     articles, in order -> stories
parting.py    story -> its two parts     repair.py     stories that proved to be one, or two
"""

from detente.link.stories.index import Fit, StoryIndex
from detente.link.stories.repair import merge_stories, resolve, split_stories
from detente.link.stories.telling import Telling, meeting_keys, telling

__all__ = [
    "Fit", "StoryIndex", "Telling", "meeting_keys", "merge_stories", "resolve", "split_stories",
    "telling",
]  # fmt: skip
