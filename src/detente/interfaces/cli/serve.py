"""`detente serve`: the record in a browser, and its HTTP API."""

from __future__ import annotations

import os
import socket
import webbrowser
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from detente.errors import ArchiveError, DetenteError
from detente.interfaces.cli.options import DEFAULT_DB, Db

app = typer.Typer(add_completion=False, rich_markup_mode=None)
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]
Port = Annotated[
    int | None, typer.Option("--port", min=1, max=65535, metavar="N", help="Port; 8613 by default.")
]
_SERVER = "detente.interfaces.server"


@app.command()
def serve(
    open_it: Open = False,
    port: Port = None,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Address to listen on.")
    ] = "127.0.0.1",
    allow_remote: Annotated[
        bool,
        typer.Option("--allow-remote", help="Let other machines in, by accounts of the archive."),
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name", metavar="HOST", help="A name that browsers call it by, with its port; repeat it."
        ),
    ] = None,
    db: Db = DEFAULT_DB,
) -> None:
    """Show the archive in a browser until it is interrupted.

    Only this machine reaches it, and only who opens the link that is printed: the link works once.
    With --allow-remote other machines reach it too, and everybody logs in with an account.
    """
    serve_archive(db, host, port, allow_remote, tuple(name or ()), open_it)


def serve_archive(
    db: Path | str,
    host: str = "127.0.0.1",
    port: int | None = None,
    allow_remote: bool = False,
    names: tuple[str, ...] = (),
    open_it: bool = False,
) -> None:
    """Serve an archive until it is interrupted; print, and open, the link that lets one in.

    Raises DetenteError where packages are missing, where the address is taken, and where others could
    reach it without leave; ArchiveError where there is no archive.
    """
    settings_of = part("settings")
    settings = settings_of.Settings(
        db=str(db),
        host=host,
        port=port or settings_of.PORT,
        names=names,
        allow_remote=allow_remote,
        prepare=True,
        **({"secret": secret} if (secret := os.environ.get("DETENTE_SECRET")) else {}),
    )
    made = part("app").create_app(settings)
    access = made.state.access
    if allow_remote and not access.has_accounts():
        raise ArchiveError(
            f"archive {settings.db!r}: nobody has an account, and nothing was started",
            "make one with `detente account add NAME`",
        )
    sock = _bound(settings.host, settings.port)
    import uvicorn

    config = uvicorn.Config(
        made, log_level="warning", access_log=False, server_header=False, proxy_headers=False
    )
    if settings.single:
        link = access.link()
        typer.echo(f"Open {link}")
        typer.echo("The link works once; Ctrl+C ends.", err=True)
    else:
        link = settings.address
        typer.echo(f"Serving {link}")
        typer.echo("Put it behind a proxy that speaks HTTPS. Ctrl+C ends.", err=True)
    if open_it:
        # The socket listens already, so the browser waits until the server answers.
        webbrowser.open(link)
    uvicorn.Server(config).run(sockets=[sock])


def part(name: str) -> Any:
    """Return a module of the server; raises DetenteError where its packages are not installed."""
    try:
        return import_module(f"{_SERVER}.{name}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("detente"):
            raise
        raise DetenteError(
            f"the server needs the package {error.name!r}", 'install `"detente[server]"`'
        ) from error


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
        sock.listen(128)
    except OSError as error:
        sock.close()
        raise DetenteError(
            f"{host} port {port} cannot be used ({error.strerror})", "name another with --port"
        ) from error
    return sock
