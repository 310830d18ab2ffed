"""What a case writes into every sheet, so that reading it back gives the case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from detente.case.case import Case
from detente.case.plain_data import case_data
from detente.errors import UnsuitableCase
from detente.formats.xlsx import leaves
from detente.formats.xlsx.cells import FileCell
from detente.formats.xlsx.entry_rows import Cells, Data, from_cells, to_cells
from detente.formats.xlsx.kinds import CellValue
from detente.formats.xlsx.merging import NOTHING, Different, beyond, put
from detente.formats.xlsx.sections import Joined, case_fields, rows_of
from detente.formats.xlsx.sheets import BY_NAME, CASE_FIELDS


@dataclass(frozen=True)
class Plan:
    """Cells of the sheet ``case`` by field, of the other sheets by row, and rows of the rest."""

    fields: dict[str, CellValue]
    rows: dict[str, list[Cells]]
    rest: list[tuple[str, str]]


def plan(case: Case) -> Plan:
    """The cells of a case.

    Raises
    ------
    UnsuitableCase
        If a value is longer than a cell holds.
    """
    data = case_data(case)
    apart: set[str] = set()
    try:
        while True:
            made, left = _without(data, apart)
            if left is None:
                return made
            apart |= left
    except ValueError as error:
        raise UnsuitableCase(f"the case does not fit into cells: {error}") from None


def _without(data: Data, apart: set[str]) -> tuple[Plan, set[str] | None]:
    """The plan where some sections stand in the rest; and the sections that must go there too."""
    shown = {key: value for key, value in data.items() if key not in apart}
    rows: dict[str, list[Cells]] = {}
    entries = {}
    failed: set[str] = set()
    for name, found in rows_of(shown).items():
        sheet = BY_NAME[name]
        try:
            rows[name] = [to_cells(sheet, entry) for entry in found]
        except Different:
            failed.add(_section(name))
            continue
        entries[name] = [
            from_cells(sheet, {h: FileCell("A1", v) for h, v in cells.items()})
            for cells in rows[name]
        ]
    joined = Joined(entries)
    fields = _fields(shown, joined.data)
    rest: dict[str, Any] = {key: data[key] for key in apart}
    for key, value in shown.items():
        try:
            more = beyond(value, joined.data.get(key, NOTHING))
        except Different:
            failed.add(key)
            continue
        if more is not NOTHING:
            rest[key] = more
    failed |= set(joined.data) - set(shown)
    if failed:
        return Plan({}, {}, []), failed
    ordered = {key: rest[key] for key in data if key in rest}
    return Plan(fields, rows, list(leaves.leaves(ordered)) if ordered else []), None


def _section(sheet: str) -> str:
    owners = {"interests": "parties", "options": "issues", "states": "graph", "arcs": "graph"}
    return owners.get(sheet, sheet)


def _fields(data: Data, joined: Data) -> dict[str, CellValue]:
    """Cells of the sheet ``case``; what they say is put into what the other sheets say."""
    found = case_fields(data)
    cells: dict[str, CellValue] = {}
    for field, path, kind, _ in CASE_FIELDS:
        if field not in found:
            continue
        try:
            cell = kind.write(found[field])
            back = kind.read(cell)
        except ValueError:
            continue
        if back == found[field]:
            cells[field] = cell
            put(joined, path, back)
    return cells
