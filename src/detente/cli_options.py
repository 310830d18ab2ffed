"""What the command line's options are, and whether what was given for them will do."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from detente.errors import InputError

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILES...",
        help="Documents (.txt .md .html .pdf .docx), folders of them, or - for standard input.",
        show_default=False,
    ),
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        help="Day that 'Monday' or 'last week' count from; each document's own date if left out.",
        show_default=False,
    ),
]
ModelName = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="spaCy model to read with, by name or folder; the installed English one if left out.",
        show_default=False,
    ),
]
RulesOnly = Annotated[bool, typer.Option("--rules-only", help="Read without any model.")]
NoTagger = Annotated[
    bool, typer.Option("--no-tagger", help="Leave out the learned tagger, where it is installed.")
]
Actors = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="Your own actors and aliases (YAML), which win over what is found.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, only problems.")]


@dataclass(frozen=True)
class Passes:
    """What documents are read with besides rules.

    ``model`` is a spaCy model by name or folder, the installed one if None.
    """

    model: str | None = None
    rules_only: bool = False
    tagger: bool = True


def day_of(date: str | None) -> dt.date | None:
    """The day an option names; None without one."""
    if date is None:
        return None
    try:
        return dt.date.fromisoformat(date)
    except ValueError:
        raise InputError(f"--date {date!r} is not a day; write it as 2024-05-31") from None


def check_output(path: Path, files: list[str]) -> None:
    """Refuse a place that cannot or should not be written before any work is done."""
    from detente import workbench

    if path.is_dir():
        raise InputError(f"{path}: is a folder; give the file to write with -o")
    if path.exists():
        if not path.is_file():
            raise InputError(f"{path}: is no regular file; give the file to write with -o")
        if workbench.is_source(path, files):
            raise InputError(f"{path}: is one of the documents to read; write elsewhere with -o")
        if not workbench.is_ours(path):
            raise InputError(
                f"{path}: is there already and was not written by detente "
                "or may hold your own work; remove it or write elsewhere with -o"
            )
    parent = path.parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"{parent}: cannot be made ({error.strerror}); choose another -o"
        ) from error
    if not os.access(parent, os.W_OK):
        raise InputError(f"{parent}: cannot be written to; choose another place with -o")
