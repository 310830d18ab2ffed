"""An entry of a case as one row of a sheet, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from detente.case.near_words import did_you_mean
from detente.case.yaml_reading import Path
from detente.formats.xlsx.cells import FileCell, Unfit, content
from detente.formats.xlsx.kinds import NUMBERS, OF_NUMBERS, CellValue, in_words, kept
from detente.formats.xlsx.merging import (
    NOTHING,
    Different,
    beyond,
    put,
    says_number,
    taken,
    together,
)
from detente.formats.xlsx.number_words import SAID
from detente.formats.xlsx.sheets import (
    BASIS,
    CONFIDENCE,
    DRAFT,
    EVIDENCE,
    MORE,
    Column,
    Sheet,
)

Data = dict[str, Any]
Cells = dict[str, CellValue]


@dataclass
class ReadEntry:
    """An entry out of a row: its data, the cell each part came from, and the row's first cell."""

    data: Data
    cells: dict[Path, str] = field(default_factory=dict)
    first: str = ""


def to_cells(sheet: Sheet, entry: Data) -> Cells:
    """The cells of an entry, by heading; what no cell can hold is JSON in the last.

    Raises
    ------
    Different
        If even so the row would not give the entry back.
    ValueError
        If a cell would need more characters than fit.
    """
    cells: Cells = {}
    for column in sheet.columns:
        value = taken(entry, column.path)
        if value is NOTHING:
            if column.default is not None:
                cells[column.heading] = column.default
            continue
        base = _said(value) if column.kind in OF_NUMBERS else value
        if column.kind is NUMBERS:
            base = {key: _said(number) for key, number in value.items()}
        try:
            cell = column.kind.write(base)
            if column.kind.read(cell) == base:
                cells[column.heading] = cell
        except (ValueError, TypeError, AttributeError):
            continue
    if sheet.entries:
        cells |= _what_it_rests_on(sheet, entry)
    shown = from_cells(sheet, _as_file(sheet, cells)).data
    more = beyond(entry, shown)
    if more is not NOTHING:
        if sheet.column("field") is not None:
            raise Different(MORE)
        cells[MORE] = kept(as_json(more))
    return cells


def from_cells(
    sheet: Sheet, cells: Mapping[str, FileCell], faults: list[str] | None = None
) -> ReadEntry:
    """The entry that a row writes; blank cells say nothing.

    ``faults`` gets a line for each cell that cannot be read; without it the first is raised.
    """
    made = ReadEntry({})
    made.first = min((c.name for c in cells.values()), key=lambda n: (len(n), n), default="")
    for column in sheet.columns:
        cell = cells.get(column.heading)
        if cell is None or cell.blank:
            continue
        try:
            given = content(cell)
            try:
                value = column.kind.read(given)
            except ValueError as error:
                raise Unfit(f"must be {error}, not {_shown(given)}") from None
            if value == column.default:
                continue
            put(made.data, column.path, value)
            made.cells[column.path] = cell.name
        except Unfit as error:
            _fault(faults, sheet, cell, str(error))
    if sheet.entries:
        for heading, read in ((EVIDENCE, _read_evidence), (DRAFT, _read_draft)):
            cell = cells.get(heading)
            if cell is not None and not cell.blank:
                try:
                    read(sheet, made, cell)
                except Unfit as error:
                    _fault(faults, sheet, cell, str(error))
        for heading in (CONFIDENCE, BASIS):
            cell = cells.get(heading)
            if cell is not None and not cell.blank:
                _take_plain(sheet, made, heading, cell, faults)
    extra = cells.get(MORE)
    if extra is not None and not extra.blank:
        try:
            _add(sheet, made, extra)
        except Unfit as error:
            _fault(faults, sheet, extra, str(error))
    return made


def as_json(data: Any) -> str:
    """JSON of plain letters that no spreadsheet program changes."""
    return (
        json.dumps(data, ensure_ascii=True)
        .replace("_x", "\\u005fx")
        .replace("x005F", "\\u0078005F")
    )


def _said(value: Any) -> Any:
    """A number without what its words do not say; plain where only a value is left."""
    if not isinstance(value, dict):
        return value
    said = {key: value[key] for key in SAID if key in value}
    return said["value"] if set(said) == {"value"} else said


