"""Reading on behalf of a command: options in, progress and notes to stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from detente.cli_options import Passes, day_of
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.evidence.ledger import Ledger
    from detente.workbench import Progress, ReadingResult


def read_documents(
    files: list[str],
    date: str | None,
    passes: Passes,
    actors: Path | None,
    quiet: bool,
) -> ReadingResult:
    """Read what the command line names, with the options it was given."""
    from detente import workbench

    if passes.model is not None and passes.rules_only:
        raise InputError("--model and --rules-only exclude each other; give one of them")
    day = day_of(date)
    known = workbench.known_actors_of(actors)
    with progress_on_terminal(quiet) as progress:
        if not passes.rules_only:
            progress("loading the model")
        chosen = workbench.choose_model(
            passes.model, rules_only=passes.rules_only, tagger=passes.tagger
        )
        if chosen is None and not passes.rules_only and not quiet:
            note(
                "no spaCy model is installed: reading by rules only "
                "(pip install 'detente[nlp]' and a model adds a second pass)"
            )
        return workbench.read_files(
            files, model=chosen, date=day, known_actors=known, progress=progress
        )


@contextmanager
def counter_on_terminal(quiet: bool) -> Iterator[Callable[[int, str], None]]:
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


def finish(result: ReadingResult) -> None:
    """Say what could not be read and leave with status 2 if anything could not."""
    for warning in (f"{d.name}: {w}" for d in result.ledger.documents for w in d.warnings):
        note(warning)
    told = {f"{p}; left out" for p in result.problems}
    for line in result.ledger.notes:
        if line not in told:
            note(line)
    for problem in result.problems:
        error(str(problem))
    if result.problems:
        raise typer.Exit(2)


@contextmanager
def progress_on_terminal(quiet: bool, doing: str = "reading") -> Iterator[Progress]:
    """A callback that shows what is being done: a spinner on a terminal, else nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(doing) as status:
        yield lambda name: status.update(Text(f"{doing} {name}"))


def note(line: str) -> None:
    """Something the user should know, to stderr."""
    typer.echo(f"note: {line}", err=True)


def error(line: str) -> None:
    """Something that is wrong, to stderr."""
    typer.echo(f"error: {line}", err=True)


def read_or_load(
    files: list[str],
    date: str | None,
    passes: Passes,
    actors: Path | None,
    quiet: bool,
) -> tuple[Ledger, ReadingResult | None]:
    """The ledger of documents, read now with what came of it, or of ledger files.

    Raises
    ------
    InputError
        If both kinds are given.
    """
    from detente.checking import is_ledger, load_ledgers

    kinds = {is_ledger(f) for f in files}
    if len(kinds) > 1:
        raise InputError("give documents or ledgers (.json), not both in one call")
    if kinds == {True}:
        return load_ledgers(files), None
    result = read_documents(files, date, passes, actors, quiet)
    return result.ledger, result
