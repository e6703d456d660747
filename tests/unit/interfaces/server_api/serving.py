"""A server over a small archive, and clients that may write, may read, or are nobody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema_rs
from fastapi import FastAPI
from starlette.testclient import TestClient

from detente.interfaces.server.app import create_app
from detente.interfaces.server.settings import Settings
from detente.store import open_database
from detente.userdata import make_token

ADDRESS = "http://127.0.0.1:8613"


@dataclass(frozen=True, slots=True)
class Served:
    """A running application and those who ask it."""

    app: FastAPI
    writer: TestClient
    reader: TestClient
    nobody: TestClient
    db: Path


@contextmanager
def served(db: Path, **settings: Any) -> Iterator[Served]:
    """Serve an archive that is there; it may be asked as often as a test likes."""
    keys = {}
    database = open_database(db, create=False)
    with database.write() as conn:
        for scope in ("write", "read"):
            keys[scope] = make_token(conn, f"made for a test: {scope}", scope)[1]
    database.close()
    app = create_app(Settings(db=str(db), **{"most_requests": 1_000_000, **settings}))

    def client(key: str | None) -> TestClient:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        return TestClient(app, base_url=ADDRESS, headers=headers, raise_server_exceptions=True)

    with client(keys["write"]) as writer:
        yield Served(app, writer, client(keys["read"]), client(None), db)


def described(client: TestClient) -> dict[str, Any]:
    """Return the OpenAPI document."""
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def errors(
    document: dict[str, Any], path: str, body: Any, *, status: int = 200, method: str = "get"
) -> list[str]:
    """Return where an answer of a path is not as it is described."""
    content = document["paths"][path][method]["responses"][str(status)]["content"]
    schema = next(iter(content.values()))["schema"]

    def moved(part: Any) -> Any:
        return json.loads(json.dumps(part).replace("#/components/schemas/", "#/$defs/"))

    whole = {**moved(schema), "$defs": moved(document["components"]["schemas"])}
    found = jsonschema_rs.Draft202012Validator(whole).iter_errors(body)
    return [f"{'/'.join(map(str, one.instance_path))}: {one.message}" for one in found]


def is_problem(answer: Any, status: int) -> dict[str, Any]:
    """Assert that an answer is a problem as RFC 9457 has it, and return it."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    return body
