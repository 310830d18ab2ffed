"""The command ``convert``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli_options import AsJson
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.converting import Converted


def convert(
    source: Annotated[
        Path | None,
        typer.Argument(
            metavar="[IN]",
            help="File or folder to read; what follows a # names a part of it.",
            show_default=False,
        ),
    ] = None,
    target: Annotated[
        Path | None,
        typer.Argument(metavar="[OUT]", help="File or folder to write.", show_default=False),
    ] = None,
    write_as: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="Format to write; told by the ending of OUT if left out.",
            show_default=False,
        ),
    ] = None,
    read_as: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="Format to read; told by the file itself if left out.",
            show_default=False,
        ),
    ] = None,
    show_list: Annotated[
        bool, typer.Option("--list", help="Print the formats that are read and written.")
    ] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace OUT, whatever file is there; nothing of it stays."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Turn a case file into another tool's format, or another tool's files into a case file."""
    from detente import converting

    if show_list:
        if source is not None:
            raise InputError("--list stands alone; leave IN and OUT out")
        _print_list(as_json)
        return
    if source is None or target is None:
        raise InputError("say what to read and what to write: detente convert IN OUT")
    done = converting.convert(source, target, read_as=read_as, write_as=write_as, force=force)
    _tell(done, target)
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "written": str(target),
                    "from": done.read_as,
                    "to": done.written_as,
                    "title": done.case.title,
                    "parties": len(done.case.parties),
                    "issues": len(done.case.issues),
                    "sha256": done.case.sha256,
                    "updated": None if done.updated is None else list(done.updated),
                    "left_out": list(done.left_out),
                },
                ensure_ascii=False,
            )
        )
    else:
        typer.echo(str(target))


def _tell(done: Converted, target: Path) -> None:
    """What became of what was there, and what the file does not hold, beside the answer."""
    if done.updated is not None:
        what = ", ".join(done.updated) or "nothing differs"
        typer.echo(f"note: {target}: {done.case.title!r} is updated: {what}", err=True)
    if done.left_out:
        typer.echo(
            f"note: {target}: the format {done.written_as} cannot hold, and leaves out: "
            f"{', '.join(done.left_out)}",
            err=True,
        )


def _print_list(as_json: bool) -> None:
    from detente import converting

    known = converting.known_formats()
    if as_json:
        rows = [
            {
                "name": made.name,
                "suffixes": list(made.suffixes),
                "written": made.save is not None,
                "what": made.what,
                "source": made.source,
            }
            for made in known
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    width = max(len(made.name) for made in known)
    for made in known:
        verb = "read" if made.save is None else "read, written"
        typer.echo(f"{made.name:<{width}}  {verb:<13}  {made.what}")
