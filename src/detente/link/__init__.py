"""Links between rows of several articles: pure functions of records; nothing is ever merged."""

from detente.link.actors import folded_name, link_actors
from detente.link.copies import link_copies, shingles, sketch
from detente.link.meetings import is_vague, link_fates, link_meetings
from detente.link.scored import scored_link
from detente.link.statements import link_statements

__all__ = [
    "folded_name",
    "is_vague",
    "link_actors",
    "link_copies",
    "link_fates",
    "link_meetings",
    "link_statements",
    "scored_link",
    "shingles",
    "sketch",
]
