"""The command line: a thin face on :mod:`detente.workbench`.

Answers go to stdout, progress and notes to stderr. Exit status: 0 done, 2 the input or the
call is wrong (what could be done was done), 70 a bug of ours, 130 interrupted.
``check`` leaves with 1 where findings are as grave as ``--fail-on`` says.
"""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

import detente
from detente.cli_backtest import backtest
from detente.cli_brief import brief
from detente.cli_case import accept, schema
from detente.cli_check import check, rules
from detente.cli_compare import compare
from detente.cli_convert import convert
from detente.cli_draft import draft
from detente.cli_explore import explore
from detente.cli_options import (
    Actors,
    AsJson,
    Date,
    Files,
    ModelName,
    NoTagger,
    Passes,
    Quiet,
    RulesOnly,
    check_output,
    day_of,
)
from detente.cli_reading import counter_on_terminal, error, finish, read_documents
from detente.cli_solve import methods, solve
from detente.errors import DetenteError, InputError, Stopped

app = typer.Typer(
    name="detente",
    help="From reporting on a negotiation to evidence that can be questioned.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_INTERRUPTED = 130
_INTERRUPTION = "interrupted; what was finished is kept, nothing is half-written"


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"detente {detente.__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """From reporting on a negotiation to evidence that can be questioned."""


@app.command()
def read(
    files: Files,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write the ledger (JSON) to this file.",
            show_default=False,
        ),
    ] = None,
    date: Date = None,
    model: ModelName = None,
    rules_only: RulesOnly = False,
    no_tagger: NoTagger = False,
    actors: Actors = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print with each item the rule that made it.")
    ] = False,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="FOLDER",
            help="Write one ledger a document into this folder, on all cores; run again to go on.",
            show_default=False,
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            show_default=False,
            help="Worker processes for --into; all cores if left out.",
        ),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Read documents into a ledger of evidence: who says what, what is claimed and planned."""
    from detente import workbench
    from detente.report.overview import overview
    from detente.saving import save

    passes = Passes(model, rules_only, not no_tagger)
    if into is not None:
        if output is not None or explain or actors is not None:
            raise InputError(
                "--into writes one file a document; leave out --output, --explain and --actors"
            )
        _read_into(into, files, date, passes, jobs, as_json, quiet)
        return
    if jobs is not None:
        raise InputError("--jobs goes with --into; leave it out or add --into FOLDER")

    if output is not None:
        check_output(output, files)
    result = read_documents(files, date, passes, actors, quiet)
    if output is not None:
        save(result.ledger.to_json() + "\n", output)
    if as_json:
        typer.echo(result.ledger.to_json())
    elif output is not None:
        typer.echo(str(output))
    else:
        typer.echo(overview(result.ledger, rules=workbench.rules() if explain else None))
    finish(result)


def _read_into(
    folder: Path,
    files: list[str],
    date: str | None,
    passes: Passes,
    jobs: int | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Read many documents into a folder, with a progress bar on a terminal."""
    from detente import bulk
    from detente.engines.engine import Engine
    from detente.engines.processes import Processes
    from detente.engines.serial import Serial

    engine: Engine = Serial() if jobs == 1 else Processes(jobs)
    counts = {"read": 0, "there already": 0, "unreadable": 0}
    with counter_on_terminal(quiet) as advance:
        for outcome in bulk.read_into(
            folder,
            files,
            engine,
            rules_only=passes.rules_only,
            model=passes.model,
            tagger=passes.tagger,
            date=day_of(date),
        ):
            counts[outcome.state] += 1
            if outcome.state == "unreadable":
                error(f"{outcome.name}: {outcome.reason}")
            advance(sum(counts.values()), outcome.name)
    if as_json:
        typer.echo(
            json.dumps(
                {"folder": str(folder), **{k.replace(" ", "_"): v for k, v in counts.items()}}
            )
        )
    else:
        typer.echo(
            f"{folder}: {counts['read']:,} read, {counts['there already']:,} there already, "
            f"{counts['unreadable']:,} unreadable"
        )
    if counts["unreadable"]:
        raise typer.Exit(2)


app.command()(accept)
app.command()(brief)
app.command()(check)
app.command()(draft)
app.command()(rules)
app.command()(schema)
app.command()(compare)
app.command()(convert)
app.command()(solve)
app.command()(explore)
app.command()(methods)
app.command()(backtest)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; never shows a traceback for what a user did."""
    # A closed pipe (detente read … | head) is not an error of ours.
    command: Any = typer.main.get_command(app)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What is printed may hold any character of a document; JSON is UTF-8 by its nature.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = command.main(args=arguments, prog_name="detente", standalone_mode=False)
    except (typer.Abort, KeyboardInterrupt):
        error(_INTERRUPTION)
        sys.exit(_INTERRUPTED)
    except DetenteError as fault:
        for line in str(fault).splitlines():
            error(line)
        sys.exit(_INTERRUPTED if isinstance(fault, Stopped) else 2)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        sys.exit(0)
    except Exception as fault:
        if type(fault).__name__ == "NoArgsIsHelpError":
            typer.echo(str(fault), err=True)
            sys.exit(2)
        if hasattr(fault, "format_message"):  # click's own errors: a wrong call
            error(f"{fault.format_message()} (see detente --help)")
            sys.exit(2)
        if os.environ.get("DETENTE_TRACEBACK"):
            raise
        error(
            f"internal fault ({type(fault).__name__}: {fault}); this is a bug of detente, "
            "DETENTE_TRACEBACK=1 shows where"
        )
        sys.exit(70)
    if status == _INTERRUPTED:
        error(_INTERRUPTION)
    sys.exit(status if isinstance(status, int) else 0)
