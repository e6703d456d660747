"""The commands by name; a command's module is imported when it is run, so that help is quick.

Exit codes: 0 all well, 1 problems were found or an input could not be used, 2 the command was not
understood, 130 interrupted.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from detente.errors import DetenteError

if TYPE_CHECKING:
    from typer._click.core import Command, Context
    from typer._click.formatting import HelpFormatter


@dataclass(frozen=True, slots=True)
class Entry:
    """A command in the list of commands."""

    module: str
    """Module of this package that holds it."""
    summary: str
    """What it does, in one line."""


COMMANDS: dict[str, dict[str, Entry]] = {
    "Start": {
        "demo": Entry("demo", "Build the demo archive and print the record of USA and Russia."),
        "init": Entry("intake", "Make an empty archive."),
    },
    "Take in": {
        "add": Entry("intake", "Add articles to the archive and build their rows."),
        "fetch": Entry("collecting", "Fetch pages, feeds and sitemaps of the web into the archive."),
        "watch": Entry("collecting", "Ask feeds again and again and take in what is new."),
        "build": Entry("intake", "Build the rows of every article that has none yet."),
        "read": Entry("reading", "Read articles and print what they hold; no archive needed."),
    },
    "Ask": {
        "record": Entry("record", "Print the record of two states."),
        "meetings": Entry("rows", "List meetings, calls and visits."),
        "statements": Entry("rows", "List who said what."),
        "positions": Entry("rows", "List where each stands on an issue."),
        "forecasts": Entry("rows", "List what is said to come."),
        "expert": Entry("expert", "Print what somebody has foretold, and what came of it."),
        "timeline": Entry("stories", "Tell what happened between two states day by day."),
        "series": Entry("course", "Print the course of a relationship week by week, each way."),
        "stories": Entry("stories", "List happenings with the articles that tell them."),
        "sagas": Entry("sagas", "List what runs on for months, as chains of happenings."),
        "compare": Entry("stories", "Lay the reports of one story side by side."),
        "contradictions": Entry("contradictions", "List where reports of one thing differ."),
        "search": Entry("searching", "Find articles and rows by a query."),
        "related": Entry("related", "List the articles that belong beside one, and why."),
        "show": Entry("showing", "Open an article, a sentence or a row."),
        "who": Entry("who", "Say who held an office, or which offices somebody held."),
    },
    "Show": {
        "serve": Entry("serve", "Show the archive in a browser; the HTTP API."),
        "token": Entry("doors", "Make, list and revoke keys for the HTTP API."),
        "account": Entry("doors", "Say who may log in from other machines."),
    },
    "Hand on": {
        "brief": Entry("briefing", "Write a briefing on two states, every line with its evidence."),
        "export": Entry("exporting", "Write rows as files that other programs read."),
    },
    "Judge": {
        "merge": Entry("judging", "Judge that two names are of one actor."),
        "split": Entry("judging", "Judge that two actors are not one."),
        "rename": Entry("judging", "Judge under which name an actor is shown."),
        "correct": Entry("correcting", "Correct one slot of a row: its day, place, people."),
        "issues": Entry("issues", "List issues, add your own, see what may be one."),
        "registry": Entry("registry", "Check, import, export or add to who held which office."),
    },
    "Check": {
        "verify": Entry("checks", "Re-read the words behind every row."),
        "doctor": Entry("checks", "Check the installation and the archive."),
    },
}
"""Every command, by the heading it stands under in the help."""


class Commands(TyperGroup):
    """The group of all commands: loads one on demand, and turns our errors into one line and exit 1."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Return the names of the commands in the order of the help."""
        return [name for entries in COMMANDS.values() for name in entries]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Return a command out of its module; None when there is none of that name."""
        for entries in COMMANDS.values():
            if entry := entries.get(cmd_name):
                module = import_module(f"detente.interfaces.cli.{entry.module}")
                loaded = typer.main.get_command(module.app)
                return loaded.commands[cmd_name] if isinstance(loaded, TyperGroup) else loaded
        return None

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the commands and their summaries under their headings, without loading any."""
        for heading, entries in COMMANDS.items():
            with formatter.section(heading):
                formatter.write_dl([(name, entry.summary) for name, entry in entries.items()])

    def invoke(self, ctx: Context) -> Any:
        """Run a command; an error of ours, or an interruption, is printed as one line."""
        try:
            return super().invoke(ctx)
        except DetenteError as error:
            complain(error)
            raise typer.Exit(1) from error
        except KeyboardInterrupt as error:
            typer.echo("detente: interrupted; what was finished is kept", err=True)
            raise typer.Exit(130) from error


app = typer.Typer(
    name="detente",
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"detente {version('detente')}")
        raise typer.Exit


@app.callback()
def detente(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Keep the sourced record of a relationship between states, read out of news coverage.

    Every line that is printed about an article ends in a reference such as [1f3a:12]; `detente show
    1f3a:12` opens the sentence.
    """


def complain(error: DetenteError) -> None:
    """Print an error of ours on standard error: one line, what and remedy."""
    typer.echo("detente: " + " ".join(str(error).split()), err=True)


def main() -> None:
    """Run the command line; a terminal that cannot show a character gets a question mark for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()
