"""What relates the rows of many articles, made afresh for some: the one second pass over an archive."""

from detente.linking.relinking import relink
from detente.linking.stories import StoryDesk

__all__ = ["StoryDesk", "relink"]
