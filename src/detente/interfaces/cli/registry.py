"""`detente registry`: check it, lay files over it, add a term, write it out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from detente.archive import Archive
from detente.errors import RegistryError
from detente.interfaces.cli.options import DEFAULT_DB, Db, Json
from detente.interfaces.cli.page import Page, print_json
from detente.interfaces.words import count_words
from detente.knowledge.diaries import DIARIES
from detente.knowledge.registry import Registry, registry
from detente.knowledge.registry_check import remarks
from detente.knowledge.registry_export import as_csv, as_ftm, as_jsonl
from detente.knowledge.registry_import import FORMATS, Imported
from detente.query.names import state_code
from detente.records import Tenure

app = typer.Typer(add_completion=False, rich_markup_mode=None)
group = typer.Typer(
    name="registry",
    help="Who held which office when: check it, lay files over it, add to it, write it out.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(group)
_WRITERS = {"csv": as_csv, "ftm": as_ftm, "jsonl": as_jsonl}
_SHOWN = 10
_LABEL = 9

Format = Annotated[
    str,
    typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join([*FORMATS, *DIARIES])}."),
]


@app.callback()
def _commands() -> None:
    """Hold the group below it, so that this module is loaded when it is asked for."""


@group.command()
def check(as_json: Json = False, db: Db = DEFAULT_DB) -> None:
    """Name what contradicts itself in the registry; exit code 1 when something does.

    Two holders of one seat at once, terms that end before they begin, states nobody knows. Long
    vacancies and terms open for many years are told as well: they may be right. Without an archive the
    built-in registry is checked.
    """
    known = _known(db)
    wrong = known.check()
    odd = list(remarks(known.tenures, known.many, date.today()))
    if as_json:
        print_json({"ok": not wrong, "tenures": len(known.tenures), "problems": wrong, "remarks": odd})
    else:
        page = Page()
        for label, lines in (("look at", odd), ("PROBLEM", wrong)):
            for line in lines:
                page.entry(label, line, indent=0, gap=_LABEL)
        people = count_words(_people(known), "person", "persons")
        checked = f"{count_words(len(known.tenures), 'tenure')} of {people}"
        found = count_words(len(wrong), "contradiction") if wrong else "no contradiction"
        page.line(f"{checked}: {found}, {count_words(len(odd), 'remark')}.")
    if wrong:
        raise typer.Exit(1)


@group.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file; for pocom also its folder.")],
    format: Format = "csv",
    state: Annotated[
        str | None,
        typer.Option("--state", metavar="STATE", help="The state of offices that name none."),
    ] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Leave out what is wrong and take the rest.")
    ] = False,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Lay a file of office holders over the registry of an archive: all of it, or nothing.

    Articles in which a changed name or office stands are made anew by the next `detente build`. A diary
    of official journeys (travels, visits) is laid beside the meetings instead, and changes no article;
    STATE is then the state that keeps it.
    """
    if format in DIARIES:
        with Archive.open(db) as archive:
            host = state_code(state) if state else "USA"
            told = archive.own.import_diary(file, format, host=host)
        if as_json:
            print_json({"file": file.name, "asserted": told})
        else:
            typer.echo(
                f"{count_words(told, 'visit or meeting', 'visits and meetings')} beside the articles."
            )
        return
    with Archive.open(db) as archive:
        report = archive.own.import_file(
            file, format, state=state_code(state) if state else "", keep_going=keep_going
        )
    _tell(report.imported, report.articles, as_json)


@group.command()
def add(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="The full name.")],
    office: Annotated[
        str, typer.Argument(metavar="OFFICE", help='"foreign minister", foreign-minister.')
    ],
    state: Annotated[str, typer.Argument(metavar="STATE", help="The state of the office.")],
    start: Annotated[
        str, typer.Option("--from", metavar="DATE", help="First day, month or year in office.")
    ],
    end: Annotated[
        str, typer.Option("--to", metavar="DATE", help="Last day; without it the term goes on.")
    ] = "",
    title: Annotated[
        str, typer.Option("--title", metavar="WORDS", help="The office as it is shown.")
    ] = "",
    also: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="Another full name of the person."),
    ] = None,
    note: Annotated[
        str, typer.Option("--note", metavar="WORDS", help="What the term rests on.")
    ] = "added by the reader",
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Add one term in office to the registry of an archive."""
    with Archive.open(db) as archive:
        report = archive.own.add(
            person, office, state_code(state), start, end, title=title, names=also or (), note=note
        )
    _tell(report.imported, report.articles, as_json)


@group.command()
def export(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Without it, print it.")] = None,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="One of csv, ftm, jsonl.")
    ] = "csv",
    mine: Annotated[
        bool, typer.Option("--mine", help="Only what was imported or added, not what is built in.")
    ] = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Write the registry, with what was imported and judged in an archive where there is one.

    The csv can be imported again.
    """
    if format not in _WRITERS:
        raise RegistryError(f"no format {format!r}", f"formats are {', '.join(_WRITERS)}")
    known, tenures = _known(db), _known(db).tenures
    if mine:
        tenures = _own(db)
    lines = _WRITERS[format](known, tenures)
    if file is None:
        for line in lines:
            typer.echo(line)
        return
    try:
        with file.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise RegistryError(f"{file}: {error.strerror}", "name a file that may be written") from error
    typer.echo(f"{count_words(len(tenures), 'tenure')} in {file}.", err=True)


def _tell(found: Imported, articles: int, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "tenures": len(found.layer.tenures),
                "new_persons": found.persons,
                "known_persons": found.known,
                "undated": found.undated,
                "faults": [str(fault) for fault in found.faults],
                "articles": articles,
            }
        )
        return
    for fault in found.faults[:_SHOWN]:
        typer.echo(f"left out  {fault}", err=True)
    if len(found.faults) > _SHOWN:
        typer.echo(f"left out  and {len(found.faults) - _SHOWN} more", err=True)
    typer.echo(". ".join(_sums(found, articles)) + ".")


def _sums(found: Imported, articles: int) -> Iterator[str]:
    persons = count_words(found.persons, "new person", "new persons")
    yield f"{count_words(len(found.layer.tenures), 'tenure')}, {persons}, {found.known} known already"
    if found.undated:
        yield f"{count_words(found.undated, 'term')} without a beginning left out"
    if found.faults:
        yield f"{count_words(len(found.faults), 'row')} left out"
    if articles:
        yield f"{count_words(articles, 'article')} to make anew: run `detente build`"


def _known(db: Path) -> Registry:
    """Return the registry of an archive, the built-in one where there is no archive by default."""
    if db == DEFAULT_DB and not db.exists():
        return registry()
    with Archive.open(db, create=False) as archive:
        return archive.own.registry()


def _own(db: Path) -> tuple[Tenure, ...]:
    with Archive.open(db, create=False) as archive:
        return archive.own.layer().tenures


def _people(known: Registry) -> int:
    return sum(actor.kind == "person" for actor in known.actors.values())
