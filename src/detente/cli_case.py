"""The commands ``accept`` and ``schema``."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from pathlib import Path
from typing import Annotated

import typer

from detente.cli_options import AsJson
from detente.errors import InputError


def accept(
    path: Annotated[
        Path,
        typer.Argument(metavar="CASE", help="Case file (.yaml or .json).", show_default=False),
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATHS...]",
            help="What to accept: positions, positions[2].salience, parties[egypt], "
            "positions[egypt/sinai]; without any the drafts are listed.",
            show_default=False,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Accept every draft.")] = False,
    undo: Annotated[
        bool,
        typer.Option(
            "--undo",
            help="Make drafts again of what was accepted last; what was changed since stays.",
        ),
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="NAME",
            help="Who accepts, for the log; the user's name if left out.",
            show_default=False,
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="YYYY-MM-DD",
            help="Day for the log; now if left out.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take over what was drafted in a case file: the mark goes, and the log says who and when."""
    from detente.case.accept import accept as accepted
    from detente.case.accept import named
    from detente.case.accept import undo as undone
    from detente.case.drafts import drafts
    from detente.case.load import load_case
    from detente.case.save import save_case

    if bool(paths) + everything + undo > 1:
        raise InputError("give paths, or --all, or --undo")
    case = load_case(path)
    if not paths and not everything and not undo:
        _told([named(case, p) for p in drafts(case)], "draft", path, as_json)
        return
    who, when = by or _user(), _when(date)
    if undo:
        result = undone(case, who=who, when=when)
    else:
        result = accepted(case, None if everything else paths, who=who, when=when)
    if result.paths:
        save_case(result.case, path)
    _told(list(result.paths), "draft again" if undo else "accepted", path, as_json)


def _told(names: list[str], state: str, path: Path, as_json: bool) -> None:
    if as_json:
        key = state.replace(" ", "_")
        typer.echo(json.dumps({"case": str(path), key: names}, ensure_ascii=False))
        return
    for name in names:
        typer.echo(f"{state}: {name}")
    if state == "draft":
        hint = f"{len(names)} to accept: give their paths, or --all" if names else "no drafts"
        typer.echo(f"{path}: {hint}")
    else:
        typer.echo(f"{path}: {len(names)} {state}")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise InputError("who accepts is not known; say it with --by NAME") from None


def _when(date: str | None) -> str:
    if date is None:
        return dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat()
    try:
        return dt.date.fromisoformat(date).isoformat()
    except ValueError:
        raise InputError(f"--date {date!r} is not a day; write it as 2024-05-31") from None


def schema(
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write it to this file; beside a case file as case.schema.json, editors find it.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of the case file, by which editors complete and check it."""
    from detente.case.schema import schema_text
    from detente.saving import save

    if output is None:
        typer.echo(schema_text(), nl=False)
        return
    if output.exists() and not _is_schema(output):
        raise InputError(f"{output}: is there already and is no schema of a case; write elsewhere")
    save(schema_text(), output)
    typer.echo(str(output))


def _is_schema(path: Path) -> bool:
    from detente.case.schema import SCHEMA_URI

    try:
        with path.open("rb") as file:
            return SCHEMA_URI.encode() in file.read(256)
    except OSError:
        return False
