"""The command line: a thin face on :mod:`detente.workbench`.

Answers go to stdout, progress and notes to stderr. Exit status: 0 done, 2 the input or the
call is wrong (what could be done was done), 70 a bug of ours, 130 interrupted.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import detente
from detente.cli_options import (
    Actors,
    AsJson,
    Date,
    Files,
    ModelName,
    Quiet,
    RulesOnly,
    check_output,
    day_of,
)
from detente.errors import DetenteError, InputError

if TYPE_CHECKING:
    from detente.workbench import Progress, ReadingResult

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
def brief(
    files: Files,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="Where to write the page.")
    ] = Path("brief.html"),
    title: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="Title of the briefing; the document's own if left out.",
            show_default=False,
        ),
    ] = None,
    date: Date = None,
    model: ModelName = None,
    rules_only: RulesOnly = False,
    actors: Actors = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Read documents and write a briefing in which every claim leads to its words."""
    from detente import workbench

    check_output(output, files)
    result = _read(files, date, model, rules_only, actors, quiet)
    workbench.write_briefing(result.ledger, output, title=title)
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "briefing": str(output),
                    "documents": [d.name for d in result.ledger.documents],
                    "items": sum(1 for _ in result.ledger.items()),
                    "problems": [str(p) for p in result.problems],
                },
                ensure_ascii=False,
            )
        )
    else:
        typer.echo(str(output))
    _finish(result)


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

    if into is not None:
        if output is not None or explain or actors is not None:
            raise InputError(
                "--into writes one file a document; leave out --output, --explain and --actors"
            )
        _read_into(into, files, date, model, rules_only, jobs, as_json, quiet)
        return
    if jobs is not None:
        raise InputError("--jobs goes with --into; leave it out or add --into FOLDER")

    if output is not None:
        check_output(output, files)
    result = _read(files, date, model, rules_only, actors, quiet)
    if output is not None:
        save(result.ledger.to_json() + "\n", output)
    if as_json:
        typer.echo(result.ledger.to_json())
    elif output is not None:
        typer.echo(str(output))
    else:
        typer.echo(overview(result.ledger, rules=workbench.rules() if explain else None))
    _finish(result)


def _read(
    files: list[str],
    date: str | None,
    model: str | None,
    rules_only: bool,
    actors: Path | None,
    quiet: bool,
) -> ReadingResult:
    from detente import workbench

    if model is not None and rules_only:
        raise InputError("--model and --rules-only exclude each other; give one of them")
    day = day_of(date)
    known = workbench.known_actors_of(actors)
    with _progress(quiet) as progress:
        if not rules_only:
            progress("loading the model")
        chosen = workbench.choose_model(model, rules_only=rules_only)
        if chosen is None and not rules_only and not quiet:
            _note(
                "no spaCy model is installed: reading by rules only "
                "(pip install 'detente[nlp]' and a model adds a second pass)"
            )
        return workbench.read_files(
            files, model=chosen, date=day, known_actors=known, progress=progress
        )


def _read_into(
    folder: Path,
    files: list[str],
    date: str | None,
    model: str | None,
    rules_only: bool,
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
    with _bar(quiet) as advance:
        for outcome in bulk.read_into(
            folder, files, engine, rules_only=rules_only, model=model, date=day_of(date)
        ):
            counts[outcome.state] += 1
            if outcome.state == "unreadable":
                _error(f"{outcome.name}: {outcome.reason}")
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


@contextmanager
def _bar(quiet: bool) -> Iterator[Callable[[int, str], None]]:
    """A counter of documents with pace and time, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield lambda count, name: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,.0f} documents, {task.fields[pace]}"),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, pace="")

        def advance(count: int, name: str) -> None:
            seconds = bar.tasks[0].elapsed or 0.001
            bar.update(task, completed=count, description=name, pace=f"{count / seconds:.1f}/s")

        yield advance


def _finish(result: ReadingResult) -> None:
    """Say what could not be read and leave with status 2 if anything could not."""
    for warning in (f"{d.name}: {w}" for d in result.ledger.documents for w in d.warnings):
        _note(warning)
    told = {f"{p}; left out" for p in result.problems}
    for note in result.ledger.notes:
        if note not in told:
            _note(note)
    for problem in result.problems:
        _error(str(problem))
    if result.problems:
        raise typer.Exit(2)


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress]:
    """A callback that shows what is being read: a spinner on a terminal, else nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status("reading") as status:
        yield lambda name: status.update(Text(f"reading {name}"))


def _note(line: str) -> None:
    typer.echo(f"note: {line}", err=True)


def _error(line: str) -> None:
    typer.echo(f"error: {line}", err=True)


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
        _error(_INTERRUPTION)
        sys.exit(_INTERRUPTED)
    except DetenteError as error:
        for line in str(error).splitlines():
            _error(line)
        sys.exit(2)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        sys.exit(0)
    except Exception as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            typer.echo(str(error), err=True)
            sys.exit(2)
        if hasattr(error, "format_message"):  # click's own errors: a wrong call
            _error(f"{error.format_message()} (see detente --help)")
            sys.exit(2)
        if os.environ.get("DETENTE_TRACEBACK"):
            raise
        _error(
            f"internal fault ({type(error).__name__}: {error}); this is a bug of detente, "
            "DETENTE_TRACEBACK=1 shows where"
        )
        sys.exit(70)
    if status == _INTERRUPTED:
        _error(_INTERRUPTION)
    sys.exit(status if isinstance(status, int) else 0)
