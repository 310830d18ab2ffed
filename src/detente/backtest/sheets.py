"""What a backtest found, as tables of words: the same for text, HTML and Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.analyses.packages.wording import number_of
from detente.backtest.distribution_methods import BASELINES
from detente.backtest.point_methods import COMPROMISE
from detente.backtest.scored import LEVELS, Backtest, PartScore
from detente.maths.scoring.grouped import Difference

_NONE = "–"
#: The column that says what a method is.
WHAT = "what it is"


@dataclass(frozen=True)
class Sheet:
    """A table: its title, columns, rows of as many cells, and what has to be known to read it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str


def sheets(found: Backtest) -> tuple[Sheet, ...]:
    """The leaderboard, the scores of chances, and errors by era and procedure."""
    made = [_leaderboard(found)]
    if any(one.chances for one in found.methods):
        made += _chances(found)
    for title, parts in (
        ("Mean absolute error by era", [one.eras for one in found.methods]),
        ("Mean absolute error by procedure", [one.procedures for one in found.methods]),
    ):
        labels = sorted({label for of_method in parts for label in of_method})
        if labels:
            rows = [
                (one.name, *(_part(of_method.get(label)) for label in labels))
                for one, of_method in zip(found.methods, parts, strict=True)
            ]
            note = "In brackets: issues on which the method has an answer."
            made.append(Sheet(title, ("method", *labels), tuple(rows), note))
    return tuple(made)


def how_it_was_done(found: Backtest) -> str:
    """One line on data and folds."""
    folds = ""
    if found.folds > 1:
        folds = f"{found.folds} folds of whole groups, dealt {found.repeats} times; "
    issues, groups = number_of(found.issues, "resolved issue"), number_of(found.groups, "group")
    return (
        f"{found.source}: {issues} in {groups}; {folds}seed {found.seed}; "
        f"SHA-256 {found.digest[:12]}."
    )


def _leaderboard(found: Backtest) -> Sheet:
    rows = [
        (
            one.name,
            one.what,
            f"{one.n:,}",
            f"{one.mae:.2f}",
            f"{one.median_error:.1f}",
            f"{100 * one.within_10:.0f} %",
            f"{one.bias:+.1f}",
            f"{one.crps:.2f}",
            _difference(one.against),
        )
        for one in found.methods
    ]
    columns = ("method", WHAT, "n", "MAE", "median", "in 10", "bias", "CRPS", "MAE − c.")
    note = (
        "In points of the scale, least CRPS first. n: issues on which the method has an answer. "
        "Median: of the absolute errors. In 10: share of forecasts within 10 points. The forecast "
        "of a method that gives chances is its median; the CRPS of a point is its absolute error. "
        f"MAE − c.: difference to {COMPROMISE} on the same issues with its 95 % interval, from a "
        "paired bootstrap of whole groups; * excludes zero."
    )
    return Sheet("Leaderboard", columns, tuple(rows), note)


def _chances(found: Backtest) -> tuple[Sheet, Sheet]:
    columns = ("method", "CRPS", "log score", *(f"CRPS − {name}" for name in BASELINES))
    rows = [
        (
            one.name,
            f"{one.crps:.2f}",
            f"{one.chances.log_score:.2f}",
            *(_difference(one.chances.against.get(name)) for name in BASELINES),
        )
        for one in found.methods
        if one.chances
    ]
    note = (
        "Each method is fitted to other groups than those it is scored on. Log score: minus the "
        "logarithm (nats) of the mass of the outcome's one-point cell, after one part in a hundred "
        "of each forecast is spread evenly. CRPS −: with intervals as in the leaderboard."
    )
    return Sheet("Chances", columns, tuple(rows), note), _intervals(found)


def _intervals(found: Backtest) -> Sheet:
    percents = [f"{100 * level:.0f} %" for level in LEVELS]
    columns = (
        "method",
        *(f"in {percent}" for percent in percents),
        *(f"width {percent}" for percent in percents),
        "width for 80 % in",
    )
    rows = [
        (
            one.name,
            *(f"{100 * share:.1f}" for share in one.chances.coverage),
            *(f"{width:.1f}" for width in one.chances.width),
            _NONE if one.chances.width_at_80 is None else f"{one.chances.width_at_80:.1f}",
        )
        for one in found.methods
        if one.chances
    ]
    note = (
        "In 80 %: per cent of outcomes in the 80 % intervals, which are the shortest ones, not "
        "central; width 80 %: their mean width. Width for 80 % in: mean width at whichever nominal "
        "level has 80 % of these outcomes inside, to compare all methods at one coverage."
    )
    return Sheet("Intervals", columns, tuple(rows), note)


def _difference(found: Difference | None) -> str:
    if found is None:
        return _NONE
    star = "*" if found.clear else ""
    return f"{found.mean:+.2f} [{found.low:+.2f}, {found.high:+.2f}]{star}"


def _part(found: PartScore | None) -> str:
    return _NONE if found is None else f"{found.mae:.2f} ({found.n:,})"


def as_markdown(tables: Iterable[Sheet]) -> str:
    """Tables for a page of the documentation, each with its note."""
    lines: list[str] = []
    for table in tables:
        lines += [f"### {table.title}", ""]
        lines += [f"| {' | '.join(row)} |" for row in (table.columns, ["---"] * len(table.columns))]
        lines += [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in table.rows]
        lines += ["", table.note, ""]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*")
