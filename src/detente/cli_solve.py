"""The commands ``solve`` and ``methods``."""

from __future__ import annotations

import json
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
    from detente.analyses.base import Analysis

# Moves from which on a model takes long enough to show how far it is.
_LONG = 22


def solve(
    case: Annotated[
        Path,
        typer.Argument(
            metavar="CASE",
            help="A case file (.yaml, .json), or another tool's file that convert reads.",
            show_default=False,
        ),
    ],
    ask: Annotated[
        str | None,
        typer.Option(
            metavar="QUESTION",
            help="What to ask; `detente methods` lists the questions. Default: stability.",
            show_default=False,
        ),
    ] = None,
    method: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Which of several methods is to answer.", show_default=False
        ),
    ] = None,
    concepts: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Concepts of stability, with commas: nash, gmr, smr, seq, sseq, sim, nm, "
            "l1, l2 ..., cnash, cgmr, csmr, cseq.",
            show_default=False,
        ),
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STATE",
            help="State to show or to go to: moves taken, with commas, - for none. Repeatable.",
            show_default=False,
        ),
    ] = None,
    why: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PARTY:STATE",
            help="Say why the party would stay in the state or leave it. Repeatable.",
            show_default=False,
        ),
    ] = None,
    want: Annotated[
        str | None,
        typer.Option(
            metavar="STATE|PACKAGE|PLACES",
            help="Which preferences make this state hold, and the least change that does. With "
            "--ask levers: the package to have, as issue=option with commas; with --ask pressure: "
            "places, as issue=place.",
            show_default=False,
        ),
    ] = None,
    deal: Annotated[
        str | None,
        typer.Option(
            metavar="PACKAGE",
            help="What this one package is worth to each party, who accepts it and which red "
            "lines it breaks: issue=option with commas, for every issue.",
            show_default=False,
        ),
    ] = None,
    reading: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|CHOICES",
            help="With --method challenge-model: scholz-paper or scholz-code, and choices such as "
            "q=0.5 or conflict=loser-moves, with commas.",
            show_default=False,
        ),
    ] = None,
    rounds: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="Rounds to play, with --method challenge-model or position-exchange.",
            show_default=False,
        ),
    ] = None,
    what_if: Annotated[
        str | None,
        typer.Option(
            "--what-if",
            metavar="PERSPECTIVE",
            help="What the changes of a perspective (a party, a move) do to every equilibrium.",
            show_default=False,
        ),
    ] = None,
    seen_by: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="PERSPECTIVE",
            help="Solve the case as one of its perspectives sees it.",
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
    """Ask a case a question, such as whether it would hold or by which steps it is reached."""
    from detente import solving

    question = _question("packages" if ask is None and deal is not None else ask, want, what_if)
    whole = solving.open_case(case)
    opened = whole if seen_by is None else solving.seen_as(whole, seen_by)
    options = {
        "concepts": None if concepts is None else concepts.split(","),
        "states": state,
        "why": why,
        "want": want,
        "deal": deal,
        "reading": reading,
        "rounds": rounds,
        "what_if": what_if,
    }
    with _bar(len(opened.moves), quiet) as progress:
        found = solving.solve(opened, question, options, method=method, progress=progress)
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
def _bar(n_moves: int, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar for models that take their time, on a terminal only."""
    if quiet or n_moves < _LONG or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("solving", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _question(ask: str | None, want: str | None, what_if: str | None) -> str:
    if want is not None and what_if is not None:
        raise InputError("--want and --what-if are two questions; ask one at a time")
    if ask in ("levers", "pressure") and want is not None:
        return ask
    implied = "inverse" if want is not None else "what-if" if what_if is not None else None
    if implied is None:
        return ask or "stability"
    if ask not in (None, "stability", implied):
        raise InputError(
            f"--{'want' if want else 'what-if'} asks a question of its own; drop --ask"
        )
    return implied


def write_figure(found: Analysis, path: Path) -> None:
    """Write an answer's first figure, over nothing but a figure of ours."""
    from detente.saving import save

    if not found.figures:
        raise InputError(f"{found.question} has no figure here; leave --figure out")
    if path.exists() and not _is_figure(path):
        raise InputError(f"{path}: is there already and is no figure of ours; write elsewhere")
    if not path.absolute().parent.is_dir():
        raise InputError(f"{path.parent}: no such folder; make it or write elsewhere")
    save(found.figures[0].svg + "\n", path)


def _is_figure(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(64).startswith(b"<svg xmlns=")


def methods(as_json: AsJson = False) -> None:
    """Say which questions can be asked, which method answers each, and where it is published."""
    from detente import solving

    made = solving.methods()
    if as_json:
        rows = [
            {
                "question": m.question,
                "method": m.name,
                "what": m.summary,
                "needs": sorted(m.needs),
                "stochastic": m.stochastic,
                "headline": m.headline,
                "source": m.source,
            }
            for m in made
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for one in made:
        first = " (answers unless another is named)" if one.headline else ""
        typer.echo(f"{one.question}: {one.name}{first}")
        typer.echo(f"  {one.summary}")
        typer.echo(f"  needs {', '.join(sorted(one.needs))}; {one.source}")
