"""Exports over HTTP: a kind as a file, streamed as it is read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response, StreamingResponse

from detente.export.exporting import Order, pieces, write
from detente.export.files import bytes_of
from detente.export.kinds import BINARY, ENDINGS, FORMATS, KINDS, MEDIA, checked_format, kind_named
from detente.interfaces.server.api.asking import period, sound
from detente.interfaces.server.api.describing import described
from detente.interfaces.server.reading import FirstDay, LastDay, Reading, reading

router = APIRouter()
_ANY = {"type": "string", "description": "The file."}
_DESCRIBED = described(_ANY, what="The file, in the media type of its format.", media="*/*")


@router.get(
    "/exports/{kind}",
    tags=["exports"],
    responses=_DESCRIBED,
    summary="A kind as a file that other programs read.",
)
def export(
    request: Request,
    kind: Annotated[
        str,
        Path(description="What to export.", json_schema_extra={"enum": list(KINDS)}),
    ],
    at: Reading = Depends(reading),
    format: Annotated[
        str | None,
        Query(
            description="The usual one of the kind where none is named.",
            json_schema_extra={"enum": list(FORMATS)},
        ),
    ] = None,
    state: Annotated[list[str] | None, Query(description="States that must all take part.")] = None,
    actor: Annotated[str | None, Query(description="Somebody who must take part.")] = None,
    issue: Annotated[str | None, Query(description="An issue, by id or name.")] = None,
    article: Annotated[str | None, Query(description="An article.")] = None,
    since: Annotated[FirstDay, Query(alias="from", description="First day.")] = None,
    until: Annotated[LastDay, Query(alias="to", description="Last day.")] = None,
    limit: Annotated[
        int | None, Query(ge=1, description="Most rows; all where it is not said.")
    ] = None,
) -> Response:
    """Every row of the kind that fits, one a telling: nothing is folded but a calendar."""
    chosen = kind_named(kind)
    period(since, until)
    with sound():
        form = checked_format(chosen, format)
        asked = at.filters(
            states=state or [],
            actor=actor,
            issue=issue,
            article=article,
            since=since,
            until=until,
            limit=limit,
        )
    order = Order(chosen, form, asked, None)
    headers = {
        "Content-Disposition": f'attachment; filename="{chosen.name}.{ENDINGS[form]}"',
        "Cache-Control": "private, no-store",
    }
    if form in BINARY:
        whole = bytes_of(lambda path: write(at.conn, at.reference, order, path))
        return Response(whole, 200, headers, MEDIA[form])
    encoded = (piece.encode("utf-8", "replace") for piece in pieces(at.conn, at.reference, order))
    return StreamingResponse(encoded, 200, headers, MEDIA[form])
