"""A table of resolved issues as anyone can write it: a row for each actor on each issue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from detente.backtest.resolved import USUAL_SALIENCE, Floats, ResolvedIssues
from detente.errors import BadCase, InputError
from detente.formats.bounded import exact
from detente.formats.opened import read_text
from detente.formats.rows import rows_of

#: Columns that a table has to have.
NEEDED = ("issue", "actor", "position", "outcome")
#: Faults that are told one by one.
MOST_FAULTS = 50
_WORDS = ("group", "era", "procedure")
_OF_ISSUE = ("group", "outcome", "reference", "era", "procedure")
COLUMNS = (*NEEDED, "group", "salience", "influence", "reference", "era", "procedure")


@dataclass
class _Issue:
    cells: dict[str, str | float] = field(default_factory=dict)
    actors: dict[str, dict[str, float]] = field(default_factory=dict)


def is_resolved_header(words: Sequence[str]) -> bool:
    """Whether the lower-case words of a first row are those of such a table."""
    return set(NEEDED) <= set(words)


def read_csv_table(path: Path, digest: str) -> ResolvedIssues:
    """The resolved issues of a CSV table.

    Raises
    ------
    InputError
        If a column is unknown or there twice.
    BadCase
        With a line for each cell that does not fit.
    """
    rows = rows_of(read_text(path), str(path))
    header = [cell.lower() for cell in rows[0].cells]
    unknown = [name for name in header if name not in COLUMNS]
    if unknown:
        raise InputError(
            f"{path}: no column is called {unknown[0]!r}; there are {', '.join(COLUMNS)}"
        )
    if len(set(header)) < len(header):
        raise InputError(f"{path}: a column is there twice")
    issues: dict[str, _Issue] = {}
    faults: list[str] = []
    for row in rows[1:]:
        cells = dict(zip(header, row.cells, strict=False))
        if len(row.cells) > len(header):
            faults.append(f"line {row.line}: more cells than columns")
            continue
        _read_row({k: v for k, v in cells.items() if v}, row.line, issues, faults)
    if "influence" in header:
        faults += [
            f"issue {name}: {actor} has a position and no influence; give it, or leave the column "
            "out"
            for name, issue in issues.items()
            for actor, numbers in issue.actors.items()
            if "position" in numbers and "influence" not in numbers
        ]
    if len(faults) > MOST_FAULTS:
        faults[MOST_FAULTS:] = [f"and {len(faults) - MOST_FAULTS:,} more places that do not fit"]
    if faults:
        raise BadCase(str(path), faults)
    return _table(path.name, digest, issues, "influence" in header)


def _read_row(
    cells: Mapping[str, str], line: int, issues: dict[str, _Issue], faults: list[str]
) -> None:
    if "issue" not in cells or "actor" not in cells:
        faults.append(f"line {line}: a row needs an issue and an actor")
        return
    issue = issues.setdefault(cells["issue"], _Issue())
    if cells["actor"] in issue.actors:
        faults.append(f"line {line}: {cells['actor']} is on the issue {cells['issue']} already")
        return
    found: dict[str, str | float] = {}
    for name, word in cells.items():
        if name in _WORDS:
            found[name] = word
        elif name not in ("issue", "actor"):
            number = _number(word, name, line, faults)
            if number is not None:
                found[name] = number
    for name in _OF_ISSUE:
        if name in found and issue.cells.setdefault(name, found[name]) != found[name]:
            before = issue.cells[name]
            faults.append(
                f"line {line}: {name} is {cells[name]} and was "
                f"{f'{before:g}' if isinstance(before, float) else before} in a row of the issue "
                f"{cells['issue']} before"
            )
    issue.actors[cells["actor"]] = {
        name: number for name, number in found.items() if isinstance(number, float)
    }


def _number(word: str, name: str, line: int, faults: list[str]) -> float | None:
    try:
        number = float(exact(word, f"line {line}: {name}"))
    except InputError as error:
        faults.append(str(error))
        return None
    if number < 0 or (number > 100 and name != "influence"):
        most = "is 0 or more" if name == "influence" else "lies between 0 and 100"
        faults.append(f"line {line}: {name} {most}, not {word[:40]}")
        return None
    return number


def _table(
    source: str, digest: str, issues: Mapping[str, _Issue], influence: bool
) -> ResolvedIssues:
    known = {
        name: issue
        for name, issue in issues.items()
        if "outcome" in issue.cells and any("position" in a for a in issue.actors.values())
    }
    # Who stands where counts, not under which name: each issue has as many columns as it needs, as
    # a column for every name of a long table would not fit into memory.
    placed = [
        [numbers for _, numbers in sorted(issue.actors.items()) if "position" in numbers]
        for issue in known.values()
    ]
    most = max(map(len, placed), default=0)

    def of_actors(name: str, usual: float) -> Floats:
        made = np.full((len(placed), most), np.nan)
        for row, actors in enumerate(placed):
            made[row, : len(actors)] = [numbers.get(name, usual) for numbers in actors]
        return made

    def of_issues(name: str) -> Floats:
        made = [issue.cells.get(name, np.nan) for issue in known.values()]
        return np.array(made, dtype=np.float64)

    def words(name: str) -> tuple[str | None, ...]:
        given = (issue.cells.get(name) for issue in known.values())
        return tuple(None if word is None else str(word) for word in given)

    groups = zip(known, words("group"), strict=True)
    return ResolvedIssues(
        source,
        digest,
        tuple(known),
        # An issue without a group stands alone.
        tuple(f"(issue {name})" if group is None else group for name, group in groups),
        of_actors("position", np.nan),
        of_actors("salience", USUAL_SALIENCE),
        of_actors("influence", np.nan) if influence else None,
        of_issues("outcome"),
        of_issues("reference"),
        words("era"),
        words("procedure"),
        len(issues) - len(known),
    )
