"""The tables of knowledge as queries need them."""

from __future__ import annotations

from functools import lru_cache

from detente.knowledge.issues import all_issues
from detente.knowledge.registry import Registry, registry
from detente.knowledge.states import states
from detente.query.desk import Reference


def reference(known: Registry | None = None) -> Reference:
    """Return names, states, issues and tenures of a registry, the built-in one unless another is given.

    Made once a process for each of the last few.
    """
    return _reference(known or registry())


@lru_cache(maxsize=4)
def _reference(known: Registry) -> Reference:
    return Reference(
        states={code: state.name for code, state in states().items()},
        actor_states={key: actor.state for key, actor in known.actors.items() if actor.state},
        actor_names={key: actor.name for key, actor in known.actors.items()},
        issues={issue.id: issue.name for issue in all_issues()},
        tenures=known.tenures,
    )
