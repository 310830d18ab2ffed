"""A workbook into a case, with every fault and its cell."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from detente.case.case import Case
from detente.case.faults import fault_lines
from detente.case.migrate import migrated
from detente.case.near_words import did_you_mean
from detente.errors import BadCase, InputError
from detente.formats.xlsx import leaves
from detente.formats.xlsx.bounds import MOST_FILE_BYTES, TooMuch, check
from detente.formats.xlsx.cells import FileCell, Unfit, content
from detente.formats.xlsx.entry_rows import Data, ReadEntry, from_cells
from detente.formats.xlsx.file_sheets import FileRow, FileSheet, read_sheets
from detente.formats.xlsx.headings import renamed
from detente.formats.xlsx.kinds import in_words
from detente.formats.xlsx.merging import put
from detente.formats.xlsx.sections import Joined
from detente.formats.xlsx.sheets import BY_NAME, CASE_FIELDS, REST, SHEETS, all_columns

MOST_FAULTS = 50
# After so many, rows are no longer read: the file is something else, or hostile.
MOST_KEPT = 500
_PLACE = re.compile(r"line ([0-9]+), column 1: ")


def read_bytes(path: Path) -> bytes:
    """The bytes of a workbook.

    Raises
    ------
    InputError
        If it cannot be read or is larger than 20 MB.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_FILE_BYTES + 1)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or 'cannot be read'}") from None
    if len(raw) > MOST_FILE_BYTES:
        raise InputError(f"{path}: larger than {MOST_FILE_BYTES // 1_000_000} MB")
    return raw


def sheets_in(raw: bytes, name: str) -> dict[str, FileSheet]:
    """The sheets of a case in a workbook.

    Raises
    ------
    InputError
        If it is no workbook, or more than one of a case holds.
    """
    try:
        check(raw)
        return read_sheets(raw)
    except TooMuch as error:
        raise InputError(f"{name}: {error}") from None


def case_in(sheets: dict[str, FileSheet], name: str) -> Case:
    """The case that the sheets of a workbook write.

    Raises
    ------
    BadCase
        With a line for each cell that does not fit: the sheet, the cell, what was given, what
        fits.
    """
    if not sheets:
        raise BadCase(
            name, ["no sheet of a case: a workbook has sheets such as case, parties, issues"]
        )
    if changed := renamed(sheets):
        # Before anything else: what the column held is missing all over the case.
        raise BadCase(name, _first(changed))
    faults: list[str] = []
    entries = {
        sheet.name: _entries(sheet.name, sheets[sheet.name], faults)
        for sheet in SHEETS
        if sheet.name in sheets and sheet.name != "case"
    }
    joined = Joined(entries)
    faults += joined.faults
    if "case" in sheets:
        _read_fields(sheets["case"], joined, faults)
    if REST in sheets:
        _read_rest(sheets[REST], joined, faults)
    if "title" not in joined.data and not faults:
        faults.append("the sheet case needs a row with the field title")
    joined.data = migrated(joined.data, name)
    try:
        case = Case.model_validate(joined.data)
    except ValidationError as error:
        faults += _placed(error, joined)
    if faults:
        raise BadCase(name, _first(faults))
    return case


def _first(faults: list[str]) -> list[str]:
    found = list(dict.fromkeys(faults))
    if len(found) > MOST_FAULTS:
        more = len(found) - MOST_FAULTS
        found = [*found[:MOST_FAULTS], f"and {more} more cells that do not fit"]
    return found


def _entries(name: str, given: FileSheet, faults: list[str]) -> list[ReadEntry]:
    sheet = BY_NAME[name]
    known = [column.heading for column in all_columns(sheet)]
    missing = [heading for heading in known if heading not in given.columns]
    if given.rows and sheet.key[0] in missing:
        faults.append(f"{given.title}: the column {sheet.key[0]!r} is missing")
        return []
    made = []
    for row in given.rows:
        if len(faults) > MOST_KEPT:
            break
        cells = {heading: row.cells[heading] for heading in known if heading in row.cells}
        if cells:
            made.append(from_cells(sheet, cells, faults))
    return made


def _read_fields(sheet: FileSheet, joined: Joined, faults: list[str]) -> None:
    fields = {field: (path, kind) for field, path, kind, _ in CASE_FIELDS}
    for row in sheet.rows[:MOST_KEPT]:
        field, value = row.cells.get("field"), row.cells.get("value")
        if field is None or field.value is None:
            continue
        name = " ".join(in_words(field.value).replace("_", " ").lower().split())
        if name not in fields:
            near = did_you_mean(name, fields) if len(faults) < MOST_FAULTS else ""
            if near and value is not None:
                faults.append(f"case!{field.name}: no field is called {name[:60]!r}{near}")
            continue
        if value is None or value.blank:
            continue
        path, kind = fields[name]
        try:
            put(joined.data, path, kind.read(content(value)))
            joined.places[path] = f"case!{value.name}"
        except Unfit as error:
            faults.append(f"case!{value.name} {error}")
        except ValueError as error:
            faults.append(f"case!{value.name} must be {error}")


def _read_rest(sheet: FileSheet, joined: Joined, faults: list[str]) -> None:
    for row in sheet.rows:
        cell = row.cells.get("path")
        if cell is None:
            continue
        try:
            path = leaves.path_from(in_words(content(cell)).strip())
            value = _rest_value(row)
            leaves.put_at(joined.data, path, value)
            joined.places[path] = f"{REST}!{cell.name}"
        except Unfit as error:
            faults.append(f"{REST}!{cell.name} {error}")
        except ValueError as error:
            faults.append(f"{REST}!{cell.name} must be {error}")


def _rest_value(row: FileRow) -> Any:
    cell = row.cells.get("value", FileCell("", None))
    if cell.value is None and not cell.formula:
        return None
    given = content(cell)
    return leaves.value_from(given) if isinstance(given, str) else given


def _placed(error: ValidationError, joined: Joined) -> list[str]:
    """Faults of the model with the cells they come from instead of lines."""
    cells = list(joined.places.items())
    order = {path: (number, 1) for number, (path, _) in enumerate(cells, start=1)}
    lines = []
    for line in fault_lines(error, joined.data, lambda _: order):
        found = _PLACE.match(line)
        if found is None:
            lines.append(line)
            continue
        path, cell = cells[int(found[1]) - 1]
        name = cell if "!" in cell else f"{_sheet_of(path, joined.data)}!{cell}"
        lines.append(f"{name}: {line[found.end() :]}")
    return lines


def _sheet_of(path: tuple[str | int, ...], data: Data) -> str:
    """The sheet that a part of the case stands in."""
    words = [step for step in path if isinstance(step, str)]
    if words[0] == "parties" and words[1:2] and words[1] in ("interests", "needs", "fears"):
        return "interests"
    if words[:2] == ["issues", "options"]:
        return "options"
    if words[0] in ("status_quo", "reference_point"):
        return "issues"
    return words[1] if words[0] == "graph" and len(words) > 1 else words[0]
