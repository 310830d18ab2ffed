"""The command ``compare``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from detente.cli_options import AsJson
from detente.errors import InputError


def compare(
    case: Annotated[
        Path,
        typer.Argument(
            metavar="CASE",
            help="A case file (.yaml, .json), or another tool's file that convert reads.",
            show_default=False,
        ),
    ],
    other: Annotated[
        Path | None,
        typer.Argument(
            metavar="OTHER",
            help="A second case, such as the same at a later day; without it, methods or "
            "perspectives of the first are compared.",
            show_default=False,
        ),
    ] = None,
    seen_by: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="PERSPECTIVE",
            help="Take CASE as one of its perspectives sees it.",
            show_default=False,
        ),
    ] = None,
    compared_with: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="PERSPECTIVE",
            help="Compare with this perspective: of OTHER where it is given, else of CASE.",
            show_default=False,
        ),
    ] = None,
    ask: Annotated[
        str | None,
        typer.Option(
            metavar="QUESTION", help="Look at the answers to one question.", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Compare the methods of a question, two cases, or two views of one case."""
    from detente import solving
    from detente.comparing.diff import diff
    from detente.comparing.methods import every_comparison, methods

    first = solving.open_case(case)
    if ask is not None and ask not in solving.questions():
        raise InputError(f"nothing answers {ask!r}; one can ask {', '.join(solving.questions())}")
    if other is None and seen_by is None and compared_with is None:
        found = every_comparison(first) if ask is None else [methods(first, ask)]
        if as_json:
            data = found[0].to_data() if ask is not None else [one.to_data() for one in found]
            typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
            return
        typer.echo("\n\n".join(one.to_text() for one in found))
        return
    second = first if other is None else solving.open_case(other)
    before = first if seen_by is None else solving.seen_as(first, seen_by)
    after = second if compared_with is None else solving.seen_as(second, compared_with)
    if other is None and compared_with is None:
        # One perspective alone is compared with the case itself.
        before, after = first, before
        names = "the case", str(seen_by)
    else:
        names = (
            seen_by or ("the case" if other is None else case.name),
            compared_with or (case.name if other is None else other.name),
        )
    views = seen_by is not None or compared_with is not None
    made = diff(before, after, names=names, ask=ask, views=views)
    typer.echo(made.to_json() if as_json else made.to_text())
