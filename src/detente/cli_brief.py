"""The command ``brief``."""

from __future__ import annotations

import json
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
    day_of,
)
from detente.cli_reading import error, finish, progress_on_terminal, read_documents
from detente.errors import InputError


def brief(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES...",
            help="Documents (.txt .md .html .pdf .docx), folders of them, or - for standard "
            "input; or one case file, of ours or of another tool.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Where to write it: .pdf and .docx make such a file, anything else a page.",
        ),
    ] = Path("brief.html"),
    title: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="Title of the briefing; the document's or the case's own if left out.",
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
    """Write the briefing of documents or of a case: what is said, what follows, on what it rests.

    Documents are read and checked, a case is drafted from them and asked every question it can
    answer; what was drafted is marked so. A case file is asked the same questions.
    """
    from detente import publishing

    cases = [f for f in files if publishing.is_case_file(f)]
    if cases:
        _brief_case(files, cases, output, title, (date, model, actors), as_json, quiet)
        return
    from detente.checking import check_ledger
    from detente.configuration import find_configuration

    check_output(output, files)
    passes = Passes(model, rules_only, not no_tagger)
    result = read_documents(files, date, passes, actors, quiet)
    settings = find_configuration(Path.cwd())
    shown = check_ledger(result.ledger, settings, files, date=day_of(date))
    for fault in shown.faults:
        error(fault)
    with progress_on_terminal(quiet, "asking") as tell:
        page = publishing.brief_documents(
            result.ledger, findings=shown.findings, title=title, tell=tell
        )
        publishing.publish(page, output)
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "briefing": str(output),
                    "documents": [d.name for d in result.ledger.documents],
                    "items": sum(1 for _ in result.ledger.items()),
                    "findings": shown.counted(),
                    "problems": [str(p) for p in result.problems],
                },
                ensure_ascii=False,
            )
        )
    else:
        typer.echo(str(output))
    finish(result)


def _brief_case(
    files: list[str],
    cases: list[str],
    output: Path,
    title: str | None,
    for_documents: tuple[object, ...],
    as_json: bool,
    quiet: bool,
) -> None:
    from detente import publishing

    if len(files) > 1:
        raise InputError(f"give documents, or one case: {cases[0]} is a case")
    if any(option is not None for option in for_documents):
        raise InputError("--date, --model and --actors go with documents; leave them out")
    check_output(output, files)
    with progress_on_terminal(quiet, "asking") as tell:
        publishing.publish(publishing.brief_case(Path(files[0]), title=title, tell=tell), output)
    typer.echo(json.dumps({"briefing": str(output), "case": files[0]}) if as_json else str(output))
