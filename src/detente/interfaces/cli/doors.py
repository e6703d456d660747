"""`detente token` and `detente account`: keys of programs, and who may log in from other machines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.interfaces.cli.options import DEFAULT_DB, Db, Json
from detente.interfaces.cli.page import print_json
from detente.interfaces.words import count_words
from detente.store import open_database
from detente.userdata import (
    accounts,
    make_token,
    put_account,
    remove_account,
    revoke_token,
    tokens,
)

app = typer.Typer(add_completion=False, rich_markup_mode=None)
token = typer.Typer(help="Make, list and revoke keys for the HTTP API.", no_args_is_help=True)
account = typer.Typer(help="Say who may log in from other machines.", no_args_is_help=True)
app.add_typer(token, name="token")
app.add_typer(account, name="account")
_Scope = Annotated[Literal["read", "write"], typer.Option("--scope", help="What may be done with it.")]


@token.command("add")
def add_token(
    label: Annotated[str, typer.Argument(metavar="LABEL", help="What the key is for.")],
    scope: _Scope = "read",
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Make a key and print it; it is printed once, and only its hash is kept."""
    with _writing(db) as conn:
        made, key = make_token(conn, label, scope)
    if as_json:
        print_json({"id": made.id, "label": made.label, "scope": made.scope, "key": key})
        return
    typer.echo(key)
    typer.echo(f"`detente token revoke {made.id}` ends it. Keep it: it is not shown again.", err=True)


@token.command("list")
def list_tokens(as_json: Json = False, db: Db = DEFAULT_DB) -> None:
    """List the keys that work, without what they are."""
    with _reading(db) as conn:
        found = tokens(conn)
    if as_json:
        print_json(found)
        return
    for one in found:
        typer.echo(f"{one.id}  {one.scope:5}  {one.made[:10]}  {one.label}")
    typer.echo(count_words(len(found), "key"), err=True)


@token.command("revoke")
def revoke(
    id: Annotated[str, typer.Argument(metavar="ID", help="The eight digits `token list` shows.")],
    db: Db = DEFAULT_DB,
) -> None:
    """End a key at once."""
    with _writing(db) as conn:
        if not revoke_token(conn, id):
            raise UnknownName(f"no key {id!r}", "`detente token list` shows them")
    typer.echo(f"The key {id} works no more.")


@account.command("add")
def add_account(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to log in with.")],
    scope: _Scope = "write",
    db: Db = DEFAULT_DB,
) -> None:
    """Make an account, or change its password; the password is asked for, or read from a pipe."""
    if sys.stdin.isatty():
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    with _writing(db) as conn:
        made = put_account(conn, name, password, scope)
    typer.echo(f"{made.name} may log in and {made.scope}.")


@account.command("list")
def list_accounts(as_json: Json = False, db: Db = DEFAULT_DB) -> None:
    """List who may log in."""
    with _reading(db) as conn:
        found = accounts(conn)
    if as_json:
        print_json(found)
        return
    for one in found:
        typer.echo(f"{one.scope:5}  {one.made[:10]}  {one.name}")
    typer.echo(count_words(len(found), "account"), err=True)


@account.command("remove")
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to log in with.")],
    db: Db = DEFAULT_DB,
) -> None:
    """Delete an account; its sessions end at once."""
    with _writing(db) as conn:
        if not remove_account(conn, name):
            raise UnknownName(f"no account {name!r}", "`detente account list` shows them")
    typer.echo(f"{name} may not log in any more.")


@contextmanager
def _writing(db: Path) -> Iterator[Connection]:
    database = open_database(db, create=False)
    try:
        with database.write() as conn:
            yield conn
    finally:
        database.close()


@contextmanager
def _reading(db: Path) -> Iterator[Connection]:
    database = open_database(db, create=False)
    try:
        with database.read() as conn:
            yield conn
    finally:
        database.close()
