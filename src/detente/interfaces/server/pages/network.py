"""The network of two states: who met whom, who acted or spoke for or against whom, drawn and listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request

from detente.interfaces.server.page import page
from detente.interfaces.server.pages.relationship import course_of, record_of, two_states
from detente.interfaces.server.reading import FirstDay, LastDay, Reading, reading
from detente.interfaces.server.remembered import memory_of
from detente.interfaces.server.showing import Content
from detente.query.network import Network, Node, Tie, TieKind, network_of

router = APIRouter()
WIDTH = 900
_STEP, _TOP = 34, 30
_X = {"left": 210.0, "middle": 450.0, "right": 690.0}
_MOST_NODES, _MOST_TIES = 12, 300
"""Nodes of a column that are drawn, and ties that are listed."""
Place = Literal["left", "middle", "right"]


@dataclass(frozen=True, slots=True)
class Dot:
    """One who is drawn."""

    node: Node
    """Who."""
    place: Place
    """The column: of the first state, of the second, or of neither."""
    x: float
    """Across."""
    y: float
    """Down."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie that is drawn."""

    tie: Tie
    """What it is."""
    number: int
    """Its line in the table, from 1."""
    path: str
    """The path of the line."""
    side: Place
    """The column of who acted."""
    width: float
    """Width of the line: more is more often."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the picture holds."""

    dots: tuple[Dot, ...]
    """Who is drawn."""
    edges: tuple[Edge, ...]
    """What is between them, the rarest first, so that others lie over them."""
    height: float
    """Down."""
    more: int
    """How many who have ties are in the table alone."""


@page(router, "/r/{pair}/network")
def show(
    request: Request,
    pair: str,
    since: Annotated[FirstDay, Query(alias="from")] = None,
    until: Annotated[LastDay, Query(alias="to")] = None,
    kind: Annotated[TieKind | None, Query()] = None,
    at: Reading = Depends(reading),
) -> Content:
    """Show who of two states had to do with whom."""
    states = two_states(pair)

    def made() -> Network:
        return network_of(
            record_of(request, at, states, since, until), course_of(request, at, states, since, until)
        )

    whole = memory_of(request).get(("network", *states, since, until, at.as_of), made)
    ties = tuple(tie for tie in whole.ties if kind in (None, tie.kind))
    listed = ties[:_MOST_TIES]
    names = tuple(at.reference.states.get(code, code) for code in states)
    shown = {
        "pair": states,
        "names": names,
        "ties": listed,
        "left_out": len(ties) - len(listed),
        "drawing": drawing(whole.nodes, listed, states),
        "sides": {node.name: place_of(node, states) for node in whole.nodes},
        "ids": {node.name: node.id for node in whole.nodes},
        "kind": kind,
        "since": since,
        "until": until,
    }
    rows = [
        {
            "left": tie.left,
            "right": tie.right,
            "kind": tie.kind,
            "count": tie.count,
            "first": tie.first,
            "last": tie.last,
            "rows": " ".join(tie.rows),
        }
        for tie in ties
    ]
    return Content("network.html", Network(whole.nodes, ties), rows, shown)


def drawing(nodes: Sequence[Node], ties: Sequence[Tie], states: tuple[str, str]) -> Drawing:
    """Return where everybody stands: each state's people in a column, others between, most ties first.

    The same ties always give the same picture: nothing is laid out by chance.
    """
    tied = {name for tie in ties for name in (tie.left, tie.right)}
    columns: dict[Place, list[Node]] = {"left": [], "middle": [], "right": []}
    for node in nodes:
        if node.name in tied:
            columns[place_of(node, states)].append(node)
    dots: dict[str, Dot] = {}
    for place, found in columns.items():
        for line, node in enumerate(found[:_MOST_NODES]):
            # The middle stands half a line lower, so that lines between the columns miss its names.
            y = _TOP + line * _STEP + (_STEP / 2 if place == "middle" else 0)
            dots[node.name] = Dot(node, place, _X[place], y)
    edges = [
        Edge(
            tie=tie,
            number=number,
            path=_path(dots[tie.left], dots[tie.right], tie.kind),
            side=dots[tie.left].place,
            width=round(min(1 + 0.6 * tie.count, 5), 1),
        )
        for number, tie in enumerate(ties, 1)
        if tie.left in dots and tie.right in dots
    ]
    lowest = max((dot.y for dot in dots.values()), default=0)
    return Drawing(tuple(dots.values()), tuple(reversed(edges)), lowest + _TOP, len(tied) - len(dots))


def place_of(node: Node, states: tuple[str, str]) -> Place:
    """Return the column of somebody."""
    if node.state == states[0]:
        return "left"
    return "right" if node.state == states[1] else "middle"


def _path(one: Dot, other: Dot, kind: TieKind) -> str:
    """Return a curve; kinds bend differently, so that those between the same two do not cover each
    other."""
    bend = {"met": 0, "for": -16, "against": 16}[kind]
    if one.x == other.x:
        away = {"left": 70, "middle": 70, "right": -70}[one.place] + bend
        middle = (one.x + away, (one.y + other.y) / 2)
    else:
        middle = ((one.x + other.x) / 2, (one.y + other.y) / 2 + bend)
    return f"M{one.x:g} {one.y:g}Q{middle[0]:g} {middle[1]:g} {other.x:g} {other.y:g}"
