"""The command ``backtest``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from detente.cli_options import AsJson, Quiet, check_output
from detente.errors import InputError


def backtest(
    dataset: Annotated[
        Path,
        typer.Argument(
            metavar="DATASET",
            help="A table of issues whose outcome is known: CSV (see the how-to), or DEU.",
            show_default=False,
        ),
    ],
    methods: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Methods, with commas, or all; all but the slow ones if left out.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[int, typer.Option(metavar="N", min=0, help="Seed of folds and bootstrap.")] = 0,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            "-o",
            metavar="FILE",
            help="Write the leaderboard as a page.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Score every method on decisions whose outcome is known: errors, coverage, leaderboard."""
    from detente import backtesting
    from detente.saving import save

    names = None if methods is None else [name.strip() for name in methods.split(",")]
    if names is not None:
        known = [*backtesting.method_names(), "all"]
        for name in names:
            if name not in known:
                raise InputError(
                    f"--methods: no method is called {name!r}; there are {_list(known)}"
                )
        if "all" in names and len(names) > 1:
            raise InputError("--methods: all stands alone")
    if html is not None:
        check_output(html, [str(dataset)])
    with _bar(quiet) as progress:
        found = backtesting.backtest(dataset, names, seed=seed, progress=progress)
    if html is not None:
        save(backtesting.as_html(found), html)
    typer.echo(backtesting.as_json(found) if as_json else backtesting.as_text(found))


def _list(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


@contextmanager
def _bar(quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("backtesting", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
