"""`detente demo`: the demo corpus becomes an archive and the record of USA and Russia."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from detente.archive import Archive
from detente.errors import ArchiveError
from detente.interfaces.cli.corpus import demo_files
from detente.interfaces.cli.intake import add_articles, build_rows, report_build
from detente.interfaces.cli.page import Page
from detente.interfaces.cli.record_page import MOST, REFS, print_record
from detente.interfaces.cli.serve import Open, Port, serve_archive
from detente.query.views import Relationship

app = typer.Typer(add_completion=False, rich_markup_mode=None)
DEMO_DB = Path("detente-demo.db")


@app.command()
def demo(
    db: Annotated[
        Path, typer.Option("--db", metavar="PATH", help="The archive file that the demo makes.")
    ] = DEMO_DB,
    keep: Annotated[
        bool, typer.Option("--keep", help="Go on with an archive that is there instead of a new one.")
    ] = False,
    open_it: Open = False,
    port: Port = None,
) -> None:
    """Build the demo archive and print the record of the United States and Russia.

    With --open the archive is also shown in the browser, until it is interrupted.

    The demo corpus is articles on the relations of the two from February to September 2013, written
    for the project under invented outlets. An archive of an earlier demo is made anew; one that holds
    anything else is never touched without --keep.
    """
    files = demo_files()
    if not keep:
        _clear(db, files)
    with Archive.open(db) as archive:
        added = add_articles(archive, [str(path) for path in files])
        well = report_build(build_rows(archive, 1)) and not added.failed
        record = archive.relationship("USA", "RUS")
    print_record(Page(REFS), record, MOST, f"--db {db}")
    if open_it:
        serve_archive(db, port=port, open_it=True)
        return
    typer.echo(_next(db, record), err=True)
    if not well:
        raise typer.Exit(1)


def _clear(db: Path, files: Sequence[Path]) -> None:
    """Remove the archive of an earlier demo; refuse where it holds an article of somebody's own."""
    if not db.exists():
        return
    names = {path.name for path in files}
    with Archive.open(db, create=False) as archive:
        own = [
            item for item in archive.articles() if Path(item.path.partition("#")[0]).name not in names
        ]
    if own:
        raise ArchiveError(
            f"archive {str(db)!r}: it holds {own[0].path!r}, which is no article of the demo",
            "name another file with --db, or add the demo to it with --keep",
        )
    for path in (db, db.with_name(f"{db.name}-wal"), db.with_name(f"{db.name}-shm")):
        path.unlink(missing_ok=True)


def _next(db: Path, record: Relationship) -> str:
    """Return the commands to try next, with references that are there."""
    met = (*record.meetings, *record.contacts)
    ref = met[0].refs[0].label if met else record.articles[0].short if record.articles else "ID"
    where = f"--db {db}"
    return "\n".join(
        [
            "",
            "Next:",
            f"  detente show {ref} {where}",
            f"  detente record USA RUS --as-of 2013-03-31 {where}",
            f"  detente statements --by lavrov {where}",
            f"  detente meetings USA RUS --status planned {where}",
            f'  detente search "missile defence" {where}',
            f"  detente serve --open {where}",
            "  detente add YOUR-ARTICLES/ --db own.db",
        ]
    )
