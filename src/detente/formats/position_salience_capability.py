"""Tables of one issue: a row for each actor with capability, position and salience."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from detente.case.case import Case
from detente.errors import BadCase, InputError, UnsuitableCase
from detente.formats.actors_on_issues import Actor, Question, build_case, table_of
from detente.formats.bounded import exact
from detente.formats.opened import head_of, read_text
from detente.formats.registry import format
from detente.formats.rows import Row, rows_of
from detente.saving import save

_NAMES = ("actor", "stakeholder", "name", "player", "group")
_POWERS = ("capability", "capabilities", "resources", "influence", "power")


@format(
    name="position-salience-capability",
    suffixes=(".csv", ".tsv"),
    what="one issue: actors with capability, position, salience; expected-utility models",
    source="Bueno de Mesquita 1994; Scholz, Calbert & Smith 2011, Table 1",
)
class PositionSalienceCapability:
    """CSV whose header names an actor, a capability, a position and a salience column."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """Whether the first row is such a header."""
        if not path.is_file():
            return False
        try:
            rows = rows_of(head_of(path, 4_096).replace("\r\n", "\n").replace("\r", "\n")[:2_000])
        except InputError:
            return False
        return bool(rows) and _columns(rows[0]) is not None

    @staticmethod
    def load(path: Path) -> Case:
        """The case of one issue; columns that a case has no field for stand in the notes."""
        return _load(path)

    @staticmethod
    def save(case: Case, path: Path) -> None:
        """Write a case of one issue, with the numbers of its own scale."""
        save(_written(case, path), path)


def _columns(header: Row) -> tuple[int, int, int, int] | None:
    """Columns of actor, capability, position and salience."""
    words = [cell.lower() for cell in header.cells]

    def first(names: Sequence[str]) -> int | None:
        return next((words.index(name) for name in names if name in words), None)

    found = [first(_NAMES), first(_POWERS), first(("position",)), first(("salience",))]
    whole = [column for column in found if column is not None]
    return (whole[0], whole[1], whole[2], whole[3]) if len(whole) == 4 else None


def _load(path: Path) -> Case:
    rows = rows_of(read_text(path, western=True), str(path))
    columns = _columns(rows[0]) if rows else None
    if columns is None:
        raise InputError(
            f"{path}: the first row must name the columns Actor, Capability, Position, Salience"
        )
    header = rows[0].cells
    faults: list[str] = []
    actors: list[Actor] = []
    for row in rows[1:]:
        cells = (*row.cells, *[""] * (len(header) - len(row.cells)))
        if len(cells) > len(header):
            faults.append(f"line {row.line}: {len(cells)} cells under {len(header)} headings")
            continue
        name, *numbers = (cells[column] for column in columns)
        if not name:
            faults.append(f"line {row.line}: no {header[columns[0]]} is named")
            continue
        try:
            power, position, salience = (
                _number(word, f"line {row.line}: {header[column]}")
                for word, column in zip(numbers, columns[1:], strict=True)
            )
        except InputError as error:
            faults.append(str(error))
            continue
        rest = [
            f"{heading}: {cell}"
            for column, (heading, cell) in enumerate(zip(header, cells, strict=True))
            if column not in columns and heading and cell
        ]
        note = "; ".join(rest) or None
        actors.append(Actor(name, power, ((position, salience),), note=note, line=row.line))
    if faults:
        raise BadCase(str(path), faults)
    return build_case(
        path,
        title=path.stem.replace("_", " "),
        actors=actors,
        issues=[Question(path.stem.replace("_", " "))],
        power_word="capability",
    )


def _number(word: str, where: str) -> Fraction | None:
    return exact(word, where) if word else None


def _written(case: Case, path: Path) -> str:
    table = table_of(case)
    if len(table.issues) != 1:
        raise UnsuitableCase(
            f"{path}: such a table holds one issue; the case has {len(table.issues)}"
        )
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["Actor", "Capability", "Position", "Salience"])
    for actor in table.actors:
        ((position, salience),) = actor.on
        writer.writerow([actor.name, actor.power, position, salience])
    return out.getvalue()
