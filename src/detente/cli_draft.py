"""The command ``draft``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli_options import (
    Actors,
    AsJson,
    Date,
    ModelName,
    NoTagger,
    Passes,
    Quiet,
    RulesOnly,
    check_output,
)
from detente.cli_reading import finish, note, read_or_load
from detente.errors import InputError


def draft(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES...",
            help="Documents or folders to read, or ledgers (.json) that read wrote.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="Where to write the case.")
    ] = Path("case.yaml"),
    title: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="Title of the case; the document's own if left out.",
            show_default=False,
        ),
    ] = None,
    date: Date = None,
    model: ModelName = None,
    rules_only: RulesOnly = False,
    no_tagger: NoTagger = False,
    actors: Actors = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Draft a case from documents: parties, issues, positions, red lines, levers, questions.

    Every drafted entry names the words it rests on and is marked as a draft until a person
    accepts it; what the documents do not say is asked, not filled in.
    """
    from detente import workbench

    if output.suffix.lower() not in workbench.CASE_SUFFIXES:
        raise InputError(f"{output}: a case is written as .yaml or .json; choose such a name")
    check_output(output, files)
    passes = Passes(model, rules_only, not no_tagger)
    ledger, result = read_or_load(files, date, passes, actors, quiet)
    drafted = workbench.write_draft(ledger, output, title=title)
    if not quiet:
        for line in drafted.summary:
            note(line)
    typer.echo(drafted.json if as_json else str(output), nl=not as_json)
    if result is not None:
        finish(result)
