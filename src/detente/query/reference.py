"""The tables of knowledge as queries need them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from detente.knowledge.issue_layer import OwnIssue
from detente.knowledge.issues import all_issues, laid_over
from detente.knowledge.registry import Registry, registry
from detente.knowledge.states import states
from detente.query.desk import Reference


def reference(known: Registry | None = None) -> Reference:
    """Return names, states, issues and tenures of a registry, the built-in one unless another is given.

    Made once a process for each of the last few.
    """
    return _reference(known or registry())


def issue_names(own: Sequence[OwnIssue]) -> dict[str, str]:
    """Return the name of every issue by its id, a reader's own among them."""
    with laid_over(own):
        return {issue.id: issue.name for issue in all_issues()}


@lru_cache(maxsize=4)
def _reference(known: Registry) -> Reference:
    return Reference(
        states={code: state.name for code, state in states().items()},
        actor_states={key: actor.state for key, actor in known.actors.items() if actor.state},
        actor_names={key: actor.name for key, actor in known.actors.items()},
        issues=issue_names(known.issues),
        tenures=known.tenures,
    )
