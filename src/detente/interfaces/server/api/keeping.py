"""Collections: lists of articles, rows, stories and actors that a reader keeps, with notes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from detente.errors import UnknownName
from detente.interfaces.server.access import Who, writer
from detente.interfaces.server.api.answering import answer
from detente.interfaces.server.api.asking import sound
from detente.interfaces.server.api.describing import WRITE, described
from detente.interfaces.server.api.plain import plain
from detente.interfaces.server.links import path_of
from detente.interfaces.server.reading import Reading, reading
from detente.store import Database
from detente.userdata import (
    change_collection,
    collection_of,
    collections,
    drop_collection,
    drop_item,
    make_collection,
    order_items,
    put_item,
)

router = APIRouter()
Key = Annotated[str, Path(max_length=100, description="The end of its address.")]
ItemId = Annotated[str, Path(max_length=200, description="Id of an article, row, story or actor.")]


class Titled(BaseModel):
    """What a collection is called, and what it is for."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"title": "The Berlin talks", "note": ""}]}
    )
    title: str = Field(min_length=1, max_length=200, description="What it is called.")
    note: str = Field("", max_length=4000, description="What it is for.")


class Noted(BaseModel):
    """What a reader writes beside an item."""

    model_config = ConfigDict(extra="forbid")
    note: str = Field("", max_length=4000, description="The note; empty for none.")


class Ordered(BaseModel):
    """The items of a collection in a new order."""

    model_config = ConfigDict(extra="forbid")
    items: list[str] = Field(max_length=10_000, description="Ids; those not named follow.")


@router.get(
    "/collections",
    tags=["collections"],
    responses=described("CollectionPage"),
    summary="List collections.",
)
def listed(request: Request, at: Reading = Depends(reading)) -> Response:
    """All of them with their items, the one made last first."""
    found = collections(at.conn)
    return answer(request, {"items": plain(tuple(found)), "next": None, "total": len(found)})


@router.get(
    "/collections/{id}",
    tags=["collections"],
    responses=described("Collection"),
    summary="Open a collection.",
)
def one(request: Request, id: Key, at: Reading = Depends(reading)) -> Response:
    """One collection with its items in the reader's order."""
    return answer(request, plain(collection_of(at.conn, id)))


@router.post(
    "/collections",
    tags=["collections"],
    status_code=201,
    responses=described("Collection", what="What was made.", status=201, wrong=WRITE),
    summary="Make a collection.",
)
def make(request: Request, body: Titled, who: Who = Depends(writer)) -> Response:
    """A private one without items; its id is made of its title."""
    with sound(), _database(request).write() as conn:
        return answer(request, plain(make_collection(conn, body.title, body.note)), status=201)


@router.put(
    "/collections/{id}",
    tags=["collections"],
    responses=described("Collection", wrong=WRITE),
    summary="Give a collection another title and note.",
)
def change(request: Request, id: Key, body: Titled, who: Who = Depends(writer)) -> Response:
    """Its id stays."""
    with _database(request).write() as conn:
        change_collection(conn, id, body.title, body.note)
        return answer(request, plain(collection_of(conn, id)))


@router.delete(
    "/collections/{id}",
    tags=["collections"],
    responses=described("Collection", what="What it was.", wrong=WRITE),
    summary="Delete a collection.",
)
def delete(request: Request, id: Key, who: Who = Depends(writer)) -> Response:
    """What was in it stays where it is."""
    with _database(request).write() as conn:
        was = collection_of(conn, id)
        drop_collection(conn, id)
    return answer(request, plain(was))


@router.put(
    "/collections/{id}/items/{item}",
    tags=["collections"],
    responses=described("Collection", wrong=WRITE),
    summary="Put something into a collection.",
)
def put(request: Request, id: Key, item: ItemId, body: Noted, who: Who = Depends(writer)) -> Response:
    """At its end; what is in it already gets the note."""
    with sound():
        path_of(item)
    with _database(request).write() as conn:
        put_item(conn, id, item, body.note)
        return answer(request, plain(collection_of(conn, id)))


@router.delete(
    "/collections/{id}/items/{item}",
    tags=["collections"],
    responses=described("Collection", wrong=WRITE),
    summary="Take something out of a collection.",
)
def take(request: Request, id: Key, item: ItemId, who: Who = Depends(writer)) -> Response:
    """404 for what is not in it."""
    with _database(request).write() as conn:
        if item not in {there.item for there in collection_of(conn, id).items}:
            raise UnknownName(f"{item!r} is not in the collection {id!r}", "open it to see what is")
        drop_item(conn, id, item)
        return answer(request, plain(collection_of(conn, id)))


@router.put(
    "/collections/{id}/order",
    tags=["collections"],
    responses=described("Collection", wrong=WRITE),
    summary="Put the items of a collection in order.",
)
def order(request: Request, id: Key, body: Ordered, who: Who = Depends(writer)) -> Response:
    """Ids that are not in it are passed over."""
    with _database(request).write() as conn:
        there = {one.item for one in collection_of(conn, id).items}
        order_items(conn, id, [item for item in dict.fromkeys(body.items) if item in there])
        return answer(request, plain(collection_of(conn, id)))


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database