def _what_it_rests_on(sheet: Sheet, entry: Data) -> Cells:
    cells: Cells = {}
    evidence = [", ".join(entry["evidence"])] if entry.get("evidence") else []
    drafts = ["yes"] if entry.get("draft") else []
    for column in sheet.columns:
        held = taken(entry, column.holder) if column.holder else NOTHING
        if not isinstance(held, dict) or column.heading not in cells | _headings(sheet):
            continue
        if held.get("evidence"):
            evidence.append(f"{column.heading}: {', '.join(held['evidence'])}")
        if held.get("draft"):
            drafts.append(column.heading)
    for heading, words in ((EVIDENCE, "; ".join(evidence)), (DRAFT, ", ".join(drafts))):
        try:
            cells[heading] = kept(words)
        except ValueError:
            continue
    for heading in (CONFIDENCE, BASIS):
        try:
            cells[heading] = kept(entry.get(heading))
        except ValueError:
            continue
    return cells


def _headings(sheet: Sheet) -> dict[str, None]:
    return {column.heading: None for column in sheet.columns}


def _as_file(sheet: Sheet, cells: Cells) -> dict[str, FileCell]:
    return {heading: FileCell("A1", value) for heading, value in cells.items()}


def _read_evidence(sheet: Sheet, made: ReadEntry, cell: FileCell) -> None:
    for part in in_words(content(cell)).replace("\n", ";").split(";"):
        heading, colon, words = part.rpartition(":")
        ids = [word for w in words.split(",") if (word := w.strip())]
        if not ids:
            continue
        if not colon:
            made.data.setdefault("evidence", []).extend(ids)
            made.cells["evidence",] = cell.name
            continue
        column = _held(sheet, heading)
        held = _holder(made, column)
        if held is not None:
            held["evidence"] = ids
            made.cells[*(column.holder or ()), "evidence"] = cell.name


def _read_draft(sheet: Sheet, made: ReadEntry, cell: FileCell) -> None:
    given = content(cell)
    for part in in_words(given).replace("\n", ",").replace(";", ",").split(","):
        word = part.strip()
        if not word or word.lower() in {"no", "false"}:
            continue
        if word.lower() in {"yes", "true", "x"}:
            made.data["draft"] = True
            continue
        held = _holder(made, _held(sheet, word))
        if held is not None:
            held["draft"] = True


def _held(sheet: Sheet, heading: str) -> Column:
    """The column with a heading, if what stands there can rest on evidence of its own."""
    known = [column.heading for column in sheet.columns if column.holder is not None]
    column = sheet.column(heading.strip().lower())
    if column is None or column.holder is None:
        fits = f"; columns that fit: {', '.join(known)}" if known else ""
        guess = did_you_mean(heading.strip(), known)
        raise Unfit(f"names {heading.strip()[:40]!r}, which is no such column{guess or fits}")
    return column


def _holder(made: ReadEntry, column: Column) -> Data | None:
    """The data that carries a column's evidence; a plain number becomes a mapping."""
    assert column.holder is not None
    held = taken(made.data, column.holder)
    if held is NOTHING or isinstance(held, str):
        return None
    if not isinstance(held, dict):
        held = {"value": held}
        put(made.data, column.holder, held)
    return held


def _take_plain(
    sheet: Sheet, made: ReadEntry, heading: str, cell: FileCell, faults: list[str] | None
) -> None:
    try:
        words = in_words(content(cell))
    except Unfit as error:
        _fault(faults, sheet, cell, str(error))
        return
    made.data[heading] = words.strip().lower() if heading == CONFIDENCE else words
    made.cells[heading,] = cell.name


def _add(sheet: Sheet, made: ReadEntry, cell: FileCell) -> None:
    try:
        more = json.loads(in_words(content(cell)))
    except (ValueError, RecursionError):
        raise Unfit("must be JSON; restore it, or clear the cell") from None
    if not isinstance(more, dict):
        raise Unfit("must be a JSON object; restore it, or clear the cell")
    for column in sheet.columns:
        # A number that somebody took out does not come back as what it rested on.
        absent = taken(made.data, column.path) is NOTHING
        if column.kind in OF_NUMBERS and absent and not says_number(taken(more, column.path)):
            inner = taken(more, column.path[:-1]) if len(column.path) > 1 else more
            inner.pop(column.path[-1], None)
    made.data = together(made.data, more)
    for key in more:
        made.cells.setdefault((key,), cell.name)


def _fault(faults: list[str] | None, sheet: Sheet, cell: FileCell, what: str) -> None:
    if faults is None:
        raise Unfit(what)
    faults.append(f"{sheet.name}!{cell.name} {what}")


def _shown(given: CellValue) -> str:
    text = repr(in_words(given)) if isinstance(given, str) else in_words(given)
    return text if len(text) <= 60 else text[:57] + "..."
