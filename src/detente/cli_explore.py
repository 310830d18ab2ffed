"""The command ``explore``."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli_options import AsJson, Quiet
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.engines.progress import Progress


def explore(
    case: Annotated[
        Path,
        typer.Argument(
            metavar="CASE",
            help="A case file (.yaml, .json), or another tool's file that convert reads.",
            show_default=False,
        ),
    ],
    ask: Annotated[
        str,
        typer.Option(
            metavar="QUESTION",
            help="pressure, packages, blocks, levers or stability.",
            show_default=False,
        ),
    ],
    draws: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="How many draws; fewer by default where one takes long.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(
            metavar="S",
            min=0,
            help="The same seed gives the same answer to the last bit. Default: 0.",
            show_default=False,
        ),
    ] = None,
    sampler: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="monte-carlo (the default), sobol or lhs.",
            show_default=False,
        ),
    ] = None,
    widen: Annotated[
        bool,
        typer.Option(
            "--widen",
            help="Widen ranges by ungraded sources and by what perspectives state, too.",
        ),
    ] = False,
    assume_spread: Annotated[
        float | None,
        typer.Option(
            "--assume-spread",
            metavar="X",
            help="Spread numbers that the case takes as known: by X points of a scale, else by X "
            "per cent.",
            show_default=False,
        ),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="serial, processes or ray; by the size of the work if left out.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, help="How many at once; all processors.", show_default=False
        ),
    ] = None,
    run: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Keep the run here, so that it can be stopped and gone on with.",
            show_default=False,
        ),
    ] = None,
    resume: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Go on with the run kept here, with its draws, seed and sampler.",
            show_default=False,
        ),
    ] = None,
    sensitivity: Annotated[
        bool,
        typer.Option(
            "--sensitivity",
            help="Say which uncertain numbers the answer hangs on, what would change it, and what "
            "is most worth finding out.",
        ),
    ] = False,
    about: Annotated[
        str | None,
        typer.Option(
            metavar="ANSWER",
            help="With --sensitivity: which answer to look at, such as an issue for pressure.",
            show_default=False,
        ),
    ] = None,
    seen_by: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="PERSPECTIVE",
            help="Ask the case as one of its perspectives sees it.",
            show_default=False,
        ),
    ] = None,
    figure: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="Write the figure (SVG) here.", show_default=False),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Ask a case a question over many draws of its uncertain numbers, to see how sure it is."""
    from detente import exploring, solving
    from detente.cli_solve import write_figure

    if run is not None and resume is not None:
        raise InputError("--run and --resume name the same folder; give one of them")
    question = exploring.question_of(ask)
    whole = solving.open_case(case)
    opened = whole if seen_by is None else solving.seen_as(whole, seen_by)
    wanted = exploring.Settings(
        draws, seed, sampler, widen, assume_spread, engine, workers,
        resume or run, resume is not None,
    )  # fmt: skip
    if about is not None and not sensitivity:
        raise InputError("--about goes with --sensitivity; add it or leave --about out")
    if sensitivity:
        found = exploring.sensitivity(opened, question, wanted, about)
    else:
        settings = exploring.planned(opened, question, wanted)
        note = exploring.note_of(opened, question, settings)
        if draws is None and note and not quiet:
            typer.echo(note, err=True)
        with _terminated_as_stopped(), _bar(quiet) as progress:
            found = exploring.answer(opened, question, settings, progress)
    if figure is not None:
        write_figure(found, figure)
    if as_json:
        typer.echo(found.to_json())
        return
    if seen_by is not None:
        name = next(p.name for p in whole.perspectives if p.id == seen_by)
        found = replace(found, case_title=f"{found.case_title}, as seen by {seen_by} ({name})")
    typer.echo(found.to_text())


@contextmanager
def _terminated_as_stopped() -> Iterator[None]:
    """SIGTERM like Ctrl-C: workers end, what is done is kept, one line says how to go on."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _bar(quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar with pace and time left, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    with Bar(
        TextColumn("{task.percentage:3.0f} %"),
        BarColumn(),
        TextColumn("{task.description}"),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("drawing", total=None)
        yield lambda at: bar.update(
            task, completed=at.done + at.failed, total=at.total, description=told(at)
        )


def told(at: Progress) -> str:
    """How far a run is in words: draws, pace and the time left as a range."""
    words = f"{at.done:,} of {at.total:,} draws"
    if at.draws_per_second:
        words += f", {at.draws_per_second:,.0f} a second"
    if at.seconds_left_low is not None and at.seconds_left_high is not None:
        low, high = _time(at.seconds_left_low), _time(at.seconds_left_high)
        words += f", {low} left" if low == high else f", {low} to {high} left"
    return words + (f", {at.failed:,} failed" if at.failed else "")


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5_400 else f"{seconds / 3600:.1f} h"
