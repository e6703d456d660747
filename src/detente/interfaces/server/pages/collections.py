"""Collections: what a reader keeps together, with notes and an order, private or open by a link."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from detente.errors import UnknownName
from detente.interfaces.server.access import Who, writer
from detente.interfaces.server.links import inside, path_of
from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, open_reading, reading
from detente.interfaces.server.showing import Content
from detente.query.proposals import End, end_of
from detente.store import Database
from detente.userdata import (
    Collection,
    Item,
    change_collection,
    collection_of,
    collections,
    drop_collection,
    drop_item,
    make_collection,
    order_items,
    put_item,
    share_collection,
    shared_collection,
)

router = APIRouter()


@page(router, "/collections")
def listed(at: Reading = Depends(reading)) -> Content:
    """List the collections, the one made last first."""
    found = collections(at.conn)
    rows = [
        {"id": one.id, "title": one.title, "items": len(one.items), "shared": bool(one.share)}
        for one in found
    ]
    return Content("collections.html", found, rows, {"collections": found})


@page(router, "/c/{id}")
def one(id: str, at: Reading = Depends(reading)) -> Content:
    """Show a collection."""
    return _content(at, collection_of(at.conn, id), "/c/")


@page(router, "/shared/{share}")
def shared(share: str, at: Reading = Depends(open_reading)) -> Content:
    """Show a collection to whoever has its link."""
    return _content(at, shared_collection(at.conn, share), "/shared/")


@page(router, "/save")
def save(item: str, back: str = "/", at: Reading = Depends(reading)) -> Content:
    """Ask into which collection something is to go."""
    path_of(item)
    shown = {
        "item": item,
        "end": end_of(at.conn, at.reference, item),
        "back": inside(back),
        "collections": collections(at.conn),
    }
    return Content("save.html", {"item": item}, [{"item": item}], shown)


@router.post("/save")
def put(
    request: Request,
    item: Annotated[str, Form()],
    into: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    note: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
    who: Who = Depends(writer),
) -> Response:
    """Put something into a collection, a new one where a title is given."""
    path_of(item)
    with _database(request).write() as conn:
        if title.strip():
            into = make_collection(conn, title).id
        if not into:
            raise UnknownName("no collection was chosen", "choose one, or write the title of a new one")
        put_item(conn, into, item, note)
    return RedirectResponse(inside(back), 303)


@router.post("/collections")
def make(request: Request, title: Annotated[str, Form()], who: Who = Depends(writer)) -> Response:
    """Make a collection."""
    with _database(request).write() as conn:
        made = make_collection(conn, title)
    return RedirectResponse(f"/c/{made.id}", 303)


@router.post("/c/{id}")
def change(
    request: Request,
    id: str,
    what: Annotated[str, Form()],
    item: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    note: Annotated[str, Form()] = "",
    who: Who = Depends(writer),
) -> Response:
    """Change a collection: its title, its items and their order, whether it is shared."""
    with _database(request).write() as conn:
        found = collection_of(conn, id)
        if what == "delete":
            drop_collection(conn, id)
            return RedirectResponse("/collections", 303)
        if what == "title":
            change_collection(conn, id, title or found.title, note)
        elif what in ("share", "close"):
            share_collection(conn, id, what == "share")
        elif what == "drop":
            drop_item(conn, id, item)
        elif what == "note":
            put_item(conn, id, item, note)
        elif what in ("up", "down"):
            order_items(conn, id, _moved(found, item, -1 if what == "up" else 1))
        else:
            raise UnknownName(f"nothing called {what!r} can be done", "use the buttons of the page")
    return RedirectResponse(f"/c/{id}", 303)


def _moved(found: Collection, item: str, by: int) -> list[str]:
    """Return the items in an order in which one changed its place with the one beside it."""
    order = [one.item for one in found.items]
    if item in order:
        at = order.index(item)
        to = min(max(at + by, 0), len(order) - 1)
        order[at], order[to] = order[to], order[at]
    return order


def _content(at: Reading, found: Collection, path: str) -> Content:
    ends: list[tuple[Item, End]] = [
        (one, end_of(at.conn, at.reference, one.item)) for one in found.items
    ]
    rows = [
        {
            "item": one.item,
            "words": end.words or end.name,
            "outlet": (end.article.outlet or "") if end.article else "",
            "published": end.article.published.label() if end.article else "",
            "ref": end.ref.label if end.ref else "",
            "note": one.note,
        }
        for one, end in ends
    ]
    shown = {"collection": found, "ends": ends, "own": path == "/c/"}
    return Content("collection.html", {"collection": found, "items": rows}, rows, shown)


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database
