"""The command ``draft``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli_options import (
    Actors,
    AsJson,
    Date,
    ModelName,
    Quiet,
    RulesOnly,
    check_output,
)
from detente.cli_reading import finish, note, read_documents
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.evidence.ledger import Ledger
    from detente.workbench import ReadingResult


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
    ledger, result = _ledger(files, date, model, rules_only, actors, quiet)
    drafted = workbench.write_draft(ledger, output, title=title)
    if not quiet:
        for line in drafted.summary:
            note(line)
    typer.echo(drafted.json if as_json else str(output), nl=not as_json)
    if result is not None:
        finish(result)


def _ledger(
    files: list[str],
    date: str | None,
    model: str | None,
    rules_only: bool,
    actors: Path | None,
    quiet: bool,
) -> tuple[Ledger, ReadingResult | None]:
    from detente.checking import is_ledger, load_ledgers

    kinds = {is_ledger(f) for f in files}
    if len(kinds) > 1:
        raise InputError("give documents or ledgers (.json), not both in one call")
    if kinds == {True}:
        return load_ledgers(files), None
    result = read_documents(files, date, model, rules_only, actors, quiet)
    return result.ledger, result
